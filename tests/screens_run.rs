//! One message to many on the screen: counts, previews in each client's language, handed over, logged as one step; nothing is logged that
//! was not handed over.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use std::path::Path;
use touchbase::app::dialog::Dialog;
use touchbase::app::mailing::{Mailing, Stage};
use touchbase::config::{Config, Messages};
use touchbase::domain::action::{Action, ClientField, NewCampaign, NewSent, NewTouch};
use touchbase::domain::day::Now;
use touchbase::domain::occasion::Code;
use touchbase::domain::target::Target;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::store::Store;
use touchbase::text::Mailbox;
use touchbase::tui::run::Flow;

fn eve() -> Now {
    now("2026-09-25 09:04")
}

/// Forty C clients that keep the Mid-Autumn Festival, every other one written to in Chinese; three without an address, one greeted already.
fn forty() -> Store {
    let mut m = Maker::new();
    for n in 1..=40 {
        let name = if n % 2 == 0 { format!("北辰{n}") } else { format!("Harbour {n:02} \"Co\"") };
        let id = m.client(&name, |c| {
            c.since = day("2026-01-05");
            c.points = if n > 37 { vec![] } else { vec![email(&format!("c{n}@client.example"))] };
        });
        m.pin(id, Tier::C);
        m.touch(id, Channel::Email, "2026-09-20 10:00", "");
        m.act(
            Action::EditClient {
                client: id,
                fields: vec![ClientField::Culture(Some("cn".into()))],
                points: vec![],
                tags: vec![],
                why: None,
            },
            "2026-09-21 10:00",
        );
    }
    greet(&mut m, "Harbour 07 \"Co\"");
    m.store
}

/// They had this greeting by mail.
fn greet(m: &mut Maker, name: &str) {
    let client = m.store.names().unwrap().iter().find(|n| n.name == name).unwrap().id;
    let touch = NewTouch {
        client,
        person: None,
        channel: Channel::Email,
        direction: Direction::Out,
        outcome: Outcome::Reached,
        at: now("2026-09-24 10:00").instant,
        minutes: None,
        flag: None,
        note: None,
        again: None,
    };
    let greets = Some((Target::Holiday(Code::parse("mid-autumn").unwrap()), day("2026-09-25")));
    let member = NewSent { touch, subject: None, greets, fulfils: None, notes: vec![] };
    let new = NewCampaign {
        template: "greeting-holiday".into(),
        title: "greeting-holiday".into(),
        purpose: Purpose::Greeting,
        members: vec![member],
    };
    m.act(Action::LogSent(Box::new(new)), "2026-09-24 10:00");
}

fn config(folder: &Path) -> Config {
    let messages = Messages {
        from: Mailbox::new("Ada Lane", "ada@lane.example"),
        maildir: Some(folder.join("drafts")),
        command: Some("! grep -q c2@client.example".into()),
        open: Some("true".into()),
    };
    Config { messages, ..Config::default() }
}

fn driver(folder: &Path, lang: Lang, size: (u16, u16)) -> Driver {
    Driver::with(config(folder), "/nonexistent", forty(), lang, size, eve())
}

fn panel(d: &Driver) -> &Mailing {
    match d.book.model.dialogs.last() {
        Some(Dialog::Mailing(panel)) => panel,
        _ => panic!("no run:\n{}", d.picture()),
    }
}

#[test]
fn s047_forty_greetings_on_the_screen_are_handed_over_and_logged_as_one_step() {
    for (lang, size) in [(Lang::En, (60, 18)), (Lang::Zh, (80, 24)), (Lang::En, (200, 60))] {
        let folder = tempfile::tempdir().unwrap();
        let mut d = driver(folder.path(), lang, size);
        d.keys("t");
        let run = panel(&d).run.as_ref().unwrap();
        assert_eq!((run.chosen, run.ready.len(), run.refused.len()), (39, 36, 3));
        assert_eq!(panel(&d).template(), Some("greeting-holiday"));
        let said = if lang == Lang::Zh {
            "共选 39 位：36 位可发，3 位没有地址"
        } else {
            "39 chosen: 36 ready, 3 without address"
        };
        assert!(d.picture().contains(said), "{}", d.picture());
        assert!(d.picture().contains("北辰38") && d.picture().contains("Harbour 39"), "{}", d.picture());
        for ready in panel(&d).ready() {
            // Whose name says nothing is written to in the user's own language.
            let han = lang == Lang::Zh || d.book.model.book.client(ready.draft.client).unwrap().name().starts_with("北辰");
            assert_eq!((ready.lang == Lang::Zh, ready.draft.body.contains("中秋快乐")), (han, han));
        }
        // One is taken, one dropped, the rest accepted at once.
        d.keys("Enter Enter - A");
        assert_eq!((panel(&d).count(Stage::Taken), panel(&d).count(Stage::Dropped)), (35, 1));
        // Nothing can be logged before it is out.
        d.keys("d");
        assert!(d.book.model.error.is_some() && sent(&d) == 1, "{}", d.picture());
        d.keys("f");
        assert_eq!((panel(&d).count(Stage::Handed), sent(&d)), (35, 1), "{}", d.picture());
        let files = std::fs::read_dir(folder.path().join("drafts/cur")).unwrap().count();
        assert_eq!(files, 35);
        d.keys("d");
        assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
        assert_eq!(sent(&d), 36, "35 now, one before");
        d.keys("u");
        assert_eq!(sent(&d), 1, "{}", d.picture());
    }
}

#[test]
fn s047_whoever_is_greeted_already_is_named_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut d = driver(folder.path(), Lang::En, (100, 30));
    d.keys("2 V t");
    while panel(&d).template() != Some("greeting-holiday") {
        d.keys("Right");
    }
    let said = "40 chosen: 36 ready, 3 without address, 1 already greeted";
    let seen = d.picture();
    assert!(seen.contains(said) && seen.contains("Harbour 07") && seen.contains("already greeted for"), "{seen}");
    // On the counts Enter accepts nothing yet, and what `d` writes down is counted.
    assert!(seen.contains("Enter first preview") && !seen.contains("Enter accept"), "{seen}");
    d.keys("Enter");
    assert!(d.picture().contains("Enter accept"), "{}", d.picture());
    d.keys("A f");
    assert!(d.picture().contains("d log 36 handed over"), "{}", d.picture());
}

/// Messages that are written down of any client.
fn sent(d: &Driver) -> usize {
    let clients = d.book.model.book.clients.iter().map(|c| c.id());
    clients.map(|id| d.book.store().detail(id).unwrap().unwrap().sent.len()).sum()
}

#[test]
fn s016_what_fails_is_named_and_stays_and_only_the_others_are_logged() {
    let folder = tempfile::tempdir().unwrap();
    let mut d = driver(folder.path(), Lang::En, (100, 30));
    d.keys("t A c");
    assert_eq!((panel(&d).count(Stage::Handed), panel(&d).count(Stage::Taken)), (35, 1), "{}", d.picture());
    assert!(d.said().contains("35 handed over, 1 not"), "{}", d.said());
    // The one that failed is in front with its reason.
    assert!(d.picture().contains("c2@client.example"), "{}", d.picture());
    d.keys("d");
    assert_eq!((sent(&d), panel(&d).count(Stage::Logged), panel(&d).count(Stage::Taken)), (36, 35, 1));
    // It leaves by another way.
    d.keys("f d");
    assert!(d.book.model.dialogs.is_empty() && sent(&d) == 37, "{}", d.picture());
}

#[test]
fn s016_leaving_with_messages_that_are_out_and_not_logged_asks_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut d = driver(folder.path(), Lang::En, (80, 24));
    d.keys("t Enter y Esc Esc");
    assert!(d.said().contains("1 message was handed over and is not logged"), "{}", d.said());
    assert_eq!(panel(&d).count(Stage::Handed), 1);
    d.keys("Esc");
    assert!(d.book.model.dialogs.is_empty() && sent(&d) == 1);
}

#[test]
fn s016_a_message_is_changed_in_the_editor_and_a_missing_one_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut d = driver(folder.path(), Lang::En, (80, 24));
    d.keys("t Enter E");
    assert!(matches!(&d.flow, Flow::Edit(_)));
    d.edited(Err(std::io::Error::other("no editor")));
    assert!(d.said().contains("no editor"), "{}", d.said());
    assert_eq!((panel(&d).count(Stage::Open), sent(&d)), (36, 1));
    d.keys("E");
    d.edited(Ok(Some("My own words\n\nAll the best".into())));
    let shown = panel(&d).shown().unwrap().1;
    assert_eq!((shown.draft.subject.as_str(), shown.draft.body.as_str()), ("My own words", "All the best"));
}

#[test]
fn the_panel_as_it_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, size, name) in
        [(Lang::En, (80, 24), "run_counts_en"), (Lang::Zh, (60, 18), "run_counts_zh"), (Lang::En, (60, 18), "run_counts_small")]
    {
        let mut d = driver(folder.path(), lang, size);
        d.keys("t");
        insta::assert_snapshot!(name, d.picture());
        d.keys("Enter Enter");
        insta::assert_snapshot!(format!("{name}_preview"), d.picture());
    }
}

#[test]
fn s016_of_many_a_letter_with_a_hole_in_it_is_not_handed_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut d = driver(folder.path(), Lang::En, (100, 30));
    d.keys("t");
    for _ in 0..panel(&d).templates.len() {
        if panel(&d).template() != Some("news") {
            d.keys("Right");
        }
    }
    assert_eq!(panel(&d).template(), Some("news"));
    d.keys("A f");
    assert!(d.picture().contains("in brackets are still to be filled in"), "{}", d.picture());
    assert!(panel(&d).stages.iter().all(|stage| *stage == Stage::Taken), "nothing is out");
    d.keys("d");
    assert!(!folder.path().join("drafts").exists());
}
