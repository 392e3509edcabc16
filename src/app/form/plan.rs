//! The form of a contact plan of one's own: a requirement of the plan as it is agreed with one client. It is a dated state, so a change
//! replaces it.

use super::client::{channel_id, channels};
use super::field::{Choice, FormField};
use super::{Form, Reader, Source};
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::Channel;

/// The fields in order.
pub fn fields(source: &Source<'_>, plan: Option<Id>) -> Option<Vec<FormField>> {
    let rows = source.rows().map(|r| &r.overrides[..]).unwrap_or_default();
    let known = match plan {
        Some(id) => Some(rows.iter().find(|o| o.id == id && o.ended.is_none())?),
        None => None,
    };
    let client = source.client()?;
    // Which requirement is changed stays; a new change offers those of the plan, else any.
    let mut requirements: Vec<Channel> = match known {
        Some(o) => vec![o.channel],
        None => source.book.policy.plan(client.tier.tier).contacts.iter().map(|r| r.channel).collect(),
    };
    if requirements.is_empty() {
        requirements = Channel::LOGGED.to_vec();
    }
    let first = requirements.first().copied().unwrap_or(Channel::Call);
    let now = client.plan.iter().find(|r| r.channel == first).map(|r| r.every.to_string());
    let every = known.map(|o| o.every.to_string()).or(now).unwrap_or_default();
    let requirements = requirements.into_iter().map(|c| Choice::new(c.code(), channel_id(c))).collect();
    let new_channel = known.and_then(|o| o.new_channel).map(Channel::code).unwrap_or_default();
    Some(vec![
        FormField::choice("form-field-agreed", requirements, known.map_or(first, |o| o.channel).code()),
        FormField::choice("form-field-instead", channels(Some(Choice::new("", "form-field-same"))), new_channel),
        FormField::text("form-field-every", &every),
        FormField::number("form-field-grace", known.and_then(|o| o.grace).map(i64::from)),
        FormField::text("form-field-why", known.map(|o| o.reason.as_str()).unwrap_or_default()),
        FormField::day("form-field-until", known.and_then(|o| o.until), Look::Ahead),
    ])
}

/// The change as a whole.
pub fn actions(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let every = Interval::parse(&r.text("form-field-every"));
    if every.is_none() {
        r.refuse("form-field-every", Message::new("form-interval"));
    }
    let grace = r.number("form-field-grace", 0, 999).and_then(|n| i32::try_from(n).ok());
    let why = r.needed("form-field-why", "form-no-why");
    let until = r.day("form-field-until");
    let Some(channel) = r.chosen("form-field-agreed", Channel::parse) else { return Vec::new() };
    let new_channel = r.chosen("form-field-instead", Channel::parse);
    vec![Action::Override { client, channel, new_channel, every, grace, why, until }]
}

/// The plan of the tier holds again.
pub fn end(form: &Form) -> Option<Action> {
    let value = |name: &str| form.fields.iter().find(|f| f.name == name).map(|f| f.value().to_owned()).unwrap_or_default();
    Some(Action::Override {
        client: form.loaded.client?,
        channel: Channel::parse(&value("form-field-agreed"))?,
        new_channel: None,
        every: None,
        grace: None,
        why: value("form-field-why"),
        until: None,
    })
}
