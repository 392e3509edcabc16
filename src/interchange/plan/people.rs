//! What becomes of a person's record: somebody new at a client, somebody known, or a client of their own.

use super::{Count, Owner, Planner};
use crate::domain::message::Message;
use crate::domain::words::*;
use crate::interchange::cells::fold;
use crate::interchange::merge::{self, Manner};
use crate::interchange::record::*;
use crate::interchange::report::Duplicate;

impl Planner<'_> {
    pub(super) fn person(&mut self, mut record: PersonRecord) -> Result<Count, Message> {
        if record.client.is_none() {
            return Ok(self.client(record.into_client()));
        }
        let Some(about) = record.about.take() else { return Ok(self.somebody(record)?.0) };
        let (line, named) = (record.line, self.report.made_by_name.len());
        let (count, client) = self.somebody(record)?;
        // A list of clients makes its clients; only a list of people makes them by the way.
        if !about.name.is_empty() {
            self.report.made_by_name.truncate(named);
        }
        let told = self.tell_of(client, *about, line);
        Ok(match count {
            Count::Unchanged if told => Count::Updated,
            count => count,
        })
    }

    /// What the line of a person says about their client. The first line of the file counts, later ones only add to it.
    fn tell_of(&mut self, client: usize, mut about: ClientRecord, line: u64) -> bool {
        if !self.options.pin_tiers {
            about.tier_pin = None;
        }
        about.line = line;
        about.name.clone_from(&self.clients[client].record.name);
        if !self.told.insert(client) {
            about = merge::beside(&self.clients[client].record, about);
        }
        let manner = std::mem::replace(&mut self.manner, Manner::Card);
        let count = self.update_client(client, &about);
        self.manner = manner;
        matches!(count, Count::Updated)
    }

    /// A person at a client: how they count, and which client it is.
    fn somebody(&mut self, mut record: PersonRecord) -> Result<(Count, usize), Message> {
        if let Some(person) = self.own_card(record.external_id.as_deref()).and_then(|owner| owner.person) {
            record.external_id = None;
            return Ok((self.update_person(person, &record), self.people[person].client));
        }
        let Some(organisation) = record.client.clone() else {
            return Err(Message::new("import-rejected-missing").with("field", "client"));
        };
        let key = fold(&record.name);
        let external = record.external_id.as_ref().and_then(|id| self.by_external.get(id)).copied();
        let owners = self.owners(&record.points);
        let same_name = owners.iter().find(|(o, _)| o.person.is_some_and(|p| fold(&self.people[p].record.name) == key));
        if let Some(person) = external.or(same_name.map(|(owner, _)| *owner)).and_then(|owner| owner.person) {
            return Ok((self.update_person(person, &record), self.people[person].client));
        }
        // A client of that very name and address: the person stands in the book as a client of their own.
        let own = owners.iter().find(|(o, _)| o.person.is_none() && self.is_named(o.client, &key)).map(|(o, _)| *o);
        if let Some(owner) = external.or(own) {
            let mut as_client = record.into_client();
            as_client.extra.push(("company".to_owned(), organisation));
            return Ok((self.update_client(owner.client, &as_client), owner.client));
        }
        // A personal mail address under a new name: the same human, when nobody else shares it.
        if let [(Owner { person: Some(person), .. }, true)] = owners[..]
            && !self.people[person].claimed
        {
            return Ok((self.update_person(person, &record), self.people[person].client));
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
        let same = self.people_called(client, &key).find(|p| {
            let known = &self.people[*p].record;
            merge::person(known, &record, self.manner) == *known
        });
        if let Some(person) = same {
            return Ok((self.update_person(person, &record), client));
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
        Ok((if updates { Count::Updated } else { Count::Created }, client))
    }

    pub(super) fn note_new_name(&mut self, record: &PersonRecord, organisation: &str) {
        if matches!(self.named(organisation), Ok(None)) {
            self.note_duplicates(record.line, organisation);
        }
    }

    pub(super) fn update_person(&mut self, index: usize, record: &PersonRecord) -> Count {
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

    pub(super) fn has_person(&self, client: usize, name: &str) -> bool {
        let key = fold(name);
        self.people_called(client, &key).next().is_some()
    }

    pub(super) fn add_named_person(&mut self, client: usize, name: Option<String>) -> bool {
        match name {
            Some(name) if !self.has_person(client, &name) => {
                self.add_person(None, client, PersonRecord { name, ..PersonRecord::default() });
                true
            }
            _ => false,
        }
    }
}
