//! `appointment add|list|cancel`: agreed contacts.

use super::args::Args;
use super::context::{Book, Context, number, short};
use super::errors::{USAGE, fail};
use super::log::{channel, person};
use super::output::{Cell, Style};
use super::pick::{Choice, ambiguous, pick};
use crate::domain::action::Action;
use crate::domain::day::Moment;
use crate::domain::facts::AppointmentRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::{self, Look};
use crate::portfolio::Assessed;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down an agreed contact.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let when = args.needed("when");
    let start = book.moment(&when, Look::Ahead)?;
    let past = start < book.now.instant;
    if past && !is_explicit(&book, &when) {
        return Err(fail(USAGE, Message::new("cli-error-past").with("text", when).with("at", start)));
    }
    let action = Action::AddAppointment {
        client,
        person: args.text("person").map(|text| person(&book, client, &text)).transpose()?,
        channel: channel(&args.needed("channel"))?,
        start,
        minutes: number(args, "minutes")?,
        place: args.text("place"),
        note: args.text("note"),
        replaces: None,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))?;
    if past && !ctx.out.json {
        ctx.out.line(&ctx.words.get("cli-appointment-past"))?;
    }
    Ok(())
}

/// Whether a phrase names its day whatever day it is today: then a past one is meant.
fn is_explicit(book: &Book, text: &str) -> bool {
    const OTHER: i64 = 400 * 86_400;
    let earlier = book.now.at(Moment(book.now.instant.0 - OTHER));
    let day = |now| when::parse(text, now, Look::Ahead).map(|then| then.day).ok();
    day(&book.now) == day(&earlier)
}

/// Open appointments by start.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let rows = open(&book, client);
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|(c, a)| value(&book, c, a)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-appointment-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(c, a)| {
            vec![
                Cell::from(ctx.words.moment(a.start, &book.now)),
                Cell::from(ctx.word("channel", a.channel.code())),
                Cell::from(c.name()).style(Style::Bold),
                Cell::from(a.place.clone().unwrap_or_default()),
                Cell::from(a.minutes.map(|m| format!("{m} min")).unwrap_or_default()),
                Cell::from(format!("#{}", a.id)).style(Style::Dim),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["when", "channel", "client", "place", "minutes", "id"]), &cells)?;
    Ok(())
}

/// Calls an appointment off.
pub fn cancel(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let text = args.needed("appointment");
    let choice = |(c, a): (&Assessed, &AppointmentRow)| {
        let shown = Message::new("cli-choice-appointment")
            .with("channel", a.channel)
            .with("at", a.start)
            .with("client", short(c.name()))
            .with("placed", i32::from(a.place.is_some()))
            .with("place", short(a.place.as_deref().unwrap_or_default()));
        Choice { id: a.id, label: c.name().to_owned(), shown, open: true, value: c.id() }
    };
    let choices = |client| open(&book, client).into_iter().map(choice).collect::<Vec<_>>();
    let (appointment, client) = match pick(choices(None), &text, "cli-error-no-appointment") {
        Ok(found) => found,
        // Pinyin and initials name a client too.
        Err(refused) => match book.client(&text).map(|client| choices(Some(client))) {
            Ok(mut mine) if mine.len() == 1 => mine.pop().map(|c| (c.id, c.value)).ok_or(refused)?,
            Ok(mine) if !mine.is_empty() => return Err(ambiguous(&text, mine.into_iter().map(|c| (c.id, c.shown)))),
            _ => return Err(refused),
        },
    };
    let applied = book.apply(&Action::CancelAppointment { appointment })?;
    ctx.answer(&book, &applied, Some(client))
}

fn open(book: &Book, client: Option<Id>) -> Vec<(&Assessed, &AppointmentRow)> {
    let clients = book.snapshot.present().filter(|c| client.is_none_or(|id| c.id() == id));
    let mut rows: Vec<_> = clients.flat_map(|c| c.facts.appointments.iter().map(move |a| (c, a))).collect();
    rows.sort_by_key(|(_, a)| (a.start, a.id));
    rows
}

/// An appointment as JSON.
pub fn value(book: &Book, client: &Assessed, row: &AppointmentRow) -> Value {
    json!({
        "id": row.id,
        "client": { "id": client.id(), "name": client.name() },
        "channel": row.channel,
        "start": row.start.rfc3339(book.now.zone),
        "minutes": row.minutes,
        "place": row.place,
        "note": row.note,
    })
}
