//! A pen that writes one row of cells from left to right and never beyond its end. Everything it writes is made safe first.

use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The pen.
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    x: u16,
    y: u16,
    end: u16,
}

impl<'a> Pen<'a> {
    /// A pen at the left of row `row` of the area; one outside the area writes nothing.
    pub fn new(buffer: &'a mut Buffer, area: Rect, row: u16) -> Pen<'a> {
        let area = area.intersection(buffer.area);
        let end = if row < area.height { area.right() } else { area.left() };
        Pen { buffer, x: area.left(), y: area.top() + row, end }
    }

    /// Cells left.
    pub fn left(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// The column where the next text goes.
    pub fn x(&self) -> u16 {
        self.x
    }

    /// Keeps `cells` at the end of the row free.
    pub fn keep(mut self, cells: u16) -> Pen<'a> {
        self.end = self.end.saturating_sub(cells).max(self.x);
        self
    }

    /// A pen for the next `cells` cells only; this one stays where it is.
    pub fn part(&mut self, cells: u16) -> Pen<'_> {
        Pen { buffer: self.buffer, x: self.x, y: self.y, end: self.x.saturating_add(cells).min(self.end) }
    }

    /// Writes text, cut at the end of the row.
    pub fn text(&mut self, text: &str, style: Style) -> &mut Self {
        let safe = text::sanitize(text);
        let cut = text::truncate(&safe, self.left());
        self.put(&cut, style)
    }

    /// Writes text into exactly `cells` cells, cut or filled.
    pub fn cell(&mut self, text: &str, cells: usize, style: Style) -> &mut Self {
        let safe = text::sanitize(text);
        let filled = text::pad(&safe, cells.min(self.left()));
        self.put(&filled, style)
    }

    /// Writes text at the right of the next `cells` cells.
    pub fn right(&mut self, text: &str, cells: usize, style: Style) -> &mut Self {
        let safe = text::sanitize(text);
        let cells = cells.min(self.left());
        let cut = text::truncate(&safe, cells).into_owned();
        self.skip(cells.saturating_sub(text::width(&cut)));
        self.put(&cut, style)
    }

    /// Leaves cells free.
    pub fn skip(&mut self, cells: usize) -> &mut Self {
        self.x = self.x.saturating_add(u16::try_from(cells).unwrap_or(u16::MAX)).min(self.end);
        self
    }

    /// Fills the rest of the row with a piece of an edge.
    pub fn fill(&mut self, piece: &str, style: Style) -> &mut Self {
        while self.x < self.end {
            self.put(piece, style);
        }
        self
    }

    fn put(&mut self, text: &str, style: Style) -> &mut Self {
        let left = self.left();
        if left > 0 {
            (self.x, _) = self.buffer.set_stringn(self.x, self.y, text, left, style);
        }
        self
    }
}
