//! `invoice add|edit|list|done`: value-bearing records.

use super::args::Args;
use super::context::{Book, Context, money, short};
use super::engagement;
use super::output::{Cell, Style};
use super::pick::{Choice, ambiguous, is_ambiguous, pick};
use crate::domain::action::{Action, NewInvoice};
use crate::domain::facts::{ClientRow, InvoiceRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::when::Look;
use crate::store::Which;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes down an invoice.
pub fn add(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let currency = book.currency(args)?;
    let issued = book.day(args, "issued", Look::Back)?.unwrap_or(book.now.today());
    let new = NewInvoice {
        client,
        number: args.text("number"),
        issued,
        due: book.day(args, "due", Look::Ahead)?,
        paid: book.day(args, "paid", Look::Back)?,
        amount: money(&args.needed("amount"), currency)?,
        cost: args.text("cost").map(|text| money(&text, currency)).transpose()?.map(|m| m.minor),
        product: args.text("product"),
        engagement: args
            .text("engagement")
            .map(|text| engagement::find(&book, Some(client), &text))
            .transpose()?
            .map(|(id, _)| id),
    };
    let applied = book.apply(&Action::AddInvoice(Box::new(new)))?;
    ctx.answer(&book, &applied, Some(client))
}

/// Changes an invoice. An empty number, product, cost or due day clears it.
pub fn edit(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (invoice, (client, row)) = find(&book, &args.needed("invoice"))?;
    let maybe = |name: &str| args.text(name).map(|text| Some(text).filter(|t| !t.trim().is_empty()));
    let due = match maybe("due") {
        Some(Some(text)) => Some(Some(book.when(&text, Look::Ahead)?.day)),
        Some(None) => Some(None),
        None => None,
    };
    let cost = match maybe("cost") {
        Some(Some(text)) => Some(Some(money(&text, row.currency)?.minor)),
        Some(None) => Some(None),
        None => None,
    };
    let amount = args.text("amount").map(|text| money(&text, row.currency)).transpose()?.map(|m| m.minor);
    let action = Action::EditInvoice {
        invoice,
        due,
        number: maybe("number"),
        amount,
        cost,
        product: maybe("product"),
        issued: None,
        paid: None,
        currency: None,
    };
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, Some(client))
}

/// Open invoices by due day; `--all` the paid ones too.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let all = args.flag("all");
    let today = book.now.today();
    let mut rows = rows(&book, client)?;
    rows.retain(|(_, i)| i.issued <= today && (all || i.paid.is_none_or(|paid| paid > today)));
    rows.sort_by_key(|(_, i)| (i.due.unwrap_or(i.issued), i.id));
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|(c, i)| value(c, i)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-invoice-none"))?);
    }
    let day = |d| ctx.words.day(d, &book.now);
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(c, i)| {
            let paid = i.paid.filter(|paid| *paid <= today);
            let late = paid.is_none() && i.due.is_some_and(|due| due < today);
            vec![
                Cell::from(i.number.clone().unwrap_or_default()),
                Cell::from(c.name.as_str()).style(Style::Bold),
                Cell::from(Money { minor: i.amount, currency: i.currency }.to_string()).right(),
                Cell::from(day(i.issued)),
                Cell::from(i.due.map(day).unwrap_or_default()).style(if late { Style::Red } else { Style::Plain }),
                Cell::from(paid.map(day).unwrap_or_default()),
                Cell::from(i.product.clone().unwrap_or_default()),
                Cell::from(format!("#{}", i.id)).style(Style::Dim),
            ]
        })
        .collect();
    let headings = ["number", "client", "amount", "issued", "due", "paid", "product", "id"];
    ctx.out.table(&ctx.headings(&headings), &cells)?;
    Ok(())
}

/// Marks an invoice paid.
pub fn done(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (invoice, (client, _)) = find(&book, &args.needed("invoice"))?;
    let on = book.day(args, "on", Look::Back)?.unwrap_or(book.now.today());
    let applied = book.apply(&Action::PayInvoice { invoice, on })?;
    ctx.answer(&book, &applied, Some(client))
}

/// An invoice by number or `#id`, or the only open one of a client.
fn find(book: &Book, text: &str) -> Result<(Id, (Id, InvoiceRow))> {
    let choices = |rows: &[(ClientRow, InvoiceRow)]| rows.iter().map(choice).collect::<Vec<_>>();
    let all = rows(book, None)?;
    let refused = match pick(choices(&all), text, "cli-error-no-invoice") {
        Ok(found) => return Ok(found),
        Err(refused) if is_ambiguous(&refused) => return Err(refused),
        Err(refused) => refused,
    };
    let client = match book.client(text) {
        Ok(client) => client,
        Err(several) if is_ambiguous(&several) => return Err(several),
        Err(_) => return Err(refused),
    };
    let open: Vec<_> = all.into_iter().filter(|(c, i)| c.id == client && i.paid.is_none()).collect();
    match open.as_slice() {
        [] => Err(refused),
        [(client, row)] => Ok((row.id, (client.id, row.clone()))),
        several => Err(ambiguous(text, several.iter().map(choice).map(|c| (c.id, c.shown)))),
    }
}

fn choice((client, row): &(ClientRow, InvoiceRow)) -> Choice<(Id, InvoiceRow)> {
    let mut shown = Message::new("cli-choice-invoice")
        .with("numbered", i32::from(row.number.is_some()))
        .with("dated", i32::from(row.due.is_some()))
        .with("amount", Money { minor: row.amount, currency: row.currency })
        .with("client", short(&client.name))
        .with("issued", row.issued)
        .with("paid", i32::from(row.paid.is_some()));
    if let Some(number) = &row.number {
        shown = shown.with("number", short(number));
    }
    if let Some(due) = row.due {
        shown = shown.with("due", due);
    }
    let label = row.number.clone().unwrap_or_default();
    Choice { id: row.id, label, shown, open: row.paid.is_none(), value: (client.id, row.clone()) }
}

fn rows(book: &Book, client: Option<Id>) -> Result<Vec<(ClientRow, InvoiceRow)>> {
    let mut out = Vec::new();
    let which = client.map_or(Which::All, Which::One);
    book.store.stream(&which, &mut |rows| out.extend(rows.invoices.iter().map(|i| (rows.client.clone(), i.clone()))))?;
    Ok(out)
}

/// An invoice as JSON.
pub fn value(client: &ClientRow, row: &InvoiceRow) -> Value {
    json!({
        "id": row.id,
        "client": { "id": client.id, "name": client.name },
        "number": row.number,
        "issued": row.issued,
        "due": row.due,
        "paid": row.paid,
        "amount": Money { minor: row.amount, currency: row.currency },
        "cost": row.cost.map(|minor| Money { minor, currency: row.currency }),
        "product": row.product,
        "engagement": row.engagement,
    })
}
