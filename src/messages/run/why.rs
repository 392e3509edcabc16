//! Why a client is left out of a run, in words.

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::words::{Channel, Status};
use crate::i18n::Lang;

/// Why a client is left out of a run.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// Nothing is known to write to on this channel.
    NoAddress(Channel),
    /// They do not want to be written to on this channel.
    Withdrawn(Channel),
    /// News go only to those who agreed, and they did not.
    NoConsent(Channel),
    /// They were greeted on that day already.
    Greeted(Day),
    /// It was let pass this year.
    LetPass(Day),
    /// They had that many news lately.
    Capped {
        /** So many. */
        had: usize,
        /** In so many days. */
        days: i32,
    },
    /// They had just this on that day.
    Sent(Day),
    /// A complaint of theirs is open: the one of this number.
    Case(i64),
    /// They are no client any more.
    Gone(Status),
    /// There is no such text in their language.
    NoText(Lang),
    /// The text cannot be filled.
    Unfilled(Message),
    /// The client is not there any more.
    Vanished,
}

impl Why {
    /// Catalogue id under which clients are counted.
    pub fn kind(&self) -> &'static str {
        match self {
            Why::NoAddress(_) => "run-left-address",
            Why::Withdrawn(_) => "run-left-withdrawn",
            Why::NoConsent(_) => "run-left-consent",
            Why::Greeted(_) => "run-left-greeted",
            Why::LetPass(_) => "run-left-passed",
            Why::Capped { .. } => "run-left-capped",
            Why::Sent(_) => "run-left-sent",
            Why::Case(_) => "run-left-case",
            Why::Gone(_) => "run-left-gone",
            Why::NoText(_) | Why::Unfilled(_) => "run-left-text",
            Why::Vanished => "run-left-vanished",
        }
    }

    /// The code of JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Why::NoAddress(_) => "no-address",
            Why::Withdrawn(_) => "consent-withdrawn",
            Why::NoConsent(_) => "no-consent",
            Why::Greeted(_) => "greeted",
            Why::LetPass(_) => "let-pass",
            Why::Capped { .. } => "cap",
            Why::Sent(_) => "sent",
            Why::Case(_) => "case",
            Why::Gone(_) => "gone",
            Why::NoText(_) => "no-text",
            Why::Unfilled(_) => "unfilled",
            Why::Vanished => "vanished",
        }
    }

    /// The reason in words.
    pub fn message(&self) -> Message {
        match self {
            Why::NoAddress(channel) => Message::new("run-why-address").with("channel", channel.code()),
            Why::Withdrawn(channel) => Message::new("run-why-withdrawn").with("channel", channel.code()),
            Why::NoConsent(channel) => Message::new("run-why-consent").with("channel", channel.code()),
            Why::Greeted(day) => Message::new("run-why-greeted").with("day", *day),
            Why::LetPass(day) => Message::new("run-why-passed").with("day", *day),
            Why::Capped { had, days } => Message::new("run-why-capped").with("had", *had).with("days", *days),
            Why::Sent(day) => Message::new("run-why-sent").with("day", *day),
            Why::Case(no) => Message::new("run-why-case").with("no", *no),
            Why::Gone(Status::Stopped) => Message::new("run-why-stopped"),
            Why::Gone(_) => Message::new("run-why-gone"),
            Why::NoText(lang) => Message::new("run-why-no-text").with("lang", lang.tag()),
            Why::Unfilled(why) => why.clone(),
            Why::Vanished => Message::new("run-why-vanished"),
        }
    }

    /// Whether the user can take the client in all the same.
    pub fn can_be_taken(&self) -> bool {
        matches!(self, Why::Case(_))
    }
}
