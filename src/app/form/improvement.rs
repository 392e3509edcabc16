//! The form of an improvement: against which cause, what is to be done, by whom, by when.

use super::case::causes;
use super::field::FormField;
use super::{Reader, Source};
use crate::domain::action::{Action, NewImprovement};
use crate::domain::id::Id;
use crate::domain::when::Look;
use crate::store::ImprovementRow;

/// The fields in order. Of a new one only the cause of its case is known.
pub fn fields(source: &Source<'_>, improvement: Option<Id>) -> Option<Vec<FormField>> {
    let known: Option<&ImprovementRow> = match improvement {
        Some(id) => Some(&source.book.improvements.iter().find(|i| i.row.id == id)?.row),
        None => None,
    };
    let of_case = source.case().and_then(|case| case.row.cause.clone());
    let cause = known.map(|i| i.cause.clone()).or(of_case).unwrap_or_default();
    let owner = known.and_then(|i| i.owner.as_deref()).unwrap_or_default();
    Some(vec![
        FormField::choice("form-field-cause", causes(&source.book.policy, &cause), &cause),
        FormField::note("form-field-what", known.map(|i| i.text.as_str())),
        FormField::text("form-field-assignee", owner),
        FormField::day("form-field-due", known.and_then(|i| i.due), Look::Ahead),
    ])
}

fn needed(r: &mut Reader<'_>) -> (String, String) {
    (r.needed("form-field-cause", "form-no-cause"), r.needed("form-field-what", "form-no-text"))
}

/// A new improvement.
pub fn add(r: &mut Reader<'_>) -> Vec<Action> {
    let (cause, text) = needed(r);
    let due = r.day("form-field-due");
    vec![Action::AddImprovement(Box::new(NewImprovement { cause, text, owner: r.maybe("form-field-assignee"), due }))]
}

/// What changes of it.
pub fn change(r: &mut Reader<'_>, improvement: Id) -> Vec<Action> {
    let (cause, text) = needed(r);
    let due = r.day("form-field-due");
    vec![Action::EditImprovement {
        improvement,
        cause: r.set("form-field-cause", cause),
        text: r.set("form-field-what", text),
        owner: r.changed_text("form-field-assignee"),
        due: r.set("form-field-due", due),
    }]
}
