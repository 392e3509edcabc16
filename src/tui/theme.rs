//! Colours by meaning, from the terminal's own sixteen on its own background. Without colours the same meanings are told by weight and
//! by words; nothing is said by colour alone.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Plain,
    /// Text that can be overlooked.
    Quiet,
    /// Text that matters.
    Strong,
    /// A heading.
    Heading,
    /// The name of what stands beside it.
    Label,
    /// A key.
    Key,
    /// Past its day.
    Late,
    /// With a time of today.
    Timed,
    /// Something was done.
    Done,
    /// Something went wrong, or must not be said.
    Warning,
}

/// How the meanings look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Whether colours are used.
    pub colours: bool,
    /// Whether box edges are ASCII.
    pub ascii: bool,
}

impl Theme {
    /// The look for a terminal; `NO_COLOR` and ASCII edges are the caller's to find out.
    pub fn new(colours: bool, ascii: bool) -> Theme {
        Theme { colours, ascii }
    }

    /// The style of a meaning.
    pub fn style(&self, ink: Ink) -> Style {
        let plain = Style::new();
        let bold = Modifier::BOLD;
        // With a colour, without one: weight says the same where there is none.
        let (colour, with, without) = match ink {
            Ink::Plain => (None, Modifier::empty(), Modifier::empty()),
            Ink::Quiet => (None, Modifier::DIM, Modifier::DIM),
            Ink::Strong | Ink::Timed => (None, bold, bold),
            Ink::Heading => (Some(Color::Cyan), Modifier::empty(), bold),
            Ink::Label => (None, Modifier::DIM, Modifier::DIM),
            Ink::Key => (Some(Color::Cyan), Modifier::empty(), bold),
            Ink::Late => (Some(Color::Red), Modifier::empty(), bold),
            Ink::Done => (Some(Color::Green), Modifier::empty(), Modifier::empty()),
            Ink::Warning => (Some(Color::Red), bold, bold),
        };
        match colour.filter(|_| self.colours) {
            Some(colour) => plain.fg(colour).add_modifier(with),
            None => plain.add_modifier(without),
        }
    }

    /// The bar of the selected row: reversed over its full width, whatever the colours inside.
    pub fn selected(&self) -> Style {
        Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM)
    }

    /// A piece of a horizontal edge.
    pub fn horizontal(&self) -> &'static str {
        if self.ascii { "-" } else { "─" }
    }

    /// A piece of a vertical edge.
    pub fn vertical(&self) -> &'static str {
        if self.ascii { "|" } else { "│" }
    }
}
