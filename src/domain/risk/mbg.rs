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

/// A product of many numbers as the logarithm of it, which is taken only now and then: it costs more than all the rest.
struct Product {
    part: f64,
    ln: f64,
}

impl Default for Product {
    fn default() -> Product {
        Product { part: 1.0, ln: 0.0 }
    }
}

impl Product {
    /// What a part stays within; a number beyond it is taken alone.
    const WITHIN: std::ops::Range<f64> = 1e-140..1e140;

    fn take(&mut self, x: f64) {
        if !Product::WITHIN.contains(&x) {
            self.ln += x.ln();
            return;
        }
        self.part *= x;
        if !Product::WITHIN.contains(&self.part) {
            self.ln += self.part.ln();
            self.part = 1.0;
        }
    }

    fn ln(&self) -> f64 {
        self.ln + self.part.ln()
    }
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
        let start = r * alpha.ln() - lgamma(r) - ln_beta(a, b);
        let of_group = |group: &Alike| {
            let x = f64::from(group.x);
            let shape = r + x;
            let left = a / (b + x);
            let each = lgamma(shape) + ln_beta(a, b + x + 1.0) + start;
            // ln[(α+T)^−s + left·(α+t_x)^−s] = ln[left + ((α+t_x)/(α+T))^s] − s·ln(α+t_x); sums of logarithms are those of products.
            let (mut stays, mut last) = (Product::default(), Product::default());
            for (t_x, t) in &group.times {
                stays.take(left + (shape * ((alpha + t_x) / (alpha + t)).ln()).exp());
                last.take(alpha + t_x);
            }
            stays.ln() - shape * last.ln() + each * group.times.len() as f64
        };
        clients.iter().map(of_group).sum()
    }
}
