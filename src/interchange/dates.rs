//! Yearly dates of cards beside the birthday of the common calendar: a lunar birthday as Apple's programs write it, anniversaries.
//! What cannot be read stays among the card's own fields; a date of another calendar is never taken for one of the common one.

use super::cells;
use super::record::CardDate;
use crate::domain::care::{Yearly, is_date};
use crate::domain::words::{Calendar, CareKind};
use chrono_tz::Tz;

/// The first year of the 78th cycle of sixty years, in which Apple counts.
const CYCLE: (i32, i32) = (78, 1984);

/// `X-ALTBDAY;CALSCALE=chinese:007800021101`: cycle, year of it, month, day; also `--1101` and `19851101`, the month with `L` when it
/// is a leap one. Of other calendars nothing is read.
pub fn lunar_birthday(scale: &str, value: &str) -> Option<CardDate> {
    if !scale.eq_ignore_ascii_case("chinese") {
        return None;
    }
    let mut text: String = value.trim().replace(['/', '.'], "-").to_ascii_uppercase();
    let leap = text.contains('L');
    text.retain(|c| c != 'L');
    let bare = text.strip_prefix("--");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if text.chars().any(|c| !c.is_ascii_digit() && c != '-') {
        return None;
    }
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i32>().ok();
    let (year, month, day) = match (digits.len(), bare) {
        (4, _) => (None, number(0, 2)?, number(2, 4)?),
        (8, None) => (Some(number(0, 4)?), number(4, 6)?, number(6, 8)?),
        (12, None) => {
            let (cycle, of_cycle) = (number(0, 4)?, number(4, 8)?);
            let year = CYCLE.1 + 60 * (cycle - CYCLE.0) + of_cycle - 1;
            // A year that was left out is written as one that nobody was born in.
            (Some(year).filter(|_| (1..=60).contains(&of_cycle)), number(8, 10)?, number(10, 12)?)
        }
        _ => return None,
    };
    let year = year.filter(|y| (1901..=2100).contains(y));
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let date = Yearly { month, day, year, calendar: Calendar::Lunar, leap };
    // A year that does not have the day was counted otherwise: month and day still say when it is kept.
    let date = if is_date(Calendar::Lunar, month, day, leap, year) { date } else { Yearly { year: None, ..date } };
    is_date(Calendar::Lunar, month, day, leap, date.year).then_some(CardDate { kind: CareKind::Birthday, name: None, date })
}

/// A lunar date as [`lunar_birthday`] reads it: cycle, year of it, month, day; without a year `--0815`; `L` behind a leap month.
pub fn lunar_text(date: Yearly) -> String {
    let leap = if date.leap { "L" } else { "" };
    let day = format!("{:02}{leap}{:02}", date.month, date.day);
    match date.year.map(|year| year - CYCLE.1) {
        Some(years) => format!("{:04}{:04}{day}", CYCLE.0 + years.div_euclid(60), years.rem_euclid(60) + 1),
        None => format!("--{day}"),
    }
}

/// An anniversary: a date of the common calendar, its year left out where it is 1604.
pub fn anniversary(value: &str, zone: Tz) -> Option<CardDate> {
    let (month, day, year) = cells::birthday(value, None, zone)?;
    let date = Yearly { month, day, year, calendar: Calendar::Gregorian, leap: false };
    Some(CardDate { kind: CareKind::Anniversary, name: None, date })
}

/// The alternate birthdays of a card as they stand in it: calendar and value.
pub fn alternate(raw: &str) -> Vec<(String, String)> {
    let raw = raw.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let found = raw.lines().filter_map(|line| {
        let (head, value) = line.split_once(':')?;
        let mut parts = head.split(';');
        let name = parts.next()?.rsplit('.').next()?.trim().to_ascii_uppercase();
        if !matches!(name.as_str(), "X-ALTBDAY" | "ALTBDAY") {
            return None;
        }
        let scale = parts.find_map(|p| p.split_once('=').filter(|(k, _)| k.eq_ignore_ascii_case("CALSCALE")));
        Some((scale.map(|(_, v)| v.trim_matches('"').to_owned()).unwrap_or_default(), value.trim().to_owned()))
    });
    found.collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn s087_a_lunar_birthday_is_read_as_it_is_written_and_never_as_another_day() {
        for (scale, value, expect) in [
            ("chinese", "007800021101", Some((Some(1985), 11, 1, false))),
            ("chinese", "007700560815", Some((Some(1979), 8, 15, false))),
            ("chinese", "--0815", Some((None, 8, 15, false))),
            ("Chinese", "19790815", Some((Some(1979), 8, 15, false))),
            ("chinese", "--06L01", Some((None, 6, 1, true))),
            ("chinese", "007800000815", Some((None, 8, 15, false))),
            ("hebrew", "57450701", None),
            ("gregorian", "0071-0815", None),
            ("", "19790815", None),
            ("chinese", "soon", None),
            ("chinese", "20250601", Some((Some(2025), 6, 1, false))),
            ("chinese", "007800420 6L01", None),
            ("chinese", "0078004206L01", Some((Some(2025), 6, 1, true))),
            ("chinese", "19010103", Some((Some(1901), 1, 3, false))),
            ("chinese", "--1331", None),
        ] {
            let found = lunar_birthday(scale, value);
            let told = found.as_ref().map(|d| (d.date.year, d.date.month, d.date.day, d.date.leap));
            assert_eq!(told, expect, "{scale} {value}");
            if let Some(found) = &found {
                assert_eq!(lunar_birthday("chinese", &lunar_text(found.date)).as_ref(), Some(found), "{value}");
            }
            assert!(found.is_none_or(|d| d.date.calendar == Calendar::Lunar && d.kind == CareKind::Birthday));
        }
    }
}
