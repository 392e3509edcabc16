//! Files that show what happened: their size and hash, and whether a file is still the one that was added.
//! Which case it belongs to is the store's.

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

/// Reads a file's fingerprint.
///
/// # Errors
/// What the file system refuses; a folder is no file.
pub fn fingerprint(path: &Path) -> io::Result<Fingerprint> {
    let mut file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
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
