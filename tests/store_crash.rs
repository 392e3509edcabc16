//! A program killed at any moment: every touch and every event of a case it acknowledged is in the file, none is half there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;
use store_kit::*;
use touchbase::domain::action::{Action, Face, NewCaseEvent, NewComplaint};
use touchbase::domain::facts::ClientRows;
use touchbase::domain::id::Id;
use touchbase::domain::words::{CaseEventKind, CaseStatus, Channel, ComplaintKind};
use touchbase::store::{OpenMode, Store, Which};

const FILE: &str = "TOUCHBASE_CRASH_FILE";

fn case_event(complaint: Id, kind: CaseEventKind, channel: Option<Channel>) -> Action {
    let at = now().instant;
    let text = Some("seen".to_owned());
    let new = NewCaseEvent {
        complaint,
        kind,
        at,
        text,
        rating: None,
        promised: None,
        channel,
        minutes: None,
        corrects: None,
        fulfils: None,
    };
    Action::LogCase(Box::new(new))
}

/// Not a test of its own: the process that is killed. It logs touches and tries on a case, which write a touch and an event in one step, and
/// says each one's id once it is in the file.
#[test]
fn the_program_that_is_killed() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let mut store = Store::open(path.as_ref(), OpenMode::Write, None).unwrap();
    let client = store.names().unwrap()[0].id;
    let mut case = None;
    store.stream(&Which::One(client), &mut |rows| case = Some(rows.complaints[0].id)).unwrap();
    let mut out = std::io::stdout();
    for n in 0..10_000 {
        let action = match n % 2 {
            0 => log(touch(client, Channel::Call)),
            _ => case_event(case.unwrap(), CaseEventKind::Attempt, Some(Channel::Call)),
        };
        let done = store.apply(&action, &now(), Face::Cli).unwrap();
        let wanted = if n % 2 == 0 { "touch" } else { "complaint_event" };
        let id = done.ids.iter().find(|(table, _)| *table == wanted).unwrap().1;
        writeln!(out, "\nlogged {id}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let new = NewComplaint {
        client,
        person: None,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: now().instant,
        channel: None,
        text: "third typo".into(),
        demand: None,
        cause: None,
        tier: None,
        other: None,
        mediator: None,
        begun: CaseStatus::Registered,
    };
    book.run(&Action::OpenComplaint(Box::new(new)));
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
        let ids = |rows: &ClientRows| {
            let events = rows.complaints.iter().flat_map(|c| &c.events).map(|e| e.id.0);
            rows.touches.iter().map(|t| t.id.0).chain(events).collect()
        };
        store.stream(&Which::One(client), &mut |rows| found = ids(rows)).unwrap();
        let lost: Vec<&i64> = acknowledged.iter().filter(|id| !found.contains(id)).collect();
        assert!(lost.is_empty(), "lost {lost:?} in round {round}");
        assert_eq!(book.one("PRAGMA integrity_check"), rusqlite::types::Value::Text("ok".into()));
        let half = "SELECT count(*) FROM op WHERE message = '' OR NOT EXISTS (SELECT 1 FROM change WHERE op = op.id)";
        assert_eq!(book.count(half), 0);
        for table in ["touch", "complaint_event"] {
            let journaled = format!("SELECT count(*) FROM change WHERE tbl = '{table}'");
            assert_eq!(book.count(&format!("SELECT count(*) FROM {table}")), book.count(&journaled), "{table}");
        }
        let alone = "SELECT count(*) FROM complaint_event e WHERE NOT EXISTS (SELECT 1 FROM touch t WHERE t.id = e.touch_id)";
        assert_eq!(book.count(alone), 0, "an event without its contact");
    }
    assert!(acknowledged.len() >= 60 && book.count("SELECT count(*) FROM complaint_event") >= 20);
}
