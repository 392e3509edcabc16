//! A text field in one row: the part of the text around the caret, and where the real cursor stands so that the candidates of an
//! input method open there.

use super::Pen;
use crate::app::field::Field;
use ratatui::layout::Position;
use ratatui::style::Style;

/// What stands for a line end: a field is one row.
const LINE_END: char = '↵';

/// Writes the field into the rest of the pen's row; the place of the caret, when there is room for one.
pub fn field(pen: &mut Pen<'_>, y: u16, field: &Field, style: Style) -> Option<Position> {
    // The caret may stand behind the last character, so one cell is kept for it.
    let cells = pen.left().checked_sub(1).filter(|n| *n > 0)?;
    let start = pen.x();
    let text = field.text().replace('\n', LINE_END.encode_utf8(&mut [0; 4]));
    let before: Vec<char> = text.chars().take(field.caret()).collect();
    let mut used = 0;
    let mut from = before.len();
    while from > 0 {
        let wide = crate::text::width(&crate::text::sanitize(&before[from - 1].to_string()));
        if used + wide > cells {
            break;
        }
        used += wide;
        from -= 1;
    }
    let shown: String = text.chars().skip(from).collect();
    let caret: String = before[from..].iter().collect();
    let caret = crate::text::width(&crate::text::sanitize(&caret)).min(cells);
    pen.text(&shown, style);
    let x = start.saturating_add(u16::try_from(caret).unwrap_or(u16::MAX));
    Some(Position { x, y })
}
