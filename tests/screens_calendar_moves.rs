//! Moving in the calendar: what `<` and `>` do to each kind of row, where the selection goes, what the other keys of Today mean on days
//! to come, and another visit on the same way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::domain::action::*;
use touchbase::domain::facts::{AppointmentRow, TaskRow};
use touchbase::domain::id::Id;
use touchbase::domain::target::Target;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::portfolio::Assessed;
use touchbase::tui::run::Screen;

fn client<'a>(d: &'a Driver, name: &str) -> &'a Assessed {
    d.book.model.book.clients.iter().find(|c| c.name() == name).unwrap()
}

fn appointment(d: &Driver, name: &str) -> AppointmentRow {
    client(d, name).facts.appointments.first().unwrap().clone()
}

fn starts(d: &Driver, name: &str) -> String {
    appointment(d, name).start.rfc3339(ZONE)[..16].to_owned()
}

fn task(d: &Driver, name: &str) -> TaskRow {
    client(d, name).facts.tasks.first().unwrap().clone()
}

fn front(d: &Driver) -> String {
    d.book.model.calendar.day.to_string()
}

/// The target of the selected row.
fn target(d: &Driver) -> Option<Target> {
    d.book.model.entry().and_then(|e| e.id.target)
}

/// A client of tier A with a visit and a call not long ago, so that only what a test adds stands in its days.
fn calm(m: &mut Maker, name: &str) -> Id {
    let id = m.client(name, |c| c.region = Some("Pudong".into()));
    m.pin(id, Tier::A);
    m.touch(id, Channel::Visit, "2026-11-20 15:00", "");
    id
}

/// Monday 23 November with one visit on Thursday at 10:30.
fn thursday() -> (Maker, Id) {
    let mut m = Maker::new();
    let id = calm(&mut m, "Northstar");
    m.appointment(id, Channel::Visit, "2026-11-26 10:30", Some("Gate 4"), Some("the relaunch"));
    (m, id)
}

fn open(m: Maker) -> Driver {
    Driver::open(m.store, Lang::En, (120, 40), monday())
}

/// Selects the row of a kind on the day in front.
fn on(d: &mut Driver, wanted: impl Fn(Target) -> bool) {
    let row = d.book.model.list().entries().find(|(_, e)| e.id.target.is_some_and(&wanted)).map(|(_, e)| e.id);
    let row = row.unwrap_or_else(|| panic!("no such row on {}:\n{}", front(d), d.picture()));
    d.book.model.list_mut().select(row);
    d.draw();
}

#[test]
fn s010_an_appointment_moves_by_working_days_at_its_time_and_the_selection_goes_with_it() {
    let (m, _) = thursday();
    let mut d = open(m);
    d.keys("3 Right Right Right");
    on(&mut d, |t| matches!(t, Target::Appointment(_)));
    d.keys(">");
    assert_eq!(starts(&d, "Northstar"), "2026-11-27T10:30");
    assert!(d.said().starts_with("Moved to Fri 27 Nov 10:30: visit Northstar"), "{}", d.said());
    assert_eq!(front(&d), "2026-11-27");
    assert!(matches!(target(&d), Some(Target::Appointment(_))));
    let a = appointment(&d, "Northstar");
    assert_eq!((a.place.as_deref(), a.note.as_deref(), a.minutes), (Some("Gate 4"), Some("the relaunch"), Some(60)));
    d.keys(">");
    assert_eq!(starts(&d, "Northstar"), "2026-11-30T10:30", "over the weekend");
    d.keys("》");
    assert_eq!((starts(&d, "Northstar").as_str(), front(&d).as_str()), ("2026-12-01T10:30", "2026-12-01"));
    d.keys("《 < < < <");
    assert_eq!(starts(&d, "Northstar"), "2026-11-24T10:30");
    d.keys("<");
    assert_eq!(starts(&d, "Northstar"), "2026-11-23T10:30", "today it is still to come");
    d.keys("<");
    assert_eq!(starts(&d, "Northstar"), "2026-11-23T10:30");
    assert!(d.said().contains("cannot move to a day before today"), "{}", d.said());
    d.keys("u");
    assert_eq!(starts(&d, "Northstar"), "2026-11-24T10:30", "each is one step");
}

#[test]
fn s010_nothing_moves_into_what_has_passed() {
    let (m, _) = thursday();
    let mut d = Driver::open(m.store, Lang::En, (120, 40), now("2026-11-25 14:00"));
    d.keys("3 Right");
    on(&mut d, |t| matches!(t, Target::Appointment(_)));
    d.keys("<");
    assert_eq!(starts(&d, "Northstar"), "2026-11-26T10:30");
    assert!(d.said().contains("10:30 has passed: r names another moment"), "{}", d.said());
    assert_eq!(front(&d), "2026-11-26");
}

#[test]
fn s010_a_promise_moves_with_its_moment_and_not_before_today() {
    let mut m = Maker::new();
    let id = calm(&mut m, "Northstar");
    let new = NewTask {
        client: id,
        kind: TaskKind::Waiting,
        text: "the list".into(),
        due: day("2026-11-27"),
        due_at: Some(moment("2026-11-27 15:00")),
        assignee: None,
        goal: None,
        requirement: None,
    };
    m.act(Action::AddTask(Box::new(new)), "2026-11-20 10:00");
    let mut d = open(m);
    d.keys("3 Right Right Right Right");
    on(&mut d, |t| matches!(t, Target::Task(_)));
    d.keys(">");
    let t = task(&d, "Northstar");
    assert_eq!((t.due.to_string().as_str(), t.due_at), ("2026-11-30", Some(moment("2026-11-30 15:00"))));
    assert!(d.said().starts_with("Moved to Mon 30 Nov 15:00"), "{}", d.said());
    assert_eq!(front(&d), "2026-11-30");
    d.keys("z 2");
    assert!(d.said().contains("Wed 2 Dec"), "days count from the row's own day: {}", d.said());
    // Put off it stands two days later; moved, it has that day for good.
    d.keys("Right Right");
    on(&mut d, |t| matches!(t, Target::Task(_)));
    d.keys("<");
    assert_eq!((task(&d, "Northstar").due.to_string().as_str(), front(&d).as_str()), ("2026-12-01", "2026-12-01"));
    assert!(matches!(target(&d), Some(Target::Task(_))));
}

#[test]
fn s019_a_due_contact_is_put_off_and_comes_back_no_further_than_its_day() {
    let mut m = Maker::new();
    let id = calm(&mut m, "Northstar");
    m.touch(id, Channel::Call, "2026-11-20 16:00", "");
    let mut d = open(m);
    // The call of every seven days: Friday 27.
    d.keys("3 Right Right Right Right");
    on(&mut d, |t| t == Target::Contact(Channel::Call));
    d.keys("<");
    assert!(d.said().contains("due on Fri 27 Nov: it cannot come earlier; log it today instead"), "{}", d.said());
    d.keys("> >");
    assert_eq!(front(&d), "2026-12-01");
    assert_eq!(target(&d), Some(Target::Contact(Channel::Call)));
    assert!(d.said().starts_with("Put off until Tue 1 Dec: call Northstar"), "{}", d.said());
    let r = client(&d, "Northstar").plan.iter().find(|r| r.channel == Channel::Call).unwrap().clone();
    assert_eq!(r.due.to_string(), "2026-11-27", "its day stays, with its overdue day");
    assert!(
        matches!(r.state, touchbase::portfolio::DueState::Snoozed { times: 1, .. }),
        "moved on twice at once is one: {r:?}"
    );
    d.keys("< <");
    assert_eq!(front(&d), "2026-11-27");
    assert!(matches!(client(&d, "Northstar").plan[0].state, touchbase::portfolio::DueState::Open));
    assert_eq!(d.book.model.book.client(id).unwrap().facts.snoozes, vec![], "nothing is put off any more");
    d.keys("<");
    assert!(d.said().contains("cannot come earlier"), "{}", d.said());
}

#[test]
fn s010_marked_rows_move_together_each_from_its_own_day_as_one_step() {
    let (mut m, id) = thursday();
    let other = calm(&mut m, "Harbor");
    m.appointment(other, Channel::Call, "2026-11-27 15:00", None, None);
    m.task(id, "send the list", "2026-11-26");
    let mut d = open(m);
    d.keys("3 a Right Right Right");
    d.keys("V");
    let rows: Vec<_> = d
        .book
        .model
        .list()
        .entries()
        .filter(|(_, e)| matches!(e.id.target, Some(Target::Appointment(_) | Target::Task(_))))
        .map(|(_, e)| e.id)
        .collect();
    assert_eq!(rows.len(), 3, "{}", d.picture());
    d.book.model.marks = rows.iter().copied().collect();
    d.book.model.list_mut().select(rows[0]);
    d.keys(">");
    assert_eq!(starts(&d, "Northstar"), "2026-11-27T10:30");
    assert_eq!(starts(&d, "Harbor"), "2026-11-30T15:00", "each by a working day from its own");
    assert_eq!(task(&d, "Northstar").due.to_string(), "2026-11-27");
    assert!(d.said().starts_with("Moved 3, each a working day on"), "{}", d.said());
    assert_eq!(d.book.model.marks.len(), 2, "what is still shown stays marked");
    d.keys("u");
    assert_eq!((starts(&d, "Northstar").as_str(), starts(&d, "Harbor").as_str()), ("2026-11-26T10:30", "2026-11-27T15:00"));
}

#[test]
fn s010_a_step_of_a_playbook_and_an_invoice_move_and_what_has_no_day_says_so() {
    let mut m = Maker::new();
    let id = calm(&mut m, "Northstar");
    let step = |due: &str| NewStep {
        kind: StepKind::Step,
        title: "Call".into(),
        text: None,
        channel: Some(Channel::Call),
        template: None,
        due: day(due),
    };
    let run = NewRun { client: id, playbook: "onboarding".into(), title: "Onboarding".into(), steps: vec![step("2026-11-25")] };
    m.act(Action::StartPlaybook(Box::new(run)), "2026-11-20 10:00");
    m.invoice(id, "7", "2026-10-20", "2026-11-22", None, 100_000);
    let mut d = open(m);
    d.keys("3 Right Right");
    on(&mut d, |t| matches!(t, Target::Step(_)));
    d.keys(">");
    assert_eq!(client(&d, "Northstar").facts.runs[0].steps[0].due.to_string(), "2026-11-26");
    assert_eq!(front(&d), "2026-11-26");
    d.keys("< < <");
    assert_eq!(client(&d, "Northstar").facts.runs[0].steps[0].due.to_string(), "2026-11-23");
    d.keys("<");
    assert!(d.said().contains("before today"), "{}", d.said());
    d.keys("u u u u");
    // The reminder of the invoice enters on the third day after its due day.
    d.keys("Home Right Right");
    on(&mut d, |t| matches!(t, Target::Invoice(_)));
    d.keys(">");
    assert!(d.said().starts_with("Put off until Thu 26 Nov"), "{}", d.said());
    d.keys("<");
    assert_eq!(front(&d), "2026-11-25");
    d.keys("<");
    assert!(d.said().contains("cannot come earlier"), "{}", d.said());
}

#[test]
fn s019_a_row_that_only_comes_again_says_which_one_to_move() {
    let mut m = Maker::new();
    let id = m.client("Northstar", |_| {});
    m.pin(id, Tier::A);
    m.touch(id, Channel::Visit, "2026-11-16 15:00", "");
    let mut d = open(m);
    d.keys("3 Right Right Right Right Right Right Right");
    on(&mut d, |t| matches!(t, Target::OfDay(_)));
    d.keys(">");
    assert!(d.said().contains("Northstar comes again once the contact before was made: move that one"), "{}", d.said());
}

#[test]
fn s012_an_appointment_ahead_is_not_logged_as_done_by_a_slip() {
    for key in ["d", "x", "z 1"] {
        let (m, _) = thursday();
        let mut d = open(m);
        d.keys("3 Right Right Right");
        on(&mut d, |t| matches!(t, Target::Appointment(_)));
        d.keys(key);
        assert!(d.said().contains("It is on Thu 26 Nov 10:30, Northstar: r moves it"), "{key}: {}", d.said());
        assert_eq!(starts(&d, "Northstar"), "2026-11-26T10:30");
        assert_eq!(client(&d, "Northstar").facts.touches, 1);
    }
}

#[test]
fn s012_typed_dates_work_on_the_rows_of_days_to_come() {
    let (mut m, _) = thursday();
    let other = calm(&mut m, "Harbor");
    m.touch(other, Channel::Call, "2026-11-20 16:00", "");
    let mut d = open(m);
    d.keys("3 Right Right Right");
    on(&mut d, |t| matches!(t, Target::Appointment(_)));
    d.keys("r 'fri 15:00' Enter");
    let a = appointment(&d, "Northstar");
    assert_eq!(starts(&d, "Northstar"), "2026-11-27T15:00");
    assert_eq!((a.place.as_deref(), a.note.as_deref(), a.minutes), (Some("Gate 4"), Some("the relaunch"), Some(60)));
    d.keys("Right");
    let harbor = |d: &mut Driver| {
        let row = d.book.model.list().entries().find(|(_, e)| e.id.client == Some(other)).map(|(_, e)| e.id).unwrap();
        d.book.model.list_mut().select(row);
    };
    harbor(&mut d);
    d.keys("w");
    assert!(d.picture().contains("call today would move it to Mon 30 Nov"), "why a contact to come is due:\n{}", d.picture());
    d.keys("Esc z Enter 'thu' Enter");
    assert!(d.picture().contains("This stands on Fri 27 Nov already: name a later day"), "{}", d.picture());
    d.keys("Ctrl-u '2026-12-03' Enter");
    assert!(d.said().contains("Snoozed until Thu 3 Dec"), "{}", d.said());
    d.keys("u");
    harbor(&mut d);
    d.keys("r 'mon 11:00' Enter");
    assert_eq!(starts(&d, "Harbor"), "2026-11-30T11:00", "a due contact becomes an appointment");
    d.keys("u");
    harbor(&mut d);
    d.keys("- r");
    assert!(d.said().starts_with("Skipped"), "{}", d.said());
    d.keys("u");
    harbor(&mut d);
    d.keys("I 1");
    assert!(d.said().contains("quadrant 1"), "{}", d.said());
    harbor(&mut d);
    d.keys("B");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Sheet(_))));
    d.keys("Esc E");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Form(_))));
    d.keys("Esc");
    harbor(&mut d);
    d.keys("d");
    assert!(d.said().starts_with("Logged call, Harbor"), "a contact may be made before its day: {}", d.said());
}

/// Four of Pudong: a visit on Thursday, two others due, one far off; and one elsewhere.
fn road() -> Maker {
    let (mut m, _) = thursday();
    for (name, region, visit) in [
        ("Lotus", " pudong", "2026-10-20 10:00"),
        ("Kite", "Pudong", "2026-11-10 10:00"),
        ("Delta", "Pudong", "2026-11-19 10:00"),
        ("Orchid", "Hongkou", "2026-10-01 10:00"),
    ] {
        let id = m.client(name, |c| c.region = Some(region.into()));
        m.pin(id, Tier::A);
        m.touch(id, Channel::Visit, visit, "");
    }
    m
}

#[test]
fn s102_others_of_the_region_are_offered_for_a_day_with_a_visit_and_agreed_on_one_by_one() {
    let mut d = open(road());
    d.keys("3 Right Right Right +");
    let names = |d: &Driver| match d.book.model.dialogs.last() {
        Some(Dialog::Visits(panel)) => {
            panel.of.near.iter().map(|n| d.book.model.book.client(n.client).unwrap().name().to_owned()).collect::<Vec<_>>()
        }
        _ => panic!("no panel:\n{}", d.picture()),
    };
    assert_eq!(names(&d), ["Lotus", "Kite"], "soonest first, nobody of elsewhere, nothing far off:\n{}", d.picture());
    assert!(d.picture().contains("10:30-11:30"), "{}", d.picture());
    d.keys("Enter");
    assert!(d.picture().contains("12:00"), "half an hour after the last visit:\n{}", d.picture());
    d.keys("Enter");
    assert_eq!(starts(&d, "Lotus"), "2026-11-26T12:00");
    assert_eq!(names(&d), ["Kite"]);
    d.keys("Enter Ctrl-u '9:15' Enter");
    assert_eq!(starts(&d, "Kite"), "2026-11-26T09:15", "a typed time is one of that day");
    assert_eq!(names(&d), Vec::<String>::new());
    d.keys("Esc u");
    assert!(client(&d, "Kite").facts.appointments.is_empty(), "one undo step each");
    assert_eq!(starts(&d, "Lotus"), "2026-11-26T12:00");
}

#[test]
fn s102_a_day_without_visits_and_a_client_without_a_region_are_said() {
    let mut m = Maker::new();
    let id = m.client("Northstar", |_| {});
    m.appointment(id, Channel::Visit, "2026-11-26 10:30", None, None);
    let mut d = open(m);
    d.keys("3 +");
    assert!(d.said().contains("No visit stands on Mon 23 Nov"), "{}", d.said());
    d.keys("Right Right Right +");
    assert!(d.said().contains("Northstar has no region yet"), "{}", d.said());
}

#[test]
fn s102_agreeing_on_a_visit_says_who_else_is_near() {
    let mut m = road();
    let lotus = m.store.names().unwrap().into_iter().find(|n| n.name == "Lotus").unwrap().id;
    m.touch(lotus, Channel::Call, "2026-11-20 09:00", "");
    let mut d = open(m);
    // A visit is due: its row on Today agrees on one.
    d.keys("/ 'lotus' Enter r 'wed 14:00' Enter");
    assert!(
        d.said().starts_with("Agreed Wed 25 Nov 14:00, Lotus; 1 more in Pudong has a visit due: + in the calendar (3)"),
        "{}",
        d.said()
    );
}

#[test]
fn s045_a_visit_logged_in_the_evening_keeps_its_appointment_with_its_moment_and_length() {
    let (m, _) = thursday();
    let mut d = Driver::open(m.store, Lang::En, (120, 40), now("2026-11-26 18:30"));
    on(&mut d, |t| matches!(t, Target::Appointment(_)));
    d.keys("v v");
    assert!(client(&d, "Northstar").facts.appointments.is_empty());
    let touch = client(&d, "Northstar").facts.last_touch.unwrap();
    assert_eq!((touch.at, touch.minutes), (moment("2026-11-26 10:30"), Some(60)));
    assert!(!d.book.model.book.queue.items.iter().any(|i| i.kind == ItemKind::Appointment));
}

#[test]
fn s045_yesterdays_visit_is_logged_with_one_key_more_and_no_second_item_remains() {
    let (mut m, id) = thursday();
    // An older one that nobody answered must not be taken for it.
    m.appointment(id, Channel::Visit, "2026-11-24 09:00", None, None);
    let mut d = Driver::open(m.store, Lang::En, (120, 40), now("2026-11-27 08:40"));
    on(&mut d, |t| matches!(t, Target::Appointment(_)));
    d.keys("v < v");
    let left = &client(&d, "Northstar").facts.appointments;
    assert_eq!(left, &[], "the one before was kept with it");
    assert_eq!(client(&d, "Northstar").facts.last_touch.unwrap().at, moment("2026-11-26 10:30"));
}

#[test]
fn s012_what_has_passed_is_answered_in_one_key_and_the_foot_says_which() {
    let (m, _) = thursday();
    let mut d = Driver::open(m.store, Lang::En, (140, 40), now("2026-11-26 12:00"));
    on(&mut d, |t| matches!(t, Target::Appointment(_)));
    assert!(d.foot().contains("d yes, it happened"), "{}", d.foot());
    assert!(d.foot().contains("x nobody there"), "{}", d.foot());
    assert!(d.foot().contains("r another moment"), "{}", d.foot());
    assert!(d.picture().contains("did it happen?"));
    d.keys("d");
    assert_eq!(client(&d, "Northstar").facts.last_touch.unwrap().at, moment("2026-11-26 10:30"));
    assert!(!d.book.take_bell());
}
