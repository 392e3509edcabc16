//! The days of a phrase: dates in figures and words, weekdays, days and months counted from today.

use super::super::day::{Day, Moment};
use super::scan::Scan;
use super::spans::{self, Part};
use super::{Asked, Look, When};
use chrono::{Datelike, FixedOffset, TimeZone};
use chrono_tz::Tz;

/// A day, the part of the day that came with it (`今晚`), and what is left.
type Found<'a> = Option<(Day, Option<Part>, Scan<'a>)>;

/// A date and time with `T` or an offset: `2026-11-21T14:30`, `2026-11-21 14:30+01:00`, RFC 3339.
pub(super) fn iso_moment<'a>(mut s: Scan<'a>, zone: Tz) -> Option<(When, Scan<'a>)> {
    let day = year_first(&mut s)?;
    if !s.eat("t") {
        s.space();
    }
    let (hour, minute) = (s.digits(1..=2)?, s.eat(":").then(|| s.digits(2..=2))??);
    let second = if s.eat(":") { s.digits(2..=2)? } else { 0 };
    if s.eat(".") {
        s.digits(1..=9)?;
    }
    let time = super::clock(hour, minute, second)?;
    let bare = s;
    s.space();
    let offset = if s.eat("z") {
        0
    } else if let Some(sign) = s.one_of(&[("+", 1), ("-", -1)]) {
        let (hours, minutes) = match s.digits(4..=4) {
            Some(both) => (both / 100, both % 100),
            None => (s.digits(2..=2)?, if s.eat(":") { s.digits(2..=2)? } else { 0 }),
        };
        sign * i32::try_from(hours * 3600 + minutes * 60).ok()?
    } else {
        return Some((When { time: Some(time), ..When::of_day(day) }, bare));
    };
    let local = FixedOffset::east_opt(offset)?.from_local_datetime(&day.date().and_time(time)).single()?;
    Some((When::of_moment(Moment(local.timestamp()), zone), s))
}

/// The day a phrase begins with.
pub(super) fn day<'a>(s: Scan<'a>, asked: Asked<'_>) -> Found<'a> {
    let plain = |found: Option<(Day, Scan<'a>)>| found.map(|(day, s)| (day, None, s));
    named(s, asked)
        .or_else(|| plain(figures(s, asked)))
        .or_else(|| plain(spans::shifted(s, asked)))
        .or_else(|| plain(weekday(s, asked)))
        .or_else(|| plain(month_word(s, asked)))
        .or_else(|| plain(month_end(s, asked)))
}

fn named<'a>(mut s: Scan<'a>, asked: Asked<'_>) -> Found<'a> {
    const DAYS: &[(&str, i32, Option<Part>)] = &[
        ("today", 0, None),
        ("tomorrow", 1, None),
        ("tmr", 1, None),
        ("yesterday", -1, None),
        ("the day after tomorrow", 2, None),
        ("day after tomorrow", 2, None),
        ("the day before yesterday", -2, None),
        ("day before yesterday", -2, None),
        ("今天", 0, None),
        ("今日", 0, None),
        ("今早", 0, Some(Part::Morning)),
        ("今晚", 0, Some(Part::Evening)),
        ("明天", 1, None),
        ("明日", 1, None),
        ("明早", 1, Some(Part::Morning)),
        ("明晚", 1, Some(Part::Evening)),
        ("大后天", 3, None),
        ("后天", 2, None),
        ("昨天", -1, None),
        ("昨日", -1, None),
        ("昨晚", -1, Some(Part::Evening)),
        ("大前天", -3, None),
        ("前天", -2, None),
    ];
    let found = DAYS.iter().find(|entry| s.eat(entry.0))?;
    if found.2.is_some() {
        // `今晚上8点`, `明早上9点`
        s.eat("上");
    }
    Some((asked.now.today().plus(found.1), found.2, s))
}

/// `2026-11-21`, `2026/11/21`, `2026年11月21日`.
fn year_first(s: &mut Scan<'_>) -> Option<Day> {
    let year = s.digits(4..=4)?;
    let month = match s.one_of(&[("-", "-"), ("/", "/"), (".", "."), ("年", "月")])? {
        "月" => {
            let month = s.number()?;
            s.eat("月").then_some(month)?
        }
        mark => {
            let month = s.digits(1..=2)?;
            let day = s.eat(mark).then(|| s.digits(1..=2))??;
            return Day::ymd(year as i32, month, day);
        }
    };
    let day = s.number()?;
    s.one_of(&[("日", ()), ("号", ())]);
    Day::ymd(year as i32, month, day)
}

fn figures<'a>(s: Scan<'a>, asked: Asked<'_>) -> Option<(Day, Scan<'a>)> {
    let today = asked.now.today();
    let mut full = s;
    if let Some(day) = year_first(&mut full) {
        return Some((day, full));
    }
    if let Some(found) = dotted(s, asked) {
        return Some(found);
    }
    let mut dashed = s;
    // In a line `3-4` is rather a count than a date.
    let least = if asked.in_line { 2 } else { 1 };
    if let Some(month) = dashed.digits(least..=2)
        && dashed.eat("-")
        && let Some(day) = dashed.digits(least..=2)
    {
        return Some((nearest(month, day, asked)?, dashed));
    }
    let mut chinese = s;
    let year = chinese.one_of(&[("今年", 0), ("明年", 1), ("去年", -1), ("后年", 2), ("前年", -2)]);
    if let Some(month) = chinese.number()
        && chinese.eat("月")
        && let Some(day) = chinese.number()
    {
        chinese.one_of(&[("日", ()), ("号", ())]);
        let day = match year {
            Some(shift) => Day::ymd(today.date().year() + shift, month, day)?,
            None => nearest(month, day, asked)?,
        };
        return Some((day, chinese));
    }
    let mut of_month = s;
    let shift = month_shift(&mut of_month);
    if let Some(day) = of_month.number()
        && of_month.one_of(&[("号", ()), ("日", ())]).is_some()
    {
        return match shift {
            Some(shift) => in_month(today.month_index() + shift, day).map(|day| (day, of_month)),
            // `3号` in a line may be a house.
            None if asked.in_line => None,
            None => nearest_in_month(day, asked).map(|day| (day, of_month)),
        };
    }
    None
}

/// `24.12.`, `24.12.2026`: day first. Without a year the last point is needed, since `24.12` is a number.
fn dotted<'a>(mut s: Scan<'a>, asked: Asked<'_>) -> Option<(Day, Scan<'a>)> {
    // In a line `1.2.` is rather a heading than a date.
    let least = if asked.in_line { 2 } else { 1 };
    let day = s.digits(least..=2)?;
    let month = s.eat(".").then(|| s.digits(least..=2))??;
    if !s.eat(".") {
        return None;
    }
    match s.digits(4..=4) {
        Some(year) => Some((Day::ymd(year as i32, month, day)?, s)),
        None if s.rest().starts_with(|c: char| c.is_ascii_digit()) => None,
        None => Some((nearest(month, day, asked)?, s)),
    }
}

/// `下个月`, `本月`: months from this one.
fn month_shift(s: &mut Scan<'_>) -> Option<i32> {
    s.one_of(&[("下个月", 1), ("下月", 1), ("这个月", 0), ("这月", 0), ("本月", 0), ("上个月", -1), ("上月", -1)])
}

/// The month and day that is nearest in the direction looked, today included. 29 February waits for its year.
fn nearest(month: u32, day: u32, asked: Asked<'_>) -> Option<Day> {
    let today = asked.now.today();
    let year = today.date().year();
    match asked.look {
        Look::Ahead => (year..=year + 8).filter_map(|y| Day::ymd(y, month, day)).find(|&d| d >= today),
        Look::Back => (year - 8..=year).rev().filter_map(|y| Day::ymd(y, month, day)).find(|&d| d <= today),
    }
}

fn in_month(index: i32, day: u32) -> Option<Day> {
    Day::ymd(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, day)
}

fn nearest_in_month(day: u32, asked: Asked<'_>) -> Option<Day> {
    let today = asked.now.today();
    let month = today.month_index();
    match asked.look {
        Look::Ahead => (month..=month + 12).filter_map(|m| in_month(m, day)).find(|&d| d >= today),
        Look::Back => (month - 12..=month).rev().filter_map(|m| in_month(m, day)).find(|&d| d <= today),
    }
}

/// Which Friday.
#[derive(Clone, Copy)]
enum Which {
    /// Of the calendar week so many weeks from this one.
    Week(i32),
    /// The latest one before today.
    Last,
}

fn weekday<'a>(mut s: Scan<'a>, asked: Asked<'_>) -> Option<(Day, Scan<'a>)> {
    const ENGLISH: &[(&str, i32)] = &[
        ("monday", 0),
        ("mon", 0),
        ("tuesday", 1),
        ("tues", 1),
        ("tue", 1),
        ("wednesday", 2),
        ("weds", 2),
        ("wed", 2),
        ("thursday", 3),
        ("thurs", 3),
        ("thur", 3),
        ("thu", 3),
        ("friday", 4),
        ("fri", 4),
        ("saturday", 5),
        ("sat", 5),
        ("sunday", 6),
        ("sun", 6),
    ];
    const CHINESE: &[(&str, i32)] = &[("一", 0), ("二", 1), ("三", 2), ("四", 3), ("五", 4), ("六", 5), ("日", 6), ("天", 6)];
    const SHIFTS: &[(&str, i32)] = &[
        ("下下个", 2),
        ("下下", 2),
        ("下个", 1),
        ("下", 1),
        ("上上", -2),
        ("上个", -1),
        ("上", -1),
        ("这个", 0),
        ("这", 0),
        ("本", 0),
    ];
    let today = asked.now.today();
    let monday = today.plus(-(today.weekday() as i32));
    let which = s.one_of(&[("next", Which::Week(1)), ("this", Which::Week(0)), ("last", Which::Last)]);
    s.space();
    let (which, day) = match s.one_of(ENGLISH) {
        Some(day) => (which, day),
        None if matches!(which, Some(Which::Week(1))) => return s.eat("week").then_some((monday.plus(7), s)),
        None if which.is_some() => return None,
        None => {
            let shift = s.one_of(SHIFTS);
            s.one_of(&[("周", ()), ("星期", ()), ("礼拜", ())])?;
            match (s.one_of(CHINESE), shift) {
                (Some(day), _) => (shift.map(Which::Week), day),
                // `下周` alone begins on its Monday; `下周末` is not read as that.
                (None, Some(1)) if !s.rest().starts_with('末') => return Some((monday.plus(7), s)),
                _ => return None,
            }
        }
    };
    let ahead = (day - today.weekday() as i32 - 1).rem_euclid(7) + 1;
    let behind = (today.weekday() as i32 - day - 1).rem_euclid(7) + 1;
    let found = match (which, asked.look) {
        (Some(Which::Week(weeks)), _) => monday.plus(weeks * 7 + day),
        (Some(Which::Last), _) | (None, Look::Back) => today.plus(-behind),
        (None, Look::Ahead) => today.plus(ahead),
    };
    Some((found, s))
}

/// `5 dec`, `dec 5`, `5th december 2026`, `dec 5, 2026`.
fn month_word<'a>(mut s: Scan<'a>, asked: Asked<'_>) -> Option<(Day, Scan<'a>)> {
    const MONTHS: &[(&str, u32)] = &[
        ("january", 1),
        ("jan", 1),
        ("february", 2),
        ("feb", 2),
        ("march", 3),
        ("mar", 3),
        ("april", 4),
        ("apr", 4),
        ("may", 5),
        ("june", 6),
        ("jun", 6),
        ("july", 7),
        ("jul", 7),
        ("august", 8),
        ("aug", 8),
        ("september", 9),
        ("sept", 9),
        ("sep", 9),
        ("october", 10),
        ("oct", 10),
        ("november", 11),
        ("nov", 11),
        ("december", 12),
        ("dec", 12),
    ];
    let ordinal = |s: &mut Scan<'_>| {
        let day = s.digits(1..=2)?;
        s.one_of(&[("st", ()), ("nd", ()), ("rd", ()), ("th", ())]);
        Some(day)
    };
    let (month, day) = match s.one_of(MONTHS) {
        Some(month) => {
            s.eat(".");
            s.space();
            (month, ordinal(&mut s)?)
        }
        None => {
            let day = ordinal(&mut s)?;
            s.space();
            (s.one_of(MONTHS)?, day)
        }
    };
    let mut year = s;
    year.eat(",");
    year.space();
    match year.digits(4..=4) {
        Some(y) => Some((Day::ymd(y as i32, month, day)?, year)),
        // `dec 5:30` is no date.
        None if s.rest().starts_with(':') => None,
        None => Some((nearest(month, day, asked)?, s)),
    }
}

/// `eom`, `月底`, `下个月底`, `年底`: looking back, the latest that is not ahead. `next month` is its first day.
fn month_end<'a>(mut s: Scan<'a>, asked: Asked<'_>) -> Option<(Day, Scan<'a>)> {
    let today = asked.now.today();
    let this = today.end_of_month();
    let open = match asked.look {
        Look::Back if this > today => Day::last_of_month_index(today.month_index() - 1),
        _ => this,
    };
    if s.one_of(&[("eom", ()), ("end of month", ()), ("end of the month", ()), ("月底", ()), ("月末", ())]).is_some() {
        return Some((open, s));
    }
    let mut year = s;
    if year.eat("年底") {
        return Some((nearest(12, 31, asked)?, year));
    }
    if s.eat("next month") {
        return Some((in_month(today.month_index() + 1, 1)?, s));
    }
    let shift = month_shift(&mut s)?;
    if s.one_of(&[("底", ()), ("末", ())]).is_none() {
        // `下个月初` and `下个月中` say another day.
        let alone = shift == 1 && !s.rest().starts_with(['初', '中', '头']);
        return alone.then(|| in_month(today.month_index() + 1, 1)).flatten().map(|day| (day, s));
    }
    Some((Day::last_of_month_index(today.month_index() + shift), s))
}
