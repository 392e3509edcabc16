//! Rules for changing facts that are there already: touches, addresses, people, appointments, tasks, invoices, projects, days off.
//! New facts and dated states are judged in the parent module.

use super::parts::{bad, length, maybe, needed, order, point_text, rule, text, to_come, yearly};
use super::{Fact, Refusal, State, belongs, existing, fact, is_ahead, open};
use crate::domain::action::Action;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::*;

/// Judges an action that changes one fact.
pub(super) fn judge<S: State>(action: &Action, state: &S, now: &Now) -> Result<(), S::Error> {
    match action {
        Action::EditTouch { touch, channel, direction, outcome, at, minutes, flag, note, person } => {
            let found = fact(state, Fact::Touch, *touch, None)?;
            given(&[
                channel.is_some(),
                direction.is_some(),
                outcome.is_some(),
                at.is_some(),
                minutes.is_some(),
                flag.is_some(),
                note.is_some(),
                person.is_some(),
            ])?;
            known(*channel)?;
            if let Some(at) = at.filter(|at| is_ahead(*at, now)) {
                return Err(Refusal::rule(Message::new("refused-touch-ahead").with("at", at)).into());
            }
            // One that was a callback has its appointment; another one would promise a moment nobody named.
            if *outcome == Some(Outcome::Callback) && !found.closed {
                return Err(rule("refused-callback").into());
            }
            length(minutes.flatten())?;
            maybe(note.as_ref().and_then(Option::as_ref))?;
            theirs(state, person.flatten(), found.client)?;
        }
        Action::EditPoint { point, value, label, kind, invalid_since, verified } => {
            fact(state, Fact::Point, *point, None)?;
            given(&[value.is_some(), label.is_some(), kind.is_some(), invalid_since.is_some(), verified.is_some()])?;
            if let Some(value) = value {
                point_text(value)?;
            }
            maybe(label.as_ref().and_then(Option::as_ref))?;
            invalid_since.flatten().map_or(Ok(()), |day| to_come(day, now))?;
            if let Some((day, how)) = verified {
                to_come(*day, now)?;
                text(how)?;
            }
        }
        Action::RankPoints { client, person, order } => {
            existing(state, *client)?;
            belongs(state, Fact::Person, *person, *client)?;
            given(&[!order.is_empty()])?;
            let theirs = state.points(*client, *person)?;
            if order.iter().any(|id| !theirs.contains(id)) {
                return Err(Refusal::no_such(Fact::Point).into());
            }
        }
        Action::EditPerson { person, name, role, note, points, birthday } => {
            fact(state, Fact::Person, *person, None)?;
            given(&[name.is_some(), role.is_some(), note.is_some(), !points.is_empty(), birthday.is_some()])?;
            if let Some(name) = name {
                needed(name, bad("refused-empty-name"))?;
            }
            [role, note].into_iter().flatten().try_for_each(|v| maybe(v.as_ref()))?;
            points.iter().try_for_each(super::point)?;
            birthday.flatten().map_or(Ok(()), |(month, day, year)| yearly(month, day, year))?;
        }
        Action::EditAppointment { appointment, channel, start, minutes, place, note, person } => {
            open(state, Fact::Appointment, *appointment, None, "refused-appointment-over")?;
            let whose = fact(state, Fact::Appointment, *appointment, None)?.client;
            given(&[channel.is_some(), start.is_some(), minutes.is_some(), place.is_some(), note.is_some(), person.is_some()])?;
            known(*channel)?;
            length(minutes.flatten())?;
            [place, note].into_iter().flatten().try_for_each(|v| maybe(v.as_ref()))?;
            theirs(state, person.flatten(), whose)?;
        }
        Action::EditTask { task, text, due, assignee, kind, goal, requirement } => {
            open(state, Fact::Task, *task, None, "refused-task-done")?;
            given(&[text.is_some(), due.is_some(), assignee.is_some(), kind.is_some(), goal.is_some(), requirement.is_some()])?;
            if let Some(text) = text {
                needed(text, bad("refused-empty-text"))?;
            }
            [assignee, goal, requirement].into_iter().flatten().try_for_each(|v| maybe(v.as_ref()))?;
        }
        Action::EditInvoice { invoice, due, number, amount, cost, product, issued, paid, currency } => {
            let found = fact(state, Fact::Invoice, *invoice, None)?;
            given(&[
                due.is_some(),
                number.is_some(),
                amount.is_some(),
                cost.is_some(),
                product.is_some(),
                issued.is_some(),
                paid.is_some(),
                currency.is_some(),
            ])?;
            [number, product].into_iter().flatten().try_for_each(|v| maybe(v.as_ref()))?;
            if (issued.is_some() || due.is_some())
                && let Some(issued) = issued.or(found.from)
            {
                order(issued, due.unwrap_or(found.to))?;
            }
        }
        Action::EditEngagement { engagement, title, end, notice, renew, status, kind, start, report_every } => {
            let found = fact(state, Fact::Engagement, *engagement, None)?;
            given(&[
                title.is_some(),
                end.is_some(),
                notice.is_some(),
                renew.is_some(),
                status.is_some(),
                kind.is_some(),
                start.is_some(),
                report_every.is_some(),
            ])?;
            if let Some(title) = title {
                needed(title, bad("refused-empty-title"))?;
            }
            if (start.is_some() || end.is_some())
                && let Some(start) = start.or(found.from)
            {
                order(start, end.unwrap_or(found.to))?;
            }
            if found.closed && matches!(status, Some((EngagementStatus::Done, _))) {
                return Err(rule("refused-engagement-done").into());
            }
        }
        Action::EditLeave { leave, first, last, why } => {
            open(state, Fact::Leave, *leave, None, "refused-leave-removed")?;
            order(*first, Some(*last))?;
            maybe(why.as_ref())?;
        }
        // Not one of these: it must not pass unjudged.
        _ => return Err(bad("refused-nothing").into()),
    }
    Ok(())
}

pub(super) fn given(fields: &[bool]) -> Result<(), Refusal> {
    if fields.contains(&true) { Ok(()) } else { Err(bad("refused-nothing")) }
}

fn known(channel: Option<Channel>) -> Result<(), Refusal> {
    if channel == Some(Channel::Unknown) { Err(bad("refused-channel")) } else { Ok(()) }
}

fn theirs<S: State>(state: &S, person: Option<Id>, client: Option<Id>) -> Result<(), S::Error> {
    client.map_or(Ok(()), |client| belongs(state, Fact::Person, person, client))
}
