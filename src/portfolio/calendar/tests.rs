//! What stands on which day.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::words::{Channel, Outcome, TaskKind, Tier};
use crate::portfolio::fixture::{Book, day};

fn kinds(items: &[Item]) -> Vec<String> {
    items.iter().map(|i| i.target.to_string().split(':').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn s022_a_day_holds_what_is_due_and_agreed_on_it() {
    let mut book = Book::new();
    let n = book.add("Northstar", "2026-01-05");
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-20 10:00");
    book.appointment(n, Channel::Visit, "2026-11-25 10:30", "2026-11-20 10:00");
    book.task(n, TaskKind::Own, "send the quote", "2026-11-28");
    let late = book.add("Late", "2026-01-05");
    book.pin(late, Tier::C);
    book.invoice(late, "2026-10-20", Some("2026-11-22"), None, 10_000);
    let book = book.at("2026-11-23 09:00");
    let calendar = Calendar::new(&book, day("2026-11-16"), day("2026-12-06"));
    let plan = |d: &str| *calendar.day(day(d)).unwrap();
    assert_eq!(plan("2026-11-20"), DayPlan { done: 1, capacity: 6, ..DayPlan::default() });
    assert_eq!(plan("2026-11-23"), DayPlan { contacts: 1, capacity: 6, ..DayPlan::default() }, "what is late stands today");
    assert_eq!(plan("2026-11-25"), DayPlan { contacts: 1, timed: 1, others: 1, capacity: 6, ..DayPlan::default() });
    assert_eq!(plan("2026-11-28"), DayPlan { others: 1, ..DayPlan::default() }, "a Saturday has no room");
    assert_eq!(plan("2026-12-02"), DayPlan { contacts: 1, again: 1, capacity: 6, ..DayPlan::default() });
    assert_eq!(kinds(&calendar.items(&book, day("2026-11-25"))), ["appointment", "invoice"]);
    assert_eq!(kinds(&calendar.items(&book, day("2026-11-28"))), ["task"]);
    assert!(calendar.items(&book, day("2026-12-02")).is_empty());
    assert_eq!(calendar.again(day("2026-12-02")).len(), 1);
    assert_eq!(calendar.done(&book, day("2026-11-20")).len(), 1);
    assert!(calendar.day(day("2026-12-07")).is_none());
}

#[test]
fn s022_room_on_the_days_and_between_appointments() {
    let mut book = Book::new();
    let n = book.add("Northstar", "2026-01-05");
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-20 10:00");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-20 11:00");
    book.appointment(n, Channel::Visit, "2026-11-25 10:30", "2026-11-20 10:00");
    book.appointment(n, Channel::Call, "2026-11-26 09:30", "2026-11-20 10:00");
    book.appointment(n, Channel::Call, "2026-11-26 10:45", "2026-11-20 10:00");
    let book = book.at("2026-11-23 09:00");
    let calendar = Calendar::new(&book, day("2026-11-16"), day("2026-11-29"));
    let free = |d: &str| {
        let (from, to) = calendar.free_time(&book, day(d))?;
        Some([from, to].map(|at| at.local(book.now.zone).format("%H:%M").to_string()).join("-"))
    };
    assert_eq!(free("2026-11-24"), None, "nothing is agreed");
    assert_eq!(free("2026-11-25").as_deref(), Some("09:00-10:30"));
    assert_eq!(free("2026-11-26").as_deref(), Some("11:45-18:00"), "half an hour and a quarter are none");
    let sum = calendar.sum(&book, day("2026-11-16"), day("2026-11-29"));
    assert_eq!((sum.done, sum.contacts, sum.capacity, sum.over), (1, 2, 30, 0));
    assert_eq!(calendar.next_room(&book, day("2026-11-01")), Some(day("2026-11-24")), "after today");
    assert_eq!(calendar.next_room(&book, day("2026-11-27")), None, "nothing was counted after the weekend");
    assert_eq!(channel_on(&book.clients[0], day("2026-11-20")), Some(Channel::Visit), "the richer one");
    assert_eq!(channel_on(&book.clients[0], day("2026-11-19")), None);
}
