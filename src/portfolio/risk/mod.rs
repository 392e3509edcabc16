//! Who is drifting away: the model fitted to the whole book, and each client's chance, signals and place in the list under it.
//! The formulas are `domain::risk`'s; how a list is drawn is a face's work.

mod before;
mod frame;
mod list;
mod season;
mod then;
pub mod told;

pub use before::before;
pub(super) use frame::pauses;
pub use frame::{Expectation, Fit, Fitted, RiskFrame, Worth};
pub use list::{RiskList, risk_list};
pub use then::Look;
pub(super) use then::{Month, Past};

use super::assess::{TierView, Under};
use super::cases::Case;
use crate::domain::day::Day;
use crate::domain::facts::{ClientFacts, EngagementRow};
use crate::domain::risk::signals::{Given, Signal, index, points, signals};
use crate::domain::words::*;

/// From this index on a client is listed, and from this one on the risk is high.
pub const MEDIUM: f64 = 0.50;
/// See [`MEDIUM`].
pub const HIGH: f64 = 0.75;

/// Why a client has no index, or is not listed with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RiskState {
    /// Not served: a lead, lost, stopped.
    NotServed,
    /// No order was ever seen.
    NoOrder,
    /// The first order is younger than the portfolio's usual gap.
    New,
    /// An order is booked for a day within the horizon.
    Booked(Day),
    /// The plan stands still until a day.
    Paused(Day),
    /// A running engagement with an end: no order is expected before.
    Engaged(Day),
    /// One order: the portfolio's average.
    Average,
    /// Repeat orders of its own.
    Known,
}

impl RiskState {
    /// The code in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            RiskState::NotServed => "not-served",
            RiskState::NoOrder => "no-order",
            RiskState::New => "new",
            RiskState::Booked(_) => "booked",
            RiskState::Paused(_) => "paused",
            RiskState::Engaged(_) => "engaged",
            RiskState::Average => "average",
            RiskState::Known => "known",
        }
    }

    /// The day it is about: of the booked order, the end of the pause or of the engagement.
    pub fn day(&self) -> Option<Day> {
        match self {
            RiskState::Booked(day) | RiskState::Paused(day) | RiskState::Engaged(day) => Some(*day),
            _ => None,
        }
    }
}

/// How much a client is at risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// No index.
    Unknown,
    /// Under a half.
    Low,
    /// From a half on.
    Medium,
    /// From three quarters on.
    High,
}

impl Level {
    /// Every level, in order.
    pub const ALL: [Level; 4] = [Level::Unknown, Level::Low, Level::Medium, Level::High];

    /// The catalogue id of its word.
    pub fn name(self) -> &'static str {
        match self {
            Level::Unknown => "risk-unknown",
            Level::Low => "risk-low",
            Level::Medium => "risk-medium",
            Level::High => "risk-high",
        }
    }

    /// The code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Level::Unknown => "unknown",
            Level::Low => "low",
            Level::Medium => "medium",
            Level::High => "high",
        }
    }
}

/// One client's risk.
#[derive(Debug, Clone, PartialEq)]
pub struct Risk {
    /// Why there is no index, or what it rests on.
    pub state: RiskState,
    /// The orders, and what the model says of them.
    pub worth: Option<Worth>,
    /// Other signs, the heaviest first.
    pub signals: Vec<Signal>,
    /// The index, 0 to 1.
    pub index: Option<f64>,
    /// Put off on the list until this day: no signal that counts is new since.
    pub snoozed: Option<Day>,
    /// The sign that ended such a put-off before its day.
    pub woken: Option<SignalKind>,
}

impl Risk {
    /// How much.
    pub fn level(&self) -> Level {
        match self.index {
            None => Level::Unknown,
            Some(x) if x >= HIGH => Level::High,
            Some(x) if x >= MEDIUM => Level::Medium,
            Some(_) => Level::Low,
        }
    }

    /// Whether the client stands in the list.
    pub fn is_listed(&self) -> bool {
        let kept = matches!(self.state, RiskState::Average | RiskState::Known | RiskState::Engaged(_));
        kept && self.level() >= Level::Medium
    }

    /// What the list is ordered by: the margin that is at stake.
    pub fn at_stake(&self) -> f64 {
        self.index.unwrap_or(0.0) * self.expected()
    }

    /// Expected margin of the next 12 months, minor units of the base currency; 0 without an order.
    pub fn expected(&self) -> f64 {
        self.worth.map_or(0.0, |w| w.expected.max(0.0))
    }

    /// The chance of no order within the client's own horizon, as it enters the index.
    pub fn orders_alone(&self) -> Option<f64> {
        self.worth.filter(|_| self.index.is_some()).map(|w| none_of(&self.state, &w))
    }

    /// The chance that the client still orders at all; `None` without an index, and while an engagement runs.
    pub fn alive(&self) -> Option<f64> {
        let model = self.index.is_some() && !matches!(self.state, RiskState::Engaged(_));
        self.worth.filter(|_| model).map(|w| w.score.alive)
    }

    /// Whether a sign beside the orders counts: then the figure is an index, no probability.
    pub fn has_signals(&self) -> bool {
        self.signals.iter().any(|s| s.points != 0.0)
    }

    /// The points of the signals as they count.
    pub fn points(&self) -> f64 {
        points(&self.signals)
    }

    /// The sum of the signals where less or more of it counts.
    pub fn cut(&self) -> Option<f64> {
        let sum: f64 = self.signals.iter().map(|s| s.points).sum();
        (sum != self.points()).then_some(sum)
    }

    /// Whether the figure lies from a half on.
    pub fn is_raised(&self) -> bool {
        self.level() >= Level::Medium
    }

    /// The index if one signal had not been observed.
    pub fn without(&self, kind: SignalKind) -> Option<f64> {
        let rest: Vec<Signal> = self.signals.iter().filter(|s| s.kind != kind).cloned().collect();
        self.orders_alone().map(|none| index(none, points(&rest)))
    }
}

/// The chance of no order as it counts: while an agreed engagement runs none is missing.
fn none_of(state: &RiskState, worth: &Worth) -> f64 {
    if matches!(state, RiskState::Engaged(_)) { worth.score.none.min(ENGAGED) } else { worth.score.none }
}

/// The chance of no order that a running engagement leaves at most.
const ENGAGED: f64 = 0.25;

/// What a client's risk is made of beside the frame.
pub(super) struct Subject<'a> {
    pub(super) facts: &'a ClientFacts,
    pub(super) status: Status,
    pub(super) tier: &'a TierView,
    pub(super) cases: &'a [Case],
    pub(super) paused: Option<Day>,
}

/// A client's risk under the frame.
pub(super) fn assess(client: &Subject<'_>, under: Under<'_>) -> Risk {
    let (facts, now) = (client.facts, under.now);
    let worth = under.risk.now.worth(facts.client.id).copied();
    let state = state(client, worth.as_ref(), under);
    if state == RiskState::NotServed {
        return Risk { state, worth, signals: Vec::new(), index: None, snoozed: None, woken: None };
    }
    let cases: Vec<_> = client.cases.iter().map(|c| (&*c.row, &c.progress)).collect();
    let is_late = |c: &&Case| c.is_unsettled() && under.clocks.read(&c.row, &c.progress, now).is_breached();
    let plan = under.policy.plan(client.tier.tier);
    let given = Given {
        facts,
        cases: &cases,
        late: client.cases.iter().filter(is_late).map(|c| c.row.no).collect(),
        cadence: plan.contacts.iter().map(|c| c.every.days()).reduce(f64::min),
        away: facts.contacts.last.map_or(0, |last| under.risk.away_since(last, now)),
        orders: worth.filter(|w| !w.seasonal).and_then(|w| Some((w.orders, w.usual()?))),
        currency: under.currency,
        now,
    };
    let signals = signals(&given, &under.policy.risk.weights);
    let counted = !matches!(state, RiskState::NotServed | RiskState::NoOrder | RiskState::New);
    let index = worth.filter(|_| counted).map(|w| index(none_of(&state, &w), points(&signals)));
    let put_off = told::put_off(facts, now.today());
    let woken = put_off.and_then(|p| told::unseen(p, &signals)).map(|s| s.kind);
    let snoozed = put_off.filter(|_| woken.is_none()).map(|p| p.until);
    Risk { state, worth, signals, index, snoozed, woken }
}

fn state(client: &Subject<'_>, worth: Option<&Worth>, under: Under<'_>) -> RiskState {
    let (facts, today) = (client.facts, under.now.today());
    if !facts.exists || !matches!(client.status, Status::Active | Status::Dormant) {
        return RiskState::NotServed;
    }
    let Some(worth) = worth else { return RiskState::NoOrder };
    let end = today.plus(worth.score.horizon.round() as i32);
    if let Some(order) = facts.orders.iter().find(|o| o.day > today && o.day <= end) {
        return RiskState::Booked(order.day);
    }
    if let Some(until) = client.paused {
        return RiskState::Paused(until);
    }
    let fixed =
        |e: &EngagementRow| e.end.filter(|end| e.start <= today && *end >= today && e.status != EngagementStatus::Planned);
    if let Some(end) = facts.engagements.iter().filter_map(fixed).max() {
        return RiskState::Engaged(end);
    }
    match worth.orders.x {
        _ if worth.orders.t < under.risk.now.model.unit => RiskState::New,
        0 => RiskState::Average,
        _ => RiskState::Known,
    }
}
