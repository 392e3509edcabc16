//! The preview of `spread`: what each day holds before and after, and who moves from when to when. Where a contact goes is
//! `portfolio::spread`'s to say.

use super::dialog::Dialog;
use super::imported::{self, Step};
use super::model::Model;
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::words::Channel;
use crate::portfolio::spread::{self, DayLoad, Move};

/// The preview.
#[derive(Debug, Clone, PartialEq)]
pub struct Levelled {
    /// The moves of contacts past their grace, then of those that move within it; each by their new day.
    pub late: Vec<Move>,
    /// Moved within their grace.
    pub within: Vec<Move>,
    /// The days with contacts, up to the last new day.
    pub days: Vec<DayLoad>,
    /// Contacts a day has room for.
    pub capacity: usize,
    /// First line shown.
    pub scroll: u16,
}

impl Levelled {
    /// The plan as it would be.
    pub fn open(model: &Model) -> Levelled {
        let book = &model.book;
        let today = model.day();
        let moves = spread::plan(book);
        let overdue = |m: &Move| {
            let plan = book.client(m.client).map(|c| &c.plan[..]).unwrap_or_default();
            plan.iter().any(|r| r.channel == m.channel && r.is_overdue(today))
        };
        let days = spread::loads(book, &moves);
        let (late, within) = moves.into_iter().partition(overdue);
        Levelled { late, within, days, capacity: book.policy.queue.capacity, scroll: 0 }
    }

    /// Every move.
    pub fn moves(&self) -> impl Iterator<Item = &Move> {
        self.late.iter().chain(&self.within)
    }
}

/// Enter: written as one step. Where nothing moves it only closes.
pub fn apply(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Levelled(levelled)) = model.dialogs.last() else { return Vec::new() };
    let moves: Vec<(Id, Channel, Day)> = levelled.moves().map(|m| (m.client, m.channel, m.to)).collect();
    if moves.is_empty() {
        written(model);
        return Vec::new();
    }
    vec![Effect::Apply(Action::Spread(moves), After::Stay)]
}

/// It is written: the preview is over.
pub fn written(model: &mut Model) {
    model.dialogs.pop();
    imported::taken(model, Step::Level);
}
