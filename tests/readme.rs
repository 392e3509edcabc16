//! The README names every command and every key of the registry, and nothing that is not there.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use touchbase::app::command::{COMMANDS, Scope};
use touchbase::i18n::{Lang, Words};

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

fn section<'a>(text: &'a str, title: &str) -> &'a str {
    let start = text.find(&format!("## {title}\n")).unwrap();
    let rest = &text[start + 3..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
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
    for command in tree.get_subcommands().filter(|c| c.get_name() != "help") {
        if !named.contains(command.get_name()) {
            missing.push(command.get_name().to_owned());
        }
        for sub in command.get_subcommands().filter(|c| c.get_name() != "help") {
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
