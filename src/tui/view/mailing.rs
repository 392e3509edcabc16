//! One message to many clients: the counts with everybody who is left out, or one preview with how far it is. What a key does is in
//! `app::mailing`.

use super::View;
use super::dialogs::{more, window, wrapped};
use crate::app::mailing::{Mailing, Stage, purpose_id};
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::messages::run::Ready;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The widest lines that are read with ease.
const CELLS: usize = 96;

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Mailing) {
    let chosen = panel.run.as_ref().map_or(panel.wanted.chosen.len(), |run| run.chosen);
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1).text(&view.say(&Message::new("run-title").with("count", chosen)), view.style(Ink::Strong)).skip(3);
    let name = panel.template().unwrap_or_default();
    let place = panel.templates.iter().position(|t| t == name).map_or(0, |n| n + 1);
    let place = Message::new("draft-place").with("name", name).with("n", place).with("of", panel.templates.len());
    pen.text(&view.say(&place), view.style(Ink::Quiet));
    let area = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    match panel.shown() {
        Some((n, ready, stage)) => preview(view, frame, area, panel, n, ready, stage),
        None => counts(view, frame, area, panel),
    }
}

/// The counts, how far the messages are, and everybody who is left out with the reason.
fn counts(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, panel: &Mailing) {
    let cells = usize::from(area.width).saturating_sub(5).clamp(8, CELLS);
    let mut head: Vec<(Ink, String)> = Vec::new();
    match &panel.run {
        Err(why) => head.extend(text::wrap(&view.say(why), cells).into_iter().map(|line| (Ink::Warning, line))),
        Ok(run) => {
            head.extend(text::wrap(&view.say(&run.counts()), cells).into_iter().map(|line| (Ink::Plain, line)));
            let far = Message::new("run-far")
                .with("purpose", view.word(purpose_id(run.purpose)))
                .with("taken", panel.count(Stage::Taken))
                .with("handed", panel.count(Stage::Handed))
                .with("logged", panel.count(Stage::Logged))
                .with("dropped", panel.count(Stage::Dropped));
            head.extend(text::wrap(&view.say(&far), cells).into_iter().map(|line| (Ink::Quiet, line)));
        }
    }
    let mut y = 0;
    for (ink, line) in &head {
        Pen::new(frame.buffer_mut(), area, y).keep(1).skip(2).text(line, view.style(*ink));
        y += 1;
    }
    let refused = panel.refused();
    if refused.is_empty() {
        return;
    }
    y += 1;
    Pen::new(frame.buffer_mut(), area, y).keep(1).skip(1).text(&view.word("run-left"), view.style(Ink::Heading));
    let list = Rect { y: area.y + y + 1, height: area.height.saturating_sub(y + 1), ..area };
    let height = usize::from(list.height);
    let shown = if refused.len() > height { height.saturating_sub(1) } else { height };
    let top = panel.selected.saturating_sub(shown / 2).min(refused.len().saturating_sub(shown));
    let names = (usize::from(list.width) * 2 / 5).clamp(12, 36);
    for (y, (n, (client, why))) in refused.iter().enumerate().skip(top).take(shown).enumerate() {
        let (y, here) = (y as u16, n == panel.selected);
        view.hit_row(list, y, Hit::Line(n));
        let name = view.model.book.client(*client).map(|c| text::one_line(c.name()).into_owned());
        let mut pen = Pen::new(frame.buffer_mut(), list, y).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        pen.cell(&name.unwrap_or_else(|| format!("#{client}")), names, view.style(Ink::Plain)).skip(1);
        pen.text(&text::one_line(&view.say(&why.message())), view.style(Ink::Warning));
        if here {
            view.bar(frame, list, y);
        }
    }
    let below = refused.len().saturating_sub(top + shown);
    if below > 0 {
        more(view, frame, list, below);
    }
}

/// One message as it will be read, with whom it goes to and how far it is.
fn preview(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, panel: &Mailing, n: usize, ready: &Ready, stage: Stage) {
    let client = view.model.book.client(ready.draft.client).map(|c| text::one_line(c.name()).into_owned());
    let head = Message::new("run-preview")
        .with("n", n + 1)
        .with("of", panel.ready().len())
        .with("client", text::truncate(&client.unwrap_or_default(), 40).into_owned())
        .with("lang", ready.lang.tag());
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(1).text(&view.say(&head), view.style(Ink::Heading)).skip(2);
    let (id, ink) = match stage {
        Stage::Open => ("run-stage-open", Ink::Quiet),
        Stage::Taken => ("run-stage-taken", Ink::Strong),
        Stage::Dropped => ("run-stage-dropped", Ink::Quiet),
        Stage::Handed => ("run-stage-handed", Ink::Timed),
        Stage::Logged => ("run-stage-logged", Ink::Quiet),
    };
    pen.text(&view.word(id), view.style(ink));
    let cells = usize::from(area.width).saturating_sub(5).clamp(8, CELLS);
    let mut lines: Vec<(Ink, String)> = Vec::new();
    let mut add = |ink: Ink, words: &str| {
        for line in text::sanitize_lines(words).lines() {
            lines.extend(wrapped(line, cells).into_iter().map(|line| (ink, line)));
        }
    };
    if let Some(why) = panel.why(n) {
        add(Ink::Warning, &view.say(why));
    }
    let draft = &ready.draft;
    let way =
        Message::new("draft-by-to").with("address", text::one_line(draft.address.as_deref().unwrap_or_default()).into_owned());
    add(Ink::Quiet, &view.say(&way.with("channel", draft.channel)));
    if !draft.subject.is_empty() {
        let (id, ink) = if draft.has_subject() { ("draft-subject", Ink::Strong) } else { ("draft-subject-log", Ink::Quiet) };
        add(ink, &view.say(&Message::new(id).with("subject", draft.subject.as_str())));
    }
    add(Ink::Plain, " ");
    add(Ink::Plain, &draft.body);
    let text = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let (top, height, below) = window(lines.len(), text.height, panel.scroll);
    for (y, (ink, line)) in lines.iter().skip(top).take(height).enumerate() {
        Pen::new(frame.buffer_mut(), text, y as u16).keep(1).skip(2).text(line, view.style(*ink));
    }
    if below > 0 {
        more(view, frame, text, below);
    }
}
