//! Which notes fit what is typed, best first: by title, by tag, then by what they say. And the one a name means.

use super::{Note, Shelf, Uses};
use crate::i18n::Lang;
use crate::text::{NEAR_AT_MOST, Needle, TextKeys, fold, matches};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How often each note was used, by its name.
pub type Used = BTreeMap<String, Uses>;

/// What a name means.
#[derive(Debug)]
pub enum Named<'a> {
    /// This note.
    One(&'a Note),
    /// One of these.
    Many(Vec<&'a Note>),
    /// None; these come near.
    None(Vec<&'a Note>),
}

/// Where something was found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Near,
    Body,
    Parts,
    Tag,
    Title,
}

/// Notes named where a name means none of them.
const NEAR: usize = 5;

impl Shelf {
    /// The places of the notes that fit, best first; all of them where nothing is typed. Among equals the one that is used most comes
    /// first, one in another language last.
    pub fn find(&self, typed: &str, used: &Used, lang: Lang) -> Vec<usize> {
        let needle = Needle::new(typed);
        let words: Vec<Needle> = fold(typed).split(' ').filter(|word| !word.is_empty()).take(8).map(Needle::new).collect();
        let fits = |(n, note): (usize, &Note)| {
            let (place, score) = if needle.is_empty() { (Place::Title, 0) } else { note.fits(&needle, &words)? };
            let count = used.get(&note.name).map_or(0, |uses| uses.count);
            let foreign = note.lang.is_some_and(|own| own != lang);
            Some((Reverse((place, score)), Reverse(count), foreign, n))
        };
        let mut found: Vec<_> = self.notes.iter().enumerate().filter_map(fits).collect();
        found.sort_unstable();
        found.into_iter().map(|(.., n)| n).collect()
    }

    /// The note a name means: its path below the folder, the name of its file, its title, or a part of the title that only one has.
    pub fn named(&self, name: &str) -> Named<'_> {
        let name = name.trim();
        let path = name.strip_suffix(".md").unwrap_or(name);
        let key = fold(name);
        let tests: [&dyn Fn(&Note) -> bool; 4] = [
            &|note| note.name == path,
            &|note| note.name.rsplit('/').next() == Some(path),
            &|note| note.keys.title.key == key,
            &|note| !key.is_empty() && note.keys.title.key.contains(&key),
        ];
        for test in tests {
            let mut found: Vec<&Note> = self.notes.iter().filter(|note| test(note)).collect();
            match found.len() {
                0 => {}
                1 => return found.pop().map_or(Named::None(Vec::new()), Named::One),
                _ => return Named::Many(found),
            }
        }
        let near = self.find(name, &Used::new(), Lang::En);
        Named::None(near.into_iter().take(NEAR).filter_map(|n| self.notes.get(n)).collect())
    }
}

impl Note {
    /// Where it fits, and how well.
    fn fits(&self, needle: &Needle, words: &[Needle]) -> Option<(Place, u32)> {
        let title = matches(needle, &self.keys.title);
        if let Some(score) = title.filter(|score| *score > NEAR_AT_MOST) {
            return Some((Place::Title, score));
        }
        if let Some(score) = self.tagged(needle) {
            return Some((Place::Tag, score));
        }
        if words.len() > 1
            && let Some(score) = words.iter().map(|word| self.in_head(word)).min().flatten()
        {
            return Some((Place::Parts, score));
        }
        let body = self.keys.body.get_or_init(|| TextKeys::new(&self.body));
        let in_body = body.holds(needle).or_else(|| {
            // Each word somewhere; a title counts more than the text.
            let each: Option<Vec<u32>> = words.iter().map(|w| self.in_head(w).or_else(|| body.holds(w))).collect();
            each.filter(|each| each.len() > 1).map(|each| each.iter().sum::<u32>() / 100)
        });
        in_body.map(|score| (Place::Body, score)).or(title.map(|score| (Place::Near, score)))
    }

    fn tagged(&self, needle: &Needle) -> Option<u32> {
        self.keys.tags.iter().filter_map(|tag| matches(needle, tag)).filter(|score| *score > NEAR_AT_MOST).max()
    }

    fn in_head(&self, word: &Needle) -> Option<u32> {
        matches(word, &self.keys.title).filter(|score| *score > NEAR_AT_MOST).or_else(|| self.tagged(word))
    }
}
