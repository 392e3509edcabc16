//! The client's own page: the merged timeline with its kind filter, and what the keys act on while it is open. How a line of it is
//! drawn is `tui::view::page`'s, which rows there are the store's.

use super::list::{Entry, RowId};
use super::model::Model;
use super::msg::Effect;
use super::today;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::portfolio::timeline::{self, Event, FactRef, Group, Months};
use crate::portfolio::{Assessed, Snapshot};
use crate::store::{ClientDetail, TimelineRows};

/// What was read of one client's past: the events of the page, and the figures of the brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The client.
    pub client: Id,
    /// The timeline: what is open or to come, then what was.
    pub events: Vec<Event>,
    /// Touches and billed a month.
    pub months: Months,
    /// Billed in the 365 days before the last 365, by currency; `None` when not all of that was read.
    pub before: Option<Vec<Money>>,
}

impl Story {
    /// Puts together what was read.
    pub fn new(book: &Snapshot, client: &Assessed, detail: &ClientDetail, rows: &TimelineRows, months: Months) -> Story {
        let events = timeline::events(book, client, detail, rows);
        Story { client: client.id(), events, months, before: timeline::billed_year_before(rows, book.now.today()) }
    }
}

/// What was read last, and whether it is still true.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Past {
    /// What was read.
    pub story: Option<Box<Story>>,
    /// It was written since: what is shown is read again.
    pub stale: bool,
    /// Asked for since the last key; what cannot be read is asked for once a key.
    pub asked: Option<Id>,
}

impl Past {
    /// What is known of a client.
    pub fn of(&self, client: Id) -> Option<&Story> {
        self.story.as_deref().filter(|s| s.client == client)
    }

    /// Something of these clients was written; of any where none is named.
    pub fn outdate(&mut self, clients: &[Id]) {
        if self.story.as_ref().is_some_and(|s| clients.is_empty() || clients.contains(&s.client)) {
            (self.stale, self.asked) = (true, None);
        }
    }
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Whose it is.
    pub client: Id,
    /// The row that actions are about: the client's best-placed one, else the client.
    pub entry: Entry,
    /// Only events of this group are shown.
    pub kind: Option<Group>,
    /// The events shown, by their place in the story.
    pub shown: Vec<usize>,
    /// The selected one of them.
    pub selected: usize,
}

impl Page {
    /// Shows these events; the selection stays with its event where that is still there.
    fn show(&mut self, events: &[Event], selected: Option<&Event>) {
        let passes = |e: &Event| self.kind.is_none_or(|kind| e.kind.group() == kind);
        self.shown = (0..events.len()).filter(|n| passes(&events[*n])).collect();
        let same = |e: &Event| selected.is_some_and(|s| (s.fact, s.kind, s.words.id) == (e.fact, e.kind, e.words.id));
        let kept = self.shown.iter().position(|n| same(&events[*n]));
        self.selected = kept.unwrap_or(self.selected).min(self.shown.len().saturating_sub(1));
    }

    /// Moves the selection.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.shown.len().saturating_sub(1));
    }
}

/// The row of Today that actions on a client are about: the one that was meant before, else the best-placed one.
fn entry(book: &Snapshot, client: Id, before: Option<RowId>) -> Entry {
    let mut rows = today::entries(book).into_iter().filter(|e| e.id.client == Some(client)).peekable();
    let first = rows.peek().cloned();
    let found = rows.find(|e| Some(e.id) == before).or(first);
    let own = Entry { id: RowId { client: Some(client), target: None }, items: Vec::new(), same: false };
    found.map_or(own, |e| Entry { same: false, ..e })
}

impl Model {
    /// Opens the page of the selected client. The selection stands on what happened last.
    pub fn open_page(&mut self) {
        let Some(client) = self.client().map(|c| c.id()) else { return };
        let before = self.entry().map(|e| e.id);
        self.open_page_of(client, before);
    }

    /// Opens the page of a client; `before` is the row that was meant.
    pub fn open_page_of(&mut self, client: Id, before: Option<RowId>) {
        let entry = entry(&self.book, client, before);
        self.page = Some(Page { client, entry, kind: None, shown: Vec::new(), selected: 0 });
        self.brief.focus = false;
        self.brief.scroll = 0;
        self.show_events(None, true);
    }

    /// Leaves the page for the list, where its client is selected.
    pub fn close_page(&mut self) {
        let Some(page) = self.page.take() else { return };
        let here = self.entry().and_then(|e| e.id.client) == Some(page.client);
        if !here && !self.list_mut().select(page.entry.id) {
            self.list_mut().select_client(page.client);
        }
        self.brief.focus = false;
    }

    /// The event under the selection.
    pub fn event(&self) -> Option<&Event> {
        let page = self.page.as_ref()?;
        self.past.of(page.client)?.events.get(*page.shown.get(page.selected)?)
    }

    /// Brings the page in line with the book; `false` when what its keys act on is not what it was.
    pub fn renew_page(&mut self) -> bool {
        let Some(page) = &mut self.page else { return true };
        if self.book.client(page.client).is_none() {
            (self.page, self.parked) = (None, None);
            return false;
        }
        let before = page.entry.id;
        page.entry = entry(&self.book, page.client, Some(before));
        page.entry.id == before
    }

    /// A story was read.
    pub fn take_story(&mut self, story: Box<Story>) {
        let selected = self.event().cloned();
        let fresh = self.past.story.as_ref().is_none_or(|s| s.client != story.client);
        self.past = Past { story: Some(story), stale: false, asked: None };
        self.show_events(selected.as_ref(), fresh);
    }

    /// Shows the events that pass the filter. A page just opened stands on the newest of what was.
    fn show_events(&mut self, selected: Option<&Event>, fresh: bool) {
        let Some(page) = &mut self.page else { return };
        let Some(story) = self.past.of(page.client) else { return };
        page.show(&story.events, selected);
        if fresh {
            let was = page.shown.iter().position(|n| !story.events[*n].ahead);
            page.selected = was.unwrap_or(0);
        }
    }

    /// Turns the kind filter.
    pub fn turn_kind(&mut self, n: isize) {
        let selected = self.event().cloned();
        let Some(page) = &mut self.page else { return };
        let at = page.kind.and_then(|kind| Group::ALL.iter().position(|g| *g == kind)).map_or(0, |at| at as isize + 1);
        let count = Group::ALL.len() as isize + 1;
        let at = (at + n).rem_euclid(count);
        page.kind = usize::try_from(at - 1).ok().and_then(|at| Group::ALL.get(at).copied());
        self.show_events(selected.as_ref(), false);
    }

    /// The client whose past must be read now, when it is to be seen.
    pub fn wants_story(&mut self) -> Option<Effect> {
        let seen = self.page.is_some() || self.brief.open || !self.is_narrow();
        let client = self.client().filter(|_| seen && !self.is_typing())?.id();
        let known = self.past.of(client).is_some() && !self.past.stale;
        if known || self.past.asked == Some(client) {
            return None;
        }
        self.past.asked = Some(client);
        Some(Effect::LoadTimeline(client))
    }

    /// What `E` changes while the page is open: the fact of the selected event, else the client's own fields, as on the brief.
    pub fn fact(&self) -> Option<FactRef> {
        let client = self.page.as_ref()?.client;
        let event = self.event().filter(|_| !self.brief.focus);
        Some(event.and_then(|e| e.fact).unwrap_or(FactRef::Client(client)))
    }
}
