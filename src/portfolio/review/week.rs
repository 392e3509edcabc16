//! A calendar week, Monday first, and which of them a review means. What happened in it is the record's.

use crate::domain::day::{Day, Now};
use crate::domain::zone::WorkingTime;
use crate::portfolio::{Assessed, Snapshot};
use chrono::Timelike;

/// The days from a Monday to the Sunday after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week(Day);

impl Week {
    /// The week of a day.
    pub fn of(day: Day) -> Week {
        Week(day.plus(-(day.weekday() as i32)))
    }

    /// The week a review means when none is named: that of today. On Monday, and on Tuesday before noon, the week before is meant as
    /// long as nobody was contacted in the new one: whoever did not come to it on Friday does it then.
    pub fn meant(book: &Snapshot) -> Week {
        let (now, today) = (&book.now, book.now.today());
        let week = Week::of(today);
        let begins = match today.weekday() {
            0 => true,
            1 => now.instant.local(now.zone).hour() < 12,
            _ => false,
        };
        let begun = || book.present().any(|c| touched_since(c, week.first(), now));
        if begins && !begun() { week.plus(-1) } else { week }
    }

    /// Its Monday.
    pub fn first(self) -> Day {
        self.0
    }

    /// Its Sunday.
    pub fn last(self) -> Day {
        self.0.plus(6)
    }

    /// So many weeks later.
    pub fn plus(self, weeks: i32) -> Week {
        Week(self.0.plus(7 * weeks))
    }

    /// Whether it holds a day.
    pub fn contains(self, day: Day) -> bool {
        (self.first()..=self.last()).contains(&day)
    }

    /// Its days.
    pub fn days(self) -> impl Iterator<Item = Day> {
        (0..7).map(move |n| self.0.plus(n))
    }

    /// The last day of it on which is worked; `None` where all of it is off.
    pub fn last_worked(self, time: &WorkingTime) -> Option<Day> {
        self.days().filter(|day| time.is_working(*day)).last()
    }
}

fn touched_since(client: &Assessed, day: Day, now: &Now) -> bool {
    client.facts.last_worked.is_some_and(|at| at.day(now.zone) >= day)
}

/// The week of which Today reminds: this one, from the policy's day and time on, while it was not looked back on and there is anybody to
/// look back for.
pub fn reminder(book: &Snapshot, now: &Now) -> Option<Week> {
    let (day, time) = book.policy.queue.weekly_review?;
    let here = (now.today().weekday(), now.instant.local(now.zone).time());
    let week = Week::of(now.today());
    let due = here >= (day, time) && book.reviewed.is_none_or(|last| last < week.first());
    (due && book.present().next().is_some()).then_some(week)
}
