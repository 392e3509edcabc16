//! The one file of facts, and the only SQL: streaming rows out, carrying actions in, and the journal that takes them back.
//! Rules are `domain`'s, words are `i18n`'s, outside formats are `interchange`'s.

mod apply;
mod bulk;
mod care;
mod case;
mod detail;
mod error;
mod fit;
mod freeze;
mod history;
mod id;
mod inverse;
mod journal;
mod keys;
mod labels;
mod memo;
mod migrate;
mod named;
mod open;
mod opportunity;
mod owner;
mod past;
mod query;
mod revise;
mod stream;
mod timeline;
mod tx;
mod undo;

pub use bulk::ImportTx;
pub use care::{CareDetail, ConsentDetail, GiftDetail, NoteUse, SentDetail};
pub use case::{CaseDetail, CaseEventDetail, CaseEventRow, EvidenceDetail};
pub use detail::{
    AliasDetail, ClientDetail, ExtraDetail, NameRow, PersonDetail, PointDetail, RunDetail, SearchRow, StepDetail, SurveyDetail,
    TaskDetail, TouchDetail,
};
pub use error::StoreError;
pub use history::OpRow;
pub use keys::{name_key, point_key};
pub use open::OpenMode;
pub use opportunity::OpportunityDetail;
pub use query::{SqlValue, View};
pub use stream::Which;
pub use timeline::{MONTHS, NEWEST, TimelineRows};

use crate::domain::action::{Action, Face};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::LeaveRow;
use crate::domain::holidays::HolidayDay;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Currency;
use chrono_tz::Tz;
use journal::OpKind;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::cell::Cell;
use std::path::{Path, PathBuf};

/// An open file.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
    zone: Cell<Tz>,
    state_dir: Option<PathBuf>,
    device: Option<String>,
}

/// What an action did.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The step in the journal; `None` when everything was so already: then there is no step and redo is as it was.
    pub op: Option<i64>,
    /// The client it is about and the rows it made, by table.
    pub ids: Vec<(&'static str, Id)>,
    /// What was done, in words.
    pub message: Message,
    /// The clients whose rows changed. Empty after an import: then everything is read again.
    pub clients: Vec<Id>,
    /// Whether something changed that is not one client's (days off, policy, zone) or so much that all is read again.
    pub all: bool,
}

/// What an undo or redo did.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// The new step in the journal.
    pub op: i64,
    /// The action that was taken back or done again.
    pub undone: i64,
    /// That action in words.
    pub message: Message,
    /// The clients whose rows changed.
    pub clients: Vec<Id>,
    /// As in [`Applied::all`].
    pub all: bool,
    /// What was changed since and left as it is.
    pub left: Vec<Message>,
}

/// The policy text in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyRow {
    /// Row id.
    pub id: Id,
    /// Name: `agency`, `solo`, or the user's own.
    pub name: String,
    /// TOML.
    pub text: String,
    /// When it came into force.
    pub created: Moment,
}

/// What is not a client's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookRows {
    /// The file's zone.
    pub zone: Tz,
    /// The policy in force, `None` before one was chosen.
    pub policy: Option<PolicyRow>,
    /// Days off, ended ones too, by first day.
    pub leave: Vec<LeaveRow>,
    /// Imported holidays and make-up days, by day.
    pub holidays: Vec<HolidayDay>,
    /// The Monday of the newest week that was looked back on.
    pub reviewed: Option<Day>,
    /// The currency most invoices are in, `None` without an invoice.
    pub currency: Option<Currency>,
    /// How many clients there are, of any status.
    pub clients: usize,
    /// The policy versions that a case was opened under.
    pub versions: Vec<PolicyRow>,
    /// What is done so that causes do not return, by creation.
    pub improvements: Vec<ImprovementRow>,
}

/// What is done so that a cause does not return (S139).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImprovementRow {
    /// Row id.
    pub id: Id,
    /// The cause.
    pub cause: String,
    /// What is done.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Day>,
    /// When it was decided.
    pub created: Moment,
    /// When it was done, each time, oldest first: again when its cause had come back.
    pub done: Vec<Moment>,
}

impl Store {
    /// The file's path; empty for one in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The zone of the file as it was last read.
    pub fn zone(&self) -> Tz {
        self.zone.get()
    }

    /// Carries out one action in one transaction: all of it, or nothing and the reason.
    pub fn apply(&mut self, action: &Action, now: &Now, face: Face) -> Result<Applied, StoreError> {
        let run = |store: &mut Store| {
            let device = store.device();
            let db = store.write()?;
            let mut tx = tx::Tx::begin(&db, now, face, &device, OpKind::Do, false)?;
            let said = apply::run(&mut tx, action)?;
            if !tx.finish(said)? {
                // Rolled back with the transaction: a step that changed nothing is none.
                let clients: Vec<Id> = tx.args.iter().filter(|(name, _)| *name == "client").map(|(_, id)| Id(*id)).collect();
                let ids = clients.iter().map(|id| ("client", *id)).collect();
                return Ok(Applied { op: None, ids, message: Message::new("did-nothing"), clients, all: false });
            }
            let applied = Applied {
                op: Some(tx.op),
                ids: tx
                    .args
                    .iter()
                    .filter(|(name, _)| *name == "client")
                    .map(|(n, id)| (*n, Id(*id)))
                    .chain(made(&tx))
                    .collect(),
                message: history::message(&db, tx.op, said, &tx.named())?,
                clients: history::clients(&db, tx.op)?,
                all: history::touches_all(&db, tx.op)?,
            };
            db.commit()?;
            Ok(applied)
        };
        let done = run(self);
        self.settle(done)
    }

    /// What is not a client's: zone, policy, days off.
    pub fn book(&self) -> Result<BookRows, StoreError> {
        let read = || {
            self.zone.set(open::read_zone(&self.db)?);
            let version = |r: &rusqlite::Row<'_>| {
                Ok(PolicyRow { id: Id(r.get(0)?), name: r.get(1)?, text: r.get(2)?, created: Moment(r.get(3)?) })
            };
            let policy = self
                .db
                .prepare_cached("SELECT id, name, text, created FROM policy_version ORDER BY created DESC, id DESC LIMIT 1")?
                .query_row([], version)
                .optional()?;
            let versions = self
                .db
                .prepare_cached(
                    "SELECT id, name, text, created FROM policy_version
                     WHERE id IN (SELECT policy_id FROM complaint WHERE policy_id IS NOT NULL) ORDER BY id",
                )?
                .query_map([], version)?
                .collect::<Result<_, _>>()?;
            let leave = stream::leave(&self.db)?;
            let holidays = stream::holidays(&self.db)?.into_iter().map(|row| row.day).collect();
            let clients: i64 = self.db.prepare_cached("SELECT count(*) FROM client")?.query_row([], |r| r.get(0))?;
            let currency: Option<String> = self
                .db
                .prepare_cached("SELECT currency FROM invoice GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1")?
                .query_row([], |r| r.get(0))
                .optional()?;
            let currency = currency.as_deref().and_then(Currency::stored);
            let improvements = stream::improvements(&self.db)?;
            let reviewed: Option<String> = self
                .db
                .prepare_cached("SELECT value FROM setting WHERE key = 'reviewed_week'")?
                .query_row([], |r| r.get(0))
                .optional()?;
            let reviewed = reviewed.and_then(|text| text.parse().ok()).map(|day: chrono::NaiveDate| Day::from(day));
            let (zone, clients) = (self.zone.get(), clients as usize);
            Ok(BookRows { zone, policy, leave, holidays, reviewed, currency, clients, versions, improvements })
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }

    /// A number that changes when another program has written.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        let read = || Ok(self.db.prepare_cached("PRAGMA data_version")?.query_row([], |r| r.get(0))?);
        read().map_err(|e: StoreError| e.at(&self.path))
    }

    /// What the screen remembered under a key.
    pub fn ui_get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let read = || {
            let sql = "SELECT value FROM ui_state WHERE key = ?1";
            Ok(self.db.prepare_cached(sql)?.query_row([key], |r| r.get(0)).optional()?)
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }

    /// Remembers where the screen was; not an action, not journaled.
    pub fn ui_set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO ui_state(key, value) VALUES (?1, ?2) ON CONFLICT(key) DO UPDATE SET value = excluded.value";
        let write = || Ok(self.db.prepare_cached(sql)?.execute(params![key, value]).map(|_| ())?);
        write().map_err(|e: StoreError| e.at(&self.path))
    }

    /// Begins a writing transaction, waiting a little for another program.
    fn write(&mut self) -> Result<Transaction<'_>, StoreError> {
        Ok(self.db.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    /// This device's id, looked up once it is needed: reading makes no files.
    fn device(&mut self) -> String {
        let state_dir = self.state_dir.as_deref();
        self.device.get_or_insert_with(|| open::device(state_dir)).clone()
    }

    /// After a write: the zone may be another one, and an error names the file.
    fn settle<T>(&self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        if done.is_ok()
            && let Ok(zone) = open::read_zone(&self.db)
        {
            self.zone.set(zone);
        }
        done.map_err(|e| e.at(&self.path))
    }
}

fn made<'t>(tx: &'t tx::Tx<'_>) -> impl Iterator<Item = (&'static str, Id)> + 't {
    // A new client stands among the rows it made already as the one the message is about.
    let about = tx.args.iter().find(|(name, _)| *name == "client").map(|(_, id)| *id);
    tx.made.iter().copied().filter(move |(table, id)| *table != "client" || Some(id.0) != about)
}
