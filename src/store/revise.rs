//! What imports and exports need beside `bulk`: clients whole, and changing people, birthdays and invoices that are there.
//! Which rows are meant is decided in `interchange::plan`.

use super::Store;
use super::apply::{self, PersonColumns};
use super::bulk::ImportTx;
use super::detail::{ClientDetail, detail};
use super::error::StoreError;
use super::stream::Which;
use crate::domain::action::NewInvoice;
use crate::domain::day::{Day, Moment};
use crate::domain::facts::ClientRows;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::validate;

impl Store {
    /// Streams clients with what the fold does not read, at most `touches` touches each, from one state of the file.
    pub fn stream_whole(
        &self,
        which: &Which,
        touches: usize,
        each: &mut dyn FnMut(&ClientRows, &ClientDetail),
    ) -> Result<(), StoreError> {
        let mut failed = None;
        self.stream(which, &mut |rows| {
            if failed.is_none() {
                // The stream's transaction is open: this reads the same state.
                match detail(&self.db, rows.client.id, touches, Moment(i64::MAX)) {
                    Ok(Some(found)) => each(rows, &found),
                    Ok(None) => {}
                    Err(error) => failed = Some(error),
                }
            }
        })?;
        failed.map_or(Ok(()), |error| Err(error.at(&self.path)))
    }
}

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
        let columns = PersonColumns { name, role, note, external_id };
        self.check_person(&columns)?;
        apply::update_person(&self.tx, person, &columns)
    }

    /// Sets a birthday (month, day, year when known) in place of the one that is there.
    pub fn set_birthday(&mut self, client: Id, person: Option<Id>, date: (u8, u8, Option<i32>)) -> Result<(), StoreError> {
        validate::yearly(date.0, date.1, date.2)?;
        apply::set_birthday(&mut self.tx, client, person, Some(date))
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
                ("product", &apply::filled(&product)),
            ],
        )
    }
}
