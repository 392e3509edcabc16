//! The command line on a real terminal: the bare program opens the screen, lists stay within the columns.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::{Cli, NOW};
use common::pty::{Program, Pty};

fn start(cli: &Cli, args: &[&str], columns: u16) -> Pty {
    Program::touchbase(args)
        .size(columns, 24)
        .env("HOME", cli.dir.path())
        .env("XDG_CONFIG_HOME", cli.path("config"))
        .env("XDG_STATE_HOME", cli.path("state"))
        .env("TOUCHBASE_DB", cli.db())
        .env("TOUCHBASE_LANG", "en")
        .env("TOUCHBASE_NOW", NOW)
        .env("TZ", "Asia/Shanghai")
        .env("LANG", "C.UTF-8")
        .start()
}

#[test]
fn the_bare_program_opens_the_screen_and_makes_the_file() {
    let cli = Cli::new();
    let mut pty = start(&cli, &[], 80);
    pty.wait_for("a first screen", |screen| screen.contents().lines().filter(|l| !l.trim().is_empty()).count() > 3);
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    assert!(cli.db().exists());
}

#[test]
fn the_demo_opens_on_its_day() {
    let cli = Cli::new();
    let mut pty = start(&cli, &["demo"], 100);
    pty.wait_text("Northstar");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    assert!(!cli.db().exists());
}

#[test]
fn an_export_on_a_terminal_sends_it_no_control_bytes_but_a_file_keeps_them() {
    let cli = Cli::new();
    cli.client("Northstar", &["--note", "red \u{1b}[31m alert"]);
    let pty = start(&cli, &["export"], 200);
    pty.wait_text("alert");
    assert!(!pty.bytes().windows(5).any(|w| w == b"\x1b[31m"), "{:?}", pty.screen_text());
    assert!(cli.ok(&["export"]).contains('\u{1b}'), "a pipe gets every byte");
}

#[test]
fn on_a_terminal_a_list_is_cut_at_its_edge() {
    let cli = Cli::new();
    cli.client(&"长".repeat(500), &["--since", "2026-01-05"]);
    cli.client("Northstar Media", &["--since", "2026-01-05"]);
    let pty = start(&cli, &["today"], 60);
    pty.wait_text("Northstar");
    let rows: Vec<String> = pty.rows().into_iter().filter(|r| !r.trim().is_empty()).collect();
    assert_eq!(rows.len(), 4, "header, heading, two rows, none of them wrapped: {rows:#?}");
}
