//! The filter over the whole book: names by pinyin, initials and parts, people, addresses, tags and industries by substring, and the
//! tokens of lists. How a name is matched is the work of `text`, what a token means that of `portfolio::filter`.

use super::field::Field;
use super::list::RowId;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::portfolio::Snapshot;
use crate::portfolio::filter::Filter;
use crate::portfolio::find::NEAR_AT_MOST;
use crate::text::{self, NameKeys, Needle};
use std::collections::{HashMap, HashSet};

/// The filter.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// What is typed.
    pub field: Field,
    /// Whether keys go into the field; after Enter it stays as a filter.
    pub typing: bool,
    /// The row that was selected before; Esc while typing goes back to it.
    pub before: Option<RowId>,
    /// The clients that match, best first; `None` while nothing is typed.
    pub hits: Option<Vec<Id>>,
    /// The hits have an order of their own; those of tokens alone stand as the list does.
    pub ranked: bool,
    /// A tier is asked for.
    pub names_tier: bool,
    /// The words beside the tokens.
    pub words: String,
    /// What is to be said beside the text: a token that cannot be read, notes that are looked through on Enter.
    pub notice: Option<Message>,
    /// Who has a note with a word, looked up so far.
    pub notes: HashMap<String, HashSet<Id>>,
}

impl Find {
    /// An empty filter that takes letters.
    pub fn open() -> Find {
        Find { typing: true, ..Find::default() }
    }

    /// Searches for what is typed. Notes are not looked through at each letter: [`Find::unread_notes`] says which are wanted.
    pub fn search(&mut self, finder: &Finder, book: &Snapshot) {
        let text = self.field.trimmed().to_owned();
        self.notice = None;
        let (mut filter, words) = match Filter::parse(&text, &book.now) {
            Ok((filter, words)) if filter.has_conditions() => (filter, words),
            Ok(_) => (Filter::default(), text),
            Err(why) => {
                self.notice = Some(why);
                (Filter::default(), text)
            }
        };
        let notes = &self.notes;
        let mut unread = false;
        let looked: Result<(), std::convert::Infallible> = filter.look_up(|word| {
            unread |= !notes.contains_key(word);
            Ok(notes.get(word).cloned().unwrap_or_default())
        });
        if looked.is_ok() && unread {
            self.notice = Some(Message::new("find-notes-enter"));
        }
        let needle = Needle::new(&words);
        self.ranked = !needle.is_empty();
        let passes = |id: &Id| !filter.has_conditions() || book.client(*id).is_some_and(|c| filter.passes(c));
        self.hits = match (self.ranked, filter.has_conditions()) {
            (true, _) => Some(finder.hits(&needle).into_iter().filter(passes).collect()),
            (false, true) => Some(book.clients.iter().map(|c| c.id()).filter(passes).collect()),
            (false, false) => None,
        };
        self.names_tier = filter.names_tier();
        self.words = words;
    }

    /// The words that notes are still to be looked through for.
    pub fn unread_notes(&self, book: &Snapshot) -> Vec<String> {
        let mut words = Vec::new();
        if let Ok((mut filter, _)) = Filter::parse(self.field.trimmed(), &book.now) {
            let _ = filter.look_up(|word| {
                if !self.notes.contains_key(word) {
                    words.push(word.to_owned());
                }
                Ok::<_, std::convert::Infallible>(HashSet::new())
            });
        }
        words
    }
}

/// The hits of the filter, for the rows of a tab.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// Who.
    pub ids: &'a [Id],
    /// They stand best first; else as the tab's own rows do.
    pub ranked: bool,
}

/// One client as the filter sees it.
pub struct Findable {
    /// Whom a hit means.
    pub id: Id,
    /// Its name and former names.
    pub names: Vec<NameKeys>,
    /// Its people: what is searched, and the name.
    pub people: Vec<(NameKeys, String)>,
    /// Addresses, tags, industry: folded, and as typed.
    pub parts: Vec<(String, String)>,
}

/// What the filter searches.
#[derive(Default)]
pub struct Finder {
    /// Every client, in the order of their ids.
    pub clients: Vec<Findable>,
    /// All must be read before the filter is opened.
    pub stale: bool,
    /// These clients were changed since they were read.
    pub changed: Vec<Id>,
}

impl Finder {
    /// Notes that something was written: about these clients, or (`all`) about any.
    pub fn outdate(&mut self, clients: &[Id], all: bool) {
        self.stale |= all;
        self.changed.extend(clients);
    }

    /// Puts what was read of `clients` in the place of what was known of them; of all when none is named.
    pub fn renew(&mut self, mut fresh: Finder, clients: &[Id]) {
        if !clients.is_empty() {
            fresh.clients.extend(std::mem::take(&mut self.clients).into_iter().filter(|c| !clients.contains(&c.id)));
            fresh.clients.sort_by_key(|c| c.id);
        }
        *self = fresh;
    }

    /// The clients that match, best first; of equals the earlier one in the book. What only looks alike counts when nothing else does.
    pub fn hits(&self, needle: &Needle) -> Vec<Id> {
        let mut hits: Vec<(Fit, u32, Id)> =
            self.clients.iter().filter_map(|c| c.score(needle).map(|(fit, score)| (fit, score, c.id))).collect();
        if hits.iter().any(|(fit, ..)| *fit != Fit::Near) {
            hits.retain(|(fit, ..)| *fit != Fit::Near);
        }
        hits.sort_by_key(|(fit, score, _)| std::cmp::Reverse((*fit, *score)));
        hits.into_iter().map(|(.., id)| id).collect()
    }

    /// What of a hit matched when it was not its name: a person, an address, a tag.
    pub fn because(&self, id: Id, needle: &Needle) -> Option<&str> {
        let client = &self.clients[self.clients.binary_search_by_key(&id, |c| c.id).ok()?];
        match client.score(needle)? {
            (Fit::Person, score) => {
                let fits = |(keys, _): &&(NameKeys, String)| text::matches(needle, keys) == Some(score);
                client.people.iter().find(fits).map(|(_, name)| name.as_str())
            }
            (Fit::Part, _) => client.parts.iter().find(|(key, _)| needle.contains(key)).map(|(_, part)| part.as_str()),
            _ => None,
        }
    }
}

/// How a client fits, worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// A name that is only like what was typed.
    Near,
    /// An address, a tag, the industry.
    Part,
    /// One of its people.
    Person,
    /// Its name.
    Name,
}

impl Findable {
    fn score(&self, needle: &Needle) -> Option<(Fit, u32)> {
        let name = self.names.iter().filter_map(|n| text::matches(needle, n)).max();
        let person = self.people.iter().filter_map(|(n, _)| text::matches(needle, n)).max();
        let solid = |score: Option<u32>, fit| score.filter(|s| *s > NEAR_AT_MOST).map(|s| (fit, s));
        solid(name, Fit::Name)
            .or_else(|| solid(person, Fit::Person))
            .or_else(|| self.parts.iter().any(|(key, _)| needle.contains(key)).then_some((Fit::Part, 0)))
            .or_else(|| name.max(person).map(|s| (Fit::Near, s)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(id: i64, name: &str, person: &str, part: &str) -> Findable {
        let people = if person.is_empty() { vec![] } else { vec![(NameKeys::new(person), person.to_owned())] };
        let parts = vec![(text::fold(part), part.to_owned())];
        Findable { id: Id(id), names: vec![NameKeys::new(name)], people, parts }
    }

    #[test]
    fn names_come_before_people_and_those_before_whatever_else() {
        let finder = Finder {
            clients: vec![
                client(1, "Delta Foods", "", "广交会"),
                client(2, "Orchid", "Delta Smith", "021 5550 1234"),
                client(3, "海川阀门", "王总", "delta"),
                client(4, "Dealt Tools", "", ""),
            ],
            stale: false,
            changed: Vec::new(),
        };
        let hits = |text: &str| finder.hits(&Needle::new(text)).iter().map(|id| id.0).collect::<Vec<_>>();
        assert_eq!(hits("delta"), [1, 2, 3]);
        assert_eq!(hits("haichuan"), [3]);
        assert_eq!(hits("hcfm"), [3]);
        assert_eq!(hits("wang"), [3]);
        assert_eq!(hits("广交"), [1]);
        assert_eq!(hits("55501234"), [2]);
        assert_eq!(hits("zzzz"), Vec::<i64>::new());
        let because = |text: &str, id| finder.because(Id(id), &Needle::new(text));
        assert_eq!(because("delta", 1), None, "its name needs no reason");
        assert_eq!(because("delta", 2), Some("Delta Smith"));
        assert_eq!(because("55501234", 2), Some("021 5550 1234"));
        assert_eq!(because("delta", 9), None);
    }
    #[test]
    fn changed_clients_are_renewed_and_the_others_stay() {
        let mut finder = Finder { clients: vec![client(1, "One", "", ""), client(2, "Two", "", "")], ..Finder::default() };
        finder.outdate(&[Id(1), Id(3), Id(2)], false);
        assert!(!finder.stale && finder.changed.len() == 3);
        let fresh = Finder { clients: vec![client(1, "Uno", "", ""), client(3, "Three", "", "")], ..Finder::default() };
        finder.renew(fresh, &[Id(1), Id(3), Id(2)]);
        let names: Vec<_> = finder.clients.iter().map(|c| (c.id.0, c.names[0].key.as_str())).collect();
        assert_eq!(names, [(1, "uno"), (3, "three")]);
        assert!(finder.changed.is_empty());
        finder.outdate(&[], true);
        assert!(finder.stale);
        finder.renew(Finder::default(), &[]);
        assert!(finder.clients.is_empty() && !finder.stale);
    }
}
