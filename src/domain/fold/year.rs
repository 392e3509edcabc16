//! What one client brought and cost in a year: margins, orders and minutes of the last 365 days and of those before (S54, S62, S68).
//! Comparing clients with each other is the portfolio's work.

use super::{FoldContext, order_day, rate_of};
use crate::domain::day::Day;
use crate::domain::facts::{ClientRows, TouchRow, YearFacts};
use crate::domain::words::Channel;

/// Days of a year here, as in what was billed.
const YEAR: i32 = 365;

/// Folds what is there until now; `touches` are the client's, by moment.
pub(super) fn fold(rows: &ClientRows, touches: &[TouchRow], ctx: &FoldContext<'_>) -> YearFacts {
    let today = ctx.now.today();
    let mut out = YearFacts::default();
    let mut days: Vec<(Day, f64, f64)> = Vec::with_capacity(rows.invoices.len());
    for invoice in rows.invoices.iter().filter(|i| i.issued <= today) {
        // Without a rate it has no value, but it is an order all the same.
        let rate = rate_of(invoice.currency, ctx);
        let margin = (invoice.amount as f64 - invoice.cost.unwrap_or(0) as f64) * rate.unwrap_or(0.0);
        if let Some(sum) = year(today, invoice.issued).and_then(|n| out.margin.get_mut(n)) {
            *sum += margin;
        }
        let net = invoice.amount as f64;
        days.push((order_day(rows, invoice), net * rate.unwrap_or(1.0), net * rate.unwrap_or(0.0)));
    }
    days.sort_by_key(|(day, ..)| *day);
    let (mut count, mut sum) = (0_u32, 0.0);
    for same in days.chunk_by(|a, b| a.0 == b.0) {
        if same.iter().map(|(_, net, _)| net).sum::<f64>() > 0.0 {
            let value: f64 = same.iter().map(|(.., value)| value).sum();
            if value > 0.0 {
                (count, sum) = (count + 1, sum + value);
            }
            if let Some(orders) = year(today, same[0].0).and_then(|n| out.orders.get_mut(n)) {
                *orders += 1;
            }
        }
    }
    out.mean_order = (count > 0).then(|| sum / f64::from(count));
    effort(rows, touches, ctx, &mut out);
    out
}

/// 0 in the last 365 days, 1 in the 365 before, 2 and more earlier.
fn year(today: Day, day: Day) -> Option<usize> {
    usize::try_from(today.since(day) / YEAR).ok()
}

/// Minutes of contacts and of entries of cases. What an entry of a case was said in is a contact, and counted there.
fn effort(rows: &ClientRows, touches: &[TouchRow], ctx: &FoldContext<'_>, out: &mut YearFacts) {
    let now = ctx.now.instant;
    let first = ctx.now.today().plus(1 - YEAR).start(ctx.now.zone);
    let mut add = |minutes: u32| out.minutes = Some(out.minutes.unwrap_or(0).saturating_add(minutes));
    let touches = &touches[touches.partition_point(|t| t.at < first)..];
    for touch in touches.iter().filter(|t| t.at <= now && t.channel != Channel::Unknown) {
        out.contacts += 1;
        match touch.minutes {
            Some(minutes) => add(minutes),
            None => out.untimed += 1,
        }
    }
    for case in rows.complaints.iter().filter(|c| c.events.iter().any(|e| e.minutes.is_some())) {
        case.events_at(now).into_iter().filter(|e| e.at >= first).filter_map(|e| e.minutes).for_each(&mut add);
    }
}
