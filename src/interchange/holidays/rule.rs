//! Yearly repetitions counted out: a fixed day, the fourth Thursday of November, the last Monday of May.
//! Rules that no holiday follows are refused, not guessed at.

use crate::domain::day::{Day, Now};
use crate::domain::message::Message;
use calcard::common::PartialDateTime;
use calcard::icalendar::{ICalendarFrequency, ICalendarRecurrenceRule, ICalendarWeekday};
use chrono::Datelike;
use std::ops::RangeInclusive;

/// A rule that says itself where it ends is followed this many years ahead at most.
const AHEAD: i32 = 10;

/// The days on which an event of `start` returns: inside `years` when the rule is endless, else up to its end.
pub(super) fn days(
    rule: &ICalendarRecurrenceRule,
    start: Day,
    years: RangeInclusive<i32>,
    now: &Now,
) -> Result<Vec<Day>, Message> {
    let unknown = !rule.byyearday.is_empty() || !rule.byweekno.is_empty() || !rule.bysetpos.is_empty() || rule.rscale.is_some();
    if rule.freq != ICalendarFrequency::Yearly || unknown {
        return Err(Message::new("holidays-rejected-rule"));
    }
    let until = rule.until.as_ref().and_then(day);
    let bounded = until.is_some() || rule.count.is_some();
    let this = now.today().date().year();
    let last = if bounded { (this + AHEAD).max(*years.end()) } else { *years.end() };
    let step = i32::from(rule.interval.unwrap_or(1).max(1));
    let begun = start.date().year();
    // Only a rule that is counted has to be followed from its beginning.
    let behind = if rule.count.is_some() { 0 } else { (years.start() - begun).max(0) / step };
    let mut left = rule.count.unwrap_or(u32::MAX);
    let mut out = Vec::new();
    for year in (begun + behind * step..=last).step_by(step as usize) {
        for month in (1..=12).filter(|month| in_month(rule, *month, start)) {
            let Some(first) = Day::ymd(year, month, 1) else { continue };
            for day in (0..=first.end_of_month().since(first)).map(|n| first.plus(n)) {
                if day < start || !matches(rule, day, start) {
                    continue;
                }
                if left == 0 || until.is_some_and(|until| day > until) {
                    return Ok(out);
                }
                left -= 1;
                if year >= *years.start() {
                    out.push(day);
                }
            }
        }
    }
    Ok(out)
}

fn day(date: &PartialDateTime) -> Option<Day> {
    Day::ymd(i32::from(date.year?), u32::from(date.month?), u32::from(date.day?))
}

/// Whether the rule can name a day of this month: one of those it lists; without a list that of the first day, unless a weekday is
/// counted inside the year. (A bare day of the month would mean every month; who writes it for a holiday means the one.)
fn in_month(rule: &ICalendarRecurrenceRule, month: u32, start: Day) -> bool {
    match (rule.bymonth.is_empty(), rule.byday.is_empty()) {
        (false, _) => rule.bymonth.iter().any(|m| !m.is_leap() && u32::from(m.month()) == month),
        (true, true) => month == start.date().month(),
        (true, false) => true,
    }
}

/// Whether the rule names this day of one of its months.
fn matches(rule: &ICalendarRecurrenceRule, day: Day, start: Day) -> bool {
    let (date, begun) = (day.date(), start.date());
    let by_month = !rule.bymonth.is_empty();
    let (length, at) = (i64::from(day.end_of_month().date().day()), i64::from(date.day()));
    if !rule.bymonthday.is_empty() {
        let named = |n: &i8| if *n < 0 { length + 1 + i64::from(*n) == at } else { i64::from(*n) == at };
        if !rule.bymonthday.iter().any(named) {
            return false;
        }
    }
    if !rule.byday.is_empty() {
        let in_year = if date.leap_year() { 366 } else { 365 };
        // A count of weekdays is a count inside the month where months are named, else inside the year.
        let (at, of) = if by_month { (at, length) } else { (i64::from(date.ordinal()), in_year) };
        let (forward, backward) = ((at - 1) / 7 + 1, -((of - at) / 7 + 1));
        let nth = |n: Option<i16>| n.map(i64::from).is_none_or(|n| n == forward || n == backward);
        if !rule.byday.iter().any(|d| number(d.weekday) == day.weekday() && nth(d.ordwk)) {
            return false;
        }
    }
    // What the rule does not say is as on the first day.
    match (by_month, rule.bymonthday.is_empty(), rule.byday.is_empty()) {
        (_, true, true) => date.day() == begun.day(),
        _ => true,
    }
}

fn number(weekday: ICalendarWeekday) -> usize {
    match weekday {
        ICalendarWeekday::Monday => 0,
        ICalendarWeekday::Tuesday => 1,
        ICalendarWeekday::Wednesday => 2,
        ICalendarWeekday::Thursday => 3,
        ICalendarWeekday::Friday => 4,
        ICalendarWeekday::Saturday => 5,
        ICalendarWeekday::Sunday => 6,
    }
}
