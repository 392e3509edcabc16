//! The values of a form as the book takes them. What cannot be read is said at its field, and the caret goes to the first such field.

use super::field::{Reads, typed_date};
use super::{Form, FormField};
use crate::app::dates::Typed;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::when::Look;
use crate::portfolio::Snapshot;

/// Reads a form's fields by their names.
pub struct Reader<'a> {
    /// The form.
    pub form: &'a mut Form,
    /// The clock.
    pub now: &'a Now,
    /// The book.
    pub book: &'a Snapshot,
    bad: Option<(usize, usize)>,
}

impl<'a> Reader<'a> {
    /// A reader of a form, errors of the last attempt forgotten.
    pub fn new(form: &'a mut Form, book: &'a Snapshot, now: &'a Now) -> Reader<'a> {
        form.fields.iter_mut().for_each(|f| f.error = None);
        Reader { form, now, book, bad: None }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.form.fields.iter().position(|f| f.name == name)
    }

    fn field(&self, name: &str) -> Option<&FormField> {
        self.form.fields.iter().find(|f| f.name == name)
    }

    /// The content of a field.
    pub fn text(&self, name: &str) -> String {
        self.field(name).map(|f| f.value().to_owned()).unwrap_or_default()
    }

    /// What stood in a field when the form was opened.
    pub fn was(&self, name: &str) -> &str {
        self.field(name).and_then(|f| f.parts.first()).map_or("", |p| &p.before)
    }

    /// Whether a field was changed.
    pub fn is_changed(&self, name: &str) -> bool {
        self.field(name).is_some_and(FormField::is_changed)
    }

    /// Whether a field must make sense: it was changed, or everything is new.
    fn counts(&self, name: &str) -> bool {
        self.form.subject.is_new() || self.is_changed(name)
    }

    /// A value that was changed.
    pub fn set<T>(&self, name: &str, value: T) -> Option<T> {
        self.is_changed(name).then_some(value)
    }

    /// A text that may be empty.
    pub fn maybe(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|t| !t.is_empty())
    }

    /// The same when it was changed.
    pub fn changed_text(&self, name: &str) -> Option<Option<String>> {
        self.set(name, self.maybe(name))
    }

    /// Says why a field was not taken.
    pub fn fail(&mut self, at: usize, part: usize, why: Message) {
        if let Some(field) = self.form.fields.get_mut(at) {
            field.error.get_or_insert(why);
            self.bad = Some(self.bad.map_or((at, part), |before| before.min((at, part))));
        }
    }

    /// The same by the field's name.
    pub fn refuse(&mut self, name: &str, why: Message) {
        if let Some(at) = self.place(name) {
            self.fail(at, 0, why);
        }
    }

    /// A text that must not be empty.
    pub fn needed(&mut self, name: &str, why: &'static str) -> String {
        let text = self.text(name);
        if text.is_empty() && self.counts(name) {
            self.refuse(name, Message::new(why));
        }
        text
    }

    /// A typed date.
    pub fn date(&mut self, name: &str) -> Option<Typed> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let look = self.field(name).and_then(|f| f.parts.first()).map(|p| p.reads);
        let look = if let Some(Reads::Date(look)) = look { look } else { Look::Ahead };
        match typed_date(&text, look, self.now) {
            Ok(typed) => Some(typed),
            Err(why) => {
                if self.counts(name) {
                    self.refuse(name, why);
                }
                None
            }
        }
    }

    /// A typed day.
    pub fn day(&mut self, name: &str) -> Option<Day> {
        self.date(name).map(|typed| typed.day)
    }

    /// A day that must be there.
    pub fn needed_day(&mut self, name: &str) -> Option<Typed> {
        self.needed(name, "form-needs-day");
        self.date(name)
    }

    /// A moment that must be there; a bare day is taken at its opening.
    pub fn needed_moment(&mut self, name: &str) -> Option<Moment> {
        let typed = self.needed_day(name)?;
        Some(typed.at.unwrap_or_else(|| self.book.time.opening_moment(typed.day, self.now.zone)))
    }

    /// A moment that must be there and lies behind; a bare day is taken at the time it is now, which is never ahead.
    pub fn past_moment(&mut self, name: &str) -> Option<Moment> {
        let typed = self.needed_day(name)?;
        let now = self.now;
        let at = typed.at.unwrap_or_else(|| typed.day.at(now.instant.local(now.zone).time(), now.zone));
        if at > now.instant && self.is_changed(name) {
            self.refuse(name, Message::new("line-not-past"));
        }
        Some(at)
    }

    /// A whole number within bounds; empty is none.
    pub fn number(&mut self, name: &str, from: i64, to: i64) -> Option<i64> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let plain: String = text.chars().map(half_width).collect();
        let number = plain.parse::<i64>().ok().filter(|n| (from..=to).contains(n));
        if number.is_none() && self.counts(name) {
            self.refuse(name, Message::new("form-number").with("from", from).with("to", to));
        }
        number
    }

    /// An amount; empty is none.
    pub fn money(&mut self, name: &str) -> Option<Money> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let money = Money::read(&text, self.book.currency);
        if money.is_none() && self.counts(name) {
            self.refuse(name, Message::new("form-amount"));
        }
        money
    }

    /// A chosen value.
    pub fn chosen<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        parse(&self.text(name))
    }

    /// A chosen row of the book.
    pub fn id(&self, name: &str) -> Option<Id> {
        self.text(name).parse().ok().map(Id)
    }

    /// Whether all could be read; else the caret goes to the first field that could not.
    ///
    /// # Errors
    /// That something could not.
    pub fn finish(self) -> Result<(), Message> {
        match self.bad {
            Some((at, part)) => {
                (self.form.at, self.form.part) = (at, part);
                Err(Message::new("form-not-saved"))
            }
            None => Ok(()),
        }
    }
}

/// Digits of a Chinese input method are digits.
fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        _ => c,
    }
}

/// The tags of a text: parted by commas or by blanks before a `#`.
pub fn tags(text: &str) -> Vec<String> {
    text.replace(" #", ",")
        .split([',', '，', '、'])
        .map(|t| t.trim())
        .map(|t| t.trim_start_matches(['#', '＃']).to_owned())
        .filter(|t| !t.is_empty())
        .collect()
}
