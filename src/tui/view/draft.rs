//! A message to a client before it is sent: to whom and how, subject and text as they are copied. What can be done with it is
//! `app::drafts`'s.

use super::View;
use super::dialogs::{more, window, wrapped};
use crate::app::drafts::Drafts;
use crate::domain::message::Message;
use crate::domain::words::Purpose;
use crate::messages::Draft;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The widest lines that are read with ease.
const CELLS: usize = 96;

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, drafts: &Drafts) {
    let (name, shown) = drafts.shown();
    let title = match drafts.no {
        Some(no) => Message::new("draft-title-case").with("no", no),
        None => Message::new("draft-title"),
    };
    let title = title.with("client", text::truncate(&text::one_line(&drafts.client), 40).into_owned());
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1).text(&view.say(&title), view.style(Ink::Strong)).skip(3);
    let place = Message::new("draft-place").with("name", name).with("n", drafts.at + 1).with("of", drafts.choices.len());
    pen.text(&view.say(&place), view.style(Ink::Quiet));
    let cells = usize::from(body.width).saturating_sub(5).clamp(8, CELLS);
    let lines = match shown {
        Ok(draft) => lines(view, draft, cells),
        Err(why) => text::wrap(&view.say(why), cells).into_iter().map(|line| (Ink::Warning, line)).collect(),
    };
    let area = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    let (top, height, below) = window(lines.len(), area.height, drafts.scroll);
    for (y, (ink, line)) in lines.iter().skip(top).take(height).enumerate() {
        Pen::new(frame.buffer_mut(), area, y as u16).keep(1).skip(2).text(line, view.style(*ink));
    }
    if below > 0 {
        more(view, frame, area, below);
    }
}

fn lines(view: &View<'_>, draft: &Draft, cells: usize) -> Vec<(Ink, String)> {
    let mut out: Vec<(Ink, String)> = Vec::new();
    let way = match &draft.address {
        Some(address) => Message::new("draft-by-to").with("address", text::one_line(address).into_owned()),
        None => Message::new("draft-by"),
    };
    let mut add = |ink: Ink, words: &str| {
        for line in text::sanitize_lines(words).lines() {
            out.extend(wrapped(line, cells).into_iter().map(|line| (ink, line)));
        }
    };
    add(Ink::Quiet, &view.say(&way.with("channel", draft.channel)));
    if draft.call_first {
        add(Ink::Late, &view.word("draft-call-first"));
    }
    // What concerns them only is no breach of their wish; a greeting or news is.
    let ink = if draft.purpose == Purpose::Service { Ink::Plain } else { Ink::Late };
    for words in draft.warnings() {
        add(ink, &view.say(&words));
    }
    if draft.gaps() > 0 {
        add(Ink::Late, &view.say(&Message::new("draft-gaps").with("count", draft.gaps())));
    }
    add(Ink::Plain, " ");
    if !draft.subject.is_empty() {
        // A message has no subject: it stands here for the log, and is not copied.
        let (id, ink) = if draft.has_subject() { ("draft-subject", Ink::Strong) } else { ("draft-subject-log", Ink::Quiet) };
        add(ink, &view.say(&Message::new(id).with("subject", draft.subject.as_str())));
        add(Ink::Plain, " ");
    }
    add(Ink::Plain, &draft.body);
    out
}
