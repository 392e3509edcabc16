//! What an action of the user means for the plan, the same on every face: the day a skipped turn comes back, and the appointment
//! that a contact was. Carrying it out is the store's work.

use super::assess::Requirement;
use super::load::Snapshot;
use crate::domain::day::{Day, Moment};
use crate::domain::facts::AppointmentRow;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::words::Channel;

impl Snapshot {
    /// The day a turn given a miss is due instead: whole intervals on from its due day, the first after today, and worked.
    pub fn next_turn(&self, requirement: &Requirement) -> Day {
        self.time.next_working(turn(requirement.every, requirement.promised, self.now.today()))
    }

    /// The open appointment that a contact on `channel` at `at` was. One that lies more than an hour ahead still is to come, whatever
    /// was spoken about before.
    pub fn fulfilled(&self, client: Id, channel: Channel, at: Moment) -> Option<Id> {
        self.kept(client, channel, at).map(|a| a.id)
    }

    /// The same with all that was agreed.
    pub fn kept(&self, client: Id, channel: Channel, at: Moment) -> Option<&AppointmentRow> {
        let agreed = &self.client(client)?.facts.appointments;
        let has_come = |start: Moment| start.0 <= self.now.instant.0 + 3600;
        let kept = |a: &&AppointmentRow| a.is_kept_by(channel, at, self.now.zone, self.policy.meeting_satisfies_visit);
        // Of several, the one of the day on which it happened.
        let day = at.day(self.now.zone);
        let open = || agreed.iter().filter(|a| has_come(a.start)).filter(kept);
        open().find(|a| a.start.day(self.now.zone) == day).or_else(|| open().next())
    }
}

/// Counted from the due day each time: month after month would slide from the 31st to the 28th and stay there.
fn turn(every: Interval, due: Day, today: Day) -> Day {
    let times = |k: i32| match every {
        Interval::Days(n) => due.plus(n.saturating_mul(k)),
        Interval::Months(n) => due.plus_months(n.saturating_mul(k)),
    };
    // The first guess is at or before the answer: no interval is longer than its mean by more than three days.
    let behind = f64::from(today.since(due).max(0));
    let mut k = ((behind / every.days()).floor() as i32).saturating_sub(1).max(1);
    while times(k) <= today && k < i32::MAX {
        k += 1;
    }
    times(k)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_turn_comes_back_after_today_on_its_own_rhythm() {
        let day = |y, m, d| Day::ymd(y, m, d).unwrap();
        let today = day(2026, 11, 23);
        assert_eq!(turn(Interval::Days(7), day(2026, 11, 20), today), day(2026, 11, 27));
        assert_eq!(
            turn(Interval::Days(7), day(2026, 11, 2), today),
            day(2026, 11, 30),
            "turns that would lie behind are passed over"
        );
        assert_eq!(
            turn(Interval::Days(7), day(2026, 11, 25), today),
            day(2026, 12, 2),
            "not due yet: one interval on all the same"
        );
        assert_eq!(turn(Interval::Months(1), day(2026, 11, 23), today), day(2026, 12, 23));
        assert_eq!(turn(Interval::Months(1), day(2026, 8, 31), today), day(2026, 11, 30), "the end of the month stays the end");
        assert_eq!(turn(Interval::Months(1), day(2026, 8, 31), day(2026, 12, 1)), day(2026, 12, 31));
        assert_eq!(turn(Interval::Days(1), day(1970, 1, 1), today), day(2026, 11, 24));
    }
}
