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
use chrono::Datelike;

/// What something is called in both languages of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
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
    /// The wish that is customary. None where there is none of its own.
    pub wish: Option<Names>,
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
