//! How complete what is known of a client is, and how much of it was checked.

use super::*;
use crate::domain::money::Money;
use crate::portfolio::completeness::{self, Completeness};
use crate::store::ClientDetail;

const AT: &str = "2026-11-23 09:04";

fn of(book: &Book, n: usize, detail: &ClientDetail) -> Completeness {
    let s = book.at(AT);
    completeness::of(&s, &s.clients[n], detail)
}

fn missing(c: &Completeness) -> Vec<&'static str> {
    c.missing().map(|m| m.id).collect()
}

/// A client of whom everything is known, and its details.
fn known(tier: Tier) -> (Book, ClientDetail) {
    let mut book = Book::new();
    let n = book.add("Northstar Media", "2026-01-05");
    book.pin(n, tier);
    let row = &mut book.rows[n].client;
    (row.industry, row.region, row.size) = (Some("media".into()), Some("north".into()), Some("40".into()));
    (row.potential, row.fit, row.budget) = (Some(3), Some(3), Some(Money { minor: 1, currency: Currency::CNY }));
    book.invoice(n, "2026-09-01", None, None, 100);
    book.survey(n, SurveyKind::Csat, 4, "2026-06-01");
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-10 10:00");
    let mut detail = book.detail(n);
    detail.touches[0].note = Some("liked the draft".to_owned());
    detail.need = Some("a new brochure".to_owned());
    detail.people = vec![person(1, "Bei", None)];
    detail.points = vec![
        point(1, PointKind::Wechat, "bei"),
        point(2, PointKind::Email, "b@x.example"),
        point(3, PointKind::Address, "Gate 4"),
    ];
    (book, detail)
}

#[test]
fn s064_three_groups_with_the_missing_fields_named() {
    let (book, detail) = known(Tier::A);
    let full = of(&book, 0, &detail);
    assert_eq!((full.percent, missing(&full).len(), full.urgent), (100, 0, false));
    let mut book = Book::new();
    let n = book.add("Nobody knows", "2026-01-05");
    let none = of(&book, n, &book.detail(n));
    assert_eq!(none.percent, 0);
    assert_eq!(
        missing(&none),
        [
            "complete-phone",
            "complete-email",
            "complete-person",
            "complete-industry",
            "complete-region",
            "complete-size",
            "complete-needs",
            "complete-budget",
            "complete-potential",
            "complete-fit",
            "complete-note",
            "complete-business",
            "complete-survey"
        ]
    );
    let counts: Vec<_> = none.groups.iter().map(|g| (g.have, g.of)).collect();
    assert_eq!(counts, [(0, 6), (0, 4), (0, 3)]);
}

#[test]
fn s064_an_a_client_without_a_phone_is_further_from_complete() {
    let without = |tier| {
        let (book, mut detail) = known(tier);
        detail.points.retain(|p| p.kind != PointKind::Wechat);
        of(&book, 0, &detail)
    };
    let (a, b, c) = (without(Tier::A), without(Tier::B), without(Tier::C));
    assert!(a.percent < b.percent && b.percent < c.percent && c.percent < 100, "{} {} {}", a.percent, b.percent, c.percent);
    assert!(a.urgent && !b.urgent && !c.urgent);
    assert_eq!(missing(&a), ["complete-phone"]);
}

#[test]
fn an_address_is_asked_for_where_visits_are_promised_and_a_person_where_there_is_an_organisation() {
    let (book, mut detail) = known(Tier::A);
    detail.points.retain(|p| p.kind != PointKind::Address);
    assert_eq!(missing(&of(&book, 0, &detail)), ["complete-address"]);
    let (mut book, mut detail) = known(Tier::C);
    detail.points.retain(|p| p.kind != PointKind::Address);
    detail.people.clear();
    assert_eq!(missing(&of(&book, 0, &detail)), ["complete-person"]);
    book.rows[0].client.kind = ClientKind::Person;
    assert_eq!(missing(&of(&book, 0, &detail)), Vec::<&str>::new());
}

#[test]
fn a_note_counts_for_one_interval_of_the_plan_and_a_wrong_number_for_nothing() {
    let (mut book, mut detail) = known(Tier::A);
    detail.touches[0].row.at = moment("2026-10-24 10:00");
    assert_eq!(missing(&of(&book, 0, &detail)), Vec::<&str>::new(), "30 days ago, visits every month");
    detail.touches[0].row.at = moment("2026-10-20 10:00");
    assert_eq!(missing(&of(&book, 0, &detail)), ["complete-note"]);
    book.rows[0].pins[0].tier = Tier::B;
    assert_eq!(missing(&of(&book, 0, &detail)), Vec::<&str>::new(), "visits every three months");
    detail.points[0].invalid_since = Some(day("2026-11-01"));
    assert_eq!(missing(&of(&book, 0, &detail)), ["complete-phone"]);
}

#[test]
fn s066_points_count_as_verified_within_the_review_interval_of_the_tier() {
    let (mut book, mut detail) = known(Tier::A);
    detail.points[0].verified_on = Some(day("2026-08-25"));
    detail.points[1].verified_on = Some(day("2026-08-24"));
    assert_eq!(of(&book, 0, &detail).verified, (1, 3), "90 days for A");
    book.rows[0].pins[0].tier = Tier::B;
    assert_eq!(of(&book, 0, &detail).verified, (2, 3));
    detail.points[0].invalid_since = Some(day("2026-11-01"));
    assert_eq!(of(&book, 0, &detail).verified, (1, 2));
}

proptest! {
    /// One more field known never makes a client less complete, and 100 is said only of the complete.
    #[test]
    fn more_known_is_never_less_complete(mask in 0u16..512, more in 0usize..9) {
        let build = |mask: u16| {
            let (mut book, mut detail) = known(Tier::A);
            let on = |bit: u16| mask & (1 << bit) != 0;
            let row = &mut book.rows[0].client;
            row.industry = row.industry.take().filter(|_| on(0));
            row.region = row.region.take().filter(|_| on(1));
            row.potential = row.potential.filter(|_| on(2));
            row.budget = row.budget.filter(|_| on(3));
            detail.need = detail.need.filter(|_| on(4));
            detail.points.retain(|p| on(match p.kind { PointKind::Wechat => 5, PointKind::Email => 6, _ => 7 }));
            if !on(8) { detail.people.clear(); }
            of(&book, 0, &detail)
        };
        let (less, rest) = (build(mask), build(mask | 1 << more));
        prop_assert!(rest.percent >= less.percent);
        prop_assert_eq!(rest.percent == 100, missing(&rest).is_empty());
        prop_assert!(less.groups.iter().all(|g| g.have + g.missing.len() == g.of));
    }
}
