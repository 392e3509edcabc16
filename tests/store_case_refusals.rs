//! What is refused of cases and in which words, and what another program may have put into their tables.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use rusqlite::types::Value;
use store_kit::case::*;
use store_kit::*;
use touchbase::domain::action::*;
use touchbase::domain::complaint::Rating;
use touchbase::domain::day::Moment;
use touchbase::domain::id::Id;
use touchbase::domain::words::CaseEventKind::*;
use touchbase::domain::words::*;

#[test]
fn every_refusal_has_its_kind_and_its_words() {
    let mut book = Book::new();
    let (client, other) = (book.add("Delta Foods"), book.add("Lotus Spa"));
    let stranger = book.store.detail(other).unwrap().unwrap().people[0].id;
    let good = open_new(client);
    let invisible = "\u{200b}\u{2060}\u{feff} \u{3164}";
    let long = "长".repeat(100_001);
    for (new, expected) in [
        (NewComplaint { client: Id(7), ..good.clone() }, (3, "refused-no-client")),
        (NewComplaint { person: Some(stranger), ..good.clone() }, (3, "refused-no-person")),
        (NewComplaint { other: Some(Id(7)), ..good.clone() }, (3, "refused-no-client")),
        (NewComplaint { other: Some(client), ..good.clone() }, (4, "refused-relate-itself")),
        (NewComplaint { text: invisible.into(), ..good.clone() }, (2, "refused-empty-text")),
        (NewComplaint { text: "a\0b".into(), ..good.clone() }, (2, "refused-nul")),
        (NewComplaint { text: long.clone(), ..good.clone() }, (2, "refused-long")),
        (NewComplaint { demand: Some("a\0b".into()), ..good.clone() }, (2, "refused-nul")),
        (NewComplaint { cause: Some(long.clone()), ..good.clone() }, (2, "refused-long")),
        (NewComplaint { mediator: Some("a\0b".into()), ..good.clone() }, (2, "refused-nul")),
        (NewComplaint { channel: Some(Channel::Unknown), ..good.clone() }, (2, "refused-channel")),
        (NewComplaint { opened: Moment(i64::MAX), ..good.clone() }, (4, "refused-case-ahead")),
        (NewComplaint { opened: Moment(book.now.instant.0 + 400), ..good.clone() }, (4, "refused-case-ahead")),
    ] {
        assert_eq!(book.refused(&open(new.clone())), expected, "{:?}", (new.other, new.opened, new.text.chars().next()));
    }
    // What is hostile but text is kept as it is.
    let text = format!("{}\u{1b}[2J\u{202e}{}", "长".repeat(50_000), "x".repeat(49_000));
    let case = made(&book.run(&open(NewComplaint { text: text.clone(), ..good.clone() })), "complaint");
    assert_eq!(row(&book, client, case).text, text);
    let year_1900 = Moment(-2_208_988_800 + 86_400);
    book.run(&open(NewComplaint { opened: year_1900, ..good }));

    let at = event(case, Acknowledge, back(70));
    let rated = |kind| NewCaseEvent { rating: Some(Rating::Mark(3)), ..event(case, kind, back(70)) };
    let promise = |kind| NewCaseEvent { promised: Some(back(-90)), ..event(case, kind, back(70)) };
    for (new, expected) in [
        (NewCaseEvent { complaint: Id(7), ..at.clone() }, (3, "refused-no-complaint")),
        (NewCaseEvent { text: Some("a\0b".into()), ..at.clone() }, (2, "refused-nul")),
        (NewCaseEvent { text: Some(long.clone()), ..at.clone() }, (2, "refused-long")),
        (NewCaseEvent { minutes: Some(-1), ..at.clone() }, (2, "refused-minutes")),
        (NewCaseEvent { minutes: Some(i64::MAX), ..at.clone() }, (2, "refused-minutes")),
        (NewCaseEvent { channel: Some(Channel::Unknown), ..at.clone() }, (2, "refused-channel")),
        (NewCaseEvent { at: Moment(i64::MAX), ..at.clone() }, (4, "refused-case-ahead")),
        (NewCaseEvent { at: Moment(i64::MIN), ..at.clone() }, (4, "refused-before-opened")),
        (NewCaseEvent { at: Moment(back(72).0 - 1), ..at.clone() }, (4, "refused-before-opened")),
        (NewCaseEvent { promised: Some(back(70)), ..at.clone() }, (2, "refused-promised")),
        (promise(Attempt), (2, "refused-promise-kind")),
        (promise(Note), (2, "refused-promise-kind")),
        (promise(Resolve), (2, "refused-promise-kind")),
        (NewCaseEvent { text: Some(invisible.into()), ..event(case, Note, back(70)) }, (2, "refused-empty-text")),
        (NewCaseEvent { text: None, ..event(case, Note, back(70)) }, (2, "refused-empty-text")),
        (rated(Acknowledge), (2, "refused-rating")),
        (rated(Resolve), (2, "refused-rating")),
        (NewCaseEvent { corrects: Some(Id(7)), ..at.clone() }, (4, "refused-corrected")),
        (NewCaseEvent { corrects: Some(case), ..at.clone() }, (4, "refused-corrected")),
        (event(case, Resume, back(70)), (4, "case-not-waiting")),
        (event(case, Reject, back(70)), (4, "case-not-proposed")),
        (event(case, FollowUp, back(70)), (4, "case-unsettled")),
        (rated(Close), (4, "case-unsettled")),
        (event(case, Reopen, back(70)), (4, "case-open-already")),
    ] {
        assert_eq!(book.refused(&log_case(new.clone())), expected, "{:?} {:?}", new.kind, new.at);
    }
    // An event of another case takes no place here.
    let second = made(&book.run(&open(open_new(other))), "complaint");
    let elsewhere = made(&book.run(&log_case(event(second, Note, back(70)))), "complaint_event");
    assert_eq!(book.refused(&log_case(NewCaseEvent { corrects: Some(elsewhere), ..at.clone() })), (4, "refused-corrected"));
    let first = made(&book.run(&log_case(at.clone())), "complaint_event");
    book.run(&log_case(NewCaseEvent { corrects: Some(first), ..at.clone() }));
    assert_eq!(book.refused(&log_case(NewCaseEvent { corrects: Some(first), ..at })), (4, "refused-corrected"));
    book.run(&log_case(event(case, Waiting, back(60))));
    assert_eq!(book.refused(&log_case(event(case, Waiting, back(59)))), (4, "case-waiting-already"));
    book.run(&log_case(event(case, Resolve, back(50))));
    assert_eq!(book.refused(&log_case(event(case, Propose, back(49)))), (4, "case-settled"));
    assert_eq!(book.refused(&log_case(event(case, Resolve, back(49)))), (4, "case-settled"));
    assert_eq!(book.refused(&log_case(event(case, Close, back(49)))), (4, "case-unrated"));
    // Back-dated so that what was written for later could not have happened.
    let middle = event(case, Resume, back(55));
    book.run(&log_case(middle));
    assert_eq!(book.refused(&log_case(event(case, Resolve, back(58)))), (4, "case-later"));
    book.run(&log_case(NewCaseEvent { rating: Some(Rating::Mark(5)), ..event(case, Close, back(40)) }));
    assert_eq!(book.refused(&log_case(event(case, Acknowledge, back(39)))), (4, "case-closed"));
    assert_eq!(book.refused(&log_case(event(case, Attempt, back(39)))), (4, "case-closed"));
    book.run(&log_case(event(case, Note, back(39))));

    let edit = |change: &dyn Fn(&mut Action)| {
        let mut action = edit_case(case);
        change(&mut action);
        action
    };
    macro_rules! changed {
        ($field:ident, $value:expr) => {
            edit(&|action| {
                if let Action::EditComplaint { changes, .. } = action {
                    changes.$field = $value;
                }
            })
        };
    }
    for (action, expected) in [
        (edit_case(Id(7)), (3, "refused-no-complaint")),
        (edit_case(case), (2, "refused-nothing")),
        (changed!(channel, Some(Some(Channel::Unknown))), (2, "refused-channel")),
        (changed!(text, Some(invisible.to_owned())), (2, "refused-empty-text")),
        (changed!(demand, Some(Some("a\0b".to_owned()))), (2, "refused-nul")),
        (changed!(cause, Some(Some("a\0b".to_owned()))), (2, "refused-nul")),
        (changed!(mediator, Some(Some("a\0b".to_owned()))), (2, "refused-nul")),
        (changed!(remedy, Some(Some(money(-1)))), (2, "refused-remedy")),
        (changed!(person, Some(Some(stranger))), (3, "refused-no-person")),
        (changed!(other, Some(Some(client))), (4, "refused-relate-itself")),
        (changed!(other, Some(Some(Id(7)))), (3, "refused-no-client")),
        (changed!(opened, Some(Moment(i64::MAX))), (4, "refused-case-ahead")),
        (changed!(opened, Some(back(69))), (4, "refused-opened-late")),
    ] {
        assert_eq!(book.refused(&action), expected, "{action:?}");
    }

    let proof = NewEvidence { complaint: case, path: "a.pdf".into(), size: 1, sha256: "0".repeat(64), note: None };
    for (new, expected) in [
        (NewEvidence { complaint: Id(7), ..proof.clone() }, (3, "refused-no-complaint")),
        (NewEvidence { path: invisible.into(), ..proof.clone() }, (2, "refused-empty-path")),
        (NewEvidence { path: "a\0b".into(), ..proof.clone() }, (2, "refused-nul")),
        (NewEvidence { note: Some("a\0b".into()), ..proof.clone() }, (2, "refused-nul")),
        (NewEvidence { size: -1, ..proof.clone() }, (2, "refused-evidence")),
        (NewEvidence { sha256: "0".repeat(63), ..proof.clone() }, (2, "refused-evidence")),
        (NewEvidence { sha256: "g".repeat(64), ..proof }, (2, "refused-evidence")),
    ] {
        assert_eq!(book.refused(&Action::AddEvidence(Box::new(new))), expected);
    }
    let plan = NewImprovement { cause: "price".into(), text: "ask first".into(), owner: None, due: None };
    for (new, expected) in [
        (NewImprovement { text: invisible.into(), ..plan.clone() }, (2, "refused-empty-text")),
        (NewImprovement { cause: " ".into(), ..plan.clone() }, (2, "refused-no-cause")),
        (NewImprovement { owner: Some("a\0b".into()), ..plan }, (2, "refused-nul")),
    ] {
        assert_eq!(book.refused(&Action::AddImprovement(Box::new(new))), expected);
    }
    assert_eq!(book.refused(&Action::DoneImprovement { improvement: Id(7) }), (3, "refused-no-improvement"));
}

#[test]
fn what_other_programs_wrote_into_a_case_is_read_all_the_same() {
    let (mut book, client, case) = with_case();
    for kind in [Acknowledge, Waiting, Resume, Propose, Reject, Resolve, Reopen] {
        book.run(&log_case(event(case, kind, back(60))));
    }
    let lines = "UPDATE complaint SET opened = -9223372036854775808, no = 9223372036854775807, response_hours = -5;
                 UPDATE complaint_event SET at = 9223372036854775807 WHERE kind = 'resume';
                 UPDATE complaint_event SET at = -9223372036854775808, promised = 9223372036854775807 WHERE kind = 'propose';
                 UPDATE complaint_event SET corrects = id WHERE kind = 'reject';
                 UPDATE complaint_event SET corrects = (SELECT id FROM complaint_event WHERE kind = 'reopen') WHERE kind = 'resolve';
                 UPDATE complaint_event SET corrects = (SELECT id FROM complaint_event WHERE kind = 'resolve') WHERE kind = 'reopen';";
    book.sql.execute("UPDATE current_op SET op = 1", []).unwrap();
    book.sql.execute_batch(lines).unwrap();
    for at in [Moment(-2_208_900_000), now().instant, Moment(7_289_654_399)] {
        let snapshot = snapshot(&book, at);
        let found = snapshot.case(client, case).unwrap();
        let readings = snapshot.readings(found, &snapshot.now);
        assert!(readings.first.unwrap().used.is_finite());
        assert!(book.store.case_detail(case, at).unwrap().is_some());
    }
    // Such a log takes new events like any other, and numbers do not count on from where nobody ever was.
    book.run(&log_case(event(case, Note, back(50))));
    let next = made(&book.run(&open(open_new(client))), "complaint");
    assert_eq!(row(&book, client, next).no, 1);
}

#[test]
fn the_tables_of_cases_are_strict_and_tied_to_their_case() {
    let (mut book, _, case) = with_case();
    let done = book.run(&log_case(NewCaseEvent { channel: Some(Channel::Call), ..event(case, Acknowledge, back(70)) }));
    book.sql.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    for sql in [
        "DELETE FROM complaint",
        "DELETE FROM client",
        "DELETE FROM touch",
        "UPDATE complaint_event SET score = 6",
        "UPDATE complaint_event SET kind = 'shout'",
        "UPDATE complaint_event SET at = 'noon'",
        "UPDATE complaint SET other_id = client_id",
        "UPDATE complaint SET remedy = 5",
        "UPDATE complaint SET kind = 'praise'",
        "UPDATE complaint SET policy_id = 7",
    ] {
        assert!(book.sql.execute_batch(sql).is_err(), "{sql}");
    }
    let strict = "SELECT count(*) FROM pragma_table_list WHERE strict AND name IN ('complaint', 'complaint_event', 'evidence', 'improvement')";
    assert_eq!(book.count(strict), 4);
    assert!(done.op.is_some());
    assert_eq!(book.one("PRAGMA integrity_check"), Value::Text("ok".into()));
}
