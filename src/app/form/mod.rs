//! Forms: fields with their errors in place, and only what was changed is written, as one step. Typed text is never lost: an error, a
//! refusal or a first Esc leave it standing. Which fields a fact has is its own module's business, how one is typed `field`'s.

mod appointment;
mod care_date;
mod case;
mod case_event;
mod client;
mod consent;
mod engagement;
mod field;
mod gift;
mod improvement;
mod invoice;
mod leave;
mod milestone;
mod open;
mod opportunity;
mod person;
mod plan;
mod points;
mod read;
mod relations;
mod survey;
mod task;
mod touch;

pub use field::{Choice, FormField, Input, Part, Press, Reads, typed_date};
pub use open::{Loaded, Source, Subject, open, open_subject};
pub use read::Reader;

use super::dialog::Dialog;
use super::field::Field;
use super::key::Key;
use super::model::Model;
use super::msg::Effect;
use super::picker::Picker;
use crate::domain::action::Action;
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::Status;
use crate::portfolio::Snapshot;
use crate::text;

/// A form.
#[derive(Debug, Clone)]
pub struct Form {
    /// What it is about.
    pub subject: Subject,
    /// What it is called.
    pub title: Message,
    /// The fields.
    pub fields: Vec<FormField>,
    /// The field with the caret.
    pub at: usize,
    /// The value of that field with the caret.
    pub part: usize,
    /// Esc was pressed once on unsaved text.
    pub warned: bool,
    /// Why it was not saved.
    pub error: Option<Message>,
    /// Why the client is stopped, once it was asked for.
    pub why: Option<String>,
    /// Rows were put in another order.
    pub moved: bool,
    /// Something was written from in front of it: what is read next is news to be taken over.
    pub expects: bool,
    /// The days off of which it shows what lies inside.
    pub inside: Option<(Day, Day)>,
    /// What was read for it.
    pub loaded: Box<Loaded>,
}

impl Form {
    /// The form filled with what is known.
    ///
    /// # Errors
    /// What it is about is gone, or over and no more to be changed.
    pub fn new(loaded: Loaded, book: &Snapshot) -> Result<Form, Message> {
        open::standing(&loaded, book)?;
        let fields = open::fields(&Source::of(&loaded, book)).ok_or_else(|| Message::new("item-gone"))?;
        let title = open::title(&loaded, book);
        let subject = loaded.subject;
        let loaded = Box::new(loaded);
        let mut form = Form {
            subject,
            title,
            fields,
            at: 0,
            part: 0,
            warned: false,
            error: None,
            why: None,
            moved: false,
            expects: false,
            inside: None,
            loaded,
        };
        if form.fields.first().is_some_and(|f| !f.takes_keys()) {
            form.step(1);
        }
        Ok(form)
    }

    /// Whether anything was changed.
    pub fn is_dirty(&self) -> bool {
        self.moved || self.fields.iter().any(FormField::is_changed)
    }

    /// Whether it stops the client, which needs a reason.
    pub fn is_stopping(&self) -> bool {
        let status = |f: &FormField| f.name == "form-field-status" && f.is_changed() && f.value() == Status::Stopped.code();
        matches!(self.subject, Subject::Client(_) | Subject::Review(_)) && self.fields.iter().any(status)
    }

    /// The field with the caret.
    pub fn field(&self) -> Option<&FormField> {
        self.fields.get(self.at)
    }

    /// The value with the caret.
    pub fn here(&self) -> Option<&Part> {
        self.field().and_then(|f| f.parts.get(self.part))
    }

    /// Brings the caret to a field.
    pub fn go_to(&mut self, field: usize, part: usize) {
        if self.fields.get(field).is_some_and(FormField::takes_keys) {
            (self.at, self.part) = (field, part.min(self.fields[field].parts.len().saturating_sub(1)));
        }
    }

    /// Moves the caret to another field, round.
    pub fn step(&mut self, n: isize) {
        let count = self.fields.len().max(1) as isize;
        for _ in 0..count {
            self.at = (self.at as isize + n).rem_euclid(count) as usize;
            if self.field().is_some_and(FormField::takes_keys) {
                break;
            }
        }
        // In a row of several values one types what it is about first.
        self.part = usize::from(self.field().is_some_and(|f| f.parts.len() > 1));
    }

    /// Moves the caret to the next value, of this field or of another one.
    pub fn step_part(&mut self, n: isize) {
        let parts = self.field().map_or(1, |f| f.parts.len());
        match self.part.checked_add_signed(n).filter(|part| *part < parts) {
            Some(part) => self.part = part,
            None => {
                self.step(n);
                let parts = self.field().map_or(1, |f| f.parts.len());
                self.part = if n < 0 { parts - 1 } else { 0 };
            }
        }
    }

    /// A key that is no command of the form.
    pub fn key(&mut self, key: Key) {
        self.warned = false;
        let (at, part) = (self.at, self.part);
        let Some(field) = self.fields.get_mut(at) else { return };
        if field.parts.get_mut(part).is_some_and(|p| p.key(key)) {
            field.error = None;
        }
        self.grow();
    }

    /// Pasted text goes into the field with the caret; a text of several lines keeps them.
    pub fn paste(&mut self, text: &str) {
        self.warned = false;
        let (at, part) = (self.at, self.part);
        if let Some(part) = self.fields.get_mut(at).and_then(|f| f.parts.get_mut(part)) {
            let lines = part.reads == Reads::Note;
            if let Input::Text(field) = &mut part.input {
                if lines { field.paste_lines(text) } else { field.paste(text) }
            }
        }
        self.grow();
    }

    /// The text for the user's editor, where the caret stands in one of several lines.
    pub fn for_editor(&self) -> Option<&str> {
        match self.here() {
            Some(Part { input: Input::Text(field), reads: Reads::Note, .. }) => Some(field.text()),
            _ => None,
        }
    }

    /// The editor's text.
    pub fn edited(&mut self, text: &str) {
        self.warned = false;
        let (at, part) = (self.at, self.part);
        if let Some(part) = self.fields.get_mut(at).and_then(|f| f.parts.get_mut(part)) {
            part.set(Field::of_lines(text).text());
        }
    }

    /// A calendar for the date with the caret.
    pub fn picker(&self, now: &Now) -> Option<Picker> {
        let part = self.here()?;
        let Reads::Date(look) = part.reads else { return None };
        Some(Picker::new(part.value(), look, now))
    }

    /// What a calendar was left with.
    pub fn pick(&mut self, text: &str) {
        self.warned = false;
        let (at, part) = (self.at, self.part);
        if let Some(field) = self.fields.get_mut(at) {
            field.error = None;
            if let Some(part) = field.parts.get_mut(part) {
                part.set(text);
            }
        }
    }

    /// There is always one blank row for something new, where a form has such rows.
    fn grow(&mut self) {
        for (name, blank) in [(points::NAME, points::blank as fn() -> FormField), (relations::NAME, relations::blank)] {
            let last = self.fields.iter().rposition(|f| f.name == name && f.row.is_none());
            if let Some(last) = last
                && !self.fields.iter().any(|f| f.name == name && f.is_blank())
            {
                self.fields.insert(last + 1, blank());
            }
        }
    }

    /// Puts lines to read below a field, in the place of those that stood there; the caret stays in the field it was in.
    fn put_below(&mut self, field: &str, name: &'static str, lines: Vec<Message>) {
        let here = self.field().map(|f| (f.name, f.row));
        self.fields.retain(|f| f.name != name);
        let at = self.fields.iter().position(|f| f.name == field).map_or(self.fields.len(), |n| n + 1);
        self.fields.splice(at..at, lines.into_iter().map(|line| FormField::fixed(name, line)));
        if let Some(at) = here.and_then(|here| self.fields.iter().position(|f| (f.name, f.row) == here)) {
            self.at = at;
        }
    }

    /// Whether the row with the caret can change places with one of its kind: up (-1) or down (1).
    pub fn neighbour(&self, n: isize) -> Option<usize> {
        let field = self.field().filter(|f| f.name == points::NAME && f.row.is_some())?;
        let alike =
            |f: &FormField| f.name == field.name && f.row.is_some() && f.owner == field.owner && f.value() == field.value();
        if n < 0 {
            self.fields[..self.at].iter().rposition(alike)
        } else {
            self.fields[self.at + 1..].iter().position(alike).map(|at| at + self.at + 1)
        }
    }

    /// Changes places: the first of a kind is the preferred one.
    pub fn shift(&mut self, n: isize) {
        if let Some(other) = self.neighbour(n) {
            self.fields.swap(self.at, other);
            self.at = other;
            self.moved = true;
            self.warned = false;
        }
    }

    /// Takes over what the book says now, where nothing was typed.
    pub fn take_news(&mut self, book: &Snapshot) {
        self.inside = None;
        if let Some(fresh) = open::fields(&Source::of(&self.loaded, book)) {
            self.meet(fresh, false);
        }
    }

    /// Compares with what the book says now: fields that somebody else changed meanwhile show both, and the next save replaces them.
    ///
    /// # Errors
    /// That there is such a field, or that what the form is about is gone.
    pub fn check(&mut self, book: &Snapshot) -> Result<(), Message> {
        let fresh = open::fields(&Source::of(&self.loaded, book)).ok_or_else(|| Message::new("item-gone"))?;
        match self.meet(fresh, true) {
            Some(at) => {
                (self.at, self.part) = (at, 0);
                Err(Message::new("form-changed-meanwhile"))
            }
            None => Ok(()),
        }
    }

    fn meet(&mut self, fresh: Vec<FormField>, tell: bool) -> Option<usize> {
        let here = self.field().map(|f| (f.name, f.row));
        let same = |a: &FormField, b: &FormField| a.name == b.name && a.row == b.row;
        // Rows that are gone leave with what was not typed in them.
        self.fields.retain(|f| f.row.is_none() || f.is_changed() || fresh.iter().any(|n| same(n, f)));
        let mut bad: Option<(&'static str, Option<Id>)> = None;
        for new in fresh {
            let Some(ours) = self.fields.iter_mut().find(|f| same(f, &new)) else {
                if new.row.is_some() {
                    let at = self.fields.iter().position(|f| f.name == new.name && f.row.is_none());
                    let at = at.or_else(|| self.fields.iter().rposition(|f| f.name == new.name).map(|n| n + 1));
                    let end = self.fields.len().saturating_sub(1);
                    self.fields.insert(at.unwrap_or(end), new);
                }
                continue;
            };
            if new.is_blank() {
                continue;
            }
            if !ours.is_changed() {
                let error = ours.error.take();
                *ours = FormField { error, ..new };
                continue;
            }
            let theirs = |(a, b): (&Part, &Part)| a.before != b.before;
            if ours.parts.iter().zip(&new.parts).any(theirs) && tell {
                let value = new.shown();
                let both = match value.is_empty() {
                    true => Message::new("form-meanwhile-empty"),
                    false => Message::new("form-meanwhile").with("value", text::one_line(&value).into_owned()),
                };
                for (part, news) in ours.parts.iter_mut().zip(new.parts) {
                    let before = std::mem::replace(&mut part.before, news.before.clone());
                    if part.value() == before {
                        *part = news;
                    }
                }
                // Both may have written the same.
                if ours.is_changed() {
                    ours.error = Some(both);
                    bad = bad.or(Some((ours.name, ours.row)));
                }
            }
        }
        let place = |(name, row): (&'static str, Option<Id>)| self.fields.iter().position(|f| f.name == name && f.row == row);
        if let Some(at) = here.and_then(place) {
            // Of several blank rows the caret stays in its own.
            if self.fields.get(self.at).is_none_or(|f| here != Some((f.name, f.row))) {
                self.at = at;
            }
        }
        self.at = self.at.min(self.fields.len().saturating_sub(1));
        bad.and_then(place)
    }

    /// What the changes are as one action; `None` when there is nothing to write: what nobody changed makes no row and no step to undo,
    /// also where a save writes a dated state anew. Errors are set at their fields.
    ///
    /// # Errors
    /// That a field could not be read.
    pub fn save(&mut self, book: &Snapshot, now: &Now) -> Result<Option<Action>, Message> {
        if !self.subject.is_new() && !self.is_dirty() {
            return Ok(None);
        }
        let mut actions = open::actions(self, book, now)?;
        Ok(if actions.len() > 1 { Some(Action::Together(actions)) } else { actions.pop() })
    }

    /// What takes the fact back.
    pub fn remove(&self) -> Option<Action> {
        open::remove(self)
    }
}

/// After a message: what a form shows of the book beside its fields.
pub fn follow(model: &mut Model, now: &Now) {
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
        match form.subject {
            Subject::NewLeave | Subject::Leave(_) => leave::look_inside(form, &model.book, now),
            Subject::NewCareDate(_) | Subject::CareDate(_) => care_date::look_ahead(form, now),
            Subject::NewGift(_) | Subject::Gift(_) => gift::look_back(form, now),
            Subject::NewConsent(_) => consent::look_up(form),
            _ => {}
        }
    }
}

/// The form in front.
pub fn front(model: &Model) -> Option<&Form> {
    match model.dialogs.last() {
        Some(Dialog::Form(form)) => Some(form),
        _ => None,
    }
}

/// The same, to be changed.
pub fn front_mut(model: &mut Model) -> Option<&mut Form> {
    match model.dialogs.last_mut() {
        Some(Dialog::Form(form)) => Some(form),
        _ => None,
    }
}

/// What the open forms need, to be read again.
pub fn reload(model: &Model) -> Vec<Effect> {
    let subject = |d: &Dialog| if let Dialog::Form(form) = d { Some(Effect::LoadForm(form.subject)) } else { None };
    model.dialogs.iter().filter_map(subject).collect()
}

/// What a form needs was read: the form opens, or takes over what is new.
pub fn arrived(model: &mut Model, loaded: Loaded) {
    for dialog in &mut model.dialogs {
        if let Dialog::Form(form) = dialog
            && form.subject == loaded.subject
        {
            *form.loaded = loaded;
            // What others changed is shown when the form is saved: what is being looked at does not change by itself.
            if std::mem::take(&mut form.expects) {
                form.take_news(&model.book);
            }
            return;
        }
    }
    match Form::new(loaded, &model.book) {
        Ok(form) => model.dialogs.push(Dialog::Form(Box::new(form))),
        Err(why) => model.error = Some(why),
    }
}
