//! `milestone add|edit|list|done|remove`: what has to be reached in a project, and by when (S21, S49).

use super::args::Args;
use super::context::{Book, Context, short};
use super::engagement;
use super::errors::{UNKNOWN, USAGE, fail};
use super::output::{Cell, Style};
use super::pick::{Choice, pick};
use crate::domain::action::{Action, NewMilestone};
use crate::domain::day::Day;
use crate::domain::facts::{EngagementRow, MilestoneRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::portfolio::Assessed;
use crate::store::Which;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down a milestone, of the only project of the client or of the one that is named.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let engagement = match args.text("engagement") {
        Some(text) => engagement::find(&book, Some(client), &text)?.0,
        None => {
            let name = short(book.assessed(client)?.name());
            let none = || fail(UNKNOWN, Message::new("cli-milestone-no-project").with("client", name));
            engagement::only(&book, client)?.map(|(id, _)| id).ok_or_else(none)?
        }
    };
    let none =
        || fail(USAGE, Message::new("cli-error-missing").with("what", "--due").with("help", "touchbase milestone add --help"));
    let due = book.when(&args.text("due").ok_or_else(none)?, Look::Ahead)?.day;
    let new = NewMilestone { engagement, title: args.needed("title"), due, note: args.text("note") };
    let applied = book.apply(&Action::AddMilestone(Box::new(new)))?;
    ctx.answer(&book, &applied, Some(client))
}

/// Changes a milestone. An empty note takes it away.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (milestone, client) = find(&book, &args.needed("milestone"))?;
    let due = args.text("due").map(|text| book.when(&text, Look::Ahead)).transpose()?.map(|t| t.day);
    let note = args.text("note").map(|note| Some(note).filter(|n| !n.trim().is_empty()));
    let change = Action::EditMilestone { milestone, title: args.text("title"), due, note };
    let changes = args.text("title").is_some() || due.is_some() || args.text("note").is_some();
    let action = match (args.flag("reopen"), changes) {
        (true, true) => Action::Together(vec![Action::DoneMilestone { milestone, on: None }, change]),
        (true, false) => Action::DoneMilestone { milestone, on: None },
        (false, _) => change,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// Marks a milestone reached.
pub fn done(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (milestone, client) = find(&book, &args.needed("milestone"))?;
    let on = book.day(args, "on", Look::Back)?.unwrap_or(book.now.today());
    let applied = book.apply(&Action::DoneMilestone { milestone, on: Some(on) })?;
    ctx.answer(&book, &applied, Some(client))
}

/// Takes a milestone out of its project.
pub fn remove(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (milestone, client) = find(&book, &args.needed("milestone"))?;
    let applied = book.apply(&Action::RemoveMilestone { milestone })?;
    ctx.answer(&book, &applied, Some(client))
}

/// Milestones of projects that are not over, by day; `--all` those that are reached too.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let (client, all) = (book.maybe_client(args)?, args.flag("all"));
    let clients = book.snapshot.present().filter(|c| client.is_none_or(|id| c.id() == id));
    let mut rows: Vec<(&Assessed, &EngagementRow, &MilestoneRow)> = clients
        .flat_map(|c| c.facts.engagements.iter().map(move |e| (c, e)))
        .flat_map(|(c, e)| e.milestones.iter().map(move |m| (c, e, m)))
        .filter(|(.., m)| all || m.done.is_none())
        .collect();
    rows.sort_by_key(|(.., m)| (m.done.is_some(), m.due, m.id));
    let today = book.now.today();
    if ctx.out.json {
        let one = |(c, e, m): &(&Assessed, &EngagementRow, &MilestoneRow)| {
            let mut value = value(m, today);
            value["client"] = json!({ "id": c.id(), "name": c.name() });
            value["engagement"] = json!({ "id": e.id, "title": e.title });
            value
        };
        return Ok(ctx.out.value(&Value::from(rows.iter().map(one).collect::<Vec<Value>>()))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-milestone-none"))?);
    }
    let text = |t: &str| crate::text::one_line(t).into_owned();
    let cells = rows.iter().map(|(c, e, m)| {
        let late = m.done.is_none() && m.due < today;
        vec![
            Cell::from(ctx.words.day(m.due, &book.now)).style(if late { Style::Red } else { Style::Plain }),
            Cell::from(text(&m.title)).style(Style::Bold),
            Cell::from(c.name()),
            Cell::from(text(&e.title)),
            Cell::from(m.done.map(|d| ctx.words.day(d, &book.now)).unwrap_or_default()),
            Cell::from(m.note.as_deref().map(text).unwrap_or_default()),
            Cell::from(format!("#{}", m.id)).style(Style::Dim),
        ]
    });
    let cells: Vec<Vec<Cell>> = cells.collect();
    ctx.out.table(&ctx.headings(&["due", "milestone", "client", "project", "reached", "note", "id"]), &cells)?;
    Ok(())
}

/// A milestone as JSON.
pub fn value(row: &MilestoneRow, today: Day) -> Value {
    json!({
        "id": row.id,
        "title": row.title,
        "due": row.due,
        "done": row.done,
        "late_days": row.done.is_none().then(|| today.since(row.due)).filter(|n| *n > 0),
        "note": row.note,
    })
}

/// By title or `#id`; what is open before what is reached.
fn find(book: &Book, text: &str) -> Result<(Id, Id)> {
    let mut rows = Vec::new();
    book.store.stream(&Which::All, &mut |r| {
        rows.extend(r.engagements.iter().flat_map(|e| e.milestones.iter().map(move |m| (e, m))).map(|(e, m)| {
            let shown = Message::new("cli-choice-milestone")
                .with("title", short(&m.title))
                .with("project", short(&e.title))
                .with("client", short(&r.client.name))
                .with("day", m.due);
            Choice { id: m.id, label: m.title.clone(), shown, open: m.done.is_none(), value: r.client.id }
        }));
    })?;
    pick(rows, text, "cli-error-no-milestone")
}
