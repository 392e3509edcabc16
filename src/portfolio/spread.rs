//! `spread`: staggers what is overdue over one interval from today, A first, and moves what is due or coming only
//! within its grace, so that after an import or a leave nothing is 300 days late at once.

use super::assess::{DueState, Requirement};
use super::load::Snapshot;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::words::{Channel, DeferralKind, Tier};
use crate::domain::zone::WorkingTime;
use std::collections::{BTreeMap, HashMap, HashSet};

/// One requirement on its new day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Whose.
    pub client: Id,
    /// Which requirement.
    pub channel: Channel,
    /// Its tier, for the preview.
    pub tier: Option<Tier>,
    /// The day it was due.
    pub from: Day,
    /// The day it falls due instead.
    pub to: Day,
}

/// What one day holds, in clients to be contacted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayLoad {
    /// The day.
    pub day: Day,
    /// As the plan stands.
    pub before: usize,
    /// Once it is levelled.
    pub after: usize,
}

/// A requirement with its client and tier.
type Entry<'a> = (Id, Option<Tier>, &'a Requirement);

fn rank(tier: Option<Tier>) -> usize {
    tier.map_or(3, Tier::rank)
}

/// Plans the moves; only requirements that get another day are listed. Nothing is written.
pub fn plan(snapshot: &Snapshot) -> Vec<Move> {
    let today = snapshot.now.today();
    let time = &snapshot.time;
    let mut load: HashMap<Day, usize> = HashMap::new();
    let mut late: Vec<Entry<'_>> = Vec::new();
    let mut coming: Vec<Entry<'_>> = Vec::new();
    for client in &snapshot.clients {
        for requirement in &client.plan {
            let entry = (client.id(), client.tier.tier, requirement);
            match requirement.state {
                DueState::Booked { .. } | DueState::Paused { .. } => {}
                _ if requirement.is_overdue(today) => late.push(entry),
                _ => coming.push(entry),
            }
        }
    }
    // What shares tier and interval is staggered together; within it the latest comes first.
    let group = |e: &Entry<'_>| (rank(e.1), e.2.every.days() as i32, e.2.channel);
    late.sort_by_key(|e| (group(e), std::cmp::Reverse(e.2.late_days), e.0));
    coming.sort_by_key(|(id, tier, r)| (r.due, rank(*tier), *id, r.channel));

    let mut moves = Vec::new();
    for same in late.chunk_by(|a, b| group(a) == group(b)) {
        let n = same.len() as f64;
        for (i, (client, tier, r)) in same.iter().enumerate() {
            let interval = r.every.days().floor();
            let slot = today.plus((interval * i as f64 / n).floor() as i32);
            let first = time.next_working(slot);
            let last = time.next_working(slot.plus((interval / n).ceil() as i32 - 1)).max(first);
            let to = least_loaded(&load, time, first, last, first);
            *load.entry(to).or_default() += 1;
            moves.push(Move { client: *client, channel: r.channel, tier: *tier, from: r.due, to });
        }
    }
    let capacity = snapshot.policy.queue.capacity;
    for (client, tier, r) in coming {
        if r.moved == Some(DeferralKind::Spread) {
            // Its day was set by a spread already: another one finds it where it is.
            *load.entry(r.due).or_default() += 1;
            continue;
        }
        let due = time.next_working(r.due.max(today));
        // What fits its day stays there; the rest moves within its grace, at the latest to the day before it would be overdue.
        let to = if load.get(&due).copied().unwrap_or(0) < capacity {
            due
        } else {
            least_loaded(&load, time, due, r.overdue_from.plus(-1).max(due), due)
        };
        *load.entry(to).or_default() += 1;
        if to > due {
            moves.push(Move { client, channel: r.channel, tier, from: r.due, to });
        }
    }
    moves.sort_by_key(|m| (m.to, rank(m.tier), m.client, m.channel));
    moves
}

/// The working day with the fewest contacts in `first..=last`; on a tie the day nearest to `wish`, then the earlier one.
fn least_loaded(load: &HashMap<Day, usize>, time: &WorkingTime, first: Day, last: Day, wish: Day) -> Day {
    (first.0..=last.0.min(first.0.saturating_add(400)))
        .map(Day)
        .filter(|day| time.is_working(*day))
        .min_by_key(|day| (load.get(day).copied().unwrap_or(0), day.since(wish).abs(), day.0))
        .unwrap_or_else(|| time.next_working(first))
}

/// The first working day on which more clients are to be contacted than it has room for, and how many; contacts that only come again
/// are left out, as no date of theirs can be moved yet. What an answer to a new leave looks at.
pub fn is_needed(snapshot: &Snapshot) -> Option<(Day, usize)> {
    let (today, time, zone) = (snapshot.now.today(), &snapshot.time, snapshot.now.zone);
    let mut contacts: Vec<(Day, Id)> = Vec::new();
    for client in snapshot.present() {
        let agreed = client.facts.appointments.iter().map(|a| a.start.day(zone).max(today));
        let planned = client.plan.iter().filter_map(|r| match r.state {
            DueState::Booked { .. } => None,
            _ => Some(time.next_working(shown(r).unwrap_or(r.due).max(today))),
        });
        contacts.extend(agreed.chain(planned).filter(|day| time.is_working(*day)).map(|day| (day, client.id())));
    }
    contacts.sort_unstable();
    contacts.dedup();
    let done = |day| if day == today { snapshot.queue.done_today } else { 0 };
    let mut days = contacts.chunk_by(|a, b| a.0 == b.0).map(|day| (day[0].0, day.len() + done(day[0].0)));
    days.find(|(_, load)| *load > snapshot.policy.queue.capacity)
}

/// The clients of each day up to the last new one, before the moves and after.
pub fn loads(snapshot: &Snapshot, moves: &[Move]) -> Vec<DayLoad> {
    let today = snapshot.now.today();
    let time = &snapshot.time;
    let to: HashMap<(Id, Channel), Day> = moves.iter().map(|m| ((m.client, m.channel), m.to)).collect();
    let last = moves.iter().map(|m| m.to).max().unwrap_or(today);
    let mut loads: BTreeMap<Day, [HashSet<Id>; 2]> = BTreeMap::new();
    for client in snapshot.present() {
        for requirement in &client.plan {
            let Some(day) = shown(requirement).map(|day| time.next_working(day.max(today))) else { continue };
            let after = to.get(&(client.id(), requirement.channel)).copied().unwrap_or(day);
            for (n, day) in [day, after].into_iter().enumerate().filter(|(_, day)| *day <= last) {
                loads.entry(day).or_default()[n].insert(client.id());
            }
        }
    }
    loads.into_iter().map(|(day, [before, after])| DayLoad { day, before: before.len(), after: after.len() }).collect()
}

/// The day a contact stands in Today; none while something agreed speaks for it.
fn shown(requirement: &Requirement) -> Option<Day> {
    match requirement.state {
        DueState::Open | DueState::Retry { .. } => Some(requirement.due),
        DueState::Snoozed { until, .. } => Some(requirement.due.max(until)),
        DueState::Booked { .. } | DueState::Paused { .. } => None,
    }
}
