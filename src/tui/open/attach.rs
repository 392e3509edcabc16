//! A file that becomes evidence of a case: found, read whole, and written with its size and hash. The file stays where it is; what a
//! fingerprint is, is `portfolio::evidence`'s. Its path is completed as shells do.

use super::Book;
use crate::app::msg::{After, Msg};
use crate::domain::action::{Action, NewEvidence};
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::portfolio::evidence;
use crate::tui::bring;
use std::path::PathBuf;

/// So many entries of a folder are looked at, and so many names shown.
const MOST: usize = 5000;
const SHOWN: usize = 8;

impl Book {
    /// Adds the file of a path as typed.
    pub(super) fn attach(&mut self, case: Id, typed: &str, now: &Now) -> Result<Msg, Message> {
        let (path, print) = evidence::look(&bring::expand(typed))?;
        let new = NewEvidence { complaint: case, path, size: print.size, sha256: print.sha256, note: None };
        self.apply(&Action::AddEvidence(Box::new(new)), After::Stay, now)
    }
}

/// Completes a path as far as everything that fits reads the same; a folder ends with a slash. Hidden names fit only what begins with a dot.
pub(super) fn complete(typed: &str) -> Msg {
    let (folder, part) = typed.rfind('/').map_or(("", typed), |at| typed.split_at(at + 1));
    let place = if folder.is_empty() { PathBuf::from(".") } else { bring::expand(folder) };
    let mut names: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(place).into_iter().flatten().flatten().take(MOST) {
        // A name that is not UTF-8 cannot be typed.
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
        if name.starts_with(part) && (part.starts_with('.') || !name.starts_with('.')) {
            let slash = if entry.path().is_dir() { "/" } else { "" };
            names.push(format!("{name}{slash}"));
        }
    }
    names.sort();
    let common = names.iter().cloned().reduce(|a, b| {
        let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
        same.map(|(c, _)| c).collect()
    });
    let path = common.map_or_else(|| typed.to_owned(), |common| format!("{folder}{common}"));
    if names.len() < 2 {
        names.clear();
    }
    names.truncate(SHOWN);
    Msg::Completed(path, names)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_completed_as_far_as_what_fits_reads_the_same() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["misprint 1.jpg", "misprint 2.jpg", "合同.pdf", ".hidden"] {
            std::fs::write(dir.path().join(name), "").unwrap();
        }
        std::fs::create_dir(dir.path().join("more")).unwrap();
        let folder = format!("{}/", dir.path().display());
        let after = |typed: &str| match complete(&format!("{folder}{typed}")) {
            Msg::Completed(path, names) => (path.strip_prefix(&folder).unwrap().to_owned(), names.join(" | ")),
            _ => panic!("another answer"),
        };
        let two = "misprint 1.jpg | misprint 2.jpg".to_owned();
        assert_eq!(after("mi"), ("misprint ".to_owned(), two.clone()));
        assert_eq!(after("misprint "), ("misprint ".to_owned(), two), "what fits is named");
        assert_eq!(after("misprint 2"), ("misprint 2.jpg".to_owned(), String::new()));
        assert_eq!(after("合"), ("合同.pdf".to_owned(), String::new()));
        assert_eq!(after("mo"), ("more/".to_owned(), String::new()));
        assert_eq!(after("."), (".hidden".to_owned(), String::new()));
        assert_eq!(after("x"), ("x".to_owned(), String::new()));
        assert_eq!(after("nowhere/x"), ("nowhere/x".to_owned(), String::new()));
    }
}
