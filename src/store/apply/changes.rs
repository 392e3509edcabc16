//! What an edit writes of one row: the named columns in one go, so that a save is one row of the journal whatever was changed.
//! Which columns an action names is its family's file's to say.

use super::super::error::StoreError;
use super::super::tx::{Column, Tx};
use crate::domain::id::Id;
use rusqlite::types::Value;

/// A text as it is kept: without the blanks around it, and nothing but blanks is no text.
pub(in super::super) fn filled<S: AsRef<str>>(text: &Option<S>) -> Option<&str> {
    text.as_ref().map(|t| t.as_ref().trim()).filter(|t| !t.is_empty())
}

/// Columns and their new values.
#[derive(Default)]
pub(super) struct Changes(Vec<(&'static str, Value)>);

impl Changes {
    /// A column, where the action names it.
    pub(super) fn set(&mut self, column: &'static str, value: Option<impl Into<Value>>) {
        self.0.extend(value.map(|value| (column, value.into())));
    }

    /// A text that may be taken away.
    pub(super) fn text(&mut self, column: &'static str, text: &Option<Option<String>>) {
        self.set(column, text.as_ref().map(|text| filled(text).map(str::to_owned)));
    }

    /// Writes them; nothing named writes nothing.
    pub(super) fn write(&self, tx: &Tx<'_>, table: &str, id: Id) -> Result<(), StoreError> {
        let columns: Vec<Column<'_>> = self.0.iter().map(|(column, value)| (*column, value as &dyn rusqlite::ToSql)).collect();
        tx.update(table, id, &columns)
    }
}
