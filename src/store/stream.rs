//! Fact rows out of the file, client by client: one SQL text per table with three tails, merged by client id.
//! What the rows mean is `domain::facts`' business.

pub(super) mod rows;

use super::error::StoreError;
use super::{ImprovementRow, Store, memo};
use crate::domain::complaint::CaseRow;
use crate::domain::day::{Day, Moment};
use crate::domain::facts::*;
use crate::domain::holidays::{HolidayDay, Mark};
use crate::domain::id::Id;
use crate::domain::words::*;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{CachedStatement, Connection, Row, Rows};
use std::collections::HashMap;

pub(super) use rows::{
    BETWEEN_REASONS, code, day, maybe_code, maybe_day, maybe_number, maybe_text, moment, number, owned, text,
};

/// Which clients are streamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Every client.
    All,
    /// One client.
    One(Id),
    /// These clients, in the order of their ids.
    Some(Vec<Id>),
}

/// A table of the fold: columns behind the client's id, and the order within a client. Each has an index that holds all of it.
pub(super) struct Source {
    pub(super) table: &'static str,
    /// The column that names the client, where it is not `client_id`.
    key: &'static str,
    pub(super) columns: &'static str,
    order: &'static str,
}

const CLIENT: Source = Source {
    table: "client",
    key: "id",
    columns: "name, name_key, initials, kind, status, status_on, industry, region, size, since, potential, fit, budget, \
              budget_currency, preferred_channel, reviewed_on, quiet_from, quiet_to, need_type, language, culture",
    order: "",
};
const TAG: Source = Source { table: "tag", key: "client_id", columns: "tag", order: ", tag" };
const POINT: Source = Source { table: "contact_point", key: "client_id", columns: "kind, invalid_since", order: "" };
const TOUCH: Source = Source {
    table: "touch",
    key: "client_id",
    // Channel, direction, outcome and flag as one number, as the index holds it; taken apart again in `rows::touch`.
    columns: "at, \
        (CASE channel WHEN 'visit' THEN 0 WHEN 'meeting' THEN 1 WHEN 'call' THEN 2 WHEN 'message' THEN 3 WHEN 'email' THEN 4 \
           WHEN 'letter' THEN 5 WHEN 'unknown' THEN 6 END \
         + 8 * CASE direction WHEN 'out' THEN 0 WHEN 'in' THEN 1 END \
         + 16 * CASE outcome WHEN 'reached' THEN 0 WHEN 'no-answer' THEN 1 WHEN 'callback' THEN 2 WHEN 'declined' THEN 3 END \
         + 64 * CASE coalesce(flag, '') WHEN '' THEN 0 WHEN 'competitor' THEN 1 WHEN 'cold' THEN 2 WHEN 'declined' THEN 3 END), \
        minutes, id",
    order: ", at",
};
pub(super) const APPOINTMENT: Source = Source {
    table: "appointment",
    key: "client_id",
    columns: "start, channel, minutes, place, created, ended, ended_how, note, id",
    order: ", start",
};
pub(super) const TASK: Source =
    Source { table: "task", key: "client_id", columns: "due, due_at, kind, done, created, assignee, text, id", order: ", due" };
pub(super) const DEFERRAL: Source = Source {
    table: "deferral",
    key: "client_id",
    columns: "created, ended, kind, target, until, reason, signals, id",
    order: ", created",
};
pub(super) const OVERRIDE: Source = Source {
    table: "override",
    key: "client_id",
    columns: "created, ended, channel, new_channel, every, grace, until, reason, id",
    order: ", created",
};
pub(super) const PIN: Source = Source {
    table: "pin",
    key: "client_id",
    columns: "created, ended, tier, \"from\", until, review_on, reason, id",
    order: ", created",
};
pub(super) const ENGAGEMENT: Source = Source {
    table: "engagement",
    key: "client_id",
    columns: "start, \"end\", notice, renew, status, status_on, kind, report_every, reported_on, title, id",
    order: ", start",
};
pub(super) const MILESTONE: Source = Source {
    table: "milestone",
    key: "client_id",
    columns: "engagement_id, due, done, title, note, id",
    order: ", engagement_id, due",
};
pub(super) const INVOICE: Source = Source {
    table: "invoice",
    key: "client_id",
    columns: "issued, due, paid, amount, cost, currency, engagement_id, number, product, id",
    order: ", issued",
};
pub(super) const TIER_CHANGE: Source =
    Source { table: "tier_change", key: "client_id", columns: "at, from_tier, to_tier, cause, score, share", order: ", at" };
const MONTH_SCORE: Source =
    Source { table: "month_score", key: "client_id", columns: "month, score, share, tier", order: ", month" };

pub(super) const SURVEY: Source =
    Source { table: "survey_answer", key: "client_id", columns: "on_day, kind, score, reasons, id", order: ", on_day" };
const QUADRANT: Source =
    Source { table: "quadrant", key: "client_id", columns: "created, ended, target, quadrant, id", order: ", created" };
const RELATION: Source = Source {
    table: "client_relation",
    key: "client_id",
    columns: "created, ended, other_id, kind, note, id",
    order: ", created",
};
/// The same rows from the other side.
const RELATED: Source = Source {
    table: "client_relation",
    key: "other_id",
    columns: "created, ended, client_id, kind, note, id",
    order: ", created",
};

pub(super) const COMPLAINT: Source = Source {
    table: "complaint",
    key: "client_id",
    columns: "opened, no, kind, complex, channel, cause, tier, response_hours, policy_id, person_id, other_id, remedy, \
              remedy_currency, begun, text, id",
    order: ", opened",
};
pub(super) const CASE_EVENT: Source = Source {
    table: "complaint_event",
    key: "client_id",
    columns: "complaint_id, at, kind, score, promised, channel, corrects, iif(touch_id IS NULL, minutes, NULL), id",
    order: ", complaint_id, at",
};

pub(super) const OPPORTUNITY: Source = Source {
    table: "opportunity",
    key: "client_id",
    columns: "created, title, amount, currency, probability, product, id",
    order: ", created",
};
const OPPORTUNITY_STATE: Source = Source {
    table: "opportunity_state",
    key: "client_id",
    columns: "opportunity_id, at, stage, close, id",
    // Of two of one moment the later written one holds.
    order: ", opportunity_id, at, id",
};
pub(super) const RUN: Source = Source {
    table: "playbook_run",
    key: "client_id",
    columns: "started, ended, ended_how, playbook, title, id",
    order: ", started",
};
const STEP: Source = Source {
    table: "playbook_step",
    key: "client_id",
    columns: "run_id, no, kind, due, done, skipped, channel, template, cost, cost_currency, title, id",
    order: ", run_id, no",
};
const OUTCOME: Source =
    Source { table: "risk_outcome", key: "client_id", columns: "on_day, kind, reason, id", order: ", on_day" };
pub(super) const INVESTMENT: Source =
    Source { table: "investment", key: "client_id", columns: "created, ended, kind, reason, id", order: ", created" };

const CARE_DATE: Source = Source {
    table: "care_date",
    key: "client_id",
    columns: "month, day, person_id, kind, name, year, calendar, leap, lead, id, (SELECT p.name FROM person p WHERE p.id = person_id)",
    order: ", month, day",
};
pub(super) const CARE_DONE: Source =
    Source { table: "care_done", key: "client_id", columns: "at, occasion, day, how, touch_id, id", order: ", at" };

/// Every table of the fold but `client` itself.
pub(super) const CHILDREN: &[&Source] = &[
    &TAG,
    &POINT,
    &TOUCH,
    &APPOINTMENT,
    &TASK,
    &DEFERRAL,
    &OVERRIDE,
    &PIN,
    &ENGAGEMENT,
    &MILESTONE,
    &INVOICE,
    &TIER_CHANGE,
    &MONTH_SCORE,
    &SURVEY,
    &QUADRANT,
    &RELATION,
    &RELATED,
    &COMPLAINT,
    &CASE_EVENT,
    &OPPORTUNITY,
    &OPPORTUNITY_STATE,
    &RUN,
    &STEP,
    &OUTCOME,
    &INVESTMENT,
    &CARE_DATE,
    &CARE_DONE,
];

impl Source {
    /// The SQL for these clients.
    pub(super) fn sql(&self, which: &Which) -> String {
        let key = self.key;
        let tail = match which {
            Which::All => String::new(),
            Which::One(_) => format!(" WHERE {key} = ?1"),
            Which::Some(ids) => {
                let ids: Vec<String> = ids.iter().map(Id::to_string).collect();
                format!(" WHERE {key} IN ({})", ids.join(","))
            }
        };
        let Source { table, columns, order, .. } = self;
        format!("SELECT {key}, {columns} FROM {table}{tail} ORDER BY {key}{order}")
    }
}

/// A table's rows, standing on the first that was not yet taken.
struct Cursor<'s> {
    rows: Rows<'s>,
    /// The client of the row it stands on; past the last one there is none.
    at: Option<i64>,
}

impl<'s> Cursor<'s> {
    fn open(mut rows: Rows<'s>) -> Result<Cursor<'s>, StoreError> {
        let at = rows.next()?.map(|r| number(r, 0)).transpose()?;
        Ok(Cursor { rows, at })
    }

    /// Hands over the rows of `client`. Cursors and clients come in the same order, so nothing is skipped.
    fn take(&mut self, client: i64, mut each: impl FnMut(&Row<'_>) -> Result<(), StoreError>) -> Result<(), StoreError> {
        while self.at == Some(client) {
            if let Some(row) = self.rows.get() {
                each(row)?;
            }
            self.at = self.rows.next()?.map(|r| number(r, 0)).transpose()?;
        }
        Ok(())
    }

    /// The rows of `client`, in place of what `out` held.
    fn collect<T>(
        &mut self,
        client: i64,
        out: &mut Vec<T>,
        read: fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<(), StoreError> {
        out.clear();
        self.take(client, |row| {
            out.push(read(row)?);
            Ok(())
        })
    }
}

fn open<'s>(statement: &'s mut CachedStatement<'_>, which: &Which) -> Result<Rows<'s>, StoreError> {
    Ok(match which {
        Which::One(id) => statement.query([id.0])?,
        Which::All | Which::Some(_) => statement.query([])?,
    })
}

impl Store {
    /// Hands over the rows of each client, in the order of their ids. The rows are reused: keep what you need.
    pub fn stream(&self, which: &Which, each: &mut dyn FnMut(&ClientRows)) -> Result<(), StoreError> {
        self.read_stream(which, each).map_err(|e| e.at(&self.path))
    }

    fn read_stream(&self, which: &Which, each: &mut dyn FnMut(&ClientRows)) -> Result<(), StoreError> {
        // One transaction, so that all cursors see the same file.
        let db = self.db.unchecked_transaction()?;
        if *which == Which::All && memo::read(&db, each)? {
            return Ok(());
        }
        read_tables(&db, which, each)
    }
}

/// Every table of the fold, the clients' own first.
pub(super) fn sources() -> impl Iterator<Item = &'static Source> {
    std::iter::once(&CLIENT).chain(CHILDREN.iter().copied())
}

/// The rows as the tables hold them, whatever is packed.
pub(super) fn read_tables(db: &Connection, which: &Which, each: &mut dyn FnMut(&ClientRows)) -> Result<(), StoreError> {
    let mut head = db.prepare_cached(&CLIENT.sql(which))?;
    let mut statements = CHILDREN.iter().map(|source| db.prepare_cached(&source.sql(which))).collect::<Result<Vec<_>, _>>()?;
    let mut cursors = Vec::with_capacity(CHILDREN.len());
    for statement in &mut statements {
        cursors.push(Cursor::open(open(statement, which)?)?);
    }
    let mut clients = open(&mut head, which)?;
    let mut rows = empty();
    while let Some(row) = clients.next()? {
        rows::read_client(row, &mut rows.client)?;
        let client = rows.client.id.0;
        for (source, cursor) in CHILDREN.iter().zip(&mut cursors) {
            read_children(source, cursor, client, &mut rows)?;
        }
        each(&rows);
    }
    Ok(())
}

fn read_children(source: &Source, cursor: &mut Cursor<'_>, client: i64, rows: &mut ClientRows) -> Result<(), StoreError> {
    match source.table {
        "tag" => cursor.collect(client, &mut rows.tags, rows::tag),
        "contact_point" => {
            rows.points = PointCounts::default();
            cursor.take(client, |r| rows::count_point(r, &mut rows.points))
        }
        "touch" => cursor.collect(client, &mut rows.touches, rows::touch),
        "appointment" => cursor.collect(client, &mut rows.appointments, rows::appointment),
        "task" => cursor.collect(client, &mut rows.tasks, rows::task),
        "deferral" => cursor.collect(client, &mut rows.deferrals, rows::deferral),
        "override" => cursor.collect(client, &mut rows.overrides, rows::changed),
        "pin" => cursor.collect(client, &mut rows.pins, rows::pin),
        "engagement" => cursor.collect(client, &mut rows.engagements, rows::engagement),
        "milestone" => under(
            cursor,
            client,
            &mut rows.engagements,
            |e| e.id,
            |e, r| {
                e.milestones.push(rows::milestone(r)?);
                Ok(())
            },
        ),
        "invoice" => cursor.collect(client, &mut rows.invoices, rows::invoice),
        "tier_change" => cursor.collect(client, &mut rows.tier_changes, rows::tier_change),
        "survey_answer" => cursor.collect(client, &mut rows.surveys, rows::survey),
        "complaint" => cursor.collect(client, &mut rows.complaints, rows::complaint),
        "complaint_event" => under(
            cursor,
            client,
            &mut rows.complaints,
            |c| c.id,
            |c, r| {
                c.events.push(rows::case_event(r)?);
                Ok(())
            },
        ),
        "opportunity" => cursor.collect(client, &mut rows.opportunities, rows::opportunity),
        "opportunity_state" => under(
            cursor,
            client,
            &mut rows.opportunities,
            |o| o.id,
            |o, r| {
                o.states.push(rows::opportunity_state(r)?);
                Ok(())
            },
        ),
        "playbook_run" => cursor.collect(client, &mut rows.runs, rows::run),
        "playbook_step" => under(
            cursor,
            client,
            &mut rows.runs,
            |run| run.id,
            |run, r| {
                run.steps.push(rows::step(r)?);
                Ok(())
            },
        ),
        "risk_outcome" => cursor.collect(client, &mut rows.outcomes, rows::outcome),
        "investment" => cursor.collect(client, &mut rows.investments, rows::investment),
        "care_date" => cursor.collect(client, &mut rows.care_dates, rows::care_date),
        "care_done" => {
            rows.care_done.clear();
            cursor.take(client, |r| {
                rows.care_done.extend(rows::care_done(r)?);
                Ok(())
            })
        }
        "quadrant" => {
            rows.quadrants.clear();
            cursor.take(client, |r| {
                rows.quadrants.extend(rows::quadrant(r)?);
                Ok(())
            })
        }
        "client_relation" => {
            // The two sides come one behind the other into one list.
            if source.key == RELATION.key {
                rows.relations.clear();
            }
            cursor.take(client, |r| {
                rows.relations.push(rows::relation(r)?);
                Ok(())
            })
        }
        _ => cursor.collect(client, &mut rows.month_scores, rows::month_score),
    }
}

/// Rows that belong under one of the client's others, whose id is the first column behind the client's. They come by that id, the
/// others by their moment.
fn under<T>(
    cursor: &mut Cursor<'_>,
    client: i64,
    parents: &mut [T],
    id: fn(&T) -> Id,
    add: fn(&mut T, &Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut at = 0;
    cursor.take(client, |r| {
        let parent = Id(number(r, 1)?);
        if parents.get(at).is_none_or(|p| id(p) != parent) {
            let Some(found) = parents.iter().position(|p| id(p) == parent) else { return Ok(()) };
            at = found;
        }
        parents.get_mut(at).map_or(Ok(()), |p| add(p, r))
    })
}

/// Rows of nobody, to be filled again and again.
pub(super) fn empty() -> ClientRows {
    ClientRows {
        client: ClientRow {
            id: Id(0),
            name: String::new(),
            name_key: String::new(),
            initials: String::new(),
            kind: ClientKind::Org,
            status: Status::Active,
            status_on: Day(0),
            industry: None,
            region: None,
            size: None,
            since: Day(0),
            potential: None,
            fit: None,
            budget: None,
            preferred_channel: None,
            quiet: None,
            reviewed_on: None,
            need_type: None,
            language: None,
            culture: None,
        },
        tags: Vec::new(),
        points: PointCounts::default(),
        touches: Vec::new(),
        appointments: Vec::new(),
        tasks: Vec::new(),
        deferrals: Vec::new(),
        overrides: Vec::new(),
        pins: Vec::new(),
        engagements: Vec::new(),
        invoices: Vec::new(),
        tier_changes: Vec::new(),
        month_scores: Vec::new(),
        surveys: Vec::new(),
        quadrants: Vec::new(),
        relations: Vec::new(),
        complaints: Vec::new(),
        opportunities: Vec::new(),
        runs: Vec::new(),
        outcomes: Vec::new(),
        investments: Vec::new(),
        care_dates: Vec::new(),
        care_done: Vec::new(),
    }
}

/// One case with its log.
pub(super) fn one_case(db: &Connection, id: Id) -> Result<Option<CaseRow>, StoreError> {
    let of = |source: &Source, key: &str| {
        format!("SELECT {}, {} FROM {} WHERE {key} = ?1", source.key, source.columns, source.table)
    };
    let mut statement = db.prepare_cached(&of(&COMPLAINT, "id"))?;
    let mut found = statement.query([id.0])?;
    let Some(row) = found.next()? else { return Ok(None) };
    let mut case = rows::complaint(row)?;
    let mut statement = db.prepare_cached(&format!("{} ORDER BY at, id", of(&CASE_EVENT, "complaint_id")))?;
    let mut events = statement.query([id.0])?;
    while let Some(row) = events.next()? {
        case.events.push(rows::case_event(row)?);
    }
    Ok(Some(case))
}

/// The user's days off, ended ones too.
pub(super) fn leave(db: &Connection) -> Result<Vec<LeaveRow>, StoreError> {
    let mut statement = db.prepare_cached("SELECT id, first, last, why, created, ended FROM leave ORDER BY first, id")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(LeaveRow {
            id: Id(number(row, 0)?),
            first: day(row, 1)?,
            last: day(row, 2)?,
            why: owned(row, 3)?,
            created: moment(row, 4)?,
            ended: rows::maybe_moment(row, 5)?,
        });
    }
    Ok(found)
}

/// A holiday that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HolidayRow {
    pub(super) id: Id,
    pub(super) day: HolidayDay,
}

/// The imported holidays, by day.
pub(super) fn holidays(db: &Connection) -> Result<Vec<HolidayRow>, StoreError> {
    super::detail::collect(db, "SELECT id, day, kind, name, source FROM holiday ORDER BY day", (), |row| {
        let kind: String = row.get(2)?;
        let mark = Mark::parse(&kind).ok_or_else(|| StoreError::bad_value("holiday", "kind"))?;
        let day = HolidayDay { day: day(row, 1)?, mark, name: row.get(3)?, source: row.get(4)? };
        Ok(HolidayRow { id: Id(number(row, 0)?), day })
    })
}

/// The improvements, by creation.
pub(super) fn improvements(db: &Connection) -> Result<Vec<ImprovementRow>, StoreError> {
    let sql = "SELECT improvement_id, done FROM improvement_done ORDER BY done, id";
    let mut done: HashMap<Id, Vec<Moment>> = HashMap::new();
    for (id, at) in super::detail::collect(db, sql, (), |row| Ok((Id(number(row, 0)?), moment(row, 1)?)))? {
        done.entry(id).or_default().push(at);
    }
    let sql = "SELECT id, cause, text, owner, due, created FROM improvement ORDER BY created, id";
    super::detail::collect(db, sql, (), |row| {
        Ok(ImprovementRow {
            id: Id(number(row, 0)?),
            cause: text(row, 1)?.to_owned(),
            text: text(row, 2)?.to_owned(),
            owner: owned(row, 3)?,
            due: maybe_day(row, 4)?,
            created: moment(row, 5)?,
            done: done.remove(&Id(number(row, 0)?)).unwrap_or_default(),
        })
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chrono_tz::UTC;

    #[test]
    fn every_table_of_the_fold_is_read_from_its_index_in_order() {
        let store = Store::open_memory(UTC).unwrap();
        for source in CHILDREN {
            for which in [Which::All, Which::One(Id(1)), Which::Some(vec![Id(1), Id(2)])] {
                let mut plan = store.db.prepare(&format!("EXPLAIN QUERY PLAN {}", source.sql(&which))).unwrap();
                if matches!(which, Which::One(_)) {
                    plan.raw_bind_parameter(1, 1).unwrap();
                }
                let mut rows = plan.raw_query();
                let mut steps = Vec::new();
                while let Some(row) = rows.next().unwrap() {
                    steps.push(row.get::<_, String>(3).unwrap());
                }
                let plan = steps.join("; ");
                assert!(plan.contains("COVERING INDEX"), "{}: {plan}", source.table);
                assert!(!plan.contains("TEMP B-TREE"), "{}: {plan}", source.table);
            }
        }
    }

    #[test]
    fn the_words_of_a_touch_come_out_of_its_number_as_they_went_in() {
        let store = Store::open_memory(UTC).unwrap();
        let client = "INSERT INTO client(id, name, name_key, initials, kind, status, status_on, since) \
                      VALUES (1, 'a', 'a', 'a', 'org', 'active', 0, 0)";
        // No journal: nothing here is an action.
        let triggers = "SELECT group_concat('DROP TRIGGER \"' || name || '\"', ';') FROM sqlite_schema WHERE type = 'trigger'";
        let triggers: String = store.db.query_row(triggers, [], |r| r.get(0)).unwrap();
        store.db.execute_batch(&triggers).unwrap();
        store.db.execute(client, []).unwrap();
        let mut wanted = Vec::new();
        for channel in Channel::ALL {
            for direction in Direction::ALL {
                for outcome in Outcome::ALL {
                    for flag in Flag::ALL.iter().map(|f| Some(*f)).chain([None]) {
                        wanted.push((*channel, *direction, *outcome, flag));
                    }
                }
            }
        }
        let sql = "INSERT INTO touch(client_id, channel, direction, outcome, flag, at) VALUES (1, ?1, ?2, ?3, ?4, ?5)";
        for (at, (channel, direction, outcome, flag)) in wanted.iter().enumerate() {
            let row = rusqlite::params![channel.code(), direction.code(), outcome.code(), flag.map(Flag::code), at as i64];
            store.db.execute(sql, row).unwrap();
        }
        let mut found = Vec::new();
        let each =
            &mut |rows: &ClientRows| found.extend(rows.touches.iter().map(|t| (t.channel, t.direction, t.outcome, t.flag)));
        store.stream(&Which::All, each).unwrap();
        assert_eq!(found, wanted);
    }
}
