//! Values by themselves: texts, grades, days, and whether the parts of an action make sense without looking at the file.
//! What depends on the file stands in the parent module.

use super::Refusal;
use crate::domain::action::{
    ClientField, NeedType, NewClient, NewEngagement, NewInvoice, NewPoint, NewSurvey, NewTask, NewTouch,
};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::message::Message;
use crate::domain::occasion::Code;
use crate::domain::words::*;

/// A touch may lie this many seconds ahead: clocks differ a little.
const AHEAD: i64 = 300;
/// The longest text kept, in characters.
const LONGEST: usize = 100_000;
/// The longest policy text kept, in characters.
pub(super) const LONGEST_POLICY: usize = 1_000_000;

pub(super) fn bad(id: &'static str) -> Refusal {
    Refusal::bad(Message::new(id))
}

pub(super) fn rule(id: &'static str) -> Refusal {
    Refusal::rule(Message::new(id))
}

/// Text that may be stored: no NUL, not endless.
pub fn text(text: &str) -> Result<(), Refusal> {
    capped(text, LONGEST)
}

pub(super) fn capped(text: &str, most: usize) -> Result<(), Refusal> {
    if text.contains('\0') {
        Err(bad("refused-nul"))
    } else if text.len() > most && text.chars().count() > most {
        Err(Refusal::bad(Message::new("refused-long").with("most", most)))
    } else {
        Ok(())
    }
}

pub(super) fn maybe(value: Option<&String>) -> Result<(), Refusal> {
    value.map_or(Ok(()), |v| text(v))
}

pub(super) fn needed(value: &str, empty: Refusal) -> Result<(), Refusal> {
    text(value)?;
    if is_blank(value) { Err(empty) } else { Ok(()) }
}

/// Whether nothing of a text can be seen: only spaces, control characters, and characters without a width or a shape.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    })
}

pub(super) fn reason(why: &str) -> Result<(), Refusal> {
    needed(why, rule("refused-no-reason"))
}

pub(super) fn grade(value: Option<u8>) -> Result<(), Refusal> {
    if value.is_some_and(|v| !(1..=5).contains(&v)) { Err(bad("refused-grade")) } else { Ok(()) }
}

pub(super) fn length(minutes: Option<i64>) -> Result<(), Refusal> {
    if minutes.is_some_and(|m| !(0..=100_000).contains(&m)) { Err(bad("refused-minutes")) } else { Ok(()) }
}

pub(super) fn order(first: Day, last: Option<Day>) -> Result<(), Refusal> {
    match last {
        Some(last) if last < first => Err(Refusal::bad(Message::new("refused-order").with("first", first).with("last", last))),
        _ => Ok(()),
    }
}

pub(super) fn ahead(day: Day, now: &Now) -> Result<(), Refusal> {
    if day <= now.today() { Err(Refusal::bad(Message::new("refused-not-ahead").with("day", day))) } else { Ok(()) }
}

/// Refuses a day that has not come yet.
pub(super) fn to_come(day: Day, now: &Now) -> Result<(), Refusal> {
    if day > now.today() { Err(Refusal::rule(Message::new("refused-to-come").with("day", day))) } else { Ok(()) }
}

/// A contact point that may be stored.
pub fn point(point: &NewPoint) -> Result<(), Refusal> {
    point_text(&point.value)?;
    maybe(point.label.as_ref())
}

pub(super) fn point_text(value: &str) -> Result<(), Refusal> {
    needed(value, bad("refused-empty-point"))
}

pub(super) fn tag(tag: &str) -> Result<(), Refusal> {
    needed(tag, bad("refused-empty-tag"))
}

/// The fields of a new client by themselves, without looking at the others.
pub fn new_client(new: &NewClient) -> Result<(), Refusal> {
    needed(&new.name, bad("refused-empty-name"))?;
    for value in [&new.industry, &new.region, &new.size, &new.need, &new.source, &new.note] {
        maybe(value.as_ref())?;
    }
    new.need_type.as_ref().map_or(Ok(()), need_type)?;
    culture(new.culture.as_deref())?;
    grade(new.potential)?;
    grade(new.fit)?;
    new.points.iter().try_for_each(point)?;
    new.tags.iter().try_for_each(|t| tag(t))?;
    if let Some(person) = &new.person {
        needed(person, bad("refused-empty-name"))?;
    }
    match &new.task {
        Some((task, _, _)) => needed(task, bad("refused-empty-text")),
        None => Ok(()),
    }
}

/// A kind of need by itself: what shows it stands with it.
fn need_type(need: &NeedType) -> Result<(), Refusal> {
    needed(&need.code, bad("refused-empty-need"))?;
    needed(&need.why, rule("refused-need-why"))
}

/// The code of a culture by itself; which of them there are, files say.
pub fn culture(code: Option<&str>) -> Result<(), Refusal> {
    match code {
        Some(code) if Code::parse(code).is_none() => Err(Refusal::bad(Message::new("refused-culture").with("text", code))),
        _ => Ok(()),
    }
}

/// A changed field by itself.
pub fn field(field: &ClientField) -> Result<(), Refusal> {
    match field {
        ClientField::Name(name) => needed(name, bad("refused-empty-name")),
        ClientField::Potential(value) | ClientField::Fit(value) => grade(*value),
        ClientField::NeedType(value) => value.as_ref().map_or(Ok(()), need_type),
        ClientField::ResponseHours(hours) if hours.is_some_and(|h| !(1..=100_000).contains(&h)) => Err(bad("refused-hours")),
        ClientField::Industry(v)
        | ClientField::Region(v)
        | ClientField::Size(v)
        | ClientField::Need(v)
        | ClientField::Source(v)
        | ClientField::Note(v)
        | ClientField::DoNotMention(v) => maybe(v.as_ref()),
        ClientField::Culture(value) => culture(value.as_deref()),
        ClientField::Extra(name, value) => {
            needed(name, bad("refused-empty-field"))?;
            maybe(value.as_ref())
        }
        ClientField::Kind(_)
        | ClientField::Status(..)
        | ClientField::Since(_)
        | ClientField::Budget(_)
        | ClientField::PreferredChannel(_)
        | ClientField::Language(_)
        | ClientField::Quiet(_)
        | ClientField::ResponseHours(_) => Ok(()),
    }
}

/// A touch by itself. An unknown channel comes only from imports.
pub fn touch(new: &NewTouch, now: &Now) -> Result<(), Refusal> {
    if is_ahead(new.at, now) {
        return Err(Refusal::rule(Message::new("refused-touch-ahead").with("at", new.at)));
    }
    length(new.minutes)?;
    maybe(new.note.as_ref())?;
    match new.again {
        None if new.outcome == Outcome::Callback => Err(rule("refused-callback")),
        Some(again) if again <= new.at => Err(Refusal::bad(Message::new("refused-again").with("again", again))),
        _ => Ok(()),
    }
}

/// An invoice by itself. A payment may come before the invoice (a deposit) and may be booked for a coming day.
pub fn invoice(new: &NewInvoice) -> Result<(), Refusal> {
    maybe(new.number.as_ref())?;
    maybe(new.product.as_ref())?;
    if new.amount.minor >= 0 && new.cost.is_some_and(|cost| cost < 0) {
        return Err(bad("refused-negative"));
    }
    order(new.issued, new.due)
}

/// A task by itself.
pub fn task(new: &NewTask) -> Result<(), Refusal> {
    needed(&new.text, bad("refused-empty-text"))?;
    [&new.assignee, &new.goal, &new.requirement].into_iter().try_for_each(|v| maybe(v.as_ref()))
}

/// An engagement by itself.
pub fn engagement(new: &NewEngagement) -> Result<(), Refusal> {
    needed(&new.title, bad("refused-empty-title"))?;
    order(new.start, new.end)
}

/// A survey answer by itself.
pub fn survey(new: &NewSurvey, now: &Now) -> Result<(), Refusal> {
    let (low, high) = new.kind.range();
    if !(low..=high).contains(&new.score) {
        return Err(rule(match new.kind {
            SurveyKind::Nps => "refused-nps",
            SurveyKind::Csat => "refused-csat",
        }));
    }
    to_come(new.on, now)?;
    if new.channel == Some(Channel::Unknown) {
        return Err(bad("refused-channel"));
    }
    new.reasons.iter().try_for_each(|reason| text(reason))?;
    maybe(new.note.as_ref())
}

/// A yearly date that exists (29 February does).
pub fn yearly(month: u8, day: u8, year: Option<i32>) -> Result<(), Refusal> {
    let year = year.unwrap_or(2000);
    match Day::ymd(year, u32::from(month), u32::from(day)) {
        Some(_) if (1..=9999).contains(&year) => Ok(()),
        _ => Err(bad("refused-birthday")),
    }
}

/// Whether a moment is too far ahead for a touch.
pub fn is_ahead(at: Moment, now: &Now) -> bool {
    at.0 > now.instant.0 + AHEAD
}
