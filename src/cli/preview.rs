//! `tiers --preview POLICY`: who would change tier under another policy. The counting is `portfolio::preview`'s.

use super::context::{Book, Context};
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use super::policy::find;
use crate::domain::message::Message;
use crate::domain::policy;
use crate::domain::words::Tier;
use crate::portfolio::bill::{self, Bill};
use crate::portfolio::preview::{Effect, Move, moves};
use anyhow::Result;
use serde_json::{Value, json};

/// Prints the moves; nothing is written.
pub fn run(ctx: &Context, book: &Book, wanted: &str) -> Result<()> {
    let (name, text) = find(ctx, wanted)?;
    let other = policy::parse(&text).map_err(|e| fail(USAGE, e.message(wanted)))?;
    let snapshot = &book.snapshot;
    let moved = moves(snapshot, &other);
    let bills = [bill::of(snapshot, &snapshot.policy), bill::at_once(snapshot, &other), bill::of(snapshot, &other)];
    let counts = bills.each_ref().map(of_tier);
    let changes = moved.iter().filter(|m| m.changes()).count();
    if ctx.out.json {
        let at_once = moved.iter().filter(|m| m.effect == Effect::AtOnce).count();
        let all: Vec<Value> = moved.iter().map(|m| value(ctx, book, m)).collect();
        let tiers: Vec<Value> = Tier::ALL
            .iter()
            .map(|t| (t, counts.map(|c| c[t.rank()])))
            .map(|(t, [before, at_once, after])| json!({ "tier": t, "before": before, "at_once": at_once, "after": after }))
            .collect();
        let whole = json!({ "policy": name, "changes": changes, "at_once": at_once, "tiers": tiers, "moves": all });
        return Ok(ctx.out.value(&whole)?);
    }
    let say = |m: Message| ctx.say(&m, &book.now);
    let head = Message::new("cli-preview-head").with("count", changes).with("policy", name.as_str());
    ctx.out.styled(&[(Style::Bold, &say(head))])?;
    if moved.is_empty() {
        if snapshot.policy.tiers == other.tiers {
            ctx.out.remark(&ctx.words.get("cli-preview-same"))?;
        }
        return Ok(());
    }
    let cells: Vec<Vec<Cell>> = moved
        .iter()
        .map(|m| {
            vec![
                Cell::from(m.name.as_str()).style(Style::Bold),
                Cell::from(ctx.words.tier(m.from)),
                Cell::from(ctx.words.tier(m.to)),
                Cell::from(say(m.effect.words())).style(Style::Dim),
                Cell::from(say(m.why())),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["client", "from", "to", "takes", "why"]), &cells)?;
    let [before, at_once, after] = counts;
    let counted = Message::new("cli-preview-counts")
        .with("a", before[0])
        .with("a_then", at_once[0])
        .with("a_last", after[0])
        .with("b", before[1])
        .with("b_then", at_once[1])
        .with("b_last", after[1])
        .with("c", before[2])
        .with("c_then", at_once[2])
        .with("c_last", after[2]);
    ctx.out.remark(&say(counted))?;
    ctx.out.remark(&say(Message::new("cli-preview-take").with("policy", wanted)))?;
    Ok(())
}

/// Clients by tier.
fn of_tier(bill: &Bill) -> [usize; 3] {
    [Tier::A, Tier::B, Tier::C].map(|tier| bill.tiers.iter().find(|t| t.tier == Some(tier)).map_or(0, |t| t.clients))
}

fn value(ctx: &Context, book: &Book, m: &Move) -> Value {
    json!({
        "id": m.id,
        "name": m.name,
        "from": m.from,
        "to": m.to,
        "takes_effect": m.effect.code(),
        "score": { "before": m.before.map(|s| s.score), "after": m.after.map(|s| s.score) },
        "share": { "before": m.before.map(|s| s.share), "after": m.after.map(|s| s.share) },
        "why": ctx.say(&m.why(), &book.now),
    })
}
