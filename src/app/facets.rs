//! How many clients there are of a kind, in front of the list of clients: Tab goes from industry to region and on, Enter filters the
//! list. What is counted is `portfolio::value`'s, how it is drawn the view's.

use super::command::Do;
use super::dialog::Dialog;
use super::field::Field;
use super::find::Find;
use super::key::{Key, KeyCode};
use super::model::{Model, Tab};
use super::msg::Effect;
use crate::domain::id::Id;
use crate::portfolio::Snapshot;
use crate::portfolio::value::{Facet, Group, facet};

/// The panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Facets {
    /// By what is counted.
    pub by: Facet,
    /// The clients that are counted: those of the list when it was opened; `None`: all.
    pub of: Option<Vec<Id>>,
    /// The groups.
    pub groups: Vec<Group>,
    /// The selected one.
    pub selected: usize,
}

impl Facets {
    fn count(book: &Snapshot, by: Facet, of: Option<Vec<Id>>) -> Facets {
        let groups = match &of {
            Some(ids) => facet(book, ids.iter().filter_map(|id| book.client(*id)), by),
            None => facet(book, book.present(), by),
        };
        Facets { by, of, groups, selected: 0 }
    }

    /// Moves the selection.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.groups.len().saturating_sub(1));
    }

    /// Selects a group; `true` when it was selected already.
    pub fn pick(&mut self, n: usize) -> bool {
        n < self.groups.len() && std::mem::replace(&mut self.selected, n) == n
    }

    /// The facet so many places on.
    pub fn turn(&mut self, book: &Snapshot, n: isize) {
        let at = Facet::ALL.iter().position(|f| *f == self.by).unwrap_or(0) as isize + n;
        let by = Facet::ALL[at.rem_euclid(Facet::ALL.len() as isize) as usize];
        *self = Facets::count(book, by, self.of.take());
    }
}

/// The panel comes to the front, over the clients of the filter.
pub fn open(model: &mut Model) {
    let of = model.find.as_ref().and_then(|find| find.hits.clone());
    let panel = Facets::count(&model.book, Facet::Industry, of);
    model.dialogs.push(Dialog::Facets(Box::new(panel)));
}

/// The book changed: a panel in front counts again.
pub fn renew(model: &mut Model) {
    for dialog in &mut model.dialogs {
        if let Dialog::Facets(panel) = dialog {
            let selected = panel.selected;
            **panel = Facets::count(&model.book, panel.by, panel.of.take());
            panel.step(selected as isize);
        }
    }
}

/// A key of the panel.
pub fn run(model: &mut Model, id: Do, key: Key) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    let Some(Dialog::Facets(panel)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::FacetDown => panel.step(far),
        Do::FacetUp => panel.step(-far),
        Do::FacetNext => panel.turn(&model.book, 1),
        Do::FacetBack => panel.turn(&model.book, -1),
        Do::FacetTake => {
            let Some(text) = panel.groups.get(panel.selected).map(|group| group.filter.clone()) else { return Vec::new() };
            model.dialogs.pop();
            return show(model, &text);
        }
        _ => {
            model.dialogs.pop();
        }
    }
    Vec::new()
}

/// The clients of a group in the list, beside what was filtered before.
fn show(model: &mut Model, text: &str) -> Vec<Effect> {
    let before = model.find.as_ref().map(|find| find.field.trimmed().to_owned()).filter(|t| !t.is_empty());
    let text = before.map_or_else(|| text.to_owned(), |before| format!("{before} {text}"));
    model.show(Tab::Clients);
    let mut find = Find { typing: false, field: Field::new(&text), ..Find::open() };
    find.search(&model.finder, &model.book);
    model.find = Some(find);
    model.rebuild(false);
    // Names are looked up in what `/` reads; tokens alone need none of it.
    if model.finder.stale { vec![Effect::LoadFinder(Vec::new())] } else { Vec::new() }
}
