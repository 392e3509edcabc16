//! What the screen knows: the assessed book, where the user stands in it, what is pending. Nothing here draws or changes the book.

use super::at_risk::AtRisk;
use super::calendar::Calendar;
use super::clients::SortKeys;
use super::command::Scope;
use super::dates::Typed;
use super::deed::Deed;
use super::dialog::Dialog;
use super::find::{Find, Finder, Found};
use super::form::Subject;
use super::help::Chapter;
use super::key::Key;
use super::keymap::Keymap;
use super::line::Line;
use super::list::{Entry, List, RowId};
use super::mouse::Pane;
use super::moves::Follow;
use super::msg::SnoozeFor;
use super::page::{Page, Past};
use super::palette::LineShape;
use super::{complaints, today};
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::{Channel, Direction};
use crate::i18n::Words;
use crate::playbooks::Library;
use crate::portfolio::value::ValueView;
use crate::portfolio::{Assessed, Case, CaseFile, Improvement, Item, Snapshot};
use crate::store::ClientDetail;
use std::collections::{HashMap, HashSet};

/// From this width on, list and brief stand side by side.
pub const WIDE: u16 = 100;
/// The smallest screen that is drawn.
pub const SMALLEST: (u16, u16) = (60, 18);

/// The tabs that exist; their numbers are fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The day's work.
    Today,
    /// The whole book.
    Clients,
    /// The days ahead.
    Calendar,
    /// Cases.
    Complaints,
    /// Clients who may be drifting away.
    AtRisk,
}

impl Tab {
    /// Every tab.
    pub const ALL: [Tab; 5] = [Tab::Today, Tab::Clients, Tab::Calendar, Tab::Complaints, Tab::AtRisk];

    /// Its number.
    pub fn number(self) -> u8 {
        match self {
            Tab::Today => 1,
            Tab::Clients => 2,
            Tab::Calendar => 3,
            Tab::Complaints => 4,
            Tab::AtRisk => 5,
        }
    }

    /// The catalogue id of its name.
    pub fn title(self) -> &'static str {
        match self {
            Tab::Today => "tab-today",
            Tab::Clients => "tab-clients",
            Tab::Calendar => "tab-calendar",
            Tab::Complaints => "tab-complaints",
            Tab::AtRisk => "tab-risk",
        }
    }

    /// The catalogue id of its name where the width is short.
    pub fn short_title(self) -> &'static str {
        match self {
            Tab::Calendar => "tab-calendar-short",
            Tab::Complaints => "tab-complaints-short",
            Tab::AtRisk => "tab-risk-short",
            Tab::Today | Tab::Clients => self.title(),
        }
    }

    /// The tab so many places on, from the last one to the first.
    pub fn beside(self, n: isize) -> Tab {
        let at = Tab::ALL.iter().position(|tab| *tab == self).unwrap_or(0) as isize;
        Tab::ALL[(at + n).rem_euclid(Tab::ALL.len() as isize) as usize]
    }
}

/// Where the brief stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brief {
    /// The moving keys scroll it (two panes).
    pub focus: bool,
    /// It fills the screen (one pane).
    pub open: bool,
    /// First line shown.
    pub scroll: u16,
}

/// A log that waits for its second key.
#[derive(Debug, Clone, PartialEq)]
pub struct LogDraft {
    /// How.
    pub channel: Channel,
    /// Who began.
    pub direction: Direction,
    /// How many days back it happened.
    pub days_back: i32,
    /// The typed moment, when there is one.
    pub at: Option<Moment>,
    /// The typed note.
    pub note: Option<String>,
    /// What was promised in the note.
    pub owed: Vec<(String, Typed)>,
    /// Tags named in the note.
    pub tags: Vec<String>,
    /// The note as typed, to be changed again.
    pub typed: String,
}

impl LogDraft {
    /// A log of a contact on this channel, now, begun by the user.
    pub fn new(channel: Channel) -> LogDraft {
        LogDraft {
            channel,
            direction: Direction::Out,
            days_back: 0,
            at: None,
            note: None,
            owed: Vec::new(),
            tags: Vec::new(),
            typed: String::new(),
        }
    }
}

/// A first key that waits for its second.
#[derive(Debug, Clone, PartialEq)]
pub enum Prefix {
    /// A channel key.
    Log(LogDraft),
    /// The snooze key.
    Snooze,
    /// The skip key.
    Skip,
    /// The key for something new.
    New,
    /// The key for a satisfaction score, and whether a 1 waits for its 0.
    Survey(bool),
    /// The key for the mark of a case.
    CaseMark,
    /// The key for a flag.
    Flag,
    /// The key for a tier.
    Tier,
    /// The key for a quadrant.
    Quadrant,
    /// The key for how much is put into a client.
    Decide,
    /// The key for copying.
    Copy,
    /// A step that wants a mark.
    StepMark {
        /** Whose. */
        client: Id,
        /** Which. */
        step: Id,
    },
    /// A playbook of which it is to be said how it ended.
    Ending {
        /** Whose. */
        client: Id,
        /** Which. */
        run: Id,
    },
}

impl Prefix {
    /// Where its second keys stand in the registry.
    pub fn scope(&self) -> Scope {
        match self {
            Prefix::Log(_) => Scope::Log,
            Prefix::Snooze => Scope::Snooze,
            Prefix::Skip => Scope::Skip,
            Prefix::New => Scope::New,
            Prefix::Survey(..) => Scope::Survey,
            Prefix::CaseMark => Scope::CaseMark,
            Prefix::Flag => Scope::Flag,
            Prefix::Tier => Scope::Tier,
            Prefix::Quadrant => Scope::Quadrant,
            Prefix::Decide => Scope::Decide,
            Prefix::Copy => Scope::Copy,
            Prefix::StepMark { .. } => Scope::StepMark,
            Prefix::Ending { .. } => Scope::Ending,
        }
    }
}

/// The touch that a note can still be added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logged {
    /// The touch.
    pub touch: Id,
    /// Whose.
    pub client: Id,
}

/// What was just done, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    /// The words.
    pub message: Message,
    /// Whether `u` takes it back.
    pub undo: bool,
    /// Whether `;` adds a note.
    pub note: bool,
}

/// Everything the screen knows.
pub struct Model {
    /// The language.
    pub words: Words,
    /// The assessed book.
    pub book: Snapshot,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The tab in front.
    pub tab: Tab,
    /// Rows of Today.
    pub today: List,
    /// Rows of Clients.
    pub clients: List,
    /// The side from which clients are looked at there.
    pub view: ValueView,
    /// The calendar.
    pub calendar: Calendar,
    /// Rows of Complaints.
    pub complaints: List,
    /// Clients at risk.
    pub at_risk: AtRisk,
    /// The brief.
    pub brief: Brief,
    /// The client's own page, while it is open.
    pub page: Option<Page>,
    /// The past of the client in front.
    pub past: Past,
    /// How list and brief share the width.
    pub pane: Pane,
    /// The filter, while there is one.
    pub find: Option<Find>,
    /// What the filter searches.
    pub finder: Finder,
    /// What the filter searches was read ahead.
    pub prepared: bool,
    /// A first key that waits for its second.
    pub prefix: Option<Prefix>,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// The keys of a sequence pressed so far.
    pub typed: Vec<Key>,
    /// Rows that the next action is about.
    pub marks: HashSet<RowId>,
    /// The rows of the action that is being written.
    pub handled: Vec<RowId>,
    /// What of the marked rows the action could not be done to.
    pub left: Option<Message>,
    /// A first key that was refused, by the scope of its second keys, and why.
    pub refused: Option<(Scope, Message)>,
    /// What `.` does again.
    pub repeat: Option<Deed>,
    /// The commands of the command line, for the palette.
    pub lines: Vec<LineShape>,
    /// The playbooks that can be begun.
    pub playbooks: Library,
    /// The topics of the manual, for the help.
    pub manual: Vec<Chapter>,
    /// How far an import is, while it runs: steps done and in all.
    pub progress: Option<(usize, usize)>,
    /// Open dialogs, the front one last.
    pub dialogs: Vec<Dialog>,
    /// The weekly review, while the page of one of its clients stands in front.
    pub parked: Option<Box<super::review::Panel>>,
    /// A form that is to be opened once what it needs was read.
    pub opening: Option<Subject>,
    /// The line and the first key whose action is being written: they come back when that is refused.
    pub submitted: Option<(Option<Box<Line>>, Option<Prefix>)>,
    /// What was just done.
    pub toast: Option<Toast>,
    /// What went wrong; stays until a key.
    pub error: Option<Message>,
    /// Briefs read so far, dropped when their client changes; `None` while one is being read.
    pub details: HashMap<Id, Option<Box<ClientDetail>>>,
    /// Cases read so far with their texts, dropped when their client changes; `None` while one is being read.
    pub files: HashMap<Id, Option<Box<CaseFile>>>,
    /// The touch that `;` adds a note to.
    pub last: Option<Logged>,
    /// Something was taken back that can be brought back.
    pub can_redo: bool,
    /// How long the last snooze was.
    pub last_snooze: Option<SnoozeFor>,
    /// The selected line of the first-run screen.
    pub first: usize,
    /// Rows of Today that fit the day, whatever the filter shows.
    pub to_do: usize,
    /// Rows of Today of which something is past its overdue day.
    pub late: usize,
    /// Unsettled cases, and whether one of them must not wait.
    pub burning: (usize, bool),
    /// Active clients without a tier; counted when nothing is to do.
    pub unsorted: usize,
    /// How names are sorted.
    pub sort_keys: SortKeys,
    /// Up to here the timed items have been announced.
    pub announced: Moment,
    /// When a key was pressed last.
    pub pressed: Moment,
    /// Where the selection goes once the rows that are being moved have moved.
    pub follow: Option<Follow>,
}

impl Model {
    /// The screen as it opens: Today, the first row selected.
    pub fn new(words: Words, book: Snapshot, size: (u16, u16)) -> Model {
        let mut model = Model {
            words,
            size,
            tab: Tab::Today,
            today: List::default(),
            clients: List::default(),
            view: ValueView::default(),
            calendar: Calendar::new(book.now.today()),
            complaints: List::default(),
            at_risk: AtRisk::default(),
            brief: Brief::default(),
            page: None,
            past: Past::default(),
            pane: Pane::default(),
            find: None,
            finder: Finder { stale: true, ..Finder::default() },
            prepared: false,
            prefix: None,
            keymap: Keymap::default(),
            typed: Vec::new(),
            marks: HashSet::new(),
            handled: Vec::new(),
            left: None,
            refused: None,
            repeat: None,
            lines: Vec::new(),
            playbooks: Library::default(),
            manual: Vec::new(),
            progress: None,
            dialogs: Vec::new(),
            parked: None,
            opening: None,
            submitted: None,
            toast: None,
            error: None,
            details: HashMap::new(),
            files: HashMap::new(),
            last: None,
            can_redo: false,
            last_snooze: None,
            first: 0,
            to_do: 0,
            late: 0,
            burning: (0, false),
            unsorted: 0,
            sort_keys: SortKeys::default(),
            announced: book.now.instant,
            pressed: book.now.instant,
            follow: None,
            book,
        };
        model.rebuild(false);
        model
    }

    /// Builds the rows anew from the book and the filter; `true` when the row that actions are about is still there. While a page is
    /// open that is the page's, and the selection below it does not move on.
    pub fn rebuild(&mut self, move_on: bool) -> bool {
        let found = self.find.as_ref().and_then(|f| Some(Found { ids: f.hits.as_deref()?, ranked: f.ranked }));
        self.to_do = self.book.queue.to_do();
        self.late = self.book.queue.late_rows();
        self.burning = complaints::burning(&self.book);
        if self.book.queue.items.is_empty() {
            self.unsorted = super::deck::unsorted(self);
        }
        let paged = self.page.is_some();
        let move_on = move_on && !paged;
        // The other tab is built when it is shown.
        let kept = match self.tab {
            Tab::Today => {
                let mut rows = today::rows(&self.book, found);
                if self.find.is_none() && !rows.is_empty() {
                    super::review::remind(&self.keymap, &self.book, &mut rows);
                }
                self.today.replace(rows, move_on)
            }
            Tab::Clients => {
                let every_tier = self.find.as_ref().is_some_and(|f| f.names_tier);
                let shown = super::clients::Shown { view: self.view, every_tier };
                let rows = super::clients::rows(&self.book, self.words.lang, found, shown, &mut self.sort_keys);
                // In the list of clients nothing is dealt with: the selection stays.
                self.clients.replace(rows, false)
            }
            Tab::Calendar => super::calendar::renew(self, move_on),
            // Who works on a case stays with it.
            Tab::Complaints => self.complaints.replace(complaints::rows(&self.book, found), false),
            Tab::AtRisk => self.at_risk.replace(&self.book, found, move_on),
        };
        super::board::renew(self);
        super::causes::renew(self);
        super::facets::renew(self);
        super::review::renew(self);
        super::visits::renew(self);
        super::workload::renew(self);
        if paged { self.renew_page() } else { kept }
    }

    /// The list of the tab in front.
    pub fn list(&self) -> &List {
        match self.tab {
            Tab::Today => &self.today,
            Tab::Clients => &self.clients,
            Tab::Calendar => &self.calendar.list,
            Tab::Complaints => &self.complaints,
            Tab::AtRisk => &self.at_risk.list,
        }
    }

    /// The list of the tab in front, to move in.
    pub fn list_mut(&mut self) -> &mut List {
        match self.tab {
            Tab::Today => &mut self.today,
            Tab::Clients => &mut self.clients,
            Tab::Calendar => &mut self.calendar.list,
            Tab::Complaints => &mut self.complaints,
            Tab::AtRisk => &mut self.at_risk.list,
        }
    }

    /// The row that actions are about: the page's while one is open, else the selected one.
    pub fn entry(&self) -> Option<&Entry> {
        match &self.page {
            Some(page) => Some(&page.entry),
            None => self.list().entry(),
        }
    }

    /// The selected row's client.
    pub fn client(&self) -> Option<&Assessed> {
        self.entry().and_then(|e| e.id.client).and_then(|id| self.book.client(id))
    }

    /// The case of the selected row.
    pub fn case(&self) -> Option<&Case> {
        self.entry().and_then(|e| complaints::case(&self.book, e.id))
    }

    /// The improvement of the selected row.
    pub fn improvement(&self) -> Option<&Improvement> {
        self.entry().and_then(|e| complaints::improvement(&self.book, e.id))
    }

    /// The best-placed item of the selected row.
    pub fn item(&self) -> Option<&Item> {
        self.items().next()
    }

    /// Every item of the selected row.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.entry().into_iter().flat_map(|e| e.items.iter()).filter_map(|i| self.item_at(*i))
    }

    /// The item an entry of the rows names: one of today's, in the calendar one of the days shown.
    pub fn item_at(&self, index: usize) -> Option<&Item> {
        match self.tab {
            Tab::Calendar if self.page.is_none() => self.calendar.items.get(index),
            _ => self.book.queue.items.get(index),
        }
    }

    /// Whether the book is still empty.
    pub fn is_first_run(&self) -> bool {
        self.book.clients.is_empty()
    }

    /// Whether the brief is a foot under the list instead of a pane beside it.
    pub fn is_narrow(&self) -> bool {
        self.size.0 < WIDE
    }

    /// Whether keys are letters of a text now, so that no command and no twin of one is meant.
    pub fn is_typing(&self) -> bool {
        match self.dialogs.last() {
            Some(dialog) => dialog.is_text(),
            None => self.prefix.is_none() && self.find.as_ref().is_some_and(|f| f.typing),
        }
    }

    /// Whether nothing is being typed or chosen: no dialog stands open and no key waits for another.
    pub fn is_at_rest(&self) -> bool {
        self.dialogs.is_empty() && self.prefix.is_none() && self.typed.is_empty()
    }

    /// The first key that waits for its second: nothing stands in front of it but the panel it was pressed in.
    pub fn pending(&self) -> Option<&Prefix> {
        let front = self.dialogs.last();
        self.prefix.as_ref().filter(|_| front.is_none_or(|d| matches!(d, Dialog::Playbook(_) | Dialog::Review(_))))
    }

    /// The day shown as today.
    pub fn day(&self) -> Day {
        self.book.now.today()
    }

    /// Forgets what was read of the cases of these clients, or (`all`) of any.
    pub fn outdate_files(&mut self, clients: &[Id], all: bool) {
        let book = &self.book;
        let theirs = |id: &Id| clients.iter().filter_map(|c| book.client(*c)).any(|c| c.cases.iter().any(|k| k.row.id == *id));
        self.files.retain(|id, _| !all && !theirs(id));
    }
}
