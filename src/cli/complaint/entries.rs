//! The log of a case as numbered entries, each with what became of it: corrected by another, in the place of another, without effect.
//! Which words and marks a page has for that is the page's.

use super::super::context::{Book, Context};
use crate::domain::message::Message;
use crate::portfolio::cases::event_id;
use crate::portfolio::{Case, CaseFile};
use crate::store::CaseEventDetail;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// One entry.
pub struct Entry<'a> {
    /// Its number in the log, from 1.
    pub n: usize,
    /// What was written.
    pub detail: &'a CaseEventDetail,
    /// Another event took its place.
    pub corrected: bool,
    /// The number of that one; `None` when it is dated later.
    pub by: Option<usize>,
    /// The number of the event in whose place it stands.
    pub of: Option<usize>,
    /// It could not happen where the case stood, and changes nothing.
    pub idle: bool,
}

/// The log as of the moment the file was loaded for.
pub fn entries<'a>(case: &Case, file: &'a CaseFile) -> Vec<Entry<'a>> {
    let events = &file.detail.events;
    let numbers: HashMap<_, _> = events.iter().enumerate().map(|(n, e)| (e.event.id, n + 1)).collect();
    let by: HashMap<_, _> = events.iter().filter_map(|e| Some((e.event.corrects?, numbers.get(&e.event.id)?))).collect();
    // A correction counts from the beginning, whatever moment it is dated.
    let corrected: HashSet<_> = case.row.events.iter().filter_map(|e| e.corrects).collect();
    let idle: HashSet<_> = case.progress.ignored.iter().map(|(id, _)| *id).collect();
    let entry = |(n, detail): (usize, &'a CaseEventDetail)| {
        let id = detail.event.id;
        Entry {
            n: n + 1,
            detail,
            corrected: corrected.contains(&id),
            by: by.get(&id).map(|n| **n),
            of: detail.event.corrects.and_then(|id| numbers.get(&id).copied()),
            idle: idle.contains(&id),
        }
    };
    events.iter().enumerate().map(entry).collect()
}

impl Entry<'_> {
    /// What happened, in words.
    pub fn what(&self) -> Message {
        Message::new(event_id(self.detail.event.kind))
    }

    /// What became of it beside; `None` when it is as it was written.
    pub fn remark(&self) -> Option<Message> {
        match (self.corrected, self.by, self.of) {
            (true, Some(by), _) => Some(Message::new("cli-case-log-corrected").with("n", by)),
            (true, None, _) => Some(Message::new("cli-case-log-corrected-later")),
            (false, _, Some(of)) => Some(Message::new("cli-case-log-in-place").with("n", of)),
            (false, ..) => self.idle.then(|| Message::new("cli-case-log-idle")),
        }
    }

    /// How they spoke and how long it took.
    pub fn how(&self, ctx: &Context, book: &Book) -> String {
        let channel = self.detail.event.channel.map(|c| ctx.word("channel", c.code()));
        let minutes = self.detail.minutes.map(|n| ctx.say(&Message::new("head-minutes").with("minutes", n), &book.now));
        let parts: Vec<String> = channel.into_iter().chain(minutes).collect();
        parts.join(&ctx.words.get("cli-case-log-and"))
    }

    /// The mark and the promise that came with it.
    pub fn more(&self) -> Vec<Message> {
        let event = &self.detail.event;
        let mark = event.rating.map(super::list::mark);
        mark.into_iter().chain(event.promised.map(|at| Message::new("cli-case-log-promised").with("at", at))).collect()
    }

    /// The entry as JSON.
    pub fn value(&self, book: &Book) -> Value {
        let event = &self.detail.event;
        json!({
            "n": self.n,
            "id": event.id,
            "kind": event.kind,
            "at": event.at.rfc3339(book.now.zone),
            "text": self.detail.text,
            "channel": event.channel,
            "minutes": self.detail.minutes,
            "score": super::score(event.rating),
            "unreachable": event.rating == Some(crate::domain::complaint::Rating::Unreachable),
            "promised": event.promised.map(|at| at.rfc3339(book.now.zone)),
            "corrected": self.corrected,
            "corrected_by": self.by,
            "corrects": self.of,
            "counts": !self.corrected && !self.idle,
            "written": self.detail.written.rfc3339(book.now.zone),
        })
    }
}
