//! What each client is worth, seen from several sides: what it brought, what it is expected to bring, its share of the book, recency,
//! frequency and amount, margin per hour, days to pay, growth (S54, S62, S68, S69). What to do about it is `advice`'s, how many there
//! are of a kind `facets`'; the tier is `frame`'s.

mod advice;
mod columns;
mod facets;
mod words;

pub use advice::{Advice, Judged, judge, keep_or_drop};
pub use columns::{ValueColumn, decided, growth as growth_words, hour, own_expected, percent, range};
pub use facets::{Facet, Group, facet};
pub use words::{decision, glance, part};

use super::assess::Assessed;
use super::load::Snapshot;
use crate::domain::day::Day;
use crate::domain::facts::{ClientFacts, PINNED_BY_IMPORT};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::policy::Policy;
use crate::domain::risk::Clv;
use crate::domain::words::{Status, Tier};

/// A side from which clients are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ValueView {
    /// Tier, last touch, next due day, what was billed.
    #[default]
    Plan,
    /// Margin of 12 months, and faded with age.
    Past,
    /// Expected margin of 12 months, and the lifetime value.
    Expected,
    /// Share of the book.
    Share,
    /// Recency, frequency, amount.
    Rfm,
    /// Margin per hour.
    Hour,
    /// Days to pay.
    Pay,
    /// Growth.
    Growth,
    /// Small clients: keep, automate or let go (S69).
    Keep,
}

impl ValueView {
    /// Every view in the order the key goes through.
    pub const ALL: [ValueView; 9] = [
        ValueView::Plan,
        ValueView::Past,
        ValueView::Expected,
        ValueView::Share,
        ValueView::Rfm,
        ValueView::Hour,
        ValueView::Pay,
        ValueView::Growth,
        ValueView::Keep,
    ];

    /// Its word on the command line.
    pub fn code(self) -> &'static str {
        match self {
            ValueView::Plan => "plan",
            ValueView::Past => "past",
            ValueView::Expected => "expected",
            ValueView::Share => "share",
            ValueView::Rfm => "rfm",
            ValueView::Hour => "hour",
            ValueView::Pay => "pay",
            ValueView::Growth => "growth",
            ValueView::Keep => "keep",
        }
    }

    /// The catalogue id of its name.
    pub fn title(self) -> &'static str {
        match self {
            ValueView::Plan => "view-plan",
            ValueView::Past => "view-past",
            ValueView::Expected => "view-expected",
            ValueView::Share => "view-share",
            ValueView::Rfm => "view-rfm",
            ValueView::Hour => "view-hour",
            ValueView::Pay => "view-pay",
            ValueView::Growth => "view-growth",
            ValueView::Keep => "view-keep",
        }
    }

    /// The view so many places on, from the last one to the first.
    pub fn beside(self, n: isize) -> ValueView {
        let at = ValueView::ALL.iter().position(|view| *view == self).unwrap_or(0) as isize;
        ValueView::ALL[(at + n).rem_euclid(ValueView::ALL.len() as isize) as usize]
    }

    /// The figure it is ordered by, the largest first; clients without one come last.
    pub fn figure(self, figures: &Figures) -> Option<f64> {
        match self {
            ValueView::Plan | ValueView::Keep => None,
            ValueView::Past | ValueView::Share => figures.past,
            ValueView::Expected => figures.expected,
            ValueView::Rfm => figures.rfm.map(|rfm| rfm.sum()),
            ValueView::Hour => figures.hour.filter(|_| !figures.has_little_time()),
            ValueView::Pay => figures.days_to_pay.map(f64::from),
            ValueView::Growth => figures.growth,
        }
    }
}

/// Minutes of 12 months from which a margin by hour says something.
const TIMED: u32 = 60;
/// Orders from which what is expected of a client is its own: before, it is mostly the mean of all.
const OWN_ORDERS: usize = 3;

/// Recency, frequency and amount of a client's orders (S68), each with its fifth within the book, 5 the best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rfm {
    /// Days since the last order.
    pub recency: i32,
    /// Orders a year since the first one, over a year at least.
    pub frequency: f64,
    /// Mean net of an order, minor units of the base currency; `None` where no rate is known.
    pub amount: Option<f64>,
    /// The fifths in this order; equal figures have the same one.
    pub marks: [u8; 3],
}

impl Rfm {
    /// The marks together, then the single ones: the order of the view.
    fn sum(&self) -> f64 {
        let [r, f, m] = self.marks.map(f64::from);
        (r + f + m) * 1000.0 + r * 100.0 + f * 10.0 + m
    }

    /// The marks as they are usually written: `543`.
    pub fn label(&self) -> String {
        self.marks.iter().map(u8::to_string).collect()
    }
}

/// The figures of one client. Money in minor units of the base currency.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figures {
    /// Margin of the last 12 months; `None` without any invoice.
    pub past: Option<f64>,
    /// Margin of the 12 months before.
    pub before: Option<f64>,
    /// Margins of all time, faded by half in the policy's half-life.
    pub decayed: Option<f64>,
    /// Expected margin of the next 12 months; `None` without an order.
    pub expected: Option<f64>,
    /// Too few orders were made for what is expected to be more than the mean of all.
    pub rough: bool,
    /// Its part of the margin of 12 months of the whole book, of 1.
    pub share: Option<f64>,
    /// The same together with everybody who brought more.
    pub accumulated: Option<f64>,
    /// Its part of what is expected of the whole book.
    pub share_expected: Option<f64>,
    /// Recency, frequency, amount; `None` without an order, and for who is not served.
    pub rfm: Option<Rfm>,
    /// Minutes of 12 months; `None` where none were written down.
    pub minutes: Option<u32>,
    /// Contacts of 12 months.
    pub contacts: u32,
    /// Those without minutes: with some the margin per hour is too high.
    pub untimed: u32,
    /// Margin of 12 months by hour; `None` without minutes.
    pub hour: Option<f64>,
    /// Days from issue to payment.
    pub days_to_pay: Option<i32>,
    /// Margin of 12 months against the 12 before, 0.25 for a quarter more; `None` without orders in both or with nothing to compare.
    pub growth: Option<f64>,
    /// Years as a client.
    pub tenure: f64,
}

impl Figures {
    /// Whether so little time was written down that a margin by hour says nothing.
    pub fn has_little_time(&self) -> bool {
        self.minutes.is_some_and(|minutes| minutes < TIMED)
    }
}

/// Whether a client is over: it stands below those that are served, whatever it brought.
pub fn is_over(client: &Assessed) -> bool {
    matches!(client.status, Status::Lost | Status::Stopped)
}

/// The figures of the whole book.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Values {
    of: Vec<(Id, Figures)>,
    /// Margin of 12 months of everybody who brought one.
    pub past: f64,
    /// Margin by hour over all clients with minutes.
    pub hour: Option<f64>,
}

/// Growth of the yearly margin, see [`Figures::growth`].
pub(super) fn growth(facts: &ClientFacts) -> Option<f64> {
    let [now, before] = facts.year.margin;
    let known = facts.year.orders.iter().all(|n| *n > 0) && before > 0.0;
    known.then(|| now / before - 1.0)
}

/// Whether a small client is rising (S62): of tier B or C, at least two orders in 12 months, and grown by the policy's mark.
pub(super) fn is_rising(facts: &ClientFacts, tier: Option<Tier>, policy: &Policy) -> bool {
    matches!(tier, Some(Tier::B | Tier::C))
        && facts.year.orders[0] >= 2
        && growth(facts).is_some_and(|growth| growth >= policy.clients.rising)
}

/// Years from a day on.
fn years(since: Day, today: Day) -> f64 {
    f64::from(today.since(since).max(0)) / 365.25
}

impl Values {
    /// Of the clients that are there.
    pub fn new(book: &Snapshot) -> Values {
        let today = book.now.today();
        let mut out = Values { of: book.present().map(|c| (c.id(), own(book, c, today))).collect(), past: 0.0, hour: None };
        out.past = out.of.iter().filter_map(|(_, f)| f.past).map(|x| x.max(0.0)).sum();
        let expected: f64 = out.of.iter().filter_map(|(_, f)| f.expected).map(|x| x.max(0.0)).sum();
        let timed = out.of.iter().filter_map(|(_, f)| f.minutes.filter(|m| *m > 0).map(|m| (f.past.unwrap_or(0.0), m)));
        let (margin, minutes) = timed.fold((0.0, 0.0), |(sum, all), (past, m)| (sum + past, all + f64::from(m)));
        out.hour = (minutes > 0.0).then(|| margin * 60.0 / minutes);
        out.shares(expected);
        out.fifths();
        out
    }

    /// Of one client; `None` before it was there.
    pub fn of(&self, id: Id) -> Option<&Figures> {
        self.of.binary_search_by_key(&id, |(id, _)| *id).ok().map(|n| &self.of[n].1)
    }

    fn shares(&mut self, expected: f64) {
        let part = |x: f64, of: f64| (of > 0.0).then(|| x.max(0.0) / of);
        let mut order: Vec<usize> = (0..self.of.len()).filter(|n| self.of[*n].1.past.is_some()).collect();
        let past = |n: &usize| self.of[*n].1.past.unwrap_or(0.0);
        order.sort_by(|a, b| past(b).total_cmp(&past(a)).then(a.cmp(b)));
        let mut sum = 0.0;
        for n in order {
            let figures = &mut self.of[n].1;
            figures.share = figures.past.and_then(|x| part(x, self.past));
            sum += figures.share.unwrap_or(0.0);
            figures.accumulated = figures.share.map(|_| sum.min(1.0));
        }
        for (_, figures) in &mut self.of {
            figures.share_expected = figures.expected.and_then(|x| part(x, expected));
        }
    }

    fn fifths(&mut self) {
        for (place, figure) in RFM.iter().enumerate() {
            let mut known: Vec<f64> = self.of.iter().filter_map(|(_, f)| f.rfm.as_ref().and_then(figure)).collect();
            known.sort_by(f64::total_cmp);
            for (_, figures) in &mut self.of {
                let Some(rfm) = &mut figures.rfm else { continue };
                rfm.marks[place] = figure(rfm).map_or(1, |x| fifth(&known, x));
            }
        }
    }
}

/// The three figures of orders, more of each being better; in the order of the marks.
const RFM: [fn(&Rfm) -> Option<f64>; 3] = [|rfm| Some(-f64::from(rfm.recency)), |rfm| Some(rfm.frequency), |rfm| rfm.amount];

/// The fifth of the book a figure stands in, 5 the largest; equal ones share the middle of their places. `known` ascends.
fn fifth(known: &[f64], figure: f64) -> u8 {
    let below = known.partition_point(|x| *x < figure);
    let equal = known.partition_point(|x| *x <= figure) - below;
    let place = (below as f64 + equal as f64 / 2.0) / known.len().max(1) as f64;
    ((5.0 * place) as u8 + 1).min(5)
}

/// What needs nobody else.
fn own(book: &Snapshot, client: &Assessed, today: Day) -> Figures {
    let facts = &client.facts;
    let billed = !facts.billed.is_empty();
    let year = &facts.year;
    let hours = year.minutes.filter(|m| *m > 0).map(|m| f64::from(m) / 60.0);
    let served = matches!(client.status, Status::Active | Status::Dormant);
    Figures {
        past: billed.then_some(year.margin[0]),
        before: billed.then_some(year.margin[1]),
        decayed: billed.then_some(facts.values[0].decayed),
        expected: book.risk.now.worth(client.id()).map(|w| w.expected),
        rough: facts.orders.iter().filter(|o| o.day <= today).count() < OWN_ORDERS,
        share: None,
        accumulated: None,
        share_expected: None,
        rfm: rfm(facts, today).filter(|_| served),
        minutes: year.minutes,
        contacts: year.contacts,
        untimed: year.untimed,
        hour: hours.filter(|_| billed).map(|hours| year.margin[0] / hours),
        days_to_pay: facts.days_to_pay,
        growth: growth(facts),
        tenure: years(facts.client.since, today),
    }
}

fn rfm(facts: &ClientFacts, today: Day) -> Option<Rfm> {
    let mut days = facts.orders.iter().map(|o| o.day).filter(|day| *day <= today);
    let first = days.next()?;
    let (count, last) = days.fold((1_u32, first), |(n, last), day| (n + 1, last.max(day)));
    Some(Rfm {
        recency: today.since(last),
        frequency: f64::from(count) / years(first, today).max(1.0),
        amount: facts.year.mean_order,
        marks: [0; 3],
    })
}

impl Snapshot {
    /// The lifetime value of a client over 12 and over 36 months; `None` without an order. Never to be added up over clients.
    pub fn lifetime(&self, id: Id) -> Option<[Clv; 2]> {
        Some([self.risk.now.clv(id, 12)?, self.risk.now.clv(id, 36)?])
    }

    /// An estimate as an amount to be read: three significant digits, in whole units.
    pub fn rough_money(&self, minor: f64) -> Money {
        let unit = 10_f64.powi(self.currency.digits() as i32);
        let step = 10_f64.powi(((minor / unit).abs().max(1.0).log10().floor() as i32 - 2).max(0)) * unit;
        Money { minor: ((minor / step).round() * step) as i64, currency: self.currency }
    }

    /// A computed figure in minor units of the base currency as an amount to be read: in whole units.
    pub fn money(&self, minor: f64) -> Money {
        let unit = 10_f64.powi(self.currency.digits() as i32);
        Money { minor: ((minor / unit).round() * unit) as i64, currency: self.currency }
    }
}

/// How it is known what a client looks for.
pub fn need_why_words(why: &str) -> Message {
    match why {
        PINNED_BY_IMPORT => Message::new("pin-imported"),
        own => Message::new("plain-text").with("text", own),
    }
}

/// Words for what a client looks for first: the shipped codes in the language of the reader, others as they were written.
pub fn need_words(code: &str) -> Message {
    Message::new(match code {
        "quality" => "need-quality",
        "price" => "need-price",
        "service" => "need-service",
        _ => return Message::new("plain-text").with("text", code),
    })
}
