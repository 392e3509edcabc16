//! The row that a text of the command line names, and the list of choices when it names several.
//! Clients are found by `portfolio::find`; here are tasks, invoices, projects, appointments, people.

use super::errors::{Failure, UNKNOWN, fail};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::text::fold;
use anyhow::Result;

/// A row that a text may name.
pub struct Choice<T> {
    /// Its id.
    pub id: Id,
    /// What it is called: a task's text, an invoice's number.
    pub label: String,
    /// What tells it apart from others of that name.
    pub shown: Message,
    /// Still open: where several fit, an open one is meant rather than a closed one.
    pub open: bool,
    /// What the caller wants back.
    pub value: T,
}

/// The row a text names: `#id`, the whole label, or a unique part of it; open rows before closed ones.
pub fn pick<T>(rows: Vec<Choice<T>>, text: &str, missing: &'static str) -> Result<(Id, T)> {
    let wanted = text.trim();
    let id = wanted.strip_prefix(['#', '＃']).unwrap_or(wanted).trim().parse::<i64>().ok().map(Id);
    let key = fold(wanted);
    let whole = |row: &Choice<T>| !key.is_empty() && fold(&row.label) == key;
    let part = |row: &Choice<T>| !key.is_empty() && fold(&row.label).contains(&key);
    let fits = |level: usize, row: &Choice<T>| match level {
        0 => Some(row.id) == id,
        1 => row.open && whole(row),
        2 => whole(row),
        3 => row.open && part(row),
        _ => part(row),
    };
    for level in 0..5 {
        let hits: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| fits(level, row)).map(|(n, _)| n).collect();
        match hits[..] {
            [] => {}
            [one] => {
                let found = rows.into_iter().nth(one).map(|row| (row.id, row.value));
                return found.ok_or_else(|| fail(UNKNOWN, Message::new(missing).with("text", text)));
            }
            _ => return Err(ambiguous(text, hits.iter().map(|n| (rows[*n].id, rows[*n].shown.clone())))),
        }
    }
    Err(fail(UNKNOWN, Message::new(missing).with("text", text)))
}

/// Matches of an ambiguous text that are listed one by one.
const LISTED: usize = 20;

/// Refuses a text that fits several rows, and lists them.
pub fn ambiguous(text: &str, matches: impl ExactSizeIterator<Item = (Id, Message)>) -> anyhow::Error {
    let n = matches.len();
    let shown = |(id, what): (Id, Message)| Message::new("cli-match").with("id", id.to_string()).with("what", what);
    let mut more: Vec<Message> = matches.take(LISTED).map(shown).collect();
    if n > LISTED {
        more.push(Message::new("cli-match-more").with("n", n - LISTED));
    }
    Failure { message: Message::new("cli-error-ambiguous").with("text", text).with("n", n), more, exit: UNKNOWN }.into()
}

/// Whether an error is that of [`ambiguous`].
pub fn is_ambiguous(error: &anyhow::Error) -> bool {
    error.downcast_ref::<Failure>().is_some_and(|f| f.message.id == "cli-error-ambiguous")
}
