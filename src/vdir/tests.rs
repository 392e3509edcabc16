//! What is written into a folder, what is left alone, and what is refused.
//! The real programs that read it are asked in `tests/publish_programs.rs`.

use super::*;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use tempfile::TempDir;

const FOLDERS: [&str; 2] = ["calendar", "contacts"];

fn publish(dir: &Path, files: &[(usize, &str, &str)]) -> Vec<Counts> {
    let mut vdir = Vdir::open(dir, &FOLDERS).unwrap();
    for (folder, name, text) in files {
        vdir.put(*folder, (*name).to_owned(), (*text).to_owned()).unwrap();
    }
    vdir.finish().unwrap()
}

fn counts(written: usize, unchanged: usize, removed: usize) -> Counts {
    Counts { written, unchanged, removed }
}

/// What cannot stay the same when a file is written again.
fn trace(path: &Path) -> (u64, i64, i64) {
    let m = fs::metadata(path).unwrap();
    (m.ino(), m.mtime(), m.mtime_nsec())
}

fn names(dir: &Path) -> Vec<String> {
    let mut all: Vec<String> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    all.sort();
    all
}

#[test]
fn s040_what_is_unchanged_is_not_touched_and_what_is_gone_is_removed() {
    let dir = TempDir::new().unwrap();
    let (a, b) = ((0, "touchbase-a.ics", "one"), (0, "touchbase-b.ics", "two"));
    assert_eq!(publish(dir.path(), &[a, b]), [counts(2, 0, 0), counts(0, 0, 0)]);
    let path = dir.path().join("calendar/touchbase-a.ics");
    let before = trace(&path);
    assert_eq!(publish(dir.path(), &[a, b])[0], counts(0, 2, 0));
    // As long, but other bytes.
    assert_eq!(publish(dir.path(), &[a, (0, "touchbase-b.ics", "TWO")])[0], counts(1, 1, 0));
    assert_eq!(publish(dir.path(), &[a])[0], counts(0, 1, 1));
    assert_eq!(trace(&path), before);
    assert_eq!(names(&dir.path().join("calendar")), ["touchbase-a.ics"]);
}

#[test]
fn s040_what_is_not_ours_stays() {
    let dir = TempDir::new().unwrap();
    publish(dir.path(), &[(0, "touchbase-a.ics", "one")]);
    let calendar = dir.path().join("calendar");
    for name in ["dentist.ics", "touchbase.ics", "touchbase-list.txt", "Touchbase-a.ics", ".hidden", "a.tmp", "displayname"] {
        fs::write(calendar.join(name), "mine").unwrap();
    }
    fs::create_dir(calendar.join("touchbase-folder.ics")).unwrap();
    fs::write(dir.path().join("touchbase-outside.ics"), "mine").unwrap();
    // A draft of a run that was cut off is ours.
    fs::write(calendar.join(".touchbase-Xyz12.tmp"), "BEGIN").unwrap();
    assert_eq!(publish(dir.path(), &[])[0], counts(0, 0, 1));
    let left = ["dentist.ics", "touchbase.ics", "touchbase-list.txt", "Touchbase-a.ics", ".hidden", "a.tmp", "displayname"];
    let mut left: Vec<String> = left.iter().map(|n| (*n).to_owned()).chain(["touchbase-folder.ics".to_owned()]).collect();
    left.sort();
    assert_eq!(names(&calendar), left);
    assert!(dir.path().join("touchbase-outside.ics").exists());
}

#[test]
fn s040_only_the_user_can_read_it() {
    let dir = TempDir::new().unwrap();
    let root = dir.path().join("new/phone");
    publish(&root, &[(0, "touchbase-a.ics", "one")]);
    let mode = |path: &str| fs::metadata(root.join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(""), mode("calendar"), mode("contacts")), (0o700, 0o700, 0o700));
    assert_eq!(mode("calendar/touchbase-a.ics"), 0o600);
}

#[test]
fn s040_nothing_is_written_through_a_link() {
    let dir = TempDir::new().unwrap();
    let (real, link) = (dir.path().join("real"), dir.path().join("link"));
    fs::create_dir(&real).unwrap();
    symlink(&real, &link).unwrap();
    let slash = PathBuf::from(format!("{}/", link.display()));
    for path in [&link, &slash, &link.join(".")] {
        assert!(matches!(Vdir::open(path, &FOLDERS), Err(VdirError::Link(p)) if p == link), "{path:?}");
    }
    let root = dir.path().join("root");
    fs::create_dir(&root).unwrap();
    symlink(&real, root.join("contacts")).unwrap();
    assert!(matches!(Vdir::open(&root, &FOLDERS), Err(VdirError::Link(_))));
    assert_eq!(names(&real), Vec::<String>::new());
    fs::remove_file(root.join("contacts")).unwrap();
    // A link in the place of a file is replaced, what it led to is as it was; one that is gone is unlinked.
    publish(&root, &[]);
    let own = dir.path().join("own.txt");
    fs::write(&own, "one").unwrap();
    for name in ["touchbase-a.ics", "touchbase-gone.ics"] {
        symlink(&own, root.join("calendar").join(name)).unwrap();
    }
    assert_eq!(publish(&root, &[(0, "touchbase-a.ics", "one")])[0], counts(1, 0, 1));
    assert!(fs::symlink_metadata(root.join("calendar/touchbase-a.ics")).unwrap().is_file());
    assert_eq!(fs::read_to_string(&own).unwrap(), "one");
}

#[test]
fn s040_a_file_is_no_folder() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "mine").unwrap();
    assert!(matches!(Vdir::open(&file, &FOLDERS), Err(VdirError::NoFolder(_))));
    assert!(matches!(Vdir::open(&file.join("below"), &FOLDERS), Err(VdirError::NoFolder(_))));
    let root = dir.path().join("root");
    fs::create_dir(&root).unwrap();
    fs::write(root.join("calendar"), "mine").unwrap();
    assert!(matches!(Vdir::open(&root, &FOLDERS), Err(VdirError::NoFolder(_))));
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
}

#[test]
fn s040_two_runs_do_not_publish_at_once() {
    let dir = TempDir::new().unwrap();
    let first = Vdir::open(dir.path(), &FOLDERS).unwrap();
    assert!(matches!(Vdir::open(dir.path(), &FOLDERS), Err(VdirError::Busy(_))));
    first.finish().unwrap();
    publish(dir.path(), &[]);
}

#[test]
fn s040_many_files_are_all_there_and_one_that_cannot_be_written_is_named() {
    let dir = TempDir::new().unwrap();
    let all: Vec<String> = (0..600).map(|n| format!("touchbase-{n:03}.ics")).collect();
    let files: Vec<(usize, &str, &str)> = all.iter().map(|name| (0, name.as_str(), name.as_str())).collect();
    assert_eq!(publish(dir.path(), &files)[0], counts(600, 0, 0));
    assert_eq!(names(&dir.path().join("calendar")), all);
    let in_the_way = dir.path().join("contacts/touchbase-b.vcf");
    fs::create_dir(&in_the_way).unwrap();
    let mut vdir = Vdir::open(dir.path(), &FOLDERS).unwrap();
    vdir.put(1, "touchbase-b.vcf".to_owned(), "card".to_owned()).unwrap();
    assert!(matches!(vdir.finish(), Err(VdirError::Io(path, _)) if path == in_the_way));
    assert_eq!(names(&dir.path().join("contacts")), ["touchbase-b.vcf"], "no draft is left");
}
