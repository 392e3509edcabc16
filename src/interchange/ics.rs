//! Events and to-dos as iCalendar objects (RFC 5545), one to a text. The library escapes the lines; here is which lines there are, so
//! that the same content always gives the same bytes. What is published is gathered in `portfolio::publish`.

use super::vcf::fold;
use crate::domain::day::{Day, Moment};
use chrono::DateTime;
use icalendar::Property;

/// When something stands in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A whole day.
    Day(Day),
    /// From a moment to another.
    Span(Moment, Moment),
    /// Due on a day.
    DueDay(Day),
    /// Due at a moment.
    DueAt(Moment),
}

/// An event or, with a due day or moment, a to-do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Stays the same as long as it is the same thing; letters, digits, `-` and `_`.
    pub uid: String,
    /// When it was first written down; no clock of the writer.
    pub stamp: Moment,
    /// When.
    pub when: When,
    /// What, in one line.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// More about it, of several lines.
    pub text: Vec<String>,
    /// Minutes before its beginning at which the phone speaks up.
    pub alarm: Option<i32>,
}

impl Entry {
    /// Whether it is a to-do.
    pub fn is_task(&self) -> bool {
        matches!(self.when, When::DueDay(_) | When::DueAt(_))
    }
}

/// The text of a file with this one entry. Times are written in UTC, which every program shows as its own.
pub fn write(entry: &Entry) -> String {
    let name = if entry.is_task() { "VTODO" } else { "VEVENT" };
    let mut out = Lines::default();
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    // No version of the program's: an update must not write every file anew.
    out.put("PRODID", "-//touchbase//touchbase//EN");
    out.put("BEGIN", name);
    out.put("UID", &entry.uid);
    out.put("DTSTAMP", &utc(entry.stamp));
    match entry.when {
        When::Day(day) => {
            out.date("DTSTART", day);
            out.date("DTEND", day.plus(1));
            // A call to be made takes no hour of the day.
            out.put("TRANSP", "TRANSPARENT");
        }
        When::Span(from, to) => {
            out.put("DTSTART", &utc(from));
            out.put("DTEND", &utc(to));
        }
        When::DueDay(day) => out.date("DUE", day),
        When::DueAt(at) => out.put("DUE", &utc(at)),
    }
    if entry.is_task() {
        out.put("STATUS", "NEEDS-ACTION");
    }
    // Whoever shares the calendar shows that time is taken, not by whom.
    out.put("CLASS", "PRIVATE");
    out.put("SUMMARY", &clean(&entry.title));
    if let Some(place) = entry.place.as_deref().map(clean).filter(|p| !p.is_empty()) {
        out.put("LOCATION", &place);
    }
    let text: Vec<String> = entry.text.iter().map(|line| clean(line)).filter(|line| !line.is_empty()).collect();
    if !text.is_empty() {
        out.put("DESCRIPTION", &text.join("\n"));
    }
    if let Some(minutes) = entry.alarm.filter(|m| *m > 0) {
        out.put("BEGIN", "VALARM");
        out.put("ACTION", "DISPLAY");
        out.put("DESCRIPTION", &clean(&entry.title));
        out.put("TRIGGER", &format!("-PT{minutes}M"));
        out.put("END", "VALARM");
    }
    out.put("END", name);
    out.put("END", "VCALENDAR");
    out.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        self.line(Property::new(name, value));
    }

    fn date(&mut self, name: &str, day: Day) {
        let value = day.date().format("%Y%m%d").to_string();
        self.line(Property::new(name, value).add_parameter("VALUE", "DATE").done());
    }

    fn line(&mut self, property: Property) {
        // Writing to a string cannot fail.
        let line: Result<String, std::fmt::Error> = property.try_into();
        // The library's last piece of a folded line may be a byte too long.
        fold(line.unwrap_or_default().replace("\r\n ", "").trim_end_matches("\r\n"), &mut self.0);
    }
}

fn utc(at: Moment) -> String {
    DateTime::from_timestamp(at.0, 0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

/// One line without anything that some reader takes for the end of a line or a command.
fn clean(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(breaks).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
