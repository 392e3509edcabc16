//! Opening the file: is it there, is it ours, is it of this version; and making a new one that only its owner can read.
//! Bringing an older file up to date is `migrate`'s work.

use super::error::StoreError;
use super::{Store, migrate};
use chrono_tz::Tz;
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior, params};
use std::cell::Cell;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `tbk1`, the mark of our files in SQLite's header.
pub(super) const APPLICATION_ID: i64 = 0x7462_6b31;
const MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER: usize = 100;
/// Tables without which a file is not whole, whatever its schema.
const FIRST: [&str; 8] = ["meta", "setting", "client", "touch", "op", "change", "current_op", "ui_state"];

/// What the file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    /// Reading; a write-protected file will do.
    Read,
    /// Reading and writing a file that is there.
    Write,
    /// As `Write`, and a missing file is made with this zone.
    Create {
        /// The zone of a new file; a file that is there keeps its own.
        zone: Tz,
    },
}

impl Store {
    /// Opens the file. `state_dir` holds this device's random id; `None` leaves the device unnamed.
    pub fn open(path: &Path, mode: OpenMode, state_dir: Option<&Path>) -> Result<Store, StoreError> {
        Store::open_with(path, mode, state_dir, migrate::MIGRATIONS)
    }

    pub(super) fn open_with(
        path: &Path,
        mode: OpenMode,
        state_dir: Option<&Path>,
        list: &[migrate::Migration],
    ) -> Result<Store, StoreError> {
        let latest = migrate::latest(list);
        let path = &*resolved(path)?;
        let exists = inspect(path, latest)?;
        let made = match (exists, mode) {
            (false, OpenMode::Create { .. }) => make_file(path)?,
            (false, _) => return Err(StoreError::NoDatabase(path.to_path_buf())),
            (true, _) => false,
        };
        let store = (|| {
            let mut db = connect(path)?;
            match mode {
                OpenMode::Create { zone } if !exists => create(&mut db, zone, list)?,
                _ => check(&db, path, latest)?,
            }
            migrate::bring_up(&mut db, path, list)?;
            Store::over(db, path.to_path_buf(), state_dir.map(Path::to_path_buf))
        })();
        store.map_err(|e| {
            // What could not be filled is not left lying about, unless somebody else is filling it.
            if made && !matches!(e, StoreError::Locked(_)) && fs::metadata(path).is_ok_and(|m| m.len() == 0) {
                let _ = fs::remove_file(path);
            }
            e.at(path)
        })
    }

    /// A new file in memory.
    pub fn open_memory(zone: Tz) -> Result<Store, StoreError> {
        let mut db = Connection::open_in_memory()?;
        settings(&db)?;
        create(&mut db, zone, migrate::MIGRATIONS)?;
        Store::over(db, PathBuf::new(), None)
    }

    fn over(db: Connection, path: PathBuf, state_dir: Option<PathBuf>) -> Result<Store, StoreError> {
        db.set_prepared_statement_cache_capacity(96);
        let zone = Cell::new(read_zone(&db)?);
        Ok(Store { db, path, zone, state_dir, device: None })
    }
}

/// The file a symbolic link leads to. People link their file into a folder that is synced or backed up, so a file that is there is
/// used where it really is, with its journal beside it. A link to nothing is refused, because whoever set it would decide where a
/// new file goes; and so is one to the file of somebody other than the one who set the link.
fn resolved(path: &Path) -> Result<PathBuf, StoreError> {
    let Some(link) = fs::symlink_metadata(path).ok().filter(|m| m.file_type().is_symlink()) else {
        return Ok(path.to_path_buf());
    };
    match fs::canonicalize(path).and_then(|target| Ok((fs::metadata(&target)?, target))) {
        Ok((file, target)) if file.uid() == link.uid() => Ok(target),
        Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => Err(StoreError::io(path, &e)),
        _ => Err(StoreError::Symlink(path.to_path_buf())),
    }
}

/// Looks at the file's first bytes before SQLite does, so that a foreign or newer file is not touched at all.
/// Returns whether there is a file with something in it. Closing a file drops the locks this process holds on it, so a store is
/// opened before another one of the same file writes, never while: the screen keeps one store as long as it runs, and what it imports
/// goes through that one; the sample opens a file of its own after the first store is gone.
fn inspect(path: &Path, latest: i64) -> Result<bool, StoreError> {
    let mut header = Vec::with_capacity(HEADER);
    match fs::File::open(path) {
        Ok(file) => {
            if file.metadata().is_ok_and(|m| m.is_dir()) {
                return Err(StoreError::Directory(path.to_path_buf()));
            }
            file.take(HEADER as u64).read_to_end(&mut header).map_err(|e| StoreError::io(path, &e))?;
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(e) => return Err(StoreError::io(path, &e)),
    }
    if header.is_empty() {
        return Ok(false);
    }
    if !header.starts_with(MAGIC) {
        return Err(StoreError::NotOurs(path.to_path_buf()));
    }
    let number = |at: usize| header.get(at..at + 4).map(|b| b.iter().fold(0_i32, |n, b| n << 8 | i32::from(*b)));
    let (Some(version), Some(application)) = (number(60), number(68)) else {
        return Err(StoreError::Damaged(path.to_path_buf(), "truncated".to_owned()));
    };
    // After a crash the header may be half of an unfinished write: then SQLite first puts the journal back.
    if !has_journal(path) {
        judge(path, i64::from(application), i64::from(version), latest)?;
    }
    Ok(true)
}

fn has_journal(path: &Path) -> bool {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    fs::metadata(journal).is_ok_and(|m| m.len() > 0)
}

fn judge(path: &Path, application: i64, version: i64, latest: i64) -> Result<(), StoreError> {
    if application != APPLICATION_ID {
        Err(StoreError::NotOurs(path.to_path_buf()))
    } else if version > latest {
        Err(StoreError::Newer(path.to_path_buf(), version))
    } else if version < 1 {
        Err(StoreError::Damaged(path.to_path_buf(), format!("schema {version}")))
    } else {
        Ok(())
    }
}

fn check(db: &Connection, path: &Path, latest: i64) -> Result<(), StoreError> {
    let application = db.query_row("PRAGMA application_id", [], |r| r.get(0))?;
    judge(path, application, migrate::version(db)?, latest)?;
    let is_there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    let mut statement = db.prepare(is_there)?;
    // Every schema there was has these.
    for table in FIRST {
        if !statement.exists([table])? {
            return Err(StoreError::Damaged(path.to_path_buf(), format!("no table {table}")));
        }
    }
    Ok(())
}

/// Makes the empty file, 0600 in folders of 0700, never through a symbolic link. Returns whether there was none.
fn make_file(path: &Path) -> Result<bool, StoreError> {
    let unusable = |e: std::io::Error| match StoreError::io(path, &e) {
        StoreError::NoDatabase(path) => StoreError::Unusable(path, e.to_string()),
        other => other,
    };
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty() && !f.exists()) {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(unusable)?;
    }
    match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).custom_flags(libc::O_NOFOLLOW).open(path) {
        Ok(_) => Ok(true),
        // An empty file, or another program was quicker: SQLite's lock decides who fills it.
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
            fs::set_permissions(path, fs::Permissions::from_mode(0o600)).map_err(unusable).map(|()| false)
        }
        Err(e) => Err(unusable(e)),
    }
}

/// Opens the connection with everything that must be set before the first statement.
pub(super) fn connect(path: &Path) -> Result<Connection, StoreError> {
    let protected = fs::metadata(path).is_ok_and(|m| m.permissions().mode() & 0o222 == 0);
    let access = if protected { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    let db = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    settings(&db)?;
    Ok(db)
}

fn settings(db: &Connection) -> Result<(), StoreError> {
    db.busy_timeout(Duration::from_secs(2))?;
    db.execute_batch(
        "PRAGMA cipher_log_level = NONE;
         PRAGMA trusted_schema = OFF;
         PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA synchronous = EXTRA;",
    )?;
    // A file that somebody turned to WAL is turned back; a write-protected one keeps what it has.
    let mode: String = db.query_row("PRAGMA journal_mode", [], |r| r.get(0))?;
    if mode == "wal" && !db.is_readonly("main")? {
        db.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    }
    Ok(())
}

/// Fills a new file in one transaction: a crash leaves an empty file, which counts as none.
pub(super) fn create(db: &mut Connection, zone: Tz, list: &[migrate::Migration]) -> Result<(), StoreError> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if migrate::version(&tx)? > 0 {
        return Ok(()); // another program made it meanwhile
    }
    for step in list {
        tx.execute_batch(step.sql)?;
    }
    tx.execute("INSERT INTO setting(id, key, value) VALUES (1, 'zone', ?1)", [zone.name()])?;
    super::journal::make_triggers(&tx)?;
    tx.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {}", migrate::latest(list)))?;
    tx.commit()?;
    Ok(())
}

/// The zone of the file.
pub(super) fn read_zone(db: &Connection) -> Result<Tz, StoreError> {
    let name: Option<String> =
        db.prepare_cached("SELECT value FROM setting WHERE key = ?1")?.query_row(params!["zone"], |r| r.get(0)).optional()?;
    name.and_then(|n| n.parse().ok()).ok_or_else(|| StoreError::bad_value("setting", "zone"))
}

/// This device's random id, made when there is none. An unusable state folder must not stop anybody's work.
pub(super) fn device(state_dir: Option<&Path>) -> String {
    let found = state_dir.and_then(|folder| {
        let path = folder.join("device");
        let read = || fs::read_to_string(&path).ok().map(|t| t.trim().to_owned()).filter(|t| is_hex(t));
        if let Some(known) = read() {
            return Some(known);
        }
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).ok()?;
        let id = format!("{:016x}", rand::random::<u64>());
        // Linked into place, so that of two programs starting together one wins and neither reads half an id.
        let mut draft = tempfile::Builder::new().permissions(fs::Permissions::from_mode(0o600)).tempfile_in(folder).ok()?;
        writeln!(draft, "{id}").ok()?;
        match draft.persist_noclobber(&path) {
            Ok(_) => Some(id),
            Err(_) => read(),
        }
    });
    found.unwrap_or_else(|| "none".to_owned())
}

fn is_hex(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit())
}
