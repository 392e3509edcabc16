//! `complaint list`: cases by what burns first, and those of one client on its page. What burns is `portfolio::cases`' to say.

use super::super::args::Args;
use super::super::causes::cause_code;
use super::super::context::{Book, Context};
use super::super::output::{Cell, Style};
use super::{kind, value};
use crate::domain::complaint::Rating;
use crate::domain::message::Message;
use crate::portfolio::cases::{Readings, kind_id, status_id};
use crate::portfolio::{Assessed, Case, row};
use crate::text::one_line;
use anyhow::Result;
use serde_json::Value;

/// Cases that are not closed, or all of them.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let kind = args.text("kind").map(|text| kind(&text)).transpose()?;
    let cause = args.text("cause").map(|text| cause_code(&book, &text)).transpose()?;
    let all = args.flag("all");
    let wanted = |case: &&Case| {
        (all || !case.is_closed())
            && client.is_none_or(|id| id == case.client)
            && kind.is_none_or(|kind| kind == case.row.kind)
            && cause.as_ref().is_none_or(|cause| Some(cause) == case.row.cause.as_ref())
    };
    let rows = ordered(&book, book.snapshot.cases().filter(wanted));
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|(case, _)| value(&book, case)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-complaint-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(case, readings)| {
            let name = book.snapshot.client(case.client).map(Assessed::name).unwrap_or_default();
            vec![
                when(ctx, &book, case, readings),
                Cell::from(format!("#{}", case.row.no)),
                Cell::from(ctx.words.get(kind_id(case.row.kind))),
                Cell::from(name).style(Style::Bold),
                Cell::from(ctx.words.tier(case.row.tier)),
                Cell::from(ctx.words.get(status_id(case.progress.status))),
                Cell::from(one_line(&case.row.text).into_owned()),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["clock", "case", "kind", "client", "tier", "stage", "case-text"]), &cells)?;
    Ok(())
}

/// The cases of a client: open ones by what burns first, then the closed ones, newest first.
pub fn of_client(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    let line = |(case, readings): &(&Case, Readings)| {
        let (row, progress) = (&case.row, &case.progress);
        let stage = match progress.rating.filter(|_| case.is_closed()) {
            Some(rating) => ctx.say(&mark(rating), &book.now),
            None => ctx.words.get(status_id(progress.status)),
        };
        let rounds = match progress.refusals {
            0 => String::new(),
            n => ctx.say(&Message::new("cli-case-rounds").with("n", n), &book.now),
        };
        vec![
            when(ctx, book, case, readings),
            Cell::from(format!("#{}", row.no)),
            Cell::from(ctx.words.get(kind_id(row.kind))),
            Cell::from(stage),
            Cell::from(rounds).style(Style::Dim),
            Cell::from(one_line(&row.text).into_owned()),
        ]
    };
    ordered(book, client.cases.iter()).iter().map(line).collect()
}

/// A mark in words.
pub fn mark(rating: Rating) -> Message {
    match rating {
        Rating::Mark(mark) => Message::new("cli-case-mark").with("score", i64::from(mark)),
        Rating::Unreachable => Message::new("cli-case-mark-unreachable"),
    }
}

/// With their clocks, by what burns first; closed ones newest first.
pub fn ordered<'a>(book: &Book, cases: impl Iterator<Item = &'a Case>) -> Vec<(&'a Case, Readings)> {
    let mut rows: Vec<(&Case, Readings)> = cases.map(|case| (case, book.snapshot.readings(case, &book.now))).collect();
    rows.sort_by_key(|(case, readings)| {
        let closed = case.progress.closed.map_or(0, |at| -at.0);
        (readings.stand(case).order(), closed, case.row.no)
    });
    rows
}

/// The clock that matters, red past its limit.
fn when(ctx: &Context, book: &Book, case: &Case, readings: &Readings) -> Cell {
    let late = readings.stand(case).reading().is_some_and(|r| r.is_late(book.now.instant));
    let words = ctx.say(&row::when_case(&book.snapshot, case, &book.now), &book.now);
    Cell::from(words).style(if late { Style::Red } else { Style::Plain })
}
