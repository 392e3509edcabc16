//! The panel of causes and figures as whole screens, and what its keys do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod learning_kit;
mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::model::Tab;
use touchbase::app::mouse::{Mouse, MouseKind};
use touchbase::domain::target::Target;
use touchbase::i18n::Lang;
use touchbase::tui::events::Event;

fn panel(lang: Lang, size: (u16, u16)) -> Driver {
    let mut m = Maker::new();
    learning_kit::fill(&mut m);
    let mut d = Driver::open(m.store, lang, size, monday());
    d.keys("A");
    d
}

#[test]
fn s083_causes_as_whole_screens() {
    insta::assert_snapshot!("causes_60", panel(Lang::En, (60, 18)).picture());
    insta::assert_snapshot!("causes_100", panel(Lang::En, (100, 30)).picture());
    insta::assert_snapshot!("causes_zh", panel(Lang::Zh, (80, 24)).picture());
    insta::assert_snapshot!("causes_200", panel(Lang::Zh, (200, 40)).picture());
}

#[test]
fn s124_figures_as_whole_screens() {
    insta::assert_snapshot!("figures_60", panel(Lang::En, (60, 18)).keys("Tab j j j").picture());
    insta::assert_snapshot!("figures_100", panel(Lang::En, (100, 30)).keys("Tab").picture());
    insta::assert_snapshot!("figures_zh", panel(Lang::Zh, (80, 24)).keys("Tab PgDn").picture());
}

#[test]
fn s083_a_line_leads_to_its_cases_as_whole_screens() {
    insta::assert_snapshot!("causes_behind", panel(Lang::En, (100, 30)).keys("Enter j").picture());
    insta::assert_snapshot!("causes_behind_60", panel(Lang::Zh, (60, 18)).keys("Enter j").picture());
    insta::assert_snapshot!("figures_behind", panel(Lang::En, (100, 30)).keys("Tab j Enter").picture());
    insta::assert_snapshot!("reasons_behind", panel(Lang::En, (80, 24)).keys("j j j j j Enter").picture());
}

fn is_open(d: &Driver) -> bool {
    matches!(d.book.model.dialogs.last(), Some(Dialog::Causes(_)))
}

#[test]
fn s083_the_period_goes_from_a_month_to_everything_and_back() {
    let mut d = panel(Lang::En, (100, 30));
    let total = |d: &Driver| match d.book.model.dialogs.last() {
        Some(Dialog::Causes(panel)) => (panel.pareto.total, panel.pareto.before),
        _ => panic!("no panel"),
    };
    assert_eq!(total(&d), (6, Some(2)));
    d.keys("[");
    assert_eq!(total(&d), (3, Some(1)), "the last 30 days");
    d.keys("[");
    assert_eq!(total(&d), (3, Some(1)), "there is none shorter");
    d.keys("] ]");
    assert_eq!(total(&d), (9, Some(0)), "a year");
    d.keys("]");
    assert_eq!(total(&d), (9, None));
    assert!(d.row(3).contains("Everything up to Mon 23 Nov"), "{}", d.row(3));
    d.keys("Tab [");
    assert!(d.row(3).contains("[Figures]") && d.row(3).contains("365 days"), "{}", d.row(3));
}

#[test]
fn s083_enter_leads_to_the_cases_and_from_there_to_the_case_itself() {
    let mut d = panel(Lang::En, (100, 30));
    d.keys("Enter j Esc");
    assert!(is_open(&d), "Esc leaves the cases, not the panel");
    d.keys("Enter j Enter");
    assert!(!is_open(&d));
    assert_eq!(d.book.model.tab, Tab::Complaints);
    assert_eq!(d.book.model.case().map(|c| c.row.no), Some(6), "a closed one is found too");
    d.keys("A Tab j j Enter Enter");
    assert_eq!((d.book.model.tab, d.book.model.case().map(|c| c.row.no)), (Tab::Complaints, Some(4)));
    d.keys("A j j j j j Enter j Enter");
    assert_eq!((d.book.model.tab, d.who().as_str()), (Tab::Clients, "远山设计"), "a low mark leads to its client");
    d.keys("A Esc");
    assert!(d.book.model.dialogs.is_empty());
}

#[test]
fn s139_an_improvement_is_done_and_taken_back_in_the_panel() {
    let mut d = panel(Lang::En, (100, 30));
    let to_improvements = "j j j j j j j";
    d.keys("d");
    assert!(d.said().contains("No open improvement is selected"), "{}", d.said());
    d.keys(to_improvements).keys("d");
    assert!(d.said().contains("Improvement done: another courier"), "{}", d.said());
    assert!(is_open(&d), "the panel stays");
    assert!(d.picture().contains("done Mon 23 Nov") && !d.picture().contains("came back"), "{}", d.picture());
    d.keys("d");
    assert!(d.said().contains("No open improvement"), "done already: {}", d.said());
    d.keys("Enter");
    assert!(d.said().contains("its cause has not come back"), "{}", d.said());
    d.keys("u");
    assert!(d.picture().contains("came back: case 5 and 2 more"), "{}", d.picture());
    d.keys("Enter");
    let target = d.book.model.entry().and_then(|e| e.id.target);
    assert!(matches!(target, Some(Target::Improvement(_))) && d.book.model.tab == Tab::Complaints, "{target:?}");
}

#[test]
fn s139_d_on_the_row_of_an_improvement_does_it_on_both_tabs() {
    for tab in ["1", "4"] {
        let mut m = Maker::new();
        learning_kit::fill(&mut m);
        let mut d = Driver::open(m.store, Lang::En, (100, 40), monday());
        d.keys("2").keys(tab).keys("g");
        let is_improvement = |d: &Driver| {
            let entry = d.book.model.entry();
            entry.is_some_and(|e| matches!(e.id.target, Some(Target::Improvement(_))))
        };
        for _ in 0..40 {
            if is_improvement(&d) {
                break;
            }
            d.keys("j");
        }
        assert!(is_improvement(&d), "{}", d.picture());
        let open = |d: &Driver| d.book.model.book.improvements.iter().filter(|i| i.is_open()).count();
        assert_eq!(open(&d), 2);
        d.keys("d");
        assert!(d.said().contains("Improvement done"), "tab {tab}: {}", d.said());
        assert_eq!(open(&d), 1, "tab {tab}");
        d.keys("u");
        assert_eq!(open(&d), 2, "tab {tab}");
    }
}

#[test]
fn s083_the_panel_takes_the_mouse() {
    let mut d = panel(Lang::En, (100, 30));
    let click = |d: &mut Driver, column: u16, row: u16| {
        d.event(Event::Mouse(Mouse { kind: MouseKind::Press, column, row }));
        d.event(Event::Mouse(Mouse { kind: MouseKind::Release, column, row }));
    };
    let line = |d: &Driver, words: &str| d.picture().lines().position(|l| l.contains(words)).unwrap() as u16;
    let quality = line(&d, "quality  ");
    click(&mut d, 10, quality);
    assert!(d.row(quality.into()).starts_with(" > quality"), "{}", d.picture());
    click(&mut d, 10, quality);
    assert!(d.row(4).contains("quality: 1 case"), "{}", d.row(4));
    click(&mut d, 12, 3);
    assert!(d.row(3).contains("[Figures]"), "{}", d.row(3));
    d.event(Event::Mouse(Mouse { kind: MouseKind::WheelDown, column: 10, row: 8 }));
    assert!(d.picture().contains(" > first response in time"), "{}", d.picture());
}

#[test]
fn a_book_without_cases_says_so() {
    for (lang, says) in [(Lang::En, "No case in this period"), (Lang::Zh, "这个时段没有工单")] {
        let mut d = Driver::on_book(lang, (60, 18));
        d.keys("A");
        assert!(d.picture().contains(says), "{}", d.picture());
        for keys in ["Enter", "Tab", "Enter", "Esc", "j", "]", "Tab", "G", "d"] {
            d.keys(keys);
            assert!(is_open(&d), "{keys}\n{}", d.picture());
        }
    }
}
