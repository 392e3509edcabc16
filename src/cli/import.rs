//! `import`: brings a file in and reports on it. Reading, matching and writing is `portfolio::import`'s.

use super::args::Args;
use super::context::Context;
use super::errors::{FAILED, Quiet, USAGE, fail};
use super::export::kind;
use crate::domain::message::Message;
use crate::interchange::record::Kind;
use crate::interchange::{DateOrder, Encoding, ImportError, ImportOptions};
use crate::portfolio::import;
use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{ErrorKind, IsTerminal, Read};
use std::path::Path;

/// Brings a file in.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let Some(path) = args.path_of("file") else { return Ok(()) };
    let mut options = options(ctx, args)?;
    // The file is read before the book is opened: a wrong name must not leave a new book behind.
    let bytes = read(&path)?;
    let mut book = if options.dry_run { ctx.rehearse()? } else { ctx.create()? };
    options.currency = Some(book.snapshot.currency);
    let bar = bar(ctx);
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let done = import::run(&mut book.store, &bytes, &name, &options, &book.now, &mut |done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
        true
    });
    bar.finish_and_clear();
    let import::Imported { mut report, op } = done.map_err(hinted)?;
    if op.is_some() {
        ctx.out.wrote();
        let _ = book.store.pack_rows(1);
        book.read_again()?;
    }
    import::lead_on(&mut report, &book.snapshot);
    report.also.splice(0..0, ctx.missing_rates(&book).filter(|_| op.is_some()));
    if report.rejected.iter().any(|rejected| rejected.reason.id == "import-rejected-date-order") {
        report.also.push(Message::new("cli-import-hint-dates"));
    }
    if ctx.out.json {
        let mut value = report.json(&ctx.words, &book.now);
        value["op"] = op.into();
        ctx.out.value(&value)?;
    } else {
        for line in report.lines() {
            ctx.out.block(&ctx.say(&line, &book.now))?;
        }
    }
    match report.exit() {
        0 => Ok(()),
        code => Err(Quiet(code).into()),
    }
}

/// The error with the options that help.
fn hinted(error: import::ImportError) -> anyhow::Error {
    let import::ImportError::File(file) = &error else { return error.into() };
    let id = match file {
        ImportError::NoKind { .. } => "cli-import-hint-kind",
        ImportError::NoColumn { .. } => "cli-import-hint-column",
        ImportError::NoField { .. } | ImportError::NoHeading { .. } => "cli-import-hint-field",
        ImportError::NotUtf8 { .. } | ImportError::NotEncoding { .. } => "cli-import-hint-encoding",
        ImportError::CardsAs { .. } => "cli-import-hint-cards",
        _ => return error.into(),
    };
    let mut hint = Message::new(id).with("message", file.message()).with("names", Encoding::NAMES);
    if let ImportError::NoColumn { field, .. } = file {
        hint = hint.with("field", *field);
    }
    fail(file.exit(), hint)
}

fn options(ctx: &Context, args: &Args<'_>) -> Result<ImportOptions> {
    let bad =
        |text: &str, choices: &str| fail(USAGE, Message::new("cli-error-word").with("text", text).with("choices", choices));
    let kind: Option<Kind> = args.text("as").map(|text| kind(&text)).transpose()?;
    let map = args.texts("map").into_iter().map(|text| {
        let pair = text.split_once('=').map(|(field, heading)| (field.trim().to_owned(), heading.trim().to_owned()));
        pair.ok_or_else(|| fail(USAGE, Message::new("cli-error-map").with("text", text)))
    });
    let date_order = match args.text("date-order").as_deref() {
        None => None,
        Some("dmy") => Some(DateOrder::Dmy),
        Some("mdy") => Some(DateOrder::Mdy),
        Some(other) => return Err(bad(other, "dmy, mdy")),
    };
    let pin_tiers = match args.text("tiers").as_deref() {
        None | Some("pin") => true,
        Some("computed") => false,
        Some(other) => return Err(bad(other, "pin, computed")),
    };
    let encoding = match args.text("encoding") {
        None => None,
        Some(name) => Some(Encoding::parse(&name).ok_or_else(|| bad(&name, Encoding::NAMES))?),
    };
    Ok(ImportOptions {
        kind,
        map: map.collect::<Result<_>>()?,
        date_order,
        pin_tiers,
        dry_run: args.flag("dry-run"),
        currency: ctx.config.currency,
        encoding,
    })
}

/// The bytes of a file, or of standard input for `-`.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(path).map(|all| bytes = all)
    };
    read.map_err(|e| {
        let id = match e.kind() {
            ErrorKind::NotFound => "cli-import-not-found",
            ErrorKind::PermissionDenied => "cli-import-denied",
            ErrorKind::IsADirectory => "cli-import-folder",
            _ => "cli-error-file",
        };
        let message = Message::new(id).with("path", path.display().to_string());
        fail(FAILED, if id == "cli-error-file" { message.with("why", e.to_string()) } else { message })
    })?;
    Ok(bytes)
}

/// How far a large file is, on standard error, when somebody is watching.
fn bar(ctx: &Context) -> ProgressBar {
    if ctx.out.json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0).with_message(ctx.words.get("cli-import-working"));
    if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}
