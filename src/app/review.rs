//! The weekly review in front of the calendar: its parts as a checklist, what the keys do to a point, the way to a client and back.
//! What is counted is `portfolio::review`'s, how it is drawn the view's.

use super::act;
use super::command::Do;
use super::deed::{self, Deed, Subject};
use super::dialog::{Dialog, Panel as Text};
use super::flow;
use super::key::{Key, KeyCode};
use super::keymap::Keymap;
use super::line::{Line as Typed, Purpose};
use super::list::{Row, RowId};
use super::model::{Model, Prefix, Toast};
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::i18n::Words;
use crate::portfolio::review::{self as week, Part, Point, Record, Review, Section, Week};
use crate::portfolio::{Snapshot, explain};
use crate::text;
use std::collections::HashSet;

/// What a point is recognised by.
type Key3 = (Part, Option<Id>, Option<Target>);

/// One line; the numbers are places among the parts and in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of a part.
    Head(usize),
    /// What is said once.
    Said(usize, usize),
    /// What asks for something.
    Point(usize, usize),
    /// The end: the week is looked back on.
    Finish,
}

impl Line {
    fn can_be_selected(self) -> bool {
        matches!(self, Line::Point(..) | Line::Finish)
    }
}

/// The panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What was found.
    pub review: Review,
    /// Its parts in words.
    pub sections: Vec<Section>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The selected line.
    pub selected: usize,
    /// Points that were ticked off.
    pub ticked: HashSet<Key3>,
}

impl Panel {
    /// On the first point.
    pub fn new(book: &Snapshot, record: Record) -> Panel {
        let review = Review::new(book, record);
        let sections = review.sections(book);
        let mut out = Panel { review, sections, lines: Vec::new(), selected: 0, ticked: HashSet::new() };
        out.lines = out.lay();
        out.step(0);
        out
    }

    fn lay(&self) -> Vec<Line> {
        let mut out = Vec::new();
        for (n, section) in self.sections.iter().enumerate() {
            // Of a week long past there is no week ahead.
            if section.part == Part::Load && self.review.load.is_none() {
                continue;
            }
            out.push(Line::Head(n));
            out.extend((0..section.said.len()).map(|at| Line::Said(n, at)));
            out.extend((0..section.points.len()).map(|at| Line::Point(n, at)));
        }
        out.push(Line::Finish);
        out
    }

    /// Counts again after the book changed. What is selected stays so; where it was dealt with, the next one is.
    fn renew(&mut self, book: &Snapshot) {
        let week = self.review.week;
        let record = std::mem::replace(&mut self.review.record, Record::empty(week));
        let known = self.point().map(Point::key);
        let ticked = std::mem::take(&mut self.ticked);
        let before = self.selected;
        *self = Panel { ticked, ..Panel::new(book, record) };
        let same = |line: &Line| known.is_some() && self.at(*line).map(Point::key) == known;
        self.selected = self.lines.iter().position(same).unwrap_or(before.min(self.lines.len().saturating_sub(1)));
        self.step(0);
    }

    fn at(&self, line: Line) -> Option<&Point> {
        match line {
            Line::Point(n, at) => self.sections.get(n)?.points.get(at),
            _ => None,
        }
    }

    /// The selected point.
    pub fn point(&self) -> Option<&Point> {
        self.lines.get(self.selected).and_then(|line| self.at(*line))
    }

    /// Whether the end is selected.
    pub fn on_finish(&self) -> bool {
        self.lines.get(self.selected) == Some(&Line::Finish)
    }

    /// Points of a part that are not ticked off.
    pub fn left_of(&self, section: &Section) -> usize {
        section.points.iter().filter(|p| !self.ticked.contains(&p.key())).count()
    }

    /// Points that are left.
    pub fn left(&self) -> usize {
        self.sections.iter().map(|s| self.left_of(s)).sum()
    }

    /// Moves the selection by so many points.
    pub fn step(&mut self, n: isize) {
        let places: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines[*at].can_be_selected()).collect();
        let Some(last) = places.len().checked_sub(1) else { return };
        let here = places.iter().position(|at| *at >= self.selected).unwrap_or(last);
        self.selected = places[here.saturating_add_signed(n).min(last)];
    }

    /// To the first point of the next part that has any, or of the one before; past the last one to the end.
    fn turn(&mut self, n: isize) {
        let part = |line: Line| if let Line::Point(n, _) = line { n } else { usize::MAX };
        let starts: Vec<usize> = (0..self.lines.len())
            .filter(|at| match self.lines[*at] {
                Line::Finish => true,
                Line::Point(_, first) => first == 0,
                _ => false,
            })
            .collect();
        let own = self.lines.get(self.selected).map(|line| part(*line));
        let here = starts.iter().position(|at| own == Some(part(self.lines[*at]))).unwrap_or(0);
        let to = (here as isize + n).rem_euclid(starts.len() as isize) as usize;
        self.selected = starts[to];
    }

    /// Selects a line; `true` when it was selected already.
    pub fn pick(&mut self, n: usize) -> bool {
        self.lines.get(n).is_some_and(|line| line.can_be_selected()) && std::mem::replace(&mut self.selected, n) == n
    }

    /// The review as a text.
    fn text(&self, book: &Snapshot, words: &Words) -> String {
        let say = |message: &Message| words.say(message, &book.now);
        let mut out = say(&self.review.title());
        for section in self.sections.iter().filter(|s| !s.is_empty()) {
            out.push_str(&format!("\n\n{}", words.get(section.part.heading())));
            for line in &section.said {
                out.push_str(&format!("\n  {}", say(line)));
            }
            for point in &section.points {
                let name = point.client.and_then(|id| book.client(id)).map(|c| text::one_line(c.name()).into_owned());
                let name = name.map(|n| format!("{n}  ")).unwrap_or_default();
                out.push_str(&format!("\n- {name}{}", text::one_line(&say(&point.words))));
            }
        }
        if let Some(clear) = self.review.clear(&self.sections, say) {
            out.push_str(&format!("\n\n{}", say(&clear)));
        }
        out.push('\n');
        out
    }
}

/// The panel, while it stands in front or below something it opened.
pub fn front(model: &Model) -> Option<&Panel> {
    model.dialogs.iter().rev().find_map(|d| if let Dialog::Review(panel) = d { Some(&**panel) } else { None })
}

/// The panel wherever it is: in front, or left for a client's page.
fn any_mut(model: &mut Model) -> Option<&mut Panel> {
    let front = model.dialogs.iter_mut().find_map(|d| if let Dialog::Review(panel) = d { Some(&mut **panel) } else { None });
    front.or(model.parked.as_deref_mut())
}

/// What an action is about while the panel stands in front.
pub fn subject(model: &Model) -> Option<Subject<'_>> {
    let point = front(model)?.point()?;
    let client = point.client.and_then(|id| model.book.client(id));
    let id = RowId { client: point.client, target: point.target };
    Some(Subject { id, client, items: point.item.iter().collect(), case: None })
}

/// The line that reminds of the review, while it is time for it (S34).
pub fn reminder(keymap: &Keymap, book: &Snapshot, now: &Now) -> Option<Message> {
    week::reminder(book, now)?;
    let keys = [Do::Calendar, Do::Review].map(|id| keymap.shown(id));
    Some(Message::new("review-remark").with("keys", keys.join(" ")))
}

/// Puts it above the rows of Today, below the other remarks.
pub(super) fn remind(keymap: &Keymap, book: &Snapshot, rows: &mut Vec<Row>) {
    if let Some(message) = reminder(keymap, book, &book.now) {
        let at = rows.iter().take_while(|row| matches!(row, Row::Remark(_))).count();
        rows.insert(at, Row::Remark(message));
    }
}

/// Whether it has become time for the reminder since the book was read, or is no more.
pub fn is_time(model: &Model, now: &Now) -> bool {
    week::reminder(&model.book, now).is_some() != week::reminder(&model.book, &model.book.now).is_some()
}

/// `R`: the week that is meant is read.
pub fn open(model: &Model) -> Vec<Effect> {
    vec![Effect::Review(Week::meant(&model.book), None)]
}

/// A week was read: in place of what the panel showed, else the panel comes to the front. With clients only these were read again.
pub fn arrived(model: &mut Model, record: Record, clients: Option<Vec<Id>>) {
    if let Some(clients) = clients {
        if let Some(panel) = any_mut(model).filter(|p| p.review.week == record.week) {
            panel.review.record.take_over(record, &clients);
        }
        return renew(model);
    }
    let panel = Panel::new(&model.book, record);
    let known = any_mut(model).map(|known| {
        let same = known.review.week == panel.review.week;
        if same {
            known.review.record.clone_from(&panel.review.record);
        } else {
            *known = panel.clone();
        }
    });
    match known {
        Some(()) => renew(model),
        None => model.dialogs.push(Dialog::Review(Box::new(panel))),
    }
}

/// The book changed: the panel counts again.
pub fn renew(model: &mut Model) {
    for dialog in &mut model.dialogs {
        if let Dialog::Review(panel) = dialog {
            panel.renew(&model.book);
        }
    }
    if let Some(panel) = &mut model.parked {
        panel.renew(&model.book);
    }
}

/// Something of these clients was written, of any where none is named: what the file tells of their week is read again.
pub fn outdated(model: &mut Model, clients: &[Id], all: bool) -> Vec<Effect> {
    let Some(week) = any_mut(model).map(|p| p.review.week) else { return Vec::new() };
    match (all, clients.is_empty()) {
        (true, _) => vec![Effect::Review(week, None)],
        (false, true) => Vec::new(),
        (false, false) => vec![Effect::Review(week, Some(clients.to_vec()))],
    }
}

/// The page that was opened from the panel is left: the panel stands in front again.
pub fn back(model: &mut Model) {
    if model.page.is_none()
        && !model.brief.open
        && let Some(panel) = model.parked.take()
    {
        model.dialogs.push(Dialog::Review(panel));
    }
}

/// A key of the panel.
pub fn run(model: &mut Model, id: Do, key: Key, now: &Now) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    let Some(Dialog::Review(panel)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::ReviewDown => panel.step(far),
        Do::ReviewUp => panel.step(-far),
        Do::ReviewPart => panel.turn(if key.code == KeyCode::BackTab { -1 } else { 1 }),
        Do::ReviewBefore | Do::ReviewAfter => {
            let weeks = if id == Do::ReviewBefore { -1 } else { 1 };
            return vec![Effect::Review(panel.review.week.plus(weeks), None)];
        }
        Do::ReviewTick => {
            if let Some(known) = panel.point().map(Point::key) {
                if !panel.ticked.remove(&known) {
                    panel.ticked.insert(known);
                }
                panel.step(1);
            }
        }
        Do::ReviewOpen if panel.on_finish() => return keep(model),
        Do::ReviewOpen => enter(model),
        Do::ReviewKeep => return keep(model),
        Do::ReviewDone => return done(model, now),
        Do::ReviewSnooze => model.prefix = Some(Prefix::Snooze),
        Do::ReviewWhy => why(model),
        Do::ReviewSpread => flow::open(model, Do::Level),
        Do::ReviewCopy => {
            let text = panel.text(&model.book, &model.words);
            return vec![Effect::Copy(text)];
        }
        Do::ReviewUndo => return vec![Effect::Undo],
        _ => {
            model.dialogs.pop();
        }
    }
    Vec::new()
}

/// Enter on a point: the client's page; Esc comes back.
fn enter(model: &mut Model) {
    let Some(row) = subject(model).map(|s| s.id) else { return };
    let Some(client) = row.client else { return flow::open(model, Do::Level) };
    if let Some(Dialog::Review(panel)) = model.dialogs.pop() {
        model.parked = Some(panel);
    }
    model.open_page_of(client, Some(row));
}

/// `d`: the point in its own way; what needs an answer asks for it.
fn done(model: &mut Model, now: &Now) -> Vec<Effect> {
    let asks = subject(model).and_then(|s| {
        let (client, item) = (s.client?, s.items.first()?);
        let (id, channel) = (client.id(), act::item_channel(item, client));
        match item.target {
            Target::Renewal(engagement) => {
                let row = client.facts.engagements.iter().find(|e| e.id == engagement).cloned()?;
                Some(Purpose::NextNotice { client: id, row: Box::new(row), channel })
            }
            Target::Lead => Some(Purpose::NextStep { client: id, channel }),
            _ => None,
        }
    });
    match asks {
        Some(purpose) => {
            model.open_line(Typed::new(purpose));
            Vec::new()
        }
        None => deed::perform(model, Deed::Done, now),
    }
}

/// `w`: everything about the client of the point.
fn why(model: &mut Model) {
    let Some(client) = subject(model).and_then(|s| s.client) else { return };
    let title = Message::new("panel-why").with("client", client.name());
    let parts = explain::explain(&model.book, client.id()).into_iter().map(|p| (Some(p.title), p.lines)).collect();
    model.dialogs.push(Dialog::Panel(Text { title, parts, scroll: 0 }));
}

/// The week is looked back on: kept, unless a later one is already.
fn keep(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Review(panel)) = model.dialogs.last() else { return Vec::new() };
    let week = panel.review.week.first();
    model.dialogs.pop();
    if model.book.reviewed.is_some_and(|kept| kept >= week) {
        model.toast = Some(Toast { message: Message::new("review-kept-already"), undo: false, note: false });
        return Vec::new();
    }
    vec![Effect::Apply(Action::ReviewWeek { week }, After::Stay)]
}
