//! `engagement report`: how a project goes, from the record, as a message to its client; `--done` writes down that it was given.
//! What stands in it is `portfolio::projects`' and `messages`' to say.

use super::super::args::Args;
use super::super::context::{Book, Context};
use super::super::draft;
use super::super::errors::{FAILED, USAGE, fail};
use super::super::output::{Colour, complain};
use crate::domain::action::Action;
use crate::domain::facts::ClientRows;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::messages::{self, Subject};
use crate::portfolio::Assessed;
use crate::portfolio::projects::Progress;
use crate::store::{ClientDetail, Which};
use anyhow::Result;

/// Prints the report, or writes down that it was given.
pub fn report(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let done = args.flag("done");
    if done && args.text("as-of").is_some() {
        return Err(fail(USAGE, Message::new("cli-error-as-of").with("help", "touchbase engagement report --help")));
    }
    if !done && args.text("on").is_some() {
        return Err(fail(USAGE, Message::new("cli-engagement-report-on-alone")));
    }
    let mut book = if done { ctx.write()? } else { ctx.read(args)? };
    let (engagement, id) = super::named(&book, &args.needed("engagement"))?;
    if done {
        let on = book.day(args, "on", Look::Back)?.unwrap_or(book.now.today());
        let applied = book.apply(&Action::ReportProgress { engagement, on })?;
        return ctx.answer(&book, &applied, Some(id));
    }
    let client = book.assessed(id)?;
    let vanished = || fail(FAILED, Message::new("cli-error-vanished"));
    let detail = book.store.detail_until(id, book.now.instant)?.ok_or_else(vanished)?;
    let progress = progress(&book, client, engagement, &detail)?;
    let theirs = ctx.words_for(client, &book);
    let words = theirs.as_ref().unwrap_or(&ctx.words);
    let template = messages::find(&ctx.paths.config_dir, words.lang, messages::PROGRESS);
    let template = template.map_err(|why| fail(FAILED, why))?.ok_or_else(vanished)?;
    let plain = Subject::new(&book.snapshot, client, &detail, &ctx.config, words);
    let subject = Subject { project: Some(&progress), now: &book.now, ..plain };
    let made = messages::draft(&subject, &template).map_err(|why| fail(FAILED, why))?;
    if progress.left_out > 0 {
        // Beside the text, which may go straight into a mail.
        let left = Message::new("progress-left-out").with("count", progress.left_out);
        complain(&ctx.say(&left, &book.now), &[], Colour::Never);
    }
    if ctx.out.json {
        return Ok(ctx.out.value(&draft::value(&book, client, None, &made))?);
    }
    if args.flag("stdout") {
        return Ok(ctx.out.block(&made.text())?);
    }
    draft::show(ctx, &book, &made)
}

/// What the record says of a project.
pub fn progress(book: &Book, client: &Assessed, engagement: Id, detail: &ClientDetail) -> Result<Progress> {
    let mut found = None;
    let secret = detail.do_not_mention.as_deref();
    let read = &mut |rows: &ClientRows| found = Progress::new(rows, engagement, &client.cases, secret, &book.now);
    book.store.stream(&Which::One(client.id()), read)?;
    found.ok_or_else(|| fail(FAILED, Message::new("cli-error-vanished")))
}
