//! `spread`: levels the coming weeks. What is overdue is staggered over one interval from today, A first; the rest moves only within its
//! grace, and where that cannot be, it is named. How the days are found is in `jobs`, `fit` and `level`; nothing is written here.

mod fit;
mod jobs;
mod level;

use super::assess::Requirement;
use super::load::Snapshot;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::words::{Channel, Tier};
use jobs::{Jobs, Part, Req};

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
    /// The first day it is overdue, as it was before.
    pub overdue_from: Day,
    /// Why it moves.
    pub kind: MoveKind,
}

/// Why a requirement moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoveKind {
    /// Its grace has passed: it gets its place in the stagger.
    Late,
    /// Its day is too full, and it can wait.
    Within,
    /// No day within its grace has room: the first one after it.
    Beyond,
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
    /// Who besides comes again by then, once the contact before was made; no date of theirs can be moved yet.
    pub again: usize,
}

/// A requirement for which no day within its grace or its interval has room: it stays on a day that is too full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Squeezed {
    /// Whose.
    pub client: Id,
    /// Which requirement.
    pub channel: Channel,
    /// Its tier.
    pub tier: Option<Tier>,
    /// The day.
    pub day: Day,
}

/// The levelled plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Only requirements that get another day, by their new one.
    pub moves: Vec<Move>,
    /// What no day has room for, by the day it stays on.
    pub squeezed: Vec<Squeezed>,
    /// The working days from today to the last that changes or stays too full.
    pub days: Vec<DayLoad>,
    /// Contacts a day has room for.
    pub capacity: usize,
}

impl Plan {
    /// The moves of one kind.
    pub fn of(&self, kind: MoveKind) -> impl Iterator<Item = &Move> {
        self.moves.iter().filter(move |m| m.kind == kind)
    }

    /// The days that stay too full.
    pub fn over(&self) -> impl Iterator<Item = &DayLoad> {
        self.days.iter().filter(|d| d.after > self.capacity)
    }

    /// The days that get too full once contacts come again.
    pub fn over_again(&self) -> impl Iterator<Item = &DayLoad> {
        self.days.iter().filter(|d| d.after <= self.capacity && d.after + d.again > self.capacity)
    }

    /// What is to be written.
    pub fn writes(&self) -> Vec<(Id, Channel, Day)> {
        self.moves.iter().map(|m| (m.client, m.channel, m.to)).collect()
    }
}

/// A plan settles at once; it is looked at again because what is late gets a new grace with its new day.
const ROUNDS: usize = 8;

/// Levels a book. A plan that was written leaves nothing to move for the next.
pub fn plan(snapshot: &Snapshot) -> Plan {
    let capacity = snapshot.policy.queue.capacity;
    let Some(start) = Jobs::new(snapshot) else { return Plan { capacity, ..Plan::default() } };
    let before: Vec<usize> = start.reqs.iter().map(|r| r.day).collect();
    let (mut jobs, mut after, mut squeezed) = (start.clone(), before.clone(), Vec::new());
    for _ in 0..ROUNDS {
        let levelled = level::level(&jobs);
        let settled = levelled.days == after && jobs.reqs.iter().all(|r| r.part != Part::Overdue);
        (after, squeezed) = (levelled.days, levelled.squeezed);
        if settled {
            break;
        }
        jobs = jobs.moved(&after);
    }
    let loads = [start.loads(&before), start.loads(&after)];
    let who = Who { snapshot, jobs: &start };
    let mut moves: Vec<Move> = (0..before.len()).filter_map(|n| who.moved(n, after[n])).collect();
    moves.sort_by_key(|m| (m.to, rank(m.tier), m.client, m.channel));
    let squeezed = squeezed.into_iter().filter(|n| loads[1][after[*n]] > capacity);
    let mut squeezed: Vec<Squeezed> = squeezed.filter_map(|n| who.squeezed(n, after[n])).collect();
    squeezed.sort_by_key(|s| (s.day, rank(s.tier), s.client, s.channel));
    let again = level::again(&start, &after);
    let last_move = moves.last().map(|m| m.to);
    let day = |n: usize| DayLoad { day: start.axis.days[n], before: loads[0][n], after: loads[1][n], again: again[n] };
    let days: Vec<DayLoad> = (0..start.axis.days.len()).map(day).collect();
    let shown =
        days.iter().rposition(|d| last_move.is_some_and(|last| d.day <= last) || d.after > capacity).map_or(0, |n| n + 1);
    Plan { moves, squeezed, days: days[..shown].to_vec(), capacity }
}

/// The first working day on which more clients are to be contacted than it has room for, and how many; contacts that only come again
/// are left out, as no date of theirs can be moved yet. What an answer to a new leave looks at.
pub fn is_needed(snapshot: &Snapshot) -> Option<(Day, usize)> {
    let jobs = Jobs::new(snapshot)?;
    let days: Vec<usize> = jobs.reqs.iter().map(|r| r.day).collect();
    let loads = jobs.loads(&days);
    let first = loads.iter().position(|load| *load > jobs.capacity)?;
    Some((jobs.axis.days[first], loads[first]))
}

fn rank(tier: Option<Tier>) -> usize {
    tier.map_or(3, Tier::rank)
}

/// From places on the axis back to who is meant.
struct Who<'a> {
    snapshot: &'a Snapshot,
    jobs: &'a Jobs,
}

impl Who<'_> {
    fn of(&self, req: &Req) -> Option<(Id, Option<Tier>, &Requirement)> {
        let client = self.snapshot.client(self.jobs.ids[req.client])?;
        Some((client.id(), client.tier.tier, client.plan.get(req.at)?))
    }

    /// The move of a requirement, if it moves. One that is late is written also where it falls on today: it is late no more.
    fn moved(&self, n: usize, to: usize) -> Option<Move> {
        let req = &self.jobs.reqs[n];
        let kind = match req.part {
            Part::Overdue => MoveKind::Late,
            Part::Within if to > req.last => MoveKind::Beyond,
            Part::Within if to > req.day => MoveKind::Within,
            _ => return None,
        };
        let (client, tier, r) = self.of(req)?;
        let to = self.jobs.axis.days[to];
        Some(Move { client, channel: r.channel, tier, from: r.due, to, overdue_from: r.overdue_from, kind })
    }

    fn squeezed(&self, n: usize, day: usize) -> Option<Squeezed> {
        let (client, tier, r) = self.of(&self.jobs.reqs[n])?;
        Some(Squeezed { client, channel: r.channel, tier, day: self.jobs.axis.days[day] })
    }
}

#[cfg(test)]
mod tests;
