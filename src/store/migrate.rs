//! Schema versions: numbered SQL files, and the careful way from an older one to this one.
//! A file is migrated only after a verified copy of it lies beside it.

use super::error::StoreError;
use super::journal::{self, FACTS, quoted};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// One step: the schema it leads to and its SQL.
#[derive(Debug, Clone, Copy)]
pub(super) struct Migration {
    pub(super) version: i64,
    pub(super) sql: &'static str,
}

/// Every step, in order; released ones are never edited.
pub(super) const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, sql: include_str!("../../assets/migrations/0001_first.sql") },
    Migration { version: 2, sql: include_str!("../../assets/migrations/0002_judged.sql") },
    Migration { version: 3, sql: include_str!("../../assets/migrations/0003_complaint.sql") },
    Migration { version: 4, sql: include_str!("../../assets/migrations/0004_risk.sql") },
    Migration { version: 5, sql: include_str!("../../assets/migrations/0005_week.sql") },
    Migration { version: 6, sql: include_str!("../../assets/migrations/0006_care.sql") },
];

/// The schema this program writes, stamped on every op.
pub(super) const SCHEMA: i64 = 6;

/// The schema the list leads to.
pub(super) fn latest(list: &[Migration]) -> i64 {
    list.last().map_or(0, |step| step.version)
}

/// The schema of a file.
pub(super) fn version(db: &Connection) -> Result<i64, StoreError> {
    Ok(db.query_row("PRAGMA user_version", [], |r| r.get(0))?)
}

/// Brings an older file up to date, or leaves it as it was.
pub(super) fn bring_up(db: &mut Connection, path: &Path, list: &[Migration]) -> Result<(), StoreError> {
    let from = version(db)?;
    if from >= latest(list) {
        return Ok(());
    }
    if db.is_readonly("main")? {
        return Err(StoreError::ReadOnly(path.to_path_buf()));
    }
    // Foreign keys cannot be switched inside a transaction, and a rebuilt table would take its children along.
    db.execute_batch("PRAGMA foreign_keys = OFF")?;
    let done = copy_and_migrate(db, path, from, list);
    let keys = db.execute_batch("PRAGMA foreign_keys = ON");
    done?;
    Ok(keys?)
}

fn copy_and_migrate(db: &mut Connection, path: &Path, from: i64, list: &[Migration]) -> Result<(), StoreError> {
    let seen: i64 = db.query_row("PRAGMA data_version", [], |r| r.get(0))?;
    let copy = verified_copy(db, path, latest(list))?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let now: i64 = tx.query_row("PRAGMA data_version", [], |r| r.get(0))?;
    if now != seen {
        // Somebody wrote between the copy and the lock: the copy is not this file any more.
        return Err(StoreError::Locked(path.to_path_buf()));
    }
    let before = counts(&tx)?;
    if counts(&super::open::connect(&copy)?)? != before {
        return Err(StoreError::Damaged(copy, "the copy has other rows than the file".to_owned()));
    }
    journal::drop_triggers(&tx)?;
    for step in list.iter().filter(|step| step.version > from) {
        tx.execute_batch(step.sql)?;
    }
    journal::make_triggers(&tx)?;
    let broken = tx.prepare("PRAGMA foreign_key_check")?.exists([])?;
    let after = counts(&tx)?;
    let lost = before.iter().find(|(table, rows)| after.iter().all(|(t, r)| t != table || r != rows));
    if broken || lost.is_some() {
        let table = lost.map_or("", |(table, _)| table.as_str());
        return Err(StoreError::Failed(format!("migration from schema {from} failed its checks {table}")));
    }
    tx.execute_batch(&format!("PRAGMA user_version = {}", latest(list)))?;
    tx.commit()?;
    Ok(())
}

fn counts(db: &Connection) -> Result<Vec<(String, i64)>, StoreError> {
    let mut found = Vec::new();
    for table in FACTS.iter().chain(&["op", "change"]) {
        let exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")?.exists([table])?;
        if exists {
            let rows = db.query_row(&format!("SELECT count(*) FROM {}", quoted(table)), [], |r| r.get(0))?;
            found.push(((*table).to_owned(), rows));
        }
    }
    Ok(found)
}

/// Writes `<name>.before-v<N>`: first under another name, then synced, opened and checked, and only then renamed.
fn verified_copy(db: &Connection, path: &Path, to: i64) -> Result<PathBuf, StoreError> {
    let beside = |end: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    };
    let draft = beside(&format!(".before-v{}.part", to));
    let target = beside(&format!(".before-v{}", to));
    let written = (|| {
        let _ = fs::remove_file(&draft);
        // SQLite would make it readable for everybody.
        let file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft);
        let file = file.map_err(|e| StoreError::io(&draft, &e))?;
        // Byte for byte: a path need not be UTF-8.
        db.execute("VACUUM INTO ?1", [ToSqlOutput::Borrowed(ValueRef::Text(draft.as_os_str().as_bytes()))])?;
        file.sync_all().map_err(|e| StoreError::io(&draft, &e))?;
        let copy = super::open::connect(&draft)?;
        let sound: Option<String> = copy.query_row("PRAGMA integrity_check", [], |r| r.get(0)).optional()?;
        drop(copy);
        if sound.as_deref() != Some("ok") {
            return Err(StoreError::Damaged(draft.clone(), sound.unwrap_or_default()));
        }
        fs::rename(&draft, &target).map_err(|e| StoreError::io(&target, &e))?;
        if let Some(folder) = target.parent().filter(|f| !f.as_os_str().is_empty()) {
            let _ = fs::File::open(folder).and_then(|f| f.sync_all());
        }
        Ok(())
    })();
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written.map(|()| target)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::journal::OpKind;
    use super::super::tx::Tx;
    use super::super::{OpenMode, Store, StoreError, Which, apply};
    use super::*;
    use crate::domain::action::{Action, ClientField, Face, NewClient, NewComplaint, NewSurvey};
    use crate::domain::day::{Day, Moment, Now};
    use crate::domain::id::Id;
    use crate::domain::words::*;
    use chrono_tz::UTC;
    use std::os::unix::fs::PermissionsExt;

    const NOW: Now = Now { instant: Moment(1_795_395_840), zone: UTC };

    fn delta() -> NewClient {
        NewClient {
            name: "Delta".into(),
            kind: ClientKind::Org,
            status: Status::Active,
            industry: None,
            region: None,
            size: None,
            need: None,
            need_type: None,
            since: Day(20_000),
            points: vec![],
            tags: vec!["fair".into()],
            potential: None,
            fit: None,
            budget: None,
            quiet: None,
            language: None,
            culture: None,
            source: None,
            note: None,
            person: Some("Bei".into()),
            task: None,
        }
    }

    fn book(dir: &Path) -> (PathBuf, Id) {
        let path = dir.join("book.db");
        let mut store = Store::open(&path, OpenMode::Create { zone: UTC }, None).unwrap();
        let done = store.apply(&Action::AddClient(Box::new(delta())), &NOW, Face::Cli).unwrap();
        (path, done.ids[0].1)
    }

    fn with(sql: &'static str) -> Vec<Migration> {
        let mut list = MIGRATIONS.to_vec();
        list.push(Migration { version: SCHEMA + 1, sql });
        list
    }

    #[test]
    fn an_older_file_is_copied_first_and_then_brought_up() {
        let dir = tempfile::tempdir().unwrap();
        let (path, client) = book(dir.path());
        // A parent is rebuilt, a column added: children stay, and the journal knows the new column.
        let list = with(
            "CREATE TABLE person_new AS SELECT * FROM person;
             DROP TABLE person;
             CREATE TABLE person(id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
               name TEXT NOT NULL, name_key TEXT NOT NULL, initials TEXT NOT NULL, role TEXT, note TEXT, external_id TEXT) STRICT;
             INSERT INTO person SELECT * FROM person_new;
             DROP TABLE person_new;
             ALTER TABLE client ADD COLUMN motto TEXT;",
        );
        let mut store = Store::open_with(&path, OpenMode::Write, None, &list).unwrap();
        assert_eq!(version(&store.db).unwrap(), SCHEMA + 1);
        assert!(store.db.query_row("PRAGMA foreign_keys", [], |r| r.get::<_, bool>(0)).unwrap());
        let copy = dir.path().join(format!("book.db.before-v{}", SCHEMA + 1));
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
        let old = Store::open(&copy, OpenMode::Read, None).unwrap();
        assert_eq!((version(&old.db).unwrap(), old.names().unwrap().len()), (SCHEMA, 1));
        assert_eq!(store.detail(client).unwrap().unwrap().people.len(), 1);
        let fields = vec![ClientField::Note(Some("x".into()))];
        let edit = Action::EditClient { client, fields, points: vec![], tags: vec![], why: None };
        store.apply(&edit, &NOW, Face::Cli).unwrap();
        let triggers = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%motto%'";
        assert_eq!(store.db.query_row(triggers, [], |r| r.get::<_, i64>(0)).unwrap(), 2);
        store.undo(None, &NOW, Face::Cli).unwrap();
        store.undo(None, &NOW, Face::Cli).unwrap();
        assert!(store.names().unwrap().is_empty());
    }

    #[test]
    fn released_steps_stay_as_they_are() {
        use sha2::{Digest, Sha256};
        let released = [
            "0b63334f5ccb6cb63c73f055f6106d19ead8db7ecf4fa2d8629a54888e53b5b0",
            "a5e47c91576521c2d6453017f04982bbb3a49be6168c9c7a4e2e6fd6e98633c9",
            "d592246f0e34ff0f4a7822f9bdb97a9d10a87a26cba460e151b09859ab907236",
            "93c384e73e184d4f75893037632f30e9417cc8a79483fc9159a2408797bdec05",
            "8b2c3c0416925f06d0f0dc5dc8f3286377b32685c1330682112d5a506af2b125",
        ];
        for (step, sha256) in MIGRATIONS.iter().zip(released) {
            let found: String = Sha256::digest(step.sql).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(found, sha256, "files of schema {} are out there: write another step", step.version);
        }
    }

    /// A file as the program of an older schema left it: two steps.
    fn book_of_schema(path: &Path, schema: usize) -> Id {
        fs::File::create(path).unwrap();
        let mut db = super::super::open::connect(path).unwrap();
        super::super::open::create(&mut db, UTC, &MIGRATIONS[..schema]).unwrap();
        let step = |said: &str, write: &mut dyn FnMut(&mut Tx<'_>)| {
            let mut tx = Tx::begin(&db, &NOW, Face::Cli, "old", OpKind::Do, false).unwrap();
            write(&mut tx);
            assert!(tx.finish(said).unwrap());
        };
        let mut client = Id(0);
        step("did-add-client", &mut |tx| {
            client = apply::add_client(tx, &delta(), None).unwrap();
            tx.about(client);
        });
        step("did-edit-client", &mut |tx| {
            apply::change_fields(tx, client, &[ClientField::Note(Some("x".into()))], None).unwrap();
            tx.about(client);
        });
        db.execute("UPDATE op SET schema = ?1", [schema as i64]).unwrap();
        client
    }

    #[test]
    fn a_file_of_schema_2_gets_its_cases_and_keeps_what_was_done_before() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("book.db");
        let client = book_of_schema(&path, 2);
        let mark = |store: &Store| {
            let mut marks = Vec::new();
            store.stream(&Which::One(client), &mut |r| marks = r.surveys.iter().map(|s| s.score).collect()).unwrap();
            marks
        };
        // A fact of what schema 2 brought.
        let db = super::super::open::connect(&path).unwrap();
        let mut tx = Tx::begin(&db, &NOW, Face::Cli, "old", OpKind::Do, false).unwrap();
        let columns: &[(&str, &dyn rusqlite::ToSql)] =
            &[("client_id", &client.0), ("kind", &"nps"), ("score", &9), ("on_day", &20_100)];
        tx.insert("survey_answer", columns).unwrap();
        tx.about(client);
        assert!(tx.finish("did-add-nps").unwrap());
        drop(db);
        let mut store = Store::open(&path, OpenMode::Write, None).unwrap();
        assert_eq!(version(&store.db).unwrap(), SCHEMA);
        assert!(!store.db.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
        let strict = "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'";
        assert_eq!(store.db.query_row(strict, [], |r| r.get::<_, i64>(0)).unwrap(), 0);
        let copy = super::super::open::connect(&dir.path().join(format!("book.db.before-v{SCHEMA}"))).unwrap();
        assert_eq!(version(&copy).unwrap(), 2);
        assert_eq!(mark(&store), [9]);
        let new = NewComplaint {
            client,
            person: None,
            kind: ComplaintKind::Complaint,
            complex: false,
            opened: NOW.instant,
            channel: None,
            text: "third typo".into(),
            demand: None,
            cause: None,
            tier: None,
            other: None,
            mediator: None,
            begun: CaseStatus::Registered,
        };
        store.apply(&Action::OpenComplaint(Box::new(new)), &NOW, Face::Cli).unwrap();
        for (id, cases) in [("did-open-complaint", 0), ("did-add-nps", 0), ("did-edit-client", 0), ("did-add-client", 0)] {
            assert_eq!(store.undo(None, &NOW, Face::Cli).unwrap().message.id, id);
            assert_eq!(store.db.query_row("SELECT count(*) FROM complaint", [], |r| r.get::<_, i64>(0)).unwrap(), cases);
        }
        for _ in 0..4 {
            store.redo(&NOW, Face::Cli).unwrap();
        }
        assert_eq!(mark(&store), [9]);
        let mut cases = 0;
        store.stream(&Which::One(client), &mut |r| cases = r.complaints.len()).unwrap();
        assert_eq!(cases, 1);
    }

    #[test]
    fn a_file_of_schema_1_keeps_its_rows_and_what_was_done_then_can_be_undone() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("book.db");
        let client = book_of_schema(&path, 1);
        let mut store = Store::open(&path, OpenMode::Write, None).unwrap();
        assert_eq!(version(&store.db).unwrap(), SCHEMA);
        let copy = super::super::open::connect(&dir.path().join(format!("book.db.before-v{SCHEMA}"))).unwrap();
        assert_eq!(version(&copy).unwrap(), 1);
        let count = |db: &Connection, of: &str| -> i64 {
            db.query_row(&format!("SELECT count(*) FROM {of}"), [], |r| r.get(0)).unwrap()
        };
        for table in ["client", "person", "tag", "op", "change"] {
            assert_eq!(count(&copy, table), count(&store.db, table), "{table}");
        }
        let note = |store: &Store| store.detail(client).unwrap().and_then(|d| d.note);
        assert_eq!(note(&store).as_deref(), Some("x"));
        // What came with the new schema works beside what was there.
        let mark = NewSurvey {
            client,
            person: None,
            kind: SurveyKind::Nps,
            score: 9,
            on: Day(20_100),
            channel: None,
            reasons: vec![],
            note: None,
        };
        store.apply(&Action::AddSurvey(Box::new(mark)), &NOW, Face::Cli).unwrap();
        let mut marks = 0;
        store.stream(&Which::One(client), &mut |r| marks = r.surveys.len()).unwrap();
        assert_eq!(marks, 1);
        store.undo(None, &NOW, Face::Cli).unwrap();
        assert_eq!(store.undo(None, &NOW, Face::Cli).unwrap().message.id, "did-edit-client");
        assert_eq!(note(&store), None);
        assert_eq!(store.undo(None, &NOW, Face::Cli).unwrap().message.id, "did-add-client");
        assert!(store.names().unwrap().is_empty());
        for _ in 0..2 {
            store.redo(&NOW, Face::Cli).unwrap();
        }
        assert_eq!(note(&store).as_deref(), Some("x"));
        assert_eq!(store.history(Some(client), 9, None).unwrap().len(), 8);
    }

    #[test]
    fn a_file_whose_path_is_not_utf_8_is_copied_beside_itself() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join(std::ffi::OsStr::from_bytes(b"old\xff"));
        fs::create_dir(&folder).unwrap();
        let (path, _) = book(&folder);
        let store = Store::open_with(&path, OpenMode::Write, None, &with("SELECT 1")).unwrap();
        assert_eq!(version(&store.db).unwrap(), SCHEMA + 1);
        let old = Store::open(&folder.join(format!("book.db.before-v{}", SCHEMA + 1)), OpenMode::Read, None).unwrap();
        assert_eq!(old.names().unwrap().len(), 1);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_failed_migration_leaves_the_file_as_it_was() {
        for sql in [
            "DELETE FROM tag",
            "ALTER TABLE client ADD COLUMN motto TEXT; SELECT nonsense FROM nowhere",
            "UPDATE person SET client_id = 77",
        ] {
            let dir = tempfile::tempdir().unwrap();
            let (path, client) = book(dir.path());
            let before = fs::read(&path).unwrap();
            assert!(Store::open_with(&path, OpenMode::Write, None, &with(sql)).is_err(), "{sql}");
            assert_eq!(fs::read(&path).unwrap(), before, "{sql}");
            let mut found = 0;
            let store = Store::open(&path, OpenMode::Write, None).unwrap();
            store.stream(&Which::One(client), &mut |r| found = r.tags.len()).unwrap();
            assert_eq!(found, 1);
        }
    }

    #[test]
    fn a_write_protected_older_file_says_so() {
        let dir = tempfile::tempdir().unwrap();
        let (path, _) = book(dir.path());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
        let refused = Store::open_with(&path, OpenMode::Read, None, &with("SELECT 1")).unwrap_err();
        assert!(matches!(refused, StoreError::ReadOnly(_)));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
