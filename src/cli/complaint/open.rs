//! `complaint open`: writes a case down in one line. What is asked of a case is `domain::validate`'s.

use super::super::args::Args;
use super::super::causes::cause_code;
use super::super::context::Context;
use super::super::errors::{USAGE, fail};
use super::super::log::{channel, happened, person};
use super::{answer, kind, other_side};
use crate::domain::action::{Action, NewComplaint};
use crate::domain::message::Message;
use crate::domain::words::{CaseStatus, ComplaintKind};
use anyhow::Result;

/// Opens a case.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let Some(text) = args.text("text") else { return Err(fail(USAGE, Message::new("cli-error-case-text"))) };
    let with = args.text("with");
    let kind = match args.text("kind") {
        Some(text) => kind(&text)?,
        // Another side is what a conflict has.
        None if with.is_some() => ComplaintKind::Conflict,
        None => ComplaintKind::Complaint,
    };
    let other = with.map(|text| other_side(&book, &text, kind)).transpose()?;
    let new = NewComplaint {
        client,
        person: args.text("person").map(|text| person(&book, client, &text)).transpose()?,
        kind,
        complex: args.flag("complex"),
        opened: args.text("at").map(|text| happened(&book, &text)).transpose()?.unwrap_or(book.now.instant),
        channel: args.text("channel").map(|text| channel(&text)).transpose()?,
        text,
        demand: args.text("demand"),
        cause: args.text("cause").map(|text| cause_code(&book, &text)).transpose()?,
        tier: book.assessed(client)?.tier.tier,
        other,
        mediator: args.text("mediator"),
        begun: CaseStatus::Registered,
    };
    let applied = book.apply(&Action::OpenComplaint(Box::new(new)))?;
    let id = applied.ids.iter().find(|(table, _)| *table == "complaint").map_or(client, |(_, id)| *id);
    answer(ctx, &book, &applied, (client, id), None)
}
