//! What belongs to no client: days off, the policy in force, the zone.

use super::super::error::StoreError;
use super::super::tx::Tx;
use super::changes::filled;
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::id::Id;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddLeave { first, last, why } => {
            insert_leave(tx, *first, *last, filled(why))?;
            Ok("did-leave")
        }
        Action::EditLeave { leave, first, last, why } => {
            tx.update("leave", *leave, &[("ended", &tx.moment())])?;
            insert_leave(tx, *first, *last, filled(why))?;
            Ok("did-edit-leave")
        }
        Action::RemoveLeave { leave } => {
            tx.update("leave", *leave, &[("ended", &tx.moment())])?;
            Ok("did-remove-leave")
        }
        Action::UsePolicy { name, text } => {
            let created = tx.now.instant.0;
            tx.insert("policy_version", &[("name", name), ("text", text), ("created", &created)])?;
            Ok("did-policy")
        }
        Action::SetZone { zone } => {
            for id in tx.ids("SELECT id FROM setting WHERE key = 'zone'", [])? {
                tx.update("setting", Id(id.0), &[("value", zone)])?;
            }
            Ok("did-zone")
        }
        Action::ReviewWeek { week } => {
            let value = week.to_string();
            match tx.ids("SELECT id FROM setting WHERE key = 'reviewed_week'", [])?.first() {
                Some(id) => tx.update("setting", *id, &[("value", &value)])?,
                None => {
                    tx.insert("setting", &[("key", &"reviewed_week"), ("value", &value)])?;
                }
            }
            tx.args.push(("day", i64::from(week.0)));
            Ok("did-review")
        }
        _ => Err(super::unhandled()),
    }
}

fn insert_leave(tx: &mut Tx<'_>, first: Day, last: Day, why: Option<&str>) -> Result<(), StoreError> {
    let created = tx.moment();
    tx.insert("leave", &[("first", &first.0), ("last", &last.0), ("why", &why), ("created", &created)])?;
    tx.args.extend([("first", i64::from(first.0)), ("last", i64::from(last.0))]);
    Ok(())
}
