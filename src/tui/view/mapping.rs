//! The look at a file before it is imported: what it is, a line a column, and the list of fields while one is chosen.
//! What a key changes is in `app::mapping`.

use super::View;
use super::dialogs::{more, window};
use super::flow::heading;
use crate::app::mapping::{Choosing, Mapping, name};
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::interchange::{ColumnPreview, DateOrder, Format, KEEP, LEAVE, Preview};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::{Pen, field};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, mapping: &Mapping) {
    let file = mapping.path.rsplit(['/', '\\']).next().unwrap_or(&mapping.path);
    let mut area = heading(view, frame, body, &Message::new("map-title").with("file", text::one_line(file).into_owned()));
    area.y -= 1;
    let mut row = 0;
    for (ink, words) in about(view, mapping) {
        for line in text::wrap(&words, usize::from(area.width).saturating_sub(5)).into_iter().take(2) {
            Pen::new(frame.buffer_mut(), area, row).keep(1).skip(3).text(&line, view.style(ink));
            row += 1;
        }
    }
    row += 1;
    let area = Rect { y: area.y + row, height: body.bottom().saturating_sub(area.y + row), ..area };
    match (&mapping.choosing, &mapping.looked.preview) {
        (Some(choosing), _) => choose(view, frame, area, mapping, choosing),
        (None, Some(preview)) if preview.format == Format::Cards => cards(view, frame, area, preview),
        (None, Some(_)) => columns(view, frame, area, mapping),
        (None, None) => {}
    }
}

/// What the file is, and what stands in the way.
fn about(view: &View<'_>, mapping: &Mapping) -> Vec<(Ink, String)> {
    let mut out = Vec::new();
    if let Some(preview) = &mapping.looked.preview {
        let kind = view.word(&format!("map-kind-{}", preview.kind.code()));
        let message = Message::new("map-about")
            .with("source", preview.source.message())
            .with("kind", kind)
            // A workbook has no encoding that anybody could choose.
            .with("encoding", if preview.format == Format::Sheet { "Excel" } else { preview.encoding })
            .with("count", preview.records);
        out.push((Ink::Plain, view.say(&message)));
    }
    if let Some(order) = mapping.options.date_order {
        let id = if order == DateOrder::Dmy { "map-dates-dmy" } else { "map-dates-mdy" };
        out.push((Ink::Plain, view.word(id)));
    }
    let (refused, first) = &mapping.looked.refused;
    if let Some(error) = mapping.error.as_ref().or(mapping.looked.problem.as_ref()) {
        out.push((Ink::Warning, view.say(error)));
    } else if let Some(first) = first.as_ref().filter(|_| *refused > 0) {
        let message = Message::new("map-refused").with("count", *refused).with("first", first.clone());
        out.push((Ink::Warning, view.say(&message)));
    } else {
        out.push((Ink::Done, view.word("map-ready")));
    }
    out
}

/// Heading, field and first values of each column.
fn columns(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, mapping: &Mapping) {
    let width = usize::from(area.width);
    let head_cells = (width * 24 / 100).clamp(14, 34);
    let field_cells = (width * 20 / 100).clamp(12, 22);
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(3).cell(&view.word("map-head-heading"), head_cells, view.style(Ink::Heading)).skip(1);
    pen.cell(&view.word("map-head-field"), field_cells, view.style(Ink::Heading)).skip(1);
    pen.text(&view.word("map-head-samples"), view.style(Ink::Heading));
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let all = mapping.columns();
    let top = u16::try_from(mapping.at.saturating_sub(usize::from(area.height) / 2)).unwrap_or(u16::MAX);
    let (top, height, below) = window(all.len(), area.height, top);
    for (y, (n, column)) in all.iter().enumerate().skip(top).take(height).enumerate() {
        let here = n == mapping.at;
        view.hit_row(area, y as u16, Hit::Line(n));
        let (words, ink) = field_of(view, mapping, column);
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        pen.cell(&text::one_line(&column.heading), head_cells, view.style(Ink::Plain)).skip(1);
        pen.cell(&words, field_cells, view.style(ink)).skip(1);
        pen.text(&samples(column), view.style(Ink::Quiet));
        if here {
            view.bar(frame, area, y as u16);
        }
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}

/// What a column becomes, in words.
fn field_of(view: &View<'_>, mapping: &Mapping, column: &ColumnPreview) -> (String, Ink) {
    let words = name(&view.model.words, mapping.kind_shown(), column.field.unwrap_or(KEEP));
    match column.field {
        Some(LEAVE) | None => (words, Ink::Quiet),
        Some(_) => (words, Ink::Strong),
    }
}

fn samples(column: &ColumnPreview) -> String {
    let values: Vec<String> = column.samples.iter().map(|v| text::one_line(v).into_owned()).collect();
    values.join(" | ")
}

/// The first cards: names, and what else they say.
fn cards(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, preview: &Preview) {
    let cells = (usize::from(area.width) * 35 / 100).clamp(16, 40);
    for (y, (name, rest)) in preview.cards.iter().enumerate() {
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
        pen.skip(3).cell(&text::one_line(name), cells, view.style(Ink::Strong)).skip(1);
        pen.text(&text::one_line(rest), view.style(Ink::Quiet));
    }
    let more = preview.records.saturating_sub(preview.cards.len());
    if more > 0 {
        let words = view.say(&Message::new("imported-more").with("count", more));
        Pen::new(frame.buffer_mut(), area, preview.cards.len() as u16).keep(1).skip(3).text(&words, view.style(Ink::Quiet));
    }
}

/// The fields a column can become, numbered, narrowed by what is typed.
fn choose(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, mapping: &Mapping, choosing: &Choosing) {
    let Some(column) = mapping.column() else { return };
    let title = Message::new("map-choose-title")
        .with("heading", text::one_line(&column.heading).into_owned())
        .with("samples", samples(column));
    Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(1).text(&view.say(&title), view.style(Ink::Heading));
    let mut pen = Pen::new(frame.buffer_mut(), area, 1).keep(1);
    pen.text(" > ", view.style(Ink::Key));
    let drawn = field(&mut pen, area.y + 1, &choosing.field, view.style(Ink::Plain));
    let area = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let top = u16::try_from(choosing.selected.saturating_sub(usize::from(area.height) / 2)).unwrap_or(u16::MAX);
    let (top, height, below) = window(choosing.shown.len(), area.height, top);
    for (y, (n, one)) in choosing.shown.iter().enumerate().skip(top).take(height).enumerate() {
        let here = n == choosing.selected;
        view.hit_row(area, y as u16, Hit::Line(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        let number = if n < 9 { format!("{} ", n + 1) } else { "  ".to_owned() };
        pen.text(&number, view.style(Ink::Key))
            .text(&name(&view.model.words, mapping.kind_shown(), one), view.style(Ink::Plain));
        if here {
            view.bar(frame, area, y as u16);
        }
    }
    if choosing.shown.is_empty() {
        Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(3).text(&view.word("palette-no-hits"), view.style(Ink::Quiet));
    }
    if below > 0 {
        more(view, frame, area, below);
    }
    if let Some(drawn) = drawn {
        frame.set_cursor_position(drawn.caret);
    }
}
