//! Everything a user can do, as data that names ids and never a row number. `store::apply` is the one door that carries an action
//! out; `validate` says beforehand whether the rules allow it.

use super::day::{Day, Moment};
use super::id::Id;
use super::interval::Interval;
use super::money::Money;
use super::target::Target;
use super::words::*;

/// Which face asked for an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The command line.
    Cli,
    /// The screen.
    Tui,
    /// An import.
    Import,
    /// The program itself (month scores).
    System,
}

impl Face {
    /// The code stored with the op.
    pub fn code(self) -> &'static str {
        match self {
            Face::Cli => "cli",
            Face::Tui => "tui",
            Face::Import => "import",
            Face::System => "system",
        }
    }
}

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
    /// Where they came from.
    pub source: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// A person at the client, when one was named with it.
    pub person: Option<String>,
    /// A first task, when one was named with it (lead entry): text and due.
    pub task: Option<(String, Day, Option<Moment>)>,
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
    /// Agreed response time in hours.
    ResponseHours(Option<i64>),
    /// Source.
    Source(Option<String>),
    /// Note.
    Note(Option<String>),
    /// What not to mention.
    DoNotMention(Option<String>),
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
}

/// One thing a user does; committed whole or not at all, undone whole.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A new client with its points, tags, person and first task.
    AddClient(Box<NewClient>),
    /// Changed fields; `why` is kept with a status change.
    EditClient {
        /** Whom. */
        client: Id,
        /** Fields. */
        fields: Vec<ClientField>,
        /** Points to add. */
        points: Vec<NewPoint>,
        /** Tags to add. */
        tags: Vec<String>,
        /** Why. */
        why: Option<String>,
    },
    /// Tags added and removed.
    TagClient {
        /** Whom. */
        client: Id,
        /** Added. */
        add: Vec<String>,
        /** Removed. */
        remove: Vec<String>,
    },
    /// A tier pinned with a reason, ending any pin before; `None` unpins.
    PinTier {
        /** Whom. */
        client: Id,
        /** Tier or computed. */
        tier: Option<Tier>,
        /** Why. */
        why: String,
        /** First day. */
        from: Day,
        /** Last day. */
        until: Option<Day>,
        /** Review day. */
        review_on: Day,
    },
    /// The pin was looked at and stays until its next review.
    KeepPin {
        /** Whom. */
        client: Id,
        /** Next review. */
        review_on: Day,
    },
    /// Stop serving a client: an explicit dated decision (S69).
    StopClient {
        /** Whom. */
        client: Id,
        /** Why. */
        why: String,
        /** When. */
        on: Day,
    },
    /// A requirement of the plan changed for one client; `None` as interval takes the change back.
    Override {
        /** Whom. */
        client: Id,
        /** Requirement. */
        channel: Channel,
        /** Other channel. */
        new_channel: Option<Channel>,
        /** Interval. */
        every: Option<Interval>,
        /** Grace. */
        grace: Option<i32>,
        /** Why. */
        why: String,
        /** Last day. */
        until: Option<Day>,
    },
    /// A touch, its agreed next contact, and the appointment it fulfils.
    LogTouch {
        /** The touch. */
        touch: Box<NewTouch>,
        /** The appointment that took place. */
        fulfils: Option<Id>,
    },
    /// Several touches as one undo step (a batch of mails).
    LogTouches(Vec<NewTouch>),
    /// Note (appended on a new line) on a touch already logged, with a task it promises.
    NoteTouch {
        /** The touch. */
        touch: Id,
        /** Text. */
        note: String,
    },
    /// Hide one item until a day. Ends the snooze of the same item before it.
    Snooze {
        /** Whom. */
        client: Id,
        /** Item. */
        targets: Vec<Target>,
        /** Day. */
        until: Day,
    },
    /// Give requirements a miss, each until its own next day.
    Skip {
        /** Whom. */
        client: Id,
        /** Requirement and the day it is due instead. */
        turns: Vec<(Channel, Day)>,
        /** Why. */
        why: String,
    },
    /// The client's cadence stands still until a day; a day not after today ends a pause.
    Pause {
        /** Whom. */
        client: Id,
        /** Day. */
        until: Day,
        /** Why. */
        why: Option<String>,
    },
    /// Levelled plan of many clients, one undo step: client, requirement, day.
    Spread(Vec<(Id, Channel, Day)>),
    /// An agreed contact. `replaces` is ended as cancelled (rescheduled).
    AddAppointment {
        /** Whom. */
        client: Id,
        /** Person. */
        person: Option<Id>,
        /** How. */
        channel: Channel,
        /** When. */
        start: Moment,
        /** Length. */
        minutes: Option<i64>,
        /** Place. */
        place: Option<String>,
        /** Remark. */
        note: Option<String>,
        /** The appointment that is moved. */
        replaces: Option<Id>,
    },
    /// An appointment called off.
    CancelAppointment {
        /** Which. */
        appointment: Id,
    },
    /// Days off, inclusive.
    AddLeave {
        /** First. */
        first: Day,
        /** Last. */
        last: Day,
        /** Why. */
        why: Option<String>,
    },
    /// Days off taken back.
    RemoveLeave {
        /** Which. */
        leave: Id,
    },
    /// A person with points and an optional birthday (month, day, year).
    AddPerson {
        /** Where. */
        client: Id,
        /** Name. */
        name: String,
        /** Role. */
        role: Option<String>,
        /** Points. */
        points: Vec<NewPoint>,
        /** Birthday. */
        birthday: Option<(u8, u8, Option<i32>)>,
        /** Note. */
        note: Option<String>,
    },
    /// A person's changed fields.
    EditPerson {
        /** Who. */
        person: Id,
        /** Name. */
        name: Option<String>,
        /** Role. */
        role: Option<Option<String>>,
        /** Note. */
        note: Option<Option<String>>,
        /** Points to add. */
        points: Vec<NewPoint>,
    },
    /// A person and their points removed; touches keep the client.
    RemovePerson {
        /** Who. */
        person: Id,
    },
    /// A contact point removed.
    RemovePoint {
        /** Which. */
        point: Id,
    },
    /// A task.
    AddTask(Box<NewTask>),
    /// Changed fields of a task.
    EditTask {
        /** Which. */
        task: Id,
        /** Text. */
        text: Option<String>,
        /** Due. */
        due: Option<(Day, Option<Moment>)>,
        /** Assignee. */
        assignee: Option<Option<String>>,
    },
    /// A task done.
    DoneTask {
        /** Which. */
        task: Id,
    },
    /// An invoice.
    AddInvoice(Box<NewInvoice>),
    /// Changed fields of an invoice.
    EditInvoice {
        /** Which. */
        invoice: Id,
        /** Due. */
        due: Option<Option<Day>>,
        /** Number. */
        number: Option<Option<String>>,
        /** Amount. */
        amount: Option<i64>,
        /** Cost. */
        cost: Option<Option<i64>>,
        /** Product. */
        product: Option<Option<String>>,
    },
    /// An invoice paid.
    PayInvoice {
        /** Which. */
        invoice: Id,
        /** When. */
        on: Day,
    },
    /// A reminder went out; the invoice returns on `until`.
    RemindInvoice {
        /** Which. */
        invoice: Id,
        /** Day. */
        until: Day,
    },
    /// An engagement.
    AddEngagement(Box<NewEngagement>),
    /// Changed fields of an engagement.
    EditEngagement {
        /** Which. */
        engagement: Id,
        /** Title. */
        title: Option<String>,
        /** End. */
        end: Option<Option<Day>>,
        /** Notice. */
        notice: Option<Option<Day>>,
        /** Renewal. */
        renew: Option<Option<Day>>,
        /** State and its day. */
        status: Option<(EngagementStatus, Day)>,
    },
    /// An offered tier accepted.
    AcceptTier {
        /** Whom. */
        client: Id,
        /** Before. */
        from: Option<Tier>,
        /** After. */
        to: Tier,
        /** S, millionths. */
        score: i64,
        /** c, millionths. */
        share: i64,
    },
    /// The shown fields were checked (S66).
    Verify {
        /** Whom. */
        client: Id,
        /** Day. */
        on: Day,
        /** How: call, email, document. */
        how: String,
    },
    /// Another policy text is in force.
    UsePolicy {
        /** Name. */
        name: String,
        /** TOML. */
        text: String,
    },
    /// The file's zone.
    SetZone {
        /** IANA name. */
        zone: String,
    },
    /// Several actions as one undo step.
    Together(Vec<Action>),
}
