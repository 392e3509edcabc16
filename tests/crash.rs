//! `kill -9` at random moments: what was acknowledged is there, nothing is half written, and the next start goes on as if nothing had
//! been. An acknowledgement is exit code 0 of a command, or the line on the screen that says what was done.
//!
//! All two hundred, and one at each single step of a write (needs `strace`):
//! `cargo test --release --test crash -- --ignored --nocapture`; `CRASH_SEED=N` repeats a run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod screen_fixture;

use common::cli::Cli;
use common::pty::{Pty, signal, wait_until};
use common::screen::{cursor_row, number, rows, said, screen};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use screen_fixture::{Maker, ZONE};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::process::ExitStatusExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use touchbase::store::{OpenMode, Store};

/// How many are killed in every run of the tests, and in the full one.
const FEW: usize = 25;
const MANY: usize = 200;

fn random() -> StdRng {
    let given = std::env::var("CRASH_SEED").ok().and_then(|s| s.parse().ok());
    let seed = given.unwrap_or_else(rand::random::<u32>);
    println!("CRASH_SEED={seed}");
    StdRng::seed_from_u64(u64::from(seed))
}

fn client(n: usize) -> String {
    format!("Client {n:02}")
}

fn book(clients: usize) -> Cli {
    let cli = Cli::new();
    let mut m = Maker { store: Store::open(&cli.db(), OpenMode::Create { zone: ZONE }, None).unwrap() };
    for n in 0..clients {
        m.client(&client(n), |_| {});
    }
    cli
}

/// Up to this long after the start of something, so that the end is within reach too.
fn moment(random: &mut StdRng, usual: Duration) -> Duration {
    Duration::from_micros(random.random_range(0..=usual.as_micros() as u64 * 5 / 4))
}

/// Nothing half written: the file is sound, and every touch has the step that made it, and every step its changes.
fn assert_whole(cli: &Cli, when: &str) {
    // The next start of the program clears away what was begun.
    cli.ok(&["history"]);
    let db = cli.db();
    assert_eq!(rows(&db, "PRAGMA integrity_check"), ["ok"], "{when}");
    assert_eq!(rows(&db, "PRAGMA foreign_key_check"), [""; 0], "{when}");
    for (what, sql) in [
        (
            "a touch without its step",
            "SELECT count(*) FROM touch t WHERE NOT EXISTS (SELECT 1 FROM change c JOIN op o ON o.id = c.op
               WHERE c.tbl = 'touch' AND c.row = t.id AND c.kind = 'insert')",
        ),
        ("a step without its changes", "SELECT count(*) FROM op o WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.op = o.id)"),
        (
            "a change of a touch that is not there",
            "SELECT count(*) FROM change c WHERE c.tbl = 'touch' AND c.kind = 'insert'
               AND NOT EXISTS (SELECT 1 FROM touch t WHERE t.id = c.row)
               AND NOT EXISTS (SELECT 1 FROM change d WHERE d.tbl = 'touch' AND d.kind = 'delete' AND d.row = c.row AND d.seq > c.seq)",
        ),
        ("a step still open", "SELECT count(*) FROM current_op WHERE op IS NOT NULL"),
    ] {
        assert_eq!(number(&db, sql), 0, "{what}, {when}");
    }
}

/// What became of the runs.
#[derive(Default)]
struct Tally {
    killed: usize,
    acknowledged: usize,
    written_unacknowledged: usize,
    journals: usize,
}

fn journal(cli: &Cli) -> bool {
    std::fs::metadata(cli.path("book.db-journal")).is_ok_and(|m| m.len() > 0)
}

fn kill_commands(times: usize) {
    let mut random = random();
    let cli = book(3);
    let log = |n: usize| cli.touchbase(&["log", &client(n % 3), "call", "-m", &format!("note {n}")]);
    let usual = {
        let mut took: Vec<Duration> = (0..3)
            .map(|n| {
                let start = Instant::now();
                assert!(log(1000 + n).output().unwrap().status.success());
                start.elapsed()
            })
            .collect();
        took.sort();
        took[1]
    };
    let start = Instant::now();
    let (mut sure, mut open, mut tally) = (BTreeSet::new(), BTreeSet::new(), Tally::default());
    for n in 0..times {
        let after = moment(&mut random, usual);
        let mut child = log(n).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap();
        thread::sleep(after);
        let _ = child.kill();
        let status = child.wait().unwrap();
        match status.signal() {
            Some(_) => {
                tally.killed += 1;
                open.insert(format!("note {n}"));
            }
            None => {
                assert!(status.success(), "{n}: {status}");
                sure.insert(format!("note {n}"));
            }
        }
        tally.journals += usize::from(journal(&cli));
        assert_whole(&cli, &format!("after run {n}, killed after {after:?}"));
        let stored = rows(
            &cli.db(),
            &format!("SELECT note FROM touch WHERE note = 'note {n}' AND channel = 'call' AND outcome = 'reached'"),
        );
        let times = stored.len();
        assert!(times == 1 || (times == 0 && status.signal().is_some()), "{n}: stored {times} times, {status}");
    }
    let stored: BTreeSet<String> =
        rows(&cli.db(), "SELECT note FROM touch WHERE note NOT LIKE 'note 1000%'").into_iter().collect();
    assert!(sure.is_subset(&stored), "lost: {:?}", sure.difference(&stored));
    tally.acknowledged = sure.len();
    tally.written_unacknowledged = open.intersection(&stored).count();
    // One more, to see that the file still takes what it is given.
    cli.ok(&["log", &client(0), "visit"]);
    report("log commands", times, &tally, start);
}

fn report(what: &str, times: usize, tally: &Tally, start: Instant) {
    let Tally { killed, acknowledged, written_unacknowledged, journals } = tally;
    let took = start.elapsed();
    println!(
        "{times} {what}: {killed} killed, {acknowledged} acknowledged and all there, {written_unacknowledged} written before they could say so, \
         {journals} unfinished writes taken back, {took:.1?}"
    );
}

/// What the hand did last, as long as nothing says that it was done.
#[derive(Clone, Copy)]
enum Act {
    Reached,
    NoAnswer,
    Undo,
}

/// Works on the list of clients until the program dies; `stored` is what must be there, the answer what may be there besides.
fn work(
    pty: &mut Pty,
    dead: &AtomicBool,
    random: &mut StdRng,
    stored: &mut BTreeMap<String, i64>,
    tally: &mut Tally,
) -> Option<(String, i64)> {
    // Waits for a condition on the screen; `None` when the program has died.
    let seen = |pty: &Pty, condition: &dyn Fn(&vt100::Screen) -> bool| {
        wait_until("an answer or the end", || {
            let found = RefCell::new(false);
            pty.wait_for("a look", |screen| {
                *found.borrow_mut() = condition(screen);
                true
            });
            if found.into_inner() {
                return Some(Some(()));
            }
            dead.load(Ordering::SeqCst).then_some(None)
        })
    };
    seen(pty, &|screen| screen.contents().contains("[1 Today"))?;
    pty.raw(b"2");
    seen(pty, &|screen| screen.contents().contains("[2 Clients"))?;
    let mut logged: Option<String> = None;
    for n in 0.. {
        let who = RefCell::new(String::new());
        seen(pty, &|screen| {
            let row = cursor_row(screen);
            let name = row.find("Client ").and_then(|at| row.get(at..at + 9)).unwrap_or_default().to_owned();
            *who.borrow_mut() = name;
            !who.borrow().is_empty() && (n > 0 || who.borrow().as_str() == "Client 00")
        })?;
        let who = who.into_inner();
        let act = match random.random_range(0..4) {
            0 if logged.as_deref() == Some(&who) => Act::Undo,
            1 => Act::NoAnswer,
            _ => Act::Reached,
        };
        let (keys, words, difference) = match act {
            Act::Reached => ("c\r", "Logged call, ", 1),
            Act::NoAnswer => ("cx", "Logged no answer, ", 1),
            Act::Undo => ("u", "Taken back: Logged", -1),
        };
        pty.raw(keys.as_bytes());
        let done = seen(pty, &|screen| {
            let said = said(screen);
            said.starts_with(words) && said.contains(&who)
        });
        if done.is_none() {
            return Some((who, difference));
        }
        tally.acknowledged += 1;
        *stored.entry(who.clone()).or_default() += difference;
        logged = matches!(act, Act::Reached | Act::NoAnswer).then(|| who.clone());
        // Sometimes on the same client again: then only another sentence is an answer.
        let stay = logged.is_some() && random.random_range(0..3) == 0;
        if stay {
            pty.raw(b"u");
            let taken_back = seen(pty, &|screen| said(screen).starts_with("Taken back: Logged") && said(screen).contains(&who));
            if taken_back.is_none() {
                return Some((who, -1));
            }
            tally.acknowledged += 1;
            *stored.entry(who.clone()).or_default() -= 1;
            logged = None;
        }
        pty.raw(if who == "Client 19" { b"g" } else { b"j" });
        seen(pty, &|screen| !cursor_row(screen).contains(&who))?;
    }
    None
}

fn kill_screens(times: usize) {
    let mut random = random();
    let cli = book(20);
    let start = Instant::now();
    let (mut stored, mut tally) = (BTreeMap::new(), Tally::default());
    // The first start keeps the month, which a later one need not.
    let boot = {
        let start = Instant::now();
        let mut pty = screen(&cli).start();
        pty.wait_text("[1 Today");
        let boot = start.elapsed();
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
        boot
    };
    for n in 0..times {
        let after = moment(&mut random, boot + Duration::from_millis(300));
        let mut pty = screen(&cli).start();
        let (pid, dead) = (pty.pid(), Arc::new(AtomicBool::new(false)));
        let killer = {
            let dead = Arc::clone(&dead);
            thread::spawn(move || {
                thread::sleep(after);
                signal(pid, "KILL");
                dead.store(true, Ordering::SeqCst);
            })
        };
        let open = work(&mut pty, &dead, &mut random, &mut stored, &mut tally);
        killer.join().unwrap();
        pty.wait_exit();
        tally.killed += 1;
        tally.journals += usize::from(journal(&cli));
        assert_whole(&cli, &format!("after screen {n}, killed after {after:?}"));
        let counted = rows(&cli.db(), "SELECT c.name, count(*) FROM touch t JOIN client c ON c.id = t.client_id GROUP BY 1");
        let counted: BTreeMap<String, i64> = counted
            .iter()
            .map(|row| row.split_once('|').map(|(name, n)| (name.to_owned(), n.parse().unwrap())).unwrap())
            .collect();
        if let Some((who, difference)) = open {
            let now = counted.get(&who).copied().unwrap_or_default();
            let before = stored.entry(who.clone()).or_default();
            assert!(now == *before || now == *before + difference, "{who}: {now} after {before} and {difference}");
            tally.written_unacknowledged += usize::from(now != *before);
            *before = now;
        }
        stored.retain(|_, n| *n != 0);
        assert_eq!(counted, stored, "after screen {n}, killed after {after:?}");
    }
    report("screens", times, &tally, start);
}

#[test]
fn what_a_command_acknowledged_survives_a_kill_at_any_moment() {
    kill_commands(FEW);
}

#[test]
fn what_the_screen_acknowledged_survives_a_kill_at_any_moment() {
    kill_screens(FEW);
}

#[test]
#[ignore = "takes minutes"]
fn two_hundred_commands_killed_at_random_moments() {
    kill_commands(MANY);
}

#[test]
#[ignore = "takes minutes"]
fn two_hundred_screens_killed_at_random_moments() {
    kill_screens(MANY);
}

/// What a program asks of the disk, and of the reader of its answer.
const STEPS: [&str; 6] = ["pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "write"];

/// A random moment seldom falls between two writes of a few microseconds: here the program is killed at its first step of a kind, at its
/// second, and so on until none is left.
#[test]
#[ignore = "needs strace"]
fn a_command_killed_at_each_of_its_steps_to_the_disk() {
    let start = Instant::now();
    let cli = book(1);
    let mut tally = Tally::default();
    let mut times = 0;
    for call in STEPS {
        for step in 1.. {
            assert!(step < 500, "{call} never comes to its end");
            times += 1;
            let note = format!("{call} {step}");
            let mut command = cli.command("strace");
            command.args(["-f", "-o", "/dev/null", "-e", &format!("inject={call}:signal=KILL:when={step}")]);
            command.arg(common::cli::binary()).args(["log", "Client 00", "call", "-m", &note]);
            let ended = command.output().expect("strace is there");
            let killed = ended.status.signal().is_some() || ended.status.code() == Some(137);
            tally.journals += usize::from(journal(&cli));
            assert_whole(&cli, &format!("killed at {note}"));
            let stored = number(&cli.db(), &format!("SELECT count(*) FROM touch WHERE note = '{note}'"));
            assert!(stored == 1 || (stored == 0 && killed), "{note}: {ended:?}, stored {stored} times");
            tally.written_unacknowledged += usize::from(killed && stored == 1);
            if !killed {
                assert!(ended.status.success(), "{note}: {ended:?}");
                tally.acknowledged += 1;
                break;
            }
            tally.killed += 1;
        }
    }
    assert!(tally.journals > 0 && tally.written_unacknowledged > 0, "steps before and after the moment of writing");
    report("steps", times, &tally, start);
}
