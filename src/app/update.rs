//! `update`: what a message changes and what it asks for. It only routes; what a command means is in the modules beside it.

use super::after;
use super::alarm;
use super::command::{self, Lookup, Scope};
use super::deck::Deck;
use super::dialog::{Dialog, Question, Sheet};
use super::field::Field;
use super::form;
use super::imported::Imported;
use super::key::{self, Key};
use super::keymap::{Found, spell};
use super::line::{Line, Purpose};
use super::model::{Model, Prefix, Toast};
use super::mouse;
use super::msg::{Effect, Msg};
use super::palette::Palette;
use super::run::run;
use super::{calendar, deck, drafts, files, knowledge, look_back, mailing, mapping, review};
use crate::domain::day::Now;
use crate::domain::message::Message;

/// The message of an action that was written although the book could not be read again afterwards.
pub const WRITTEN_UNREAD: &str = "screen-written-unread";

/// Takes a message. Every effect asked for is answered by the shell before the next key.
pub fn update(model: &mut Model, msg: Msg, now: &Now) -> Vec<Effect> {
    if msg.brings_another_book() {
        model.calendar.outdate();
    }
    let mut effects = match msg {
        Msg::Key(key) => press(model, key, now),
        Msg::Mouse(event, spot) => mouse::mouse(model, event, spot, now),
        Msg::Paste(text) => paste(model, &text, now),
        Msg::Resize(width, height) => {
            let was_agenda = calendar::is_agenda(model);
            model.size = (width, height);
            if !model.is_narrow() {
                model.brief.open = false;
            }
            calendar::resized(model, was_agenda);
            Vec::new()
        }
        Msg::Applied(applied, after) => after::applied(model, &applied, after),
        Msg::Undone(undone, back) => after::undone(model, &undone, back),
        Msg::Reloaded => {
            model.files.clear();
            model.details.clear();
            model.past.outdate(&[]);
            let had = model.entry().is_some();
            if !model.rebuild(false) && had {
                // What was being typed was meant for a row that is gone: it must not reach the next one.
                model.prefix = None;
                model.dialogs.retain(|d| !matches!(d, Dialog::Line(line) if line.purpose.is_of_row()));
            }
            model.finder.stale = true;
            let mut effects = form::reload(model);
            effects.extend(review::outdated(model, &[], true));
            effects
        }
        // Only said while nothing is typed or chosen.
        Msg::Fitted => {
            model.rebuild(false);
            Vec::new()
        }
        Msg::Detail(id, detail) => {
            model.details.insert(id, detail);
            Vec::new()
        }
        Msg::Case(id, file) => {
            model.files.insert(id, file);
            Vec::new()
        }
        Msg::Timeline(story) => {
            model.take_story(story);
            Vec::new()
        }
        Msg::Finder(finder, clients) => {
            model.finder.renew(finder, &clients);
            if model.find.is_some() {
                model.search();
                model.rebuild(false);
            }
            Vec::new()
        }
        Msg::Notes(found) => {
            if let Some(find) = &mut model.find {
                find.notes.extend(found);
            }
            filter(model);
            Vec::new()
        }
        Msg::Ask(message, yes) => {
            model.dialogs.push(Dialog::Question(Box::new(Question { message, yes })));
            Vec::new()
        }
        Msg::Imported(report) => {
            model.submitted = None;
            model.files.clear();
            model.details.clear();
            model.past.outdate(&[]);
            model.rebuild(false);
            model.dialogs.retain(|d| !matches!(d, Dialog::Files(_) | Dialog::Mapping(_) | Dialog::Imported(_)));
            let panel = Imported::new(&report, model);
            model.dialogs.push(Dialog::Imported(panel));
            model.finder.stale = true;
            Vec::new()
        }
        Msg::Files(folder, entries) => {
            if let Some(Dialog::Files(files)) = model.dialogs.last_mut() {
                files.fill(folder, entries);
            }
            Vec::new()
        }
        Msg::Looked(path, options, found) => {
            mapping::looked(model, path, *options, *found);
            Vec::new()
        }
        Msg::Dealt(cards) => {
            if cards.is_empty() {
                model.toast = Some(Toast { message: Message::new("not-unsorted"), undo: false, note: false });
            } else {
                model.dialogs.push(Dialog::Deck(Box::new(Deck::new(cards))));
            }
            Vec::new()
        }
        Msg::LookedBack(span, seen) => {
            look_back::arrived(model, span, *seen);
            Vec::new()
        }
        Msg::Reviewed(record, clients) => {
            review::arrived(model, *record, clients);
            Vec::new()
        }
        Msg::Sheet(title, text) => {
            model.dialogs.push(Dialog::Sheet(Sheet { title, text, scroll: 0 }));
            Vec::new()
        }
        Msg::Drafts(drafts) => {
            model.dialogs.push(Dialog::Draft(drafts));
            Vec::new()
        }
        Msg::Knowledge(shelf, used) => {
            knowledge::arrived(model, *shelf, used);
            Vec::new()
        }
        Msg::Mailing(made) => {
            mailing::made(model, *made);
            Vec::new()
        }
        Msg::HandedAll(way, all, tried) => {
            mailing::handed(model, way, all, tried);
            Vec::new()
        }
        Msg::Handed(way) => {
            drafts::handed(model, way);
            Vec::new()
        }
        Msg::Ran { line, text, well } => {
            ran(model, line, text, well);
            Vec::new()
        }
        Msg::Completed(path, names) => {
            if let Some(Dialog::Line(line)) = model.dialogs.last_mut() {
                line.field = Field::new(&path);
                line.read(now);
                line.parts.extend(names.into_iter().map(|name| Message::new("plain-text").with("text", name)));
            }
            Vec::new()
        }
        Msg::Form(loaded) => {
            form::arrived(model, *loaded);
            Vec::new()
        }
        Msg::Edited(text) => {
            match (text, model.dialogs.last_mut()) {
                (Some(text), Some(Dialog::Line(line))) => {
                    line.field = Field::of_lines(&text);
                    line.read(now);
                }
                (Some(text), Some(Dialog::Form(form))) => form.edited(&text),
                (Some(text), Some(Dialog::Draft(drafts))) => drafts.edit(&text),
                (Some(text), Some(Dialog::Mailing(panel))) => panel.edit(&text),
                _ => {}
            }
            Vec::new()
        }
        Msg::Failed(message) => {
            model.handled.clear();
            model.left = None;
            model.follow = None;
            if message.id == WRITTEN_UNREAD {
                // It is written: a line or form that came back would do it twice. What stands below it has nothing to do with it.
                model.submitted = None;
                model.prefix = None;
                if matches!(model.dialogs.last(), Some(Dialog::Form(_) | Dialog::Draft(_))) {
                    model.dialogs.pop();
                }
                // The same for an import: the look at its file, and the path line below.
                while matches!(model.dialogs.last(), Some(Dialog::Mapping(_) | Dialog::Files(_))) {
                    model.dialogs.pop();
                }
                mailing::logged(model);
                deck::written(model, None);
            }
            // What was typed is never lost: the line comes back and says why it was refused, and so does a pending log.
            if let Some((line, prefix)) = model.submitted.take() {
                model.prefix = prefix;
                model.dialogs.extend(line.map(Dialog::Line));
            }
            deck::refused(model);
            match model.dialogs.last_mut() {
                Some(Dialog::Line(line)) => line.error = Some(message),
                // It stands in the form until the next attempt: what was typed may have to be changed first.
                Some(Dialog::Form(form)) => form.error = Some(message),
                Some(Dialog::Files(files)) => files.error = Some(message),
                Some(Dialog::Mapping(mapping)) => mapping.error = Some(message),
                _ => model.error = Some(message),
            }
            Vec::new()
        }
        Msg::Wake => alarm::wake(model, now),
    };
    form::follow(model, now);
    effects.extend(model.opening.take().map(Effect::LoadForm));
    if let Some(id) = deck::client(model).or_else(|| model.client().map(|c| c.id()))
        && !model.details.contains_key(&id)
    {
        model.details.insert(id, None);
        effects.push(Effect::LoadDetail(id));
    }
    // Only the selected case is kept: whoever comes back to one sees whether its evidence is still what it was.
    let case = model.case().map(|c| c.row.id);
    model.files.retain(|id, _| Some(*id) == case);
    if let Some(case) = case.filter(|id| !model.files.contains_key(id)) {
        model.files.insert(case, None);
        effects.push(Effect::LoadCase(case));
    }
    effects.extend(model.wants_story());
    effects
}

/// The answer of a command line: one line stands in the foot, more in front.
fn ran(model: &mut Model, line: String, text: String, well: bool) {
    let text = text.trim_end().to_owned();
    if !well {
        // The line comes back, to be mended.
        let mut palette = Palette::open(model);
        palette.field = Field::new(&line);
        palette.search();
        model.dialogs.push(Dialog::Palette(Box::new(palette)));
    }
    if text.contains('\n') {
        model.dialogs.push(Dialog::Sheet(Sheet { title: Message::new("palette-ran").with("line", line), text, scroll: 0 }));
    } else if well {
        let message = if text.is_empty() {
            Message::new("palette-done").with("line", line)
        } else {
            Message::new("plain-text").with("text", text)
        };
        model.toast = Some(Toast { message, undo: false, note: false });
    } else {
        model.error = Some(Message::new("plain-text").with("text", text));
    }
}

/// A key: text where text is typed, else a command of the registry.
fn press(model: &mut Model, key: Key, now: &Now) -> Vec<Effect> {
    model.error = None;
    model.pressed = now.instant;
    // What was done before has been read by now; what came up while text is typed has not.
    if !model.is_typing() {
        model.toast = None;
    }
    // A brief that could not be read is tried again, once a key.
    model.details.retain(|_, detail| detail.is_some());
    model.files.retain(|_, file| file.is_some());
    model.past.asked = None;
    // What is always there with Ctrl works in every dialog too.
    if key.ctrl
        && let Some(Found::Command(command)) = model.keymap.find(Scope::Always, &[key])
    {
        return run(model, command.id, key, now);
    }
    let typing = model.is_typing();
    let key = if typing { key } else { key::twin(key) };
    let mut keys = std::mem::take(&mut model.typed);
    keys.push(key);
    if let Some((scope, why)) = model.refused.take()
        && model.keymap.find(scope, &keys).is_some()
        && !typing
    {
        model.error = Some(why);
        return Vec::new();
    }
    let command = match command::lookup(model, &keys) {
        // In a text a key that means nothing there is a letter.
        Lookup::Command(command) if typing && command.available(model).is_err() => None,
        Lookup::Command(command) => Some(command),
        Lookup::Begun => {
            model.typed = keys;
            return Vec::new();
        }
        Lookup::Nothing => None,
    };
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
        return match command {
            Some(command) => run(model, command.id, key, now),
            None => {
                form.key(key);
                Vec::new()
            }
        };
    }
    if typing && command.is_none() {
        return type_text(model, key, now);
    }
    match (command, model.pending().is_some()) {
        (Some(command), pending) => {
            if let Err(why) = command.available(model) {
                if pending {
                    model.prefix = None;
                }
                // The second key that was meant to follow must not act as a command of its own.
                model.refused = command.opens().map(|scope| (scope, why.clone()));
                model.error = Some(why);
                return Vec::new();
            }
            run(model, command.id, key, now)
        }
        (None, true) => {
            // What was typed for a log is not lost to a wrong key.
            let typed = matches!(&model.prefix, Some(Prefix::Log(draft)) if !draft.typed.is_empty() || draft.at.is_some());
            if typed && key != Key::plain(key::KeyCode::Esc) {
                model.error = Some(Message::new("prefix-stays").with("key", key.to_string()));
                return Vec::new();
            }
            model.prefix = None;
            if key != Key::plain(key::KeyCode::Esc) {
                model.error = Some(Message::new("prefix-cancelled").with("key", key.to_string()));
            }
            Vec::new()
        }
        (None, false) => {
            if !matches!(model.dialogs.last(), Some(Dialog::Help(_) | Dialog::Question(_))) {
                model.error = Some(Message::new("key-unbound").with("key", spell(&keys)));
            }
            Vec::new()
        }
    }
}

/// A letter of a line, or a key that moves in the hits while the filter is typed.
fn type_text(model: &mut Model, key: Key, now: &Now) -> Vec<Effect> {
    match model.dialogs.last_mut() {
        Some(Dialog::Line(line)) => {
            if line.field.key(key) {
                line.read(now);
            }
            return Vec::new();
        }
        Some(Dialog::Files(_)) => return files::key(model, key),
        Some(Dialog::Mapping(_)) => return mapping::key(model, key),
        Some(Dialog::Knowledge(finding)) => {
            if finding.field.key(key) {
                finding.search();
            }
            return Vec::new();
        }
        Some(Dialog::Palette(palette)) => {
            match key.code {
                key::KeyCode::PageDown => palette.step(10),
                key::KeyCode::PageUp => palette.step(-10),
                _ if palette.field.key(key) => palette.search(),
                _ => {}
            }
            return Vec::new();
        }
        _ => {}
    }
    let step = match key.code {
        key::KeyCode::Down => Some(1),
        key::KeyCode::Up => Some(-1),
        key::KeyCode::PageDown => Some(10),
        key::KeyCode::PageUp => Some(-10),
        _ => None,
    };
    if let Some(step) = step {
        model.list_mut().step(step);
    } else if model.find.as_mut().is_some_and(|f| f.field.key(key)) {
        filter(model);
    }
    Vec::new()
}

impl Model {
    /// Searches for what stands in the filter.
    fn search(&mut self) {
        if let Some(find) = &mut self.find {
            find.search(&self.finder, &self.book);
        }
    }
}

/// The filter has another text: its best hit is selected.
fn filter(model: &mut Model) {
    model.search();
    model.rebuild(false);
    let best = model.find.as_ref().and_then(|f| f.hits.as_ref()?.first().copied());
    if !best.is_some_and(|id| model.list_mut().select_client(id)) && model.find.is_some() {
        model.list_mut().step(isize::MIN);
    }
}

/// Pasted text goes where text is typed; elsewhere it opens a note and never runs keys.
fn paste(model: &mut Model, text: &str, now: &Now) -> Vec<Effect> {
    model.error = None;
    if !model.is_typing() {
        model.toast = None;
    }
    if model.dialogs.is_empty() && model.is_first_run() && model.prefix.is_none() {
        return files::dropped(model, text);
    }
    match model.dialogs.last_mut() {
        Some(Dialog::Line(line)) => {
            line.field.paste(text);
            line.read(now);
        }
        Some(Dialog::Form(form)) => form.paste(text),
        Some(Dialog::Palette(palette)) => {
            palette.field.paste(text);
            palette.search();
        }
        Some(Dialog::Files(_)) => return files::paste(model, text),
        Some(Dialog::Mapping(_)) => mapping::paste(model, text),
        Some(Dialog::Knowledge(finding)) => {
            finding.field.paste(text);
            finding.search();
        }
        Some(_) => {}
        None if model.find.as_ref().is_some_and(|f| f.typing) && model.prefix.is_none() => {
            if let Some(find) = &mut model.find {
                find.field.paste(text);
            }
            filter(model);
        }
        None => {
            let client = model.client().map(|c| c.id());
            let purpose = match (&model.prefix, client, model.last) {
                (Some(Prefix::Log(_)), ..) => Purpose::LogNote,
                (_, Some(client), Some(last)) if last.client == client => Purpose::Note(last),
                (_, Some(client), _) => Purpose::ClientNote(client),
                (_, None, Some(last)) => Purpose::Note(last),
                (_, None, None) => {
                    model.error = Some(Message::new("not-nothing-selected"));
                    return Vec::new();
                }
            };
            if purpose != Purpose::LogNote {
                model.prefix = None;
            }
            let mut line = Line::new(purpose);
            line.field.paste(text);
            line.read(now);
            model.open_line(line);
        }
    }
    Vec::new()
}
