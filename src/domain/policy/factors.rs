//! `[[tiers.factor]]`: which inputs tiers are computed from, and how each of them counts (S23, S30, S35, S60).
//! What the inputs of a client are is `portfolio::factors`', how they are weighed `domain::tier`'s.

use super::parse::{Read, Table};
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use toml::de::DeValue;

/// What the value V of a client is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TierBasis {
    /// Margin brought, and margin expected.
    Value,
    /// The factors the policy names.
    Factors,
}

/// An input of the tiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Factor {
    /// Amount less cost of the window.
    Margin,
    /// Amount billed in the window.
    Sales,
    /// Expected margin of the next 12 months.
    Expected,
    /// Orders or contacts a year.
    Frequency,
    /// The entered yearly budget.
    Budget,
    /// The industry, weighed by the policy's values.
    Industry,
    /// The region, likewise.
    Region,
    /// The size, likewise.
    Size,
    /// Time as a client.
    Tenure,
    /// The user's own time a year: more of it counts against a client.
    Effort,
    /// The entered potential.
    Potential,
    /// The entered fit.
    Fit,
}

impl Factor {
    /// Every factor, in the order the manual names them.
    pub const ALL: [Factor; 12] = [
        Factor::Margin,
        Factor::Sales,
        Factor::Expected,
        Factor::Frequency,
        Factor::Budget,
        Factor::Industry,
        Factor::Region,
        Factor::Size,
        Factor::Tenure,
        Factor::Effort,
        Factor::Potential,
        Factor::Fit,
    ];

    /// Its name in a policy.
    pub fn code(self) -> &'static str {
        match self {
            Factor::Margin => "margin",
            Factor::Sales => "sales",
            Factor::Expected => "expected",
            Factor::Frequency => "frequency",
            Factor::Budget => "budget",
            Factor::Industry => "industry",
            Factor::Region => "region",
            Factor::Size => "size",
            Factor::Tenure => "tenure",
            Factor::Effort => "effort",
            Factor::Potential => "potential",
            Factor::Fit => "fit",
        }
    }

    fn parse(text: &str) -> Option<Factor> {
        Factor::ALL.into_iter().find(|f| f.code() == text)
    }

    /// Whether it looks back over a window.
    pub fn has_window(self) -> bool {
        matches!(self, Factor::Margin | Factor::Sales | Factor::Frequency | Factor::Effort)
    }

    /// Whether it is a text that the policy gives a number.
    pub fn is_text(self) -> bool {
        matches!(self, Factor::Industry | Factor::Region | Factor::Size)
    }
}

/// What a frequency counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Days with an order.
    Orders,
    /// Days with a contact.
    Contacts,
}

/// How an input becomes a share of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transform {
    /// As it is.
    Share,
    /// ln(1 + input / mean): large ones count less than in proportion.
    Log,
    /// Only the order counts: 1 for the least, equal ones share their places.
    Rank,
}

/// What a missing input counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The mean of the others.
    Neutral,
    /// Nothing.
    Zero,
}

/// How one factor counts.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorRule {
    /// Which.
    pub factor: Factor,
    /// Its weight: of effort from 0 to 1, of the others in proportion to each other.
    pub weight: f64,
    /// How far back it looks.
    pub window: Interval,
    /// What a frequency counts.
    pub counted: Counted,
    /// How it becomes a share.
    pub transform: Transform,
    /// What a missing one counts as.
    pub missing: Missing,
    /// Numbers of texts, in lower case.
    pub values: Vec<(String, f64)>,
    /// The number of a text that is not among them; without it such a text is missing.
    pub default: Option<f64>,
}

impl FactorRule {
    /// The number of a text; `None` where the policy has none for it.
    pub fn number_of(&self, text: &str) -> Option<f64> {
        let wanted = text.trim().to_lowercase();
        self.values.iter().find(|(known, _)| *known == wanted).map(|(_, x)| *x).or(self.default)
    }
}

/// Entries of one `values` table.
const VALUES: usize = 200;
/// Contacts are remembered so long, days.
const REMEMBERED: f64 = 732.0;

/// `basis` and `[[tiers.factor]]`; a text from before them goes by value.
pub(super) fn read(tiers: &Table<'_>) -> Read<(TierBasis, Vec<FactorRule>)> {
    let basis = match tiers.get("basis") {
        None => TierBasis::Value,
        Some(value) => match tiers.text("basis")? {
            "value" => TierBasis::Value,
            "factors" => TierBasis::Factors,
            _ => return tiers.bad("basis", Some(value), choice(&["value", "factors"])),
        },
    };
    let mut rules: Vec<FactorRule> = Vec::new();
    if let Some(value) = tiers.get("factor") {
        let DeValue::Array(items) = value.get_ref() else {
            return tiers.bad("factor", Some(value), Message::new("policy-no-factor"));
        };
        for (n, item) in items.iter().enumerate() {
            let DeValue::Table(entry) = item.get_ref() else {
                return tiers.bad("factor", Some(item), Message::new("policy-not-table"));
            };
            let table = tiers.sub(format!("{}.factor[{n}]", tiers.path), item, entry);
            let rule = factor(&table)?;
            if rules.iter().any(|r| r.factor == rule.factor) {
                return table.bad("name", table.get("name"), Message::new("policy-factor-twice"));
            }
            rules.push(rule);
        }
    }
    let counts = |r: &FactorRule| r.factor != Factor::Effort && r.weight > 0.0;
    if basis == TierBasis::Factors && !rules.iter().any(counts) {
        // By effort alone nobody would be worth anything.
        return tiers.bad("factor", tiers.get("factor"), Message::new("policy-no-factor"));
    }
    Ok((basis, rules))
}

fn choice(known: &[&str]) -> Message {
    Message::new("policy-choice").with("known", known.join(", "))
}

fn factor(table: &Table<'_>) -> Read<FactorRule> {
    let codes = Factor::ALL.map(Factor::code);
    let Some(factor) = Factor::parse(table.text("name")?) else {
        return table.bad("name", table.get("name"), choice(&codes));
    };
    let mut keys = vec!["name", "weight", "transform", "missing"];
    if factor.has_window() {
        keys.push("window");
    }
    if factor == Factor::Frequency {
        keys.push("count");
    }
    if factor.is_text() {
        keys.extend(["values", "default"]);
    }
    table.only(&keys)?;
    let most = if factor == Factor::Effort { 1.0 } else { 1000.0 };
    let weight = table.number("weight", 0.0, most)?;
    let one_of = |key: &'static str, known: &[&'static str]| -> Read<usize> {
        let Some(value) = table.get(key) else { return Ok(0) };
        let text = table.text(key)?;
        match known.iter().position(|k| *k == text) {
            Some(n) => Ok(n),
            None => table.bad(key, Some(value), choice(known)),
        }
    };
    let counted = [Counted::Orders, Counted::Contacts][one_of("count", &["orders", "contacts"])?];
    let transform = [Transform::Share, Transform::Log, Transform::Rank][one_of("transform", &["share", "log", "rank"])?];
    let missing = [Missing::Neutral, Missing::Zero][one_of("missing", &["neutral", "zero"])?];
    let window = match table.get("window") {
        None => Interval::Months(12),
        Some(value) => match Interval::parse(table.text("window")?) {
            Some(window) => window,
            None => return table.bad("window", Some(value), Message::new("policy-interval")),
        },
    };
    let of_contacts = factor == Factor::Effort || factor == Factor::Frequency && counted == Counted::Contacts;
    if of_contacts && window.days() > REMEMBERED {
        return table.bad("window", table.get("window"), Message::new("policy-window"));
    }
    let mut values = Vec::new();
    if table.get("values").is_some() {
        let given = table.table("values")?;
        for key in given.keys() {
            values.push((key.trim().to_lowercase(), given.number(key, 0.0, 1e6)?));
        }
        if values.len() > VALUES {
            return table.bad("values", table.get("values"), Message::new("policy-values").with("most", VALUES));
        }
    }
    let default = match table.get("default") {
        None => None,
        Some(_) => Some(table.number("default", 0.0, 1e6)?),
    };
    Ok(FactorRule { factor, weight, window, counted, transform, missing, values, default })
}
