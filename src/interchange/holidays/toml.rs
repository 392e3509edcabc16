//! Holidays as TOML: a list of `[[day]]` tables, or a year's table with its stretches (`[2027]`, `off = ["2027-01-01..2027-01-03 元旦"]`).
//! Every entry that cannot be taken is refused by itself, with its line.

use super::{Found, shown};
use crate::domain::day::Day;
use crate::domain::holidays::{Mark, iso_day};
use crate::domain::message::Message;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Value<'t> = Spanned<DeValue<'t>>;

/// Reads a file.
pub(super) fn read(text: &str, found: &mut Found<'_>) {
    let line = |start: usize| text.get(..start.min(text.len())).unwrap_or(text).matches('\n').count() + 1;
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let reason = Message::new("holidays-rejected-toml").with("text", shown(error.message()));
            return found.reject(line(error.span().map_or(0, |span| span.start)), reason);
        }
    };
    for (key, value) in table.get_ref() {
        let name: &str = key.get_ref().as_ref();
        match (name, value.get_ref()) {
            ("day", DeValue::Array(days)) => {
                for day in days.iter() {
                    let taken = match day.get_ref() {
                        DeValue::Table(table) => one(table, found),
                        _ => Err(unknown("day")),
                    };
                    taken.unwrap_or_else(|reason| found.reject(line(day.span().start), reason));
                }
            }
            (year, DeValue::Table(table)) if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => {
                for (kind, list) in table {
                    let kind_name: &str = kind.get_ref().as_ref();
                    match (Mark::parse(kind_name), list.get_ref()) {
                        (Some(mark), DeValue::Array(stretches)) => {
                            for stretch in stretches.iter() {
                                let taken = self::stretch(stretch, year, mark, found);
                                taken.unwrap_or_else(|reason| found.reject(line(stretch.span().start), reason));
                            }
                        }
                        _ => found.reject(line(kind.span().start), unknown(kind_name)),
                    }
                }
            }
            _ => found.reject(line(key.span().start), unknown(name)),
        }
    }
}

fn unknown(key: &str) -> Message {
    Message::new("holidays-rejected-key").with("text", shown(key))
}

fn no_date(text: &str) -> Message {
    Message::new("holidays-rejected-date").with("text", shown(text))
}

/// A date, written as TOML has dates or as a text.
fn date(value: &Value<'_>) -> Result<Day, Message> {
    let text = match value.get_ref() {
        DeValue::Datetime(date) => date.to_string(),
        DeValue::String(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    iso_day(&text).ok_or_else(|| no_date(&text))
}

/// One `[[day]]`.
fn one(table: &DeTable<'_>, found: &mut Found<'_>) -> Result<(), Message> {
    let (mut first, mut last, mut mark, mut name) = (None, None, None, "");
    for (key, value) in table {
        let key: &str = key.get_ref().as_ref();
        match (key, value.get_ref()) {
            ("date", _) => first = Some(date(value)?),
            ("last", _) => last = Some(date(value)?),
            ("kind", DeValue::String(kind)) => {
                let bad = || Message::new("holidays-rejected-kind").with("text", shown(kind));
                mark = Some(Mark::parse(kind).ok_or_else(bad)?);
            }
            ("name", DeValue::String(text)) => name = text,
            _ => return Err(unknown(key)),
        }
    }
    let first = first.ok_or_else(|| no_date(name))?;
    let mark = mark.ok_or_else(|| Message::new("holidays-rejected-kind").with("text", shown(name)))?;
    found.span(first, last.unwrap_or(first), mark, name.trim())
}

/// One text of a year: `2027-01-01..2027-01-03 元旦`.
fn stretch(value: &Value<'_>, year: &str, mark: Mark, found: &mut Found<'_>) -> Result<(), Message> {
    let DeValue::String(text) = value.get_ref() else { return Err(no_date(year)) };
    let text = text.trim();
    let (dates, name) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (first, last) = dates.split_once("..").unwrap_or((dates, dates));
    let day = |date: &str| iso_day(date).ok_or_else(|| no_date(text));
    let (first, last) = (day(first)?, day(last)?);
    found.span(first, last, mark, name.trim())
}
