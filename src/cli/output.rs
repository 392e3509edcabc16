//! The only printer of the command line: text rows, tables, JSON and raw files on standard output, one line on standard error.
//! Everything outside raw files is made safe for a terminal here; what to say is decided by the commands.

use crate::text;
use serde_json::Value;
use std::cell::{Cell as Flag, RefCell};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

/// How a piece of a row looks, where colours are allowed. Meaning never rests on it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As the terminal has it.
    Plain,
    /// Headings.
    Bold,
    /// Side remarks.
    Dim,
    /// Late, refused.
    Red,
    /// Worth a look.
    Yellow,
}

impl Style {
    fn code(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Bold => "\x1b[1m",
            Style::Dim => "\x1b[2m",
            Style::Red => "\x1b[31m",
            Style::Yellow => "\x1b[33m",
        }
    }
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Colour {
    /// Reads `auto`, `always`, `never`.
    pub fn parse(text: &str) -> Option<Colour> {
        Some(match text {
            "auto" => Colour::Auto,
            "always" => Colour::Always,
            "never" => Colour::Never,
            _ => return None,
        })
    }

    fn on(self, terminal: bool) -> bool {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
        match self {
            Colour::Auto => terminal && wanted,
            Colour::Always => true,
            Colour::Never => false,
        }
    }
}

/// One cell of a table.
#[derive(Debug, Clone)]
pub struct Cell {
    text: String,
    style: Style,
    right: bool,
}

impl Cell {
    /// The same cell in a style.
    pub fn style(mut self, style: Style) -> Cell {
        self.style = style;
        self
    }
    /// The same cell, right-aligned.
    pub fn right(mut self) -> Cell {
        self.right = true;
        self
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell { text: text.into(), style: Style::Plain, right: false }
    }
}

/// Cells beyond which a column does not push the next ones to the right; longer texts stand whole and shift only their own row.
const COLUMN: usize = 32;

/// Standard output and standard error of one run.
pub struct Output {
    /// Whether one JSON value is wanted.
    pub json: bool,
    /// Whether standard output is a terminal.
    pub terminal: bool,
    colour: bool,
    refused: bool,
    width: Option<usize>,
    out: RefCell<BufWriter<Stdout>>,
    wrote: Flag<bool>,
}

impl Output {
    /// A printer; `width` are the columns of the terminal, `None` when nothing is to be cut.
    pub fn new(json: bool, colour: Colour) -> Output {
        let terminal = io::stdout().is_terminal();
        let width = terminal.then(columns).flatten();
        let out = RefCell::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        let refused = matches!(colour, Colour::Never);
        Output { json, terminal, colour: colour.on(terminal), refused, width, out, wrote: Flag::new(false) }
    }

    /// Columns of the terminal, `None` when it is not one.
    pub fn columns(&self) -> Option<usize> {
        self.width
    }

    /// Whether colours were refused on the command line, whatever is configured.
    pub fn refuses_colour(&self) -> bool {
        self.refused
    }

    /// Whether colours are used.
    pub fn colour(&self) -> bool {
        self.colour
    }

    /// From here on something has been written to the book, whatever becomes of the answer.
    pub fn wrote(&self) {
        self.wrote.set(true);
    }

    /// Whether something was written to the book.
    pub fn has_written(&self) -> bool {
        self.wrote.get()
    }

    /// One row of text.
    pub fn line(&self, text: &str) -> io::Result<()> {
        self.styled(&[(Style::Plain, text)])
    }

    /// One row of pieces in their styles, cut at the terminal's edge.
    pub fn styled(&self, pieces: &[(Style, &str)]) -> io::Result<()> {
        let mut row = String::new();
        let mut left = self.width.unwrap_or(usize::MAX);
        for (style, piece) in pieces {
            let safe = text::sanitize(piece);
            let safe = if text::width(&safe) > left { text::truncate(&safe, left) } else { safe };
            left = left.saturating_sub(text::width(&safe));
            if self.colour && *style != Style::Plain && !safe.is_empty() {
                row.push_str(style.code());
                row.push_str(&safe);
                row.push_str("\x1b[0m");
            } else {
                row.push_str(&safe);
            }
        }
        let row = row.trim_end();
        writeln!(self.out.borrow_mut(), "{row}")
    }

    /// Text of several rows, never cut.
    pub fn block(&self, text: &str) -> io::Result<()> {
        let safe = text::sanitize_lines(text);
        writeln!(self.out.borrow_mut(), "{}", safe.trim_end_matches('\n'))
    }

    /// A side remark of one sentence, never cut.
    pub fn remark(&self, text: &str) -> io::Result<()> {
        let safe = text::one_line(text);
        let (on, off) = if self.colour { (Style::Dim.code(), "\x1b[0m") } else { ("", "") };
        writeln!(self.out.borrow_mut(), "{on}{safe}{off}")
    }

    /// Rows under headings, aligned by cells (Chinese takes two). No headings: the rows alone.
    pub fn table(&self, headings: &[String], rows: &[Vec<Cell>]) -> io::Result<()> {
        let mut widths = widths(rows);
        widths.resize(widths.len().max(headings.len()), 0);
        for (width, heading) in widths.iter_mut().zip(headings) {
            *width = (*width).max(text::width(heading));
        }
        if !headings.is_empty() {
            let row: Vec<Cell> = headings.iter().map(|h| Cell::from(h.as_str()).style(Style::Dim)).collect();
            self.row(&row, &widths)?;
        }
        rows.iter().try_for_each(|row| self.row(row, &widths))
    }

    /// One row of a table whose column widths are known.
    pub fn row(&self, row: &[Cell], widths: &[usize]) -> io::Result<()> {
        let mut pieces: Vec<(Style, String)> = Vec::with_capacity(row.len() * 2);
        for (i, cell) in row.iter().enumerate() {
            let safe = text::sanitize(&cell.text);
            let gap = widths.get(i).copied().unwrap_or(0).saturating_sub(text::width(&safe));
            if i > 0 {
                pieces.push((Style::Plain, "  ".to_owned()));
            }
            let fill = " ".repeat(gap);
            if cell.right {
                pieces.push((Style::Plain, fill));
                pieces.push((cell.style, safe.into_owned()));
            } else {
                pieces.push((cell.style, safe.into_owned()));
                pieces.push((Style::Plain, fill));
            }
        }
        let pieces: Vec<(Style, &str)> = pieces.iter().map(|(s, t)| (*s, t.as_str())).collect();
        self.styled(&pieces)
    }

    /// One JSON value on one line (indented on a terminal). Characters that a terminal would obey are written as escapes.
    pub fn value(&self, value: &Value) -> io::Result<()> {
        let text = if self.terminal { serde_json::to_string_pretty(value)? } else { serde_json::to_string(value)? };
        let mut out = self.out.borrow_mut();
        let mut rest = text.as_str();
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| obeyed(*c)) {
            out.write_all(&rest.as_bytes()[..at])?;
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        writeln!(out, "{rest}")
    }

    /// Text of the program's own, such as the help, handed over at once.
    pub fn text(&self, text: &str) -> io::Result<()> {
        self.raw(text.as_bytes())?;
        self.finish()
    }

    /// Bytes as they are: an exported file, a completion script.
    pub fn raw(&self, bytes: &[u8]) -> io::Result<()> {
        self.out.borrow_mut().write_all(bytes)
    }

    /// Hands everything over; the last call of a run.
    pub fn finish(&self) -> io::Result<()> {
        self.out.borrow_mut().flush()
    }
}

/// The widths of a table's columns, none wider than a column may be.
pub fn widths(rows: &[Vec<Cell>]) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(text::width(&text::sanitize(&cell.text)).min(COLUMN));
        }
    }
    widths
}

/// Whether a character inside JSON would be obeyed or hidden by a terminal: DEL, C1 controls, bidi and invisible marks.
fn obeyed(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The terminal's columns.
fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok()).or_else(crate::tui::terminal::columns).filter(|c| *c >= 20)
}

/// A remark on standard error, where it gets into no other program's input.
pub fn remark_aside(line: &str) {
    // Nobody is left to be told when standard error is gone.
    let _ = writeln!(io::stderr(), "touchbase: {}", text::one_line(line));
}

/// The one line of an error, and what follows it (the matches of an ambiguous name).
pub fn complain(line: &str, more: &[String], colour: Colour) {
    let mut text = String::new();
    if colour.on(io::stderr().is_terminal()) {
        text.push_str(&format!("{}touchbase:\x1b[0m ", Style::Red.code()));
    } else {
        text.push_str("touchbase: ");
    }
    text.push_str(&text::one_line(line));
    text.push('\n');
    for line in more {
        text.push_str("  ");
        text.push_str(&text::one_line(line));
        text.push('\n');
    }
    // Nobody is left to be told when standard error is gone.
    let _ = io::stderr().write_all(text.as_bytes());
}
