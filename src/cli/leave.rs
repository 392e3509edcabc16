//! `leave add|list|remove`: the user's own days off.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{UNKNOWN, fail};
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::facts::LeaveRow;
use crate::domain::message::Message;
use crate::domain::when::Look;
use anyhow::Result;
use serde_json::{Value, json};

/// Adds days off.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let first = book.when(&args.needed("from"), Look::Ahead)?.day;
    let last = args.text("to").map(|text| book.when(&text, Look::Ahead)).transpose()?.map_or(first, |t| t.day);
    let applied = book.apply(&Action::AddLeave { first, last, why: args.text("why") })?;
    ctx.answer(&book, &applied, None)
}

/// Days off by first day.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let rows = leaves(&book)?;
    if ctx.out.json {
        let all: Vec<Value> =
            rows.iter().map(|l| json!({ "id": l.id, "first": l.first, "last": l.last, "why": l.why })).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-leave-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|l| {
            vec![
                Cell::from(ctx.words.day(l.first, &book.now)),
                Cell::from(ctx.words.day(l.last, &book.now)),
                Cell::from(l.why.clone().unwrap_or_default()),
                Cell::from(format!("#{}", l.id)).style(Style::Dim),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["first", "last", "why", "id"]), &cells)?;
    Ok(())
}

/// Takes days off back.
pub fn remove(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let text = args.needed("leave");
    let rows = leaves(&book)?;
    let id = text.trim().trim_start_matches(['#', '＃']).parse::<i64>().ok();
    let found = match rows.iter().find(|l| Some(l.id.0) == id) {
        Some(row) => Some(row),
        None => {
            let day = book.when(&text, Look::Ahead)?.day;
            rows.iter().find(|l| l.first <= day && day <= l.last)
        }
    };
    let Some(row) = found else {
        return Err(fail(UNKNOWN, Message::new("cli-error-no-leave").with("text", text)));
    };
    let applied = book.apply(&Action::RemoveLeave { leave: row.id })?;
    ctx.answer(&book, &applied, None)
}

fn leaves(book: &Book) -> Result<Vec<LeaveRow>> {
    let mut rows = book.store.book()?.leave;
    rows.retain(|l| l.stands(book.now.instant));
    rows.sort_by_key(|l| (l.first, l.id));
    Ok(rows)
}
