//! The man page: the parser's own texts as troff, one page with every command. The parser is built in `args`.

use super::args;
use crate::i18n::Words;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::io;

/// The page as troff.
pub fn page(words: &Words) -> io::Result<Vec<u8>> {
    let root = args::command(words);
    let man = Man::new(root.clone().about(words.get("cli-man-name")));
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_options_section(&mut out)?;
    // A list of commands would point to pages that do not exist: each follows here with its options.
    let mut roff = Roff::default();
    roff.control("SH", [words.get("cli-man-commands").to_uppercase().as_str()]);
    for command in root.get_subcommands() {
        section(&mut roff, command);
        for member in command.get_subcommands() {
            section(&mut roff, member);
        }
    }
    for (heading, text) in [("cli-man-exit", "cli-man-exit-text"), ("cli-man-more", "cli-man-more-text")] {
        roff.control("SH", [words.get(heading).to_uppercase().as_str()]);
        roff.text([roman(words.get(text))]);
    }
    roff.to_writer(&mut out)?;
    Ok(out)
}

/// A command: its line, what it does, its own arguments.
fn section(roff: &mut Roff, command: &Command) {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, line)| line);
    roff.control("SS", [usage]);
    roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    for arg in command.get_arguments().filter(|a| a.get_id() != "help" && !a.is_global_set()) {
        roff.control("TP", []);
        let value = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        let mut head = Vec::new();
        if let Some(short) = arg.get_short() {
            head.extend([bold(format!("-{short}")), roman(", ")]);
        }
        if let Some(long) = arg.get_long() {
            head.push(bold(format!("--{long}")));
        }
        if let Some(value) = value.filter(|_| arg.get_action().takes_values()) {
            if !head.is_empty() {
                head.push(roman(" "));
            }
            head.push(italic(value));
        }
        roff.text(head);
        roff.text([roman(arg.get_help().map(ToString::to_string).unwrap_or_default())]);
    }
}
