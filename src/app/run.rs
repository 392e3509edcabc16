//! What each command of the registry does. Which key means which command is `command`'s; what actions an item allows is `act`'s.

use super::command::{Command, Do, Scope};
use super::deed::{self, Deed};
use super::dialog::{Dialog, Panel};
use super::field::Field;
use super::find::Find;
use super::form::{self, Form, Press, Subject};
use super::help::{self, Help, Turn};
use super::key::{self, Key};
use super::line::{Line, Purpose};
use super::menu::Menu;
use super::model::{LogDraft, Model, Prefix, Tab};
use super::msg::{After, Effect, SnoozeFor};
use super::palette::{Choice, Palette};
use super::{act, copy, deck, files, flow, mapping};
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{Channel, Direction, Flag, Outcome, Status, SurveyKind, TaskKind, Tier};
use crate::i18n::Lang;
use crate::portfolio::explain;

/// Runs a command that is available.
pub fn run(model: &mut Model, id: Do, key: Key, now: &Now) -> Vec<Effect> {
    let page = isize::from(i16::try_from(model.size.1.saturating_sub(8).max(2)).unwrap_or(20));
    match id {
        Do::Done => return done(model, now),
        Do::NoAnswer => return deed::perform(model, Deed::NoAnswer, now),
        Do::Paid => return deed::perform(model, Deed::Paid, now),
        Do::Repeat => return deed::repeat(model, now),
        Do::Mark => deed::mark(model),
        Do::MarkAlike => deed::mark_alike(model),
        Do::Snooze => model.prefix = Some(Prefix::Snooze),
        Do::Skip => model.prefix = Some(Prefix::Skip),
        Do::New => model.prefix = Some(Prefix::New),
        Do::Survey => model.prefix = Some(Prefix::Survey(false)),
        Do::Flag => model.prefix = Some(Prefix::Flag),
        Do::Tier => model.prefix = Some(Prefix::Tier),
        Do::Quadrant => model.prefix = Some(Prefix::Quadrant),
        Do::Copy => model.prefix = Some(Prefix::Copy),
        Do::Log(channel) => model.prefix = Some(Prefix::Log(LogDraft::new(channel))),
        Do::LogDone => return finish_log(model, Outcome::Reached, now),
        Do::LogNoAnswer => return finish_log(model, Outcome::NoAnswer, now),
        Do::LogDeclined => return finish_log(model, Outcome::Declined, now),
        Do::LogEarlier | Do::LogInbound => change_log(model, id),
        Do::LogAgain => model.open_line(Line::new(Purpose::LogAgain)),
        Do::LogMoment => model.open_line(Line::new(Purpose::LogMoment)),
        Do::LogNote => model.open_line(Line::new(Purpose::LogNote)),
        Do::SnoozeDays => {
            let days = digit(key).filter(|n| *n > 0).unwrap_or(1);
            return snooze(model, SnoozeFor::Days(i32::from(days)), now);
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
        Do::NewPromise | Do::Promise => ask(model, Purpose::Owed(TaskKind::Own)),
        Do::NewWaiting => ask(model, Purpose::Owed(TaskKind::Waiting)),
        Do::NewPerson => new_fact(model, Subject::NewPerson),
        Do::NewInvoice => new_fact(model, Subject::NewInvoice),
        Do::NewProject => new_fact(model, Subject::NewEngagement),
        Do::NewSurvey => new_fact(model, Subject::NewSurvey),
        Do::NewPlan => new_fact(model, Subject::NewOverride),
        Do::NewTask => new_fact(model, Subject::NewTask),
        Do::NewLeave => {
            model.prefix = None;
            form::open_subject(model, Subject::NewLeave);
        }
        Do::Pause => ask(model, Purpose::Pause),
        Do::TierA => ask(model, Purpose::PinWhy(Tier::A)),
        Do::TierB => ask(model, Purpose::PinWhy(Tier::B)),
        Do::TierC => ask(model, Purpose::PinWhy(Tier::C)),
        Do::TierComputed => {
            let why = model.words.get("pin-why-computed");
            return second(model, Deed::Pin(None, why), now);
        }
        Do::FlagCompetitor => return second(model, Deed::Flag(Some(Flag::Competitor)), now),
        Do::FlagCold => return second(model, Deed::Flag(Some(Flag::Cold)), now),
        Do::FlagDeclined => return second(model, Deed::Flag(Some(Flag::Declined)), now),
        Do::FlagNone => return second(model, Deed::Flag(None), now),
        Do::QuadrantSet => return second(model, Deed::Quadrant(digit(key)), now),
        Do::QuadrantComputed => return second(model, Deed::Quadrant(None), now),
        Do::SurveyTen => model.prefix = Some(Prefix::Survey(true)),
        Do::SurveyScore => return score(model, digit(key).unwrap_or(0), now),
        Do::SurveyOne => return second(model, Deed::Survey(SurveyKind::Nps, 1), now),
        Do::CopyPreferred | Do::CopyPhone | Do::CopyMail | Do::CopyWechat | Do::CopyAddress => {
            model.prefix = None;
            return match copy::text(model, id) {
                Ok(text) => vec![Effect::Copy(text)],
                Err(why) => {
                    model.error = Some(why);
                    Vec::new()
                }
            };
        }
        Do::Prep => return model.client().map(|c| vec![Effect::Prep(c.id())]).unwrap_or_default(),
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
        Do::Open => return open(model, key, now),
        Do::ToBrief => {
            if model.is_narrow() {
                model.close_page();
            }
            model.brief.open = model.is_narrow();
            model.brief.focus = true;
        }
        Do::ToList if model.page.is_some() && !model.brief.focus => model.close_page(),
        Do::ToList => (model.brief.open, model.brief.focus) = (false, false),
        Do::PageTurn => turn(model),
        Do::KindNext => model.turn_kind(1),
        Do::KindBack => model.turn_kind(-1),
        Do::BriefDown => model.brief.scroll = model.brief.scroll.saturating_add(3),
        Do::BriefUp => model.brief.scroll = model.brief.scroll.saturating_sub(3),
        Do::Back => back(model),
        Do::Today => model.show(Tab::Today),
        Do::Clients => model.show(Tab::Clients),
        Do::NextTab | Do::LastTab => model.show(if model.tab == Tab::Today { Tab::Clients } else { Tab::Today }),
        Do::Undo | Do::FirstUndo => return vec![Effect::Undo],
        Do::Redo | Do::FirstRedo => return vec![Effect::Redo],
        Do::Find => {
            model.close_page();
            let find = model.find.get_or_insert_with(Find::open);
            find.typing = true;
            if model.finder.stale {
                return vec![Effect::LoadFinder(Vec::new())];
            }
            if !model.finder.changed.is_empty() {
                return vec![Effect::LoadFinder(model.finder.changed.clone())];
            }
        }
        Do::FirstImport | Do::Import => return files::open(model),
        Do::Sort => return vec![Effect::Deal],
        Do::Plans | Do::Level => flow::open(model, id),
        Do::FilesEnter | Do::FilesComplete | Do::FilesDown | Do::FilesUp | Do::FilesClose => return flow::files(model, id),
        Do::MapImport | Do::MapChoose | Do::MapNext | Do::MapBack | Do::MapLeave | Do::MapKeep | Do::MapKind => {
            return mapping::run(model, id);
        }
        Do::MapEncoding | Do::MapDates | Do::MapDown | Do::MapUp | Do::MapClose => return mapping::run(model, id),
        Do::FieldTake | Do::FieldDown | Do::FieldUp | Do::FieldClose => return mapping::run(model, id),
        Do::StepTake | Do::StepPick | Do::StepDown | Do::StepUp | Do::StepMore | Do::StepLess | Do::StepClose => {
            return flow::steps(model, id, digit(key));
        }
        Do::PresetTake | Do::PresetPick | Do::PresetDown | Do::PresetUp | Do::PresetClose => {
            return flow::preset(model, id, digit(key));
        }
        Do::DeckA | Do::DeckB | Do::DeckC | Do::DeckNot | Do::DeckLater | Do::DeckTake => return deck::decide(model, id, now),
        Do::DeckBack => return deck::back(model),
        Do::DeckClose => deck::close(model),
        Do::LevelApply | Do::LevelDown | Do::LevelUp | Do::LevelClose => return flow::levelled(model, id, key),
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
        Do::Menu => model.dialogs.push(Dialog::Menu(Menu::open(model))),
        Do::Palette => model.dialogs.push(Dialog::Palette(Box::new(Palette::open(model)))),
        Do::Suspend => return vec![Effect::Suspend],
        Do::Redraw => return vec![Effect::Redraw],
        Do::Quit => return vec![Effect::Quit],
        Do::LineEnter => return enter(model, now),
        Do::LineCancel => cancel(model),
        Do::LineEditor => {
            if let Some(Dialog::Line(line)) = model.dialogs.last() {
                return vec![Effect::Edit(line.field.text().to_owned())];
            }
        }
        Do::FormNext | Do::FormBack => {
            if let Some(form) = form::front_mut(model) {
                form.warned = false;
                let n = if id == Do::FormNext { 1 } else { -1 };
                // Up and Down go from row to row, Tab through the values of a row too.
                if matches!(key.code, key::KeyCode::Up | key::KeyCode::Down) { form.step(n) } else { form.step_part(n) }
            }
        }
        Do::FormEnter => return enter_form(model, now),
        // A blank in a phrase is a blank.
        Do::FormPick
            if key.typed().is_some() && form::front(model).and_then(Form::here).is_some_and(|p| !p.value().is_empty()) =>
        {
            if let Some(form) = form::front_mut(model) {
                form.key(key);
            }
        }
        Do::FormPick => {
            if let Some(picker) = form::front(model).and_then(|f| f.picker(now)) {
                model.dialogs.push(Dialog::Picker(picker));
            }
        }
        Do::FormEditor => {
            if let Some(text) = form::front(model).and_then(|f| f.for_editor()) {
                return vec![Effect::Edit(text.to_owned())];
            }
        }
        Do::FormRaise | Do::FormLower => {
            if let Some(form) = form::front_mut(model) {
                form.shift(if id == Do::FormRaise { -1 } else { 1 });
            }
        }
        Do::PickLeft
        | Do::PickRight
        | Do::PickUp
        | Do::PickDown
        | Do::PickMonthBack
        | Do::PickMonthOn
        | Do::PickToday
        | Do::PickTake
        | Do::PickClose => pick(model, id, now),
        Do::FormSave => return save(model, now),
        Do::FormCancel => close_form(model),
        Do::PanelDown | Do::PanelUp => scroll(model, if id == Do::PanelDown { 1 } else { -1 }, key),
        Do::PanelEnter => return enter_panel(model, now),
        Do::PanelClose | Do::QuestionNo => {
            model.dialogs.pop();
        }
        Do::ManualNext => help::turn(model, Turn::By(1)),
        Do::ManualBack => help::turn(model, Turn::By(-1)),
        Do::ManualPick => help::turn(model, Turn::To(usize::from(digit(key).unwrap_or(0)))),
        Do::ManualKeys => help::turn(model, Turn::To(0)),
        Do::SheetCopy => {
            if let Some(Dialog::Sheet(sheet)) = model.dialogs.last() {
                return vec![Effect::Copy(sheet.text.clone())];
            }
        }
        Do::MenuPick => {
            if let Some(Dialog::Menu(menu)) = model.dialogs.last_mut()
                && menu.pick(usize::from(digit(key).unwrap_or(0)))
            {
                return enter_panel(model, now);
            }
        }
        Do::MenuNext | Do::MenuBack => {
            if let Some(Dialog::Menu(mut menu)) = model.dialogs.pop() {
                menu.turn(if id == Do::MenuNext { 1 } else { -1 }, model);
                model.dialogs.push(Dialog::Menu(menu));
            }
        }
        Do::PaletteEnter => return enter_palette(model, now),
        Do::PaletteComplete => {
            if let Some(Dialog::Palette(palette)) = model.dialogs.last_mut() {
                palette.complete();
            }
        }
        Do::PaletteDown | Do::PaletteUp => {
            if let Some(Dialog::Palette(palette)) = model.dialogs.last_mut() {
                palette.step(if id == Do::PaletteDown { 1 } else { -1 });
            }
        }
        Do::PaletteClose => {
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
        if let Some(page) = self.page.as_mut().filter(|_| !self.brief.focus) {
            page.step(n);
        } else if self.brief.open || self.brief.focus {
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
        self.page = None;
        self.brief = Default::default();
        self.find = None;
        self.marks.clear();
        self.rebuild(false);
    }
}

fn ask(model: &mut Model, purpose: Purpose) {
    model.prefix = None;
    model.open_line(Line::new(purpose));
}

fn finish_log(model: &mut Model, outcome: Outcome, now: &Now) -> Vec<Effect> {
    let prefix = model.prefix.take();
    let effects = match &prefix {
        Some(Prefix::Log(draft)) => deed::perform(model, Deed::Log { draft: draft.clone(), outcome, again: None }, now),
        _ => Vec::new(),
    };
    model.submitted = (!effects.is_empty()).then_some((None, prefix));
    effects
}

/// The digit of a key.
fn digit(key: Key) -> Option<u8> {
    key.typed().and_then(|c| c.to_digit(10)).and_then(|n| u8::try_from(n).ok())
}

/// A deed that a second key asked for.
fn second(model: &mut Model, deed: Deed, now: &Now) -> Vec<Effect> {
    model.prefix = None;
    deed::perform(model, deed, now)
}

/// The digit of a score; behind a 1 only a 0 makes sense.
fn score(model: &mut Model, digit: u8, now: &Now) -> Vec<Effect> {
    match (&model.prefix, digit) {
        (Some(Prefix::Survey(true)), 0) => second(model, Deed::Survey(SurveyKind::Nps, 10), now),
        (Some(Prefix::Survey(true)), _) => {
            model.prefix = None;
            model.error = Some(Message::new("survey-no-score").with("score", i64::from(digit) + 10));
            Vec::new()
        }
        _ => second(model, Deed::Survey(SurveyKind::Nps, digit), now),
    }
}

/// `d`: what needs an answer asks for it, everything else is completed at once.
fn done(model: &mut Model, now: &Now) -> Vec<Effect> {
    if model.marks.is_empty()
        && let (Some(item), Some(client)) = (model.item(), model.client())
    {
        let (id, channel) = (client.id(), act::item_channel(item, client));
        let purpose = match item.target {
            Target::Renewal(engagement) => Some(Purpose::NextNotice { client: id, engagement, channel }),
            Target::Lead => Some(Purpose::NextStep { client: id, channel }),
            _ => None,
        };
        if let Some(purpose) = purpose {
            model.open_line(Line::new(purpose));
            return Vec::new();
        }
    }
    deed::perform(model, Deed::Done, now)
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
    second(model, Deed::Snooze(span), now)
}

fn skip(model: &mut Model, why: &'static str, now: &Now) -> Vec<Effect> {
    let why = model.words.get(why);
    second(model, Deed::Skip(why), now)
}

/// `E`: the fact of the selected event on a page, else that of the row's item, else the client.
fn edit(model: &mut Model) {
    let Some(client) = model.client().map(|c| c.id()) else { return };
    if let Some(fact) = model.fact() {
        if let Err(why) = form::open(model, fact) {
            model.error = Some(why);
        }
        return;
    }
    let subject = match model.item().map(|i| i.target) {
        Some(Target::Task(id)) => Subject::Task(id),
        Some(Target::Invoice(id)) => Subject::Invoice(id),
        Some(Target::Renewal(id)) => Subject::Engagement(id),
        Some(Target::Appointment(id)) => Subject::Appointment(id),
        Some(Target::Review) => Subject::Review(client),
        _ => Subject::Client(client),
    };
    form::open_subject(model, subject);
}

/// The form of something new of the selected client.
fn new_fact(model: &mut Model, subject: fn(crate::domain::id::Id) -> Subject) {
    model.prefix = None;
    if let Some(client) = model.client().map(|c| c.id()) {
        form::open_subject(model, subject(client));
    }
}

/// Enter in a form: a button is pressed, else the next field follows.
fn enter_form(model: &mut Model, now: &Now) -> Vec<Effect> {
    let Some(form) = form::front_mut(model) else { return Vec::new() };
    form.warned = false;
    let press = match form.here().map(|p| &p.input) {
        Some(form::Input::Button(press, _)) => *press,
        _ => {
            form.step_part(1);
            return Vec::new();
        }
    };
    match press {
        Press::Save => save(model, now),
        Press::Open(subject) => {
            form::open_subject(model, subject);
            Vec::new()
        }
        Press::Remove => form.remove().map(|action| vec![Effect::Apply(action, After::Stay)]).unwrap_or_default(),
    }
}

/// A key of the calendar in front of a form.
fn pick(model: &mut Model, id: Do, now: &Now) {
    let Some(Dialog::Picker(picker)) = model.dialogs.last_mut() else { return };
    match id {
        Do::PickLeft => picker.days(-1),
        Do::PickRight => picker.days(1),
        Do::PickUp => picker.days(-7),
        Do::PickDown => picker.days(7),
        Do::PickMonthBack => picker.months(-1),
        Do::PickMonthOn => picker.months(1),
        Do::PickToday => picker.home(),
        _ => {
            let text = picker.text(now);
            model.dialogs.pop();
            if let Some(form) = form::front_mut(model).filter(|_| id == Do::PickTake) {
                form.pick(&text);
            }
        }
    }
}

/// Enter: the list opens the client, with the page at once where there is room for it beside the brief; the brief opens the page, and
/// on the page it changes the selected fact.
fn open(model: &mut Model, key: Key, now: &Now) -> Vec<Effect> {
    if model.page.is_some() {
        return run(model, Do::Edit, key, now);
    }
    if model.is_narrow() && !model.brief.open {
        (model.brief.open, model.brief.focus) = (true, true);
    } else {
        model.open_page();
    }
    Vec::new()
}

/// Tab on a page: the other one of timeline and brief. On a narrow screen one of them fills it.
fn turn(model: &mut Model) {
    match (model.is_narrow(), model.page.is_some()) {
        (false, _) => model.brief.focus = !model.brief.focus,
        (true, false) => model.open_page(),
        (true, true) => {
            model.close_page();
            (model.brief.open, model.brief.focus) = (true, true);
        }
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
    if model.page.is_some() && !model.brief.focus {
        model.close_page();
        model.brief.focus = model.brief.open;
    } else if model.page.is_some() {
        model.brief.focus = false;
    } else if model.brief.open || model.brief.focus {
        (model.brief.open, model.brief.focus) = (false, false);
    } else if !model.marks.is_empty() {
        model.marks.clear();
    } else if model.find.take().is_some() {
        model.rebuild(false);
    }
}

fn enter(model: &mut Model, now: &Now) -> Vec<Effect> {
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
    let Some(Dialog::Form(mut form)) = model.dialogs.pop() else { return Vec::new() };
    form.warned = false;
    form.error = None;
    let done = form.check(&model.book).and_then(|()| form.save(&model.book, now));
    let effects = match done {
        Ok(None) => return Vec::new(),
        // The form closes when the action was written: a refusal leaves it standing.
        Ok(Some(action)) => vec![Effect::Apply(action, After::Stay)],
        Err(error) => {
            form.error = Some(error);
            Vec::new()
        }
    };
    model.dialogs.push(Dialog::Form(form));
    effects
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
        Some(Dialog::Help(_)) => help::step(model, n),
        Some(Dialog::Menu(menu)) => menu.step(n),
        Some(Dialog::Panel(panel)) => panel.scroll = panel.scroll.saturating_add_signed(n as i16),
        Some(Dialog::Sheet(sheet)) => sheet.scroll = sheet.scroll.saturating_add_signed(n as i16),
        _ => {}
    }
}

/// Enter in a panel: the chosen command of the help or the menu is run where the user was.
fn enter_panel(model: &mut Model, now: &Now) -> Vec<Effect> {
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
fn launch(model: &mut Model, command: &Command, by_number: bool, now: &Now) -> Vec<Effect> {
    if let Err(why) = start(model, command) {
        model.error = Some(why);
        return Vec::new();
    }
    let key = command.keys.first().and_then(|k| Key::parse(k)).unwrap_or(Key::char('?'));
    // A score, a number of days and a quadrant are digits themselves: the pending key asks for them.
    if matches!(command.id, Do::SurveyScore | Do::SnoozeDays | Do::QuadrantSet) {
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
fn enter_palette(model: &mut Model, now: &Now) -> Vec<Effect> {
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
fn start(model: &mut Model, command: &Command) -> Result<(), Message> {
    let first = match command.scope {
        Scope::Log => {
            let channel = model.item().and_then(|i| i.channel).filter(|c| *c != Channel::Unknown);
            Some((Do::Log(Channel::Call), Prefix::Log(LogDraft::new(channel.unwrap_or(Channel::Call)))))
        }
        Scope::Snooze => Some((Do::Snooze, Prefix::Snooze)),
        Scope::Skip => Some((Do::Skip, Prefix::Skip)),
        Scope::New => Some((Do::New, Prefix::New)),
        Scope::Survey => Some((Do::Survey, Prefix::Survey(command.id == Do::SurveyOne))),
        Scope::Flag => Some((Do::Flag, Prefix::Flag)),
        Scope::Tier => Some((Do::Tier, Prefix::Tier)),
        Scope::Quadrant => Some((Do::Quadrant, Prefix::Quadrant)),
        Scope::Copy => Some((Do::Copy, Prefix::Copy)),
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
