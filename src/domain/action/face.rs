//! Who asked for an action, as it is kept with the step. What was asked for is the parent's.

/// Which face asked for an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The command line.
    Cli,
    /// The screen.
    Tui,
    /// An import.
    Import,
    /// The program itself (month scores).
    System,
}

impl Face {
    /// The code stored with the op.
    pub fn code(self) -> &'static str {
        match self {
            Face::Cli => "cli",
            Face::Tui => "tui",
            Face::Import => "import",
            Face::System => "system",
        }
    }
}
