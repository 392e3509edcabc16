//! What the rules say about possible work, playbooks, and what becomes of clients at risk.

use super::parts::{ahead, bad, maybe, needed, reason, rule};
use super::{Fact, Refusal, State, belongs, existing, fact, open};
use crate::domain::action::{Action, NewOpportunity, OpportunityChanges};
use crate::domain::day::{Moment, Now};
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::*;

/// Most steps of a playbook.
const STEPS: usize = 100;

pub(super) fn judge<S: State>(action: &Action, state: &S, now: &Now) -> Result<(), S::Error> {
    match action {
        Action::AddOpportunity(new) => {
            existing(state, new.client)?;
            belongs(state, Fact::Person, new.person, new.client)?;
            new_opportunity(new, now)?;
        }
        Action::EditOpportunity { opportunity, changes } => {
            let found = fact(state, Fact::Opportunity, *opportunity, None)?;
            // A reason and a moment are those of another stage or day, not changes of their own.
            if (OpportunityChanges { why: None, at: None, ..(**changes).clone() }) == OpportunityChanges::default() {
                return Err(bad("refused-nothing").into());
            }
            if let (Some(client), Some(person)) = (found.client, changes.person) {
                belongs(state, Fact::Person, person, client)?;
            }
            opportunity_changes(changes, now)?;
            if changes.stage == Some(Stage::Lost) {
                reason(changes.why.as_deref().unwrap_or_default())?;
            }
        }
        Action::StartPlaybook(new) => {
            let client = existing(state, new.client)?;
            if client.status == Status::Stopped {
                return Err(rule("refused-stopped").into());
            }
            needed(&new.playbook, bad("refused-empty-name"))?;
            needed(&new.title, bad("refused-empty-text"))?;
            if new.steps.is_empty() || new.steps.len() > STEPS {
                return Err(Refusal::bad(Message::new("refused-steps").with("most", STEPS)).into());
            }
            for step in &new.steps {
                needed(&step.title, bad("refused-empty-text"))?;
                maybe(step.text.as_ref())?;
                maybe(step.template.as_ref())?;
            }
            if state.runs(new.client, &new.playbook)? {
                return Err(Refusal::rule(Message::new("refused-running").with("title", new.title.as_str())).into());
            }
        }
        Action::LogStep { step, skipped, note, cost } => {
            open(state, Fact::Step, *step, None, "refused-step-done")?;
            if *skipped {
                reason(note.as_deref().unwrap_or_default())?;
            }
            maybe(note.as_ref())?;
            cost.map_or(Ok(()), |c| amount(c.minor))?;
        }
        Action::EndPlaybook { run, note, .. } => {
            open(state, Fact::Run, *run, None, "refused-run-over")?;
            maybe(note.as_ref())?;
        }
        Action::DeclinePlaybook { client, target, until, why } => {
            existing(state, *client)?;
            if !matches!(target, Target::Onboarding | Target::BusinessReview) {
                return Err(rule("refused-no-item").into());
            }
            ahead(*until, now)?;
            reason(why)?;
        }
        Action::LoseClient { client, reason: code, note, on } => {
            if existing(state, *client)?.status == Status::Lost {
                return Err(rule("refused-lost").into());
            }
            reason(code)?;
            reason(note)?;
            super::parts::to_come(*on, now)?;
        }
        Action::Invest { client, why, kind } => {
            existing(state, *client)?;
            if kind.is_some() {
                reason(why)?;
            }
        }
        Action::SnoozeRisk { client, until, why, .. } => {
            existing(state, *client)?;
            ahead(*until, now)?;
            reason(why)?;
        }
        _ => {}
    }
    Ok(())
}

/// What possible work has to be like, wherever it comes from.
pub fn new_opportunity(new: &NewOpportunity, now: &Now) -> Result<(), Refusal> {
    needed(&new.title, bad("refused-empty-text"))?;
    amount(new.amount.minor)?;
    chance(new.probability)?;
    maybe(new.product.as_ref())?;
    maybe(new.note.as_ref())?;
    past(new.at, now)
}

/// What may be made of it, wherever the change comes from; a list of others does not say why something was lost.
pub fn opportunity_changes(changes: &OpportunityChanges, now: &Now) -> Result<(), Refusal> {
    changes.title.as_deref().map_or(Ok(()), |t| needed(t, bad("refused-empty-text")))?;
    changes.amount.map_or(Ok(()), |a| amount(a.minor))?;
    chance(changes.probability.flatten())?;
    for value in [&changes.product, &changes.note] {
        maybe(value.as_ref().and_then(Option::as_ref))?;
    }
    maybe(changes.why.as_ref())?;
    changes.at.map_or(Ok(()), |at| past(at, now))
}

fn amount(minor: i64) -> Result<(), Refusal> {
    if minor < 0 { Err(bad("refused-negative")) } else { Ok(()) }
}

fn chance(share: Option<f64>) -> Result<(), Refusal> {
    if share.is_some_and(|s| !(0.0..=1.0).contains(&s)) { Err(bad("refused-chance")) } else { Ok(()) }
}

/// What happened does not lie ahead; clocks differ a little.
fn past(at: Moment, now: &Now) -> Result<(), Refusal> {
    if at.0 > now.instant.0 + 300 {
        Err(Refusal::rule(Message::new("refused-to-come").with("day", at.day(now.zone))))
    } else {
        Ok(())
    }
}
