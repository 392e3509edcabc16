//! The command line: one file per command or family of commands. Here: reading the line, choosing the language, and handing over.
//! `shape` says which commands there are, `args` parses, `output` is the only printer, `errors` ends a run.

mod appointment;
pub mod args;
mod bill;
mod brief;
mod calendar;
mod calendar_prep;
mod care;
mod care_list;
mod causes;
mod client;
mod client_list;
mod client_show;
mod complaint;
mod consent;
mod context;
mod deck;
mod defer;
mod demo;
mod draft;
mod engagement;
mod errors;
mod explain;
mod export;
mod filter;
mod gift;
mod hand_over;
mod help;
mod hindsight;
mod history;
mod holidays;
mod import;
mod improvement;
mod invoice;
mod leave;
mod load;
mod log;
mod lost;
mod man;
mod many;
mod milestone;
mod notes;
mod opportunity;
pub mod output;
mod person;
mod pick;
mod playbook;
mod policy;
mod preview;
mod publish;
mod relation;
mod review;
mod risk;
mod screen;
mod set;
mod setup;
pub mod shape;
mod spread;
mod sql;
mod survey;
mod task;
mod today;

use crate::config::{Config, LangSources, choose_lang};
use crate::domain::day::{Moment, Now};
use crate::domain::message::Message;
use crate::i18n::{Lang, Words};
use crate::paths::Paths;
use anyhow::Result;
use args::Args;
use context::Context;
use errors::{USAGE, fail};
use output::{Colour, Output};
use std::ffi::OsString;
use std::path::Path;

/// Runs one command line and gives the exit code. `argv` begins with the program's name; `instant` is the clock; `tick` reads it
/// again for the screen.
pub fn run(argv: Vec<OsString>, instant: Moment, tick: &dyn Fn() -> Moment) -> i32 {
    // A full disk must be an error that is reported, not the end of the program.
    crate::tui::signals::ignore_file_size();
    let argv = args::mark(argv);
    // The configuration may name the language, so it is read before the line is parsed; its errors wait until after.
    let config = load_config(&argv);
    let words = Words::load(lang(args::lang_of(&argv), config.as_ref().ok()));
    let now = Now { instant, zone: crate::paths::detect_zone(std::env::var("TZ").ok().as_deref()) };
    let fail = |error: &anyhow::Error, words: &Words| errors::report(error, words, &now, colour_of(&argv));
    let matches = match args::command(&words).try_get_matches_from(&argv) {
        Ok(matches) => matches,
        Err(error) => {
            let said = match args::refusal(&error, &argv) {
                Some(message) => Err(errors::fail(USAGE, message)),
                // Help and version go to standard output.
                None => Output::new(false, Colour::Auto).text(&error.render().to_string()).map_err(Into::into),
            };
            return said.map_or_else(|e| fail(&e, &words), |()| 0);
        }
    };
    let args = Args::new(&matches);
    let (config, paths, colour) = match settle(&args, config) {
        Ok(settled) => settled,
        Err(error) => return fail(&error, &words),
    };
    let own = std::env::var("TOUCHBASE_LANG").is_ok_and(|v| Lang::parse(&v).is_some());
    let lang_given = args.text("lang").is_some() || own || config.lang.is_some();
    let ctx = Context { words, config, paths, out: Output::new(args.flag("json"), colour), instant, lang_given };
    let done = dispatch(&ctx, &args, tick);
    // What was printed before an error still belongs to the reader.
    let flushed = ctx.out.finish();
    let done = done.and_then(|()| Ok(flushed?));
    match done {
        Ok(()) => 0,
        Err(e) if ctx.out.has_written() => errors::unprinted(&e, &ctx.words, &now, colour_of(&argv)),
        Err(e) => fail(&e, &ctx.words),
    }
}

/// Says that the variable which sets the clock cannot be read, and gives the exit code.
pub fn refuse_clock(argv: Vec<OsString>, variable: &str, text: &str, instant: Moment) -> i32 {
    let argv = args::mark(argv);
    let words = Words::load(lang(args::lang_of(&argv), load_config(&argv).ok().as_ref()));
    let now = Now { instant, zone: crate::paths::detect_zone(std::env::var("TZ").ok().as_deref()) };
    let message = Message::new("cli-error-clock").with("variable", variable).with("text", context::short(text));
    errors::report(&errors::fail(USAGE, message), &words, &now, colour_of(&argv))
}

/// What surrounds a command, once the line is known to be well-formed.
fn settle(args: &Args<'_>, config: Result<Config, Message>) -> Result<(Config, Paths, Colour)> {
    check_word(args, "lang", |t| Lang::parse(t).is_some(), "en, zh-CN")?;
    check_word(args, "color", |t| Colour::parse(t).is_some(), "auto, always, never")?;
    let config = config.map_err(|m| fail(USAGE, m))?;
    let (db, file) = (args.path_of("db"), args.path_of("config"));
    let paths = Paths::find(db.as_deref(), file.as_deref(), |name| std::env::var_os(name));
    let colour = args.text("color").and_then(|t| Colour::parse(&t)).unwrap_or(Colour::Auto);
    Ok((config, paths.map_err(|m| fail(errors::FAILED, m))?, colour))
}

fn dispatch(ctx: &Context, args: &Args<'_>, tick: &dyn Fn() -> Moment) -> Result<()> {
    match args.path.as_slice() {
        [] if ctx.out.terminal && !ctx.out.json => screen::open(ctx, tick),
        [] | ["today"] => today::run(ctx, args),
        ["log"] => log::run(ctx, args),
        ["snooze"] => defer::snooze(ctx, args),
        ["skip"] => defer::skip(ctx, args),
        ["pause"] => defer::pause(ctx, args),
        ["appointment", "add"] => appointment::add(ctx, args),
        ["appointment", "list"] => appointment::list(ctx, args),
        ["appointment", "cancel"] => appointment::cancel(ctx, args),
        ["leave", "add"] => leave::add(ctx, args),
        ["leave", "list"] => leave::list(ctx, args),
        ["leave", "remove"] => leave::remove(ctx, args),
        ["holidays", "import"] => holidays::import(ctx, args),
        ["holidays", "list"] => holidays::list(ctx, args),
        ["holidays", "remove"] => holidays::remove(ctx, args),
        ["client", "add"] => client::add(ctx, args),
        ["client", "edit"] => client::edit(ctx, args),
        ["client", "show"] => client_show::run(ctx, args),
        ["client", "list"] => client_list::run(ctx, args),
        ["client", "tag"] => client::tag(ctx, args),
        ["client", "pin"] => client::pin(ctx, args),
        ["client", "stop"] => client::stop(ctx, args),
        ["client", "invest"] => client::invest(ctx, args),
        ["client", "relate"] => relation::run(ctx, args),
        ["person", "add"] => person::add(ctx, args),
        ["person", "edit"] => person::edit(ctx, args),
        ["person", "list"] => person::list(ctx, args),
        ["person", "remove"] => person::remove(ctx, args),
        ["task", "add"] => task::add(ctx, args),
        ["task", "edit"] => task::edit(ctx, args),
        ["task", "list"] => task::list(ctx, args),
        ["task", "done"] => task::done(ctx, args),
        ["invoice", "add"] => invoice::add(ctx, args),
        ["invoice", "edit"] => invoice::edit(ctx, args),
        ["invoice", "list"] => invoice::list(ctx, args),
        ["invoice", "done"] => invoice::done(ctx, args),
        ["engagement", "add"] => engagement::add(ctx, args),
        ["engagement", "edit"] => engagement::edit(ctx, args),
        ["engagement", "list"] => engagement::list(ctx, args),
        ["engagement", "done"] => engagement::done(ctx, args),
        ["engagement", "report"] => engagement::report(ctx, args),
        ["engagement", "renew"] => engagement::renew(ctx, args),
        ["milestone", "add"] => milestone::add(ctx, args),
        ["milestone", "edit"] => milestone::edit(ctx, args),
        ["milestone", "list"] => milestone::list(ctx, args),
        ["milestone", "done"] => milestone::done(ctx, args),
        ["milestone", "remove"] => milestone::remove(ctx, args),
        ["opportunity", "add"] => opportunity::add(ctx, args),
        ["opportunity", "edit"] => opportunity::edit(ctx, args),
        ["opportunity", "list"] => opportunity::list(ctx, args),
        ["opportunity", "done"] => opportunity::done(ctx, args),
        ["care", "add"] => care::add(ctx, args),
        ["care", "edit"] => care::edit(ctx, args),
        ["care", "list"] => care_list::list(ctx, args),
        ["care", "remove"] => care::remove(ctx, args),
        ["care", "done"] => care::done(ctx, args),
        ["care", "holidays"] => care_list::holidays(ctx, args),
        ["gift", "add"] => gift::add(ctx, args),
        ["gift", "list"] => gift::list(ctx, args),
        ["gift", "remove"] => gift::remove(ctx, args),
        ["survey", "add"] => survey::add(ctx, args),
        ["survey", "list"] => survey::list(ctx, args),
        ["survey", "remove"] => survey::remove(ctx, args),
        ["complaint", "open"] => complaint::open(ctx, args),
        ["complaint", "event"] => complaint::event(ctx, args),
        ["complaint", "edit"] => complaint::edit(ctx, args),
        ["complaint", "evidence"] => complaint::evidence(ctx, args),
        ["complaint", "list"] => complaint::list(ctx, args),
        ["complaint", "show"] => complaint::show(ctx, args),
        ["complaint", "causes"] => causes::run(ctx, args),
        ["improvement", "add"] => improvement::add(ctx, args),
        ["improvement", "edit"] => improvement::edit(ctx, args),
        ["improvement", "done"] => improvement::done(ctx, args),
        ["improvement", "list"] => improvement::list(ctx, args),
        ["playbook", "start"] => playbook::start(ctx, args),
        ["playbook", "list"] => playbook::list(ctx, args),
        ["playbook", "step"] => playbook::step(ctx, args),
        ["playbook", "end"] => playbook::end(ctx, args),
        ["playbook", "show"] => playbook::show(ctx, args),
        ["explain"] => explain::run(ctx, args),
        ["calendar"] => calendar::run(ctx, args),
        ["brief"] => brief::run(ctx, args),
        ["consent", "add"] => consent::add(ctx, args),
        ["consent", "list"] => consent::list(ctx, args),
        ["consent", "remove"] => consent::remove(ctx, args),
        ["draft"] => draft::run(ctx, args),
        ["notes"] => notes::list(ctx, args),
        ["notes", "show"] => notes::show(ctx, args),
        ["notes", "edit"] => notes::edit(ctx, args),
        ["risk"] => risk::run(ctx, args),
        ["tiers"] => explain::tiers(ctx, args),
        ["review"] => review::run(ctx, args),
        ["load"] => load::run(ctx, args),
        ["spread"] => spread::run(ctx, args),
        ["undo"] => history::undo(ctx, args),
        ["redo"] => history::redo(ctx, args),
        ["history"] => history::history(ctx, args),
        ["import"] => import::run(ctx, args),
        ["export"] => export::run(ctx, args),
        ["publish"] => publish::run(ctx, args),
        ["sql"] => sql::run(ctx, args),
        ["policy", "show"] => policy::show(ctx, args),
        ["policy", "edit"] => policy::edit(ctx, args),
        ["policy", "use"] => policy::take(ctx, args),
        ["zone"] => setup::zone(ctx, args),
        ["demo"] => demo::run(ctx, args, tick),
        ["config", "path"] => setup::paths(ctx),
        ["completions"] => setup::completions(ctx, args),
        ["help"] => help::run(ctx, args),
        // The shape table and this one are held together by a test.
        _ => Err(fail(USAGE, Message::new("cli-error-usage").with("help", "touchbase --help"))),
    }
}

fn check_word(args: &Args<'_>, name: &str, good: impl Fn(&str) -> bool, choices: &str) -> Result<()> {
    match args.text(name) {
        Some(text) if !good(&text) => {
            Err(fail(USAGE, Message::new("cli-error-word").with("text", text).with("choices", choices)))
        }
        _ => Ok(()),
    }
}

fn load_config(argv: &[OsString]) -> Result<Config, Message> {
    let named = args::config_of(argv);
    // The database plays no part in where the configuration is.
    let paths = Paths::find(Some(Path::new("")), named.as_deref(), |name| std::env::var_os(name))?;
    Config::load(&paths.config_file)
}

fn lang(flag: Option<Lang>, config: Option<&Config>) -> Lang {
    let env = |name: &str| std::env::var(name).ok();
    let (own, all, messages, lang) = (env("TOUCHBASE_LANG"), env("LC_ALL"), env("LC_MESSAGES"), env("LANG"));
    choose_lang(&LangSources {
        flag,
        touchbase_lang: own.as_deref(),
        config: config.and_then(|c| c.lang),
        lc_all: all.as_deref(),
        lc_messages: messages.as_deref(),
        lang: lang.as_deref(),
    })
}

/// The colours of an error, also of a line that could not be parsed.
fn colour_of(argv: &[OsString]) -> Colour {
    let mut args = argv.iter().filter_map(|a| a.to_str()).take_while(|a| *a != "--");
    let mut found = None;
    while let Some(arg) = args.next() {
        found = arg.strip_prefix("--color=").or_else(|| if arg == "--color" { args.next() } else { None }).or(found);
    }
    found.and_then(Colour::parse).unwrap_or(Colour::Auto)
}

#[cfg(test)]
mod tests {
    use super::shape;

    /// Every command of the table has its line in `dispatch`.
    #[test]
    fn every_command_is_carried_out() {
        let source = include_str!("mod.rs");
        shape::walk(&mut |path, shape| {
            if shape.is_command() {
                let quoted: Vec<String> = path.iter().map(|p| format!("\"{p}\"")).collect();
                let pattern = format!("[{}] =>", quoted.join(", "));
                assert!(source.contains(&pattern), "{pattern}");
            }
        });
    }
}
