//! What becomes of a line of yearly dates: one that is new, one that the book knows, or one that it knows otherwise.
//! Who the client is, is decided in `matching`.

use super::{Count, Planner};
use crate::domain::care::Yearly;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::*;
use crate::interchange::cells::fold;
use crate::interchange::record::*;

/// Whether two lines are about the same day of the same person: its name says so, and of birthdays that there is one in each calendar.
fn is_same_day(old: &CareRecord, new: &CareRecord) -> bool {
    let only_one = new.kind == CareKind::Birthday || new.name.is_some();
    only_one && old.date.calendar == new.date.calendar
}

/// Whether month and day are the same, and the year where both say one.
fn is_same_date(old: Yearly, new: Yearly) -> bool {
    let year = old.year.is_none() || new.year.is_none() || old.year == new.year;
    year && Yearly { year: None, ..old } == Yearly { year: None, ..new }
}

impl Planner<'_> {
    /// A yearly date is there already when its person has one of this kind and name on this day; a birthday or a named day that is there
    /// on another day is moved. What the line says beyond that is changed, what it leaves out stays.
    pub(super) fn care(&mut self, new: CareRecord) -> Result<Count, Message> {
        // Who has a birthday and is nobody's person is a person.
        let alone = new.kind == CareKind::Birthday && new.person.is_none();
        let (client, made) = self.client_for(&new.client, if alone { ClientKind::Person } else { ClientKind::Org })?;
        let known = self.clients[client].id.and_then(|id| self.known_care(id, &new));
        let unchanged = known.as_ref().is_some_and(|(_, _, old, after)| old == after);
        if unchanged {
            return Ok(Count::Unchanged);
        }
        if made {
            self.note_duplicates_of_made(client, new.line);
        }
        let person = new.person.clone().and_then(|name| {
            self.add_named_person(client, Some(name.clone()));
            let key = fold(&name);
            self.people_called(client, &key).next()
        });
        if let Some((row, id, _, after)) = known {
            self.changed_care.push((row, id, person, CareRecord { line: new.line, ..after }));
            return Ok(Count::Updated);
        }
        self.out_care.push((client, person, new));
        Ok(Count::Created)
    }

    /// The row of the book that a line is about, with what it says and what it is to say.
    fn known_care(&mut self, client: Id, new: &CareRecord) -> Option<(Id, Id, CareRecord, CareRecord)> {
        let rows = self.care.get_mut(&client)?;
        let name = |text: &Option<String>| text.as_deref().map(fold);
        let alike = |(_, old, used): &(Id, CareRecord, bool)| {
            !*used && old.kind == new.kind && name(&old.name) == name(&new.name) && name(&old.person) == name(&new.person)
        };
        let exact = rows.iter().position(|row| alike(row) && row.1.date == new.date);
        let same = || rows.iter().position(|row| alike(row) && is_same_date(row.1.date, new.date));
        let moved = || rows.iter().position(|row| alike(row) && is_same_day(&row.1, new));
        let place = exact.or_else(same).or_else(moved)?;
        let (row, old, used) = rows.get_mut(place)?;
        *used = true;
        let year = new.date.year.or(old.date.year.filter(|_| is_same_date(old.date, new.date)));
        let after = CareRecord {
            date: Yearly { year, ..new.date },
            lead: new.lead.or(old.lead),
            note: new.note.clone().or_else(|| old.note.clone()),
            ..old.clone()
        };
        Some((*row, client, old.clone(), after))
    }
}
