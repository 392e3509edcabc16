//! A program killed at any moment: every touch it acknowledged is in the file, none is half there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;
use store_kit::*;
use touchbase::domain::action::Face;
use touchbase::domain::words::Channel;
use touchbase::store::{OpenMode, Store, Which};

const FILE: &str = "TOUCHBASE_CRASH_FILE";

/// Not a test of its own: the process that is killed. It logs touches and says each one's id once it is in the file.
#[test]
fn the_program_that_is_killed() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let mut store = Store::open(path.as_ref(), OpenMode::Write, None).unwrap();
    let client = store.names().unwrap()[0].id;
    let mut out = std::io::stdout();
    for _ in 0..10_000 {
        let done = store.apply(&log(touch(client, Channel::Call)), &now(), Face::Cli).unwrap();
        writeln!(out, "\nlogged {}", done.ids[1].1).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let path = book.dir.path().join("book.db");
    let mut acknowledged = Vec::new();
    for round in 0..12u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["the_program_that_is_killed", "--exact", "--nocapture", "--test-threads=1"])
            .env(FILE, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said =
            lines.map_while(Result::ok).filter_map(|l| l.strip_prefix("logged ").map(|id| id.parse::<i64>().unwrap()));
        acknowledged.extend(said.by_ref().take(5));
        // Nothing is waited for here: the moment of the kill must fall somewhere inside the next action, a little later each time.
        std::thread::sleep(Duration::from_micros(137 * round));
        child.kill().unwrap();
        acknowledged.extend(said);
        child.wait().unwrap();
        let store = Store::open(&path, OpenMode::Write, None).unwrap();
        let mut found = Vec::new();
        store.stream(&Which::One(client), &mut |rows| found = rows.touches.iter().map(|t| t.id.0).collect()).unwrap();
        let lost: Vec<&i64> = acknowledged.iter().filter(|id| !found.contains(id)).collect();
        assert!(lost.is_empty(), "lost {lost:?} in round {round}");
        assert_eq!(book.one("PRAGMA integrity_check"), rusqlite::types::Value::Text("ok".into()));
        let half = "SELECT count(*) FROM op WHERE message = '' OR NOT EXISTS (SELECT 1 FROM change WHERE op = op.id)";
        assert_eq!(book.count(half), 0);
        assert_eq!(book.count("SELECT count(*) FROM touch"), book.count("SELECT count(*) FROM change WHERE tbl = 'touch'"));
    }
    assert!(acknowledged.len() >= 60);
}
