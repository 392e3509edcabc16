//! What the keys of whatever stands in front do: lines of text, panels, menu and palette, and commands chosen there by name or number.

use super::{back, run};
use crate::app::command::{Command, Do, Scope};
use crate::app::dialog::Dialog;
use crate::app::help::{self};
use crate::app::key::{self, Key};
use crate::app::menu::Menu;
use crate::app::model::{LogDraft, Model, Prefix};
use crate::app::msg::Effect;
use crate::app::palette::Choice;
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::words::Channel;

pub(super) fn enter(model: &mut Model, now: &Now) -> Vec<Effect> {
    if model.dialogs.is_empty() {
        if let Some(find) = &mut model.find {
            find.typing = false;
            let unread = find.unread_notes(&model.book);
            if !unread.is_empty() {
                return vec![Effect::LookThrough(unread)];
            }
            if find.field.trimmed().is_empty() {
                back(model);
            }
        }
        return Vec::new();
    }
    let Some(Dialog::Line(mut line)) = model.dialogs.pop() else { return Vec::new() };
    let prefix = model.prefix.clone();
    match line.submit(model, now) {
        Ok(effects) => {
            model.submitted = (!effects.is_empty()).then_some((Some(line), prefix));
            effects
        }
        Err(error) => {
            line.error = Some(error);
            model.dialogs.push(Dialog::Line(line));
            Vec::new()
        }
    }
}

/// Characters of a note that Esc drops without a word.
const SHORT: usize = 20;

/// Esc in a line: it is left without being taken.
pub(super) fn cancel(model: &mut Model) {
    // A long note is not lost to one key.
    if let Some(Dialog::Line(line)) = model.dialogs.last_mut()
        && line.is_note()
        && line.field.trimmed().chars().count() > SHORT
        && !std::mem::replace(&mut line.warned, true)
    {
        line.error = Some(Message::new("line-dirty"));
        return;
    }
    if model.dialogs.pop().is_none()
        && let Some(find) = model.find.take()
    {
        model.rebuild(false);
        if let Some(id) = find.before {
            model.list_mut().select(id);
        }
    }
}

/// Rows of the screen above and below what stands in front.
const CHROME: u16 = 6;
/// Further than any text is long.
const FAR: isize = 10_000;

pub(super) fn scroll(model: &mut Model, n: isize, key: Key, now: &Now) {
    let page = isize::try_from(model.size.1.saturating_sub(CHROME + 1).max(2)).unwrap_or(10);
    let n = match key.code {
        key::KeyCode::PageDown | key::KeyCode::PageUp => n * page,
        key::KeyCode::Home | key::KeyCode::End | key::KeyCode::Char('g' | 'G') => n * FAR,
        key::KeyCode::Char('d' | 'u') if key.ctrl => n * (page / 2).max(1),
        _ => n,
    };
    let size = (model.size.0, usize::from(model.size.1.saturating_sub(CHROME)));
    let to = |scroll: u16, lines: usize, rows: usize| {
        // Where not all fit, the last row says how much is below.
        let furthest = if lines > rows { lines - rows.saturating_sub(1) } else { 0 };
        u16::try_from(usize::from(scroll).saturating_add_signed(n).min(furthest)).unwrap_or(u16::MAX)
    };
    let words = &model.words;
    match model.dialogs.last_mut() {
        Some(Dialog::Help(_)) => help::step(model, n),
        Some(Dialog::Menu(menu)) => menu.step(n),
        Some(Dialog::Panel(panel)) => {
            let lines = panel.lines(|message| words.say(message, now), size.0).len();
            panel.scroll = to(panel.scroll, lines, size.1);
        }
        Some(Dialog::Draft(drafts)) => drafts.scroll = drafts.scroll.saturating_add_signed(n as i16),
        // Its title stays above it.
        Some(Dialog::Sheet(sheet)) => sheet.scroll = to(sheet.scroll, sheet.lines(size.0).len(), size.1.saturating_sub(1)),
        _ => {}
    }
}

/// Enter in a panel: the chosen command of the help or the menu is run where the user was.
pub(super) fn enter_panel(model: &mut Model, now: &Now) -> Vec<Effect> {
    let (command, by_number) = match model.dialogs.pop() {
        Some(Dialog::Help(help)) => (help.command(), false),
        Some(Dialog::Menu(menu)) => (menu.command(), true),
        _ => return Vec::new(),
    };
    match command {
        Some(command) => launch(model, command, by_number, now),
        None => Vec::new(),
    }
}

/// Runs a command that was chosen by its name or number. From the menu, a first key opens the menu of its second ones.
pub(super) fn launch(model: &mut Model, command: &Command, by_number: bool, now: &Now) -> Vec<Effect> {
    if let Err(why) = start(model, command) {
        model.error = Some(why);
        return Vec::new();
    }
    let key = command.keys.first().and_then(|k| Key::parse(k)).unwrap_or(Key::char('?'));
    // A score, a number of days and a quadrant are digits themselves: the pending key asks for them.
    if command.id.takes_digit() {
        return Vec::new();
    }
    let pending = model.prefix.is_some();
    let effects = run(model, command.id, key, now);
    if by_number && !pending && model.prefix.is_some() && model.dialogs.is_empty() {
        model.dialogs.push(Dialog::Menu(Menu::open(model)));
    }
    effects
}

/// Enter in the palette: the chosen command is run, a command line carried out, or completed where it needs more.
pub(super) fn enter_palette(model: &mut Model, now: &Now) -> Vec<Effect> {
    let Some(Dialog::Palette(mut palette)) = model.dialogs.pop() else { return Vec::new() };
    match palette.choice() {
        Some(Choice::Key(id)) => Command::of(id).map(|c| launch(model, c, false, now)).unwrap_or_default(),
        Some(Choice::Line(n)) if palette.line(n).is_some_and(|l| l.usage.is_empty()) => {
            let path = palette.line(n).map(|l| l.path.clone()).unwrap_or_default();
            vec![Effect::RunLine(path.split(' ').map(str::to_owned).collect())]
        }
        Some(Choice::Line(_)) => {
            palette.complete();
            model.dialogs.push(Dialog::Palette(palette));
            Vec::new()
        }
        Some(Choice::Run) => match palette.words() {
            Some(words) => vec![Effect::RunLine(words)],
            None => {
                model.dialogs.push(Dialog::Palette(palette));
                model.error = Some(Message::new("palette-open-quote"));
                Vec::new()
            }
        },
        None => {
            model.error = Some(Message::new("palette-nothing").with("text", palette.field.trimmed()));
            model.dialogs.push(Dialog::Palette(palette));
            Vec::new()
        }
    }
}

/// Makes way for a command chosen by name: a second key needs its first.
pub(super) fn start(model: &mut Model, command: &Command) -> Result<(), Message> {
    let first = match command.scope {
        Scope::Log => {
            let channel = model.item().and_then(|i| i.channel).filter(|c| *c != Channel::Unknown);
            Some((Do::Log(Channel::Call), Prefix::Log(LogDraft::new(channel.unwrap_or(Channel::Call)))))
        }
        Scope::Snooze => Some((Do::Snooze, Prefix::Snooze)),
        Scope::Skip => Some((Do::Skip, Prefix::Skip)),
        Scope::New => Some((Do::New, Prefix::New)),
        Scope::Survey => Some((Do::Survey, Prefix::Survey(command.id == Do::SurveyOne))),
        Scope::CaseMark => Some((Do::Survey, Prefix::CaseMark)),
        Scope::Flag => Some((Do::Flag, Prefix::Flag)),
        Scope::Tier => Some((Do::Tier, Prefix::Tier)),
        Scope::Quadrant => Some((Do::Quadrant, Prefix::Quadrant)),
        Scope::Decide => Some((Do::Decide, Prefix::Decide)),
        Scope::Copy => Some((Do::Copy, Prefix::Copy)),
        // What they answer was not asked.
        Scope::StepMark | Scope::Ending if model.pending().is_none() => return Err(Message::new("not-here")),
        scope if scope.is_of_dialog() => {
            return Err(Message::new("not-here"));
        }
        _ => None,
    };
    if let Some((opener, prefix)) = first
        && model.prefix.is_none()
    {
        Command::of(opener).map_or(Ok(()), |c| c.available(model))?;
        model.prefix = Some(prefix);
        if let Err(why) = command.available(model) {
            model.prefix = None;
            return Err(why);
        }
    }
    command.available(model)
}
