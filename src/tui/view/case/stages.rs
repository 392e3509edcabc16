//! The four stages of a case (S84): answer in time, settle fairly, report back, learn; each with its clock or its state, and what is still
//! to be found out there.

use super::{Known, near, running};
use crate::app::command::{Do, shown_key};
use crate::domain::complaint::{Clock, Limit, Rating, Reading};
use crate::domain::message::Message;
use crate::domain::words::{CaseStatus, ComplaintKind};
use crate::portfolio::Stand;
use crate::portfolio::cases::{cause_words, length};
use crate::tui::theme::Ink;
use crate::tui::view::View;
use crate::tui::view::complaints::{improvement_words, rounds};
use crate::tui::view::sheet::Sheet;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The stages in their order.
const STAGES: [&str; 4] = ["stage-answer", "stage-settle", "stage-report", "stage-learn"];

/// The stage a case is in.
fn present(known: &Known<'_>) -> usize {
    match known.case.progress.status {
        CaseStatus::Registered => 0,
        CaseStatus::Acknowledged | CaseStatus::Proposed | CaseStatus::Rejected => 1,
        CaseStatus::Resolved | CaseStatus::FollowedUp => 2,
        CaseStatus::Closed => 3,
    }
}

/// Draws the stages in one line, the present one in brackets.
pub(super) fn strip(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, known: &Known<'_>) {
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(1);
    let present = present(known);
    for (n, id) in STAGES.iter().enumerate() {
        if n > 0 {
            pen.text(" > ", view.style(Ink::Edge));
        }
        let words = view.word(id);
        if n == present {
            pen.text(&format!("[{words}]"), view.style(Ink::Strong));
        } else {
            pen.text(&words, view.style(Ink::Quiet));
        }
    }
}

/// Every stage with its state.
pub(super) fn all(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    answer(sheet, known);
    settle(sheet, known);
    report(sheet, known);
    learn(sheet, known);
}

/// Something that is still to be found out, with the key for it.
fn hint(sheet: &mut Sheet<'_>, id: &'static str, key: Do) {
    let model = sheet.view.model;
    let mut keys = shown_key(model, key);
    if key == Do::NewEvidence {
        keys = format!("{} {keys}", shown_key(model, Do::New));
    }
    sheet.say(&Message::new(id).with("key", keys), Ink::Quiet);
}

/// A clock and its limit: until when, or how long it took.
fn clock(sheet: &mut Sheet<'_>, known: &Known<'_>, reading: &Reading, limit: Limit, done: [&'static str; 3]) {
    let view = sheet.view;
    let terms = view.model.book.clocks.terms(&known.case.row);
    let whole = length(limit.seconds(&terms.time), limit.clock);
    if reading.stopped.is_some() {
        // A calendar limit moves to the next opening: more may be spent than it names, and still in time.
        let id = match (reading.is_breached(), reading.spent > limit.seconds(&terms.time)) {
            (false, false) => done[0],
            (false, true) => done[1],
            (true, _) => done[2],
        };
        let message = Message::new(id).with("spent", length(reading.spent, limit.clock)).with("limit", whole);
        sheet.say(&message, if reading.is_breached() { Ink::Late } else { Ink::Plain });
        return;
    }
    let ink = match (reading.is_breached(), reading.paused) {
        (true, _) => Ink::Late,
        (false, true) => Ink::Quiet,
        (false, false) => Ink::Timed,
    };
    sheet.add(&running(view, reading, limit.clock), ink);
    let clock = match limit.clock {
        Clock::Business => "business",
        Clock::Calendar => "calendar",
    };
    sheet.say(&Message::new("case-limit").with("limit", whole).with("clock", clock), Ink::Quiet);
}

fn answer(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    sheet.block("case-block-answer");
    match known.readings.first {
        Some(reading) => {
            clock(
                sheet,
                known,
                &reading,
                known.readings.first_limit,
                ["case-answered", "case-answered-in-time", "case-answered-late"],
            );
            if let Some(hours) = known.case.row.response_hours {
                sheet.say(&Message::new("brief-response").with("hours", hours), Ink::Quiet);
            }
        }
        None => sheet.say(&Message::new("case-taken-over"), Ink::Quiet),
    }
}

fn settle(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let view = sheet.view;
    let progress = &known.case.progress;
    sheet.block("case-block-settle");
    match known.readings.solution {
        // Nobody has answered yet: the other clock runs, this one comes after it.
        Some(reading) => clock(
            sheet,
            known,
            &reading,
            known.readings.solution_limit,
            ["case-solved", "case-solved-in-time", "case-solved-late"],
        ),
        None if known.case.is_unsettled() => sheet.say(&Message::new("when-case-open"), Ink::Quiet),
        None => sheet.say(&Message::new("case-taken-over"), Ink::Quiet),
    }
    if known.readings.broken_before {
        sheet.say(&Message::new("case-broken-before"), Ink::Late);
    }
    if let Stand::Offered(since) = known.stand {
        let message = Message::new("case-offered").with("at", near(view, since));
        sheet.say(&message, Ink::Plain);
    }
    for message in rounds(progress) {
        sheet.say(&message, Ink::Plain);
    }
    if let Some(at) = progress.promised {
        let late = at < view.now.instant;
        let message = Message::new(if late { "case-promised-late" } else { "case-promised" }).with("at", near(view, at));
        sheet.say(&message, if late { Ink::Late } else { Ink::Timed });
    }
    if !known.case.is_unsettled() {
        return;
    }
    let Some(file) = known.file else { return };
    if file.detail.demand.as_deref().is_none_or(|d| d.trim().is_empty()) {
        hint(sheet, "case-no-demand", Do::Edit);
    }
    let disputed = matches!(known.case.row.kind, ComplaintKind::Complaint | ComplaintKind::Conflict);
    if disputed && file.detail.evidence.is_empty() {
        hint(sheet, "case-no-evidence", Do::NewEvidence);
    }
    if known.case.row.kind == ComplaintKind::Conflict && file.detail.mediator.is_none() {
        hint(sheet, "case-no-mediator", Do::Edit);
    }
}

fn report(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let view = sheet.view;
    let progress = &known.case.progress;
    let today = view.now.today();
    sheet.block("case-block-report");
    match known.stand {
        Stand::FollowUp(day) if day < today => {
            sheet.say(&Message::new("case-ask-late").with("day", day), Ink::Late);
        }
        Stand::FollowUp(day) if day == today => sheet.say(&Message::new("case-ask-today"), Ink::Timed),
        Stand::FollowUp(day) => sheet.say(&Message::new("case-ask").with("day", day), Ink::Plain),
        Stand::Close | Stand::Closed => {}
        _ => sheet.say(&Message::new("case-ask-later"), Ink::Quiet),
    }
    match progress.rating {
        Some(Rating::Mark(mark)) => {
            let ink = if progress.rating.is_some_and(Rating::is_bad) { Ink::Late } else { Ink::Plain };
            sheet.say(&Message::new("case-mark").with("mark", i64::from(mark)), ink);
        }
        Some(Rating::Unreachable) => sheet.say(&Message::new("case-unreachable"), Ink::Plain),
        None if known.stand == Stand::Close => hint(sheet, "case-no-mark", Do::Survey),
        None => {}
    }
    if progress.rating.is_some_and(Rating::is_bad) {
        hint(sheet, "case-mark-bad", Do::Reopen);
    }
    if let Some(at) = progress.closed {
        sheet.say(&Message::new("case-closed-on").with("day", at.day(view.now.zone)), Ink::Quiet);
    }
}

fn learn(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let view = sheet.view;
    sheet.block("case-block-learn");
    match &known.case.row.cause {
        Some(cause) => {
            sheet.say(&Message::new("case-cause").with("cause", cause_words(cause)), Ink::Plain);
            for found in view.model.book.improvements.iter().filter(|i| i.row.cause == *cause && i.is_open()) {
                let ink = if found.returned.is_empty() { Ink::Quiet } else { Ink::Late };
                let words = view.say(&improvement_words(found));
                sheet.add(&words, ink);
            }
        }
        None => hint(sheet, "case-no-cause", Do::Edit),
    }
    if let Some(remedy) = known.case.row.remedy {
        sheet.say(&Message::new("case-remedy").with("amount", remedy), Ink::Plain);
    }
    sheet.no_block();
}
