//! The path line of an import: what is typed, and below it the files it may become, newest first. Reading folders is the shell's work;
//! what is in the file is shown by `mapping`.

use super::dialog::Dialog;
use super::field::Field;
use super::key::Key;
use super::model::Model;
use super::msg::Effect;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::text;

/// Endings of the files that are offered; any other can be typed.
pub const KINDS: [&str; 5] = ["csv", "tsv", "vcf", "vcard", "xlsx"];

/// A file or folder that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// The path as it would be typed; a folder ends with a slash.
    pub path: String,
    /// Its bytes; nothing for a folder.
    pub bytes: u64,
    /// The day it was changed.
    pub changed: Option<Day>,
}

impl FileEntry {
    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        self.path.ends_with('/')
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        split(self.path.trim_end_matches('/')).1
    }
}

/// The line and its list.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// The path as typed.
    pub field: Field,
    /// What fits it, by its place among the entries.
    pub shown: Vec<usize>,
    /// The chosen entry, by its place among those shown; none while only typing counts.
    pub selected: Option<usize>,
    /// Why the file was not taken.
    pub error: Option<Message>,
    entries: Vec<FileEntry>,
    folder: Option<String>,
}

/// A size as people read it.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// The folder of a path as typed, and what stands behind it.
fn split(path: &str) -> (&str, &str) {
    path.rfind('/').map_or(("", path), |at| path.split_at(at + 1))
}

impl Files {
    /// What fits, in the order shown.
    pub fn fitting(&self) -> impl Iterator<Item = &FileEntry> {
        self.shown.iter().filter_map(|n| self.entries.get(*n))
    }

    fn chosen(&self) -> Option<&FileEntry> {
        self.selected.and_then(|n| self.shown.get(n)).and_then(|n| self.entries.get(*n))
    }

    /// Takes the entries of a folder; an answer for another folder than the one typed now is late and is dropped.
    pub fn fill(&mut self, folder: String, entries: Vec<FileEntry>) {
        if split(self.field.text()).0 == folder {
            (self.folder, self.entries) = (Some(folder), entries);
            self.search();
        }
    }

    fn search(&mut self) {
        self.selected = None;
        let part = text::fold(split(self.field.text()).1);
        let names: Vec<String> = self.entries.iter().map(|e| text::fold(e.name())).collect();
        let fit = |begins: bool| {
            let part = &part;
            let fits = move |name: &String| if begins { name.starts_with(part) } else { name.contains(part.as_str()) };
            (0..names.len()).filter(|n| fits(&names[*n])).collect::<Vec<usize>>()
        };
        let beginning = fit(true);
        self.shown = if beginning.is_empty() { fit(false) } else { beginning };
    }

    /// After a change of the text: searches again; another folder is asked for.
    fn changed(&mut self) -> Vec<Effect> {
        self.error = None;
        self.search();
        let folder = split(self.field.text()).0;
        if self.folder.as_deref() == Some(folder) { Vec::new() } else { vec![Effect::ListFiles(folder.to_owned())] }
    }

    fn put(&mut self, path: &str) -> Vec<Effect> {
        self.field = Field::new(path);
        self.changed()
    }

    /// Moves the choice; up from the first one goes back to the line.
    pub fn step(&mut self, n: isize) {
        let last = self.shown.len().checked_sub(1);
        self.selected = match (self.selected, last) {
            (None, Some(_)) if n > 0 => Some(0),
            (Some(0), _) if n < 0 => None,
            (Some(at), Some(last)) => Some(at.saturating_add_signed(n).min(last)),
            _ => None,
        };
    }

    /// Tab: as far as everything that fits reads the same; from there on the next of them.
    fn complete(&mut self) -> Vec<Effect> {
        if let Some(path) = self.chosen().map(|e| e.path.clone()) {
            return self.put(&path);
        }
        let typed = split(self.field.text()).1.chars().count();
        let common = self.fitting().map(|e| e.path.clone()).reduce(|a, b| {
            let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
            a.chars().take(same).collect()
        });
        match common {
            Some(path) if split(&path).1.chars().count() > typed || self.shown.len() == 1 => self.put(&path),
            Some(path) if split(self.field.text()).0 != split(&path).0 && path.ends_with('/') => self.put(&path),
            _ => {
                self.step(1);
                Vec::new()
            }
        }
    }
}

/// Opens the line; the newest files of the usual places stand below it.
pub fn open(model: &mut Model) -> Vec<Effect> {
    model.dialogs.push(Dialog::Files(Box::default()));
    vec![Effect::ListFiles(String::new())]
}

/// Opens the line with a path that was dropped on the window.
pub fn dropped(model: &mut Model, path: &str) -> Vec<Effect> {
    open(model);
    paste(model, path)
}

fn files(model: &mut Model) -> Option<&mut Files> {
    match model.dialogs.last_mut() {
        Some(Dialog::Files(files)) => Some(files),
        _ => None,
    }
}

/// A letter of the path.
pub fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    match files(model) {
        Some(files) => {
            if files.field.key(key) {
                return files.changed();
            }
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// A pasted path.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    files(model).map_or_else(Vec::new, |files| {
        files.field.paste(text);
        files.changed()
    })
}

/// Tab.
pub fn complete(model: &mut Model) -> Vec<Effect> {
    files(model).map_or_else(Vec::new, Files::complete)
}

/// Enter: a folder is opened, a file is looked at. An empty line means the newest file.
pub fn enter(model: &mut Model) -> Vec<Effect> {
    let Some(files) = files(model) else { return Vec::new() };
    let typed = files.field.trimmed().to_owned();
    let newest = || files.fitting().next().filter(|e| typed.is_empty() && !e.is_folder());
    let path = files.chosen().or_else(newest).map(|e| e.path.clone());
    match path {
        Some(path) if path.ends_with('/') => files.put(&path),
        Some(path) => super::mapping::look(path),
        None if typed.is_empty() && files.shown.is_empty() => {
            files.error = Some(Message::new("line-empty"));
            Vec::new()
        }
        // A folder is listed already: the next Enter takes what is chosen in it.
        None if typed.is_empty() || typed.ends_with('/') => {
            files.step(1);
            Vec::new()
        }
        None => super::mapping::look(typed),
    }
}
