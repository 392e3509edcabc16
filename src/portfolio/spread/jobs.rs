//! What there is to level: the working days with their room, every requirement with the days it may fall on, and how contacts come
//! again. Which day each gets is `level`'s to say.

use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::target::Target;
use crate::domain::words::{Channel, DeferralKind, Tier};
use crate::portfolio::assess::{Assessed, DueState, Requirement};
use crate::portfolio::load::Snapshot;
use std::ops::Range;

/// So many days ahead are levelled: 13 weeks.
const AHEAD: i32 = 91;
/// So many days ahead contacts that come again are reckoned with; what comes later depends on too much.
const AGAIN: i32 = 42;
/// What is levelled may fall on so many days: those ahead, and one interval of three months from each.
const REACH: i32 = 182;

/// The working days from today on, numbered.
#[derive(Debug, Clone)]
pub struct Axis {
    /// The first day looked at.
    pub today: Day,
    /// The working days, by number.
    pub days: Vec<Day>,
    /// The number of the first working day on or after each calendar day.
    next: Vec<usize>,
    /// So many of them are levelled.
    pub ahead: usize,
    /// On so many of them contacts that come again are reckoned with.
    pub again: usize,
}

impl Axis {
    /// The working days of a book.
    pub fn new(book: &Snapshot) -> Axis {
        let today = book.now.today();
        let (mut days, mut next, mut ahead, mut again) = (Vec::new(), Vec::new(), 0, 0);
        for n in 0..=REACH {
            next.push(days.len());
            if book.time.is_working(today.plus(n)) {
                days.push(today.plus(n));
                ahead = if n <= AHEAD { days.len() } else { ahead };
                again = if n <= AGAIN { days.len() } else { again };
            }
        }
        Axis { today, days, next, ahead, again }
    }

    /// The number of the first working day on or after `day`; what is past stands today. `None` beyond the last one.
    pub fn on(&self, day: Day) -> Option<usize> {
        let n = usize::try_from(day.since(self.today).max(0)).ok()?;
        self.next.get(n).copied().filter(|n| *n < self.days.len())
    }

    /// The number of the last working day before `day`, the last of all where that is further.
    pub fn before(&self, day: Day) -> Option<usize> {
        let n = usize::try_from(day.since(self.today).max(0)).ok()?;
        self.next.get(n).copied().unwrap_or(self.days.len()).checked_sub(1)
    }
}

/// How a requirement takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It stands where it is: agreed, put off or paused by the user, or further ahead.
    Fixed,
    /// It may move within its grace.
    Within,
    /// Its grace has passed: it gets a place in the stagger.
    Overdue,
}

/// One requirement on the axis.
#[derive(Debug, Clone)]
pub struct Req {
    /// The client's place among all clients.
    pub client: usize,
    /// Its place in the client's plan.
    pub at: usize,
    /// Channel.
    pub channel: Channel,
    /// How often.
    pub every: Interval,
    /// Grace in working days.
    pub grace: usize,
    /// How much it matters that it stays in time: A, B, C, none, then the same for what was late when its day was set.
    pub class: usize,
    /// The day it stands on.
    pub day: usize,
    /// The last day before it is overdue.
    pub last: usize,
    /// How it takes part.
    pub part: Part,
    /// Whether it takes room by itself: what is agreed does so as an appointment.
    pub takes: bool,
    /// An earlier spread set its day.
    pub spread: bool,
    /// It was late when a spread gave it just this day: it is not put off again. Not so where a leave has moved it since, or the day has
    /// passed.
    pub given: bool,
    /// Its grace begins anew with its day.
    fresh: bool,
    /// Calendar days since it was promised.
    pub late_days: i32,
}

/// The whole book on the axis.
#[derive(Debug, Clone)]
pub struct Jobs {
    /// The days.
    pub axis: Axis,
    /// Contacts a working day.
    pub capacity: usize,
    /// Contacts made today.
    pub done: usize,
    /// Requirements, a client's together.
    pub reqs: Vec<Req>,
    /// Each client's requirements.
    pub of: Vec<Range<usize>>,
    /// Agreed contacts: day, client, channel.
    pub agreed: Vec<(usize, usize, Channel)>,
    /// Whether an agreed contact lies on a working day and takes of its room.
    pub takes: Vec<bool>,
    /// How important each client is, 0 to 1.
    pub importance: Vec<f64>,
    /// Whose they are.
    pub ids: Vec<Id>,
    /// Whether a meeting is as good as a visit.
    meeting_is_visit: bool,
}

impl Jobs {
    /// What a book holds; `None` where no day is worked.
    pub fn new(book: &Snapshot) -> Option<Jobs> {
        let axis = Axis::new(book);
        let zone = book.now.zone;
        let (mut reqs, mut of, mut agreed, mut takes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut importance, mut ids) = (Vec::new(), Vec::new());
        for (client, one) in book.present().enumerate() {
            let from = reqs.len();
            for (at, r) in one.plan.iter().enumerate() {
                let stands = match r.state {
                    DueState::Booked { start, .. } => start.day(zone),
                    DueState::Paused { .. } => r.due,
                    _ => r.shown_from().unwrap_or(r.due),
                };
                let Some(day) = axis.on(stands) else { continue };
                let rank = one.tier.tier.map_or(3, Tier::rank);
                let given = r.restarted && spread_to(one, r.channel) == Some(axis.days[day]);
                reqs.push(Req { given, ..req(&axis, (client, at), r, day, rank) });
            }
            of.push(from..reqs.len());
            for a in &one.facts.appointments {
                let day = a.start.day(zone).max(axis.today);
                let Some(n) = axis.on(day) else { continue };
                agreed.push((n, client, a.channel));
                takes.push(axis.days[n] == day);
            }
            importance.push(one.importance);
            ids.push(one.id());
        }
        let (capacity, done) = (book.policy.queue.capacity, book.queue.done_today);
        let meeting_is_visit = book.policy.meeting_satisfies_visit;
        let some = !axis.days.is_empty();
        some.then_some(Jobs { axis, capacity, done, reqs, of, agreed, takes, importance, ids, meeting_is_visit })
    }

    /// Contacts made today already count on it, where it is a working day.
    pub fn done_on(&self, day: usize) -> usize {
        if day == 0 && self.axis.days.first() == Some(&self.axis.today) { self.done } else { 0 }
    }

    /// Clients on each day, those with an agreed contact among them, with each requirement on its day in `days`.
    pub fn loads(&self, days: &[usize]) -> Vec<usize> {
        let mut seen: Vec<(usize, usize)> = self.taking(days).collect();
        seen.extend(self.agreed.iter().zip(&self.takes).filter(|(_, takes)| **takes).map(|(a, _)| (a.0, a.1)));
        seen.sort_unstable();
        seen.dedup();
        let mut out: Vec<usize> = (0..self.axis.days.len()).map(|day| self.done_on(day)).collect();
        seen.iter().for_each(|(day, _)| out[*day] += 1);
        out
    }

    /// Day and client of what takes room by itself, with each requirement on its day in `days`.
    fn taking<'s>(&'s self, days: &'s [usize]) -> impl Iterator<Item = (usize, usize)> + 's {
        self.reqs.iter().zip(days).filter(|(r, _)| r.takes).map(|(r, day)| (*day, r.client))
    }

    /// The book as it is once every requirement fell on its day in `days`.
    pub fn moved(&self, days: &[usize]) -> Jobs {
        let mut out = self.clone();
        for (r, day) in out.reqs.iter_mut().zip(days).filter(|(r, _)| r.part != Part::Fixed) {
            if r.fresh {
                (r.part, r.spread, r.given) = (Part::Within, true, true);
                r.last = (day + r.grace).min(self.axis.days.len() - 1);
            }
            r.spread |= r.day != *day;
            (r.day, r.last) = (*day, r.last.max(*day));
        }
        out
    }
}

fn req(axis: &Axis, (client, at): (usize, usize), r: &Requirement, day: usize, rank: usize) -> Req {
    let part = match r.state {
        DueState::Open | DueState::Retry { .. } if r.is_overdue(axis.today) => Part::Overdue,
        DueState::Open | DueState::Retry { .. } if day < axis.ahead => Part::Within,
        _ => Part::Fixed,
    };
    Req {
        client,
        at,
        channel: r.channel,
        every: r.every,
        grace: r.grace.clamp(0, 999).unsigned_abs() as usize,
        class: if part == Part::Overdue || r.restarted { rank + 4 } else { rank },
        day,
        last: axis.before(r.overdue_from).unwrap_or(day).max(day),
        part,
        takes: !matches!(r.state, DueState::Booked { .. }),
        fresh: part == Part::Overdue,
        given: false,
        spread: r.moved == Some(DeferralKind::Spread),
        late_days: r.late_days,
    }
}

/// The day the newest spread gave a requirement.
fn spread_to(client: &Assessed, channel: Channel) -> Option<Day> {
    let target = Target::Contact(channel).to_string();
    let newest = client.facts.deferrals.iter().rfind(|d| d.kind == DeferralKind::Spread && d.target == target);
    newest.map(|d| d.until)
}

/// How the contacts come again, day by day: a contact serves the requirements of its channel and of poorer ones, and each of them
/// comes again one interval after it.
#[derive(Debug)]
pub struct Course<'a> {
    jobs: &'a Jobs,
    /// The day a requirement comes again; none while its first contact is to come.
    next: Vec<Option<usize>>,
    /// What comes again on each day; outdated entries stay.
    bucket: Vec<Vec<usize>>,
}

impl<'a> Course<'a> {
    /// Before the first day.
    pub fn new(jobs: &'a Jobs) -> Course<'a> {
        Course { jobs, next: vec![None; jobs.reqs.len()], bucket: vec![Vec::new(); jobs.axis.again] }
    }

    /// The requirements that come again on a day.
    pub fn again(&mut self, day: usize) -> Vec<usize> {
        let mut out = self.bucket.get_mut(day).map(std::mem::take).unwrap_or_default();
        out.retain(|r| self.next[*r] == Some(day));
        out.sort_unstable();
        out.dedup();
        out
    }

    /// A contact of a client: with the first one of requirement `first` made by it, and every other that has begun.
    pub fn contact(&mut self, day: usize, client: usize, channel: Channel, first: Option<usize>) {
        for n in self.jobs.of[client].clone() {
            let r = &self.jobs.reqs[n];
            let served = self.next[n].is_some() && channel.satisfies(r.channel, self.jobs.meeting_is_visit);
            if !served && first != Some(n) {
                continue;
            }
            let again = self.jobs.axis.on(r.every.after(self.jobs.axis.days[day])).map_or(usize::MAX, |n| n.max(day + 1));
            self.next[n] = Some(again);
            if let Some(bucket) = self.bucket.get_mut(again) {
                bucket.push(n);
            }
        }
    }
}
