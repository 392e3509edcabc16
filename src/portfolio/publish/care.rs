//! Care dates in the calendar: birthdays, anniversaries and holidays that nobody has seen to yet.

use super::{Publication, stamp};
use crate::domain::care::Rule;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::Channel;
use crate::interchange::ics::{Entry, When};
use crate::portfolio::care::CareDay;
use chrono::Datelike;

/// The hour of a day on which its lead time begins.
const MORNING: i32 = 9;

impl Publication<'_> {
    /// The care dates up to a day; a missed one stands on today as long as a belated wish is still one.
    pub(super) fn care(&self, until: Day) -> Vec<Entry> {
        let today = self.book.now.today();
        let days = self.book.care(today.plus(-self.book.policy.care.belated), until);
        days.iter().filter(|care| care.done.is_none()).filter_map(|care| self.care_day(care, today)).collect()
    }

    fn care_day(&self, care: &CareDay, today: Day) -> Option<Entry> {
        let date = care.day.date();
        // By year and month: a lunar date can come twice in one year of the Gregorian calendar.
        let of_year = |what: String| format!("touchbase-{what}-{}{:02}", date.year(), date.month());
        let (uid, row) = match (care.target, care.client) {
            (Target::Care(id), _) => (of_year(format!("care-{id}")), id),
            (Target::Anniversary, Some(client)) => (of_year(format!("anniversary-{client}")), client),
            (Target::Holiday(code), _) => (of_year(format!("holiday-{code}")), Id(0)),
            _ => return None,
        };
        let mut text: Vec<String> = (care.day < today).then(|| self.late(care.day)).into_iter().collect();
        text.extend(rule(care.rule).map(|rule| self.say(&rule)));
        let title = match care.client {
            None => Message::new("publish-holiday").with("title", care.title.clone()).with("clients", care.clients.len()),
            Some(id) => {
                let client = self.book.client(id)?;
                let person = care.person.and_then(|person| self.reach.get(&id)?.known(person));
                text.extend(self.lines_of(client, Channel::Message, person));
                Message::new("publish-care").with("title", care.title.clone()).with("client", self.name(client.name()))
            }
        };
        Some(Entry {
            uid,
            stamp: stamp(row),
            when: When::Day(care.day.max(today)),
            title: capital(&self.say(&title)),
            place: None,
            text,
            // A gift takes time: on the morning of the first day of the lead time.
            alarm: (care.lead > 0 && care.day > today).then(|| care.lead * 24 * 60 - MORNING * 60),
        })
    }
}

/// How a date found its day, where that is not its own.
fn rule(rule: Rule) -> Option<Message> {
    Some(Message::new(match rule {
        Rule::Exact => return None,
        Rule::NoLeapMonth => "publish-rule-ordinary-month",
        Rule::ShortMonth => "publish-rule-short-month",
        Rule::ShortOrdinaryMonth => "publish-rule-short-ordinary-month",
        Rule::NoLeapDay => "publish-rule-leap-day",
    }))
}

/// A title begins with a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
