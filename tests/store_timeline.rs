//! The rows of one client's timeline: as they were at a moment, the newest of each table, and whose notes say something.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use store_kit::*;
use touchbase::domain::action::*;
use touchbase::domain::day::{Moment, Now};
use touchbase::domain::id::Id;
use touchbase::domain::words::*;
use touchbase::store::{Applied, NEWEST};

#[test]
fn s011_every_table_of_one_client_and_no_other() {
    let mut book = Book::new();
    let (client, other) = (book.add("Delta Foods"), book.add("Lotus Spa"));
    for id in [client, other] {
        book.run(&log(touch(id, Channel::Call)));
        book.run(&appointment(id, Channel::Visit, Moment(now().instant.0 + 86_400)));
        book.run(&Action::AddInvoice(Box::new(invoice(id))));
        book.run(&Action::AddEngagement(Box::new(engagement(id))));
        book.run(&pin(id, Some(Tier::B)));
        book.run(&Action::AddSurvey(Box::new(NewSurvey {
            client: id,
            person: None,
            kind: SurveyKind::Nps,
            score: 9,
            on: today(),
            channel: None,
            reasons: vec!["quick".into()],
            note: None,
        })));
        book.run(&Action::Snooze {
            client: id,
            targets: vec![touchbase::domain::target::Target::Review],
            until: today().plus(2),
        });
    }
    let rows = book.store.timeline(client, &book.now).unwrap();
    let stream = book.rows(client);
    assert_eq!(rows.touches.iter().map(|t| t.row).collect::<Vec<_>>(), stream.touches);
    assert_eq!((&rows.appointments, &rows.tasks), (&stream.appointments, &stream.tasks));
    assert_eq!((&rows.invoices, &rows.engagements), (&stream.invoices, &stream.engagements));
    assert_eq!((&rows.deferrals, &rows.pins), (&stream.deferrals, &stream.pins));
    assert_eq!((rows.surveys.len(), &rows.surveys), (1, &stream.surveys));
    assert_eq!((rows.reached.len(), rows.billed.len()), (1, 1));
    let before = Now { instant: Moment(now().instant.0 - 86_400), ..now() };
    let rows = book.store.timeline(client, &before).unwrap();
    assert_eq!((rows.touches.len(), rows.deferrals.len(), rows.reached.len()), (0, 0, 0));
}

#[test]
fn the_newest_rows_come_first_and_no_more_than_the_limit() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    book.store
        .import(&book.now, Face::Import, |tx| {
            for n in 0..600 {
                let at = Moment(now().instant.0 - n * 3_600);
                tx.add_touch(&NewTouch { at, ..touch(client, Channel::Email) })?;
            }
            Ok::<_, touchbase::store::StoreError>(())
        })
        .unwrap();
    let rows = book.store.timeline(client, &book.now).unwrap();
    assert_eq!(rows.touches.len(), NEWEST);
    assert_eq!(rows.touches[0].row.at, now().instant);
    assert!(rows.touches.is_sorted_by_key(|t| std::cmp::Reverse(t.row.at)));
    assert_eq!(rows.reached.len(), 600, "what is counted is counted whole");
}

#[test]
fn an_open_task_is_read_however_old_it_is_and_of_one_day_the_later_row_comes_first() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let add = |book: &mut Book, text: &str, due: i32| {
        let new = NewTask { due: today().plus(due), ..task(client, text) };
        let made = book.run(&Action::AddTask(Box::new(new)));
        made.ids.iter().find(|(table, _)| *table == "task").unwrap().1
    };
    let old = add(&mut book, "overdue for years", -900);
    let same_day: Vec<_> = (0..NEWEST + 3).map(|n| add(&mut book, &format!("promise {n}"), 1)).collect();
    for task in &same_day {
        book.run(&Action::DoneTask { task: *task });
    }
    let mut tasks = book.store.timeline(client, &book.now).unwrap().tasks;
    // The kit's clients begin with a task of their own.
    tasks.retain(|t| t.id == old || t.done.is_some());
    assert_eq!(tasks.len(), NEWEST + 1);
    assert_eq!(tasks.last().unwrap().id, old);
    assert!(tasks[..NEWEST].is_sorted_by_key(|t| std::cmp::Reverse(t.id)));
    assert!(!tasks.iter().any(|t| Some(t.id) == same_day.iter().min().copied()), "the lowest of one day is left out");
}

/// A complaint with an answer, and the answer's id.
fn case(book: &mut Book, client: Id, text: &str) -> (Id, Id) {
    let new = NewComplaint {
        client,
        person: None,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: Moment(now().instant.0 - 7_200),
        channel: None,
        text: text.to_owned(),
        demand: Some("einen Nachdruck".into()),
        cause: None,
        tier: None,
        other: None,
        mediator: None,
        begun: CaseStatus::Registered,
    };
    let case = made(&book.run(&Action::OpenComplaint(Box::new(new))), "complaint");
    let answer = NewCaseEvent {
        complaint: case,
        kind: CaseEventKind::Acknowledge,
        at: Moment(now().instant.0 - 3_600),
        text: Some("wir prüfen es".into()),
        rating: None,
        promised: None,
        channel: None,
        minutes: Some(5),
        corrects: None,
        fulfils: None,
    };
    (case, made(&book.run(&Action::LogCase(Box::new(answer))), "complaint_event"))
}

fn made(applied: &Applied, table: &str) -> Id {
    applied.ids.iter().find(|(name, _)| *name == table).unwrap().1
}

#[test]
fn s080_cases_of_one_client_come_with_what_happened_in_them_and_without_what_was_corrected() {
    let mut book = Book::new();
    let (client, other) = (book.add("Delta Foods"), book.add("Lotus Spa"));
    case(&mut book, other, "not ours");
    let (ours, answer) = case(&mut book, client, "third typo in print");
    let rows = book.store.timeline(client, &book.now).unwrap();
    assert_eq!(
        rows.cases.iter().map(|c| (c.id, c.no, c.text.as_str())).collect::<Vec<_>>(),
        [(ours, 2, "third typo in print")]
    );
    let [told] = &rows.case_events[..] else { panic!("{:?}", rows.case_events) };
    assert_eq!((told.case, told.no, told.detail.event.id), (ours, 2, answer));
    assert_eq!((told.detail.text.as_deref(), told.detail.minutes), (Some("wir prüfen es"), Some(5)));
    let right = NewCaseEvent {
        complaint: ours,
        kind: CaseEventKind::Acknowledge,
        at: Moment(now().instant.0 - 3_500),
        text: Some("we look into it".into()),
        rating: None,
        promised: None,
        channel: None,
        minutes: None,
        corrects: Some(answer),
        fulfils: None,
    };
    let right = made(&book.run(&Action::LogCase(Box::new(right))), "complaint_event");
    let rows = book.store.timeline(client, &book.now).unwrap();
    assert_eq!(rows.case_events.iter().map(|e| e.detail.event.id).collect::<Vec<_>>(), [right]);
    let before = Now { instant: Moment(now().instant.0 - 3_601), ..now() };
    let rows = book.store.timeline(client, &before).unwrap();
    assert_eq!((rows.cases.len(), rows.case_events.len()), (1, 0));
    let before = Now { instant: Moment(now().instant.0 - 7_201), ..now() };
    assert_eq!(book.store.timeline(client, &before).unwrap().cases, []);
}

#[test]
fn the_reading_goes_through_an_index() {
    let book = Book::new();
    for (table, column) in [
        ("touch", "at"),
        ("task", "due"),
        ("invoice", "issued"),
        ("deferral", "created"),
        ("pin", "created"),
        ("complaint", "opened"),
    ] {
        let sql = format!(
            "EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE client_id = 1 AND {column} <= 2 ORDER BY {column} DESC, id DESC LIMIT 500"
        );
        let plan: String = book.sql.query_row(&sql, [], |r| r.get(3)).unwrap();
        assert!(plan.contains(&format!("{table}_fold")), "{plan}");
    }
}

#[test]
fn notes_are_found_whatever_their_case_and_accents() {
    let mut book = Book::new();
    let (a, b, c) = (book.add("Delta Foods"), book.add("Lotus Spa"), book.add("海川阀门"));
    book.run(&log(NewTouch { note: Some("asked for a REBATE, at the Café".into()), ..touch(a, Channel::Call) }));
    book.run(&log(NewTouch { note: Some("想要折扣".into()), ..touch(c, Channel::Call) }));
    let mut client = client("Rebate Brothers", Status::Active);
    (client.note, client.person) = (Some("rebate since 2020".into()), None);
    let d = book.run(&Action::AddClient(Box::new(client))).ids[0].1;
    let found = |book: &Book, part: &str| {
        let mut ids: Vec<_> = book.store.clients_with_note(part).unwrap().into_iter().collect();
        ids.sort();
        ids
    };
    assert_eq!(found(&book, "rebate"), [a, d]);
    assert_eq!(found(&book, "cafe"), [a]);
    assert_eq!(found(&book, "折扣"), [c]);
    assert!(!found(&book, "").contains(&b) && found(&book, "100%").is_empty());
    case(&mut book, b, "a REBATE that never came");
    assert_eq!(found(&book, "rebate"), [a, b, d], "what a case is about");
    assert_eq!(
        (found(&book, "nachdruck"), found(&book, "prufen")),
        (vec![b], vec![b]),
        "what is wanted in it, what was said in its log"
    );
    assert_eq!(book.store.people_counts().unwrap().get(&d), None);
    assert_eq!(book.store.people_counts().unwrap().get(&a), Some(&1));
}
