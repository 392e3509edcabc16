//! The day's queue over the whole book (design 4.2): items of every kind, their order, quadrants and the capacity line.
//! What an item's reason says is a message; how rows are drawn is a face's work.

use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::queue::Target;
use crate::domain::words::*;

/// The blocks of Today, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// With a time of today.
    ByTheClock,
    /// Own promises and renewals.
    Promised,
    /// Contacts of the plan.
    Contacts,
    /// Everything else.
    Rest,
}

/// One item of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Kind.
    pub kind: ItemKind,
    /// The client; `None` for a batch.
    pub client: Option<Id>,
    /// The clients of a batch.
    pub clients: Vec<Id>,
    /// Identity within the client.
    pub target: Target,
    /// Channel, where one makes sense.
    pub channel: Option<Channel>,
    /// Due day.
    pub due: Day,
    /// Moment, for timed items.
    pub at: Option<Moment>,
    /// Calendar days since it was due, 0 before.
    pub late_days: i32,
    /// Past its overdue day.
    pub overdue: bool,
    /// A retry after an unanswered attempt.
    pub retry: bool,
    /// How often it was snoozed since it last moved.
    pub snoozed: u32,
    /// 1 important and urgent, 2 important, 3 urgent, 4 neither (S20).
    pub quadrant: u8,
    /// Importance × urgency.
    pub priority: f64,
    /// Importance, 0 to 1.
    pub importance: f64,
    /// Urgency: 1 is due today, more is later.
    pub urgency: f64,
    /// Block of Today.
    pub section: Section,
    /// Whether it fits the day's capacity.
    pub fits: bool,
    /// Why it is here.
    pub reason: Message,
}

/// The day's work.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Queue {
    /// Items in order, each its own object; items of one client stand together.
    pub items: Vec<Item>,
    /// Items past their overdue day.
    pub late: usize,
    /// Contacts already logged today.
    pub done_today: usize,
    /// Contacts a day.
    pub capacity: usize,
    /// Contacts among the items, a batch counting one.
    pub contacts: usize,
    /// Working days without any touch before today, when 5 or more.
    pub away_days: Option<i32>,
}
