//! From the store to the snapshot: the reading road. Nothing here decides a rule.

use super::assess::Assessed;
use super::frame::Frame;
use super::queue::Queue;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Rates};
use crate::domain::policy::Policy;
use crate::domain::zone::{Holidays, WorkingTime};
use crate::store::Store;

/// What the configuration adds to the facts.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Public holidays and make-up days.
    pub holidays: Holidays,
    /// Base currency of value figures.
    pub currency: Currency,
    /// Rates into the base currency.
    pub rates: Rates,
}

/// The whole book assessed at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The moment.
    pub now: Now,
    /// The policy in force.
    pub policy: Policy,
    /// Working hours, leave and holidays.
    pub time: WorkingTime,
    /// Sums and cuts.
    pub frame: Frame,
    /// Clients by id.
    pub clients: Vec<Assessed>,
    /// The day's work.
    pub queue: Queue,
}
