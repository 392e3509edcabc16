//! What was learned from cases, in front of the lists: causes with low marks and improvements on one side, the figures on the other, and
//! the cases behind a line. What is counted is `portfolio::causes`' and `portfolio::service`'s, how it is drawn the view's.

use super::command::Do;
use super::dialog::Dialog;
use super::key::{Key, KeyCode};
use super::list::RowId;
use super::model::{Model, Tab};
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::facts::SurveyRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::period::Period;
use crate::domain::target::Target;
use crate::portfolio::causes::{KINDS, LowMarks, Pareto};
use crate::portfolio::service::Figures;
use crate::portfolio::{Improvement, Snapshot};

/// What `[` and `]` go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// So many days.
    Days(i32),
    /// Everything.
    Everything,
}

/// The spans from the shortest to the longest.
pub const SPANS: [Span; 4] = [Span::Days(30), Span::Days(90), Span::Days(365), Span::Everything];

/// The sides that Tab turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Causes, low marks, improvements.
    Causes,
    /// The figures.
    Figures,
}

/// One line of a side; the numbers are places in what it was counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A heading, by its catalogue id.
    Heading(&'static str),
    /// The heads of the columns of causes.
    CauseHeads,
    /// That there is nothing to count.
    Nothing,
    /// A cause.
    Cause(usize),
    /// A reason of low marks.
    Reason(usize),
    /// An improvement, by its place in the book.
    Improvement(usize),
    /// A figure.
    Figure(usize),
}

impl Line {
    fn can_be_selected(self) -> bool {
        !matches!(self, Line::Heading(_) | Line::CauseHeads | Line::Nothing)
    }
}

/// What a list of cases or answers stands behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A cause; `None`: none was named.
    Cause(Option<String>),
    /// A reason of low marks.
    Reason(Option<String>),
    /// A figure.
    Figure(&'static str),
}

/// One row behind a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Behind {
    /// A case of a client.
    Case(Id, Id),
    /// A survey answer of a client.
    Answer(Id, SurveyRow),
}

/// The rows behind a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Drill {
    /// Behind what.
    pub source: Source,
    /// The rows.
    pub rows: Vec<Behind>,
    /// The selected one.
    pub selected: usize,
}

/// The panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Causes {
    /// Place in [`SPANS`].
    pub span: usize,
    /// The side in front.
    pub side: Side,
    /// Causes of the span.
    pub pareto: Pareto,
    /// Low marks of the span.
    pub low: LowMarks,
    /// Figures of the span.
    pub figures: Figures,
    /// The lines of the side in front.
    pub lines: Vec<Line>,
    /// The selected line.
    pub selected: usize,
    /// The rows behind a line, while they are looked at.
    pub drill: Option<Drill>,
}

fn period(span: usize, today: Day) -> Period {
    match SPANS.get(span) {
        Some(Span::Days(days)) => Period::days(*days, today),
        _ => Period::everything(today),
    }
}

impl Causes {
    /// The last 90 days.
    pub fn open(book: &Snapshot) -> Causes {
        Causes::count(book, 1, Side::Causes)
    }

    fn count(book: &Snapshot, span: usize, side: Side) -> Causes {
        let period = period(span, book.now.today());
        let mut out = Causes {
            span,
            side,
            pareto: Pareto::new(book, period, &KINDS),
            low: LowMarks::new(book, period),
            figures: Figures::new(book, period, None),
            lines: Vec::new(),
            selected: 0,
            drill: None,
        };
        out.lines = out.lines(book);
        out.step(0);
        out
    }

    fn lines(&self, book: &Snapshot) -> Vec<Line> {
        if self.side == Side::Figures {
            return (0..self.figures.all.len()).map(Line::Figure).collect();
        }
        let mut out = Vec::new();
        if self.pareto.causes.is_empty() {
            out.push(Line::Nothing);
        } else {
            out.push(Line::CauseHeads);
            out.extend((0..self.pareto.causes.len()).map(Line::Cause));
        }
        if !self.low.reasons.is_empty() {
            out.push(Line::Heading("causes-low-marks"));
            out.extend((0..self.low.reasons.len()).map(Line::Reason));
        }
        if !book.improvements.is_empty() {
            out.push(Line::Heading("heading-improve"));
            let (open, done): (Vec<usize>, Vec<usize>) =
                (0..book.improvements.len()).partition(|n| book.improvements.get(*n).is_some_and(Improvement::is_open));
            out.extend(open.into_iter().chain(done).map(Line::Improvement));
        }
        out
    }

    /// Counts again after the book changed. What is selected stays so, as far as it is still there.
    fn renew(&mut self, book: &Snapshot) {
        let improvement = |line: Option<&Line>, book: &Snapshot| match line {
            Some(Line::Improvement(n)) => book.improvements.get(*n).map(|i| i.row.id),
            _ => None,
        };
        let known = improvement(self.lines.get(self.selected), book);
        let mut new = Causes::count(book, self.span, self.side);
        new.selected = self.selected;
        if let Some(at) = new.lines.iter().position(|line| known.is_some() && improvement(Some(line), book) == known) {
            new.selected = at;
        }
        new.step(0);
        if let Some(drill) = &self.drill {
            let rows = new.behind(book, &drill.source);
            let selected = drill.selected.min(rows.len().saturating_sub(1));
            new.drill = Some(Drill { source: drill.source.clone(), rows, selected });
        }
        *self = new;
    }

    /// The rows behind a line.
    fn behind(&self, book: &Snapshot, source: &Source) -> Vec<Behind> {
        let cases = |numbers: &mut dyn Iterator<Item = i64>| -> Vec<Behind> {
            numbers.filter_map(|no| book.case_no(no)).map(|case| Behind::Case(case.client, case.row.id)).collect()
        };
        match source {
            Source::Cause(cause) => {
                let line = self.pareto.line(cause.as_deref());
                cases(&mut line.into_iter().flat_map(|l| l.cases.iter().copied()))
            }
            Source::Figure(id) => {
                let mut numbers: Vec<i64> =
                    self.figures.get(id).into_iter().flat_map(|f| f.rows.iter().map(|r| r.no)).collect();
                numbers.dedup();
                cases(&mut numbers.into_iter())
            }
            Source::Reason(reason) => {
                let line = self.low.reasons.iter().find(|line| line.reason == *reason);
                line.into_iter()
                    .flat_map(|l| &l.answers)
                    .map(|(client, answer)| Behind::Answer(*client, answer.clone()))
                    .collect()
            }
        }
    }

    /// The selected line.
    pub fn line(&self) -> Option<Line> {
        self.lines.get(self.selected).copied().filter(|line| line.can_be_selected())
    }

    /// The selected improvement, when one is.
    pub fn improvement<'a>(&self, book: &'a Snapshot) -> Option<&'a Improvement> {
        match self.line() {
            Some(Line::Improvement(n)) if self.drill.is_none() => book.improvements.get(n),
            _ => None,
        }
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
            None if self.lines.get(n).is_some_and(|line| line.can_be_selected()) => {
                std::mem::replace(&mut self.selected, n) == n
            }
            None => false,
        }
    }
}

/// `A`: the panel comes to the front.
pub fn open(model: &mut Model) {
    let panel = Causes::open(&model.book);
    model.dialogs.push(Dialog::Causes(Box::new(panel)));
}

/// The book changed: a panel in front counts again.
pub fn renew(model: &mut Model) {
    for dialog in &mut model.dialogs {
        if let Dialog::Causes(panel) = dialog {
            panel.renew(&model.book);
        }
    }
}

/// A key of the panel.
pub fn run(model: &mut Model, id: Do, key: Key) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    let Some(Dialog::Causes(panel)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::CauseDown => panel.step(far),
        Do::CauseUp => panel.step(-far),
        Do::CauseTurn => {
            let side = if panel.side == Side::Causes { Side::Figures } else { Side::Causes };
            **panel = Causes::count(&model.book, panel.span, side);
        }
        Do::CauseShorter | Do::CauseLonger => {
            let span =
                if id == Do::CauseShorter { panel.span.saturating_sub(1) } else { (panel.span + 1).min(SPANS.len() - 1) };
            let (selected, drill) = (panel.selected, panel.drill.take());
            **panel = Causes { selected, ..Causes::count(&model.book, span, panel.side) };
            panel.drill = drill.map(|drill| Drill { rows: panel.behind(&model.book, &drill.source), selected: 0, ..drill });
            if panel.drill.is_none() {
                panel.step(0);
            }
        }
        Do::CauseClose if panel.drill.is_some() => panel.drill = None,
        Do::CauseClose => {
            model.dialogs.pop();
        }
        Do::CauseDone => {
            let improvement = panel.improvement(&model.book).map(|i| i.row.id);
            let done = |improvement| Effect::Apply(Action::DoneImprovement { improvement }, After::Stay);
            return improvement.map(done).into_iter().collect();
        }
        Do::CauseUndo => return vec![Effect::Undo],
        Do::CauseOpen => enter(model),
        _ => {}
    }
    Vec::new()
}

/// Enter: the rows behind a line; a row itself and an improvement are gone to.
fn enter(model: &mut Model) {
    let Some(Dialog::Causes(panel)) = model.dialogs.last_mut() else { return };
    if let Some(drill) = &panel.drill {
        let row = match drill.rows.get(drill.selected) {
            Some(Behind::Case(client, case)) => RowId { client: Some(*client), target: Some(Target::Complaint(*case)) },
            Some(Behind::Answer(client, _)) => RowId { client: Some(*client), target: None },
            None => return,
        };
        return go_to(model, row);
    }
    let source = match panel.line() {
        Some(Line::Cause(n)) => panel.pareto.causes.get(n).map(|line| Source::Cause(line.cause.clone())),
        Some(Line::Reason(n)) => panel.low.reasons.get(n).map(|line| Source::Reason(line.reason.clone())),
        Some(Line::Figure(n)) => panel.figures.all.get(n).map(|figure| Source::Figure(figure.id)),
        Some(Line::Improvement(n)) => {
            let Some(improvement) = model.book.improvements.get(n) else { return };
            if improvement.is_open() {
                return go_to(model, RowId { client: None, target: Some(Target::Improvement(improvement.row.id)) });
            }
            model.error = Some(Message::new("not-open-improvement"));
            return;
        }
        _ => None,
    };
    let Some(source) = source else { return };
    let rows = panel.behind(&model.book, &source);
    panel.drill = Some(Drill { source, rows, selected: 0 });
}

/// Leaves the panel for a row: a case or an improvement on Complaints, a client on Clients.
fn go_to(model: &mut Model, row: RowId) {
    model.dialogs.pop();
    model.show(if row.target.is_some() { Tab::Complaints } else { Tab::Clients });
    match (row.target, row.client) {
        (None, Some(client)) => model.list_mut().select_client(client),
        _ => model.list_mut().select(row),
    };
}
