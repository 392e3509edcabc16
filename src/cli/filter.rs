//! The filter of `client list` and `export`: what a client is found by beside its own row, read where free text or notes are asked for.
//! The conditions themselves are `portfolio::filter`'s.

use super::context::Book;
use super::errors::{USAGE, fail};
use crate::domain::id::Id;
use crate::portfolio::{Assessed, filter};
use crate::text::{Needle, fold};
use anyhow::Result;
use std::collections::HashMap;

/// A filter with what it needs from the file.
pub struct Filter {
    filter: filter::Filter,
    needles: Vec<Needle>,
    /// What else a client is found by: people, addresses, aliases.
    more: HashMap<Id, Vec<String>>,
}

impl Filter {
    /// Reads the filter of a command line.
    pub fn parse(book: &Book, words: &[String]) -> Result<Filter> {
        let parsed = filter::Filter::parse_words(words.iter().map(String::as_str), &book.now);
        let (mut filter, _) = parsed.map_err(|message| fail(USAGE, message))?;
        filter.look_up(|text| book.store.clients_with_note(text))?;
        let mut more: HashMap<Id, Vec<String>> = HashMap::new();
        let needles = filter.needles();
        if !needles.is_empty() {
            for row in book.store.search_rows()? {
                let people = row.people.into_iter().flat_map(|(_, key, initials)| [key, initials]);
                more.entry(row.client).or_default().extend(people.chain(row.points.iter().map(|p| fold(p))));
            }
            for row in book.store.names()? {
                more.entry(row.id).or_default().extend(row.aliases);
            }
        }
        Ok(Filter { filter, needles, more })
    }

    /// Whether a tier is asked for.
    pub fn names_tier(&self) -> bool {
        self.filter.names_tier()
    }

    /// Whether a client passes.
    pub fn passes(&self, client: &Assessed) -> bool {
        let more = self.more.get(&client.id()).map_or(&[][..], Vec::as_slice);
        self.filter.passes(client) && filter::text_passes(&self.needles, client, more)
    }
}
