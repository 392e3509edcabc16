//! `client list`: clients by filter, one row each, seen from one side. What the sides show is `portfolio::value`'s.

use super::args::Args;
use super::context::{Book, Context, word};
use super::filter::Filter;
use super::output::{Cell, Style};
use crate::domain::message::Message;
use crate::domain::money::{Currency, Money};
use crate::portfolio::Assessed;
use crate::portfolio::row::length;
use crate::portfolio::value::{self, Judged, ValueView};
use crate::text::sort_key;
use anyhow::Result;
use serde_json::{Value, json};

/// Lists clients in the order of their names.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let filter = Filter::parse(&book, &args.texts("filter"))?;
    let mut rows: Vec<&Assessed> = book.snapshot.present().filter(|c| filter.passes(c)).collect();
    let view = match args.text("view") {
        Some(text) => word("view", &text, &ValueView::ALL, ValueView::code)?,
        None => ValueView::Plan,
    };
    if args.flag("keep-or-drop") || view == ValueView::Keep {
        return keep_or_drop(ctx, &book, rows, filter.names_tier());
    }
    rows.sort_by_cached_key(|c| (sort_key(c.name(), ctx.words.lang), c.id()));
    if view != ValueView::Plan {
        // The largest figure first, of equals by name; who has none comes below them, who is over last.
        let figure = |c: &Assessed| book.snapshot.values().of(c.id()).and_then(|f| view.figure(f)).unwrap_or(f64::NEG_INFINITY);
        rows.sort_by(|a, b| value::is_over(a).cmp(&value::is_over(b)).then(figure(b).total_cmp(&figure(a))));
    }
    if ctx.out.json {
        let all: Vec<Value> = rows
            .iter()
            .map(|c| {
                let mut value = value(&book, c);
                if let (ValueView::Expected, Some(fields)) = (view, value.as_object_mut()) {
                    fields.extend(lifetime(&book, c));
                }
                value
            })
            .collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-client-none"))?);
    }
    if view != ValueView::Plan {
        return by_value(ctx, &book, view, &rows);
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

/// The headings of the screen are written small, those of a table are not.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The clients from one side.
fn by_value(ctx: &Context, book: &Book, view: ValueView, rows: &[&Assessed]) -> Result<()> {
    let mut headings = ctx.headings(&["client", "tier"]);
    headings.extend(view.columns().iter().map(|c| capitalised(&ctx.words.get(c.heading))));
    let cells: Vec<Vec<Cell>> = rows.iter().map(|c| figures(ctx, book, view, c)).collect();
    ctx.out.table(&headings, &cells)?;
    let notes = [
        (view == ValueView::Hour).then(|| book.snapshot.values().hour).flatten().map(|hour| {
            let hour = book.snapshot.money(hour);
            Message::new("cli-hour-book").with("hour", hour)
        }),
        (view == ValueView::Hour && rows.iter().any(|c| c.facts.year.untimed > 0)).then(|| Message::new("cli-hour-untimed")),
        (view == ValueView::Expected).then(|| Message::new("cli-lifetime-sum")),
        (view == ValueView::Expected && is_rough(book, rows)).then(|| Message::new("cli-expected-rough")),
        (view != ValueView::Pay && rows.iter().any(|c| c.facts.cost_unknown)).then(|| Message::new("cli-cost-unknown")),
        ctx.missing_rates(book),
    ];
    for note in notes.into_iter().flatten() {
        ctx.out.remark(&ctx.say(&note, &book.now))?;
    }
    Ok(())
}

/// Whether what is expected of one of them is mostly the mean of all.
fn is_rough(book: &Book, rows: &[&Assessed]) -> bool {
    rows.iter().any(|c| book.snapshot.values().of(c.id()).is_some_and(|f| f.rough && f.expected.is_some()))
}

/// Client, tier and the columns of a view.
fn figures(ctx: &Context, book: &Book, view: ValueView, client: &Assessed) -> Vec<Cell> {
    let figures = book.snapshot.values().of(client.id()).copied().unwrap_or_default();
    let mut out = vec![Cell::from(client.name()).style(Style::Bold), Cell::from(client.tier.label())];
    out.extend(view.columns().iter().map(|column| {
        let words = column.words(&book.snapshot, client, &figures).map(|m| ctx.say(&m, &book.now)).unwrap_or_default();
        let cell = Cell::from(words);
        if column.right { cell.right() } else { cell }
    }));
    out
}

/// S69: small clients with what they bring and cost, and what may be done about them. Nothing is decided here.
fn keep_or_drop(ctx: &Context, book: &Book, rows: Vec<&Assessed>, every_tier: bool) -> Result<()> {
    let judged = value::keep_or_drop(&book.snapshot, rows.into_iter(), every_tier);
    if ctx.out.json {
        let object = |(client, judged): &(&Assessed, Judged)| {
            let mut object = self::value(book, client);
            if let Some(fields) = object.as_object_mut() {
                fields.insert("advice".to_owned(), judged.advice.code().into());
                fields.insert("reason".to_owned(), ctx.say(&judged.reason, &book.now).into());
                fields.insert("complaints".to_owned(), judged.complaints.into());
            }
            object
        };
        let all: Vec<Value> = judged.iter().map(object).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if judged.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-keep-none"))?);
    }
    let cells: Vec<Vec<Cell>> = judged.iter().map(|(client, judged)| kept(ctx, book, client, judged)).collect();
    let headings = [
        "client",
        "tier",
        "value-past",
        "value-expected",
        "value-contacts",
        "value-time",
        "value-hour",
        "risk",
        "complaints",
        "decided",
        "advice",
        "reason",
    ];
    let heading = |id: &&str| match id.strip_prefix("value-") {
        Some(_) => capitalised(&ctx.words.get(id)),
        None => match *id {
            "advice" | "decided" => capitalised(&ctx.words.get(&format!("value-{id}"))),
            own => ctx.words.get(&format!("cli-column-{own}")),
        },
    };
    ctx.out.table(&headings.iter().map(heading).collect::<Vec<_>>(), &cells)?;
    let rows: Vec<&Assessed> = judged.iter().map(|(client, _)| *client).collect();
    if is_rough(book, &rows) {
        ctx.out.remark(&ctx.words.get("cli-expected-rough"))?;
    }
    ctx.out.remark(&ctx.words.get("cli-keep-how"))?;
    Ok(())
}

fn kept(ctx: &Context, book: &Book, client: &Assessed, judged: &Judged) -> Vec<Cell> {
    let figures = book.snapshot.values().of(client.id()).copied().unwrap_or_default();
    let say = |m: Option<Message>| m.map(|m| ctx.say(&m, &book.now)).unwrap_or_default();
    let money = |minor: Option<f64>| Cell::from(minor.map(|x| book.snapshot.money(x).to_string()).unwrap_or_default()).right();
    let risk = client.risk.index.map(|_| ctx.words.get(client.risk.level().name())).unwrap_or_default();
    let count = |n: usize| Cell::from(if n == 0 { String::new() } else { n.to_string() }).right();
    vec![
        Cell::from(client.name()).style(Style::Bold),
        Cell::from(client.tier.label()),
        money(figures.past),
        Cell::from(say(value::own_expected(&book.snapshot, &figures, judged.advice))).right(),
        count(figures.contacts as usize),
        Cell::from(say(figures.minutes.map(|m| length(i64::from(m))))).right(),
        Cell::from(say(value::hour(&book.snapshot, &figures))).right(),
        Cell::from(risk),
        count(judged.complaints),
        Cell::from(say(client.facts.investment.as_ref().map(|i| value::decided(i.kind)))),
        Cell::from(ctx.words.get(judged.advice.name())).style(Style::Bold),
        Cell::from(say(Some(judged.reason.clone()))),
    ]
}

/// The lifetime value, as ranges.
pub fn lifetime(book: &Book, client: &Assessed) -> [(String, Value); 2] {
    let all = book.snapshot.lifetime(client.id());
    let of = |n: usize| {
        let money = |x: f64| Money { minor: x.round() as i64, currency: book.snapshot.currency };
        all.map(|all| json!({ "low": money(all[n].low), "middle": money(all[n].middle), "high": money(all[n].high) }))
    };
    [("lifetime_12".to_owned(), of(0).into()), ("lifetime_36".to_owned(), of(1).into())]
}

/// A client as JSON, the row of `client list`.
pub fn value(book: &Book, client: &Assessed) -> Value {
    let row = &client.facts.client;
    let figures = book.snapshot.values().of(client.id()).copied().unwrap_or_default();
    let money = |x: Option<f64>| x.map(|x| Money { minor: x.round() as i64, currency: book.snapshot.currency });
    let rfm = figures.rfm.map(|rfm| {
        let [r, f, m] = rfm.marks;
        json!({
            "recency_days": rfm.recency, "frequency": rfm.frequency, "amount": money(rfm.amount),
            "r": r, "f": f, "m": m, "label": rfm.label(),
        })
    });
    let investment = client
        .facts
        .investment
        .as_ref()
        .map(|i| json!({ "kind": i.kind, "why": i.reason, "since": i.created.rfc3339(book.now.zone) }));
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
        "size": row.size,
        "need_type": row.need_type,
        "value_past": money(figures.past),
        "value_before": money(figures.before),
        "value_decayed": money(figures.decayed),
        "value_expected": money(figures.expected),
        "value_share": figures.share,
        "value_accumulated": figures.accumulated,
        "value_share_expected": figures.share_expected,
        "rfm": rfm,
        "minutes": figures.minutes,
        "contacts": figures.contacts,
        "contacts_untimed": figures.untimed,
        "margin_per_hour": money(figures.hour),
        "days_to_pay": figures.days_to_pay,
        "growth": figures.growth,
        "rising": client.rising,
        "tenure": (figures.tenure * 100.0).round() / 100.0,
        "investment": investment,
    })
}

/// Billed in the last 365 days in the base currency; `None` without an invoice. A currency without a rate is left out.
pub fn billed(currency: Currency, client: &Assessed) -> Option<Money> {
    client.facts.billed_year.map(|minor| Money { minor, currency })
}
