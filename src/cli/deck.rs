//! `tiers --sort`: the sorting deck as a list, each client with the command that sorts it. Which clients those are is
//! `portfolio::deck`'s to say.

use super::context::{Book, Context};
use super::output::{Cell, Style};
use crate::domain::message::Message;
use crate::domain::words::Tier;
use crate::portfolio::deck::{Card, cards};
use anyhow::Result;
use serde_json::{Value, json};

/// Prints the deck.
pub fn run(ctx: &Context, book: &Book) -> Result<()> {
    let cards = cards(&book.snapshot, &book.store.people_counts()?);
    if ctx.out.json {
        let all: Vec<Value> = cards.iter().map(|card| value(ctx, book, card)).collect();
        return Ok(ctx.out.value(&all.into())?);
    }
    if cards.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-deck-none"))?);
    }
    let say = |m: Message| ctx.say(&m, &book.now);
    ctx.out.styled(&[(Style::Bold, &say(Message::new("cli-deck").with("n", cards.len())))])?;
    let rows: Vec<Vec<Cell>> = cards.iter().map(|card| row(ctx, book, card)).collect();
    ctx.out.table(&ctx.headings(&["client", "last-touch", "value", "people", "tags", "suggested", "why"]), &rows)?;
    ctx.out.line("")?;
    for card in &cards {
        ctx.out.block(&command(ctx, book, card))?;
    }
    ctx.out.remark(&ctx.words.get("cli-deck-how"))?;
    Ok(())
}

fn row(ctx: &Context, book: &Book, card: &Card) -> Vec<Cell> {
    let last = card.last.map(|t| ctx.words.day(t.at.day(book.now.zone), &book.now));
    vec![
        Cell::from(card.name.as_str()).style(Style::Bold),
        Cell::from(last.unwrap_or_default()),
        Cell::from(card.billed.map(|m| m.to_string()).unwrap_or_default()).right(),
        Cell::from(card.people.to_string()).right(),
        Cell::from(card.tags.iter().map(|t| format!("#{t}")).collect::<Vec<_>>().join(" ")).style(Style::Dim),
        Cell::from(card.suggested.map_or("-", Tier::code)),
        Cell::from(ctx.say(&card.why, &book.now)).style(Style::Dim),
    ]
}

/// The line that sorts a client, ready for a shell. Where nothing is suggested the tier is left to be filled in.
fn command(ctx: &Context, book: &Book, card: &Card) -> String {
    let tier = card.suggested.map_or("TIER", Tier::code);
    format!("touchbase client pin {} {tier} -m \"{}\"", named(book, card), ctx.words.get("cli-deck-reason"))
}

/// The client's name where a shell and the search take it as it stands, else its id.
fn named(book: &Book, card: &Card) -> String {
    let name = card.name.as_str();
    let plain = name.chars().all(|c| c.is_alphanumeric() || " .,&+-_()".contains(c))
        && !name.starts_with(['-', ' '])
        && !name.ends_with(' ');
    let key = |name: &str| crate::text::fold(name);
    let alone = book.snapshot.clients.iter().filter(|c| key(c.name()) == key(name)).count() == 1;
    if plain && alone && !name.contains("  ") { format!("\"{name}\"") } else { format!("\"#{}\"", card.client) }
}

fn value(ctx: &Context, book: &Book, card: &Card) -> Value {
    json!({
        "id": card.client,
        "name": card.name,
        "last_touch": card.last.map(|t| t.at.rfc3339(book.now.zone)),
        "touches": card.touches,
        "value": card.billed,
        "industry": card.industry,
        "tags": card.tags,
        "people": card.people,
        "suggested": card.suggested,
        "why": ctx.say(&card.why, &book.now),
        "command": command(ctx, book, card),
    })
}
