//! One row of Complaints: how much it presses, the clock that matters next, number, kind, client, tier, what it is about and where it stands.
//! Improvements and closed cases stand in the same columns. Columns fall away when it is narrow.

use super::View;
use crate::app::complaints::{case, improvement};
use crate::app::list::Entry;
use crate::domain::complaint::{Progress, Rating};
use crate::domain::message::{Arg, Message};
use crate::domain::target::Target;
use crate::domain::words::Tier;
use crate::i18n::Lang;
use crate::portfolio::cases::{cause_words, kind_id};
use crate::portfolio::row::{Alarm, when_stands};
use crate::portfolio::{Case, Improvement, Section, Stand, case_reason};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the number.
const NUMBER: usize = 6;
/// Cells of the tier, and of the mark of a closed case.
const TIER: usize = 3;
/// Cells of what it is about that must be left over before the kind has room.
const TEXT: usize = 24;
/// Cells of what it is about that make sense beside where it stands.
const SAID: usize = 12;

/// Cells of the columns whose width depends on the language or on the room.
struct Columns {
    when: usize,
    kind: usize,
    name: usize,
}

fn columns(view: &View<'_>, width: u16) -> Columns {
    let chinese = view.model.words.lang == Lang::Zh;
    let when = if chinese { 13 } else { 10 };
    let name = (usize::from(width) * 24 / 100).clamp(14, 30);
    let used = 4 + when + 1 + NUMBER + 1 + name + 1 + TIER + 1;
    let kind = 10;
    Columns { when, kind: if usize::from(width) >= used + kind + 1 + TEXT { kind } else { 0 }, name }
}

/// Draws the row.
pub fn row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, entry: &Entry, here: bool) {
    let columns = columns(view, area.width);
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(view.mark(entry, here), view.style(Ink::Strong));
    if let Some(case) = case(&view.model.book, entry.id) {
        of_case(view, &mut pen, &columns, case);
    } else if let Some(found) = improvement(&view.model.book, entry.id) {
        of_improvement(view, &mut pen, &columns, found);
    }
}

fn of_case(view: &View<'_>, pen: &mut Pen<'_>, columns: &Columns, case: &Case) {
    let readings = view.model.book.readings(case, view.now);
    let stand = readings.stand(case);
    let client = view.model.book.client(case.client);
    let closed = stand == Stand::Closed;
    let quiet = |ink| if closed { Ink::Quiet } else { ink };
    sign(view, pen, Alarm::of(case, &readings, &stand));
    let words = match stand {
        Stand::Closed => view.short_day(case.progress.closed.unwrap_or(case.row.opened).day(view.now.zone)),
        _ => view.say(&when_stands(case, &readings, &stand, view.now)),
    };
    pen.cell(&words, columns.when, view.style(when_ink(&stand))).skip(1);
    pen.cell(&format!("#{}", case.row.no), NUMBER, view.style(quiet(Ink::Plain))).skip(1);
    if columns.kind > 0 {
        pen.cell(&view.word(kind_id(case.row.kind)), columns.kind, view.style(quiet(Ink::Plain))).skip(1);
    }
    let tier = client.and_then(|c| c.tier.tier);
    let strong = if tier == Some(Tier::A) { Ink::Strong } else { Ink::Plain };
    let name = client.map(|c| text::one_line(c.name())).unwrap_or_default();
    pen.cell(&name, columns.name, view.style(quiet(strong))).skip(1);
    if closed {
        pen.cell(&mark(case.progress.rating), TIER, view.style(Ink::Quiet)).skip(1);
        pen.text(&text::one_line(&case.row.text), view.style(Ink::Quiet));
        return;
    }
    pen.cell(&client.map(|c| c.tier.label()).unwrap_or_default(), TIER, view.style(strong)).skip(1);
    let because = client.and_then(|c| view.because(c.id()));
    let words = because.unwrap_or_else(|| said(view, case, &stand, pen.left()));
    pen.text(&words, view.style(Ink::Quiet));
}

fn of_improvement(view: &View<'_>, pen: &mut Pen<'_>, columns: &Columns, found: &Improvement) {
    let returned = found.returned.first();
    let late = found.is_late(view.now.today());
    pen.text(if returned.is_some() || late { " !" } else { "  " }, view.style(Ink::Late)).skip(1);
    let due = found.row.due.map(|day| view.short_day(day)).unwrap_or_default();
    pen.cell(&due, columns.when, view.style(if late { Ink::Late } else { Ink::Plain })).skip(1);
    let owner = found.row.owner.as_deref().map(|o| text::one_line(o).into_owned());
    let owner_cells = NUMBER + 1 + if columns.kind > 0 { columns.kind + 1 } else { 0 } + columns.name;
    pen.cell(&owner.unwrap_or_else(|| view.word("improvement-sheet-nobody")), owner_cells, view.style(Ink::Plain)).skip(1);
    pen.cell("", TIER, view.style(Ink::Plain)).skip(1);
    pen.text(&view.say(&improvement_words(found)), view.style(Ink::Quiet));
}

/// What is to be done against which cause, and the case in which that came back.
pub fn improvement_words(found: &Improvement) -> Message {
    let id = if found.returned.is_empty() { "reason-improvement" } else { "reason-improvement-returned" };
    Message::new(id)
        .with("text", text::one_line(&found.row.text).into_owned())
        .with("cause", cause_words(&found.row.cause))
        .with("no", found.returned.first().copied().unwrap_or_default())
}

/// The cells that say how much a case presses, and one behind them.
pub fn sign(view: &View<'_>, pen: &mut Pen<'_>, alarm: Alarm) {
    let (sign, ink) = match alarm {
        Alarm::Now => ("!!", Ink::Late),
        Alarm::Soon => (" !", Ink::Timed),
        Alarm::Calm => ("  ", Ink::Plain),
    };
    pen.text(sign, view.style(ink)).skip(1);
}

/// How the clock of a case is written: broken, running, standing still.
pub fn when_ink(stand: &Stand) -> Ink {
    match stand {
        Stand::Answer(r) | Stand::Solve(r) if r.is_breached() => Ink::Late,
        Stand::Answer(_) | Stand::Solve(_) => Ink::Timed,
        Stand::FollowUp(_) | Stand::Close => Ink::Plain,
        Stand::Open | Stand::Waiting(_) | Stand::Offered(_) | Stand::Closed => Ink::Quiet,
    }
}

/// The client's mark in three cells: `4/5`, `-` for one who could not be reached.
pub fn mark(rating: Option<Rating>) -> String {
    match rating {
        Some(Rating::Mark(mark)) => format!("{mark}/5"),
        Some(Rating::Unreachable) => "-".to_owned(),
        None => String::new(),
    }
}

/// What a case is about and where it stands. Where both are too long what it is about is cut: where it stands must be seen.
pub fn said(view: &View<'_>, case: &Case, stand: &Stand, cells: usize) -> String {
    let message = by_day(case_reason(case, stand), view);
    let with = |text: String| {
        let mut message = message.clone();
        message.args.iter_mut().filter(|(name, _)| *name == "text").for_each(|(_, arg)| *arg = Arg::Text(text.clone()));
        view.say(&message)
    };
    let said = text::one_line(&case.row.text);
    let rest = text::width(&with(String::new()));
    match cells.checked_sub(rest) {
        Some(left) if left >= SAID => with(text::truncate(&said, left).into_owned()),
        // Nothing but the beginning of the words has room: they are cut at the end of the row.
        _ => with(text::truncate(&said, cells + 2).into_owned()),
    }
}

/// Days and times of these days in short.
fn by_day(message: Message, view: &View<'_>) -> Message {
    let args = message.args.into_iter().map(|(name, arg)| match arg {
        Arg::Moment(at) => (name, Arg::Text(view.model.words.near(at, view.now))),
        other => (name, other),
    });
    Message { id: message.id, args: args.collect() }
}

/// Beside the words above what must be answered: the first clock that runs, and, where there is room, how long its client has been
/// waiting in their own time.
pub fn first_clock(view: &View<'_>, cells: usize) -> Option<(String, Ink)> {
    let book = &view.model.book;
    let answer = book.queue.items.iter().take_while(|item| item.section == Section::Answer);
    let running = answer.filter_map(|item| match item.target {
        Target::Complaint(id) => book.case(item.client?, id),
        _ => None,
    });
    let (case, clock, ink) = running
        .filter_map(|case| {
            let readings = book.readings(case, view.now);
            Some((case, super::case::clock_words(view, case, &readings)?, when_ink(&readings.stand(case))))
        })
        .next()?;
    let watch = super::case::watch_words(view, case).map(|watch| format!("{}{watch}", view.word("case-parts")));
    let both = format!("{clock}{}", watch.unwrap_or_default());
    Some((if text::width(&both) <= cells { both } else { clock }, ink))
}

/// Rounds of negotiation and reopenings, where there were any.
pub fn rounds(progress: &Progress) -> Vec<Message> {
    let mut out = Vec::new();
    if progress.refusals > 0 {
        out.push(Message::new("case-refusals").with("n", progress.refusals));
    }
    if !progress.reopened.is_empty() {
        out.push(Message::new("case-reopened").with("n", progress.reopened.len()));
    }
    out
}
