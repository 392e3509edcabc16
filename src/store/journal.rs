//! The journal: the triggers that write it, made from the tables themselves, and the op they stamp.
//! Reading it back is `history`'s work, taking it back `undo`'s.

use super::error::StoreError;
use super::memo;
use crate::domain::action::Face;
use crate::domain::day::Moment;
use rusqlite::{Connection, params};
use std::fmt::Write as _;

/// The journaled tables, parents before children.
pub(super) const FACTS: &[&str] = &[
    "setting",
    "policy_version",
    "leave",
    "client",
    "client_alias",
    "person",
    "contact_point",
    "tag",
    "engagement",
    "touch",
    "appointment",
    "task",
    "deferral",
    "override",
    "pin",
    "invoice",
    "extra_field",
    "care_date",
    "tier_change",
    "month_score",
    "survey_answer",
    "quadrant",
    "client_relation",
    "complaint",
    "complaint_event",
    "evidence",
    "improvement",
    "improvement_done",
    "opportunity",
    "opportunity_state",
    "playbook_run",
    "playbook_step",
    "risk_outcome",
    "investment",
    "holiday",
    "milestone",
    "care_done",
    "gift",
    "consent",
    "campaign",
    "sent_message",
    "note_use",
];

/// A table or column name as SQL, whatever it contains.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text as an SQL literal.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The columns of a table in their order.
pub(super) fn columns(db: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = db.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement.query_map([table], |r| r.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// Drops every journal trigger.
pub(super) fn drop_triggers(db: &Connection) -> Result<(), StoreError> {
    let mut statement =
        db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'journal_*' ORDER BY name")?;
    let names: Vec<String> = statement.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    for name in names {
        db.execute_batch(&format!("DROP TRIGGER {}", quoted(&name)))?;
    }
    Ok(())
}

/// Makes the journal triggers of every fact table of the file.
pub(super) fn make_triggers(db: &Connection) -> Result<(), StoreError> {
    let packs = !columns(db, "memo")?.is_empty();
    for table in FACTS {
        let columns = columns(db, table)?;
        if !columns.is_empty() {
            db.execute_batch(&triggers(table, &columns, packs))?;
        }
    }
    Ok(())
}

/// The three triggers of one table. A write outside an op fails, because `change.op` may not be null. They also drop the packed rows of
/// the clients a row belongs to; writes that are not stamped one by one forget all of them at once.
fn triggers(table: &str, columns: &[String], packs: bool) -> String {
    let (name, text) = (quoted(table), literal(table));
    let trigger = |what: &str| quoted(&format!("journal_{table}_{what}"));
    let client = if table == "client" { Some("id") } else { columns.iter().any(|c| c == "client_id").then_some("client_id") };
    let of = |row: &str| client.map_or("NULL".to_owned(), |c| format!("{row}.{c}"));
    let mut changed = String::new();
    let mut pairs = String::new();
    let mut image = String::new();
    for column in columns {
        let (c, key) = (quoted(column), literal(column));
        if column != "id" {
            let or = if changed.is_empty() { "" } else { " OR " };
            let _ = write!(changed, "{or}OLD.{c} IS NOT NEW.{c}");
            let union = if pairs.is_empty() { "" } else { " UNION ALL " };
            let _ = write!(pairs, "{union}SELECT {key} AS k, OLD.{c} AS b, NEW.{c} AS a WHERE OLD.{c} IS NOT NEW.{c}");
        }
        let comma = if image.is_empty() { "" } else { ", " };
        let _ = write!(image, "{comma}{key}, OLD.{c}");
    }
    let insert = "INSERT INTO change(op, tbl, row, client_id, client_id_before, kind, diff)";
    let op = "(SELECT op FROM current_op)";
    let (new, old) = (of("NEW"), of("OLD"));
    // A relation stands in the rows of both sides.
    let owners: Vec<&str> = client.into_iter().chain((table == "client_relation").then_some("other_id")).collect();
    let forget = |rows: &[&str]| {
        let ids: Vec<String> = rows.iter().flat_map(|row| owners.iter().map(move |c| format!("{row}.{c}"))).collect();
        if ids.is_empty() || !packs {
            String::new()
        } else {
            format!("DELETE FROM memo WHERE client_id IN ({});", ids.join(", "))
        }
    };
    format!(
        "CREATE TRIGGER {ti} AFTER INSERT ON {name} WHEN (SELECT journal_inserts FROM current_op) = 1 BEGIN
           {insert} VALUES ({op}, {text}, NEW.id, {new}, NULL, 'insert', NULL);
           {forget_new}
         END;
         CREATE TRIGGER {tu} AFTER UPDATE ON {name} WHEN {changed} BEGIN
           {insert} VALUES ({op}, {text}, NEW.id, {new}, {old}, 'update',
             (SELECT json_group_object(k, json_array(b, a)) FROM ({pairs})));
           {forget_both}
         END;
         CREATE TRIGGER {td} AFTER DELETE ON {name} WHEN (SELECT journal_deletes FROM current_op) = 1 BEGIN
           {insert} VALUES ({op}, {text}, OLD.id, {old}, {old}, 'delete', json_object({image}));
           {forget_old}
         END;",
        ti = trigger("insert"),
        tu = trigger("update"),
        td = trigger("delete"),
        forget_new = forget(&["NEW"]),
        forget_both = forget(&["NEW", "OLD"]),
        forget_old = forget(&["OLD"]),
    )
}

/// What kind of step an op is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpKind {
    /// An action of the user.
    Do,
    /// An action taken back: the op whose changes are inverted, and the action at the bottom.
    Undo { target: i64, root: i64 },
    /// An undo taken back.
    Redo { target: i64, root: i64 },
    /// Written by the program itself; never undone, leaves redo alone.
    System,
}

/// The head of an op as it is written first.
pub(super) struct Head<'a> {
    pub(super) uid: i64,
    pub(super) device: &'a str,
    pub(super) at: Moment,
    pub(super) face: Face,
    pub(super) kind: OpKind,
}

/// Opens an op: from here on the triggers stamp it. `bulk` leaves the inserts to [`stamp`].
pub(super) fn begin(db: &Connection, head: &Head<'_>, bulk: bool) -> Result<i64, StoreError> {
    let (kind, target, root) = match head.kind {
        OpKind::Do => ("do", None, None),
        OpKind::Undo { target, root } => ("undo", Some(target), Some(root)),
        OpKind::Redo { target, root } => ("redo", Some(target), Some(root)),
        OpKind::System => ("system", None, None),
    };
    db.prepare_cached(
        "INSERT INTO op(uid, device, at, face, kind, message, ids, target, root, schema)
         VALUES (?1, ?2, ?3, ?4, ?5, '', '[]', ?6, ?7, ?8)",
    )?
    .execute(params![head.uid, head.device, head.at.0, head.face.code(), kind, target, root, super::migrate::SCHEMA])?;
    let op = db.last_insert_rowid();
    if bulk {
        memo::forget(db)?;
    }
    db.prepare_cached("UPDATE current_op SET op = ?1, journal_inserts = ?2, journal_deletes = 1")?
        .execute(params![op, !bulk])?;
    Ok(op)
}

/// Closes an op with its message. Returns whether it changed anything: an action that did not is to be rolled back.
pub(super) fn finish(db: &Connection, op: i64, message: &str, ids: &str) -> Result<bool, StoreError> {
    db.prepare_cached("UPDATE current_op SET op = NULL, journal_inserts = 1, journal_deletes = 1")?.execute([])?;
    let changed = db.prepare_cached("SELECT 1 FROM change WHERE op = ?1 LIMIT 1")?.exists([op])?;
    db.prepare_cached("UPDATE op SET message = ?2, ids = ?3 WHERE id = ?1")?.execute(params![op, message, ids])?;
    Ok(changed)
}

/// Stamps rows of one table that were inserted without the trigger: ids `first` to `last`, `count` of them in this table.
pub(super) fn stamp(db: &Connection, op: i64, table: &str, first: i64, last: i64, count: i64) -> Result<(), StoreError> {
    db.prepare_cached("INSERT INTO change(op, tbl, row, kind, diff) VALUES (?1, ?2, ?3, 'bulk', json_array(?4, ?5))")?
        .execute(params![op, table, first, last, count])?;
    Ok(())
}
