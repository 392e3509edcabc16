//! Knowledge notes: Markdown files of the user's own, read, found by what is typed, and made plain for a message (S51, S140).
//! How often one was used is the store's; what is inserted where in a draft is `messages`'.

mod find;
mod plain;
mod read;

pub use find::{Named, Used};
pub use plain::plain;
pub use read::{Skipped, read};

use crate::domain::day::Moment;
use crate::domain::message::Message;
use crate::i18n::Lang;
use crate::own;
use crate::paths::{create_private_dir, private_file_options};
use crate::text::{NameKeys, TextKeys};
use directories::BaseDirs;
use std::cell::OnceCell;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The folder in the configuration directory, unless the configuration names another.
pub const FOLDER: &str = "notes";
/// How the names of notes end.
const ENDING: &str = "md";

/// A note, read.
#[derive(Debug)]
pub struct Note {
    /// Its path below the folder, without the ending: `billing/late-payment`.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// Its first heading, else the name of its file. One line.
    pub title: String,
    /// The words it is filed under.
    pub tags: Vec<String>,
    /// The language it says it is in.
    pub lang: Option<Lang>,
    /// The text as it stands in the file, without its first lines and its title.
    pub body: String,
    keys: Keys,
}

/// What a note is found by.
#[derive(Debug)]
struct Keys {
    title: NameKeys,
    tags: Vec<NameKeys>,
    /// Made when it is first asked for: most searches end with the title.
    body: OnceCell<TextKeys>,
}

impl Note {
    /// The text as it goes into a message.
    pub fn plain(&self) -> String {
        plain(&self.body)
    }
}

/// The notes of a folder.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The folder.
    pub folder: PathBuf,
    /// Its notes, by title: in Chinese by sound.
    pub notes: Vec<Note>,
    /// Files that are no notes although they are named so, with the reason.
    pub skipped: Vec<Skipped>,
}

impl Shelf {
    /// What is said of the files that were left out; `None` where there are none.
    pub fn left_out(&self) -> Option<Message> {
        let first = self.skipped.first()?;
        let message = Message::new("notes-skipped").with("count", self.skipped.len()).with("why", first.why.clone());
        Some(message)
    }

    /// What is said where there is no note yet: how to make the first one.
    pub fn empty(&self) -> Message {
        Message::new("notes-none").with("folder", self.folder.display().to_string())
    }
}

/// How often a note was used, and when last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Uses {
    /// Messages it went out with.
    pub count: u32,
    /// The newest of them.
    pub last: Option<Moment>,
}

/// How often each note was used, from what the store says: name, times, newest.
pub fn used(rows: impl IntoIterator<Item = (String, usize, Moment)>) -> Used {
    let uses = |(name, times, last)| (name, Uses { count: u32::try_from(times).unwrap_or(u32::MAX), last: Some(last) });
    rows.into_iter().map(uses).collect()
}

/// The folder of the notes: as configured (`~/` is the home directory; anything else that is not absolute lies beside the
/// configuration), else the one in the configuration directory.
pub fn folder(configured: Option<&str>, config_dir: &Path) -> PathBuf {
    let Some(text) = configured else { return config_dir.join(FOLDER) };
    let home = || BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    let below = text.strip_prefix("~/").or((text == "~").then_some(""));
    match below.and_then(|rest| Some(home()?.join(rest))) {
        Some(path) => path,
        None => config_dir.join(text),
    }
}

/// The file that a note of this name would have: of the folder or one below it, and never outside.
pub fn place(folder: &Path, name: &str) -> Option<PathBuf> {
    let name = name.strip_suffix(".md").unwrap_or(name);
    let parts: Vec<&str> = name.split('/').collect();
    let fits = parts.len() <= 2 && parts.iter().all(|part| own::is_name(part) && part.trim() == *part);
    fits.then(|| folder.join(format!("{name}.{ENDING}")))
}

/// Makes the file of a new note, readable by the user alone, with a heading; its folders too.
///
/// # Errors
/// What the system says; a file that is there already is left as it is.
pub fn create(path: &Path) -> io::Result<()> {
    if let Some(dir) = path.parent() {
        create_private_dir(dir)?;
    }
    let title = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut file = private_file_options().write(true).create_new(true).open(path)?;
    file.write_all(heading(&title).as_bytes())
}

/// What a new note says.
fn heading(title: &str) -> String {
    format!("# {title}\n\n")
}

/// Takes a new note away again when nothing was written into it; `true` when it did.
pub fn take_back(path: &Path) -> io::Result<bool> {
    let title = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    match std::fs::read_to_string(path) {
        Ok(text) if text == heading(&title) => std::fs::remove_file(path).map(|()| true),
        Ok(_) => Ok(false),
        // An editor may have written it in another encoding; that is the user's text.
        Err(error) if error.kind() == ErrorKind::InvalidData => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests;
