//! Regular timing: the same model with Erlang-k gaps, a class for each shape k, mixed by how well each explains a client's own gaps
//! (Reutterer, Platzer & Schröder 2021). Closed form throughout, in log space.

use super::mbg::{Parameters, ln_beta, ln_sum};
use super::orders::Orders;
use libm::lgamma;
use std::f64::consts::LN_10;

/// The shapes of the classes: 1 is chance, more is more regular.
pub const SHAPES: [u32; 5] = [1, 2, 4, 8, 16];
/// The share of each before any client is looked at.
pub const START: [f64; 5] = [0.35, 0.25, 0.20, 0.12, 0.08];
/// How many clients the start counts as.
const PRIOR: f64 = 8.0;
/// Rounds and tolerance of the shares.
const ROUNDS: usize = 25;
const TOLERANCE: f64 = 1e-6;
/// Sums are scaled down from here, by so many powers of ten.
const LARGE: f64 = 1e200;
const POWERS: f64 = 200.0;

/// One client under one shape.
pub(super) struct Class {
    /// ln of the likelihood.
    pub(super) ln_likelihood: f64,
    /// The chance that the client still orders.
    pub(super) alive: f64,
    shape: u32,
    /// A of the formulas: r + k·x.
    orders: f64,
    /// α/k.
    alpha: f64,
    /// ln S2(T).
    ln_stays: f64,
}

/// ln Σ_{j<k} (A)_j / j! · zʲ.
fn ln_series(k: u32, a: f64, z: f64) -> f64 {
    let (mut term, mut sum, mut powers) = (1.0_f64, 1.0_f64, 0.0);
    for j in 1..k {
        term *= (a + f64::from(j) - 1.0) / f64::from(j) * z;
        sum += term;
        if sum > LARGE {
            (term, sum, powers) = (term / LARGE, sum / LARGE, powers + POWERS);
        }
    }
    sum.ln() + powers * LN_10
}

/// A client under each shape.
pub(super) fn classes(p: &Parameters, o: &Orders) -> [Class; 5] {
    let x = f64::from(o.x);
    let common = ln_beta(p.a, p.b + x + 1.0) - ln_beta(p.a, p.b) - lgamma(p.r);
    let left = p.a.ln() - (p.b + x).ln();
    SHAPES.map(|shape| {
        let k = f64::from(shape);
        let (orders, alpha) = (p.r + k * x, p.alpha / k);
        let (ln_now, ln_last) = ((alpha + o.t).ln(), (alpha + o.t_x).ln());
        let ln_stays = ln_series(shape, orders, (o.t - o.t_x).max(0.0) / (alpha + o.t));
        let both = ln_sum(left + orders * (ln_now - ln_last), ln_stays);
        let timing = (k - 1.0) * o.ln_gaps - x * lgamma(k);
        Class {
            ln_likelihood: timing + common + lgamma(orders) + p.r * alpha.ln() - orders * ln_now + both,
            alive: (ln_stays - both).exp(),
            shape,
            orders,
            alpha,
            ln_stays,
        }
    })
}

impl Class {
    /// The chance of no order within so many weeks from now.
    pub(super) fn none_within(&self, o: &Orders, weeks: f64) -> f64 {
        let then = o.t + weeks;
        let stays = ln_series(self.shape, self.orders, (then - o.t_x).max(0.0) / (self.alpha + then));
        let shrunk = self.orders * ((self.alpha + o.t).ln() - (self.alpha + then).ln());
        let waits = (shrunk + stays - self.ln_stays).exp();
        (1.0 - self.alive + self.alive * waits).clamp(0.0, 1.0)
    }
}

/// How likely each class is for a client, given the shares.
pub(super) fn weights(mixture: &[f64; 5], classes: &[Class; 5]) -> [f64; 5] {
    posterior(mixture, &classes.each_ref().map(|class| class.ln_likelihood))
}

fn posterior(mixture: &[f64; 5], ln_likelihood: &[f64; 5]) -> [f64; 5] {
    let ln: [f64; 5] = std::array::from_fn(|n| ln_likelihood[n] + mixture[n].ln());
    let most = ln.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let shares = ln.map(|l| (l - most).exp());
    let sum: f64 = shares.iter().sum();
    shares.map(|share| share / sum)
}

/// The shares of the classes in a portfolio, each client of the sample standing for `scale` clients.
pub(super) fn mixture(p: &Parameters, orders: &[Orders], scale: f64) -> [f64; 5] {
    let likelihoods: Vec<[f64; 5]> = orders.iter().map(|o| classes(p, o).map(|class| class.ln_likelihood)).collect();
    let mut mixture = START;
    for _ in 0..ROUNDS {
        let mut sums = START.map(|share| PRIOR * share);
        for likelihood in &likelihoods {
            for (sum, share) in sums.iter_mut().zip(posterior(&mixture, likelihood)) {
                *sum += scale * share;
            }
        }
        let total: f64 = sums.iter().sum();
        let next = sums.map(|sum| sum / total);
        let moved = next.iter().zip(&mixture).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        mixture = next;
        if moved < TOLERANCE {
            break;
        }
    }
    mixture
}
