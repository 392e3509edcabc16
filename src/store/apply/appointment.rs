//! Appointments: what was agreed, moved, changed, called off. One that took place is ended by its touch.

use super::super::error::StoreError;
use super::super::tx::Tx;
use crate::domain::action::Action;
use crate::domain::day::Moment;
use crate::domain::id::Id;
use crate::domain::words::AppointmentEnd;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddAppointment { client, person, channel, start, minutes, place, note, replaces } => {
            if let Some(old) = replaces {
                end(tx, *old, tx.now.instant, AppointmentEnd::Cancelled)?;
            }
            tx.insert(
                "appointment",
                &[
                    ("client_id", &client.0),
                    ("person_id", &person.map(|p| p.0)),
                    ("channel", &channel.code()),
                    ("start", &start.0),
                    ("minutes", minutes),
                    ("place", place),
                    ("note", note),
                    ("created", &tx.moment()),
                ],
            )?;
            tx.about(*client);
            tx.args.push(("at", start.0));
            Ok(if replaces.is_some() { "did-reschedule" } else { "did-appointment" })
        }
        Action::EditAppointment { appointment, channel, start, minutes, place, note, person } => {
            if let Some(channel) = channel {
                tx.update("appointment", *appointment, &[("channel", &channel.code())])?;
            }
            if let Some(start) = start {
                tx.update("appointment", *appointment, &[("start", &start.0)])?;
            }
            if let Some(minutes) = minutes {
                tx.update("appointment", *appointment, &[("minutes", minutes)])?;
            }
            for (column, text) in [("place", place), ("note", note)] {
                if let Some(text) = text {
                    let text = text.as_deref().map(str::trim).filter(|t| !t.is_empty());
                    tx.update("appointment", *appointment, &[(column, &text)])?;
                }
            }
            if let Some(person) = person {
                tx.update("appointment", *appointment, &[("person_id", &person.map(|p| p.0))])?;
            }
            let client = tx.client_of("appointment", *appointment)?;
            tx.about(client);
            tx.args.push(("appointment", appointment.0));
            Ok("did-edit-appointment")
        }
        Action::CancelAppointment { appointment } => {
            end(tx, *appointment, tx.now.instant, AppointmentEnd::Cancelled)?;
            let client = tx.client_of("appointment", *appointment)?;
            tx.about(client);
            tx.args.push(("appointment", appointment.0));
            Ok("did-cancel-appointment")
        }
        _ => Err(super::unhandled()),
    }
}

/// Ends an appointment, never before it was agreed.
pub(super) fn end(tx: &Tx<'_>, appointment: Id, at: Moment, how: AppointmentEnd) -> Result<(), StoreError> {
    let sql = "SELECT created FROM appointment WHERE id = ?1";
    let created: i64 = tx.db.prepare_cached(sql)?.query_row([appointment.0], |r| r.get(0))?;
    tx.update("appointment", appointment, &[("ended", &at.0.max(created)), ("ended_how", &how.code())])
}
