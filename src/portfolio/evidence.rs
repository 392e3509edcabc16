//! Files that show what happened: their size and hash, and whether a file is still the one that was added.
//! Which case it belongs to is the store's.

use crate::domain::message::Message;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A file's size in bytes and its SHA-256 in 64 hex digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// Bytes.
    pub size: i64,
    /// 64 hex digits.
    pub sha256: String,
}

/// A file that is to become evidence: its whole path, and its fingerprint.
///
/// # Errors
/// In words for the user: there is none, it is a folder or a device, its name is no text, or it cannot be read.
pub fn look(path: &Path) -> Result<(String, Fingerprint), Message> {
    let says = |id: &'static str| Message::new(id).with("path", path.display().to_string());
    let unread = |e: io::Error| match e.kind() {
        io::ErrorKind::NotFound => says("evidence-missing"),
        _ => says("evidence-unread").with("why", e.to_string()),
    };
    let about = path.metadata().map_err(unread)?;
    if about.is_dir() {
        return Err(says("evidence-folder"));
    }
    if !about.is_file() {
        return Err(says("evidence-no-file"));
    }
    let whole = std::path::absolute(path).map_err(unread)?;
    // A name that is no text could not be found again by what is stored of it.
    let whole = whole.to_str().ok_or_else(|| says("evidence-no-text"))?.to_owned();
    let print = fingerprint(path).map_err(unread)?;
    Ok((whole, print))
}

/// Reads a file's fingerprint. What it is, is asked before it is opened: opening a pipe would wait for somebody who writes.
///
/// # Errors
/// What the file system refuses; a folder is no file.
pub fn fingerprint(path: &Path) -> io::Result<Fingerprint> {
    if !path.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut size: i64 = 0;
    let mut block = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut block)?;
        if read == 0 {
            break;
        }
        size += read as i64;
        hash.update(&block[..read]);
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Fingerprint { size, sha256 })
}
