//! Clients that were won back: how long it held, and what the remedies cost against the margin since (S97, S99).
//! Those that were lost are the parent's.

use crate::domain::day::Day;
use crate::domain::facts::{ClientRows, OutcomeRow, RunRow};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money, minor_rate};
use crate::domain::period::Period;
use crate::domain::words::{OutcomeKind, RunEnd};
use crate::portfolio::{Settings, Snapshot};

/// A client that was won back.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// The client.
    pub client: Id,
    /// When.
    pub on: Day,
    /// When it was lost all the same.
    pub lost: Option<Day>,
    /// What its win-back cost, minor units of the base currency.
    pub cost: f64,
    /// Margin since, until it was lost, minor units of the base currency.
    pub kept: f64,
}

impl Save {
    /// Whether it held so many days; `None` where they have not passed yet and it was not lost either.
    pub fn held(&self, days: i32, today: Day) -> Option<bool> {
        match self.lost {
            Some(lost) if lost.since(self.on) <= days => Some(false),
            _ => (today.since(self.on) >= days).then_some(true),
        }
    }
}

/// Every client won back in a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Saves {
    /// The newest first.
    pub all: Vec<Save>,
    /// Currencies of costs without a rate: left out.
    pub missing: Vec<Currency>,
    today: Day,
}

impl Saves {
    pub(super) fn new(rows: &[ClientRows], period: &Period, snapshot: &Snapshot, settings: &Settings) -> Saves {
        let today = snapshot.now.today();
        let mut out = Saves { all: Vec::new(), missing: Vec::new(), today };
        for client in rows {
            let saved = |o: &&OutcomeRow| o.kind == OutcomeKind::Saved && o.on <= today && period.contains(o.on);
            for outcome in client.outcomes.iter().filter(saved) {
                let later = |o: &&OutcomeRow| o.kind == OutcomeKind::Lost && o.on >= outcome.on && o.on <= today;
                let lost = client.outcomes.iter().filter(later).map(|o| o.on).min();
                let mut cost = 0.0;
                for spent in costs(client, outcome.on, snapshot) {
                    match minor_rate(spent.currency, snapshot.currency, &settings.rates) {
                        Some(rate) => cost += spent.minor as f64 * rate,
                        None if out.missing.contains(&spent.currency) => {}
                        None => out.missing.push(spent.currency),
                    }
                }
                let until = lost.unwrap_or(today);
                let orders = snapshot.client(client.client.id).map(|c| &c.facts.orders[..]).unwrap_or_default();
                let kept = orders.iter().filter(|o| o.day > outcome.on && o.day <= until).map(|o| o.margin).sum();
                out.all.push(Save { client: client.client.id, on: outcome.on, lost, cost, kept });
            }
        }
        out.all.sort_by_key(|save| (std::cmp::Reverse(save.on), save.client));
        out
    }

    /// How many were lost all the same.
    pub fn lost(&self) -> usize {
        self.all.iter().filter(|save| save.lost.is_some()).count()
    }

    /// How many held so many days, of how many that had the time to.
    pub fn held(&self, days: i32) -> (usize, usize) {
        let known: Vec<bool> = self.all.iter().filter_map(|save| save.held(days, self.today)).collect();
        (known.iter().filter(|held| **held).count(), known.len())
    }

    /// What the remedies cost, minor units of the base currency.
    pub fn cost(&self) -> f64 {
        self.all.iter().map(|save| save.cost).sum()
    }

    /// The margin since, minor units of the base currency.
    pub fn kept(&self) -> f64 {
        self.all.iter().map(|save| save.kept).sum()
    }
}

/// What the steps of the win-back cost that ended with the client saved on this day.
fn costs<'a>(client: &'a ClientRows, on: Day, snapshot: &'a Snapshot) -> impl Iterator<Item = Money> + 'a {
    let zone = snapshot.now.zone;
    let ended = move |run: &&RunRow| run.ended.is_some_and(|(at, how)| how == RunEnd::Saved && at.day(zone) == on);
    client.runs.iter().filter(ended).flat_map(|run| run.steps.iter().filter_map(|step| step.cost))
}
