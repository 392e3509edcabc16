//! Which event can happen where a case stands, and why not. What an event changes is the parent module's.

use super::{CaseEvent, CaseRow, Progress, Rating};
use crate::domain::day::Moment;
use crate::domain::message::Message;
use crate::domain::words::{CaseEventKind, CaseStatus};

/// Why an event cannot happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The case is closed.
    Closed,
    /// It is put right already.
    Settled,
    /// It is not put right yet.
    Unsettled,
    /// The client is waited for already.
    Waiting,
    /// Nobody is waited for.
    NotWaiting,
    /// Nothing was offered that could be refused.
    NotProposed,
    /// It is open, so there is nothing to reopen.
    Open,
    /// A mark or "unreachable" is missing.
    Unrated,
    /// What was logged for a later moment could not have happened then.
    Later,
}

impl Problem {
    /// The problem in words; `no` is the number of the case.
    pub fn message(self, no: i64) -> Message {
        let id = match self {
            Problem::Closed => "case-closed",
            Problem::Settled => "case-settled",
            Problem::Unsettled => "case-unsettled",
            Problem::Waiting => "case-waiting-already",
            Problem::NotWaiting => "case-not-waiting",
            Problem::NotProposed => "case-not-proposed",
            Problem::Open => "case-open-already",
            Problem::Unrated => "case-unrated",
            Problem::Later => "case-later",
        };
        Message::new(id).with("no", no)
    }
}

impl Progress {
    /// Whether an event can happen where the case stands.
    ///
    /// # Errors
    /// Why not.
    pub fn allows(&self, kind: CaseEventKind, rating: Option<Rating>) -> Result<(), Problem> {
        use CaseEventKind::*;
        let closed = self.status == CaseStatus::Closed;
        match kind {
            Note => Ok(()),
            Reopen if self.status.is_unsettled() => Err(Problem::Open),
            Reopen => Ok(()),
            _ if closed => Err(Problem::Closed),
            Attempt => Ok(()),
            Acknowledge | Waiting | Propose | Resolve | Reject if !self.status.is_unsettled() => Err(Problem::Settled),
            Waiting if self.waiting.is_some() => Err(Problem::Waiting),
            Resume if self.waiting.is_none() => Err(Problem::NotWaiting),
            Reject if self.status != CaseStatus::Proposed => Err(Problem::NotProposed),
            FollowUp | Close if self.status.is_unsettled() => Err(Problem::Unsettled),
            Close if rating.or(self.rating).is_none() => Err(Problem::Unrated),
            Acknowledge | Waiting | Resume | Propose | Resolve | Reject | FollowUp | Close => Ok(()),
        }
    }
}

impl CaseRow {
    /// Whether an event can join the log, where it belongs by its moment: it must be possible there, and whatever was written for later must
    /// stay possible.
    ///
    /// # Errors
    /// Why not.
    pub fn admits(&self, new: CaseEvent) -> Result<(), Problem> {
        let end = Moment(i64::MAX);
        let before = self.progress(end).ignored;
        let mut with = CaseRow { events: self.events.clone(), text: String::new(), ..self.clone() };
        with.events.push(new);
        let after = with.progress(end).ignored;
        match after.iter().find(|(id, _)| before.iter().all(|(known, _)| known != id)) {
            Some((id, problem)) => Err(if *id == new.id { *problem } else { Problem::Later }),
            None => Ok(()),
        }
    }
}
