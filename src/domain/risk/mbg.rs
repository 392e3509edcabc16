//! The MBG/NBD model: orders come at a rate that differs between clients by Gamma(r, α), and after each order, the first one too, a client
//! leaves with a chance that differs by Beta(a, b). All in log space.

use libm::lgamma;

/// The parameters of a portfolio; α in weeks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// Shape of the order rates.
    pub r: f64,
    /// Scale of the order rates, weeks.
    pub alpha: f64,
    /// Chance to leave, first parameter.
    pub a: f64,
    /// Chance to leave, second parameter.
    pub b: f64,
}

/// ln B(a, b).
pub(super) fn ln_beta(a: f64, b: f64) -> f64 {
    lgamma(a) + lgamma(b) - lgamma(a + b)
}

/// ln(eˣ + eʸ).
pub(super) fn ln_sum(x: f64, y: f64) -> f64 {
    let (low, high) = if x < y { (x, y) } else { (y, x) };
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

/// Clients with the same number of repeat orders: what depends on that number alone is worked out once for all of them.
pub(super) struct Alike {
    /// Repeat orders.
    pub(super) x: u32,
    /// t_x and T of each client, weeks.
    pub(super) times: Vec<(f64, f64)>,
}

impl Parameters {
    /// ln of the likelihood of these clients.
    pub(super) fn ln_likelihood(&self, clients: &[Alike]) -> f64 {
        let Parameters { r, alpha, a, b } = *self;
        let (ln_alpha, start) = (alpha.ln(), r * alpha.ln() - lgamma(r) - ln_beta(a, b));
        let of_group = |group: &Alike| {
            let x = f64::from(group.x);
            let shape = r + x;
            let left = a / (b + x);
            let each = lgamma(shape) + ln_beta(a, b + x + 1.0) + start;
            // ln[(α+T)^−s + left·(α+t_x)^−s] = −s·ln(α+t_x) + ln[left + ((α+t_x)/(α+T))^s]
            let of_client = |(t_x, t): &(f64, f64)| {
                let ln_last = if *t_x == 0.0 { ln_alpha } else { (alpha + t_x).ln() };
                (left + (shape * (ln_last - (alpha + t).ln())).exp()).ln() - shape * ln_last
            };
            group.times.iter().map(of_client).sum::<f64>() + each * group.times.len() as f64
        };
        clients.iter().map(of_group).sum()
    }
}
