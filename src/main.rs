//! The binary: the only place beside the screen's shell that reads a clock.

use chrono::{DateTime, Utc};
use std::process::ExitCode;
use touchbase::cli;
use touchbase::domain::day::Moment;

/// The moment a script or a test asks for (`TOUCHBASE_NOW`, RFC 3339), else the clock. One that cannot be read counts as unset.
fn now() -> Moment {
    let set = std::env::var("TOUCHBASE_NOW").ok().and_then(|text| DateTime::parse_from_rfc3339(text.trim()).ok());
    Moment(set.map_or_else(|| Utc::now().timestamp(), |at| at.timestamp()))
}

fn main() -> ExitCode {
    let code = cli::run(std::env::args_os().collect(), now(), &now);
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}
