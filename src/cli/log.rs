//! `log`: records a touch and says when the next one is due.

use super::args::Args;
use super::context::{Book, Context, number, short, word};
use super::errors::{REFUSED, fail};
use super::pick::{Choice, pick};
use crate::domain::action::{Action, NewTouch};
use crate::domain::day::Moment;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::{Channel, Direction, Flag, Outcome};
use crate::store::PersonDetail;
use anyhow::Result;

/// Records a touch.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let outcome = match args.text("outcome") {
        None => Outcome::Reached,
        Some(text) => word("outcome", &text, Outcome::ALL, Outcome::code)?,
    };
    if outcome == Outcome::Callback && args.text("again").is_none() {
        return Err(fail(REFUSED, Message::new("cli-error-callback")));
    }
    let channel = channel(&args.needed("channel"))?;
    let at = args.text("at").map(|text| happened(&book, &text)).transpose()?.unwrap_or(book.now.instant);
    let touch = NewTouch {
        client,
        person: args.text("person").map(|text| person(&book, client, &text)).transpose()?,
        channel,
        direction: if args.flag("in") { Direction::In } else { Direction::Out },
        outcome,
        at,
        minutes: number(args, "minutes")?,
        flag: args.text("flag").map(|text| word("flag", &text, Flag::ALL, Flag::code)).transpose()?,
        note: args.text("note").filter(|n| !n.trim().is_empty()),
        again: args.text("again").map(|text| book.moment(&text, Look::Ahead)).transpose()?,
    };
    let fulfils = if outcome == Outcome::Reached { book.snapshot.fulfilled(client, channel, at) } else { None };
    let applied = book.apply(&Action::LogTouch { touch: Box::new(touch), fulfils })?;
    ctx.answer(&book, &applied, Some(client))
}

/// A channel by code or by its name in either language.
pub fn channel(text: &str) -> Result<Channel> {
    word("channel", text, Channel::LOGGED, Channel::code)
}

/// When something happened: a bare day of the past is its opening, today is now.
pub fn happened(book: &Book, text: &str) -> Result<Moment> {
    let then = book.when(text, Look::Back)?;
    Ok(match then.at {
        Some(at) => at,
        None if then.day == book.now.today() => book.now.instant,
        None => book.snapshot.time.opening_moment(then.day, book.now.zone),
    })
}

/// The person of a client named on the line.
pub fn person(book: &Book, client: Id, text: &str) -> Result<Id> {
    let detail = book.store.detail(client)?;
    let choice = |p: PersonDetail| {
        let role = p.role.as_deref().map(short).unwrap_or_default();
        let shown = Message::new("cli-choice-person").with("name", short(&p.name)).with("role", role);
        Choice { id: p.id, label: p.name, shown, open: true, value: () }
    };
    pick(detail.into_iter().flat_map(|d| d.people).map(choice).collect(), text, "cli-error-no-person").map(|(id, ())| id)
}
