//! `draft`: a message to a client from a template, or the list of templates. What stands in one is `messages`' to say; how it is handed
//! over and logged, `hand_over`'s.

use super::args::Args;
use super::context::{Book, Context, number, short};
use super::engagement;
use super::errors::{FAILED, UNKNOWN, USAGE, fail};
use super::hand_over;
use super::many::{self, Whom};
use super::output::{Cell, Style, remark_aside};
use crate::domain::facts::InvoiceRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::messages::{self, Draft, Source, Subject, find, names};
use crate::portfolio::{Assessed, Case};
use anyhow::Result;
use serde_json::{Value, json};

/// Prints a draft, or the templates.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    if args.flag("list") {
        return list(ctx);
    }
    let out = hand_over::asked(args)?;
    let logs = args.flag("log");
    if logs && args.text("as-of").is_some() {
        return Err(fail(USAGE, Message::new("cli-draft-log-as-of")));
    }
    // A file that cannot be written is noticed before anything is handed over.
    let mut book = if logs { ctx.write()? } else { ctx.read(args)? };
    let id = match many::whom(&book, args)? {
        Whom::One(id) if args.text("occasion").is_none() => id,
        Whom::One(id) => return many::run(ctx, args, book, &[id], out),
        Whom::Many(all) => return many::run(ctx, args, book, &all, out),
    };
    let client = book.assessed(id)?;
    let invoice = args.text("invoice").map(|number| invoice_of(client, &number)).transpose()?;
    let named = number::<i64>(args, "case")?.map(|no| case_of(&book, id, no)).transpose()?;
    let case = named.or_else(|| only_open(client));
    let (name, case) = match (args.text("template"), case) {
        (Some(name), case) => (name, case),
        (None, Some(case)) => {
            let step = messages::steps(case).first().copied();
            (step.map_or(messages::TERMS, |step| messages::for_step(case.row.kind, step)).to_owned(), Some(case))
        }
        (None, None) => return Err(fail(USAGE, unknown(ctx, "cli-draft-which", ""))),
    };
    let theirs = ctx.words_for(client, &book);
    let words = theirs.as_ref().unwrap_or(&ctx.words);
    let found = find(&ctx.paths.config_dir, words.lang, &name).map_err(|why| fail(FAILED, why))?;
    let template = found.ok_or_else(|| fail(UNKNOWN, unknown(ctx, "cli-draft-no-template", &name)))?;
    if template.is_of_case() && case.is_none() {
        let numbers: Vec<String> = client.cases.iter().map(|case| case.row.no.to_string()).collect();
        let id = if numbers.is_empty() { "cli-draft-no-case" } else { "cli-draft-which-case" };
        let message = Message::new(id).with("template", name).with("client", short(client.name()));
        return Err(fail(UNKNOWN, message.with("cases", numbers.join(", "))));
    }
    let Some(detail) = book.store.detail_until(id, book.now.instant)? else {
        return Err(fail(FAILED, Message::new("cli-error-vanished")));
    };
    let texts = match case {
        Some(case) => book.store.case_detail(case.row.id, book.now.instant)?,
        None => None,
    };
    let progress = match template.is_of_project() {
        true => {
            let none = || fail(UNKNOWN, Message::new("cli-milestone-no-project").with("client", short(client.name())));
            let (project, _) = engagement::only(&book, id)?.ok_or_else(none)?;
            Some(engagement::progress(&book, client, project, &detail)?)
        }
        false => None,
    };
    let plain = Subject::new(&book.snapshot, client, &detail, &ctx.config, words);
    let about = invoice.map(|invoice| Target::Invoice(invoice.id));
    let subject = Subject { case: case.zip(texts.as_ref()), project: progress.as_ref(), about, now: &book.now, ..plain };
    // What the client does not have is asked for in vain, what the template gets wrong is a mistake in it.
    subject.meant(&template).map_err(|why| fail(UNKNOWN, why))?;
    let mut draft = messages::draft(&subject, &template).map_err(|why| fail(FAILED, why))?;
    super::notes::insert(ctx, args, &mut draft)?;
    for words in draft.warnings() {
        remark_aside(&ctx.say(&words, &book.now));
    }
    if let Some(out) = &out {
        hand_over::complete(&draft, out, logs)?;
        hand_over::hand_over(ctx, &book, &mut draft, out)?;
    }
    let value = ctx.out.json.then(|| value(&book, client, case, &draft));
    match (out, value) {
        (Some(out), value) if logs => hand_over::log(ctx, &mut book, &draft, &out, value),
        (_, Some(value)) => Ok(ctx.out.value(&value)?),
        (Some(out), None) => hand_over::say(ctx, &book, &draft, &out),
        (None, None) => show(ctx, &book, &draft),
    }
}

/// The case of a number, which must be this client's.
fn case_of(book: &Book, client: Id, no: i64) -> Result<&Case> {
    let case = book.snapshot.case_no(no).filter(|case| case.client == client);
    case.ok_or_else(|| {
        let name = book.snapshot.client(client).map(|c| short(c.name())).unwrap_or_default();
        fail(UNKNOWN, Message::new("cli-draft-not-theirs").with("no", no).with("client", name))
    })
}

/// The unpaid invoice of a number.
fn invoice_of<'c>(client: &'c Assessed, number: &str) -> Result<&'c InvoiceRow> {
    let all = &client.facts.open_invoices;
    let wanted = number.trim().to_lowercase();
    let found = all.iter().find(|i| i.number.as_deref().is_some_and(|n| n.trim().to_lowercase() == wanted));
    found.ok_or_else(|| {
        let numbers: Vec<String> = all.iter().filter_map(|i| i.number.as_deref()).map(short).collect();
        let message = Message::new("cli-draft-no-invoice").with("client", short(client.name())).with("number", short(number));
        fail(UNKNOWN, message.with("count", numbers.len()).with("numbers", numbers.join(", ")))
    })
}

/// The case that is meant where none is named: the only one that is open.
fn only_open(client: &Assessed) -> Option<&Case> {
    let mut open = client.cases.iter().filter(|case| !case.is_closed());
    open.next().filter(|_| open.next().is_none())
}

/// Names the templates there are.
pub(super) fn unknown(ctx: &Context, id: &'static str, name: &str) -> Message {
    let known = names(&ctx.paths.config_dir, ctx.words.lang);
    Message::new(id).with("template", short(name)).with("templates", known.join(", "))
}

pub(super) fn show(ctx: &Context, book: &Book, draft: &Draft) -> Result<()> {
    let way = match &draft.address {
        Some(address) => Message::new("draft-by-to").with("address", crate::text::one_line(address).into_owned()),
        None => Message::new("draft-by"),
    };
    ctx.out.remark(&ctx.say(&way.with("channel", draft.channel), &book.now))?;
    if draft.call_first {
        ctx.out.remark(&ctx.words.get("draft-call-first"))?;
    }
    if draft.gaps() > 0 {
        ctx.out.remark(&ctx.say(&Message::new("draft-gaps").with("count", draft.gaps()), &book.now))?;
    }
    if !draft.subject.is_empty() {
        let subject = Message::new("draft-subject").with("subject", draft.subject.as_str());
        ctx.out.block(&ctx.say(&subject, &book.now))?;
    }
    ctx.out.line("")?;
    Ok(ctx.out.block(&draft.body)?)
}

pub(super) fn value(book: &Book, client: &Assessed, case: Option<&Case>, draft: &Draft) -> Value {
    json!({
        "template": draft.template,
        "subject": draft.subject,
        "body": draft.body,
        "channel": draft.channel,
        "address": draft.address,
        "notes": draft.notes,
        "mailto": draft.mailto().ok(),
        "client": { "id": client.id(), "name": client.name(), "tier": client.tier.tier },
        "case": case.map(|case| case.row.no),
        "promised": draft.promised.map(|at| at.rfc3339(book.now.zone)),
        "as_of": book.now.instant.rfc3339(book.now.zone),
    })
}

/// Every template with where it comes from and what is wrong with it.
fn list(ctx: &Context) -> Result<()> {
    let (config_dir, lang) = (&ctx.paths.config_dir, ctx.words.lang);
    let (mut rows, mut values) = (Vec::new(), Vec::new());
    for name in names(config_dir, lang) {
        let (file, problem) = match find(config_dir, lang, &name) {
            Ok(Some(template)) => match template.source {
                Source::Shipped => (None, None),
                Source::Own(path) => (Some(path.display().to_string()), None),
            },
            // It was there a moment ago.
            Ok(None) => continue,
            Err(why) => (None, Some(ctx.say(&why, &ctx.now()))),
        };
        if ctx.out.json {
            let source = if file.is_some() || problem.is_some() { "own" } else { "shipped" };
            values.push(json!({ "template": name, "source": source, "file": file, "problem": problem }));
            continue;
        }
        let from = match (file, problem) {
            (_, Some(problem)) => Cell::from(problem).style(Style::Red),
            (Some(file), None) => Cell::from(file),
            (None, None) => Cell::from(ctx.words.get("cli-draft-shipped")).style(Style::Dim),
        };
        rows.push(vec![Cell::from(name), from]);
    }
    if ctx.out.json {
        return Ok(ctx.out.value(&values.into())?);
    }
    Ok(ctx.out.table(&[], &rows)?)
}
