//! The model of repeat orders against the published figures and the test vectors of its specification, on the public CDNOW 1/10 sample
//! (Fader & Hardie; customer, date, amount), calibrated to 1997-09-30.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use touchbase::domain::day::Day;
use touchbase::domain::risk::{Model, Orders, Parameters, bg, expected_orders, portfolio_unit};

const CDNOW: &str = include_str!("data/cdnow_sample.csv");

fn day(text: &str) -> Day {
    Day::from(text.parse::<chrono::NaiveDate>().unwrap())
}

/// Days with a purchase by customer, up to a day.
fn purchases(until: &str) -> BTreeMap<u32, Vec<Day>> {
    let until = day(until);
    let mut days: BTreeMap<u32, BTreeSet<Day>> = BTreeMap::new();
    for line in CDNOW.lines().skip(1) {
        let mut cells = line.split(',');
        let (customer, on) = (cells.next().unwrap().parse().unwrap(), day(cells.next().unwrap()));
        if on <= until {
            days.entry(customer).or_default().insert(on);
        }
    }
    days.into_iter().map(|(customer, days)| (customer, days.into_iter().collect())).collect()
}

fn calibration() -> Vec<Orders> {
    purchases("1997-09-30").values().map(|days| Orders::of(days, day("1997-09-30"), &[]).unwrap()).collect()
}

fn close(found: f64, wanted: f64, within: f64) {
    assert!((found - wanted).abs() <= within, "{found} is not {wanted} ± {within}");
}

#[test]
fn bg_nbd_by_maximum_likelihood_is_the_published_one() {
    let orders = calibration();
    assert_eq!(orders.len(), 2357);
    let (p, ln_likelihood) = bg::fit(&orders);
    close(ln_likelihood, -9582.429, 0.001);
    close(p.r, 0.2426, 0.001);
    close(p.alpha, 4.4136, 0.01);
    close(p.a, 0.7929, 0.005);
    close(p.b, 2.4259, 0.02);
}

#[test]
fn customer_1_is_the_published_example() {
    let p = Parameters { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 };
    let customer = Orders { x: 2, t_x: 30.43, t: 38.86, ln_gaps: 0.0 };
    let alive = bg::alive(&p, &customer);
    close(alive, 0.7266, 1e-4);
    // Under the BG/NBD nobody leaves after the first order: the posterior has one order less to leave after.
    let nodes = Parameters { b: p.b - 1.0, ..p }.nodes(customer.x);
    close(alive * expected_orders(&p, &nodes, &customer, 39.0), 1.2259, 1e-4);
}

#[test]
fn s091_the_posterior_mode_and_the_sum_of_chances_are_the_test_vectors() {
    let orders = calibration();
    close(portfolio_unit(&orders), 6.5653, 1e-4);
    let model = Model::fit(&orders);
    for (found, wanted) in model.theta.0.into_iter().zip([-0.5988, 0.5646, -0.5404, 0.8465]) {
        close(found, wanted, 0.002);
    }
    let p = model.parameters;
    for (found, wanted) in [(p.r, 0.5494), (p.alpha, 6.3441), (p.a, 0.8582), (p.b, 1.4733)] {
        close(found, wanted, 0.003);
    }
    let sum: f64 = orders.iter().map(|o| model.chances(o, 39.0 * 7.0).0).sum();
    close(sum, 1792.65, 0.5);
}

/// A small generator: the same portfolios on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[test]
fn two_hundred_small_portfolios_are_fitted_without_a_gap() {
    let mut dice = Dice(20261122);
    for _ in 0..200 {
        let clients = 1 + (dice.next() * 50.0) as usize;
        let orders: Vec<Orders> = (0..clients)
            .map(|_| {
                let first = (dice.next() * 1500.0) as i32;
                let gap = 1.0 + dice.next() * 200.0;
                let mut days = vec![Day(20_000 - first)];
                for _ in 0..(dice.next() * 30.0) as usize {
                    let next = days[days.len() - 1].plus(1 + (gap * (0.2 + dice.next())) as i32);
                    if next.0 <= 20_000 {
                        days.push(next);
                    }
                }
                Orders::of(&days, Day(20_000), &[]).unwrap()
            })
            .collect();
        let model = Model::fit(&orders);
        assert!(model.theta.0.iter().chain(&model.mixture).all(|v| v.is_finite()), "{model:?}");
        for o in &orders {
            let score = model.score(o);
            for share in [score.none, score.alive] {
                assert!((0.0..=1.0).contains(&share), "{score:?} of {o:?}");
            }
            let expected = expected_orders(&model.parameters, &model.parameters.nodes(o.x), o, 52.0);
            assert!(expected.is_finite() && expected >= 0.0, "{expected} of {o:?}");
            close(model.chances(o, 1e-9).0, 1.0, 1e-6);
            // Beyond one own gap of silence, more silence never lowers the risk in a fixed horizon.
            let gap = model.own_gap(o) / 7.0;
            let at = |silence: f64| model.chances(&Orders { t: o.t_x + silence, ..*o }, score.horizon).0;
            let risks: Vec<f64> = (0..20).map(|n| at((gap + f64::from(n) * gap / 4.0).max(1.0 / 7.0))).collect();
            assert!(risks.windows(2).all(|pair| pair[1] >= pair[0] - 1e-9), "{risks:?} of {o:?}");
        }
    }
}

#[test]
fn the_ends_of_what_can_be_are_no_trouble() {
    let model = Model::fit(&[]);
    assert_eq!(model.repeats, 0);
    for o in [
        Orders { x: 0, t_x: 0.0, t: 1.0 / 7.0, ln_gaps: 0.0 },
        Orders { x: 0, t_x: 0.0, t: 15_000.0, ln_gaps: 0.0 },
        Orders { x: 5000, t_x: 714.0, t: 714.2, ln_gaps: -9729.0 },
        Orders { x: 1, t_x: 1.0 / 7.0, t: 10_000.0, ln_gaps: -1.9 },
    ] {
        let score = model.score(&o);
        assert!((0.0..=1.0).contains(&score.none) && (0.0..=1.0).contains(&score.alive), "{score:?} of {o:?}");
        assert!((30.0..=400.0).contains(&score.horizon));
    }
}
