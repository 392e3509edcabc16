//! Whether a promise of the plan was kept in a calendar week (S24 to S26): pure, from a requirement, the contacts since the week began
//! and what speaks for the client. Which requirements there were is the record's to read.

use super::week::Week;
use crate::domain::day::{Day, Moment};
use crate::domain::facts::DeferralRow;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::target::Target;
use crate::domain::words::{Channel, DeferralKind, Tier};
use crate::domain::zone::WorkingTime;
use crate::portfolio::Requirement;
use chrono_tz::Tz;

/// Why a promise is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excuse {
    /// All of the week was off: own leave, holidays.
    DaysOff,
    /// The client was paused.
    Paused,
    /// The turn was skipped for a reason.
    Skipped,
    /// The contact was spread to another week.
    Spread,
    /// The client is not served any more.
    Left,
}

impl Excuse {
    /// The word for it in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Excuse::DaysOff => "days-off",
            Excuse::Paused => "paused",
            Excuse::Skipped => "skipped",
            Excuse::Spread => "spread",
            Excuse::Left => "left",
        }
    }
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Kept, by a contact on this channel.
    Kept(Day, Channel),
    /// Made after its last day.
    Late(Day, Channel),
    /// Not made yet, but it still can be in time.
    Open,
    /// Not made, and too late.
    Broken,
    /// Not counted.
    Excused(Excuse),
}

impl State {
    /// The word for it in JSON.
    pub fn code(self) -> &'static str {
        match self {
            State::Kept(..) => "kept",
            State::Late(..) => "late",
            State::Open => "open",
            State::Broken => "broken",
            State::Excused(_) => "excused",
        }
    }

    /// Whether there is still something to be done about it.
    pub fn asks(self) -> bool {
        matches!(self, State::Open | State::Broken)
    }
}

/// One promise of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// To whom.
    pub client: Id,
    /// The tier that promised it, at the week's beginning.
    pub tier: Option<Tier>,
    /// The least rich channel that keeps it.
    pub channel: Channel,
    /// How often it is promised.
    pub every: Interval,
    /// The day it fell due; `None` of a promise of every week.
    pub due: Option<Day>,
    /// What became of it.
    pub state: State,
}

/// A contact that reached the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// When.
    pub at: Moment,
    /// How.
    pub channel: Channel,
}

/// What a promise is judged under.
#[derive(Debug, Clone, Copy)]
pub struct Court<'a> {
    /// The week.
    pub week: Week,
    /// The day it is asked on.
    pub today: Day,
    /// Zone of the file.
    pub zone: Tz,
    /// Working hours, leave and holidays.
    pub time: &'a WorkingTime,
    /// Whether a meeting counts as a visit.
    pub meeting_satisfies_visit: bool,
}

/// Whether a requirement promises a contact in every calendar week.
pub fn is_weekly(every: Interval) -> bool {
    matches!(every, Interval::Days(n) if n <= 7)
}

impl Court<'_> {
    /// What became of a requirement as it stood when the week began; `None` of one that did not fall due in it. `reached` are the contacts
    /// since then in order, `deferrals` all that was ever put off, `served` whether the client still is.
    pub fn judge(&self, r: &Requirement, reached: &[Reached], deferrals: &[DeferralRow], served: bool) -> Option<State> {
        let weekly = is_weekly(r.every);
        if !weekly && !self.week.contains(r.promised) {
            return None;
        }
        let counts = |t: &&Reached| t.channel.satisfies(r.channel, self.meeting_satisfies_visit);
        let mut made = reached.iter().filter(counts).map(|t| (t.at.day(self.zone), t.channel));
        let excuse = || self.excuse(r, weekly, deferrals, served).map(State::Excused);
        Some(if weekly {
            let made = made.find(|(day, _)| self.week.contains(*day));
            let over = self.week.last_worked(self.time).is_none_or(|last| self.today > last);
            match (made, over) {
                (Some((day, channel)), _) => State::Kept(day, channel),
                (None, over) => excuse().unwrap_or(if over { State::Broken } else { State::Open }),
            }
        } else {
            match made.next() {
                Some((day, channel)) if day < r.overdue_from => State::Kept(day, channel),
                Some((day, channel)) => excuse().unwrap_or(State::Late(day, channel)),
                None => excuse().unwrap_or(if self.today < r.overdue_from { State::Open } else { State::Broken }),
            }
        })
    }

    /// What speaks for a promise that was not kept.
    fn excuse(&self, r: &Requirement, weekly: bool, deferrals: &[DeferralRow], served: bool) -> Option<Excuse> {
        if !served {
            return Some(Excuse::Left);
        }
        if weekly && self.week.last_worked(self.time).is_none() {
            return Some(Excuse::DaysOff);
        }
        let until = |d: &DeferralRow| d.ended.map_or(d.until, |ended| ended.day(self.zone).min(d.until));
        let paused = |day: Day| {
            let pauses = deferrals.iter().filter(|d| d.kind == DeferralKind::Pause);
            pauses.into_iter().any(|d| (d.created.day(self.zone)..until(d)).contains(&day))
        };
        let at_stake = |day: &Day| if weekly { self.time.is_working(*day) } else { *day == r.promised };
        if self.week.days().filter(at_stake).any(paused) {
            return Some(Excuse::Paused);
        }
        // What was moved out of the week before it was too late.
        let target = Target::Contact(r.channel).to_string();
        let last = if weekly { self.week.last() } else { r.overdue_from.plus(-1) };
        let moved = deferrals.iter().rfind(|d| {
            matches!(d.kind, DeferralKind::Skip | DeferralKind::Spread)
                && d.target == target
                && d.created.day(self.zone) <= last
                && d.until > self.week.last().max(r.promised)
                && d.ended.is_none_or(|ended| ended.day(self.zone) > last)
        })?;
        Some(if moved.kind == DeferralKind::Skip { Excuse::Skipped } else { Excuse::Spread })
    }
}

/// Promises of one tier on one channel, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The tier.
    pub tier: Option<Tier>,
    /// The channel.
    pub channel: Channel,
    /// How often.
    pub every: Interval,
    /// Kept, or made in time.
    pub kept: usize,
    /// Made too late.
    pub late: usize,
    /// Not made yet.
    pub open: usize,
    /// Not made, and too late.
    pub broken: usize,
    /// Not counted.
    pub excused: usize,
}

impl Group {
    /// Those that count.
    pub fn of(&self) -> usize {
        self.kept + self.late + self.open + self.broken
    }

    /// Whether it is promised every week.
    pub fn is_weekly(&self) -> bool {
        is_weekly(self.every)
    }
}

/// Promises by tier and channel: those of every week first, then by tier, the richer channel first.
pub fn groups<'a>(promises: impl Iterator<Item = &'a Promise>) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for p in promises {
        let key = (p.tier, p.channel, p.every);
        let at = out.iter().position(|g| (g.tier, g.channel, g.every) == key).unwrap_or_else(|| {
            let (tier, channel, every) = key;
            out.push(Group { tier, channel, every, kept: 0, late: 0, open: 0, broken: 0, excused: 0 });
            out.len() - 1
        });
        let group = &mut out[at];
        *match p.state {
            State::Kept(..) => &mut group.kept,
            State::Late(..) => &mut group.late,
            State::Open => &mut group.open,
            State::Broken => &mut group.broken,
            State::Excused(_) => &mut group.excused,
        } += 1;
    }
    let days = |g: &Group| (g.every.days() * 100.0) as i64;
    out.sort_by_key(|g| (!g.is_weekly(), g.tier.is_none(), g.tier, days(g), g.channel));
    out
}
