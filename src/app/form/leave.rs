//! The form of the user's own days off. A new one also leads to those that are entered.

use super::field::{FormField, Press};
use super::{Reader, Source, Subject};
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;

/// The fields in order.
pub fn fields(source: &Source<'_>, leave: Option<Id>) -> Option<Vec<FormField>> {
    let rows = &source.loaded.leave;
    let known = match leave {
        Some(id) => Some(rows.iter().find(|l| l.id == id && l.ended.is_none())?),
        None => None,
    };
    let mut out = vec![
        FormField::day("form-field-first", known.map(|l| l.first), Look::Ahead),
        FormField::day("form-field-last", known.map(|l| l.last), Look::Ahead),
        FormField::text("form-field-why", known.and_then(|l| l.why.as_deref()).unwrap_or_default()),
    ];
    if known.is_none() {
        let to_come = rows.iter().filter(|l| l.ended.is_none() && l.last >= source.today());
        out.extend(to_come.map(|l| {
            let words = Message::new("form-link-leave").with("first", l.first).with("last", l.last);
            FormField::button("form-field-leave", Some(l.id), Press::Open(Subject::Leave(l.id)), words)
        }));
    }
    Some(out)
}

/// First and last day; a single day is both.
fn days(r: &mut Reader<'_>) -> Option<(Day, Day)> {
    let first = r.needed_day("form-field-first").map(|t| t.day);
    let last = r.day("form-field-last");
    first.map(|first| (first, last.unwrap_or(first)))
}

/// New days off.
pub fn add(r: &mut Reader<'_>) -> Vec<Action> {
    let Some((first, last)) = days(r) else { return Vec::new() };
    vec![Action::AddLeave { first, last, why: r.maybe("form-field-why") }]
}

/// Other days off.
pub fn change(r: &mut Reader<'_>, leave: Id) -> Vec<Action> {
    let Some((first, last)) = days(r) else { return Vec::new() };
    vec![Action::EditLeave { leave, first, last, why: r.maybe("form-field-why") }]
}
