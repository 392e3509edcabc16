//! `A` in At risk: who was lost, which signs had fired, how often they were right; Enter shows the clients behind a line.
//! What is counted is `portfolio::hindsight`'s, how it is drawn the view's.

use super::command::Do;
use super::dialog::Dialog;
use super::key::{Key, KeyCode};
use super::model::{Model, Tab};
use super::msg::Effect;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::period::Period;
use crate::portfolio::hindsight::{By, Hindsight};

/// Days that `[` and `]` go through, the shortest first; the last is everything.
const SPANS: [Option<i32>; 4] = [Some(90), Some(365), Some(730), None];
/// The span it opens with.
const USUAL: usize = 2;

/// The period of a span.
pub fn period(span: usize, today: Day) -> Period {
    match SPANS.get(span) {
        Some(Some(days)) => Period::days(*days, today),
        _ => Period::everything(today),
    }
}

/// One line; the numbers are places in what it was counted from.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// A heading, by its catalogue id.
    Heading(&'static str),
    /// What is said once.
    Text(Message),
    /// The heads of the columns below.
    Heads(&'static [&'static str]),
    /// Losses that are alike.
    Group(By, usize),
    /// A loss.
    Loss(usize),
    /// A sign.
    Sign(usize),
    /// Who was won back.
    Saves,
}

impl Line {
    fn can_be_selected(&self) -> bool {
        matches!(self, Line::Group(..) | Line::Loss(_) | Line::Sign(_) | Line::Saves)
    }
}

/// The clients behind a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Drill {
    /// Behind what.
    pub title: Message,
    /// The clients, each with what it is there for.
    pub rows: Vec<(Id, Message)>,
    /// The selected one.
    pub selected: usize,
}

/// The panel.
#[derive(Debug, Clone, PartialEq)]
pub struct LookBack {
    /// Place among the spans.
    pub span: usize,
    /// What was counted.
    pub seen: Hindsight,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The selected line.
    pub selected: usize,
    /// The clients behind a line, while they are looked at.
    pub drill: Option<Drill>,
}

/// Columns of a group of losses.
pub const GROUP_HEADS: [&str; 3] = ["head-clients", "cli-column-lost-value", "cli-column-on-list"];
/// Columns of a sign.
pub const SIGN_HEADS: [&str; 4] = ["cli-column-before-loss", "cli-column-stayed", "cli-column-right", "cli-column-caught"];

impl LookBack {
    fn new(span: usize, seen: Hindsight) -> LookBack {
        let mut lines: Vec<Line> = seen.sums().into_iter().map(Line::Text).collect();
        for (by, heading) in
            [(By::Reason, "hindsight-by-reason"), (By::Tier, "hindsight-by-tier"), (By::Tenure, "hindsight-by-tenure")]
        {
            let count = seen.groups(by).len();
            if count > 0 {
                lines.extend([Line::Heading(heading), Line::Heads(&GROUP_HEADS)]);
                lines.extend((0..count).map(|n| Line::Group(by, n)));
            }
        }
        if !seen.losses.is_empty() {
            lines.push(Line::Heading("hindsight-clients"));
            lines.extend((0..seen.losses.len()).map(Line::Loss));
        }
        let (any, said) = seen.judging();
        lines.push(Line::Heading("hindsight-signs"));
        lines.extend(said.into_iter().map(Line::Text));
        if any {
            lines.push(Line::Heads(&SIGN_HEADS));
            lines.extend((0..seen.signs().len()).map(Line::Sign));
        }
        lines.push(Line::Heading("hindsight-saves"));
        let mut saved = seen.saved().into_iter();
        match (seen.saves.all.is_empty(), saved.next()) {
            (true, Some(none)) => lines.push(Line::Text(none)),
            _ => lines.push(Line::Saves),
        }
        lines.extend(saved.map(Line::Text));
        let mut out = LookBack { span, seen, lines, selected: 0, drill: None };
        out.step(0);
        out
    }

    /// The selected line.
    pub fn line(&self) -> Option<&Line> {
        self.lines.get(self.selected).filter(|line| line.can_be_selected())
    }

    /// Moves the selection by so many lines, over headings.
    pub fn step(&mut self, n: isize) {
        if let Some(drill) = &mut self.drill {
            drill.selected = drill.selected.saturating_add_signed(n).min(drill.rows.len().saturating_sub(1));
            return;
        }
        let places: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines[*at].can_be_selected()).collect();
        let Some(last) = places.len().checked_sub(1) else { return };
        let here = places.iter().position(|at| *at >= self.selected).unwrap_or(last);
        self.selected = places[here.saturating_add_signed(n).min(last)];
    }

    /// Selects a line or a row behind one; `true` when it was selected already.
    pub fn pick(&mut self, n: usize) -> bool {
        match &mut self.drill {
            Some(drill) => std::mem::replace(&mut drill.selected, n.min(drill.rows.len().saturating_sub(1))) == n,
            None if self.lines.get(n).is_some_and(Line::can_be_selected) => std::mem::replace(&mut self.selected, n) == n,
            None => false,
        }
    }

    /// The clients behind the selected line.
    fn behind(&self) -> Option<Drill> {
        let seen = &self.seen;
        let (title, rows) = match self.line()? {
            Line::Group(by, n) => {
                let group = seen.groups(*by).into_iter().nth(*n)?;
                let row = |n: usize| seen.losses.get(n).map(|loss| (loss.client, loss.told()));
                (group.title, group.losses.into_iter().filter_map(row).collect())
            }
            Line::Sign(n) => {
                let sign = seen.signs().into_iter().nth(*n)?;
                let of = |ids: &[Id], id: &'static str| ids.iter().map(|c| (*c, Message::new(id))).collect::<Vec<_>>();
                let lost = of(&sign.hits.lost_clients, "hindsight-behind-lost");
                let stayed = of(&sign.hits.stayed_clients, "hindsight-behind-stayed");
                (sign.title, [lost, stayed].concat())
            }
            Line::Saves => {
                let row = |save: &crate::portfolio::hindsight::Save| (save.client, seen.save_told(save));
                (Message::new("hindsight-saves"), seen.saves.all.iter().map(row).collect())
            }
            _ => return None,
        };
        Some(Drill { title, rows, selected: 0 })
    }
}

/// `A`: the last two years are looked back on.
pub fn open(model: &Model) -> Vec<Effect> {
    vec![Effect::LookBack(USUAL, period(USUAL, model.book.now.today()))]
}

/// What was counted arrives: in place of what the panel showed, else the panel comes to the front.
pub fn arrived(model: &mut Model, span: usize, seen: Hindsight) {
    let panel = LookBack::new(span, seen);
    match model.dialogs.last_mut() {
        Some(Dialog::LookBack(front)) => **front = panel,
        _ => model.dialogs.push(Dialog::LookBack(Box::new(panel))),
    }
}

/// A key of the panel.
pub fn run(model: &mut Model, id: Do, key: Key) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    let today = model.book.now.today();
    let Some(Dialog::LookBack(panel)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::BackDown => panel.step(far),
        Do::BackUp => panel.step(-far),
        Do::BackShorter | Do::BackLonger => {
            let span = if id == Do::BackShorter { panel.span.saturating_sub(1) } else { (panel.span + 1).min(SPANS.len() - 1) };
            if span != panel.span {
                return vec![Effect::LookBack(span, period(span, today))];
            }
        }
        Do::BackClose if panel.drill.is_some() => panel.drill = None,
        Do::BackOpen => match (&panel.drill, panel.line()) {
            (Some(drill), _) => {
                if let Some((client, _)) = drill.rows.get(drill.selected) {
                    let client = *client;
                    go_to(model, client);
                }
            }
            (None, Some(Line::Loss(n))) => {
                if let Some(client) = panel.seen.losses.get(*n).map(|loss| loss.client) {
                    go_to(model, client);
                }
            }
            (None, _) => panel.drill = panel.behind(),
        },
        _ => {
            model.dialogs.pop();
        }
    }
    Vec::new()
}

/// Leaves the panel for a client.
fn go_to(model: &mut Model, client: Id) {
    model.dialogs.pop();
    model.show(Tab::Clients);
    model.list_mut().select_client(client);
}
