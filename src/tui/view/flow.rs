//! The screens that lead from a file to a sane day: path line, report with its steps, contact plans and sorting deck.
//! They take the whole body; what they hold is decided in `app`.

use super::View;
use super::dialogs::{more, window};
use crate::app::files::{FileEntry, Files, size};
use crate::app::imported::Imported;
use crate::app::mouse::{Hit, Typing};
use crate::app::preset::{Offer, Preset};
use crate::domain::message::Message;
use crate::domain::words::Tier;
use crate::portfolio::explain::every;
use crate::portfolio::explain::factor_id;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::{Pen, field};
use ratatui::Frame;
use ratatui::layout::Rect;

/// One row of text: its ink, how far it is set in, the words.
pub type Line = (Ink, usize, String);

/// The heading of a screen; the area below it, one row free between them.
pub fn heading(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, words: &Message) -> Rect {
    Pen::new(frame.buffer_mut(), body, 0).keep(1).skip(1).text(&view.say(words), view.style(Ink::Strong));
    Rect { y: body.y + 2, height: body.height.saturating_sub(2), ..body }
}

/// Lines that can be scrolled; the last row says what is below.
pub fn lines(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, lines: &[Line], scroll: u16) {
    let (top, height, below) = window(lines.len(), area.height, scroll);
    for (y, (ink, indent, words)) in lines.iter().skip(top).take(height).enumerate() {
        Pen::new(frame.buffer_mut(), area, y as u16).keep(1).skip(*indent).text(words, view.style(*ink));
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}

/// The path line and what it may become.
pub fn files(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, files: &Files) {
    let area = heading(view, frame, body, &Message::new("line-import"));
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.text(" > ", view.style(Ink::Key));
    let drawn = field(&mut pen, area.y, &files.field, view.style(Ink::Plain));
    let mut pen = Pen::new(frame.buffer_mut(), area, 1).keep(1);
    pen.skip(3);
    match &files.error {
        Some(error) => pen.text(&view.say(error), view.style(Ink::Warning)),
        None => pen.text(&view.word("files-hint"), view.style(Ink::Quiet)),
    };
    let area = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    let shown: Vec<&FileEntry> = files.fitting().collect();
    let at = files.selected.unwrap_or(0);
    let top = at.saturating_sub(usize::from(area.height) / 2);
    let (top, height, below) = window(shown.len(), area.height, u16::try_from(top).unwrap_or(u16::MAX));
    let cells = usize::from(area.width).saturating_sub(28).max(20);
    for (y, (n, entry)) in shown.iter().enumerate().skip(top).take(height).enumerate() {
        let here = files.selected == Some(n);
        view.hit_row(area, y as u16, Hit::Line(n));
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        let ink = if entry.is_folder() { Ink::Heading } else { Ink::Plain };
        pen.cell(&text::one_line(&entry.path), cells, view.style(ink)).skip(1);
        if !entry.is_folder() {
            pen.right(&size(entry.bytes), 8, view.style(Ink::Quiet)).skip(2);
            let day = entry.changed.map(|day| view.short_day(day)).unwrap_or_default();
            pen.text(&day, view.style(Ink::Quiet));
        }
        if here {
            view.bar(frame, area, y as u16);
        }
    }
    if shown.is_empty() {
        Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(3).text(&view.word("files-none"), view.style(Ink::Quiet));
    }
    if below > 0 {
        more(view, frame, area, below);
    }
    if let Some(drawn) = drawn {
        view.hit(drawn.area, Hit::Text(Typing::Files, drawn.from));
        frame.set_cursor_position(drawn.caret);
    }
}

/// How far an import is.
pub fn progress(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, (done, all): (usize, usize)) {
    let area = heading(view, frame, body, &Message::new("progress-title"));
    let cells = usize::from(area.width).saturating_sub(6).min(60);
    let share = if all == 0 { 0.0 } else { (done as f64 / all as f64).clamp(0.0, 1.0) };
    let full = (share * cells as f64) as usize;
    let bar = format!("{}{}", "#".repeat(full), ".".repeat(cells - full));
    Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(1).text(&bar, view.style(Ink::Key));
    let words = view.say(&Message::new("progress-share").with("percent", (share * 100.0) as i64));
    Pen::new(frame.buffer_mut(), area, 1).keep(1).skip(1).text(&words, view.style(Ink::Quiet));
}

/// The report of an import, its steps, and what was doubtful.
pub fn imported(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Imported) {
    let mut area = heading(view, frame, body, &Message::new("panel-import"));
    area.y -= 1;
    area.height += 1;
    let cells = usize::from(area.width).saturating_sub(8);
    let mut row = 0;
    for (n, message) in panel.figures.iter().take(3).enumerate() {
        let ink = if n == 0 { Ink::Plain } else { Ink::Quiet };
        for line in text::wrap(&view.say(message), cells) {
            Pen::new(frame.buffer_mut(), area, row).keep(1).skip(3).text(&line, view.style(ink));
            row += 1;
        }
    }
    row += 1;
    for (n, step) in panel.steps.iter().enumerate() {
        let here = n == panel.selected;
        let words = text::wrap(&view.say(&step.words), cells.saturating_sub(4));
        for (m, line) in words.iter().enumerate() {
            view.hit_row(area, row, Hit::Line(n));
            let mut pen = Pen::new(frame.buffer_mut(), area, row).keep(1);
            if m == 0 {
                pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
                pen.text(&format!("{} ", n + 1), view.style(Ink::Key));
                pen.text(if step.done { "[x] " } else { "[ ] " }, view.style(Ink::Done));
            } else {
                pen.skip(9);
            }
            let ink = match (step.done, here) {
                (true, _) => Ink::Quiet,
                (false, true) => Ink::Strong,
                (false, false) => Ink::Plain,
            };
            pen.text(line, view.style(ink));
            if here {
                view.bar(frame, area, row);
            }
            row += 1;
        }
    }
    let area = Rect { y: area.y + row, height: area.height.saturating_sub(row), ..area };
    lines(view, frame, area, &parts(view, panel, cells), panel.scroll);
}

fn parts(view: &View<'_>, panel: &Imported, cells: usize) -> Vec<Line> {
    let mut out = Vec::new();
    let figures = panel.figures.iter().skip(3).map(|m| (None, vec![m.clone()]));
    for (title, rows) in figures.chain(panel.below.iter().cloned()) {
        out.push((Ink::Plain, 0, String::new()));
        out.extend(title.map(|title| (Ink::Heading, 1, view.say(&title))));
        for row in &rows {
            let wrapped = text::wrap(&view.say(row), cells).into_iter().enumerate();
            out.extend(wrapped.map(|(n, line)| (Ink::Plain, if n == 0 { 3 } else { 5 }, line)));
        }
    }
    out
}

/// The plans to choose from, each with its bill, and of the chosen one what it promises: of all where there is room.
pub fn preset(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, preset: &Preset) {
    let clients = preset.offers.first().map_or(0, |o| o.bill.clients());
    let area = heading(view, frame, body, &Message::new("preset-title").with("count", clients));
    let details: Vec<Vec<String>> = preset.offers.iter().map(|offer| promised(view, offer)).collect();
    let all: usize = details.iter().map(|lines| lines.len() + 2).sum();
    let roomy = usize::from(area.height) >= all + 2;
    let note = text::wrap(&view.word("preset-note"), usize::from(area.width).saturating_sub(6));
    // Where not all of it fits, the chosen one is seen with all it promises, and with the last one the end.
    let promises = details.get(preset.selected).map_or(0, Vec::len);
    let total = if roomy { all + note.len() } else { preset.offers.len() + promises + 1 + note.len() };
    let rows = usize::from(area.height);
    let shown = if total > rows { rows.saturating_sub(1) } else { rows };
    let top = match preset.selected + 1 {
        _ if total <= rows => 0,
        n if n == preset.offers.len() => total - shown,
        n => (n + promises).saturating_sub(shown),
    };
    let place = |row: usize| row.checked_sub(top).filter(|y| *y < shown).and_then(|y| u16::try_from(y).ok());
    let mut row = 0;
    for (n, (offer, details)) in preset.offers.iter().zip(details).enumerate() {
        let here = n == preset.selected;
        if let Some(y) = place(row) {
            view.hit_row(area, y, Hit::Line(n));
            let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
            pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
            // A policy of the user's own has no number: its name says enough.
            let number = if offer.is_shipped() { format!("{} ", n + 1) } else { "  ".to_owned() };
            pen.text(&number, view.style(Ink::Key));
            pen.cell(&offer.policy.name, 9, view.style(Ink::Strong));
            if offer.in_force {
                pen.text(&view.word("preset-in-force"), view.style(Ink::Done)).skip(1);
            }
            let ink = if offer.fits() { Ink::Plain } else { Ink::Late };
            pen.text(&view.say(&cost(offer)), view.style(ink));
            if here {
                view.bar(frame, area, y);
            }
        }
        row += 1;
        if here || roomy {
            for line in details {
                if let Some(y) = place(row) {
                    Pen::new(frame.buffer_mut(), area, y).keep(1).skip(5).text(&line, view.style(Ink::Quiet));
                }
                row += 1;
            }
            row += usize::from(roomy);
        }
    }
    row += usize::from(!roomy);
    for line in note {
        if let Some(y) = place(row) {
            Pen::new(frame.buffer_mut(), area, y).keep(1).skip(3).text(&line, view.style(Ink::Quiet));
        }
        row += 1;
    }
    if top + shown < total {
        super::dialogs::more(view, frame, area, total - top - shown);
    }
}

/// What tiers come from and how many change, then what each tier is promised.
fn promised(view: &View<'_>, offer: &Offer) -> Vec<String> {
    let factors = offer.factors().into_iter().map(|f| view.say(&Message::new(factor_id(f))));
    let list = factors.collect::<Vec<String>>().join(&view.word("brief-between"));
    let mut by = view.say(&Message::new("preset-by").with("factors", list));
    if !offer.in_force {
        let moves = view.say(&Message::new("preset-moves").with("count", offer.moves));
        by = format!("{moves}{}{by}", view.word("brief-between"));
    }
    let gaps = offer.gaps.iter().map(|gaps| view.say(gaps));
    std::iter::once(by).chain(gaps).chain(tiers(view, offer)).collect()
}

/// What a plan costs a week and a day, and whether there is room for it.
fn cost(offer: &Offer) -> Message {
    Message::new(if offer.fits() { "preset-cost" } else { "preset-too-much" })
        .with("week", format!("{:.1}", offer.bill.contacts_per_week()))
        .with("day", format!("{:.1}", offer.a_day()))
        .with("room", offer.policy.queue.capacity)
}

/// What each tier is promised, and what its clients cost.
fn tiers(view: &View<'_>, offer: &Offer) -> Vec<String> {
    let between = view.word("brief-between");
    let line = |tier: Tier| {
        let contacts = offer.policy.plan(Some(tier)).contacts.iter();
        let contacts = contacts.map(|c| {
            let every = every(c.every);
            view.say(&Message::new("preset-contact").with("channel", c.channel).with("every", every))
        });
        let of = |wanted: Option<Tier>| offer.bill.tiers.iter().find(|t| t.tier == wanted);
        // Who has no tier follows C.
        let (clients, cost) = [of(Some(tier)), of(None).filter(|_| tier == Tier::C)]
            .into_iter()
            .flatten()
            .fold((0, 0.0), |(n, cost), bill| (n + bill.clients, cost + bill.contacts));
        let message = Message::new("preset-tier")
            .with("tier", Some(tier))
            .with("plan", contacts.collect::<Vec<_>>().join(&between))
            .with("count", clients)
            .with("week", format!("{cost:.1}"));
        view.say(&message)
    };
    Tier::ALL.iter().copied().map(line).collect()
}
