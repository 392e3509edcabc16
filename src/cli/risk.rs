//! `risk`: who may be drifting away, and why. The arithmetic is `portfolio::risk`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{USAGE, fail};
use super::hindsight;
use super::output::{Cell, Style};
use super::sql::{int, maybe, text};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::risk::WEEK;
use crate::portfolio::Assessed;
use crate::portfolio::explain_risk::numbers;
use crate::portfolio::filter::share;
use crate::portfolio::risk::{Level, RiskState, Worth, before, told};
use crate::store::{SqlValue, View};
use anyhow::Result;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The list; with `--min` everybody with a figure of at least so much, listed or not.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    if args.flag("lost") {
        return hindsight::run(ctx, args);
    }
    if args.text("period").is_some() {
        return Err(fail(USAGE, Message::new("cli-error-without").with("option", "period").with("needs", "--lost")));
    }
    let book = ctx.read(args)?;
    let list = &book.snapshot.at_risk;
    let all = args.text("min");
    // On paper as on the screen the rest stays below the fold.
    let shown = if ctx.out.json { list.listed.len() } else { list.open };
    let folded = if all.is_none() { list.listed.len() - shown } else { 0 };
    let put_off = all.is_none();
    let rows: Vec<&Assessed> = match all {
        None => list.listed.iter().take(shown).filter_map(|id| book.snapshot.client(*id)).collect(),
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
        ctx.out.line(&ctx.words.get("list-no-risk"))?;
    } else {
        table(ctx, &book, &rows)?;
    }
    let mut remarks = Vec::new();
    if folded > 0 {
        remarks.push(Message::new("cli-risk-folded").with("count", folded));
    }
    if book.snapshot.risk.now.has_little_history() && !rows.is_empty() {
        remarks.push(Message::new("risk-little-history"));
    }
    for id in list.snoozed.iter().filter(|_| put_off) {
        let Some(client) = book.snapshot.client(*id) else { continue };
        let Some(row) = told::put_off(&client.facts, book.now.today()) else { continue };
        let why = row.reason.clone().unwrap_or_default();
        remarks.push(Message::new("cli-risk-put-off").with("client", client.name()).with("day", row.until).with("why", why));
    }
    for remark in remarks {
        ctx.out.remark(&ctx.say(&remark, &book.now))?;
    }
    Ok(())
}

/// The rows as the tab At risk has them; without enough history no figure.
fn table(ctx: &Context, book: &Book, rows: &[&Assessed]) -> Result<()> {
    let figures = !book.snapshot.risk.now.has_little_history();
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|c| {
            let level = c.risk.level();
            let ink = if level == Level::High { Style::Red } else { Style::Plain };
            let mut cells = vec![
                Cell::from(ctx.words.get(level.name())).style(ink),
                Cell::from(c.name()).style(Style::Bold),
                Cell::from(c.tier.label()),
            ];
            if figures {
                let money = Money { minor: c.risk.at_stake().round() as i64, currency: book.snapshot.currency };
                cells.push(Cell::from(ctx.words.short_money(money)).right());
            }
            let standing = told::standing(&c.risk).filter(|_| !c.risk.is_listed());
            let words = standing.map(|message| ctx.say(&message, &book.now)).or_else(|| {
                let first = told::reasons(&c.risk).into_iter().next()?;
                let words = ctx.say(&first.words, &book.now);
                let new = Message::new("risk-new-sign").with("reason", words.as_str());
                Some(if first.is_new { ctx.say(&new, &book.now) } else { words })
            });
            cells.push(Cell::from(words.unwrap_or_default()));
            cells
        })
        .collect();
    let mut headings = vec!["risk", "client", "tier"];
    headings.extend(figures.then_some("stake"));
    headings.push("reason");
    ctx.out.table(&ctx.headings(&headings), &cells)?;
    Ok(())
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

/// `v_risk`: one row a client that is served, as a table that exists for one `sql` statement.
pub fn view(book: &Book) -> View {
    let columns = vec![
        "client_id",
        "client",
        "tier",
        "state",
        "level",
        "risk",
        "orders_alone",
        "alive",
        "listed",
        "orders",
        "silent_days",
        "usual_days",
        "horizon_days",
        "signals",
        "points",
        "expected",
        "at_stake",
        "clv12",
        "clv36",
        "currency",
        "snoozed_until",
    ];
    let served = |c: &&Assessed| c.risk.state != RiskState::NotServed;
    let rows = book.snapshot.present().filter(served).map(|c| {
        let (risk, now) = (&c.risk, &book.snapshot.risk.now);
        let worth = risk.worth.as_ref();
        let real = |x: Option<f64>| x.map_or(SqlValue::Null, SqlValue::Real);
        let whole = |x: Option<f64>| x.map_or(SqlValue::Null, |x| int(x.round() as i64));
        let signals: Vec<&str> = risk.signals.iter().filter(|s| s.points != 0.0).map(|s| s.kind.code()).collect();
        vec![
            int(c.id().0),
            text(c.name()),
            maybe(c.tier.tier.map(|t| t.code())),
            text(risk.state.code()),
            text(risk.level().code()),
            real(risk.index),
            real(risk.orders_alone()),
            real(risk.alive()),
            int(risk.is_listed()),
            int(worth.map_or(0, |w| w.orders.x + 1)),
            whole(worth.map(|w| w.orders.silence() * WEEK)),
            real(worth.and_then(Worth::usual)),
            real(worth.map(|w| w.score.horizon)),
            text(&signals.join(",")),
            SqlValue::Real(risk.points()),
            whole(worth.map(|_| risk.expected())),
            whole(risk.index.map(|_| risk.at_stake())),
            whole(now.clv(c.id(), 12).map(|v| v.middle)),
            whole(now.clv(c.id(), 36).map(|v| v.middle)),
            text(book.snapshot.currency.as_str()),
            risk.snoozed.map_or(SqlValue::Null, |day| text(&day.to_string())),
        ]
    });
    View { name: "v_risk", columns, rows: rows.collect() }
}
