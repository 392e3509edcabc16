//! What couples clients: who is ranked, and the sums and cuts of the tiers now and at the last two month-ends.
//! How a ranking is cut is `domain::tier`.

use super::factors;
use super::risk::{Expectation, RiskFrame};
use crate::domain::day::{Day, Now};
use crate::domain::facts::{ClientFacts, Value};
use crate::domain::id::Id;
use crate::domain::policy::{Factor, Policy, TierBasis};
use crate::domain::tier::factors::Weighed;
use crate::domain::tier::{Entry, factor, rank};
use crate::domain::words::{OutcomeKind, Status};
use std::collections::HashMap;

pub use crate::domain::tier::Standing;

/// Which figure the tiers are computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Decayed margins of invoices, and what is expected.
    Margin,
    /// No invoice anywhere: entered potential, fit and budget.
    Entered,
    /// The factors the policy names.
    Factors,
}

/// Sums and cuts of one date.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// What was ranked.
    pub basis: Basis,
    /// The ranked clients with their values; by factors `past` is V, and the effort is in `factor`.
    pub entries: Vec<Entry>,
    /// The factors of the ranked clients, row by row as `entries`; nothing on another basis.
    pub weighed: Weighed,
    /// Each one's place.
    pub standings: HashMap<Id, Standing>,
    /// Active clients at that date, ranked or not, dormant ones left out.
    pub active: usize,
}

impl Ranking {
    fn nobody() -> Ranking {
        Ranking {
            basis: Basis::Entered,
            entries: Vec::new(),
            weighed: Weighed::default(),
            standings: HashMap::new(),
            active: 0,
        }
    }
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
        let all: Vec<&ClientFacts> = clients.iter().collect();
        let at = Values::AsFolded;
        let end_of = |date: usize| {
            let end = clients.first().map(|c| c.dates[date]).filter(|end| clients.iter().any(|c| asks_for(c, *end)));
            let Some(end) = end else { return Ranking::nobody() };
            let counts = policy.tiers.counts(Factor::Expected);
            let expected = counts.then(|| Expectation::new(clients, &now.at(end.end(now.zone)), |_| None));
            ranking(&all, date, policy, expected.as_ref(), at)
        };
        let rankings = [ranking(&all, 0, policy, Some(&risk.now), at), end_of(1), end_of(2)];
        Frame { rankings, active: active(&all, policy) }
    }

    /// The frame of today under another policy: nobody is offered anything by it.
    pub fn preview(clients: &[&ClientFacts], policy: &Policy, risk: &RiskFrame) -> Frame {
        let today = ranking(clients, 0, policy, Some(&risk.now), Values::Faded(policy.tiers.half_life));
        Frame { rankings: [today, Ranking::nobody(), Ranking::nobody()], active: active(clients, policy) }
    }

    /// The frame of a past date, for what was known then: the month-ends before it are not asked for.
    pub(super) fn of_one_day(clients: &[ClientFacts], policy: &Policy, risk: &RiskFrame) -> Frame {
        let all: Vec<&ClientFacts> = clients.iter().collect();
        let then = ranking(&all, 0, policy, Some(&risk.now), Values::AsFolded);
        Frame { rankings: [then, Ranking::nobody(), Ranking::nobody()], active: active(&all, policy) }
    }
}

fn active(clients: &[&ClientFacts], policy: &Policy) -> usize {
    clients.iter().filter(|c| c.exists && status(c, 0, policy) == Status::Active).count()
}

/// How margins are taken: as they were folded, or faded by another half-life, days.
#[derive(Debug, Clone, Copy)]
enum Values {
    AsFolded,
    Faded(f64),
}

impl Values {
    fn of(self, facts: &ClientFacts, date: usize) -> f64 {
        match self {
            Values::AsFolded => facts.values[date].decayed,
            Values::Faded(half_life) => {
                let on = facts.dates[date];
                let sales = facts.sales.iter().filter(|s| s.day <= on);
                sales.map(|s| s.margin * 0.5f64.powf(f64::from(on.since(s.day)) / half_life)).sum()
            }
        }
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

fn ranking(clients: &[&ClientFacts], date: usize, policy: &Policy, expected: Option<&Expectation>, values: Values) -> Ranking {
    let taking_part = |c: &&&ClientFacts| c.values[date].exists && status(c, date, policy) == Status::Active;
    let there: Vec<&ClientFacts> = clients.iter().filter(taking_part).copied().collect();
    let active = there.len();
    let (basis, weighed, entries) = if policy.tiers.basis == TierBasis::Factors {
        let (weighed, entries) = by_factors(&there, date, policy, expected);
        (Basis::Factors, weighed, entries)
    } else {
        let billed = clients.iter().any(|c| c.values[date].last_order.is_some());
        let basis = if billed { Basis::Margin } else { Basis::Entered };
        (basis, Weighed::default(), by_value(&there, basis, date, policy, expected, values))
    };
    let standings = rank(&entries, active, &policy.tiers).into_iter().collect();
    Ranking { basis, entries, weighed, standings, active }
}

fn by_value(
    there: &[&ClientFacts],
    basis: Basis,
    date: usize,
    policy: &Policy,
    expected: Option<&Expectation>,
    values: Values,
) -> Vec<Entry> {
    let has_order = |c: &ClientFacts| c.values[date].last_order.is_some() || c.values[date].decayed != 0.0;
    let known = |c: &&&ClientFacts| has_entered_factors(c) || basis == Basis::Margin && has_order(c);
    let budgets: Vec<f64> = there.iter().filter_map(|c| c.budget).collect();
    let usual_budget = if budgets.is_empty() { 1.0 } else { budgets.iter().sum::<f64>() / budgets.len() as f64 };
    let entry = |c: &&ClientFacts| Entry {
        id: c.client.id,
        past: match basis {
            Basis::Margin => values.of(c, date),
            _ => c.budget.unwrap_or(usual_budget),
        },
        expected: match (basis, expected) {
            (Basis::Margin, Some(e)) => e.worth(c.client.id).map_or(0.0, |w| w.expected),
            _ => 0.0,
        },
        factor: factor(c.client.potential, c.client.fit, &policy.tiers),
    };
    there.iter().filter(known).map(entry).collect()
}

fn by_factors(there: &[&ClientFacts], date: usize, policy: &Policy, expected: Option<&Expectation>) -> (Weighed, Vec<Entry>) {
    let mut placed: Vec<(&ClientFacts, Vec<Option<f64>>)> =
        there.iter().map(|c| (*c, factors::inputs(c, date, policy, expected))).collect();
    placed.retain(|(_, inputs)| factors::can_place(inputs, policy));
    let (who, inputs): (Vec<&ClientFacts>, Vec<Vec<Option<f64>>>) = placed.into_iter().unzip();
    let rules = &policy.tiers.factors;
    let weighed = Weighed::new(who.iter().map(|c| c.client.id).collect(), &inputs, rules);
    let entries = weighed.entries(rules, |n| entered_factor(who[n], policy));
    (weighed, entries)
}

/// What the entered potential and fit make of a client's V; one that is a factor of its own does not count twice.
pub fn entered_factor(facts: &ClientFacts, policy: &Policy) -> f64 {
    let own = |f: Factor| policy.tiers.basis == TierBasis::Factors && policy.tiers.counts(f);
    let potential = facts.client.potential.filter(|_| !own(Factor::Potential));
    let fit = facts.client.fit.filter(|_| !own(Factor::Fit));
    factor(potential, fit, &policy.tiers)
}
