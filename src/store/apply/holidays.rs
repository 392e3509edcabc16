//! Imported holidays and make-up days: of a year that is replaced only what differs is written, so that the same file twice is no step.
//! Which years a file replaces, and what was known before, is decided in `portfolio::holidays`.

use super::super::error::StoreError;
use super::super::stream;
use super::super::tx::Tx;
use crate::domain::holidays::HolidayDay;
use std::collections::HashMap;

pub(super) fn run(tx: &mut Tx<'_>, days: &[HolidayDay], years: &[i32]) -> Result<&'static str, StoreError> {
    let mut known: HashMap<i32, stream::HolidayRow> =
        stream::holidays(tx.db)?.into_iter().map(|row| (row.day.day.0, row)).collect();
    let mut gone = 0;
    let wanted: std::collections::HashSet<i32> = days.iter().map(|day| day.day.0).collect();
    let mut unwanted: Vec<&stream::HolidayRow> =
        known.values().filter(|row| years.contains(&row.day.year()) && !wanted.contains(&row.day.day.0)).collect();
    unwanted.sort_by_key(|row| row.day.day);
    for row in unwanted {
        tx.delete("holiday", row.id)?;
        gone += 1;
    }
    for day in days {
        let (code, source) = (day.mark.code(), day.source.as_deref());
        match known.remove(&day.day.0) {
            Some(row) if row.day == *day => {}
            Some(row) => tx.update("holiday", row.id, &[("kind", &code), ("name", &day.name), ("source", &source)])?,
            None => {
                tx.insert("holiday", &[("day", &day.day.0), ("kind", &code), ("name", &day.name), ("source", &source)])?;
            }
        }
    }
    match (days.first(), days.last()) {
        (Some(first), Some(last)) => {
            tx.args.extend([("count", days.len() as i64), ("first", i64::from(first.day.0)), ("last", i64::from(last.day.0))]);
            Ok("did-holidays")
        }
        _ => {
            tx.args.push(("count", gone));
            Ok("did-remove-holidays")
        }
    }
}
