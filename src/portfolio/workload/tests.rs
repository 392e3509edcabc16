//! The load of books made by hand. 2026-11-23 is a Monday; the preset is `agency`.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::policy::{AGENCY, SOLO};
use crate::domain::words::{Channel, Outcome, Status, Tier};
use crate::i18n::{Lang, Words};
use crate::portfolio::bill;
use crate::portfolio::fixture::{Book, day, now};
use proptest::prelude::*;

const MONDAY: &str = "2026-11-23 09:04";

/// So many pinned clients of each tier.
fn pinned(counts: [usize; 3]) -> Book {
    let mut book = Book::new();
    for (tier, count) in Tier::ALL.iter().zip(counts) {
        for n in 0..count {
            let n = book.add(&format!("{}{n}", tier.code()), "2026-01-05");
            book.pin(n, *tier);
        }
    }
    book
}

fn load(book: &Book) -> Workload {
    Workload::new(&book.at(MONDAY), USUAL_WEEKS)
}

fn said(book: &Book, lang: Lang) -> Vec<String> {
    let snapshot = book.at(MONDAY);
    let load = Workload::new(&snapshot, USUAL_WEEKS);
    let words = Words::load(lang);
    let mut all = vec![load.promised()];
    all.extend(load.verdict(&snapshot));
    all.extend(load.suggestions.iter().map(Suggestion::told));
    all.iter().map(|m| words.say(m, &snapshot.now)).collect()
}

fn tenths(x: f64) -> String {
    format!("{x:.1}")
}

/// Contacts on so many days of each of the weeks behind, each with another client.
fn history(book: &mut Book, weeks: i32, a_week: usize) {
    for week in 1..=weeks {
        for n in 0..a_week {
            let on = day("2026-11-23").plus(-7 * week + (n % 5) as i32);
            let client = n % book.rows.len();
            book.touch(client, Channel::Call, Outcome::Reached, &format!("{on} 1{}:00", n / book.rows.len() % 10));
        }
    }
}

#[test]
fn s022_eight_a_fifteen_b_and_forty_c_are_27_7_requirements_and_24_7_contacts_a_week() {
    let load = load(&pinned([8, 15, 40]));
    let promise = &load.promise;
    assert_eq!((tenths(promise.requirements()), tenths(promise.contacts())), ("27.7".to_owned(), "24.7".to_owned()));
    let tiers: Vec<_> = promise.tiers.iter().map(|t| (t.tier, t.clients, tenths(t.requirements), tenths(t.contacts))).collect();
    let of = |tier, n, requirements: &str, contacts: &str| (Some(tier), n, requirements.to_owned(), contacts.to_owned());
    assert_eq!(tiers, [of(Tier::A, 8, "9.8", "8.0"), of(Tier::B, 15, "8.6", "7.5"), of(Tier::C, 40, "9.2", "9.2")]);
    let channels: Vec<_> = promise.channels.iter().map(|c| (c.channel, tenths(c.requirements), tenths(c.contacts))).collect();
    let of = |channel, requirements: &str, contacts: &str| (channel, requirements.to_owned(), contacts.to_owned());
    assert_eq!(
        channels,
        // 15.5 calls are promised, 3.0 of which are the visits of their weeks.
        [of(Channel::Visit, "3.0", "3.0"), of(Channel::Call, "15.5", "12.5"), of(Channel::Email, "9.2", "9.2")]
    );
}

#[test]
fn s022_what_fits_is_said_plainly_and_nothing_is_suggested() {
    let book = pinned([8, 15, 40]);
    let all = said(&book, Lang::En);
    assert_eq!(
        all[..2],
        [
            "27.7 requirements and 24.7 contacts a week are promised; there is room for 30 (6 a day, 5 days)",
            "5.3 contacts a week to spare: about 10 more B"
        ]
    );
    assert!(load(&book).suggestions.iter().all(|s| s.code() == "spread"), "what does not fit are single weeks");
    let zh = said(&book, Lang::Zh);
    assert_eq!(zh[1], "每周还能多 5.3 次沟通：大约可再添 10 个 B 类");
    let empty = Book::new();
    assert_eq!(said(&empty, Lang::En), ["Nobody is served yet: nothing is promised"]);
    assert!(load(&empty).suggestions.is_empty());
}

#[test]
fn s048_five_a_to_b_saves_3_3_requirements_and_2_5_contacts() {
    let mut book = pinned([8, 15, 40]);
    // Four a day, and what was managed in eight weeks lies between: 22.25 a week.
    history(&mut book, 8, 22);
    for n in 0..2 {
        book.touch(60 + n, Channel::Call, Outcome::Reached, "2026-11-20 17:00");
    }
    let load = load(&book);
    assert_eq!(load.managed.usual(5), Some(22.25));
    assert!(load.behind > 6, "{}", load.behind);
    assert_eq!(load.limit(), Limit::Managed(22.25));
    let all = said(&book, Lang::En);
    assert_eq!(all[1], format!("2.4 a week over the 22.3 you managed; {} clients overdue", load.behind));
    assert!(all.contains(&"5 A to B saves 3.3 requirements, 2.5 contacts a week".to_owned()), "{all:#?}");
    assert!(all.contains(&"C: email every 2 months instead of every month saves 4.6 contacts a week".to_owned()), "{all:#?}");
    assert!(said(&book, Lang::Zh).contains(&"5 个 A 类改为 B 类，每周省 3.3 项要求、2.5 次沟通".to_owned()));
    let lower = load.suggestions.iter().find(|s| s.code() == "a-to-b").unwrap();
    assert_eq!(lower.clients.len(), 5);
}

#[test]
fn s048_as_few_as_bring_it_within_the_limit_and_those_of_the_lowest_score_first() {
    let mut book = Book::new();
    // What was billed makes the score: A0 least. Three are pinned by hand, the fourth by an import.
    for n in 0..4 {
        let n = book.add(&format!("A{n}"), "2025-01-06");
        book.pin(n, Tier::A);
        book.invoice(n, "2026-10-05", None, Some("2026-10-20"), 100_000 * (n as i64 + 1));
    }
    book.rows[3].pins[0].reason = crate::domain::facts::PINNED_BY_IMPORT.to_owned();
    let mut text = AGENCY.replace("capacity = 6 ", "capacity = 1 ");
    for off in ["tue", "wed", "thu", "fri"] {
        text = text.replace(&format!("{off} = \"09:00-18:00\""), &format!("{off} = \"\""));
    }
    book.under(&text);
    let snapshot = book.at(MONDAY);
    let found = Workload::new(&snapshot, 8);
    let lower = found.suggestions.iter().find(|s| s.code() == "a-to-b").unwrap();
    let names: Vec<&str> = lower.clients.iter().map(|id| snapshot.client(*id).unwrap().name()).collect();
    assert_eq!(names, ["A3", "A0", "A1", "A2"], "all that help; whom the user pinned comes last");
    let still = lower.detail(&snapshot, &found);
    assert!(still.iter().any(|m| m.id == "load-still"), "one contact a week is left: {still:?}");
}

#[test]
fn s022_a_larger_capacity_is_suggested_where_a_little_more_is_enough() {
    let mut book = pinned([8, 15, 40]);
    book.under(&AGENCY.replace("capacity = 6 ", "capacity = 4 "));
    let all = said(&book, Lang::En);
    assert!(all.contains(&"Raise the capacity from 4 to 5 a day: room for 5 more a week".to_owned()), "{all:#?}");
    assert!(all.contains(&"8 A to B saves 5.2 requirements, 4.0 contacts a week".to_owned()), "all help: {all:#?}");
    assert!(
        all.contains(&"Let an online meeting count as a visit: saves no contact, but 3.0 visits a week".to_owned()),
        "{all:#?}"
    );
    // Whoever never made as many contacts as are allowed makes no more by being allowed more.
    history(&mut book, 8, 5);
    assert!(!said(&book, Lang::En).iter().any(|s| s.starts_with("Raise")));
    let mut far = pinned([8, 15, 40]);
    far.under(&AGENCY.replace("capacity = 6 ", "capacity = 2 "));
    assert!(!said(&far, Lang::En).iter().any(|s| s.starts_with("Raise")), "more than half as much again is no plan");
}

#[test]
fn s022_a_video_counts_already_or_nobody_is_visited_then_it_is_not_suggested() {
    let codes = |book: &Book| load(book).suggestions.iter().map(Suggestion::code).collect::<Vec<_>>();
    let tight = AGENCY.replace("capacity = 6 ", "capacity = 1 ");
    let mut book = pinned([4, 8, 10]);
    book.under(&tight);
    assert!(codes(&book).contains(&"video"));
    book.under(&tight.replace("meeting_satisfies_visit = false", "meeting_satisfies_visit = true"));
    assert!(!codes(&book).contains(&"video"));
    let mut only_c = pinned([0, 0, 60]);
    only_c.under(&tight);
    assert_eq!(codes(&only_c).iter().filter(|c| **c != "spread").collect::<Vec<_>>(), [&"seldom"]);
}

#[test]
fn s022_managed_counts_a_client_once_a_day_by_its_richest_channel_and_the_unknown_not_at_all() {
    let mut book = pinned([3, 0, 0]);
    for (channel, at) in [
        (Channel::Call, "2026-11-16 09:00"),
        (Channel::Visit, "2026-11-16 15:00"),
        (Channel::Email, "2026-11-17 09:00"),
        (Channel::Unknown, "2026-11-18 09:00"),
    ] {
        book.touch(0, channel, Outcome::Reached, at);
    }
    book.touch(1, Channel::Call, Outcome::NoAnswer, "2026-11-16 10:00");
    book.touch(2, Channel::Call, Outcome::Reached, "2026-11-23 08:00");
    let managed = load(&book).managed;
    assert_eq!(managed.this_week, 1);
    let [week] = managed.weeks[..] else { panic!("{managed:?}") };
    assert_eq!((week.from, week.contacts, week.working_days), (day("2026-11-16"), 3, 5));
    let on = |channel| managed.on(channel).unwrap();
    assert_eq!([Channel::Visit, Channel::Call, Channel::Email, Channel::Unknown].map(on), [1.0, 1.0, 1.0, 0.0]);
}

#[test]
fn s022_whoever_began_lately_is_told_so_and_not_measured_by_weeks_before() {
    let words = Words::load(Lang::En);
    let told = |book: &Book| words.say(&load(book).managed_told(), &now(MONDAY));
    let mut book = pinned([3, 0, 0]);
    assert_eq!(told(&book), "Managed: no whole week yet, 0 contacts this week");
    // Began on a Wednesday: that week is not whole.
    book.touch(0, Channel::Call, Outcome::Reached, "2026-11-04 10:00");
    for (n, on) in ["2026-11-10", "2026-11-12", "2026-11-17"].iter().enumerate() {
        book.touch(n, Channel::Call, Outcome::Reached, &format!("{on} 10:00"));
    }
    assert_eq!(told(&book), "Managed: 1.5 contacts a week, 2 weeks so far");
    assert_eq!(load(&book).limit(), Limit::Capacity(30.0), "two weeks say nothing of what can be managed");
    // A leave was no time to make contacts in.
    book.leave.push((day("2026-11-16"), day("2026-11-19")));
    assert_eq!(told(&book), "Managed: 1.5 contacts a week, 2 weeks so far; 2.5 at this pace in a week of 5 working days");
    // As of an earlier date the weeks since are not known.
    let then = Workload::new(&book.at("2026-11-16 09:00"), 8).managed;
    assert_eq!(then.weeks.iter().map(|w| w.contacts).collect::<Vec<_>>(), [2]);
}

#[test]
fn s022_what_was_managed_is_no_limit_while_everything_is_done() {
    let mut book = pinned([2, 0, 0]);
    for week in 1..=8 {
        for n in 0..2 {
            let on = day("2026-11-23").plus(-7 * week + 1);
            book.touch(n, Channel::Visit, Outcome::Reached, &format!("{on} 10:00"));
        }
    }
    let load = load(&book);
    assert_eq!((load.managed.usual(5), load.behind), (Some(2.0), 0));
    assert!(load.fits() && load.suggestions.is_empty(), "{:?}", load.suggestions);
}

#[test]
fn s022_the_weeks_ahead_count_holidays_and_leave_and_what_is_left_of_this_one() {
    let mut book = pinned([1, 0, 0]);
    book.touch(0, Channel::Visit, Outcome::Reached, "2026-11-24 10:00");
    book.leave.push((day("2026-12-02"), day("2026-12-04")));
    let load = Workload::new(&book.at("2026-11-25 09:00"), 3);
    let weeks: Vec<_> = load.weeks.iter().map(|w| (w.from, w.until, w.contacts, w.again, w.capacity)).collect();
    assert_eq!(
        weeks,
        [
            (day("2026-11-25"), day("2026-11-29"), 0, 0, 18),
            (day("2026-11-30"), day("2026-12-06"), 1, 0, 12),
            (day("2026-12-07"), day("2026-12-13"), 1, 1, 30)
        ]
    );
    // What was done today takes its room.
    book.touch(0, Channel::Call, Outcome::Reached, "2026-11-25 08:00");
    assert_eq!(Workload::new(&book.at("2026-11-25 09:00"), 1).weeks[0].capacity, 17);
    assert_eq!(Workload::new(&book.at("2026-11-25 09:00"), 99).weeks.len(), MOST_WEEKS);
}

#[test]
fn s022_where_only_some_weeks_are_too_full_the_contacts_are_spread() {
    let book = pinned([0, 0, 60]);
    let load = load(&book);
    assert!(load.fits() && load.weeks_over() > 0, "{:?}", load.weeks);
    let codes: Vec<&str> = load.suggestions.iter().map(Suggestion::code).collect();
    assert_eq!(codes, ["spread"]);
    assert!(load.suggestions[0].action(&book.at(MONDAY)).is_some());
}

#[test]
fn s101_new_clients_are_leads_and_those_of_less_than_a_year() {
    let mut book = Book::new();
    for (name, since) in [("Old", "2019-01-07"), ("New", "2026-03-02"), ("Known", "2026-06-01"), ("Lead", "2020-01-06")] {
        book.add(name, since);
    }
    book.invoice(2, "2021-02-01", None, Some("2021-03-01"), 5_000);
    book.rows[3].client.status = Status::Lead;
    for (n, at) in
        [(0, "2026-11-02"), (0, "2026-11-03"), (1, "2026-11-04"), (2, "2026-11-05"), (3, "2026-11-06"), (1, "2026-05-04")]
    {
        book.touch(n, Channel::Call, Outcome::Reached, &format!("{at} 10:00"));
    }
    let effort = load(&book).effort;
    assert_eq!((effort.new.clients, effort.new.contacts, effort.old.clients, effort.old.contacts), (2, 2, 2, 3));
    assert_eq!((effort.of_contacts(), effort.of_minutes(), effort.unmeasured), (Some(0.4), None, 5));
    for touch in &mut book.rows[1].touches {
        touch.minutes = Some(30);
    }
    book.rows[0].touches[0].minutes = Some(90);
    assert_eq!(load(&book).effort.of_minutes(), Some(0.25));
}

#[test]
fn s102_the_target_stands_beside_it() {
    let mut book = pinned([1, 0, 0]);
    let told = |book: &Book| {
        let words = Words::load(Lang::En);
        load(book).effort.told().iter().map(|m| words.say(m, &now(MONDAY))).collect::<Vec<_>>()
    };
    assert_eq!(told(&book), ["New clients: no contacts yet to compare"]);
    book.touch(0, Channel::Call, Outcome::Reached, "2026-11-20 10:00");
    assert_eq!(
        told(&book),
        [
            "New clients: 100% of contacts in the last 90 days; no minutes were written down",
            "No target is set: [effort] in the policy names one"
        ]
    );
    book.under(&format!("{AGENCY}\n[effort]\nstage = \"mature\"\n"));
    assert_eq!(told(&book)[1], "Target: 20%, a mature business");
    book.under(&format!("{AGENCY}\n[effort]\nnew = 0.35\n"));
    assert_eq!(told(&book)[1], "Target: 35%");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// What the load says is promised is the bill of the policy, by tier and by channel, and no suggestion promises more than it saves.
    #[test]
    fn the_load_is_the_bill_and_a_suggestion_saves_what_it_says(a in 0usize..9, b in 0usize..9, c in 0usize..20, a_day in 1usize..4) {
        for text in [AGENCY, SOLO] {
            let mut book = pinned([a, b, c]);
            let text = text.replace("capacity = 6 ", &format!("capacity = {a_day} "));
            book.under(&text);
            let snapshot = book.at(MONDAY);
            let load = Workload::new(&snapshot, 2);
            let bill = bill::of(&snapshot, &snapshot.policy);
            prop_assert_eq!(&load.promise.tiers, &bill.tiers);
            let by_channel: f64 = load.promise.channels.iter().map(|c| c.contacts).sum();
            prop_assert!((by_channel - bill.contacts_per_week()).abs() < 1e-9);
            let requirements: f64 = load.promise.channels.iter().map(|c| c.requirements).sum();
            prop_assert!((requirements - bill.requirements()).abs() < 1e-9);
            prop_assert_eq!(load.suggestions.iter().any(|s| s.code() != "spread"), !load.fits());
            for one in load.suggestions.iter().filter(|s| matches!(s.kind, Kind::Lower { .. })) {
                let Kind::Lower { to, .. } = one.kind else { continue };
                let mut then = pinned([a, b, c]);
                then.under(&text);
                for id in &one.clients {
                    then.rows[id.0 as usize - 1].pins[0].tier = to;
                }
                let promise = Workload::new(&then.at(MONDAY), 1).promise;
                prop_assert!((load.promise.contacts() - promise.contacts() - one.contacts).abs() < 1e-9);
                prop_assert!((load.promise.requirements() - promise.requirements() - one.requirements).abs() < 1e-9);
            }
        }
    }
}
