//! From an action to the rows it writes: one file per family of actions, each returning the catalogue id of what was done.
//! Whether an action is allowed is `domain::validate`'s business.

mod appointment;
mod book;
mod care;
mod changes;
mod client;
mod complaint;
mod drift;
mod holidays;
mod judged;
mod money;
mod person;
mod plan;
mod point;
mod project;
mod task;
mod touch;

use super::error::StoreError;
use super::tx::Tx;
use crate::domain::action::Action;
use crate::domain::validate::validate;

pub(super) use care::{insert_care, insert_consent, insert_done, insert_gift, update_care};
pub(super) use changes::filled;
pub(super) use client::{add_client, add_points, add_tag, change_fields};
pub(super) use complaint::{insert_complaint, insert_event};
pub(super) use drift::{change_opportunity, insert_opportunity, insert_outcome, insert_run, insert_state};
pub(super) use judged::insert_survey;
pub(super) use money::{insert_engagement, insert_invoice};
pub(super) use person::{PersonColumns, insert_care_date, insert_person, set_birthday, update_person};
pub(super) use plan::{NewPin, insert_pin};
pub(super) use project::insert_milestone;
pub(super) use task::insert_task;
pub(super) use touch::insert_touch;

/// Checks and carries out one action inside its transaction. Returns the catalogue id of its message.
pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    validate(action, tx, &tx.now)?;
    match action {
        Action::AddClient(_) | Action::EditClient { .. } | Action::TagClient { .. } => client::run(tx, action),
        Action::StopClient { .. } | Action::Verify { .. } => client::run(tx, action),
        Action::PinTier { .. } | Action::KeepPin { .. } | Action::AcceptTier { .. } => plan::run_tier(tx, action),
        Action::Override { .. } | Action::Snooze { .. } | Action::Skip { .. } => plan::run(tx, action),
        Action::EndSnooze { .. } => plan::run(tx, action),
        Action::Pause { .. } | Action::Spread(_) => plan::run(tx, action),
        Action::LogTouch { .. } | Action::LogTouches(_) | Action::NoteTouch { .. } => touch::run(tx, action),
        Action::EditTouch { .. } => touch::run(tx, action),
        Action::AddAppointment { .. } | Action::EditAppointment { .. } => appointment::run(tx, action),
        Action::CancelAppointment { .. } => appointment::run(tx, action),
        Action::AddPerson { .. } | Action::EditPerson { .. } => person::run(tx, action),
        Action::RemovePerson { .. } => person::run(tx, action),
        Action::EditPoint { .. } | Action::RankPoints { .. } | Action::RemovePoint { .. } => point::run(tx, action),
        Action::AddTask(_) | Action::EditTask { .. } | Action::DoneTask { .. } => task::run(tx, action),
        Action::AddInvoice(_) | Action::EditInvoice { .. } | Action::PayInvoice { .. } => money::run(tx, action),
        Action::RemindInvoice { .. } | Action::AddEngagement(_) | Action::EditEngagement { .. } => money::run(tx, action),
        Action::AddMilestone(_) | Action::EditMilestone { .. } | Action::DoneMilestone { .. } => project::run(tx, action),
        Action::RemoveMilestone { .. } | Action::ReportProgress { .. } => project::run(tx, action),
        Action::AddSurvey(_) | Action::RemoveSurvey { .. } => judged::run(tx, action),
        Action::SetQuadrant { .. } | Action::Relate { .. } => judged::run(tx, action),
        Action::OpenComplaint(_) | Action::EditComplaint { .. } | Action::LogCase(_) => complaint::run(tx, action),
        Action::AddEvidence(_) | Action::RemoveEvidence { .. } => complaint::run(tx, action),
        Action::AddImprovement(_) | Action::EditImprovement { .. } | Action::DoneImprovement { .. } => {
            complaint::run(tx, action)
        }
        Action::AddOpportunity(_) | Action::EditOpportunity { .. } | Action::StartPlaybook(_) => drift::run(tx, action),
        Action::MoveStep { .. } => drift::run(tx, action),
        Action::LogStep { .. } | Action::EndPlaybook { .. } | Action::DeclinePlaybook { .. } => drift::run(tx, action),
        Action::LoseClient { .. } => drift::run(tx, action),
        Action::Invest { .. } | Action::SnoozeRisk { .. } => drift::run(tx, action),
        Action::AddLeave { .. } | Action::EditLeave { .. } | Action::RemoveLeave { .. } => book::run(tx, action),
        Action::UsePolicy { .. } | Action::SetZone { .. } | Action::ReviewWeek { .. } => book::run(tx, action),
        Action::AddCareDate(_) | Action::EditCareDate { .. } | Action::RemoveCareDate { .. } => care::run(tx, action),
        Action::DoneCare { .. } | Action::AddGift(_) | Action::RemoveGift { .. } => care::run(tx, action),
        Action::SetConsent { .. } | Action::LogSent(_) | Action::UseNotes { .. } => care::run(tx, action),
        Action::SetHolidays { days, years } => holidays::run(tx, days, years),
        Action::Together(actions) => together(tx, actions),
    }
}

/// An action that came to the wrong file: it must not pass for done.
fn unhandled() -> StoreError {
    StoreError::Failed("an action without a hand to carry it out".to_owned())
}

/// Several actions as one: the first gives the message, the clients beyond its own are counted.
fn together(tx: &mut Tx<'_>, actions: &[Action]) -> Result<&'static str, StoreError> {
    let mut message = "did-nothing";
    let mut clients = Vec::new();
    for (n, action) in actions.iter().enumerate() {
        let before = tx.args.len();
        let said = run(tx, action)?;
        let about = tx.args.iter().skip(before).find(|(name, _)| *name == "client").map(|(_, id)| *id);
        if let Some(client) = about.filter(|c| !clients.contains(c)) {
            clients.push(client);
        }
        if n == 0 {
            message = said;
        } else {
            tx.args.truncate(before);
        }
    }
    if clients.len() > 1 {
        tx.args.push(("more", clients.len() as i64 - 1));
    }
    Ok(message)
}
