//! The binary: the only place beside the screen's shell that reads a clock.

use chrono::{DateTime, Utc};
use std::process::ExitCode;
use touchbase::cli;
use touchbase::domain::day::Moment;

/// The moment a script or a test asks for.
const CLOCK: &str = "TOUCHBASE_NOW";

/// What `TOUCHBASE_NOW` says (RFC 3339), `None` when it is not set; one that cannot be read is given back as it stands.
fn asked() -> Result<Option<Moment>, String> {
    let Some(text) = std::env::var_os(CLOCK).filter(|text| !text.is_empty()) else { return Ok(None) };
    let text = text.to_string_lossy();
    let at = DateTime::parse_from_rfc3339(text.trim()).map_err(|_| text.into_owned())?;
    Ok(Some(Moment(at.timestamp())))
}

/// The asked moment, else the clock.
fn now() -> Moment {
    asked().ok().flatten().unwrap_or_else(|| Moment(Utc::now().timestamp()))
}

fn main() -> ExitCode {
    let argv = std::env::args_os().collect();
    let code = match asked() {
        Ok(_) => cli::run(argv, now(), &now),
        // Facts dated by another clock than the one asked for would be worse than none.
        Err(text) => cli::refuse_clock(argv, CLOCK, &text, now()),
    };
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}
