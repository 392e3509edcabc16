//! The form of an invoice, paid or not.

use super::field::FormField;
use super::{Reader, Source};
use crate::domain::action::{Action, NewInvoice};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::when::Look;

/// The fields in order.
pub fn fields(source: &Source<'_>, invoice: Option<Id>) -> Option<Vec<FormField>> {
    let rows = source.rows().map(|r| &r.invoices[..]).unwrap_or_default();
    let known = match invoice {
        Some(id) => Some(rows.iter().find(|i| i.id == id)?),
        None => None,
    };
    let amount = known.map(|i| Money { minor: i.amount, currency: i.currency });
    let cost = known.and_then(|i| i.cost.map(|minor| Money { minor, currency: i.currency }));
    let issued = known.map_or(source.today(), |i| i.issued);
    Some(vec![
        FormField::money("form-field-amount", amount),
        FormField::text("form-field-number", known.and_then(|i| i.number.as_deref()).unwrap_or_default()),
        FormField::day("form-field-issued", Some(issued), Look::Back),
        FormField::day("form-field-due", known.and_then(|i| i.due), Look::Ahead),
        FormField::day("form-field-paid", known.and_then(|i| i.paid), Look::Back),
        FormField::money("form-field-cost", cost),
        FormField::text("form-field-product", known.and_then(|i| i.product.as_deref()).unwrap_or_default()),
    ])
}

/// The amount, and the cost in the same currency.
fn sums(r: &mut Reader<'_>) -> (Option<Money>, Option<i64>) {
    r.needed("form-field-amount", "form-amount");
    let (amount, cost) = (r.money("form-field-amount"), r.money("form-field-cost"));
    if let (Some(amount), Some(cost)) = (amount, cost)
        && amount.currency != cost.currency
    {
        // A cost without a currency is in that of the invoice.
        let text = r.text("form-field-cost");
        match Money::parse(&text, amount.currency) {
            Some(cost) => return (Some(amount), Some(cost.minor)),
            None => r.refuse("form-field-cost", Message::new("form-one-currency")),
        }
    }
    (amount, cost.map(|c| c.minor))
}

/// A new invoice.
pub fn add(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let (amount, cost) = sums(r);
    let issued = r.needed_day("form-field-issued");
    let (due, paid) = (r.day("form-field-due"), r.day("form-field-paid"));
    let (Some(amount), Some(issued)) = (amount, issued) else { return Vec::new() };
    vec![Action::AddInvoice(Box::new(NewInvoice {
        client,
        number: r.maybe("form-field-number"),
        issued: issued.day,
        due,
        paid,
        amount,
        cost,
        product: r.maybe("form-field-product"),
        engagement: None,
    }))]
}

/// What changes of it.
pub fn change(r: &mut Reader<'_>, invoice: Id) -> Vec<Action> {
    let (amount, cost) = sums(r);
    let issued = r.needed_day("form-field-issued");
    let (due, paid) = (r.day("form-field-due"), r.day("form-field-paid"));
    vec![Action::EditInvoice {
        invoice,
        due: r.set("form-field-due", due),
        number: r.changed_text("form-field-number"),
        amount: r.set("form-field-amount", amount).flatten().map(|m| m.minor),
        cost: r.set("form-field-cost", cost),
        product: r.changed_text("form-field-product"),
        issued: r.set("form-field-issued", issued).flatten().map(|t| t.day),
        paid: r.set("form-field-paid", paid),
        currency: r.set("form-field-amount", amount).flatten().map(|m| m.currency),
    }]
}
