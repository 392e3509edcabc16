//! Cases in the file (S39, S77 to S82): carried out, refused, corrected, taken back in any order, read as of a moment, and measured under
//! the terms they were opened under.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use store_kit::case::*;
use store_kit::*;
use touchbase::domain::action::*;
use touchbase::domain::complaint::Rating;
use touchbase::domain::day::Moment;
use touchbase::domain::id::Id;
use touchbase::domain::message::{Arg, Message};
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::policy;
use touchbase::domain::target::Target;
use touchbase::domain::words::CaseEventKind::*;
use touchbase::domain::words::*;
use touchbase::portfolio::{Case, Snapshot, Stand};

fn local(at: Moment) -> String {
    at.local(now().zone).format("%a %m-%d %H:%M").to_string()
}

/// First response and solution: due, met.
fn read(book: &Book, case: Id, instant: Moment) -> [(String, Option<bool>); 2] {
    let snapshot = snapshot(book, instant);
    let case = snapshot.cases().find(|c| c.row.id == case).unwrap();
    let readings = snapshot.readings(case, &snapshot.now);
    [readings.first, readings.solution].map(|r| r.map(|r| (local(r.due), r.met)).unwrap())
}

#[test]
fn s077_every_action_on_a_case_is_one_step_there_and_back() {
    let mut book = Book::new();
    let (client, other) = (book.add("Delta Foods"), book.add("Lotus Spa"));
    let person = book.store.detail(client).unwrap().unwrap().people[0].id;
    let full = NewComplaint {
        person: Some(person),
        kind: ComplaintKind::Conflict,
        complex: true,
        demand: Some("a reprint".into()),
        cause: Some("quality".into()),
        other: Some(other),
        mediator: Some("the fair's office".into()),
        ..open_new(client)
    };
    let done = book.there_and_back(&open(full));
    assert_eq!((done.message.id, done.clients.as_slice()), ("did-open-conflict", [client, other].as_slice()));
    assert!(done.message.args.contains(&("no", Arg::Number(1))));
    let case = made(&done, "complaint");
    let found = row(&book, client, case);
    assert_eq!((found.no, found.complex, found.other, found.person), (1, true, Some(other), Some(person)));
    for (kind, id) in [
        (ComplaintKind::Complaint, "did-open-complaint"),
        (ComplaintKind::Enquiry, "did-open-enquiry"),
        (ComplaintKind::Support, "did-open-support"),
        (ComplaintKind::Suggestion, "did-open-suggestion"),
    ] {
        assert_eq!(book.there_and_back(&open(NewComplaint { kind, ..open_new(client) })).message.id, id);
    }
    let mut hours = 70;
    let mut log = |book: &mut Book, kind, rating, id| {
        hours -= 1;
        let new = NewCaseEvent { rating, text: Some(" said ".into()), ..event(case, kind, back(hours)) };
        let done = book.there_and_back(&log_case(new));
        assert_eq!(done.message.id, id);
        assert!(done.message.args.contains(&("no", Arg::Number(1))), "{:?}", done.message);
    };
    log(&mut book, Attempt, None, "did-case-attempt");
    log(&mut book, Acknowledge, None, "did-case-acknowledge");
    log(&mut book, Note, None, "did-case-note");
    log(&mut book, Waiting, None, "did-case-waiting");
    log(&mut book, Resume, None, "did-case-resume");
    log(&mut book, Propose, None, "did-case-propose");
    log(&mut book, Reject, None, "did-case-reject");
    log(&mut book, Resolve, None, "did-case-resolve");
    log(&mut book, FollowUp, None, "did-case-follow-up");
    log(&mut book, Close, Some(Rating::Mark(2)), "did-case-close-marked");
    log(&mut book, Reopen, None, "did-case-reopen");
    log(&mut book, Resolve, None, "did-case-resolve");
    log(&mut book, Close, Some(Rating::Unreachable), "did-case-close");
    let evidence = NewEvidence {
        complaint: case,
        path: "/tmp/proof.pdf".into(),
        size: 12,
        sha256: "AB".repeat(32),
        note: Some("page 3".into()),
    };
    let done = book.there_and_back(&Action::AddEvidence(Box::new(evidence)));
    assert_eq!(done.message.id, "did-add-evidence");
    let kept = made(&done, "evidence");
    let detail = book.store.case_detail(case, book.now.instant).unwrap().unwrap();
    assert_eq!(detail.evidence[0].sha256, "ab".repeat(32), "the same hash however it was typed");
    assert_eq!(book.there_and_back(&Action::RemoveEvidence { evidence: kept }).message.id, "did-remove-evidence");
    assert_eq!(book.refused(&Action::RemoveEvidence { evidence: kept }), (3, "refused-no-evidence"));
    let Action::EditComplaint { complaint, .. } = edit_case(case) else { unreachable!() };
    let edit = Action::EditComplaint {
        complaint,
        changes: Box::new(ComplaintChanges {
            kind: Some(ComplaintKind::Support),
            complex: Some(false),
            opened: Some(back(80)),
            channel: Some(None),
            text: Some(" other words ".into()),
            demand: Some(None),
            cause: Some(Some("price".into())),
            person: Some(None),
            other: Some(None),
            mediator: Some(None),
            remedy: Some(Some(Money { minor: 12_345, currency: Currency::CNY })),
        }),
    };
    assert_eq!(book.there_and_back(&edit).message.id, "did-edit-complaint");
    let found = row(&book, client, case);
    assert_eq!((found.text.as_str(), found.opened, found.other), ("other words", back(80), None));
    assert!(book.run(&edit).op.is_none(), "the same again is no step");
    let improvement =
        NewImprovement { cause: "quality".into(), text: "two read every proof".into(), owner: None, due: Some(today()) };
    let done = book.there_and_back(&Action::AddImprovement(Box::new(improvement)));
    let improvement = made(&done, "improvement");
    let edit = Action::EditImprovement {
        improvement,
        cause: None,
        text: Some("three read it".into()),
        owner: Some(Some("Li".into())),
        due: Some(None),
    };
    book.there_and_back(&edit);
    book.there_and_back(&Action::DoneImprovement { improvement });
    // And at last everything can be taken back, one by one, also by a program started anew.
    book.reopen();
    while book.store.undo(None, &book.now, Face::Cli).is_ok() {}
    let left: usize = book.dump().iter().filter(|(table, _)| *table != "setting").map(|(_, rows)| rows.len()).sum();
    assert_eq!(left, 0);
}

#[test]
fn s078_an_answer_is_a_contact_too_and_both_go_and_come_together() {
    let (mut book, client, case) = with_case();
    let touches = |book: &Book| {
        let mut all: Vec<_> = book.rows(client).touches.iter().map(|t| (t.channel, t.outcome, t.at)).collect();
        all.sort_by_key(|t| t.2);
        all
    };
    let call = |kind, hours| NewCaseEvent { channel: Some(Channel::Call), minutes: Some(12), ..event(case, kind, back(hours)) };
    book.there_and_back(&log_case(call(Attempt, 71)));
    let answered = book.there_and_back(&log_case(call(Acknowledge, 70)));
    assert_eq!(touches(&book), [(Channel::Call, Outcome::NoAnswer, back(71)), (Channel::Call, Outcome::Reached, back(70))]);
    // Without a channel nobody knows how they spoke; what the client says or does is no contact made by the user.
    book.there_and_back(&log_case(event(case, Propose, back(69))));
    book.there_and_back(&log_case(call(Reject, 68)));
    assert_eq!(touches(&book).len(), 2);
    // A correction takes the contact along: when it was, how, and whether they were reached.
    let first = made(&answered, "complaint_event");
    let moved = NewCaseEvent { corrects: Some(first), channel: Some(Channel::Message), ..call(Acknowledge, 69) };
    let corrected = book.there_and_back(&log_case(NewCaseEvent { at: Moment(back(70).0 + 60), ..moved }));
    assert_eq!(corrected.message.id, "did-case-correct");
    assert_eq!(touches(&book)[1], (Channel::Message, Outcome::Reached, Moment(back(70).0 + 60)));
    // It never took place: the answer is withdrawn, and the contact with it.
    let second = made(&corrected, "complaint_event");
    let withdrawn = NewCaseEvent { corrects: Some(second), ..event(case, Note, back(70)) };
    let note = book.there_and_back(&log_case(withdrawn));
    assert_eq!(touches(&book).len(), 1);
    book.undo();
    assert_eq!(touches(&book).len(), 2);
    // One that was noted on says something of its own.
    let touch = Id(book.count("SELECT id FROM touch WHERE outcome = 'reached'"));
    book.run(&Action::NoteTouch { touch, note: "she was calm".into() });
    let withdrawn = NewCaseEvent { corrects: Some(second), ..event(case, Note, back(70)) };
    book.there_and_back(&log_case(withdrawn));
    assert_eq!(touches(&book).len(), 2);
    assert!(note.op.is_some());
    // An event that others hang on stays until they are gone.
    let refused = book.store.undo(answered.op, &book.now, Face::Cli).unwrap_err();
    assert_eq!(refused.exit(), 4);
}

#[test]
fn s078_a_contact_in_a_case_is_with_its_person_and_keeps_what_was_agreed() {
    let (mut book, client, case) = with_case();
    let (name, points) = ("Ms Bei".to_owned(), Vec::new());
    let person = book.run(&Action::AddPerson { client, name, role: None, points, birthday: None, note: None });
    let person = made(&person, "person");
    let changes = Box::new(ComplaintChanges { person: Some(Some(person)), ..ComplaintChanges::default() });
    book.run(&Action::EditComplaint { complaint: case, changes });
    let agreed = made(&book.run(&appointment(client, Channel::Call, Moment(now().instant.0 + 1800))), "appointment");
    let call = |kind| NewCaseEvent { channel: Some(Channel::Call), fulfils: Some(agreed), ..event(case, kind, back(1)) };
    book.there_and_back(&log_case(call(Attempt)));
    assert_eq!(book.rows(client).appointments.len(), 1, "nobody answered: it is still to come");
    book.there_and_back(&log_case(call(Acknowledge)));
    assert_eq!(book.count("SELECT count(*) FROM appointment WHERE ended IS NULL"), 0);
    assert_eq!(book.count("SELECT count(*) FROM touch WHERE outcome = 'reached' AND person_id IS NOT NULL"), 1);
    assert_eq!(book.refused(&log_case(call(Propose))), (4, "refused-appointment-over"));
}

#[test]
fn s141_a_conflict_warns_on_both_pages_and_only_it_has_another_side() {
    let (mut book, client, case) = with_case();
    let other = book.add("The other side");
    let edit = |kind, other| {
        let changes = Box::new(ComplaintChanges { kind, other, ..ComplaintChanges::default() });
        Action::EditComplaint { complaint: case, changes }
    };
    assert_eq!(book.refused(&edit(None, Some(Some(other)))), (4, "refused-not-conflict"));
    let relations = "SELECT count(*) FROM client_relation WHERE kind = 'conflict' AND ended IS NULL";
    book.there_and_back(&edit(Some(ComplaintKind::Conflict), Some(Some(other))));
    let again = edit(None, Some(Some(other)));
    book.run(&again);
    assert_eq!(book.count(relations), 1, "they are in conflict once");
    book.there_and_back(&edit(Some(ComplaintKind::Complaint), None));
    assert_eq!(book.count("SELECT count(*) FROM complaint WHERE other_id IS NOT NULL"), 0);
    let new = NewComplaint { other: Some(client), ..open_new(other) };
    assert_eq!(book.refused(&open(new)), (4, "refused-not-conflict"));
}

#[test]
fn s081_asked_in_vain_is_no_contact_and_no_word_to_the_client() {
    let (mut book, client, case) = with_case();
    book.run(&log_case(NewCaseEvent { channel: Some(Channel::Email), ..event(case, Resolve, back(60)) }));
    let vain =
        NewCaseEvent { channel: Some(Channel::Call), rating: Some(Rating::Unreachable), ..event(case, FollowUp, back(10)) };
    book.there_and_back(&log_case(vain));
    let touch = book.rows(client).touches.iter().max_by_key(|t| t.at).unwrap().outcome;
    assert_eq!(touch, Outcome::NoAnswer);
    let progress = row(&book, client, case).progress(now().instant);
    assert_eq!(
        (progress.status, progress.heard, progress.rating),
        (CaseStatus::FollowedUp, back(60), Some(Rating::Unreachable))
    );
    book.there_and_back(&log_case(event(case, Close, back(9))));
}

#[test]
fn a_case_with_a_log_stays_and_numbers_count_on() {
    let (mut book, client, case) = with_case();
    let opening = book.store.history(None, 1, None).unwrap()[0].op;
    book.run(&log_case(event(case, Note, back(70))));
    let refused = book.store.undo(Some(opening), &book.now, Face::Cli).unwrap_err();
    assert_eq!(refused.exit(), 4);
    let second = book.run(&open(open_new(client)));
    assert_eq!(row(&book, client, made(&second, "complaint")).no, 2);
    // One taken back never was: its number is free again.
    book.undo();
    let again = book.run(&open(open_new(client)));
    assert_eq!(row(&book, client, made(&again, "complaint")).no, 2);
    let third = book.run(&open(open_new(client)));
    assert_eq!(book.store.undo(again.op, &book.now, Face::Cli).unwrap().left, []);
    let fourth = book.run(&open(open_new(client)));
    let numbers: Vec<i64> = [&third, &fourth].map(|done| row(&book, client, made(done, "complaint")).no).into_iter().collect();
    assert_eq!(numbers, [3, 4], "a number within the row is not given again");
}

#[test]
fn s082_an_event_taken_back_out_of_order_leaves_the_rest_readable() {
    let (mut book, client, case) = with_case();
    let offered = book.run(&log_case(event(case, Propose, back(70))));
    let refused = book.run(&log_case(event(case, Reject, back(60))));
    let before = book.dump();
    let undone = book.store.undo(offered.op, &book.now, Face::Cli).unwrap();
    assert_eq!((undone.left.as_slice(), undone.clients.as_slice()), ([].as_slice(), [client].as_slice()));
    let progress = row(&book, client, case).progress(now().instant);
    assert_eq!((progress.status, progress.refusals), (CaseStatus::Registered, 0));
    assert_eq!(progress.ignored.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [made(&refused, "complaint_event")]);
    // What cannot be read does not stand in the way of what is written now.
    book.there_and_back(&log_case(event(case, Acknowledge, back(50))));
    assert_eq!(row(&book, client, case).progress(now().instant).status, CaseStatus::Acknowledged);
    book.undo();
    book.reopen();
    book.store.undo(refused.op, &book.now, Face::Cli).unwrap();
    assert!(row(&book, client, case).events.is_empty());
    book.redo();
    book.redo();
    assert_eq!(book.store.redo(&book.now, Face::Cli).unwrap_err().exit(), 1);
    assert_ne!(book.dump(), before, "what was taken back before another action stays so");
}

#[test]
fn changes_made_since_are_left_and_named() {
    let (mut book, client, case) = with_case();
    let Action::EditComplaint { complaint, .. } = edit_case(case) else { unreachable!() };
    let edit = |cause: &str, demand: Option<&str>, remedy: Option<i64>| Action::EditComplaint {
        complaint,
        changes: Box::new(ComplaintChanges {
            cause: Some(Some(cause.into())),
            demand: demand.map(|d| Some(d.into())),
            remedy: remedy.map(|minor| Some(money(minor))),
            ..ComplaintChanges::default()
        }),
    };
    let first = book.run(&edit("quality", Some("a reprint"), Some(5_000)));
    book.run(&edit("price", None, Some(6_000)));
    let undone = book.store.undo(first.op, &book.now, Face::Cli).unwrap();
    let fields: Vec<&Arg> =
        undone.left.iter().flat_map(|m| &m.args).filter(|(name, _)| *name == "field").map(|(_, a)| a).collect();
    let field = |id| Arg::Message(Message::new(id).into());
    assert_eq!(fields, [&field("field-cause"), &field("field-remedy")], "{:?}", undone.left);
    let found = row(&book, client, case);
    assert_eq!((found.cause.as_deref(), found.remedy), (Some("price"), Some(money(6_000))));
    assert_eq!(book.store.case_detail(case, now().instant).unwrap().unwrap().demand, None);
}

#[test]
fn who_leaves_the_client_leaves_the_case_behind() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let person = book.store.detail(client).unwrap().unwrap().people[0].id;
    let done = book.run(&open(NewComplaint { person: Some(person), ..open_new(client) }));
    book.there_and_back(&Action::RemovePerson { person });
    assert_eq!(row(&book, client, made(&done, "complaint")).person, None);
}

#[test]
fn s020_a_case_is_never_put_off_but_may_have_its_own_quadrant() {
    let (mut book, client, case) = with_case();
    let other = book.add("Lotus Spa");
    let target = Target::Complaint(case);
    let snooze = Action::Snooze { client, targets: vec![target], until: today().plus(3) };
    assert_eq!(book.refused(&snooze), (4, "refused-snooze-case"));
    book.there_and_back(&Action::SetQuadrant { client, targets: vec![target], quadrant: Some(3) });
    let wrong = Action::SetQuadrant { client: other, targets: vec![target], quadrant: Some(3) };
    assert_eq!(book.refused(&wrong), (3, "refused-no-complaint"));
}

/// The shipped text with other limits.
fn policy_with(changes: &[(&str, &str)]) -> Action {
    let text = changes.iter().fold(policy::AGENCY.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    Action::UsePolicy { name: "own".into(), text }
}

#[test]
fn s074_a_case_keeps_the_terms_it_was_opened_under() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let set = |hours| edit(client, vec![ClientField::ResponseHours(hours)]);
    // Friday 9:04; nothing was chosen yet.
    let shipped = made(&book.run(&open(open_new(client))), "complaint");
    let at = now().instant;
    let friday = ("Fri 11-20 11:04".to_owned(), Some(false));
    assert_eq!(read(&book, shipped, at)[0], friday);
    // A policy chosen in mid-case counts for new cases only, also after the file was closed.
    book.run(&policy_with(&[("first_response = \"2h business\"", "first_response = \"4h business\"")]));
    book.reopen();
    assert_eq!(read(&book, shipped, at)[0], friday);
    let entered_later = made(&book.run(&open(open_new(client))), "complaint");
    assert_eq!(read(&book, entered_later, at)[0].0, "Fri 11-20 13:04", "older than every version: the first one");
    let fresh = NewComplaint { opened: Moment(book.now.instant.0), ..open_new(client) };
    let second = made(&book.run(&open(fresh.clone())), "complaint");
    book.now.instant.0 += 10 * 60;
    book.run(&policy_with(&[("first_response = \"2h business\"", "first_response = \"1h business\"")]));
    let third = made(&book.run(&open(NewComplaint { opened: book.now.instant, ..fresh.clone() })), "complaint");
    // One that the client said ten minutes ago was promised under the rules of then.
    let back_dated = made(&book.run(&open(fresh.clone())), "complaint");
    let at = book.now.instant;
    let due = |book: &Book, case| read(book, case, at)[0].0.clone();
    assert_eq!(
        [second, third, back_dated].map(|case| due(&book, case)),
        ["Mon 11-23 13:04", "Mon 11-23 10:14", "Mon 11-23 13:04"]
    );
    // The client's own agreed time wins, and a later agreement does not matter.
    book.run(&set(Some(6)));
    let agreed = made(&book.run(&open(NewComplaint { opened: at, ..fresh.clone() })), "complaint");
    book.run(&set(Some(1)));
    assert_eq!([agreed, third].map(|case| due(&book, case)), ["Mon 11-23 15:14", "Mon 11-23 10:14"]);
    // A policy taken back leaves the cases that were opened under it whole.
    let policies = book.store.history(None, 50, None).unwrap();
    let used: Vec<i64> = policies.iter().filter(|o| o.message.id.contains("policy")).map(|o| o.op).collect();
    assert_eq!(used.len(), 2);
    assert_eq!(book.store.undo(Some(used[0]), &book.now, Face::Cli).unwrap_err().exit(), 4);
    assert_eq!(due(&book, third), "Mon 11-23 10:14");
}

#[test]
fn s075_limits_go_by_kind_tier_and_complexity_of_the_opening() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let limits = "[[complaints.limit]]\nkind = \"support\"\nfirst_response = \"30m business\"\n\
                  [[complaints.limit]]\ntier = \"A\"\nfirst_response = \"1h business\"\n\
                  [[complaints.limit]]\ncomplex = true\nsolution = \"3d calendar\"\n[plan]\n";
    book.run(&policy_with(&[("[plan]\n", limits)]));
    let opened = book.now.instant;
    let mut first = |kind, tier, complex| {
        let case = book.run(&open(NewComplaint { kind, tier, complex, opened, ..open_new(client) }));
        read(&book, made(&case, "complaint"), opened).map(|r| r.0)
    };
    // Monday 9:04.
    assert_eq!(first(ComplaintKind::Complaint, Some(Tier::A), false), ["Mon 11-23 10:04", "Tue 11-24 09:04"]);
    assert_eq!(first(ComplaintKind::Complaint, Some(Tier::B), true), ["Mon 11-23 11:04", "Thu 11-26 09:04"]);
    assert_eq!(first(ComplaintKind::Support, None, false), ["Mon 11-23 09:34", "Tue 11-24 09:04"]);
    assert_eq!(first(ComplaintKind::Suggestion, None, false), ["Tue 11-24 09:04", "Mon 11-30 09:04"]);
    // The tier of the opening counts, whatever became of the client.
    let case = made(&book.run(&open(NewComplaint { opened, ..open_new(client) })), "complaint");
    book.run(&pin(client, Some(Tier::C)));
    assert_eq!(read(&book, case, opened)[0].0, "Mon 11-23 10:04");
}

#[test]
fn own_leave_stops_a_clock_only_where_the_policy_says_so() {
    for (stops, due) in [("false", "Mon 11-23 11:04"), ("true", "Wed 11-25 11:00")] {
        let mut book = Book::new();
        let client = book.add("Delta Foods");
        book.run(&policy_with(&[("leave_stops = false", &format!("leave_stops = {stops}"))]));
        let opened = book.now.instant;
        let case = made(&book.run(&open(NewComplaint { opened, ..open_new(client) })), "complaint");
        book.run(&Action::AddLeave { first: today(), last: today().plus(1), why: None });
        assert_eq!(read(&book, case, Moment(book.now.instant.0))[0].0, due);
    }
}

#[test]
fn s082_the_book_as_of_a_moment_is_the_book_without_what_came_later() {
    let mut rng = StdRng::seed_from_u64(4);
    let mut compared = 0;
    for _ in 0..6 {
        let mut full = Book::new();
        let clients = [full.add("Delta Foods"), full.add("Lotus Spa")];
        // What was written, in the order it was typed: moments anywhere in the last twenty days.
        let mut written: Vec<(Moment, Action)> = Vec::new();
        let mut cases: Vec<(Id, Moment)> = Vec::new();
        for _ in 0..40 {
            let at = back(rng.random_range(0..480));
            if cases.len() < 4 {
                let opened = back(rng.random_range(240..480));
                let new = NewComplaint { opened, ..open_new(clients[cases.len() % 2]) };
                cases.push((made(&full.run(&open(new.clone())), "complaint"), opened));
                written.push((opened, open(new)));
                continue;
            }
            let (case, _) = cases[rng.random_range(0..cases.len())];
            let kind = CaseEventKind::ALL[rng.random_range(0..CaseEventKind::ALL.len())];
            let rated = matches!(kind, FollowUp | Close) && rng.random_bool(0.7);
            let new = NewCaseEvent {
                rating: rated
                    .then(|| if rng.random_bool(0.3) { Rating::Unreachable } else { Rating::Mark(rng.random_range(1..=5)) }),
                channel: rng.random_bool(0.5).then_some(Channel::Call),
                ..event(case, kind, at)
            };
            if full.try_run(&log_case(new.clone())).is_ok() {
                written.push((at, log_case(new)));
            }
        }
        assert!(written.len() > 8);
        for _ in 0..6 {
            let until = back(rng.random_range(0..480));
            let mut cut = Book::new();
            let twins = [cut.add("Delta Foods"), cut.add("Lotus Spa")];
            let mut known: Vec<(Id, Id)> = Vec::new();
            // By moment, as it happened.
            let mut seen: Vec<&(Moment, Action)> = written.iter().filter(|(at, _)| *at <= until).collect();
            seen.sort_by_key(|(at, action)| (*at, matches!(action, Action::LogCase(_))));
            for (_, action) in seen {
                match action {
                    Action::OpenComplaint(new) => {
                        let twin = twins[usize::from(new.client == clients[1])];
                        let id = made(&cut.run(&open(NewComplaint { client: twin, ..(**new).clone() })), "complaint");
                        let old =
                            cases.iter().find(|(id, at)| *at == new.opened && !known.iter().any(|(k, _)| k == id)).unwrap().0;
                        known.push((old, id));
                    }
                    Action::LogCase(new) => {
                        let complaint = known.iter().find(|(old, _)| *old == new.complaint).unwrap().1;
                        cut.run(&log_case(NewCaseEvent { complaint, ..(**new).clone() }));
                    }
                    _ => unreachable!(),
                }
            }
            let (as_of, alone) = (snapshot(&full, until), snapshot(&cut, until));
            assert_eq!(as_of.cases().count(), known.len());
            for (old, new) in known {
                let find = |book: &Snapshot, id| -> Case { book.cases().find(|c| c.row.id == id).unwrap().clone() };
                let (a, b) = (find(&as_of, old), find(&alone, new));
                assert_eq!(a.progress, b.progress);
                let readings = (as_of.readings(&a, &as_of.now), alone.readings(&b, &alone.now));
                assert_eq!(readings.0, readings.1);
                assert_eq!(readings.0.stand(&a), readings.1.stand(&b));
                compared += 1;
            }
        }
    }
    assert!(compared > 60, "{compared}");
}

#[test]
fn s080_s081_what_a_case_waits_for() {
    let (mut book, _, case) = with_case();
    let said = |book: &mut Book, kind, hours, rating| {
        book.run(&log_case(NewCaseEvent { rating, ..event(case, kind, back(hours)) }));
    };
    let stand = |book: &Book, hours| {
        let snapshot = snapshot(book, back(hours));
        let case = snapshot.cases().next().unwrap().clone();
        (snapshot.readings(&case, &snapshot.now).stand(&case), case.progress.heard)
    };
    assert!(matches!(stand(&book, 71), (Stand::Answer(_), heard) if heard == back(72)));
    // Waiting before anybody answered: the client still waits since it spoke.
    said(&mut book, Waiting, 70, None);
    said(&mut book, Resume, 69, None);
    assert!(matches!(stand(&book, 69), (Stand::Answer(_), heard) if heard == back(72)));
    said(&mut book, Acknowledge, 68, None);
    said(&mut book, Waiting, 67, None);
    assert_eq!(stand(&book, 66), (Stand::Waiting(back(67)), back(68)));
    said(&mut book, Resume, 65, None);
    assert!(matches!(stand(&book, 65), (Stand::Solve(_), heard) if heard == back(65)), "it waits since it did its part");
    said(&mut book, Propose, 64, None);
    said(&mut book, Acknowledge, 63, None);
    assert_eq!(stand(&book, 62), (Stand::Offered(back(64)), back(63)), "offered when it was, not when they last spoke");
    said(&mut book, Reject, 62, None);
    assert!(matches!(stand(&book, 61), (Stand::Solve(_), heard) if heard == back(62)));
    said(&mut book, Resolve, 60, None);
    // Friday 20 November 21:04 + 3 working days.
    assert_eq!(stand(&book, 59).0, Stand::FollowUp(back(60).day(now().zone).plus(5)));
    said(&mut book, FollowUp, 50, None);
    assert_eq!(stand(&book, 49).0, Stand::Close, "asked: the mark is missing");
    said(&mut book, FollowUp, 48, Some(Rating::Mark(2)));
    said(&mut book, Attempt, 47, None);
    said(&mut book, Close, 46, None);
    assert_eq!(stand(&book, 45).0, Stand::Closed);
    said(&mut book, Reopen, 44, None);
    let again = snapshot(&book, back(43));
    let again = again.cases().next().unwrap();
    assert_eq!((again.progress.status, again.progress.attempts, again.progress.rating), (CaseStatus::Acknowledged, 0, None));
    assert_eq!(again.progress.ratings.len(), 1);
    assert!(matches!(stand(&book, 43), (Stand::Solve(_), heard) if heard == back(44)));
}

#[test]
fn s138_a_limit_broken_before_a_reopening_is_remembered_and_the_clock_that_runs_decides() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let mut told = |events: &[(CaseEventKind, i64)]| {
        let new = NewComplaint { opened: back(240), ..open_new(client) };
        let case = made(&book.run(&open(new)), "complaint");
        for (kind, hours) in events {
            book.run(&log_case(event(case, *kind, back(*hours))));
        }
        case
    };
    let again = told(&[(Acknowledge, 239), (Resolve, 100), (Reopen, 1)]);
    let late = told(&[(Acknowledge, 239)]);
    let snapshot = snapshot(&book, now().instant);
    let found = snapshot.case(client, again).unwrap();
    let readings = snapshot.readings(found, &snapshot.now);
    assert_eq!((readings.solution.unwrap().met, readings.broken_before), (None, true));
    assert_eq!(readings.solution_overall().unwrap().met, Some(false), "it counts as broken");
    let items: Vec<_> = snapshot.queue.items.iter().filter(|i| i.kind == ItemKind::Complaint).collect();
    let told: Vec<_> = items.iter().map(|i| (i.target, i.overdue, i.at.is_some(), i.warn.is_some())).collect();
    assert_eq!(told, [(Target::Complaint(late), true, false, false), (Target::Complaint(again), false, true, true)]);
}

#[test]
fn s139_each_time_an_improvement_was_done_is_kept_and_done_again_needs_a_cause_that_came_back() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let new = NewImprovement { cause: "quality".into(), text: "two read it".into(), owner: None, due: None };
    book.now.instant = back(200);
    let improvement = made(&book.run(&Action::AddImprovement(Box::new(new))), "improvement");
    let done = Action::DoneImprovement { improvement };
    book.now.instant = back(150);
    book.there_and_back(&done);
    assert_eq!(book.refused(&done), (4, "refused-improvement-done"));
    book.now.instant = back(100);
    let case =
        |kind, cause: &str| open(NewComplaint { kind, cause: Some(cause.into()), opened: back(100), ..open_new(client) });
    book.run(&case(ComplaintKind::Complaint, "price"));
    book.run(&case(ComplaintKind::Enquiry, "quality"));
    assert_eq!(book.refused(&done), (4, "refused-improvement-done"), "another cause, and nothing that went wrong");
    book.run(&case(ComplaintKind::Complaint, "quality"));
    book.now.instant = back(50);
    book.there_and_back(&done);
    assert_eq!(book.refused(&done), (4, "refused-improvement-done"));
    // As of any moment it stands as it stood then.
    let stood = |hours| {
        let improvements = snapshot(&book, back(hours)).improvements;
        // The clock of the book moves on by a second with each step.
        let done = improvements[0].done().map(|at| (now().instant.0 - at.0 + 1800) / 3600);
        (done, improvements[0].returned.clone(), improvements[0].is_open())
    };
    assert_eq!(stood(160), (None, vec![], true));
    assert_eq!(stood(120), (Some(150), vec![], false));
    assert_eq!(stood(60), (Some(150), vec![3], true));
    assert_eq!(stood(10), (Some(50), vec![], false));
}

#[test]
fn what_was_offered_or_settled_before_a_case_was_taken_over_is_not_measured() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    for begun in CaseStatus::ALL {
        let case = made(&book.run(&open(NewComplaint { begun: *begun, ..open_new(client) })), "complaint");
        let snapshot = snapshot(&book, now().instant);
        let found = snapshot.cases().find(|c| c.row.id == case).unwrap();
        let readings = snapshot.readings(found, &snapshot.now);
        assert_eq!(readings.first.is_some(), *begun == CaseStatus::Registered, "{begun:?}");
        assert_eq!(readings.solution.is_some(), *begun <= CaseStatus::Acknowledged, "{begun:?}");
        let stand = readings.stand(found);
        let expected = match begun {
            CaseStatus::Registered => matches!(stand, Stand::Answer(_)),
            CaseStatus::Acknowledged => matches!(stand, Stand::Solve(_)),
            CaseStatus::Proposed => stand == Stand::Offered(back(72)),
            CaseStatus::Rejected => stand == Stand::Open,
            CaseStatus::Resolved => matches!(stand, Stand::FollowUp(_)),
            CaseStatus::FollowedUp => stand == Stand::Close,
            CaseStatus::Closed => stand == Stand::Closed,
        };
        assert!(expected, "{begun:?}: {stand:?}");
        // A case that was settled begins a round of its own when it comes back.
        if !begun.is_unsettled() {
            book.run(&log_case(event(case, Reopen, back(1))));
            let found = row(&book, client, case);
            assert_eq!(found.progress(now().instant).solution_runs(&found).len(), 1);
        }
    }
}

#[test]
fn an_event_corrected_away_no_longer_holds_the_opening() {
    let (mut book, client, case) = with_case();
    let wrong = made(&book.run(&log_case(event(case, Acknowledge, back(71)))), "complaint_event");
    let mut later = edit_case(case);
    if let Action::EditComplaint { changes, .. } = &mut later {
        changes.opened = Some(back(70));
    }
    assert_eq!(book.refused(&later), (4, "refused-opened-late"));
    book.run(&log_case(NewCaseEvent { corrects: Some(wrong), ..event(case, Acknowledge, back(60)) }));
    book.there_and_back(&later);
    assert_eq!(row(&book, client, case).opened, back(70));
}

#[test]
fn an_event_is_corrected_in_its_place_among_others_of_its_minute() {
    let (mut book, client, case) = with_case();
    let offered = made(&book.run(&log_case(event(case, Propose, back(70)))), "complaint_event");
    book.run(&log_case(event(case, Reject, back(70))));
    let better =
        NewCaseEvent { corrects: Some(offered), text: Some("a reprint by Friday".into()), ..event(case, Propose, back(70)) };
    book.there_and_back(&log_case(better));
    let progress = row(&book, client, case).progress(now().instant);
    assert_eq!((progress.status, progress.offers, progress.ignored.len()), (CaseStatus::Rejected, 1, 0));
}
