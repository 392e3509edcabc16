//! What a phone gets to see of the book: contacts of the plan, appointments and clocks as events, promises as to-dos, people as cards; each
//! as the text of one file under a name that stays the same. How files come into a folder is `vdir`'s work, iCalendar `interchange::ics`'s.

mod cards;
mod care;
mod events;
mod tasks;

use super::ahead;
use super::calendar;
use super::load::Snapshot;
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::i18n::Words;
use crate::interchange::ics::{self, Entry};
use crate::store::{Store, StoreError};
use crate::text;
use cards::Reach;
use std::collections::{HashMap, HashSet};

/// The folders, in the order they are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Folder {
    /// Events.
    Calendar,
    /// To-dos.
    Tasks,
    /// Cards.
    Contacts,
}

impl Folder {
    /// Every folder.
    pub const ALL: [Folder; 3] = [Folder::Calendar, Folder::Tasks, Folder::Contacts];

    /// Its name on disk and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Folder::Calendar => "calendar",
            Folder::Tasks => "tasks",
            Folder::Contacts => "contacts",
        }
    }

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Folder::Calendar | Folder::Tasks => ".ics",
            Folder::Contacts => ".vcf",
        }
    }
}

/// What leaves the book only when it is asked for: a phone lies on tables, a server belongs to somebody. Numbers of identity papers and
/// bank accounts are not even among these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extra {
    /// Notes of touches, appointments, clients and people; what a complaint says.
    Notes,
    /// The tier.
    Tier,
    /// How likely the client is to drift away.
    Risk,
    /// Amounts of invoices.
    Money,
    /// Tags.
    Tags,
}

impl Extra {
    /// All of them.
    pub const ALL: [Extra; 5] = [Extra::Notes, Extra::Tier, Extra::Risk, Extra::Money, Extra::Tags];

    /// Its word on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Extra::Notes => "notes",
            Extra::Tier => "tier",
            Extra::Risk => "risk",
            Extra::Money => "money",
            Extra::Tags => "tags",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Which folders.
    pub folders: Vec<Folder>,
    /// How many months of contacts and care dates.
    pub months: i32,
    /// How many months of contacts that only come once the one before was made: these move with every contact.
    pub again: i32,
    /// What leaves the book beside the usual.
    pub with: Vec<Extra>,
}

/// Months that are published when nothing else is said.
pub const MONTHS: i32 = 12;

/// Months of contacts that come again. A whole year's of a large book are so many that neither server nor phone takes them, and all of
/// a late client's move every day.
pub const AGAIN: i32 = 3;

impl Ask {
    fn wants(&self, folder: Folder) -> bool {
        self.folders.contains(&folder)
    }

    fn has(&self, extra: Extra) -> bool {
        self.with.contains(&extra)
    }

    /// The last day of contacts and care dates, and that of contacts that come again: of 12 months from 23 November the 22nd of the
    /// next one.
    fn until(&self, today: Day) -> (Day, Day) {
        let last = |months| today.plus_months(months).plus(-1);
        (last(self.months).max(today), last(self.again.min(self.months)))
    }
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it belongs.
    pub folder: Folder,
    /// Its name.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// What is read before anything is written: nobody waits for a slow disk with the book open.
pub struct Publication<'a> {
    book: &'a Snapshot,
    words: &'a Words,
    ask: &'a Ask,
    reach: HashMap<Id, Reach>,
    cards: Vec<File>,
}

impl<'a> Publication<'a> {
    /// Reads who is reached how.
    ///
    /// # Errors
    /// What the store refuses.
    pub fn read(store: &Store, book: &'a Snapshot, words: &'a Words, ask: &'a Ask) -> Result<Publication<'a>, StoreError> {
        let mut publication = Publication { book, words, ask, reach: HashMap::new(), cards: Vec::new() };
        if ask.wants(Folder::Calendar) || ask.wants(Folder::Contacts) {
            publication.gather(store)?;
        }
        Ok(publication)
    }

    /// Hands over every file, clients in their order; stops at the first refusal.
    ///
    /// # Errors
    /// What `put` refuses.
    pub fn each<E>(&self, put: &mut dyn FnMut(File) -> Result<(), E>) -> Result<(), E> {
        let (until, again) = self.ask.until(self.book.now.today());
        let mut names = HashSet::new();
        let (mut contacts, mut dated) = (Vec::new(), Vec::new());
        for client in self.book.present() {
            let mut entries = Vec::new();
            if self.ask.wants(Folder::Calendar) {
                contacts.clear();
                ahead::of_client(self.book, client, until, &mut contacts);
                contacts.retain(|a| !a.agreed && (!a.again || a.day <= again));
                self.contacts(client, &contacts, &mut entries);
                self.appointments(client, &mut entries);
                self.cases(client, &mut entries);
            }
            if self.ask.wants(Folder::Tasks) {
                dated.clear();
                let today = self.book.now.today();
                // Tasks have no stretch of days; care dates come below.
                calendar::of_client(self.book, client, (today, today), &mut dated);
                self.tasks(client, &dated, &mut entries);
            }
            for mut entry in entries {
                let folder = if entry.is_task() { Folder::Tasks } else { Folder::Calendar };
                let first = entry.uid.clone();
                // Two of a name would take each other's place: the second is counted.
                let mut n = 2;
                while !names.insert(entry.uid.clone()) {
                    entry.uid = format!("{first}-{n}");
                    n += 1;
                }
                put(file(folder, &entry))?;
            }
        }
        if self.ask.wants(Folder::Calendar) {
            for entry in self.care(until) {
                put(file(Folder::Calendar, &entry))?;
            }
        }
        if self.ask.wants(Folder::Contacts) {
            for card in &self.cards {
                put(card.clone())?;
            }
        }
        Ok(())
    }

    /// A message in the user's language. Days are handed to it as text: how the program writes them depends on the year it is.
    fn say(&self, message: &Message) -> String {
        self.words.say(message, &self.book.now)
    }

    fn name(&self, name: &str) -> String {
        text::one_line(name).into_owned()
    }
}

fn file(folder: Folder, entry: &Entry) -> File {
    File { folder, name: format!("{}{}", entry.uid, folder.ending()), text: ics::write(entry) }
}

/// When a row was first written down, which its id says.
fn stamp(id: Id) -> Moment {
    Moment(ZERO + (id.0.max(0) >> 22) / 1000)
}

/// 2020-01-01 00:00 UTC, the zero of the ids' clock.
const ZERO: i64 = 1_577_836_800;
