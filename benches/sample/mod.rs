//! The books that are measured: samples made once by the program itself, at a fixed moment, kept beside the other build products.
//! What is measured on them is in the benches.

#![allow(clippy::unwrap_used, clippy::expect_used, dead_code)]

pub mod cases;
pub mod stage;

use chrono_tz::Tz;
use std::path::{Path, PathBuf};
use std::process::Command;
use touchbase::config::Config;
use touchbase::domain::day::{Moment, Now};
use touchbase::portfolio::Settings;

/// Where the samples live.
pub const ZONE: Tz = chrono_tz::Asia::Shanghai;
/// The moment of every measurement, a Monday morning.
pub const CLOCK: &str = "2026-11-23T09:04:00+08:00";

/// The program that is measured.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_touchbase");

/// 500 clients, about 10,000 touches.
pub fn small() -> PathBuf {
    sample(500, 1)
}

/// 10,000 clients, about 590,000 touches.
pub fn large() -> PathBuf {
    sample(10_000, 3)
}

fn sample(clients: usize, years: usize) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("sample-{clients}-{years}.db"));
    if !path.exists() {
        let draft = path.with_extension("draft");
        let _ = std::fs::remove_file(&draft);
        let mut command = Command::new(PROGRAM);
        surroundings(|name, value| {
            command.env(name, value);
        });
        command
            .args(["demo", "--seed", "1", "--clients", &clients.to_string(), "--years", &years.to_string(), "--db"])
            .arg(&draft);
        assert!(command.status().unwrap().success());
        std::fs::rename(&draft, &path).unwrap();
    }
    path
}

/// What a measured program finds around it.
pub fn surroundings(mut set: impl FnMut(&str, &str)) {
    set("TZ", ZONE.name());
    set("TOUCHBASE_NOW", CLOCK);
    set("TOUCHBASE_LANG", "en");
    set("TERM", "xterm-256color");
}

/// The clock of every measurement.
pub fn now() -> Now {
    Now { instant: Moment(chrono::DateTime::parse_from_rfc3339(CLOCK).unwrap().timestamp()), zone: ZONE }
}

/// What a user without a configuration file has.
pub fn settings() -> Settings {
    let config = Config::default();
    let holidays = config.holidays(ZONE, Path::new("/nowhere")).unwrap();
    Settings {
        holidays,
        currency: config.currency,
        rates: config.rates,
        cultures: Default::default(),
        booked: true,
        playbooks: Default::default(),
    }
}
