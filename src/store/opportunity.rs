//! What is written about possible work beyond the rows of the fold: whom it is talked about with, a note, why a state is another one.
//! Where it stands, how likely it is and how often it slipped is `domain::facts`'s.

use super::Store;
use super::detail::{among, collect, each};
use super::error::StoreError;
use super::stream::{Which, maybe_number, number, owned, text};
use crate::domain::id::Id;
use rusqlite::Connection;

/// Possible work beyond its row of the fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpportunityDetail {
    /// Row id.
    pub id: Id,
    /// Whom it is talked about with.
    pub person: Option<Id>,
    /// Note.
    pub note: Option<String>,
    /// States that say why they are what they are: row id and reason, oldest first.
    pub whys: Vec<(Id, String)>,
}

impl OpportunityDetail {
    /// Why a state is what it is.
    pub fn why(&self, state: Id) -> Option<&str> {
        self.whys.iter().find(|(id, _)| *id == state).map(|(_, why)| why.as_str())
    }
}

impl Store {
    /// What is written about the possible work of these clients, by id.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn opportunity_details(&self, which: &Which) -> Result<Vec<OpportunityDetail>, StoreError> {
        let reading = || {
            let db = self.db.unchecked_transaction()?;
            details(&db, which)
        };
        reading().map_err(|e: StoreError| e.at(&self.path))
    }
}

/// The same inside an open reading.
pub(super) fn details(db: &Connection, which: &Which) -> Result<Vec<OpportunityDetail>, StoreError> {
    let sql = format!("SELECT id, person_id, note FROM opportunity{} ORDER BY id", among("WHERE client_id", which));
    let mut found = collect(db, &sql, (), |r| {
        Ok(OpportunityDetail {
            id: Id(number(r, 0)?),
            person: maybe_number(r, 1)?.map(Id),
            note: owned(r, 2)?,
            whys: Vec::new(),
        })
    })?;
    let of = among("AND client_id", which);
    let sql = format!("SELECT opportunity_id, id, why FROM opportunity_state WHERE why IS NOT NULL{of} ORDER BY at, id");
    each(db, &sql, (), |r| {
        let opportunity = Id(number(r, 0)?);
        if let Ok(at) = found.binary_search_by_key(&opportunity, |row| row.id)
            && let Some(row) = found.get_mut(at)
        {
            row.whys.push((Id(number(r, 1)?), text(r, 2)?.to_owned()));
        }
        Ok(())
    })?;
    Ok(found)
}
