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
        let mut left = seconds;
        for n in 0..=HORIZON {
            let day = last.plus(-n);
            for (open, close) in self.spans(day).iter().rev() {
                let (open, close) = (day.at(*open, zone), day.at(*close, zone).min(to));
                if close.0 - open.0 >= left {
                    return Moment(close.0 - left);
                }
                left -= (close.0 - open.0).max(0);
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
}
