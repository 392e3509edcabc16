//! Every form as it is shown, whole screens at three sizes in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::form::{Subject, open_subject};
use touchbase::domain::action::*;
use touchbase::domain::id::Id;
use touchbase::domain::interval::Interval;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::tui::events::Event;

const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (200, 60)];

/// The book with one of every fact that has a form.
fn rich() -> (Maker, Id) {
    let mut m = book();
    let northstar = m.store.names().unwrap().iter().find(|n| n.name == "Northstar Media").unwrap().id;
    let harbor = m.store.names().unwrap().iter().find(|n| n.name == "Harbor & Sons").unwrap().id;
    let person = m.store.detail(northstar).unwrap().unwrap().people[0].id;
    m.act(
        Action::EditClient {
            client: northstar,
            fields: vec![ClientField::Note(Some("first line\nsecond line".into()))],
            points: vec![
                NewPoint { kind: PointKind::Phone, value: "021 5550 0001".into(), label: Some("office".into()) },
                NewPoint { kind: PointKind::Phone, value: "021 5550 0002".into(), label: None },
            ],
            tags: vec![],
            why: None,
        },
        "2026-11-20 09:00",
    );
    m.act(
        Action::EditPerson {
            person,
            name: None,
            role: Some(Some("head of print".into())),
            note: None,
            points: vec![],
            birthday: Some(Some((5, 12, Some(1980)))),
        },
        "2026-11-20 09:01",
    );
    m.act(
        Action::Relate {
            client: northstar,
            other: harbor,
            kind: RelationKind::Partner,
            note: Some("same fair".into()),
            on: true,
        },
        "2026-11-20 09:02",
    );
    m.act(
        Action::Override {
            client: northstar,
            channel: Channel::Call,
            new_channel: None,
            every: Some(Interval::Days(14)),
            grace: None,
            why: "agreed in the contract".into(),
            until: None,
        },
        "2026-11-20 09:03",
    );
    m.act(
        Action::AddLeave { first: day("2026-12-24"), last: day("2026-12-31"), why: Some("family".into()) },
        "2026-11-20 09:04",
    );
    (m, northstar)
}

/// The first row of a table.
fn row(m: &Maker, client: Id, what: &str) -> Id {
    let rows = m.store.timeline(client, &now("2027-01-01 09:00")).unwrap();
    match what {
        "touch" => rows.touches[0].row.id,
        "appointment" => rows.appointments[0].id,
        "override" => rows.overrides[0].id,
        "invoice" => rows.invoices[0].id,
        _ => panic!("no such table"),
    }
}

/// A form is opened as the pages of the screen do it: by naming the fact, with the next message.
fn open(d: &mut Driver, subject: Subject) {
    open_subject(&mut d.book.model, subject);
    d.event(Event::Wake);
}

fn scene(name: &str, subject: impl Fn(&Maker, Id) -> Subject, keys: &str) {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| {
            let (m, client) = rich();
            let subject = subject(&m, client);
            let mut d = Driver::open(m.store, lang, size, monday());
            open(&mut d, subject);
            d.keys(keys).picture()
        });
        insta::assert_snapshot!(format!("{name}_{}", lang.tag()), pictures.join("\n"));
    }
}

#[test]
fn client() {
    scene("client", |_, c| Subject::Client(c), "Tab");
}

#[test]
fn s066_review() {
    scene("review", |_, c| Subject::Review(c), "");
}

#[test]
fn person() {
    scene("person", |m, c| Subject::Person(m.store.detail(c).unwrap().unwrap().people[0].id), "Down Down");
}

#[test]
fn new_person() {
    scene("new_person", |_, c| Subject::NewPerson(c), "'Ms Li' Down 'buyer' Down '138 0013 8001'");
}

#[test]
fn touch() {
    scene("touch", |m, c| Subject::Touch(row(m, c, "touch")), "Down");
}

#[test]
fn task() {
    scene("task", |_, c| Subject::NewTask(c), "Down 'send the file' Down Ctrl-u 'thu 15:00'");
}

#[test]
fn appointment() {
    scene("appointment", |m, c| Subject::Appointment(row(m, c, "appointment")), "");
}

#[test]
fn invoice() {
    scene("invoice", |m, c| Subject::Invoice(row(m, c, "invoice")), "Down Down Down Down");
}

#[test]
fn new_invoice() {
    scene("new_invoice", |_, c| Subject::NewInvoice(c), "'3.5万' Down Down Down 'someday' Down Down 'dear' F10");
}

#[test]
fn engagement() {
    scene("engagement", |_, c| Subject::NewEngagement(c), "'Relaunch' Down Right");
}

#[test]
fn leave() {
    scene("leave", |_, _| Subject::NewLeave, "'+7d'");
}

#[test]
fn s022_days_off_show_what_lies_inside_with_the_way_to_it() {
    scene("leave_inside", |_, _| Subject::NewLeave, "'2026-11-24' Tab '2026-12-31'");
    let (m, _) = rich();
    let mut d = Driver::open(m.store, Lang::En, (100, 30), monday());
    open(&mut d, Subject::NewLeave);
    assert!(!d.picture().contains("Inside"), "nothing while no day is typed");
    d.keys("'2026-11-24' Tab '2026-12-31'");
    assert!(d.picture().contains("thing with a date; "), "{}", d.picture());
    // Two below the reason stands the first thing: Enter opens it in front, Esc comes back to what was typed.
    d.keys("Down Down Enter");
    d.event(Event::Wake);
    assert!(!d.picture().contains("New days off"), "{}", d.picture());
    d.keys("Esc");
    assert!(d.picture().contains("New days off") && d.picture().contains("2026-12-31"), "{}", d.picture());
    // Days that are no days show nothing.
    d.keys("Up Up Up Ctrl-u 'soon'");
    assert!(!d.picture().contains("thing with a date"), "{}", d.picture());
}

#[test]
fn plan() {
    scene("plan", |m, c| Subject::Override(row(m, c, "override")), "Down Down");
}

#[test]
fn survey() {
    scene("survey", |_, c| Subject::NewSurvey(c), "Down '9'");
}

#[test]
fn picker() {
    scene("picker", |_, c| Subject::NewTask(c), "Down Down F4 Down Right");
}

#[test]
fn every_size_is_drawn_and_the_cursor_is_at_the_caret() {
    let (m, client) = rich();
    let mut store = m.store;
    for (width, height) in [(60, 18), (61, 19), (79, 24), (99, 30), (100, 30), (120, 40), (250, 80)] {
        let mut d = Driver::open(store, Lang::Zh, (width, height), monday());
        open(&mut d, Subject::Client(client));
        d.keys("Ctrl-u '海川'");
        let at = d.terminal.get_cursor_position().unwrap();
        let row = d.row(usize::from(at.y));
        let before: String = row
            .chars()
            .scan(0u16, |used, c| {
                *used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) as u16;
                (*used <= at.x).then_some(c)
            })
            .collect();
        assert!(before.ends_with("海川"), "{before:?} in {row:?}");
        for _ in 0..40 {
            d.keys("Tab");
            let at = d.terminal.get_cursor_position().unwrap();
            assert!(at.x < width && at.y < height, "{at:?}");
            assert!(d.row(usize::from(at.y)).starts_with('>'), "{}", d.picture());
        }
        d.keys("Esc Esc");
        store = d.book.into_store();
    }
}

#[test]
fn hostile_names_and_values_stay_in_their_rows() {
    let names = [
        "\u{1b}[31mred\u{1b}]0;title\u{7}".to_owned(),
        "two\nlines\r\tand tabs".to_owned(),
        "\u{202e}evil\u{2066}bidi".to_owned(),
        "x".repeat(5_000),
        "阀".repeat(4_000),
        "e\u{301}\u{301}\u{301}👩‍👩‍👧‍👦".to_owned(),
    ];
    for name in names {
        let mut m = Maker::new();
        let id = m.client(&name, |c| {
            c.note = Some(name.clone());
            c.person = Some(name.clone());
            c.points = vec![NewPoint { kind: PointKind::Phone, value: name.clone(), label: Some(name.clone()) }];
        });
        m.touch(id, Channel::Call, "2026-11-20 10:00", &name);
        let detail = m.store.detail(id).unwrap().unwrap();
        let subjects = [
            Subject::Client(id),
            Subject::Review(id),
            Subject::Person(detail.people[0].id),
            Subject::Touch(detail.touches[0].row.id),
            Subject::NewSurvey(id),
        ];
        let mut store = m.store;
        for subject in subjects {
            let mut d = Driver::open(store, Lang::En, (80, 24), monday());
            open(&mut d, subject);
            for _ in 0..25 {
                d.keys("Tab");
                let buffer = d.terminal.backend().buffer().clone();
                for cell in buffer.content() {
                    let bad = |c: char| c.is_control() || matches!(c as u32, 0x202a..=0x202e | 0x2066..=0x2069);
                    assert!(!cell.symbol().chars().any(bad), "{:?}", cell.symbol());
                }
                assert_eq!(d.picture().lines().count(), 24);
            }
            d.keys("Esc Esc");
            store = d.book.into_store();
        }
    }
}

#[test]
fn s111_consent() {
    scene("consent", |_, c| Subject::NewConsent(c), "5 Down Down Down 'her mail of 3 March'");
}
