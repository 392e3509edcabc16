//! The contact plan, the day's queue and the tiers, case by case, on books made by hand.
//! 2026-11-23 is a Monday; the preset is `agency`.

#![allow(clippy::unwrap_used, clippy::panic)]

mod bill;
mod completeness;
mod deck;
mod factors;
mod filter;
mod judged;
mod learning;
mod opportunities;
mod plan;
mod prep;
mod projects;
mod queue;
mod risk_book;
mod tiers;
mod timeline;
mod value;

use super::assess::DueState;
use super::fixture::*;
use super::queue::Section;
use super::{Requirement, Snapshot, spread};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::{OverrideRow, TierChangeRow};
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::money::Currency;
use crate::domain::policy::{AGENCY, SOLO, parse};
use crate::domain::words::*;
use crate::i18n::{Lang, Words};
use proptest::prelude::*;

fn requirement(s: &Snapshot, n: usize, channel: Channel) -> &Requirement {
    s.clients[n].plan.iter().find(|r| r.channel == channel).unwrap()
}

/// One A client, with the call requirement as it stands after `touches`.
fn call_after(touches: &[(Channel, Outcome, &str)], at: &str) -> (Snapshot, Requirement) {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.pin(n, Tier::A);
    for (channel, outcome, when) in touches {
        book.touch(n, *channel, *outcome, when);
    }
    let s = book.at(at);
    let r = requirement(&s, n, Channel::Call).clone();
    (s, r)
}

fn kinds(s: &Snapshot) -> Vec<&'static str> {
    s.queue.items.iter().map(|i| i.kind.code()).collect()
}

/// A book with one item of every kind of this version.
fn every_kind() -> Book {
    let mut book = Book::new();
    let a = book.add("Northstar Media", "2026-01-05");
    book.pin(a, Tier::A);
    book.rows[a].client.reviewed_on = Some(day("2026-11-01"));
    book.touch(a, Channel::Visit, Outcome::Reached, "2026-11-16 10:00");
    let t = book.add("Yuanshan Design", "2026-11-01");
    book.touch(t, Channel::Email, Outcome::Reached, "2026-11-20 10:00");
    book.task(t, TaskKind::Own, "send the revised quote", "2026-11-19");
    book.task(t, TaskKind::Waiting, "signed contract", "2026-11-20");
    let p = book.add("Harbor & Sons", "2026-11-01");
    book.touch(p, Channel::Email, Outcome::Reached, "2026-11-20 10:00");
    book.appointment(p, Channel::Call, "2026-11-23 15:00", "2026-11-20 09:00");
    let i = book.add("Delta Foods", "2026-11-01");
    book.touch(i, Channel::Email, Outcome::Reached, "2026-11-20 10:00");
    book.invoice(i, "2026-10-01", Some("2026-11-01"), None, 1_200_000);
    let r = book.add("Renewing", "2026-11-01");
    book.touch(r, Channel::Email, Outcome::Reached, "2026-11-20 10:00");
    book.engagement(r, "2026-01-01", Some("2027-01-31"), Some("2026-12-20"));
    let l = book.add("Haichuan Valves", "2026-11-21");
    book.rows[l].client.status = Status::Lead;
    let v = book.add("Checked long ago", "2025-01-01");
    book.touch(v, Channel::Email, Outcome::Reached, "2026-11-20 10:00");
    for name in ["C one", "C two"] {
        let n = book.add(name, "2026-11-01");
        book.pin(n, Tier::C);
        book.touch(n, Channel::Email, Outcome::Reached, "2026-10-20 10:00");
    }
    book
}

/// Twelve clients whose invoices make A of the first three.
fn twelve() -> Book {
    let mut book = Book::new();
    for (n, amount) in [50, 20, 8, 6, 4, 3, 3, 2, 1, 1, 1, 1].into_iter().enumerate() {
        let n = book.add(&format!("Client {n}"), "2026-01-05");
        book.invoice(n, "2026-09-01", None, Some("2026-09-20"), amount * 100_000);
    }
    book
}
