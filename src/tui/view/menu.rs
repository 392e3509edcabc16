//! The numbered menu and the palette: lists of commands that take the body. What they list is decided in `app`.

use super::View;
use crate::app::command::{Command, Do, shown_key};
use crate::app::menu::{LINES, Menu, MenuPage};
use crate::app::mouse::{Hit, Typing};
use crate::app::palette::{Choice, Palette, title_ids};
use crate::domain::message::Message;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::{Pen, field};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the keys.
const KEYS: usize = 9;

/// Draws the menu: its page, numbered, and the names of the other pages.
pub fn menu(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, menu: &Menu) {
    pages(view, frame, body, menu);
    let area = Rect { y: body.y + 2, height: body.height.saturating_sub(2), ..body };
    for (n, id) in menu.shown().iter().enumerate() {
        let Some(command) = Command::of(*id) else { continue };
        let can = command.available(view.model).is_ok();
        let here = n == menu.selected;
        view.hit_row(area, n as u16, Hit::Line(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, n as u16).keep(1);
        pen.text(if here { "> " } else { "  " }, view.style(Ink::Strong));
        pen.text(&format!("{} ", n + 1), view.style(if can { Ink::Key } else { Ink::Quiet }));
        line(view, &mut pen, command, can);
        if here {
            view.bar(frame, area, n as u16);
        }
    }
    let words = view.say(&Message::new("menu-hint").with("lines", LINES));
    Pen::new(frame.buffer_mut(), area, menu.shown().len() as u16 + 1).keep(1).skip(2).text(&words, view.style(Ink::Quiet));
}

/// The headings of the pages, the one that is shown in brackets.
fn pages(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, menu: &Menu) {
    // A heading that needs several pages counts them.
    let names: Vec<String> = (0..menu.pages.len())
        .map(|n| {
            let scope = menu.pages[n].scope;
            let name = view.word(scope.title());
            let of = |pages: &[MenuPage]| pages.iter().filter(|p| p.scope == scope).count();
            match (of(&menu.pages[..=n]), of(&menu.pages)) {
                (_, 1) => name,
                (at, all) => format!("{name} {at}/{all}"),
            }
        })
        .collect();
    let cells: Vec<usize> = names.iter().map(|n| text::width(n) + 3).collect();
    let room = usize::from(body.width).saturating_sub(2);
    // The page that is shown stays in sight.
    let mut from = 0;
    while from < menu.page && cells[from..=menu.page].iter().sum::<usize>() > room {
        from += 1;
    }
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    for (n, name) in names.iter().enumerate().skip(from) {
        let start = pen.x();
        if n == menu.page {
            pen.text(&format!("[{name}]"), view.style(Ink::Strong));
        } else {
            pen.text(&format!(" {name} "), view.style(Ink::Quiet));
        }
        view.hit(Rect { x: start, width: pen.x() - start, height: 1, ..body }, Hit::Page(n));
        pen.skip(1);
    }
}

/// Key, title and sentence of a command.
fn line(view: &View<'_>, pen: &mut Pen<'_>, command: &Command, can: bool) {
    let ink = if can { Ink::Plain } else { Ink::Quiet };
    let title_cells = if pen.left() < 80 { 20 } else { 26 };
    pen.cell(&shown_key(view.model, command.id), KEYS, view.style(if can { Ink::Key } else { Ink::Quiet })).skip(1);
    pen.cell(&view.say(&command.title_now(view.model)), title_cells, view.style(ink)).skip(1);
    pen.text(&view.word(command.help), view.style(Ink::Quiet));
}

/// Draws the palette: the text, and under it what fits.
pub fn palette(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, palette: &Palette) {
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.text(" : ", view.style(Ink::Key));
    let drawn = field(&mut pen, body.y, &palette.field, view.style(Ink::Strong));
    if palette.field.text().is_empty() {
        let at = Rect { x: body.x + 3, width: body.width.saturating_sub(3), ..body };
        Pen::new(frame.buffer_mut(), at, 0).keep(1).text(&view.word("palette-example"), view.style(Ink::Quiet));
    }
    let area = Rect { y: body.y + 2, height: body.height.saturating_sub(2), ..body };
    let height = usize::from(area.height);
    let top = palette.selected.saturating_sub(height / 2).min(palette.choices.len().saturating_sub(height));
    for (y, (n, choice)) in palette.choices.iter().enumerate().skip(top).take(height).enumerate() {
        let here = n == palette.selected;
        view.hit_row(area, y as u16, Hit::Line(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
        pen.text(if here { "> " } else { "  " }, view.style(Ink::Strong));
        offer(view, &mut pen, palette, *choice);
        if here {
            view.bar(frame, area, y as u16);
        }
    }
    if palette.choices.is_empty() {
        Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(2).text(&view.word("palette-no-hits"), view.style(Ink::Quiet));
    }
    if let Some(drawn) = drawn {
        view.hit(drawn.area, Hit::Text(Typing::Palette, drawn.from));
        frame.set_cursor_position(drawn.caret);
    }
}

fn offer(view: &View<'_>, pen: &mut Pen<'_>, palette: &Palette, choice: Choice) {
    match choice {
        Choice::Key(id) => {
            let Some(command) = Command::of(id) else { return };
            let can = command.available(view.model).is_ok() || title_ids(command).len() > 1 || in_log(id);
            let ink = if can { Ink::Plain } else { Ink::Quiet };
            let title = title_ids(command).into_iter().map(|id| view.word(id)).collect::<Vec<_>>().join(": ");
            let cells = if pen.left() < 80 { 26 } else { 32 };
            pen.cell(&title, cells, view.style(ink)).skip(1);
            pen.cell(&shown_key(view.model, id), KEYS, view.style(if can { Ink::Key } else { Ink::Quiet })).skip(1);
            pen.text(&view.word(command.help), view.style(Ink::Quiet));
        }
        Choice::Line(n) => {
            let Some(line) = palette.line(n) else { return };
            let cells = if pen.left() < 80 { 26 } else { 32 };
            pen.cell(&line.path, cells, view.style(Ink::Strong)).skip(1);
            let words =
                if palette.field.trimmed().starts_with(&line.path) { line.usage.clone() } else { view.word(&line.about) };
            pen.text(&words, view.style(Ink::Quiet));
        }
        Choice::Run => {
            let words = view.say(&Message::new("palette-run").with("line", palette.field.trimmed()));
            pen.text(&words, view.style(Ink::Strong));
        }
    }
}

/// The second keys of a log are reached by way of a channel.
fn in_log(id: Do) -> bool {
    Command::of(id).is_some_and(|c| c.scope == crate::app::command::Scope::Log)
}
