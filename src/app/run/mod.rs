//! What each command of the registry does. Which key means which command is `command`'s; what actions an item allows is `act`'s. Families of
//! them have files of their own.

mod deeds;
mod forms;
mod front;

pub(super) use forms::finish_form;

use deeds::{change_log, digit, done, finish_log, score, second, skip, snooze};
use forms::{close_form, edit, enter_form, new_fact, new_improvement, pick, save};
use front::{cancel, enter, enter_palette, enter_panel, scroll};

use crate::app::command::Do;
use crate::app::deed::{self, Deed};
use crate::app::dialog::{Dialog, Panel};
use crate::app::field::Field;
use crate::app::find::Find;
use crate::app::form::{self, Form, Subject};
use crate::app::help::{self, Help, Turn};
use crate::app::key::{self, Key};
use crate::app::line::{self, Line, Purpose};
use crate::app::menu::Menu;
use crate::app::model::{LogDraft, Model, Prefix, Tab};
use crate::app::msg::{Effect, SnoozeFor};
use crate::app::palette::Palette;
use crate::app::{
    act, at_risk, board, calendar, causes, copy, deck, drafts, facets, files, flow, knowledge, look_back, loss, mailing,
    mapping, playbook, review, visits, workload,
};
use crate::domain::complaint::Rating;
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::words::{CaseEventKind, Flag, InvestmentKind, Outcome, Status, SurveyKind, TaskKind, Tier};
use crate::i18n::Lang;
use crate::portfolio::care;
use crate::portfolio::explain;
use crate::portfolio::value::ValueView;

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
        Do::WinBack => return playbook::win_back(model, now),
        Do::Playbooks => playbook::show(model),
        Do::StepScore | Do::StepUnmarked | Do::StepWords => return playbook::second(model, id, digit(key), now),
        Do::EndSaved | Do::EndLost | Do::EndStopped => return playbook::second(model, id, None, now),
        Do::PlayDone | Do::PlaySkip | Do::PlayEnd | Do::PlayDraft | Do::PlayTurn => return playbook::run(model, id, key, now),
        Do::PlayUndo | Do::PlayDown | Do::PlayUp | Do::PlayClose => return playbook::run(model, id, key, now),
        Do::Skip if model.marks.is_empty() && playbook::leave_out(model) => {}
        // A care date let pass needs no reason.
        Do::Skip if act::is_of_care(model) => return deed::perform(model, Deed::Skip(String::new()), now),
        Do::Skip => model.prefix = Some(Prefix::Skip),
        Do::New => model.prefix = Some(Prefix::New),
        Do::Survey if model.case().is_some() => model.prefix = Some(Prefix::CaseMark),
        Do::Survey => model.prefix = Some(Prefix::Survey(false)),
        Do::Propose => ask(model, Purpose::CaseEvent(CaseEventKind::Propose)),
        Do::Refused => ask(model, Purpose::CaseEvent(CaseEventKind::Reject)),
        Do::Fixed => ask(model, Purpose::CaseEvent(CaseEventKind::Resolve)),
        Do::Reopen => ask(model, Purpose::CaseEvent(CaseEventKind::Reopen)),
        Do::NewCaseNote => ask(model, Purpose::CaseEvent(CaseEventKind::Note)),
        Do::CaseWaiting => {
            let waits = model.case().is_some_and(|c| c.progress.waiting.is_some());
            let kind = if waits { CaseEventKind::Resume } else { CaseEventKind::Waiting };
            return deed::perform(model, Deed::Case(kind, None, None, None), now);
        }
        Do::MarkScore => {
            let mark = Rating::Mark(digit(key).unwrap_or(3).clamp(1, 5));
            return second(model, Deed::Case(CaseEventKind::Close, None, None, Some(mark)), now);
        }
        Do::MarkUnreachable => {
            return second(model, Deed::Case(CaseEventKind::Close, None, None, Some(Rating::Unreachable)), now);
        }
        Do::NewEvidence => {
            if let Some(case) = model.case().map(|c| c.row.id) {
                ask(model, Purpose::Evidence(case));
            }
        }
        Do::NewImprovement => new_improvement(model),
        Do::Review => return review::open(model),
        Do::ReviewOpen | Do::ReviewDone | Do::ReviewSnooze | Do::ReviewTick | Do::ReviewPart | Do::ReviewKeep => {
            return review::run(model, id, key, now);
        }
        Do::ReviewWhy | Do::ReviewBefore | Do::ReviewAfter | Do::ReviewSpread | Do::ReviewCopy | Do::ReviewUndo => {
            return review::run(model, id, key, now);
        }
        Do::ReviewDown | Do::ReviewUp | Do::ReviewClose => return review::run(model, id, key, now),
        Do::Load => workload::open(model),
        Do::LoadTake | Do::LoadSpread | Do::LoadFewer | Do::LoadMore => return workload::run(model, id, key),
        Do::LoadUndo | Do::LoadDown | Do::LoadUp | Do::LoadClose => return workload::run(model, id, key),
        Do::LookBack => return look_back::open(model),
        Do::BackOpen | Do::BackShorter | Do::BackLonger | Do::BackDown | Do::BackUp | Do::BackClose => {
            return look_back::run(model, id, key);
        }
        Do::Board => board::open(model),
        Do::BoardOpen | Do::BoardTurn | Do::BoardNew | Do::BoardEdit | Do::BoardUndo | Do::BoardClose => {
            return board::run(model, id, key, now);
        }
        Do::BoardNext | Do::BoardBack | Do::BoardWon | Do::BoardLost | Do::BoardDone | Do::BoardDay => {
            return board::run(model, id, key, now);
        }
        Do::BoardReport | Do::BoardTold => return board::run(model, id, key, now),
        Do::BoardDown | Do::BoardUp | Do::BoardLeft | Do::BoardRight => return board::run(model, id, key, now),
        Do::Causes => causes::open(model),
        Do::ViewNext | Do::ViewBack => model.turn_view(if id == Do::ViewNext { 1 } else { -1 }),
        Do::Facets => facets::open(model),
        Do::FacetTake | Do::FacetNext | Do::FacetBack | Do::FacetDown | Do::FacetUp | Do::FacetClose => {
            return facets::run(model, id, key);
        }
        Do::CauseOpen | Do::CauseDone | Do::CauseUndo | Do::CauseTurn | Do::CauseClose => return causes::run(model, id, key),
        Do::CauseShorter | Do::CauseLonger | Do::CauseDown | Do::CauseUp => return causes::run(model, id, key),
        Do::NewComplaint => {
            if let Some(client) = model.client().map(|c| c.id()) {
                model.prefix = None;
                let causes = line::causes(model);
                model.open_line(Line { causes, ..Line::new(Purpose::Complaint(client)) });
            }
        }
        Do::Flag => model.prefix = Some(Prefix::Flag),
        Do::Tier => model.prefix = Some(Prefix::Tier),
        Do::Decide => model.prefix = Some(Prefix::Decide),
        Do::Quadrant => model.prefix = Some(Prefix::Quadrant),
        Do::Copy => model.prefix = Some(Prefix::Copy),
        Do::Log(channel) => model.prefix = Some(Prefix::Log(LogDraft::new(channel))),
        Do::LogDone => return finish_log(model, Outcome::Reached, now),
        Do::LogNoAnswer => return finish_log(model, Outcome::NoAnswer, now),
        Do::LogDeclined => return finish_log(model, Outcome::Declined, now),
        Do::LogEarlier | Do::LogInbound => change_log(model, id),
        Do::LogAgain => model.open_line(Line::new(Purpose::LogAgain)),
        Do::LogMoment => model.open_line(Line::new(Purpose::LogMoment)),
        Do::LogNote => {
            let mut line = Line::new(Purpose::LogNote);
            if let Some(Prefix::Log(draft)) = &model.prefix {
                line.field = Field::new(&draft.typed);
                line.read(now);
            }
            model.open_line(line);
        }
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
        Do::NewPromise => ask(model, Purpose::Owed(TaskKind::Own)),
        Do::NewWaiting => ask(model, Purpose::Owed(TaskKind::Waiting)),
        Do::NewPerson => new_fact(model, Subject::NewPerson),
        Do::NewInvoice => new_fact(model, Subject::NewInvoice),
        Do::NewProject => new_fact(model, Subject::NewEngagement),
        Do::NewMilestone => new_fact(model, |client| Subject::NewMilestone(client, None)),
        Do::NewOpportunity => new_fact(model, Subject::NewOpportunity),
        Do::NewCareDate => new_fact(model, Subject::NewCareDate),
        Do::NewGift => new_fact(model, Subject::NewGift),
        Do::NewConsent => new_fact(model, Subject::NewConsent),
        Do::NewSurvey => new_fact(model, Subject::NewSurvey),
        Do::NewPlan => new_fact(model, Subject::NewOverride),
        Do::NewTask => new_fact(model, Subject::NewTask),
        Do::NewLeave => {
            model.prefix = None;
            form::open_subject(model, Subject::NewLeave);
        }
        Do::Pause => ask(model, Purpose::Pause),
        Do::Lose => loss::open(model),
        Do::LossTake | Do::LossPick | Do::LossDown | Do::LossUp | Do::LossClose => {
            return loss::run(model, id, digit(key));
        }
        Do::TierA => ask(model, Purpose::PinWhy(Tier::A)),
        Do::TierB => ask(model, Purpose::PinWhy(Tier::B)),
        Do::TierC => ask(model, Purpose::PinWhy(Tier::C)),
        Do::TierComputed => {
            let why = model.words.get("pin-why-computed");
            return second(model, Deed::Pin(None, why), now);
        }
        Do::DecideKeep => ask(model, Purpose::InvestWhy(InvestmentKind::Keep)),
        Do::DecideAutomate => ask(model, Purpose::InvestWhy(InvestmentKind::Automate)),
        Do::DecideStop => ask(model, Purpose::LetGoWhy),
        Do::DecideNothing => return second(model, Deed::Invest(None, String::new()), now),
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
        Do::Draft if mailing::is_meant(model) => return mailing::ask(model),
        Do::Draft => return drafts::ask(model),
        Do::DraftCopy
        | Do::DraftSent
        | Do::DraftNext
        | Do::DraftBack
        | Do::DraftEdit
        | Do::DraftMailto
        | Do::DraftCommand
        | Do::DraftFile => return drafts::run(model, id, now),
        Do::DraftNote => return vec![Effect::ReadNotes],
        Do::KnowTake | Do::KnowDown | Do::KnowUp | Do::KnowMore | Do::KnowLess | Do::KnowClose => {
            return knowledge::run(model, id);
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
        Do::ToList if model.page.is_some() && !model.brief.focus => {
            model.close_page();
            review::back(model);
        }
        Do::ToList => (model.brief.open, model.brief.focus) = (false, false),
        Do::PageTurn => turn(model),
        Do::KindNext => model.turn_kind(1),
        Do::KindBack => model.turn_kind(-1),
        Do::BriefDown => model.brief.scroll = model.brief.scroll.saturating_add(3),
        Do::BriefUp => model.brief.scroll = model.brief.scroll.saturating_sub(3),
        Do::Back => back(model),
        Do::Today => model.show(Tab::Today),
        Do::Clients => model.show(Tab::Clients),
        Do::Calendar => model.show(Tab::Calendar),
        Do::DayBack | Do::DayOn | Do::WeekBack | Do::WeekOn | Do::MonthBack | Do::MonthOn | Do::DayToday => {
            calendar::go(model, id)
        }
        Do::MoveBack => return deed::perform(model, Deed::Move(-1), now),
        Do::MoveOn => return deed::perform(model, Deed::Move(1), now),
        Do::AddVisit => visits::open(model),
        Do::VisitTake | Do::VisitDown | Do::VisitUp | Do::VisitClose => return visits::run(model, id, key, now),
        Do::MailTake | Do::MailAll | Do::MailDrop | Do::MailEdit | Do::MailCopy => return mailing::run(model, id, key, now),
        Do::MailLink | Do::MailCommand | Do::MailFile | Do::MailLog => return mailing::run(model, id, key, now),
        Do::MailAnyway | Do::MailNext | Do::MailBack => return mailing::run(model, id, key, now),
        Do::MailDown | Do::MailUp | Do::MailClose => return mailing::run(model, id, key, now),
        Do::Agenda | Do::Lunar => calendar::turn(model, id),
        Do::Complaints => model.show(Tab::Complaints),
        Do::AtRisk => model.show(Tab::AtRisk),
        Do::Fold => at_risk::turn_fold(model),
        Do::NextTab => model.show(model.tab.beside(1)),
        Do::LastTab => model.show(model.tab.beside(-1)),
        Do::Undo | Do::FirstUndo => return vec![Effect::Undo],
        Do::Redo | Do::FirstRedo => return vec![Effect::Redo],
        Do::Find => {
            model.parked = None;
            model.close_page();
            let before = model.entry().map(|e| e.id);
            let find = model.find.get_or_insert_with(|| Find { before, ..Find::open() });
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
        Do::LineComplete => {
            if let Some(Dialog::Line(line)) = model.dialogs.last() {
                return vec![Effect::Complete(line.field.text().to_owned())];
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
        Do::PanelDown | Do::PanelUp => scroll(model, if id == Do::PanelDown { 1 } else { -1 }, key, now),
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
    pub(in crate::app) fn walk(&mut self, n: isize) {
        if let Some(page) = self.page.as_mut().filter(|_| !self.brief.focus) {
            page.step(n);
        } else if self.brief.open || self.brief.focus {
            let lines = n.clamp(-2000, 2000) as i32;
            self.brief.scroll = (i32::from(self.brief.scroll) + lines).clamp(0, 2000) as u16;
        } else {
            self.list_mut().step(n);
            self.brief.scroll = 0;
            calendar::walked(self);
        }
    }

    /// Looks at clients from another side.
    fn turn_view(&mut self, n: isize) {
        self.show_view(self.view.beside(n));
    }

    /// Looks at clients from this side; the first of them is selected.
    pub fn show_view(&mut self, view: ValueView) {
        self.view = view;
        self.marks.clear();
        self.rebuild(false);
        self.list_mut().step(isize::MIN);
        self.brief.scroll = 0;
    }

    /// Brings a tab to the front, without filter.
    pub fn show(&mut self, tab: Tab) {
        self.tab = tab;
        (self.page, self.parked) = (None, None);
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

/// Enter: the list opens the client, with the page at once where there is room for it beside the brief; the brief opens the page, and
/// on the page it changes the selected fact.
fn open(model: &mut Model, key: Key, now: &Now) -> Vec<Effect> {
    if model.page.is_some() {
        return run(model, Do::Edit, key, now);
    }
    if playbook::enter(model) {
        return Vec::new();
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
    let of_item = model.entry().is_some_and(|e| e.id.target.is_some() || e.id.client.is_none()) && !model.is_of_risk();
    let parts = match model.item().filter(|_| of_item) {
        Some(item) => {
            let mut parts = explain::why(&model.book, item);
            let detail = model.details.get(&client).and_then(|d| d.as_deref());
            if let (Some(first), Some(detail), Some(of), true) =
                (parts.first_mut(), detail, model.book.client(client), item.target.is_care() && item.client.is_some())
            {
                first.lines.extend(care::said_before(of, detail, item.target, item.due));
            }
            parts
        }
        None => explain::explain(&model.book, client),
    };
    // Where the list is about it, it stands first.
    let of_risk = model.is_of_risk();
    let (first, rest): (Vec<_>, Vec<_>) = parts.into_iter().partition(|p| of_risk && p.key == "risk");
    let parts = first.into_iter().chain(rest);
    let parts = parts.map(|p| (Some(p.title), p.lines)).collect();
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
        review::back(model);
    } else if model.page.is_some() {
        model.brief.focus = false;
    } else if model.brief.open || model.brief.focus {
        (model.brief.open, model.brief.focus) = (false, false);
        review::back(model);
    } else if !model.marks.is_empty() {
        model.marks.clear();
    } else if model.find.take().is_some() {
        model.rebuild(false);
    }
}
