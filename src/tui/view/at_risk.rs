//! One row of At risk: how much, client, tier, what is at stake, and the first reason.

use super::View;
use crate::app::list::Entry;
use crate::domain::words::Tier;
use crate::portfolio::risk::Level;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the row.
pub fn row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, entry: &Entry, here: bool) {
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(view.mark(entry, here), view.style(Ink::Strong));
    let Some(client) = entry.id.client.and_then(|id| view.model.book.client(id)) else { return };
    let level = client.risk.level();
    let ink = if level == Level::High { Ink::Late } else { Ink::Timed };
    pen.cell(&view.word(level.name()), 8, view.style(ink)).skip(1);
    let strong = if client.tier.tier == Some(Tier::A) { Ink::Strong } else { Ink::Plain };
    pen.cell(&text::one_line(client.name()), 24, view.style(strong)).skip(1);
    pen.cell(&client.tier.label(), 3, view.style(strong)).skip(1);
    let reason = client.risk.signals.first().map(|s| view.say(&s.evidence)).unwrap_or_default();
    pen.text(&reason, view.style(Ink::Quiet));
}
