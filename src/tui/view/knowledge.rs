//! The finder of knowledge notes: the line being typed, the notes that fit, and the chosen one as it would go into the draft, beside
//! them where there is room and below them elsewhere. What it finds is decided in `notes`.

use super::View;
use super::dialogs::{more, window, wrapped};
use crate::app::knowledge::{Finding, is_inside};
use crate::app::mouse::{Hit, Typing};
use crate::domain::message::Message;
use crate::notes::Note;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::{Pen, field};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Columns from which on the chosen note stands beside the list.
const BESIDE: u16 = 90;
/// The widest list, and the widest lines that are read with ease.
const WIDEST: (u16, usize) = (80, 96);
/// Cells below which what stands behind a title says nothing.
const SHORTEST: usize = 6;

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, finding: &Finding) {
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1).text(&view.word("notes-title"), view.style(Ink::Strong)).skip(3);
    match finding.shelf.left_out() {
        Some(message) => pen.text(&view.say(&message), view.style(Ink::Warning)),
        None => {
            let (n, of) = (finding.shown.len(), finding.shelf.notes.len());
            pen.text(&view.say(&Message::new("notes-shown").with("n", n).with("of", of)), view.style(Ink::Quiet))
        }
    };
    let mut pen = Pen::new(frame.buffer_mut(), body, 1).keep(1);
    pen.text(" > ", view.style(Ink::Key));
    let drawn = field(&mut pen, body.y + 1, &finding.field, view.style(Ink::Plain));
    let area = Rect { y: body.y + 2, height: body.height.saturating_sub(2), ..body };
    if area.width >= BESIDE {
        let left = (area.width * 2 / 5).min(WIDEST.0);
        list(view, frame, Rect { width: left, ..area }, finding);
        let edge = Rect { x: area.x + left, width: 1, ..area };
        for row in 0..edge.height {
            Pen::new(frame.buffer_mut(), edge, row).text(view.theme.vertical(), view.style(Ink::Edge));
        }
        read(view, frame, Rect { x: edge.right(), width: area.right() - edge.right(), ..area }, finding);
    } else {
        let rows = (area.height / 3).max(3).min(area.height);
        list(view, frame, Rect { height: rows, ..area }, finding);
        let below = Rect { y: area.y + rows, height: area.height - rows, ..area };
        if below.height > 1 {
            view.rule(frame, below, 0, "");
            read(view, frame, Rect { y: below.y + 1, height: below.height - 1, ..below }, finding);
        }
    }
    if let Some(drawn) = drawn {
        view.hit(drawn.area, Hit::Text(Typing::Knowledge, drawn.from));
        frame.set_cursor_position(drawn.caret);
    }
}

/// The notes that fit, the chosen one in sight.
fn list(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, finding: &Finding) {
    if finding.shown.is_empty() {
        let words = if finding.shelf.notes.is_empty() {
            view.say(&finding.shelf.empty())
        } else {
            view.say(&Message::new("notes-no-hits").with("text", finding.field.trimmed()))
        };
        let cells = usize::from(area.width).saturating_sub(5).max(8);
        for (y, line) in text::wrap(&words, cells).iter().enumerate() {
            Pen::new(frame.buffer_mut(), area, y as u16).keep(1).skip(3).text(line, view.style(Ink::Quiet));
        }
        return;
    }
    let rows = usize::from(area.height);
    let top = u16::try_from(finding.selected.saturating_sub(rows / 2)).unwrap_or(u16::MAX);
    let (top, height, below) = window(finding.shown.len(), area.height, top);
    for (y, (n, note)) in finding.fitting().enumerate().skip(top).take(height).enumerate() {
        let here = n == finding.selected;
        view.hit_row(area, y as u16, Hit::Line(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        if is_inside(view.model, note) {
            pen.text("[x] ", view.style(Ink::Done));
        }
        let title = text::one_line(&note.title);
        // The title comes first; what stands behind it takes what is left.
        let room = pen.left().saturating_sub(text::width(&title) + 2);
        let about = about(view, finding, note);
        let about = if room < SHORTEST { String::new() } else { text::truncate(&about, room).into_owned() };
        let cells = pen.left().saturating_sub(if about.is_empty() { 0 } else { text::width(&about) + 2 });
        pen.cell(&title, cells, view.style(if here { Ink::Strong } else { Ink::Plain }));
        if !about.is_empty() {
            pen.skip(2).text(&about, view.style(Ink::Quiet));
        }
        if here {
            view.bar(frame, area, y as u16);
        }
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}

/// What stands behind a title: how often the note was used, its tags.
fn about(view: &View<'_>, finding: &Finding, note: &Note) -> String {
    let uses = finding.uses(note).count;
    let parts = [
        (uses > 0).then(|| view.say(&Message::new("note-uses").with("count", i64::from(uses)))),
        (!note.tags.is_empty()).then(|| note.tags.join(" ")),
    ];
    parts.into_iter().flatten().map(|part| text::one_line(&part).into_owned()).collect::<Vec<_>>().join("  ")
}

/// The chosen note as it would read in the draft.
fn read(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, finding: &Finding) {
    let Some(note) = finding.note() else { return };
    let cells = usize::from(area.width).saturating_sub(4).clamp(8, WIDEST.1);
    let plain = note.plain();
    let mut lines: Vec<(Ink, String)> = Vec::new();
    if area.width < view.model.size.0 {
        // Beside the list there is room for all of the title.
        let title = text::one_line(&note.title);
        lines.extend(wrapped(&title, cells).into_iter().map(|line| (Ink::Strong, line)));
        lines.push((Ink::Plain, String::new()));
    }
    if plain.is_empty() {
        lines.push((Ink::Quiet, view.word("note-empty")));
    }
    for line in text::sanitize_lines(&plain).lines() {
        lines.extend(wrapped(line, cells).into_iter().map(|line| (Ink::Plain, line)));
    }
    let (top, height, below) = window(lines.len(), area.height, finding.scroll);
    for (y, (ink, line)) in lines.iter().skip(top).take(height).enumerate() {
        Pen::new(frame.buffer_mut(), area, y as u16).keep(1).skip(2).text(line, view.style(*ink));
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}
