//! `F` on the calendar: the load. What is promised, managed and ahead, and what could be done, one row each; Enter does it. What is
//! counted is `portfolio::workload`'s, how it is drawn the view's.

use super::command::Do;
use super::dialog::Dialog;
use super::flow;
use super::key::{Key, KeyCode};
use super::model::Model;
use super::msg::{After, Effect};
use crate::domain::message::Message;
use crate::portfolio::Snapshot;
use crate::portfolio::workload::{Kind, Suggestion, USUAL_WEEKS, Workload};

/// The weeks ahead that `[` and `]` go through.
const SPANS: [usize; 5] = [4, USUAL_WEEKS, 13, 26, 53];
/// The span it opens with.
const USUAL: usize = 1;

/// One line; the numbers are places in what was counted.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// A heading, by its catalogue id.
    Heading(&'static str),
    /// What is said once; whether it matters.
    Text(Message, bool),
    /// What could be done.
    Suggestion(usize),
    /// A week ahead.
    Week(usize),
    /// The heads of the columns below.
    Heads(&'static [&'static str]),
    /// A tier.
    Tier(usize),
    /// A channel.
    Channel(usize),
    /// A week that is over.
    Done(usize),
}

impl Line {
    fn can_be_selected(&self) -> bool {
        matches!(self, Line::Suggestion(_) | Line::Week(_) | Line::Tier(_) | Line::Channel(_) | Line::Done(_))
    }
}

/// Columns of the tiers.
pub const TIER_HEADS: [&str; 4] = ["cli-column-tier", "cli-column-clients", "cli-column-requirements", "cli-column-contacts"];
/// Columns of the channels.
pub const CHANNEL_HEADS: [&str; 4] =
    ["cli-column-channel", "cli-column-requirements", "cli-column-contacts", "cli-column-managed"];

/// The panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    /// Place among the spans.
    pub span: usize,
    /// What was counted.
    pub seen: Workload,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The first line of the right half, where there is room for two.
    pub half: usize,
    /// The selected line.
    pub selected: usize,
}

impl Load {
    fn new(book: &Snapshot, span: usize) -> Load {
        let seen = Workload::new(book, SPANS.get(span).copied().unwrap_or(USUAL_WEEKS));
        let mut lines = vec![Line::Text(seen.promised(), true)];
        let fits = seen.fits();
        lines.extend(seen.verdict(book).into_iter().map(|m| Line::Text(m, !fits)));
        if !seen.suggestions.is_empty() {
            lines.push(Line::Heading("load-suggestions"));
            lines.extend((0..seen.suggestions.len()).map(Line::Suggestion));
        }
        lines.push(Line::Heading("load-weeks"));
        lines.extend((0..seen.weeks.len()).map(Line::Week));
        let half = lines.len();
        if !seen.promise.tiers.is_empty() {
            lines.extend([Line::Heading("load-tiers"), Line::Heads(&TIER_HEADS)]);
            lines.extend((0..seen.promise.tiers.len()).map(Line::Tier));
            lines.extend([Line::Heading("load-channels"), Line::Heads(&CHANNEL_HEADS)]);
            lines.extend((0..seen.channels().len()).map(Line::Channel));
        }
        lines.extend([Line::Heading("load-done"), Line::Text(seen.managed_told(), false)]);
        lines.extend((0..seen.managed.weeks.len()).map(Line::Done));
        lines.push(Line::Heading("load-effort-title"));
        lines.extend(seen.effort.told().into_iter().map(|m| Line::Text(m, false)));
        let mut out = Load { span, seen, lines, half, selected: 0 };
        out.step(0);
        out
    }

    /// Counts again after the book changed. What is selected stays so as far as it is still there; a suggestion that was carried out
    /// leaves the selection to the weeks, so that a second Enter does not carry out the next one.
    fn renew(&mut self, book: &Snapshot) {
        let mut new = Load::new(book, self.span);
        let place = |line: &Line| new.lines.iter().position(|l| l == line);
        let same = |a: &Suggestion, b: &Suggestion| {
            a.kind == b.kind || matches!((a.kind, b.kind), (Kind::Spread { .. }, Kind::Spread { .. }))
        };
        let at = match (self.line(), self.suggestion()) {
            (_, Some(one)) => {
                let n = new.seen.suggestions.iter().position(|other| same(one, other));
                n.and_then(|n| place(&Line::Suggestion(n))).or_else(|| place(&Line::Week(0)))
            }
            (Some(line), None) => place(line),
            (None, None) => None,
        };
        new.selected = at.unwrap_or(self.selected);
        new.step(0);
        *self = new;
    }

    /// The selected line.
    pub fn line(&self) -> Option<&Line> {
        self.lines.get(self.selected).filter(|line| line.can_be_selected())
    }

    /// The selected suggestion, when one is.
    pub fn suggestion(&self) -> Option<&Suggestion> {
        match self.line() {
            Some(Line::Suggestion(n)) => self.seen.suggestions.get(*n),
            _ => None,
        }
    }

    /// Moves the selection by so many lines, over headings.
    pub fn step(&mut self, n: isize) {
        let places: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines[*at].can_be_selected()).collect();
        let Some(last) = places.len().checked_sub(1) else { return };
        let here = places.iter().position(|at| *at >= self.selected).unwrap_or(last);
        self.selected = places[here.saturating_add_signed(n).min(last)];
    }

    /// Selects a line; `true` when it was selected already.
    pub fn pick(&mut self, n: usize) -> bool {
        self.lines.get(n).is_some_and(Line::can_be_selected) && std::mem::replace(&mut self.selected, n) == n
    }
}

/// `F`: the panel comes to the front.
pub fn open(model: &mut Model) {
    let panel = Load::new(&model.book, USUAL);
    model.dialogs.push(Dialog::Load(Box::new(panel)));
}

/// The book changed: the panel counts again.
pub fn renew(model: &mut Model) {
    for dialog in &mut model.dialogs {
        if let Dialog::Load(panel) = dialog {
            panel.renew(&model.book);
        }
    }
}

/// A key of the panel.
pub fn run(model: &mut Model, id: Do, key: Key) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    let Some(Dialog::Load(panel)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::LoadDown => panel.step(far),
        Do::LoadUp => panel.step(-far),
        Do::LoadFewer | Do::LoadMore => {
            let span = if id == Do::LoadFewer { panel.span.saturating_sub(1) } else { (panel.span + 1).min(SPANS.len() - 1) };
            panel.span = span;
            panel.renew(&model.book);
        }
        Do::LoadUndo => return vec![Effect::Undo],
        Do::LoadSpread => flow::open(model, Do::Level),
        Do::LoadTake => match panel.suggestion().map(|one| (one.kind, one.action(&model.book))) {
            // Each move is looked at first.
            Some((Kind::Spread { .. }, _)) => flow::open(model, Do::Level),
            Some((_, Some(action))) => return vec![Effect::Apply(action, After::Stay)],
            _ => model.error = Some(Message::new("not-a-suggestion")),
        },
        _ => {
            model.dialogs.pop();
        }
    }
    Vec::new()
}
