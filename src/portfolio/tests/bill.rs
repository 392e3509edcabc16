//! What a policy asks for a week.

use super::*;
use crate::portfolio::bill::{self, Bill};

/// So many pinned clients of each tier.
fn pinned(counts: [usize; 3]) -> Book {
    let mut book = Book::new();
    for (tier, count) in Tier::ALL.iter().zip(counts) {
        for n in 0..count {
            let n = book.add(&format!("{} {n}", tier.code()), "2026-01-05");
            book.pin(n, *tier);
        }
    }
    book
}

fn asked(book: &Book, text: &str) -> Bill {
    bill::of(&book.at("2026-11-23 09:04"), &parse(text).unwrap())
}

fn tenths(x: f64) -> String {
    format!("{x:.1}")
}

#[test]
fn a_visit_is_also_the_call_of_its_week() {
    let bill = asked(&pinned([8, 15, 40]), AGENCY);
    assert_eq!((tenths(bill.requirements()), tenths(bill.contacts_per_week())), ("27.7".to_owned(), "24.7".to_owned()));
    let per_tier: Vec<_> = bill.tiers.iter().map(|t| (t.tier, t.clients, tenths(t.contacts))).collect();
    assert_eq!(
        per_tier,
        [(Some(Tier::A), 8, "8.0".to_owned()), (Some(Tier::B), 15, "7.5".to_owned()), (Some(Tier::C), 40, "9.2".to_owned())]
    );
    assert_eq!(bill.capacity, 30.0, "six a day on five working days");
    assert_eq!((tenths(bill.contacts_per_day()), bill.fits()), ("4.9".to_owned(), true));
}

#[test]
fn eight_clients_cost_five_contacts_with_agency_and_fewer_than_half_with_solo() {
    let book = pinned([3, 3, 2]);
    let bills = bill::presets(&book.at("2026-11-23 09:04"));
    let all: Vec<_> = bills.iter().map(|b| (b.policy.as_str(), b.clients(), tenths(b.contacts_per_week()))).collect();
    assert_eq!(all[..2], [("agency", 8, "5.0".to_owned()), ("solo", 8, "2.3".to_owned())]);
    // The others are agency's plan by other tiers.
    assert!(all.len() > 2 && all[2..].iter().all(|(_, n, week)| (*n, week.as_str()) == (8, "5.0")));
}

#[test]
fn who_is_not_served_costs_nothing_and_who_has_no_tier_costs_what_c_costs() {
    let mut book = pinned([0, 0, 1]);
    for status in [Status::Lead, Status::Stopped, Status::Lost] {
        let n = book.add(status.code(), "2026-01-05");
        book.rows[n].client.status = status;
    }
    book.add("Unsorted", "2026-01-05");
    let bill = asked(&book, AGENCY);
    assert_eq!(bill.clients(), 2);
    let [c, none] = bill.tiers[..] else { panic!("{bill:?}") };
    assert_eq!((c.tier, none.tier), (Some(Tier::C), None));
    assert_eq!(c.contacts, none.contacts);
}

#[test]
fn an_override_and_a_preferred_channel_count_under_every_policy() {
    let mut book = pinned([1, 0, 0]);
    book.rows[0].overrides.push(OverrideRow {
        id: Id(1),
        channel: Channel::Call,
        new_channel: None,
        every: Interval::Days(14),
        grace: None,
        reason: "agreed".to_owned(),
        until: None,
        created: Moment(0),
        ended: None,
    });
    assert_eq!(tenths(asked(&book, AGENCY).contacts_per_week()), "0.5");
    // The mail somebody asked for in place of calls is not one more contact where a visit was made that week.
    let mut book = pinned([1, 0, 0]);
    book.rows[0].client.preferred_channel = Some(Channel::Email);
    assert_eq!(tenths(asked(&book, AGENCY).contacts_per_week()), "1.0");
}

#[test]
fn other_cuts_are_counted_with_the_tiers_they_give() {
    let book = twelve();
    let agency = asked(&book, AGENCY);
    let narrow = asked(&book, &AGENCY.replacen("a_at_most = 0.30", "a_at_most = 0.10", 1));
    let a = |b: &Bill| b.tiers.iter().find(|t| t.tier == Some(Tier::A)).map_or(0, |t| t.clients);
    assert_eq!((a(&agency), a(&narrow)), (3, 1));
    assert_eq!((agency.clients(), narrow.clients()), (12, 12));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    /// More clients never cost less, contacts are at most the requirements, and at least the most frequent one of each client.
    #[test]
    fn the_bill_lies_between_its_bounds(a in 0usize..6, b in 0usize..6, c in 0usize..6) {
        for text in [AGENCY, SOLO] {
            let bill = asked(&pinned([a, b, c]), text);
            let more = asked(&pinned([a + 1, b, c]), text);
            prop_assert!(bill.contacts_per_week() <= bill.requirements() + 1e-9);
            prop_assert!(more.contacts_per_week() > bill.contacts_per_week());
            let policy = parse(text).unwrap();
            for tier in &bill.tiers {
                let often = policy.plan(tier.tier).contacts.iter().map(|c| 7.0 / c.every.days()).fold(0.0, f64::max);
                prop_assert!(tier.contacts >= often * tier.clients as f64 - 1e-9);
            }
        }
    }
}
