//! What becomes of touches, invoices, survey answers and cases: their client, and whether the book has them already.

use super::existing::{survey_mark, touch_mark};
use super::{Count, Planner};
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::*;
use crate::interchange::cells::fold;
use crate::interchange::record::*;

impl Planner<'_> {
    pub(super) fn touch(&mut self, touch: TouchRecord) -> Result<Count, Message> {
        let (client, made) = self.client_for(&touch.client, ClientKind::Org)?;
        if let Some(id) = self.clients[client].id {
            let mark = touch_mark(touch.channel, touch.direction, touch.outcome, touch.note.as_deref());
            if let Some(left) = self.touches.get_mut(&(id, touch.at.0, mark)).filter(|left| **left > 0) {
                *left -= 1;
                return Ok(Count::Unchanged);
            }
        }
        if made {
            self.note_duplicates_of_made(client, touch.line);
        }
        let person = touch.person.clone().map(|name| {
            self.add_named_person(client, Some(name.clone()));
            let key = fold(&name);
            self.people_called(client, &key).next()
        });
        self.fact(client, touch.at.day(self.now.zone));
        self.out_touches.push((client, person.flatten(), touch));
        Ok(Count::Created)
    }

    pub(super) fn survey(&mut self, survey: SurveyRecord) -> Result<Count, Message> {
        let (client, made) = self.client_for(&survey.client, ClientKind::Org)?;
        if let Some(id) = self.clients[client].id
            && let Some(left) = self.surveys.get_mut(&(id, survey_mark(&survey))).filter(|left| **left > 0)
        {
            *left -= 1;
            return Ok(Count::Unchanged);
        }
        if made {
            self.note_duplicates_of_made(client, survey.line);
        }
        let person = survey.person.clone().and_then(|name| {
            self.add_named_person(client, Some(name.clone()));
            let key = fold(&name);
            self.people_called(client, &key).next()
        });
        self.fact(client, survey.on);
        self.out_surveys.push((client, person, survey));
        Ok(Count::Created)
    }

    /// A case is there already when the client has one of this text and moment; of a line that knows only the day, of this day.
    pub(super) fn complaint(&mut self, case: ComplaintRecord) -> Result<Count, Message> {
        let (client, made) = self.client_for(&case.client, ClientKind::Org)?;
        if let Some(id) = self.clients[client].id
            && let Some(known) = self.complaints.get_mut(&(id, case.text.clone()))
        {
            let zone = self.now.zone;
            let same = |at: &Moment| *at == case.opened || case.day_only && at.day(zone) == case.opened.day(zone);
            if let Some(place) = known.iter().position(same) {
                known.swap_remove(place);
                return Ok(Count::Unchanged);
            }
        }
        if made {
            self.note_duplicates_of_made(client, case.line);
        }
        let person = case.person.clone().and_then(|name| {
            self.add_named_person(client, Some(name.clone()));
            let key = fold(&name);
            self.people_called(client, &key).next()
        });
        self.fact(client, case.opened.day(self.now.zone));
        self.out_complaints.push((client, person, case));
        Ok(Count::Created)
    }

    pub(super) fn invoice(&mut self, invoice: InvoiceRecord) -> Result<Count, Message> {
        let (client, made) = self.client_for(&invoice.client, ClientKind::Org)?;
        let mut count = None;
        if let Some(id) = self.clients[client].id
            && let Some((row, old, used)) = self.invoices.get_mut(&id).and_then(|list| {
                let same = |(_, old, used): &&mut (Id, InvoiceRecord, bool)| !*used && is_same_invoice(old, &invoice);
                list.iter_mut().find(same)
            })
        {
            *used = true;
            let after = InvoiceRecord {
                due: invoice.due.or(old.due),
                paid: invoice.paid.or(old.paid),
                cost: invoice.cost.or(old.cost),
                product: invoice.product.clone().or_else(|| old.product.clone()),
                issued: invoice.issued,
                amount: invoice.amount,
                ..old.clone()
            };
            if after == *old {
                count = Some(Count::Unchanged);
            } else {
                self.changed_invoices.push((*row, id, old.clone(), after));
                count = Some(Count::Updated);
            }
        }
        self.keep_invoice_extra(client, &invoice);
        if let Some(count) = count {
            return Ok(count);
        }
        if made {
            self.note_duplicates_of_made(client, invoice.line);
        }
        self.fact(client, invoice.issued);
        self.out_invoices.push((client, invoice));
        Ok(Count::Created)
    }

    /// Possible work is there already when the client has one of this title; what the line says beyond that is changed. Of several of one
    /// title the one that says the same comes first.
    pub(super) fn opportunity(&mut self, new: OpportunityRecord) -> Result<Count, Message> {
        let (client, made) = self.client_for(&new.client, ClientKind::Org)?;
        if let Some(id) = self.clients[client].id
            && let Some(known) = self.opportunities.get_mut(&id)
        {
            let after = |old: &OpportunityRecord| OpportunityRecord {
                amount: new.amount,
                stage: new.stage.or(old.stage),
                probability: new.probability.or(old.probability),
                close: new.close.or(old.close),
                product: new.product.clone().or_else(|| old.product.clone()),
                note: new.note.clone().or_else(|| old.note.clone()),
                ..old.clone()
            };
            let of_title = |(_, old, used): &(Id, OpportunityRecord, bool)| !*used && old.title.trim() == new.title;
            let same = known.iter().position(|row| of_title(row) && after(&row.1) == row.1);
            if let Some((row, old, used)) =
                same.or_else(|| known.iter().position(of_title)).and_then(|place| known.get_mut(place))
            {
                *used = true;
                let after = after(old);
                if after == *old {
                    return Ok(Count::Unchanged);
                }
                self.changed_opportunities.push((*row, id, old.clone(), OpportunityRecord { line: new.line, ..after }));
                return Ok(Count::Updated);
            }
        }
        if made {
            // Whom work is only talked about with is a lead; winning makes a client of it.
            self.clients[client].record.status = Some(Status::Lead);
            self.note_duplicates_of_made(client, new.line);
        }
        let person = new.person.clone().and_then(|name| {
            self.add_named_person(client, Some(name.clone()));
            let key = fold(&name);
            self.people_called(client, &key).next()
        });
        self.out_opportunities.push((client, person, new));
        Ok(Count::Created)
    }

    /// Columns of an invoice without a place stand with the client, under the invoice's number or day.
    pub(super) fn keep_invoice_extra(&mut self, client: usize, invoice: &InvoiceRecord) {
        for (name, value) in &invoice.extra {
            let of = invoice.number.clone().unwrap_or_else(|| invoice.issued.to_string());
            let field = (format!("{name} ({of})"), value.clone());
            let slot = &mut self.clients[client];
            if !slot.record.extra.contains(&field) {
                if slot.id.is_some() && slot.before.is_none() {
                    slot.before = Some(slot.record.clone());
                }
                slot.record.extra.push(field);
            }
        }
    }

    /// An imported last-contact date: a touch of unknown channel at noon, unless that day has one.
    pub(super) fn add_last_contact(&mut self, client: usize, day: Option<Day>, said: Option<String>, line: u64) -> bool {
        let Some(day) = day.filter(|day| !self.clients[client].unknown_days.contains(day)) else { return false };
        let noon = chrono::NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let slot = &mut self.clients[client];
        slot.unknown_days.push(day);
        slot.earliest = Some(slot.earliest.map_or(day, |e| e.min(day)));
        let touch = TouchRecord {
            line,
            client: String::new(),
            channel: Channel::Unknown,
            outcome: Outcome::Reached,
            direction: Direction::Out,
            at: Moment(day.at(noon, self.now.zone).0.min(self.now.instant.0)),
            minutes: None,
            flag: None,
            person: None,
            note: said,
        };
        self.out_touches.push((client, None, touch));
        true
    }

    pub(super) fn fact(&mut self, client: usize, day: Day) {
        let slot = &mut self.clients[client];
        slot.earliest = Some(slot.earliest.map_or(day, |earliest| earliest.min(day)));
    }
}

/// A numbered invoice is the one of that number; one without is the same day, amount and product.
fn is_same_invoice(old: &InvoiceRecord, new: &InvoiceRecord) -> bool {
    match (&old.number, &new.number) {
        (Some(a), Some(b)) => a == b,
        (None, None) => (old.issued, old.amount, &old.product) == (new.issued, new.amount, &new.product),
        _ => false,
    }
}
