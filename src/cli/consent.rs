//! `consent add|list|remove`: what clients said about being written to. Who is left out of a run because of it is `messages`' to say.

use super::args::Args;
use super::context::{Book, Context, word};
use super::errors::{USAGE, fail};
use super::filter::Filter;
use super::log::channel;
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::{Channel, ConsentState};
use crate::store::ConsentDetail;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down what a client said: of one channel, or of all.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let (channel, state) = said(&args.texts("said"))?;
    let on = book.day(args, "on", Look::Back)?.unwrap_or(book.now.today());
    let action = Action::SetConsent { client, channel, state: Some(state), on, how: args.text("how") };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// `withdrawn`, `email withdrawn`; either order.
fn said(words: &[String]) -> Result<(Option<Channel>, ConsentState)> {
    let state = |text: &str| word("consent", text, ConsentState::ALL, ConsentState::code);
    match words {
        [one] => Ok((None, state(one)?)),
        [one, two] => match state(two) {
            Ok(state) => Ok((Some(channel(one)?), state)),
            // The other way round; what is neither is refused with the words there are.
            Err(unknown) => match state(one) {
                Ok(state) => Ok((Some(channel(two)?), state)),
                Err(_) => Err(unknown),
            },
        },
        _ => Err(fail(USAGE, Message::new("cli-consent-words"))),
    }
}

/// What was said and holds, of all who pass a filter.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let words = args.texts("filter");
    let rows = rows(&book, &words)?;
    if ctx.out.json {
        let one = |(client, row): &(Id, ConsentDetail)| {
            let name = book.snapshot.client(*client).map(|c| c.name().to_owned());
            json!({
                "id": row.id,
                "client": { "id": client, "name": name },
                "channel": row.channel,
                "state": row.state,
                "on": row.on,
                "how": row.how,
            })
        };
        return Ok(ctx.out.value(&Value::from(rows.iter().map(one).collect::<Vec<_>>()))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-consent-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(client, row)| {
            let name = book.snapshot.client(*client).map(|c| c.name().to_owned()).unwrap_or_default();
            let about = match row.channel {
                Some(channel) => ctx.word("channel", channel.code()),
                None => ctx.words.get("consent-every-channel"),
            };
            let style = if row.state == ConsentState::Withdrawn { Style::Red } else { Style::Plain };
            vec![
                Cell::from(name).style(Style::Bold),
                Cell::from(about),
                Cell::from(ctx.word("consent", row.state.code())).style(style),
                Cell::from(ctx.words.day(row.on, &book.now)),
                Cell::from(row.how.clone().unwrap_or_default()),
            ]
        })
        .collect();
    Ok(ctx.out.table(&ctx.headings(&["client", "channel", "consent", "since", "how"]), &cells)?)
}

/// The consents of the client of that name, else of those who pass the filter; by name of the client.
fn rows(book: &Book, words: &[String]) -> Result<Vec<(Id, ConsentDetail)>> {
    let mut rows = book.store.consents(book.now.instant)?;
    let one = (!words.is_empty()).then(|| book.client(&words.join(" ")).ok()).flatten();
    match one {
        Some(id) => rows.retain(|(client, _)| *client == id),
        None => {
            let filter = Filter::parse(book, words)?;
            rows.retain(|(client, _)| book.snapshot.client(*client).is_some_and(|c| c.facts.exists && filter.passes(c)));
        }
    }
    let lang = crate::i18n::Lang::of(book.snapshot.cultures.language);
    rows.sort_by_cached_key(|(client, row)| {
        let name = book.snapshot.client(*client).map(|c| crate::text::sort_key(c.name(), lang)).unwrap_or_default();
        (name, *client, row.channel)
    });
    Ok(rows)
}

/// What was said of a channel, or of all, is no longer recorded.
pub fn remove(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let channel = args.text("channel").map(|text| channel(&text)).transpose()?;
    let rows = book.store.consents(book.now.instant)?;
    if !rows.iter().any(|(of, row)| *of == client && row.channel == channel) {
        let name = book.assessed(client)?.name().to_owned();
        return ctx.unchanged(&book, &Message::new("cli-consent-nothing").with("client", super::context::short(&name)));
    }
    let on = book.now.today();
    let applied = book.apply(&Action::SetConsent { client, channel, state: None, on, how: None })?;
    ctx.answer(&book, &applied, Some(client))
}
