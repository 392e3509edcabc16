//! What became of a client in its story: lost, won back, returned; playbooks with their steps; how much is put into it.
//! What follows from it is `risk`'s and `hindsight`'s.

use super::{Collector, EventKind, FactRef, When};
use crate::domain::facts::{InvestmentRow, OutcomeRow, RunRow, StepRow};
use crate::domain::message::Message;
use crate::domain::words::{InvestmentKind, RunEnd};
use crate::portfolio::loss::outcome_words;

impl Collector<'_> {
    pub(super) fn outcome(&mut self, row: &OutcomeRow) {
        let fact = FactRef::Client(self.client.id());
        let note = self.detail.outcome_note(row.id);
        self.push(When::Day(row.on), EventKind::Outcome, outcome_words(row), note, fact);
    }

    /// A playbook: begun, each step taken or left out, the next one, ended.
    pub(super) fn run(&mut self, run: &RunRow) {
        let words = |id| Message::new(id).with("title", run.title.as_str());
        self.told(run.started, words("timeline-run"), None);
        for step in &run.steps {
            self.step(run, step);
        }
        if let Some((at, how)) = run.ended {
            let id = match how {
                RunEnd::Done => "timeline-run-done",
                RunEnd::Saved => "timeline-run-saved",
                RunEnd::Lost => "timeline-run-lost",
                RunEnd::Stopped => "timeline-run-stopped",
            };
            self.told(at, words(id), None);
        }
    }

    fn step(&mut self, run: &RunRow, step: &StepRow) {
        let words = |id| {
            let words =
                Message::new(id).with("title", run.title.as_str()).with("no", step.no).with("step", step.title.as_str());
            words
                .with("has-cost", i64::from(step.cost.is_some()))
                .with("cost", step.cost.map(|c| c.to_string()).unwrap_or_default())
        };
        let detail = self.detail;
        match step.done {
            Some(at) => {
                let id = if step.skipped { "timeline-step-skipped" } else { "timeline-step" };
                self.told(at, words(id), detail.step(step.id).and_then(|s| s.note.as_deref()));
            }
            None if run.next().is_some_and(|next| next.id == step.id) => {
                let fact = FactRef::Client(self.client.id());
                self.ahead(When::Day(step.due), EventKind::Playbook, words("timeline-step-due"), None, fact);
                if let Some(event) = self.events.last_mut() {
                    event.fact = None;
                }
            }
            None => {}
        }
    }

    /// A decision on how much is put into the client; one that replaced another says so itself.
    pub(super) fn decision(&mut self, row: &InvestmentRow, all: &[InvestmentRow]) {
        let id = match row.kind {
            InvestmentKind::Keep => "timeline-keep",
            InvestmentKind::Automate => "timeline-automate",
        };
        let fact = FactRef::Client(self.client.id());
        self.push(When::Moment(row.created), EventKind::Decision, Message::new(id), Some(&row.reason), fact).fact = None;
        let ended = row.ended.filter(|at| *at <= self.now && all.iter().all(|other| other.created != *at));
        if let Some(at) = ended {
            self.push(When::Moment(at), EventKind::Decision, Message::new("timeline-decision-end"), None, fact).fact = None;
        }
    }

    /// Something of a playbook: there is no form behind it.
    fn told(&mut self, at: crate::domain::day::Moment, words: Message, note: Option<&str>) {
        let fact = FactRef::Client(self.client.id());
        self.push(When::Moment(at), EventKind::Playbook, words, note, fact).fact = None;
    }
}
