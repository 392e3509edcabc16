//! The bill of a policy: how many contacts a week it asks for, tier by tier, before it is chosen.
//! What a single client is promised on which day is `assess`'s to say.

use super::assess::{Under, promised};
use super::frame::Frame;
use super::load::Snapshot;
use crate::domain::facts::ClientFacts;
use crate::domain::policy::{self, PlannedContact, Policy};
use crate::domain::words::{Channel, Tier};

/// What one tier costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TierBill {
    /// The tier; `None` for clients without one, who follow the plan of C.
    pub tier: Option<Tier>,
    /// Clients of it.
    pub clients: usize,
    /// Requirements falling due in a week, each counted for itself.
    pub requirements: f64,
    /// Contacts a week that keep them all: a richer one counts for the poorer ones, too.
    pub contacts: f64,
}

/// What a policy asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Bill {
    /// Name of the policy.
    pub policy: String,
    /// A, B, C and those without a tier, in this order; who has no clients is left out.
    pub tiers: Vec<TierBill>,
    /// Contacts a week that the policy's own capacity and working days allow.
    pub capacity: f64,
    /// Working days of the policy's week.
    pub working_days: usize,
}

impl Bill {
    /// Clients with a plan.
    pub fn clients(&self) -> usize {
        self.tiers.iter().map(|t| t.clients).sum()
    }

    /// Requirements a week.
    pub fn requirements(&self) -> f64 {
        self.tiers.iter().map(|t| t.requirements).sum()
    }

    /// Contacts a week.
    pub fn contacts_per_week(&self) -> f64 {
        self.tiers.iter().map(|t| t.contacts).sum()
    }

    /// Contacts on a working day.
    pub fn contacts_per_day(&self) -> f64 {
        self.contacts_per_week() / self.working_days.max(1) as f64
    }

    /// Whether the week has room for it.
    pub fn fits(&self) -> bool {
        self.contacts_per_week() <= self.capacity
    }
}

/// What a policy asks for the clients that are served: their own overrides and preferred channels count as they would under it, a pause
/// does not, since it ends. Tiers are those the policy gives: of another one, as they stand once every change it offers is accepted.
pub fn of(snapshot: &Snapshot, policy: &Policy) -> Bill {
    counted(snapshot, policy, true)
}

/// The same on the day the policy is put in force: a held tier stays until its change is accepted.
pub fn at_once(snapshot: &Snapshot, policy: &Policy) -> Bill {
    counted(snapshot, policy, false)
}

fn counted(snapshot: &Snapshot, policy: &Policy, accepted: bool) -> Bill {
    let same = snapshot.policy.tiers == policy.tiers;
    let frame = (!same).then(|| {
        let facts: Vec<&ClientFacts> = snapshot.clients.iter().map(|c| &c.facts).collect();
        Frame::preview(&facts, policy, &snapshot.risk)
    });
    let under = Under { frame: frame.as_ref().unwrap_or(&snapshot.frame), policy, ..snapshot.under() };
    let groups = [Some(Tier::A), Some(Tier::B), Some(Tier::C), None];
    let mut tiers = groups.map(|tier| TierBill { tier, clients: 0, requirements: 0.0, contacts: 0.0 });
    for client in &snapshot.clients {
        let Some((tier, contacts)) = promised(&client.facts, under, accepted && !same) else { continue };
        let sum = &mut tiers[tier.map_or(3, Tier::rank)];
        sum.clients += 1;
        sum.requirements += contacts.iter().map(a_week).sum::<f64>();
        sum.contacts += with_substitution(&contacts, policy.meeting_satisfies_visit).iter().map(|(_, rate)| rate).sum::<f64>();
    }
    let working_days = policy.hours.0.iter().filter(|spans| !spans.is_empty()).count();
    Bill {
        policy: policy.name.clone(),
        tiers: tiers.into_iter().filter(|t| t.clients > 0).collect(),
        capacity: (policy.queue.capacity * working_days) as f64,
        working_days,
    }
}

/// The bills of the shipped presets, in the order they are offered.
pub fn presets(snapshot: &Snapshot) -> Vec<Bill> {
    policy::PRESETS.iter().filter_map(|(_, text)| policy::parse(text).ok()).map(|policy| of(snapshot, &policy)).collect()
}

/// How often a week.
pub(super) fn a_week(contact: &PlannedContact) -> f64 {
    7.0 / contact.every.days()
}

/// Contacts a week that keep every requirement of one client, by channel. A visit is also the call of its week, so a call every 7 days and a visit
/// every month make one contact a week, not one and a quarter: richest first, each requirement adds only what the richer contacts before
/// it leave open.
pub(super) fn with_substitution(contacts: &[PlannedContact], meeting_satisfies_visit: bool) -> Vec<(Channel, f64)> {
    let mut made: Vec<(Channel, f64)> = Vec::with_capacity(contacts.len());
    for channel in RICHEST_FIRST {
        for contact in contacts.iter().filter(|c| c.channel == channel) {
            let covering = made.iter().filter(|(have, _)| have.satisfies(channel, meeting_satisfies_visit));
            let covered: f64 = covering.map(|(_, rate)| rate).sum();
            made.push((channel, (a_week(contact) - covered).max(0.0)));
        }
    }
    made
}

/// What satisfies stands before what it satisfies: a letter satisfies an e-mail, never the reverse.
const RICHEST_FIRST: [Channel; 7] =
    [Channel::Visit, Channel::Meeting, Channel::Call, Channel::Message, Channel::Letter, Channel::Email, Channel::Unknown];
