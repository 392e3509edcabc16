//! The orders of a client as the model sees them. Which invoices make an order is the fold's to say.

use crate::domain::day::Day;

/// Days of a week, the unit of time of the model.
pub const WEEK: f64 = 7.0;

/// Repeat orders and their timing, in weeks (x, t_x and T of the papers).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Orders {
    /// Orders after the first one.
    pub x: u32,
    /// From the first order to the last.
    pub t_x: f64,
    /// From the first order to now; at least a day.
    pub t: f64,
    /// Σ ln of the gaps between orders.
    pub ln_gaps: f64,
}

impl Orders {
    /// The orders of these days (ascending, each once) as of a day, with the days of pauses cut out; `None` without an order.
    pub fn of(days: &[Day], now: Day, pauses: &[(Day, Day)]) -> Option<Orders> {
        let days: Vec<Day> = days.iter().copied().filter(|day| *day <= now).collect();
        let (first, last) = (*days.first()?, *days.last()?);
        let weeks = |from: Day, to: Day| f64::from(to.since(from) - paused(from, to, pauses)).max(1.0) / WEEK;
        Some(Orders {
            x: days.len() as u32 - 1,
            t_x: if last == first { 0.0 } else { weeks(first, last) },
            t: weeks(first, now),
            ln_gaps: days.windows(2).map(|pair| weeks(pair[0], pair[1]).ln()).sum(),
        })
    }

    /// The same with one more order today.
    pub fn with_one_now(&self) -> Orders {
        let gap = self.silence().max(1.0 / WEEK);
        Orders { x: self.x + 1, t_x: self.t, t: self.t, ln_gaps: self.ln_gaps + gap.ln() }
    }

    /// Weeks since the last order.
    pub fn silence(&self) -> f64 {
        (self.t - self.t_x).max(0.0)
    }
}

/// Days of pauses (first to last, apart from each other) that lie between two days.
fn paused(from: Day, to: Day, pauses: &[(Day, Day)]) -> i32 {
    pauses.iter().map(|(first, last)| last.0.min(to.0) - first.0.max(from.0)).filter(|days| *days > 0).sum()
}
