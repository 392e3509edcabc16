//! What the rules say about an action before it is carried out: the one place that refuses.
//! It sees the file only through [`State`]; carrying out is `store::apply`'s work.

mod care;
mod case;
mod drift;
mod edit;
mod parts;
mod project;

pub use care::{care_date, gift};
pub use case::new_complaint;
pub use drift::{new_opportunity, opportunity_changes};
pub use parts::{
    culture, engagement, field, invoice, is_ahead, is_blank, new_client, point, survey, task, text, touch, yearly,
};
pub use project::milestone;

use super::action::{Action, ClientField, NewTouch};
use super::complaint::CaseRow;
use super::day::{Day, Now};
use super::id::Id;
use super::message::Message;
use super::policy;
use super::target::Target;
use super::words::*;
use chrono_tz::Tz;
use parts::{LONGEST_POLICY, ahead, bad, capped, length, maybe, needed, order, reason, rule, tag};

/// Why an action is refused, which decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// A bad date, number or text.
    Bad,
    /// There is no such client, task …
    NoSuch,
    /// Well-formed, but against the rules.
    Rule,
}

impl RefusalKind {
    /// The exit code of the command line.
    pub fn exit(self) -> i32 {
        match self {
            RefusalKind::Bad => 2,
            RefusalKind::NoSuch => 3,
            RefusalKind::Rule => 4,
        }
    }
}

/// A refused action: of what kind, and what to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// Kind.
    pub kind: RefusalKind,
    /// One line: what, and what to do.
    pub message: Message,
}

impl Refusal {
    /// A bad date, number or text.
    pub fn bad(message: Message) -> Refusal {
        Refusal { kind: RefusalKind::Bad, message }
    }

    /// There is no such row.
    pub fn no_such(fact: Fact) -> Refusal {
        Refusal { kind: RefusalKind::NoSuch, message: Message::new(fact.missing()) }
    }

    /// Against the rules.
    pub fn rule(message: Message) -> Refusal {
        Refusal { kind: RefusalKind::Rule, message }
    }
}

/// The kinds of rows an action can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A client.
    Client,
    /// A person.
    Person,
    /// A contact point.
    Point,
    /// A touch.
    Touch,
    /// An appointment.
    Appointment,
    /// A task.
    Task,
    /// Days off.
    Leave,
    /// An invoice.
    Invoice,
    /// An engagement.
    Engagement,
    /// A milestone of one.
    Milestone,
    /// A yearly date.
    CareDate,
    /// A gift.
    Gift,
    /// A survey answer.
    Survey,
    /// A case.
    Complaint,
    /// Evidence of a case.
    Evidence,
    /// An improvement.
    Improvement,
    /// Possible work.
    Opportunity,
    /// A playbook at a client.
    Run,
    /// A step of one.
    Step,
}

impl Fact {
    fn missing(self) -> &'static str {
        match self {
            Fact::Client => "refused-no-client",
            Fact::Person => "refused-no-person",
            Fact::Point => "refused-no-point",
            Fact::Touch => "refused-no-touch",
            Fact::Appointment => "refused-no-appointment",
            Fact::Task => "refused-no-task",
            Fact::Leave => "refused-no-leave",
            Fact::Invoice => "refused-no-invoice",
            Fact::Engagement => "refused-no-engagement",
            Fact::Milestone => "refused-no-milestone",
            Fact::CareDate => "refused-no-care-date",
            Fact::Gift => "refused-no-gift",
            Fact::Survey => "refused-no-survey",
            Fact::Complaint => "refused-no-complaint",
            Fact::Evidence => "refused-no-evidence",
            Fact::Improvement => "refused-no-improvement",
            Fact::Opportunity => "refused-no-opportunity",
            Fact::Run => "refused-no-run",
            Fact::Step => "refused-no-step",
        }
    }
}

/// What the rules ask about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactState {
    /// Whose it is.
    pub client: Option<Id>,
    /// Done, ended, paid; of a touch, that it agreed to speak again; of an improvement, done and its cause not come back.
    pub closed: bool,
    /// Its first day, of an engagement, an invoice and days off.
    pub from: Option<Day>,
    /// Its last day or the day it falls due, of the same.
    pub to: Option<Day>,
}

/// What the rules ask about a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientState {
    /// Name.
    pub name: String,
    /// Organisation or person.
    pub kind: ClientKind,
    /// Status.
    pub status: Status,
}

/// A dated state that is in force until it is ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// A pinned tier.
    Pin,
    /// A pinned tier, or one whose first day is still to come.
    PinAhead,
    /// A pause.
    Pause,
    /// A changed requirement.
    Override(Channel),
}

/// The file as the rules see it, inside the transaction of the action.
pub trait State {
    /// What goes wrong when looking.
    type Error: From<Refusal>;
    /// A client.
    fn client(&self, id: Id) -> Result<Option<ClientState>, Self::Error>;
    /// The clients whose present name reads like this one.
    fn named(&self, name: &str) -> Result<Vec<(Id, ClientState)>, Self::Error>;
    /// A row.
    fn fact(&self, fact: Fact, id: Id) -> Result<Option<FactState>, Self::Error>;
    /// Whether a client has a tag.
    fn tagged(&self, client: Id, tag: &str) -> Result<bool, Self::Error>;
    /// The contact points of a client itself, or of one of its people.
    fn points(&self, client: Id, person: Option<Id>) -> Result<Vec<Id>, Self::Error>;
    /// Whether two clients stand so to each other, whoever it was written at.
    fn related(&self, client: Id, other: Id, kind: RelationKind) -> Result<bool, Self::Error>;
    /// A case with its log; texts are left out.
    fn case(&self, id: Id) -> Result<Option<CaseRow>, Self::Error>;
    /// Whether a playbook of this name runs at a client.
    fn runs(&self, client: Id, playbook: &str) -> Result<bool, Self::Error>;
    /// Whether a client has such a state that is not ended.
    fn holds(&self, client: Id, held: Held) -> Result<bool, Self::Error>;
}

/// Says whether the rules allow the action. Parts of a [`Action::Together`] are judged one by one as they are carried out.
pub fn validate<S: State>(action: &Action, state: &S, now: &Now) -> Result<(), S::Error> {
    match action {
        Action::AddClient(new) => {
            new_client(new)?;
            unused(state, &new.name, new.kind, None)?;
        }
        Action::EditClient { client, fields, points, tags, why } => {
            let found = existing(state, *client)?;
            if fields.is_empty() && points.is_empty() && tags.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            fields.iter().try_for_each(field)?;
            points.iter().try_for_each(point)?;
            tags.iter().try_for_each(|t| tag(t))?;
            maybe(why.as_ref())?;
            for changed in fields {
                if let ClientField::Status(_, on) = changed {
                    parts::to_come(*on, now)?;
                }
                match changed {
                    ClientField::Name(name) => unused(state, name, found.kind, Some(*client))?,
                    ClientField::Status(Status::Active, _) if found.status == Status::Lost => {
                        reason(why.as_deref().unwrap_or_default())?
                    }
                    ClientField::Status(Status::Stopped | Status::Lost, _) => reason(why.as_deref().unwrap_or_default())?,
                    _ => {}
                }
            }
        }
        Action::TagClient { client, add, remove } => {
            let found = existing(state, *client)?;
            if add.is_empty() && remove.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            add.iter().chain(remove).try_for_each(|t| tag(t))?;
            for tag in remove {
                if !state.tagged(*client, tag)? {
                    let none = Message::new("refused-no-tag").with("client", found.name).with("tag", tag.trim());
                    return Err(Refusal::rule(none).into());
                }
            }
        }
        Action::PinTier { client, tier, why, from, until, review_on } => {
            existing(state, *client)?;
            reason(why)?;
            order(*from, *until)?;
            order(*from, Some(*review_on))?;
            if tier.is_none() {
                held(state, *client, Held::PinAhead, "refused-no-pin")?;
            }
        }
        Action::KeepPin { client, review_on } => {
            existing(state, *client)?;
            held(state, *client, Held::Pin, "refused-no-pin")?;
            ahead(*review_on, now)?;
        }
        Action::StopClient { client, why, .. } => {
            if existing(state, *client)?.status == Status::Stopped {
                return Err(rule("refused-stopped").into());
            }
            reason(why)?;
        }
        Action::Override { client, channel, new_channel, every, grace, why, .. } => {
            existing(state, *client)?;
            if *channel == Channel::Unknown || *new_channel == Some(Channel::Unknown) {
                return Err(bad("refused-channel").into());
            }
            if every.is_some() {
                reason(why)?;
            } else {
                text(why)?;
                held(state, *client, Held::Override(*channel), "refused-no-override")?;
            }
            if grace.is_some_and(|g| !(0..=999).contains(&g)) {
                return Err(bad("refused-grace").into());
            }
        }
        Action::LogTouch { touch, fulfils } => {
            logged(state, touch, now)?;
            if let Some(appointment) = fulfils {
                open(state, Fact::Appointment, *appointment, Some(touch.client), "refused-appointment-over")?;
            }
        }
        Action::LogTouches(touches) => {
            if touches.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            touches.iter().try_for_each(|t| logged(state, t, now))?;
        }
        Action::NoteTouch { touch, note } => {
            fact(state, Fact::Touch, *touch, None)?;
            needed(note, bad("refused-empty-text"))?;
        }
        Action::Snooze { client, targets, until } => {
            existing(state, *client)?;
            if targets.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            ahead(*until, now)?;
            targets.iter().try_for_each(|target| item(state, *client, target))?;
        }
        Action::EndSnooze { client, targets } => {
            existing(state, *client)?;
            if targets.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            targets.iter().try_for_each(|target| item(state, *client, target))?;
        }
        Action::Skip { client, turns, why } => {
            existing(state, *client)?;
            reason(why)?;
            if turns.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            turns.iter().try_for_each(|(_, day)| ahead(*day, now))?;
        }
        Action::Pause { client, until, why } => {
            existing(state, *client)?;
            maybe(why.as_ref())?;
            if *until <= now.today() {
                held(state, *client, Held::Pause, "refused-no-pause")?;
            }
        }
        Action::Spread(moves) => {
            if moves.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            for (client, _, _) in moves {
                existing(state, *client)?;
            }
        }
        Action::AddAppointment { client, person, channel, minutes, place, note, replaces, .. } => {
            existing(state, *client)?;
            belongs(state, Fact::Person, *person, *client)?;
            if *channel == Channel::Unknown {
                return Err(bad("refused-channel").into());
            }
            length(*minutes)?;
            maybe(place.as_ref())?;
            maybe(note.as_ref())?;
            if let Some(old) = replaces {
                open(state, Fact::Appointment, *old, Some(*client), "refused-appointment-over")?;
            }
        }
        Action::CancelAppointment { appointment } => {
            open(state, Fact::Appointment, *appointment, None, "refused-appointment-over")?;
        }
        Action::AddLeave { first, last, why } => {
            order(*first, Some(*last))?;
            maybe(why.as_ref())?;
        }
        Action::SetHolidays { days, years } => {
            if days.is_empty() && years.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            days.iter().try_for_each(|day| text(&day.name).and_then(|()| maybe(day.source.as_ref())))?;
        }
        Action::RemoveLeave { leave } => open(state, Fact::Leave, *leave, None, "refused-leave-removed")?,
        Action::AddPerson { client, name, role, points, birthday, note } => {
            existing(state, *client)?;
            needed(name, bad("refused-empty-name"))?;
            maybe(role.as_ref())?;
            maybe(note.as_ref())?;
            points.iter().try_for_each(point)?;
            if let Some((month, day, year)) = birthday {
                yearly(*month, *day, *year)?;
            }
        }
        Action::RemovePerson { person } => fact(state, Fact::Person, *person, None).map(|_| ())?,
        Action::RemovePoint { point } => fact(state, Fact::Point, *point, None).map(|_| ())?,
        Action::AddTask(new) => {
            existing(state, new.client)?;
            task(new)?;
        }
        Action::DoneTask { task } => open(state, Fact::Task, *task, None, "refused-task-done")?,
        Action::AddInvoice(new) => {
            existing(state, new.client)?;
            invoice(new)?;
            belongs(state, Fact::Engagement, new.engagement, new.client)?;
        }
        Action::PayInvoice { invoice, .. } => open(state, Fact::Invoice, *invoice, None, "refused-paid")?,
        Action::RemindInvoice { invoice, until } => {
            open(state, Fact::Invoice, *invoice, None, "refused-paid")?;
            ahead(*until, now)?;
        }
        Action::AddEngagement(new) => {
            existing(state, new.client)?;
            engagement(new)?;
        }
        Action::AddCareDate(_) | Action::EditCareDate { .. } | Action::RemoveCareDate { .. } => {
            care::judge(action, state, now)?
        }
        Action::DoneCare { .. } | Action::AddGift(_) | Action::RemoveGift { .. } => care::judge(action, state, now)?,
        Action::SetConsent { .. } | Action::LogSent(_) | Action::UseNotes { .. } => care::judge(action, state, now)?,
        Action::AddMilestone(_) | Action::EditMilestone { .. } | Action::DoneMilestone { .. } => {
            project::judge(action, state, now)?
        }
        Action::RemoveMilestone { .. } | Action::ReportProgress { .. } => project::judge(action, state, now)?,
        Action::EditTouch { .. } | Action::EditPoint { .. } | Action::RankPoints { .. } => edit::judge(action, state, now)?,
        Action::EditPerson { .. } | Action::EditAppointment { .. } | Action::EditTask { .. } => {
            edit::judge(action, state, now)?
        }
        Action::EditInvoice { .. } | Action::EditEngagement { .. } => edit::judge(action, state, now)?,
        Action::EditLeave { .. } => edit::judge(action, state, now)?,
        Action::AddOpportunity(_) | Action::EditOpportunity { .. } | Action::StartPlaybook(_) => {
            drift::judge(action, state, now)?
        }
        Action::MoveStep { step, .. } => open(state, Fact::Step, *step, None, "refused-step-done")?,
        Action::LogStep { .. } | Action::EndPlaybook { .. } | Action::DeclinePlaybook { .. } | Action::LoseClient { .. } => {
            drift::judge(action, state, now)?
        }
        Action::Invest { .. } | Action::SnoozeRisk { .. } => drift::judge(action, state, now)?,
        Action::AddSurvey(new) => {
            existing(state, new.client)?;
            belongs(state, Fact::Person, new.person, new.client)?;
            survey(new, now)?;
        }
        Action::RemoveSurvey { survey } => fact(state, Fact::Survey, *survey, None).map(|_| ())?,
        Action::SetQuadrant { client, targets, quadrant } => {
            existing(state, *client)?;
            if targets.is_empty() {
                return Err(bad("refused-nothing").into());
            }
            if quadrant.is_some_and(|q| !(1..=4).contains(&q)) {
                return Err(bad("refused-quadrant").into());
            }
            for target in targets {
                match target {
                    Target::Complaint(id) => fact(state, Fact::Complaint, *id, Some(*client)).map(|_| ())?,
                    _ => item(state, *client, target)?,
                }
            }
        }
        Action::Relate { client, other, kind, note, on } => {
            existing(state, *client)?;
            existing(state, *other)?;
            if client == other {
                return Err(rule("refused-relate-itself").into());
            }
            maybe(note.as_ref())?;
            if !on && !state.related(*client, *other, *kind)? {
                return Err(rule("refused-no-relation").into());
            }
        }
        Action::OpenComplaint(_) | Action::EditComplaint { .. } | Action::LogCase(_) => case::judge(action, state, now)?,
        Action::AddEvidence(_) | Action::RemoveEvidence { .. } => case::judge(action, state, now)?,
        Action::AddImprovement(_) | Action::EditImprovement { .. } | Action::DoneImprovement { .. } => {
            case::judge(action, state, now)?
        }
        Action::AcceptTier { client, .. } => existing(state, *client).map(|_| ())?,
        Action::Verify { client, how, .. } => {
            existing(state, *client)?;
            text(how)?;
        }
        Action::UsePolicy { name, text } => {
            needed(name, bad("refused-empty-name"))?;
            capped(text, LONGEST_POLICY)?;
            policy::parse(text).map_err(|e| Refusal::bad(e.message(name)))?;
        }
        Action::SetZone { zone } => {
            if zone.parse::<Tz>().is_err() {
                return Err(Refusal::bad(Message::new("refused-zone").with("zone", zone.as_str())).into());
            }
        }
        Action::ReviewWeek { week } => {
            if week.weekday() != 0 || *week > now.today() {
                return Err(bad("refused-week").into());
            }
        }
        Action::Together(actions) if actions.is_empty() => return Err(bad("refused-nothing").into()),
        Action::Together(_) => {}
    }
    Ok(())
}

fn existing<S: State>(state: &S, client: Id) -> Result<ClientState, S::Error> {
    Ok(state.client(client)?.ok_or_else(|| Refusal::no_such(Fact::Client))?)
}

/// An organisation that is there already is refused: it was most likely typed twice. People do share names.
fn unused<S: State>(state: &S, name: &str, kind: ClientKind, own: Option<Id>) -> Result<(), S::Error> {
    if kind == ClientKind::Person {
        return Ok(());
    }
    for (id, other) in state.named(name)? {
        if other.kind == kind && Some(id) != own {
            return Err(Refusal::rule(Message::new("refused-same-name").with("name", other.name)).into());
        }
    }
    Ok(())
}

fn fact<S: State>(state: &S, kind: Fact, id: Id, client: Option<Id>) -> Result<FactState, S::Error> {
    match state.fact(kind, id)? {
        Some(found) if client.is_none() || found.client == client => Ok(found),
        _ => Err(Refusal::no_such(kind).into()),
    }
}

fn belongs<S: State>(state: &S, kind: Fact, id: Option<Id>, client: Id) -> Result<(), S::Error> {
    id.map_or(Ok(()), |id| fact(state, kind, id, Some(client)).map(|_| ()))
}

fn open<S: State>(state: &S, kind: Fact, id: Id, client: Option<Id>, over: &'static str) -> Result<(), S::Error> {
    if fact(state, kind, id, client)?.closed { Err(rule(over).into()) } else { Ok(()) }
}

/// Whether an item a user names can be there: what it stands for is not done.
fn item<S: State>(state: &S, client: Id, target: &Target) -> Result<(), S::Error> {
    match target {
        Target::Task(id) => open(state, Fact::Task, *id, Some(client), "refused-task-done"),
        Target::Appointment(id) => open(state, Fact::Appointment, *id, Some(client), "refused-appointment-over"),
        Target::Invoice(id) => open(state, Fact::Invoice, *id, Some(client), "refused-paid"),
        Target::Renewal(id) | Target::Report(id) => fact(state, Fact::Engagement, *id, Some(client)).map(|_| ()),
        Target::Milestone(id) => open(state, Fact::Milestone, *id, Some(client), "refused-milestone-done"),
        // Nobody may look away from a burning case (design 4.2).
        Target::Complaint(_) => Err(rule("refused-snooze-case").into()),
        Target::Improvement(_) | Target::Opportunity(_) => Err(rule("refused-no-item").into()),
        Target::Step(id) => open(state, Fact::Step, *id, Some(client), "refused-step-done"),
        Target::Run(id) => open(state, Fact::Run, *id, Some(client), "refused-run-over"),
        // With a reason, and with what was seen: see `SnoozeRisk`.
        Target::Risk | Target::OfDay(_) => Err(rule("refused-no-item").into()),
        Target::Contact(_) | Target::Review | Target::Tier | Target::Pin | Target::Lead => Ok(()),
        Target::Onboarding | Target::BusinessReview | Target::Anniversary | Target::Holiday(_) => Ok(()),
        Target::Care(id) => fact(state, Fact::CareDate, *id, Some(client)).map(|_| ()),
    }
}

fn held<S: State>(state: &S, client: Id, held: Held, none: &'static str) -> Result<(), S::Error> {
    if state.holds(client, held)? { Ok(()) } else { Err(rule(none).into()) }
}

fn logged<S: State>(state: &S, new: &NewTouch, now: &Now) -> Result<(), S::Error> {
    existing(state, new.client)?;
    belongs(state, Fact::Person, new.person, new.client)?;
    if new.channel == Channel::Unknown {
        return Err(bad("refused-channel").into());
    }
    Ok(touch(new, now)?)
}
