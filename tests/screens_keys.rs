//! What keys do, driven through the whole screen against a store in memory: each item in its own way, the second keys, undo, the
//! filter, forms, lines, paste, other programs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::domain::action::*;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::store::{OpenMode, Store, TouchDetail};
use touchbase::tui::events::Event;
use touchbase::tui::run::{Flow, Screen};

fn driver() -> Driver {
    Driver::on_book(Lang::En, (120, 40))
}

/// Brings the selection to the client, by the filter.
fn at(d: &mut Driver, name: &str) {
    d.keys("/").keys(&format!("'{name}'")).keys("Enter");
    assert_eq!(d.who(), name);
}

/// The newest touch of the selected client's name.
fn newest(d: Driver, name: &str) -> TouchDetail {
    let store = d.book.into_store();
    let id = store.names().unwrap().into_iter().find(|n| n.name == name).unwrap().id;
    store.detail(id).unwrap().unwrap().touches.remove(0)
}

#[test]
fn s012_d_completes_each_item_its_own_way() {
    let cases = [
        ("Northstar Media", "d", "took place", "Logged visit"),
        ("Delta Foods", "d", "reached", "Logged call"),
        ("Orchid Print", "d", "reminder sent", "Reminder sent"),
    ];
    for (name, keys, footer, said) in cases {
        let mut d = driver();
        at(&mut d, name);
        assert!(d.foot().contains(&format!("d {footer}")), "{}", d.foot());
        d.keys(keys);
        assert!(d.said().contains(said), "{name}: {}", d.said());
    }
    let mut d = driver();
    at(&mut d, "远山设计");
    assert!(d.foot().contains("d done"));
    d.keys("d");
    assert!(d.book.model.book.client(d.book.model.client().unwrap().id()).unwrap().facts.tasks.is_empty());
}

#[test]
fn d_on_an_appointment_keeps_it_and_moves_on() {
    let mut d = driver();
    assert_eq!(d.who(), "Northstar Media");
    d.keys("d");
    assert_eq!(d.who(), "Harbor & Sons");
    let touch = newest(d, "Northstar Media");
    assert_eq!((touch.row.channel, touch.row.outcome), (Channel::Visit, Outcome::Reached));
}

#[test]
fn an_unanswered_appointment_is_over_and_the_contact_is_tried_again() {
    let mut d = driver();
    d.keys("j x");
    let client = d.book.model.book.clients.iter().find(|c| c.name() == "Harbor & Sons").unwrap();
    assert!(client.facts.appointments.is_empty());
    assert!(client.facts.unanswered >= 1);
}

#[test]
fn a_renewal_asks_for_the_next_date_and_a_lead_for_the_next_step() {
    let mut d = driver();
    at(&mut d, "Kite Labs");
    d.keys("d");
    assert!(!d.book.model.dialogs.is_empty(), "the next date is asked for");
    d.keys("'2027-11-30'").keys("Enter");
    let kite = d.book.model.book.clients.iter().find(|c| c.name() == "Kite Labs").unwrap();
    assert_eq!(kite.facts.engagements[0].notice, Some(day("2027-11-30")));
    assert_eq!(kite.facts.last_touch.unwrap().at, d.now.instant);
    d.keys("Esc");
    at(&mut d, "海川阀门");
    d.keys("d").keys("'报价 fri'").keys("Enter");
    let lead = d.book.model.book.clients.iter().find(|c| c.name() == "海川阀门").unwrap();
    assert_eq!((lead.facts.tasks[0].text.as_str(), lead.facts.tasks[0].due), ("报价", day("2026-11-27")));
    d.keys("u");
    let lead = d.book.model.book.clients.iter().find(|c| c.name() == "海川阀门").unwrap();
    assert!(lead.facts.tasks.is_empty() && lead.facts.last_touch.is_none(), "one step");
}

#[test]
fn a_batch_is_sent_and_taken_back_as_one_step() {
    let mut d = driver();
    d.keys("j j j j j j j");
    assert!(d.foot().contains("all sent"), "{}", d.foot());
    let due = d.book.model.book.queue.items.len();
    d.keys("d");
    assert_eq!(d.book.model.book.queue.done_today, 5);
    d.keys("u");
    assert_eq!(d.book.model.book.queue.items.len(), due);
}

#[test]
fn an_invoice_is_reminded_or_paid() {
    let mut d = driver();
    at(&mut d, "Orchid Print");
    d.keys("$");
    let orchid = d.book.model.book.clients.iter().find(|c| c.name() == "Orchid Print").unwrap();
    assert!(orchid.facts.open_invoices.is_empty());
}

#[test]
fn the_second_keys_of_a_log() {
    let cases: [(&str, Channel, Outcome, Direction, &str); 8] = [
        ("c c", Channel::Call, Outcome::Reached, Direction::Out, "2026-11-23 09:04"),
        ("v Enter", Channel::Visit, Outcome::Reached, Direction::Out, "2026-11-23 09:04"),
        ("o x", Channel::Meeting, Outcome::NoAnswer, Direction::Out, "2026-11-23 09:04"),
        ("m r", Channel::Message, Outcome::Declined, Direction::Out, "2026-11-23 09:04"),
        ("e < e", Channel::Email, Outcome::Reached, Direction::Out, "2026-11-22 09:04"),
        ("l < < l", Channel::Letter, Outcome::Reached, Direction::Out, "2026-11-21 09:04"),
        ("c i c", Channel::Call, Outcome::Reached, Direction::In, "2026-11-23 09:04"),
        ("c @ '2026-11-20 16:00' Enter i c", Channel::Call, Outcome::Reached, Direction::In, "2026-11-20 16:00"),
    ];
    for (keys, channel, outcome, direction, at_moment) in cases {
        let mut d = driver();
        at(&mut d, "Delta Foods");
        d.keys(keys);
        assert!(d.book.model.error.is_none(), "{keys}: {}", d.said());
        let touch = newest(d, "Delta Foods");
        let row = touch.row;
        assert_eq!(
            (row.channel, row.outcome, row.direction, row.at),
            (channel, outcome, direction, moment(at_moment)),
            "{keys}"
        );
    }
}

#[test]
fn a_log_can_carry_a_note_and_a_next_moment() {
    let mut d = driver();
    at(&mut d, "Delta Foods");
    d.keys("c ; 'asked for samples' Enter");
    assert!(d.said().contains("asked for samples"), "{}", d.said());
    d.keys("b 'thu 15:00' Enter");
    assert!(d.book.model.error.is_none(), "{}", d.said());
    let client = d.book.model.book.clients.iter().find(|c| c.name() == "Delta Foods").unwrap();
    assert_eq!(client.facts.appointments[0].start, moment("2026-11-26 15:00"));
    let touch = newest(d, "Delta Foods");
    assert_eq!((touch.row.outcome, touch.note.as_deref()), (Outcome::Callback, Some("asked for samples")));
}

#[test]
fn a_note_goes_to_what_was_just_logged_even_after_moving_on() {
    let mut d = driver();
    d.keys("; ");
    assert!(d.said().contains("Nothing logged yet"));
    d.keys("d j ; 'brought the samples' Enter");
    assert_eq!(newest(d, "Northstar Media").note.as_deref(), Some("brought the samples"));
}

#[test]
fn an_unknown_second_key_cancels_is_swallowed_and_says_so() {
    let mut d = driver();
    let before = d.book.model.book.queue.items.len();
    d.keys("c d");
    assert!(d.book.model.prefix.is_none());
    assert!(d.said().contains("d does not follow"), "{}", d.said());
    assert_eq!(d.book.model.book.queue.items.len(), before, "d was not run");
    d.keys("z Esc");
    assert!(d.book.model.prefix.is_none() && d.book.model.error.is_none());
}

#[test]
fn snooze_by_days_week_month_date_and_as_last_time() {
    let until = |keys: &str| {
        let mut d = driver();
        at(&mut d, "Delta Foods");
        d.keys(keys);
        let client = d.book.model.book.clients.iter().find(|c| c.name() == "Delta Foods").unwrap();
        client.facts.deferrals.iter().find(|d| d.kind == DeferralKind::Snooze).map(|d| d.until)
    };
    assert_eq!(until("z 3"), Some(day("2026-11-26")));
    assert_eq!(until("z w"), Some(day("2026-11-30")));
    assert_eq!(until("z m"), Some(day("2026-12-23")));
    assert_eq!(until("z Enter 'fri' Enter"), Some(day("2026-11-27")));
    assert_eq!(until("z z"), None, "nothing was put off before");
    let mut d = driver();
    at(&mut d, "Delta Foods");
    d.keys("z 3 Esc");
    at(&mut d, "Lotus Spa");
    d.keys("z z");
    let lotus = d.book.model.book.clients.iter().find(|c| c.name() == "Lotus Spa").unwrap();
    let hidden: Vec<_> = lotus.facts.deferrals.iter().filter(|d| d.kind == DeferralKind::Snooze).collect();
    assert_eq!(hidden.len(), 2, "call and visit stand in one row and go together");
    assert!(hidden.iter().all(|d| d.until == day("2026-11-26")));
}

#[test]
fn skip_asks_for_the_reason() {
    let mut d = driver();
    at(&mut d, "Delta Foods");
    d.keys("- o 'trade fair week' Enter");
    let delta = d.book.model.book.clients.iter().find(|c| c.name() == "Delta Foods").unwrap();
    let skip = delta.facts.deferrals.iter().find(|d| d.kind == DeferralKind::Skip).unwrap();
    assert_eq!((skip.until, skip.reason.as_deref()), (day("2026-12-07"), Some("trade fair week")));
    let mut d = driver();
    d.keys("-");
    assert!(d.said().contains("Only a contact of the plan"), "{}", d.said());
    at(&mut d, "Delta Foods");
    d.keys("- h");
    let delta = d.book.model.book.clients.iter().find(|c| c.name() == "Delta Foods").unwrap();
    assert_eq!(delta.facts.deferrals[0].reason.as_deref(), Some("on holiday"));
}

#[test]
fn reschedule_makes_or_moves_an_appointment_and_gives_a_promise_another_day() {
    let find = |d: &Driver, name: &str| d.book.model.book.clients.iter().find(|c| c.name() == name).unwrap().facts.clone();
    let mut d = driver();
    at(&mut d, "Delta Foods");
    d.keys("r 'wed' Enter");
    assert_eq!(find(&d, "Delta Foods").appointments[0].start, moment("2026-11-25 09:00"), "the opening of that day");
    let mut d = driver();
    d.keys("r '2026-11-20' Enter");
    assert!(d.picture().contains("lies in the past"), "{}", d.picture());
    assert!(d.picture().contains("2026-11-20"), "the text stays");
    d.keys("Ctrl-u 'tomorrow 11:00' Enter");
    let appointments = find(&d, "Northstar Media").appointments;
    assert_eq!(appointments.len(), 1, "moved, not added");
    assert_eq!((appointments[0].start, appointments[0].place.as_deref()), (moment("2026-11-24 11:00"), Some("Gate 4, Ms Bei")));
    let mut d = driver();
    at(&mut d, "远山设计");
    d.keys("r 'fri' Enter");
    assert_eq!(find(&d, "远山设计").tasks[0].due, day("2026-11-27"));
}

#[test]
fn a_promise_without_a_day_is_due_today() {
    let mut d = driver();
    at(&mut d, "Delta Foods");
    d.keys("n t 'send samples fri' Enter");
    d.keys("n t 'book a room' Enter");
    d.keys("n t 'third proof' Enter");
    let delta = d.book.model.book.clients.iter().find(|c| c.name() == "Delta Foods").unwrap();
    let tasks: Vec<_> = delta.facts.tasks.iter().map(|t| (t.text.as_str(), t.due)).collect();
    assert_eq!(
        tasks,
        [("book a room", day("2026-11-23")), ("third proof", day("2026-11-23")), ("send samples", day("2026-11-27"))]
    );
}

#[test]
fn a_new_client_in_one_line_is_selected() {
    let mut d = driver();
    d.keys("n c 'Haichuan Valves Ms Wang 13800138000 #fair fri send the quote' Enter");
    assert_eq!(d.who(), "Haichuan Valves");
    let id = d.book.model.client().unwrap().id();
    let facts = &d.book.model.client().unwrap().facts;
    assert_eq!(
        (facts.tasks[0].text.as_str(), facts.tasks[0].due, &facts.tags[..]),
        ("send the quote", day("2026-11-27"), &["fair".to_owned()][..])
    );
    let detail = d.book.into_store().detail(id).unwrap().unwrap();
    assert_eq!((detail.people[0].name.as_str(), detail.points[0].value.as_str()), ("Ms Wang", "13800138000"));
}

#[test]
fn undo_and_redo_say_what_they_did_and_show_it() {
    let mut d = driver();
    d.keys("d");
    assert!(d.said().contains("Northstar Media") && d.said().contains("u undoes"), "{}", d.said());
    d.keys("j u");
    assert_eq!(d.who(), "Northstar Media", "what was taken back is selected");
    assert!(d.said().starts_with("Taken back:"), "{}", d.said());
    d.keys("U");
    assert!(d.said().starts_with("Done again:"), "{}", d.said());
    d.keys("u Ctrl-r");
    assert!(d.said().starts_with("Done again:"), "{}", d.said());
}

#[test]
fn the_filter_searches_the_whole_book_with_the_same_keys() {
    let mut d = driver();
    for (typed, who) in [
        ("yssj", "远山设计"),
        ("yuan", "远山设计"),
        ("55501234", "Northstar Media"),
        ("grinder", "Old Mill"),
        ("广交", "海川阀门"),
    ] {
        d.keys("/").keys(&format!("'{typed}'"));
        assert_eq!(d.who(), who, "{typed}");
        d.keys("Esc");
        assert!(d.book.model.find.is_none());
    }
    d.keys("/ 'alder' Enter c i c");
    assert!(d.said().contains("Alder Books"), "{}", d.said());
    d.keys("Esc");
    assert_eq!(newest(d, "Alder Books").row.direction, Direction::In);
}

#[test]
fn rows_that_are_not_in_the_list_stand_below_a_line() {
    let mut d = Driver::on_book(Lang::En, (80, 24));
    d.keys("/ 'mill'");
    let picture = d.picture();
    let rule = picture.lines().position(|l| l.contains("1 client who is not in this list")).unwrap();
    let hit = picture.lines().position(|l| l.contains("Old Mill")).unwrap();
    assert!(rule < hit);
    d.keys("Enter d");
    assert!(d.said().contains("nothing due today"), "{}", d.said());
}

#[test]
fn a_paste_is_text_where_text_is_typed_and_a_note_elsewhere_and_never_keys() {
    let mut d = driver();
    let items = d.book.model.book.queue.items.len();
    d.event(Event::Paste("d\nd\nx".into()));
    assert_eq!(d.book.model.book.queue.items.len(), items);
    assert!(d.picture().contains("> d d x"), "{}", d.picture());
    d.keys("Enter");
    let id = d.book.model.client().unwrap().id();
    d.keys("n c");
    d.event(Event::Paste("Pasted Corp\n".into()));
    d.keys("Enter");
    assert_eq!(d.who(), "Pasted Corp");
    d.keys("1 /");
    d.event(Event::Paste("lotus".into()));
    assert_eq!(d.who(), "Lotus Spa");
    assert_eq!(d.book.into_store().detail(id).unwrap().unwrap().note.as_deref(), Some("d d x"));
}

#[test]
fn full_width_twins_work_outside_text_only() {
    let mut d = driver();
    d.keys("２");
    assert_eq!(d.book.model.tab, touchbase::app::model::Tab::Clients);
    d.keys("１ 、");
    assert!(d.book.model.find.is_some());
    d.keys("'ｄ。'");
    assert_eq!(d.book.model.find.as_ref().unwrap().field.text(), "ｄ。");
    d.keys("Esc ？");
    assert_eq!(d.book.model.dialogs.len(), 1);
}

#[test]
fn the_form_keeps_what_was_typed_and_shows_errors_in_place() {
    let mut d = driver();
    at(&mut d, "Delta Foods");
    d.keys("E Ctrl-u Ctrl-s");
    assert!(d.picture().contains("a name is needed"), "{}", d.picture());
    d.keys("'Delta Fine Foods'");
    for _ in 0..3 {
        d.keys("Tab");
    }
    d.keys("'labels' Esc");
    assert!(d.picture().contains("Not saved yet"), "{}", d.picture());
    d.keys("Ctrl-s");
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
    let delta = d.book.model.book.clients.iter().find(|c| c.name() == "Delta Fine Foods").unwrap().id();
    let store = d.book.into_store();
    assert_eq!(store.detail(delta).unwrap().unwrap().need.as_deref(), Some("labels"));
}

#[test]
fn stopping_in_the_form_asks_for_the_reason_and_loses_nothing() {
    let mut d = driver();
    at(&mut d, "Delta Foods");
    let id = d.book.model.client().unwrap().id();
    d.keys("E Tab Tab s Tab 'labels' Ctrl-s");
    assert!(d.picture().contains("Stopped, because"), "{}", d.picture());
    d.keys("Enter");
    assert_eq!(d.book.model.dialogs.len(), 2, "no reason, no end");
    d.keys("Esc Ctrl-s 'moved away' Enter");
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
    assert_eq!(d.book.model.book.client(id).unwrap().status, Status::Stopped);
    let detail = d.book.into_store().detail(id).unwrap().unwrap();
    assert_eq!((detail.status_why.as_deref(), detail.need.as_deref()), (Some("moved away"), Some("labels")));
}

#[test]
fn a_note_keeps_its_line_ends_and_its_slashes_in_the_form() {
    let mut d = driver();
    at(&mut d, "Delta Foods");
    let id = d.book.model.client().unwrap().id();
    d.keys("E BackTab BackTab 'a // b' Ctrl-s");
    d.keys("E BackTab BackTab Home 'see ' Ctrl-s");
    let mut store = d.book.into_store();
    assert_eq!(store.detail(id).unwrap().unwrap().note.as_deref(), Some("see a // b"));
    let fields = vec![ClientField::Note(Some("see a // b\nsecond".into()))];
    let edit = Action::EditClient { client: id, fields, points: vec![], tags: vec![], why: None };
    store.apply(&edit, &monday(), Face::Cli).unwrap();
    let mut d = Driver::open(store, Lang::En, (120, 40), monday());
    at(&mut d, "Delta Foods");
    d.keys("E BackTab BackTab");
    assert!(d.picture().contains("see a // b↵second"), "{}", d.picture());
    d.keys("'!' Ctrl-s");
    assert_eq!(d.book.into_store().detail(id).unwrap().unwrap().note.as_deref(), Some("see a // b\nsecond!"));
}

#[test]
fn a_comma_more_in_the_tags_changes_nothing_and_refuses_nothing() {
    let mut d = driver();
    assert_eq!(d.who(), "Northstar Media");
    d.keys("2 / 'Northstar' Enter E Tab Tab Tab '_now'");
    for _ in 0..5 {
        d.keys("Tab");
    }
    d.keys("',' Ctrl-s");
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
    let client = d.book.model.client().unwrap();
    assert_eq!(client.facts.tags, ["fair", "print"]);
    let id = client.id();
    let need = d.book.into_store().detail(id).unwrap().unwrap().need;
    assert_eq!(need.as_deref(), Some("a calm partner for the yearly relaunch_now"));
}

#[test]
fn a_leads_words_without_a_day_are_its_need_and_said_so() {
    let mut d = driver();
    d.keys("n l 'Haichuan Valves: a new label'");
    assert!(d.picture().contains("need: a new label"), "{}", d.picture());
    d.keys("Ctrl-u 'Haichuan Valves: a new label fri'");
    assert!(d.picture().contains("to do: a new label"), "{}", d.picture());
}

#[test]
fn a_clean_form_closes_at_once_and_a_dirty_one_at_the_second_esc() {
    let mut d = driver();
    d.keys("2 / 'Northstar' Enter E Esc");
    assert!(d.book.model.dialogs.is_empty());
    d.keys("E 'x' Esc");
    assert_eq!(d.book.model.dialogs.len(), 1);
    d.keys("Esc");
    assert!(d.book.model.dialogs.is_empty());
    assert_eq!(d.who(), "Northstar Media");
}

#[test]
fn esc_and_tabs_never_leave_q_and_ctrl_c_do() {
    let mut d = driver();
    d.keys("Esc Esc Esc");
    assert_eq!(d.flow, Flow::Continue);
    d.keys("q");
    assert_eq!(d.flow, Flow::Quit);
    let mut d = driver();
    d.keys("n c 'q'");
    assert_eq!(d.flow, Flow::Continue);
    d.keys("Ctrl-l");
    assert_eq!(d.flow, Flow::Redraw);
    d.keys("Ctrl-z");
    assert_eq!(d.flow, Flow::Suspend);
    d.keys("Ctrl-c");
    assert_eq!(d.flow, Flow::Quit);
}

#[test]
fn a_timed_item_rings_and_says_so() {
    let mut d = driver();
    let wake = d.book.next_wake(&d.now).unwrap();
    assert!(wake.0 - d.now.instant.0 <= 60);
    d.event(Event::Wake);
    assert!(!d.book.take_bell());
    d.now = now("2026-11-23 10:30");
    d.event(Event::Wake);
    assert!(d.book.take_bell());
    assert!(d.said().contains("10:30 Northstar Media"), "{}", d.said());
    assert!(d.book.title(&d.now).contains("Northstar Media"));
    d.keys("j");
    assert_eq!(d.book.title(&d.now), "touchbase");
}

#[test]
fn a_new_day_is_read_anew() {
    let mut d = driver();
    d.now = now("2026-11-24 00:00");
    d.event(Event::Wake);
    assert!(d.row(0).contains("Tue 24 Nov"));
    assert_eq!(d.book.model.book.now.today(), day("2026-11-24"));
}

/// The same book in a file, for two programs.
fn shared() -> (tempfile::TempDir, Store, Driver) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    let mut m = Maker { store: Store::open(&path, OpenMode::Create { zone: ZONE }, None).unwrap() };
    for name in ["Alpha", "Beta", "Gamma"] {
        let id = m.client(name, |_| {});
        m.pin(id, Tier::A);
        m.touch(id, Channel::Visit, "2026-11-20 10:00", "");
        m.touch(id, Channel::Call, "2026-11-13 10:00", "");
        m.task(id, "owed", "2026-11-20");
    }
    let other = Store::open(&path, OpenMode::Write, None).unwrap();
    let d = Driver::open(m.store, Lang::En, (80, 24), monday());
    (dir, other, d)
}

#[test]
fn what_another_program_wrote_is_seen_before_a_key_acts() {
    let (_dir, mut other, mut d) = shared();
    let first = d.who();
    let task = d.book.model.client().unwrap().facts.tasks[0].id;
    d.keys("j");
    let second = d.who();
    other.apply(&Action::DoneTask { task }, &monday(), Face::Cli).unwrap();
    d.keys("w");
    assert_eq!(d.who(), second, "the selection stays with its client");
    d.keys("Esc k");
    let task = d.book.model.client().unwrap().facts.tasks.first().map(|t| t.id);
    if let Some(task) = task {
        other.apply(&Action::DoneTask { task }, &monday(), Face::Cli).unwrap();
        let open = |d: &Driver| d.book.model.book.clients.iter().map(|c| c.facts.tasks.len()).sum::<usize>();
        d.keys("d");
        assert!(d.said().contains("Another program changed the book"), "{}", d.said());
        assert_eq!(open(&d), 1, "nothing was done to the next one");
    }
    assert!(!first.is_empty());
}

#[test]
fn what_was_typed_for_a_row_that_is_gone_does_not_reach_the_next_one() {
    let (_dir, mut other, mut d) = shared();
    let task = d.book.model.client().unwrap().facts.tasks[0].id;
    d.keys("r 'fri'");
    other.apply(&Action::DoneTask { task }, &monday(), Face::Cli).unwrap();
    d.keys("Enter");
    assert!(d.said().contains("Another program changed the book"), "{}", d.said());
    assert!(d.book.model.dialogs.is_empty());
    d.keys("Enter");
    assert!(d.book.model.book.clients.iter().all(|c| c.facts.tasks.iter().all(|t| t.due == day("2026-11-20"))));
}

#[test]
fn d_keeps_a_pin_and_checks_the_details() {
    let mut m = Maker::new();
    let id = m.client("Pinned Corp", |_| {});
    let pin = Action::PinTier {
        client: id,
        tier: Some(Tier::B),
        why: "agreed".into(),
        from: day("2026-09-01"),
        until: None,
        review_on: day("2026-11-20"),
    };
    m.act(pin, "2026-09-01 09:00");
    m.touch(id, Channel::Visit, "2026-11-20 09:00", "");
    let mut d = Driver::open(m.store, Lang::En, (80, 24), monday());
    assert!(d.foot().contains("d keep pin"), "{}", d.foot());
    d.keys("d");
    assert!(d.book.model.book.queue.items.is_empty(), "{}", d.picture());
    d.now = now("2027-05-24 09:00");
    d.event(Event::Wake);
    let review = d.book.model.book.queue.items.iter().position(|i| i.kind == ItemKind::Review);
    assert!(review.is_some(), "{}", d.picture());
    while d.book.model.item().is_some_and(|i| i.kind != ItemKind::Review) {
        d.keys("j");
    }
    assert!(d.foot().contains("d details checked"), "{}", d.foot());
    d.keys("d");
    assert!(d.book.model.book.queue.items.iter().all(|i| i.kind != ItemKind::Review));
}

#[test]
fn a_form_saved_over_a_newer_row_shows_both() {
    let (_dir, mut other, mut d) = shared();
    d.keys("2");
    let client = d.book.model.client().unwrap().id();
    d.keys("E Ctrl-u 'Mine'");
    let theirs = Action::EditClient {
        client,
        fields: vec![ClientField::Name("Theirs".into())],
        points: vec![],
        tags: vec![],
        why: None,
    };
    other.apply(&theirs, &monday(), Face::Cli).unwrap();
    d.keys("Ctrl-s");
    assert!(d.picture().contains("Mine") && d.picture().contains("now: Theirs"), "{}", d.picture());
    d.keys("Ctrl-s");
    assert!(d.book.model.dialogs.is_empty());
    assert_eq!(d.book.model.book.client(client).unwrap().name(), "Mine");
}

#[test]
fn an_empty_book_imports_a_file_and_reports() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("clients.csv");
    std::fs::write(&path, "name,email,phone\nAlder Books,a@alder.example,021 5550 1\n,,\nBirch Cafe,b@birch.example,\n")
        .unwrap();
    let mut d = Driver::open(Maker::new().store, Lang::En, (80, 24), monday());
    d.keys("Enter '/nowhere/at/all.csv' Enter");
    assert!(d.picture().contains("Cannot read"), "{}", d.picture());
    // The file is looked at first, then imported.
    d.keys(&format!("Ctrl-u '{}' Enter Enter", path.display()));
    assert!(d.picture().contains("Import"), "{}", d.picture());
    d.keys("Esc 2");
    assert!(d.picture().contains("Alder Books") && d.picture().contains("Birch Cafe"), "{}", d.picture());
}

#[test]
fn the_first_screen_sets_zone_and_language_and_offers_the_demo() {
    let mut d = Driver::open(Maker::new().store, Lang::En, (80, 24), monday());
    d.keys("z 'nowhere/land' Enter");
    assert!(d.picture().contains("No such zone"), "{}", d.picture());
    d.keys("Ctrl-u 'europe/berlin' Enter");
    assert!(d.picture().contains("Europe/Berlin"), "{}", d.picture());
    assert_eq!(d.book.zone(), chrono_tz::Europe::Berlin);
    d.keys("L");
    assert!(d.picture().contains("欢迎"), "{}", d.picture());
    d.keys("d");
    assert_eq!(d.flow, Flow::Quit);
    assert!(d.book.wants_demo());
}

#[test]
fn a_long_paste_and_a_long_note_do_not_hold_the_screen_up() {
    let mut d = driver();
    let long = "报价 ".repeat(200_000);
    d.event(Event::Paste(long.clone()));
    d.keys("Enter");
    assert!(d.picture().contains("longer than"), "{}", d.picture());
    assert_eq!(d.book.model.dialogs.len(), 1, "refused, and still there to be shortened");
    d.keys("Ctrl-u");
    d.event(Event::Paste(long.chars().take(99_000).collect()));
    d.keys("Enter");
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
    d.keys("J J j k");
    assert!(d.picture().contains("Northstar Media"));
}

#[test]
fn tags_in_the_form_may_hold_blanks() {
    let mut d = driver();
    at(&mut d, "Delta Foods");
    d.keys("E Tab Tab Tab Tab Tab Tab Tab Tab 'trade fair, print' Ctrl-s");
    assert_eq!(d.book.model.client().unwrap().facts.tags, ["print", "trade fair"]);
    d.keys("E Tab Tab Tab Tab Tab Tab Tab Tab Space '#new' Ctrl-s");
    assert_eq!(d.book.model.client().unwrap().facts.tags, ["new", "print", "trade fair"]);
}

#[test]
fn when_today_is_done_the_next_one_is_named() {
    let mut m = Maker::new();
    let id = m.client("Quiet Corp", |_| {});
    m.pin(id, Tier::C);
    m.touch(id, Channel::Email, "2026-11-20 10:00", "");
    let d = Driver::open(m.store, Lang::En, (80, 24), monday());
    assert!(d.picture().contains("All done for today."), "{}", d.picture());
    assert!(d.picture().contains("Next: Quiet Corp, Mon 21 Dec"), "{}", d.picture());
}

#[test]
fn while_another_program_writes_the_picture_stays_and_says_so() {
    let (dir, _other, mut d) = shared();
    let writer = rusqlite::Connection::open(dir.path().join("book.db")).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = d.book.model.today.rows.clone();
    d.keys("j d");
    assert!(d.said().contains("Another program is writing"), "{}", d.said());
    assert_eq!(d.book.model.today.rows, before);
    writer.execute_batch("ROLLBACK").unwrap();
    d.keys("d");
    assert!(d.book.model.error.is_none(), "{}", d.said());
    assert_ne!(d.book.model.today.rows, before);
}
