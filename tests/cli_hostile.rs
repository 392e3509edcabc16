//! Hostile text from outside: one row each, and no control byte reaches a terminal through standard output or standard error.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::{Cli, Ran};

fn names() -> Vec<String> {
    vec![
        "Red \u{1b}[31mAlert\u{1b}[0m Ltd".to_owned(),
        "Title \u{1b}]0;owned\u{7} Inc".to_owned(),
        "Two\nLines\r\nthree".to_owned(),
        "Tab\tStop\u{8}\u{7f}".to_owned(),
        "Bidi \u{202e}gnp.exe\u{202c} \u{2066}x\u{2069}".to_owned(),
        "C1 \u{9b}31m \u{85}next".to_owned(),
        "Family 👩‍👩‍👧‍👦 🇨🇳 shop".to_owned(),
        format!("Zalgo {}", "e\u{301}\u{302}\u{303}\u{304}".repeat(50)),
        "长".repeat(10_000),
        "\u{feff}\u{200b}Invisible\u{200f}".to_owned(),
        "'; drop table client; --".to_owned(),
        "{ $name } {{ fluent }}".to_owned(),
    ]
}

/// No byte that a terminal obeys, beyond the ends of rows.
fn harmless(what: &str, text: &str) {
    for c in text.chars() {
        let bad = (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}');
        assert!(!bad, "{what}: {c:?}");
    }
}

fn book() -> Cli {
    let cli = Cli::new();
    for name in names() {
        // As a value behind `--`, so that a name may begin with anything.
        let ran = cli.run(&["client", "add", "--since", "2026-09-01", "--tag", "x\u{1b}[1m", "--note", &name, "--", &name]);
        assert_eq!(ran.code, 0, "{name:?}: {}", ran.err);
        harmless("add", &ran.out);
        assert_eq!(ran.out.trim_end().lines().count(), 1, "{name:?}");
    }
    cli
}

#[test]
fn a_hostile_name_is_one_row_and_harmless_wherever_it_is_printed() {
    let mut cli = book();
    let n = names().len();
    let list = cli.ok(&["client", "list"]);
    assert_eq!(list.lines().count(), n + 1, "a heading and a row each");
    let id = cli.json(&["client", "list"])[0]["id"].as_str().unwrap().to_owned();
    for lang in ["en", "zh-CN"] {
        cli.speak(lang);
        for args in [
            &["today"][..],
            &["client", "list"],
            &["tiers"],
            &["tiers", "--sort"],
            &["policy", "show", "--bill"],
            &["brief", "Two", "Red", "Title"],
            &["spread"],
            &["history"],
            &["sql", "select * from v_client"],
            &["sql", "select name, note from client"],
            &["client", "show", "Two"],
            &["explain", "Title"],
            &["log", "Red", "call", "-m", "a\u{1b}[2Jb\nc"],
            &["client", "show", "Red"],
            &["client", "show", &format!("#{id}")],
        ] {
            let ran = cli.run(args);
            assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
            harmless(&format!("{args:?}"), &ran.out);
            let ran = cli.run(&[args, &["--json"]].concat());
            assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
            harmless(&format!("{args:?} --json"), &ran.out);
            let _: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        }
    }
}

#[test]
fn what_was_stored_stays_as_it_was_typed() {
    let cli = book();
    let list = cli.json(&["client", "list"]);
    let mut stored: Vec<String> = list.as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect();
    let mut typed = names();
    stored.sort();
    typed.sort();
    assert_eq!(stored, typed);
}

#[test]
fn an_error_that_repeats_hostile_text_is_one_harmless_line() {
    let mut cli = book();
    for lang in ["en", "zh-CN"] {
        cli.speak(lang);
        for args in [
            &["log", "\u{1b}[31mnobody\nelse\u{9b}", "call"][..],
            &["log", "Red", "\u{1b}[31mpigeon\n"],
            &["log", "Red", "call", "--at", "\u{1b}]0;x\u{7}"],
            &["log", "Red", "call", "--\u{1b}[31m"],
            &["\u{1b}[31m"],
            &["client", "list", "no\u{1b}pe:x", "--limit"],
            &["import", "no\u{1b}[31m\nsuch.csv"],
            &["policy", "use", "\u{1b}[31m\n"],
            &["zone", "\u{1b}[31m"],
            &["sql", "\u{1b}[31m"],
        ] {
            let ran = cli.run(args);
            assert_ne!(ran.code, 0, "{args:?}");
            harmless(&format!("{args:?}"), &ran.err);
            assert_eq!(ran.err.trim_end().lines().count(), 1, "{args:?}: {}", ran.err);
        }
        let ran = cli.run(&["log", "e", "call"]);
        harmless("ambiguous", &ran.err);
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let cli = book();
    let mut command = cli.touchbase(&["log"]);
    command.arg(std::ffi::OsStr::from_bytes(b"\xff\xfe")).arg("call");
    let ran = Ran::of(command.output().unwrap());
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(ran.err.trim_end().lines().count(), 1);
}

#[test]
fn colours_are_used_only_when_allowed() {
    let cli = book();
    assert!(cli.ok(&["today", "--color", "always"]).contains("\u{1b}[1m"));
    assert!(!cli.ok(&["today", "--color", "auto"]).contains('\u{1b}'));
    let mut command = cli.touchbase(&["today", "--color", "never"]);
    assert!(!Ran::of(command.env("CLICOLOR_FORCE", "1").output().unwrap()).out.contains('\u{1b}'));
    let ran = cli.run(&["log", "nobody", "call", "--color", "always"]);
    assert!(ran.err.starts_with("\u{1b}[31mtouchbase:\u{1b}[0m "), "{:?}", ran.err);
}
