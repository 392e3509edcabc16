//! `leave add|list|remove`: the user's own days off. What lies inside them is `portfolio::leave`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{UNKNOWN, fail};
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::facts::LeaveRow;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::portfolio::leave::{self, Inside, LeaveCheck};
use crate::portfolio::spread;
use crate::text::one_line;
use anyhow::Result;
use serde_json::{Map, Value, json};

/// Adds days off.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let first = book.when(&args.needed("from"), Look::Ahead)?.day;
    let last = args.text("to").map(|text| book.when(&text, Look::Ahead)).transpose()?.map_or(first, |t| t.day);
    // Before they are written: afterwards the contacts have moved behind them.
    let check = leave::inside(&book.snapshot, first, last);
    let applied = book.apply(&Action::AddLeave { first, last, why: args.text("why") })?;
    let mut extra = Map::new();
    extra.insert("inside".to_owned(), inside_json(&book, &check));
    ctx.answer_with(&book, &applied, None, extra)?;
    if ctx.out.json {
        return Ok(());
    }
    if !check.is_empty() {
        list_inside(ctx, &book, &check)?;
    }
    if let Some((day, load)) = spread::is_needed(&book.snapshot) {
        let capacity = book.snapshot.policy.queue.capacity;
        let words = Message::new("levelled-needed").with("day", day).with("load", load).with("capacity", capacity);
        ctx.out.line(&ctx.say(&words, &book.now))?;
    }
    Ok(())
}

/// What lies inside the days off.
fn list_inside(ctx: &Context, book: &Book, check: &LeaveCheck) -> Result<()> {
    ctx.out.line(&ctx.say(&Message::new("cli-leave-inside").with("what", check.summary()), &book.now))?;
    let cells: Vec<Vec<Cell>> = check.items.iter().map(|item| row(ctx, book, item)).collect();
    if !cells.is_empty() {
        ctx.out.table(&ctx.headings(&["when", "kind", "client", "about"]), &cells)?;
    }
    Ok(())
}

/// One thing inside, as a row.
fn row(ctx: &Context, book: &Book, item: &Inside) -> Vec<Cell> {
    let when = item.at.map_or_else(|| ctx.words.day(item.day, &book.now), |at| ctx.words.moment(at, &book.now));
    let client = book.snapshot.client(item.client).map(|c| one_line(c.name()).into_owned()).unwrap_or_default();
    vec![
        Cell::from(when),
        Cell::from(ctx.words.get(item.kind.word())),
        Cell::from(client).style(Style::Bold),
        Cell::from(item.text.clone()),
    ]
}

fn inside_json(book: &Book, check: &LeaveCheck) -> Value {
    let one = |item: &Inside| {
        let name = book.snapshot.client(item.client).map(|c| c.name().to_owned());
        json!({
            "kind": item.kind.code(),
            "date": item.day,
            "at": item.at.map(|at| at.rfc3339(book.now.zone)),
            "client": { "id": item.client, "name": name },
            "target": item.target.to_string(),
            "text": item.text,
        })
    };
    json!({ "contacts": check.contacts, "items": check.items.iter().map(one).collect::<Vec<_>>() })
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
