//! Looking back on who was lost: groups, clients, signs, who was won back; below the rule what the selected line means.
//! What is counted is `portfolio::hindsight`'s, what a key does `app::look_back`'s.

use super::View;
use super::dialogs::more;
use crate::app::look_back::{Drill, Line, LookBack, SIGN_HEADS};
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::portfolio::hindsight::Loss;
use crate::portfolio::learned;
use crate::portfolio::loss::reason_words;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows above the lines.
const HEAD: u16 = 2;
/// From this width on shares have columns of their own.
const ROOMY: u16 = 96;
/// Cells of a count, of a share.
const COUNT: usize = 15;
const SHARE: usize = 22;

/// A row as it is drawn: a line may need several.
struct Drawn {
    /// The line it belongs to.
    line: usize,
    /// Wrapped text.
    text: Option<String>,
}

/// Draws the panel.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &LookBack) {
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1).text(&view.word("hindsight-title"), view.style(Ink::Strong)).skip(2);
    pen.text(&view.say(&learned::period(&panel.seen.period)), view.style(Ink::Label));
    let cells = usize::from(body.width).saturating_sub(4);
    let below = detail(view, panel, cells, body.width < ROOMY);
    let most = (body.height / 4).max(3);
    let rows = u16::try_from(below.len()).unwrap_or(most).min(most);
    let foot = if rows == 0 { 0 } else { rows + 1 };
    let area = Rect { y: body.y + HEAD, height: body.height.saturating_sub(HEAD + foot), ..body };
    match &panel.drill {
        Some(drill) => behind(view, frame, body, area, drill),
        None => lines(view, frame, area, panel),
    }
    if rows > 0 {
        let foot = Rect { y: area.bottom(), height: rows + 1, ..body };
        view.rule(frame, foot, 0, "");
        for (y, line) in below.iter().take(usize::from(rows)).enumerate() {
            Pen::new(frame.buffer_mut(), foot, y as u16 + 1).keep(1).skip(2).text(line, view.style(Ink::Quiet));
        }
    }
}

/// The first row to be shown, so that the selected one is seen, and how many.
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

fn lines(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, panel: &LookBack) {
    let cells = usize::from(area.width).saturating_sub(4);
    let mut drawn: Vec<Drawn> = Vec::new();
    for (line, what) in panel.lines.iter().enumerate() {
        match what {
            Line::Text(message) => {
                let wrapped = text::wrap(&view.say(message), cells);
                drawn.extend(wrapped.into_iter().map(|text| Drawn { line, text: Some(text) }));
            }
            _ => drawn.push(Drawn { line, text: None }),
        }
    }
    let first = panel.lines.iter().take(panel.selected).all(|l| matches!(l, Line::Text(_) | Line::Heading(_) | Line::Heads(_)));
    let at = if first { 0 } else { drawn.iter().position(|d| d.line == panel.selected).unwrap_or(0) };
    let (top, height) = shown(view, frame, area, drawn.len(), at);
    for (y, row) in drawn.iter().skip(top).take(height).enumerate() {
        let y = y as u16;
        let here = row.line == panel.selected && panel.line().is_some();
        if let Some(text) = &row.text {
            Pen::new(frame.buffer_mut(), area, y).keep(1).skip(2).text(text, view.style(Ink::Quiet));
            continue;
        }
        match &panel.lines[row.line] {
            Line::Heading(id) => {
                Pen::new(frame.buffer_mut(), area, y).keep(1).skip(1).text(&view.word(id), view.style(Ink::Heading));
            }
            Line::Heads(ids) => {
                let words: Vec<String> = ids.iter().map(|id| view.word(id)).collect();
                columns(view, frame, area, y, "", &words, *ids == SIGN_HEADS, Ink::Label, false);
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

fn selectable(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, panel: &LookBack, line: &Line, here: bool) {
    let seen = &panel.seen;
    match line {
        Line::Group(by, n) => {
            let groups = seen.groups(*by);
            let Some(group) = groups.get(*n) else { return };
            let cells = [group.losses.len().to_string(), seen.amount(group.value), view.say(&seen.warned_of(group))];
            columns(view, frame, area, y, &view.say(&group.title), &cells, false, Ink::Plain, here);
        }
        Line::Sign(n) => {
            let signs = seen.signs();
            let Some(sign) = signs.get(*n) else { return };
            let cells = seen.cells(sign.hits).map(|cell| view.say(&cell));
            columns(view, frame, area, y, &view.say(&sign.title), &cells, true, Ink::Plain, here);
        }
        Line::Loss(n) => {
            if let Some(loss) = seen.losses.get(*n) {
                of_loss(view, frame, area, y, panel, loss, here);
            }
        }
        _ => {
            let words = seen.saved().first().map(|line| view.say(line)).unwrap_or_default();
            begin(view, frame, area, y, here).text(&words, view.style(Ink::Plain));
        }
    }
}

fn begin<'a>(view: &View<'_>, frame: &'a mut Frame<'_>, area: Rect, y: u16, here: bool) -> Pen<'a> {
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
    pen
}

/// A name and its columns; on a narrow screen shares stand below the rule.
#[expect(clippy::too_many_arguments, reason = "where, what and how of one row")]
fn columns(
    view: &View<'_>,
    frame: &mut Frame<'_>,
    area: Rect,
    y: u16,
    name: &str,
    cells: &[String],
    signs: bool,
    ink: Ink,
    here: bool,
) {
    let roomy = area.width >= ROOMY;
    let shown = if signs && !roomy { 2 } else { cells.len() };
    let mut pen = begin(view, frame, area, y, here);
    let width = usize::from(area.width).saturating_sub(4 + 3 * COUNT).clamp(12, 30);
    pen.cell(&text::one_line(name), width, view.style(Ink::Strong));
    for (n, cell) in cells.iter().take(shown).enumerate() {
        pen.right(cell, if n < 2 || !signs { COUNT } else { SHARE }, view.style(ink));
    }
}

/// Day, client, why, tier, what it was to bring, since when it stood in the list.
fn of_loss(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, panel: &LookBack, loss: &Loss, here: bool) {
    let roomy = area.width >= ROOMY;
    let mut pen = begin(view, frame, area, y, here);
    pen.cell(&view.short_day(loss.on), 13, view.style(Ink::Quiet)).skip(1);
    pen.cell(&name(view, loss.client), if roomy { 26 } else { 17 }, view.style(Ink::Strong)).skip(1);
    pen.cell(&text::one_line(&view.say(&reason_words(&loss.reason))), 14, view.style(Ink::Plain)).skip(1);
    if roomy {
        pen.cell(loss.tier.map_or("-", |t| t.code()), 2, view.style(Ink::Plain));
        pen.right(&panel.seen.amount(loss.value), COUNT, view.style(Ink::Plain)).skip(2);
    }
    let ink = if loss.listed.is_none() { Ink::Late } else { Ink::Plain };
    let warning = match loss.lead().filter(|_| !roomy) {
        Some(days) => Message::new("hindsight-lead-short").with("days", days),
        None => loss.warning(),
    };
    pen.text(&view.say(&warning), view.style(ink));
}

fn name(view: &View<'_>, client: crate::domain::id::Id) -> String {
    view.model.book.client(client).map(|c| text::one_line(c.name()).into_owned()).unwrap_or_default()
}

/// The clients behind a line.
fn behind(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, area: Rect, drill: &Drill) {
    let title = Message::new("hindsight-behind").with("what", drill.title.clone()).with("count", drill.rows.len());
    Pen::new(frame.buffer_mut(), body, 1).keep(1).skip(2).text(&view.say(&title), view.style(Ink::Heading));
    let (top, height) = shown(view, frame, area, drill.rows.len(), drill.selected);
    for (y, (n, (client, told))) in drill.rows.iter().enumerate().skip(top).take(height).enumerate() {
        let (y, here) = (y as u16, n == drill.selected);
        view.hit_row(area, y, Hit::Line(n));
        let mut pen = begin(view, frame, area, y, here);
        pen.cell(&name(view, *client), 26, view.style(Ink::Strong)).skip(1);
        pen.text(&text::one_line(&view.say(told)), view.style(Ink::Plain));
        if here {
            view.bar(frame, area, y);
        }
    }
}

/// What the selected line means, wrapped.
fn detail(view: &View<'_>, panel: &LookBack, cells: usize, narrow: bool) -> Vec<String> {
    if panel.drill.is_some() {
        return Vec::new();
    }
    let seen = &panel.seen;
    let mut out: Vec<String> = Vec::new();
    match panel.line() {
        Some(Line::Loss(n)) => {
            let Some(loss) = seen.losses.get(*n) else { return out };
            out.extend(loss.note.as_deref().map(|note| text::one_line(note).into_owned()));
            let levels: Vec<String> = loss
                .levels()
                .iter()
                .map(|(days, level)| view.say(&Message::new("hindsight-look").with("days", *days).with("level", level.clone())))
                .collect();
            out.push(view.say(&Message::new("hindsight-looks").with("levels", levels.join(&view.word("and-between")))));
            let signs: Vec<String> = loss.signs().iter().map(|sign| view.say(sign)).collect();
            if !signs.is_empty() {
                out.push(signs.join(&view.word("and-between")));
            }
            if narrow {
                let value = Message::new("hindsight-worth").with("value", seen.amount(loss.value));
                out.push(view.say(&value.with("tier", loss.tier.map_or("-", |t| t.code()))));
            }
        }
        Some(Line::Sign(n)) if narrow => {
            if let Some(sign) = seen.signs().get(*n) {
                let [_, _, right, caught] = seen.cells(sign.hits);
                out.push(view.say(&Message::new("hindsight-right").with("right", right).with("caught", caught)));
            }
        }
        _ => {}
    }
    out.iter().flat_map(|line| text::wrap(line, cells)).collect()
}
