//! The rules about clients at risk: what each signal weighs, how the plan is tightened, which reasons and remedies there are.
//! What a signal is stands in `domain::risk`.

use super::parse::{Read, Table, texts};
use crate::domain::message::Message;
use crate::domain::risk::signals::Weights;
use crate::domain::words::{Channel, SignalKind};

/// How risk is weighed and answered.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskRules {
    /// Points of the signals.
    pub weights: Weights,
    /// Share of its interval at which a contact comes while the risk is high or a win-back runs (S61).
    pub tightened: f64,
    /// The channel that is then the least; visits and meetings stay as planned.
    pub channel: Channel,
    /// Days for which the plan stays tightened after a client was saved (S99).
    pub watch: i32,
    /// Why clients are lost (S100): codes, the last of them for what fits nowhere.
    pub reasons: Vec<String>,
    /// What dissatisfied clients can be given (S97): codes.
    pub remedies: Vec<String>,
}

/// Codes of one list, and characters of one.
const CODES: usize = 30;
const CODE: usize = 40;

fn codes(list: &[&str]) -> Vec<String> {
    list.iter().map(|code| (*code).to_owned()).collect()
}

impl RiskRules {
    /// The reason for a loss that fits no other.
    pub fn other_reason(&self) -> &str {
        self.reasons.last().map_or("other", String::as_str)
    }
}

impl Default for RiskRules {
    fn default() -> RiskRules {
        RiskRules {
            weights: Weights::default(),
            tightened: 0.5,
            channel: Channel::Call,
            watch: 90,
            reasons: codes(&[
                "price",
                "quality",
                "service",
                "competitor",
                "need-gone",
                "budget",
                "contact-left",
                "closed",
                "other",
            ]),
            remedies: codes(&["return", "repair", "discount", "upgrade", "visit", "other"]),
        }
    }
}

/// The key of a signal in a policy.
pub fn signal_key(kind: SignalKind) -> String {
    kind.code().replace('-', "_")
}

/// `[risk]`; a text from before it, and every key that is not there, keeps the default.
pub(super) fn read(root: &Table<'_>) -> Read<RiskRules> {
    let mut rules = RiskRules::default();
    if root.get("risk").is_none() {
        return Ok(rules);
    }
    let table = root.table("risk")?;
    table.only(&["tightened", "channel", "watch", "reasons", "remedies", "points"])?;
    if table.get("tightened").is_some() {
        rules.tightened = table.number("tightened", 0.1, 1.0)?;
    }
    if table.get("channel").is_some() {
        rules.channel = match Channel::parse(table.text("channel")?) {
            Some(c) if c != Channel::Unknown => c,
            _ => return table.bad("channel", table.get("channel"), Message::new("policy-channel")),
        };
    }
    if table.get("watch").is_some() {
        rules.watch = table.whole("watch", 0, 3650)?;
    }
    for (key, list) in [("reasons", &mut rules.reasons), ("remedies", &mut rules.remedies)] {
        let Some(value) = table.get(key) else { continue };
        match texts(value, CODE).filter(|t| !t.is_empty() && t.len() <= CODES) {
            Some(texts) => *list = texts,
            None => {
                let what = Message::new("policy-perks").with("most", CODES).with("length", CODE);
                return table.bad(key, Some(value), what);
            }
        }
    }
    if table.get("points").is_some() {
        let points = table.table("points")?;
        let keys: Vec<String> = SignalKind::ALL.iter().map(|kind| signal_key(*kind)).collect();
        points.only(&keys.iter().map(String::as_str).collect::<Vec<_>>())?;
        for (kind, key) in SignalKind::ALL.iter().zip(&keys).filter(|(_, key)| points.get(key).is_some()) {
            rules.weights = rules.weights.with(*kind, points.number(key, -5.0, 5.0)?);
        }
    }
    Ok(rules)
}
