//! Taking a step back and doing it again: a new op that inverts the changes of another, column by column.
//! What was changed since stays as it is and is named; a wanted row that is gone refuses the whole.

use super::error::StoreError;
use super::inverse::invert;
use super::journal::OpKind;
use super::tx::Tx;
use super::{Store, Undone};
use crate::domain::action::Face;
use crate::domain::day::Now;
use crate::domain::message::Message;
use rusqlite::{Connection, OptionalExtension};

impl Store {
    /// Takes back a step: the newest action of the file that stands, whoever made it, or the one named.
    pub fn undo(&mut self, op: Option<i64>, now: &Now, face: Face) -> Result<Undone, StoreError> {
        let run = |store: &mut Store| {
            let device = store.device();
            let db = store.write()?;
            let undone = match op {
                Some(op) => {
                    let (root, live) = named_root(&db, op)?;
                    take_back(&db, root, live, now, face, &device)?
                }
                None => newest(&db, now, face, &device)?,
            };
            db.commit()?;
            Ok(undone)
        };
        let done = run(self);
        self.settle(done)
    }

    /// Does again what was taken back last. A new action in between empties what can be redone.
    pub fn redo(&mut self, now: &Now, face: Face) -> Result<Undone, StoreError> {
        let run = |store: &mut Store| {
            let device = store.device();
            let db = store.write()?;
            let (target, root): (i64, i64) = db
                .prepare_cached(
                    "SELECT id, root FROM op WHERE kind = 'undo' AND live = 1
                     AND id > (SELECT coalesce(max(id), 0) FROM op WHERE kind = 'do') ORDER BY id DESC LIMIT 1",
                )?
                .query_row([], |r| Ok((r.get(0)?, r.get(1)?)))
                .optional()?
                .ok_or(StoreError::NothingToRedo)?;
            let mut tx = Tx::begin(&db, now, face, &device, OpKind::Redo { target, root }, false)?;
            let undone = invert(&mut tx, target, root, false).map_err(|e| match e {
                StoreError::CannotUndo(why) => StoreError::CannotRedo(why),
                other => other,
            })?;
            db.execute("UPDATE op SET live = 0 WHERE id = ?1", [target])?;
            // Of an action taken back in two parts, one may still be missing.
            let missing = "SELECT 1 FROM op WHERE root = ?1 AND kind = 'undo' AND live = 1";
            let live = if db.prepare_cached(missing)?.exists([root])? { PARTLY } else { STANDS };
            db.execute("UPDATE op SET live = ?2 WHERE id = ?1", [root, live])?;
            db.commit()?;
            Ok(undone)
        };
        let done = run(self);
        self.settle(done)
    }
}

impl Store {
    /// What `undo` would take back for good, since too many rows came in with it to be kept, and how many; `None` when it can be done
    /// again.
    pub fn undo_for_good(&self) -> Result<Option<(Message, i64)>, StoreError> {
        let read = || -> Result<Option<(Message, i64)>, StoreError> {
            let newest: Option<i64> = self
                .db
                .prepare_cached("SELECT id FROM op WHERE kind = 'do' AND live > 0 ORDER BY id DESC LIMIT 1")?
                .query_row([], |r| r.get(0))
                .optional()?;
            let Some(op) = newest else { return Ok(None) };
            let rows = super::inverse::stamped_rows(&self.db, op)?;
            Ok(if rows > super::inverse::REDO_ROWS { Some((super::history::op_message(&self.db, op)?, rows)) } else { None })
        };
        read().map_err(|e| e.at(&self.path))
    }

    /// Whether something was taken back that `redo` would bring back.
    pub fn can_redo(&self) -> Result<bool, StoreError> {
        let read = || -> Result<bool, StoreError> {
            let newest = self
                .db
                .prepare_cached(
                    "SELECT kind = 'undo' FROM op WHERE kind = 'do' OR (kind = 'undo' AND live = 1) ORDER BY id DESC LIMIT 1",
                )?
                .query_row([], |r| r.get(0))
                .optional()?;
            Ok(newest.unwrap_or(false))
        };
        read().map_err(|e| e.at(&self.path))
    }
}

/// `op.live` of an action: nothing of it was taken back.
const STANDS: i64 = 1;
/// `op.live` of an action: a part was taken back, the rest was changed or needed and can go later.
pub(super) const PARTLY: i64 = 2;

/// Takes back the newest action that stands. The rest of one taken back in part is tried in its turn and passed by when it still
/// cannot go.
fn newest(db: &Connection, now: &Now, face: Face, device: &str) -> Result<Undone, StoreError> {
    let newest: Option<i64> = db
        .prepare_cached("SELECT id FROM op WHERE kind = 'do' AND live = 1 ORDER BY id DESC LIMIT 1")?
        .query_row([], |r| r.get(0))
        .optional()?;
    let parts: Vec<i64> = db
        .prepare_cached("SELECT id FROM op WHERE kind = 'do' AND live = 2 AND id > ?1 ORDER BY id DESC")?
        .query_map([newest.unwrap_or(0)], |r| r.get(0))?
        .collect::<Result<_, _>>()?;
    for root in parts {
        db.execute_batch("SAVEPOINT part")?;
        match take_back(db, root, PARTLY, now, face, device) {
            Err(StoreError::CannotUndo(_)) => db.execute_batch("ROLLBACK TO part")?,
            done => return done,
        }
    }
    take_back(db, newest.ok_or(StoreError::NothingToUndo)?, STANDS, now, face, device)
}

fn take_back(db: &Connection, root: i64, live: i64, now: &Now, face: Face, device: &str) -> Result<Undone, StoreError> {
    // After a redo the rows are again exactly what the action left, so its own changes are inverted again.
    let mut tx = Tx::begin(db, now, face, device, OpKind::Undo { target: root, root }, false)?;
    let undone = invert(&mut tx, root, root, live == PARTLY)?;
    let rest = if undone.left.is_empty() { 0 } else { PARTLY };
    db.execute("UPDATE op SET live = ?2 WHERE id = ?1", [root, rest])?;
    Ok(undone)
}

/// The action behind a step the user names, if it can be taken back, and what of it stands.
fn named_root(db: &Connection, op: i64) -> Result<(i64, i64), StoreError> {
    let mut statement = db.prepare_cached("SELECT kind, coalesce(root, id) FROM op WHERE id = ?1")?;
    let (kind, root): (String, i64) =
        statement.query_row([op], |r| Ok((r.get(0)?, r.get(1)?))).optional()?.ok_or(StoreError::NoSuchOp(op))?;
    let live: i64 = db.prepare_cached("SELECT live FROM op WHERE id = ?1")?.query_row([root], |r| r.get(0))?;
    match kind.as_str() {
        "do" | "redo" if live > 0 => Ok((root, live)),
        "do" | "redo" => Err(StoreError::CannotUndo(Message::new("undo-already"))),
        "undo" => Err(StoreError::CannotUndo(Message::new("undo-use-redo"))),
        _ => Err(StoreError::CannotUndo(Message::new("undo-system"))),
    }
}
