//! The README names every command and every key of the registry, and nothing that is not there. Its screens are drawn by the program:
//! `UPDATE_README=1 cargo test --test readme` writes them anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod screen_fixture;

use common::cli::Cli;
use screen_fixture::{Driver, ZONE, now};
use std::collections::BTreeSet;
use touchbase::app::command::{COMMANDS, Scope};
use touchbase::i18n::{Lang, Words};
use touchbase::store::{OpenMode, Store};

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

fn section<'a>(text: &'a str, title: &str) -> &'a str {
    let start = text.find(&format!("## {title}\n")).unwrap();
    let rest = &text[start + 3..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

/// A screen of the README: its name, the keys that lead there, its size.
const SCREENS: [(&str, &str, (u16, u16)); 2] = [("today", "j j j j", (100, 28)), ("clients", "2 j j j", (80, 24))];

/// The screens of the sample on a Monday morning, with the lines that open and close them.
fn screens() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for lang in Lang::ALL {
        let mut cli = Cli::new();
        cli.speak(lang.tag()).ok(&["demo", "--db", "book.db"]);
        for (name, keys, size) in SCREENS {
            let store = Store::open(&cli.db(), OpenMode::Create { zone: ZONE }, None).unwrap();
            let mut d = Driver::open(store, lang, size, now("2026-11-23 09:04"));
            d.keys(keys);
            out.push((format!("<!-- screen {name} {} -->\n```text\n", lang.tag()), d.picture()));
        }
    }
    out
}

#[test]
fn the_screens_are_drawn_by_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let mut text = readme();
    let mut drifted = Vec::new();
    for (opens, picture) in screens() {
        let start = text.find(&opens).unwrap_or_else(|| panic!("{opens} is missing")) + opens.len();
        let end = start + text[start..].find("```\n").unwrap();
        if text[start..end] != picture {
            drifted.push(picture.clone());
            text.replace_range(start..end, &picture);
        }
    }
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(path, text).unwrap();
    } else {
        assert_eq!(drifted, Vec::<String>::new(), "UPDATE_README=1 cargo test --test readme draws them anew");
    }
}

#[test]
fn the_exit_codes_are_those_of_the_manual() {
    let text = readme();
    let line = text.split("Exit codes:").nth(1).unwrap().split("\n\n").next().unwrap();
    let codes: Vec<i32> = line.split('·').filter_map(|part| part.split_whitespace().next()?.parse().ok()).collect();
    assert_eq!(codes, [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 15]);
}

/// The words between back-ticks, split at what separates alternatives.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .flat_map(|code| code.split([' ', '|', '\\', '[', ']']).map(str::to_owned).collect::<Vec<_>>())
        .filter(|w| !w.is_empty())
        .collect()
}

#[test]
fn every_command_stands_in_the_table() {
    let text = readme();
    let named = quoted(section(&text, "Commands"));
    let tree = touchbase::cli::args::command(&Words::load(Lang::En));
    let mut missing = Vec::new();
    for command in tree.get_subcommands() {
        if !named.contains(command.get_name()) {
            missing.push(command.get_name().to_owned());
        }
        for sub in command.get_subcommands() {
            if !named.contains(sub.get_name()) {
                missing.push(format!("{} {}", command.get_name(), sub.get_name()));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_key_of_the_lists_stands_in_the_table() {
    let text = readme();
    let keys = section(&text, "The day in keys");
    let missing: Vec<String> = COMMANDS
        .iter()
        .filter(|c| !matches!(c.scope, Scope::First | Scope::Line | Scope::Form | Scope::Panel | Scope::Question))
        .filter(|c| {
            !c.keys.iter().any(|key| {
                let bare = key.to_lowercase();
                keys.contains(&format!("`{key}`"))
                    || keys.split(['`', ' ', ',', ';', ':', '(', ')']).any(|word| word.to_lowercase() == bare)
                    || matches!(*key, "1" | "Down" | "Up" | "Right" | "Left") && keys.contains("arrows")
            })
        })
        .map(|c| format!("{:?} {:?}", c.id, c.keys))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}
