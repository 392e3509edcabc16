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
use rusqlite::params;

impl Store {
    /// Freezes a month: scores of the clients that have none for it yet, and the tiers that are held from now on (cause `first`).
    /// Clients gone meanwhile are passed over. Returns whether anything was written.
    pub fn freeze_month(
        &mut self,
        month: i32,
        rows: &[(Id, MonthScoreRow)],
        first: &[(Id, TierChangeRow)],
        now: &Now,
    ) -> Result<bool, StoreError> {
        let run = |store: &mut Store| {
            let device = store.device();
            let db = store.write()?;
            let mut tx = Tx::begin(&db, now, Face::System, &device, OpKind::System, true)?;
            let exists = "SELECT 1 FROM client WHERE id = ?1";
            let frozen = "SELECT 1 FROM month_score WHERE client_id = ?1 AND month = ?2";
            for (client, row) in rows {
                if db.prepare_cached(exists)?.exists([client.0])?
                    && !db.prepare_cached(frozen)?.exists(params![client.0, row.month])?
                {
                    tx.insert(
                        "month_score",
                        &[
                            ("client_id", &client.0),
                            ("month", &row.month),
                            ("score", &row.score),
                            ("share", &row.share),
                            ("tier", &row.tier.map(Tier::code)),
                        ],
                    )?;
                }
            }
            let held = "SELECT 1 FROM tier_change WHERE client_id = ?1 AND cause = 'first'";
            for (client, change) in first {
                if db.prepare_cached(exists)?.exists([client.0])? && !db.prepare_cached(held)?.exists([client.0])? {
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
                    )?;
                }
            }
            tx.made.clear();
            tx.args.push(("month", i64::from(month)));
            let changed = tx.finish("did-freeze-month")?;
            if changed {
                db.commit()?;
            }
            Ok(changed)
        };
        let done = run(self);
        self.settle(done)
    }
}
