//! `0`: the commands that exist where the user was as numbered lines, one page a heading, so that arrows, digits and Enter reach all of
//! them without a letter. What a command does is in `run`.

use super::command::{self, COMMANDS, Command, Do, Scope};
use super::model::{Model, Prefix};

/// Lines of a page: the digits there are.
pub const LINES: usize = 9;

/// One page of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuPage {
    /// Its heading.
    pub scope: Scope,
    /// Its commands.
    pub commands: Vec<Do>,
}

/// The menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// Its pages.
    pub pages: Vec<MenuPage>,
    /// The page shown.
    pub page: usize,
    /// The chosen line of it.
    pub selected: usize,
}

impl Menu {
    /// What exists where the user is: the second keys of a pending first one, the first-run screen's own, or everything else.
    pub fn open(model: &Model) -> Menu {
        const BOOK: [Scope; 7] =
            [Scope::Item, Scope::Client, Scope::Judge, Scope::Hand, Scope::Book, Scope::Move, Scope::Always];
        let case = model.case().is_some().then_some(Scope::Case);
        let pending = model.prefix.as_ref().map(Prefix::scope);
        let scopes: Vec<Scope> = match pending {
            Some(scope) => vec![scope],
            None if model.is_first_run() => vec![Scope::First, Scope::Always],
            None => {
                command::scopes_of_page(model).into_iter().chain(case).chain(BOOK).chain(command::scope_of_tab(model)).collect()
            }
        };
        let mut pages = Vec::new();
        for scope in scopes {
            let commands: Vec<Do> = COMMANDS.iter().filter(|c| c.scope == scope && c.id != Do::Menu).map(|c| c.id).collect();
            pages.extend(commands.chunks(LINES).map(|some| MenuPage { scope, commands: some.to_vec() }));
        }
        // The first page with something to do.
        let can = |page: &MenuPage| page.commands.iter().any(|id| Command::of(*id).is_some_and(|c| c.available(model).is_ok()));
        let page = pages.iter().position(can).unwrap_or(0);
        let mut menu = Menu { pages, page, selected: 0 };
        menu.first_available(model);
        menu
    }

    fn first_available(&mut self, model: &Model) {
        let can = |id: &Do| Command::of(*id).is_some_and(|c| c.available(model).is_ok());
        self.selected = self.shown().iter().position(can).unwrap_or(0);
    }

    /// The commands of the page shown.
    pub fn shown(&self) -> &[Do] {
        self.pages.get(self.page).map_or(&[], |p| &p.commands)
    }

    /// The chosen command.
    pub fn command(&self) -> Option<&'static Command> {
        self.shown().get(self.selected).and_then(|id| Command::of(*id))
    }

    /// Moves the choice within the page.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.shown().len().saturating_sub(1));
    }

    /// Turns the pages, round.
    pub fn turn(&mut self, n: isize, model: &Model) {
        let count = self.pages.len().max(1) as isize;
        self.page = (self.page as isize + n).rem_euclid(count) as usize;
        self.first_available(model);
    }

    /// Chooses a line by its number, from 1; `false` when the page has no such line.
    pub fn pick(&mut self, number: usize) -> bool {
        let there = (1..=self.shown().len()).contains(&number);
        if there {
            self.selected = number - 1;
        }
        there
    }
}
