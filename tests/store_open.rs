//! Opening the file: new, missing, foreign, newer, damaged, read-only, locked; and bringing an older one up to date.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono_tz::Asia::Shanghai;
use chrono_tz::Europe::Berlin;
use rusqlite::Connection;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use touchbase::domain::action::{Action, Face};
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::store::{OpenMode, Store, StoreError};

const CREATE: OpenMode = OpenMode::Create { zone: Shanghai };

fn now() -> Now {
    Now { instant: Moment(1_795_395_840), zone: Shanghai }
}

fn leave() -> Action {
    Action::AddLeave { first: Day(20_800), last: Day(20_810), why: None }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn made(path: &Path) {
    drop(Store::open(path, CREATE, None).unwrap());
}

fn exit(path: &Path, mode: OpenMode) -> i32 {
    Store::open(path, mode, None).unwrap_err().exit()
}

#[test]
fn a_new_file_is_the_owners_alone_and_keeps_its_zone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a/b/book.db");
    let store = Store::open(&path, CREATE, None).unwrap();
    assert_eq!(store.zone(), Shanghai);
    drop(store);
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(mode(&dir.path().join("a")), 0o700);
    let again = Store::open(&path, OpenMode::Create { zone: Berlin }, None).unwrap();
    assert_eq!(again.zone(), Shanghai);
}

#[test]
fn a_missing_or_empty_file_is_no_database_and_nothing_is_made() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("deep/book.db");
    assert_eq!(exit(&path, OpenMode::Read), 10);
    assert_eq!(exit(&path, OpenMode::Write), 10);
    assert!(!dir.path().join("deep").exists());
    let empty = dir.path().join("empty.db");
    fs::write(&empty, b"").unwrap();
    assert_eq!(exit(&empty, OpenMode::Write), 10);
    assert_eq!(fs::metadata(&empty).unwrap().len(), 0);
    made(&empty);
    assert_eq!(mode(&empty), 0o600);
}

#[test]
fn a_symbolic_link_is_followed_to_a_file_and_never_makes_one() {
    let dir = tempfile::tempdir().unwrap();
    let (link, target) = (dir.path().join("link.db"), dir.path().join("synced/target.db"));
    symlink(&target, &link).unwrap();
    for mode in [OpenMode::Read, OpenMode::Write, CREATE] {
        assert_eq!(exit(&link, mode), 15);
    }
    assert!(!target.exists());
    made(&target);
    let mut store = Store::open(&link, OpenMode::Write, None).unwrap();
    store.apply(&leave(), &now(), Face::Cli).unwrap();
    assert_eq!(store.path().file_name(), target.file_name());
    assert_eq!(Store::open(&target, OpenMode::Read, None).unwrap().book().unwrap().leave.len(), 1);
    assert!(fs::symlink_metadata(&link).unwrap().file_type().is_symlink());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
}

#[test]
fn a_file_of_ours_without_its_schema_is_damaged() {
    let dir = tempfile::tempdir().unwrap();
    for (name, sql) in [
        ("zero.db", "PRAGMA user_version = 0"),
        ("negative.db", "PRAGMA user_version = -5"),
        ("gone.db", "DROP TABLE ui_state"),
        ("bare.db", ""),
    ] {
        let path = dir.path().join(name);
        match name {
            "bare.db" => Connection::open(&path)
                .unwrap()
                .execute_batch("PRAGMA application_id = 1952607025; PRAGMA user_version = 1; CREATE TABLE t(x)")
                .unwrap(),
            _ => {
                made(&path);
                Connection::open(&path).unwrap().execute_batch(sql).unwrap();
            }
        }
        let before = fs::read(&path).unwrap();
        for mode in [OpenMode::Read, OpenMode::Write, CREATE] {
            let error = Store::open(&path, mode, None).unwrap_err();
            assert!(
                matches!(&error, StoreError::Damaged(p, detail) if *p == path && !detail.contains("CREATE")),
                "{name} {error}"
            );
            assert_eq!(error.exit(), 14, "{name}");
        }
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let text = dir.path().join("notes.txt");
    fs::write(&text, "buy milk\n".repeat(50)).unwrap();
    assert_eq!(exit(&text, CREATE), 12);
    let other = dir.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t(x)").unwrap();
    let before = fs::read(&other).unwrap();
    assert_eq!(exit(&other, CREATE), 12);
    assert_eq!(fs::read(&other).unwrap(), before);
    let folder = Store::open(dir.path(), OpenMode::Read, None).unwrap_err();
    assert_eq!((folder.exit(), folder.message().id), (12, "store-directory"));
}

#[test]
fn a_newer_file_is_refused_and_not_a_byte_of_it_changes() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    made(&path);
    Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let before = fs::read(&path).unwrap();
    for mode in [OpenMode::Read, OpenMode::Write, CREATE] {
        assert_eq!(exit(&path, mode), 13);
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_damaged_file_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    made(&path);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..50]).unwrap();
    assert_eq!(exit(&path, OpenMode::Read), 14);
    let mut broken = whole.clone();
    broken[100..8000].fill(0xa5);
    fs::write(&path, &broken).unwrap();
    assert_eq!(exit(&path, OpenMode::Read), 14);
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let cut = Store::open(&path, OpenMode::Read, None).and_then(|s| s.history(None, 10, None).map(|_| s)).unwrap_err();
    assert_eq!(cut.exit(), 14, "{cut}");
}

#[test]
fn a_write_protected_file_can_be_read_and_not_written() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    made(&path);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    let before = fs::read(&path).unwrap();
    let store = Store::open(&path, OpenMode::Read, None).unwrap();
    assert_eq!(store.book().unwrap().zone, Shanghai);
    let mut store = Store::open(&path, OpenMode::Write, None).unwrap();
    let refused = store.apply(&leave(), &now(), Face::Cli).unwrap_err();
    assert!(matches!(&refused, StoreError::ReadOnly(p) if *p == path), "{refused}");
    assert_eq!(refused.exit(), 15);
    assert!(store.ui_set("tab", "1").is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_locked_file_says_so_and_names_itself() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    made(&path);
    let mut store = Store::open(&path, OpenMode::Write, None).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = store.apply(&leave(), &now(), Face::Cli).unwrap_err();
    assert_eq!((refused.exit(), refused.message().args.len()), (11, 1));
    other.execute_batch("ROLLBACK").unwrap();
    store.apply(&leave(), &now(), Face::Cli).unwrap();
}

#[test]
fn another_programs_write_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    made(&path);
    let screen = Store::open(&path, OpenMode::Write, None).unwrap();
    let before = screen.data_version().unwrap();
    assert_eq!(screen.data_version().unwrap(), before);
    let mut cli = Store::open(&path, OpenMode::Write, None).unwrap();
    cli.apply(&Action::SetZone { zone: "Europe/Berlin".into() }, &now(), Face::Cli).unwrap();
    assert_eq!(cli.zone(), Berlin);
    assert_ne!(screen.data_version().unwrap(), before);
    assert_eq!(screen.book().unwrap().zone, Berlin);
    assert_eq!(screen.zone(), Berlin);
    cli.undo(None, &now(), Face::Tui).unwrap();
    assert_eq!(cli.zone(), Shanghai);
}

#[test]
fn the_device_keeps_its_id_and_reading_makes_none() {
    let dir = tempfile::tempdir().unwrap();
    let (path, state) = (dir.path().join("book.db"), dir.path().join("state"));
    let mut store = Store::open(&path, CREATE, Some(&state)).unwrap();
    assert!(!state.exists());
    store.apply(&leave(), &now(), Face::Cli).unwrap();
    assert_eq!(mode(&state.join("device")), 0o600);
    assert_eq!(mode(&state), 0o700);
    let id = fs::read_to_string(state.join("device")).unwrap();
    let mut store = Store::open(&path, OpenMode::Write, Some(&state)).unwrap();
    store.apply(&leave(), &now(), Face::Cli).unwrap();
    // A state folder that cannot be one must not stop the work.
    let mut store = Store::open(&path, OpenMode::Write, Some(&path)).unwrap();
    store.apply(&leave(), &now(), Face::Cli).unwrap();
    let db = Connection::open(&path).unwrap();
    let mut devices = db.prepare("SELECT device FROM op ORDER BY id").unwrap();
    let devices: Vec<String> = devices.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(devices, [id.trim(), id.trim(), "none"]);
}

#[test]
fn nothing_can_be_written_to_a_fact_outside_an_action() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    made(&path);
    let db = Connection::open(&path).unwrap();
    let written = db.execute("INSERT INTO leave(id, first, last, created) VALUES (1, 1, 2, 3)", []);
    assert!(written.is_err());
}
