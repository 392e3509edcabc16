//! The grid of a month: whole weeks, the lines they share, the names of the days. What stands in a day's cell is drawn in `cell`.

use super::super::View;
use super::cell::Cell;
use crate::domain::day::Day;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the numbers of the weeks, where there is room.
const WEEK: u16 = 4;
/// From this width on there is.
const WITH_WEEKS: u16 = 81;
/// Lines of a week at most.
const TALLEST: u16 = 9;

/// How large the cells are.
struct Size {
    /// Cells before the first day.
    left: u16,
    width: u16,
    /// Lines of each week.
    heights: Vec<u16>,
}

impl Size {
    /// Every month has the same lines to share, so that what stands below stays where it is. A week that is over needs few of them.
    fn of(area: Rect, over: &[bool]) -> Size {
        let left = if area.width >= WITH_WEEKS { WEEK } else { 0 };
        let rows = match area.height {
            ..18 => 5,
            18..40 => 8,
            height => height * 2 / 5,
        };
        let each = (area.height.saturating_sub(rows + 2) / 6).max(1);
        let few = (each - 1).clamp(1, 2);
        let ahead = over.iter().filter(|over| !**over).count() as u16;
        let shared = (6 * each).saturating_sub(few * (over.len() as u16 - ahead));
        let tall = if each == 1 { 1 } else { shared.checked_div(ahead).unwrap_or(1).min(TALLEST) };
        let heights = over.iter().map(|over| if *over { few } else { tall }).collect();
        Size { left, width: (area.width - left) / 7, heights }
    }
}

/// Draws the headings and the weeks; how many lines that takes.
pub(super) fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) -> u16 {
    let calendar = &view.model.calendar;
    let (first, last) = calendar.span_of_month();
    let weeks: Vec<Day> = (0..=last.since(first) / 7).map(|week| first.plus(7 * week)).collect();
    let over: Vec<bool> = weeks.iter().map(|week| week.plus(6) < view.now.today()).collect();
    let size = Size::of(area, &over);
    let names = view.word("calendar-headings");
    let names: Vec<&str> = names.split(' ').collect();
    for n in 0..7 {
        let name = names.get(first.plus(n).weekday()).copied().unwrap_or_default();
        let at = Rect { x: area.x + size.left + size.width * n as u16, width: size.width, ..area };
        Pen::new(frame.buffer_mut(), at, 0).skip(1).text(name, view.style(Ink::Label));
    }
    let mut row = 1;
    for (week, height) in weeks.into_iter().zip(&size.heights) {
        let y = area.y + row;
        if size.left > 0 {
            let at = Rect { y, height: 1, width: size.left, ..area };
            // The number is that of the week's Thursday, whichever day weeks begin on.
            let no = format!("w{}", week.plus(3).iso_week());
            Pen::new(frame.buffer_mut(), at, 0).right(&no, 3, view.style(Ink::Label));
        }
        for n in 0..7u16 {
            let x = area.x + size.left + size.width * n;
            let at = Rect { x, y, width: size.width, height: *height }.intersection(area);
            Cell::new(view, week.plus(i32::from(n)), n == 0).draw(frame, at);
        }
        row += height;
    }
    row
}
