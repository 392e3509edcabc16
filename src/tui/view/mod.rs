//! The whole frame: header, tabs, list and brief, toast, the line of keys, and what stands in front. Views read the model and change
//! nothing; only visible rows are built.

mod at_risk;
mod board;
mod bottom;
mod brief;
mod calendar;
mod case;
mod causes;
mod clients;
mod complaints;
mod deck;
mod dialogs;
mod draft;
mod facets;
mod first;
mod flow;
mod form;
mod help;
mod improvement;
mod knowledge;
mod levelled;
mod list;
mod look_back;
mod loss;
mod mailing;
mod mapping;
mod menu;
mod page;
mod playbook;
mod review;
mod sheet;
mod today;
mod top;
mod visits;
mod workload;

use super::hits::Hits;
use super::theme::{Ink, Theme};
use super::widget::Pen;
use crate::app::calendar::is_on_day;
use crate::app::dialog::Dialog;
use crate::app::list::Entry;
use crate::app::model::{Model, SMALLEST, Tab};
use crate::app::mouse::Hit;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::text::{self, Needle};
use chrono::Datelike;
use ratatui::Frame;
use ratatui::buffer::CellDiffOption;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::cell::RefCell;

/// Cells the brief needs beside the list.
const BRIEF: u16 = 37;
/// Cells in which a row of the list can say why it is there.
const LIST: u16 = 69;
/// Both on the list of those at risk: a reason is what the row is read for, and the brief only wraps its lines earlier.
const RISK: (u16, u16) = (32, 76);
/// Both on the calendar: from here on its days hold names and not only numbers.
const CALENDAR: (u16, u16) = (37, 130);

/// What every view needs.
#[derive(Clone, Copy)]
struct View<'a> {
    model: &'a Model,
    theme: &'a Theme,
    now: &'a Now,
    hits: &'a RefCell<Hits>,
}

impl View<'_> {
    /// A message in words.
    fn say(&self, message: &Message) -> String {
        self.model.words.say(message, self.now)
    }

    /// A text of the catalogue without arguments.
    fn word(&self, id: &str) -> String {
        self.model.words.get(id)
    }

    /// A day for a column: of another year in its short form.
    fn short_day(&self, day: Day) -> String {
        let far = day.date().year() != self.now.today().date().year();
        if far { day.to_string() } else { self.model.words.day(day, self.now) }
    }

    fn style(&self, ink: Ink) -> Style {
        self.theme.style(ink)
    }

    /// While the filter is on: what of the client matched, when it was not the name.
    fn because(&self, client: Id) -> Option<String> {
        let find = self.model.find.as_ref().filter(|f| f.hits.is_some())?;
        let needle = Needle::new(&find.words);
        if needle.is_empty() {
            return None;
        }
        self.model.finder.because(client, &needle).map(|text| text::one_line(text).into_owned())
    }

    /// Records what these cells are, for the mouse.
    fn hit(&self, area: Rect, hit: Hit) {
        self.hits.borrow_mut().add(area, hit);
    }

    /// The same for a row of an area.
    fn hit_row(&self, area: Rect, row: u16, hit: Hit) {
        self.hit(Rect { y: area.y + row, height: 1, ..area }.intersection(area), hit);
    }

    /// The first cell of a row: marked, selected, or neither. The bar shows the selection of a marked one.
    fn mark(&self, entry: &Entry, here: bool) -> &'static str {
        match (self.model.marks.contains(&entry.id), here) {
            (true, _) => "*",
            (false, true) => ">",
            (false, false) => " ",
        }
    }

    /// Makes a row the bar of the selection. Its cells are always sent: where the halves of wide characters shift under the same style,
    /// comparing frames misses one and leaves a hole.
    fn bar(&self, frame: &mut Frame<'_>, area: Rect, row: u16) {
        let bar = Rect { y: area.y + row, height: 1, ..area }.intersection(frame.area());
        let buffer = frame.buffer_mut();
        buffer.set_style(bar, self.theme.selected());
        for at in bar.positions() {
            buffer[at].set_diff_option(CellDiffOption::AlwaysUpdate);
        }
    }

    /// A horizontal edge with words in it, when there are any.
    fn rule(&self, frame: &mut Frame<'_>, area: Rect, row: u16, words: &str) {
        let mut pen = Pen::new(frame.buffer_mut(), area, row);
        let quiet = self.style(Ink::Edge);
        if !words.is_empty() {
            pen.text(self.theme.horizontal(), quiet).text(" ", quiet).text(words, self.style(Ink::Label)).text(" ", quiet);
        }
        pen.fill(self.theme.horizontal(), quiet);
    }
}

/// Draws the frame.
pub fn draw(frame: &mut Frame<'_>, model: &Model, theme: &Theme, now: &Now) {
    draw_hits(frame, model, theme, now);
}

/// Draws the frame and says what lies where in it.
pub fn draw_hits(frame: &mut Frame<'_>, model: &Model, theme: &Theme, now: &Now) -> Hits {
    let hits = RefCell::new(Hits::default());
    // Clocks tell minutes: a frame changes with the minute and at no other time.
    let now = now.at(Moment(now.instant.0.div_euclid(60) * 60));
    draw_all(frame, &View { model, theme, now: &now, hits: &hits });
    hits.into_inner()
}

fn draw_all(frame: &mut Frame<'_>, view: &View<'_>) {
    let model = view.model;
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let words = view.say(&Message::new("too-small").with("width", SMALLEST.0 as i64).with("height", SMALLEST.1 as i64));
        Pen::new(frame.buffer_mut(), area, 0).text(&words, view.style(Ink::Plain));
        return;
    }
    let bottom = bottom::height(view);
    let body_rows = area.height - top::HEIGHT - bottom;
    let top = Rect { height: top::HEIGHT, ..area };
    let body = Rect { y: area.y + top::HEIGHT, height: body_rows, ..area };
    let foot = Rect { y: body.bottom(), height: bottom, ..area };
    top::draw(view, frame, top);
    if let Some(progress) = model.progress {
        flow::progress(view, frame, body, progress);
        bottom::draw(view, frame, foot);
        return;
    }
    match model.dialogs.iter().rev().find(|d| !matches!(d, Dialog::Line(_) | Dialog::Question(_) | Dialog::Picker(_))) {
        Some(dialog) => dialogs::draw(view, frame, body, dialog),
        None if model.is_first_run() => first::draw(view, frame, body),
        None => draw_book(view, frame, body),
    }
    bottom::draw(view, frame, foot);
    let edge = edge_of(view, body).filter(|_| model.dialogs.iter().all(|d| matches!(d, Dialog::Line(_) | Dialog::Question(_))));
    if let Some(edge) = edge {
        let style = view.style(Ink::Edge);
        for (y, tee) in [(body.y - 1, view.theme.tee_down()), (foot.y, view.theme.tee_up())] {
            // A rule with words in it keeps them.
            let cell = &mut frame.buffer_mut()[(edge.x, y)];
            if cell.symbol() == view.theme.horizontal() {
                cell.set_symbol(tee).set_style(style);
            }
        }
    }
}

/// Cells of the list beside the brief. Where both are short of room the brief keeps just what it needs, since a reason that is cut
/// says little; from there on it grows first, then both.
fn list_cells(width: u16, tab: Tab) -> u16 {
    let (brief, list) = match tab {
        Tab::AtRisk => RISK,
        Tab::Calendar => CALENDAR,
        _ => (BRIEF, LIST),
    };
    (width * 29 / 50).max(width.saturating_sub(brief + 1).min(list))
}

/// The edge between list and brief, where they stand side by side.
fn edge_of(view: &View<'_>, body: Rect) -> Option<Rect> {
    if view.model.is_narrow() || view.model.is_first_run() {
        return None;
    }
    let left = view.model.pane.list_cells(body.width).unwrap_or_else(|| list_cells(body.width, view.model.tab));
    Some(Rect { x: body.x + left, width: 1, ..body })
}

/// List and brief: side by side where there is room, else the brief as a foot or on its own.
fn draw_book(view: &View<'_>, frame: &mut Frame<'_>, body: Rect) {
    let model = view.model;
    if let Some(edge) = edge_of(view, body) {
        let list = Rect { width: edge.x - body.x, ..body };
        let brief = Rect { x: edge.right(), width: body.right() - edge.right(), ..body };
        view.hit(list, Hit::List);
        view.hit(brief, Hit::Brief);
        // A cell on either side too: one cell is a small thing to meet.
        view.hit(Rect { x: edge.x - 1, width: 2, ..edge }, Hit::Divider);
        match &model.page {
            Some(open) => page::draw(view, frame, list, open, false),
            None => list::draw(view, frame, list),
        }
        let ink = if model.brief.focus || model.pane.dragging { Ink::Key } else { Ink::Edge };
        for row in 0..edge.height {
            Pen::new(frame.buffer_mut(), edge, row).text(view.theme.vertical(), view.style(ink));
        }
        brief::draw(view, frame, brief);
    } else if let Some(open) = &model.page {
        view.hit(body, Hit::List);
        page::draw(view, frame, body, open, true);
    } else if model.brief.open {
        view.hit(body, Hit::Brief);
        brief::draw(view, frame, body);
    } else {
        let foot = if model.entry().is_some() || is_on_day(model) { brief::FOOT } else { 0 };
        let list = Rect { height: body.height.saturating_sub(foot), ..body };
        view.hit(list, Hit::List);
        list::draw(view, frame, list);
        let foot = Rect { y: list.bottom(), height: foot, ..body };
        view.hit(foot, Hit::Brief);
        brief::draw_foot(view, frame, foot);
    }
}
