//! What couples clients in risk and expected value: the model fitted to the orders of all, what an order is worth on average, and on
//! which days the user was away. A client's own risk is the parent's.

use super::season::in_season;
use super::{Risk, none_of};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::ClientFacts;
use crate::domain::fold::WORKED;
use crate::domain::id::Id;
use crate::domain::risk::signals::index;
use crate::domain::risk::{Clv, Model, Orders, Score, Scorer, WEEK};
use crate::domain::words::DeferralKind;
use crate::domain::zone::WorkingTime;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Fewer clients with a repeat order than this: no figure is shown, only the reasons.
const LITTLE: usize = 5;
/// Working days without any contact at all that are cut out of a silence.
const STRETCH: u32 = 5;
/// Weeks over which a client's worth is expected.
const YEAR: f64 = 365.0 / WEEK;

/// Orders of one client, and what the model says of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// The orders as they came, pauses cut out.
    pub orders: Orders,
    /// What the model says.
    pub score: Score,
    /// Whether silence counted only in season.
    pub seasonal: bool,
    /// Weeks of silence that counted: all of it, or what lay in season.
    pub counted: f64,
    /// Mean margin of an order, drawn to the portfolio's, minor units of the base currency.
    pub margin: f64,
    /// Expected margin of the next 12 months, undiscounted, minor units of the base currency.
    pub expected: f64,
}

impl Worth {
    /// Days between two orders on average; `None` before the second.
    pub fn usual(&self) -> Option<f64> {
        (self.orders.x > 0).then(|| self.orders.t_x * WEEK / f64::from(self.orders.x))
    }
}

/// The model at one date and what it says of every client with an order.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// The model of repeat orders.
    pub model: Model,
    /// Mean margin of an order over the portfolio, minor units of the base currency.
    pub mean_margin: f64,
    /// What orders the model belongs to.
    pub version: u64,
    /// By id.
    worth: Vec<(Id, Worth)>,
    scorer: Scorer,
}

/// A fit that is still to be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Of these orders.
    pub version: u64,
    /// The orders.
    pub orders: Vec<Orders>,
}

impl Fit {
    /// Fits the model; a few milliseconds for thousands of clients.
    pub fn run(&self) -> Fitted {
        Fitted { version: self.version, model: Model::fit(&self.orders) }
    }
}

/// A model and the orders it came from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fitted {
    /// Of these orders.
    pub version: u64,
    /// The model.
    pub model: Model,
}

/// What couples the clients now.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskFrame {
    /// The model now.
    pub now: Expectation,
    /// The orders of a model that is not fitted yet: an earlier one stands in for it.
    pub wanted: Option<Fit>,
    /// Stretches without any contact, and own leave: first and last day, apart from each other, by time.
    away: Vec<(Day, Day)>,
}

/// Days on which a client's pauses stood, until a day.
pub(crate) fn pauses(facts: &ClientFacts, now: &Now) -> Vec<(Day, Day)> {
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

fn version_of(orders: &[Orders]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for o in orders {
        (o.x, o.t_x.to_bits(), o.t.to_bits(), o.ln_gaps.to_bits()).hash(&mut hasher);
    }
    hasher.finish()
}

impl Expectation {
    /// The model of a book as of a moment, fitted now unless `known` has one for just these orders.
    pub fn new(clients: &[ClientFacts], now: &Now, known: impl FnOnce(u64) -> Option<Model>) -> Expectation {
        let (days, orders) = orders_of(clients, now);
        let version = version_of(&orders);
        let model = known(version).unwrap_or_else(|| Model::fit(&orders));
        Expectation::under(clients, now, model, version, &days, &orders)
    }

    fn under(
        clients: &[ClientFacts],
        now: &Now,
        model: Model,
        version: u64,
        days: &[Option<Vec<Day>>],
        orders: &[Orders],
    ) -> Expectation {
        let today = now.today();
        let margins = clients.iter().flat_map(|c| &c.orders).filter(|o| o.day <= today && o.valued);
        let (count, sum) = margins.fold((0_u32, 0.0), |(n, sum), o| (n + 1, sum + o.margin));
        let mean_margin = if count == 0 { 0.0 } else { sum / f64::from(count) };
        let scorer = Scorer::new(&model, orders);
        let mut out = Expectation { model, mean_margin, version, worth: Vec::with_capacity(orders.len()), scorer };
        let mut left = orders.iter();
        for (client, days) in clients.iter().zip(days) {
            let Some((days, orders)) = days.as_deref().and_then(|days| Some((days, left.next()?))) else { continue };
            let worth = out.worth_of(client, days, *orders, today);
            out.worth.push((client.client.id, worth));
        }
        out
    }

    fn worth_of(&self, client: &ClientFacts, days: &[Day], orders: Orders, today: Day) -> Worth {
        let season = in_season(days, &orders, today);
        let counted = season.unwrap_or(orders);
        let score = self.scorer.score(&counted);
        let past = client.orders.iter().filter(|o| o.day <= today && o.valued);
        let (count, sum) = past.fold((0.0, 0.0), |(n, s), o| (n + 1.0, s + o.margin));
        let margin = (sum + self.mean_margin) / (count + 1.0);
        let mut worth = Worth { orders, score, seasonal: season.is_some(), counted: counted.silence(), margin, expected: 0.0 };
        // Where no order has a value in the base currency nothing is expected in it either.
        worth.expected = if count > 0.0 { worth.margin * self.expected_orders(&worth, YEAR) } else { 0.0 };
        worth
    }

    /// Expected orders of a client within so many weeks.
    pub fn expected_orders(&self, worth: &Worth, weeks: f64) -> f64 {
        self.scorer.expected(&worth.orders, worth.score.alive, weeks)
    }

    /// What the model says of a client; `None` without an order.
    pub fn worth(&self, id: Id) -> Option<&Worth> {
        self.worth.binary_search_by_key(&id, |(id, _)| *id).ok().map(|n| &self.worth[n].1)
    }

    /// The lifetime value of a client over so many months, minor units of the base currency; `None` without an order.
    pub fn clv(&self, id: Id, months: u32) -> Option<Clv> {
        let worth = self.worth(id)?;
        Some(Clv::of(worth.margin, months, |weeks| self.expected_orders(worth, weeks)))
    }

    /// The index of a client if it ordered today, its signals as they are; `None` where there is no index.
    pub fn with_order(&self, risk: &Risk) -> Option<f64> {
        let worth = risk.worth.filter(|_| risk.index.is_some())?;
        let score = self.model.score(&worth.orders.with_one_now());
        Some(index(none_of(&risk.state, &Worth { score, ..worth }), risk.points()))
    }

    /// Whether too few clients ordered again for a figure to be shown.
    pub fn has_little_history(&self) -> bool {
        self.model.repeats < LITTLE
    }
}

/// Days with an order until a moment, of every client that was there, and the orders they make.
fn orders_of(clients: &[ClientFacts], now: &Now) -> (Vec<Option<Vec<Day>>>, Vec<Orders>) {
    let today = now.today();
    let mut orders = Vec::with_capacity(clients.len());
    let days = clients
        .iter()
        .map(|client| {
            let days: Vec<Day> = client.orders.iter().map(|o| o.day).filter(|day| *day <= today).collect();
            let found = Orders::of(&days, today, &pauses(client, now)).filter(|_| client.client.since <= today)?;
            orders.push(found);
            Some(days)
        })
        .collect();
    (days, orders)
}

impl RiskFrame {
    /// Fits the model to a book, unless `known` has one for just these orders.
    pub fn new(
        clients: &[ClientFacts],
        leave: &[(Day, Day)],
        time: &WorkingTime,
        now: &Now,
        known: impl FnOnce(u64) -> Option<Model>,
    ) -> RiskFrame {
        RiskFrame {
            now: Expectation::new(clients, now, known),
            wanted: None,
            away: away(worked(clients), leave, time, now.today()),
        }
    }

    /// The same with an earlier model standing in where the right one is not known: it is then [wanted](RiskFrame::wanted).
    pub fn meanwhile(
        clients: &[ClientFacts],
        leave: &[(Day, Day)],
        time: &WorkingTime,
        now: &Now,
        before: &Fitted,
        known: impl FnOnce(u64) -> Option<Model>,
    ) -> RiskFrame {
        let (days, orders) = orders_of(clients, now);
        let version = version_of(&orders);
        let found = (version == before.version).then_some(before.model).or_else(|| known(version));
        let fitted = found.map_or(*before, |model| Fitted { version, model });
        let expected = Expectation::under(clients, now, fitted.model, fitted.version, &days, &orders);
        let wanted = (version != fitted.version).then_some(Fit { version, orders });
        RiskFrame { now: expected, wanted, away: away(worked(clients), leave, time, now.today()) }
    }

    /// The same model over the facts of some clients as of another moment.
    pub(in crate::portfolio) fn at(&self, clients: &[ClientFacts], now: &Now) -> RiskFrame {
        let (days, orders) = orders_of(clients, now);
        let expected = Expectation::under(clients, now, self.now.model, self.now.version, &days, &orders);
        RiskFrame { now: expected, wanted: None, away: self.away.clone() }
    }

    /// The same model over one client's facts as of a later moment; `worked` are all days on which the user was in touch with anybody.
    pub(super) fn of_one(
        &self,
        client: &ClientFacts,
        worked: &[Day],
        leave: &[(Day, Day)],
        time: &WorkingTime,
        now: &Now,
    ) -> RiskFrame {
        let Expectation { model, mean_margin, version, .. } = self.now;
        let (days, orders) = orders_of(std::slice::from_ref(client), now);
        let scorer = Scorer::new(&model, &orders);
        let mut expected = Expectation { model, mean_margin, version, worth: Vec::new(), scorer };
        if let (Some(days), Some(orders)) = (days.iter().flatten().next(), orders.first()) {
            let worth = expected.worth_of(client, days, *orders, now.today());
            expected.worth.push((client.client.id, worth));
        }
        RiskFrame { now: expected, wanted: None, away: away(std::iter::once(worked), leave, time, now.today()) }
    }

    /// The model as it can be handed on.
    pub fn fitted(&self) -> Fitted {
        Fitted { version: self.now.version, model: self.now.model }
    }

    /// Days since a moment on which the user was away.
    pub(super) fn away_since(&self, last: Moment, now: &Now) -> i32 {
        let (from, to) = (last.day(now.zone), now.today());
        self.away.iter().map(|(a, b)| b.0.min(to.0) - a.0.max(from.0 + 1) + 1).filter(|days| *days > 0).sum()
    }

    /// Whether the user was away on other days than under another frame.
    pub(crate) fn other_days<'a>(
        &self,
        worked: impl Iterator<Item = &'a [Day]>,
        leave: &[(Day, Day)],
        time: &WorkingTime,
        now: &Now,
    ) -> bool {
        self.away != away(worked, leave, time, now.today())
    }
}

fn worked(clients: &[ClientFacts]) -> impl Iterator<Item = &[Day]> {
    clients.iter().map(|c| &*c.worked)
}

/// Own leave, and stretches of working days without any contact, from the first contact on.
fn away<'a>(worked: impl Iterator<Item = &'a [Day]>, leave: &[(Day, Day)], time: &WorkingTime, today: Day) -> Vec<(Day, Day)> {
    let first = today.plus(1 - i32::from(WORKED));
    let mut marks = [false; WORKED as usize];
    for day in worked.flatten() {
        if let Some(mark) = usize::try_from(day.since(first)).ok().and_then(|n| marks.get_mut(n)) {
            *mark = true;
        }
    }
    let days: Vec<Day> = (0..).zip(marks).filter(|(_, marked)| *marked).map(|(n, _)| first.plus(n)).collect();
    let mut out = Vec::new();
    let ends = days.iter().copied().chain([today.plus(1)]);
    for (before, next) in days.iter().copied().zip(ends.skip(1)) {
        // Working days between two days are never more than the days between them.
        if next.since(before) as u32 > STRETCH && time.working_days_between(before, next.plus(-1)) >= STRETCH {
            out.push((before.plus(1), next.plus(-1)));
        }
    }
    out.extend_from_slice(leave);
    joined(out)
}
