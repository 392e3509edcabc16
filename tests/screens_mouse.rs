//! The mouse on a drawn screen: what lies where, and that a click does what the key there would do, with the same checks.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use ratatui::style::Color;
use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::model::Tab;
use touchbase::app::mouse::{Mouse, MouseKind};
use touchbase::i18n::Lang;
use touchbase::tui::asking::Answer;
use touchbase::tui::events::Event;
use touchbase::tui::run::{Flow, Screen};
use touchbase::tui::theme::Background;

trait Point {
    /// The cell of the first letter of this text, in the rows from `below` on.
    fn find(&self, text: &str, below: usize) -> (u16, u16);
    fn mouse(&mut self, kind: MouseKind, at: (u16, u16));
    fn click(&mut self, text: &str, below: usize);
}

impl Point for Driver {
    fn find(&self, text: &str, below: usize) -> (u16, u16) {
        let picture = self.picture();
        let found = picture.lines().enumerate().skip(below).find_map(|(y, line)| Some((y, line, line.find(text)?)));
        let (y, line, at) = found.unwrap_or_else(|| panic!("{text} is not there:\n{picture}"));
        (unicode_width::UnicodeWidthStr::width(&line[..at]) as u16, y as u16)
    }

    fn mouse(&mut self, kind: MouseKind, (column, row): (u16, u16)) {
        self.event(Event::Mouse(Mouse { kind, column, row }));
    }

    fn click(&mut self, text: &str, below: usize) {
        let at = self.find(text, below);
        self.mouse(MouseKind::Press, at);
        self.mouse(MouseKind::Release, at);
    }
}

fn last_row(d: &Driver) -> usize {
    usize::from(d.terminal.backend().buffer().area.height) - 1
}

#[test]
fn a_click_on_a_tab_opens_it() {
    for lang in Lang::ALL {
        let mut d = Driver::on_book(lang, (80, 24));
        let clients = d.book.model.words.get("tab-clients");
        d.click(&clients, 1);
        assert_eq!(d.book.model.tab, Tab::Clients);
        let today = d.book.model.words.get("tab-today");
        d.click(&today, 1);
        assert_eq!(d.book.model.tab, Tab::Today);
    }
}

#[test]
fn a_click_selects_a_row_and_one_on_the_selected_row_opens_it() {
    for size in [(80, 24), (120, 40)] {
        let mut d = Driver::on_book(Lang::En, size);
        d.click("Delta Foods", 3);
        assert_eq!(d.who(), "Delta Foods");
        assert!(!d.book.model.brief.focus);
        d.click("Delta Foods", 3);
        assert!(d.book.model.brief.focus, "as Enter");
        if size.0 >= 100 {
            d.click("Orchid Print", 3);
            assert_eq!((d.who().as_str(), d.book.model.brief.focus), ("Orchid Print", false));
        } else {
            assert!(d.book.model.brief.open);
        }
    }
}

#[test]
fn a_heading_and_an_empty_row_are_nothing_to_click() {
    let mut d = Driver::on_book(Lang::En, (120, 40));
    let before = d.who();
    d.click("PROMISED", 3);
    d.mouse(MouseKind::Press, (5, 33));
    assert_eq!(d.who(), before);
    assert!(d.book.model.error.is_none() && d.book.model.dialogs.is_empty());
}

#[test]
fn each_key_of_the_foot_is_a_button() {
    let mut d = Driver::on_book(Lang::En, (120, 40));
    let foot = last_row(&d);
    d.click("w why", foot);
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Panel(_))));
    d.click("Esc", foot);
    assert!(d.book.model.dialogs.is_empty());
    // In a group each key is its own: here the letter.
    d.click("l log", foot);
    assert!(d.said().contains("letter"), "{}", d.said());
    d.click("< ", foot);
    assert!(d.said().contains("22 Nov"), "{}", d.said());
    d.keys("Esc");
    d.click("z later", foot);
    d.click("w ", foot);
    assert!(d.said().contains("u undoes"), "{}", d.said());
    d.click("u undoes", foot - 1);
    assert!(!d.said().contains("u undoes"), "{}", d.said());
}

#[test]
fn a_click_has_the_checks_of_its_key() {
    use touchbase::app::command::{COMMANDS, Do};
    use touchbase::app::mouse::{Hit, Spot, mouse};
    side_by_side(COMMANDS, |command| {
        let mut d = Driver::on_book(Lang::En, (120, 40));
        d.keys("2 j");
        let why = command.available(&d.book.model).err();
        let press = Mouse { kind: MouseKind::Press, column: 0, row: 0 };
        let spot = Spot { hit: Hit::Command(command.id), column: 0 };
        let effects = mouse(&mut d.book.model, press, Some(spot), &monday());
        if let Some(why) = why {
            assert_eq!(d.book.model.error, Some(why), "{:?}", command.id);
            assert_eq!(effects, [], "{:?}", command.id);
        }
        assert!(command.id != Do::Quit || !effects.is_empty());
    });
}

#[test]
fn a_double_click_on_a_button_is_told_apart_from_one_on_a_row() {
    let d = Driver::on_book(Lang::En, (120, 40));
    let press = |(column, row)| Mouse { kind: MouseKind::Press, column, row };
    assert!(d.book.is_button(press(d.find("d took place", last_row(&d)))));
    assert!(!d.book.is_button(press(d.find("Delta Foods", 3))));
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut d = Driver::on_book(Lang::En, (120, 24));
    d.keys("2");
    let list = d.find("Delta Foods", 3);
    let first = d.who();
    d.mouse(MouseKind::WheelDown, list);
    assert_ne!(d.who(), first);
    d.mouse(MouseKind::WheelUp, list);
    assert_eq!(d.who(), first);
    d.mouse(MouseKind::WheelDown, (110, 10));
    assert_eq!((d.who(), d.book.model.brief.scroll), (first.clone(), 3));
    d.mouse(MouseKind::WheelUp, (110, 10));
    d.mouse(MouseKind::WheelUp, (110, 10));
    assert_eq!(d.book.model.brief.scroll, 0);
    d.keys("?");
    let before = d.picture();
    d.mouse(MouseKind::WheelDown, (50, 10));
    assert_ne!(d.picture(), before);
    assert_eq!(d.who(), first, "not what lies behind");
}

#[test]
fn while_a_second_key_is_awaited_neither_wheel_nor_click_reaches_another_client() {
    let mut d = Driver::on_book(Lang::En, (120, 40));
    let (first, list) = (d.who(), d.find("Delta Foods", 3));
    d.keys("c");
    d.mouse(MouseKind::WheelDown, list);
    assert_eq!(d.who(), first);
    assert!(d.book.model.prefix.is_some());
    d.click("Delta Foods", 3);
    assert!(d.book.model.prefix.is_none(), "as another key, a click elsewhere cancels");
    d.keys("k r 'fri'");
    let typed = d.picture();
    d.click("Orchid Print", 3);
    d.mouse(MouseKind::WheelDown, list);
    assert_eq!(d.picture(), typed, "what is typed is not lost");
}

#[test]
fn the_edge_is_dragged_and_stays_where_it_was_left() {
    let mut d = Driver::on_book(Lang::En, (120, 40));
    let edge = |d: &Driver| d.row(10).chars().take_while(|c| *c != '│').map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<u16>();
    let at = edge(&d);
    d.mouse(MouseKind::Press, (at, 12));
    d.mouse(MouseKind::Drag, (60, 14));
    assert_eq!(edge(&d), 60);
    for (column, expected) in [(0, 45), (119, 89), (70, 70)] {
        d.mouse(MouseKind::Drag, (column, 14));
        assert_eq!(edge(&d), expected, "both keep what they need");
    }
    d.mouse(MouseKind::Release, (70, 14));
    d.mouse(MouseKind::Drag, (50, 14));
    assert_eq!(edge(&d), 70, "let go");
    let store = d.book.into_store();
    let d = Driver::open(store, Lang::En, (120, 40), monday());
    assert_eq!(edge(&d), 70);
}

#[test]
fn a_click_beside_a_panel_closes_it_and_one_in_it_does_not() {
    for keys in ["w", "?", "0"] {
        let mut d = Driver::on_book(Lang::En, (120, 40));
        d.keys(keys);
        let open = d.book.model.dialogs.len();
        // The help is full of lines that a click runs: there its heading stands for the panel.
        let inside = if keys == "?" { d.find("THE SELECTED ITEM", 0) } else { (119, 35) };
        d.mouse(MouseKind::Press, inside);
        assert_eq!(d.book.model.dialogs.len(), open, "{keys}");
        d.mouse(MouseKind::Press, d.find("Clients", 1));
        assert!(d.book.model.dialogs.is_empty(), "{keys}");
        assert_eq!(d.book.model.tab, Tab::Today, "{keys}: closed, nothing else");
    }
}

#[test]
fn a_form_that_was_changed_is_not_lost_to_a_click() {
    let mut d = Driver::on_book(Lang::En, (80, 24));
    d.keys("2 E 'x'");
    d.mouse(MouseKind::Press, d.find("Clients", 1));
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Form(_))), "as Esc: it warns once");
    assert!(d.picture().contains('x'));
}

#[test]
fn a_click_on_a_line_of_menu_or_help_runs_it() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("0");
    d.click("later", 4);
    d.click("a week", 4);
    assert!(d.book.model.dialogs.is_empty() && d.said().contains("u undoes"), "{}", d.picture());
    d.keys("?");
    d.click("hide it for some days", 3);
    assert!(d.book.model.dialogs.is_empty() && d.book.model.prefix.is_some(), "{}", d.picture());
}

#[test]
fn a_click_puts_the_caret_into_a_text() {
    let caret = |d: &mut Driver| d.terminal.get_cursor_position().unwrap();
    let mut d = Driver::on_book(Lang::Zh, (80, 24));
    d.keys("n c '海川阀门abc'");
    let (x, y) = d.find("川阀门abc", 10);
    d.mouse(MouseKind::Press, (x, y));
    assert_eq!((caret(&mut d).x, caret(&mut d).y), (x, y));
    d.keys("'Z'");
    assert!(d.picture().contains("> 海Z川阀门abc"), "{}", d.picture());
    // In a form: another field, and a choice by its name.
    let mut d = Driver::on_book(Lang::En, (120, 40));
    d.keys("2 j E");
    let label = |d: &Driver, id: &str| d.book.model.words.get(id);
    let (_, y) = d.find(&label(&d, "form-field-source"), 4);
    d.mouse(MouseKind::Press, (50, y));
    d.keys("'fair'");
    assert_eq!(caret(&mut d).y, y);
    assert!(d.row(usize::from(y)).contains("fair"));
    let (_, y) = d.find(&label(&d, "form-field-status"), 4);
    d.mouse(MouseKind::Press, (20, y));
    d.click("lead", usize::from(y));
    assert!(d.row(usize::from(y)).contains("[lead]"), "{}", d.row(usize::from(y)));
}

#[test]
fn the_filter_box_takes_a_click_and_a_row_leaves_it() {
    let mut d = Driver::on_book(Lang::En, (120, 40));
    d.keys("/ 'o'");
    d.click("Orchid Print", 3);
    assert_eq!(d.who(), "Orchid Print");
    assert!(d.book.model.find.as_ref().is_some_and(|f| !f.typing), "typing is over, the hits stay");
    d.click("/ o", 2);
    let (x, y) = d.find("/ o", 2);
    d.mouse(MouseKind::Press, (x + 3, y));
    assert!(d.book.model.find.as_ref().is_some_and(|f| f.typing));
}

#[test]
fn the_first_screen_is_chosen_by_click() {
    let mut d = Driver::open(Maker::new().store, Lang::En, (80, 24), monday());
    d.click("Import a", 3);
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Files(_))), "{}", d.picture());
}

#[test]
fn clicks_anywhere_at_any_time_are_harmless() {
    side_by_side(&["", "2", "?", "w", "c", "2 E", "n c 'x'", "/ 'a'", "0", ": 'x'", "z"], |keys| {
        let mut d = Driver::on_book(Lang::Zh, (100, 24));
        for at in (0..24).step_by(2).flat_map(|y| [3, 58, 250].map(|x| (x, y))) {
            if d.book.model.dialogs.is_empty() {
                d.keys(keys);
            }
            for kind in [MouseKind::Press, MouseKind::Drag, MouseKind::WheelUp, MouseKind::WheelDown, MouseKind::Release] {
                d.mouse(kind, at);
            }
        }
    });
}

#[test]
fn the_look_follows_the_terminals_answers() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    let heading = |d: &Driver| {
        let (x, y) = d.find("BY THE CLOCK", 3);
        d.terminal.backend().buffer()[(x, y)].fg
    };
    assert_eq!(heading(&d), Color::Cyan);
    d.event(Event::Answer(Answer::Background(Background::Light)));
    assert_eq!((heading(&d), d.flow.clone()), (Color::Blue, Flow::Redraw));
    assert!(d.picture().contains('─'));
    d.event(Event::Answer(Answer::Column(3)));
    assert!(!d.picture().contains(['─', '│', '┬', '┴']), "{}", d.picture());
    assert_eq!(d.flow, Flow::Redraw);
    d.event(Event::Answer(Answer::Column(3)));
    assert_eq!(d.flow, Flow::Continue, "nothing new");
    d.event(Event::Answer(Answer::Column(2)));
    assert!(d.picture().contains('─'), "a late answer is as good");
}
