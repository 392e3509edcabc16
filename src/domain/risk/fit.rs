//! The fit: the posterior mode of the MBG/NBD under a prior that carries small portfolios, and the shares of regular timings by EM.
//! Plain maximum likelihood does not converge on a small portfolio.

use super::erlang;
use super::mbg::{Alike, Parameters};
use super::orders::{Orders, WEEK};
use super::simplex::minimise;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The parameters as they are searched for: ln r, ln g, logit q, ln s, where α = r·g·u, a = q·s, b = (1 − q)·s.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theta(pub [f64; 4]);

/// Mean and standard deviation of the prior of each.
const PRIOR: [(f64, f64); 4] = [(0.0, 0.7), (0.45, 0.5), (-1.0, 1.2), (0.5, 0.8)];
/// A larger portfolio is fitted on so many of its clients, spread over all of them.
const SAMPLE: usize = 4000;
/// First step, tolerance and rounds of the search.
const SEARCH: (f64, f64, usize) = (0.4, 1e-3, 600);
/// Two imagined repeat orders of 30 days each.
const IMAGINED: (f64, f64) = (2.0, 2.0 * 30.0 / WEEK);

/// A fitted portfolio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    /// The portfolio's usual gap (u), weeks.
    pub unit: f64,
    /// Where the search ended.
    pub theta: Theta,
    /// The same as rates and chances.
    pub parameters: Parameters,
    /// Shares of the timing classes [`super::SHAPES`].
    pub mixture: [f64; 5],
    /// Clients with a repeat order.
    pub repeats: usize,
}

/// The portfolio's usual gap, weeks: (Σ t_x + 60 days) / (Σ x + 2).
pub fn portfolio_unit(orders: &[Orders]) -> f64 {
    let (time, repeats) = orders.iter().fold((0.0, 0.0), |(t, x), o| (t + o.t_x, x + f64::from(o.x)));
    (time + IMAGINED.1) / (repeats + IMAGINED.0)
}

impl Theta {
    fn parameters(&self, unit: f64) -> Parameters {
        let [ln_r, ln_g, logit_q, ln_s] = self.0;
        let (r, g, s) = (ln_r.exp(), ln_g.exp(), ln_s.exp());
        let q = 1.0 / (1.0 + (-logit_q).exp());
        Parameters { r, alpha: r * g * unit, a: q * s, b: (1.0 - q) * s }
    }
}

/// How a model is written; another way of fitting needs another one.
const FORMAT: &str = "1";

impl Model {
    /// The model as a text from which [`Model::read`] makes the very same one.
    pub fn written(&self) -> String {
        let numbers = std::iter::once(&self.unit).chain(&self.theta.0).chain(&self.mixture);
        let mut out = format!("{FORMAT} {}", self.repeats);
        for number in numbers {
            let _ = write!(out, " {:016x}", number.to_bits());
        }
        out
    }

    /// A model as it was written; `None` when the text is none.
    pub fn read(text: &str) -> Option<Model> {
        let mut words = text.strip_prefix(FORMAT)?.split_whitespace();
        let repeats = words.next()?.parse().ok()?;
        let numbers: Vec<f64> =
            words.map(|word| u64::from_str_radix(word, 16).ok().map(f64::from_bits)).collect::<Option<_>>()?;
        let numbers: [f64; 10] = numbers.try_into().ok()?;
        let [unit, ln_r, ln_g, logit_q, ln_s, mixture @ ..] = numbers;
        let theta = Theta([ln_r, ln_g, logit_q, ln_s]);
        let parameters = theta.parameters(unit);
        let whole = numbers.iter().all(|x| x.is_finite()) && unit > 0.0 && mixture.iter().all(|share| *share > 0.0);
        whole.then_some(Model { unit, theta, parameters, mixture, repeats })
    }

    /// Fits a portfolio; with no client at all it is the prior.
    pub fn fit(orders: &[Orders]) -> Model {
        let unit = portfolio_unit(orders);
        let sample = spread(orders, SAMPLE);
        let scale = if sample.is_empty() { 0.0 } else { orders.len() as f64 / sample.len() as f64 };
        let groups = alike(&sample);
        let mut cost = |theta: &[f64; 4]| {
            let away: f64 =
                theta.iter().zip(PRIOR).map(|(value, (mean, deviation))| ((value - mean) / deviation).powi(2)).sum();
            0.5 * away - scale * Theta(*theta).parameters(unit).ln_likelihood(&groups)
        };
        let (step, tolerance, rounds) = SEARCH;
        let theta = Theta(minimise(&mut cost, PRIOR.map(|(mean, _)| mean), step, tolerance, rounds).at);
        let parameters = theta.parameters(unit);
        let mixture = erlang::mixture(&parameters, &sample, scale);
        Model { unit, theta, parameters, mixture, repeats: orders.iter().filter(|o| o.x > 0).count() }
    }
}

/// Every so manieth client, at most about `most`; all where there are fewer.
fn spread(orders: &[Orders], most: usize) -> Vec<Orders> {
    let step = (orders.len() as f64 / most as f64).max(1.0);
    (0..).map(|n| (n as f64 * step) as usize).take_while(|at| *at < orders.len()).map(|at| orders[at]).collect()
}

fn alike(orders: &[Orders]) -> Vec<Alike> {
    let mut groups: BTreeMap<u32, Vec<(f64, f64)>> = BTreeMap::new();
    for o in orders {
        groups.entry(o.x).or_default().push((o.t_x, o.t));
    }
    groups.into_iter().map(|(x, times)| Alike { x, times }).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_model_comes_back_from_its_text_bit_by_bit_and_nonsense_does_not() {
        let orders = [Orders { x: 3, t_x: 20.3, t: 31.7, ln_gaps: 5.1 }, Orders { x: 0, t_x: 0.0, t: 12.0, ln_gaps: 0.0 }];
        let model = Model::fit(&orders);
        let text = model.written();
        assert_eq!(Model::read(&text), Some(model));
        let infinite = text.replace(&format!("{:016x}", model.unit.to_bits()), &format!("{:016x}", f64::INFINITY.to_bits()));
        for broken in ["", "1", "2 1", "1 x", &text[..text.len() - 17], &text.replacen('1', "9", 1), &infinite] {
            assert_eq!(Model::read(broken), None, "{broken}");
        }
    }
}
