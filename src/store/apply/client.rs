//! Clients: new ones, changed fields, tags, the decision to stop, the check of what is shown.
//! People and their points are in `person`.

use super::super::error::StoreError;
use super::super::keys;
use super::super::tx::{Column, Tx};
use super::changes::filled;
use super::{PersonColumns, insert_outcome, insert_person, insert_task};
use crate::domain::action::{Action, ClientField, NewClient, NewPoint, NewTask};
use crate::domain::id::Id;
use crate::domain::quiet::QuietHours;
use crate::domain::validate::State;
use crate::domain::words::*;
use rusqlite::{OptionalExtension, params};

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddClient(new) => {
            let client = add_client(tx, new, None)?;
            tx.about(client);
            Ok(if new.status == Status::Lead { "did-add-lead" } else { "did-add-client" })
        }
        Action::EditClient { client, fields, points, tags, why } => {
            let before = tx.client(*client)?.map(|c| c.status);
            change_fields(tx, *client, fields, why.as_deref())?;
            became(tx, *client, before, fields, why)?;
            add_points(tx, *client, None, points)?;
            for tag in tags {
                add_tag(tx, *client, tag)?;
            }
            tx.about(*client);
            Ok("did-edit-client")
        }
        Action::TagClient { client, add, remove } => {
            for tag in add {
                add_tag(tx, *client, tag)?;
            }
            for tag in remove {
                for id in tx.ids("SELECT id FROM tag WHERE client_id = ?1 AND tag = ?2", params![client.0, tag.trim()])? {
                    tx.delete("tag", id)?;
                }
            }
            tx.about(*client);
            Ok("did-tag")
        }
        Action::StopClient { client, why, on } => {
            let status = Status::Stopped.code();
            tx.update("client", *client, &[("status", &status), ("status_on", &on.0), ("status_why", why)])?;
            tx.about(*client);
            Ok("did-stop")
        }
        Action::Verify { client, on, how } => {
            tx.update("client", *client, &[("reviewed_on", &on.0)])?;
            let points = "SELECT id FROM contact_point WHERE client_id = ?1 AND invalid_since IS NULL ORDER BY id";
            for point in tx.ids(points, [client.0])? {
                tx.update("contact_point", point, &[("verified_on", &on.0), ("verified_how", how)])?;
            }
            tx.about(*client);
            Ok("did-verify")
        }
        _ => Err(super::unhandled()),
    }
}

/// A client that is gone, or comes back, is remembered as such (S100).
fn became(
    tx: &mut Tx<'_>,
    client: Id,
    before: Option<Status>,
    fields: &[ClientField],
    why: &Option<String>,
) -> Result<(), StoreError> {
    for field in fields {
        match (before, field) {
            (Some(Status::Lost), ClientField::Status(Status::Active, on)) => {
                insert_outcome(tx, client, OutcomeKind::Returned, *on, None, why)?;
            }
            (Some(Status::Lost), _) => {}
            (_, ClientField::Status(Status::Lost, on)) => {
                insert_outcome(tx, client, OutcomeKind::Lost, *on, Some("other"), why)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Writes a client with its person, points, tags and first task.
pub(in super::super) fn add_client(tx: &mut Tx<'_>, new: &NewClient, external_id: Option<&str>) -> Result<Id, StoreError> {
    let name = new.name.trim();
    let currency = new.budget.map(|b| b.currency.as_str().to_owned());
    let today = tx.now.today();
    let client = tx.insert(
        "client",
        &[
            ("name", &name),
            ("name_key", &keys::name_key(name)),
            ("initials", &keys::initials(name)),
            ("kind", &new.kind.code()),
            ("status", &new.status.code()),
            ("status_on", &new.since.min(today).0),
            ("industry", &filled(&new.industry)),
            ("region", &filled(&new.region)),
            ("size", &filled(&new.size)),
            ("need", &filled(&new.need)),
            ("since", &new.since.0),
            ("potential", &new.potential),
            ("fit", &new.fit),
            ("budget", &new.budget.map(|b| b.minor)),
            ("budget_currency", &currency),
            ("source", &filled(&new.source)),
            ("note", &filled(&new.note)),
            ("external_id", &external_id),
        ],
    )?;
    if new.language.is_some() || new.culture.is_some() {
        let (language, culture) = (new.language.map(Language::code), filled(&new.culture));
        tx.update("client", client, &[("language", &language), ("culture", &culture)])?;
    }
    if let Some(need) = &new.need_type {
        tx.update("client", client, &[("need_type", &need.code.trim()), ("need_why", &need.why.trim())])?;
    }
    if new.quiet.is_some() {
        set_quiet(tx, client, new.quiet)?;
    }
    let person = match &new.person {
        Some(person) => {
            let columns = PersonColumns { name: person, role: None, note: None, external_id: None };
            Some(insert_person(tx, client, &columns)?)
        }
        None => None,
    };
    add_points(tx, client, person, &new.points)?;
    for tag in &new.tags {
        add_tag(tx, client, tag)?;
    }
    if let Some((text, due, due_at)) = &new.task {
        let task = NewTask {
            client,
            kind: TaskKind::Own,
            text: text.clone(),
            due: *due,
            due_at: *due_at,
            assignee: None,
            goal: None,
            requirement: None,
        };
        insert_task(tx, &task)?;
    }
    Ok(client)
}

/// Adds points behind those of the same kind that are there; one the client already has is left alone. Returns the new ones.
pub(in super::super) fn add_points(
    tx: &mut Tx<'_>,
    client: Id,
    person: Option<Id>,
    points: &[NewPoint],
) -> Result<Vec<Id>, StoreError> {
    let mut made = Vec::new();
    for point in points {
        let (kind, value) = (point.kind.code(), point.value.trim());
        let key = keys::point_key(point.kind, value);
        // The pluses keep SQLite to the index over the value: a client may have thousands of addresses.
        let known = "SELECT 1 FROM contact_point WHERE value_key = ?3 AND +client_id = ?1 AND +kind = ?2
                     AND +person_id IS ?4 AND invalid_since IS NULL";
        if tx.db.prepare_cached(known)?.exists(params![client.0, kind, key, person.map(|p| p.0)])? {
            continue;
        }
        let next = "SELECT rank + 1 FROM contact_point WHERE client_id = ?1 AND kind = ?2 ORDER BY rank DESC LIMIT 1";
        let rank: Option<i64> = tx.db.prepare_cached(next)?.query_row(params![client.0, kind], |r| r.get(0)).optional()?;
        let rank = rank.unwrap_or(0);
        made.push(tx.insert(
            "contact_point",
            &[
                ("client_id", &client.0),
                ("person_id", &person.map(|p| p.0)),
                ("kind", &kind),
                ("value", &value),
                ("value_key", &key),
                ("label", &filled(&point.label)),
                ("rank", &rank),
            ],
        )?);
    }
    Ok(made)
}

/// Adds a tag; returns whether it is new.
pub(in super::super) fn add_tag(tx: &mut Tx<'_>, client: Id, tag: &str) -> Result<bool, StoreError> {
    let tag = tag.trim().trim_start_matches(['#', '＃']);
    let known = "SELECT 1 FROM tag WHERE client_id = ?1 AND tag = ?2";
    if tag.is_empty() || tx.db.prepare_cached(known)?.exists(params![client.0, tag])? {
        return Ok(false);
    }
    tx.insert("tag", &[("client_id", &client.0), ("tag", &tag)])?;
    Ok(true)
}

/// Changes fields of a client. A new name leaves the old one as an alias.
pub(in super::super) fn change_fields(
    tx: &mut Tx<'_>,
    client: Id,
    fields: &[ClientField],
    why: Option<&str>,
) -> Result<(), StoreError> {
    for field in fields {
        let text = |tx: &Tx<'_>, column: &str, value: &Option<String>| tx.update("client", client, &[(column, &filled(value))]);
        match field {
            ClientField::Name(name) => rename(tx, client, name.trim())?,
            ClientField::Kind(kind) => tx.update("client", client, &[("kind", &kind.code())])?,
            ClientField::Status(status, on) => {
                let columns: [Column<'_>; 3] = [("status", &status.code()), ("status_on", &on.0), ("status_why", &why)];
                tx.update("client", client, &columns)?;
            }
            ClientField::Industry(value) => text(tx, "industry", value)?,
            ClientField::Region(value) => text(tx, "region", value)?,
            ClientField::Size(value) => text(tx, "size", value)?,
            ClientField::Need(value) => text(tx, "need", value)?,
            ClientField::NeedType(value) => {
                let (code, why) = (value.as_ref().map(|n| n.code.trim()), value.as_ref().map(|n| n.why.trim()));
                tx.update("client", client, &[("need_type", &code), ("need_why", &why)])?;
            }
            ClientField::Source(value) => text(tx, "source", value)?,
            ClientField::Note(value) => text(tx, "note", value)?,
            ClientField::DoNotMention(value) => text(tx, "do_not_mention", value)?,
            ClientField::Since(day) => tx.update("client", client, &[("since", &day.0)])?,
            ClientField::Potential(value) => tx.update("client", client, &[("potential", value)])?,
            ClientField::Fit(value) => tx.update("client", client, &[("fit", value)])?,
            ClientField::Budget(value) => {
                let currency = value.map(|b| b.currency.as_str().to_owned());
                tx.update("client", client, &[("budget", &value.map(|b| b.minor)), ("budget_currency", &currency)])?;
            }
            ClientField::PreferredChannel(value) => {
                tx.update("client", client, &[("preferred_channel", &value.map(Channel::code))])?;
            }
            ClientField::Quiet(value) => set_quiet(tx, client, *value)?,
            ClientField::ResponseHours(value) => tx.update("client", client, &[("response_hours", value)])?,
            ClientField::Language(value) => tx.update("client", client, &[("language", &value.map(Language::code))])?,
            ClientField::Culture(value) => text(tx, "culture", value)?,
            ClientField::Extra(name, value) => set_extra(tx, client, name.trim(), filled(value))?,
        }
    }
    Ok(())
}

fn set_quiet(tx: &mut Tx<'_>, client: Id, value: Option<QuietHours>) -> Result<(), StoreError> {
    let columns: [Column<'_>; 2] = [("quiet_from", &value.map(QuietHours::from)), ("quiet_to", &value.map(QuietHours::to))];
    tx.update("client", client, &columns)
}

fn rename(tx: &mut Tx<'_>, client: Id, name: &str) -> Result<(), StoreError> {
    let old: (String, String) = tx
        .db
        .prepare_cached("SELECT name, name_key FROM client WHERE id = ?1")?
        .query_row([client.0], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let key = keys::name_key(name);
    if old.1 != key {
        tx.insert("client_alias", &[("client_id", &client.0), ("name", &old.0), ("name_key", &old.1)])?;
    }
    tx.update("client", client, &[("name", &name), ("name_key", &key), ("initials", &keys::initials(name))])
}

/// Sets or clears a field of the user's own.
fn set_extra(tx: &mut Tx<'_>, client: Id, name: &str, value: Option<&str>) -> Result<(), StoreError> {
    let sql = "SELECT id FROM extra_field WHERE client_id = ?1 AND name = ?2 AND person_id IS NULL ORDER BY id";
    let known: Option<i64> = tx.db.prepare_cached(sql)?.query_row(params![client.0, name], |r| r.get(0)).optional()?;
    match (known.map(Id), value) {
        (Some(id), Some(value)) => tx.update("extra_field", id, &[("value", &value)]),
        (Some(id), None) => tx.delete("extra_field", id),
        (None, Some(value)) => {
            tx.insert("extra_field", &[("client_id", &client.0), ("name", &name), ("value", &value)]).map(|_| ())
        }
        (None, None) => Ok(()),
    }
}
