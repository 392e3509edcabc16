//! The list of clients at risk: whom it holds, in which order, and how many of them stand open.
//! A client's own risk is the parent's, how a row is drawn a face's.

use crate::domain::id::Id;
use crate::domain::words::Status;
use crate::portfolio::Assessed;

/// So many rows stand open at least, and this share of the active clients.
const OPEN: (usize, f64) = (5, 0.10);

/// Clients at risk, most at stake first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RiskList {
    /// Those that stand open, then those that are folded away.
    pub listed: Vec<Id>,
    /// How many of them stand open.
    pub open: usize,
    /// Put off by the user, by the day they come back.
    pub snoozed: Vec<Id>,
}

impl RiskList {
    /// How many are folded away.
    pub fn folded(&self) -> usize {
        self.listed.len() - self.open
    }
}

/// The list of a book: risk from a half on, not paused, lost, booked or new; by index times expected margin of 12 months.
pub fn risk_list(clients: &[Assessed]) -> RiskList {
    let present = || clients.iter().filter(|c| c.facts.exists);
    let mut listed: Vec<&Assessed> = present().filter(|c| c.risk.is_listed()).collect();
    listed.sort_by(|a, b| {
        b.risk
            .at_stake()
            .total_cmp(&a.risk.at_stake())
            .then(b.risk.index.unwrap_or(0.0).total_cmp(&a.risk.index.unwrap_or(0.0)))
            .then(a.id().cmp(&b.id()))
    });
    let (mut snoozed, listed): (Vec<&Assessed>, Vec<&Assessed>) = listed.into_iter().partition(|c| c.risk.snoozed.is_some());
    snoozed.sort_by_key(|c| (c.risk.snoozed, c.id()));
    let active = present().filter(|c| c.status == Status::Active).count();
    let open = OPEN.0.max((OPEN.1 * active as f64).ceil() as usize).min(listed.len());
    RiskList { listed: listed.iter().map(|c| c.id()).collect(), open, snoozed: snoozed.iter().map(|c| c.id()).collect() }
}
