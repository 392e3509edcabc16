//! `help`: the topics of the manual, one of them, or the man page. What stands in them is `crate::manual`'s business, the man page `man`'s.

use super::args::Args;
use super::context::Context;
use super::errors::{USAGE, fail};
use super::man;
use super::output::Style;
use crate::app::keymap::Keymap;
use crate::domain::message::Message;
use crate::manual::{TOPICS, Topic, pages};
use crate::text::{self, LineKind, lay_out};
use anyhow::Result;
use serde_json::json;

/// The widest lines that are still read with ease.
const CELLS: usize = 80;

/// Prints a topic, the list of topics, or the man page.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    if args.flag("man") {
        return Ok(ctx.out.raw(&man::page(&ctx.words)?)?);
    }
    let config_dir = &ctx.paths.config_dir;
    // A mistake in the user's keys is said where they are used; the manual then shows the shipped ones.
    let keymap = Keymap::with(&ctx.config.keys, "").unwrap_or_default();
    let Some(word) = args.text("topic") else {
        let pages = pages(&ctx.words, &keymap, config_dir);
        if ctx.out.json {
            let all: Vec<_> = pages.iter().map(|p| json!({ "topic": p.code, "title": p.title })).collect();
            return Ok(ctx.out.value(&all.into())?);
        }
        for page in &pages {
            ctx.out.styled(&[(Style::Bold, &text::pad(page.code, 10)), (Style::Plain, &format!(" {}", page.title))])?;
        }
        ctx.out.line("")?;
        return Ok(ctx.out.remark(&ctx.words.get("cli-help-hint"))?);
    };
    let topic = Topic::find(&word.to_lowercase()).ok_or_else(|| {
        let topics: Vec<&str> = TOPICS.iter().map(|t| t.code).collect();
        let text = super::context::short(&word);
        fail(USAGE, Message::new("cli-error-topic").with("text", text).with("topics", topics.join(", ")))
    })?;
    let page = topic.page(&ctx.words, &keymap, config_dir).map_err(|m| fail(USAGE, m))?;
    if ctx.out.json {
        return Ok(ctx.out.value(&json!({ "topic": page.code, "title": page.title, "text": page.text }))?);
    }
    let cells = ctx.out.columns().unwrap_or(CELLS).clamp(40, CELLS);
    for line in lay_out(&page.text, cells) {
        match line.kind {
            LineKind::Heading => ctx.out.styled(&[(Style::Bold, &line.text)])?,
            // A command that is to be copied is never cut.
            LineKind::Code | LineKind::Text => ctx.out.block(&line.text)?,
        }
    }
    Ok(())
}
