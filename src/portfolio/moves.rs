//! What moves an item to the working day after or before the one it stands on: appointments, tasks and steps change their day, what is
//! only due is put off or taken back. Which rows are meant, and where the selection goes, is a face's business.

use super::assess::Assessed;
use super::load::Snapshot;
use super::queue::Item;
use super::{playbooks, projects, row};
use crate::domain::action::Action;
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::target::Target;
use crate::domain::words::DeferralKind;
use crate::domain::zone::WorkingTime;

/// An item on its way to another day.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// What does it.
    pub actions: Vec<Action>,
    /// The day it stands on afterwards.
    pub to: Day,
    /// In words.
    pub words: Message,
}

/// How far back a working day is looked for.
const HORIZON: i32 = 400;

/// The next working day after a day (`on` is true), or the last one before it.
pub fn beside(time: &WorkingTime, day: Day, on: bool) -> Day {
    if on {
        return time.next_working(day.plus(1));
    }
    (1..=HORIZON).map(|n| day.plus(-n)).find(|d| time.is_working(*d)).unwrap_or(day.plus(-1))
}

/// Moves the items of one row that stands on the day `from` to the working day after (`on`) or before it.
///
/// # Errors
/// Why it stays, and what helps.
pub fn beside_row(book: &Snapshot, items: &[&Item], from: Day, on: bool) -> Result<Moved, Message> {
    let item = items.first().ok_or_else(|| Message::new("not-nothing-selected"))?;
    let to = beside(&book.time, from, on);
    let Some(client) = item.client.and_then(|id| book.client(id)) else { return batch(book, item, from, to, on) };
    let name = client.name();
    match item.target {
        Target::Appointment(id) => appointment(book, client, item, id, to),
        Target::Task(id) => {
            let task = client.facts.tasks.iter().find(|t| t.id == id);
            let clock = task.and_then(|t| t.due_at).map(|at| at.local(book.now.zone).time());
            let at = clock.map(|time| to.at(time, book.now.zone));
            let ahead = at.is_none_or(|at| at > book.now.instant);
            if to < book.now.today() || !ahead {
                return Err(too_early(book, to, at));
            }
            let due = Some((to, at));
            let (text, assignee, kind, goal, requirement) = (None, None, None, None, None);
            let mut actions = woken(book, client, item.target);
            actions.push(Action::EditTask { task: id, text, due, assignee, kind, goal, requirement });
            Ok(Moved { actions, to, words: moved(client, item, at.map_or(to.into(), Arg::from)) })
        }
        Target::Step(step) => {
            if to < book.now.today() {
                return Err(too_early(book, to, None));
            }
            playbooks::step(client, step).ok_or_else(|| Message::new("not-moved-kind").with("client", name))?;
            let mut actions = woken(book, client, item.target);
            actions.push(Action::MoveStep { step, due: to });
            Ok(Moved { actions, to, words: moved(client, item, to.into()) })
        }
        Target::Milestone(milestone) => {
            if to < book.now.today() {
                return Err(too_early(book, to, None));
            }
            let mut actions = woken(book, client, item.target);
            actions.push(Action::EditMilestone { milestone, title: None, due: Some(to), note: None });
            Ok(Moved { actions, to, words: moved(client, item, to.into()) })
        }
        Target::Renewal(_) if item.due >= book.now.today() && (!on || to > item.due) => {
            Err(Message::new("not-moved-notice").with("day", item.due).with("client", name))
        }
        Target::Contact(_) | Target::Invoice(_) | Target::Renewal(_) | Target::Report(_) => {
            put_off(book, client, items, from, to, on)
        }
        Target::Care(_) | Target::Anniversary | Target::Holiday(_) => put_off(book, client, items, from, to, on),
        Target::Review | Target::Tier | Target::Pin | Target::Lead | Target::Onboarding | Target::BusinessReview => {
            put_off(book, client, items, from, to, on)
        }
        Target::Complaint(_) => Err(Message::new("not-a-case-waits")),
        Target::Run(_) => Err(Message::new("not-without-answer").with("client", name)),
        // An expected signature that moves is a slip: nothing to be done by a slip of the hand.
        Target::OfDay(_) | Target::Improvement(_) | Target::Risk | Target::Opportunity(_) => {
            Err(Message::new("not-moved-kind").with("client", name))
        }
    }
}

/// The agreed moment at the same time of another day.
fn appointment(book: &Snapshot, client: &Assessed, item: &Item, id: Id, to: Day) -> Result<Moved, Message> {
    let zone = book.now.zone;
    let agreed = client.facts.appointments.iter().find(|a| a.id == id);
    let agreed = agreed.ok_or_else(|| Message::new("refused-appointment-over"))?;
    let start = to.at(agreed.start.local(zone).time(), zone);
    if start <= book.now.instant {
        return Err(too_early(book, to, Some(start)));
    }
    let action = Action::EditAppointment {
        appointment: id,
        channel: None,
        start: Some(start),
        minutes: None,
        place: None,
        note: None,
        person: None,
    };
    Ok(Moved { actions: vec![action], to, words: moved(client, item, start.into()) })
}

/// What is only due is hidden until a later day; earlier it comes no further than to the day it is due.
fn put_off(book: &Snapshot, client: &Assessed, items: &[&Item], from: Day, to: Day, on: bool) -> Result<Moved, Message> {
    let (id, today) = (client.id(), book.now.today());
    let Some(first) = items.first() else { return Err(Message::new("not-nothing-selected")) };
    if on {
        let targets = items.iter().map(|i| i.target).collect();
        let words = said("moved-put-off", client, first, to.into());
        return Ok(Moved { actions: vec![Action::Snooze { client: id, targets, until: to }], to, words });
    }
    let mut actions = Vec::new();
    let mut day = None;
    for item in items {
        let own = own_day(book, client, item).max(today);
        if own >= from {
            continue;
        }
        let to = to.max(own);
        let targets = vec![item.target];
        actions.push(match to > own {
            true => Action::Snooze { client: id, targets, until: to },
            false => Action::EndSnooze { client: id, targets },
        });
        day = day.max(Some(to));
    }
    match day {
        Some(to) => Ok(Moved { actions, to, words: moved(client, first, to.into()) }),
        None if from <= today => Err(Message::new("not-moved-today").with("client", client.name())),
        None => Err(Message::new("not-moved-earlier")
            .with("what", row::what(first))
            .with("client", client.name())
            .with("day", own_day(book, client, first))),
    }
}

/// The mails of a batch, each as far as it goes.
fn batch(book: &Snapshot, item: &Item, from: Day, to: Day, on: bool) -> Result<Moved, Message> {
    let mut all: Option<Moved> = None;
    let mut why = None;
    for client in item.clients.iter().filter_map(|id| book.client(*id)) {
        match put_off(book, client, &[item], from, to, on) {
            Ok(one) => match &mut all {
                Some(all) => all.actions.extend(one.actions),
                None => all = Some(one),
            },
            Err(message) => why = Some(message),
        }
    }
    let mut all = all.ok_or_else(|| why.unwrap_or_else(|| Message::new("not-moved-nobody")))?;
    let count = Message::new("row-clients").with("count", all.actions.len());
    let id = if on { "moved-put-off" } else { "moved-to" };
    all.words = Message::new(id).with("what", row::what(item)).with("client", count).with("to", all.to);
    Ok(all)
}

/// The day an item would stand on had nobody put it off.
fn own_day(book: &Snapshot, client: &Assessed, item: &Item) -> Day {
    let under = book.under();
    match item.target {
        Target::Contact(channel) => {
            let due = client.plan.iter().find(|r| r.channel == channel).map_or(item.due, |r| r.due);
            book.time.next_working(due)
        }
        Target::Invoice(id) => {
            let invoice = client.facts.open_invoices.iter().find(|i| i.id == id);
            invoice.map_or(item.due, |i| under.invoice_enters(&client.facts, i))
        }
        Target::Report(id) => {
            let project = client.facts.engagements.iter().find(|e| e.id == id);
            project.and_then(|e| projects::report_on(e, book.now.today(), &book.time)).unwrap_or(item.due)
        }
        _ => book.now.today(),
    }
}

/// What ends the snooze of an item that is put off.
fn woken(book: &Snapshot, client: &Assessed, target: Target) -> Vec<Action> {
    let text = target.to_string();
    let hides = client
        .facts
        .deferrals
        .iter()
        .any(|d| d.kind == DeferralKind::Snooze && d.target == text && d.until > book.now.today() && d.ended.is_none());
    if hides { vec![Action::EndSnooze { client: client.id(), targets: vec![target] }] } else { Vec::new() }
}

fn too_early(book: &Snapshot, to: Day, at: Option<Moment>) -> Message {
    match at.filter(|_| to == book.now.today()) {
        Some(at) => Message::new("not-moved-past").with("at", at),
        None => Message::new("not-moved-before-today"),
    }
}

fn moved(client: &Assessed, item: &Item, to: Arg) -> Message {
    said("moved-to", client, item, to)
}

fn said(id: &'static str, client: &Assessed, item: &Item, to: Arg) -> Message {
    Message::new(id).with("what", row::what(item)).with("client", client.name()).with("to", to)
}
