//! The sorting deck: active clients without a tier, one card each, for whoever decides A, B or C by a look.
//! What the decision writes is `Action`'s; how a card is drawn is a face's.

use super::assess::Assessed;
use super::load::Snapshot;
use crate::domain::facts::TouchRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::words::{Status, Tier};
use std::cmp::Reverse;
use std::collections::HashMap;

/// One client to be sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The client.
    pub client: Id,
    /// Name as typed.
    pub name: String,
    /// The last touch of any outcome.
    pub last: Option<TouchRow>,
    /// Touches so far.
    pub touches: u32,
    /// Billed in the last 365 days in the base currency.
    pub billed: Option<Money>,
    /// Industry, for who does not remember the name.
    pub industry: Option<String>,
    /// Tags, sorted.
    pub tags: Vec<String>,
    /// People known there.
    pub people: usize,
    /// A tier that suggests itself.
    pub suggested: Option<Tier>,
    /// Why it is suggested, or why nothing is.
    pub why: Message,
}

/// Whether a client belongs into the deck: an active one that no pin and no figures give a tier.
pub fn to_sort(client: &Assessed) -> bool {
    client.facts.exists && client.status == Status::Active && client.tier.tier.is_none()
}

/// The deck: who was in touch last comes first, of the same day the one who was billed most, then by name. `people` counts the people of
/// each client, see [`crate::store::Store::people_counts`].
pub fn cards(snapshot: &Snapshot, people: &HashMap<Id, usize>) -> Vec<Card> {
    let mut cards: Vec<Card> = snapshot.clients.iter().filter(|c| to_sort(c)).map(|c| card(snapshot, c, people)).collect();
    let zone = snapshot.now.zone;
    cards.sort_by_cached_key(|c| {
        let day = c.last.map(|t| t.at.day(zone));
        (Reverse(day), Reverse(c.billed.map(|m| m.minor)), c.name.clone(), c.client)
    });
    cards
}

fn card(snapshot: &Snapshot, client: &Assessed, people: &HashMap<Id, usize>) -> Card {
    let facts = &client.facts;
    let (suggested, why) = suggestion(client);
    Card {
        client: client.id(),
        name: client.name().to_owned(),
        last: facts.last_touch,
        touches: facts.touches,
        billed: facts.billed_year.map(|minor| Money { minor, currency: snapshot.currency }),
        industry: facts.client.industry.clone(),
        tags: facts.tags.clone(),
        people: people.get(&client.id()).copied().unwrap_or(0),
        suggested,
        why,
    }
}

/// The computed tier where there is one that is only advice; a running project says at least B; nothing else is guessed.
fn suggestion(client: &Assessed) -> (Option<Tier>, Message) {
    if let Some(tier) = client.tier.computed {
        return (Some(tier), Message::new("deck-computed").with("tier", tier));
    }
    if client.facts.values[0].open_engagement {
        return (Some(Tier::B), Message::new("deck-project"));
    }
    (None, Message::new("deck-unknown"))
}
