//! The calendar on the screen: the month and the agenda at the sizes people have, the keys between the days, the mouse on them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Modifier;
use screen_fixture::*;
use touchbase::app::model::Tab;
use touchbase::app::mouse::{Hit, Mouse, MouseKind};
use touchbase::config::ThemeName;
use touchbase::domain::action::Action;
use touchbase::domain::day::{Day, WeekStart};
use touchbase::domain::words::{Channel, Tier};
use touchbase::i18n::Lang;
use touchbase::tui::events::Event;
use touchbase::tui::theme::Theme;
use touchbase::tui::view;

const SIZES: [(u16, u16); 4] = [(60, 18), (80, 24), (120, 36), (200, 60)];

/// The book of every other screen, with a visit on Thursday, more calls on Friday than a day holds, and a leave in December.
fn full() -> Maker {
    let mut m = book();
    for n in 1..=7 {
        let id = m.client(&format!("Friday {n}"), |_| {});
        m.pin(id, if n == 1 { Tier::A } else { Tier::B });
        m.touch(id, Channel::Visit, "2026-11-13 10:00", "");
        m.touch(id, Channel::Call, if n == 1 { "2026-11-20 10:00" } else { "2026-11-13 10:00" }, "");
    }
    let late = m.client("Gatehouse", |_| {});
    m.appointment(late, Channel::Visit, "2026-11-26 14:00", Some("Dock 4"), None);
    let leave = Action::AddLeave { first: day("2026-12-04"), last: day("2026-12-08"), why: None };
    m.act(leave, "2026-11-20 10:00");
    m
}

fn open(lang: Lang, size: (u16, u16)) -> Driver {
    Driver::open(full().store, lang, size, monday())
}

fn scene(name: &str, keys: &str) {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| open(lang, size).keys(keys).picture());
        insta::assert_snapshot!(format!("{name}_{}", lang.tag()), pictures.join("\n"));
    }
}

#[test]
fn s022_the_month_and_the_agenda() {
    scene("calendar", "3");
}

#[test]
fn s022_the_agenda_where_there_is_room_for_more() {
    let pictures = Lang::ALL.map(|lang| open(lang, (120, 36)).keys("3 a Right Right Right").picture());
    insta::assert_snapshot!("calendar_agenda", pictures.join("\n"));
}

#[test]
fn s022_the_spring_festival_of_2026_as_it_is_in_its_year() {
    let pictures = Lang::ALL
        .map(|lang| Driver::open(book_of_february().store, lang, (100, 30), now("2026-02-02 09:04")).keys("3").picture());
    insta::assert_snapshot!("calendar_february", pictures.join("\n"));
}

/// A client who is called every week, through the Spring Festival.
fn book_of_february() -> Maker {
    let mut m = Maker::new();
    let id = m.client("远山设计", |c| c.since = day("2025-03-03"));
    let pin = Action::PinTier {
        client: id,
        tier: Some(Tier::A),
        why: "x".into(),
        from: day("2026-01-01"),
        until: None,
        review_on: day("2027-01-01"),
    };
    m.act(pin, "2026-01-01 08:00");
    m.touch(id, Channel::Visit, "2026-01-30 10:00", "");
    m
}

fn view_words(d: &Driver, id: &str) -> String {
    d.book.model.words.get(id)
}

fn front(d: &Driver) -> String {
    d.book.model.calendar.day.to_string()
}

#[test]
fn keys_go_over_the_ends_of_months_and_back_to_today() {
    let mut d = Driver::on_book(Lang::En, (80, 24));
    d.keys("3");
    assert_eq!((d.book.model.tab, front(&d).as_str()), (Tab::Calendar, "2026-11-23"));
    assert_eq!(front(d.keys("Down")), "2026-11-30");
    assert_eq!(front(d.keys("Right")), "2026-12-01", "into the next month");
    assert!(d.picture().contains("December 2026"));
    assert_eq!(front(d.keys("Left Up")), "2026-11-23");
    assert_eq!(front(d.keys("Down Right ] ] Left")), "2027-01-31");
    assert_eq!(front(d.keys("]")), "2027-02-28", "a short month has no 31st");
    assert_eq!(front(d.keys("[")), "2027-01-28");
    assert_eq!(front(d.keys("Home")), "2026-11-23");
    d.keys("Home");
    assert_eq!(d.said(), "This is today");
    for key in ["Left", "Right", "Up", "Down", "[", "]"] {
        let twin = front(d.keys("Home").keys(key));
        assert_ne!(twin, "2026-11-23", "{key}");
        d.keys("Right");
    }
}

#[test]
fn a_day_in_front_is_worked_with_the_keys_of_today() {
    let mut d = open(Lang::En, (120, 36));
    d.keys("3 Right Right Right");
    assert_eq!((front(&d).as_str(), d.who().as_str()), ("2026-11-26", "Gatehouse"));
    assert!(d.row(d.picture().lines().position(|l| l.starts_with('>')).unwrap()).contains("14:00"), "{}", d.picture());
    assert_eq!(d.keys("Right").who(), "Friday 1");
    d.keys("z 7");
    assert!(d.said().starts_with("Snoozed"), "{}", d.said());
    assert_eq!((front(&d).as_str(), d.who().as_str()), ("2026-11-27", "Friday 2"), "it left the day");
    assert!(d.picture().contains("Fri 27 Nov  7 of 6, 1 over"), "counted anew: {}", d.picture());
    d.keys("u");
    assert!(d.picture().contains("Fri 27 Nov  8 of 6, 2 over"), "{}", d.picture());
}

#[test]
fn the_agenda_walks_through_days_with_and_without_rows() {
    let mut d = open(Lang::En, (80, 24));
    d.keys("3 a");
    assert!(d.picture().contains("Week 48: 23 to 29 Nov"), "{}", d.picture());
    d.keys("Right Right Right Right Right");
    assert_eq!(front(&d), "2026-11-28");
    assert!(d.book.model.client().is_none(), "a Saturday without anything: no key reaches another day's row");
    assert!(d.picture().contains(">Sat 28 Nov  nothing  day off"), "{}", d.picture());
    assert!(d.picture().contains("next day with room"));
    d.keys("d");
    assert_eq!(d.said(), view_words(&d, "not-nothing-selected"));
    d.keys("Up");
    assert_eq!(front(&d), "2026-11-27", "the row above is Friday's");
    d.keys("j j");
    assert_eq!(front(&d), "2026-11-29");
    assert_eq!(front(d.keys("]")), "2026-12-06", "a week on");
    d.keys("a");
    assert!(d.picture().contains("December 2026"), "{}", d.picture());
    let mut small = open(Lang::En, (60, 18));
    small.keys("3 a");
    assert_eq!(small.said(), "A month needs 72 columns and 22 rows");
}

#[test]
fn where_now_is_stands_between_what_has_a_time() {
    let mut m = book();
    let id = m.client("Early", |_| {});
    m.appointment(id, Channel::Call, "2026-11-23 09:00", None, None);
    let mut d = Driver::open(m.store, Lang::En, (100, 40), monday());
    let picture = d.keys("3 a").picture();
    let at = |words: &str| picture.lines().position(|l| l.contains(words)).unwrap_or_else(|| panic!("{words}\n{picture}"));
    let rule = picture.lines().position(|l| l.starts_with("─ now ")).unwrap();
    assert!(at("Early") < rule && rule < at("10:30     visit"), "{picture}");
}

#[test]
fn lunar_days_stand_where_they_are_asked_for() {
    let mut d = Driver::on_book(Lang::Zh, (120, 36));
    assert!(d.keys("3").picture().contains("农历十月十五"), "{}", d.picture());
    assert!(!d.keys("=").picture().contains("十五"));
    let mut d = Driver::on_book(Lang::En, (120, 36));
    assert!(!d.keys("3").picture().contains("10/15"));
    assert!(d.keys("=").picture().contains("lunar 10/15"));
}

#[test]
fn s022_a_year_without_holidays_is_said_in_the_first_month_of_it_and_no_other() {
    let mut d = Driver::on_book(Lang::En, (80, 24));
    let says = |d: &Driver| d.picture().contains("No holidays of 2027");
    d.keys("3 ]");
    assert!(!says(&d), "December is known");
    d.keys("]");
    assert!(says(&d), "{}", d.picture());
    d.keys("]");
    assert!(!says(&d), "once");
    d.keys("[");
    assert!(says(&d), "there it still stands");
}

#[test]
fn weeks_begin_on_sunday_where_that_is_configured() {
    let mut d = Driver::on_book(Lang::En, (80, 24));
    d.book.model.calendar.week = WeekStart::Sunday;
    let picture = d.keys("3").picture();
    assert!(picture.contains(" Sun        Mon"), "{picture}");
    let week: Vec<&str> = picture.lines().find(|l| l.starts_with(" 22")).unwrap().split_whitespace().collect();
    assert!(week.contains(&">23") && week.last() == Some(&"28"), "{week:?}");
    assert!(d.keys("a").picture().contains("Week 48: 22 to 28 Nov"), "{}", d.picture());
}

/// The areas of the days, as the last frame drew them.
fn cell(d: &mut Driver, text: &str) -> (u16, u16) {
    let on: Day = day(text);
    let wanted = Hit::Day(on);
    let mut terminal = Terminal::new(TestBackend::new(d.book.model.size.0, d.book.model.size.1)).unwrap();
    let mut found = None;
    terminal
        .draw(|frame| {
            let hits = view::draw_hits(frame, &d.book.model, &Theme::new(true, false), &d.now);
            found = hits.areas().find(|(_, hit)| *hit == wanted).map(|(area, _)| (area.x + 1, area.y));
        })
        .unwrap();
    found.unwrap_or_else(|| panic!("{text} has no cell"))
}

#[test]
fn a_click_takes_a_day_and_the_wheel_turns_months_over_the_grid_and_rows_over_the_list() {
    let mut d = open(Lang::En, (120, 36));
    d.keys("3");
    let mouse = |d: &mut Driver, kind, (column, row)| d.event(Event::Mouse(Mouse { kind, column, row }));
    let at = cell(&mut d, "2026-11-26");
    mouse(&mut d, MouseKind::Press, at);
    assert_eq!((front(&d).as_str(), d.who().as_str()), ("2026-11-26", "Gatehouse"));
    mouse(&mut d, MouseKind::WheelDown, at);
    assert_eq!(front(&d), "2026-12-26");
    mouse(&mut d, MouseKind::WheelUp, at);
    assert_eq!(front(&d), "2026-11-26");
    let at = cell(&mut d, "2026-11-27");
    mouse(&mut d, MouseKind::Press, at);
    let first = d.who();
    let row = d.picture().lines().position(|l| l.starts_with('>')).unwrap() as u16;
    mouse(&mut d, MouseKind::WheelDown, (20, row));
    assert_eq!(front(&d), "2026-11-27");
    assert_ne!(d.who(), first);
    // In the agenda a click on a row brings its day to the front.
    d.keys("Home a");
    let (x, y) = (20, d.picture().lines().position(|l| l.contains("Gatehouse")).unwrap() as u16);
    mouse(&mut d, MouseKind::Press, (x, y));
    assert_eq!((front(&d).as_str(), d.who().as_str()), ("2026-11-26", "Gatehouse"));
}

#[test]
fn the_day_in_front_and_a_day_that_is_too_full_are_seen_in_every_look() {
    let mut d = open(Lang::En, (120, 36));
    d.keys("3 Right");
    let (here, full) = (cell(&mut d, "2026-11-24"), cell(&mut d, "2026-11-27"));
    let looks = ThemeName::ALL.map(|name| Theme::named(name, false));
    for theme in looks.into_iter().chain([Theme::new(true, false)]) {
        let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
        terminal.draw(|frame| view::draw(frame, &d.book.model, &theme, &d.now)).unwrap();
        let buffer = terminal.backend().buffer();
        assert_eq!(buffer[(here.0 - 1, here.1)].symbol(), ">", "{theme:?}");
        assert!(buffer[here].modifier.contains(Modifier::REVERSED), "{theme:?}");
        assert!(!buffer[full].modifier.contains(Modifier::REVERSED), "{theme:?}");
        let load: String = (0..5).map(|n| buffer[(full.0 + n, full.1 + 1)].symbol()).collect();
        assert!(load.starts_with("8/6!"), "{load} in {theme:?}");
        let (late, calm) = (buffer[(full.0, full.1 + 1)].style(), buffer[(here.0, here.1 + 2)].style());
        assert_ne!(late, calm, "{theme:?}");
    }
}

#[test]
fn every_size_and_every_year_is_drawn_without_panic() {
    for lang in Lang::ALL {
        let mut d = open(lang, (80, 24));
        d.keys("3");
        for keys in ["", "=", "a", "] ] ] ] ] ] ] ] ] ] ] ] ]"] {
            d.keys(keys);
            for (width, height) in (60..=90).step_by(5).flat_map(|w| (18..=40).step_by(3).map(move |h| (w, h))) {
                d.terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
                d.event(Event::Resize);
            }
        }
    }
}
