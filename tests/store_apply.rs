//! What each action writes, and that taking it back leaves the file as it was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono_tz::Asia::Shanghai;
use touchbase::domain::action::*;
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::domain::facts::ClientRows;
use touchbase::domain::id::Id;
use touchbase::domain::words::*;
use touchbase::store::{Store, Which};

fn now() -> Now {
    // Monday 23 November 2026, 09:04 in Shanghai.
    Now { instant: Moment(1_795_395_840), zone: Shanghai }
}

fn new_client(name: &str, status: Status) -> Action {
    Action::AddClient(Box::new(NewClient {
        name: name.to_owned(),
        kind: ClientKind::Org,
        status,
        industry: None,
        region: None,
        size: None,
        need: None,
        since: Day::ymd(2026, 1, 5).unwrap(),
        points: vec![NewPoint { kind: PointKind::Phone, value: "138 0013 8000".into(), label: None }],
        tags: vec!["fair".into()],
        potential: None,
        fit: None,
        budget: None,
        source: None,
        note: None,
        person: Some("Ms Bei".into()),
        task: None,
    }))
}

fn add(store: &mut Store, name: &str) -> Id {
    let done = store.apply(&new_client(name, Status::Active), &now(), Face::Cli).unwrap();
    done.ids[0].1
}

fn call(client: Id) -> NewTouch {
    NewTouch {
        client,
        person: None,
        channel: Channel::Call,
        direction: Direction::Out,
        outcome: Outcome::Reached,
        at: now().instant,
        minutes: None,
        flag: None,
        note: None,
        again: None,
    }
}

fn rows(store: &Store, client: Id) -> Option<ClientRows> {
    let mut found = None;
    store.stream(&Which::One(client), &mut |r| found = Some(r.clone())).unwrap();
    found
}

fn log(touch: NewTouch) -> Action {
    Action::LogTouch { touch: Box::new(touch), fulfils: None }
}

#[test]
fn a_touch_is_logged_taken_back_and_done_again() {
    let mut store = Store::open_memory(Shanghai).unwrap();
    let client = add(&mut store, "Delta Foods");
    let done = store.apply(&log(call(client)), &now(), Face::Cli).unwrap();
    assert_eq!(done.message.id, "did-log-call");
    assert_eq!(done.clients, [client]);
    assert_eq!(rows(&store, client).unwrap().touches.len(), 1);
    let undone = store.undo(None, &now(), Face::Tui).unwrap();
    assert_eq!((undone.undone, undone.message.id), (done.op, "did-log-call"));
    assert_eq!(rows(&store, client).unwrap().touches.len(), 0);
    store.redo(&now(), Face::Tui).unwrap();
    assert_eq!(rows(&store, client).unwrap().touches[0].id, done.ids[1].1);
    store.undo(None, &now(), Face::Tui).unwrap();
    store.undo(None, &now(), Face::Tui).unwrap();
    assert_eq!(rows(&store, client), None);
    assert_eq!(store.undo(None, &now(), Face::Tui).unwrap_err().exit(), 1);
}
