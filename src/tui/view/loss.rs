//! The choice of why a client is lost. What it holds is `app::loss`'s.

use super::View;
use super::dialogs::{more, window};
use super::flow::heading;
use crate::app::loss::Loss;
use crate::app::mouse::Hit;
use crate::portfolio::loss::reason_words;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Digits that choose a reason.
const DIGITS: usize = 9;

/// Draws the choice.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, loss: &Loss) {
    let area = heading(view, frame, body, &loss.title(view.model));
    let top = (loss.selected + 1).saturating_sub(usize::from(area.height.saturating_sub(1)));
    let (top, height, below) = window(loss.reasons.len(), area.height, u16::try_from(top).unwrap_or(u16::MAX));
    for (y, (n, code)) in loss.reasons.iter().enumerate().skip(top).take(height).enumerate() {
        let (y, here) = (y as u16, n == loss.selected);
        view.hit_row(area, y, Hit::Line(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        let number = if n < DIGITS { format!("{} ", n + 1) } else { "  ".to_owned() };
        pen.text(&number, view.style(Ink::Key));
        pen.text(&text::one_line(&view.say(&reason_words(code))), view.style(Ink::Plain));
        if here {
            view.bar(frame, area, y);
        }
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}
