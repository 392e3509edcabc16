//! `complaint event`: what happened in a case. Which event can follow which is `domain::complaint`'s to say.

use super::super::args::Args;
use super::super::context::{Book, Context, number, short, word};
use super::super::errors::{UNKNOWN, USAGE, fail};
use super::super::log::{channel, happened};
use super::{answer, find};
use crate::domain::action::{Action, NewCaseEvent};
use crate::domain::complaint::Rating;
use crate::domain::day::Moment;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::CaseEventKind;
use crate::portfolio::Case;
use crate::store::CaseEventDetail;
use anyhow::Result;

/// Writes an event into the log, or one in the place of another.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let case = find(&book, &args.needed("no"))?.clone();
    let kind = word("case-event", &args.needed("kind"), CaseEventKind::ALL, CaseEventKind::code)?;
    let promised = args.text("promise").map(|text| promise(&book, &text)).transpose()?;
    let rating = args.text("score").map(|text| score(&text)).transpose()?;
    let minutes = number(args, "minutes")?;
    let at = args.text("at").map(|text| happened(&book, &text)).transpose()?.map(|at| not_before(&case, at));
    let channel = args.text("channel").map(|text| channel(&text)).transpose()?;
    // What is not named stays as it was in the event that is corrected.
    let before = args.text("corrects").map(|text| numbered(&book, &case, &text)).transpose()?;
    let kept = before.as_ref();
    let at = at.or(kept.map(|e| e.event.at)).unwrap_or(book.now.instant);
    // Of what is corrected, the contact stands already.
    let spoken = channel.filter(|_| kept.is_none() && kind.is_answer());
    let fulfils = spoken.and_then(|channel| book.snapshot.fulfilled(case.client, channel, at));
    let new = NewCaseEvent {
        complaint: case.row.id,
        kind,
        at,
        text: args.text("text").or_else(|| kept.and_then(|e| e.text.clone())),
        // The promise and the mark stay only with what can have one.
        rating: rating.or(kept.and_then(|e| e.event.rating).filter(|_| kind.may_rate())),
        promised: promised.or(kept.and_then(|e| e.event.promised).filter(|_| kind.may_promise())),
        channel: channel.or(kept.and_then(|e| e.event.channel)),
        minutes: minutes.or(kept.and_then(|e| e.minutes)),
        corrects: kept.map(|e| e.event.id),
        fulfils,
    };
    let low = matches!(kind, CaseEventKind::Close | CaseEventKind::FollowUp)
        && new.rating.or(case.progress.rating).is_some_and(Rating::is_bad);
    let applied = book.apply(&Action::LogCase(Box::new(new)))?;
    let remark = low.then(|| Message::new("cli-case-low-mark").with("no", case.row.no));
    answer(ctx, &book, &applied, (case.client, case.row.id), remark)
}

/// A mark 1 to 5, or that nobody could be reached.
fn score(text: &str) -> Result<Rating> {
    let key = crate::text::fold(text);
    let rating = if key == "联系不上" { Some(Rating::Unreachable) } else { Rating::parse(&key) };
    let bad = || Message::new("cli-error-word").with("text", short(text)).with("choices", "1, 2, 3, 4, 5, unreachable");
    rating.ok_or_else(|| fail(USAGE, bad()))
}

/// What was promised: a bare day until its closing.
fn promise(book: &Book, text: &str) -> Result<Moment> {
    let then = book.when(text, Look::Ahead)?;
    Ok(then.at.unwrap_or_else(|| book.snapshot.time.closing_moment(then.day, book.now.zone)))
}

/// The minute in which a case was opened, typed without its seconds, is not before the case.
fn not_before(case: &Case, at: Moment) -> Moment {
    let opened = case.row.opened;
    if at < opened && at.0.div_euclid(60) == opened.0.div_euclid(60) { opened } else { at }
}

/// The event of a number in `complaint show`.
fn numbered(book: &Book, case: &Case, text: &str) -> Result<CaseEventDetail> {
    let n: usize = number_of("--corrects", text)?;
    let log = book.store.case_detail(case.row.id, Moment(i64::MAX))?.map(|detail| detail.events).unwrap_or_default();
    let missing = || Message::new("cli-error-no-case-event").with("n", n).with("no", case.row.no);
    n.checked_sub(1).and_then(|n| log.into_iter().nth(n)).ok_or_else(|| fail(UNKNOWN, missing()))
}

/// A position in a list, counted from 1.
pub fn number_of(option: &str, text: &str) -> Result<usize> {
    let bad = Message::new("cli-error-number").with("option", option).with("text", short(text));
    crate::text::fold(text).trim_start_matches('#').parse().map_err(|_| fail(USAGE, bad))
}
