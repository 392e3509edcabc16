//! The import from bytes to the book: reads what a file is compared with, lets `interchange` plan, and writes the plan in one step.
//! What a line means and who is meant is decided in `interchange`.

use super::load::Snapshot;
use super::records;
use crate::domain::action::{ClientField, Face, NewClient, NewInvoice, NewTouch};
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::*;
use crate::interchange::plan::{self, BookClient, BookPerson, ClientRef, Existing, ImportPlan, PersonRef};
use crate::interchange::record::{ClientRecord, Kind, NameKey, Parsed, PersonRecord, Record, Rejected};
use crate::interchange::{self, ImportOptions, Report};
use crate::store::{ImportTx, Store, StoreError, Which};
use std::collections::{HashMap, HashSet};
use thiserror::Error;

/// So many birthdays that could not be read are named one by one.
const UNREAD: usize = 10;
/// Days until an imported tier is looked at again.
const REVIEW: i32 = 180;

/// Why an import did not happen. The file is as it was.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The bytes are no file of a known kind.
    #[error(transparent)]
    File(#[from] interchange::ImportError),
    /// The store's complaint.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// `progress` asked to stop.
    #[error("stopped")]
    Stopped,
}

impl ImportError {
    /// What the user is told.
    pub fn message(&self) -> Message {
        match self {
            ImportError::File(e) => e.message(),
            ImportError::Store(e) => e.message(),
            ImportError::Stopped => Message::new("import-stopped"),
        }
    }

    /// The exit code.
    pub fn exit(&self) -> i32 {
        match self {
            ImportError::File(e) => e.exit(),
            ImportError::Store(e) => e.exit(),
            ImportError::Stopped => 1,
        }
    }
}

/// What an import did.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The figures, refused lines and next step.
    pub report: Report,
    /// The step in the journal; `None` when nothing was written.
    pub op: Option<i64>,
}

/// Imports a file. `progress` is told steps done and steps in all, and answers whether to go on; while it may still say no, nothing
/// has been written for good.
///
/// # Errors
/// A file that cannot be read, or what the store refuses; then nothing is written.
pub fn run(
    store: &mut Store,
    bytes: &[u8],
    file_name: &str,
    options: &ImportOptions,
    now: &Now,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Imported, ImportError> {
    let mut parsed = interchange::read(bytes, options, now)?;
    let birthdays = std::mem::take(&mut parsed.birthdays);
    let existing = existing(store, &parsed, now)?;
    // Matching and writing are half of the way each.
    let mut going = true;
    let mut plan = plan::plan(parsed, existing, options, now, &mut |done, all| going = going && progress(done, all * 2));
    for (line, text) in birthdays.iter().take(UNREAD) {
        plan.report
            .left_out
            .push(Message::new("import-left-birthday").with("line", line.to_string()).with("text", text.as_str()));
    }
    if birthdays.len() > UNREAD {
        plan.report.left_out.push(Message::new("import-left-birthdays").with("count", birthdays.len() - UNREAD));
    }
    if !going {
        return Err(ImportError::Stopped);
    }
    if options.dry_run || plan.is_empty() {
        return Ok(Imported { report: plan.report, op: None });
    }
    let mut report = plan.report.clone();
    let path = store.path().to_path_buf();
    let written = store.import(now, Face::Import, |tx| {
        let refused = write(tx, &plan, file_name, now, progress)?;
        // The step in the journal says the same figure as the report.
        tx.records((report.created + report.updated).saturating_sub(refused.lines.len()));
        Ok::<_, ImportError>(refused)
    });
    // What the store says from within the step does not know the file yet.
    let (refused, applied) = written.map_err(|error| match error {
        ImportError::Store(error) => ImportError::Store(error.at(&path)),
        other => other,
    })?;
    report.created = report.created.saturating_sub(refused.created);
    report.updated = report.updated.saturating_sub(refused.updated);
    report.rejected.extend(refused.lines);
    report.rejected.sort_by_key(|r| r.line);
    Ok(Imported { report, op: applied.and_then(|a| a.op) })
}

/// So many contacts may be late before their spread is offered.
const MANY_LATE: usize = 5;

/// What of the book deserves a look after an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeadOn {
    /// Late contacts, when there are so many that levelling them is worth it; else 0.
    pub late: usize,
    /// Active clients without a tier.
    pub unsorted: usize,
}

impl LeadOn {
    /// Counts them.
    pub fn of(snapshot: &Snapshot) -> LeadOn {
        let today = snapshot.now.today();
        let late = snapshot.present().flat_map(|c| &c.plan).filter(|r| r.is_late(today)).count();
        let unsorted = snapshot.present().filter(|c| c.tier.unsorted).count();
        LeadOn { late: if late > MANY_LATE { late } else { 0 }, unsorted }
    }
}

/// Lets the report lead on: to the lines that were refused, to clients without a tier, and to the spread when much is late.
pub fn lead_on(report: &mut Report, snapshot: &Snapshot) {
    if report.dry_run {
        return;
    }
    let LeadOn { late, unsorted } = LeadOn::of(snapshot);
    let fix = !report.rejected.is_empty();
    if unsorted > 0 {
        report.also.push(Message::new("import-also-unsorted").with("count", unsorted));
    }
    if late > 0 {
        let before = std::mem::replace(&mut report.next, Message::new("import-next-late").with("count", late));
        if fix {
            report.also.push(before);
        }
    } else if !fix {
        report.next = Message::new("import-next-day");
    }
}

/// What of the book the file is compared with: everything but touches for clients and people, names and the clients concerned for
/// touches and invoices.
fn existing(store: &Store, parsed: &Parsed, now: &Now) -> Result<Existing, StoreError> {
    let mut existing = Existing::default();
    let facts = matches!(parsed.kind, Kind::Touches | Kind::Invoices);
    let which = if facts { Which::Some(concerned(store, parsed, &mut existing)?) } else { Which::All };
    if matches!(&which, Which::Some(ids) if ids.is_empty()) {
        return Ok(existing);
    }
    let depth = if parsed.kind == Kind::Touches { usize::MAX } else { 0 };
    store.stream_whole(&which, depth, &mut |rows, detail| {
        let id = rows.client.id;
        let record = records::client(rows, detail, now);
        let name = record.name.clone();
        existing.client(BookClient {
            id,
            record,
            aliases: detail.aliases.iter().map(|a| a.name.clone()).collect(),
            old_ids: Vec::new(),
            unknown_days: records::unknown_days(rows, now),
        });
        for (person, record) in records::people(detail, &name) {
            existing.person(BookPerson { id: person, client: id, record });
        }
        for touch in &detail.touches {
            let row = &touch.row;
            existing.touch(id, row.at, row.channel, row.direction, row.outcome, touch.note.as_deref());
        }
        for row in rows.invoices.iter().filter(|_| parsed.kind == Kind::Invoices) {
            existing.invoice(id, row.id, records::invoice(row, &name));
        }
    })?;
    Ok(existing)
}

/// The clients that touches or invoices name. The others are told to `existing` by name only.
fn concerned(store: &Store, parsed: &Parsed, existing: &mut Existing) -> Result<Vec<Id>, StoreError> {
    let mut texts: HashSet<&str> = HashSet::new();
    for record in &parsed.records {
        match record {
            Record::Touch(touch) => texts.insert(&touch.client),
            Record::Invoice(invoice) => texts.insert(&invoice.client),
            _ => false,
        };
    }
    let keys: HashSet<NameKey> = texts.into_iter().map(NameKey::of).collect();
    let mut ids = Vec::new();
    for row in store.names()? {
        let called = |name: &str| keys.contains(&NameKey::of(name));
        let named = keys.contains(&NameKey::Id(row.id)) || called(&row.name) || row.aliases.iter().any(|a| called(a));
        if named {
            ids.push(row.id);
        } else {
            let record = ClientRecord { name: row.name, ..ClientRecord::default() };
            existing.client(BookClient {
                id: row.id,
                record,
                aliases: Vec::new(),
                old_ids: Vec::new(),
                unknown_days: Vec::new(),
            });
        }
    }
    Ok(ids)
}

/// Records the rules refused: their lines, and how many of them were to be new and how many to change something.
#[derive(Default)]
struct Refused {
    lines: Vec<Rejected>,
    created: usize,
    updated: usize,
}

/// Writes the plan. A record the rules refuse is returned and the rest goes on; an error takes everything back.
fn write(
    tx: &mut ImportTx<'_>,
    plan: &ImportPlan,
    file_name: &str,
    now: &Now,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Refused, ImportError> {
    let mut writer = Writer { tx, file_name, now, refused: Refused::default(), progress, done: 0, all: steps(plan) };
    let mut clients = Vec::with_capacity(plan.new_clients.len());
    for record in &plan.new_clients {
        let made = writer.new_client(record);
        clients.push(writer.keep(record.line, made)?);
    }
    for (id, before, after) in &plan.changed_clients {
        let changed = writer.change_client(*id, before, after);
        writer.keep_change(after.line, changed)?;
    }
    let client = |at: ClientRef| match at {
        ClientRef::Old(id) => Some(id),
        ClientRef::New(index) => clients.get(index).copied().flatten(),
    };
    let mut people: HashMap<usize, Id> = HashMap::new();
    for (index, (at, record)) in plan.new_people.iter().enumerate() {
        let Some(at) = client(*at) else {
            writer.orphan(record.line);
            continue;
        };
        let made = writer.new_person(at, record);
        if let Some(id) = writer.keep(record.line, made)? {
            people.insert(index, id);
        }
    }
    for (id, at, before, after) in &plan.changed_people {
        let changed = writer.change_person(*at, *id, before, after);
        writer.keep_change(after.line, changed)?;
    }
    for (at, person, touch) in &plan.touches {
        let Some(at) = client(*at) else {
            writer.orphan(touch.line);
            continue;
        };
        let person = person.and_then(|person| match person {
            PersonRef::Old(id) => Some(id),
            PersonRef::New(index) => people.get(&index).copied(),
        });
        let new = NewTouch {
            client: at,
            person,
            channel: touch.channel,
            direction: touch.direction,
            outcome: touch.outcome,
            at: touch.at,
            minutes: touch.minutes,
            flag: touch.flag,
            note: touch.note.clone(),
            again: None,
        };
        let made = writer.tx.add_touch(&new);
        writer.keep(touch.line, made)?;
    }
    for (at, invoice) in &plan.invoices {
        let Some(at) = client(*at) else {
            writer.orphan(invoice.line);
            continue;
        };
        let new = NewInvoice {
            client: at,
            number: invoice.number.clone(),
            issued: invoice.issued,
            due: invoice.due,
            paid: invoice.paid,
            amount: invoice.amount,
            cost: invoice.cost,
            product: invoice.product.clone(),
            engagement: None,
        };
        let made = writer.tx.add_invoice(&new);
        writer.keep(invoice.line, made)?;
    }
    for (id, _, _, after) in &plan.changed_invoices {
        let changed =
            writer.tx.set_invoice(*id, after.issued, after.due, after.paid, after.amount, after.cost, after.product.as_deref());
        writer.keep_change(after.line, changed)?;
    }
    Ok(writer.refused)
}

fn steps(plan: &ImportPlan) -> usize {
    plan.new_clients.len()
        + plan.changed_clients.len()
        + plan.new_people.len()
        + plan.changed_people.len()
        + plan.touches.len()
        + plan.invoices.len()
        + plan.changed_invoices.len()
}

struct Writer<'w, 'tx> {
    tx: &'w mut ImportTx<'tx>,
    file_name: &'w str,
    now: &'w Now,
    refused: Refused,
    progress: &'w mut dyn FnMut(usize, usize) -> bool,
    done: usize,
    all: usize,
}

impl Writer<'_, '_> {
    /// Counts a new record: what was made, or `None` when the rules refused it.
    fn keep<T>(&mut self, line: u64, made: Result<T, StoreError>) -> Result<Option<T>, ImportError> {
        let made = self.step(line, made)?;
        self.refused.created += usize::from(made.is_none());
        Ok(made)
    }

    /// Counts a changed record.
    fn keep_change(&mut self, line: u64, changed: Result<(), StoreError>) -> Result<(), ImportError> {
        let changed = self.step(line, changed)?;
        self.refused.updated += usize::from(changed.is_none());
        Ok(())
    }

    fn step<T>(&mut self, line: u64, made: Result<T, StoreError>) -> Result<Option<T>, ImportError> {
        self.done += 1;
        if self.done.is_multiple_of(1_000) && !(self.progress)(self.all + self.done, self.all * 2) {
            return Err(ImportError::Stopped);
        }
        match made {
            Ok(made) => Ok(Some(made)),
            Err(StoreError::Refused(refusal)) => {
                self.refused.lines.push(Rejected { line, reason: refusal.message });
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// A record whose client was refused.
    fn orphan(&mut self, line: u64) {
        self.refused.lines.push(Rejected { line, reason: Message::new("import-rejected-client") });
        self.refused.created += 1;
    }

    fn new_client(&mut self, record: &ClientRecord) -> Result<Id, StoreError> {
        let new = NewClient {
            name: record.name.clone(),
            kind: record.kind.unwrap_or(ClientKind::Org),
            status: record.status.unwrap_or(Status::Active),
            industry: record.industry.clone(),
            region: record.region.clone(),
            size: record.size.clone(),
            need: record.need.clone(),
            since: record.since.unwrap_or_else(|| self.now.today()),
            points: record.points.clone(),
            tags: record.tags.clone(),
            potential: record.potential,
            fit: record.fit,
            budget: record.budget,
            source: record.source.clone(),
            note: record.note.clone(),
            person: None,
            task: None,
        };
        let id = self.tx.add_client(&new, record.external_id.as_deref())?;
        let mut fields = Vec::new();
        if record.preferred_channel.is_some() {
            fields.push(ClientField::PreferredChannel(record.preferred_channel));
        }
        if record.response_hours.is_some() {
            fields.push(ClientField::ResponseHours(record.response_hours));
        }
        if record.do_not_mention.is_some() {
            fields.push(ClientField::DoNotMention(record.do_not_mention.clone()));
        }
        if !fields.is_empty() {
            self.tx.update_client(id, &fields)?;
        }
        self.rest(id, &ClientRecord::default(), record)?;
        Ok(id)
    }

    /// What a client has beside its own row: tier, birthday, extra fields.
    fn rest(&mut self, id: Id, before: &ClientRecord, after: &ClientRecord) -> Result<(), StoreError> {
        if let Some(tier) = after.tier_pin.filter(|_| before.tier_pin.is_none()) {
            let today = self.now.today();
            self.tx.pin(id, tier, "imported", today, today.plus(REVIEW))?;
        }
        if let Some(date) = after.birthday.filter(|_| after.birthday != before.birthday) {
            self.tx.set_birthday(id, None, date)?;
        }
        for (name, value) in after.extra.iter().filter(|field| !before.extra.contains(field)) {
            self.tx.add_extra(id, None, name, value, Some(self.file_name))?;
        }
        Ok(())
    }

    fn change_client(&mut self, id: Id, before: &ClientRecord, after: &ClientRecord) -> Result<(), StoreError> {
        let fields = changed_fields(before, after, self.now.today());
        if !fields.is_empty() {
            self.tx.update_client(id, &fields)?;
        }
        if let Some(external) = after.external_id.as_ref().filter(|_| before.external_id.is_none()) {
            self.tx.set_external_id(id, external)?;
        }
        for point in after.points.iter().filter(|point| !before.points.contains(point)) {
            self.tx.add_point(id, None, point)?;
        }
        for tag in after.tags.iter().filter(|tag| !before.tags.contains(tag)) {
            self.tx.add_tag(id, tag)?;
        }
        self.rest(id, before, after)
    }

    fn new_person(&mut self, client: Id, record: &PersonRecord) -> Result<Id, StoreError> {
        let (role, note, external) = (record.role.as_deref(), record.note.as_deref(), record.external_id.as_deref());
        let id = self.tx.add_person(client, &record.name, role, note, external)?;
        self.person_rest(client, id, &PersonRecord::default(), record)?;
        Ok(id)
    }

    fn person_rest(&mut self, client: Id, id: Id, before: &PersonRecord, after: &PersonRecord) -> Result<(), StoreError> {
        for point in after.points.iter().filter(|point| !before.points.contains(point)) {
            self.tx.add_point(client, Some(id), point)?;
        }
        if let Some(date) = after.birthday.filter(|_| after.birthday != before.birthday) {
            self.tx.set_birthday(client, Some(id), date)?;
        }
        for (name, value) in after.extra.iter().filter(|field| !before.extra.contains(field)) {
            self.tx.add_extra(client, Some(id), name, value, Some(self.file_name))?;
        }
        Ok(())
    }

    fn change_person(&mut self, client: Id, id: Id, before: &PersonRecord, after: &PersonRecord) -> Result<(), StoreError> {
        let (role, note, external) = (after.role.as_deref(), after.note.as_deref(), after.external_id.as_deref());
        self.tx.set_person(id, &after.name, role, note, external)?;
        self.person_rest(client, id, before, after)
    }
}

/// The fields of a client that the file changed.
fn changed_fields(before: &ClientRecord, after: &ClientRecord, today: Day) -> Vec<ClientField> {
    let mut fields = Vec::new();
    let mut text = |old: &Option<String>, new: &Option<String>, field: fn(Option<String>) -> ClientField| {
        if old != new {
            fields.push(field(new.clone()));
        }
    };
    text(&before.industry, &after.industry, ClientField::Industry);
    text(&before.region, &after.region, ClientField::Region);
    text(&before.size, &after.size, ClientField::Size);
    text(&before.need, &after.need, ClientField::Need);
    text(&before.source, &after.source, ClientField::Source);
    text(&before.note, &after.note, ClientField::Note);
    text(&before.do_not_mention, &after.do_not_mention, ClientField::DoNotMention);
    if before.name != after.name {
        fields.push(ClientField::Name(after.name.clone()));
    }
    if let Some(kind) = after.kind.filter(|_| before.kind != after.kind) {
        fields.push(ClientField::Kind(kind));
    }
    if let Some(status) = after.status.filter(|_| before.status != after.status) {
        fields.push(ClientField::Status(status, today));
    }
    if let Some(since) = after.since.filter(|_| before.since != after.since) {
        fields.push(ClientField::Since(since));
    }
    if before.potential != after.potential {
        fields.push(ClientField::Potential(after.potential));
    }
    if before.fit != after.fit {
        fields.push(ClientField::Fit(after.fit));
    }
    if before.budget != after.budget {
        fields.push(ClientField::Budget(after.budget));
    }
    if before.preferred_channel != after.preferred_channel {
        fields.push(ClientField::PreferredChannel(after.preferred_channel));
    }
    if before.response_hours != after.response_hours {
        fields.push(ClientField::ResponseHours(after.response_hours));
    }
    fields
}
