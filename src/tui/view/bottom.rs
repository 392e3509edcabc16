//! The foot of the screen: what was just done or went wrong, the line being typed, and the keys that work now, read from the registry.

use super::View;
use crate::app::command::{self, Do, shown_key};
use crate::app::complaints;
use crate::app::dialog::Dialog;
use crate::app::line::Line;
use crate::app::model::Prefix;
use crate::app::mouse::{Hit, Typing};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::Direction;
use crate::portfolio::playbooks;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::{Pen, field};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows of the foot: one more while a line is typed.
pub fn height(view: &View<'_>) -> u16 {
    match line(view) {
        Some(line) => 3 + parts(view, line).len().max(1) as u16,
        None => 3,
    }
}

/// What was understood of a line, in as many rows as it takes, three at most.
fn parts(view: &View<'_>, line: &Line) -> Vec<Vec<String>> {
    let cells = usize::from(view.model.size.0).saturating_sub(5);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut used = 0;
    for part in &line.parts {
        let words = view.say(part);
        let needs = text::width(&words) + 2;
        if rows.is_empty() || (used + needs > cells && rows.len() < 3) {
            rows.push(Vec::new());
            used = 0;
        }
        used += needs;
        rows.last_mut().into_iter().for_each(|row| row.push(words.clone()));
    }
    rows
}

fn line<'a>(view: &View<'a>) -> Option<&'a Line> {
    match view.model.dialogs.last() {
        Some(Dialog::Line(line)) => Some(line),
        _ => None,
    }
}

/// Draws it.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    match line(view) {
        Some(line) => {
            typed(view, frame, area, line);
            hints(view, frame, area, area.height - 1);
        }
        None => {
            view.rule(frame, area, 0, "");
            said(view, frame, area, 1);
            hints(view, frame, area, 2);
        }
    }
}

/// The line being typed, and under it what was understood, why it was not taken, or an example.
fn typed(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, line: &Line) {
    view.rule(frame, area, 0, &view.say(&line.prompt(view.model)));
    let mut pen = Pen::new(frame.buffer_mut(), area, 1).keep(1);
    pen.text(" > ", view.style(Ink::Key));
    let drawn = field(&mut pen, area.y + 1, &line.field, view.style(Ink::Plain));
    let mut pen = Pen::new(frame.buffer_mut(), area, 2).keep(1);
    pen.skip(3);
    match &line.error {
        Some(error) => {
            pen.text(&view.say(error), view.style(Ink::Warning));
        }
        None if line.field.trimmed().is_empty() => {
            pen.text(&view.say(&line.example()), view.style(Ink::Quiet));
        }
        None => {
            for (n, row) in parts(view, line).iter().enumerate() {
                let mut pen = Pen::new(frame.buffer_mut(), area, 2 + n as u16).keep(1);
                pen.skip(3);
                for part in row {
                    pen.text(part, view.style(Ink::Done)).skip(2);
                }
            }
        }
    }
    if let Some(drawn) = drawn {
        view.hit(drawn.area, Hit::Text(Typing::Line, drawn.from));
        frame.set_cursor_position(drawn.caret);
    }
}

/// An error, a pending key, or the toast.
fn said(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, row: u16) {
    let model = view.model;
    let mut pen = Pen::new(frame.buffer_mut(), area, row).keep(1);
    pen.skip(1);
    let chosen = match model.dialogs.last() {
        Some(Dialog::Help(help)) => help.command(),
        Some(Dialog::Menu(menu)) => menu.command(),
        _ => None,
    };
    if let Some(command) = chosen {
        // Its sentence stands beside it; here is why it cannot be done now.
        if let Err(why) = command.available(model) {
            pen.text(&view.say(&why), view.style(Ink::Quiet));
        }
    } else if let Some(Dialog::Question(question)) = model.dialogs.last() {
        pen.text(&view.say(&question.message), view.style(Ink::Warning));
    } else if let Some(error) = &model.error {
        pen.text(&view.say(error), view.style(Ink::Warning));
    } else if let Some(prefix) = model.pending() {
        pen.text(&pending(view, prefix), view.style(Ink::Strong));
    } else if !model.typed.is_empty() {
        let keys = crate::app::keymap::spell(&model.typed);
        pen.text(&view.say(&Message::new("keys-begun").with("keys", keys)), view.style(Ink::Strong));
    } else if let Some(toast) = &model.toast {
        let mut asides = Vec::new();
        for (wanted, id, words) in [(toast.undo, Do::Undo, "toast-undo"), (toast.note, Do::Note, "toast-note")] {
            let key = Some(shown_key(model, id)).filter(|key| wanted && !key.is_empty());
            asides.extend(key.map(|key| (id, key, view.word(words))));
        }
        let cells: usize = asides.iter().map(|(_, key, words)| text::width(key) + text::width(words) + 4).sum();
        let room = pen.left().saturating_sub(cells);
        pen.cell(&view.say(&toast.message), room, view.style(Ink::Done));
        for (id, key, words) in asides {
            let start = pen.skip(3).x();
            pen.text(&key, view.style(Ink::Key)).skip(1).text(&words, view.style(Ink::Quiet));
            view.hit(Rect { x: start, y: area.y + row, width: pen.x() - start, height: 1 }, Hit::Command(id));
        }
    } else if let Some(words) = marked(view) {
        pen.text(&words, view.style(Ink::Strong));
    }
}

/// How many rows are marked, and how to let go of them.
fn marked(view: &View<'_>) -> Option<String> {
    let count = view.model.list().entries().filter(|(_, e)| view.model.marks.contains(&e.id)).count();
    (count > 0 && view.model.page.is_none()).then(|| view.say(&Message::new("rows-marked").with("count", count)))
}

/// What waits for its second key.
fn pending(view: &View<'_>, prefix: &Prefix) -> String {
    let subjects: Vec<_> = view.model.subjects().collect();
    let count = |n: usize| view.say(&Message::new("row-clients").with("count", n));
    let name = match &subjects[..] {
        [one] => match one.client {
            Some(client) => Some(client.name().to_owned()),
            None => complaints::improvement(&view.model.book, one.id)
                .map(|i| i.row.text.clone())
                .or_else(|| one.items.first().map(|i| count(i.clients.len()))),
        },
        many => Some(count(many.len())),
    };
    let with = |id: &'static str| Message::new(id).with("client", name.clone().unwrap_or_default());
    match prefix {
        Prefix::Log(draft) => {
            let mut words = view.say(&with("pending-log").with("channel", draft.channel));
            let mut also = |message: Message| {
                words.push_str(&view.word("pending-between"));
                words.push_str(&view.say(&message));
            };
            if draft.direction == Direction::In {
                also(Message::new("pending-inbound"));
            }
            match draft.at {
                Some(at) => also(Message::new("pending-at").with("at", at)),
                None if draft.days_back > 0 => {
                    also(Message::new("pending-day").with("day", view.now.today().plus(-draft.days_back)));
                }
                None => {}
            }
            if let Some(note) = &draft.note {
                also(Message::new("pending-note").with("note", note.as_str()));
            }
            for (what, due) in &draft.owed {
                also(Message::new("pending-owed").with("what", what.as_str()).with("day", due.day));
            }
            for tag in &draft.tags {
                also(Message::new("part-tag").with("value", tag.as_str()));
            }
            words
        }
        Prefix::Snooze if view.model.is_of_risk() => view.say(&with("pending-put-off")),
        Prefix::Snooze => view.say(&with("pending-snooze")),
        Prefix::Skip => view.say(&with("pending-skip")),
        Prefix::New => view.word("pending-new"),
        Prefix::Survey(false) => view.say(&with("pending-survey")),
        Prefix::Survey(true) => view.say(&with("pending-survey-one")),
        Prefix::CaseMark => view.say(&with("pending-case-mark").with("no", view.model.case().map_or(0, |c| c.row.no))),
        Prefix::Flag => view.say(&with("pending-flag")),
        Prefix::Tier => view.say(&with("pending-tier")),
        Prefix::Decide => view.say(&with("pending-decide")),
        Prefix::Quadrant => view.say(&with("pending-quadrant")),
        Prefix::Copy => view.say(&with("pending-copy")),
        Prefix::StepMark { client, .. } => view.say(&of(view, "pending-step-mark", *client)),
        Prefix::Ending { client, run } => view.say(&of_run(view, *client, *run)),
    }
}

fn of(view: &View<'_>, id: &'static str, client: Id) -> Message {
    let name = view.model.book.client(client).map(|c| text::one_line(c.name()).into_owned());
    Message::new(id).with("client", name.unwrap_or_default())
}

/// How a playbook ended; only a win-back ends well or badly.
fn of_run(view: &View<'_>, client: Id, run: Id) -> Message {
    let assessed = view.model.book.client(client);
    let Some((of_client, run)) = assessed.and_then(|c| Some((c, playbooks::win_back(c).filter(|r| r.id == run)?))) else {
        return of(view, "pending-stop", client);
    };
    match playbooks::mark_given(of_client, run, view.now) {
        Some(mark) => of(view, "pending-ending-marked", client).with("mark", u32::from(mark)),
        None => of(view, "pending-ending", client),
    }
}

/// The keys that work now, the most important first, as many as fit; the key of the help always.
fn hints(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, row: u16) {
    let mut hints = command::hints(view.model);
    let help = hints.iter().position(|h| h.id == Do::Help).map(|at| hints.remove(at));
    let cells = |hint: &command::Hint| text::width(&hint.keys) + 1 + text::width(&view.say(&hint.title)) + 2;
    let mut pen = Pen::new(frame.buffer_mut(), area, row).keep(1);
    pen.skip(1);
    let kept = help.as_ref().map_or(0, &cells);
    for hint in &hints {
        if pen.left() + 2 < cells(hint) + kept {
            break;
        }
        one_hint(view, &mut pen, area.y + row, hint);
        pen.skip(2);
    }
    if let Some(help) = help {
        one_hint(view, &mut pen, area.y + row, &help);
    }
}

/// One entry of the line. Each key of a group is a button of its own, and the title goes with the only one.
fn one_hint(view: &View<'_>, pen: &mut Pen<'_>, y: u16, hint: &command::Hint) {
    let keys: Vec<&str> = if hint.each.len() > 1 { hint.keys.split(' ').collect() } else { vec![&hint.keys] };
    for (n, key) in keys.iter().enumerate() {
        let start = pen.skip(usize::from(n > 0)).x();
        pen.text(key, view.style(Ink::Key));
        if keys.len() == 1 {
            pen.skip(1).text(&view.say(&hint.title), view.style(Ink::Plain));
        }
        if let Some(id) = hint.each.get(n) {
            view.hit(Rect { x: start, y, width: pen.x() - start, height: 1 }, Hit::Command(*id));
        }
    }
    if keys.len() > 1 {
        pen.skip(1).text(&view.say(&hint.title), view.style(Ink::Plain));
    }
}
