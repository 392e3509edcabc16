//! Both clocks of a case and its next step in words. What a clock measures is `domain::complaint::clock`'s.

use super::super::context::Book;
use crate::domain::complaint::{Clock, Limit, Reading};
use crate::domain::day::Moment;
use crate::domain::message::Message;
use crate::domain::words::CaseStatus;
use crate::portfolio::cases::{length, status_id};
use crate::portfolio::{Case, Stand};

/// What is to be done next and by when; `None` of a closed case.
pub fn next(book: &Book, case: &Case) -> Option<Message> {
    let readings = book.snapshot.readings(case, &book.now);
    let timed = |id: &'static str, late: &'static str, r: Reading, limit: Limit| {
        if r.is_late(book.now.instant) {
            Message::new(late).with("due", r.due).with("span", length(-r.left, limit.clock))
        } else {
            Message::new(id).with("due", r.due).with("span", length(r.left, limit.clock))
        }
    };
    let next = match readings.stand(case) {
        Stand::Answer(r) => {
            let answer = timed("cli-case-next-answer", "cli-case-next-answer-late", r, readings.first_limit);
            // Before the first answer both limits run.
            match readings.solution {
                Some(r) => {
                    let id = if r.is_late(book.now.instant) { "cli-case-next-both-late" } else { "cli-case-next-both" };
                    Message::new(id).with("answer", answer).with("due", r.due)
                }
                None => answer,
            }
        }
        Stand::Solve(r) if case.progress.status == CaseStatus::Rejected => {
            timed("cli-case-next-again", "cli-case-next-again-late", r, readings.solution_limit)
        }
        Stand::Solve(r) => timed("cli-case-next-solve", "cli-case-next-solve-late", r, readings.solution_limit),
        Stand::Open => Message::new("cli-case-next-open"),
        Stand::Waiting(_) => Message::new("cli-case-next-waiting"),
        Stand::Offered(_) => Message::new("cli-case-next-offered"),
        Stand::FollowUp(day) => Message::new("cli-case-next-follow-up").with("day", day),
        Stand::Close => Message::new("cli-case-next-close"),
        Stand::Closed => return None,
    };
    Some(next)
}

/// A limit in words: `2 h of working time`.
pub fn limit(limit: Limit) -> Message {
    let text = limit.to_string();
    let length = text.split(' ').next().unwrap_or_default();
    let (number, unit) = length.split_at(length.len().saturating_sub(1));
    let span = Message::new(match unit {
        "m" => "cli-case-limit-minutes",
        "h" => "cli-case-limit-hours",
        _ => "cli-case-limit-days",
    });
    let clock = match limit.clock {
        Clock::Business => "cli-case-limit-business",
        Clock::Calendar => "cli-case-limit-calendar",
    };
    Message::new(clock).with("span", span.with("n", number))
}

/// How a clock stands: what is left, how late, kept or broken.
pub fn state(reading: Option<Reading>, limit: Limit, now: Moment) -> Message {
    let Some(r) = reading else { return Message::new("cli-case-clock-unknown") };
    let late = r.is_late(now);
    let span = |id: &'static str, seconds: i64| Message::new(id).with("span", length(seconds, limit.clock));
    match (r.stopped, r.met) {
        (Some(at), Some(false)) if late => span("cli-case-clock-broken", -r.left).with("at", at),
        (Some(at), Some(false)) => Message::new("cli-case-clock-broken-before").with("at", at),
        (Some(at), _) => Message::new("cli-case-clock-kept").with("at", at),
        (None, _) if r.paused && late => span("cli-case-clock-paused-late", -r.left),
        (None, _) if r.paused => span("cli-case-clock-paused", r.left),
        (None, _) if late => span("cli-case-clock-late", -r.left),
        (None, Some(false)) => span("cli-case-clock-left-before", r.left),
        (None, _) => span("cli-case-clock-left", r.left),
    }
}

/// Where a case stands, in words; one that waits for the client says so beside.
pub fn stage(case: &Case) -> Message {
    let status = Message::new(status_id(case.progress.status));
    match case.progress.waiting {
        Some(since) => Message::new("cli-case-stage-waiting").with("status", status).with("at", since),
        None => status,
    }
}
