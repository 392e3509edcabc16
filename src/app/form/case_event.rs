//! The form of something that happened in a case. The log is only ever added to: what is saved is another event that takes its place.

use super::field::{Choice, FormField};
use super::{Reader, Source};
use crate::domain::action::{Action, NewCaseEvent};
use crate::domain::complaint::Rating;
use crate::domain::day::Moment;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::CaseEventKind;
use crate::portfolio::cases::event_id;
use crate::store::{CaseDetail, CaseEventDetail};

/// The event as it stands; `None` when another one has taken its place.
fn standing(case: &CaseDetail, id: Id) -> Option<&CaseEventDetail> {
    let corrected = case.events.iter().any(|e| e.event.corrects == Some(id));
    case.events.iter().find(|e| e.event.id == id).filter(|_| !corrected)
}

/// The marks to choose from: a digit names its own mark.
fn marks() -> Vec<Choice> {
    let mark = |n: u8| Choice { code: n.to_string(), name: Message::new("plain-text").with("text", n.to_string()) };
    let rest = [Choice::new("unreachable", "form-mark-unreachable"), Choice::new("", "form-mark-none")];
    (1..=5).map(mark).chain(rest).collect()
}

fn code(rating: Rating) -> String {
    match rating {
        Rating::Mark(mark) => mark.to_string(),
        Rating::Unreachable => "unreachable".to_owned(),
    }
}

/// The fields in order.
pub fn fields(source: &Source<'_>, id: Id) -> Option<Vec<FormField>> {
    let found = standing(&source.loaded.case.as_ref()?.detail, id)?;
    let event = &found.event;
    let kinds = CaseEventKind::ALL.iter().map(|kind| Choice::new(kind.code(), event_id(*kind))).collect();
    let promised = event.promised.map(|at| source.written(at)).unwrap_or_default();
    Some(vec![
        FormField::choice("form-field-happened", kinds, event.kind.code()),
        FormField::date("form-field-at", &source.written(event.at), Look::Back),
        FormField::note("form-field-said", found.text.as_deref()),
        FormField::choice("form-field-mark", marks(), &event.rating.map(code).unwrap_or_default()),
        FormField::date("form-field-promised", &promised, Look::Ahead),
    ])
}

/// A promised moment; a bare day ends when work does.
fn promised(r: &mut Reader<'_>) -> Option<Moment> {
    let typed = r.date("form-field-promised")?;
    Some(typed.at.unwrap_or_else(|| r.book.time.closing_moment(typed.day, r.now.zone)))
}

/// The event that takes the place of this one. What was not changed stays as it is, to the second.
pub fn actions(r: &mut Reader<'_>, case: Id, id: Id) -> Vec<Action> {
    let at = r.past_moment("form-field-at");
    let promised = promised(r);
    let Some(before) = r.form.loaded.case.as_ref().and_then(|file| standing(&file.detail, id)).cloned() else {
        return Vec::new();
    };
    let event = before.event;
    let kind = r.chosen("form-field-happened", CaseEventKind::parse).unwrap_or(event.kind);
    // A mark or a promise that nobody touched leaves with what it belonged to; one that was typed is for the rules to refuse.
    let mark = event.rating.filter(|_| kind.may_rate());
    let promise = event.promised.filter(|_| kind.may_promise());
    let new = NewCaseEvent {
        complaint: case,
        kind,
        at: r.set("form-field-at", at).flatten().unwrap_or(event.at),
        text: r.changed_text("form-field-said").unwrap_or(before.text),
        rating: r.set("form-field-mark", r.chosen("form-field-mark", Rating::parse)).unwrap_or(mark),
        promised: r.set("form-field-promised", promised).unwrap_or(promise),
        channel: event.channel,
        minutes: before.minutes,
        corrects: Some(id),
        fulfils: None,
    };
    vec![Action::LogCase(Box::new(new))]
}
