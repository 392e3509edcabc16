//! Whose a row is: what a form asks that was opened from a fact alone.

use super::Store;
use super::error::StoreError;
use super::stream::{maybe_number, number};
use crate::domain::id::Id;

impl Store {
    /// The client of a row, and the person it is about where the table says so; `None` when there is no such row.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn owner(&self, table: &'static str, row: Id) -> Result<Option<(Id, Option<Id>)>, StoreError> {
        let person = if matches!(table, "touch" | "appointment" | "task") { "person_id" } else { "NULL" };
        let read = || {
            let sql = format!("SELECT client_id, {person} FROM {table} WHERE id = ?1");
            let mut statement = self.db.prepare_cached(&sql)?;
            let mut rows = statement.query([row.0])?;
            match rows.next()? {
                Some(r) => Ok(Some((Id(number(r, 0)?), maybe_number(r, 1)?.map(Id)))),
                None => Ok(None),
            }
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }
}
