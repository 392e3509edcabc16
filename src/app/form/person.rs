//! The form of a person: name, role, birthday, contact points in order, note.

use super::field::FormField;
use super::{Reader, Source, points};
use crate::domain::action::{Action, NewPoint};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::{Calendar, CareKind};

/// The fields in order.
pub fn fields(source: &Source<'_>, person: Option<Id>) -> Option<Vec<FormField>> {
    let detail = source.detail()?;
    let known = match person {
        Some(id) => Some(detail.people.iter().find(|p| p.id == id)?),
        None => None,
    };
    let birthday = detail
        .care_dates
        .iter()
        .find(|c| person.is_some() && c.person == person && c.kind == CareKind::Birthday && c.calendar == Calendar::Gregorian);
    let birthday = birthday.map(|c| written((c.month, c.day, c.year))).unwrap_or_default();
    let mut out = vec![
        FormField::text("form-field-person-name", known.map(|p| p.name.as_str()).unwrap_or_default()),
        FormField::text("form-field-role", known.and_then(|p| p.role.as_deref()).unwrap_or_default()),
    ];
    out.extend(known.map(|p| points::rows(detail, Some(p.id))).unwrap_or_default());
    out.push(points::blank());
    out.push(FormField::text("form-field-birthday", &birthday));
    out.push(FormField::note("form-field-note", known.and_then(|p| p.note.as_deref())));
    Some(out)
}

/// A birthday as it is typed.
fn written((month, day, year): (u8, u8, Option<i32>)) -> String {
    match year {
        Some(year) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{month:02}-{day:02}"),
    }
}

/// `05-12`, `5/12`, `5月12日`, with a year in front where it is known.
fn birthday(text: &str) -> Option<(u8, u8, Option<i32>)> {
    let parts: Option<Vec<i32>> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|p| !p.is_empty()).map(|p| p.parse().ok()).collect();
    let (year, month, day) = match parts?[..] {
        [month, day] => (None, month, day),
        [year, month, day] => (Some(year), month, day),
        _ => return None,
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // 2000 was a leap year: 29 February without a year is a birthday.
    Day::ymd(year.unwrap_or(2000), month.into(), day.into()).map(|_| (month, day, year))
}

/// A birthday that was typed, an error at its field when it is none.
fn typed_birthday(r: &mut Reader<'_>) -> Option<(u8, u8, Option<i32>)> {
    let text = r.maybe("form-field-birthday")?;
    let found = birthday(&text);
    if found.is_none() {
        r.refuse("form-field-birthday", Message::new("form-birthday"));
    }
    found
}

fn typed_points(r: &mut Reader<'_>, client: Id) -> (Vec<NewPoint>, Vec<Action>) {
    let detail = r.form.loaded.detail.clone();
    detail.map(|d| points::changes(r, client, &d)).unwrap_or_default()
}

/// A new person.
pub fn add(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let name = r.needed("form-field-person-name", "form-no-name");
    let (points, _) = typed_points(r, client);
    let birthday = typed_birthday(r);
    let (role, note) = (r.maybe("form-field-role"), r.maybe("form-field-note"));
    vec![Action::AddPerson { client, name, role, points, birthday, note }]
}

/// What changes of a person.
pub fn change(r: &mut Reader<'_>, client: Id, person: Id) -> Vec<Action> {
    let name = r.needed("form-field-person-name", "form-no-name");
    let (points, mut actions) = typed_points(r, client);
    let birthday = typed_birthday(r);
    let birthday = r.set("form-field-birthday", birthday);
    let name = r.set("form-field-person-name", name);
    let (role, note) = (r.changed_text("form-field-role"), r.changed_text("form-field-note"));
    if name.is_some() || role.is_some() || note.is_some() || !points.is_empty() || birthday.is_some() {
        actions.insert(0, Action::EditPerson { person, name, role, note, points, birthday });
    }
    actions
}
