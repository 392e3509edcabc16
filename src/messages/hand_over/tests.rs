//! The ways out on a real disk and with real programs: what arrives, and one clear line where nothing does.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::message::Arg;
use crate::messages::letter::tests::{draft, me};
use crate::portfolio::fixture::now;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};

const WHEN: &str = "2026-11-23 09:04";

fn letter() -> Draft {
    draft("Ms Bei", Some("bei@n.example"), "How it goes", "Dear Ms Bei,\n\nall is well.")
}

fn ways() -> Messages {
    Messages { from: Some(me()), ..Messages::default() }
}

fn hand(draft: &Draft, way: Way, ways: &Messages) -> Result<(), Message> {
    draft.hand_over(way, ways, &now(WHEN), &mut Leash::plain(&mut || true))
}

fn by(command: &str) -> Result<(), Message> {
    hand(&letter(), Way::Command, &Messages { command: Some(command.into()), ..ways() })
}

fn arg(message: &Message, name: &str) -> String {
    match message.args.iter().find(|(n, _)| *n == name).map(|(_, arg)| arg) {
        Some(Arg::Text(text)) => text.clone(),
        other => format!("{other:?}"),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn s016_a_letter_lies_in_a_maildir_as_a_draft_that_only_its_owner_reads() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("drafts");
    let ways = Messages { maildir: Some(folder.clone()), ..ways() };
    for _ in 0..2 {
        hand(&letter(), Way::Maildir, &ways).unwrap();
    }
    assert_eq!(names(&folder), ["cur", "new", "tmp"]);
    assert!(names(&folder.join("tmp")).is_empty() && names(&folder.join("new")).is_empty());
    let there = names(&folder.join("cur"));
    assert!(there.len() == 2 && there.iter().all(|name| name.ends_with(":2,DS")), "{there:?}");
    for name in &there {
        let file = folder.join("cur").join(name);
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        let expected = letter().letter(Some(&me()), &now(WHEN)).unwrap().local();
        assert_eq!(fs::read(&file).unwrap(), expected);
    }
    assert_eq!(fs::metadata(folder.join("cur")).unwrap().mode() & 0o777, 0o700);
    // A letter whose flags a mail program has changed keeps its name.
    let read = there[0].replace(":2,DS", ":2,S");
    fs::rename(folder.join("cur").join(&there[0]), folder.join("cur").join(read)).unwrap();
    hand(&letter(), Way::Maildir, &ways).unwrap();
    assert_eq!(names(&folder.join("cur")).len(), 3);
}

#[test]
fn a_maildir_is_a_folder_of_its_own_or_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let refused = |folder: PathBuf, id: &str| {
        let why = hand(&letter(), Way::Maildir, &Messages { maildir: Some(folder.clone()), ..ways() }).unwrap_err();
        assert_eq!(why.id, id, "{}", folder.display());
    };
    fs::write(at("file"), "x").unwrap();
    refused(at("file"), "handover-no-folder");
    fs::create_dir(at("elsewhere")).unwrap();
    symlink(at("elsewhere"), at("link")).unwrap();
    refused(at("link"), "handover-link");
    fs::create_dir(at("mail")).unwrap();
    symlink(at("elsewhere"), at("mail/cur")).unwrap();
    refused(at("mail"), "handover-link");
    fs::create_dir_all(at("documents/letters")).unwrap();
    refused(at("documents"), "handover-not-maildir");
    refused(at("nowhere/drafts"), "handover-unwritten");
    assert!(names(&at("elsewhere")).is_empty() && names(&at("documents")) == ["letters"]);
    fs::create_dir(at("empty")).unwrap();
    hand(&letter(), Way::Maildir, &Messages { maildir: Some(at("empty")), ..ways() }).unwrap();
}

#[test]
fn s016_a_command_gets_the_mail_on_its_standard_input() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("it's here");
    by(&format!("cat > \"{}\"", file.display())).unwrap();
    assert_eq!(fs::read(&file).unwrap(), letter().letter(Some(&me()), &now(WHEN)).unwrap().local());
}

#[test]
fn s016_a_command_that_fails_says_so_in_one_line() {
    let why = by("sh -c 'echo; echo \"no account\\33[2J\"; echo more; exit 78' >&2").unwrap_err();
    assert_eq!(
        (why.id, arg(&why, "program").as_str(), arg(&why, "why").as_str()),
        ("handover-failed", "sh", "no account<1B>[2J")
    );
    assert!(why.args.contains(&("how", Message::new("handover-code").with("code", 78).into())), "{why:?}");
    assert_eq!(by("exit 1").unwrap_err().id, "handover-failed");
    assert_eq!(by("kill -9 $$").unwrap_err().args[1].1, Message::new("handover-ended").into());
    let why = by("no-such-mailer-x -t").unwrap_err();
    assert_eq!((why.id, arg(&why, "program").as_str()), ("handover-missing", "no-such-mailer-x"));
    assert_eq!(by("'unclosed").unwrap_err().id, "handover-failed");
}

#[test]
fn a_command_that_reads_nothing_or_says_much_holds_nobody_up() {
    let long = draft("Ms Bei", Some("bei@n.example"), "long", &"您好。".repeat(20_000));
    for command in ["exit 0", "exec <&-; exit 0", "yes | head -c 1000000 >&2", "sleep 1 & exit 0"] {
        assert_eq!(hand(&long, Way::Command, &Messages { command: Some(command.into()), ..ways() }), Ok(()), "{command}");
    }
    let failed = hand(&long, Way::Command, &Messages { command: Some("echo no >&2; exit 2".into()), ..ways() }).unwrap_err();
    assert_eq!((failed.id, arg(&failed, "why").as_str()), ("handover-failed", "no"));
}

#[test]
fn a_command_that_never_ends_is_ended_when_the_user_wants_it() {
    let mut asked = 0;
    let mut go_on = || {
        asked += 1;
        asked < 3
    };
    let ways = Messages { command: Some("exec sleep 1000".into()), ..ways() };
    let why = letter().hand_over(Way::Command, &ways, &now(WHEN), &mut Leash::plain(&mut go_on)).unwrap_err();
    assert_eq!((why.id, asked), ("handover-stopped", 3));
}

#[test]
fn a_link_is_opened_with_what_is_configured() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("link");
    let opener = format!("f() {{ printf '%s' \"$1\" > '{}'; }}; f", file.display());
    hand(&letter(), Way::Mailto, &Messages { open: Some(opener), ..Messages::default() }).unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), letter().mailto().unwrap());
    let missing = Messages { open: Some("no-such-opener-x".into()), ..ways() };
    assert_eq!(hand(&letter(), Way::Mailto, &missing).unwrap_err().id, "handover-missing");
    let long = draft("Bei", Some("bei@n.example"), "s", &"您".repeat(60_000));
    assert_eq!(hand(&long, Way::Mailto, &ways()).unwrap_err().id, "handover-long-link");
}

#[test]
fn a_way_that_is_not_configured_names_its_key() {
    for (way, key) in [(Way::Command, "command"), (Way::Maildir, "maildir")] {
        assert_eq!(hand(&letter(), way, &ways()).unwrap_err().args[0], ("key", key.into()));
    }
    let dir = tempfile::tempdir().unwrap();
    let ways = Messages { maildir: Some(dir.path().join("drafts")), command: Some("cat".into()), ..Messages::default() };
    for way in [Way::Command, Way::Maildir] {
        assert_eq!(hand(&letter(), way, &ways).unwrap_err().args[0], ("key", "from".into()));
    }
    assert!(names(dir.path()).is_empty());
    assert_eq!(expand(Path::new("/a/~/b")), Path::new("/a/~/b"));
}
