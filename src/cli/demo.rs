//! `demo`: a realistic sample, opened from a temporary file or written to one. What is in it is `crate::demo`'s business.

use super::args::Args;
use super::context::{Book, Context, number};
use super::errors::{REFUSED, USAGE, fail};
use super::{screen, today};
use crate::demo::{DemoOptions, portfolio};
use crate::domain::day::{Moment, Now};
use crate::domain::message::Message;
use crate::portfolio::{Snapshot, demo};
use crate::store::{OpenMode, Store};
use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use std::io::IsTerminal;
use std::mem::ManuallyDrop;
use std::path::Path;

/// Makes a sample and opens it, or leaves it in the file that was named.
pub fn run(ctx: &Context, args: &Args<'_>, tick: &dyn Fn() -> Moment) -> Result<()> {
    let options = options(ctx, args)?;
    let Some(path) = args.path_of("db") else {
        return temporary(ctx, &options, tick);
    };
    // Also a broken link and an empty file are somebody's.
    if path.symlink_metadata().is_ok() {
        return Err(fail(REFUSED, Message::new("cli-error-exists").with("path", path.display().to_string())));
    }
    let book = match make(ctx, &path, &options) {
        Ok(book) => book,
        Err(error) => {
            // Half a sample is of no use; the file is ours, it was not there before.
            let _ = std::fs::remove_file(&path);
            return Err(error);
        }
    };
    let (path, n) = (path.display().to_string(), book.snapshot.clients.len());
    if ctx.out.json {
        return Ok(ctx.out.value(&json!({ "db": path, "clients": n }))?);
    }
    let made = Message::new("cli-demo-made").with("n", n).with("path", path);
    Ok(ctx.out.line(&ctx.say(&made, &book.now))?)
}

/// Opens the small sample in a temporary file.
pub fn open_temporary(ctx: &Context, tick: &dyn Fn() -> Moment) -> Result<()> {
    temporary(
        ctx,
        &DemoOptions::small(ctx.words.lang, ctx.config.currency.unwrap_or(DemoOptions::currency(ctx.words.lang))),
        tick,
    )
}

/// The file goes with its folder when the program ends.
fn temporary(ctx: &Context, options: &DemoOptions, tick: &dyn Fn() -> Moment) -> Result<()> {
    let dir = tempfile::Builder::new().prefix("touchbase-demo-").tempdir()?;
    let book = make(ctx, &dir.path().join("demo.db"), options)?;
    if ctx.out.terminal && !ctx.out.json {
        screen::run(ctx, book.store, tick)?;
        return Ok(());
    }
    today::show(ctx, &book, None)
}

fn make(ctx: &Context, path: &Path, options: &DemoOptions) -> Result<Book> {
    let mut store = Store::open(path, OpenMode::Create { zone: ctx.machine_zone() }, None)?;
    let settings = ctx.settings(store.zone())?;
    let now = Now { instant: ctx.instant, zone: store.zone() };
    let empty = Snapshot::load(&store, &settings, &now)?;
    let sample = portfolio(options, &empty.time, &now);
    let bar = bar(ctx, sample.clients.len());
    let written = demo::write(&mut store, &sample, &now, &mut |n| bar.set_position(n as u64));
    bar.finish_and_clear();
    written?;
    let _ = store.pack_rows(1);
    let snapshot = Snapshot::load(&store, &settings, &now)?;
    snapshot.keep_fit(&mut store);
    Ok(Book { store, settings, now, snapshot: ManuallyDrop::new(snapshot) })
}

fn options(ctx: &Context, args: &Args<'_>) -> Result<DemoOptions> {
    let clients: Option<usize> = number(args, "clients")?;
    let years: Option<u32> = number(args, "years")?;
    let small = DemoOptions::small(ctx.words.lang, ctx.config.currency.unwrap_or(DemoOptions::currency(ctx.words.lang)));
    within(args, "clients", clients.is_none_or(|n| (1..=100_000).contains(&n)))?;
    within(args, "years", years.is_none_or(|n| (1..=50).contains(&n)))?;
    Ok(DemoOptions {
        clients: clients.unwrap_or(small.clients),
        years: years.unwrap_or(small.years),
        seed: number(args, "seed")?.unwrap_or(small.seed),
        small: clients.is_none(),
        ..small
    })
}

fn within(args: &Args<'_>, name: &str, good: bool) -> Result<()> {
    if good {
        return Ok(());
    }
    let text = args.needed(name);
    Err(fail(USAGE, Message::new("cli-error-number").with("option", format!("--{name}")).with("text", text)))
}

fn bar(ctx: &Context, clients: usize) -> ProgressBar {
    if ctx.out.json || clients < 200 || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(clients as u64);
    if let Ok(style) = ProgressStyle::with_template("[{bar:30}] {pos}/{len}") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}
