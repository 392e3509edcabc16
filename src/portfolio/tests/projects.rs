//! Milestones, reports of progress, and what stands still.

use super::*;
use crate::domain::facts::{EngagementRow, MilestoneRow, OpportunityRow, OpportunityState};
use crate::domain::money::Money;
use crate::domain::target::Target;
use crate::portfolio::calendar::Calendar;
use crate::portfolio::projects::{self, Need, next_notice, projects, renewed, term};
use crate::portfolio::prospects;

/// A client spoken to on 20 November with a retainer of a year.
fn care(notice: Option<&str>) -> Book {
    let mut book = Book::new();
    let n = book.add("Northstar", "2026-01-05");
    book.pin(n, Tier::B);
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-11-20 10:00");
    book.engagement(n, "2026-01-01", Some("2026-12-31"), notice);
    book
}

fn row(book: &mut Book) -> &mut EngagementRow {
    &mut book.rows[0].engagements[0]
}

fn milestone(book: &mut Book, id: i64, title: &str, due: &str, done: Option<&str>) {
    row(book).milestones.push(MilestoneRow {
        id: Id(id),
        title: title.to_owned(),
        due: day(due),
        done: done.map(day),
        note: None,
    });
}

fn targets(book: &Book, when: &str) -> Vec<String> {
    let mut all: Vec<String> = book.at(when).queue.items.iter().map(|i| i.target.to_string()).collect();
    all.retain(|t| t.starts_with("milestone") || t.starts_with("report"));
    all
}

#[test]
fn s021_a_milestone_stands_among_the_promises_from_its_day_until_it_is_reached() {
    let mut book = care(None);
    milestone(&mut book, 901, "draft", "2026-11-24", None);
    milestone(&mut book, 902, "plan", "2026-11-10", Some("2026-11-25"));
    assert_eq!(targets(&book, "2026-11-23 09:00"), ["milestone:902"], "what was reached later was open then");
    assert_eq!(targets(&book, "2026-11-24 09:00"), ["milestone:902", "milestone:901"]);
    assert_eq!(targets(&book, "2026-11-25 09:00"), ["milestone:901"]);
    let late = book.at("2026-11-26 09:00");
    let item = late.queue.items.iter().find(|i| i.target == Target::Milestone(Id(901))).unwrap();
    assert_eq!((item.kind, item.section, item.late_days), (ItemKind::Task, Section::Promised, 2));
    row(&mut book).status = EngagementStatus::Cancelled;
    assert!(targets(&book, "2026-11-26 09:00").is_empty(), "a project that was called off asks for nothing");
}

#[test]
fn s049_a_report_is_due_an_interval_after_the_last_one_on_a_working_day() {
    let mut book = care(None);
    row(&mut book).start = day("2026-11-01");
    row(&mut book).report_every = Some(Interval::Days(13));
    // The 14th is a Saturday.
    assert!(targets(&book, "2026-11-15 09:00").is_empty());
    let id = row(&mut book).id;
    assert_eq!(targets(&book, "2026-11-16 09:00"), [format!("report:{id}")]);
    row(&mut book).reported_on = Some(day("2026-11-16"));
    assert!(targets(&book, "2026-11-27 09:00").is_empty());
    assert_eq!(targets(&book, "2026-11-30 09:00"), [format!("report:{id}")]);
    row(&mut book).status = EngagementStatus::Done;
    assert!(targets(&book, "2026-11-30 09:00").is_empty());
}

#[test]
fn s022_milestones_reports_and_expected_signatures_stand_in_the_calendar() {
    let mut book = care(None);
    milestone(&mut book, 901, "draft", "2026-11-26", None);
    row(&mut book).report_every = Some(Interval::Days(14));
    row(&mut book).reported_on = Some(day("2026-11-13"));
    book.rows[0].opportunities.push(prospect("2026-11-20 10:00", Some("2026-11-26")));
    let book = book.at("2026-11-23 09:00");
    let calendar = Calendar::new(&book, day("2026-11-23"), day("2026-12-06"));
    let on = |d: &str| -> Vec<String> {
        let items = calendar.items(&book, day(d));
        items.iter().map(|i| i.target.to_string().split(':').next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(on("2026-11-26"), ["milestone", "opportunity"]);
    assert_eq!(on("2026-11-27"), ["report"]);
}

#[test]
fn s049_what_presses_stands_first() {
    let mut book = care(Some("2026-12-01"));
    milestone(&mut book, 901, "draft", "2026-11-20", None);
    row(&mut book).report_every = Some(Interval::Days(14));
    row(&mut book).reported_on = Some(day("2026-11-09"));
    let n = book.add("Calm", "2026-01-05");
    book.engagement(n, "2026-11-18", None, None);
    let n = book.add("Passed", "2026-01-05");
    book.engagement(n, "2026-01-01", Some("2026-12-31"), Some("2026-11-21"));
    let n = book.add("Ahead", "2026-01-05");
    book.engagement(n, "2026-12-18", None, None);
    let book = book.at("2026-11-23 09:00");
    let seen: Vec<(&str, Vec<Need>)> = projects(&book, None).into_iter().map(|p| (p.client.name(), p.needs)).collect();
    assert_eq!(
        seen,
        [
            ("Northstar", vec![Need::Milestone(3), Need::Notice(8), Need::Report(0)]),
            ("Passed", vec![Need::NoticePassed(2), Need::Still(326)]),
            ("Calm", vec![]),
            ("Ahead", vec![]),
        ]
    );
}

#[test]
fn s143_a_project_stands_still_when_nobody_spoke_and_nothing_was_reached_billed_or_told() {
    let mut book = care(None);
    let still = |book: &Book, when: &str| -> Vec<i32> {
        let book = book.at(when);
        projects::still(&book, projects::STILL).iter().map(|p| p.still(book.now.today())).collect()
    };
    assert!(still(&book, "2026-12-03 09:00").is_empty(), "spoken to 13 days ago");
    assert_eq!(still(&book, "2026-12-04 09:00"), [14]);
    milestone(&mut book, 901, "draft", "2026-11-26", Some("2026-11-26"));
    assert!(still(&book, "2026-12-04 09:00").is_empty());
    assert_eq!(still(&book, "2026-12-10 09:00"), [14]);
    row(&mut book).reported_on = Some(day("2026-12-01"));
    assert!(still(&book, "2026-12-10 09:00").is_empty());
    book.invoice(0, "2026-12-07", None, None, 10_000);
    assert_eq!(still(&book, "2026-12-21 09:00"), [14]);
}

fn prospect(created: &str, close: Option<&str>) -> OpportunityRow {
    let (id, at) = (Id(950), moment(created));
    let state = OpportunityState { id: Id(951), at, stage: Stage::Needs, close: close.map(day) };
    let amount = Money { minor: 10_000, currency: Currency::CNY };
    OpportunityRow { id, title: "Shop".into(), amount, probability: None, product: None, created: at, states: vec![state] }
}

#[test]
fn s129_possible_work_moves_with_its_stage_and_with_every_word_to_the_client() {
    let mut book = care(None);
    book.rows[0].opportunities.push(prospect("2026-10-01 10:00", None));
    let still = |book: &Book, when: &str| -> Vec<i32> {
        prospects::still(&book.at(when), 14).iter().map(|(_, _, days)| *days).collect()
    };
    assert!(still(&book, "2026-12-03 09:00").is_empty());
    assert_eq!(still(&book, "2026-12-04 09:00"), [14]);
    let open = &mut book.rows[0].opportunities[0];
    let state = OpportunityState { id: Id(952), at: moment("2026-12-01 10:00"), stage: Stage::Needs, close: None };
    open.states.push(state);
    assert!(still(&book, "2026-12-04 09:00").is_empty(), "another expected day is movement");
    let snapshot = book.at("2026-12-04 09:00");
    let age = prospects::in_stage(&snapshot.clients[0].facts.opportunities[0], &snapshot.now);
    assert_eq!(age, 64, "but no step to another stage");
}

#[test]
fn s049_a_project_is_renewed_for_the_same_term() {
    let mut book = care(Some("2026-11-30"));
    let mut row = row(&mut book).clone();
    row.renew = Some(day("2027-01-01"));
    assert_eq!(term(&row), Some(Interval::Months(12)));
    assert_eq!(next_notice(&row), Some(day("2027-11-30")));
    let next = renewed(&row, day("2027-11-30"));
    assert_eq!((next.end, next.renew), (Some(day("2027-12-31")), Some(day("2028-01-01"))));
    let same = renewed(&row, day("2026-12-15"));
    assert_eq!((same.end, same.renew), (row.end, row.renew), "a later notice day within the term moves nothing else");
    let two = renewed(&row, day("2028-06-30"));
    assert_eq!(two.end, Some(day("2028-12-31")));
    row.end = Some(day("2027-12-31"));
    assert_eq!(term(&row), Some(Interval::Months(12)), "renewed once, it is renewed by the year");
    (row.start, row.end) = (day("2026-09-01"), Some(day("2027-02-28")));
    assert_eq!(term(&row), Some(Interval::Months(6)));
    assert_eq!(renewed(&row, day("2027-07-01")).end, Some(day("2027-08-31")));
    row.end = Some(day("2026-10-10"));
    assert_eq!(term(&row), Some(Interval::Days(40)));
    row.end = None;
    assert_eq!((term(&row), next_notice(&row)), (None, None));
}
