//! Risk over whole books: random ones of every size, each state a client can be in, and the past as it was known then.

use super::*;
use crate::domain::facts::*;
use crate::domain::money::Money;
use crate::domain::risk::{Orders, WEEK};
use crate::portfolio::risk::{Level, RiskState};

/// A random number in [0, 1), always the same ones.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn upto(&mut self, n: i32) -> i32 {
        (self.roll() * f64::from(n + 1)) as i32
    }
}

const TODAY: &str = "2026-11-23";

fn ago(days: i32) -> String {
    day(TODAY).plus(-days).to_string()
}

/// A client with orders every so many days, the last one so many days ago.
fn orders_every(book: &mut Book, name: &str, every: i32, silent: i32, count: i32) -> usize {
    let n = book.add(name, "2022-01-03");
    for order in (0..count).rev() {
        book.invoice(n, &ago(silent + every * order), None, Some(&ago(0)), 100_000);
    }
    n
}

/// Enough clients who order again for figures to be shown.
fn with_history() -> Book {
    let mut book = Book::new();
    for n in 0..8 {
        orders_every(&mut book, &format!("Steady {n}"), 25 + n, 4 + n, 12);
    }
    book
}

fn at_nine(book: &Book) -> Snapshot {
    book.at(&format!("{TODAY} 09:00"))
}

#[test]
fn two_hundred_random_books_have_figures_between_0_and_1_and_rise_with_silence() {
    let mut dice = Dice(7);
    for size in 0..200 {
        let mut book = Book::new();
        let clients = 1 + size % 50;
        for n in 0..clients {
            let client = book.add(&format!("Client {n}"), "2022-01-03");
            let mut on = dice.upto(1400);
            // Some have no order, some one, some bought twice on a day, some gave money back, some ordered for a later day.
            for _ in 0..dice.upto(12) {
                let amount = match dice.upto(12) {
                    0 => 0,
                    1 => -50_000,
                    _ => i64::from(dice.upto(9_000_000)),
                };
                book.invoice(client, &ago(on), None, None, amount);
                on -= dice.upto(if n % 3 == 0 { 400 } else { 60 });
            }
            book.rows[client].invoices.sort_by_key(|i| i.issued);
        }
        let s = at_nine(&book);
        let model = s.risk.now.model;
        let numbers = [model.unit, model.parameters.r, model.parameters.alpha, model.parameters.a, model.parameters.b];
        assert!(numbers.iter().all(|x| x.is_finite() && *x > 0.0), "book {size}: {model:?}");
        assert!((model.mixture.iter().sum::<f64>() - 1.0).abs() < 1e-9, "book {size}");
        for c in &s.clients {
            let figures = [c.risk.index, c.risk.orders_alone(), c.risk.alive()];
            assert!(figures.iter().flatten().all(|x| (0.0..=1.0).contains(x)), "book {size}: {:?}", c.risk);
            let Some(worth) = c.risk.worth else { continue };
            assert!(worth.expected.is_finite() && worth.margin.is_finite(), "book {size}: {worth:?}");
            assert!(s.risk.now.clv(c.id(), 36).is_some_and(|v| v.low <= v.middle && v.middle <= v.high), "book {size}");
            // Beyond one own gap a longer silence never lowers the chance of no order.
            let gap = worth.score.gap / WEEK;
            let silent = |gaps: f64| {
                let orders = Orders { t: worth.orders.t_x + gaps * gap, ..worth.orders };
                model.score(&orders).none
            };
            let steps: Vec<f64> = (4..24).map(|n| silent(f64::from(n) / 4.0)).collect();
            assert!(steps.is_sorted_by(|a, b| a <= &(b + 1e-9)), "book {size}: {worth:?} {steps:?}");
        }
    }
}

#[test]
fn one_client_alone_and_a_book_without_orders_are_fitted_too() {
    let mut book = Book::new();
    book.add("Nobody", "2026-01-05");
    assert_eq!(at_nine(&book).clients[0].risk.state, RiskState::NoOrder);
    orders_every(&mut book, "Only One", 30, 90, 6);
    let s = at_nine(&book);
    assert!(s.risk.now.has_little_history());
    assert!(s.clients[1].risk.index.is_some_and(|x| x > 0.0 && x < 1.0));
}

#[test]
fn s091_every_state_is_what_its_facts_say() {
    let mut book = with_history();
    let none = book.add("No Order", "2026-01-05");
    let new = orders_every(&mut book, "New", 30, 3, 1);
    let average = orders_every(&mut book, "Once", 30, 200, 1);
    let known = orders_every(&mut book, "Known", 30, 120, 10);
    let booked = orders_every(&mut book, "Booked", 30, 120, 10);
    book.invoice(booked, &ago(-20), None, None, 100_000);
    let paused = orders_every(&mut book, "Paused", 30, 120, 10);
    book.defer(paused, DeferralKind::Pause, "*", &ago(-30), &format!("{} 09:00", ago(2)));
    let engaged = orders_every(&mut book, "Engaged", 30, 120, 10);
    book.engagement(engaged, &ago(200), Some(&ago(-200)), None);
    let lost = orders_every(&mut book, "Lost", 30, 120, 10);
    (book.rows[lost].client.status, book.rows[lost].client.status_on) = (Status::Lost, day(&ago(1)));
    let s = at_nine(&book);
    let state = |n: usize| s.clients[n].risk.state;
    assert_eq!(state(none), RiskState::NoOrder);
    assert_eq!(state(new), RiskState::New);
    assert_eq!(state(average), RiskState::Average);
    assert_eq!(state(known), RiskState::Known);
    assert_eq!(state(booked), RiskState::Booked(day(&ago(-20))));
    assert_eq!(state(paused), RiskState::Paused(day(&ago(-30))));
    assert_eq!(state(engaged), RiskState::Engaged(day(&ago(-200))));
    assert_eq!(state(lost), RiskState::NotServed);
    let level = |n: usize| s.clients[n].risk.level();
    assert_eq!([none, new, lost].map(level), [Level::Unknown; 3]);
    assert!(level(known) >= Level::Medium && s.at_risk.listed.contains(&s.clients[known].id()));
    for n in [none, new, booked, paused, engaged, lost] {
        assert!(!s.clients[n].risk.is_listed(), "{}", s.clients[n].name());
    }
    assert_eq!(s.clients[engaged].risk.alive(), None, "no order is missing while work is agreed");
    assert!(s.clients[booked].risk.alive().is_some());
}

#[test]
fn orders_of_one_season_are_missed_only_in_that_season() {
    let mut book = with_history();
    let seasonal = book.add("Christmas Market", "2020-01-06");
    for year in 2021..=2025 {
        book.invoice(seasonal, &format!("{year}-11-28"), None, None, 500_000);
    }
    let risk = |when: &str| book.at(when).clients[seasonal].risk.clone();
    let (summer, autumn) = (risk("2026-07-20 09:00"), risk("2026-10-01 09:00"));
    assert!(summer.worth.is_some_and(|w| w.seasonal));
    assert_eq!(summer.worth.map(|w| w.counted), autumn.worth.map(|w| w.counted), "no day between counts");
    let late = risk("2027-01-08 09:00");
    assert!(late.worth.unwrap().counted > autumn.worth.unwrap().counted + 5.0, "six weeks of the season without an order");
    assert!(late.worth.unwrap().counted < late.worth.unwrap().orders.silence() / 2.0, "the summer is left out");
    let steady = &book.at("2026-07-20 09:00").clients[0].risk.worth.unwrap();
    assert!(!steady.seasonal && steady.counted == steady.orders.silence(), "who orders all year has no season");
}

#[test]
fn a_later_day_sees_more_and_an_earlier_one_no_more_than_was_known() {
    let mut dice = Dice(11);
    for round in 0..12 {
        let mut book = random_book(&mut dice);
        book.booked = false;
        for days in [0, 1, 30, 200] {
            let then = now(&format!("{} 12:00", ago(days)));
            let mut known = Book::new();
            (known.rows, known.booked) = (book.rows.iter().map(|r| known_at(r, then.instant)).collect(), false);
            let (all, only) = (book.snapshot(then), known.snapshot(then));
            for (a, b) in all.clients.iter().zip(&only.clients) {
                assert_eq!(a, b, "round {round}, {days} days ago");
            }
            assert_eq!(all.at_risk, only.at_risk, "round {round}, {days} days ago");
            assert_eq!(all.risk, only.risk, "round {round}, {days} days ago");
        }
    }
}

/// Clients with possible work, playbooks, outcomes and decisions of the last year, and of the next weeks.
fn random_book(dice: &mut Dice) -> Book {
    let mut book = Book::new();
    let mut next = 50_000;
    let mut id = || {
        next += 1;
        Id(next)
    };
    for n in 0..12 {
        let client = orders_every(&mut book, &format!("Client {n}"), 20 + n, dice.upto(200) - 20, 3 + n);
        let when = |dice: &mut Dice| moment(&format!("{} {:02}:00", ago(dice.upto(400) - 20), dice.upto(23)));
        let mut created = when(dice);
        let mut states = Vec::new();
        for stage in [Stage::Intake, Stage::Proposal, if n % 2 == 0 { Stage::Won } else { Stage::Lost }] {
            let close = Some(day(&ago(dice.upto(300) - 60)));
            states.push(OpportunityState { id: id(), at: created, stage, close });
            created = Moment(created.0 + i64::from(dice.upto(200)) * 86_400);
        }
        let created = states[0].at;
        let rows = &mut book.rows[client];
        let amount = Money { minor: 100_000, currency: Currency::CNY };
        let title = "Relaunch".to_owned();
        rows.opportunities.push(OpportunityRow { id: id(), created, title, amount, probability: None, product: None, states });
        let started = when(dice);
        let later = |dice: &mut Dice, from: Moment| Moment(from.0 + 3600 * (1 + i64::from(dice.upto(90 * 24))));
        let steps = (1..=4).map(|no| StepRow {
            id: id(),
            no,
            kind: StepKind::Step,
            title: format!("Step {no}"),
            channel: Some(Channel::Call),
            template: None,
            due: day(&ago(dice.upto(100))),
            done: (dice.upto(2) > 0).then(|| later(dice, started)),
            skipped: false,
            cost: None,
        });
        let steps = steps.collect();
        let ended =
            (dice.upto(2) > 0).then(|| (later(dice, started), if n % 3 == 0 { RunEnd::Saved } else { RunEnd::Stopped }));
        let playbook = RunRow::WIN_BACK.to_owned();
        rows.runs.push(RunRow { id: id(), playbook, title: "Win back".into(), started, ended, steps });
        let on = when(dice).day(BERLIN);
        rows.outcomes.push(OutcomeRow { id: id(), kind: OutcomeKind::Saved, on, reason: None });
        let (created, kind) = (when(dice), InvestmentKind::Automate);
        let ended = (dice.upto(1) > 0).then(|| later(dice, created));
        rows.investments.push(InvestmentRow { id: id(), kind, reason: "small".into(), created, ended });
        let seen = DeferralRow {
            id: id(),
            kind: DeferralKind::Snooze,
            target: crate::domain::target::Target::Risk.to_string(),
            until: day(&ago(-40)),
            reason: None,
            signals: Some("low-survey".to_owned()),
            created: when(dice),
            ended: None,
        };
        rows.deferrals.push(seen);
        book.survey(client, SurveyKind::Nps, dice.upto(10) as u8, &ago(dice.upto(300) - 20));
    }
    book
}

/// The rows as they were written down by a moment: dated states that came later did not exist.
fn known_at(rows: &ClientRows, now: Moment) -> ClientRows {
    let today = now.day(BERLIN);
    let mut rows = rows.clone();
    rows.invoices.retain(|i| i.issued <= today);
    rows.surveys.retain(|s| s.on <= today);
    rows.deferrals.retain(|d| d.created <= now);
    rows.opportunities.retain(|o| o.created <= now);
    rows.opportunities.iter_mut().for_each(|o| o.states.retain(|s| s.at <= now));
    rows.runs.retain(|r| r.started <= now);
    for run in &mut rows.runs {
        run.ended = run.ended.filter(|(at, _)| *at <= now);
        run.steps.iter_mut().for_each(|s| s.done = s.done.filter(|at| *at <= now));
    }
    rows.outcomes.retain(|o| o.on <= today);
    rows.investments.retain(|i| i.created <= now);
    rows.investments.iter_mut().for_each(|i| i.ended = i.ended.filter(|at| *at <= now));
    rows
}
