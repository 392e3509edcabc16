//! Playbooks on the command line: begun, taken step by step, ended, listed; one's own files; what is refused, and undo.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};
use std::fs;

fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &["--since", "2024-01-08"]);
    cli.client("Greenleaf Tech", &["--since", "2026-11-02"]);
    cli
}
