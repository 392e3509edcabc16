//! Regular timing: the same model with Erlang-k gaps, a class for each shape k, mixed by how well each explains a client's own gaps
//! (Reutterer, Platzer & Schröder 2021). Closed form throughout, in log space.

use super::mbg::{Parameters, ln_beta, ln_sum};
use super::orders::Orders;
use libm::lgamma;
use std::borrow::Cow;
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

/// What depends on a client's number of repeat orders alone: worked out once for all clients with as many.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fixed {
    /// a / (b + x), as a logarithm.
    left: f64,
    classes: [FixedClass; 5],
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct FixedClass {
    shape: u32,
    /// A of the formulas: r + k·x.
    orders: f64,
    /// α/k.
    alpha: f64,
    /// What of ln L has nothing to do with times.
    start: f64,
}

impl Fixed {
    /// For clients with `x` repeat orders.
    pub(super) fn new(p: &Parameters, x: u32) -> Fixed {
        let x = f64::from(x);
        let common = ln_beta(p.a, p.b + x + 1.0) - ln_beta(p.a, p.b) - lgamma(p.r);
        let classes = SHAPES.map(|shape| {
            let k = f64::from(shape);
            let (orders, alpha) = (p.r + k * x, p.alpha / k);
            FixedClass { shape, orders, alpha, start: common + lgamma(orders) + p.r * alpha.ln() - x * lgamma(k) }
        });
        Fixed { left: p.a.ln() - (p.b + x).ln(), classes }
    }
}

/// One client under one shape.
pub(super) struct Class {
    /// ln of the likelihood.
    pub(super) ln_likelihood: f64,
    fixed: FixedClass,
    /// ln(α/k + T).
    ln_now: f64,
    /// ln S2(T).
    ln_stays: f64,
    /// ln(S1 + S2).
    ln_both: f64,
}

/// ln Σ_{j<k} (A)_j / j! · zʲ.
fn ln_series(k: u32, a: f64, z: f64) -> f64 {
    if k == 1 {
        return 0.0;
    }
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

/// A client under each shape; `fixed` belongs to its number of repeat orders.
pub(super) fn classes(fixed: &Fixed, o: &Orders) -> [Class; 5] {
    fixed.classes.map(|class| {
        let FixedClass { shape, orders, alpha, start } = class;
        let (ln_now, ln_last) = ((alpha + o.t).ln(), (alpha + o.t_x).ln());
        let ln_stays = ln_series(shape, orders, (o.t - o.t_x).max(0.0) / (alpha + o.t));
        let ln_both = ln_sum(fixed.left + orders * (ln_now - ln_last), ln_stays);
        let ln_likelihood = start + f64::from(shape - 1) * o.ln_gaps - orders * ln_now + ln_both;
        Class { ln_likelihood, fixed: class, ln_now, ln_stays, ln_both }
    })
}

impl Class {
    /// The chance that the client still orders.
    pub(super) fn alive(&self) -> f64 {
        (self.ln_stays - self.ln_both).exp()
    }

    /// The chance of no order within so many weeks from now, given the chance that it still orders.
    pub(super) fn none_within(&self, o: &Orders, weeks: f64, alive: f64) -> f64 {
        let FixedClass { shape, orders, alpha, .. } = self.fixed;
        let then = o.t + weeks;
        let stays = ln_series(shape, orders, (then - o.t_x).max(0.0) / (alpha + then));
        let shrunk = orders * (self.ln_now - (alpha + then).ln());
        let waits = (shrunk + stays - self.ln_stays).exp();
        (1.0 - alive + alive * waits).clamp(0.0, 1.0)
    }
}

/// How likely each class is for a client, given the shares.
pub(super) fn weights(mixture: &[f64; 5], classes: &[Class; 5]) -> [f64; 5] {
    posterior(mixture, &relative(classes))
}

/// The likelihoods of the classes as parts of the greatest one.
fn relative(classes: &[Class; 5]) -> [f64; 5] {
    let ln = classes.each_ref().map(|class| class.ln_likelihood);
    let most = ln.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    ln.map(|l| (l - most).exp())
}

fn posterior(mixture: &[f64; 5], likelihoods: &[f64; 5]) -> [f64; 5] {
    let shares: [f64; 5] = std::array::from_fn(|n| likelihoods[n] * mixture[n]);
    let sum: f64 = shares.iter().sum();
    shares.map(|share| share / sum)
}

/// The shares of the classes in a portfolio, each client of the sample standing for `scale` clients.
pub(super) fn mixture(p: &Parameters, orders: &[Orders], scale: f64) -> [f64; 5] {
    let fixed = Tables::new(p, orders.iter().map(|o| o.x));
    let likelihoods: Vec<[f64; 5]> = orders.iter().map(|o| relative(&classes(&fixed.of(p, o.x), o))).collect();
    let mut mixture = START;
    for _ in 0..ROUNDS {
        let mut sums = [0.0; 5];
        for likelihood in &likelihoods {
            for (sum, share) in sums.iter_mut().zip(posterior(&mixture, likelihood)) {
                *sum += share;
            }
        }
        let sums: [f64; 5] = std::array::from_fn(|n| PRIOR * START[n] + scale * sums[n]);
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

/// [`Fixed`] for every number of repeat orders of a portfolio.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tables(Vec<Option<Fixed>>);

/// Nobody orders more often; a number beyond it has no place in the table.
const LONGEST: u32 = 4096;

impl Tables {
    /// For clients with these numbers of repeat orders.
    pub(super) fn new(p: &Parameters, numbers: impl Iterator<Item = u32>) -> Tables {
        let mut out: Vec<Option<Fixed>> = Vec::new();
        for x in numbers.filter(|x| *x < LONGEST) {
            let at = x as usize;
            if out.len() <= at {
                out.resize(at + 1, None);
            }
            out[at].get_or_insert_with(|| Fixed::new(p, x));
        }
        Tables(out)
    }

    /// That of a client with `x` repeat orders; worked out where it has no place here.
    pub(super) fn of(&self, p: &Parameters, x: u32) -> Cow<'_, Fixed> {
        let found = self.0.get(x as usize).and_then(Option::as_ref);
        found.map_or_else(|| Cow::Owned(Fixed::new(p, x)), Cow::Borrowed)
    }
}
