//! `notes`: the knowledge notes that fit some words, one of them as it would go into a message, and writing them in the user's editor.
//! What a note is and how it is found is `notes`' to say.

use super::args::Args;
use super::context::{Context, short};
use super::errors::{FAILED, UNKNOWN, USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::messages::Draft;
use crate::notes::{self, Named, Note, Shelf, Used, Uses};
use crate::store::{OpenMode, Store, StoreError};
use crate::text;
use crate::tui::editor;
use anyhow::Result;
use serde_json::{Value, json};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Lists the notes that fit the words, best first; all of them without words.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let (shelf, (used, now)) = (shelf(ctx)?, used(ctx)?);
    let words = args.texts("words").join(" ");
    let found = shelf.find(&words, &used, ctx.words.lang);
    let found: Vec<&Note> = found.into_iter().filter_map(|n| shelf.notes.get(n)).collect();
    if let Some(left_out) = shelf.left_out() {
        ctx.aside(&ctx.say(&left_out, &now));
    }
    if ctx.out.json {
        let values: Vec<Value> = found.iter().map(|note| value(note, &used, &now)).collect();
        return Ok(ctx.out.value(&values.into())?);
    }
    if found.is_empty() {
        let none = Message::new("notes-no-hits").with("text", short(&words));
        let message = if shelf.notes.is_empty() { shelf.empty() } else { none };
        return Ok(ctx.out.block(&ctx.say(&message, &now))?);
    }
    let rows: Vec<Vec<Cell>> = found
        .iter()
        .map(|note| {
            let uses = used.get(&note.name).copied().unwrap_or_default();
            let last = uses.last.map(|at| ctx.say(&Message::new("note-day").with("day", at.day(now.zone)), &now));
            vec![
                Cell::from(text::one_line(&note.title).into_owned()),
                Cell::from(note.name.as_str()).style(Style::Dim),
                Cell::from(note.tags.join(", ")),
                Cell::from(if uses.count > 0 { uses.count.to_string() } else { String::new() }).right(),
                Cell::from(last.unwrap_or_default()),
            ]
        })
        .collect();
    Ok(ctx.out.table(&ctx.headings(&["title", "note-name", "tags", "uses", "used"]), &rows)?)
}

/// Prints a note as it would go into a message.
pub fn show(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let (shelf, (used, now)) = (shelf(ctx)?, used(ctx)?);
    let note = named(&shelf, &args.needed("note"))?;
    if ctx.out.json {
        let mut value = value(note, &used, &now);
        value["text"] = note.body.trim().into();
        value["plain"] = note.plain().into();
        return Ok(ctx.out.value(&value)?);
    }
    ctx.out.styled(&[(Style::Bold, &text::one_line(&note.title))])?;
    let uses = used.get(&note.name).copied().unwrap_or_default();
    let mut about = vec![note.name.clone()];
    about.extend((!note.tags.is_empty()).then(|| note.tags.join(", ")));
    about.extend(spoken(ctx, uses, &now));
    ctx.out.remark(&about.join(" · "))?;
    ctx.out.line("")?;
    Ok(ctx.out.block(&note.plain())?)
}

/// Opens a note in the user's editor. One that is not there is made, with its name as the heading.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let shelf = shelf(ctx)?;
    let name = args.needed("note");
    let (path, new) = match shelf.named(&name) {
        Named::One(note) => (note.path.clone(), false),
        Named::Many(notes) => return Err(several(&name, &notes)),
        Named::None(_) => (made(&shelf.folder, &name)?, true),
    };
    let failed = |why: String| fail(FAILED, Message::new("cli-error-editor").with("why", why));
    let opened = editor::open(&path).map_err(|e| e.to_string());
    // A note nobody wrote into is none.
    let empty = new && notes::take_back(&path).map_err(|e| unwritten(&path, &e))?;
    opened.map_err(failed)?;
    let shown = path.display().to_string();
    let id = match (new, empty) {
        (true, true) => "note-not-written",
        (true, false) => "note-written",
        (false, _) => "note-edited",
    };
    if ctx.out.json {
        return Ok(ctx.out.value(&json!({ "file": shown, "new": new && !empty, "written": !empty }))?);
    }
    Ok(ctx.out.block(&ctx.say(&Message::new(id).with("file", shown), &ctx.now()))?)
}

/// Puts the notes of `--note` into a draft.
pub(super) fn insert(ctx: &Context, args: &Args<'_>, draft: &mut Draft) -> Result<()> {
    let names = args.texts("note");
    if names.is_empty() {
        return Ok(());
    }
    let shelf = shelf(ctx)?;
    for name in names {
        let note = named(&shelf, &name)?;
        let plain = note.plain();
        if plain.is_empty() {
            return Err(fail(UNKNOWN, Message::new("note-nothing").with("file", note.path.display().to_string())));
        }
        // Named twice it stands there once.
        if !draft.notes.contains(&note.name) {
            draft.insert(&note.name, &plain);
        }
    }
    Ok(())
}

/// The file of a new note.
fn made(folder: &Path, name: &str) -> Result<PathBuf> {
    let bad = || fail(USAGE, Message::new("note-bad-name").with("text", short(name)));
    let path = notes::place(folder, name.trim()).ok_or_else(bad)?;
    match notes::create(&path) {
        Ok(()) => Ok(path),
        // It is there and was left out: the reason is said.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match crate::own::read(&path) {
            Err(why) => Err(fail(FAILED, why)),
            Ok(_) => Err(unwritten(&path, &error)),
        },
        Err(error) => Err(unwritten(&path, &error)),
    }
}

fn unwritten(path: &Path, error: &std::io::Error) -> anyhow::Error {
    fail(FAILED, Message::new("note-unwritten").with("file", path.display().to_string()).with("why", error.to_string()))
}

fn shelf(ctx: &Context) -> Result<Shelf> {
    let folder = notes::folder(ctx.config.notes.as_deref(), &ctx.paths.config_dir);
    notes::read(&folder).map_err(|why| fail(FAILED, why))
}

/// How often each note was used, with the clock of the book; nothing where there is no book yet.
fn used(ctx: &Context) -> Result<(Used, Now)> {
    match Store::open(&ctx.paths.db, OpenMode::Read, Some(&ctx.paths.state_dir)) {
        Ok(store) => {
            let used = notes::used(store.note_uses()?.into_iter().map(|row| (row.name, row.times, row.last)));
            Ok((used, Now { instant: ctx.instant, zone: store.zone() }))
        }
        Err(StoreError::NoDatabase(_)) => Ok((Used::new(), ctx.now())),
        Err(error) => Err(error.into()),
    }
}

/// The note a name means.
fn named<'a>(shelf: &'a Shelf, name: &str) -> Result<&'a Note> {
    match shelf.named(name) {
        Named::One(note) => Ok(note),
        Named::Many(notes) => Err(several(name, &notes)),
        Named::None(_) if shelf.notes.is_empty() => Err(fail(UNKNOWN, shelf.empty())),
        Named::None(near) => {
            let near: Vec<String> = near.iter().map(|note| short(&note.name)).collect();
            let id = if near.is_empty() { "note-unknown" } else { "note-unknown-near" };
            Err(fail(UNKNOWN, Message::new(id).with("text", short(name)).with("near", near.join(", "))))
        }
    }
}

fn several(name: &str, notes: &[&Note]) -> anyhow::Error {
    let names: Vec<String> = notes.iter().take(20).map(|note| short(&note.name)).collect();
    fail(UNKNOWN, Message::new("note-several").with("text", short(name)).with("notes", names.join(", ")))
}

/// `used 3 times, last Mon 23 Nov`.
fn spoken(ctx: &Context, uses: Uses, now: &Now) -> Option<String> {
    let last = uses.last?;
    let count = Message::new("note-uses").with("count", i64::from(uses.count));
    Some(ctx.say(&Message::new("note-last").with("uses", count).with("day", last.day(now.zone)), now))
}

fn value(note: &Note, used: &Used, now: &Now) -> Value {
    let uses = used.get(&note.name).copied().unwrap_or_default();
    json!({
        "name": note.name,
        "title": note.title,
        "tags": note.tags,
        "lang": note.lang.map(|lang| lang.tag()),
        "file": note.path.display().to_string(),
        "uses": uses.count,
        "last_used": uses.last.map(|at| at.rfc3339(now.zone)),
    })
}
