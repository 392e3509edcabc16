//! Survey answers, own quadrants, relations between clients, and facts changed after they were written: carried out, refused,
//! taken back, read as of a date.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use store_kit::*;
use touchbase::domain::action::*;
use touchbase::domain::day::{Day, DayStarts, Moment, Now};
use touchbase::domain::facts::ClientFacts;
use touchbase::domain::fold::{FoldContext, WORKED, fold};
use touchbase::domain::id::Id;
use touchbase::domain::message::{Arg, Message};
use touchbase::domain::money::{Currency, Rates};
use touchbase::domain::target::Target;
use touchbase::domain::words::*;

fn add_survey(new: NewSurvey) -> Action {
    Action::AddSurvey(Box::new(new))
}

fn relate(client: Id, other: Id, kind: RelationKind, on: bool) -> Action {
    Action::Relate { client, other, kind, note: Some("same pitch in May".into()), on }
}

/// The client as the fold sees it at a moment.
fn facts_at(book: &Book, client: Id, instant: Moment) -> ClientFacts {
    let rates = Rates::new();
    let now = Now { instant, zone: book.now.zone };
    let ctx = FoldContext {
        now,
        half_life: 182.0,
        meeting_satisfies_visit: false,
        greetings_count: false,
        currency: Currency::CNY,
        rates: &rates,
        days: DayStarts::of_last(WORKED, &now),
        booked: true,
    };
    fold(&book.rows(client), &ctx)
}

fn facts(book: &Book, client: Id) -> ClientFacts {
    facts_at(book, client, book.now.instant)
}

fn scores(facts: &ClientFacts) -> Vec<u8> {
    facts.surveys.iter().map(|s| s.score).collect()
}

#[test]
fn s044_a_survey_answer_is_kept_with_its_reasons_and_taken_back() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let person = book.store.detail(client).unwrap().unwrap().people[0].id;
    let new = NewSurvey { person: Some(person), note: Some("asked in passing".into()), ..survey(client) };
    let done = book.there_and_back(&add_survey(new.clone()));
    assert_eq!(done.message.id, "did-add-nps");
    assert!(done.message.args.contains(&("score", Arg::Number(9))));
    let row = &facts(&book, client).surveys[0];
    assert_eq!((row.kind, row.score, row.on), (SurveyKind::Nps, 9, today()));
    assert_eq!(row.reasons, ["quick answers", "good print"]);
    let detail = book.store.detail(client).unwrap().unwrap();
    let said = &detail.surveys[0];
    assert_eq!((said.id, said.person, said.channel), (row.id, Some(person), Some(Channel::Call)));
    assert_eq!(said.note.as_deref(), Some("asked in passing"));

    let csat = NewSurvey { kind: SurveyKind::Csat, score: 2, reasons: vec![" ".into()], ..survey(client) };
    let done = book.there_and_back(&add_survey(csat));
    assert_eq!(done.message.id, "did-add-csat");
    let survey = facts(&book, client).surveys[0].id;
    assert!(facts(&book, client).surveys[0].reasons.is_empty());
    let gone = book.there_and_back(&Action::RemoveSurvey { survey });
    assert_eq!(gone.message.id, "did-remove-survey");
    assert_eq!(book.refused(&Action::RemoveSurvey { survey }), (3, "refused-no-survey"));
    // Who leaves the client leaves the mark behind.
    book.there_and_back(&Action::RemovePerson { person });
    assert_eq!(book.store.detail(client).unwrap().unwrap().surveys[0].person, None);
}

#[test]
fn s044_a_mark_off_its_scale_or_still_to_come_is_refused() {
    let mut book = Book::new();
    let (client, other) = (book.add("Delta Foods"), book.add("Lotus Spa"));
    let stranger = book.store.detail(other).unwrap().unwrap().people[0].id;
    let good = survey(client);
    let cases = [
        (NewSurvey { score: 11, ..good.clone() }, (4, "refused-nps")),
        (NewSurvey { score: 255, ..good.clone() }, (4, "refused-nps")),
        (NewSurvey { kind: SurveyKind::Csat, score: 0, ..good.clone() }, (4, "refused-csat")),
        (NewSurvey { kind: SurveyKind::Csat, score: 6, ..good.clone() }, (4, "refused-csat")),
        (NewSurvey { on: today().plus(1), ..good.clone() }, (4, "refused-to-come")),
        (NewSurvey { client: Id(7), ..good.clone() }, (3, "refused-no-client")),
        (NewSurvey { person: Some(stranger), ..good.clone() }, (3, "refused-no-person")),
        (NewSurvey { channel: Some(Channel::Unknown), ..good.clone() }, (2, "refused-channel")),
        (NewSurvey { reasons: vec!["a\0b".into()], ..good.clone() }, (2, "refused-nul")),
        (NewSurvey { note: Some("a\0b".into()), ..good.clone() }, (2, "refused-nul")),
    ];
    for (new, expected) in cases {
        assert_eq!(book.refused(&add_survey(new.clone())), expected, "{new:?}");
    }
    for (kind, score) in [(SurveyKind::Nps, 0), (SurveyKind::Nps, 10), (SurveyKind::Csat, 1), (SurveyKind::Csat, 5)] {
        book.run(&add_survey(NewSurvey { kind, score, ..good.clone() }));
    }
}

#[test]
fn s044_answers_are_seen_as_of_their_day_newest_first() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    for (score, back) in [(6, 40), (9, 0), (8, 0), (7, 200)] {
        book.run(&add_survey(NewSurvey { score, on: today().plus(-back), ..survey(client) }));
    }
    assert_eq!(scores(&facts(&book, client)), [8, 9, 6, 7], "of one day the later one first");
    let at = |day: Day| facts_at(&book, client, day.end(book.now.zone));
    assert_eq!(scores(&at(today().plus(-1))), [6, 7]);
    assert_eq!(scores(&at(today().plus(-41))), [7]);
    assert!(scores(&at(today().plus(-201))).is_empty());
}

#[test]
fn s020_an_own_quadrant_is_a_dated_state_of_one_item() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let call = Target::Contact(Channel::Call);
    let set = |targets: Vec<Target>, quadrant| Action::SetQuadrant { client, targets, quadrant };
    let done = book.there_and_back(&set(vec![call, Target::Review], Some(4)));
    assert_eq!((done.message.id, done.ids.len()), ("did-quadrant", 3));
    let first = book.now.instant;
    assert!(book.run(&set(vec![call], Some(4))).op.is_none(), "the same again is no step");
    book.now.instant.0 += 3_600;
    book.there_and_back(&set(vec![call], Some(1)));
    let second = book.now.instant;
    assert_eq!(facts(&book, client).quadrant(call), Some(1));
    assert_eq!(facts(&book, client).quadrant(Target::Review), Some(4));
    book.now.instant.0 += 3_600;
    let done = book.there_and_back(&set(vec![call], None));
    assert_eq!(done.message.id, "did-quadrant-end");
    assert_eq!(facts(&book, client).quadrant(call), None);
    assert!(book.run(&set(vec![call], None)).op.is_none());
    // As of a moment the quadrant of that moment counts.
    assert_eq!(facts_at(&book, client, first).quadrant(call), Some(4));
    assert_eq!(facts_at(&book, client, second).quadrant(call), Some(1));
    assert_eq!(facts_at(&book, client, Moment(first.0 - 60)).quadrant(call), None);
    assert_eq!(book.refused(&set(vec![call], Some(5))), (2, "refused-quadrant"));
    assert_eq!(book.refused(&set(vec![call], Some(0))), (2, "refused-quadrant"));
    assert_eq!(book.refused(&set(vec![], Some(1))), (2, "refused-nothing"));
    assert_eq!(book.refused(&set(vec![Target::Task(Id(5))], Some(1))), (3, "refused-no-task"));
}

#[test]
fn relations_are_one_fact_seen_from_both_sides() {
    let mut book = Book::new();
    let (one, two, third) = (book.add("Delta Foods"), book.add("Lotus Spa"), book.add("Harbor & Sons"));
    let done = book.there_and_back(&relate(one, two, RelationKind::Conflict, true));
    assert_eq!((done.message.id, done.clients.clone()), ("did-relate", vec![one, two]), "both are read again");
    let began = book.now.instant;
    let what = Message::new("relation-conflict").with("other", "Lotus Spa");
    assert!(done.message.args.contains(&("what", what.into())), "{:?}", done.message);
    let seen = |book: &Book, client| facts(book, client).relations.iter().map(|r| (r.other, r.kind)).collect::<Vec<_>>();
    assert_eq!(seen(&book, one), [(two, RelationKind::Conflict)]);
    assert_eq!(seen(&book, two), [(one, RelationKind::Conflict)]);
    assert!(book.run(&relate(two, one, RelationKind::Conflict, true)).op.is_none(), "it is noted already, from the other side");
    book.there_and_back(&relate(third, one, RelationKind::Competitor, true));
    assert_eq!(seen(&book, one), [(third, RelationKind::Competitor), (two, RelationKind::Conflict)]);
    // Another note ends the relation and begins it anew.
    let note = Action::Relate { client: one, other: two, kind: RelationKind::Conflict, note: None, on: true };
    book.now.instant.0 += 60;
    book.there_and_back(&note);
    assert_eq!(facts(&book, two).relations[0].note, None);
    assert_eq!(facts_at(&book, two, began).relations[0].note.as_deref(), Some("same pitch in May"));
    let done = book.there_and_back(&relate(two, one, RelationKind::Conflict, false));
    assert_eq!((done.message.id, done.clients.clone()), ("did-relate-end", vec![one, two]));
    let what = Message::new("relation-conflict").with("other", "Delta Foods");
    assert!(done.message.args.contains(&("what", what.into())), "told from the side it was ended at");
    assert!(seen(&book, two).is_empty());
    assert_eq!(facts_at(&book, one, began).relations.len(), 1, "then they still stood so");
    assert!(facts_at(&book, one, Moment(began.0 - 60)).relations.is_empty());
    for client in [one, two] {
        let told: Vec<&str> = book.store.history(Some(client), 50, None).unwrap().iter().map(|o| o.message.id).collect();
        assert!(told.contains(&"did-relate") && told.contains(&"did-relate-end"), "{told:?}");
    }
    assert_eq!(book.refused(&relate(two, one, RelationKind::Conflict, false)), (4, "refused-no-relation"));
    assert_eq!(book.refused(&relate(one, third, RelationKind::Partner, false)), (4, "refused-no-relation"));
    assert_eq!(book.refused(&relate(one, one, RelationKind::Group, true)), (4, "refused-relate-itself"));
    assert_eq!(book.refused(&relate(one, Id(9), RelationKind::Group, true)), (3, "refused-no-client"));
}

#[test]
fn a_client_somebody_is_related_to_stays_when_its_step_is_taken_back() {
    let mut book = Book::new();
    let one = book.add("Delta Foods");
    let bare = NewClient { points: vec![], tags: vec![], person: None, task: None, ..client("Lotus Spa", Status::Active) };
    let added = book.run(&Action::AddClient(Box::new(bare)));
    let two = added.ids[0].1;
    book.run(&relate(one, two, RelationKind::Partner, true));
    assert_eq!(book.store.undo(added.op, &now(), Face::Cli).unwrap_err().exit(), 4);
    book.undo();
    assert_eq!(book.store.undo(added.op, &now(), Face::Cli).unwrap().left, []);
    assert_eq!(book.store.names().unwrap().len(), 1);
}

fn edit_touch(touch: Id) -> Action {
    Action::EditTouch {
        touch,
        channel: None,
        direction: None,
        outcome: None,
        at: None,
        minutes: None,
        flag: None,
        note: None,
        person: None,
    }
}

#[test]
fn a_logged_contact_is_put_right_afterwards() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let person = book.store.detail(client).unwrap().unwrap().people[0].id;
    let touch = book.run(&log(touch(client, Channel::Call))).ids[1].1;
    let right = Action::EditTouch {
        touch,
        channel: Some(Channel::Visit),
        direction: Some(Direction::In),
        outcome: Some(Outcome::Declined),
        at: Some(Moment(now().instant.0 - 86_400)),
        minutes: Some(Some(45)),
        flag: Some(Some(Flag::Cold)),
        note: Some(Some("it was a visit".into())),
        person: Some(Some(person)),
    };
    let done = book.there_and_back(&right);
    assert_eq!((done.message.id, done.clients.clone()), ("did-edit-touch", vec![client]));
    let row = book.rows(client).touches[0];
    assert_eq!(
        (row.channel, row.direction, row.outcome, row.flag),
        (Channel::Visit, Direction::In, Outcome::Declined, Some(Flag::Cold))
    );
    assert_eq!(row.at.0, now().instant.0 - 86_400);
    let detail = book.store.detail(client).unwrap().unwrap().touches[0].clone();
    assert_eq!((detail.row.minutes, detail.note.as_deref(), detail.person), (Some(45), Some("it was a visit"), Some(person)));

    let Action::EditTouch { .. } = right else { panic!() };
    assert_eq!(book.refused(&edit_touch(touch)), (2, "refused-nothing"));
    assert_eq!(book.refused(&edit_touch(Id(8))), (3, "refused-no-touch"));
    let with = |change: fn(&mut Action)| {
        let mut action = edit_touch(touch);
        change(&mut action);
        action
    };
    let ahead = with(|a| {
        if let Action::EditTouch { at, .. } = a {
            *at = Some(Moment(now().instant.0 + 4_000))
        }
    });
    assert_eq!(book.refused(&ahead), (4, "refused-touch-ahead"));
    let unknown = with(|a| {
        if let Action::EditTouch { channel, .. } = a {
            *channel = Some(Channel::Unknown)
        }
    });
    assert_eq!(book.refused(&unknown), (2, "refused-channel"));
    let callback = with(|a| {
        if let Action::EditTouch { outcome, .. } = a {
            *outcome = Some(Outcome::Callback)
        }
    });
    assert_eq!(book.refused(&callback), (4, "refused-callback"));
    let long = with(|a| {
        if let Action::EditTouch { minutes, .. } = a {
            *minutes = Some(Some(-1))
        }
    });
    assert_eq!(book.refused(&long), (2, "refused-minutes"));
    let stranger = with(|a| {
        if let Action::EditTouch { person, .. } = a {
            *person = Some(Some(Id(9)))
        }
    });
    assert_eq!(book.refused(&stranger), (3, "refused-no-person"));
}

#[test]
fn s066_another_address_is_unchecked_and_points_have_an_order() {
    let mut book = Book::new();
    let bare = NewClient { person: None, ..client("Delta Foods", Status::Active) };
    let client = book.run(&Action::AddClient(Box::new(bare))).ids[0].1;
    for value in ["13900000001", "13900000002"] {
        let points = vec![NewPoint { kind: PointKind::Phone, value: value.into(), label: None }];
        book.run(&Action::EditClient { client, fields: vec![], points, tags: vec![], why: None });
    }
    book.run(&Action::Verify { client, on: today(), how: "call".into() });
    let points = |book: &Book| book.store.detail(client).unwrap().unwrap().points;
    assert!(points(&book).iter().all(|p| p.verified_on == Some(today()) && p.verified_how.as_deref() == Some("call")));
    let phones =
        |book: &Book| points(book).into_iter().filter(|p| p.kind == PointKind::Phone).map(|p| p.id).collect::<Vec<_>>();
    let before = phones(&book);
    let done = book.there_and_back(&Action::RankPoints { client, person: None, order: vec![before[2]] });
    assert_eq!(done.message.id, "did-rank-points");
    assert_eq!(phones(&book), [before[2], before[0], before[1]], "the others follow as they stood");
    let whole = vec![before[1], before[2], before[0]];
    book.there_and_back(&Action::RankPoints { client, person: None, order: whole.clone() });
    assert_eq!(phones(&book), whole);

    let edit = |value: Option<&str>, kind, invalid_since| Action::EditPoint {
        point: before[0],
        value: value.map(str::to_owned),
        label: Some(Some("work".into())),
        kind,
        invalid_since,
        verified: None,
    };
    book.there_and_back(&edit(None, None, Some(Some(today()))));
    let of = |book: &Book| points(book).into_iter().find(|p| p.id == before[0]).unwrap();
    let same = of(&book);
    assert_eq!((same.verified_on, same.invalid_since, same.label.as_deref()), (Some(today()), Some(today()), Some("work")));
    assert_eq!(book.rows(client).points.phone, 2, "a wrong number is no way to reach them");
    let done = book.there_and_back(&edit(Some(" 13900000009 "), None, None));
    assert_eq!(done.message.id, "did-edit-point");
    let other = of(&book);
    assert_eq!((other.value.as_str(), other.verified_on, other.invalid_since), ("13900000009", None, None));
    book.there_and_back(&edit(Some("delta-foods"), Some(PointKind::Wechat), None));
    assert_eq!(of(&book).kind, PointKind::Wechat);
    assert_eq!(book.count("SELECT count(*) FROM contact_point WHERE value_key = 'delta-foods'"), 1);

    assert_eq!(book.refused(&edit(Some(" "), None, None)), (2, "refused-empty-point"));
    assert_eq!(book.refused(&edit(None, None, Some(Some(today().plus(1))))), (4, "refused-to-come"));
    let nothing =
        Action::EditPoint { point: before[0], value: None, label: None, kind: None, invalid_since: None, verified: None };
    assert_eq!(book.refused(&nothing), (2, "refused-nothing"));
    let other = book.add("Lotus Spa");
    assert_eq!(book.refused(&Action::RankPoints { client: other, person: None, order: whole }), (3, "refused-no-point"));
    assert_eq!(book.refused(&Action::RankPoints { client, person: None, order: vec![] }), (2, "refused-nothing"));
}

#[test]
fn appointments_and_days_off_are_changed_while_they_stand() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let start = Moment(now().instant.0 + 90_000);
    let appointment = book.run(&appointment(client, Channel::Visit, start)).ids[1].1;
    let edit = |start, channel| Action::EditAppointment {
        appointment,
        channel,
        start,
        minutes: Some(None),
        place: Some(Some("Gate 5".into())),
        note: Some(Some("bring samples".into())),
        person: None,
    };
    let later = Moment(start.0 + 3_600);
    let done = book.there_and_back(&edit(Some(later), Some(Channel::Meeting)));
    assert_eq!(done.message.id, "did-edit-appointment");
    let row = book.rows(client).appointments[0].clone();
    assert_eq!((row.start, row.channel, row.minutes), (later, Channel::Meeting, None));
    assert_eq!((row.place.as_deref(), row.note.as_deref()), (Some("Gate 5"), Some("bring samples")));
    assert_eq!(book.refused(&edit(None, Some(Channel::Unknown))), (2, "refused-channel"));
    book.run(&Action::CancelAppointment { appointment });
    assert_eq!(book.refused(&edit(Some(later), None)), (4, "refused-appointment-over"));

    let leave = book.run(&Action::AddLeave { first: today().plus(5), last: today().plus(9), why: None }).ids[0].1;
    let change = |first: i32, last: i32| Action::EditLeave {
        leave,
        first: today().plus(first),
        last: today().plus(last),
        why: Some("sea".into()),
    };
    assert_eq!(book.refused(&change(5, 4)), (2, "refused-order"));
    let done = book.there_and_back(&change(6, 8));
    assert_eq!((done.message.id, done.all), ("did-edit-leave", true));
    let all = book.store.book().unwrap().leave;
    let standing: Vec<_> = all.iter().filter(|l| l.ended.is_none()).map(|l| (l.first, l.last, l.why.as_deref())).collect();
    assert_eq!(standing, [(today().plus(6), today().plus(8), Some("sea"))]);
    assert_eq!(book.refused(&change(6, 7)), (4, "refused-leave-removed"), "the days before were ended and replaced");
}

#[test]
fn an_import_brings_survey_answers_and_is_taken_back_with_them() {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let before = book.dump();
    let (made, _) = book
        .store
        .import(&now(), Face::Import, |import| {
            let wrong = import.add_survey(&NewSurvey { score: 11, ..survey(client) });
            assert_eq!(wrong.unwrap_err().exit(), 4);
            import.add_survey(&survey(client))
        })
        .unwrap();
    assert_eq!(facts(&book, client).surveys[0].id, made);
    book.undo();
    assert_eq!(book.dump(), before);
}
