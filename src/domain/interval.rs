//! How often something returns: every so many days or calendar months.
//! What falls due when is `portfolio::assess`'s to say.

use super::day::Day;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How often a requirement returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Interval {
    /// Days.
    Days(i32),
    /// Calendar months, clamped to the month's end.
    Months(i32),
}

impl Interval {
    /// Reads `7d`, `2w`, `1mo`, `3mo`, `1y`; the number must be 1 to 9999.
    pub fn parse(text: &str) -> Option<Interval> {
        let text = text.trim();
        let split = text.find(|c: char| !c.is_ascii_digit())?;
        let n: i32 = text[..split].parse().ok().filter(|n| (1..=9999).contains(n))?;
        match text[split..].trim() {
            "d" | "天" => Some(Interval::Days(n)),
            "w" | "周" => Some(Interval::Days(n * 7)),
            "mo" | "个月" => Some(Interval::Months(n)),
            "y" | "年" => Some(Interval::Months(n * 12)),
            _ => None,
        }
    }

    /// The day one interval after `day`.
    pub fn after(self, day: Day) -> Day {
        match self {
            Interval::Days(n) => day.plus(n),
            Interval::Months(n) => day.plus_months(n),
        }
    }

    /// Mean length in days; a month counts 365.25 / 12.
    pub fn days(self) -> f64 {
        match self {
            Interval::Days(n) => f64::from(n),
            Interval::Months(n) => f64::from(n) * 30.4375,
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Interval::Days(n) => write!(f, "{n}d"),
            Interval::Months(n) => write!(f, "{n}mo"),
        }
    }
}
