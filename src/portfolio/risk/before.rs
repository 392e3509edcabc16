//! The risk a week ago, so that a change can carry the level before it. The risk now is the parent's.

use super::{Level, RiskFrame};
use crate::domain::day::Moment;
use crate::domain::id::Id;
use crate::portfolio::assess::{Under, assess};
use crate::portfolio::load::fold_some;
use crate::portfolio::{PortfolioError, Settings, Snapshot};
use crate::store::{Store, Which};
use std::collections::HashMap;

/// A change carries the level before it for so long, seconds.
const WEEK: i64 = 7 * 86_400;

/// The level of some clients seven days ago, from the facts as they were known by then, under today's model, tiers and rules: it differs
/// from today's only by what happened to the client itself. Clients that were not there are [`Level::Unknown`].
///
/// # Errors
/// What the store refuses.
pub fn before(
    store: &Store,
    settings: &Settings,
    snapshot: &Snapshot,
    clients: &[Id],
) -> Result<HashMap<Id, Level>, PortfolioError> {
    if clients.is_empty() {
        return Ok(HashMap::new());
    }
    let then = snapshot.now.at(Moment(snapshot.now.instant.0 - WEEK));
    let settings = Settings { booked: false, ..settings.clone() };
    let which = Which::Some(clients.to_vec());
    let facts = fold_some(store, &which, &settings, snapshot.currency, &snapshot.policy, &then)?;
    let risk: RiskFrame = snapshot.risk.at(&facts, &then);
    let under = Under { risk: &risk, now: &then, ..snapshot.under() };
    Ok(facts.into_iter().map(|facts| assess(facts, under)).map(|c| (c.id(), c.risk.level())).collect())
}
