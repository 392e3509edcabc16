//! A playbook at a client: where it stands and what it has cost, its steps, and below the rule what the selected one says and what came of
//! it. What its keys do is in `app::playbook`.

use super::View;
use super::dialogs::{more, window};
use crate::app::mouse::Hit;
use crate::app::playbook::Running;
use crate::domain::facts::{RunRow, StepRow};
use crate::domain::message::Message;
use crate::i18n::Lang;
use crate::portfolio::Assessed;
use crate::portfolio::playbooks;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Cells of the day of a step.
const DAY: usize = 14;
/// Cells of the widest channel.
const CHANNEL: usize = 15;
/// Cells beyond which lines are hard to read.
const READABLE: usize = 100;

/// Draws the panel.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, running: &Running) {
    let Some((client, run)) = running.of(&view.model.book) else { return };
    let head = head(view, frame, body, client, run);
    let steps = u16::try_from(run.steps.len()).unwrap_or(u16::MAX);
    // The text keeps a few rows on a small screen too.
    let rows = steps.min(body.height.saturating_sub(head + 4).max(1));
    let area = Rect { y: body.y + head, height: rows.min(body.height.saturating_sub(head)), ..body };
    list(view, frame, area, run, running.selected);
    let foot = Rect { y: area.bottom(), height: body.bottom().saturating_sub(area.bottom()), ..body };
    if foot.height > 1 {
        view.rule(frame, foot, 0, "");
        let foot = Rect { y: foot.y + 1, height: foot.height - 1, ..foot };
        if let Some(step) = run.steps.get(running.selected) {
            detail(view, frame, foot, client, step, running.scroll);
        }
    }
}

/// The title and where the run stands; gives its rows.
fn head(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, client: &Assessed, run: &RunRow) -> u16 {
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1).text(&text::one_line(&run.title), view.style(Ink::Strong)).skip(2);
    pen.text(&text::one_line(client.name()), view.style(Ink::Strong)).skip(2);
    pen.text(&client.tier.label(), view.style(Ink::Strong));
    let mut lines: Vec<String> = text::wrap(&stands(view, client, run), usize::from(body.width).saturating_sub(4));
    if playbooks::win_back(client).is_some_and(|r| r.id == run.id) {
        let says = text::wrap(&view.word("playbook-tightens"), usize::from(body.width).saturating_sub(4));
        lines.extend(says.into_iter().filter(|_| body.height > 12));
    }
    for (y, line) in lines.iter().enumerate() {
        Pen::new(frame.buffer_mut(), body, y as u16 + 1).keep(1).skip(2).text(line, view.style(Ink::Quiet));
    }
    1 + lines.len() as u16
}

/// Which step is next and when, and the cost against what the client is expected to bring.
fn stands(view: &View<'_>, client: &Assessed, run: &RunRow) -> String {
    let mut parts = vec![view.say(&standing(run))];
    let currency = view.model.book.currency;
    match playbooks::spent(client, run, currency) {
        Some(spent) => parts.push(view.say(&spent)),
        None => {
            let expected = playbooks::expected_about(client, currency).filter(|m| m.minor > 0);
            parts.extend(expected.map(|m| view.say(&Message::new("playbook-expected").with("expected", m))));
        }
    }
    if run.next().is_none() {
        // A question stands at the end.
        parts.reverse();
    }
    parts.join(&view.word("brief-between"))
}

/// `step 2 of 5, due Fri 27 Nov`.
pub fn standing(run: &RunRow) -> Message {
    match run.next() {
        Some(step) => Message::new("playbook-standing").with("no", step.no).with("of", run.steps.len()).with("due", step.due),
        None => Message::new("playbook-undecided"),
    }
}

fn list(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, run: &RunRow, selected: usize) {
    let height = usize::from(area.height);
    let top = selected.saturating_sub(height / 2).min(run.steps.len().saturating_sub(height));
    let next = run.next().map(|s| s.id);
    let room = usize::from(area.width).min(READABLE + 10).saturating_sub(8 + DAY + 1);
    let channel = if area.width >= 80 { CHANNEL } else { 0 };
    for (y, (n, step)) in run.steps.iter().enumerate().skip(top).take(height).enumerate() {
        let here = n == selected;
        let y = y as u16;
        let (mark, ink) = match (step.done, step.skipped) {
            (Some(_), true) => ("-", Ink::Quiet),
            (Some(_), false) => ("x", Ink::Done),
            (None, _) if Some(step.id) == next => (">", Ink::Strong),
            (None, _) => (" ", Ink::Plain),
        };
        let late = step.done.is_none() && step.due < view.now.today();
        let day = step.done.map_or(step.due, |at| at.day(view.now.zone));
        let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        pen.text(&format!("[{mark}] "), view.style(ink));
        pen.cell(&format!("{}. {}", step.no, text::one_line(&step.title)), room.saturating_sub(channel), view.style(ink));
        pen.skip(1).cell(&view.model.words.day(day, view.now), DAY, view.style(if late { Ink::Late } else { Ink::Quiet }));
        if channel > 0 {
            let name = step.channel.map(|c| view.word(&format!("channel-{}", c.code()))).unwrap_or_default();
            pen.text(&name, view.style(Ink::Quiet));
        }
        view.hit_row(area, y, Hit::Line(n));
        if here {
            view.bar(frame, area, y);
        }
    }
}

/// What the step says and asks for, and what came of it.
fn detail(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, client: &Assessed, step: &StepRow, scroll: u16) {
    let known = view.model.details.get(&client.id()).and_then(|d| d.as_deref());
    let said = known.and_then(|d| d.steps.iter().find(|s| s.id == step.id));
    let mut lines: Vec<(Ink, String)> = Vec::new();
    let cells = usize::from(area.width).saturating_sub(4).min(READABLE);
    let mut add = |ink: Ink, words: &str| lines.extend(text::wrap(words, cells).into_iter().map(|line| (ink, line)));
    if let Some(note) = said.and_then(|s| s.note.as_deref()) {
        let id = if step.skipped { "playbook-left-out" } else { "playbook-came-of-it" };
        add(Ink::Plain, &view.say(&Message::new(id).with("note", text::one_line(note).into_owned())));
    }
    if let Some(cost) = step.cost {
        add(Ink::Plain, &view.say(&Message::new("part-cost").with("cost", cost)));
    }
    let by = step.channel.map(|c| view.say(&Message::new("playbook-by").with("channel", c)));
    let mut asks: Vec<String> = by.into_iter().chain(playbooks::asks(step.kind).map(|id| view.word(id))).collect();
    asks.extend(step.template.as_deref().map(|t| view.say(&Message::new("playbook-template").with("template", t))));
    if !asks.is_empty() && step.done.is_none() {
        add(Ink::Label, &asks.join(&view.word("playbook-between")));
    }
    // Paragraphs stay apart, the lines of one run on.
    for paragraph in said.and_then(|s| s.text.as_deref()).unwrap_or_default().split("\n\n") {
        let lines: Vec<_> = paragraph.lines().map(str::trim).collect();
        // Chinese is written without blanks.
        let between = if view.model.words.lang == Lang::Zh { "" } else { " " };
        add(Ink::Plain, &text::one_line(&lines.join(between)));
    }
    let (top, height, below) = window(lines.len(), area.height, scroll);
    for (y, (ink, line)) in lines.iter().skip(top).take(height).enumerate() {
        Pen::new(frame.buffer_mut(), area, y as u16).keep(1).skip(2).text(line, view.style(*ink));
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}
