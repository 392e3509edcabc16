//! One row of Clients: name, tier, status, last touch, next due day, value of 12 months, industry; columns fall away when it is narrow.

use super::View;
use crate::app::clients::value;
use crate::app::list::Entry;
use crate::domain::words::{Status, Tier};
use crate::portfolio::Assessed;
use crate::portfolio::row::Alarm;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// A column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Tier,
    Status,
    Next,
    Last,
    Value,
    Industry,
}

/// The columns with their least width, the most important first.
const WISHES: [(Column, usize); 7] = [
    (Column::Name, 16),
    (Column::Tier, 3),
    (Column::Next, 13),
    (Column::Status, 9),
    (Column::Value, 15),
    (Column::Last, 13),
    (Column::Industry, 12),
];
/// Their order on the screen.
const ORDER: [Column; 7] =
    [Column::Name, Column::Tier, Column::Status, Column::Last, Column::Next, Column::Value, Column::Industry];

/// The columns that fit, with their widths; what is left over goes to the name and then to the industry.
fn columns(width: u16) -> Vec<(Column, usize)> {
    let mut left = usize::from(width).saturating_sub(5);
    let mut taken: Vec<(Column, usize)> = Vec::new();
    for (column, cells) in WISHES {
        if cells + 1 > left {
            break;
        }
        left -= cells + 1;
        taken.push((column, cells));
    }
    for (column, most) in [(Column::Name, 34), (Column::Industry, 24)] {
        if let Some((_, cells)) = taken.iter_mut().find(|(c, _)| *c == column) {
            let more = left.min(most - *cells);
            *cells += more;
            left -= more;
        }
    }
    ORDER.iter().filter_map(|c| taken.iter().find(|(t, _)| t == c).copied()).collect()
}

/// The line above the rows.
pub fn heading(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(4);
    for (column, cells) in columns(area.width) {
        let id = match column {
            Column::Name => "column-name",
            Column::Tier => "column-tier",
            Column::Status => "column-status",
            Column::Last => "column-last",
            Column::Next => "column-next",
            Column::Value => "column-value",
            Column::Industry => "column-industry",
        };
        let style = view.style(Ink::Heading);
        if column == Column::Value { pen.right(&view.word(id), cells, style) } else { pen.cell(&view.word(id), cells, style) }
            .skip(1);
    }
}

/// Draws the row.
pub fn row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, entry: &Entry, here: bool) {
    let Some(client) = entry.id.client.and_then(|id| view.model.book.client(id)) else { return };
    let today = view.now.today();
    let late = client.is_late(today);
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(view.mark(entry, here), view.style(Ink::Strong));
    // A client with a case to be put right is in the list of clients with that first.
    let (sign, ink) = match Alarm::of_client(&view.model.book, client, view.now) {
        Some(Alarm::Now) => ("!!", Ink::Late),
        Some(_) => ("!!", Ink::Timed),
        None if late => (" !", Ink::Late),
        None => ("  ", Ink::Plain),
    };
    pen.text(sign, view.style(ink)).skip(1);
    let because = view.because(client.id());
    let columns = columns(area.width);
    for (n, (column, cells)) in columns.iter().copied().enumerate() {
        if let Some(because) = because.as_ref().filter(|_| n + 1 == columns.len()) {
            // Why it is a hit stands where the least important column would.
            pen.cell(because, pen.left(), view.style(Ink::Quiet));
            break;
        }
        let (words, ink) = content(view, client, column, late);
        let style = view.style(ink);
        if column == Column::Value { pen.right(&words, cells, style) } else { pen.cell(&words, cells, style) }.skip(1);
    }
}

fn content(view: &View<'_>, client: &Assessed, column: Column, late: bool) -> (String, Ink) {
    let strong = if client.tier.tier == Some(Tier::A) { Ink::Strong } else { Ink::Plain };
    match column {
        Column::Name => (text::one_line(client.name()).into_owned(), strong),
        Column::Tier => (client.tier.label(), strong),
        Column::Status => {
            let ink = if client.status == Status::Active { Ink::Plain } else { Ink::Quiet };
            (view.word(crate::portfolio::explain::status_id(client.status)), ink)
        }
        Column::Last => {
            let last = client.facts.last_touch.map(|t| view.short_day(t.at.day(view.now.zone)));
            (last.unwrap_or_default(), Ink::Quiet)
        }
        Column::Next => {
            let next = client.next_day(view.now.zone).map(|d| view.short_day(d)).unwrap_or_default();
            (next, if late { Ink::Late } else { Ink::Plain })
        }
        Column::Value => (value(&view.model.book, client).map(|money| money.to_string()).unwrap_or_default(), Ink::Plain),
        Column::Industry => {
            (text::one_line(client.facts.client.industry.as_deref().unwrap_or_default()).into_owned(), Ink::Quiet)
        }
    }
}
