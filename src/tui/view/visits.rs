//! Who else could be visited on the same way: the visits of the day in a line or two, and below them who of the region has one due.
//! What a key does is in `app::visits`.

use super::View;
use super::dialogs::more;
use crate::app::mouse::Hit;
use crate::app::visits::Visits;
use crate::domain::message::Message;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the tier.
const TIER: usize = 3;
/// Visits of the day that are named.
const SHOWN: usize = 5;

/// Draws the panel.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Visits) {
    let of = &panel.of;
    let title = Message::new("visits-title").with("day", of.day).with("region", of.regions.join(", "));
    Pen::new(frame.buffer_mut(), body, 0).keep(1).skip(1).text(&view.say(&title), view.style(Ink::Strong));
    let mut y = 1;
    for visit in of.visits.iter().take(SHOWN) {
        let client = view.model.book.client(visit.client);
        let name = client.map(|c| text::one_line(c.name()).into_owned()).unwrap_or_default();
        let span = match visit.at {
            Some((from, to)) => {
                format!("{}-{}", view.model.words.time(from, view.now), view.model.words.time(to, view.now))
            }
            None => view.word("visits-no-time"),
        };
        let mut pen = Pen::new(frame.buffer_mut(), body, y).keep(1);
        pen.skip(3).cell(&span, 12, view.style(Ink::Timed)).skip(1).text(&name, view.style(Ink::Plain));
        y += 1;
    }
    if of.visits.len() > SHOWN {
        let words = view.say(&Message::new("visits-more").with("count", of.visits.len() - SHOWN));
        Pen::new(frame.buffer_mut(), body, y).keep(1).skip(3).text(&words, view.style(Ink::Quiet));
        y += 1;
    }
    let name_cells = (usize::from(body.width) * 3 / 10).clamp(14, 36);
    let region_cells = (usize::from(body.width) / 6).clamp(8, 24);
    let due_cells = if body.width < 80 { 16 } else { 24 };
    let mut pen = Pen::new(frame.buffer_mut(), body, y).keep(1);
    pen.skip(3).cell(&view.word("visits-heads-near"), name_cells, view.style(Ink::Heading)).skip(1);
    pen.cell("", TIER, view.style(Ink::Heading)).skip(1);
    pen.cell(&view.word("visits-heads-region"), region_cells, view.style(Ink::Heading)).skip(1);
    pen.cell(&view.word("visits-heads-due"), due_cells, view.style(Ink::Heading)).skip(1);
    pen.text(&view.word("visits-heads-last"), view.style(Ink::Heading));
    y += 1;
    let area = Rect { y: body.y + y, height: body.height.saturating_sub(y), ..body };
    if of.near.is_empty() {
        Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(3).text(&view.word("visits-none"), view.style(Ink::Quiet));
        return;
    }
    let height = usize::from(area.height);
    let shown = if of.near.len() > height { height.saturating_sub(1) } else { height };
    let top = panel.selected.saturating_sub(shown / 2).min(of.near.len().saturating_sub(shown));
    for (y, (n, near)) in of.near.iter().enumerate().skip(top).take(shown).enumerate() {
        let (y, here) = (y as u16, n == panel.selected);
        let Some(client) = view.model.book.client(near.client) else { continue };
        view.hit_row(area, y, Hit::Line(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        pen.cell(&text::one_line(client.name()), name_cells, view.style(Ink::Plain)).skip(1);
        pen.cell(&client.tier.label(), TIER, view.style(Ink::Plain)).skip(1);
        pen.cell(&text::one_line(&near.region), region_cells, view.style(Ink::Quiet)).skip(1);
        let ink = if near.overdue { Ink::Late } else { Ink::Plain };
        let id = if near.overdue { "visits-late" } else { "visits-due" };
        pen.cell(&view.say(&Message::new(id).with("day", near.due)), due_cells, view.style(ink)).skip(1);
        let last = match near.last {
            Some(at) => view.model.words.day(at.day(view.now.zone), view.now),
            None => view.word("visits-never"),
        };
        pen.text(&last, view.style(Ink::Quiet));
        if here {
            view.bar(frame, area, y);
        }
    }
    let below = of.near.len().saturating_sub(top + shown);
    if below > 0 {
        more(view, frame, area, below);
    }
}
