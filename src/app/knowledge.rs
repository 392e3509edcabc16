//! The finder of knowledge notes in front of a draft: what is typed, the notes that fit, and the one that is read beside them (S51).
//! How notes are found is `notes`', how a text goes into a draft `messages`'.

use super::command::Do;
use super::dialog::Dialog;
use super::field::Field;
use super::model::{Model, Toast};
use super::msg::Effect;
use crate::domain::message::Message;
use crate::i18n::Lang;
use crate::notes::{Note, Shelf, Used, Uses};
use crate::text;

/// The finder.
#[derive(Debug)]
pub struct Finding {
    /// What is typed.
    pub field: Field,
    /// The notes.
    pub shelf: Shelf,
    /// The places of those that fit, best first.
    pub shown: Vec<usize>,
    /// The chosen one, by its place among those shown.
    pub selected: usize,
    /// First line shown of the chosen one.
    pub scroll: u16,
    used: Used,
    lang: Lang,
}

impl Finding {
    /// The finder over notes, with how often each was used; those in `lang` come first among equals.
    pub fn new(shelf: Shelf, used: Used, lang: Lang) -> Finding {
        let field = Field::default();
        let mut finding = Finding { field, shelf, shown: Vec::new(), selected: 0, scroll: 0, used, lang };
        finding.search();
        finding
    }

    /// Searches again after a change of the text.
    pub fn search(&mut self) {
        self.shown = self.shelf.find(self.field.text(), &self.used, self.lang);
        (self.selected, self.scroll) = (0, 0);
    }

    /// The notes that fit, best first.
    pub fn fitting(&self) -> impl Iterator<Item = &Note> {
        self.shown.iter().filter_map(|n| self.shelf.notes.get(*n))
    }

    /// The chosen note.
    pub fn note(&self) -> Option<&Note> {
        self.shown.get(self.selected).and_then(|n| self.shelf.notes.get(*n))
    }

    /// How often a note was used.
    pub fn uses(&self, note: &Note) -> Uses {
        self.used.get(&note.name).copied().unwrap_or_default()
    }

    /// Moves the choice.
    pub fn step(&mut self, n: isize) {
        self.pick(self.selected.saturating_add_signed(n));
    }

    /// Chooses a note; `true` when it was chosen already.
    pub fn pick(&mut self, n: usize) -> bool {
        let n = n.min(self.shown.len().saturating_sub(1));
        let before = std::mem::replace(&mut self.selected, n);
        if before != n {
            self.scroll = 0;
        }
        before == n
    }

    /// Moves in the text of the chosen note.
    pub fn turn(&mut self, lines: isize) {
        // Its lines are the view's: as many as there are where lines are shortest.
        let most: usize = self.note().map_or(0, |note| note.plain().lines().map(|l| 1 + text::width(l) / 24).sum());
        let to = usize::from(self.scroll).saturating_add_signed(lines).min(most);
        self.scroll = u16::try_from(to).unwrap_or(u16::MAX);
    }
}

/// The finder, where it is in front.
pub fn front(model: &Model) -> Option<&Finding> {
    match model.dialogs.last() {
        Some(Dialog::Knowledge(finding)) => Some(finding),
        _ => None,
    }
}

/// Whether a note stands in the draft behind the finder already.
pub fn is_inside(model: &Model, note: &Note) -> bool {
    let drafts = model.dialogs.iter().rev().find_map(|d| if let Dialog::Draft(drafts) = d { Some(drafts) } else { None });
    drafts.is_some_and(|drafts| drafts.shown().1.as_ref().is_ok_and(|draft| draft.notes.contains(&note.name)))
}

/// The notes were read: the finder comes in front of the draft that asked.
pub fn arrived(model: &mut Model, shelf: Shelf, used: Used) {
    if let Some(Dialog::Draft(_)) = model.dialogs.last() {
        let lang = model.words.lang;
        model.dialogs.push(Dialog::Knowledge(Box::new(Finding::new(shelf, used, lang))));
    }
}

/// What a key does in the finder.
pub fn run(model: &mut Model, id: Do) -> Vec<Effect> {
    let Some(Dialog::Knowledge(finding)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::KnowDown => finding.step(1),
        Do::KnowUp => finding.step(-1),
        Do::KnowMore => finding.turn(5),
        Do::KnowLess => finding.turn(-5),
        Do::KnowTake => take(model),
        _ => {
            model.dialogs.pop();
        }
    }
    Vec::new()
}

/// Enter: the note goes into the draft below, or out of it.
fn take(model: &mut Model) {
    let Some(Dialog::Knowledge(finding)) = model.dialogs.last() else { return };
    let Some((name, title, text)) = finding.note().map(|n| (n.name.clone(), n.title.clone(), n.plain())) else { return };
    model.dialogs.pop();
    if let Some(Dialog::Draft(drafts)) = model.dialogs.last_mut()
        && let Some(inserted) = drafts.insert(&name, &text)
    {
        let id = if inserted { "note-inserted" } else { "note-taken-out" };
        let message = Message::new(id).with("title", text::truncate(&title, 40).into_owned());
        model.toast = Some(Toast { message, undo: false, note: false });
    }
}
