//! The weekly review as whole screens, what its keys do, and the line in Today that reminds of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::model::Tab;
use touchbase::app::mouse::{Mouse, MouseKind};
use touchbase::app::review::Panel;
use touchbase::domain::action::{Action, NewTask};
use touchbase::domain::target::Target;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::portfolio::review::Part;
use touchbase::tui::events::Event;
use touchbase::tui::run::Screen;

const FRIDAY: &str = "2026-11-20 15:00";

/// Two A clients of whom one was called, a B client with an appointment nobody answered for, promises, something put off three times.
fn week() -> Maker {
    let mut m = Maker::new();
    let north = m.client("Northstar Media", |_| {});
    let green = m.client("Greenleaf Tech", |_| {});
    let delta = m.client("Delta Foods", |_| {});
    for (client, tier) in [(north, Tier::A), (green, Tier::A), (delta, Tier::B)] {
        m.pin(client, tier);
        m.touch(client, Channel::Visit, "2026-11-11 10:00", "");
    }
    m.touch(north, Channel::Call, "2026-11-17 10:00", "");
    m.appointment(delta, Channel::Meeting, "2026-11-20 11:00", None, None);
    m.task(delta, "Two headlines", "2026-11-24");
    let draft = NewTask {
        client: green,
        kind: TaskKind::Own,
        text: "Send the draft".into(),
        due: day("2026-11-16"),
        due_at: None,
        assignee: None,
        goal: None,
        requirement: None,
    };
    let made = m.act(Action::AddTask(Box::new(draft)), "2026-11-13 10:00");
    let late = Target::Task(made.iter().find(|(what, _)| *what == "task").unwrap().1);
    for (n, until) in ["2026-11-17", "2026-11-18", "2026-11-19"].into_iter().enumerate() {
        let targets = vec![late];
        m.act(Action::Snooze { client: green, targets, until: day(until) }, &format!("2026-11-{} 10:00", 16 + n));
    }
    m
}

fn open(lang: Lang, size: (u16, u16)) -> Driver {
    let mut d = Driver::open(week().store, lang, size, now(FRIDAY));
    d.keys("3 R");
    d
}

fn panel(d: &Driver) -> &Panel {
    match d.book.model.dialogs.last() {
        Some(Dialog::Review(panel)) => panel,
        _ => panic!("no review in front"),
    }
}

fn part(d: &Driver) -> Option<Part> {
    panel(d).point().map(|p| p.part)
}

#[test]
fn s034_the_review_as_whole_screens() {
    insta::assert_snapshot!("review_60", open(Lang::En, (60, 18)).picture());
    insta::assert_snapshot!("review_80", open(Lang::En, (80, 24)).picture());
    insta::assert_snapshot!("review_zh", open(Lang::Zh, (80, 24)).keys("Tab j").picture());
    insta::assert_snapshot!("review_120", open(Lang::En, (120, 40)).keys("x").picture());
    insta::assert_snapshot!("review_200", open(Lang::Zh, (200, 60)).picture());
    insta::assert_snapshot!("review_end", open(Lang::En, (80, 24)).keys("BackTab").picture());
}

#[test]
fn s034_tab_goes_from_part_to_part_and_what_is_done_leaves_the_list() {
    let mut d = open(Lang::En, (120, 40));
    assert_eq!(part(&d), Some(Part::Promises));
    let left = panel(&d).left();
    d.keys("Tab");
    assert_eq!(part(&d), Some(Part::Owed), "the meeting that nobody answered for");
    d.keys("d");
    assert_eq!(panel(&d).left(), left - 1, "it took place");
    d.keys("u");
    assert_eq!(panel(&d).left(), left, "and did not");
    d.keys("Tab");
    assert_eq!(part(&d), Some(Part::PutOff));
    d.keys("d");
    assert_eq!(panel(&d).left(), left - 2, "the task is done: it is neither owed nor put off");
    d.keys("u BackTab x");
    assert_eq!(panel(&d).left(), left - 1, "ticked off");
    d.keys("k x");
    assert_eq!(panel(&d).left(), left);
}

#[test]
fn s024_a_call_logged_from_the_review_keeps_the_promise_at_once() {
    let mut d = open(Lang::En, (120, 40));
    assert!(d.picture().contains("A, call every 7 d: 1 of 2 kept, 1 still open"), "{}", d.picture());
    d.keys("d");
    assert!(d.picture().contains("A, call every 7 d: 2 of 2 kept"), "{}", d.picture());
    d.keys("u");
    assert!(d.picture().contains("A, call every 7 d: 1 of 2 kept, 1 still open"), "{}", d.picture());
}

#[test]
fn s034_a_point_is_put_off_with_the_keys_of_today() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("Tab j");
    let before = panel(&d).point().unwrap().key();
    d.keys("z 3");
    let client = d.book.model.book.client(before.1.unwrap()).unwrap();
    let target = before.2.unwrap().to_string();
    assert!(client.facts.deferrals.iter().any(|f| f.target == target && f.until == day("2026-11-23")));
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Review(_))));
}

#[test]
fn s034_enter_leads_to_the_client_and_esc_back_to_the_same_point() {
    for size in [(60, 18), (80, 24), (120, 40)] {
        let mut d = open(Lang::En, size);
        d.keys("Tab j");
        let here = panel(&d).point().unwrap().key();
        d.keys("Enter");
        assert!(d.book.model.dialogs.is_empty());
        assert_eq!(d.book.model.page.as_ref().map(|p| Some(p.client)), Some(here.1));
        d.keys("Esc");
        assert_eq!(panel(&d).point().unwrap().key(), here, "{size:?}");
        d.keys("w Esc Esc");
        assert!(d.book.model.dialogs.is_empty());
        assert_eq!(d.book.model.tab, Tab::Calendar);
    }
    let mut d = open(Lang::En, (120, 40));
    d.keys("Enter 2");
    assert!(d.book.model.parked.is_none(), "whoever goes elsewhere has left it");
}

#[test]
fn s034_the_weeks_before_and_after() {
    let mut d = open(Lang::En, (80, 24));
    d.keys("[");
    assert_eq!(panel(&d).review.week.first(), day("2026-11-09"));
    d.keys("]");
    assert_eq!(panel(&d).review.week.first(), day("2026-11-16"));
    d.keys("]");
    assert!(d.picture().contains("has not begun"), "{}", d.picture());
}

#[test]
fn s034_today_reminds_on_friday_afternoon_until_the_week_is_kept_and_undo_brings_it_back() {
    let mut d = Driver::open(week().store, Lang::En, (80, 24), now(FRIDAY));
    let reminds = |d: &mut Driver| d.picture().contains("The week is not reviewed yet: 3 R");
    assert!(reminds(&mut d), "{}", d.picture());
    d.keys("3 R F10");
    assert!(d.picture().contains("Week of Mon 16 Nov reviewed"), "{}", d.picture());
    d.keys("1");
    assert!(!reminds(&mut d));
    d.keys("u");
    assert!(reminds(&mut d), "taken back");
    d.keys("3 R BackTab Enter 1");
    assert!(!reminds(&mut d), "Enter at the end keeps it, too");
    d.keys("3 R");
    assert!(panel(&d).review.reviewed);
    let mut morning = Driver::open(week().store, Lang::En, (80, 24), now("2026-11-20 13:00"));
    assert!(!reminds(&mut morning));
    morning.now = now("2026-11-20 14:01");
    morning.event(Event::Wake);
    morning.event(Event::Wake);
    assert!(reminds(&mut morning), "its time came while the screen stood open");
}

#[test]
fn s034_the_review_is_copied_as_text_and_clicked_with_the_mouse() {
    let mut d = open(Lang::En, (80, 24));
    d.keys("y");
    let copied = d.book.take_copy().unwrap();
    assert!(
        copied.starts_with("Week of Mon 16 Nov to Sun 22 Nov\n") && copied.contains("- Greenleaf Tech  no call yet"),
        "{copied}"
    );
    let click = |d: &mut Driver| {
        let row = d.picture().lines().position(|l| l.contains("     Delta Foods")).unwrap() as u16;
        d.event(Event::Mouse(Mouse { kind: MouseKind::Press, column: 20, row }));
        d.event(Event::Mouse(Mouse { kind: MouseKind::Release, column: 20, row }));
    };
    click(&mut d);
    assert_eq!(part(&d), Some(Part::Owed));
    d.event(Event::Mouse(Mouse { kind: MouseKind::WheelDown, column: 20, row: 8 }));
    d.event(Event::Mouse(Mouse { kind: MouseKind::WheelUp, column: 20, row: 8 }));
    let row = d.picture().lines().position(|l| l.starts_with(" > ")).unwrap() as u16;
    d.event(Event::Mouse(Mouse { kind: MouseKind::Press, column: 20, row }));
    d.event(Event::Mouse(Mouse { kind: MouseKind::Release, column: 20, row }));
    assert!(d.book.model.page.is_some(), "a second click opens it");
}
