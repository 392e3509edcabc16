//! Which day each requirement gets. What is kept in time is decided by importance, then the days are filled one after the other by who
//! can wait least. What the days are, and what stands on them, is `jobs`'; whether something fits is `fit`'s.

use super::fit::{Must, Room, Waiting};
use super::jobs::{Course, Jobs, Part, Req};
use std::collections::HashMap;

/// A requirement stays where an earlier spread put it (unless its day is too full), and contacts of one client are brought together.
#[derive(Debug, Clone, Copy)]
struct Way {
    stick: bool,
    join: bool,
}

/// A day for everything.
#[derive(Debug, Clone)]
pub struct Levelled {
    /// The day of each requirement.
    pub days: Vec<usize>,
    /// Requirements for which no day had room.
    pub squeezed: Vec<usize>,
    /// How many are late or squeezed, by importance: what was within its grace by tier, then what was past it.
    late: [usize; 8],
    /// Something stayed only because an earlier spread put it there.
    stuck: bool,
    /// Requirements were brought together although each by itself had more days to fall on.
    joined: bool,
}

/// One contact: requirements of one client that fall on the same day.
#[derive(Debug, Clone)]
struct Contact {
    client: usize,
    reqs: Vec<usize>,
    first: usize,
    last: usize,
}

/// Where more than so many do not fit, it is not how contacts are joined that is to blame.
const MANY: usize = 300;

/// The best way there is to level a book.
pub fn level(jobs: &Jobs) -> Levelled {
    let crowded = crowded(jobs);
    let mut best = Plan::new(jobs, &crowded, Way { stick: true, join: true }).run();
    for (stick, join) in [(true, false), (false, true), (false, false)] {
        let missed: usize = best.late[..4].iter().sum();
        if missed == 0 || missed > MANY {
            break;
        }
        // A way that changes nothing needs no look.
        if (stick || best.stuck) && (join || best.joined) {
            let other = Plan::new(jobs, &crowded, Way { stick, join }).run();
            // What was late anyway is no reason to move what has its day.
            if other.late[..4] < best.late[..4] {
                best = Levelled { stuck: best.stuck, joined: best.joined, ..other };
            }
        }
    }
    best
}

/// Who comes again on each day beside those who stand on it, with each requirement on its day in `days`.
pub fn again(jobs: &Jobs, days: &[usize]) -> Vec<usize> {
    let mut course = Course::new(jobs);
    let mut firm: Vec<Vec<usize>> = vec![Vec::new(); jobs.axis.days.len()];
    days.iter().enumerate().for_each(|(n, day)| firm[*day].push(n));
    let mut seen = vec![usize::MAX; jobs.of.len()];
    let mut agreed = jobs.agreed.clone();
    agreed.sort_unstable_by_key(|a| (a.0, a.1));
    let mut out = vec![0; jobs.axis.days.len()];
    for day in 0..jobs.axis.again {
        let naturals = course.again(day);
        for (_, client, channel) in agreed.iter().filter(|a| a.0 == day) {
            seen[*client] = day;
            course.contact(day, *client, *channel, None);
        }
        for n in &firm[day] {
            let r = &jobs.reqs[*n];
            seen[r.client] = day;
            course.contact(day, r.client, r.channel, Some(*n));
        }
        for n in naturals {
            let r = &jobs.reqs[n];
            out[day] += usize::from(seen[r.client] != day);
            seen[r.client] = day;
            course.contact(day, r.client, r.channel, None);
        }
    }
    out
}

/// The days that hold more than they have room for, those counted who come again.
fn crowded(jobs: &Jobs) -> Vec<bool> {
    let days: Vec<usize> = jobs.reqs.iter().map(|r| r.day).collect();
    jobs.loads(&days).iter().zip(again(jobs, &days)).map(|(firm, again)| firm + again > jobs.capacity).collect()
}

/// Whether the days of one lie among those of the other.
fn inside(a: &Contact, b: &Contact) -> bool {
    (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last)
}

struct Plan<'a> {
    jobs: &'a Jobs,
    crowded: &'a [bool],
    way: Way,
    /// Whether a requirement stays where it stands.
    fixed: Vec<bool>,
    /// Who has a contact that stays on a day: day and client, in order.
    held: Vec<(usize, usize)>,
    room: Vec<i32>,
    days: Vec<usize>,
    /// Everything that has a window with room for it.
    placed: Vec<Contact>,
    /// What has none.
    left: Vec<Contact>,
    late: [usize; 8],
    stuck: bool,
    joined: bool,
}

impl<'a> Plan<'a> {
    fn new(jobs: &'a Jobs, crowded: &'a [bool], way: Way) -> Plan<'a> {
        let days: Vec<usize> = jobs.reqs.iter().map(|r| r.day).collect();
        let loads = jobs.loads(&days);
        let sticks = |r: &Req| way.stick && r.part == Part::Within && r.spread && !r.given && loads[r.day] <= jobs.capacity;
        let stuck = jobs.reqs.iter().any(sticks);
        let mut fixed: Vec<bool> = jobs.reqs.iter().map(|r| r.part == Part::Fixed || sticks(r)).collect();
        let stay = jobs.reqs.iter().zip(&fixed).filter(|(r, fixed)| **fixed && r.takes);
        let mut held: Vec<(usize, usize)> = stay.map(|(r, _)| (r.day, r.client)).collect();
        held.extend(jobs.agreed.iter().zip(&jobs.takes).filter(|(_, takes)| **takes).map(|(a, _)| (a.0, a.1)));
        held.sort_unstable();
        held.dedup();
        // With a client who is spoken to that day anyway, the contact takes no room.
        for (n, r) in jobs.reqs.iter().enumerate().filter(|(_, r)| r.part == Part::Within) {
            fixed[n] |= held.binary_search(&(r.day, r.client)).is_ok();
        }
        let room = |day: usize| {
            let from = held.partition_point(|h| h.0 < day);
            let taken = held[from..].iter().take_while(|h| h.0 == day).count() + jobs.done_on(day);
            jobs.capacity.saturating_sub(taken) as i32
        };
        let room = (0..jobs.axis.days.len()).map(room).collect();
        Plan {
            jobs,
            crowded,
            way,
            fixed,
            held,
            room,
            days,
            placed: Vec::new(),
            left: Vec::new(),
            late: [0; 8],
            stuck,
            joined: false,
        }
    }

    fn run(mut self) -> Levelled {
        let mut room = Room::new(&self.room);
        let missed = self.within(&mut room);
        self.stagger(&mut room);
        self.beyond(&mut room, missed);
        self.fill();
        self.even_out();
        let squeezed = self.left.iter().flat_map(|c| c.reqs.iter().copied()).collect();
        Levelled { days: self.days, squeezed, late: self.late, stuck: self.stuck, joined: self.joined }
    }

    /// By tier, then by what the client is worth.
    fn order(&self, a: &Contact, b: &Contact) -> std::cmp::Ordering {
        let class = |c: &Contact| c.reqs.iter().map(|n| self.jobs.reqs[*n].class).min();
        let key = |c: &Contact| (class(c), c.last, c.reqs[0]);
        let importance = |c: &Contact| self.jobs.importance[c.client];
        let (ra, rb) = (key(a).0, key(b).0);
        ra.cmp(&rb).then(importance(b).total_cmp(&importance(a))).then(key(a).cmp(&key(b)))
    }

    /// What is within its grace is kept there, the important first. What cannot be comes back.
    fn within(&mut self, room: &mut Room) -> Vec<Contact> {
        let (mut contacts, joined) = self.contacts();
        self.joined = joined;
        contacts.sort_by(|a, b| self.order(a, b));
        let mut missed = Vec::new();
        for contact in contacts {
            if room.take(contact.first, contact.last) {
                self.placed.push(contact);
                continue;
            }
            // Together they do not fit: each by itself.
            for n in contact.reqs {
                let one = self.alone(n);
                if room.take(one.first, one.last) {
                    self.placed.push(one);
                } else if let Some(day) =
                    (one.first..=one.last).find(|day| self.held.binary_search(&(*day, one.client)).is_ok())
                {
                    (self.days[n], self.fixed[n]) = (day, true);
                } else {
                    self.late[self.jobs.reqs[n].class] += 1;
                    // What was late once is not put off again.
                    if self.jobs.reqs[n].given { self.left.push(one) } else { missed.push(one) }
                }
            }
        }
        missed
    }

    fn alone(&self, n: usize) -> Contact {
        let r = &self.jobs.reqs[n];
        let last = if r.given { r.day } else { r.last };
        Contact { client: r.client, reqs: vec![n], first: r.day, last }
    }

    /// What is within its grace, as contacts: what a client has on one day is one, and where days are crowded what may fall on one day.
    /// With whether that left one of them fewer days.
    fn contacts(&self) -> (Vec<Contact>, bool) {
        let (mut out, mut joined): (Vec<Contact>, bool) = (Vec::new(), false);
        for mine in &self.jobs.of {
            let from = out.len();
            let mut open: Vec<usize> =
                mine.clone().filter(|n| !self.fixed[*n] && self.jobs.reqs[*n].part == Part::Within).collect();
            open.sort_by_key(|n| self.alone(*n).last);
            for n in open {
                let one = self.alone(n);
                match out[from..].iter_mut().find(|other| self.together(other, &one)) {
                    Some(other) => {
                        joined |= !inside(other, &one);
                        other.reqs.push(n);
                        (other.first, other.last) = (other.first.max(one.first), other.last.min(one.last));
                    }
                    None => out.push(one),
                }
            }
        }
        (out, joined)
    }

    fn together(&self, a: &Contact, b: &Contact) -> bool {
        let overlap = a.first.max(b.first) <= a.last.min(b.last);
        let crowded = self.crowded[a.first] || self.crowded[b.first];
        a.first == b.first || crowded && overlap && (inside(a, b) || self.way.join)
    }

    /// What is past its grace: those of one tier, interval and channel over one interval from today, the latest first, each on the day with
    /// room nearest to its place.
    fn stagger(&mut self, room: &mut Room) {
        let jobs = self.jobs;
        let group = |n: &usize| {
            let r = &jobs.reqs[*n];
            (r.class, r.every.days() as i32, r.channel)
        };
        let mut late: Vec<usize> = (0..jobs.reqs.len()).filter(|n| jobs.reqs[*n].part == Part::Overdue).collect();
        late.sort_by_key(|n| (group(n), std::cmp::Reverse(jobs.reqs[*n].late_days), *n));
        let mut given: HashMap<usize, Vec<usize>> = HashMap::new();
        // Where there is less room than there are late ones, a client is spoken to once about all that is late.
        let farthest = late.iter().map(|n| self.span(jobs.reqs[*n].every.days())).max().unwrap_or(0);
        let there_is: i32 = self.room.iter().take(farthest).sum();
        let tight = self.placed.iter().filter(|c| c.first < farthest).count() + late.len() > there_is.max(0) as usize;
        for same in late.chunk_by(|a, b| group(a) == group(b)) {
            let span = self.span(jobs.reqs[same[0]].every.days());
            for (i, n) in same.iter().enumerate() {
                // One that was tried in vain waits for the day it is tried again.
                let Req { client, day: earliest, .. } = jobs.reqs[*n];
                let slot = (i * span / same.len()).max(earliest);
                let step = slot..((i + 1) * span / same.len()).max(slot + 1);
                let span = span.max(earliest + 1);
                let there = |day: &usize| {
                    given.get(&client).is_some_and(|days| days.contains(day))
                        || self.held.binary_search(&(*day, client)).is_ok()
                };
                let anywhere = || (earliest..span).filter(there).min_by_key(|day| (day.abs_diff(slot), *day));
                if let Some(day) = step.clone().find(there).or_else(|| anywhere().filter(|_| tight)) {
                    self.days[*n] = day;
                    self.fixed[*n] = true;
                    continue;
                }
                let mut near: Vec<usize> = (earliest..span).collect();
                near.sort_by_key(|day| (day.abs_diff(slot), *day));
                let contact = |day| Contact { client, reqs: vec![*n], first: day, last: day };
                match near.into_iter().find(|day| room.take(*day, *day)) {
                    Some(day) => {
                        given.entry(client).or_default().push(day);
                        self.placed.push(contact(day));
                    }
                    None => {
                        self.late[jobs.reqs[*n].class] += 1;
                        self.days[*n] = slot;
                        self.left.push(Contact { first: earliest, last: span - 1, ..contact(slot) });
                    }
                }
            }
        }
    }

    /// How many working days one interval from the first of them holds.
    fn span(&self, days: f64) -> usize {
        let axis = &self.jobs.axis;
        let end = axis.days[0].plus((days.floor() as i32).max(1));
        axis.days.partition_point(|day| *day < end).max(1)
    }

    /// What cannot be kept within its grace goes to the first day with room after it, within one interval.
    fn beyond(&mut self, room: &mut Room, missed: Vec<Contact>) {
        let axis = &self.jobs.axis;
        for one in missed {
            let r = &self.jobs.reqs[one.reqs[0]];
            let end = axis.before(r.every.after(axis.days[r.day]).plus(1)).unwrap_or(r.last);
            match (one.last + 1..=end).find(|day| room.take(*day, *day)) {
                Some(day) => self.placed.push(Contact { first: day, last: day, ..one }),
                None => self.left.push(one),
            }
        }
    }

    /// Fills the days one after the other: what fits its day stays there, of the rest moves who can wait longest. Contacts that come again
    /// get what room is not needed for others to stay within their grace.
    fn fill(&mut self) {
        let jobs = self.jobs;
        let count = self.room.len();
        let mut placed = std::mem::take(&mut self.placed);
        placed.sort_by(|a, b| self.order(a, b));
        let mut open = vec![0; count];
        let mut by_first: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (n, contact) in placed.iter().enumerate() {
            open[contact.last] += 1;
            by_first[contact.first].push(n);
        }
        let mut stays: Vec<Vec<usize>> = vec![Vec::new(); count];
        // What no day has room for is in nobody's way yet.
        (0..jobs.reqs.len()).filter(|n| self.fixed[*n]).for_each(|n| stays[self.days[n]].push(n));
        let mut agreed = jobs.agreed.clone();
        agreed.sort_unstable_by_key(|a| (a.0, a.1));
        let (mut must, mut course) = (Must::new(open, &self.room), Course::new(jobs));
        let (mut waiting, mut again) = (Waiting::default(), Waiting::default());
        let mut met = vec![usize::MAX; jobs.of.len()];
        for day in 0..count {
            by_first[day].iter().for_each(|n| waiting.push(placed[*n].last, *n));
            let held = self.held.partition_point(|h| h.0 < day);
            self.held[held..].iter().take_while(|h| h.0 == day).for_each(|h| met[h.1] = day);
            let naturals = course.again(day);
            naturals.iter().for_each(|n| again.push(day + jobs.reqs[*n].grace, *n));
            again.expire(day);
            let mut here = Vec::new();
            let (mut room, mut needed) = (self.room[day], must.on(day));
            while room > 0 {
                let mine = match (waiting.urgent(), again.urgent()) {
                    (None, None) => break,
                    (Some(firm), Some(repeat)) => needed > 0 || firm <= repeat,
                    (firm, _) => firm.is_some(),
                };
                let client = if mine {
                    needed -= 1;
                    let Some(n) = waiting.pop() else { break };
                    must.placed(placed[n].last);
                    here.push(n);
                    placed[n].client
                } else {
                    let Some(n) = again.pop() else { break };
                    jobs.reqs[n].client
                };
                room -= i32::from(met[client] != day);
                met[client] = day;
            }
            for (_, client, channel) in agreed.iter().filter(|a| a.0 == day) {
                course.contact(day, *client, *channel, None);
            }
            here.iter().flat_map(|n| &placed[*n].reqs).for_each(|n| self.days[*n] = day);
            for n in here.iter().flat_map(|n| &placed[*n].reqs).chain(&stays[day]) {
                course.contact(day, jobs.reqs[*n].client, jobs.reqs[*n].channel, Some(*n));
            }
            for n in naturals {
                course.contact(day, jobs.reqs[n].client, jobs.reqs[n].channel, None);
            }
        }
    }

    /// What no day has room for goes where the least stands, the least important first, as long as that makes the fullest day emptier.
    fn even_out(&mut self) {
        let mut loads = self.jobs.loads(&self.days);
        for _ in 0..50 {
            let mut moved = false;
            for contact in self.left.iter().rev() {
                let now = self.days[contact.reqs[0]];
                let best = (contact.first..=contact.last).min_by_key(|day| (loads[*day], *day)).unwrap_or(now);
                if loads[best] + 1 < loads[now] {
                    contact.reqs.iter().for_each(|n| self.days[*n] = best);
                    loads[now] -= 1;
                    loads[best] += 1;
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
    }
}
