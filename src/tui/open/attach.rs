//! A file that becomes evidence of a case: found, read whole, and written with its size and hash. The file stays where it is; what a
//! fingerprint is, is `portfolio::evidence`'s.

use super::Book;
use crate::app::msg::{After, Msg};
use crate::domain::action::{Action, NewEvidence};
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::portfolio::evidence;
use crate::tui::bring;

impl Book {
    /// Adds the file of a path as typed.
    pub(super) fn attach(&mut self, case: Id, typed: &str, now: &Now) -> Result<Msg, Message> {
        let (path, print) = evidence::look(&bring::expand(typed))?;
        let new = NewEvidence { complaint: case, path, size: print.size, sha256: print.sha256, note: None };
        self.apply(&Action::AddEvidence(Box::new(new)), After::Stay, now)
    }
}
