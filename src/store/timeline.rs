//! What happened with one client, table by table, the newest rows of each: what the timeline and its sparklines are made of.
//! Which words a row gets and where it stands is `portfolio::timeline`'s to say.

use super::Store;
use super::case::{CaseEventRow, newest_events};
use super::detail::{TouchDetail, collect, each, newest_touches};
use super::error::StoreError;
use super::stream::{self, Source, code, day, moment, number, rows, text};
use crate::domain::complaint::CaseRow;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::*;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::text::fold;
use rusqlite::{Connection, Row};
use std::collections::HashSet;

/// Rows of each table at most, the newest; open tasks are read all.
pub const NEWEST: usize = 500;

/// Calendar months that the sparklines cover, the present one included.
pub const MONTHS: usize = 12;

/// The newest rows of one client, table by table, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineRows {
    /// The client.
    pub client: Id,
    /// Touches up to the moment of the question.
    pub touches: Vec<TouchDetail>,
    /// Appointments, ended ones too.
    pub appointments: Vec<AppointmentRow>,
    /// Tasks: every open one, and the newest of those that are done.
    pub tasks: Vec<TaskRow>,
    /// Invoices issued up to the day of the question.
    pub invoices: Vec<InvoiceRow>,
    /// Engagements, finished ones too.
    pub engagements: Vec<EngagementRow>,
    /// Deferrals decided up to the moment of the question, ended ones too.
    pub deferrals: Vec<DeferralRow>,
    /// Changes of the plan for this client, ended ones too.
    pub overrides: Vec<OverrideRow>,
    /// Pins, ended ones too.
    pub pins: Vec<PinRow>,
    /// Tier changes up to the moment of the question.
    pub tier_changes: Vec<TierChangeRow>,
    /// Survey answers up to the day of the question.
    pub surveys: Vec<SurveyRow>,
    /// Cases opened up to the moment of the question, without their events.
    pub cases: Vec<CaseRow>,
    /// What happened in cases up to that moment, without what was corrected since.
    pub case_events: Vec<CaseEventRow>,
    /// Decisions on how much is put into the client up to the moment of the question, ended ones too.
    pub investments: Vec<InvestmentRow>,
    /// When the client was reached within the last [`MONTHS`] calendar months: all of them, for counting.
    pub reached: Vec<Moment>,
    /// What was billed within these months: all of it, for adding up.
    pub billed: Vec<(Day, Money)>,
}

impl Store {
    /// The newest rows of a client as of a moment, at most [`NEWEST`] of each table and every open task.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn timeline(&self, client: Id, now: &Now) -> Result<TimelineRows, StoreError> {
        let reading = || {
            // One transaction, so that all tables are of one moment.
            let db = self.db.unchecked_transaction()?;
            read(&db, client, now)
        };
        reading().map_err(|e: StoreError| e.at(&self.path))
    }

    /// The clients with this text in a note of theirs or in what they need, in a note of a person, an appointment or a touch, in what a
    /// case is about, what is wanted in it or what was said in its log, in a milestone, in what possible work is about or why it is
    /// otherwise. Case, accents and width do not matter.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn clients_with_note(&self, part: &str) -> Result<HashSet<Id>, StoreError> {
        let part = fold(part);
        let reading = || {
            let db = self.db.unchecked_transaction()?;
            let mut found = HashSet::new();
            for sql in [
                "SELECT id, note FROM client WHERE note IS NOT NULL",
                "SELECT id, need FROM client WHERE need IS NOT NULL",
                "SELECT client_id, note FROM person WHERE note IS NOT NULL",
                "SELECT client_id, note FROM appointment WHERE note IS NOT NULL",
                "SELECT client_id, note FROM touch WHERE note IS NOT NULL",
                "SELECT client_id, text FROM complaint",
                "SELECT client_id, demand FROM complaint WHERE demand IS NOT NULL",
                "SELECT client_id, text FROM complaint_event WHERE text IS NOT NULL",
                "SELECT client_id, title FROM milestone",
                "SELECT client_id, note FROM milestone WHERE note IS NOT NULL",
                "SELECT client_id, title FROM opportunity",
                "SELECT client_id, note FROM opportunity WHERE note IS NOT NULL",
                "SELECT client_id, why FROM opportunity_state WHERE why IS NOT NULL",
            ] {
                each(&db, sql, (), |r| {
                    let client = Id(number(r, 0)?);
                    if !found.contains(&client) && fold(text(r, 1)?).contains(&part) {
                        found.insert(client);
                    }
                    Ok(())
                })?;
            }
            Ok(found)
        };
        reading().map_err(|e: StoreError| e.at(&self.path))
    }

    /// What was said of what became of clients, by row.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn outcome_notes(&self) -> Result<std::collections::HashMap<Id, String>, StoreError> {
        let reading = || {
            let db = self.db.unchecked_transaction()?;
            let sql = "SELECT id, note FROM risk_outcome WHERE note IS NOT NULL";
            let said = collect(&db, sql, (), |r| Ok((Id(number(r, 0)?), text(r, 1)?.to_owned())))?;
            Ok(said.into_iter().collect())
        };
        reading().map_err(|e: StoreError| e.at(&self.path))
    }

    /// How many people each client has; a client without any is not named.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn people_counts(&self) -> Result<std::collections::HashMap<Id, usize>, StoreError> {
        let reading = || {
            let db = self.db.unchecked_transaction()?;
            let sql = "SELECT client_id, count(*) FROM person GROUP BY client_id";
            let counted = collect(&db, sql, (), |r| Ok((Id(number(r, 0)?), number(r, 1)?.max(0) as usize)))?;
            Ok(counted.into_iter().collect())
        };
        reading().map_err(|e: StoreError| e.at(&self.path))
    }
}

fn read(db: &Connection, client: Id, now: &Now) -> Result<TimelineRows, StoreError> {
    let (today, instant) = (now.today(), now.instant);
    let any = i64::MAX;
    let month = today.month_index() - (MONTHS as i32 - 1);
    let first = Day::last_of_month_index(month - 1).plus(1);
    Ok(TimelineRows {
        client,
        touches: newest_touches(db, client, NEWEST, instant)?,
        appointments: newest(db, &stream::APPOINTMENT, "start", client, any, rows::appointment)?,
        tasks: tasks(db, client, instant)?,
        invoices: newest(db, &stream::INVOICE, "issued", client, today.0.into(), rows::invoice)?,
        engagements: engagements(db, client)?,
        deferrals: newest(db, &stream::DEFERRAL, "created", client, instant.0, rows::deferral)?,
        overrides: newest(db, &stream::OVERRIDE, "created", client, instant.0, rows::changed)?,
        pins: newest(db, &stream::PIN, "created", client, any, rows::pin)?,
        tier_changes: newest(db, &stream::TIER_CHANGE, "at", client, instant.0, rows::tier_change)?,
        surveys: newest(db, &stream::SURVEY, "on_day", client, today.0.into(), rows::survey)?,
        cases: newest(db, &stream::COMPLAINT, "opened", client, instant.0, rows::complaint)?,
        case_events: newest_events(db, client, NEWEST, instant)?,
        investments: newest(db, &stream::INVESTMENT, "created", client, instant.0, rows::investment)?,
        reached: collect(
            db,
            "SELECT at FROM touch WHERE client_id = ?1 AND at BETWEEN ?2 AND ?3 AND outcome = 'reached' AND channel <> 'unknown'",
            (client.0, first.start(now.zone).0, instant.0),
            |r| moment(r, 0),
        )?,
        billed: collect(
            db,
            "SELECT issued, amount, currency FROM invoice WHERE client_id = ?1 AND issued BETWEEN ?2 AND ?3",
            (client.0, first.0, today.0),
            |r| Ok((day(r, 0)?, Money { minor: number(r, 1)?, currency: code(r, 2, Currency::stored)? })),
        )?,
    })
}

/// The newest rows of a table up to a value of the column that dates them. Each table has an index that begins with the client and
/// that column, so only these rows are read.
fn newest<T>(
    db: &Connection,
    source: &Source,
    dated: &str,
    client: Id,
    until: i64,
    read: fn(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let Source { table, columns, .. } = source;
    let sql = format!(
        "SELECT client_id, {columns} FROM {table} WHERE client_id = ?1 AND {dated} <= ?2
         ORDER BY {dated} DESC, id DESC LIMIT {NEWEST}"
    );
    collect(db, &sql, (client.0, until), read)
}

/// Engagements with their milestones.
fn engagements(db: &Connection, client: Id) -> Result<Vec<EngagementRow>, StoreError> {
    let mut all = newest(db, &stream::ENGAGEMENT, "start", client, i64::MAX, rows::engagement)?;
    let Source { table, columns, .. } = &stream::MILESTONE;
    let sql = format!("SELECT client_id, {columns} FROM {table} WHERE client_id = ?1 ORDER BY engagement_id, due, id");
    for (engagement, milestone) in collect(db, &sql, [client.0], |r| Ok((Id(number(r, 1)?), rows::milestone(r)?)))? {
        if let Some(owner) = all.iter_mut().find(|e| e.id == engagement) {
            owner.milestones.push(milestone);
        }
    }
    Ok(all)
}

/// A task that is open stays in sight however long it is late; of those that are done the newest.
fn tasks(db: &Connection, client: Id, now: Moment) -> Result<Vec<TaskRow>, StoreError> {
    let Source { table, columns, .. } = &stream::TASK;
    let sql = format!(
        "SELECT client_id, {columns} FROM {table} WHERE client_id = ?1 AND (done IS NULL OR done > ?2 OR id IN
         (SELECT id FROM {table} WHERE client_id = ?1 AND done <= ?2 ORDER BY due DESC, id DESC LIMIT {NEWEST}))
         ORDER BY due DESC, id DESC"
    );
    collect(db, &sql, (client.0, now.0), rows::task)
}
