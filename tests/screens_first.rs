//! The way in: an empty book, a first import that goes well or wrong, and what can be taken back there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use std::fmt::Write as _;
use std::path::PathBuf;
use touchbase::app::dialog::Dialog;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;

fn empty(lang: Lang, size: (u16, u16)) -> Driver {
    Driver::open(Maker::new().store, lang, size, monday())
}

fn file(dir: &tempfile::TempDir, text: &str) -> PathBuf {
    let path = dir.path().join("list.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn import(d: &mut Driver, path: &std::path::Path) {
    d.keys("i").keys(&format!("'{}'", path.display())).keys("Enter Enter");
}

#[test]
fn a_wrong_path_keeps_the_line_its_text_and_its_keys() {
    let mut d = empty(Lang::En, (80, 24));
    d.keys("i '/nowhere/list.csv' Enter");
    let picture = d.picture();
    assert!(picture.contains("Cannot read /nowhere/list.csv"), "{picture}");
    assert!(picture.contains("> /nowhere/list.csv"), "{picture}");
    d.keys("'qdn'");
    assert!(d.picture().contains("> /nowhere/list.csvqdn"), "letters are letters: {}", d.picture());
    assert_eq!(d.flow, touchbase::tui::run::Flow::Continue);
    d.keys("Esc");
    assert!(d.book.model.dialogs.is_empty());
}

#[test]
fn a_new_client_whose_name_is_taken_keeps_its_line() {
    let mut d = Driver::on_book(Lang::En, (80, 24));
    let before = d.book.model.book.clients.len();
    d.keys("n c 'Delta Foods' Enter");
    assert_eq!(d.book.model.book.clients.len(), before);
    assert!(d.picture().contains("> Delta Foods") && d.picture().contains("already"), "{}", d.picture());
    d.keys("'dq' Enter");
    assert_eq!(d.who(), "Delta Foodsdq");
}

#[test]
fn the_report_of_an_import_names_the_next_step_on_this_screen() {
    let dir = tempfile::tempdir().unwrap();
    let mut text = String::from("client,channel,outcome,direction,at\n");
    for n in 0..60 {
        writeln!(text, "Client {n:02},call,reached,out,2026-03-02").unwrap();
    }
    for lang in Lang::ALL {
        let mut d = empty(lang, (100, 40));
        import(&mut d, &file(&dir, &text));
        let picture = d.picture();
        let wanted = match lang {
            Lang::En => {
                ["Sort 60 clients without a tier", "Spread what is late", "CLIENTS MADE BY THEIR NAMES 60", "Esc to Today"]
            }
            Lang::Zh => ["给 60 个未分类的客户定等级", "错开逾期和过满的日子", "按名称新建的客户 60 个", "Esc 看今天"],
        };
        for words in wanted {
            assert!(picture.contains(words), "{words}: {picture}");
        }
        d.keys("PgDn PgDn PgDn PgDn PgDn PgDn PgDn");
        let last = if lang == Lang::En { "and 10 more" } else { "还有 10 个" };
        assert!(d.picture().contains(last), "{}", d.picture());
        d.keys("Esc");
        assert!(d.book.model.dialogs.is_empty());
    }
}

#[test]
fn a_field_of_the_users_own_says_whose_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = empty(Lang::En, (120, 40));
    import(&mut d, &file(&dir, "client,name,role,Favourite tea\nLotus Spa,Daniel Grant,owner,oolong\n"));
    d.keys("Esc 2");
    assert!(d.picture().contains("Favourite tea: oolong (Daniel Grant)"), "{}", d.picture());
}

#[test]
fn refused_lines_stand_with_their_reason() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = empty(Lang::En, (100, 40));
    import(&mut d, &file(&dir, "name,status\nAlpha,active\n,active\nBeta,nonsense\n"));
    let picture = d.picture();
    assert!(picture.contains("4 [ ] Read why 2 lines were refused"), "{picture}");
    d.keys("4");
    let picture = d.picture();
    assert!(picture.contains("REJECTED 2") && picture.contains("Line 4 rejected"), "{picture}");
    d.keys("Esc");
    assert!(d.picture().contains("4 [x] Read why"), "{}", d.picture());
}

#[test]
fn an_import_taken_back_can_be_brought_back_on_the_empty_screen() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = empty(Lang::En, (80, 24));
    assert!(!d.foot().contains("U redo"), "{}", d.foot());
    d.keys("U");
    assert!(d.book.model.error.is_some(), "nothing to bring back");
    import(&mut d, &file(&dir, "name\nAlpha\nBeta\n"));
    d.keys("Esc u");
    assert!(d.book.model.is_first_run(), "{}", d.picture());
    assert!(d.foot().contains("U redo"), "{}", d.foot());
    // Also after the program was left and opened again.
    let mut d = Driver::open(d.book.into_store(), Lang::En, (80, 24), monday());
    assert!(d.foot().contains("U redo"), "{}", d.foot());
    d.keys("U");
    assert_eq!(d.book.model.book.clients.len(), 2);
}

#[test]
fn an_import_too_large_for_a_redo_is_taken_back_only_after_a_question() {
    let dir = tempfile::tempdir().unwrap();
    let mut text = String::from("name,email,phone\n");
    for n in 0..3400 {
        writeln!(text, "Client {n},c{n}@example.com,+49 30 {:07}", 1_000_000 + n).unwrap();
    }
    let mut d = empty(Lang::En, (80, 24));
    import(&mut d, &file(&dir, &text));
    d.keys("Esc");
    for no in ["Enter", "n", "Esc", "x n"] {
        d.keys("u");
        assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Question(_))), "{}", d.picture());
        assert!(d.said().contains("3400 records") && d.said().ends_with("for good: no redo"), "{}", d.said());
        assert!(d.foot().contains("n no") && d.foot().contains("y yes, for good"), "{}", d.foot());
        d.keys(no);
        assert!(d.book.model.dialogs.is_empty());
        assert_eq!(d.book.model.book.clients.len(), 3400, "no was meant by {no}");
    }
    d.keys("u y");
    assert!(d.book.model.is_first_run(), "{}", d.picture());
    assert!(!d.foot().contains("U redo"), "{}", d.foot());
}

#[test]
fn a_day_without_work_says_who_has_no_tier() {
    let mut m = Maker::new();
    let id = m.client("Quiet Corp", |_| {});
    m.touch(id, Channel::Call, "2026-11-20 10:00", "");
    let mut d = Driver::open(m.store, Lang::En, (60, 18), monday());
    assert!(d.picture().contains("1 client has no tier"), "{}", d.picture());
    assert!(d.picture().contains("S sorts them"), "{}", d.picture());
    d = Driver::open(d.book.into_store(), Lang::Zh, (80, 24), monday());
    assert!(d.picture().contains("还有 1 个客户未分类"), "{}", d.picture());
}
