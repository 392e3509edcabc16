//! A month as a small calendar: Monday first, seven columns of three cells, the chosen day in brackets and reversed, today with a star,
//! working days strong, so that the others are quiet and can still be read. Which days are off, and how the headings read, is the caller's to say.

use super::Pen;
use crate::app::mouse::Hit;
use crate::domain::day::Day;
use crate::tui::hits::Hits;
use crate::tui::theme::{Ink, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::RefCell;

/// Cells of a calendar.
pub const WIDTH: u16 = 7 * CELL + 1;
/// Rows of one: the month, the headings, six weeks.
pub const HEIGHT: u16 = 8;
/// Cells of a day: its number and a mark on its left.
const CELL: u16 = 3;

/// What is drawn.
pub struct Month<'a> {
    /// Any day of the month.
    pub of: Day,
    /// The chosen day, where it lies in the month.
    pub chosen: Option<Day>,
    /// Today.
    pub today: Day,
    /// Whether nobody works on a day.
    pub is_off: &'a dyn Fn(Day) -> bool,
    /// The name of the month, `November 2026` or `2026年11月`.
    pub title: &'a str,
    /// The seven headings from Monday on, two cells each, parted by blanks: `Mo Tu We Th Fr Sa Su`, `一 二 三 四 五 六 日`.
    pub headings: &'a str,
}

/// The days of the month with the row of their week, from 0, and their column, from 0.
fn days(of: Day) -> impl Iterator<Item = (Day, u16, u16)> {
    use chrono::Datelike;
    let first = of.plus(1 - of.date().day() as i32);
    let before = first.weekday() as i32;
    (0..=of.end_of_month().since(first)).map(move |n| {
        let place = before + n;
        (first.plus(n), (place / 7) as u16, (place % 7) as u16)
    })
}

/// Draws the month at the top left of the area, as much of it as fits, and records its days for the mouse.
pub fn calendar(buffer: &mut Buffer, area: Rect, theme: &Theme, month: &Month<'_>, hits: &RefCell<Hits>) {
    let area = Rect { width: area.width.min(WIDTH), height: area.height.min(HEIGHT), ..area }.intersection(buffer.area);
    Pen::new(buffer, area, 0).skip(1).text(month.title, theme.style(Ink::Heading));
    for (n, heading) in month.headings.split(' ').take(7).enumerate() {
        Pen::new(buffer, area, 1).skip(n * usize::from(CELL) + 1).cell(heading, 2, theme.style(Ink::Label));
    }
    // The chosen day last: its brackets are wider than its column.
    let (chosen, others): (Vec<_>, Vec<_>) = days(month.of).partition(|(day, ..)| month.chosen == Some(*day));
    for (day, week, column) in others.into_iter().chain(chosen) {
        use chrono::Datelike;
        let row = week + 2;
        let (here, now) = (month.chosen == Some(day), month.today == day);
        let style = match (here, now, (month.is_off)(day)) {
            (true, ..) => theme.style(Ink::Strong).patch(theme.selected()),
            (_, true, _) => theme.style(Ink::Timed),
            (.., true) => theme.style(Ink::Quiet),
            _ => theme.style(Ink::Strong),
        };
        // Marks, so that neither needs a colour.
        let mark = if here {
            "["
        } else if now {
            "*"
        } else {
            " "
        };
        let mut pen = Pen::new(buffer, area, row);
        pen.skip(usize::from(column * CELL)).text(&format!("{mark}{:>2}", day.date().day()), style);
        if here {
            pen.text("]", style);
        }
        if row < area.height {
            let cell = Rect { x: area.x + column * CELL, y: area.y + row, width: CELL, height: 1 };
            hits.borrow_mut().add(cell.intersection(area), Hit::Day(day));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::tui::hits::Hits;

    fn drawn(of: (i32, u32, u32), chosen: Option<(i32, u32, u32)>, headings: &str, theme: Theme) -> (Buffer, Hits) {
        let day = |(y, m, d)| Day::ymd(y, m, d).unwrap();
        let area = Rect::new(0, 0, WIDTH + 4, HEIGHT);
        let (mut buffer, hits) = (Buffer::empty(area), RefCell::new(Hits::default()));
        let month = Month {
            of: day(of),
            chosen: chosen.map(day),
            today: day((2026, 11, 23)),
            is_off: &|d: Day| d.weekday() > 4,
            title: "November 2026",
            headings,
        };
        calendar(&mut buffer, area, &theme, &month, &hits);
        (buffer, hits.into_inner())
    }

    fn rows(buffer: &Buffer) -> Vec<String> {
        let row = |y: u16| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
        (0..buffer.area.height).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn a_month_begins_on_its_weekday_and_ends_on_its_last_day() {
        let (buffer, _) = drawn((2026, 11, 9), Some((2026, 11, 26)), "Mo Tu We Th Fr Sa Su", Theme::new(true, false));
        assert_eq!(
            rows(&buffer),
            [
                " November 2026",
                " Mo Tu We Th Fr Sa Su",
                "                    1",
                "  2  3  4  5  6  7  8",
                "  9 10 11 12 13 14 15",
                " 16 17 18 19 20 21 22",
                "*23 24 25[26]27 28 29",
                " 30",
            ]
        );
        let (buffer, _) = drawn((2028, 2, 1), None, "Mo Tu We Th Fr Sa Su", Theme::new(true, false));
        assert_eq!(
            rows(&buffer)[2..7].join("|"),
            "     1  2  3  4  5  6|  7  8  9 10 11 12 13| 14 15 16 17 18 19 20| 21 22 23 24 25 26 27| 28 29"
        );
    }

    #[test]
    fn chinese_headings_stand_above_their_days() {
        let (buffer, _) = drawn((2026, 11, 1), None, "一 二 三 四 五 六 日", Theme::new(true, false));
        let at = |text: &str| (0..WIDTH).find(|x| buffer[(*x, 1)].symbol() == text);
        assert_eq!([at("一"), at("三"), at("日")], [Some(1), Some(7), Some(19)]);
    }

    #[test]
    fn the_chosen_day_is_seen_without_colours_and_each_day_knows_itself() {
        let (buffer, hits) = drawn((2026, 11, 1), Some((2026, 11, 29)), "Mo Tu We Th Fr Sa Su", Theme::new(false, true));
        assert!(rows(&buffer)[6].ends_with("[29]"), "{:?}", rows(&buffer));
        assert_eq!(hits.areas().count(), 30);
        assert_eq!(hits.at(10, 6).map(|s| s.hit), Some(Hit::Day(Day::ymd(2026, 11, 26).unwrap())));
        assert!(hits.at(0, 2).is_none(), "no day of another month");
    }

    #[test]
    fn a_small_area_is_no_mistake() {
        let hits = RefCell::new(Hits::default());
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 4));
        let today = Day::ymd(2026, 11, 23).unwrap();
        let month = Month { of: today, chosen: Some(today), today, is_off: &|_| false, title: "x", headings: "Mo" };
        for (x, y, width, height) in [(0, 0, 10, 4), (9, 3, 5, 5), (50, 50, 30, 30), (0, 0, 0, 0)] {
            calendar(&mut buffer, Rect { x, y, width, height }, &Theme::new(true, false), &month, &hits);
        }
    }
}
