//! The first opening in a month freezes the scores of the month before. It is the program's own op: not
//! undoable, and redo stays as it is. With the second row of a client its tier is held; a policy that says so applies offers.

use super::assess::Assessed;
use super::error::PortfolioError;
use super::load::{Settings, Snapshot};
use crate::domain::day::{Day, Now};
use crate::domain::facts::{MonthScoreRow, TierChangeRow};
use crate::domain::id::Id;
use crate::domain::words::{Status, TierCause};
use crate::store::Store;

/// Freezes last month if that has not been done; called when the screen opens and before a writing command.
///
/// # Errors
/// What the store or the policy refuses.
pub fn freeze_month(store: &mut Store, settings: &Settings, now: &Now) -> Result<(), PortfolioError> {
    let month = now.today().month_index() - 1;
    if store.frozen_month()?.is_some_and(|frozen| frozen >= month) {
        return Ok(());
    }
    let end = Day::last_of_month_index(month);
    let at_end = Snapshot::load(store, settings, &now.at(end.end(now.zone)))?;
    let mut rows: Vec<(Id, MonthScoreRow)> = Vec::new();
    let mut changes: Vec<(Id, TierChangeRow)> = Vec::new();
    for client in at_end.present().filter(|c| c.status == Status::Active) {
        let Some(standing) = client.tier.standing else { continue };
        let row = MonthScoreRow {
            month,
            score: (standing.score * 1e6).round() as i64,
            share: (standing.share * 1e6).round() as i64,
            tier: Some(standing.tier),
        };
        rows.push((client.id(), row));
        if let Some(change) = held(client, &row, now) {
            changes.push((client.id(), change));
        }
    }
    store.freeze_month(month, &rows, &changes, now)?;
    if at_end.policy.tiers.apply {
        apply_offers(store, settings, now)?;
    }
    Ok(())
}

/// The second month's tier is held from now on.
fn held(client: &Assessed, row: &MonthScoreRow, now: &Now) -> Option<TierChangeRow> {
    let second = client.facts.month_scores.len() == 1 && client.facts.tier_change.is_none();
    second.then_some(())?;
    Some(TierChangeRow {
        at: now.instant,
        from: None,
        to: row.tier?,
        cause: TierCause::First,
        score: row.score,
        share: row.share,
    })
}

fn apply_offers(store: &mut Store, settings: &Settings, now: &Now) -> Result<(), PortfolioError> {
    let snapshot = Snapshot::load(store, settings, now)?;
    let changes: Vec<(Id, TierChangeRow)> = snapshot
        .present()
        .filter_map(|c| c.tier.offer.map(|offer| (c.id(), offer)))
        .map(|(id, offer)| {
            let change = TierChangeRow {
                at: now.instant,
                from: Some(offer.from),
                to: offer.to,
                cause: TierCause::Policy,
                score: (offer.score * 1e6).round() as i64,
                share: (offer.share * 1e6).round() as i64,
            };
            (id, change)
        })
        .collect();
    if !changes.is_empty() {
        store.freeze_month(now.today().month_index() - 1, &[], &changes, now)?;
    }
    Ok(())
}
