//! What holds for every case, whatever its log says (S39, S74, S75): the clocks, the as-of law, and which events a log takes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono_tz::Tz;
use proptest::prelude::*;
use touchbase::domain::complaint::{CaseEvent, CaseRow, Clock, Limit, Pause, Progress, Rating, Reading, Run, clock};
use touchbase::domain::day::{Day, Moment};
use touchbase::domain::id::Id;
use touchbase::domain::words::*;
use touchbase::domain::zone::{Holidays, Hours, WorkingTime};

/// Seconds that the cases of the laws span: ten weeks, with New Year and the Spring Festival, and both changes of the clocks elsewhere.
const SPAN: i64 = 70 * 86_400;

fn zone() -> impl Strategy<Value = Tz> {
    prop_oneof![
        Just(Tz::Asia__Shanghai),
        Just(Tz::Europe__Berlin),
        Just(Tz::America__New_York),
        Just(Tz::Asia__Kathmandu),
        Just(Tz::Australia__Lord_Howe),
    ]
}

/// Weekly hours: usual ones, breaks, nights, days of 24 hours, short weeks, none at all.
fn time() -> impl Strategy<Value = WorkingTime> {
    let day = prop_oneof![
        Just(""),
        Just("09:00-18:00"),
        Just("09:00-12:00, 13:00-18:00"),
        Just("0:00-24:00"),
        Just("0:00-2:30, 3:00-6:00, 22:00-24:00"),
        Just("10:00-10:01"),
    ];
    let week = prop_oneof![
        3 => Just(vec!["09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-18:00", "", ""]),
        1 => Just(vec![""; 7]),
        4 => prop::collection::vec(day, 7),
    ];
    (week, any::<bool>(), prop::option::of((0..70i32, 0..20i32))).prop_map(|(week, china, leave)| {
        let hours = Hours(std::array::from_fn(|n| Hours::parse_day(week[n]).unwrap()));
        let holidays = if china { Holidays::parse(Holidays::CN_2026).unwrap() } else { Holidays::default() };
        let first = Day::ymd(2026, 1, 1).unwrap();
        let leave: Vec<(Day, Day)> = leave.map(|(from, n)| (first.plus(from), first.plus(from + n))).into_iter().collect();
        WorkingTime::new(hours, &leave, holidays)
    })
}

fn limit() -> impl Strategy<Value = Limit> {
    let units = prop_oneof![Just("m"), Just("h"), Just("d")];
    (1..40i64, units, any::<bool>()).prop_map(|(amount, unit, business)| {
        let clock = if business { "business" } else { "calendar" };
        Limit::parse(&format!("{amount}{unit} {clock}")).unwrap()
    })
}

/// A moment of the weeks around New Year, the change to summer time or the one back.
fn start() -> impl Strategy<Value = i64> {
    let base = prop_oneof![Just((2025, 12, 25)), Just((2026, 2, 20)), Just((2026, 10, 1))];
    (base, 0..40 * 86_400i64).prop_map(|((y, m, d), s)| Day::ymd(y, m, d).unwrap().start(Tz::UTC).0 + s)
}

/// Seconds after the opening: mostly the first days, often the same ones.
fn offset() -> impl Strategy<Value = i64> {
    prop_oneof![0..4 * 3600i64, (0..48i64).prop_map(|n| n * 1800), 0..SPAN]
}

fn pauses() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::vec((offset(), prop_oneof![0..7200i64, 0..SPAN / 8]), 0..4)
}

fn run(from: i64, pauses: &[(i64, i64)]) -> Run {
    let mut pauses: Vec<Pause> =
        pauses.iter().map(|(at, len)| Pause { from: Moment(from + at), to: Some(Moment(from + at + len)) }).collect();
    pauses.sort_by_key(|p| p.from);
    Run { from: Moment(from), pauses, stopped: None }
}

/// Whether a moment is worked; a closing minute belongs to it.
fn is_worked(time: &WorkingTime, at: Moment, zone: Tz) -> bool {
    time.opening_from(at, zone) == at
}

/// The limit that the run has once all of its pauses are over.
fn settled(limit: Limit, run: &Run, time: &WorkingTime, zone: Tz) -> Moment {
    let over = run.pauses.iter().filter_map(|p| p.to).max().unwrap_or(run.from);
    clock::read(limit, run, time, zone, over).due
}

const KINDS: &[CaseEventKind] = CaseEventKind::ALL;

fn rating() -> impl Strategy<Value = Option<Rating>> {
    prop_oneof![Just(None), Just(Some(Rating::Unreachable)), (1..=5u8).prop_map(|m| Some(Rating::Mark(m)))]
}

/// A log in the order it was typed: moments anywhere, some on the same second, some events taking the place of others.
fn events(from: i64) -> impl Strategy<Value = Vec<CaseEvent>> {
    let event = (0..KINDS.len(), offset(), rating(), prop::option::weighted(0.1, any::<prop::sample::Index>()));
    prop::collection::vec(event, 0..14).prop_map(move |drawn| {
        let of =
            |(n, (kind, at, rating, corrects)): (usize, (usize, i64, Option<Rating>, Option<prop::sample::Index>))| CaseEvent {
                id: Id(n as i64 + 1),
                kind: KINDS[kind],
                at: Moment(from + at),
                rating,
                promised: None,
                channel: None,
                corrects: corrects.filter(|_| n > 0).map(|i| Id(i.index(n) as i64 + 1)),
                minutes: None,
            };
        drawn.into_iter().enumerate().map(of).collect()
    })
}

fn case(opened: i64, begun: CaseStatus, events: Vec<CaseEvent>) -> CaseRow {
    CaseRow {
        id: Id(1),
        no: 1,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: Moment(opened),
        channel: None,
        text: String::new(),
        cause: None,
        tier: None,
        response_hours: None,
        policy: None,
        person: None,
        other: None,
        remedy: None,
        begun,
        events,
    }
}

fn any_case() -> impl Strategy<Value = CaseRow> {
    let begun =
        prop_oneof![5 => Just(CaseStatus::Registered), 1 => (0..CaseStatus::ALL.len()).prop_map(|n| CaseStatus::ALL[n])];
    (start(), begun).prop_flat_map(|(from, begun)| events(from).prop_map(move |events| case(from, begun, events)))
}

/// First response, then every round of solving.
fn readings(case: &CaseRow, limits: (Limit, Limit), time: &WorkingTime, zone: Tz, now: Moment) -> Vec<Reading> {
    let progress = case.progress(now);
    let read = |limit, run: &Run| clock::read(limit, run, time, zone, now);
    let first = progress.first_run(case).map(|run| read(limits.0, &run));
    first.into_iter().chain(progress.solution_runs(case).iter().map(|run| read(limits.1, run))).collect()
}

/// The case as it would be had nothing been known of what came later.
fn cut(case: &CaseRow, now: Moment) -> CaseRow {
    let in_force: Vec<CaseEvent> = case.events_at(now).into_iter().copied().collect();
    // What took the place of another is the event itself then.
    let events =
        in_force.into_iter().enumerate().map(|(n, e)| CaseEvent { id: Id(n as i64 + 1), corrects: None, ..e }).collect();
    CaseRow { events, ..case.clone() }
}

/// Without the ids, which say only what was typed first.
fn told(progress: &Progress) -> Progress {
    Progress { ignored: Vec::new(), ..progress.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_limit_lies_in_working_time_unless_nothing_is_ever_worked(
        zone in zone(), time in time(), limit in limit(), from in start(), pauses in pauses(), now in offset()
    ) {
        let reading = clock::read(limit, &run(from, &pauses), &time, zone, Moment(from + now));
        prop_assert!(!time.is_ever_worked() || is_worked(&time, reading.due, zone), "{reading:?}");
        prop_assert!(reading.due > Moment(from));
    }

    #[test]
    fn another_pause_never_makes_a_limit_earlier(
        zone in zone(), time in time(), limit in limit(), from in start(), pauses in pauses(), more in (offset(), 0..SPAN / 4), now in offset()
    ) {
        let now = Moment(from + now);
        let without = clock::read(limit, &run(from, &pauses), &time, zone, now);
        let with = clock::read(limit, &run(from, &[pauses.clone(), vec![more]].concat()), &time, zone, now);
        prop_assert!(with.due >= without.due, "{without:?} {with:?}");
        prop_assert!(with.spent <= without.spent);
    }

    #[test]
    fn all_of_it_is_used_at_the_limit_and_not_before(
        zone in zone(), time in time(), limit in limit(), from in start(), pauses in pauses(), before in 1..SPAN, after in 1..SPAN
    ) {
        let run = run(from, &pauses);
        let due = settled(limit, &run, &time, zone);
        let at = |now: Moment| clock::read(limit, &run, &time, zone, now);
        let (end, early, late) = (at(due), at(Moment((due.0 - before).max(from))), at(Moment(due.0 + after)));
        prop_assert_eq!((end.due, end.met), (due, None));
        prop_assert!((end.used - 1.0).abs() < 1e-9, "{end:?}");
        prop_assert!(early.used <= 1.0 && early.met.is_none(), "{early:?}");
        prop_assert_eq!((late.due, late.met), (due, Some(false)));
        prop_assert!(late.used >= 1.0, "{late:?}");
        // The share moves with the clock: not where nothing is worked, not within a pause, nor while a pause is all that keeps the limit.
        if end.spent > early.spent && early.left > 0 {
            prop_assert!(early.used < 1.0, "{early:?} {end:?}");
        }
        if late.spent > end.spent {
            prop_assert!(late.used > 1.0 && late.left < 0, "{late:?}");
        }
    }

    #[test]
    fn what_was_spent_and_what_is_left_are_the_limit(
        zone in zone(), time in time(), limit in limit(), from in start(), pauses in pauses(), now in offset()
    ) {
        let run = run(from, &pauses);
        let reading = clock::read(limit, &run, &time, zone, Moment(from + now));
        if limit.clock == Clock::Business && time.is_ever_worked() && reading.met.is_none() {
            // What is still to come pauses nothing yet.
            prop_assert_eq!(reading.spent + reading.left, limit.seconds(&time), "{:?}", reading);
        }
        prop_assert!(reading.spent >= 0 && (reading.met.is_some() || reading.left >= 0), "{reading:?}");
    }

    #[test]
    fn a_breach_is_never_taken_back_by_what_comes_later(
        zone in zone(), time in time(), limits in (limit(), limit()), case in any_case(), one in offset(), more in offset()
    ) {
        let (earlier, later) = (Moment(case.opened.0 + one), Moment(case.opened.0 + one + more));
        // A correction is something else: it says that it was otherwise.
        let plain = CaseRow { events: case.events.iter().map(|e| CaseEvent { corrects: None, ..*e }).collect(), ..case };
        let before = readings(&plain, limits, &time, zone, earlier);
        let after = readings(&plain, limits, &time, zone, later);
        prop_assert!(before.len() <= after.len());
        for (then, now) in before.iter().zip(&after) {
            prop_assert!(!then.is_breached() || now.is_breached(), "{then:?}\n{now:?}");
        }
    }

    #[test]
    fn a_case_is_read_as_if_nothing_later_was_known(
        zone in zone(), time in time(), limits in (limit(), limit()), case in any_case(), now in offset()
    ) {
        let now = Moment(case.opened.0 + now);
        let cut = cut(&case, now);
        prop_assert_eq!(told(&case.progress(now)), told(&cut.progress(now)));
        // Nor does it matter then how far on one looks for events.
        prop_assert_eq!(told(&case.progress(now)), told(&cut.progress(Moment(i64::MAX))));
        prop_assert_eq!(readings(&case, limits, &time, zone, now), readings(&cut, limits, &time, zone, now));
    }

    #[test]
    fn the_order_of_typing_does_not_matter(case in any_case(), order in any::<prop::sample::Index>()) {
        // One event a second: of one second the order of typing is all there is to go by.
        let mut events: Vec<CaseEvent> = case.events.iter().map(|e| CaseEvent { corrects: None, ..*e }).collect();
        events.sort_by_key(|e| e.at);
        events.dedup_by_key(|e| e.at);
        let straight = CaseRow { events: events.clone(), ..case.clone() };
        let turn = if events.is_empty() { 0 } else { order.index(events.len()) };
        events.rotate_left(turn);
        events.reverse();
        let turned: Vec<CaseEvent> = events.iter().enumerate().map(|(n, e)| CaseEvent { id: Id(n as i64 + 1), ..*e }).collect();
        let end = Moment(i64::MAX);
        prop_assert_eq!(told(&straight.progress(end)), told(&CaseRow { events: turned, ..case }.progress(end)));
    }

    #[test]
    fn what_could_not_happen_changes_nothing(case in any_case()) {
        let end = Moment(i64::MAX);
        let progress = case.progress(end);
        let ignored: Vec<Id> = progress.ignored.iter().map(|(id, _)| *id).collect();
        let events = case.events_at(end).into_iter().filter(|e| !ignored.contains(&e.id)).copied();
        let rest = CaseRow { events: events.map(|e| CaseEvent { corrects: None, ..e }).collect(), ..case.clone() };
        // The ids of corrections decide nothing any more: they stand in order already.
        let events = rest.events.iter().enumerate().map(|(n, e)| CaseEvent { id: Id(n as i64 + 1), ..*e }).collect();
        let rest = CaseRow { events, ..rest };
        prop_assert_eq!(told(&progress), told(&rest.progress(end)));
        prop_assert!(rest.progress(end).ignored.is_empty());
    }

    #[test]
    fn a_log_admits_what_it_would_not_ignore(case in any_case(), kind in 0..KINDS.len(), at in offset(), rating in rating()) {
        // A log that took its events through the same door.
        let mut grown = CaseRow { events: Vec::new(), ..case.clone() };
        for event in &case.events {
            let event = CaseEvent { corrects: event.corrects.filter(|old| grown.events.iter().any(|e| e.id == *old)), ..*event };
            if grown.admits(event).is_ok() {
                grown.events.push(event);
            }
        }
        let end = Moment(i64::MAX);
        prop_assert!(grown.progress(end).ignored.is_empty(), "{:?}", grown.progress(end).ignored);
        let new = CaseEvent {
            id: Id(i64::MAX), kind: KINDS[kind], at: Moment(case.opened.0 + at), rating, promised: None, channel: None, corrects: None,
            minutes: None,
        };
        let mut with = grown.clone();
        with.events.push(new);
        prop_assert_eq!(grown.admits(new).is_ok(), with.progress(end).ignored.is_empty());
        // Where nothing comes later, the door is what stands at that moment.
        if grown.events.iter().all(|e| e.at <= new.at) {
            prop_assert_eq!(grown.admits(new), grown.progress(new.at).allows(new.kind, new.rating));
        }
    }

    #[test]
    fn any_log_can_be_read_at_any_moment(case in any_case(), zone in zone(), time in time(), limits in (limit(), limit()), now in offset()) {
        let now = Moment(case.opened.0 + now - 86_400);
        let progress = case.progress(now);
        prop_assert_eq!(progress.rounds.len(), progress.reopened.len() + 1);
        prop_assert!(progress.refusals <= progress.offers || case.begun == CaseStatus::Proposed);
        prop_assert_eq!(progress.offered.is_some(), progress.status == CaseStatus::Proposed && progress.offers > 0);
        prop_assert!(progress.closed.is_none() || progress.status == CaseStatus::Closed);
        prop_assert!(progress.waiting.is_none() || progress.status.is_unsettled());
        for reading in readings(&case, limits, &time, zone, now) {
            prop_assert!(reading.used.is_finite() && reading.used >= 0.0);
            prop_assert!(!(reading.paused && reading.stopped.is_some()));
            prop_assert_eq!(reading.met == Some(true), reading.stopped.is_some_and(|at| at <= reading.due));
        }
    }
}

#[test]
fn s078_what_was_promised_with_a_refused_offer_is_promised_no_more() {
    let event = |id: i64, kind, at: i64, promised: Option<i64>| CaseEvent {
        id: Id(id),
        kind,
        at: Moment(at),
        rating: None,
        promised: promised.map(Moment),
        channel: None,
        corrects: None,
        minutes: None,
    };
    let mut log = vec![event(1, CaseEventKind::Propose, 10, Some(900)), event(2, CaseEventKind::Reject, 20, None)];
    let promised = |log: &[CaseEvent]| case(0, CaseStatus::Registered, log.to_vec()).progress(Moment(100)).promised;
    assert_eq!(promised(&log[..1]), Some(Moment(900)));
    assert_eq!(promised(&log), None);
    log[1].promised = Some(Moment(500));
    assert_eq!(promised(&log), Some(Moment(500)), "said when they refused");
}
