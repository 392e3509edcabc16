//! The BG/NBD model of Fader, Hardie & Lee 2005 by maximum likelihood: what the published figures are checked against. The program
//! itself ranks by the MBG/NBD, since here everybody who ordered once would count as certain to stay.

use super::mbg::{Parameters, ln_beta, ln_sum};
use super::orders::Orders;
use super::simplex::minimise;
use libm::lgamma;

/// ln of the likelihood of one client.
pub fn ln_likelihood(parameters: &Parameters, orders: &Orders) -> f64 {
    let Parameters { r, alpha, a, b } = *parameters;
    let x = f64::from(orders.x);
    let stays = -(r + x) * (alpha + orders.t).ln();
    let left = match orders.x {
        0 => f64::NEG_INFINITY,
        _ => a.ln() - (b + x - 1.0).ln() - (r + x) * (alpha + orders.t_x).ln(),
    };
    lgamma(r + x) - lgamma(r) + r * alpha.ln() + ln_beta(a, b + x) - ln_beta(a, b) + ln_sum(stays, left)
}

/// The chance that a client still orders.
pub fn alive(parameters: &Parameters, orders: &Orders) -> f64 {
    let Parameters { r, alpha, a, b } = *parameters;
    if orders.x == 0 {
        return 1.0;
    }
    let x = f64::from(orders.x);
    let odds = a.ln() - (b + x - 1.0).ln() + (r + x) * ((alpha + orders.t) / (alpha + orders.t_x)).ln();
    1.0 / (1.0 + odds.exp())
}

/// The parameters of greatest likelihood, and ln of that likelihood.
pub fn fit(orders: &[Orders]) -> (Parameters, f64) {
    let of = |p: &[f64; 4]| Parameters { r: p[0].exp(), alpha: p[1].exp(), a: p[2].exp(), b: p[3].exp() };
    let mut cost = |p: &[f64; 4]| -orders.iter().map(|o| ln_likelihood(&of(p), o)).sum::<f64>();
    let found = minimise(&mut cost, [0.0; 4], 0.4, 1e-8, 2000);
    (of(&found.at), -found.cost)
}
