//! A form: a row a field with its label, its values and what they are understood as; errors stand beside their fields. In front of it the
//! calendar of a date. What a field means is `app::form`'s.

use super::View;
use super::dialogs::{more, window};
use crate::app::dialog::Dialog;
use crate::app::form::{Form, FormField, Input, Part, Reads};
use crate::app::mouse::{Hit, Typing};
use crate::app::picker::Picker;
use crate::domain::message::Message;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::calendar::{self, Month};
use crate::tui::widget::{Pen, field, panel};
use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

/// Cells of a form: farther apart, what belongs together is not read together.
const WIDEST: u16 = 112;
/// Cells of a kind, and of a label, in a row of several values.
const KIND: usize = 11;
const LABEL: usize = 12;
/// The least and the most cells of what a value says beside it.
const ASIDE: (usize, usize) = (12, 34);

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, form: &Form) {
    Pen::new(frame.buffer_mut(), body, 0).keep(1).skip(1).text(&view.say(&form.title), view.style(Ink::Strong));
    // The whole of an error that is cut beside its field.
    if let Some(error) = form.field().and_then(|f| f.error.as_ref()).or(form.error.as_ref()) {
        Pen::new(frame.buffer_mut(), body, 1).keep(1).skip(1).text(&view.say(error), view.style(Ink::Warning));
    }
    let area = Rect { y: body.y + 2, height: body.height.saturating_sub(2), width: body.width.min(WIDEST), ..body };
    let widest = form.fields.iter().map(|f| text::width(&label(view, f))).max().unwrap_or(10);
    let labels = widest.min(usize::from(area.width) / 3) + 2;
    let half = usize::from(area.height) / 2;
    let first = u16::try_from(form.at.saturating_sub(half)).unwrap_or(u16::MAX);
    let (top, height, below) = window(form.fields.len(), area.height, first);
    if below > 0 {
        more(view, frame, area, below);
    }
    let mut caret = None;
    for (row, (n, one)) in form.fields.iter().enumerate().skip(top).take(height).enumerate() {
        let before = n.checked_sub(1).and_then(|n| form.fields.get(n)).filter(|_| row > 0);
        let drawn = line(view, frame, Rect { y: area.y + row as u16, height: 1, ..area }, (form, n, one), before, labels);
        caret = caret.or(drawn);
    }
    match view.model.dialogs.last() {
        Some(Dialog::Form(_)) => caret.into_iter().for_each(|at| frame.set_cursor_position(at)),
        Some(Dialog::Picker(picker)) => pick(view, frame, body, picker),
        _ => {}
    }
}

/// What stands in front of a field.
fn label(view: &View<'_>, field: &FormField) -> String {
    match (&field.caption, field.parts.first().map(|p| &p.input)) {
        (Some(caption), _) => view.say(caption),
        (None, Some(Input::Button(..))) if !field.name.starts_with("form-field") => String::new(),
        _ => view.word(field.name),
    }
}

/// One field; the place of the caret, when it is here.
fn line(
    view: &View<'_>,
    frame: &mut Frame<'_>,
    area: Rect,
    (form, n, one): (&Form, usize, &FormField),
    before: Option<&FormField>,
    labels: usize,
) -> Option<Position> {
    let here = n == form.at;
    view.hit_row(area, 0, Hit::Field(n));
    let heading = !one.takes_keys();
    let error = one.error.as_ref().map(|e| view.say(e)).unwrap_or_default();
    // An error is never left out for the text it is about.
    let kept = if error.is_empty() { 1 } else { (text::width(&error) as u16 + 3).min(area.width / 2) };
    let words = label(view, one);
    // Of several rows with one name the first one says it.
    let again = before.is_some_and(|b| b.name == one.name && b.caption == one.caption) && !here;
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(kept);
    let ink = match (heading, here) {
        (true, _) => Ink::Heading,
        (_, true) => Ink::Strong,
        _ => Ink::Label,
    };
    pen.text(if here { "> " } else { "  " }, view.style(Ink::Strong));
    pen.cell(if again { "" } else { &words }, labels, view.style(ink));
    pen.text(if one.is_changed() { "* " } else { "  " }, view.style(Ink::Timed));
    let mut caret = None;
    let many = one.parts.len() > 1;
    for (p, part) in one.parts.iter().enumerate() {
        let at = here && p == form.part;
        let cells = if many { part_cells(p, one.parts.len(), pen.left()) } else { pen.left() };
        let place = Place { view, area, field: n, part: p, cells, at, many, plain: !error.is_empty() };
        caret = caret.or(place.value(&mut pen, part));
    }
    if !error.is_empty() {
        let at = Rect { x: area.right() - kept, width: kept, ..area };
        Pen::new(frame.buffer_mut(), at, 0).keep(1).skip(1).text(&error, view.style(Ink::Warning));
    }
    caret.filter(|_| here)
}

/// Cells of a value in a row of several: kind, what it is about, a label, how it stands.
fn part_cells(part: usize, parts: usize, left: usize) -> usize {
    match part {
        0 => KIND,
        1 if parts > 3 => left.saturating_sub(LABEL).saturating_sub((left / 3).min(28)).max(8),
        1 => left.saturating_sub(LABEL + (left / 3).min(28)).max(8),
        2 => LABEL,
        _ => left,
    }
    .min(left)
}

/// Where a value is drawn.
struct Place<'a, 'b> {
    view: &'a View<'b>,
    area: Rect,
    field: usize,
    part: usize,
    cells: usize,
    at: bool,
    many: bool,
    /// An error says what is to be said beside it.
    plain: bool,
}

impl Place<'_, '_> {
    /// One value; the place of its caret, when it has it.
    fn value(&self, pen: &mut Pen<'_>, part: &Part) -> Option<Position> {
        let view = self.view;
        let y = self.area.y;
        match &part.input {
            Input::Text(typed) => {
                let folded = (part.reads == Reads::Note && !self.at).then(|| fold(view, typed.text())).flatten();
                if let Some(folded) = folded {
                    pen.text(&folded, view.style(Ink::Plain));
                    return None;
                }
                let understood = part.understood(view.model.book.currency, view.now).filter(|_| !self.plain);
                let aside = understood.map(|m| view.say(&m)).unwrap_or_default();
                let wanted = if aside.is_empty() { 0 } else { text::width(&aside).clamp(ASIDE.0, ASIDE.1) + 2 };
                let aside_cells = wanted.min(self.cells / 2);
                let left = self.cells.saturating_sub(aside_cells);
                let start = pen.x();
                let width = u16::try_from(left).unwrap_or(u16::MAX);
                let drawn = {
                    let mut cell = pen.part(width);
                    if self.many && !self.at && typed.text().is_empty() {
                        cell.text("-", view.style(Ink::Quiet));
                        None
                    } else if self.at {
                        field(&mut cell, y, typed, view.style(Ink::Plain))
                    } else {
                        cell.text(&text::one_line(typed.text()), view.style(Ink::Plain));
                        None
                    }
                };
                let shown = drawn.as_ref().map_or(0, |d| d.from);
                let hit = Rect { x: start, y, width, height: 1 };
                view.hit(hit, Hit::Text(Typing::Form(self.field, self.part), shown));
                pen.skip(left);
                if aside_cells > 0 {
                    let right = pen.x() + u16::try_from(aside_cells).unwrap_or(0);
                    pen.text(&text::truncate(&aside, aside_cells.saturating_sub(1)), view.style(Ink::Done));
                    pen.skip(usize::from(right.saturating_sub(pen.x())));
                }
                drawn.map(|d| d.caret)
            }
            Input::Choice(choices, chosen) => {
                let names: Vec<String> = choices.iter().map(|c| text::one_line(&view.say(&c.name)).into_owned()).collect();
                let open = self.at && !self.many;
                let start = pen.x();
                for n in shown(&names, *chosen, open, self.cells) {
                    let (left, right, ink) = match (n == *chosen, self.many && !self.at) {
                        (true, true) => ("", "", Ink::Plain),
                        (true, false) => ("[", "]", Ink::Strong),
                        (false, _) => (" ", " ", Ink::Quiet),
                    };
                    let x = pen.x();
                    let room = self.cells.saturating_sub(usize::from(x - start)).saturating_sub(left.len() + right.len());
                    let name = text::truncate(&names[n], room);
                    pen.text(left, view.style(ink)).text(&name, view.style(ink)).text(right, view.style(ink));
                    let hit = Rect { x, y, width: pen.x() - x, height: 1 };
                    view.hit(hit, Hit::Choice(self.field, self.part, n));
                }
                let caret = Position { x: (start + 1).min(self.area.right().saturating_sub(1)), y };
                if self.many {
                    pen.skip(self.cells.saturating_sub(usize::from(pen.x() - start)));
                }
                self.at.then_some(caret)
            }
            Input::Button(_, words) => {
                let ink = if self.at { Ink::Strong } else { Ink::Plain };
                let start = pen.x();
                pen.text("[ ", view.style(ink)).text(&view.say(words), view.style(ink)).text(" ]", view.style(ink));
                self.at.then_some(Position { x: (start + 2).min(self.area.right().saturating_sub(1)), y })
            }
            Input::Fixed(words) => {
                pen.text(&view.say(words), view.style(Ink::Quiet));
                None
            }
        }
    }
}

/// Which choices are shown: the chosen one, and around it those that fit where the field is open.
fn shown(names: &[String], chosen: usize, open: bool, cells: usize) -> std::ops::Range<usize> {
    let at = chosen.min(names.len().saturating_sub(1));
    if !open || names.is_empty() {
        return at..(at + 1).min(names.len());
    }
    let wide = |n: usize| text::width(&names[n]) + 2;
    let (mut from, mut to, mut used) = (at, at + 1, wide(at));
    loop {
        let grown = (from, to);
        if from > 0 && used + wide(from - 1) <= cells {
            from -= 1;
            used += wide(from);
        }
        if to < names.len() && used + wide(to) <= cells {
            used += wide(to);
            to += 1;
        }
        if grown == (from, to) {
            return from..to;
        }
    }
}

/// A text of several lines as its first one and how many follow.
fn fold(view: &View<'_>, text: &str) -> Option<String> {
    let (first, rest) = text.split_once('\n')?;
    let more = rest.lines().count().max(1);
    let more = view.say(&Message::new("form-more-lines").with("count", more));
    Some(format!("{}  {more}", text::one_line(first)))
}

/// The calendar in front of the form.
fn pick(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, picker: &Picker) {
    let (width, height) = (calendar::WIDTH + 4, calendar::HEIGHT + 2);
    let area = Rect {
        x: body.right().saturating_sub(width + 2),
        y: body.y + 1,
        width: width.min(body.width),
        height: height.min(body.height.saturating_sub(1)),
    };
    let date = picker.day.date();
    let month = Message::new("picker-month").with("month", i64::from(date.month())).with("year", date.year().to_string());
    let title = view.say(&month);
    let headings = view.word("picker-headings");
    let chosen = view.say(&Message::new("plain-text").with("text", view.model.words.day(picker.day, view.now)));
    view.hit(area, Hit::Panel);
    let inside = panel(frame.buffer_mut(), area, view.theme, "", &chosen);
    let time = &view.model.book.time;
    let is_off = |day| !time.is_working(day);
    let month = Month {
        of: picker.day,
        chosen: Some(picker.day),
        today: picker.today,
        is_off: &is_off,
        title: &title,
        headings: &headings,
    };
    calendar::calendar(frame.buffer_mut(), inside, view.theme, &month, view.hits);
}
