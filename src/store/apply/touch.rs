//! Touches: what happened, and the appointment it kept or agreed on.

use super::super::error::StoreError;
use super::super::tx::Tx;
use super::appointment::end;
use super::changes::{Changes, filled};
use crate::domain::action::{Action, NewTouch};
use crate::domain::id::Id;
use crate::domain::words::*;
use rusqlite::params;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::LogTouch { touch, fulfils } => {
            tx.about(touch.client);
            log(tx, touch, *fulfils)?;
            if let (Outcome::Callback, Some(again)) = (touch.outcome, touch.again) {
                tx.args.push(("at", again.0));
            }
            Ok(said(touch))
        }
        Action::LogTouches(touches) => {
            for touch in touches {
                log(tx, touch, None)?;
            }
            let Some(first) = touches.first() else { return Ok("did-nothing") };
            tx.about(first.client);
            if let (Outcome::Callback, Some(again)) = (first.outcome, first.again) {
                tx.args.push(("at", again.0));
            }
            if touches.len() > 1 {
                tx.args.push(("more", touches.len() as i64 - 1));
            }
            Ok(said(first))
        }
        Action::NoteTouch { touch, note } => {
            let sql = "SELECT note FROM touch WHERE id = ?1";
            let old: Option<String> = tx.db.prepare_cached(sql)?.query_row([touch.0], |r| r.get(0))?;
            let note = old.filter(|o| !o.is_empty()).map_or_else(|| note.clone(), |old| format!("{old}\n{note}"));
            tx.update("touch", *touch, &[("note", &note)])?;
            let client = tx.client_of("touch", *touch)?;
            tx.about(client);
            Ok("did-note")
        }
        Action::EditTouch { touch, channel, direction, outcome, at, minutes, flag, note, person } => {
            let mut changes = Changes::default();
            changes.set("channel", channel.map(|c| c.code().to_owned()));
            changes.set("direction", direction.map(|d| d.code().to_owned()));
            changes.set("outcome", outcome.map(|o| o.code().to_owned()));
            changes.set("at", at.map(|at| at.0));
            changes.set("minutes", *minutes);
            changes.set("flag", flag.map(|flag| flag.map(|f| f.code().to_owned())));
            changes.text("note", note);
            changes.set("person_id", person.map(|person| person.map(|p| p.0)));
            changes.write(tx, "touch", *touch)?;
            let client = tx.client_of("touch", *touch)?;
            tx.about(client);
            tx.args.push(("touch", touch.0));
            let others = channel.is_some() || direction.is_some() || outcome.is_some() || at.is_some() || minutes.is_some();
            Ok(match flag {
                // A remark alone is named for what it says.
                Some(Some(flag)) if !others && note.is_none() && person.is_none() => match flag {
                    Flag::Competitor => "did-flag-competitor",
                    Flag::Cold => "did-flag-cold",
                    Flag::Declined => "did-flag-declined",
                },
                _ => "did-edit-touch",
            })
        }
        _ => Err(super::unhandled()),
    }
}

/// Writes a touch and the appointment it agrees on, and ends the one it kept.
pub(super) fn log(tx: &mut Tx<'_>, touch: &NewTouch, fulfils: Option<Id>) -> Result<Id, StoreError> {
    let id = insert_touch(tx, touch)?;
    if let Some(appointment) = fulfils {
        end(tx, appointment, touch.at, AppointmentEnd::Kept)?;
    }
    if let Some(again) = touch.again {
        tx.insert(
            "appointment",
            &[
                ("client_id", &touch.client.0),
                ("person_id", &touch.person.map(|p| p.0)),
                ("channel", &touch.channel.code()),
                ("start", &again.0),
                ("created", &tx.moment()),
            ],
        )?;
    }
    Ok(id)
}

/// Writes the touch alone.
pub(in super::super) fn insert_touch(tx: &mut Tx<'_>, touch: &NewTouch) -> Result<Id, StoreError> {
    let id = tx.new_id("touch");
    let note = filled(&touch.note);
    tx.db
        .prepare_cached(
            "INSERT INTO touch(id, client_id, person_id, channel, direction, outcome, at, minutes, flag, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            id.0,
            touch.client.0,
            touch.person.map(|p| p.0),
            touch.channel.code(),
            touch.direction.code(),
            touch.outcome.code(),
            touch.at.0,
            touch.minutes,
            touch.flag.map(Flag::code),
            note
        ])?;
    Ok(id)
}

pub(super) fn said(touch: &NewTouch) -> &'static str {
    match (touch.outcome, touch.channel) {
        (Outcome::Reached, Channel::Visit) => "did-log-visit",
        (Outcome::Reached, Channel::Meeting) => "did-log-meeting",
        (Outcome::Reached, Channel::Call) => "did-log-call",
        (Outcome::Reached, Channel::Message) => "did-log-message",
        (Outcome::Reached, Channel::Email) => "did-log-email",
        (Outcome::Reached, Channel::Letter) => "did-log-letter",
        (Outcome::Reached, Channel::Unknown) => "did-log-unknown",
        (Outcome::NoAnswer, _) => "did-log-no-answer",
        (Outcome::Callback, _) => "did-log-callback",
        (Outcome::Declined, _) => "did-log-declined",
    }
}
