//! A small calendar to choose a day from, in front of a form. Which keys move it is the registry's business.

use super::form::typed_date;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::when::Look;

/// A day being chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picker {
    /// The chosen day.
    pub day: Day,
    /// Today.
    pub today: Day,
    /// The moment that was typed: its time of day is kept.
    at: Option<Moment>,
}

impl Picker {
    /// A calendar on the typed day, else on today.
    pub fn new(text: &str, look: Look, now: &Now) -> Picker {
        let typed = typed_date(text, look, now).ok();
        let today = now.today();
        Picker { day: typed.map_or(today, |t| t.day), today, at: typed.and_then(|t| t.at) }
    }

    /// Moves by days.
    pub fn days(&mut self, n: i32) {
        self.go(self.day.plus(n));
    }

    /// Moves by months, to the same day of the month where there is one.
    pub fn months(&mut self, n: i32) {
        self.go(self.day.plus_months(n));
    }

    /// Back to today.
    pub fn home(&mut self) {
        self.day = self.today;
    }

    /// A typed date must be one that can be read again.
    fn go(&mut self, day: Day) {
        use chrono::Datelike;
        if (1900..=2200).contains(&day.date().year()) {
            self.day = day;
        }
    }

    /// The chosen day as it is typed, with the time that was typed before.
    pub fn text(&self, now: &Now) -> String {
        match self.at {
            Some(at) => format!("{} {}", self.day, at.local(now.zone).format("%H:%M")),
            None => self.day.to_string(),
        }
    }
}
