//! `survey add|list|remove`: the marks clients give, and what the page of a client shows of them.

use super::args::Args;
use super::context::{Book, Context, short, word};
use super::errors::{USAGE, fail};
use super::log::{channel, person};
use super::output::{Cell, Style};
use super::pick::{Choice, ambiguous, pick};
use crate::domain::action::{Action, NewSurvey};
use crate::domain::facts::SurveyRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::SurveyKind;
use crate::portfolio::Assessed;
use crate::store::ClientDetail;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down a mark.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let kind = word("surveykind", &args.needed("kind"), SurveyKind::ALL, SurveyKind::code)?;
    let new = NewSurvey {
        client,
        person: args.text("person").map(|text| person(&book, client, &text)).transpose()?,
        kind,
        score: score(&args.needed("score"))?,
        on: book.day(args, "on", Look::Back)?.unwrap_or(book.now.today()),
        channel: args.text("channel").map(|text| channel(&text)).transpose()?,
        reasons: args.texts("reason"),
        note: args.text("note"),
    };
    let applied = book.apply(&Action::AddSurvey(Box::new(new)))?;
    ctx.answer(&book, &applied, Some(client))
}

/// A whole number; one off every scale is left for the rules to refuse.
fn score(text: &str) -> Result<u8> {
    let bad = Message::new("cli-error-number").with("option", "SCORE").with("text", text);
    let number: i64 = text.trim().parse().map_err(|_| fail(USAGE, bad))?;
    Ok(u8::try_from(number).unwrap_or(u8::MAX))
}

/// The marks of one client or of all, newest first.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let rows = marks(&book, client);
    if ctx.out.json {
        let mut all: Vec<Value> = Vec::with_capacity(rows.len());
        for (client, row) in &rows {
            let detail = book.store.detail_until(client.id(), book.now.instant)?;
            let mut value = value(row, detail.as_ref());
            value["client"] = json!({ "id": client.id(), "name": client.name() });
            all.push(value);
        }
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-survey-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(client, row)| {
            let mut cells = line(ctx, &book, row);
            cells.insert(1, Cell::from(client.name()).style(Style::Bold));
            cells.push(Cell::from(format!("#{}", row.id)).style(Style::Dim));
            cells
        })
        .collect();
    ctx.out.table(&ctx.headings(&["when", "client", "mark", "why", "id"]), &cells)?;
    Ok(())
}

/// Takes a mark out of the book.
pub fn remove(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let text = args.needed("survey");
    let choice = |(client, row): (&Assessed, &SurveyRow)| {
        let shown = Message::new("cli-choice-survey")
            .with("mark", mark(ctx, row))
            .with("client", short(client.name()))
            .with("on", row.on);
        Choice { id: row.id, label: client.name().to_owned(), shown, open: true, value: client.id() }
    };
    let choices = |client| marks(&book, client).into_iter().map(choice).collect::<Vec<_>>();
    let (survey, client) = match pick(choices(None), &text, "cli-error-no-survey") {
        Ok(found) => found,
        // Pinyin and initials name a client too.
        Err(refused) => match book.client(&text).map(|client| choices(Some(client))) {
            Ok(mut mine) if mine.len() == 1 => mine.pop().map(|c| (c.id, c.value)).ok_or(refused)?,
            Ok(mine) if !mine.is_empty() => return Err(ambiguous(&text, mine.into_iter().map(|c| (c.id, c.shown)))),
            _ => return Err(refused),
        },
    };
    let applied = book.apply(&Action::RemoveSurvey { survey })?;
    ctx.answer(&book, &applied, Some(client))
}

fn marks(book: &Book, client: Option<Id>) -> Vec<(&Assessed, &SurveyRow)> {
    let clients = book.snapshot.present().filter(|c| client.is_none_or(|id| c.id() == id));
    let mut rows: Vec<_> = clients.flat_map(|c| c.facts.surveys.iter().map(move |s| (c, s))).collect();
    rows.sort_by_key(|(_, s)| std::cmp::Reverse((s.on, s.id)));
    rows
}

/// `NPS 9/10`.
fn mark(ctx: &Context, row: &SurveyRow) -> String {
    format!("{} {}/{}", ctx.word("surveykind", row.kind.code()), row.score, row.kind.range().1)
}

/// Day, mark and reasons.
pub fn line(ctx: &Context, book: &Book, row: &SurveyRow) -> Vec<Cell> {
    vec![
        Cell::from(ctx.words.day(row.on, &book.now)),
        Cell::from(mark(ctx, row)),
        Cell::from(crate::text::one_line(&row.reasons.join("; ")).into_owned()),
    ]
}

/// A mark as JSON.
pub fn value(row: &SurveyRow, detail: Option<&ClientDetail>) -> Value {
    let more = detail.and_then(|d| d.surveys.iter().find(|s| s.id == row.id));
    json!({
        "id": row.id,
        "kind": row.kind,
        "score": row.score,
        "on": row.on,
        "reasons": row.reasons,
        "person": more.and_then(|m| m.person),
        "channel": more.and_then(|m| m.channel),
        "note": more.and_then(|m| m.note.as_deref()),
    })
}
