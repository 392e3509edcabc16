//! iCalendar files: cut into events with their lines, read by the `calcard` crate, and turned into days.
//! What one event says is `event`'s, yearly repetitions are `rule`'s.

use super::event::{self, Event};
use super::{Found, rule};
use crate::domain::day::{Day, Now};
use crate::domain::message::Message;
use chrono::Datelike;
use std::collections::{BTreeSet, HashSet};

/// More events than this are no calendar of holidays; the rest of the file is not read.
const MOST: usize = 20_000;

/// An event cut out of its file: the first line and the text; none when it is not closed.
type Cut<'t> = (usize, Option<&'t str>);

/// Reads every event of a file.
pub(super) fn read(text: &str, now: &Now, found: &mut Found<'_>) {
    let mut events: Vec<(usize, Event)> = Vec::new();
    let cuts = cut(text);
    if cuts.is_empty() {
        found.reject(1, Message::new("holidays-rejected-no-event"));
    }
    if let Some((line, _)) = cuts.get(MOST) {
        found.reject(*line, Message::new("holidays-rejected-many").with("most", MOST));
    }
    for (line, raw) in cuts.into_iter().take(MOST) {
        match raw.ok_or_else(|| Message::new("holidays-rejected-open")).and_then(|raw| event::read(raw, now)) {
            Ok(Some(event)) => events.push((line, event)),
            Ok(None) => found.left_out += 1,
            Err(reason) => found.reject(line, reason),
        }
    }
    // A single occurrence that was moved is an event of its own and replaces that of its rule.
    let moved: HashSet<(String, Day)> = events.iter().filter_map(|(_, e)| Some((e.uid.clone()?, e.replaces?))).collect();
    let listed: BTreeSet<i32> = events
        .iter()
        .filter(|(_, e)| e.rule.is_none() && !super::at_new_year(e.first) && super::check(e.first, e.last, &e.name).is_ok())
        .map(|(_, e)| e.first.date().year())
        .collect();
    for (line, event) in &events {
        let taken = match &event.rule {
            None => found.span(event.first, event.last, event.mark, &event.name),
            Some(rule) => repeated(event, rule, &moved, &listed, now, found),
        };
        if let Err(reason) = taken {
            found.reject(*line, reason);
        }
    }
}

/// The occurrences of an event that returns. Where the file lists other days one by one, a rule counts for the years of those alone:
/// a year of which only the fixed days are known would pass for a whole one.
fn repeated(
    event: &Event,
    rule: &calcard::icalendar::ICalendarRecurrenceRule,
    moved: &HashSet<(String, Day)>,
    listed: &BTreeSet<i32>,
    now: &Now,
    found: &mut Found<'_>,
) -> Result<(), Message> {
    super::check(event.first, event.last, &event.name)?;
    let this = now.today().date().year();
    let length = event.last.since(event.first);
    let years = match (listed.first(), listed.last()) {
        (Some(first), Some(last)) => *first..=*last,
        _ => this - 1..=this + 2,
    };
    for first in rule::days(rule, event.first, years, now)? {
        let year = first.date().year();
        let skipped = event.without.contains(&first)
            || event.uid.as_ref().is_some_and(|uid| moved.contains(&(uid.clone(), first)))
            || !listed.is_empty() && !listed.contains(&year);
        if !skipped {
            found.span(first, first.plus(length), event.mark, &event.name)?;
        }
    }
    Ok(())
}

/// Cuts a file into its events. What stands between them is a calendar's own business.
fn cut(text: &str) -> Vec<Cut<'_>> {
    let is = |line: &str, what: &str| line.trim().eq_ignore_ascii_case(what);
    let mut events: Vec<Cut<'_>> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut offset = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if is(line, "BEGIN:VEVENT") {
            if let Some((start, _)) = open.replace((index + 1, offset)) {
                events.push((start, None));
            }
        } else if is(line, "END:VEVENT")
            && let Some((start, from)) = open.take()
        {
            events.push((start, text.get(from..offset + line.len())));
        }
        offset += line.len();
    }
    events.extend(open.map(|(start, _)| (start, None)));
    events
}
