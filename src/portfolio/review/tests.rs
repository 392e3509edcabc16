//! What a calendar week shows: promises kept and broken in every case that speaks for or against them, and what is open after it.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::facts::{OpportunityRow, OpportunityState, OverrideRow};
use crate::domain::interval::Interval;
use crate::domain::money::{Currency, Money, Rates};
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::domain::zone::Holidays;
use crate::i18n::{Lang, Words};
use crate::portfolio::Settings;
use crate::portfolio::fixture::*;

fn settings() -> Settings {
    Settings {
        holidays: Holidays::default(),
        currency: None,
        rates: Rates::new(),
        playbooks: Vec::new(),
        cultures: Default::default(),
        booked: true,
    }
}

fn record(book: &Book, when: &str, week: &str) -> Record {
    let snapshot = book.at(when);
    Record::of_rows(&book.rows, &settings(), &snapshot, Week::of(day(week)))
}

fn review(book: &Book, when: &str) -> Review {
    let snapshot = book.at(when);
    let week = Week::meant(&snapshot);
    let record = Record::of_rows(&book.rows, &settings(), &snapshot, week);
    Review::new(&snapshot, record)
}

/// A client of tier A that was visited on Wednesday 11 November: its next visit falls due on 11 December.
fn client_of_a() -> (Book, usize) {
    let mut book = Book::new();
    let n = book.add("Northstar", "2026-01-05");
    book.pin(n, Tier::A);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-11 10:00");
    (book, n)
}

/// The state of the promise on a channel, as a word; `-` where none fell into the week.
fn state(book: &Book, when: &str, week: &str, channel: Channel) -> String {
    let record = record(book, when, week);
    let found = record.promises().find(|p| p.channel == channel);
    found.map_or("-".to_owned(), |p| match p.state {
        State::Kept(on, channel) | State::Late(on, channel) => format!("{} {on} {}", p.state.code(), channel.code()),
        State::Excused(why) => format!("excused {}", why.code()),
        other => other.code().to_owned(),
    })
}

/// The week of 16 November, asked on a moment.
fn of_week(book: &Book, when: &str) -> String {
    state(book, when, "2026-11-18", Channel::Call)
}

const FRIDAY: &str = "2026-11-20 15:00";
const AFTER: &str = "2026-11-23 09:00";

#[test]
fn s024_a_call_every_week_is_kept_by_a_call_or_what_is_richer_and_by_nothing_else() {
    type Case<'a> = (&'a str, &'a [(Channel, Outcome, &'a str)], &'a str, &'a str);
    let cases: [Case<'_>; 11] = [
        ("nothing yet on Friday", &[], FRIDAY, "open"),
        ("nothing at all", &[], AFTER, "broken"),
        ("nothing on the Saturday after", &[], "2026-11-21 10:00", "broken"),
        ("a call", &[(Channel::Call, Outcome::Reached, "2026-11-18 10:00")], FRIDAY, "kept 2026-11-18 call"),
        ("a visit", &[(Channel::Visit, Outcome::Reached, "2026-11-16 08:00")], FRIDAY, "kept 2026-11-16 visit"),
        ("a meeting", &[(Channel::Meeting, Outcome::Reached, "2026-11-17 08:00")], FRIDAY, "kept 2026-11-17 meeting"),
        ("a mail is poorer", &[(Channel::Email, Outcome::Reached, "2026-11-17 08:00")], AFTER, "broken"),
        ("nobody answered", &[(Channel::Call, Outcome::NoAnswer, "2026-11-17 08:00")], AFTER, "broken"),
        ("the week before", &[(Channel::Call, Outcome::Reached, "2026-11-15 23:30")], AFTER, "broken"),
        ("on Sunday night", &[(Channel::Call, Outcome::Reached, "2026-11-22 23:30")], AFTER, "kept 2026-11-22 call"),
        ("the week after", &[(Channel::Call, Outcome::Reached, "2026-11-23 00:10")], AFTER, "broken"),
    ];
    for (name, touches, when, wanted) in cases {
        let (mut book, n) = client_of_a();
        for (channel, outcome, at) in touches {
            book.touch(n, *channel, *outcome, at);
        }
        assert_eq!(of_week(&book, when), wanted, "{name}");
    }
}

#[test]
fn s024_the_week_ends_on_the_sunday_of_the_file_whatever_the_clock_of_the_client_says() {
    // 23:30 on Sunday in Berlin is Monday morning in Shanghai; the file's zone decides.
    let (mut book, n) = client_of_a();
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-22 23:30");
    let touch = book.rows[n].touches.last().unwrap().at;
    assert_eq!(touch.day(chrono_tz::Asia::Shanghai), day("2026-11-23"));
    assert_eq!(of_week(&book, AFTER), "kept 2026-11-22 call");
    let shanghai = crate::domain::day::Now { instant: moment(AFTER), zone: chrono_tz::Asia::Shanghai };
    let record = Record::of_rows(&book.rows, &settings(), &book.snapshot(shanghai), Week::of(day("2026-11-18")));
    let call = record.promises().find(|p| p.channel == Channel::Call).unwrap();
    assert_eq!(call.state, State::Broken);
}

#[test]
fn s024_a_call_written_down_later_counts_for_its_own_day() {
    let (mut book, n) = client_of_a();
    assert_eq!(of_week(&book, "2026-11-24 09:00"), "broken");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-19 10:00");
    assert_eq!(of_week(&book, "2026-11-24 09:00"), "kept 2026-11-19 call");
    assert_eq!(of_week(&book, "2026-11-18 09:00"), "open", "as of a day before the call nobody knew of it");
}

#[test]
fn s022_a_week_off_is_no_broken_promise_and_a_part_of_one_is() {
    let mut china = Book::new();
    china.holidays = Holidays::builtin("CN").unwrap();
    let n = china.add("Northstar", "2026-01-05");
    china.pin(n, Tier::A);
    china.touch(n, Channel::Visit, Outcome::Reached, "2026-02-11 10:00");
    let call = |book: &Book, when: &str, week: &str| state(book, when, week, Channel::Call);
    assert_eq!(call(&china, "2026-03-02 09:00", "2026-02-18"), "excused days-off", "Spring Festival takes the whole week");
    assert_eq!(call(&china, "2026-03-02 09:00", "2026-02-25"), "broken", "Tuesday is worked again");
    // National Day 2026 is off from Thursday 1 to Wednesday 7 October; Saturday the 10th is made up for it.
    assert_eq!(call(&china, "2026-10-12 09:00", "2026-09-30"), "broken", "three days of the week were worked");
    assert_eq!(call(&china, "2026-10-12 09:00", "2026-10-07"), "broken");
    assert_eq!(call(&china, "2026-10-10 09:00", "2026-10-07"), "open", "the Saturday is worked");
    assert_eq!(call(&china, "2026-10-11 09:00", "2026-10-07"), "broken");

    let (mut book, n) = client_of_a();
    book.leave.push((day("2026-11-16"), day("2026-11-20")));
    assert_eq!(of_week(&book, AFTER), "excused days-off");
    assert_eq!(of_week(&book, "2026-11-17 09:00"), "excused days-off");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-18 10:00");
    assert_eq!(of_week(&book, AFTER), "kept 2026-11-18 call", "who called all the same kept it");
    let (mut book, _) = client_of_a();
    book.leave.push((day("2026-11-16"), day("2026-11-19")));
    assert_eq!(of_week(&book, AFTER), "broken", "there was a Friday");
}

#[test]
fn s024_who_came_was_paused_skipped_or_left_is_not_counted() {
    let (mut book, n) = client_of_a();
    book.rows[n].client.since = day("2026-11-17");
    book.rows[n].touches.clear();
    assert_eq!(of_week(&book, AFTER), "-", "came during the week");
    book.rows[n].client.since = day("2026-11-16");
    assert_eq!(of_week(&book, AFTER), "-");
    book.rows[n].client.since = day("2026-11-15");
    assert_eq!(of_week(&book, AFTER), "broken");

    let deferred = |kind, target: &str, until: &str, created: &str| {
        let (mut book, n) = client_of_a();
        book.defer(n, kind, target, until, created);
        of_week(&book, AFTER)
    };
    let pause = |until: &str, created: &str| deferred(DeferralKind::Pause, "*", until, created);
    assert_eq!(pause("2026-12-24", "2026-11-12 10:00"), "excused paused");
    assert_eq!(pause("2026-12-24", "2026-11-18 10:00"), "excused paused", "from Wednesday on");
    assert_eq!(pause("2026-12-24", "2026-11-21 10:00"), "broken", "decided when the week was over");
    assert_eq!(pause("2026-11-17", "2026-11-12 10:00"), "excused paused", "until Tuesday");
    assert_eq!(pause("2026-11-16", "2026-11-12 10:00"), "broken", "over on Monday");
    assert_eq!(deferred(DeferralKind::Skip, "contact:call", "2026-11-25", "2026-11-18 10:00"), "excused skipped");
    assert_eq!(deferred(DeferralKind::Spread, "contact:call", "2026-11-25", "2026-11-18 10:00"), "excused spread");
    assert_eq!(deferred(DeferralKind::Spread, "contact:call", "2026-11-20", "2026-11-16 10:00"), "broken", "to its Friday");
    assert_eq!(deferred(DeferralKind::Skip, "contact:visit", "2026-11-25", "2026-11-18 10:00"), "broken", "another promise");
    assert_eq!(deferred(DeferralKind::Snooze, "contact:call", "2026-11-25", "2026-11-18 10:00"), "broken", "a snooze hides");

    let (mut book, n) = client_of_a();
    book.rows[n].client.status = Status::Stopped;
    book.rows[n].client.status_on = day("2026-11-19");
    let stopped = of_week(&book, AFTER);
    assert!(["-", "excused left"].contains(&stopped.as_str()), "{stopped}");
}

#[test]
fn s025_what_is_promised_seldom_counts_in_the_week_it_falls_due() {
    // B: a call every 14 days with 3 working days of grace. Called on 4 November: due on Wednesday 18, overdue from Tuesday 24 on.
    let made = |touches: &[&str], when: &str, week: &str| {
        let mut book = Book::new();
        let n = book.add("Birch", "2026-01-05");
        book.pin(n, Tier::B);
        for at in ["2026-11-04 10:00"].iter().chain(touches) {
            book.touch(n, Channel::Call, Outcome::Reached, at);
        }
        state(&book, when, week, Channel::Call)
    };
    assert_eq!(made(&[], "2026-11-13 15:00", "2026-11-11"), "-", "nothing falls due that week");
    assert_eq!(made(&[], "2026-11-18 09:00", "2026-11-18"), "open");
    assert_eq!(made(&[], "2026-11-23 15:00", "2026-11-18"), "open", "within its grace");
    assert_eq!(made(&[], "2026-11-24 09:00", "2026-11-18"), "broken");
    assert_eq!(made(&["2026-11-16 10:00"], FRIDAY, "2026-11-18"), "kept 2026-11-16 call", "early");
    assert_eq!(made(&["2026-11-23 17:00"], "2026-11-27 15:00", "2026-11-18"), "kept 2026-11-23 call", "on its last day");
    assert_eq!(made(&["2026-11-24 10:00"], "2026-11-27 15:00", "2026-11-18"), "late 2026-11-24 call");
    assert_eq!(made(&["2026-11-19 10:00", "2026-11-26 10:00"], "2026-11-27 15:00", "2026-11-18"), "kept 2026-11-19 call");
    assert_eq!(made(&["2026-11-13 10:00"], FRIDAY, "2026-11-18"), "-", "made before the week began");
}

#[test]
fn s026_the_base_plan_counts_with_what_was_agreed_with_the_client() {
    let mut book = Book::new();
    let n = book.add("Cedar", "2026-01-05");
    book.pin(n, Tier::C);
    book.touch(n, Channel::Email, Outcome::Reached, "2026-10-19 10:00");
    assert_eq!(state(&book, FRIDAY, "2026-11-18", Channel::Email), "open", "a month after 19 October");
    let every = OverrideRow {
        id: crate::domain::id::Id(7),
        channel: Channel::Email,
        new_channel: Some(Channel::Call),
        every: Interval::Days(7),
        grace: None,
        reason: "busy season".into(),
        until: None,
        created: moment("2026-11-10 10:00"),
        ended: None,
    };
    book.rows[n].overrides.push(every);
    assert_eq!(state(&book, AFTER, "2026-11-18", Channel::Call), "broken", "agreed: a call a week");
}

#[test]
fn s024_promises_are_counted_by_tier_and_channel() {
    let mut book = Book::new();
    for n in 0..8 {
        let n = book.add(&format!("A{n}"), "2026-01-05");
        book.pin(n, Tier::A);
        book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-11 10:00");
        if n > 0 {
            book.touch(n, Channel::Call, Outcome::Reached, "2026-11-17 10:00");
        }
    }
    let week = |book: &Book| record(book, FRIDAY, "2026-11-18").groups();
    let words = Words::load(Lang::En);
    let said = |book: &Book| -> Vec<String> { week(book).iter().map(|g| words.say(&g.told(), &now(FRIDAY))).collect() };
    assert_eq!(said(&book), ["A, call every 7 d: 7 of 8 kept, 1 still open"]);
    book.defer(0, DeferralKind::Pause, "*", "2026-12-24", "2026-11-12 10:00");
    assert_eq!(said(&book), ["A, call every 7 d: 7 of 7 kept, 1 not counted"]);
}

#[test]
fn s034_the_week_that_is_meant_is_the_one_before_until_somebody_was_contacted_or_tuesday_noon() {
    let (mut book, n) = client_of_a();
    let meant = |book: &Book, when: &str| Week::meant(&book.at(when)).first().to_string();
    let (before, this) = ("2026-11-16", "2026-11-23");
    assert_eq!(meant(&book, "2026-11-20 15:00"), before, "Friday: its own");
    assert_eq!(meant(&book, "2026-11-22 23:00"), before, "Sunday, too");
    assert_eq!(meant(&book, "2026-11-23 09:00"), before, "Monday morning");
    assert_eq!(meant(&book, "2026-11-23 18:00"), before);
    assert_eq!(meant(&book, "2026-11-24 11:59"), before);
    assert_eq!(meant(&book, "2026-11-24 12:00"), this);
    assert_eq!(meant(&book, "2026-11-25 09:00"), this);
    book.touch(n, Channel::Call, Outcome::NoAnswer, "2026-11-23 09:30");
    assert_eq!(meant(&book, "2026-11-23 09:00"), before);
    assert_eq!(meant(&book, "2026-11-23 10:00"), this, "the new week has begun");
}

#[test]
fn s034_today_reminds_from_friday_afternoon_on_until_the_week_is_kept() {
    let (book, _) = client_of_a();
    let asks = |edit: &dyn Fn(&mut crate::portfolio::Snapshot), when: &str| {
        let mut snapshot = book.at(when);
        edit(&mut snapshot);
        reminder(&snapshot, &now(when)).map(|w| w.first().to_string())
    };
    let as_it_is = |_: &mut crate::portfolio::Snapshot| {};
    assert_eq!(asks(&as_it_is, "2026-11-20 13:59"), None);
    assert_eq!(asks(&as_it_is, "2026-11-20 14:00").as_deref(), Some("2026-11-16"));
    assert_eq!(asks(&as_it_is, "2026-11-22 20:00").as_deref(), Some("2026-11-16"));
    assert_eq!(asks(&as_it_is, "2026-11-23 15:00"), None, "not on Monday");
    assert_eq!(asks(&|s| s.reviewed = Some(day("2026-11-16")), "2026-11-20 15:00"), None);
    assert!(asks(&|s| s.reviewed = Some(day("2026-11-09")), "2026-11-20 15:00").is_some(), "the week before is another");
    assert_eq!(asks(&|s| s.policy.queue.weekly_review = None, "2026-11-20 15:00"), None, "switched off");
    assert_eq!(reminder(&Book::new().at(FRIDAY), &now(FRIDAY)), None, "nobody to look back for");
}

#[test]
fn s034_what_was_put_off_three_times_is_named_with_how_often_and_since_when() {
    let (mut book, n) = client_of_a();
    book.task(n, TaskKind::Own, "send the draft", "2026-11-02");
    let task = Target::Task(book.rows[n].tasks[0].id).to_string();
    for (until, created) in [("2026-11-04", "2026-11-02 10:00"), ("2026-11-09", "2026-11-04 10:00")] {
        book.defer(n, DeferralKind::Snooze, &task, until, created);
    }
    assert_eq!(review(&book, FRIDAY).put_off, [], "twice is no habit");
    book.defer(n, DeferralKind::Snooze, &task, "2026-11-30", "2026-11-09 10:00");
    let put_off = review(&book, FRIDAY).put_off;
    assert_eq!(put_off.len(), 1);
    assert_eq!((put_off[0].times, put_off[0].since, put_off[0].until), (3, day("2026-11-02"), Some(day("2026-11-30"))));
    book.rows[n].tasks[0].done = Some(moment("2026-11-19 10:00"));
    assert_eq!(review(&book, FRIDAY).put_off, [], "done is done");
}

#[test]
fn s021_promises_of_both_sides_stand_late_ones_first_and_what_is_far_off_is_only_counted() {
    let (mut book, n) = client_of_a();
    book.task(n, TaskKind::Waiting, "the signed order", "2026-11-18");
    book.task(n, TaskKind::Own, "the offer", "2026-11-12");
    book.task(n, TaskKind::Delegated, "the proofs", "2026-11-27");
    book.task(n, TaskKind::Own, "the yearly report", "2027-01-15");
    book.appointment(n, Channel::Meeting, "2026-11-17 10:00", "2026-11-10 10:00");
    let review = review(&book, FRIDAY);
    let rows: Vec<(&str, i32)> = review.owed.iter().map(|o| (o.kind.code(), o.late_days)).collect();
    assert_eq!(rows, [("appointment", 3), ("own", 8), ("waiting", 2), ("delegated", 0)]);
    assert_eq!(review.owed_later, 1);
}

#[test]
fn s143_work_that_nothing_moves_and_signatures_that_did_not_come() {
    let (mut book, n) = client_of_a();
    book.rows[n].touches.clear();
    let opportunity = |id: i64, close: &str| OpportunityRow {
        id: crate::domain::id::Id(id),
        title: "Catalogue".into(),
        amount: Money { minor: 10_000, currency: Currency::CNY },
        probability: None,
        product: None,
        created: moment("2026-11-18 10:00"),
        states: vec![OpportunityState {
            id: crate::domain::id::Id(id + 100),
            at: moment("2026-11-18 10:00"),
            stage: Stage::Proposal,
            close: Some(day(close)),
        }],
    };
    book.rows[n].opportunities.push(opportunity(1, "2026-12-18"));
    assert_eq!(review(&book, FRIDAY).work, [], "new, and its day is to come");
    book.rows[n].opportunities.push(opportunity(2, "2026-11-19"));
    let late = review(&book, FRIDAY).work;
    assert!(matches!(late[..], [Work::Opportunity { late: Some(1), still: None, .. }]), "{late:?}");
    book.rows[n].opportunities.clear();
    book.engagement(n, "2026-09-01", None, None);
    let still = review(&book, FRIDAY).work;
    assert!(matches!(&still[..], [Work::Project { needs, .. }] if needs.len() == 1), "{still:?}");
}

#[test]
fn s022_the_week_ahead_says_what_stands_against_what_there_is_room_for() {
    let mut book = Book::new();
    for n in 0..9 {
        let n = book.add(&format!("A{n}"), "2026-01-05");
        book.pin(n, Tier::A);
        book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-18 10:00");
    }
    book.leave.push((day("2026-11-27"), day("2026-11-27")));
    let load = review(&book, FRIDAY).load.unwrap();
    assert_eq!((load.week.first(), load.contacts(), load.capacity()), (day("2026-11-23"), 9, 24));
    let over: Vec<_> = load.over().map(|d| d.day).collect();
    assert_eq!(over, [day("2026-11-25")], "nine calls, seven days after the visits");
    assert_eq!(load.off().map(|d| d.day).collect::<Vec<_>>(), [day("2026-11-27")]);
    let old = record(&book, FRIDAY, "2026-10-14");
    assert_eq!(Review::new(&book.at(FRIDAY), old).load, None, "its week after has passed");
}

#[test]
fn s034_every_part_is_said_in_both_languages_and_the_empty_ones_in_one_line() {
    let (mut book, n) = client_of_a();
    book.task(n, TaskKind::Own, "the offer", "2026-11-12");
    book.touch(n, Channel::Call, Outcome::NoAnswer, "2026-11-17 10:00");
    let snapshot = book.at(FRIDAY);
    let review = review(&book, FRIDAY);
    let sections = review.sections(&snapshot);
    for lang in Lang::ALL {
        let words = Words::load(lang);
        for section in &sections {
            let points = section.points.iter().map(|p| p.words.clone());
            for message in section.said.iter().cloned().chain(points) {
                let text = words.say(&message, &snapshot.now);
                assert!(!text.contains("review-") && !text.contains('{'), "{text}");
            }
            assert!(words.has(section.part.heading()));
        }
    }
    let words = Words::load(Lang::En);
    let clear = review.clear(&sections, |m| words.say(m, &snapshot.now)).unwrap();
    assert_eq!(
        words.say(&clear, &snapshot.now),
        "Clear: no contacts, no tier changes, nothing put off three times, no project stands still, no complaint past its \
         limit, nobody new at risk."
    );
}
