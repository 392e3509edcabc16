//! `today`: the day's queue as rows or JSON. What stands in it and in which order is `portfolio::queue`'s business.

use super::args::Args;
use super::complaint;
use super::context::{Book, Context, number};
use super::output::{Cell, Style};
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::ItemKind;
use crate::portfolio::queue::{Item, Row};
use crate::portfolio::row;
use anyhow::Result;
use serde_json::{Value, json};

/// Prints the queue.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let limit = number::<usize>(args, "limit")?;
    let book = ctx.read(args)?;
    show(ctx, &book, limit)
}

/// Prints the queue of a book that is open already.
pub fn show(ctx: &Context, book: &Book, limit: Option<usize>) -> Result<()> {
    if ctx.out.json { as_json(ctx, book, limit) } else { as_text(ctx, book, limit) }
}

fn as_json(ctx: &Context, book: &Book, limit: Option<usize>) -> Result<()> {
    let queue = &book.snapshot.queue;
    let items: Vec<Value> = queue.items.iter().take(limit.unwrap_or(usize::MAX)).map(|i| item(ctx, book, i)).collect();
    let complaints = queue.items.iter().filter(|i| i.kind == ItemKind::Complaint).count();
    ctx.out.value(&json!({
        "as_of": book.now.instant.rfc3339(book.now.zone),
        "items": items,
        "counts": {
            "due": queue.items.len(), "late": queue.late, "complaints": complaints,
            "at_risk": book.snapshot.at_risk.listed.len(),
        },
        "capacity": queue.capacity,
        "done_today": queue.done_today,
        "estimate_minutes": book.snapshot.estimate(),
    }))?;
    Ok(())
}

/// An item as JSON.
pub fn item(ctx: &Context, book: &Book, item: &Item) -> Value {
    let client = |id| book.snapshot.client(id).map(|c| json!({ "id": c.id(), "name": c.name(), "tier": c.tier.tier }));
    let mut value = json!({
        "kind": item.kind,
        "client": item.client.and_then(client),
        "channel": item.channel,
        "due": item.due,
        "late_days": item.late_days,
        "quadrant": item.quadrant,
        "quadrant_chosen": item.chosen.is_some(),
        "ask_survey": item.ask_survey,
        "priority": (item.priority * 1000.0).round() / 1000.0,
        "reason": ctx.say(&item.reason, &book.now),
        "target": item.target.to_string(),
        "at": item.at.map(|at| at.rfc3339(book.now.zone)),
        "overdue": item.overdue,
        "retry": item.retry,
        "snoozed": item.snoozed,
        "fits": item.fits,
    });
    if item.client.is_none() && !item.clients.is_empty() {
        value["clients"] = item.clients.iter().copied().filter_map(client).collect();
    }
    if let (Some(value), Some(Value::Object(case))) = (value.as_object_mut(), complaint::of_item(book, item)) {
        value.extend(case);
    }
    value
}

fn as_text(ctx: &Context, book: &Book, limit: Option<usize>) -> Result<()> {
    let queue = &book.snapshot.queue;
    ctx.out.styled(&[(Style::Bold, &header(ctx, book))])?;
    if let Some(days) = queue.away_days {
        let away = Message::new("cli-today-away").with("days", days).with("n", queue.items.len());
        ctx.out.styled(&[(Style::Yellow, &ctx.say(&away, &book.now))])?;
    }
    if queue.items.is_empty() {
        let id = if book.snapshot.present().next().is_none() { "cli-today-no-clients" } else { "cli-today-nothing" };
        ctx.out.line(&ctx.words.get(id))?;
    }
    let rows = queue.rows();
    let shown: Vec<&Row> = rows.iter().take(limit.unwrap_or(usize::MAX)).collect();
    let cells: Vec<Vec<Cell>> =
        shown.iter().enumerate().map(|(n, row)| line(ctx, book, row, follows(book, &shown, n))).collect();
    let widths = crate::cli::output::widths(&cells);
    let mut section = None;
    let mut crossed = false;
    for (n, row) in shown.iter().enumerate() {
        let Some(item) = row.items.first().and_then(|i| queue.items.get(*i)) else { continue };
        // A client's other items stand below its first one whatever block they belong to.
        if !follows(book, &shown, n) {
            if section != Some(item.section) {
                section = Some(item.section);
                ctx.out.styled(&[(Style::Dim, &ctx.say(&row::heading(item.section), &book.now))])?;
            }
            if !item.fits && !crossed {
                crossed = true;
                let line = Message::new("cli-today-line")
                    .with("used", queue.done_today + fitting(book))
                    .with("capacity", queue.capacity);
                ctx.out.styled(&[(Style::Dim, &ctx.say(&line, &book.now))])?;
            }
        }
        if let Some(cells) = cells.get(n) {
            ctx.out.row(cells, &widths)?;
        }
    }
    if rows.len() > shown.len() {
        ctx.out.line(&ctx.say(&Message::new("cli-today-more").with("n", rows.len() - shown.len()), &book.now))?;
    }
    if let Some(year) = book.snapshot.time.missing_year(book.now.today()) {
        ctx.out.styled(&[(
            Style::Dim,
            &ctx.say(&Message::new("cli-today-no-holidays").with("year", year.to_string()), &book.now),
        )])?;
    }
    Ok(())
}

/// `Mon 23 Nov 09:04   9 to do, about 1h40   1 overdue   next 10:30 visit Northstar`.
fn header(ctx: &Context, book: &Book) -> String {
    let queue = &book.snapshot.queue;
    let mut parts = vec![ctx.words.moment(book.now.instant, &book.now)];
    if !queue.items.is_empty() {
        let todo =
            Message::new("head-to-do").with("count", queue.to_do()).with("length", row::length(book.snapshot.estimate()));
        parts.push(ctx.say(&todo, &book.now));
    }
    if queue.late > 0 {
        parts.push(ctx.say(&Message::new("head-late").with("count", queue.late), &book.now));
    }
    if let Some((item, at)) = queue.next_timed(&book.now) {
        let name = item.client.and_then(|id| book.snapshot.client(id)).map(|c| super::context::short(c.name()));
        let next = Message::new("head-next")
            .with("time", ctx.words.time(at, &book.now))
            .with("what", kind(ctx, book, &[item]))
            .with("client", name.unwrap_or_default());
        parts.push(ctx.say(&next, &book.now));
    }
    parts.join("   ")
}

/// Contacts above the line.
fn fitting(book: &Book) -> usize {
    let queue = &book.snapshot.queue;
    queue.contacts.min(queue.capacity.saturating_sub(queue.done_today))
}

/// Whether a row belongs to the client of the row above it.
fn follows(book: &Book, rows: &[&Row], n: usize) -> bool {
    let client = |row: &Row| row.items.first().and_then(|i| book.snapshot.queue.items.get(*i)).and_then(|i| i.client);
    n > 0 && rows.get(n).and_then(|r| client(r)).is_some_and(|id| rows.get(n - 1).and_then(|r| client(r)) == Some(id))
}

fn line(ctx: &Context, book: &Book, row: &Row, follows: bool) -> Vec<Cell> {
    let items: Vec<&Item> = row.items.iter().filter_map(|i| book.snapshot.queue.items.get(*i)).collect();
    let Some(item) = items.first() else { return Vec::new() };
    let client = item.client.and_then(|id| book.snapshot.client(id));
    let overdue = items.iter().any(|i| i.overdue);
    let mark = match (follows, overdue) {
        (true, true) => " +!",
        (true, false) => " +",
        (false, true) => " !",
        (false, false) => "",
    };
    let (name, tier) = match client {
        Some(client) => (client.name().to_owned(), client.tier.label()),
        None if matches!(item.target, Target::Improvement(_)) => (owner(book, item), String::new()),
        None if item.kind == ItemKind::Care => {
            (ctx.say(&Message::new("cli-care-clients").with("n", item.clients.len()), &book.now), String::new())
        }
        None => (ctx.say(&Message::new("cli-today-batch").with("n", item.clients.len()), &book.now), "C".to_owned()),
    };
    let style = if overdue { Style::Red } else { Style::Plain };
    vec![
        Cell::from(mark).style(style),
        Cell::from(state(ctx, book, item)).style(style),
        Cell::from(kind(ctx, book, &items)),
        Cell::from(name).style(Style::Bold),
        Cell::from(tier),
        Cell::from(ctx.say(&item.reason, &book.now)),
    ]
}

/// When: the time of a timed item, else how late, again or due.
fn state(ctx: &Context, book: &Book, item: &Item) -> String {
    match row::when(&book.snapshot, item, &book.now) {
        Some(words) => ctx.say(&words, &book.now),
        None => item.at.map(|at| ctx.words.time(at, &book.now)).unwrap_or_default(),
    }
}

/// What: the channels of contacts and appointments, else the kind of item.
fn kind(ctx: &Context, book: &Book, items: &[&Item]) -> String {
    let words: Vec<String> = items.iter().map(|item| ctx.say(&row::what(item), &book.now)).collect();
    words.join(&ctx.words.get("and-between"))
}

/// Who does an improvement.
fn owner(book: &Book, item: &Item) -> String {
    let found = book.snapshot.improvements.iter().find(|i| Target::Improvement(i.row.id) == item.target);
    found.and_then(|i| i.row.owner.as_deref()).map(super::context::short).unwrap_or_default()
}
