//! What a step was about beyond its client, looked up as the file is now: a promise's text, an invoice's number, changed fields,
//! the reason given. What is gone is left out of the sentence. Which sentence it is stands in `history`.

use super::error::StoreError;
use super::{history, labels};
use crate::domain::day::Moment;
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::money::{Currency, Money};
use crate::domain::words::{Channel, RelationKind};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

/// Characters of a text that a sentence repeats.
const SHOWN: usize = 60;
/// So many changed things are named one by one.
const NAMED: usize = 5;

/// What the sentence names: `None` when it names nothing, `Some(None)` when its row is gone.
pub(super) fn what(
    db: &Connection,
    op: i64,
    said: &str,
    ids: &[(impl AsRef<str>, i64)],
) -> Result<Option<Option<Arg>>, StoreError> {
    let row = |table: &str| ids.iter().find(|(name, _)| name.as_ref() == table).map(|(_, id)| *id);
    let text = |table: &str, sql: &str| row(table).map_or(Ok(None), |id| one(db, sql, id)).map(|t| t.map(shown));
    let found = match said {
        "did-add-task" | "did-add-waiting" | "did-add-delegated" | "did-done-task" | "did-edit-task" => {
            text("task", "SELECT text FROM task WHERE id = ?1")
        }
        "did-add-engagement" | "did-edit-engagement" | "did-done-engagement" | "did-report-progress" => {
            text("engagement", "SELECT title FROM engagement WHERE id = ?1")
        }
        // Taken out of its project, the journal knows how it was called.
        "did-add-milestone" | "did-edit-milestone" | "did-done-milestone" | "did-reopen-milestone" | "did-remove-milestone" => {
            text(
                "milestone",
                "SELECT title FROM milestone WHERE id = ?1
                 UNION ALL SELECT diff ->> '$.title' FROM change WHERE tbl = 'milestone' AND kind = 'delete' AND row = ?1 LIMIT 1",
            )
        }
        "did-add-gift" | "did-remove-gift" => text(
            "gift",
            "SELECT what FROM gift WHERE id = ?1
             UNION ALL SELECT diff ->> '$.what' FROM change WHERE tbl = 'gift' AND kind = 'delete' AND row = ?1 LIMIT 1",
        ),
        "did-add-care-date" | "did-edit-care-date" => text(
            "care_date",
            "SELECT coalesce(c.name, p.name) FROM care_date c LEFT JOIN person p ON p.id = c.person_id WHERE c.id = ?1",
        ),
        "did-add-opportunity" | "did-edit-opportunity" | "did-win-opportunity" | "did-lose-opportunity" => {
            text("opportunity", "SELECT title FROM opportunity WHERE id = ?1")
        }
        "did-start-playbook" | "did-end-playbook" | "did-stop-playbook" | "did-save-client" => {
            text("playbook_run", "SELECT title FROM playbook_run WHERE id = ?1")
        }
        "did-step" | "did-skip-step" | "did-move-step" => text("playbook_step", "SELECT title FROM playbook_step WHERE id = ?1"),
        "did-add-person" | "did-edit-person" => text("person", "SELECT name FROM person WHERE id = ?1"),
        // Taken back, the journal knows how it was called.
        "did-policy" => text(
            "policy_version",
            "SELECT name FROM policy_version WHERE id = ?1
             UNION ALL SELECT diff ->> '$.name' FROM change WHERE tbl = 'policy_version' AND kind = 'delete' AND row = ?1 LIMIT 1",
        ),
        "did-add-invoice" | "did-edit-invoice" | "did-pay-invoice" | "did-remind-invoice" => {
            row("invoice").map_or(Ok(None), |id| invoice(db, id))
        }
        "did-edit-appointment" => columns(db, op, "appointment"),
        "did-edit-touch" => columns(db, op, "touch"),
        "did-edit-point" => text("contact_point", "SELECT value FROM contact_point WHERE id = ?1"),
        "did-relate" | "did-relate-end" => row("client_relation").map_or(Ok(None), |id| relation(db, id, ids)),
        "did-cancel-appointment" => row("appointment").map_or(Ok(None), |id| appointment(db, id)),
        "did-edit-complaint" => columns(db, op, "complaint"),
        "did-add-improvement" | "did-edit-improvement" | "did-done-improvement" => {
            text("improvement", "SELECT text FROM improvement WHERE id = ?1")
        }
        "did-zone" => {
            let sql = "SELECT diff ->> '$.value[1]' FROM change WHERE op = ?1 AND tbl = 'setting' AND kind = 'update'";
            Ok(one(db, sql, op)?.map(shown))
        }
        "did-edit-client" => changed(db, op),
        "did-tag" => tags(db, op),
        _ => return Ok(None),
    };
    found.map(Some)
}

/// The reason given with a step, where the facts keep it.
pub(super) fn why(db: &Connection, op: i64) -> Result<Option<String>, StoreError> {
    let given = "SELECT why FROM (
           SELECT c.seq, c.diff ->> '$.status_why[1]' AS why FROM change c WHERE c.op = ?1 AND c.tbl = 'client' AND c.kind = 'update'
           UNION ALL SELECT c.seq, p.reason FROM change c JOIN pin p ON p.id = c.row WHERE c.op = ?1 AND c.tbl = 'pin' AND c.kind = 'insert'
           UNION ALL SELECT c.seq, d.reason FROM change c JOIN deferral d ON d.id = c.row WHERE c.op = ?1 AND c.tbl = 'deferral' AND c.kind = 'insert'
           UNION ALL SELECT c.seq, o.reason FROM change c JOIN override o ON o.id = c.row WHERE c.op = ?1 AND c.tbl = 'override' AND c.kind = 'insert'
           UNION ALL SELECT c.seq, r.note FROM change c JOIN client_relation r ON r.id = c.row WHERE c.op = ?1 AND c.tbl = 'client_relation' AND c.kind = 'insert'
           UNION ALL SELECT c.seq, c.diff ->> '$.why[1]' FROM change c WHERE c.op = ?1 AND c.tbl = 'playbook_run' AND c.kind = 'update'
           UNION ALL SELECT c.seq, c.diff ->> '$.note[1]' FROM change c WHERE c.op = ?1 AND c.tbl = 'playbook_step' AND c.kind = 'update'
           UNION ALL SELECT c.seq, l.why FROM change c JOIN leave l ON l.id = c.row WHERE c.op = ?1 AND c.tbl = 'leave' AND c.kind = 'insert')
         WHERE why IS NOT NULL AND why <> '' ORDER BY seq LIMIT 1";
    one(db, given, op)
}

fn one(db: &Connection, sql: &str, id: i64) -> Result<Option<String>, StoreError> {
    let found: Option<Option<String>> = db.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?;
    Ok(found.flatten())
}

fn shown(text: String) -> Arg {
    crate::text::truncate(&crate::text::one_line(&text), SHOWN).into_owned().into()
}

fn invoice(db: &Connection, id: i64) -> Result<Option<Arg>, StoreError> {
    let sql = "SELECT number, amount, currency FROM invoice WHERE id = ?1";
    let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, Option<String>>(0)?, r.get::<_, i64>(1)?, r.get::<_, String>(2)?));
    let Some((number, minor, currency)) = db.prepare_cached(sql)?.query_row([id], row).optional()? else { return Ok(None) };
    let Some(currency) = Currency::stored(&currency) else { return Ok(None) };
    let amount = Money { minor, currency };
    Ok(Some(match number {
        Some(number) => list(shown(number), amount.into()),
        None => amount.into(),
    }))
}

fn appointment(db: &Connection, id: i64) -> Result<Option<Arg>, StoreError> {
    let sql = "SELECT channel, start FROM appointment WHERE id = ?1";
    let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, String>(0)?, r.get::<_, i64>(1)?));
    let found = db.prepare_cached(sql)?.query_row([id], row).optional()?;
    Ok(found.and_then(|(channel, start)| {
        let channel = Channel::parse(&channel)?;
        Some(Message::new("did-of-appointment").with("channel", channel).with("at", Moment(start)).into())
    }))
}

/// What of a client an edit changed: fields, addresses, tags, own fields, the plan.
fn changed(db: &Connection, op: i64) -> Result<Option<Arg>, StoreError> {
    let mut statement = db.prepare_cached("SELECT tbl, row, kind, diff FROM change WHERE op = ?1 ORDER BY seq")?;
    let mut rows = statement.query([op])?;
    let mut found: Vec<Arg> = Vec::new();
    let mut add = |arg: Arg| {
        if !found.contains(&arg) {
            found.push(arg);
        }
    };
    while let Some(row) = rows.next()? {
        let (table, id, kind): (String, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let diff: Option<String> = row.get(3)?;
        let diff: Value = diff.and_then(|d| serde_json::from_str(&d).ok()).unwrap_or_default();
        match table.as_str() {
            "client" if kind == "update" => {
                for column in diff.as_object().into_iter().flat_map(|d| d.keys()) {
                    add(Message::new(labels::field(labels::group(&table, column))).into());
                }
            }
            "extra_field" => {
                let known = one(db, "SELECT name FROM extra_field WHERE id = ?1", id)?;
                let name = known.or_else(|| diff.get("name").and_then(Value::as_str).map(str::to_owned));
                add(Message::new("did-of-own").with("name", shown(name.unwrap_or_default())).into());
            }
            "contact_point" | "tag" | "override" => add(Message::new(labels::fact(&table)).into()),
            _ => {}
        }
    }
    let more = found.len().saturating_sub(NAMED);
    found.truncate(NAMED);
    if more > 0 {
        found.push(Message::new("left-more").with("count", more).into());
    }
    Ok(found.into_iter().reduce(list))
}

/// The changed columns of the rows of one table.
fn columns(db: &Connection, op: i64, table: &str) -> Result<Option<Arg>, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT diff FROM change WHERE op = ?1 AND tbl = ?2 AND kind = 'update' ORDER BY seq")?;
    let mut rows = statement.query((op, table))?;
    let mut found: Vec<Arg> = Vec::new();
    while let Some(row) = rows.next()? {
        let diff: Value = serde_json::from_str(&row.get::<_, String>(0)?).unwrap_or_default();
        for column in diff.as_object().into_iter().flat_map(|d| d.keys()) {
            let field: Arg = Message::new(labels::field(labels::group(table, column))).into();
            if !found.contains(&field) {
                found.push(field);
            }
        }
    }
    Ok(found.into_iter().reduce(list))
}

/// How two clients stand, as seen from the one the step is about.
fn relation(db: &Connection, id: i64, ids: &[(impl AsRef<str>, i64)]) -> Result<Option<Arg>, StoreError> {
    let sql = "SELECT client_id, other_id, kind FROM client_relation WHERE id = ?1";
    let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?, r.get::<_, String>(2)?));
    let found = db.prepare_cached(sql)?.query_row([id], row).optional()?;
    let Some((client, other, kind)) = found else { return Ok(None) };
    let about = ids.iter().find(|(name, _)| name.as_ref() == "client").map(|(_, id)| *id);
    let other = history::client_name(db, Id(if about == Some(other) { client } else { other }))?;
    let kind = RelationKind::parse(&kind).ok_or_else(|| StoreError::bad_value("client_relation", "kind"))?;
    Ok(Some(Message::new(kind.name()).with("other", other).into()))
}

/// `+fair, -old`.
fn tags(db: &Connection, op: i64) -> Result<Option<Arg>, StoreError> {
    let sql = "SELECT group_concat(t, ', ') FROM (
           SELECT CASE kind WHEN 'delete' THEN '-' || (diff ->> '$.tag')
                            ELSE '+' || (SELECT tag FROM tag WHERE tag.id = change.row) END AS t
           FROM change WHERE op = ?1 AND tbl = 'tag' ORDER BY seq)";
    Ok(one(db, sql, op)?.map(shown))
}

fn list(a: Arg, b: Arg) -> Arg {
    Message::new("did-of-list").with("a", a).with("b", b).into()
}
