//! The load (S22, S48): what the tiers promise a week, what was managed, and the weeks ahead against what they have room for.
//! What could be done about it is `suggest`'s, how it is said `says`'; the contacts of the days ahead are `ahead`'s.

mod effort;
mod managed;
mod promise;
mod says;
mod suggest;
#[cfg(test)]
mod tests;

pub use effort::{EFFORT_DAYS, Effort, Spending};
pub use managed::{MANAGED_WEEKS, Managed, WeekDone};
pub use promise::{ChannelShare, Promise};
pub use says::tenth;
pub use suggest::{Kind, Suggestion};

use super::ahead;
use super::load::Snapshot;
use crate::domain::day::Day;
use crate::domain::words::Channel;

/// Weeks ahead when none are asked for.
pub const USUAL_WEEKS: usize = 8;
/// The most weeks ahead that are counted.
pub const MOST_WEEKS: usize = 53;
/// Weeks of history from which what was managed says something.
const TELLING: usize = 4;

/// A week ahead; the first one is what is left of this week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekAhead {
    /// Its first day, of this week today.
    pub from: Day,
    /// Its last day.
    pub until: Day,
    /// Contacts: one a client and day, agreed ones among them.
    pub contacts: usize,
    /// Those of them that only come once the contact before was made.
    pub again: usize,
    /// Agreed moments among them.
    pub agreed: usize,
    /// Contacts its working days have room for, less what was done today.
    pub capacity: usize,
}

impl WeekAhead {
    /// Contacts beyond what it has room for.
    pub fn over(&self) -> usize {
        self.contacts.saturating_sub(self.capacity)
    }
}

/// What keeps the contacts of a week down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// The capacity that is set.
    Capacity(f64),
    /// What was managed, which was less, while contacts were left undone.
    Managed(f64),
}

impl Limit {
    /// Contacts a week.
    pub fn contacts(self) -> f64 {
        match self {
            Limit::Capacity(n) | Limit::Managed(n) => n,
        }
    }
}

/// The load of a book.
#[derive(Debug, Clone, PartialEq)]
pub struct Workload {
    /// What the tiers promise in an ordinary week.
    pub promise: Promise,
    /// What was managed in the weeks behind.
    pub managed: Managed,
    /// Contacts a working day, as set.
    pub a_day: usize,
    /// Working days of an ordinary week.
    pub working_days: usize,
    /// The weeks ahead, this one first.
    pub weeks: Vec<WeekAhead>,
    /// Clients with a contact past its grace.
    pub behind: usize,
    /// What went to new clients.
    pub effort: Effort,
    /// What could be done about it; nothing where it fits.
    pub suggestions: Vec<Suggestion>,
}

impl Workload {
    /// The load as the book stands, with so many weeks ahead.
    pub fn new(book: &Snapshot, weeks: usize) -> Workload {
        let today = book.now.today();
        let mut out = Workload {
            promise: Promise::new(book),
            managed: Managed::new(book),
            a_day: book.policy.queue.capacity,
            working_days: book.policy.hours.0.iter().filter(|spans| !spans.is_empty()).count(),
            weeks: weeks_ahead(book, weeks.clamp(1, MOST_WEEKS)),
            behind: book.present().filter(|c| c.plan.iter().any(|r| r.is_late(today))).count(),
            effort: Effort::new(book),
            suggestions: Vec::new(),
        };
        out.suggestions = suggest::all(book, &out);
        out
    }

    /// Contacts that an ordinary week has room for.
    pub fn capacity(&self) -> usize {
        self.a_day * self.working_days
    }

    /// What an ordinary week can hold: the capacity; or what was managed where that was less and more is past its grace than a day
    /// holds. Who had less to do than there was room for, and did it, has shown no limit.
    pub fn limit(&self) -> Limit {
        let capacity = self.capacity() as f64;
        match self.managed.usual(self.working_days).filter(|_| self.managed.weeks.len() >= TELLING) {
            Some(usual) if usual < capacity && self.behind > self.a_day => Limit::Managed(usual),
            _ => Limit::Capacity(capacity),
        }
    }

    /// Contacts a week beyond the limit; below nothing is what is to spare.
    pub fn excess(&self) -> f64 {
        self.promise.contacts() - self.limit().contacts()
    }

    /// Whether the promise fits into an ordinary week.
    pub fn fits(&self) -> bool {
        self.excess() < 1e-9
    }

    /// The channels that are promised or were used, richest first.
    pub fn channels(&self) -> Vec<ChannelShare> {
        let used = |channel: Channel| self.managed.on(channel).is_some_and(|n| n > 0.0);
        let none = |channel| ChannelShare { channel, requirements: 0.0, contacts: 0.0 };
        let of = |channel: &Channel| {
            let promised = self.promise.channels.iter().find(|c| c.channel == *channel).copied();
            promised.or_else(|| used(*channel).then(|| none(*channel)))
        };
        Channel::ALL.iter().filter_map(of).collect()
    }

    /// Weeks ahead that hold more than they have room for.
    pub fn weeks_over(&self) -> usize {
        self.weeks.iter().filter(|w| w.over() > 0).count()
    }
}

/// The Monday of a day's week.
fn monday(day: Day) -> Day {
    day.plus(-(day.weekday() as i32))
}

fn weeks_ahead(book: &Snapshot, count: usize) -> Vec<WeekAhead> {
    let today = book.now.today();
    let first = monday(today);
    let week = |n: usize| {
        let from = first.plus(7 * n as i32);
        let (from, until) = (from.max(today), from.plus(6));
        let days = (0..=until.since(from)).filter(|n| book.time.is_working(from.plus(*n))).count();
        WeekAhead { from, until, contacts: 0, again: 0, agreed: 0, capacity: days * book.policy.queue.capacity }
    };
    let mut weeks: Vec<WeekAhead> = (0..count).map(week).collect();
    let done = book.clients.iter().filter(|c| c.facts.worked.last() == Some(&today)).count();
    if let Some(this) = weeks.first_mut().filter(|_| book.time.is_working(today)) {
        this.capacity -= done.min(book.policy.queue.capacity);
    }
    let contacts = ahead::contacts(book, first.plus(7 * count as i32 - 1));
    // One contact serves all that is due of a client on a day.
    for same in contacts.chunk_by(|a, b| (a.day, a.client) == (b.day, b.client)) {
        let Some(week) = same.first().and_then(|a| weeks.get_mut((a.day.since(first) / 7) as usize)) else { continue };
        week.contacts += 1;
        week.again += usize::from(same.iter().all(|a| a.again));
        week.agreed += usize::from(same.iter().any(|a| a.agreed));
    }
    weeks
}
