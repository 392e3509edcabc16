//! The plan of an import: records matched with the book, and what will be written. Nothing is written here.
//! Only an external id, an e-mail or a phone number updates; a name alone finds the client of a touch, an invoice or a person.

use super::ImportOptions;
use super::cells::{fold, point_key};
use super::merge::{self, Manner};
use super::record::*;
use super::report::{Duplicate, Report};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::*;
use std::collections::{HashMap, HashSet};
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
    clients: Vec<BookClient>,
    people: Vec<BookPerson>,
    touches: HashMap<(Id, i64, u64), u32>,
    invoices: HashMap<Id, Vec<(Id, InvoiceRecord)>>,
}

/// What two touches must share to be one: all but the moment and the client, which are keys of their own.
fn touch_mark(channel: Channel, direction: Direction, outcome: Outcome, note: Option<&str>) -> u64 {
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

    /// One invoice.
    pub fn invoice(&mut self, client: Id, id: Id, record: InvoiceRecord) {
        self.invoices.entry(client).or_default().push((id, record));
    }
}

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
    people: Vec<usize>,
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

/// Words at the end of a company's name that say only what form it has.
const FORMS: [&str; 30] = [
    "gmbh & co kg",
    "gmbh co kg",
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "company",
    "co",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "srl",
    "bv",
    "oy",
    "ab",
    "as",
    "kk",
];
const FORMS_ZH: [&str; 8] = ["股份有限公司", "有限责任公司", "有限公司", "责任公司", "股份公司", "集团公司", "集团", "公司"];

/// A name without its legal form: `Acme GmbH` and `ACME Ltd.` are `acme`.
pub fn normalised(name: &str) -> String {
    let mut key = fold(name);
    loop {
        let words: String = key.chars().map(|c| if c.is_alphanumeric() || c == '&' { c } else { ' ' }).collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let latin = FORMS.iter().find_map(|form| words.strip_suffix(form)?.strip_suffix(' '));
        let chinese = || FORMS_ZH.iter().find_map(|form| words.strip_suffix(form));
        match latin.or_else(chinese).map(str::trim).filter(|rest| !rest.is_empty()) {
            Some(rest) => key = rest.to_owned(),
            None => return words,
        }
    }
}

/// A mailbox that several people share says nothing about who writes.
fn is_shared_mailbox(value: &str) -> bool {
    let local = value.split('@').next().unwrap_or_default().trim().to_lowercase();
    ["info", "office", "contact", "sales", "hello", "mail", "admin", "support", "kontakt", "service", "team"]
        .contains(&local.as_str())
}

struct Planner<'p> {
    clients: Vec<ClientSlot>,
    people: Vec<PersonSlot>,
    by_id: HashMap<Id, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_alias: HashMap<String, Vec<usize>>,
    by_normalised: HashMap<String, Vec<usize>>,
    by_point: HashMap<(PointKind, String), Vec<Owner>>,
    by_external: HashMap<String, Owner>,
    touches: HashMap<(Id, i64, u64), u32>,
    invoices: HashMap<Id, Vec<(Id, InvoiceRecord, bool)>>,
    out_touches: Vec<(usize, Option<usize>, TouchRecord)>,
    out_invoices: Vec<(usize, InvoiceRecord)>,
    changed_invoices: Vec<(Id, Id, InvoiceRecord, InvoiceRecord)>,
    manner: Manner,
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
        next: Message::new("import-next-day"),
        dry_run: options.dry_run,
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
        };
        let count = match record {
            Record::Client(client) => Ok(planner.client(*client)),
            Record::Person(person) => planner.person(*person),
            Record::Touch(touch) => planner.touch(touch),
            Record::Invoice(invoice) => planner.invoice(*invoice),
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

impl<'p> Planner<'p> {
    fn new(existing: Existing, kind: Kind, options: &'p ImportOptions, now: &'p Now, report: Report) -> Planner<'p> {
        let mut planner = Planner {
            clients: Vec::with_capacity(existing.clients.len()),
            people: Vec::with_capacity(existing.people.len()),
            by_id: HashMap::new(),
            by_name: HashMap::new(),
            by_alias: HashMap::new(),
            by_normalised: HashMap::new(),
            by_point: HashMap::new(),
            by_external: HashMap::new(),
            touches: existing.touches,
            invoices: existing
                .invoices
                .into_iter()
                .map(|(client, list)| (client, list.into_iter().map(|(id, record)| (id, record, false)).collect()))
                .collect(),
            out_touches: Vec::new(),
            out_invoices: Vec::new(),
            changed_invoices: Vec::new(),
            manner: if kind == Kind::Contacts { Manner::Card } else { Manner::Own },
            options,
            now,
            report,
        };
        for client in existing.clients {
            let index = planner.add_client(Some(client.id), client.record, client.unknown_days);
            for old in client.old_ids.iter().chain([&client.id]) {
                planner.by_id.insert(*old, index);
            }
            for alias in client.aliases {
                planner.by_alias.entry(fold(&alias)).or_default().push(index);
            }
        }
        for person in existing.people {
            if let Some(client) = planner.by_id.get(&person.client).copied() {
                planner.add_person(Some(person.id), client, person.record);
            }
        }
        planner
    }

    fn add_client(&mut self, id: Option<Id>, record: ClientRecord, unknown_days: Vec<Day>) -> usize {
        let index = self.clients.len();
        self.by_name.entry(fold(&record.name)).or_default().push(index);
        self.by_normalised.entry(normalised(&record.name)).or_default().push(index);
        let claimed = id.is_none();
        self.clients.push(ClientSlot { id, before: None, record, unknown_days, earliest: None, claimed, people: Vec::new() });
        self.index_client(index);
        index
    }

    fn index_client(&mut self, index: usize) {
        let owner = Owner { client: index, person: None };
        let record = &self.clients[index].record;
        index_points(&mut self.by_point, &record.points, owner);
        if let Some(external) = &record.external_id {
            self.by_external.entry(external.clone()).or_insert(owner);
        }
    }

    fn add_person(&mut self, id: Option<Id>, client: usize, record: PersonRecord) -> usize {
        let index = self.people.len();
        let claimed = id.is_none();
        self.people.push(PersonSlot { id, client, before: None, record, claimed });
        self.clients[client].people.push(index);
        self.index_person(index);
        index
    }

    fn index_person(&mut self, index: usize) {
        let slot = &self.people[index];
        let owner = Owner { client: slot.client, person: Some(index) };
        index_points(&mut self.by_point, &slot.record.points, owner);
        if let Some(external) = &slot.record.external_id {
            self.by_external.entry(external.clone()).or_insert(owner);
        }
    }

    fn owners(&self, points: &[crate::domain::action::NewPoint]) -> Vec<(Owner, bool)> {
        let mut found: Vec<(Owner, bool)> = Vec::new();
        for point in points.iter().filter(|p| matches!(p.kind, PointKind::Email | PointKind::Phone)) {
            let personal = point.kind == PointKind::Email && !is_shared_mailbox(&point.value);
            for owner in self.by_point.get(&(point.kind, point_key(point.kind, &point.value))).into_iter().flatten() {
                match found.iter_mut().find(|(known, _)| known == owner) {
                    Some((_, mail)) => *mail |= personal,
                    None => found.push((*owner, personal)),
                }
            }
        }
        found
    }

    fn is_named(&self, client: usize, key: &str) -> bool {
        fold(&self.clients[client].record.name) == key || self.by_alias.get(key).is_some_and(|list| list.contains(&client))
    }

    /// The client a name stands for; `Err` when several do.
    fn named(&self, name: &str) -> Result<Option<usize>, ()> {
        let key = match NameKey::of(name) {
            // Somebody may really be called `#7`.
            NameKey::Id(id) => match self.by_id.get(&id) {
                Some(index) => return Ok(Some(*index)),
                None if self.by_name.contains_key(&fold(name)) => fold(name),
                None => return Err(()),
            },
            NameKey::Name(key) => key,
        };
        for map in [&self.by_name, &self.by_alias] {
            match map.get(&key).map_or(&[][..], Vec::as_slice) {
                [] => {}
                [one] => return Ok(Some(*one)),
                several => {
                    let mut exact = several.iter().filter(|i| self.clients[**i].record.name == name.trim());
                    return match (exact.next(), exact.next()) {
                        (Some(one), None) => Ok(Some(*one)),
                        _ => Err(()),
                    };
                }
            }
        }
        Ok(None)
    }

    /// The client of a touch, an invoice or a person, made when it is not there yet.
    fn client_for(&mut self, name: &str, kind: ClientKind) -> Result<(usize, bool), Message> {
        match self.named(name) {
            Ok(Some(index)) => Ok((index, false)),
            Ok(None) => {
                let record = ClientRecord { name: name.to_owned(), kind: Some(kind), ..ClientRecord::default() };
                self.report.made_by_name.push(name.to_owned());
                Ok((self.add_client(None, record, Vec::new()), true))
            }
            Err(()) => {
                let id = if name.trim().starts_with('#') { "import-rejected-no-id" } else { "import-rejected-ambiguous" };
                Err(Message::new(id).with("client", name))
            }
        }
    }

    fn note_duplicates(&mut self, line: u64, name: &str) {
        let Some(list) = self.by_normalised.get(&normalised(name)) else { return };
        if let Some(index) = list.first() {
            let slot = &self.clients[*index];
            let existing_name = slot.record.name.clone();
            self.report.duplicates.push(Duplicate { line, name: name.to_owned(), existing: slot.id, existing_name });
        }
    }

    /// The client a record is, by external id, e-mail or phone.
    fn known_client(&self, record: &ClientRecord) -> Option<Owner> {
        let key = fold(&record.name);
        if let Some(owner) = record.external_id.as_ref().and_then(|id| self.by_external.get(id)) {
            return Some(*owner);
        }
        let owners = self.owners(&record.points);
        let named = owners.iter().find(|(owner, _)| match owner.person {
            Some(person) => record.kind == Some(ClientKind::Person) && fold(&self.people[person].record.name) == key,
            None => self.is_named(owner.client, &key),
        });
        if let Some((owner, _)) = named {
            return Some(*owner);
        }
        // The mail of one of its people finds a company too, when the name agrees.
        if let Some((owner, _)) = owners.iter().find(|(owner, _)| self.is_named(owner.client, &key)) {
            return Some(Owner { client: owner.client, person: None });
        }
        // Another name: only when nobody else has the address and no other record of this file is that client.
        let mut own: Vec<usize> = owners.iter().filter(|(o, _)| o.person.is_none()).map(|(o, _)| o.client).collect();
        own.dedup();
        match own[..] {
            [client] if owners.len() == 1 && !self.clients[client].claimed => Some(Owner { client, person: None }),
            _ => None,
        }
    }

    fn client(&mut self, mut record: ClientRecord) -> Count {
        if !self.options.pin_tiers {
            record.tier_pin = None;
        }
        if let Some(owner) = self.known_client(&record) {
            return match owner.person {
                Some(person) => self.update_person(person, &as_person(record)),
                None => self.update_client(owner.client, &record),
            };
        }
        // The same line once more says nothing new.
        let same = self.by_name.get(&fold(&record.name)).into_iter().flatten().copied();
        let same: Vec<usize> = same.filter(|index| self.says_nothing_new(*index, &record)).collect();
        if let Some(index) = same.first() {
            self.clients[*index].claimed = true;
            return Count::Unchanged;
        }
        self.note_duplicates(record.line, &record.name);
        self.make_client(record);
        Count::Created
    }

    fn make_client(&mut self, record: ClientRecord) -> usize {
        let (person, day, line) = (record.person.clone(), record.last_contact, record.line);
        let index = self.add_client(None, record, Vec::new());
        self.add_named_person(index, person);
        self.add_last_contact(index, day, line);
        index
    }

    fn says_nothing_new(&self, index: usize, record: &ClientRecord) -> bool {
        let slot = &self.clients[index];
        merge::client(&slot.record, record, self.manner) == slot.record
            && record.last_contact.is_none_or(|day| slot.unknown_days.contains(&day))
            && record.person.as_ref().is_none_or(|name| self.has_person(index, name))
    }

    fn has_person(&self, client: usize, name: &str) -> bool {
        let key = fold(name);
        self.clients[client].people.iter().any(|p| fold(&self.people[*p].record.name) == key)
    }

    fn add_named_person(&mut self, client: usize, name: Option<String>) -> bool {
        match name {
            Some(name) if !self.has_person(client, &name) => {
                self.add_person(None, client, PersonRecord { name, ..PersonRecord::default() });
                true
            }
            _ => false,
        }
    }

    /// An imported last-contact date: a touch of unknown channel at noon, unless that day has one.
    fn add_last_contact(&mut self, client: usize, day: Option<Day>, line: u64) -> bool {
        let Some(day) = day.filter(|day| !self.clients[client].unknown_days.contains(day)) else { return false };
        let noon = chrono::NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let slot = &mut self.clients[client];
        slot.unknown_days.push(day);
        slot.earliest = Some(slot.earliest.map_or(day, |e| e.min(day)));
        let touch = TouchRecord {
            line,
            client: String::new(),
            channel: Channel::Unknown,
            outcome: Outcome::Reached,
            direction: Direction::Out,
            at: Moment(day.at(noon, self.now.zone).0.min(self.now.instant.0)),
            minutes: None,
            flag: None,
            person: None,
            note: None,
        };
        self.out_touches.push((client, None, touch));
        true
    }

    fn update_client(&mut self, index: usize, record: &ClientRecord) -> Count {
        let slot = &mut self.clients[index];
        slot.claimed = true;
        let merged = merge::client(&slot.record, record, self.manner);
        let mut changed = merged != slot.record;
        if changed {
            let old = std::mem::replace(&mut slot.record, merged);
            let (was, is) = (fold(&old.name), fold(&slot.record.name));
            if slot.id.is_some() && slot.before.is_none() {
                slot.before = Some(old);
            }
            if was != is {
                self.by_name.entry(is).or_default().push(index);
                if let Some(list) = self.by_name.get_mut(&was) {
                    list.retain(|i| *i != index);
                }
                self.by_alias.entry(was).or_default().push(index);
            }
            self.index_client(index);
        }
        changed |= self.add_named_person(index, record.person.clone());
        changed |= self.add_last_contact(index, record.last_contact, record.line);
        if changed { Count::Updated } else { Count::Unchanged }
    }

    fn update_person(&mut self, index: usize, record: &PersonRecord) -> Count {
        let manner = self.manner;
        let slot = &mut self.people[index];
        slot.claimed = true;
        let merged = merge::person(&slot.record, record, manner);
        let mut changed = merged != slot.record;
        if changed {
            let old = std::mem::replace(&mut slot.record, merged);
            if slot.id.is_some() && slot.before.is_none() {
                slot.before = Some(old);
            }
            self.index_person(index);
        }
        changed |= self.add_tags(self.people[index].client, &record.tags);
        if changed { Count::Updated } else { Count::Unchanged }
    }

    fn add_tags(&mut self, client: usize, tags: &[String]) -> bool {
        let slot = &mut self.clients[client];
        let fresh: Vec<String> = tags.iter().filter(|tag| !slot.record.tags.contains(tag)).cloned().collect();
        if fresh.is_empty() {
            return false;
        }
        if slot.id.is_some() && slot.before.is_none() {
            slot.before = Some(slot.record.clone());
        }
        for tag in fresh {
            if !slot.record.tags.contains(&tag) {
                slot.record.tags.push(tag);
            }
        }
        true
    }

    fn person(&mut self, record: PersonRecord) -> Result<Count, Message> {
        let Some(organisation) = record.client.clone() else {
            return Ok(self.client(record.into_client()));
        };
        let key = fold(&record.name);
        let external = record.external_id.as_ref().and_then(|id| self.by_external.get(id)).copied();
        let owners = self.owners(&record.points);
        let same_name = owners.iter().find(|(o, _)| o.person.is_some_and(|p| fold(&self.people[p].record.name) == key));
        if let Some(person) = external.or(same_name.map(|(owner, _)| *owner)).and_then(|owner| owner.person) {
            return Ok(self.update_person(person, &record));
        }
        // A client of that very name and address: the person stands in the book as a client of their own.
        let own = owners.iter().find(|(o, _)| o.person.is_none() && self.is_named(o.client, &key)).map(|(o, _)| *o);
        if let Some(owner) = external.or(own) {
            let mut as_client = record.into_client();
            as_client.extra.push(("company".to_owned(), organisation));
            return Ok(self.update_client(owner.client, &as_client));
        }
        // A personal mail address under a new name: the same human, when nobody else shares it.
        if let [(Owner { person: Some(person), .. }, true)] = owners[..]
            && !self.people[person].claimed
        {
            return Ok(self.update_person(person, &record));
        }
        let by_address = match owners[..] {
            [(Owner { client, person: None }, _)] if !self.clients[client].claimed => Some(client),
            _ => None,
        };
        let (client, made, updates) = match (self.named(&organisation), by_address) {
            (Ok(Some(index)), _) => (index, false, by_address == Some(index)),
            (_, Some(index)) => (index, false, true),
            // A card cannot say which of two companies of one name is meant: the first.
            (Err(()), None) if self.manner == Manner::Card && self.by_name.contains_key(&fold(&organisation)) => {
                let first = self.by_name.get(&fold(&organisation)).and_then(|list| list.first());
                (first.copied().unwrap_or_default(), false, false)
            }
            _ => {
                self.note_new_name(&record, &organisation);
                let (index, made) = self.client_for(&organisation, ClientKind::Org)?;
                (index, made, false)
            }
        };
        let same = self.clients[client].people.iter().copied().find(|p| {
            let known = &self.people[*p].record;
            fold(&known.name) == key && merge::person(known, &record, self.manner) == *known
        });
        if let Some(person) = same {
            return Ok(self.update_person(person, &record));
        }
        if !made && self.has_person(client, &record.name) {
            let slot = &self.clients[client];
            let existing_name = format!("{}, {}", record.name, slot.record.name);
            self.report.duplicates.push(Duplicate {
                line: record.line,
                name: record.name.clone(),
                existing: slot.id,
                existing_name,
            });
        }
        self.add_tags(client, &record.tags);
        self.add_person(None, client, record);
        Ok(if updates { Count::Updated } else { Count::Created })
    }

    fn note_new_name(&mut self, record: &PersonRecord, organisation: &str) {
        if matches!(self.named(organisation), Ok(None)) {
            self.note_duplicates(record.line, organisation);
        }
    }

    fn fact(&mut self, client: usize, day: Day) {
        let slot = &mut self.clients[client];
        slot.earliest = Some(slot.earliest.map_or(day, |earliest| earliest.min(day)));
    }

    fn touch(&mut self, touch: TouchRecord) -> Result<Count, Message> {
        let (client, made) = self.client_for(&touch.client, ClientKind::Org)?;
        if let Some(id) = self.clients[client].id {
            let mark = touch_mark(touch.channel, touch.direction, touch.outcome, touch.note.as_deref());
            if let Some(left) = self.touches.get_mut(&(id, touch.at.0, mark)).filter(|left| **left > 0) {
                *left -= 1;
                return Ok(Count::Unchanged);
            }
        }
        if made {
            self.note_duplicates_of_made(client, touch.line);
        }
        let person = touch.person.clone().map(|name| {
            self.add_named_person(client, Some(name.clone()));
            let key = fold(&name);
            self.clients[client].people.iter().copied().find(|p| fold(&self.people[*p].record.name) == key)
        });
        self.fact(client, touch.at.day(self.now.zone));
        self.out_touches.push((client, person.flatten(), touch));
        Ok(Count::Created)
    }

    /// A client just made by its name: whoever else has nearly that name is named.
    fn note_duplicates_of_made(&mut self, client: usize, line: u64) {
        let name = self.clients[client].record.name.clone();
        let other = self.by_normalised.get(&normalised(&name)).into_iter().flatten().find(|index| **index != client);
        if let Some(index) = other {
            let slot = &self.clients[*index];
            let existing_name = slot.record.name.clone();
            self.report.duplicates.push(Duplicate { line, name, existing: slot.id, existing_name });
        }
    }

    fn invoice(&mut self, invoice: InvoiceRecord) -> Result<Count, Message> {
        let (client, made) = self.client_for(&invoice.client, ClientKind::Org)?;
        let mut count = None;
        if let Some(id) = self.clients[client].id
            && let Some((row, old, used)) = self.invoices.get_mut(&id).and_then(|list| {
                let same = |(_, old, used): &&mut (Id, InvoiceRecord, bool)| !*used && is_same_invoice(old, &invoice);
                list.iter_mut().find(same)
            })
        {
            *used = true;
            let after = InvoiceRecord {
                due: invoice.due.or(old.due),
                paid: invoice.paid.or(old.paid),
                cost: invoice.cost.or(old.cost),
                product: invoice.product.clone().or_else(|| old.product.clone()),
                issued: invoice.issued,
                amount: invoice.amount,
                ..old.clone()
            };
            if after == *old {
                count = Some(Count::Unchanged);
            } else {
                self.changed_invoices.push((*row, id, old.clone(), after));
                count = Some(Count::Updated);
            }
        }
        self.keep_invoice_extra(client, &invoice);
        if let Some(count) = count {
            return Ok(count);
        }
        if made {
            self.note_duplicates_of_made(client, invoice.line);
        }
        self.fact(client, invoice.issued);
        self.out_invoices.push((client, invoice));
        Ok(Count::Created)
    }

    /// Columns of an invoice without a place stand with the client, under the invoice's number or day.
    fn keep_invoice_extra(&mut self, client: usize, invoice: &InvoiceRecord) {
        for (name, value) in &invoice.extra {
            let of = invoice.number.clone().unwrap_or_else(|| invoice.issued.to_string());
            let field = (format!("{name} ({of})"), value.clone());
            let slot = &mut self.clients[client];
            if !slot.record.extra.contains(&field) {
                if slot.id.is_some() && slot.before.is_none() {
                    slot.before = Some(slot.record.clone());
                }
                slot.record.extra.push(field);
            }
        }
    }

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
        self.report.next = next_step(&self.report, new_clients.len());
        ImportPlan {
            touches: self.out_touches.into_iter().map(|(c, p, t)| (client(c), p.map(|p| person_refs[p]), t)).collect(),
            invoices: self.out_invoices.into_iter().map(|(c, i)| (client(c), i)).collect(),
            new_clients,
            changed_clients,
            new_people,
            changed_people,
            changed_invoices: self.changed_invoices,
            report: self.report,
        }
    }
}

fn index_points(map: &mut HashMap<(PointKind, String), Vec<Owner>>, points: &[crate::domain::action::NewPoint], owner: Owner) {
    for point in points.iter().filter(|p| matches!(p.kind, PointKind::Email | PointKind::Phone)) {
        let owners = map.entry((point.kind, point_key(point.kind, &point.value))).or_default();
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
}

/// A numbered invoice is the one of that number; one without is the same day, amount and product.
fn is_same_invoice(old: &InvoiceRecord, new: &InvoiceRecord) -> bool {
    match (&old.number, &new.number) {
        (Some(a), Some(b)) => a == b,
        (None, None) => (old.issued, old.amount, &old.product) == (new.issued, new.amount, &new.product),
        _ => false,
    }
}

/// A card without company whose address a person at a client has.
fn as_person(record: ClientRecord) -> PersonRecord {
    PersonRecord {
        line: record.line,
        client: None,
        name: record.name,
        role: None,
        points: record.points,
        birthday: record.birthday,
        note: record.note,
        external_id: record.external_id,
        tags: record.tags,
        extra: record.extra,
    }
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
