//! The sheet of a case: what must not be said, how long the client has been waiting, the four stages with both clocks, what comes next, what
//! was said and promised, how to reach them, evidence and log. Where the brief stands it takes its place.

mod log;
mod stages;
mod told;

use super::View;
use super::brief::who;
use super::complaints::{said, sign, when_ink};
use super::sheet::Sheet;
use crate::app::command::{Command, Do, shown_key};
use crate::domain::complaint::Reading;
use crate::domain::day::Moment;
use crate::domain::message::Message;
use crate::portfolio::cases::{kind_id, length};
use crate::portfolio::row::{self, Alarm};
use crate::portfolio::{Assessed, Case, CaseFile, Item, Readings, Stand};
use crate::store::ClientDetail;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// What is known of the case in front; its texts and its client's addresses may still be being read.
struct Known<'a> {
    case: &'a Case,
    readings: Readings,
    stand: Stand,
    client: &'a Assessed,
    detail: Option<&'a ClientDetail>,
    file: Option<&'a CaseFile>,
}

impl<'a> Known<'a> {
    fn new(view: &View<'a>, case: &'a Case) -> Option<Known<'a>> {
        let model = view.model;
        let client = model.book.client(case.client)?;
        let readings = model.book.readings(case, view.now);
        Some(Known {
            case,
            readings,
            stand: readings.stand(case),
            client,
            detail: model.details.get(&client.id()).and_then(|d| d.as_deref()),
            file: model.files.get(&case.row.id).and_then(|f| f.as_deref()),
        })
    }
}

/// Draws the sheet.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, case: &Case) {
    let Some(known) = Known::new(view, case) else { return };
    title(view, frame, area, &known);
    stages::strip(view, frame, Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }, &known);
    let mut sheet = Sheet::new(view, area.width);
    for words in who::quiet_now(view, known.client).into_iter().chain(who::warnings(view, known.client, known.detail)) {
        sheet.add(&words, Ink::Warning);
    }
    told::said(&mut sheet, &known);
    waiting(&mut sheet, &known);
    sheet.gap();
    next(&mut sheet, &known);
    sheet.gap();
    stages::all(&mut sheet, &known);
    sheet.gap();
    told::wanted(&mut sheet, &known);
    if let Some(detail) = known.detail {
        let items: Vec<&Item> = view.model.items().collect();
        who::reach(&mut sheet, known.client, detail, &items);
    }
    told::evidence(&mut sheet, &known);
    sheet.gap();
    log::log(&mut sheet, &known);
    let area = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    sheet.draw(frame, area);
}

/// Number, kind and client, the tier at the right.
fn title(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, known: &Known<'_>) {
    let label = known.client.tier.label();
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    let cells = pen.left().saturating_sub(text::width(&label) + 2);
    let number = format!("#{} {}  ", known.case.row.no, view.word(kind_id(known.case.row.kind)));
    let name = cells.saturating_sub(text::width(&number));
    pen.skip(1).text(&number, view.style(Ink::Plain));
    pen.cell(&text::one_line(known.client.name()), name, view.style(Ink::Strong)).text(&label, view.style(Ink::Strong));
}

/// Who waits for whom, and how long in the client's own time.
fn waiting(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let view = sheet.view;
    let progress = &known.case.progress;
    if !known.case.is_unsettled() {
        return;
    }
    sheet.block("case-block-wait");
    if let Some(since) = progress.waiting {
        let message = Message::new("case-you-wait").with("at", view.model.words.near(since, view.now));
        sheet.say(&message, Ink::Timed);
    }
    if let Some(words) = watch_words(view, known.case) {
        sheet.add(&words, Ink::Plain);
    }
    let opened = progress.reopened.last().copied().unwrap_or(known.case.row.opened);
    if known.case.waits_since() != Some(opened) {
        let message = Message::new("case-open-since").with("at", view.model.words.near(opened, view.now));
        sheet.say(&message, Ink::Quiet);
    }
    if progress.attempts > 0 {
        sheet.say(&Message::new("case-tried").with("n", progress.attempts), Ink::Late);
    }
}

/// The key that takes the case on, as the last line of the screen has it.
fn next(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let model = sheet.view.model;
    // What is closed needs no next step; where its mark is bad, that says how it is opened again.
    let Some(command) = Command::of(Do::Done).filter(|_| known.stand != Stand::Closed) else { return };
    sheet.block("case-block-next");
    let key = shown_key(model, command.id);
    let title = sheet.view.say(&command.title_now(model));
    sheet.add(&format!("{key}  {title}"), Ink::Strong);
}

/// How long the client has been waiting for a word on their own watch; `None` when it is their turn.
pub fn watch_words(view: &View<'_>, case: &Case) -> Option<String> {
    let since = case.waits_since()?;
    let message = Message::new("case-watch")
        .with("span", row::watch(view.now.instant.0 - since.0))
        .with("at", view.model.words.near(since, view.now));
    Some(view.say(&message))
}

/// The clock that runs: by when and how long it has left, or how far it is past its limit.
pub fn clock_words(view: &View<'_>, case: &Case, readings: &Readings) -> Option<String> {
    match readings.stand(case) {
        Stand::Answer(reading) => Some(running(view, &reading, readings.first_limit.clock)),
        Stand::Solve(reading) => Some(running(view, &reading, readings.solution_limit.clock)),
        _ => None,
    }
}

/// A clock that is not stopped, in words.
fn running(view: &View<'_>, reading: &Reading, clock: crate::domain::complaint::Clock) -> String {
    let late = reading.is_late(view.now.instant);
    let id = match (late, reading.paused) {
        (false, false) => "case-clock-by",
        (true, false) => "case-clock-late",
        (false, true) => "case-clock-still",
        (true, true) => "case-clock-still-late",
    };
    let message = Message::new(id).with("at", near(view, reading.due)).with("span", length(reading.left.abs(), clock));
    view.say(&message)
}

fn near(view: &View<'_>, at: Moment) -> String {
    view.model.words.near(at, view.now)
}

/// The foot of a narrow screen: who and how to reach them, then the clock and what it is about.
pub fn foot(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, case: &Case) {
    let Some(known) = Known::new(view, case) else { return };
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(1)
        .text(&text::one_line(known.client.name()), view.style(Ink::Strong))
        .skip(2)
        .text(&known.client.tier.label(), view.style(Ink::Strong))
        .skip(2);
    let warnings = who::warnings(view, known.client, known.detail);
    for words in who::quiet_now(view, known.client).into_iter().chain(warnings.into_iter().take(1)) {
        pen.text(&words, view.style(Ink::Warning)).skip(2);
    }
    let items: Vec<&Item> = view.model.items().collect();
    for point in known.detail.map(|d| row::reach(known.client, d, &items)).unwrap_or_default().iter().take(2) {
        pen.text(&text::one_line(&point.value), view.style(Ink::Plain)).skip(2);
    }
    let mut pen = Pen::new(frame.buffer_mut(), area, 1).keep(1);
    pen.skip(1);
    let alarm = Alarm::of(case, &known.readings, &known.stand);
    if alarm != Alarm::Calm {
        sign(view, &mut pen, alarm);
    }
    if let Some(words) = clock_words(view, case, &known.readings) {
        pen.text(&words, view.style(when_ink(&known.stand))).skip(2);
    }
    let left = pen.left();
    pen.text(&said(view, case, &known.stand, left), view.style(Ink::Plain));
}
