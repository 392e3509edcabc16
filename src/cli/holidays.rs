//! `holidays import|list|remove`: public holidays and make-up days of other years and countries.
//! Reading a file is `interchange::holidays`', what it replaces `portfolio::holidays`'.

use super::args::Args;
use super::context::Context;
use super::errors::{Quiet, REFUSED, UNKNOWN, USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::holidays::{HolidayDay, Mark};
use crate::domain::message::Message;
use crate::interchange::holidays;
use crate::portfolio::holidays::{self as plans, HolidayImport};
use crate::text::one_line;
use anyhow::Result;
use chrono::Datelike;
use serde_json::{Value, json};

/// Takes a file over: its years instead of what is known of them, or with `--add` beside it.
pub fn import(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let Some(path) = args.path_of("file") else { return Ok(()) };
    let dry_run = args.flag("dry-run");
    let bytes = super::import::read(&path)?;
    let mut book = if dry_run { ctx.rehearse()? } else { ctx.write()? };
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let file = holidays::read(&bytes, &name, &book.now).map_err(|e| fail(e.exit(), e.message()))?;
    let mut plan = plans::plan(book.snapshot.time.holidays(), file, args.flag("add"));
    let applied = match plan.action.take().filter(|_| !dry_run) {
        Some(action) => Some(book.apply(&action)?),
        None => None,
    };
    if applied.as_ref().is_some_and(|a| a.op.is_some()) {
        ctx.out.wrote();
    }
    let nothing = plan.years.is_empty();
    let head = match &applied {
        _ if nothing => Message::new("holidays-import-none"),
        None => Message::new("holidays-import-dry"),
        Some(applied) if applied.op.is_none() => Message::new("holidays-import-same"),
        Some(_) => Message::new("holidays-import-done"),
    };
    let lines = report(&plan, head);
    if ctx.out.json {
        let rejected: Vec<Value> =
            plan.rejected.iter().map(|r| json!({ "line": r.line, "reason": ctx.say(&r.reason, &book.now) })).collect();
        let value = json!({
            "years": plan.years,
            "off": plan.off,
            "work": plan.work,
            "replaced": plan.replaced,
            "kept": plan.kept,
            "edges": plan.edges,
            "left_out": plan.left_out,
            "rejected": rejected,
            "op": applied.as_ref().and_then(|a| a.op),
            "message": lines.first().map(|head| ctx.say(head, &book.now)),
        });
        ctx.out.value(&value)?;
    } else {
        for line in &lines {
            ctx.out.block(&ctx.say(line, &book.now))?;
        }
    }
    if nothing || !plan.rejected.is_empty() { Err(Quiet(REFUSED).into()) } else { Ok(()) }
}

/// What an import says: the figures, what became of what was known, and what was refused.
fn report(plan: &HolidayImport, head: Message) -> Vec<Message> {
    let years = |years: &[i32]| years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
    let mut lines = vec![head.with("years", years(&plan.years)).with("off", plan.off).with("work", plan.work)];
    if plan.replaced > 0 {
        lines.push(Message::new("holidays-import-replaced").with("count", plan.replaced));
    }
    if plan.kept > 0 {
        lines.push(Message::new("holidays-import-kept").with("count", plan.kept));
    }
    if !plan.edges.is_empty() {
        lines.push(Message::new("holidays-import-edges").with("years", years(&plan.edges)));
    }
    if plan.left_out > 0 {
        lines.push(Message::new("holidays-import-left-out").with("count", plan.left_out));
    }
    let rejected = |r: &crate::interchange::record::Rejected| {
        Message::new("import-rejected").with("line", r.line as i64).with("reason", r.reason.clone())
    };
    lines.extend(plan.rejected.iter().map(rejected));
    lines
}

/// What is known, shipped and imported: of this year and the later ones, or of the year named.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let year = args.text("year").map(|text| year(&text)).transpose()?;
    let book = ctx.read(args)?;
    let known = book.snapshot.time.holidays();
    let this = book.now.today().date().year();
    let wanted = |y: i32| year.map_or(y >= this, |year| y == year);
    if ctx.out.json {
        let days = known.days().iter().filter(|day| wanted(day.year()));
        let all: Vec<Value> =
            days.map(|d| json!({ "date": d.day, "kind": d.mark.code(), "name": d.name, "source": d.source })).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    let stretches = plans::stretches(known, wanted);
    if stretches.is_empty() {
        let said = match year {
            Some(year) => Message::new("holidays-list-none-of").with("year", year.to_string()),
            None => Message::new("holidays-list-none"),
        };
        return Ok(ctx.out.line(&ctx.say(&said, &book.now))?);
    }
    let date = |day: Day| ctx.words.day(day, &book.now);
    let cells: Vec<Vec<Cell>> = stretches
        .iter()
        .map(|s| {
            let last = if s.first.day == s.last.day { String::new() } else { date(s.last.day) };
            vec![
                Cell::from(date(s.first.day)),
                Cell::from(last),
                Cell::from(kind(ctx, s.first)),
                Cell::from(one_line(&s.first.name).into_owned()).style(Style::Bold),
                Cell::from(source(ctx, s.first)).style(Style::Dim),
            ]
        })
        .collect();
    Ok(ctx.out.table(&ctx.headings(&["first", "last", "kind", "holiday", "source"]), &cells)?)
}

fn kind(ctx: &Context, day: &HolidayDay) -> String {
    ctx.words.get(match day.mark {
        Mark::Off => "holiday-off",
        Mark::Work => "holiday-work",
    })
}

fn source(ctx: &Context, day: &HolidayDay) -> String {
    day.source.as_ref().map_or_else(|| ctx.words.get("holidays-shipped"), |name| one_line(name).into_owned())
}

/// Takes an imported year back: what is shipped for it holds again.
pub fn remove(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let year = year(&args.needed("year"))?;
    let mut book = ctx.write()?;
    if !book.store.book()?.holidays.iter().any(|day| day.year() == year) {
        return Err(fail(UNKNOWN, Message::new("holidays-error-no-year").with("year", year.to_string())));
    }
    let applied = book.apply(&Action::SetHolidays { days: Vec::new(), years: vec![year] })?;
    ctx.answer(&book, &applied, None)
}

fn year(text: &str) -> Result<i32> {
    let plain: String = text.trim().trim_end_matches('年').to_owned();
    let year = plain.parse::<i32>().ok().filter(|year| (1900..=2200).contains(year));
    year.ok_or_else(|| fail(USAGE, Message::new("holidays-error-year").with("text", text)))
}
