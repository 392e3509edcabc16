//! Fact rows out of the file, client by client: one SQL text per table with three tails, merged by client id.
//! What the rows mean is `domain::facts`' business.

use super::Store;
use super::error::StoreError;
use crate::domain::day::{Day, Moment};
use crate::domain::facts::*;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::money::{Currency, Money};
use crate::domain::words::*;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection, Row, Rows};

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

/// A table of the fold: columns behind `client_id`, and the order within a client. Each has an index that holds all of it.
pub(super) struct Source {
    pub(super) table: &'static str,
    pub(super) columns: &'static str,
    order: &'static str,
}

const CLIENT: Source = Source {
    table: "client",
    columns: "name, name_key, initials, kind, status, status_on, industry, region, size, since, potential, fit, budget, \
              budget_currency, preferred_channel, reviewed_on",
    order: "",
};
const TAG: Source = Source { table: "tag", columns: "tag", order: ", tag" };
const POINT: Source = Source { table: "contact_point", columns: "kind, invalid_since", order: "" };
const TOUCH: Source = Source { table: "touch", columns: "at, channel, direction, outcome, flag, id", order: ", at" };
pub(super) const APPOINTMENT: Source = Source {
    table: "appointment",
    columns: "start, channel, minutes, place, created, ended, ended_how, note, id",
    order: ", start",
};
pub(super) const TASK: Source =
    Source { table: "task", columns: "due, due_at, kind, done, created, assignee, text, id", order: ", due" };
pub(super) const DEFERRAL: Source =
    Source { table: "deferral", columns: "created, ended, kind, target, until, reason, id", order: ", created" };
pub(super) const OVERRIDE: Source = Source {
    table: "override",
    columns: "created, ended, channel, new_channel, every, grace, until, reason, id",
    order: ", created",
};
pub(super) const PIN: Source =
    Source { table: "pin", columns: "created, ended, tier, \"from\", until, review_on, reason, id", order: ", created" };
pub(super) const ENGAGEMENT: Source = Source {
    table: "engagement",
    columns: "start, \"end\", notice, renew, status, status_on, kind, title, id",
    order: ", start",
};
pub(super) const INVOICE: Source = Source {
    table: "invoice",
    columns: "issued, due, paid, amount, cost, currency, engagement_id, number, product, id",
    order: ", issued",
};
pub(super) const TIER_CHANGE: Source =
    Source { table: "tier_change", columns: "at, from_tier, to_tier, cause, score, share", order: ", at" };
const MONTH_SCORE: Source = Source { table: "month_score", columns: "month, score, share, tier", order: ", month" };

/// Every table of the fold but `client` itself.
pub(super) const CHILDREN: &[&Source] =
    &[&TAG, &POINT, &TOUCH, &APPOINTMENT, &TASK, &DEFERRAL, &OVERRIDE, &PIN, &ENGAGEMENT, &INVOICE, &TIER_CHANGE, &MONTH_SCORE];

impl Source {
    /// The SQL for these clients.
    pub(super) fn sql(&self, which: &Which) -> String {
        let key = if self.table == "client" { "id" } else { "client_id" };
        let tail = match which {
            Which::All => String::new(),
            Which::One(_) => format!(" WHERE {key} = ?1"),
            Which::Some(ids) => {
                let ids: Vec<String> = ids.iter().map(Id::to_string).collect();
                format!(" WHERE {key} IN ({})", ids.join(","))
            }
        };
        let Source { table, columns, order } = self;
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
        let mut head = db.prepare_cached(&CLIENT.sql(which))?;
        let mut statements =
            CHILDREN.iter().map(|source| db.prepare_cached(&source.sql(which))).collect::<Result<Vec<_>, _>>()?;
        let mut cursors = Vec::with_capacity(CHILDREN.len());
        for statement in &mut statements {
            cursors.push(Cursor::open(open(statement, which)?)?);
        }
        let mut clients = open(&mut head, which)?;
        let mut rows = empty();
        while let Some(row) = clients.next()? {
            read_client(row, &mut rows.client)?;
            let client = rows.client.id.0;
            for (source, cursor) in CHILDREN.iter().zip(&mut cursors) {
                read_children(source.table, cursor, client, &mut rows)?;
            }
            each(&rows);
        }
        Ok(())
    }
}

fn read_children(table: &str, cursor: &mut Cursor<'_>, client: i64, rows: &mut ClientRows) -> Result<(), StoreError> {
    match table {
        "tag" => cursor.collect(client, &mut rows.tags, tag),
        "contact_point" => {
            rows.points = PointCounts::default();
            cursor.take(client, |r| count_point(r, &mut rows.points))
        }
        "touch" => cursor.collect(client, &mut rows.touches, touch),
        "appointment" => cursor.collect(client, &mut rows.appointments, appointment),
        "task" => cursor.collect(client, &mut rows.tasks, task),
        "deferral" => cursor.collect(client, &mut rows.deferrals, deferral),
        "override" => cursor.collect(client, &mut rows.overrides, changed),
        "pin" => cursor.collect(client, &mut rows.pins, pin),
        "engagement" => cursor.collect(client, &mut rows.engagements, engagement),
        "invoice" => cursor.collect(client, &mut rows.invoices, invoice),
        "tier_change" => cursor.collect(client, &mut rows.tier_changes, tier_change),
        _ => cursor.collect(client, &mut rows.month_scores, month_score),
    }
}

/// Rows of nobody, to be filled again and again.
fn empty() -> ClientRows {
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
            reviewed_on: None,
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
    }
}

pub(super) fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str, StoreError> {
    row.get_ref(column)?.as_str().map_err(|_| damaged(column))
}

pub(super) fn maybe_text<'r>(row: &'r Row<'_>, column: usize) -> Result<Option<&'r str>, StoreError> {
    row.get_ref(column)?.as_str_or_null().map_err(|_| damaged(column))
}

pub(super) fn owned(row: &Row<'_>, column: usize) -> Result<Option<String>, StoreError> {
    Ok(maybe_text(row, column)?.map(str::to_owned))
}

pub(super) fn number(row: &Row<'_>, column: usize) -> Result<i64, StoreError> {
    row.get_ref(column)?.as_i64().map_err(|_| damaged(column))
}

pub(super) fn maybe_number(row: &Row<'_>, column: usize) -> Result<Option<i64>, StoreError> {
    row.get_ref(column)?.as_i64_or_null().map_err(|_| damaged(column))
}

/// The days that facts are read as: 1 January 1900 to 31 December 2200, the same that a user can write. Whatever else another program
/// put there becomes the nearest of them, so that no row keeps the rest of the book from being read.
const DAYS: (i64, i64) = (-25_567, 84_370);

/// The last grace and the longest appointment (in minutes) that are read.
const GRACE: i64 = 999;
const MINUTES: i64 = 366 * 24 * 60;

pub(super) fn day(row: &Row<'_>, column: usize) -> Result<Day, StoreError> {
    Ok(near(number(row, column)?))
}

pub(super) fn maybe_day(row: &Row<'_>, column: usize) -> Result<Option<Day>, StoreError> {
    Ok(maybe_number(row, column)?.map(near))
}

fn near(day: i64) -> Day {
    Day(day.clamp(DAYS.0, DAYS.1) as i32)
}

pub(super) fn moment(row: &Row<'_>, column: usize) -> Result<Moment, StoreError> {
    Ok(then(number(row, column)?))
}

fn maybe_moment(row: &Row<'_>, column: usize) -> Result<Option<Moment>, StoreError> {
    Ok(maybe_number(row, column)?.map(then))
}

fn then(moment: i64) -> Moment {
    Moment(moment.clamp(DAYS.0 * 86_400, DAYS.1 * 86_400 + 86_399))
}

fn maybe_grade(row: &Row<'_>, column: usize) -> Result<Option<u8>, StoreError> {
    Ok(maybe_number(row, column)?.map(|n| n.clamp(1, 5) as u8))
}

/// A code of the fixed vocabulary, read from the row's own bytes.
pub(super) fn code<T>(row: &Row<'_>, column: usize, parse: fn(&str) -> Option<T>) -> Result<T, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().and_then(parse).ok_or_else(|| damaged(column)),
        _ => Err(damaged(column)),
    }
}

pub(super) fn maybe_code<T>(row: &Row<'_>, column: usize, parse: fn(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => code(row, column, parse).map(Some),
    }
}

fn damaged(column: usize) -> StoreError {
    StoreError::bad_value("column", &column.to_string())
}

fn read_client(row: &Row<'_>, out: &mut ClientRow) -> Result<(), StoreError> {
    let refill = |out: &mut String, column| {
        out.clear();
        out.push_str(text(row, column)?);
        Ok::<(), StoreError>(())
    };
    out.id = Id(number(row, 0)?);
    refill(&mut out.name, 1)?;
    refill(&mut out.name_key, 2)?;
    refill(&mut out.initials, 3)?;
    out.kind = code(row, 4, ClientKind::parse)?;
    out.status = code(row, 5, Status::parse)?;
    out.status_on = day(row, 6)?;
    out.industry = owned(row, 7)?;
    out.region = owned(row, 8)?;
    out.size = owned(row, 9)?;
    out.since = day(row, 10)?;
    out.potential = maybe_grade(row, 11)?;
    out.fit = maybe_grade(row, 12)?;
    out.budget = match (maybe_number(row, 13)?, maybe_text(row, 14)?) {
        (Some(minor), Some(currency)) => Currency::stored(currency).map(|currency| Money { minor, currency }),
        _ => None,
    };
    out.preferred_channel = maybe_code(row, 15, Channel::parse)?;
    out.reviewed_on = maybe_day(row, 16)?;
    Ok(())
}

fn count_point(row: &Row<'_>, counts: &mut PointCounts) -> Result<(), StoreError> {
    if maybe_number(row, 2)?.is_none() {
        match code(row, 1, PointKind::parse)? {
            PointKind::Phone => counts.phone += 1,
            PointKind::Email => counts.email += 1,
            PointKind::Wechat => counts.wechat += 1,
            PointKind::Address | PointKind::Url | PointKind::Other => counts.other += 1,
        }
    }
    Ok(())
}

fn tag(row: &Row<'_>) -> Result<String, StoreError> {
    Ok(text(row, 1)?.to_owned())
}

fn touch(row: &Row<'_>) -> Result<TouchRow, StoreError> {
    Ok(TouchRow {
        at: moment(row, 1)?,
        channel: code(row, 2, Channel::parse)?,
        direction: code(row, 3, Direction::parse)?,
        outcome: code(row, 4, Outcome::parse)?,
        flag: maybe_code(row, 5, Flag::parse)?,
        id: Id(number(row, 6)?),
    })
}

pub(super) fn appointment(row: &Row<'_>) -> Result<AppointmentRow, StoreError> {
    let ended = maybe_moment(row, 6)?;
    let how = maybe_code(row, 7, AppointmentEnd::parse)?;
    Ok(AppointmentRow {
        start: moment(row, 1)?,
        channel: code(row, 2, Channel::parse)?,
        minutes: maybe_number(row, 3)?.map(|n| n.clamp(0, MINUTES)),
        place: owned(row, 4)?,
        created: moment(row, 5)?,
        ended: ended.map(|at| (at, how.unwrap_or(AppointmentEnd::Cancelled))),
        note: owned(row, 8)?,
        id: Id(number(row, 9)?),
    })
}

pub(super) fn task(row: &Row<'_>) -> Result<TaskRow, StoreError> {
    Ok(TaskRow {
        due: day(row, 1)?,
        due_at: maybe_moment(row, 2)?,
        kind: code(row, 3, TaskKind::parse)?,
        done: maybe_moment(row, 4)?,
        created: moment(row, 5)?,
        assignee: owned(row, 6)?,
        text: text(row, 7)?.to_owned(),
        id: Id(number(row, 8)?),
    })
}

pub(super) fn deferral(row: &Row<'_>) -> Result<DeferralRow, StoreError> {
    Ok(DeferralRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        kind: code(row, 3, DeferralKind::parse)?,
        target: text(row, 4)?.to_owned(),
        until: day(row, 5)?,
        reason: owned(row, 6)?,
        id: Id(number(row, 7)?),
    })
}

pub(super) fn changed(row: &Row<'_>) -> Result<OverrideRow, StoreError> {
    Ok(OverrideRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        channel: code(row, 3, Channel::parse)?,
        new_channel: maybe_code(row, 4, Channel::parse)?,
        every: code(row, 5, Interval::parse)?,
        grace: maybe_number(row, 6)?.map(|n| n.clamp(0, GRACE) as i32),
        until: maybe_day(row, 7)?,
        reason: text(row, 8)?.to_owned(),
        id: Id(number(row, 9)?),
    })
}

pub(super) fn pin(row: &Row<'_>) -> Result<PinRow, StoreError> {
    Ok(PinRow {
        created: moment(row, 1)?,
        ended: maybe_moment(row, 2)?,
        tier: code(row, 3, Tier::parse)?,
        from: day(row, 4)?,
        until: maybe_day(row, 5)?,
        review_on: day(row, 6)?,
        reason: text(row, 7)?.to_owned(),
        id: Id(number(row, 8)?),
    })
}

pub(super) fn engagement(row: &Row<'_>) -> Result<EngagementRow, StoreError> {
    Ok(EngagementRow {
        start: day(row, 1)?,
        end: maybe_day(row, 2)?,
        notice: maybe_day(row, 3)?,
        renew: maybe_day(row, 4)?,
        status: code(row, 5, EngagementStatus::parse)?,
        status_on: day(row, 6)?,
        kind: code(row, 7, EngagementKind::parse)?,
        title: text(row, 8)?.to_owned(),
        id: Id(number(row, 9)?),
    })
}

pub(super) fn invoice(row: &Row<'_>) -> Result<InvoiceRow, StoreError> {
    Ok(InvoiceRow {
        issued: day(row, 1)?,
        due: maybe_day(row, 2)?,
        paid: maybe_day(row, 3)?,
        amount: number(row, 4)?,
        cost: maybe_number(row, 5)?,
        currency: code(row, 6, Currency::stored)?,
        engagement: maybe_number(row, 7)?.map(Id),
        number: owned(row, 8)?,
        product: owned(row, 9)?,
        id: Id(number(row, 10)?),
    })
}

pub(super) fn tier_change(row: &Row<'_>) -> Result<TierChangeRow, StoreError> {
    Ok(TierChangeRow {
        at: moment(row, 1)?,
        from: maybe_code(row, 2, Tier::parse)?,
        to: code(row, 3, Tier::parse)?,
        cause: code(row, 4, TierCause::parse)?,
        score: number(row, 5)?,
        share: number(row, 6)?,
    })
}

fn month_score(row: &Row<'_>) -> Result<MonthScoreRow, StoreError> {
    Ok(MonthScoreRow {
        month: number(row, 1)?.clamp(1900 * 12, 2200 * 12 + 11) as i32,
        score: number(row, 2)?,
        share: number(row, 3)?,
        tier: maybe_code(row, 4, Tier::parse)?,
    })
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
            ended: maybe_moment(row, 5)?,
        });
    }
    Ok(found)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chrono_tz::UTC;

    #[test]
    fn the_days_that_are_read_are_those_that_can_be_written() {
        assert_eq!(Some(near(i64::MIN)), Day::ymd(1900, 1, 1));
        assert_eq!(Some(near(i64::MAX)), Day::ymd(2200, 12, 31));
        assert_eq!(then(i64::MAX).rfc3339(UTC), "2200-12-31T23:59:59+00:00");
        assert_eq!(then(i64::MIN).rfc3339(UTC), "1900-01-01T00:00:00+00:00");
    }

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
}
