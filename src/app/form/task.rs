//! The form of a task: whose it is, what, when, who does it, towards what.

use super::field::{Choice, FormField};
use super::{Reader, Source};
use crate::app::dates::Typed;
use crate::domain::action::{Action, NewTask};
use crate::domain::id::Id;
use crate::domain::when::Look;
use crate::domain::words::TaskKind;

/// The fields in order.
pub fn fields(source: &Source<'_>, task: Option<Id>) -> Option<Vec<FormField>> {
    let rows = source.rows().map(|r| &r.tasks[..]).unwrap_or_default();
    let known = match task {
        Some(id) => Some(rows.iter().find(|t| t.id == id)?),
        None => None,
    };
    let more = source.detail().and_then(|d| d.tasks.iter().find(|t| Some(t.id) == task));
    let due = match known {
        Some(t) => t.due_at.map_or_else(|| t.due.to_string(), |at| source.written(at)),
        None => source.today().to_string(),
    };
    let kinds = vec![
        Choice::new("own", "task-own"),
        Choice::new("waiting", "task-waiting"),
        Choice::new("delegated", "task-delegated"),
    ];
    let some = |text: Option<&String>| text.cloned().unwrap_or_default();
    Some(vec![
        FormField::choice("form-field-whose", kinds, known.map_or(TaskKind::Own, |t| t.kind).code()),
        FormField::text("form-field-what", &some(known.map(|t| &t.text))),
        FormField::date("form-field-due", &due, Look::Ahead),
        FormField::text("form-field-assignee", &some(known.and_then(|t| t.assignee.as_ref()))),
        FormField::text("form-field-goal", &some(more.and_then(|t| t.goal.as_ref()))),
        FormField::text("form-field-requirement", &some(more.and_then(|t| t.requirement.as_ref()))),
    ])
}

fn due(r: &mut Reader<'_>) -> (String, Option<Typed>) {
    let text = r.needed("form-field-what", "form-no-text");
    (text, r.needed_day("form-field-due"))
}

/// A new task.
pub fn add(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let (text, due) = due(r);
    let Some(due) = due else { return Vec::new() };
    vec![Action::AddTask(Box::new(NewTask {
        client,
        kind: r.chosen("form-field-whose", TaskKind::parse).unwrap_or(TaskKind::Own),
        text,
        due: due.day,
        due_at: due.at,
        assignee: r.maybe("form-field-assignee"),
        goal: r.maybe("form-field-goal"),
        requirement: r.maybe("form-field-requirement"),
    }))]
}

/// What changes of it.
pub fn change(r: &mut Reader<'_>, task: Id) -> Vec<Action> {
    let (text, due) = due(r);
    vec![Action::EditTask {
        task,
        text: r.set("form-field-what", text),
        due: r.set("form-field-due", due).flatten().map(|t| (t.day, t.at)),
        assignee: r.changed_text("form-field-assignee"),
        kind: r.set("form-field-whose", r.chosen("form-field-whose", TaskKind::parse)).flatten(),
        goal: r.changed_text("form-field-goal"),
        requirement: r.changed_text("form-field-requirement"),
    }]
}
