//! After an action the book in memory is brought up to date without being read again: it must be what reading it again would give.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono_tz::Tz;
use std::path::Path;
use touchbase::config::Config;
use touchbase::demo::{DemoOptions, portfolio};
use touchbase::domain::action::{Action, Face, NewClient, NewInvoice, NewTouch};
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::playbooks::Library;
use touchbase::portfolio::{Settings, Snapshot, demo};
use touchbase::store::Store;

const ZONE: Tz = chrono_tz::Asia::Shanghai;

fn monday() -> Now {
    let day = Day::from(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    Now { instant: day.at(chrono::NaiveTime::from_hms_opt(9, 4, 0).unwrap(), ZONE), zone: ZONE }
}

fn client(name: &str) -> NewClient {
    NewClient {
        name: name.to_owned(),
        kind: ClientKind::Org,
        status: Status::Active,
        industry: None,
        region: None,
        size: None,
        need: None,
        need_type: None,
        since: monday().today(),
        points: Vec::new(),
        tags: Vec::new(),
        potential: Some(5),
        fit: Some(5),
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

fn invoice(client: Id) -> NewInvoice {
    NewInvoice {
        client,
        number: None,
        issued: monday().today(),
        due: None,
        paid: None,
        amount: Money { minor: 900_000_000, currency: Currency::parse("CNY").unwrap() },
        cost: None,
        product: None,
        engagement: None,
    }
}

fn call(client: Id, at: Moment) -> NewTouch {
    NewTouch {
        client,
        person: None,
        channel: Channel::Call,
        direction: Direction::Out,
        outcome: Outcome::Reached,
        at,
        minutes: None,
        flag: None,
        note: None,
        again: None,
    }
}

#[test]
fn refreshing_gives_what_reading_everything_again_gives() {
    let config = Config::default();
    let holidays = config.holidays(ZONE, Path::new("/nowhere")).unwrap();
    let playbooks = Library::load(Path::new("/nowhere"), Lang::En).offered();
    let settings = Settings {
        holidays,
        currency: config.currency,
        rates: config.rates.clone(),
        playbooks,
        cultures: Default::default(),
        booked: true,
    };
    let mut store = Store::open_memory(ZONE).unwrap();
    let mut now = monday();
    let empty = Snapshot::load(&store, &settings, &now).unwrap();
    let options = DemoOptions { clients: 60, years: 2, seed: 7, lang: Lang::En, small: false, currency: Currency::CNY };
    demo::write(&mut store, &portfolio(&options, &empty.time, &now), &now, &mut |_| {}).unwrap();
    let mut kept = Snapshot::load(&store, &settings, &now).unwrap();

    let someone = kept.queue.items.iter().find_map(|i| i.client).unwrap();
    let mut others = kept.clients.iter().filter(|c| c.id() != someone && c.status == Status::Active).map(|c| c.id());
    let (leaving, buying) = (others.next().unwrap(), others.next().unwrap());
    let today = now.today();
    let actions = [
        Action::LogTouch { touch: Box::new(call(someone, now.instant)), fulfils: None },
        Action::Pause { client: someone, until: today.plus(9), why: None },
        Action::AddInvoice(Box::new(invoice(someone))),
        Action::AddClient(Box::new(client("Quite New"))),
        Action::StopClient { client: leaving, why: "closed".to_owned(), on: today },
        Action::AddInvoice(Box::new(invoice(buying))),
    ];
    let check = |kept: &Snapshot, store: &Store, now: &Now, what: &str| {
        let fresh = Snapshot::load(store, &settings, now).unwrap();
        assert_eq!(kept.clients, fresh.clients, "{what}");
        assert_eq!(kept.queue, fresh.queue, "{what}");
        assert_eq!(kept.now, fresh.now, "{what}");
    };
    // The model that was fitted meanwhile arrives later.
    let settle = |kept: &mut Snapshot, store: &Store| {
        if let Some(wanted) = kept.risk.wanted.clone() {
            assert!(kept.fitted(store, &wanted.run()).unwrap());
        }
        assert!(kept.risk.wanted.is_none());
    };
    for action in &actions {
        now.instant.0 += 1;
        let applied = store.apply(action, &now, Face::Tui).unwrap();
        assert!(!applied.all && !applied.clients.is_empty(), "{action:?}");
        kept.refresh(&store, &settings, &applied.clients, &now).unwrap();
        settle(&mut kept, &store);
        check(&kept, &store, &now, &format!("{action:?}"));
    }
    for action in actions.iter().rev() {
        now.instant.0 += 1;
        let undone = store.undo(None, &now, Face::Tui).unwrap();
        kept.refresh(&store, &settings, if undone.all { &[] } else { &undone.clients }, &now).unwrap();
        settle(&mut kept, &store);
        check(&kept, &store, &now, &format!("{action:?} taken back"));
    }
}
