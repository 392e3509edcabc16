//! Rows of the calendar on their way to another day: what `<` and `>` mean on them, and that the selection goes along. What moving
//! does to an item is `portfolio::moves`'.

use super::calendar;
use super::deed::Subject;
use super::list::RowId;
use super::model::{Model, Tab};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::ItemKind;
use crate::portfolio::moves::{Moved, beside_row};
use crate::portfolio::{Assessed, Item};
use std::collections::HashSet;

/// Where the selection goes once rows have moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Follow {
    /// The row that is selected then.
    row: RowId,
    /// Its day.
    day: Day,
    /// The rows that stay marked.
    marks: HashSet<RowId>,
    /// What is said.
    words: Message,
}

/// A row moved by `n` working days: one on or one back.
///
/// # Errors
/// Why it stays.
pub fn of_row(model: &Model, row: &Subject<'_>, n: i32) -> Result<Moved, Message> {
    if let Some(Target::OfDay(day)) = row.id.target {
        let id = if day > model.day() { "not-moved-again" } else { "not-moved-done" };
        return Err(Message::new(id).with("client", row.client.map(|c| c.name().to_owned()).unwrap_or_default()));
    }
    if row.case.is_some() {
        return Err(Message::new("not-a-case-waits"));
    }
    if row.items.is_empty() {
        return Err(not_due(row));
    }
    beside_row(&model.book, &row.items, day_of(model, row.id), n > 0)
}

fn not_due(row: &Subject<'_>) -> Message {
    match row.client {
        Some(client) => Message::new("not-moved-kind").with("client", client.name()),
        None => Message::new("not-nothing-selected"),
    }
}

/// The day a row stands on: in the calendar its own, everywhere else today.
pub fn day_of(model: &Model, row: RowId) -> Day {
    let today = model.day();
    if model.tab != Tab::Calendar || model.page.is_some() {
        return today;
    }
    model.calendar.day_of(row).filter(|day| *day > today).unwrap_or(today)
}

/// Where the selection is to go when these rows were moved; asked before they are.
pub fn follow(model: &Model, n: i32, handled: &[RowId]) -> Option<Follow> {
    let moved: Vec<(RowId, Moved)> = model
        .subjects()
        .filter(|s| handled.contains(&s.id))
        .filter_map(|s| of_row(model, &s, n).ok().map(|moved| (s.id, moved)))
        .collect();
    let here = model.entry().map(|e| e.id);
    let (row, first) = moved.iter().find(|(id, _)| Some(*id) == here).or_else(|| moved.first())?;
    let words = match &moved[..] {
        [(_, one)] => one.words.clone(),
        many if many.iter().all(|(_, m)| m.to == first.to) => {
            Message::new("moved-several").with("count", many.len()).with("to", first.to)
        }
        many => Message::new(if n > 0 { "moved-each-on" } else { "moved-each-back" }).with("count", many.len()),
    };
    let marks = if model.marks.is_empty() { HashSet::new() } else { moved.iter().map(|(id, _)| *id).collect() };
    Some(Follow { row: *row, day: first.to, marks, words })
}

/// They were moved: their day comes to the front with the row selected, and what is said of it.
pub fn arrived(model: &mut Model, follow: Follow) -> Message {
    if model.tab == Tab::Calendar && model.page.is_none() {
        let before = model.calendar.day;
        calendar::show(model, follow.day);
        let found = model.calendar.list.select(follow.row);
        if !found && !follow.row.client.is_some_and(|id| model.calendar.select_on(id, follow.day)) {
            calendar::show(model, before);
        }
        let shown: HashSet<RowId> = model.calendar.list.entries().map(|(_, e)| e.id).collect();
        model.marks = follow.marks.into_iter().filter(|id| shown.contains(id)).collect();
    }
    follow.words
}

/// An agreed moment that lies ahead of today: nothing can have happened yet.
///
/// # Errors
/// That it is still to come, and what helps.
pub fn not_ahead(client: &Assessed, item: &Item, now: &Now) -> Result<(), Message> {
    match agreed(client, item) {
        Some(start) if start.day(now.zone) > now.today() => {
            Err(Message::new("not-yet").with("at", start).with("client", client.name()))
        }
        _ => Ok(()),
    }
}

/// The agreed moment of an item.
pub fn agreed(client: &Assessed, item: &Item) -> Option<Moment> {
    let Target::Appointment(id) = item.target else { return None };
    client.facts.appointments.iter().find(|a| a.id == id).map(|a| a.start)
}

/// Whether the moment agreed with the selected row's client has come: then it is asked whether it happened.
pub fn asks(model: &Model) -> bool {
    let Some((item, client)) = model.item().zip(model.client()) else { return false };
    item.kind == ItemKind::Appointment && agreed(client, item).is_some_and(|at| at <= model.book.now.instant)
}
