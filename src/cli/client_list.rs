//! `client list`: clients by filter, one row each.

use super::args::Args;
use super::context::{Book, Context};
use super::filter::Filter;
use super::output::{Cell, Style};
use crate::domain::money::{Currency, Money};
use crate::portfolio::Assessed;
use crate::text::sort_key;
use anyhow::Result;
use serde_json::{Value, json};

/// Lists clients in the order of their names.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let filter = Filter::parse(&book, &args.texts("filter"))?;
    let mut rows: Vec<&Assessed> = book.snapshot.present().filter(|c| filter.passes(c)).collect();
    rows.sort_by_cached_key(|c| (sort_key(c.name(), ctx.words.lang), c.id()));
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|c| value(&book, c)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-client-none"))?);
    }
    let today = book.now.today();
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|c| {
            let overdue = c.is_late(today);
            let last = c.facts.last_touch.map(|t| ctx.words.day(t.at.day(book.now.zone), &book.now));
            vec![
                Cell::from(c.name()).style(Style::Bold),
                Cell::from(c.tier.label()),
                Cell::from(ctx.word("status", c.status.code())),
                Cell::from(c.next_due.map(|d| ctx.words.day(d, &book.now)).unwrap_or_default()).style(if overdue {
                    Style::Red
                } else {
                    Style::Plain
                }),
                Cell::from(last.unwrap_or_default()),
                Cell::from(billed(book.snapshot.currency, c).map(|m| m.to_string()).unwrap_or_default()).right(),
                Cell::from(c.facts.client.industry.clone().unwrap_or_default()),
                Cell::from(c.facts.tags.iter().map(|t| format!("#{t}")).collect::<Vec<_>>().join(" ")).style(Style::Dim),
            ]
        })
        .collect();
    let headings = ["client", "tier", "status", "next-due", "last-touch", "value", "industry", "tags"];
    ctx.out.table(&ctx.headings(&headings), &cells)?;
    if let Some(missing) = ctx.missing_rates(&book) {
        ctx.out.remark(&ctx.say(&missing, &book.now))?;
    }
    Ok(())
}

/// A client as JSON, the row of `client list`.
pub fn value(book: &Book, client: &Assessed) -> Value {
    let row = &client.facts.client;
    json!({
        "id": client.id(),
        "name": client.name(),
        "kind": row.kind,
        "status": client.status,
        "tier": client.tier.tier,
        "tier_score": client.tier.standing.map(|s| s.score),
        "pinned": client.tier.pin.is_some(),
        "industry": row.industry,
        "region": row.region,
        "value": billed(book.snapshot.currency, client),
        "last_touch": client.facts.last_touch.map(|t| t.at.rfc3339(book.now.zone)),
        "next_due": client.next_due,
        "risk": client.risk.index,
        "tags": client.facts.tags,
    })
}

/// Billed in the last 365 days in the base currency; `None` without an invoice. A currency without a rate is left out.
pub fn billed(currency: Currency, client: &Assessed) -> Option<Money> {
    client.facts.billed_year.map(|minor| Money { minor, currency })
}
