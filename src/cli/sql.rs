//! `sql`: a reading statement over the tables and the assessed views. Carrying it out safely is the store's work.

use super::args::Args;
use super::client_list::billed;
use super::complaint;
use super::context::{Book, Context};
use super::output::Cell;
use super::risk;
use crate::portfolio::Requirement;
use crate::store::{SqlValue, View};
use anyhow::Result;
use serde_json::{Map, Value};

/// Runs the statement.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let query = args.needed("query");
    let mut views = vec![clients(&book, &query), today(ctx, &book), due(&book)];
    // Reading the clocks of thousands of cases takes a while.
    if query.to_ascii_lowercase().contains("v_sla") {
        views.push(complaint::sla(&book));
    }
    if query.to_ascii_lowercase().contains("v_risk") {
        views.push(risk::view(&book));
    }
    let mut rows: Vec<Vec<SqlValue>> = Vec::new();
    let headings = book.store.query(&query, &views, &mut |_, values| {
        rows.push(values.to_vec());
        true
    })?;
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|row| object(&headings, row)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    let cells: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    ctx.out.table(&headings, &cells)?;
    Ok(())
}

fn object(headings: &[String], row: &[SqlValue]) -> Value {
    let pairs = headings.iter().zip(row).map(|(name, value)| {
        let value = match value {
            SqlValue::Null => Value::Null,
            // Beyond 2^53 JavaScript loses digits: such a number is an id, and ids are strings in JSON.
            SqlValue::Int(n) if n.unsigned_abs() > 1 << 53 => Value::from(n.to_string()),
            SqlValue::Int(n) => Value::from(*n),
            SqlValue::Real(x) => Value::from(*x),
            SqlValue::Text(text) => Value::from(text.as_str()),
        };
        (name.clone(), value)
    });
    Value::Object(pairs.collect::<Map<String, Value>>())
}

fn cell(value: &SqlValue) -> Cell {
    match value {
        SqlValue::Null => Cell::from(""),
        SqlValue::Int(n) => Cell::from(n.to_string()).right(),
        SqlValue::Real(x) => Cell::from(x.to_string()).right(),
        SqlValue::Text(text) => Cell::from(text.as_str()),
    }
}

/// A text.
pub fn text(value: &str) -> SqlValue {
    SqlValue::Text(value.to_owned())
}

/// A text, or nothing.
pub fn maybe(value: Option<&str>) -> SqlValue {
    value.map_or(SqlValue::Null, text)
}

/// A whole number, or yes and no as 1 and 0.
pub fn int(value: impl Into<i64>) -> SqlValue {
    SqlValue::Int(value.into())
}

/// `v_client`: one row a client.
fn clients(book: &Book, query: &str) -> View {
    let columns = [
        "id",
        "name",
        "kind",
        "status",
        "tier",
        "tier_score",
        "pinned",
        "industry",
        "region",
        "since",
        "value",
        "currency",
        "last_touch",
        "next_due",
        "overdue",
        "tags",
        "survey_kind",
        "survey_score",
        "survey_on",
        "survey_due",
        "size",
        "need_type",
        "value_past",
        "value_before",
        "value_decayed",
        "value_expected",
        "value_share",
        "value_accumulated",
        "value_share_expected",
        "lifetime_12",
        "lifetime_36",
        "recency_days",
        "frequency",
        "mean_order",
        "r",
        "f",
        "m",
        "minutes",
        "contacts",
        "contacts_untimed",
        "margin_per_hour",
        "days_to_pay",
        "growth",
        "rising",
        "tenure",
        "investment",
    ];
    let today = book.now.today();
    // The lifetime values of thousands of clients take a while.
    let wanted = query.contains('*') || query.to_ascii_lowercase().contains("lifetime");
    let real = |x: Option<f64>| x.map_or(SqlValue::Null, SqlValue::Real);
    let minor = |x: Option<f64>| x.map_or(SqlValue::Null, |x| int(x.round() as i64));
    let rows = book.snapshot.present().map(|c| {
        let figures = book.snapshot.values().of(c.id()).copied().unwrap_or_default();
        let lifetime = if wanted { book.snapshot.lifetime(c.id()) } else { None };
        let mark_of = |n: usize| figures.rfm.map_or(SqlValue::Null, |rfm| int(rfm.marks[n]));
        let row = &c.facts.client;
        let value = billed(book.snapshot.currency, c);
        let mark = c.facts.surveys.first();
        vec![
            int(c.id().0),
            text(c.name()),
            text(row.kind.code()),
            text(c.status.code()),
            maybe(c.tier.tier.map(|t| t.code())),
            c.tier.standing.map_or(SqlValue::Null, |s| SqlValue::Real(s.score)),
            int(c.tier.pin.is_some()),
            maybe(row.industry.as_deref()),
            maybe(row.region.as_deref()),
            text(&row.since.to_string()),
            value.map_or(SqlValue::Null, |m| int(m.minor)),
            maybe(value.as_ref().map(|m| m.currency.as_str())),
            c.facts.last_touch.map_or(SqlValue::Null, |t| text(&t.at.rfc3339(book.now.zone))),
            c.next_due.map_or(SqlValue::Null, |d| text(&d.to_string())),
            int(c.is_late(today)),
            text(&c.facts.tags.join(",")),
            mark.map_or(SqlValue::Null, |m| text(m.kind.code())),
            mark.map_or(SqlValue::Null, |m| int(m.score)),
            mark.map_or(SqlValue::Null, |m| text(&m.on.to_string())),
            c.survey_due.map_or(SqlValue::Null, |d| text(&d.to_string())),
            maybe(row.size.as_deref()),
            maybe(row.need_type.as_deref()),
            minor(figures.past),
            minor(figures.before),
            minor(figures.decayed),
            minor(figures.expected),
            real(figures.share),
            real(figures.accumulated),
            real(figures.share_expected),
            minor(lifetime.map(|all| all[0].middle)),
            minor(lifetime.map(|all| all[1].middle)),
            figures.rfm.map_or(SqlValue::Null, |rfm| int(rfm.recency)),
            real(figures.rfm.map(|rfm| rfm.frequency)),
            minor(figures.rfm.and_then(|rfm| rfm.amount)),
            mark_of(0),
            mark_of(1),
            mark_of(2),
            figures.minutes.map_or(SqlValue::Null, int),
            int(figures.contacts),
            int(figures.untimed),
            minor(figures.hour),
            figures.days_to_pay.map_or(SqlValue::Null, int),
            real(figures.growth),
            int(c.rising),
            SqlValue::Real(figures.tenure),
            maybe(c.facts.investment.as_ref().map(|i| i.kind.code())),
        ]
    });
    View { name: "v_client", columns: columns.to_vec(), rows: rows.collect() }
}

/// `v_today`: the queue, one row an item; a batch has one row for each of its clients.
fn today(ctx: &Context, book: &Book) -> View {
    let columns = [
        "position",
        "kind",
        "client_id",
        "client",
        "tier",
        "channel",
        "due",
        "at",
        "late_days",
        "overdue",
        "quadrant",
        "priority",
        "fits",
        "reason",
    ];
    let mut rows = Vec::new();
    for (n, item) in book.snapshot.queue.items.iter().enumerate() {
        for id in item.client.iter().chain(&item.clients) {
            let client = book.snapshot.client(*id);
            rows.push(vec![
                int(n as i64 + 1),
                text(item.kind.code()),
                int(id.0),
                maybe(client.map(|c| c.name())),
                maybe(client.and_then(|c| c.tier.tier).map(|t| t.code())),
                maybe(item.channel.map(|c| c.code())),
                text(&item.due.to_string()),
                item.at.map_or(SqlValue::Null, |at| text(&at.rfc3339(book.now.zone))),
                int(item.late_days),
                int(item.overdue),
                int(item.quadrant),
                SqlValue::Real(item.priority),
                int(item.fits),
                text(&ctx.say(&item.reason, &book.now)),
            ]);
        }
    }
    View { name: "v_today", columns: columns.to_vec(), rows }
}

/// `v_due`: the contact plan, one row a requirement.
fn due(book: &Book) -> View {
    let columns = [
        "client_id",
        "client",
        "tier",
        "channel",
        "every",
        "grace",
        "last",
        "due",
        "overdue_from",
        "late_days",
        "overdue",
        "state",
    ];
    let today = book.now.today();
    let mut rows = Vec::new();
    for client in book.snapshot.present() {
        let row = |r: &Requirement| {
            vec![
                int(client.id().0),
                text(client.name()),
                maybe(client.tier.tier.map(|t| t.code())),
                text(r.channel.code()),
                text(&r.every.to_string()),
                int(r.grace),
                r.last.map_or(SqlValue::Null, |(at, _)| text(&at.rfc3339(book.now.zone))),
                text(&r.due.to_string()),
                text(&r.overdue_from.to_string()),
                int(r.late_days),
                int(r.is_late(today)),
                text(crate::portfolio::explain::state_code(&r.state)),
            ]
        };
        rows.extend(client.plan.iter().map(row));
    }
    View { name: "v_due", columns: columns.to_vec(), rows }
}
