//! Files on their way in: the folders behind the path line, the look at a file, and the import with its progress on the screen.
//! What the file means is decided in `interchange`, what is written in `portfolio::import`.

use crate::app::files::{FileEntry, KINDS};
use crate::app::mapping::Looked;
use crate::domain::day::{Moment, Now};
use crate::domain::message::Message;
use crate::interchange::{self, ImportOptions, Report};
use crate::portfolio::import;
use crate::store::Store;
use directories::{BaseDirs, UserDirs};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Bytes of a file that is read: more is no list of clients.
const LARGEST: u64 = 256 * 1024 * 1024;
/// So many entries of a folder are read.
const MOST: usize = 5000;
/// Where files lie on a system that does not say it.
const PLACES: [&str; 6] = ["Downloads", "Desktop", "Documents", "下载", "桌面", "文档"];
/// So many files of the usual places are offered.
const NEWEST: usize = 30;

/// A path as a shell would read it: `~` is the home directory; quotes, backslashes and the address form that terminals and desktops give
/// a dropped file are undone where they do not name a file as they stand.
pub fn expand(path: &str) -> PathBuf {
    let bare = path.trim();
    if Path::new(bare).exists() {
        return PathBuf::from(bare);
    }
    let quoted = |quote: char| bare.strip_prefix(quote).and_then(|p| p.strip_suffix(quote));
    let plain = match quoted('\'').or_else(|| quoted('"')) {
        Some(inner) => inner.to_owned(),
        None => match bare.strip_prefix("file://") {
            Some(address) => from_address(address),
            None => bare.to_owned(),
        },
    };
    let found = with_home(&plain);
    if found.exists() || !plain.contains('\\') {
        return found;
    }
    // A blank in the name of a dropped file comes with a backslash.
    let mut out = String::new();
    let mut chars = plain.chars();
    while let Some(c) = chars.next() {
        out.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    with_home(&out)
}

/// The path of an address: `%20` is a blank.
fn from_address(address: &str) -> String {
    let bytes = address.as_bytes();
    let (mut out, mut n) = (Vec::with_capacity(bytes.len()), 0);
    while n < bytes.len() {
        let code = address.get(n + 1..n + 3).filter(|_| bytes[n] == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(code.unwrap_or(bytes[n]));
        n += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn with_home(path: &str) -> PathBuf {
    let home = || BaseDirs::new().map(|d| d.home_dir().to_path_buf());
    match path.strip_prefix('~') {
        Some("") => home().unwrap_or_else(|| PathBuf::from(path)),
        Some(rest) if rest.starts_with('/') => {
            home().map_or_else(|| PathBuf::from(path), |h| h.join(rest.trim_start_matches('/')))
        }
        _ => PathBuf::from(path),
    }
}

/// The bytes of a file and its name.
///
/// # Errors
/// What the system says of it.
pub fn read(path: &str) -> Result<(Vec<u8>, String), Message> {
    let path = expand(path);
    let shown = || path.display().to_string();
    let refused = |e: io::Error| Message::new("import-cannot-read").with("path", shown()).with("why", e.to_string());
    // Asked before it is opened: opening a pipe would wait for somebody who writes. A folder says itself what it is.
    let about = std::fs::metadata(&path).map_err(refused)?;
    if !about.is_file() && !about.is_dir() {
        return Err(Message::new("import-no-plain-file").with("path", shown()));
    }
    let mut bytes = Vec::new();
    File::open(&path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(refused)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Message::new("import-too-large").with("path", shown()).with("most", (LARGEST >> 20) as i64));
    }
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((bytes, name))
}

/// Looks at a file as it would be read: what it is, and what would be refused.
///
/// # Errors
/// A file that the system does not hand out.
pub fn look(path: &str, options: &ImportOptions, now: &Now) -> Result<Looked, Message> {
    let (bytes, _) = read(path)?;
    let (preview, unread) = match interchange::preview(&bytes, options, now) {
        Ok(preview) => (Some(preview), None),
        Err(error) => (None, Some(error.message())),
    };
    let (problem, refused) = match interchange::read(&bytes, options, now) {
        Ok(parsed) => {
            let first = parsed.rejected.first();
            let first = first
                .map(|r| Message::new("import-rejected").with("line", r.line.to_string()).with("reason", r.reason.clone()));
            (None, (parsed.rejected.len(), first))
        }
        Err(error) => (Some(error.message()), (0, None)),
    };
    Ok(Looked { preview, problem: unread.or(problem), refused })
}

/// Imports a file. `progress` is told how far it is and answers whether to go on; stopped, it leaves nothing behind.
///
/// # Errors
/// A file that cannot be read, or what the store refuses.
pub fn import(
    store: &mut Store,
    path: &str,
    options: ImportOptions,
    now: &Now,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Report, Message> {
    let (bytes, name) = read(path)?;
    if !progress(0, 0) {
        return Err(Message::new("import-stopped"));
    }
    import::run(store, &bytes, &name, &options, now, progress).map(|done| done.report).map_err(|e| e.message())
}

/// What a folder offers: files that can be imported, newest first, then its folders. Without a folder the newest files of the places
/// where downloads and saved sheets lie.
pub fn list(folder: &str, now: &Now) -> Vec<FileEntry> {
    let (mut files, folders) = if folder.is_empty() {
        let (mut files, folders) = entries(Path::new("."), "", now);
        for (place, shown) in usual_places() {
            files.extend(entries(&place, &shown, now).0);
        }
        (files, folders)
    } else {
        entries(&expand(folder), folder, now)
    };
    files.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.path.cmp(&other.path)));
    if folder.is_empty() {
        files.truncate(NEWEST);
    }
    files.into_iter().map(|(_, entry)| entry).chain(folders).collect()
}

/// Folders where an address book lands, each as it would be typed; the current one is not among them.
fn usual_places() -> Vec<(PathBuf, String)> {
    let Some(dirs) = UserDirs::new() else { return Vec::new() };
    let home = dirs.home_dir();
    let known = [dirs.download_dir(), dirs.desktop_dir(), dirs.document_dir(), Some(home)];
    let mut places: Vec<PathBuf> = known.into_iter().flatten().map(Path::to_path_buf).collect();
    places.extend(PLACES.iter().map(|name| home.join(name)));
    places.sort();
    places.dedup();
    let current = std::env::current_dir().ok();
    places.retain(|place| Some(place) != current.as_ref());
    let shown = |place: &PathBuf| match place.strip_prefix(home) {
        Ok(rest) if rest.as_os_str().is_empty() => "~/".to_owned(),
        Ok(rest) => format!("~/{}/", rest.display()),
        Err(_) => format!("{}/", place.display()),
    };
    places.into_iter().map(|place| (shown(&place), place)).map(|(shown, place)| (place, shown)).collect()
}

/// The files of one folder with the seconds of their last change, and its folders; each with the path that would be typed for it.
fn entries(folder: &Path, shown: &str, now: &Now) -> (Vec<(i64, FileEntry)>, Vec<FileEntry>) {
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten().take(MOST) {
        // A name that is not UTF-8 cannot be typed.
        let Some(name) = entry.file_name().to_str().map(str::to_owned).filter(|n| !n.starts_with('.')) else { continue };
        let Ok(about) = std::fs::metadata(entry.path()) else { continue };
        if about.is_dir() {
            folders.push(FileEntry { path: format!("{shown}{name}/"), bytes: 0, changed: None });
        } else if is_importable(&name) {
            let since = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let seconds = since.and_then(|d| i64::try_from(d.as_secs()).ok());
            let changed = seconds.map(|s| Moment(s).day(now.zone));
            files.push((seconds.unwrap_or(0), FileEntry { path: format!("{shown}{name}"), bytes: about.len(), changed }));
        }
    }
    folders.sort_by(|a, b| a.path.cmp(&b.path));
    (files, folders)
}

fn is_importable(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| KINDS.iter().any(|kind| end.eq_ignore_ascii_case(kind)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_path_is_found_in_every_form_that_terminals_give_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("my list 客户.csv");
        std::fs::write(&path, "name\n").unwrap();
        let plain = path.display().to_string();
        let forms = [
            plain.clone(),
            format!("'{plain}'"),
            format!("\"{plain}\" "),
            plain.replace(' ', "\\ "),
            format!("file://{}", plain.replace(' ', "%20").replace('客', "%E5%AE%A2")),
        ];
        for form in forms {
            assert_eq!(expand(&form), path, "{form}");
        }
        assert_eq!(expand("/nowhere/x.csv"), PathBuf::from("/nowhere/x.csv"));
        assert_eq!(expand("file:///a%zz"), PathBuf::from("/a%zz"));
    }

    #[test]
    fn only_a_plain_file_of_a_fair_size_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        assert!(std::process::Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
        for special in [path("pipe"), "/dev/zero".to_owned()] {
            assert_eq!(read(&special).unwrap_err().id, "import-no-plain-file", "{special}");
        }
        assert_eq!(read(&path("nowhere")).unwrap_err().id, "import-cannot-read");
        assert_eq!(read(&format!("{}/", folder.path().display())).unwrap_err().id, "import-cannot-read");
        File::create(path("vast.csv")).unwrap().set_len(LARGEST + 1).unwrap();
        assert_eq!(read(&path("vast.csv")).unwrap_err().id, "import-too-large");
        std::fs::write(path("list.csv"), "name\n").unwrap();
        assert_eq!(read(&path("list.csv")).unwrap(), (b"name\n".to_vec(), "list.csv".to_owned()));
    }

    #[test]
    fn a_folder_lists_what_can_be_imported_newest_first() {
        let folder = tempfile::tempdir().unwrap();
        for (name, age) in [("old.csv", 300u64), ("new.VCF", 1), ("middle.xlsx", 100), ("photo.jpg", 0), (".hidden.csv", 0)] {
            let file = std::fs::File::create(folder.path().join(name)).unwrap();
            file.set_modified(UNIX_EPOCH + std::time::Duration::from_secs(1_000_000 - age)).unwrap();
        }
        std::fs::create_dir(folder.path().join("more")).unwrap();
        let now = Now { instant: crate::domain::day::Moment(2_000_000), zone: chrono_tz::UTC };
        let shown: Vec<String> = list(&format!("{}/", folder.path().display()), &now)
            .iter()
            .map(|e| format!("{}{}", e.name(), if e.is_folder() { "/" } else { "" }))
            .collect();
        assert_eq!(shown, ["new.VCF", "middle.xlsx", "old.csv", "more/"]);
    }
}
