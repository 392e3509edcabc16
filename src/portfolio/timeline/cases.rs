//! Cases in a client's story: each opened, and what happened in it. What an event means for the case is `domain::complaint`'s.

use super::{Collector, EventKind, FactRef, When};
use crate::domain::complaint::{CaseRow, Rating};
use crate::domain::message::Message;
use crate::portfolio::cases::{event_id, kind_id};
use crate::store::CaseEventRow;

impl Collector<'_> {
    pub(super) fn case(&mut self, case: &CaseRow) {
        if case.opened > self.now {
            return;
        }
        let words = Message::new("timeline-case").with("no", case.no).with("kind", Message::new(kind_id(case.kind)));
        self.push(When::Moment(case.opened), EventKind::Case, words, Some(&case.text), FactRef::Case(case.id));
    }

    /// Events that were corrected are not among the rows that were read.
    pub(super) fn case_event(&mut self, row: &CaseEventRow) {
        let event = &row.detail.event;
        if event.at > self.now {
            return;
        }
        let (mark, score) = match event.rating {
            Some(Rating::Mark(mark)) => ("marked", u32::from(mark)),
            Some(Rating::Unreachable) => ("unreachable", 0),
            None => ("none", 0),
        };
        let words = Message::new("timeline-case-event")
            .with("no", row.no)
            .with("what", Message::new(event_id(event.kind)))
            .with("mark", mark)
            .with("score", score)
            .with("has-promise", i64::from(event.promised.is_some()))
            .with("promised", event.promised.unwrap_or(event.at));
        let fact = FactRef::CaseEvent { case: row.case, id: event.id };
        self.push(When::Moment(event.at), EventKind::Case, words, row.detail.text.as_deref(), fact);
    }
}
