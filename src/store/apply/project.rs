//! Milestones of projects, and the day on which the client was told how one goes.
//! Projects themselves stand with the money.

use super::super::error::StoreError;
use super::super::tx::Tx;
use super::changes::{Changes, filled};
use super::money::about_owner;
use crate::domain::action::{Action, NewMilestone};
use crate::domain::id::Id;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddMilestone(new) => {
            insert_milestone(tx, new)?;
            let client = tx.client_of("engagement", new.engagement)?;
            tx.about(client);
            tx.args.push(("day", i64::from(new.due.0)));
            Ok("did-add-milestone")
        }
        Action::EditMilestone { milestone, title, due, note } => {
            let mut changes = Changes::default();
            changes.set("title", title.as_deref().map(|t| t.trim().to_owned()));
            changes.set("due", due.map(|d| d.0));
            changes.text("note", note);
            changes.write(tx, "milestone", *milestone)?;
            about_owner(tx, "milestone", *milestone)?;
            Ok("did-edit-milestone")
        }
        Action::DoneMilestone { milestone, on } => {
            tx.update("milestone", *milestone, &[("done", &on.map(|d| d.0))])?;
            about_owner(tx, "milestone", *milestone)?;
            Ok(if on.is_some() { "did-done-milestone" } else { "did-reopen-milestone" })
        }
        Action::RemoveMilestone { milestone } => {
            about_owner(tx, "milestone", *milestone)?;
            tx.delete("milestone", *milestone)?;
            Ok("did-remove-milestone")
        }
        Action::ReportProgress { engagement, on } => {
            tx.update("engagement", *engagement, &[("reported_on", &on.0)])?;
            about_owner(tx, "engagement", *engagement)?;
            Ok("did-report-progress")
        }
        _ => Err(super::unhandled()),
    }
}

/// Writes a milestone at the client of its project.
pub(in super::super) fn insert_milestone(tx: &mut Tx<'_>, new: &NewMilestone) -> Result<Id, StoreError> {
    let client = tx.client_of("engagement", new.engagement)?;
    tx.insert(
        "milestone",
        &[
            ("client_id", &client.0),
            ("engagement_id", &new.engagement.0),
            ("title", &new.title.trim()),
            ("due", &new.due.0),
            ("note", &filled(&new.note)),
        ],
    )
}
