//! Facts to be written as an action carries them: a new client, touch, task, invoice, engagement, survey answer.
//! What is done with them is the action's business, whether they make sense `validate`'s.

use crate::domain::complaint::Rating;
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::money::Money;
use crate::domain::quiet::QuietHours;
use crate::domain::target::Target;
use crate::domain::words::*;

/// A contact point to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPoint {
    /// Kind of address.
    pub kind: PointKind,
    /// The address itself.
    pub value: String,
    /// "work", "home" …
    pub label: Option<String>,
}

/// A new client.
#[derive(Debug, Clone, PartialEq)]
pub struct NewClient {
    /// Name; must not be empty.
    pub name: String,
    /// Organisation or person.
    pub kind: ClientKind,
    /// Active or lead, mostly.
    pub status: Status,
    /// Industry.
    pub industry: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Size.
    pub size: Option<String>,
    /// What they need.
    pub need: Option<String>,
    /// What they look for first.
    pub need_type: Option<NeedType>,
    /// There from this day.
    pub since: Day,
    /// Contact points, preferred first.
    pub points: Vec<NewPoint>,
    /// Tags.
    pub tags: Vec<String>,
    /// Potential 1 to 5.
    pub potential: Option<u8>,
    /// Fit 1 to 5.
    pub fit: Option<u8>,
    /// Yearly budget.
    pub budget: Option<Money>,
    /// Hours in which they do not want to be contacted.
    pub quiet: Option<QuietHours>,
    /// The language they are written to in.
    pub language: Option<Language>,
    /// Whose holidays they keep: the code of a culture.
    pub culture: Option<String>,
    /// Where they came from.
    pub source: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// A person at the client, when one was named with it.
    pub person: Option<String>,
    /// A first task, when one was named with it (lead entry): text and due.
    pub task: Option<(String, Day, Option<Moment>)>,
}

/// What a client looks for first (S70), and how that is known: a guess without a note is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedType {
    /// A code of the policy's list, or one of the user's own.
    pub code: String,
    /// What shows it.
    pub why: String,
}

/// One changed field of a client; `None` clears it.
#[derive(Debug, Clone, PartialEq)]
pub enum ClientField {
    /// New name; the old one is kept as an alias.
    Name(String),
    /// Organisation or person.
    Kind(ClientKind),
    /// Status, with the day it was decided.
    Status(Status, Day),
    /// Industry.
    Industry(Option<String>),
    /// Region.
    Region(Option<String>),
    /// Size.
    Size(Option<String>),
    /// Need.
    Need(Option<String>),
    /// What they look for first.
    NeedType(Option<NeedType>),
    /// First day.
    Since(Day),
    /// Potential 1 to 5.
    Potential(Option<u8>),
    /// Fit 1 to 5.
    Fit(Option<u8>),
    /// Yearly budget.
    Budget(Option<Money>),
    /// Preferred channel (S6).
    PreferredChannel(Option<Channel>),
    /// Hours in which they do not want to be contacted.
    Quiet(Option<QuietHours>),
    /// Agreed response time in hours.
    ResponseHours(Option<i64>),
    /// Source.
    Source(Option<String>),
    /// Note.
    Note(Option<String>),
    /// What not to mention.
    DoNotMention(Option<String>),
    /// The language they are written to in.
    Language(Option<Language>),
    /// Whose holidays they keep: the code of a culture.
    Culture(Option<String>),
    /// A field of the user's own (an extra_field row by name).
    Extra(String, Option<String>),
}

/// A touch to be logged.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTouch {
    /// Whom.
    pub client: Id,
    /// Which person.
    pub person: Option<Id>,
    /// How.
    pub channel: Channel,
    /// Who began.
    pub direction: Direction,
    /// What came of it.
    pub outcome: Outcome,
    /// When it happened.
    pub at: Moment,
    /// Length.
    pub minutes: Option<i64>,
    /// Remark for the risk signals.
    pub flag: Option<Flag>,
    /// Note.
    pub note: Option<String>,
    /// Agreed next contact: makes an appointment on the same channel.
    pub again: Option<Moment>,
}

/// One task to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTask {
    /// For whom.
    pub client: Id,
    /// Whose.
    pub kind: TaskKind,
    /// What.
    pub text: String,
    /// Due day.
    pub due: Day,
    /// Due moment, when a time was named.
    pub due_at: Option<Moment>,
    /// Who does it.
    pub assignee: Option<String>,
    /// Goal (S21).
    pub goal: Option<String>,
    /// Requirement (S21).
    pub requirement: Option<String>,
}

/// An invoice to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewInvoice {
    /// Whose.
    pub client: Id,
    /// Number.
    pub number: Option<String>,
    /// Issued.
    pub issued: Day,
    /// Due.
    pub due: Option<Day>,
    /// Paid.
    pub paid: Option<Day>,
    /// Amount.
    pub amount: Money,
    /// Cost, minor units of the same currency.
    pub cost: Option<i64>,
    /// Product.
    pub product: Option<String>,
    /// Engagement.
    pub engagement: Option<Id>,
}

/// An engagement to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEngagement {
    /// Whose.
    pub client: Id,
    /// Kind.
    pub kind: EngagementKind,
    /// Title.
    pub title: String,
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Option<Day>,
    /// Last day to give notice.
    pub notice: Option<Day>,
    /// Renewal day.
    pub renew: Option<Day>,
    /// How often the client is told how it goes.
    pub report_every: Option<Interval>,
}

/// A milestone to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMilestone {
    /// Of which project.
    pub engagement: Id,
    /// What has to be reached.
    pub title: String,
    /// By when.
    pub due: Day,
    /// Own note.
    pub note: Option<String>,
}

/// A yearly date to be written (S47, S87).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCareDate {
    /// Whose.
    pub client: Id,
    /// Of which person.
    pub person: Option<Id>,
    /// What it remembers.
    pub kind: CareKind,
    /// What it is called, where the kind does not say it.
    pub name: Option<String>,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31; of a lunar month 1 to 30.
    pub day: u8,
    /// The year it counts from.
    pub year: Option<i32>,
    /// Calendar of the date.
    pub calendar: Calendar,
    /// Of a leap month.
    pub leap: bool,
    /// Days before it from which it is shown.
    pub lead: Option<i32>,
    /// Own note.
    pub note: Option<String>,
}

/// A gift to be written (S87).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGift {
    /// Whose.
    pub client: Id,
    /// Of which person.
    pub person: Option<Id>,
    /// What was given.
    pub what: String,
    /// What it cost.
    pub cost: Option<Money>,
    /// When.
    pub on: Day,
    /// What for.
    pub occasion: Option<String>,
    /// Own note.
    pub note: Option<String>,
}

/// Messages that were handed over together.
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaign {
    /// The template they came from.
    pub template: String,
    /// What the run is called: the subject of its first message.
    pub title: String,
    /// What the messages were for.
    pub purpose: Purpose,
    /// The messages.
    pub members: Vec<NewSent>,
}

/// A message that was handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct NewSent {
    /// The contact it was.
    pub touch: NewTouch,
    /// Its subject.
    pub subject: Option<String>,
    /// The care date it greeted, and the day that fell on.
    pub greets: Option<(Target, Day)>,
    /// The appointment it kept.
    pub fulfils: Option<Id>,
    /// Knowledge notes that were put into it.
    pub notes: Vec<String>,
}

/// A survey answer to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSurvey {
    /// Whose.
    pub client: Id,
    /// Who answered.
    pub person: Option<Id>,
    /// NPS or CSAT.
    pub kind: SurveyKind,
    /// NPS 0 to 10, CSAT 1 to 5.
    pub score: u8,
    /// Day of the answer.
    pub on: Day,
    /// How it was asked.
    pub channel: Option<Channel>,
    /// Why this mark.
    pub reasons: Vec<String>,
    /// Note.
    pub note: Option<String>,
}

/// A case to be opened. The policy in force and the client's own agreed response time are written with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComplaint {
    /// Whose.
    pub client: Id,
    /// Who said it.
    pub person: Option<Id>,
    /// Kind.
    pub kind: ComplaintKind,
    /// A complex problem (S75).
    pub complex: bool,
    /// When the client said so.
    pub opened: Moment,
    /// How they said it.
    pub channel: Option<Channel>,
    /// What it is about.
    pub text: String,
    /// What the client wants (S79).
    pub demand: Option<String>,
    /// Why it happened (S83).
    pub cause: Option<String>,
    /// The client's tier at this moment.
    pub tier: Option<Tier>,
    /// The other side of a conflict (S141).
    pub other: Option<Id>,
    /// A neutral third person (S142).
    pub mediator: Option<String>,
    /// Where it stands already, of one taken over from a list.
    pub begun: CaseStatus,
}

/// Changed fields of a case; an inner `None` clears one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ComplaintChanges {
    /// Kind.
    pub kind: Option<ComplaintKind>,
    /// A complex problem.
    pub complex: Option<bool>,
    /// When the client said so.
    pub opened: Option<Moment>,
    /// How they said it.
    pub channel: Option<Option<Channel>>,
    /// What it is about.
    pub text: Option<String>,
    /// What the client wants.
    pub demand: Option<Option<String>>,
    /// Why it happened.
    pub cause: Option<Option<String>>,
    /// Who said it.
    pub person: Option<Option<Id>>,
    /// The other side.
    pub other: Option<Option<Id>>,
    /// A neutral third person.
    pub mediator: Option<Option<String>>,
    /// What putting it right cost.
    pub remedy: Option<Option<Money>>,
}

/// An event of a case to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCaseEvent {
    /// The case.
    pub complaint: Id,
    /// What happened.
    pub kind: CaseEventKind,
    /// When.
    pub at: Moment,
    /// What was said.
    pub text: Option<String>,
    /// The client's mark.
    pub rating: Option<Rating>,
    /// What the client was told it would be ready by.
    pub promised: Option<Moment>,
    /// How they spoke; then the contact is logged as a touch too.
    pub channel: Option<Channel>,
    /// How long it took.
    pub minutes: Option<i64>,
    /// The event that this one takes the place of.
    pub corrects: Option<Id>,
    /// The appointment that the contact was.
    pub fulfils: Option<Id>,
}

/// Evidence of a case to be written (S79).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvidence {
    /// The case.
    pub complaint: Id,
    /// Where the file lies.
    pub path: String,
    /// Bytes.
    pub size: i64,
    /// 64 hex digits.
    pub sha256: String,
    /// Note.
    pub note: Option<String>,
}

/// What is to be done so that a cause does not return (S139).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewImprovement {
    /// The cause.
    pub cause: String,
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Day>,
}

/// Possible work to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOpportunity {
    /// The client.
    pub client: Id,
    /// Whom it is talked about with.
    pub person: Option<Id>,
    /// What.
    pub title: String,
    /// What it would bring.
    pub amount: Money,
    /// How likely, share of 1; `None` is that of its stage.
    pub probability: Option<f64>,
    /// Stage.
    pub stage: Stage,
    /// The day the signature is expected.
    pub close: Option<Day>,
    /// What would be sold.
    pub product: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// Since when it is talked about.
    pub at: Moment,
}

/// Changed fields of possible work. Another stage or another day of signature is a state of its own: what was before is kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OpportunityChanges {
    /// Title.
    pub title: Option<String>,
    /// Amount.
    pub amount: Option<Money>,
    /// Probability; an inner `None` is that of its stage.
    pub probability: Option<Option<f64>>,
    /// Product.
    pub product: Option<Option<String>>,
    /// Note.
    pub note: Option<Option<String>>,
    /// Person.
    pub person: Option<Option<Id>>,
    /// Stage.
    pub stage: Option<Stage>,
    /// Expected signature.
    pub close: Option<Option<Day>>,
    /// Why stage or day are others.
    pub why: Option<String>,
    /// From when on; now where it is not given.
    pub at: Option<Moment>,
}

/// A playbook to be begun at a client, its steps in order.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRun {
    /// The client.
    pub client: Id,
    /// Name of the playbook.
    pub playbook: String,
    /// Title in the user's language.
    pub title: String,
    /// Steps in order.
    pub steps: Vec<NewStep>,
}

/// A step as its playbook says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStep {
    /// What it asks for.
    pub kind: StepKind,
    /// What to do, one line.
    pub title: String,
    /// More about it.
    pub text: Option<String>,
    /// How, where it is a contact.
    pub channel: Option<Channel>,
    /// Message template that goes with it.
    pub template: Option<String>,
    /// Due day.
    pub due: Day,
}
