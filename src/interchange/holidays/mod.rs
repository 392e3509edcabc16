//! Files of holidays and make-up days: iCalendar, TOML, and the CSV form of the shipped ones. Read into days, and lines that were refused.
//! What such a file replaces is `portfolio::holidays`' business.

mod event;
mod ics;
mod rule;
mod toml;

use super::encoding::decode;
use super::record::Rejected;
use super::report::ImportError;
use crate::domain::day::{Day, Now};
use crate::domain::holidays::{HolidayDay, Holidays, Mark};
use crate::domain::message::Message;
use chrono::Datelike;
use std::collections::BTreeMap;

/// More days than this in one go are no holiday.
const LONGEST_SPAN: i32 = 60;
/// The longest name of a holiday, in characters.
const LONGEST_NAME: usize = 300;
/// The years a holiday may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2150;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HolidayFile {
    /// One entry a day, in order. Of two the later one in the file holds, but a make-up day is never taken for a day off.
    pub days: Vec<HolidayDay>,
    /// Lines that could not be taken, with the reason.
    pub rejected: Vec<Rejected>,
    /// Cancelled events and mere observances.
    pub left_out: usize,
}

/// Reads a file. `name` is kept as the source of its days, and its ending says the format where the text does not.
///
/// # Errors
/// A file that is empty or no text.
pub fn read(bytes: &[u8], name: &str, now: &Now) -> Result<HolidayFile, ImportError> {
    let (text, _) = decode(bytes, None)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let start = text.trim_start();
    if start.is_empty() {
        return Err(ImportError::Empty);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let mut found = Found { source: name, days: BTreeMap::new(), rejected: Vec::new(), left_out: 0 };
    if start.get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR")) || matches!(&*ending, "ics" | "ical")
    {
        ics::read(text, now, &mut found);
    } else if ending == "toml" || start.starts_with('[') {
        toml::read(text, &mut found);
    } else {
        csv(text, &mut found);
    }
    found.rejected.sort_by_key(|rejected| rejected.line);
    Ok(HolidayFile { days: found.days.into_values().collect(), rejected: found.rejected, left_out: found.left_out })
}

/// What was found so far.
struct Found<'a> {
    source: &'a str,
    days: BTreeMap<i32, HolidayDay>,
    rejected: Vec<Rejected>,
    left_out: usize,
}

impl Found<'_> {
    fn reject(&mut self, line: usize, reason: Message) {
        self.rejected.push(Rejected { line: line as u64, reason });
    }

    /// Takes the days from `first` to `last`, or says why not.
    fn span(&mut self, first: Day, last: Day, mark: Mark, name: &str) -> Result<(), Message> {
        check(first, last, name)?;
        for n in 0..=last.since(first) {
            let day = first.plus(n);
            let entry = HolidayDay { day, mark, name: name.to_owned(), source: Some(self.source.to_owned()) };
            match self.days.get(&day.0) {
                // Calendars name the festival and its make-up day side by side; that somebody works is the rarer word.
                Some(known) if known.mark == Mark::Work && mark == Mark::Off => {}
                _ => {
                    self.days.insert(day.0, entry);
                }
            }
        }
        Ok(())
    }
}

/// Whether a day lies so near to New Year that a file of the neighbouring year may name it.
fn at_new_year(day: Day) -> bool {
    HolidayDay { day, mark: Mark::Off, name: String::new(), source: None }.is_at_new_year()
}

/// Whether such days can be holidays.
fn check(first: Day, last: Day, name: &str) -> Result<(), Message> {
    if last < first {
        return Err(Message::new("holidays-rejected-order"));
    }
    let days = last.since(first).saturating_add(1);
    if days > LONGEST_SPAN {
        return Err(Message::new("holidays-rejected-span").with("days", days).with("most", LONGEST_SPAN));
    }
    if !YEARS.contains(&first.date().year()) || !YEARS.contains(&last.date().year()) {
        return Err(Message::new("holidays-rejected-year").with("text", first.date().to_string()));
    }
    if name.contains('\0') || name.chars().nth(LONGEST_NAME).is_some() {
        return Err(Message::new("holidays-rejected-name").with("most", LONGEST_NAME));
    }
    Ok(())
}

/// The CSV form of the shipped files: `date,kind,name`.
fn csv(text: &str, found: &mut Found<'_>) {
    for (line, read) in Holidays::lines(text) {
        let taken = match read {
            Ok(day) => found.span(day.day, day.day, day.mark, &day.name),
            Err((id, text)) => {
                Err(Message::new(if id == "holidays-bad-date" { "holidays-rejected-date" } else { "holidays-rejected-kind" })
                    .with("text", shown(text)))
            }
        };
        if let Err(reason) = taken {
            found.reject(line, reason);
        }
    }
}

/// A text of the file inside a reason: one line, not endless.
fn shown(text: &str) -> String {
    crate::text::truncate(&crate::text::one_line(text), 60).into_owned()
}

#[cfg(test)]
mod tests;
