//! `gift add|list|remove`: what was given to whom. What to think of before giving again is `portfolio::gifts`' to say.

use super::args::Args;
use super::client::some;
use super::context::{Book, Context, money, short};
use super::log::person;
use super::output::{Cell, Style};
use super::pick::{Choice, pick};
use crate::domain::action::{Action, NewGift};
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::portfolio::Assessed;
use crate::portfolio::gifts::{Planned, warnings};
use crate::store::{ClientDetail, GiftDetail};
use crate::text::one_line;
use anyhow::Result;
use serde_json::{Map, Value, json};

/// Writes a gift down. The same thing again, or another one too soon, is written all the same, and said on standard error.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let currency = book.currency(args)?;
    let new = NewGift {
        client,
        person: args.text("person").map(|text| person(&book, client, &text)).transpose()?,
        what: args.needed("what"),
        cost: args.text("cost").map(|text| money(&text, currency)).transpose()?,
        on: book.day(args, "on", Look::Back)?.unwrap_or(book.now.today()),
        occasion: args.text("for").and_then(some),
        note: args.text("note").and_then(some),
    };
    let planned = Planned { person: new.person, what: &new.what, on: new.on, own: None };
    let told = book.store.detail(client)?.map(|detail| warnings(&detail, planned)).unwrap_or_default();
    let applied = book.apply(&Action::AddGift(Box::new(new)))?;
    let told: Vec<String> = told.iter().map(|m| ctx.say(m, &book.now)).collect();
    if !ctx.out.json {
        told.iter().for_each(|line| ctx.aside(line));
    }
    let mut more = Map::new();
    more.insert("warnings".to_owned(), json!(told));
    ctx.answer_with(&book, &applied, Some(client), more)
}

/// The gifts of one client or of all, newest first.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let mut rows: Vec<(&Assessed, ClientDetail)> = Vec::new();
    let some = book.store.gift_clients()?;
    for one in book.snapshot.present().filter(|c| client.map_or(some.contains(&c.id()), |id| id == c.id())) {
        rows.extend(book.store.detail_until(one.id(), book.now.instant)?.map(|detail| (one, detail)));
    }
    let today = book.now.today();
    let mut gifts: Vec<(&Assessed, &ClientDetail, &GiftDetail)> =
        rows.iter().flat_map(|(c, d)| d.gifts.iter().map(move |g| (*c, d, g))).filter(|(.., g)| g.on <= today).collect();
    gifts.sort_by_key(|(.., g)| std::cmp::Reverse((g.on, g.id)));
    if ctx.out.json {
        let one = |(c, d, g): &(&Assessed, &ClientDetail, &GiftDetail)| {
            let mut value = value(g, d);
            value["client"] = json!({ "id": c.id(), "name": c.name() });
            value
        };
        return Ok(ctx.out.value(&gifts.iter().map(one).collect::<Value>())?);
    }
    if gifts.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-gift-none"))?);
    }
    let cells: Vec<Vec<Cell>> = gifts
        .iter()
        .map(|(c, d, g)| {
            let mut cells = line(ctx, &book, g, d);
            cells.insert(1, Cell::from(c.name()).style(Style::Bold));
            cells
        })
        .collect();
    Ok(ctx.out.table(&ctx.headings(&["when", "client", "gift", "person", "occasion", "cost", "note", "id"]), &cells)?)
}

/// Takes a gift out of the log.
pub fn remove(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let gifts = book.store.detail(client)?.map(|d| d.gifts).unwrap_or_default();
    let choice = |g: GiftDetail| {
        let shown = Message::new("cli-choice-gift").with("what", short(&g.what)).with("day", g.on);
        Choice { id: g.id, label: g.what, shown, open: true, value: () }
    };
    let (gift, ()) = pick(gifts.into_iter().map(choice).collect(), &args.needed("gift"), "cli-error-no-gift")?;
    let applied = book.apply(&Action::RemoveGift { gift })?;
    ctx.answer(&book, &applied, Some(client))
}

/// A gift as a line.
pub fn line(ctx: &Context, book: &Book, gift: &GiftDetail, detail: &ClientDetail) -> Vec<Cell> {
    let text = |t: Option<&str>| t.map(|t| one_line(t).into_owned()).unwrap_or_default();
    vec![
        Cell::from(ctx.words.day(gift.on, &book.now)),
        Cell::from(text(Some(&gift.what))),
        Cell::from(text(whose(gift, detail))),
        Cell::from(text(gift.occasion.as_deref())),
        Cell::from(gift.cost.map(|c| c.to_string()).unwrap_or_default()).right(),
        Cell::from(text(gift.note.as_deref())),
        Cell::from(format!("#{}", gift.id)).style(Style::Dim),
    ]
}

/// A gift as JSON.
pub fn value(gift: &GiftDetail, detail: &ClientDetail) -> Value {
    json!({
        "id": gift.id,
        "what": gift.what,
        "person": gift.person.map(|id| json!({ "id": id, "name": whose(gift, detail) })),
        "cost": gift.cost,
        "on": gift.on,
        "occasion": gift.occasion,
        "note": gift.note,
    })
}

fn whose<'d>(gift: &GiftDetail, detail: &'d ClientDetail) -> Option<&'d str> {
    detail.people.iter().find(|p| Some(p.id) == gift.person).map(|p| p.name.as_str())
}
