//! The real program on a real terminal, with the files and the clock of a folder of its own; and what its file holds afterwards.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::cli::Cli;
use super::pty::{Program, Pty};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Tables that are not facts: the journal, counters, where the screen was.
const NOT_FACTS: [&str; 8] = ["op", "change", "sqlite_sequence", "meta", "current_op", "ui_state", "fit", "memo"];

/// The screen on the folder's book, with the folder's environment.
pub fn screen(cli: &Cli) -> Program {
    with_environment(cli, Program::touchbase(&[]))
}

/// The same for any program, such as a shell that starts the screen as a job.
pub fn with_environment(cli: &Cli, program: Program) -> Program {
    let command = cli.command("touchbase");
    let set = command.get_envs().filter_map(|(name, value)| Some((name.to_str()?, value?)));
    set.fold(program.env("LC_ALL", "C.UTF-8"), |program, (name, value)| program.env(name, value))
}

/// The row with the cursor.
pub fn cursor_row(screen: &vt100::Screen) -> String {
    let width = screen.size().1.get();
    screen.rows(0, width).find(|row| row.starts_with('>')).unwrap_or_default()
}

/// The line above the keys: what was done, or why not.
pub fn said(screen: &vt100::Screen) -> String {
    let (height, width) = screen.size();
    screen.rows(0, width.get()).nth(usize::from(height.get()) - 2).unwrap_or_default().trim().to_owned()
}

/// Waits until the line above the keys contains all of these.
pub fn wait_said(pty: &Pty, parts: &[&str]) {
    pty.wait_for(&format!("{parts:?} above the keys"), |screen| {
        let said = said(screen);
        parts.iter().all(|part| said.contains(part))
    });
}

/// Waits until the cursor stands on a row that contains this.
pub fn wait_cursor(pty: &Pty, text: &str) {
    pty.wait_for(&format!("the cursor on {text:?}"), |screen| cursor_row(screen).contains(text));
}

/// The file as SQLite sees it.
pub fn reading(db: &Path) -> Connection {
    Connection::open_with_flags(db, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap()
}

/// One number from the file.
pub fn number(db: &Path, sql: &str) -> i64 {
    reading(db).query_row(sql, [], |row| row.get(0)).unwrap_or_else(|e| panic!("{sql}: {e}"))
}

/// The rows of a statement, each as its columns joined by a bar.
pub fn rows(db: &Path, sql: &str) -> Vec<String> {
    let db = reading(db);
    let mut statement = db.prepare(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    let columns = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| {
        let values = (0..columns).map(|n| {
            Ok(match row.get(n)? {
                Value::Null => String::new(),
                Value::Integer(n) => n.to_string(),
                Value::Real(x) => x.to_string(),
                Value::Text(text) => text,
                Value::Blob(bytes) => format!("{bytes:?}"),
            })
        });
        Ok(values.collect::<rusqlite::Result<Vec<_>>>()?.join("|"))
    };
    statement.query_map([], row).unwrap().map(Result::unwrap).collect()
}

/// Every fact in the file, a line each.
pub fn facts(db: &Path) -> Vec<String> {
    let tables = rows(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    let tables = tables.into_iter().filter(|t| !NOT_FACTS.contains(&t.as_str()));
    tables.flat_map(|t| rows(db, &format!("SELECT '{t}', * FROM \"{t}\" ORDER BY id"))).collect()
}
