//! Care dates and what was done about them, gifts, consents, and messages that were handed over.
//! Birthdays that come with a person are written beside it, in `person`.

use super::super::error::StoreError;
use super::super::tx::{Column, Tx};
use super::changes::filled;
use super::money::about_owner;
use super::touch;
use crate::domain::action::{Action, NewCampaign, NewCareDate, NewGift};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::target::Target;
use crate::domain::words::*;
use rusqlite::params;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddCareDate(new) => {
            insert_care(tx, new)?;
            tx.about(new.client);
            Ok("did-add-care-date")
        }
        Action::EditCareDate { care_date, new } => {
            update_care(tx, *care_date, new)?;
            Ok("did-edit-care-date")
        }
        Action::RemoveCareDate { care_date } => {
            about_owner(tx, "care_date", *care_date)?;
            tx.delete("care_date", *care_date)?;
            Ok("did-remove-care-date")
        }
        Action::DoneCare { client, occasion, day, how, touch } => {
            let touch = touch.as_ref().map(|new| touch::insert_touch(tx, new)).transpose()?;
            let at = tx.moment();
            insert_done(tx, *client, *occasion, *day, at, *how, touch)?;
            tx.about(*client);
            Ok(match how {
                CareDone::Greeted => "did-greet",
                CareDone::Skipped => "did-skip-care",
            })
        }
        Action::AddGift(new) => {
            insert_gift(tx, new)?;
            tx.about(new.client);
            Ok("did-add-gift")
        }
        Action::RemoveGift { gift } => {
            about_owner(tx, "gift", *gift)?;
            tx.delete("gift", *gift)?;
            Ok("did-remove-gift")
        }
        Action::SetConsent { client, channel, state, on, how } => {
            let now = tx.moment();
            let sql = "SELECT id FROM consent WHERE client_id = ?1 AND channel IS ?2 AND ended IS NULL ORDER BY id";
            for id in tx.ids(sql, params![client.0, channel.map(Channel::code)])? {
                tx.update("consent", id, &[("ended", &now)])?;
            }
            if let Some(state) = state {
                insert_consent(tx, *client, *channel, *state, *on, how.as_deref())?;
            }
            tx.about(*client);
            Ok(match state {
                Some(ConsentState::Given) => "did-consent-given",
                Some(ConsentState::Withdrawn) => "did-consent-withdrawn",
                None => "did-consent-forgotten",
            })
        }
        Action::LogSent(new) => sent(tx, new),
        Action::UseNotes { client, names, at } => {
            use_notes(tx, *client, names, at.0)?;
            tx.about(*client);
            Ok("did-use-notes")
        }
        _ => Err(super::unhandled()),
    }
}

fn sent(tx: &mut Tx<'_>, new: &NewCampaign) -> Result<&'static str, StoreError> {
    let mut campaign: Option<i64> = None;
    if new.members.len() > 1 {
        let at = tx.moment();
        let columns: [Column<'_>; 3] = [("at", &at), ("template", &new.template.trim()), ("title", &new.title.trim())];
        campaign = Some(tx.insert("campaign", &columns)?.0);
    }
    for member in &new.members {
        let client = member.touch.client;
        let touch = touch::log(tx, &member.touch, member.fulfils)?;
        tx.insert(
            "sent_message",
            &[
                ("client_id", &client.0),
                ("campaign_id", &campaign),
                ("touch_id", &touch.0),
                ("at", &member.touch.at.0),
                ("template", &new.template.trim()),
                ("purpose", &new.purpose.code()),
                ("channel", &member.touch.channel.code()),
                ("subject", &filled(&member.subject)),
            ],
        )?;
        if let Some((occasion, day)) = member.greets {
            insert_done(tx, client, occasion, day, member.touch.at.0, CareDone::Greeted, Some(touch))?;
        }
        use_notes(tx, client, &member.notes, member.touch.at.0)?;
    }
    let Some(first) = new.members.first() else { return Ok("did-nothing") };
    tx.about(first.touch.client);
    if new.members.len() > 1 {
        tx.args.push(("more", new.members.len() as i64 - 1));
    }
    Ok(match new.purpose {
        Purpose::Greeting => "did-greet",
        _ => touch::said(&first.touch),
    })
}

/// Knowledge notes that went out to a client.
fn use_notes(tx: &mut Tx<'_>, client: Id, names: &[String], at: i64) -> Result<(), StoreError> {
    for name in names {
        tx.insert("note_use", &[("client_id", &client.0), ("name", &name.trim()), ("at", &at)])?;
    }
    Ok(())
}

/// What was done about a care date. One that was let pass by mistake is greeted beside it.
pub(in super::super) fn insert_done(
    tx: &mut Tx<'_>,
    client: Id,
    occasion: Target,
    day: Day,
    at: i64,
    how: CareDone,
    touch: Option<Id>,
) -> Result<Id, StoreError> {
    tx.insert(
        "care_done",
        &[
            ("client_id", &client.0),
            ("occasion", &occasion.to_string()),
            ("day", &day.0),
            ("at", &at),
            ("how", &how.code()),
            ("touch_id", &touch.map(|t| t.0)),
        ],
    )
}

/// Writes a gift.
pub(in super::super) fn insert_gift(tx: &mut Tx<'_>, new: &NewGift) -> Result<Id, StoreError> {
    tx.insert(
        "gift",
        &[
            ("client_id", &new.client.0),
            ("person_id", &new.person.map(|p| p.0)),
            ("what", &new.what.trim()),
            ("cost", &new.cost.map(|c| c.minor)),
            ("currency", &new.cost.map(|c| c.currency.as_str().to_owned())),
            ("on_day", &new.on.0),
            ("occasion", &filled(&new.occasion)),
            ("note", &filled(&new.note)),
        ],
    )
}

/// Writes what a client said about being written to.
pub(in super::super) fn insert_consent(
    tx: &mut Tx<'_>,
    client: Id,
    channel: Option<Channel>,
    state: ConsentState,
    on: Day,
    how: Option<&str>,
) -> Result<Id, StoreError> {
    let created = tx.moment();
    tx.insert(
        "consent",
        &[
            ("client_id", &client.0),
            ("channel", &channel.map(Channel::code)),
            ("state", &state.code()),
            ("on_day", &on.0),
            ("how", &how.map(str::trim).filter(|how| !how.is_empty())),
            ("created", &created),
        ],
    )
}

/// Writes a yearly date.
pub(in super::super) fn insert_care(tx: &mut Tx<'_>, new: &NewCareDate) -> Result<Id, StoreError> {
    write_date(new, &[("client_id", &new.client.0)], |columns| tx.insert("care_date", columns))
}

/// Writes what a yearly date says now.
pub(in super::super) fn update_care(tx: &mut Tx<'_>, care_date: Id, new: &NewCareDate) -> Result<(), StoreError> {
    write_date(new, &[], |columns| tx.update("care_date", care_date, columns))?;
    tx.about(new.client);
    Ok(())
}

fn write_date<T>(new: &NewCareDate, first: &[Column<'_>], write: impl FnOnce(&[Column<'_>]) -> T) -> T {
    let (person, name, note) = (new.person.map(|p| p.0), filled(&new.name), filled(&new.note));
    let (kind, calendar, leap) = (new.kind.code(), new.calendar.code(), i64::from(new.leap));
    let mut columns = first.to_vec();
    columns.extend::<[Column<'_>; 10]>([
        ("person_id", &person),
        ("kind", &kind),
        ("name", &name),
        ("month", &new.month),
        ("day", &new.day),
        ("year", &new.year),
        ("calendar", &calendar),
        ("leap", &leap),
        ("lead", &new.lead),
        ("note", &note),
    ]);
    write(&columns)
}
