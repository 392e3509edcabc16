//! What of the book an import is compared with. Reading it is `portfolio::import`'s work.

use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::words::*;
use crate::interchange::record::*;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A client of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct BookClient {
    /// Its id.
    pub id: Id,
    /// What the book knows of it.
    pub record: ClientRecord,
    /// Former names.
    pub aliases: Vec<String>,
    /// Ids of clients merged into it.
    pub old_ids: Vec<Id>,
    /// Days of touches on an unknown channel.
    pub unknown_days: Vec<Day>,
}

/// A person of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct BookPerson {
    /// Their id.
    pub id: Id,
    /// Their client.
    pub client: Id,
    /// What the book knows of them.
    pub record: PersonRecord,
}

/// What of the book an import is compared with.
#[derive(Debug, Clone, Default)]
pub struct Existing {
    pub(super) clients: Vec<BookClient>,
    pub(super) people: Vec<BookPerson>,
    pub(super) touches: HashMap<(Id, i64, u64), u32>,
    pub(super) invoices: HashMap<Id, Vec<(Id, InvoiceRecord)>>,
    pub(super) surveys: HashMap<(Id, u64), u32>,
    pub(super) complaints: HashMap<(Id, String), Vec<Moment>>,
    pub(super) opportunities: HashMap<Id, Vec<(Id, OpportunityRecord)>>,
    pub(super) care: HashMap<Id, Vec<(Id, CareRecord)>>,
}

/// What two survey answers must share to be one.
pub(super) fn survey_mark(survey: &SurveyRecord) -> u64 {
    let mut hasher = DefaultHasher::new();
    (survey.kind, survey.score, survey.on, survey.reasons.join("; ")).hash(&mut hasher);
    hasher.finish()
}

/// What two touches must share to be one: all but the moment and the client, which are keys of their own.
pub(super) fn touch_mark(channel: Channel, direction: Direction, outcome: Outcome, note: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (channel, direction, outcome, note.map(str::trim).filter(|n| !n.is_empty())).hash(&mut hasher);
    hasher.finish()
}

impl Existing {
    /// One client.
    pub fn client(&mut self, client: BookClient) {
        self.clients.push(client);
    }

    /// One person.
    pub fn person(&mut self, person: BookPerson) {
        self.people.push(person);
    }

    /// One touch; only its marks are kept.
    pub fn touch(
        &mut self,
        client: Id,
        at: Moment,
        channel: Channel,
        direction: Direction,
        outcome: Outcome,
        note: Option<&str>,
    ) {
        *self.touches.entry((client, at.0, touch_mark(channel, direction, outcome, note))).or_default() += 1;
    }

    /// One survey answer; only its mark is kept.
    pub fn survey(&mut self, client: Id, record: &SurveyRecord) {
        *self.surveys.entry((client, survey_mark(record))).or_default() += 1;
    }

    /// One case; only its text and its moment are kept.
    pub fn complaint(&mut self, client: Id, opened: Moment, text: &str) {
        self.complaints.entry((client, text.trim().to_owned())).or_default().push(opened);
    }

    /// One possible work.
    pub fn opportunity(&mut self, client: Id, id: Id, record: OpportunityRecord) {
        self.opportunities.entry(client).or_default().push((id, record));
    }

    /// One yearly date.
    pub fn care(&mut self, client: Id, id: Id, record: CareRecord) {
        self.care.entry(client).or_default().push((id, record));
    }

    /// One invoice.
    pub fn invoice(&mut self, client: Id, id: Id, record: InvoiceRecord) {
        self.invoices.entry(client).or_default().push((id, record));
    }
}
