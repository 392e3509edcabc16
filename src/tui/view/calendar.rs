//! The calendar: what stands above its rows, and the rows themselves. The grid of a month is drawn in `grid` and `cell`, what is said
//! of one day in `day`; what stands on a day is counted elsewhere.

mod cell;
mod day;
mod grid;

pub(super) use day::{brief, foot};

use super::View;
use super::today;
use crate::app::calendar::{Calendar, is_agenda};
use crate::app::list::Entry;
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::portfolio::calendar::{Sum, channel_on};
use crate::portfolio::row::what_channel;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws what stands above the rows; how many lines that takes.
pub fn head(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) -> u16 {
    let calendar = &view.model.calendar;
    if view.model.find.is_some() {
        return 0;
    }
    let agenda = is_agenda(view.model);
    let (title, (first, last)) = if agenda {
        let first = calendar.week_in_front();
        (week_title(view, first), (first, first.plus(6)))
    } else {
        let month = calendar.month();
        (month_title(month), (month, month.end_of_month()))
    };
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(1).text(&view.say(&title), view.style(Ink::Heading));
    for (words, ink) in holds(view, calendar, first, last) {
        pen.skip(2).text(&words, view.style(ink));
    }
    let mut rows = 1;
    if let Some(year) = calendar.missing_year() {
        let words = view.say(&Message::new("calendar-missing").with("year", year.to_string()));
        Pen::new(frame.buffer_mut(), area, rows).keep(1).skip(1).text(&words, view.style(Ink::Quiet));
        rows += 1;
    }
    if agenda {
        return rows;
    }
    let below = Rect { y: area.y + rows, height: area.height.saturating_sub(rows), ..area };
    rows += grid::draw(view, frame, below);
    let mut pen = Pen::new(frame.buffer_mut(), area, rows);
    let edge = view.style(Ink::Edge);
    pen.text(view.theme.horizontal(), edge).skip(1);
    for (n, (words, ink)) in day::parts(view, calendar.day).into_iter().enumerate() {
        pen.skip(if n == 0 { 0 } else { 2 }).text(&words, view.style(ink));
    }
    pen.skip(1).fill(view.theme.horizontal(), edge);
    rows + 1
}

/// The name of a month with its year.
fn month_title(month: Day) -> Message {
    let date = month.date();
    Message::new("calendar-month").with("month", i64::from(date.month())).with("year", date.year().to_string())
}

/// A week with its number, which is that of its Thursday whichever day weeks begin on, and its days.
fn week_title(view: &View<'_>, first: Day) -> Message {
    let (from, to) = (first.date(), first.plus(6).date());
    let month = |month: u32| view.word(&format!("month-{month}"));
    let id = if from.month() == to.month() { "calendar-week" } else { "calendar-week-across" };
    let title = Message::new(id).with("no", first.plus(3).iso_week()).with("from", i64::from(from.day()));
    let title = title.with("to", i64::from(to.day())).with("month", month(from.month()));
    if id == "calendar-week" { title } else { title.with("next", month(to.month())) }
}

/// What a month or a week holds.
fn holds(view: &View<'_>, calendar: &Calendar, first: Day, last: Day) -> Vec<(String, Ink)> {
    let Sum { contacts, done, over, .. } = calendar.days.sum(&view.model.book, first, last);
    let said = |id, n: usize| (n > 0).then(|| view.say(&Message::new(id).with("count", n)));
    let made: Vec<String> = [said("calendar-made", done), said("calendar-ahead", contacts)].into_iter().flatten().collect();
    let made = made.join(&view.word("pending-between"));
    let made = (!made.is_empty()).then(|| (view.say(&Message::new("calendar-holds").with("what", made)), Ink::Quiet));
    made.into_iter().chain(said("calendar-days-over", over).map(|words| (words, Ink::Late))).collect()
}

/// The heading of a day among others.
pub fn heading(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, day: Day) {
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.skip(1);
    for (n, (words, ink)) in day::parts(view, day).into_iter().enumerate() {
        pen.skip(if n == 0 { 0 } else { 2 }).text(&words, view.style(if n == 0 { Ink::Heading } else { ink }));
    }
}

/// Draws a row.
pub fn row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, (y, n): (u16, usize), entry: &Entry, here: bool) {
    let Some(Target::OfDay(day)) = entry.id.target else {
        // The clock of a case runs now, wherever its limit stands.
        if matches!(entry.id.target, Some(Target::Complaint(_))) {
            return today::row(view, frame, area, y, entry, here);
        }
        let day = view.model.calendar.day_of_row(n).unwrap_or(view.model.calendar.day);
        return at_its_day(view, day, |view| today::row(view, frame, area, y, entry, here));
    };
    match entry.id.client {
        Some(client) => of_day(view, frame, area, y, (client, day), view.mark(entry, here)),
        None => {
            let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
            pen.text(view.mark(entry, here), view.style(Ink::Strong));
            for (words, ink) in day::parts(view, day) {
                pen.text(&words, view.style(if ink == Ink::Strong { Ink::Quiet } else { ink })).skip(2);
            }
        }
    }
}

/// Draws something as it will read on a day to come: when its work begins.
fn at_its_day(view: &View<'_>, day: Day, mut draw: impl FnMut(&View<'_>)) {
    if day <= view.now.today() {
        return draw(view);
    }
    let then: Now = view.now.at(view.model.book.time.opening_moment(day, view.now.zone));
    draw(&View { now: &then, ..*view });
}

/// A client of a day on which nothing is to be done about it yet, or any more.
fn of_day(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, (client, day): (Id, Day), mark: &str) {
    let model = view.model;
    let Some(client) = model.book.client(client) else { return };
    let quiet = view.style(Ink::Quiet);
    let again = model.calendar.days.contacts(day).iter().find(|a| a.client == client.id() && a.again);
    let (channel, reason) = match again.filter(|_| day > view.now.today()) {
        Some(a) => (Some(a.channel), a.after.map(|after| view.say(&Message::new("calendar-again").with("day", after)))),
        None => (channel_on(client, day), Some(view.word("calendar-done"))),
    };
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(mark, view.style(Ink::Strong)).skip(3 + today::when_cells(view));
    let what = channel.map(|c| view.say(&what_channel(c))).unwrap_or_default();
    pen.cell(&what, today::WHAT - 1, quiet).skip(1);
    pen.cell(&text::one_line(client.name()), today::name_cells(area), quiet).skip(1);
    pen.cell(&client.tier.label(), today::TIER, quiet).text(&reason.unwrap_or_default(), quiet);
}
