//! Working time: weekly hours, own leave, holidays and make-up days; and the reading of zone names.
//! Days and moments themselves live in `day`; which holiday file is used is the configuration's business.

use super::day::{Day, Moment};
use super::message::Message;
use chrono::{Datelike, NaiveTime};
use chrono_tz::Tz;
use std::collections::BTreeSet;

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

/// What a holiday file says about one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A day off.
    Off,
    /// A make-up day: worked although it is a weekend (调休).
    Work,
}

/// Public holidays and make-up days, from files with one line a day: `date,kind,name`, kind `off` or `work`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holidays {
    /// Ordered by day.
    days: Vec<(Day, Mark, String)>,
    years: BTreeSet<i32>,
}

impl Holidays {
    /// The shipped calendar of a country code; only `CN` is there.
    pub fn builtin(country: &str) -> Option<Holidays> {
        country.eq_ignore_ascii_case("CN").then(|| Holidays::parse(Holidays::CN_2026).unwrap_or_default())
    }

    /// The shipped file for China, 2026.
    pub const CN_2026: &'static str = include_str!("../../assets/holidays/cn-2026.csv");

    /// Reads a holiday file. A heading line, empty lines and lines that begin with `#` are skipped; an error names its line.
    pub fn parse(csv: &str) -> Result<Holidays, Message> {
        let mut found = Holidays::default();
        for (at, raw) in csv.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = raw.trim();
            if line.is_empty() || line.starts_with('#') || (at == 0 && line.to_ascii_lowercase().starts_with("date")) {
                continue;
            }
            let bad = |id| Message::new(id).with("line", at + 1).with("text", line);
            let mut cells = line.splitn(3, ',').map(|cell| cell.trim().trim_matches('"').trim());
            let day = cells.next().and_then(iso_day).ok_or_else(|| bad("holidays-bad-date"))?;
            let mark = match cells.next() {
                Some("off") => Mark::Off,
                Some("work") => Mark::Work,
                _ => return Err(bad("holidays-bad-kind")),
            };
            found.days.push((day, mark, cells.next().unwrap_or_default().to_owned()));
            found.years.insert(day.date().year());
        }
        if found.days.is_empty() {
            return Err(Message::new("holidays-empty"));
        }
        // A stable sort, and the last line about a day wins.
        found.days.sort_by_key(|entry| entry.0);
        found.days.reverse();
        found.days.dedup_by_key(|entry| entry.0);
        found.days.reverse();
        Ok(found)
    }

    /// Adds another file's days; for a year that both know, the other file replaces this one's.
    pub fn merge(&mut self, other: Holidays) {
        self.days.retain(|entry| !other.years.contains(&entry.0.date().year()));
        self.days.extend(other.days);
        self.days.sort_by_key(|entry| entry.0);
        self.years.extend(other.years);
    }

    /// Whether no file was read: then the weekly pattern stands alone and no year is missing.
    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    fn mark(&self, day: Day) -> Option<(Mark, &str)> {
        let (first, last) = (self.days.first()?, self.days.last()?);
        if day < first.0 || day > last.0 {
            return None;
        }
        let at = self.days.binary_search_by_key(&day, |entry| entry.0).ok()?;
        self.days.get(at).map(|entry| (entry.1, entry.2.as_str()))
    }
}

fn iso_day(text: &str) -> Option<Day> {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Day::from)
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
        let after = self.leave.partition_point(|span| span.0 <= day);
        after > 0 && self.leave.get(after - 1).is_some_and(|span| day <= span.1)
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
        let mark = self.holidays.days.partition_point(|entry| entry.0 < from);
        let leave = self.leave.partition_point(|span| span.1 < from);
        self.holidays.days.get(mark).is_some_and(|entry| entry.0 < to) || self.leave.get(leave).is_some_and(|span| span.0 < to)
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
        (!self.holidays.years.is_empty() && !self.holidays.years.contains(&year)).then_some(year)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn day(text: &str) -> Day {
        iso_day(text).unwrap()
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
    fn a_bad_holiday_file_names_its_line() {
        let line = |text: &str| format!("{:?}", Holidays::parse(text).unwrap_err());
        assert!(line("date,kind,name\n2026-02-30,off,x").contains("Number(2)"));
        assert!(line("date,kind,name\n\n2026-02-03,free,x").contains("holidays-bad-kind"));
        assert!(line("").contains("holidays-empty"));
        let two = Holidays::parse("2026-01-01,work,first\n2026-01-01,off,last").unwrap();
        assert_eq!(two.mark(day("2026-01-01")), Some((Mark::Off, "last")));
    }

    #[test]
    fn a_users_file_replaces_the_year_it_knows() {
        let mut days = Holidays::builtin("CN").unwrap();
        days.merge(Holidays::parse("2026-10-01,work,none\n2027-01-01,off,元旦").unwrap());
        assert_eq!(days.mark(day("2026-10-02")), None);
        assert_eq!(days.mark(day("2027-01-01")), Some((Mark::Off, "元旦")));
        let work = WorkingTime::new(Hours::default(), &[], days);
        assert_eq!(work.missing_year(day("2027-06-01")), None);
    }

    #[test]
    fn zone_names() {
        assert_eq!(parse_zone("Europe/Berlin"), Some(Tz::Europe__Berlin));
        assert_eq!(parse_zone(" asia/shanghai "), Some(Tz::Asia__Shanghai));
        assert_eq!(parse_zone(":UTC"), Some(Tz::UTC));
        assert_eq!(parse_zone("Mars/Phobos"), None);
    }
}
