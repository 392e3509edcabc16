//! The filter over the whole book: names by pinyin, initials and parts, and people, addresses, tags and industries by substring.
//! How a name is matched is the work of `text`.

use super::field::Field;
use crate::domain::id::Id;
use crate::text::{self, NameKeys, Needle};

/// The filter.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// What is typed.
    pub field: Field,
    /// Whether keys go into the field; after Enter it stays as a filter.
    pub typing: bool,
}

impl Find {
    /// An empty filter that takes letters.
    pub fn open() -> Find {
        Find { field: Field::default(), typing: true }
    }

    /// What is searched for.
    pub fn needle(&self) -> Needle {
        Needle::new(self.field.trimmed())
    }
}

/// One client as the filter sees it.
pub struct Findable {
    /// Whom a hit means.
    pub id: Id,
    /// Its name and former names.
    pub names: Vec<NameKeys>,
    /// Names of its people.
    pub people: Vec<NameKeys>,
    /// Folded addresses, tags, industry.
    pub parts: Vec<String>,
}

/// What the filter searches.
#[derive(Default)]
pub struct Finder {
    /// Every client, by id.
    pub clients: Vec<Findable>,
}

impl Finder {
    /// Puts `fresh` in place of what is known of `clients`; of all when none is named.
    pub fn renew(&mut self, fresh: Finder, clients: &[Id]) {
        if clients.is_empty() {
            *self = fresh;
            return;
        }
        self.clients.retain(|c| !clients.contains(&c.id));
        self.clients.extend(fresh.clients);
        self.clients.sort_by_key(|c| c.id);
    }

    /// The clients that match, best first; of equals the earlier one in the book.
    pub fn hits(&self, needle: &Needle) -> Vec<Id> {
        let mut hits: Vec<(u32, Id)> = self.clients.iter().filter_map(|c| Some((c.score(needle)?, c.id))).collect();
        hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        hits.into_iter().map(|(_, id)| id).collect()
    }
}

impl Findable {
    fn score(&self, needle: &Needle) -> Option<u32> {
        let best = |names: &[NameKeys]| names.iter().filter_map(|n| text::matches(needle, n)).max();
        // Names weigh more than the people, those more than whatever else stands with the client.
        let by_name = best(&self.names).map(|s| s.saturating_add(2_000_000));
        by_name
            .or_else(|| best(&self.people).map(|s| s.saturating_add(1_000_000)))
            .or_else(|| self.parts.iter().any(|p| needle.contains(p)).then_some(1))
    }
}
