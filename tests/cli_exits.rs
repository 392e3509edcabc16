//! How the command line refuses: one line on standard error, the right exit code, nothing written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::{Cli, Ran, binary};
use rusqlite::Connection;
use std::process::Stdio;

fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &[]);
    cli
}

/// One line, and no control character in it.
fn one_line(err: &str) {
    assert_eq!(err.trim_end().lines().count(), 1, "{err}");
    assert!(!err.trim_end().chars().any(char::is_control), "{err:?}");
}

#[test]
fn usage_is_2_and_says_where_to_look() {
    let mut cli = book();
    for args in [
        &["log", "Northstar", "call", "--foo"][..],
        &["log", "Northstar"],
        &["frobnicate"],
        &["client"],
        &["client", "frobnicate"],
        &["log", "Northstar", "call", "--at"],
        &["log", "Northstar", "call", "--at", "now", "--at", "now"],
        &["log", "Northstar", "call", "surplus"],
    ] {
        let err = cli.fails(2, args);
        one_line(&err);
        assert!(err.contains("--help"), "{err}");
    }
    assert_eq!(
        cli.fails(2, &["log", "X", "call", "--foo"]).trim(),
        "touchbase: unknown option --foo; see touchbase log --help"
    );
    let err = cli.speak("zh-CN").fails(2, &["log", "X", "call", "--foo"]);
    assert!(err.contains("没有 --foo 这个选项"), "{err}");
}

#[test]
fn bad_dates_numbers_and_words_are_2() {
    let cli = book();
    for args in [
        &["log", "Northstar", "call", "--at", "someday"][..],
        &["log", "Northstar", "pigeon"],
        &["log", "Northstar", "call", "--outcome", "maybe"],
        &["log", "Northstar", "call", "--minutes", "many"],
        &["snooze", "Northstar", "2026-13-45"],
        &["today", "--limit", "few"],
        &["today", "--as-of", "whenever"],
        &["client", "add", "X", "--since", "whenever"],
        &["client", "add", "X", "--potential", "9"],
        &["client", "add", "X", "--budget", "lots"],
        &["client", "pin", "Northstar", "D", "-m", "x"],
        &["undo", "--steps", "0"],
        &["undo", "--op", "1", "--steps", "1"],
        &["export", "--format", "xlsx"],
        &["--lang", "xx", "today"],
        &["--color", "sometimes", "today"],
    ] {
        one_line(&cli.fails(2, args));
    }
    assert!(cli.fails(2, &["log", "Northstar", "call", "--at", "someday"]).contains("someday"));
}

#[test]
fn writing_commands_refuse_as_of_and_name_at() {
    let cli = book();
    for args in [
        &["log", "Northstar", "call"][..],
        &["snooze", "Northstar", "+3d"],
        &["client", "add", "X"],
        &["task", "done", "x"],
        &["undo"],
        &["import", "x.csv"],
    ] {
        let err = cli.fails(2, &[args, &["--as-of", "2026-01-01"]].concat());
        assert!(err.contains("--at"), "{err}");
    }
    for args in [
        &["today"][..],
        &["client", "list"],
        &["explain", "Northstar"],
        &["tiers"],
        &["tiers", "--sort"],
        &["brief", "Northstar"],
        &["policy", "show", "--bill"],
        &["history"],
        &["sql", "select 1"],
        &["export"],
    ] {
        cli.ok(&[args, &["--as-of", "2026-11-30"]].concat());
    }
}

#[test]
fn an_unknown_or_ambiguous_client_is_3_and_shows_names() {
    let cli = book();
    cli.client("Northwind Traders", &[]);
    let err = cli.fails(3, &["log", "north", "call"]);
    assert_eq!(err.lines().count(), 3, "the line and the two matches: {err}");
    assert!(err.contains("Northstar Media") && err.contains("Northwind Traders") && err.contains('#'), "{err}");
    let err = cli.fails(3, &["log", "Northstra", "call"]);
    one_line(&err);
    assert!(err.contains("Northstra"), "{err}");
    one_line(&cli.fails(3, &["client", "show", "#12345"]));
    one_line(&cli.fails(3, &["task", "done", "nothing"]));
    one_line(&cli.fails(3, &["undo", "--op", "999999"]));
    let id = cli.json(&["client", "show", "Northstar"])["id"].as_str().unwrap().to_owned();
    cli.ok(&["log", &format!("#{id}"), "call"]);
}

#[test]
fn what_the_rules_refuse_is_4() {
    let cli = book();
    one_line(&cli.fails(4, &["skip", "Northstar"]));
    one_line(&cli.fails(4, &["skip", "Northstar", "-m", " "]));
    one_line(&cli.fails(4, &["client", "stop", "Northstar"]));
    one_line(&cli.fails(4, &["client", "pin", "Northstar", "A"]));
    let err = cli.fails(4, &["log", "Northstar", "call", "--outcome", "callback"]);
    assert!(err.contains("--again"), "{err}");
    one_line(&cli.fails(4, &["skip", "Northstar", "-m", "x", "--channel", "visit"]));
    assert_eq!(cli.json(&["client", "show", "Northstar"])["touches"].as_array().unwrap().len(), 0);
}

#[test]
fn nothing_to_undo_or_redo_is_1() {
    let cli = book();
    cli.ok(&["undo"]);
    one_line(&cli.fails(1, &["undo"]));
    cli.ok(&["redo"]);
    one_line(&cli.fails(1, &["redo"]));
}

#[test]
fn a_missing_file_is_10_and_is_not_made() {
    let cli = Cli::new();
    for args in [
        &["today"][..],
        &[],
        &["log", "X", "call"],
        &["client", "list"],
        &["undo"],
        &["history"],
        &["sql", "select 1"],
        &["zone"],
        &["zone", "Europe/Berlin"],
        &["policy", "show"],
        &["policy", "use", "solo"],
        &["export"],
        &["spread", "--apply"],
    ] {
        one_line(&cli.fails(10, args));
        assert!(!cli.db().exists(), "{args:?}");
    }
    cli.fails(2, &["client", "add", "X", "--since", "whenever"]);
    cli.fails(1, &["import", "not-there.csv"]);
    assert!(!cli.db().exists(), "a wrong line leaves no new file behind");
    cli.client("X", &[]);
    assert!(cli.db().exists());
    assert_eq!(cli.ok(&["zone"]).trim(), "Asia/Shanghai");
}

#[test]
fn a_file_held_by_another_program_is_11() {
    let cli = book();
    let other = Connection::open(cli.db()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    one_line(&cli.fails(11, &["log", "Northstar", "call"]));
    other.execute_batch("ROLLBACK").unwrap();
    cli.ok(&["log", "Northstar", "call"]);
}

#[test]
fn a_foreign_file_is_12_a_newer_one_13_a_damaged_one_14_and_stays_as_it_is() {
    let cli = book();
    cli.file("book.db", "this is a letter to my grandmother, not a book of clients");
    let before = std::fs::read(cli.db()).unwrap();
    one_line(&cli.fails(12, &["today"]));
    one_line(&cli.fails(12, &["client", "add", "X"]));
    assert_eq!(std::fs::read(cli.db()).unwrap(), before);

    let cli = book();
    Connection::open(cli.db()).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = std::fs::read(cli.db()).unwrap();
    one_line(&cli.fails(13, &["today"]));
    one_line(&cli.fails(13, &["log", "Northstar", "call"]));
    assert_eq!(std::fs::read(cli.db()).unwrap(), before);

    let cli = book();
    let mut bytes = std::fs::read(cli.db()).unwrap();
    bytes[100..].iter_mut().for_each(|b| *b = 0xa5);
    std::fs::write(cli.db(), bytes).unwrap();
    one_line(&cli.fails(14, &["today"]));
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_15_for_writing_and_can_still_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let cli = book();
    std::fs::set_permissions(cli.db(), std::fs::Permissions::from_mode(0o444)).unwrap();
    cli.ok(&["today"]);
    one_line(&cli.fails(15, &["log", "Northstar", "call"]));
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_15_and_the_book_stays_whole() {
    let cli = book();
    let mut rows = String::from("name,note\n");
    for n in 0..3000 {
        rows.push_str(&format!("Client number {n},{}\n", "a long remark about this client ".repeat(10)));
    }
    cli.file("many.csv", rows);
    let size = std::fs::metadata(cli.db()).unwrap().len();
    // The limit counts 512-byte blocks: a little more than what is there.
    let script = format!("ulimit -f {}; exec \"$0\" import many.csv", size / 512 + 64);
    let ran = Ran::of(cli.command("sh").args(["-c", &script]).arg(binary()).output().unwrap());
    assert_eq!(ran.code, 15, "{}\n{}", ran.out, ran.err);
    one_line(&ran.err);
    assert_eq!(cli.json(&["client", "list"]).as_array().unwrap().len(), 1, "nothing of the import has landed");
    cli.ok(&["log", "Northstar", "call"]);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_reported_and_a_closed_pipe_is_not() {
    let cli = book();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = cli.touchbase(&["today"]).stdout(full).output().unwrap();
    assert_eq!(ran.status.code(), Some(15));
    one_line(std::str::from_utf8(&ran.stderr).unwrap());

    // What is in the book is in the book: a script that tried again would log it twice.
    for args in [&["log", "Northstar", "call"][..], &["undo"], &["redo"], &["log", "Northstar", "call", "--json"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = cli.touchbase(args).stdout(full).output().unwrap();
        let err = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(0), "{args:?} {err}");
        one_line(&err);
        assert!(err.contains("written, but"), "{err}");
    }
    let touches = cli.ok(&["sql", "SELECT count(*) FROM touch"]);
    assert!(touches.contains('2'), "{touches}");

    let mut child = cli.touchbase(&["--help"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ran = child.wait_with_output().unwrap();
    assert_eq!(ran.status.code(), Some(0));
    assert!(ran.stderr.is_empty());
}

#[test]
fn a_broken_configuration_names_file_line_and_key() {
    let cli = book();
    cli.file("config/touchbase/config.toml", "currency = \"EUR\"\nholydays = \"CN\"\n");
    let err = cli.fails(2, &["today"]);
    one_line(&err);
    assert!(err.contains("config.toml") && err.contains("holydays") && err.contains('2'), "{err}");
    cli.ok(&["--help"]);
}

#[test]
fn a_stored_policy_that_cannot_be_read_names_line_and_key() {
    let cli = book();
    cli.ok(&["policy", "use", "solo"]);
    let text = touchbase::domain::policy::SOLO.replace("capacity = 6", "capacity = \"six\"");
    let line = text.lines().position(|l| l.contains("\"six\"")).unwrap() + 1;
    let db = Connection::open(cli.db()).unwrap();
    db.execute_batch("UPDATE current_op SET op = (SELECT max(id) FROM op)").unwrap();
    db.execute("UPDATE policy_version SET text = ?1", [&text]).unwrap();
    let err = cli.fails(2, &["today"]);
    assert!(err.contains(&line.to_string()) && err.contains("capacity"), "{err}");
}

#[test]
fn bad_imports_say_what_to_do() {
    let cli = book();
    one_line(&cli.fails(1, &["import", "not-there.csv"]));
    cli.file("empty.csv", "");
    one_line(&cli.fails(1, &["import", "empty.csv"]));
    cli.file("letters.csv", "shoe,hat\n42,58\n");
    one_line(&cli.fails(1, &["import", "letters.csv"]));
    cli.file("bytes.csv", b"name\n\xff\xfe\x00\n");
    assert_ne!(cli.run(&["import", "bytes.csv"]).code, 0);
    cli.file("good.csv", "name\nNova\n");
    one_line(&cli.fails(2, &["import", "good.csv", "--map", "name"]));
    one_line(&cli.fails(2, &["import", "good.csv", "--map", "name=Nowhere"]));
    one_line(&cli.fails(2, &["import", "good.csv", "--as", "dreams"]));
    let said = cli.fails(2, &["import", "good.csv", "--encoding", "klingon"]);
    one_line(&said);
    assert!(said.contains("gb18030") && said.contains("cp1252"), "the names are listed: {said}");
    cli.file("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    one_line(&cli.fails(1, &["import", "old.xls"]));
    cli.file("broken.xlsx", b"PK\x03\x04");
    one_line(&cli.fails(1, &["import", "broken.xlsx"]));
    assert_eq!(cli.json(&["client", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn no_room_to_write_names_the_file_and_leaves_nothing_half_made() {
    let cli = Cli::new();
    let limited = |cli: &Cli, args: &str, blocks: u64| {
        let line = format!("ulimit -f {blocks}; exec \"$0\" {args}");
        cli.command("sh").arg("-c").arg(line).arg(binary()).output().unwrap()
    };
    let ran = limited(&cli, "client add Delta", 4);
    let err = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(15), "{err}");
    one_line(&err);
    assert!(err.contains(cli.db().file_name().unwrap().to_str().unwrap()), "{err}");
    assert!(!cli.db().exists());

    cli.client("Northstar Media", &[]);
    let rows: String = (0..5_000).map(|n| format!("Firm {n},f{n}@firm.test\n")).collect();
    cli.file("list.csv", format!("name,email\n{rows}"));
    let blocks = std::fs::metadata(cli.db()).unwrap().len() / 512 + 8;
    let ran = limited(&cli, "import list.csv", blocks);
    let err = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(15), "{err}");
    one_line(&err);
    assert!(err.contains(cli.db().file_name().unwrap().to_str().unwrap()) && err.contains("nothing was changed"), "{err}");
    assert_eq!(cli.json(&["client", "list"]).as_array().unwrap().len(), 1);
}
