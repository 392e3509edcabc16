//! The rows of Clients: the whole book by tier and value. What a column shows is the view's work.

use super::list::{Entry, Row, RowId};
use crate::domain::id::Id;
use crate::domain::words::Status;
use crate::i18n::Lang;
use crate::portfolio::{Assessed, Snapshot};
use crate::text;

/// What was billed in the last 365 days: the largest sum, and whether there are others in other currencies.
pub fn value(client: &Assessed) -> Option<(crate::domain::money::Money, bool)> {
    let sums = || client.facts.billed.iter().filter(|b| b.year != 0);
    let best = sums().max_by_key(|b| b.year)?;
    Some((crate::domain::money::Money { minor: best.year, currency: best.currency }, sums().count() > 1))
}

/// Whoever is served comes first.
fn standing(status: Status) -> u8 {
    match status {
        Status::Active => 0,
        Status::Lead => 1,
        Status::Dormant => 2,
        Status::Lost => 3,
        Status::Stopped => 4,
    }
}

/// The rows of Clients, with a filter only the hits, best first.
pub fn rows(book: &Snapshot, lang: Lang, found: Option<&[Id]>) -> Vec<Row> {
    let row = |id: Id| Row::Entry(Entry { id: RowId { client: Some(id), target: None }, items: Vec::new(), same: false });
    if let Some(found) = found {
        return found.iter().filter(|id| book.client(**id).is_some()).map(|id| row(*id)).collect();
    }
    let mut order: Vec<_> = book
        .clients
        .iter()
        .map(|c| {
            let tier = c.tier.tier.map_or(3, |t| t.rank());
            let value = value(c).map_or(0, |(money, _)| money.minor);
            (tier, standing(c.status), -value, text::sort_key(c.name(), lang), c.id())
        })
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(.., id)| row(id)).collect()
}
