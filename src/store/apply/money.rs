//! Invoices and engagements.

use super::super::error::StoreError;
use super::super::tx::Tx;
use super::changes::{Changes, filled};
use super::plan::defer;
use crate::domain::action::{Action, NewEngagement, NewInvoice};
use crate::domain::id::Id;
use crate::domain::target::Target;
use crate::domain::words::*;

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddInvoice(new) => {
            insert_invoice(tx, new)?;
            tx.about(new.client);
            Ok("did-add-invoice")
        }
        Action::EditInvoice { invoice, due, number, amount, cost, product, issued, paid, currency } => {
            let mut changes = Changes::default();
            changes.set("due", due.map(|due| due.map(|d| d.0)));
            changes.text("number", number);
            changes.set("amount", *amount);
            changes.set("cost", *cost);
            changes.text("product", product);
            changes.set("issued", issued.map(|d| d.0));
            changes.set("paid", paid.map(|paid| paid.map(|d| d.0)));
            changes.set("currency", currency.map(|c| c.as_str().to_owned()));
            changes.write(tx, "invoice", *invoice)?;
            about_owner(tx, "invoice", *invoice)?;
            Ok("did-edit-invoice")
        }
        Action::PayInvoice { invoice, on } => {
            tx.update("invoice", *invoice, &[("paid", &on.0)])?;
            about_owner(tx, "invoice", *invoice)?;
            Ok("did-pay-invoice")
        }
        Action::RemindInvoice { invoice, until } => {
            let client = tx.client_of("invoice", *invoice)?;
            defer(tx, client, DeferralKind::Reminder, &Target::Invoice(*invoice).to_string(), *until, None)?;
            tx.about(client);
            tx.args.extend([("day", i64::from(until.0)), ("invoice", invoice.0)]);
            Ok("did-remind-invoice")
        }
        Action::AddEngagement(new) => {
            insert_engagement(tx, new)?;
            tx.about(new.client);
            Ok("did-add-engagement")
        }
        Action::EditEngagement { engagement, title, end, notice, renew, status, kind, start, report_every } => {
            let mut changes = Changes::default();
            changes.set("title", title.as_deref().map(|t| t.trim().to_owned()));
            for (column, day) in [("end", end), ("notice", notice), ("renew", renew)] {
                changes.set(column, day.map(|day| day.map(|d| d.0)));
            }
            changes.set("kind", kind.map(|k| k.code().to_owned()));
            changes.set("start", start.map(|d| d.0));
            changes.set("report_every", report_every.map(|every| every.map(|e| e.to_string())));
            changes.set("status", status.map(|(status, _)| status.code().to_owned()));
            changes.set("status_on", status.map(|(_, on)| on.0));
            changes.write(tx, "engagement", *engagement)?;
            about_owner(tx, "engagement", *engagement)?;
            let done = matches!(status, Some((EngagementStatus::Done, _)));
            Ok(if done { "did-done-engagement" } else { "did-edit-engagement" })
        }
        _ => Err(super::unhandled()),
    }
}

pub(super) fn about_owner(tx: &mut Tx<'_>, table: &'static str, id: Id) -> Result<(), StoreError> {
    let client = tx.client_of(table, id)?;
    tx.about(client);
    tx.args.push((table, id.0));
    Ok(())
}

/// Writes an invoice; the first one makes a lead a client.
pub(in super::super) fn insert_invoice(tx: &mut Tx<'_>, new: &NewInvoice) -> Result<Id, StoreError> {
    let invoice = tx.insert(
        "invoice",
        &[
            ("client_id", &new.client.0),
            ("engagement_id", &new.engagement.map(|e| e.0)),
            ("number", &filled(&new.number)),
            ("issued", &new.issued.0),
            ("due", &new.due.map(|d| d.0)),
            ("paid", &new.paid.map(|d| d.0)),
            ("amount", &new.amount.minor),
            ("cost", &new.cost),
            ("currency", &new.amount.currency.as_str()),
            ("product", &filled(&new.product)),
        ],
    )?;
    tx.activate(new.client, new.issued)?;
    Ok(invoice)
}

/// Writes an engagement in the state its dates say; one that has begun makes a lead a client.
pub(in super::super) fn insert_engagement(tx: &mut Tx<'_>, new: &NewEngagement) -> Result<Id, StoreError> {
    let today = tx.now.today();
    let (status, on) = match new.end {
        _ if new.start > today => (EngagementStatus::Planned, today),
        Some(end) if end < today => (EngagementStatus::Done, end),
        _ => (EngagementStatus::Open, new.start),
    };
    let engagement = tx.insert(
        "engagement",
        &[
            ("client_id", &new.client.0),
            ("kind", &new.kind.code()),
            ("title", &new.title.trim()),
            ("start", &new.start.0),
            ("end", &new.end.map(|d| d.0)),
            ("notice", &new.notice.map(|d| d.0)),
            ("renew", &new.renew.map(|d| d.0)),
            ("status", &status.code()),
            ("status_on", &on.0),
            ("report_every", &new.report_every.map(|e| e.to_string())),
        ],
    )?;
    tx.activate(new.client, new.start)?;
    Ok(engagement)
}
