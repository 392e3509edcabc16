//! From every room's error to one line and an exit code. What went wrong is said by the rooms themselves.

use super::output::{self, Colour};
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::i18n::Words;
use crate::portfolio::PortfolioError;
use crate::portfolio::import::ImportError;
use crate::store::StoreError;
use std::io;

/// 1: failed, nothing to undo.
pub const FAILED: i32 = 1;
/// 2: usage, bad date or number.
pub const USAGE: i32 = 2;
/// 3: no such client, case or task, or ambiguous.
pub const UNKNOWN: i32 = 3;
/// 4: well-formed but refused by the rules, or some import lines rejected.
pub const REFUSED: i32 = 4;
/// 15: read-only or no space.
pub const NO_SPACE: i32 = 15;

/// A refusal of the command line itself.
#[derive(Debug)]
pub struct Failure {
    /// The line.
    pub message: Message,
    /// Lines below it, such as the matches of an ambiguous name.
    pub more: Vec<Message>,
    /// Exit code.
    pub exit: i32,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.message.id)
    }
}

impl std::error::Error for Failure {}

/// Refuses with a line and an exit code.
pub fn fail(exit: i32, message: Message) -> anyhow::Error {
    Failure { message, more: Vec::new(), exit }.into()
}

/// Ends the run with a code and nothing to say: the report was printed already.
#[derive(Debug, thiserror::Error)]
#[error("exit {0}")]
pub struct Quiet(pub i32);

/// Says what went wrong and gives the exit code.
pub fn report(error: &anyhow::Error, words: &Words, now: &Now, colour: Colour) -> i32 {
    if let Some(Quiet(code)) = error.downcast_ref() {
        return *code;
    }
    let (line, more, exit) = told(error, words, now);
    if exit != 0 {
        output::complain(&line, &more, colour);
    }
    exit
}

/// An answer that could not be printed after the book was written: the exit code speaks of the book, or a script would do it again.
pub fn unprinted(error: &anyhow::Error, words: &Words, now: &Now, colour: Colour) -> i32 {
    match error.downcast_ref::<io::Error>() {
        Some(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            let said = Message::new("cli-written-unprinted").with("why", e.to_string());
            output::complain(&words.say(&said, now), &[], colour);
            0
        }
        _ => report(error, words, now, colour),
    }
}

fn told(error: &anyhow::Error, words: &Words, now: &Now) -> (String, Vec<String>, i32) {
    let one = |message: &Message, exit: i32| (words.say(message, now), Vec::new(), exit);
    if let Some(e) = error.downcast_ref::<Failure>() {
        return (words.say(&e.message, now), e.more.iter().map(|m| words.say(m, now)).collect(), e.exit);
    }
    if let Some(e) = error.downcast_ref::<io::Error>() {
        return match e.kind() {
            // Whoever read the output has seen enough.
            io::ErrorKind::BrokenPipe => (String::new(), Vec::new(), 0),
            kind => one(&Message::new("cli-error-output").with("why", e.to_string()), io_exit(kind)),
        };
    }
    if let Some(e) = error.downcast_ref::<StoreError>() {
        return one(&e.message(), e.exit());
    }
    if let Some(e) = error.downcast_ref::<PortfolioError>() {
        return one(&e.message(), e.exit());
    }
    if let Some(e) = error.downcast_ref::<ImportError>() {
        return one(&e.message(), e.exit());
    }
    one(&Message::new("cli-error-unexpected").with("why", format!("{error:#}")), FAILED)
}

/// The exit code of a failed write or read.
pub fn io_exit(kind: io::ErrorKind) -> i32 {
    match kind {
        io::ErrorKind::StorageFull
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::QuotaExceeded
        | io::ErrorKind::FileTooLarge
        | io::ErrorKind::PermissionDenied => NO_SPACE,
        _ => FAILED,
    }
}
