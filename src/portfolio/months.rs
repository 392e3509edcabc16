//! How the last calendar months of a client went in figures, for sparklines, and what was billed the year before.
//! The rows behind them are read by `store::timeline`.

use super::load::Snapshot;
use crate::domain::day::Day;
use crate::domain::money::{Currency, Money, Rates, minor_rate};
use crate::store::{MONTHS, NEWEST, TimelineRows};

/// The last calendar months in figures, oldest first, the present one last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Months {
    /// [`Day::month_index`] of the first month.
    pub first: i32,
    /// Touches that reached the client, a month.
    pub touches: [u32; MONTHS],
    /// Billed, minor units of the base currency, a month; a credit note may make it negative.
    pub billed: [i64; MONTHS],
    /// Currencies without a rate: what was billed in them is left out.
    pub missing_rates: Vec<Currency>,
}

/// Counts the last [`MONTHS`] calendar months. An amount without a rate is left out and its currency named.
pub fn months(snapshot: &Snapshot, rows: &TimelineRows, rates: &Rates) -> Months {
    let first = snapshot.now.today().month_index() - (MONTHS as i32 - 1);
    let mut out = Months { first, touches: [0; MONTHS], billed: [0; MONTHS], missing_rates: Vec::new() };
    let place = |day: Day| usize::try_from(day.month_index() - first).ok().filter(|n| *n < MONTHS);
    for n in rows.reached.iter().filter_map(|at| place(at.day(snapshot.now.zone))) {
        out.touches[n] += 1;
    }
    for (day, amount) in &rows.billed {
        match (place(*day), minor_rate(amount.currency, snapshot.currency, rates)) {
            (Some(n), Some(rate)) => {
                out.billed[n] = out.billed[n].saturating_add((amount.minor as f64 * rate).round() as i64);
            }
            (Some(_), None) if !out.missing_rates.contains(&amount.currency) => out.missing_rates.push(amount.currency),
            _ => {}
        }
    }
    out.missing_rates.sort_unstable();
    out
}

/// What was billed in the 365 days before the last 365, by currency; `None` when not all of that was read.
pub fn billed_year_before(rows: &TimelineRows, today: Day) -> Option<Vec<Money>> {
    if rows.invoices.len() >= NEWEST {
        return None;
    }
    let mut before: Vec<Money> = Vec::new();
    for invoice in rows.invoices.iter().filter(|i| (365..730).contains(&today.since(i.issued))) {
        match before.iter_mut().find(|m| m.currency == invoice.currency) {
            Some(sum) => sum.minor = sum.minor.saturating_add(invoice.amount),
            None => before.push(Money { minor: invoice.amount, currency: invoice.currency }),
        }
    }
    Some(before)
}
