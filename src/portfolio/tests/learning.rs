//! What is learned from cases, reckoned by hand: causes by period, low marks, the service figures, improvements and what came back.

use super::*;
use crate::domain::complaint::{CaseEvent, CaseRow, Rating};
use crate::domain::facts::SurveyRow;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::portfolio::cases::{self, Improvement};
use crate::portfolio::causes::{KINDS, LowMarks, Pareto};
use crate::portfolio::service::{Figures, Value};
use crate::store::ImprovementRow;
use CaseEventKind::*;

const AT: &str = "2026-11-23 09:04";
const EUR: Currency = Currency(*b"EUR");

/// A case of a client, opened at a moment; its number is its place in the book.
fn case(book: &mut Book, n: usize, opened: &str, cause: Option<&str>, events: &[(CaseEventKind, &str, u8)]) -> usize {
    let no = book.rows.iter().map(|r| r.complaints.len()).sum::<usize>() as i64 + 1;
    let event = |(i, (kind, at, score)): (usize, &(CaseEventKind, &str, u8))| CaseEvent {
        id: Id(no * 1000 + i as i64),
        kind: *kind,
        at: moment(at),
        rating: matches!(kind, FollowUp | Close).then(|| Rating::of_stored(i64::from(*score))),
        promised: None,
        channel: None,
        corrects: None,
        minutes: None,
    };
    let complaints = &mut book.rows[n].complaints;
    complaints.push(CaseRow {
        id: Id(no),
        no,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: moment(opened),
        channel: None,
        text: "wrong paper".to_owned(),
        cause: cause.map(str::to_owned),
        tier: None,
        response_hours: None,
        policy: None,
        person: None,
        other: None,
        remedy: None,
        begun: CaseStatus::Registered,
        events: events.iter().enumerate().map(event).collect(),
    });
    complaints.len() - 1
}

fn clients(names: &[&str]) -> Book {
    let mut book = Book::new();
    for name in names {
        book.add(name, "2026-01-05");
    }
    book
}

fn november() -> Period {
    Period::parse("2026-11", day("2026-11-23")).unwrap()
}

/// Cause, cases, share, accumulated, trend, as one line each.
fn told(pareto: &Pareto) -> Vec<String> {
    let line = |l: &crate::portfolio::causes::CauseLine| {
        let cause = l.cause.as_deref().unwrap_or("-");
        let trend = l.trend().map_or("?".to_owned(), |t| format!("{t:+}"));
        format!("{cause} {:?} {:.0}% {:.0}% {trend}", l.cases, l.share * 100.0, l.accumulated * 100.0)
    };
    pareto.causes.iter().map(line).collect()
}

#[test]
fn s083_causes_stand_by_count_then_in_the_policys_order_and_those_without_one_last() {
    let mut book = clients(&["Lotus Spa", "Delta Foods"]);
    for (client, opened, cause) in [
        (0, "2026-11-02 10:00", Some("delivery")),
        (0, "2026-11-03 10:00", None),
        (1, "2026-11-04 10:00", Some("quality")),
        (1, "2026-11-05 10:00", Some("delivery")),
        (0, "2026-11-06 10:00", Some("paper")),
        (0, "2026-11-07 10:00", None),
        (0, "2026-11-08 10:00", Some("  ")),
        (1, "2026-11-09 10:00", Some("attitude")),
        (1, "2026-11-10 10:00", Some("binding")),
        // The period before: one of delivery, three of price that did not come back.
        (0, "2026-10-31 23:59", Some("delivery")),
        (0, "2026-10-01 00:00", Some("price")),
        (0, "2026-10-02 10:00", Some("price")),
        (0, "2026-10-03 10:00", Some("price")),
        // Before that.
        (0, "2026-09-30 23:59", Some("price")),
    ] {
        case(&mut book, client, opened, cause, &[]);
    }
    let pareto = Pareto::new(&book.at(AT), november(), &KINDS);
    assert_eq!((pareto.total, pareto.before), (9, Some(4)));
    assert_eq!(
        told(&pareto),
        [
            "delivery [1, 4] 22% 22% +1",
            "quality [3] 11% 33% +1",
            "attitude [8] 11% 44% +1",
            "binding [9] 11% 56% +1",
            "paper [5] 11% 67% +1",
            "price [] 0% 67% -3",
            "- [2, 6, 7] 33% 100% +3",
        ]
    );
    assert_eq!(pareto.line(Some("paper")).unwrap().cases, [5]);
    assert_eq!(pareto.line(None).unwrap().count(), 3);
    assert_eq!(pareto.line(Some("nothing")), None);
}

#[test]
fn s083_only_where_something_went_wrong_counts_unless_other_kinds_are_asked_for() {
    let mut book = clients(&["Lotus Spa"]);
    for (n, kind) in ComplaintKind::ALL.iter().enumerate() {
        case(&mut book, 0, &format!("2026-11-0{} 10:00", n + 1), Some("quality"), &[]);
        book.rows[0].complaints[n].kind = *kind;
    }
    let s = book.at(AT);
    let count = |kinds: &[ComplaintKind]| Pareto::new(&s, november(), kinds).total;
    assert_eq!((count(&KINDS), count(ComplaintKind::ALL), count(&[ComplaintKind::Enquiry])), (2, 5, 1));
}

#[test]
fn s083_everything_has_no_trend_and_an_empty_period_no_share() {
    let mut book = clients(&["Lotus Spa"]);
    case(&mut book, 0, "2026-03-02 10:00", Some("price"), &[]);
    let s = book.at(AT);
    let all = Pareto::new(&s, Period::everything(s.now.today()), &KINDS);
    assert_eq!((told(&all), all.before), (vec!["price [1] 100% 100% ?".to_owned()], None));
    let none = Pareto::new(&s, november(), &KINDS);
    assert_eq!((none.causes.len(), none.total, none.before), (0, 0, Some(0)));
    let month = Period::parse("2026-04", s.now.today()).unwrap();
    assert_eq!(told(&Pareto::new(&s, month, &KINDS)), ["price [] 0% 0% -1"], "it did not come up again");
}

#[test]
fn s083_days_are_those_of_the_files_zone() {
    let mut book = clients(&["Lotus Spa"]);
    // 00:30 in Berlin is still October in UTC.
    case(&mut book, 0, "2026-11-01 00:30", Some("price"), &[]);
    assert_eq!(Pareto::new(&book.at(AT), november(), &KINDS).total, 1);
}

#[test]
fn s083_a_cause_tells_what_it_cost_and_what_clients_thought() {
    let mut book = clients(&["Lotus Spa"]);
    let settled = [(Resolve, "2026-11-03 12:00", 0), (Close, "2026-11-06 10:00", 2)];
    case(&mut book, 0, "2026-11-02 10:00", Some("price"), &settled);
    let again = [
        (Resolve, "2026-11-03 12:00", 0),
        (FollowUp, "2026-11-04 10:00", 1),
        (Reopen, "2026-11-04 11:00", 0),
        (Resolve, "2026-11-05 12:00", 0),
        (Close, "2026-11-06 10:00", 5),
    ];
    case(&mut book, 0, "2026-11-02 11:00", Some("price"), &again);
    let nobody = [(Resolve, "2026-11-03 12:00", 0), (Close, "2026-11-06 10:00", 0)];
    case(&mut book, 0, "2026-11-02 12:00", Some("price"), &nobody);
    let money = |minor, currency| Some(Money { minor, currency });
    let rows = &mut book.rows[0].complaints;
    (rows[0].remedy, rows[1].remedy, rows[2].remedy) =
        (money(30_000, Currency::CNY), money(1_000, EUR), money(5_050, Currency::CNY));
    let pareto = Pareto::new(&book.at(AT), november(), &KINDS);
    let line = &pareto.causes[0];
    assert_eq!(line.remedies.iter().map(Money::to_string).collect::<Vec<_>>(), ["CNY 350.50", "EUR 10"]);
    assert_eq!(line.mark, Some(3.5), "the newest mark of each, nobody reached counts for none");
}

#[test]
fn s137_low_marks_are_told_by_their_reasons() {
    let mut book = clients(&["Lotus Spa", "Delta Foods"]);
    let mut next = 0;
    let mut answer = |client: usize, kind, score, on: &str, reasons: &[&str]| {
        next += 1;
        let reasons = reasons.iter().map(|r| (*r).to_owned()).collect();
        book.rows[client].surveys.push(SurveyRow { id: Id(next), kind, score, on: day(on), reasons });
    };
    answer(0, SurveyKind::Nps, 6, "2026-11-02", &["slow answers", "price"]);
    answer(1, SurveyKind::Nps, 7, "2026-11-03", &["price"]);
    answer(1, SurveyKind::Csat, 2, "2026-11-04", &["Slow  answers ", "slow answers"]);
    answer(1, SurveyKind::Csat, 3, "2026-11-05", &["slow answers"]);
    answer(0, SurveyKind::Nps, 0, "2026-11-06", &[]);
    answer(0, SurveyKind::Nps, 2, "2026-10-06", &["price"]);
    answer(0, SurveyKind::Nps, 2, "2026-10-07", &["price", "tone"]);
    answer(0, SurveyKind::Nps, 2, "2026-11-24", &["tone"]);
    let low = LowMarks::new(&book.at(AT), november());
    assert_eq!((low.answers, low.low, low.before), (5, 3, Some(2)), "what lies ahead is not there yet");
    let told: Vec<_> = low.reasons.iter().map(|r| (r.reason.as_deref(), r.answers.len(), r.trend())).collect();
    assert_eq!(
        told,
        [(Some("slow answers"), 2, Some(2)), (Some("price"), 1, Some(-1)), (Some("tone"), 0, Some(-1)), (None, 1, Some(1))]
    );
    let who: Vec<i64> = low.reasons[0].answers.iter().map(|(client, _)| client.0).collect();
    assert_eq!(who, [1, 2]);
    assert_eq!(LowMarks::new(&clients(&["Nobody"]).at(AT), november()).reasons, vec![]);
}

/// Seven cases of November. First response 2 h of work, solution 24 h; open 09:00 to 18:00, Monday to Friday; 2 November is a Monday.
fn handled() -> Book {
    let mut book = clients(&["Lotus Spa", "Delta Foods", "Kite Labs", "Orchid Print"]);
    // 1: answered after 1 h, solved in 3 h; mark 4.
    case(
        &mut book,
        0,
        "2026-11-02 10:00",
        Some("quality"),
        &[(Acknowledge, "2026-11-02 11:00", 0), (Resolve, "2026-11-02 13:00", 0), (Close, "2026-11-05 10:00", 4)],
    );
    // 2: opened Friday 17:00, answered Monday 10:00: 2 h of work, 65 h of waiting; solved on Tuesday, too late; nobody reached.
    case(
        &mut book,
        0,
        "2026-11-06 17:00",
        Some("quality"),
        &[(Acknowledge, "2026-11-09 10:00", 0), (Resolve, "2026-11-10 12:00", 0), (Close, "2026-11-13 10:00", 0)],
    );
    // 3: answered after 4 h; two offers refused, the third taken within the limit; mark 2, reopened, solved again, mark 5.
    case(
        &mut book,
        1,
        "2026-11-03 09:00",
        Some("price"),
        &[
            (Acknowledge, "2026-11-03 13:00", 0),
            (Propose, "2026-11-03 14:00", 0),
            (Reject, "2026-11-03 15:00", 0),
            (Propose, "2026-11-03 16:00", 0),
            (Reject, "2026-11-03 17:00", 0),
            (Propose, "2026-11-03 17:30", 0),
            (Resolve, "2026-11-04 10:00", 0),
            (FollowUp, "2026-11-09 10:00", 2),
            (Reopen, "2026-11-09 11:00", 0),
            (Resolve, "2026-11-09 15:00", 0),
            (FollowUp, "2026-11-12 10:00", 3),
            (Close, "2026-11-12 11:00", 5),
        ],
    );
    // 4: an offer that was taken; nobody has asked yet.
    case(&mut book, 1, "2026-11-16 09:00", None, &[(Propose, "2026-11-16 09:30", 0), (Resolve, "2026-11-16 16:00", 0)]);
    // 5: opened a moment ago, nothing decided.
    case(&mut book, 2, "2026-11-23 09:00", Some("price"), &[]);
    // 6: taken over from a list, already answered.
    let taken = case(&mut book, 2, "2026-11-10 09:00", Some("price"), &[(Resolve, "2026-11-20 12:00", 0)]);
    book.rows[2].complaints[taken].begun = CaseStatus::Acknowledged;
    // 7: of October, but asked in November: mark 5.
    case(
        &mut book,
        3,
        "2026-10-27 10:00",
        Some("delivery"),
        &[(Acknowledge, "2026-10-27 10:30", 0), (Resolve, "2026-10-27 12:00", 0), (Close, "2026-11-02 10:00", 5)],
    );
    book.rows[0].complaints[0].remedy = Some(Money { minor: 30_000, currency: Currency::CNY });
    book.rows[1].complaints[0].remedy = Some(Money { minor: 1_000, currency: EUR });
    book.rows[2].complaints[taken].remedy = Some(Money { minor: 10_001, currency: Currency::CNY });
    book
}

fn number(value: &Option<Value>) -> f64 {
    match value {
        Some(Value::Number(n)) => *n,
        other => panic!("{other:?}"),
    }
}

/// Numerator, denominator, value, numbers of the cases.
fn figure(figures: &Figures, id: &str) -> (f64, usize, f64, Vec<i64>) {
    let f = figures.get(id).unwrap();
    let rows = f.rows.iter().map(|r| r.no).collect();
    (f.numerator.as_ref().map_or(f64::NAN, |n| number(&Some(n.clone()))), f.denominator, number(&f.value), rows)
}

#[test]
fn s124_complaint_rate_is_the_cases_of_the_period_for_each_client_active_at_its_end() {
    let mut book = handled();
    // One ended in the middle of the month, one after it was over, one is a lead, one came later.
    let ended = |book: &mut Book, name: &str, on: &str| {
        let n = book.add(name, "2026-01-05");
        (book.rows[n].client.status, book.rows[n].client.status_on) = (Status::Stopped, day(on));
    };
    ended(&mut book, "Gone", "2026-11-10");
    ended(&mut book, "Gone later", "2026-12-05");
    let lead = book.add("Perhaps", "2026-11-01");
    book.rows[lead].client.status = Status::Lead;
    book.add("Newcomer", "2026-12-01");
    let s = book.at("2026-12-31 12:00");
    let figures = Figures::new(&s, november(), None);
    assert_eq!(figure(&figures, "complaint-rate"), (6.0, 5, 1.2, vec![1, 3, 2, 6, 4, 5]));
    let before = figures.get("complaint-rate").unwrap().before.clone();
    assert_eq!(before, Some(Value::Number(1.0 / 6.0)), "October: both that ended later were still there");
}

#[test]
fn s124_in_time_is_a_share_of_what_is_decided() {
    let s = handled().at(AT);
    let figures = Figures::new(&s, november(), None);
    assert_eq!(figure(&figures, "first-in-time"), (3.0, 4, 0.75, vec![1, 3, 2, 4]), "a moment equal to the limit keeps it");
    assert_eq!(figure(&figures, "solution-in-time"), (3.0, 4, 0.75, vec![1, 3, 2, 4]));
    let late: Vec<i64> = ["first-in-time", "solution-in-time"]
        .iter()
        .flat_map(|id| figures.get(id).unwrap().rows.iter().filter(|r| r.value == Value::Number(0.0)).map(|r| r.no))
        .collect();
    assert_eq!(late, [3, 2]);
    for id in ["first-in-time", "solution-in-time", "response-median", "response-p90", "wait-median", "wait-p90"] {
        assert_eq!(figures.get(id).unwrap().left_out, [6], "{id}: taken over without its clocks");
    }
    assert_eq!(figures.get("satisfaction").unwrap().left_out, Vec::<i64>::new());
}

#[test]
fn s124_a_limit_that_ran_out_unanswered_counts_as_broken() {
    let mut book = clients(&["Lotus Spa"]);
    case(&mut book, 0, "2026-11-20 09:00", None, &[]);
    let figures = Figures::new(&book.at(AT), november(), None);
    assert_eq!(figure(&figures, "first-in-time"), (0.0, 1, 0.0, vec![1]));
    let early = Figures::new(&book.at("2026-11-20 10:00"), november(), None);
    assert_eq!((early.get("first-in-time").unwrap().value.clone(), early.get("first-in-time").unwrap().denominator), (None, 0));
}

#[test]
fn s124_response_times_are_middles_of_what_was_measured_with_the_clients_own_wait_beside_them() {
    let s = handled().at(AT);
    let figures = Figures::new(&s, november(), None);
    // Of the clock: 1 h, 4 h, 2 h, 30 min. Of the calendar: 1 h, 4 h, 65 h, 30 min.
    let hours = |id| {
        let (_, count, seconds, rows) = figure(&figures, id);
        (count, seconds / 3600.0, rows)
    };
    assert_eq!(hours("response-median"), (4, 1.0, vec![1, 3, 2, 4]));
    assert_eq!(hours("response-p90"), (4, 4.0, vec![1, 3, 2, 4]));
    assert_eq!(hours("wait-median"), (4, 1.0, vec![1, 3, 2, 4]));
    assert_eq!(hours("wait-p90"), (4, 65.0, vec![1, 3, 2, 4]));
    assert_eq!(figures.get("wait-median").unwrap().before, Some(Value::Number(1800.0)), "October");
}

#[test]
fn s124_a_pause_is_no_part_of_the_response_time_but_of_the_wait() {
    let mut book = clients(&["Lotus Spa"]);
    let events = [(Waiting, "2026-11-03 10:00", 0), (Resume, "2026-11-03 12:00", 0), (Acknowledge, "2026-11-03 12:30", 0)];
    case(&mut book, 0, "2026-11-03 09:00", None, &events);
    let figures = Figures::new(&book.at(AT), november(), None);
    assert_eq!(figure(&figures, "response-median").2 / 3600.0, 1.5);
    assert_eq!(figure(&figures, "wait-median").2 / 3600.0, 3.5);
}

#[test]
fn s124_satisfaction_counts_each_round_once_and_who_was_not_reached_apart() {
    let s = handled().at(AT);
    let figures = Figures::new(&s, november(), None);
    // Marks in November: 4 (case 1), 2 and 5 (both rounds of case 3; the 3 before the 5 is older), 5 (case 7, opened in October).
    assert_eq!(figure(&figures, "satisfaction"), (16.0, 4, 4.0, vec![7, 1, 3, 3]));
    assert_eq!(figure(&figures, "content"), (3.0, 4, 0.75, vec![7, 1, 3, 3]));
    assert_eq!(figure(&figures, "unreachable"), (1.0, 5, 0.2, vec![7, 1, 3, 3, 2]));
}

#[test]
fn s124_a_mark_given_before_is_not_lost_to_a_closing_without_anyone_reached() {
    let mut book = clients(&["Lotus Spa"]);
    let events = [(Resolve, "2026-11-03 10:00", 0), (FollowUp, "2026-11-05 12:00", 3), (Close, "2026-11-06 12:30", 0)];
    case(&mut book, 0, "2026-11-03 09:00", None, &events);
    let figures = Figures::new(&book.at(AT), november(), None);
    assert_eq!(figure(&figures, "satisfaction"), (3.0, 1, 3.0, vec![1]));
    assert_eq!(figure(&figures, "unreachable"), (0.0, 1, 0.0, vec![1]));
}

#[test]
fn s124_a_mark_of_the_second_of_a_reopening_belongs_to_the_round_before_it() {
    let mut book = clients(&["Lotus Spa"]);
    let events = [
        (Resolve, "2026-11-03 10:00", 0),
        (Close, "2026-11-04 10:00", 2),
        (Reopen, "2026-11-04 10:00", 0),
        (Resolve, "2026-11-05 10:00", 0),
        (Close, "2026-11-06 10:00", 5),
    ];
    case(&mut book, 0, "2026-11-03 09:00", None, &events);
    let s = book.at(AT);
    assert_eq!(figure(&Figures::new(&s, november(), None), "satisfaction"), (7.0, 2, 3.5, vec![1, 1]));
}

#[test]
fn s124_remedies_never_mix_currencies_and_every_case_shares_their_cost() {
    let s = handled().at(AT);
    let figures = Figures::new(&s, november(), None);
    let told = |id: &str| match figures.get(id).unwrap().value.as_ref().unwrap() {
        Value::Money(all) => all.iter().map(Money::to_string).collect::<Vec<_>>().join(", "),
        other => panic!("{other:?}"),
    };
    assert_eq!(told("remedy-cost"), "CNY 400.01, EUR 10");
    assert_eq!(told("remedy-per-case"), "CNY 66.67, EUR 1.67", "of 6 cases");
    let cost = figures.get("remedy-cost").unwrap();
    assert_eq!((cost.denominator, cost.rows.iter().map(|r| r.no).collect::<Vec<_>>()), (6, vec![1, 3, 6]));
    assert_eq!(cost.before, Some(Value::Money(vec![])), "October cost nothing");
}

#[test]
fn s124_reopened_and_refused_offers() {
    let s = handled().at(AT);
    let figures = Figures::new(&s, november(), None);
    assert_eq!(figure(&figures, "reopened"), (1.0, 5, 0.2, vec![1, 3, 2, 6, 4]), "of those that were put right");
    assert_eq!(figure(&figures, "rounds"), (2.0, 2, 1.0, vec![3, 4]), "of those in which something was offered");
}

#[test]
fn s124_kinds_narrow_every_figure() {
    let mut book = handled();
    book.rows[0].complaints[0].kind = ComplaintKind::Enquiry;
    let s = book.at(AT);
    let usual = Figures::new(&s, november(), None);
    assert_eq!((usual.get("complaint-rate").unwrap().rows.len(), usual.get("first-in-time").unwrap().denominator), (5, 4));
    let enquiries = Figures::new(&s, november(), Some(&[ComplaintKind::Enquiry]));
    assert_eq!(figure(&enquiries, "complaint-rate"), (1.0, 4, 0.25, vec![1]));
    let (_, count, seconds, rows) = figure(&enquiries, "response-median");
    assert_eq!((count, seconds, rows), (1, 3600.0, vec![1]));
}

#[test]
fn s124_nothing_is_divided_by_nothing() {
    for (book, clients) in [(Book::new(), 0), (clients(&["Lotus Spa"]), 1)] {
        let figures = Figures::new(&book.at(AT), november(), None);
        assert_eq!(figures.all.len(), 14);
        for figure in &figures.all {
            let rate = figure.id == "complaint-rate" && clients > 0;
            assert_eq!(figure.value.is_none(), !rate, "{}", figure.id);
            assert!(figure.rows.is_empty() && figure.before.is_none() != rate, "{}", figure.id);
        }
    }
}

#[test]
fn s124_figures_are_those_of_the_moment_asked_about() {
    let book = handled();
    let figures = Figures::new(&book.at("2026-11-09 10:30"), november(), None);
    assert_eq!(figure(&figures, "satisfaction"), (11.0, 3, 11.0 / 3.0, vec![7, 1, 3]), "5, 4 and the 2 of the first round");
    assert_eq!(figure(&figures, "reopened"), (0.0, 2, 0.0, vec![1, 3]));
}

/// An improvement against `delivery`, decided on 2 March.
fn improvement(done: Option<&str>) -> ImprovementRow {
    ImprovementRow {
        id: Id(1),
        cause: "delivery".to_owned(),
        text: "a second courier".to_owned(),
        owner: None,
        due: None,
        created: moment("2026-03-02 10:00"),
        done: done.into_iter().map(moment).collect(),
    }
}

fn improved(book: &Book, row: &ImprovementRow, at: &str) -> Option<Improvement> {
    let s = book.at(at);
    let all: Vec<_> = s.cases().collect();
    cases::improvements(std::slice::from_ref(row), &all, &s.policy.complaints, &s.now).into_iter().next()
}

#[test]
fn s139_a_cause_that_returns_within_the_policys_days_opens_its_improvement_again() {
    let mut book = clients(&["Lotus Spa", "Delta Foods"]);
    for (client, opened, cause) in [
        (0, "2026-04-01 12:00", "delivery"), // 1: the moment it was done
        (1, "2026-04-02 09:00", "quality"),  // 2: another cause
        (1, "2026-04-03 09:00", "delivery"), // 3
        (0, "2026-03-20 09:00", "delivery"), // 4: before, whenever it was written
        (0, "2026-09-28 12:00", "delivery"), // 5: the last moment of 180 days
        (0, "2026-09-28 12:01", "delivery"), // 6: later
    ] {
        case(&mut book, client, opened, Some(cause), &[]);
    }
    let row = improvement(Some("2026-04-01 12:00"));
    let found = improved(&book, &row, AT).unwrap();
    assert_eq!((found.returned.clone(), found.is_open()), (vec![3, 5], true));
    // As of an earlier moment only what had happened by then.
    let at = |at: &str| improved(&book, &row, at).map(|i| (i.returned.clone(), i.is_open(), i.done().is_some()));
    assert_eq!(at("2026-03-02 09:59"), None, "not decided yet");
    assert_eq!(at("2026-03-31 12:00"), Some((vec![], true, false)), "not done yet, though a case of it is there");
    assert_eq!(at("2026-04-02 12:00"), Some((vec![], false, true)), "done, nothing came back");
    assert_eq!(at("2026-04-03 09:00"), Some((vec![3], true, true)));
    // Done again after both: closed, and what comes later counts from there.
    let again = improved(&book, &improvement(Some("2026-09-28 12:00")), AT).unwrap();
    assert_eq!((again.returned.clone(), again.is_open()), (vec![6], true));
    let last = improved(&book, &improvement(Some("2026-10-01 12:00")), AT).unwrap();
    assert_eq!((last.returned.clone(), last.is_open()), (vec![], false));
}

#[test]
fn s139_what_opens_an_improvement_again_is_what_the_causes_count() {
    let mut book = clients(&["Lotus Spa"]);
    // Ids are given when a row is written: this one was written last and happened first.
    case(&mut book, 0, "2026-04-05 09:00", Some("delivery"), &[]);
    case(&mut book, 0, "2026-04-04 09:00", Some("delivery"), &[]);
    case(&mut book, 0, "2026-04-06 09:00", Some("Delivery"), &[]);
    case(&mut book, 0, "2026-04-07 09:00", None, &[]);
    case(&mut book, 0, "2026-04-08 09:00", Some(" delivery "), &[]);
    case(&mut book, 0, "2026-04-09 09:00", Some("delivery"), &[]);
    let rows = &mut book.rows[0].complaints;
    rows[0].kind = ComplaintKind::Conflict;
    rows[1].begun = CaseStatus::Closed;
    rows[5].kind = ComplaintKind::Enquiry;
    let found = improved(&book, &improvement(Some("2026-04-01 12:00")), AT).unwrap();
    assert_eq!(found.returned, [2, 1, 5], "by opening; another code is another cause; nothing went wrong in an enquiry");
    let april = Period::parse("2026-04", day("2026-11-23")).unwrap();
    let counted = Pareto::new(&book.at(AT), april, &KINDS).line(Some("delivery")).unwrap().cases.clone();
    assert_eq!(counted, found.returned);
}

#[test]
fn s139_an_improvement_is_late_past_its_day_until_it_is_done_whatever_came_back() {
    let mut book = clients(&["Lotus Spa"]);
    case(&mut book, 0, "2026-04-03 09:00", Some("delivery"), &[]);
    let late = |done: Option<&str>, at: &str| {
        let row = ImprovementRow { due: Some(day("2026-03-20")), ..improvement(done) };
        let found = improved(&book, &row, at).unwrap();
        (found.is_open(), found.is_late(day(&at[..10])))
    };
    assert_eq!(late(None, "2026-03-20 12:00"), (true, false), "the day itself keeps it");
    assert_eq!(late(None, "2026-03-21 12:00"), (true, true));
    assert_eq!(late(Some("2026-04-01 12:00"), "2026-04-02 12:00"), (false, false));
    assert_eq!(late(Some("2026-04-01 12:00"), AT), (true, false), "it came back: its own day was kept");
}
