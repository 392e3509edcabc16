//! The board of opportunities and projects as whole screens, and what its keys do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod board_kit;
mod screen_fixture;

use screen_fixture::*;
use touchbase::app::board::{Board, Side};
use touchbase::app::dialog::Dialog;
use touchbase::app::model::Tab;
use touchbase::app::mouse::{Mouse, MouseKind};
use touchbase::domain::target::Target;
use touchbase::domain::words::Stage;
use touchbase::i18n::Lang;
use touchbase::tui::events::Event;

fn open(lang: Lang, size: (u16, u16)) -> Driver {
    let mut m = Maker::new();
    board_kit::fill(&mut m);
    let mut d = Driver::open(m.store, lang, size, monday());
    d.keys("D");
    d
}

fn board(d: &Driver) -> &Board {
    match d.book.model.dialogs.last() {
        Some(Dialog::Board(board)) => board,
        _ => panic!("no board:\n{}", d.picture()),
    }
}

/// Title and stage of the selected opportunity.
fn here(d: &Driver) -> (String, Stage) {
    let (_, row) = board(d).prospect(&d.book.model.book).expect("an opportunity");
    (row.title.clone(), row.state().stage)
}

/// Title of the selected project, and milestones reached.
fn project(d: &Driver) -> (String, usize) {
    let (_, row) = board(d).project(&d.book.model.book).expect("a project");
    (row.title.clone(), row.reached().0)
}

#[test]
fn s129_opportunities_as_whole_screens() {
    insta::assert_snapshot!("board_60", open(Lang::En, (60, 18)).picture());
    insta::assert_snapshot!("board_80", open(Lang::En, (80, 24)).picture());
    insta::assert_snapshot!("board_200", open(Lang::En, (200, 60)).keys("l").picture());
    insta::assert_snapshot!("board_zh_60", open(Lang::Zh, (60, 18)).picture());
    insta::assert_snapshot!("board_zh_80", open(Lang::Zh, (80, 24)).keys("j j j").picture());
    insta::assert_snapshot!("board_zh_200", open(Lang::Zh, (200, 60)).picture());
}

#[test]
fn s143_projects_as_whole_screens() {
    insta::assert_snapshot!("projects_60", open(Lang::En, (60, 18)).keys("Tab").picture());
    insta::assert_snapshot!("projects_80", open(Lang::En, (80, 24)).keys("Tab").picture());
    insta::assert_snapshot!("projects_200", open(Lang::En, (200, 60)).keys("Tab").picture());
    insta::assert_snapshot!("projects_zh_60", open(Lang::Zh, (60, 18)).keys("Tab j").picture());
    insta::assert_snapshot!("projects_zh_80", open(Lang::Zh, (80, 24)).keys("Tab").picture());
    insta::assert_snapshot!("projects_zh_200", open(Lang::Zh, (200, 60)).keys("Tab").picture());
}

#[test]
fn s129_a_card_goes_on_and_back_through_its_stages_and_each_step_can_be_undone() {
    let mut d = open(Lang::En, (120, 40));
    assert_eq!(here(&d), ("年度画册".to_owned(), Stage::Intake), "the one with the nearest signature");
    d.keys("<");
    assert!(d.said().contains("first stage"), "{}", d.said());
    d.keys(">");
    assert_eq!(here(&d), ("年度画册".to_owned(), Stage::Needs), "it stays selected in its new column");
    d.keys("》");
    assert_eq!(here(&d).1, Stage::Proposal);
    d.keys("<");
    assert_eq!(here(&d).1, Stage::Needs);
    d.keys("u u u");
    assert_eq!(here(&d).1, Stage::Intake);
    d.keys("> > > >");
    assert_eq!(here(&d).1, Stage::FollowUp);
    assert!(d.said().contains("w marks it won"), "{}", d.said());
}

#[test]
fn s129_won_and_lost_leave_the_board_and_lost_asks_why() {
    let mut d = open(Lang::En, (120, 40));
    let count = |d: &Driver| board(d).columns.iter().flatten().count();
    assert_eq!(count(&d), 5);
    d.keys("w");
    assert_eq!(count(&d), 4);
    assert!(d.said().contains("年度画册"), "{}", d.said());
    d.keys("x Enter");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Line(_))), "a reason is needed");
    d.keys("'too dear' Enter");
    assert_eq!(count(&d), 3);
    d.keys("u u");
    assert_eq!(count(&d), 5);
}

#[test]
fn s095_another_day_of_signature_is_a_slip_that_the_board_counts() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("l");
    assert_eq!(here(&d), ("Website 2027".to_owned(), Stage::Proposal), "an empty column is stepped over");
    assert!(d.picture().contains("2x moved") && d.picture().contains("moved twice"), "{}", d.picture());
    d.keys("r '2026-12-21' Enter");
    assert!(d.picture().contains("3x moved"), "{}", d.picture());
    assert!(d.picture().contains("Mon 16 Nov -> Mon 21 Dec"), "{}", d.picture());
}

#[test]
fn s129_d_is_a_contact_with_a_next_step_and_the_board_stays() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("d 'send the sketch +3d' Enter");
    let client = d.book.model.book.client(board(&d).card().unwrap().client).unwrap();
    assert_eq!(client.facts.tasks[0].text, "send the sketch");
    assert_eq!(client.facts.touches_today, 1);
    assert_eq!(here(&d).0, "年度画册");
}

#[test]
fn s143_projects_stand_by_what_presses_and_their_keys_act_on_the_next_milestone() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("Tab");
    assert_eq!(board(&d).side, Side::Projects);
    let titles: Vec<String> = (0..4)
        .map(|_| {
            let title = project(&d).0;
            d.keys("j");
            title
        })
        .collect();
    assert_eq!(titles, ["Care of the site", "包月服务", "Brand book", "Trade fair 2027"]);
    d.keys("k k k");
    assert_eq!(project(&d), ("Care of the site".to_owned(), 1));
    d.keys("d");
    assert!(d.said().contains("Milestone reached: New start page"), "{}", d.said());
    assert_eq!(project(&d), ("Care of the site".to_owned(), 2));
    d.keys("r '2026-12-14' Enter");
    assert!(d.picture().contains("Winter sale, due Mon 14 Dec"), "{}", d.picture());
    d.keys("n 'Spring sale' Down '2027-02-01' F10");
    assert!(d.picture().contains("Spring sale"), "{}", d.picture());
    d.keys("R");
    assert!(d.said().contains("Reported how it goes"), "{}", d.said());
    d.keys(">");
    assert!(d.said().contains("No opportunity"), "{}", d.said());
    d.keys("E");
    assert!(d.picture().contains("Report every") && d.picture().contains("Add a milestone"), "{}", d.picture());
}

#[test]
fn s009_t_offers_the_report_of_the_project_and_sending_it_says_that_it_was_given() {
    let mut d = open(Lang::En, (120, 60));
    d.keys("Tab t");
    let text = d.picture();
    for part in ["progress-report", "New start page", "Winter sale", "Care of the site"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(!text.contains("do not tell"), "{text}");
    d.keys("d");
    let (_, row) = board(&d).project(&d.book.model.book).unwrap();
    assert_eq!(row.reported_on, Some(day("2026-11-23")));
}

#[test]
fn s049_milestone_and_report_stand_in_today_and_are_done_there() {
    let mut m = Maker::new();
    board_kit::fill(&mut m);
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    let on = |d: &Driver, wanted: fn(&Target) -> bool| d.book.model.book.queue.items.iter().any(|i| wanted(&i.target));
    let is_milestone: fn(&Target) -> bool = |t| matches!(t, Target::Milestone(_));
    let is_report: fn(&Target) -> bool = |t| matches!(t, Target::Report(_));
    assert!(on(&d, is_milestone) && on(&d, is_report));
    insta::assert_snapshot!("today_with_milestone", d.picture());
    d.keys("/ 'northstar' Enter d");
    assert!(d.said().contains("Milestone reached: New start page"), "{}", d.said());
    assert!(!on(&d, is_milestone));
    d.keys("Esc Esc 1 / 'northstar' Enter d");
    assert!(d.said().contains("Reported how it goes"), "{}", d.said());
    assert!(!on(&d, is_report));
}

#[test]
fn s049_a_renewal_suggests_the_same_term() {
    let mut m = Maker::new();
    board_kit::fill(&mut m);
    let mut d = Driver::open(m.store, Lang::En, (120, 40), monday());
    d.keys("/ '远山' Enter");
    assert!(matches!(d.book.model.item().map(|i| i.target), Some(Target::Renewal(_))), "{}", d.picture());
    d.keys("d");
    assert!(d.picture().contains("Enter alone: Sat 20 Nov 2027"), "{}", d.picture());
    d.keys("'2027-10-01'");
    assert!(d.picture().contains("it then runs until Fri 31 Dec 2027"), "{}", d.picture());
    d.keys("Enter");
    let client = d.book.model.book.clients.iter().find(|c| c.name() == "远山设计").unwrap();
    let row = &client.facts.engagements[0];
    assert_eq!((row.notice, row.end), (Some(day("2027-10-01")), Some(day("2027-12-31"))));
}

#[test]
fn the_board_is_worked_with_the_mouse() {
    let mut d = open(Lang::En, (120, 40));
    let click = |d: &mut Driver, words: &str| {
        let (row, line) = d
            .picture()
            .lines()
            .enumerate()
            .find(|(_, l)| l.contains(words))
            .map(|(n, l)| (n, l.to_owned()))
            .unwrap_or_else(|| panic!("{words} in\n{}", d.picture()));
        let column = unicode_width::UnicodeWidthStr::width(&line[..line.find(words).unwrap()]);
        let mouse = Mouse { kind: MouseKind::Press, column: column as u16, row: row as u16 };
        d.event(Event::Mouse(mouse));
    };
    click(&mut d, "Launch film");
    assert_eq!(here(&d).0, "Launch film");
    click(&mut d, "Projects");
    assert_eq!(board(&d).side, Side::Projects);
    click(&mut d, "Brand book");
    assert_eq!(project(&d).0, "Brand book");
    click(&mut d, "Brand book");
    assert!(d.book.model.dialogs.is_empty());
    assert_eq!((d.book.model.tab, d.book.model.client().unwrap().name()), (Tab::Clients, "Kite Labs"));
    assert!(d.book.model.page.is_some(), "its own page");
}
