//! Tiers: computed, entered, held and offered.

use super::*;

#[test]
fn s001_s002_tiers_come_from_margins_that_fade() {
    let mut book = twelve();
    let letters = |s: &Snapshot| s.clients.iter().map(|c| c.tier.label()).collect::<Vec<_>>().join(" ");
    assert_eq!(letters(&book.at("2026-11-23 09:00")), "A? A? A? B? B? B? B? B? B? B? B? C?");
    // Cost lowers the value: the first client brought nothing, and what it is expected to bring is little.
    book.rows[0].invoices[0].cost = Some(5_000_000);
    assert_eq!(book.at("2026-11-23 09:00").clients[0].tier.tier, Some(Tier::C));
}

#[test]
fn below_ten_active_clients_the_computed_tier_is_advice() {
    let mut book = twelve();
    book.rows.truncate(9);
    let s = book.at("2026-11-23 09:00");
    assert!(s.clients.iter().all(|c| c.tier.tier.is_none() && c.tier.computed.is_some() && c.tier.standing.is_some()));
    book.pin(0, Tier::B);
    assert_eq!(book.at("2026-11-23 09:00").clients[0].tier.label(), "B=");
}

#[test]
fn clients_without_invoices_or_factors_are_unsorted_not_c() {
    let mut book = twelve();
    let n = book.add("Nobody knows", "2026-01-05");
    let s = book.at("2026-11-23 09:00");
    assert!(s.clients[n].tier.unsorted);
    assert_eq!(s.clients[n].tier.label(), "-");
}

#[test]
fn without_invoices_entered_factors_sort() {
    let mut book = Book::new();
    for n in 0..12 {
        let n = book.add(&format!("Client {n}"), "2026-01-05");
        book.rows[n].client.potential = Some(if n < 3 { 5 } else { 1 });
    }
    let s = book.at("2026-11-23 09:00");
    assert_eq!(s.clients.iter().filter(|c| c.tier.tier == Some(Tier::A)).count(), 3);
    assert!(s.clients[..3].iter().all(|c| c.tier.tier == Some(Tier::A)));
}

#[test]
fn dormant_after_two_years_without_an_order_unless_something_runs() {
    let mut book = twelve();
    let n = book.add("Asleep", "2023-01-05");
    book.invoice(n, "2024-10-01", None, Some("2024-10-20"), 9_000_000);
    let s = book.at("2026-11-23 09:00");
    assert_eq!((s.clients[n].status, s.clients[n].tier.tier), (Status::Dormant, None));
    assert!(!s.clients[n].plan.is_empty(), "S135: nobody who is active by the user's word is forgotten");
    book.engagement(n, "2024-10-01", None, None);
    assert_eq!(book.at("2026-11-23 09:00").clients[n].status, Status::Active);
}

#[test]
fn s005_a_change_is_offered_once_two_month_ends_are_on_record() {
    let mut book = twelve();
    // The fourth client grew: it is A by today's figures, B on record.
    book.invoice(3, "2026-09-02", None, Some("2026-09-20"), 6_000_000);
    for n in 0..12 {
        book.month(n, "2026-09-30", Tier::B, 0.74);
        book.month(n, "2026-10-31", Tier::B, 0.74);
    }
    book.rows[3].month_scores[0].tier = Some(Tier::A);
    book.rows[3].month_scores[1].tier = Some(Tier::A);
    book.rows[3].tier_changes.push(TierChangeRow {
        at: moment("2026-08-01 09:00"),
        from: None,
        to: Tier::B,
        cause: TierCause::First,
        score: 0,
        share: 0,
    });
    let s = book.at("2026-11-23 09:00");
    let offer = s.clients[3].tier.offer.unwrap();
    assert_eq!((s.clients[3].tier.tier, offer.from, offer.to), (Some(Tier::B), Tier::B, Tier::A));
    assert!(s.queue.items.iter().any(|i| i.kind == ItemKind::Tier && i.client == Some(s.clients[3].id())));
    book.rows[3].month_scores.remove(0);
    assert_eq!(book.at("2026-11-23 09:00").clients[3].tier.offer, None);
}
