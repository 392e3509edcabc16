//! How long the day's work takes: the assessment of a book from its file, and the way from a key to its frame.
//!
//! `cargo bench --bench today`. The column `fastest` says most on a machine that has other work. A frame has 16 ms; the assessment of
//! the small book 30 ms together with the start of the program, that of the large one 300 ms.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use sample::stage::Stage;
use sample::{now, settings};
use std::path::{Path, PathBuf};
use touchbase::i18n::{Lang, Words};
use touchbase::portfolio::Snapshot;
use touchbase::store::{OpenMode, Store};

fn main() {
    divan::main();
}

const BOOKS: [&str; 2] = ["500", "10000"];

fn path(book: &str) -> PathBuf {
    if book == "500" { sample::small() } else { sample::large() }
}

fn read(path: &Path) -> Store {
    Store::open(path, OpenMode::Read, None).unwrap()
}

/// The file opened, streamed, folded and assessed.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn assess(bencher: Bencher, book: &str) {
    let (path, settings, now) = (path(book), settings(), now());
    bencher.bench(|| Snapshot::load(&read(&path), &settings, &now).unwrap());
}

/// One client assessed anew and the queue built, as after every action.
#[divan::bench(args = BOOKS, sample_count = 50)]
fn refresh(bencher: Bencher, book: &str) {
    let (store, settings, now) = (read(&path(book)), settings(), now());
    let mut snapshot = Snapshot::load(&store, &settings, &now).unwrap();
    let client = snapshot.queue.items.iter().find_map(|i| i.client).unwrap();
    bencher.bench_local(|| snapshot.refresh(&store, &settings, &[client], &now).unwrap());
}

/// The coming weeks levelled, as the preview shows them.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 20)]
fn levelled(bencher: Bencher, book: &str) {
    let snapshot = Snapshot::load(&read(&path(book)), &settings(), &now()).unwrap();
    bencher.bench_local(|| touchbase::portfolio::spread::plan(black_box(&snapshot)));
}

#[divan::bench(args = [Lang::En, Lang::Zh])]
fn words(lang: Lang) -> Words {
    Words::load(lang)
}

/// A frame of nothing, to compare with.
#[divan::bench]
fn empty_frame(bencher: Bencher) {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    bencher.bench_local(|| {
        black_box(terminal.draw(|frame| frame.render_widget("touchbase", frame.area())).unwrap());
    });
}

/// One row down, its brief read and drawn.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_down(bencher: Bencher, book: &str) {
    let mut stage = Stage::new(&path(book), (120, 40));
    bencher.bench_local(|| stage.press("j"));
}

/// A touch logged, written to the disk, the book refreshed and drawn. It is taken back in between.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_log(bencher: Bencher, book: &str) {
    let stage = std::cell::RefCell::new(Stage::new(&path(book), (120, 40)));
    stage.borrow_mut().rest(&["c", "Enter"]);
    let ready = || stage.borrow_mut().rest(&["u", "c"]);
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("Enter"));
}

/// That touch taken back.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_undo(bencher: Bencher, book: &str) {
    let stage = std::cell::RefCell::new(Stage::new(&path(book), (120, 40)));
    let ready = || stage.borrow_mut().rest(&["c", "Enter"]);
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("u"));
}

/// A client made: what couples clients changes, and all of them are assessed anew. It is taken back in between.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 20)]
fn key_new_client(bencher: Bencher, book: &str) {
    let stage = std::cell::RefCell::new(Stage::new(&path(book), (120, 40)));
    let ready = || {
        let mut stage = stage.borrow_mut();
        if stage.book.model.toast.is_some() {
            stage.press("u");
        }
        stage.rest(&["n", "c", "N", "e", "w"]);
    };
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("Enter"));
}

/// What the filter searches is read: not at a key, but right after the first frames.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 10)]
fn prepare_filter(bencher: Bencher, book: &str) {
    let stage = std::cell::RefCell::new(Stage::new(&path(book), (120, 40)));
    let ready = || {
        let model = &mut stage.borrow_mut().book.model;
        (model.finder.stale, model.prepared) = (true, false);
    };
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().wake());
}

/// The filter opened.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_find(bencher: Bencher, book: &str) {
    let stage = std::cell::RefCell::new(Stage::new(&path(book), (120, 40)));
    stage.borrow_mut().wake();
    let ready = || stage.borrow_mut().tell("Esc");
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("/"));
}

/// A letter in the filter, on Today and in Clients.
#[divan::bench(args = BOOKS, consts = [1, 2], sample_size = 1, sample_count = 30)]
fn key_letter<const TAB: usize>(bencher: Bencher, book: &str) {
    let mut stage = Stage::new(&path(book), (120, 40));
    stage.rest(if TAB == 1 { &["/", "n", "o"] } else { &["2", "/", "n", "o"] });
    let stage = std::cell::RefCell::new(stage);
    let ready = || stage.borrow_mut().tell("Backspace");
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("o"));
}

/// The last letter of a token in the filter: every client is tried against it.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_token(bencher: Bencher, book: &str) {
    let mut stage = Stage::new(&path(book), (120, 40));
    stage.rest(&["2", "/", "t", "i", "e", "r", ":", "A"]);
    let stage = std::cell::RefCell::new(stage);
    let ready = || stage.borrow_mut().rest(&["Backspace", "A", "Backspace"]);
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("A"));
}

/// A frame of the list of all clients on a large terminal: it must not know how many there are.
#[divan::bench(args = BOOKS, consts = [1, 2], sample_size = 1, sample_count = 60)]
fn frame_200x60<const TAB: usize>(bencher: Bencher, book: &str) {
    let mut stage = Stage::new(&path(book), (120, 40));
    stage.terminal = Terminal::new(TestBackend::new(200, 60)).unwrap();
    stage.press(if TAB == 1 { "j" } else { "2" });
    bencher.bench_local(|| stage.draw());
}

/// The page of a client opened, its timeline read and drawn.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_page(bencher: Bencher, book: &str) {
    let stage = std::cell::RefCell::new(Stage::new(&path(book), (120, 40)));
    let ready = || stage.borrow_mut().rest(&["j", "k"]);
    bencher.with_inputs(ready).bench_local_values(|()| {
        let mut stage = stage.borrow_mut();
        stage.press("Enter");
        stage.tell("Esc");
    });
}

/// From Today to the list of all clients.
#[divan::bench(args = BOOKS, sample_size = 1, sample_count = 30)]
fn key_clients(bencher: Bencher, book: &str) {
    let stage = std::cell::RefCell::new(Stage::new(&path(book), (120, 40)));
    stage.borrow_mut().press("2");
    let ready = || stage.borrow_mut().press("1");
    bencher.with_inputs(ready).bench_local_values(|()| stage.borrow_mut().press("2"));
}
