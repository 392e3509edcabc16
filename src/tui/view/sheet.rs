//! A sheet: blocks of lines with their names at the left, broken to the width of the pane and scrolled as one. What stands on it is
//! decided by who fills it.

use super::{View, dialogs};
use crate::domain::message::Message;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the names of blocks.
const LABEL: usize = 10;
/// Cells by which a text stands in below what it belongs to.
const UNDER: usize = 2;
/// Characters of one text at most.
const LONGEST: usize = 4000;

/// One line: the name of its block, then the words.
struct Line {
    label: String,
    words: String,
    ink: Ink,
}

/// The lines of a sheet while they are collected.
pub struct Sheet<'a> {
    /// What every view needs.
    pub view: &'a View<'a>,
    cells: usize,
    label: String,
    lines: Vec<Line>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet for a pane of this width.
    pub fn new(view: &'a View<'a>, width: u16) -> Sheet<'a> {
        let cells = usize::from(width).saturating_sub(LABEL + 2);
        Sheet { view, cells, label: String::new(), lines: Vec::new() }
    }

    /// The next lines belong to this block.
    pub fn block(&mut self, id: &str) {
        self.label = self.view.word(id);
    }

    /// The block was empty: its name is not written.
    pub fn no_block(&mut self) {
        self.label.clear();
    }

    /// Adds words, broken where they are longer than a line.
    pub fn add(&mut self, words: &str, ink: Ink) {
        for line in text::wrap(shortened(words), self.cells.max(8)) {
            let label = std::mem::take(&mut self.label);
            self.lines.push(Line { label, words: line, ink });
        }
    }

    /// Adds words that belong to the line above them.
    pub fn add_under(&mut self, words: &str, ink: Ink) {
        for line in text::wrap(shortened(words), self.cells.saturating_sub(UNDER).max(8)) {
            self.lines.push(Line { label: String::new(), words: format!("{:UNDER$}{line}", ""), ink });
        }
    }

    /// Adds several things in one line, as many lines as they take.
    pub fn list(&mut self, parts: &[String], ink: Ink) {
        let words = parts.join(&self.view.word("brief-between"));
        self.add(&words, ink);
    }

    /// Adds a message.
    pub fn say(&mut self, message: &Message, ink: Ink) {
        let words = self.view.say(message);
        self.add(&words, ink);
    }

    /// A line between blocks.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|l| !l.words.is_empty()) {
            self.lines.push(Line { label: String::new(), words: String::new(), ink: Ink::Plain });
        }
    }

    /// Draws what is to be seen of it, scrolled as the brief is.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect) {
        let view = self.view;
        let (top, height, below) = dialogs::window(self.lines.len(), area.height, view.model.brief.scroll);
        for (y, line) in self.lines.iter().skip(top).take(height).enumerate() {
            let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
            pen.skip(1).cell(&line.label, LABEL - 1, view.style(Ink::Label)).skip(1).text(&line.words, view.style(line.ink));
        }
        if below > 0 {
            dialogs::more(view, frame, area, below);
        }
    }
}

/// A note may be a book; what nobody scrolls to is not broken into lines on every frame.
fn shortened(words: &str) -> &str {
    words.char_indices().nth(LONGEST).map_or(words, |(at, _)| &words[..at])
}
