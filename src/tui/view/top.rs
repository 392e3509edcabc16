//! The header: date and time, the work left and its estimate, what is overdue, the next timed item; below it the tabs with counts.

use super::View;
use crate::app::model::{Model, Tab};
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::portfolio::row::{length, what};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows of the header.
pub const HEIGHT: u16 = 3;

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(1).text(&view.model.words.moment(view.now.instant, view.now), view.style(Ink::Strong));
    if !view.model.is_first_run() {
        for (words, ink) in facts(view) {
            // The next timed item may be cut, the figures before it not.
            let least = if ink == Ink::Timed { 20 } else { text::width(&words) };
            if pen.left() < least.min(text::width(&words)) + 3 {
                break;
            }
            pen.skip(3).text(&words, view.style(ink));
        }
        tabs(view, frame, area);
    } else {
        Pen::new(frame.buffer_mut(), area, 1).skip(1).text(&view.word("first-empty"), view.style(Ink::Quiet));
    }
    view.rule(frame, area, 2, "");
}

/// What the header says beside the clock, the most important first.
fn facts(view: &View<'_>) -> Vec<(String, Ink)> {
    let queue = &view.model.book.queue;
    let to_do = view.model.to_do;
    let mut out = Vec::new();
    if to_do == 0 {
        out.push((view.word("head-nothing"), Ink::Plain));
    } else {
        let length = length(view.model.book.estimate());
        out.push((view.say(&Message::new("head-to-do").with("count", to_do).with("length", length)), Ink::Plain));
    }
    if view.model.late > 0 {
        out.push((view.say(&Message::new("head-late").with("count", view.model.late)), Ink::Late));
    }
    if let Some((item, at)) = queue.next_timed(view.now) {
        let client = item.client.and_then(|id| view.model.book.client(id)).map(|c| c.name().to_owned()).unwrap_or_default();
        let message = Message::new("head-next")
            .with("time", view.model.words.time(at, view.now))
            .with("what", what(item))
            .with("client", client);
        out.push((view.say(&message), Ink::Timed));
    }
    out
}

fn tabs(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let model = view.model;
    let title = |tab: Tab, short: bool| view.word(if short { tab.short_title() } else { tab.title() });
    // Brackets or the blanks in their place, the number, a blank before the title and the gap before the tab.
    let cells = |tab: Tab| text::width(&title(tab, false)) + text::width(&count(model, tab)) + 5;
    let short = Tab::ALL.into_iter().map(cells).sum::<usize>() >= usize::from(area.width);
    let mut pen = Pen::new(frame.buffer_mut(), area, 1).keep(1);
    for tab in Tab::ALL {
        let here = tab == model.tab;
        let (open, close) = if here { ("[", "]") } else { (" ", " ") };
        let (edge, ink) = if here { (Ink::Strong, Ink::Strong) } else { (Ink::Quiet, Ink::Quiet) };
        let start = pen.skip(usize::from(!short)).x();
        pen.text(open, view.style(edge))
            .text(&tab.number().to_string(), view.style(Ink::Key))
            .text(&format!(" {}{}", title(tab, short), count(model, tab)), view.style(ink))
            .text(close, view.style(edge));
        let width = pen.x() - start;
        view.hit(Rect { x: start, y: area.y + 1, width, height: 1 }, Hit::Tab(tab.number()));
    }
}

/// What stands behind the name of a tab: how many wait there.
fn count(model: &Model, tab: Tab) -> String {
    match tab {
        Tab::Today => format!(" {}", model.to_do),
        Tab::Clients => format!(" {}", model.book.clients.len()),
        Tab::Calendar => String::new(),
        Tab::Complaints => {
            let (count, burns) = model.burning;
            format!(" {count}{}", if burns { "!" } else { "" })
        }
        Tab::AtRisk => format!(" {}", model.book.at_risk.listed.len()),
    }
}
