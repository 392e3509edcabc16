//! `export`: clients, people, touches, invoices, cases or answers to a file or standard output. How a file spells them is `interchange`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{USAGE, fail, io_exit};
use super::filter::Filter;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::interchange::record::Kind;
use crate::interchange::vcf::{self, Version};
use crate::paths;
use crate::portfolio::export::{cards, export};
use anyhow::Result;
use serde_json::json;
use std::io::Write;
use std::path::Path;

/// Writes the rows of the clients that pass the filter.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let what = args.text("what").map_or(Ok(Kind::Clients), |text| kind(&text))?;
    let format = args.text("format");
    let version = match args.text("vcf-version") {
        None => Version::default(),
        Some(text) => Version::parse(&text).ok_or_else(|| bad_word(&text, "3.0, 4.0"))?,
    };
    let as_json = match format.as_deref() {
        // `--json` alone asks for the rows as JSON too; with a file it asks for a JSON report about it.
        None => ctx.out.json && args.path_of("output").is_none(),
        Some("csv") => false,
        Some("json") => true,
        Some("vcf") if matches!(what, Kind::Clients | Kind::People) => false,
        Some("vcf") => return Err(bad_word(what.code(), "clients, people")),
        Some(other) => return Err(bad_word(other, "csv, json, vcf")),
    };
    let book = ctx.read(args)?;
    let words = args.texts("filter");
    let chosen: Option<Vec<Id>> = if words.is_empty() && args.text("as-of").is_none() {
        None
    } else {
        let filter = Filter::parse(&book, &words)?;
        Some(book.snapshot.present().filter(|c| filter.passes(c)).map(|c| c.id()).collect())
    };
    if format.as_deref() == Some("vcf") {
        let (clients, people) = cards(&book.store, chosen.as_deref(), &book.now)?;
        let text = vcf::write(&clients, &people, version);
        return put(ctx, &book, args, text.as_bytes(), vcf::count(&clients, &people));
    }
    let rows = export(&book.store, what, chosen.as_deref(), &book.snapshot.clocks, &book.now)?;
    let mut bytes = Vec::new();
    if as_json {
        serde_json::to_writer_pretty(&mut bytes, &rows.json(book.now.zone))?;
        bytes.push(b'\n');
    } else {
        rows.csv(book.now.zone, &mut bytes)?;
    }
    if as_json && args.path_of("output").is_none_or(|path| path.as_os_str() == "-") {
        return Ok(ctx.out.value(&rows.json(book.now.zone))?);
    }
    put(ctx, &book, args, &bytes, rows.len())
}

/// Brings the bytes where they are wanted: to a file, with a word about it, or to standard output.
fn put(ctx: &Context, book: &Book, args: &Args<'_>, bytes: &[u8], rows: usize) -> Result<()> {
    match args.path_of("output").filter(|path| path.as_os_str() != "-") {
        Some(path) => {
            save(&path, bytes)?;
            done(ctx, book, &path, rows)
        }
        // A terminal would obey what stands in a note; files and pipes get every byte.
        None if ctx.out.terminal => Ok(ctx.out.block(&String::from_utf8_lossy(bytes).replace("\r\n", "\n"))?),
        None => Ok(ctx.out.raw(bytes)?),
    }
}

fn bad_word(text: &str, choices: &str) -> anyhow::Error {
    fail(USAGE, Message::new("cli-error-word").with("text", text).with("choices", choices))
}

/// A kind of rows by its code.
pub fn kind(text: &str) -> Result<Kind> {
    Kind::parse(text)
        .ok_or_else(|| bad_word(text, "clients, people, touches, invoices, opportunities, complaints, surveys, care"))
}

/// The file appears whole or not at all, readable by its owner only.
fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    let bad = |e: std::io::Error| {
        // Without the name of the draft that the file would have been made from.
        let kind = e.kind();
        let why = e.to_string();
        let why = why.split(" at path ").next().unwrap_or_default();
        let message = Message::new("cli-error-write").with("path", path.display().to_string()).with("why", why);
        fail(io_exit(kind), message)
    };
    // A device such as /dev/null cannot be replaced, only written to.
    if path.exists() && !path.is_file() {
        let mut file = paths::private_file_options().write(true).open(path).map_err(bad)?;
        return file.write_all(bytes).map_err(bad);
    }
    let dir = path.parent().filter(|d| !d.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut draft = tempfile::Builder::new().prefix(".touchbase-").tempfile_in(dir).map_err(bad)?;
    draft.write_all(bytes).and_then(|()| draft.as_file().sync_all()).map_err(bad)?;
    draft.persist(path).map_err(|e| bad(e.error))?;
    Ok(())
}

fn done(ctx: &Context, book: &Book, path: &Path, rows: usize) -> Result<()> {
    let path = path.display().to_string();
    if ctx.out.json {
        return Ok(ctx.out.value(&json!({ "path": path, "rows": rows }))?);
    }
    Ok(ctx.out.line(&ctx.say(&Message::new("cli-export-done").with("n", rows).with("path", path), &book.now))?)
}
