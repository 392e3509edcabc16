//! When an occasion is: a date, a date of the Chinese calendar, Qingming, days from Easter, the nth weekday of a month, or listed days.
//! How a rule is written in a file is the parser's.

use crate::domain::day::Day;
use crate::domain::lunar;
use chrono::Datelike;

/// The rule by which the day of an occasion is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayRule {
    /// A date of every year; 29 February only where there is one.
    Fixed {
        /// The month, 1 to 12.
        month: u32,
        /// The day.
        day: u32,
    },
    /// A date of the Chinese calendar, in the ordinary month and not in a leap month; the 30th of a month that has 29 days is its 29th.
    Lunar {
        /// The month, 1 to 12.
        month: u8,
        /// The day, 1 to 30.
        day: u8,
    },
    /// The last day of the Chinese year: the 29th or 30th of its last month.
    LunarLast,
    /// Qingming, the day on which the sun reaches 15° (counted at UTC+8).
    Qingming,
    /// Days from Easter Sunday in the Gregorian calendar, the western churches' Easter.
    Easter(i32),
    /// Days from Easter Sunday by the Julian calendar, the orthodox churches' Easter.
    OrthodoxEaster(i32),
    /// The nth weekday of a month.
    Weekday {
        /// Which one from the first, 1 to 5, or from the last, -1 to -5.
        nth: i32,
        /// 0 = Monday … 6 = Sunday.
        weekday: usize,
        /// The month, 1 to 12.
        month: u32,
    },
    /// What only tables know, in order.
    Listed(Vec<Day>),
}

/// The years in which a rule of the church's calendar is counted.
const EASTERS: std::ops::RangeInclusive<i32> = 1583..=9999;

impl DayRule {
    /// The days on which it falls in a Gregorian year, in order. Most rules give one; a date late in the Chinese year, or listed days, may
    /// fall twice into one year and not at all into the next.
    pub fn days(&self, year: i32) -> Vec<Day> {
        let one = |day: Option<Day>| day.into_iter().collect();
        match *self {
            DayRule::Fixed { month, day } => one(Day::ymd(year, month, day)),
            DayRule::Lunar { month, day } => {
                let begins = [year.saturating_sub(1), year];
                let days = begins.into_iter().filter_map(|begins| {
                    let there = lunar::first_day(begins, month, false, day);
                    there.or_else(|| lunar::first_day(begins, month, false, 29).filter(|_| day == 30))
                });
                days.filter(|day| day.date().year() == year).collect()
            }
            // A new year begins between 21 January and 21 February, so that its eve lies in the same Gregorian year. The last year of the
            // table has no new year behind it.
            DayRule::LunarLast => one(lunar::first_day(year, 1, false, 1).map(|day| day.plus(-1))),
            DayRule::Qingming => one(qingming(year)),
            DayRule::Easter(days) => one(easter(year).map(|day| day.plus(days))),
            DayRule::OrthodoxEaster(days) => one(orthodox_easter(year).map(|day| day.plus(days))),
            DayRule::Weekday { nth, weekday, month } => one(nth_weekday(year, month, nth, weekday)),
            DayRule::Listed(ref days) => days.iter().copied().filter(|day| day.date().year() == year).collect(),
        }
    }

    /// The first of them.
    pub fn day(&self, year: i32) -> Option<Day> {
        self.days(year).into_iter().next()
    }

    /// Whether the rule says anything about a year. Listed days end, and the tables of the sky do.
    pub fn knows(&self, year: i32) -> bool {
        match self {
            DayRule::Fixed { .. } | DayRule::Weekday { .. } => true,
            DayRule::Lunar { .. } | DayRule::LunarLast => (1902..=2100).contains(&year),
            DayRule::Qingming => QINGMING.contains(&year),
            DayRule::Easter(_) | DayRule::OrthodoxEaster(_) => EASTERS.contains(&year),
            DayRule::Listed(_) => self.day(year).is_some(),
        }
    }
}

/// The years for which the formula below has been compared with the sky, every one of them.
const QINGMING: std::ops::RangeInclusive<i32> = 1901..=2099;

/// Qingming by the formula that almanacs use: a year of 365.2422 days, less the leap days, and a constant for each century.
fn qingming(year: i32) -> Option<Day> {
    if !QINGMING.contains(&year) {
        return None;
    }
    let (in_century, constant) = (year % 100, if year < 2000 { 55_900 } else { 48_100 });
    let day = (in_century * 2422 + constant) / 10_000 - in_century / 4;
    Day::ymd(year, 4, u32::try_from(day).ok()?)
}

/// Easter Sunday in the Gregorian calendar.
fn easter(year: i32) -> Option<Day> {
    if !EASTERS.contains(&year) {
        return None;
    }
    let (golden, century, in_century) = (year % 19, year / 100, year % 100);
    // How far the moon's calendar has drifted: three leap days are left out in 400 years, eight days of the moon gained in 2500.
    let drift = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + drift + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let day = moon + sunday - 7 * late + 114;
    Day::ymd(year, (day / 31).unsigned_abs(), (day % 31 + 1).unsigned_abs())
}

/// Easter Sunday by the Julian calendar, as a Gregorian day.
fn orthodox_easter(year: i32) -> Option<Day> {
    if !EASTERS.contains(&year) {
        return None;
    }
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let day = moon + sunday + 114;
    // The Julian date written down as a Gregorian one, moved by the leap days that only the Julian calendar has.
    let written = Day::ymd(year, (day / 31).unsigned_abs(), (day % 31 + 1).unsigned_abs())?;
    Some(written.plus(year / 100 - year / 400 - 2))
}

/// The nth weekday of a month, from its end where `nth` is negative; none where the month has no fifth.
fn nth_weekday(year: i32, month: u32, nth: i32, weekday: usize) -> Option<Day> {
    let first = Day::ymd(year, month, 1)?;
    let last = first.end_of_month();
    let away = |from: usize, to: usize| ((to + 7 - from) % 7) as i32;
    let day = if nth > 0 {
        first.plus(away(first.weekday(), weekday) + 7 * (nth - 1))
    } else {
        last.plus(7 * (nth + 1) - away(weekday, last.weekday()))
    };
    (nth != 0 && (first..=last).contains(&day)).then_some(day)
}
