//! Slips of the hand: what a wrong key, a refused key, a repeated action or a line that fails may not do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::mouse::{Mouse, MouseKind};
use touchbase::config::Config;
use touchbase::domain::id::Id;
use touchbase::i18n::Lang;
use touchbase::tui::events::Event;
use touchbase::tui::open::{Book, Launch};
use touchbase::tui::theme::Theme;

fn id(d: &Driver, name: &str) -> Id {
    d.book.model.book.clients.iter().find(|c| c.name() == name).unwrap().id()
}

fn touches(d: &mut Driver, name: &str) -> usize {
    let client = id(d, name);
    d.book.store().detail(client).unwrap().unwrap().touches.len()
}

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

#[test]
fn what_was_promised_or_agreed_with_one_client_is_not_repeated_with_the_next() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    d.keys("c ; 'likes blue +3d send it #fair' Enter c");
    go_to(&mut d, "海川阀门");
    d.keys(".");
    let client = d.book.model.book.client(id(&d, "海川阀门")).unwrap();
    assert!(client.facts.last_touch.is_some(), "{}", d.said());
    assert!(client.facts.tasks.is_empty() && !client.facts.tags.contains(&"fair".to_owned()));
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    d.keys("c b 'thu 15:00' Enter");
    go_to(&mut d, "海川阀门");
    d.keys(".");
    assert!(d.said().contains("Nothing has been done yet"), "an agreed moment belongs to one client: {}", d.said());
}

#[test]
fn s063_a_client_with_two_marked_rows_is_contacted_once() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    let before = touches(&mut d, "远山设计");
    go_to(&mut d, "远山设计");
    d.keys("Space Space");
    assert_eq!(d.book.model.marks.len(), 2, "promise and call of one client: {}", d.picture());
    d.keys("c c");
    assert_eq!(touches(&mut d, "远山设计"), before + 1);
    assert!(d.book.model.marks.is_empty());
}

#[test]
fn a_touch_ahead_of_time_is_refused_when_its_moment_is_typed() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    let before = touches(&mut d, "Lotus Spa");
    for when in ["tomorrow", "+3d", "2026-12-01", "next fri"] {
        d.keys(&format!("c @ '{when}' Enter"));
        assert!(
            matches!(d.book.model.dialogs.last(), Some(Dialog::Line(line)) if line.error.is_some()),
            "{when}: {}",
            d.picture()
        );
        d.keys("Esc Esc");
    }
    assert_eq!(touches(&mut d, "Lotus Spa"), before);
    d.keys("c @ 'yesterday 16:00'");
    assert!(d.picture().contains("at Sun 22 Nov 16:00"), "{}", d.picture());
}

#[test]
fn a_wrong_second_key_keeps_the_note_that_was_typed() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    d.keys("c ; 'likes blue' Enter u");
    assert!(d.said().contains("what you typed stays"), "{}", d.said());
    d.keys(";");
    assert!(d.picture().contains("> likes blue"), "the note can be changed:\n{}", d.picture());
    d.keys("Space 'and' Space 'green' Enter c");
    let client = id(&d, "Lotus Spa");
    let detail = d.book.store().detail(client).unwrap().unwrap();
    assert_eq!(detail.touches[0].note.as_deref(), Some("likes blue and green"));
    // Without anything typed a wrong key only cancels.
    d.keys("c q");
    assert!(d.book.model.prefix.is_none());
}

#[test]
fn the_second_key_of_a_refused_first_one_does_nothing() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("2 / 'old mill' Enter z");
    assert!(d.said().contains("Old Mill"), "{}", d.said());
    let tab = d.book.model.tab;
    d.keys("1");
    assert_eq!(d.book.model.tab, tab, "1 was meant for z");
    d.keys("1");
    assert_ne!(d.book.model.tab, tab, "the next one is a key of its own");
}

#[test]
fn what_is_due_of_a_client_can_be_done_in_the_list_of_clients_too() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("2 / 'delta' Enter");
    assert!(d.foot().contains("d reached"), "{}", d.foot());
    let before = touches(&mut d, "Delta Foods");
    d.keys("d");
    assert_eq!(touches(&mut d, "Delta Foods"), before + 1, "{}", d.said());
    assert_eq!(d.who(), "Delta Foods", "nothing moves on there");
}

#[test]
fn a_command_line_that_fails_comes_back_to_be_mended() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys(": 'zone Nowhere/At-All' Enter");
    assert!(
        matches!(d.book.model.dialogs.last(), Some(Dialog::Palette(p)) if p.field.text() == "zone Nowhere/At-All"),
        "{}",
        d.picture()
    );
    assert!(!d.said().is_empty());
}

#[test]
fn a_click_on_a_run_of_digits_does_not_choose_one() {
    for (keys, what) in [("s", "score"), ("I", "quadrant"), ("z", "days")] {
        let mut d = Driver::on_book(Lang::En, (100, 30));
        go_to(&mut d, "Delta Foods");
        d.keys(keys);
        let foot = d.foot();
        let at = foot.find(what).unwrap() - 2;
        let mouse = Mouse { kind: MouseKind::Press, column: u16::try_from(at).unwrap(), row: 29 };
        d.event(Event::Mouse(mouse));
        let delta = d.book.model.book.client(id(&d, "Delta Foods")).unwrap();
        assert!(delta.facts.surveys.is_empty() && delta.facts.quadrants.is_empty(), "{what}");
        assert!(d.book.model.prefix.is_some(), "{what} still waits: {}", d.said());
    }
}

#[test]
fn a_mistake_in_the_users_keys_stands_in_front_whole_and_the_program_works() {
    for width in [80, 60] {
        let config = Config::parse("[keys]\nundo = \"x\"\n", "config.toml").unwrap();
        let launch = Launch {
            store: book().store,
            config,
            config_dir: "/nonexistent".into(),
            lang: Lang::En,
            theme: Theme::new(true, false),
            lines: Default::default(),
            config_file: "/home/somebody/with/a/long/name/.config/touchbase/config.toml".into(),
        };
        let opened = Book::open(launch, &monday()).unwrap_or_else(|e| panic!("{}", e.id));
        let mut d = Driver::on_book(Lang::En, (width, 24));
        d.book = opened;
        d.draw();
        let text: String = d.picture().split_whitespace().collect::<Vec<_>>().join(" ");
        for part in ["line 2", "undo", "no-answer", "The program's own keys are used"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        d.keys("Esc");
        go_to(&mut d, "Lotus Spa");
        d.keys("d u");
        assert!(d.said().starts_with("Taken back"), "{}", d.said());
    }
}

#[test]
fn a_visit_that_took_place_is_logged_when_it_was_agreed() {
    let mut d = Driver::open(book().store, Lang::En, (100, 30), now("2026-11-23 12:00"));
    go_to(&mut d, "Northstar Media");
    d.keys("d");
    let client = id(&d, "Northstar Media");
    let detail = d.book.store().detail(client).unwrap().unwrap();
    assert_eq!(
        (detail.touches[0].row.at, detail.touches[0].row.minutes),
        (moment("2026-11-23 10:30"), Some(60)),
        "{}",
        d.said()
    );
    assert!(d.book.model.book.client(client).unwrap().facts.appointments.is_empty());
}

#[test]
fn where_nothing_changed_nothing_is_offered_to_be_taken_back() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    d.keys("f =");
    assert!(!d.said().contains("u undoes"), "{}", d.said());
}
