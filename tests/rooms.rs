//! The house keeps its rooms: who may use what, read from the source tree itself.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Every source file as (path below `src`, code without comments).
fn code() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).unwrap();
            let code = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            (name, code)
        })
        .collect()
}

/// Files outside the allowed places that contain one of the words.
fn offenders(words: &[&str], allowed: &[&str]) -> Vec<String> {
    code()
        .into_iter()
        .filter(|(name, _)| !allowed.iter().any(|a| name.starts_with(a)))
        .flat_map(|(name, code)| {
            words.iter().filter(|w| code.contains(**w)).map(|w| format!("{name} uses {w}")).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn only_the_store_speaks_sql() {
    assert_eq!(offenders(&["rusqlite"], &["store/"]), Vec::<String>::new());
}

#[test]
fn only_the_messages_room_fills_templates() {
    assert_eq!(offenders(&["minijinja"], &["messages/"]), Vec::<String>::new());
}

#[test]
fn only_the_screen_touches_the_terminal() {
    assert_eq!(offenders(&["ratatui", "crossterm"], &["tui/"]), Vec::<String>::new());
}

#[test]
fn nobody_reads_a_clock_but_main_and_the_shell() {
    let words = ["Utc::now", "Local::now", "SystemTime::now"];
    assert_eq!(offenders(&words, &["main.rs", "tui/run.rs", "tui/open.rs"]), Vec::<String>::new());
    // A stopwatch measures how long something took; it may not decide anything in the pure rooms.
    let found: Vec<String> = offenders(&["Instant::now"], &["main.rs", "tui/", "cli/"]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_pure_rooms_do_no_input_or_output() {
    let pure = ["domain/", "app/"];
    let words = ["std::fs", "std::env", "std::process", "println!", "eprintln!", "rand::", "crate::store::Store"];
    let found: Vec<String> = code()
        .into_iter()
        .filter(|(name, _)| pure.iter().any(|p| name.starts_with(p)))
        .flat_map(|(name, code)| {
            words.iter().filter(|w| code.contains(**w)).map(|w| format!("{name} uses {w}")).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_room_only_looks_down() {
    let above = [
        ("domain/", &["crate::store", "crate::portfolio", "crate::app", "crate::cli", "crate::tui", "crate::interchange"][..]),
        ("store/", &["crate::portfolio", "crate::app", "crate::cli", "crate::tui"][..]),
        ("interchange/", &["crate::portfolio", "crate::app", "crate::cli", "crate::tui", "crate::store"][..]),
        (
            "portfolio/",
            &["crate::app", "crate::messages", "crate::playbooks", "crate::occasions", "crate::cli", "crate::tui"][..],
        ),
        ("messages/", &["crate::app", "crate::cli", "crate::tui"][..]),
        ("notes/", &["crate::app", "crate::cli", "crate::tui", "crate::store", "crate::portfolio", "crate::messages"][..]),
        ("playbooks/", &["crate::app", "crate::cli", "crate::tui", "crate::store", "crate::portfolio"][..]),
        ("occasions/", &["crate::app", "crate::cli", "crate::tui", "crate::store", "crate::portfolio"][..]),
        ("app/", &["crate::cli", "crate::tui"][..]),
    ];
    let found: Vec<String> = code()
        .into_iter()
        .flat_map(|(name, code)| {
            above
                .iter()
                .filter(|(room, _)| name.starts_with(room))
                .flat_map(|(_, words)| words.iter())
                .filter(|w| code.contains(**w))
                .map(|w| format!("{name} looks up to {w}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn only_one_place_prints() {
    let found = offenders(&["println!", "print!("], &["cli/output.rs", "main.rs", "tui/terminal.rs"]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_module_opens_with_what_lives_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} does not say what lives in it", path.display());
    }
}
