//! Lifetime value: what the orders a client is expected to give are worth today. How many orders are expected is `expected`'s, what one of
//! them brings is the portfolio's to say.

use super::orders::WEEK;

/// Weeks of a month: a twelfth of 365 days.
const MONTH: f64 = 365.0 / WEEK / 12.0;
/// What a year takes off a later margin.
const DISCOUNT: f64 = 0.10;
/// The range that is shown around the middle, as shares of it.
const RANGE: (f64, f64) = (0.7, 1.3);

/// The lifetime value of a client over some months, in the unit of the margin it was made from. It says who is worth more, within a
/// range: values of many clients are biased together (the model has no new clients and no growth) and must not be added up to a forecast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clv {
    /// 70 % of the middle.
    pub low: f64,
    /// The value by the model.
    pub middle: f64,
    /// 130 % of the middle.
    pub high: f64,
}

impl Clv {
    /// Over so many months, in monthly steps: Σ m · (E N(t) − E N(t − 1)) / 1.1^(t/12), with m the margin of an order and `expected(weeks)`
    /// the orders expected within so many weeks (Fader, Hardie & Lee 2005, section 5). With a negative margin `low` is still the lower end.
    pub fn of(margin: f64, months: u32, expected: impl Fn(f64) -> f64) -> Clv {
        let (mut before, mut middle) = (0.0, 0.0);
        for month in 1..=months {
            let orders = expected(f64::from(month) * MONTH);
            middle += margin * (orders - before) * (1.0 + DISCOUNT).powf(-f64::from(month) / 12.0);
            before = orders;
        }
        let (a, b) = (RANGE.0 * middle, RANGE.1 * middle);
        Clv { low: a.min(b), middle, high: a.max(b) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::risk::{Orders, Parameters, expected_orders};

    const FITTED: Parameters = Parameters { r: 0.55, alpha: 6.34, a: 0.86, b: 1.47 };

    /// E N(t) of a client that still orders by the rectangle rule over p = v^(1/a), which takes the pole of Beta(a, b') at 0 away.
    fn integral(p: &Parameters, o: &Orders, weeks: f64) -> f64 {
        let (shape, b) = (p.r + f64::from(o.x), p.b + f64::from(o.x) + 1.0);
        let (mut sum, mut mass) = (0.0, 0.0);
        let steps = 4_000;
        for n in 0..steps {
            let chance = ((f64::from(n) + 0.5) / f64::from(steps)).powf(1.0 / p.a);
            let density = (1.0 - chance).powf(b - 1.0);
            mass += density;
            sum += density * (1.0 - (1.0 + chance * weeks / (p.alpha + o.t)).powf(-shape)) / chance;
        }
        sum / mass
    }

    #[test]
    fn s054_lifetime_value_agrees_with_an_independent_integral() {
        let cases = [(0, 0.0, 40.0), (2, 30.43, 38.86), (11, 70.0, 74.0), (60, 150.0, 151.0)];
        for (x, t_x, t) in cases {
            let orders = Orders { x, t_x, t, ln_gaps: 0.0 };
            let nodes = FITTED.nodes(x);
            for months in [12, 36] {
                let value = Clv::of(1000.0, months, |weeks| expected_orders(&FITTED, &nodes, &orders, weeks)).middle;
                let weeks = |month: u32| 365.0 * f64::from(month) / 84.0;
                let step = |m: u32| integral(&FITTED, &orders, weeks(m)) - integral(&FITTED, &orders, weeks(m - 1));
                let by_hand: f64 = (1..=months).map(|m| 1000.0 * step(m) / 1.1_f64.powf(f64::from(m) / 12.0)).sum();
                assert!((value / by_hand - 1.0).abs() < 1e-4, "x {x}, {months} months: {value} against {by_hand}");
            }
        }
    }

    #[test]
    fn s054_a_year_is_worth_less_than_its_undiscounted_orders_and_more_than_those_of_its_end() {
        let steady = |weeks: f64| weeks / 4.0;
        let orders = steady(12.0 * MONTH);
        let year = Clv::of(100.0, 12, steady);
        assert!(year.middle < 100.0 * orders && year.middle > 100.0 * orders / 1.1, "{year:?}");
        assert!(Clv::of(100.0, 36, steady).middle > 2.5 * year.middle);
        assert_eq!((year.low, year.high), (0.7 * year.middle, 1.3 * year.middle));
    }

    #[test]
    fn a_loss_making_client_has_its_range_the_right_way_round() {
        let loss = Clv::of(-100.0, 12, |weeks| weeks / 4.0);
        assert!(loss.low < loss.middle && loss.middle < loss.high && loss.high < 0.0, "{loss:?}");
    }
}
