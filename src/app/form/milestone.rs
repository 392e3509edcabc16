//! The form of a milestone: what has to be reached in a project, and by when.

use super::field::{Choice, FormField};
use super::{Reader, Source};
use crate::domain::action::{Action, NewMilestone};
use crate::domain::facts::{EngagementRow, MilestoneRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::portfolio::Snapshot;
use crate::store::TimelineRows;
use crate::text;

/// Whether the client has a project that a milestone can be of.
pub fn can_be_added(rows: &TimelineRows, book: &Snapshot) -> bool {
    rows.engagements.iter().any(|e| !e.is_over(book.now.today()))
}

fn find(rows: &[EngagementRow], id: Id) -> Option<(&EngagementRow, &MilestoneRow)> {
    rows.iter().find_map(|e| e.milestones.iter().find(|m| m.id == id).map(|m| (e, m)))
}

/// The fields of one that is there.
pub fn fields(source: &Source<'_>, milestone: Id) -> Option<Vec<FormField>> {
    let (project, row) = find(&source.rows()?.engagements, milestone)?;
    let title = text::one_line(&project.title).into_owned();
    Some(vec![
        FormField::text("form-field-milestone", &row.title),
        FormField::day("form-field-due", Some(row.due), Look::Ahead),
        FormField::day("form-field-reached", row.done, Look::Back),
        FormField::note("form-field-note", row.note.as_deref()),
        FormField::fixed("form-field-project", Message::new("plain-text").with("text", title)),
    ])
}

/// The fields of a new one; of which project is asked where there are several.
pub fn new(source: &Source<'_>, project: Option<Id>) -> Option<Vec<FormField>> {
    let (rows, today) = (&source.rows()?.engagements, source.today());
    let open = |e: &&EngagementRow| !e.is_over(today);
    let choices: Vec<Choice> = rows.iter().filter(open).map(|e| Choice { code: e.id.to_string(), name: words(e) }).collect();
    let first = project.or_else(|| rows.iter().find(open).map(|e| e.id))?;
    Some(vec![
        FormField::text("form-field-milestone", ""),
        FormField::day("form-field-due", None, Look::Ahead),
        FormField::choice("form-field-project", choices, &first.to_string()),
        FormField::note("form-field-note", None),
    ])
}

fn words(row: &EngagementRow) -> Message {
    Message::new("plain-text").with("text", text::one_line(&row.title).into_owned())
}

/// A new one.
pub fn add(r: &mut Reader<'_>) -> Vec<Action> {
    let title = r.needed("form-field-milestone", "form-no-text");
    let due = r.needed_day("form-field-due");
    let (Some(due), Some(engagement)) = (due, r.id("form-field-project")) else { return Vec::new() };
    let note = r.maybe("form-field-note");
    vec![Action::AddMilestone(Box::new(NewMilestone { engagement, title, due: due.day, note }))]
}

/// What changes of it; the day it was reached is a step of its own.
pub fn change(r: &mut Reader<'_>, milestone: Id) -> Vec<Action> {
    let title = r.needed("form-field-milestone", "form-no-text");
    let due = r.needed_day("form-field-due");
    let done = r.day("form-field-reached");
    let title = r.set("form-field-milestone", title);
    let due = r.set("form-field-due", due).flatten().map(|t| t.day);
    let note = r.changed_text("form-field-note");
    let mut all = Vec::new();
    if title.is_some() || due.is_some() || note.is_some() {
        all.push(Action::EditMilestone { milestone, title, due, note });
    }
    if let Some(on) = r.set("form-field-reached", done) {
        // Reached on another day: it is opened before it is closed again.
        if !r.was("form-field-reached").is_empty() && on.is_some() {
            all.push(Action::DoneMilestone { milestone, on: None });
        }
        all.push(Action::DoneMilestone { milestone, on });
    }
    all
}
