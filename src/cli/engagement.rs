//! `engagement add|edit|list|done`: projects, retainers, contracts.

use super::args::Args;
use super::context::{Book, Context, short, word};
use super::output::{Cell, Style};
use super::pick::{Choice, pick};
use crate::domain::action::{Action, NewEngagement};
use crate::domain::day::Day;
use crate::domain::facts::EngagementRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::{EngagementKind, EngagementStatus};
use crate::portfolio::Assessed;
use crate::portfolio::explain::engagement_status_id;
use crate::store::Which;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down a project, retainer or contract.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let kind = args.text("kind").map(|text| word("engagement", &text, EngagementKind::ALL, EngagementKind::code));
    let new = NewEngagement {
        client,
        kind: kind.transpose()?.unwrap_or(EngagementKind::Project),
        title: args.needed("title"),
        start: book.day(args, "start", Look::Ahead)?.unwrap_or(book.now.today()),
        end: book.day(args, "end", Look::Ahead)?,
        notice: book.day(args, "notice", Look::Ahead)?,
        renew: book.day(args, "renew", Look::Ahead)?,
        report_every: None,
    };
    let applied = book.apply(&Action::AddEngagement(Box::new(new)))?;
    ctx.answer(&book, &applied, Some(client))
}

/// Changes a project. An empty day clears it.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (engagement, client) = find(&book, None, &args.needed("engagement"))?;
    let day = |name: &str| -> Result<Option<Option<Day>>> {
        match args.text(name) {
            Some(text) if text.trim().is_empty() => Ok(Some(None)),
            Some(text) => Ok(Some(Some(book.when(&text, Look::Ahead)?.day))),
            None => Ok(None),
        }
    };
    let status = args.text("status").map(|text| word("engagementstatus", &text, EngagementStatus::ALL, EngagementStatus::code));
    let action = Action::EditEngagement {
        engagement,
        title: args.text("title"),
        end: day("end")?,
        notice: day("notice")?,
        renew: day("renew")?,
        status: status.transpose()?.map(|s| (s, book.now.today())),
        kind: None,
        start: None,
        report_every: None,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// Projects that are not over, by start.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let clients = book.snapshot.present().filter(|c| client.is_none_or(|id| c.id() == id));
    let mut rows: Vec<(&Assessed, &EngagementRow)> =
        clients.flat_map(|c| c.facts.engagements.iter().map(move |e| (c, e))).collect();
    rows.sort_by_key(|(_, e)| (e.start, e.id));
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|(c, e)| value(c, e)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-engagement-none"))?);
    }
    let day = |d: Option<Day>| d.map(|d| ctx.words.day(d, &book.now)).unwrap_or_default();
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(c, e)| {
            vec![
                Cell::from(e.title.as_str()).style(Style::Bold),
                Cell::from(c.name()),
                Cell::from(ctx.word("engagement", e.kind.code())),
                Cell::from(ctx.word("engagementstatus", e.status.code())),
                Cell::from(day(Some(e.start))),
                Cell::from(day(e.end)),
                Cell::from(day(e.notice)),
                Cell::from(day(e.renew)),
                Cell::from(format!("#{}", e.id)).style(Style::Dim),
            ]
        })
        .collect();
    let headings = ["title", "client", "kind", "status", "start", "end", "notice", "renew", "id"];
    ctx.out.table(&ctx.headings(&headings), &cells)?;
    Ok(())
}

/// Marks a project finished.
pub fn done(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (engagement, client) = find(&book, None, &args.needed("engagement"))?;
    let on = book.day(args, "on", Look::Back)?.unwrap_or(book.now.today());
    let action = Action::EditEngagement {
        engagement,
        title: None,
        end: None,
        notice: None,
        renew: None,
        status: Some((EngagementStatus::Done, on)),
        kind: None,
        start: None,
        report_every: None,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// The engagement a text names, of one client or of all, with its client.
pub fn find(book: &Book, client: Option<Id>, text: &str) -> Result<(Id, Id)> {
    let mut rows = Vec::new();
    let which = client.map_or(Which::All, Which::One);
    book.store.stream(&which, &mut |r| {
        rows.extend(r.engagements.iter().map(|e| {
            let shown = Message::new("cli-choice-engagement")
                .with("title", short(&e.title))
                .with("client", short(&r.client.name))
                .with("start", e.start)
                .with("status", Message::new(engagement_status_id(e.status)));
            let open = matches!(e.status, EngagementStatus::Planned | EngagementStatus::Open);
            Choice { id: e.id, label: e.title.clone(), shown, open, value: r.client.id }
        }));
    })?;
    pick(rows, text, "cli-error-no-engagement")
}

/// An engagement as JSON.
pub fn value(client: &Assessed, row: &EngagementRow) -> Value {
    json!({
        "id": row.id,
        "client": { "id": client.id(), "name": client.name() },
        "kind": row.kind,
        "title": row.title,
        "start": row.start,
        "end": row.end,
        "notice": row.notice,
        "renew": row.renew,
        "status": row.status,
        "status_on": row.status_on,
    })
}
