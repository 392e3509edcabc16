//! The filter over the whole book: names by pinyin, initials and parts, and people, addresses, tags and industries by substring.
//! How a name is matched is the work of `text`.

use super::field::Field;
use crate::domain::id::Id;
use crate::portfolio::find::NEAR_AT_MOST;
use crate::text::{self, NameKeys, Needle};

/// The filter.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// What is typed.
    pub field: Field,
    /// Whether keys go into the field; after Enter it stays as a filter.
    pub typing: bool,
    /// The clients that match, best first; `None` while nothing is typed.
    pub hits: Option<Vec<Id>>,
}

impl Find {
    /// An empty filter that takes letters.
    pub fn open() -> Find {
        Find { field: Field::default(), typing: true, hits: None }
    }

    /// Searches for what is typed.
    pub fn search(&mut self, finder: &Finder) {
        let needle = Needle::new(self.field.trimmed());
        self.hits = (!needle.is_empty()).then(|| finder.hits(&needle));
    }
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
