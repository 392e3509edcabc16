//! The day's queue: kinds, order, quadrants, capacity.

use super::*;

#[test]
fn s026_c_gets_a_mail_a_month_and_mails_of_several_c_clients_are_one_batch() {
    let mut book = Book::new();
    for name in ["One", "Two", "Three"] {
        let n = book.add(name, "2026-01-05");
        book.pin(n, Tier::C);
        book.touch(n, Channel::Email, Outcome::Reached, "2026-10-23 10:00");
    }
    let s = book.at("2026-11-23 09:00");
    assert_eq!(kinds(&s), ["batch"]);
    assert_eq!(s.queue.items[0].clients.len(), 3);
    assert_eq!(s.queue.contacts, 1, "one template, one contact of the day's capacity");
    book.rows.truncate(1);
    assert_eq!(kinds(&book.at("2026-11-23 09:00")), ["contact"], "a single mail is an ordinary contact");
}

#[test]
fn s019_the_queue_stands_in_order_of_the_clock_promises_contacts_and_the_rest() {
    let s = every_kind().at("2026-11-23 09:00");
    let sections: Vec<Section> = s.queue.items.iter().map(|i| i.section).collect();
    assert!(sections.is_sorted());
    let all = kinds(&s);
    for kind in ["appointment", "task", "contact", "batch", "invoice", "renewal", "review", "lead"] {
        assert!(all.contains(&kind), "{kind} is missing in {all:?}");
    }
    assert_eq!(all[0], "appointment");
    assert_eq!(all[1], "task");
}

#[test]
fn every_reason_is_said_in_both_languages() {
    let s = every_kind().at("2026-11-23 09:00");
    for lang in Lang::ALL {
        let words = Words::load(lang);
        for item in &s.queue.items {
            let text = words.say(&item.reason, &s.now);
            assert!(!text.contains("reason-") && !text.contains('{'), "{text}");
        }
        for client in &s.clients {
            for part in crate::portfolio::explain::explain(&s, client.id()) {
                for line in part.lines.iter().chain([&part.title]) {
                    let text = words.say(line, &s.now);
                    assert!(!text.starts_with("explain-") && !text.contains('{'), "{text}");
                }
            }
        }
    }
}

#[test]
fn s020_quadrants_follow_the_policy_marks() {
    let mut book = Book::new();
    let a = book.add("A late", "2026-01-05");
    let b = book.add("A today", "2026-01-05");
    let c = book.add("C late", "2026-01-05");
    for (n, tier) in [(a, Tier::A), (b, Tier::A), (c, Tier::C)] {
        book.pin(n, tier);
        book.rows[n].client.reviewed_on = Some(day("2026-11-01"));
    }
    book.touch(a, Channel::Visit, Outcome::Reached, "2026-11-09 10:00");
    book.touch(b, Channel::Visit, Outcome::Reached, "2026-11-16 10:00");
    book.touch(c, Channel::Email, Outcome::Reached, "2026-09-01 10:00");
    let s = book.at("2026-11-23 09:00");
    let quadrant = |n: usize| s.queue.items.iter().find(|i| i.client == Some(s.clients[n].id())).unwrap().quadrant;
    assert_eq!((quadrant(a), quadrant(b), quadrant(c)), (1, 2, 3));
}

#[test]
fn s048_capacity_draws_a_line_and_hides_nothing() {
    let mut book = Book::new();
    for n in 0..9 {
        let n = book.add(&format!("A{n}"), "2026-01-05");
        book.pin(n, Tier::A);
        book.rows[n].client.reviewed_on = Some(day("2026-11-01"));
        book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-16 10:00");
    }
    let s = book.at("2026-11-23 09:00");
    assert_eq!(s.queue.items.len(), 9);
    assert_eq!(s.queue.items.iter().filter(|i| i.fits).count(), 6);
    // A contact logged today counts against the six.
    book.touch(0, Channel::Call, Outcome::Reached, "2026-11-23 09:30");
    assert_eq!(book.at("2026-11-23 10:00").queue.items.iter().filter(|i| i.fits).count(), 5);
}

#[test]
fn call_and_visit_of_one_client_are_one_row_and_one_contact() {
    let mut book = Book::new();
    let n = book.add("Both", "2026-01-05");
    book.pin(n, Tier::A);
    book.rows[n].client.reviewed_on = Some(day("2026-11-01"));
    let s = book.at("2026-11-23 09:00");
    assert_eq!(kinds(&s), ["contact", "contact"]);
    assert_eq!(s.queue.contacts, 1);
    assert_eq!(s.queue.rows().len(), 1);
}

#[test]
fn s029_invoices_return_at_three_ten_and_twenty_days_and_a_week_after_a_reminder() {
    let mut book = Book::new();
    let n = book.add("Delta", "2026-11-20");
    let id = book.invoice(n, "2026-11-20", Some("2026-12-01"), None, 50_000);
    let shown = |book: &Book, at: &str| book.at(at).queue.items.iter().any(|i| i.kind == ItemKind::Invoice);
    assert!(!shown(&book, "2026-12-03 09:00"));
    assert!(shown(&book, "2026-12-04 09:00"));
    book.defer(n, DeferralKind::Reminder, &format!("invoice:{id}"), "2026-12-11", "2026-12-04 09:00");
    assert!(!shown(&book, "2026-12-10 09:00"));
    assert!(shown(&book, "2026-12-11 09:00"));
    book.rows[n].invoices[0].paid = Some(day("2026-12-11"));
    assert!(!shown(&book, "2026-12-11 09:00"));
}

#[test]
fn s067_at_most_two_reviews_a_day() {
    let mut book = Book::new();
    for n in 0..5 {
        let n = book.add(&format!("Old {n}"), "2024-01-05");
        book.touch(n, Channel::Email, Outcome::Reached, "2026-11-20 10:00");
    }
    let reviews = |book: &Book| kinds(&book.at("2026-11-23 09:00")).iter().filter(|k| **k == "review").count();
    assert_eq!(reviews(&book), 2);
    book.rows[0].client.reviewed_on = Some(day("2026-11-23"));
    assert_eq!(reviews(&book), 1);
}
