//! `?`: the commands that exist where the user was, each with its keys and a sentence, of which Enter runs the chosen one; and behind that
//! page the manual's. The lines are the registry's, the pages are read by `crate::manual`.

use super::command::{COMMANDS, Command, Scope};
use super::dialog::Dialog;
use super::model::Model;
use crate::text::{Laid, lay_out};

/// A topic of the manual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The word for it on the command line.
    pub code: &'static str,
    /// Its first line.
    pub title: String,
    /// Its text, the first line included.
    pub text: String,
}

/// The list of commands and, behind it, the manual.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// The commands in the order shown.
    pub commands: Vec<&'static Command>,
    /// The chosen one.
    pub selected: usize,
    /// The page shown: 0 the keys, then the topics of the manual.
    pub page: usize,
    /// First line shown of a topic.
    pub scroll: u16,
}

/// Rows of the screen that a topic does not get: header, foot, and the names of the pages.
const CHROME: u16 = 7;

/// Columns at both sides of a topic, and the widest lines that are still read with ease.
const MARGIN: u16 = 4;
const WIDEST: usize = 92;

impl Help {
    /// What exists where the user is: a pending key's seconds only, the first-run screen's own, or everything else.
    pub fn open(model: &Model) -> Help {
        let first = model.is_first_run();
        let shown = |scope: Scope| match scope {
            Scope::First => first,
            scope => !first || scope == Scope::Always || scope.is_of_dialog(),
        };
        // In front of the lists only what works there, and what a first key waits for.
        let special = match (model.dialogs.last(), &model.prefix) {
            (Some(dialog), _) => dialog.scopes(),
            (None, Some(prefix)) => vec![prefix.scope()],
            (None, None) => Vec::new(),
        };
        let wanted = |scope: &Scope| if special.is_empty() { shown(*scope) } else { special.contains(scope) };
        let mut scopes: Vec<Scope> = Scope::ALL.into_iter().filter(wanted).collect();
        // On a case what can be done with it comes first.
        scopes.sort_by_key(|scope| *scope != Scope::Case || model.case().is_none());
        let commands = scopes.into_iter().flat_map(|s| COMMANDS.iter().filter(move |c| c.scope == s)).collect();
        Help { commands, ..Help::default() }
    }

    /// The chosen command; none on a topic.
    pub fn command(&self) -> Option<&'static Command> {
        if self.page == 0 { self.commands.get(self.selected).copied() } else { None }
    }

    /// The topic shown.
    pub fn topic<'a>(&self, pages: &'a [Chapter]) -> Option<&'a Chapter> {
        self.page.checked_sub(1).and_then(|n| pages.get(n))
    }

    /// Shows a page by its number, 0 the keys.
    pub fn show(&mut self, page: usize, pages: &[Chapter]) {
        if page <= pages.len() {
            (self.page, self.scroll) = (page, 0);
        }
    }

    /// Turns the pages, round.
    pub fn turn(&mut self, n: isize, pages: &[Chapter]) {
        let count = pages.len() as isize + 1;
        self.show((self.page as isize + n).rem_euclid(count) as usize, pages);
    }

    /// Moves the choice, or scrolls the topic as far as it goes.
    pub fn step(&mut self, n: isize, pages: &[Chapter], size: (u16, u16)) {
        match self.topic(pages) {
            None => self.selected = self.selected.saturating_add_signed(n).min(self.commands.len().saturating_sub(1)),
            Some(page) => {
                let (lines, rows) = (lines(page, size.0).len(), usize::from(size.1.saturating_sub(CHROME)));
                // Where not all fit, the last row says how much is below.
                let furthest = if lines > rows { lines - rows.saturating_sub(1).min(lines) } else { 0 };
                let to = usize::from(self.scroll).saturating_add_signed(n).min(furthest);
                self.scroll = u16::try_from(to).unwrap_or(u16::MAX);
            }
        }
    }
}

/// A topic in the lines of a screen of so many columns.
pub fn lines(page: &Chapter, columns: u16) -> Vec<Laid> {
    lay_out(&page.text, usize::from(columns.saturating_sub(MARGIN)).min(WIDEST))
}

/// Moves in the help, when that stands in front.
pub fn step(model: &mut Model, n: isize) {
    if let Some(Dialog::Help(help)) = model.dialogs.last_mut() {
        help.step(n, &model.manual, model.size);
    }
}

/// Turns the pages of the help, when that stands in front.
pub fn turn(model: &mut Model, to: Turn) {
    if let Some(Dialog::Help(help)) = model.dialogs.last_mut() {
        match to {
            Turn::By(n) => help.turn(n, &model.manual),
            Turn::To(page) => help.show(page, &model.manual),
        }
    }
}

/// Where the pages are turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// So many on, or back.
    By(isize),
    /// To this page.
    To(usize),
}
