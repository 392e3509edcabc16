//! A day of 20 items on the level of keys: at most 30 of them beside the typed text, and the facts afterwards.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use std::collections::HashMap;
use touchbase::domain::action::Action;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;

/// Twenty clients of tier B whose call is due, half of them with Chinese names.
fn twenty() -> Maker {
    let mut m = Maker::new();
    for n in 0..20 {
        let name = if n % 2 == 0 { format!("Client {n:02}") } else { format!("客户{n:02}") };
        let id = m.client(&name, |_| {});
        m.pin(id, Tier::B);
        m.touch(id, Channel::Visit, "2026-11-02 10:00", "");
        m.touch(id, Channel::Call, "2026-11-09 10:00", "");
    }
    m
}

#[test]
fn s012_a_day_of_20_takes_at_most_30_keys() {
    for (lang, when, what) in [(Lang::En, "'thu 15:00'", "'third typo in print'"), (Lang::Zh, "'周四15点'", "'第三次印错'")]
    {
        let mut d = Driver::open(twenty().store, lang, (80, 24), monday());
        assert_eq!(d.book.model.book.queue.items.len(), 20);
        assert!(d.picture().contains(if lang == Lang::En { "these will not fit" } else { "排不下" }), "{}", d.picture());
        let mut keys = 0;
        let mut press = |d: &mut Driver, script: &str| {
            for key in script.split(' ') {
                keys += usize::from(!key.starts_with('\''));
            }
            d.keys(script);
            assert!(d.book.model.error.is_none(), "{script}: {}", d.said());
        };
        let mut seen: Vec<String> = Vec::new();
        for script in ["d"; 12].into_iter().chain(["x"; 4]).chain(["z 1"; 2]) {
            seen.push(d.who());
            press(&mut d, script);
        }
        seen.push(d.who());
        d.keys("r");
        d.keys(when);
        d.keys("Enter");
        seen.push(d.who());
        d.keys("!");
        d.keys(what);
        d.keys("Enter");
        keys += 4;
        assert!(keys <= 30, "{keys} keys");
        let mut each = HashMap::new();
        seen.iter().for_each(|name| *each.entry(name).or_insert(0) += 1);
        assert_eq!(each.len(), 20, "every action met another client: {seen:?}");

        let clients = &d.book.model.book.clients;
        let count = |f: &dyn Fn(&touchbase::portfolio::Assessed) -> bool| clients.iter().filter(|c| f(c)).count();
        let today = |c: &touchbase::portfolio::Assessed| c.facts.last_touch.is_some_and(|t| t.at == monday().instant);
        let outcome = |c: &touchbase::portfolio::Assessed, o| today(c) && c.facts.last_touch.unwrap().outcome == o;
        assert_eq!(count(&|c| outcome(c, Outcome::Reached)), 12);
        assert_eq!(count(&|c| outcome(c, Outcome::NoAnswer)), 4);
        assert_eq!(count(&|c| c.facts.deferrals.iter().any(|d| d.kind == DeferralKind::Snooze)), 2);
        let agreed = clients.iter().find(|c| !c.facts.appointments.is_empty()).unwrap();
        assert_eq!(agreed.facts.appointments[0].start, moment("2026-11-26 15:00"));
        let case = d.book.model.book.case_no(1).unwrap();
        assert_eq!(format!("'{}'", case.row.text), what);
        assert_eq!((case.row.kind, case.row.opened), (ComplaintKind::Complaint, monday().instant));
        assert_eq!(d.book.model.case().map(|c| c.row.no), Some(1), "the next key is about the case");
        // Twenty actions, each one undo away.
        for _ in 0..20 {
            d.keys("u");
            assert!(d.book.model.error.is_none(), "{}", d.said());
        }
        assert_eq!(d.book.model.book.queue.items.len(), 20);
        assert_eq!(d.book.model.book.queue.done_today, 0);
    }
}

/// Clients whose contact is due and whose details were never checked: a row each, and one of the details under it.
fn unchecked() -> Maker {
    let mut m = Maker::new();
    for n in 0..6 {
        let name = if n % 2 == 0 { format!("Client {n:02}") } else { format!("客户{n:02}") };
        let ids = m.act(Action::AddClient(Box::new(plain(&name))), "2026-09-01 08:00");
        let id = ids.iter().find(|(what, _)| *what == "client").unwrap().1;
        m.pin(id, Tier::B);
        m.touch(id, Channel::Visit, "2026-10-05 10:00", "");
        m.touch(id, Channel::Call, "2026-10-06 10:00", "");
    }
    m
}

#[test]
fn s012_the_same_keys_pressed_again_meet_another_client_although_the_first_has_a_row_left() {
    for (lang, script) in [(Lang::En, "v < v"), (Lang::Zh, "v < v"), (Lang::En, "d"), (Lang::Zh, "d")] {
        let mut d = Driver::open(unchecked().store, lang, (100, 30), monday());
        let mut seen: Vec<String> = Vec::new();
        for _ in 0..6 {
            assert!(!seen.contains(&d.who()), "{script}: {} again after {seen:?}\n{}", d.who(), d.picture());
            seen.push(d.who());
            d.keys(script);
            assert!(d.book.model.error.is_none(), "{script}: {}", d.said());
        }
    }
}
