//! When a running limit deserves a word: once a quarter of it is left. How the limit runs is `clock`'s, who says so the screen's.

use super::clock::{Clock, Reading};
use crate::domain::day::Moment;
use crate::domain::zone::WorkingTime;
use chrono_tz::Tz;

/// How far back working time is looked for, days.
const HORIZON: i32 = 400;

/// The moment from which on only a quarter of a running limit is left.
pub fn moment(reading: &Reading, clock: Clock, time: &WorkingTime, zone: Tz) -> Moment {
    let quarter = (reading.spent + reading.left).max(0) / 4;
    match clock {
        Clock::Calendar => Moment(reading.due.0 - quarter),
        Clock::Business => time.worked_before(reading.due, quarter, zone),
    }
}

impl WorkingTime {
    /// The latest moment from which so many seconds of working time lead to `to`; where nothing is worked all time counts.
    pub fn worked_before(&self, to: Moment, seconds: i64, zone: Tz) -> Moment {
        let last = to.day(zone);
        let days = if self.is_ever_worked() { HORIZON } else { 0 };
        let mut left = seconds;
        for day in (0..days).map(|n| last.plus(-n)) {
            let spans: Vec<(Moment, Moment)> = self.moments(day, zone).collect();
            for (open, close) in spans.into_iter().rev().map(|(open, close)| (open, close.min(to))).filter(|(a, b)| a < b) {
                if close.0 - open.0 >= left {
                    return Moment(close.0 - left);
                }
                left -= close.0 - open.0;
            }
        }
        Moment(to.0 - seconds)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{Limit, Run, clock};
    use super::*;
    use crate::domain::zone::{Holidays, Hours};
    use chrono_tz::Tz::Asia__Shanghai as ZONE;

    fn at(text: &str) -> Moment {
        let naive = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        crate::domain::day::Day::from(naive.date()).at(naive.time(), ZONE)
    }

    fn warned(limit: &str, from: &str, now: &str) -> Moment {
        let time = WorkingTime::new(Hours::default(), &[], Holidays::default());
        let limit = Limit::parse(limit).unwrap();
        let run = Run { from: at(from), pauses: Vec::new(), stopped: None };
        moment(&clock::read(limit, &run, &time, ZONE, at(now)), limit.clock, &time, ZONE)
    }

    #[test]
    fn s138_the_word_comes_when_a_quarter_is_left_wherever_the_clock_stands_meanwhile() {
        // Working hours are 09:00 to 18:00; the 20th is a Friday.
        assert_eq!(warned("2h business", "2026-11-23 10:00", "2026-11-23 10:05"), at("2026-11-23 11:30"));
        assert_eq!(warned("2h business", "2026-11-23 10:00", "2026-11-23 11:45"), at("2026-11-23 11:30"), "the same later on");
        assert_eq!(warned("2h business", "2026-11-20 17:34", "2026-11-23 09:04"), at("2026-11-23 10:04"));
        assert_eq!(
            warned("2h business", "2026-11-20 16:15", "2026-11-20 17:00"),
            at("2026-11-20 17:45"),
            "due on Monday 09:15"
        );
        assert_eq!(warned("24h calendar", "2026-11-23 10:00", "2026-11-23 10:05"), at("2026-11-24 04:00"));
    }

    #[test]
    fn s138_the_word_comes_by_the_same_working_time_as_the_limit() {
        let berlin = chrono_tz::Europe::Berlin;
        let naive = |text: &str| chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap();
        let at = |text: &str| crate::domain::day::Day::from(naive(text).date()).at(naive(text).time(), berlin);
        let (start, end) = (chrono::NaiveTime::MIN, chrono::NaiveTime::from_hms_opt(23, 59, 59).unwrap());
        let always = Hours(std::array::from_fn(|_| vec![(start, end)]));
        let time = WorkingTime::new(always, &[], Holidays::default());
        // Around the clock nothing is lost at midnight.
        assert_eq!(time.worked_before(at("2026-11-25 00:00:10"), 20, berlin), at("2026-11-24 23:59:50"));
        // Over the night of the winter clock, an hour longer, as well as the worked seconds say.
        let (from, to) = (at("2026-10-24 12:00:00"), at("2026-10-25 12:00:00"));
        assert_eq!(time.worked_seconds(from, to, berlin), 25 * 3600);
        assert_eq!(time.worked_before(to, 25 * 3600, berlin), from);
    }
}
