//! The rows of At risk: clients by what is at stake, those that are folded away, and those that are put off.
//! How a row is drawn is the view's work, what a client's risk is the portfolio's.

use super::find::Found;
use super::list::{Entry, List, Row, RowId};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::portfolio::Snapshot;
use std::collections::HashSet;

/// State of the tab.
#[derive(Debug, Clone, Default)]
pub struct AtRisk {
    /// Its rows.
    pub list: List,
    /// The rows below the fold are shown.
    pub unfolded: bool,
}

/// The rows. With a filter the fold is open, and below stand the clients that match and are not at risk.
pub fn rows(book: &Snapshot, unfolded: bool, found: Option<Found<'_>>) -> Vec<Row> {
    let wanted: Option<HashSet<Id>> = found.map(|found| found.ids.iter().copied().collect());
    let passes = |id: &&Id| wanted.as_ref().is_none_or(|ids| ids.contains(*id));
    let row = |id: &Id| {
        Row::Entry(Entry { id: RowId { client: Some(*id), target: Some(Target::Risk) }, items: Vec::new(), same: false })
    };
    let list = &book.at_risk;
    let (open, folded) = list.listed.split_at(list.open);
    let mut out: Vec<Row> = open.iter().filter(passes).map(row).collect();
    if !folded.is_empty() {
        out.push(Row::Rule(Message::new("risk-folded").with("count", folded.len())));
        if unfolded || wanted.is_some() {
            out.extend(folded.iter().filter(passes).map(row));
        }
    }
    if !list.snoozed.is_empty() {
        out.push(Row::Rule(Message::new("risk-snoozed").with("count", list.snoozed.len())));
        out.extend(list.snoozed.iter().filter(passes).map(row));
    }
    if let Some(found) = found {
        let listed: HashSet<&Id> = list.listed.iter().chain(&list.snoozed).collect();
        let others: Vec<&Id> = found.ids.iter().filter(|id| !listed.contains(id)).collect();
        if !others.is_empty() {
            out.push(Row::Rule(Message::new("find-others").with("count", others.len())));
            let other =
                |id: &&Id| Row::Entry(Entry { id: RowId { client: Some(**id), target: None }, items: Vec::new(), same: false });
            out.extend(others.iter().take(OTHERS).map(other));
        }
    }
    out
}

/// How many clients that are not at risk the filter shows.
const OTHERS: usize = 200;
