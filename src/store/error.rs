//! What can go wrong in the store, as a message for the user and an exit code.
//! Rules that refuse an action are `domain::validate`'s; here they are only carried.

use crate::domain::message::Message;
use crate::domain::validate::Refusal;
use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file, or an empty one.
    #[error("no database at {}", .0.display())]
    NoDatabase(PathBuf),
    /// Another program holds the file.
    #[error("{} is locked", .0.display())]
    Locked(PathBuf),
    /// Not SQLite, not touchbase, or encrypted.
    #[error("{} is not a touchbase file", .0.display())]
    NotOurs(PathBuf),
    /// A folder.
    #[error("{} is a folder", .0.display())]
    Directory(PathBuf),
    /// Written by a newer version: path and its schema.
    #[error("{path} has schema {1}", path = .0.display())]
    Newer(PathBuf, i64),
    /// Damaged: path and what SQLite says.
    #[error("{path} is damaged: {1}", path = .0.display())]
    Damaged(PathBuf, String),
    /// The file cannot be written.
    #[error("{} is read-only", .0.display())]
    ReadOnly(PathBuf),
    /// The file was moved, replaced or deleted while it was open.
    #[error("{} is no longer the file that was opened", .0.display())]
    Moved(PathBuf),
    /// No space is left.
    #[error("no space for {}", .0.display())]
    Full(PathBuf),
    /// The file or its folder cannot be opened or written: path and the system's words.
    #[error("cannot use {path}: {1}", path = .0.display())]
    Unusable(PathBuf, String),
    /// A symbolic link that leads nowhere or to another user's file.
    #[error("{} is a symbolic link", .0.display())]
    Symlink(PathBuf),
    /// The rules refuse the action.
    #[error("refused: {}", .0.message.id)]
    Refused(Refusal),
    /// Nothing left to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing left to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// There is no such step in the journal.
    #[error("no step {0}")]
    NoSuchOp(i64),
    /// The step cannot be taken back, and why.
    #[error("cannot take back: {}", .0.id)]
    CannotUndo(Message),
    /// The step cannot be done again, and why.
    #[error("cannot do again: {}", .0.id)]
    CannotRedo(Message),
    /// The user's SQL is wrong, in SQLite's words.
    #[error("sql: {0}")]
    Query(String),
    /// The user's SQL would do more than read.
    #[error("sql may only read")]
    QueryWrites,
    /// Anything else SQLite says.
    #[error("store: {0}")]
    Failed(String),
}

impl StoreError {
    /// What to tell the user.
    pub fn message(&self) -> Message {
        let at = |id, path: &Path| Message::new(id).with("path", path.display().to_string());
        match self {
            StoreError::NoDatabase(path) => at("store-no-database", path),
            StoreError::Locked(path) => at("store-locked", path),
            StoreError::NotOurs(path) => at("store-not-ours", path),
            StoreError::Directory(path) => at("store-directory", path),
            StoreError::Newer(path, version) => at("store-newer", path).with("version", *version),
            StoreError::Damaged(path, detail) => at("store-damaged", path).with("detail", detail.as_str()),
            StoreError::ReadOnly(path) => at("store-read-only", path),
            StoreError::Moved(path) => at("store-moved", path),
            StoreError::Full(path) => at("store-full", path),
            StoreError::Unusable(path, detail) => at("store-unusable", path).with("detail", detail.as_str()),
            StoreError::Symlink(path) => at("store-symlink", path),
            StoreError::Refused(refusal) => refusal.message.clone(),
            StoreError::NothingToUndo => Message::new("store-nothing-to-undo"),
            StoreError::NothingToRedo => Message::new("store-nothing-to-redo"),
            StoreError::NoSuchOp(op) => Message::new("store-no-such-op").with("op", op.to_string()),
            StoreError::CannotUndo(why) => Message::new("store-cannot-undo").with("why", why.clone()),
            StoreError::CannotRedo(why) => Message::new("store-cannot-redo").with("why", why.clone()),
            StoreError::Query(detail) => Message::new("store-query").with("detail", detail.as_str()),
            StoreError::QueryWrites => Message::new("store-query-writes"),
            StoreError::Failed(detail) => Message::new("store-failed").with("detail", detail.as_str()),
        }
    }

    /// The exit code of the command line.
    pub fn exit(&self) -> i32 {
        match self {
            StoreError::NoDatabase(_) => 10,
            StoreError::Locked(_) => 11,
            StoreError::NotOurs(_) | StoreError::Directory(_) => 12,
            StoreError::Newer(..) => 13,
            StoreError::Damaged(..) => 14,
            StoreError::ReadOnly(_)
            | StoreError::Moved(_)
            | StoreError::Full(_)
            | StoreError::Unusable(..)
            | StoreError::Symlink(_) => 15,
            StoreError::Refused(refusal) => refusal.kind.exit(),
            StoreError::NothingToUndo | StoreError::NothingToRedo | StoreError::Failed(_) => 1,
            StoreError::NoSuchOp(_) => 3,
            StoreError::CannotUndo(_) | StoreError::CannotRedo(_) | StoreError::QueryWrites => 4,
            StoreError::Query(_) => 2,
        }
    }

    /// The same error naming the file it happened in.
    pub(crate) fn at(self, file: &Path) -> StoreError {
        let file = || file.to_path_buf();
        match self {
            StoreError::Locked(path) if path.as_os_str().is_empty() => StoreError::Locked(file()),
            StoreError::Damaged(path, detail) if path.as_os_str().is_empty() => StoreError::Damaged(file(), detail),
            StoreError::ReadOnly(path) if path.as_os_str().is_empty() => StoreError::ReadOnly(file()),
            StoreError::Moved(path) if path.as_os_str().is_empty() => StoreError::Moved(file()),
            StoreError::Full(path) if path.as_os_str().is_empty() => StoreError::Full(file()),
            StoreError::Unusable(path, detail) if path.as_os_str().is_empty() => StoreError::Unusable(file(), detail),
            other => other,
        }
    }

    /// A value in the file that no version of the program writes.
    pub(super) fn bad_value(table: &str, column: &str) -> StoreError {
        StoreError::Damaged(PathBuf::new(), format!("{table}.{column}"))
    }

    /// An error of the file system at `path`.
    pub(super) fn io(path: &Path, error: &std::io::Error) -> StoreError {
        match error.kind() {
            std::io::ErrorKind::NotFound => StoreError::NoDatabase(path.to_path_buf()),
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded | std::io::ErrorKind::FileTooLarge => {
                StoreError::Full(path.to_path_buf())
            }
            std::io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(path.to_path_buf()),
            _ => StoreError::Unusable(path.to_path_buf(), error.to_string()),
        }
    }
}

impl From<Refusal> for StoreError {
    fn from(refusal: Refusal) -> StoreError {
        StoreError::Refused(refusal)
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        use rusqlite::ffi::{SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE, SQLITE_READONLY_DBMOVED};
        let path = PathBuf::new();
        // Only SQLite's own words: the statement it was about says nothing to the user.
        let detail = match &error {
            rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
            rusqlite::Error::SqliteFailure(_, Some(said)) => said.clone(),
            other => other.to_string(),
        };
        match error.sqlite_error().map(|e| e.extended_code) {
            // SQLite calls it read-only, but no permission would help.
            Some(SQLITE_READONLY_DBMOVED) => return StoreError::Moved(path),
            // A quota or a limit on the size of files looks like this.
            Some(SQLITE_IOERR_WRITE | SQLITE_IOERR_TRUNCATE | SQLITE_IOERR_FSYNC) => return StoreError::Full(path),
            _ => {}
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked(path),
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly(path),
            Some(ErrorCode::DiskFull) => StoreError::Full(path),
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::Unusable(path, detail)
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Damaged(path, detail),
            Some(ErrorCode::AuthorizationForStatementDenied) => StoreError::QueryWrites,
            _ => StoreError::Failed(detail),
        }
    }
}
