//! What stands in front of list and brief: a panel to read, a text. They take the whole body; the larger ones have their own files.

use super::View;
use crate::app::dialog::{Dialog, Kind, Panel, Sheet};
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, dialog: &Dialog) {
    view.hit(body, Hit::Panel);
    match dialog {
        Dialog::Help(help) => super::help::draw(view, frame, body, help),
        Dialog::Panel(panel) => read(view, frame, body, panel),
        Dialog::Form(form) => super::form::draw(view, frame, body, form),
        Dialog::Sheet(sheet) => text_of(view, frame, body, sheet),
        Dialog::Mailing(panel) => super::mailing::draw(view, frame, body, panel),
        Dialog::Draft(drafts) => super::draft::draw(view, frame, body, drafts),
        Dialog::Knowledge(finding) => super::knowledge::draw(view, frame, body, finding),
        Dialog::Menu(menu) => super::menu::menu(view, frame, body, menu),
        Dialog::Palette(palette) => super::menu::palette(view, frame, body, palette),
        Dialog::Files(files) => super::flow::files(view, frame, body, files),
        Dialog::Mapping(mapping) => super::mapping::draw(view, frame, body, mapping),
        Dialog::Imported(panel) => super::flow::imported(view, frame, body, panel),
        Dialog::Preset(preset) => super::flow::preset(view, frame, body, preset),
        Dialog::Loss(loss) => super::loss::draw(view, frame, body, loss),
        Dialog::Deck(deck) => super::deck::draw(view, frame, body, deck),
        Dialog::Load(panel) => super::workload::draw(view, frame, body, panel),
        Dialog::LookBack(panel) => super::look_back::draw(view, frame, body, panel),
        Dialog::Visits(panel) => super::visits::draw(view, frame, body, panel),
        Dialog::Review(panel) => super::review::draw(view, frame, body, panel),
        Dialog::Facets(panel) => super::facets::draw(view, frame, body, panel),
        Dialog::Board(board) => super::board::draw(view, frame, body, board),
        Dialog::Causes(panel) => super::causes::draw(view, frame, body, panel),
        Dialog::Playbook(running) => super::playbook::draw(view, frame, body, running),
        Dialog::Levelled(levelled) => super::levelled::levelled(view, frame, body, levelled),
        Dialog::Line(_) | Dialog::Question(_) | Dialog::Picker(_) => {}
    }
}

fn read(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Panel) {
    let lines = panel.lines(|message| view.say(message), body.width);
    let (top, height, below) = window(lines.len(), body.height, panel.scroll);
    for (y, (line, kind)) in lines.iter().skip(top).take(height).enumerate() {
        let (ink, indent) = match kind {
            Kind::Title => (Ink::Strong, 1),
            Kind::Heading => (Ink::Heading, 1),
            Kind::First => (Ink::Plain, 3),
            Kind::Further => (Ink::Plain, 5),
        };
        Pen::new(frame.buffer_mut(), body, y as u16).keep(1).skip(indent).text(line, view.style(ink));
    }
    if below > 0 {
        more(view, frame, body, below);
    }
}

/// A text as it stands: lines that are too long are broken.
fn text_of(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, sheet: &Sheet) {
    Pen::new(frame.buffer_mut(), body, 0).keep(1).skip(1).text(&view.say(&sheet.title), view.style(Ink::Strong));
    let area = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    let lines = sheet.lines(area.width);
    let (top, height, below) = window(lines.len(), area.height, sheet.scroll);
    for (y, line) in lines.iter().skip(top).take(height).enumerate() {
        let ink = if line.starts_with('#') { Ink::Heading } else { Ink::Plain };
        Pen::new(frame.buffer_mut(), area, y as u16).keep(1).skip(2).text(line, view.style(ink));
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}

/// A line broken at the width; an empty one stays.
pub fn wrapped(line: &str, cells: usize) -> Vec<String> {
    if text::width(line) <= cells {
        return vec![line.to_owned()];
    }
    text::wrap(line, cells)
}

/// What of so many lines is shown in an area: the first one, how many, and how many are below. Where not all fit, the last row is kept
/// for the mark.
pub fn window(lines: usize, height: u16, scroll: u16) -> (usize, usize, usize) {
    let all = usize::from(height);
    let height = if lines > all { all.saturating_sub(1) } else { all };
    let top = usize::from(scroll).min(lines.saturating_sub(height));
    (top, height, lines.saturating_sub(top + height))
}

/// Says in the last row that there is more below.
pub fn more(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, lines: usize) {
    let words = view.say(&Message::new("more-below").with("count", lines));
    let cells = text::width(&words) as u16 + 2;
    if area.height > 0 && cells < area.width {
        let corner = Rect { x: area.right() - cells, y: area.bottom() - 1, width: cells, height: 1 };
        Pen::new(frame.buffer_mut(), corner, 0)
            .text(" ", view.style(Ink::Plain))
            .text(&words, view.style(Ink::Quiet))
            .text(" ", view.style(Ink::Plain));
    }
}
