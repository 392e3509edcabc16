//! `risk`: who may be drifting away, and why. The arithmetic is `portfolio::risk`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::portfolio::Assessed;
use crate::portfolio::explain_risk::numbers;
use crate::portfolio::risk::{Level, before};
use anyhow::Result;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The list; with `--min` everybody with a figure of at least so much, listed or not.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let rows: Vec<&Assessed> = match args.text("min") {
        None => book.snapshot.at_risk.listed.iter().filter_map(|id| book.snapshot.client(*id)).collect(),
        Some(text) => {
            let least = share(&text).ok_or_else(|| fail(USAGE, Message::new("cli-error-share").with("text", text)))?;
            let mut rows: Vec<&Assessed> =
                book.snapshot.present().filter(|c| c.risk.index.is_some_and(|index| index >= least)).collect();
            rows.sort_by(|a, b| b.risk.at_stake().total_cmp(&a.risk.at_stake()).then(a.id().cmp(&b.id())));
            rows
        }
    };
    if ctx.out.json {
        let ids: Vec<Id> = rows.iter().map(|c| c.id()).collect();
        let before = before(&book.store, &book.settings, &book.snapshot, &ids)?;
        let all: Vec<Value> = rows.iter().map(|c| value(ctx, &book, &before, c)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("list-no-risk"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|c| {
            let first = c.risk.signals.first().map(|s| ctx.say(&s.evidence, &book.now)).unwrap_or_default();
            let ink = if c.risk.level() == Level::High { Style::Red } else { Style::Plain };
            vec![
                Cell::from(c.name()).style(Style::Bold),
                Cell::from(c.tier.label()),
                Cell::from(ctx.words.get(c.risk.level().name())).style(ink),
                Cell::from(first),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["client", "tier", "risk", "reason"]), &cells)?;
    Ok(())
}

/// `0.5` or `50%` as a share of 1.
fn share(text: &str) -> Option<f64> {
    let (text, of) = text.trim().strip_suffix('%').map_or((text.trim(), 1.0), |percent| (percent, 100.0));
    text.parse::<f64>().ok().map(|x| x / of).filter(|x| (0.0..=1.0).contains(x))
}

/// A client in JSON: who, every number of its risk, each signal with its evidence and the rows behind it, and the level a week ago.
fn value(ctx: &Context, book: &Book, before: &HashMap<Id, Level>, client: &Assessed) -> Value {
    let mut all = numbers(&book.snapshot, client);
    if let Some(fields) = all.as_object_mut() {
        fields.insert("id".to_owned(), json!(client.id()));
        fields.insert("name".to_owned(), json!(client.name()));
        fields.insert("tier".to_owned(), json!(client.tier.tier));
        fields.insert("was".to_owned(), json!(before.get(&client.id()).map(|level| level.code())));
        let signals = fields.get_mut("signals").and_then(Value::as_array_mut).into_iter().flatten();
        for (signal, found) in signals.zip(&client.risk.signals) {
            let rows: Vec<String> = found.rows.iter().map(|row| ctx.say(row, &book.now)).collect();
            signal["evidence"] = ctx.say(&found.evidence, &book.now).into();
            signal["rows"] = rows.into();
        }
    }
    all
}
