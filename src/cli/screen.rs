//! From the command line to the screen: what it is opened with, and the sample it may be left for. The screen itself is `tui`.

use super::context::Context;
use super::demo;
use super::errors::{FAILED, Quiet, USAGE, fail};
use super::shape;
use crate::config::{Borders, ThemeName};
use crate::domain::day::{Moment, Now};
use crate::i18n::Lang;
use crate::store::{OpenMode, Store, StoreError};
use crate::tui::asking;
use crate::tui::child::Lines;
use crate::tui::events::Events;
use crate::tui::open::{Book, LANG_KEY, Launch, THEME_KEY};
use crate::tui::run;
use crate::tui::theme::Theme;
use anyhow::Result;
use std::path::PathBuf;

/// Opens the program on the user's file, which it makes when there is none.
pub fn open(ctx: &Context, tick: &dyn Fn() -> Moment) -> Result<()> {
    let store = Store::open(&ctx.paths.db, OpenMode::Create { zone: ctx.machine_zone() }, Some(&ctx.paths.state_dir))?;
    if run(ctx, store, tick)? {
        demo::open_temporary(ctx, tick)?;
    }
    Ok(())
}

/// Runs the screen on an open file. True when the user left it for the sample.
pub fn run(ctx: &Context, store: Store, tick: &dyn Fn() -> Moment) -> Result<bool> {
    let now = Now { instant: tick(), zone: store.zone() };
    let store_path = store.path().to_path_buf();
    let launch = Launch {
        lang: lang(ctx, &store)?,
        theme: theme(ctx, &store)?,
        store,
        config: ctx.config.clone(),
        config_dir: ctx.paths.config_dir.clone(),
        lines: lines(ctx, store_path)?,
        config_file: ctx.paths.config_file.display().to_string(),
    };
    let mut book = Book::open(launch, &now).map_err(|m| fail(USAGE, m))?;
    let ended = run::run(&mut book, Events::new(), tick);
    book.leave();
    match ended?.code() {
        0 => Ok(book.wants_demo()),
        code => Err(Quiet(u8::try_from(code).map_or(FAILED, i32::from)).into()),
    }
}

/// What was chosen on the first screen holds where nothing more definite was said.
fn lang(ctx: &Context, store: &Store) -> Result<Lang, StoreError> {
    if ctx.lang_given {
        return Ok(ctx.words.lang);
    }
    Ok(store.ui_get(LANG_KEY)?.as_deref().and_then(Lang::parse).unwrap_or(ctx.words.lang))
}

/// The look: as configured, else none where colours are not wanted, else as chosen on the screen, else what the terminal is.
fn theme(ctx: &Context, store: &Store) -> Result<Theme, StoreError> {
    let ascii = match ctx.config.borders {
        Borders::Ascii => true,
        Borders::Unicode => false,
        Borders::Auto => !speaks_utf8(),
    };
    let set = |name: &str| std::env::var(name).unwrap_or_default();
    let colours = ctx.out.colour() && set("TERM") != "dumb";
    let name = match ctx.config.theme.filter(|_| !ctx.out.refuses_colour()) {
        Some(name) => Some(name),
        None if !colours => Some(ThemeName::Mono),
        None => store.ui_get(THEME_KEY)?.as_deref().and_then(ThemeName::parse),
    };
    let theme = name.map_or(Theme::new(true, ascii), |name| Theme::named(name, ascii));
    Ok(theme.on(asking::from_environment(&set("COLORFGBG"))))
}

/// The command line as the palette offers it, carried out on this file.
fn lines(ctx: &Context, file: PathBuf) -> Result<Lines> {
    let lang = ctx.words.lang.tag().into();
    let before =
        vec!["--db".into(), file.into(), "--config".into(), ctx.paths.config_file.clone().into(), "--lang".into(), lang];
    Ok(Lines { shapes: shape::lines(), program: std::env::current_exe()?, before })
}

/// Whether the terminal's character set has more than ASCII.
fn speaks_utf8() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    set.is_none_or(|v| {
        let v = v.to_ascii_lowercase();
        v.contains("utf-8") || v.contains("utf8")
    })
}
