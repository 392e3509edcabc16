//! What becomes of a client's record: a new client, a changed one, or nothing new.

use super::{Count, Planner};
use crate::interchange::cells::fold;
use crate::interchange::merge;
use crate::interchange::record::*;

impl Planner<'_> {
    pub(super) fn client(&mut self, mut record: ClientRecord) -> Count {
        if !self.options.pin_tiers {
            record.tier_pin = None;
        }
        let own = self.own_card(record.external_id.as_deref());
        if own.is_some() {
            record.external_id = None;
        }
        if let Some(owner) = own.or_else(|| self.known_client(&record)) {
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

    pub(super) fn make_client(&mut self, record: ClientRecord) -> usize {
        let (person, day, said, line) = (record.person.clone(), record.last_contact, record.last_note.clone(), record.line);
        let index = self.add_client(None, record, Vec::new());
        self.add_named_person(index, person);
        self.add_last_contact(index, day, said, line);
        index
    }

    pub(super) fn says_nothing_new(&self, index: usize, record: &ClientRecord) -> bool {
        let slot = &self.clients[index];
        merge::client(&slot.record, record, self.manner) == slot.record
            && record.last_contact.is_none_or(|day| slot.unknown_days.contains(&day))
            && record.person.as_ref().is_none_or(|name| self.has_person(index, name))
    }

    pub(super) fn update_client(&mut self, index: usize, record: &ClientRecord) -> Count {
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
        changed |= self.add_last_contact(index, record.last_contact, record.last_note.clone(), record.line);
        if changed { Count::Updated } else { Count::Unchanged }
    }

    pub(super) fn add_tags(&mut self, client: usize, tags: &[String]) -> bool {
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
        dates: record.dates,
        note: record.note,
        external_id: record.external_id,
        tags: record.tags,
        extra: record.extra,
        about: None,
    }
}
