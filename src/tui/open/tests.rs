//! The shell against a real file that another program writes too.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::app::msg::After;
use crate::domain::action::{Action, Face, NewClient};
use crate::domain::day::Day;
use crate::domain::words::{ClientKind, Status};
use crate::store::OpenMode;

const ZONE: Tz = chrono_tz::Asia::Shanghai;

fn client(name: &str, now: &Now) -> Action {
    Action::AddClient(Box::new(NewClient {
        name: name.to_owned(),
        kind: ClientKind::Org,
        status: Status::Active,
        industry: None,
        region: None,
        size: None,
        need: None,
        need_type: None,
        since: now.today(),
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
    }))
}

#[test]
fn what_another_program_wrote_just_before_an_action_of_our_own_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.touchbase");
    let now = Now { instant: Day::ymd(2026, 11, 23).unwrap().at(chrono::NaiveTime::MIN, ZONE), zone: ZONE };
    let store = Store::open(&path, OpenMode::Create { zone: ZONE }, None).unwrap();
    let theme = Theme::new(true, false);
    let launch = Launch {
        store,
        config: Config::default(),
        config_dir: "/nonexistent".into(),
        lang: Lang::En,
        theme,
        lines: Lines::default(),
        config_file: String::new(),
    };
    let mut book = Book::open(launch, &now).unwrap_or_else(|e| panic!("{}", e.id));
    let names = |book: &Book| book.model.book.clients.iter().map(|c| c.name().to_owned()).collect::<Vec<_>>();
    let apply = |book: &mut Book, name: &str| match book.apply(&client(name, &now), After::Stay, &now) {
        Ok(Msg::Applied(applied, _)) => applied.all,
        Ok(_) => panic!("another answer"),
        Err(e) => panic!("{}", e.id),
    };
    assert!(!apply(&mut book, "Ours"));
    let mut other = Store::open(&path, OpenMode::Write, None).unwrap();
    other.apply(&client("Theirs", &now), &now, Face::Cli).unwrap();
    assert!(apply(&mut book, "Ours too"), "all is read again");
    assert_eq!(names(&book), ["Ours", "Theirs", "Ours too"]);
    other.apply(&client("Theirs at last", &now), &now, Face::Cli).unwrap();
    other.apply(&client("Theirs too", &now), &now, Face::Cli).unwrap();
    book.step_back(true, &now).unwrap_or_else(|e| panic!("{}", e.id));
    assert_eq!(names(&book), ["Ours", "Theirs", "Ours too", "Theirs at last"]);
    assert!(!apply(&mut book, "Ours again"), "an own commit is no news");
}

/// A book with orders, opened on a screen whose workers call into the channel that comes with it.
fn screen(folder: &Path, now: &Now) -> (Book, std::sync::mpsc::Receiver<crate::tui::events::Report>) {
    let path = folder.join("book.touchbase");
    let mut store = Store::open(&path, OpenMode::Create { zone: ZONE }, None).unwrap();
    for n in 0..8 {
        let made = store.apply(&client(&format!("Client {n}"), now), now, Face::Cli).unwrap();
        for order in 0..6 {
            store.apply(&invoice(made.clients[0], now.today().plus(-20 * order - 3 * n)), now, Face::Cli).unwrap();
        }
    }
    let launch = Launch {
        store,
        config: Config::default(),
        config_dir: "/nonexistent".into(),
        lang: Lang::En,
        theme: Theme::new(true, false),
        lines: Lines::default(),
        config_file: String::new(),
    };
    let mut book = Book::open(launch, now).unwrap_or_else(|e| panic!("{}", e.id));
    let (sender, reports) = std::sync::mpsc::channel();
    book.listen(Caller::new(sender));
    (book, reports)
}

fn invoice(client: crate::domain::id::Id, issued: Day) -> Action {
    Action::AddInvoice(Box::new(crate::domain::action::NewInvoice {
        client,
        number: None,
        issued,
        due: None,
        paid: None,
        amount: crate::domain::money::Money { minor: 100_000, currency: crate::domain::money::Currency::CNY },
        cost: None,
        product: None,
        engagement: None,
    }))
}

fn monday() -> Now {
    let nine = chrono::NaiveTime::from_hms_opt(9, 4, 0).unwrap();
    Now { instant: Day::ymd(2026, 11, 23).unwrap().at(nine, ZONE), zone: ZONE }
}

fn order(book: &mut Book, n: usize, days_ago: i32, now: &Now) {
    let id = book.model.book.clients[n].id();
    let action = invoice(id, now.today().plus(-days_ago));
    book.tell(Msg::Key(Key::parse("2").unwrap()), now);
    let applied = book.apply(&action, After::Stay, now).unwrap_or_else(|e| panic!("{}", e.id));
    book.tell(applied, now);
}

#[test]
fn a_fit_runs_beside_the_screen_and_arrives_without_moving_the_selection() {
    let folder = tempfile::tempdir().unwrap();
    let now = monday();
    let (mut book, reports) = screen(folder.path(), &now);
    book.tell(Msg::Key(Key::parse("2").unwrap()), &now);
    book.tell(Msg::Key(Key::parse("j").unwrap()), &now);
    let selected = book.model.entry().map(|e| e.id);
    order(&mut book, 3, 1, &now);
    assert!(book.model.book.risk.wanted.is_some(), "the model before stands in");
    reports.recv().unwrap();
    assert!(book.model.book.risk.wanted.is_some(), "nothing changes before the loop says so");
    book.handle(Event::Done, &now).unwrap();
    assert_eq!(book.model.book.risk.wanted, None);
    assert_eq!(book.model.entry().map(|e| e.id), selected);
    let fresh = Snapshot::load(&book.store, &book.settings, &now).unwrap();
    assert_eq!(book.model.book.clients, fresh.clients);
    assert_eq!(book.model.book.risk, fresh.risk);
}

#[test]
fn a_fit_waits_for_what_is_being_typed() {
    let folder = tempfile::tempdir().unwrap();
    let now = monday();
    let (mut book, reports) = screen(folder.path(), &now);
    order(&mut book, 3, 1, &now);
    book.tell(Msg::Key(Key::parse("?").unwrap()), &now);
    assert!(!book.model.dialogs.is_empty());
    reports.recv().unwrap();
    book.handle(Event::Done, &now).unwrap();
    assert!(book.model.book.risk.wanted.is_some() && !book.model.dialogs.is_empty());
    book.tell(Msg::Key(Key::parse("Esc").unwrap()), &now);
    assert_eq!(book.model.book.risk.wanted, None, "closed: now it is put in");
}

#[test]
fn a_newer_book_wins_over_the_fit_of_an_older_one() {
    let folder = tempfile::tempdir().unwrap();
    let now = monday();
    let (mut book, reports) = screen(folder.path(), &now);
    order(&mut book, 3, 1, &now);
    order(&mut book, 4, 2, &now);
    let wanted = book.model.book.risk.wanted.as_ref().map(|w| w.version);
    for _ in 0..2 {
        reports.recv().unwrap();
        book.handle(Event::Done, &now).unwrap();
    }
    assert_eq!(book.model.book.risk.wanted, None);
    assert_eq!(Some(book.model.book.risk.fitted().version), wanted);
    assert_eq!(book.model.book.clients, Snapshot::load(&book.store, &book.settings, &now).unwrap().clients);
    assert_eq!(book.store.kept_fit(wanted.unwrap()).unwrap(), Some(book.model.book.risk.now.model), "kept for the next start");
}
