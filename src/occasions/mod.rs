//! Cultures by code: the shipped ones, and the user's own in the configuration directory, which win; each with what it takes over from others.
//! What a file says and when an occasion is are `domain::occasion`'s; who is greeted is the portfolio's.

use crate::domain::message::Message;
use crate::domain::occasion::{Culture, Cultures, Include, Occasion, Sheet, complaint};
use crate::domain::words::Language;
use crate::own::Folder;
use std::path::Path;

/// The user's own cultures. They carry both languages, so that there is no folder for either.
const FOLDER: Folder = Folder { name: "occasions", ending: "toml" };

macro_rules! shipped {
    ($($code:literal),+ $(,)?) => {
        /// The shipped cultures: code, file.
        const SHIPPED: &[(&str, &str)] = &[$(($code, include_str!(concat!("../../assets/occasions/", $code, ".toml")))),+];
    };
}

shipped!("cn", "hk", "tw", "jp", "kr", "vn", "us", "gb", "de", "fr", "in", "western", "islamic", "jewish", "orthodox");

/// Every culture there is, the shipped codes first, then the user's own by code.
#[derive(Debug, Clone, Default)]
pub struct Library {
    entries: Vec<(String, Result<Culture, Message>)>,
}

/// A file, read or refused.
struct Entry {
    code: String,
    /// What errors call it.
    file: String,
    /// Whether it is the user's.
    own: bool,
    sheet: Result<Sheet, Message>,
}

impl Library {
    /// The shipped cultures alone.
    pub fn shipped() -> Library {
        Library::of(SHIPPED.iter().map(|(code, text)| Entry::shipped(code, text)).collect())
    }

    /// The shipped cultures and the user's own. One that cannot be read stands in its place with the reason, and hides no other.
    pub fn load(config_dir: &Path) -> Library {
        let own = FOLDER.names(config_dir, None);
        let more = own.iter().map(String::as_str).filter(|code| SHIPPED.iter().all(|(known, _)| known != code));
        let codes = SHIPPED.iter().map(|(code, _)| *code).chain(more);
        let entry = |code: &str| match FOLDER.text(config_dir, None, code) {
            Ok(Some((path, text))) => {
                let file = path.display().to_string();
                Entry { code: code.to_owned(), own: true, sheet: Sheet::parse(code, &file, &text), file }
            }
            Ok(None) => Entry::shipped(code, shipped_text(code).unwrap_or_default()),
            Err(why) => Entry { code: code.to_owned(), file: code.to_owned(), own: true, sheet: Err(why) },
        };
        Library::of(codes.map(entry).collect())
    }

    fn of(entries: Vec<Entry>) -> Library {
        let whole = |entry: &Entry| {
            let sheet = entry.sheet.as_ref().map_err(Clone::clone)?;
            let occasions = gather(entry, &entries, &mut Vec::new())?;
            Ok(Culture { occasions, ..sheet.culture.clone() })
        };
        Library { entries: entries.iter().map(|entry| (entry.code.clone(), whole(entry))).collect() }
    }

    /// Every code with its culture, or with what is wrong with its file.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Result<&Culture, &Message>)> {
        self.entries.iter().map(|(code, culture)| (code.as_str(), culture.as_ref()))
    }

    /// Those that can be read.
    pub fn known(&self) -> impl Iterator<Item = &Culture> {
        self.entries.iter().filter_map(|(_, culture)| culture.as_ref().ok())
    }

    /// Those that can be read, as the rules take them, with the user's language.
    pub fn cultures(&self, language: Language) -> Cultures {
        Cultures { all: self.known().cloned().collect(), language }
    }

    /// What is wrong with files, each mistake once: a culture that takes over a file with a mistake shares it.
    pub fn problems(&self) -> Vec<&Message> {
        let mut problems: Vec<&Message> = Vec::new();
        for why in self.entries.iter().filter_map(|(_, culture)| culture.as_ref().err()) {
            if !problems.contains(&why) {
                problems.push(why);
            }
        }
        problems
    }

    /// The culture of a code, or of a name in either language; `None` when there is none.
    ///
    /// # Errors
    /// What is wrong with its file.
    pub fn find(&self, text: &str) -> Result<Option<&Culture>, Message> {
        let key = crate::text::fold(text.trim());
        let of_code = self.entries.iter().find(|(code, _)| *code == key);
        let named =
            |culture: &&Culture| [&culture.names.en, &culture.names.zh].map(|name| crate::text::fold(name)).contains(&key);
        match of_code {
            Some((_, culture)) => culture.as_ref().map(Some).map_err(Clone::clone),
            None => Ok(self.known().find(named)),
        }
    }
}

impl Entry {
    fn shipped(code: &str, text: &str) -> Entry {
        Entry { code: code.to_owned(), file: code.to_owned(), own: false, sheet: Sheet::parse(code, code, text) }
    }
}

fn shipped_text(code: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(known, _)| *known == code).map(|(_, text)| *text)
}

/// What a file takes over and what it says itself. What is said later wins, the file's own last; a file that takes over its own name means
/// the shipped one. What is being read already is not read again, so that two files may name each other.
fn gather(entry: &Entry, all: &[Entry], seen: &mut Vec<String>) -> Result<Vec<Occasion>, Message> {
    let sheet = entry.sheet.as_ref().map_err(Clone::clone)?;
    seen.push(entry.code.clone());
    let mut whole = Vec::new();
    for include in &sheet.with {
        let unknown = || unknown(entry, include, all);
        let taken = if include.code == entry.code {
            let text = shipped_text(&include.code).filter(|_| entry.own).ok_or_else(unknown)?;
            gather(&Entry::shipped(&include.code, text), all, seen)?
        } else if seen.contains(&include.code) {
            continue;
        } else {
            gather(all.iter().find(|other| other.code == include.code).ok_or_else(unknown)?, all, seen)?
        };
        merge(&mut whole, &taken);
    }
    whole.retain(|occasion| !sheet.without.contains(&occasion.code));
    merge(&mut whole, &sheet.culture.occasions);
    Ok(whole)
}

fn merge(into: &mut Vec<Occasion>, more: &[Occasion]) {
    for occasion in more {
        match into.iter_mut().find(|there| there.code == occasion.code) {
            Some(there) => *there = occasion.clone(),
            None => into.push(occasion.clone()),
        }
    }
}

fn unknown(entry: &Entry, include: &Include, all: &[Entry]) -> Message {
    let known = all.iter().map(|entry| entry.code.as_str()).filter(|code| *code != entry.code).collect::<Vec<_>>().join(", ");
    let what = Message::new("occasion-no-culture").with("text", include.code.as_str()).with("known", known);
    complaint(&entry.file, include.line, what)
}

#[cfg(test)]
mod tests;
