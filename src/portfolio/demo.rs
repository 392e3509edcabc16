//! Writes a sample portfolio into a store, as one op. Making it up is `crate::demo`'s work.

use crate::demo::{self, DemoBook, DemoCase, DemoClient};
use crate::domain::action::{
    Face, NewCareDate, NewCaseEvent, NewClient, NewComplaint, NewEngagement, NewGift, NewImprovement, NewInvoice, NewMilestone,
    NewOpportunity, NewRun, NewStep, NewSurvey, NewTouch,
};
use crate::domain::day::Now;
use crate::domain::facts::RunRow;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::store::{Applied, ImportTx, Store, StoreError};

/// Writes the whole book as one op of the program's own: no undo can empty the sample. `each` is told how many clients are written, for a progress bar.
/// `None` when the book is empty.
///
/// # Errors
/// What the store refuses.
pub fn write(
    store: &mut Store,
    book: &DemoBook,
    now: &Now,
    each: &mut dyn FnMut(usize),
) -> Result<Option<Applied>, StoreError> {
    let path = store.path().to_path_buf();
    let written = store.import(now, Face::System, |tx| {
        let (mut ids, mut people) = (Vec::with_capacity(book.clients.len()), Vec::with_capacity(book.clients.len()));
        for (n, one) in book.clients.iter().enumerate() {
            let (id, named) = client(tx, one, book.currency)?;
            ids.push(id);
            people.push(named);
            each(n + 1);
        }
        for r in &book.relations {
            if let (Some(client), Some(other)) = (ids.get(r.client), ids.get(r.other)) {
                tx.add_past_relation(*client, *other, r.kind, Some(&r.note), r.created)?;
            }
        }
        cases(tx, book, &ids, &people)?;
        Ok::<(), StoreError>(())
    });
    written.map(|((), applied)| applied).map_err(|e| e.at(&path))
}

/// Writes a client; its id and those of its people.
fn client(tx: &mut ImportTx<'_>, one: &DemoClient, currency: Currency) -> Result<(Id, Vec<Id>), StoreError> {
    let text = |t: &str| Some(t.to_owned());
    let new = NewClient {
        name: one.name.clone(),
        kind: one.kind,
        status: one.status,
        industry: text(&one.industry),
        region: text(&one.region),
        size: text(&one.size),
        need: one.need.as_deref().and_then(text),
        need_type: None,
        since: one.since,
        points: one.points.clone(),
        tags: one.tags.iter().map(|t| t.to_string()).collect(),
        potential: one.potential,
        fit: one.fit,
        budget: None,
        quiet: one.quiet,
        language: one.language,
        culture: one.culture.map(str::to_owned),
        source: one.source.as_deref().and_then(text),
        note: None,
        person: None,
        task: None,
    };
    let id = tx.add_client(&new, None)?;
    tx.date_client(id, one.status_on, one.status_why.as_deref(), one.reviewed_on)?;
    let people = people(tx, id, one)?;
    let person = |place: Option<usize>| place.and_then(|p| people.get(p)).copied();
    for t in &one.touches {
        tx.add_touch(&NewTouch {
            client: id,
            person: person(t.person),
            channel: t.channel,
            direction: t.direction,
            outcome: t.outcome,
            at: t.at,
            minutes: t.minutes,
            flag: t.flag,
            note: t.note.as_deref().and_then(text),
            again: None,
        })?;
    }
    for a in &one.appointments {
        let made = tx.add_appointment(id, a.channel, a.start, a.minutes, a.place.as_deref(), a.note.as_deref())?;
        tx.date_appointment(made, a.created, person(a.person))?;
    }
    for t in &one.tasks {
        tx.add_past_task(id, t.kind, &t.text, t.due, t.assignee.as_deref(), t.created, t.done)?;
    }
    for d in &one.deferrals {
        tx.add_past_deferral(id, d.kind, &d.target, d.until, d.reason.as_deref(), d.created, d.signals.as_deref())?;
    }
    money(tx, id, one, currency)?;
    drift(tx, id, one, currency)?;
    care(tx, id, one, &people, currency)?;
    for row in &one.month_scores {
        tx.add_month_score(id, row)?;
    }
    for row in &one.tier_changes {
        tx.add_tier_change(id, row)?;
    }
    for s in &one.surveys {
        tx.add_survey(&NewSurvey {
            client: id,
            person: person(s.person),
            kind: s.kind,
            score: s.score,
            on: s.on,
            channel: Some(Channel::Call),
            reasons: s.reasons.iter().map(|r| r.to_string()).collect(),
            note: None,
        })?;
    }
    Ok((id, people))
}

/// Yearly dates and their greetings, gifts, and what was said about being written to.
fn care(tx: &mut ImportTx<'_>, client: Id, one: &DemoClient, people: &[Id], currency: Currency) -> Result<(), StoreError> {
    let person = |place: Option<usize>| place.and_then(|p| people.get(p)).copied();
    for c in &one.care {
        let made = tx.add_care(&NewCareDate {
            client,
            person: person(c.person),
            kind: c.kind,
            name: c.name.as_deref().map(str::to_owned),
            month: c.date.month,
            day: c.date.day,
            year: c.date.year,
            calendar: c.date.calendar,
            leap: c.date.leap,
            lead: c.lead,
            note: None,
        })?;
        if let Some((day, said)) = &c.greeted {
            tx.add_greeting(client, Target::Care(made), *day, person(c.person), said)?;
        }
    }
    for g in &one.gifts {
        tx.add_gift(&NewGift {
            client,
            person: person(g.person),
            what: g.what.to_string(),
            cost: Some(Money { minor: g.cost, currency }),
            on: g.on,
            occasion: Some(g.occasion.to_string()),
            note: None,
        })?;
    }
    for c in &one.consents {
        tx.add_consent(client, c.channel, c.state, c.on, Some(&c.how))?;
    }
    Ok(())
}

/// Possible work with its way, win-backs, and what became of the client.
fn drift(tx: &mut ImportTx<'_>, client: Id, one: &DemoClient, currency: Currency) -> Result<(), StoreError> {
    for o in &one.opportunities {
        let Some((first, later)) = o.states.split_first() else { continue };
        let made = tx.add_opportunity(&NewOpportunity {
            client,
            person: None,
            title: o.title.to_string(),
            amount: Money { minor: o.amount, currency },
            probability: o.probability,
            stage: first.stage,
            close: first.close,
            product: None,
            note: None,
            at: first.at,
        })?;
        for s in later {
            tx.add_past_state(client, made, s.at, s.stage, s.close, s.why.as_deref().map(str::to_owned))?;
        }
    }
    for run in &one.runs {
        let step = |s: &demo::DemoStep| NewStep {
            kind: s.kind,
            title: s.title.to_string(),
            text: None,
            channel: s.channel,
            template: None,
            due: s.due,
        };
        let new = NewRun {
            client,
            playbook: RunRow::WIN_BACK.to_owned(),
            title: run.title.to_string(),
            steps: run.steps.iter().map(step).collect(),
        };
        let done: Vec<_> = run.steps.iter().map(|s| s.done.as_ref().map(|(at, note)| (*at, note.to_string()))).collect();
        tx.add_past_run(&new, run.started, &done, run.ended)?;
    }
    for o in &one.outcomes {
        tx.add_past_outcome(client, o.kind, o.on, o.reason.as_deref(), o.note.as_deref().map(str::to_owned))?;
    }
    Ok(())
}

/// Writes the cases of all clients in the order they were opened, so that their numbers grow with time, and the improvements.
fn cases(tx: &mut ImportTx<'_>, book: &DemoBook, ids: &[Id], people: &[Vec<Id>]) -> Result<(), StoreError> {
    let text = |t: &Option<demo::Text>| t.as_deref().map(str::to_owned);
    let mut all: Vec<(usize, &DemoCase)> =
        book.clients.iter().enumerate().flat_map(|(n, c)| c.cases.iter().map(move |case| (n, case))).collect();
    all.sort_by_key(|(n, case)| (case.opened, *n));
    for (n, case) in all {
        let Some(client) = ids.get(n).copied() else { continue };
        let id = tx.add_complaint(&NewComplaint {
            client,
            person: case.person.and_then(|p| people.get(n)?.get(p)).copied(),
            kind: case.kind,
            complex: case.complex,
            opened: case.opened,
            channel: Some(case.channel),
            text: case.text.to_string(),
            demand: text(&case.demand),
            cause: text(&case.cause),
            tier: case.tier,
            other: case.other.and_then(|n| ids.get(n)).copied(),
            mediator: text(&case.mediator),
            begun: CaseStatus::Registered,
        })?;
        if let Some(minor) = case.remedy {
            tx.cost_case(id, Money { minor, currency: book.currency })?;
        }
        for e in &case.events {
            let event = NewCaseEvent {
                complaint: id,
                kind: e.kind,
                at: e.at,
                text: text(&e.text),
                rating: e.rating,
                promised: e.promised,
                channel: e.channel,
                minutes: e.minutes,
                corrects: None,
                fulfils: None,
            };
            tx.add_past_event(&event, e.at)?;
        }
    }
    for i in &book.improvements {
        let new = NewImprovement {
            cause: i.cause.to_string(),
            text: i.text.to_string(),
            owner: Some(i.owner.to_string()),
            due: Some(i.due),
        };
        tx.add_past_improvement(&new, i.created, i.done)?;
    }
    Ok(())
}

fn people(tx: &mut ImportTx<'_>, client: Id, one: &DemoClient) -> Result<Vec<Id>, StoreError> {
    let mut ids = Vec::with_capacity(one.people.len());
    for p in &one.people {
        let id = tx.add_person(client, &p.name, Some(&p.role), None, None)?;
        for point in &p.points {
            tx.add_point(client, Some(id), point)?;
        }
        if let Some(date) = p.birthday {
            tx.add_care_date(client, Some(id), CareKind::Birthday, Some(&p.name), date, Calendar::Gregorian)?;
        }
        ids.push(id);
    }
    Ok(ids)
}

fn money(tx: &mut ImportTx<'_>, client: Id, one: &DemoClient, currency: Currency) -> Result<(), StoreError> {
    let mut engagements = Vec::with_capacity(one.engagements.len());
    for e in &one.engagements {
        let engagement = tx.add_engagement(&NewEngagement {
            client,
            kind: e.kind,
            title: e.title.to_string(),
            start: e.start,
            end: e.end,
            notice: e.notice,
            renew: e.renew,
            report_every: e.report_every,
        })?;
        e.reported_on.map_or(Ok(()), |on| tx.report_progress(engagement, on))?;
        for m in &e.milestones {
            let new = NewMilestone { engagement, title: m.title.to_string(), due: m.due, note: None };
            tx.add_milestone(&new, m.done)?;
        }
        engagements.push(engagement);
    }
    for i in &one.invoices {
        tx.add_invoice(&NewInvoice {
            client,
            number: Some(i.number.clone()),
            issued: i.issued,
            due: Some(i.due),
            paid: i.paid,
            amount: Money { minor: i.amount, currency },
            cost: Some(i.cost),
            product: Some(i.product.to_string()),
            engagement: i.engagement.and_then(|e| engagements.get(e)).copied(),
        })?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::demo::{DemoOptions, portfolio};
    use crate::domain::policy;
    use crate::domain::zone::{Holidays, WorkingTime};
    use crate::i18n::Lang;
    use crate::portfolio::{Settings, Snapshot};
    use std::collections::BTreeSet;

    fn now() -> Now {
        Now { instant: crate::domain::day::Moment(1_795_395_840), zone: chrono_tz::Tz::Asia__Shanghai }
    }

    fn book(options: &DemoOptions) -> DemoBook {
        let policy = policy::parse(policy::AGENCY).unwrap();
        portfolio(options, &WorkingTime::new(policy.hours, &[], Holidays::default()), &now())
    }

    #[test]
    fn a_written_sample_has_every_kind_of_item_and_no_undo_empties_it() {
        for lang in Lang::ALL {
            let mut store = Store::open_memory(now().zone).unwrap();
            let book = book(&DemoOptions::small(lang, Currency::CNY));
            let mut told = 0;
            write(&mut store, &book, &now(), &mut |n| told = n).unwrap().unwrap();
            assert_eq!(told, 45);
            let settings = Settings {
                holidays: Holidays::default(),
                currency: Some(Currency::CNY),
                rates: Default::default(),
                playbooks: Vec::new(),
                cultures: Default::default(),
                booked: true,
            };
            let snapshot = Snapshot::load(&store, &settings, &now()).unwrap();
            assert_eq!(snapshot.clients.len(), 45);
            let kinds: BTreeSet<ItemKind> = snapshot.queue.items.iter().map(|i| i.kind).collect();
            assert_eq!(kinds.len(), ItemKind::ALL.len(), "{kinds:?}");
            assert_eq!(snapshot.cases().count(), book.cases());
            let mut opened: Vec<_> = snapshot.cases().map(|c| (c.row.no, c.row.opened)).collect();
            opened.sort();
            assert!(opened.is_sorted_by_key(|(_, at)| *at), "numbers grow with time");
            assert!(snapshot.cases().any(|c| c.row.other.is_some() && c.row.kind == ComplaintKind::Conflict));
            assert_eq!(snapshot.improvements.iter().filter(|i| !i.returned.is_empty()).count(), 1, "a cause came back");
            let touches: u32 = snapshot.clients.iter().map(|c| c.facts.touches).sum();
            assert_eq!(touches as usize, book.touches());
            let marks = snapshot.clients.iter().filter(|c| !c.facts.surveys.is_empty()).count();
            assert!((8..=20).contains(&marks), "{marks} clients gave a mark");
            assert_eq!(
                snapshot.clients.iter().filter(|c| !c.facts.relations.is_empty()).count(),
                2,
                "both sides see the conflict"
            );
            assert!(matches!(store.undo(None, &now(), Face::Cli), Err(StoreError::NothingToUndo)));
            assert_eq!(store.names().unwrap().len(), 45);
        }
    }

    #[test]
    fn an_empty_book_is_no_op() {
        let mut store = Store::open_memory(now().zone).unwrap();
        let empty = DemoBook { clients: Vec::new(), currency: Currency::CNY, relations: Vec::new(), improvements: Vec::new() };
        assert!(write(&mut store, &empty, &now(), &mut |_| {}).unwrap().is_none());
    }
}
