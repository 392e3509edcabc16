//! Who is drifting away: the model fitted to the whole book, and each client's chance, signals and place in the list under it.
//! The formulas are `domain::risk`'s; how a list is drawn is a face's work.

use super::assess::Assessed;
use super::cases::Clocks;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::ClientFacts;
use crate::domain::policy::Policy;
use crate::domain::risk::signals::{Given, Signal, Weights, index, points, signals};
use crate::domain::risk::{Model, NODES, Orders, Score, WEEK, expected_orders};
use crate::domain::words::*;
use crate::domain::zone::WorkingTime;
use std::collections::{BTreeSet, HashMap};

/// Weeks over which a client's worth is expected.
const YEAR: f64 = 365.0 / WEEK;
/// From this index on a client is listed, and from this one on the risk is high.
pub const MEDIUM: f64 = 0.50;
/// See [`MEDIUM`].
pub const HIGH: f64 = 0.75;
/// Fewer clients with a repeat order than this: no figure is shown, only the reasons.
pub const LITTLE: usize = 5;
/// Working days without any contact at all that are cut out of a silence.
const STRETCH: u32 = 5;

/// What couples the clients: the model, what an order is worth on average, and when the user was away.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskFrame {
    /// The model of repeat orders.
    pub model: Model,
    /// Mean margin of an order over the portfolio, minor units of the base currency.
    pub mean_margin: f64,
    /// Stretches without any contact, and own leave: first and last day, apart from each other, by time.
    away: Vec<(Day, Day)>,
    /// Quadrature nodes by number of repeat orders.
    nodes: HashMap<u32, [(f64, f64); NODES]>,
}

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
    /// The orders as the model saw them.
    pub orders: Option<Orders>,
    /// What the model says.
    pub score: Option<Score>,
    /// Other signs, the heaviest first.
    pub signals: Vec<Signal>,
    /// The index, 0 to 1.
    pub index: Option<f64>,
    /// Expected margin of the next 12 months, minor units of the base currency.
    pub expected: f64,
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
        self.index.unwrap_or(0.0) * self.expected.max(0.0)
    }
}

/// Days on which a client's pauses stood.
fn pauses(facts: &ClientFacts, now: &Now) -> Vec<(Day, Day)> {
    let mut out: Vec<(Day, Day)> = Vec::new();
    for d in facts.deferrals.iter().filter(|d| d.kind == DeferralKind::Pause) {
        let first = d.created.day(now.zone);
        let last = d.ended.map_or(d.until, |ended| ended.day(now.zone).min(d.until)).min(now.today());
        if last > first {
            out.push((first, last));
        }
    }
    joined(out)
}

fn joined(mut spans: Vec<(Day, Day)>) -> Vec<(Day, Day)> {
    spans.sort();
    let mut out: Vec<(Day, Day)> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => out.push(span),
        }
    }
    out
}

fn order_days(facts: &ClientFacts, today: Day) -> Vec<Day> {
    facts.orders.iter().map(|o| o.day).filter(|day| *day <= today).collect()
}

fn orders_of(facts: &ClientFacts, now: &Now) -> Option<Orders> {
    Orders::of(&order_days(facts, now.today()), now.today(), &pauses(facts, now))
}

impl RiskFrame {
    /// Fits the model to a book. `worked` are the days on which the user was in touch with anybody.
    pub fn new(
        clients: &[ClientFacts],
        worked: &BTreeSet<Day>,
        leave: &[(Day, Day)],
        time: &WorkingTime,
        now: &Now,
    ) -> RiskFrame {
        let orders: Vec<Orders> = clients.iter().filter(|c| c.exists).filter_map(|c| orders_of(c, now)).collect();
        let model = Model::fit(&orders);
        let today = now.today();
        let margins = clients.iter().flat_map(|c| &c.orders).filter(|o| o.day <= today);
        let (count, sum) = margins.fold((0_u32, 0.0), |(n, sum), o| (n + 1, sum + o.margin));
        let mut nodes = HashMap::new();
        for o in &orders {
            nodes.entry(o.x).or_insert_with(|| model.parameters.nodes(o.x));
        }
        let mut away = idle(worked, time, today);
        away.extend_from_slice(leave);
        RiskFrame { model, mean_margin: if count == 0 { 0.0 } else { sum / f64::from(count) }, away: joined(away), nodes }
    }

    /// Whether too few clients ordered again for a figure to be shown.
    pub fn has_little_history(&self) -> bool {
        self.model.repeats < LITTLE
    }

    /// Days since a moment on which the user was away.
    fn away_since(&self, last: Moment, now: &Now) -> i32 {
        let (from, to) = (last.day(now.zone), now.today());
        self.away.iter().map(|(a, b)| b.0.min(to.0) - a.0.max(from.0) + 1).filter(|days| *days > 0).sum()
    }

    /// A client's risk under this frame.
    pub fn assess(&self, client: &Assessed, policy: &Policy, clocks: &Clocks, weights: &Weights, now: &Now) -> Risk {
        let facts = &client.facts;
        let today = now.today();
        let orders = orders_of(facts, now);
        let seasonal = orders.and_then(|o| in_season(facts, &o, today));
        let score = orders.map(|o| self.model.score(&seasonal.unwrap_or(o)));
        let cases: Vec<_> = client.cases.iter().map(|c| (&*c.row, &c.progress)).collect();
        let plan = policy.plan(client.tier.tier);
        let given = Given {
            facts,
            cases: &cases,
            late: client.cases.iter().filter(|c| c.is_unsettled()).any(|c| clocks.read(&c.row, &c.progress, now).is_breached()),
            cadence: plan.contacts.iter().map(|c| c.every.days()).reduce(f64::min),
            away: facts.contacts.last.map_or(0, |last| self.away_since(last, now)),
            now,
        };
        let signals = signals(&given, weights);
        let state = self.state(client, orders.as_ref(), score.as_ref(), today);
        let counted = matches!(
            state,
            RiskState::Average | RiskState::Known | RiskState::Engaged(_) | RiskState::Booked(_) | RiskState::Paused(_)
        );
        let index = score.filter(|_| counted).map(|score| {
            // While an agreed engagement runs no order is missing.
            let none = if matches!(state, RiskState::Engaged(_)) { score.none.min(ENGAGED) } else { score.none };
            index(none, points(&signals))
        });
        let expected = match (orders, score) {
            (Some(o), Some(score)) => self.expected_margin(facts, &o, score.alive, YEAR, today),
            _ => 0.0,
        };
        Risk { state, orders, score, signals, index, expected }
    }

    fn state(&self, client: &Assessed, orders: Option<&Orders>, score: Option<&Score>, today: Day) -> RiskState {
        let facts = &client.facts;
        if !facts.exists || !matches!(client.status, Status::Active | Status::Dormant) {
            return RiskState::NotServed;
        }
        let (Some(orders), Some(score)) = (orders, score) else { return RiskState::NoOrder };
        let end = today.plus(score.horizon.round() as i32);
        if let Some(order) = facts.orders.iter().find(|o| o.day > today && o.day <= end) {
            return RiskState::Booked(order.day);
        }
        if let Some(until) = client.paused {
            return RiskState::Paused(until);
        }
        let fixed = |e: &crate::domain::facts::EngagementRow| {
            e.end.filter(|end| e.start <= today && *end >= today && e.status == EngagementStatus::Open)
        };
        if let Some(end) = facts.engagements.iter().filter_map(fixed).max() {
            return RiskState::Engaged(end);
        }
        match orders.x {
            _ if orders.t < self.model.unit => RiskState::New,
            0 => RiskState::Average,
            _ => RiskState::Known,
        }
    }

    /// Expected margin within so many weeks, minor units: expected orders times the client's mean margin drawn to the portfolio's.
    pub fn expected_margin(&self, facts: &ClientFacts, orders: &Orders, alive: f64, weeks: f64, today: Day) -> f64 {
        let (count, sum) = facts.orders.iter().filter(|o| o.day <= today).fold((0.0, 0.0), |(n, s), o| (n + 1.0, s + o.margin));
        let margin = (sum + self.mean_margin) / (count + 1.0);
        let own;
        let nodes = match self.nodes.get(&orders.x) {
            Some(nodes) => nodes,
            None => {
                own = self.model.parameters.nodes(orders.x);
                &own
            }
        };
        margin * alive * expected_orders(&self.model.parameters, nodes, orders, weeks)
    }
}

/// The chance of no order that a running engagement leaves at most.
const ENGAGED: f64 = 0.25;

/// The seasonal rule: with orders in two years or more that come at one time of the year, silence counts only around that time.
fn in_season(facts: &ClientFacts, orders: &Orders, today: Day) -> Option<Orders> {
    let days = order_days(facts, today);
    let (first, last) = (*days.first()?, *days.last()?);
    if days.len() < 4 || first.date().format("%Y").to_string() == last.date().format("%Y").to_string() {
        return None;
    }
    let angle = |day: Day| {
        use chrono::Datelike;
        f64::from(day.date().ordinal0()) / 365.25 * std::f64::consts::TAU
    };
    let n = days.len() as f64;
    let (x, y) = days.iter().fold((0.0, 0.0), |(x, y), d| (x + angle(*d).cos() / n, y + angle(*d).sin() / n));
    if x.hypot(y) < SEASONAL {
        return None;
    }
    let middle = y.atan2(x);
    let near = |day: Day| {
        let turn = (angle(day) - middle).rem_euclid(std::f64::consts::TAU);
        turn.min(std::f64::consts::TAU - turn) / std::f64::consts::TAU * 365.25 <= SEASON
    };
    let counted = (1..=today.since(last)).filter(|n| near(last.plus(*n))).count();
    Some(Orders { t: (orders.t_x + counted as f64 / WEEK).max(1.0 / WEEK), ..*orders })
}

/// Resultant length of the days of the year from which orders are seasonal, and days around their mean.
const SEASONAL: f64 = 0.6;
const SEASON: f64 = 45.0;

/// Stretches of working days without any contact, from the first contact on.
fn idle(worked: &BTreeSet<Day>, time: &WorkingTime, today: Day) -> Vec<(Day, Day)> {
    let mut out = Vec::new();
    let ends = worked.iter().copied().chain([today.plus(1)]);
    for (before, next) in worked.iter().copied().zip(ends.skip(1)) {
        // A week without contact has at least so many days.
        if next.since(before) as u32 > STRETCH && time.working_days_between(before, next.plus(-1)) >= STRETCH {
            out.push((before.plus(1), next.plus(-1)));
        }
    }
    out
}
