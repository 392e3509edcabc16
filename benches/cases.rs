//! What 10,000 cases with 100,000 events cost beside a book without any: CPU time, which other work on the machine hardly changes.
//!
//! `cargo bench --bench cases`. The Complaints tab may take 50 ms to open, and a repaint of it no more than a frame of Today.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use sample::stage::Stage;
use sample::{cases, now, settings};
use std::path::Path;
use std::time::Duration;
use touchbase::portfolio::Snapshot;
use touchbase::store::{OpenMode, Store};

const SIZE: (u16, u16) = (200, 60);
const RUNS: usize = 25;

fn main() {
    println!("CPU time, best and median of {RUNS}, a terminal of {} by {}\n", SIZE.0, SIZE.1);
    println!("{:38} {:>18} {:>18}", "", "no cases", "10,000 cases");
    let (none, many) = (cases::none(), cases::many());
    let row = |name: &str, of: &dyn Fn(&Path) -> Vec<Duration>| {
        println!("{name:38} {:>18} {:>18}", shown(of(&none)), shown(of(&many)));
    };
    row("the book read and assessed", &load);
    row("a frame of Today", &|path| repaint(path, &[]));
    row("from Today to the tab Complaints", &open_tab);
    row("a frame of Complaints", &|path| repaint(path, &["4"]));
    row("one client refreshed", &refresh);
    let only = |name: &str, runs: Vec<Duration>| println!("{name:38} {:>18} {:>18}", "", shown(runs));
    only("j in Complaints", key(&many, &["4"], "j"));
    only("G in Complaints", key(&many, &["4"], "G"));
    only("an event logged, read and drawn", log(&many));
}

fn shown(mut runs: Vec<Duration>) -> String {
    runs.sort();
    let ms = |d: Duration| d.as_secs_f64() * 1e3;
    format!("{:7.2} {:7.2} ms", ms(runs[0]), ms(runs[runs.len() / 2]))
}

/// What the scheduler has booked for this thread; it does so when the thread goes to sleep.
fn used() -> Duration {
    std::thread::sleep(Duration::from_millis(2));
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split_whitespace().next().unwrap().parse().unwrap())
}

fn measured(mut run: impl FnMut()) -> Duration {
    let before = used();
    run();
    used().saturating_sub(before)
}

fn load(path: &Path) -> Vec<Duration> {
    let (settings, now) = (settings(), now());
    let read = || Store::open(path, OpenMode::Read, None).unwrap();
    (0..RUNS).map(|_| measured(|| drop(Snapshot::load(&read(), &settings, &now).unwrap()))).collect()
}

/// One client read and assessed anew, as after every action.
fn refresh(path: &Path) -> Vec<Duration> {
    let (settings, now) = (settings(), now());
    let store = Store::open(path, OpenMode::Read, None).unwrap();
    let mut snapshot = Snapshot::load(&store, &settings, &now).unwrap();
    let client = snapshot.queue.items.iter().find_map(|i| i.client).unwrap();
    (0..RUNS).map(|_| measured(|| snapshot.refresh(&store, &settings, &[client], &now).unwrap())).collect()
}

/// Frames of a tab; ten at once, because one is too short for the scheduler's books.
fn repaint(path: &Path, before: &[&str]) -> Vec<Duration> {
    let mut stage = Stage::new(path, SIZE);
    stage.rest(before);
    (0..RUNS).map(|_| measured(|| (0..10).for_each(|_| stage.draw())) / 10).collect()
}

fn open_tab(path: &Path) -> Vec<Duration> {
    let mut stage = Stage::new(path, SIZE);
    let mut once = || {
        let opened = measured(|| stage.press("4"));
        stage.press("1");
        opened
    };
    (0..RUNS).map(|_| once()).collect()
}

fn key(path: &Path, before: &[&str], key: &str) -> Vec<Duration> {
    let mut stage = Stage::new(path, SIZE);
    stage.rest(before);
    (0..RUNS).map(|_| measured(|| stage.press(key))).collect()
}

/// A note on the case at hand: typed, written, the book brought up to date, drawn.
fn log(path: &Path) -> Vec<Duration> {
    let mut stage = Stage::new(path, SIZE);
    stage.press("4");
    let mut once = || {
        stage.rest(&["n", "n", "h", "e", "l", "l", "o"]);
        measured(|| stage.press("Enter"))
    };
    (0..RUNS).map(|_| once()).collect()
}
