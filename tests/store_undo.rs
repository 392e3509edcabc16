//! Undo, redo and history: exact, per column, across restarts, and honest about what was changed since.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use store_kit::*;
use touchbase::domain::action::*;
use touchbase::domain::day::Moment;
use touchbase::domain::facts::{MonthScoreRow, TierChangeRow};
use touchbase::domain::id::Id;
use touchbase::domain::message::{Arg, Message};
use touchbase::domain::target::Target;
use touchbase::domain::words::*;
use touchbase::store::StoreError;

fn why(message: &Message) -> &Message {
    match &message.args[0].1 {
        Arg::Message(inner) => inner,
        other => panic!("{other:?}"),
    }
}

#[test]
fn undo_takes_the_newest_step_whoever_made_it_and_redo_ends_with_a_new_action() {
    let mut book = Book::new();
    assert!(matches!(book.store.undo(None, &now(), Face::Cli), Err(StoreError::NothingToUndo)));
    let client = book.add("Delta Foods");
    let first = book.run(&log(touch(client, Channel::Call)));
    book.reopen();
    let second = book.run(&log(touch(client, Channel::Visit)));
    assert_eq!(Some(book.undo().undone), second.op);
    assert_eq!(Some(book.undo().undone), first.op);
    assert_eq!(Some(book.redo().undone), first.op);
    assert_eq!(Some(book.redo().undone), second.op);
    assert!(matches!(book.store.redo(&now(), Face::Cli), Err(StoreError::NothingToRedo)));
    assert_eq!(Some(book.undo().undone), second.op);
    book.run(&log(touch(client, Channel::Email)));
    let nothing = book.store.redo(&now(), Face::Cli).unwrap_err();
    assert_eq!(nothing.exit(), 1);
    assert_eq!(book.rows(client).touches.len(), 2);
}

#[test]
fn an_action_that_changes_nothing_is_no_step_and_leaves_redo() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let edit = |region: &str| Action::EditClient {
        client,
        fields: vec![ClientField::Region(Some(region.into()))],
        points: vec![],
        tags: vec![],
        why: None,
    };
    book.run(&edit("west"));
    book.run(&edit("east"));
    book.undo();
    let steps = book.store.history(None, 100, None).unwrap();
    let nothing = book.run(&edit("west"));
    assert_eq!((nothing.op, nothing.message.id, nothing.clients), (None, "did-nothing", vec![client]));
    assert_eq!(book.store.history(None, 100, None).unwrap(), steps);
    assert!(book.store.can_redo().unwrap());
    book.redo();
    assert_eq!(book.rows(client).client.region.as_deref(), Some("east"));
}

#[test]
fn history_tells_it_in_words_and_knows_what_stands() {
    let mut book = Book::new();
    let (client, other) = (book.add("Delta Foods"), book.add("Lotus Spa"));
    let call = book.run(&log(touch(client, Channel::Call)));
    book.run(&Action::AddTask(Box::new(task(other, "call"))));
    book.undo();
    book.undo();
    book.redo();
    book.reopen();
    let all = book.store.history(None, 100, None).unwrap();
    let told: Vec<(&str, bool, bool)> = all.iter().map(|o| (o.message.id, o.live, o.undoable)).collect();
    assert_eq!(
        told,
        [
            ("did-redo", true, false),
            ("did-undo", false, false),
            ("did-undo", true, false),
            ("did-add-task", false, false),
            ("did-log-call", true, true),
            ("did-add-client", true, true),
            ("did-add-client", true, true),
        ]
    );
    let of_client: Vec<&str> = book.store.history(Some(client), 100, None).unwrap().iter().map(|o| o.message.id).collect();
    assert_eq!(of_client, ["did-redo", "did-undo", "did-log-call", "did-add-client"]);
    assert_eq!(book.store.history(None, 2, None).unwrap().len(), 2);
    assert_eq!(all[4].message.args, [("client", Arg::Text("Delta Foods".into()))]);
    assert_eq!((Some(all[4].op), all[4].face.as_str()), (call.op, "cli"));
}

#[test]
fn a_column_changed_since_is_left_and_named() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let region = |r: &str| ClientField::Region(Some(r.into()));
    let size = |s: &str| ClientField::Size(Some(s.into()));
    let old = book.run(&edit(client, vec![region("north"), size("20"), ClientField::Name("Delta Group".into())]));
    book.run(&edit(client, vec![region("south"), ClientField::Name("Delta Grand".into())]));
    let undone = book.store.undo(old.op, &now(), Face::Cli).unwrap();
    let row = book.rows(client).client;
    assert_eq!((row.region.as_deref(), row.size, row.name.as_str()), (Some("south"), None, "Delta Grand"));
    assert_eq!((row.name_key.as_str(), row.initials.as_str()), ("delta grand", "dg"));
    assert_eq!(undone.left.iter().map(|l| l.id).collect::<Vec<_>>(), ["left-field", "left-field"]);
    // The rest cannot go while the later change stands; when that is taken back, it can.
    let again = book.store.undo(old.op, &now(), Face::Cli).unwrap_err();
    assert_eq!((again.exit(), why(&again.message()).id), (4, "left-field"));
    let steps = book.store.history(None, 10, None).unwrap();
    let partly = steps.iter().find(|o| Some(o.op) == old.op).unwrap();
    assert_eq!((partly.message.id, partly.live, partly.undoable), ("did-partly", true, true));
    let before = book.dump();
    assert_ne!(Some(book.undo().undone), old.op);
    assert_eq!(Some(book.undo().undone), old.op, "the rest of a step goes in its turn");
    let row = book.rows(client).client;
    assert_eq!((row.region, row.size, row.name.as_str()), (None, None, "Delta Foods"));
    let over = book.store.undo(old.op, &now(), Face::Cli).unwrap_err();
    assert_eq!((over.exit(), why(&over.message()).id), (4, "undo-already"));
    book.redo();
    book.redo();
    assert_eq!(book.dump(), before);
    assert!(book.store.history(None, 10, None).unwrap().iter().any(|o| o.message.id == "did-partly"));
    assert_eq!(Some(book.redo().undone), old.op);
    assert_eq!(book.rows(client).client.size.as_deref(), Some("20"));
    assert!(matches!(book.store.redo(&now(), Face::Cli), Err(StoreError::NothingToRedo)));
}

#[test]
fn what_others_hang_on_stays() {
    let mut book = Book::new();
    let bare = NewClient { points: vec![], tags: vec![], person: None, task: None, ..client("Delta Foods", Status::Active) };
    let added = book.run(&Action::AddClient(Box::new(bare)));
    let client = added.ids[0].1;
    let done = book.run(&Action::AddTask(Box::new(task(client, "call"))));
    let refused = book.store.undo(added.op, &now(), Face::Cli).unwrap_err();
    assert_eq!((refused.exit(), why(&refused.message()).id), (4, "left-needed"));
    let id = done.ids[1].1;
    book.run(&Action::DoneTask { task: id });
    let changed = book.store.undo(done.op, &now(), Face::Cli).unwrap_err();
    assert_eq!(why(&changed.message()).id, "left-changed");
    assert_eq!(book.store.undo(Some(999), &now(), Face::Cli).unwrap_err().exit(), 3);
    // Put back in order, it all can go.
    for _ in 0..3 {
        book.undo();
    }
    assert!(book.dump()["client"].is_empty());
}

#[test]
fn a_client_that_is_needed_stays_whole() {
    let mut book = Book::new();
    let added = book.run(&new_client("Delta Foods", Status::Active));
    let client = added.ids[0].1;
    book.run(&log(touch(client, Channel::Call)));
    let before = book.dump();
    let refused = book.store.undo(added.op, &now(), Face::Cli).unwrap_err();
    assert_eq!((refused.exit(), why(&refused.message()).id), (4, "left-needed"));
    assert_eq!(book.dump(), before);
}

#[test]
fn a_wanted_row_that_is_gone_and_a_place_that_is_taken_refuse() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let untag = |add: &[&str], remove: &[&str]| Action::TagClient {
        client,
        add: add.iter().map(|t| t.to_string()).collect(),
        remove: remove.iter().map(|t| t.to_string()).collect(),
    };
    let removed = book.run(&untag(&[], &["fair"]));
    book.run(&untag(&["fair"], &[]));
    let before = book.dump();
    let taken = book.store.undo(removed.op, &now(), Face::Cli).unwrap_err();
    assert_eq!((taken.exit(), why(&taken.message()).id), (4, "undo-taken"));
    let point = book.store.detail(client).unwrap().unwrap().points[0].id;
    let verified = book.run(&Action::Verify { client, on: today(), how: "call".into() });
    book.run(&Action::RemovePoint { point });
    let gone = book.store.undo(verified.op, &now(), Face::Cli).unwrap_err();
    assert_eq!((gone.exit(), why(&gone.message()).id), (4, "undo-gone"));
    book.undo();
    book.undo();
    assert_eq!(book.dump(), before);
}

#[test]
fn frozen_months_are_no_ones_step_and_go_with_the_client() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    book.run(&log(touch(client, Channel::Call)));
    book.undo();
    let row = MonthScoreRow { month: 24_321, score: 500_000, share: 1_000_000, tier: Some(Tier::A) };
    let change =
        TierChangeRow { at: now().instant, from: None, to: Tier::A, cause: TierCause::First, score: 500_000, share: 1_000_000 };
    assert_eq!(book.store.frozen_month().unwrap(), None);
    for _ in 0..2 {
        book.store.freeze_month(24_321, &[(client, row), (Id(5), row)], &[(client, change)], &now()).unwrap();
    }
    assert_eq!(book.store.frozen_month().unwrap(), Some(24_321));
    let rows = book.rows(client);
    assert_eq!((rows.month_scores.as_slice(), rows.tier_changes.as_slice()), ([row].as_slice(), [change].as_slice()));
    let before = book.dump();
    // Redo is still there, and undo passes the program's own step by.
    assert_eq!(book.redo().message.id, "did-log-call");
    book.undo();
    assert_eq!(book.undo().message.id, "did-add-client");
    assert!(book.dump().values().all(|rows| rows.len() <= 1));
    book.redo();
    assert_eq!(book.dump(), before);
    let system = book.store.history(None, 100, None).unwrap().into_iter().find(|o| o.kind == "system").unwrap();
    let refused = book.store.undo(Some(system.op), &now(), Face::Cli).unwrap_err();
    assert_eq!(why(&refused.message()).id, "undo-system");
}

#[test]
fn a_removed_client_is_named_as_the_journal_knew_it() {
    let mut book = Book::new();
    book.add("Delta Foods");
    let undone = book.undo();
    assert_eq!(undone.message.args, [("client", Arg::Text("Delta Foods".into()))]);
    let steps = book.store.history(None, 10, None).unwrap();
    assert_eq!(steps[1].message.args, [("client", Arg::Text("Delta Foods".into()))]);
}

/// A lunar birthday of a client itself.
fn care(client: Id, name: &str) -> NewCareDate {
    NewCareDate {
        client,
        person: None,
        kind: CareKind::Birthday,
        name: Some(name.to_owned()),
        month: 6,
        day: 30,
        year: None,
        calendar: Calendar::Lunar,
        leap: true,
        lead: None,
        note: None,
    }
}

/// Some action on some client of the book; many are refused by the rules, as they should be.
fn any_action(rng: &mut StdRng, book: &Book, clients: &[Id]) -> Action {
    let db = &book.sql;
    let mut pick = |table: &str| -> Id {
        let count: i64 = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap();
        let skip = if count == 0 { 0 } else { rng.random_range(0..count) };
        db.query_row(&format!("SELECT id FROM {table} LIMIT 1 OFFSET {skip}"), [], |r| r.get(0)).map_or(Id(1), Id)
    };
    let (task_id, invoice_id, person, point) = (pick("task"), pick("invoice"), pick("person"), pick("contact_point"));
    let (appointment_id, touch_id, engagement_id, leave) =
        (pick("appointment"), pick("touch"), pick("engagement"), pick("leave"));
    let survey_id = pick("survey_answer");
    let (care_date, gift) = (pick("care_date"), pick("gift"));
    let (case, evidence) = (pick("complaint"), pick("evidence"));
    let corrected = pick("complaint_event");
    let client = if clients.is_empty() { Id(1) } else { clients[rng.random_range(0..clients.len())] };
    let channel = Channel::LOGGED[rng.random_range(0..6)];
    let word = format!("w{}", rng.next_u32() % 4);
    let day = today().plus(rng.random_range(-20..40));
    let outcome = Outcome::ALL[rng.random_range(0..4)];
    let again = rng.random_bool(0.3).then(|| Moment(now().instant.0 + 90_000));
    let new_touch =
        NewTouch { outcome, again, at: Moment(now().instant.0 - rng.random_range(0..900_000)), ..touch(client, channel) };
    let case_event = NewCaseEvent {
        complaint: case,
        kind: CaseEventKind::ALL[rng.random_range(0..CaseEventKind::ALL.len())],
        at: Moment(now().instant.0 - rng.random_range(0..600_000)),
        text: Some(word.clone()),
        rating: None,
        promised: None,
        channel: rng.random_bool(0.5).then_some(channel),
        minutes: None,
        corrects: None,
        fulfils: None,
    };
    match rng.random_range(0..62) {
        0 | 1 => new_client(&format!("Client {}", rng.random_range(0..12)), Status::ALL[rng.random_range(0..2)]),
        2 | 29 | 30 => {
            // Few clients, so that steps lie above one another.
            let client = clients.first().copied().unwrap_or(client);
            let size = ClientField::Size(Some(format!("{}", rng.random_range(1..9))));
            edit(client, vec![ClientField::Name(format!("Name {word}")), ClientField::Note(Some(word)), size])
        }
        3 => edit(client, vec![ClientField::Extra(word, (rng.random_bool(0.5)).then(|| "x".into()))]),
        4 => Action::TagClient { client, add: vec![word.clone()], remove: vec!["fair".into()] },
        5 => pin(client, [Some(Tier::A), Some(Tier::C), None][rng.random_range(0..3)]),
        6 => Action::StopClient { client, why: word, on: day },
        7..=9 => log(new_touch),
        10 => Action::NoteTouch { touch: touch_id, note: word },
        11 => Action::Snooze { client, targets: vec![Target::Contact(channel), Target::Task(task_id)], until: day },
        12 => Action::Snooze { client, targets: vec![Target::Contact(channel)], until: day },
        13 => Action::Skip { client, turns: vec![(channel, day)], why: word },
        14 => Action::Pause { client, until: day, why: None },
        15 => Action::Spread(clients.iter().take(3).map(|c| (*c, channel, day)).collect()),
        16 => appointment(client, channel, Moment(now().instant.0 + rng.random_range(-40_000..90_000))),
        17 => Action::CancelAppointment { appointment: appointment_id },
        18 => Action::AddLeave { first: today(), last: day, why: None },
        19 => Action::RemoveLeave { leave },
        20 => Action::AddPerson { client, name: word, role: None, points: vec![], birthday: Some((2, 3, None)), note: None },
        21 => Action::RemovePerson { person },
        22 => Action::RemovePoint { point },
        23 => Action::AddTask(Box::new(task(client, &word))),
        24 => Action::DoneTask { task: task_id },
        25 => Action::AddInvoice(Box::new(invoice(client))),
        26 => Action::PayInvoice { invoice: invoice_id, on: day },
        27 => Action::AddEngagement(Box::new(engagement(client))),
        28 => Action::EditEngagement {
            engagement: engagement_id,
            title: Some(word),
            end: None,
            notice: None,
            renew: Some(Some(day)),
            status: None,
            kind: None,
            start: None,
            report_every: None,
        },
        31 | 32 => Action::AddSurvey(Box::new(NewSurvey { score: 1 + rng.random_range(0..5), ..survey(client) })),
        33 => Action::RemoveSurvey { survey: survey_id },
        34 => Action::SetQuadrant {
            client,
            targets: vec![Target::Contact(channel), Target::Review],
            quadrant: [None, Some(1), Some(4)][rng.random_range(0..3)],
        },
        35 | 36 => {
            let other = clients.last().copied().unwrap_or(client);
            let kind = RelationKind::ALL[rng.random_range(0..4)];
            Action::Relate { client, other, kind, note: Some(word), on: rng.random_bool(0.7) }
        }
        37 => Action::EditTouch {
            touch: touch_id,
            channel: Some(channel),
            direction: Some(Direction::In),
            outcome: Some(outcome),
            at: Some(new_touch.at),
            minutes: Some(Some(5)),
            flag: Some(Some(Flag::Cold)),
            note: Some(Some(word)),
            person: Some(None),
        },
        38 => {
            let kind = PointKind::ALL[rng.random_range(0..3)];
            let verified = rng.random_bool(0.5).then(|| (day, "call".to_owned()));
            Action::EditPoint {
                point,
                value: Some(word),
                label: None,
                kind: Some(kind),
                invalid_since: Some(Some(day)),
                verified,
            }
        }
        39 => Action::RankPoints { client, person: None, order: vec![point] },
        40 => Action::EditAppointment {
            appointment: appointment_id,
            channel: Some(channel),
            start: Some(Moment(now().instant.0 + 7_000)),
            minutes: None,
            place: Some(Some(word)),
            note: None,
            person: None,
        },
        41 => Action::EditLeave { leave, first: today(), last: day, why: Some(word) },
        42 | 43 => Action::OpenComplaint(Box::new(NewComplaint {
            client,
            person: rng.random_bool(0.3).then_some(person),
            kind: ComplaintKind::ALL[rng.random_range(0..5)],
            complex: false,
            opened: Moment(now().instant.0 - 700_000),
            channel: None,
            text: word,
            demand: None,
            cause: None,
            tier: None,
            other: None,
            mediator: None,
            begun: CaseStatus::Registered,
        })),
        44..=47 => Action::LogCase(Box::new(case_event)),
        48 => Action::LogCase(Box::new(NewCaseEvent { corrects: Some(corrected), ..case_event })),
        49 => Action::EditComplaint {
            complaint: case,
            changes: Box::new(ComplaintChanges {
                complex: Some(rng.random_bool(0.5)),
                demand: Some(Some(word)),
                person: Some(None),
                remedy: Some(rng.random_bool(0.7).then(|| money(rng.random_range(0..9)))),
                ..ComplaintChanges::default()
            }),
        },
        50 => Action::AddEvidence(Box::new(NewEvidence {
            complaint: case,
            path: word,
            size: 1,
            sha256: "0".repeat(64),
            note: None,
        })),
        51 => Action::RemoveEvidence { evidence },
        52 => {
            let culture = rng.random_bool(0.5).then(|| "cn".to_owned());
            edit(client, vec![ClientField::Language(Some(Language::Zh)), ClientField::Culture(culture)])
        }
        53 => Action::AddCareDate(Box::new(care(client, &word))),
        54 => Action::EditCareDate { care_date, new: Box::new(NewCareDate { lead: Some(3), ..care(client, &word) }) },
        55 => Action::RemoveCareDate { care_date },
        56 => Action::DoneCare {
            client,
            occasion: [Target::Care(care_date), Target::Anniversary][rng.random_range(0..2)],
            day,
            how: CareDone::ALL[rng.random_range(0..2)],
            touch: rng.random_bool(0.5).then(|| Box::new(new_touch)),
        },
        57 => Action::AddGift(Box::new(NewGift {
            client,
            person: None,
            what: word,
            cost: None,
            on: day.min(today()),
            occasion: None,
            note: None,
        })),
        58 => Action::RemoveGift { gift },
        59 => Action::SetConsent {
            client,
            channel: rng.random_bool(0.5).then_some(channel),
            state: [None, Some(ConsentState::Given), Some(ConsentState::Withdrawn)][rng.random_range(0..3)],
            on: today(),
            how: Some(word),
        },
        60 => {
            let sent = |client: &Id| NewSent {
                touch: touch(*client, Channel::Email),
                subject: Some(word.clone()),
                greets: rng.random_bool(0.5).then_some((Target::Anniversary, day)),
                fulfils: None,
                notes: vec![word.clone()],
            };
            let members = clients.iter().take(2).map(sent).collect();
            let purpose = Purpose::ALL[rng.random_range(0..Purpose::ALL.len())];
            Action::LogSent(Box::new(NewCampaign { template: "greeting".into(), title: word.clone(), purpose, members }))
        }
        61 => Action::UseNotes { client, names: vec![word], at: now().instant },
        _ => Action::Together(vec![log(new_touch), Action::AddTask(Box::new(task(client, &word)))]),
    }
}

#[test]
fn undo_of_redo_is_the_identity_over_a_thousand_random_steps() {
    let mut rng = StdRng::seed_from_u64(20_261_123);
    let mut book = Book::new();
    let mut refused = 0;
    for step in 0..1000 {
        if step % 97 == 0 {
            book.reopen();
        }
        let clients: Vec<Id> = book.store.names().unwrap().into_iter().map(|n| n.id).collect();
        match rng.random_range(0..10) {
            // The newest step goes and comes back.
            0 | 1 => {
                let steps = book.store.history(None, usize::MAX, None).unwrap();
                let partly: Vec<i64> = steps.iter().filter(|o| o.message.id == "did-partly").map(|o| o.op).collect();
                let before = book.dump();
                if let Ok(undone) = book.store.undo(None, &book.now, Face::Tui) {
                    if !partly.contains(&undone.undone) {
                        assert_eq!(undone.left, [], "the newest step can be taken back whole");
                    }
                    book.redo();
                    assert_eq!(book.dump(), before, "step {step}: {:?}", undone.message);
                }
            }
            // Several go and come back.
            2 => {
                let before = book.dump();
                let depth = rng.random_range(1..6);
                let gone = (0..depth).take_while(|_| book.store.undo(None, &book.now, Face::Tui).is_ok()).count();
                for _ in 0..gone {
                    book.redo();
                }
                assert_eq!(book.dump(), before, "step {step}, {gone} deep");
            }
            // Some step in the past, as far as it can be taken back; then it comes back too.
            3 => {
                let ops = book.store.history(None, 60, None).unwrap();
                let undoable: Vec<i64> = ops.iter().filter(|o| o.undoable).map(|o| o.op).collect();
                if !undoable.is_empty() {
                    let op = undoable[rng.random_range(0..undoable.len())];
                    let before = book.dump();
                    match book.store.undo(Some(op), &book.now, Face::Cli) {
                        // What was left stays to be taken back later.
                        Ok(undone) if !undone.left.is_empty() && rng.random_bool(0.8) => {
                            continue;
                        }
                        Ok(_) => {
                            book.redo();
                        }
                        Err(e) => assert_eq!(e.exit(), 4, "{e}"),
                    }
                    assert_eq!(book.dump(), before, "step {step}, op {op}");
                }
            }
            // The newest step goes for good.
            4 => drop(book.store.undo(None, &book.now, Face::Cli)),
            _ => {
                let action = any_action(&mut rng, &book, &clients);
                let before = book.dump();
                match book.try_run(&action) {
                    Ok(_) => {}
                    Err(e) => {
                        refused += 1;
                        assert!((2..=4).contains(&e.exit()), "{action:?}: {e}");
                        assert_eq!(book.dump(), before);
                    }
                }
            }
        }
    }
    assert!(refused < 450 && !book.dump()["client"].is_empty());
    assert_eq!(book.count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    // And at last everything can be taken back, one by one.
    let mut steps = 0;
    while book.store.undo(None, &book.now, Face::Cli).is_ok() {
        steps += 1;
    }
    let left: usize = book.dump().iter().filter(|(table, _)| *table != "setting").map(|(_, rows)| rows.len()).sum();
    assert_eq!(left, 0, "after {steps} steps back: {:?}", book.store.undo(None, &book.now, Face::Cli));
}

#[test]
fn steps_taken_back_in_part_come_back_in_parts_and_go_in_the_end() {
    let mut rng = StdRng::seed_from_u64(7);
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let mut parts = 0;
    for round in 0..300 {
        let word = || Some(format!("w{round}"));
        let fields = [ClientField::Size(word()), ClientField::Region(word()), ClientField::Need(word())];
        match rng.random_range(0..4) {
            0 | 1 => {
                let some: Vec<ClientField> = fields.into_iter().filter(|_| rng.random_bool(0.6)).collect();
                let _ = book.try_run(&edit(client, some));
            }
            2 => {
                let ops = book.store.history(None, usize::MAX, None).unwrap();
                let ops: Vec<i64> = ops.iter().filter(|o| o.undoable).map(|o| o.op).take(8).collect();
                let before = book.dump();
                // Up to three steps of the past, one after the other, in whatever order; then all of it comes back.
                let gone = (0..3)
                    .filter(|_| match book.store.undo(Some(ops[rng.random_range(0..ops.len())]), &now(), Face::Cli) {
                        Ok(undone) => {
                            parts += usize::from(!undone.left.is_empty());
                            true
                        }
                        Err(e) => {
                            assert_eq!(e.exit(), 4, "{e}");
                            false
                        }
                    })
                    .count();
                if rng.random_bool(0.5) {
                    for _ in 0..gone {
                        book.redo();
                    }
                    assert_eq!(book.dump(), before, "round {round}");
                }
            }
            _ => {
                if book.dump()["client"].len() == 1
                    && book.store.history(None, usize::MAX, None).unwrap().iter().filter(|o| o.undoable).count() > 1
                {
                    book.undo();
                }
            }
        }
        if book.dump()["client"].is_empty() {
            book.redo();
        }
    }
    assert!(parts > 20, "{parts}");
    while book.store.undo(None, &now(), Face::Cli).is_ok() {}
    let left: usize = book.dump().iter().filter(|(table, _)| *table != "setting").map(|(_, rows)| rows.len()).sum();
    assert_eq!(left, 0);
}
