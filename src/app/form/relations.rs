//! How a client stands to others, in a form: a row each with the kind, the other client and a note. Emptying the other's name, or
//! choosing that it is over, ends the relation.

use super::field::{Choice, FormField, Part, Reads};
use super::{Reader, Source};
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::RelationKind;
use crate::portfolio::Snapshot;
use crate::text::{self, Needle};

/// The name of these rows.
pub const NAME: &str = "form-field-relation";

fn kinds() -> Vec<Choice> {
    let name = |kind: RelationKind| match kind {
        RelationKind::Competitor => "relates-competitor",
        RelationKind::Partner => "relates-partner",
        RelationKind::Group => "relates-group",
        RelationKind::Conflict => "relates-conflict",
    };
    RelationKind::ALL.iter().map(|kind| Choice::new(kind.code(), name(*kind))).collect()
}

/// A row for a new one.
pub fn blank() -> FormField {
    let parts =
        vec![Part::choice(kinds(), RelationKind::Competitor.code()), Part::text("", Reads::Text), Part::text("", Reads::Text)];
    FormField::row(NAME, None, parts)
}

/// The rows of a client and a blank one.
pub fn rows(source: &Source<'_>) -> Vec<FormField> {
    let Some(client) = source.client() else { return Vec::new() };
    let name = |id| source.book.client(id).map(|c| c.name().to_owned()).unwrap_or_default();
    let row = |r: &crate::domain::facts::RelationRow| {
        let parts = vec![
            Part::choice(kinds(), r.kind.code()),
            Part::text(&name(r.other), Reads::Text),
            Part::text(r.note.as_deref().unwrap_or_default(), Reads::Text),
            Part::choice(vec![Choice::new("", "relates-stands"), Choice::new("over", "relates-over")], ""),
        ];
        FormField::row(NAME, Some(r.id), parts)
    };
    client.facts.relations.iter().map(row).chain([blank()]).collect()
}

/// The one client meant by a name: the same name, else the only one that the text finds.
pub(super) fn named(book: &Snapshot, typed: &str, not: Id) -> Result<Id, Message> {
    let key = text::fold(typed);
    let others = || book.clients.iter().filter(|c| c.id() != not);
    if let Some(same) = others().find(|c| c.facts.client.name_key == key) {
        return Ok(same.id());
    }
    let needle = Needle::new(typed);
    let found: Vec<Id> =
        others().filter(|c| text::matches(&needle, &text::NameKeys::new(c.name())).is_some()).map(|c| c.id()).collect();
    match found[..] {
        [one] => Ok(one),
        [] => Err(Message::new("form-no-client").with("text", typed)),
        _ => Err(Message::new("form-many-clients").with("text", typed).with("count", found.len())),
    }
}

/// What the rows ask for.
pub fn changes(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut refused = Vec::new();
    let before = r.book.client(client).map(|c| c.facts.relations.clone()).unwrap_or_default();
    for (at, field) in r.form.fields.iter().enumerate().filter(|(_, f)| f.name == NAME && f.is_changed()) {
        let text = |n: usize| field.parts.get(n).map(Part::value).unwrap_or_default().to_owned();
        let Some(kind) = RelationKind::parse(&text(0)) else { continue };
        let was = field.row.and_then(|id| before.iter().find(|b| b.id == id));
        // A name that nobody typed means who it meant: two clients may share it, and one that is not shown has none.
        let same = was.map(|was| was.other).filter(|_| field.parts.get(1).is_some_and(|p| !p.is_changed()));
        let over = text(3) == "over" || same.is_none() && text(1).is_empty();
        let other = match (over, same.map_or_else(|| named(r.book, &text(1), client), Ok)) {
            (true, _) => None,
            (false, Ok(other)) => Some(other),
            (false, Err(why)) => {
                refused.push((at, why));
                continue;
            }
        };
        // Another kind or another client is another relation: the one before is over.
        if let Some(was) = was.filter(|was| other != Some(was.other) || was.kind != kind) {
            actions.push(Action::Relate { client, other: was.other, kind: was.kind, note: None, on: false });
        }
        if let Some(other) = other {
            let note = Some(text(2)).filter(|n| !n.is_empty());
            actions.push(Action::Relate { client, other, kind, note, on: true });
        }
    }
    for (at, why) in refused {
        r.fail(at, 1, why);
    }
    actions
}
