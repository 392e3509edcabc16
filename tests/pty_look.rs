//! The real program on a real terminal: the mouse switched on and off with the screen, what the terminal is asked and what it answers,
//! looks, and pictures that follow the size of the window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod screen_fixture;

use common::cli::{Cli, binary};
use common::pty::{Program, Pty, wait_until};
use common::screen::{cursor_row, screen, wait_cursor, with_environment};
use screen_fixture::{Maker, ZONE};
use std::fs;
use touchbase::domain::words::{Channel, Tier};
use touchbase::store::{OpenMode, Store};
use vt100::MouseProtocolMode;

const NAMES: [&str; 4] = ["Alder", "Birch", "白杨", "Dogwood"];

/// Four calls today, the most urgent first, and this configuration.
fn book(config: &str) -> (Cli, String) {
    let cli = Cli::new();
    let mut m = Maker { store: Store::open(&cli.db(), OpenMode::Create { zone: ZONE }, None).unwrap() };
    for (n, name) in NAMES.iter().enumerate() {
        let id = m.client(name, |_| {});
        m.pin(id, Tier::A);
        m.touch(id, Channel::Visit, &format!("2026-11-{:02} 10:00", 9 + n), "");
    }
    let file = cli.path("look.toml");
    fs::write(&file, config).unwrap();
    (cli, file.to_str().unwrap().to_owned())
}

fn program((cli, config): &(Cli, String)) -> Program {
    screen(cli).env("TOUCHBASE_CONFIG", config)
}

fn booted(program: Program) -> Pty {
    let pty = program.start();
    wait_cursor(&pty, "Alder");
    pty
}

fn has(pty: &Pty, needle: &[u8]) -> bool {
    pty.bytes().windows(needle.len()).any(|w| w == needle)
}

fn mouse_on(pty: &Pty) {
    pty.wait_for("the mouse", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion);
}

/// The row of the screen, from 1, with this text.
fn row_of(pty: &Pty, text: &str) -> usize {
    pty.rows().iter().position(|row| row.contains(text)).unwrap_or_else(|| panic!("{text}")) + 1
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

#[test]
fn a_click_reaches_its_row_and_the_mouse_goes_with_the_screen() {
    let book = book("");
    let mut pty = booted(program(&book));
    mouse_on(&pty);
    let row = row_of(&pty, "Birch");
    pty.raw(format!("\x1b[<0;20;{row}M\x1b[<0;20;{row}m").as_bytes());
    wait_cursor(&pty, "Birch");
    pty.raw(format!("\x1b[<65;20;{row}M").as_bytes());
    wait_cursor(&pty, "Dogwood");
    quit(pty);
    // Every other way out.
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut pty = booted(program(&book));
        mouse_on(&pty);
        pty.signal(name);
        assert_eq!(pty.wait_exit(), code, "{name}");
        pty.assert_restored();
    }
}

#[test]
fn a_stopped_job_leaves_the_mouse_to_the_shell_and_takes_it_again() {
    let (cli, config) = book("");
    let script = "\"$PROGRAM\"; echo \"job stopped $?\"; read answer; fg; echo \"job over $?\"";
    let program = with_environment(&cli, Program::new("sh", &["-mc", script])).env("PROGRAM", binary());
    let mut pty = booted(program.env("TOUCHBASE_CONFIG", config));
    mouse_on(&pty);
    pty.send("<C-z>");
    pty.wait_text("job stopped");
    pty.assert_restored();
    pty.send("<Enter>");
    mouse_on(&pty);
    wait_cursor(&pty, "Alder");
    pty.send("q");
    pty.wait_text("job over 0");
    pty.assert_restored();
}

#[test]
fn a_mouse_that_is_off_is_never_switched_on() {
    let book = book("mouse = false\n");
    let mut pty = booted(program(&book));
    pty.send("j");
    wait_cursor(&pty, "Birch");
    quit_with(pty, |pty| {
        for mode in ["1000", "1002", "1003", "1006"] {
            assert!(!has(pty, format!("\x1b[?{mode}h").as_bytes()), "{mode}");
        }
    });
}

fn quit_with(mut pty: Pty, look: impl FnOnce(&Pty)) {
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
    look(&pty);
}

/// A terminal that answers with this as soon as it is asked.
fn answering(book: &(Cli, String), answer: &[u8]) -> Pty {
    let mut pty = program(book).size(120, 30).start();
    pty.wait_bytes(b"\x1b[6n");
    pty.raw(answer);
    pty
}

#[test]
fn a_terminal_that_draws_edges_two_cells_wide_gets_ascii() {
    let book = book("");
    let pty = answering(&book, b"\x1b[2;3R");
    pty.wait_for("ASCII edges", |s| s.contents().contains("-----+-----") && !s.contents().contains(['─', '│', '┬', '┴']));
    quit(pty);
    let pty = answering(&book, b"\x1b[2;2R");
    pty.wait_for("box characters", |s| s.contents().contains("───┬───"));
    quit(pty);
    // One that says nothing is not waited for.
    let pty = booted(program(&book).size(120, 30));
    pty.wait_text("───┬───");
    quit(pty);
}

#[test]
fn an_answer_takes_no_key_with_it() {
    let book = book("");
    let pty = answering(&book, b"j\x1b]11;rgb:ffff/ffff/ffff\x1b\\j\x1b[2;3Rj");
    wait_cursor(&pty, "Dogwood");
    pty.wait_text("-----+-----");
    assert!(!cursor_row(pty_screen(&pty).screen()).is_empty());
    // In pieces, and late.
    let mut pty = booted(program(&book).size(120, 30));
    pty.raw(b"\x1b]11;rgb:ffff/");
    pty.raw(b"ffff/ffff\x07");
    pty.raw(b"\x1b[2;");
    pty.raw(b"3Rj");
    pty.wait_text("-----+-----");
    wait_cursor(&pty, "Birch");
    quit(pty);
}

/// The screen as it is now, read again from the bytes.
fn pty_screen(pty: &Pty) -> vt100::Parser {
    let mut parser = vt100::Parser::new(30.try_into().unwrap(), 120.try_into().unwrap(), 0);
    parser.process(&pty.bytes());
    parser
}

#[test]
fn configured_edges_and_looks_are_not_asked_for() {
    let book = book("borders = \"ascii\"\ntheme = \"mono\"\n");
    let pty = booted(program(&book).size(120, 30));
    pty.wait_text("-----+-----");
    quit_with(pty, |pty| assert!(!has(pty, b"\x1b[6n") && !has(pty, b"\x1b]11;?")));
}

/// Whether a colour was set: `38;5;n` is how the sixteen are written.
fn coloured(pty: &Pty) -> bool {
    has(pty, b"\x1b[38;5;") || has(pty, b";38;5;")
}

#[test]
fn no_colour_is_mono_unless_a_look_is_configured() {
    let plain = book("");
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        quit_with(booted(program(&plain).env(name, value)), |pty| assert!(!coloured(pty), "{name}"));
        let dark = book("theme = \"dark\"\n");
        quit_with(booted(program(&dark).env(name, value)), |pty| assert!(coloured(pty), "{name}"));
    }
    quit_with(booted(program(&plain)), |pty| assert!(coloured(pty)));
    quit_with(booted(program(&book("theme = \"mono\"\n"))), |pty| assert!(!coloured(pty)));
}

#[test]
fn a_mistake_in_the_configuration_is_one_line_with_its_place() {
    let book = book("lang = \"en\"\nborders = \"round\"\n");
    let mut pty = program(&book).size(200, 24).start();
    assert_eq!(pty.wait_exit(), 2);
    pty.wait_text("look.toml, line 2: borders is \"auto\", \"unicode\" or \"ascii\"");
    pty.assert_restored();
}

#[test]
fn after_any_change_of_size_the_picture_is_that_of_a_fresh_start() {
    let book = book("");
    let mut pty = booted(program(&book).size(60, 18));
    for (columns, rows) in [(250, 80), (60, 18), (100, 30), (99, 30), (200, 18), (60, 80), (80, 24)] {
        pty.resize(columns, rows);
        let fresh = booted(program(&book).size(columns, rows));
        fresh.wait_for("the whole picture", |s| s.rows(0, columns).last().is_some_and(|row| row.contains("? keys")));
        wait_until(&format!("the picture at {columns} by {rows}"), || (pty.rows() == fresh.rows()).then_some(()));
        quit(fresh);
    }
    quit(pty);
}
