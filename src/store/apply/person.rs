//! People at a client and their birthdays. Their contact points are in `point`.

use super::super::error::StoreError;
use super::super::keys;
use super::super::tx::{Column, Tx};
use super::add_points;
use super::changes::{Changes, filled};
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::words::*;
use rusqlite::params;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddPerson { client, name, role, points, birthday, note } => {
            let person = insert_person(
                tx,
                *client,
                &PersonColumns { name, role: role.as_deref(), note: note.as_deref(), external_id: None },
            )?;
            add_points(tx, *client, Some(person), points)?;
            if let Some(date) = birthday {
                insert_care_date(tx, *client, Some(person), CareKind::Birthday, None, *date, Calendar::Gregorian)?;
            }
            tx.about(*client);
            Ok("did-add-person")
        }
        Action::EditPerson { person, name, role, note, points, birthday } => {
            let name = name.as_deref().map(str::trim);
            let mut changes = Changes::default();
            changes.set("name", name.map(str::to_owned));
            changes.set("name_key", name.map(keys::name_key));
            changes.set("initials", name.map(keys::initials));
            changes.text("role", role);
            changes.text("note", note);
            changes.write(tx, "person", *person)?;
            let client = tx.client_of("person", *person)?;
            add_points(tx, client, Some(*person), points)?;
            if let Some(birthday) = birthday {
                set_birthday(tx, client, Some(*person), *birthday)?;
            }
            tx.about(client);
            tx.args.push(("person", person.0));
            Ok("did-edit-person")
        }
        Action::RemovePerson { person } => {
            let client = tx.client_of("person", *person)?;
            let nobody: Option<i64> = None;
            for table in ["touch", "appointment", "task", "survey_answer", "complaint", "gift"] {
                let sql = format!("SELECT id FROM {table} WHERE person_id = ?1 ORDER BY id");
                for id in tx.ids(&sql, [person.0])? {
                    tx.update(table, id, &[("person_id", &nobody)])?;
                }
            }
            for table in ["contact_point", "care_date", "extra_field"] {
                let sql = format!("SELECT id FROM {table} WHERE person_id = ?1 ORDER BY id");
                for id in tx.ids(&sql, [person.0])? {
                    tx.delete(table, id)?;
                }
            }
            tx.delete("person", *person)?;
            tx.about(client);
            Ok("did-remove-person")
        }
        _ => Err(super::unhandled()),
    }
}

/// Writes a birthday of a person, or of a client who is one, in place of the one that is there, or forgets it. A lunar one is another
/// date and stays.
pub(in super::super) fn set_birthday(
    tx: &mut Tx<'_>,
    client: Id,
    person: Option<Id>,
    birthday: Option<(u8, u8, Option<i32>)>,
) -> Result<(), StoreError> {
    let sql = "SELECT id FROM care_date WHERE client_id = ?1 AND person_id IS ?2 AND kind = 'birthday'
               AND calendar = 'gregorian' ORDER BY id";
    let known = tx.ids(sql, params![client.0, person.map(|p| p.0)])?;
    match (birthday, known.first()) {
        (Some(date), Some(id)) => tx.update("care_date", *id, &[("month", &date.0), ("day", &date.1), ("year", &date.2)]),
        (Some(date), None) => {
            insert_care_date(tx, client, person, CareKind::Birthday, None, date, Calendar::Gregorian).map(|_| ())
        }
        (None, _) => known.into_iter().try_for_each(|id| tx.delete("care_date", id)),
    }
}

/// The columns of a person beside whose it is.
pub(in super::super) struct PersonColumns<'a> {
    pub(in super::super) name: &'a str,
    pub(in super::super) role: Option<&'a str>,
    pub(in super::super) note: Option<&'a str>,
    pub(in super::super) external_id: Option<&'a str>,
}

impl PersonColumns<'_> {
    /// Hands over the columns as they are written; `first` come before them.
    fn write<T>(&self, first: &[Column<'_>], write: impl FnOnce(&[Column<'_>]) -> T) -> T {
        let name = self.name.trim();
        let (key, initials) = (keys::name_key(name), keys::initials(name));
        let (role, note) = (filled(&self.role), filled(&self.note));
        let mut columns = first.to_vec();
        columns.extend::<[Column<'_>; 6]>([
            ("name", &name),
            ("name_key", &key),
            ("initials", &initials),
            ("role", &role),
            ("note", &note),
            ("external_id", &self.external_id),
        ]);
        write(&columns)
    }
}

/// Writes a person.
pub(in super::super) fn insert_person(tx: &mut Tx<'_>, client: Id, person: &PersonColumns<'_>) -> Result<Id, StoreError> {
    person.write(&[("client_id", &client.0)], |columns| tx.insert("person", columns))
}

/// Writes a person anew.
pub(in super::super) fn update_person(tx: &Tx<'_>, id: Id, person: &PersonColumns<'_>) -> Result<(), StoreError> {
    person.write(&[], |columns| tx.update("person", id, columns))
}

/// Writes a yearly date: month, day, and the year when it is known.
pub(in super::super) fn insert_care_date(
    tx: &mut Tx<'_>,
    client: Id,
    person: Option<Id>,
    kind: CareKind,
    name: Option<&str>,
    date: (u8, u8, Option<i32>),
    calendar: Calendar,
) -> Result<Id, StoreError> {
    tx.insert(
        "care_date",
        &[
            ("client_id", &client.0),
            ("person_id", &person.map(|p| p.0)),
            ("kind", &kind.code()),
            ("name", &name),
            ("month", &date.0),
            ("day", &date.1),
            ("year", &date.2),
            ("calendar", &calendar.code()),
        ],
    )
}
