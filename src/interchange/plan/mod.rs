//! The plan of an import: records matched with the book, and what will be written. Nothing is written here.
//! Who is meant is decided in `matching`, what becomes of a record in `clients`, `people` and `facts`.

mod care;
mod clients;
mod existing;
mod facts;
mod matching;
mod names;
mod people;

pub use existing::{BookClient, BookPerson, Existing};
pub use names::normalised;

use super::ImportOptions;
use super::merge::Manner;
use super::record::*;
use super::report::Report;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::*;
use std::collections::{HashMap, HashSet};

/// A client that is there, or one the import makes (index into `new_clients`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClientRef {
    /// Of the book.
    Old(Id),
    /// Of the plan.
    New(usize),
}

/// A person that is there, or one the import makes (index into `new_people`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonRef {
    /// Of the book.
    Old(Id),
    /// Of the plan.
    New(usize),
}

/// What an import will write, and what it will say. In a new client's record `since`, `kind` and `status` are filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportPlan {
    /// Clients to be made.
    pub new_clients: Vec<ClientRecord>,
    /// Clients to be changed: before and after.
    pub changed_clients: Vec<(Id, ClientRecord, ClientRecord)>,
    /// People to be made.
    pub new_people: Vec<(ClientRef, PersonRecord)>,
    /// People to be changed: id, client, before and after.
    pub changed_people: Vec<(Id, Id, PersonRecord, PersonRecord)>,
    /// Touches to be made, with those of an unknown channel.
    pub touches: Vec<(ClientRef, Option<PersonRef>, TouchRecord)>,
    /// Invoices to be made.
    pub invoices: Vec<(ClientRef, InvoiceRecord)>,
    /// Survey answers to be made.
    pub surveys: Vec<(ClientRef, Option<PersonRef>, SurveyRecord)>,
    /// Cases to be made.
    pub complaints: Vec<(ClientRef, Option<PersonRef>, ComplaintRecord)>,
    /// Possible work to be made.
    pub opportunities: Vec<(ClientRef, Option<PersonRef>, OpportunityRecord)>,
    /// Possible work to be changed: id, client, before and after.
    pub changed_opportunities: Vec<(Id, Id, OpportunityRecord, OpportunityRecord)>,
    /// Yearly dates to be made.
    pub care: Vec<(ClientRef, Option<PersonRef>, CareRecord)>,
    /// Yearly dates to be changed: id, client, person and what they are to say.
    pub changed_care: Vec<(Id, Id, Option<PersonRef>, CareRecord)>,
    /// Invoices to be changed: before and after.
    pub changed_invoices: Vec<(Id, Id, InvoiceRecord, InvoiceRecord)>,
    /// What the import will say.
    pub report: Report,
}

impl ImportPlan {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.new_clients.is_empty()
            && self.changed_clients.is_empty()
            && self.new_people.is_empty()
            && self.changed_people.is_empty()
            && self.touches.is_empty()
            && self.invoices.is_empty()
            && self.surveys.is_empty()
            && self.complaints.is_empty()
            && self.opportunities.is_empty()
            && self.changed_opportunities.is_empty()
            && self.care.is_empty()
            && self.changed_care.is_empty()
            && self.changed_invoices.is_empty()
    }
}

/// How a record counts.
enum Count {
    Created,
    Updated,
    Unchanged,
}

struct ClientSlot {
    /// `None`: made by this import.
    id: Option<Id>,
    before: Option<ClientRecord>,
    record: ClientRecord,
    unknown_days: Vec<Day>,
    /// Earliest day of a fact this import brings.
    earliest: Option<Day>,
    /// A record of the file is this client.
    claimed: bool,
}

struct PersonSlot {
    id: Option<Id>,
    client: usize,
    before: Option<PersonRecord>,
    record: PersonRecord,
    claimed: bool,
}

/// Who has a contact point.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Owner {
    client: usize,
    person: Option<usize>,
}

struct Planner<'p> {
    clients: Vec<ClientSlot>,
    people: Vec<PersonSlot>,
    by_id: HashMap<Id, usize>,
    person_by_id: HashMap<Id, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_alias: HashMap<String, Vec<usize>>,
    by_normalised: HashMap<String, Vec<usize>>,
    by_point: HashMap<(PointKind, String), Vec<Owner>>,
    by_external: HashMap<String, Owner>,
    /// People by client and folded name; one who was renamed stands under both names.
    by_person: HashMap<(usize, String), Vec<usize>>,
    touches: HashMap<(Id, i64, u64), u32>,
    invoices: HashMap<Id, Vec<(Id, InvoiceRecord, bool)>>,
    out_touches: Vec<(usize, Option<usize>, TouchRecord)>,
    out_invoices: Vec<(usize, InvoiceRecord)>,
    surveys: HashMap<(Id, u64), u32>,
    out_surveys: Vec<(usize, Option<usize>, SurveyRecord)>,
    complaints: HashMap<(Id, String), Vec<Moment>>,
    out_complaints: Vec<(usize, Option<usize>, ComplaintRecord)>,
    opportunities: HashMap<Id, Vec<(Id, OpportunityRecord, bool)>>,
    out_opportunities: Vec<(usize, Option<usize>, OpportunityRecord)>,
    changed_opportunities: Vec<(Id, Id, OpportunityRecord, OpportunityRecord)>,
    care: HashMap<Id, Vec<(Id, CareRecord, bool)>>,
    out_care: Vec<(usize, Option<usize>, CareRecord)>,
    changed_care: Vec<(Id, Id, Option<usize>, CareRecord)>,
    changed_invoices: Vec<(Id, Id, InvoiceRecord, InvoiceRecord)>,
    manner: Manner,
    /// Clients that a line of this file has spoken about.
    told: HashSet<usize>,
    options: &'p ImportOptions,
    now: &'p Now,
    report: Report,
}

/// Matches a file with the book. `progress` is told records done and records in all.
pub fn plan(
    parsed: Parsed,
    existing: Existing,
    options: &ImportOptions,
    now: &Now,
    progress: &mut dyn FnMut(usize, usize),
) -> ImportPlan {
    let mut left_out = Vec::new();
    for (id, count) in [("import-left-photos", parsed.photos), ("import-left-media", parsed.media)] {
        if count > 0 {
            left_out.push(Message::new(id).with("count", count));
        }
    }
    let report = Report {
        kind: parsed.kind,
        created: 0,
        updated: 0,
        unchanged: 0,
        duplicates: Vec::new(),
        rejected: parsed.rejected,
        made_by_name: Vec::new(),
        left_out,
        notes: parsed.notes.into_iter().chain(parsed.records.iter().flat_map(notes)).collect(),
        extra_columns: extra_columns(&parsed.records),
        also: Vec::new(),
        next: Message::new("import-next-day"),
        dry_run: options.dry_run,
        source: parsed.source,
        encoding: parsed.encoding,
    };
    let mut planner = Planner::new(existing, parsed.kind, options, now, report);
    let all = parsed.records.len();
    for (done, record) in parsed.records.into_iter().enumerate() {
        if done % 1_000 == 0 {
            progress(done, all);
        }
        let line = match &record {
            Record::Client(c) => c.line,
            Record::Person(p) => p.line,
            Record::Touch(t) => t.line,
            Record::Invoice(i) => i.line,
            Record::Survey(s) => s.line,
            Record::Complaint(c) => c.line,
            Record::Opportunity(o) => o.line,
            Record::Care(c) => c.line,
        };
        let count = match record {
            Record::Client(client) => Ok(planner.client(*client)),
            Record::Person(person) => planner.person(*person),
            Record::Touch(touch) => planner.touch(touch),
            Record::Invoice(invoice) => planner.invoice(*invoice),
            Record::Survey(survey) => planner.survey(*survey),
            Record::Complaint(case) => planner.complaint(*case),
            Record::Opportunity(opportunity) => planner.opportunity(*opportunity),
            Record::Care(care) => planner.care(*care),
        };
        match count {
            Ok(Count::Created) => planner.report.created += 1,
            Ok(Count::Updated) => planner.report.updated += 1,
            Ok(Count::Unchanged) => planner.report.unchanged += 1,
            Err(reason) => planner.report.rejected.push(Rejected { line, reason }),
        }
    }
    progress(all, all);
    planner.finish()
}

impl Planner<'_> {
    fn finish(mut self) -> ImportPlan {
        let today = self.now.today();
        let mut refs: Vec<ClientRef> = Vec::with_capacity(self.clients.len());
        let (mut new_clients, mut changed_clients) = (Vec::new(), Vec::new());
        for mut slot in self.clients {
            match slot.id {
                None => {
                    refs.push(ClientRef::New(new_clients.len()));
                    let record = &mut slot.record;
                    record.since = record.since.or(slot.earliest).or(Some(today));
                    record.kind = record.kind.or(Some(ClientKind::Org));
                    record.status = record.status.or(Some(Status::Active));
                    new_clients.push(slot.record);
                }
                Some(id) => {
                    refs.push(ClientRef::Old(id));
                    // Somebody dealt with was there: an earlier fact moves the first day back.
                    let moved = slot.earliest.filter(|day| slot.record.since.is_some_and(|since| *day < since));
                    let before = slot.before.take().or_else(|| moved.map(|_| slot.record.clone()));
                    if let Some(day) = moved {
                        slot.record.since = Some(day);
                    }
                    if let Some(before) = before.filter(|before| *before != slot.record) {
                        changed_clients.push((id, before, slot.record));
                    }
                }
            }
        }
        let client = |index: usize| refs[index];
        let (mut new_people, mut changed_people, mut person_refs) = (Vec::new(), Vec::new(), Vec::new());
        for slot in self.people {
            match (slot.id, client(slot.client)) {
                (None, at) => {
                    person_refs.push(PersonRef::New(new_people.len()));
                    new_people.push((at, slot.record));
                }
                (Some(id), ClientRef::Old(at)) => {
                    person_refs.push(PersonRef::Old(id));
                    if let Some(before) = slot.before.filter(|before| *before != slot.record) {
                        changed_people.push((id, at, before, slot.record));
                    }
                }
                (Some(id), ClientRef::New(_)) => person_refs.push(PersonRef::Old(id)),
            }
        }
        let mut seen = HashSet::new();
        self.report.made_by_name.retain(|name| seen.insert(name.clone()));
        self.report.rejected.sort_by_key(|rejected| rejected.line);
        let cases = self.out_complaints.iter();
        let (days, unsaid) = cases.fold((0, 0), |(days, unsaid), (_, _, case)| {
            (days + usize::from(case.day_only), unsaid + usize::from(case.status_unsaid))
        });
        for (id, count) in [("import-note-case-days", days), ("import-note-case-open", unsaid)] {
            if count > 0 {
                self.report.notes.insert(0, Message::new(id).with("count", count));
            }
        }
        self.report.next = next_step(&self.report, new_clients.len());
        ImportPlan {
            touches: self.out_touches.into_iter().map(|(c, p, t)| (client(c), p.map(|p| person_refs[p]), t)).collect(),
            invoices: self.out_invoices.into_iter().map(|(c, i)| (client(c), i)).collect(),
            surveys: self.out_surveys.into_iter().map(|(c, p, s)| (client(c), p.map(|p| person_refs[p]), s)).collect(),
            complaints: self.out_complaints.into_iter().map(|(c, p, s)| (client(c), p.map(|p| person_refs[p]), s)).collect(),
            opportunities: self
                .out_opportunities
                .into_iter()
                .map(|(c, p, o)| (client(c), p.map(|p| person_refs[p]), o))
                .collect(),
            changed_opportunities: self.changed_opportunities,
            care: self.out_care.into_iter().map(|(c, p, d)| (client(c), p.map(|p| person_refs[p]), d)).collect(),
            changed_care: self
                .changed_care
                .into_iter()
                .map(|(row, client, p, d)| (row, client, p.map(|p| person_refs[p]), d))
                .collect(),
            new_clients,
            changed_clients,
            new_people,
            changed_people,
            changed_invoices: self.changed_invoices,
            report: self.report,
        }
    }
}

/// The names that values without a place are kept under, in the order they are met.
fn extra_columns(records: &[Record]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut names = Vec::new();
    for record in records {
        let (own, about): (_, &[(String, String)]) = match record {
            Record::Client(c) => (&c.extra, &[]),
            Record::Person(p) => (&p.extra, p.about.as_ref().map_or(&[], |about| &about.extra)),
            Record::Invoice(i) => (&i.extra, &[]),
            Record::Touch(_) | Record::Survey(_) | Record::Complaint(_) | Record::Opportunity(_) | Record::Care(_) => continue,
        };
        for (name, _) in own.iter().chain(about) {
            if seen.insert(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

/// What of a record is kept, but not as what it was meant to be.
fn notes(record: &Record) -> Vec<Message> {
    let (line, name, points, extra) = match record {
        Record::Client(c) => (c.line, &c.name, &c.points, &c.extra),
        Record::Person(p) => (p.line, &p.name, &p.points, &p.extra),
        Record::Touch(_)
        | Record::Invoice(_)
        | Record::Survey(_)
        | Record::Complaint(_)
        | Record::Opportunity(_)
        | Record::Care(_) => return Vec::new(),
    };
    let note = |id, value: &str| {
        let short = |text: &str| crate::text::truncate(&crate::text::one_line(text), 60).into_owned();
        Message::new(id).with("line", line.to_string()).with("name", short(name)).with("value", short(value))
    };
    let mails = points.iter().filter(|p| p.kind == PointKind::Email && !p.value.contains(['@', '＠']));
    let days = extra.iter().filter(|(name, _)| name.split(" (").next().is_some_and(|n| n.eq_ignore_ascii_case("birthday")));
    mails
        .map(|p| note("import-note-email", &p.value))
        .chain(days.map(|(_, value)| {
            // Whether it can be read in two ways does not hang on the zone.
            let both = super::is_ambiguous(value, chrono_tz::UTC);
            note(if both { "import-note-birthday-order" } else { "import-note-birthday" }, value)
        }))
        .collect()
}

fn next_step(report: &Report, new_clients: usize) -> Message {
    if report.dry_run {
        return Message::new("import-next-dry");
    }
    if !report.rejected.is_empty() {
        return Message::new("import-next-fix").with("count", report.rejected.len());
    }
    match report.kind {
        Kind::Touches | Kind::Invoices => Message::new("import-next-spread"),
        _ if new_clients > 0 => Message::new("import-next-sort"),
        _ => Message::new("import-next-day"),
    }
}
