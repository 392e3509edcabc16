//! `spread` (design 4.1): staggers what is overdue over one interval from today, A first, and moves what is due or coming only
//! within its grace, so that after an import or a leave nothing is 300 days late at once.

use super::assess::{DueState, Requirement};
use super::load::Snapshot;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::words::{Channel, Tier};
use std::collections::HashMap;

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

/// Plans the moves; only requirements that get another day are listed. Nothing is written.
pub fn plan(snapshot: &Snapshot) -> Vec<Move> {
    let today = snapshot.now.today();
    let time = &snapshot.time;
    let mut load: HashMap<Day, usize> = HashMap::new();
    let mut late: Vec<(Id, Option<Tier>, &Requirement)> = Vec::new();
    let mut coming: Vec<(Id, Option<Tier>, &Requirement)> = Vec::new();
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
    let rank = |tier: Option<Tier>| tier.map_or(3, Tier::rank);
    late.sort_by_key(|(id, tier, r)| (rank(*tier), std::cmp::Reverse(r.late_days), *id, r.channel));
    coming.sort_by_key(|(id, tier, r)| (r.due, rank(*tier), *id, r.channel));

    let mut moves = Vec::new();
    // Interval by interval the late ones get evenly placed days of their own, the most important first.
    let mut groups: HashMap<String, Vec<(Id, Option<Tier>, &Requirement)>> = HashMap::new();
    let mut keys: Vec<String> = Vec::new();
    for entry in late {
        let key = format!("{}{}", rank(entry.1), entry.2.every);
        if !keys.contains(&key) {
            keys.push(key.clone());
        }
        groups.entry(key).or_default().push(entry);
    }
    for key in keys {
        let group = groups.remove(&key).unwrap_or_default();
        let n = group.len() as f64;
        for (i, entry) in group.iter().enumerate() {
            let interval = entry.2.every.days().floor() as i32;
            let slot = today.plus((f64::from(interval) * i as f64 / n).floor() as i32);
            let first = time.next_working(slot);
            let last = time.next_working(slot.plus((f64::from(interval) / n).ceil() as i32 - 1)).max(first);
            let (client, tier, r) = *entry;
            let to = least_loaded(&load, time, first, last, first);
            *load.entry(to).or_default() += 1;
            moves.push(Move { client, channel: r.channel, tier, from: r.due, to });
        }
    }
    let capacity = snapshot.policy.queue.capacity;
    for (client, tier, r) in coming {
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
fn least_loaded(load: &HashMap<Day, usize>, time: &crate::domain::zone::WorkingTime, first: Day, last: Day, wish: Day) -> Day {
    (first.0..=last.0.min(first.0.saturating_add(400)))
        .map(Day)
        .filter(|day| time.is_working(*day))
        .min_by_key(|day| (load.get(day).copied().unwrap_or(0), day.since(wish).abs(), day.0))
        .unwrap_or_else(|| time.next_working(first))
}
