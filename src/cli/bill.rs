//! `policy show --bill`: what the policy in force and each shipped one ask for a week. The counting is `portfolio::bill`'s.

use super::context::{Book, Context};
use super::output::{Cell, Style};
use crate::domain::message::Message;
use crate::portfolio::bill::{self, Bill};
use anyhow::Result;
use serde_json::{Value, json};

/// The bills to compare: the policy in force, then the presets that say something else.
fn all(book: &Book) -> Vec<(Bill, bool)> {
    let snapshot = &book.snapshot;
    let mut bills = vec![(bill::of(snapshot, &snapshot.policy), true)];
    let own = &snapshot.policy;
    let other = |b: &Bill| {
        crate::domain::policy::preset(&b.policy).and_then(|t| crate::domain::policy::parse(t).ok()).as_ref() != Some(own)
    };
    bills.extend(bill::presets(snapshot).into_iter().filter(other).map(|b| (b, false)));
    bills
}

/// Prints them beside each other.
pub fn show(ctx: &Context, book: &Book) -> Result<()> {
    let bills = all(book);
    let say = |m: Message| ctx.say(&m, &book.now);
    let each: Vec<String> = bills
        .iter()
        .map(|(b, _)| {
            say(Message::new("cli-bill-each").with("policy", b.policy.as_str()).with("contacts", figure(b.contacts_per_week())))
        })
        .collect();
    let clients = bills.first().map_or(0, |(b, _)| b.clients());
    let head = Message::new("cli-bill").with("n", clients).with("list", each.join(&ctx.words.get("and-between")));
    ctx.out.styled(&[(Style::Bold, &say(head))])?;
    let mut rows = Vec::new();
    for (bill, in_force) in &bills {
        for tier in &bill.tiers {
            rows.push(vec![
                Cell::from(bill.policy.as_str()),
                Cell::from(ctx.words.tier(tier.tier)),
                Cell::from(tier.clients.to_string()).right(),
                Cell::from(figure(tier.contacts)).right(),
                Cell::from(figure(tier.requirements)).right(),
                Cell::from(""),
            ]);
        }
        let mark = if *in_force { ctx.words.get("cli-bill-in-force") } else { String::new() };
        rows.push(vec![
            Cell::from(bill.policy.as_str()).style(Style::Bold),
            Cell::from(""),
            Cell::from(bill.clients().to_string()).right(),
            Cell::from(figure(bill.contacts_per_week())).right().style(Style::Bold),
            Cell::from(figure(bill.requirements())).right(),
            Cell::from(figure(bill.capacity)).right(),
            Cell::from(mark).style(Style::Dim),
        ]);
    }
    ctx.out.table(&ctx.headings(&["policy", "tier", "clients", "contacts", "requirements", "capacity"]), &rows)?;
    ctx.out.remark(&ctx.words.get("cli-bill-columns"))?;
    Ok(())
}

/// The bills as JSON.
pub fn value(book: &Book) -> Value {
    let one = |(bill, in_force): &(Bill, bool)| {
        let tiers: Vec<Value> = bill
            .tiers
            .iter()
            .map(|t| {
                json!({
                    "tier": t.tier,
                    "clients": t.clients,
                    "contacts_per_week": tenths(t.contacts),
                    "requirements_per_week": tenths(t.requirements),
                })
            })
            .collect();
        json!({
            "policy": bill.policy,
            "in_force": in_force,
            "clients": bill.clients(),
            "contacts_per_week": tenths(bill.contacts_per_week()),
            "requirements_per_week": tenths(bill.requirements()),
            "capacity_per_week": bill.capacity,
            "tiers": tiers,
        })
    };
    all(book).iter().map(one).collect()
}

fn figure(x: f64) -> String {
    format!("{x:.1}")
}

fn tenths(x: f64) -> f64 {
    (x * 10.0).round() / 10.0
}
