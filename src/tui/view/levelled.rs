//! The preview of a levelled plan: who cannot stay within the grace, what each day holds before and after, and who moves. It takes the whole
//! body; a wide screen has the days beside the names.

use super::View;
use super::flow::{Line, heading, lines};
use crate::app::levelled::Levelled;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::Tier;
use crate::portfolio::spread::{DayLoad, Move, MoveKind, Plan};
use crate::text;
use crate::tui::theme::Ink;
use ratatui::Frame;
use ratatui::layout::Rect;

/// From so many columns on the days stand beside the names.
const WIDE: u16 = 116;

/// The preview.
pub fn levelled(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, levelled: &Levelled) {
    let plan = &levelled.plan;
    let area = heading(view, frame, body, &title(plan));
    let scroll = levelled.scroll;
    if area.width < WIDE {
        let width = usize::from(area.width);
        let mut all = named(view, plan, width);
        all.extend(days(view, plan, width));
        all.extend(moves(view, plan, width));
        return lines(view, frame, area, trimmed(&all), scroll);
    }
    let (left, right) = (area.width * 9 / 20, area.width - area.width * 9 / 20);
    let (left, right) = (Rect { width: left, ..area }, Rect { x: area.x + left, width: right, ..area });
    let width = usize::from(right.width);
    let mut who = named(view, plan, width);
    who.extend(moves(view, plan, width));
    lines(view, frame, left, trimmed(&days(view, plan, usize::from(left.width))), scroll);
    lines(view, frame, right, trimmed(&who), scroll);
}

/// How many move, and how many of them are late in spite of it.
fn title(plan: &Plan) -> Message {
    let beyond = plan.of(MoveKind::Beyond).count();
    match (plan.moves.len(), plan.squeezed.len()) {
        (0, 0) => Message::new("levelled-nothing"),
        (0, count) => Message::new("levelled-stuck").with("count", count),
        (count, _) => Message::new("levelled-title").with("count", count).with("beyond", beyond),
    }
}

/// Blocks begin with a free row; the first needs none.
fn trimmed(all: &[Line]) -> &[Line] {
    all.strip_prefix(&[(Ink::Plain, 0, String::new())][..]).unwrap_or(all)
}

fn block(view: &View<'_>, ink: Ink, title: Message, rows: Vec<String>) -> Vec<Line> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut out = vec![(Ink::Plain, 0, String::new()), (Ink::Heading, 1, view.say(&title))];
    out.extend(rows.into_iter().map(|row| (ink, 3, row)));
    out
}

/// Who falls due after the grace, and who stays on a day that is too full.
fn named(view: &View<'_>, plan: &Plan, width: usize) -> Vec<Line> {
    let beyond: Vec<String> = plan.of(MoveKind::Beyond).map(|m| moved(view, m, width)).collect();
    let title = Message::new("levelled-beyond").with("count", beyond.len());
    let mut out = block(view, Ink::Late, title, beyond);
    let row = |client, tier, day: Day, channel| {
        let words = view.say(&Message::new("levelled-stays").with("channel", channel).with("day", day));
        format!("{} {words}", whose(view, client, tier, width))
    };
    let squeezed: Vec<String> = plan.squeezed.iter().map(|s| row(s.client, s.tier, s.day, s.channel)).collect();
    let title = Message::new("levelled-squeezed").with("count", squeezed.len()).with("capacity", plan.capacity);
    out.extend(block(view, Ink::Late, title, squeezed));
    out
}

/// Who moves, those that are late first.
fn moves(view: &View<'_>, plan: &Plan, width: usize) -> Vec<Line> {
    let mut out = Vec::new();
    for (kind, id) in [(MoveKind::Late, "levelled-late"), (MoveKind::Within, "levelled-within")] {
        let rows: Vec<String> = plan.of(kind).map(|m| moved(view, m, width)).collect();
        let title = Message::new(id).with("count", rows.len());
        out.extend(block(view, Ink::Plain, title, rows));
    }
    out
}

/// What each day holds before and after, as a bar against what it has room for.
fn days(view: &View<'_>, plan: &Plan, width: usize) -> Vec<Line> {
    if plan.days.is_empty() {
        return Vec::new();
    }
    let words = |d: &DayLoad| {
        let id = if d.again > 0 { "levelled-day-again" } else { "levelled-day" };
        view.say(&Message::new(id).with("before", d.before).with("after", d.after).with("again", d.again))
    };
    let told: Vec<String> = plan.days.iter().map(words).collect();
    let column = told.iter().map(|words| text::width(words)).max().unwrap_or(0);
    let room = width.saturating_sub(14 + column + 8).min(60);
    let legend = Message::new("levelled-legend").with("capacity", plan.capacity);
    let mut out =
        vec![(Ink::Plain, 0, String::new()), (Ink::Heading, 1, view.word("levelled-days")), (Ink::Quiet, 3, view.say(&legend))];
    out.extend(plan.days.iter().zip(told).map(|(d, words)| {
        let ink = match () {
            () if d.after > plan.capacity => Ink::Late,
            () if d.after + d.again > plan.capacity => Ink::Timed,
            () => Ink::Plain,
        };
        let day = text::pad(&view.short_day(d.day), 14);
        (ink, 3, format!("{day} {}  {}", text::pad(&words, column), bar(d, plan.capacity, room)))
    }));
    out
}

/// `#` a client, `+` one that comes again by then, `.` one that moves away, `|` what the day has room for.
fn bar(d: &DayLoad, capacity: usize, room: usize) -> String {
    let all = d.before.max(d.after + d.again).max(capacity);
    let sign = |n: usize| match n {
        n if n < d.after => '#',
        n if n < d.after + d.again => '+',
        n if n < d.before => '.',
        _ => ' ',
    };
    let mut out = String::new();
    for n in 0..all {
        if n == capacity {
            out.push('|');
        }
        out.push(sign(n));
    }
    if all == capacity {
        out.push('|');
    }
    let mut out: String = out.trim_end().to_owned();
    if out.len() > room {
        // A bar that is cut says so.
        out.truncate(room.saturating_sub(1));
        out.push('>');
    }
    out
}

/// Who moves, from when to when.
fn moved(view: &View<'_>, one: &Move, width: usize) -> String {
    let message = match one.kind {
        MoveKind::Beyond => Message::new("levelled-move-beyond").with("overdue", one.overdue_from),
        _ => Message::new("levelled-move").with("from", one.from),
    };
    let message = message.with("channel", one.channel).with("to", one.to);
    format!("{} {}", whose(view, one.client, one.tier, width), view.say(&message))
}

fn whose(view: &View<'_>, client: Id, tier: Option<Tier>, width: usize) -> String {
    let name = view.model.book.client(client).map(|c| text::one_line(c.name()).into_owned()).unwrap_or_default();
    let name = text::pad(&name, (width * 30 / 100).clamp(14, 32));
    format!("{name} {}", text::pad(view.model.words.tier(tier), 3))
}
