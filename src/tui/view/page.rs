//! The client's own page: one line an event, what is open or to come above a rule, what was below it, newest first. The selected line
//! shows the whole note beneath it. What the events are is `portfolio::timeline`'s to say.

use super::View;
use crate::app::mouse::Hit;
use crate::app::page::{Page, Story};
use crate::domain::message::{Arg, Message};
use crate::i18n::Lang;
use crate::portfolio::tier_history::history;
use crate::portfolio::timeline::{Event, EventKind, Group, When};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the kind.
const KIND: usize = 8;
/// Lines from which the tier month by month stands above every kind.
const ROOMY: u16 = 16;
/// Characters of a note that are looked at.
const LONGEST: usize = 20_000;

/// Cells of the date: the longest of each language fits.
fn when_cells(view: &View<'_>) -> usize {
    if view.model.words.lang == Lang::Zh { 13 } else { 10 }
}

/// Draws it; `alone` without the brief beside it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, page: &Page, alone: bool) {
    let mut area = area;
    if alone && let Some(client) = view.model.book.client(page.client) {
        let label = client.tier.label();
        let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
        let cells = pen.left().saturating_sub(text::width(&label) + 3);
        let name = text::one_line(client.name());
        let cells = cells.min(text::width(&name));
        pen.skip(1).cell(&name, cells, view.style(Ink::Strong)).skip(2).text(&label, view.style(Ink::Strong));
        area = lower(area);
    }
    kinds(view, frame, area, page);
    let mut area = lower(area);
    // Where the months are the point: among the judgements, and above all else where there is room.
    if let Some(client) = view.model.book.client(page.client)
        && (area.height >= ROOMY || page.kind == Some(Group::Judgement))
    {
        let past = history(client, &view.model.book.now);
        if past.is_drawn() {
            let words = view.say(&Message::new("page-tiers").with("strip", past.strip()));
            Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(2).text(&words, view.style(Ink::Quiet));
            area = lower(area);
        }
    }
    let Some(story) = view.model.past.of(page.client) else { return };
    if page.shown.is_empty() {
        Pen::new(frame.buffer_mut(), area, 1).skip(2).text(&view.word("page-empty"), view.style(Ink::Quiet));
        return;
    }
    events(view, frame, area, page, story);
}

fn lower(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// The kinds there are, the one shown in brackets.
fn kinds(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, page: &Page) {
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    let all = std::iter::once((None, Message::new("page-all")));
    pen.skip(1);
    for (kind, title) in all.chain(Group::ALL.map(|g| (Some(g), g.title()))) {
        let words = view.say(&title);
        if kind == page.kind {
            pen.text(&format!("[{words}]"), view.style(Ink::Strong));
        } else {
            pen.text(&format!(" {words} "), view.style(Ink::Quiet));
        }
    }
}

/// One line of the page.
enum Row {
    /// Words above what is open or to come.
    Ahead,
    /// The rule between what is to come and what was.
    Today,
    /// An event, by its place among those shown.
    Event(usize),
    /// A line beneath the selected event.
    Note(usize),
}

/// Where the lines stand: arithmetic, so that only visible lines are built however many events there are.
struct Places {
    ahead: usize,
    shown: usize,
    selected: usize,
    notes: usize,
}

impl Places {
    /// The heading, or the rule: only where there is something on both sides of it, or ahead at all.
    fn edges(&self) -> (usize, usize) {
        (usize::from(self.ahead > 0), usize::from(self.ahead > 0 && self.ahead < self.shown))
    }

    fn total(&self) -> usize {
        let (heading, rule) = self.edges();
        self.shown + self.notes + heading + rule
    }

    /// The line of an event.
    fn line(&self, event: usize) -> usize {
        let (heading, rule) = self.edges();
        let past = if event >= self.ahead { rule } else { 0 };
        let notes = if event > self.selected { self.notes } else { 0 };
        event + heading + past + notes
    }

    /// What stands on a line.
    fn row(&self, line: usize) -> Option<Row> {
        let (heading, rule) = self.edges();
        if line < heading {
            return Some(Row::Ahead);
        }
        let selected = self.line(self.selected);
        if (selected + 1..=selected + self.notes).contains(&line) {
            return Some(Row::Note(line - selected - 1));
        }
        let bare = line - heading - if line > selected { self.notes } else { 0 };
        if rule == 1 && bare == self.ahead {
            return Some(Row::Today);
        }
        let event = bare - if rule == 1 && bare > self.ahead { 1 } else { 0 };
        (event < self.shown).then_some(Row::Event(event))
    }
}

fn events(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, page: &Page, story: &Story) {
    let event = |n: usize| page.shown.get(n).and_then(|n| story.events.get(*n));
    let height = usize::from(area.height);
    let before = 2 + when_cells(view) + 1 + KIND + 1;
    let cells = usize::from(area.width).saturating_sub(before + 1);
    let notes = event(page.selected).map(|e| note(view, e, cells, height)).unwrap_or_default();
    // What is ahead stands first.
    let ahead = page.shown.partition_point(|n| story.events.get(*n).is_some_and(|e| e.ahead));
    let places = Places { ahead, shown: page.shown.len(), selected: page.selected, notes: notes.len() };
    let here = places.line(page.selected);
    // The selection stands in the middle, and no line of its note below the end.
    let middle = here.saturating_sub(height / 2).max((here + notes.len() + 1).saturating_sub(height)).min(here);
    let top = middle.min(places.total().saturating_sub(height));
    for y in 0..height {
        let Some(row) = places.row(top + y) else { break };
        let y = y as u16;
        match row {
            Row::Ahead => {
                Pen::new(frame.buffer_mut(), area, y).skip(1).text(&view.word("page-ahead"), view.style(Ink::Heading));
            }
            Row::Today => view.rule(frame, area, y, &view.word("page-today")),
            Row::Note(n) => {
                let Some(line) = notes.get(n) else { continue };
                Pen::new(frame.buffer_mut(), area, y).keep(1).skip(before).text(line, view.style(Ink::Plain));
            }
            Row::Event(n) => {
                let Some(e) = event(n) else { continue };
                let selected = n == page.selected;
                view.hit_row(area, y, Hit::Event(n));
                one(view, frame, area, y, e, selected);
                if selected {
                    view.bar(frame, area, y);
                }
            }
        }
    }
}

/// One event in one line.
fn one(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, event: &Event, selected: bool) {
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    let late = event.ahead && event.late;
    pen.text(if selected { ">" } else { " " }, view.style(Ink::Strong));
    pen.text(if late { "!" } else { " " }, view.style(Ink::Late));
    let ink = if late { Ink::Late } else { Ink::Plain };
    pen.cell(&view.short_day(event.at.day(view.now.zone)), when_cells(view), view.style(ink)).skip(1);
    let ink = if event.kind.group() == Group::Judgement { Ink::Quiet } else { Ink::Plain };
    pen.cell(&view.say(&kind(event)), KIND, view.style(ink)).skip(1);
    let told = Told::new(view, event, pen.left());
    let used = told.words_cells.min(told.room);
    pen.cell(&told.words, used, view.style(ink));
    let between = view.word("page-between");
    let mut rest = String::new();
    for part in [Some(&told.note), Some(&told.whom).filter(|_| told.fits == Fits::All)].into_iter().flatten() {
        if !part.is_empty() {
            if used > 0 || !rest.is_empty() {
                rest.push_str(&between);
            }
            rest.push_str(part);
        }
    }
    pen.cell(&rest, told.room - used, view.style(Ink::Quiet));
    if let Some(amount) = told.amount {
        pen.right(&amount, pen.left(), view.style(Ink::Plain));
    }
}

/// What of an event there is room for in one line.
#[derive(PartialEq, Eq)]
enum Fits {
    /// All of it.
    All,
    /// All but with whom.
    Note,
    /// What happened, the note in part.
    Words,
    /// Not even that.
    Nothing,
}

/// An event in words, and how much of it a line holds.
struct Told {
    words: String,
    words_cells: usize,
    note: String,
    whom: String,
    amount: Option<String>,
    /// Cells left of the amount.
    room: usize,
    fits: Fits,
}

impl Told {
    fn new(view: &View<'_>, event: &Event, cells: usize) -> Told {
        let amount = amount(event).map(|m| view.say(&m));
        let room = amount.as_ref().map_or(cells, |a| cells.saturating_sub(text::width(a) + 1));
        let (words, note, whom) = (said(view, event), first_of_note(view, event), with_whom(view, event));
        let between = text::width(&view.word("page-between"));
        let words_cells = text::width(&text::sanitize(&words));
        let beside = |before: usize, part: &str| match (before, text::width(part)) {
            (before, 0) => before,
            (0, part) => part,
            (before, part) => before + between + part,
        };
        // A note of several lines is one in the row only for want of room.
        let whole = event.note.as_deref().is_none_or(|n| !n.trim().contains('\n'));
        let with_note = beside(words_cells, &note);
        let fits = match () {
            () if words_cells > room => Fits::Nothing,
            () if !whole || with_note > room => Fits::Words,
            () if beside(with_note, &text::sanitize(&whom)) > room => Fits::Note,
            () => Fits::All,
        };
        Told { words, words_cells, note, whom, amount, room, fits }
    }
}

/// The first words of a note, as far as a line may need them.
fn first_of_note(view: &View<'_>, event: &Event) -> String {
    let widest = usize::from(view.model.size.0);
    let note = event.note.as_deref().unwrap_or_default().trim_start();
    let note = note.char_indices().nth(widest).map_or(note, |(at, _)| &note[..at]);
    text::one_line(note).into_owned()
}

/// With whom, and how long: what matters less than what was said.
fn with_whom(view: &View<'_>, event: &Event) -> String {
    if event.kind != EventKind::Touch {
        return String::new();
    }
    view.say(&Message { id: "page-touch-more", args: event.words.args.clone() })
}

/// The whole of what does not fit the selected line.
fn note(view: &View<'_>, event: &Event, cells: usize, height: usize) -> Vec<String> {
    let told = Told::new(view, event, cells);
    if told.fits == Fits::All {
        return Vec::new();
    }
    let cells = cells.max(8);
    let mut lines = Vec::new();
    if told.fits == Fits::Nothing {
        lines.extend(text::wrap(&text::sanitize(&told.words), cells));
    }
    let note = event.note.as_deref().unwrap_or_default().trim();
    let part = note.char_indices().nth(LONGEST).map_or(note, |(at, _)| &note[..at]);
    if told.fits != Fits::Note && !note.is_empty() {
        lines.extend(text::wrap(&text::sanitize_lines(part), cells));
    }
    if !told.whom.is_empty() {
        lines.extend(text::wrap(&text::sanitize(&told.whom), cells));
    }
    let most = height.saturating_sub(2).max(1);
    if lines.len() > most || part.len() < note.len() {
        lines.truncate(most.saturating_sub(1));
        lines.push(view.word("page-note-cut"));
    }
    lines
}

/// What it is, one short word: the channel of a contact, whose promise, what of an invoice.
fn kind(event: &Event) -> Message {
    let arg = |name: &str| event.words.args.iter().find(|(n, _)| *n == name).map(|(_, arg)| arg);
    if let (EventKind::Touch | EventKind::Appointment, Some(Arg::Channel(channel))) = (event.kind, arg("channel")) {
        return Message::new("page-channel").with("channel", channel.code());
    }
    if let (EventKind::Engagement, Some(Arg::Message(kind))) = (event.kind, arg("kind")) {
        return (**kind).clone();
    }
    Message::new(match (event.words.id, event.kind) {
        ("timeline-task", _) => "page-kind-promise",
        ("timeline-task-waiting", _) => "page-kind-waiting",
        ("timeline-task-delegated", _) => "page-kind-delegated",
        ("timeline-task-done", _) => "page-kind-done",
        ("timeline-credit", _) => "page-kind-credit",
        ("timeline-paid", _) => "page-kind-paid",
        ("timeline-unpaid", _) => "page-kind-unpaid",
        (_, EventKind::Case) => return Message { id: "page-kind-case", args: event.words.args.clone() },
        (_, EventKind::Invoice) => "page-kind-invoice",
        (_, EventKind::Reminder) => "page-kind-reminder",
        (_, EventKind::Tier | EventKind::Pin) => "page-kind-tier",
        (_, EventKind::Deferral | EventKind::Plan) => "page-kind-plan",
        (_, EventKind::Status) => "page-kind-status",
        (_, EventKind::Review) => "page-kind-check",
        (_, EventKind::Relation) => "page-kind-relation",
        (_, EventKind::Outcome) => "page-kind-outcome",
        (_, EventKind::Playbook) => "kind-playbook",
        (_, EventKind::Decision) => "page-kind-decision",
        (_, EventKind::Survey) => "page-kind-mark",
        (_, EventKind::Task) => "page-kind-promise",
        (_, EventKind::Engagement) => "engagement-project",
        (_, EventKind::Opportunity) => "page-kind-opportunity",
        (_, EventKind::Touch | EventKind::Appointment) => "what-contact",
    })
}

/// The amount of an invoice: it stands at the right.
fn amount(event: &Event) -> Option<Message> {
    let (_, amount) = event.words.args.iter().find(|(name, _)| *name == "amount" && event.kind == EventKind::Invoice)?;
    Some(Message { id: "page-amount", args: vec![("amount", amount.clone())] })
}

/// What happened, without what the columns beside it say; a coming moment with its time.
fn said(view: &View<'_>, event: &Event) -> String {
    let id = match event.words.id {
        "timeline-touch" => "page-touch",
        "timeline-appointment" => "page-appointment",
        "timeline-appointment-kept" => "page-appointment-kept",
        "timeline-appointment-cancelled" => "page-appointment-cancelled",
        "timeline-task" | "timeline-task-waiting" | "timeline-task-done" => "page-task",
        "timeline-task-delegated" => "page-task-delegated",
        "timeline-invoice" | "timeline-credit" | "timeline-unpaid" => "page-invoice",
        "timeline-paid" => "page-paid",
        "timeline-nps" => "page-nps",
        "timeline-csat" => "page-csat",
        "timeline-case" => "page-case",
        "timeline-case-event" => "page-case-event",
        "timeline-engagement" => "page-begins",
        "timeline-engagement-done" => "page-finished",
        "timeline-engagement-cancelled" => "page-cancelled",
        "timeline-engagement-end" => "page-ends",
        other => other,
    };
    let words = view.say(&Message { id, args: event.words.args.clone() });
    let words = words.trim();
    match event.at {
        When::Moment(at) if event.ahead => format!("{} {words}", view.model.words.time(at, view.now)).trim().to_owned(),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_place_whatever_is_ahead_or_selected() {
        for (ahead, shown, selected, notes) in
            [(0, 3, 1, 2), (2, 5, 0, 3), (2, 5, 2, 0), (3, 3, 2, 1), (1, 2, 1, 4), (0, 1, 0, 0)]
        {
            let places = Places { ahead, shown, selected, notes };
            let rows: Vec<Row> = (0..).map_while(|line| places.row(line)).collect();
            assert_eq!(rows.len(), places.total());
            let events: Vec<usize> = rows.iter().filter_map(|r| if let Row::Event(n) = r { Some(*n) } else { None }).collect();
            assert_eq!(events, (0..shown).collect::<Vec<_>>());
            for n in 0..shown {
                assert!(matches!(rows[places.line(n)], Row::Event(m) if m == n));
            }
            assert_eq!(rows.iter().filter(|r| matches!(r, Row::Note(_))).count(), notes);
            let rule = rows.iter().position(|r| matches!(r, Row::Today));
            assert_eq!(rule.is_some(), ahead > 0 && ahead < shown);
            let first = rows.iter().position(|r| matches!(r, Row::Note(_)));
            assert!(first.is_none_or(|at| at == places.line(selected) + 1));
        }
    }
}
