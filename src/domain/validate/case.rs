//! Rules for cases: what may be written of them and in which order. What an event means is `complaint`'s.

use super::parts::{bad, length, maybe, needed, rule};
use super::{Fact, Refusal, State, belongs, existing, fact, is_ahead, open};
use crate::domain::action::{Action, ComplaintChanges, NewCaseEvent, NewComplaint};
use crate::domain::complaint::CaseEvent;
use crate::domain::day::{Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::*;

/// The id that an event has before it is written: later than every other of its second.
const UNWRITTEN: Id = Id(i64::MAX);

/// Judges an action on a case or an improvement.
pub(super) fn judge<S: State>(action: &Action, state: &S, now: &Now) -> Result<(), S::Error> {
    match action {
        Action::OpenComplaint(new) => {
            existing(state, new.client)?;
            belongs(state, Fact::Person, new.person, new.client)?;
            sides(state, new.client, new.other, new.kind)?;
            new_complaint(new, now)?;
        }
        Action::EditComplaint { complaint, changes } => edit(state, *complaint, changes, now)?,
        Action::LogCase(new) => event(state, new, now)?,
        Action::AddEvidence(new) => {
            fact(state, Fact::Complaint, new.complaint, None)?;
            needed(&new.path, bad("refused-empty-path"))?;
            maybe(new.note.as_ref())?;
            let is_hash = new.sha256.len() == 64 && new.sha256.bytes().all(|b| b.is_ascii_hexdigit());
            if new.size < 0 || !is_hash {
                return Err(bad("refused-evidence").into());
            }
        }
        Action::RemoveEvidence { evidence } => fact(state, Fact::Evidence, *evidence, None).map(|_| ())?,
        Action::AddImprovement(new) => {
            needed(&new.text, bad("refused-empty-text"))?;
            needed(&new.cause, bad("refused-no-cause"))?;
            maybe(new.owner.as_ref())?;
        }
        Action::EditImprovement { improvement, cause, text, owner, due } => {
            fact(state, Fact::Improvement, *improvement, None)?;
            if cause.is_none() && text.is_none() && owner.is_none() && due.is_none() {
                return Err(bad("refused-nothing").into());
            }
            text.as_ref().map_or(Ok(()), |t| needed(t, bad("refused-empty-text")))?;
            cause.as_ref().map_or(Ok(()), |t| needed(t, bad("refused-no-cause")))?;
            maybe(owner.as_ref().and_then(Option::as_ref))?;
        }
        Action::DoneImprovement { improvement } => {
            let found = fact(state, Fact::Improvement, *improvement, None)?;
            if found.closed {
                return Err(rule("refused-improvement-done").into());
            }
        }
        _ => {}
    }
    Ok(())
}

fn edit<S: State>(state: &S, complaint: Id, changes: &ComplaintChanges, now: &Now) -> Result<(), S::Error> {
    let found = fact(state, Fact::Complaint, complaint, None)?;
    if *changes == ComplaintChanges::default() {
        return Err(bad("refused-nothing").into());
    }
    if changes.channel.flatten() == Some(Channel::Unknown) {
        return Err(bad("refused-channel").into());
    }
    if let Some(text) = &changes.text {
        needed(text, bad("refused-empty-text"))?;
    }
    for value in [&changes.demand, &changes.cause, &changes.mediator] {
        maybe(value.as_ref().and_then(Option::as_ref))?;
    }
    if changes.remedy.flatten().is_some_and(|m| m.minor < 0) {
        return Err(bad("refused-remedy").into());
    }
    if let Some(client) = found.client {
        belongs(state, Fact::Person, changes.person.flatten(), client)?;
        let kind = changes.kind.or(state.case(complaint)?.map(|case| case.kind)).unwrap_or(ComplaintKind::Complaint);
        sides(state, client, changes.other.flatten(), kind)?;
    }
    if let Some(opened) = changes.opened {
        not_ahead(opened, now)?;
        let first = state.case(complaint)?.and_then(|c| c.events_at(Moment(i64::MAX)).first().map(|e| e.at));
        if first.is_some_and(|first| first < opened) {
            return Err(rule("refused-opened-late").into());
        }
    }
    Ok(())
}

/// A new case by itself, without looking at the others.
///
/// # Errors
/// What cannot be written.
pub fn new_complaint(new: &NewComplaint, now: &Now) -> Result<(), Refusal> {
    needed(&new.text, bad("refused-empty-text"))?;
    [&new.demand, &new.cause, &new.mediator].into_iter().try_for_each(|v| maybe(v.as_ref()))?;
    if new.channel == Some(Channel::Unknown) {
        return Err(bad("refused-channel"));
    }
    not_ahead(new.opened, now)
}

fn not_ahead(at: Moment, now: &Now) -> Result<(), Refusal> {
    if is_ahead(at, now) { Err(Refusal::rule(Message::new("refused-case-ahead").with("at", at))) } else { Ok(()) }
}

/// The other side of a conflict is another client; only a conflict has one.
fn sides<S: State>(state: &S, client: Id, other: Option<Id>, kind: ComplaintKind) -> Result<(), S::Error> {
    let Some(other) = other else { return Ok(()) };
    existing(state, other)?;
    if other == client {
        return Err(rule("refused-relate-itself").into());
    }
    if kind != ComplaintKind::Conflict { Err(rule("refused-not-conflict").into()) } else { Ok(()) }
}

fn event<S: State>(state: &S, new: &NewCaseEvent, now: &Now) -> Result<(), S::Error> {
    let Some(case) = state.case(new.complaint)? else { return Err(Refusal::no_such(Fact::Complaint).into()) };
    maybe(new.text.as_ref())?;
    length(new.minutes)?;
    if new.channel == Some(Channel::Unknown) {
        return Err(bad("refused-channel").into());
    }
    not_ahead(new.at, now)?;
    if new.at < case.opened {
        let before = Message::new("refused-before-opened").with("no", case.no).with("opened", case.opened);
        return Err(Refusal::rule(before).into());
    }
    if new.promised.is_some_and(|p| p <= new.at) {
        return Err(bad("refused-promised").into());
    }
    if new.promised.is_some() && !new.kind.may_promise() {
        return Err(bad("refused-promise-kind").into());
    }
    if new.kind == CaseEventKind::Note && new.text.as_deref().is_none_or(super::is_blank) && new.corrects.is_none() {
        return Err(bad("refused-empty-text").into());
    }
    if new.rating.is_some() && !new.kind.may_rate() {
        return Err(bad("refused-rating").into());
    }
    if let Some(corrected) = new.corrects {
        let taken = case.events.iter().any(|e| e.corrects == Some(corrected));
        if taken || case.events.iter().all(|e| e.id != corrected) {
            return Err(Refusal::rule(Message::new("refused-corrected").with("no", case.no)).into());
        }
    }
    if let Some(appointment) = new.fulfils {
        let client = fact(state, Fact::Complaint, new.complaint, None)?.client;
        open(state, Fact::Appointment, appointment, client, "refused-appointment-over")?;
    }
    let added = CaseEvent {
        id: UNWRITTEN,
        kind: new.kind,
        at: new.at,
        rating: new.rating,
        promised: new.promised,
        channel: new.channel,
        corrects: new.corrects,
        minutes: None,
    };
    case.admits(added).map_err(|problem| Refusal::rule(problem.message(case.no)).into())
}
