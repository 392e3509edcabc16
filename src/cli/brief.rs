//! `brief`: the sheet to prepare a visit with, for one client or several. What stands on it is `portfolio::prep`'s to say.

use super::args::Args;
use super::context::{Book, Context};
use crate::domain::message::Message;
use crate::portfolio::completeness::{self, Completeness};
use crate::portfolio::prep::{self, Line, Prep};
use anyhow::Result;
use serde_json::{Map, Value, json};

/// Prints the sheet of every client named.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    // All names are looked up before anything is printed.
    let ids = args.texts("client").iter().map(|text| book.client(text)).collect::<Result<Vec<_>>>()?;
    let mut sheets = Vec::new();
    let mut values = Vec::new();
    for id in ids {
        let client = book.assessed(id)?;
        let Some(detail) = book.store.detail_until(id, book.now.instant)? else { continue };
        let gathered = prep::of(&book.snapshot, client, &detail);
        if ctx.out.json {
            let known = completeness::of(&book.snapshot, client, &detail);
            let who = json!({ "id": client.id(), "name": client.name(), "tier": client.tier.tier });
            values.push(value(ctx, &book, &gathered, &known, who));
        } else {
            sheets.push(prep::markdown(&gathered, &book.snapshot, &ctx.words));
        }
    }
    if ctx.out.json {
        return Ok(ctx.out.value(&values.into())?);
    }
    Ok(ctx.out.block(&sheets.join("\n---\n\n"))?)
}

/// A sheet as JSON.
pub fn value(ctx: &Context, book: &Book, prep: &Prep, known: &Completeness, client: Value) -> Value {
    let say = |message: &Message| ctx.say(message, &book.now);
    let line = |line: &Line| json!({ "text": say(&line.words), "note": line.note, "late": line.late, "inner": line.inner });
    let sections: Map<String, Value> =
        prep.sections.iter().map(|s| (s.key.to_owned(), s.lines.iter().map(line).collect())).collect();
    let groups: Map<String, Value> = known
        .groups
        .iter()
        .map(|g| {
            let missing: Vec<String> = g.missing.iter().map(say).collect();
            (g.kind.code().to_owned(), json!({ "have": g.have, "of": g.of, "missing": missing }))
        })
        .collect();
    json!({
        "client": client,
        "as_of": book.now.instant.rfc3339(book.now.zone),
        "warnings": prep.warnings.iter().map(say).collect::<Vec<_>>(),
        "sections": sections,
        "completeness": {
            "percent": known.percent,
            "urgent": known.urgent,
            "verified": known.verified.0,
            "points": known.verified.1,
            "groups": groups,
        },
    })
}
