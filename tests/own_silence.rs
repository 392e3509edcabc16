//! The user's own silence is nobody's drift: three weeks away, with leave entered or without, raise no client's risk, and the first contact
//! afterwards makes no other client jump. What is kept in memory says the same as reading everything again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono_tz::Tz;
use std::path::Path;
use touchbase::config::Config;
use touchbase::domain::action::{Action, Face, NewClient, NewInvoice, NewTouch};
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;
use touchbase::portfolio::{Settings, Snapshot};
use touchbase::store::Store;

const ZONE: Tz = chrono_tz::Asia::Shanghai;

fn day(text: &str) -> Day {
    Day::from(chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap())
}

fn at(day: Day, hour: u32) -> Moment {
    day.at(chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap(), ZONE)
}

fn on(day: Day) -> Now {
    Now { instant: at(day, 9), zone: ZONE }
}

fn settings() -> Settings {
    let config = Config::default();
    let holidays = config.holidays(ZONE, Path::new("/nowhere")).unwrap();
    Settings {
        holidays,
        currency: config.currency,
        rates: config.rates.clone(),
        playbooks: Vec::new(),
        cultures: Default::default(),
        booked: true,
    }
}

fn client(name: &str) -> NewClient {
    NewClient {
        need_type: None,
        name: name.to_owned(),
        kind: ClientKind::Org,
        status: Status::Active,
        industry: None,
        region: None,
        size: None,
        need: None,
        since: day("2025-11-03"),
        points: Vec::new(),
        tags: Vec::new(),
        potential: None,
        fit: None,
        budget: None,
        quiet: None,
        language: None,
        culture: None,
        source: None,
        note: None,
        person: None,
        task: None,
    }
}

fn touch(client: Id, direction: Direction, outcome: Outcome, at: Moment) -> Action {
    let touch = NewTouch {
        client,
        person: None,
        channel: Channel::Call,
        direction,
        outcome,
        at,
        minutes: None,
        flag: None,
        note: None,
        again: None,
    };
    Action::LogTouch { touch: Box::new(touch), fulfils: None }
}

fn invoice(client: Id, issued: Day) -> Action {
    Action::AddInvoice(Box::new(NewInvoice {
        client,
        number: None,
        issued,
        due: None,
        paid: Some(issued),
        amount: Money { minor: 500_000, currency: Currency::CNY },
        cost: None,
        product: None,
        engagement: None,
    }))
}

/// The last day of work before the user went away, a Friday.
const LAST: &str = "2026-10-30";
/// The day the user is back, a Monday.
const BACK: &str = "2026-11-23";

/// Eight clients who order every month and are called twice a week until [`LAST`]. Every third mostly calls himself, and every fourth did
/// not answer the very last time: with both a longer silence would count.
fn book() -> (Store, Vec<Id>) {
    let mut store = Store::open_memory(ZONE).unwrap();
    let mut clients = Vec::new();
    let last = day(LAST);
    for n in 0..8 {
        let made = store.apply(&Action::AddClient(Box::new(client(&format!("Client {n}")))), &on(last), Face::Cli).unwrap();
        let id = made.ids.iter().find(|(table, _)| *table == "client").unwrap().1;
        clients.push(id);
        let mut all: Vec<Action> = (0..12).map(|m| invoice(id, day("2025-11-20").plus(m * 30))).collect();
        for back in (0..90).step_by(3).rev() {
            let when = last.plus(-back - n % 3);
            let direction = if n % 3 == 0 && back % 2 == 0 { Direction::In } else { Direction::Out };
            all.push(touch(id, direction, Outcome::Reached, at(when, 8)));
        }
        if n % 4 == 0 {
            all.push(touch(id, Direction::Out, Outcome::NoAnswer, at(last, 8)));
        }
        store.apply(&Action::Together(all), &on(last), Face::Cli).unwrap();
    }
    (store, clients)
}

/// The points of the silence at each client.
fn silence(book: &Snapshot) -> Vec<f64> {
    let of = |c: &touchbase::portfolio::Assessed| {
        c.risk.signals.iter().filter(|s| s.kind == SignalKind::ContactSilence).map(|s| s.points).sum()
    };
    book.clients.iter().map(of).collect()
}

#[test]
fn s093_three_weeks_away_raise_nobodys_risk() {
    let (mut store, clients) = book();
    let settings = settings();
    let before = silence(&Snapshot::load(&store, &settings, &on(day(LAST))).unwrap());
    assert!(before.iter().all(|points| *points == 0.0), "{before:?}");
    // Nothing was entered: the stretch without any contact speaks for itself.
    let back = on(day(BACK));
    let away = Snapshot::load(&store, &settings, &back).unwrap();
    assert_eq!(silence(&away), before);
    // The same with leave entered.
    let leave = Action::AddLeave { first: day("2026-10-31"), last: day("2026-11-22"), why: None };
    store.apply(&leave, &back, Face::Cli).unwrap();
    assert_eq!(silence(&Snapshot::load(&store, &settings, &back).unwrap()), before);
    store.undo(None, &back, Face::Cli).unwrap();
    // The first contact ends the stretch, and makes nobody else jump.
    store.apply(&touch(clients[1], Direction::Out, Outcome::Reached, back.instant), &back, Face::Cli).unwrap();
    assert_eq!(silence(&Snapshot::load(&store, &settings, &back).unwrap()), before);
}

#[test]
fn s093_a_silence_while_the_user_works_with_others_counts() {
    let (mut store, clients) = book();
    let settings = settings();
    // The user works on with one client: the silence of those who did not answer, or who used to call, is theirs.
    let work = (0..8).map(|n| touch(clients[7], Direction::Out, Outcome::Reached, at(day(LAST).plus(3 * n), 8)));
    store.apply(&Action::Together(work.collect()), &on(day(BACK)), Face::Cli).unwrap();
    let points = silence(&Snapshot::load(&store, &settings, &on(day(BACK))).unwrap());
    assert!(points[0] > 0.0 && points[4] > 0.0, "unanswered: {points:?}");
    assert!(points[3] > 0.0, "calls himself: {points:?}");
    assert!(points[1] == 0.0 && points[7] == 0.0, "only the user was silent, or nobody: {points:?}");
}

#[test]
fn s093_the_first_contact_after_a_while_leaves_the_book_in_memory_as_reading_it_again_would() {
    let (mut store, clients) = book();
    let settings = settings();
    let mut now = on(day(BACK));
    let mut kept = Snapshot::load(&store, &settings, &now).unwrap();
    let check = |kept: &Snapshot, store: &Store, now: &Now, what: &str| {
        let fresh = Snapshot::load(store, &settings, now).unwrap();
        assert_eq!(kept.clients, fresh.clients, "{what}");
        assert_eq!(kept.queue, fresh.queue, "{what}");
        assert_eq!(kept.at_risk, fresh.at_risk, "{what}");
    };
    for action in [
        touch(clients[2], Direction::Out, Outcome::Reached, now.instant),
        touch(clients[5], Direction::Out, Outcome::NoAnswer, at(day("2026-11-10"), 8)),
        Action::AddLeave { first: day("2026-11-02"), last: day("2026-11-06"), why: None },
    ] {
        now.instant.0 += 1;
        let applied = store.apply(&action, &now, Face::Tui).unwrap();
        let changed = if applied.all { Vec::new() } else { applied.clients };
        kept.refresh(&store, &settings, &changed, &now).unwrap();
        check(&kept, &store, &now, &format!("{action:?}"));
        now.instant.0 += 1;
        let undone = store.undo(None, &now, Face::Tui).unwrap();
        let changed = if undone.all { Vec::new() } else { undone.clients };
        kept.refresh(&store, &settings, &changed, &now).unwrap();
        check(&kept, &store, &now, "undone");
    }
}
