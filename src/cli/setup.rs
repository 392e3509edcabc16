//! `zone`, `config path`, `completions`: what surrounds the book.

use super::args::{self, Args};
use super::context::Context;
use super::errors::{USAGE, fail};
use crate::domain::action::Action;
use crate::domain::message::Message;
use crate::domain::zone::parse_zone;
use anyhow::Result;
use clap_complete::{Shell, generate};
use serde_json::json;

/// Prints the file's zone, or sets it.
pub fn zone(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let Some(text) = args.text("zone") else {
        let book = ctx.read(args)?;
        if ctx.out.json {
            return Ok(ctx.out.value(&json!({ "zone": book.now.zone.name() }))?);
        }
        return Ok(ctx.out.line(book.now.zone.name())?);
    };
    let zone = parse_zone(&text).ok_or_else(|| fail(USAGE, Message::new("cli-error-zone").with("text", text)))?;
    let mut book = ctx.write()?;
    if zone == book.now.zone {
        return ctx.unchanged(&book, &Message::new("cli-zone-already").with("zone", zone.name()));
    }
    // The configuration may name no country of holidays: then they are those of the zone.
    book.settings = ctx.settings(zone)?;
    let applied = book.apply(&Action::SetZone { zone: zone.name().to_owned() })?;
    ctx.answer(&book, &applied, None)
}

/// Prints where the files are.
pub fn paths(ctx: &Context) -> Result<()> {
    let places = [
        ("db", &ctx.paths.db),
        ("config", &ctx.paths.config_file),
        ("config_dir", &ctx.paths.config_dir),
        ("state_dir", &ctx.paths.state_dir),
    ];
    if ctx.out.json {
        let all: serde_json::Map<String, serde_json::Value> =
            places.iter().map(|(name, path)| ((*name).to_owned(), path.display().to_string().into())).collect();
        return Ok(ctx.out.value(&all.into())?);
    }
    for (name, path) in places {
        ctx.out.line(&format!("{}  {}", crate::text::pad(&ctx.words.get(&format!("cli-path-{name}")), 16), path.display()))?;
    }
    Ok(())
}

/// Prints a completion script.
pub fn completions(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let text = args.needed("shell");
    let shell: Shell = text.parse().map_err(|_| {
        let choices = "bash, zsh, fish, powershell, elvish";
        fail(USAGE, Message::new("cli-error-word").with("text", text.as_str()).with("choices", choices))
    })?;
    let mut script = Vec::new();
    generate(shell, &mut args::command(&ctx.words), "touchbase", &mut script);
    ctx.out.raw(&script)?;
    Ok(())
}
