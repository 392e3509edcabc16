//! What the keys do in forms: every kind of field, errors, Esc, paste, other programs, one step for undo, refusals by the rules.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::form::{Form, FormField, Subject, open, open_subject};
use touchbase::domain::action::*;
use touchbase::domain::id::Id;
use touchbase::domain::interval::Interval;
use touchbase::domain::quiet::QuietHours;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::portfolio::timeline::FactRef;
use touchbase::store::{ClientDetail, OpenMode, Store, TimelineRows};
use touchbase::tui::events::Event;
use touchbase::tui::run::Flow;

fn driver() -> Driver {
    Driver::on_book(Lang::En, (120, 40))
}

/// Brings the selection to a client in the list of clients.
fn at(d: &mut Driver, name: &str) -> Id {
    d.keys("2 /").keys(&format!("'{name}'")).keys("Enter");
    d.book.model.client().unwrap().id()
}

/// Opens the form of a fact, as the client's page does.
fn open_fact(d: &mut Driver, fact: FactRef) {
    open(&mut d.book.model, fact).unwrap_or_else(|e| panic!("{}", e.id));
    d.event(Event::Wake);
}

fn form(d: &Driver) -> &Form {
    match d.book.model.dialogs.last() {
        Some(Dialog::Form(form)) => form,
        _ => panic!("no form:\n{}", d.picture()),
    }
}

fn field<'a>(d: &'a Driver, name: &str) -> &'a FormField {
    form(d).fields.iter().find(|f| f.name == name).unwrap_or_else(|| panic!("no {name}"))
}

/// Brings the caret to a field with Down alone.
fn to(d: &mut Driver, name: &str) {
    for _ in 0..60 {
        if form(d).field().is_some_and(|f| f.name == name) {
            return;
        }
        d.keys("Down");
    }
    panic!("{name} is not reached:\n{}", d.picture());
}

fn detail(d: &Driver, client: Id) -> ClientDetail {
    d.book.store().detail(client).unwrap().unwrap()
}

fn rows(d: &Driver, client: Id) -> TimelineRows {
    d.book.store().timeline(client, &now("2030-01-01 09:00")).unwrap()
}

fn closed(d: &Driver) {
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
}

#[test]
fn an_invoice_is_written_and_changed_without_a_letter_key() {
    let mut d = driver();
    let client = at(&mut d, "Lotus Spa");
    d.keys("n i '12000' Down '2026-077' Down Down 'fri'");
    assert!(d.picture().contains("= Fri 27 Nov"), "shown as understood: {}", d.picture());
    // The last line saves with Enter.
    to(&mut d, "form-save");
    d.keys("Enter");
    closed(&d);
    let invoice = rows(&d, client).invoices[0].clone();
    assert_eq!(
        (invoice.amount, invoice.number.as_deref(), invoice.due),
        (1_200_000, Some("2026-077"), Some(day("2026-11-27")))
    );
    open_fact(&mut d, FactRef::Invoice(invoice.id));
    to(&mut d, "form-field-paid");
    d.keys("'yesterday' F10");
    closed(&d);
    let paid = rows(&d, client).invoices[0].clone();
    assert_eq!((paid.paid, paid.amount, paid.due), (Some(day("2026-11-22")), 1_200_000, Some(day("2026-11-27"))));
    d.keys("u");
    assert_eq!(rows(&d, client).invoices[0], invoice, "one step takes it back");
}

#[test]
fn what_cannot_be_read_is_said_at_its_field_and_stays() {
    let mut d = driver();
    at(&mut d, "Lotus Spa");
    d.keys("n i 'lots' Down Down Down 'someday' Ctrl-s");
    assert_eq!(form(&d).at, 0, "the caret goes to the first of them");
    assert!(d.picture().contains("an amount such as 38000 or 38000 EUR"), "{}", d.picture());
    assert!(field(&d, "form-field-due").error.is_some());
    assert_eq!((field(&d, "form-field-amount").value(), field(&d, "form-field-due").value()), ("lots", "someday"));
    d.keys("Ctrl-u '500' Ctrl-s");
    assert_eq!(form(&d).field().map(|f| f.name), Some("form-field-due"));
    d.keys("Ctrl-u Ctrl-s");
    closed(&d);
}

#[test]
fn a_day_is_chosen_in_the_calendar_and_keeps_its_time() {
    let mut d = driver();
    let client = at(&mut d, "Lotus Spa");
    d.keys("n f Down 'send it' Down Ctrl-u Space");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Picker(_))), "Space in an empty date");
    assert!(d.picture().contains("November 2026") && d.picture().contains("[23]"), "{}", d.picture());
    d.keys("Left PgDn");
    assert!(d.picture().contains("December 2026"), "{}", d.picture());
    d.keys("Home Down Right Enter");
    assert_eq!(field(&d, "form-field-due").value(), "2026-12-01");
    d.keys("Ctrl-u 'thu 15:00' F4 Left Enter");
    assert_eq!(field(&d, "form-field-due").value(), "2026-11-25 15:00");
    d.keys("F4 Down Esc");
    assert_eq!(field(&d, "form-field-due").value(), "2026-11-25 15:00", "left as it was");
    d.keys("Ctrl-u 'next' Space 'fri'");
    assert_eq!(field(&d, "form-field-due").value(), "next fri", "a blank in a phrase is a blank");
    d.keys("Ctrl-s");
    closed(&d);
    assert_eq!(rows(&d, client).tasks[0].due, day("2026-12-04"));
}

#[test]
fn choices_go_by_arrows_space_digits_and_letters() {
    let mut d = driver();
    let client = at(&mut d, "Lotus Spa");
    d.keys("n f");
    let whose = |d: &Driver| field(d, "form-field-whose").value().to_owned();
    let mut seen = vec![whose(&d)];
    for key in ["Right", "Space", "Right", "Left", "2", "d", "o", "w"] {
        d.keys(key);
        seen.push(whose(&d));
    }
    assert_eq!(seen, ["own", "waiting", "delegated", "own", "delegated", "waiting", "delegated", "own", "waiting"]);
    d.keys("3 Down 'print it' Down Down 'Zhao' Down 'the fair' Down 'by hand' F10");
    closed(&d);
    let task = rows(&d, client).tasks[0].clone();
    assert_eq!((task.kind, task.assignee.as_deref()), (TaskKind::Delegated, Some("Zhao")));
    let more = detail(&d, client).tasks[0].clone();
    assert_eq!((more.goal.as_deref(), more.requirement.as_deref()), (Some("the fair"), Some("by hand")));
    open_fact(&mut d, FactRef::Task(task.id));
    d.keys("1 Down Ctrl-u 'print two' F10");
    let changed = rows(&d, client).tasks[0].clone();
    assert_eq!((changed.kind, changed.text.as_str(), changed.due), (TaskKind::Own, "print two", task.due));
}

#[test]
fn s006_points_are_added_ordered_checked_found_wrong_and_removed_in_one_step() {
    let mut m = Maker::new();
    let phone = NewPoint { kind: PointKind::Phone, value: "021 5550 7777".into(), label: None };
    let client = m.client("Lotus Spa", |c| c.points = vec![phone]);
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    d.keys("2");
    let values = |d: &Driver| detail(d, client).points.iter().map(|p| p.value.clone()).collect::<Vec<_>>();
    d.keys("E");
    to(&mut d, "form-field-point");
    d.keys("Down '021 5550 0001' Tab 'office' Down 'spa@lotus.example' Shift-Tab 2 Ctrl-s");
    closed(&d);
    assert_eq!(values(&d), ["spa@lotus.example", "021 5550 7777", "021 5550 0001"]);
    assert_eq!(detail(&d, client).points[2].label.as_deref(), Some("office"));
    d.keys("u");
    assert_eq!(values(&d), ["021 5550 7777"], "all of it is one step");
    d.keys("U E");
    to(&mut d, "form-field-point");
    // The mail, the first phone, the second one: it becomes the preferred one.
    d.keys("Down Down Ctrl-Up");
    assert!(form(&d).moved);
    d.keys("Ctrl-s");
    closed(&d);
    assert_eq!(values(&d), ["spa@lotus.example", "021 5550 0001", "021 5550 7777"]);
    d.keys("E");
    to(&mut d, "form-field-point");
    // Checked by document; wrong; removed by emptying it.
    d.keys("Tab Tab 4 Down Tab Tab 5 Down Ctrl-u Ctrl-s");
    closed(&d);
    let points = detail(&d, client).points;
    assert_eq!(points.len(), 2);
    assert_eq!((points[0].verified_on, points[0].verified_how.as_deref()), (Some(day("2026-11-23")), Some("document")));
    assert_eq!(points[1].invalid_since, Some(day("2026-11-23")));
    d.keys("u");
    assert_eq!(values(&d).len(), 3);
}

#[test]
fn quiet_hours_are_read_in_their_field_with_an_example_where_they_cannot_be() {
    let mut d = driver();
    at(&mut d, "Lotus Spa");
    d.keys("E");
    to(&mut d, "form-field-quiet-hours");
    d.keys("'lunch' Ctrl-s");
    assert!(d.picture().contains("two times such as 12:00-14:00"), "{}", d.picture());
    assert_eq!(form(&d).field().map(|f| f.name), Some("form-field-quiet-hours"));
    d.keys("Ctrl-u '20-9' Ctrl-s");
    closed(&d);
    assert_eq!(d.book.model.client().unwrap().facts.client.quiet, QuietHours::new(1200, 540));
    d.keys("E");
    to(&mut d, "form-field-quiet-hours");
    assert_eq!(field(&d, "form-field-quiet-hours").value(), "20:00-09:00");
    d.keys("Ctrl-u 'none' Ctrl-s");
    closed(&d);
    assert_eq!(d.book.model.client().unwrap().facts.client.quiet, None);
}

#[test]
fn an_address_that_is_none_is_refused_in_its_row() {
    let mut d = driver();
    at(&mut d, "Lotus Spa");
    d.keys("E");
    to(&mut d, "form-field-point");
    d.keys("Down 'nowhere' Shift-Tab 2 Ctrl-s");
    assert!(d.picture().contains("an address with @"), "{}", d.picture());
    assert_eq!((form(&d).part, form(&d).field().map(FormField::is_changed)), (1, Some(true)));
}

#[test]
fn a_person_is_added_from_the_clients_form_changed_and_removed() {
    let mut d = driver();
    let client = at(&mut d, "Lotus Spa");
    d.keys("E Down Down Down 'steam'");
    to(&mut d, "form-field-person-link");
    d.keys("Enter");
    assert_eq!(form(&d).subject, Subject::NewPerson(client));
    d.keys("'Ms Hua' Down 'owner' Down '138 0013 8002' Down Down '5-12' Ctrl-s");
    assert_eq!(form(&d).subject, Subject::Client(client), "back in the form below");
    assert!(d.picture().contains("Ms Hua, owner"), "{}", d.picture());
    assert_eq!(field(&d, "form-field-need").value(), "steam", "what was typed below stays");
    d.keys("Esc Esc");
    let person = detail(&d, client).people[0].clone();
    assert_eq!((person.name.as_str(), person.role.as_deref()), ("Ms Hua", Some("owner")));
    let birthday = detail(&d, client).care_dates[0].clone();
    assert_eq!((birthday.month, birthday.day, birthday.year), (5, 12, None));
    d.keys("E");
    to(&mut d, "form-field-person-link");
    d.keys("Enter");
    to(&mut d, "form-field-birthday");
    d.keys("Ctrl-u 'in spring' Ctrl-s");
    assert!(d.picture().contains("a date such as 05-12"), "{}", d.picture());
    d.keys("Ctrl-u '1980-05-13' Ctrl-s");
    assert_eq!(detail(&d, client).care_dates[0].year, Some(1980));
    to(&mut d, "form-field-person-link");
    d.keys("Enter");
    to(&mut d, "form-remove");
    d.keys("Enter");
    assert!(detail(&d, client).people.is_empty());
    assert!(!d.picture().contains("Ms Hua"), "{}", d.picture());
}

#[test]
fn a_logged_contact_can_be_put_right() {
    let mut d = driver();
    let client = at(&mut d, "Northstar Media");
    let person = detail(&d, client).people[0].id;
    let touch = detail(&d, client).touches[0].row.id;
    open_fact(&mut d, FactRef::Touch(touch));
    d.keys("v Down Ctrl-u 'yesterday 16:00' Down Right Down Down 2 Down '25' Down c Ctrl-s");
    closed(&d);
    let changed = detail(&d, client).touches[0].clone();
    assert_eq!((changed.row.channel, changed.row.direction), (Channel::Visit, Direction::In));
    assert_eq!((changed.row.at, changed.row.minutes, changed.person), (moment("2026-11-22 16:00"), Some(25), Some(person)));
    assert_eq!(changed.row.flag, Some(Flag::Competitor));
    assert!(changed.note.unwrap().starts_with("budget is approved"), "what was not touched is as it was");
}

#[test]
fn what_the_rules_refuse_stays_in_the_form_with_its_reason() {
    let mut d = driver();
    let client = at(&mut d, "Northstar Media");
    let touch = detail(&d, client).touches[0].row.id;
    open_fact(&mut d, FactRef::Touch(touch));
    to(&mut d, "form-field-outcome");
    d.keys("c Down Down '40' Ctrl-s");
    assert!(form(&d).error.is_some(), "a callback nobody agreed on: {}", d.picture());
    assert_eq!(field(&d, "form-field-minutes").value(), "40");
    to(&mut d, "form-field-outcome");
    d.keys("r Ctrl-s");
    closed(&d);
    assert_eq!(detail(&d, client).touches[0].row.minutes, Some(40));
}

#[test]
fn an_appointment_is_changed_and_called_off() {
    let mut d = driver();
    assert_eq!(d.who(), "Northstar Media");
    let client = d.book.model.client().unwrap().id();
    d.keys("E");
    assert!(matches!(form(&d).subject, Subject::Appointment(_)), "E opens the fact of the row");
    d.keys("Down Ctrl-u '15:00' Down Ctrl-u '45' Ctrl-s");
    closed(&d);
    let a = rows(&d, client).appointments[0].clone();
    assert_eq!((a.start, a.minutes, a.place.as_deref()), (moment("2026-11-23 15:00"), Some(45), Some("Gate 4, Ms Bei")));
    open_fact(&mut d, FactRef::Appointment(a.id));
    to(&mut d, "form-remove");
    d.keys("Enter");
    assert!(rows(&d, client).appointments[0].ended.is_some());
}

#[test]
fn e_opens_the_fact_of_the_row() {
    let mut d = driver();
    let mut seen = Vec::new();
    for _ in 0..d.book.model.list().entries().count() {
        if d.book.model.client().is_some() {
            let kind = d.book.model.item().map(|i| i.kind);
            d.keys("E");
            let subject = form(&d).subject;
            let fits = match kind {
                Some(ItemKind::Task) => matches!(subject, Subject::Task(_)),
                Some(ItemKind::Invoice) => matches!(subject, Subject::Invoice(_)),
                Some(ItemKind::Renewal) => matches!(subject, Subject::Engagement(_)),
                Some(ItemKind::Appointment) => matches!(subject, Subject::Appointment(_)),
                Some(ItemKind::Review) => matches!(subject, Subject::Review(_)),
                _ => matches!(subject, Subject::Client(_)),
            };
            assert!(fits, "{kind:?} {subject:?}");
            seen.extend(kind);
            d.keys("Esc");
        }
        d.keys("j");
    }
    for kind in [ItemKind::Task, ItemKind::Invoice, ItemKind::Renewal, ItemKind::Appointment, ItemKind::Contact] {
        assert!(seen.contains(&kind), "{kind:?}");
    }
}

#[test]
fn a_project_is_written_and_finished() {
    let mut d = driver();
    let client = at(&mut d, "Lotus Spa");
    d.keys("n e Ctrl-s");
    assert!(d.picture().contains("a text is needed"), "{}", d.picture());
    d.keys("'Relaunch' Down r Down Down '+1y' Down '2027-10-01' F10");
    closed(&d);
    let e = rows(&d, client).engagements[0].clone();
    assert_eq!((e.kind, e.title.as_str(), e.start), (EngagementKind::Retainer, "Relaunch", day("2026-11-23")));
    assert_eq!(e.notice, Some(day("2027-10-01")));
    open_fact(&mut d, FactRef::Engagement(e.id));
    to(&mut d, "form-field-state");
    d.keys("d F10");
    assert_eq!(rows(&d, client).engagements[0].status, EngagementStatus::Done);
}

#[test]
fn days_off_are_entered_changed_and_taken_back() {
    let mut d = driver();
    let standing = |d: &Driver| {
        let leave = d.book.store().book().unwrap().leave;
        leave.into_iter().filter(|l| l.ended.is_none()).map(|l| (l.first, l.last)).collect::<Vec<_>>()
    };
    d.keys("n h '2026-12-24' Down '2026-12-31' Down 'family' F10");
    closed(&d);
    assert_eq!(standing(&d), [(day("2026-12-24"), day("2026-12-31"))]);
    d.keys("n h");
    to(&mut d, "form-field-leave");
    d.keys("Enter Ctrl-u '2026-12-23' F10");
    assert_eq!(standing(&d), [(day("2026-12-23"), day("2026-12-31"))]);
    d.keys("Esc n h");
    to(&mut d, "form-field-leave");
    d.keys("Enter");
    to(&mut d, "form-remove");
    d.keys("Enter");
    assert_eq!(standing(&d), []);
}

#[test]
fn a_plan_of_ones_own_is_agreed_changed_and_ended() {
    let mut d = driver();
    let client = at(&mut d, "Lotus Spa");
    let plan = |d: &Driver| {
        let facts = &d.book.model.book.client(client).unwrap().facts;
        facts.overrides.iter().map(|o| (o.channel, o.new_channel, o.every, o.reason.clone())).collect::<Vec<_>>()
    };
    d.keys("n a c Down v Down Ctrl-u 'soon' Ctrl-s");
    assert!(d.picture().contains("an interval such as 14d"), "{}", d.picture());
    d.keys("Ctrl-u '3w'");
    to(&mut d, "form-field-why");
    d.keys("'in the contract' Ctrl-s");
    closed(&d);
    assert_eq!(plan(&d), [(Channel::Call, Some(Channel::Visit), Interval::Days(21), "in the contract".into())]);
    let id = d.book.model.book.client(client).unwrap().facts.overrides[0].id;
    open_fact(&mut d, FactRef::Override(id));
    to(&mut d, "form-field-every");
    d.keys("Ctrl-u '2mo' Ctrl-s");
    assert_eq!(plan(&d)[0].2, Interval::Months(2));
    d.keys("E");
    to(&mut d, "form-field-own-plan");
    d.keys("Enter");
    to(&mut d, "form-remove");
    d.keys("Enter");
    assert_eq!(plan(&d), []);
}

#[test]
fn s044_a_score_with_its_reasons() {
    let mut d = driver();
    let client = at(&mut d, "Northstar Media");
    d.keys("n s Down '11' Ctrl-s");
    assert!(d.picture().contains("a whole number from 0 to 10"), "{}", d.picture());
    d.keys("Ctrl-u '９' Down Ctrl-u 'yesterday' Down 2");
    to(&mut d, "form-field-reasons");
    d.keys("'fast，friendly' Ctrl-s");
    closed(&d);
    let survey = d.book.model.book.client(client).unwrap().facts.surveys[0].clone();
    assert_eq!(
        (survey.score, survey.on, survey.reasons),
        (9, day("2026-11-22"), vec!["fast".to_owned(), "friendly".to_owned()])
    );
    assert!(detail(&d, client).surveys[0].person.is_some());
}

#[test]
fn relations_are_written_by_a_part_of_the_name() {
    let mut d = driver();
    let client = at(&mut d, "Lotus Spa");
    let relations = |d: &Driver| {
        let facts = &d.book.model.book.client(client).unwrap().facts;
        facts.relations.iter().map(|r| (r.kind, r.note.clone())).collect::<Vec<_>>()
    };
    d.keys("E");
    to(&mut d, "form-field-relation");
    d.keys("'nobody at all' Ctrl-s");
    assert!(d.picture().contains("no client is called"), "{}", d.picture());
    d.keys("Ctrl-u 'harbor' Tab 'same fair' Shift-Tab Shift-Tab p Ctrl-s");
    closed(&d);
    assert_eq!(relations(&d), [(RelationKind::Partner, Some("same fair".to_owned()))]);
    d.keys("E");
    to(&mut d, "form-field-relation");
    d.keys("Ctrl-u Ctrl-s");
    assert_eq!(relations(&d), []);
}

#[test]
fn a_note_on_a_relation_stays_with_the_client_it_was_about() {
    let mut m = Maker::new();
    let client = m.client("Lotus Spa", |_| ());
    // An organisation and a person may share a name.
    let first = m.client("Harbor", |c| c.kind = ClientKind::Person);
    let second = m.client("Harbor", |_| ());
    let partner = RelationKind::Partner;
    m.act(Action::Relate { client, other: second, kind: partner, note: None, on: true }, "2026-11-20 09:00");
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    let relations = |d: &Driver| {
        let facts = &d.book.model.book.client(client).unwrap().facts;
        facts.relations.iter().map(|r| (r.other, r.kind, r.note.clone())).collect::<Vec<_>>()
    };
    at(&mut d, "Lotus Spa");
    d.keys("E");
    to(&mut d, "form-field-relation");
    d.keys("Tab 'same fair' Ctrl-s");
    closed(&d);
    assert_ne!(first, second);
    assert_eq!(relations(&d), [(second, partner, Some("same fair".to_owned()))]);
    d.keys("E");
    to(&mut d, "form-field-relation");
    d.keys("Shift-Tab 1 Ctrl-s");
    closed(&d);
    assert_eq!(relations(&d), [(second, RelationKind::Competitor, Some("same fair".to_owned()))]);
}

#[test]
fn paste_goes_into_every_field_and_a_note_keeps_its_lines() {
    let mut d = driver();
    let client = at(&mut d, "Delta Foods");
    d.keys("E Down Down Down");
    d.event(Event::Paste("海川\r\n阀门\u{1b}[31m\u{7}".into()));
    to(&mut d, "form-field-point");
    d.event(Event::Paste("021 5550\n0009\n".into()));
    to(&mut d, "form-field-note");
    d.event(Event::Paste("一\r\n二\u{0}\r三".into()));
    d.keys("Ctrl-s");
    closed(&d);
    let detail = detail(&d, client);
    assert_eq!(detail.need.as_deref(), Some("海川 阀门[31m"));
    assert_eq!(detail.note.as_deref(), Some("一\n二\n三"));
    assert!(detail.points.iter().any(|p| p.value == "021 5550 0009"));
}

#[test]
fn a_note_is_written_in_the_editor() {
    let mut d = driver();
    let client = at(&mut d, "Lotus Spa");
    d.keys("E");
    to(&mut d, "form-field-note");
    d.keys("'one' Ctrl-e");
    assert_eq!(d.flow, Flow::Edit("one".into()));
    // A tab parts words, also one that an editor put there.
    d.edited(Ok(Some("one\tand\u{1b}[1m\r\ntwo\n\n".into())));
    d.keys("Ctrl-s");
    closed(&d);
    assert_eq!(detail(&d, client).note.as_deref(), Some("one and[1m\ntwo"));
    // Elsewhere Ctrl-e is the end of the line.
    d.keys("E Home Ctrl-e '!' Ctrl-s");
    assert_eq!(d.who(), "Lotus Spa!");
}

#[test]
fn a_dirty_form_warns_once_whatever_it_is_about() {
    for keys in ["n p 'x'", "n i '1'", "n h 'fri'", "n f Right", "n a Down Right", "E Down Down Right"] {
        let mut d = driver();
        at(&mut d, "Lotus Spa");
        d.keys(keys).keys("Esc");
        assert!(d.picture().contains("Not saved yet"), "{keys}: {}", d.picture());
        d.keys("Tab Esc");
        assert_eq!(d.book.model.dialogs.len(), 1, "{keys}: a key in between begins anew");
        d.keys("Esc");
        closed(&d);
    }
    let mut d = driver();
    at(&mut d, "Lotus Spa");
    for keys in ["n p", "n i", "n h", "n f", "n a", "n s", "n e", "E"] {
        d.keys(keys).keys("Esc");
        closed(&d);
    }
}

#[test]
fn a_form_in_which_nothing_was_changed_closes_and_writes_nothing() {
    let (mut d, client, facts) = with_everything();
    let steps = |d: &Driver| d.book.store().history(None, 50, None).unwrap().len();
    let before = steps(&d);
    for subject in facts.into_iter().chain([Subject::Client(client), Subject::Review(client)]) {
        open_subject(&mut d.book.model, subject);
        d.event(Event::Wake);
        assert_eq!(form(&d).subject, subject);
        d.keys("Ctrl-s");
        closed(&d);
        assert_eq!(steps(&d), before, "{subject:?}");
    }
}

#[test]
fn what_is_over_opens_no_form_and_says_why_and_what_to_do() {
    let over = |what: &str| {
        let mut m = Maker::new();
        let client = m.client("Lotus Spa", |_| ());
        let mut facts = (FactRef::Client(client), Vec::new());
        match what {
            "plan" => {
                for (every, at) in [(Some(Interval::Days(14)), "2026-11-20 10:00"), (None, "2026-11-21 10:00")] {
                    let (channel, why) = (Channel::Call, "in the contract".to_owned());
                    let agreed = Action::Override { client, channel, new_channel: None, every, grace: None, why, until: None };
                    m.act(agreed, at);
                }
            }
            "task" => {
                let task = NewTask {
                    client,
                    kind: TaskKind::Own,
                    text: "send it".into(),
                    due: day("2026-11-25"),
                    due_at: None,
                    assignee: None,
                    goal: None,
                    requirement: None,
                };
                m.act(Action::AddTask(Box::new(task)), "2026-11-20 10:00");
            }
            _ => {
                let agreed = Action::AddAppointment {
                    client,
                    person: None,
                    channel: Channel::Visit,
                    start: moment("2026-11-22 10:00"),
                    minutes: None,
                    place: None,
                    note: None,
                    replaces: None,
                };
                m.act(agreed, "2026-11-20 10:00");
            }
        }
        let rows = m.store.timeline(client, &monday()).unwrap();
        match what {
            "plan" => facts.0 = FactRef::Override(rows.overrides[0].id),
            "task" => {
                facts = (FactRef::Task(rows.tasks[0].id), vec![Action::DoneTask { task: rows.tasks[0].id }]);
            }
            _ => {
                let appointment = rows.appointments[0].id;
                facts = (FactRef::Appointment(appointment), vec![Action::CancelAppointment { appointment }]);
            }
        }
        for action in facts.1 {
            m.act(action, "2026-11-21 10:00");
        }
        let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
        open_fact(&mut d, facts.0);
        closed(&d);
        d.said()
    };
    assert!(over("plan").contains("This agreement is over and stays as it was: make a new one, n then a"), "{}", over("plan"));
    assert!(over("task").contains("This task is done and stays as it was: write down a new one, n then f"), "{}", over("task"));
    let appointment = over("appointment");
    assert!(appointment.contains("called off and stays as it was: agree on a new one with the next contact"), "{appointment}");
}

/// One of every fact that has a form, of one client.
fn with_everything() -> (Driver, Id, Vec<Subject>) {
    let mut m = Maker::new();
    let client = m.client("Lotus Spa", |_| ());
    m.touch(client, Channel::Call, "2026-11-20 10:00", "");
    let agreed = Action::AddAppointment {
        client,
        person: None,
        channel: Channel::Visit,
        start: moment("2026-11-30 10:00"),
        minutes: None,
        place: None,
        note: None,
        replaces: None,
    };
    m.act(agreed, "2026-11-20 10:00");
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    at(&mut d, "Lotus Spa");
    d.keys("n i '500' Ctrl-s n e 'Relaunch' Ctrl-s n f Down 'send it' Ctrl-s n p 'Ms Hua' Ctrl-s n h '2026-12-24' Ctrl-s");
    d.keys("n a c");
    to(&mut d, "form-field-why");
    d.keys("'in the contract' Ctrl-s");
    closed(&d);
    let (rows, detail) = (rows(&d, client), detail(&d, client));
    let leave = d.book.store().book().unwrap().leave[0].id;
    let facts = vec![
        Subject::Person(detail.people[0].id),
        Subject::Touch(rows.touches[0].row.id),
        Subject::Task(rows.tasks[0].id),
        Subject::Appointment(rows.appointments[0].id),
        Subject::Invoice(rows.invoices[0].id),
        Subject::Engagement(rows.engagements[0].id),
        Subject::Override(rows.overrides[0].id),
        Subject::Leave(leave),
    ];
    (d, client, facts)
}

/// A screen and another program on the same file.
fn shared() -> (tempfile::TempDir, Store, Driver, Id, Id) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    let mut m = Maker { store: Store::open(&path, OpenMode::Create { zone: ZONE }, None).unwrap() };
    let id = m.client("Alpha", |c| {
        c.points = vec![NewPoint { kind: PointKind::Phone, value: "021 1".into(), label: None }];
    });
    m.invoice(id, "2026-1", "2026-11-02", "2026-12-02", None, 50_000);
    let invoice = m.store.timeline(id, &monday()).unwrap().invoices[0].id;
    let other = Store::open(&path, OpenMode::Write, None).unwrap();
    let d = Driver::open(m.store, Lang::En, (100, 30), monday());
    (dir, other, d, id, invoice)
}

#[test]
fn a_fact_changed_meanwhile_shows_both_and_the_next_save_wins() {
    let (_dir, mut other, mut d, client, invoice) = shared();
    open_fact(&mut d, FactRef::Invoice(invoice));
    d.keys("Down Ctrl-u 'mine'");
    let theirs = Action::EditInvoice {
        invoice,
        due: Some(Some(day("2026-12-20"))),
        number: Some(Some("theirs".into())),
        amount: None,
        cost: None,
        product: None,
        issued: None,
        paid: None,
        currency: None,
    };
    other.apply(&theirs, &monday(), Face::Cli).unwrap();
    d.keys("Ctrl-s");
    assert!(d.picture().contains("mine") && d.picture().contains("now: theirs"), "{}", d.picture());
    assert_eq!(field(&d, "form-field-due").value(), "2026-12-20", "what was not typed follows");
    d.keys("Ctrl-s");
    closed(&d);
    let row = rows(&d, client).invoices[0].clone();
    assert_eq!((row.number.as_deref(), row.due), (Some("mine"), Some(day("2026-12-20"))));
}

#[test]
fn a_point_that_came_or_went_meanwhile_is_there_or_gone_at_the_save() {
    let (_dir, mut other, mut d, client, _) = shared();
    at(&mut d, "Alpha");
    d.keys("E Down Down Down 'labels'");
    let point = detail(&d, client).points[0].id;
    let add = Action::EditClient {
        client,
        fields: vec![],
        points: vec![NewPoint { kind: PointKind::Phone, value: "021 2".into(), label: None }],
        tags: vec![],
        why: None,
    };
    other.apply(&Action::RemovePoint { point }, &monday(), Face::Cli).unwrap();
    other.apply(&add, &monday(), Face::Cli).unwrap();
    d.keys("Ctrl-s");
    closed(&d);
    let now = detail(&d, client);
    assert_eq!(now.need.as_deref(), Some("labels"));
    assert_eq!(now.points.iter().map(|p| p.value.as_str()).collect::<Vec<_>>(), ["021 2"]);
}

#[test]
fn a_fact_that_is_gone_is_said_and_nothing_is_written() {
    let (_dir, mut other, mut d, client, _) = shared();
    let person = Action::AddPerson { client, name: "Ms Li".into(), role: None, points: vec![], birthday: None, note: None };
    other.apply(&person, &monday(), Face::Cli).unwrap();
    at(&mut d, "Alpha");
    d.keys("E");
    to(&mut d, "form-field-person-link");
    d.keys("Enter '!'");
    let person = detail(&d, client).people[0].id;
    other.apply(&Action::RemovePerson { person }, &monday(), Face::Cli).unwrap();
    d.keys("Ctrl-s");
    assert!(form(&d).error.is_some(), "{}", d.picture());
    assert_eq!(field(&d, "form-field-person-name").value(), "Ms Li!", "what was typed is still there");
}

#[test]
fn s066_the_check_of_a_client_shows_what_is_missing_first() {
    let mut d = driver();
    let client = at(&mut d, "Harbor & Sons");
    touchbase::app::form::open_subject(&mut d.book.model, Subject::Review(client));
    d.event(Event::Wake);
    let names: Vec<&str> = form(&d).fields.iter().map(|f| f.name).collect();
    let place = |name: &str| names.iter().position(|n| *n == name).unwrap();
    assert!(place("form-field-region") < place("form-field-name"), "missing before known: {names:?}");
    assert!(place("form-field-need") < place("form-field-industry"), "{names:?}");
    assert_eq!(form(&d).field().map(|f| f.name), Some("form-field-point"), "no phone: it is asked for first");
    d.keys("'021 5550 4444' F10");
    closed(&d);
    assert_eq!(detail(&d, client).points[0].value, "021 5550 4444");
}
