//! The form of a satisfaction score with its reasons.

use super::client::{channels, people};
use super::field::{Choice, FormField};
use super::{Reader, Source};
use crate::domain::action::{Action, NewSurvey};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::{Channel, SurveyKind};

/// The fields in order.
pub fn fields(source: &Source<'_>) -> Option<Vec<FormField>> {
    source.client()?;
    let kinds = vec![Choice::new("nps", "survey-kind-nps"), Choice::new("csat", "survey-kind-csat")];
    Some(vec![
        FormField::choice("form-field-asked", kinds, SurveyKind::Nps.code()),
        FormField::number("form-field-score", None),
        FormField::day("form-field-on", Some(source.today()), Look::Back),
        FormField::choice("form-field-person", people(source), ""),
        FormField::choice("form-field-how", channels(Some(Choice::new("", "form-field-unknown"))), ""),
        FormField::text("form-field-reasons", ""),
        FormField::note("form-field-note", None),
    ])
}

/// The new answer.
pub fn actions(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let kind = r.chosen("form-field-asked", SurveyKind::parse).unwrap_or(SurveyKind::Nps);
    let (low, high) = kind.range();
    let score = r.number("form-field-score", low.into(), high.into()).and_then(|n| u8::try_from(n).ok());
    if r.text("form-field-score").is_empty() {
        r.refuse("form-field-score", Message::new("form-number").with("from", i64::from(low)).with("to", i64::from(high)));
    }
    let on = r.needed_day("form-field-on").map(|t| t.day);
    let reasons = r.text("form-field-reasons");
    let reasons = reasons.split([',', '，', '、', ';', '；']).map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect();
    let (Some(score), Some(on)) = (score, on) else { return Vec::new() };
    vec![Action::AddSurvey(Box::new(NewSurvey {
        client,
        person: r.id("form-field-person"),
        kind,
        score,
        on,
        channel: r.chosen("form-field-how", Channel::parse),
        reasons,
        note: r.maybe("form-field-note"),
    }))]
}
