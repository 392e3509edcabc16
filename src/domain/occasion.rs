//! Occasions of a culture: on which day a holiday falls, what it is called, and whether clients are wished well on it.
//! Where the files lie is `occasions`' business; who is greeted when is the portfolio's, what a greeting says the templates'.

mod code;
mod parse;
mod rule;

pub use code::Code;
pub(crate) use parse::complaint;
pub use parse::{Include, Sheet};
pub use rule::DayRule;

use super::day::Day;
use super::words::Language;
use chrono::Datelike;
use std::sync::Arc;

/// What something is called in both languages of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
}

impl Names {
    /// In a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

/// A day of the year that means something to clients of a culture (S47).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// What it is stored as. Cultures that share an occasion share its code.
    pub code: Code,
    /// Its names.
    pub names: Names,
    /// When it is.
    pub rule: DayRule,
    /// Whether clients are wished well on it unless somebody says otherwise; never so on a day of mourning.
    pub greet: bool,
    /// Whether it is a day of mourning or remembrance.
    pub mourning: bool,
    /// The wish that is customary, without a mark at its end. None where there is none of its own.
    pub wish: Option<Names>,
}

impl Occasion {
    /// Its name in a language.
    pub fn name(&self, language: Language) -> &str {
        self.names.get(language)
    }

    /// The wish that is customary, in a language.
    pub fn wish(&self, language: Language) -> Option<&str> {
        self.wish.as_ref().map(|wish| wish.get(language))
    }
}

/// The occasions of a culture, with those that it takes over from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Culture {
    /// What it is stored as: letters, digits and hyphens, as in a [`Code`].
    pub code: String,
    /// Its names.
    pub names: Names,
    /// Its occasions, each code once.
    pub occasions: Vec<Occasion>,
}

impl Culture {
    /// Every day of a Gregorian year that has an occasion, in order; two on one day in the order of the file. An occasion that moves
    /// through the year may have two days in one, or none.
    pub fn days(&self, year: i32) -> Vec<(&Occasion, Day)> {
        let mut days: Vec<(&Occasion, Day)> =
            self.occasions.iter().flat_map(|o| o.rule.days(year).into_iter().map(move |day| (o, day))).collect();
        days.sort_by_key(|(_, day)| *day);
        days
    }

    /// The same for a stretch, both ends included.
    pub fn between(&self, first: Day, last: Day) -> Vec<(&Occasion, Day)> {
        let years = first.date().year()..=last.date().year();
        years.flat_map(|year| self.days(year)).filter(|(_, day)| (first..=last).contains(day)).collect()
    }

    /// The occasion of a code.
    pub fn occasion(&self, code: Code) -> Option<&Occasion> {
        self.occasions.iter().find(|o| o.code == code)
    }

    /// The occasions of which nobody has said yet when they are in that year: those with listed days, behind the end of their list.
    pub fn unknown(&self, year: i32) -> Vec<&Occasion> {
        self.occasions.iter().filter(|o| !o.rule.knows(year)).collect()
    }
}

/// Every culture that can be read, and the language the user reads.
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

    /// An occasion by its code, in any culture. What one culture wishes on it may differ from another: ask the client's own first.
    pub fn occasion(&self, code: Code) -> Option<&Occasion> {
        self.all.iter().find_map(|c| c.occasion(code))
    }
}
