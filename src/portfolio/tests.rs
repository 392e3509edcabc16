//! The contact plan and the day's queue, case by case, on books made by hand.
//! 2026-11-23 is a Monday; the preset is `agency`.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::assess::DueState;
use super::fixture::*;
use super::queue::Section;
use super::{Requirement, Snapshot, spread};
use crate::domain::day::Day;
use crate::domain::facts::TierChangeRow;
use crate::domain::policy::{SOLO, parse};
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

#[test]
fn s024_an_a_client_is_due_a_call_seven_days_after_the_last_and_overdue_after_one_working_day() {
    let (s, r) = call_after(&[(Channel::Call, Outcome::Reached, "2026-11-16 15:00")], "2026-11-23 09:00");
    assert_eq!((r.due, r.overdue_from), (day("2026-11-23"), day("2026-11-25")));
    assert!(r.is_due(s.now.today()) && !r.is_overdue(s.now.today()));
    let (s, r) = call_after(&[(Channel::Call, Outcome::Reached, "2026-11-16 15:00")], "2026-11-25 09:00");
    assert!(r.is_overdue(s.now.today()));
    assert_eq!(r.late_days, 2);
}

#[test]
fn s024_the_due_day_moves_to_the_next_working_day() {
    // Seven days after Saturday is Saturday; the call waits for Monday.
    let (_, r) = call_after(&[(Channel::Call, Outcome::Reached, "2026-11-14 12:00")], "2026-11-20 09:00");
    assert_eq!(r.due, day("2026-11-23"));
}

#[test]
fn s024_a_richer_channel_satisfies_a_poorer_one_and_never_the_reverse() {
    for (channel, satisfies) in [
        (Channel::Visit, true),
        (Channel::Meeting, true),
        (Channel::Call, true),
        (Channel::Message, false),
        (Channel::Email, false),
        (Channel::Letter, false),
        (Channel::Unknown, true),
    ] {
        let (_, r) = call_after(&[(channel, Outcome::Reached, "2026-11-20 12:00")], "2026-11-23 09:00");
        assert_eq!(r.due == day("2026-11-27"), satisfies, "{channel:?}");
    }
}

#[test]
fn s025_b_is_called_every_two_weeks_and_visited_every_three_months() {
    let mut book = Book::new();
    let n = book.add("Harbor & Sons", "2026-01-05");
    book.pin(n, Tier::B);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-30 10:00");
    let s = book.at("2026-12-01 09:00");
    assert_eq!(requirement(&s, n, Channel::Call).due, day("2026-12-14"));
    // Three months after 30 November is 28 February, a Sunday in 2027.
    assert_eq!(requirement(&s, n, Channel::Visit).due, day("2027-03-01"));
}

#[test]
fn s026_c_gets_a_mail_a_month_and_mails_of_several_c_clients_are_one_batch() {
    let mut book = Book::new();
    for name in ["One", "Two", "Three"] {
        let n = book.add(name, "2026-01-05");
        book.pin(n, Tier::C);
        book.touch(n, Channel::Email, Outcome::Reached, "2026-10-23 10:00");
    }
    let s = book.at("2026-11-23 09:00");
    assert_eq!(kinds(&s), ["batch"]);
    assert_eq!(s.queue.items[0].clients.len(), 3);
    assert_eq!(s.queue.contacts, 1, "one template, one contact of the day's capacity");
    book.rows.truncate(1);
    assert_eq!(kinds(&book.at("2026-11-23 09:00")), ["contact"], "a single mail is an ordinary contact");
}

#[test]
fn months_are_clamped_to_their_end() {
    let mut book = Book::new();
    let n = book.add("End", "2026-01-05");
    book.pin(n, Tier::C);
    book.touch(n, Channel::Email, Outcome::Reached, "2027-12-31 10:00");
    // One month on is 31 January 2028, a Monday; from there 29 February 2028, a Tuesday.
    assert_eq!(requirement(&book.at("2028-01-03 09:00"), n, Channel::Email).due, day("2028-01-31"));
    book.touch(n, Channel::Email, Outcome::Reached, "2028-01-31 10:00");
    assert_eq!(requirement(&book.at("2028-02-01 09:00"), n, Channel::Email).due, day("2028-02-29"));
}

#[test]
fn an_agreed_or_snoozed_contact_is_overdue_but_not_late() {
    let late = |change: fn(&mut Book, usize)| {
        let mut book = Book::new();
        let n = book.add("Late", "2026-01-05");
        book.pin(n, Tier::A);
        book.touch(n, Channel::Call, Outcome::Reached, "2026-10-01 10:00");
        change(&mut book, n);
        let s = book.at("2026-11-23 09:00");
        let r = requirement(&s, n, Channel::Call);
        assert!(r.is_overdue(s.now.today()));
        r.is_late(s.now.today())
    };
    assert!(late(|_, _| {}));
    assert!(!late(|book, n| {
        book.defer(n, DeferralKind::Snooze, "contact:call", "2026-11-25", "2026-11-20 10:00");
    }));
}

#[test]
fn an_invoice_without_a_day_is_to_be_paid_after_the_policys_terms() {
    let mut book = Book::new();
    let n = book.add("Pays", "2026-01-05");
    book.invoice(n, "2026-10-01", None, None, 50_000);
    book.invoice(n, "2026-10-01", Some("2026-12-24"), None, 50_000);
    let terms = book.policy.queue.payment_terms;
    let s = book.at("2026-11-23 09:00");
    let due: Vec<_> = s.clients[n].facts.open_invoices.iter().map(|i| s.invoice_due(i)).collect();
    assert!(due.contains(&day("2026-10-01").plus(terms)) && due.contains(&day("2026-12-24")), "{due:?}");
}

#[test]
fn s038_an_unanswered_attempt_never_satisfies_and_is_tried_again_on_the_next_working_day() {
    let touches =
        [(Channel::Call, Outcome::Reached, "2026-11-11 10:00"), (Channel::Call, Outcome::NoAnswer, "2026-11-20 10:00")];
    let (s, r) = call_after(&touches, "2026-11-20 11:00");
    assert_eq!(r.promised, day("2026-11-18"));
    assert_eq!(r.due, day("2026-11-23"), "Friday's attempt is repeated on Monday");
    assert!(matches!(r.state, DueState::Retry { attempts: 1 }));
    assert!(!r.is_due(s.now.today()), "it leaves Today until then");
    let (s, r) = call_after(&touches, "2026-11-23 09:00");
    assert!(r.is_due(s.now.today()));
    assert_eq!(r.late_days, 5, "lateness still counts from the original due day");
    assert!(r.is_overdue(s.now.today()));
}

#[test]
fn an_attempt_before_the_due_day_changes_nothing() {
    let touches =
        [(Channel::Call, Outcome::Reached, "2026-11-19 10:00"), (Channel::Call, Outcome::NoAnswer, "2026-11-20 10:00")];
    let (_, r) = call_after(&touches, "2026-11-23 09:00");
    assert_eq!((r.due, r.state), (day("2026-11-26"), DueState::Open));
}

#[test]
fn never_touched_counts_from_since() {
    let (_, r) = call_after(&[], "2026-11-23 09:00");
    assert_eq!((r.last, r.due), (None, day("2026-01-12")));
    assert_eq!(r.late_days, 315);
}

#[test]
fn s012_an_overdue_requirement_never_rolls_on() {
    let (_, early) = call_after(&[(Channel::Call, Outcome::Reached, "2026-09-01 10:00")], "2026-10-01 09:00");
    let (_, late) = call_after(&[(Channel::Call, Outcome::Reached, "2026-09-01 10:00")], "2026-12-01 09:00");
    assert_eq!(early.due, late.due);
}

#[test]
fn a_snooze_hides_without_moving_the_cadence_and_stays_counted() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.rows[n].client.reviewed_on = Some(day("2026-11-10"));
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-12 10:00");
    book.defer(n, DeferralKind::Snooze, "contact:call", "2026-11-25", "2026-11-23 09:00");
    let s = book.at("2026-11-23 10:00");
    assert!(s.queue.items.is_empty());
    assert_eq!(requirement(&s, n, Channel::Call).due, day("2026-11-19"));
    assert_eq!(s.clients[n].next_due, Some(day("2026-11-19")));
    let s = book.at("2026-11-25 09:00");
    assert_eq!((s.queue.items[0].snoozed, s.queue.items[0].late_days), (1, 6));
}

#[test]
fn an_appointment_takes_the_requirement_off_today_until_its_moment_and_then_asks() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.rows[n].client.reviewed_on = Some(day("2026-11-10"));
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-12 10:00");
    book.appointment(n, Channel::Call, "2026-11-26 15:00", "2026-11-23 09:00");
    let s = book.at("2026-11-23 10:00");
    assert!(s.queue.items.is_empty());
    assert!(matches!(requirement(&s, n, Channel::Call).state, DueState::Booked { late: true, .. }));
    assert_eq!(kinds(&book.at("2026-11-26 09:00")), ["appointment"]);
    // Passed without a touch: it asks, and the call is due again.
    assert_eq!(kinds(&book.at("2026-11-27 09:00")), ["appointment", "contact"]);
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-26 15:10");
    assert!(book.at("2026-11-27 09:00").queue.items.is_empty());
}

#[test]
fn a_skip_moves_the_turn_and_a_contact_ends_it() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-12 10:00");
    book.defer(n, DeferralKind::Skip, "contact:call", "2026-11-26", "2026-11-23 09:00");
    let s = book.at("2026-11-24 10:00");
    let r = requirement(&s, n, Channel::Call);
    assert_eq!((r.due, r.late_days, r.moved), (day("2026-11-26"), 0, Some(DeferralKind::Skip)));
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-24 10:00");
    assert_eq!(requirement(&book.at("2026-11-24 11:00"), n, Channel::Call).due, day("2026-12-01"));
}

#[test]
fn of_two_things_in_one_second_the_later_written_is_the_later() {
    let due = |skip_first: bool| {
        let mut book = Book::new();
        let n = book.add("Lotus Spa", "2026-01-05");
        book.pin(n, Tier::A);
        let skip = |b: &mut Book| b.defer(n, DeferralKind::Skip, "contact:call", "2026-12-07", "2026-11-23 09:00");
        if skip_first {
            skip(&mut book);
        }
        book.touch(n, Channel::Call, Outcome::Reached, "2026-11-23 09:00");
        if !skip_first {
            skip(&mut book);
        }
        requirement(&book.at("2026-11-23 09:00"), n, Channel::Call).due
    };
    assert_eq!(due(false), day("2026-12-07"), "a skip after the call moves the next turn");
    assert_eq!(due(true), day("2026-11-30"), "a call after the skip starts afresh");
}

#[test]
fn a_pause_stops_the_cadence_until_its_day() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.rows[n].client.reviewed_on = Some(day("2026-11-10"));
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-12 10:00");
    book.defer(n, DeferralKind::Pause, "*", "2027-01-11", "2026-11-13 09:00");
    let s = book.at("2026-12-15 10:00");
    assert!(s.queue.items.is_empty());
    assert_eq!(s.clients[n].paused, Some(day("2027-01-11")));
    let s = book.at("2027-01-11 10:00");
    let r = requirement(&s, n, Channel::Call);
    assert_eq!((r.due, r.late_days), (day("2027-01-11"), 0));
}

#[test]
fn nothing_falls_due_within_a_pause_whatever_was_logged_meanwhile_and_one_taken_back_ends_that_day() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-04-01 10:00");
    book.defer(n, DeferralKind::Pause, "*", "2026-06-30", "2026-04-02 09:00");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-05-01 10:00");
    let s = book.at("2026-06-30 09:00");
    let r = requirement(&s, n, Channel::Call);
    assert_eq!((r.due, r.late_days, r.moved), (day("2026-06-30"), 0, Some(DeferralKind::Pause)));
    book.rows[n].deferrals[0].ended = Some(moment("2026-06-01 09:00"));
    let s = book.at("2026-06-01 10:00");
    let r = requirement(&s, n, Channel::Call);
    assert_eq!((r.due, r.late_days, s.clients[n].paused), (day("2026-06-01"), 0, None));
}

#[test]
fn an_appointment_still_ahead_stays_whatever_was_spoken_before() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.pin(n, Tier::A);
    book.rows[n].client.reviewed_on = Some(day("2026-11-10"));
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-12 10:00");
    book.appointment(n, Channel::Call, "2026-11-26 17:00", "2026-11-23 09:00");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-26 09:30");
    assert_eq!(kinds(&book.at("2026-11-26 12:00")), ["appointment"]);
    assert!(book.at("2026-11-26 18:00").queue.items.is_empty());
}

#[test]
fn touches_of_one_second_count_in_the_order_they_were_written() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.touch(n, Channel::Visit, Outcome::NoAnswer, "2026-11-12 10:00");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-12 10:00");
    book.rows[n].touches.reverse();
    let s = book.at("2026-11-12 11:00");
    assert_eq!((s.clients[n].facts.unanswered, s.clients[n].facts.last_touch.unwrap().channel), (0, Channel::Call));
}

#[test]
fn s022_leave_and_holidays_move_due_days() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-16 10:00");
    book.leave.push((day("2026-11-23"), day("2026-11-27")));
    assert_eq!(requirement(&book.at("2026-11-20 09:00"), n, Channel::Call).due, day("2026-11-30"));
}

#[test]
fn s135_no_active_client_is_without_a_plan_and_stopping_is_dated() {
    let mut book = Book::new();
    let n = book.add("Small", "2026-01-05");
    let s = book.at("2026-11-23 09:00");
    assert_eq!(s.clients[n].tier.tier, None);
    assert_eq!(s.clients[n].plan.iter().map(|r| r.channel).collect::<Vec<_>>(), [Channel::Email]);
    book.rows[n].client.status = Status::Stopped;
    book.rows[n].client.status_on = day("2026-11-20");
    assert!(book.at("2026-11-23 09:00").clients[n].plan.is_empty());
    assert!(!book.at("2026-11-19 09:00").clients[n].plan.is_empty(), "before the decision he was served");
}

#[test]
fn the_first_order_or_engagement_makes_a_lead_a_client_from_its_day_on() {
    let mut book = Book::new();
    let lead = |book: &mut Book, name| {
        let n = book.add(name, "2026-01-05");
        book.rows[n].client.status = Status::Lead;
        n
    };
    let (ordered, engaged) = (lead(&mut book, "Ordered"), lead(&mut book, "Engaged"));
    book.invoice(ordered, "2026-11-20", None, None, 50_000);
    book.engagement(engaged, "2026-11-20", None, None);
    let statuses = |at: &str| book.at(at).clients.iter().map(|c| c.status).collect::<Vec<_>>();
    assert_eq!(statuses("2026-11-19 09:00"), [Status::Lead; 2]);
    assert_eq!(statuses("2026-11-20 09:00"), [Status::Active; 2]);
    assert!(book.at("2026-11-20 09:00").clients.iter().all(|c| !c.plan.is_empty()));
}

#[test]
fn spreading_again_gives_no_second_grace() {
    let mut book = Book::new();
    for n in 0..40 {
        let n = book.add(&format!("B {n}"), "2026-11-09");
        book.pin(n, Tier::B);
    }
    let apply = |book: &mut Book, at: &str| {
        for m in spread::plan(&book.at(at)) {
            let n = m.client.0 as usize - 1;
            book.defer(n, DeferralKind::Spread, &format!("contact:{}", m.channel.code()), &m.to.to_string(), at);
        }
    };
    let calls = |book: &Book, at: &str| {
        let s = book.at(at);
        (0..40)
            .map(|n| (requirement(&s, n, Channel::Call).due, requirement(&s, n, Channel::Call).overdue_from))
            .collect::<Vec<_>>()
    };
    for at in ["2026-11-23 09:00", "2026-11-24 09:00", "2026-11-25 09:00"] {
        apply(&mut book, at);
        let kept = |(due, overdue): &(Day, Day)| *due <= day("2026-11-26") && *overdue == day("2026-11-27");
        assert!(calls(&book, "2026-11-25 10:00").iter().all(kept), "after {at}");
    }
}

#[test]
fn a_client_is_there_from_since() {
    let mut book = Book::new();
    book.add("New", "2026-11-20");
    assert_eq!(book.at("2026-11-19 09:00").present().count(), 0);
    assert_eq!(book.at("2026-11-20 09:00").present().count(), 1);
}

#[test]
fn s006_the_preferred_channel_takes_the_place_of_remote_ones() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.pin(n, Tier::A);
    book.rows[n].client.preferred_channel = Some(Channel::Message);
    book.touch(n, Channel::Message, Outcome::Reached, "2026-11-20 10:00");
    let s = book.at("2026-11-23 09:00");
    assert_eq!(requirement(&s, n, Channel::Message).due, day("2026-11-27"));
    assert_eq!(requirement(&s, n, Channel::Visit).last, None, "a visit stays a visit");
}

#[test]
fn solo_lets_a_meeting_stand_for_a_visit_only_by_policy() {
    let mut book = Book::new();
    let n = book.add("Lotus Spa", "2026-01-05");
    book.pin(n, Tier::A);
    book.touch(n, Channel::Meeting, Outcome::Reached, "2026-11-20 10:00");
    assert_eq!(requirement(&book.at("2026-11-23 09:00"), n, Channel::Visit).last, None);
    book.policy = parse(SOLO).unwrap();
    book.policy.plans[0].contacts[1].channel = Channel::Visit;
    assert!(requirement(&book.at("2026-11-23 09:00"), n, Channel::Visit).last.is_some());
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

#[test]
fn s019_the_queue_stands_in_order_of_the_clock_promises_contacts_and_the_rest() {
    let s = every_kind().at("2026-11-23 09:00");
    let sections: Vec<Section> = s.queue.items.iter().map(|i| i.section).collect();
    assert!(sections.is_sorted());
    let all = kinds(&s);
    for kind in ["appointment", "task", "contact", "batch", "invoice", "renewal", "review", "lead"] {
        assert!(all.contains(&kind), "{kind} is missing in {all:?}");
    }
    assert_eq!(all[0], "appointment");
    assert_eq!(all[1], "task");
}

#[test]
fn every_reason_is_said_in_both_languages() {
    let s = every_kind().at("2026-11-23 09:00");
    for lang in Lang::ALL {
        let words = Words::load(lang);
        for item in &s.queue.items {
            let text = words.say(&item.reason, &s.now);
            assert!(!text.contains("reason-") && !text.contains('{'), "{text}");
        }
        for client in &s.clients {
            for part in super::explain::explain(&s, client.id()) {
                for line in part.lines.iter().chain([&part.title]) {
                    let text = words.say(line, &s.now);
                    assert!(!text.starts_with("explain-") && !text.contains('{'), "{text}");
                }
            }
        }
    }
}

#[test]
fn s020_quadrants_follow_the_policy_marks() {
    let mut book = Book::new();
    let a = book.add("A late", "2026-01-05");
    let b = book.add("A today", "2026-01-05");
    let c = book.add("C late", "2026-01-05");
    for (n, tier) in [(a, Tier::A), (b, Tier::A), (c, Tier::C)] {
        book.pin(n, tier);
        book.rows[n].client.reviewed_on = Some(day("2026-11-01"));
    }
    book.touch(a, Channel::Visit, Outcome::Reached, "2026-11-09 10:00");
    book.touch(b, Channel::Visit, Outcome::Reached, "2026-11-16 10:00");
    book.touch(c, Channel::Email, Outcome::Reached, "2026-09-01 10:00");
    let s = book.at("2026-11-23 09:00");
    let quadrant = |n: usize| s.queue.items.iter().find(|i| i.client == Some(s.clients[n].id())).unwrap().quadrant;
    assert_eq!((quadrant(a), quadrant(b), quadrant(c)), (1, 2, 3));
}

#[test]
fn s048_capacity_draws_a_line_and_hides_nothing() {
    let mut book = Book::new();
    for n in 0..9 {
        let n = book.add(&format!("A{n}"), "2026-01-05");
        book.pin(n, Tier::A);
        book.rows[n].client.reviewed_on = Some(day("2026-11-01"));
        book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-16 10:00");
    }
    let s = book.at("2026-11-23 09:00");
    assert_eq!(s.queue.items.len(), 9);
    assert_eq!(s.queue.items.iter().filter(|i| i.fits).count(), 6);
    // A contact logged today counts against the six.
    book.touch(0, Channel::Call, Outcome::Reached, "2026-11-23 09:30");
    assert_eq!(book.at("2026-11-23 10:00").queue.items.iter().filter(|i| i.fits).count(), 5);
}

#[test]
fn call_and_visit_of_one_client_are_one_row_and_one_contact() {
    let mut book = Book::new();
    let n = book.add("Both", "2026-01-05");
    book.pin(n, Tier::A);
    book.rows[n].client.reviewed_on = Some(day("2026-11-01"));
    let s = book.at("2026-11-23 09:00");
    assert_eq!(kinds(&s), ["contact", "contact"]);
    assert_eq!(s.queue.contacts, 1);
    assert_eq!(s.queue.rows().len(), 1);
}

#[test]
fn s029_invoices_return_at_three_ten_and_twenty_days_and_a_week_after_a_reminder() {
    let mut book = Book::new();
    let n = book.add("Delta", "2026-11-20");
    let id = book.invoice(n, "2026-11-20", Some("2026-12-01"), None, 50_000);
    let shown = |book: &Book, at: &str| book.at(at).queue.items.iter().any(|i| i.kind == ItemKind::Invoice);
    assert!(!shown(&book, "2026-12-03 09:00"));
    assert!(shown(&book, "2026-12-04 09:00"));
    book.defer(n, DeferralKind::Reminder, &format!("invoice:{id}"), "2026-12-11", "2026-12-04 09:00");
    assert!(!shown(&book, "2026-12-10 09:00"));
    assert!(shown(&book, "2026-12-11 09:00"));
    book.rows[n].invoices[0].paid = Some(day("2026-12-11"));
    assert!(!shown(&book, "2026-12-11 09:00"));
}

#[test]
fn s067_at_most_two_reviews_a_day() {
    let mut book = Book::new();
    for n in 0..5 {
        let n = book.add(&format!("Old {n}"), "2024-01-05");
        book.touch(n, Channel::Email, Outcome::Reached, "2026-11-20 10:00");
    }
    let reviews = |book: &Book| kinds(&book.at("2026-11-23 09:00")).iter().filter(|k| **k == "review").count();
    assert_eq!(reviews(&book), 2);
    book.rows[0].client.reviewed_on = Some(day("2026-11-23"));
    assert_eq!(reviews(&book), 1);
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

#[test]
fn s001_s002_tiers_come_from_margins_that_fade() {
    let mut book = twelve();
    let letters = |s: &Snapshot| s.clients.iter().map(|c| c.tier.label()).collect::<Vec<_>>().join(" ");
    assert_eq!(letters(&book.at("2026-11-23 09:00")), "A? A? A? B? B? B? B? B? C? C? C? C?");
    // Cost lowers the value: the first client earned nothing.
    book.rows[0].invoices[0].cost = Some(5_000_000);
    assert_eq!(book.at("2026-11-23 09:00").clients[0].tier.tier, Some(Tier::C));
}

#[test]
fn below_ten_active_clients_the_computed_tier_is_advice() {
    let mut book = twelve();
    book.rows.truncate(9);
    let s = book.at("2026-11-23 09:00");
    assert!(s.clients.iter().all(|c| c.tier.tier.is_none() && c.tier.computed.is_some() && c.tier.standing.is_some()));
    book.pin(0, Tier::B);
    assert_eq!(book.at("2026-11-23 09:00").clients[0].tier.label(), "B=");
}

#[test]
fn clients_without_invoices_or_factors_are_unsorted_not_c() {
    let mut book = twelve();
    let n = book.add("Nobody knows", "2026-01-05");
    let s = book.at("2026-11-23 09:00");
    assert!(s.clients[n].tier.unsorted);
    assert_eq!(s.clients[n].tier.label(), "-");
}

#[test]
fn without_invoices_entered_factors_sort() {
    let mut book = Book::new();
    for n in 0..12 {
        let n = book.add(&format!("Client {n}"), "2026-01-05");
        book.rows[n].client.potential = Some(if n < 3 { 5 } else { 1 });
    }
    let s = book.at("2026-11-23 09:00");
    assert_eq!(s.clients.iter().filter(|c| c.tier.tier == Some(Tier::A)).count(), 3);
    assert!(s.clients[..3].iter().all(|c| c.tier.tier == Some(Tier::A)));
}

#[test]
fn dormant_after_two_years_without_an_order_unless_something_runs() {
    let mut book = twelve();
    let n = book.add("Asleep", "2023-01-05");
    book.invoice(n, "2024-10-01", None, Some("2024-10-20"), 9_000_000);
    let s = book.at("2026-11-23 09:00");
    assert_eq!((s.clients[n].status, s.clients[n].tier.tier), (Status::Dormant, None));
    assert!(!s.clients[n].plan.is_empty(), "S135: nobody who is active by the user's word is forgotten");
    book.engagement(n, "2024-10-01", None, None);
    assert_eq!(book.at("2026-11-23 09:00").clients[n].status, Status::Active);
}

#[test]
fn s005_a_change_is_offered_once_two_month_ends_are_on_record() {
    let mut book = twelve();
    // The fourth client grew: it is A by today's figures, B on record.
    book.invoice(3, "2026-09-02", None, Some("2026-09-20"), 6_000_000);
    for n in 0..12 {
        book.month(n, "2026-09-30", Tier::B, 0.74);
        book.month(n, "2026-10-31", Tier::B, 0.74);
    }
    book.rows[3].month_scores[0].tier = Some(Tier::A);
    book.rows[3].month_scores[1].tier = Some(Tier::A);
    book.rows[3].tier_changes.push(TierChangeRow {
        at: moment("2026-08-01 09:00"),
        from: None,
        to: Tier::B,
        cause: TierCause::First,
        score: 0,
        share: 0,
    });
    let s = book.at("2026-11-23 09:00");
    let offer = s.clients[3].tier.offer.unwrap();
    assert_eq!((s.clients[3].tier.tier, offer.from, offer.to), (Some(Tier::B), Tier::B, Tier::A));
    assert!(s.queue.items.iter().any(|i| i.kind == ItemKind::Tier && i.client == Some(s.clients[3].id())));
    book.rows[3].month_scores.remove(0);
    assert_eq!(book.at("2026-11-23 09:00").clients[3].tier.offer, None);
}

#[test]
fn spread_levels_what_is_late_and_keeps_the_rest_within_its_grace() {
    let mut book = Book::new();
    for n in 0..20 {
        let n = book.add(&format!("Late {n}"), "2026-01-05");
        book.pin(n, Tier::A);
    }
    let s = book.at("2026-11-23 09:00");
    let moves = spread::plan(&s);
    let calls: Vec<_> = moves.iter().filter(|m| m.channel == Channel::Call).collect();
    assert_eq!(calls.len(), 20);
    let today = s.now.today();
    assert!(calls.iter().all(|m| m.to >= today && m.to <= today.plus(7)), "within one interval of a week");
    assert!(moves.iter().all(|m| s.time.is_working(m.to)));
    let busiest = (0..8).map(|d| calls.iter().filter(|m| m.to == today.plus(d)).count()).max().unwrap();
    assert!(busiest <= 5, "20 calls over 5 working days, the busiest has {busiest}");
}

proptest! {
    #[test]
    fn the_order_of_logging_does_not_change_due_days(order in proptest::sample::subsequence((0..12usize).collect::<Vec<_>>(), 12).prop_shuffle()) {
        let touch = |n: usize| {
            let channel = Channel::LOGGED[n % 6];
            let outcome = if n.is_multiple_of(3) { Outcome::NoAnswer } else { Outcome::Reached };
            (channel, outcome, format!("2026-10-{:02} 10:00", 1 + n * 2))
        };
        let due = |order: &[usize]| {
            let mut book = Book::new();
            let n = book.add("Any", "2026-01-05");
            book.pin(n, Tier::A);
            for i in order {
                let (channel, outcome, at) = touch(*i);
                book.touch(n, channel, outcome, &at);
            }
            book.at("2026-11-23 09:00").clients[0].plan.iter().map(|r| (r.due, r.late_days)).collect::<Vec<_>>()
        };
        let sorted: Vec<usize> = (0..12).collect();
        prop_assert_eq!(due(&order), due(&sorted));
    }

    #[test]
    fn a_back_dated_touch_only_ever_moves_due_days_later(days in 1u32..28) {
        let due = |extra: bool| {
            let mut book = Book::new();
            let n = book.add("Any", "2026-01-05");
            book.pin(n, Tier::B);
            book.touch(n, Channel::Visit, Outcome::Reached, "2026-10-14 10:00");
            if extra {
                book.touch(n, Channel::Call, Outcome::Reached, &format!("2026-10-{days:02} 16:00"));
            }
            book.at("2026-11-23 09:00").clients[0].plan.iter().map(|r| r.due).collect::<Vec<_>>()
        };
        prop_assert!(due(true).iter().zip(due(false)).all(|(with, without)| *with >= without));
    }
}
