//! The fitted model of repeat orders as the file keeps it: a cache tied to the orders it came from, which may be deleted at any time.
//! Fitting is `domain::risk`'s, when it is looked up and kept the portfolio's.

use super::Store;
use super::error::StoreError;
use crate::domain::day::Day;
use crate::domain::risk::Model;
use rusqlite::{OptionalExtension, params};

impl Store {
    /// The model that was fitted to these orders, when it is still kept and can be read.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn kept_fit(&self, version: u64) -> Result<Option<Model>, StoreError> {
        let read = || {
            let sql = "SELECT model FROM fit WHERE version = ?1";
            let text: Option<String> = self.db.prepare_cached(sql)?.query_row([key(version)], |r| r.get(0)).optional()?;
            Ok(text.and_then(|text| Model::read(&text)))
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }

    /// Keeps a model in place of the one before; not an action, not journaled.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn keep_fit(&mut self, version: u64, model: &Model, day: Day) -> Result<(), StoreError> {
        let write = |store: &mut Store| {
            let db = store.write()?;
            db.prepare_cached("DELETE FROM fit")?.execute([])?;
            db.prepare_cached("INSERT INTO fit(version, model, day) VALUES (?1, ?2, ?3)")?.execute(params![
                key(version),
                model.written(),
                day.0
            ])?;
            Ok(db.commit()?)
        };
        write(self).map_err(|e: StoreError| e.at(&self.path))
    }
}

fn key(version: u64) -> String {
    format!("{version:016x}")
}
