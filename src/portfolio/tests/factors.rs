//! Tiers by the factors of the policy, previews of another policy, and tiers over time.

use super::*;
use crate::domain::money::Money;
use crate::domain::policy::preset;
use crate::portfolio::bill;
use crate::portfolio::explain::explain;
use crate::portfolio::preview::{Effect, moves};
use crate::portfolio::tier_history::history;

const NOW: &str = "2026-11-23 09:00";

fn under(book: &mut Book, name: &str) {
    book.policy = parse(preset(name).unwrap()).unwrap();
}

fn ids(snapshot: &Snapshot, id: Id) -> Vec<&'static str> {
    let parts = explain(snapshot, id);
    parts.into_iter().find(|p| p.key == "tier").unwrap().lines.iter().map(|l| l.id).collect()
}

fn numbers(snapshot: &Snapshot, id: Id) -> serde_json::Value {
    explain(snapshot, id).into_iter().find(|p| p.key == "tier").unwrap().numbers
}

#[test]
fn s023_the_preset_factors_weighs_budget_frequency_and_industry() {
    let mut book = twelve();
    under(&mut book, "factors");
    for n in 0..12 {
        book.rows[n].client.budget = Some(Money { minor: 1_000_000, currency: Currency::CNY });
        book.rows[n].client.industry = Some("retail".to_owned());
    }
    book.rows[11].client.budget = Some(Money { minor: 90_000_000, currency: Currency::CNY });
    let s = book.at(NOW);
    assert_eq!(s.clients[11].tier.label(), "A", "the largest budget; nothing is missing");
    let terms = numbers(&s, s.clients[11].id())["terms"].clone();
    // One order each: 90 of 101 millions, a twelfth of the orders, and of the industries.
    let term = |n: usize| terms[n]["term"].as_f64().unwrap();
    assert!(
        (term(0) - 0.5 * 90.0 / 101.0).abs() < 1e-9
            && (term(1) - 0.3 / 12.0).abs() < 1e-9
            && (term(2) - 0.2 / 12.0).abs() < 1e-9
    );
    let sum: f64 = (0..3).map(term).sum();
    assert!((sum - s.clients[11].tier.standing.unwrap().score).abs() < 1e-9, "the terms are the score");
}

#[test]
fn s002_what_is_missing_marks_the_tier_and_is_said() {
    let mut book = twelve();
    under(&mut book, "factors");
    for n in 0..11 {
        book.rows[n].client.budget = Some(Money { minor: 1_000_000, currency: Currency::CNY });
        book.rows[n].client.industry = Some("retail".to_owned());
    }
    book.rows[11].client.industry = Some("retail".to_owned());
    let s = book.at(NOW);
    assert!(s.clients[11].tier.thin && !s.clients[0].tier.thin);
    let scores: Vec<f64> = s.clients.iter().map(|c| c.tier.standing.unwrap().score).collect();
    assert!((scores[11] - scores[0]).abs() < 1e-12, "the unknown budget counts as the mean of the others, not as 0");
    assert!(ids(&s, s.clients[11].id()).contains(&"explain-term-missing"));
    assert_eq!(numbers(&s, s.clients[11].id())["missing"], serde_json::json!(["budget"]));
}

#[test]
fn s030_the_preset_ops_sets_sales_and_size_against_effort() {
    let mut book = Book::new();
    under(&mut book, "ops");
    for n in 0..12 {
        let n = book.add(&format!("Shop {n}"), "2026-01-05");
        book.invoice(n, "2026-09-01", None, Some("2026-09-20"), 1_000_000);
        book.rows[n].client.size = Some("medium".to_owned());
        book.touch(n, Channel::Call, Outcome::Reached, "2026-10-05 10:00");
    }
    // Minutes written down, and contacts that count as the queue's.
    book.rows[0].touches[0].minutes = Some(600);
    for day in ["06", "07", "08"] {
        book.touch(1, Channel::Call, Outcome::Reached, &format!("2026-10-{day} 10:00"));
    }
    let s = book.at(NOW);
    let rank = |n: usize| s.clients[n].tier.standing.unwrap().rank;
    assert_eq!((rank(0), rank(1)), (11, 10), "the same sales and size: the most work comes last");
    assert!(ids(&s, s.clients[0].id()).contains(&"explain-term-effort"));
}

#[test]
fn s060_the_preset_size_weighs_sales_frequency_and_tenure_within_its_window() {
    let mut book = Book::new();
    under(&mut book, "size");
    for n in 0..12 {
        let n = book.add(&format!("Client {n}"), "2024-01-05");
        book.invoice(n, "2026-09-01", None, Some("2026-09-20"), 1_000_000);
    }
    // Large, but more than a year ago: it counts no longer, and is not unknown either.
    book.rows[0].invoices.clear();
    book.invoice(0, "2025-11-20", None, Some("2025-12-01"), 90_000_000);
    // Long a client.
    book.rows[1].client.since = day("2016-01-05");
    let s = book.at(NOW);
    let score = |n: usize| s.clients[n].tier.standing.unwrap().score;
    assert!(score(1) > score(2) && score(2) > score(0), "{} {} {}", score(0), score(1), score(2));
    assert!(!s.clients[0].tier.thin);
    assert!(ids(&s, s.clients[0].id()).contains(&"explain-up-factor"), "what would lift it");
}

#[test]
fn nobody_is_placed_by_time_alone() {
    let mut book = twelve();
    under(&mut book, "size");
    let n = book.add("Nobody knows", "2020-01-05");
    let s = book.at(NOW);
    assert!(s.clients[n].tier.unsorted);
    assert_eq!(ids(&s, s.clients[n].id())[0], "explain-unsorted-factors");
}

#[test]
fn s072_a_preview_names_who_would_move_and_why() {
    let mut book = twelve();
    for n in 0..12 {
        book.rows[n].client.budget = Some(Money { minor: if n == 11 { 90_000_000 } else { 1 }, currency: Currency::CNY });
    }
    let s = book.at(NOW);
    let other = parse(preset("factors").unwrap()).unwrap();
    let moved = moves(&s, &other);
    assert!(moves(&s, &book.policy).is_empty());
    book.policy = other;
    let then = book.at(NOW);
    let really = |n: usize| (s.clients[n].tier.computed, then.clients[n].tier.computed);
    let expected = (0..12).filter(|n| really(*n).0 != really(*n).1).count();
    assert_eq!(moved.len(), expected);
    assert!(moved.iter().all(|m| (m.from, m.to) == really(m.id.0 as usize - 1) && m.effect == Effect::AtOnce));
    assert_eq!((moved[0].id, moved[0].to), (Id(12), Some(Tier::A)));
    assert_eq!(moved[0].after, then.clients[11].tier.standing);
}

#[test]
fn a_preview_fades_margins_as_the_other_policy_would() {
    let mut book = twelve();
    book.policy.tiers.expected_weight = 0.0;
    book.invoice(8, "2025-01-01", None, Some("2025-01-20"), 5_000_000);
    let s = book.at(NOW);
    let mut other = book.policy.clone();
    other.tiers.half_life = 3000.0;
    let moved = moves(&s, &other);
    book.policy = other;
    let then = book.at(NOW);
    assert_eq!(moved.iter().find(|m| m.id == Id(9)).unwrap().after, then.clients[8].tier.standing);
}

#[test]
fn s005_a_preview_says_what_is_held_pinned_or_only_advice() {
    let mut book = twelve();
    for n in 0..12 {
        book.rows[n].client.budget = Some(Money { minor: if n == 11 { 90_000_000 } else { 1 }, currency: Currency::CNY });
    }
    for month in ["2026-09-30", "2026-10-31"] {
        book.month(11, month, Tier::C, 0.99);
    }
    book.pin(0, Tier::A);
    let other = parse(preset("factors").unwrap()).unwrap();
    let effect = |book: &Book, id: i64| moves(&book.at(NOW), &other).into_iter().find(|m| m.id == Id(id)).map(|m| m.effect);
    let held = moves(&book.at(NOW), &other).into_iter().find(|m| m.id == Id(12)).unwrap();
    assert_eq!(
        (held.from, held.to, held.effect, held.changes()),
        (Some(Tier::C), Some(Tier::A), Effect::Offered, true),
        "the tier in force"
    );
    let bills = [bill::of(&book.at(NOW), &book.policy), bill::at_once(&book.at(NOW), &other), bill::of(&book.at(NOW), &other)];
    let a = bills.map(|b| b.tiers.iter().find(|t| t.tier == Some(Tier::A)).map_or(0, |t| t.clients));
    assert!(a[2] > a[1], "the bill counts an offered tier as accepted: {a:?}");
    let kept = std::mem::take(&mut book.rows[11].month_scores);
    for month in ["2026-09-30", "2026-10-31"] {
        book.month(11, month, Tier::A, 0.1);
    }
    assert_eq!(effect(&book, 12), None, "who is held there already does not move");
    book.rows[11].month_scores = kept;
    assert!(matches!(effect(&book, 1), None | Some(Effect::Pinned)));
    book.rows.drain(1..5);
    assert_eq!(effect(&book, 12), Some(Effect::Advice));
}

#[test]
fn s005_the_tier_is_drawn_month_by_month_with_every_change() {
    let mut book = twelve();
    let change = |at: &str, from, to, cause| TierChangeRow { at: moment(at), from, to, cause, score: 41_000, share: 742_000 };
    book.rows[3].client.since = day("2026-03-10");
    book.month(3, "2026-03-31", Tier::C, 0.97);
    book.month(3, "2026-04-30", Tier::B, 0.9);
    book.rows[3].tier_changes = vec![
        change("2026-05-04 09:00", None, Tier::B, TierCause::First),
        change("2026-08-03 09:00", Some(Tier::B), Tier::A, TierCause::Accepted),
    ];
    let id = book.rows[3].client.id;
    let mut pinned = crate::domain::facts::PinRow {
        id: Id(1),
        tier: Tier::C,
        reason: "quiet".to_owned(),
        from: day("2026-09-10"),
        until: None,
        review_on: day("2027-03-01"),
        created: moment("2026-09-10 10:00"),
        ended: Some(moment("2026-10-12 10:00")),
    };
    book.rows[3].pins = vec![pinned.clone()];
    let s = book.at(NOW);
    let past = history(s.client(id).unwrap(), &s.now);
    assert_eq!(past.strip(), "2026 ..CBBBBACAA");
    let causes: Vec<&str> = past.changes.iter().map(|c| c.cause.code()).collect();
    assert_eq!(causes, ["unpinned", "pinned", "accepted", "first"]);
    assert_eq!(past.changes[2].standing, Some((0.041, 0.742)));
    assert_eq!((past.changes[0].from, past.changes[0].to), (Some(Tier::C), Some(Tier::A)));
    let json = numbers(&s, id)["history"].clone();
    assert_eq!(json["changes"].as_array().unwrap().len(), 4);
    assert_eq!(json["months"][0], serde_json::json!({ "month": "2026-03", "tier": "C" }));
    // As of a date before, what came later is not known.
    let before = book.at("2026-09-05 09:00");
    assert_eq!(history(before.client(id).unwrap(), &before.now).strip(), "2026 ..CBBBBAA");
    pinned.ended = None;
    book.rows[3].pins = vec![pinned];
    let s = book.at(NOW);
    assert_eq!(history(s.client(id).unwrap(), &s.now).strip(), "2026 ..CBBBBACCC");
}
