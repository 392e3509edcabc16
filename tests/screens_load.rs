//! The load on the screen as whole screens, and what its keys do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::model::Tab;
use touchbase::app::mouse::{Mouse, MouseKind};
use touchbase::domain::action::Action;
use touchbase::domain::policy::AGENCY;
use touchbase::domain::words::{Channel, Tier};
use touchbase::i18n::Lang;
use touchbase::portfolio::workload::Workload;
use touchbase::tui::events::Event;

/// 8 A, 15 B and 40 C under a policy of so many contacts a day. Worked: each was contacted once in the weeks behind, too little.
fn portfolio(a_day: usize, worked: bool) -> Maker {
    let mut m = Maker::new();
    let text = AGENCY.replace("capacity = 6 ", &format!("capacity = {a_day} "));
    let text = format!("{text}\n[effort]\nstage = \"grow\"\n");
    m.act(Action::UsePolicy { name: "own".into(), text }, "2026-09-01 08:00");
    let mut n = 0_i32;
    for (tier, count) in [(Tier::A, 8), (Tier::B, 15), (Tier::C, 40)] {
        for no in 1..=count {
            let since = match (worked, n % 3) {
                (false, _) => day("2026-11-16"),
                (true, 0) => day("2026-06-01"),
                (true, _) => day("2021-03-03"),
            };
            let id = m.client(&format!("{}{no:02} 海川 Works", tier.code()), |c| c.since = since);
            m.pin(id, tier);
            if worked {
                let on = day("2026-11-20").plus(-(n * 7 % 50));
                let channel = [Channel::Call, Channel::Visit, Channel::Email][(n % 3) as usize];
                m.touch(id, channel, &format!("{on} 10:00"), "");
            }
            n += 1;
        }
    }
    m
}

fn panel(a_day: usize, worked: bool, lang: Lang, size: (u16, u16)) -> Driver {
    let mut d = Driver::open(portfolio(a_day, worked).store, lang, size, monday());
    d.keys("3 F");
    d
}

fn seen(d: &Driver) -> Workload {
    match d.book.model.dialogs.last() {
        Some(Dialog::Load(panel)) => panel.seen.clone(),
        _ => panic!("no panel\n{}", d.picture()),
    }
}

#[test]
fn s022_the_load_as_whole_screens() {
    insta::assert_snapshot!("load_60", panel(4, true, Lang::En, (60, 18)).picture());
    insta::assert_snapshot!("load_60_week", panel(4, true, Lang::Zh, (60, 18)).keys("j j j j j j").picture());
    insta::assert_snapshot!("load_80_zh", panel(4, true, Lang::Zh, (80, 24)).picture());
    insta::assert_snapshot!("load_80_end", panel(4, true, Lang::En, (80, 24)).keys("PgDn PgDn PgDn").picture());
    insta::assert_snapshot!("load_120", panel(4, true, Lang::En, (120, 40)).keys("j").picture());
    insta::assert_snapshot!("load_200_zh", panel(6, false, Lang::Zh, (200, 60)).picture());
}

#[test]
fn s048_enter_carries_a_suggestion_out_and_u_takes_it_back_in_the_panel() {
    let mut d = panel(4, false, Lang::En, (100, 40));
    let before = seen(&d);
    assert_eq!(before.suggestions[0].code(), "a-to-b");
    d.keys("Enter");
    let after = seen(&d);
    assert!(d.said().contains("Pinned B"), "{}", d.said());
    assert_eq!(after.promise.tiers[0].tier, Some(Tier::B), "no A is left");
    let saved = before.promise.contacts() - after.promise.contacts();
    assert!((saved - before.suggestions[0].contacts).abs() < 1e-9, "{saved}");
    d.keys("Enter");
    assert!(d.said().contains("No suggestion is selected"), "a second Enter does not do the next one: {}", d.said());
    assert_eq!(seen(&d), after);
    d.keys("u");
    assert_eq!(seen(&d), before, "one step");
    d.keys("g Esc");
    assert!(d.book.model.dialogs.is_empty() && d.book.model.tab == Tab::Calendar);
}

#[test]
fn s022_a_change_of_the_policy_is_one_step_too() {
    let mut d = panel(4, false, Lang::En, (100, 40));
    let before = seen(&d);
    let capacity = before.suggestions.iter().position(|s| s.code() == "capacity").unwrap();
    d.keys(&"j ".repeat(capacity)).keys("Enter");
    assert_eq!((seen(&d).a_day, d.book.model.book.policy.queue.capacity), (5, 5));
    d.keys("u");
    assert_eq!((seen(&d), d.book.model.book.policy.queue.capacity), (before, 4));
}

#[test]
fn s022_z_and_the_suggestion_lead_to_the_preview_of_the_spread_and_back() {
    let mut d = panel(6, false, Lang::En, (100, 40));
    let load = seen(&d);
    assert!(load.fits() && load.weeks_over() > 0, "{:?}", load.weeks);
    assert_eq!(load.suggestions.iter().map(|s| s.code()).collect::<Vec<_>>(), ["spread"]);
    for keys in ["Z", "Enter"] {
        d.keys(keys);
        assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Levelled(_))), "{keys}\n{}", d.picture());
        d.keys("Esc");
        assert_eq!(seen(&d), load, "nothing is written by looking");
    }
    d.keys("Enter Enter");
    let over = |load: &Workload| load.weeks.iter().map(|w| w.over()).sum::<usize>();
    assert!(over(&seen(&d)) < over(&load), "{}", d.picture());
    d.keys("u");
    assert_eq!(seen(&d), load);
}

#[test]
fn s022_more_and_fewer_weeks() {
    let mut d = panel(6, false, Lang::En, (100, 40));
    let count = |d: &Driver| seen(d).weeks.len();
    assert_eq!(count(&d), 8);
    for (key, weeks) in [("]", 13), ("+", 26), ("]", 53), ("]", 53), ("[", 26), ("-", 13), ("[", 8), ("[", 4), ("[", 4)] {
        d.keys(key);
        assert_eq!(count(&d), weeks, "{key}");
    }
}

#[test]
fn s022_the_panel_takes_the_mouse() {
    let mut d = panel(4, false, Lang::En, (100, 40));
    let click = |d: &mut Driver, row: u16| {
        d.event(Event::Mouse(Mouse { kind: MouseKind::Press, column: 10, row }));
        d.event(Event::Mouse(Mouse { kind: MouseKind::Release, column: 10, row }));
    };
    let line = |d: &Driver, words: &str| d.picture().lines().position(|l| l.contains(words)).unwrap() as u16;
    let capacity = line(&d, "Raise the capacity");
    click(&mut d, capacity);
    assert!(d.row(capacity.into()).starts_with(" > "), "{}", d.picture());
    assert_eq!(seen(&d).a_day, 4, "a click only selects");
    click(&mut d, capacity);
    assert_eq!(seen(&d).a_day, 5, "a second one carries it out");
    d.event(Event::Mouse(Mouse { kind: MouseKind::WheelDown, column: 10, row: 20 }));
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Load(_))));
}

#[test]
fn s022_an_empty_book_says_so_and_every_key_is_safe() {
    for lang in Lang::ALL {
        let mut d = Driver::open(portfolio_of_nobody(), lang, (60, 18), monday());
        d.keys("3 F");
        for keys in ["j", "k", "PgDn", "Enter", "]", "[", "u", "G"] {
            d.keys(keys);
            assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Load(_))), "{keys}\n{}", d.picture());
        }
        let words = if lang == Lang::En { "Nobody is served yet" } else { "还没有服务中的客户" };
        d.keys("k k k k k k k k k k k k k k");
        assert!(d.picture().contains(words), "{}", d.picture());
    }
}

fn portfolio_of_nobody() -> touchbase::store::Store {
    let mut m = Maker::new();
    m.client("Lead Ltd", |c| c.status = touchbase::domain::words::Status::Lead);
    m.store
}
