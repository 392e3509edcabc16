//! The streaming door of imports: many rows in one transaction and one op, undone as one step.
//! What a file means is `interchange`'s business; here every line is checked and written.

use super::apply::{NewPin, PersonColumns};
use super::error::StoreError;
use super::history;
use super::journal::OpKind;
use super::tx::{PIN_AHEAD, Tx};
use super::{Applied, Store, apply};
use crate::domain::action::{
    ClientField, Face, NewCareDate, NewClient, NewComplaint, NewEngagement, NewGift, NewInvoice, NewMilestone, NewOpportunity,
    NewPoint, NewSurvey, NewTouch, OpportunityChanges,
};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::validate::{self, Refusal, State};
use crate::domain::words::*;
use rusqlite::params;

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
        let records =
            ["client", "touch", "invoice", "engagement", "task", "appointment", "person", "survey_answer", "opportunity"];
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

    /// The client with this UID of a card or list.
    pub fn client_with_external_id(&self, external: &str) -> Result<Option<Id>, StoreError> {
        Ok(self.tx.ids("SELECT id FROM client WHERE external_id = ?1", [external])?.first().copied())
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

    /// Writes a person.
    pub fn add_person(
        &mut self,
        client: Id,
        name: &str,
        role: Option<&str>,
        note: Option<&str>,
        external_id: Option<&str>,
    ) -> Result<Id, StoreError> {
        let person = PersonColumns { name, role, note, external_id };
        self.check_person(&person)?;
        apply::insert_person(&mut self.tx, client, &person)
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

    /// Sets the day on which the client was told last how an engagement goes.
    pub fn report_progress(&mut self, engagement: Id, on: Day) -> Result<(), StoreError> {
        self.tx.update("engagement", engagement, &[("reported_on", &on.0)])
    }

    /// Writes a milestone of an engagement, reached on `done`.
    pub fn add_milestone(&mut self, new: &NewMilestone, done: Option<Day>) -> Result<Id, StoreError> {
        validate::milestone(new)?;
        let milestone = apply::insert_milestone(&mut self.tx, new)?;
        done.map_or(Ok(()), |day| self.tx.update("milestone", milestone, &[("done", &day.0)]))?;
        Ok(milestone)
    }

    /// Writes a survey answer.
    pub fn add_survey(&mut self, new: &NewSurvey) -> Result<Id, StoreError> {
        validate::survey(new, &self.tx.now)?;
        apply::insert_survey(&mut self.tx, new)
    }

    /// Writes a case, in the state it was taken over in.
    pub fn add_complaint(&mut self, new: &NewComplaint) -> Result<Id, StoreError> {
        validate::new_complaint(new, &self.tx.now)?;
        apply::insert_complaint(&mut self.tx, new)
    }

    /// Writes possible work in the stage it was taken over in; won, it makes a lead a client.
    pub fn add_opportunity(&mut self, new: &NewOpportunity) -> Result<Id, StoreError> {
        validate::new_opportunity(new, &self.tx.now)?;
        apply::insert_opportunity(&mut self.tx, new)
    }

    /// Changes possible work; another stage or day is one more state.
    pub fn change_opportunity(&mut self, opportunity: Id, changes: &OpportunityChanges) -> Result<(), StoreError> {
        validate::opportunity_changes(changes, &self.tx.now)?;
        apply::change_opportunity(&mut self.tx, opportunity, changes).map(|_| ())
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

    /// Writes a yearly date with all that belongs to it.
    pub fn add_care(&mut self, new: &NewCareDate) -> Result<Id, StoreError> {
        validate::care_date(new)?;
        self.texts(&[new.name.as_deref(), new.note.as_deref()])?;
        apply::insert_care(&mut self.tx, new)
    }

    /// Writes what a yearly date says now.
    pub fn change_care(&mut self, care_date: Id, new: &NewCareDate) -> Result<(), StoreError> {
        validate::care_date(new)?;
        self.texts(&[new.name.as_deref(), new.note.as_deref()])?;
        apply::update_care(&mut self.tx, care_date, new)
    }

    /// Writes a greeting of a care date of former days: a message at ten.
    pub fn add_greeting(
        &mut self,
        client: Id,
        occasion: Target,
        day: Day,
        person: Option<Id>,
        note: &str,
    ) -> Result<Id, StoreError> {
        let at = Moment(day.start(self.tx.now.zone).0 + 10 * 3600);
        let touch = self.add_touch(&NewTouch {
            client,
            person,
            channel: Channel::Message,
            direction: Direction::Out,
            outcome: Outcome::Reached,
            at,
            minutes: None,
            flag: None,
            note: Some(note.to_owned()),
            again: None,
        })?;
        apply::insert_done(&mut self.tx, client, occasion, day, at.0, CareDone::Greeted, Some(touch))
    }

    /// Writes a gift.
    pub fn add_gift(&mut self, new: &NewGift) -> Result<Id, StoreError> {
        validate::gift(new, &self.tx.now)?;
        apply::insert_gift(&mut self.tx, new)
    }

    /// Writes what a client said about being written to.
    pub fn add_consent(
        &mut self,
        client: Id,
        channel: Option<Channel>,
        state: ConsentState,
        on: Day,
        how: Option<&str>,
    ) -> Result<Id, StoreError> {
        self.texts(&[how])?;
        apply::insert_consent(&mut self.tx, client, channel, state, on, how)
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

    /// Pins a tier unless one is pinned; returns whether it was. A pin that is to come takes over on its first day.
    pub fn pin(&mut self, client: Id, tier: Tier, why: &str, from: Day, review_on: Day) -> Result<bool, StoreError> {
        self.texts(&[Some(why)])?;
        if self.tx.holds(client, validate::Held::Pin)? {
            return Ok(false);
        }
        let sql = format!(r#"SELECT min("from") FROM pin WHERE client_id = ?1 AND {PIN_AHEAD}"#);
        let next: Option<i32> = self
            .tx
            .db
            .prepare_cached(&sql)?
            .query_row(params![client.0, self.tx.now.today().0, self.tx.moment()], |r| r.get(0))?;
        let ended = next.map(|day| Day(day).start(self.tx.now.zone));
        apply::insert_pin(&mut self.tx, client, &NewPin { tier, why, from, until: None, review_on, ended })?;
        Ok(true)
    }

    /// Refuses a person without a name, and texts that cannot be kept.
    pub(super) fn check_person(&self, person: &PersonColumns<'_>) -> Result<(), StoreError> {
        if validate::is_blank(person.name) {
            return Err(Refusal::bad(Message::new("refused-empty-name")).into());
        }
        self.texts(&[Some(person.name), person.role, person.note, person.external_id])
    }

    fn texts(&self, texts: &[Option<&str>]) -> Result<(), StoreError> {
        Ok(texts.iter().flatten().try_for_each(|t| validate::text(t))?)
    }
}
