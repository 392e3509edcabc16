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

    /// Whether a file was read that covers the year.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The first day on or after `from` of which something is known.
    pub(super) fn first_from(&self, from: Day) -> Option<Day> {
        self.days.get(self.days.partition_point(|entry| entry.0 < from)).map(|entry| entry.0)
    }

    /// What is known of one day: a day off or a make-up day, and its name.
    pub fn mark(&self, day: Day) -> Option<(Mark, &str)> {
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
}
