//! A text field in one row: the part of the text around the caret, and where the real cursor stands so that the candidates of an
//! input method open there. The cursor may stand behind the last character, so one cell is kept for it.

use super::Pen;
use crate::app::field::Field;
use crate::text;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// A field as it was drawn.
pub struct Drawn {
    /// The place of the caret.
    pub caret: Position,
    /// The cells it takes.
    pub area: Rect,
    /// The first character shown.
    pub from: usize,
}

/// Writes the field into the rest of the pen's row; nothing when there is no room for one.
pub fn field(pen: &mut Pen<'_>, y: u16, field: &Field, style: Style) -> Option<Drawn> {
    let left = pen.left();
    let cells = left.checked_sub(1).filter(|n| *n > 0)?;
    let start = pen.x();
    let clusters: Vec<_> = text::clusters(field.text()).collect();
    // The cluster the caret stands in or before, and the cells of its part before the caret.
    let (mut at, mut chars) = (0, 0);
    while at < clusters.len() && chars + clusters[at].0 <= field.caret() {
        chars += clusters[at].0;
        at += 1;
    }
    // Inside a cluster it stands behind the whole of it: no cell there belongs to a part.
    if chars < field.caret() {
        chars += clusters.get(at).map_or(0, |c| c.0);
        at += 1;
    }
    let (mut from, mut used) = (at.min(clusters.len()), 0);
    while from > 0 {
        let wide = text::width(&clusters[from - 1].1);
        if used + wide > cells {
            break;
        }
        used += wide;
        chars -= clusters[from - 1].0;
        from -= 1;
    }
    let shown: String = clusters[from..].iter().map(|(_, shown)| shown.as_ref()).collect();
    pen.text(&shown, style);
    let x = start.saturating_add(u16::try_from(used).unwrap_or(u16::MAX));
    let area = Rect { x: start, y, width: u16::try_from(left).unwrap_or(u16::MAX), height: 1 };
    Some(Drawn { caret: Position { x, y }, area, from: chars })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::{Key, KeyCode};
    use ratatui::buffer::Buffer;

    /// The row as it is drawn in so many cells with the caret `back` presses of Left before the end, and the caret's column.
    fn drawn(content: &str, width: u16, back: usize) -> (String, u16, usize) {
        let mut edited = Field::new(content);
        for _ in 0..back {
            edited.key(Key::plain(KeyCode::Left));
        }
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        let mut pen = Pen::new(&mut buffer, area, 0);
        let drawn = field(&mut pen, 0, &edited, Style::new());
        let mut row = String::new();
        let mut x = 0;
        while x < width {
            let symbol = buffer[(x, 0)].symbol();
            row.push_str(symbol);
            x += (text::width(symbol) as u16).max(1);
        }
        drawn.map_or((String::new(), 0, 0), |d| (row.trim_end().to_owned(), d.caret.x, d.from))
    }

    #[test]
    fn the_caret_stands_where_the_next_letter_goes() {
        for (content, back, column) in [
            ("", 0, 0),
            ("abc", 0, 3),
            ("abc", 1, 2),
            ("海川阀门", 0, 8),
            ("海川阀门", 1, 6),
            ("a海b", 1, 3),
            ("e\u{301}x", 0, 2),
            ("e\u{301}x", 1, 1),
            ("e\u{301}x", 2, 0),
            ("👩\u{200d}👧x", 1, 4),
            ("👩\u{200d}👧x", 2, 0),
            ("☎\u{fe0f}x", 0, 2),
            ("\u{301}x", 0, 2),
            ("a\nb", 1, 2),
            ("\u{1b}", 0, 4),
        ] {
            assert_eq!(drawn(content, 20, back).1, column, "{content:?}, {back} back");
        }
    }

    #[test]
    fn a_long_text_scrolls_so_that_the_caret_is_seen() {
        assert_eq!(drawn("abcdefghijkl", 6, 0), ("hijkl".into(), 5, 7));
        assert_eq!(drawn("abcdefghijkl", 6, 12), ("abcde~".into(), 0, 0));
        assert_eq!(drawn("海川阀门有限公司", 7, 0), ("限公司".into(), 6, 5));
        assert_eq!(drawn("海川阀门有限公司", 6, 0), ("公司".into(), 4, 6), "a wide character is shown whole or not");
        for width in 0..12 {
            for back in 0..9 {
                let (_, column, _) = drawn("ab海川👩\u{200d}👧e\u{301}xy", width, back);
                assert!(column < width.max(1), "{back} back in {width}");
            }
        }
    }
}
