//! Files of the user's own in the configuration directory that stand beside shipped ones: where they lie, their names, their text.
//! What is in them is for the rooms that use them: `messages`, `notes`, `occasions`, `playbooks`.

use crate::domain::message::Message;
use crate::i18n::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Bytes of such a file.
pub const LARGEST: u64 = 64 * 1024;

/// A folder of the user's own files of one kind.
#[derive(Debug, Clone, Copy)]
pub struct Folder {
    /// Its name in the configuration directory.
    pub name: &'static str,
    /// How the names of its files end, without the dot.
    pub ending: &'static str,
}

/// Whether this can be the name of a file: of one in the folder, and of nothing outside it.
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(|c: char| c.is_control() || matches!(c, '/' | '\\' | ':'))
}

impl Folder {
    /// Where its files lie, the place that wins first: the folder of the language, where the files have one, then the one for all.
    fn places(self, config_dir: &Path, lang: Option<Lang>) -> Vec<PathBuf> {
        let all = config_dir.join(self.name);
        lang.map(|lang| all.join(lang.tag())).into_iter().chain([all.clone()]).collect()
    }

    /// The names of its files, sorted.
    pub fn names(self, config_dir: &Path, lang: impl Into<Option<Lang>>) -> BTreeSet<String> {
        let mut own = BTreeSet::new();
        for place in self.places(config_dir, lang.into()) {
            for entry in fs::read_dir(place).into_iter().flatten().flatten() {
                let path = entry.path();
                // A name that is not UTF-8 cannot be typed.
                let name = path.file_stem().and_then(|name| name.to_str()).filter(|name| is_name(name));
                if path.extension().is_some_and(|ending| ending == self.ending) && !path.is_dir() {
                    own.extend(name.map(str::to_owned));
                }
            }
        }
        own
    }

    /// The file of a name and its text; `None` when there is none.
    ///
    /// # Errors
    /// A file that cannot be read, is too large, or is no text.
    pub fn text(
        self,
        config_dir: &Path,
        lang: impl Into<Option<Lang>>,
        name: &str,
    ) -> Result<Option<(PathBuf, String)>, Message> {
        if !is_name(name) {
            return Ok(None);
        }
        for place in self.places(config_dir, lang.into()) {
            let path = place.join(format!("{name}.{}", self.ending));
            if let Some(text) = read(&path)? {
                return Ok(Some((path, text)));
            }
        }
        Ok(None)
    }
}

/// The text of a file of the user's own; `None` when there is none.
///
/// # Errors
/// A file that cannot be read, is too large, or is no text.
pub fn read(path: &Path) -> Result<Option<String>, Message> {
    let refused = |id: &'static str| Message::new(id).with("file", path.display().to_string());
    let unreadable = |e: std::io::Error| refused("draft-unreadable").with("why", e.to_string());
    // Asked before it is opened: opening a pipe would wait for somebody who writes.
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        Err(e) => return Err(unreadable(e)),
    };
    if !about.is_file() {
        return Err(refused("draft-no-file"));
    }
    if about.len() > LARGEST {
        return Err(refused("draft-file-too-large").with("most", (LARGEST >> 10) as i64));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    String::from_utf8(bytes).map(Some).map_err(|_| refused("config-not-text"))
}
