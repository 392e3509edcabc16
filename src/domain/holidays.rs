//! Public holidays and make-up days: what is known of which year, from shipped files, the user's own and imported ones.
//! Reading foreign formats is `interchange`'s business; what a holiday does to the hours of a day is `zone`'s.

use super::day::Day;
use super::message::Message;
use chrono::Datelike;
use std::collections::BTreeSet;

/// What a holiday file says about one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A day off.
    Off,
    /// A make-up day: worked although it is a weekend (调休).
    Work,
}

impl Mark {
    /// As it is stored and written in files.
    pub fn code(self) -> &'static str {
        match self {
            Mark::Off => "off",
            Mark::Work => "work",
        }
    }

    /// Reads what [`Mark::code`] writes.
    pub fn parse(text: &str) -> Option<Mark> {
        [Mark::Off, Mark::Work].into_iter().find(|mark| mark.code() == text)
    }
}

/// One day of which something is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayDay {
    /// The day.
    pub day: Day,
    /// Off or worked.
    pub mark: Mark,
    /// What it is called, as written; may be empty.
    pub name: String,
    /// The file it came from; none for a shipped day.
    pub source: Option<String>,
}

/// Public holidays and make-up days, from files with one line a day: `date,kind,name`, kind `off` or `work`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holidays {
    /// Ordered by day, one entry a day.
    days: Vec<HolidayDay>,
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
        let mut days = Vec::new();
        for (line, read) in Holidays::lines(csv) {
            days.push(read.map_err(|(id, text)| Message::new(id).with("line", line).with("text", text))?);
        }
        if days.is_empty() {
            return Err(Message::new("holidays-empty"));
        }
        let years = days.iter().map(HolidayDay::year).collect();
        Ok(Holidays { days: one_a_day(days), years })
    }

    /// The lines of a holiday file that say something, with their numbers from 1; one that cannot be read gives the id of the reason
    /// and its text.
    pub fn lines(csv: &str) -> impl Iterator<Item = (usize, Result<HolidayDay, (&'static str, &str)>)> {
        let lines = csv.trim_start_matches('\u{feff}').lines().enumerate().map(|(at, raw)| (at, raw.trim()));
        let said = |&(at, line): &(usize, &str)| {
            let heading = at == 0 && line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("date"));
            !line.is_empty() && !line.starts_with('#') && !heading
        };
        lines.filter(said).map(|(at, line)| (at + 1, read_line(line).map_err(|id| (id, line))))
    }

    /// Days that were imported. A year of which only the days around New Year are there is not known by them: a file for one year often
    /// names a day or two of its neighbours.
    pub fn imported(days: Vec<HolidayDay>) -> Holidays {
        let years = days.iter().filter(|d| !d.is_at_new_year()).map(HolidayDay::year).collect();
        Holidays { days: one_a_day(days), years }
    }

    /// Adds another file's days; for a year that both know, the other file replaces this one's.
    pub fn merge(&mut self, other: Holidays) {
        self.days.retain(|entry| !other.years.contains(&entry.year()));
        self.days.extend(other.days);
        self.days = one_a_day(std::mem::take(&mut self.days));
        self.years.extend(other.years);
    }

    /// Every day of which something is known, in order.
    pub fn days(&self) -> &[HolidayDay] {
        &self.days
    }

    /// The years that are covered, in order.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.years.iter().copied()
    }

    /// Whether no file was read: then the weekly pattern stands alone and no year is missing.
    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    /// Whether a file was read that covers the year.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The first day on or after `from` of which something is known.
    pub(super) fn first_from(&self, from: Day) -> Option<Day> {
        self.days.get(self.days.partition_point(|entry| entry.day < from)).map(|entry| entry.day)
    }

    /// What is known of one day: a day off or a make-up day, and its name.
    pub fn mark(&self, day: Day) -> Option<(Mark, &str)> {
        let (first, last) = (self.days.first()?, self.days.last()?);
        if day < first.day || day > last.day {
            return None;
        }
        let at = self.days.binary_search_by_key(&day, |entry| entry.day).ok()?;
        self.days.get(at).map(|entry| (entry.mark, entry.name.as_str()))
    }
}

impl HolidayDay {
    /// Its year.
    pub fn year(&self) -> i32 {
        self.day.date().year()
    }

    /// Whether it lies in the last week of a year or the first of one.
    pub fn is_at_new_year(&self) -> bool {
        let date = self.day.date();
        matches!((date.month(), date.day()), (12, 25..) | (1, ..=7))
    }
}

/// In order, and of several that name a day the last.
fn one_a_day(mut days: Vec<HolidayDay>) -> Vec<HolidayDay> {
    days.sort_by_key(|entry| entry.day);
    days.reverse();
    days.dedup_by_key(|entry| entry.day);
    days.reverse();
    days
}

fn read_line(line: &str) -> Result<HolidayDay, &'static str> {
    let mut cells = line.splitn(3, ',').map(|cell| cell.trim().trim_matches('"').trim());
    let day = cells.next().and_then(iso_day).ok_or("holidays-bad-date")?;
    let mark = cells.next().and_then(Mark::parse).ok_or("holidays-bad-kind")?;
    Ok(HolidayDay { day, mark, name: cells.next().unwrap_or_default().to_owned(), source: None })
}

/// A date as holiday files write it: `2026-10-01`.
pub fn iso_day(text: &str) -> Option<Day> {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Day::from)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::zone::{Hours, WorkingTime};
    use super::*;

    fn day(text: &str) -> Day {
        iso_day(text).unwrap()
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
    fn days_around_new_year_do_not_make_a_year_known() {
        let day = |text: &str, name: &str| HolidayDay {
            day: day(text),
            mark: Mark::Off,
            name: name.to_owned(),
            source: Some("cn-2027.ics".to_owned()),
        };
        let mut known = Holidays::builtin("CN").unwrap();
        let shipped = known.days().len();
        known.merge(Holidays::imported(vec![day("2026-12-31", "eve"), day("2027-01-01", "new"), day("2027-10-01", "autumn")]));
        assert_eq!(known.years().collect::<Vec<_>>(), [2026, 2027]);
        assert_eq!(known.days().len(), shipped + 3, "the shipped year of 2026 stands");
        assert_eq!(known.mark(day("2026-12-31", "").day), Some((Mark::Off, "eve")));
        let only = Holidays::imported(vec![day("2027-12-31", "eve")]);
        assert!(!only.knows(2027) && only.is_empty());
    }
}
