//! The import from bytes to the book: reads what a file is compared with, lets `interchange` plan, and writes the plan in one step.
//! What a line means and who is meant is decided in `interchange`.

mod fields;
mod write;

use super::load::{Snapshot, policy_of};
use super::records;
use crate::domain::action::Face;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::zone::{Holidays, WorkingTime};
use crate::interchange::plan::{self, BookClient, BookPerson, Existing};
use crate::interchange::record::{ClientRecord, Kind, NameKey, Parsed, Record};
use crate::interchange::{self, ImportOptions, Report};
use crate::store::{Store, StoreError, Which};
use crate::text;
use std::collections::HashSet;
use thiserror::Error;

/// So many birthdays that could not be read are named one by one.
const UNREAD: usize = 10;

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
    settle_cases(store, &mut parsed, now)?;
    let existing = existing(store, &parsed, now)?;
    // Matching and writing are half of the way each.
    let mut going = true;
    let mut plan = plan::plan(parsed, existing, options, now, &mut |done, all| going = going && progress(done, all * 2));
    for (line, text) in birthdays.iter().take(UNREAD) {
        plan.report.left_out.push(
            Message::new(if interchange::is_ambiguous(text, now.zone) { "import-left-order" } else { "import-left-birthday" })
                .with("line", line.to_string())
                .with("text", text.as_str()),
        );
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
        let refused = write::write(tx, &plan, file_name, now, progress)?;
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
        let unsorted = snapshot.clients.iter().filter(|c| super::deck::to_sort(c)).count();
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

/// Gives cases what the book's policy knows: a day without a time is its opening, a cause that the policy's list has is its code, by
/// whatever name it was written.
fn settle_cases(store: &Store, parsed: &mut Parsed, now: &Now) -> Result<(), StoreError> {
    if parsed.kind != Kind::Complaints {
        return Ok(());
    }
    // A policy that cannot be read is the business of whoever reads the book; hours and causes are then the usual ones.
    let policy = policy_of(&store.book()?).ok();
    let hours = policy.as_ref().map(|p| p.hours.clone()).unwrap_or_default();
    let time = WorkingTime::new(hours, &[], Holidays::default());
    let causes = policy.map(|p| p.complaints).unwrap_or_default().causes;
    for record in &mut parsed.records {
        let Record::Complaint(case) = record else { continue };
        if case.day_only {
            let opening = time.opening_moment(case.opened.day(now.zone), now.zone);
            case.opened = opening.min(now.instant);
        }
        if let Some(cause) = &case.cause {
            let own = causes.iter().find(|code| text::fold(code) == text::fold(cause)).map(String::as_str);
            let named = || interchange::cause_code(cause).filter(|code| causes.iter().any(|c| c == code));
            case.cause = own.or_else(named).map(str::to_owned).or_else(|| case.cause.take());
        }
    }
    Ok(())
}

/// What of the book the file is compared with: everything but touches for clients and people, names and the clients concerned for
/// the rest.
fn existing(store: &Store, parsed: &Parsed, now: &Now) -> Result<Existing, StoreError> {
    let mut existing = Existing::default();
    let facts = matches!(
        parsed.kind,
        Kind::Touches | Kind::Invoices | Kind::Surveys | Kind::Complaints | Kind::Opportunities | Kind::Care
    );
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
        for row in rows.surveys.iter().filter(|_| parsed.kind == Kind::Surveys) {
            existing.survey(id, &records::survey(row, detail, &name));
        }
        for row in rows.complaints.iter().filter(|_| parsed.kind == Kind::Complaints) {
            existing.complaint(id, row.opened, &row.text);
        }
        for row in rows.opportunities.iter().filter(|_| parsed.kind == Kind::Opportunities) {
            existing.opportunity(id, row.id, records::opportunity(row, detail, &name));
        }
        for row in detail.care_dates.iter().filter(|_| parsed.kind == Kind::Care) {
            existing.care(id, row.id, records::care(row, detail, &name));
        }
        for row in rows.invoices.iter().filter(|_| parsed.kind == Kind::Invoices) {
            existing.invoice(id, row.id, records::invoice(row, &name));
        }
    })?;
    Ok(existing)
}

/// The clients that touches, invoices, answers or cases name. The others are told to `existing` by name only.
fn concerned(store: &Store, parsed: &Parsed, existing: &mut Existing) -> Result<Vec<Id>, StoreError> {
    let mut texts: HashSet<&str> = HashSet::new();
    for record in &parsed.records {
        match record {
            Record::Touch(touch) => texts.insert(&touch.client),
            Record::Invoice(invoice) => texts.insert(&invoice.client),
            Record::Survey(survey) => texts.insert(&survey.client),
            Record::Complaint(case) => texts.insert(&case.client),
            Record::Opportunity(opportunity) => texts.insert(&opportunity.client),
            Record::Care(care) => texts.insert(&care.client),
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
