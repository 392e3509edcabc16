//! How likely a client is to order again: the MBG/NBD model of repeat orders with regular timing mixed in, fitted to the user's own
//! portfolio under a prior, so that one road serves one client or a hundred thousand. Other signs of drifting away are `signals`';
//! which clients are listed is the portfolio's.
//!
//! Sources: Fader, Hardie & Lee 2005 (BG/NBD, Marketing Science 24(2)); Batislam, Denizel & Filiztekin 2007 and Wagner & Hoppe 2008
//! (MBG/NBD); Reutterer, Platzer & Schröder 2021 (Erlang-k timing, IJRM 38(1)).

pub mod bg;
mod erlang;
mod expected;
mod fit;
mod mbg;
mod orders;
pub mod signals;
mod simplex;
mod value;

pub use erlang::{SHAPES, START};
pub use expected::{NODES, expected_orders};
pub use fit::{Model, Theta, portfolio_unit};
pub use mbg::Parameters;
pub use orders::{Orders, WEEK};
pub use value::Clv;

/// Days of the shortest and the longest horizon in which an order is looked for.
const HORIZON: (f64, f64) = (30.0, 400.0);

/// What the model says of one client.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The chance of no order within the client's own horizon (P0), 0 to 1.
    pub none: f64,
    /// The chance that the client still orders at all, 0 to 1.
    pub alive: f64,
    /// The client's own gap between orders, drawn to the portfolio's, days.
    pub gap: f64,
    /// The horizon in which an order is looked for, days.
    pub horizon: f64,
}

impl Model {
    /// The client's own gap between orders, drawn to the portfolio's, days: (t_x + 2u) / (x + 2).
    pub fn own_gap(&self, orders: &Orders) -> f64 {
        WEEK * (orders.t_x + 2.0 * self.unit) / (f64::from(orders.x) + 2.0)
    }

    /// The horizon of a client: two of its own gaps, 30 to 400 days.
    pub fn horizon(&self, orders: &Orders) -> f64 {
        (2.0 * self.own_gap(orders)).clamp(HORIZON.0, HORIZON.1)
    }

    /// What the model says of a client in its own horizon.
    pub fn score(&self, orders: &Orders) -> Score {
        let horizon = self.horizon(orders);
        let (none, alive) = self.chances(orders, horizon);
        Score { none, alive, gap: self.own_gap(orders), horizon }
    }

    /// How likely each kind of timing ([`SHAPES`]) is for a client: the first comes by chance, from the third on orders are regular.
    pub fn timing(&self, orders: &Orders) -> [f64; 5] {
        erlang::weights(&self.mixture, &erlang::classes(&self.parameters, orders))
    }

    /// The chance of no order within so many days, and the chance that the client still orders: half of each from the plain model, half
    /// from the mixture of regular timings. Regular timing helps with business clients and is too sure of consumers; the halves are the
    /// measured compromise.
    pub fn chances(&self, orders: &Orders, days: f64) -> (f64, f64) {
        let classes = erlang::classes(&self.parameters, orders);
        let weights = erlang::weights(&self.mixture, &classes);
        let none = classes.each_ref().map(|class| class.none_within(orders, days / WEEK));
        let mixed = |of: &[f64; 5]| of.iter().zip(&weights).map(|(value, weight)| value * weight).sum::<f64>();
        let alive = classes.each_ref().map(|class| class.alive);
        let half = |of: &[f64; 5]| (0.5 * of[0] + 0.5 * mixed(of)).clamp(0.0, 1.0);
        (half(&none), half(&alive))
    }
}
