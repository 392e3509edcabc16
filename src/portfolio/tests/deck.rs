//! The sorting deck.

use super::*;
use crate::portfolio::deck::cards;
use std::collections::HashMap;

const AT: &str = "2026-11-23 09:04";

fn names(book: &Book) -> Vec<String> {
    cards(&book.at(AT), &HashMap::new()).into_iter().map(|c| c.name).collect()
}

#[test]
fn the_deck_holds_active_clients_without_a_tier_the_latest_contact_first() {
    let mut book = twelve();
    let old = book.add("Long ago", "2026-01-05");
    let never = book.add("Never", "2026-01-05");
    let new = book.add("Just now", "2026-01-05");
    book.touch(old, Channel::Call, Outcome::Reached, "2026-02-01 10:00");
    book.touch(new, Channel::Call, Outcome::NoAnswer, "2026-11-20 10:00");
    assert_eq!(names(&book), ["Just now", "Long ago", "Never"]);
    book.pin(never, Tier::C);
    book.rows[old].client.status = Status::Stopped;
    assert_eq!(names(&book), ["Just now"]);
}

#[test]
fn below_ten_clients_the_computed_tier_is_suggested_and_the_largest_comes_first() {
    let mut book = twelve();
    book.rows.truncate(8);
    for n in 0..8 {
        book.touch(n, Channel::Email, Outcome::Reached, "2026-11-20 10:00");
    }
    let deck = cards(&book.at(AT), &HashMap::from([(book.rows[0].client.id, 3)]));
    assert_eq!(deck.len(), 8);
    assert!(deck.is_sorted_by_key(|c| std::cmp::Reverse(c.billed.map(|m| m.minor))));
    assert_eq!((deck[0].suggested, deck[0].why.id, deck[0].people), (Some(Tier::A), "deck-computed", 3));
}

#[test]
fn a_running_project_suggests_b_and_nothing_is_guessed_from_nothing() {
    let mut book = twelve();
    let n = book.add("Working", "2026-01-05");
    book.engagement(n, "2026-06-01", None, None);
    book.add("Unknown", "2026-01-05");
    let said: Vec<_> = cards(&book.at(AT), &HashMap::new()).into_iter().map(|c| (c.suggested, c.why.id)).collect();
    assert!(said.contains(&(Some(Tier::B), "deck-project")) && said.contains(&(None, "deck-unknown")), "{said:?}");
}
