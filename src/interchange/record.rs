//! The neutral records every outside format is read into and written from, each with the line it came from.
//! How a format spells them lives in the format's own file; what becomes of them in `plan`.

use super::cells::{fold, point_key};
use super::sources::Source;
use crate::domain::action::{NeedType, NewPoint};
use crate::domain::care::Yearly;
use crate::domain::complaint::{CaseEvent, Limit, Rating, Reading};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::{InvestmentRow, OutcomeRow, RunRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::quiet::QuietHours;
use crate::domain::words::*;
use std::collections::{HashMap, HashSet};

/// Month, day and, when known, the year of birth.
pub type Birthday = (u8, u8, Option<i32>);

/// A yearly date beside the birthday of the common calendar: a lunar birthday, an anniversary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardDate {
    /// What it remembers.
    pub kind: CareKind,
    /// What it is called, where the kind does not say it.
    pub name: Option<String>,
    /// The date.
    pub date: Yearly,
}

/// What a file or an export is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Clients, one a line.
    Clients,
    /// People at clients.
    People,
    /// Touches.
    Touches,
    /// Invoices.
    Invoices,
    /// Survey answers.
    Surveys,
    /// Cases.
    Complaints,
    /// Possible work.
    Opportunities,
    /// Yearly dates of clients and their people.
    Care,
    /// Contacts of a vCard or Google file: people and clients mixed.
    Contacts,
}

impl Kind {
    /// The kinds `--as` and `--what` name.
    pub const OWN: [Kind; 8] = [
        Kind::Clients,
        Kind::People,
        Kind::Touches,
        Kind::Invoices,
        Kind::Opportunities,
        Kind::Complaints,
        Kind::Surveys,
        Kind::Care,
    ];

    /// The word on the command line and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Clients => "clients",
            Kind::People => "people",
            Kind::Touches => "touches",
            Kind::Invoices => "invoices",
            Kind::Surveys => "surveys",
            Kind::Complaints => "complaints",
            Kind::Opportunities => "opportunities",
            Kind::Care => "care",
            Kind::Contacts => "contacts",
        }
    }

    /// The own kind of a word, `None` for any other.
    pub fn parse(word: &str) -> Option<Kind> {
        Kind::OWN.into_iter().find(|kind| kind.code() == word)
    }
}

/// A client as a line of a file says it, or as the book has it. `None` and empty lists say nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClientRecord {
    /// Line of the file, from 1; 0 when it comes from the book.
    pub line: u64,
    /// Name.
    pub name: String,
    /// Organisation or person.
    pub kind: Option<ClientKind>,
    /// Status.
    pub status: Option<Status>,
    /// Industry.
    pub industry: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Size.
    pub size: Option<String>,
    /// Need.
    pub need: Option<String>,
    /// What they look for first.
    pub need_type: Option<NeedType>,
    /// First day as a client.
    pub since: Option<Day>,
    /// Pinned tier.
    pub tier_pin: Option<Tier>,
    /// Tags.
    pub tags: Vec<String>,
    /// Contact points of the client itself, preferred first.
    pub points: Vec<NewPoint>,
    /// Birthday.
    pub birthday: Option<Birthday>,
    /// Other yearly dates.
    pub dates: Vec<CardDate>,
    /// Potential 1 to 5.
    pub potential: Option<u8>,
    /// Fit 1 to 5.
    pub fit: Option<u8>,
    /// Yearly budget.
    pub budget: Option<Money>,
    /// Preferred channel.
    pub preferred_channel: Option<Channel>,
    /// Hours in which they do not want to be contacted.
    pub quiet: Option<QuietHours>,
    /// Agreed response time, hours.
    pub response_hours: Option<i64>,
    /// The language they are written to in.
    pub language: Option<Language>,
    /// Whose holidays they keep: the code of a culture.
    pub culture: Option<String>,
    /// Where they came from.
    pub source: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// What not to mention.
    pub do_not_mention: Option<String>,
    /// UID of the card or list.
    pub external_id: Option<String>,
    /// Day of the last contact, when the file knows only that.
    pub last_contact: Option<Day>,
    /// What was said then.
    pub last_note: Option<String>,
    /// A person named in the same line.
    pub person: Option<String>,
    /// Columns without a place of their own: heading and value.
    pub extra: Vec<(String, String)>,
    /// What became of the client, playbooks and decisions, on their way out; no file brings them in.
    pub past: Option<Box<PastRecord>>,
}

/// A person as a line or card says it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonRecord {
    /// Line of the file, from 1; 0 when it comes from the book.
    pub line: u64,
    /// Name of the client; `None` makes the person a client of their own.
    pub client: Option<String>,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Option<String>,
    /// Contact points, preferred first.
    pub points: Vec<NewPoint>,
    /// Birthday.
    pub birthday: Option<Birthday>,
    /// Other yearly dates.
    pub dates: Vec<CardDate>,
    /// Note.
    pub note: Option<String>,
    /// UID of the card.
    pub external_id: Option<String>,
    /// Tags of the card; they belong to the client.
    pub tags: Vec<String>,
    /// Properties without a place of their own.
    pub extra: Vec<(String, String)>,
    /// What the line says about the client.
    pub about: Option<Box<ClientRecord>>,
}

/// A touch as a line says it.
#[derive(Debug, Clone, PartialEq)]
pub struct TouchRecord {
    /// Line of the file, from 1; 0 when it comes from the book.
    pub line: u64,
    /// Name of the client, or `#id`.
    pub client: String,
    /// Channel.
    pub channel: Channel,
    /// Outcome.
    pub outcome: Outcome,
    /// Who began.
    pub direction: Direction,
    /// When.
    pub at: Moment,
    /// Length in minutes.
    pub minutes: Option<i64>,
    /// Remark.
    pub flag: Option<Flag>,
    /// Name of the person.
    pub person: Option<String>,
    /// Note.
    pub note: Option<String>,
}

/// An invoice as a line says it.
#[derive(Debug, Clone, PartialEq)]
pub struct InvoiceRecord {
    /// Line of the file, from 1; 0 when it comes from the book.
    pub line: u64,
    /// Name of the client, or `#id`.
    pub client: String,
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
    /// Columns without a place of their own; kept with the client.
    pub extra: Vec<(String, String)>,
}

/// Possible work as a line says it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpportunityRecord {
    /// Line of the file, from 1; 0 when it comes from the book.
    pub line: u64,
    /// Name of the client, or `#id`.
    pub client: String,
    /// What.
    pub title: String,
    /// What it would bring.
    pub amount: Money,
    /// Stage; a line may say nothing of it.
    pub stage: Option<Stage>,
    /// How likely, share of 1.
    pub probability: Option<f64>,
    /// The day the signature is or was expected.
    pub close: Option<Day>,
    /// What would be sold.
    pub product: Option<String>,
    /// Name of the person.
    pub person: Option<String>,
    /// Note.
    pub note: Option<String>,
}

/// Possible work with its history, on its way out.
#[derive(Debug, Clone, PartialEq)]
pub struct OpportunityWhole {
    /// What a line says of it.
    pub line: OpportunityRecord,
    /// How likely it is taken to be, share of 1.
    pub chance: f64,
    /// Since when it is talked about.
    pub created: Moment,
    /// Its states by moment: from when on, stage, expected signature, why.
    pub states: Vec<(Moment, Stage, Option<Day>, Option<String>)>,
    /// The expected days of signature that were given up for a later one.
    pub slips: Vec<(Day, Day)>,
}

/// A survey answer as a line says it.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyRecord {
    /// Line of the file, from 1; 0 when it comes from the book.
    pub line: u64,
    /// Name of the client, or `#id`.
    pub client: String,
    /// NPS or CSAT.
    pub kind: SurveyKind,
    /// The mark.
    pub score: u8,
    /// Day of the answer.
    pub on: Day,
    /// Why this mark.
    pub reasons: Vec<String>,
    /// How it was asked.
    pub channel: Option<Channel>,
    /// Name of the person.
    pub person: Option<String>,
    /// Note.
    pub note: Option<String>,
}

/// A yearly date as a line says it (S47, S87).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareRecord {
    /// Line of the file, from 1; 0 when it comes from the book.
    pub line: u64,
    /// Name of the client, or `#id`.
    pub client: String,
    /// Name of the person, where it is not the client's own date.
    pub person: Option<String>,
    /// What it remembers.
    pub kind: CareKind,
    /// What it is called, where the kind does not say it.
    pub name: Option<String>,
    /// The date.
    pub date: Yearly,
    /// Days before it from which it is shown.
    pub lead: Option<i32>,
    /// Note.
    pub note: Option<String>,
}

/// What became of a client, its playbooks and the decisions about it, whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PastRecord {
    /// What became of it, with what was said.
    pub outcomes: Vec<(OutcomeRow, Option<String>)>,
    /// Playbooks.
    pub runs: Vec<RunRow>,
    /// What their steps say: what to do, and what came of it; in the order of the steps.
    pub steps: Vec<(Option<String>, Option<String>)>,
    /// How much is put into it, ended decisions too.
    pub decisions: Vec<InvestmentRow>,
}

/// A case as a line says it.
#[derive(Debug, Clone, PartialEq)]
pub struct ComplaintRecord {
    /// Line of the file, from 1; 0 when it comes from the book.
    pub line: u64,
    /// Name of the client, or `#id`.
    pub client: String,
    /// Kind.
    pub kind: ComplaintKind,
    /// When the client said so.
    pub opened: Moment,
    /// The line knows only the day; `opened` is then settled by whoever knows the opening hours.
    pub day_only: bool,
    /// What it is about.
    pub text: String,
    /// Why it happened: a code of the policy's list where it is one, else as it was written.
    pub cause: Option<String>,
    /// Where it stands.
    pub status: CaseStatus,
    /// The line says nothing of where it stands.
    pub status_unsaid: bool,
    /// How the client said it.
    pub channel: Option<Channel>,
    /// What the client wants.
    pub demand: Option<String>,
    /// Name of the person.
    pub person: Option<String>,
    /// What else the line says; the first note of the case's log.
    pub note: Option<String>,
}

/// A whole case on its way out.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseRecord {
    /// What a line says of it.
    pub line: ComplaintRecord,
    /// Its number.
    pub no: i64,
    /// A complex problem.
    pub complex: bool,
    /// The client's tier when it was opened.
    pub tier: Option<Tier>,
    /// The other side of a conflict.
    pub other: Option<(Id, String)>,
    /// A neutral third person.
    pub mediator: Option<String>,
    /// What putting it right cost.
    pub remedy: Option<Money>,
    /// Until the client is answered.
    pub first: Option<Reading>,
    /// Its limit.
    pub first_limit: Limit,
    /// Until a solution is given.
    pub solution: Option<Reading>,
    /// Its limit.
    pub solution_limit: Limit,
    /// The newest mark.
    pub rating: Option<Rating>,
    /// Offers refused.
    pub refusals: u32,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// Every event by moment, those that another took the place of too.
    pub events: Vec<CaseEventRecord>,
    /// Evidence.
    pub evidence: Vec<EvidenceRecord>,
}

/// An event of a case on its way out.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseEventRecord {
    /// The event.
    pub event: CaseEvent,
    /// What was said.
    pub text: Option<String>,
    /// Minutes it took.
    pub minutes: Option<i64>,
    /// When it was typed.
    pub written: Moment,
}

/// Evidence of a case on its way out.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceRecord {
    /// Where the file lay.
    pub path: String,
    /// Bytes.
    pub size: i64,
    /// 64 hex digits.
    pub sha256: String,
    /// Note.
    pub note: Option<String>,
    /// When it was added.
    pub added: Moment,
}

/// One record of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// A client.
    Client(Box<ClientRecord>),
    /// A person.
    Person(Box<PersonRecord>),
    /// A touch.
    Touch(TouchRecord),
    /// An invoice.
    Invoice(Box<InvoiceRecord>),
    /// A survey answer.
    Survey(Box<SurveyRecord>),
    /// A case.
    Complaint(Box<ComplaintRecord>),
    /// Possible work.
    Opportunity(Box<OpportunityRecord>),
    /// A yearly date.
    Care(Box<CareRecord>),
}

/// A line that did not land, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejected {
    /// Line of the file, from 1.
    pub line: u64,
    /// Why, and what to do.
    pub reason: Message,
}

/// A file read: what it holds, what was refused, what was left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// What the file is about.
    pub kind: Kind,
    /// The good records in the order of the file.
    pub records: Vec<Record>,
    /// The refused lines.
    pub rejected: Vec<Rejected>,
    /// Photos in cards, which have no place in the book.
    pub photos: usize,
    /// Sounds, logos and keys in cards.
    pub media: usize,
    /// Birthdays in cards that could not be read: line of the card and text, kept among the card's own fields.
    pub birthdays: Vec<(u64, String)>,
    /// What was kept otherwise than it may have been meant.
    pub notes: Vec<Message>,
    /// Where the file comes from.
    pub source: Source,
    /// Its encoding, by name.
    pub encoding: &'static str,
}

impl Parsed {
    /// Nothing read yet.
    pub fn new(kind: Kind, source: Source) -> Parsed {
        Parsed {
            kind,
            records: Vec::new(),
            rejected: Vec::new(),
            photos: 0,
            media: 0,
            birthdays: Vec::new(),
            notes: Vec::new(),
            source,
            encoding: "UTF-8",
        }
    }
}

/// Gives fields of one name numbers, `Relation` and `Relation (2)`, because a client has a name once.
pub fn number_names(fields: &mut [(String, String)]) {
    let mut taken: HashSet<String> = HashSet::with_capacity(fields.len());
    let mut next: HashMap<String, usize> = HashMap::new();
    for (name, _) in fields {
        if !taken.insert(name.clone()) {
            let n = next.entry(name.clone()).or_insert(2);
            loop {
                let numbered = format!("{name} ({n})");
                *n += 1;
                if taken.insert(numbered.clone()) {
                    *name = numbered;
                    break;
                }
            }
        }
    }
}

impl PersonRecord {
    /// The person as a client of their own (a card without a company).
    pub fn into_client(self) -> ClientRecord {
        let mut extra = self.extra;
        if let Some(role) = self.role {
            extra.insert(0, ("role".to_owned(), role));
        }
        let about = self.about.map(|about| *about).unwrap_or_default();
        extra.extend(about.extra);
        number_names(&mut extra);
        ClientRecord {
            line: self.line,
            name: self.name,
            kind: about.kind.or(Some(ClientKind::Person)),
            points: self.points,
            birthday: self.birthday,
            dates: self.dates,
            note: self.note,
            external_id: self.external_id,
            tags: self.tags,
            extra,
            ..about
        }
    }
}

impl ClientRecord {
    /// The record, unless it says nothing at all.
    pub fn or_nothing(self) -> Option<Box<ClientRecord>> {
        (self != ClientRecord::default()).then(|| Box::new(self))
    }
}

/// Adds the points that reach a place none of the others reaches.
pub fn add_points<'p>(into: &mut Vec<NewPoint>, from: impl IntoIterator<Item = &'p NewPoint>) {
    let key = |point: &NewPoint| (point.kind, point_key(point.kind, &point.value));
    let mut known: HashSet<_> = into.iter().map(key).collect();
    for point in from {
        if known.insert(key(point)) {
            into.push(point.clone());
        }
    }
}

/// The key by which a record of a client or person is found: `#id` or a folded name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NameKey {
    /// `#4711`
    Id(Id),
    /// A folded name.
    Name(String),
}

impl NameKey {
    /// Reads `#id` or folds a name.
    pub fn of(text: &str) -> NameKey {
        match text.trim().strip_prefix('#').and_then(|digits| digits.parse().ok()) {
            Some(id) => NameKey::Id(Id(id)),
            None => NameKey::Name(fold(text)),
        }
    }
}
