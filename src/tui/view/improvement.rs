//! The sheet of an improvement: what is to be done against which cause, by whom and when, and the cases in which the cause came back.

use super::View;
use super::sheet::Sheet;
use crate::domain::message::Message;
use crate::portfolio::Improvement;
use crate::portfolio::cases::cause_words;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the sheet.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, found: &Improvement) {
    let row = &found.row;
    Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(1).text(&view.word("improvement-sheet-title"), view.style(Ink::Strong));
    let mut sheet = Sheet::new(view, area.width);
    sheet.block("improvement-sheet-what");
    sheet.add(&text::sanitize_lines(&row.text), Ink::Strong);
    sheet.block("improvement-sheet-cause");
    sheet.say(&cause_words(&row.cause), Ink::Plain);
    sheet.block("improvement-sheet-owner");
    match row.owner.as_deref().filter(|o| !o.trim().is_empty()) {
        Some(owner) => sheet.add(&text::one_line(owner), Ink::Plain),
        None => sheet.add(&view.word("improvement-sheet-nobody"), Ink::Quiet),
    }
    sheet.block("improvement-sheet-due");
    match row.due {
        Some(due) => {
            sheet.add(
                &view.model.words.day(due, view.now),
                if found.is_late(view.now.today()) { Ink::Late } else { Ink::Plain },
            );
        }
        None => sheet.add(&view.word("improvement-sheet-no-day"), Ink::Quiet),
    }
    if let Some(at) = found.done() {
        sheet.block("improvement-sheet-done");
        sheet.add(&view.model.words.day(at.day(view.now.zone), view.now), Ink::Plain);
    }
    sheet.gap();
    sheet.block("improvement-sheet-back");
    for no in &found.returned {
        let Some(case) = view.model.book.case_no(*no) else { continue };
        let client = view.model.book.client(case.client).map(|c| c.name().to_owned()).unwrap_or_default();
        let message = Message::new("improvement-sheet-case")
            .with("no", *no)
            .with("client", client)
            .with("text", text::one_line(&case.row.text).into_owned());
        sheet.say(&message, Ink::Late);
    }
    sheet.no_block();
    sheet.draw(frame, Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area });
}
