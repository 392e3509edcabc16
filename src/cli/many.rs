//! `draft` to many: who is meant by a filter, the counts, who is left out, previews, handing over one by one, and the log as one step. Who
//! can be written to is `messages::run`'s, how one message leaves `hand_over`'s.

use super::args::Args;
use super::context::{Book, Context, short};
use super::draft;
use super::errors::{FAILED, Failure, Quiet, UNKNOWN, USAGE, fail};
use super::filter::Filter;
use super::hand_over::{self, Out};
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::occasion::Code;
use crate::domain::target::Target;
use crate::domain::words::Channel;
use crate::i18n::{Lang, Words};
use crate::messages::run::{Chosen, Order, Ready, Run, Why, day_of};
use crate::portfolio::filter;
use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::io::IsTerminal;

/// Who is written to.
pub enum Whom {
    /// A client.
    One(Id),
    /// Those who pass a filter.
    Many(Vec<Id>),
}

/// Who is meant: those of `--filter`, else the client of that name, else those who pass it as a filter. With `--filter` the first word is
/// the template.
///
/// # Errors
/// Nobody is named; no client of that name where it is no filter either; a filter that cannot be read.
pub fn whom(book: &Book, args: &Args<'_>) -> Result<Whom> {
    if let Some(text) = args.text("filter") {
        return passing(book, &text);
    }
    let Some(text) = args.text("client") else {
        let help = Message::new("cli-error-missing").with("what", "CLIENT").with("help", "touchbase draft --help");
        return Err(fail(USAGE, help));
    };
    match book.client(&text) {
        Ok(id) => Ok(Whom::One(id)),
        // Free text alone is a name that is not there: nobody writes to whoever happens to be like it.
        Err(unknown) => match filter::Filter::parse(&text, &book.now) {
            Ok((filter, _)) if filter.has_conditions() => passing(book, &text),
            Err(_) if text.contains([':', '：']) => passing(book, &text),
            _ => Err(unknown),
        },
    }
}

fn passing(book: &Book, text: &str) -> Result<Whom> {
    let filter = Filter::parse(book, &[text.to_owned()])?;
    let mut found: Vec<_> = book.snapshot.present().filter(|c| filter.passes(c)).collect();
    if found.is_empty() {
        return Err(fail(UNKNOWN, Message::new("cli-run-nobody").with("filter", short(text))));
    }
    let lang = Lang::of(book.snapshot.cultures.language);
    found.sort_by_cached_key(|c| (crate::text::sort_key(c.name(), lang), c.id()));
    Ok(Whom::Many(found.into_iter().map(|c| c.id()).collect()))
}

/// The template of the line: with `--filter` it may stand in the place of the client.
pub fn template(args: &Args<'_>) -> Result<Option<String>> {
    match (args.text("filter"), args.text("client"), args.text("template")) {
        (Some(_), Some(_), Some(_)) => Err(fail(USAGE, Message::new("cli-run-one-choice"))),
        (Some(_), name, None) => Ok(name),
        (_, _, name) => Ok(name),
    }
}

/// The occasion named on the line, and its day.
fn occasion(book: &Book, args: &Args<'_>) -> Result<Option<(Target, Day)>> {
    let Some(text) = args.text("occasion") else { return Ok(None) };
    let code = Code::parse(text.trim()).filter(|code| book.snapshot.cultures.occasion(*code).is_some());
    let Some(code) = code else {
        let all = book.snapshot.cultures.all.iter().flat_map(|culture| &culture.occasions);
        let known: BTreeSet<&str> = all.filter(|o| !o.mourning).map(|o| o.code.as_str()).collect();
        let known = known.into_iter().collect::<Vec<_>>().join(", ");
        return Err(fail(UNKNOWN, Message::new("cli-run-no-occasion").with("text", short(&text)).with("codes", known)));
    };
    let named = |id: &'static str| {
        let name = book.snapshot.cultures.occasion(code).map(|o| o.name(book.snapshot.cultures.language).to_owned());
        Message::new(id).with("name", name.unwrap_or_default())
    };
    if book.snapshot.cultures.occasion(code).is_some_and(|o| o.mourning) {
        return Err(fail(USAGE, named("cli-run-mourning")));
    }
    let day = day_of(&book.snapshot, code, book.now.today()).ok_or_else(|| fail(USAGE, named("cli-run-far")))?;
    Ok(Some((Target::Holiday(code), day)))
}

/// The way the line asks for, with what became of each message.
struct Handed {
    out: Vec<usize>,
    failed: Vec<(usize, Message)>,
}

/// Shows the run, or hands it over and logs it.
pub fn run(ctx: &Context, args: &Args<'_>, mut book: Book, chosen: &[Id], out: Option<Out>) -> Result<()> {
    let name = template(args)?.ok_or_else(|| fail(USAGE, draft::unknown(ctx, "cli-draft-which", "")))?;
    let greets = occasion(&book, args)?;
    let taken = args.texts("take").iter().map(|text| book.client(text)).collect::<Result<BTreeSet<Id>>>()?;
    let voices: Vec<Words> = Lang::ALL.iter().map(|lang| Words::load(*lang)).collect();
    let order = Order {
        snapshot: &book.snapshot,
        template: &name,
        config_dir: &ctx.paths.config_dir,
        voices: &voices,
        config: &ctx.config,
        // What leaves as a mail needs an address of one.
        channel: out.as_ref().filter(|out| **out != Out::Text).map(|_| Channel::Email),
        taken: &taken,
        now: &book.now,
    };
    let chosen: Vec<Chosen> = chosen.iter().map(|client| Chosen { client: *client, greets }).collect();
    let texts = order.texts().map_err(|why| match why.id {
        "run-no-template" => fail(UNKNOWN, draft::unknown(ctx, "cli-draft-no-template", &name)),
        _ => fail(USAGE, why),
    })?;
    let read = |id| anyhow::Ok(book.store.detail_until(id, book.now.instant)?);
    let mut run = order.run(&texts, &chosen, read)?;
    for ready in &mut run.ready {
        super::notes::insert(ctx, args, &mut ready.draft)?;
    }
    // A mistake in the template is one mistake, however many it was meant for.
    if let (true, [(_, Why::Unfilled(first)), rest @ ..]) = (run.ready.is_empty(), &run.refused[..])
        && rest.iter().all(|(_, why)| matches!(why, Why::Unfilled(other) if other == first))
    {
        return Err(fail(FAILED, first.clone()));
    }
    let Some(out) = out else { return show(ctx, &book, &run, args.flag("all")) };
    let handed = hand_all(ctx, &book, &mut run, &out, args.flag("log"))?;
    if args.flag("log") && !handed.out.is_empty() {
        return log(ctx, &mut book, &run, &handed, &out);
    }
    told(ctx, &book, &run, &handed, &out)?;
    if ctx.out.json {
        ctx.out.value(&value(ctx, &book, &run, Some(&handed)))?;
    }
    ended(&handed)
}

/// The exit code speaks of those that could not be handed over, which were named.
fn ended(handed: &Handed) -> Result<()> {
    if handed.failed.is_empty() { Ok(()) } else { Err(Quiet(FAILED).into()) }
}

/// Hands over one by one. What fails is kept with its reason; the others go on.
fn hand_all(ctx: &Context, book: &Book, run: &mut Run, out: &Out, logs: bool) -> Result<Handed> {
    let mut handed = Handed { out: Vec::new(), failed: Vec::new() };
    let bar = bar(ctx, run.ready.len(), out);
    for (n, ready) in run.ready.iter_mut().enumerate() {
        let complete = hand_over::complete(&ready.draft, out, logs);
        if complete.is_ok() && *out == Out::Text && !ctx.out.json {
            let to = Message::new("cli-run-to").with("to", ready.draft.to.as_str());
            let to = to.with("address", ready.draft.address.clone().unwrap_or_default()).with("first", i64::from(n == 0));
            ctx.out.block(&ctx.say(&to, &book.now))?;
        }
        match complete.and_then(|()| hand_over::hand_over(ctx, book, &mut ready.draft, out)) {
            Ok(()) => handed.out.push(n),
            Err(error) => match error.downcast::<Failure>() {
                Ok(failure) => handed.failed.push((n, failure.message)),
                // Standard output is closed: there is nobody to hand anything to.
                Err(other) => return Err(other),
            },
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(handed)
}

/// How far it is, on standard error, when somebody is watching.
fn bar(ctx: &Context, count: usize, out: &Out) -> ProgressBar {
    let writes = matches!(out, Out::Maildir(_) | Out::Exec(_));
    if ctx.out.json || !writes || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(count as u64).with_message(ctx.words.get("cli-run-working"));
    if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}

/// Logs those that were handed over, as one step.
fn log(ctx: &Context, book: &mut Book, run: &Run, handed: &Handed, out: &Out) -> Result<()> {
    let went = handed.out.iter().filter_map(|n| run.ready.get(*n));
    let Some(campaign) = run.logged(went, &book.snapshot, &ctx.words, &book.now) else { return ended(handed) };
    let applied = book.apply(&Action::LogSent(Box::new(campaign))).inspect_err(|_| {
        ctx.aside(&ctx.words.get("cli-draft-unlogged"));
    })?;
    ctx.out.wrote();
    told(ctx, book, run, handed, out)?;
    match (out, ctx.out.json) {
        // What was printed to be sent stands alone on standard output.
        (Out::Text | Out::Link, false) => ctx.aside(&ctx.say(&applied.message, &book.now)),
        _ => {
            let more = Map::from_iter([("run".to_owned(), value(ctx, book, run, Some(handed)))]);
            ctx.answer_with(book, &applied, None, more)?;
        }
    }
    ended(handed)
}

/// What became of it, beside what was handed over: the counts, who is left out, who could not be handed over.
fn told(ctx: &Context, book: &Book, run: &Run, handed: &Handed, out: &Out) -> Result<()> {
    if ctx.out.json {
        return Ok(());
    }
    let mut lines = vec![run.counts()];
    lines.extend(run.refused.iter().map(|(id, why)| named(book, *id, why.message())));
    let failed = handed.failed.iter().filter_map(|(n, why)| Some((run.ready.get(*n)?, why)));
    lines.extend(failed.map(|(ready, why)| named(book, ready.draft.client, why.clone())));
    lines.push(Message::new("cli-run-handed").with("count", handed.out.len()).with("failed", handed.failed.len()));
    ctx.out.finish()?;
    for line in lines {
        let line = ctx.say(&line, &book.now);
        match out {
            Out::Text | Out::Link => ctx.aside(&line),
            Out::Maildir(_) | Out::Exec(_) => ctx.out.block(&line)?,
        }
    }
    Ok(())
}

/// Somebody by name, and what there is to say.
fn named(book: &Book, id: Id, why: Message) -> Message {
    let name = book.snapshot.client(id).map(|c| short(c.name())).unwrap_or_else(|| format!("#{id}"));
    Message::new("run-left-out").with("client", name).with("why", why)
}

/// Counts, who is left out, and one preview for each language; all of them where they are asked for.
fn show(ctx: &Context, book: &Book, run: &Run, all: bool) -> Result<()> {
    if ctx.out.json {
        return Ok(ctx.out.value(&value(ctx, book, run, None))?);
    }
    ctx.out.block(&ctx.say(&run.counts(), &book.now))?;
    let rows: Vec<Vec<Cell>> = run
        .refused
        .iter()
        .map(|(id, why)| {
            let name = book.snapshot.client(*id).map(|c| c.name().to_owned()).unwrap_or_else(|| format!("#{id}"));
            vec![Cell::from(name).style(Style::Bold), Cell::from(ctx.say(&why.message(), &book.now))]
        })
        .collect();
    if !rows.is_empty() {
        ctx.out.line("")?;
        ctx.out.table(&ctx.headings(&["left-out", "why"]), &rows)?;
    }
    let mut shown: Vec<Lang> = Vec::new();
    for ready in &run.ready {
        if !all && shown.contains(&ready.lang) {
            continue;
        }
        shown.push(ready.lang);
        ctx.out.line("")?;
        let count = run.ready.iter().filter(|other| other.lang == ready.lang).count();
        let heading = Message::new("cli-run-preview")
            .with("to", ready.draft.to.as_str())
            .with("lang", ready.lang.tag())
            .with("others", if all { 0 } else { count - 1 });
        ctx.out.styled(&[(Style::Bold, &ctx.say(&heading, &book.now))])?;
        draft::show(ctx, book, &ready.draft)?;
    }
    Ok(())
}

fn value(ctx: &Context, book: &Book, run: &Run, handed: Option<&Handed>) -> Value {
    let client = |id: Id| {
        let name = book.snapshot.client(id).map(|c| c.name().to_owned());
        json!({ "id": id, "name": name })
    };
    let is_out = |n: usize| handed.is_some_and(|h| h.out.contains(&n));
    let ready = |(n, ready): (usize, &Ready)| {
        let draft = &ready.draft;
        json!({
            "client": client(draft.client),
            "lang": ready.lang.tag(),
            "to": draft.to,
            "channel": draft.channel,
            "address": draft.address,
            "subject": draft.subject,
            "body": draft.body,
            "mailto": draft.mailto().ok(),
            "handed": is_out(n),
            "failed": handed.and_then(|h| h.failed.iter().find(|(of, _)| *of == n)).map(|(_, why)| ctx.say(why, &book.now)),
        })
    };
    let refused = |(id, why): &(Id, Why)| json!({ "client": client(*id), "reason": why.code(), "why": ctx.say(&why.message(), &book.now) });
    json!({
        "template": run.template,
        "purpose": run.purpose,
        "chosen": run.chosen,
        "ready": run.ready.iter().enumerate().map(ready).collect::<Vec<_>>(),
        "left_out": run.refused.iter().map(refused).collect::<Vec<_>>(),
        "counts": ctx.say(&run.counts(), &book.now),
        "as_of": book.now.instant.rfc3339(book.now.zone),
    })
}
