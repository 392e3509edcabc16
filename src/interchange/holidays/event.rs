//! One event of an iCalendar file: its days, its name, whether it is a day off or a make-up day.
//! Cutting the file is `ics`', counting out a rule `rule`'s.

use super::shown;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::holidays::Mark;
use crate::domain::message::Message;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarRecurrenceRule, ICalendarStatus,
    ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{NaiveDate, NaiveTime, Timelike};

/// An all-day event.
pub(super) struct Event {
    pub(super) uid: Option<String>,
    pub(super) first: Day,
    pub(super) last: Day,
    pub(super) mark: Mark,
    pub(super) name: String,
    pub(super) rule: Option<Box<ICalendarRecurrenceRule>>,
    /// Days on which it does not return.
    pub(super) without: Vec<Day>,
    /// The occurrence of another event that it stands for.
    pub(super) replaces: Option<Day>,
}

/// A date with its wall-clock time.
type At = (Day, NaiveTime);

/// Reads one event; none when it is cancelled or a mere observance.
pub(super) fn read(raw: &str, now: &Now) -> Result<Option<Event>, Message> {
    let whole = format!("BEGIN:VCALENDAR\r\n{raw}\r\nEND:VCALENDAR\r\n");
    let bad = || Message::new("holidays-rejected-event");
    let Entry::ICalendar(calendar) = Parser::new(&whole).entry() else { return Err(bad()) };
    let event = calendar.components.iter().find(|c| c.component_type == ICalendarComponentType::VEvent).ok_or_else(bad)?;
    if event.status() == Some(&ICalendarStatus::Cancelled) || is_observance(event) {
        return Ok(None);
    }
    let name = texts(event, &ICalendarProperty::Summary).join(" ").trim().to_owned();
    let date = |property| event.property(property).map(|entry| (entry, at(entry.values.first(), now)));
    let begins = date(&ICalendarProperty::Dtstart);
    let replaces = date(&ICalendarProperty::RecurrenceId).and_then(|(_, at)| at).map(|at| at.0);
    let written = |entry: &ICalendarEntry| shown(&entry.values.first().map(value).unwrap_or_default());
    let no_date = |text: String| Message::new("holidays-rejected-date").with("text", text);
    let (entry, start) = begins.ok_or_else(|| no_date(shown(&name)))?;
    let (first, time) = start.ok_or_else(|| no_date(written(entry)))?;
    let timed = |text: String| Message::new("holidays-rejected-time").with("text", text);
    if time != NaiveTime::MIN {
        return Err(timed(format!("{} {}", first.date(), time.format("%H:%M"))));
    }
    let last = match (date(&ICalendarProperty::Dtend), event.property(&ICalendarProperty::Duration)) {
        (Some((entry, end)), _) => {
            let (day, time) = end.ok_or_else(|| no_date(written(entry)))?;
            match () {
                // Some programs write the last day itself, or its last minute.
                () if time == NaiveTime::MIN && day == first => first,
                () if time == NaiveTime::MIN => day.plus(-1),
                () if time.hour() == 23 && time.minute() == 59 => day,
                () => return Err(timed(format!("{} {}", day.date(), time.format("%H:%M")))),
            }
        }
        (None, Some(entry)) => {
            let Some(ICalendarValue::Duration(length)) = entry.values.first() else { return Err(no_date(written(entry))) };
            let seconds = length.as_seconds();
            if seconds % 86_400 != 0 {
                return Err(timed(format!("{} + {} min", first.date(), seconds / 60)));
            }
            match i32::try_from(seconds / 86_400).unwrap_or(i32::MAX) {
                0 => first,
                days => first.plus(days.saturating_sub(1)),
            }
        }
        (None, None) => first,
    };
    let rule = match event.property(&ICalendarProperty::Rrule).map(|entry| entry.values.first()) {
        None => None,
        Some(Some(ICalendarValue::RecurrenceRule(rule))) => Some(rule.clone()),
        Some(_) => return Err(Message::new("holidays-rejected-rule")),
    };
    let without = event
        .properties(&ICalendarProperty::Exdate)
        .flat_map(|entry| entry.values.iter())
        .filter_map(|value| at(Some(value), now))
        .map(|at| at.0)
        .collect();
    let mark = mark(event, &name);
    let uid = texts(event, &ICalendarProperty::Uid).pop();
    Ok(Some(Event { uid, first, last, mark, name, rule, without, replaces }))
}

/// The values of a property as they can be shown.
fn texts(event: &ICalendarComponent, property: &ICalendarProperty) -> Vec<String> {
    event.properties(property).flat_map(|entry| entry.values.iter()).map(value).collect()
}

fn value(value: &ICalendarValue) -> String {
    match value {
        ICalendarValue::Text(text) => text.clone(),
        ICalendarValue::Integer(n) => n.to_string(),
        ICalendarValue::PartialDateTime(date) => {
            let part = |n: Option<u32>| n.map_or_else(|| "?".to_owned(), |n| format!("{n:02}"));
            format!("{}-{}-{}", part(date.year.map(u32::from)), part(date.month.map(u32::from)), part(date.day.map(u32::from)))
        }
        other => other.as_text().unwrap_or_default().to_owned(),
    }
}

/// A date or a moment as a day and a time of day. Midnight in whatever zone it is written is midnight; a moment in UTC that is midnight in
/// the file's zone is that day, too.
fn at(value: Option<&ICalendarValue>, now: &Now) -> Option<At> {
    let Some(ICalendarValue::PartialDateTime(written)) = value else { return None };
    let PartialDateTime { year, month, day, hour, minute, second, tz_hour, tz_minute, tz_minus } = **written;
    let date = NaiveDate::from_ymd_opt(i32::from(year?), u32::from(month?), u32::from(day?))?;
    let time = NaiveTime::from_hms_opt(
        u32::from(hour.unwrap_or_default()),
        u32::from(minute.unwrap_or_default()),
        u32::from(second.unwrap_or_default()).min(59),
    )?;
    if let (Some(hours), true) = (tz_hour, time != NaiveTime::MIN) {
        let ahead = (i64::from(hours) * 60 + i64::from(tz_minute.unwrap_or_default())) * 60;
        let instant = date.and_time(time).and_utc().timestamp() - if tz_minus { -ahead } else { ahead };
        let local = Moment(instant).local(now.zone);
        if local.time() == NaiveTime::MIN {
            return Some((local.date_naive().into(), NaiveTime::MIN));
        }
    }
    Some((date.into(), time))
}

/// Whether the file itself says that people work on that day all the same.
fn is_observance(event: &ICalendarComponent) -> bool {
    let says = |text: &String| text.trim_start().get(..10).is_some_and(|start| start.eq_ignore_ascii_case("observance"));
    texts(event, &ICalendarProperty::Categories).iter().any(says)
        || texts(event, &ICalendarProperty::Description).iter().any(says)
}

/// A day off, or a make-up day by what the calendar's own property, the name or the categories say.
fn mark(event: &ICalendarComponent, name: &str) -> Mark {
    for entry in &event.entries {
        if let ICalendarProperty::Other(property) = &entry.name
            && property.eq_ignore_ascii_case("X-APPLE-SPECIAL-DAY")
        {
            match entry.values.first().map(value).unwrap_or_default().trim().to_ascii_uppercase().as_str() {
                "ALTERNATE-WORKDAY" => return Mark::Work,
                "WORK-HOLIDAY" => return Mark::Off,
                _ => {}
            }
        }
    }
    let categories = texts(event, &ICalendarProperty::Categories);
    let works = std::iter::once(name).chain(categories.iter().map(String::as_str)).any(is_make_up);
    if works { Mark::Work } else { Mark::Off }
}

/// Whether a text names a make-up day: `国庆节（班）`, `调休上班`, `Special Working Day`, `Make-up workday`.
pub(super) fn is_make_up(text: &str) -> bool {
    let plain: String = text.to_lowercase().chars().map(|c| if matches!(c, '-' | '_') { ' ' } else { c }).collect();
    if ["不上班", "停班", "免上班", "非工作日", "非上班", "non working", "nonworking", "no work"]
        .iter()
        .any(|no| plain.contains(no))
    {
        return false;
    }
    if ["班", "工作日", "workday", "work day", "working day"].iter().any(|word| plain.contains(word)) {
        return true;
    }
    let made_up = plain.contains("make up") || plain.contains("makeup");
    made_up && !["holiday", "day off"].iter().any(|off| plain.contains(off))
}
