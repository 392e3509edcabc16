//! The rows of Complaints: cases by what they wait for, improvements, and below them what is closed. How a row is drawn is the view's work.

use super::find::Found;
use super::list::{Entry, Row, RowId};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::portfolio::{Case, Improvement, Snapshot, Stand};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// The case a row stands for.
pub fn case(book: &Snapshot, id: RowId) -> Option<&Case> {
    match (id.client, id.target) {
        (Some(client), Some(Target::Complaint(case))) => book.case(client, case),
        _ => None,
    }
}

/// The improvement a row stands for.
pub fn improvement(book: &Snapshot, id: RowId) -> Option<&Improvement> {
    match id.target {
        Some(Target::Improvement(improvement)) => book.improvements.iter().find(|i| i.row.id == improvement),
        _ => None,
    }
}

/// The groups of open cases in their order.
const GROUPS: [&str; 3] = ["heading-answer", "heading-waiting", "heading-follow-up"];

fn group(stand: &Stand) -> usize {
    match stand {
        Stand::Answer(_) | Stand::Solve(_) | Stand::Open => 0,
        Stand::Waiting(_) | Stand::Offered(_) => 1,
        Stand::FollowUp(_) | Stand::Close | Stand::Closed => 2,
    }
}

/// How many clients without a case the filter shows.
const OTHERS: usize = 200;

/// The rows of Complaints. With a filter: the cases of the clients that match, then those of them that have none.
pub fn rows(book: &Snapshot, found: Option<Found<'_>>) -> Vec<Row> {
    let wanted: Option<HashSet<Id>> = found.map(|found| found.ids.iter().copied().collect());
    let passes = |client: Id| wanted.as_ref().is_none_or(|ids| ids.contains(&client));
    let items: HashMap<Target, usize> = book.queue.items.iter().enumerate().map(|(n, i)| (i.target, n)).collect();
    let entry = |client: Option<Id>, target: Target| {
        let items = items.get(&target).filter(|n| book.queue.items[**n].client == client).copied().into_iter().collect();
        Row::Entry(Entry { id: RowId { client, target: Some(target) }, items, same: false })
    };
    let row = |case: &Case| entry(Some(case.client), Target::Complaint(case.row.id));
    let (closed, open): (Vec<&Case>, Vec<&Case>) = book.cases().filter(|c| passes(c.client)).partition(|c| c.is_closed());
    let mut open: Vec<(usize, (u8, i64), &Case)> = open
        .into_iter()
        .map(|case| {
            let stand = book.readings(case, &book.now).stand(case);
            (group(&stand), stand.order(), case)
        })
        .collect();
    open.sort_by_key(|(group, order, case)| (*group, *order, case.row.no));
    let mut out = Vec::new();
    let mut last = None;
    for (group, _, case) in open {
        if last != Some(group) {
            last = Some(group);
            out.push(Row::Heading(Message::new(GROUPS[group])));
        }
        out.push(row(case));
    }
    let improvements: Vec<Row> = book
        .improvements
        .iter()
        .filter(|i| i.is_open() && wanted.is_none())
        .map(|i| entry(None, Target::Improvement(i.row.id)))
        .collect();
    if !improvements.is_empty() {
        out.push(Row::Heading(Message::new("heading-improve")));
        out.extend(improvements);
    }
    if !closed.is_empty() {
        out.push(Row::Rule(Message::new("cases-closed").with("count", closed.len())));
        let mut closed = closed;
        closed.sort_by_key(|c| Reverse((c.progress.closed.unwrap_or(c.row.opened), c.row.no)));
        out.extend(closed.into_iter().map(row));
    }
    if let Some(found) = found {
        out.extend(others(book, found));
    }
    out
}

/// The hits without a case, below a rule: whoever rings in can be found on every tab.
fn others(book: &Snapshot, found: Found<'_>) -> Vec<Row> {
    let without = |id: &Id| book.client(*id).is_some_and(|c| c.cases.is_empty());
    let others: Vec<Id> = found.ids.iter().copied().filter(without).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let row = |id: &Id| Row::Entry(Entry { id: RowId { client: Some(*id), target: None }, items: Vec::new(), same: false });
    let rule = Row::Rule(Message::new("find-others").with("count", others.len()));
    [rule].into_iter().chain(others.iter().take(OTHERS).map(row)).collect()
}

/// Unsettled cases, and whether one of them must not wait: nobody has answered, or a limit is broken.
pub fn burning(book: &Snapshot) -> (usize, bool) {
    let mut count = 0;
    let mut now = false;
    for case in book.cases().filter(|c| c.is_unsettled()) {
        count += 1;
        let readings = book.readings(case, &book.now);
        now |= readings.is_breached() || matches!(readings.stand(case), Stand::Answer(_));
    }
    (count, now)
}
