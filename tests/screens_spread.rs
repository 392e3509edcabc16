//! The preview of the levelled weeks after a leave: days against capacity, who moves, who is late in spite of it; and the way back after
//! days away.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::domain::action::Action;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::tui::events::Event;

const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (200, 60)];

/// Back from two weeks of leave: what fell due in them stands on Monday 14 December.
fn back(lang: Lang, size: (u16, u16), important: usize) -> Driver {
    let mut maker = Maker::new();
    for n in 0..important {
        let name = ["Harbor & Sons", "海川阀门"][n % 2];
        let id = maker.client(&format!("{name} {n:02}"), |_| {});
        maker.pin(id, Tier::A);
        maker.touch(id, Channel::Visit, &format!("2026-11-{:02} 10:00", 2 + n % 19), "");
        maker.touch(id, Channel::Call, "2026-11-26 10:00", "");
    }
    for n in 0..8 {
        let id = maker.client(&format!("Delta Foods {n}"), |_| {});
        maker.pin(id, Tier::C);
        maker.touch(id, Channel::Email, &format!("2026-11-{:02} 10:00", 6 + n), "");
    }
    maker.act(Action::AddLeave { first: day("2026-11-30"), last: day("2026-12-11"), why: None }, "2026-11-27 18:00");
    Driver::open(maker.store, lang, size, now("2026-12-14 09:04"))
}

#[test]
fn after_a_leave() {
    for lang in Lang::ALL {
        let open = |size| {
            let mut d = back(lang, size, 14);
            d.keys("Z");
            d.picture()
        };
        insta::assert_snapshot!(format!("spread_{}", lang.tag()), SIZES.map(open).join("\n"));
    }
}

#[test]
fn s010_the_preview_names_who_is_late_in_spite_of_it_before_anything_else() {
    let mut d = back(Lang::En, (80, 24), 14);
    d.keys("Z");
    let seen = d.picture();
    assert!(seen.contains("2 of them not within their grace"), "{seen}");
    let at = |words: &str| seen.find(words).unwrap_or_else(|| panic!("{words}: {seen}"));
    assert!(at("NO ROOM WITHIN THEIR GRACE") < at("CLIENTS A DAY"), "{seen}");
    d.keys("Enter");
    assert!(d.book.model.dialogs.is_empty());
    let held = d.book.model.book.queue.contacts;
    assert!(held <= 6, "{held}");
    d.keys("Z");
    assert!(d.picture().contains("nothing moves"), "{}", d.picture());
}

#[test]
fn who_has_no_room_anywhere_is_named_with_the_day_that_stays_too_full() {
    let mut d = back(Lang::En, (200, 60), 50);
    d.keys("Z");
    assert!(d.picture().contains("NO ROOM ON ANY DAY, MORE THAN 6 THAT DAY"), "{}", d.picture());
}

#[test]
fn the_way_back_after_days_away_leads_to_a_day_that_can_be_done() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.now.instant = moment("2026-12-10 09:00");
    d.event(Event::Wake);
    let contacts = |d: &Driver| {
        let queue = &d.book.model.book.queue;
        let planned = queue.items.iter().filter(|i| matches!(i.kind, ItemKind::Contact | ItemKind::Batch));
        planned.filter(|i| i.overdue || !i.fits).count()
    };
    assert!(d.picture().contains("Z spreads") && contacts(&d) > 0, "{}", d.picture());
    d.keys("Z");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Levelled(_))), "{}", d.picture());
    d.keys("Enter");
    assert_eq!(contacts(&d), 0, "{}", d.picture());
    d.keys("u");
    assert!(contacts(&d) > 0);
}
