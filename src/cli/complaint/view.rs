//! `v_sla`: the cases of the book as a table that exists for one `sql` statement, one row a case.

use super::super::context::Book;
use super::super::sql::{int, maybe, text};
use super::score;
use crate::domain::complaint::{Rating, Reading};
use crate::domain::day::Moment;
use crate::portfolio::{Assessed, Case};
use crate::store::{SqlValue, View};

/// The columns: `…_met` and `…_used` are null where a clock is not known, `…_met` also while it runs within its limit; `…_at` is when
/// it was stopped. Moments are RFC 3339.
const COLUMNS: [&str; 27] = [
    "id",
    "no",
    "client_id",
    "client",
    "tier",
    "kind",
    "complex",
    "status",
    "cause",
    "opened",
    "first_limit",
    "first_due",
    "first_met",
    "first_used",
    "first_at",
    "solution_limit",
    "solution_due",
    "solution_met",
    "solution_used",
    "solution_at",
    "waiting",
    "rounds",
    "reopened",
    "score",
    "unreachable",
    "resolved",
    "closed",
];

/// The view.
pub fn sla(book: &Book) -> View {
    View { name: "v_sla", columns: COLUMNS.to_vec(), rows: book.snapshot.cases().map(|case| row(book, case)).collect() }
}

fn row(book: &Book, case: &Case) -> Vec<SqlValue> {
    let (row, progress) = (&case.row, &case.progress);
    let readings = book.snapshot.readings(case, &book.now);
    let moment = |at: Option<Moment>| at.map_or(SqlValue::Null, |at| text(&at.rfc3339(book.now.zone)));
    let clock = |reading: Option<Reading>| {
        [
            moment(reading.map(|r| r.due)),
            reading.and_then(|r| r.met).map_or(SqlValue::Null, int),
            reading.map_or(SqlValue::Null, |r| SqlValue::Real(r.used)),
            moment(reading.and_then(|r| r.stopped)),
        ]
    };
    let mut out = vec![
        int(row.id.0),
        int(row.no),
        int(case.client.0),
        maybe(book.snapshot.client(case.client).map(Assessed::name)),
        maybe(row.tier.map(|t| t.code())),
        text(row.kind.code()),
        int(row.complex),
        text(progress.status.code()),
        maybe(row.cause.as_deref()),
        moment(Some(row.opened)),
        text(&readings.first_limit.to_string()),
    ];
    out.extend(clock(readings.first));
    out.push(text(&readings.solution_limit.to_string()));
    out.extend(clock(readings.solution_overall()));
    out.extend([
        moment(progress.waiting),
        int(progress.refusals),
        int(progress.reopened.len() as i64),
        score(progress.rating).map_or(SqlValue::Null, int),
        int(progress.rating == Some(Rating::Unreachable)),
        moment(progress.resolved),
        moment(progress.closed),
    ]);
    out
}
