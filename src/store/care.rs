//! Care dates, gifts, consents and messages of one client as they stand in the file, and how often a knowledge note went out.
//! Which care dates ask for something is `portfolio::care`'s, who is left out of a run `messages`'.

use super::Store;
use super::detail::{collect, id, maybe_id};
use super::error::StoreError;
use super::stream::{code, day, maybe_code, maybe_number, moment, number, owned, text};
use crate::domain::care::Yearly;
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::words::*;
use rusqlite::{Connection, Row};

/// A yearly date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareDetail {
    /// Row id.
    pub id: Id,
    /// Whose, when not the client's own.
    pub person: Option<Id>,
    /// Kind.
    pub kind: CareKind,
    /// Name of another kind of day.
    pub name: Option<String>,
    /// Month 1 to 12.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
    /// Year, when known.
    pub year: Option<i32>,
    /// Calendar.
    pub calendar: Calendar,
    /// Of a leap month.
    pub leap: bool,
    /// Days before it from which it is shown.
    pub lead: Option<i32>,
    /// Own note.
    pub note: Option<String>,
}

impl CareDetail {
    /// The date itself.
    pub fn yearly(&self) -> Yearly {
        Yearly { month: self.month, day: self.day, year: self.year, calendar: self.calendar, leap: self.leap }
    }
}

/// A gift that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiftDetail {
    /// Row id.
    pub id: Id,
    /// To whom, when not the client itself.
    pub person: Option<Id>,
    /// What.
    pub what: String,
    /// What it cost.
    pub cost: Option<Money>,
    /// When.
    pub on: Day,
    /// What for.
    pub occasion: Option<String>,
    /// Own note.
    pub note: Option<String>,
}

/// What a client said about being written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentDetail {
    /// Row id.
    pub id: Id,
    /// Of which channel; every one where none is named.
    pub channel: Option<Channel>,
    /// What was said.
    pub state: ConsentState,
    /// When.
    pub on: Day,
    /// How it is known.
    pub how: Option<String>,
}

/// A message from a template that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentDetail {
    /// Row id.
    pub id: Id,
    /// The run it was part of.
    pub campaign: Option<Id>,
    /// When.
    pub at: Moment,
    /// Its template.
    pub template: String,
    /// What it was for.
    pub purpose: Purpose,
    /// How it went.
    pub channel: Channel,
    /// Its subject.
    pub subject: Option<String>,
}

/// How often a knowledge note went out in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteUse {
    /// Name of the note.
    pub name: String,
    /// How often.
    pub times: usize,
    /// The last time.
    pub last: Moment,
}

/// The yearly dates of a client, by month and day.
pub(super) fn dates(db: &Connection, client: Id) -> Result<Vec<CareDetail>, StoreError> {
    let sql =
        "SELECT id, person_id, kind, name, month, day, year, calendar, leap, lead, note FROM care_date WHERE client_id = ?1
               ORDER BY month, day, id";
    collect(db, sql, [client.0], |r| {
        Ok(CareDetail {
            id: id(r, 0)?,
            person: maybe_id(r, 1)?,
            kind: code(r, 2, CareKind::parse)?,
            name: owned(r, 3)?,
            month: number(r, 4)?.clamp(1, 12) as u8,
            day: number(r, 5)?.clamp(1, 31) as u8,
            year: maybe_number(r, 6)?.map(|y| y.clamp(1, 9999) as i32),
            calendar: code(r, 7, Calendar::parse)?,
            leap: number(r, 8)? != 0,
            lead: maybe_number(r, 9)?.map(|n| n.clamp(0, 365) as i32),
            note: owned(r, 10)?,
        })
    })
}

/// The gifts of a client, newest first.
pub(super) fn gifts(db: &Connection, client: Id) -> Result<Vec<GiftDetail>, StoreError> {
    let sql = "SELECT id, person_id, what, cost, currency, on_day, occasion, note FROM gift WHERE client_id = ?1
               ORDER BY on_day DESC, id DESC";
    collect(db, sql, [client.0], |r| {
        let currency = owned(r, 4)?.as_deref().and_then(Currency::stored);
        Ok(GiftDetail {
            id: id(r, 0)?,
            person: maybe_id(r, 1)?,
            what: text(r, 2)?.to_owned(),
            cost: maybe_number(r, 3)?.zip(currency).map(|(minor, currency)| Money { minor, currency }),
            on: day(r, 5)?,
            occasion: owned(r, 6)?,
            note: owned(r, 7)?,
        })
    })
}

/// What a client said about being written to and held at a moment, by channel, what holds for all of them first.
pub(super) fn consents(db: &Connection, client: Id, until: Moment) -> Result<Vec<ConsentDetail>, StoreError> {
    let sql = "SELECT id, channel, state, on_day, how FROM consent WHERE client_id = ?1 AND created <= ?2 AND (ended IS NULL OR ended > ?2)
               ORDER BY channel, created, id";
    collect(db, sql, (client.0, until.0), consent)
}

fn consent(r: &Row<'_>) -> Result<ConsentDetail, StoreError> {
    Ok(ConsentDetail {
        id: id(r, 0)?,
        channel: maybe_code(r, 1, Channel::parse)?,
        state: code(r, 2, ConsentState::parse)?,
        on: day(r, 3)?,
        how: owned(r, 4)?,
    })
}

/// The messages from templates that a client got, newest first; the last two hundred.
pub(super) fn sent(db: &Connection, client: Id, until: Moment) -> Result<Vec<SentDetail>, StoreError> {
    let sql =
        "SELECT id, campaign_id, at, template, purpose, channel, subject FROM sent_message WHERE client_id = ?1 AND at <= ?2
               ORDER BY at DESC, id DESC LIMIT 200";
    collect(db, sql, (client.0, until.0), |r| {
        Ok(SentDetail {
            id: id(r, 0)?,
            campaign: maybe_id(r, 1)?,
            at: moment(r, 2)?,
            template: text(r, 3)?.to_owned(),
            purpose: code(r, 4, Purpose::parse)?,
            channel: code(r, 5, Channel::parse)?,
            subject: owned(r, 6)?,
        })
    })
}

impl Store {
    /// The clients who were given something.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn gift_clients(&self) -> Result<Vec<Id>, StoreError> {
        let found = collect(&self.db, "SELECT DISTINCT client_id FROM gift ORDER BY client_id", (), |r| id(r, 0));
        found.map_err(|e| e.at(&self.path))
    }

    /// What clients said about being written to and held at a moment, by client.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn consents(&self, until: Moment) -> Result<Vec<(Id, ConsentDetail)>, StoreError> {
        let sql = "SELECT id, channel, state, on_day, how, client_id FROM consent
                   WHERE created <= ?1 AND (ended IS NULL OR ended > ?1) ORDER BY client_id, channel, created, id";
        collect(&self.db, sql, [until.0], |r| Ok((id(r, 5)?, consent(r)?))).map_err(|e| e.at(&self.path))
    }

    /// How often each knowledge note went out, by name (S51).
    ///
    /// # Errors
    /// What the file refuses.
    pub fn note_uses(&self) -> Result<Vec<NoteUse>, StoreError> {
        let sql = "SELECT name, count(*), max(at) FROM note_use GROUP BY name ORDER BY name";
        let found = collect(&self.db, sql, (), |r| {
            Ok(NoteUse { name: text(r, 0)?.to_owned(), times: number(r, 1)?.max(0) as usize, last: moment(r, 2)? })
        });
        found.map_err(|e| e.at(&self.path))
    }
}
