//! What the brief, the finder and the exports need beyond the fold: people, addresses, notes, the user's own fields, names.
//! The rows of the fold come from `stream`.

use super::Store;
use super::care::{self, CareDetail, ConsentDetail, GiftDetail, SentDetail};
use super::error::StoreError;
use super::opportunity::{self, OpportunityDetail};
use super::stream::{Which, code, maybe_code, maybe_day, maybe_number, maybe_text, moment, number, owned, text};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::TouchRow;
use crate::domain::id::Id;
use crate::domain::words::*;
use rusqlite::{Connection, OptionalExtension, Row};

/// A former name of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasDetail {
    /// Row id.
    pub id: Id,
    /// The name.
    pub name: String,
}

/// A person at a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonDetail {
    /// Row id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Folded name.
    pub name_key: String,
    /// Initials, space separated alternatives.
    pub initials: String,
    /// Role.
    pub role: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// UID of the card they came from.
    pub external_id: Option<String>,
}

/// A contact point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointDetail {
    /// Row id.
    pub id: Id,
    /// Whose, when not the client's own.
    pub person: Option<Id>,
    /// Kind.
    pub kind: PointKind,
    /// The address itself.
    pub value: String,
    /// "work", "home" …
    pub label: Option<String>,
    /// 0 is preferred.
    pub rank: i64,
    /// Day it was last checked.
    pub verified_on: Option<Day>,
    /// How it was checked.
    pub verified_how: Option<String>,
    /// Known to be wrong since.
    pub invalid_since: Option<Day>,
}

/// A touch with what the fold does not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TouchDetail {
    /// The touch.
    pub row: TouchRow,
    /// With whom.
    pub person: Option<Id>,
    /// Note.
    pub note: Option<String>,
}

/// What a task says beyond its row of the fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskDetail {
    /// Row id.
    pub id: Id,
    /// For which person.
    pub person: Option<Id>,
    /// Goal (S21).
    pub goal: Option<String>,
    /// Requirement (S21).
    pub requirement: Option<String>,
}

/// What a survey answer says beyond its row of the fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyDetail {
    /// Row id.
    pub id: Id,
    /// Who answered.
    pub person: Option<Id>,
    /// How it was asked.
    pub channel: Option<Channel>,
    /// Note.
    pub note: Option<String>,
}

/// A field of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtraDetail {
    /// Row id.
    pub id: Id,
    /// Whose, when not the client's own.
    pub person: Option<Id>,
    /// Name.
    pub name: String,
    /// Value.
    pub value: String,
    /// The file it came from.
    pub source: Option<String>,
}

/// What a step of a playbook says beyond its row of the fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDetail {
    /// Row id.
    pub id: Id,
    /// What its file says to do.
    pub text: Option<String>,
    /// What came of it, or why it was left out.
    pub note: Option<String>,
}

/// What a playbook at a client says beyond its row of the fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunDetail {
    /// Row id.
    pub id: Id,
    /// Why it ended so.
    pub why: Option<String>,
}

/// Everything of a client that the fold does not read.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientDetail {
    /// The client.
    pub id: Id,
    /// Why it has its status.
    pub status_why: Option<String>,
    /// What they need.
    pub need: Option<String>,
    /// How it is known what they look for first.
    pub need_why: Option<String>,
    /// Agreed response time in hours.
    pub response_hours: Option<i64>,
    /// Where they came from.
    pub source: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// What not to mention.
    pub do_not_mention: Option<String>,
    /// UID of the card or list it came from.
    pub external_id: Option<String>,
    /// Former names, oldest first.
    pub aliases: Vec<AliasDetail>,
    /// People, in the order they were entered.
    pub people: Vec<PersonDetail>,
    /// Contact points, preferred first within a kind.
    pub points: Vec<PointDetail>,
    /// Touches, newest first.
    pub touches: Vec<TouchDetail>,
    /// Tasks.
    pub tasks: Vec<TaskDetail>,
    /// The user's own fields, by name.
    pub extra: Vec<ExtraDetail>,
    /// Yearly dates.
    pub care_dates: Vec<CareDetail>,
    /// Gifts, newest first.
    pub gifts: Vec<GiftDetail>,
    /// What the client said about being written to and still holds, by channel.
    pub consents: Vec<ConsentDetail>,
    /// Messages from templates, newest first.
    pub sent: Vec<SentDetail>,
    /// Survey answers, oldest first.
    pub surveys: Vec<SurveyDetail>,
    /// What was said of what became of the client, by row.
    pub outcomes: Vec<(Id, Option<String>)>,
    /// Playbooks, by start.
    pub runs: Vec<RunDetail>,
    /// Steps of playbooks, by run and number.
    pub steps: Vec<StepDetail>,
    /// Possible work, by id.
    pub opportunities: Vec<OpportunityDetail>,
}

impl ClientDetail {
    /// What was said of an outcome.
    pub fn outcome_note(&self, outcome: Id) -> Option<&str> {
        self.outcomes.iter().find(|(id, _)| *id == outcome).and_then(|(_, note)| note.as_deref())
    }

    /// What a step says beyond its row of the fold.
    pub fn step(&self, step: Id) -> Option<&StepDetail> {
        self.steps.iter().find(|s| s.id == step)
    }
}

/// What a client is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRow {
    /// The client.
    pub id: Id,
    /// Name as typed.
    pub name: String,
    /// Folded name.
    pub name_key: String,
    /// Initials, space separated alternatives.
    pub initials: String,
    /// Kind.
    pub kind: ClientKind,
    /// Status.
    pub status: Status,
    /// Former names as typed.
    pub aliases: Vec<String>,
}

/// What `/` looks through beside names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchRow {
    /// The client.
    pub client: Id,
    /// Its people: name, folded name, initials.
    pub people: Vec<(String, String, String)>,
    /// Its contact points as typed.
    pub points: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its industry.
    pub industry: Option<String>,
}

impl Store {
    /// Everything the brief shows of a client beyond its assessment, with at most 200 touches.
    pub fn detail(&self, client: Id) -> Result<Option<ClientDetail>, StoreError> {
        self.detail_until(client, Moment(i64::MAX))
    }

    /// The same with the newest touches up to a moment.
    pub fn detail_until(&self, client: Id, until: Moment) -> Result<Option<ClientDetail>, StoreError> {
        let read = || {
            let db = self.db.unchecked_transaction()?;
            detail(&db, client, 200, until)
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }

    /// Names, keys and former names of every client, by id.
    pub fn names(&self) -> Result<Vec<NameRow>, StoreError> {
        self.names_of(&Which::All)
    }

    /// The same of some clients.
    pub fn names_of(&self, which: &Which) -> Result<Vec<NameRow>, StoreError> {
        let read = || {
            let db = self.db.unchecked_transaction()?;
            let sql = format!(
                "SELECT id, name, name_key, initials, kind, status FROM client{} ORDER BY id",
                among("WHERE id", which)
            );
            let mut found = collect(&db, &sql, (), |r| {
                Ok(NameRow {
                    id: Id(number(r, 0)?),
                    name: text(r, 1)?.to_owned(),
                    name_key: text(r, 2)?.to_owned(),
                    initials: text(r, 3)?.to_owned(),
                    kind: code(r, 4, ClientKind::parse)?,
                    status: code(r, 5, Status::parse)?,
                    aliases: Vec::new(),
                })
            })?;
            let of = among("AND client_id", which);
            let aliases = format!("SELECT client_id, name FROM client_alias WHERE name IS NOT NULL{of} ORDER BY id");
            each(&db, &aliases, (), |r| {
                let client = Id(number(r, 0)?);
                if let Ok(at) = found.binary_search_by_key(&client, |row| row.id)
                    && let Some(row) = found.get_mut(at)
                {
                    row.aliases.push(text(r, 1)?.to_owned());
                }
                Ok(())
            })?;
            Ok(found)
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }

    /// People, contact points, tags and industry of every client, by id.
    pub fn search_rows(&self) -> Result<Vec<SearchRow>, StoreError> {
        self.search_rows_of(&Which::All)
    }

    /// The same of some clients.
    pub fn search_rows_of(&self, which: &Which) -> Result<Vec<SearchRow>, StoreError> {
        let read = || {
            let db = self.db.unchecked_transaction()?;
            let sql = format!("SELECT id, industry FROM client{} ORDER BY id", among("WHERE id", which));
            let mut found = collect(&db, &sql, (), |r| {
                Ok(SearchRow { client: Id(number(r, 0)?), industry: owned(r, 1)?, ..SearchRow::default() })
            })?;
            let mut place = |columns: &str, order: &str, put: fn(&mut SearchRow, &Row<'_>) -> Result<(), StoreError>| {
                let sql = format!("SELECT client_id, {columns}{} ORDER BY client_id, {order}", among("WHERE client_id", which));
                // Rows come by client, as the clients do.
                let mut at = 0;
                each(&db, &sql, (), |r| {
                    let client = Id(number(r, 0)?);
                    at += found.iter().skip(at).take_while(|row| row.client < client).count();
                    match found.get_mut(at).filter(|row| row.client == client) {
                        Some(row) => put(row, r),
                        None => Ok(()),
                    }
                })
            };
            place("name, name_key, initials FROM person", "id", |row, r| {
                row.people.push((text(r, 1)?.to_owned(), text(r, 2)?.to_owned(), text(r, 3)?.to_owned()));
                Ok(())
            })?;
            place("value FROM contact_point", "kind, rank", |row, r| {
                row.points.push(text(r, 1)?.to_owned());
                Ok(())
            })?;
            place("tag FROM tag", "tag", |row, r| {
                row.tags.push(text(r, 1)?.to_owned());
                Ok(())
            })?;
            Ok(found)
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }
}

/// ` WHERE id IN (…)`; nothing for all clients.
pub(super) fn among(key: &str, which: &Which) -> String {
    match which {
        Which::All => String::new(),
        Which::One(id) => format!(" {key} = {id}"),
        Which::Some(ids) => format!(" {key} IN ({})", ids.iter().map(Id::to_string).collect::<Vec<_>>().join(",")),
    }
}

/// Hands over each row of a query.
pub(super) fn each(
    db: &Connection,
    sql: &str,
    values: impl rusqlite::Params,
    mut take: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

/// The rows of a query.
pub(super) fn collect<T>(
    db: &Connection,
    sql: &str,
    values: impl rusqlite::Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    each(db, sql, values, |row| {
        found.push(read(row)?);
        Ok(())
    })?;
    Ok(found)
}

pub(super) fn id(row: &Row<'_>, column: usize) -> Result<Id, StoreError> {
    number(row, column).map(Id)
}

pub(super) fn maybe_id(row: &Row<'_>, column: usize) -> Result<Option<Id>, StoreError> {
    Ok(maybe_number(row, column)?.map(Id))
}

/// A client beyond the fold, `None` when there is no such client.
pub(super) fn detail(db: &Connection, client: Id, touches: usize, until: Moment) -> Result<Option<ClientDetail>, StoreError> {
    let own = "SELECT status_why, need, response_hours, source, note, do_not_mention, external_id, need_why FROM client WHERE id = ?1";
    let mut statement = db.prepare_cached(own)?;
    let found = statement
        .query_row([client.0], |r| {
            Ok(ClientDetail {
                id: client,
                status_why: r.get(0)?,
                need: r.get(1)?,
                response_hours: r.get(2)?,
                source: r.get(3)?,
                note: r.get(4)?,
                do_not_mention: r.get(5)?,
                external_id: r.get(6)?,
                need_why: r.get(7)?,
                aliases: Vec::new(),
                people: Vec::new(),
                points: Vec::new(),
                touches: Vec::new(),
                tasks: Vec::new(),
                extra: Vec::new(),
                care_dates: Vec::new(),
                gifts: Vec::new(),
                consents: Vec::new(),
                sent: Vec::new(),
                surveys: Vec::new(),
                outcomes: Vec::new(),
                runs: Vec::new(),
                steps: Vec::new(),
                opportunities: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut out) = found else { return Ok(None) };
    let of = [client.0];
    let aliases = "SELECT id, name FROM client_alias WHERE client_id = ?1 AND name IS NOT NULL ORDER BY id";
    out.aliases = collect(db, aliases, of, |r| Ok(AliasDetail { id: id(r, 0)?, name: text(r, 1)?.to_owned() }))?;
    let people = "SELECT id, name, name_key, initials, role, note, external_id FROM person WHERE client_id = ?1 ORDER BY id";
    out.people = collect(db, people, of, |r| {
        Ok(PersonDetail {
            id: id(r, 0)?,
            name: text(r, 1)?.to_owned(),
            name_key: text(r, 2)?.to_owned(),
            initials: text(r, 3)?.to_owned(),
            role: owned(r, 4)?,
            note: owned(r, 5)?,
            external_id: owned(r, 6)?,
        })
    })?;
    let points = "SELECT id, person_id, kind, value, label, rank, verified_on, verified_how, invalid_since FROM contact_point
                  WHERE client_id = ?1 ORDER BY kind, rank, id";
    out.points = collect(db, points, of, |r| {
        Ok(PointDetail {
            id: id(r, 0)?,
            person: maybe_id(r, 1)?,
            kind: code(r, 2, PointKind::parse)?,
            value: text(r, 3)?.to_owned(),
            label: owned(r, 4)?,
            rank: number(r, 5)?,
            verified_on: maybe_day(r, 6)?,
            verified_how: owned(r, 7)?,
            invalid_since: maybe_day(r, 8)?,
        })
    })?;
    out.touches = newest_touches(db, client, touches, until)?;
    let tasks = "SELECT id, person_id, goal, requirement FROM task WHERE client_id = ?1 ORDER BY due, id";
    out.tasks = collect(db, tasks, of, |r| {
        Ok(TaskDetail { id: id(r, 0)?, person: maybe_id(r, 1)?, goal: owned(r, 2)?, requirement: owned(r, 3)? })
    })?;
    let extra = "SELECT id, person_id, name, value, source FROM extra_field WHERE client_id = ?1 ORDER BY name, id";
    out.extra = collect(db, extra, of, |r| {
        Ok(ExtraDetail {
            id: id(r, 0)?,
            person: maybe_id(r, 1)?,
            name: text(r, 2)?.to_owned(),
            value: text(r, 3)?.to_owned(),
            source: owned(r, 4)?,
        })
    })?;
    (out.care_dates, out.gifts) = (care::dates(db, client)?, care::gifts(db, client)?);
    (out.consents, out.sent) = (care::consents(db, client, until)?, care::sent(db, client, until)?);
    let surveys = "SELECT id, person_id, channel, note FROM survey_answer WHERE client_id = ?1 ORDER BY on_day, id";
    out.surveys = collect(db, surveys, of, |r| {
        Ok(SurveyDetail {
            id: id(r, 0)?,
            person: maybe_id(r, 1)?,
            channel: maybe_code(r, 2, Channel::parse)?,
            note: owned(r, 3)?,
        })
    })?;
    let outcomes = "SELECT id, note FROM risk_outcome WHERE client_id = ?1 ORDER BY on_day, id";
    out.outcomes = collect(db, outcomes, of, |r| Ok((id(r, 0)?, owned(r, 1)?)))?;
    out.opportunities = opportunity::details(db, &Which::One(client))?;
    let seen = (client.0, until.0);
    let runs = "SELECT id, CASE WHEN ended <= ?2 THEN why END FROM playbook_run WHERE client_id = ?1 ORDER BY started, id";
    out.runs = collect(db, runs, seen, |r| Ok(RunDetail { id: id(r, 0)?, why: owned(r, 1)? }))?;
    let steps =
        "SELECT id, text, CASE WHEN done <= ?2 THEN note END FROM playbook_step WHERE client_id = ?1 ORDER BY run_id, no";
    out.steps = collect(db, steps, seen, |r| Ok(StepDetail { id: id(r, 0)?, text: owned(r, 1)?, note: owned(r, 2)? }))?;
    Ok(Some(out))
}

/// The newest touches up to a moment.
pub(super) fn newest_touches(db: &Connection, client: Id, limit: usize, until: Moment) -> Result<Vec<TouchDetail>, StoreError> {
    let sql = "SELECT id, at, channel, direction, outcome, flag, person_id, minutes, note FROM touch
               WHERE client_id = ?1 AND at <= ?3 ORDER BY at DESC, id DESC LIMIT ?2";
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    collect(db, sql, (client.0, limit, until.0), |r| {
        Ok(TouchDetail {
            row: TouchRow {
                id: id(r, 0)?,
                at: moment(r, 1)?,
                channel: code(r, 2, Channel::parse)?,
                direction: code(r, 3, Direction::parse)?,
                outcome: code(r, 4, Outcome::parse)?,
                flag: maybe_code(r, 5, Flag::parse)?,
                minutes: maybe_number(r, 7)?.and_then(|n| u32::try_from(n).ok()),
            },
            person: maybe_id(r, 6)?,
            note: maybe_text(r, 8)?.map(str::to_owned),
        })
    })
}
