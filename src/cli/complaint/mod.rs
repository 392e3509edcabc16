//! `complaint …`: cases on the command line. Here is what its commands share: finding a case, reading kinds and causes, a case as JSON, and
//! the answer of the writing ones. One file per command; how clocks read in words is `clocks`', the written record `record`'s.

mod clocks;
mod edit;
mod entries;
mod event;
mod evidence;
mod list;
mod open;
mod record;
mod show;
mod view;

pub use edit::run as edit;
pub use event::run as event;
pub use evidence::run as evidence;
pub use list::{of_client, run as list};
pub use open::run as open;
pub use show::run as show;
pub use view::sla;

use super::context::{Book, Context, next_due, short, word};
use super::errors::{UNKNOWN, USAGE, fail};
use super::pick::{ambiguous, is_ambiguous};
use crate::domain::complaint::{Limit, Rating, Reading};
use crate::domain::day::Moment;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::ComplaintKind;

use crate::portfolio::cases::Readings;
use crate::portfolio::{Assessed, Case, Item};
use crate::store::Applied;
use crate::text::fold;
use anyhow::Result;
use serde_json::{Value, json};

/// The case that a text names: its number, `31` or `#31`, or the client when only one of its cases is open.
fn find<'a>(book: &'a Book, text: &str) -> Result<&'a Case> {
    let key = fold(text);
    let missing = || fail(UNKNOWN, Message::new("cli-error-no-case").with("text", short(text)));
    if let Ok(no) = key.trim().trim_start_matches('#').trim().parse() {
        return book.snapshot.case_no(no).ok_or_else(missing);
    }
    let client = match book.client(text) {
        Ok(client) => client,
        Err(error) if is_ambiguous(&error) => return Err(error),
        Err(_) => return Err(missing()),
    };
    let all: Vec<&Case> = book.snapshot.cases().filter(|case| case.client == client).collect();
    let open: Vec<&Case> = all.iter().copied().filter(|case| !case.is_closed()).collect();
    match if open.is_empty() { all } else { open }[..] {
        [] => Err(missing()),
        [one] => Ok(one),
        ref several => {
            let shown = |case: &&Case| (Id(case.row.no), Message::new("plain-text").with("text", short(&case.row.text)));
            Err(ambiguous(text, several.iter().map(shown)))
        }
    }
}

/// A kind of case by its code or its name in either language.
fn kind(text: &str) -> Result<ComplaintKind> {
    word("case-kind", text, ComplaintKind::ALL, ComplaintKind::code)
}

/// The other side of a case, which only a conflict has.
fn other_side(book: &Book, text: &str, kind: ComplaintKind) -> Result<Id> {
    if kind != ComplaintKind::Conflict {
        return Err(fail(USAGE, Message::new("cli-error-not-conflict")));
    }
    book.client(text)
}

/// What a writing command answers: what was done, and what the case waits for now. JSON: `{op, ids, message, no, …}`.
fn answer(ctx: &Context, book: &Book, applied: &Applied, (client, id): (Id, Id), remark: Option<Message>) -> Result<()> {
    if applied.op.is_some() {
        ctx.out.wrote();
    }
    let message = ctx.say(&applied.message, &book.now);
    // One that is dated some minutes ahead is not there yet.
    let case = book.snapshot.case(client, id);
    let next = case.and_then(|case| clocks::next(book, case));
    if ctx.out.json {
        let ids: Vec<Value> = applied.ids.iter().map(|(table, id)| json!({ "table": table, "id": id })).collect();
        let readings = case.map(|case| (case, book.snapshot.readings(case, &book.now)));
        let clock = |of: fn(&Readings) -> (Option<Reading>, Limit)| readings.as_ref().map(|(_, r)| clock(book, of(r)));
        let due = book.snapshot.client(client).and_then(next_due).map(|(day, _)| day);
        return Ok(ctx.out.value(&json!({
            "op": applied.op,
            "ids": ids,
            "message": message,
            "next_due": due,
            "no": case.map(|case| case.row.no),
            "status": case.map(|case| case.progress.status),
            "next": next.map(|next| ctx.say(&next, &book.now)),
            "first_response": clock(first),
            "solution": clock(solution),
        }))?);
    }
    let told = match next {
        Some(next) => {
            ctx.say(&Message::new("cli-case-then").with("done", applied.message.clone()).with("next", next), &book.now)
        }
        None => message,
    };
    ctx.out.block(&told)?;
    if let Some(remark) = remark {
        ctx.out.remark(&ctx.say(&remark, &book.now))?;
    }
    Ok(())
}

fn first(readings: &Readings) -> (Option<Reading>, Limit) {
    (readings.first, readings.first_limit)
}

fn solution(readings: &Readings) -> (Option<Reading>, Limit) {
    (readings.solution_overall(), readings.solution_limit)
}

/// A clock as JSON; due, met and used are null where it is not known.
fn clock(book: &Book, (reading, limit): (Option<Reading>, Limit)) -> Value {
    let moment = |at: Moment| at.rfc3339(book.now.zone);
    json!({
        "due": reading.map(|r| moment(r.due)),
        "met": reading.and_then(|r| r.met),
        "used": reading.map(|r| rounded(r.used)),
        "limit": limit.to_string(),
        "left_minutes": reading.filter(|r| r.stopped.is_none()).map(|r| r.left.div_euclid(60)),
        "paused": reading.is_some_and(|r| r.paused),
        "stopped": reading.and_then(|r| r.stopped).map(moment),
    })
}

fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

/// A mark, null also where nobody could be reached.
fn score(rating: Option<Rating>) -> Option<u8> {
    match rating {
        Some(Rating::Mark(mark)) => Some(mark),
        _ => None,
    }
}

/// How long the client has been without a word, where it is on the user to say one; hours.
fn wait_hours(book: &Book, case: &Case) -> Option<f64> {
    case.waits_since().map(|since| rounded((book.now.instant.0 - since.0).max(0) as f64 / 3600.0))
}

/// A case as JSON.
pub fn value(book: &Book, case: &Case) -> Value {
    let (row, progress) = (&case.row, &case.progress);
    let readings = book.snapshot.readings(case, &book.now);
    let moment = |at: Moment| at.rfc3339(book.now.zone);
    json!({
        "no": row.no,
        "client": book.snapshot.client(case.client).map(Assessed::name),
        "kind": row.kind,
        "status": progress.status,
        "opened": moment(row.opened),
        "first_response": clock(book, first(&readings)),
        "solution": clock(book, solution(&readings)),
        "id": row.id,
        "client_id": case.client,
        "tier": row.tier,
        "text": row.text,
        "cause": row.cause,
        "complex": row.complex,
        "channel": row.channel,
        "next": progress.next_step(),
        "waiting_since": progress.waiting.map(moment),
        "wait_hours": wait_hours(book, case),
        "rounds": progress.refusals,
        "reopened": progress.reopened.len(),
        "promised": progress.promised.map(moment),
        "resolved": progress.resolved.map(moment),
        "follow_up": readings.follow_up,
        "score": score(progress.rating),
        "unreachable": progress.rating == Some(Rating::Unreachable),
        "closed": progress.closed.map(moment),
    })
}

/// What an item of the day says of its case, beside what every item says.
pub fn of_item(book: &Book, item: &Item) -> Option<Value> {
    let crate::domain::target::Target::Complaint(id) = item.target else { return None };
    let case = book.snapshot.case(item.client?, id)?;
    let readings = book.snapshot.readings(case, &book.now);
    Some(json!({
        "no": case.row.no,
        "status": case.progress.status,
        "first_response": clock(book, first(&readings)),
        "solution": clock(book, solution(&readings)),
    }))
}
