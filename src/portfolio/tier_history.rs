//! A client's tier over time: a letter a month, and every change with its cause (S5).
//! The words of a single line of the timeline are `timeline`'s.

use super::assess::Assessed;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::PinSpan;
use crate::domain::message::{Arg, Message};
use crate::domain::words::{Tier, TierCause};
use chrono::Datelike;
use serde_json::{Value, json};

/// Months that are drawn.
pub const MONTHS: usize = 24;

/// Why a tier changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A row of the tier's own.
    Tier(TierCause),
    /// The user pinned it.
    Pinned,
    /// The pin ran out or was taken back.
    Unpinned,
}

impl Cause {
    /// Its name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Cause::Tier(cause) => cause.code(),
            Cause::Pinned => "pinned",
            Cause::Unpinned => "unpinned",
        }
    }
}

/// One change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// When.
    pub at: Moment,
    /// The tier until then; `None` where none was held, or none is on record.
    pub from: Option<Tier>,
    /// The tier from then on.
    pub to: Option<Tier>,
    /// Why.
    pub cause: Cause,
    /// Score S and share c before the client, each a share of 1; none of a pin.
    pub standing: Option<(f64, f64)>,
}

impl Change {
    /// When, from, to, why, and with which figures.
    pub fn words(&self) -> Message {
        let id = match self.cause {
            Cause::Tier(TierCause::First) => "tier-change-first",
            Cause::Tier(TierCause::Accepted) => "tier-change-accepted",
            Cause::Tier(TierCause::Policy) => "tier-change-policy",
            Cause::Pinned => "tier-change-pinned",
            Cause::Unpinned => "tier-change-unpinned",
        };
        let message = Message::new(id).with("at", self.at).with("from", self.from).with("to", self.to);
        match self.standing {
            None => message,
            Some((score, share)) => message.with("score", format!("{score:.3}")).with("share", Arg::Share(share)),
        }
    }
}

/// A client's tier over time.
#[derive(Debug, Clone, PartialEq)]
pub struct TierHistory {
    /// [`Day::month_index`] of the first month drawn.
    pub first: i32,
    /// The tier in force at the end of each month, at the present moment in the last; `None` without one, or not on record.
    pub months: Vec<Option<Tier>>,
    /// Every change, newest first.
    pub changes: Vec<Change>,
}

/// The tier of a client over the last [`MONTHS`] months.
pub fn history(client: &Assessed, now: &Now) -> TierHistory {
    let this = now.today().month_index();
    let first = this - (MONTHS as i32 - 1);
    let mut months: Vec<Option<Tier>> = (first..this).map(|m| at_end(client, m, now)).collect();
    months.push(client.tier.tier);
    TierHistory { first, months, changes: changes(client, now) }
}

/// The tier in force on the last day of a month, as far as it is on record: a pin, else what was held, else what was computed then.
fn at_end(client: &Assessed, month: i32, now: &Now) -> Option<Tier> {
    let facts = &client.facts;
    let end = Day::last_of_month_index(month);
    if end < facts.client.since {
        return None;
    }
    let pinned = facts.pins.iter().rfind(|p| p.from <= end && p.until.is_none_or(|u| u >= end));
    let held = || facts.tier_changes.iter().rfind(|c| c.at.day(now.zone) <= end).map(|c| c.to);
    let computed = || facts.month_scores.iter().find(|m| m.month == month).and_then(|m| m.tier);
    pinned.map(|p| p.tier).or_else(held).or_else(computed)
}

fn changes(client: &Assessed, now: &Now) -> Vec<Change> {
    let facts = &client.facts;
    let today = now.today();
    let held = |until: Moment| facts.tier_changes.iter().rfind(|c| c.at <= until).map(|c| c.to);
    let share = |millionths: i64| millionths as f64 / 1e6;
    let mut out: Vec<Change> = facts
        .tier_changes
        .iter()
        .map(|c| Change {
            at: c.at,
            from: c.from,
            to: Some(c.to),
            cause: Cause::Tier(c.cause),
            standing: Some((share(c.score), share(c.share))),
        })
        .collect();
    for (n, pin) in facts.pins.iter().enumerate().filter(|(_, p)| p.from <= today) {
        let at = pin.from.start(now.zone);
        let over = |p: &PinSpan, on: Day| p.from <= on && p.until.is_none_or(|u| u >= on);
        let before = facts.pins[..n].iter().rfind(|p| over(p, pin.from.plus(-1))).map(|p| p.tier);
        out.push(Change { at, from: before.or(held(at)), to: Some(pin.tier), cause: Cause::Pinned, standing: None });
        let next = pin.until.map(|last| last.plus(1)).filter(|day| *day <= today);
        // Where another pin takes over at once, that is the change.
        if let Some(day) = next.filter(|day| !facts.pins.iter().any(|p| over(p, *day))) {
            let at = day.start(now.zone);
            out.push(Change { at, from: Some(pin.tier), to: held(at), cause: Cause::Unpinned, standing: None });
        }
    }
    out.sort_by_key(|c| std::cmp::Reverse(c.at));
    out
}

impl TierHistory {
    /// Whether there is more to draw than the present moment.
    pub fn is_drawn(&self) -> bool {
        self.months.iter().flatten().count() > 1
    }

    /// Letters by year, the months before the first letter left out: `2025 --AAAB 2026 BBBA`.
    pub fn strip(&self) -> String {
        let skipped = self.months.iter().position(Option::is_some).unwrap_or(self.months.len());
        let mut out = String::new();
        for (month, tier) in (self.first..).zip(&self.months).skip(skipped) {
            let date = Day::last_of_month_index(month).date();
            if out.is_empty() || date.month() == 1 {
                let blank = if out.is_empty() { "" } else { "  " };
                out.push_str(&format!("{blank}{} ", date.year()));
                // In a year that was not begun with, the letters still stand in their months.
                if date.month() > 1 {
                    out.push_str(&".".repeat(date.month0() as usize));
                }
            }
            out.push_str(tier.map_or("-", Tier::code));
        }
        out
    }

    /// The months from the first on record, for JSON.
    pub fn by_month(&self) -> Vec<Value> {
        let skipped = self.months.iter().position(Option::is_some).unwrap_or(self.months.len());
        let of = |(month, tier): (i32, &Option<Tier>)| json!({ "month": Day::last_of_month_index(month).date().format("%Y-%m").to_string(), "tier": tier });
        (self.first..).zip(&self.months).skip(skipped).map(of).collect()
    }
}
