//! What the keys of an item mean: each item completed in its own way, attempts, snoozes and skips, as actions that name ids.
//! Whether the rules allow an action is the store's decision.

use super::line::{Line, Purpose};
use super::model::{LogDraft, Model};
use super::msg::{After, Effect, SnoozeFor};
use crate::domain::action::{Action, NewTouch};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{Channel, Direction, ItemKind, Outcome};
use crate::portfolio::{Assessed, Item};

/// An outward contact that was answered, now.
pub fn touch(client: Id, channel: Channel, at: Moment) -> NewTouch {
    NewTouch {
        client,
        person: None,
        channel,
        direction: Direction::Out,
        outcome: Outcome::Reached,
        at,
        minutes: None,
        flag: None,
        note: None,
        again: None,
    }
}

/// The channel on which an attempt at this item can fail; `None` where an attempt makes no sense.
pub fn attempt(item: &Item) -> Option<Channel> {
    let channel = match item.kind {
        ItemKind::Contact | ItemKind::Appointment => item.channel?,
        ItemKind::Lead => item.channel.unwrap_or(Channel::Call),
        _ => return None,
    };
    (item.client.is_some() && !channel.is_sent() && channel != Channel::Unknown).then_some(channel)
}

/// The channel a client is spoken to on, where the item names none.
pub fn usual_channel(client: &Assessed) -> Channel {
    client.facts.client.preferred_channel.filter(|c| *c != Channel::Unknown).unwrap_or(Channel::Call)
}

fn apply(action: Action) -> Vec<Effect> {
    vec![Effect::Apply(action, After::MoveOn)]
}

/// `d`: the item is completed in its own way.
pub fn done(model: &mut Model, now: &Now) -> Vec<Effect> {
    let Some(item) = model.item().cloned() else { return Vec::new() };
    let at = now.instant;
    if item.kind == ItemKind::Batch {
        let channel = item.channel.unwrap_or(Channel::Email);
        return apply(Action::LogTouches(item.clients.iter().map(|c| touch(*c, channel, at)).collect()));
    }
    let Some(client) = item.client else { return Vec::new() };
    let Some(assessed) = model.book.client(client) else { return Vec::new() };
    let channel = item.channel.filter(|c| *c != Channel::Unknown).unwrap_or_else(|| usual_channel(assessed));
    match item.target {
        Target::Contact(_) => apply(Action::LogTouch {
            touch: Box::new(touch(client, channel, at)),
            fulfils: model.book.fulfilled(client, channel, at),
        }),
        Target::Appointment(id) => apply(Action::LogTouch { touch: Box::new(touch(client, channel, at)), fulfils: Some(id) }),
        Target::Task(task) => apply(Action::DoneTask { task }),
        Target::Invoice(invoice) => {
            let until = now.today().plus(model.book.policy.queue.invoice_again);
            apply(Action::RemindInvoice { invoice, until })
        }
        Target::Review => apply(Action::Verify { client, on: now.today(), how: "screen".to_owned() }),
        Target::Pin => apply(Action::KeepPin { client, review_on: now.today().plus(model.book.policy.tiers.pin_review) }),
        Target::Tier => match assessed.tier.offer {
            Some(offer) => apply(Action::AcceptTier {
                client,
                from: Some(offer.from),
                to: offer.to,
                score: (offer.score * 1e6).round() as i64,
                share: (offer.share * 1e6).round() as i64,
            }),
            None => Vec::new(),
        },
        Target::Renewal(engagement) => {
            model.open_line(Line::new(Purpose::NextNotice { client, engagement, channel }));
            Vec::new()
        }
        Target::Lead => {
            model.open_line(Line::new(Purpose::NextStep { client, channel }));
            Vec::new()
        }
    }
}

/// `x`: nobody answered. An agreed moment has then passed without the contact.
pub fn no_answer(model: &Model, now: &Now) -> Vec<Effect> {
    let Some(item) = model.item() else { return Vec::new() };
    let (Some(client), Some(channel)) = (item.client, attempt(item)) else { return Vec::new() };
    let missed = NewTouch { outcome: Outcome::NoAnswer, ..touch(client, channel, now.instant) };
    let log = Action::LogTouch { touch: Box::new(missed), fulfils: None };
    match item.target {
        Target::Appointment(appointment) => apply(Action::Together(vec![log, Action::CancelAppointment { appointment }])),
        _ => apply(log),
    }
}

/// `$`: the invoice was paid today.
pub fn paid(model: &Model, now: &Now) -> Vec<Effect> {
    match model.item().map(|i| i.target) {
        Some(Target::Invoice(invoice)) => apply(Action::PayInvoice { invoice, on: now.today() }),
        _ => Vec::new(),
    }
}

/// The touch of a finished log.
pub fn log(model: &Model, client: Id, draft: &LogDraft, outcome: Outcome, again: Option<Moment>, now: &Now) -> Vec<Effect> {
    let at = draft.at.unwrap_or_else(|| {
        let day = now.today().plus(-draft.days_back);
        if draft.days_back == 0 { now.instant } else { day.at(now.instant.local(now.zone).time(), now.zone) }
    });
    let new =
        NewTouch { outcome, direction: draft.direction, note: draft.note.clone(), again, ..touch(client, draft.channel, at) };
    let fulfils = if outcome == Outcome::Reached { model.book.fulfilled(client, draft.channel, at) } else { None };
    apply(Action::LogTouch { touch: Box::new(new), fulfils })
}

/// The day a snooze ends.
pub fn snooze_until(span: SnoozeFor, today: Day) -> Day {
    match span {
        SnoozeFor::Days(n) => today.plus(n),
        SnoozeFor::Months(n) => today.plus_months(n),
        SnoozeFor::Until(day) => day,
    }
}

/// Hides every item of the row until the day; a batch row hides the mail of each of its clients.
pub fn snooze(model: &mut Model, span: SnoozeFor, now: &Now) -> Vec<Effect> {
    let until = snooze_until(span, now.today());
    let Some(item) = model.item() else { return Vec::new() };
    let action = match item.client {
        Some(client) => {
            let targets = model.items().map(|i| i.target).collect();
            Action::Snooze { client, targets, until }
        }
        None => {
            let hide = |client: &Id| Action::Snooze { client: *client, targets: vec![item.target], until };
            Action::Together(item.clients.iter().map(hide).collect())
        }
    };
    model.last_snooze = Some(span);
    apply(action)
}

/// Gives this turn of every contact in the row a miss, with the reason.
pub fn skip(model: &Model, why: String) -> Vec<Effect> {
    let Some(client) = model.client() else { return Vec::new() };
    let due: Vec<Channel> = model
        .items()
        .filter_map(|i| match i.target {
            Target::Contact(channel) => Some(channel),
            _ => None,
        })
        .collect();
    let turns = client.plan.iter().filter(|r| due.contains(&r.channel)).map(|r| (r.channel, model.book.next_turn(r))).collect();
    apply(Action::Skip { client: client.id(), turns, why })
}

/// The contact of a selected row is agreed for a moment; an appointment is moved, a promise gets another day.
pub fn reschedule(model: &Model, day: Day, at: Option<Moment>, now: &Now) -> Result<Vec<Effect>, Message> {
    let Some(client) = model.client() else { return Ok(Vec::new()) };
    let item = model.item();
    if let Some(Target::Task(task)) = item.map(|i| i.target) {
        return Ok(apply(Action::EditTask {
            task,
            text: None,
            due: Some((day, at)),
            assignee: None,
            kind: None,
            goal: None,
            requirement: None,
        }));
    }
    let start = at.unwrap_or_else(|| model.book.time.opening_moment(day, now.zone));
    if start <= now.instant {
        return Err(Message::new("line-past"));
    }
    let replaces = match item.map(|i| i.target) {
        Some(Target::Appointment(id)) => Some(id),
        _ => None,
    };
    let channel = item.and_then(|i| i.channel).filter(|c| *c != Channel::Unknown).unwrap_or_else(|| usual_channel(client));
    let (minutes, place, note) = replaces
        .and_then(|id| client.facts.appointments.iter().find(|a| a.id == id))
        .map(|a| (a.minutes, a.place.clone(), a.note.clone()))
        .unwrap_or_default();
    Ok(apply(Action::AddAppointment { client: client.id(), person: None, channel, start, minutes, place, note, replaces }))
}
