//! One row of Complaints: the clock that matters next, number, kind, client, tier, what it is about and where it stands.

use super::View;
use crate::app::complaints::case;
use crate::app::list::Entry;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the row.
pub fn row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, entry: &Entry, here: bool) {
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(view.mark(entry, here), view.style(Ink::Strong));
    let Some(case) = case(&view.model.book, entry.id) else { return };
    pen.text(&case.row.text, view.style(Ink::Plain));
}
