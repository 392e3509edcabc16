//! Playbooks on the screen: begun with a key, done on their rows and in the panel, ended, offered and declined; as whole screens too.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::domain::action::{Action, NewRun, NewStep};
use touchbase::domain::id::Id;
use touchbase::domain::target::Target;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;

/// A client of five orders that stopped in summer, and one that ordered last week for the first time.
fn store() -> (Maker, Id, Id) {
    let mut m = Maker::new();
    let north = m.client("Northstar Media", |c| c.since = day("2026-01-05"));
    m.pin(north, Tier::A);
    m.touch(north, Channel::Call, "2026-11-20 10:00", "");
    m.touch(north, Channel::Visit, "2026-11-18 10:00", "");
    for (n, issued) in ["2026-03-02", "2026-04-01", "2026-05-04", "2026-06-01", "2026-07-01"].into_iter().enumerate() {
        m.invoice(north, &format!("2026-{n}"), issued, issued, Some(issued), 1_200_000);
    }
    let fresh = m.client("Fresh Valley", |c| c.since = day("2026-11-10"));
    m.touch(fresh, Channel::Email, "2026-11-20 11:00", "");
    m.invoice(fresh, "2026-90", "2026-11-16", "2026-12-16", Some("2026-11-17"), 300_000);
    (m, north, fresh)
}

fn open(lang: Lang, size: (u16, u16)) -> Driver {
    Driver::open(store().0.store, lang, size, monday())
}

fn runs(d: &Driver, name: &str) -> Vec<touchbase::domain::facts::RunRow> {
    let book = &d.book.model.book;
    book.clients.iter().find(|c| c.name() == name).unwrap().facts.runs.clone()
}

fn touches(d: &Driver, name: &str) -> u32 {
    d.book.model.book.clients.iter().find(|c| c.name() == name).unwrap().facts.touches
}

const NORTH: &str = "2 / 'north' Enter";

#[test]
fn s097_a_cost_that_is_not_read_is_said_and_one_that_is_missing_too() {
    let mut d = open(Lang::En, (100, 30));
    d.keys(NORTH).keys("W d 'two late deliveries' Enter");
    d.keys("d 'free reprint =abc' Enter");
    assert!(d.picture().contains("No cost read; write =200"), "{}", d.picture());
    assert!(runs(&d, "Northstar Media")[0].steps[1].done.is_none(), "nothing is written without the cost");
    d.keys("Esc");
    d.keys("d '200 free reprint' Enter");
    assert!(d.said().contains("no cost noted"), "{}", d.said());
}

#[test]
fn s098_a_low_mark_leads_back_to_the_remedy_and_stands_in_the_question_at_the_end() {
    let mut d = open(Lang::En, (100, 30));
    d.keys(NORTH).keys("W d 'two late deliveries' Enter d 'free reprint =0' Enter");
    assert_eq!(runs(&d, "Northstar Media")[0].steps[1].cost.map(|c| c.minor), Some(0));
    d.keys("d d 2");
    assert!(d.said().contains("2 of 5, below 4: back to the remedy, W shows the steps"), "{}", d.said());
    d.keys("d");
    assert!(d.said().contains("gave 2 of 5: saved, lost, or break off?"), "{}", d.said());
}

#[test]
fn s096_s099_a_win_back_from_w_to_saved_with_its_steps_asking_what_they_want() {
    let mut d = open(Lang::En, (100, 30));
    d.keys(NORTH).keys("W");
    assert!(d.said().contains("Began Win-back") && d.said().contains("Talk and listen"), "{}", d.said());
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Playbook(_))), "{}", d.picture());
    let before = touches(&d, "Northstar Media");
    d.keys("d 'two late deliveries' Enter");
    assert_eq!(touches(&d, "Northstar Media"), before + 1, "the talk is a contact");
    d.keys("d 'free reprint =2000'");
    assert!(d.picture().contains("remedy: free reprint") && d.picture().contains("CNY 2,000 of CNY"), "{}", d.picture());
    d.keys("Enter");
    assert_eq!(runs(&d, "Northstar Media")[0].steps[1].cost.map(|c| c.minor), Some(200_000));
    d.keys("- 'said on the phone' Enter d 4");
    let client = |d: &Driver| d.book.model.book.clients.iter().find(|c| c.name() == "Northstar Media").unwrap().clone();
    assert_eq!(client(&d).facts.surveys[0].score, 4, "S98: a mark");
    d.keys("d");
    assert!(d.said().contains("gave 4 of 5: saved, lost, or break off?"), "{}", d.said());
    d.keys("s");
    assert!(d.said().contains("Won back: Northstar Media") && d.said().contains("21 Feb"), "{}", d.said());
    assert!(d.book.model.dialogs.is_empty(), "what is over needs no panel");
    assert_eq!(runs(&d, "Northstar Media")[0].ended.map(|(_, how)| how), Some(RunEnd::Saved));
    assert!(client(&d).tightened.is_some(), "S99: the plan stays raised");
    // Everything is taken back, one key a step: end, five steps, the beginning.
    d.keys("u u u u u u u");
    assert!(runs(&d, "Northstar Media").is_empty() && client(&d).facts.surveys.is_empty());
    assert_eq!(touches(&d, "Northstar Media"), before);
}

#[test]
fn s100_a_win_back_that_fails_asks_why_the_client_is_lost() {
    let mut d = open(Lang::En, (80, 24));
    d.keys(NORTH).keys("W e l 4 Enter");
    let status = d.book.model.book.clients.iter().find(|c| c.name() == "Northstar Media").unwrap().status;
    assert_eq!(status, Status::Active, "words are needed:\n{}", d.picture());
    d.keys("'went to a rival' Enter");
    assert!(d.book.model.dialogs.is_empty(), "what is over needs no panel:\n{}", d.picture());
    let client = d.book.model.book.clients.iter().find(|c| c.name() == "Northstar Media").unwrap();
    assert_eq!((client.status, client.facts.runs[0].ended.map(|(_, how)| how)), (Status::Lost, Some(RunEnd::Lost)));
}

#[test]
fn s100_the_last_step_on_today_decides_about_its_own_client_and_not_the_next_one() {
    let (mut m, north, _) = store();
    let step = NewStep {
        kind: StepKind::Step,
        title: "Decide".into(),
        text: None,
        channel: None,
        template: None,
        due: day("2026-11-20"),
    };
    let run = NewRun { client: north, playbook: "win-back".into(), title: "Win-back".into(), steps: vec![step] };
    m.act(Action::StartPlaybook(Box::new(run)), "2026-11-19 10:00");
    let mut d = Driver::open(m.store, Lang::En, (80, 24), monday());
    d.keys("g d");
    assert!(d.said().contains("Northstar Media: saved or lost?"), "{}", d.picture());
    d.keys("l 1 'too dear' Enter");
    let status = |d: &Driver, name: &str| d.book.model.book.clients.iter().find(|c| c.name() == name).unwrap().status;
    assert_eq!((status(&d, "Northstar Media"), status(&d, "Fresh Valley")), (Status::Lost, Status::Active));
    // Left open, it waits in Today and is asked again.
    d.keys("u Esc 1 g d");
    assert!(d.said().contains("saved or lost?"), "{}", d.picture());
    d.keys("x 'not now' Enter");
    assert_eq!(runs(&d, "Northstar Media")[0].ended.map(|(_, how)| how), Some(RunEnd::Stopped));
}

#[test]
fn the_row_of_a_step_does_it_leaves_it_out_puts_it_off_and_leads_to_the_whole() {
    let mut d = open(Lang::En, (80, 24));
    d.keys(NORTH).keys("W Esc 1");
    let selected = |d: &Driver| d.book.model.entry().and_then(|e| e.id.target);
    let rows = d.book.model.list().entries().filter(|(_, e)| matches!(e.id.target, Some(Target::Step(_)))).count();
    assert_eq!(rows, 1, "{}", d.picture());
    d.keys("/ 'north' Enter g");
    assert!(matches!(selected(&d), Some(Target::Step(_))), "{}", d.picture());
    d.keys("Enter");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Playbook(_))));
    d.keys("Esc -");
    assert!(d.picture().contains("Why is the step left out"), "{}", d.picture());
    d.keys("Enter");
    assert!(runs(&d, "Northstar Media")[0].steps[0].done.is_none(), "not without a reason");
    d.keys("Esc z 1");
    assert!(d.said().contains("Snoozed") || d.said().contains("hidden") || d.book.model.error.is_none(), "{}", d.said());
    let left = d.book.model.book.queue.items.iter().filter(|i| matches!(i.target, Target::Step(_))).count();
    assert_eq!(left, 0, "put off until tomorrow");
    d.keys("u");
    d.keys("Esc 1 / 'north' Enter g d 'price' Enter");
    assert!(d.said().contains("next, Wed 25 Nov"), "{}", d.said());
    // The other key on the same client shows what runs, a second win-back does not begin.
    d.keys("Esc").keys(NORTH).keys("W");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Playbook(_))));
    assert_eq!(runs(&d, "Northstar Media").len(), 1);
}

#[test]
fn s104_an_onboarding_is_offered_begun_and_declined_for_good() {
    let mut d = open(Lang::En, (100, 30));
    let offered = |d: &Driver| d.book.model.book.queue.items.iter().filter(|i| i.target == Target::Onboarding).count();
    assert_eq!(offered(&d), 1, "{}", d.picture());
    d.keys("/ 'fresh' Enter g");
    assert!(d.picture().contains("begin it"), "{}", d.picture());
    d.keys("d");
    assert_eq!((runs(&d, "Fresh Valley").len(), offered(&d)), (1, 0));
    d.keys("u");
    assert_eq!((runs(&d, "Fresh Valley").len(), offered(&d)), (0, 1));
    d.keys("Esc 1 / 'fresh' Enter g - 'knows us' Enter");
    assert_eq!(offered(&d), 0, "{}", d.said());
    d.now = now("2026-12-15 09:00");
    d.keys("Esc 2 1");
    assert_eq!(offered(&d), 0, "never again");
    d.keys("u");
    assert_eq!(offered(&d), 1, "{}", d.said());
}

#[test]
fn the_panel_as_whole_screens() {
    let panel = |lang, size| {
        let mut d = open(lang, size);
        d.keys(NORTH).keys("W d 'late twice' Enter d 'reprint =2000' Enter");
        d.picture()
    };
    insta::assert_snapshot!("playbook_60", panel(Lang::En, (60, 18)));
    insta::assert_snapshot!("playbook_80", panel(Lang::En, (80, 24)));
    insta::assert_snapshot!("playbook_zh", panel(Lang::Zh, (80, 24)));
    insta::assert_snapshot!("playbook_200", panel(Lang::Zh, (200, 60)));
}

#[test]
fn the_brief_and_the_questions_as_whole_screens() {
    let mut d = open(Lang::En, (120, 30));
    insta::assert_snapshot!("playbook_brief", d.keys(NORTH).keys("W Esc").picture());
    insta::assert_snapshot!("playbook_remedy", d.keys("N d 'late' Enter d 'reprint =2000'").picture());
    let mut d = open(Lang::Zh, (80, 24));
    insta::assert_snapshot!("playbook_mark_zh", d.keys(NORTH).keys("W d '晚' Enter d '重印' Enter d d").picture());
    insta::assert_snapshot!("playbook_ending_zh", d.keys("4 d").picture());
}
