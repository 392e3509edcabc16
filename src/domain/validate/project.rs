//! What the rules say about milestones and about telling the client how a project goes.
//! Projects themselves are judged beside invoices, in the parent module and in `edit`.

use super::edit::given;
use super::parts::{bad, maybe, needed, rule, to_come};
use super::{Fact, Refusal, State, fact, open};
use crate::domain::action::{Action, NewMilestone};
use crate::domain::day::Now;

pub(super) fn judge<S: State>(action: &Action, state: &S, now: &Now) -> Result<(), S::Error> {
    match action {
        Action::AddMilestone(new) => {
            fact(state, Fact::Engagement, new.engagement, None)?;
            milestone(new)?;
        }
        Action::EditMilestone { milestone, title, due, note } => {
            fact(state, Fact::Milestone, *milestone, None)?;
            given(&[title.is_some(), due.is_some(), note.is_some()])?;
            if let Some(title) = title {
                needed(title, bad("refused-empty-title"))?;
            }
            maybe(note.as_ref().and_then(Option::as_ref))?;
        }
        Action::DoneMilestone { milestone, on: Some(day) } => {
            open(state, Fact::Milestone, *milestone, None, "refused-milestone-done")?;
            to_come(*day, now)?;
        }
        Action::DoneMilestone { milestone, on: None } => {
            if !fact(state, Fact::Milestone, *milestone, None)?.closed {
                return Err(rule("refused-milestone-open").into());
            }
        }
        Action::RemoveMilestone { milestone } => {
            fact(state, Fact::Milestone, *milestone, None)?;
        }
        Action::ReportProgress { engagement, on } => {
            open(state, Fact::Engagement, *engagement, None, "refused-engagement-done")?;
            to_come(*on, now)?;
        }
        // Not one of these: it must not pass unjudged.
        _ => return Err(bad("refused-nothing").into()),
    }
    Ok(())
}

/// What a milestone has to be like, wherever it comes from.
pub fn milestone(new: &NewMilestone) -> Result<(), Refusal> {
    needed(&new.title, bad("refused-empty-title"))?;
    maybe(new.note.as_ref())
}
