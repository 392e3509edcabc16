//! Rows out of the file: one client's stream equals its part of all, imports are one step, the user's SQL may only read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use rusqlite::Connection;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use store_kit::*;
use touchbase::domain::action::*;
use touchbase::domain::day::{Day, Moment};
use touchbase::domain::facts::ClientRows;
use touchbase::domain::id::Id;
use touchbase::domain::message::Arg;
use touchbase::domain::target::Target;
use touchbase::domain::words::*;
use touchbase::i18n::{Lang, Words};
use touchbase::store::{OpenMode, SqlValue, Store, StoreError, View, Which};

fn all(store: &Store, which: &Which) -> Vec<ClientRows> {
    let mut found = Vec::new();
    store.stream(which, &mut |r| found.push(r.clone())).unwrap();
    found
}

/// A book in which every table of the fold has rows of several clients.
fn full() -> (Book, Vec<Id>) {
    let mut book = Book::new();
    let clients: Vec<Id> = ["Delta Foods", "Lotus Spa", "海川阀门", "Zed"].iter().map(|n| book.add(n)).collect();
    for (n, client) in clients.iter().copied().enumerate().take(3) {
        for back in 0..=n as i64 {
            let at = Moment(now().instant.0 - back * 5_000);
            book.run(&log(NewTouch { at, flag: Some(Flag::Cold), ..touch(client, Channel::Call) }));
        }
        book.run(&appointment(client, Channel::Visit, Moment(now().instant.0 + 86_400 * 3)));
        book.run(&Action::Snooze { client, targets: vec![Target::Review], until: today().plus(2) });
        book.run(&pin(client, Some(Tier::B)));
        book.run(&Action::AddInvoice(Box::new(invoice(client))));
        book.run(&Action::AddEngagement(Box::new(engagement(client))));
        let (from, to) = (None, Tier::B);
        book.run(&Action::AcceptTier { client, from, to, score: 1, share: 2 });
        book.run(&Action::Override {
            client,
            channel: Channel::Call,
            new_channel: None,
            every: Some(touchbase::domain::interval::Interval::Days(10)),
            grace: None,
            why: "asked".into(),
            until: None,
        });
    }
    (book, clients)
}

#[test]
fn the_stream_of_one_is_its_part_of_the_stream_of_all() {
    let (book, clients) = full();
    let every = all(&book.store, &Which::All);
    assert_eq!(every.iter().map(|r| r.client.id).collect::<Vec<_>>(), clients);
    for rows in &every {
        assert_eq!(all(&book.store, &Which::One(rows.client.id)), std::slice::from_ref(rows));
    }
    let some = all(&book.store, &Which::Some(vec![clients[2], Id(3), clients[0], clients[2]]));
    assert_eq!(some, [every[0].clone(), every[2].clone()]);
    assert!(all(&book.store, &Which::Some(vec![])).is_empty());
    let rows = &every[2];
    assert_eq!((rows.touches.len(), rows.appointments.len(), rows.pins.len(), rows.invoices.len()), (3, 1, 1, 1));
    assert!(rows.touches.is_sorted_by_key(|t| t.at));
    assert_eq!((rows.overrides.len(), rows.engagements.len(), rows.tier_changes.len(), rows.deferrals.len()), (1, 1, 1, 1));
    // The last client has none of these, and none of the one before.
    assert_eq!((every[3].touches.len(), every[3].pins.len(), every[3].tags.len()), (0, 0, 2));
}

#[test]
fn names_and_addresses_are_found_over_the_whole_book() {
    let (book, clients) = full();
    let names = book.store.names().unwrap();
    assert_eq!(names.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), ["Delta Foods", "Lotus Spa", "海川阀门", "Zed"]);
    assert!(names[2].initials.contains("hcfm"), "{}", names[2].initials);
    let rows = book.store.search_rows().unwrap();
    assert_eq!((rows[1].client, rows[1].people[0].0.as_str(), rows[1].tags.len()), (clients[1], "Ms Bei", 2));
    assert!(rows[1].points.iter().any(|p| p == "Bei@Delta.example"));
}

fn import(book: &mut Book, clients: usize, touches: usize) -> Vec<Id> {
    let (made, applied) = book
        .store
        .import(&now(), Face::Import, |tx| {
            let mut made = Vec::new();
            for n in 0..clients {
                let new = NewClient {
                    points: vec![],
                    tags: vec![],
                    person: None,
                    task: None,
                    ..client(&format!("Firm {n}"), Status::Lead)
                };
                let id = tx.add_client(&new, Some(&format!("uid-{n}")))?;
                for k in 0..touches {
                    let at = Moment(now().instant.0 - 1000 * k as i64);
                    tx.add_touch(&NewTouch { at, ..touch(id, Channel::Unknown) })?;
                }
                made.push(id);
            }
            Ok::<_, StoreError>(made)
        })
        .unwrap();
    assert_eq!(applied.unwrap().message.args, [("count", Arg::Number((clients * (touches + 1)) as i64))]);
    made
}

#[test]
fn an_import_is_one_step_with_all_it_changed() {
    let (mut book, clients) = full();
    let lead = book.lead("Old lead");
    let before = book.dump();
    let (_, applied) = book
        .store
        .import(&now(), Face::Import, |tx| {
            let new = NewClient { kind: ClientKind::Person, ..client("New One", Status::Active) };
            let id = tx.add_client(&new, Some("uid-1"))?;
            assert_eq!(tx.client_with_external_id("uid-1")?, Some(id));
            assert!(tx.add_client(&new, Some("uid-1")).is_err());
            assert!(tx.update_client(clients[0], &[ClientField::Region(Some("west".into()))])?);
            assert!(!tx.update_client(clients[0], &[ClientField::Region(Some("west".into()))])?);
            assert_eq!(tx.add_invoice(&invoice(lead)).map(|_| ()).err().map(|e| e.exit()), None);
            assert!(tx.add_extra(id, None, "Fax", "123", Some("list.csv"))?);
            assert!(!tx.add_extra(id, None, "Fax", "123", Some("list.csv"))?);
            tx.pin(id, Tier::A, "imported", today(), today().plus(180))?;
            let ahead = NewTouch { at: Moment(now().instant.0 + 4000), ..touch(id, Channel::Call) };
            assert_eq!(tx.add_touch(&ahead).unwrap_err().exit(), 4);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let op = applied.unwrap().op.unwrap();
    let after = book.dump();
    assert_eq!(book.rows(lead).client.status, Status::Active);
    let new = book.store.names().unwrap().last().unwrap().id;
    assert_eq!(book.store.history(Some(new), 10, None).unwrap()[0].op, op);
    assert_eq!(book.store.history(Some(clients[0]), 1, None).unwrap()[0].op, op);
    assert_eq!(book.undo().undone, op);
    assert_eq!(book.dump(), before);
    book.redo();
    assert_eq!(book.dump(), after);
    book.undo();
    assert_eq!(book.dump(), before);
}

#[test]
fn a_failed_or_empty_import_leaves_nothing() {
    let (mut book, _) = full();
    let before = book.dump();
    let ops = book.count("SELECT count(*) FROM op");
    let failed = book.store.import(&now(), Face::Import, |tx| {
        tx.add_client(&client("Half", Status::Active), None)?;
        Err::<(), _>(StoreError::Failed("stop".into()))
    });
    assert!(failed.is_err());
    let (_, nothing) = book.store.import(&now(), Face::Import, |_| Ok::<_, StoreError>(())).unwrap();
    assert_eq!(nothing, None);
    assert_eq!((book.dump(), book.count("SELECT count(*) FROM op")), (before, ops));
}

#[test]
fn an_imported_row_that_was_used_since_stays() {
    let mut book = Book::new();
    let made = import(&mut book, 3, 2);
    book.run(&log(touch(made[1], Channel::Call)));
    book.run(&edit(made[2], vec![ClientField::Region(Some("west".into()))]));
    let import = book.store.history(None, 10, None).unwrap().last().unwrap().op;
    let undone = book.store.undo(Some(import), &now(), Face::Cli).unwrap();
    let said = Words::load(Lang::En).say(&undone.left[0], &now());
    assert_eq!(undone.left.len(), 1);
    assert_eq!(said, "Firm 1, Firm 2 stay: changed or used since; take that back first, then this once more");
    let left: Vec<Id> = book.store.names().unwrap().into_iter().map(|n| n.id).collect();
    assert_eq!(left, [made[1], made[2]]);
    // They stay whole, with what the import wrote about them.
    assert_eq!(book.rows(made[1]).touches.len(), 3);
    let before = book.dump();
    // Nothing can go while the later steps stand; after them the rest does, by name or in its turn.
    let refused = book.store.undo(Some(import), &now(), Face::Cli).unwrap_err();
    assert_eq!((refused.exit(), book.dump()), (4, before.clone()));
    book.undo();
    book.undo();
    let rest = book.store.undo(Some(import), &now(), Face::Cli).unwrap();
    assert_eq!(rest.left, []);
    assert!(book.store.names().unwrap().is_empty());
    for _ in 0..3 {
        book.redo();
    }
    assert_eq!(book.dump(), before);
    book.redo();
    assert_eq!(book.store.names().unwrap().len(), 3);
    for _ in 0..3 {
        book.undo();
    }
    assert!(book.store.names().unwrap().is_empty() && book.store.undo(None, &now(), Face::Cli).is_err());
    assert!(
        book.store.history(None, 50, None).unwrap().iter().any(|o| o.message.args == [("client", Arg::Text("Firm 1".into()))])
    );
}

#[test]
fn a_large_import_is_undone_without_redo() {
    let mut book = Book::new();
    let before = book.dump();
    let made = import(&mut book, 120, 100);
    assert_eq!(book.count("SELECT count(*) FROM change"), 2);
    assert_eq!(all(&book.store, &Which::One(made[7]))[0].touches.len(), 100);
    book.run(&log(touch(made[7], Channel::Call)));
    book.undo();
    assert!(book.undo().all);
    assert_eq!(book.dump(), before);
    assert!(matches!(book.store.redo(&now(), Face::Cli), Err(StoreError::NothingToRedo)));
    // Its rows are not kept, but whoever else the journal speaks of still has a name.
    let steps = book.store.history(None, 10, None).unwrap();
    let call = steps.iter().find(|o| o.message.id == "did-log-call").unwrap();
    assert_eq!(call.message.args, [("client", Arg::Text("Firm 7".into()))]);
    assert_eq!(book.count("SELECT count(*) FROM change WHERE kind = 'delete' AND tbl = 'client'"), 1);
}

fn ask(store: &Store, sql: &str) -> Result<Vec<Vec<SqlValue>>, StoreError> {
    let view = View {
        name: "v_client",
        columns: vec!["name", "from", "risk"],
        rows: vec![
            vec![SqlValue::Text("Delta".into()), SqlValue::Int(1), SqlValue::Real(0.5)],
            vec![SqlValue::Text("Lotus".into()), SqlValue::Int(2), SqlValue::Null],
        ],
    };
    let mut rows = Vec::new();
    store.query(sql, &[view], &mut |_, row| {
        rows.push(row.to_vec());
        true
    })?;
    Ok(rows)
}

#[test]
fn sql_reads_facts_and_views_and_nothing_else() {
    let (book, _) = full();
    let path = book.dir.path().join("book.db");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    let store = Store::open(&path, OpenMode::Read, None).unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(ask(&store, "SELECT count(*) FROM touch").unwrap(), [[SqlValue::Int(6)]]);
    let joined = "WITH x AS (SELECT name, \"from\" FROM v_client WHERE risk IS NULL) SELECT * FROM x;";
    assert_eq!(ask(&store, joined).unwrap(), [[SqlValue::Text("Lotus".into()), SqlValue::Int(2)]]);
    let json = "SELECT value FROM json_each('[1]')";
    assert_eq!(ask(&store, json).unwrap(), [[SqlValue::Int(1)]]);
    for writing in [
        "DELETE FROM touch",
        "INSERT INTO v_client VALUES (1, 2, 3)",
        "PRAGMA user_version = 9",
        "PRAGMA user_version",
        "ATTACH 'x.db' AS x",
        "CREATE TEMP TABLE t(x)",
        "DROP TABLE v_client",
        "BEGIN",
        "VACUUM INTO 'x.db'",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
        "SELECT * FROM pragma_user_version",
    ] {
        let error = ask(&store, writing).unwrap_err();
        assert!(matches!(error.exit(), 2 | 4), "{writing}: {error}");
    }
    assert_eq!(ask(&store, "DELETE FROM touch").unwrap_err().exit(), 4);
    for wrong in ["SELEC 1", "SELECT 1; SELECT 2", "", " -- nothing", "SELECT * FROM nowhere", "SELECT json('{')"] {
        assert_eq!(ask(&store, wrong).unwrap_err().exit(), 2, "{wrong}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    // The file works on as before.
    assert_eq!(store.names().unwrap().len(), 4);
    assert!(ask(&store, "SELECT 1 FROM v_client").is_ok());
}

#[test]
fn ui_state_is_kept_and_is_no_step() {
    let mut book = Book::new();
    assert_eq!(book.store.ui_get("tab").unwrap(), None);
    for tab in ["1", "2"] {
        book.store.ui_set("tab", tab).unwrap();
    }
    book.reopen();
    assert_eq!(book.store.ui_get("tab").unwrap().as_deref(), Some("2"));
    assert!(book.store.history(None, 1, None).unwrap().is_empty());
}

#[test]
fn every_change_is_journaled_with_its_client() {
    let (book, clients) = full();
    let db: &Connection = &book.sql;
    let strange: i64 = db
        .query_row("SELECT count(*) FROM change WHERE client_id IS NULL OR kind = 'insert' AND diff IS NOT NULL", [], |r| {
            r.get(0)
        })
        .unwrap();
    assert_eq!(strange, 0);
    let sql = "SELECT count(DISTINCT client_id) FROM change";
    assert_eq!(book.count(sql), clients.len() as i64);
}

/// `cargo test --release --test store_rows -- --ignored --nocapture` prints how long the large book takes.
#[test]
#[ignore = "a measurement"]
fn the_large_book_streams_quickly() {
    let mut book = Book::new();
    let start = std::time::Instant::now();
    import(&mut book, 10_000, 50);
    println!("import: {:?}", start.elapsed());
    for _ in 0..3 {
        let start = std::time::Instant::now();
        let mut touches = 0;
        book.store.stream(&Which::All, &mut |rows| touches += rows.touches.len()).unwrap();
        println!("stream of {touches} touches: {:?}", start.elapsed());
    }
    let start = std::time::Instant::now();
    book.undo();
    println!("undo: {:?}", start.elapsed());
}

#[test]
fn values_no_program_of_ours_writes_are_read_as_the_nearest_that_it_does() {
    let (book, clients) = full();
    let client = clients[0];
    book.sql.execute("UPDATE current_op SET op = 1", []).unwrap();
    for sql in [
        "UPDATE client SET since = -2000000000, status_on = 2147483647, reviewed_on = 9000000000000000000",
        "UPDATE touch SET at = 9223372036854775807",
        "UPDATE task SET due = -9223372036854775808, created = -9223372036854775808",
        "UPDATE appointment SET start = 9223372036854775807, minutes = 9223372036854775807",
        "UPDATE override SET grace = 2147483647",
        "UPDATE leave SET first = -2147483648, last = 2147483647",
    ] {
        book.sql.execute(sql, []).unwrap();
    }
    let rows = book.rows(client);
    let (first, last) = (Day::ymd(1900, 1, 1).unwrap(), Day::ymd(2200, 12, 31).unwrap());
    assert_eq!((rows.client.since, rows.client.status_on), (first, last));
    assert!(rows.tasks.iter().all(|t| t.due == first));
    assert!(rows.touches.iter().all(|t| t.at.day(chrono_tz::UTC) == last));
    assert!(rows.overrides.iter().all(|o| o.grace.is_none_or(|g| (0..=999).contains(&g))));
    let settings = touchbase::portfolio::Settings {
        holidays: touchbase::domain::zone::Holidays::default(),
        currency: None,
        rates: touchbase::domain::money::Rates::default(),
        playbooks: Vec::new(),
        cultures: Default::default(),
        booked: true,
    };
    touchbase::portfolio::Snapshot::load(&book.store, &settings, &now()).unwrap();
}
