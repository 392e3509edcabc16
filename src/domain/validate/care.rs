//! What the rules say about care dates, gifts, consents and messages that were handed over.
//! Birthdays that come with a person are judged with it, in the parent module and in `edit`.

use super::parts::{bad, maybe, needed, to_come};
use super::{Fact, Refusal, State, belongs, existing, fact, logged, open};
use crate::domain::action::{Action, NewCampaign, NewCareDate, NewGift};
use crate::domain::care;
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{CareKind, Channel};

/// Days a care date may be ahead of its greeting: nobody wishes a merry Christmas in the spring.
const EARLY: i32 = 92;
/// Days ahead from which a care date can be shown.
const LEAD: i32 = 365;

pub(super) fn judge<S: State>(action: &Action, state: &S, now: &Now) -> Result<(), S::Error> {
    match action {
        Action::AddCareDate(new) => {
            existing(state, new.client)?;
            belongs(state, Fact::Person, new.person, new.client)?;
            care_date(new)?;
        }
        Action::EditCareDate { care_date: id, new } => {
            fact(state, Fact::CareDate, *id, Some(new.client))?;
            belongs(state, Fact::Person, new.person, new.client)?;
            care_date(new)?;
        }
        Action::RemoveCareDate { care_date } => {
            fact(state, Fact::CareDate, *care_date, None)?;
        }
        Action::DoneCare { client, occasion, day, touch, .. } => {
            existing(state, *client)?;
            done(state, *client, *occasion, *day, now)?;
            if let Some(touch) = touch {
                if touch.client != *client {
                    return Err(bad("refused-nothing").into());
                }
                logged(state, touch, now)?;
            }
        }
        Action::AddGift(new) => {
            existing(state, new.client)?;
            belongs(state, Fact::Person, new.person, new.client)?;
            gift(new, now)?;
        }
        Action::RemoveGift { gift } => {
            fact(state, Fact::Gift, *gift, None)?;
        }
        Action::SetConsent { client, channel, on, how, .. } => {
            existing(state, *client)?;
            if *channel == Some(Channel::Unknown) {
                return Err(bad("refused-channel").into());
            }
            to_come(*on, now)?;
            maybe(how.as_ref())?;
        }
        Action::LogSent(new) => sent(state, new, now)?,
        Action::UseNotes { client, names, .. } => {
            existing(state, *client)?;
            names.iter().try_for_each(|name| needed(name, bad("refused-nothing")))?;
        }
        // Not one of these: it must not pass unjudged.
        _ => return Err(bad("refused-nothing").into()),
    }
    Ok(())
}

/// What a yearly date has to be like, wherever it comes from.
pub fn care_date(new: &NewCareDate) -> Result<(), Refusal> {
    if !care::is_date(new.calendar, new.month, new.day, new.leap, new.year) {
        return Err(bad("refused-care-date"));
    }
    if new.kind == CareKind::Other {
        needed(new.name.as_deref().unwrap_or_default(), bad("refused-care-name"))?;
    }
    if new.lead.is_some_and(|lead| !(0..=LEAD).contains(&lead)) {
        return Err(bad("refused-lead"));
    }
    maybe(new.name.as_ref())?;
    maybe(new.note.as_ref())
}

/// What a gift has to be like.
pub fn gift(new: &NewGift, now: &Now) -> Result<(), Refusal> {
    needed(&new.what, bad("refused-gift"))?;
    if new.cost.is_some_and(|cost| cost.minor < 0) {
        return Err(bad("refused-gift-cost"));
    }
    to_come(new.on, now)?;
    maybe(new.occasion.as_ref())?;
    maybe(new.note.as_ref())
}

/// A care date that is done with must be one, and have come or be near.
fn done<S: State>(state: &S, client: Id, occasion: Target, day: Day, now: &Now) -> Result<(), S::Error> {
    match occasion {
        Target::Care(id) => fact(state, Fact::CareDate, id, Some(client)).map(|_| ())?,
        Target::Anniversary | Target::Holiday(_) => {}
        _ => return Err(bad("refused-occasion").into()),
    }
    if day > now.today().plus(EARLY) {
        return Err(Refusal::rule(Message::new("refused-care-early").with("day", day)).into());
    }
    Ok(())
}

fn sent<S: State>(state: &S, new: &NewCampaign, now: &Now) -> Result<(), S::Error> {
    if new.members.is_empty() {
        return Err(bad("refused-nothing").into());
    }
    needed(&new.template, bad("refused-nothing"))?;
    maybe(Some(&new.title))?;
    for member in &new.members {
        logged(state, &member.touch, now)?;
        maybe(member.subject.as_ref())?;
        if let Some((occasion, day)) = member.greets {
            done(state, member.touch.client, occasion, day, now)?;
        }
        if let Some(appointment) = member.fulfils {
            open(state, Fact::Appointment, appointment, Some(member.touch.client), "refused-appointment-over")?;
        }
        member.notes.iter().try_for_each(|name| needed(name, bad("refused-nothing")))?;
    }
    Ok(())
}
