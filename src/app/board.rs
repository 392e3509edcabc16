//! The board in front of the lists: opportunities by stage on one side, projects by what they ask for on the other. What a card says is
//! `portfolio::prospects`' and `portfolio::projects`', how it is drawn the view's.

use super::act;
use super::command::Do;
use super::dialog::Dialog;
use super::form::{self, Subject};
use super::key::{Key, KeyCode};
use super::line::{Line, Purpose};
use super::model::{Model, Tab};
use super::msg::{After, Effect};
use crate::domain::action::{Action, OpportunityChanges};
use crate::domain::day::Now;
use crate::domain::facts::{EngagementRow, OpportunityRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::Stage;
use crate::portfolio::projects::projects;
use crate::portfolio::prospects::prospects;
use crate::portfolio::value::ValueView;
use crate::portfolio::{Assessed, Snapshot};

/// The stages that have a column.
pub const STAGES: [Stage; 4] = [Stage::Intake, Stage::Needs, Stage::Proposal, Stage::FollowUp];

/// The sides that Tab turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Opportunities by stage.
    Prospects,
    /// Projects that are not over.
    Projects,
}

/// A card: whose it is and which row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// Whose.
    pub client: Id,
    /// The opportunity or the engagement.
    pub id: Id,
}

/// The panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// The side in front.
    pub side: Side,
    /// Opportunities by stage, by expected signature.
    pub columns: [Vec<Card>; 4],
    /// Projects, what presses first.
    pub projects: Vec<Card>,
    /// The selected card of each side.
    selected: [Option<Card>; 2],
}

impl Board {
    /// The board of a book, its first card selected.
    pub fn open(book: &Snapshot) -> Board {
        let mut board = Board { side: Side::Prospects, columns: Default::default(), projects: Vec::new(), selected: [None; 2] };
        board.renew(book);
        // Whoever has projects and no opportunities sees those.
        if board.columns.iter().all(Vec::is_empty) && !board.projects.is_empty() {
            board.side = Side::Projects;
        }
        board
    }

    /// Reads the book again. What is selected stays so; where it is gone, its neighbour is.
    fn renew(&mut self, book: &Snapshot) {
        let before = [self.place(), self.row().map(|row| (0, row))];
        for (stage, column) in STAGES.iter().zip(&mut self.columns) {
            let of = prospects(book, None, false).into_iter().filter(|(_, o)| o.state().stage == *stage);
            *column = of.map(|(c, o)| Card { client: c.id(), id: o.id }).collect();
        }
        self.projects = projects(book, None).iter().map(|p| Card { client: p.client.id(), id: p.row.id }).collect();
        if !self.columns.iter().flatten().any(|c| Some(*c) == self.selected[0]) {
            let near = before[0].and_then(|(column, row)| {
                let column = &self.columns[column];
                column.get(row).or(column.last()).copied()
            });
            self.selected[0] = near.or_else(|| self.columns.iter().flatten().next().copied());
        }
        if !self.projects.iter().any(|c| Some(*c) == self.selected[1]) {
            let near = before[1].and_then(|(_, row)| self.projects.get(row).or(self.projects.last()).copied());
            self.selected[1] = near.or_else(|| self.projects.first().copied());
        }
    }

    /// The selected card of the side in front.
    pub fn card(&self) -> Option<Card> {
        self.selected[self.side as usize]
    }

    /// Column and row of the selected opportunity.
    pub fn place(&self) -> Option<(usize, usize)> {
        let card = self.selected[0]?;
        self.columns.iter().enumerate().find_map(|(n, column)| column.iter().position(|c| *c == card).map(|row| (n, row)))
    }

    /// Row of the selected project.
    pub fn row(&self) -> Option<usize> {
        let card = self.selected[1]?;
        self.projects.iter().position(|c| *c == card)
    }

    /// The cards of the side in front, one behind the other.
    fn all(&self) -> Vec<Card> {
        match self.side {
            Side::Prospects => self.columns.iter().flatten().copied().collect(),
            Side::Projects => self.projects.clone(),
        }
    }

    /// Selects the n-th card of the side in front; `true` when it was selected already.
    pub fn pick(&mut self, n: usize) -> bool {
        let Some(card) = self.all().get(n).copied() else { return false };
        self.selected[self.side as usize].replace(card) == Some(card)
    }

    /// Moves the selection within its column, or in the list of projects. On a narrow screen the columns stand below each other.
    pub fn step(&mut self, n: isize, narrow: bool) {
        let list = match (self.side, self.place()) {
            (Side::Prospects, Some((column, _))) if !narrow => self.columns[column].clone(),
            _ => self.all(),
        };
        let here = list.iter().position(|c| Some(*c) == self.card()).unwrap_or(0);
        let Some(last) = list.len().checked_sub(1) else { return };
        self.selected[self.side as usize] = list.get(here.saturating_add_signed(n).min(last)).copied();
    }

    /// Moves the selection to the next column that has cards.
    fn across(&mut self, n: isize) {
        let Some((column, row)) = self.place() else { return };
        let mut to = column as isize + n;
        while let Some(cards) = usize::try_from(to).ok().and_then(|to| self.columns.get(to)) {
            if let Some(card) = cards.get(row).or(cards.last()) {
                self.selected[0] = Some(*card);
                return;
            }
            to += n;
        }
    }

    /// The selected opportunity, when that side is in front.
    pub fn prospect<'a>(&self, book: &'a Snapshot) -> Option<(&'a Assessed, &'a OpportunityRow)> {
        let card = self.card().filter(|_| self.side == Side::Prospects)?;
        let client = book.client(card.client)?;
        client.facts.opportunities.iter().find(|o| o.id == card.id).map(|o| (client, o))
    }

    /// The selected project, when that side is in front.
    pub fn project<'a>(&self, book: &'a Snapshot) -> Option<(&'a Assessed, &'a EngagementRow)> {
        let card = self.card().filter(|_| self.side == Side::Projects)?;
        let client = book.client(card.client)?;
        client.facts.engagements.iter().find(|e| e.id == card.id).map(|e| (client, e))
    }
}

/// The board in front.
pub fn front(model: &Model) -> Option<&Board> {
    match model.dialogs.last() {
        Some(Dialog::Board(board)) => Some(board),
        _ => None,
    }
}

/// `D`: the board comes to the front.
pub fn open(model: &mut Model) {
    let board = Board::open(&model.book);
    model.dialogs.push(Dialog::Board(Box::new(board)));
}

/// The book changed: the board reads it again.
pub fn renew(model: &mut Model) {
    for dialog in &mut model.dialogs {
        if let Dialog::Board(board) = dialog {
            board.renew(&model.book);
        }
    }
}

/// Whether a key makes sense on the selected card.
///
/// # Errors
/// Why not.
pub fn allows(model: &Model, id: Do) -> Result<(), Message> {
    let no = |id: &'static str| Err(Message::new(id));
    let Some(board) = front(model) else { return no("not-here") };
    let prospect = board.prospect(&model.book).map(|(_, o)| o);
    let project = board.project(&model.book).map(|(_, e)| e);
    match (id, board.side) {
        (Do::BoardNext | Do::BoardBack | Do::BoardWon | Do::BoardLost, Side::Projects) => no("not-an-opportunity"),
        (Do::BoardReport | Do::BoardTold, Side::Prospects) => no("not-a-project"),
        (Do::BoardLeft | Do::BoardRight, Side::Projects) => no("not-columns-here"),
        (Do::BoardNew, _) if board.card().is_none() && model.client().is_none() => no("not-nothing-selected"),
        (Do::BoardNew, Side::Projects) if board.card().is_none() => no("form-no-project"),
        (Do::BoardTurn | Do::BoardClose | Do::BoardUndo | Do::BoardNew, _) => Ok(()),
        (_, Side::Prospects) if prospect.is_none() => no("not-an-opportunity"),
        (_, Side::Projects) if project.is_none() => no("not-a-project"),
        (Do::BoardNext, _) if prospect.is_some_and(|o| o.state().stage == Stage::FollowUp) => no("not-a-stage-on"),
        (Do::BoardBack, _) if prospect.is_some_and(|o| o.state().stage == Stage::Intake) => no("not-a-stage-back"),
        (Do::BoardDone | Do::BoardDay, Side::Projects) if project.is_some_and(|e| e.next().is_none()) => no("not-a-milestone"),
        _ => Ok(()),
    }
}

/// A key of the board.
pub fn run(model: &mut Model, id: Do, key: Key, now: &Now) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    let narrow = is_narrow(model);
    let Some(Dialog::Board(board)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::BoardDown => board.step(far, narrow),
        Do::BoardUp => board.step(-far, narrow),
        Do::BoardLeft => board.across(-1),
        Do::BoardRight => board.across(1),
        Do::BoardTurn => board.side = if board.side == Side::Prospects { Side::Projects } else { Side::Prospects },
        Do::BoardClose => {
            model.dialogs.pop();
        }
        Do::BoardUndo => return vec![Effect::Undo],
        Do::BoardOpen => {
            if let Some(card) = board.card() {
                model.dialogs.pop();
                go_to(model, card.client);
            }
        }
        Do::BoardNew => {
            let card = board.card();
            let side = board.side;
            let client = card.map(|c| c.client).or_else(|| model.client().map(Assessed::id));
            let subject = client.map(|client| match side {
                Side::Prospects => Subject::NewOpportunity(client),
                Side::Projects => Subject::NewMilestone(client, card.map(|c| c.id)),
            });
            if let Some(subject) = subject {
                form::open_subject(model, subject);
            }
        }
        Do::BoardEdit => {
            let subject = board.card().map(|card| match board.side {
                Side::Prospects => Subject::Opportunity(card.id),
                Side::Projects => Subject::Engagement(card.id),
            });
            if let Some(subject) = subject {
                form::open_subject(model, subject);
            }
        }
        _ => return on_card(model, id, now),
    }
    Vec::new()
}

/// What is done to the selected card.
fn on_card(model: &mut Model, id: Do, now: &Now) -> Vec<Effect> {
    let Some(board) = front(model) else { return Vec::new() };
    let write = |action| vec![Effect::Apply(action, After::Stay)];
    if let Some((client, row)) = board.prospect(&model.book) {
        let (client, opportunity) = (client, row.id);
        let stage = |stage: Stage| {
            let changes = OpportunityChanges { stage: Some(stage), ..OpportunityChanges::default() };
            write(Action::EditOpportunity { opportunity, changes: Box::new(changes) })
        };
        let here = STAGES.iter().position(|s| *s == row.state().stage).unwrap_or(0);
        let id_of = client.id();
        let purpose = match id {
            Do::BoardNext => return stage(STAGES[(here + 1).min(STAGES.len() - 1)]),
            Do::BoardBack => return stage(STAGES[here.saturating_sub(1)]),
            Do::BoardWon => return stage(Stage::Won),
            Do::BoardLost => Purpose::ProspectLost { client: id_of, opportunity },
            Do::BoardDay => Purpose::CardDay { client: id_of, target: Target::Opportunity(opportunity) },
            Do::BoardDone => Purpose::NextStep { client: id_of, channel: act::usual_channel(client) },
            _ => return Vec::new(),
        };
        model.open_line(Line::new(purpose));
        return Vec::new();
    }
    let Some((client, row)) = board.project(&model.book) else { return Vec::new() };
    let (client, engagement, next) = (client.id(), row.id, row.next().map(|m| m.id));
    match (id, next) {
        (Do::BoardDone, Some(milestone)) => write(Action::DoneMilestone { milestone, on: Some(now.today()) }),
        (Do::BoardDay, Some(milestone)) => {
            model.open_line(Line::new(Purpose::CardDay { client, target: Target::Milestone(milestone) }));
            Vec::new()
        }
        (Do::BoardReport, _) => vec![Effect::Draft(client, Some(Target::Report(engagement)))],
        (Do::BoardTold, _) => write(Action::ReportProgress { engagement, on: now.today() }),
        _ => Vec::new(),
    }
}

/// Whether the columns stand below each other.
pub fn is_narrow(model: &Model) -> bool {
    model.size.0 < 100
}

/// Leaves the board for the client's own page.
fn go_to(model: &mut Model, client: Id) {
    model.find = None;
    model.page = None;
    model.show(Tab::Clients);
    if !model.list_mut().select_client(client) {
        // The view in front leaves some clients out.
        model.show_view(ValueView::Plan);
        model.list_mut().select_client(client);
    }
    model.open_page();
}
