//! `publish`: the book as a folder that calendars and address books are synced from, and the configuration of the syncer for it. What is
//! published is `portfolio::publish`'s, how files change `vdir`'s.

use super::args::Args;
use super::context::{Context, number, word};
use super::errors::{USAGE, fail, io_exit};
use super::output::{Cell, Style};
use crate::domain::message::Message;
use crate::interchange::vdirsyncer;
use crate::portfolio::publish::{AGAIN, Ask, Extra, Folder, MONTHS, Publication};
use crate::text;
use crate::vdir::{Counts, Vdir, VdirError};
use anyhow::Result;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// Months that can be asked for.
const MOST: i32 = 60;
/// The exit code of a folder that another run is writing to.
const BUSY: i32 = 11;

/// Publishes, or prints the configuration.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let dir = args.path_of("dir").unwrap_or_default();
    if dir.as_os_str().is_empty() {
        return Err(refusal(VdirError::NoFolder(dir)));
    }
    let dir = std::path::absolute(&dir).map_err(|e| refusal(VdirError::Io(dir, e)))?;
    let ask = ask(args)?;
    if args.flag("print-vdirsyncer-config") {
        return config(ctx, &dir);
    }
    let book = ctx.read(args)?;
    let publication = Publication::read(&book.store, &book.snapshot, &ctx.words, &ask)?;
    let names: Vec<&str> = ask.folders.iter().map(|f| f.code()).collect();
    let mut vdir = Vdir::open(&dir, &names).map_err(refusal)?;
    publication
        .each(&mut |file| {
            let place = ask.folders.iter().position(|f| *f == file.folder).unwrap_or_default();
            vdir.put(place, file.name, file.text)
        })
        .map_err(refusal)?;
    let counts = vdir.finish().map_err(refusal)?;
    let counts: Vec<(Folder, Counts)> = ask.folders.iter().copied().zip(counts).collect();
    if ctx.out.json {
        return Ok(ctx.out.value(&answer(&dir, &counts))?);
    }
    let mut rows = Vec::new();
    for (folder, count) in &counts {
        let changed = count.written + count.removed > 0;
        let said = Message::new("publish-counts")
            .with("written", count.written)
            .with("unchanged", count.unchanged)
            .with("removed", count.removed);
        let style = if changed { Style::Plain } else { Style::Dim };
        let name = format!("publish-{}", folder.code());
        rows.push(vec![Cell::from(ctx.words.get(&name)), Cell::from(ctx.say(&said, &book.now)).style(style)]);
    }
    ctx.out.table(&[], &rows)?;
    let done = Message::new("publish-done").with("path", text::one_line(&dir.display().to_string()).into_owned());
    Ok(ctx.out.remark(&ctx.say(&done, &book.now))?)
}

/// What the line asks for.
fn ask(args: &Args<'_>) -> Result<Ask> {
    let mut folders = Vec::new();
    for text in list(args, "only") {
        folders.push(word("publish", &text, &Folder::ALL, Folder::code)?);
    }
    let mut with = Vec::new();
    for text in list(args, "with") {
        with.push(word("publish-with", &text, &Extra::ALL, Extra::code)?);
    }
    let months = count(args, "months", 1)?.unwrap_or(MONTHS);
    let again = count(args, "again", 0)?.unwrap_or(AGAIN);
    folders.sort_unstable();
    folders.dedup();
    if folders.is_empty() {
        folders = Folder::ALL.to_vec();
    }
    Ok(Ask { folders, months, again, with })
}

/// A number of months.
fn count(args: &Args<'_>, name: &str, least: i32) -> Result<Option<i32>> {
    let bad = |n| {
        let message = Message::new("publish-months").with("option", format!("--{name}")).with("text", n);
        fail(USAGE, message.with("least", least).with("most", MOST))
    };
    number(args, name)?.map(|n| if (least..=MOST).contains(&n) { Ok(n) } else { Err(bad(n)) }).transpose()
}

/// The words of an option, given more than once or joined by commas.
fn list(args: &Args<'_>, name: &str) -> Vec<String> {
    let parts = |text: String| text.split([',', '，', '、']).map(|t| t.trim().to_owned()).collect::<Vec<_>>();
    args.texts(name).into_iter().flat_map(parts).filter(|t| !t.is_empty()).collect()
}

fn config(ctx: &Context, dir: &Path) -> Result<()> {
    let dir: PathBuf = dir.components().collect();
    let config = vdirsyncer::write(&dir, &|id| ctx.words.get(id));
    if ctx.out.json {
        return Ok(ctx.out.value(&json!({ "path": dir.display().to_string(), "config": config }))?);
    }
    // A file that will be read by a program: as it is, also on a terminal. Paths in it are quoted.
    Ok(ctx.out.raw(config.as_bytes())?)
}

fn answer(dir: &Path, counts: &[(Folder, Counts)]) -> Value {
    let of = |c: &Counts| json!({ "written": c.written, "unchanged": c.unchanged, "removed": c.removed });
    let mut sum = Counts::default();
    let mut each = Map::new();
    for (folder, count) in counts {
        sum.written += count.written;
        sum.unchanged += count.unchanged;
        sum.removed += count.removed;
        each.insert(folder.code().to_owned(), of(count));
    }
    let mut out = of(&sum);
    out["path"] = json!(dir.display().to_string());
    out["folders"] = Value::Object(each);
    out
}

fn refusal(error: VdirError) -> anyhow::Error {
    let exit = match &error {
        VdirError::Link(_) | VdirError::NoFolder(_) => USAGE,
        VdirError::Busy(_) => BUSY,
        VdirError::Io(_, error) => io_exit(error.kind()),
    };
    fail(exit, error.message())
}
