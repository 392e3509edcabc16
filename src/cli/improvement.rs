//! `improvement add|edit|done|list`: what is done so that a cause does not return. When it did return is `portfolio::cases`'.

use super::args::Args;
use super::causes::cause_code;
use super::context::{Book, Context, short};
use super::output::{Cell, Style};
use super::pick::{Choice, pick};
use crate::domain::action::{Action, NewImprovement};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::portfolio::Improvement;
use crate::portfolio::cases::cause_words;
use crate::portfolio::causes::numbered;
use crate::portfolio::learned::stands;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down what is to be done.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let new = NewImprovement {
        cause: cause_code(&book, &args.needed("cause"))?,
        text: args.needed("text"),
        owner: args.text("owner"),
        due: book.day(args, "due", Look::Ahead)?,
    };
    let applied = book.apply(&Action::AddImprovement(Box::new(new)))?;
    ctx.answer(&book, &applied, None)
}

/// Changes it; an empty owner or day is taken away.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let improvement = find(&book, &args.needed("improvement"))?;
    let filled = |text: &String| !matches!(text.trim(), "" | "none");
    let due: Option<Option<Day>> = match args.text("due") {
        None => None,
        Some(text) if !filled(&text) => Some(None),
        Some(text) => Some(Some(book.when(&text, Look::Ahead)?.day)),
    };
    let action = Action::EditImprovement {
        improvement,
        cause: args.text("cause").map(|text| cause_code(&book, &text)).transpose()?,
        text: args.text("text"),
        owner: args.text("owner").map(|owner| Some(owner).filter(filled)),
        due,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, None)
}

/// It is done, or done again after its cause came back.
pub fn done(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let improvement = find(&book, &args.needed("improvement"))?;
    let applied = book.apply(&Action::DoneImprovement { improvement })?;
    ctx.answer(&book, &applied, None)
}

/// What is to be done; with `--all` what is done too.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let all = args.flag("all");
    let rows: Vec<(usize, &Improvement)> =
        numbered(&book.snapshot.improvements).filter(|(_, improvement)| all || improvement.is_open()).collect();
    if ctx.out.json {
        let values: Vec<Value> = rows.iter().map(|(no, improvement)| value(&book, *no, improvement)).collect();
        return Ok(ctx.out.value(&Value::from(values))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-improvement-none"))?);
    }
    let cells = rows.iter().map(|(no, improvement)| {
        let row = &improvement.row;
        let late = improvement.is_late(book.now.today());
        let back = if improvement.returned.is_empty() { Style::Plain } else { Style::Red };
        vec![
            Cell::from(no.to_string()).right(),
            Cell::from(ctx.say(&cause_words(&row.cause), &book.now)),
            Cell::from(row.text.as_str()).style(Style::Bold),
            Cell::from(row.owner.clone().unwrap_or_default()),
            Cell::from(row.due.map(|due| ctx.words.day(due, &book.now)).unwrap_or_default()).style(if late {
                Style::Red
            } else {
                Style::Plain
            }),
            Cell::from(ctx.say(&stands(improvement, &book.now), &book.now)).style(back),
            Cell::from(format!("#{}", row.id)).style(Style::Dim),
        ]
    });
    let cells: Vec<Vec<Cell>> = cells.collect();
    ctx.out.table(&ctx.headings(&["op", "cause", "improvement", "assignee", "due", "stands", "id"]), &cells)?;
    Ok(())
}

/// The improvement of a number of the list, of `#id`, or of a part of its text.
fn find(book: &Book, text: &str) -> Result<Id> {
    let number: Option<usize> = text.trim().parse().ok();
    if let Some((_, improvement)) = numbered(&book.snapshot.improvements).find(|(no, _)| Some(*no) == number) {
        return Ok(improvement.row.id);
    }
    let choice = |(no, improvement): (usize, &Improvement)| {
        let row = &improvement.row;
        let shown = Message::new("cli-choice-improvement")
            .with("no", no)
            .with("text", short(&row.text))
            .with("cause", cause_words(&row.cause));
        Choice { id: row.id, label: row.text.clone(), shown, open: improvement.is_open(), value: () }
    };
    let choices = numbered(&book.snapshot.improvements).map(choice).collect();
    pick(choices, text, "cli-error-no-improvement").map(|(id, ())| id)
}

fn value(book: &Book, no: usize, improvement: &Improvement) -> Value {
    let row = &improvement.row;
    json!({
        "no": no,
        "id": row.id,
        "cause": row.cause,
        "text": row.text,
        "owner": row.owner,
        "due": row.due,
        "created": row.created.rfc3339(book.now.zone),
        "done": improvement.done().map(|at| at.rfc3339(book.now.zone)),
        "open": improvement.is_open(),
        "returned": improvement.returned,
    })
}
