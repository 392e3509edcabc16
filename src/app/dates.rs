//! Typed dates as the screen's lines use them: forwards for what is to come, back for what has happened.

use crate::domain::day::{Day, Moment, Now};
use crate::domain::message::Message;
use crate::domain::when::{self, Look, When};
use std::ops::Range;

/// A typed day, with its moment when a time was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    /// The day.
    pub day: Day,
    /// The moment.
    pub at: Option<Moment>,
}

impl Typed {
    fn new(when: When, now: &Now) -> Typed {
        Typed { day: when.day, at: when.moment(now.zone) }
    }
}

fn parse(text: &str, now: &Now, look: Look) -> Result<Typed, Message> {
    when::parse(text, now, look).map(|when| Typed::new(when, now))
}

/// The first date of a line that names a client, and where it stands.
pub fn in_entry(line: &str, now: &Now) -> Option<(Range<usize>, Typed)> {
    when::find(line, now, Look::Ahead).map(|(range, when)| (range, Typed::new(when, now)))
}

/// The first date of running text, and where it stands.
pub fn in_text(line: &str, now: &Now) -> Option<(Range<usize>, Typed)> {
    when::find_in_text(line, now, Look::Ahead).map(|(range, when)| (range, Typed::new(when, now)))
}

/// What is to come: `fri`, `thu 15:00`, `+3d`.
pub fn ahead(text: &str, now: &Now) -> Result<Typed, Message> {
    parse(text, now, Look::Ahead)
}

/// What has happened: `yesterday 16:00`, `fri`.
pub fn back(text: &str, now: &Now) -> Result<Typed, Message> {
    parse(text, now, Look::Back)
}
