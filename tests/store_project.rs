//! Milestones and progress reports in the file: written, taken back, refused, and told in words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod store_kit;

use store_kit::*;
use touchbase::domain::action::*;
use touchbase::domain::id::Id;
use touchbase::domain::interval::Interval;
use touchbase::i18n::{Lang, Words};

fn project(book: &mut Book) -> (Id, Id) {
    let client = book.add("Northstar");
    let new = NewEngagement { report_every: Some(Interval::Days(14)), ..engagement(client) };
    book.run(&Action::AddEngagement(Box::new(new)));
    (client, book.rows(client).engagements[0].id)
}

fn milestone(engagement: Id, title: &str) -> Action {
    Action::AddMilestone(Box::new(NewMilestone { engagement, title: title.into(), due: today().plus(3), note: None }))
}

#[test]
fn s021_a_milestone_is_written_changed_reached_and_taken_out_and_each_step_can_be_undone() {
    let mut book = Book::new();
    let (client, project) = project(&mut book);
    book.there_and_back(&milestone(project, " first draft "));
    let row = book.rows(client).engagements[0].milestones[0].clone();
    assert_eq!((row.title.as_str(), row.due, row.done), ("first draft", today().plus(3), None));
    let id = row.id;
    book.there_and_back(&Action::EditMilestone {
        milestone: id,
        title: Some("draft".into()),
        due: Some(today().plus(5)),
        note: Some(Some("two pages".into())),
    });
    book.there_and_back(&Action::DoneMilestone { milestone: id, on: Some(today().plus(-1)) });
    let row = book.rows(client).engagements[0].milestones[0].clone();
    assert_eq!((row.title.as_str(), row.due), ("draft", today().plus(5)));
    assert_eq!((row.done, row.note.as_deref()), (Some(today().plus(-1)), Some("two pages")));
    assert_eq!(book.refused(&Action::DoneMilestone { milestone: id, on: Some(today()) }), (4, "refused-milestone-done"));
    book.there_and_back(&Action::DoneMilestone { milestone: id, on: None });
    assert_eq!(book.refused(&Action::DoneMilestone { milestone: id, on: None }), (4, "refused-milestone-open"));
    let ahead = Action::DoneMilestone { milestone: id, on: Some(today().plus(1)) };
    assert_eq!(book.refused(&ahead), (4, "refused-to-come"));
    book.there_and_back(&Action::RemoveMilestone { milestone: id });
    assert!(book.rows(client).engagements[0].milestones.is_empty());
    assert_eq!(book.refused(&Action::RemoveMilestone { milestone: id }), (3, "refused-no-milestone"));
}

#[test]
fn s049_the_day_the_client_was_told_how_it_goes_is_kept_with_the_project() {
    let mut book = Book::new();
    let (client, project) = project(&mut book);
    assert_eq!(book.rows(client).engagements[0].report_every, Some(Interval::Days(14)));
    book.there_and_back(&Action::ReportProgress { engagement: project, on: today() });
    assert_eq!(book.rows(client).engagements[0].reported_on, Some(today()));
    assert_eq!(book.refused(&Action::ReportProgress { engagement: project, on: today().plus(1) }), (4, "refused-to-come"));
    assert_eq!(book.refused(&milestone(Id(7), "x")), (3, "refused-no-engagement"));
    assert_eq!(book.refused(&milestone(project, " ")), (2, "refused-empty-title"));
}

#[test]
fn s021_the_history_names_the_milestone_even_when_it_is_gone() {
    let mut book = Book::new();
    let (client, project) = project(&mut book);
    book.run(&milestone(project, "first draft"));
    let id = book.rows(client).engagements[0].milestones[0].id;
    book.run(&Action::DoneMilestone { milestone: id, on: Some(today()) });
    book.run(&Action::ReportProgress { engagement: project, on: today() });
    book.run(&Action::RemoveMilestone { milestone: id });
    let words = Words::load(Lang::En);
    let told: Vec<String> =
        book.store.history(Some(client), 4, None).unwrap().iter().map(|op| words.say(&op.message, &book.now)).collect();
    assert_eq!(
        told,
        [
            "Took out milestone: first draft, Northstar",
            "Reported how it goes: site care, Northstar",
            "Milestone reached: first draft, Northstar",
            "Added milestone: first draft, Northstar, due Thu 26 Nov",
        ]
    );
}
