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
