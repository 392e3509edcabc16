//! One case with what the fold leaves out: what the client wants, who mediates, what was said at each event, the evidence.
//! Where it stands is `domain::complaint`'s.

use super::Store;
use super::detail::collect;
use super::error::StoreError;
use super::stream::{CASE_EVENT, maybe_number, moment, number, owned, rows, text};
use crate::domain::complaint::CaseEvent;
use crate::domain::day::Moment;
use crate::domain::id::Id;
use rusqlite::OptionalExtension;
use rusqlite::{Connection, Row};

/// An event with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEventDetail {
    /// The event.
    pub event: CaseEvent,
    /// What was said.
    pub text: Option<String>,
    /// Minutes it took.
    pub minutes: Option<i64>,
    /// The contact it was said in.
    pub touch: Option<Id>,
    /// When it was typed.
    pub written: Moment,
}

/// An event of one of a client's cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEventRow {
    /// The case.
    pub case: Id,
    /// Its number.
    pub no: i64,
    /// The event with its text.
    pub detail: CaseEventDetail,
}

/// Evidence of a case (S79).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceDetail {
    /// Row id.
    pub id: Id,
    /// Where the file lay.
    pub path: String,
    /// Bytes.
    pub size: i64,
    /// 64 hex digits.
    pub sha256: String,
    /// Note.
    pub note: Option<String>,
    /// When it was added.
    pub added: Moment,
}

/// A case beyond its row of the fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseDetail {
    /// The case.
    pub id: Id,
    /// The name of the person who said it.
    pub person: Option<String>,
    /// What the client wants.
    pub demand: Option<String>,
    /// A neutral third person.
    pub mediator: Option<String>,
    /// Every event, those that were corrected too, by moment.
    pub events: Vec<CaseEventDetail>,
    /// Evidence in the order it was added.
    pub evidence: Vec<EvidenceDetail>,
}

/// What of an event stands behind the columns of the fold.
const SAID: &str = "text, minutes, touch_id, written";

fn event(row: &Row<'_>) -> Result<CaseEventDetail, StoreError> {
    Ok(CaseEventDetail {
        event: rows::case_event(row)?,
        text: owned(row, 10)?,
        minutes: maybe_number(row, 11)?,
        touch: maybe_number(row, 12)?.map(Id),
        written: moment(row, 13)?,
    })
}

/// The newest events of a client's cases up to a moment, without those that another one took the place of.
pub(super) fn newest_events(db: &Connection, client: Id, limit: usize, until: Moment) -> Result<Vec<CaseEventRow>, StoreError> {
    let sql = format!(
        "SELECT client_id, {}, {SAID}, (SELECT no FROM complaint WHERE complaint.id = complaint_id) FROM complaint_event
         WHERE client_id = ?1 AND at <= ?2
           AND NOT EXISTS (SELECT 1 FROM complaint_event AS other WHERE other.corrects = complaint_event.id)
         ORDER BY at DESC, id DESC LIMIT {limit}",
        CASE_EVENT.columns
    );
    collect(db, &sql, (client.0, until.0), |r| {
        Ok(CaseEventRow { case: Id(number(r, 1)?), no: number(r, 14)?, detail: event(r)? })
    })
}

impl Store {
    /// A case with its texts, `None` when there is no such case. Events up to a moment; evidence as it is now.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn case_detail(&self, id: Id, until: Moment) -> Result<Option<CaseDetail>, StoreError> {
        let reading = || {
            let db = self.db.unchecked_transaction()?;
            let own =
                "SELECT c.demand, c.mediator, p.name FROM complaint c LEFT JOIN person p ON p.id = c.person_id WHERE c.id = ?1";
            let row = |r: &rusqlite::Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?));
            let Some((demand, mediator, person)) = db.prepare_cached(own)?.query_row([id.0], row).optional()? else {
                return Ok(None);
            };
            let sql = format!(
                "SELECT client_id, {}, {SAID} FROM complaint_event WHERE complaint_id = ?1 AND at <= ?2 ORDER BY at, id",
                CASE_EVENT.columns
            );
            let events = collect(&db, &sql, (id.0, until.0), event)?;
            let sql = "SELECT id, path, size, sha256, note, added FROM evidence WHERE complaint_id = ?1 ORDER BY added, id";
            let evidence = collect(&db, sql, [id.0], |r| {
                Ok(EvidenceDetail {
                    id: Id(number(r, 0)?),
                    path: text(r, 1)?.to_owned(),
                    size: number(r, 2)?,
                    sha256: text(r, 3)?.to_owned(),
                    note: owned(r, 4)?,
                    added: moment(r, 5)?,
                })
            })?;
            Ok(Some(CaseDetail { id, person, demand, mediator, events, evidence }))
        };
        reading().map_err(|e: StoreError| e.at(&self.path))
    }
}
