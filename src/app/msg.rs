//! What the screen is told and what it asks for. The shell in `tui::open` carries effects out and answers with messages.

use super::drafts::Drafts;
use super::files::FileEntry;
use super::find::Finder;
use super::form::{Loaded, Subject};
use super::key::Key;
use super::mailing::{Made, Wanted};
use super::mapping::Looked;
use super::mouse::{Mouse, Spot};
use super::page::Story;
use crate::config::ThemeName;
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::period::Period;
use crate::domain::target::Target;
use crate::i18n::Lang;
use crate::interchange::{ImportOptions, Report};
use crate::messages::{Draft, Way};
use crate::notes::{Shelf, Used};
use crate::portfolio::CaseFile;
use crate::portfolio::deck::Card;
use crate::portfolio::hindsight::Hindsight;
use crate::portfolio::review::{Record, Week};
use crate::store::{Applied, ClientDetail, Undone};
use std::collections::{HashMap, HashSet};

/// How long a snooze was, so that it can be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnoozeFor {
    /// Days from today.
    Days(i32),
    /// Months from today.
    Months(i32),
    /// Until this day.
    Until(Day),
}

/// What happens to the selection once an action is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The item is dealt with: on to the next.
    MoveOn,
    /// The selection stays.
    Stay,
    /// The new client is selected.
    SelectNew,
    /// The new case is selected.
    SelectCase,
    /// The playbook that was begun comes to the front.
    ShowRun,
    /// What was handed over is written down; on to the next message.
    Mailed,
}

/// What the screen is told.
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The mouse, and what lay under it in the last frame.
    Mouse(Mouse, Option<Spot>),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// An action was written, and the book in the model is up to date.
    Applied(Box<Applied>, After),
    /// An action was taken back (`true`) or brought back, and the book is up to date.
    Undone(Box<Undone>, bool),
    /// Another program wrote; the book is up to date again.
    Reloaded,
    /// The book stands under the model that was fitted to its orders.
    Fitted,
    /// A brief was read.
    Detail(Id, Option<Box<ClientDetail>>),
    /// A case was read with its texts.
    Case(Id, Option<Box<CaseFile>>),
    /// A client's past was read.
    Timeline(Box<Story>),
    /// What the filter searches was read: of these clients, of all where none is named.
    Finder(Finder, Vec<Id>),
    /// Who has a note with each of these words.
    Notes(HashMap<String, HashSet<Id>>),
    /// What the user must say yes to before it is done: the question, and what yes asks for.
    Ask(Message, Effect),
    /// What a folder offers for an import: its path as typed, and its entries.
    Files(String, Vec<FileEntry>),
    /// A file was looked at: its path, how it was to be read, and what was found.
    Looked(String, Box<ImportOptions>, Box<Looked>),
    /// The cards of the sorting deck.
    Dealt(Vec<Card>),
    /// What looking back shows, with the place of its span.
    LookedBack(usize, Box<Hindsight>),
    /// A week was read for its review: all of it, or of these clients again.
    Reviewed(Box<Record>, Option<Vec<Id>>),
    /// An import ended, and the book is up to date: its report.
    Imported(Box<Report>),
    /// A text to be read: what it is, and the text.
    Sheet(Message, String),
    /// The drafts for a client or a case.
    Drafts(Box<Drafts>),
    /// The knowledge notes, and how often each was used.
    Knowledge(Box<Shelf>, Used),
    /// The draft in front was handed over.
    Handed(Way),
    /// A run was made.
    Mailing(Box<Made>),
    /// Messages of a run were handed over one way, or not, by their places; and how many it was to be.
    HandedAll(Way, Vec<(usize, Result<(), Message>)>, usize),
    /// A command line was carried out: what it printed, and whether it went well.
    Ran {
        /** The line as typed. */
        line: String,
        /** Its answer. */
        text: String,
        /** Exit code 0. */
        well: bool,
    },
    /// A path as far as everything that fits it reads the same, and the names of what fits where that is more than one.
    Completed(String, Vec<String>),
    /// What a form needs was read.
    Form(Box<Loaded>),
    /// The editor's answer, when the text was changed.
    Edited(Option<String>),
    /// Something failed; nothing was written.
    Failed(Message),
    /// The clock reached the moment asked for.
    Wake,
}

impl Msg {
    /// Whether the book in the model may be another one now: what was counted from it is counted anew.
    pub fn brings_another_book(&self) -> bool {
        matches!(
            self,
            Msg::Applied(..)
                | Msg::Undone(..)
                | Msg::Reloaded
                | Msg::Fitted
                | Msg::Imported(_)
                | Msg::Ran { .. }
                | Msg::Failed(_)
                | Msg::Wake
        )
    }
}

/// What the screen asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write this, bring the book up to date, answer [`Msg::Applied`].
    Apply(Action, After),
    /// Take the newest action back; first ask when it cannot be brought back again.
    Undo,
    /// Take this action back.
    UndoThis(i64),
    /// Take the newest action back although it cannot be brought back again.
    UndoForGood,
    /// Bring back what was taken back.
    Redo,
    /// Read a client's brief.
    LoadDetail(Id),
    /// Read a case with its texts, answer [`Msg::Case`].
    LoadCase(Id),
    /// Add the file of this path to a case as evidence, answer [`Msg::Applied`].
    Attach(Id, String),
    /// Complete this path as typed, answer [`Msg::Completed`].
    Complete(String),
    /// Read what a form needs, answer [`Msg::Form`].
    LoadForm(Subject),
    /// Read a client's timeline, answer [`Msg::Timeline`].
    LoadTimeline(Id),
    /// Read what the filter searches: of these clients, of all where none is named.
    LoadFinder(Vec<Id>),
    /// Look through the notes for these words, answer [`Msg::Notes`].
    LookThrough(Vec<String>),
    /// Read the whole book again.
    Reload,
    /// Read what a folder offers for an import, answer [`Msg::Files`].
    ListFiles(String),
    /// Look at a file before it is imported, answer [`Msg::Looked`].
    LookAt(String, Box<ImportOptions>),
    /// Import a file, answer [`Msg::Imported`].
    Import(String, Box<ImportOptions>),
    /// Deal the sorting deck, answer [`Msg::Dealt`].
    Deal,
    /// Look back on who was lost in a period, answer [`Msg::LookedBack`] with the place of its span.
    LookBack(usize, Period),
    /// Read a week for its review, or of these clients again; answer [`Msg::Reviewed`].
    Review(Week, Option<Vec<Id>>),
    /// Leave for the sample portfolio.
    Demo,
    /// Speak this language from now on.
    Speak(Lang),
    /// Look like this from now on.
    Look(ThemeName),
    /// Remember the list's part of the width, in thousandths.
    Split(u16),
    /// Put this on the clipboard.
    Copy(String),
    /// Open this text in the user's editor, answer [`Msg::Edited`].
    Edit(String),
    /// Carry out this command line on the same file, answer [`Msg::Ran`].
    RunLine(Vec<String>),
    /// The prep sheet of a client, answer [`Msg::Sheet`].
    Prep(Id),
    /// What can be written to a client now, about one of its cases or projects where there is one; answer [`Msg::Drafts`].
    Draft(Id, Option<Target>),
    /// Read the knowledge notes, answer [`Msg::Knowledge`].
    ReadNotes,
    /// Hand this draft over one way, answer [`Msg::Handed`].
    HandOver(Way, Box<Draft>),
    /// Make a run, answer [`Msg::Mailing`].
    Mailing(Box<Wanted>),
    /// Hand these messages of a run over one way, answer [`Msg::HandedAll`].
    HandAll(Way, Vec<(usize, Draft)>),
    /// Ring the bell and show this in the window title.
    Announce(Message),
    /// Stop the job (Ctrl-Z).
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Quit,
}
