//! What the rules know of a playbook before it is begun: its name, for whom and when it is offered.
//! Its file and its steps are the `playbooks` room's.

use super::interval::Interval;
use super::words::{Starts, Tier};

/// A playbook that can be offered to clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its name.
    pub name: String,
    /// Its title in the user's language.
    pub title: String,
    /// What it is begun for.
    pub starts: Starts,
    /// For clients of these tiers.
    pub tiers: Vec<Tier>,
    /// How often it comes again, of a review.
    pub every: Option<Interval>,
}

impl Offered {
    /// Whether it is meant for a client of this tier. One that has none yet is taken as seriously as the best: nothing is known of it.
    pub fn is_for(&self, tier: Option<Tier>) -> bool {
        self.tiers.contains(&tier.unwrap_or(Tier::A))
    }
}
