//! The pages of `?`: the keys, and the topics of the manual. What stands on them is decided in `app::help`.

use super::View;
use super::dialogs::{more, window};
use crate::app::command::{Scope, shown_key};
use crate::app::help::{Chapter, Help, lines};
use crate::app::keymap::spell;
use crate::app::mouse::Hit;
use crate::text::{self, Laid, LineKind};
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, help: &Help) {
    pages(view, frame, body, help);
    let body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    match help.topic(&view.model.manual) {
        Some(page) => topic(view, frame, body, page, help.scroll),
        None => keys(view, frame, body, help),
    }
}

/// The names of the pages, the one shown in brackets; those that a digit opens with it.
fn pages(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, help: &Help) {
    let name = |n: usize, page: &Chapter| {
        let word = view.word(&format!("manual-{}", page.code));
        if n <= 9 { format!("{n} {word}") } else { word }
    };
    let topics = view.model.manual.iter().enumerate().map(|(n, page)| name(n + 1, page));
    let names: Vec<String> = std::iter::once(format!("0 {}", view.word("manual-first"))).chain(topics).collect();
    let cells: Vec<usize> = names.iter().map(|name| text::width(name) + 2).collect();
    let room = usize::from(body.width).saturating_sub(2);
    // The page that is shown stays in sight, and the one behind it.
    let mut from = 0;
    let last = (help.page + 1).min(names.len() - 1);
    while from < help.page && cells[from..=last].iter().sum::<usize>() > room {
        from += 1;
    }
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    for (n, name) in names.iter().enumerate().skip(from) {
        if pen.left() < cells[n] {
            break;
        }
        let start = pen.x();
        match n == help.page {
            true => pen.text(&format!("[{name}]"), view.style(Ink::Strong)),
            false => pen.text(&format!(" {name} "), view.style(Ink::Quiet)),
        };
        view.hit(Rect { x: start, width: pen.x() - start, height: 1, ..body }, Hit::Page(n));
    }
}

/// A topic of the manual.
fn topic(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, page: &Chapter, scroll: u16) {
    let lines = lines(page, area.width);
    let (top, height, below) = window(lines.len(), area.height, scroll);
    for (y, line) in lines.iter().skip(top).take(height).enumerate() {
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
        match line.kind {
            LineKind::Heading => {
                pen.skip(1).text(&line.text.trim_start_matches(['#', ' ']).replace('`', ""), view.style(Ink::Heading));
            }
            LineKind::Code => {
                pen.skip(2).text(&line.text, view.style(Ink::Strong));
            }
            LineKind::Text => words(view, pen.skip(2), line),
        }
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}

/// A line of a paragraph: what stands between back-ticks is shown without them, as keys are.
fn words(view: &View<'_>, pen: &mut Pen<'_>, line: &Laid) {
    let mut inside = line.inside;
    for (n, part) in line.text.split('`').enumerate() {
        inside ^= n > 0;
        pen.text(part, view.style(if inside { Ink::Key } else { Ink::Plain }));
    }
}

/// A line of the help: a heading, the command with this index, or one more line of its sentence.
enum HelpRow {
    Blank,
    Heading(Scope),
    Command(usize, String),
    More(usize, String),
}

impl HelpRow {
    fn command(&self) -> Option<usize> {
        match self {
            HelpRow::Command(n, _) | HelpRow::More(n, _) => Some(*n),
            _ => None,
        }
    }
}

/// Cells of the keys in the help.
const KEYS: usize = 15;

fn keys(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, help: &Help) {
    let title_cells = if body.width < 90 { 18 } else { 24 };
    // The mark, the keys, the title, and the blanks between.
    let before = 2 + KEYS + 1 + title_cells + 1;
    let cells = usize::from(body.width).saturating_sub(before + 1).max(8);
    let mut rows = Vec::new();
    let mut scope = None;
    for (n, command) in help.commands.iter().enumerate() {
        if scope != Some(command.scope) {
            if scope.is_some() {
                rows.push(HelpRow::Blank);
            }
            rows.push(HelpRow::Heading(command.scope));
            scope = Some(command.scope);
        }
        let mut sentence = text::wrap(&view.word(command.help), cells).into_iter();
        rows.push(HelpRow::Command(n, sentence.next().unwrap_or_default()));
        rows.extend(sentence.map(|line| HelpRow::More(n, line)));
    }
    let height = usize::from(body.height);
    let selected = rows.iter().position(|r| r.command() == Some(help.selected)).unwrap_or(0);
    let top = selected.saturating_sub(height / 2).min(rows.len().saturating_sub(height));
    for (y, row) in rows.iter().skip(top).take(height).enumerate() {
        let mut pen = Pen::new(frame.buffer_mut(), body, y as u16).keep(1);
        match row {
            HelpRow::Blank => {}
            HelpRow::Heading(scope) => {
                pen.skip(1).text(&view.word(scope.title()), view.style(Ink::Heading));
            }
            HelpRow::More(_, line) => {
                pen.skip(before).text(line, view.style(Ink::Quiet));
            }
            HelpRow::Command(n, line) => {
                let Some(command) = help.commands.get(*n) else { continue };
                let sequences = view.model.keymap.of(command.id);
                let shown: Vec<String> = if sequences.len() > 3 {
                    vec![shown_key(view.model, command.id)]
                } else {
                    sequences.iter().map(spell).collect()
                };
                let can = command.available(view.model).is_ok();
                let ink = if can { Ink::Plain } else { Ink::Quiet };
                pen.text(if *n == help.selected { "> " } else { "  " }, view.style(Ink::Strong));
                pen.cell(&shown.join(" "), KEYS, view.style(if can { Ink::Key } else { Ink::Quiet })).skip(1);
                pen.cell(&view.word(command.title), title_cells, view.style(ink)).skip(1);
                pen.text(line, view.style(Ink::Quiet));
            }
        }
        if let Some(n) = row.command() {
            view.hit_row(body, y as u16, Hit::Line(n));
        }
        if row.command() == Some(help.selected) {
            view.bar(frame, body, y as u16);
        }
    }
}
