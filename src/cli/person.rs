//! `person add|edit|list|remove`: the people at a client.

use super::args::Args;
use super::client::points;
use super::context::Context;
use super::errors::{USAGE, fail};
use super::log::person;
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::store::ClientDetail;
use anyhow::Result;
use serde_json::{Value, json};

/// Adds a person.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let action = Action::AddPerson {
        client,
        name: args.needed("name"),
        role: args.text("role"),
        points: points(args),
        birthday: args.text("birthday").map(|text| birthday(&text)).transpose()?,
        note: args.text("note"),
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// Changes a person. An empty role or note clears it.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let maybe = |name: &str| args.text(name).map(|text| Some(text).filter(|t| !t.trim().is_empty()));
    let action = Action::EditPerson {
        person: person(&book, client, &args.needed("person"))?,
        name: args.text("name"),
        role: maybe("role"),
        note: maybe("note"),
        points: points(args),
        birthday: None,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// The people at a client.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.client(&args.needed("client"))?;
    let Some(detail) = book.store.detail(client)? else { return Ok(()) };
    if ctx.out.json {
        return Ok(ctx.out.value(&people(&detail))?);
    }
    if detail.people.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-person-none"))?);
    }
    let cells: Vec<Vec<Cell>> = detail
        .people
        .iter()
        .map(|p| {
            let reach: Vec<&str> =
                detail.points.iter().filter(|point| point.person == Some(p.id)).map(|point| point.value.as_str()).collect();
            vec![
                Cell::from(p.name.as_str()).style(Style::Bold),
                Cell::from(p.role.clone().unwrap_or_default()),
                Cell::from(reach.join(", ")),
                Cell::from(format!("#{}", p.id)).style(Style::Dim),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["person", "role", "reach", "id"]), &cells)?;
    Ok(())
}

/// Removes a person.
pub fn remove(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let person = person(&book, client, &args.needed("person"))?;
    let applied = book.apply(&Action::RemovePerson { person })?;
    ctx.answer(&book, &applied, Some(client))
}

/// The people of a client with their addresses, as JSON.
pub fn people(detail: &ClientDetail) -> Value {
    let all: Vec<Value> = detail
        .people
        .iter()
        .map(|p| {
            let reach: Vec<Value> = detail
                .points
                .iter()
                .filter(|point| point.person == Some(p.id))
                .map(|point| json!({ "id": point.id, "kind": point.kind, "value": point.value, "label": point.label }))
                .collect();
            json!({ "id": p.id, "name": p.name, "role": p.role, "note": p.note, "points": reach })
        })
        .collect();
    Value::from(all)
}

/// `05-12`, `5/12`, `5月12日`, or a whole date.
fn birthday(text: &str) -> Result<(u8, u8, Option<i32>)> {
    let bad = || fail(USAGE, Message::new("cli-error-birthday").with("text", text));
    let parts: Vec<i32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|p| !p.is_empty())
        .map(|p| p.parse().map_err(|_| bad()))
        .collect::<Result<_>>()?;
    let (year, month, day) = match parts[..] {
        [month, day] => (None, month, day),
        [year, month, day] => (Some(year), month, day),
        _ => return Err(bad()),
    };
    let (month, day) = (u8::try_from(month).map_err(|_| bad())?, u8::try_from(day).map_err(|_| bad())?);
    // 2000 was a leap year: 29 February without a year is a birthday.
    Day::ymd(year.unwrap_or(2000), month.into(), day.into()).ok_or_else(bad)?;
    Ok((month, day, year))
}
