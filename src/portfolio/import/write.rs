//! Writes the plan of an import: every record on its own, so that one the rules refuse costs only its line.
//! What is written is decided in `interchange::plan`; the step around it is `import::run`'s.

use super::ImportError;
use super::fields::changed_fields;
use crate::domain::action::{
    ClientField, NewCareDate, NewCaseEvent, NewClient, NewComplaint, NewInvoice, NewOpportunity, NewSurvey, NewTouch,
    OpportunityChanges,
};
use crate::domain::care::Yearly;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::PINNED_BY_IMPORT;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::validate;
use crate::domain::words::*;
use crate::interchange::plan::{ClientRef, ImportPlan, PersonRef};
use crate::interchange::record::{CardDate, CareRecord, ClientRecord, PersonRecord, Rejected};
use crate::store::{ImportTx, StoreError};
use std::collections::HashMap;

/// Days until an imported tier is looked at again.
const REVIEW: i32 = 180;

/// Records the rules refused: their lines, and how many of them were to be new and how many to change something.
#[derive(Default)]
pub(super) struct Refused {
    pub(super) lines: Vec<Rejected>,
    pub(super) created: usize,
    pub(super) updated: usize,
}

/// Writes the plan. A record the rules refuse is returned and the rest goes on; an error takes everything back.
pub(super) fn write(
    tx: &mut ImportTx<'_>,
    plan: &ImportPlan,
    file_name: &str,
    now: &Now,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Refused, ImportError> {
    let mut writer = Writer { tx, file_name, now, refused: Refused::default(), progress, done: 0, all: steps(plan) };
    let mut clients = Vec::with_capacity(plan.new_clients.len());
    for record in &plan.new_clients {
        let made = writer.new_client(record);
        clients.push(writer.keep(record.line, made)?);
    }
    for (id, before, after) in &plan.changed_clients {
        let changed = writer.change_client(*id, before, after);
        writer.keep_change(after.line, changed)?;
    }
    let client = |at: ClientRef| match at {
        ClientRef::Old(id) => Some(id),
        ClientRef::New(index) => clients.get(index).copied().flatten(),
    };
    let mut people: HashMap<usize, Id> = HashMap::new();
    for (index, (at, record)) in plan.new_people.iter().enumerate() {
        let Some(at) = client(*at) else {
            writer.orphan(record.line);
            continue;
        };
        let made = writer.new_person(at, record);
        if let Some(id) = writer.keep(record.line, made)? {
            people.insert(index, id);
        }
    }
    for (id, at, before, after) in &plan.changed_people {
        let changed = writer.change_person(*at, *id, before, after);
        writer.keep_change(after.line, changed)?;
    }
    let made = |person: PersonRef| match person {
        PersonRef::Old(id) => Some(id),
        PersonRef::New(index) => people.get(&index).copied(),
    };
    for (at, person, touch) in &plan.touches {
        let Some(at) = client(*at) else {
            writer.orphan(touch.line);
            continue;
        };
        let person = person.and_then(made);
        let new = NewTouch {
            client: at,
            person,
            channel: touch.channel,
            direction: touch.direction,
            outcome: touch.outcome,
            at: touch.at,
            minutes: touch.minutes,
            flag: touch.flag,
            note: touch.note.clone(),
            again: None,
        };
        let made = writer.tx.add_touch(&new);
        writer.keep(touch.line, made)?;
    }
    for (at, person, survey) in &plan.surveys {
        let Some(at) = client(*at) else {
            writer.orphan(survey.line);
            continue;
        };
        let new = NewSurvey {
            client: at,
            person: person.and_then(made),
            kind: survey.kind,
            score: survey.score,
            on: survey.on,
            channel: survey.channel,
            reasons: survey.reasons.clone(),
            note: survey.note.clone(),
        };
        let answer = writer.tx.add_survey(&new);
        writer.keep(survey.line, answer)?;
    }
    for (at, person, case) in &plan.complaints {
        let Some(at) = client(*at) else {
            writer.orphan(case.line);
            continue;
        };
        let new = NewComplaint {
            client: at,
            person: person.and_then(made),
            kind: case.kind,
            complex: false,
            opened: case.opened,
            channel: case.channel,
            text: case.text.clone(),
            demand: case.demand.clone(),
            cause: case.cause.clone(),
            tier: None,
            other: None,
            mediator: None,
            begun: case.status,
        };
        let written = writer.case(&new, case.note.as_deref());
        writer.keep(case.line, written)?;
    }
    for (at, person, opportunity) in &plan.opportunities {
        let Some(at) = client(*at) else {
            writer.orphan(opportunity.line);
            continue;
        };
        let stage = opportunity.stage.unwrap_or(Stage::Intake);
        let new = NewOpportunity {
            client: at,
            person: person.and_then(made),
            title: opportunity.title.clone(),
            amount: opportunity.amount,
            probability: opportunity.probability,
            stage,
            close: opportunity.close,
            product: opportunity.product.clone(),
            note: opportunity.note.clone(),
            at: settled(stage, opportunity.close, now),
        };
        let written = writer.tx.add_opportunity(&new);
        writer.keep(opportunity.line, written)?;
    }
    for (id, _, before, after) in &plan.changed_opportunities {
        let changes = OpportunityChanges {
            amount: (after.amount != before.amount).then_some(after.amount),
            probability: (after.probability != before.probability).then_some(after.probability),
            product: (after.product != before.product).then(|| after.product.clone()),
            note: (after.note != before.note).then(|| after.note.clone()),
            stage: after.stage.filter(|_| after.stage != before.stage),
            close: (after.close != before.close).then_some(after.close),
            ..OpportunityChanges::default()
        };
        let changed = writer.tx.change_opportunity(*id, &changes);
        writer.keep_change(after.line, changed)?;
    }
    for (at, person, care) in &plan.care {
        let Some(at) = client(*at) else {
            writer.orphan(care.line);
            continue;
        };
        let written = writer.tx.add_care(&care_date(at, person.and_then(made), care));
        writer.keep(care.line, written)?;
    }
    for (id, at, person, care) in &plan.changed_care {
        let changed = writer.tx.change_care(*id, &care_date(*at, person.and_then(made), care));
        writer.keep_change(care.line, changed)?;
    }
    for (at, invoice) in &plan.invoices {
        let Some(at) = client(*at) else {
            writer.orphan(invoice.line);
            continue;
        };
        let new = NewInvoice {
            client: at,
            number: invoice.number.clone(),
            issued: invoice.issued,
            due: invoice.due,
            paid: invoice.paid,
            amount: invoice.amount,
            cost: invoice.cost,
            product: invoice.product.clone(),
            engagement: None,
        };
        let made = writer.tx.add_invoice(&new);
        writer.keep(invoice.line, made)?;
    }
    for (id, _, _, after) in &plan.changed_invoices {
        let changed =
            writer.tx.set_invoice(*id, after.issued, after.due, after.paid, after.amount, after.cost, after.product.as_deref());
        writer.keep_change(after.line, changed)?;
    }
    Ok(writer.refused)
}

/// A line of yearly dates as the store takes it.
fn care_date(client: Id, person: Option<Id>, record: &CareRecord) -> NewCareDate {
    let Yearly { month, day, year, calendar, leap } = record.date;
    let (name, note) = (record.name.clone(), record.note.clone());
    NewCareDate { client, person, kind: record.kind, name, month, day, year, calendar, leap, lead: record.lead, note }
}

/// From when on a stage holds: what is won or lost is so since the day it was to be signed, where that has passed; what is open, since now.
fn settled(stage: Stage, close: Option<Day>, now: &Now) -> Moment {
    let day = close.filter(|_| !stage.is_open()).map(|day| day.start(now.zone));
    day.map_or(now.instant, |at| at.min(now.instant))
}

fn steps(plan: &ImportPlan) -> usize {
    plan.new_clients.len()
        + plan.changed_clients.len()
        + plan.new_people.len()
        + plan.changed_people.len()
        + plan.touches.len()
        + plan.invoices.len()
        + plan.surveys.len()
        + plan.complaints.len()
        + plan.opportunities.len()
        + plan.changed_opportunities.len()
        + plan.care.len()
        + plan.changed_care.len()
        + plan.changed_invoices.len()
}

struct Writer<'w, 'tx> {
    tx: &'w mut ImportTx<'tx>,
    file_name: &'w str,
    now: &'w Now,
    refused: Refused,
    progress: &'w mut dyn FnMut(usize, usize) -> bool,
    done: usize,
    all: usize,
}

impl Writer<'_, '_> {
    /// Counts a new record: what was made, or `None` when the rules refused it.
    fn keep<T>(&mut self, line: u64, made: Result<T, StoreError>) -> Result<Option<T>, ImportError> {
        let made = self.step(line, made)?;
        self.refused.created += usize::from(made.is_none());
        Ok(made)
    }

    /// Counts a changed record.
    fn keep_change(&mut self, line: u64, changed: Result<(), StoreError>) -> Result<(), ImportError> {
        let changed = self.step(line, changed)?;
        self.refused.updated += usize::from(changed.is_none());
        Ok(())
    }

    fn step<T>(&mut self, line: u64, made: Result<T, StoreError>) -> Result<Option<T>, ImportError> {
        self.done += 1;
        if self.done.is_multiple_of(1_000) && !(self.progress)(self.all + self.done, self.all * 2) {
            return Err(ImportError::Stopped);
        }
        match made {
            Ok(made) => Ok(Some(made)),
            Err(StoreError::Refused(refusal)) => {
                self.refused.lines.push(Rejected { line, reason: refusal.message });
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// A case with what else its line says as the first note of its log.
    fn case(&mut self, new: &NewComplaint, note: Option<&str>) -> Result<Id, StoreError> {
        note.map_or(Ok(()), validate::text)?;
        let id = self.tx.add_complaint(new)?;
        if let Some(note) = note {
            let event = NewCaseEvent {
                complaint: id,
                kind: CaseEventKind::Note,
                at: new.opened,
                text: Some(note.to_owned()),
                rating: None,
                promised: None,
                channel: None,
                minutes: None,
                corrects: None,
                fulfils: None,
            };
            self.tx.add_past_event(&event, self.now.instant)?;
        }
        Ok(id)
    }

    /// A record whose client was refused.
    fn orphan(&mut self, line: u64) {
        self.refused.lines.push(Rejected { line, reason: Message::new("import-rejected-client") });
        self.refused.created += 1;
    }

    fn new_client(&mut self, record: &ClientRecord) -> Result<Id, StoreError> {
        let new = NewClient {
            name: record.name.clone(),
            kind: record.kind.unwrap_or(ClientKind::Org),
            status: record.status.unwrap_or(Status::Active),
            industry: record.industry.clone(),
            region: record.region.clone(),
            size: record.size.clone(),
            need: record.need.clone(),
            need_type: record.need_type.clone(),
            since: record.since.unwrap_or_else(|| self.now.today()),
            points: record.points.clone(),
            tags: record.tags.clone(),
            potential: record.potential,
            fit: record.fit,
            budget: record.budget,
            quiet: record.quiet,
            language: record.language,
            culture: record.culture.clone(),
            source: record.source.clone(),
            note: record.note.clone(),
            person: None,
            task: None,
        };
        let id = self.tx.add_client(&new, record.external_id.as_deref())?;
        let mut fields = Vec::new();
        if record.preferred_channel.is_some() {
            fields.push(ClientField::PreferredChannel(record.preferred_channel));
        }
        if record.response_hours.is_some() {
            fields.push(ClientField::ResponseHours(record.response_hours));
        }
        if record.do_not_mention.is_some() {
            fields.push(ClientField::DoNotMention(record.do_not_mention.clone()));
        }
        if !fields.is_empty() {
            self.tx.update_client(id, &fields)?;
        }
        self.rest(id, &ClientRecord::default(), record)?;
        Ok(id)
    }

    /// What a client has beside its own row: tier, birthday, extra fields.
    fn rest(&mut self, id: Id, before: &ClientRecord, after: &ClientRecord) -> Result<(), StoreError> {
        if let Some(tier) = after.tier_pin.filter(|_| before.tier_pin.is_none()) {
            let today = self.now.today();
            self.tx.pin(id, tier, PINNED_BY_IMPORT, today, today.plus(REVIEW))?;
        }
        if let Some(date) = after.birthday.filter(|_| after.birthday != before.birthday) {
            self.tx.set_birthday(id, None, date)?;
        }
        self.dates(id, None, &before.dates, &after.dates)?;
        for (name, value) in after.extra.iter().filter(|field| !before.extra.contains(field)) {
            self.tx.add_extra(id, None, name, value, Some(self.file_name))?;
        }
        Ok(())
    }

    /// Yearly dates that were not there before.
    fn dates(&mut self, client: Id, person: Option<Id>, before: &[CardDate], after: &[CardDate]) -> Result<(), StoreError> {
        for CardDate { kind, name, date } in after.iter().filter(|one| !before.contains(one)) {
            self.tx.add_care(&NewCareDate {
                client,
                person,
                kind: *kind,
                name: name.clone(),
                month: date.month,
                day: date.day,
                year: date.year,
                calendar: date.calendar,
                leap: date.leap,
                lead: None,
                note: None,
            })?;
        }
        Ok(())
    }

    fn change_client(&mut self, id: Id, before: &ClientRecord, after: &ClientRecord) -> Result<(), StoreError> {
        let fields = changed_fields(before, after, self.now.today());
        if !fields.is_empty() {
            self.tx.update_client(id, &fields)?;
        }
        if let Some(external) = after.external_id.as_ref().filter(|_| before.external_id.is_none()) {
            self.tx.set_external_id(id, external)?;
        }
        for point in after.points.iter().filter(|point| !before.points.contains(point)) {
            self.tx.add_point(id, None, point)?;
        }
        for tag in after.tags.iter().filter(|tag| !before.tags.contains(tag)) {
            self.tx.add_tag(id, tag)?;
        }
        self.rest(id, before, after)
    }

    fn new_person(&mut self, client: Id, record: &PersonRecord) -> Result<Id, StoreError> {
        let (role, note, external) = (record.role.as_deref(), record.note.as_deref(), record.external_id.as_deref());
        let id = self.tx.add_person(client, &record.name, role, note, external)?;
        self.person_rest(client, id, &PersonRecord::default(), record)?;
        Ok(id)
    }

    fn person_rest(&mut self, client: Id, id: Id, before: &PersonRecord, after: &PersonRecord) -> Result<(), StoreError> {
        for point in after.points.iter().filter(|point| !before.points.contains(point)) {
            self.tx.add_point(client, Some(id), point)?;
        }
        if let Some(date) = after.birthday.filter(|_| after.birthday != before.birthday) {
            self.tx.set_birthday(client, Some(id), date)?;
        }
        self.dates(client, Some(id), &before.dates, &after.dates)?;
        for (name, value) in after.extra.iter().filter(|field| !before.extra.contains(field)) {
            self.tx.add_extra(client, Some(id), name, value, Some(self.file_name))?;
        }
        Ok(())
    }

    fn change_person(&mut self, client: Id, id: Id, before: &PersonRecord, after: &PersonRecord) -> Result<(), StoreError> {
        let (role, note, external) = (after.role.as_deref(), after.note.as_deref(), after.external_id.as_deref());
        self.tx.set_person(id, &after.name, role, note, external)?;
        self.person_rest(client, id, before, after)
    }
}
