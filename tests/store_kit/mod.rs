//! What the tests of the store share: a file, a clock, short forms of actions, and a dump of every fact.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod case;

use chrono_tz::Asia::Shanghai;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::BTreeMap;
use tempfile::TempDir;
use touchbase::domain::action::*;
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::domain::facts::ClientRows;
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;
use touchbase::store::{Applied, OpenMode, Store, StoreError, Undone, Which};

/// Monday 23 November 2026, 09:04 in Shanghai.
pub fn now() -> Now {
    Now { instant: Moment(1_795_395_840), zone: Shanghai }
}

pub fn today() -> Day {
    now().today()
}

/// A file of facts in a folder of its own.
pub struct Book {
    pub dir: TempDir,
    pub store: Store,
    pub now: Now,
    pub sql: Connection,
}

pub type Dump = BTreeMap<String, Vec<Vec<Value>>>;

impl Book {
    pub fn new() -> Book {
        // Every action waits for the disk; where there is a folder in memory, hundreds of them need not.
        let memory = std::path::Path::new("/dev/shm");
        let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let store = Store::open(&dir.path().join("book.db"), OpenMode::Create { zone: Shanghai }, None).unwrap();
        let sql = Connection::open(dir.path().join("book.db")).unwrap();
        sql.set_prepared_statement_cache_capacity(64);
        Book { dir, store, now: now(), sql }
    }

    pub fn reopen(&mut self) {
        self.store = Store::open(&self.dir.path().join("book.db"), OpenMode::Write, None).unwrap();
    }

    pub fn one(&self, sql: &str) -> Value {
        self.sql.query_row(sql, [], |r| r.get(0)).unwrap()
    }

    pub fn count(&self, sql: &str) -> i64 {
        self.sql.query_row(sql, [], |r| r.get(0)).unwrap()
    }

    pub fn try_run(&mut self, action: &Action) -> Result<Applied, StoreError> {
        self.now.instant.0 += 1;
        self.store.apply(action, &self.now, Face::Cli)
    }

    pub fn run(&mut self, action: &Action) -> Applied {
        self.try_run(action).unwrap_or_else(|e| panic!("{action:?}: {e}"))
    }

    pub fn refused(&mut self, action: &Action) -> (i32, &'static str) {
        let before = self.dump();
        let error = self.try_run(action).unwrap_err();
        assert_eq!(self.dump(), before, "a refused action changed something: {action:?}");
        (error.exit(), error.message().id)
    }

    pub fn undo(&mut self) -> Undone {
        self.store.undo(None, &self.now, Face::Tui).unwrap()
    }

    pub fn redo(&mut self) -> Undone {
        self.store.redo(&self.now, Face::Tui).unwrap()
    }

    pub fn add(&mut self, name: &str) -> Id {
        self.run(&new_client(name, Status::Active)).ids[0].1
    }

    pub fn lead(&mut self, name: &str) -> Id {
        self.run(&new_client(name, Status::Lead)).ids[0].1
    }

    pub fn rows(&self, client: Id) -> ClientRows {
        let mut found = None;
        self.store.stream(&Which::One(client), &mut |r| found = Some(r.clone())).unwrap();
        found.unwrap()
    }

    /// Every fact of the file, by table.
    pub fn dump(&self) -> Dump {
        assert_eq!(self.store.stale_rows().unwrap(), [], "packed rows that are not those of the tables");
        let db = &self.sql;
        let other = ["meta", "op", "change", "current_op", "ui_state", "fit", "memo", "sqlite_sequence"];
        let mut tables = db.prepare_cached("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
        let tables: Vec<String> = tables.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        let mut dump = Dump::new();
        for table in tables.into_iter().filter(|t| !other.contains(&t.as_str())) {
            let mut all = db.prepare_cached(&format!("SELECT * FROM \"{table}\" ORDER BY id")).unwrap();
            let width = all.column_count();
            let rows = all.query_map([], |r| (0..width).map(|n| r.get(n)).collect()).unwrap();
            let rows = rows.collect::<Result<Vec<Vec<Value>>, _>>().unwrap();
            dump.insert(table, rows);
        }
        dump
    }

    /// Runs an action and proves that undo and redo are exact. Leaves it done.
    pub fn there_and_back(&mut self, action: &Action) -> Applied {
        self.store.pack_rows(1).unwrap();
        let before = self.dump();
        let done = self.run(action);
        let after = self.dump();
        self.store.pack_rows(1).unwrap();
        assert_ne!(before, after, "nothing happened: {action:?}");
        let undone = self.undo();
        assert_eq!(Some(undone.undone), done.op);
        assert_eq!(undone.left, []);
        assert_eq!(undone.clients, done.clients);
        assert_eq!(self.dump(), before, "undo of {action:?}");
        self.reopen();
        self.store.pack_rows(1).unwrap();
        let redone = self.redo();
        assert_eq!((Some(redone.undone), redone.clients), (done.op, done.clients.clone()));
        assert_eq!(self.dump(), after, "redo of {action:?}");
        done
    }
}

pub fn new_client(name: &str, status: Status) -> Action {
    Action::AddClient(Box::new(client(name, status)))
}

pub fn client(name: &str, status: Status) -> NewClient {
    NewClient {
        name: name.to_owned(),
        kind: ClientKind::Org,
        status,
        industry: Some("food".into()),
        region: None,
        size: None,
        need: None,
        need_type: None,
        since: Day::ymd(2026, 1, 5).unwrap(),
        points: vec![
            NewPoint { kind: PointKind::Phone, value: "+86 138 0013 8000".into(), label: None },
            NewPoint { kind: PointKind::Email, value: "Bei@Delta.example".into(), label: Some("work".into()) },
        ],
        tags: vec!["fair".into(), "north".into()],
        potential: Some(4),
        fit: None,
        budget: Some(money(500_000)),
        quiet: None,
        language: None,
        culture: None,
        source: None,
        note: None,
        person: Some("Ms Bei".into()),
        task: Some(("send the offer".into(), today().plus(3), None)),
    }
}

pub fn money(minor: i64) -> Money {
    Money { minor, currency: Currency::CNY }
}

pub fn touch(client: Id, channel: Channel) -> NewTouch {
    NewTouch {
        client,
        person: None,
        channel,
        direction: Direction::Out,
        outcome: Outcome::Reached,
        at: now().instant,
        minutes: None,
        flag: None,
        note: None,
        again: None,
    }
}

pub fn log(touch: NewTouch) -> Action {
    Action::LogTouch { touch: Box::new(touch), fulfils: None }
}

pub fn task(client: Id, text: &str) -> NewTask {
    NewTask {
        client,
        kind: TaskKind::Own,
        text: text.into(),
        due: today().plus(2),
        due_at: None,
        assignee: None,
        goal: None,
        requirement: None,
    }
}

pub fn invoice(client: Id) -> NewInvoice {
    NewInvoice {
        client,
        number: Some("2026-7".into()),
        issued: today().plus(-10),
        due: Some(today().plus(20)),
        paid: None,
        amount: money(3_800_000),
        cost: Some(1_000_000),
        product: None,
        engagement: None,
    }
}

pub fn engagement(client: Id) -> NewEngagement {
    NewEngagement {
        client,
        kind: EngagementKind::Retainer,
        title: "site care".into(),
        start: today().plus(-30),
        end: Some(today().plus(300)),
        notice: Some(today().plus(240)),
        renew: None,
        report_every: None,
    }
}

pub fn survey(client: Id) -> NewSurvey {
    NewSurvey {
        client,
        person: None,
        kind: SurveyKind::Nps,
        score: 9,
        on: today(),
        channel: Some(Channel::Call),
        reasons: vec!["quick answers".into(), "good print".into()],
        note: None,
    }
}

pub fn appointment(client: Id, channel: Channel, start: Moment) -> Action {
    Action::AddAppointment {
        client,
        person: None,
        channel,
        start,
        minutes: Some(30),
        place: Some("Gate 4".into()),
        note: None,
        replaces: None,
    }
}

pub fn edit(client: Id, fields: Vec<ClientField>) -> Action {
    Action::EditClient { client, fields, points: vec![], tags: vec![], why: None }
}

pub fn pin(client: Id, tier: Option<Tier>) -> Action {
    let (from, review_on) = (today(), today().plus(180));
    Action::PinTier { client, tier, why: "strategic".into(), from, until: None, review_on }
}
