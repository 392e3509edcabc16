//! People at a client, their points and birthdays.

use super::super::error::StoreError;
use super::super::keys;
use super::super::tx::Tx;
use super::add_points;
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::words::*;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddPerson { client, name, role, points, birthday, note } => {
            let person = insert_person(tx, *client, name, role.as_deref(), note.as_deref(), None)?;
            add_points(tx, *client, Some(person), points)?;
            if let Some(date) = birthday {
                insert_care_date(tx, *client, Some(person), CareKind::Birthday, None, *date, Calendar::Gregorian)?;
            }
            tx.about(*client);
            Ok("did-add-person")
        }
        Action::EditPerson { person, name, role, note, points } => {
            if let Some(name) = name.as_deref().map(str::trim) {
                let (key, initials) = (keys::name_key(name), keys::initials(name));
                tx.update("person", *person, &[("name", &name), ("name_key", &key), ("initials", &initials)])?;
            }
            if let Some(role) = role {
                tx.update("person", *person, &[("role", role)])?;
            }
            if let Some(note) = note {
                tx.update("person", *person, &[("note", note)])?;
            }
            let client = tx.client_of("person", *person)?;
            add_points(tx, client, Some(*person), points)?;
            tx.about(client);
            tx.args.push(("person", person.0));
            Ok("did-edit-person")
        }
        Action::RemovePerson { person } => {
            let client = tx.client_of("person", *person)?;
            let nobody: Option<i64> = None;
            for table in ["touch", "appointment", "task"] {
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
        Action::RemovePoint { point } => {
            let client = tx.client_of("contact_point", *point)?;
            tx.delete("contact_point", *point)?;
            tx.about(client);
            Ok("did-remove-point")
        }
        _ => Err(super::unhandled()),
    }
}

/// Writes a person.
pub(in super::super) fn insert_person(
    tx: &mut Tx<'_>,
    client: Id,
    name: &str,
    role: Option<&str>,
    note: Option<&str>,
    external_id: Option<&str>,
) -> Result<Id, StoreError> {
    let name = name.trim();
    tx.insert(
        "person",
        &[
            ("client_id", &client.0),
            ("name", &name),
            ("name_key", &keys::name_key(name)),
            ("initials", &keys::initials(name)),
            ("role", &role),
            ("note", &note),
            ("external_id", &external_id),
        ],
    )
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
