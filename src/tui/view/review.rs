//! The weekly review: its parts as a checklist, each with how many points are left; below the rule the selected point in full.
//! What is counted is `portfolio::review`'s, what a key does `app::review`'s.

use super::View;
use super::dialogs::more;
use crate::app::mouse::Hit;
use crate::app::review::{Line, Panel};
use crate::domain::message::Message;
use crate::portfolio::review::Point;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows above the lines.
const HEAD: u16 = 2;
/// Cells of a tier.
const TIER: usize = 3;

/// A row as it is drawn: a line may need several.
struct Drawn {
    line: usize,
    /// Wrapped text of what is said once.
    text: Option<String>,
}

/// Draws the panel.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Panel) {
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1).text(&view.say(&panel.review.title()), view.style(Ink::Strong)).skip(2);
    let left = panel.left();
    let ink = if left == 0 { Ink::Done } else { Ink::Label };
    pen.text(&view.say(&Message::new("review-left").with("count", left)), view.style(ink));
    if panel.review.reviewed {
        pen.skip(2).text(&view.word("review-kept"), view.style(Ink::Done));
    }
    let cells = usize::from(body.width).saturating_sub(4);
    let below = detail(view, panel, cells);
    let rows = u16::try_from(below.len()).unwrap_or(3).min((body.height / 4).max(2));
    let foot = if rows == 0 { 0 } else { rows + 1 };
    let area = Rect { y: body.y + HEAD, height: body.height.saturating_sub(HEAD + foot), ..body };
    lines(view, frame, area, panel);
    if rows > 0 {
        let foot = Rect { y: area.bottom(), height: rows + 1, ..body };
        view.rule(frame, foot, 0, "");
        for (y, line) in below.iter().take(usize::from(rows)).enumerate() {
            Pen::new(frame.buffer_mut(), foot, y as u16 + 1).keep(1).skip(2).text(line, view.style(Ink::Quiet));
        }
    }
}

fn lines(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, panel: &Panel) {
    let cells = usize::from(area.width).saturating_sub(7);
    let mut drawn: Vec<Drawn> = Vec::new();
    for (line, what) in panel.lines.iter().enumerate() {
        match what {
            Line::Said(n, at) => {
                let said = panel.sections.get(*n).and_then(|s| s.said.get(*at));
                let wrapped = said.map(|m| text::wrap(&view.say(m), cells)).unwrap_or_default();
                drawn.extend(wrapped.into_iter().map(|text| Drawn { line, text: Some(text) }));
            }
            _ => drawn.push(Drawn { line, text: None }),
        }
    }
    // Before the first point was left what went well stays in sight.
    let first = panel.lines.iter().take(panel.selected).all(|l| matches!(l, Line::Said(..) | Line::Head(_)));
    let at = if first { 0 } else { drawn.iter().position(|d| d.line == panel.selected).unwrap_or(0) };
    let all = usize::from(area.height);
    let (mut top, mut height) = (0, drawn.len());
    if drawn.len() > all {
        height = all.saturating_sub(1);
        top = at.saturating_sub(height / 2).min(drawn.len() - height);
        let selected = drawn.iter().position(|d| d.line == panel.selected).unwrap_or(0);
        if selected >= top + height {
            top = selected + 1 - height;
        }
        if drawn.len() > top + height {
            more(view, frame, area, drawn.len() - top - height);
        }
    }
    for (y, row) in drawn.iter().skip(top).take(height).enumerate() {
        let y = y as u16;
        let here = row.line == panel.selected;
        if let Some(text) = &row.text {
            Pen::new(frame.buffer_mut(), area, y).keep(1).skip(5).text(text, view.style(Ink::Plain));
            continue;
        }
        match panel.lines.get(row.line) {
            Some(Line::Head(n)) => head(view, frame, area, y, panel, *n),
            Some(Line::Point(n, at)) => {
                let Some(point) = panel.sections.get(*n).and_then(|s| s.points.get(*at)) else { continue };
                view.hit_row(area, y, Hit::Line(row.line));
                of_point(view, frame, area, y, panel, point, here);
            }
            Some(Line::Finish) => {
                view.hit_row(area, y, Hit::Line(row.line));
                let mark = if here { " > " } else { "   " };
                let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
                pen.text(mark, view.style(Ink::Strong)).text(&view.word("review-finish"), view.style(Ink::Strong));
            }
            _ => {}
        }
        if here {
            view.bar(frame, area, y);
        }
    }
}

/// `+` where nothing is left, else how much; what is clear is said beside the heading.
fn head(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, panel: &Panel, n: usize) {
    let Some(section) = panel.sections.get(n) else { return };
    let left = panel.left_of(section);
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    match left {
        0 => pen.right("+", 3, view.style(Ink::Done)),
        left => pen.right(&left.to_string(), 3, view.style(Ink::Strong)),
    };
    pen.skip(1).text(&view.word(section.part.heading()), view.style(Ink::Heading));
    if section.is_empty() {
        pen.skip(2).text(&view.word(section.part.clear()), view.style(Ink::Quiet));
    }
}

fn of_point(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, panel: &Panel, point: &Point, here: bool) {
    let ticked = panel.ticked.contains(&point.key());
    let quiet = |ink| if ticked { Ink::Quiet } else { ink };
    let client = point.client.and_then(|id| view.model.book.client(id));
    let name_cells = (usize::from(area.width) * 27 / 100).clamp(14, 32);
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
    let sign = match (ticked, point.late) {
        (true, _) => "+ ",
        (false, true) => "! ",
        (false, false) => "  ",
    };
    pen.text(sign, view.style(if ticked { Ink::Done } else { Ink::Late }));
    if let Some(client) = client {
        pen.cell(&text::one_line(client.name()), name_cells, view.style(quiet(Ink::Strong))).skip(1);
        pen.cell(&client.tier.label(), TIER, view.style(quiet(Ink::Plain)));
    }
    pen.text(&text::one_line(&view.say(&point.words)), view.style(quiet(Ink::Plain)));
}

/// The selected point in full where its row has no room for it; at the end what Enter does.
fn detail(view: &View<'_>, panel: &Panel, cells: usize) -> Vec<String> {
    let said = match panel.point() {
        Some(point) => {
            let client = point.client.and_then(|id| view.model.book.client(id));
            let words = view.say(&point.words);
            match client {
                Some(client) => view.say(&Message::new("review-detail").with("client", client.name()).with("words", words)),
                None => words,
            }
        }
        None => view.word("do-review-keep-help"),
    };
    text::wrap(&text::one_line(&said), cells)
}
