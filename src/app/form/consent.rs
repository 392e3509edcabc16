//! The form of what a client said about being written to: what is on record stands below, for the channel that is chosen. What holds for
//! a channel is `portfolio::consent`'s, who is left out of a run because of it `messages`'.

use super::client::channel_id;
use super::field::{Choice, FormField};
use super::{Form, Reader, Source, Subject};
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::{Channel, ConsentState};
use crate::portfolio::consent;
use crate::store::ConsentDetail;

const CHANNEL: &str = "form-field-consent-channel";
const STATE: &str = "form-field-consent";
const ON: &str = "form-field-on";
const HOW: &str = "form-field-consent-how";
/// The rows that show what is on record.
const NOW: &str = "form-field-consent-now";

/// The code of all channels, and that of what is no longer recorded.
const EVERY: &str = "every";
const FORGOTTEN: &str = "forgotten";

/// The fields in order. Who is asked says what changes: withdrawn comes first, for that is what nobody may overlook.
pub fn fields(source: &Source<'_>) -> Option<Vec<FormField>> {
    source.client()?;
    // Nobody is written to on an unknown channel.
    let said = Channel::ALL.iter().filter(|c| **c != Channel::Unknown);
    let channels = said.map(|c| Choice::new(c.code(), channel_id(*c)));
    let channels = std::iter::once(Choice::new(EVERY, "consent-every-channel")).chain(channels).collect();
    let states = vec![
        Choice::new(ConsentState::Withdrawn.code(), "consent-withdrawn"),
        Choice::new(ConsentState::Given.code(), "consent-given"),
        Choice::new(FORGOTTEN, "consent-forgotten"),
    ];
    Some(vec![
        FormField::choice(CHANNEL, channels, EVERY),
        FormField::choice(STATE, states, ConsentState::Withdrawn.code()),
        FormField::day(ON, Some(source.today()), Look::Back),
        FormField::text(HOW, ""),
    ])
}

/// Shows what is on record of the channel that is chosen.
pub fn look_up(form: &mut Form) {
    if !matches!(form.subject, Subject::NewConsent(_)) {
        return;
    }
    let chosen = form.fields.iter().find(|f| f.name == CHANNEL).and_then(|f| channel(f.value()));
    let lines = match (&form.loaded.detail, chosen) {
        (Some(detail), Some(chosen)) => {
            let known: Vec<Message> = on_record(&detail.consents, chosen).map(consent::words).collect();
            if known.is_empty() { vec![Message::new("consent-nothing")] } else { known }
        }
        _ => Vec::new(),
    };
    form.put_below(CHANNEL, NOW, lines);
}

/// What was said of the channel or of all of them; of all, everything.
fn on_record(consents: &[ConsentDetail], chosen: Option<Channel>) -> impl Iterator<Item = &ConsentDetail> {
    consents.iter().filter(move |c| chosen.is_none() || c.channel.is_none() || c.channel == chosen)
}

/// The channel of a code; `Some(None)`: every one.
fn channel(code: &str) -> Option<Option<Channel>> {
    if code == EVERY { Some(None) } else { Channel::parse(code).map(Some) }
}

/// What was said.
pub fn set(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let Some(channel) = r.chosen(CHANNEL, channel) else { return Vec::new() };
    let state = r.chosen(STATE, ConsentState::parse);
    let mut recorded = r.form.loaded.detail.iter().flat_map(|d| &d.consents);
    if state.is_none() && !recorded.any(|c| c.channel == channel) {
        r.refuse(STATE, Message::new("consent-nothing"));
    }
    let Some(on) = r.needed_day(ON) else { return Vec::new() };
    vec![Action::SetConsent { client, channel, state, on: on.day, how: r.maybe(HOW) }]
}
