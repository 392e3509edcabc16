//! A box with a title, and the lines that stand in such boxes: numbered ones, and key caps. What they say is the views' to decide.

use super::Pen;
use crate::text;
use crate::tui::theme::{Ink, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A box of at most this size in the middle of an area, a third from its top.
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 3, width, height }
}

/// Draws the box, empties it, and answers what is inside: a cell free on each side of the text. The title stands in the upper edge,
/// what is said about the whole at the right of the lower one.
pub fn panel(buffer: &mut Buffer, area: Rect, theme: &Theme, title: &str, about: &str) -> Rect {
    let area = area.intersection(buffer.area);
    if area.width < 4 || area.height < 2 {
        return Rect { width: 0, height: 0, ..area };
    }
    let edge = theme.style(Ink::Edge);
    for at in area.positions() {
        buffer[at].reset();
    }
    let [top_left, top_right, bottom_left, bottom_right] = theme.corners();
    for (row, left, right) in [(0, top_left, top_right), (area.height - 1, bottom_left, bottom_right)] {
        Pen::new(buffer, area, row).text(left, edge).fill(theme.horizontal(), edge);
        Pen::new(buffer, Rect { x: area.right() - 1, width: 1, ..area }, row).text(right, edge);
    }
    for row in 1..area.height - 1 {
        Pen::new(buffer, area, row).text(theme.vertical(), edge);
        Pen::new(buffer, Rect { x: area.right() - 1, width: 1, ..area }, row).text(theme.vertical(), edge);
    }
    if !title.is_empty() && area.width > 8 {
        let mut pen = Pen::new(buffer, Rect { x: area.x + 2, width: area.width - 4, ..area }, 0).keep(1);
        pen.text(" ", edge).text(title, theme.style(Ink::Heading));
        Pen::new(buffer, Rect { x: pen_end(area, title), width: 1, ..area }, 0).text(" ", edge);
    }
    let cells = text::width(&text::sanitize(about)) as u16 + 2;
    if !about.is_empty() && cells + 4 <= area.width {
        let at = Rect { x: area.right() - 2 - cells, width: cells, ..area };
        Pen::new(buffer, at, area.height - 1).text(" ", edge).text(about, theme.style(Ink::Quiet)).text(" ", edge);
    }
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}

/// The cell behind a title.
fn pen_end(area: Rect, title: &str) -> u16 {
    let cells = text::width(&text::sanitize(title)).min(usize::from(area.width.saturating_sub(6)));
    area.x + 3 + cells as u16
}

/// Writes the number of a line, so that a digit chooses it: `1 `, and blanks from the tenth on.
pub fn number(pen: &mut Pen<'_>, theme: &Theme, n: usize, can: bool) {
    let digit = if n < 9 { (n + 1).to_string() } else { " ".to_owned() };
    pen.text(&digit, theme.style(if can { Ink::Key } else { Ink::Quiet })).skip(1);
}

/// Writes a key and what it does: `Ctrl-s save`.
pub fn key_cap(pen: &mut Pen<'_>, theme: &Theme, key: &str, does: &str) {
    pen.text(key, theme.style(Ink::Key)).skip(1).text(does, theme.style(Ink::Plain)).skip(2);
}

/// Writes the choices of a field beside each other, the one that holds in brackets; answers the columns of each, for the mouse.
pub fn choices(pen: &mut Pen<'_>, theme: &Theme, names: &[String], at: usize, open: bool) -> Vec<(usize, u16, u16)> {
    let mut cells = Vec::new();
    for (n, name) in names.iter().enumerate().filter(|(n, _)| open || *n == at) {
        let (left, right, ink) = if n == at { ("[", "]", Ink::Strong) } else { (" ", " ", Ink::Quiet) };
        let start = pen.x();
        pen.text(left, theme.style(ink)).text(name, theme.style(ink)).text(right, theme.style(ink));
        cells.push((n, start, pen.x() - start));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(buffer: &Buffer) -> Vec<String> {
        let row = |y: u16| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
        (0..buffer.area.height).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn a_box_holds_its_title_and_leaves_room_inside() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 5));
        let inside = panel(&mut buffer, Rect::new(1, 0, 22, 5), &Theme::new(true, true), "Edit", "3 of 9");
        assert_eq!(inside, Rect::new(3, 1, 18, 3));
        assert_eq!(
            rows(&buffer),
            [
                " +- Edit -------------+",
                " |                    |",
                " |                    |",
                " |                    |",
                " +----------- 3 of 9 -+"
            ]
        );
        let mut buffer = Buffer::empty(Rect::new(0, 0, 14, 3));
        panel(&mut buffer, Rect::new(0, 0, 14, 3), &Theme::new(true, false), "far too long a title", "far too long as well");
        assert_eq!(rows(&buffer), ["┌─ far too~ ─┐", "│            │", "└────────────┘"]);
    }

    #[test]
    fn what_was_there_before_is_gone_and_no_size_is_too_small() {
        let mut buffer = Buffer::filled(Rect::new(0, 0, 30, 10), ratatui::buffer::Cell::new("x"));
        let inside = panel(&mut buffer, Rect::new(2, 2, 20, 6), &Theme::new(true, false), "海川阀门", "");
        assert!(inside.positions().all(|at| buffer[at].symbol() == " "));
        assert_eq!(buffer[(0, 0)].symbol(), "x");
        for (x, y, width, height) in [(0, 0, 0, 0), (29, 9, 10, 10), (0, 0, 3, 1), (40, 40, 5, 5), (0, 0, 5, 2), (0, 0, 9, 2)] {
            panel(&mut buffer, Rect { x, y, width, height }, &Theme::new(true, false), "title", "about");
        }
        assert_eq!(centred(Rect::new(0, 3, 100, 30), 60, 12), Rect::new(20, 9, 60, 12));
        assert_eq!(centred(Rect::new(0, 3, 40, 10), 60, 12), Rect::new(0, 3, 40, 10));
    }

    #[test]
    fn lines_are_numbered_as_far_as_there_are_digits() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 3));
        let area = buffer.area;
        let theme = Theme::new(true, false);
        for (row, n) in [(0, 0), (1, 8), (2, 9)] {
            let mut pen = Pen::new(&mut buffer, area, row);
            number(&mut pen, &theme, n, true);
            key_cap(&mut pen, &theme, "Esc", "close");
        }
        assert_eq!(rows(&buffer), ["1 Esc close", "9 Esc close", "  Esc close"]);
        let mut pen = Pen::new(&mut buffer, area, 0);
        let names = ["org".to_owned(), "person".to_owned()];
        assert_eq!(choices(&mut pen, &theme, &names, 1, true), [(0, 0, 5), (1, 5, 8)]);
        let mut pen = Pen::new(&mut buffer, area, 1);
        assert_eq!(choices(&mut pen, &theme, &names, 1, false), [(1, 0, 8)]);
        assert_eq!(rows(&buffer)[1].trim_end(), "[person]ose");
    }
}
