//! The journal read back: what was done, in words, and which clients it touched.
//! Taking steps back is `undo`'s work.

use super::Store;
use super::error::StoreError;
use super::named;
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::words::Tier;
use rusqlite::{Connection, OptionalExtension, params};

/// One step of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct OpRow {
    /// Its number.
    pub op: i64,
    /// When it was done.
    pub at: Moment,
    /// Which face asked for it: cli, tui, import, system.
    pub face: String,
    /// do, undo, redo or system.
    pub kind: String,
    /// Whether it stands: an action not taken back, an undo not done again.
    pub live: bool,
    /// What was done, in words.
    pub message: Message,
    /// Why, when a reason was given and is kept.
    pub why: Option<String>,
    /// Whether `undo --op` would try to take it back.
    pub undoable: bool,
}

/// Every message an op can carry. A file may hold one of a later version: it is then shown as "something".
pub(super) const MESSAGES: &[&str] = &[
    "did-accept-tier",
    "did-add-care-date",
    "did-add-client",
    "did-add-csat",
    "did-add-delegated",
    "did-add-engagement",
    "did-add-evidence",
    "did-add-gift",
    "did-add-improvement",
    "did-add-invoice",
    "did-add-lead",
    "did-add-milestone",
    "did-add-nps",
    "did-add-opportunity",
    "did-add-person",
    "did-add-task",
    "did-add-waiting",
    "did-appointment",
    "did-cancel-appointment",
    "did-case-acknowledge",
    "did-case-attempt",
    "did-case-close",
    "did-case-close-asked",
    "did-case-close-marked",
    "did-case-correct",
    "did-case-follow-up",
    "did-case-note",
    "did-case-propose",
    "did-case-reject",
    "did-case-reopen",
    "did-case-resolve",
    "did-case-resume",
    "did-case-waiting",
    "did-consent-forgotten",
    "did-consent-given",
    "did-consent-withdrawn",
    "did-decline-playbook",
    "did-done-engagement",
    "did-done-improvement",
    "did-done-milestone",
    "did-done-task",
    "did-edit-appointment",
    "did-edit-care-date",
    "did-edit-client",
    "did-edit-complaint",
    "did-edit-engagement",
    "did-edit-improvement",
    "did-edit-invoice",
    "did-edit-leave",
    "did-edit-milestone",
    "did-edit-opportunity",
    "did-edit-person",
    "did-edit-point",
    "did-edit-task",
    "did-edit-touch",
    "did-end-playbook",
    "did-flag-cold",
    "did-flag-competitor",
    "did-flag-declined",
    "did-freeze-month",
    "did-greet",
    "did-holidays",
    "did-import",
    "did-invest-automate",
    "did-invest-end",
    "did-invest-keep",
    "did-keep-pin",
    "did-leave",
    "did-log-call",
    "did-log-callback",
    "did-log-declined",
    "did-log-email",
    "did-log-letter",
    "did-log-meeting",
    "did-log-message",
    "did-log-no-answer",
    "did-log-unknown",
    "did-log-visit",
    "did-lose-client",
    "did-lose-opportunity",
    "did-note",
    "did-open-complaint",
    "did-open-conflict",
    "did-open-enquiry",
    "did-open-suggestion",
    "did-open-support",
    "did-override",
    "did-override-end",
    "did-pause",
    "did-pay-invoice",
    "did-pin",
    "did-policy",
    "did-quadrant",
    "did-quadrant-end",
    "did-rank-points",
    "did-remove-care-date",
    "did-remove-gift",
    "did-review",
    "did-relate",
    "did-relate-end",
    "did-remind-invoice",
    "did-remove-evidence",
    "did-remove-holidays",
    "did-remove-leave",
    "did-remove-milestone",
    "did-remove-person",
    "did-remove-point",
    "did-remove-survey",
    "did-reopen-milestone",
    "did-report-progress",
    "did-reschedule",
    "did-resume",
    "did-save-client",
    "did-end-snooze",
    "did-move-step",
    "did-skip",
    "did-skip-care",
    "did-skip-step",
    "did-snooze",
    "did-snooze-risk",
    "did-spread",
    "did-start-playbook",
    "did-step",
    "did-stop",
    "did-stop-playbook",
    "did-tag",
    "did-unpin",
    "did-verify",
    "did-win-opportunity",
    "did-zone",
];

/// The message of an op: its catalogue id, and its ids looked up as the file is now.
pub(super) fn message(db: &Connection, op: i64, id: &str, ids: &[(impl AsRef<str>, i64)]) -> Result<Message, StoreError> {
    let known = MESSAGES.iter().find(|m| **m == id).copied().unwrap_or("did-something");
    let mut said = Message::new(known);
    let mut more = None;
    let mut named = false;
    for (name, value) in ids {
        let (key, arg): (&'static str, Arg) = match name.as_ref() {
            "client" if !named => {
                named = true;
                ("client", client_name(db, Id(*value))?)
            }
            "day" => ("day", Day(*value as i32).into()),
            "first" => ("first", Day(*value as i32).into()),
            "last" => ("last", Day(*value as i32).into()),
            "at" => ("at", Moment(*value).into()),
            "count" => ("count", (*value).into()),
            "score" => ("score", (*value).into()),
            "no" => ("no", (*value).into()),
            "quadrant" if known == "did-quadrant" && (1..=4).contains(value) => ("quadrant", (*value).into()),
            "tier" => ("tier", Tier::ALL.get(*value as usize).copied().into()),
            "more" => {
                more = Some(*value);
                continue;
            }
            _ => continue,
        };
        said = said.with(key, arg);
    }
    if let Some(what) = named::what(db, op, known, ids)? {
        said = said.with("named", i32::from(what.is_some()));
        if let Some(what) = what {
            said = said.with("what", what);
        }
    }
    Ok(match more {
        Some(more) => Message::new("did-and-more").with("did", said).with("more", more),
        None => said,
    })
}

/// A client's present name, or the words for one that is gone.
pub(super) fn client_name(db: &Connection, id: Id) -> Result<Arg, StoreError> {
    let name: Option<String> =
        db.prepare_cached("SELECT name FROM client WHERE id = ?1")?.query_row([id.0], |r| r.get(0)).optional()?;
    let name = match name {
        Some(name) => Some(name),
        // Taken back meanwhile: the journal knows what it was called.
        None => db
            .prepare_cached(
                "SELECT diff ->> '$.name' FROM change WHERE client_id = ?1 AND tbl = 'client' AND kind = 'delete' ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([id.0], |r| r.get(0))
            .optional()?
            .flatten(),
    };
    Ok(name.map_or_else(|| Message::new("store-client-gone").into(), Arg::Text))
}

/// The message of an op by its number.
pub(super) fn op_message(db: &Connection, op: i64) -> Result<Message, StoreError> {
    let mut statement = db.prepare_cached("SELECT message, ids FROM op WHERE id = ?1")?;
    let (id, ids): (String, String) = statement.query_row([op], |r| Ok((r.get(0)?, r.get(1)?)))?;
    message(db, op, &id, &pairs(&ids))
}

fn pairs(ids: &str) -> Vec<(String, i64)> {
    serde_json::from_str(ids).unwrap_or_default()
}

/// The clients an op's changes belong to.
pub(super) fn clients(db: &Connection, op: i64) -> Result<Vec<Id>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT client_id FROM change WHERE op = ?1 AND client_id IS NOT NULL
         UNION SELECT client_id_before FROM change WHERE op = ?1 AND client_id_before IS NOT NULL
         UNION SELECT other_id FROM change JOIN client_relation r ON r.id = change.row WHERE op = ?1 AND tbl = 'client_relation'
         UNION SELECT diff ->> '$.other_id' FROM change WHERE op = ?1 AND tbl = 'client_relation' AND kind = 'delete'
         ORDER BY 1",
    )?;
    let found = statement.query_map([op], |r| r.get(0).map(Id))?.collect::<Result<_, _>>()?;
    Ok(found)
}

/// Whether an op changed what is not one client's, or rows that were not journaled one by one.
pub(super) fn touches_all(db: &Connection, op: i64) -> Result<bool, StoreError> {
    Ok(db.prepare_cached("SELECT 1 FROM change WHERE op = ?1 AND client_id IS NULL LIMIT 1")?.exists([op])?)
}

impl Store {
    /// The newest steps up to a moment first; of one client, those that changed its rows.
    pub fn history(&self, client: Option<Id>, limit: usize, until: Option<Moment>) -> Result<Vec<OpRow>, StoreError> {
        self.read_history(client, limit, until.map_or(i64::MAX, |m| m.0)).map_err(|e| e.at(&self.path))
    }

    fn read_history(&self, client: Option<Id>, limit: usize, until: i64) -> Result<Vec<OpRow>, StoreError> {
        const COLUMNS: &str = "SELECT id, at, face, kind, live, coalesce(root, id) FROM op";
        let db = self.db.unchecked_transaction()?;
        let mut rows = Vec::new();
        let row = |r: &rusqlite::Row<'_>| {
            Ok((
                r.get::<_, i64>(0)?,
                r.get::<_, i64>(1)?,
                r.get::<_, String>(2)?,
                r.get::<_, String>(3)?,
                r.get::<_, i64>(4)?,
                r.get::<_, i64>(5)?,
            ))
        };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        match client {
            None => {
                let mut all = db.prepare_cached(&format!("{COLUMNS} WHERE at <= ?2 ORDER BY id DESC LIMIT ?1"))?;
                for found in all.query_map([limit, until], row)? {
                    rows.push(found?);
                }
            }
            Some(client) => {
                let imports = serde_json::to_string(&imports_of(&db, client)?).unwrap_or_default();
                let mut some = db.prepare_cached(&format!(
                    "{COLUMNS} WHERE id IN (SELECT op FROM change WHERE client_id = ?1
                       UNION SELECT op FROM change WHERE client_id_before = ?1 AND client_id_before <> client_id
                       UNION SELECT c.op FROM client_relation r JOIN change c ON c.row = r.id
                         WHERE r.other_id = ?1 AND c.tbl = 'client_relation'
                       UNION SELECT value FROM json_each(?2)) AND at <= ?4 ORDER BY id DESC LIMIT ?3"
                ))?;
                for found in some.query_map(params![client.0, imports, limit, until], row)? {
                    rows.push(found?);
                }
            }
        }
        let mut ops = Vec::with_capacity(rows.len());
        for (op, at, face, kind, live, root) in rows {
            let done = op_message(&db, root)?;
            let message = match kind.as_str() {
                "undo" => Message::new("did-undo").with("did", done),
                "redo" => Message::new("did-redo").with("did", done),
                "do" if live == super::undo::PARTLY => Message::new("did-partly").with("did", done),
                _ => done,
            };
            let live = live > 0;
            let undoable = kind == "do" && live;
            let why = if kind == "do" { named::why(&db, op)? } else { None };
            ops.push(OpRow { op, at: Moment(at), face, kind, live, message, why, undoable });
        }
        Ok(ops)
    }
}

/// The imports that made rows of this client without journaling them one by one.
fn imports_of(db: &Connection, client: Id) -> Result<Vec<i64>, StoreError> {
    let mut bulk = db.prepare_cached("SELECT op, tbl, row, diff FROM change WHERE kind = 'bulk' ORDER BY op")?;
    let stamps: Vec<(i64, String, i64, String)> =
        bulk.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?.collect::<Result<_, _>>()?;
    let mut ops = Vec::new();
    for (op, table, first, diff) in stamps {
        if ops.last() == Some(&op) || !super::journal::FACTS.contains(&table.as_str()) {
            continue;
        }
        let (last, _): (i64, i64) = serde_json::from_str(&diff).unwrap_or((first, 0));
        let owner = match table.as_str() {
            "client" => "id",
            "setting" | "policy_version" | "leave" | "holiday" | "improvement" | "improvement_done" => continue,
            _ => "client_id",
        };
        let sql =
            format!("SELECT 1 FROM {} WHERE {owner} = ?1 AND id BETWEEN ?2 AND ?3 LIMIT 1", super::journal::quoted(&table));
        if db.prepare_cached(&sql)?.exists(params![client.0, first, last])? {
            ops.push(op);
        }
    }
    Ok(ops)
}
