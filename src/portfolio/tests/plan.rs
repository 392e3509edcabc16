//! The contact plan: due days and what moves or hides them.

use super::*;

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
    // Room for all of them within their grace.
    book.policy.queue.capacity = 20;
    for n in 0..40 {
        let n = book.add(&format!("B {n}"), "2026-11-09");
        book.pin(n, Tier::B);
    }
    let apply = |book: &mut Book, at: &str| {
        for m in spread::plan(&book.at(at)).moves {
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

#[test]
fn spread_levels_what_is_late_and_keeps_the_rest_within_its_grace() {
    let mut book = Book::new();
    for n in 0..20 {
        let n = book.add(&format!("Late {n}"), "2026-01-05");
        book.pin(n, Tier::A);
    }
    let s = book.at("2026-11-23 09:00");
    let moves = spread::plan(&s).moves;
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
