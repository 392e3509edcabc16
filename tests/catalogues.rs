//! Both languages say the same things: same ids, same arguments, no id twice, none unused, none missing.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use touchbase::i18n::{Lang, sources};

/// Ids with the arguments they use. The catalogues are simple enough to be read line by line.
fn entries(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in sources(lang) {
        let mut current = String::new();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let is_entry = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((id, _)) = line.split_once('=').filter(|_| is_entry) {
                current = id.trim().to_owned();
                assert!(out.insert(current.clone(), BTreeSet::new()).is_none(), "{current} stands twice, again in {file}");
            }
            let mut rest = line;
            while let Some(at) = rest.find('$') {
                rest = &rest[at + 1..];
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
                out.get_mut(&current).unwrap().insert(rest[..end].to_owned());
            }
        }
    }
    out
}

#[test]
fn both_languages_have_the_same_ids_and_arguments() {
    let (en, zh) = (entries(Lang::En), entries(Lang::Zh));
    let only = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| {
        a.keys().filter(|k| !b.contains_key(*k)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(only(&en, &zh), Vec::<String>::new(), "missing in Chinese");
    assert_eq!(only(&zh, &en), Vec::<String>::new(), "missing in English");
    for (id, args) in &en {
        assert_eq!(args, &zh[id], "arguments of {id}");
    }
}

#[test]
fn every_catalogue_parses() {
    for lang in Lang::ALL {
        for (file, text) in sources(lang) {
            if let Err((_, errors)) = fluent_bundle::FluentResource::try_new((*text).to_owned()) {
                panic!("{} {file}: {errors:?}", lang.tag());
            }
        }
    }
}

/// Whole string literals of the source tree that look like catalogue ids are in the catalogue.
#[test]
fn every_message_named_in_the_code_exists() {
    let en = entries(Lang::En);
    let mut missing = Vec::new();
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |path, text| {
        for (at, _) in text.match_indices("Message::new(\"") {
            let rest = &text[at + 14..];
            let id = &rest[..rest.find('"').unwrap()];
            if !en.contains_key(id) {
                missing.push(format!("{id} in {}", path.display()));
            }
        }
    });
    assert_eq!(missing, Vec::<String>::new());
}

/// Ids that no literal names: the words of a family with a code (`word("status", …)`, `format!("field-{}", …)`), the registry's
/// titles, and the texts of commands and their arguments.
fn by_rule(source: &str) -> impl Fn(&str) -> bool + '_ {
    let tree = touchbase::cli::args::command(&touchbase::i18n::Words::load(Lang::En));
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut add = |path: &str, command: &clap::Command| {
        known.extend(["about", "example"].map(|what| format!("cli{path}-{what}")));
        for arg in command.get_arguments() {
            known.insert(format!("cli{path}-{}", arg.get_id()));
            known.insert(format!("cli-arg-{}", arg.get_id()));
        }
    };
    add("", &tree);
    for command in tree.get_subcommands() {
        add(&format!("-{}", command.get_name()), command);
        for sub in command.get_subcommands() {
            add(&format!("-{}-{}", command.get_name(), sub.get_name()), sub);
        }
    }
    known.extend(touchbase::app::command::COMMANDS.iter().flat_map(|c| [c.title, c.help]).map(str::to_owned));
    known.extend(touchbase::app::command::COMMANDS.iter().filter_map(|c| c.group).map(str::to_owned));
    let words = source.split("word(\"").skip(1).filter_map(|rest| rest.split_once('"'));
    let composed = source.split('"').filter_map(|text| text.split_once("-{"));
    let families: BTreeSet<&str> = words.chain(composed).map(|(family, _)| family).collect();
    move |id: &str| known.contains(id) || id.match_indices('-').any(|(at, _)| families.contains(&id[..at]))
}

#[test]
fn every_entry_is_said_somewhere() {
    let mut source = String::new();
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |_, text| source.push_str(text));
    let by_rule = by_rule(&source);
    let said: BTreeSet<&str> = source.split('"').collect();
    let unused: Vec<String> = entries(Lang::En).into_keys().filter(|id| !said.contains(&**id) && !by_rule(id)).collect();
    assert_eq!(unused, Vec::<String>::new());
}

fn visit(dir: &Path, each: &mut dyn FnMut(&Path, &str)) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, each);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            // What a module says in its own tests is not said to a user.
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            each(&path, code);
        }
    }
}

#[test]
fn chinese_is_chinese() {
    for (file, text) in sources(Lang::Zh) {
        let letters = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
        let entries = text.lines().filter(|l| l.contains(" = ")).count();
        assert!(letters >= entries, "{file} looks untranslated");
    }
}
