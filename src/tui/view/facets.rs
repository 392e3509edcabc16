//! How many clients there are of a kind: the facets in a line, and the groups of the one in front with their count, their part of the
//! margin and how many are at risk. What is counted and what a key does is in `app::facets`.

use super::View;
use super::dialogs::more;
use crate::app::facets::Facets;
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::portfolio::value::{Facet, percent};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows above the groups.
const HEAD: u16 = 2;
/// Cells of a figure.
const COUNT: usize = 8;
/// Cells of those at risk, with those put off.
const RISK: usize = 13;
/// Cells of the longest bar.
const BAR: usize = 40;

/// Draws the panel.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Facets) {
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1);
    for (n, facet) in Facet::ALL.into_iter().enumerate() {
        let here = facet == panel.by;
        let name = view.word(facet.title());
        let words = if here { format!("[{name}]") } else { format!(" {name} ") };
        let from = pen.x();
        pen.text(&words, view.style(if here { Ink::Strong } else { Ink::Quiet }));
        view.hit(Rect { x: from, y: body.y, width: pen.x() - from, height: 1 }, Hit::Page(n));
    }
    let name_cells = (usize::from(body.width) / 3).clamp(16, 40);
    let mut pen = Pen::new(frame.buffer_mut(), body, 1).keep(1);
    pen.skip(3).cell(&view.word("facets-title"), name_cells, view.style(Ink::Heading)).skip(1);
    for (id, cells) in [("facets-heads-count", COUNT), ("facets-heads-share", COUNT), ("facets-heads-risk", RISK)] {
        pen.right(&view.word(id), cells, view.style(Ink::Heading)).skip(1);
    }
    let area = Rect { y: body.y + HEAD, height: body.height.saturating_sub(HEAD), ..body };
    if panel.groups.is_empty() {
        Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(3).text(&view.word("facets-none"), view.style(Ink::Quiet));
        return;
    }
    let height = usize::from(area.height);
    let shown = if panel.groups.len() > height { height.saturating_sub(1) } else { height };
    let top = panel.selected.saturating_sub(shown / 2).min(panel.groups.len().saturating_sub(shown));
    let most = panel.groups.iter().map(|g| g.count).max().unwrap_or(1).max(1);
    for (y, (n, group)) in panel.groups.iter().enumerate().skip(top).take(shown).enumerate() {
        let (y, here) = (y as u16, n == panel.selected);
        view.hit_row(area, y, Hit::Line(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        let name = text::one_line(&view.say(&group.name)).into_owned();
        pen.cell(&name, name_cells, view.style(Ink::Strong)).skip(1);
        pen.right(&group.count.to_string(), COUNT, view.style(Ink::Plain)).skip(1);
        let share = group.share.map(percent);
        pen.right(&share.unwrap_or_default(), COUNT, view.style(Ink::Plain)).skip(1);
        let risk = match (group.at_risk, group.put_off) {
            (0, 0) => String::new(),
            (n, 0) => n.to_string(),
            (n, off) => view.say(&Message::new("facets-put-off").with("count", n).with("off", off)),
        };
        pen.right(&risk, RISK, view.style(Ink::Timed)).skip(2);
        let cells = pen.left().min(BAR) * group.count / most;
        pen.text(&"#".repeat(cells), view.style(Ink::Quiet));
        if here {
            view.bar(frame, area, y);
        }
    }
    let below = panel.groups.len().saturating_sub(top + shown);
    if below > 0 {
        more(view, frame, area, below);
    }
}
