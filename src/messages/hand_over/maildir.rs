//! A letter as a draft in a Maildir: written beside, made safe on the disk, then moved in by its name, so that nobody ever reads half
//! of it. The other ways out are `program`'s.

use crate::domain::message::Message;
use crate::messages::letter::Letter;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// The folders of a Maildir.
const FOLDERS: [&str; 3] = ["tmp", "new", "cur"];
/// So many letters of the same content and moment have names of their own.
const MOST_ALIKE: usize = 1000;

/// `~/` is the user's own folder; everything else is as it is written.
pub fn expand(path: &Path) -> PathBuf {
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => path.to_owned(),
    }
}

/// Puts a letter into a Maildir, seen and marked as a draft (flag D), which is made where it is missing. Answers with its file.
///
/// # Errors
/// The path is a file, a link or a folder of something else; it cannot be written.
pub fn to_maildir(folder: &Path, letter: &Letter) -> Result<PathBuf, Message> {
    prepare(folder)?;
    let failed = |e: io::Error| refused("handover-unwritten", folder).with("why", e.to_string());
    // A name that is free in both folders: the file in `tmp` holds it until the letter is in `cur`.
    for n in 0..MOST_ALIKE {
        let name = format!("{}.{}_{n}.touchbase", letter.at(), letter.id());
        let (beside, place) = (folder.join("tmp").join(&name), folder.join("cur").join(format!("{name}:2,DS")));
        let file = match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside) {
            Err(e) if e.kind() == ErrorKind::AlreadyExists => continue,
            file => file.map_err(failed)?,
        };
        if is_taken(&folder.join("cur"), &name) {
            let _ = fs::remove_file(&beside);
            continue;
        }
        let moved = fill(file, letter).and_then(|()| fs::rename(&beside, &place));
        if let Err(e) = moved {
            let _ = fs::remove_file(&beside);
            return Err(failed(e));
        }
        // The letter is there; that its name is on the disk too is asked for where that is known.
        let _ = File::open(folder.join("cur")).and_then(|cur| cur.sync_all());
        return Ok(place);
    }
    Err(failed(ErrorKind::AlreadyExists.into()))
}

fn fill(mut file: File, letter: &Letter) -> io::Result<()> {
    file.write_all(&letter.local())?;
    file.sync_all()
}

/// Whether a letter of this name is there, with whatever flags a mail program gave it since.
fn is_taken(cur: &Path, name: &str) -> bool {
    let same = |entry: fs::DirEntry| entry.file_name().to_string_lossy().split(':').next() == Some(name);
    fs::read_dir(cur).into_iter().flatten().flatten().any(same)
}

fn refused(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("path", path.display().to_string())
}

/// Makes the folders that are missing, for their owner alone. A folder that holds something else is left as it is.
fn prepare(folder: &Path) -> Result<(), Message> {
    let failed = |e: io::Error| refused("handover-unwritten", folder).with("why", e.to_string());
    let is_new = match is_folder(folder)? {
        false => {
            DirBuilder::new().mode(0o700).create(folder).map_err(failed)?;
            true
        }
        true => fs::read_dir(folder).map_err(failed)?.next().is_none(),
    };
    let missing: Vec<PathBuf> = FOLDERS
        .into_iter()
        .map(|name| folder.join(name))
        .map(|place| is_folder(&place).map(|is| (place, is)))
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .filter(|(_, is)| !is)
        .map(|(place, _)| place)
        .collect();
    if !is_new && missing.len() == FOLDERS.len() {
        return Err(refused("handover-not-maildir", folder));
    }
    for place in missing {
        match DirBuilder::new().mode(0o700).create(place) {
            Err(e) if e.kind() != ErrorKind::AlreadyExists => return Err(failed(e)),
            _ => {}
        }
    }
    Ok(())
}

/// Whether a folder is there. A file or a link in its place is refused: a letter must not land elsewhere than it says.
fn is_folder(path: &Path) -> Result<bool, Message> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_dir() => Ok(true),
        Ok(about) if about.is_symlink() => Err(refused("handover-link", path)),
        Ok(_) => Err(refused("handover-no-folder", path)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(false),
        Err(e) => Err(refused("handover-unwritten", path).with("why", e.to_string())),
    }
}
