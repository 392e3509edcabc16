//! Possible work in a client's story: written down, taken a stage further, put off, won or lost, and the day the signature is expected.
//! What a state means is `domain::facts`'s.

use super::{Collector, EventKind, FactRef, When};
use crate::domain::facts::{OpportunityRow, OpportunityState};
use crate::domain::message::Message;
use crate::domain::words::Stage;
use crate::portfolio::prospects::stage_id;

impl Collector<'_> {
    pub(super) fn opportunity(&mut self, row: &OpportunityRow) {
        let detail = self.detail.opportunities.iter().find(|d| d.id == row.id);
        let fact = FactRef::Opportunity(row.id);
        let (first, later) = row.states.split_first().map_or((None, &[][..]), |(first, later)| (Some(first), later));
        let begun = Message::new("timeline-opportunity")
            .with("title", row.title.as_str())
            .with("amount", row.amount)
            .with("stage", Message::new(stage_id(first.map_or(Stage::Intake, |s| s.stage))));
        let note = detail.and_then(|d| d.note.as_deref());
        self.push(When::Moment(row.created), EventKind::Opportunity, begun, note, fact);
        let mut before = first;
        for state in later {
            let words = before.map_or_else(|| stage(row, state), |before| step(row, before, state));
            let why = detail.and_then(|d| d.why(state.id));
            self.push(When::Moment(state.at), EventKind::Opportunity, words, why, fact);
            before = Some(state);
        }
        let expected = row.state().close.filter(|_| row.is_open());
        if let Some(close) = expected {
            let words = Message::new("timeline-opportunity-due").with("title", row.title.as_str()).with("amount", row.amount);
            self.ahead(When::Day(close), EventKind::Opportunity, words, None, fact);
        }
    }
}

/// What changed from one state to the next: the stage says more than the day.
fn step(row: &OpportunityRow, before: &OpportunityState, after: &OpportunityState) -> Message {
    if before.stage != after.stage {
        return stage(row, after);
    }
    let words = |id| Message::new(id).with("title", row.title.as_str());
    match (before.close, after.close) {
        (Some(from), Some(to)) if to > from => words("timeline-opportunity-slip").with("from", from).with("to", to),
        (_, Some(to)) => words("timeline-opportunity-close").with("to", to),
        (_, None) => words("timeline-opportunity-no-close"),
    }
}

fn stage(row: &OpportunityRow, state: &OpportunityState) -> Message {
    let id = match state.stage {
        Stage::Won => "timeline-opportunity-won",
        Stage::Lost => "timeline-opportunity-lost",
        _ => "timeline-opportunity-stage",
    };
    Message::new(id)
        .with("title", row.title.as_str())
        .with("amount", row.amount)
        .with("stage", Message::new(stage_id(state.stage)))
}
