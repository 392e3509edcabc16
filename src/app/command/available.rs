//! Whether a command can be done now, and what it is called on the selected row.

use super::{Command, Do, Scope};
use crate::app::act;
use crate::app::board;
use crate::app::calendar;
use crate::app::dialog::Dialog;
use crate::app::drafts;
use crate::app::form;
use crate::app::knowledge;
use crate::app::line::Purpose;
use crate::app::model::{Model, Prefix, Tab};
use crate::app::msg::Effect;
use crate::app::playbook;
use crate::app::review;
use crate::domain::complaint::Rating;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{CaseEventKind, Channel, ItemKind, Status};
use crate::portfolio::playbooks;
use crate::portfolio::{Item, answer_channel};

impl Command {
    /// The title as it reads now: `d` is named after what it does to the selected item.
    pub fn title_now(&self, model: &Model) -> Message {
        if let Some(case) = model.case() {
            let id = match (self.id, case.progress.next_step()) {
                (Do::Done, CaseEventKind::Resume) => Some("do-done-case-resume"),
                (Do::Done, CaseEventKind::Acknowledge) => Some("do-done-case-answer"),
                (Do::Done, CaseEventKind::Propose) => Some("do-done-case-propose"),
                (Do::Done, CaseEventKind::Resolve) => Some("do-done-case-resolve"),
                (Do::Done, CaseEventKind::FollowUp) => Some("do-done-case-follow-up"),
                (Do::Done, CaseEventKind::Close) => Some("do-done-case-close"),
                (Do::Done, _) => Some("do-done-case-reopen"),
                (Do::CaseWaiting, CaseEventKind::Resume) => Some("do-case-resume"),
                (Do::Survey, _) => Some("do-case-mark"),
                _ => None,
            };
            if let Some(id) = id {
                let channel = model.client().map(|client| answer_channel(case, client));
                return Message::new(id).with("channel", channel.unwrap_or(Channel::Call));
            }
        }
        // What was agreed has passed: the keys answer whether it happened.
        let passed = match self.id {
            Do::Done => Some("do-done-happened"),
            Do::NoAnswer => Some("do-nobody-there"),
            Do::Reschedule => Some("do-another-moment"),
            _ => None,
        };
        if let Some(id) = passed.filter(|_| super::super::moves::asks(model)) {
            return Message::new(id);
        }
        if self.id == Do::ReviewOpen && review::front(model).is_some_and(review::Panel::on_finish) {
            return Message::new("do-review-keep");
        }
        if self.id == Do::ReviewDone
            && let Some(item) = review::front(model).and_then(review::Panel::point).and_then(|p| p.item.as_ref())
        {
            return done_title(item);
        }
        if self.id == Do::Done
            && let Some(item) = model.item()
        {
            return done_title(item);
        }
        if let (Do::BoardDone | Do::BoardNew | Do::BoardDay, Some(board)) = (self.id, board::front(model)) {
            return Message::new(match (self.id, board.side) {
                (Do::BoardDone, board::Side::Prospects) => "do-board-talked",
                (Do::BoardDone, board::Side::Projects) => "do-done-milestone",
                (Do::BoardNew, board::Side::Prospects) => "do-new-opportunity",
                (Do::BoardNew, board::Side::Projects) => "do-new-milestone",
                (_, board::Side::Prospects) => "do-board-close-day",
                (_, board::Side::Projects) => "do-board-due-day",
            });
        }
        if self.id == Do::KnowTake
            && let Some(note) = knowledge::front(model).and_then(knowledge::Finding::note)
            && knowledge::is_inside(model, note)
        {
            return Message::new("do-know-out");
        }
        if self.id == Do::Lose && super::super::loss::returns(model).is_some() {
            return Message::new("do-return");
        }
        if self.id == Do::QuestionYes
            && let Some(Dialog::Question(question)) = model.dialogs.last()
            && question.yes != Effect::UndoForGood
        {
            return Message::new("do-question-agree");
        }
        if self.id == Do::Agenda && calendar::is_agenda(model) {
            return Message::new("do-agenda-month");
        }
        if self.id == Do::Snooze && model.is_of_risk() {
            return Message::new("do-put-off");
        }
        if self.id == Do::Skip && act::is_of_care(model) {
            return Message::new("do-let-pass");
        }
        if let Some(words) = crate::app::mailing::label(model, self.id) {
            return words;
        }
        if self.id == Do::Fold && model.at_risk.unfolded {
            return Message::new("do-fold-close");
        }
        if self.id == Do::Open && model.page.is_some() {
            return Message::new("do-edit");
        }
        Message::new(self.title)
    }

    /// Whether it can be done now, or a sentence saying why not.
    pub fn available(&self, model: &Model) -> Result<(), Message> {
        let no = |id: &'static str| Err(Message::new(id));
        let item = model.item();
        let is_sent_to = |kind| model.subjects().any(|s| s.items.iter().any(|i| i.kind == kind));
        let allows = |kind: CaseEventKind, rating: Option<Rating>| match model.case() {
            Some(case) => case.progress.allows(kind, rating).map_err(|problem| problem.message(case.row.no)),
            None => no("not-a-case"),
        };
        match self.id {
            Do::Propose => return allows(CaseEventKind::Propose, None),
            Do::Refused => return allows(CaseEventKind::Reject, None),
            Do::Fixed => return allows(CaseEventKind::Resolve, None),
            Do::Reopen => return allows(CaseEventKind::Reopen, None),
            Do::CaseWaiting => {
                let waits = model.case().is_some_and(|c| c.progress.waiting.is_some());
                return allows(if waits { CaseEventKind::Resume } else { CaseEventKind::Waiting }, None);
            }
            Do::Survey | Do::MarkScore | Do::MarkUnreachable if model.case().is_some() => {
                return allows(CaseEventKind::Close, Some(Rating::Unreachable));
            }
            // What was agreed for a later day has not happened yet.
            Do::Done | Do::NoAnswer if model.marks.is_empty() => {
                if let Some((item, client)) = model.item().zip(model.client()) {
                    super::super::moves::not_ahead(client, item, &model.book.now)?;
                }
            }
            _ => {}
        }
        match self.id {
            Do::NoAnswer if model.case().is_some() => return allows(CaseEventKind::Attempt, None),
            Do::Done if model.case().is_some() => return Ok(()),
            Do::NewCaseNote | Do::NewEvidence if model.case().is_none() => return no("not-a-case"),
            Do::NewImprovement if model.case().is_none() && model.improvement().is_none() => return no("not-a-case"),
            Do::Edit if model.improvement().is_some() => return Ok(()),
            Do::Snooze | Do::Skip | Do::Reschedule if model.case().is_some() && model.marks.is_empty() => {
                return no("not-a-case-waits");
            }
            _ => {}
        }
        if self.scope == Scope::Mailing {
            return crate::app::mailing::allows(model, self.id);
        }
        if self.scope == Scope::Board {
            return board::allows(model, self.id);
        }
        match self.id {
            Do::Fold if !model.on_fold() => no("not-a-fold"),
            // A client on the list of those at risk can be put off whatever is due.
            Do::Snooze if model.is_of_risk() => Ok(()),
            Do::Done | Do::Why | Do::Snooze | Do::Quadrant if !model.subjects().any(|s| !s.items.is_empty()) => {
                match model.client() {
                    Some(client) if self.id != Do::Why => Err(Message::new("not-due").with("client", client.name())),
                    Some(_) => Ok(()),
                    None => no("not-nothing-selected"),
                }
            }
            Do::Why if model.client().is_none() && item.is_none() => no("not-nothing-selected"),
            Do::NoAnswer => {
                let tried = model.subjects().any(|s| s.items.first().is_some_and(|i| super::super::act::attempt(i).is_some()));
                match (tried, item) {
                    (true, _) => Ok(()),
                    (false, Some(_)) => no("not-no-attempt"),
                    (false, None) => no("not-nothing-selected"),
                }
            }
            Do::Paid if !is_sent_to(ItemKind::Invoice) => no("not-an-invoice"),
            Do::Skip if model.marks.is_empty() && model.item().is_some_and(|i| playbook::can_be_left_out(i.target)) => Ok(()),
            Do::WinBack => match model.client() {
                None => no("not-nothing-selected"),
                Some(client) if client.status == Status::Stopped => no("refused-stopped"),
                Some(_) => Ok(()),
            },
            Do::Playbooks => match model.client() {
                None => no("not-nothing-selected"),
                Some(client) if playbooks::running(client).next().is_none() => {
                    Err(Message::new("not-running").with("client", client.name()))
                }
                Some(_) => Ok(()),
            },
            Do::EndSaved | Do::EndLost => match model.pending() {
                Some(Prefix::Ending { client, run }) => {
                    let win_back = model.book.client(*client).and_then(playbooks::win_back);
                    if win_back.is_some_and(|r| r.id == *run) { Ok(()) } else { no("refused-no-win-back") }
                }
                _ => no("not-here"),
            },
            Do::PlaySkip | Do::PlayDone => match playbook::front(model).and_then(|p| p.step(&model.book)) {
                Some(step) if step.done.is_some() => no("refused-step-done"),
                Some(_) => Ok(()),
                None => no("not-here"),
            },
            Do::PlayTurn => {
                let client = playbook::front(model).and_then(|p| model.book.client(p.client));
                if client.is_some_and(|c| playbooks::running(c).count() > 1) { Ok(()) } else { no("not-another-playbook") }
            }
            Do::Skip => {
                let contact = |i: &&crate::portfolio::Item| {
                    i.kind == ItemKind::Care || (i.kind == ItemKind::Contact && i.client.is_some())
                };
                match model.subjects().any(|s| s.items.first().is_some_and(contact)) {
                    true => Ok(()),
                    false => no("not-a-contact"),
                }
            }
            Do::Log(_)
            | Do::Reschedule
            | Do::NewComplaint
            | Do::Lose
            | Do::NewPromise
            | Do::NewWaiting
            | Do::Pause
            | Do::Survey
            | Do::Decide
            | Do::Tier
                if !model.subjects().any(|s| s.client.is_some()) =>
            {
                no("not-nothing-selected")
            }
            Do::Flag => match model.subjects().any(|s| s.client.is_some_and(|c| c.facts.last_touch.is_some())) {
                true => Ok(()),
                false if model.client().is_some() => no("not-touched-yet"),
                false => no("not-nothing-selected"),
            },
            Do::DraftCopy
            | Do::DraftSent
            | Do::DraftEdit
            | Do::DraftMailto
            | Do::DraftCommand
            | Do::DraftFile
            | Do::DraftNote => match drafts::front(model).map(drafts::Drafts::shown) {
                Some((_, Ok(_))) => Ok(()),
                Some((_, Err(why))) => Err(why.clone()),
                None => no("not-here"),
            },
            Do::KnowTake => match knowledge::front(model).map(knowledge::Finding::note) {
                Some(Some(note)) if note.plain().is_empty() => no("note-empty"),
                Some(Some(_)) => Ok(()),
                _ => no("not-nothing-listed"),
            },
            Do::DraftNext | Do::DraftBack if drafts::front(model).is_none_or(|d| d.choices.len() < 2) => {
                no("not-another-draft")
            }
            Do::Draft if crate::app::mailing::is_meant(model) => Ok(()),
            Do::Edit | Do::Copy | Do::Prep | Do::Draft if model.client().is_none() => no("not-nothing-selected"),
            Do::CopyPreferred | Do::CopyPhone | Do::CopyMail | Do::CopyWechat | Do::CopyAddress => {
                super::super::copy::text(model, self.id).map(|_| ())
            }
            Do::Mark | Do::MarkAlike if model.page.is_some() => no("not-on-page"),
            Do::ViewNext | Do::ViewBack | Do::Facets if model.tab != Tab::Clients || model.page.is_some() => {
                no("not-on-clients")
            }
            Do::FacetTake => match model.dialogs.last() {
                Some(Dialog::Facets(panel)) if !panel.groups.is_empty() => Ok(()),
                _ => no("not-nothing-listed"),
            },
            Do::KindNext | Do::KindBack if model.page.is_none() => no("not-on-a-page"),
            Do::PageTurn if model.page.is_none() && !(model.is_narrow() && model.brief.open) => no("not-on-a-page"),
            Do::Mark | Do::MarkAlike if model.entry().is_none() => no("not-nothing-selected"),
            Do::Sort if crate::app::deck::unsorted(model) == 0 => no("not-unsorted"),
            Do::MoveBack | Do::MoveOn if model.entry().is_none() => no("not-nothing-selected"),
            Do::VisitTake if crate::app::visits::front(model).is_none_or(|p| p.near().is_none()) => no("not-nothing-listed"),
            Do::MapChoose | Do::MapNext | Do::MapBack | Do::MapLeave | Do::MapKeep | Do::MapDown | Do::MapUp => {
                match model.dialogs.last() {
                    Some(Dialog::Mapping(mapping)) if mapping.column().is_some() => Ok(()),
                    _ => no("not-columns"),
                }
            }
            Do::ManualKeys => match model.dialogs.last() {
                Some(Dialog::Help(help)) if help.page > 0 => Ok(()),
                _ => no("not-another-page"),
            },
            Do::CauseDone => match model.dialogs.last() {
                Some(Dialog::Causes(panel)) if panel.improvement(&model.book).is_some_and(|i| i.is_open()) => Ok(()),
                _ => no("not-an-improvement"),
            },
            Do::LoadTake => match model.dialogs.last() {
                Some(Dialog::Load(panel)) if panel.suggestion().is_some() => Ok(()),
                _ => no("not-a-suggestion"),
            },
            Do::DeckBack => match model.dialogs.last() {
                Some(Dialog::Deck(deck)) if !deck.verdicts.is_empty() => Ok(()),
                _ => no("not-sorted-yet"),
            },
            Do::DeckTake => match model.dialogs.last() {
                Some(Dialog::Deck(deck)) if deck.card().is_some_and(|card| card.suggested.is_some()) => Ok(()),
                _ => no("not-suggested"),
            },
            Do::ReviewDone | Do::ReviewSnooze | Do::ReviewWhy | Do::ReviewTick => {
                let point = review::front(model).and_then(review::Panel::point);
                let acts = point.and_then(|p| p.item.as_ref()).is_some();
                match point {
                    None => no("not-nothing-selected"),
                    Some(_) if acts || self.id == Do::ReviewTick => Ok(()),
                    Some(point) if self.id == Do::ReviewWhy && point.client.is_some() => Ok(()),
                    Some(_) => no("not-a-review-point"),
                }
            }
            Do::ReviewAfter => match review::front(model) {
                Some(panel) if panel.review.week.plus(1).first() <= model.day() => Ok(()),
                _ => no("not-a-week-begun"),
            },
            Do::Repeat if model.repeat.is_none() => no("not-done-yet"),
            Do::Repeat if model.entry().is_none() => no("not-nothing-selected"),
            Do::Note if model.last.is_none() => no("not-logged-yet"),
            Do::FirstRedo if !model.can_redo => no("store-nothing-to-redo"),
            Do::SnoozeLast if model.last_snooze.is_none() => no("not-snoozed-yet"),
            Do::SurveyOne if !matches!(model.prefix, Some(Prefix::Survey(true))) => no("not-one-yet"),
            Do::Down | Do::Up | Do::Top | Do::Bottom | Do::PageDown | Do::PageUp | Do::HalfDown | Do::HalfUp
                if model.page.is_none() && model.list().is_empty() =>
            {
                no("not-nothing-listed")
            }
            // An improvement is nobody's and has a sheet all the same.
            Do::Open | Do::ToBrief | Do::BriefDown | Do::BriefUp
                if model.client().is_none() && model.improvement().is_none() =>
            {
                no("not-nothing-selected")
            }
            Do::ToList if model.page.is_none() && !model.brief.open && !model.brief.focus => no("not-in-brief"),
            Do::Back
                if model.page.is_none()
                    && !model.brief.open
                    && !model.brief.focus
                    && model.find.is_none()
                    && model.marks.is_empty() =>
            {
                no("not-in-brief")
            }
            Do::Today | Do::Clients | Do::Calendar | Do::Complaints | Do::AtRisk if model.page.is_some() => Ok(()),
            Do::Agenda if !calendar::has_room(model) => no("not-room-for-month"),
            Do::DayToday if model.calendar.day == model.day() => no("not-already-today"),
            Do::Today if model.tab == Tab::Today && model.find.is_none() && !model.brief.open => no("not-another-tab"),
            Do::Clients if model.tab == Tab::Clients && model.find.is_none() && !model.brief.open => no("not-another-tab"),
            Do::Calendar if model.tab == Tab::Calendar && model.find.is_none() && !model.brief.open => no("not-another-tab"),
            Do::AtRisk if model.tab == Tab::AtRisk && model.find.is_none() && !model.brief.open => no("not-another-tab"),
            Do::Complaints if model.tab == Tab::Complaints && model.find.is_none() && !model.brief.open => {
                no("not-another-tab")
            }
            Do::NewPerson
            | Do::NewInvoice
            | Do::NewProject
            | Do::NewOpportunity
            | Do::NewMilestone
            | Do::NewSurvey
            | Do::NewCareDate
            | Do::NewGift
            | Do::NewConsent
            | Do::NewPlan
            | Do::NewTask
                if model.client().is_none() =>
            {
                no("not-nothing-selected")
            }
            Do::NewMilestone if model.client().is_some_and(|c| c.facts.engagements.is_empty()) => no("form-no-project"),
            Do::FormPick => match form::front(model).and_then(form::Form::here) {
                Some(part) if matches!(part.reads, form::Reads::Date(_)) => Ok(()),
                _ => no("not-a-date"),
            },
            Do::FormEditor if form::front(model).is_none_or(|f| f.for_editor().is_none()) => no("not-a-note"),
            Do::FormRaise if form::front(model).is_none_or(|f| f.neighbour(-1).is_none()) => no("not-in-order"),
            Do::FormLower if form::front(model).is_none_or(|f| f.neighbour(1).is_none()) => no("not-in-order"),
            Do::LineComplete => match model.dialogs.last() {
                Some(Dialog::Line(line)) if matches!(line.purpose, Purpose::Evidence(_)) => Ok(()),
                _ => no("not-a-path"),
            },
            Do::LineEditor => match model.dialogs.last() {
                Some(Dialog::Line(line)) if line.is_note() => Ok(()),
                _ => no("not-a-note"),
            },
            _ => Ok(()),
        }
    }
}

/// What `d` does to an item.
fn done_title(item: &Item) -> Message {
    match (item.kind, item.target) {
        (ItemKind::Complaint, _) => Message::new("do-done-task"),
        (ItemKind::Contact, _) if item.channel.is_some_and(Channel::is_sent) => Message::new("do-done-sent"),
        (ItemKind::Contact, _) => Message::new("do-done-contact"),
        (ItemKind::Appointment, _) => Message::new("do-done-appointment"),
        (ItemKind::Task, Target::Milestone(_)) => Message::new("do-done-milestone"),
        (ItemKind::Task, Target::Report(_)) => Message::new("do-done-report"),
        (ItemKind::Task, _) => Message::new("do-done-task"),
        (ItemKind::Invoice, _) => Message::new("do-done-invoice"),
        (ItemKind::Renewal, _) => Message::new("do-done-renewal"),
        (ItemKind::Review, _) => Message::new("do-done-review"),
        (_, Target::Pin) => Message::new("do-done-pin"),
        (ItemKind::Tier, _) => Message::new("do-done-tier"),
        (ItemKind::Lead, _) => Message::new("do-done-lead"),
        (ItemKind::Batch, _) => Message::new("do-done-batch"),
        (ItemKind::Care, _) => Message::new("do-done-care"),
        (ItemKind::Playbook, Target::Onboarding | Target::BusinessReview) => Message::new("do-done-offer"),
        (ItemKind::Playbook, Target::Run(_)) => Message::new("do-done-run"),
        (ItemKind::Playbook, _) => Message::new("do-done-step"),
    }
}
