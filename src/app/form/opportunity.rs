//! The form of possible work.

use super::client::people;
use super::field::{Choice, FormField};
use super::{Reader, Source};
use crate::domain::action::{Action, NewOpportunity, OpportunityChanges};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::Stage;
use crate::portfolio::prospects::stage_id;
use crate::text::share;

/// The fields in order; what is new has no reason for being otherwise yet.
pub fn fields(source: &Source<'_>, opportunity: Option<Id>) -> Option<Vec<FormField>> {
    let rows = source.client().map(|c| &c.facts.opportunities[..]).unwrap_or_default();
    let known = match opportunity {
        Some(id) => Some(rows.iter().find(|o| o.id == id)?),
        None => None,
    };
    let more = source.detail().and_then(|d| d.opportunities.iter().find(|o| Some(o.id) == opportunity));
    let stages = Stage::ALL.iter().map(|s| Choice::new(s.code(), stage_id(*s))).collect();
    let state = known.map(|o| o.state());
    let chance = known.and_then(|o| o.probability).map(|share| format!("{}%", (share * 1e6).round() / 1e4));
    let person = more.and_then(|o| o.person).map(|id| id.to_string()).unwrap_or_default();
    let mut out = vec![
        FormField::text("form-field-title", known.map(|o| o.title.as_str()).unwrap_or_default()),
        FormField::money("form-field-amount", known.map(|o| o.amount)),
        FormField::choice("form-field-stage", stages, state.map_or(Stage::Intake, |s| s.stage).code()),
        FormField::day("form-field-close", state.and_then(|s| s.close), Look::Ahead),
        FormField::text("form-field-chance", &chance.unwrap_or_default()),
        FormField::text("form-field-product", known.and_then(|o| o.product.as_deref()).unwrap_or_default()),
        FormField::choice("form-field-person", people(source), &person),
    ];
    out.extend(known.map(|_| FormField::text("form-field-why", "")));
    out.push(FormField::note("form-field-note", more.and_then(|o| o.note.as_deref())));
    Some(out)
}

/// A share of 1; empty is that of the stage.
fn chance(r: &mut Reader<'_>) -> Option<f64> {
    let text = r.maybe("form-field-chance")?;
    let share = share(&text);
    if share.is_none() {
        r.refuse("form-field-chance", Message::new("form-chance"));
    }
    share
}

/// A new one.
pub fn add(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let title = r.needed("form-field-title", "form-no-text");
    r.needed("form-field-amount", "form-amount");
    let (amount, close, probability) = (r.money("form-field-amount"), r.day("form-field-close"), chance(r));
    let Some(amount) = amount else { return Vec::new() };
    vec![Action::AddOpportunity(Box::new(NewOpportunity {
        client,
        person: r.id("form-field-person"),
        title,
        amount,
        probability,
        stage: r.chosen("form-field-stage", Stage::parse).unwrap_or(Stage::Intake),
        close,
        product: r.maybe("form-field-product"),
        note: r.maybe("form-field-note"),
        at: r.now.instant,
    }))]
}

/// What changes of it.
pub fn change(r: &mut Reader<'_>, opportunity: Id) -> Vec<Action> {
    let title = r.needed("form-field-title", "form-no-text");
    r.needed("form-field-amount", "form-amount");
    let (amount, close, probability) = (r.money("form-field-amount"), r.day("form-field-close"), chance(r));
    let stage = r.set("form-field-stage", r.chosen("form-field-stage", Stage::parse)).flatten();
    let why = r.maybe("form-field-why");
    if stage == Some(Stage::Lost) && why.is_none() {
        r.refuse("form-field-why", Message::new("form-why-lost"));
    }
    let changes = OpportunityChanges {
        title: r.set("form-field-title", title),
        amount: r.set("form-field-amount", amount).flatten(),
        probability: r.set("form-field-chance", probability),
        product: r.changed_text("form-field-product"),
        note: r.changed_text("form-field-note"),
        person: r.set("form-field-person", r.id("form-field-person")),
        stage,
        close: r.set("form-field-close", close),
        why,
        at: None,
    };
    vec![Action::EditOpportunity { opportunity, changes: Box::new(changes) }]
}
