//! Knowledge notes in front of a draft: found, read beside the list, inserted above the closing and counted when the message went out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::messages::Draft;
use touchbase::tui::events::Event;
use touchbase::tui::run::Screen;

/// The draft of an answer to a new case, the finder not open yet.
fn drafting(lang: Lang, size: (u16, u16), config_dir: &str) -> Driver {
    let mut m = Maker::new();
    let zh = lang == Lang::Zh;
    let greenleaf = m.client(if zh { "绿叶科技" } else { "Greenleaf Tech" }, |c| {
        c.person = Some(if zh { "叶经理" } else { "Ms Leaf" }.into());
        c.points = vec![phone("021 5550 9999"), email("leaf@greenleaf.example")];
    });
    m.pin(greenleaf, Tier::A);
    m.case(greenleaf, "2026-11-23 08:30", if zh { "印刷第三次出错" } else { "third typo in print" }, |_| {});
    let mut d = Driver::open_in(config_dir, m.store, lang, size, monday());
    d.keys("4 t");
    d
}

fn finding(lang: Lang, size: (u16, u16)) -> Driver {
    let mut d = drafting(lang, size, WITH_NOTES);
    d.keys("Ctrl-k");
    d
}

fn draft(d: &Driver) -> Draft {
    match d.book.model.dialogs.last() {
        Some(Dialog::Draft(drafts)) => drafts.shown().1.clone().unwrap(),
        _ => panic!("no draft\n{}", d.picture()),
    }
}

fn uses(d: &Driver) -> Vec<(String, usize)> {
    d.book.store().note_uses().unwrap().into_iter().map(|row| (row.name, row.times)).collect()
}

#[test]
fn s051_the_finder_as_it_is_drawn() {
    for (name, lang, size, typed) in [
        ("notes_small", Lang::En, (60, 18), "'repr'"),
        ("notes_small_zh", Lang::Zh, (60, 18), "'tuikuan'"),
        ("notes_middle", Lang::En, (80, 24), "Down"),
        ("notes_wide", Lang::En, (200, 60), "'payment'"),
        ("notes_wide_zh", Lang::Zh, (120, 30), ""),
    ] {
        let mut d = finding(lang, size);
        d.keys(typed);
        insta::assert_snapshot!(name, d.picture());
    }
}

#[test]
fn s051_enter_puts_the_note_above_the_closing_and_esc_puts_nothing() {
    let mut d = finding(Lang::En, (100, 30));
    let before = {
        d.keys("Esc");
        draft(&d)
    };
    d.keys("F4 'reprint' Enter");
    let after = draft(&d);
    assert_eq!((before.notes.len(), after.notes.as_slice()), (0, &["reprint".to_owned()][..]));
    let text = "A reprint is free when the mistake is ours:\n\n- we printed something else than you approved;\n\
                - the colour differs from the signed proof (https://press.example/proofs).\n\nYou need not send anything back.";
    assert_eq!(after.body, before.body.replace("\n\nKind regards", &format!("\n\n{text}\n\nKind regards")));
    assert!(d.said().contains("When is a reprint free?"), "{}", d.said());
    // The same note once more is taken out again.
    d.keys("Ctrl-k");
    assert!(d.picture().contains("[x] When is a reprint free?"), "{}", d.picture());
    d.keys("'reprint'");
    assert!(d.foot().contains("Enter take out"), "{}", d.foot());
    d.keys("Enter");
    assert_eq!(draft(&d), before);
}

#[test]
fn s051_a_note_is_found_by_pinyin_initials_tags_and_what_it_says() {
    for (typed, title) in [
        ("tuikuan", "退款怎么办理？"),
        ("tkzm", "退款怎么办理？"),
        ("fukuan", "退款怎么办理？"),
        ("yuanzhanghu", "退款怎么办理？"),
        ("cafe zoe", "Opening hours"),
        ("late", "What happens when a payment is late?"),
        ("mistake", "When is a reprint free?"),
    ] {
        let mut d = finding(Lang::En, (100, 30));
        d.keys(&format!("'{typed}'"));
        let Some(Dialog::Knowledge(finding)) = d.book.model.dialogs.last() else { panic!("{}", d.picture()) };
        assert_eq!(finding.note().map(|n| n.title.as_str()), Some(title), "{typed}");
    }
}

#[test]
fn s051_what_stands_in_a_note_is_never_a_template() {
    let mut d = finding(Lang::En, (100, 30));
    d.keys("'late' Enter");
    assert!(draft(&d).body.contains("Interest is {{ 8 }} % a year"), "{}", d.picture());
}

#[test]
fn s051_a_use_counts_once_when_the_message_went_out_and_undo_takes_it_back() {
    let mut d = finding(Lang::En, (100, 30));
    d.keys("'reprint' Enter Ctrl-k 'opening' Enter");
    assert_eq!(uses(&d), []);
    d.keys("y");
    assert!(d.book.take_copy().unwrap().contains("A reprint is free"));
    assert_eq!(uses(&d), [], "what is only copied did not go out");
    d.keys("d");
    assert!(d.said().contains("Answered case 1"), "{}", d.said());
    assert_eq!(uses(&d), [("opening-hours".to_owned(), 1), ("reprint".to_owned(), 1)]);
    d.keys("t Ctrl-k");
    assert!(d.picture().contains("used once"), "{}", d.picture());
    d.keys("Esc Esc u");
    assert_eq!(uses(&d), []);
    d.keys("U");
    assert_eq!(uses(&d).len(), 2);
}

#[test]
fn s051_a_message_without_a_case_counts_its_notes_too() {
    let mut d = Driver::open_in(WITH_NOTES, book().store, Lang::En, (100, 30), monday());
    d.keys("2 / 'orchid' Enter t Ctrl-k 'opening' Enter d");
    assert_eq!(uses(&d), [("opening-hours".to_owned(), 1)]);
    d.keys("u");
    assert_eq!(uses(&d), []);
}

#[test]
fn s140_without_notes_the_finder_says_how_to_make_the_first_one() {
    for lang in Lang::ALL {
        let mut d = drafting(lang, (60, 18), "/nonexistent");
        d.keys("Ctrl-k");
        let picture = d.picture();
        assert!(picture.contains("touchbase notes edit"), "{picture}");
        assert!(picture.replace(['\n', ' '], "").contains("/nonexistent/notes"), "{picture}");
        d.keys("Enter 'x' Enter Esc");
        assert!(draft(&d).notes.is_empty());
    }
}

#[test]
fn s051_the_mouse_and_the_clipboard_work_in_the_finder() {
    let mut d = finding(Lang::En, (100, 30));
    d.event(Event::Paste("opening\nhours".into()));
    let Some(Dialog::Knowledge(finding)) = d.book.model.dialogs.last() else { panic!("{}", d.picture()) };
    assert_eq!((finding.field.text(), finding.shown.len()), ("opening hours", 1));
}

#[test]
fn s051_a_long_note_can_be_read_to_its_end() {
    let mut d = finding(Lang::En, (60, 18));
    d.keys("'repr'");
    assert!(!d.picture().contains("You need not"), "{}", d.picture());
    d.keys("PgDn PgDn PgDn PgDn PgDn PgDn");
    assert!(d.picture().contains("You need not"), "{}", d.picture());
    d.keys("PgUp PgUp PgUp PgUp PgUp PgUp");
    assert!(d.picture().contains("A reprint is"), "{}", d.picture());
}
