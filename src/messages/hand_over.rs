//! The ways out of the program for a letter: into a Maildir, to a command, to whatever opens a link. Whether it was sent is the user's
//! to say: nothing is logged here. What a letter is made of is `letter`'s.

mod maildir;
mod program;

pub use maildir::{expand, to_maildir};
pub use program::{Leash, open_link, to_command};

use super::Draft;
use super::letter::unset;
use crate::config::Messages;
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::text;

/// How a draft leaves the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A `mailto:` link, opened with a program.
    Mailto,
    /// The mail on the standard input of a command.
    Command,
    /// The mail as a draft in a Maildir.
    Maildir,
}

impl Way {
    /// What happened, for whoever reads it: what to do next is said there too.
    pub fn done(self, to: &str) -> Message {
        let id = match self {
            Way::Mailto => "handover-opened",
            Way::Command => "handover-given",
            Way::Maildir => "handover-filed",
        };
        Message::new(id).with("to", text::one_line(to).into_owned())
    }
}

impl Draft {
    /// Hands the draft over one way, as it is configured. `leash` is how a program is started and ended.
    ///
    /// # Errors
    /// One line: what is not configured, with its key; what was refused or failed, and why. Nothing was handed over then.
    pub fn hand_over(&self, way: Way, ways: &Messages, now: &Now, leash: &mut Leash<'_>) -> Result<(), Message> {
        match way {
            Way::Mailto => open_link(ways.open.as_deref(), &self.mailto()?, leash),
            // A command may send at once: a letter with a hole in it must not go out.
            Way::Command if self.gaps() > 0 => Err(Message::new("draft-gaps").with("count", self.gaps())),
            Way::Command => {
                let command = ways.command.as_deref().ok_or_else(|| unset("command", "\"msmtp -t\""))?;
                to_command(command, &self.letter(ways.from.as_ref(), now)?, leash)
            }
            Way::Maildir => {
                let folder = ways.maildir.as_deref().ok_or_else(|| unset("maildir", "\"~/Mail/drafts\""))?;
                to_maildir(&expand(folder), &self.letter(ways.from.as_ref(), now)?).map(|_| ())
            }
        }
    }
}

#[cfg(test)]
mod tests;
