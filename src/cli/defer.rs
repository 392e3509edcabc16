//! `snooze`, `skip`, `pause`: what puts contacts off. What each does to the plan is `domain`'s business.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{REFUSED, fail};
use super::log::channel;
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::when::Look;
use crate::domain::words::Channel;
use crate::portfolio::Requirement;
use anyhow::Result;

/// Hides what is due until a day.
pub fn snooze(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let until = book.when(&args.needed("when"), Look::Ahead)?.day;
    let today = book.now.today();
    let mut targets: Vec<Target> = match args.text("channel") {
        Some(text) => vec![Target::Contact(required(&book, client, channel(&text)?)?.channel)],
        None => {
            let plan = &book.assessed(client)?.plan;
            plan.iter().filter(|r| r.is_due(today)).map(|r| Target::Contact(r.channel)).collect()
        }
    };
    if targets.is_empty() {
        targets.extend(earliest(&book, client)?.map(|r| Target::Contact(r.channel)));
    }
    if targets.is_empty() {
        // Who has no plan is put off with what waits for them, such as a lead without next step.
        targets.extend(book.snapshot.queue.items.iter().filter(|i| i.client == Some(client)).map(|i| i.target));
    }
    if targets.is_empty() {
        return Err(nothing(&book, client));
    }
    let applied = book.apply(&Action::Snooze { client, targets, until })?;
    ctx.answer(&book, &applied, Some(client))
}

/// Gives this turn a miss, with a reason.
pub fn skip(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let why = reason(args)?;
    let today = book.now.today();
    let chosen: Vec<Requirement> = match args.text("channel") {
        Some(text) => vec![required(&book, client, channel(&text)?)?.clone()],
        None => {
            let plan = &book.assessed(client)?.plan;
            let due: Vec<Requirement> = plan.iter().filter(|r| r.is_due(today)).cloned().collect();
            if due.is_empty() { earliest(&book, client)?.cloned().into_iter().collect() } else { due }
        }
    };
    if chosen.is_empty() {
        return Err(nothing(&book, client));
    }
    let turns = chosen.iter().map(|r| (r.channel, book.snapshot.next_turn(r))).collect();
    let applied = book.apply(&Action::Skip { client, turns, why })?;
    ctx.answer(&book, &applied, Some(client))
}

/// Stops a client's plan until a day.
pub fn pause(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let until = book.when(&args.needed("when"), Look::Ahead)?.day;
    let applied = book.apply(&Action::Pause { client, until, why: args.text("why") })?;
    ctx.answer(&book, &applied, Some(client))
}

/// The reason of `-m`; without one the rules refuse.
pub fn reason(args: &Args<'_>) -> Result<String> {
    args.text("why").filter(|w| !w.trim().is_empty()).ok_or_else(|| fail(REFUSED, Message::new("cli-error-why")))
}

fn earliest(book: &Book, client: Id) -> Result<Option<&Requirement>> {
    Ok(book.assessed(client)?.plan.iter().min_by_key(|r| r.due))
}

fn required(book: &Book, client: Id, channel: Channel) -> Result<&Requirement> {
    let assessed = book.assessed(client)?;
    assessed.plan.iter().find(|r| r.channel == channel).ok_or_else(|| {
        fail(REFUSED, Message::new("cli-error-not-planned").with("client", assessed.name()).with("channel", channel))
    })
}

fn nothing(book: &Book, client: Id) -> anyhow::Error {
    let name = book.snapshot.client(client).map(|c| c.name().to_owned()).unwrap_or_default();
    fail(REFUSED, Message::new("cli-error-no-plan").with("client", name))
}
