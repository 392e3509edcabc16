//! Levelling on books made by hand and by chance. 2026-11-23 is a Monday; the preset is `agency`.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::words::{DeferralKind, Outcome};
use crate::domain::zone::Holidays;
use crate::portfolio::assess::DueState;
use crate::portfolio::fixture::{Book, day, now};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

const NOW: &str = "2026-11-23 09:00";

/// Writes a plan into a book as the store would: a day that was spread before is replaced.
fn apply(book: &mut Book, plan: &Plan, at: &str) {
    for (client, channel, to) in plan.writes() {
        let n = client.0 as usize - 1;
        let target = format!("contact:{}", channel.code());
        let ended = now(at).instant;
        let open = book.rows[n].deferrals.iter_mut();
        open.filter(|d| d.kind == DeferralKind::Spread && d.target == target && d.ended.is_none())
            .for_each(|d| d.ended = Some(ended));
        book.defer(n, DeferralKind::Spread, &target, &to.to_string(), at);
    }
}

/// The clients of each day, read from the plans of a book alone.
fn holds(s: &Snapshot) -> BTreeMap<Day, BTreeSet<Id>> {
    let today = s.now.today();
    let mut out: BTreeMap<Day, BTreeSet<Id>> = BTreeMap::new();
    for c in s.present() {
        for a in &c.facts.appointments {
            out.entry(a.start.day(s.now.zone).max(today)).or_default().insert(c.id());
        }
        for r in &c.plan {
            let day = match r.state {
                DueState::Booked { .. } => continue,
                DueState::Snoozed { until, .. } => r.due.max(until),
                _ => r.due,
            };
            out.entry(s.time.next_working(day.max(today))).or_default().insert(c.id());
        }
    }
    out
}

fn requirement(s: &Snapshot, n: usize, channel: Channel) -> &Requirement {
    s.clients[n].plan.iter().find(|r| r.channel == channel).unwrap()
}

/// A book without visits.
fn remote() -> Book {
    let mut book = Book::new();
    book.policy.plans.iter_mut().for_each(|p| p.contacts.retain(|c| c.channel != Channel::Visit));
    book
}

/// So many clients of a tier, contacted last on a day by the channel its plan asks for.
fn clients(book: &mut Book, tier: Tier, last: &[&str]) -> Vec<usize> {
    let channel = if tier == Tier::C { Channel::Email } else { Channel::Call };
    let mut out = Vec::new();
    for at in last {
        let n = book.add(&format!("{tier:?} {}", book.rows.len()), "2025-01-06");
        book.pin(n, tier);
        book.touch(n, channel, Outcome::Reached, &format!("{at} 10:00"));
        out.push(n);
    }
    out
}

#[test]
fn s010_what_fits_its_day_stays_and_of_the_rest_moves_who_can_wait_longest() {
    let mut book = remote();
    // Seven calls and three mails fall on Thursday 26 November.
    let a = clients(&mut book, Tier::A, &["2026-11-19"; 4]);
    let b = clients(&mut book, Tier::B, &["2026-11-12"; 3]);
    let c = clients(&mut book, Tier::C, &["2026-10-26"; 3]);
    let s = book.at(NOW);
    assert_eq!(is_needed(&s), Some((day("2026-11-26"), 10)));
    let plan = plan(&s);
    let moved: Vec<usize> = plan.moves.iter().map(|m| m.client.0 as usize - 1).collect();
    assert!(plan.of(MoveKind::Within).count() == plan.moves.len() && plan.squeezed.is_empty());
    assert!(c.iter().all(|n| moved.contains(n)), "mails have the longest grace: {moved:?}");
    assert!(moved.iter().all(|n| !a.contains(n)), "{moved:?}");
    assert_eq!(moved.iter().filter(|n| b.contains(n)).count(), 1);
    apply(&mut book, &plan, NOW);
    let s = book.at(NOW);
    assert!(holds(&s).values().all(|clients| clients.len() <= 6));
    assert_eq!((super::plan(&s).moves, is_needed(&s)), (vec![], None));
}

#[test]
fn what_was_spread_moves_again_within_its_first_grace_once_a_leave_fills_its_day() {
    let mut book = remote();
    clients(&mut book, Tier::B, &["2026-11-12"; 10]);
    let first = plan(&book.at(NOW));
    assert_eq!(first.moves.len(), 4);
    apply(&mut book, &first, NOW);
    // The leave brings all of them to Wednesday 2 December.
    book.leave.push((day("2026-11-26"), day("2026-12-01")));
    let s = book.at("2026-11-24 09:00");
    assert_eq!(is_needed(&s), Some((day("2026-12-02"), 10)));
    let again = plan(&s);
    assert_eq!(again.of(MoveKind::Within).count(), 4, "{:?}", again.moves);
    apply(&mut book, &again, "2026-11-24 09:00");
    let s = book.at("2026-11-24 09:00");
    assert!(holds(&s).values().all(|clients| clients.len() <= 6));
    let last = day("2026-12-02").plus(5);
    assert!((0..10).all(|n| requirement(&s, n, Channel::Call).overdue_from <= last.plus(1)), "no second grace");
}

#[test]
fn what_was_late_and_is_spread_twice_gets_its_new_grace_once() {
    let mut book = Book::new();
    let n = book.add("Late", "2026-01-05");
    book.pin(n, Tier::B);
    let call = |book: &Book, at| requirement(&book.at(at), n, Channel::Call).overdue_from;
    book.defer(n, DeferralKind::Spread, "contact:call", "2026-11-24", NOW);
    assert_eq!(call(&book, NOW), day("2026-11-28"));
    book.rows[n].deferrals[0].ended = Some(now("2026-11-24 09:00").instant);
    book.defer(n, DeferralKind::Spread, "contact:call", "2026-11-26", "2026-11-24 09:00");
    assert_eq!(call(&book, "2026-11-24 10:00"), day("2026-11-28"));
}

#[test]
fn a_day_spread_after_a_skip_keeps_the_grace_of_the_day_skipped_to() {
    let mut book = Book::new();
    let n = book.add("Later", "2026-01-05");
    book.pin(n, Tier::C);
    book.touch(n, Channel::Email, Outcome::Reached, "2026-10-20 10:00");
    book.defer(n, DeferralKind::Skip, "contact:email", "2026-12-07", "2026-11-20 09:00");
    let overdue = |book: &Book| requirement(&book.at(NOW), n, Channel::Email).overdue_from;
    let kept = overdue(&book);
    assert_eq!(kept, day("2026-12-17"));
    book.defer(n, DeferralKind::Spread, "contact:email", "2026-12-09", NOW);
    assert_eq!(overdue(&book), kept);
}

#[test]
fn own_decisions_stay_and_take_their_room() {
    let mut book = remote();
    // Six put off to Thursday, and two that fall on it.
    for n in clients(&mut book, Tier::B, &["2026-11-09"; 6]) {
        book.defer(n, DeferralKind::Snooze, "contact:call", "2026-11-26", "2026-11-20 09:00");
    }
    let due = clients(&mut book, Tier::B, &["2026-11-12"; 2]);
    let plan = plan(&book.at(NOW));
    let moved: Vec<usize> = plan.moves.iter().map(|m| m.client.0 as usize - 1).collect();
    assert_eq!(moved, due);
    assert!(plan.moves.iter().all(|m| m.to == day("2026-11-27")), "{:?}", plan.moves);
}

#[test]
fn who_cannot_stay_within_the_grace_is_named_the_least_important_first() {
    let mut book = remote();
    book.policy.queue.capacity = 1;
    // Three calls on Monday, a call of A may wait one working day.
    clients(&mut book, Tier::A, &["2026-11-16"; 3]);
    let plan = plan(&book.at(NOW));
    let beyond: Vec<(Day, Day)> = plan.of(MoveKind::Beyond).map(|m| (m.overdue_from, m.to)).collect();
    assert_eq!(beyond, [(day("2026-11-25"), day("2026-11-25"))]);
    assert!(plan.squeezed.is_empty() && plan.over().next().is_none());
}

#[test]
fn a_call_and_a_visit_of_one_client_move_to_one_day() {
    let mut book = Book::new();
    book.policy.queue.capacity = 1;
    let n = clients(&mut book, Tier::B, &["2026-11-09"])[0];
    book.touch(n, Channel::Visit, Outcome::Reached, "2026-08-24 10:00");
    let a = clients(&mut book, Tier::A, &["2026-11-16"])[0];
    book.touch(a, Channel::Visit, Outcome::Reached, "2026-11-16 11:00");
    let s = book.at(NOW);
    assert_eq!(requirement(&s, n, Channel::Visit).due, day("2026-11-24"));
    let plan = plan(&s);
    let to: BTreeSet<Day> = plan.moves.iter().filter(|m| m.client.0 == n as i64 + 1).map(|m| m.to).collect();
    assert!(to.is_empty() || to == BTreeSet::from([day("2026-11-24")]), "{:?}", plan.moves);
    assert!(plan.of(MoveKind::Beyond).next().is_none(), "{:?}", plan.moves);
}

#[test]
fn late_a_stands_before_b_that_can_wait() {
    let mut book = remote();
    book.policy.queue.capacity = 1;
    let b = clients(&mut book, Tier::B, &["2026-11-09"])[0];
    let a = clients(&mut book, Tier::A, &["2026-10-05"])[0];
    let plan = plan(&book.at(NOW));
    let to: HashMap<usize, Day> = plan.moves.iter().map(|m| (m.client.0 as usize - 1, m.to)).collect();
    assert_eq!((to[&a], to[&b]), (day("2026-11-23"), day("2026-11-24")));
}

#[test]
fn a_week_that_is_never_worked_moves_nothing() {
    let mut book = remote();
    clients(&mut book, Tier::A, &["2026-10-05"; 3]);
    book.leave.push((day("2026-11-01"), day("2027-12-31")));
    assert!(plan(&book.at(NOW)).moves.is_empty());
    assert_eq!(is_needed(&book.at(NOW)), None);
}

/// A client of a book made by chance: tier, days since call and visit, and what the user decided about it.
type Chance = (usize, u32, u32, u32);

fn by_chance(clients: &[Chance], capacity: usize, leave: Option<(i32, i32)>, off: &[i32]) -> Book {
    let today = day("2026-11-23");
    let mut book = Book::new();
    book.policy.queue.capacity = capacity;
    for (tier, call, visit, own) in clients {
        let n = book.add(&format!("Client {}", book.rows.len()), "2025-01-06");
        if let Some(tier) = Tier::ALL.get(*tier) {
            book.pin(n, *tier);
        }
        let ago = |days: u32| format!("{} 10:00", today.plus(-(days as i32) - 1));
        book.touch(n, if *tier < 2 { Channel::Call } else { Channel::Email }, Outcome::Reached, &ago(*call));
        book.touch(n, Channel::Visit, Outcome::Reached, &ago(*visit));
        let ahead = |days: u32| today.plus(days as i32 + 1).to_string();
        match own {
            0 => book.defer(n, DeferralKind::Snooze, "contact:call", &ahead(call % 9), "2026-11-20 09:00"),
            1 => book.defer(n, DeferralKind::Pause, "*", &ahead(visit % 30), "2026-11-20 09:00"),
            2 => book.appointment(n, Channel::Call, &format!("{} 15:00", ahead(call % 12)), "2026-11-20 09:00"),
            3 => book.touch(n, Channel::Call, Outcome::NoAnswer, "2026-11-20 10:00"),
            4 => book.touch(n, Channel::Call, Outcome::NoAnswer, "2026-11-23 08:00"),
            5 => book.defer(n, DeferralKind::Skip, "contact:visit", &ahead(visit % 20), "2026-11-21 09:00"),
            _ => {}
        }
    }
    if let Some((from, days)) = leave {
        book.leave.push((today.plus(from), today.plus(from + days)));
    }
    if !off.is_empty() {
        let line = |n: &i32| format!("{},off,x\n", today.plus(*n));
        book.holidays = Holidays::parse(&off.iter().map(line).collect::<String>()).unwrap();
    }
    book
}

/// Clients, capacity, a leave (days from now, its length), and days off.
type BookOfChance = (Vec<Chance>, usize, Option<(i32, i32)>, Vec<i32>);

fn chance() -> impl Strategy<Value = BookOfChance> {
    let client = (0..4usize, 0..40u32, 0..120u32, 0..14u32);
    let leave = proptest::option::of((0..30i32, 0..16i32));
    let off = proptest::collection::btree_set(0..60i32, 0..8);
    (proptest::collection::vec(client, 1..28), 1..6usize, leave, off)
        .prop_map(|(clients, capacity, leave, off)| (clients, capacity, leave, off.into_iter().collect()))
}

/// The most that can be kept in time, each by itself: an augmenting path for one after the other, the important first.
fn most_in_time(windows: &[(usize, Vec<Day>)], room: &HashMap<Day, usize>) -> [usize; 4] {
    fn find(
        n: usize,
        windows: &[(usize, Vec<Day>)],
        room: &HashMap<Day, usize>,
        at: &mut HashMap<Day, Vec<usize>>,
        seen: &mut BTreeSet<Day>,
    ) -> bool {
        for day in &windows[n].1 {
            if !seen.insert(*day) {
                continue;
            }
            if at.entry(*day).or_default().len() < room.get(day).copied().unwrap_or(0) {
                at.get_mut(day).unwrap().push(n);
                return true;
            }
            for k in 0..at[day].len() {
                let other = at[day][k];
                if find(other, windows, room, at, seen) {
                    at.get_mut(day).unwrap()[k] = n;
                    return true;
                }
            }
        }
        false
    }
    let mut order: Vec<usize> = (0..windows.len()).collect();
    order.sort_by_key(|n| windows[*n].0);
    let mut at = HashMap::new();
    let mut kept = [0; 4];
    for n in order {
        kept[windows[n].0] += usize::from(find(n, windows, room, &mut at, &mut BTreeSet::new()));
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_levelled_book_keeps_its_promises((clients, capacity, leave, off) in chance()) {
        let mut book = by_chance(&clients, capacity, leave, &off);
        let before = book.at(NOW);
        let today = before.now.today();
        let plan = plan(&before);
        for m in &plan.moves {
            let r = requirement(&before, m.client.0 as usize - 1, m.channel);
            prop_assert!(matches!(r.state, DueState::Open | DueState::Retry { .. }), "own decisions stay");
            prop_assert!(m.to >= r.due.max(today), "nobody earlier");
            prop_assert!(before.time.is_working(m.to), "{} is not worked", m.to);
            match m.kind {
                MoveKind::Late => prop_assert!(r.is_overdue(today)),
                MoveKind::Within => prop_assert!(m.to < r.overdue_from && m.to > before.time.next_working(r.due.max(today))),
                MoveKind::Beyond => prop_assert!(m.to >= r.overdue_from),
            }
        }
        apply(&mut book, &plan, NOW);
        let after = book.at(NOW);
        for (client, channel, to) in plan.writes() {
            let r = requirement(&after, client.0 as usize - 1, channel);
            prop_assert!(r.due == to && !r.is_overdue(today), "{:?} {to}", r);
        }
        let done = |day: Day| if day == today { after.queue.done_today } else { 0 };
        for (day, clients) in holds(&after).into_iter().filter(|(day, _)| after.time.is_working(*day) && day.since(today) <= 182) {
            let load = clients.len() + done(day);
            prop_assert!(load <= capacity || plan.over().any(|d| d.day == day && d.after == load), "{day} holds {load}: {:?}", plan.days);
        }
        prop_assert!(after.queue.late <= before.queue.late);
        // Whoever is named stands where there is no room.
        for s in &plan.squeezed {
            prop_assert!(holds(&after)[&s.day].len() + done(s.day) > capacity);
        }
        let again = super::plan(&after);
        prop_assert_eq!(&again.moves, &vec![], "a second time moves nothing");
        prop_assert_eq!(again.squeezed, plan.squeezed);
    }

    #[test]
    fn nobody_is_named_who_could_be_kept_in_time(calls in proptest::collection::vec((0..2usize, 1..14u32), 1..24), capacity in 1..4usize) {
        let mut book = remote();
        (book.policy.queue.capacity, book.leave) = (capacity, vec![(day("2026-11-24"), day("2026-11-28"))]);
        for (tier, ago) in calls {
            clients(&mut book, [Tier::A, Tier::B][tier], &[&day("2026-11-23").plus(-(ago as i32)).to_string()]);
        }
        let s = book.at(NOW);
        let today = s.now.today();
        let mut windows = Vec::new();
        for c in s.present() {
            for r in c.plan.iter().filter(|r| !r.is_overdue(today)) {
                let days = (0..r.overdue_from.since(today)).map(|n| today.plus(n)).filter(|d| *d >= r.due && s.time.is_working(*d));
                windows.push((rank(c.tier.tier), days.collect::<Vec<_>>()));
            }
        }
        let room: HashMap<Day, usize> = (0..100).map(|n| today.plus(n)).filter(|d| s.time.is_working(*d)).map(|d| (d, capacity)).collect();
        let plan = plan(&s);
        let mut kept = [0; 4];
        windows.iter().for_each(|(rank, _)| kept[*rank] += 1);
        plan.of(MoveKind::Beyond).for_each(|m| kept[rank(m.tier)] -= 1);
        let late = |s: &&Squeezed| !requirement(&book.at(NOW), s.client.0 as usize - 1, s.channel).is_overdue(today);
        plan.squeezed.iter().filter(late).for_each(|s| kept[rank(s.tier)] -= 1);
        prop_assert_eq!(kept, most_in_time(&windows, &room), "{:?}", plan);
    }
}
