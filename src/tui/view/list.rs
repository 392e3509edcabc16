//! The list of the tab in front: the filter, the window around the selection, headings and rules. Rows are drawn by the tab's view.

use super::{View, at_risk, calendar, clients, complaints, today};
use crate::app::at_risk::FOLD;
use crate::app::list::Row;
use crate::app::model::Tab;
use crate::app::mouse::{Hit, Typing};
use crate::app::review;
use crate::domain::message::Message;
use crate::portfolio::value::ValueView;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::{Pen, field};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The heading above what must be answered: the first clock stands beside it.
const ANSWER: &str = "heading-answer";

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let model = view.model;
    let mut area = area;
    if model.find.is_some() {
        filter(view, frame, area);
        area = lower(area, 1);
    }
    if model.tab == Tab::Clients && model.view != ValueView::Plan {
        clients::views(view, frame, area);
        area = lower(area, 1);
    }
    if model.tab == Tab::Clients && !model.list().is_empty() {
        clients::heading(view, frame, area);
        area = lower(area, 1);
    }
    if model.tab == Tab::AtRisk && !model.list().is_empty() {
        at_risk::heading(view, frame, area);
        area = lower(area, 1);
    }
    if model.tab == Tab::Calendar {
        area = lower(area, calendar::head(view, frame, area));
    }
    let list = model.list();
    if list.is_empty() {
        let id = match (model.find.as_ref().is_some_and(|f| !f.field.trimmed().is_empty()), model.tab) {
            (true, _) => "list-no-hits",
            (false, Tab::Today) => "list-all-done",
            (false, Tab::Clients) if model.view == ValueView::Keep => "cli-keep-none",
            (false, Tab::Clients) => "list-no-clients",
            (false, Tab::Calendar) => "calendar-empty",
            (false, Tab::Complaints) => "list-no-cases",
            (false, Tab::AtRisk) => "list-no-risk",
        };
        Pen::new(frame.buffer_mut(), area, 1).keep(1).skip(2).text(&view.word(id), view.style(Ink::Strong));
        match id {
            "list-all-done" => all_done(view, frame, area),
            "list-no-risk" => nobody_at_risk(view, frame, area),
            _ => {}
        }
        return;
    }
    let height = usize::from(area.height);
    let selected = list.index().unwrap_or(0);
    let airy = is_airy(&list.rows, height);
    let mut gaps = 0;
    // The window keeps the selection in its middle, except at the ends: it follows from the selection alone.
    let top = selected.saturating_sub(height / 2).min(list.rows.len().saturating_sub(height));
    for (n, row) in list.rows.iter().enumerate().skip(top).take(height) {
        // Where everything fits anyway, groups stand apart.
        gaps += u16::from(airy && n > 0 && matches!(row, Row::Heading(_) | Row::Rule(_)));
        let y = (n - top) as u16 + gaps;
        match row {
            Row::Heading(_) if model.tab == Tab::Calendar => {
                let day = model.calendar.day_of_row(n).unwrap_or(model.calendar.day);
                calendar::heading(view, frame, area, y, day);
            }
            Row::Heading(message) => {
                let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
                pen.skip(1).text(&view.say(message), view.style(Ink::Heading)).skip(2);
                let left = pen.left();
                if let Some((words, ink)) = (message.id == ANSWER).then(|| complaints::first_clock(view, left)).flatten() {
                    pen.text(&words, view.style(ink));
                }
            }
            Row::Remark(message) => {
                let ink = if message.id == "review-remark" { Ink::Quiet } else { Ink::Timed };
                Pen::new(frame.buffer_mut(), area, y).keep(1).skip(1).text(&view.say(message), view.style(ink));
            }
            Row::Rule(message) => view.rule(frame, area, y, &view.say(message)),
            Row::Entry(entry) => {
                let here = n == selected;
                view.hit_row(area, y, Hit::Row(entry.id));
                match model.tab {
                    Tab::Today => today::row(view, frame, area, y, entry, here),
                    Tab::Clients => clients::row(view, frame, area, y, entry, here),
                    Tab::Calendar => calendar::row(view, frame, area, (y, n), entry, here),
                    Tab::Complaints => complaints::row(view, frame, area, y, entry, here),
                    Tab::AtRisk if entry.id == FOLD => at_risk::fold(view, frame, area, y, here),
                    Tab::AtRisk => at_risk::row(view, frame, area, y, entry, here),
                }
                if here {
                    view.bar(frame, area, y);
                }
            }
        }
    }
}

/// Whether all rows fit with a blank row above each heading but the first.
fn is_airy(rows: &[Row], height: usize) -> bool {
    // Counting stops where it is plain that they do not: a long list costs nothing.
    rows.len() <= height
        && rows.len() + rows.iter().skip(1).filter(|r| matches!(r, Row::Heading(_) | Row::Rule(_))).count() <= height
}

/// Below the words that today is done: who comes next, and how to give a tier to those who have none.
fn all_done(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let mut row = 3;
    let unsorted = Some(view.model.unsorted).filter(|n| *n > 0);
    let unsorted = unsorted.map(|n| view.say(&Message::new("list-unsorted").with("count", n)));
    let model = view.model;
    let remark = review::reminder(&model.keymap, &model.book, &model.book.now).map(|m| view.say(&m));
    for words in next_up(view).into_iter().chain(unsorted).chain(remark) {
        for line in text::wrap(&words, usize::from(area.width).saturating_sub(4)) {
            Pen::new(frame.buffer_mut(), area, row).keep(1).skip(2).text(&line, view.style(Ink::Quiet));
            row += 1;
        }
        row += 1;
    }
}

/// Below the words that nobody is at risk: who would stand here.
fn nobody_at_risk(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let words = view.word("list-no-risk-more");
    for (n, line) in text::wrap(&words, usize::from(area.width).saturating_sub(4).min(76)).iter().enumerate() {
        Pen::new(frame.buffer_mut(), area, 3 + n as u16).keep(1).skip(2).text(line, view.style(Ink::Quiet));
    }
}

/// Who comes next, when today is done.
fn next_up(view: &View<'_>) -> Option<String> {
    let days = view.model.book.clients.iter().filter_map(|c| Some((c.next_thing(view.now.zone)?, c)));
    let (day, client) = days.filter(|(day, _)| *day > view.now.today()).min_by_key(|(day, c)| (*day, c.id()))?;
    Some(view.say(&Message::new("list-next").with("day", day).with("client", client.name())))
}

fn lower(area: Rect, rows: u16) -> Rect {
    Rect { y: area.y + rows, height: area.height.saturating_sub(rows), ..area }
}

fn filter(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(find) = &view.model.find else { return };
    let hits = view.model.list().entries().filter(|(_, e)| !e.same).count();
    // A token that is not finished yet, or what Enter would do, is said where the count stands.
    let count = match &find.notice {
        Some(notice) => text::truncate(&view.say(notice), usize::from(area.width) / 2).into_owned(),
        None => view.say(&Message::new("find-hits").with("count", hits)),
    };
    let cells = crate::text::width(&count);
    let y = area.y;
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(cells as u16 + 2);
    pen.skip(1).text("/ ", view.style(Ink::Key));
    if find.typing {
        let drawn = field(&mut pen, y, &find.field, view.style(Ink::Plain));
        let count_at = Rect { x: area.right().saturating_sub(cells as u16 + 1), width: cells as u16, height: 1, ..area };
        Pen::new(frame.buffer_mut(), count_at, 0).text(&count, view.style(Ink::Quiet));
        if let Some(drawn) = drawn.filter(|_| view.model.dialogs.is_empty()) {
            view.hit(drawn.area, Hit::Text(Typing::Filter, drawn.from));
            frame.set_cursor_position(drawn.caret);
        }
    } else {
        view.hit_row(Rect { x: area.x + 3, width: area.width.saturating_sub(3), ..area }, 0, Hit::Text(Typing::Filter, 0));
        pen.text(find.field.trimmed(), view.style(Ink::Strong))
            .text("  ", view.style(Ink::Quiet))
            .text(&count, view.style(Ink::Quiet));
    }
}
