//! The form of an appointment that is not over.

use super::client::{channels, people};
use super::field::FormField;
use super::{Reader, Source};
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::when::Look;
use crate::domain::words::Channel;

/// The fields in order.
pub fn fields(source: &Source<'_>, appointment: Id) -> Option<Vec<FormField>> {
    let rows = source.rows().map(|r| &r.appointments[..]).unwrap_or_default();
    let a = rows.iter().find(|a| a.id == appointment)?;
    let person = source.loaded.person.map(|id| id.to_string()).unwrap_or_default();
    Some(vec![
        FormField::choice("form-field-how", channels(None), a.channel.code()),
        FormField::date("form-field-start", &source.written(a.start), Look::Ahead),
        FormField::number("form-field-minutes", a.minutes),
        FormField::text("form-field-place", a.place.as_deref().unwrap_or_default()),
        FormField::choice("form-field-person", people(source), &person),
        FormField::note("form-field-note", a.note.as_deref()),
    ])
}

/// What changes of it.
pub fn actions(r: &mut Reader<'_>, appointment: Id) -> Vec<Action> {
    let start = r.needed_moment("form-field-start");
    let minutes = r.number("form-field-minutes", 0, 100_000);
    vec![Action::EditAppointment {
        appointment,
        channel: r.set("form-field-how", r.chosen("form-field-how", Channel::parse)).flatten(),
        start: r.set("form-field-start", start).flatten(),
        minutes: r.set("form-field-minutes", minutes),
        place: r.changed_text("form-field-place"),
        note: r.changed_text("form-field-note"),
        person: r.set("form-field-person", r.id("form-field-person")),
    }]
}
