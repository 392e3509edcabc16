//! New ids: 63 bits, growing, unique across devices. What an id is lives in `domain::id`.

use super::error::StoreError;
use crate::domain::day::Moment;
use crate::domain::id::Id;
use rand::Rng;
use rusqlite::{Connection, OptionalExtension, params};

/// 2020-01-01 00:00 UTC, the zero of the ids' clock.
const ZERO: i64 = 1_577_836_800;
const RANDOM_BITS: u32 = 22;

/// Hands out the ids of one transaction. The first leaps to the present moment, the rest follow it one by one, so that what an
/// import made is one range.
pub(super) struct Ids {
    last: i64,
    floor: i64,
}

impl Ids {
    /// Goes on from the last id the file has handed out.
    pub(super) fn load(db: &Connection, now: Moment) -> Result<Ids, StoreError> {
        let last: Option<String> =
            db.prepare_cached("SELECT value FROM meta WHERE key = 'last_id'")?.query_row([], |r| r.get(0)).optional()?;
        let mut rng = rand::rng();
        let millis = now.0.saturating_sub(ZERO).saturating_mul(1000).saturating_add(i64::from(rng.next_u32() % 1000));
        let millis = millis.clamp(0, (1 << (63 - RANDOM_BITS)) - 2);
        let random = i64::from(rng.next_u32() & ((1 << RANDOM_BITS) - 1));
        Ok(Ids { last: last.and_then(|l| l.parse().ok()).unwrap_or(0), floor: millis << RANDOM_BITS | random })
    }

    /// The next id.
    pub(super) fn next(&mut self) -> Id {
        self.last = self.floor.max(self.last + 1);
        Id(self.last)
    }

    /// Keeps the last id with the file; part of the transaction.
    pub(super) fn save(&self, db: &Connection) -> Result<(), StoreError> {
        let sql = "INSERT INTO meta(key, value) VALUES ('last_id', ?1) ON CONFLICT(key) DO UPDATE SET value = excluded.value";
        db.prepare_cached(sql)?.execute(params![self.last.to_string()])?;
        Ok(())
    }
}
