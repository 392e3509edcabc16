//! Days and moments, and the one `Now` that every rule is handed. Working time lives in `zone`, phrases in `when`.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize, Serializer};
use std::cell::Cell;
use std::fmt;

/// A calendar date as days since 1970-01-01; it is not a moment. Written as a date where a human reads it, else as that number, and
/// only read back from the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Day(pub i32);

/// A moment as UTC seconds since 1970. What a human reads needs its zone ([`Moment::rfc3339`]); written as it is, it is that number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(pub i64);

/// The clock as an argument: the instant at which a question is asked and the file's zone (IANA).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment of the question.
    pub instant: Moment,
    /// The zone stored in the file; every "day" is a day of this zone.
    pub zone: Tz,
}

const EPOCH: NaiveDate = match NaiveDate::from_ymd_opt(1970, 1, 1) {
    Some(d) => d,
    None => panic!("the epoch is a valid date"),
};

impl Day {
    /// The day of a Gregorian date, `None` when there is no such date.
    pub fn ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day::from)
    }

    /// The Gregorian date of this day. Days outside chrono's range (±262,000 years) are clamped to it.
    pub fn date(self) -> NaiveDate {
        let moved = if self.0 >= 0 {
            EPOCH.checked_add_days(Days::new(self.0 as u64))
        } else {
            EPOCH.checked_sub_days(Days::new(self.0.unsigned_abs() as u64))
        };
        moved.unwrap_or(if self.0 >= 0 { NaiveDate::MAX } else { NaiveDate::MIN })
    }

    /// This day moved by `n` days, saturating.
    pub fn plus(self, n: i32) -> Day {
        Day(self.0.saturating_add(n))
    }

    /// This day moved by `n` calendar months, clamped to the end of the month (31 January + 1 month = 28 or 29 February).
    pub fn plus_months(self, n: i32) -> Day {
        let date = self.date();
        let moved = if n >= 0 {
            date.checked_add_months(Months::new(n.unsigned_abs()))
        } else {
            date.checked_sub_months(Months::new(n.unsigned_abs()))
        };
        moved.map_or(self, Day::from)
    }

    /// Days from `earlier` to this day, negative when it lies before.
    pub fn since(self, earlier: Day) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// 0 = Monday … 6 = Sunday.
    pub fn weekday(self) -> usize {
        (i64::from(self.0) + 3).rem_euclid(7) as usize
    }

    /// The last day of this day's month.
    pub fn end_of_month(self) -> Day {
        let d = self.date();
        Day::ymd(d.year(), d.month(), 1).map_or(self, |first| first.plus_months(1).plus(-1))
    }

    /// The first day of this day's month.
    pub fn first_of_month(self) -> Day {
        self.plus(1 - self.date().day() as i32)
    }

    /// The number of this day's week by ISO 8601: weeks begin on Monday, the first one holds the year's first Thursday.
    pub fn iso_week(self) -> u32 {
        self.date().iso_week().week()
    }

    /// The month as `year * 12 + month0`, so that neighbouring months differ by one.
    pub fn month_index(self) -> i32 {
        let d = self.date();
        d.year() * 12 + d.month0() as i32
    }

    /// The last day of a month given as [`Day::month_index`].
    pub fn last_of_month_index(index: i32) -> Day {
        // Counted, not asked of the calendar: the fold wants a dozen of them for every client. Years begin in March here, so that a leap
        // day is the last of its year; 719,468 days lie between 1 March of year 0 and the epoch.
        let next = index.saturating_add(1);
        let (year, month) = (next.div_euclid(12), next.rem_euclid(12));
        let (year, month) = if month < 2 { (i64::from(year) - 1, month + 10) } else { (i64::from(year), month - 2) };
        let before_month = i64::from((153 * month + 2) / 5);
        let before_year = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Day((before_year + before_month - 719_468 - 1).clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32)
    }

    /// The moment at which the wall clock shows `time` on this day in `zone`. A time that does not exist (clocks going forward)
    /// becomes the first moment after the gap, one that happens twice the earlier of the two.
    pub fn at(self, time: NaiveTime, zone: Tz) -> Moment {
        local_to_moment(self.date().and_time(time), zone)
    }

    /// The first moment of this day in `zone`.
    pub fn start(self, zone: Tz) -> Moment {
        self.at(NaiveTime::MIN, zone)
    }

    /// The last second of this day in `zone`.
    pub fn end(self, zone: Tz) -> Moment {
        Moment(self.plus(1).start(zone).0 - 1)
    }
}

fn local_to_moment(local: NaiveDateTime, zone: Tz) -> Moment {
    use chrono::LocalResult::{Ambiguous, None as Gap, Single};
    match zone.from_local_datetime(&local) {
        Single(t) | Ambiguous(t, _) => Moment(t.timestamp()),
        Gap => {
            // Read the wall clock with the offset in force just before the gap: that lands behind it by the width of the gap.
            let before = local - chrono::Duration::hours(3);
            match zone.from_local_datetime(&before).earliest() {
                Some(t) => Moment(t.timestamp() + 3 * 3600),
                None => Moment(local.and_utc().timestamp()),
            }
        }
    }
}

impl Moment {
    /// The day of this moment in `zone`.
    pub fn day(self, zone: Tz) -> Day {
        Day::from(self.local(zone).date_naive())
    }

    /// The moment as a date and time of `zone`.
    pub fn local(self, zone: Tz) -> DateTime<Tz> {
        DateTime::<Utc>::from_timestamp(self.0, 0).unwrap_or_default().with_timezone(&zone)
    }

    /// RFC 3339 with the offset of `zone`.
    pub fn rfc3339(self, zone: Tz) -> String {
        self.local(zone).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// As a mail says it (RFC 5322), with the offset of `zone`: `Mon, 23 Nov 2026 09:04:00 +0800`.
    pub fn rfc5322(self, zone: Tz) -> String {
        self.local(zone).to_rfc2822()
    }
}

impl Now {
    /// Today in the file's zone.
    pub fn today(&self) -> Day {
        // The same moment is asked about for every client and every row: the zone's rules are looked up once a moment.
        TODAY.with(|last| match last.get() {
            Some((now, today)) if now == *self => today,
            _ => {
                let today = self.instant.day(self.zone);
                last.set(Some((*self, today)));
                today
            }
        })
    }

    /// The same clock at another moment.
    pub fn at(&self, instant: Moment) -> Now {
        Now { instant, ..*self }
    }
}

thread_local! {
    /// The last moment that was asked about, and its day.
    static TODAY: Cell<Option<(Now, Day)>> = const { Cell::new(None) };
}

/// The first moments of the last days before a moment, so that the day of many moments is found without asking the zone each time.
#[derive(Debug, Clone)]
pub struct DayStarts {
    first: Day,
    /// One a day, and that of the day after the last.
    starts: Vec<Moment>,
}

impl DayStarts {
    /// The last `days` days up to today.
    pub fn of_last(days: u16, now: &Now) -> DayStarts {
        let first = now.today().plus(1 - i32::from(days));
        let starts = (0..=i32::from(days)).map(|n| first.plus(n).start(now.zone)).collect();
        DayStarts { first, starts }
    }

    /// The day of a moment; `None` outside these days.
    pub fn day(&self, at: Moment) -> Option<Day> {
        let from = self.starts.first()?;
        if at < *from || at >= *self.starts.last()? {
            return None;
        }
        // A day is some hours shorter or longer than a day when clocks change: the guess is off by one at most.
        let guess = ((at.0 - from.0) / 86_400) as usize;
        let starts_by = |n: usize| self.starts.get(n).is_some_and(|s| *s <= at);
        let n = match (starts_by(guess), starts_by(guess + 1)) {
            (_, true) => guess + 1,
            (true, false) => guess,
            (false, false) => guess.checked_sub(1)?,
        };
        Some(self.first.plus(n as i32))
    }
}

/// The day on which weeks begin.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WeekStart {
    /// As in ISO 8601 and in China.
    #[default]
    Monday,
    /// As in North America.
    Sunday,
}

impl WeekStart {
    /// Reads `monday` and `sunday`.
    pub fn parse(text: &str) -> Option<WeekStart> {
        match text {
            "monday" => Some(WeekStart::Monday),
            "sunday" => Some(WeekStart::Sunday),
            _ => None,
        }
    }

    /// The first day of a day's week.
    pub fn week_of(self, day: Day) -> Day {
        match self {
            WeekStart::Monday => day.plus(-(day.weekday() as i32)),
            WeekStart::Sunday => day.plus(-((day.weekday() as i32 + 1) % 7)),
        }
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day(date.signed_duration_since(EPOCH).num_days() as i32)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().format("%Y-%m-%d").fmt(f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() { s.collect_str(self) } else { s.serialize_i32(self.0) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_where_they_should_and_are_counted_by_iso() {
        let day = |y, m, d| Day::ymd(y, m, d).unwrap();
        for n in -3000..3000 {
            let day = Day(n);
            assert_eq!(WeekStart::Monday.week_of(day).weekday(), 0);
            assert_eq!(WeekStart::Sunday.week_of(day).weekday(), 6);
            assert!([WeekStart::Monday, WeekStart::Sunday].iter().all(|w| (0..7).contains(&day.since(w.week_of(day)))));
            assert_eq!(day.first_of_month().date().day(), 1);
            assert_eq!(day.first_of_month().end_of_month(), day.end_of_month());
        }
        assert_eq!(day(2026, 11, 23).iso_week(), 48);
        assert_eq!((day(2027, 1, 3).iso_week(), day(2027, 1, 4).iso_week()), (53, 1));
        assert_eq!(WeekStart::parse("Sunday"), None, "as it is written in the configuration");
    }

    #[test]
    fn the_last_day_of_a_month_is_that_of_the_calendar() {
        for index in (-40 * 12..4000 * 12).chain([i32::MIN, i32::MAX]) {
            let last = Day::last_of_month_index(index);
            let Some(first) = NaiveDate::from_ymd_opt(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1) else {
                continue;
            };
            assert_eq!(last.date(), first.checked_add_months(Months::new(1)).unwrap().pred_opt().unwrap());
        }
    }
}
