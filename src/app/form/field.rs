//! A field of a form: one value, or a row of several (kind, address, label). How it is typed, chosen and shown to be understood.
//! Which fields a form has is its own module's business; what the values mean for the book is `read`'s.

use super::Subject;
use crate::app::dates::{self, Typed};
use crate::app::field::Field;
use crate::app::key::{Key, KeyCode};
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::{Currency, Money};
use crate::domain::when::Look;

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// As it stands.
    Text,
    /// As it stands, line ends too.
    Note,
    /// As a day, or a moment where a time was named.
    Date(Look),
    /// As an amount.
    Money,
}

/// What Enter does on a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Saves the form.
    Save,
    /// Takes the fact back.
    Remove,
    /// Opens another form in front of this one.
    Open(Subject),
}

/// One of several values.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The code of the value.
    pub code: String,
    /// Its name.
    pub name: Message,
}

impl Choice {
    /// A choice with a name of the catalogue.
    pub fn new(code: &str, name: &'static str) -> Choice {
        Choice { code: code.to_owned(), name: Message::new(name) }
    }

    /// No choice made.
    pub fn none() -> Choice {
        Choice::new("", "form-field-none")
    }
}

/// What is being typed or chosen.
#[derive(Debug, Clone)]
pub enum Input {
    /// Text.
    Text(Field),
    /// One of several, and which.
    Choice(Vec<Choice>, usize),
    /// Something Enter does, and its words.
    Button(Press, Message),
    /// Words to read only.
    Fixed(Message),
}

/// One value of a field.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its present content.
    pub input: Input,
    /// How its text is read.
    pub reads: Reads,
    /// What stood there when the form was opened.
    pub before: String,
}

impl Part {
    /// A text.
    pub fn text(content: &str, reads: Reads) -> Part {
        Part { input: Input::Text(Field::new(content)), reads, before: content.trim().to_owned() }
    }

    /// One of several values; one that is not among them is added, so that it is not lost.
    pub fn choice(mut choices: Vec<Choice>, code: &str) -> Part {
        let at = match choices.iter().position(|c| c.code == code) {
            Some(at) => at,
            None => {
                choices.push(Choice { code: code.to_owned(), name: Message::new("plain-text").with("text", code) });
                choices.len() - 1
            }
        };
        Part { input: Input::Choice(choices, at), reads: Reads::Text, before: code.to_owned() }
    }

    /// The content as text or code.
    pub fn value(&self) -> &str {
        match &self.input {
            Input::Text(field) => field.trimmed(),
            Input::Choice(choices, at) => choices.get(*at).map_or("", |c| &c.code),
            Input::Button(..) | Input::Fixed(_) => "",
        }
    }

    /// Whether it was changed.
    pub fn is_changed(&self) -> bool {
        self.value() != self.before
    }

    /// What a typed date or amount is understood as; nothing while there is no text, or for what reads as it is typed.
    pub fn understood(&self, currency: Currency, now: &Now) -> Option<Message> {
        let text = self.value();
        if text.is_empty() {
            return None;
        }
        match self.reads {
            Reads::Date(look) => Some(match typed_date(text, look, now) {
                Ok(Typed { at: Some(at), .. }) => Message::new("form-understood").with("value", at),
                Ok(Typed { day, .. }) => Message::new("form-understood").with("value", day),
                Err(_) => Message::new("form-not-a-date"),
            }),
            Reads::Money => Some(match Money::read(text, currency) {
                Some(money) => Message::new("form-understood").with("value", money),
                None => Message::new("form-amount"),
            }),
            Reads::Text | Reads::Note => None,
        }
    }

    /// A key that is no command of the form; `false` when it means nothing here.
    pub fn key(&mut self, key: Key) -> bool {
        // A day that is typed over one that stood there takes its place: nobody adds letters to a date.
        let is_date = matches!(self.reads, Reads::Date(_)) && key.typed().is_some_and(|c| c != ' ');
        let untouched = is_date && !self.before.is_empty();
        match &mut self.input {
            Input::Text(text) => {
                if untouched && text.trimmed() == self.before && text.caret() == text.text().chars().count() {
                    *text = Field::default();
                }
                text.key(key)
            }
            Input::Choice(choices, at) => {
                let Some(next) = chosen(choices, *at, key) else { return false };
                *at = next;
                true
            }
            Input::Button(..) | Input::Fixed(_) => false,
        }
    }

    /// Puts another text in place.
    pub fn set(&mut self, text: &str) {
        if let Input::Text(field) = &mut self.input {
            *field = Field::new(text);
        }
    }
}

/// Arrows and Space go round, a digit names the line, a letter the next code that begins with it.
fn chosen(choices: &[Choice], at: usize, key: Key) -> Option<usize> {
    let count = choices.len().max(1);
    match key.code {
        KeyCode::Left => Some((at + count - 1) % count),
        KeyCode::Right | KeyCode::Char(' ') => Some((at + 1) % count),
        KeyCode::Char(c) if c.is_ascii_digit() => {
            let n = c.to_digit(10).unwrap_or(0) as usize;
            (1..=choices.len()).contains(&n).then(|| n - 1)
        }
        KeyCode::Char(c) if key.typed().is_some() => {
            let c = c.to_ascii_lowercase();
            let fits = |i: &usize| choices[*i].code.to_ascii_lowercase().starts_with(c);
            (at + 1..choices.len()).chain(0..choices.len()).find(fits)
        }
        _ => None,
    }
}

/// A date as it is read in a form.
pub fn typed_date(text: &str, look: Look, now: &Now) -> Result<Typed, Message> {
    match look {
        Look::Ahead => dates::ahead(text, now),
        Look::Back => dates::back(text, now),
    }
}

/// One field.
#[derive(Debug, Clone)]
pub struct FormField {
    /// The catalogue id of its label: what it is called in code too.
    pub name: &'static str,
    /// The row of the book it is about, where there are several of its name.
    pub row: Option<Id>,
    /// The person it belongs to, where it is not the client's own.
    pub owner: Option<Id>,
    /// What stands in the place of the label.
    pub caption: Option<Message>,
    /// Its values.
    pub parts: Vec<Part>,
    /// Why it was not taken.
    pub error: Option<Message>,
}

impl FormField {
    fn of(name: &'static str, parts: Vec<Part>) -> FormField {
        FormField { name, row: None, owner: None, caption: None, parts, error: None }
    }

    /// A line of text.
    pub fn text(name: &'static str, content: &str) -> FormField {
        FormField::of(name, vec![Part::text(content, Reads::Text)])
    }

    /// A text that may have several lines. Its line ends stay in the field: they can be deleted there and, as no key types one, never
    /// be mistaken for text.
    pub fn note(name: &'static str, content: Option<&str>) -> FormField {
        FormField::of(name, vec![Part::text(&content.unwrap_or_default().replace("\r\n", "\n"), Reads::Note)])
    }

    /// A day.
    pub fn day(name: &'static str, day: Option<Day>, look: Look) -> FormField {
        FormField::date(name, &day.map(|d| d.to_string()).unwrap_or_default(), look)
    }

    /// A day or moment as written.
    pub fn date(name: &'static str, content: &str, look: Look) -> FormField {
        FormField::of(name, vec![Part::text(content, Reads::Date(look))])
    }

    /// An amount.
    pub fn money(name: &'static str, money: Option<Money>) -> FormField {
        let content = money.map(|m| format!("{} {}", m.plain(), m.currency.as_str())).unwrap_or_default();
        FormField::of(name, vec![Part::text(&content, Reads::Money)])
    }

    /// A number.
    pub fn number(name: &'static str, number: Option<i64>) -> FormField {
        FormField::text(name, &number.map(|n| n.to_string()).unwrap_or_default())
    }

    /// One of several values.
    pub fn choice(name: &'static str, choices: Vec<Choice>, code: &str) -> FormField {
        FormField::of(name, vec![Part::choice(choices, code)])
    }

    /// Several values in one row, about a row of the book or a new one.
    pub fn row(name: &'static str, row: Option<Id>, parts: Vec<Part>) -> FormField {
        FormField { row, ..FormField::of(name, parts) }
    }

    /// Something Enter does.
    pub fn button(name: &'static str, row: Option<Id>, press: Press, words: Message) -> FormField {
        let part = Part { input: Input::Button(press, words), reads: Reads::Text, before: String::new() };
        FormField::row(name, row, vec![part])
    }

    /// Words to read only.
    pub fn fixed(name: &'static str, words: Message) -> FormField {
        FormField::of(name, vec![Part { input: Input::Fixed(words), reads: Reads::Text, before: String::new() }])
    }

    /// The content of its first value.
    pub fn value(&self) -> &str {
        self.parts.first().map_or("", Part::value)
    }

    /// Whether any of it was changed. Of a new row only what it is about counts.
    pub fn is_changed(&self) -> bool {
        match &self.parts[..] {
            [_, about, ..] if self.row.is_none() => about.is_changed(),
            parts => parts.iter().any(Part::is_changed),
        }
    }

    /// Whether it is a row for something new with nothing in it yet.
    pub fn is_blank(&self) -> bool {
        self.row.is_none() && self.parts.len() > 1 && !self.is_changed()
    }

    /// Whether the caret can stand in it.
    pub fn takes_keys(&self) -> bool {
        !self.parts.iter().all(|p| matches!(p.input, Input::Fixed(_)))
    }

    /// What the book says now, in one line.
    pub fn shown(&self) -> String {
        self.parts.iter().map(Part::value).filter(|v| !v.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
