//! The tab At risk on the screen: who stands in it and why, the fold, putting off and what wakes it, little history, nobody at risk, the
//! filter, the brief; in both languages and at every size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod risk_kit;
mod screen_fixture;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use risk_kit::{drifting, orders};
use screen_fixture::*;
use touchbase::app::model::Tab;
use touchbase::app::mouse::{Mouse, MouseKind};
use touchbase::domain::action::Action;
use touchbase::domain::id::Id;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::portfolio::risk::Level;
use touchbase::tui::events::Event;
use touchbase::tui::run::Screen;

const SIZES: [(u16, u16); 4] = [(60, 18), (80, 24), (100, 30), (200, 60)];

fn on_list(lang: Lang, size: (u16, u16)) -> Driver {
    let mut d = Driver::open(drifting().0.store, lang, size, monday());
    d.keys("5");
    d
}

#[test]
fn s091_the_list_by_what_is_at_stake() {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| on_list(lang, size).picture());
        insta::assert_snapshot!(format!("list_{}", lang.tag()), pictures.join("\n"));
    }
}

/// Brings the selection to a client.
fn go_to(d: &mut Driver, name: &str) {
    d.keys("g");
    for _ in 0..40 {
        if d.who() == name {
            return;
        }
        d.keys("j");
    }
    panic!("{name} is not in the list\n{}", d.picture());
}

/// The row of a client in the list.
fn row_of(d: &Driver, name: &str) -> String {
    let picture = d.picture();
    let row = picture.lines().skip(3).find(|l| l.split('│').next().is_some_and(|l| l.contains(name)));
    row.unwrap_or_else(|| panic!("no row of {name}\n{picture}")).split('│').next().unwrap().to_owned()
}

/// The names of the list in order, the fold as `+`.
fn names(d: &Driver) -> Vec<String> {
    let list = d.book.model.list();
    let name = |id: Id| d.book.model.book.client(id).unwrap().name().to_owned();
    list.entries().map(|(_, e)| e.id.client.map_or("+".to_owned(), name)).collect()
}

#[test]
fn s091_rows_are_ordered_by_what_is_at_stake_and_the_tab_counts_them() {
    let d = on_list(Lang::En, (200, 60));
    let book = &d.book.model.book;
    let stakes: Vec<f64> = book.at_risk.listed.iter().map(|id| book.client(*id).unwrap().risk.at_stake()).collect();
    assert_eq!(stakes.len(), 8);
    assert!(stakes.windows(2).all(|pair| pair[0] >= pair[1]), "{stakes:?}");
    assert!(d.row(1).contains("[5 At risk 8]"), "{}", d.row(1));
    let row = row_of(&d, "青禾茶业");
    assert!(row.starts_with(" !! high "), "a word and a sign, not a colour alone: {row}");
    assert!(row.contains("100 d") && row.contains("a complaint is open"), "{row}");
}

#[test]
fn s091_the_fold_opens_and_closes_on_its_line_with_each_of_its_keys() {
    for key in ["Enter", "Space", "Right"] {
        let mut d = on_list(Lang::En, (80, 24));
        assert_eq!(names(&d).len(), 6, "five clients and the fold");
        d.keys("G");
        assert!(d.book.model.on_fold(), "the fold is the last line:\n{}", d.picture());
        assert!(d.foot().contains("Enter open"), "{}", d.foot());
        assert!(d.picture().contains("+ 3 more below the fold"), "{}", d.picture());
        d.keys(key);
        assert_eq!(names(&d).len(), 9, "{key}");
        assert!(d.book.model.on_fold() && d.foot().contains("Enter close"), "{}", d.foot());
        d.keys(key);
        assert_eq!(names(&d).len(), 6, "{key} again");
    }
}

#[test]
fn the_fold_is_a_line_and_no_client() {
    let mut d = on_list(Lang::En, (100, 30));
    d.keys("G");
    for key in ["d", "c", "z", "V", "E", "w", "t", "y", "f", "P", "!"] {
        d.keys(key);
        assert!(d.book.model.dialogs.is_empty() && d.book.model.prefix.is_none(), "{key} acts on the fold: {}", d.said());
        assert!(d.book.model.error.is_some(), "{key} says nothing");
    }
    assert!(d.book.model.marks.is_empty());
    let picture = d.picture();
    for name in ["Gorse Nursery", "Flint Tools"] {
        assert!(picture.contains(name), "who stands below is told beside it:\n{picture}");
    }
    insta::assert_snapshot!("fold_en", picture);
}

#[test]
fn a_click_on_the_fold_opens_it_and_the_wheel_moves_in_the_list() {
    let mut d = on_list(Lang::En, (80, 24));
    let y = d.picture().lines().position(|l| l.contains("below the fold")).unwrap() as u16;
    let mouse = |kind, column, row| Event::Mouse(Mouse { kind, column, row });
    d.event(mouse(MouseKind::Press, 20, y));
    d.event(mouse(MouseKind::Release, 20, y));
    assert_eq!(names(&d).len(), 9, "{}", d.picture());
    d.event(mouse(MouseKind::Press, 20, y + 2));
    d.event(mouse(MouseKind::Release, 20, y + 2));
    assert_eq!(d.who(), names(&d)[7]);
    d.event(mouse(MouseKind::WheelUp, 20, y));
    assert_eq!(d.who(), names(&d)[4]);
    d.keys("1");
    d.event(mouse(MouseKind::Press, d.row(1).find("5 At risk").unwrap() as u16, 1));
    assert_eq!(d.book.model.tab, Tab::AtRisk);
}

#[test]
fn s091_a_client_is_put_off_with_a_reason_and_undo_brings_it_back() {
    for (lang, asks, put_off, until) in [
        (
            Lang::En,
            "Put Amber Hotels off until Mon 30 Nov, because",
            "1 put off",
            "until Mon 30 Nov: a new buyer starts in December",
        ),
        (
            Lang::Zh,
            "Amber Hotels 到 11月30日 周一 再看，原因",
            "1 位稍后再看",
            "到 11月30日 周一：a new buyer starts in December",
        ),
    ] {
        let mut d = on_list(lang, (200, 60));
        go_to(&mut d, "Amber Hotels");
        d.keys("z w");
        assert!(d.picture().contains(asks), "{}", d.picture());
        d.keys("Enter");
        assert!(!d.book.model.dialogs.is_empty(), "without a reason it is not written");
        d.keys("'a new buyer starts in December' Enter");
        assert_eq!(d.who(), "青禾茶业", "on to the next row");
        let picture = d.picture();
        assert!(picture.contains(put_off) && row_of(&d, "Amber Hotels").contains(until), "{picture}");
        assert!(d.row(1).contains('7'), "{}", d.row(1));
        insta::assert_snapshot!(format!("put_off_{}", lang.tag()), picture);
        go_to(&mut d, "Amber Hotels");
        let words = if lang == Lang::En { "put off until Mon 30 Nov" } else { "稍后再看，到 11月30日 周一" };
        assert!(d.picture().contains(words), "the brief says so too:\n{}", d.picture());
        d.keys("u");
        assert!(!d.picture().contains(put_off), "{}", d.picture());
        assert_eq!(names(&d)[1], "Amber Hotels");
    }
}

#[test]
fn s091_the_day_can_be_typed_and_several_are_put_off_at_once() {
    let mut d = on_list(Lang::En, (200, 60));
    d.keys("Space Space z Enter '2026-12-24' Enter");
    assert!(d.picture().contains("Put 2 clients off until Thu 24 Dec, because"), "{}", d.picture());
    d.keys("'both closed over Christmas' Enter");
    assert_eq!(d.book.model.book.at_risk.snoozed.len(), 2);
    d.keys("u");
    assert!(d.book.model.book.at_risk.snoozed.is_empty(), "one step back for both");
}

#[test]
fn s094_a_new_sign_wakes_who_was_put_off_and_stands_first() {
    let mut d = on_list(Lang::En, (200, 60));
    go_to(&mut d, "Northgate Paper");
    d.keys("z m 'trade fair until December' Enter");
    assert!(row_of(&d, "Northgate Paper").contains("until Wed 23 Dec: trade fair"), "{}", d.picture());
    go_to(&mut d, "Northgate Paper");
    // A call that was answered is no sign; a rival is one.
    d.keys("c Enter");
    assert!(d.book.model.book.at_risk.snoozed.len() == 1, "{}", d.picture());
    assert_eq!(d.who(), "Northgate Paper");
    d.keys("f r");
    assert!(d.said().contains("Rival noted, Northgate Paper: back on the list"), "{}", d.said());
    assert!(d.book.model.book.at_risk.snoozed.is_empty(), "{}", d.picture());
    let row = row_of(&d, "Northgate Paper");
    assert!(row.contains("new: a rival was mentioned"), "{row}");
    assert!(d.picture().contains("was put off until Wed 23 Dec: trade fair until December"), "{}", d.picture());
}

#[test]
fn s091_with_little_history_only_reasons_are_shown() {
    for lang in Lang::ALL {
        let mut m = Maker::new();
        for (n, name) in ["Alder Books", "Birch Cafe", "Cedar Dental"].into_iter().enumerate() {
            let id = m.client(name, |c| c.since = day("2025-01-06"));
            orders(&mut m, id, 4, 30, 200 - 60 * n as i32, 1_000_000);
        }
        let id = m.client("Elm Garage", |c| c.since = day("2025-01-06"));
        orders(&mut m, id, 1, 1, 300, 1_000_000);
        let mut d = Driver::open(m.store, lang, (100, 30), monday());
        d.keys("5");
        let picture = d.picture();
        let remark = if lang == Lang::En { "Little own history" } else { "历史数据太少" };
        assert!(picture.contains(remark), "{picture}");
        let list: String = picture.lines().map(|l| l.split('│').next().unwrap().to_owned() + "\n").collect();
        assert!(!list.contains('%') && !list.contains("CNY"), "no figure: {list}");
        insta::assert_snapshot!(format!("little_history_{}", lang.tag()), picture);
    }
}

#[test]
fn nobody_at_risk_says_who_would_stand_here() {
    let mut m = Maker::new();
    let id = m.client("Alder Books", |_| {});
    m.touch(id, Channel::Call, "2026-11-19 10:00", "");
    let mut d = Driver::open(m.store, Lang::En, (80, 24), monday());
    d.keys("5");
    let picture = d.picture();
    assert!(picture.contains("Nobody is at risk.") && picture.contains("complains"), "{picture}");
    assert!(d.row(1).contains("[5 At risk 0]"), "{picture}");
    d.keys("Esc");
    assert_eq!(d.book.model.tab, Tab::AtRisk);
}

#[test]
fn the_filter_finds_in_the_list_first_and_then_in_the_book() {
    let mut d = on_list(Lang::En, (100, 30));
    d.keys("/ 'go'");
    let picture = d.picture();
    // Gorse Nursery stands below the fold: a filter opens it.
    assert!(names(&d).contains(&"Gorse Nursery".to_owned()), "{picture}");
    assert!(!names(&d).contains(&"+".to_owned()));
    d.keys("Ctrl-u 'iris' Enter");
    assert_eq!(names(&d), ["Iris Foods"]);
    assert!(d.picture().contains("not in this list") || d.picture().contains("other"), "{}", d.picture());
    d.keys("c c");
    assert!(d.said().contains("Iris Foods"), "who rings in can be logged from here: {}", d.said());
    d.keys("Esc");
    assert!(names(&d).contains(&"+".to_owned()));
}

#[test]
fn s091_today_names_the_risk_of_a_client_at_high_risk_behind_the_reason() {
    for (lang, words) in
        [(Lang::En, "; high risk: would not recommend you: 5 of 10"), (Lang::Zh, "；流失风险高：不愿推荐：5 分（满分 10 分）")]
    {
        let d = Driver::open(drifting().0.store, lang, (300, 60), monday());
        let level = |name: &str| d.book.model.book.present().find(|c| c.name() == name).unwrap().risk.level();
        assert_eq!((level("Amber Hotels"), level("Ember Press")), (Level::High, Level::Medium));
        assert!(row_of(&d, "Amber Hotels").contains(words), "{}", d.picture());
        let calm = row_of(&d, "Ember Press");
        assert!(!calm.contains("high risk") && !calm.contains("流失风险"), "only what is high is said here: {calm}");
    }
}

#[test]
fn a_contact_logged_here_leaves_the_selection_where_it_is() {
    let mut d = on_list(Lang::En, (100, 30));
    go_to(&mut d, "Cobalt Motors");
    d.keys("c Enter");
    assert!(d.said().contains("Cobalt Motors"), "{}", d.said());
    assert_eq!(d.who(), "Cobalt Motors");
}

#[test]
fn hostile_names_stay_in_their_row() {
    let mut m = Maker::new();
    let hostile = ["\u{1b}[31mred\u{7}".to_owned(), "two\nlines".to_owned(), "\u{202e}evil".to_owned(), "阀".repeat(4000)];
    for name in &hostile {
        let id = m.client(name, |c| c.since = day("2024-01-08"));
        orders(&mut m, id, 8, 20, 200, 1_000_000);
        m.act(
            Action::SnoozeRisk { client: id, until: day("2026-12-01"), why: name.clone(), signals: Vec::new() },
            "2026-11-20 10:00",
        );
    }
    for size in SIZES {
        let mut d = Driver::open(m.store, Lang::Zh, size, monday());
        for keys in ["5", "j", "Enter", "J J J", "Esc Esc G"] {
            d.keys(keys);
            for cell in d.terminal.backend().buffer().content() {
                let bad = |c: char| c.is_control() || matches!(c as u32, 0x202a..=0x202e | 0x2066..=0x2069);
                assert!(!cell.symbol().chars().any(bad), "{:?}", cell.symbol());
            }
        }
        m.store = d.book.into_store();
    }
}

#[test]
fn rows_hold_only_ascii_and_wide_characters() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut d = on_list(lang, size);
            for keys in ["", "G Enter", "k z w"] {
                d.keys(keys);
                for c in d.picture().chars().filter(|c| !c.is_ascii() && !matches!(c, '─' | '│' | '┬' | '┴')) {
                    assert_eq!(unicode_width::UnicodeWidthChar::width(c), Some(2), "{c:?} in {} after {keys}", lang.tag());
                }
            }
        }
    }
}

#[test]
fn every_size_is_drawn_without_panic() {
    let mut d = on_list(Lang::Zh, (80, 24));
    for keys in ["", "G", "Enter", "g Enter", "Esc / 'x'"] {
        d.keys(keys);
        for (width, height) in [(0, 0), (1, 1), (59, 17), (60, 18), (61, 19), (99, 18), (100, 18), (145, 80), (250, 18)] {
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            terminal.draw(|frame| d.book.draw(frame, &d.now)).unwrap();
        }
    }
}
