//! The screen of an empty book: what can be done first, and the zone and language as found.

use super::View;
use crate::app::FIRST;
use crate::app::command::{Command, Do, shown_key};
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect) {
    let width = body.width.min(76);
    let area = Rect { x: body.x + (body.width - width) / 2, width, ..body };
    let height = 6 + FIRST.len() as u16;
    let mut row = body.height.saturating_sub(height) / 3;
    Pen::new(frame.buffer_mut(), area, row).skip(2).text(&view.word("first-title"), view.style(Ink::Strong));
    row += 1;
    for line in text::wrap(&view.word("first-promise"), usize::from(width) - 4) {
        Pen::new(frame.buffer_mut(), area, row).skip(2).text(&line, view.style(Ink::Quiet));
        row += 1;
    }
    row += 1;
    for (n, id) in FIRST.iter().enumerate() {
        let Some(command) = Command::of(*id) else { continue };
        let here = n == view.model.first;
        view.hit_row(area, row, Hit::FirstLine(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, row);
        pen.text(if here { "> " } else { "  " }, view.style(Ink::Strong));
        pen.cell(&shown_key(view.model, command.id), 3, view.style(Ink::Key)).cell(
            &view.word(command.title),
            20,
            view.style(Ink::Strong),
        );
        pen.text(&about(view, command), view.style(Ink::Plain));
        if here {
            view.bar(frame, area, row);
        }
        row += 1;
        if n == 2 {
            row += 1;
        }
    }
}

/// What stands beside a line: the present value where there is one.
fn about(view: &View<'_>, command: &Command) -> String {
    match command.id {
        Do::FirstZone => view.say(&Message::new("first-zone").with("zone", view.now.zone.name())),
        Do::FirstLanguage => view.word("first-language"),
        _ => view.word(command.help),
    }
}
