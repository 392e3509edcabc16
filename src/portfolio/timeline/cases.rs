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
        let what = Message::new(event_id(event.kind));
        let words = match event.rating {
            Some(Rating::Mark(mark)) => Message::new("timeline-case-marked").with("score", u32::from(mark)),
            Some(Rating::Unreachable) => Message::new("timeline-case-unreachable"),
            None => Message::new("timeline-case-event"),
        };
        let words = words.with("no", row.no).with("what", what);
        let words = match event.promised {
            Some(promised) => Message::new("timeline-case-promised").with("did", words).with("promised", promised),
            None => words,
        };
        let fact = FactRef::CaseEvent { case: row.case, id: event.id };
        self.push(When::Moment(event.at), EventKind::Case, words, row.detail.text.as_deref(), fact);
    }
}
