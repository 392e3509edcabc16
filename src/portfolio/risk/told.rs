//! A client's risk as every face tells it: the reasons by weight, why it has no figure, why it was put off, and the last twelve months.
//! What the figure is made of is the parent's and `explain_risk`'s, how a row is drawn a face's.

use super::{Level, Risk, RiskState};
use crate::domain::day::{Day, Now};
use crate::domain::facts::{ClientFacts, DeferralRow};
use crate::domain::message::Message;
use crate::domain::risk::WEEK;
use crate::domain::risk::signals::Signal;
use crate::domain::target::Target;
use crate::domain::words::{Channel, DeferralKind, SignalKind};
use crate::portfolio::{Assessed, DueState, Requirement};
use crate::store::MONTHS;

/// One reason why a client is at risk.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// One clause.
    pub words: Message,
    /// It ended a put-off: it was not there when the client was put off.
    pub is_new: bool,
}

/// Why a client is at risk: what ended a put-off first, then by weight on the log-odds, the missing orders among the signals; what only
/// explains comes last. Signs of the opposite are no reason.
pub fn reasons(risk: &Risk) -> Vec<Reason> {
    let others = risk.signals.iter().filter(|s| s.points >= 0.0 && s.kind != SignalKind::FrequencyDrop);
    let mut found: Vec<(bool, f64, Message)> =
        others.map(|s| (risk.woken == Some(s.kind), s.points, s.evidence.clone())).collect();
    if let Some((weight, words)) = missing_orders(risk) {
        found.insert(0, (false, weight, words));
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    found.into_iter().map(|(is_new, _, words)| Reason { words, is_new }).collect()
}

/// The orders that did not come, and what they weigh; `None` where none is missing.
fn missing_orders(risk: &Risk) -> Option<(f64, Message)> {
    // While work is agreed a missing order says nothing.
    if matches!(risk.state, RiskState::Engaged(_)) {
        return None;
    }
    let none = risk.orders_alone()?.clamp(0.01, 0.99);
    let weight = (none / (1.0 - none)).ln().max(0.0);
    let slower = risk.signals.iter().any(|s| s.kind == SignalKind::FrequencyDrop);
    let worth = risk.worth.filter(|_| weight > 0.0 || slower)?;
    let days = risk.silent()?;
    let words = match worth.usual() {
        None => Message::new("risk-one-order"),
        Some(usual) => Message::new("risk-no-order").with("usual", usual.round() as i64),
    };
    Some((weight, words.with("days", days)))
}

/// Why a client is not on the list: no order yet, booked, paused; `None` where only the figure says so.
pub fn standing(risk: &Risk) -> Option<Message> {
    Some(match risk.state {
        RiskState::NotServed | RiskState::Average | RiskState::Known => return None,
        RiskState::NoOrder => Message::new("risk-state-no-order"),
        RiskState::New => Message::new("risk-state-new"),
        RiskState::Booked(day) => Message::new("risk-state-booked").with("day", day),
        RiskState::Paused(day) => Message::new("risk-state-paused").with("day", day),
        RiskState::Engaged(day) => Message::new("risk-state-engaged").with("day", day),
    })
}

/// The put-off of a client on the list that is in force, whether or not something ended it early.
pub fn put_off(facts: &ClientFacts, today: Day) -> Option<&DeferralRow> {
    let target = Target::Risk.to_string();
    facts.deferrals.iter().rfind(|d| d.kind == DeferralKind::Snooze && d.target == target && d.until > today)
}

/// The heaviest sign that counts and was not seen when the client was put off.
pub(super) fn unseen<'a>(put_off: &DeferralRow, signals: &'a [Signal]) -> Option<&'a Signal> {
    let seen = put_off.signals.as_deref().unwrap_or_default();
    signals.iter().find(|s| s.points > 0.0 && seen.split(' ').all(|code| code != s.kind.code()))
}

/// What is seen of a client when it is put off: the signs that count.
pub fn seen(risk: &Risk) -> Vec<SignalKind> {
    risk.signals.iter().filter(|s| s.points > 0.0).map(|s| s.kind).collect()
}

/// Behind another reason: that the risk of a listed client is high, with its first reason (design 4.4). `None` for anybody else.
pub fn remark(client: &Assessed) -> Option<Message> {
    let risk = &client.risk;
    let listed = risk.is_listed() && risk.snoozed.is_none() && risk.level() == Level::High;
    let first = reasons(risk).into_iter().next().filter(|_| listed)?;
    Some(Message::new("risk-remark").with("reason", first.words))
}

/// What comes next of a client: a step of a running playbook, an agreed contact, else the contact that falls due first.
pub fn next_step(client: &Assessed, now: &Now) -> Option<Message> {
    let facts = &client.facts;
    if let Some((run, step)) = facts.runs.iter().filter_map(|r| Some((r, r.next()?))).min_by_key(|(_, s)| s.due) {
        let message = Message::new("risk-next-step").with("playbook", run.title.as_str());
        return Some(message.with("step", step.title.as_str()).with("day", step.due));
    }
    let contact = |channel: Channel, day: Day| match day > now.today() {
        true => Message::new("risk-next-contact").with("channel", channel).with("day", day),
        false => Message::new("risk-next-now").with("channel", channel),
    };
    if let Some(agreed) = facts.appointments.first() {
        return Some(Message::new("risk-next-contact").with("channel", agreed.channel).with("day", agreed.start));
    }
    let shown = |r: &Requirement| match &r.state {
        DueState::Booked { start, .. } => start.day(now.zone),
        DueState::Paused { until } => *until,
        _ => r.shown_from().unwrap_or(r.due),
    };
    client.plan.iter().map(|r| (shown(r), r.channel)).min_by_key(|(day, _)| *day).map(|(day, channel)| contact(channel, day))
}

/// The last twelve calendar months of a client in figures, oldest first, the present one last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    /// Days with an order.
    pub orders: [u32; MONTHS],
    /// Days on which the user was in touch with the client.
    pub contacts: [u32; MONTHS],
}

/// Counts them.
pub fn year(facts: &ClientFacts, today: Day) -> Year {
    let first = today.month_index() - (MONTHS as i32 - 1);
    let count = |days: &mut dyn Iterator<Item = Day>| {
        let mut out = [0; MONTHS];
        for day in days.filter(|day| *day <= today) {
            if let Some(month) = usize::try_from(day.month_index() - first).ok().and_then(|n| out.get_mut(n)) {
                *month += 1;
            }
        }
        out
    };
    Year { orders: count(&mut facts.orders.iter().map(|o| o.day)), contacts: count(&mut facts.worked.iter().copied()) }
}

impl Risk {
    /// Days without an order, pauses cut out; `None` without any order.
    pub fn silent(&self) -> Option<i64> {
        self.worth.map(|w| (w.orders.silence() * WEEK).round() as i64)
    }
}
