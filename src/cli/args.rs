//! From the shape table and the catalogue to a parser, and from a parsed line to typed values. Which commands there are is `shape`.

use super::shape::{self, AS_OF, Arg as Spec, Does, GLOBAL, How, Shape};
use crate::domain::message::Message;
use crate::i18n::{Lang, Words};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// Stands before a value that begins with a hyphen (`-2w`, `-5`), so that the parser does not take it for an option. Taken off again
/// by [`Args`]; a value that really begins with it gets a second one.
const MARK: char = '\u{e000}';

/// The catalogue id of a command's text, `cli-client-add-about`.
pub fn id(path: &[&str], what: &str) -> String {
    let mut id = String::from("cli");
    for part in path.iter().copied().chain([what]) {
        id.push('-');
        id.push_str(part);
    }
    id
}

/// The text of an argument: its command's own where there is one, else the one shared by all commands.
pub fn arg_text(words: &Words, path: &[&str], name: &str) -> String {
    let own = id(path, name);
    if words.has(&own) { words.get(&own) } else { words.get(&format!("cli-arg-{name}")) }
}

/// The whole parser in a language.
pub fn command(words: &Words) -> Command {
    let mut root = Command::new("touchbase")
        .about(words.get("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(false)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(words.get("cli-heading-commands"))
        .subcommand_value_name("COMMAND")
        .override_usage(format!("touchbase [COMMAND] {}", words.get("cli-usage-options")))
        .help_template(template(words))
        .after_help(example(words, "cli-example"))
        .arg(help_flag(words))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.get("cli-arg-version"))
                .help_heading(words.get("cli-heading-options")),
        );
    for spec in GLOBAL {
        root = root.arg(global(words, spec));
    }
    for shape in shape::COMMANDS {
        root = root.subcommand(subcommand(words, &[shape.name], shape));
    }
    root
}

fn template(words: &Words) -> String {
    format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n", words.get("cli-heading-usage"))
}

fn example(words: &Words, id: &str) -> String {
    format!("{}\n{}", words.get("cli-heading-examples"), indent(&words.get(id)))
}

fn indent(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn help_flag(words: &Words) -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(words.get("cli-arg-help"))
        .help_heading(words.get("cli-heading-options"))
}

fn global(words: &Words, spec: &Spec) -> Arg {
    build(words, &[], spec).global(true).help_heading(words.get("cli-heading-everywhere"))
}

fn subcommand(words: &Words, path: &[&'static str], shape: &'static Shape) -> Command {
    let mut command = Command::new(shape.name)
        .about(words.get(&id(path, "about")))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .aliases(shape.aliases.iter().copied())
        .override_usage(usage(words, path, shape))
        .help_template(template(words))
        .after_help(example(words, &id(path, "example")));
    for (place, spec) in shape.args.iter().enumerate() {
        command = command.arg(build(words, path, spec).display_order(place));
    }
    match shape.does {
        Does::Family(members) => {
            command = command
                .subcommand_required(!shape.is_command())
                .subcommand_help_heading(words.get("cli-heading-commands"))
                .subcommand_value_name("COMMAND");
            for member in members {
                command = command.subcommand(subcommand(words, &[path[0], member.name], member));
            }
        }
        Does::Reads => command = command.arg(build(words, path, &AS_OF).display_order(100)),
        Does::Writes | Does::Other => {}
    }
    command.arg(help_flag(words).display_order(101))
}

/// `touchbase log CLIENT CHANNEL [options]`.
fn usage(words: &Words, path: &[&str], shape: &Shape) -> String {
    let mut parts = vec!["touchbase".to_owned()];
    parts.extend(path.iter().map(|p| (*p).to_owned()));
    if let Does::Family(_) = shape.does {
        parts.push(if shape.is_command() { "[COMMAND]" } else { "COMMAND" }.to_owned());
    }
    for spec in shape.args {
        match spec.how {
            How::Needed => parts.push(spec.value.to_owned()),
            How::Maybe => parts.push(format!("[{}]", spec.value)),
            How::Rest => parts.push(format!("[{}]...", spec.value)),
            How::Some => parts.push(format!("{}...", spec.value)),
            How::Option | How::Many | How::Flag => {}
        }
    }
    parts.push(words.get("cli-usage-options"));
    parts.join(" ")
}

fn build(words: &Words, path: &[&str], spec: &Spec) -> Arg {
    let mut arg = Arg::new(spec.name).help(arg_text(words, path, spec.name));
    if !spec.value.is_empty() {
        arg = arg.value_name(spec.value);
    }
    let places = words.get("cli-heading-arguments");
    let options = words.get("cli-heading-options");
    if matches!(spec.name, "file" | "dir" | "output" | "db" | "config" | "maildir") {
        arg = arg.value_parser(clap::value_parser!(OsString));
    }
    match spec.how {
        How::Needed => arg.required(true).help_heading(places),
        How::Maybe => arg.required(false).help_heading(places),
        How::Rest => arg.num_args(0..).help_heading(places),
        How::Some => arg.num_args(1..).required(true).help_heading(places),
        How::Option => named(arg, spec).action(ArgAction::Set).help_heading(options),
        How::Many => named(arg, spec).action(ArgAction::Append).help_heading(options),
        How::Flag => named(arg, spec).action(ArgAction::SetTrue).help_heading(options),
    }
}

fn named(arg: Arg, spec: &Spec) -> Arg {
    let arg = arg.long(spec.name);
    match spec.short {
        Some(short) => arg.short(short),
        None => arg,
    }
}

/// Marks the values that look like options: whatever begins with a hyphen that no option could begin with.
pub fn mark(argv: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    argv.into_iter().map(|arg| if needs_mark(&arg) { marked(&arg) } else { arg }).collect()
}

fn needs_mark(arg: &OsStr) -> bool {
    let Some(text) = arg.to_str() else { return false };
    if text.starts_with(MARK) {
        return true;
    }
    match text.strip_prefix('-') {
        None | Some("" | "-") => false,
        Some(rest) => {
            let rest = rest.strip_prefix('-').unwrap_or(rest);
            !rest.starts_with(|c: char| c.is_ascii_alphabetic())
        }
    }
}

fn marked(arg: &OsStr) -> OsString {
    let mut out = OsString::from(MARK.to_string());
    out.push(arg);
    out
}

fn unmark(text: &str) -> String {
    text.strip_prefix(MARK).unwrap_or(text).to_owned()
}

/// The language asked for on the line itself, read before anything is parsed.
pub fn lang_of(argv: &[OsString]) -> Option<Lang> {
    let mut args = argv.iter().filter_map(|a| a.to_str()).take_while(|a| *a != "--");
    while let Some(arg) = args.next() {
        if let Some(value) = arg.strip_prefix("--lang=") {
            return Lang::parse(value);
        }
        if arg == "--lang" {
            return args.next().and_then(Lang::parse);
        }
    }
    None
}

/// The value of `--config` on the line, read before anything is parsed: the configuration may name the language.
pub fn config_of(argv: &[OsString]) -> Option<PathBuf> {
    let mut args = argv.iter().take_while(|a| *a != "--");
    while let Some(arg) = args.next() {
        if arg == "--config" {
            return args.next().map(PathBuf::from);
        }
        if let Some(value) = arg.to_str().and_then(|a| a.strip_prefix("--config=")) {
            return Some(PathBuf::from(value));
        }
    }
    None
}

/// A parsed command line: the command's path and its values.
pub struct Args<'m> {
    /// `["client", "add"]`; empty when no command was named.
    pub path: Vec<&'m str>,
    matches: &'m ArgMatches,
}

impl<'m> Args<'m> {
    /// Walks down to the command that was named.
    pub fn new(root: &'m ArgMatches) -> Args<'m> {
        let mut path = Vec::new();
        let mut matches = root;
        while let Some((name, inner)) = matches.subcommand() {
            path.push(name);
            matches = inner;
        }
        Args { path, matches }
    }

    fn raw(&self, name: &str) -> Option<&'m String> {
        self.matches.try_get_one::<String>(name).ok().flatten()
    }

    /// The value of an argument.
    pub fn text(&self, name: &str) -> Option<String> {
        self.raw(name).map(|t| unmark(t))
    }

    /// The value of an argument the parser insists on.
    pub fn needed(&self, name: &str) -> String {
        self.text(name).unwrap_or_default()
    }

    /// Every value of an argument.
    pub fn texts(&self, name: &str) -> Vec<String> {
        let values = self.matches.try_get_many::<String>(name).ok().flatten();
        values.map(|all| all.map(|t| unmark(t)).collect()).unwrap_or_default()
    }

    /// The value of an argument as a path.
    pub fn path_of(&self, name: &str) -> Option<PathBuf> {
        self.matches.try_get_one::<OsString>(name).ok().flatten().map(os_path)
    }

    /// Every value of an argument as a path.
    pub fn paths(&self, name: &str) -> Vec<PathBuf> {
        let values = self.matches.try_get_many::<OsString>(name).ok().flatten();
        values.map(|all| all.map(os_path).collect()).unwrap_or_default()
    }

    /// Whether a flag was given.
    pub fn flag(&self, name: &str) -> bool {
        self.matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
    }
}

fn os_path(value: &OsString) -> PathBuf {
    match value.to_str() {
        Some(text) => PathBuf::from(unmark(text)),
        None => PathBuf::from(value),
    }
}

/// What the parser refused, as one sentence in the user's language. `None`: the help or the version was asked for.
pub fn refusal(error: &clap::Error, argv: &[OsString]) -> Option<Message> {
    let path = named_path(argv);
    let help = format!("{}{} --help", "touchbase", path.iter().map(|p| format!(" {p}")).collect::<String>());
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => unmark(text),
        Some(ContextValue::Strings(all)) => all.iter().map(|t| unmark(t)).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    };
    let told = |id: &'static str, what: String| Some(Message::new(id).with("what", what).with("help", help.clone()));
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => None,
        ErrorKind::UnknownArgument => {
            let what = context(ContextKind::InvalidArg);
            if what == "--as-of" {
                return told("cli-error-as-of", what);
            }
            let id = if what.starts_with('-') { "cli-error-unknown-option" } else { "cli-error-too-many" };
            told(id, what)
        }
        ErrorKind::InvalidSubcommand => told("cli-error-unknown-command", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            told("cli-error-missing-command", path.join(" "))
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = context(ContextKind::InvalidArg).replace(['<', '>'], "");
            told("cli-error-missing", missing)
        }
        ErrorKind::ArgumentConflict => told("cli-error-twice", short_name(&context(ContextKind::InvalidArg))),
        ErrorKind::InvalidUtf8 => told("cli-error-utf8", String::new()),
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            told("cli-error-no-value", short_name(&context(ContextKind::InvalidArg)))
        }
        ErrorKind::TooManyValues => told("cli-error-flag-value", short_name(&context(ContextKind::InvalidArg))),
        _ => told("cli-error-usage", String::new()),
    }
}

/// `--at <WHEN>` without its value.
fn short_name(text: &str) -> String {
    text.split_whitespace().next().unwrap_or_default().to_owned()
}

/// The command named on a line that could not be parsed.
fn named_path(argv: &[OsString]) -> Vec<&'static str> {
    let mut path: Vec<&'static str> = Vec::new();
    let mut commands = shape::COMMANDS;
    for arg in argv.iter().skip(1).filter_map(|a| a.to_str()) {
        let Some(shape) = commands.iter().find(|s| s.name == arg || s.aliases.contains(&arg)) else {
            continue;
        };
        path.push(shape.name);
        match shape.does {
            Does::Family(members) => commands = members,
            _ => break,
        }
    }
    path
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn line(text: &[&str]) -> Vec<OsString> {
        mark(std::iter::once("touchbase").chain(text.iter().copied()).map(OsString::from))
    }

    fn parse(text: &[&str]) -> Result<ArgMatches, Message> {
        let argv = line(text);
        command(&Words::load(Lang::En))
            .try_get_matches_from(&argv)
            .map_err(|e| refusal(&e, &argv).expect("help was not asked for"))
    }

    #[test]
    fn every_command_and_argument_has_its_texts_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::load(lang);
            for spec in GLOBAL.iter().chain([&AS_OF]) {
                assert!(words.has(&format!("cli-arg-{}", spec.name)), "{}: {}", lang.tag(), spec.name);
            }
            shape::walk(&mut |path, shape| {
                for what in ["about", "example"] {
                    assert!(words.has(&id(path, what)), "{}: {}", lang.tag(), id(path, what));
                }
                assert!(
                    words.get(&id(path, "example")).contains(&path.join(" ")),
                    "{} {path:?} is not in its example",
                    lang.tag()
                );
                for spec in shape.args {
                    let own = id(path, spec.name);
                    assert!(words.has(&own) || words.has(&format!("cli-arg-{}", spec.name)), "{}: {own}", lang.tag());
                }
            });
        }
    }

    #[test]
    fn the_parser_is_sound_and_its_help_speaks_one_language() {
        for lang in Lang::ALL {
            let words = Words::load(lang);
            command(&words).debug_assert();
            shape::walk(&mut |path, _| {
                let mut argv = vec!["touchbase"];
                argv.extend(path);
                argv.push("--help");
                let help = command(&words).try_get_matches_from(argv).unwrap_err().to_string();
                assert!(help.contains(&words.get("cli-heading-examples")), "{help}");
                if lang == Lang::Zh {
                    for english in ["Usage", "Options", "Commands", "possible values", "default"] {
                        assert!(!help.contains(english), "{english} in\n{help}");
                    }
                }
            });
        }
    }

    #[test]
    fn examples_in_the_help_parse() {
        for lang in Lang::ALL {
            let words = Words::load(lang);
            shape::walk(&mut |path, _| {
                for example in words.get(&id(path, "example")).lines() {
                    let argv = mark(split(example).into_iter().map(OsString::from));
                    let parsed = command(&words).try_get_matches_from(&argv);
                    assert!(parsed.is_ok(), "{example}: {:?}", parsed.map(|_| ()));
                }
            });
        }
    }

    /// Splits as a shell does, as far as the examples need it: double quotes, and output sent to a file.
    fn split(line: &str) -> Vec<String> {
        let line = line.split(" > ").next().unwrap();
        let (mut words, mut quoted, mut open) = (Vec::<String>::new(), false, false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ' ' if !quoted => open = false,
                c => {
                    if !open {
                        words.push(String::new());
                        open = true;
                    }
                    words.last_mut().unwrap().push(c);
                }
            }
        }
        words
    }

    #[test]
    fn values_that_begin_with_a_hyphen_are_values() {
        let m = parse(&["task", "add", "X", "quote", "--due", "-2w"]).unwrap();
        assert_eq!(Args::new(&m).text("due").unwrap(), "-2w");
        let m = parse(&["snooze", "X", "-1d"]).unwrap();
        assert_eq!(Args::new(&m).needed("when"), "-1d");
        let m = parse(&["snooze", "X", "--", "-1d"]).unwrap();
        assert_eq!(Args::new(&m).needed("when"), "-1d");
        let m = parse(&["invoice", "add", "X", "-1200.50", "--cost=-3"]).unwrap();
        assert_eq!((Args::new(&m).needed("amount"), Args::new(&m).text("cost").unwrap()), ("-1200.50".into(), "-3".into()));
        let m = parse(&["log", "X", "call", "-m", "- nothing new", "--at", "-2d"]).unwrap();
        assert_eq!(Args::new(&m).text("note").unwrap(), "- nothing new");
    }

    #[test]
    fn a_line_that_cannot_be_parsed_is_refused_in_one_sentence() {
        let id = |line: &[&str]| parse(line).unwrap_err().id;
        assert_eq!(id(&["log", "X", "call", "--foo"]), "cli-error-unknown-option");
        assert_eq!(id(&["log", "X", "call", "--as-of", "today"]), "cli-error-as-of");
        assert_eq!(id(&["log", "X"]), "cli-error-missing");
        assert_eq!(id(&["log", "X", "call", "one", "two"]), "cli-error-too-many");
        assert_eq!(id(&["frobnicate"]), "cli-error-unknown-command");
        assert_eq!(id(&["client", "frobnicate"]), "cli-error-unknown-command");
        assert_eq!(id(&["client"]), "cli-error-missing-command");
        assert_eq!(id(&["log", "X", "call", "--at"]), "cli-error-no-value");
        assert_eq!(id(&["log", "X", "call", "--at", "a", "--at", "b"]), "cli-error-twice");
        assert_eq!(id(&["log", "X", "call", "--in=yes"]), "cli-error-flag-value");
        let message = parse(&["client", "add", "X", "--foo"]).unwrap_err();
        assert!(format!("{message:?}").contains("touchbase client add --help"), "{message:?}");
    }

    #[test]
    fn commands_that_do_not_exist_are_not_in_the_help() {
        for name in ["merge", "erase", "backup", "doctor", "report"] {
            assert!(shape::find(&[name]).is_none(), "{name}");
        }
        assert!(shape::find(&["client", "merge"]).is_none());
    }
}
