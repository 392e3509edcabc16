//! How long the calendar takes: the tab opened, another day, another month, a day worked.
//!
//! `cargo bench --bench calendar`. The month opens within 50 ms after the start, another day is drawn within 16 ms.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use sample::stage::Stage;
use std::cell::RefCell;
use std::path::PathBuf;

fn main() {
    divan::main();
}

const BOOKS: [&str; 2] = ["500", "10000"];

fn stage(book: &str, keys: &[&str]) -> RefCell<Stage> {
    let path: PathBuf = if book == "500" { sample::small() } else { sample::large() };
    let mut stage = Stage::new(&path, (120, 40));
    stage.rest(keys);
    RefCell::new(stage)
}

/// From Today to the month, its days counted: what is counted already is thrown away before.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn open(bencher: Bencher, book: &str) {
    let stage = stage(book, &[]);
    let ready = || {
        let mut stage = stage.borrow_mut();
        if stage.book.model.tab != touchbase::app::model::Tab::Today {
            stage.press("1");
        }
        stage.book.model.calendar.outdate();
    };
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("3"));
}

/// The same where the days are counted already.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn open_again(bencher: Bencher, book: &str) {
    let stage = stage(book, &["3"]);
    bencher.with_inputs(|| stage.borrow_mut().press("1")).bench_local_values(|()| stage.borrow_mut().press("3"));
}

/// Another day of the month, its rows made and drawn.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_day(bencher: Bencher, book: &str) {
    let stage = stage(book, &["3"]);
    bencher
        .with_inputs(|| stage.borrow_mut().rest(&["Right", "Home"]))
        .bench_local_values(|()| stage.borrow_mut().press("Right"));
}

/// Back to today, on which everything late stands.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_today(bencher: Bencher, book: &str) {
    let stage = stage(book, &["3"]);
    bencher.with_inputs(|| stage.borrow_mut().press("Right")).bench_local_values(|()| stage.borrow_mut().press("Home"));
}

/// Another month.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_month(bencher: Bencher, book: &str) {
    let stage = stage(book, &["3"]);
    let ready = || stage.borrow_mut().rest(&["Right", "Home"]);
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("]"));
}

/// A day with its names on a large terminal: the frame alone.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 60)]
fn frame_200x60(bencher: Bencher, book: &str) {
    let mut stage = stage(book, &[]).into_inner();
    stage.terminal = Terminal::new(TestBackend::new(200, 60)).unwrap();
    stage.press("3");
    bencher.bench_local(|| stage.draw());
}
