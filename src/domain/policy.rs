//! The policy: a versioned TOML text with tier rules, contact plan, working hours and queue thresholds, and its validation, which
//! names line and key. Which version is in force is the store's `policy_version`; the presets are assets.

mod care;
mod clients;
mod complaints;
pub mod edit;
mod effort;
mod factors;
mod parse;
mod risk;

use super::interval::Interval;
use super::words::{Channel, Tier};
use super::zone::Hours;
use chrono::NaiveTime;

pub use care::{CareRules, MessageRules};
pub use clients::ClientRules;
pub use complaints::{ComplaintRules, Particular};
pub use effort::{BusinessStage, EffortRules};
pub use factors::{Counted, Factor, FactorRule, Missing, TierBasis, Transform};
pub use parse::{PolicyError, parse};
pub use risk::{RiskRules, signal_key};

/// Text of the preset `agency` (S24 to S26), the default of the command line.
pub const AGENCY: &str = include_str!("../../assets/policies/agency.toml");
/// Text of the preset `solo`, offered below 15 active clients.
pub const SOLO: &str = include_str!("../../assets/policies/solo.toml");

/// Text of the preset `factors`: budget, frequency and industry (S23).
pub const FACTORS: &str = include_str!("../../assets/policies/factors.toml");
/// Text of the preset `ops`: sales and size, against the effort they take (S30).
pub const OPS: &str = include_str!("../../assets/policies/ops.toml");
/// Text of the preset `size`: sales, frequency and tenure (S60).
pub const SIZE: &str = include_str!("../../assets/policies/size.toml");

/// The shipped presets by name, in the order they are offered.
pub const PRESETS: &[(&str, &str)] = &[("agency", AGENCY), ("solo", SOLO), ("factors", FACTORS), ("ops", OPS), ("size", SIZE)];

/// The text of a shipped preset.
pub fn preset(name: &str) -> Option<&'static str> {
    PRESETS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// One promise of a tier: a channel and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedContact {
    /// The least rich channel that satisfies it.
    pub channel: Channel,
    /// How often.
    pub every: Interval,
    /// Working days after the due day before it is overdue.
    pub grace: i32,
}

/// What one tier is promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierPlan {
    /// Contacts; never empty (S135).
    pub contacts: Vec<PlannedContact>,
    /// Days between two reviews of the client's information (S67).
    pub review: i32,
    /// How often a mark is asked for (S44).
    pub survey: Interval,
}

/// How tiers are computed.
#[derive(Debug, Clone, PartialEq)]
pub struct TierRules {
    /// Accumulated share of score below which a client is A.
    pub a_share: f64,
    /// Accumulated share below which a client is B.
    pub b_share: f64,
    /// A is at most this share of the active clients.
    pub a_at_most: f64,
    /// Share past a cut that a change needs at two month-ends.
    pub hysteresis: f64,
    /// Half-life of a margin, days.
    pub half_life: f64,
    /// Below this many active clients the computed tier is advice.
    pub advice_below: usize,
    /// Months without an order after which a client without open engagement is dormant.
    pub dormant_months: i32,
    /// Days until a pin is reviewed.
    pub pin_review: i32,
    /// Weight of the entered potential (.25: potential 5 adds a quarter).
    pub potential_weight: f64,
    /// Weight of the entered fit.
    pub fit_weight: f64,
    /// Weight of what a client is expected to bring beside what it brought, share of 1.
    pub expected_weight: f64,
    /// Changes are applied without asking.
    pub apply: bool,
    /// What V is made of.
    pub basis: TierBasis,
    /// How the factors count where V is made of them.
    pub factors: Vec<FactorRule>,
}

impl TierRules {
    /// Whether tiers by these rules depend on a factor at all.
    pub fn counts(&self, factor: Factor) -> bool {
        match self.basis {
            TierBasis::Value => match factor {
                Factor::Margin | Factor::Potential | Factor::Fit | Factor::Budget => true,
                Factor::Expected => self.expected_weight > 0.0,
                _ => false,
            },
            TierBasis::Factors => self.factors.iter().any(|r| r.factor == factor && r.weight > 0.0),
        }
    }
}

/// Thresholds of the day's queue.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueRules {
    /// Contacts a working day.
    pub capacity: usize,
    /// Minutes one contact takes, for the estimate of the header.
    pub minutes: i64,
    /// Importance from which an item is important.
    pub important: f64,
    /// Urgency from which an item is urgent.
    pub urgent: f64,
    /// Reviews a day.
    pub reviews: usize,
    /// Days before a notice date at which a renewal enters.
    pub renewal_lead: i32,
    /// Days after an invoice's due day at which its reminders fall due.
    pub invoice_reminders: Vec<i32>,
    /// Days after a reminder before an invoice returns.
    pub invoice_again: i32,
    /// Days to pay where an invoice names no due day.
    pub payment_terms: i32,
    /// Minutes before a timed item at which it is announced; 0 leaves that out.
    pub remind: i32,
    /// The same of a visit, which begins with the way there.
    pub remind_visit: i32,
    /// Weekday (Monday is 0) and time from which Today reminds of the weekly review; `None`: it never does (S34).
    pub weekly_review: Option<(usize, NaiveTime)>,
}

/// A policy in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// Weekly hours.
    pub hours: Hours,
    /// Whether an online meeting counts as a visit.
    pub meeting_satisfies_visit: bool,
    /// Tier rules.
    pub tiers: TierRules,
    /// Plans of A, B and C.
    pub plans: [TierPlan; 3],
    /// Queue thresholds.
    pub queue: QueueRules,
    /// What clients of A, B and C may be offered first (S85); mostly empty.
    pub perks: [Vec<String>; 3],
    /// Limits, follow-up and causes of cases.
    pub complaints: ComplaintRules,
    /// Points of signals, and what is done about clients at risk.
    pub risk: RiskRules,
    /// What clients look for, and from which growth on one is rising.
    pub clients: ClientRules,
    /// How much of the effort is meant for new clients.
    pub effort: EffortRules,
    /// Whose care dates are shown, and when.
    pub care: CareRules,
    /// When a client is not written to.
    pub messages: MessageRules,
}

impl Policy {
    /// The plan of a tier; an active client without one follows C (S135).
    pub fn plan(&self, tier: Option<Tier>) -> &TierPlan {
        &self.plans[tier.unwrap_or(Tier::C).rank()]
    }

    /// What a tier may be offered; nothing where the policy names nothing, or without a tier.
    pub fn perks(&self, tier: Option<Tier>) -> &[String] {
        tier.map_or(&[], |tier| &self.perks[tier.rank()])
    }
}
