//! Who a record is: the indexes by id, name, alias, address and card, and the questions asked of them.
//! Only an external id, an e-mail or a phone number updates; a name alone finds the client of a touch, an invoice or a person.

use super::names::{is_shared_mailbox, normalised};
use super::{ClientSlot, Existing, Owner, PersonSlot, Planner};
use crate::domain::action::NewPoint;
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::*;
use crate::interchange::ImportOptions;
use crate::interchange::cells::{fold, point_key};
use crate::interchange::merge::Manner;
use crate::interchange::record::*;
use crate::interchange::report::{Duplicate, Report};
use crate::interchange::vcf::{OWN_CLIENT, OWN_PERSON};
use std::collections::{HashMap, HashSet};

impl<'p> Planner<'p> {
    pub(super) fn new(existing: Existing, kind: Kind, options: &'p ImportOptions, now: &'p Now, report: Report) -> Planner<'p> {
        let mut planner = Planner {
            clients: Vec::with_capacity(existing.clients.len()),
            people: Vec::with_capacity(existing.people.len()),
            by_id: HashMap::new(),
            person_by_id: HashMap::new(),
            by_name: HashMap::new(),
            by_alias: HashMap::new(),
            by_normalised: HashMap::new(),
            by_point: HashMap::new(),
            by_external: HashMap::new(),
            by_person: HashMap::new(),
            touches: existing.touches,
            invoices: existing
                .invoices
                .into_iter()
                .map(|(client, list)| (client, list.into_iter().map(|(id, record)| (id, record, false)).collect()))
                .collect(),
            out_touches: Vec::new(),
            out_invoices: Vec::new(),
            surveys: existing.surveys,
            out_surveys: Vec::new(),
            complaints: existing.complaints,
            out_complaints: Vec::new(),
            opportunities: existing
                .opportunities
                .into_iter()
                .map(|(client, list)| (client, list.into_iter().map(|(id, record)| (id, record, false)).collect()))
                .collect(),
            out_opportunities: Vec::new(),
            changed_opportunities: Vec::new(),
            care: existing
                .care
                .into_iter()
                .map(|(client, list)| (client, list.into_iter().map(|(id, record)| (id, record, false)).collect()))
                .collect(),
            out_care: Vec::new(),
            changed_care: Vec::new(),
            changed_invoices: Vec::new(),
            manner: if kind == Kind::Contacts { Manner::Card } else { Manner::Own },
            told: HashSet::new(),
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

    pub(super) fn add_client(&mut self, id: Option<Id>, record: ClientRecord, unknown_days: Vec<Day>) -> usize {
        let index = self.clients.len();
        self.by_name.entry(fold(&record.name)).or_default().push(index);
        self.by_normalised.entry(normalised(&record.name)).or_default().push(index);
        let claimed = id.is_none();
        self.clients.push(ClientSlot { id, before: None, record, unknown_days, earliest: None, claimed });
        self.index_client(index);
        index
    }

    pub(super) fn index_client(&mut self, index: usize) {
        let owner = Owner { client: index, person: None };
        let record = &self.clients[index].record;
        index_points(&mut self.by_point, &record.points, owner);
        if let Some(external) = &record.external_id {
            self.by_external.entry(external.clone()).or_insert(owner);
        }
    }

    pub(super) fn add_person(&mut self, id: Option<Id>, client: usize, record: PersonRecord) -> usize {
        let index = self.people.len();
        let claimed = id.is_none();
        self.people.push(PersonSlot { id, client, before: None, record, claimed });
        self.person_by_id.extend(id.map(|id| (id, index)));
        self.index_person(index);
        index
    }

    pub(super) fn index_person(&mut self, index: usize) {
        let slot = &self.people[index];
        let owner = Owner { client: slot.client, person: Some(index) };
        index_points(&mut self.by_point, &slot.record.points, owner);
        if let Some(external) = &slot.record.external_id {
            self.by_external.entry(external.clone()).or_insert(owner);
        }
        let called = self.by_person.entry((slot.client, fold(&slot.record.name))).or_default();
        if !called.contains(&index) {
            called.push(index);
        }
    }

    /// The people of a client with this folded name.
    pub(super) fn people_called<'a>(&'a self, client: usize, key: &'a str) -> impl Iterator<Item = usize> + 'a {
        let list = self.by_person.get(&(client, key.to_owned())).into_iter().flatten().copied();
        list.filter(move |person| fold(&self.people[*person].record.name) == key)
    }

    pub(super) fn owners(&self, points: &[NewPoint]) -> Vec<(Owner, bool)> {
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

    /// Whom an own card means by the id that export wrote into it. Ids are unique across books, so a card of another one finds nobody.
    pub(super) fn own_card(&self, external: Option<&str>) -> Option<Owner> {
        let external = external?;
        let id = |own: &str| external.strip_prefix(own)?.parse::<i64>().ok().map(Id);
        if let Some(person) = id(OWN_PERSON).and_then(|id| self.person_by_id.get(&id)).copied() {
            return Some(Owner { client: self.people[person].client, person: Some(person) });
        }
        let client = id(OWN_CLIENT).and_then(|id| self.by_id.get(&id)).copied()?;
        Some(Owner { client, person: None })
    }

    pub(super) fn is_named(&self, client: usize, key: &str) -> bool {
        fold(&self.clients[client].record.name) == key || self.by_alias.get(key).is_some_and(|list| list.contains(&client))
    }

    /// The client a name stands for; `Err` when several do.
    pub(super) fn named(&self, name: &str) -> Result<Option<usize>, ()> {
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
    pub(super) fn client_for(&mut self, name: &str, kind: ClientKind) -> Result<(usize, bool), Message> {
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

    /// The client a record is, by external id, e-mail or phone.
    pub(super) fn known_client(&self, record: &ClientRecord) -> Option<Owner> {
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

    pub(super) fn note_duplicates(&mut self, line: u64, name: &str) {
        let Some(list) = self.by_normalised.get(&normalised(name)) else { return };
        if let Some(index) = list.first() {
            let slot = &self.clients[*index];
            let existing_name = slot.record.name.clone();
            self.report.duplicates.push(Duplicate { line, name: name.to_owned(), existing: slot.id, existing_name });
        }
    }

    /// A client just made by its name: whoever else has nearly that name is named.
    pub(super) fn note_duplicates_of_made(&mut self, client: usize, line: u64) {
        let name = self.clients[client].record.name.clone();
        let other = self.by_normalised.get(&normalised(&name)).into_iter().flatten().find(|index| **index != client);
        if let Some(index) = other {
            let slot = &self.clients[*index];
            let existing_name = slot.record.name.clone();
            self.report.duplicates.push(Duplicate { line, name, existing: slot.id, existing_name });
        }
    }
}

fn index_points(map: &mut HashMap<(PointKind, String), Vec<Owner>>, points: &[NewPoint], owner: Owner) {
    for point in points.iter().filter(|p| matches!(p.kind, PointKind::Email | PointKind::Phone)) {
        let owners = map.entry((point.kind, point_key(point.kind, &point.value))).or_default();
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
}
