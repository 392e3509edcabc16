//! One row of Clients: name, tier, status, last touch, next due day, value of 12 months, industry; columns fall away when it is narrow.

use super::View;
use crate::app::clients::value;
use crate::app::list::Entry;
use crate::app::mouse::Hit;
use crate::domain::words::{Status, Tier};
use crate::portfolio::Assessed;
use crate::portfolio::row::Alarm;
use crate::portfolio::value::{ValueColumn, ValueView};
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

/// The columns of a side, with their widths: name and tier, then as many as fit. What is left over goes to the words of a reason, else to
/// the name.
fn sides(view: &View<'_>, width: u16) -> (usize, Vec<(ValueColumn, usize)>) {
    let mut name = 16;
    let mut left = usize::from(width).saturating_sub(5 + name + 1 + TIER + 1);
    let mut taken: Vec<(ValueColumn, usize)> = Vec::new();
    for column in view.model.view.columns() {
        if column.cells + 1 > left {
            break;
        }
        left -= column.cells + 1;
        // A reason that is cut says little: it has its room before further figures.
        let more = if column.grows { left.min(REASON) } else { 0 };
        left -= more;
        taken.push((*column, column.cells + more));
    }
    let grows = taken.iter().position(|(c, _)| c.grows);
    let more = left.min(if grows.is_some() { 8 } else { 18 });
    name += more;
    if let Some((_, cells)) = grows.and_then(|at| taken.get_mut(at)) {
        *cells += left - more;
    }
    (name, taken)
}

/// Cells that a reason gets beyond the least it wants.
const REASON: usize = 36;
/// Cells of a tier.
const TIER: usize = 3;

/// The sides in a line, the one in front marked.
pub fn views(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    let names: Vec<(ValueView, String)> = ValueView::ALL.iter().map(|v| (*v, view.word(v.title()))).collect();
    let cells = |name: &String| text::width(name) + 2;
    let here = names.iter().position(|(v, _)| *v == view.model.view).unwrap_or(0);
    // From the first one on, as far as the one in front is seen.
    let room = usize::from(area.width).saturating_sub(2);
    let from = (0..=here).find(|from| names[*from..=here].iter().map(|(_, n)| cells(n)).sum::<usize>() <= room).unwrap_or(here);
    for (side, name) in names.iter().skip(from) {
        if cells(name) > pen.left() {
            break;
        }
        let marked = *side == view.model.view;
        let words = if marked { format!("[{name}]") } else { format!(" {name} ") };
        let x = pen.x();
        pen.text(&words, view.style(if marked { Ink::Strong } else { Ink::Quiet }));
        view.hit(Rect { x, y: area.y, width: pen.x() - x, height: 1 }, Hit::View(*side));
    }
}

/// The line above the rows.
pub fn heading(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    if view.model.view != ValueView::Plan {
        let (name, columns) = sides(view, area.width);
        let style = view.style(Ink::Heading);
        let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
        pen.skip(4).cell(&view.word("column-name"), name, style).skip(1).cell(&view.word("column-tier"), TIER, style).skip(1);
        for (column, cells) in columns {
            let words = view.word(column.heading);
            if column.right { pen.right(&words, cells, style) } else { pen.cell(&words, cells, style) }.skip(1);
        }
        return;
    }
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
    if view.model.view != ValueView::Plan {
        return side(view, &mut pen, area.width, client, because);
    }
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

/// The cells of a side.
fn side(view: &View<'_>, pen: &mut Pen<'_>, width: u16, client: &Assessed, because: Option<String>) {
    let book = &view.model.book;
    let figures = book.values().of(client.id()).copied().unwrap_or_default();
    let strong = view.style(if client.tier.tier == Some(Tier::A) { Ink::Strong } else { Ink::Plain });
    let (name, columns) = sides(view, width);
    pen.cell(&text::one_line(client.name()), name, strong).skip(1).cell(&client.tier.label(), TIER, strong).skip(1);
    for (n, (column, cells)) in columns.iter().enumerate() {
        if let Some(because) = because.as_ref().filter(|_| n + 1 == columns.len()) {
            pen.cell(because, pen.left(), view.style(Ink::Quiet));
            break;
        }
        let words = column.words(book, client, &figures).map(|m| view.say(&m)).unwrap_or_default();
        let style = view.style(if n == 0 { Ink::Plain } else { Ink::Quiet });
        if column.right { pen.right(&words, *cells, style) } else { pen.cell(&words, *cells, style) }.skip(1);
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
