//! `spread`: shows how what is overdue would be levelled, and writes it with `--apply`. The plan is `portfolio::spread`'s.

use super::args::Args;
use super::context::Context;
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::message::Message;
use crate::portfolio::spread;
use anyhow::Result;
use serde_json::{Value, json};

/// Previews or applies the levelled plan.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let apply = args.flag("apply");
    if apply && args.text("as-of").is_some() {
        return Err(fail(USAGE, Message::new("cli-error-as-of").with("help", "touchbase spread --help")));
    }
    let mut book = if apply { ctx.write()? } else { ctx.read(args)? };
    let moves = spread::plan(&book.snapshot);
    if apply && !moves.is_empty() {
        let action = Action::Spread(moves.iter().map(|m| (m.client, m.channel, m.to)).collect());
        let applied = book.apply(&action)?;
        return ctx.answer(&book, &applied, None);
    }
    let name = |id| book.snapshot.client(id).map(|c| c.name().to_owned()).unwrap_or_default();
    if ctx.out.json {
        let all: Vec<Value> = moves
            .iter()
            .map(|m| {
                let client = json!({ "id": m.client, "name": name(m.client), "tier": m.tier });
                json!({ "client": client, "channel": m.channel, "from": m.from, "to": m.to })
            })
            .collect();
        return Ok(ctx.out.value(&json!({ "moves": all }))?);
    }
    if moves.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-spread-nothing"))?);
    }
    let mut moves = moves;
    moves.sort_by_key(|m| (m.to, m.tier.map_or(3, crate::domain::words::Tier::rank), m.client));
    let cells: Vec<Vec<Cell>> = moves
        .iter()
        .map(|m| {
            vec![
                Cell::from(ctx.words.day(m.to, &book.now)),
                Cell::from(ctx.word("channel", m.channel.code())),
                Cell::from(name(m.client)).style(Style::Bold),
                Cell::from(ctx.words.tier(m.tier)),
                Cell::from(ctx.words.day(m.from, &book.now)).style(Style::Dim),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["due", "channel", "client", "tier", "was-due"]), &cells)?;
    ctx.out.line(&ctx.say(&Message::new("cli-spread-preview").with("n", moves.len()), &book.now))?;
    Ok(())
}
