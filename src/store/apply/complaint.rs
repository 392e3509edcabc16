//! Cases with their logs and evidence, and the improvements they led to.

use super::super::error::StoreError;
use super::super::tx::Tx;
use super::appointment::end;
use super::changes::{Changes, filled};
use super::judged::relate;
use super::touch::insert_touch;
use crate::domain::action::{Action, ComplaintChanges, NewCaseEvent, NewComplaint, NewTouch};
use crate::domain::complaint::Rating;
use crate::domain::day::Moment;
use crate::domain::id::Id;
use crate::domain::words::*;
use rusqlite::{OptionalExtension, params};

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::OpenComplaint(new) => {
            let id = insert_complaint(tx, new)?;
            in_conflict(tx, new.client, new.other)?;
            about(tx, id)?;
            Ok(match new.kind {
                ComplaintKind::Complaint => "did-open-complaint",
                ComplaintKind::Enquiry => "did-open-enquiry",
                ComplaintKind::Support => "did-open-support",
                ComplaintKind::Suggestion => "did-open-suggestion",
                ComplaintKind::Conflict => "did-open-conflict",
            })
        }
        Action::EditComplaint { complaint, changes } => {
            change_complaint(tx, *complaint, changes)?;
            let client = tx.client_of("complaint", *complaint)?;
            in_conflict(tx, client, changes.other.flatten())?;
            about(tx, *complaint)?;
            Ok("did-edit-complaint")
        }
        Action::LogCase(new) => {
            let written = tx.now.instant;
            insert_event(tx, new, written)?;
            about(tx, new.complaint)?;
            if let Some(Rating::Mark(mark)) = new.rating {
                tx.args.push(("score", i64::from(mark)));
            }
            Ok(if new.corrects.is_some() { "did-case-correct" } else { said(new.kind, new.rating) })
        }
        Action::AddEvidence(new) => {
            let client = tx.client_of("complaint", new.complaint)?;
            let added = tx.moment();
            tx.insert(
                "evidence",
                &[
                    ("client_id", &client.0),
                    ("complaint_id", &new.complaint.0),
                    ("path", &new.path),
                    ("size", &new.size),
                    ("sha256", &new.sha256.to_ascii_lowercase()),
                    ("note", &filled(&new.note)),
                    ("added", &added),
                ],
            )?;
            about(tx, new.complaint)?;
            Ok("did-add-evidence")
        }
        Action::RemoveEvidence { evidence } => {
            let sql = "SELECT complaint_id FROM evidence WHERE id = ?1";
            let complaint = tx.db.prepare_cached(sql)?.query_row([evidence.0], |r| r.get(0).map(Id))?;
            tx.delete("evidence", *evidence)?;
            about(tx, complaint)?;
            Ok("did-remove-evidence")
        }
        Action::AddImprovement(new) => {
            let created = tx.moment();
            tx.insert(
                "improvement",
                &[
                    ("cause", &new.cause.trim()),
                    ("text", &new.text.trim()),
                    ("owner", &filled(&new.owner)),
                    ("due", &new.due.map(|d| d.0)),
                    ("created", &created),
                ],
            )?;
            Ok("did-add-improvement")
        }
        Action::EditImprovement { improvement, cause, text, owner, due } => {
            let mut changes = Changes::default();
            changes.set("cause", cause.as_deref().map(|t| t.trim().to_owned()));
            changes.set("text", text.as_deref().map(|t| t.trim().to_owned()));
            changes.text("owner", owner);
            changes.set("due", due.map(|due| due.map(|d| d.0)));
            changes.write(tx, "improvement", *improvement)?;
            tx.args.push(("improvement", improvement.0));
            Ok("did-edit-improvement")
        }
        Action::DoneImprovement { improvement } => {
            let done = tx.moment();
            tx.insert("improvement_done", &[("improvement_id", &improvement.0), ("done", &done)])?;
            tx.args.push(("improvement", improvement.0));
            Ok("did-done-improvement")
        }
        _ => Err(super::unhandled()),
    }
}

/// The pages of both clients warn of each other from now on (S141).
fn in_conflict(tx: &mut Tx<'_>, client: Id, other: Option<Id>) -> Result<(), StoreError> {
    match other {
        Some(other) if tx.relations(client, other, RelationKind::Conflict)?.is_empty() => {
            relate(tx, client, other, RelationKind::Conflict, None)
        }
        _ => Ok(()),
    }
}

/// Writes the fields that are named.
fn change_complaint(tx: &Tx<'_>, complaint: Id, new: &ComplaintChanges) -> Result<(), StoreError> {
    let mut changes = Changes::default();
    changes.set("kind", new.kind.map(|k| k.code().to_owned()));
    changes.set("complex", new.complex.map(i64::from));
    changes.set("opened", new.opened.map(|at| at.0));
    changes.set("channel", new.channel.map(|channel| channel.map(|c| c.code().to_owned())));
    changes.set("text", new.text.as_deref().map(|t| t.trim().to_owned()));
    changes.text("demand", &new.demand);
    changes.text("cause", &new.cause);
    changes.set("person_id", new.person.map(|person| person.map(|p| p.0)));
    // Only a conflict has another side.
    let other = new.other.or(new.kind.filter(|k| *k != ComplaintKind::Conflict).map(|_| None));
    changes.set("other_id", other.map(|other| other.map(|o| o.0)));
    changes.text("mediator", &new.mediator);
    changes.set("remedy", new.remedy.map(|remedy| remedy.map(|m| m.minor)));
    changes.set("remedy_currency", new.remedy.map(|remedy| remedy.map(|m| m.currency.as_str().to_owned())));
    changes.write(tx, "complaint", complaint)
}

/// Writes a case under the next number of the file, with the terms it is opened under.
pub(in super::super) fn insert_complaint(tx: &mut Tx<'_>, new: &NewComplaint) -> Result<Id, StoreError> {
    // A number that another program made up far beyond all others is not counted on from.
    let next = "SELECT coalesce(max(no), 0) + 1 FROM complaint WHERE no BETWEEN 0 AND 1000000000";
    let no: i64 = tx.db.prepare_cached(next)?.query_row([], |r| r.get(0))?;
    let agreed = "SELECT response_hours FROM client WHERE id = ?1";
    let response_hours: Option<i64> = tx.db.prepare_cached(agreed)?.query_row([new.client.0], |r| r.get(0))?;
    // Of a case that is entered later the rules of its own day, and the first ones where it is older than all of them.
    let under = "SELECT id FROM policy_version
                 ORDER BY created <= ?1 DESC, CASE WHEN created <= ?1 THEN -created ELSE created END, id DESC LIMIT 1";
    let policy: Option<i64> = tx.db.prepare_cached(under)?.query_row([new.opened.0], |r| r.get(0)).optional()?;
    tx.insert(
        "complaint",
        &[
            ("client_id", &new.client.0),
            ("person_id", &new.person.map(|p| p.0)),
            ("other_id", &new.other.map(|o| o.0)),
            ("no", &no),
            ("kind", &new.kind.code()),
            ("complex", &new.complex),
            ("opened", &new.opened.0),
            ("channel", &new.channel.map(Channel::code)),
            ("text", &new.text.trim()),
            ("demand", &filled(&new.demand)),
            ("cause", &filled(&new.cause)),
            ("mediator", &filled(&new.mediator)),
            ("tier", &new.tier.map(Tier::code)),
            ("response_hours", &response_hours),
            ("policy_id", &policy),
            ("begun", &new.begun.code()),
        ],
    )
}

/// Writes an event as it was typed at a moment, and the contact it was said in.
pub(in super::super) fn insert_event(tx: &mut Tx<'_>, new: &NewCaseEvent, written: Moment) -> Result<Id, StoreError> {
    let client = tx.client_of("complaint", new.complaint)?;
    // What takes the place of an event belongs to the same contact.
    let before = "SELECT touch_id FROM complaint_event WHERE id = ?1";
    let spoken = match new.corrects {
        Some(id) => tx.db.prepare_cached(before)?.query_row([id.0], |r| r.get::<_, Option<i64>>(0))?.map(Id),
        None => None,
    };
    let touch = match (spoken, outcome(new)) {
        (Some(touch), Some(outcome)) => {
            let mut changes = Changes::default();
            changes.set("channel", new.channel.map(|c| c.code().to_owned()));
            changes.set("outcome", Some(outcome.code().to_owned()));
            changes.set("at", Some(new.at.0));
            changes.set("minutes", new.minutes.map(Some));
            changes.write(tx, "touch", touch)?;
            Some(touch)
        }
        (Some(touch), None) => {
            forget_contact(tx, touch)?;
            None
        }
        (None, Some(outcome)) => speak(tx, client, new, outcome)?,
        (None, None) => None,
    };
    tx.insert(
        "complaint_event",
        &[
            ("client_id", &client.0),
            ("complaint_id", &new.complaint.0),
            ("kind", &new.kind.code()),
            ("at", &new.at.0),
            ("text", &filled(&new.text)),
            ("score", &new.rating.map(Rating::stored)),
            ("promised", &new.promised.map(|p| p.0)),
            ("channel", &new.channel.map(Channel::code)),
            ("minutes", &new.minutes),
            ("touch_id", &touch.map(|t| t.0)),
            ("corrects", &new.corrects.map(|c| c.0)),
            ("written", &written.0),
        ],
    )
}

/// Whether the client was reached, of an event that is a contact.
fn outcome(new: &NewCaseEvent) -> Option<Outcome> {
    match new.kind {
        CaseEventKind::Attempt => Some(Outcome::NoAnswer),
        CaseEventKind::FollowUp if new.rating == Some(Rating::Unreachable) => Some(Outcome::NoAnswer),
        kind => kind.is_answer().then_some(Outcome::Reached),
    }
}

/// Writes the contact an event was, where it says how they spoke, with the person the case is about; and ends the appointment it kept.
fn speak(tx: &mut Tx<'_>, client: Id, new: &NewCaseEvent, outcome: Outcome) -> Result<Option<Id>, StoreError> {
    let Some(channel) = new.channel else { return Ok(None) };
    let whom = "SELECT person_id FROM complaint WHERE id = ?1";
    let person = tx.db.prepare_cached(whom)?.query_row([new.complaint.0], |r| r.get::<_, Option<i64>>(0))?.map(Id);
    let touch = NewTouch {
        client,
        person,
        channel,
        direction: Direction::Out,
        outcome,
        at: new.at,
        minutes: new.minutes,
        flag: None,
        note: None,
        again: None,
    };
    let id = insert_touch(tx, &touch)?;
    if let Some(appointment) = new.fulfils.filter(|_| outcome == Outcome::Reached) {
        end(tx, appointment, new.at, AppointmentEnd::Kept)?;
    }
    Ok(Some(id))
}

/// Takes away a contact that did not take place. One that was noted on says something of its own and stays.
fn forget_contact(tx: &mut Tx<'_>, touch: Id) -> Result<(), StoreError> {
    let own = "SELECT note IS NOT NULL OR flag IS NOT NULL FROM touch WHERE id = ?1";
    if tx.db.prepare_cached(own)?.query_row([touch.0], |r| r.get(0))? {
        return Ok(());
    }
    let nothing: Option<i64> = None;
    for event in tx.ids("SELECT id FROM complaint_event WHERE touch_id = ?1", [touch.0])? {
        tx.update("complaint_event", event, &[("touch_id", &nothing)])?;
    }
    tx.delete("touch", touch)
}

/// The op speaks of this case: its client and its number.
fn about(tx: &mut Tx<'_>, complaint: Id) -> Result<(), StoreError> {
    let sql = "SELECT client_id, no FROM complaint WHERE id = ?1";
    let (client, no): (i64, i64) =
        tx.db.prepare_cached(sql)?.query_row(params![complaint.0], |r| Ok((r.get(0)?, r.get(1)?)))?;
    tx.about(Id(client));
    tx.args.push(("no", no));
    Ok(())
}

fn said(kind: CaseEventKind, rating: Option<Rating>) -> &'static str {
    match (kind, rating) {
        (CaseEventKind::Acknowledge, _) => "did-case-acknowledge",
        (CaseEventKind::Attempt, _) => "did-case-attempt",
        (CaseEventKind::Note, _) => "did-case-note",
        (CaseEventKind::Waiting, _) => "did-case-waiting",
        (CaseEventKind::Resume, _) => "did-case-resume",
        (CaseEventKind::Propose, _) => "did-case-propose",
        (CaseEventKind::Reject, _) => "did-case-reject",
        (CaseEventKind::Resolve, _) => "did-case-resolve",
        (CaseEventKind::FollowUp, _) => "did-case-follow-up",
        (CaseEventKind::Close, Some(Rating::Mark(_))) => "did-case-close-marked",
        (CaseEventKind::Close, Some(Rating::Unreachable)) => "did-case-close",
        // The mark was given when they were asked.
        (CaseEventKind::Close, None) => "did-case-close-asked",
        (CaseEventKind::Reopen, _) => "did-case-reopen",
    }
}
