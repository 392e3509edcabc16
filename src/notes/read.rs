//! Reads the notes of a folder and of those one level below it: which files are notes, and what their first lines say.
//! A file that is no text, or too large, is left out and counted; it is never an error of the rest.

use super::{ENDING, Keys, Note, Shelf};
use crate::domain::message::Message;
use crate::i18n::Lang;
use crate::own;
use crate::text::{NameKeys, one_line, sort_key};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Notes that are read; whoever has more keeps them apart in folders of their own.
const MOST: usize = 20_000;
/// Bytes of all notes together.
const ALL: usize = 64 << 20;
/// Tags of a note, and the lines of its head.
const TAGS: usize = 40;

/// A file that was left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Skipped {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub why: Message,
}

/// The notes of a folder. A folder that is not there has none.
///
/// # Errors
/// A folder that is there and cannot be read.
pub fn read(folder: &Path) -> Result<Shelf, Message> {
    let mut files = Vec::new();
    let mut seen = BTreeSet::new();
    if let Err(error) = list(folder, "", true, &mut seen, &mut files) {
        let missing = matches!(error.kind(), std::io::ErrorKind::NotFound);
        if !missing {
            let why = error.to_string();
            return Err(Message::new("draft-unreadable").with("file", folder.display().to_string()).with("why", why));
        }
    }
    files.sort();
    let mut shelf = Shelf { folder: folder.to_owned(), ..Shelf::default() };
    let mut bytes = 0;
    for (name, path) in files {
        let too_much = shelf.notes.len() >= MOST || bytes >= ALL;
        let text = if too_much { Err(Message::new("notes-too-many").with("most", MOST)) } else { own::read(&path) };
        match text {
            // It is a text, but none that anybody wrote.
            Ok(Some(text)) if text.contains('\0') => {
                let why = Message::new("config-not-text").with("file", path.display().to_string());
                shelf.skipped.push(Skipped { path, why });
            }
            Ok(Some(text)) => {
                bytes += text.len();
                shelf.notes.push(note(name, path, &text));
            }
            // It went away just now.
            Ok(None) => {}
            Err(why) => shelf.skipped.push(Skipped { path, why }),
        }
    }
    shelf.notes.sort_by_cached_key(|note| (sort_key(&note.title, Lang::Zh), note.name.clone()));
    Ok(shelf)
}

/// Adds the notes of a folder, and with `deeper` those of the folders in it. A folder that a link leads to twice is read once.
fn list(
    folder: &Path,
    above: &str,
    deeper: bool,
    seen: &mut BTreeSet<PathBuf>,
    files: &mut Vec<(String, PathBuf)>,
) -> std::io::Result<()> {
    if !seen.insert(fs::canonicalize(folder)?) {
        return Ok(());
    }
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        // A name that is not UTF-8 cannot be typed, and a hidden one is somebody else's.
        let Some(file) = path.file_name().and_then(|name| name.to_str()).filter(|name| own::is_name(name)) else { continue };
        let is_note = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING));
        if path.is_dir() {
            let below = format!("{file}/");
            folders.extend(deeper.then_some((below, path)));
        } else if is_note && let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) {
            files.push((format!("{above}{stem}"), path));
        }
    }
    folders.sort();
    for (name, path) in folders {
        // One that cannot be looked into has nothing to offer.
        let _ = list(&path, &name, false, seen, files);
    }
    Ok(())
}

/// A note of a text.
fn note(name: String, path: PathBuf, text: &str) -> Note {
    let text = text.trim_start_matches('\u{feff}');
    let head = Head::of(text);
    let body = text.get(head.bytes..).unwrap_or_default();
    let file = name.rsplit('/').next().unwrap_or(&name).to_owned();
    let (title, body) = match title(body) {
        Some((title, rest)) => (title, rest),
        None => (file, body.to_owned()),
    };
    let title = one_line(&title).trim().to_owned();
    let keys = Keys {
        title: NameKeys::new(&title),
        tags: head.tags.iter().map(|tag| NameKeys::new(tag)).collect(),
        body: OnceCell::new(),
    };
    Note { name, path, title, tags: head.tags, lang: head.lang, body, keys }
}

/// What the first lines say, and how long they are.
#[derive(Default)]
struct Head {
    tags: Vec<String>,
    lang: Option<Lang>,
    bytes: usize,
}

impl Head {
    /// Lines `tags: a, b` and `lang: en` at the very beginning; or the same between two rules, as other programs write them, where
    /// what else stands there is passed over.
    fn of(text: &str) -> Head {
        let mut head = Head::default();
        let mut lines = text.split_inclusive('\n').peekable();
        let ruled = lines.peek().is_some_and(|line| line.trim_end() == "---");
        let mut at = 0;
        if ruled {
            at += lines.next().map_or(0, str::len);
        }
        let mut in_tags = false;
        for (n, line) in lines.enumerate() {
            let words = line.trim();
            let of_key = words.split_once(':').map(|(key, value)| (key.trim().to_ascii_lowercase(), value));
            match of_key {
                _ if ruled && matches!(words, "---" | "...") => {
                    head.bytes = at + line.len();
                    return head;
                }
                Some((key, value)) if key == "tags" => {
                    head.add(value);
                    in_tags = true;
                }
                Some((key, value)) if key == "lang" => {
                    head.lang = Lang::parse(value.trim().trim_matches(['"', '\'']));
                    in_tags = false;
                }
                _ if ruled => match words.strip_prefix("- ").filter(|_| in_tags) {
                    Some(tag) => head.add(tag),
                    None => in_tags = false,
                },
                _ => {
                    head.bytes = at;
                    return head;
                }
            }
            at += line.len();
            // A rule that nothing closes was a line across the page.
            if n > TAGS {
                break;
            }
        }
        if ruled { Head::default() } else { Head { bytes: at, ..head } }
    }

    fn add(&mut self, value: &str) {
        let value = value.trim().trim_start_matches('[').trim_end_matches(']');
        let tags = value.split([',', '，', '、']).map(|tag| tag.trim().trim_matches(['"', '\'']).trim_start_matches('#'));
        let tags = tags.map(|tag| one_line(tag).trim().to_owned()).filter(|tag| !tag.is_empty());
        self.tags.extend(tags.take(TAGS.saturating_sub(self.tags.len())));
    }
}

/// The first heading, and the text without it.
fn title(body: &str) -> Option<(String, String)> {
    let mut fenced = false;
    let mut before: Option<(usize, &str)> = None;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let words = line.trim();
        let (start, end) = (at, at + line.len());
        at = end;
        if super::plain::is_fence(words) {
            fenced = !fenced;
            continue;
        }
        let found = match (super::plain::heading(words), before) {
            _ if fenced => None,
            (Some(title), _) if !title.is_empty() => Some((start, title)),
            // A line that is underlined.
            (_, Some((begun, title))) if is_underline(words) => Some((begun, title)),
            _ => None,
        };
        if let Some((start, title)) = found {
            // The title names the note, for the user; one further down also heads what stands below it.
            let first = body.get(..start).is_none_or(|above| above.trim().is_empty());
            let rest = body.get(end..).filter(|_| first).unwrap_or(body);
            return Some((super::plain::inline(title), rest.to_owned()));
        }
        before = (!words.is_empty() && !fenced).then_some((start, words));
    }
    None
}

fn is_underline(words: &str) -> bool {
    words.len() >= 3 && words.bytes().all(|b| b == b'=')
}
