//! The streaming door of imports: many rows in one transaction and one op, undone as one step.
//! What a file means is `interchange`'s business; here every line is checked and written.

use super::detail::{ClientDetail, collect, detail};
use super::error::StoreError;
use super::history;
use super::journal::OpKind;
use super::stream::{day, number, text};
use super::tx::Tx;
use super::{Applied, Store, apply, keys};
use crate::domain::action::{Action, ClientField, Face, NewClient, NewEngagement, NewInvoice, NewPoint, NewTask, NewTouch};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::ClientRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::validate::{self, Fact, Refusal, State};
use crate::domain::words::*;
use rusqlite::{OptionalExtension, params};

/// The open transaction of an import. Every method checks before it writes, so a refused line leaves nothing behind
/// and the import may go on with the next.
pub struct ImportTx<'a> {
    pub(super) tx: Tx<'a>,
    records: Option<usize>,
}

impl Store {
    /// Runs an import: all that `write` writes is one op. An error rolls everything back; so does writing nothing, and then there
    /// is no op.
    pub fn import<R, E: From<StoreError>>(
        &mut self,
        now: &Now,
        face: Face,
        write: impl FnOnce(&mut ImportTx<'_>) -> Result<R, E>,
    ) -> Result<(R, Option<Applied>), E> {
        // What the program puts into a file by itself, such as the sample, is nobody's step to take back.
        let kind = if face == Face::System { OpKind::System } else { OpKind::Do };
        let device = self.device();
        let path = self.path.clone();
        // Errors of the caller pass through; those of the store learn the file's name.
        let own = |e: StoreError| E::from(e.at(&path));
        let done = (|| {
            let db = self.write().map_err(own)?;
            let tx = Tx::begin(&db, now, face, &device, kind, true).map_err(own)?;
            let mut import = ImportTx { tx, records: None };
            let result = write(&mut import)?;
            let applied = import.finish().map_err(own)?;
            if applied.is_some() {
                db.commit().map_err(|e| own(e.into()))?;
            }
            Ok((result, applied))
        })();
        let _ = self.settle(Ok(()));
        done
    }
}

impl ImportTx<'_> {
    /// Closes the op; `None` when nothing was written.
    fn finish(&mut self) -> Result<Option<Applied>, StoreError> {
        let tx = &mut self.tx;
        let records = ["client", "touch", "invoice", "engagement", "task", "appointment", "person"];
        let count: i64 = tx.bulk.iter().flatten().filter(|(table, _)| records.contains(*table)).map(|(_, range)| range.2).sum();
        tx.made.clear();
        tx.args = vec![("count", self.records.map_or(count, |n| n as i64))];
        if !tx.finish("did-import")? {
            return Ok(None);
        }
        let message = history::message(tx.db, tx.op, "did-import", &tx.args)?;
        Ok(Some(Applied { op: Some(tx.op), ids: Vec::new(), message, clients: Vec::new(), all: true }))
    }

    /// How many records of the file made or changed something: what the step will say of itself. Without it, the rows made are counted.
    pub fn records(&mut self, count: usize) {
        self.records = Some(count);
    }

    /// Carries out any action as part of the import, under its rules. Returns the rows it made, by table.
    pub fn apply(&mut self, action: &Action) -> Result<Vec<(&'static str, Id)>, StoreError> {
        self.tx.made.clear();
        // Rows of an import are counted by table; here the caller wants their ids too.
        apply::run(&mut self.tx, action)?;
        Ok(std::mem::take(&mut self.tx.made))
    }

    /// The clients whose present name reads like this one.
    pub fn clients_named(&self, name: &str) -> Result<Vec<Id>, StoreError> {
        self.tx.ids("SELECT id FROM client WHERE name_key = ?1 ORDER BY id", [keys::name_key(name)])
    }

    /// The clients who once had such a name.
    pub fn clients_once_named(&self, name: &str) -> Result<Vec<Id>, StoreError> {
        self.tx.ids("SELECT DISTINCT client_id FROM client_alias WHERE name_key = ?1 ORDER BY 1", [keys::name_key(name)])
    }

    /// The client with this UID of a card or list.
    pub fn client_with_external_id(&self, external: &str) -> Result<Option<Id>, StoreError> {
        Ok(self.tx.ids("SELECT id FROM client WHERE external_id = ?1", [external])?.first().copied())
    }

    /// The person with this UID of a card, and whose they are.
    pub fn person_with_external_id(&self, external: &str) -> Result<Option<(Id, Id)>, StoreError> {
        let sql = "SELECT id, client_id FROM person WHERE external_id = ?1 ORDER BY id LIMIT 1";
        let mut statement = self.tx.db.prepare_cached(sql)?;
        Ok(statement.query_row([external], |r| Ok((Id(r.get(0)?), Id(r.get(1)?)))).optional()?)
    }

    /// Who can be reached there: client and, when the point is theirs, person.
    pub fn owners_of_point(&self, kind: PointKind, value: &str) -> Result<Vec<(Id, Option<Id>)>, StoreError> {
        let sql = "SELECT DISTINCT client_id, person_id FROM contact_point WHERE value_key = ?1 AND kind = ?2 ORDER BY 1, 2";
        collect(self.tx.db, sql, params![keys::point_key(kind, value), kind.code()], |r| {
            let person: Option<i64> = r.get(1)?;
            Ok((Id(number(r, 0)?), person.map(Id)))
        })
    }

    /// The people of a client whose name reads like this one.
    pub fn people_named(&self, client: Id, name: &str) -> Result<Vec<Id>, StoreError> {
        let sql = "SELECT id FROM person WHERE client_id = ?1 AND name_key = ?2 ORDER BY id";
        self.tx.ids(sql, params![client.0, keys::name_key(name)])
    }

    /// A client as it is now: its own row, and the rest with at most `touches` touches.
    pub fn client(&self, client: Id, touches: usize) -> Result<Option<(ClientRow, ClientDetail)>, StoreError> {
        let row = super::stream::client_row(self.tx.db, client)?;
        Ok(row.zip(detail(self.tx.db, client, touches)?))
    }

    /// A client's tags.
    pub fn tags(&self, client: Id) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT tag FROM tag WHERE client_id = ?1 ORDER BY tag";
        collect(self.tx.db, sql, [client.0], |r| Ok(text(r, 0)?.to_owned()))
    }

    /// Whether such a touch is there already.
    pub fn has_touch(&self, client: Id, channel: Channel, direction: Direction, at: Moment) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM touch WHERE client_id = ?1 AND at = ?2 AND channel = ?3 AND direction = ?4";
        let values = params![client.0, at.0, channel.code(), direction.code()];
        Ok(self.tx.db.prepare_cached(sql)?.exists(values)?)
    }

    /// An invoice that is there already: by its number, else by day and amount.
    pub fn find_invoice(&self, client: Id, number: Option<&str>, issued: Day, amount: Money) -> Result<Option<Id>, StoreError> {
        let found = match number {
            Some(number) => {
                let sql = "SELECT id FROM invoice WHERE client_id = ?1 AND number = ?2 ORDER BY id";
                self.tx.ids(sql, params![client.0, number])?
            }
            None => {
                let sql = "SELECT id FROM invoice WHERE client_id = ?1 AND issued = ?2 AND amount = ?3 AND currency = ?4
                           AND number IS NULL ORDER BY id";
                self.tx.ids(sql, params![client.0, issued.0, amount.minor, amount.currency.as_str()])?
            }
        };
        Ok(found.first().copied())
    }

    /// Marks an unpaid invoice as paid; returns whether it was unpaid.
    pub fn pay_invoice(&mut self, invoice: Id, on: Day) -> Result<bool, StoreError> {
        let found = self.tx.fact(Fact::Invoice, invoice)?;
        let open = found.is_some_and(|f| !f.closed);
        if open {
            self.tx.update("invoice", invoice, &[("paid", &on.0)])?;
        }
        Ok(open)
    }

    /// Writes a client with its person, points, tags and task. A name that is there already is not refused.
    pub fn add_client(&mut self, new: &NewClient, external_id: Option<&str>) -> Result<Id, StoreError> {
        validate::new_client(new)?;
        self.texts(&[external_id])?;
        if external_id.is_some_and(|e| matches!(self.client_with_external_id(e), Ok(Some(_)))) {
            return Err(Refusal::rule(Message::new("refused-same-external").with("name", new.name.as_str())).into());
        }
        apply::add_client(&mut self.tx, new, external_id)
    }

    /// Changes fields of a client; fields that already have the value change nothing. Returns whether anything changed.
    pub fn update_client(&mut self, client: Id, fields: &[ClientField]) -> Result<bool, StoreError> {
        fields.iter().try_for_each(validate::field)?;
        let before = self.written()?;
        apply::change_fields(&mut self.tx, client, fields, None)?;
        Ok(self.written()? > before)
    }

    /// A number that grows with every row the op made or changed.
    fn written(&self) -> Result<i64, StoreError> {
        let made: i64 = self.tx.bulk.iter().flatten().map(|(_, range)| range.2).sum();
        let changed: i64 =
            self.tx.db.prepare_cached("SELECT coalesce(max(seq), 0) FROM change")?.query_row([], |r| r.get(0))?;
        Ok(made + changed)
    }

    /// Gives a client an external id when it has none.
    pub fn set_external_id(&mut self, client: Id, external_id: &str) -> Result<(), StoreError> {
        self.texts(&[Some(external_id)])?;
        let sql = "SELECT 1 FROM client WHERE id = ?1 AND external_id IS NULL";
        if self.tx.db.prepare_cached(sql)?.exists([client.0])? && self.client_with_external_id(external_id)?.is_none() {
            self.tx.update("client", client, &[("external_id", &external_id)])?;
        }
        Ok(())
    }

    /// A client is there from its earliest fact.
    pub fn since_at_latest(&mut self, client: Id, on: Day) -> Result<(), StoreError> {
        let sql = "SELECT since FROM client WHERE id = ?1";
        let since = collect(self.tx.db, sql, [client.0], |r| day(r, 0))?;
        if since.first().is_some_and(|since| on < *since) {
            self.tx.update("client", client, &[("since", &on.0)])?;
        }
        Ok(())
    }

    /// Writes a person.
    pub fn add_person(
        &mut self,
        client: Id,
        name: &str,
        role: Option<&str>,
        note: Option<&str>,
        external_id: Option<&str>,
    ) -> Result<Id, StoreError> {
        if validate::is_blank(name) {
            return Err(Refusal::bad(Message::new("refused-empty-name")).into());
        }
        self.texts(&[Some(name), role, note, external_id])?;
        apply::insert_person(&mut self.tx, client, name, role, note, external_id)
    }

    /// Adds a contact point; `None` when the client (or the person) has it already.
    pub fn add_point(&mut self, client: Id, person: Option<Id>, point: &NewPoint) -> Result<Option<Id>, StoreError> {
        validate::point(point)?;
        Ok(apply::add_points(&mut self.tx, client, person, std::slice::from_ref(point))?.first().copied())
    }

    /// Adds a tag; returns whether it is new.
    pub fn add_tag(&mut self, client: Id, tag: &str) -> Result<bool, StoreError> {
        self.texts(&[Some(tag)])?;
        apply::add_tag(&mut self.tx, client, tag)
    }

    /// Writes a touch, of an unknown channel too; `again` makes no appointment here.
    pub fn add_touch(&mut self, touch: &NewTouch) -> Result<Id, StoreError> {
        let stored = NewTouch { again: None, ..touch.clone() };
        let judged = match touch.outcome {
            // A list of the past has no next moment to name.
            Outcome::Callback => NewTouch { outcome: Outcome::Reached, ..stored.clone() },
            _ => stored.clone(),
        };
        validate::touch(&judged, &self.tx.now)?;
        apply::insert_touch(&mut self.tx, &stored)
    }

    /// Writes an invoice; the first one makes a lead a client.
    pub fn add_invoice(&mut self, invoice: &NewInvoice) -> Result<Id, StoreError> {
        validate::invoice(invoice)?;
        apply::insert_invoice(&mut self.tx, invoice)
    }

    /// Writes an engagement; one that has begun makes a lead a client.
    pub fn add_engagement(&mut self, engagement: &NewEngagement) -> Result<Id, StoreError> {
        validate::engagement(engagement)?;
        apply::insert_engagement(&mut self.tx, engagement)
    }

    /// Writes a task.
    pub fn add_task(&mut self, task: &NewTask) -> Result<Id, StoreError> {
        validate::task(task)?;
        apply::insert_task(&mut self.tx, task)
    }

    /// Writes an appointment.
    pub fn add_appointment(
        &mut self,
        client: Id,
        channel: Channel,
        start: Moment,
        minutes: Option<i64>,
        place: Option<&str>,
        note: Option<&str>,
    ) -> Result<Id, StoreError> {
        self.texts(&[place, note])?;
        if channel == Channel::Unknown {
            return Err(Refusal::bad(Message::new("refused-channel")).into());
        }
        let created = self.tx.moment();
        self.tx.insert(
            "appointment",
            &[
                ("client_id", &client.0),
                ("channel", &channel.code()),
                ("start", &start.0),
                ("minutes", &minutes),
                ("place", &place),
                ("note", &note),
                ("created", &created),
            ],
        )
    }

    /// Keeps a column without a place of its own with the client; one of that name is replaced. Returns whether it changed.
    pub fn add_extra(
        &mut self,
        client: Id,
        person: Option<Id>,
        name: &str,
        value: &str,
        source: Option<&str>,
    ) -> Result<bool, StoreError> {
        self.texts(&[Some(name), Some(value), source])?;
        let sql = "SELECT id FROM extra_field WHERE client_id = ?1 AND name = ?2 AND person_id IS ?3 ORDER BY id LIMIT 1";
        let known = self.tx.ids(sql, params![client.0, name, person.map(|p| p.0)])?;
        if let Some(id) = known.first() {
            let same = "SELECT 1 FROM extra_field WHERE id = ?1 AND value = ?2";
            if self.tx.db.prepare_cached(same)?.exists(params![id.0, value])? {
                return Ok(false);
            }
            self.tx.update("extra_field", *id, &[("value", &value), ("source", &source)])?;
            return Ok(true);
        }
        self.tx.insert(
            "extra_field",
            &[
                ("client_id", &client.0),
                ("person_id", &person.map(|p| p.0)),
                ("name", &name),
                ("value", &value),
                ("source", &source),
            ],
        )?;
        Ok(true)
    }

    /// Writes a yearly date (month, day, year when known); `None` when that kind of date is there already.
    pub fn add_care_date(
        &mut self,
        client: Id,
        person: Option<Id>,
        kind: CareKind,
        name: Option<&str>,
        date: (u8, u8, Option<i32>),
        calendar: Calendar,
    ) -> Result<Option<Id>, StoreError> {
        validate::yearly(date.0, date.1, date.2)?;
        self.texts(&[name])?;
        let sql = "SELECT 1 FROM care_date WHERE client_id = ?1 AND person_id IS ?2 AND kind = ?3 AND name IS ?4
                   AND month = ?5 AND day = ?6";
        let values = params![client.0, person.map(|p| p.0), kind.code(), name, date.0, date.1];
        if self.tx.db.prepare_cached(sql)?.exists(values)? {
            return Ok(None);
        }
        apply::insert_care_date(&mut self.tx, client, person, kind, name, date, calendar).map(Some)
    }

    /// Pins a tier unless one is pinned; returns whether it was.
    pub fn pin(&mut self, client: Id, tier: Tier, why: &str, from: Day, review_on: Day) -> Result<bool, StoreError> {
        self.texts(&[Some(why)])?;
        if self.tx.holds(client, validate::Held::Pin)? {
            return Ok(false);
        }
        apply::insert_pin(&mut self.tx, client, tier, why, from, None, review_on)?;
        Ok(true)
    }

    /// The pinned tier, if any.
    pub fn pinned(&self, client: Id) -> Result<Option<Tier>, StoreError> {
        let sql = "SELECT tier FROM pin WHERE client_id = ?1 AND ended IS NULL ORDER BY created DESC, id DESC LIMIT 1";
        let found = collect(self.tx.db, sql, [client.0], |r| super::stream::code(r, 0, Tier::parse))?;
        Ok(found.first().copied())
    }

    fn texts(&self, texts: &[Option<&str>]) -> Result<(), StoreError> {
        Ok(texts.iter().flatten().try_for_each(|t| validate::text(t))?)
    }
}
