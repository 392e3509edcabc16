//! What the keys beyond the day's triage do: marks and batches, repeat, notes that promise, judgements, copies, menu and palette.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::command::{COMMANDS, Command, Do, Scope};
use touchbase::app::dialog::Dialog;
use touchbase::app::key::Key;
use touchbase::app::keymap::Keymap;
use touchbase::config::Config;
use touchbase::domain::words::{ItemKind, Tier};
use touchbase::i18n::Lang;
use touchbase::tui::events::Event;
use touchbase::tui::run::Screen;

fn go_to(d: &mut Driver, name: &str) {
    d.keys("g");
    for _ in 0..40 {
        if d.who() == name {
            return;
        }
        d.keys("j");
    }
    panic!("{name} is not in the list:\n{}", d.picture());
}

fn items(d: &Driver) -> usize {
    d.book.model.book.queue.items.len()
}

#[test]
fn s063_marked_rows_are_dealt_with_together_and_taken_back_in_one_step() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    let before = d.picture();
    let count = items(&d);
    go_to(&mut d, "Lotus Spa");
    d.keys("Space");
    go_to(&mut d, "Delta Foods");
    d.keys("Space");
    assert!(d.said().starts_with("2 rows marked"), "{}", d.said());
    assert_eq!(d.picture().lines().filter(|l| l.starts_with('*')).count(), 2);
    // The selected row is another one: what is marked is meant.
    d.keys("g d");
    assert!(d.book.model.marks.is_empty());
    assert!(d.said().contains("1 more"), "{}", d.said());
    let done = items(&d);
    assert!(done <= count - 2, "{done} of {count}");
    d.keys("u g");
    assert_eq!(items(&d), count, "one step back takes both back");
    assert_eq!(d.picture().lines().skip(3).take(10).collect::<Vec<_>>(), before.lines().skip(3).take(10).collect::<Vec<_>>());
}

#[test]
fn s063_all_of_a_kind_are_marked_with_one_key_and_let_go_with_another() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("2 g V");
    let like = d.book.model.client().unwrap().tier.tier;
    let marked = d.book.model.marks.len();
    assert_eq!((like, marked), (Some(Tier::A), 3), "{}", d.picture());
    d.keys("V");
    assert!(d.book.model.marks.is_empty(), "the same key unmarks them");
    d.keys("V Esc");
    assert!(d.book.model.marks.is_empty() && d.said().is_empty(), "{}", d.said());
    d.keys("V 1");
    assert!(d.book.model.marks.is_empty(), "marks belong to their tab");
}

#[test]
fn s063_what_wants_its_own_answer_stays_marked_and_says_why() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "海川阀门");
    d.keys("Space");
    go_to(&mut d, "Lotus Spa");
    d.keys("Space d");
    assert_eq!(d.book.model.marks.len(), 1);
    assert!(d.said().contains("one stays marked") && d.said().contains("海川阀门"), "{}", d.said());
    // Alone it is refused in words and nothing is written.
    d.keys("d");
    assert!(d.said().contains("answer of its own"), "{}", d.said());
}

#[test]
fn s063_a_refused_batch_writes_nothing_and_keeps_its_marks() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    let count = items(&d);
    d.keys("g Space Space z Enter '2020-01-01' Enter");
    assert_eq!((d.book.model.marks.len(), items(&d)), (2, count), "{}", d.said());
    assert!(d.picture().contains("That lies in the past; name a coming day"), "{}", d.picture());
}

#[test]
fn the_last_action_is_repeated_on_the_next_row() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys(".");
    assert!(d.said().contains("Nothing has been done yet"), "{}", d.said());
    go_to(&mut d, "Lotus Spa");
    d.keys("c ; 'likes blue' Enter <");
    d.keys("c");
    let said = d.said();
    assert!(said.contains("call") && said.contains("Lotus Spa"), "{said}");
    let next = d.who();
    d.keys(".");
    assert!(d.said().contains("call") && d.said().contains(&next), "{}", d.said());
    let id = d.book.model.book.clients.iter().find(|c| c.name() == next).unwrap().facts.last_touch.unwrap();
    assert_eq!(id.at.day(ZONE), day("2026-11-22"), "yesterday, as the one before");
    d.keys(&format!("2 / '{next}' Enter"));
    assert!(!d.picture().contains("likes blue"), "what was said to one client is not said to the next:\n{}", d.picture());
}

#[test]
fn a_note_makes_a_promise_and_a_tag() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    d.keys("c c ; 'wants the new menu +3d send quote #relaunch'");
    assert!(d.picture().contains("send quote") && d.picture().contains("relaunch"), "{}", d.picture());
    d.keys("Enter 2 / 'lotus' Enter");
    let lotus = d.book.model.client().unwrap();
    let task = lotus.facts.tasks.iter().find(|t| t.text == "send quote").unwrap();
    assert_eq!(task.due, day("2026-11-26"));
    assert!(lotus.facts.tags.contains(&"relaunch".to_owned()));
    let id = lotus.id();
    let detail = d.book.model.details[&id].clone().unwrap();
    assert_eq!(detail.touches[0].note.as_deref(), Some("wants the new menu"));
    d.keys("u");
    let lotus = d.book.model.book.client(id).unwrap();
    assert!(lotus.facts.tasks.is_empty() && lotus.facts.tags.is_empty(), "note, promise and tag are one step");
}

#[test]
fn a_tier_is_pinned_with_a_reason_and_computed_again() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Delta Foods");
    d.keys("T");
    assert!(d.foot().contains("a A") && d.foot().contains("= computed"), "{}", d.foot());
    d.keys("a Enter");
    assert!(d.picture().contains("Delta Foods: why tier A"), "an empty reason is refused:\n{}", d.picture());
    d.keys("'the owners asked' Enter");
    let delta = |d: &Driver| d.book.model.book.clients.iter().find(|c| c.name() == "Delta Foods").unwrap().tier.clone();
    assert_eq!(delta(&d).pin.unwrap().reason, "the owners asked");
    assert_eq!(delta(&d).tier, Some(Tier::A));
    go_to(&mut d, "Delta Foods");
    d.keys("T =");
    assert!(delta(&d).pin.is_none());
    d.keys("u");
    assert!(delta(&d).pin.is_some());
}

#[test]
fn a_plan_stands_still_until_a_day() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Delta Foods");
    d.keys("P '2027-01-11' Enter");
    let delta = d.book.model.book.clients.iter().find(|c| c.name() == "Delta Foods").unwrap();
    assert_eq!(delta.paused, Some(day("2027-01-11")));
}

#[test]
fn s020_the_quadrant_can_be_decided_by_hand() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Delta Foods");
    let quadrant = |d: &Driver| {
        let of =
            |i: &&touchbase::portfolio::Item| i.kind == ItemKind::Contact && i.client == d.book.model.client().map(|c| c.id());
        d.book.model.book.queue.items.iter().find(of).map(|i| i.quadrant)
    };
    let before = quadrant(&d);
    d.keys("I 4");
    go_to(&mut d, "Delta Foods");
    assert_eq!(quadrant(&d), Some(4), "{}", d.said());
    d.keys("I =");
    go_to(&mut d, "Delta Foods");
    assert_eq!(quadrant(&d), before);
}

#[test]
fn s044_a_score_is_one_or_two_digits() {
    for (keys, score) in [("s 9", 9), ("s 0", 0), ("s 1 0", 10), ("s 1 Enter", 1)] {
        let mut d = Driver::on_book(Lang::En, (100, 30));
        go_to(&mut d, "Lotus Spa");
        d.keys(keys);
        let lotus = d.book.model.book.clients.iter().find(|c| c.name() == "Lotus Spa").unwrap();
        assert_eq!(lotus.facts.surveys.iter().map(|s| i64::from(s.score)).collect::<Vec<_>>(), [score], "{keys}: {}", d.said());
    }
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    d.keys("s 1 2");
    assert!(d.said().starts_with("12 is no score"), "{}", d.said());
    let lotus = d.book.model.book.clients.iter().find(|c| c.name() == "Lotus Spa").unwrap();
    assert!(lotus.facts.surveys.is_empty());
}

#[test]
fn a_flag_stands_on_the_newest_contact() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    let flag = |d: &Driver| d.book.model.client().unwrap().facts.last_touch.as_ref().unwrap().flag;
    d.keys("f r");
    go_to(&mut d, "Lotus Spa");
    assert_eq!(flag(&d), Some(touchbase::domain::words::Flag::Competitor));
    d.keys("f =");
    go_to(&mut d, "Lotus Spa");
    assert_eq!(flag(&d), None);
    go_to(&mut d, "海川阀门");
    d.keys("f");
    assert!(d.said().contains("log one first"), "{}", d.said());
}

#[test]
fn an_address_goes_to_the_clipboard() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Northstar Media");
    d.keys("y e");
    assert_eq!(d.book.take_copy().as_deref(), Some("bei@northstar.example"));
    assert!(d.said().contains("Copied bei@northstar.example"), "{}", d.said());
    d.keys("y p");
    assert_eq!(d.book.take_copy().as_deref(), Some("021 5550 1234"));
    d.keys("y w");
    assert!(d.book.take_copy().is_none() && d.said().contains("Nothing of that kind"), "{}", d.said());
}

#[test]
fn a_prep_sheet_is_read_and_copied() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Northstar Media");
    d.keys("B");
    let picture = d.picture();
    assert!(picture.contains("Prep sheet, Northstar Media") && picture.contains("Ms Bei"), "{picture}");
    d.keys("y");
    assert!(d.book.take_copy().unwrap().contains("Northstar Media"));
    d.keys("Esc");
    assert!(d.book.model.dialogs.is_empty());
}

/// Brings the menu to a command with digits, arrows and Enter alone.
fn by_menu(d: &mut Driver, id: Do) {
    d.keys("F2");
    for _ in 0..40 {
        let Some(Dialog::Menu(menu)) = d.book.model.dialogs.last() else { panic!("no menu for {id:?}") };
        match menu.shown().iter().position(|c| *c == id) {
            Some(n) => {
                d.keys(&format!("{}", n + 1));
                return;
            }
            None => {
                d.keys("Right");
            }
        }
    }
    panic!("{id:?} is not in the menu");
}

#[test]
fn every_command_of_the_lists_is_in_the_menu_under_a_number() {
    let first_keys = [
        (Scope::Log, Do::Log(touchbase::domain::words::Channel::Call)),
        (Scope::Snooze, Do::Snooze),
        (Scope::Skip, Do::Skip),
        (Scope::New, Do::New),
        (Scope::Survey, Do::Survey),
        (Scope::Flag, Do::Flag),
        (Scope::Tier, Do::Tier),
        (Scope::Quadrant, Do::Quadrant),
        (Scope::Decide, Do::Decide),
        (Scope::Copy, Do::Copy),
    ];
    side_by_side(COMMANDS, |command| {
        let of_rows = [Scope::Item, Scope::Client, Scope::Judge, Scope::Hand, Scope::Book, Scope::Move, Scope::Always];
        let is_second = first_keys.iter().any(|(scope, _)| *scope == command.scope);
        if !of_rows.contains(&command.scope) && !is_second
            || matches!(command.id, Do::Menu | Do::Quit | Do::Suspend | Do::Redraw)
        {
            return;
        }
        let mut d = Driver::on_book(Lang::En, (80, 24));
        go_to(&mut d, "Delta Foods");
        if command.id == Do::Skip || command.scope == Scope::Skip {
            go_to(&mut d, "Delta Foods");
        }
        match first_keys.iter().find(|(scope, _)| *scope == command.scope) {
            // The menu of the second keys opens by itself.
            Some((_, first)) => {
                by_menu(&mut d, *first);
                let place = |d: &Driver| {
                    let Some(Dialog::Menu(menu)) = d.book.model.dialogs.last() else {
                        panic!("no second menu for {:?}", command.id)
                    };
                    menu.shown().iter().position(|c| *c == command.id)
                };
                // Nine stand on a page.
                for _ in 0..2 {
                    if place(&d).is_none() {
                        d.keys("Right");
                    }
                }
                let n = place(&d).unwrap_or_else(|| panic!("{:?}", command.id));
                let before = d.picture();
                d.keys(&format!("{}", n + 1));
                assert_ne!(d.picture(), before, "{:?}", command.id);
            }
            None => {
                let before = d.picture();
                by_menu(&mut d, command.id);
                assert!(
                    !matches!(d.book.model.dialogs.last(), Some(Dialog::Menu(_)))
                        || command.id == Do::New
                        || d.book.model.prefix.is_some(),
                    "{:?}",
                    command.id
                );
                let stays = command.available(&d.book.model).is_err()
                    || matches!(command.id, Do::Up | Do::Top | Do::PageUp | Do::HalfUp | Do::BriefUp | Do::BriefDown);
                assert!(stays || d.picture() != before, "{:?} does nothing", command.id);
            }
        }
    });
}

#[test]
fn a_day_without_letters_logs_snoozes_and_skips() {
    let mut d = Driver::on_book(Lang::Zh, (80, 24));
    go_to(&mut d, "Delta Foods");
    by_menu(&mut d, Do::Log(touchbase::domain::words::Channel::Call));
    d.keys("1");
    assert!(d.said().contains("Delta Foods"), "{}", d.said());
    go_to(&mut d, "Lotus Spa");
    by_menu(&mut d, Do::Snooze);
    // Days: the digit itself.
    d.keys("1 3");
    assert!(d.said().contains("Lotus Spa"), "{}", d.said());
    assert!(d.book.model.prefix.is_none() && d.book.model.dialogs.is_empty());
}

#[test]
fn the_palette_finds_a_command_by_its_name_in_both_languages() {
    for (lang, typed, id) in [
        (Lang::En, "pause", Do::Pause),
        (Lang::Zh, "暂停", Do::Pause),
        (Lang::Zh, "zanting", Do::Pause),
        (Lang::En, "prep", Do::Prep),
    ] {
        let mut d = Driver::on_book(lang, (80, 24));
        go_to(&mut d, "Delta Foods");
        d.keys(&format!(": '{typed}'"));
        let Some(Dialog::Palette(palette)) = d.book.model.dialogs.last() else { panic!() };
        assert_eq!(palette.choice(), Some(touchbase::app::palette::Choice::Key(id)), "{typed}\n{}", d.picture());
        d.keys("Enter");
        assert!(!matches!(d.book.model.dialogs.last(), Some(Dialog::Palette(_))));
        assert_eq!(d.book.model.dialogs.len(), 1, "the line or the sheet is open: {}", d.picture());
    }
}

#[test]
fn the_palette_takes_a_command_line() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys(": 'client l' Tab");
    assert!(d.picture().contains(": client list"), "{}", d.picture());
    d.keys("Esc : 'nothing of the sort' Enter");
    assert!(d.picture().contains("Nothing is called that"), "{}", d.picture());
    // A line runs in a process of its own; here the program answers for its own paths, which need no file.
    d.keys("Esc : 'config path' Enter");
    assert!(d.picture().contains("touchbase config path"), "{}", d.picture());
    d.keys("Esc : 'log \"Delta' Enter");
    assert!(d.said().contains("quotation mark"), "{}", d.picture());
}

#[test]
fn a_users_keys_take_the_place_of_the_shipped_ones_on_the_whole_screen() {
    let config = Config::parse("[keys]\ntop = \"g g\"\n[keys.item]\ndone = [\"H\"]\n", "c.toml").unwrap();
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.book.model.keymap = Keymap::with(&config.keys, "c.toml").unwrap();
    d.keys("j j j g");
    assert!(d.said().starts_with("g ..."), "{}", d.said());
    let there = d.book.model.list().index();
    d.keys("g");
    assert_ne!(d.book.model.list().index(), there);
    assert!(d.foot().contains("H "), "{}", d.foot());
    d.keys("d");
    assert_eq!(d.said(), "d does nothing here; ? lists the keys");
    assert!(d.book.is_guarded(Key::char('H')) && !d.book.is_guarded(Key::char('d')));
    d.event(Event::Key(Key::char('?')));
    assert!(d.picture().contains('H'));
    assert_eq!(Command::of(Do::Top).unwrap().keys, ["g", "Home"], "the registry itself stays");
}
