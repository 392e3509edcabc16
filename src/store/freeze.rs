//! Month scores: what the program writes by itself at a month's end. A system op: never undone, leaves redo alone.

use super::Store;
use super::error::StoreError;
use super::journal::OpKind;
use super::tx::Tx;
use crate::domain::action::Face;
use crate::domain::day::Now;
use crate::domain::facts::{MonthScoreRow, TierChangeRow};
use crate::domain::id::Id;
use crate::domain::words::Tier;
use rusqlite::{OptionalExtension, params};

impl Store {
    /// The newest month that was frozen.
    pub fn frozen_month(&self) -> Result<Option<i32>, StoreError> {
        let read = || {
            let sql = "SELECT value FROM meta WHERE key = 'frozen_month'";
            let value: Option<String> = self.db.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?;
            Ok(value.and_then(|v| v.parse().ok()))
        };
        read().map_err(|e: StoreError| e.at(&self.path))
    }

    /// Freezes a month: scores of the clients that have none for it yet, and the changes of tier that follow by themselves
    /// (cause `first` or `policy`). Clients gone meanwhile are passed over, and so is what another program has written already.
    pub fn freeze_month(
        &mut self,
        month: i32,
        rows: &[(Id, MonthScoreRow)],
        changes: &[(Id, TierChangeRow)],
        now: &Now,
    ) -> Result<(), StoreError> {
        let run = |store: &mut Store| {
            let device = store.device();
            let db = store.write()?;
            let mut tx = Tx::begin(&db, now, Face::System, &device, OpKind::System, true)?;
            for (client, row) in rows {
                freeze(&mut tx, *client, row)?;
            }
            for (client, change) in changes {
                hold(&mut tx, *client, change)?;
            }
            tx.made.clear();
            tx.args.push(("month", i64::from(month)));
            if !tx.finish("did-freeze-month")? {
                // Nothing to show in the history: only the month is remembered.
                db.execute("DELETE FROM op WHERE id = ?1", [tx.op])?;
            }
            db.prepare_cached(
                "INSERT INTO meta(key, value) VALUES ('frozen_month', ?1) ON CONFLICT(key) DO UPDATE SET value = excluded.value
                 WHERE CAST(excluded.value AS INTEGER) > CAST(value AS INTEGER)",
            )?
            .execute([month.to_string()])?;
            Ok(db.commit()?)
        };
        let done = run(self);
        self.settle(done)
    }
}

fn freeze(tx: &mut Tx<'_>, client: Id, row: &MonthScoreRow) -> Result<(), StoreError> {
    let wanted = "SELECT 1 FROM client WHERE id = ?1
                  AND NOT EXISTS (SELECT 1 FROM month_score WHERE client_id = ?1 AND month = ?2)";
    if tx.db.prepare_cached(wanted)?.exists(params![client.0, row.month])? {
        insert_month_score(tx, client, row)?;
    }
    Ok(())
}

fn hold(tx: &mut Tx<'_>, client: Id, change: &TierChangeRow) -> Result<(), StoreError> {
    let wanted = "SELECT 1 FROM client WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM tier_change
                  WHERE client_id = ?1 AND cause = ?2 AND (cause = 'first' OR to_tier = ?3 AND at = ?4))";
    let values = params![client.0, change.cause.code(), change.to.code(), change.at.0];
    if tx.db.prepare_cached(wanted)?.exists(values)? {
        insert_tier_change(tx, client, change)?;
    }
    Ok(())
}

/// Writes a month-end.
pub(super) fn insert_month_score(tx: &mut Tx<'_>, client: Id, row: &MonthScoreRow) -> Result<Id, StoreError> {
    tx.insert(
        "month_score",
        &[
            ("client_id", &client.0),
            ("month", &row.month),
            ("score", &row.score),
            ("share", &row.share),
            ("tier", &row.tier.map(Tier::code)),
        ],
    )
}

/// Writes a tier that a client came to hold.
pub(super) fn insert_tier_change(tx: &mut Tx<'_>, client: Id, change: &TierChangeRow) -> Result<Id, StoreError> {
    tx.insert(
        "tier_change",
        &[
            ("client_id", &client.0),
            ("at", &change.at.0),
            ("from_tier", &change.from.map(Tier::code)),
            ("to_tier", &change.to.code()),
            ("cause", &change.cause.code()),
            ("score", &change.score),
            ("share", &change.share),
        ],
    )
}
