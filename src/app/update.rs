//! `update`: what a message changes and what it asks for. It only routes; what a command means is in the modules beside it.

use super::act;
use super::command::{self, Command, Do, Scope};
use super::dialog::{Dialog, Panel};
use super::find::Find;
use super::form::Form;
use super::help::Help;
use super::key::{self, Key};
use super::line::{Line, Purpose};
use super::model::{LogDraft, Logged, Model, Prefix, Tab, Toast};
use super::msg::{After, Effect, Msg, SnoozeFor};
use crate::domain::day::{Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::{Channel, Direction, Outcome, Status};
use crate::i18n::Lang;
use crate::portfolio::explain;
use crate::store::{Applied, Undone};

/// Takes a message. Every effect asked for is answered by the shell before the next key.
pub fn update(model: &mut Model, msg: Msg, now: &Now) -> Vec<Effect> {
    let mut effects = match msg {
        Msg::Key(key) => press(model, key, now),
        Msg::Paste(text) => paste(model, &text, now),
        Msg::Resize(width, height) => {
            model.size = (width, height);
            if !model.is_narrow() {
                model.brief.open = false;
            }
            Vec::new()
        }
        Msg::Applied(applied, after) => applied_now(model, &applied, after),
        Msg::Undone(undone, back) => undone_now(model, &undone, back),
        Msg::Reloaded => {
            model.details.clear();
            model.rebuild(false);
            vec![Effect::LoadFinder(Vec::new())]
        }
        Msg::Detail(id, detail) => {
            model.details.insert(id, detail);
            Vec::new()
        }
        Msg::Finder(finder, clients) => {
            model.finder.renew(finder, &clients);
            if model.find.is_some() {
                model.rebuild(false);
            }
            Vec::new()
        }
        Msg::Imported(parts) => {
            model.details.clear();
            model.rebuild(false);
            model.dialogs.push(Dialog::Panel(Panel { title: Message::new("panel-import"), parts, scroll: 0 }));
            vec![Effect::LoadFinder(Vec::new())]
        }
        Msg::Failed(message) => {
            model.error = Some(message);
            Vec::new()
        }
        Msg::Wake => wake(model, now),
    };
    if let Some(id) = model.client().map(|c| c.id())
        && !model.details.contains_key(&id)
    {
        model.details.insert(id, None);
        effects.push(Effect::LoadDetail(id));
    }
    effects
}

/// A key: text where text is typed, else a command of the registry.
fn press(model: &mut Model, key: Key, now: &Now) -> Vec<Effect> {
    model.error = None;
    // What is always there with Ctrl works in every dialog too.
    let always = command::COMMANDS.iter().find(|c| key.ctrl && c.scope == Scope::Always && c.has_key(key));
    if let Some(command) = always {
        return run(model, command.id, key, now);
    }
    let typing = model.is_typing();
    let key = if typing { key } else { key::twin(key) };
    let command = command::lookup(model, key);
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
    match (command, model.prefix.is_some() && model.dialogs.is_empty()) {
        (Some(command), pending) => {
            if let Err(why) = command.available(model) {
                if pending {
                    model.prefix = None;
                }
                model.error = Some(why);
                return Vec::new();
            }
            run(model, command.id, key, now)
        }
        (None, true) => {
            model.prefix = None;
            if key != Key::plain(key::KeyCode::Esc) {
                model.error = Some(Message::new("prefix-cancelled").with("key", key.to_string()));
            }
            Vec::new()
        }
        (None, false) => Vec::new(),
    }
}

/// A letter of a line, or a key that moves in the hits while the filter is typed.
fn type_text(model: &mut Model, key: Key, now: &Now) -> Vec<Effect> {
    if let Some(Dialog::Line(line)) = model.dialogs.last_mut() {
        if line.field.key(key) {
            line.read(now);
        }
        return Vec::new();
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

/// The filter has another text: its best hit is selected.
fn filter(model: &mut Model) {
    model.rebuild(false);
    if model.find.as_ref().is_some_and(|f| !f.field.trimmed().is_empty()) {
        model.list_mut().step(isize::MIN);
    }
}

/// Pasted text goes where text is typed; elsewhere it opens a note and never runs keys.
fn paste(model: &mut Model, text: &str, now: &Now) -> Vec<Effect> {
    model.error = None;
    match model.dialogs.last_mut() {
        Some(Dialog::Line(line)) => {
            line.field.paste(text);
            line.read(now);
        }
        Some(Dialog::Form(form)) => form.paste(text),
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
        Do::SkipHoliday => return skip(model, "skip-why-holiday", now),
        Do::SkipRecent => return skip(model, "skip-why-recent", now),
        Do::SkipNothing => return skip(model, "skip-why-nothing", now),
        Do::SkipTyped => ask(model, Purpose::SkipWhy),
        Do::Reschedule => ask(model, Purpose::Reschedule),
        Do::NewClient | Do::FirstClient => ask(model, Purpose::NewClient(Status::Active)),
        Do::NewLead => ask(model, Purpose::NewClient(Status::Lead)),
        Do::NewPromise | Do::Promise => {
            if let Some(client) = model.client().map(|c| c.id()) {
                ask(model, Purpose::Promise { client, today: id == Do::Promise });
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
        Do::Undo => return vec![Effect::Undo],
        Do::Redo => return vec![Effect::Redo],
        Do::Find => {
            let text = model.find.take().map(|f| f.field).unwrap_or_default();
            model.find = Some(Find { field: text, ..Find::open() });
            if model.finder.clients.is_empty() {
                return vec![Effect::LoadFinder(Vec::new())];
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
        Do::PanelClose => {
            model.dialogs.pop();
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

    fn show(&mut self, tab: Tab) {
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
    match (model.prefix.take(), model.client().map(|c| c.id())) {
        (Some(Prefix::Log(draft)), Some(client)) => act::log(model, client, &draft, outcome, None, now),
        _ => Vec::new(),
    }
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

fn skip(model: &mut Model, why: &'static str, now: &Now) -> Vec<Effect> {
    model.prefix = None;
    let why = model.words.get(why);
    act::skip(model, why, now)
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
    match line.submit(model, now) {
        Ok(effects) => effects,
        Err(error) => {
            line.error = Some(error);
            model.dialogs.push(Dialog::Line(line));
            Vec::new()
        }
    }
}

fn cancel(model: &mut Model) {
    if model.dialogs.pop().is_none() && model.find.take().is_some() {
        model.rebuild(false);
    }
}

fn save(model: &mut Model, now: &Now) -> Vec<Effect> {
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

fn applied_now(model: &mut Model, applied: &Applied, after: After) -> Vec<Effect> {
    if matches!(model.dialogs.last(), Some(Dialog::Form(_))) && after == After::Stay {
        model.dialogs.pop();
    }
    for client in &applied.clients {
        model.details.remove(client);
    }
    let touches: Vec<Id> = applied.ids.iter().filter(|(what, _)| *what == "touch").map(|(_, id)| *id).collect();
    if let ([touch], Some(client)) = (&touches[..], applied.clients.first()) {
        model.last = Some(Logged { touch: *touch, client: *client });
    }
    let new = (after == After::SelectNew).then(|| applied.clients.first().copied()).flatten();
    if new.is_some() {
        model.find = None;
    }
    model.rebuild(after == After::MoveOn);
    if let Some(client) = new
        && !model.list_mut().select_client(client)
    {
        model.show(Tab::Clients);
        model.clients.select_client(client);
    }
    if after == After::MoveOn {
        model.brief = super::model::Brief { focus: false, open: model.brief.open && model.is_narrow(), scroll: 0 };
    }
    // Only a contact has a next one; a note or a snooze leaves the plan as it was.
    let next = match applied.clients[..] {
        [one] if touches.len() == 1 && after == After::MoveOn => model.book.client(one).and_then(|c| c.next_due),
        _ => None,
    };
    let said = applied.message.clone();
    let message = match next {
        Some(day) => Message::new("toast-next").with("did", said).with("day", day),
        None => said,
    };
    model.toast = Some(Toast { message, undo: true, note: touches.len() == 1 });
    renew_finder(model, &applied.clients, applied.all)
}

fn undone_now(model: &mut Model, undone: &Undone, back: bool) -> Vec<Effect> {
    for client in &undone.clients {
        model.details.remove(client);
    }
    model.last = None;
    model.rebuild(false);
    if let Some(client) = undone.clients.first() {
        model.list_mut().select_client(*client);
    }
    let mut message = Message::new(if back { "toast-undone" } else { "toast-redone" }).with("did", undone.message.clone());
    if let Some(left) = undone.left.first() {
        message = Message::new("toast-left").with("done", message).with("left", left.clone());
    }
    model.toast = Some(Toast { message, undo: false, note: false });
    renew_finder(model, &undone.clients, undone.all)
}

/// Names, people and addresses of these clients may be others. What nobody has searched yet is read when it is needed.
fn renew_finder(model: &mut Model, clients: &[Id], all: bool) -> Vec<Effect> {
    if all || clients.is_empty() {
        model.finder = Default::default();
    }
    match (model.finder.clients.is_empty(), &model.find) {
        (false, _) => vec![Effect::LoadFinder(clients.to_vec())],
        (true, Some(_)) => vec![Effect::LoadFinder(Vec::new())],
        (true, None) => Vec::new(),
    }
}

/// The clock moved on: timed items that fell due are announced, and a new day is read anew.
fn wake(model: &mut Model, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    if !std::mem::replace(&mut model.prepared, true) && model.finder.clients.is_empty() {
        effects.push(Effect::LoadFinder(Vec::new()));
    }
    let from = model.announced;
    let due = model.book.queue.items.iter().filter(|i| i.at.is_some_and(|at| at > from && at <= now.instant));
    let name = |id: Option<Id>| id.and_then(|id| model.book.client(id)).map(|c| c.name().to_owned()).unwrap_or_default();
    let said = due.last().map(|item| {
        let time = item.at.map(|at| model.words.time(at, now)).unwrap_or_default();
        Message::new("toast-timed").with("time", time).with("client", name(item.client)).with("what", item.reason.clone())
    });
    if let Some(message) = said {
        model.toast = Some(Toast { message: message.clone(), undo: false, note: false });
        effects.extend([Effect::Announce(message), Effect::Reload]);
    } else if model.book.now.today() != now.today() {
        effects.push(Effect::Reload);
    }
    model.announced = now.instant;
    effects
}

/// The next moment at which the picture changes by itself: a timed item, or the next minute of the clock in the header. Once, right
/// after the first frames, what the filter searches is read, so that the first `/` need not wait for it.
pub fn next_wake(model: &Model, now: &Now) -> Moment {
    if !model.prepared {
        return Moment(now.instant.0 + 1);
    }
    let minute = Moment(now.instant.0.div_euclid(60) * 60 + 60);
    let timed = model.book.queue.items.iter().filter_map(|i| i.at).filter(|at| *at > now.instant).min();
    timed.map_or(minute, |at| at.min(minute))
}
