//! What the clock does by itself while nobody types: it wakes at the moments that matter to a case, says so once, and sleeps otherwise.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::domain::action::{Action, NewCaseEvent, NewComplaint, NewTask};
use touchbase::domain::id::Id;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::store::{OpenMode, Store};
use touchbase::tui::events::Event;
use touchbase::tui::run::Screen;

/// A client whose case was opened at this moment.
fn book(opened: &str) -> (Maker, Id) {
    let mut maker = Maker::new();
    let client = maker.client("Greenleaf Tech", |_| {});
    let new = NewComplaint {
        client,
        person: None,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: moment(opened),
        channel: None,
        text: "Print again off".into(),
        demand: None,
        cause: None,
        tier: None,
        other: None,
        mediator: None,
        begun: CaseStatus::Registered,
    };
    let made = maker.act(Action::OpenComplaint(Box::new(new)), opened);
    let case = made.iter().find(|(table, _)| *table == "complaint").unwrap().1;
    (maker, case)
}

fn log(maker: &mut Maker, complaint: Id, kind: CaseEventKind, at: &str) {
    let new = NewCaseEvent {
        complaint,
        kind,
        at: moment(at),
        text: None,
        rating: None,
        promised: None,
        channel: None,
        minutes: None,
        corrects: None,
        fulfils: None,
    };
    maker.act(Action::LogCase(Box::new(new)), at);
}

/// Lets the program sleep and wake by itself until a moment, and gives what it announced on the way.
fn sleep_until(d: &mut Driver, end: &str) -> Vec<(String, String)> {
    let end = moment(end);
    let mut said = Vec::new();
    loop {
        let wake = d.book.next_wake(&d.now).unwrap();
        assert!(wake > d.now.instant, "it sleeps at all");
        assert!(wake.0 - d.now.instant.0 <= 60, "the header's clock moves on");
        if wake > end {
            return said;
        }
        d.now.instant = wake;
        d.event(Event::Wake);
        if d.book.take_bell() {
            said.push((d.now.instant.rfc3339(d.now.zone)[11..19].to_owned(), d.said()));
        }
    }
}

#[test]
fn s138_an_unanswered_case_speaks_up_when_a_quarter_is_left_and_when_it_is_broken_and_never_again() {
    let (maker, _) = book("2026-11-23 09:10");
    let mut d = Driver::open(maker.store, Lang::En, (120, 40), now("2026-11-23 09:30"));
    let said = sleep_until(&mut d, "2026-11-23 13:00");
    let short: Vec<(&str, &str)> = said.iter().map(|(at, said)| (at.as_str(), said.trim())).collect();
    assert_eq!(short.len(), 2, "{short:?}");
    assert_eq!(short[0].0, "10:40:00");
    assert!(short[0].1.contains("Greenleaf Tech waits for an answer: 30 min left"), "{short:?}");
    assert_eq!(short[1].0, "11:10:01", "the moment of the limit itself still keeps it");
    assert!(short[1].1.contains("Greenleaf Tech still waits for an answer: it was due by 11:10"), "{short:?}");
    assert!(d.book.title(&d.now).contains("Greenleaf Tech"), "the title says it until a key is pressed");
    // The book was read again, so that the row is late and stays so.
    let item = d.book.model.book.queue.items.iter().find(|i| i.kind == ItemKind::Complaint).unwrap();
    assert!(item.overdue && item.at.is_none());
    d.keys("j");
    assert_eq!(d.book.title(&d.now), "touchbase");
}

#[test]
fn s138_the_words_are_chinese_too_and_a_program_opened_later_does_not_repeat_them() {
    let (maker, _) = book("2026-11-23 09:10");
    let mut d = Driver::open(maker.store, Lang::Zh, (120, 40), now("2026-11-23 10:39"));
    let said = sleep_until(&mut d, "2026-11-23 10:45");
    assert_eq!(said.len(), 1);
    assert!(said[0].1.contains("Greenleaf Tech在等回应：还剩 30"), "{said:?}");
    let store = d.book.into_store();
    let mut d = Driver::open(store, Lang::Zh, (120, 40), now("2026-11-23 10:46"));
    assert_eq!(sleep_until(&mut d, "2026-11-23 11:09"), []);
}

#[test]
fn s138_an_answered_case_speaks_of_its_solution_and_one_that_waits_for_the_client_is_silent() {
    let (mut maker, case) = book("2026-11-23 09:10");
    log(&mut maker, case, CaseEventKind::Acknowledge, "2026-11-23 09:20");
    let mut d = Driver::open(maker.store, Lang::En, (120, 40), now("2026-11-24 03:00"));
    let said = sleep_until(&mut d, "2026-11-24 04:00");
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].0, "03:10:00");
    assert!(said[0].1.contains("Greenleaf Tech waits for a solution: 6h left"), "{said:?}");

    let (mut maker, case) = book("2026-11-23 09:10");
    log(&mut maker, case, CaseEventKind::Waiting, "2026-11-23 09:20");
    let mut d = Driver::open(maker.store, Lang::En, (120, 40), now("2026-11-23 10:30"));
    assert_eq!(sleep_until(&mut d, "2026-11-23 12:00"), []);
}

#[test]
fn s138_a_machine_that_slept_over_both_moments_says_the_worse_one_once() {
    let (maker, _) = book("2026-11-23 09:10");
    let mut d = Driver::open(maker.store, Lang::En, (120, 40), now("2026-11-23 09:30"));
    d.event(Event::Wake);
    d.now = now("2026-11-23 15:00");
    d.event(Event::Wake);
    assert!(d.book.take_bell());
    assert!(d.said().contains("it was due by 11:10"), "{}", d.said());
    d.event(Event::Wake);
    assert!(!d.book.take_bell());
}

/// A client who is met on Monday 23 November at this time; without minutes it is an hour.
fn met(m: &mut Maker, name: &str, channel: Channel, at: &str, minutes: Option<i64>) -> Id {
    let client = m.client(name, |_| {});
    m.touch(client, Channel::Visit, "2026-11-20 15:00", "");
    let action = Action::AddAppointment {
        client,
        person: None,
        channel,
        start: moment(at),
        minutes,
        place: None,
        note: None,
        replaces: None,
    };
    m.act(action, "2026-11-20 16:00");
    client
}

fn rung(said: &[(String, String)]) -> Vec<(&str, &str)> {
    said.iter().map(|(at, said)| (&at[..5], said.as_str())).collect()
}

#[test]
fn s012_an_appointment_rings_before_it_at_its_moment_and_asks_afterwards_whether_it_happened() {
    let mut m = Maker::new();
    met(&mut m, "Northstar", Channel::Visit, "2026-11-23 10:30", Some(90));
    let mut d = Driver::open(m.store, Lang::En, (140, 40), now("2026-11-23 09:04"));
    let said = sleep_until(&mut d, "2026-11-23 13:00");
    let said = rung(&said);
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!(said[0], ("10:00", "In 30 min, 10:30: visit Northstar"));
    assert_eq!(said[1], ("10:30", "10:30 Northstar: visit"));
    // Nobody pressed a key: its row is under the cursor, so that one key answers.
    assert_eq!(said[2], ("12:00", "visit Northstar 10:30: did it happen? d yes, x nobody there, r another moment"));
    assert!(d.book.title(&d.now).contains("did it happen?"));
    d.keys("d");
    assert_eq!(d.book.title(&d.now), "touchbase");
    let touch = d.book.model.book.clients[0].facts.last_touch.unwrap();
    assert_eq!((touch.at, touch.minutes), (moment("2026-11-23 10:30"), Some(90)));
    assert_eq!(sleep_until(&mut d, "2026-11-23 15:00"), [], "answered");
}

#[test]
fn s012_the_keys_are_only_named_where_they_answer() {
    let mut m = Maker::new();
    met(&mut m, "Northstar", Channel::Call, "2026-11-23 10:30", Some(30));
    let other = m.client("Harbor", |_| {});
    m.task(other, "send the list", "2026-11-20");
    let mut d = Driver::open(m.store, Lang::En, (140, 40), now("2026-11-23 10:45"));
    d.keys("/ 'harbor' Enter");
    let said = sleep_until(&mut d, "2026-11-23 11:05");
    assert_eq!(rung(&said), [("11:00", "call Northstar 10:30: did it happen? Its row takes the answer")]);
    assert_eq!(d.who(), "Harbor", "what the user looks at stays");
}

#[test]
fn s012_two_at_the_same_moment_ring_once_and_both_are_named() {
    let mut m = Maker::new();
    met(&mut m, "Northstar", Channel::Call, "2026-11-23 15:00", None);
    let harbor = m.client("Harbor", |_| {});
    let task = NewTask {
        client: harbor,
        kind: TaskKind::Own,
        text: "send the list".into(),
        due: day("2026-11-23"),
        due_at: Some(moment("2026-11-23 15:00")),
        assignee: None,
        goal: None,
        requirement: None,
    };
    m.act(Action::AddTask(Box::new(task)), "2026-11-20 16:00");
    let mut d = Driver::open(m.store, Lang::En, (140, 40), now("2026-11-23 14:50"));
    let said = sleep_until(&mut d, "2026-11-23 15:30");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].1.contains("Northstar: call") && said[0].1.contains("Harbor: send the list"), "{said:?}");
}

#[test]
fn s012_reminders_come_when_the_policy_says_and_not_at_all_at_zero() {
    for (text, minutes) in [("remind = 5", Some("14:55")), ("remind = 0", None)] {
        let mut m = Maker::new();
        let policy = touchbase::domain::policy::AGENCY.replacen("[queue]", &format!("[queue]\n{text}"), 1);
        m.act(Action::UsePolicy { name: "own".into(), text: policy }, "2026-11-19 08:00");
        met(&mut m, "Northstar", Channel::Call, "2026-11-23 15:00", None);
        let mut d = Driver::open(m.store, Lang::En, (140, 40), now("2026-11-23 14:00"));
        let said = sleep_until(&mut d, "2026-11-23 15:00");
        let at: Vec<&str> = rung(&said).iter().map(|(at, _)| *at).collect();
        assert_eq!(at, minutes.into_iter().chain(["15:00"]).collect::<Vec<_>>());
    }
}

#[test]
fn s012_what_another_program_agreed_on_rings_here_too() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.touchbase");
    let open = || Store::open(&path, OpenMode::Create { zone: ZONE }, None).unwrap();
    let mut m = Maker { store: open() };
    let client = m.client("Northstar", |_| {});
    m.touch(client, Channel::Visit, "2026-11-20 15:00", "");
    let mut d = Driver::open(m.store, Lang::En, (140, 40), now("2026-11-23 14:00"));
    assert_eq!(sleep_until(&mut d, "2026-11-23 14:10"), []);
    let mut other = Maker { store: open() };
    let action = Action::AddAppointment {
        client,
        person: None,
        channel: Channel::Call,
        start: moment("2026-11-23 14:12"),
        minutes: None,
        place: None,
        note: None,
        replaces: None,
    };
    other.act(action, "2026-11-23 14:10");
    let said = sleep_until(&mut d, "2026-11-23 14:20");
    assert_eq!(rung(&said), [("14:12", "14:12 Northstar: call")]);
}

#[test]
fn s138_ten_appointments_ahead_wake_nobody_between_the_minutes() {
    let mut m = Maker::new();
    for n in 0..10 {
        met(&mut m, &format!("Client {n}"), Channel::Call, &format!("2026-11-2{} 1{n}:30", 3 + n % 4), Some(30));
    }
    let mut d = Driver::open(m.store, Lang::En, (140, 40), now("2026-11-23 09:04"));
    d.event(Event::Wake);
    let mut woken = 0;
    while d.now.instant < moment("2026-11-23 10:04") {
        let wake = d.book.next_wake(&d.now).unwrap();
        assert!(wake.0 % 60 == 0, "only at whole minutes: {}", wake.0);
        d.now.instant = wake;
        d.event(Event::Wake);
        woken += 1;
    }
    assert_eq!(woken, 60);
}
