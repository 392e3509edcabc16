//! The rows of Today: the queue with its headings, contacts of one client folded into one row, the capacity line and what lies beyond.
//! The order is the queue's; nothing is ranked here.

use super::find::Found;
use super::list::{Entry, Row, RowId};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::portfolio::{Queue, Snapshot, row};
use std::collections::{HashMap, HashSet};

/// How many clients outside the list the filter shows.
const OTHERS: usize = 200;

/// Every row of the day's work in the queue's order.
pub fn entries(book: &Snapshot) -> Vec<Entry> {
    let items = &book.queue.items;
    let mut out: Vec<Entry> = Vec::new();
    for row in book.queue.rows() {
        let Some(first) = row.items.first().and_then(|i| items.get(*i)) else { continue };
        let same = first.client.is_some() && out.last().is_some_and(|e: &Entry| e.id.client == first.client);
        out.push(Entry { id: RowId { client: first.client, target: Some(first.target) }, items: row.items, same });
    }
    out
}

/// The line above what does not fit the day.
fn capacity(queue: &Queue) -> Message {
    Message::new("capacity-line").with("used", queue.capacity.max(queue.done_today)).with("capacity", queue.capacity)
}

/// The rows of Today. With a filter: the hits among them, best first, then the hits in the rest of the book.
pub fn rows(book: &Snapshot, found: Option<Found<'_>>) -> Vec<Row> {
    let items = &book.queue.items;
    let all = entries(book);
    if let Some(found) = found {
        return filtered(book, all, found);
    }
    let fits = |e: &Entry| e.items.iter().any(|i| items[*i].fits);
    let mut out = Vec::new();
    if let Some(days) = book.queue.away_days {
        out.push(Row::Remark(Message::new("away-line").with("days", days).with("count", all.len())));
    }
    let mut section = None;
    let mut below: Vec<Entry> = Vec::new();
    let mut group_below = false;
    for entry in all {
        // What stands under another row of its client stays with it.
        group_below = if entry.same { group_below } else { !fits(&entry) };
        if group_below {
            below.push(entry);
            continue;
        }
        let own = entry.items.first().map(|i| items[*i].section);
        if !entry.same && own != section {
            section = own;
            out.extend(own.map(|s| Row::Heading(row::heading(s))));
        }
        out.push(Row::Entry(entry));
    }
    if !below.is_empty() {
        out.push(Row::Rule(capacity(&book.queue)));
        out.extend(below.into_iter().map(Row::Entry));
    }
    out
}

fn filtered(book: &Snapshot, all: Vec<Entry>, found: Found<'_>) -> Vec<Row> {
    let Found { ids: found, ranked } = found;
    let place: HashMap<Id, usize> = found.iter().enumerate().map(|(n, id)| (*id, if ranked { n } else { 0 })).collect();
    let mut listed: HashSet<Id> = HashSet::new();
    // A batch is nobody's row: whoever of it is meant stands below by name.
    let mut hits: Vec<(usize, Entry)> =
        all.into_iter().filter_map(|e| e.id.client.and_then(|id| place.get(&id)).map(|n| (*n, e))).collect();
    hits.sort_by_key(|(n, _)| *n);
    listed.extend(hits.iter().filter_map(|(_, e)| e.id.client));
    let mut out: Vec<Row> = hits.into_iter().map(|(_, entry)| Row::Entry(entry)).collect();
    let others: Vec<Id> = found.iter().copied().filter(|id| !listed.contains(id) && book.client(*id).is_some()).collect();
    if !others.is_empty() {
        out.push(Row::Rule(Message::new("find-others").with("count", others.len())));
        let row = |id: &Id| Row::Entry(Entry { id: RowId { client: Some(*id), target: None }, items: Vec::new(), same: false });
        out.extend(others.iter().take(OTHERS).map(row));
    }
    out
}
