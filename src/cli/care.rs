//! `care add|edit|remove|done`: yearly dates and what was done about them. Listing them is `care_list`.

use super::args::Args;
use super::client::some;
use super::context::{Book, Context, number, short, word};
use super::errors::{Failure, UNKNOWN, USAGE, fail};
use super::log::{channel, person};
use super::pick::{Choice, pick};
use crate::domain::action::{Action, NewCareDate};
use crate::domain::care::{CareDateRow, Yearly};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{Calendar, CareDone, CareKind};
use crate::portfolio::care::{CareDay, Wish, date_title, next_words, skip_care};
use crate::store::{Applied, ClientDetail};
use crate::text::fold;
use anyhow::Result;
use serde_json::{Map, Value, json};

/// Days ahead in which a care date that was not named is looked for.
const NEAR: i32 = 14;
/// Days back and ahead in which one that was named is looked for.
const NAMED: (i32, i32) = (45, 92);

/// Writes a yearly date down, and says when it is next.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let date = yearly(&args.needed("date"), args.flag("lunar"), args.flag("leap"))?;
    let (kind, name) = kind(&args.needed("what"))?;
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let new = NewCareDate {
        client,
        person: args.text("person").map(|text| person(&book, client, &text)).transpose()?,
        kind,
        name,
        month: date.month,
        day: date.day,
        year: date.year,
        calendar: date.calendar,
        leap: date.leap,
        lead: number(args, "lead")?,
        note: args.text("note").and_then(some),
    };
    let applied = book.apply(&Action::AddCareDate(Box::new(new)))?;
    let id = applied.ids.iter().find(|(table, _)| *table == "care_date").map(|(_, id)| *id);
    told(ctx, &book, &applied, client, id)
}

/// Changes a yearly date. An empty name, person, lead time or note takes it away.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let (id, row) = find(ctx, &book, client, &args.needed("what"))?;
    let detail = book.store.detail(client)?;
    let note = detail.as_ref().and_then(|d| d.care_dates.iter().find(|c| c.id == id)).and_then(|c| c.note.clone());
    let (lunar, gregorian, leap) = (args.flag("lunar"), args.flag("gregorian"), args.flag("leap"));
    if gregorian && (lunar || leap) {
        return Err(fail(USAGE, Message::new("cli-care-both")));
    }
    let was = row.yearly();
    let date = match args.text("date") {
        // A date that is typed anew is read anew: of its calendar unless another one is named.
        Some(text) => yearly(&text, lunar || (was.calendar == Calendar::Lunar && !gregorian), leap)?,
        None if lunar || gregorian || leap => yearly(&was.written(), !gregorian, leap || (was.leap && !gregorian))?,
        None => was,
    };
    let (kind, name) = match args.text("kind").map(|text| kind(&text)).transpose()? {
        Some((kind, name)) => (kind, name.or_else(|| args.text("name").and_then(some))),
        None => (row.kind, args.text("name").map_or(row.name.clone(), some)),
    };
    let maybe = |name: &str| args.text(name).map(some);
    let new = NewCareDate {
        client,
        person: match maybe("person") {
            Some(None) => None,
            Some(Some(text)) => Some(person(&book, client, &text)?),
            None => row.person,
        },
        kind,
        name,
        month: date.month,
        day: date.day,
        year: date.year,
        calendar: date.calendar,
        leap: date.leap,
        lead: match maybe("lead") {
            Some(None) => None,
            Some(Some(_)) => number(args, "lead")?,
            None => row.lead,
        },
        note: maybe("note").unwrap_or(note),
    };
    let applied = book.apply(&Action::EditCareDate { care_date: id, new: Box::new(new) })?;
    told(ctx, &book, &applied, client, Some(id))
}

/// Takes a yearly date out of the book.
pub fn remove(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let (care_date, _) = find(ctx, &book, client, &args.needed("what"))?;
    let applied = book.apply(&Action::RemoveCareDate { care_date })?;
    ctx.answer(&book, &applied, Some(client))
}

/// A care date of this year is done with: the client was greeted, or it is let pass.
pub fn done(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let day = asked(ctx, &book, client, args.text("what").as_deref())?;
    let skip = args.flag("skip");
    if skip && args.text("channel").is_some() {
        return Err(fail(USAGE, Message::new("cli-care-skip-channel")));
    }
    let on = args.text("channel").map(|text| channel(&text)).transpose()?;
    let how = if skip { CareDone::Skipped } else { CareDone::Greeted };
    let action = match how {
        CareDone::Skipped => skip_care(client, day.target, day.day),
        CareDone::Greeted => {
            let note = args.text("note").and_then(some);
            let (target, on_day, person, at) = (day.target, day.day, day.person, book.now.instant);
            book.snapshot.greet(client, Wish { target, day: on_day, person, channel: on, note, at })
        }
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// The answer of a date that was written: which day it is next, and by which rule.
fn told(ctx: &Context, book: &Book, applied: &Applied, client: Id, id: Option<Id>) -> Result<()> {
    let row = id.and_then(|id| date(book, client, id));
    let next = row.and_then(|row| row.next_from(book.now.today()).map(|o| (row, o)));
    let more = next.map(|(row, o)| {
        let mut more = Map::new();
        more.insert("next".to_owned(), json!({ "day": o.day, "rule": o.rule, "years": row.years_in(o) }));
        more
    });
    ctx.answer_with(book, applied, Some(client), more.unwrap_or_default())?;
    if let Some((row, o)) = next.filter(|_| !ctx.out.json) {
        ctx.out.block(&ctx.say(&next_words(row, o), &book.now))?;
    }
    Ok(())
}

fn date(book: &Book, client: Id, id: Id) -> Option<&CareDateRow> {
    book.snapshot.client(client)?.facts.care_dates.iter().find(|row| row.id == id)
}

/// A date as typed.
fn yearly(text: &str, lunar: bool, leap: bool) -> Result<Yearly> {
    Yearly::parse(text, lunar, leap).map_err(|why| fail(USAGE, why))
}

/// `birthday`, `anniversary`, or the name of another day.
fn kind(text: &str) -> Result<(CareKind, Option<String>)> {
    match word("care-kind", text, &[CareKind::Birthday, CareKind::Anniversary], CareKind::code) {
        Ok(kind) => Ok((kind, None)),
        Err(_) => Ok((CareKind::Other, Some(text.trim().to_owned()))),
    }
}

/// What the people of a client are called.
fn whose(detail: Option<&ClientDetail>, person: Option<Id>) -> Option<&str> {
    let person = person?;
    detail?.people.iter().find(|p| p.id == person).map(|p| p.name.as_str())
}

/// By its name, its kind, the person whose it is, or `#id`.
fn find(ctx: &Context, book: &Book, client: Id, text: &str) -> Result<(Id, CareDateRow)> {
    let detail = book.store.detail(client)?;
    let dates = book.assessed(client)?.facts.care_dates.clone();
    // Its whole name is meant before what only contains it.
    let named = |row: &&CareDateRow| row.name.as_deref().is_some_and(|name| fold(name) == fold(text.trim()));
    if let (Some(row), None) = (dates.iter().find(named), dates.iter().filter(named).nth(1)) {
        return Ok((row.id, row.clone()));
    }
    let choice = |row: CareDateRow| {
        let whose = whose(detail.as_ref(), row.person).unwrap_or_default().to_owned();
        let kind = ctx.word("care-kind", row.kind.code());
        let name = row.name.clone().unwrap_or_default();
        let words = [&kind, row.kind.code(), &name, &whose].map(str::trim);
        let label = words.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
        let shown = Message::new("cli-choice-care").with("what", date_title(&row)).with("date", row.yearly().words());
        Choice { id: row.id, label, shown, open: true, value: row }
    };
    pick(dates.into_iter().map(choice).collect(), text, "cli-error-no-care")
}

/// The care day of a client that is meant: the one that is nearest, or the nearest of those that are named.
fn asked(ctx: &Context, book: &Book, client: Id, text: Option<&str>) -> Result<CareDay> {
    let today = book.now.today();
    let rules = &book.snapshot.policy.care;
    let lead = book.assessed(client)?.facts.care_dates.iter().filter_map(|row| row.lead).max().unwrap_or(0);
    let (back, ahead) = if text.is_some() { NAMED } else { (rules.belated, NEAR.max(lead).max(rules.lead)) };
    let mut all: Vec<CareDay> = book.snapshot.care(today.plus(-back), today.plus(ahead));
    all.retain(|c| c.done.is_none() && (c.client == Some(client) || c.clients.contains(&client)));
    let none = |id| {
        let name = book.snapshot.client(client).map(|c| short(c.name())).unwrap_or_default();
        fail(UNKNOWN, Message::new(id).with("client", name).with("text", text.unwrap_or_default()))
    };
    if let Some(text) = text {
        let key = fold(text.trim());
        let names = |c: &CareDay| called(ctx, book, c).iter().any(|n| fold(n) == key);
        let part = |c: &CareDay| !key.is_empty() && called(ctx, book, c).iter().any(|n| fold(n).contains(&key));
        let exact = all.iter().any(names);
        all.retain(|c| if exact { names(c) } else { part(c) });
    }
    // Unnamed, what stands in Today is meant before what is still to come.
    let stands = |c: &CareDay| c.day <= today || today >= c.day.plus(-c.lead);
    if text.is_none() && all.iter().any(stands) {
        all.retain(stands);
    }
    all.sort_by_key(|c| (c.day.since(today).abs(), c.day, c.target));
    match &all[..] {
        [] => Err(none(if text.is_some() { "cli-error-no-care-named" } else { "cli-error-no-care-near" })),
        [_] => Ok(all.remove(0)),
        // The next day of one and the same date is next year's.
        [first, rest @ ..] if text.is_some() && rest.iter().all(|c| c.target == first.target) => Ok(all.remove(0)),
        several => {
            let line = |c: &CareDay| Message::new("cli-choice-care").with("what", c.title.clone()).with("date", c.day);
            let name = book.snapshot.client(client).map(|c| short(c.name())).unwrap_or_default();
            let message = Message::new("cli-care-which").with("client", name).with("n", several.len());
            Err(Failure { message, more: several.iter().map(line).collect(), exit: UNKNOWN }.into())
        }
    }
}

/// Every name of a care day: its words in the user's language, its code, the person whose it is.
fn called(ctx: &Context, book: &Book, care: &CareDay) -> Vec<String> {
    let mut names = vec![ctx.say(&care.title, &book.now), care.target.to_string()];
    match care.target {
        Target::Holiday(code) => {
            names.push(code.to_string());
            let found = book.snapshot.cultures.all.iter().filter_map(|c| c.occasion(code));
            names.extend(found.flat_map(|o| [o.names.en.clone(), o.names.zh.clone()]));
        }
        Target::Care(id) => {
            names.push(format!("#{id}"));
            if let Some(row) = care.client.and_then(|client| date(book, client, id)) {
                names.extend(row.name.clone());
                names.extend(row.whose.clone());
                names.extend([row.kind.code().to_owned(), ctx.word("care-kind", row.kind.code())]);
            }
        }
        _ => names.extend(["anniversary".to_owned(), ctx.word("care-kind", "anniversary")]),
    }
    names
}

/// A yearly date as JSON.
pub fn value(row: &CareDateRow) -> Value {
    json!({
        "id": row.id,
        "kind": row.kind,
        "name": row.name,
        "person": row.person.map(|id| json!({ "id": id, "name": row.whose })),
        "date": row.yearly().written(),
        "month": row.month,
        "day": row.day,
        "year": row.year,
        "calendar": row.calendar,
        "leap": row.leap,
        "lead": row.lead,
    })
}
