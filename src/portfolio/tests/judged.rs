//! Marks asked for with the next contact, and quadrants the user chose.

use super::*;
use crate::domain::facts::{QuadrantRow, SurveyRow};
use crate::domain::id::Id;
use crate::domain::target::Target;
use crate::portfolio::explain::explain;
use crate::portfolio::queue::Item;

/// An A client whose call is due on 23 November 2026.
fn due_call(book: &mut Book, name: &str) -> usize {
    let n = book.add(name, "2026-01-05");
    book.pin(n, Tier::A);
    book.rows[n].client.reviewed_on = Some(day("2026-11-01"));
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-16 10:00");
    n
}

fn mark(book: &mut Book, n: usize, score: u8, on: &str) {
    let id = Id(900 + book.rows[n].surveys.len() as i64);
    book.rows[n].surveys.push(SurveyRow { id, kind: SurveyKind::Nps, score, on: day(on), reasons: vec![] });
}

fn choose(book: &mut Book, n: usize, target: Target, quadrant: u8) {
    let row = QuadrantRow { id: Id(800), target, quadrant, created: moment("2026-11-20 09:00"), ended: None };
    book.rows[n].quadrants.push(row);
}

fn of(s: &Snapshot, n: usize) -> Vec<&Item> {
    s.queue.items.iter().filter(|i| i.client == Some(s.clients[n].id())).collect()
}

#[test]
fn s044_a_mark_is_due_an_interval_after_the_last_one_or_after_the_client_came() {
    let mut book = Book::new();
    let n = due_call(&mut book, "Lotus Spa");
    let due = |book: &Book, at: &str| book.at(at).clients[0].survey_due;
    // 90 days after 5 January are a Sunday, and the Monday after it is a working day here.
    assert_eq!(due(&book, "2026-11-23 09:00"), Some(day("2026-04-06")));
    mark(&mut book, n, 9, "2026-09-01");
    assert_eq!(due(&book, "2026-11-23 09:00"), Some(day("2026-11-30")));
    assert_eq!(due(&book, "2026-08-20 09:00"), Some(day("2026-04-06")), "as of then the mark was still to come");
    mark(&mut book, n, 7, "2026-11-20");
    assert_eq!(due(&book, "2026-11-23 09:00"), Some(day("2027-02-18")), "the newest counts");
    book.rows[n].client.status = Status::Stopped;
    assert_eq!(due(&book, "2026-11-23 09:00"), None);
}

#[test]
fn s044_a_due_mark_folds_into_one_call_meeting_or_visit_and_is_never_an_item() {
    let mut book = Book::new();
    let call = due_call(&mut book, "Lotus Spa");
    let mail = book.add("Mail only", "2025-01-05");
    book.pin(mail, Tier::C);
    book.rows[mail].client.reviewed_on = Some(day("2026-11-01"));
    let fresh = due_call(&mut book, "Asked lately");
    mark(&mut book, fresh, 9, "2026-11-01");
    let s = book.at("2026-12-21 09:00");
    let items = of(&s, call);
    assert_eq!(items.len(), 2, "call and visit are due");
    assert_eq!(items.iter().filter(|i| i.ask_survey).count(), 1, "one of them asks");
    let asking = items.iter().find(|i| i.ask_survey).unwrap();
    assert_eq!((asking.reason.id, items[0].ask_survey), ("reason-ask-survey", true));
    assert!(of(&s, mail).iter().all(|i| !i.ask_survey), "a mail asks for nothing");
    assert!(s.clients[mail].survey_due.unwrap() < day("2026-12-21"));
    assert!(of(&s, fresh).iter().all(|i| !i.ask_survey));
    // An agreed moment asks as well.
    book.appointment(call, Channel::Meeting, "2026-12-21 08:00", "2026-12-18 09:00");
    let s = book.at("2026-12-21 09:00");
    let asking: Vec<ItemKind> = of(&s, call).iter().filter(|i| i.ask_survey).map(|i| i.kind).collect();
    assert_eq!(asking, [ItemKind::Appointment]);
}

#[test]
fn s044_explain_says_when_the_next_mark_is_asked_for_and_why() {
    let mut book = Book::new();
    let n = due_call(&mut book, "Lotus Spa");
    let lines = |book: &Book| {
        let s = book.at("2026-11-23 09:00");
        let parts = explain(&s, s.clients[n].id());
        let part = parts.iter().find(|p| p.key == "survey").unwrap();
        part.lines.iter().map(|l| l.id).collect::<Vec<_>>()
    };
    assert_eq!(lines(&book), ["explain-survey-since", "explain-survey-today"]);
    mark(&mut book, n, 9, "2026-11-02");
    assert_eq!(lines(&book), ["explain-survey-nps", "explain-survey-after"]);
    book.rows[n].surveys[0].on = day("2026-02-02");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-20 10:00");
    assert_eq!(lines(&book), ["explain-survey-nps", "explain-survey-after", "explain-survey-waits"]);
    book.rows[n].client.status = Status::Lost;
    assert_eq!(lines(&book), ["explain-survey-nps", "explain-survey-none"]);
}

#[test]
fn s020_a_quadrant_chosen_by_hand_wins_and_leads_the_contacts() {
    let mut book = Book::new();
    let names = ["One", "Two", "Three", "Four", "Five"];
    let all: Vec<usize> = names.iter().map(|name| due_call(&mut book, name)).collect();
    let call = Target::Contact(Channel::Call);
    let before = book.at("2026-11-23 09:00");
    let priority = |s: &Snapshot, n: usize| of(s, n)[0].priority;
    choose(&mut book, all[0], call, 4);
    choose(&mut book, all[1], call, 3);
    choose(&mut book, all[3], call, 2);
    choose(&mut book, all[4], call, 1);
    let s = book.at("2026-11-23 09:00");
    let order: Vec<(&str, u8)> =
        s.queue.items.iter().map(|i| (s.client(i.client.unwrap()).unwrap().name(), i.quadrant)).collect();
    assert_eq!(order, [("Five", 1), ("Four", 2), ("Three", 2), ("Two", 3), ("One", 4)]);
    assert_eq!(s.queue.items.iter().map(|i| i.chosen).collect::<Vec<_>>(), [Some(1), Some(2), None, Some(3), Some(4)]);
    for n in all {
        assert_eq!(priority(&s, n), priority(&before, n), "the priority stays what was computed");
    }
    let parts = explain(&s, s.clients[0].id());
    let lines = parts.iter().find(|p| p.key == "priority").unwrap().lines.iter().map(|l| l.id).collect::<Vec<_>>();
    assert!(lines.contains(&"explain-quadrant-chosen"), "{lines:?}");
}

#[test]
fn s020_a_mail_with_a_quadrant_of_its_own_stays_out_of_the_batch() {
    let mut book = Book::new();
    for name in ["One", "Two", "Three"] {
        let n = book.add(name, "2026-01-05");
        book.pin(n, Tier::C);
        book.touch(n, Channel::Email, Outcome::Reached, "2026-10-23 10:00");
    }
    choose(&mut book, 0, Target::Contact(Channel::Email), 1);
    let s = book.at("2026-11-23 09:00");
    assert_eq!(kinds(&s), ["contact", "batch"]);
    assert_eq!((s.queue.items[0].quadrant, s.queue.items[1].clients.len()), (1, 2));
}
