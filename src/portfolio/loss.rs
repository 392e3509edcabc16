//! Why clients are lost (S100): the codes of the policy's list and the words for them.
//! What became of whom, and which signs there were, is `hindsight`'s.

use crate::domain::facts::OutcomeRow;
use crate::domain::message::Message;
use crate::domain::words::OutcomeKind;

/// A reason in words: those of the shipped list have a name in each language, the user's own read as they were written.
pub fn reason_words(code: &str) -> Message {
    Message::new(match code {
        "price" => "lost-reason-price",
        "quality" => "lost-reason-quality",
        "service" => "lost-reason-service",
        "competitor" => "lost-reason-competitor",
        "need-gone" => "lost-reason-need-gone",
        "budget" => "lost-reason-budget",
        "contact-left" => "lost-reason-contact-left",
        "closed" => "lost-reason-closed",
        "other" => "lost-reason-other",
        _ => return Message::new("plain-text").with("text", code),
    })
}

/// What became of a client, without its day: of a loss also why.
pub fn outcome_words(row: &OutcomeRow) -> Message {
    match row.kind {
        OutcomeKind::Lost => Message::new("became-lost").with("reason", reason_words(row.reason.as_deref().unwrap_or("other"))),
        OutcomeKind::Saved => Message::new("became-saved"),
        OutcomeKind::Returned => Message::new("became-returned"),
    }
}
