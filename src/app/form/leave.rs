//! The form of the user's own days off: what lies inside stands below them as soon as they are typed, each with the way to it. A new one
//! also leads to those that are entered. What counts as inside is `portfolio::leave`'s.

use super::field::{FormField, Press, typed_date};
use super::{Form, Reader, Source, Subject};
use crate::domain::action::Action;
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::when::Look;
use crate::portfolio::Snapshot;
use crate::portfolio::leave::{self, Inside};
use crate::text::one_line;

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

/// The name of the rows that show what lies inside.
const INSIDE: &str = "form-field-inside";
/// So many things are shown one by one.
const SHOWN: usize = 12;

/// Shows what lies inside the days as they are typed; nothing while they cannot be read or nothing was changed.
pub fn look_inside(form: &mut Form, book: &Snapshot, now: &Now) {
    let day = |name: &str| -> Option<Option<Day>> {
        let text = form.fields.iter().find(|f| f.name == name)?.value();
        if text.is_empty() { Some(None) } else { typed_date(text, Look::Ahead, now).ok().map(|typed| Some(typed.day)) }
    };
    let typed = match (day("form-field-first"), day("form-field-last")) {
        (Some(Some(first)), Some(last)) => Some((first, last.unwrap_or(first))).filter(|(first, last)| first <= last),
        _ => None,
    };
    if form.inside == typed {
        return;
    }
    form.inside = typed;
    let here = form.field().map(|f| (f.name, f.row));
    form.fields.retain(|f| f.name != INSIDE);
    let Some((first, last)) = typed else { return };
    let mut check = leave::inside(book, first, last);
    // Of days off that stand already the contacts have moved behind them.
    check.contacts = check.contacts.filter(|n| *n > 0 || form.subject == Subject::NewLeave);
    let mut rows =
        vec![FormField::fixed(INSIDE, if check.is_empty() { Message::new("leave-inside-none") } else { check.summary() })];
    rows.extend(check.items.iter().take(SHOWN).map(|item| row(book, item)));
    if check.items.len() > SHOWN {
        rows.push(FormField::fixed(INSIDE, Message::new("leave-inside-more").with("count", check.items.len() - SHOWN)));
    }
    let at = form.fields.iter().position(|f| f.name == "form-field-why").map_or(form.fields.len(), |n| n + 1);
    form.fields.splice(at..at, rows);
    // The caret stays in the field it was in, wherever that is now.
    if let Some(at) = here.and_then(|here| form.fields.iter().position(|f| (f.name, f.row) == here)) {
        form.at = at;
    }
}

/// One thing inside, with the way to it.
fn row(book: &Snapshot, item: &Inside) -> FormField {
    let when = item.at.map_or_else(
        || Message::new("form-inside-day").with("day", item.day),
        |at| Message::new("form-inside-at").with("at", at),
    );
    let client = book.client(item.client).map(|c| one_line(c.name()).into_owned()).unwrap_or_default();
    let words = Message::new("form-inside")
        .with("when", when)
        .with("kind", Message::new(item.kind.word()))
        .with("client", client)
        .with("has-text", i64::from(!item.text.is_empty()))
        .with("text", item.text.as_str());
    let subject = match (item.target, item.engagement) {
        (Target::Complaint(id), _) => Subject::Complaint(id),
        (Target::Appointment(id), _) => Subject::Appointment(id),
        (Target::Task(id), _) => Subject::Task(id),
        (_, Some(engagement)) => Subject::Engagement(engagement),
        _ => Subject::Client(item.client),
    };
    FormField::button(INSIDE, None, Press::Open(subject), words)
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
