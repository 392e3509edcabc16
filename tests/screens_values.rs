//! The list of clients from every side, the count of their kinds, and what is decided about small ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::model::Tab;
use touchbase::app::mouse::{Mouse, MouseKind};
use touchbase::domain::action::{Action, ClientField, NeedType};
use touchbase::domain::id::Id;
use touchbase::domain::words::{Channel, InvestmentKind, Status, Tier};
use touchbase::i18n::Lang;
use touchbase::portfolio::value::{Facet, ValueView};
use touchbase::tui::events::Event;

/// Twelve clients with orders every other month for two years, the first the largest; two small ones beside them.
fn maker() -> Maker {
    let mut m = Maker::new();
    let trades = ["food", "media", "retail"];
    for n in 0..12_usize {
        let client = m.client(&format!("Client {n:02}"), |c| {
            c.since = day("2024-11-01");
            c.industry = Some(trades[n % 3].into());
            c.region = (n % 2 == 0).then(|| "Ghent".into());
        });
        for month in 0..12 {
            let issued = day("2026-11-02").plus_months(-2 * month).to_string();
            m.invoice(client, &format!("{n}-{month}"), &issued, &issued, Some(&issued), 400_000 * (12 - n as i64));
        }
        m.touch(client, Channel::Call, "2026-11-16 10:00", "spoke");
    }
    let sprout = m.client("Sprout", |c| c.since = day("2024-11-01"));
    for (no, issued, amount) in [("s1", "2025-10-01", 10_000), ("s2", "2026-03-01", 12_000), ("s3", "2026-09-01", 9_000)] {
        m.invoice(sprout, no, issued, issued, Some(issued), amount);
    }
    let idle = m.client("Idle", |c| c.since = day("2024-11-01"));
    m.invoice(idle, "i1", "2025-05-01", "2025-05-01", Some("2025-06-20"), 10_000);
    m.pin(sprout, Tier::C);
    m.pin(idle, Tier::C);
    m
}

fn open(lang: Lang, size: (u16, u16)) -> Driver {
    let mut d = Driver::open(maker().store, lang, size, monday());
    d.keys("2");
    d
}

fn view(d: &Driver) -> ValueView {
    d.book.model.view
}

fn names(d: &Driver) -> Vec<String> {
    let model = &d.book.model;
    let client = |id: Option<Id>| model.book.client(id.unwrap()).unwrap().name().to_owned();
    model.list().entries().map(|(_, e)| client(e.id.client)).collect()
}

#[test]
fn s054_s068_the_views_as_whole_screens() {
    insta::assert_snapshot!("values_past_60", open(Lang::En, (60, 18)).keys("]").picture());
    insta::assert_snapshot!("values_expected_100", open(Lang::En, (100, 30)).keys("] ]").picture());
    insta::assert_snapshot!("values_share_zh", open(Lang::Zh, (80, 24)).keys("] ] ]").picture());
    insta::assert_snapshot!("values_rfm_80", open(Lang::En, (80, 24)).keys("] ] ] ]").picture());
    insta::assert_snapshot!("values_growth_zh_60", open(Lang::Zh, (60, 18)).keys("[ [").picture());
    insta::assert_snapshot!("values_expected_200", open(Lang::Zh, (200, 60)).keys("] ]").picture());
}

#[test]
fn s069_small_clients_as_whole_screens() {
    insta::assert_snapshot!("values_keep_60", open(Lang::En, (60, 18)).keys("[").picture());
    insta::assert_snapshot!("values_keep_zh_80", open(Lang::Zh, (80, 24)).keys("[").picture());
    insta::assert_snapshot!("values_keep_200", open(Lang::En, (200, 60)).keys("[").picture());
}

#[test]
fn s071_the_counts_as_whole_screens() {
    insta::assert_snapshot!("facets_60", open(Lang::En, (60, 18)).keys("#").picture());
    insta::assert_snapshot!("facets_zh", open(Lang::Zh, (80, 24)).keys("# Tab Tab Tab").picture());
}

#[test]
fn s068_each_view_is_ordered_by_its_figure_and_the_plain_list_comes_back() {
    let mut d = open(Lang::En, (120, 30));
    let plain = names(&d);
    d.keys("]");
    assert_eq!(view(&d), ValueView::Past);
    assert_eq!(names(&d)[..2], ["Client 00", "Client 01"]);
    assert_eq!(d.book.model.list().index(), Some(0), "the largest is in front");
    d.keys("[ [ [");
    assert_eq!((view(&d), names(&d)[0].as_str()), (ValueView::Growth, "Sprout"));
    d.keys("] ]");
    assert_eq!((view(&d), names(&d)), (ValueView::Plan, plain));
    // A click on the name of a view opens it.
    d.keys("]");
    let row = d.picture().lines().position(|line| line.contains("[past]")).unwrap();
    let column = d.row(row).find("growth").unwrap() as u16;
    d.event(Event::Mouse(Mouse { kind: MouseKind::Press, column, row: row as u16 }));
    assert_eq!(view(&d), ValueView::Growth);
}

#[test]
fn s068_a_filter_narrows_a_view_and_keeps_its_order() {
    let mut d = open(Lang::En, (120, 30));
    d.keys("] / 'industry:food' Enter");
    assert_eq!(names(&d), ["Client 00", "Client 03", "Client 06", "Client 09"]);
    d.keys("Esc / 'is:rising' Enter");
    assert_eq!(names(&d), ["Sprout"]);
}

#[test]
fn s069_a_decision_asks_why_is_shown_and_can_be_taken_back() {
    let mut d = open(Lang::En, (220, 30));
    d.keys("[");
    assert_eq!(names(&d)[0], "Idle", "to let go comes first");
    assert!(d.foot().contains("M decide"), "{}", d.foot());
    let client = |d: &Driver| {
        let model = &d.book.model;
        model.book.clients.iter().find(|c| c.name() == "Idle").cloned().unwrap()
    };
    d.keys("M a Enter");
    assert!(client(&d).facts.investment.is_none(), "not without a reason");
    d.keys("'two mails a year will do' Enter");
    assert_eq!(client(&d).facts.investment.map(|i| i.kind), Some(InvestmentKind::Automate));
    assert!(client(&d).plan.iter().all(|r| r.channel == Channel::Email));
    assert_eq!(names(&d).last().map(String::as_str), Some("Idle"), "decided ones come last");
    let at = names(&d).len() - 1;
    d.keys("G");
    assert!(d.picture().contains("two mails a year will do"), "{}", d.picture());
    assert_eq!(d.book.model.list().index(), Some(at));
    d.keys("M =");
    assert!(client(&d).facts.investment.is_none());
    d.keys("u");
    assert!(client(&d).facts.investment.is_some(), "the way back has a way back");
    d.keys("u g M s 'no order for years' Enter");
    assert_eq!(client(&d).status, Status::Stopped);
    assert!(!names(&d).contains(&"Idle".to_owned()));
}

#[test]
fn s004_s071_enter_on_a_count_filters_the_list() {
    let mut d = open(Lang::En, (100, 30));
    d.keys("#");
    let count = |d: &Driver| match d.book.model.dialogs.last() {
        Some(Dialog::Facets(panel)) => Some((panel.by, panel.groups[panel.selected].count)),
        _ => None,
    };
    assert_eq!(count(&d), Some((Facet::Industry, 4)));
    d.keys("j Enter");
    assert_eq!((count(&d), d.book.model.tab), (None, Tab::Clients));
    assert_eq!(names(&d).len(), 4);
    // Counted again among these, and narrowed further.
    d.keys("# Tab");
    assert_eq!(count(&d), Some((Facet::Region, 2)));
    d.keys("Enter");
    assert_eq!(names(&d).len(), 2, "{}", d.picture());
    d.keys("Esc");
    assert_eq!(names(&d).len(), 14);
    d.keys("# Esc");
    assert_eq!(count(&d), None);
}

#[test]
fn s070_what_a_client_looks_for_is_typed_in_the_form_with_what_shows_it() {
    let mut m = maker();
    let client = m.client("Kite", |_| ());
    let need = |why: &str| ClientField::NeedType(Some(NeedType { code: "quality".into(), why: why.into() }));
    let edit = |field| Action::EditClient { client, fields: vec![field], points: vec![], tags: vec![], why: None };
    m.act(edit(need("asks for samples of everything")), "2026-11-20 10:00");
    let mut d = Driver::open(m.store, Lang::En, (220, 60), monday());
    d.keys("/ 'need:quality' Enter");
    assert!(d.picture().contains("quality (asks for samples of everything)"), "{}", d.picture());
    d.keys("2 / 'kite' Enter E");
    assert!(d.picture().contains("How known"), "{}", d.picture());
}
