//! `review`: a calendar week looked back on, and what is open after it. What stands in it and in which words is `portfolio::review`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{USAGE, fail};
use super::output::{Cell, Style, widths};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::{self, Look};
use crate::portfolio::projects::Need;
use crate::portfolio::review;
use crate::portfolio::review::{Group, Load, Point, Promise, Record, Review, Section, State, Week, Work, is_weekly};
use crate::portfolio::workload::EFFORT_DAYS;
use crate::text::one_line;
use anyhow::Result;
use serde_json::{Value, json};

/// Prints the review.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let week = match args.text("week") {
        None => Week::meant(&book.snapshot),
        Some(text) => {
            let day = when::parse(&text, &book.now, Look::Back).map_err(|m| fail(USAGE, m))?.day;
            Week::of(day)
        }
    };
    if week.first() > book.now.today() {
        return Err(fail(USAGE, Message::new("cli-error-week").with("day", week.first())));
    }
    let record = Record::read(&book.store, &book.settings, &book.snapshot, week)?;
    let review = Review::new(&book.snapshot, record);
    if ctx.out.json {
        return Ok(ctx.out.value(&value(&book, &review))?);
    }
    let say = |message: &Message| ctx.say(message, &book.now);
    let sections = review.sections(&book.snapshot);
    ctx.out.styled(&[(Style::Bold, &say(&review.title()))])?;
    for section in sections.iter().filter(|s| !s.is_empty()) {
        ctx.out.line("")?;
        ctx.out.styled(&[(Style::Bold, &ctx.words.get(section.part.heading()))])?;
        part(ctx, &book, section)?;
    }
    if let Some(clear) = review.clear(&sections, say) {
        ctx.out.line("")?;
        ctx.out.line(&say(&clear))?;
    }
    Ok(())
}

/// What is said once, then the points in columns: whose, tier, what.
fn part(ctx: &Context, book: &Book, section: &Section) -> Result<()> {
    let say = |message: &Message| ctx.say(message, &book.now);
    section.said.iter().try_for_each(|line| ctx.out.line(&format!("  {}", say(line))))?;
    let row = |point: &Point| {
        let client = point.client.and_then(|id| book.snapshot.client(id));
        let mark = if point.late { " !" } else { "" };
        let style = if point.late { Style::Red } else { Style::Plain };
        let words = one_line(&say(&point.words)).into_owned();
        let mut cells = vec![Cell::from(mark).style(style)];
        if let Some(client) = client {
            cells.push(Cell::from(one_line(client.name()).into_owned()).style(Style::Bold));
            cells.push(Cell::from(client.tier.label()));
        }
        cells.push(Cell::from(words));
        cells
    };
    let rows: Vec<Vec<Cell>> = section.points.iter().map(row).collect();
    let widths = widths(&rows);
    Ok(rows.iter().try_for_each(|row| ctx.out.row(row, &widths))?)
}

fn value(book: &Book, review: &Review) -> Value {
    let now = &book.now;
    let client = |id: Id| book.snapshot.client(id).map(|c| json!({ "id": c.id(), "name": c.name(), "tier": c.tier.tier }));
    let promise = |p: &Promise| {
        let (on, by, why) = match p.state {
            State::Kept(on, by) | State::Late(on, by) => (Some(on), Some(by), None),
            State::Excused(why) => (None, None, Some(why.code())),
            _ => (None, None, None),
        };
        json!({
            "client": client(p.client), "tier": p.tier, "channel": p.channel, "every": p.every.to_string(),
            "weekly": is_weekly(p.every), "due": p.due, "state": p.state.code(), "on": on, "by": by, "why": why,
        })
    };
    let group = |g: &Group| {
        json!({
            "tier": g.tier, "channel": g.channel, "every": g.every.to_string(), "weekly": g.is_weekly(), "of": g.of(),
            "kept": g.kept, "late": g.late, "open": g.open, "broken": g.broken, "excused": g.excused,
        })
    };
    let well = &review.well;
    let money = |m: &crate::domain::money::Money| json!({ "minor": m.minor, "currency": m.currency.as_str() });
    json!({
        "week": { "first": review.week.first(), "last": review.week.last(), "current": review.current, "reviewed": review.reviewed },
        "as_of": now.instant.rfc3339(now.zone),
        "well": {
            "contacts": well.contacts.made, "clients": well.clients, "tried": well.contacts.tried,
            "answered": well.contacts.answered, "cases_closed": well.closed, "won": well.won,
            "won_amounts": well.brings.iter().map(money).collect::<Vec<_>>(),
        },
        "promises": {
            "groups": review.record.groups().iter().map(group).collect::<Vec<_>>(),
            "rows": review.record.promises().map(promise).collect::<Vec<_>>(),
            "late_before": review.late_before,
        },
        "owed": review.owed.iter().map(|o| json!({
            "client": client(o.client), "kind": o.kind.code(), "target": o.target.to_string(), "due": o.due,
            "late_days": o.late_days, "text": owed_text(book, o),
        })).collect::<Vec<_>>(),
        "owed_later": review.owed_later,
        "tiers": review.tiers.iter().map(|t| json!({
            "client": client(t.client), "kind": if t.offer.is_some() { "change" } else { "pin" },
            "from": t.offer.map(|o| o.from), "to": t.offer.map(|o| o.to),
        })).collect::<Vec<_>>(),
        "put_off": review.put_off.iter().map(|p| json!({
            "client": client(p.client), "target": p.target.to_string(), "times": p.times, "since": p.since, "until": p.until,
        })).collect::<Vec<_>>(),
        "work": review.work.iter().map(|w| work(book, w, client(w.client()))).collect::<Vec<_>>(),
        "complaints": review.cases.iter().map(|(id, case)| json!({
            "client": client(*id), "no": book.snapshot.case(*id, *case).map(|c| c.row.no),
        })).collect::<Vec<_>>(),
        "at_risk": review.at_risk.iter().map(|id| client(*id)).collect::<Vec<_>>(),
        "effort": {
            "new_of_contacts": review.effort.of_contacts(), "new_of_minutes": review.effort.of_minutes(),
            "target": review.effort.target, "days": EFFORT_DAYS,
        },
        "load": review.load.as_ref().map(load),
    })
}

fn owed_text(book: &Book, owed: &review::Owed) -> Option<String> {
    let client = book.snapshot.client(owed.client)?;
    let task = client.facts.tasks.iter().find(|t| crate::domain::target::Target::Task(t.id) == owed.target)?;
    Some(task.text.clone())
}

/// What a project needs, with its days.
fn need(need: &Need) -> Value {
    let (kind, days) = match *need {
        Need::Milestone(days) => ("milestone-late", days),
        Need::NoticePassed(days) => ("notice-passed", days),
        Need::PastEnd(days) => ("past-end", days),
        Need::Notice(days) => ("notice", days),
        Need::Report(days) => ("report", days),
        Need::Still(days) => ("still", days),
    };
    json!({ "kind": kind, "days": days })
}

fn work(book: &Book, work: &Work, client: Option<Value>) -> Value {
    let facts = book.snapshot.client(work.client()).map(|c| &c.facts);
    match work {
        Work::Project { project, needs, .. } => {
            let row = facts.and_then(|f| f.engagements.iter().find(|e| e.id == *project));
            json!({
                "client": client, "kind": "project", "id": project, "title": row.map(|e| e.title.as_str()),
                "needs": needs.iter().map(need).collect::<Vec<_>>(),
            })
        }
        Work::Opportunity { opportunity, still, late, .. } => {
            let row = facts.and_then(|f| f.opportunities.iter().find(|o| o.id == *opportunity));
            json!({
                "client": client, "kind": "opportunity", "id": opportunity, "title": row.map(|o| o.title.as_str()),
                "stage": row.map(|o| o.state().stage),
                "still_days": still, "late_days": late,
            })
        }
    }
}

fn load(load: &Load) -> Value {
    let days = load.days.iter().map(|d| {
        json!({
            "day": d.day, "contacts": d.plan.contacts, "again": d.plan.again, "timed": d.plan.timed, "others": d.plan.others,
            "done": d.plan.done, "capacity": d.plan.capacity, "over": d.plan.is_over(), "holiday": d.holiday, "leave": d.leave,
        })
    });
    json!({
        "first": load.week.first(), "last": load.week.last(), "contacts": load.contacts(), "capacity": load.capacity(),
        "days": days.collect::<Vec<_>>(),
    })
}
