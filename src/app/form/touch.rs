//! The form of a contact that was logged.

use super::client::{channels, people};
use super::field::{Choice, FormField};
use super::{Reader, Source};
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::when::Look;
use crate::domain::words::{Channel, Direction, Flag, Outcome};

/// The fields in order.
pub fn fields(source: &Source<'_>, touch: Id) -> Option<Vec<FormField>> {
    let touches = source.rows().map(|r| &r.touches[..]).unwrap_or_default();
    let t = touches.iter().find(|t| t.row.id == touch)?;
    // A contact of an unknown channel came from a list; it may be named, but nothing is made unknown by hand.
    let unknown = (t.row.channel == Channel::Unknown).then(|| Choice::new(Channel::Unknown.code(), "channel-unknown"));
    let directions = vec![Choice::new("out", "direction-out"), Choice::new("in", "direction-in")];
    let outcome = |o: &Outcome| match o {
        Outcome::Reached => "outcome-reached",
        Outcome::NoAnswer => "outcome-no-answer",
        Outcome::Callback => "outcome-callback",
        Outcome::Declined => "outcome-declined",
    };
    let outcomes = Outcome::ALL.iter().map(|o| Choice::new(o.code(), outcome(o))).collect();
    let flags = vec![
        Choice::new("", "form-field-no-flag"),
        Choice::new("competitor", "flag-competitor"),
        Choice::new("cold", "flag-cold"),
        Choice::new("declined", "flag-declined"),
    ];
    let person = t.person.map(|id| id.to_string()).unwrap_or_default();
    Some(vec![
        FormField::choice("form-field-how", channels(unknown), t.row.channel.code()),
        FormField::date("form-field-at", &source.written(t.row.at), Look::Back),
        FormField::choice("form-field-direction", directions, t.row.direction.code()),
        FormField::choice("form-field-outcome", outcomes, t.row.outcome.code()),
        FormField::choice("form-field-person", people(source), &person),
        FormField::number("form-field-minutes", t.row.minutes.map(i64::from)),
        FormField::choice("form-field-flag", flags, t.row.flag.map(Flag::code).unwrap_or_default()),
        FormField::note("form-field-note", t.note.as_deref()),
    ])
}

/// What changes of it.
pub fn actions(r: &mut Reader<'_>, touch: Id) -> Vec<Action> {
    let at = r.past_moment("form-field-at");
    let minutes = r.number("form-field-minutes", 0, 100_000);
    let action = Action::EditTouch {
        touch,
        channel: r.set("form-field-how", r.chosen("form-field-how", Channel::parse)).flatten(),
        direction: r.set("form-field-direction", r.chosen("form-field-direction", Direction::parse)).flatten(),
        outcome: r.set("form-field-outcome", r.chosen("form-field-outcome", Outcome::parse)).flatten(),
        at: r.set("form-field-at", at).flatten(),
        minutes: r.set("form-field-minutes", minutes),
        flag: r.set("form-field-flag", r.chosen("form-field-flag", Flag::parse)),
        note: r.changed_text("form-field-note"),
        person: r.set("form-field-person", r.id("form-field-person")),
    };
    vec![action]
}
