//! Tasks: promises, what the client owes, delegated work.

use super::super::error::StoreError;
use super::super::tx::Tx;
use super::changes::{Changes, filled};
use crate::domain::action::{Action, NewTask};
use crate::domain::id::Id;
use crate::domain::words::*;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddTask(new) => {
            insert_task(tx, new)?;
            tx.about(new.client);
            tx.args.push(("day", i64::from(new.due.0)));
            Ok(match new.kind {
                TaskKind::Own => "did-add-task",
                TaskKind::Waiting => "did-add-waiting",
                TaskKind::Delegated => "did-add-delegated",
            })
        }
        Action::EditTask { task, text, due, assignee, kind, goal, requirement } => {
            let mut changes = Changes::default();
            changes.set("text", text.as_deref().map(|t| t.trim().to_owned()));
            changes.set("due", due.map(|(day, _)| day.0));
            changes.set("due_at", due.map(|(_, at)| at.map(|m| m.0)));
            changes.text("assignee", assignee);
            changes.set("kind", kind.map(|k| k.code().to_owned()));
            changes.text("goal", goal);
            changes.text("requirement", requirement);
            changes.write(tx, "task", *task)?;
            let client = tx.client_of("task", *task)?;
            tx.about(client);
            tx.args.push(("task", task.0));
            Ok("did-edit-task")
        }
        Action::DoneTask { task } => {
            tx.update("task", *task, &[("done", &tx.moment())])?;
            let client = tx.client_of("task", *task)?;
            tx.about(client);
            tx.args.push(("task", task.0));
            Ok("did-done-task")
        }
        _ => Err(super::unhandled()),
    }
}

/// Writes a task.
pub(in super::super) fn insert_task(tx: &mut Tx<'_>, new: &NewTask) -> Result<Id, StoreError> {
    tx.insert(
        "task",
        &[
            ("client_id", &new.client.0),
            ("kind", &new.kind.code()),
            ("text", &new.text.trim()),
            ("due", &new.due.0),
            ("due_at", &new.due_at.map(|m| m.0)),
            ("assignee", &filled(&new.assignee)),
            ("goal", &filled(&new.goal)),
            ("requirement", &filled(&new.requirement)),
            ("created", &tx.moment()),
        ],
    )
}
