//! A yearly date as people write it, in either calendar: `05-12`, `1979-05-12`, `--0512`, `5月12日`, `农历八月十五`, `闰六月初一`.
//! On which day it falls is the parent's.

use super::is_date;
use crate::domain::message::Message;
use crate::domain::words::Calendar;

/// A day of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yearly {
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31; of a lunar month 1 to 30.
    pub day: u8,
    /// The year it counts from.
    pub year: Option<i32>,
    /// Its calendar.
    pub calendar: Calendar,
    /// Of a leap month.
    pub leap: bool,
}

/// Words before or in a date that say it is lunar.
const LUNAR: [&str; 5] = ["农历", "阴历", "旧历", "農曆", "lunar"];
/// Words that say the month is a leap month.
const LEAP: [&str; 3] = ["闰", "閏", "leap"];
/// The months that have names of their own, and their numbers.
const NAMED: [(&str, u8); 7] = [("正", 1), ("元", 1), ("冬", 11), ("腊", 12), ("臘", 12), ("十一", 11), ("十二", 12)];
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

impl Yearly {
    /// Reads a date. What the text says of calendar and leap month counts beside what is said already.
    ///
    /// # Errors
    /// No date that a year can have, as a catalogue message.
    pub fn parse(text: &str, lunar: bool, leap: bool) -> Result<Yearly, Message> {
        read(text, lunar, leap).ok_or_else(|| Message::new("care-no-date").with("text", text.trim()))
    }

    /// The date as it is typed: `1979-05-12`, `05-12`; calendar and leap month stand beside it.
    pub fn written(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}-{:02}-{:02}", self.month, self.day),
            None => format!("{:02}-{:02}", self.month, self.day),
        }
    }

    /// The date in words: of the lunar calendar with the names of month and day.
    pub fn words(self) -> Message {
        let year = self.year.map(|y| y.to_string()).unwrap_or_default();
        let id = match self.calendar {
            Calendar::Gregorian => "care-date-gregorian",
            Calendar::Lunar => "care-date-lunar",
        };
        Message::new(id)
            .with("month", i64::from(self.month))
            .with("day", i64::from(self.day))
            .with("leap", i64::from(self.leap))
            .with("has-year", i64::from(self.year.is_some()))
            .with("year", year)
    }
}

fn read(text: &str, lunar: bool, leap: bool) -> Option<Yearly> {
    let mut rest: String = text.trim().chars().map(half_width).collect::<String>().to_ascii_lowercase();
    let take = |rest: &mut String, words: &[&str]| {
        let found = words.iter().find(|word| rest.contains(**word));
        if let Some(word) = found {
            *rest = rest.replacen(word, " ", 1);
        }
        found.is_some()
    };
    let said_lunar = take(&mut rest, &LUNAR);
    let said_leap = take(&mut rest, &LEAP);
    let (numbers, chinese) = numbers(rest.trim())?;
    let (year, month, day) = match numbers[..] {
        [month, day] => (None, month, day),
        [year, month, day] => (Some(year), month, day),
        _ => return None,
    };
    let leap = leap || said_leap;
    // Only lunar months are leap, and only lunar days have names of characters.
    let calendar = if lunar || said_lunar || leap || chinese { Calendar::Lunar } else { Calendar::Gregorian };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // A year of two digits could be of either century.
    let known = year.is_none_or(|y| (1000..=9999).contains(&y));
    (known && is_date(calendar, month, day, leap, year)).then_some(Yearly { month, day, year, calendar, leap })
}

/// The numbers of a date in their order, and whether its day was written as the lunar calendar names days (`初一`, `廿三`, `十五`).
fn numbers(text: &str) -> Option<(Vec<i32>, bool)> {
    if let Some(short) = text.strip_prefix("--").filter(|t| t.len() == 4 && t.bytes().all(|b| b.is_ascii_digit())) {
        return Some((vec![short[..2].parse().ok()?, short[2..].parse().ok()?], false));
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some((vec![text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?], false));
    }
    let (year, text) = match text.split_once('年') {
        Some((year, rest)) => (Some(spelled_year(year.trim())?), rest.trim()),
        None => (None, text),
    };
    let Some((month, day)) = text.split_once('月') else {
        // Nothing but digits and what parts them; a leading "--" stands for the year that is not known.
        let text = text.strip_prefix("--").unwrap_or(text);
        if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || "-/. ".contains(c)) {
            return None;
        }
        let parts = text.split(['-', '/', '.', ' ']).filter(|p| !p.is_empty());
        let found: Option<Vec<i32>> = parts.map(|p| p.parse().ok()).collect();
        let mut found = found?;
        if let Some(year) = year {
            found.insert(0, year);
        }
        return Some((found, false));
    };
    let month = spelled_month(month.trim())?;
    let day = day.trim().trim_end_matches(['日', '号', '號']);
    let named = !day.bytes().all(|b| b.is_ascii_digit());
    let day = if named { spelled_day(day)? } else { day.parse().ok()? };
    Some((year.into_iter().chain([month, day]).collect(), named))
}

/// Digits and signs of a Chinese input method.
fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '－' | '—' | '–' => '-',
        '／' => '/',
        '．' => '.',
        '\u{3000}' => ' ',
        c => c,
    }
}

fn digit(c: char) -> Option<i32> {
    if c == '零' {
        return Some(0);
    }
    DIGITS.iter().position(|d| *d == c).map(|n| n as i32)
}

/// `1979` or `一九七九`.
fn spelled_year(text: &str) -> Option<i32> {
    text.parse().ok().or_else(|| text.chars().try_fold(0, |sum: i32, c| sum.checked_mul(10)?.checked_add(digit(c)?)))
}

fn spelled_month(text: &str) -> Option<i32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    NAMED.iter().find(|(name, _)| *name == text).map(|(_, n)| i32::from(*n)).or_else(|| under_forty(text))
}

fn spelled_day(text: &str) -> Option<i32> {
    under_forty(text.strip_prefix('初').unwrap_or(text))
}

/// `三`, `十`, `十五`, `二十`, `廿三`, `二十三`, `卅`, `三十`.
fn under_forty(text: &str) -> Option<i32> {
    let (tens, rest) = match text.chars().next()? {
        '廿' => (2, text.strip_prefix('廿')?),
        '卅' => (3, text.strip_prefix('卅')?),
        '十' => (1, text.strip_prefix('十')?),
        first => match text.strip_prefix(first).and_then(|rest| rest.strip_prefix('十')) {
            Some(rest) => (digit(first)?, rest),
            None => (0, text),
        },
    };
    let mut rest = rest.chars();
    let unit = rest.next().map_or(Some(0), digit)?;
    let number = tens * 10 + unit;
    (rest.next().is_none() && (1..40).contains(&number)).then_some(number)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(Option<i32>, u8, u8, bool, bool)> {
        let found = Yearly::parse(text, false, false).ok()?;
        Some((found.year, found.month, found.day, found.calendar == Calendar::Lunar, found.leap))
    }

    #[test]
    fn s047_dates_are_read_as_people_write_them() {
        for (text, year, month, day, lunar, leap) in [
            ("05-12", None, 5, 12, false, false),
            ("5/12", None, 5, 12, false, false),
            ("--0512", None, 5, 12, false, false),
            ("--05-12", None, 5, 12, false, false),
            ("1979-05-12", Some(1979), 5, 12, false, false),
            ("19790512", Some(1979), 5, 12, false, false),
            ("5月12日", None, 5, 12, false, false),
            ("１９７９年５月１２日", Some(1979), 5, 12, false, false),
            ("02-29", None, 2, 29, false, false),
            ("农历八月十五", None, 8, 15, true, false),
            ("八月十五", None, 8, 15, true, false),
            ("农历8月15", None, 8, 15, true, false),
            ("lunar 8-15", None, 8, 15, true, false),
            ("闰六月初一", None, 6, 1, true, true),
            ("农历闰6-1", None, 6, 1, true, true),
            ("lunar leap 6-1", None, 6, 1, true, true),
            ("正月初一", None, 1, 1, true, false),
            ("腊月三十", None, 12, 30, true, false),
            ("冬月廿三", None, 11, 23, true, false),
            ("十一月二十三", None, 11, 23, true, false),
            ("十二月卅", None, 12, 30, true, false),
            ("农历一九七九年八月初十", Some(1979), 8, 10, true, false),
            ("农历1979年8月10日", Some(1979), 8, 10, true, false),
        ] {
            assert_eq!(of(text), Some((year, month, day, lunar, leap)), "{text}");
        }
    }

    #[test]
    fn what_no_year_has_or_nobody_can_read_is_refused() {
        for text in [
            "",
            "soon",
            "13-01",
            "02-30",
            "2027-02-29",
            "农历13-1",
            "腊月三十一",
            "农历八月",
            "15",
            "79-05-12",
            "5月",
            "初一",
            "闰2024-6-1",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
        assert!(Yearly::parse("08-15", true, false).is_ok_and(|y| y.calendar == Calendar::Lunar && !y.leap));
        assert!(Yearly::parse("06-01", false, true).is_ok_and(|y| y.calendar == Calendar::Lunar && y.leap));
    }

    #[test]
    fn what_is_written_reads_back() {
        for text in ["05-12", "1979-05-12"] {
            assert_eq!(Yearly::parse(text, false, false).unwrap().written(), text);
        }
    }
}
