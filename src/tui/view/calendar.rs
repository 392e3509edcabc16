//! The calendar: the grid of a month above the rows of its day, the rows themselves. What stands on a day is counted elsewhere.

use super::View;
use super::today;
use crate::app::calendar::{is_agenda, span_of_month};
use crate::app::list::Entry;
use crate::app::mouse::Hit;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws what stands above the rows; how many lines that takes.
pub fn head(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) -> u16 {
    let calendar = &view.model.calendar;
    if is_agenda(view.model) || view.model.find.is_some() {
        return 0;
    }
    let (first, last) = span_of_month(calendar.month());
    let weeks = (last.since(first) + 1) / 7;
    let cell = area.width / 7;
    for week in 0..weeks {
        for n in 0..7 {
            let day = first.plus(week * 7 + n);
            let at = Rect { x: area.x + cell * n as u16, y: area.y + week as u16, width: cell, height: 1 };
            day_cell(view, frame, at, day);
        }
    }
    let row = weeks as u16;
    view.rule(frame, area, row, &view.say(&Message::new("calendar-day").with("day", calendar.day)));
    row + 1
}

fn day_cell(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, day: Day) {
    let calendar = &view.model.calendar;
    let here = day == calendar.day;
    let plan = calendar.days.day(day).copied().unwrap_or_default();
    view.hit(area, Hit::Day(day));
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    let ink = if plan.capacity == 0 { Ink::Quiet } else { Ink::Plain };
    pen.text(if here { ">" } else { " " }, view.style(Ink::Strong));
    pen.right(&day.date().day().to_string(), 2, view.style(ink)).skip(1);
    if plan.contacts > 0 {
        let over = if plan.is_over() { Ink::Late } else { Ink::Plain };
        pen.text(&plan.contacts.to_string(), view.style(over));
    }
}

/// Draws a row.
pub fn row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, entry: &Entry, here: bool) {
    let Some(Target::OfDay(day)) = entry.id.target else { return today::row(view, frame, area, y, entry, here) };
    let Some(client) = entry.id.client.and_then(|id| view.model.book.client(id)) else { return };
    let words = if day > view.now.today() { "calendar-again" } else { "calendar-done" };
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(view.mark(entry, here), view.style(Ink::Strong)).skip(3);
    pen.cell(&text::one_line(client.name()), 24, view.style(Ink::Quiet)).skip(1);
    pen.cell(&client.tier.label(), 3, view.style(Ink::Quiet)).text(&view.word(words), view.style(Ink::Quiet));
}
