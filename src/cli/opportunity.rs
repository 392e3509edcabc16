//! `opportunity add|edit|list|done`: possible work, where it stands, how likely it is, when the signature is expected.
//! What it comes to and how often it slipped is `domain::facts`'s and `portfolio::prospects`'s.

use super::args::Args;
use super::context::{Book, Context, money, short, word};
use super::errors::{USAGE, fail};
use super::log::{happened, person};
use super::output::{Cell, Style};
use super::pick::{Choice, ambiguous, is_ambiguous, pick};
use crate::domain::action::{Action, NewOpportunity, OpportunityChanges};
use crate::domain::day::Day;
use crate::domain::facts::OpportunityRow;
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::when::Look;
use crate::domain::words::Stage;
use crate::portfolio::projects;
use crate::portfolio::prospects::{self, delays, prospects, stage_id};
use crate::portfolio::{Assessed, Snapshot};
use crate::store::{OpportunityDetail, Which};
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down possible work.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let currency = book.currency(args)?;
    let person = args.text("person").map(|text| person(&book, client, &text)).transpose()?;
    let new = NewOpportunity {
        client,
        person,
        title: args.needed("title"),
        amount: money(&args.needed("amount"), currency)?,
        probability: args.text("probability").map(|text| chance(&text)).transpose()?,
        stage: stage(args)?.unwrap_or(Stage::Intake),
        close: book.day(args, "close", Look::Ahead)?,
        product: args.text("product"),
        note: args.text("note"),
        at: args.text("at").map(|text| happened(&book, &text)).transpose()?.unwrap_or(book.now.instant),
    };
    let applied = book.apply(&Action::AddOpportunity(Box::new(new)))?;
    ctx.answer(&book, &applied, Some(client))
}

/// Changes possible work. An empty probability, product, note or day clears it.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (opportunity, found) = find(&book, &args.needed("opportunity"))?;
    let maybe = |name: &str| args.text(name).map(|text| Some(text).filter(|t| !t.trim().is_empty()));
    let close = match maybe("close") {
        Some(Some(text)) => Some(Some(book.when(&text, Look::Ahead)?.day)),
        Some(None) => Some(None),
        None => None,
    };
    let probability = match maybe("probability") {
        Some(Some(text)) => Some(Some(chance(&text)?)),
        Some(None) => Some(None),
        None => None,
    };
    let currency = args.text("currency").map(|_| book.currency(args)).transpose()?;
    let amount = match (args.text("amount"), currency) {
        (Some(text), _) => Some(money(&text, currency.unwrap_or(found.amount.currency))?),
        (None, Some(currency)) => Some(money(&found.amount.plain(), currency)?),
        (None, None) => None,
    };
    let person = match maybe("person") {
        Some(Some(text)) => Some(Some(person(&book, found.client, &text)?)),
        Some(None) => Some(None),
        None => None,
    };
    let changes = OpportunityChanges {
        title: args.text("title"),
        amount,
        probability,
        product: maybe("product"),
        note: maybe("note"),
        person,
        stage: stage(args)?,
        close,
        why: args.text("why"),
        at: args.text("at").map(|text| happened(&book, &text)).transpose()?,
    };
    change(ctx, &mut book, (opportunity, found.client), changes)
}

/// Marks possible work won.
pub fn done(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (opportunity, found) = find(&book, &args.needed("opportunity"))?;
    let at = args.text("at").map(|text| happened(&book, &text)).transpose()?;
    let changes = OpportunityChanges { stage: Some(Stage::Won), at, ..OpportunityChanges::default() };
    change(ctx, &mut book, (opportunity, found.client), changes)
}

fn change(ctx: &Context, book: &mut Book, (opportunity, client): (Id, Id), changes: OpportunityChanges) -> Result<()> {
    let applied = book.apply(&Action::EditOpportunity { opportunity, changes: Box::new(changes) })?;
    ctx.answer(book, &applied, Some(client))
}

/// Open work by its expected signature; `--all` what was won and lost too.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let rows = prospects(&book.snapshot, client, args.flag("all"));
    if ctx.out.json {
        let details = book.store.opportunity_details(&client.map_or(Which::All, Which::One))?;
        let all: Vec<Value> = rows.iter().map(|(c, o)| value(&book.snapshot, c, o, &details)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-opportunity-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(c, o)| {
            let mut cells = line(ctx, &book, o);
            cells.insert(1, Cell::from(c.name()));
            let age = projects::days(prospects::in_stage(o, &book.now));
            let age = if o.is_open() { ctx.say(&age, &book.now) } else { String::new() };
            cells.insert(3, Cell::from(age).right());
            cells.push(Cell::from(format!("#{}", o.id)).style(Style::Dim));
            cells
        })
        .collect();
    let headings = ["title", "client", "stage", "in-stage", "close", "amount", "probability", "weighted", "delay", "id"];
    ctx.out.table(&ctx.headings(&headings), &cells)?;
    let open = || rows.iter().map(|(_, o)| *o).filter(|o| o.is_open());
    let sums = |amounts: Vec<Money>| prospects::together(&prospects::sums(amounts.into_iter()));
    let count = open().count();
    if count > 1 {
        let together = Message::new("cli-opportunity-sum")
            .with("count", count)
            .with("amount", sums(open().map(|o| o.amount).collect()))
            .with("weighted", sums(open().map(OpportunityRow::weighted).collect()));
        ctx.out.remark(&ctx.say(&together, &book.now))?;
        for sum in prospects::stages(rows.iter().map(|(_, o)| *o)).iter().filter(|s| s.count > 0) {
            let stage = Message::new("cli-opportunity-stage")
                .with("stage", Message::new(stage_id(sum.stage)))
                .with("count", sum.count)
                .with("amount", prospects::together(&sum.amount))
                .with("weighted", prospects::together(&sum.weighted));
            ctx.out.remark(&ctx.say(&stage, &book.now))?;
        }
    }
    for moved in rows.iter().filter(|(_, o)| o.is_open()).filter_map(|(_, o)| prospects::slips(o)) {
        ctx.out.remark(&ctx.say(&moved, &book.now))?;
    }
    Ok(())
}

/// Title, stage, expected signature, amount, probability, both multiplied, and how often and long it slipped.
pub fn line(ctx: &Context, book: &Book, row: &OpportunityRow) -> Vec<Cell> {
    let (state, today) = (row.state(), book.now.today());
    let share = |share: f64| ctx.say(&Message::new("prospect-chance").with("share", Arg::Share(share)), &book.now);
    let late = if row.late(today).is_some() { Style::Red } else { Style::Plain };
    let when = if row.is_open() { state.close } else { Some(state.at.day(book.now.zone)) };
    let figures = |text: String| Cell::from(if row.is_open() { text } else { String::new() }).right();
    vec![
        Cell::from(crate::text::one_line(&row.title).into_owned()).style(Style::Bold),
        Cell::from(ctx.words.get(stage_id(state.stage))),
        Cell::from(when.map(|d| ctx.words.day(d, &book.now)).unwrap_or_default()).style(late),
        Cell::from(row.amount.to_string()).right(),
        figures(share(row.chance())),
        figures(row.weighted().to_string()),
        Cell::from(delays(row, today).map(|m| ctx.say(&m, &book.now)).unwrap_or_default()).style(late),
    ]
}

/// Possible work as JSON, with its states and slips.
pub fn value(snapshot: &Snapshot, client: &Assessed, row: &OpportunityRow, details: &[OpportunityDetail]) -> Value {
    let (now, state) = (&snapshot.now, row.state());
    let detail = details.iter().find(|d| d.id == row.id);
    let states: Vec<Value> = row
        .states
        .iter()
        .map(|s| {
            let why = detail.and_then(|d| d.why(s.id));
            json!({ "at": s.at.rfc3339(now.zone), "stage": s.stage, "close": s.close, "why": why })
        })
        .collect();
    let slip = |(from, to): (Day, Day)| json!({ "from": from, "to": to, "days": to.since(from) });
    json!({
        "id": row.id,
        "client": { "id": client.id(), "name": client.name() },
        "title": row.title,
        "amount": row.amount,
        "stage": state.stage,
        "since": state.at.rfc3339(now.zone),
        "stage_days": prospects::in_stage(row, now),
        "still_days": now.today().since(prospects::moved(client, row, now.zone)).max(0),
        "probability": row.chance(),
        "entered": row.probability,
        "weighted": row.weighted(),
        "close": state.close,
        "late_days": row.late(now.today()),
        "slips": row.slips().into_iter().map(slip).collect::<Vec<_>>(),
        "product": row.product,
        "person": detail.and_then(|d| d.person),
        "note": detail.and_then(|d| d.note.as_deref()),
        "created": row.created.rfc3339(now.zone),
        "states": states,
    })
}

/// What the commands need of the one that is named.
pub struct Named {
    client: Id,
    amount: Money,
}

/// By title, `#id`, or the only open one of a client.
fn find(book: &Book, text: &str) -> Result<(Id, Named)> {
    let choices = |client: Option<Id>| -> Result<Vec<Choice<Named>>> {
        let mut rows = Vec::new();
        book.store.stream(&client.map_or(Which::All, Which::One), &mut |r| {
            rows.extend(r.opportunities.iter().map(|o| {
                let shown = Message::new("cli-choice-opportunity")
                    .with("title", short(&o.title))
                    .with("client", short(&r.client.name))
                    .with("amount", o.amount)
                    .with("stage", Message::new(stage_id(o.state().stage)));
                let value = Named { client: r.client.id, amount: o.amount };
                Choice { id: o.id, label: o.title.clone(), shown, open: o.is_open(), value }
            }));
        })?;
        Ok(rows)
    };
    let refused = match pick(choices(None)?, text, "cli-error-no-opportunity") {
        Ok(found) => return Ok(found),
        Err(refused) if is_ambiguous(&refused) => return Err(refused),
        Err(refused) => refused,
    };
    let Ok(client) = book.client(text) else { return Err(refused) };
    let mut open: Vec<_> = choices(Some(client))?.into_iter().filter(|c| c.open).collect();
    if open.len() > 1 {
        return Err(ambiguous(text, open.into_iter().map(|c| (c.id, c.shown))));
    }
    open.pop().map(|c| (c.id, c.value)).ok_or(refused)
}

fn stage(args: &Args<'_>) -> Result<Option<Stage>> {
    args.text("stage").map(|text| word("stage", &text, Stage::ALL, Stage::code)).transpose()
}

/// `0.4`, `40%` or `40`, as a share of 1.
fn chance(text: &str) -> Result<f64> {
    crate::text::share(text).ok_or_else(|| fail(USAGE, Message::new("cli-error-share").with("text", text)))
}
