//! Contact points: changed, put in order, removed. They are added with the client or person they belong to.

use super::super::error::StoreError;
use super::super::keys;
use super::super::tx::Tx;
use super::changes::filled;
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::words::PointKind;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::EditPoint { point, value, label, kind, invalid_since, verified } => {
            edit(tx, *point, value.as_deref(), *kind)?;
            if let Some(label) = label {
                tx.update("contact_point", *point, &[("label", &filled(label))])?;
            }
            if let Some(since) = invalid_since {
                invalidate(tx, *point, *since)?;
            }
            if let Some((on, how)) = verified {
                tx.update("contact_point", *point, &[("verified_on", &on.0), ("verified_how", how)])?;
            }
            let client = tx.client_of("contact_point", *point)?;
            tx.about(client);
            tx.args.push(("contact_point", point.0));
            Ok("did-edit-point")
        }
        Action::RankPoints { client, person, order } => {
            rank(tx, *client, *person, order)?;
            tx.about(*client);
            Ok("did-rank-points")
        }
        Action::RemovePoint { point } => {
            let client = tx.client_of("contact_point", *point)?;
            tx.delete("contact_point", *point)?;
            tx.about(client);
            Ok("did-remove-point")
        }
        _ => Err(super::unhandled()),
    }
}

/// Another value or kind is another address: whoever checked the old one or found it wrong said nothing of the new one.
fn edit(tx: &Tx<'_>, point: Id, value: Option<&str>, kind: Option<PointKind>) -> Result<(), StoreError> {
    let sql = "SELECT client_id, kind, value FROM contact_point WHERE id = ?1";
    let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?));
    let (client, old_kind, old_value) = tx.db.prepare_cached(sql)?.query_row([point.0], row)?;
    let stored = PointKind::parse(&old_kind).ok_or_else(|| StoreError::bad_value("contact_point", "kind"))?;
    let (kind, value) = (kind.unwrap_or(stored), value.map_or(old_value.as_str(), str::trim));
    if kind == stored && value == old_value {
        return Ok(());
    }
    let none: Option<i64> = None;
    let key = keys::point_key(kind, value);
    tx.update("contact_point", point, &[("kind", &kind.code()), ("value", &value), ("value_key", &key)])?;
    tx.update("contact_point", point, &[("verified_on", &none), ("verified_how", &none), ("invalid_since", &none)])?;
    if kind != stored {
        let last = "SELECT rank FROM contact_point WHERE client_id = ?1 AND kind = ?2 AND id <> ?3 ORDER BY rank DESC LIMIT 1";
        let last: Option<i64> =
            tx.db.prepare_cached(last)?.query_row(params![client, kind.code(), point.0], |r| r.get(0)).optional()?;
        tx.update("contact_point", point, &[("rank", &last.map_or(0, |rank| rank + 1))])?;
    }
    Ok(())
}

fn invalidate(tx: &Tx<'_>, point: Id, since: Option<Day>) -> Result<(), StoreError> {
    tx.update("contact_point", point, &[("invalid_since", &since.map(|d| d.0))])
}

/// Ranks the points of an owner, each kind from 0: first those named, then the others as they stood.
fn rank(tx: &Tx<'_>, client: Id, person: Option<Id>, order: &[Id]) -> Result<(), StoreError> {
    let sql = "SELECT id, kind FROM contact_point WHERE client_id = ?1 AND person_id IS ?2 ORDER BY kind, rank, id";
    let mut statement = tx.db.prepare_cached(sql)?;
    let mut points: Vec<(Id, String)> = statement
        .query_map(params![client.0, person.map(|p| p.0)], |r| Ok((Id(r.get(0)?), r.get(1)?)))?
        .collect::<Result<_, _>>()?;
    points.sort_by_key(|(id, _)| order.iter().position(|o| o == id).unwrap_or(usize::MAX));
    let named: Vec<&str> = points.iter().filter(|(id, _)| order.contains(id)).map(|(_, kind)| kind.as_str()).collect();
    let mut next: BTreeMap<&str, i64> = BTreeMap::new();
    for (id, kind) in points.iter().filter(|(_, kind)| named.contains(&kind.as_str())) {
        let rank = next.entry(kind).or_insert(0);
        tx.update("contact_point", *id, &[("rank", rank)])?;
        *rank += 1;
    }
    Ok(())
}
