//! How a form is opened: which fact it is about, what is read for it, which module knows its fields.
//! Reading is the shell's work; a form is built when it has answered.

use super::{Form, FormField, Press, Reader};
use super::{
    appointment, care_date, case, case_event, client, consent, engagement, gift, improvement, invoice, leave, milestone,
    opportunity, person, plan, survey, task, touch,
};
use crate::app::model::Model;
use crate::domain::action::Action;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::LeaveRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::AppointmentEnd;
use crate::portfolio::timeline::FactRef;
use crate::portfolio::{Assessed, Case, CaseFile, Snapshot};
use crate::store::{ClientDetail, TimelineRows};

/// What a form is about. New facts name their client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the fact of that name")]
pub enum Subject {
    Client(Id),
    /// The client's fields, what is missing first.
    Review(Id),
    Person(Id),
    Touch(Id),
    Task(Id),
    Appointment(Id),
    Invoice(Id),
    Engagement(Id),
    Milestone(Id),
    Opportunity(Id),
    Override(Id),
    Leave(Id),
    Complaint(Id),
    /// What happened in a case: saved as another event that takes its place.
    CaseEvent {
        /** The case. */
        case: Id,
        /** The event. */
        id: Id,
    },
    Improvement(Id),
    /// Against the cause of this case, where one is named.
    NewImprovement(Option<Id>),
    NewPerson(Id),
    NewTask(Id),
    NewInvoice(Id),
    NewEngagement(Id),
    /// Of a client, in this project where one is named.
    NewMilestone(Id, Option<Id>),
    NewOpportunity(Id),
    NewOverride(Id),
    NewSurvey(Id),
    CareDate(Id),
    NewCareDate(Id),
    Gift(Id),
    NewGift(Id),
    NewConsent(Id),
    NewLeave,
}

impl Subject {
    /// Whether there is nothing yet.
    pub fn is_new(self) -> bool {
        use Subject::*;
        matches!(self, NewPerson(_) | NewTask(_) | NewInvoice(_) | NewEngagement(_) | NewOverride(_) | NewSurvey(_))
            || matches!(self, NewOpportunity(_) | NewMilestone(..) | NewImprovement(_) | NewLeave | NewCareDate(_) | NewGift(_))
            || matches!(self, NewConsent(_))
    }

    /// The client, where it is named.
    pub fn client(self) -> Option<Id> {
        use Subject::*;
        match self {
            Client(id) | Review(id) | NewPerson(id) | NewTask(id) | NewInvoice(id) | NewEngagement(id) => Some(id),
            NewOverride(id) | NewSurvey(id) | NewOpportunity(id) | NewMilestone(id, _) => Some(id),
            NewCareDate(id) | NewGift(id) | NewConsent(id) => Some(id),
            _ => None,
        }
    }

    /// The table and row whose client is meant, where the client is not named.
    pub fn row(self) -> Option<(&'static str, Id)> {
        use Subject::*;
        match self {
            Person(id) => Some(("person", id)),
            Touch(id) => Some(("touch", id)),
            Task(id) => Some(("task", id)),
            Appointment(id) => Some(("appointment", id)),
            Invoice(id) => Some(("invoice", id)),
            Engagement(id) => Some(("engagement", id)),
            Milestone(id) => Some(("milestone", id)),
            Opportunity(id) => Some(("opportunity", id)),
            Override(id) => Some(("override", id)),
            CareDate(id) => Some(("care_date", id)),
            Gift(id) => Some(("gift", id)),
            _ => self.case().map(|id| ("complaint", id)),
        }
    }

    /// The case it is about.
    pub fn case(self) -> Option<Id> {
        match self {
            Subject::Complaint(id) | Subject::CaseEvent { case: id, .. } => Some(id),
            Subject::NewImprovement(case) => case,
            _ => None,
        }
    }
}

/// What was read for a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// What it is about.
    pub subject: Subject,
    /// Whose fact it is.
    pub client: Option<Id>,
    /// The client beyond the fold.
    pub detail: Option<ClientDetail>,
    /// What happened with the client.
    pub rows: Option<TimelineRows>,
    /// The person it is about.
    pub person: Option<Id>,
    /// The user's own days off.
    pub leave: Vec<LeaveRow>,
    /// The case it is about, with its texts and evidence.
    pub case: Option<CaseFile>,
}

/// What fields are made of.
pub struct Source<'a> {
    /// What was read for the form.
    pub loaded: &'a Loaded,
    /// The book.
    pub book: &'a Snapshot,
}

impl<'a> Source<'a> {
    /// The source of what was read.
    pub fn of(loaded: &'a Loaded, book: &'a Snapshot) -> Source<'a> {
        Source { loaded, book }
    }

    /// The client.
    pub fn client(&self) -> Option<&'a Assessed> {
        self.loaded.client.and_then(|id| self.book.client(id))
    }

    /// The client beyond the fold.
    pub fn detail(&self) -> Option<&'a ClientDetail> {
        self.loaded.detail.as_ref()
    }

    /// What happened with the client.
    pub fn rows(&self) -> Option<&'a TimelineRows> {
        self.loaded.rows.as_ref()
    }

    /// The case it is about.
    pub fn case(&self) -> Option<&'a Case> {
        self.book.case(self.loaded.client?, self.loaded.subject.case()?)
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.book.now.today()
    }

    /// A moment as it is typed.
    pub fn written(&self, at: Moment) -> String {
        at.local(self.book.now.zone).format("%Y-%m-%d %H:%M").to_string()
    }
}

/// Opens the form of a fact.
///
/// # Errors
/// The fact has no form of its own.
pub fn open(model: &mut Model, fact: FactRef) -> Result<(), Message> {
    let subject = match fact {
        FactRef::Client(id) => Subject::Client(id),
        FactRef::Touch(id) => Subject::Touch(id),
        FactRef::Appointment(id) => Subject::Appointment(id),
        FactRef::Task(id) => Subject::Task(id),
        FactRef::Engagement(id) => Subject::Engagement(id),
        FactRef::Milestone(id) => Subject::Milestone(id),
        FactRef::Opportunity(id) => Subject::Opportunity(id),
        FactRef::Invoice(id) => Subject::Invoice(id),
        FactRef::Override(id) => Subject::Override(id),
        // A relation is a row of the client's own form.
        FactRef::Relation(id) => {
            let has = |c: &&Assessed| c.facts.relations.iter().any(|r| r.id == id);
            let shown = model.client().filter(has).or_else(|| model.book.clients.iter().find(has));
            Subject::Client(shown.ok_or_else(|| Message::new("item-gone"))?.id())
        }
        FactRef::Case(id) => Subject::Complaint(id),
        FactRef::CaseEvent { case, id } => Subject::CaseEvent { case, id },
        FactRef::Pin(_) | FactRef::Deferral(_) | FactRef::Survey(_) => return Err(Message::new("form-none")),
    };
    open_subject(model, subject);
    Ok(())
}

/// Opens the form once what it needs was read.
pub fn open_subject(model: &mut Model, subject: Subject) {
    model.opening = Some(subject);
}

/// Whether the fact can still be changed: every save of one that is over would be refused.
///
/// # Errors
/// That it is over, and what to do instead.
pub(super) fn standing(loaded: &Loaded, book: &Snapshot) -> Result<(), Message> {
    let Some(rows) = &loaded.rows else { return Ok(()) };
    if matches!(loaded.subject, Subject::NewMilestone(_, None)) && !milestone::can_be_added(rows, book) {
        return Err(Message::new("form-no-project"));
    }
    let (over, why) = match loaded.subject {
        Subject::Appointment(id) => {
            let ended = rows.appointments.iter().find(|a| a.id == id).and_then(|a| a.ended);
            let kept = ended.is_some_and(|(_, how)| how == AppointmentEnd::Kept);
            (ended.is_some(), if kept { "form-appointment-kept" } else { "form-appointment-cancelled" })
        }
        Subject::Task(id) => (rows.tasks.iter().any(|t| t.id == id && t.done.is_some()), "form-task-done"),
        Subject::Override(id) => (rows.overrides.iter().any(|o| o.id == id && o.ended.is_some()), "form-plan-over"),
        _ => (false, ""),
    };
    if over { Err(Message::new(why)) } else { Ok(()) }
}

/// The fields of a form; `None` when what it is about is gone.
pub(super) fn fields(source: &Source<'_>) -> Option<Vec<FormField>> {
    let subject = source.loaded.subject;
    let mut fields = match subject {
        Subject::Client(_) => client::fields(source)?,
        Subject::Review(_) => client::review(source)?,
        Subject::Person(id) => person::fields(source, Some(id))?,
        Subject::NewPerson(_) => person::fields(source, None)?,
        Subject::Touch(id) => touch::fields(source, id)?,
        Subject::Task(id) => task::fields(source, Some(id))?,
        Subject::NewTask(_) => task::fields(source, None)?,
        Subject::Appointment(id) => appointment::fields(source, id)?,
        Subject::Invoice(id) => invoice::fields(source, Some(id))?,
        Subject::NewInvoice(_) => invoice::fields(source, None)?,
        Subject::Engagement(id) => engagement::fields(source, Some(id))?,
        Subject::NewEngagement(_) => engagement::fields(source, None)?,
        Subject::Milestone(id) => milestone::fields(source, id)?,
        Subject::NewMilestone(_, project) => milestone::new(source, project)?,
        Subject::Opportunity(id) => opportunity::fields(source, Some(id))?,
        Subject::NewOpportunity(_) => opportunity::fields(source, None)?,
        Subject::Override(id) => plan::fields(source, Some(id))?,
        Subject::NewOverride(_) => plan::fields(source, None)?,
        Subject::NewSurvey(_) => survey::fields(source)?,
        Subject::CareDate(id) => care_date::fields(source, Some(id))?,
        Subject::NewCareDate(_) => care_date::fields(source, None)?,
        Subject::Gift(id) => gift::fields(source, Some(id))?,
        Subject::NewGift(_) => gift::fields(source, None)?,
        Subject::NewConsent(_) => consent::fields(source)?,
        Subject::Leave(id) => leave::fields(source, Some(id))?,
        Subject::Complaint(_) => case::fields(source)?,
        Subject::CaseEvent { id, .. } => case_event::fields(source, id)?,
        Subject::Improvement(id) => improvement::fields(source, Some(id))?,
        Subject::NewImprovement(_) => improvement::fields(source, None)?,
        Subject::NewLeave => leave::fields(source, None)?,
    };
    fields.push(FormField::button("form-save", None, Press::Save, Message::new("form-save")));
    let taken_back = match subject {
        Subject::Person(_) | Subject::Leave(_) | Subject::Milestone(_) => Some("form-remove"),
        Subject::CareDate(_) | Subject::Gift(_) => Some("form-remove"),
        Subject::Appointment(_) => Some("form-cancel-appointment"),
        Subject::Override(_) => Some("form-end-plan"),
        _ => None,
    };
    if let Some(words) = taken_back {
        fields.push(FormField::button("form-remove", None, Press::Remove, Message::new(words)));
    }
    Some(fields)
}

/// What a form is called.
pub(super) fn title(loaded: &Loaded, book: &Snapshot) -> Message {
    use Subject::*;
    let id = match loaded.subject {
        Client(_) => "form-title",
        Review(_) => "form-title-review",
        Person(_) => "form-title-person",
        NewPerson(_) => "form-title-new-person",
        Touch(_) => "form-title-touch",
        Task(_) => "form-title-task",
        NewTask(_) => "form-title-new-task",
        Appointment(_) => "form-title-appointment",
        Invoice(_) => "form-title-invoice",
        NewInvoice(_) => "form-title-new-invoice",
        Engagement(_) => "form-title-engagement",
        NewEngagement(_) => "form-title-new-engagement",
        Milestone(_) => "form-title-milestone",
        NewMilestone(..) => "form-title-new-milestone",
        Opportunity(_) => "form-title-opportunity",
        NewOpportunity(_) => "form-title-new-opportunity",
        Override(_) | NewOverride(_) => "form-title-plan",
        NewSurvey(_) => "form-title-survey",
        CareDate(_) => "form-title-care-date",
        NewCareDate(_) => "form-title-new-care-date",
        Gift(_) => "form-title-gift",
        NewGift(_) => "form-title-new-gift",
        NewConsent(_) => "form-title-consent",
        Leave(_) => return Message::new("form-title-leave"),
        NewLeave => return Message::new("form-title-new-leave"),
        Improvement(_) => return Message::new("form-title-improvement"),
        NewImprovement(_) => return Message::new("form-title-new-improvement"),
        Complaint(_) => "form-title-case",
        CaseEvent { .. } => "form-title-case-event",
    };
    let name = loaded.client.and_then(|id| book.client(id)).map(|c| c.name().to_owned()).unwrap_or_default();
    let title = Message::new(id).with("client", name);
    match Source::of(loaded, book).case() {
        Some(case) => title.with("no", case.row.no),
        None => title,
    }
}

/// What the changes are.
pub(super) fn actions(form: &mut Form, book: &Snapshot, now: &Now) -> Result<Vec<Action>, Message> {
    let subject = form.subject;
    let owner = form.loaded.client.unwrap_or_default();
    let mut r = Reader::new(form, book, now);
    let actions = match subject {
        Subject::Client(id) | Subject::Review(id) => client::actions(&mut r, id),
        Subject::Person(id) => person::change(&mut r, owner, id),
        Subject::NewPerson(client) => person::add(&mut r, client),
        Subject::Touch(id) => touch::actions(&mut r, id),
        Subject::Task(id) => task::change(&mut r, id),
        Subject::NewTask(client) => task::add(&mut r, client),
        Subject::Appointment(id) => appointment::actions(&mut r, id),
        Subject::Invoice(id) => invoice::change(&mut r, id),
        Subject::NewInvoice(client) => invoice::add(&mut r, client),
        Subject::Engagement(id) => engagement::change(&mut r, id),
        Subject::NewEngagement(client) => engagement::add(&mut r, client),
        Subject::Milestone(id) => milestone::change(&mut r, id),
        Subject::NewMilestone(..) => milestone::add(&mut r),
        Subject::Opportunity(id) => opportunity::change(&mut r, id),
        Subject::NewOpportunity(client) => opportunity::add(&mut r, client),
        Subject::Override(_) => plan::actions(&mut r, owner),
        Subject::NewOverride(client) => plan::actions(&mut r, client),
        Subject::NewSurvey(client) => survey::actions(&mut r, client),
        Subject::CareDate(id) => care_date::change(&mut r, owner, id),
        Subject::NewCareDate(client) => care_date::add(&mut r, client),
        Subject::Gift(id) => gift::change(&mut r, owner, id),
        Subject::NewGift(client) => gift::add(&mut r, client),
        Subject::NewConsent(client) => consent::set(&mut r, client),
        Subject::Leave(id) => leave::change(&mut r, id),
        Subject::Complaint(id) => case::actions(&mut r, owner, id),
        Subject::CaseEvent { case, id } => case_event::actions(&mut r, case, id),
        Subject::Improvement(id) => improvement::change(&mut r, id),
        Subject::NewImprovement(_) => improvement::add(&mut r),
        Subject::NewLeave => leave::add(&mut r),
    };
    r.finish()?;
    Ok(actions)
}

/// What takes the fact back.
pub(super) fn remove(form: &Form) -> Option<Action> {
    match form.subject {
        Subject::Person(person) => Some(Action::RemovePerson { person }),
        Subject::Leave(leave) => Some(Action::RemoveLeave { leave }),
        Subject::Milestone(milestone) => Some(Action::RemoveMilestone { milestone }),
        Subject::CareDate(care_date) => Some(Action::RemoveCareDate { care_date }),
        Subject::Gift(gift) => Some(Action::RemoveGift { gift }),
        Subject::Appointment(appointment) => Some(Action::CancelAppointment { appointment }),
        Subject::Override(_) => plan::end(form),
        _ => None,
    }
}
