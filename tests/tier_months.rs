//! Tiers through the months, in a file: month-ends freeze with both halves of the value, changes are offered or applied, the old tier
//! is carried for a week, and few clients get advice only (S5).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use chrono_tz::Asia::Shanghai;
use store_kit::{Book, client, invoice, money};
use touchbase::config::Config;
use touchbase::domain::action::{Action, NewClient, NewInvoice};
use touchbase::domain::day::{Day, Now};
use touchbase::domain::id::Id;
use touchbase::domain::policy::AGENCY;
use touchbase::domain::words::*;
use touchbase::portfolio::freeze::freeze_month;
use touchbase::portfolio::tier_history::history;
use touchbase::portfolio::{Settings, Snapshot};

fn at(text: &str) -> Now {
    let day = Day::from(text.parse::<chrono::NaiveDate>().unwrap());
    Now { instant: day.at(chrono::NaiveTime::from_hms_opt(9, 4, 0).unwrap(), Shanghai), zone: Shanghai }
}

fn settings() -> Settings {
    let config = Config::default();
    Settings {
        holidays: Default::default(),
        currency: config.currency,
        rates: config.rates,
        cultures: Default::default(),
        booked: true,
        playbooks: Default::default(),
    }
}

/// Clients with an invoice a month since January 2025, the first of them the largest; the seventh grows a hundredfold in July 2026.
fn growing(clients: usize) -> (Book, Vec<Id>) {
    let mut book = Book::new();
    let since = Day::ymd(2025, 1, 6).unwrap();
    let ids: Vec<Id> = (0..clients)
        .map(|n| {
            let new = NewClient {
                since,
                potential: None,
                person: None,
                task: None,
                points: vec![],
                budget: None,
                ..client(&format!("Client {n}"), Status::Active)
            };
            book.run(&Action::AddClient(Box::new(new))).clients[0]
        })
        .collect();
    for (n, id) in ids.iter().enumerate() {
        for month in 0..23 {
            let issued = Day::last_of_month_index(since.month_index() + month).plus(-(n as i32));
            let grown = n == 6 && issued >= Day::ymd(2026, 7, 1).unwrap();
            let amount = [900_000, 500_000, 300_000, 100_000, 90_000, 80_000, 70_000].get(n).copied().unwrap_or(10_000);
            let amount = money(if grown { amount * 100 } else { amount });
            let new = NewInvoice {
                client: *id,
                number: None,
                issued,
                due: None,
                paid: Some(issued),
                amount,
                cost: None,
                ..invoice(*id)
            };
            book.run(&Action::AddInvoice(Box::new(new)));
        }
    }
    (book, ids)
}

fn load(book: &Book, now: &Now) -> Snapshot {
    Snapshot::load(&book.store, &settings(), now).unwrap()
}

fn open(book: &mut Book, day: &str) -> Snapshot {
    let now = at(day);
    freeze_month(&mut book.store, &settings(), &now).unwrap();
    load(book, &now)
}

fn tier(s: &Snapshot, id: Id) -> (Option<Tier>, Option<Tier>) {
    let view = &s.client(id).unwrap().tier;
    (view.tier, view.computed)
}

#[test]
fn s005_a_change_waits_for_two_month_ends_is_offered_and_carries_the_old_tier_for_a_week() {
    let (mut book, ids) = growing(12);
    let seventh = ids[6];
    assert_eq!(tier(&open(&mut book, "2026-06-01"), seventh), (Some(Tier::B), Some(Tier::B)));
    let s = open(&mut book, "2026-07-01");
    let first = s.client(seventh).unwrap().facts.tier_change.unwrap();
    assert_eq!((first.cause, first.to), (TierCause::First, Tier::B), "the second month-end is held");
    // July ends past the cut: once is not enough.
    let s = open(&mut book, "2026-08-03");
    assert_eq!(tier(&s, seventh), (Some(Tier::B), Some(Tier::A)));
    assert_eq!(s.client(seventh).unwrap().tier.offer, None);
    let s = open(&mut book, "2026-09-01");
    let offer = s.client(seventh).unwrap().tier.offer.unwrap();
    assert_eq!((offer.from, offer.to, tier(&s, seventh).0), (Tier::B, Tier::A, Some(Tier::B)));
    let item = s.queue.items.iter().find(|i| i.kind == ItemKind::Tier).unwrap();
    assert_eq!(item.client, Some(seventh));
    // What was frozen is what was computed at the month's end, with both halves.
    let frozen = s.client(seventh).unwrap().facts.month_scores.last().unwrap();
    let end = load(&book, &at("2026-09-01").at(Day::ymd(2026, 8, 31).unwrap().end(Shanghai)));
    let standing = end.client(seventh).unwrap().tier.standing.unwrap();
    assert_eq!((frozen.score, frozen.share), ((standing.score * 1e6).round() as i64, (standing.share * 1e6).round() as i64));
    assert!(end.risk.now.worth(seventh).unwrap().expected > 0.0);

    book.now = at("2026-09-01");
    let millionths = |x: f64| (x * 1e6).round() as i64;
    book.run(&Action::AcceptTier {
        client: seventh,
        from: Some(offer.from),
        to: offer.to,
        score: millionths(offer.score),
        share: millionths(offer.share),
    });
    let was = |day: &str| load(&book, &at(day)).client(seventh).unwrap().tier.was;
    assert_eq!((was("2026-09-02"), was("2026-09-08"), was("2026-09-09")), (Some(Tier::B), Some(Tier::B), None));
    let s = load(&book, &at("2026-09-02"));
    assert_eq!((tier(&s, seventh).0, s.client(seventh).unwrap().tier.offer), (Some(Tier::A), None));
    let past = history(s.client(seventh).unwrap(), &s.now);
    assert_eq!(past.strip(), "2026 ....BBBBA");
    assert_eq!(past.changes[0].standing, Some((offer.score, offer.share)).map(|(a, b)| (round(a), round(b))));
    book.undo();
    assert_eq!(tier(&load(&book, &at("2026-09-02")), seventh).0, Some(Tier::B), "taken back like any other deed");
}

fn round(x: f64) -> f64 {
    (x * 1e6).round() / 1e6
}

#[test]
fn s005_a_policy_that_says_so_applies_the_change_by_itself() {
    let (mut book, ids) = growing(12);
    let text = AGENCY.replacen("apply = \"offer\"", "apply = \"policy\"", 1);
    book.run(&Action::UsePolicy { name: "own".to_owned(), text });
    for day in ["2026-06-01", "2026-07-01", "2026-08-03"] {
        assert_ne!(tier(&open(&mut book, day), ids[6]).0, Some(Tier::A));
    }
    let s = open(&mut book, "2026-09-01");
    let change = s.client(ids[6]).unwrap().facts.tier_change.unwrap();
    assert_eq!((change.cause, change.from, change.to), (TierCause::Policy, Some(Tier::B), Tier::A));
    assert_eq!((tier(&s, ids[6]).0, s.client(ids[6]).unwrap().tier.was), (Some(Tier::A), Some(Tier::B)));
    assert!(s.queue.items.iter().all(|i| i.kind != ItemKind::Tier), "nothing is left to ask");
    // Opened again in the same month, nothing is applied twice.
    let rows = |book: &Book| book.count("SELECT count(*) FROM tier_change");
    let before = rows(&book);
    open(&mut book, "2026-09-14");
    assert_eq!(rows(&book), before);
}

#[test]
fn below_ten_active_clients_the_computed_tier_is_advice_and_nothing_is_offered() {
    let (mut book, ids) = growing(9);
    for day in ["2026-06-01", "2026-07-01", "2026-08-03", "2026-09-01"] {
        let s = open(&mut book, day);
        assert!(ids.iter().all(|id| tier(&s, *id).0.is_none() && tier(&s, *id).1.is_some()));
        assert!(s.clients.iter().all(|c| c.tier.offer.is_none() && c.tier.advice));
    }
}

#[test]
fn no_month_end_is_computed_that_is_on_record_already() {
    let (mut book, ids) = growing(12);
    for day in ["2026-06-01", "2026-07-01", "2026-08-03"] {
        let s = open(&mut book, day);
        assert!(s.frame.rankings[1..].iter().all(|r| r.standings.is_empty()), "{day}");
    }
    // Not opened for two months: the one that is missing is computed, with a model of its own.
    let s = load(&book, &at("2026-10-02"));
    assert!(s.frame.rankings[1].standings.contains_key(&ids[0]) && !s.frame.rankings[1].standings.is_empty());
    let s = load(&book, &at("2026-08-20"));
    assert!(s.frame.rankings[1].standings.is_empty());
}
