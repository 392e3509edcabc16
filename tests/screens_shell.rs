//! What the screen's shell does beside the keys: long work, what is written but cannot be read again, and files nobody can import.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use rusqlite::Connection;
use screen_fixture::*;
use std::path::PathBuf;
use touchbase::config::Config;
use touchbase::domain::day::Moment;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::store::{OpenMode, Store};
use touchbase::tui::child::Lines;
use touchbase::tui::open::{Book, Launch};
use touchbase::tui::run::{Flow, Screen};
use touchbase::tui::theme::Theme;

/// A file on the disk, which another program can open too.
fn maker(dir: &tempfile::TempDir) -> Maker {
    Maker { store: Store::open(&dir.path().join("book.touchbase"), OpenMode::Create { zone: ZONE }, None).unwrap() }
}

fn other(d: &Driver) -> Connection {
    Connection::open(d.book.store().path()).unwrap()
}

fn list() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("list.csv");
    std::fs::write(&path, "name\nAlder\nBirch\n").unwrap();
    (dir, path)
}

fn clients(d: &Driver) -> i64 {
    other(d).query_row("SELECT count(*) FROM client", [], |row| row.get(0)).unwrap()
}

#[test]
fn an_import_that_cannot_be_read_again_says_that_it_is_written() {
    let (dir, path) = list();
    let mut d = Driver::open(maker(&dir).store, Lang::En, (120, 40), monday());
    d.keys("i").keys(&format!("'{}'", path.display())).keys("Enter");
    // Between the look and the import nobody looks for other programs' writing, so that only the reading afterwards fails.
    let key = touchbase::app::key::Key::plain(touchbase::app::key::KeyCode::Enter);
    assert_eq!(d.book.handle(touchbase::tui::events::Event::Key(key), &d.now).unwrap(), Flow::Work);
    other(&d).execute_batch("ALTER TABLE policy_version RENAME TO gone").unwrap();
    d.book.work(&mut |_| true, &|| d.now.instant).unwrap();
    d.draw();
    let picture = d.picture();
    assert!(picture.contains("That was saved, but the book could not be read again"), "{picture}");
    assert!(d.book.model.dialogs.is_empty(), "{picture}");
    assert_eq!(clients(&d), 2);
    other(&d).execute_batch("ALTER TABLE gone RENAME TO policy_version").unwrap();
    d.keys("Esc");
    assert_eq!(d.book.model.book.clients.len(), 2, "the next key reads it");
}

#[test]
fn a_month_that_cannot_be_kept_does_not_keep_the_book_from_being_read() {
    let dir = tempfile::tempdir().unwrap();
    let mut m = maker(&dir);
    m.client("Alder", |_| {});
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    let before = d.book.model.book.clients.len();
    let db = other(&d);
    db.execute_batch("CREATE TRIGGER no BEFORE INSERT ON meta BEGIN SELECT RAISE(ABORT, 'no'); END").unwrap();
    d.now.instant = Moment(d.now.instant.0 + 45 * 86_400);
    d.keys("j");
    assert_eq!(d.book.model.error, None);
    assert_eq!(d.book.model.book.clients.len(), before);
    assert_eq!(d.book.model.book.now.today(), d.now.today(), "it was read anew");
}

/// A client of its own, and the real program as the line's, `later` seconds after the screen's key.
fn lines(later: i64) -> (tempfile::TempDir, Driver) {
    let dir = tempfile::tempdir().unwrap();
    let mut maker = maker(&dir);
    let id = maker.client("Alder", |_| {});
    maker.touch(id, Channel::Visit, "2026-11-02 10:00", "");
    let now = monday();
    let at = Moment(now.instant.0 + later).rfc3339(now.zone);
    let path = maker.store.path().to_path_buf();
    let before =
        [format!("TOUCHBASE_NOW={at}"), env!("CARGO_BIN_EXE_touchbase").into(), "--db".into(), path.display().to_string()];
    let lines = Lines {
        shapes: touchbase::cli::shape::lines(),
        program: "/usr/bin/env".into(),
        before: before.into_iter().map(Into::into).collect(),
    };
    let launch = Launch {
        store: maker.store,
        config: Config::default(),
        config_dir: "/nonexistent".into(),
        lang: Lang::En,
        theme: Theme::new(true, false),
        lines,
        config_file: String::new(),
    };
    let book = Book::open(launch, &now).unwrap_or_else(|e| panic!("{}", e.id));
    let terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(120, 40)).unwrap();
    let mut d = Driver { book, terminal, now, flow: Flow::Continue };
    d.draw();
    (dir, d)
}

/// Enter, and what it started with the clock that runs on.
fn enter(d: &mut Driver, later: i64, go_on: bool) {
    let key = touchbase::app::key::Key::plain(touchbase::app::key::KeyCode::Enter);
    let flow = d.book.handle(touchbase::tui::events::Event::Key(key), &d.now).unwrap();
    if flow == Flow::Work {
        let late = Moment(d.now.instant.0 + later);
        d.book.work(&mut |_| go_on, &|| late).unwrap();
    }
    d.draw();
}

#[test]
fn what_a_line_wrote_later_than_its_key_is_seen_at_once() {
    let (_dir, mut d) = lines(2);
    d.keys(": 'log Alder call -m later'");
    enter(&mut d, 3, true);
    let at: i64 = other(&d).query_row("SELECT max(at) FROM touch", [], |row| row.get(0)).unwrap();
    assert_eq!(at, d.now.instant.0 + 2, "the line wrote: {}", d.picture());
    assert_eq!(d.book.model.book.now.instant.0, d.now.instant.0 + 3);
    d.keys("2");
    assert!(d.picture().contains("later"), "{}", d.picture());
}

#[test]
fn a_line_without_end_is_stopped_and_says_so() {
    let (_dir, mut d) = lines(0);
    d.keys(": 'sql \"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n\"'");
    enter(&mut d, 1, false);
    assert!(d.picture().contains("Stopped: touchbase sql"), "{}", d.picture());
}

#[test]
fn a_line_that_wants_a_terminal_is_refused_in_a_line() {
    for line in ["policy edit", "demo --years 2"] {
        let (_dir, mut d) = lines(0);
        d.keys(&format!(": '{line}'"));
        enter(&mut d, 1, true);
        assert!(d.picture().contains("There is no command called"), "{line}: {}", d.picture());
    }
}
