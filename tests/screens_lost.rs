//! A client that is gone on the screen: `L`, the reason, a line of text; several at once; and back again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::domain::words::{OutcomeKind, Status};
use touchbase::i18n::Lang;

fn status(d: &Driver, name: &str) -> Status {
    d.book.model.book.clients.iter().find(|c| c.name() == name).unwrap().status
}

fn reasons(d: &Driver, name: &str) -> Vec<(OutcomeKind, Option<String>)> {
    let client = d.book.model.book.clients.iter().find(|c| c.name() == name).unwrap();
    client.facts.outcomes.iter().map(|o| (o.kind, o.reason.clone())).collect()
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
fn s100_l_asks_for_a_reason_then_words_and_u_takes_it_back() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    go_to(&mut d, "Lotus Spa");
    d.keys("L");
    assert!(d.picture().contains("Lotus Spa: why lost?") && d.picture().contains("4 went to a competitor"), "{}", d.picture());
    d.keys("j Enter");
    assert!(d.picture().contains("Lotus Spa, lost (quality): in a few words"), "{}", d.picture());
    // Words are needed, and what was typed so far is kept.
    d.keys("Enter");
    assert_eq!(status(&d, "Lotus Spa"), Status::Active);
    d.keys("'the third misprint' Enter");
    assert!(d.said().starts_with("Lost: Lotus Spa"), "{}", d.said());
    assert_eq!(status(&d, "Lotus Spa"), Status::Lost);
    assert_eq!(reasons(&d, "Lotus Spa"), [(OutcomeKind::Lost, Some("quality".to_owned()))]);
    assert!(!d.picture().contains("call  Lotus Spa"), "{}", d.picture());
    d.keys("u");
    assert_eq!((status(&d, "Lotus Spa"), reasons(&d, "Lotus Spa")), (Status::Active, vec![]));
    // Esc leaves it, and a digit chooses at once.
    go_to(&mut d, "Lotus Spa");
    d.keys("L Esc");
    assert!(d.book.model.dialogs.is_empty());
    d.keys("L 4 'next door' Enter");
    assert_eq!(reasons(&d, "Lotus Spa"), [(OutcomeKind::Lost, Some("competitor".to_owned()))]);
}

#[test]
fn s100_marked_clients_are_lost_for_one_reason_in_one_step() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    for name in ["Lotus Spa", "Delta Foods"] {
        go_to(&mut d, name);
        d.keys("Space");
    }
    d.keys("L");
    assert!(d.picture().contains("2 clients: why lost?"), "{}", d.picture());
    d.keys("1 'too dear' Enter");
    for name in ["Lotus Spa", "Delta Foods"] {
        assert_eq!(status(&d, name), Status::Lost, "{name}");
        assert_eq!(reasons(&d, name), [(OutcomeKind::Lost, Some("price".to_owned()))]);
    }
    d.keys("u");
    for name in ["Lotus Spa", "Delta Foods"] {
        assert_eq!(status(&d, name), Status::Active, "{name}");
    }
}

#[test]
fn s100_on_a_lost_client_the_key_is_the_way_back_and_a_list_with_one_says_so() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("2");
    go_to(&mut d, "Lotus Spa");
    // On its page too.
    d.keys("Enter L 9 'moved away' Enter");
    assert_eq!(status(&d, "Lotus Spa"), Status::Lost, "{}", d.picture());
    d.keys("Esc Esc");
    go_to(&mut d, "Lotus Spa");
    d.keys("L");
    assert!(d.picture().contains("Lotus Spa, back again: why"), "{}", d.picture());
    d.keys("'new owner' Enter");
    assert_eq!(status(&d, "Lotus Spa"), Status::Active);
    assert_eq!(reasons(&d, "Lotus Spa").last().unwrap().0, OutcomeKind::Returned);
    d.keys("u");
    assert_eq!(status(&d, "Lotus Spa"), Status::Lost);
    // Among several the lost one is left and named.
    d.keys("Space");
    go_to(&mut d, "Delta Foods");
    d.keys("Space L 1 'too dear' Enter");
    assert_eq!(status(&d, "Delta Foods"), Status::Lost);
    assert!(d.said().contains("This client is lost already"), "{}", d.said());
}

#[test]
fn s100_the_choice_fits_the_smallest_screen_in_both_languages() {
    for (lang, words) in [(Lang::En, "another reason"), (Lang::Zh, "其他原因")] {
        let mut d = Driver::on_book(lang, (60, 18));
        d.keys("L");
        assert!(d.picture().contains(words), "{}", d.picture());
        d.keys("j j j j j j j j j j Enter 'x' Enter");
        let lost = d.book.model.book.clients.iter().filter(|c| c.status == Status::Lost);
        assert_eq!(lost.flat_map(|c| &c.facts.outcomes).next().unwrap().reason.as_deref(), Some("other"));
    }
}

/// Three clients lost for two reasons on different days, then the panel.
fn looked_back(lang: Lang, size: (u16, u16)) -> Driver {
    let mut d = Driver::on_book(lang, size);
    d.keys("2");
    for (name, keys) in
        [("Lotus Spa", "L 1 'too dear' Enter"), ("Delta Foods", "L 4 'next door' Enter"), ("Harbor & Sons", "L 1 'dear' Enter")]
    {
        go_to(&mut d, name);
        d.keys(keys);
    }
    d.keys("5 A");
    d
}

#[test]
fn s100_the_panel_counts_the_lost_and_leads_to_them() {
    let mut d = looked_back(Lang::En, (100, 40));
    let seen = d.picture();
    assert!(seen.contains("Lost: 3 clients") && seen.contains("By reason") && seen.contains("By tier at the loss"), "{seen}");
    assert!(seen.contains("How good the signs were") && seen.contains("Nobody was won back"), "{seen}");
    assert!(d.foot().contains("clients"), "{}", d.foot());
    // The first line is the reason with two clients: Enter shows them, Enter again goes to one.
    d.keys("Enter");
    assert!(d.picture().contains("price: 2 clients"), "{}", d.picture());
    d.keys("Esc");
    assert!(d.picture().contains("By reason"), "{}", d.picture());
    d.keys("Enter j Enter");
    assert!(d.book.model.dialogs.is_empty());
    assert!(["Lotus Spa", "Harbor & Sons"].contains(&d.who().as_str()), "{}", d.who());
    // A loss itself leads to its client at once, and what was said stands below the rule.
    d.keys("5 A");
    while !d.picture().contains("next door") {
        d.keys("j");
    }
    d.keys("Enter");
    assert_eq!(d.who(), "Delta Foods");
}

#[test]
fn s100_the_panel_goes_through_periods_and_a_means_causes_elsewhere() {
    let mut d = looked_back(Lang::En, (100, 30));
    assert!(d.row(0).contains("LOST CLIENTS") || d.picture().contains("730 days"), "{}", d.picture());
    d.keys("[");
    assert!(d.picture().contains("365 days"), "{}", d.picture());
    d.keys("[ [");
    assert!(d.picture().contains("90 days") && d.picture().contains("Lost: 3 clients"), "{}", d.picture());
    d.keys("] ] ]");
    assert!(d.picture().contains("Everything"), "{}", d.picture());
    d.keys("Esc");
    assert!(d.book.model.dialogs.is_empty());
    assert!(d.foot().contains("A lost clients") || !d.foot().contains("A causes"), "{}", d.foot());
    d.keys("1 A");
    assert!(d.picture().contains("Causes"), "{}", d.picture());
}

#[test]
fn s100_the_panel_fits_every_screen_in_both_languages() {
    for (lang, title) in [(Lang::En, "Lost: 3 clients"), (Lang::Zh, "流失 3 位客户")] {
        for size in [(60, 18), (80, 24), (200, 60)] {
            let mut d = looked_back(lang, size);
            assert!(d.picture().contains(title), "{}", d.picture());
            for _ in 0..30 {
                d.keys("j");
            }
            d.keys("Enter Esc k Enter");
        }
    }
}
