//! `policy show|edit|use`: the rules in force, a draft of them, and changing them. What a text means is `domain::policy`'s.

use super::args::Args;
use super::bill;
use super::context::Context;
use super::errors::{FAILED, USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::message::Message;
use crate::domain::policy::{self, Policy};
use crate::domain::words::Tier;
use crate::domain::zone::Hours;
use crate::paths;
use crate::portfolio::Snapshot;
use crate::portfolio::preview::moves;
use crate::tui::editor;
use anyhow::Result;
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Prints the text in force, after the weekly hours; with `--bill` what it asks for beside the presets.
pub fn show(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let (name, text) = in_force(book.store.book()?.policy);
    let policy = &book.snapshot.policy;
    if ctx.out.json {
        let mut value = value(policy, &name, &text);
        if args.flag("bill") {
            value["bill"] = bill::value(&book);
        }
        return Ok(ctx.out.value(&value)?);
    }
    if args.flag("bill") {
        return bill::show(ctx, &book);
    }
    ctx.out.styled(&[(Style::Bold, &ctx.say(&Message::new("cli-policy-name").with("name", name), &book.now))])?;
    for (day, spans) in DAYS.iter().zip(&policy.hours.0) {
        let hours = Hours::day_text(spans);
        let hours = if hours.is_empty() { ctx.words.get("cli-policy-closed") } else { hours };
        ctx.out.row(&[Cell::from(ctx.words.get(&format!("cli-day-{day}"))), Cell::from(hours)], &[4])?;
    }
    ctx.out.line("")?;
    ctx.out.block(&text)?;
    Ok(())
}

/// Opens a draft in the user's editor and checks it. It takes effect with `policy use`.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let (name, text) = match ctx.read(args) {
        Ok(book) => in_force(book.store.book()?.policy),
        // A draft needs no book.
        Err(error) if is_missing(&error) => in_force(None),
        Err(error) => return Err(error),
    };
    let path = draft(&ctx.paths.config_dir, &name);
    let before = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => text,
        Err(error) => return Err(unreadable(&path, &error)),
    };
    let failed = |why: String| fail(FAILED, Message::new("cli-error-editor").with("why", why));
    let after = editor::edit(&before).map_err(|e| failed(e.to_string()))?;
    let now = ctx.now();
    if let Some(text) = &after {
        write(&path, text)?;
    }
    let text = after.unwrap_or(before);
    let shown = path.display().to_string();
    policy::parse(&text).map_err(|e| fail(USAGE, e.message(&shown)))?;
    if ctx.out.json {
        ctx.out.value(&json!({ "name": name, "path": shown, "valid": true }))?;
        return Ok(());
    }
    ctx.out.line(&ctx.say(&Message::new("cli-policy-draft").with("path", shown).with("name", name), &now))?;
    Ok(())
}

/// Puts a policy in force, saying what it changes.
pub fn take(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let wanted = args.needed("policy");
    let (name, text) = find(ctx, &wanted)?;
    let parsed = policy::parse(&text).map_err(|e| fail(USAGE, e.message(&wanted)))?;
    let mut book = ctx.write()?;
    if book.store.book()?.policy.is_some_and(|row| row.name == name && row.text == text) {
        return ctx.unchanged(&book, &Message::new("cli-policy-already").with("name", name));
    }
    let tiers = moves(&book.snapshot, &parsed).iter().filter(|m| m.changes()).count();
    let under = Snapshot::load_under(&book.store, &book.settings, &book.now, parsed)?;
    // Said before it takes effect (S72).
    if !ctx.out.json {
        let message = Message::new("cli-policy-preview").with("tiers", tiers).with("plans", replanned(&book.snapshot, &under));
        ctx.out.line(&ctx.say(&message, &book.now))?;
        if tiers > 0 {
            ctx.out.remark(&ctx.words.get("cli-policy-held"))?;
        }
    }
    let applied = book.apply(&Action::UsePolicy { name, text })?;
    ctx.answer(&book, &applied, None)
}

/// How many clients get another plan.
fn replanned(before: &Snapshot, after: &Snapshot) -> usize {
    let plan = |c: &crate::portfolio::Assessed| c.plan.iter().map(|r| (r.channel, r.every, r.grace)).collect::<Vec<_>>();
    before.present().filter_map(|b| after.client(b.id()).map(|a| (b, a))).filter(|(b, a)| plan(b) != plan(a)).count()
}

/// A preset, a draft of the configuration directory, or a file: its name and text.
pub(super) fn find(ctx: &Context, wanted: &str) -> Result<(String, String)> {
    let draft = draft(&ctx.paths.config_dir, wanted);
    let plain = !wanted.contains(['/', '\\']) && !wanted.ends_with(".toml");
    let path =
        if plain && draft.exists() { Some(draft) } else { Some(PathBuf::from(wanted)).filter(|p| !plain || p.is_file()) };
    match path {
        Some(path) => {
            let text = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, &e))?;
            let name = path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_else(|| wanted.to_owned());
            Ok((name, text))
        }
        None => match policy::preset(wanted) {
            Some(text) => Ok((wanted.to_owned(), text.to_owned())),
            None => Err(fail(USAGE, Message::new("cli-error-no-policy").with("name", wanted))),
        },
    }
}

fn in_force(row: Option<crate::store::PolicyRow>) -> (String, String) {
    row.map_or_else(|| ("agency".to_owned(), policy::AGENCY.to_owned()), |row| (row.name, row.text))
}

fn draft(config_dir: &Path, name: &str) -> PathBuf {
    // A name of the file's own is only a name: no path comes out of it.
    let safe: String = name.chars().map(|c| if matches!(c, '/' | '\\' | '\0') { '-' } else { c }).collect();
    config_dir.join("policies").join(format!("{}.toml", safe.trim_start_matches('.')))
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(dir) = path.parent() {
        paths::create_private_dir(dir)?;
    }
    let mut file = paths::private_file_options().write(true).create(true).truncate(true).open(path)?;
    file.write_all(text.as_bytes())?;
    Ok(())
}

fn is_missing(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(crate::store::StoreError::NoDatabase(_)))
}

fn unreadable(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let message = Message::new("cli-error-file").with("path", path.display().to_string()).with("why", error.to_string());
    fail(FAILED, message)
}

fn value(policy: &Policy, name: &str, text: &str) -> Value {
    let hours: Map<String, Value> =
        DAYS.iter().zip(&policy.hours.0).map(|(day, spans)| ((*day).to_owned(), Hours::day_text(spans).into())).collect();
    let plans: Map<String, Value> = Tier::ALL
        .iter()
        .map(|tier| {
            let plan = policy.plan(Some(*tier));
            let contacts: Vec<Value> = plan
                .contacts
                .iter()
                .map(|c| json!({ "channel": c.channel, "every": c.every.to_string(), "grace": c.grace }))
                .collect();
            (
                tier.code().to_owned(),
                json!({ "contacts": contacts, "review_days": plan.review, "survey": plan.survey.to_string() }),
            )
        })
        .collect();
    json!({
        "name": name,
        "hours": hours,
        "capacity": policy.queue.capacity,
        "plan": plans,
        "meeting_satisfies_visit": policy.meeting_satisfies_visit,
        "text": text,
    })
}
