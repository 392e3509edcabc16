//! One client's story: order, what is ahead, groups, and the months of the sparklines.

use super::*;
use crate::domain::complaint::{CaseEvent, CaseRow, Rating};
use crate::domain::facts::{InvestmentRow, OutcomeRow, RunRow, StepRow};
use crate::domain::money::Rates;
use crate::portfolio::timeline::{Event, EventKind, FactRef, Group, When, billed_year_before, events, months};
use std::collections::BTreeSet;

const AT: &str = "2026-11-23 09:04";

/// A client with something of every table.
fn story() -> (Book, usize) {
    let mut book = Book::new();
    let n = book.add("Yuanshan Design", "2026-01-05");
    book.touch(n, Channel::Call, Outcome::Reached, "2026-11-13 15:00");
    book.touch(n, Channel::Call, Outcome::NoAnswer, "2026-11-20 15:00");
    book.appointment(n, Channel::Visit, "2026-11-25 10:00", "2026-11-20 15:01");
    book.task(n, TaskKind::Own, "send the revised quote", "2026-11-19");
    book.task(n, TaskKind::Waiting, "signed contract", "2026-11-30");
    book.rows[n].tasks[1].done = Some(moment("2026-11-21 12:00"));
    book.invoice(n, "2026-08-03", None, Some("2026-09-02"), 1_200_000);
    book.invoice(n, "2026-11-02", Some("2026-12-02"), None, 800_000);
    book.engagement(n, "2026-02-01", Some("2027-01-31"), Some("2026-12-20"));
    book.defer(n, DeferralKind::Snooze, "contact:call", "2026-11-24", "2026-11-21 09:00");
    book.pin(n, Tier::A);
    book.rows[n].client.reviewed_on = Some(day("2026-10-01"));
    book.rows[n].overrides.push(OverrideRow {
        id: Id(1),
        channel: Channel::Call,
        new_channel: None,
        every: Interval::Days(14),
        grace: None,
        reason: "asked for it".to_owned(),
        until: None,
        created: moment("2026-03-02 09:00"),
        ended: None,
    });
    book.survey(n, SurveyKind::Nps, 9, "2026-07-01");
    case(&mut book, n);
    let rival = book.add("Lotus Spa", "2026-01-05");
    book.relate(n, rival, RelationKind::Conflict, "same street", "2026-06-01 09:00");
    (book, n)
}

/// A complaint that was offered a solution, put right and marked.
fn case(book: &mut Book, n: usize) {
    let event = |id, kind, at: &str| CaseEvent {
        id: Id(id),
        kind,
        at: moment(at),
        rating: None,
        promised: None,
        channel: None,
        corrects: None,
        minutes: None,
    };
    let offer = event(71, CaseEventKind::Propose, "2026-10-06 11:00");
    let close = event(73, CaseEventKind::Close, "2026-10-12 10:00");
    book.rows[n].complaints.push(CaseRow {
        id: Id(70),
        no: 3,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: moment("2026-10-05 17:34"),
        channel: None,
        text: "third typo in print".to_owned(),
        cause: None,
        tier: None,
        response_hours: None,
        policy: None,
        person: None,
        other: None,
        remedy: None,
        begun: CaseStatus::Registered,
        events: vec![
            CaseEvent { promised: Some(moment("2026-10-09 18:00")), ..offer },
            event(72, CaseEventKind::Resolve, "2026-10-08 16:00"),
            CaseEvent { rating: Some(Rating::Mark(4)), ..close },
        ],
    });
}

fn told(book: &Book, n: usize, at: &str) -> Vec<Event> {
    let s = book.at(at);
    events(&s, &s.clients[n], &book.detail(n), &book.timeline(n, &s.now))
}

fn lines(events: &[Event], lang: Lang) -> Vec<String> {
    let (words, now) = (Words::load(lang), now(AT));
    let day = |e: &Event| e.at.day(BERLIN).to_string();
    events.iter().map(|e| format!("{} {}", day(e), words.say(&e.words, &now))).collect()
}

#[test]
fn s011_one_merged_list_with_what_is_open_on_top_and_the_newest_next() {
    let (book, n) = story();
    let told = told(&book, n, AT);
    assert_eq!(
        lines(&told, Lang::En),
        [
            "2026-11-19 promised: send the revised quote",
            "2026-11-25 visit agreed",
            "2026-12-02 to be paid: CNY 8,000",
            "2026-12-20 last day to give notice: Care",
            "2027-01-31 retainer ends: Care",
            "2026-11-21 done: signed contract",
            "2026-11-21 call put off until Tue 24 Nov",
            "2026-11-20 call, no answer",
            "2026-11-13 call",
            "2026-11-02 invoice CNY 8,000",
            "2026-10-12 case 3 closed, 4 of 5",
            "2026-10-08 case 3 put right",
            "2026-10-06 case 3 offered, promised for Fri 9 Oct 18:00",
            "2026-10-05 complaint 3 opened",
            "2026-10-01 details checked",
            "2026-09-02 paid after 30 d: CNY 12,000",
            "2026-08-03 invoice CNY 12,000",
            "2026-07-01 NPS 9 of 10",
            "2026-06-01 conflict with Lotus Spa",
            "2026-03-02 plan changed: call every 14 d",
            "2026-02-01 retainer begins: Care",
            "2026-01-05 pinned to A",
            "2026-01-05 first day as a client",
        ]
    );
    assert_eq!(told[17].note.as_deref(), Some("quick answers"));
    assert!(told[0].ahead && told[0].late && !told[1].late);
    assert_eq!(told[21].note.as_deref(), Some("agreed"), "the reason stands beside it");
}

#[test]
fn every_event_names_the_fact_behind_it() {
    let (book, n) = story();
    let told = told(&book, n, AT);
    let touch = told.iter().find(|e| e.kind == EventKind::Touch).unwrap();
    assert_eq!(touch.fact, Some(FactRef::Touch(book.rows[n].touches[1].id)));
    assert_eq!(touch.at, When::Moment(moment("2026-11-20 15:00")));
    // An invoice is one fact however often it appears.
    let invoices: Vec<_> = told.iter().filter(|e| e.kind == EventKind::Invoice).map(|e| e.fact).collect();
    assert_eq!(invoices.len(), 4);
    assert_eq!(invoices.iter().filter(|f| **f == Some(FactRef::Invoice(book.rows[n].invoices[1].id))).count(), 2);
    assert!(told.iter().all(|e| e.fact.is_some()));
}

#[test]
fn every_group_has_its_events() {
    let (book, n) = story();
    let mut groups: Vec<Group> = told(&book, n, AT).iter().map(|e| e.kind.group()).collect();
    groups.sort();
    groups.dedup();
    assert_eq!(groups, Group::ALL);
    let titles: BTreeSet<&str> = Group::ALL.iter().map(|g| g.title().id).collect();
    assert_eq!(titles.len(), Group::ALL.len());
}

#[test]
fn as_of_an_earlier_day_nothing_is_told_that_came_later() {
    let (book, n) = story();
    let told = lines(&told(&book, n, "2026-08-20 09:00"), Lang::En);
    assert!(told.contains(&"2026-09-02 to be paid: CNY 12,000".to_owned()), "{told:#?}");
    for later in ["case", "complaint", "call", "visit", "8,000", "paid after", "checked"] {
        assert!(!told.iter().any(|l| l.contains(later) && !l.contains("plan changed")), "{later}: {told:#?}");
    }
}

#[test]
fn a_pin_that_was_replaced_is_not_also_taken_off() {
    let (mut book, n) = story();
    let at = moment("2026-06-01 09:00");
    let mut next = book.rows[n].pins[0].clone();
    book.rows[n].pins[0].ended = Some(at);
    (next.id, next.tier, next.created, next.from) = (Id(77), Tier::B, at, day("2026-06-01"));
    book.rows[n].pins.push(next);
    let pins = |book: &Book| {
        let told = told(book, n, AT);
        let pins: Vec<Event> = told.into_iter().filter(|e| e.kind == EventKind::Pin).collect();
        lines(&pins, Lang::En)
    };
    assert_eq!(pins(&book), ["2026-06-01 pinned to B", "2026-01-05 pinned to A"]);
    book.rows[n].pins[1].ended = Some(moment("2026-09-01 09:00"));
    assert_eq!(pins(&book)[0], "2026-09-01 pin to B taken off");
}

#[test]
fn the_words_are_natural_in_chinese_too() {
    let (book, n) = story();
    let told = lines(&told(&book, n, AT), Lang::Zh);
    assert_eq!(told[1], "2026-11-25 已约拜访");
    assert_eq!(told[6], "2026-11-21 电话推迟到 11月24日 周二");
    assert_eq!(told[7], "2026-11-20 电话，没联系上");
}

#[test]
fn months_count_touches_and_add_up_what_was_billed() {
    let (mut book, n) = story();
    book.touch(n, Channel::Email, Outcome::Reached, "2025-12-01 00:30");
    book.touch(n, Channel::Email, Outcome::Reached, "2025-11-30 23:30");
    book.invoice(n, "2026-11-03", None, None, 200_000);
    book.invoice(n, "2026-11-04", None, None, -50_000);
    book.invoice(n, "2025-11-30", None, None, 999);
    let usd = Currency::parse("USD").unwrap();
    book.invoice(n, "2026-11-05", None, None, 10_000);
    book.rows[n].invoices.last_mut().unwrap().currency = usd;
    let s = book.at(AT);
    let rows = book.timeline(n, &s.now);
    let counted = months(&s, &rows, &Rates::new());
    assert_eq!(counted.first, day("2025-12-01").month_index());
    assert_eq!(counted.touches, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    assert_eq!((counted.billed[8], counted.billed[11], counted.billed[0]), (1_200_000, 950_000, 0));
    assert_eq!(counted.missing_rates, [usd], "what has no rate is left out and named");
    let counted = months(&s, &rows, &Rates::from([(usd, 7.0)]));
    assert_eq!((counted.billed[11], counted.missing_rates.len()), (1_020_000, 0));
}

#[test]
fn what_was_billed_the_year_before_is_added_up_by_currency_or_not_known() {
    let mut book = Book::new();
    let n = book.add("Yuanshan Design", "2024-01-05");
    for (on, minor) in [("2025-11-23", 5), ("2025-11-24", 7), ("2024-11-24", 11), ("2024-11-23", 13), ("2026-01-05", 17)] {
        book.invoice(n, on, None, None, minor);
    }
    let s = book.at(AT);
    let mut rows = book.timeline(n, &s.now);
    let before = billed_year_before(&rows, s.now.today()).unwrap();
    assert_eq!(before.iter().map(|m| m.minor).collect::<Vec<_>>(), [16], "from the 365th day back to the 729th");
    let first = rows.invoices[0].clone();
    rows.invoices.resize(crate::store::NEWEST, first);
    assert_eq!(billed_year_before(&rows, s.now.today()), None, "not all of it was read");
}

#[test]
fn a_task_is_not_in_the_timeline_before_it_was_written_down() {
    let mut book = Book::new();
    let n = book.add("Yuanshan Design", "2026-01-05");
    book.task(n, TaskKind::Own, "send the revised quote", "2026-11-30");
    book.rows[n].tasks[0].created = moment("2026-11-20 09:00");
    let tasks = |at| told(&book, n, at).iter().filter(|e| e.kind == EventKind::Task).count();
    assert_eq!((tasks("2026-11-20 08:59"), tasks("2026-11-20 09:00")), (0, 1));
}

#[test]
fn s080_what_happened_in_a_case_names_its_event_and_what_was_said() {
    let (book, n) = story();
    let told = told(&book, n, AT);
    let cases: Vec<&Event> = told.iter().filter(|e| e.kind == EventKind::Case).collect();
    let event = |id| Some(FactRef::CaseEvent { case: Id(70), id: Id(id) });
    assert_eq!(
        cases.iter().map(|e| e.fact).collect::<Vec<_>>(),
        [event(73), event(72), event(71), Some(FactRef::Case(Id(70)))]
    );
    let notes: Vec<&str> = cases.iter().filter_map(|e| e.note.as_deref()).collect();
    assert_eq!(notes, ["text of close", "text of resolve", "text of propose", "third typo in print"]);
    assert!(cases.iter().all(|e| !e.ahead && e.kind.group() == Group::Cases));
}

#[test]
fn s080_a_corrected_event_is_told_as_it_was_corrected() {
    let (mut book, n) = story();
    let events = &mut book.rows[n].complaints[0].events;
    let right = CaseEvent { id: Id(74), rating: Some(Rating::Unreachable), corrects: Some(Id(73)), ..events[2] };
    events.push(right);
    let told = told(&book, n, AT);
    let cases: Vec<Event> = told.into_iter().filter(|e| e.kind == EventKind::Case).collect();
    assert_eq!(cases.len(), 4);
    assert_eq!(lines(&cases[..1], Lang::En), ["2026-10-12 case 3 closed, could not be reached for a mark"]);
    assert_eq!(lines(&cases[..1], Lang::Zh), ["2026-10-12 工单 3 关闭，联系不上，无评分"]);
    assert_eq!(cases[0].fact, Some(FactRef::CaseEvent { case: Id(70), id: Id(74) }));
}

#[test]
fn s080_a_correction_takes_the_place_of_its_event_among_those_of_one_second() {
    let (mut book, n) = story();
    let at = moment("2026-10-06 11:00");
    let row = &mut book.rows[n].complaints[0];
    row.events.iter_mut().for_each(|e| e.at = at);
    let offer = row.events[0];
    row.events.push(CaseEvent { id: Id(80), corrects: Some(Id(71)), ..offer });
    row.events.push(CaseEvent { id: Id(81), corrects: Some(Id(80)), ..offer });
    let ids: Vec<i64> = row.events_at(at).iter().map(|e| e.id.0).collect();
    assert_eq!(ids, [81, 72, 73], "offered first, however late the offer was written down right");
    assert_eq!(row.progress(at).ignored, []);
    assert_eq!(row.progress(at).status, CaseStatus::Closed);
}

proptest! {
    /// Whatever the facts: open things first by day, then the rest backwards, none lost.
    #[test]
    fn order_holds_for_any_facts(days in prop::collection::vec((0i32..600, 0u8..4), 0..40)) {
        let mut book = Book::new();
        let n = book.add("Any", "2025-06-01");
        let start = day("2025-06-01");
        for (offset, kind) in &days {
            let on = start.plus(*offset).to_string();
            match kind {
                0 => book.touch(n, Channel::Call, Outcome::Reached, &format!("{on} 12:00")),
                1 => book.task(n, TaskKind::Own, "x", &on),
                2 => { book.invoice(n, &on, None, None, 100); }
                _ => book.appointment(n, Channel::Visit, &format!("{on} 10:00"), "2025-06-01 08:00"),
            }
        }
        let told = told(&book, n, AT);
        let at = |e: &Event| match e.at { When::Day(d) => d.start(BERLIN), When::Moment(m) => m };
        let split = told.iter().position(|e| !e.ahead).unwrap_or(told.len());
        prop_assert!(told[..split].is_sorted_by_key(at));
        prop_assert!(told[split..].iter().all(|e| !e.ahead && at(e) <= now(AT).instant));
        prop_assert!(told[split..].iter().rev().is_sorted_by_key(at));
        let tasks = days.iter().filter(|(_, k)| *k == 1).count();
        prop_assert_eq!(told.iter().filter(|e| e.kind == EventKind::Task).count(), tasks);
    }
}

#[test]
fn s013_playbooks_outcomes_and_decisions_stand_in_the_story() {
    let mut book = Book::new();
    let n = book.add("Yuanshan Design", "2026-01-05");
    let step = |no: i64, done: Option<&str>, skipped: bool| StepRow {
        id: Id(10 + no),
        no,
        kind: StepKind::Step,
        title: format!("step {no}"),
        channel: None,
        template: None,
        due: day("2026-11-30"),
        done: done.map(moment),
        skipped,
        cost: None,
    };
    book.rows[n].runs.push(RunRow {
        id: Id(1),
        playbook: RunRow::WIN_BACK.to_owned(),
        title: "Win back".to_owned(),
        started: moment("2026-11-02 09:00"),
        ended: None,
        steps: vec![step(1, Some("2026-11-03 09:00"), false), step(2, Some("2026-11-04 09:00"), true), step(3, None, false)],
    });
    let outcome = |id, kind, on: &str| OutcomeRow { id: Id(id), kind, on: day(on), reason: Some("price".to_owned()) };
    book.rows[n].outcomes.push(outcome(20, OutcomeKind::Lost, "2026-03-02"));
    book.rows[n].outcomes.push(outcome(21, OutcomeKind::Returned, "2026-06-01"));
    let decision = |id, kind, created: &str, ended: Option<&str>| InvestmentRow {
        id: Id(id),
        kind,
        reason: "small but loyal".to_owned(),
        created: moment(created),
        ended: ended.map(moment),
    };
    // The second replaces the first: only the last end is told.
    book.rows[n].investments.push(decision(30, InvestmentKind::Keep, "2026-09-01 09:00", Some("2026-10-01 09:00")));
    book.rows[n].investments.push(decision(31, InvestmentKind::Automate, "2026-10-01 09:00", Some("2026-10-20 09:00")));
    let now = now(AT);
    let snapshot = book.snapshot(now);
    let (detail, rows) = (book.detail(n), book.timeline(n, &now));
    let all = events(&snapshot, &snapshot.clients[n], &detail, &rows);
    let told: Vec<&str> = all
        .iter()
        .filter(|e| matches!(e.kind, EventKind::Outcome | EventKind::Playbook | EventKind::Decision))
        .map(|e| e.words.id)
        .collect();
    assert_eq!(
        told,
        [
            "timeline-step-due",
            "timeline-step-skipped",
            "timeline-step",
            "timeline-run",
            "timeline-decision-end",
            "timeline-automate",
            "timeline-keep",
            "became-returned",
            "became-lost",
        ]
    );
    assert!(all[0].ahead && all[0].fact.is_none(), "the next step leads, and has no form of its own");
}
