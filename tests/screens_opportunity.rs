//! Opportunities on the screen: the form, the brief, the client's story, the prep sheet, the finder, the lead that waits for a next step.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::form::open;
use touchbase::domain::action::{Action, NewOpportunity, OpportunityChanges};
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;
use touchbase::i18n::{Lang, Words};
use touchbase::portfolio::prep;
use touchbase::portfolio::timeline::{self, EventKind, FactRef};
use touchbase::tui::events::Event;

fn named(m: &Maker, name: &str) -> Id {
    m.store.names().unwrap().iter().find(|n| n.name == name).unwrap().id
}

fn yuan(amount: i64) -> Money {
    Money { minor: amount * 100, currency: Currency::CNY }
}

/// One that slipped twice and is late, one further on without a day.
fn slipped(m: &mut Maker, client: Id) -> Id {
    let new = |title: &str, stage, close: Option<&str>, note: Option<&str>| NewOpportunity {
        client,
        person: None,
        title: title.into(),
        amount: yuan(120_000),
        probability: None,
        stage,
        close: close.map(day),
        product: None,
        note: note.map(Into::into),
        at: moment("2026-08-03 10:00"),
    };
    let first = new("Trade fair film", Stage::Needs, Some("2026-09-15"), Some("Ms Bei decides"));
    let made = m.act(Action::AddOpportunity(Box::new(first)), "2026-08-03 10:00");
    m.act(Action::AddOpportunity(Box::new(new("Autumn leaflet", Stage::FollowUp, None, None))), "2026-08-03 10:01");
    let id = made.iter().find(|(table, _)| *table == "opportunity").unwrap().1;
    for (at, stage, close, why) in [
        ("2026-09-10 09:00", None, Some("2026-10-15"), Some("waits for the budget")),
        ("2026-10-09 09:00", Some(Stage::Proposal), Some("2026-11-03"), None),
    ] {
        let changes = OpportunityChanges {
            stage,
            close: close.map(|d| Some(day(d))),
            why: why.map(Into::into),
            ..OpportunityChanges::default()
        };
        m.act(Action::EditOpportunity { opportunity: id, changes: Box::new(changes) }, at);
    }
    id
}

fn at(d: &mut Driver, name: &str) -> Id {
    d.keys("2 /").keys(&format!("'{name}'")).keys("Enter");
    d.book.model.client().unwrap().id()
}

#[test]
fn s129_an_opportunity_is_written_and_changed_in_its_form() {
    let mut d = Driver::on_book(Lang::En, (120, 40));
    let client = at(&mut d, "Lotus Spa");
    d.keys("n o Ctrl-s");
    assert!(d.picture().contains("a text is needed"), "{}", d.picture());
    d.keys("'Relaunch' Down '8万' Down p Down '+30d' Down '140%' F10");
    assert!(d.picture().contains("a share such as 40%"), "{}", d.picture());
    d.keys("Ctrl-u '40' F10");
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
    let row = d.book.model.book.client(client).unwrap().facts.opportunities[0].clone();
    assert_eq!((row.amount, row.probability, row.state().stage), (yuan(80_000), Some(0.4), Stage::Proposal));
    assert_eq!(row.state().close, Some(day("2026-12-23")));
    // Lost has to be said why, at the field, and what was typed stays.
    open(&mut d.book.model, FactRef::Opportunity(row.id)).unwrap();
    d.event(Event::Wake);
    d.keys("Down Down l F10");
    assert!(d.picture().contains("why it was lost has to be said"), "{}", d.picture());
    d.keys("'a cheaper studio' F10");
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
    let state = |d: &Driver| d.book.model.book.client(client).unwrap().facts.opportunities[0].state();
    assert_eq!(state(&d).stage, Stage::Lost);
    assert_eq!(d.book.store().detail(client).unwrap().unwrap().opportunities[0].whys[0].1, "a cheaper studio");
    d.keys("u");
    assert_eq!(state(&d).stage, Stage::Proposal);
}

#[test]
fn nothing_changed_in_the_form_writes_nothing() {
    let mut m = book();
    let client = named(&m, "Northstar Media");
    let id = slipped(&mut m, client);
    let mut d = Driver::open(m.store, Lang::En, (100, 30), monday());
    open(&mut d.book.model, FactRef::Opportunity(id)).unwrap();
    d.event(Event::Wake);
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Form(_))));
    d.keys("F10");
    assert!(d.book.model.dialogs.is_empty());
    let facts = &d.book.model.book.client(client).unwrap().facts;
    assert_eq!(facts.opportunities.iter().find(|o| o.id == id).unwrap().states.len(), 3);
}

#[test]
fn s095_the_story_names_every_stage_and_every_slip() {
    let mut m = book();
    let client = named(&m, "Northstar Media");
    let id = slipped(&mut m, client);
    let d = Driver::open(m.store, Lang::En, (100, 30), monday());
    let (store, book) = (d.book.store(), &d.book.model.book);
    let (detail, rows) = (store.detail(client).unwrap().unwrap(), store.timeline(client, &book.now).unwrap());
    let assessed = book.client(client).unwrap();
    let words = Words::load(Lang::En);
    let told: Vec<(bool, bool, String, Option<String>)> = timeline::events(book, assessed, &detail, &rows)
        .into_iter()
        .filter(|e| e.kind == EventKind::Opportunity && e.fact == Some(FactRef::Opportunity(id)))
        .map(|e| (e.ahead, e.late, words.say(&e.words, &book.now), e.note))
        .collect();
    let line = |ahead, late, text: &str, note: Option<&str>| (ahead, late, text.to_owned(), note.map(str::to_owned));
    assert_eq!(
        told,
        [
            line(true, true, "signature expected: Trade fair film, CNY 120,000", None),
            line(false, false, "Trade fair film: now proposal", None),
            line(
                false,
                false,
                "signature put off from Tue 15 Sep to Thu 15 Oct: Trade fair film",
                Some("waits for the budget")
            ),
            line(false, false, "opportunity: Trade fair film, CNY 120,000, needs", Some("Ms Bei decides")),
        ]
    );
    let sheet = prep::sheet(book, assessed, &detail, &words);
    assert!(
        sheet.contains("Trade fair film: proposal, CNY 120,000 at 50%, signature Tue 3 Nov, 20 days late, put off 2 times"),
        "{sheet}"
    );
    assert!(sheet.contains("Ms Bei decides"), "{sheet}");
    assert_eq!(store.clients_with_note("waits for the BUDGET").unwrap(), [client].into());
    assert_eq!(store.clients_with_note("trade fair").unwrap(), [client].into());
}

#[test]
fn a_lead_with_an_opportunity_still_waits_for_its_next_step() {
    let mut m = book();
    let client = named(&m, "海川阀门");
    slipped(&mut m, client);
    let d = Driver::open(m.store, Lang::En, (160, 40), monday());
    let book = &d.book.model.book;
    let item = book.queue.items.iter().find(|i| i.client == Some(client)).unwrap();
    assert_eq!(item.kind, ItemKind::Lead);
    let said = Words::load(Lang::En).say(&item.reason, &book.now);
    assert_eq!(said, "no next step yet: Trade fair film, proposal");
}

#[test]
fn the_screens() {
    for lang in Lang::ALL {
        for (columns, rows) in [(60, 18), (80, 24), (200, 60)] {
            let mut m = book();
            let client = named(&m, "Northstar Media");
            let id = slipped(&mut m, client);
            let mut d = Driver::open(m.store, lang, (columns, rows), monday());
            let name = |what: &str| format!("opportunity_{what}_{}_{columns}x{rows}", lang.tag());
            at(&mut d, "Northstar Media");
            d.keys("Enter");
            d.keys("Enter");
            insta::assert_snapshot!(name("page"), d.picture());
            open(&mut d.book.model, FactRef::Opportunity(id)).unwrap();
            d.event(Event::Wake);
            d.keys("Down Down");
            insta::assert_snapshot!(name("form"), d.picture());
        }
    }
}
