//! What one client is worth, in sentences: a few for the brief and the page of the command line, and the arithmetic behind them.

use super::{Figures, decided, range};
use crate::domain::message::{Arg, Message};
use crate::portfolio::explain::Part;
use crate::portfolio::{Assessed, Snapshot};
use serde_json::json;

/// What is worth knowing at a glance; empty of somebody without an order.
pub fn glance(book: &Snapshot, client: &Assessed) -> Vec<Message> {
    let figures = book.values().of(client.id()).copied().unwrap_or_default();
    let mut out = Vec::new();
    if let (Some(expected), Some([year, three])) = (figures.expected, book.lifetime(client.id())) {
        out.push(Message::new("value-says-expected").with("expected", book.rough_money(expected)));
        out.push(
            Message::new("value-says-lifetime")
                .with("year", range(book, year.low, year.high))
                .with("three", range(book, three.low, three.high)),
        );
    }
    if let Some(share) = figures.share {
        let rfm = figures.rfm.map(|rfm| rfm.label()).unwrap_or_else(|| "-".to_owned());
        out.push(Message::new("value-says-share").with("share", super::columns::percent(share)).with("rfm", rfm));
    }
    if client.rising {
        out.push(Message::new("value-says-rising").with("growth", Arg::Share(figures.growth.unwrap_or(0.0))));
    }
    out
}

/// The decision about how much is put into a client, with its day and reason; `None` where nothing was decided.
pub fn decision(book: &Snapshot, client: &Assessed) -> Option<Message> {
    let made = client.facts.investment.as_ref()?;
    let message = Message::new("value-says-decided").with("what", decided(made.kind));
    Some(message.with("day", made.created.day(book.now.zone)).with("why", made.reason.as_str()))
}

/// How the figures come about.
pub fn part(book: &Snapshot, client: &Assessed) -> Part {
    let figures = book.values().of(client.id()).copied().unwrap_or_default();
    let mut lines = Vec::new();
    if let Some(past) = figures.past {
        let message = Message::new("explain-worth-past").with("margin", book.money(past));
        lines.push(message.with("before", book.money(figures.before.unwrap_or(0.0))));
    }
    if let Some(worth) = book.risk.now.worth(client.id()).filter(|w| w.margin > 0.0) {
        lines.push(
            Message::new("explain-worth-expected")
                .with("expected", book.rough_money(worth.expected))
                .with("orders", Arg::Decimal(worth.expected / worth.margin))
                .with("margin", book.rough_money(worth.margin)),
        );
    }
    if let Some([year, three]) = book.lifetime(client.id()) {
        lines.push(
            Message::new("explain-worth-lifetime")
                .with("year", range(book, year.low, year.high))
                .with("three", range(book, three.low, three.high)),
        );
        let mean = book.rough_money(book.risk.now.mean_margin);
        lines.push(Message::new("explain-risk-formula").with("mean", mean));
    }
    lines.extend(time(book, &figures));
    if let Some(growth) = figures.growth {
        let id = if client.rising { "explain-worth-rising" } else { "explain-worth-growth" };
        lines.push(Message::new(id).with("growth", super::growth_words(growth)));
    }
    lines.extend(decision(book, client));
    let numbers = json!({ "past": figures.past, "expected": figures.expected, "margin_per_hour": figures.hour, "growth": figures.growth });
    Part { key: "value", title: Message::new("explain-worth"), lines, numbers }
}

/// What it costs in time.
fn time(book: &Snapshot, figures: &Figures) -> Option<Message> {
    if figures.contacts == 0 && figures.minutes.is_none() {
        return None;
    }
    Some(match (figures.hour, figures.minutes) {
        (Some(hour), Some(minutes)) => Message::new("explain-worth-hour")
            .with("time", crate::portfolio::row::length(i64::from(minutes)))
            .with("hour", book.money(hour))
            .with("untimed", figures.untimed),
        _ => Message::new("explain-worth-no-minutes").with("contacts", figures.contacts),
    })
}
