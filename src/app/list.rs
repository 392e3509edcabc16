//! The list on the left of a tab: rows with headings between them, and a selection that belongs to an identity and not to a row
//! number. What the rows are is decided by the tabs.

use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use std::collections::HashSet;

/// What a row stands for; stays the same when the rows around it change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RowId {
    /// The client; `None` for a batch.
    pub client: Option<Id>,
    /// The item of the client; `None` for the client itself.
    pub target: Option<Target>,
}

/// A row that can be selected.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Identity.
    pub id: RowId,
    /// The queue items it shows, best placed first; empty for a client's own row.
    pub items: Vec<usize>,
    /// Stands under another row of the same client.
    pub same: bool,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A heading above rows.
    Heading(Message),
    /// A line across the list with words in it.
    Rule(Message),
    /// A remark.
    Remark(Message),
    /// A row that can be selected.
    Entry(Entry),
}

/// Rows and the selection in them.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// The rows in order.
    pub rows: Vec<Row>,
    selected: usize,
}

impl List {
    /// Index of the selected row, when there is one.
    pub fn index(&self) -> Option<usize> {
        self.entry().map(|_| self.selected)
    }

    /// The selected row.
    pub fn entry(&self) -> Option<&Entry> {
        self.entry_at(self.selected)
    }

    fn entry_at(&self, index: usize) -> Option<&Entry> {
        match self.rows.get(index) {
            Some(Row::Entry(entry)) => Some(entry),
            _ => None,
        }
    }

    /// Every row that can be selected, with its index.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &Entry)> {
        self.rows.iter().enumerate().filter_map(|(i, row)| match row {
            Row::Entry(entry) => Some((i, entry)),
            _ => None,
        })
    }

    /// Whether nothing can be selected.
    pub fn is_empty(&self) -> bool {
        self.entries().next().is_none()
    }

    /// Moves the selection by `n` entries, stopping at the ends.
    pub fn step(&mut self, n: isize) {
        let places: Vec<usize> = self.entries().map(|(i, _)| i).collect();
        let Some(last) = places.len().checked_sub(1) else { return };
        let here = places.iter().position(|i| *i >= self.selected).unwrap_or(last);
        self.selected = places[here.saturating_add_signed(n).min(last)];
    }

    /// Selects the row with this identity; `false` when there is none.
    pub fn select(&mut self, id: RowId) -> bool {
        let found = self.entries().find(|(_, e)| e.id == id).map(|(i, _)| i);
        if let Some(index) = found {
            self.selected = index;
        }
        found.is_some()
    }

    /// Selects the first row of a client; `false` when there is none.
    pub fn select_client(&mut self, client: Id) -> bool {
        let found = self.entries().find(|(_, e)| e.id.client == Some(client)).map(|(i, _)| i);
        if let Some(index) = found {
            self.selected = index;
        }
        found.is_some()
    }

    /// Puts new rows in. The selection stays with its row. When that is gone or `move_on` is asked for, it goes to the first of the
    /// rows that came after it, as they stand now: what else is due with the same client is met there while it still comes next, and
    /// passed over when others come before it now. After the last row it goes to the one before. `true` when the selected row is
    /// still there.
    pub fn replace(&mut self, rows: Vec<Row>, move_on: bool) -> bool {
        let before: Vec<RowId> = self.entries().map(|(_, e)| e.id).collect();
        let here = self.entries().position(|(i, _)| i == self.selected);
        let selected = self.entry().map(|e| e.id);
        self.rows = rows;
        let kept = selected.is_some_and(|id| self.entries().any(|(_, e)| e.id == id));
        if !move_on && selected.is_some_and(|id| self.select(id)) {
            return true;
        }
        if let Some(here) = here {
            let (until, after) = before.split_at(here + 1);
            let after: HashSet<RowId> = after.iter().copied().collect();
            let next = self.entries().find(|(_, e)| after.contains(&e.id)).map(|(i, _)| i);
            if let Some(next) = next {
                self.selected = next;
                return kept;
            }
            if until.iter().rev().any(|id| self.select(*id)) {
                return kept;
            }
        }
        let first = self.entries().map(|(i, _)| i).next();
        self.selected = first.unwrap_or(0);
        kept
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn row(n: i64) -> Row {
        Row::Entry(Entry { id: RowId { client: Some(Id(n)), target: None }, items: vec![], same: false })
    }

    /// The second row of a client.
    fn second(n: i64) -> Row {
        let id = RowId { client: Some(Id(n)), target: Some(Target::Review) };
        Row::Entry(Entry { id, items: vec![], same: false })
    }

    fn here(list: &List) -> i64 {
        list.entry().unwrap().id.client.unwrap().0
    }

    #[test]
    fn the_selection_belongs_to_a_client_and_moves_on_when_it_is_done() {
        let mut list = List::default();
        list.replace(vec![Row::Heading(Message::new("x")), row(1), row(2), row(3)], false);
        assert_eq!(here(&list), 1);
        list.step(1);
        assert!(list.replace(vec![row(3), row(9), row(2)], false), "another order keeps the client");
        assert_eq!(here(&list), 2);
        list.replace(vec![row(1), row(2), row(3)], false);
        assert!(!list.replace(vec![row(1), row(3)], false), "gone: the next one");
        assert_eq!(here(&list), 3);
        list.replace(vec![row(1)], false);
        assert_eq!(here(&list), 1, "at the end: the one before");
        list.replace(vec![row(1), row(2)], false);
        list.replace(vec![row(1), row(2)], true);
        assert_eq!(here(&list), 2, "still there, but dealt with");
        list.replace(vec![], false);
        assert!(list.entry().is_none());
        list.step(5);
    }

    #[test]
    fn moving_on_passes_over_a_row_of_the_same_client_that_others_stand_before_now() {
        let of = |before: Vec<Row>, after: Vec<Row>| {
            let mut list = List::default();
            list.replace(before, false);
            list.step(1);
            list.replace(after, true);
            list.entry().unwrap().id
        };
        let before = || vec![row(1), row(2), second(2), row(3), row(4)];
        let id = |n, second: bool| RowId { client: Some(Id(n)), target: second.then_some(Target::Review) };
        assert_eq!(of(before(), vec![row(1), second(2), row(3), row(4)]), id(2, true), "still the next one");
        assert_eq!(of(before(), vec![row(1), row(2), second(2), row(3)]), id(2, true), "the row itself stays");
        assert_eq!(of(before(), vec![row(1), row(3), second(2), row(4)]), id(3, false));
        assert_eq!(of(before(), vec![row(1), row(3), row(4), row(2), second(2)]), id(3, false));
        assert_eq!(of(before(), vec![row(1), row(4), second(2)]), id(4, false), "the one between went as well");
        assert_eq!(of(before(), vec![row(9), row(1), second(2)]), id(2, true), "nobody else came later");
        assert_eq!(of(before(), vec![row(1), row(9), row(2)]), id(2, false), "nothing came later");
    }
}
