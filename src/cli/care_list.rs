//! `care list` and `care holidays`: which care dates fall on which days, by which rule, and what was done about them.
//! Which they are is `portfolio::care`'s, on which day a holiday falls `domain::occasion`'s.

use super::args::Args;
use super::care::value as date_value;
use super::context::{Book, Context, number, short};
use super::errors::{UNKNOWN, USAGE, fail};
use super::filter::Filter;
use super::output::{Cell, Style};
use crate::domain::care::CareDateRow;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::occasion::Culture;
use crate::domain::target::Target;
use crate::domain::words::{Calendar, CareDone, CareKind};
use crate::portfolio::Assessed;
use crate::portfolio::care::{CareDay, culture};
use crate::text::one_line;
use anyhow::Result;
use chrono::Datelike;
use serde_json::{Value, json};
use std::collections::HashSet;

/// Days ahead that are listed where nothing else is said.
const AHEAD: i32 = 30;

/// The care dates of the next days, what can still be made good before them; `--all` those that are settled too.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let year = args.text("year").map(|text| year(&text)).transpose()?;
    let days = number::<i32>(args, "days")?.filter(|n| (0..=1500).contains(n));
    if args.text("days").is_some() && (days.is_none() || year.is_some()) {
        let id = if year.is_some() { "cli-care-days-or-year" } else { "cli-care-days" };
        return Err(fail(USAGE, Message::new(id)));
    }
    let book = ctx.read(args)?;
    let filter = Filter::parse(&book, &args.texts("filter"))?;
    let today = book.now.today();
    let (first, last) = match year {
        Some(year) => stretch(year),
        None => (today.plus(-book.snapshot.policy.care.belated), today.plus(days.unwrap_or(AHEAD))),
    };
    let wanted: HashSet<Id> = book.snapshot.present().filter(|c| filter.passes(c)).map(Assessed::id).collect();
    let mut all = book.snapshot.care(first, last);
    for care in &mut all {
        care.clients.retain(|id| wanted.contains(id));
        care.settled.retain(|id| wanted.contains(id));
    }
    let shown = args.flag("all");
    all.retain(|c| match c.client {
        Some(client) => wanted.contains(&client) && (shown || c.done.is_none()),
        None => !c.clients.is_empty() || (shown && !c.settled.is_empty()),
    });
    if ctx.out.json {
        let all: Vec<Value> = all.iter().map(|c| value(ctx, &book, c)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if all.is_empty() {
        let none = Message::new("cli-care-none").with("first", first).with("last", last);
        return Ok(ctx.out.line(&ctx.say(&none, &book.now))?);
    }
    let rows: Vec<Vec<Cell>> = all.iter().map(|c| row(ctx, &book, c)).collect();
    Ok(ctx.out.table(&ctx.headings(&["day", "client", "care", "date", "rule", "stands", "id"]), &rows)?)
}

fn row(ctx: &Context, book: &Book, care: &CareDay) -> Vec<Cell> {
    let say = |m: &Message| ctx.say(m, &book.now);
    let who = match care.client.and_then(|id| book.snapshot.client(id)) {
        Some(client) => client.name().to_owned(),
        None => say(&Message::new("cli-care-clients").with("n", care.clients.len() + care.settled.len())),
    };
    let date = of(book, care);
    let (stands, late) = stands(book, care);
    vec![
        Cell::from(ctx.words.day(care.day, &book.now)).style(if late { Style::Yellow } else { Style::Plain }),
        Cell::from(who).style(Style::Bold),
        Cell::from(say(&care.title)),
        Cell::from(date.map(|row| say(&row.yearly().words())).unwrap_or_default()),
        Cell::from(care.rule.words().map(|m| say(&m)).unwrap_or_default()).style(Style::Yellow),
        Cell::from(say(&stands)).style(if late { Style::Yellow } else { Style::Plain }),
        Cell::from(date.map(|row| format!("#{}", row.id)).unwrap_or_default()).style(Style::Dim),
    ]
}

/// The row of a yearly date.
fn of<'b>(book: &'b Book, care: &CareDay) -> Option<&'b CareDateRow> {
    let Target::Care(id) = care.target else { return None };
    book.snapshot.client(care.client?)?.facts.care_dates.iter().find(|row| row.id == id)
}

/// What was done about it, or from when on it is shown; whether it is late.
fn stands(book: &Book, care: &CareDay) -> (Message, bool) {
    let today = book.now.today();
    let late = today > care.day;
    let id = match (care.done, care.client) {
        (_, None) if !care.settled.is_empty() => {
            let told = Message::new("cli-care-greeted-of").with("n", care.settled.len());
            return (told.with("all", care.clients.len() + care.settled.len()), late && !care.clients.is_empty());
        }
        (Some(CareDone::Greeted), _) => "cli-care-greeted",
        (Some(CareDone::Skipped), _) => "cli-care-skipped",
        (None, _) if today.since(care.day) > book.snapshot.policy.care.belated => "cli-care-missed",
        (None, _) if late => "cli-care-belated",
        (None, _) if care.day == today => "when-today",
        (None, _) if care.lead > 0 => {
            return (Message::new("cli-care-lead").with("day", care.day.plus(-care.lead)), false);
        }
        (None, _) => "cli-care-open",
    };
    (Message::new(id), late && care.done.is_none())
}

fn value(ctx: &Context, book: &Book, care: &CareDay) -> Value {
    let named = |id: &Id| book.snapshot.client(*id).map(|c| json!({ "id": c.id(), "name": c.name(), "tier": c.tier.tier }));
    let today = book.now.today();
    let row = of(book, care);
    let kind = match care.target {
        Target::Holiday(_) => "holiday",
        Target::Anniversary => "first-project",
        _ => row.map_or("other", |row| row.kind.code()),
    };
    let open = care.done.is_none() && (care.client.is_some() || !care.clients.is_empty());
    json!({
        "day": care.day,
        "kind": kind,
        "target": care.target.to_string(),
        "title": ctx.say(&care.title, &book.now),
        "client": care.client.as_ref().and_then(named),
        "clients": care.clients.iter().filter_map(named).collect::<Vec<Value>>(),
        "settled": care.settled.iter().filter_map(named).collect::<Vec<Value>>(),
        "years": care.years,
        "care_date": row.map(date_value),
        "date": row.map(|row| ctx.say(&row.yearly().words(), &book.now)),
        "rule": care.rule,
        "rule_text": care.rule.words().map(|m| ctx.say(&m, &book.now)),
        "lead": care.lead,
        "done": care.done,
        "belated": open && today > care.day && today.since(care.day) <= book.snapshot.policy.care.belated,
    })
}

/// The cultures that are known and who keeps them; of one of them, the holidays of a year.
pub fn holidays(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let year = args.text("year").map(|text| year(&text)).transpose()?;
    let book = ctx.read(args)?;
    let cultures = &book.snapshot.cultures;
    let language = ctx.words.lang.language();
    let Some(code) = args.text("culture") else {
        if year.is_some() {
            return Err(fail(USAGE, Message::new("cli-error-without").with("option", "--year").with("needs", "CULTURE")));
        }
        let keeps = |c: &Culture| {
            book.snapshot.present().filter(|one| culture(&one.facts.client, cultures).is_some_and(|k| k.code == c.code)).count()
        };
        let all: Vec<(&Culture, usize)> = cultures.all.iter().map(|c| (c, keeps(c))).collect();
        if ctx.out.json {
            let one = |(c, n): &(&Culture, usize)| json!({ "code": c.code, "name": c.names.get(language), "clients": n });
            return Ok(ctx.out.value(&all.iter().map(one).collect::<Value>())?);
        }
        let row = |(c, n): &(&Culture, usize)| {
            vec![
                Cell::from(c.code.as_str()).style(Style::Bold),
                Cell::from(one_line(c.names.get(language)).into_owned()),
                Cell::from(n.to_string()).right(),
            ]
        };
        let rows: Vec<Vec<Cell>> = all.iter().map(row).collect();
        return Ok(ctx.out.table(&ctx.headings(&["culture", "called", "clients"]), &rows)?);
    };
    let found = cultures.get(code.trim()).ok_or_else(|| fail(UNKNOWN, unknown(&book, &code)))?;
    let year = year.unwrap_or(book.now.today().date().year());
    let days = found.days(year);
    if ctx.out.json {
        let one = |(o, day): &(&crate::domain::occasion::Occasion, Day)| {
            json!({ "day": day, "code": o.code.to_string(), "name": o.name(language), "greet": o.greet, "mourning": o.mourning,
                    "wish": o.wish(language) })
        };
        return Ok(ctx.out.value(&days.iter().map(one).collect::<Value>())?);
    }
    let row = |(o, day): &(&crate::domain::occasion::Occasion, Day)| {
        let how = match (o.greet, o.mourning) {
            (_, true) => "cli-care-mourning",
            (true, _) => "cli-care-greeted-on",
            (false, _) => "cli-care-not-greeted",
        };
        vec![
            Cell::from(ctx.words.day(*day, &book.now)),
            Cell::from(one_line(o.name(language)).into_owned()).style(Style::Bold),
            Cell::from(ctx.words.get(how)),
            Cell::from(o.wish(language).map(|w| one_line(w).into_owned()).unwrap_or_default()),
            Cell::from(o.code.to_string()).style(Style::Dim),
        ]
    };
    let rows: Vec<Vec<Cell>> = days.iter().map(row).collect();
    ctx.out.table(&ctx.headings(&["day", "holiday", "greeting", "wish", "code"]), &rows)?;
    let unknown: Vec<String> = found.unknown(year).iter().map(|o| one_line(o.name(language)).into_owned()).collect();
    if !unknown.is_empty() {
        let told = Message::new("cli-care-unknown-year").with("year", year.to_string()).with("names", unknown.join(", "));
        ctx.out.remark(&ctx.say(&told, &book.now))?;
    }
    Ok(())
}

/// That a culture is not known, and which are.
pub fn unknown(book: &Book, code: &str) -> Message {
    let known: Vec<&str> = book.snapshot.cultures.all.iter().map(|c| c.code.as_str()).collect();
    Message::new("cli-culture-unknown").with("text", short(code)).with("known", known.join(", "))
}

/// The care dates of a client on its page: the date, its next day and the rule.
pub fn of_client(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    let today = book.now.today();
    let say = |m: &Message| ctx.say(m, &book.now);
    let line = |row: &CareDateRow| {
        let next = row.next_from(today);
        let title = crate::portfolio::care::date_title(row);
        let moved = next.and_then(|o| o.rule.words());
        vec![
            Cell::from(say(&title)),
            Cell::from(say(&row.yearly().words())),
            Cell::from(next.map(|o| say(&Message::new("care-next-day").with("day", o.day))).unwrap_or_default()),
            Cell::from(moved.map(|m| say(&m)).unwrap_or_default()).style(Style::Yellow),
            Cell::from(format!("#{}", row.id)).style(Style::Dim),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = client.facts.care_dates.iter().map(line).collect();
    let own = client.facts.care_dates.iter().any(|row| row.kind == CareKind::Anniversary);
    if let Some(began) = client.facts.began.filter(|_| !own) {
        rows.push(vec![
            Cell::from(ctx.word("care-kind", "anniversary")),
            Cell::from(say(&Message::new("care-began").with("day", began))),
        ]);
    }
    rows
}

/// The care dates of a client as JSON, each with its next day.
pub fn values(book: &Book, client: &Assessed) -> Value {
    let today = book.now.today();
    let one = |row: &CareDateRow| {
        let next = row.next_from(today);
        let mut value = date_value(row);
        value["next"] = json!(next.map(|o| o.day));
        value["rule"] = json!(next.map(|o| o.rule));
        value["lunar"] = json!(row.calendar == Calendar::Lunar);
        value
    };
    client.facts.care_dates.iter().map(one).collect()
}

fn stretch(year: i32) -> (Day, Day) {
    let first = Day::ymd(year, 1, 1).unwrap_or(Day(0));
    (first, first.plus_months(12).plus(-1))
}

fn year(text: &str) -> Result<i32> {
    let year = text.trim().trim_end_matches('年').parse::<i32>().ok().filter(|year| (1901..=2100).contains(year));
    year.ok_or_else(|| fail(USAGE, Message::new("cli-care-year").with("text", text)))
}
