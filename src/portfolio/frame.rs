//! What couples clients: who is ranked, and the sums and cuts of the tiers now and at the last two month-ends.
//! How a ranking is cut is `domain::tier`.

use super::risk::{Expectation, RiskFrame};
use crate::domain::day::{Day, Now};
use crate::domain::facts::{ClientFacts, Value};
use crate::domain::id::Id;
use crate::domain::policy::Policy;
use crate::domain::tier::{Entry, factor, rank};
use crate::domain::words::{OutcomeKind, Status};
use std::collections::HashMap;

pub use crate::domain::tier::Standing;

/// Which figure the tiers are computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Decayed margins of invoices.
    Margin,
    /// No invoice anywhere: entered potential, fit and budget.
    Entered,
}

/// Sums and cuts of one date.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// What was ranked.
    pub basis: Basis,
    /// The ranked clients with their values.
    pub entries: Vec<Entry>,
    /// Each one's place.
    pub standings: HashMap<Id, Standing>,
    /// Active clients at that date, ranked or not, dormant ones left out.
    pub active: usize,
}

/// What every client's assessment needs to know of the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Now, the last month-end, the one before.
    pub rankings: [Ranking; 3],
    /// Active clients, dormant ones left out.
    pub active: usize,
}

impl Frame {
    /// Builds the frame of a whole book. What clients were expected to bring at the month-ends is only computed where a month-end is
    /// not on record for somebody who can be offered a change: that needs a model of its own.
    pub fn new(clients: &[ClientFacts], policy: &Policy, risk: &RiskFrame, now: &Now) -> Frame {
        let rankings = [0, 1, 2].map(|date| {
            let end = clients.first().map(|c| c.dates[date]);
            let expected = match (date, end) {
                (0, _) | (_, None) => None,
                (_, Some(end)) if clients.iter().any(|c| asks_for(c, end)) => {
                    Some(Expectation::new(clients, &now.at(end.end(now.zone)), |_| None))
                }
                _ => return Ranking { basis: Basis::Entered, entries: Vec::new(), standings: HashMap::new(), active: 0 },
            };
            ranking(clients, date, policy, expected.as_ref().unwrap_or(&risk.now))
        });
        let active = clients.iter().filter(|c| c.exists && status(c, 0, policy) == Status::Active).count();
        Frame { rankings, active }
    }

    /// The frame of a past date, for what was known then: the month-ends before it are not asked for.
    pub(super) fn of_one_day(clients: &[ClientFacts], policy: &Policy, risk: &RiskFrame) -> Frame {
        let none = || Ranking { basis: Basis::Entered, entries: Vec::new(), standings: HashMap::new(), active: 0 };
        let rankings = [ranking(clients, 0, policy, &risk.now), none(), none()];
        let active = clients.iter().filter(|c| c.exists && status(c, 0, policy) == Status::Active).count();
        Frame { rankings, active }
    }
}

/// Whether a month-end of this client is asked for and not on record.
fn asks_for(client: &ClientFacts, end: Day) -> bool {
    client.month_scores.len() >= 2 && client.month_scores.iter().all(|m| m.month != end.month_index())
}

/// Whether a client was lost on a day and had not come back: of two things on one day the later written holds.
fn was_lost(facts: &ClientFacts, day: Day) -> bool {
    let last = facts.outcomes.iter().rfind(|o| o.on <= day && o.kind != OutcomeKind::Saved);
    last.is_some_and(|o| o.kind == OutcomeKind::Lost)
}

/// The status at one of the fold's dates: the stored one, or dormant where nothing was ordered for long and nothing runs.
pub fn status(facts: &ClientFacts, date: usize, policy: &Policy) -> Status {
    let client = &facts.client;
    let value: &Value = &facts.values[date];
    match client.status {
        // Only the newest status is kept; a loss before it is on record (S100).
        _ if client.status_on > facts.dates[date] && was_lost(facts, facts.dates[date]) => Status::Lost,
        // The first invoice or engagement makes a lead a client, from its day on.
        Status::Lead if !value.engaged && value.last_order.is_none() => Status::Lead,
        Status::Active | Status::Lead => {
            let limit = |last: crate::domain::day::Day| last.plus_months(policy.tiers.dormant_months);
            let asleep = value.last_order.is_some_and(|last| limit(last) < facts.dates[date]);
            if asleep && !value.open_engagement { Status::Dormant } else { Status::Active }
        }
        // The decision to stop is dated: before its day the client was still served.
        Status::Stopped | Status::Lost | Status::Dormant if client.status_on > facts.dates[date] => Status::Active,
        decided => decided,
    }
}

/// Whether potential, fit or budget was entered.
pub fn has_entered_factors(facts: &ClientFacts) -> bool {
    let c = &facts.client;
    c.potential.is_some() || c.fit.is_some() || c.budget.is_some()
}

fn ranking(clients: &[ClientFacts], date: usize, policy: &Policy, expected: &Expectation) -> Ranking {
    let taking_part = |c: &&ClientFacts| c.values[date].exists && status(c, date, policy) == Status::Active;
    let basis = if clients.iter().any(|c| c.values[date].last_order.is_some()) { Basis::Margin } else { Basis::Entered };
    let has_order = |c: &ClientFacts| c.values[date].last_order.is_some() || c.values[date].decayed != 0.0;
    let known = |c: &&ClientFacts| has_entered_factors(c) || basis == Basis::Margin && has_order(c);
    let budgets: Vec<f64> =
        clients.iter().filter(taking_part).filter_map(|c| c.client.budget.map(|b| b.minor as f64)).collect();
    let usual_budget = if budgets.is_empty() { 1.0 } else { budgets.iter().sum::<f64>() / budgets.len() as f64 };
    let entries: Vec<Entry> = clients
        .iter()
        .filter(taking_part)
        .filter(known)
        .map(|c| Entry {
            id: c.client.id,
            past: match basis {
                Basis::Margin => c.values[date].decayed,
                Basis::Entered => c.client.budget.map_or(usual_budget, |b| b.minor as f64),
            },
            expected: match basis {
                Basis::Margin => expected.worth(c.client.id).map_or(0.0, |w| w.expected),
                Basis::Entered => 0.0,
            },
            factor: factor(c.client.potential, c.client.fit, &policy.tiers),
        })
        .collect();
    let active = clients.iter().filter(taking_part).count();
    let standings = rank(&entries, active, &policy.tiers).into_iter().collect();
    Ranking { basis, entries, standings, active }
}
