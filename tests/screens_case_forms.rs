//! Forms of cases: the case, what happened in it, improvements, evidence. As they are shown, and what they write.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::form::{Form, FormField, Subject, open_subject};
use touchbase::app::line::Purpose;
use touchbase::domain::action::*;
use touchbase::domain::complaint::Rating;
use touchbase::domain::day::Moment;
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::portfolio::timeline::FactRef;
use touchbase::store::CaseDetail;
use touchbase::tui::events::Event;

const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (200, 60)];

fn complaint(client: Id, text: &str, opened: &str) -> NewComplaint {
    NewComplaint {
        client,
        person: None,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: moment(opened),
        channel: Some(Channel::Call),
        text: text.to_owned(),
        demand: None,
        cause: Some("quality".into()),
        tier: None,
        other: None,
        mediator: None,
        begun: CaseStatus::Registered,
    }
}

fn happened(complaint: Id, kind: CaseEventKind, at: &str, text: &str) -> NewCaseEvent {
    NewCaseEvent {
        complaint,
        kind,
        at: moment(at),
        text: Some(text.to_owned()).filter(|t| !t.is_empty()),
        rating: None,
        promised: None,
        channel: None,
        minutes: None,
        corrects: None,
        fulfils: None,
    }
}

fn made(ids: &[(&'static str, Id)], table: &str) -> Id {
    ids.iter().find(|(name, _)| *name == table).unwrap_or_else(|| panic!("no {table}")).1
}

/// The client, the case, its answer and its offer.
struct Ids {
    client: Id,
    case: Id,
    offer: Id,
    improvement: Id,
}

fn rich() -> (Maker, Ids) {
    let mut m = book();
    let client = m.store.names().unwrap().iter().find(|n| n.name == "Northstar Media").unwrap().id;
    let new =
        NewComplaint { demand: Some("a free reprint".into()), ..complaint(client, "third typo in print", "2026-11-20 17:34") };
    let case = made(&m.act(Action::OpenComplaint(Box::new(new)), "2026-11-20 17:40"), "complaint");
    m.act(
        Action::LogCase(Box::new(happened(case, CaseEventKind::Acknowledge, "2026-11-20 18:00", "we look into it"))),
        "2026-11-20 18:00",
    );
    let new = NewCaseEvent {
        promised: Some(moment("2026-11-27 18:00")),
        ..happened(case, CaseEventKind::Propose, "2026-11-20 18:20", "free reprint by Friday")
    };
    let offer = made(&m.act(Action::LogCase(Box::new(new)), "2026-11-20 18:20"), "complaint_event");
    for (path, size) in [("/nonexistent/misprint.jpg", 48_213), ("/nonexistent/letter.pdf", 2_100_000)] {
        let new = NewEvidence { complaint: case, path: path.into(), size, sha256: "0".repeat(64), note: None };
        m.act(Action::AddEvidence(Box::new(new)), "2026-11-21 09:00");
    }
    let new = NewImprovement {
        cause: "quality".into(),
        text: "two pairs of eyes on every proof".into(),
        owner: Some("Ms Li".into()),
        due: Some(day("2026-12-01")),
    };
    let improvement = made(&m.act(Action::AddImprovement(Box::new(new)), "2026-11-21 09:30"), "improvement");
    (m, Ids { client, case, offer, improvement })
}

fn open(d: &mut Driver, subject: Subject) {
    open_subject(&mut d.book.model, subject);
    d.event(Event::Wake);
}

fn scene(name: &str, subject: impl Fn(&Ids) -> Subject, keys: &str) {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| {
            let (m, ids) = rich();
            let mut d = Driver::open(m.store, lang, size, monday());
            open(&mut d, subject(&ids));
            d.keys(keys).picture()
        });
        insta::assert_snapshot!(format!("{name}_{}", lang.tag()), pictures.join("\n"));
    }
}

#[test]
fn the_case() {
    scene("case", |ids| Subject::Complaint(ids.case), "Tab Right");
}

#[test]
fn the_case_with_evidence_taken_off() {
    scene("case_evidence", |ids| Subject::Complaint(ids.case), "Up Up Up Space");
}

#[test]
fn what_happened() {
    scene("case_event", |ids| Subject::CaseEvent { case: ids.case, id: ids.offer }, "Down");
}

#[test]
fn an_improvement() {
    scene("improvement", |ids| Subject::Improvement(ids.improvement), "");
}

#[test]
fn a_new_improvement_knows_the_cause_of_its_case() {
    scene("new_improvement", |ids| Subject::NewImprovement(Some(ids.case)), "Down 'a checklist'");
}

// What the keys write.

fn driver() -> (Driver, Ids) {
    let (m, ids) = rich();
    (Driver::open(m.store, Lang::En, (120, 40), monday()), ids)
}

/// The row of the case on its own tab.
fn at_case() -> (Driver, Ids) {
    let (mut d, ids) = driver();
    d.keys("4 g");
    assert_eq!(d.book.model.case().map(|c| c.row.id), Some(ids.case));
    (d, ids)
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

fn closed(d: &Driver) {
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
}

fn detail(d: &Driver, case: Id) -> CaseDetail {
    d.book.store().case_detail(case, Moment(i64::MAX)).unwrap().unwrap()
}

/// Steps of the journal.
fn steps(d: &Driver) -> usize {
    d.book.store().history(None, 1000, None).unwrap().len()
}

/// Everything that is stored of the case.
fn stored(d: &Driver, ids: &Ids) -> (touchbase::domain::complaint::CaseRow, CaseDetail) {
    let rows = d.book.store().timeline(ids.client, &d.now).unwrap();
    (rows.cases.into_iter().find(|c| c.id == ids.case).unwrap(), detail(d, ids.case))
}

#[test]
fn s079_e_on_a_case_changes_only_what_was_typed_and_one_step_takes_it_back() {
    let (mut d, ids) = at_case();
    let before = stored(&d, &ids);
    d.keys("E");
    assert_eq!(form(&d).subject, Subject::Complaint(ids.case));
    to(&mut d, "form-field-remedy");
    d.keys("'1200'");
    to(&mut d, "form-field-mediator");
    d.keys("'Mr Tan' F10");
    closed(&d);
    let after = stored(&d, &ids);
    let mut wanted = before.clone();
    wanted.0.remedy = Some(Money { minor: 120_000, currency: Currency::CNY });
    wanted.1.mediator = Some("Mr Tan".into());
    assert_eq!(after, wanted, "nothing but what was typed");
    assert!(d.said().contains("Changed case 1, Northstar Media"), "{}", d.said());
    d.keys("u");
    assert_eq!(stored(&d, &ids), before, "one step takes it back");
}

#[test]
fn every_field_of_a_case_can_be_written_and_emptied() {
    let (mut d, ids) = at_case();
    d.keys("E");
    for (name, keys) in [
        ("form-field-kind", "Left"),
        ("form-field-complex", "Right"),
        ("form-field-opened", "'2026-11-19 10:15'"),
        ("form-field-how", "5"),
        ("form-field-about", "Ctrl-u 'who prints for whom'"),
        ("form-field-demand", "Ctrl-u 'an apology'"),
        ("form-field-cause", "Right"),
        ("form-field-person", "Right"),
        ("form-field-other-side", "'harbor'"),
        ("form-field-mediator", "'Mr Tan'"),
        ("form-field-remedy", "'300 EUR'"),
    ] {
        to(&mut d, name);
        d.keys(keys);
    }
    d.keys("F10");
    closed(&d);
    let (row, more) = stored(&d, &ids);
    let harbor = d.book.store().names().unwrap().iter().find(|n| n.name == "Harbor & Sons").unwrap().id;
    let person = d.book.store().detail(ids.client).unwrap().unwrap().people[0].id;
    assert_eq!((row.kind, row.complex, row.opened), (ComplaintKind::Conflict, true, moment("2026-11-19 10:15")));
    assert_eq!(
        (row.channel, row.cause.as_deref(), row.text.as_str()),
        (Some(Channel::Message), Some("attitude"), "who prints for whom")
    );
    assert_eq!((row.person, row.other), (Some(person), Some(harbor)));
    assert_eq!(row.remedy, Some(Money { minor: 30_000, currency: Currency::parse("EUR").unwrap() }));
    assert_eq!((more.demand.as_deref(), more.mediator.as_deref()), (Some("an apology"), Some("Mr Tan")));
    d.keys("E");
    for (name, keys) in [
        ("form-field-how", "1"),
        ("form-field-demand", "Ctrl-u"),
        ("form-field-cause", "1"),
        ("form-field-person", "1"),
        ("form-field-other-side", "Ctrl-u"),
        ("form-field-mediator", "Ctrl-u"),
        ("form-field-remedy", "Ctrl-u"),
    ] {
        to(&mut d, name);
        d.keys(keys);
    }
    d.keys("F10");
    closed(&d);
    let (row, more) = stored(&d, &ids);
    assert_eq!((row.channel, row.cause, row.person, row.other, row.remedy), (None, None, None, None, None));
    assert_eq!((more.demand, more.mediator), (None, None));
}

#[test]
fn nothing_changed_in_a_case_or_its_log_or_an_improvement_writes_nothing() {
    let (mut d, ids) = at_case();
    let before = steps(&d);
    for subject in [
        Subject::Complaint(ids.case),
        Subject::CaseEvent { case: ids.case, id: ids.offer },
        Subject::Improvement(ids.improvement),
    ] {
        open(&mut d, subject);
        d.keys("F10");
        closed(&d);
        assert_eq!(steps(&d), before, "{subject:?}");
    }
}

#[test]
fn what_cannot_be_of_a_case_is_said_at_its_field_and_stays() {
    let (mut d, ids) = at_case();
    let before = stored(&d, &ids);
    d.keys("E");
    for (name, keys) in [
        ("form-field-opened", "'tomorrow 10:00'"),
        ("form-field-about", "Ctrl-u"),
        ("form-field-other-side", "'nobody of that name'"),
        ("form-field-remedy", "'-5'"),
    ] {
        to(&mut d, name);
        d.keys(keys);
    }
    d.keys("F10");
    for name in ["form-field-opened", "form-field-about", "form-field-other-side", "form-field-remedy"] {
        assert!(field(&d, name).error.is_some(), "{name}\n{}", d.picture());
    }
    assert_eq!(form(&d).field().map(|f| f.name), Some("form-field-opened"), "the caret goes to the first of them");
    assert_eq!(stored(&d, &ids), before);
    // What only the book can know is said by it, and the form stands.
    d.keys("Esc Esc E");
    to(&mut d, "form-field-opened");
    d.keys("'2026-11-20 18:10' F10");
    assert!(d.picture().contains("The log of the case begins before that moment"), "{}", d.picture());
    assert_eq!(field(&d, "form-field-opened").value(), "2026-11-20 18:10");
    assert_eq!(stored(&d, &ids), before);
}

#[test]
fn the_text_of_a_case_opens_in_the_editor() {
    let (mut d, ids) = at_case();
    d.keys("E");
    to(&mut d, "form-field-about");
    d.keys("Ctrl-e");
    d.edited(Ok(Some("third typo in print\nand the second in a row\n".into())));
    d.keys("F10");
    closed(&d);
    assert_eq!(stored(&d, &ids).0.text, "third typo in print\nand the second in a row");
}

#[test]
fn e_on_today_opens_the_case_too_and_on_clients_the_client() {
    let (mut d, ids) = driver();
    d.keys("1 /").keys("'northstar'").keys("Enter");
    while d.book.model.case().is_none() {
        d.keys("j");
    }
    d.keys("E");
    assert_eq!(form(&d).subject, Subject::Complaint(ids.case));
    d.keys("Esc 2 /").keys("'northstar'").keys("Enter E");
    assert_eq!(form(&d).subject, Subject::Client(ids.client));
}

#[test]
fn a_closed_case_can_still_be_changed() {
    let (mut d, ids) = at_case();
    d.keys("F Enter s 4");
    assert!(d.book.model.complaints.entries().count() > 0);
    d.keys("4 G E");
    assert_eq!(form(&d).subject, Subject::Complaint(ids.case), "{}", d.picture());
    to(&mut d, "form-field-cause");
    d.keys("Right F10");
    closed(&d);
    assert_eq!(stored(&d, &ids).0.cause.as_deref(), Some("attitude"));
}

// Improvements.

fn improvement(d: &Driver, id: Id) -> touchbase::store::ImprovementRow {
    d.book.store().book().unwrap().improvements.into_iter().find(|i| i.id == id).unwrap()
}

/// The row of the improvement.
fn at_improvement() -> (Driver, Ids) {
    let (mut d, ids) = at_case();
    d.keys("G");
    assert_eq!(d.book.model.improvement().map(|i| i.row.id), Some(ids.improvement), "{}", d.picture());
    (d, ids)
}

#[test]
fn s139_e_on_an_improvement_changes_only_what_was_typed_and_one_step_takes_it_back() {
    let (mut d, ids) = at_improvement();
    let before = improvement(&d, ids.improvement);
    d.keys("E");
    to(&mut d, "form-field-assignee");
    d.keys("Ctrl-u");
    to(&mut d, "form-field-due");
    d.keys("Ctrl-u '2026-12-08' F10");
    closed(&d);
    let after = improvement(&d, ids.improvement);
    assert_eq!((after.owner.as_deref(), after.due), (None, Some(day("2026-12-08"))));
    assert_eq!((&after.text, &after.cause), (&before.text, &before.cause));
    assert_eq!(d.book.model.improvement().map(|i| i.row.due), Some(after.due), "the row shows it");
    d.keys("u");
    assert_eq!(improvement(&d, ids.improvement), before);
}

#[test]
fn s139_an_improvement_is_written_from_a_case_with_its_cause_and_from_another_one_without() {
    let (mut d, ids) = at_case();
    d.keys("n v");
    assert_eq!(form(&d).subject, Subject::NewImprovement(Some(ids.case)));
    assert_eq!(field(&d, "form-field-cause").value(), "quality");
    d.keys("F10");
    assert_eq!(form(&d).field().map(|f| f.name), Some("form-field-what"), "what is to be done is needed");
    d.keys("'a checklist for proofs' F10");
    closed(&d);
    let made = d.book.store().book().unwrap().improvements;
    assert_eq!(made.len(), 2);
    let new = made.iter().find(|i| i.id != ids.improvement).unwrap();
    assert_eq!((new.cause.as_str(), new.text.as_str(), new.due), ("quality", "a checklist for proofs", None));
    d.keys("u G n v");
    assert_eq!(d.book.store().book().unwrap().improvements.len(), 1, "one step takes it back");
    assert_eq!(field(&d, "form-field-cause").value(), "");
    d.keys("Down 'training' F10");
    assert!(field(&d, "form-field-cause").error.is_some(), "{}", d.picture());
    d.keys("Right F10");
    closed(&d);
    assert_eq!(d.book.store().book().unwrap().improvements.len(), 2);
}

#[test]
fn an_improvement_cannot_be_written_where_neither_a_case_nor_another_one_is_selected() {
    let (mut d, _) = driver();
    d.keys("2 g n v");
    assert!(d.book.model.dialogs.is_empty());
    assert_eq!(d.said(), "No case is selected");
}

// Evidence.

fn typed(d: &mut Driver, path: &std::path::Path) {
    d.keys("n d").keys(&format!("'{}'", path.display())).keys("Enter");
}

#[test]
fn s079_a_file_becomes_evidence_with_its_hash_and_is_seen_when_it_changes() {
    let (mut d, ids) = at_case();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("proof.txt");
    std::fs::write(&path, "abc").unwrap();
    typed(&mut d, &path);
    closed(&d);
    assert!(d.said().contains("Added evidence to case 1"), "{}", d.said());
    let new = detail(&d, ids.case).evidence.pop().unwrap();
    assert_eq!((new.path.as_str(), new.size), (path.to_str().unwrap(), 3));
    assert_eq!(new.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    let says = |d: &mut Driver, what: &str| {
        d.keys("E");
        assert!(d.picture().contains(what), "{what}\n{}", d.picture());
        d.keys("Esc");
    };
    says(&mut d, "proof.txt, 3 B");
    std::fs::write(&path, "abd").unwrap();
    says(&mut d, "proof.txt is another file now");
    std::fs::remove_file(&path).unwrap();
    says(&mut d, "proof.txt is not where it was");
    d.keys("u");
    assert_eq!(detail(&d, ids.case).evidence.len(), 2, "one step takes it back");
}

#[test]
fn a_file_that_cannot_become_evidence_is_said_in_one_line_and_the_path_comes_back() {
    let (mut d, ids) = at_case();
    let dir = tempfile::tempdir().unwrap();
    let before = steps(&d);
    for (path, says) in [(dir.path().join("nothing.jpg"), "There is no file"), (dir.path().to_owned(), "is a folder")] {
        typed(&mut d, &path);
        match d.book.model.dialogs.last() {
            Some(Dialog::Line(line)) => {
                assert_eq!(line.purpose, Purpose::Evidence(ids.case));
                assert_eq!(line.field.text(), path.to_str().unwrap());
            }
            _ => panic!("the line is gone: {}", d.picture()),
        }
        assert!(d.picture().contains(says), "{}", d.picture());
        d.keys("Esc");
    }
    d.keys("n d Enter");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Line(_))), "an empty path");
    assert_eq!(steps(&d), before);
}

#[test]
fn a_path_is_whole_when_it_is_kept_and_can_be_dropped_from_a_desktop() {
    let (mut d, ids) = at_case();
    d.keys("n d 'Cargo.t' Tab Enter");
    let new = detail(&d, ids.case).evidence.pop().unwrap();
    assert_eq!(std::path::Path::new(&new.path), std::env::current_dir().unwrap().join("Cargo.toml"));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a b.txt");
    std::fs::write(&path, "").unwrap();
    d.keys("n d");
    d.event(Event::Paste(format!("file://{}/a%20b.txt", dir.path().display())));
    d.keys("Enter");
    assert_eq!(detail(&d, ids.case).evidence.pop().unwrap().path, path.to_str().unwrap());
}

#[test]
fn evidence_is_taken_off_in_the_form_of_the_case_with_what_else_changed_as_one_step() {
    let (mut d, ids) = at_case();
    let before = stored(&d, &ids);
    let rows = |d: &Driver| form(d).fields.iter().filter(|f| f.name == "form-field-evidence").count();
    d.keys("E");
    assert_eq!(rows(&d), 2);
    to(&mut d, "form-field-evidence");
    d.keys("Space F10");
    closed(&d);
    let left = detail(&d, ids.case).evidence;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].path, "/nonexistent/letter.pdf");
    d.keys("u E");
    assert_eq!(stored(&d, &ids), before);
    to(&mut d, "form-field-cause");
    d.keys("Right");
    to(&mut d, "form-field-evidence");
    d.keys("Right Down Right F10");
    assert_eq!((detail(&d, ids.case).evidence.len(), stored(&d, &ids).0.cause.as_deref()), (0, Some("attitude")));
    d.keys("u");
    assert_eq!(stored(&d, &ids), before, "one step takes all of it back");
}

// The client's page.

/// The page of the client, the filter on cases.
fn on_page() -> (Driver, Ids) {
    let (mut d, ids) = driver();
    d.keys("2 /").keys("'northstar'").keys("Enter Enter ] ]");
    (d, ids)
}

fn events(d: &Driver) -> Vec<(FactRef, String)> {
    let page = d.book.model.page.as_ref().unwrap();
    let story = d.book.model.past.of(page.client).unwrap();
    let words = |n: &usize| {
        let event = &story.events[*n];
        (event.fact.unwrap(), d.book.model.words.say(&event.words, &d.now))
    };
    page.shown.iter().map(words).collect()
}

#[test]
fn the_page_tells_cases_and_e_corrects_what_was_written_wrong_by_adding_to_the_log() {
    let (mut d, ids) = on_page();
    let told = events(&d);
    assert_eq!(
        told.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>(),
        ["case 1 offered, promised for Fri 27 Nov 18:00", "case 1 answered", "complaint 1 opened"],
        "{}",
        d.picture()
    );
    assert_eq!(told[0].0, FactRef::CaseEvent { case: ids.case, id: ids.offer });
    let before = detail(&d, ids.case);
    d.keys("g E");
    assert_eq!(form(&d).subject, Subject::CaseEvent { case: ids.case, id: ids.offer });
    to(&mut d, "form-field-at");
    d.keys("'2026-11-20 19:00'");
    to(&mut d, "form-field-said");
    d.keys("Ctrl-u 'half the price back' F10");
    closed(&d);
    assert!(d.said().contains("Corrected the log of case 1"), "{}", d.said());
    let after = detail(&d, ids.case);
    assert_eq!(after.events.len(), before.events.len() + 1, "the log only grows");
    assert!(before.events.iter().all(|e| after.events.contains(e)), "what stood there stands there");
    let new = after.events.iter().find(|e| e.event.corrects == Some(ids.offer)).unwrap();
    assert_eq!((new.event.kind, new.event.at), (CaseEventKind::Propose, moment("2026-11-20 19:00")));
    assert_eq!((new.text.as_deref(), new.event.promised), (Some("half the price back"), Some(moment("2026-11-27 18:00"))));
    let told = events(&d);
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(told[0].0, FactRef::CaseEvent { case: ids.case, id: new.event.id });
    // The correction can be corrected again; the opening line is the case itself.
    d.keys("g E");
    assert_eq!(form(&d).subject, Subject::CaseEvent { case: ids.case, id: new.event.id });
    d.keys("Esc G E");
    assert_eq!(form(&d).subject, Subject::Complaint(ids.case));
    d.keys("Esc u");
    assert_eq!(detail(&d, ids.case), before, "one step takes it back");
}

#[test]
fn a_correction_that_cannot_be_stays_in_the_form_and_says_why() {
    let (mut d, ids) = on_page();
    let before = detail(&d, ids.case);
    d.keys("g E");
    to(&mut d, "form-field-happened");
    let resumes = CaseEventKind::ALL.iter().position(|k| *k == CaseEventKind::Resume).unwrap() + 1;
    d.keys(&resumes.to_string()).keys("F10");
    assert!(d.picture().contains("Case 1 is not waiting for the client"), "{}", d.picture());
    assert_eq!(field(&d, "form-field-happened").value(), "resume", "what was chosen stays");
    assert_eq!(detail(&d, ids.case), before);
    d.keys("Esc Esc E");
    to(&mut d, "form-field-at");
    d.keys("'2026-11-20 17:00' F10");
    assert!(d.picture().contains("nothing can have happened in it before"), "{}", d.picture());
    d.keys("Ctrl-u 'tomorrow 10:00' F10");
    assert!(field(&d, "form-field-at").error.is_some(), "{}", d.picture());
    assert_eq!(detail(&d, ids.case), before);
}

#[test]
fn an_event_is_corrected_among_others_of_its_second_without_changing_their_order() {
    let (mut d, ids) = at_case();
    // The clock of the test stands still: all of this is of one moment.
    d.keys("R 'too late' Enter p 'half the price' Enter F Enter s 4");
    let log = detail(&d, ids.case);
    let refused = log.events.iter().find(|e| e.event.kind == CaseEventKind::Reject).unwrap().event.id;
    open(&mut d, Subject::CaseEvent { case: ids.case, id: refused });
    to(&mut d, "form-field-said");
    d.keys("Ctrl-u 'too little' F10");
    closed(&d);
    assert!(d.said().contains("Corrected the log"), "{}", d.said());
    let case = d.book.model.book.case(ids.client, ids.case).unwrap();
    assert_eq!((case.progress.status, case.progress.offers, case.progress.refusals), (CaseStatus::Closed, 2, 1));
    assert_eq!(case.progress.ignored, []);
}

#[test]
fn a_mark_is_corrected_and_leaves_with_the_closing_it_belonged_to() {
    let (mut d, ids) = at_case();
    d.keys("F Enter s 4");
    let closing = |d: &Driver| {
        let log = detail(d, ids.case);
        let taken: Vec<Option<Id>> = log.events.iter().map(|e| e.event.corrects).collect();
        log.events.into_iter().rfind(|e| !taken.contains(&Some(e.event.id))).unwrap().event
    };
    let close = closing(&d);
    assert_eq!((close.kind, close.rating), (CaseEventKind::Close, Some(Rating::Mark(4))));
    open(&mut d, Subject::CaseEvent { case: ids.case, id: close.id });
    to(&mut d, "form-field-mark");
    d.keys("2 F10");
    closed(&d);
    assert_eq!(closing(&d).rating, Some(Rating::Mark(2)), "a digit names its own mark");
    let id = closing(&d).id;
    open(&mut d, Subject::CaseEvent { case: ids.case, id });
    to(&mut d, "form-field-happened");
    let note = CaseEventKind::ALL.iter().position(|k| *k == CaseEventKind::Note).unwrap() + 1;
    d.keys(&note.to_string()).keys("F10");
    closed(&d);
    assert_eq!((closing(&d).kind, closing(&d).rating), (CaseEventKind::Note, None));
    let case = d.book.model.book.case(ids.client, ids.case).unwrap();
    assert_eq!(case.progress.status, CaseStatus::Resolved, "it was not closed after all");
}

#[test]
fn an_event_that_was_corrected_is_not_corrected_twice() {
    let (mut m, ids) = rich();
    let theirs = happened(ids.case, CaseEventKind::Propose, "2026-11-20 18:21", "theirs");
    m.act(Action::LogCase(Box::new(NewCaseEvent { corrects: Some(ids.offer), ..theirs })), "2026-11-21 10:00");
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    open(&mut d, Subject::CaseEvent { case: ids.case, id: ids.offer });
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
    assert!(d.book.model.error.is_some(), "{}", d.picture());
}

#[test]
fn hostile_words_stay_in_their_rows() {
    let names = [
        "\u{1b}[31mred\u{1b}]0;title\u{7}",
        "two\nlines\r\tand tabs",
        "\u{202e}evil\u{2066}bidi",
        "阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀阀",
    ];
    for name in names {
        let (mut m, ids) = rich();
        let new = NewCaseEvent { text: Some(name.into()), ..happened(ids.case, CaseEventKind::Note, "2026-11-21 10:00", "x") };
        let note = made(&m.act(Action::LogCase(Box::new(new)), "2026-11-21 10:00"), "complaint_event");
        let path = format!("/nonexistent/{name}");
        let new = NewEvidence { complaint: ids.case, path, size: 1, sha256: "0".repeat(64), note: None };
        m.act(Action::AddEvidence(Box::new(new)), "2026-11-21 10:00");
        let new = NewImprovement { cause: name.into(), text: name.into(), owner: Some(name.into()), due: None };
        let improvement = made(&m.act(Action::AddImprovement(Box::new(new)), "2026-11-21 10:00"), "improvement");
        let mut store = m.store;
        let subjects =
            [Subject::Complaint(ids.case), Subject::CaseEvent { case: ids.case, id: note }, Subject::Improvement(improvement)];
        for subject in subjects {
            let mut d = Driver::open(store, Lang::En, (80, 24), monday());
            open(&mut d, subject);
            for _ in 0..16 {
                d.keys("Tab");
                for cell in d.terminal.backend().buffer().clone().content() {
                    let bad = |c: char| c.is_control() || matches!(c as u32, 0x202a..=0x202e | 0x2066..=0x2069);
                    assert!(!cell.symbol().chars().any(bad), "{:?}", cell.symbol());
                }
            }
            d.keys("Esc Esc");
            store = d.book.into_store();
        }
    }
}
