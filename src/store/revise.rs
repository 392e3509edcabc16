//! What an import changes of rows that are there: people, birthdays, invoices. What it adds stands in `bulk`.
//! Which rows are meant is decided in `interchange::plan`.

use super::bulk::ImportTx;
use super::error::StoreError;
use super::keys;
use crate::domain::action::NewInvoice;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::validate::{self, Refusal};
use crate::domain::words::{Calendar, CareKind};
use rusqlite::params;

impl ImportTx<'_> {
    /// Sets a person's name, role, note and card.
    pub fn set_person(
        &mut self,
        person: Id,
        name: &str,
        role: Option<&str>,
        note: Option<&str>,
        external_id: Option<&str>,
    ) -> Result<(), StoreError> {
        if name.trim().is_empty() {
            return Err(Refusal::bad(Message::new("refused-empty-name")).into());
        }
        for text in [Some(name), role, note, external_id].into_iter().flatten() {
            validate::text(text)?;
        }
        self.tx.update(
            "person",
            person,
            &[
                ("name", &name),
                ("name_key", &keys::name_key(name)),
                ("initials", &keys::initials(name)),
                ("role", &role),
                ("note", &note),
                ("external_id", &external_id),
            ],
        )
    }

    /// Sets a birthday (month, day, year when known) in place of the one that is there.
    pub fn set_birthday(&mut self, client: Id, person: Option<Id>, date: (u8, u8, Option<i32>)) -> Result<(), StoreError> {
        validate::yearly(date.0, date.1, date.2)?;
        let sql = "SELECT id FROM care_date WHERE client_id = ?1 AND person_id IS ?2 AND kind = 'birthday'
                   AND calendar = 'gregorian' ORDER BY id LIMIT 1";
        let known = self.tx.ids(sql, params![client.0, person.map(|p| p.0)])?;
        match known.first() {
            Some(id) => self.tx.update("care_date", *id, &[("month", &date.0), ("day", &date.1), ("year", &date.2)]),
            None => self.add_care_date(client, person, CareKind::Birthday, None, date, Calendar::Gregorian).map(|_| ()),
        }
    }

    /// Sets what a numbered invoice says.
    #[expect(clippy::too_many_arguments, reason = "the columns of one row")]
    pub fn set_invoice(
        &mut self,
        invoice: Id,
        issued: Day,
        due: Option<Day>,
        paid: Option<Day>,
        amount: Money,
        cost: Option<i64>,
        product: Option<&str>,
    ) -> Result<(), StoreError> {
        let judged = NewInvoice {
            client: Id(0),
            number: None,
            issued,
            due,
            paid,
            amount,
            cost,
            product: product.map(str::to_owned),
            engagement: None,
        };
        validate::invoice(&judged)?;
        self.tx.update(
            "invoice",
            invoice,
            &[
                ("issued", &issued.0),
                ("due", &due.map(|d| d.0)),
                ("paid", &paid.map(|d| d.0)),
                ("amount", &amount.minor),
                ("currency", &amount.currency.as_str()),
                ("cost", &cost),
                ("product", &product),
            ],
        )
    }
}
