//! `complaint show`: one case as a page, as its written record, or as JSON.

use super::super::args::Args;
use super::super::context::{Book, Context, short};
use super::super::errors::{USAGE, fail};
use super::super::output::{Cell, Style};
use super::entries::{Entry, entries};
use super::list::mark;
use super::{clocks, find, record, value};
use crate::domain::complaint::{Clock, Reading};
use crate::domain::message::Message;
use crate::domain::words::CaseStatus;
use crate::portfolio::cases::{Readings, cause_words, kind_id, length};
use crate::portfolio::{Assessed, Case, CaseFile, EvidenceState};
use crate::text::one_line;
use anyhow::Result;
use serde_json::{Value, json};

/// Shows a case.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let as_record = match args.text("format").as_deref() {
        None | Some("text") => false,
        Some("md") => true,
        Some(text) => {
            let choices = Message::new("cli-error-word").with("text", short(text)).with("choices", "text, md");
            return Err(fail(USAGE, choices));
        }
    };
    let book = ctx.read(args)?;
    let case = find(&book, &args.needed("no"))?;
    let Some(mut file) = CaseFile::load(&book.store, case.row.id, book.now.instant, true)? else { return Ok(()) };
    // What was added later was not there yet; evidence comes in the order it was added.
    let known = file.detail.evidence.iter().filter(|e| e.added <= book.now.instant).count();
    file.detail.evidence.truncate(known);
    file.evidence.truncate(known);
    let entries = entries(case, &file);
    if ctx.out.json {
        return Ok(ctx.out.value(&whole(&book, case, &file, &entries))?);
    }
    if as_record {
        return Ok(ctx.out.block(&record::markdown(ctx, &book, case, &file, &entries))?);
    }
    page(ctx, &book, case, &file, &entries)
}

fn page(ctx: &Context, book: &Book, case: &Case, file: &CaseFile, entries: &[Entry<'_>]) -> Result<()> {
    let say = |message: &Message| ctx.say(message, &book.now);
    let readings = book.snapshot.readings(case, &book.now);
    let client = book.snapshot.client(case.client);
    let name = client.map(Assessed::name).unwrap_or_default();
    let title = format!("#{} {}", case.row.no, ctx.words.get(kind_id(case.row.kind)));
    let tier = client.map(|c| c.tier.label()).unwrap_or_default();
    ctx.out.styled(&[
        (Style::Bold, &title),
        (Style::Plain, "  "),
        (Style::Bold, name),
        (Style::Plain, "  "),
        (Style::Plain, &tier),
    ])?;
    ctx.out.block(&one_line(&case.row.text))?;
    let stage = say(&clocks::stage(case));
    let told = match clocks::next(book, case) {
        Some(next) => say(&Message::new("cli-case-then").with("done", stage).with("next", next)),
        None => stage,
    };
    ctx.out.block(&told)?;
    section(ctx, "cli-case-section-clocks", clock_rows(ctx, book, case, &readings))?;
    section(ctx, "cli-case-section-facts", fact_rows(ctx, book, case, file))?;
    section(ctx, "cli-case-section-evidence", evidence_rows(ctx, book, file))?;
    section(ctx, "cli-case-section-log", entries.iter().map(|entry| log_row(ctx, book, entry)).collect())
}

fn section(ctx: &Context, title: &str, rows: Vec<Vec<Cell>>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    ctx.out.line("")?;
    ctx.out.styled(&[(Style::Bold, &ctx.words.get(title))])?;
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| std::iter::once(Cell::from("")).chain(row).collect()).collect();
    Ok(ctx.out.table(&[], &rows)?)
}

fn clock_rows(ctx: &Context, book: &Book, case: &Case, readings: &Readings) -> Vec<Vec<Cell>> {
    let say = |message: &Message| ctx.say(message, &book.now);
    let row = |id: &str, reading: Option<Reading>, limit| {
        let broken = reading.is_some_and(|r| r.is_breached());
        vec![
            Cell::from(ctx.words.get(id)).style(Style::Dim),
            Cell::from(say(&clocks::limit(limit))),
            Cell::from(reading.map(|r| say(&Message::new("cli-case-due").with("at", r.due))).unwrap_or_default()),
            Cell::from(say(&clocks::state(reading, limit, book.now.instant))).style(if broken {
                Style::Red
            } else {
                Style::Plain
            }),
        ]
    };
    let mut rows = vec![
        row("cli-case-first", readings.first, readings.first_limit),
        row("cli-case-solution", readings.solution_overall(), readings.solution_limit),
    ];
    if let Some(at) = case.progress.promised {
        rows.push(vec![
            Cell::from(ctx.words.get("cli-case-promised")).style(Style::Dim),
            Cell::from(say(&Message::new("cli-case-due").with("at", at))),
        ]);
    }
    if let Some(wait) = wait(book, case) {
        rows.push(vec![Cell::from(ctx.words.get("cli-case-wait")).style(Style::Dim), Cell::from(say(&wait))]);
    }
    if let Some(day) = readings.follow_up.filter(|_| case.progress.status == CaseStatus::Resolved) {
        rows.push(vec![
            Cell::from(ctx.words.get("cli-case-follow-up")).style(Style::Dim),
            Cell::from(ctx.words.day(day, &book.now)),
        ]);
    }
    rows
}

/// How long the client has been without a word, as its own watch shows it.
pub fn wait(book: &Book, case: &Case) -> Option<Message> {
    let since = case.waits_since()?;
    let span = length(book.now.instant.0 - since.0, Clock::Calendar);
    Some(Message::new("cli-case-wait-since").with("span", span).with("at", since))
}

/// What is known of a case: a name and what it says, both in words.
pub fn facts(ctx: &Context, book: &Book, case: &Case, file: &CaseFile) -> Vec<(String, String)> {
    let say = |message: &Message| ctx.say(message, &book.now);
    let row = &case.row;
    let count = |n: usize| (n > 0).then(|| n.to_string());
    let other = row.other.and_then(|id| book.snapshot.client(id)).map(|c| c.name().to_owned());
    let all = [
        ("cli-case-person", file.detail.person.clone()),
        ("cli-case-channel", row.channel.map(|c| ctx.word("channel", c.code()))),
        ("cli-case-complex", row.complex.then(|| ctx.words.get("cli-case-yes"))),
        ("cli-case-cause", row.cause.as_deref().map(|c| say(&cause_words(c)))),
        ("cli-case-other-side", other),
        ("cli-case-mediator", file.detail.mediator.clone()),
        ("cli-case-tier", row.tier.map(|t| t.code().to_owned())),
        ("cli-case-agreed", row.response_hours.map(|n| say(&Message::new("cli-case-limit-hours").with("n", n)))),
        ("cli-case-remedy", row.remedy.map(|m| m.to_string())),
        ("cli-case-refused", count(case.progress.refusals as usize)),
        ("cli-case-reopened", count(case.progress.reopened.len())),
        ("cli-case-marked", case.progress.rating.map(|r| say(&mark(r)))),
    ];
    all.into_iter().filter_map(|(id, text)| Some((ctx.words.get(id), text?))).collect()
}

fn fact_rows(ctx: &Context, book: &Book, case: &Case, file: &CaseFile) -> Vec<Vec<Cell>> {
    let opened = (ctx.words.get("cli-case-opened"), ctx.words.moment(case.row.opened, &book.now));
    let demand = file.detail.demand.clone().map(|text| (ctx.words.get("cli-case-demand"), text));
    let all = std::iter::once(opened).chain(facts(ctx, book, case, file)).chain(demand);
    all.map(|(name, text)| vec![Cell::from(name).style(Style::Dim), Cell::from(one_line(&text).into_owned())]).collect()
}

fn evidence_rows(ctx: &Context, book: &Book, file: &CaseFile) -> Vec<Vec<Cell>> {
    let row = |(n, (e, state)): (usize, (&crate::store::EvidenceDetail, &EvidenceState))| {
        let style = if matches!(state, EvidenceState::Same | EvidenceState::SameSize) { Style::Plain } else { Style::Red };
        vec![
            Cell::from(format!("{}", n + 1)).right().style(Style::Dim),
            Cell::from(ctx.words.get(state_id(*state))).style(style),
            Cell::from(ctx.say(&Message::new("cli-case-bytes").with("n", e.size), &book.now)),
            Cell::from(e.sha256.chars().take(12).collect::<String>()).style(Style::Dim),
            Cell::from(e.path.as_str()),
            Cell::from(e.note.as_deref().map(|n| one_line(n).into_owned()).unwrap_or_default()).style(Style::Dim),
        ]
    };
    file.detail.evidence.iter().zip(&file.evidence).enumerate().map(row).collect()
}

/// The catalogue id of the state of a piece of evidence.
pub fn state_id(state: EvidenceState) -> &'static str {
    match state {
        EvidenceState::Same => "cli-case-evidence-same",
        EvidenceState::Changed => "cli-case-evidence-changed",
        EvidenceState::Gone => "cli-case-evidence-gone",
        EvidenceState::SameSize => "cli-case-evidence-same-size",
    }
}

fn log_row(ctx: &Context, book: &Book, entry: &Entry<'_>) -> Vec<Cell> {
    let say = |message: Message| ctx.say(&message, &book.now);
    let style = if entry.corrected || entry.idle { Style::Dim } else { Style::Plain };
    let text = entry.detail.text.as_deref().map(|text| one_line(text).into_owned());
    let words: Vec<String> = text.into_iter().chain(entry.more().into_iter().chain(entry.remark()).map(say)).collect();
    vec![
        Cell::from(entry.n.to_string()).right().style(Style::Dim),
        Cell::from(ctx.words.moment(entry.detail.event.at, &book.now)).style(style),
        Cell::from(say(entry.what())).style(style),
        Cell::from(entry.how(ctx, book)).style(Style::Dim),
        Cell::from(words.join("; ")).style(style),
    ]
}

fn whole(book: &Book, case: &Case, file: &CaseFile, entries: &[Entry<'_>]) -> Value {
    let mut all = value(book, case);
    let evidence = |(n, (e, state)): (usize, (&crate::store::EvidenceDetail, &EvidenceState))| {
        json!({
            "n": n + 1,
            "id": e.id,
            "path": e.path,
            "size": e.size,
            "sha256": e.sha256,
            "state": match state {
                EvidenceState::Same | EvidenceState::SameSize => "same",
                EvidenceState::Changed => "changed",
                EvidenceState::Gone => "gone",
            },
            "note": e.note,
            "added": e.added.rfc3339(book.now.zone),
        })
    };
    all["person"] = json!(file.detail.person);
    all["demand"] = json!(file.detail.demand);
    all["mediator"] = json!(file.detail.mediator);
    all["with"] = json!(case.row.other.and_then(|id| book.snapshot.client(id)).map(Assessed::name));
    all["remedy"] = json!(case.row.remedy);
    all["response_hours"] = json!(case.row.response_hours);
    all["begun"] = json!(case.row.begun);
    all["evidence"] = file.detail.evidence.iter().zip(&file.evidence).enumerate().map(evidence).collect();
    all["log"] = entries.iter().map(|entry| entry.value(book)).collect();
    all
}
