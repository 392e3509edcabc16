//! How `draft` hands over what it made: as text, as a link, into a Maildir, to a command; and the log that follows once it worked. How
//! a letter leaves the program is `messages`'.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{FAILED, REFUSED, USAGE, fail};
use crate::config::Messages;
use crate::domain::message::Message;
use crate::messages::{Draft, Leash, Way};
use anyhow::Result;
use serde_json::{Map, Value};
use std::path::PathBuf;

/// What the line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// The text as it is sent.
    Text,
    /// A `mailto:` link.
    Link,
    /// A draft in this Maildir.
    Maildir(PathBuf),
    /// The mail on the standard input of this command.
    Exec(String),
}

/// The way a line names; `None`: the draft is only shown.
///
/// # Errors
/// Two ways at once; `--log` without one.
pub fn asked(args: &Args<'_>) -> Result<Option<Out>> {
    let ways = [
        args.flag("stdout").then_some(Out::Text),
        args.flag("mailto").then_some(Out::Link),
        args.path_of("maildir").map(Out::Maildir),
        args.text("exec").map(Out::Exec),
    ];
    let mut ways = ways.into_iter().flatten();
    let way = ways.next();
    if ways.next().is_some() {
        return Err(fail(USAGE, Message::new("cli-draft-one-way")));
    }
    // An unset variable of a script would else pass for a mail that went out.
    if matches!(&way, Some(Out::Exec(command)) if command.trim().is_empty()) {
        return Err(fail(USAGE, Message::new("cli-draft-no-command")));
    }
    if args.flag("log") && way.is_none() {
        return Err(fail(USAGE, Message::new("cli-draft-log-way")));
    }
    Ok(way)
}

/// A text with brackets still to be filled is no letter yet: it can be copied or kept as a draft, but not be sent or logged as sent.
///
/// # Errors
/// It has such brackets, and would be sent or logged.
pub fn complete(draft: &Draft, out: &Out, logs: bool) -> Result<()> {
    if draft.gaps() > 0 && (logs || matches!(out, Out::Exec(_))) {
        return Err(fail(
            REFUSED,
            Message::new("cli-draft-unfilled").with("count", draft.gaps()).with("template", draft.template.as_str()),
        ));
    }
    Ok(())
}

/// Hands a draft over. Where the way carries a mail it is one from here on. What became of it is said by [`say`], or by [`log`].
///
/// # Errors
/// What the way was refused for; nothing was handed over then.
pub fn hand_over(ctx: &Context, book: &Book, draft: &mut Draft, out: &Out) -> Result<()> {
    let failed = |why: Message| fail(FAILED, why);
    let mut ways = ctx.config.messages.clone();
    let leave = |draft: &Draft, way: Way, ways: &Messages| {
        draft.hand_over(way, ways, &book.now, &mut Leash::plain(&mut || true)).map_err(failed)
    };
    match out {
        Out::Text if ctx.out.json => return Ok(()),
        Out::Text => {
            ctx.out.block(&draft.text())?;
            return Ok(ctx.out.finish()?);
        }
        Out::Link => {
            let link = draft.mailto().map_err(failed)?;
            if !ctx.out.json {
                ctx.out.block(&link)?;
            }
            ctx.out.finish()?;
        }
        Out::Maildir(folder) => {
            ways.maildir = Some(folder.clone());
            leave(draft, Way::Maildir, &ways)?;
        }
        Out::Exec(command) => {
            ways.command = Some(command.clone());
            leave(draft, Way::Command, &ways)?;
        }
    }
    draft.as_mail();
    Ok(())
}

/// What became of it, for a reader: a text or a link speaks for itself.
pub fn say(ctx: &Context, book: &Book, draft: &Draft, out: &Out) -> Result<()> {
    let id = match out {
        Out::Text | Out::Link => return Ok(()),
        Out::Maildir(_) => "cli-draft-filed",
        Out::Exec(_) => "cli-draft-given",
    };
    Ok(ctx.out.block(&ctx.say(&Message::new(id).with("to", draft.to.as_str()), &book.now))?)
}

/// Logs what was handed over. Where standard output carries the text or the link the answer stands beside it.
///
/// # Errors
/// The file cannot be written: it was handed over all the same, and that is said.
pub fn log(ctx: &Context, book: &mut Book, draft: &Draft, out: &Out, value: Option<Value>) -> Result<()> {
    let what = Message::new("draft-note").with("subject", draft.subject.as_str()).with("template", draft.template.as_str());
    let note = ctx.say(&what, &book.now);
    let fulfils = book.snapshot.fulfilled(draft.client, draft.channel, book.now.instant);
    let applied = book.apply(&draft.logged(note, fulfils, &book.now)).inspect_err(|_| {
        ctx.aside(&ctx.words.get("cli-draft-unlogged"));
    })?;
    if let (Out::Text | Out::Link, false) = (out, ctx.out.json) {
        ctx.out.wrote();
        ctx.aside(&ctx.say(&applied.message, &book.now));
        return Ok(());
    }
    let more = value.map(|value| Map::from_iter([("draft".to_owned(), value)])).unwrap_or_default();
    ctx.answer_with(book, &applied, Some(draft.client), more)
}
