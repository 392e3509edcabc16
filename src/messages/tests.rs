//! Drafts of a whole book: every shipped template in both languages, for every kind and stage of a case.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::complaint::{CaseEvent, CaseRow, Rating};
use crate::domain::facts::MilestoneRow;
use crate::domain::message::Arg;
use crate::domain::money::{Currency, Money};
use crate::i18n::{Lang, Words};
use crate::portfolio::Snapshot;
use crate::portfolio::fixture::{Book, day, moment, now, person, point};
use crate::portfolio::projects::Progress;
use crate::store::{CaseDetail, CaseEventDetail, ClientDetail};

const WHEN: &str = "2026-11-23 09:04";

/// A case with a log: events by their moments.
fn case(kind: ComplaintKind, log: &[(CaseEventKind, &str)], full: bool) -> (CaseRow, CaseDetail) {
    let event = |(n, (kind, at)): (usize, &(CaseEventKind, &str))| CaseEvent {
        id: Id(900 + n as i64),
        kind: *kind,
        at: moment(at),
        rating: (*kind == CaseEventKind::Close).then_some(Rating::Mark(2)),
        promised: None,
        channel: None,
        corrects: None,
        minutes: None,
    };
    let events: Vec<CaseEvent> = log.iter().enumerate().map(event).collect();
    let said = |event: &CaseEvent| CaseEventDetail {
        event: *event,
        text: full.then(|| format!("said at {}", event.kind.code())),
        minutes: None,
        touch: None,
        written: event.at,
    };
    let detail = CaseDetail {
        id: Id(800),
        person: full.then(|| "Ms Bei".to_owned()),
        demand: full.then(|| "a free reprint".to_owned()),
        mediator: None,
        events: events.iter().map(said).collect(),
        evidence: vec![],
    };
    let row = CaseRow {
        id: Id(800),
        no: 31,
        kind,
        complex: false,
        opened: moment("2026-11-20 17:34"),
        channel: None,
        text: "third typo in print".to_owned(),
        cause: full.then(|| "quality".to_owned()),
        tier: full.then_some(Tier::A),
        response_hours: None,
        policy: None,
        person: full.then_some(Id(71)),
        other: None,
        remedy: full.then_some(Money { minor: 38_000, currency: Currency::CNY }),
        begun: CaseStatus::Registered,
        events,
    };
    (row, detail)
}

/// A book of one client with this case.
fn book(row: Option<CaseRow>, full: bool) -> (Snapshot, ClientDetail) {
    let mut book = Book::new();
    let n = book.add("Northstar Media", "2025-03-03");
    if full {
        book.pin(n, Tier::A);
    } else {
        book.rows[n].client.status = Status::Lead;
    }
    book.rows[n].complaints.extend(row);
    let mut detail = book.detail(n);
    if full {
        detail.people = vec![person(70, "Mr Ott", None), person(71, "Ms Bei", None)];
        detail.points = vec![point(1, PointKind::Wechat, "northstar"), point(2, PointKind::Email, "bei@northstar.example")];
    }
    (book.at(WHEN), detail)
}

fn about<'a>(
    snapshot: &'a Snapshot,
    client: &'a ClientDetail,
    detail: Option<&'a CaseDetail>,
    me: &'a str,
    words: &'a Words,
) -> Subject<'a> {
    let case = detail.map(|detail| (&snapshot.clients[0].cases[0], detail));
    let (client, detail) = (&snapshot.clients[0], client);
    Subject { snapshot, client, detail, case, project: None, about: None, me, mail: "", words, now: &snapshot.now }
}

/// What is written to this client about this case, by name.
fn written(
    kind: ComplaintKind,
    log: &[(CaseEventKind, &str)],
    lang: Lang,
    full: bool,
) -> Vec<(String, Result<Draft, Message>)> {
    let (row, detail) = case(kind, log, full);
    let (snapshot, client) = book(Some(row), full);
    let words = Words::load(lang);
    let subject = about(&snapshot, &client, Some(&detail), if full { "Ada Lane" } else { "" }, &words);
    drafts(&subject, "/nonexistent".as_ref())
}

fn terms(lang: Lang, full: bool) -> Draft {
    let (snapshot, client) = book(None, full);
    let words = Words::load(lang);
    let subject = about(&snapshot, &client, None, "", &words);
    let all = drafts(&subject, "/nonexistent".as_ref());
    assert_eq!(all[0].0, TERMS);
    all.into_iter().next().unwrap().1.unwrap()
}

use CaseEventKind::*;

const STAGES: &[(&[(CaseEventKind, &str)], &str)] = &[
    (&[], "acknowledge"),
    (&[(Acknowledge, "2026-11-20 17:50")], "complaint-propose"),
    (&[(Propose, "2026-11-20 17:50")], "complaint-resolved"),
    (&[(Propose, "2026-11-20 17:50"), (Reject, "2026-11-20 17:55")], "complaint-propose"),
    (&[(Acknowledge, "2026-11-20 17:50"), (Waiting, "2026-11-20 17:55")], "complaint-propose"),
    (&[(Resolve, "2026-11-20 17:50")], "complaint-follow-up"),
    (&[(Resolve, "2026-11-20 17:50"), (FollowUp, "2026-11-21 10:00")], "complaint-follow-up"),
    (&[(Resolve, "2026-11-20 17:50"), (Close, "2026-11-21 10:00")], "complaint-reopened"),
    (&[(Resolve, "2026-11-20 17:50"), (Reopen, "2026-11-21 10:00")], "complaint-reopened"),
];

#[test]
fn every_shipped_template_is_filled_for_every_kind_and_stage_in_both_languages() {
    let mut seen = std::collections::BTreeSet::new();
    for lang in Lang::ALL {
        for kind in ComplaintKind::ALL {
            for (log, first) in STAGES {
                for full in [true, false] {
                    let all = written(*kind, log, lang, full);
                    assert!(all[0].0.ends_with(first), "{kind:?} {log:?}: {}", all[0].0);
                    for (name, draft) in &all {
                        let draft = draft.as_ref().unwrap_or_else(|e| panic!("{name}: {e:?}"));
                        seen.insert(name.clone());
                        let text = format!("{}\n{}", draft.subject, draft.body);
                        assert!(!draft.subject.is_empty() && draft.body.lines().count() > 5, "{text}");
                        assert!(!text.contains("{{") && !text.contains("{%") && !text.contains("\n\n\n"), "{name}:\n{text}");
                        assert!(
                            !draft.subject.contains('\n')
                                && (name == "apology" || text.contains(if name == TERMS { "Northstar" } else { "31" }))
                        );
                        assert_eq!(text.contains("Ada Lane"), full);
                        assert!(text.lines().all(|line| line == line.trim_end()), "{text}");
                    }
                    let last: Vec<&str> = all.iter().rev().take(2).map(|(name, _)| name.as_str()).collect();
                    assert_eq!(last, ["apology", TERMS]);
                }
            }
        }
    }
    let of_cases = template::shipped_names().take_while(|name| *name != PROGRESS).chain([TERMS, "apology"]);
    assert_eq!(seen, of_cases.map(str::to_owned).collect());
}

/// What is written of a project, with everything in its record or with nothing.
fn told(lang: Lang, full: bool) -> Vec<(String, Result<Draft, Message>)> {
    let mut book = Book::new();
    let n = book.add("Northstar Media", "2025-03-03");
    book.engagement(n, "2026-09-01", Some("2027-02-28"), None);
    if full {
        book.touch(n, Channel::Call, crate::domain::words::Outcome::Reached, "2026-11-18 10:00");
        book.task(n, TaskKind::Own, "send the quote", "2026-11-28");
        book.task(n, TaskKind::Waiting, "logo files", "2026-11-27");
        book.invoice(n, "2026-10-20", Some("2026-11-20"), Some("2026-11-16"), 10_000);
        let (row, _) = case(ComplaintKind::Complaint, &[], true);
        book.rows[n].complaints.push(row);
        let milestone = |id: i64, title: &str, due: &str, done: Option<&str>| MilestoneRow {
            id: Id(id),
            title: title.to_owned(),
            due: day(due),
            done: done.map(day),
            note: Some("they must not know".to_owned()),
        };
        let project = &mut book.rows[n].engagements[0];
        project.reported_on = Some(day("2026-11-02"));
        project.milestones = vec![
            milestone(901, "plan", "2026-10-10", Some("2026-10-10")),
            milestone(902, "draft", "2026-11-10", Some("2026-11-11")),
            milestone(903, "proofs", "2026-11-20", None),
            milestone(904, "handover", "2027-02-20", None),
        ];
    }
    let project = book.rows[n].engagements[0].id;
    let detail = book.detail(n);
    let snapshot = book.at(WHEN);
    let cases = &snapshot.clients[0].cases;
    let progress = Progress::new(&book.rows[n], project, cases, None, &snapshot.now).unwrap();
    let words = Words::load(lang);
    let subject = Subject { project: Some(&progress), ..about(&snapshot, &detail, None, "Ada Lane", &words) };
    drafts(&subject, "/nonexistent".as_ref())
}

#[test]
fn s009_a_report_of_progress_says_what_the_record_says_in_both_languages() {
    for lang in Lang::ALL {
        for full in [true, false] {
            let all = told(lang, full);
            assert_eq!(all.iter().take(2).map(|(name, _)| name.as_str()).collect::<Vec<_>>(), [PROGRESS, TERMS]);
            let draft = all[0].1.as_ref().unwrap_or_else(|e| panic!("{e:?}"));
            let text = format!("{}\n{}", draft.subject, draft.body);
            assert!(!text.contains("{{") && !text.contains("{%") && !text.contains("\n\n\n"), "{text}");
            assert!(text.lines().all(|line| line == line.trim_end()), "{text}");
            for part in ["draft", "proofs", "handover", "send the quote", "logo files", "31", "100"] {
                assert_eq!(text.contains(part), full, "{part} in {text}");
            }
            for secret in ["plan\n", "they must not know", "third typo"] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }
    let (en, zh) = (told(Lang::En, true), told(Lang::Zh, true));
    let body = |all: &[(String, Result<Draft, Message>)]| all[0].1.as_ref().unwrap().body.clone();
    assert!(body(&en).contains("- proofs, was planned for Friday 20 November"), "{}", body(&en));
    assert!(body(&zh).contains("- proofs（原定11月20日（周五））"), "{}", body(&zh));
}

#[test]
fn s049_a_report_that_went_out_is_a_contact_and_starts_the_interval_anew() {
    let draft = told(Lang::En, true).remove(0).1.unwrap();
    let Action::Together(parts) = draft.logged("Sent".into(), None, &now(WHEN)) else { panic!("one action") };
    assert!(matches!(parts[0], Action::ReportProgress { on, .. } if on == day("2026-11-23")));
    assert!(matches!(&parts[1], Action::LogSent(sent) if sent.members[0].touch.channel == draft.channel));
}

#[test]
fn s078_the_answer_is_sorry_and_says_what_happens_and_until_when() {
    for (lang, sorry, promised) in
        [(Lang::En, "I am sorry", "by Tuesday 24 November at 09:04"), (Lang::Zh, "抱歉", "最迟在11月24日（周二）09:04之前")]
    {
        let all = written(ComplaintKind::Complaint, &[], lang, true);
        let draft = all[0].1.as_ref().unwrap();
        for part in [sorry, promised, "1. ", "4. ", "third typo in print", "a free reprint", "Ms Bei"] {
            assert!(draft.body.contains(part), "{part} in {}", draft.body);
        }
        assert_eq!((draft.event, draft.promised), (Some(Acknowledge), Some(moment("2026-11-24 09:04"))));
        // S73: somebody is upset, so a call comes first and the text goes out as a message.
        assert!(draft.call_first && draft.channel == Channel::Message && draft.address.as_deref() == Some("northstar"));
        let asked = written(ComplaintKind::Enquiry, &[], lang, true);
        let thanks = asked[0].1.as_ref().unwrap();
        assert!(!thanks.body.contains(sorry) && thanks.body.contains(&promised[..6]), "{}", thanks.body);
        assert_eq!((thanks.channel, thanks.call_first), (Channel::Email, false));
    }
}

#[test]
fn a_promise_lies_ahead_and_one_given_before_stands() {
    // Said on Sunday evening, a day later moves to the opening on Tuesday; read after that a new day counts from then.
    let promised = |when: &str| {
        let (mut row, detail) = case(ComplaintKind::Complaint, &[], true);
        row.opened = moment("2026-11-22 20:00");
        let (_, client) = book(None, true);
        let mut book = Book::new();
        book.add("Northstar Media", "2025-03-03");
        book.rows[0].complaints.push(row);
        let snapshot = book.at(when);
        let words = Words::load(Lang::En);
        let subject = about(&snapshot, &client, Some(&detail), "", &words);
        subject.promise()
    };
    assert_eq!(promised("2026-11-23 09:04"), Some(moment("2026-11-24 09:00")));
    assert_eq!(promised("2026-11-24 10:00"), Some(moment("2026-11-25 10:00")));
    let (mut row, detail) = case(ComplaintKind::Complaint, &[(Acknowledge, "2026-11-20 17:50")], true);
    row.events[0].promised = Some(moment("2026-11-27 12:00"));
    let (snapshot, client) = book(Some(row), true);
    let words = Words::load(Lang::En);
    let subject = about(&snapshot, &client, Some(&detail), "", &words);
    assert_eq!(subject.promise(), Some(moment("2026-11-27 12:00")));
}

#[test]
fn s081_the_follow_up_asks_for_a_mark_from_1_to_5() {
    for lang in Lang::ALL {
        let all = written(ComplaintKind::Complaint, &[(Resolve, "2026-11-20 17:50")], lang, true);
        let draft = all[0].1.as_ref().unwrap();
        assert!(draft.body.contains('1') && draft.body.contains('5') && draft.event == Some(FollowUp), "{}", draft.body);
        // What was done before is still there to be written.
        let before = all[1].1.as_ref().unwrap();
        assert_eq!((before.template.as_str(), before.event), ("complaint-resolved", None));
        assert!(before.body.contains("said at resolve"));
    }
}

#[test]
fn s007_the_terms_are_those_of_this_client() {
    let en = terms(Lang::En, true);
    for part in ["a call every week", "a visit every month", "2 working hours", "24 hours", "Mon to Fri 09:00-18:00", "Ott"] {
        assert!(en.body.contains(part), "{part} in {}", en.body);
    }
    assert_eq!((en.case, en.event, en.promised, en.channel), (None, None, None, Channel::Email));
    let zh = terms(Lang::Zh, true);
    for part in ["每周一次电话", "每月一次上门拜访", "2 个工作小时内", "周一至周五 09:00-18:00"] {
        assert!(zh.body.contains(part), "{part} in {}", zh.body);
    }
    // Who is promised nothing is told nothing of it.
    assert!(!terms(Lang::En, false).body.contains("by ourselves"));
}

#[test]
fn hostile_names_come_out_as_they_are_and_make_no_line_of_the_subject() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(dir.path().join("templates")).unwrap();
    let own = "subject: About {{ client.name }}\n---\n{{ client.name }}|{{ case.text }}|{{ person.salutation }}\n";
    std::fs::write(dir.path().join("templates/own.txt"), own).unwrap();
    let (mut row, detail) = case(ComplaintKind::Complaint, &[], true);
    row.text = "{% include 'x' %}{{ me.name }}".to_owned();
    let (mut snapshot, mut client) = book(Some(row), true);
    snapshot.clients[0].facts.client.name = "{{ 7*7 }}\r\nBcc: all@example.com".to_owned();
    client.people[1].name = "@ {{ 7*7 }} Bei".to_owned();
    let words = Words::load(Lang::En);
    let subject = about(&snapshot, &client, Some(&detail), "", &words);
    let template = find(dir.path(), Lang::En, "own").unwrap().unwrap();
    let draft = draft(&subject, &template).unwrap();
    assert_eq!(draft.subject, "About {{ 7*7 }} Bcc: all@example.com");
    let body = "{{ 7*7 }}\r\nBcc: all@example.com|{% include 'x' %}{{ me.name }}|Dear @ {{ 7*7 }} Bei";
    assert_eq!(draft.body, body);
}

#[test]
fn a_mistake_in_the_users_own_stands_in_its_place_with_the_reason() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("templates/en");
    std::fs::create_dir_all(&folder).unwrap();
    let own = "subject: x\nfor: complaint/acknowledge\n---\nHello\n{{ client.nmae }}\n";
    std::fs::write(folder.join("complaint-acknowledge.txt"), own).unwrap();
    std::fs::write(folder.join("mine.txt"), "subject: mine {{ case.no }}\n---\nHello {{ me.name }}\n").unwrap();
    let (row, detail) = case(ComplaintKind::Complaint, &[], false);
    let (snapshot, client) = book(Some(row), false);
    let words = Words::load(Lang::En);
    let mut subject = about(&snapshot, &client, Some(&detail), "Ada", &words);
    let all = drafts(&subject, dir.path());
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["complaint-acknowledge", TERMS, "apology", "mine"]);
    let error = all[0].1.as_ref().unwrap_err();
    let file = folder.join("complaint-acknowledge.txt").display().to_string();
    assert_eq!(error.id, "draft-no-name");
    assert!(error.args.contains(&("file", Arg::Text(file))) && error.args.contains(&("line", Arg::Number(5))), "{error:?}");
    assert!(error.args.contains(&("name", Arg::Text("client.nmae".into()))));
    assert_eq!(all[3].1.as_ref().unwrap().subject, "mine 31");
    // Without a case there is none to speak of, and it says so.
    subject.case = None;
    let all = drafts(&subject, dir.path());
    let error = all.iter().find(|(name, _)| name == "mine").unwrap().1.as_ref().unwrap_err();
    assert!(error.args.contains(&("name", Arg::Text("case.no".into()))), "{error:?}");
    // A file that cannot be read stands where the shipped one would.
    std::fs::write(folder.join("service-terms.txt"), "Hello\n").unwrap();
    let all = drafts(&subject, dir.path());
    assert_eq!((all[0].0.as_str(), all[0].1.as_ref().unwrap_err().id), (TERMS, "draft-first-lines"));
}

#[test]
fn the_way_is_what_the_client_prefers_where_that_carries_text() {
    let way_of = |preferred: Option<Channel>, points: Vec<crate::store::PointDetail>, suggested: &str| {
        let (mut snapshot, mut client) = book(None, true);
        snapshot.clients[0].facts.client.preferred_channel = preferred;
        client.points = points;
        let words = Words::load(Lang::En);
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(dir.path().join("templates")).unwrap();
        std::fs::write(dir.path().join("templates/own.txt"), format!("subject: s\n{suggested}---\nx\n")).unwrap();
        let template = find(dir.path(), Lang::En, "own").unwrap().unwrap();
        let subject = about(&snapshot, &client, None, "", &words);
        let (channel, address) = way(&subject, &template);
        (channel, address.unwrap_or_default())
    };
    let mail = || point(2, PointKind::Email, "a@b.example");
    let wechat = || point(1, PointKind::Wechat, "ab");
    let none = String::new;
    assert_eq!(
        way_of(Some(Channel::Email), vec![wechat(), mail()], "channel: message\n"),
        (Channel::Email, "a@b.example".into())
    );
    assert_eq!(way_of(Some(Channel::Call), vec![wechat(), mail()], "channel: email\n"), (Channel::Email, "a@b.example".into()));
    assert_eq!(way_of(Some(Channel::Call), vec![wechat()], ""), (Channel::Message, "ab".into()));
    assert_eq!(way_of(None, vec![mail()], "channel: message\n"), (Channel::Email, "a@b.example".into()));
    let hers = crate::store::PointDetail { person: Some(Id(70)), ..point(3, PointKind::Email, "ott@b.example") };
    assert_eq!(way_of(None, vec![mail(), hers], "channel: email\n"), (Channel::Email, "ott@b.example".into()));
    assert_eq!(way_of(None, vec![], "channel: email\n"), (Channel::Email, none()));
    assert_eq!(way_of(Some(Channel::Letter), vec![mail()], ""), (Channel::Letter, none()));
}

#[test]
fn a_text_changed_by_hand_keeps_its_subject_apart() {
    let mut draft = terms(Lang::En, true);
    assert!(draft.text().starts_with("How we work with Northstar Media\n\nDear"));
    draft.edit("Our terms\n\nHello,\n\nas agreed.\n");
    assert_eq!((draft.subject.as_str(), draft.body.as_str()), ("Our terms", "Hello,\n\nas agreed."));
    draft.channel = Channel::Message;
    assert_eq!(draft.text(), "Hello,\n\nas agreed.");
    draft.edit("Hi\nthere");
    assert_eq!((draft.subject.as_str(), draft.body.as_str()), ("Our terms", "Hi\nthere"));
}

#[test]
fn what_is_logged_is_the_step_or_the_contact() {
    let at = now(WHEN);
    let all = written(ComplaintKind::Complaint, &[], Lang::En, true);
    let draft = all[0].1.as_ref().unwrap();
    let Action::LogCase(event) = draft.logged("note".into(), None, &at) else { unreachable!("{draft:?}") };
    assert_eq!((event.kind, event.channel, event.promised), (Acknowledge, Some(Channel::Message), draft.promised));
    // What was said is kept, not only its heading.
    assert_eq!(event.text, Some(format!("{}\n\n{}", draft.subject, draft.body)));
    assert_eq!(event.fulfils, None);
    let Action::LogCase(event) = draft.logged("note".into(), Some(Id(9)), &at) else { unreachable!("{draft:?}") };
    assert_eq!(event.fulfils, Some(Id(9)));
    // An offer that was logged before is not a second one.
    let all = written(ComplaintKind::Complaint, &[(Propose, "2026-11-20 17:50")], Lang::En, true);
    let offer = all.iter().find(|(name, _)| name == "complaint-propose").unwrap().1.as_ref().unwrap();
    assert!(offer.body.contains("said at propose"));
    assert!(matches!(offer.logged("note".into(), None, &at), Action::LogSent(_)));
    let Action::LogSent(sent) = terms(Lang::En, true).logged("note".into(), Some(Id(9)), &at) else { unreachable!() };
    assert_eq!((sent.template.as_str(), sent.purpose, sent.members.len()), (TERMS, Purpose::Service, 1));
    assert_eq!((sent.members[0].fulfils, sent.members[0].greets), (Some(Id(9)), None));
    let touch = &sent.members[0].touch;
    assert_eq!((touch.note.as_deref(), touch.channel, touch.at), (Some("note"), Channel::Email, at.instant));
    assert_eq!(day("2026-11-23"), at.today());
}
