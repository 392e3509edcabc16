//! A folder of small files that syncers of calendars and address books read: what changed is written whole, what is gone is removed, what
//! is not ours is left alone. What stands in the files is `portfolio::publish`'s to say.

use crate::domain::message::Message;
use crate::paths::{create_private_dir, private_file_options};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;

/// How the names of our files begin; nothing else is ever changed or removed.
pub const OURS: &str = "touchbase-";
/// How the names of files begin that are not whole yet, and how they end: syncers pass over both.
const DRAFT: (&str, &str) = (".touchbase-", ".tmp");

/// Why a folder cannot be published to.
#[derive(Debug, thiserror::Error)]
pub enum VdirError {
    /// It, or one of its folders, is a symbolic link.
    #[error("{0} is a symbolic link")]
    Link(PathBuf),
    /// It, or one of its folders, is something else than a folder.
    #[error("{0} is no folder")]
    NoFolder(PathBuf),
    /// Somebody else is writing to it.
    #[error("{0} is being written to")]
    Busy(PathBuf),
    /// What the system says of a file or folder.
    #[error("{0}: {1}")]
    Io(PathBuf, io::Error),
}

impl VdirError {
    /// What to tell the user.
    pub fn message(&self) -> Message {
        let at = |id, path: &Path| Message::new(id).with("path", path.display().to_string());
        match self {
            VdirError::Link(path) => at("publish-link", path),
            VdirError::NoFolder(path) => at("publish-no-folder", path),
            VdirError::Busy(path) => at("publish-busy", path),
            VdirError::Io(path, error) => {
                // Without the name of the draft that the file would have been made from.
                let why = error.to_string();
                at("cli-error-write", path).with("why", why.split(" at path ").next().unwrap_or_default())
            }
        }
    }
}

/// What became of the files of one folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New or changed.
    pub written: usize,
    /// As they were.
    pub unchanged: usize,
    /// Taken away.
    pub removed: usize,
}

/// Files that are written side by side, and by how many threads: a disk that is asked to keep one file at a time takes a hundred times
/// as long as one that is asked for many at once.
const BATCH: usize = 256;
const THREADS: usize = 16;

struct Folder {
    path: PathBuf,
    kept: HashSet<String>,
    counts: Counts,
}

/// A file to be written: its folder, its path, its bytes.
type Waiting = (PathBuf, PathBuf, String);

/// A folder that is being published to. Nobody else publishes to it meanwhile.
pub struct Vdir {
    folders: Vec<Folder>,
    waiting: Vec<Waiting>,
    _lock: File,
}

impl Vdir {
    /// Opens a folder and the folders in it, made where they are missing and readable by the user alone.
    ///
    /// # Errors
    /// A path that is no folder or a link, one that cannot be written, one that is in use.
    pub fn open(dir: &Path, folders: &[&str]) -> Result<Vdir, VdirError> {
        // A slash at the end would follow the link.
        let dir: PathBuf = dir.components().collect();
        make(&dir)?;
        let lock = File::open(&dir).map_err(|e| VdirError::Io(dir.clone(), e))?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(VdirError::Busy(dir)),
            // A file system without locks can still be published to.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        let mut open = Vec::new();
        for name in folders {
            let path = dir.join(name);
            make(&path)?;
            open.push(Folder { path, kept: HashSet::new(), counts: Counts::default() });
        }
        Ok(Vdir { folders: open, waiting: Vec::new(), _lock: lock })
    }

    /// Puts a file into a folder, by its place in the list; one that says the same already is not touched.
    ///
    /// # Errors
    /// What the system says; what stood there before is still whole.
    pub fn put(&mut self, folder: usize, name: String, text: String) -> Result<(), VdirError> {
        let Some(folder) = self.folders.get_mut(folder) else { return Ok(()) };
        let path = folder.path.join(&name);
        folder.kept.insert(name);
        if says(&path, text.as_bytes()) {
            folder.counts.unchanged += 1;
            return Ok(());
        }
        folder.counts.written += 1;
        self.waiting.push((folder.path.clone(), path, text));
        if self.waiting.len() >= BATCH { self.write() } else { Ok(()) }
    }

    /// Writes what waits.
    fn write(&mut self) -> Result<(), VdirError> {
        let waiting = std::mem::take(&mut self.waiting);
        let share = |part: &[Waiting]| {
            part.iter().try_for_each(|(folder, path, text)| {
                replace(folder, path, text.as_bytes()).map_err(|e| VdirError::Io(path.clone(), e))
            })
        };
        if waiting.len() < THREADS {
            return share(&waiting);
        }
        thread::scope(|scope| {
            let parts = waiting.chunks(waiting.len().div_ceil(THREADS));
            let running: Vec<_> = parts.map(|part| scope.spawn(move || share(part))).collect();
            // One that broke down wrote no half file, but not all of them either. Every one is waited for.
            let ended: Vec<_> = running.into_iter().map(|one| one.join().unwrap_or_else(|_| Err(broken()))).collect();
            ended.into_iter().collect()
        })
    }

    /// Takes away what was published before and is no more, and says what became of each folder, in their order.
    ///
    /// # Errors
    /// What the system says.
    pub fn finish(mut self) -> Result<Vec<Counts>, VdirError> {
        self.write()?;
        for folder in &mut self.folders {
            let bad = |e| VdirError::Io(folder.path.clone(), e);
            for entry in fs::read_dir(&folder.path).map_err(bad)? {
                let entry = entry.map_err(bad)?;
                let name = entry.file_name();
                let is_folder = entry.file_type().map_err(bad)?.is_dir();
                if is_folder || folder.kept.contains(name.to_string_lossy().as_ref()) {
                    continue;
                }
                if is_ours(&name) {
                    fs::remove_file(entry.path()).map_err(|e| VdirError::Io(entry.path(), e))?;
                    folder.counts.removed += 1;
                } else if is_draft(&name) {
                    // Left behind by a run that was cut off.
                    fs::remove_file(entry.path()).map_err(|e| VdirError::Io(entry.path(), e))?;
                }
            }
            if folder.counts.written + folder.counts.removed > 0 {
                // Some file systems cannot; the files themselves are safe.
                let _ = File::open(&folder.path).and_then(|folder| folder.sync_all());
            }
        }
        Ok(self.folders.iter().map(|folder| folder.counts).collect())
    }
}

/// A folder that is there, or made; never one behind a link.
fn make(path: &Path) -> Result<(), VdirError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(VdirError::Link(path.to_owned())),
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => Err(VdirError::NoFolder(path.to_owned())),
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            create_private_dir(path).map_err(|e| VdirError::Io(path.to_owned(), e))
        }
        // A file where a folder above should be.
        Err(e) if e.kind() == io::ErrorKind::NotADirectory => Err(VdirError::NoFolder(path.to_owned())),
        Err(e) => Err(VdirError::Io(path.to_owned(), e)),
    }
}

/// Whether a file of these very bytes stands there.
fn says(path: &Path, bytes: &[u8]) -> bool {
    let same_length = fs::symlink_metadata(path).is_ok_and(|m| m.is_file() && m.len() == bytes.len() as u64);
    let read = || {
        let mut found = Vec::with_capacity(bytes.len());
        private_file_options().read(true).open(path)?.take(bytes.len() as u64 + 1).read_to_end(&mut found)?;
        io::Result::Ok(found)
    };
    same_length && read().is_ok_and(|found| found == bytes)
}

/// The file appears whole or not at all, readable by its owner only. A link of its name is replaced, never followed.
fn replace(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut draft = tempfile::Builder::new().prefix(DRAFT.0).suffix(DRAFT.1).tempfile_in(folder)?;
    draft.write_all(bytes)?;
    draft.as_file().sync_all()?;
    draft.persist(path).map_err(|e| e.error)?;
    Ok(())
}

fn broken() -> VdirError {
    VdirError::Io(PathBuf::new(), io::Error::other("a thread that writes has broken down"))
}

fn is_ours(name: &OsStr) -> bool {
    name.to_str().is_some_and(|n| n.starts_with(OURS) && (n.ends_with(".ics") || n.ends_with(".vcf")))
}

fn is_draft(name: &OsStr) -> bool {
    name.to_str().is_some_and(|n| n.starts_with(DRAFT.0) && n.ends_with(DRAFT.1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
