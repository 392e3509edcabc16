//! The form of a gift: what speaks against it stands below what is typed, before it is saved. What that is, is `portfolio::gifts`'.

use super::client::people;
use super::field::{FormField, typed_date};
use super::{Form, Reader, Source, Subject};
use crate::domain::action::{Action, NewGift};
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::portfolio::gifts::{Planned, warnings};

const WHAT: &str = "form-field-gift";
const FOR: &str = "form-field-gift-for";
/// The rows that say what speaks against it.
const AGAIN: &str = "form-field-gift-again";

/// The fields in order.
pub fn fields(source: &Source<'_>, gift: Option<Id>) -> Option<Vec<FormField>> {
    source.client()?;
    let known = match gift {
        Some(id) => Some(source.detail()?.gifts.iter().find(|g| g.id == id)?),
        None => None,
    };
    let person = known.and_then(|g| g.person).map(|id| id.to_string()).unwrap_or_default();
    Some(vec![
        FormField::text(WHAT, known.map(|g| g.what.as_str()).unwrap_or_default()),
        FormField::choice("form-field-person", people(source), &person),
        FormField::text(FOR, known.and_then(|g| g.occasion.as_deref()).unwrap_or_default()),
        FormField::day("form-field-on", Some(known.map_or(source.today(), |g| g.on)), Look::Back),
        FormField::money("form-field-cost", known.and_then(|g| g.cost)),
        FormField::note("form-field-note", known.and_then(|g| g.note.as_deref())),
    ])
}

/// Says what speaks against a gift as it is typed.
pub fn look_back(form: &mut Form, now: &Now) {
    let own = match form.subject {
        Subject::NewGift(_) => None,
        Subject::Gift(id) => Some(id),
        _ => return,
    };
    let value = |name: &str| form.fields.iter().find(|f| f.name == name).map(|f| f.value().to_owned()).unwrap_or_default();
    let (what, on) = (value(WHAT), value("form-field-on"));
    let on = typed_date(&on, Look::Back, now).map_or(now.today(), |typed| typed.day);
    let person = value("form-field-person").parse().ok().map(Id);
    let lines = match &form.loaded.detail {
        Some(detail) if !what.is_empty() => warnings(detail, Planned { person, what: &what, on, own }),
        _ => Vec::new(),
    };
    form.put_below(WHAT, AGAIN, lines);
}

fn read(r: &mut Reader<'_>, client: Id) -> Option<NewGift> {
    let what = r.needed(WHAT, "refused-gift");
    let on = r.needed_day("form-field-on");
    let cost = r.money("form-field-cost");
    if cost.is_some_and(|cost| cost.minor < 0) {
        r.refuse("form-field-cost", Message::new("refused-gift-cost"));
    }
    Some(NewGift {
        client,
        person: r.id("form-field-person"),
        what,
        cost,
        on: on?.day,
        occasion: r.maybe(FOR),
        note: r.maybe("form-field-note"),
    })
}

/// A new one.
pub fn add(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    read(r, client).map(|new| Action::AddGift(Box::new(new))).into_iter().collect()
}

/// The gift anew, in the place of what was written.
pub fn change(r: &mut Reader<'_>, client: Id, gift: Id) -> Vec<Action> {
    match read(r, client) {
        Some(new) => vec![Action::RemoveGift { gift }, Action::AddGift(Box::new(new))],
        None => Vec::new(),
    }
}
