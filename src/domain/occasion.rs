//! Holidays that clients are greeted on, by the culture they keep: their names and how their days are found.
//! Whose holidays they are and what is done about them is `portfolio::care`'s.

use super::care;
use super::day::Day;
use super::words::Language;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The name of an occasion as files and rows write it: lower-case letters, digits and hyphens, at most 24.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Code([u8; Code::LONGEST]);

impl Code {
    /// Letters of the longest one.
    pub const LONGEST: usize = 24;

    /// Reads a code; none where it has other letters, none at all, or too many.
    pub fn parse(text: &str) -> Option<Code> {
        let fits = !text.is_empty() && text.len() <= Code::LONGEST;
        let clean = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (fits && clean).then(|| Code(std::array::from_fn(|n| text.as_bytes().get(n).copied().unwrap_or(0))))
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(Code::LONGEST);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.as_str())
    }
}

/// How the day of an occasion is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayRule {
    /// Month and day of the common calendar.
    Fixed(u8, u8),
    /// Month and day of the lunar calendar.
    Lunar(u8, u8),
}

/// A holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// Its code.
    pub code: Code,
    /// Its name in English.
    pub en: String,
    /// Its name in Chinese.
    pub zh: String,
    /// Its day.
    pub rule: DayRule,
    /// Whether clients are greeted on it.
    pub greet: bool,
}

impl Occasion {
    /// Its name in a language.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

/// The holidays of a culture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Culture {
    /// Its code.
    pub code: String,
    /// Its holidays.
    pub occasions: Vec<Occasion>,
}

impl Culture {
    /// Its holidays of a year with their days, in order.
    pub fn days(&self, year: i32) -> Vec<(&Occasion, Day)> {
        let day = |o: &Occasion| match o.rule {
            DayRule::Fixed(month, day) => care::gregorian(year, month, day).map(|o| o.day),
            DayRule::Lunar(month, day) => care::lunar(year, month, false, day).map(|o| o.day),
        };
        let mut days: Vec<(&Occasion, Day)> = self.occasions.iter().filter_map(|o| Some((o, day(o)?))).collect();
        days.sort_by_key(|(_, day)| *day);
        days
    }
}

/// Every culture there is, and the language the user reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cultures {
    /// The cultures.
    pub all: Arc<[Culture]>,
    /// The user's language: clients of whom nothing else is known are written to in it.
    pub language: Language,
}

impl Default for Cultures {
    fn default() -> Cultures {
        Cultures { all: Arc::new([]), language: Language::En }
    }
}

impl Cultures {
    /// A culture by its code.
    pub fn get(&self, code: &str) -> Option<&Culture> {
        self.all.iter().find(|c| c.code == code)
    }

    /// An occasion by its code, in any culture.
    pub fn occasion(&self, code: Code) -> Option<&Occasion> {
        self.all.iter().flat_map(|c| &c.occasions).find(|o| o.code == code)
    }
}
