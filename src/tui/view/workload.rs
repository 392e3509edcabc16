//! The load: what could be done, the weeks ahead as bars against what they have room for, what the tiers promise, what was managed;
//! below the rule what the selected line means. What is counted is `portfolio::workload`'s, what a key does `app::workload`'s.

use super::View;
use super::dialogs::more;
use crate::app::mouse::Hit;
use crate::app::workload::{CHANNEL_HEADS, Line, Load};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::words::Channel;
use crate::portfolio::workload::tenth;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// From this width on the two halves stand beside each other.
const ROOMY: u16 = 120;
/// Up to this height rows are not left empty.
const SHORT: u16 = 14;
/// Cells of a day, of contacts and room, of how many are too many, of a column.
const DAY: usize = 13;
const LOAD: usize = 8;
const OVER: usize = 9;
const COLUMN: usize = 13;
/// Cells before a suggestion: the mark and its number.
const NUMBER: usize = 6;
/// Cells of the longest bar.
const BAR: usize = 72;

/// A row as it is drawn: a line may need several.
struct Drawn {
    /// The line it belongs to.
    line: usize,
    /// Wrapped text.
    text: Option<String>,
}

/// Draws the panel.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Load) {
    let wide = body.width >= ROOMY;
    let row = if wide { body.width * 11 / 20 } else { body.width };
    let below = detail(view, panel, usize::from(body.width).saturating_sub(4), usize::from(row));
    let most = (body.height / 4).clamp(3, 8);
    let rows = u16::try_from(below.len()).unwrap_or(most).min(most);
    let foot = if rows == 0 { 0 } else { rows + 1 };
    let area = Rect { height: body.height.saturating_sub(foot), ..body };
    if wide {
        let left = Rect { width: area.width * 11 / 20, ..area };
        let right = Rect { x: left.right() + 1, width: area.width - left.width - 1, ..area };
        for row in 0..area.height {
            let edge = Rect { x: left.right(), width: 1, ..area };
            Pen::new(frame.buffer_mut(), edge, row).text(view.theme.vertical(), view.style(Ink::Edge));
        }
        half(view, frame, left, panel, 0, panel.half);
        half(view, frame, right, panel, panel.half, panel.lines.len());
    } else {
        half(view, frame, area, panel, 0, panel.lines.len());
    }
    if rows > 0 {
        let foot = Rect { y: area.bottom(), height: rows + 1, ..body };
        view.rule(frame, foot, 0, "");
        for (y, (ink, line)) in below.iter().take(usize::from(rows)).enumerate() {
            Pen::new(frame.buffer_mut(), foot, y as u16 + 1).keep(1).skip(2).text(line, view.style(*ink));
        }
    }
}

/// The lines of one half, so that the selected one is seen.
fn half(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, panel: &Load, from: usize, to: usize) {
    let cells = usize::from(area.width).saturating_sub(4);
    let mut drawn: Vec<Drawn> = Vec::new();
    for (line, what) in panel.lines.iter().enumerate().take(to).skip(from) {
        match what {
            Line::Text(message, _) => {
                let wrapped = text::wrap(&view.say(message), cells);
                drawn.extend(wrapped.into_iter().map(|text| Drawn { line, text: Some(text) }));
            }
            // Where there is little room no row is left empty.
            Line::Heading(_) if line > from && area.height > SHORT => {
                drawn.push(Drawn { line, text: Some(String::new()) });
                drawn.push(Drawn { line, text: None });
            }
            _ => drawn.push(Drawn { line, text: None }),
        }
    }
    // What stands above the first row that can be selected is seen with it.
    let at = drawn.iter().position(|d| d.line == panel.selected).unwrap_or(0);
    let is_first = panel.lines[from..to].iter().take(panel.selected.saturating_sub(from)).all(|l| !selects(l));
    let at = if is_first && at + 2 < usize::from(area.height) { 0 } else { at };
    let (top, height) = shown(view, frame, area, drawn.len(), at);
    for (y, row) in drawn.iter().skip(top).take(height).enumerate() {
        let y = y as u16;
        let line = &panel.lines[row.line];
        if let Some(text) = &row.text {
            let ink = if matches!(line, Line::Text(_, true)) { Ink::Strong } else { Ink::Plain };
            Pen::new(frame.buffer_mut(), area, y).keep(1).skip(1).text(text, view.style(ink));
            continue;
        }
        let here = row.line == panel.selected && panel.line().is_some();
        match line {
            Line::Heading(id) => {
                let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
                pen.skip(1).text(&view.word(id), view.style(Ink::Heading));
                let legend = view.word("load-legend");
                if *id == "load-weeks" && pen.left() >= text::width(&legend) + 2 {
                    pen.skip(2).text(&legend, view.style(Ink::Quiet));
                }
            }
            Line::Heads(ids) => {
                let words: Vec<String> = ids.iter().map(|id| view.word(id)).collect();
                columns(view, frame, area, y, &words, Ink::Label, *ids == CHANNEL_HEADS, false);
            }
            line => {
                view.hit_row(area, y, Hit::Line(row.line));
                selectable(view, frame, area, y, panel, line, here);
                if here {
                    view.bar(frame, area, y);
                }
            }
        }
    }
}

fn selects(line: &Line) -> bool {
    !matches!(line, Line::Text(..) | Line::Heading(_) | Line::Heads(_))
}

/// The first row to be shown, and how many; what is below is told in the last row.
fn shown(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, all: usize, at: usize) -> (usize, usize) {
    let height = usize::from(area.height);
    if all <= height {
        return (0, all);
    }
    let height = height.saturating_sub(1);
    let top = at.saturating_sub(height / 2).min(all - height);
    if all > top + height {
        more(view, frame, area, all - top - height);
    }
    (top, height)
}

fn selectable(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, panel: &Load, line: &Line, here: bool) {
    let seen = &panel.seen;
    match line {
        Line::Suggestion(n) => {
            let Some(one) = seen.suggestions.get(*n) else { return };
            let mut pen = begin(view, frame, area, y, here);
            pen.text(&format!("{}  ", n + 1), view.style(Ink::Label)).text(&view.say(&one.told()), view.style(Ink::Plain));
        }
        Line::Week(n) => {
            let Some(week) = seen.weeks.get(*n) else { return };
            let most = seen.weeks.iter().map(|w| w.contacts.max(w.capacity)).max().unwrap_or(0);
            let (firm, rest) = (week.contacts - week.again, week.again);
            let bars = Bar { firm, rest, room: week.capacity, most, over: week.over() };
            week_row(view, frame, area, y, week.from, bars, here);
        }
        Line::Done(n) => {
            let Some(week) = seen.managed.weeks.get(*n) else { return };
            let contacts = seen.managed.weeks.iter().map(|w| w.contacts as usize).max().unwrap_or(0);
            let room = week.working_days as usize * seen.a_day;
            // What was made beyond the room was made all the same.
            let most = contacts.max(seen.capacity());
            let bars = Bar { firm: week.contacts as usize, rest: 0, room, most, over: 0 };
            week_row(view, frame, area, y, week.from, bars, here);
        }
        Line::Tier(n) => {
            let Some(t) = seen.promise.tiers.get(*n) else { return };
            let name = view.model.words.tier(t.tier).to_owned();
            let cells = [name, t.clients.to_string(), tenth(t.requirements), tenth(t.contacts)];
            columns(view, frame, area, y, &cells, Ink::Plain, false, here);
        }
        Line::Channel(n) => {
            let Some(c) = seen.channels().into_iter().nth(*n) else { return };
            let managed = seen.managed.on(c.channel).map(tenth).unwrap_or_default();
            let cells = [channel(view, c.channel), tenth(c.requirements), tenth(c.contacts), managed];
            columns(view, frame, area, y, &cells, Ink::Plain, true, here);
        }
        Line::Text(..) | Line::Heading(_) | Line::Heads(_) => {}
    }
}

fn channel(view: &View<'_>, channel: Channel) -> String {
    view.word(&format!("channel-{}", channel.code()))
}

/// The first cells of a row and a pen for the rest.
fn begin<'a>(view: &View<'_>, frame: &'a mut Frame<'_>, area: Rect, y: u16, here: bool) -> Pen<'a> {
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
    pen
}

/// A name and three numbers; the last of them is quiet where it is only told beside the others.
#[allow(clippy::too_many_arguments, reason = "a row of a table as it is drawn")]
fn columns(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, cells: &[String], ink: Ink, beside: bool, here: bool) {
    let mut pen = begin(view, frame, area, y, here);
    let name = usize::from(area.width).saturating_sub(5 + 3 * COLUMN).clamp(6, 16);
    for (n, cell) in cells.iter().enumerate() {
        match n {
            0 => pen.cell(cell, name, view.style(if ink == Ink::Label { ink } else { Ink::Strong })),
            3 if beside && ink != Ink::Label => pen.right(cell, COLUMN, view.style(Ink::Quiet)),
            _ => pen.right(cell, COLUMN, view.style(ink)),
        };
    }
}

/// A week as numbers.
struct Bar {
    firm: usize,
    rest: usize,
    room: usize,
    most: usize,
    /// Contacts there is no room for.
    over: usize,
}

/// A week: its first day, contacts and room, the bar, and how many are too many.
fn week_row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, from: Day, week: Bar, here: bool) {
    let (all, over) = (week.firm + week.rest, week.over);
    let ink = if over > 0 { Ink::Late } else { Ink::Plain };
    let mut pen = begin(view, frame, area, y, here);
    pen.cell(&view.short_day(from), DAY, view.style(Ink::Plain));
    pen.right(&format!("{all}/{}", week.room), LOAD, view.style(ink)).skip(2);
    let cells = pen.left().saturating_sub(OVER + 1).min(BAR);
    let bar = text::bar(week.firm, week.rest, week.room, week.most, cells);
    let mut beyond = false;
    for sign in bar.chars() {
        beyond |= sign == '|';
        let ink = match sign {
            '|' => Ink::Strong,
            _ if beyond && over > 0 => Ink::Late,
            '#' => Ink::Key,
            _ => Ink::Plain,
        };
        pen.text(sign.encode_utf8(&mut [0; 4]), view.style(ink));
    }
    if over > 0 {
        let words = view.say(&Message::new("load-over-by").with("over", over));
        pen.skip(1).text(&words, view.style(Ink::Late));
    }
}

/// What the selected line means, wrapped.
fn detail(view: &View<'_>, panel: &Load, cells: usize, row: usize) -> Vec<(Ink, String)> {
    let seen = &panel.seen;
    let mut out: Vec<(Ink, Message)> = Vec::new();
    match panel.line() {
        Some(Line::Suggestion(n)) => {
            if let Some(one) = seen.suggestions.get(*n) {
                // What its row has room for is not said again.
                if text::width(&view.say(&one.told())) + NUMBER + 1 > row {
                    out.push((Ink::Strong, one.told()));
                }
                out.extend(one.detail(&view.model.book, seen).into_iter().map(|m| (Ink::Plain, m)));
            }
        }
        Some(Line::Week(n)) => {
            if let Some(week) = seen.weeks.get(*n) {
                let told = Message::new("load-week-detail")
                    .with("from", week.from)
                    .with("until", week.until)
                    .with("firm", week.contacts - week.again)
                    .with("again", week.again)
                    .with("agreed", week.agreed)
                    .with("capacity", week.capacity);
                out.push((Ink::Plain, told));
            }
        }
        Some(Line::Tier(n)) => {
            if let Some(t) = seen.promise.tiers.get(*n) {
                let each = |sum: f64| tenth(sum / t.clients.max(1) as f64);
                let told = Message::new("load-tier-detail")
                    .with("tier", t.tier)
                    .with("requirements", each(t.requirements))
                    .with("contacts", each(t.contacts));
                out.push((Ink::Plain, told));
            }
        }
        Some(Line::Channel(n)) => {
            if let Some(c) = seen.channels().get(*n) {
                let told = Message::new("load-channel-detail")
                    .with("channel", c.channel)
                    .with("requirements", tenth(c.requirements))
                    .with("kept", tenth(c.requirements - c.contacts));
                out.push((Ink::Plain, told));
            }
        }
        Some(Line::Done(n)) => {
            if let Some(week) = seen.managed.weeks.get(*n) {
                let some = Channel::ALL.iter().zip(week.channels).filter(|(_, n)| *n > 0);
                let some: Vec<String> = some.map(|(c, n)| format!("{} {n}", channel(view, *c))).collect();
                let told = Message::new("load-done-detail")
                    .with("from", week.from)
                    .with("days", week.working_days)
                    .with("channels", some.join(" · "));
                out.push((Ink::Plain, told));
            }
        }
        _ => {}
    }
    let wrapped = |(ink, message): (Ink, Message)| text::wrap(&view.say(&message), cells).into_iter().map(move |l| (ink, l));
    out.into_iter().flat_map(wrapped).collect()
}
