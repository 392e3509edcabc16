//! The pen of one transaction: inserts, updates and deletes fact rows, hands out ids, and answers what the rules ask.
//! What is written for which action stands in `apply`.

use super::error::StoreError;
use super::id::Ids;
use super::journal::{self, Head, OpKind, quoted};
use super::keys;
use crate::domain::action::Face;
use crate::domain::complaint::CaseRow;
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::validate::{ClientState, Fact, FactState, Held, State};
use crate::domain::words::*;
use rusqlite::{Connection, OptionalExtension, ToSql, params};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Pins that hold, as [`PinRow::in_force`](crate::domain::facts::PinRow::in_force): `?2` is today, `?3` is now.
pub(super) const PIN_IN_FORCE: &str = r#""from" <= ?2 AND (until IS NULL OR until >= ?2) AND (ended IS NULL OR ended > ?3)"#;

/// Pins that hold or will: `?2` is today, `?3` is now.
pub(super) const PIN_AHEAD: &str = "(until IS NULL OR until >= ?2) AND (ended IS NULL OR ended > ?3)";

/// One column and its value.
pub(super) type Column<'a> = (&'a str, &'a dyn ToSql);

/// The rows of one table that an import made: first id, last id, how many.
pub(super) type Range = (i64, i64, i64);

pub(super) struct Tx<'a> {
    pub(super) db: &'a Connection,
    pub(super) now: Now,
    pub(super) op: i64,
    ids: Ids,
    /// Rows made, by table, in order; only the first few of an import.
    pub(super) made: Vec<(&'static str, Id)>,
    /// What the message of the op says beside names: days, counts, a moment.
    pub(super) args: Vec<(&'static str, i64)>,
    /// Rows of an import by table; `None` for an action whose inserts the triggers journal.
    pub(super) bulk: Option<BTreeMap<&'static str, Range>>,
}

impl<'a> Tx<'a> {
    /// Opens an op inside the transaction that `db` is in.
    pub(super) fn begin(
        db: &'a Connection,
        now: &Now,
        face: Face,
        device: &str,
        kind: OpKind,
        bulk: bool,
    ) -> Result<Tx<'a>, StoreError> {
        let mut ids = Ids::load(db, now.instant)?;
        let head = Head { uid: ids.next().0, device, at: now.instant, face, kind };
        let op = journal::begin(db, &head, bulk)?;
        Ok(Tx { db, now: *now, op, ids, made: Vec::new(), args: Vec::new(), bulk: bulk.then(BTreeMap::new) })
    }

    /// Closes the op with its message. Returns whether it changed anything.
    pub(super) fn finish(&self, message: &str) -> Result<bool, StoreError> {
        for (table, (first, last, count)) in self.bulk.iter().flatten() {
            journal::stamp(self.db, self.op, table, *first, *last, *count)?;
        }
        self.ids.save(self.db)?;
        let ids = serde_json::to_string(&self.named()).unwrap_or_else(|_| "[]".to_owned());
        journal::finish(self.db, self.op, message, &ids)
    }

    /// What the message is made of, as it is kept with the op.
    pub(super) fn named(&self) -> Vec<(&'static str, i64)> {
        self.args.iter().copied().chain(self.made.iter().take(16).map(|(table, id)| (*table, id.0))).collect()
    }

    /// Inserts a row under a new id.
    pub(super) fn insert(&mut self, table: &'static str, columns: &[Column<'_>]) -> Result<Id, StoreError> {
        let id = self.new_id(table);
        let mut sql = format!("INSERT INTO {}(id", quoted(table));
        let mut marks = String::from("?1");
        for (n, (column, _)) in columns.iter().enumerate() {
            let _ = write!(sql, ", {}", quoted(column));
            let _ = write!(marks, ", ?{}", n + 2);
        }
        let _ = write!(sql, ") VALUES ({marks})");
        let mut statement = self.db.prepare_cached(&sql)?;
        statement.raw_bind_parameter(1, id.0)?;
        for (n, (_, value)) in columns.iter().enumerate() {
            statement.raw_bind_parameter(n + 2, value)?;
        }
        statement.raw_execute()?;
        Ok(id)
    }

    /// A new id for a row of this table.
    pub(super) fn new_id(&mut self, table: &'static str) -> Id {
        let id = self.ids.next();
        if let Some(ranges) = &mut self.bulk {
            let range = ranges.entry(table).or_insert((id.0, id.0, 0));
            range.1 = id.0;
            range.2 += 1;
        }
        if self.bulk.is_none() || self.made.len() < 16 {
            self.made.push((table, id));
        }
        id
    }

    /// Changes columns of a row.
    pub(super) fn update(&self, table: &str, id: Id, columns: &[Column<'_>]) -> Result<(), StoreError> {
        if columns.is_empty() {
            return Ok(());
        }
        let mut sql = format!("UPDATE {} SET ", quoted(table));
        for (n, (column, _)) in columns.iter().enumerate() {
            let comma = if n == 0 { "" } else { ", " };
            let _ = write!(sql, "{comma}{} = ?{}", quoted(column), n + 2);
        }
        sql.push_str(" WHERE id = ?1");
        let mut statement = self.db.prepare_cached(&sql)?;
        statement.raw_bind_parameter(1, id.0)?;
        for (n, (_, value)) in columns.iter().enumerate() {
            statement.raw_bind_parameter(n + 2, value)?;
        }
        statement.raw_execute()?;
        Ok(())
    }

    /// Removes a row.
    pub(super) fn delete(&self, table: &str, id: Id) -> Result<(), StoreError> {
        self.db.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", quoted(table)))?.execute([id.0])?;
        Ok(())
    }

    /// Now, as it is stored.
    pub(super) fn moment(&self) -> i64 {
        self.now.instant.0
    }

    /// The ids a query answers with.
    pub(super) fn ids(&self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<Id>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let found = statement.query_map(values, |r| r.get(0).map(Id))?.collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// The client a row belongs to.
    pub(super) fn client_of(&self, table: &str, id: Id) -> Result<Id, StoreError> {
        let sql = format!("SELECT client_id FROM {} WHERE id = ?1", quoted(table));
        Ok(self.db.prepare_cached(&sql)?.query_row([id.0], |r| r.get(0).map(Id))?)
    }

    /// Relations of this kind between two clients that are not ended, whoever they were written at.
    pub(super) fn relations(&self, client: Id, other: Id, kind: RelationKind) -> Result<Vec<Id>, StoreError> {
        let sql = "SELECT id FROM client_relation WHERE client_id = ?1 AND other_id = ?2 AND kind = ?3 AND ended IS NULL
                   UNION ALL SELECT id FROM client_relation WHERE client_id = ?2 AND other_id = ?1 AND kind = ?3 AND ended IS NULL";
        self.ids(sql, params![client.0, other.0, kind.code()])
    }

    /// Says in the op's message which client it is about.
    pub(super) fn about(&mut self, client: Id) {
        self.args.push(("client", client.0));
    }

    /// A lead that gets its first invoice or begun engagement is a client from that day.
    pub(super) fn activate(&self, client: Id, on: Day) -> Result<(), StoreError> {
        if on > self.now.today() {
            return Ok(());
        }
        let lead = "SELECT 1 FROM client WHERE id = ?1 AND status = 'lead'";
        if self.db.prepare_cached(lead)?.exists([client.0])? {
            let why: Option<String> = None;
            self.update("client", client, &[("status", &Status::Active.code()), ("status_on", &on.0), ("status_why", &why)])?;
        }
        Ok(())
    }
}

impl State for Tx<'_> {
    type Error = StoreError;

    fn client(&self, id: Id) -> Result<Option<ClientState>, StoreError> {
        let mut statement = self.db.prepare_cached("SELECT name, kind, status FROM client WHERE id = ?1")?;
        let row = statement
            .query_row([id.0], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?)))
            .optional()?;
        row.map(|(name, kind, status)| client_state(name, &kind, &status)).transpose()
    }

    fn named(&self, name: &str) -> Result<Vec<(Id, ClientState)>, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT id, name, kind, status FROM client WHERE name_key = ?1 ORDER BY id")?;
        let mut rows = statement.query([keys::name_key(name)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, status): (String, String) = (row.get(2)?, row.get(3)?);
            found.push((Id(row.get(0)?), client_state(row.get(1)?, &kind, &status)?));
        }
        Ok(found)
    }

    fn fact(&self, fact: Fact, id: Id) -> Result<Option<FactState>, StoreError> {
        let sql = match fact {
            Fact::Client => "SELECT id, 0, NULL, NULL FROM client WHERE id = ?1",
            Fact::Person => "SELECT client_id, 0, NULL, NULL FROM person WHERE id = ?1",
            Fact::Point => "SELECT client_id, 0, NULL, NULL FROM contact_point WHERE id = ?1",
            Fact::Touch => "SELECT client_id, outcome = 'callback', NULL, NULL FROM touch WHERE id = ?1",
            Fact::Appointment => "SELECT client_id, ended IS NOT NULL, NULL, NULL FROM appointment WHERE id = ?1",
            Fact::Task => "SELECT client_id, done IS NOT NULL, NULL, NULL FROM task WHERE id = ?1",
            Fact::Leave => "SELECT NULL, ended IS NOT NULL, first, last FROM leave WHERE id = ?1",
            Fact::Invoice => "SELECT client_id, paid IS NOT NULL, issued, due FROM invoice WHERE id = ?1",
            Fact::Engagement => r#"SELECT client_id, status = 'done', start, "end" FROM engagement WHERE id = ?1"#,
            Fact::Milestone => "SELECT client_id, done IS NOT NULL, NULL, due FROM milestone WHERE id = ?1",
            Fact::CareDate => "SELECT client_id, 0, NULL, NULL FROM care_date WHERE id = ?1",
            Fact::Gift => "SELECT client_id, 0, NULL, NULL FROM gift WHERE id = ?1",
            Fact::Survey => "SELECT client_id, 0, NULL, NULL FROM survey_answer WHERE id = ?1",
            Fact::Complaint => "SELECT client_id, 0, NULL, NULL FROM complaint WHERE id = ?1",
            Fact::Evidence => "SELECT client_id, 0, NULL, NULL FROM evidence WHERE id = ?1",
            Fact::Opportunity => "SELECT client_id, 0, NULL, NULL FROM opportunity WHERE id = ?1",
            Fact::Run => "SELECT client_id, ended IS NOT NULL, NULL, NULL FROM playbook_run WHERE id = ?1",
            Fact::Step => {
                "SELECT s.client_id, s.done IS NOT NULL OR r.ended IS NOT NULL, NULL, s.due
                 FROM playbook_step s JOIN playbook_run r ON r.id = s.run_id WHERE s.id = ?1"
            }
            // Done, and its cause has not come back since.
            Fact::Improvement => {
                "SELECT NULL,
                   EXISTS (SELECT 1 FROM improvement_done d WHERE d.improvement_id = i.id) AND NOT EXISTS (
                     SELECT 1 FROM complaint c WHERE c.kind IN ('complaint', 'conflict') AND trim(c.cause) = trim(i.cause)
                       AND c.opened > (SELECT max(done) FROM improvement_done d WHERE d.improvement_id = i.id)),
                   NULL, NULL
                 FROM improvement i WHERE i.id = ?1"
            }
        };
        let state = |r: &rusqlite::Row<'_>| {
            let client: Option<i64> = r.get(0)?;
            let (from, to): (Option<i32>, Option<i32>) = (r.get(2)?, r.get(3)?);
            Ok(FactState { client: client.map(Id), closed: r.get(1)?, from: from.map(Day), to: to.map(Day) })
        };
        Ok(self.db.prepare_cached(sql)?.query_row([id.0], state).optional()?)
    }

    fn tagged(&self, client: Id, tag: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM tag WHERE client_id = ?1 AND tag = ?2";
        Ok(self.db.prepare_cached(sql)?.exists(params![client.0, tag.trim()])?)
    }

    fn points(&self, client: Id, person: Option<Id>) -> Result<Vec<Id>, StoreError> {
        self.ids(
            "SELECT id FROM contact_point WHERE client_id = ?1 AND person_id IS ?2 ORDER BY kind, rank, id",
            params![client.0, person.map(|p| p.0)],
        )
    }

    fn related(&self, client: Id, other: Id, kind: RelationKind) -> Result<bool, StoreError> {
        Ok(!self.relations(client, other, kind)?.is_empty())
    }

    fn case(&self, id: Id) -> Result<Option<CaseRow>, StoreError> {
        super::stream::one_case(self.db, id)
    }

    fn runs(&self, client: Id, playbook: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM playbook_run WHERE client_id = ?1 AND playbook = ?2 AND ended IS NULL";
        Ok(self.db.prepare_cached(sql)?.exists(params![client.0, playbook.trim()])?)
    }

    fn holds(&self, client: Id, held: Held) -> Result<bool, StoreError> {
        let found = match held {
            Held::Pin => {
                let sql = format!("SELECT 1 FROM pin WHERE client_id = ?1 AND {PIN_IN_FORCE}");
                self.db.prepare_cached(&sql)?.exists(params![client.0, self.now.today().0, self.moment()])
            }
            Held::PinAhead => {
                let sql = format!("SELECT 1 FROM pin WHERE client_id = ?1 AND {PIN_AHEAD}");
                self.db.prepare_cached(&sql)?.exists(params![client.0, self.now.today().0, self.moment()])
            }
            Held::Pause => self
                .db
                .prepare_cached("SELECT 1 FROM deferral WHERE client_id = ?1 AND kind = 'pause' AND ended IS NULL")?
                .exists([client.0]),
            Held::Override(channel) => self
                .db
                .prepare_cached("SELECT 1 FROM override WHERE client_id = ?1 AND channel = ?2 AND ended IS NULL")?
                .exists(params![client.0, channel.code()]),
        };
        Ok(found?)
    }
}

fn client_state(name: String, kind: &str, status: &str) -> Result<ClientState, StoreError> {
    let kind = ClientKind::parse(kind).ok_or_else(|| StoreError::bad_value("client", "kind"))?;
    let status = Status::parse(status).ok_or_else(|| StoreError::bad_value("client", "status"))?;
    Ok(ClientState { name, kind, status })
}
