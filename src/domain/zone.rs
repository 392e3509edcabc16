//! Working time: weekly hours, own leave, holidays and make-up days; and the reading of zone names.
//! Days and moments themselves live in `day`, the holidays in `holidays`; which holiday file is used is the configuration's business.

use super::day::{Day, Moment};
use super::message::Message;
use chrono::{Datelike, NaiveTime};
use chrono_tz::Tz;

pub use super::holidays::{Holidays, Mark};

/// One stretch of opening hours: from, to.
pub type Span = (NaiveTime, NaiveTime);

/// The zone of an IANA name in any case (`Europe/Berlin`, `asia/shanghai`, `:UTC` as some systems write it).
pub fn parse_zone(text: &str) -> Option<Tz> {
    let text = text.trim().trim_start_matches(':');
    text.parse().ok().or_else(|| chrono_tz::TZ_VARIANTS.iter().copied().find(|z| z.name().eq_ignore_ascii_case(text)))
}

/// Weekly opening hours, Monday first; a day without spans is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours(pub [Vec<Span>; 7]);

impl Default for Hours {
    /// Monday to Friday 09:00 to 18:00.
    fn default() -> Hours {
        let open = vec![(clock(9, 0), clock(18, 0))];
        Hours(std::array::from_fn(|day| if day < 5 { open.clone() } else { Vec::new() }))
    }
}

impl Hours {
    /// Reads one day's hours: `09:00-12:00, 13:00-18:00`; empty text means closed. `24:00` stands for the last second of the day.
    /// Spans must be in order and must not touch each other backwards.
    pub fn parse_day(text: &str) -> Result<Vec<Span>, Message> {
        let bad = || Message::new("hours-bad").with("text", text.trim());
        let plain = text.replace('：', ":").replace(['，', '、', ';', '；'], ",").replace(['–', '—', '－', '~', '～'], "-");
        let mut spans: Vec<Span> = Vec::new();
        if plain.trim().is_empty() {
            return Ok(spans);
        }
        for part in plain.split(',') {
            let (from, to) = part.split_once('-').ok_or_else(bad)?;
            let span = (parse_clock(from).ok_or_else(bad)?, parse_clock(to).ok_or_else(bad)?);
            if span.1 <= span.0 || spans.last().is_some_and(|before| span.0 < before.1) {
                return Err(bad());
            }
            spans.push(span);
        }
        Ok(spans)
    }

    /// One day's hours in the form that [`Hours::parse_day`] reads; empty when closed.
    pub fn day_text(spans: &[Span]) -> String {
        let span = |s: &Span| format!("{}-{}", s.0.format("%H:%M"), s.1.format("%H:%M"));
        spans.iter().map(span).collect::<Vec<_>>().join(", ")
    }

    /// The hours of an ordinary working day: Monday's, or the first open weekday's; empty when the week is closed.
    pub(super) fn ordinary(&self) -> &[Span] {
        self.0.iter().find(|spans| !spans.is_empty()).map_or(&[], Vec::as_slice)
    }
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or(NaiveTime::MIN)
}

fn parse_clock(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.trim().split_once(':')?;
    let number = |s: &str| if s.len() <= 2 && s.bytes().all(|b| b.is_ascii_digit()) { s.parse::<u32>().ok() } else { None };
    match (number(hour)?, number(minute)?) {
        (24, 0) => NaiveTime::from_hms_opt(23, 59, 59),
        (hour, minute) => NaiveTime::from_hms_opt(hour, minute, 0),
    }
}

/// When the user works: weekly hours, less own leave and holidays, plus make-up days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkingTime {
    hours: Hours,
    /// First and last day of each leave, joined and ordered.
    leave: Vec<(Day, Day)>,
    holidays: Holidays,
}

/// How far `next_working` looks before it gives up.
const HORIZON: i32 = 400;

impl WorkingTime {
    /// Working time from its three sources; a leave whose ends are swapped is read the right way round.
    pub fn new(hours: Hours, leave: &[(Day, Day)], holidays: Holidays) -> WorkingTime {
        let mut spans: Vec<(Day, Day)> = leave.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
        spans.sort();
        let mut joined: Vec<(Day, Day)> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                Some(before) if span.0 <= before.1.plus(1) => before.1 = before.1.max(span.1),
                _ => joined.push(span),
            }
        }
        WorkingTime { hours, leave: joined, holidays }
    }

    /// The weekly hours.
    pub fn hours(&self) -> &Hours {
        &self.hours
    }

    /// The holidays.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// Whether the day lies in the user's own leave.
    pub fn on_leave(&self, day: Day) -> bool {
        self.leave_at(day).is_some()
    }

    /// The opening hours of a day, empty when it is not worked. A make-up day on a weekend has the hours of an ordinary day.
    pub fn spans(&self, day: Day) -> &[Span] {
        if self.on_leave(day) {
            return &[];
        }
        let weekly = self.hours.0[day.weekday()].as_slice();
        match self.holidays.mark(day) {
            Some((Mark::Off, _)) => &[],
            Some((Mark::Work, _)) if weekly.is_empty() => self.hours.ordinary(),
            _ => weekly,
        }
    }

    /// Whether a holiday, a make-up day or own leave lies on a day from `from` up to the one before `to`.
    pub(super) fn has_exception(&self, from: Day, to: Day) -> bool {
        let leave = self.leave.partition_point(|span| span.1 < from);
        self.holidays.first_from(from).is_some_and(|day| day < to) || self.leave.get(leave).is_some_and(|span| span.0 < to)
    }

    /// Whether the day is worked.
    pub fn is_working(&self, day: Day) -> bool {
        !self.spans(day).is_empty()
    }

    /// The first working day on or after `day`; `day` itself when there is none within 400 days.
    pub fn next_working(&self, day: Day) -> Day {
        (0..=HORIZON).map(|n| day.plus(n)).find(|&d| self.is_working(d)).unwrap_or(day)
    }

    /// The `n`-th working day after `day`; with 0 the day itself.
    pub fn add_working(&self, day: Day, n: u32) -> Day {
        (0..n).fold(day, |at, _| self.next_working(at.plus(1)))
    }

    /// How many working days lie after `from` up to and including `to`; 0 when `to` is not later.
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let days = to.since(from).max(0);
        (1..=days).filter(|&n| self.is_working(from.plus(n))).count() as u32
    }

    /// The day's first opening; on a day that is not worked that of an ordinary day, and 09:00 when the whole week is closed.
    pub fn opening(&self, day: Day) -> NaiveTime {
        let spans = self.spans(day);
        let spans = if spans.is_empty() { self.hours.ordinary() } else { spans };
        spans.first().map_or(clock(9, 0), |span| span.0)
    }

    /// The moment of the day's last closing; on a day that is not worked that of an ordinary day, and 18:00 when the whole week is closed.
    pub fn closing_moment(&self, day: Day, zone: Tz) -> Moment {
        let spans = self.spans(day);
        let spans = if spans.is_empty() { self.hours.ordinary() } else { spans };
        day.at(spans.last().map_or(clock(18, 0), |span| span.1), zone)
    }

    /// The moment of the day's first opening.
    pub fn opening_moment(&self, day: Day, zone: Tz) -> Moment {
        day.at(self.opening(day), zone)
    }

    /// The leave that holds the day, first and last; leaves that touch each other are one.
    pub fn leave_at(&self, day: Day) -> Option<(Day, Day)> {
        let after = self.leave.partition_point(|span| span.0 <= day);
        after.checked_sub(1).and_then(|at| self.leave.get(at)).copied().filter(|span| day <= span.1)
    }

    /// What the holidays say of a day, with the name: a day off or a make-up day. Own leave and weekly hours are not asked.
    pub fn mark(&self, day: Day) -> Option<(Mark, &str)> {
        self.holidays.mark(day)
    }

    /// The name of the public holiday on a day off.
    pub fn day_off_name(&self, day: Day) -> Option<&str> {
        match self.holidays.mark(day) {
            Some((Mark::Off, name)) => Some(name),
            _ => None,
        }
    }

    /// The year of `day` when a holiday calendar is in use and has no data for it; the weekly pattern holds then, and a face says so.
    pub fn missing_year(&self, day: Day) -> Option<i32> {
        let year = day.date().year();
        (!self.holidays.is_empty() && !self.holidays.knows(year)).then_some(year)
    }

    /// The years that reach into `first..=last` of which a holiday calendar is in use and has no data, in order: what a face says once.
    /// At most a thousand years are looked at.
    pub fn missing_years(&self, first: Day, last: Day) -> Vec<i32> {
        if self.holidays.is_empty() {
            return Vec::new();
        }
        let (from, to) = (first.date().year(), last.date().year());
        (from..=to.min(from.saturating_add(999))).filter(|&year| !self.holidays.knows(year)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn day(text: &str) -> Day {
        Day::from(chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap())
    }

    fn china(leave: &[(Day, Day)]) -> WorkingTime {
        WorkingTime::new(Hours::default(), leave, Holidays::builtin("CN").unwrap())
    }

    #[test]
    fn the_week_is_monday_to_friday() {
        let work = WorkingTime::default();
        assert!(work.is_working(day("2026-11-20")));
        assert!(!work.is_working(day("2026-11-21")));
        assert_eq!(work.next_working(day("2026-11-21")), day("2026-11-23"));
        assert_eq!(work.next_working(day("2026-11-20")), day("2026-11-20"));
        assert_eq!(work.add_working(day("2026-11-20"), 1), day("2026-11-23"));
        assert_eq!(work.add_working(day("2026-11-21"), 5), day("2026-11-27"));
        assert_eq!(work.add_working(day("2026-11-21"), 0), day("2026-11-21"));
        assert_eq!(work.working_days_between(day("2026-11-20"), day("2026-11-27")), 5);
        assert_eq!(work.working_days_between(day("2026-11-27"), day("2026-11-20")), 0);
        assert_eq!(work.missing_year(day("2031-01-01")), None);
    }

    #[test]
    fn holidays_and_make_up_days_of_china() {
        let work = china(&[]);
        assert!(!work.is_working(day("2026-10-01")));
        assert_eq!(work.day_off_name(day("2026-10-01")), Some("国庆节"));
        assert_eq!(work.next_working(day("2026-10-01")), day("2026-10-08"));
        // Saturday 10 October is worked, with Monday's hours, and is no day off.
        assert!(work.is_working(day("2026-10-10")));
        assert_eq!(work.opening(day("2026-10-10")), clock(9, 0));
        assert_eq!(work.day_off_name(day("2026-10-10")), None);
        assert_eq!(work.missing_year(day("2026-05-05")), None);
        assert_eq!(work.missing_year(day("2027-05-05")), Some(2027));
        assert!(work.is_working(day("2027-10-01")), "a year without data falls back to the weekly pattern");
    }

    #[test]
    fn leave_is_never_worked_even_on_a_make_up_day() {
        let work = china(&[
            (day("2026-10-12"), day("2026-10-10")),
            (day("2026-10-13"), day("2026-10-14")),
            (day("2026-11-02"), day("2026-11-02")),
        ]);
        assert!(!work.is_working(day("2026-10-10")));
        assert_eq!(work.next_working(day("2026-10-09")), day("2026-10-09"));
        assert_eq!(work.next_working(day("2026-10-10")), day("2026-10-15"));
        assert!(work.on_leave(day("2026-11-02")) && !work.on_leave(day("2026-11-03")));
        // 10 to 12 and 13 to 14 October touch: for whoever asks they are one leave.
        assert_eq!(work.leave_at(day("2026-10-12")), Some((day("2026-10-10"), day("2026-10-14"))));
        assert_eq!(work.leave_at(day("2026-10-09")), None);
        assert_eq!(work.leave_at(day("2026-10-15")), None);
    }

    #[test]
    fn s022_what_is_known_of_a_day_and_which_years_are_not() {
        let work = china(&[(day("2026-10-01"), day("2026-10-10"))]);
        assert_eq!(work.mark(day("2026-10-01")), Some((Mark::Off, "国庆节")), "leave does not hide the holiday");
        assert_eq!(work.mark(day("2026-10-10")), Some((Mark::Work, "国庆节")));
        assert_eq!(work.mark(day("2026-10-12")), None);
        assert_eq!(work.missing_years(day("2026-01-01"), day("2026-12-31")), Vec::<i32>::new());
        assert_eq!(work.missing_years(day("2025-12-29"), day("2028-01-02")), [2025, 2027, 2028]);
        assert_eq!(work.missing_years(day("2027-02-01"), day("2026-02-01")), Vec::<i32>::new());
        assert_eq!(WorkingTime::default().missing_years(day("2025-12-29"), day("2028-01-02")), Vec::<i32>::new());
    }

    #[test]
    fn it_ends_when_nothing_is_ever_worked() {
        let closed = WorkingTime::new(Hours(Default::default()), &[], Holidays::builtin("CN").unwrap());
        let at = day("2026-10-10");
        assert_eq!(closed.next_working(at), at);
        assert_eq!(closed.add_working(at, 3), at.plus(3));
        assert_eq!(closed.opening(at), clock(9, 0));
        assert_eq!(closed.next_working(Day(i32::MAX)), Day(i32::MAX));
    }

    #[test]
    fn hours_of_a_day() {
        assert_eq!(Hours::parse_day(" ").unwrap(), vec![]);
        let split = Hours::parse_day("09:00-12:00, 13:30-18:00").unwrap();
        assert_eq!(split, vec![(clock(9, 0), clock(12, 0)), (clock(13, 30), clock(18, 0))]);
        assert_eq!(Hours::day_text(&split), "09:00-12:00, 13:30-18:00");
        assert_eq!(Hours::parse_day("9：00－18：00").unwrap(), vec![(clock(9, 0), clock(18, 0))]);
        assert!(Hours::parse_day("0:00-24:00").is_ok());
        for bad in
            ["9-18", "18:00-09:00", "09:00-09:00", "09:00-12:00,11:00-13:00", "25:00-26:00", "09:60-10:00", "+9:00-10:00", ","]
        {
            assert_eq!(Hours::parse_day(bad).unwrap_err().id, "hours-bad", "{bad}");
        }
    }

    #[test]
    fn zone_names() {
        assert_eq!(parse_zone("Europe/Berlin"), Some(Tz::Europe__Berlin));
        assert_eq!(parse_zone(" asia/shanghai "), Some(Tz::Asia__Shanghai));
        assert_eq!(parse_zone(":UTC"), Some(Tz::UTC));
        assert_eq!(parse_zone("Mars/Phobos"), None);
    }
}
