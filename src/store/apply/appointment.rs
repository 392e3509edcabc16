//! Appointments: what was agreed, moved, changed, called off. One that took place is ended by its touch.

use super::super::error::StoreError;
use super::super::tx::Tx;
use super::changes::{Changes, filled};
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
            // Whom they meet stays whom they meet, whatever the day.
            let person = match (person, replaces) {
                (None, Some(old)) => met(tx, *old)?,
                _ => person.map(|p| p.0),
            };
            tx.insert(
                "appointment",
                &[
                    ("client_id", &client.0),
                    ("person_id", &person),
                    ("channel", &channel.code()),
                    ("start", &start.0),
                    ("minutes", minutes),
                    ("place", &filled(place)),
                    ("note", &filled(note)),
                    ("created", &tx.moment()),
                ],
            )?;
            tx.about(*client);
            tx.args.push(("at", start.0));
            Ok(if replaces.is_some() { "did-reschedule" } else { "did-appointment" })
        }
        Action::EditAppointment { appointment, channel, start, minutes, place, note, person } => {
            let mut changes = Changes::default();
            changes.set("channel", channel.map(|c| c.code().to_owned()));
            changes.set("start", start.map(|at| at.0));
            changes.set("minutes", *minutes);
            changes.text("place", place);
            changes.text("note", note);
            changes.set("person_id", person.map(|person| person.map(|p| p.0)));
            changes.write(tx, "appointment", *appointment)?;
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

/// The person an appointment is with.
fn met(tx: &Tx<'_>, appointment: Id) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT person_id FROM appointment WHERE id = ?1";
    Ok(tx.db.prepare_cached(sql)?.query_row([appointment.0], |r| r.get(0))?)
}

/// Ends an appointment, never before it was agreed.
pub(super) fn end(tx: &Tx<'_>, appointment: Id, at: Moment, how: AppointmentEnd) -> Result<(), StoreError> {
    let sql = "SELECT created FROM appointment WHERE id = ?1";
    let created: i64 = tx.db.prepare_cached(sql)?.query_row([appointment.0], |r| r.get(0))?;
    tx.update("appointment", appointment, &[("ended", &at.0.max(created)), ("ended_how", &how.code())])
}
