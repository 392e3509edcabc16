//! What each command of the registry does. Which key means which command is `command`'s; what actions an item allows is `act`'s.

use super::act;
use super::command::{Command, Do, Scope};
use super::dialog::{Dialog, Panel};
use super::field::Field;
use super::find::Find;
use super::form::Form;
use super::help::Help;
use super::key::{self, Key};
use super::line::{Line, Purpose};
use super::model::{LogDraft, Model, Prefix, Tab};
use super::msg::{Effect, SnoozeFor};
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::words::{Channel, Direction, Outcome, Status};
use crate::i18n::Lang;
use crate::portfolio::explain;

/// Runs a command that is available.
pub fn run(model: &mut Model, id: Do, key: Key, now: &Now) -> Vec<Effect> {
    let page = isize::from(i16::try_from(model.size.1.saturating_sub(8).max(2)).unwrap_or(20));
    match id {
        Do::Done => return act::done(model, now),
        Do::NoAnswer => return act::no_answer(model, now),
        Do::Paid => return act::paid(model, now),
        Do::Snooze => model.prefix = Some(Prefix::Snooze),
        Do::Skip => model.prefix = Some(Prefix::Skip),
        Do::New => model.prefix = Some(Prefix::New),
        Do::Log(channel) => model.prefix = Some(Prefix::Log(LogDraft::new(channel))),
        Do::LogDone => return finish_log(model, Outcome::Reached, now),
        Do::LogNoAnswer => return finish_log(model, Outcome::NoAnswer, now),
        Do::LogDeclined => return finish_log(model, Outcome::Declined, now),
        Do::LogEarlier | Do::LogInbound => change_log(model, id),
        Do::LogAgain => model.open_line(Line::new(Purpose::LogAgain)),
        Do::LogMoment => model.open_line(Line::new(Purpose::LogMoment)),
        Do::LogNote => model.open_line(Line::new(Purpose::LogNote)),
        Do::SnoozeDays => {
            let days = key.typed().and_then(|c| c.to_digit(10)).filter(|n| *n > 0).unwrap_or(1);
            return snooze(model, SnoozeFor::Days(days as i32), now);
        }
        Do::SnoozeWeek => return snooze(model, SnoozeFor::Days(7), now),
        Do::SnoozeMonth => return snooze(model, SnoozeFor::Months(1), now),
        Do::SnoozeLast => {
            let span = model.last_snooze.unwrap_or(SnoozeFor::Days(1));
            if act::snooze_until(span, now.today()) <= now.today() {
                model.prefix = None;
                model.error = Some(Message::new("line-past"));
                return Vec::new();
            }
            return snooze(model, span, now);
        }
        Do::SnoozeDate => ask(model, Purpose::SnoozeDate),
        Do::SkipHoliday => return skip(model, "skip-why-holiday"),
        Do::SkipRecent => return skip(model, "skip-why-recent"),
        Do::SkipNothing => return skip(model, "skip-why-nothing"),
        Do::SkipTyped => ask(model, Purpose::SkipWhy),
        Do::Reschedule => ask(model, Purpose::Reschedule),
        Do::NewClient | Do::FirstClient => ask(model, Purpose::NewClient(Status::Active)),
        Do::NewLead => ask(model, Purpose::NewClient(Status::Lead)),
        Do::NewPromise | Do::Promise => {
            if let Some(client) = model.client().map(|c| c.id()) {
                ask(model, Purpose::Promise(client));
            }
        }
        Do::Note => {
            if let Some(last) = model.last {
                ask(model, Purpose::Note(last));
            }
        }
        Do::Edit => edit(model),
        Do::Why => why(model),
        Do::Down => model.walk(1),
        Do::Up => model.walk(-1),
        Do::Top => model.walk(isize::MIN),
        Do::Bottom => model.walk(isize::MAX),
        Do::PageDown => model.walk(page),
        Do::PageUp => model.walk(-page),
        Do::HalfDown => model.walk(page / 2),
        Do::HalfUp => model.walk(-page / 2),
        Do::ToBrief | Do::Open => {
            model.brief.open = model.is_narrow();
            model.brief.focus = true;
        }
        Do::ToList => (model.brief.open, model.brief.focus) = (false, false),
        Do::BriefDown => model.brief.scroll = model.brief.scroll.saturating_add(3),
        Do::BriefUp => model.brief.scroll = model.brief.scroll.saturating_sub(3),
        Do::Back => back(model),
        Do::Today => model.show(Tab::Today),
        Do::Clients => model.show(Tab::Clients),
        Do::NextTab | Do::LastTab => model.show(if model.tab == Tab::Today { Tab::Clients } else { Tab::Today }),
        Do::Undo | Do::FirstUndo => return vec![Effect::Undo],
        Do::Redo | Do::FirstRedo => return vec![Effect::Redo],
        Do::Find => {
            let find = model.find.get_or_insert_with(Find::open);
            find.typing = true;
            if model.finder.stale {
                return vec![Effect::LoadFinder(Vec::new())];
            }
            if !model.finder.changed.is_empty() {
                return vec![Effect::LoadFinder(model.finder.changed.clone())];
            }
        }
        Do::FirstImport => ask(model, Purpose::ImportPath),
        Do::FirstDemo => return vec![Effect::Demo],
        Do::FirstZone => ask(model, Purpose::Zone),
        Do::FirstLanguage => {
            let other = if model.words.lang == Lang::En { Lang::Zh } else { Lang::En };
            return vec![Effect::Speak(other)];
        }
        Do::FirstDown => model.first = (model.first + 1).min(FIRST.len() - 1),
        Do::FirstUp => model.first = model.first.saturating_sub(1),
        Do::FirstRun => return FIRST.get(model.first).map(|id| run(model, *id, key, now)).unwrap_or_default(),
        Do::Help => model.dialogs.push(Dialog::Help(Help::open(model))),
        Do::Suspend => return vec![Effect::Suspend],
        Do::Redraw => return vec![Effect::Redraw],
        Do::Quit => return vec![Effect::Quit],
        Do::LineEnter => return enter(model, now),
        Do::LineCancel => cancel(model),
        Do::FormNext | Do::FormBack => {
            if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
                form.warned = false;
                form.step(if id == Do::FormNext { 1 } else { -1 });
            }
        }
        Do::FormSave => return save(model, now),
        Do::FormCancel => close_form(model),
        Do::PanelDown | Do::PanelUp => scroll(model, if id == Do::PanelDown { 1 } else { -1 }, key),
        Do::PanelEnter => return enter_panel(model, now),
        Do::PanelClose | Do::QuestionNo => {
            model.dialogs.pop();
        }
        Do::QuestionYes => {
            if let Some(Dialog::Question(question)) = model.dialogs.pop() {
                return vec![question.yes];
            }
        }
    }
    Vec::new()
}

/// The lines of the first-run screen in order.
pub const FIRST: [Do; 5] = [Do::FirstImport, Do::FirstClient, Do::FirstDemo, Do::FirstZone, Do::FirstLanguage];

impl Model {
    /// Opens a line in front.
    pub fn open_line(&mut self, line: Line) {
        self.dialogs.push(Dialog::Line(Box::new(line)));
    }

    /// Moves in the list, or scrolls the brief where that has the focus.
    fn walk(&mut self, n: isize) {
        if self.brief.open || self.brief.focus {
            let lines = n.clamp(-2000, 2000) as i32;
            self.brief.scroll = (i32::from(self.brief.scroll) + lines).clamp(0, 2000) as u16;
        } else {
            self.list_mut().step(n);
            self.brief.scroll = 0;
        }
    }

    /// Brings a tab to the front, without filter.
    pub fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.brief = Default::default();
        self.find = None;
        self.rebuild(false);
    }
}

fn ask(model: &mut Model, purpose: Purpose) {
    model.prefix = None;
    model.open_line(Line::new(purpose));
}

fn finish_log(model: &mut Model, outcome: Outcome, now: &Now) -> Vec<Effect> {
    let prefix = model.prefix.take();
    let effects = match (&prefix, model.client().map(|c| c.id())) {
        (Some(Prefix::Log(draft)), Some(client)) => act::log(model, client, draft, outcome, None, now),
        _ => Vec::new(),
    };
    model.submitted = (!effects.is_empty()).then_some((None, prefix));
    effects
}

fn change_log(model: &mut Model, id: Do) {
    let Some(Prefix::Log(draft)) = &mut model.prefix else { return };
    match id {
        Do::LogEarlier => {
            draft.at = None;
            draft.days_back += 1;
        }
        _ => draft.direction = if draft.direction == Direction::Out { Direction::In } else { Direction::Out },
    }
}

fn snooze(model: &mut Model, span: SnoozeFor, now: &Now) -> Vec<Effect> {
    model.prefix = None;
    act::snooze(model, span, now)
}

fn skip(model: &mut Model, why: &'static str) -> Vec<Effect> {
    model.prefix = None;
    let why = model.words.get(why);
    act::skip(model, why)
}

fn edit(model: &mut Model) {
    let form = model.client().and_then(|client| {
        let detail = model.details.get(&client.id())?.as_deref()?;
        Some(Form::new(client, detail))
    });
    match form {
        Some(form) => model.dialogs.push(Dialog::Form(Box::new(form))),
        None => model.error = Some(Message::new("line-not-read")),
    }
}

/// The arithmetic of the selected item, or of the client where no item is.
fn why(model: &mut Model) {
    let Some(client) = model.client().map(|c| c.id()).or_else(|| model.item().and_then(|i| i.clients.first().copied())) else {
        return;
    };
    let parts = match model.item() {
        Some(item) => explain::why(&model.book, item),
        None => explain::explain(&model.book, client),
    };
    let parts = parts.into_iter().map(|p| (Some(p.title), p.lines)).collect();
    let title = match model.client() {
        Some(client) => Message::new("panel-why").with("client", client.name()),
        None => Message::new("panel-why-batch"),
    };
    model.dialogs.push(Dialog::Panel(Panel { title, parts, scroll: 0 }));
}

/// Esc: one step back, never out.
fn back(model: &mut Model) {
    if model.brief.open || model.brief.focus {
        (model.brief.open, model.brief.focus) = (false, false);
    } else if model.find.take().is_some() {
        model.rebuild(false);
    }
}

fn enter(model: &mut Model, now: &Now) -> Vec<Effect> {
    if model.dialogs.is_empty() {
        if let Some(find) = &mut model.find {
            find.typing = false;
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

/// Esc in a line: it is left without being taken.
fn cancel(model: &mut Model) {
    if model.dialogs.pop().is_none() && model.find.take().is_some() {
        model.rebuild(false);
    }
}

fn save(model: &mut Model, now: &Now) -> Vec<Effect> {
    let effects = finish_form(model, now);
    let Some(Dialog::Form(form)) = model.dialogs.last().filter(|_| !effects.is_empty()) else { return effects };
    if !form.is_stopping() {
        return effects;
    }
    // The reason is asked for last, when everything else can be saved.
    let mut line = Line::new(Purpose::StopWhy);
    line.field = Field::new(form.why.as_deref().unwrap_or_default());
    model.dialogs.push(Dialog::Line(Box::new(line)));
    Vec::new()
}

/// What the form asks for, when all of it can be saved.
pub(super) fn finish_form(model: &mut Model, now: &Now) -> Vec<Effect> {
    let currency = model.book.currency;
    let Some(Dialog::Form(form)) = model.dialogs.last_mut() else { return Vec::new() };
    form.warned = false;
    form.error = None;
    if let (Some(client), Some(Some(detail))) = (model.book.client(form.client), model.details.get(&form.client))
        && let Err(error) = form.check(client, detail)
    {
        form.error = Some(error);
        return Vec::new();
    }
    match form.save(currency, now) {
        Ok(None) => {
            model.dialogs.pop();
            Vec::new()
        }
        // The form closes when the action was written: a refusal leaves it standing.
        Ok(Some(effect)) => vec![effect],
        Err(error) => {
            form.error = Some(error);
            Vec::new()
        }
    }
}

fn close_form(model: &mut Model) {
    let Some(Dialog::Form(form)) = model.dialogs.last_mut() else { return };
    if form.is_dirty() && !form.warned {
        form.warned = true;
        form.error = Some(Message::new("form-dirty"));
    } else {
        model.dialogs.pop();
    }
}

fn scroll(model: &mut Model, n: isize, key: Key) {
    let far = matches!(key.code, key::KeyCode::PageDown | key::KeyCode::PageUp);
    let n = if far { n * 10 } else { n };
    match model.dialogs.last_mut() {
        Some(Dialog::Help(help)) => help.step(n),
        Some(Dialog::Panel(panel)) => panel.scroll = panel.scroll.saturating_add_signed(n as i16),
        _ => {}
    }
}

/// Enter in a panel: the chosen command of the help is run where the user was.
fn enter_panel(model: &mut Model, now: &Now) -> Vec<Effect> {
    let Some(Dialog::Help(help)) = model.dialogs.pop() else { return Vec::new() };
    let Some(command) = help.command() else { return Vec::new() };
    if let Err(why) = start(model, command) {
        model.error = Some(why);
        return Vec::new();
    }
    let key = command.keys.first().and_then(|k| Key::parse(k)).unwrap_or(Key::char('?'));
    run(model, command.id, key, now)
}

/// Makes way for a command chosen from the help: a second key needs its first.
fn start(model: &mut Model, command: &Command) -> Result<(), Message> {
    let first = match command.scope {
        Scope::Log => {
            let channel = model.item().and_then(|i| i.channel).filter(|c| *c != Channel::Unknown);
            Some((Do::Log(Channel::Call), Prefix::Log(LogDraft::new(channel.unwrap_or(Channel::Call)))))
        }
        Scope::Snooze => Some((Do::Snooze, Prefix::Snooze)),
        Scope::Skip => Some((Do::Skip, Prefix::Skip)),
        Scope::New => Some((Do::New, Prefix::New)),
        Scope::Line | Scope::Form | Scope::Panel => return Err(Message::new("not-here")),
        _ => None,
    };
    if let Some((opener, prefix)) = first
        && model.prefix.is_none()
    {
        Command::of(opener).map_or(Ok(()), |c| c.available(model))?;
        command.available(model)?;
        model.prefix = Some(prefix);
    }
    command.available(model)
}
