//! The log of a case: one line for each event, the newest first, its words below it. What was corrected stays and says so.

use super::{Known, told};
use crate::domain::complaint::{CaseEvent, Rating};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::portfolio::cases::{event_id, kind_id};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::view::sheet::Sheet;
use std::collections::{HashMap, HashSet};

/// Events shown; a case with more is read whole on the command line.
const EVENTS: usize = 60;

/// The log, newest first, down to the opening.
pub(super) fn log(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let view = sheet.view;
    let row = &known.case.row;
    let mut events: Vec<&CaseEvent> = row.events.iter().filter(|e| e.at <= view.model.book.now.instant).collect();
    events.sort_by_key(|e| (e.at, e.id));
    let corrected: HashSet<Id> = row.events.iter().filter_map(|e| e.corrects).collect();
    let ignored: HashSet<Id> = known.case.progress.ignored.iter().map(|(id, _)| *id).collect();
    let texts: HashMap<Id, (Option<&str>, Option<i64>)> = known
        .file
        .map(|f| f.detail.events.iter().map(|e| (e.event.id, (e.text.as_deref(), e.minutes))).collect())
        .unwrap_or_default();
    sheet.block("case-block-log");
    for event in events.iter().rev().take(EVENTS) {
        let (text, minutes) = texts.get(&event.id).copied().unwrap_or_default();
        let mut parts = vec![view.model.words.moment(event.at, view.now), view.word(event_id(event.kind))];
        parts.extend(event.channel.map(|c| view.word(&format!("channel-{}", c.code()))));
        parts.extend(minutes.map(|minutes| view.say(&Message::new("head-minutes").with("minutes", minutes))));
        parts.extend(event.rating.map(|rating| match rating {
            Rating::Mark(mark) => view.say(&Message::new("case-mark").with("mark", i64::from(mark))),
            Rating::Unreachable => view.word("case-unreachable"),
        }));
        let promised = |at| Message::new("case-promised").with("at", view.model.words.near(at, view.now));
        parts.extend(event.promised.map(|at| view.say(&promised(at))));
        let mut ink = Ink::Plain;
        for (set, id) in [(&corrected, "case-corrected"), (&ignored, "case-without-effect")] {
            if set.contains(&event.id) {
                parts.push(view.word(id));
                ink = Ink::Quiet;
            }
        }
        sheet.list(&parts, ink);
        if let Some(text) = text.filter(|t| !t.trim().is_empty()) {
            sheet.add_under(&text::sanitize_lines(text), Ink::Quiet);
        }
    }
    if events.len() > EVENTS {
        sheet.say(&Message::new("case-earlier").with("n", events.len() - EVENTS).with("no", row.no), Ink::Quiet);
    }
    let opened = vec![view.model.words.moment(row.opened, view.now), view.word(kind_id(row.kind))];
    sheet.list(&opened, Ink::Plain);
    if let Some(words) = told::in_full(&row.text) {
        sheet.add_under(&words, Ink::Quiet);
    }
}
