//! What couples clients: the sums and cuts of the tiers, now and at the last two month-ends.

use crate::domain::id::Id;
use crate::domain::words::Tier;
use std::collections::HashMap;

/// Where a client stands among the ranked ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Score S, share of 1.
    pub score: f64,
    /// Share of the score accumulated before this client.
    pub share: f64,
    /// The computed tier.
    pub tier: Tier,
    /// Place, from 0.
    pub rank: usize,
}
