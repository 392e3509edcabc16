//! What every face says alike of causes and figures: the period, a trend, a value in its unit, what it was reckoned from.
//! How they are counted is `causes`' and `service`'s work, how wide a column is a face's.

use super::Improvement;
use super::cases::length;
use super::row;
use super::service::{Figure, Unit, Value};
use crate::domain::complaint::Clock;
use crate::domain::day::Now;
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::period::Period;

/// The period in words.
pub fn period(period: &Period) -> Message {
    if period.is_everything() {
        return Message::new("period-all").with("last", period.last);
    }
    Message::new("period-span").with("first", period.first).with("last", period.last).with("days", period.length())
}

/// That the period is not over yet; `None` when it is.
pub fn unfinished(period: &Period, now: &Now) -> Option<Message> {
    let left = period.last.since(now.today());
    (left > 0).then(|| Message::new("period-unfinished").with("days", left))
}

/// How much more or less than before: `+3`, `-1`, `=`; nothing where there is nothing to compare with.
pub fn trend(trend: Option<i64>) -> String {
    match trend {
        None => String::new(),
        Some(0) => "=".to_owned(),
        Some(more) => format!("{more:+}"),
    }
}

/// Amounts side by side.
pub fn amounts(amounts: &[Money]) -> String {
    amounts.iter().map(Money::to_string).collect::<Vec<_>>().join(" + ")
}

/// A value of a figure, or that there is none.
pub fn value(figure: &Figure, value: Option<&Value>) -> Message {
    let Some(value) = value else { return Message::new("figure-none") };
    match (value, figure.unit) {
        (Value::Money(all), _) if all.is_empty() => Message::new("figure-nothing"),
        (Value::Money(all), _) => Message::new("plain-text").with("text", amounts(all)),
        (Value::Number(n), Unit::Share) => Message::new("figure-number").with("n", Arg::Share(*n)),
        (Value::Number(n), Unit::ClockSeconds) => row::length(*n as i64 / 60),
        (Value::Number(n), Unit::Seconds) => length(*n as i64, Clock::Calendar),
        (Value::Number(n), _) => Message::new("figure-number").with("n", Arg::Decimal(*n)),
    }
}

/// What one case adds to a figure.
pub fn one(figure: &Figure, of_case: &Value) -> Message {
    match (figure.unit, of_case) {
        (Unit::Share, Value::Number(n)) => Message::new(if *n > 0.0 { "figure-yes" } else { "figure-no" }),
        (Unit::PerClient, _) => Message::new("plain-text").with("text", ""),
        (Unit::Mark | Unit::PerCase, Value::Number(n)) => Message::new("plain-text").with("text", format!("{n:.0}")),
        _ => value(figure, Some(of_case)),
    }
}

/// What a figure was reckoned from.
pub fn basis(figure: &Figure) -> Message {
    let part = match &figure.numerator {
        Some(Value::Number(n)) => *n as i64,
        _ => 0,
    };
    let id = match figure.unit {
        Unit::PerClient => "figure-of-clients",
        Unit::Share => "figure-of-cases",
        Unit::Mark => "figure-of-marks",
        Unit::PerCase => "figure-of-offers",
        Unit::ClockSeconds | Unit::Seconds | Unit::Money => "figure-of-count",
    };
    Message::new(id).with("part", part).with("count", figure.denominator)
}

/// That some cases are not counted; `None` when all are.
pub fn left_out(figure: &Figure) -> Option<Message> {
    let count = figure.left_out.len();
    (count > 0).then(|| Message::new("figure-left-out").with("count", count))
}

/// What became of an improvement.
pub fn stands(improvement: &Improvement, now: &Now) -> Message {
    match (&improvement.returned[..], improvement.done()) {
        ([], None) => Message::new("learned-open"),
        ([], Some(at)) => Message::new("learned-done").with("day", at.day(now.zone)),
        (back @ [first, ..], _) => Message::new("learned-returned").with("no", *first).with("more", back.len() - 1),
    }
}
