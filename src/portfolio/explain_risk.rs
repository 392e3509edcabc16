//! The risk of a client explained: what it is made of, the rows behind it, what would lower it, and what the client is worth. How a risk
//! comes about is `risk`'s, which parts stand beside this one is `explain`'s.

use super::assess::{Assessed, Tightened};
use super::explain::{Part, status_id};
use super::load::Snapshot;
use super::risk::{Risk, RiskState, Worth};
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::risk::signals::{Signal, log_odds};
use crate::domain::risk::{Clv, WEEK};
use crate::domain::words::SignalKind;
use serde_json::{Value, json};

/// Terms that the headline names at most.
const NAMED: usize = 3;
/// Repeat orders from which their timing is called regular or not, and the share of one kind of timing from which it is.
const TIMING: (u32, f64) = (3, 0.5);
/// Less than this is no difference where two digits are shown.
const SEEN: f64 = 0.005;

/// A client's risk with everything behind it.
pub fn risk(snapshot: &Snapshot, client: &Assessed) -> Part {
    let risk = &client.risk;
    let mut lines = Vec::new();
    let little = snapshot.risk.now.has_little_history();
    let shown = if little { None } else { risk.index };
    if let (Some(index), Some(alone)) = (shown, risk.orders_alone()) {
        lines.push(
            Message::new("explain-risk-level").with("level", Message::new(risk.level().name())).with("reasons", reasons(risk)),
        );
        let by = risk.worth.map_or(0, |w| w.score.horizon.round() as i32);
        lines.extend(match risk.state {
            _ if risk.has_signals() => {
                Some(Message::new("explain-risk-index").with("alone", Arg::Decimal(alone)).with("index", Arg::Decimal(index)))
            }
            // What a rule caps is no chance.
            RiskState::Engaged(_) => None,
            _ => {
                let by = snapshot.now.today().plus(by);
                Some(Message::new("explain-risk-alone").with("chance", Arg::Share(alone)).with("by", by))
            }
        });
    } else if little && risk.state != RiskState::NotServed {
        lines.push(Message::new("explain-risk-little").with("count", snapshot.risk.now.model.repeats));
    }
    lines.extend(state(snapshot, client));
    lines.extend(risk.worth.as_ref().map(|worth| orders(snapshot, client, worth, shown.is_some())));
    if let Some(worth) = risk.worth.filter(|w| w.seasonal && !matches!(risk.state, RiskState::Engaged(_))) {
        let (silent, counted) = (worth.orders.silence() * WEEK, worth.counted * WEEK);
        lines.push(
            Message::new("explain-risk-season").with("days", silent.round() as i64).with("counted", counted.round() as i64),
        );
    }
    // Orders that come more slowly than usual are in the sentence about the orders.
    for signal in risk.signals.iter().filter(|s| s.kind != SignalKind::FrequencyDrop) {
        lines.extend(term(signal, shown.is_some()));
    }
    if shown.is_some() {
        lines.extend(
            risk.cut().map(|sum| Message::new("explain-risk-cut").with("sum", signed(sum)).with("most", signed(risk.points()))),
        );
        lines.extend(lower(snapshot, risk));
    }
    if !little && risk.state != RiskState::NotServed {
        lines.extend(stake(snapshot, client));
    }
    Part { key: "risk", title: Message::new("explain-risk"), lines, numbers: numbers(snapshot, client) }
}

/// The terms of a risk that point the way it goes, the largest three of them.
fn reasons(risk: &Risk) -> Message {
    let mut terms: Vec<(f64, Message)> =
        risk.signals.iter().filter(|s| s.points != 0.0).map(|s| (s.points, s.evidence.clone())).collect();
    if let (Some(worth), Some(alone)) = (&risk.worth, risk.orders_alone()) {
        terms.push((log_odds(alone), orders_term(risk, worth)));
    }
    let up = risk.is_raised();
    terms.retain(|(points, _)| (*points > 0.0) == up);
    terms.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    let terms = terms.into_iter().take(NAMED).map(|(_, what)| what);
    terms.reduce(|all, one| Message::new("explain-risk-and").with("first", all).with("second", one)).unwrap_or_else(|| {
        // Nothing points that way alone: what there is stands below.
        Message::new("explain-risk-together")
    })
}

/// What the orders say, in one clause.
fn orders_term(risk: &Risk, worth: &Worth) -> Message {
    let silent = worth.orders.silence() * WEEK;
    let days = silent.round() as i64;
    match (&risk.state, worth.usual()) {
        (RiskState::Engaged(end), _) => Message::new("explain-risk-term-engaged").with("end", *end),
        (_, Some(usual)) if silent > usual && !worth.seasonal => Message::new("explain-risk-term-slow")
            .with("days", days)
            .with("times", tenths(silent / usual))
            .with("usual", usual.round() as i64),
        (_, Some(_)) => Message::new("explain-risk-term-last").with("days", days),
        (_, None) => Message::new("explain-risk-term-one").with("days", days),
    }
}

/// Why there is no figure, or what is to be known about it.
fn state(snapshot: &Snapshot, client: &Assessed) -> Vec<Message> {
    let risk = &client.risk;
    let mut lines = Vec::new();
    lines.extend(match risk.state {
        RiskState::NotServed => {
            Some(Message::new("explain-risk-not-served").with("status", Message::new(status_id(client.status))))
        }
        RiskState::NoOrder => Some(Message::new("explain-risk-no-order")),
        RiskState::New => {
            let first = client.facts.orders.first().map_or(snapshot.now.today(), |o| o.day);
            let from = first.plus((snapshot.risk.now.model.unit * WEEK).ceil() as i32);
            Some(Message::new("explain-risk-new").with("first", first).with("from", from))
        }
        RiskState::Booked(on) => Some(Message::new("explain-risk-booked").with("on", on)),
        RiskState::Paused(until) => Some(Message::new("explain-risk-paused").with("until", until)),
        RiskState::Engaged(end) => Some(Message::new("explain-risk-engaged").with("end", end)),
        RiskState::Average => Some(Message::new("explain-risk-average")),
        RiskState::Known => None,
    });
    lines.extend(risk.snoozed.map(|until| Message::new("explain-risk-snoozed").with("until", until)));
    lines
}

/// The sentence about the orders; with the chance of another one where a figure is shown.
fn orders(snapshot: &Snapshot, client: &Assessed, worth: &Worth, shown: bool) -> Message {
    let silent = worth.orders.silence() * WEEK;
    let message = match worth.usual() {
        None => Message::new("explain-risk-one-order").with("silent", silent.round() as i64),
        Some(usual) if matches!(client.risk.state, RiskState::Engaged(_)) => Message::new("explain-risk-orders-engaged")
            .with("count", worth.orders.x + 1)
            .with("usual", usual.round() as i64)
            .with("silent", silent.round() as i64),
        Some(usual) => {
            let regular = snapshot.risk.now.model.timing(&worth.orders);
            let timing = match (regular[2..].iter().sum::<f64>(), regular[0]) {
                _ if worth.orders.x < TIMING.0 => "none",
                (share, _) if share >= TIMING.1 => "regular",
                (_, share) if share >= TIMING.1 => "irregular",
                _ => "none",
            };
            Message::new("explain-risk-orders")
                .with("count", worth.orders.x + 1)
                .with("usual", usual.round() as i64)
                .with("timing", timing)
                .with("silent", silent.round() as i64)
                .with("times", tenths(silent / usual))
        }
    };
    let likely = shown && !matches!(client.risk.state, RiskState::Engaged(_));
    if !likely {
        return message;
    }
    let by = snapshot.now.today().plus(worth.score.horizon.round() as i32);
    Message::new("explain-risk-likely")
        .with("orders", message)
        .with("chance", Arg::Share(1.0 - worth.score.none))
        .with("by", by)
}

/// One sign and the rows behind it.
fn term(signal: &Signal, shown: bool) -> Vec<Message> {
    let head = match shown && signal.points != 0.0 {
        true => Message::new("explain-risk-term").with("points", signed(signal.points)).with("what", signal.evidence.clone()),
        false => Message::new("explain-risk-said").with("what", signal.evidence.clone()),
    };
    let rows = signal.rows.iter().map(|row| Message::new("explain-risk-row").with("row", row.clone()));
    std::iter::once(head).chain(rows).collect()
}

/// What would lower the risk, the most first.
fn lower(snapshot: &Snapshot, risk: &Risk) -> Vec<Message> {
    let without = risk.signals.iter().filter(|s| s.points > 0.0).filter_map(|s| {
        let index = risk.without(s.kind)?;
        Some((index, Message::new("explain-risk-without").with("what", s.evidence.clone()).with("index", Arg::Decimal(index))))
    });
    // While work is agreed no order is missing, so none would help.
    let order = snapshot.risk.now.with_order(risk).filter(|_| !matches!(risk.state, RiskState::Engaged(_)));
    let order = order.map(|index| (index, Message::new("explain-risk-order-today").with("index", Arg::Decimal(index))));
    let now = risk.index.unwrap_or(0.0);
    let mut all: Vec<(f64, Message)> = without.chain(order).filter(|(index, _)| *index < now - SEEN).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all.into_iter().map(|(_, line)| line).collect()
}

/// What is at stake; how it comes about is said of the value.
fn stake(snapshot: &Snapshot, client: &Assessed) -> Option<Message> {
    client.risk.worth.and(client.risk.index)?;
    let message = Message::new("explain-risk-stake").with("expected", snapshot.rough_money(client.risk.expected()));
    Some(message.with("stake", snapshot.rough_money(client.risk.at_stake())))
}

fn money(snapshot: &Snapshot, x: f64) -> Money {
    Money { minor: x.round() as i64, currency: snapshot.currency }
}

fn signed(points: f64) -> String {
    format!("{points:+.2}")
}

fn tenths(x: f64) -> String {
    format!("{x:.1}")
}

/// Why the plan is tightened, as a line of the due days.
pub(super) fn tightened(snapshot: &Snapshot, client: &Assessed) -> Option<Message> {
    let share = Arg::Share(snapshot.policy.risk.tightened);
    Some(match client.tightened? {
        Tightened::HighRisk => Message::new("explain-tightened-risk").with("share", share),
        Tightened::WinBack => Message::new("explain-tightened-win-back").with("share", share),
        Tightened::Saved(until) => Message::new("explain-tightened-saved").with("share", share).with("until", until),
    })
}

/// A lifetime value in JSON; `null` without an order.
pub fn clv(snapshot: &Snapshot, clv: Option<Clv>) -> Value {
    clv.map_or(
        Value::Null,
        |v| json!({ "low": money(snapshot, v.low), "middle": money(snapshot, v.middle), "high": money(snapshot, v.high) }),
    )
}

/// Every number of a client's risk. `alive` is null where the state has none: while an engagement runs no order is missing.
pub fn numbers(snapshot: &Snapshot, client: &Assessed) -> Value {
    let risk = &client.risk;
    let now = &snapshot.risk.now;
    let worth = risk.worth.as_ref();
    let signals: Vec<Value> =
        risk.signals.iter().map(|s| json!({ "name": s.kind, "weight": s.points, "without": risk.without(s.kind) })).collect();
    json!({
        "state": risk.state.code(),
        "until": risk.state.day(),
        "risk": risk.index,
        "level": risk.level().code(),
        "listed": risk.is_listed(),
        "alive": risk.alive(),
        "orders_alone": risk.orders_alone(),
        "points": risk.points(),
        "signals": signals,
        "order_today": now.with_order(risk),
        "orders": worth.map_or(0, |w| w.orders.x + 1),
        "silent_days": worth.map(|w| (w.orders.silence() * WEEK).round() as i64),
        "usual_days": worth.and_then(Worth::usual),
        "gap_days": worth.map(|w| w.score.gap),
        "horizon_days": worth.map(|w| w.score.horizon),
        "seasonal": worth.is_some_and(|w| w.seasonal),
        "expected": worth.map(|_| money(snapshot, risk.expected())),
        "at_stake": risk.index.map(|_| money(snapshot, risk.at_stake())),
        "clv12": clv(snapshot, now.clv(client.id(), 12)),
        "clv36": clv(snapshot, now.clv(client.id(), 36)),
        "little_history": now.has_little_history(),
        "snoozed_until": risk.snoozed,
        "tightened": client.tightened.map(Tightened::code),
    })
}
