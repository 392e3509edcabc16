//! The weekly review (S34, S132): one person's look at a calendar week and at what is open after it. What happened in the week is
//! `record`'s, what a promise is judged by `promises`', the words are `told`'s.

mod open;
mod promises;
mod record;
mod told;
mod week;

pub use open::{Load, LoadDay, Owed, OwedKind, PUT_OFF, PutOff, TierPoint, Well, Work};
pub use promises::{Court, Excuse, Group, Promise, Reached, State, groups, is_weekly};
pub use record::{Contacts, Record};
pub use told::{Part, Point, Section};
pub use week::{Week, reminder};

use super::Snapshot;
use super::workload::Effort;
use crate::domain::id::Id;

/// The review of a week. The week is looked back on as the file tells it; what is open is so at the moment of the book, so that it can be
/// done at once. As of another date both are as they were then.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The week.
    pub week: Week,
    /// Whether it holds today.
    pub current: bool,
    /// Whether it was kept as looked back on.
    pub reviewed: bool,
    /// What happened in it.
    pub record: Record,
    /// Contacts of the plan that are late from the weeks before.
    pub late_before: usize,
    /// Tiers to accept, pins to look at again.
    pub tiers: Vec<TierPoint>,
    /// What was put off again and again, the most often first.
    pub put_off: Vec<PutOff>,
    /// Promises of both sides, late ones first.
    pub owed: Vec<Owed>,
    /// Promises that fall due after the week ahead.
    pub owed_later: usize,
    /// Projects and opportunities that need a look.
    pub work: Vec<Work>,
    /// Cases past their limit.
    pub cases: Vec<(Id, Id)>,
    /// Clients new on the list of those at risk.
    pub at_risk: Vec<Id>,
    /// The week after it; `None` where that has passed, too.
    pub load: Option<Load>,
    /// What went well.
    pub well: Well,
    /// What went to new clients in the last 90 days, and what is meant for them (S101).
    pub effort: Effort,
}

impl Review {
    /// Puts a review together.
    pub fn new(book: &Snapshot, record: Record) -> Review {
        let week = record.week;
        let (owed, owed_later) = open::owed(book);
        Review {
            week,
            current: week.contains(book.now.today()),
            reviewed: book.reviewed == Some(week.first()),
            late_before: open::late_before(book, week),
            tiers: open::tiers(book),
            put_off: open::put_off(book),
            owed,
            owed_later,
            work: open::work(book),
            cases: open::cases(book),
            at_risk: book.at_risk.listed.iter().copied().filter(|id| !record.was_listed(*id)).collect(),
            load: open::load(book, week.plus(1)),
            well: open::well(book, &record),
            effort: Effort::new(book),
            record,
        }
    }

    /// Promises that are not kept, the broken ones first, then by tier.
    pub fn unkept(&self) -> Vec<&Promise> {
        let mut out: Vec<&Promise> =
            self.record.promises().filter(|p| p.state.asks() || matches!(p.state, State::Late(..))).collect();
        let place = |state: State| match state {
            State::Broken => 0,
            State::Open => 1,
            _ => 2,
        };
        out.sort_by_key(|p| (place(p.state), p.tier.is_none(), p.tier, !is_weekly(p.every), p.channel, p.client));
        out
    }
}

#[cfg(test)]
mod tests;
