//! `undo`, `redo`, `history`: the journal at the command line.

use super::args::Args;
use super::context::{Book, Context, number, short};
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::action::Face;
use crate::domain::message::Message;
use crate::store::Undone;
use anyhow::Result;
use serde_json::{Value, json};

/// Takes back the newest action, a named one, or several.
pub fn undo(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let op = number::<i64>(args, "op")?;
    let steps = number::<u32>(args, "steps")?;
    if op.is_some() && steps.is_some() {
        return Err(fail(USAGE, Message::new("cli-error-op-and-steps")));
    }
    if steps == Some(0) {
        return Err(fail(USAGE, Message::new("cli-error-number").with("option", "--steps").with("text", "0")));
    }
    let mut book = ctx.write()?;
    let mut all = Vec::new();
    for n in 0..steps.unwrap_or(1) {
        match book.store.undo(op, &book.now, Face::Cli) {
            Ok(undone) => all.push(undone),
            // Fewer steps than asked for are still steps.
            Err(crate::store::StoreError::NothingToUndo) if n > 0 => break,
            Err(error) => {
                if n > 0 {
                    told(ctx, &book, &all, "cli-undone")?;
                }
                return Err(error.into());
            }
        }
    }
    told(ctx, &book, &all, "cli-undone")
}

/// Does again what was just taken back.
pub fn redo(ctx: &Context, _: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let redone = book.store.redo(&book.now, Face::Cli)?;
    told(ctx, &book, &[redone], "cli-redone")
}

fn told(ctx: &Context, book: &Book, all: &[Undone], id: &'static str) -> Result<()> {
    ctx.out.wrote();
    let line = |u: &Undone| ctx.say(&Message::new(id).with("what", u.message.clone()), &book.now);
    let left = |u: &Undone| u.left.iter().map(|m| ctx.say(m, &book.now)).collect::<Vec<_>>();
    if ctx.out.json {
        let steps: Vec<Value> =
            all.iter().map(|u| json!({ "op": u.op, "undone": u.undone, "message": line(u), "left": left(u) })).collect();
        let last = all.last();
        let clients: Vec<Value> =
            last.map(|u| u.clients.iter().map(|id| json!({ "table": "client", "id": id })).collect()).unwrap_or_default();
        ctx.out.value(&json!({
            "op": last.map(|u| u.op),
            "ids": clients,
            "message": last.map(line),
            "next_due": Value::Null,
            "steps": steps,
        }))?;
        return Ok(());
    }
    for undone in all {
        ctx.out.line(&line(undone))?;
        for kept in left(undone) {
            ctx.out.line(&format!("  {kept}"))?;
        }
    }
    Ok(())
}

/// What was done, newest first.
pub fn history(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let limit = number::<usize>(args, "limit")?.unwrap_or(200);
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let until = args.text("as-of").map(|_| book.now.instant);
    let rows = book.store.history(client, limit, until)?;
    if ctx.out.json {
        let all: Vec<Value> = rows
            .iter()
            .map(|r| {
                json!({
                    "op": r.op,
                    "at": r.at.rfc3339(book.now.zone),
                    "face": r.face,
                    "kind": r.kind,
                    "live": r.live,
                    "undoable": r.undoable,
                    "message": ctx.say(&r.message, &book.now),
                    "why": r.why,
                })
            })
            .collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-history-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|r| {
            let standing = r.live || r.kind != "do";
            let style = if standing { Style::Plain } else { Style::Dim };
            let what =
                if standing { r.message.clone() } else { Message::new("cli-taken-back").with("what", r.message.clone()) };
            let what = match &r.why {
                Some(why) => Message::new("cli-history-why").with("what", what).with("why", short(why)),
                None => what,
            };
            vec![
                Cell::from(r.op.to_string()).right().style(style),
                Cell::from(ctx.words.moment(r.at, &book.now)).style(style),
                Cell::from(ctx.word("cli-face", &r.face)).style(style),
                Cell::from(ctx.say(&what, &book.now)).style(style),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["op", "when", "face", "what"]), &cells)?;
    Ok(())
}
