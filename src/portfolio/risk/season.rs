//! The seasonal rule: of clients who order at one time of the year silence counts only around that time.

use crate::domain::day::Day;
use crate::domain::risk::{Orders, WEEK};
use chrono::Datelike;
use std::f64::consts::TAU;
use std::sync::LazyLock;

/// Orders from which a season is looked for.
const ORDERS: usize = 4;
/// Resultant length of the days of the year from which orders are seasonal.
const LENGTH: f64 = 0.6;
/// Days around the mean day that are the season.
const SEASON: f64 = 45.0;
const YEAR: f64 = 365.25;

/// Cosine and sine of each day of the year: every order of everybody is asked for.
static TURNS: LazyLock<[(f64, f64); 366]> = LazyLock::new(|| {
    std::array::from_fn(|n| {
        let (sine, cosine) = (n as f64 / YEAR * TAU).sin_cos();
        (cosine, sine)
    })
});

fn angle(day: Day) -> f64 {
    f64::from(day.date().ordinal0()) / YEAR * TAU
}

/// Orders of these days, with only the silence in season in T; `None` where they have no season.
pub(super) fn in_season(days: &[Day], orders: &Orders, today: Day) -> Option<Orders> {
    let (first, last) = (*days.first()?, *days.last()?);
    // Two seasons at least: some orders around New Year lie in two years and in no season.
    if days.len() < ORDERS || f64::from(last.since(first)) < YEAR - 2.0 * SEASON {
        return None;
    }
    let n = days.len() as f64;
    let turns = &*TURNS;
    let (x, y) = days.iter().map(|d| turns[d.date().ordinal0() as usize]).fold((0.0, 0.0), |(x, y), (c, s)| (x + c, y + s));
    if x.hypot(y) / n < LENGTH {
        return None;
    }
    let middle = y.atan2(x);
    let near = |day: Day| {
        let turn = (angle(day) - middle).rem_euclid(TAU);
        turn.min(TAU - turn) / TAU * YEAR <= SEASON
    };
    let counted = (1..=today.since(last)).filter(|n| near(last.plus(*n))).count();
    Some(Orders { t: (orders.t_x + counted as f64 / WEEK).min(orders.t).max(1.0 / WEEK), ..*orders })
}
