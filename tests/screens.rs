//! What the screen shows, at the sizes people have and in both languages, and that it shows something at every other size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use screen_fixture::*;
use touchbase::app::dialog::{Dialog, Question};
use touchbase::app::msg::Effect;
use touchbase::domain::message::Message;
use touchbase::domain::words::{Channel, Status, Tier};
use touchbase::i18n::Lang;
use touchbase::tui::run::Screen;
use touchbase::tui::theme::Theme;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 18)];

/// One scene in one language at the three sizes.
fn scene(name: &str, keys: &str) {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| Driver::on_book(lang, size).keys(keys).picture());
        insta::assert_snapshot!(format!("{name}_{}", lang.tag()), pictures.join("\n"));
    }
}

#[test]
fn today() {
    scene("today", "");
}

#[test]
fn after_an_action() {
    scene("toast", "d");
}

#[test]
fn clients() {
    scene("clients", "2");
}

#[test]
fn brief() {
    scene("brief", "j j j j j Enter");
}

#[test]
fn find() {
    scene("find", "/ 'l'");
}

#[test]
fn help() {
    scene("help", "? j j");
}

#[test]
fn manual() {
    scene("manual", "? Tab PgDn");
}

#[test]
fn prefix() {
    scene("prefix", "j j c <");
}

#[test]
fn edit_form() {
    scene("form", "2 j E Tab Tab");
}

#[test]
fn why() {
    scene("why", "j j w");
}

#[test]
fn new_lead() {
    scene("lead", "n l '海川 王总 13800138000 #广交会 fri 报价'");
}

#[test]
fn menu() {
    scene("menu", "0 Tab");
}

#[test]
fn palette() {
    scene("palette", ": 'tier'");
}

#[test]
fn prep_sheet() {
    scene("sheet", "B");
}

#[test]
fn marks() {
    scene("marked", "2 V");
}

#[test]
fn second_keys() {
    scene("score", "s");
    scene("quadrant", "I");
    scene("copy", "y");
}

#[test]
fn a_question_before_what_cannot_be_taken_back() {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| {
            let mut d = Driver::on_book(lang, size);
            let message = Message::new("ask-undo").with("did", Message::new("did-note")).with("rows", 12_000);
            d.book.model.dialogs.push(Dialog::Question(Box::new(Question { message, yes: Effect::UndoForGood })));
            d.draw();
            d.picture()
        });
        insta::assert_snapshot!(format!("question_{}", lang.tag()), pictures.join("\n"));
    }
}

#[test]
fn first_run() {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| Driver::open(Maker::new().store, lang, size, monday()).picture());
        insta::assert_snapshot!(format!("first_{}", lang.tag()), pictures.join("\n"));
    }
}

#[test]
fn every_small_size_is_drawn_without_panic() {
    let scenes = ["", "2", "Enter", "/ 'a'", "?", "w", "c", "2 E", "n c 'x'"];
    for keys in scenes {
        let mut d = Driver::on_book(Lang::Zh, (80, 24));
        d.keys(keys);
        for (width, height) in (0..=40).flat_map(|w| (0..=20).map(move |h| (w, h))) {
            draw_at(&mut d, width, height);
        }
        // The sizes around those at which the layout changes, and a huge one.
        for width in [59, 60, 61, 79, 99, 100, 101, 250] {
            for height in [17, 18, 19, 80] {
                draw_at(&mut d, width, height);
            }
        }
    }
    let mut d = Driver::open(Maker::new().store, Lang::En, (60, 18), monday());
    for (width, height) in (0..=70).flat_map(|w| (0..=20).map(move |h| (w, h))) {
        draw_at(&mut d, width, height);
    }
}

fn draw_at(d: &mut Driver, width: u16, height: u16) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| d.book.draw(frame, &d.now)).unwrap();
    let picture = picture(terminal.backend().buffer());
    if width >= 60 && height >= 18 {
        assert!(picture.lines().filter(|l| !l.is_empty()).count() > 4, "{width}x{height}\n{picture}");
    }
}

#[test]
fn too_small_a_window_says_so_in_one_line() {
    let mut d = Driver::on_book(Lang::En, (59, 18));
    assert_eq!(d.picture().trim(), "touchbase needs a window of 60 by 18");
    d.terminal = Terminal::new(TestBackend::new(60, 18)).unwrap();
    d.draw();
    assert!(d.picture().contains("BY THE CLOCK"));
}

#[test]
fn hostile_names_stay_in_their_row() {
    let mut m = Maker::new();
    let names = [
        "\u{1b}[31mred\u{1b}]0;title\u{7}".to_owned(),
        "two\nlines\r\tand tabs".to_owned(),
        "\u{202e}evil\u{2066}bidi".to_owned(),
        "x".repeat(10_000),
        "é\u{301}\u{301}\u{301}\u{301}\u{301}".to_owned(),
        "👩‍👩‍👧‍👦 family ❤️".to_owned(),
        "阀".repeat(4_000),
    ];
    for name in &names {
        let id = m.client(name, |c| c.note = Some(name.clone()));
        m.pin(id, Tier::A);
        m.touch(id, Channel::Call, "2026-10-01 10:00", name);
    }
    for size in SIZES {
        let mut d = Driver::open(m.store, Lang::Zh, size, monday());
        for keys in ["", "2", "Enter", "Esc w", "Esc E", "Esc / 'x'"] {
            d.keys(keys);
            let buffer = d.terminal.backend().buffer().clone();
            for cell in buffer.content() {
                let symbol = cell.symbol();
                let bad = |c: char| c.is_control() || matches!(c as u32, 0x202a..=0x202e | 0x2066..=0x2069);
                assert!(!symbol.chars().any(bad), "{symbol:?}");
                assert!(symbol.chars().count() < 20, "{symbol:?}");
            }
        }
        d.keys("Esc Esc 1");
        for _ in 0..names.len() {
            d.keys("j");
        }
        let rows = d.picture().lines().filter(|l| l.contains("到期") || l.contains("逾期")).count();
        assert!(rows >= 3, "{}", d.picture());
        m.store = d.book.into_store();
    }
}

#[test]
fn the_selected_row_is_a_bar_over_its_full_width_and_marked_without_colour() {
    use ratatui::style::{Color, Modifier};
    let mut d = Driver::on_book(Lang::En, (80, 24));
    d.keys("j");
    let buffer = d.terminal.backend().buffer();
    let marked: Vec<u16> = (0..24).filter(|y| buffer[(0, *y)].symbol() == ">").collect();
    assert_eq!(marked.len(), 1);
    assert!((0..80).all(|x| buffer[(x, marked[0])].modifier.contains(Modifier::REVERSED)));
    let theme = Theme::new(false, true);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let model = &d.book.model;
    terminal.draw(|frame| touchbase::tui::view::draw(frame, model, &theme, &d.now)).unwrap();
    let plain = terminal.backend().buffer();
    assert!(plain.content().iter().all(|c| c.fg == Color::Reset && c.bg == Color::Reset), "no colour at all");
    let rows = |buffer| picture(buffer).replace('─', "-").replace(['┬', '┴'], "+");
    assert_eq!(rows(plain), rows(buffer), "and the same words");
}

#[test]
fn rows_hold_only_ascii_and_wide_characters() {
    for lang in Lang::ALL {
        for keys in ["", "2", "?", "c", "z", "n c"] {
            let mut d = Driver::on_book(lang, (120, 40));
            d.keys(keys);
            for c in d.picture().chars().filter(|c| !c.is_ascii() && !matches!(c, '─' | '│' | '┬' | '┴')) {
                assert_eq!(unicode_width::UnicodeWidthChar::width(c), Some(2), "{c:?} in {} after {keys}", lang.tag());
            }
        }
    }
}

#[test]
fn s135_a_client_of_any_status_is_in_the_list_of_clients() {
    let mut d = Driver::on_book(Lang::En, (120, 40));
    d.keys("2");
    let picture = d.picture();
    for client in &d.book.model.book.clients {
        assert!(picture.contains(client.name()), "{}", client.name());
    }
    assert!(d.book.model.book.clients.iter().any(|c| c.status == Status::Lost));
}
