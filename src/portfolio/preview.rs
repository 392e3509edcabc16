//! Which clients another policy would place in another tier, before it takes effect (S72). Nothing is written.
//! What a policy costs a week is `bill`'s.

use super::assess::Assessed;
use super::explain::factor_id;
use super::factors;
use super::frame::{Frame, Standing};
use super::load::Snapshot;
use crate::domain::facts::ClientFacts;
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::policy::{Factor, FactorRule, Policy, TierBasis};
use crate::domain::words::{Status, Tier};

/// One client whose tier would be another.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Who.
    pub id: Id,
    /// Its name as typed.
    pub name: String,
    /// The tier in force, held or pinned; where tiers are only advice, the advised one. `None` unsorted.
    pub from: Option<Tier>,
    /// The tier computed under the other.
    pub to: Option<Tier>,
    /// Score and share under the policy in force.
    pub before: Option<Standing>,
    /// Score and share under the other.
    pub after: Option<Standing>,
    /// What becomes of it once the policy is in force.
    pub effect: Effect,
}

/// When a move shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// At once: no tier is held yet.
    AtOnce,
    /// Offered when two month-ends agree: a tier is held.
    Offered,
    /// Not at all: the client is pinned.
    Pinned,
    /// Not at all: with few clients the computed tier is only advice.
    Advice,
}

impl Effect {
    /// Its name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Effect::AtOnce => "at-once",
            Effect::Offered => "offered",
            Effect::Pinned => "pinned",
            Effect::Advice => "advice",
        }
    }

    /// In words.
    pub fn words(self) -> Message {
        Message::new(match self {
            Effect::AtOnce => "preview-at-once",
            Effect::Offered => "preview-offered",
            Effect::Pinned => "preview-pinned",
            Effect::Advice => "preview-advice",
        })
    }
}

impl Move {
    /// Whether the tier in force would change, at once or once it is accepted.
    pub fn changes(&self) -> bool {
        matches!(self.effect, Effect::AtOnce | Effect::Offered)
    }

    /// Why: score and the share that stands before it, under the one policy and the other.
    pub fn why(&self) -> Message {
        match (self.before, self.after) {
            (Some(a), Some(b)) => Message::new("preview-why")
                .with("score", score(a))
                .with("then", score(b))
                .with("share", Arg::Share(a.share))
                .with("shared", Arg::Share(b.share)),
            (None, Some(b)) => Message::new("preview-why-sorted").with("then", score(b)).with("shared", Arg::Share(b.share)),
            _ => Message::new("preview-why-unsorted"),
        }
    }
}

fn score(s: Standing) -> String {
    format!("{:.3}", s.score)
}

/// The moves, the largest score under the other policy first.
pub fn moves(snapshot: &Snapshot, policy: &Policy) -> Vec<Move> {
    if snapshot.policy.tiers == policy.tiers {
        return Vec::new();
    }
    let facts: Vec<&ClientFacts> = snapshot.clients.iter().map(|c| &c.facts).collect();
    let frame = Frame::preview(&facts, policy, &snapshot.risk);
    let mut out: Vec<Move> = snapshot.present().filter_map(|c| moved(c, &frame, policy)).collect();
    let value = |m: &Move| m.after.map_or(0.0, |s| s.score);
    out.sort_by(|a, b| value(b).total_cmp(&value(a)).then(a.id.cmp(&b.id)));
    out
}

/// What the factors of a policy would go without, S35: each factor that counts with the served clients of whom nothing of it is known;
/// how many clients were looked at. Nothing on another basis.
pub fn gaps(snapshot: &Snapshot, policy: &Policy) -> (Vec<(Factor, usize)>, usize) {
    let active: Vec<&Assessed> = snapshot.present().filter(|c| c.status == Status::Active).collect();
    if policy.tiers.basis != TierBasis::Factors {
        return (Vec::new(), active.len());
    }
    let inputs = |c: &&Assessed| factors::inputs(&c.facts, 0, policy, Some(&snapshot.risk.now));
    let missing: Vec<Vec<Factor>> = active.iter().map(|c| factors::missing(&inputs(c), policy)).collect();
    let counted = |rule: &FactorRule| (rule.factor, missing.iter().filter(|m| m.contains(&rule.factor)).count());
    (policy.tiers.factors.iter().map(counted).filter(|(_, n)| *n > 0).collect(), active.len())
}

/// The same in words; `None` where nothing is missing.
pub fn gaps_said(snapshot: &Snapshot, policy: &Policy) -> Option<Message> {
    let (gaps, all) = gaps(snapshot, policy);
    let one = |(factor, n): (Factor, usize)| {
        Message::new("preset-gap").with("factor", Message::new(factor_id(factor))).with("count", n)
    };
    let list = gaps.into_iter().map(one);
    let list = list.reduce(|all, one| Message::new("preset-gap-and").with("first", all).with("second", one))?;
    Some(Message::new("preset-gaps").with("list", list).with("all", all))
}

fn moved(client: &Assessed, frame: &Frame, policy: &Policy) -> Option<Move> {
    let view = &client.tier;
    let after = frame.rankings[0].standings.get(&client.id()).copied();
    let (from, to) = (view.tier.or(view.computed), after.map(|s| s.tier));
    let effect = if view.pin.is_some() {
        Effect::Pinned
    } else if frame.active < policy.tiers.advice_below {
        Effect::Advice
    } else if after.is_none() {
        // Whom nothing places loses its tier without an offer.
        Effect::AtOnce
    } else if client.facts.tier_change.is_some() || client.facts.month_scores.len() >= 2 {
        Effect::Offered
    } else {
        Effect::AtOnce
    };
    (from != to).then(|| Move {
        id: client.id(),
        name: client.name().to_owned(),
        from,
        to,
        before: view.standing,
        after,
        effect,
    })
}
