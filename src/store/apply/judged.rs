//! What a client says of the work, what the user decided about single items, and how clients stand to each other.

use super::super::error::StoreError;
use super::super::stream::BETWEEN_REASONS;
use super::super::tx::Tx;
use super::changes::filled;
use crate::domain::action::{Action, NewSurvey};
use crate::domain::id::Id;
use crate::domain::words::*;
use rusqlite::params;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddSurvey(new) => {
            insert_survey(tx, new)?;
            tx.about(new.client);
            tx.args.push(("score", i64::from(new.score)));
            Ok(match new.kind {
                SurveyKind::Nps => "did-add-nps",
                SurveyKind::Csat => "did-add-csat",
            })
        }
        Action::RemoveSurvey { survey } => {
            let sql = "SELECT client_id, score FROM survey_answer WHERE id = ?1";
            let (client, score) = tx.db.prepare_cached(sql)?.query_row([survey.0], |r| Ok((Id(r.get(0)?), r.get(1)?)))?;
            tx.delete("survey_answer", *survey)?;
            tx.about(client);
            tx.args.push(("score", score));
            Ok("did-remove-survey")
        }
        Action::SetQuadrant { client, targets, quadrant } => {
            for target in targets {
                set_quadrant(tx, *client, &target.to_string(), *quadrant)?;
            }
            tx.about(*client);
            let Some(quadrant) = quadrant else { return Ok("did-quadrant-end") };
            tx.args.push(("quadrant", i64::from(*quadrant)));
            Ok("did-quadrant")
        }
        Action::Relate { client, other, kind, note, on } => {
            tx.about(*client);
            if !on {
                for id in tx.relations(*client, *other, *kind)? {
                    tx.update("client_relation", id, &[("ended", &tx.moment())])?;
                    tx.args.push(("client_relation", id.0));
                }
                return Ok("did-relate-end");
            }
            relate(tx, *client, *other, *kind, filled(note))?;
            Ok("did-relate")
        }
        _ => Err(super::unhandled()),
    }
}

/// Writes a survey answer.
pub(in super::super) fn insert_survey(tx: &mut Tx<'_>, new: &NewSurvey) -> Result<Id, StoreError> {
    let reasons: Vec<&str> = new.reasons.iter().map(|r| r.trim()).filter(|r| !r.is_empty()).collect();
    let reasons = (!reasons.is_empty()).then(|| reasons.join(BETWEEN_REASONS));
    tx.insert(
        "survey_answer",
        &[
            ("client_id", &new.client.0),
            ("person_id", &new.person.map(|p| p.0)),
            ("kind", &new.kind.code()),
            ("score", &new.score),
            ("on_day", &new.on.0),
            ("channel", &new.channel.map(Channel::code)),
            ("reasons", &reasons),
            ("note", &filled(&new.note)),
        ],
    )
}

/// Ends the own quadrant of an item and writes the new one; the same again changes nothing.
fn set_quadrant(tx: &mut Tx<'_>, client: Id, target: &str, quadrant: Option<u8>) -> Result<(), StoreError> {
    let same = "SELECT 1 FROM quadrant WHERE client_id = ?1 AND target = ?2 AND quadrant = ?3 AND ended IS NULL";
    if quadrant.is_some() && tx.db.prepare_cached(same)?.exists(params![client.0, target, quadrant])? {
        return Ok(());
    }
    let open = "SELECT id FROM quadrant WHERE client_id = ?1 AND target = ?2 AND ended IS NULL ORDER BY id";
    for id in tx.ids(open, params![client.0, target])? {
        tx.update("quadrant", id, &[("ended", &tx.moment())])?;
    }
    if let Some(quadrant) = quadrant {
        let created = tx.moment();
        tx.insert(
            "quadrant",
            &[("client_id", &client.0), ("target", &target), ("quadrant", &quadrant), ("created", &created)],
        )?;
    }
    Ok(())
}

/// Writes a relation, ending the same one with another note; the same again changes nothing.
pub(super) fn relate(tx: &mut Tx<'_>, client: Id, other: Id, kind: RelationKind, note: Option<&str>) -> Result<(), StoreError> {
    for id in tx.relations(client, other, kind)? {
        let same = "SELECT 1 FROM client_relation WHERE id = ?1 AND note IS ?2";
        if tx.db.prepare_cached(same)?.exists(params![id.0, note])? {
            return Ok(());
        }
        tx.update("client_relation", id, &[("ended", &tx.moment())])?;
    }
    let created = tx.moment();
    tx.insert(
        "client_relation",
        &[("client_id", &client.0), ("other_id", &other.0), ("kind", &kind.code()), ("note", &note), ("created", &created)],
    )?;
    Ok(())
}
