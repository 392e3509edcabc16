//! What was managed in the last weeks: clients contacted a day, summed by week and by channel. A touch of unknown channel is no work.
//! What each day took is the fold's.

use super::monday;
use crate::domain::day::Day;
use crate::domain::words::Channel;
use crate::portfolio::Snapshot;

/// Whole weeks that are looked back on.
pub const MANAGED_WEEKS: usize = 8;

/// A week that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekDone {
    /// Its Monday.
    pub from: Day,
    /// Contacts: one a client and day.
    pub contacts: u32,
    /// The same by channel, in the order of [`Channel::ALL`]; of several on a day the richest counts.
    pub channels: [u32; Channel::ALL.len()],
    /// Its working days.
    pub working_days: u32,
}

/// What was managed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Managed {
    /// The last weeks that are over, oldest first; none in which a working day came before the first contact of the book.
    pub weeks: Vec<WeekDone>,
    /// Contacts of this week so far.
    pub this_week: u32,
}

impl Managed {
    /// What the contacts of the book tell.
    pub(super) fn new(book: &Snapshot) -> Managed {
        let today = book.now.today();
        let this = monday(today);
        let first = this.plus(-7 * MANAGED_WEEKS as i32);
        let week = |n: usize| {
            let from = first.plus(7 * n as i32);
            let working_days = (0..7).filter(|n| book.time.is_working(from.plus(*n))).count() as u32;
            WeekDone { from, contacts: 0, channels: [0; Channel::ALL.len()], working_days }
        };
        let mut weeks: Vec<WeekDone> = (0..MANAGED_WEEKS).map(week).collect();
        let (mut this_week, mut began) = (0, None::<Day>);
        for client in &book.clients {
            let worked = &client.facts.worked;
            began = [began, worked.first().copied()].into_iter().flatten().min();
            let days = worked.iter().zip(&client.facts.spent).rev().take_while(|(day, _)| **day >= first);
            for (day, spent) in days.filter(|(day, _)| **day <= today) {
                match weeks.get_mut((day.since(first) / 7) as usize) {
                    Some(week) => {
                        week.contacts += 1;
                        week.channels[spent.channel as usize] += 1;
                    }
                    None => this_week += 1,
                }
            }
        }
        // A week before there was a book, or one it began in the middle of, says nothing of what can be managed.
        weeks.retain(|w| began.is_some_and(|began| began <= w.from.plus(6) && began <= book.time.next_working(w.from)));
        Managed { weeks, this_week }
    }

    /// Contacts a week; `None` without a whole week.
    pub fn mean(&self) -> Option<f64> {
        self.a_week(self.weeks.iter().map(|w| w.contacts).sum())
    }

    /// Contacts a week on a channel.
    pub fn on(&self, channel: Channel) -> Option<f64> {
        self.a_week(self.weeks.iter().map(|w| w.channels[channel as usize]).sum())
    }

    fn a_week(&self, sum: u32) -> Option<f64> {
        (!self.weeks.is_empty()).then(|| f64::from(sum) / self.weeks.len() as f64)
    }

    /// Contacts in a week of so many working days, at the pace of these weeks: holidays and leave were no time to make any.
    pub fn usual(&self, working_days: usize) -> Option<f64> {
        let days: u32 = self.weeks.iter().map(|w| w.working_days).sum();
        let contacts: u32 = self.weeks.iter().map(|w| w.contacts).sum();
        (days > 0).then(|| f64::from(contacts) / f64::from(days) * working_days as f64)
    }
}
