//! What each action writes, what the rules refuse, and that taking an action back leaves the file as it was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use rusqlite::types::Value;
use store_kit::*;
use touchbase::domain::action::*;
use touchbase::domain::day::{Day, Moment};
use touchbase::domain::id::Id;
use touchbase::domain::interval::Interval;
use touchbase::domain::money::Currency;
use touchbase::domain::quiet::QuietHours;
use touchbase::domain::target::Target;
use touchbase::domain::words::*;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

fn id_of(made: &[(&'static str, Id)], table: &str) -> Id {
    made.iter().find(|(t, _)| *t == table).unwrap_or_else(|| panic!("no {table} in {made:?}")).1
}

fn later(seconds: i64) -> Moment {
    Moment(now().instant.0 + seconds)
}

#[test]
fn a_new_client_comes_with_everything_named_with_it() {
    let mut book = Book::new();
    let done = book.there_and_back(&new_client("Delta Foods", Status::Lead));
    assert_eq!(done.message.id, "did-add-lead");
    let (table, client) = done.ids[0];
    assert_eq!((table, done.clients.as_slice()), ("client", [client].as_slice()));
    let rows = book.rows(client);
    assert_eq!((rows.client.name_key.as_str(), rows.client.status), ("delta foods", Status::Lead));
    assert_eq!(rows.client.budget, Some(money(500_000)));
    assert_eq!((rows.points.phone, rows.points.email, rows.tags.len(), rows.tasks.len()), (1, 1, 2, 1));
    let detail = book.store.detail(client).unwrap().unwrap();
    assert_eq!(detail.people[0].name, "Ms Bei");
    assert!(detail.points.iter().all(|p| p.person == Some(detail.people[0].id)));
    assert_eq!(book.one("SELECT value_key FROM contact_point WHERE kind = 'phone'"), Value::Text("13800138000".into()));
    assert_eq!(book.refused(&new_client("DELTA  FOODS", Status::Active)), (4, "refused-same-name"));
    let person = NewClient { kind: ClientKind::Person, ..client_of("Delta Foods") };
    book.run(&Action::AddClient(Box::new(person)));
    for name in ["", "  ", "\n"] {
        assert_eq!(book.refused(&new_client(name, Status::Active)), (2, "refused-empty-name"));
    }
    assert_eq!(book.refused(&new_client("a\0b", Status::Active)), (2, "refused-nul"));
    assert_eq!(book.refused(&new_client(&"x".repeat(100_001), Status::Active)), (2, "refused-long"));
    book.run(&new_client(&"长".repeat(10_000), Status::Active));
    for potential in [0, 6] {
        let new = NewClient { potential: Some(potential), ..client_of("Grade") };
        assert_eq!(book.refused(&Action::AddClient(Box::new(new))), (2, "refused-grade"));
    }
}

fn client_of(name: &str) -> NewClient {
    client(name, Status::Active)
}

#[test]
fn fields_of_a_client_change_and_an_old_name_still_finds_it() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    book.add("Lotus Spa");
    let every = vec![
        ClientField::Name("Delta Group".into()),
        ClientField::Kind(ClientKind::Person),
        ClientField::Status(Status::Dormant, today()),
        ClientField::Industry(None),
        ClientField::Region(Some("north".into())),
        ClientField::Size(Some("20".into())),
        ClientField::Need(Some("a site".into())),
        ClientField::Since(today().plus(-900)),
        ClientField::Potential(Some(5)),
        ClientField::Fit(Some(1)),
        ClientField::Budget(None),
        ClientField::PreferredChannel(Some(Channel::Message)),
        ClientField::Quiet(QuietHours::new(1200, 540)),
        ClientField::ResponseHours(Some(8)),
        ClientField::Source(Some("fair".into())),
        ClientField::Note(Some("line\nline".into())),
        ClientField::DoNotMention(Some("the merger".into())),
        ClientField::Extra("Steuernummer".into(), Some("12/345".into())),
    ];
    book.there_and_back(&Action::EditClient {
        client,
        fields: every,
        points: vec![NewPoint { kind: PointKind::Wechat, value: "delta".into(), label: None }],
        tags: vec!["vip".into()],
        why: Some("quiet".into()),
    });
    let (row, detail) = (book.rows(client).client, book.store.detail(client).unwrap().unwrap());
    assert_eq!((row.name.as_str(), row.industry, row.preferred_channel), ("Delta Group", None, Some(Channel::Message)));
    assert_eq!(row.quiet, QuietHours::new(1200, 540));
    assert_eq!((detail.extra[0].value.as_str(), detail.status_why.as_deref()), ("12/345", Some("quiet")));
    let names = book.store.names().unwrap();
    assert_eq!(names[0].aliases, ["Delta Foods"]);
    book.there_and_back(&edit(client, vec![ClientField::Extra("Steuernummer".into(), None)]));
    assert_eq!(book.refused(&edit(client, vec![])), (2, "refused-nothing"));
    assert_eq!(book.refused(&edit(client, vec![ClientField::Name(" ".into())])), (2, "refused-empty-name"));
    book.run(&edit(client, vec![ClientField::Kind(ClientKind::Org)]));
    assert_eq!(book.refused(&edit(client, vec![ClientField::Name("lotus spa".into())])), (4, "refused-same-name"));
    let stop = edit(client, vec![ClientField::Status(Status::Stopped, today())]);
    assert_eq!(book.refused(&stop), (4, "refused-no-reason"));
    assert_eq!(book.refused(&edit(Id(7), vec![ClientField::Fit(Some(1))])), (3, "refused-no-client"));
}

#[test]
fn quiet_hours_come_and_go_as_one() {
    let mut book = Book::new();
    let quiet = QuietHours::new(720, 840);
    let new = NewClient { quiet, ..client_of("Delta Foods") };
    let client = book.run(&Action::AddClient(Box::new(new))).ids[0].1;
    assert_eq!(book.rows(client).client.quiet, quiet);
    // Only the end changes; taking that back leaves the start with its own end.
    let longer = QuietHours::new(720, 900);
    book.there_and_back(&edit(client, vec![ClientField::Quiet(longer)]));
    assert_eq!(book.rows(client).client.quiet, longer);
    book.there_and_back(&edit(client, vec![ClientField::Quiet(None)]));
    assert_eq!(book.rows(client).client.quiet, None);
}

#[test]
fn tags_come_and_go_and_a_client_is_stopped_with_a_reason() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    book.there_and_back(&Action::TagClient { client, add: vec!["vip".into(), "#fair".into()], remove: vec!["north".into()] });
    assert_eq!(book.rows(client).tags, ["fair", "vip"]);
    let stop = |why: &str| Action::StopClient { client, why: why.into(), on: today() };
    assert_eq!(book.refused(&stop(" ")), (4, "refused-no-reason"));
    book.there_and_back(&stop("never pays"));
    let row = book.rows(client).client;
    assert_eq!((row.status, row.status_on), (Status::Stopped, today()));
    assert_eq!(book.refused(&stop("again")), (4, "refused-stopped"));
    book.there_and_back(&Action::Verify { client, on: today(), how: "call".into() });
    let detail = book.store.detail(client).unwrap().unwrap();
    assert!(detail.points.iter().all(|p| p.verified_on == Some(today())));
}

#[test]
fn a_touch_agrees_keeps_and_refuses() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let done =
        book.there_and_back(&log(NewTouch { note: Some(" asked for the budget ".into()), ..touch(client, Channel::Call) }));
    assert_eq!(done.message.id, "did-log-call");
    assert_eq!(book.store.detail(client).unwrap().unwrap().touches[0].note.as_deref(), Some("asked for the budget"));
    let ahead = |seconds| log(NewTouch { at: later(seconds), ..touch(client, Channel::Call) });
    assert_eq!(book.refused(&ahead(HOUR)), (4, "refused-touch-ahead"));
    book.run(&ahead(299));
    let callback = NewTouch { outcome: Outcome::Callback, ..touch(client, Channel::Call) };
    assert_eq!(book.refused(&log(callback.clone())), (4, "refused-callback"));
    let again = Some(later(2 * DAY));
    let done = book.there_and_back(&log(NewTouch { again, ..callback }));
    assert_eq!(done.message.id, "did-log-callback");
    let agreed = book.rows(client).appointments[0].clone();
    assert_eq!((Some(agreed.start), agreed.channel, agreed.ended), (again, Channel::Call, None));
    let minutes = log(NewTouch { minutes: Some(-1), ..touch(client, Channel::Call) });
    assert_eq!(book.refused(&minutes), (2, "refused-minutes"));
    assert_eq!(book.refused(&log(touch(client, Channel::Unknown))), (2, "refused-channel"));
    assert_eq!(book.refused(&log(touch(Id(1), Channel::Call))), (3, "refused-no-client"));
    let stranger = log(NewTouch { person: Some(Id(1)), ..touch(client, Channel::Call) });
    assert_eq!(book.refused(&stranger), (3, "refused-no-person"));
    let tried = book.run(&log(NewTouch { outcome: Outcome::NoAnswer, ..touch(client, Channel::Call) }));
    assert_eq!(tried.message.id, "did-log-no-answer");
}

#[test]
fn only_the_appointment_a_touch_names_is_kept_by_it() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let today_visit = id_of(&book.run(&appointment(client, Channel::Visit, later(2 * HOUR))).ids, "appointment");
    let tomorrow = id_of(&book.run(&appointment(client, Channel::Call, later(DAY))).ids, "appointment");
    let kept = |book: &Book, id: Id| {
        let rows = book.rows(client);
        rows.appointments.iter().find(|a| a.id == id).unwrap().ended.map(|(_, how)| how)
    };
    book.there_and_back(&log(touch(client, Channel::Visit)));
    assert_eq!((kept(&book, today_visit), kept(&book, tomorrow)), (None, None));
    book.there_and_back(&Action::LogTouch { touch: Box::new(touch(client, Channel::Visit)), fulfils: Some(tomorrow) });
    assert_eq!((kept(&book, today_visit), kept(&book, tomorrow)), (None, Some(AppointmentEnd::Kept)));
    let over = Action::LogTouch { touch: Box::new(touch(client, Channel::Visit)), fulfils: Some(tomorrow) };
    assert_eq!(book.refused(&over), (4, "refused-appointment-over"));
}

#[test]
fn a_batch_of_mails_is_one_step_and_notes_are_appended() {
    let mut book = Book::new();
    let (one, two) = (book.add("Delta Foods"), book.add("Lotus Spa"));
    let done = book.there_and_back(&Action::LogTouches(vec![touch(one, Channel::Email), touch(two, Channel::Email)]));
    assert_eq!((done.message.id, done.clients.as_slice()), ("did-and-more", [one, two].as_slice()));
    let mail = id_of(&done.ids, "touch");
    for note in ["first", "second"] {
        book.there_and_back(&Action::NoteTouch { touch: mail, note: note.into() });
    }
    let detail = book.store.detail(one).unwrap().unwrap();
    assert_eq!(detail.touches[0].note.as_deref(), Some("first\nsecond"));
    assert_eq!(book.refused(&Action::NoteTouch { touch: mail, note: " ".into() }), (2, "refused-empty-text"));
    assert_eq!(book.refused(&Action::LogTouches(vec![])), (2, "refused-nothing"));
}

#[test]
fn deferrals_are_ended_and_replaced() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let call = Target::Contact(Channel::Call);
    let snooze = |until| Action::Snooze { client, targets: vec![call, Target::Review], until };
    assert_eq!(book.refused(&snooze(today())), (2, "refused-not-ahead"));
    book.there_and_back(&snooze(today().plus(1)));
    book.there_and_back(&snooze(today().plus(4)));
    let open = |book: &Book, kind| book.rows(client).deferrals.iter().filter(|d| d.kind == kind && d.ended.is_none()).count();
    assert_eq!((open(&book, DeferralKind::Snooze), book.rows(client).deferrals.len()), (2, 4));
    let skip = |why: &str| Action::Skip { client, turns: vec![(Channel::Call, today().plus(7))], why: why.into() };
    assert_eq!(book.refused(&skip("")), (4, "refused-no-reason"));
    book.there_and_back(&skip("on holiday"));
    let pause = |until| Action::Pause { client, until, why: None };
    assert_eq!(book.refused(&pause(today())), (4, "refused-no-pause"));
    book.there_and_back(&pause(today().plus(30)));
    book.there_and_back(&pause(today().plus(60)));
    assert_eq!(open(&book, DeferralKind::Pause), 1);
    assert_eq!(book.there_and_back(&pause(today())).message.id, "did-resume");
    assert_eq!(open(&book, DeferralKind::Pause), 0);
    let other = book.add("Lotus Spa");
    let spread = vec![(client, Channel::Call, today().plus(2)), (other, Channel::Visit, today().plus(3))];
    let done = book.there_and_back(&Action::Spread(spread));
    assert_eq!(done.clients, [client, other]);
    let gone = Action::Snooze { client, targets: vec![Target::Task(Id(1))], until: today().plus(1) };
    assert_eq!(book.refused(&gone), (3, "refused-no-task"));
}

#[test]
fn overrides_and_pins_are_dated_states() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let change = |every, why: &str| Action::Override {
        client,
        channel: Channel::Call,
        new_channel: Some(Channel::Message),
        every,
        grace: Some(2),
        why: why.into(),
        until: None,
    };
    assert_eq!(book.refused(&change(None, "")), (4, "refused-no-override"));
    assert_eq!(book.refused(&change(Some(Interval::Days(10)), "")), (4, "refused-no-reason"));
    book.there_and_back(&change(Some(Interval::Days(10)), "asked for it"));
    book.there_and_back(&change(Some(Interval::Months(1)), "busy"));
    let overrides = book.rows(client).overrides;
    assert_eq!((overrides.len(), overrides[1].every, overrides[0].ended.is_some()), (2, Interval::Months(1), true));
    assert_eq!(book.there_and_back(&change(None, "")).message.id, "did-override-end");

    assert_eq!(book.refused(&pin(client, None)), (4, "refused-no-pin"));
    book.there_and_back(&pin(client, Some(Tier::A)));
    book.there_and_back(&pin(client, Some(Tier::B)));
    book.there_and_back(&Action::KeepPin { client, review_on: today().plus(365) });
    let pins = book.rows(client).pins;
    let open: Vec<_> = pins.iter().filter(|p| p.ended.is_none()).collect();
    assert_eq!((pins.len(), open.len(), open[0].tier, open[0].review_on), (3, 1, Tier::B, today().plus(365)));
    assert_eq!(book.there_and_back(&pin(client, None)).message.id, "did-unpin");
    let (from, to) = (Some(Tier::B), Tier::A);
    book.there_and_back(&Action::AcceptTier { client, from, to, score: 600_000, share: 200_000 });
    assert_eq!(book.rows(client).tier_changes[0].cause, TierCause::Accepted);
}

#[test]
fn a_pin_to_come_leaves_the_present_one_in_force_until_its_first_day() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let pin = |tier, from: Day, until| {
        let review_on = from.plus(180);
        Action::PinTier { client, tier, why: "agreed".into(), from, until, review_on }
    };
    let held = |book: &Book, day: Day| {
        let at = now().at(Moment(day.start(now().zone).0 + 9 * HOUR));
        book.rows(client).pins.iter().rfind(|p| p.in_force(&at)).map(|p| p.tier)
    };
    book.there_and_back(&pin(Some(Tier::A), today(), None));
    book.there_and_back(&pin(Some(Tier::C), today().plus(10), None));
    let tiers = |book: &Book| [1, 9, 10, 30].map(|n| held(book, today().plus(n)));
    assert_eq!(tiers(&book), [Some(Tier::A), Some(Tier::A), Some(Tier::C), Some(Tier::C)]);
    book.there_and_back(&Action::KeepPin { client, review_on: today().plus(365) });
    assert_eq!(tiers(&book), [Some(Tier::A), Some(Tier::A), Some(Tier::C), Some(Tier::C)], "what is to come stays");
    book.there_and_back(&pin(Some(Tier::B), today().plus(5), None));
    assert_eq!(tiers(&book), [Some(Tier::A), Some(Tier::B), Some(Tier::B), Some(Tier::B)]);
    assert_eq!(book.there_and_back(&pin(None, today(), None)).message.id, "did-unpin");
    assert_eq!(tiers(&book), [None; 4]);

    // One that is still to come can be called off, but not kept; one that ran out is gone.
    book.there_and_back(&pin(Some(Tier::A), today().plus(3), None));
    let keep = Action::KeepPin { client, review_on: today().plus(365) };
    assert_eq!(book.refused(&keep), (4, "refused-no-pin"));
    book.there_and_back(&pin(None, today(), None));
    book.run(&pin(Some(Tier::A), today().plus(-9), Some(today().plus(-1))));
    assert_eq!(book.refused(&keep), (4, "refused-no-pin"));
    assert_eq!(book.refused(&pin(None, today(), None)), (4, "refused-no-pin"));
    book.run(&pin(Some(Tier::C), today().plus(10), None));
    let import = |book: &mut Book| {
        let pin = |tx: &mut touchbase::store::ImportTx<'_>| tx.pin(client, Tier::B, "imported", today(), today().plus(180));
        let at = book.now;
        book.store.import(&at, Face::Import, pin).unwrap().0
    };
    assert!(import(&mut book), "neither counts as a pin");
    assert!(!import(&mut book));
    assert_eq!(tiers(&book), [Some(Tier::B), Some(Tier::B), Some(Tier::C), Some(Tier::C)]);
}

#[test]
fn appointments_move_and_are_called_off() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let first = id_of(&book.there_and_back(&appointment(client, Channel::Visit, later(DAY))).ids, "appointment");
    let Action::AddAppointment { person, channel, minutes, place, note, .. } = appointment(client, Channel::Visit, later(0))
    else {
        panic!()
    };
    let moved =
        Action::AddAppointment { client, person, channel, start: later(2 * DAY), minutes, place, note, replaces: Some(first) };
    let done = book.there_and_back(&moved);
    assert_eq!(done.message.id, "did-reschedule");
    assert_eq!(book.refused(&moved), (4, "refused-appointment-over"));
    let second = id_of(&done.ids, "appointment");
    book.there_and_back(&Action::CancelAppointment { appointment: second });
    assert!(book.rows(client).appointments.iter().all(|a| a.ended.is_some_and(|(_, how)| how == AppointmentEnd::Cancelled)));
}

#[test]
fn leave_policy_and_zone_belong_to_the_book() {
    let mut book = Book::new();
    let leave = |first, last| Action::AddLeave { first, last, why: Some("sea".into()) };
    assert_eq!(book.refused(&leave(today().plus(2), today())), (2, "refused-order"));
    let done = book.there_and_back(&leave(today(), today().plus(9)));
    assert!(done.all && done.clients.is_empty());
    let id = id_of(&done.ids, "leave");
    assert_eq!(book.store.book().unwrap().leave[0].id, id);
    book.there_and_back(&Action::RemoveLeave { leave: id });
    assert_eq!(book.refused(&Action::RemoveLeave { leave: id }), (4, "refused-leave-removed"));
    let policy = |name: &str, text: &str| Action::UsePolicy { name: name.into(), text: text.into() };
    assert_eq!(book.refused(&policy("mine", "[tiers]\n")).0, 2);
    assert_eq!(book.refused(&policy("mine", "no TOML")), (2, "policy-bad"));
    for name in ["agency", "mine"] {
        book.there_and_back(&policy(name, touchbase::domain::policy::AGENCY));
    }
    assert_eq!(book.store.book().unwrap().policy.unwrap().name, "mine");
    book.there_and_back(&Action::SetZone { zone: "Europe/Berlin".into() });
    assert_eq!(book.store.book().unwrap().zone, chrono_tz::Europe::Berlin);
    assert_eq!(book.refused(&Action::SetZone { zone: "Mars/Base".into() }), (2, "refused-zone"));
}

#[test]
fn people_come_with_points_and_birthdays_and_go_without_their_touches() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let person = |birthday| Action::AddPerson {
        client,
        name: "Li Min".into(),
        role: Some("buyer".into()),
        points: vec![NewPoint { kind: PointKind::Phone, value: "021 5555".into(), label: None }],
        birthday,
        note: None,
    };
    assert_eq!(book.refused(&person(Some((2, 30, None)))), (2, "refused-birthday"));
    let done = book.there_and_back(&person(Some((2, 29, None))));
    let id = id_of(&done.ids, "person");
    book.there_and_back(&Action::EditPerson {
        person: id,
        name: Some("Li Ming".into()),
        role: Some(None),
        note: Some(Some("left-handed".into())),
        points: vec![NewPoint { kind: PointKind::Wechat, value: "liming".into(), label: None }],
        birthday: Some(Some((12, 31, Some(1980)))),
    });
    let born = |book: &Book| {
        book.store.detail(client).unwrap().unwrap().care_dates.iter().map(|d| (d.month, d.day, d.year)).collect::<Vec<_>>()
    };
    assert_eq!(born(&book), [(12, 31, Some(1980))]);
    let birthday = |birthday| Action::EditPerson { person: id, name: None, role: None, note: None, points: vec![], birthday };
    assert_eq!(book.refused(&birthday(Some(Some((4, 31, None))))), (2, "refused-birthday"));
    assert_eq!(book.refused(&birthday(None)), (2, "refused-nothing"));
    book.there_and_back(&birthday(Some(None)));
    assert!(born(&book).is_empty());
    book.there_and_back(&birthday(Some(Some((2, 29, None)))));
    book.run(&Action::AddSurvey(Box::new(NewSurvey { person: Some(id), ..survey(client) })));
    book.run(&log(NewTouch { person: Some(id), ..touch(client, Channel::Call) }));
    book.there_and_back(&Action::RemovePerson { person: id });
    let detail = book.store.detail(client).unwrap().unwrap();
    assert_eq!((detail.people.len(), detail.touches.len(), detail.touches[0].person), (1, 1, None));
    assert!(detail.care_dates.is_empty());
    let point = detail.points[0].id;
    book.there_and_back(&Action::RemovePoint { point });
    assert_eq!(book.refused(&Action::RemovePoint { point }), (3, "refused-no-point"));
}

#[test]
fn tasks_are_noted_changed_and_done_once() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let done = book.there_and_back(&Action::AddTask(Box::new(task(client, "send the quote"))));
    let id = id_of(&done.ids, "task");
    let change = Action::EditTask {
        task: id,
        text: Some("send the revised quote".into()),
        due: Some((today().plus(5), Some(later(5 * DAY)))),
        assignee: Some(Some("Wang".into())),
        kind: Some(TaskKind::Delegated),
        goal: Some(Some("they can decide this week".into())),
        requirement: Some(Some("with the new prices".into())),
    };
    book.there_and_back(&change);
    book.there_and_back(&Action::DoneTask { task: id });
    assert_eq!(book.refused(&Action::DoneTask { task: id }), (4, "refused-task-done"));
    assert_eq!(book.refused(&change), (4, "refused-task-done"));
    assert_eq!(book.refused(&Action::AddTask(Box::new(task(client, " ")))), (2, "refused-empty-text"));
}

#[test]
fn the_first_invoice_or_begun_engagement_makes_a_lead_a_client() {
    let mut book = Book::new();
    let client = book.lead("Haichuan Valves");
    book.run(&log(touch(client, Channel::Visit)));
    assert_eq!(book.rows(client).client.status, Status::Lead);
    let ahead = NewInvoice { issued: today().plus(5), ..invoice(client) };
    book.there_and_back(&Action::AddInvoice(Box::new(ahead)));
    assert_eq!(book.rows(client).client.status, Status::Lead);
    let done = book.there_and_back(&Action::AddInvoice(Box::new(invoice(client))));
    let row = book.rows(client).client;
    assert_eq!((row.status, row.status_on), (Status::Active, today().plus(-10)));
    let id = id_of(&done.ids, "invoice");
    book.there_and_back(&Action::RemindInvoice { invoice: id, until: today().plus(7) });
    assert_eq!(book.rows(client).deferrals[0].target, Target::Invoice(id).to_string());
    book.there_and_back(&Action::EditInvoice {
        invoice: id,
        due: Some(None),
        number: Some(None),
        amount: Some(1),
        cost: Some(None),
        product: Some(Some("valves".into())),
        issued: Some(today().plus(-12)),
        paid: Some(Some(today().plus(-1))),
        currency: Some(Currency::parse("EUR").unwrap()),
    });
    let paid = |paid| Action::EditInvoice {
        invoice: id,
        due: None,
        number: None,
        amount: None,
        cost: None,
        product: None,
        issued: None,
        paid,
        currency: None,
    };
    assert_eq!(book.refused(&paid(None)), (2, "refused-nothing"));
    book.there_and_back(&paid(Some(None)));
    let issued_after_due = Action::EditInvoice {
        invoice: id,
        due: Some(Some(today())),
        number: None,
        amount: None,
        cost: None,
        product: None,
        issued: Some(today().plus(1)),
        paid: None,
        currency: None,
    };
    assert_eq!(book.refused(&issued_after_due), (2, "refused-order"));
    book.there_and_back(&Action::PayInvoice { invoice: id, on: today() });
    assert_eq!(book.refused(&Action::PayInvoice { invoice: id, on: today() }), (4, "refused-paid"));
    assert_eq!(book.refused(&Action::RemindInvoice { invoice: id, until: today().plus(7) }), (4, "refused-paid"));
    let late = NewInvoice { due: Some(today().plus(-20)), ..invoice(client) };
    assert_eq!(book.refused(&Action::AddInvoice(Box::new(late))), (2, "refused-order"));

    let other = book.lead("Lotus Spa");
    let planned = NewEngagement { start: today().plus(3), ..engagement(other) };
    book.there_and_back(&Action::AddEngagement(Box::new(planned)));
    let rows = book.rows(other);
    assert_eq!((rows.client.status, rows.engagements[0].status), (Status::Lead, EngagementStatus::Planned));
    book.there_and_back(&Action::AddEngagement(Box::new(engagement(other))));
    let rows = book.rows(other);
    assert_eq!((rows.client.status, rows.engagements[0].status), (Status::Active, EngagementStatus::Open));
    let id = rows.engagements[0].id;
    book.there_and_back(&Action::EditEngagement {
        engagement: id,
        title: Some("shop".into()),
        end: Some(None),
        notice: Some(None),
        renew: Some(Some(today().plus(400))),
        status: Some((EngagementStatus::Done, today())),
        kind: Some(EngagementKind::Contract),
        start: Some(today().plus(-60)),
        report_every: Some(Some(Interval::Days(14))),
    });
    let ends_before_it_starts = Action::EditEngagement {
        engagement: id,
        title: None,
        end: Some(Some(today().plus(-61))),
        notice: None,
        renew: None,
        status: None,
        kind: None,
        start: None,
        report_every: None,
    };
    assert_eq!(book.refused(&ends_before_it_starts), (2, "refused-order"));
    let backwards = NewEngagement { end: Some(today().plus(-40)), ..engagement(other) };
    assert_eq!(book.refused(&Action::AddEngagement(Box::new(backwards))), (2, "refused-order"));
}

#[test]
fn several_actions_are_one_step_or_none() {
    let mut book = Book::new();
    let (one, two) = (book.add("Delta Foods"), book.add("Lotus Spa"));
    let both =
        vec![log(touch(one, Channel::Call)), Action::AddTask(Box::new(task(one, "call Wang"))), log(touch(two, Channel::Call))];
    let done = book.there_and_back(&Action::Together(both));
    assert_eq!((done.message.id, done.clients.len()), ("did-and-more", 2));
    let half = vec![log(touch(one, Channel::Call)), log(touch(Id(9), Channel::Call))];
    assert_eq!(book.refused(&Action::Together(half)), (3, "refused-no-client"));
    assert_eq!(book.refused(&Action::Together(vec![])), (2, "refused-nothing"));
}

#[test]
fn ids_grow_whatever_the_clock_says() {
    let mut book = Book::new();
    let mut last = book.add("Client 0");
    for n in 1..20 {
        book.now.instant.0 -= 40_000_000;
        let next = book.add(&format!("Client {n}"));
        assert!(next > last);
        last = next;
    }
    book.reopen();
    assert!(book.add("Client 20") > last);
}

#[test]
fn a_name_nobody_can_see_is_empty() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    for blank in ["\u{200b}", "\u{feff} \u{2060}", "\u{3164}", "\u{ad}\u{200d}\t", "\u{3000}"] {
        assert_eq!(book.refused(&new_client(blank, Status::Active)), (2, "refused-empty-name"), "{blank:?}");
        let rename = edit(client, vec![ClientField::Name(blank.into())]);
        assert_eq!(book.refused(&rename), (2, "refused-empty-name"), "{blank:?}");
    }
    // Long names and names that only contain such characters are names.
    book.add(&"长".repeat(10_000));
    book.add("A\u{200b}B");
}

#[test]
fn a_payment_may_come_before_its_invoice_or_be_booked_ahead() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    for paid in [-11, -10, 0, 7] {
        let new = NewInvoice {
            issued: today().plus(-10),
            due: Some(today().plus(40)),
            paid: Some(today().plus(paid)),
            ..invoice(client)
        };
        book.run(&Action::AddInvoice(Box::new(new)));
    }
}

#[test]
fn an_edit_is_one_row_of_the_journal_however_much_it_changes() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let made = book.run(&Action::AddInvoice(Box::new(invoice(client))));
    let change = Action::EditInvoice {
        invoice: id_of(&made.ids, "invoice"),
        due: Some(Some(today().plus(20))),
        number: Some(Some("2026-9".into())),
        amount: Some(777),
        cost: Some(Some(5)),
        product: Some(Some("posters".into())),
        issued: None,
        paid: Some(Some(today())),
        currency: None,
    };
    let op = book.there_and_back(&change).op.unwrap();
    assert_eq!(book.count(&format!("SELECT count(*) FROM change WHERE op = {op}")), 1);
}

#[test]
fn texts_are_kept_without_the_blanks_around_them_and_blanks_are_none() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let (text, blank) = (|t: &str| Some(format!("  {t} ")), || Some(Some("  ".to_owned())));
    let person = Action::AddPerson {
        client,
        name: " Ms Li ".into(),
        role: text("buyer"),
        points: vec![],
        birthday: None,
        note: Some("  ".into()),
    };
    let person = id_of(&book.run(&person).ids, "person");
    let new =
        NewTask { assignee: text("Wang"), goal: Some(" ".into()), requirement: text("soon"), ..task(client, " send it ") };
    let made = id_of(&book.run(&Action::AddTask(Box::new(new))).ids, "task");
    let new = NewInvoice { number: text("2026-9"), product: Some(" ".into()), ..invoice(client) };
    let bill = id_of(&book.run(&Action::AddInvoice(Box::new(new))).ids, "invoice");
    let agreed = match appointment(client, Channel::Visit, later(DAY)) {
        Action::AddAppointment { client, person, channel, start, minutes, replaces, .. } => {
            let (place, note) = (text("Gate 4"), Some(" ".to_owned()));
            Action::AddAppointment { client, person, channel, start, minutes, place, note, replaces }
        }
        other => panic!("{other:?}"),
    };
    let visit = id_of(&book.run(&agreed).ids, "appointment");
    let kept = |book: &Book, table: &str, id: touchbase::domain::id::Id, columns: &str| {
        book.one(&format!("SELECT {columns} FROM {table} WHERE id = {}", id.0))
    };
    let said = |t: &str| rusqlite::types::Value::Text(t.into());
    let all = "quote(name) || quote(role) || quote(note)";
    assert_eq!(kept(&book, "person", person, all), said("'Ms Li''buyer'NULL"));
    let all = "quote(text) || quote(assignee) || quote(goal) || quote(requirement)";
    assert_eq!(kept(&book, "task", made, all), said("'send it''Wang'NULL'soon'"));
    assert_eq!(kept(&book, "invoice", bill, "quote(number) || quote(product)"), said("'2026-9'NULL"));
    assert_eq!(kept(&book, "appointment", visit, "quote(place) || quote(note)"), said("'Gate 4'NULL"));
    // The same when they are changed.
    book.run(&Action::EditPerson {
        person,
        name: None,
        role: blank(),
        note: Some(text("kind")),
        points: vec![],
        birthday: None,
    });
    let all = "quote(role) || quote(note)";
    assert_eq!(kept(&book, "person", person, all), said("NULL'kind'"));
    let change = Action::EditTask {
        task: made,
        text: None,
        due: None,
        assignee: blank(),
        kind: None,
        goal: Some(text("a yes")),
        requirement: blank(),
    };
    book.run(&change);
    let all = "quote(assignee) || quote(goal) || quote(requirement)";
    assert_eq!(kept(&book, "task", made, all), said("NULL'a yes'NULL"));
}
