//! `task add|edit|list|done`: promises, things owed by clients, delegated work.

use super::args::Args;
use super::context::{Book, Context, short};
use super::output::{Cell, Style};
use super::pick::{Choice, pick};
use crate::domain::action::{Action, NewTask};
use crate::domain::facts::TaskRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::TaskKind;
use crate::portfolio::Assessed;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down a task.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let due = args.text("due").map(|text| book.when(&text, Look::Ahead)).transpose()?;
    let assignee = args.text("assignee").filter(|a| !a.trim().is_empty());
    let kind = match &assignee {
        _ if args.flag("waiting") => TaskKind::Waiting,
        Some(_) => TaskKind::Delegated,
        None => TaskKind::Own,
    };
    let new = NewTask {
        client,
        kind,
        text: args.needed("text"),
        due: due.map_or(book.now.today(), |t| t.day),
        due_at: due.and_then(|t| t.at),
        assignee,
        goal: args.text("goal"),
        requirement: args.text("requirement"),
    };
    let applied = book.apply(&Action::AddTask(Box::new(new)))?;
    ctx.answer(&book, &applied, Some(client))
}

/// Changes a task.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (task, client) = find(&book, &args.needed("task"))?;
    let due = args.text("due").map(|text| book.when(&text, Look::Ahead)).transpose()?.map(|t| (t.day, t.at));
    let assignee = args.text("assignee").map(|a| Some(a).filter(|a| !a.trim().is_empty()));
    let applied = book.apply(&Action::EditTask {
        task,
        text: args.text("text"),
        due,
        assignee,
        kind: None,
        goal: None,
        requirement: None,
    })?;
    ctx.answer(&book, &applied, Some(client))
}

/// Open tasks by due day.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let rows = open(&book, client);
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|(c, t)| value(&book, c, t)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-task-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(c, t)| {
            let due = t.due_at.map_or_else(|| ctx.words.day(t.due, &book.now), |at| ctx.words.moment(at, &book.now));
            let late = t.due < book.now.today();
            vec![
                Cell::from(due).style(if late { Style::Red } else { Style::Plain }),
                Cell::from(ctx.word("task", t.kind.code())),
                Cell::from(c.name()).style(Style::Bold),
                Cell::from(t.text.as_str()),
                Cell::from(t.assignee.clone().unwrap_or_default()),
                Cell::from(format!("#{}", t.id)).style(Style::Dim),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["due", "kind", "client", "task", "assignee", "id"]), &cells)?;
    Ok(())
}

/// Marks a task done.
pub fn done(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (task, client) = find(&book, &args.needed("task"))?;
    let applied = book.apply(&Action::DoneTask { task })?;
    ctx.answer(&book, &applied, Some(client))
}

fn find(book: &Book, text: &str) -> Result<(Id, Id)> {
    let choice = |(c, t): (&Assessed, &TaskRow)| {
        let shown =
            Message::new("cli-choice-task").with("text", short(&t.text)).with("client", short(c.name())).with("due", t.due);
        Choice { id: t.id, label: t.text.clone(), shown, open: true, value: c.id() }
    };
    pick(open(book, None).into_iter().map(choice).collect(), text, "cli-error-no-task")
}

fn open(book: &Book, client: Option<Id>) -> Vec<(&Assessed, &TaskRow)> {
    let clients = book.snapshot.present().filter(|c| client.is_none_or(|id| c.id() == id));
    let mut rows: Vec<_> = clients.flat_map(|c| c.facts.tasks.iter().map(move |t| (c, t))).collect();
    rows.sort_by_key(|(_, t)| (t.due, t.due_at, t.id));
    rows
}

/// A task as JSON.
pub fn value(book: &Book, client: &Assessed, row: &TaskRow) -> Value {
    json!({
        "id": row.id,
        "client": { "id": client.id(), "name": client.name() },
        "kind": row.kind,
        "text": row.text,
        "due": row.due,
        "at": row.due_at.map(|at| at.rfc3339(book.now.zone)),
        "assignee": row.assignee,
    })
}
