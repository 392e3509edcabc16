//! Drafts on the screen: the words for a step, in both languages; nothing is logged before it was sent, and one undo takes it back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::drafts::Drafts;
use touchbase::domain::action::{Action, ClientField, NewComplaint};
use touchbase::domain::id::Id;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::tui::run::{Flow, Screen};

/// A client with a case, on the tab of cases.
fn on_case(lang: Lang, size: (u16, u16), kind: ComplaintKind) -> Driver {
    let mut m = Maker::new();
    let zh = lang == Lang::Zh;
    let greenleaf = m.client(if zh { "绿叶科技" } else { "Greenleaf Tech" }, |c| {
        c.person = Some(if zh { "叶经理" } else { "Ms Leaf" }.into());
        c.points = vec![phone("021 5550 9999"), email("leaf@greenleaf.example")];
    });
    m.pin(greenleaf, Tier::A);
    m.touch(greenleaf, Channel::Visit, "2026-11-17 15:00", "");
    m.touch(greenleaf, Channel::Call, "2026-11-20 10:00", "");
    let new = NewComplaint {
        client: greenleaf,
        kind,
        complex: false,
        opened: moment("2026-11-23 08:30"),
        channel: Some(Channel::Call),
        text: if zh { "印刷第三次出错" } else { "third typo in print" }.into(),
        demand: Some(if zh { "免费重印" } else { "a free reprint" }.into()),
        cause: None,
        person: None,
        other: None,
        mediator: None,
        tier: Some(Tier::A),
        begun: CaseStatus::Registered,
    };
    m.act(Action::OpenComplaint(Box::new(new)), "2026-11-23 08:30");
    let mut d = Driver::open(m.store, lang, size, monday());
    d.keys("4");
    d
}

fn drafts(d: &Driver) -> Option<&Drafts> {
    match d.book.model.dialogs.last() {
        Some(Dialog::Draft(drafts)) => Some(drafts),
        _ => None,
    }
}

fn case_id(d: &Driver) -> Id {
    d.book.model.book.cases().next().unwrap().row.id
}

fn events(d: &Driver) -> Vec<(CaseEventKind, Option<Channel>, bool)> {
    let detail = d.book.store().case_detail(case_id(d), moment("2027-01-01 00:00")).unwrap().unwrap();
    detail.events.iter().map(|e| (e.event.kind, e.event.channel, e.event.promised.is_some())).collect()
}

fn touches(d: &Driver) -> usize {
    let client = d.book.model.book.clients[0].id();
    d.book.store().detail(client).unwrap().unwrap().touches.len()
}

#[test]
fn the_draft_in_both_languages() {
    for lang in Lang::ALL {
        let mut d = on_case(lang, (100, 30), ComplaintKind::Complaint);
        d.keys("t");
        insta::assert_snapshot!(format!("draft_{}", lang.tag()), d.picture());
    }
}

#[test]
fn s078_t_y_d_answers_the_case_with_its_promise_and_one_undo_takes_it_back() {
    let mut d = on_case(Lang::En, (100, 30), ComplaintKind::Complaint);
    let before = touches(&d);
    d.keys("t");
    let draft = drafts(&d).unwrap().shown().1.clone().unwrap();
    d.keys("y");
    // A message goes out without its subject; nothing is logged by copying.
    assert_eq!(d.book.take_copy().as_deref(), Some(draft.body.as_str()));
    assert!(draft.body.starts_with("Dear Ms Leaf,") && d.said().starts_with("Copied"), "{}", d.said());
    assert!(drafts(&d).is_some() && events(&d).is_empty() && touches(&d) == before);
    d.keys("d");
    assert!(drafts(&d).is_none());
    assert_eq!(events(&d), [(CaseEventKind::Acknowledge, Some(Channel::Message), true)]);
    assert_eq!(touches(&d), before + 1);
    let case = d.book.model.book.cases().next().unwrap().clone();
    assert_eq!((case.progress.status, case.progress.promised), (CaseStatus::Acknowledged, draft.promised));
    assert_eq!(draft.promised, Some(moment("2026-11-24 09:00")));
    assert!(d.said().contains("Answered case 1"), "{}", d.said());
    d.keys("u");
    assert!(events(&d).is_empty() && touches(&d) == before);
    assert_eq!(d.book.model.book.cases().next().unwrap().progress.status, CaseStatus::Registered);
}

#[test]
fn nothing_is_logged_before_it_was_sent() {
    let mut d = on_case(Lang::En, (60, 18), ComplaintKind::Complaint);
    let before = touches(&d);
    d.keys("t y Tab y BackTab j k PgDn Esc");
    assert!(drafts(&d).is_none() && events(&d).is_empty() && touches(&d) == before);
    assert_eq!(d.flow, Flow::Continue);
}

#[test]
fn every_step_has_its_words() {
    let mut d = on_case(Lang::En, (100, 30), ComplaintKind::Complaint);
    let offered = |d: &mut Driver| {
        d.keys("t");
        drafts(d).unwrap().shown().0.to_owned()
    };
    assert_eq!(offered(&mut d), "complaint-acknowledge");
    d.keys("d");
    assert_eq!(offered(&mut d), "complaint-propose");
    d.keys("Esc p 'free reprint' Enter");
    assert_eq!(offered(&mut d), "complaint-resolved");
    // The offer was logged already: to write it down is a contact and no second offer.
    d.keys("Tab");
    assert_eq!(drafts(&d).unwrap().shown().0, "complaint-propose");
    assert!(drafts(&d).unwrap().shown().1.as_ref().unwrap().body.contains("free reprint"));
    let before = touches(&d);
    d.keys("d");
    assert_eq!((events(&d).len(), touches(&d)), (2, before + 1));
    d.keys("t d");
    assert_eq!(offered(&mut d), "complaint-follow-up");
    d.keys("d s 2 Enter");
    let case = d.book.model.book.cases().next().unwrap();
    assert_eq!(case.progress.status, CaseStatus::Closed, "{}", d.picture());
    assert_eq!(offered(&mut d), "complaint-reopened");
    d.keys("d");
    assert_eq!(events(&d).last().unwrap().0, CaseEventKind::Reopen);
    assert_eq!(offered(&mut d), "complaint-reopened");
    d.keys("Esc");
    let mut d = on_case(Lang::Zh, (100, 30), ComplaintKind::Enquiry);
    assert_eq!(offered(&mut d), "enquiry-acknowledge");
    assert!(!d.picture().contains("抱歉"), "{}", d.picture());
}

#[test]
fn s007_the_terms_of_service_are_logged_with_their_name() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.keys("2 / 'orchid' Enter t");
    // What is due comes first: an invoice of theirs is late.
    assert_eq!(drafts(&d).unwrap().shown().0, "invoice-reminder-1");
    while drafts(&d).unwrap().shown().0 != "service-terms" {
        d.keys("Tab");
        assert_ne!(drafts(&d).unwrap().at, 0, "once around");
    }
    assert!(d.picture().contains("service-terms") && d.picture().contains("How we work with Orchid Print"), "{}", d.picture());
    d.keys("y");
    assert!(d.book.take_copy().unwrap().starts_with("How we work with Orchid Print\n\nDear Orchid Print team,"));
    d.keys("d");
    let client = d.book.model.client().unwrap().id();
    let detail = d.book.store().detail(client).unwrap().unwrap();
    let newest = &detail.touches[0];
    assert_eq!((newest.row.channel, newest.row.at), (Channel::Email, monday().instant));
    assert_eq!(newest.note.as_deref(), Some("Sent: How we work with Orchid Print (service-terms)"));
    d.keys("u");
    assert_eq!(d.book.store().detail(client).unwrap().unwrap().touches.len(), detail.touches.len() - 1);
}

#[test]
fn s016_a_letter_with_a_hole_in_it_is_logged_only_after_it_was_filled_or_handed_over() {
    let holed = || {
        let mut d = on_case(Lang::En, (100, 30), ComplaintKind::Complaint);
        d.keys("t d t");
        assert_eq!(drafts(&d).unwrap().shown().0, "complaint-propose");
        d.keys("d");
        assert!(d.picture().contains("Nothing logged: 1 place in brackets"), "{}", d.picture());
        assert_eq!((events(&d).len(), drafts(&d).is_some()), (1, true));
        d
    };
    let mut d = holed();
    d.keys("E");
    d.edited(Ok(Some("Our proposal\n\nA free reprint by Friday.\n".to_owned())));
    d.keys("d");
    assert_eq!(events(&d).len(), 2);
    let mut d = holed();
    d.keys("y d");
    assert_eq!(events(&d).len(), 2, "what was copied is filled where it was pasted");
}

#[test]
fn a_text_can_be_changed_before_it_is_copied() {
    let mut d = on_case(Lang::En, (100, 30), ComplaintKind::Complaint);
    d.keys("t E");
    let Flow::Edit(text) = d.flow.clone() else { panic!("{:?}", d.flow) };
    assert!(text.starts_with("Dear Ms Leaf,"));
    d.edited(Ok(Some("Dear Ms Leaf,\n\nI am on my way.\u{1b}[2J\n".to_owned())));
    assert!(d.picture().contains("I am on my way.<1B>[2J") && !d.picture().contains("What happens"), "{}", d.picture());
    d.keys("y");
    assert_eq!(d.book.take_copy().unwrap(), "Dear Ms Leaf,\n\nI am on my way.\u{1b}[2J");
    assert!(events(&d).is_empty());
}

#[test]
fn s073_the_preferred_channel_counts_where_it_carries_a_text() {
    let mut d = on_case(Lang::En, (100, 30), ComplaintKind::Complaint);
    d.keys("t");
    assert!(d.picture().contains("by message to 021 5550 9999") && d.picture().contains("Better by phone first"));
    let client = d.book.model.book.clients[0].id();
    let mut m = Maker { store: d.book.into_store() };
    let fields = vec![ClientField::PreferredChannel(Some(Channel::Email))];
    m.act(Action::EditClient { client, fields, points: vec![], tags: vec![], why: None }, "2026-11-23 09:00");
    let mut d = Driver::open(m.store, Lang::En, (100, 30), monday());
    d.keys("4 t");
    assert!(d.picture().contains("by email to leaf@greenleaf.example"), "{}", d.picture());
    d.keys("y");
    assert!(d.book.take_copy().unwrap().starts_with("Your message of Monday 23 November: we are on it (no. 1)\n\nDear"));
}

#[test]
fn a_draft_can_be_read_on_the_smallest_screen() {
    for lang in Lang::ALL {
        let mut d = on_case(lang, (60, 18), ComplaintKind::Complaint);
        d.keys("t");
        let top = d.picture();
        d.keys("PgDn PgDn PgDn");
        assert_ne!(top, d.picture());
        let last = drafts(&d).unwrap().shown().1.as_ref().unwrap().body.lines().last().unwrap().to_owned();
        assert!(d.picture().contains(&last), "{last}\n{}", d.picture());
        assert!(d.foot().contains("Tab "), "{}", d.foot());
    }
}

#[test]
fn on_a_case_the_words_stand_with_its_keys() {
    let d = on_case(Lang::En, (100, 30), ComplaintKind::Complaint);
    assert!(d.foot().contains("t draft"), "{}", d.foot());
}
