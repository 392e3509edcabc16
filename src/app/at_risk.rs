//! The rows of At risk: clients by what is at stake, the fold over those below, and those that are put off.
//! How a row is drawn is the view's work, what a client's risk is the portfolio's.

use super::find::Found;
use super::list::{Entry, List, Row, RowId};
use super::model::Model;
use super::today;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::portfolio::Snapshot;
use std::collections::{HashMap, HashSet};

/// State of the tab.
#[derive(Debug, Clone, Default)]
pub struct AtRisk {
    /// Its rows.
    pub list: List,
    /// The rows below the fold are shown.
    pub unfolded: bool,
}

impl AtRisk {
    /// Puts new rows in. The selection stays with its client, and moves on (where asked for) only when that was put off or left the
    /// list: a contact settles nothing here.
    pub fn replace(&mut self, book: &Snapshot, found: Option<Found<'_>>, move_on: bool) -> bool {
        let gone = |id: RowId| id.client.is_some_and(|client| !book.at_risk.listed.contains(&client));
        let was_open = self.list.index().is_some_and(|here| self.put_off_from().is_none_or(|first| here < first));
        let move_on = move_on && was_open && self.list.entry().is_some_and(|e| gone(e.id));
        self.list.replace(rows(book, self.unfolded, found), move_on)
    }

    /// The line above those that are put off.
    fn put_off_from(&self) -> Option<usize> {
        self.list.rows.iter().position(|row| matches!(row, Row::Rule(message) if message.id == PUT_OFF))
    }
}

/// The row that opens and closes the fold.
pub const FOLD: RowId = RowId { client: None, target: Some(Target::Risk) };
/// The words above those that are put off.
const PUT_OFF: &str = "risk-snoozed";
/// How many clients that are not at risk the filter shows.
const OTHERS: usize = 200;

/// The rows. With a filter the fold is open, and below stand the clients that match and are not at risk.
fn rows(book: &Snapshot, unfolded: bool, found: Option<Found<'_>>) -> Vec<Row> {
    let wanted: Option<HashSet<Id>> = found.map(|found| found.ids.iter().copied().collect());
    let passes = |id: &&Id| wanted.as_ref().is_none_or(|ids| ids.contains(*id));
    // What is due of a client stands behind its row, so that the keys of an item work here too.
    let mut due: HashMap<Id, Vec<usize>> = HashMap::new();
    for entry in today::entries(book) {
        if let Some(client) = entry.id.client {
            due.entry(client).or_insert(entry.items);
        }
    }
    let mut entry = |id: &Id, target: Option<Target>| {
        let items = due.remove(id).unwrap_or_default();
        Row::Entry(Entry { id: RowId { client: Some(*id), target }, items, same: false })
    };
    let list = &book.at_risk;
    let mut out: Vec<Row> = Vec::new();
    if book.risk.now.has_little_history() && !list.listed.is_empty() {
        out.push(Row::Remark(Message::new("risk-little-history")));
    }
    let (open, folded) = list.listed.split_at(list.open);
    out.extend(open.iter().filter(passes).map(|id| entry(id, Some(Target::Risk))));
    if wanted.is_some() {
        out.extend(folded.iter().filter(passes).map(|id| entry(id, Some(Target::Risk))));
    } else if !folded.is_empty() {
        out.push(Row::Entry(Entry { id: FOLD, items: Vec::new(), same: false }));
        if unfolded {
            out.extend(folded.iter().map(|id| entry(id, Some(Target::Risk))));
        }
    }
    let put_off: Vec<&Id> = list.snoozed.iter().filter(passes).collect();
    if !put_off.is_empty() {
        out.push(Row::Rule(Message::new(PUT_OFF).with("count", put_off.len())));
        out.extend(put_off.into_iter().map(|id| entry(id, Some(Target::Risk))));
    }
    if let Some(found) = found {
        let listed: HashSet<&Id> = list.listed.iter().chain(&list.snoozed).collect();
        let others = found.ids.iter().filter(|id| !listed.contains(id) && book.client(**id).is_some());
        let others: Vec<&Id> = others.collect();
        if !others.is_empty() {
            out.push(Row::Rule(Message::new("find-others").with("count", others.len())));
            out.extend(others.into_iter().take(OTHERS).map(|id| entry(id, None)));
        }
    }
    out
}

impl Model {
    /// Whether the selected row is the one that opens and closes the fold.
    pub fn on_fold(&self) -> bool {
        self.page.is_none() && self.entry().is_some_and(|e| e.id == FOLD)
    }

    /// Whether something is to be put off on this list: the selected rows, or the marked ones, stand in it.
    pub fn is_of_risk(&self) -> bool {
        self.subjects().any(|s| s.client.is_some() && s.id.target == Some(Target::Risk))
    }
}

/// Opens or closes the fold; the selection stays on it.
pub fn turn_fold(model: &mut Model) {
    model.at_risk.unfolded = !model.at_risk.unfolded;
    model.rebuild(false);
}
