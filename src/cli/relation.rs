//! `client relate`: how clients stand to each other, and what the page of a client shows of it.

use super::args::Args;
use super::context::{Book, Context, word};
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::facts::RelationRow;
use crate::domain::message::Message;
use crate::domain::words::RelationKind;
use crate::portfolio::Assessed;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down or ends a relation.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let kind = word("relationkind", &args.needed("kind"), RelationKind::ALL, RelationKind::code)?;
    let (client, other) = (book.client(&args.needed("client"))?, book.client(&args.needed("other"))?);
    let on = !args.flag("end");
    let applied = book.apply(&Action::Relate { client, other, kind, note: args.text("note"), on })?;
    ctx.answer(&book, &applied, None)
}

/// The relations of a client, one a line.
pub fn rows(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    let row = |r: &RelationRow| {
        let name = book.snapshot.client(r.other).map(|c| c.name().to_owned()).unwrap_or_default();
        let said = ctx.say(&Message::new(r.kind.name()).with("other", name), &book.now);
        let note = r.note.as_deref().map(|n| crate::text::one_line(n).into_owned()).unwrap_or_default();
        let style = if r.kind == RelationKind::Conflict { Style::Red } else { Style::Plain };
        vec![Cell::from(said).style(style), Cell::from(note)]
    };
    client.facts.relations.iter().map(row).collect()
}

/// The relations of a client as JSON.
pub fn values(book: &Book, client: &Assessed) -> Value {
    let value = |r: &RelationRow| {
        let name = book.snapshot.client(r.other).map(Assessed::name);
        json!({ "id": r.id, "kind": r.kind, "other": { "id": r.other, "name": name }, "note": r.note })
    };
    client.facts.relations.iter().map(value).collect()
}
