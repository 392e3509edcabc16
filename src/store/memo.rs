//! The rows of a client packed into one value, so that a book is read in one pass over small rows instead of many over large ones. A
//! cache: what is missing is read from the tables, and the journal's triggers drop what a write touches. Who streams is `stream`.

use super::Store;
use super::error::StoreError;
use super::migrate::SCHEMA;
use super::stream::{self, Which};
use crate::domain::facts::ClientRows;
use crate::domain::id::Id;
use rusqlite::{Connection, Transaction, params};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// The form rows are packed in; raised whenever a packed row of before would be read as something else.
const FORM: u8 = 2;

/// What tells packed rows of this program from those of another: the form, the schema, and the SQL that reads the tables.
fn shape() -> i64 {
    static SHAPE: OnceLock<i64> = OnceLock::new();
    *SHAPE.get_or_init(|| {
        let mut hash = Sha256::new();
        hash.update([FORM]);
        hash.update(SCHEMA.to_le_bytes());
        for source in stream::sources() {
            hash.update(source.sql(&Which::All));
        }
        i64::from_le_bytes(std::array::from_fn(|n| hash.clone().finalize().get(n).copied().unwrap_or(0)))
    })
}

fn unpack(bytes: &[u8]) -> Option<ClientRows> {
    postcard::from_bytes(bytes).ok()
}

/// The clients whose rows are not packed, in the order of their ids.
fn missing(db: &Connection) -> Result<Vec<Id>, StoreError> {
    let sql = "SELECT c.id FROM client c LEFT JOIN memo m INDEXED BY memo_shape ON m.client_id = c.id AND m.shape = ?1 WHERE m.client_id IS NULL ORDER BY c.id";
    super::detail::collect(db, sql, [shape()], |row| Ok(Id(row.get(0)?)))
}

/// Hands over every client's rows, packed ones unpacked and the others from the tables; `false` when too few are packed for that to be
/// worth it, and nothing was handed over.
pub(super) fn read(db: &Transaction<'_>, each: &mut dyn FnMut(&ClientRows)) -> Result<bool, StoreError> {
    let packed: i64 = db.prepare_cached("SELECT count(*) FROM memo WHERE shape = ?1")?.query_row([shape()], |r| r.get(0))?;
    let missing = if packed == 0 { return Ok(false) } else { missing(db)? };
    if missing.len() as i64 > packed / 4 {
        return Ok(false);
    }
    let mut fresh = Vec::with_capacity(missing.len());
    if !missing.is_empty() {
        stream::read_tables(db, &Which::Some(missing), &mut |rows| fresh.push(rows.clone()))?;
    }
    let mut fresh = fresh.into_iter().peekable();
    let mut statement = db.prepare_cached("SELECT client_id, rows FROM memo WHERE shape = ?1 ORDER BY client_id")?;
    let mut rows = statement.query([shape()])?;
    while let Some(row) = rows.next()? {
        let id = Id(row.get(0)?);
        while let Some(before) = fresh.next_if(|f| f.client.id < id) {
            each(&before);
        }
        match row.get_ref(1)?.as_blob().ok().and_then(unpack) {
            Some(rows) => each(&rows),
            // Damaged: the tables know.
            None => stream::read_tables(db, &Which::One(id), each)?,
        }
    }
    fresh.for_each(|rows| each(&rows));
    Ok(true)
}

/// Forgets everything that is packed.
pub(super) fn forget(db: &Connection) -> Result<(), StoreError> {
    db.prepare_cached("DELETE FROM memo")?.execute([])?;
    Ok(())
}

impl Store {
    /// Packs the rows of the clients that are not, where there are at least so many of them or a tenth of the book. Not an action, not
    /// journaled; whoever reads the book next reads it faster. How many were packed.
    ///
    /// # Errors
    /// What the file refuses; nothing depends on it.
    pub fn pack_rows(&mut self, at_least: usize) -> Result<usize, StoreError> {
        let write = |store: &mut Store| {
            let count: i64 = store.db.prepare_cached("SELECT count(*) FROM client")?.query_row([], |r| r.get(0))?;
            let ids = missing(&store.db)?;
            if ids.is_empty() || (ids.len() < at_least && ids.len() * 10 < count as usize) {
                return Ok(0);
            }
            let db = store.write()?;
            let ids = missing(&db)?;
            let which = if ids.len() as i64 * 2 > count { Which::All } else { Which::Some(ids) };
            let mut packed: Vec<(Id, Vec<u8>)> = Vec::new();
            stream::read_tables(&db, &which, &mut |rows| {
                packed.extend(postcard::to_allocvec(rows).map(|bytes| (rows.client.id, bytes)))
            })?;
            let mut statement = db.prepare_cached(
                "INSERT INTO memo(client_id, shape, rows) VALUES (?1, ?2, ?3)
                 ON CONFLICT(client_id) DO UPDATE SET shape = excluded.shape, rows = excluded.rows",
            )?;
            for (id, bytes) in &packed {
                statement.execute(params![id.0, shape(), bytes])?;
            }
            drop(statement);
            db.commit()?;
            Ok(packed.len())
        };
        write(self).map_err(|e: StoreError| e.at(&self.path))
    }

    /// [`Store::pack_rows`] where enough has changed to be worth a write. Only a help: a file that cannot be written stays as it is.
    pub fn keep_rows(&mut self) {
        let _ = self.pack_rows(256);
    }

    /// The clients whose packed rows are not those of the tables: none, unless something wrote past the journal.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn stale_rows(&self) -> Result<Vec<Id>, StoreError> {
        let read = || {
            let db = self.db.unchecked_transaction()?;
            let mut stale = Vec::new();
            let mut statement = db.prepare_cached("SELECT rows FROM memo WHERE client_id = ?1 AND shape = ?2")?;
            let mut known = Vec::new();
            stream::read_tables(&db, &Which::All, &mut |rows| known.push(rows.clone()))?;
            for rows in &known {
                let mut found = statement.query(params![rows.client.id.0, shape()])?;
                if let Some(row) = found.next()?
                    && row.get_ref(0)?.as_blob().ok().and_then(unpack).as_ref() != Some(rows)
                {
                    stale.push(rows.client.id);
                }
            }
            let orphans = "SELECT client_id FROM memo WHERE client_id NOT IN (SELECT id FROM client)";
            stale.extend(super::detail::collect(&db, orphans, [], |row| Ok(Id(row.get(0)?)))?);
            Ok(stale)
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }
}

#[cfg(test)]
mod tests;
