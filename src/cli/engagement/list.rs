//! `engagement list`: projects with what they ask for, how far they are, and how long nothing moved.
//! What they ask for is `portfolio::projects`'s to say.

use super::super::args::Args;
use super::super::context::{Book, Context};
use super::super::milestone;
use super::super::output::{Cell, Style};
use crate::domain::facts::EngagementRow;
use crate::portfolio::Assessed;
use crate::portfolio::projects::{self, Need, Project, projects};
use anyhow::Result;
use serde_json::{Value, json};

/// Projects that are not over: what presses first.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let rows = projects(&book.snapshot, client);
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|p| value(&book, p.client, p.row)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-engagement-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows.iter().map(|p| line(ctx, &book, p)).collect();
    let headings =
        ["title", "client", "kind", "status", "start", "end", "notice", "renew", "milestones", "next", "still", "needs", "id"];
    ctx.out.table(&ctx.headings(&headings), &cells)?;
    Ok(())
}

fn line(ctx: &Context, book: &Book, project: &Project<'_>) -> Vec<Cell> {
    let (row, today) = (project.row, book.now.today());
    let day = |d: Option<crate::domain::day::Day>| d.map(|d| ctx.words.day(d, &book.now)).unwrap_or_default();
    let text = |t: &str| crate::text::one_line(t).into_owned();
    let passed = project.needs.iter().any(|n| matches!(n, Need::NoticePassed(_)));
    let next = row.next();
    let late = next.is_some_and(|m| m.due < today);
    let next = next.map(|m| ctx.say(&projects::milestone_words(m, today), &book.now)).unwrap_or_default();
    let (done, all) = row.reached();
    let still = if row.start > today { String::new() } else { ctx.say(&projects::days(project.still(today)), &book.now) };
    let needs: Vec<String> = project.needs.iter().map(|n| ctx.say(&n.message(), &book.now)).collect();
    let red = |is: bool| if is { Style::Red } else { Style::Plain };
    vec![
        Cell::from(text(&row.title)).style(Style::Bold),
        Cell::from(project.client.name()),
        Cell::from(ctx.word("engagement", row.kind.code())),
        Cell::from(ctx.word("engagementstatus", row.status.code())),
        Cell::from(day(Some(row.start))),
        Cell::from(day(row.end)),
        Cell::from(day(row.notice)).style(red(passed)),
        Cell::from(day(row.renew)),
        Cell::from(if all > 0 { format!("{done}/{all}") } else { String::new() }).right(),
        Cell::from(next).style(red(late)),
        Cell::from(still).right(),
        Cell::from(needs.join("; ")).style(red(project.needs.iter().any(|n| n.is_late()))),
        Cell::from(format!("#{}", row.id)).style(Style::Dim),
    ]
}

/// An engagement as JSON.
pub fn value(book: &Book, client: &Assessed, row: &EngagementRow) -> Value {
    let (now, under) = (&book.now, book.snapshot.under());
    let moved = projects::moved(client, row, now);
    let left = row.notice.map(|day| day.since(now.today()));
    json!({
        "id": row.id,
        "client": { "id": client.id(), "name": client.name() },
        "kind": row.kind,
        "title": row.title,
        "start": row.start,
        "end": row.end,
        "notice": row.notice,
        "notice_days": left,
        "renew": row.renew,
        "status": row.status,
        "status_on": row.status_on,
        "report_every": row.report_every.map(|every| every.to_string()),
        "reported_on": row.reported_on,
        "report_due": projects::report_on(row, now.today(), under.time),
        "moved": moved,
        "still_days": now.today().since(moved).max(0),
        "needs": projects::needs(client, row, under).into_iter().map(Need::code).collect::<Vec<_>>(),
        "milestones": row.milestones.iter().map(|m| milestone::value(m, now.today())).collect::<Vec<_>>(),
    })
}
