//! What moves the contact plan: deferrals, overrides, pins and accepted tiers. Dated states are ended and replaced, never edited.

use super::super::error::StoreError;
use super::super::freeze::insert_tier_change;
use super::super::tx::{PIN_AHEAD, PIN_IN_FORCE, Tx};
use crate::domain::action::Action;
use crate::domain::day::{Day, Moment};
use crate::domain::facts::TierChangeRow;
use crate::domain::id::Id;
use crate::domain::target::Target;
use crate::domain::words::*;
use rusqlite::params;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::Snooze { client, targets, until } => {
            for target in targets {
                defer(tx, *client, DeferralKind::Snooze, &target.to_string(), *until, None)?;
            }
            tx.about(*client);
            tx.args.push(("day", i64::from(until.0)));
            Ok("did-snooze")
        }
        Action::EndSnooze { client, targets } => {
            for target in targets {
                end_deferrals(tx, *client, DeferralKind::Snooze, &target.to_string())?;
            }
            tx.about(*client);
            Ok("did-end-snooze")
        }
        Action::Skip { client, turns, why } => {
            for (channel, until) in turns {
                let target = Target::Contact(*channel).to_string();
                defer(tx, *client, DeferralKind::Skip, &target, *until, Some(why))?;
            }
            tx.about(*client);
            if let Some(first) = turns.iter().map(|(_, day)| *day).min() {
                tx.args.push(("day", i64::from(first.0)));
            }
            Ok("did-skip")
        }
        Action::Pause { client, until, why } => {
            tx.about(*client);
            if *until <= tx.now.today() {
                end_deferrals(tx, *client, DeferralKind::Pause, "*")?;
                return Ok("did-resume");
            }
            defer(tx, *client, DeferralKind::Pause, "*", *until, why.as_deref())?;
            tx.args.push(("day", i64::from(until.0)));
            Ok("did-pause")
        }
        Action::Spread(moves) => {
            for (client, channel, until) in moves {
                let target = Target::Contact(*channel).to_string();
                defer(tx, *client, DeferralKind::Spread, &target, *until, None)?;
            }
            tx.args.push(("count", moves.len() as i64));
            Ok("did-spread")
        }
        Action::Override { client, channel, new_channel, every, grace, why, until } => {
            tx.about(*client);
            let open = "SELECT id FROM override WHERE client_id = ?1 AND channel = ?2 AND ended IS NULL ORDER BY id";
            end_all(tx, "override", open, params![client.0, channel.code()])?;
            let Some(every) = every else { return Ok("did-override-end") };
            tx.insert(
                "override",
                &[
                    ("client_id", &client.0),
                    ("channel", &channel.code()),
                    ("new_channel", &new_channel.map(Channel::code)),
                    ("every", &every.to_string()),
                    ("grace", grace),
                    ("reason", why),
                    ("until", &until.map(|d| d.0)),
                    ("created", &tx.moment()),
                ],
            )?;
            Ok("did-override")
        }
        _ => Err(super::unhandled()),
    }
}

pub(super) fn run_tier(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::PinTier { client, tier, why, from, until, review_on } => {
            tx.about(*client);
            let Some(tier) = tier else {
                end_pins(tx, *client, tx.now.instant)?;
                return Ok("did-unpin");
            };
            // A pin that begins later takes over on its first day; until then the present one holds.
            end_pins(tx, *client, tx.now.instant.max(from.start(tx.now.zone)))?;
            insert_pin(
                tx,
                *client,
                &NewPin { tier: *tier, why, from: *from, until: *until, review_on: *review_on, ended: None },
            )?;
            tx.args.push(("tier", tier.rank() as i64));
            Ok("did-pin")
        }
        Action::KeepPin { client, review_on } => {
            tx.about(*client);
            let sql = format!(
                r#"SELECT id, tier, reason, "from", until, ended FROM pin WHERE client_id = ?1 AND {PIN_IN_FORCE}
                   ORDER BY created DESC, id DESC LIMIT 1"#
            );
            let (id, tier, why, from, until, ended): (i64, String, String, i32, Option<i32>, Option<i64>) =
                tx.db.prepare_cached(&sql)?.query_row(params![client.0, tx.now.today().0, tx.moment()], |r| {
                    Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?))
                })?;
            let tier = Tier::parse(&tier).ok_or_else(|| StoreError::bad_value("pin", "tier"))?;
            tx.update("pin", Id(id), &[("ended", &tx.moment())])?;
            // One that is to follow still does.
            let (from, until, ended) = (Day(from), until.map(Day), ended.map(Moment));
            insert_pin(tx, *client, &NewPin { tier, why: &why, from, until, review_on: *review_on, ended })?;
            tx.args.push(("tier", tier.rank() as i64));
            Ok("did-keep-pin")
        }
        Action::AcceptTier { client, from, to, score, share } => {
            let (at, cause) = (tx.now.instant, TierCause::Accepted);
            let held = TierChangeRow { at, from: *from, to: *to, cause, score: *score, share: *share };
            insert_tier_change(tx, *client, &held)?;
            tx.about(*client);
            tx.args.push(("tier", to.rank() as i64));
            Ok("did-accept-tier")
        }
        _ => Err(super::unhandled()),
    }
}

/// A pin to be written.
pub(in super::super) struct NewPin<'a> {
    pub(in super::super) tier: Tier,
    pub(in super::super) why: &'a str,
    pub(in super::super) from: Day,
    pub(in super::super) until: Option<Day>,
    pub(in super::super) review_on: Day,
    /// When one that is there already takes over.
    pub(in super::super) ended: Option<Moment>,
}

/// Writes a pin.
pub(in super::super) fn insert_pin(tx: &mut Tx<'_>, client: Id, pin: &NewPin<'_>) -> Result<Id, StoreError> {
    tx.insert(
        "pin",
        &[
            ("client_id", &client.0),
            ("tier", &pin.tier.code()),
            ("reason", &pin.why),
            ("from", &pin.from.0),
            ("until", &pin.until.map(|d| d.0)),
            ("review_on", &pin.review_on.0),
            ("created", &tx.moment()),
            ("ended", &pin.ended.map(|m| m.0)),
        ],
    )
}

/// Ends the pins of a client that hold or will, those that were to end later included.
fn end_pins(tx: &Tx<'_>, client: Id, at: Moment) -> Result<(), StoreError> {
    let sql = format!("SELECT id FROM pin WHERE client_id = ?1 AND {PIN_AHEAD} AND (ended IS NULL OR ended > ?4) ORDER BY id");
    for id in tx.ids(&sql, params![client.0, tx.now.today().0, tx.moment(), at.0])? {
        tx.update("pin", id, &[("ended", &at.0)])?;
    }
    Ok(())
}

/// Writes a deferral, ending an open one of the same kind and target. Skips and reminders are counted, so each of them stays.
pub(super) fn defer(
    tx: &mut Tx<'_>,
    client: Id,
    kind: DeferralKind,
    target: &str,
    until: Day,
    why: Option<&str>,
) -> Result<(), StoreError> {
    if !matches!(kind, DeferralKind::Skip | DeferralKind::Reminder) {
        end_deferrals(tx, client, kind, target)?;
    }
    tx.insert(
        "deferral",
        &[
            ("client_id", &client.0),
            ("kind", &kind.code()),
            ("target", &target),
            ("until", &until.0),
            ("reason", &why.map(str::trim).filter(|w| !w.is_empty())),
            ("created", &tx.moment()),
        ],
    )?;
    Ok(())
}

fn end_deferrals(tx: &Tx<'_>, client: Id, kind: DeferralKind, target: &str) -> Result<(), StoreError> {
    let open = "SELECT id FROM deferral WHERE client_id = ?1 AND kind = ?2 AND target = ?3 AND ended IS NULL ORDER BY id";
    end_all(tx, "deferral", open, params![client.0, kind.code(), target])
}

/// Puts a client off on the list of those at risk, with the signals that were seen.
pub(super) fn defer_seen(
    tx: &mut Tx<'_>,
    client: Id,
    target: &str,
    until: Day,
    why: &str,
    signals: &str,
) -> Result<(), StoreError> {
    end_deferrals(tx, client, DeferralKind::Snooze, target)?;
    tx.insert(
        "deferral",
        &[
            ("client_id", &client.0),
            ("kind", &DeferralKind::Snooze.code()),
            ("target", &target),
            ("until", &until.0),
            ("reason", &why.trim()),
            ("signals", &signals),
            ("created", &tx.moment()),
        ],
    )?;
    Ok(())
}

pub(super) fn end_all(tx: &Tx<'_>, table: &str, open: &str, values: impl rusqlite::Params) -> Result<(), StoreError> {
    for id in tx.ids(open, values)? {
        tx.update(table, id, &[("ended", &tx.moment())])?;
    }
    Ok(())
}
