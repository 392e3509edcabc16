//! Contact points in a form: a row each with kind, address, label and whether it was checked. The order of a kind is the order in which
//! they are preferred. Emptying the address removes the point.

use super::field::{Choice, FormField, Input, Part, Reads};
use super::{Reader, Source};
use crate::domain::action::{Action, NewPoint};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::PointKind;
use crate::portfolio::explain::point_id;
use crate::store::{ClientDetail, PointDetail};

/// The name of these rows.
pub const NAME: &str = "form-field-point";

/// How a point can have been checked.
const HOW: [(&str, &str); 3] = [("call", "point-by-call"), ("email", "point-by-email"), ("document", "point-by-document")];

fn kinds() -> Vec<Choice> {
    PointKind::ALL.iter().map(|kind| Choice::new(kind.code(), point_id(*kind))).collect()
}

/// When and how the point was checked, or since when it is wrong.
fn stands(point: &PointDetail) -> Message {
    let how = point.verified_how.as_deref().unwrap_or_default();
    let known = HOW.iter().find(|(code, _)| *code == how).map(|(_, name)| Message::new(name));
    match (point.invalid_since, point.verified_on) {
        (Some(day), _) => Message::new("point-wrong-since").with("day", day),
        (None, Some(day)) => match known {
            Some(how) => Message::new("point-checked-how").with("day", day).with("how", how),
            None => Message::new("point-checked").with("day", day),
        },
        (None, None) => Message::new("point-unchecked"),
    }
}

fn row(point: &PointDetail) -> FormField {
    let mut states = vec![Choice { code: String::new(), name: stands(point) }];
    states.extend(HOW.iter().map(|(code, name)| Choice {
        code: (*code).to_owned(),
        name: Message::new("point-check-now").with("how", Message::new(name)),
    }));
    states.push(match point.invalid_since {
        None => Choice::new("wrong", "point-wrong-now"),
        Some(_) => Choice::new("right", "point-right-now"),
    });
    states.push(Choice::new("remove", "point-remove"));
    let parts = vec![
        Part::choice(kinds(), point.kind.code()),
        Part::text(&point.value, Reads::Text),
        Part::text(point.label.as_deref().unwrap_or_default(), Reads::Text),
        Part::choice(states, ""),
    ];
    FormField::row(NAME, Some(point.id), parts)
}

/// The blank row for what is missing.
pub fn of_kind(mut field: FormField, missing: &str) -> FormField {
    let kind = match missing {
        "complete-email" => PointKind::Email,
        "complete-address" => PointKind::Address,
        _ => return field,
    };
    if field.name == NAME
        && let Some(first) = field.parts.first_mut()
    {
        *first = Part::choice(kinds(), kind.code());
    }
    field
}

/// A row for a new one.
pub fn blank() -> FormField {
    let parts = vec![Part::choice(kinds(), PointKind::Phone.code()), Part::text("", Reads::Text), Part::text("", Reads::Text)];
    FormField::row(NAME, None, parts)
}

/// The rows of an owner: the client itself, or one of its people.
pub fn rows(detail: &ClientDetail, owner: Option<Id>) -> Vec<FormField> {
    let own = detail.points.iter().filter(|p| p.person == owner);
    own.map(|point| FormField { owner, ..row(point) }).collect()
}

/// The rows of the client's people, each with the name in front.
pub fn rows_of_people(detail: &ClientDetail) -> Vec<FormField> {
    let mut out = Vec::new();
    for person in &detail.people {
        let caption = Message::new("plain-text").with("text", person.name.as_str());
        out.extend(rows(detail, Some(person.id)).into_iter().map(|f| FormField { caption: Some(caption.clone()), ..f }));
    }
    out
}

/// What the rows ask for: points to be added, and actions on those that are there.
pub fn changes(r: &mut Reader<'_>, client: Id, source: &ClientDetail) -> (Vec<NewPoint>, Vec<Action>) {
    let (mut add, mut actions) = (Vec::new(), Vec::new());
    let today = r.now.today();
    let mut refused = Vec::new();
    for (at, field) in r.form.fields.iter().enumerate().filter(|(_, f)| f.name == NAME && f.is_changed()) {
        let part = |n: usize| field.parts.get(n);
        let text = |n: usize| part(n).map(Part::value).unwrap_or_default().to_owned();
        let changed = |n: usize| part(n).is_some_and(Part::is_changed);
        let Some(kind) = PointKind::parse(&text(0)) else { continue };
        let (value, label, state) = (text(1), Some(text(2)).filter(|l| !l.is_empty()), text(3));
        let gone = value.is_empty() || state == "remove";
        if kind == PointKind::Email && !gone && !value.contains('@') && (changed(1) || changed(0)) {
            refused.push(at);
            continue;
        }
        match field.row {
            None => add.push(NewPoint { kind, value, label }),
            Some(point) if gone => actions.push(Action::RemovePoint { point }),
            Some(point) => {
                let was_wrong = source.points.iter().any(|p| p.id == point && p.invalid_since.is_some());
                let verified = HOW.iter().any(|(code, _)| *code == state).then(|| (today, state.clone()));
                actions.push(Action::EditPoint {
                    point,
                    value: changed(1).then_some(value),
                    label: changed(2).then_some(label),
                    kind: changed(0).then_some(kind),
                    invalid_since: match state.as_str() {
                        "wrong" => Some(Some(today)),
                        "right" => Some(None),
                        _ if was_wrong && verified.is_some() => Some(None),
                        _ => None,
                    },
                    verified,
                });
            }
        }
    }
    for at in refused {
        r.fail(at, 1, Message::new("form-email"));
    }
    if r.form.moved {
        actions.extend(ranks(r, client, source));
    }
    (add, actions)
}

/// The order of the rows of each owner whose order is another one now.
fn ranks(r: &Reader<'_>, client: Id, source: &ClientDetail) -> Vec<Action> {
    let mut owners: Vec<Option<Id>> = Vec::new();
    let rows = || r.form.fields.iter().filter(|f| f.name == NAME && f.row.is_some());
    for field in rows() {
        if !owners.contains(&field.owner) {
            owners.push(field.owner);
        }
    }
    let mut out = Vec::new();
    for person in owners {
        let stays = |f: &&FormField| f.owner == person && !matches!(f.parts.get(3).map(Part::value), Some("remove"));
        let order: Vec<Id> = rows().filter(stays).filter(|f| has_value(f)).filter_map(|f| f.row).collect();
        let before: Vec<Id> =
            source.points.iter().filter(|p| p.person == person && order.contains(&p.id)).map(|p| p.id).collect();
        if order != before && !order.is_empty() {
            out.push(Action::RankPoints { client, person, order });
        }
    }
    out
}

fn has_value(field: &FormField) -> bool {
    field.parts.get(1).is_some_and(|p| matches!(&p.input, Input::Text(text) if !text.trimmed().is_empty()))
}

/// The rows and a blank one.
pub fn with_blank(source: &Source<'_>, owner: Option<Id>) -> Vec<FormField> {
    let mut out =
        source.detail().filter(|_| owner.is_some() || source.client().is_some()).map_or_else(Vec::new, |d| rows(d, owner));
    out.push(blank());
    out
}
