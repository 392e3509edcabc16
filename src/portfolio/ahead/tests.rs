//! Plans played forward.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::words::{DeferralKind, Outcome};
use crate::portfolio::fixture::{Book, day};

fn shown(book: &Book, at: &str, until: &str) -> Vec<String> {
    let book = book.at(at);
    let line = |a: &Ahead| {
        let sign = if a.agreed {
            "!"
        } else if a.again {
            "~"
        } else {
            ""
        };
        format!("{} {}{sign}", a.day, a.channel.code())
    };
    contacts(&book, day(until)).iter().map(line).collect()
}

#[test]
fn s024_a_visit_is_also_the_call_of_its_week() {
    let mut book = Book::new();
    let n = book.add("Northstar", "2026-01-05");
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-10-26 10:00");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-19 10:00");
    // The visit falls due on Thursday 26 November together with the call, and serves both; from there the calls go on.
    assert_eq!(
        shown(&book, "2026-11-23 09:00", "2026-12-31"),
        [
            "2026-11-26 visit",
            "2026-12-03 call~",
            "2026-12-10 call~",
            "2026-12-17 call~",
            "2026-12-24 call~",
            "2026-12-28 visit~"
        ]
    );
}

#[test]
fn what_is_due_stands_today_what_is_put_off_on_its_day_and_what_is_agreed_for_itself() {
    let mut book = Book::new();
    let late = book.add("Late", "2026-01-05");
    book.pin(late, Tier::C);
    book.touch(late, Channel::Email, Outcome::Reached, "2026-09-01 10:00");
    assert_eq!(shown(&book, "2026-11-23 09:00", "2026-12-31"), ["2026-11-23 email", "2026-12-23 email~"]);
    book.defer(late, DeferralKind::Snooze, "contact:email", "2026-11-28", "2026-11-20 09:00");
    assert_eq!(
        shown(&book, "2026-11-23 09:00", "2026-12-31"),
        ["2026-11-30 email", "2026-12-30 email~"],
        "a Saturday is not worked"
    );
    book.appointment(late, Channel::Call, "2026-11-25 15:00", "2026-11-20 09:00");
    assert_eq!(
        shown(&book, "2026-11-23 09:00", "2026-12-31"),
        ["2026-11-25 call!", "2026-12-25 email~"],
        "the call that is agreed serves the mail, and stands once"
    );
}

#[test]
fn a_leave_is_passed_over_and_days_pass_where_nothing_is_ever_worked() {
    let mut book = Book::new();
    let n = book.add("North", "2026-11-02");
    book.pin(n, Tier::A);
    book.leave = vec![(day("2026-11-30"), day("2026-12-11"))];
    let days = shown(&book, "2026-11-23 09:00", "2026-12-31");
    assert!(days.iter().all(|d| d.as_str() < "2026-11-30" || d.as_str() > "2026-12-12"), "{days:?}");
    book.policy.hours = crate::domain::zone::Hours(Default::default());
    assert!(shown(&book, "2026-11-23 09:00", "2026-12-31").len() < 20);
}
