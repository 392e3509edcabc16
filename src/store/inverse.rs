//! Inverting the changes of one op. Which op is inverted, and what that means for the journal, is decided in `undo`.
//! Rows it made are removed, columns it changed restored, rows it deleted put back; what was changed since is left and named.

use super::error::StoreError;
use super::journal::{FACTS, columns, quoted};
use super::tx::Tx;
use super::{Undone, history, labels};
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, OptionalExtension, params, params_from_iter};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// An import of more rows than this is undone without keeping them for a redo.
pub(super) const REDO_ROWS: i64 = 10_000;
/// So many things left as they are get named one by one.
const NAMED: usize = 20;
/// So many clients get named in one sentence.
const NAMES: usize = 5;

/// One change of the op that is inverted.
struct Change {
    table: &'static str,
    row: i64,
    client: Option<i64>,
    kind: String,
    diff: Json,
}

impl Change {
    /// Last id and number of rows of a stamp.
    fn range(&self) -> (i64, i64) {
        let at = |n: usize| self.diff.get(n).and_then(Json::as_i64);
        (at(0).unwrap_or(self.row), at(1).unwrap_or(0))
    }
}

/// A column of one table that names rows of another.
struct Link {
    child: &'static str,
    column: String,
    parent: String,
}

struct Inverse<'t, 'db> {
    tx: &'t Tx<'db>,
    links: Vec<Link>,
    /// Rows the op itself made: when one is gone, its changed columns are nobody's loss.
    own: BTreeSet<i64>,
    ranges: Vec<(&'static str, i64, i64)>,
    /// A part of the op was taken back before: what is back already is neither done again nor named.
    again: bool,
    /// Clients the op made that stay, with all it wrote about them, and whose later row they are needed by (`None`: changed).
    kept: BTreeMap<i64, Option<&'static str>>,
    done: usize,
    left: Vec<Message>,
}

/// Inverts the op `target` as the op of `tx`, and closes that.
pub(super) fn invert(tx: &mut Tx<'_>, target: i64, root: i64, again: bool) -> Result<Undone, StoreError> {
    let changes = changes(tx.db, target)?;
    let stamps: Vec<&Change> = changes.iter().filter(|c| c.kind == "bulk").collect();
    let mut inverse = Inverse {
        tx,
        links: links(tx.db)?,
        own: changes.iter().filter(|c| c.kind == "insert").map(|c| c.row).collect(),
        ranges: stamps.iter().map(|c| (c.table, c.row, c.range().0)).collect(),
        again,
        kept: BTreeMap::new(),
        done: 0,
        left: Vec::new(),
    };
    let forget = stamps.iter().map(|c| c.range().1).sum::<i64>() > REDO_ROWS;
    // Judged before anything is restored, so that the op's own columns do not look like somebody else's.
    let since = inverse.changed_since(target)?;
    inverse.keep_clients(&changes, &since)?;
    if !stamps.is_empty() {
        inverse.remove_ranges(&since, forget)?;
    }
    for change in changes.iter().rev() {
        match change.kind.as_str() {
            "insert" => inverse.remove(change, &since)?,
            "update" => inverse.restore(change)?,
            "delete" => inverse.put_back(change)?,
            _ => {}
        }
    }
    let Inverse { done, mut left, .. } = inverse;
    if done == 0 {
        match left.first() {
            Some(first) => return Err(StoreError::CannotUndo(first.clone())),
            None if again => return Err(StoreError::CannotUndo(Message::new("undo-already"))),
            None => {}
        }
    }
    if left.len() > NAMED {
        let more = left.len() - NAMED;
        left.truncate(NAMED);
        left.push(Message::new("left-more").with("count", more));
    }
    let message = history::op_message(tx.db, root)?;
    tx.args.clear();
    tx.finish("did-something")?;
    if forget {
        // Its rows are not kept: neither it nor what was taken back before it can be done again.
        tx.db.execute("UPDATE op SET live = 0 WHERE kind = 'undo'", [])?;
    }
    Ok(Undone {
        op: tx.op,
        undone: root,
        message,
        clients: history::clients(tx.db, tx.op)?,
        all: forget || history::touches_all(tx.db, tx.op)?,
        left,
    })
}

/// The rows an import made without journaling them one by one.
pub(super) fn stamped_rows(db: &Connection, op: i64) -> Result<i64, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT coalesce(sum(diff ->> '$[1]'), 0) FROM change WHERE op = ?1 AND kind = 'bulk'")?;
    Ok(statement.query_row([op], |r| r.get(0))?)
}

fn changes(db: &Connection, op: i64) -> Result<Vec<Change>, StoreError> {
    let mut statement = db.prepare_cached("SELECT tbl, row, client_id, kind, diff FROM change WHERE op = ?1 ORDER BY seq")?;
    let mut rows = statement.query([op])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        let table = FACTS.iter().find(|t| **t == table).ok_or_else(|| StoreError::bad_value("change", "tbl"))?;
        let diff: Option<String> = row.get(4)?;
        let diff = diff.map_or(Ok(Json::Null), |d| serde_json::from_str(&d));
        let diff = diff.map_err(|_| StoreError::bad_value("change", "diff"))?;
        found.push(Change { table, row: row.get(1)?, client: row.get(2)?, kind: row.get(3)?, diff });
    }
    Ok(found)
}

fn links(db: &Connection) -> Result<Vec<Link>, StoreError> {
    let mut statement = db.prepare_cached(r#"SELECT "from", "table" FROM pragma_foreign_key_list(?1)"#)?;
    let mut links = Vec::new();
    for child in FACTS {
        let mut rows = statement.query([child])?;
        while let Some(row) = rows.next()? {
            links.push(Link { child, column: row.get(0)?, parent: row.get(1)? });
        }
    }
    Ok(links)
}

/// Rows the program wrote by itself about a client; they go with the client and keep nobody from taking it back.
fn is_soft(link: &Link) -> bool {
    matches!(link.child, "month_score" | "tier_change") && link.column == "client_id"
}

/// What of a soft link still is the user's own: an accepted tier.
fn hard_part(link: &Link) -> Option<&'static str> {
    match (is_soft(link), link.child) {
        (false, _) => Some(""),
        (true, "tier_change") => Some(" AND child.cause = 'accepted'"),
        (true, _) => None,
    }
}

impl Inverse<'_, '_> {
    /// The rows made by the op whose columns are not what they were after it.
    fn changed_since(&self, target: i64) -> Result<BTreeSet<i64>, StoreError> {
        let mut first: BTreeMap<(String, i64), BTreeMap<String, Json>> = BTreeMap::new();
        let mut later = self.tx.db.prepare_cached(
            "SELECT tbl, row, diff FROM change WHERE row BETWEEN ?1 AND ?2 AND op > ?3 AND kind = 'update' ORDER BY seq",
        )?;
        let ranges = self.own.iter().map(|row| (*row, *row)).chain(self.ranges.iter().map(|(_, a, b)| (*a, *b)));
        for (from, to) in ranges {
            let mut rows = later.query(params![from, to, target])?;
            while let Some(row) = rows.next()? {
                let diff: String = row.get(2)?;
                let Ok(Json::Object(diff)) = serde_json::from_str(&diff) else { continue };
                let known = first.entry((row.get(0)?, row.get(1)?)).or_default();
                for (column, pair) in diff {
                    known.entry(column).or_insert_with(|| pair.get(0).cloned().unwrap_or(Json::Null));
                }
            }
        }
        let mut changed = BTreeSet::new();
        for ((table, row), columns) in first {
            for (column, then) in columns {
                if self.value(&table, &column, row)?.is_some_and(|now| now != value_of(&then)) {
                    changed.insert(row);
                    break;
                }
            }
        }
        Ok(changed)
    }

    /// Finds the clients made by the op that must stay: changed since, or with a row that is not the op's own. They stay whole, with
    /// the addresses and tags the op gave them; taking the op back once more, after the later rows went, takes them too.
    fn keep_clients(&mut self, changes: &[Change], since: &BTreeSet<i64>) -> Result<(), StoreError> {
        let made: BTreeSet<i64> = changes.iter().filter(|c| c.kind == "insert" && c.table == "client").map(|c| c.row).collect();
        let ranges: Vec<(i64, i64)> = self.ranges.iter().filter(|(t, ..)| *t == "client").map(|(_, a, b)| (*a, *b)).collect();
        if made.is_empty() && ranges.is_empty() {
            return Ok(());
        }
        let is_made = |id: &i64| made.contains(id) || ranges.iter().any(|(a, b)| (a..=b).contains(&id));
        let mut kept: BTreeMap<i64, Option<&'static str>> =
            since.iter().filter(|id| is_made(id)).map(|id| (*id, None)).collect();
        let (made, own, since) = (list(&made), list(&self.own), list(since));
        for link in self.links.iter().filter(|l| l.parent == "client") {
            let Some(hard) = hard_part(link) else { continue };
            let (child, column) = (quoted(link.child), quoted(&link.column));
            let mut foreign = "child.id NOT IN (SELECT value FROM json_each(?2))".to_owned();
            for (_, first, last) in self.ranges.iter().filter(|(t, ..)| *t == link.child) {
                let _ = write!(foreign, " AND child.id NOT BETWEEN {first} AND {last}");
            }
            let ranges = ranges.iter().map(|(first, last)| format!("BETWEEN {first} AND {last}"));
            for which in ranges.chain(["IN (SELECT value FROM json_each(?1))".to_owned()]) {
                let sql = format!(
                    "SELECT DISTINCT child.{column} FROM {child} AS child WHERE child.{column} {which}{hard}
                     AND ({foreign} OR child.id IN (SELECT value FROM json_each(?3))) AND ?1 IS NOT NULL"
                );
                let mut statement = self.tx.db.prepare(&sql)?;
                let mut rows = statement.query(params![made, own, since])?;
                while let Some(row) = rows.next()? {
                    kept.entry(row.get(0)?).or_insert(Some(link.child));
                }
            }
        }
        self.kept = kept;
        Ok(())
    }

    /// The names of clients as one argument: the first few, and how many more.
    fn names(&self, clients: impl ExactSizeIterator<Item = i64>) -> Result<Message, StoreError> {
        let more = clients.len().saturating_sub(NAMES);
        let names: Vec<Arg> =
            clients.take(NAMES).map(|id| history::client_name(self.tx.db, Id(id))).collect::<Result<_, _>>()?;
        let mut said: Option<Message> = (more > 0).then(|| Message::new("left-more").with("count", more));
        for name in names.into_iter().rev() {
            said = Some(match said {
                None => Message::new("left-name").with("name", name),
                Some(rest) => Message::new("left-names").with("name", name).with("rest", rest),
            });
        }
        Ok(said.unwrap_or_else(|| Message::new("store-client-gone")))
    }

    /// The present value of a column; `None` when the row is gone.
    fn value(&self, table: &str, column: &str, row: i64) -> Result<Option<Value>, StoreError> {
        let sql = format!("SELECT {} FROM {} WHERE id = ?1", quoted(column), quoted(table));
        Ok(self.tx.db.prepare_cached(&sql)?.query_row([row], |r| r.get(0)).optional()?)
    }

    fn exists(&self, table: &str, row: i64) -> Result<bool, StoreError> {
        Ok(self.tx.db.prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?1", quoted(table)))?.exists([row])?)
    }

    /// Names a row: what it is and whose.
    fn what(&self, table: &str, client: Option<i64>) -> Result<Message, StoreError> {
        let fact = Message::new(labels::fact(table));
        let Some(client) = client else { return Ok(fact) };
        Ok(Message::new("left-of").with("fact", fact).with("client", history::client_name(self.tx.db, Id(client))?))
    }

    /// Removes a row the op made, unless it was changed since or others hang on it.
    fn remove(&mut self, change: &Change, since: &BTreeSet<i64>) -> Result<(), StoreError> {
        if !self.exists(change.table, change.row)? {
            return Ok(());
        }
        let what = self.what(change.table, change.client)?;
        if let Some(by) = change.client.and_then(|client| self.kept.get(&client)) {
            if change.table == "client" {
                self.left.push(match by {
                    Some(child) => Message::new("left-needed").with("what", what).with("by", Message::new(labels::fact(child))),
                    None => Message::new("left-changed").with("what", what),
                });
            }
            return Ok(());
        }
        if since.contains(&change.row) {
            self.left.push(Message::new("left-changed").with("what", what));
            return Ok(());
        }
        let mut hanging = None;
        for link in self.links.iter().filter(|l| l.parent == change.table) {
            let Some(hard) = hard_part(link) else { continue };
            let (child, column) = (quoted(link.child), quoted(&link.column));
            let sql = format!("SELECT 1 FROM {child} AS child WHERE {column} = ?1{hard} LIMIT 1");
            if self.tx.db.prepare_cached(&sql)?.exists([change.row])? {
                hanging = Some(link.child);
                break;
            }
        }
        if let Some(child) = hanging {
            let by = Message::new(labels::fact(child));
            self.left.push(Message::new("left-needed").with("what", what).with("by", by));
            return Ok(());
        }
        for link in self.links.iter().filter(|l| l.parent == change.table && is_soft(l)) {
            let sql = format!("DELETE FROM {} WHERE {} = ?1", quoted(link.child), quoted(&link.column));
            self.tx.db.prepare_cached(&sql)?.execute([change.row])?;
        }
        self.tx.delete(change.table, Id(change.row))?;
        self.done += 1;
        Ok(())
    }

    /// Removes what an import made, children before parents, with the same exceptions. `forget` keeps no before-images.
    fn remove_ranges(&mut self, since: &BTreeSet<i64>, forget: bool) -> Result<(), StoreError> {
        let db = self.tx.db;
        super::memo::forget(db)?;
        let journal = |on: bool| db.execute("UPDATE current_op SET journal_deletes = ?1", [on]);
        let (changed, kept) = (list(since), list(&self.kept.keys().copied().collect()));
        if !self.kept.is_empty() {
            let names = self.names(self.kept.keys().copied().collect::<Vec<_>>().into_iter())?;
            self.left.push(Message::new("left-clients").with("names", names).with("count", self.kept.len()));
        }
        for table in FACTS.iter().rev() {
            let owner = match *table {
                "client" => Some("id"),
                _ => columns(db, table)?.iter().any(|c| c == "client_id").then_some("client_id"),
            };
            let not_kept =
                owner.map_or("?4 IS NOT NULL".to_owned(), |c| format!("t.{c} NOT IN (SELECT value FROM json_each(?4))"));
            for (_, first, last) in self.ranges.iter().filter(|(t, _, _)| t == table) {
                let name = quoted(table);
                let mine = format!("t.id BETWEEN ?1 AND ?2 AND {not_kept} AND ?3 IS NOT NULL");
                let mut which = format!("{mine} AND t.id NOT IN (SELECT value FROM json_each(?3))");
                for link in self.links.iter().filter(|l| l.parent == *table) {
                    if let Some(hard) = hard_part(link) {
                        let (child, column) = (quoted(link.child), quoted(&link.column));
                        let _ =
                            write!(which, " AND NOT EXISTS (SELECT 1 FROM {child} AS child WHERE child.{column} = t.id{hard})");
                    }
                }
                let rows = params![first, last, changed, kept];
                journal(!forget)?;
                for link in self.links.iter().filter(|l| l.parent == *table && is_soft(l)) {
                    let (child, column) = (quoted(link.child), quoted(&link.column));
                    let sql = format!("DELETE FROM {child} WHERE {column} IN (SELECT t.id FROM {name} AS t WHERE {which})");
                    db.execute(&sql, rows)?;
                }
                if forget && *table == "client" {
                    // Whoever the journal still speaks of keeps a name.
                    journal(true)?;
                    let spoken = "t.id IN (SELECT client_id FROM change WHERE client_id BETWEEN ?1 AND ?2)";
                    self.done += db.execute(&format!("DELETE FROM {name} AS t WHERE {which} AND {spoken}"), rows)?;
                    journal(false)?;
                }
                self.done += db.execute(&format!("DELETE FROM {name} AS t WHERE {which}"), rows)?;
                let rest = format!("SELECT DISTINCT {} FROM {name} AS t WHERE {mine}", owner.unwrap_or("NULL"));
                let owners: Vec<Option<i64>> = db.prepare(&rest)?.query_map(rows, |r| r.get(0))?.collect::<Result<_, _>>()?;
                if !owners.is_empty() {
                    let what = Message::new(labels::fact(table));
                    let owners: Vec<i64> = owners.into_iter().flatten().collect();
                    self.left.push(match owners.is_empty() {
                        true => Message::new("left-changed").with("what", what),
                        false => Message::new("left-rows").with("what", what).with("names", self.names(owners.into_iter())?),
                    });
                }
            }
        }
        journal(true)?;
        Ok(())
    }

    /// Restores the columns of a changed row that still are what the op made them.
    fn restore(&mut self, change: &Change) -> Result<(), StoreError> {
        let in_range = self.ranges.iter().any(|(t, a, b)| *t == change.table && (*a..=*b).contains(&change.row));
        let own = in_range || self.own.contains(&change.row);
        if !self.exists(change.table, change.row)? {
            let gone = Message::new("undo-gone").with("what", self.what(change.table, change.client)?);
            return match own {
                true => Ok(()),
                false if self.again => {
                    self.left.push(gone);
                    Ok(())
                }
                false => Err(StoreError::CannotUndo(gone)),
            };
        }
        if in_range {
            return Ok(()); // a row of the import that stays stays as the import left it
        }
        let Json::Object(diff) = &change.diff else { return Err(StoreError::bad_value("change", "diff")) };
        // Of a row the op made itself only what ties it to others has to go before it is removed.
        let is_tie = |column: &str| self.links.iter().any(|l| l.child == change.table && l.column == column);
        let diff: Vec<(&String, Value, Value)> = diff
            .iter()
            .filter(|(column, _)| !own || is_tie(column))
            .map(|(column, pair)| {
                let at = |n: usize| value_of(pair.get(n).unwrap_or(&Json::Null));
                (column, at(0), at(1))
            })
            .collect();
        let (mut changed_groups, mut open_groups) = (BTreeSet::new(), BTreeSet::new());
        for (column, before, after) in &diff {
            let group = labels::group(change.table, column);
            let present = self.value(change.table, column, change.row)?;
            if !self.again || present.as_ref() != Some(before) {
                open_groups.insert(group);
            }
            if present.as_ref() != Some(after) {
                changed_groups.insert(group);
            }
        }
        // What an earlier undo of the same op took back is nobody's change.
        for group in changed_groups.intersection(&open_groups) {
            let what = self.what(change.table, change.client)?;
            let field = Message::new(labels::field(group));
            self.left.push(Message::new("left-field").with("what", what).with("field", field));
        }
        let kept: Vec<(&String, Value)> = diff
            .into_iter()
            .filter(|(column, ..)| !changed_groups.contains(labels::group(change.table, column)))
            .map(|(column, before, _)| (column, before))
            .collect();
        if kept.is_empty() {
            return Ok(());
        }
        let mut sql = format!("UPDATE {} SET ", quoted(change.table));
        for (n, (column, _)) in kept.iter().enumerate() {
            let comma = if n == 0 { "" } else { ", " };
            let _ = write!(sql, "{comma}{} = ?{}", quoted(column), n + 2);
        }
        sql.push_str(" WHERE id = ?1");
        let values = std::iter::once(Value::Integer(change.row)).chain(kept.into_iter().map(|(_, v)| v));
        let run = self.tx.db.prepare_cached(&sql)?.execute(params_from_iter(values));
        self.taken(run, change)?;
        self.done += 1;
        Ok(())
    }

    /// Puts a deleted row back as it was.
    fn put_back(&mut self, change: &Change) -> Result<(), StoreError> {
        if self.again {
            return Ok(()); // the first time all of them came back, or nothing did
        }
        let Json::Object(image) = &change.diff else { return Err(StoreError::bad_value("change", "diff")) };
        let present = columns(self.tx.db, change.table)?;
        let kept: Vec<(&String, Value)> =
            image.iter().filter(|(column, _)| present.contains(column)).map(|(c, v)| (c, value_of(v))).collect();
        let names: Vec<String> = kept.iter().map(|(column, _)| quoted(column)).collect();
        let marks = vec!["?"; kept.len()].join(", ");
        let sql = format!("INSERT INTO {}({}) VALUES ({marks})", quoted(change.table), names.join(", "));
        let run = self.tx.db.prepare_cached(&sql)?.execute(params_from_iter(kept.into_iter().map(|(_, v)| v)));
        self.taken(run, change)?;
        self.done += 1;
        Ok(())
    }

    /// A broken constraint means that what is wanted back is gone or taken.
    fn taken(&self, run: rusqlite::Result<usize>, change: &Change) -> Result<(), StoreError> {
        match run {
            Ok(_) => Ok(()),
            Err(e) if e.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                let foreign = e.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY);
                let id = if foreign { "undo-gone" } else { "undo-taken" };
                Err(StoreError::CannotUndo(Message::new(id).with("what", self.what(change.table, change.client)?)))
            }
            Err(e) => Err(e.into()),
        }
    }
}

/// Row ids for `json_each`.
fn list(ids: &BTreeSet<i64>) -> String {
    serde_json::to_string(ids).unwrap_or_else(|_| "[]".to_owned())
}

/// A journaled value; journaled tables hold only whole numbers and text.
fn value_of(json: &Json) -> Value {
    match json {
        Json::Number(n) => n.as_i64().map_or(Value::Null, Value::Integer),
        Json::String(text) => Value::Text(text.clone()),
        _ => Value::Null,
    }
}
