//! `engagement add|edit|done|renew`: projects, retainers, contracts. What they are shown as stands in `list`, what their clients are told
//! in `report`.

mod list;
mod report;

pub use list::{list, value};
pub use report::{progress, report};

use super::args::Args;
use super::context::{Book, Context, short, word};
use super::errors::{REFUSED, USAGE, fail};
use super::pick::{Choice, ambiguous, is_ambiguous, pick};
use crate::domain::action::{Action, NewEngagement};
use crate::domain::day::Day;
use crate::domain::facts::EngagementRow;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::{EngagementKind, EngagementStatus};
use crate::portfolio::explain::engagement_status_id;
use crate::portfolio::projects;
use crate::store::Which;
use anyhow::Result;

/// Writes down a project, retainer or contract.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let kind = args.text("kind").map(|text| word("engagement", &text, EngagementKind::ALL, EngagementKind::code));
    let new = NewEngagement {
        client,
        kind: kind.transpose()?.unwrap_or(EngagementKind::Project),
        title: args.needed("title"),
        start: book.day(args, "start", Look::Ahead)?.unwrap_or(book.now.today()),
        end: book.day(args, "end", Look::Ahead)?,
        notice: book.day(args, "notice", Look::Ahead)?,
        renew: book.day(args, "renew", Look::Ahead)?,
        report_every: args.text("report-every").filter(|t| !t.trim().is_empty()).map(|t| interval(&t)).transpose()?,
    };
    let applied = book.apply(&Action::AddEngagement(Box::new(new)))?;
    ctx.answer(&book, &applied, Some(client))
}

/// Changes a project. An empty day clears it.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (engagement, client) = find(&book, None, &args.needed("engagement"))?;
    let day = |name: &str| -> Result<Option<Option<Day>>> {
        match args.text(name) {
            Some(text) if text.trim().is_empty() => Ok(Some(None)),
            Some(text) => Ok(Some(Some(book.when(&text, Look::Ahead)?.day))),
            None => Ok(None),
        }
    };
    let every = args.text("report-every").map(|text| match text.trim() {
        "" => Ok(None),
        _ => interval(&text).map(Some),
    });
    let status = args.text("status").map(|text| word("engagementstatus", &text, EngagementStatus::ALL, EngagementStatus::code));
    let action = Action::EditEngagement {
        engagement,
        title: args.text("title"),
        end: day("end")?,
        notice: day("notice")?,
        renew: day("renew")?,
        status: status.transpose()?.map(|s| (s, book.now.today())),
        kind: None,
        start: None,
        report_every: every.transpose()?,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// Goes on for another term: the notice day that is given or the one of the same term, and with it the last day and the renewal.
pub fn renew(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (engagement, client) = named(&book, &args.needed("engagement"))?;
    let row = row(&book, client, engagement);
    let row = row.ok_or_else(|| fail(REFUSED, Message::new("cli-engagement-over")))?;
    let notice = match book.day(args, "notice", Look::Ahead)? {
        Some(day) => day,
        None => projects::next_notice(&row).ok_or_else(|| fail(USAGE, Message::new("cli-engagement-no-term")))?,
    };
    let next = projects::renewed(&row, notice);
    let action = Action::EditEngagement {
        engagement,
        title: None,
        end: (next.end != row.end).then_some(next.end),
        notice: Some(Some(notice)),
        renew: (next.renew != row.renew).then_some(next.renew),
        status: None,
        kind: None,
        start: None,
        report_every: None,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// Marks a project finished.
pub fn done(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (engagement, client) = find(&book, None, &args.needed("engagement"))?;
    let on = book.day(args, "on", Look::Back)?.unwrap_or(book.now.today());
    let action = Action::EditEngagement {
        engagement,
        title: None,
        end: None,
        notice: None,
        renew: None,
        status: Some((EngagementStatus::Done, on)),
        kind: None,
        start: None,
        report_every: None,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// The engagement a text names, of one client or of all, with its client.
pub fn find(book: &Book, client: Option<Id>, text: &str) -> Result<(Id, Id)> {
    let mut rows = Vec::new();
    let which = client.map_or(Which::All, Which::One);
    book.store.stream(&which, &mut |r| {
        rows.extend(r.engagements.iter().map(|e| {
            let shown = Message::new("cli-choice-engagement")
                .with("title", short(&e.title))
                .with("client", short(&r.client.name))
                .with("start", e.start)
                .with("status", Message::new(engagement_status_id(e.status)));
            let open = matches!(e.status, EngagementStatus::Planned | EngagementStatus::Open);
            Choice { id: e.id, label: e.title.clone(), shown, open, value: r.client.id }
        }));
    })?;
    pick(rows, text, "cli-error-no-engagement")
}

/// The same, where the only project of a client may be named by the client.
pub fn named(book: &Book, text: &str) -> Result<(Id, Id)> {
    let refused = match find(book, None, text) {
        Ok(found) => return Ok(found),
        Err(refused) if is_ambiguous(&refused) => return Err(refused),
        Err(refused) => refused,
    };
    match book.client(text) {
        Ok(client) => only(book, client).and_then(|found| found.ok_or(refused)),
        Err(_) => Err(refused),
    }
}

/// The only project of a client that is not over; `None` without one.
pub fn only(book: &Book, client: Id) -> Result<Option<(Id, Id)>> {
    let name = book.assessed(client)?.name();
    let rows = &book.assessed(client)?.facts.engagements;
    if rows.len() > 1 {
        let shown = |e: &EngagementRow| {
            let shown = Message::new("cli-choice-engagement")
                .with("title", short(&e.title))
                .with("client", short(name))
                .with("start", e.start)
                .with("status", Message::new(engagement_status_id(e.status)));
            (e.id, shown)
        };
        return Err(ambiguous(name, rows.iter().map(shown)));
    }
    Ok(rows.first().map(|e| (e.id, client)))
}

/// The row of a project that is not over.
fn row(book: &Book, client: Id, engagement: Id) -> Option<EngagementRow> {
    let client = book.snapshot.client(client)?;
    client.facts.engagements.iter().find(|e| e.id == engagement).cloned()
}

/// `14d`, `2w`, `1mo`.
fn interval(text: &str) -> Result<Interval> {
    Interval::parse(text).ok_or_else(|| fail(USAGE, Message::new("cli-error-interval").with("text", text)))
}
