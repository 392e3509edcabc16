//! Limits and their clocks (S74, S75): a length of working time or of calendar time, pauses taken out, read at any moment.
//! Which limit a case has is the policy's to say, when its clock ran that of its events.

use crate::domain::day::{Day, Moment};
use crate::domain::message::Message;
use crate::domain::zone::WorkingTime;
use chrono::NaiveTime;
use chrono_tz::Tz;
use std::fmt;

/// What a limit is measured on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clock {
    /// Only working time counts.
    Business,
    /// All time counts; a moment outside working time moves to the next opening.
    Calendar,
}

/// What a limit counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    Minutes,
    Hours,
    /// Working time: as long as an ordinary working day. Calendar time: 24 hours.
    Days,
}

/// How long something may take, on a named clock: `2h business`, `24h calendar`, `1d business`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limit {
    amount: i64,
    unit: Unit,
    /// Its clock.
    pub clock: Clock,
}

/// How far the clocks look for working time, days. Where there is none, all time counts.
const HORIZON: i32 = 400;
/// How working hours write the end of a day.
const LAST: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
/// Seconds of a day.
const DAY: i64 = 86_400;

impl Limit {
    /// So many hours on a clock.
    pub fn hours(amount: i64, clock: Clock) -> Limit {
        Limit { amount, unit: Unit::Hours, clock }
    }

    /// Reads `30m business`, `2h business`, `24h calendar`, `1d business`; the number must be 1 to 9999.
    pub fn parse(text: &str) -> Option<Limit> {
        let (length, clock) = text.trim().split_once(char::is_whitespace)?;
        let split = length.find(|c: char| !c.is_ascii_digit())?;
        let amount: i64 = length[..split].parse().ok().filter(|n| (1..=9999).contains(n))?;
        let unit = match &length[split..] {
            "m" | "min" => Unit::Minutes,
            "h" => Unit::Hours,
            "d" => Unit::Days,
            _ => return None,
        };
        let clock = match clock.trim() {
            "business" => Clock::Business,
            "calendar" => Clock::Calendar,
            _ => return None,
        };
        Some(Limit { amount, unit, clock })
    }

    /// Its length in words, of working time or of all time.
    pub fn message(self) -> Message {
        let id = match (self.unit, self.clock) {
            (Unit::Minutes, Clock::Business) => "limit-minutes-business",
            (Unit::Hours, Clock::Business) => "limit-hours-business",
            (Unit::Days, Clock::Business) => "limit-days-business",
            (Unit::Minutes, Clock::Calendar) => "limit-minutes",
            (Unit::Hours, Clock::Calendar) => "limit-hours",
            (Unit::Days, Clock::Calendar) => "limit-days",
        };
        Message::new(id).with("n", self.amount)
    }

    /// Its length in seconds of its clock.
    pub fn seconds(self, time: &WorkingTime) -> i64 {
        match (self.unit, self.clock) {
            (Unit::Minutes, _) => self.amount * 60,
            (Unit::Hours, _) => self.amount * 3600,
            (Unit::Days, Clock::Calendar) => self.amount * DAY,
            (Unit::Days, Clock::Business) => self.amount * time.ordinary_seconds(),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Minutes => "m",
            Unit::Hours => "h",
            Unit::Days => "d",
        };
        let clock = match self.clock {
            Clock::Business => "business",
            Clock::Calendar => "calendar",
        };
        write!(f, "{}{unit} {clock}", self.amount)
    }
}

/// A stretch in which a clock stands still; without an end it still does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// From.
    pub from: Moment,
    /// To, when it is over.
    pub to: Option<Moment>,
}

/// What a clock measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// When it began.
    pub from: Moment,
    /// When it stood still, by their beginning.
    pub pauses: Vec<Pause>,
    /// When it was stopped.
    pub stopped: Option<Moment>,
}

/// A clock as it stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The last moment that keeps the limit; while it stands still, as if it ran on from now.
    pub due: Moment,
    /// `None` while it runs within its limit; a moment equal to the limit keeps it.
    pub met: Option<bool>,
    /// Share of the limit used; 1 at the limit.
    pub used: f64,
    /// Seconds of its own clock until the limit, of one that runs or stands still; negative past it.
    pub left: i64,
    /// Seconds of its own clock so far.
    pub spent: i64,
    /// It stands still.
    pub paused: bool,
    /// When it was stopped.
    pub stopped: Option<Moment>,
}

impl Reading {
    /// Whether the limit was broken.
    pub fn is_breached(&self) -> bool {
        self.met == Some(false)
    }

    /// Whether it is neither stopped nor standing still.
    pub fn is_running(&self) -> bool {
        self.stopped.is_none() && !self.paused
    }
}

/// Reads a clock at a moment.
pub fn read(limit: Limit, run: &Run, time: &WorkingTime, zone: Tz, now: Moment) -> Reading {
    let scale = Scale { clock: limit.clock, time, zone };
    let length = limit.seconds(time).max(1);
    let end = run.stopped.unwrap_or(now).max(run.from);
    // What still stands still does so until now; what was to come when the clock stopped does not count.
    let pauses: Vec<(Moment, Moment)> = joined(run, end);
    let paused = run.stopped.is_none() && run.pauses.last().is_some_and(|p| p.to.is_none());
    let due = scale.due(run.from, length, &pauses);
    let met = match run.stopped {
        Some(at) => Some(at <= due),
        // Standing still moves the limit on with now, unless it was past before.
        None => (now > due).then_some(false),
    };
    let spent = scale.spent(run.from, end, &pauses);
    let left = scale.spent(end, due, &[]) - scale.spent(due, end, &[]);
    let whole = match limit.clock {
        Clock::Business => length,
        // The way to the next opening belongs to the limit.
        Clock::Calendar => scale.spent(run.from, due, &pauses).max(1),
    };
    Reading { due, met, used: spent as f64 / whole as f64, left, spent, paused, stopped: run.stopped }
}

/// The pauses within a run as stretches apart from each other, by time.
fn joined(run: &Run, end: Moment) -> Vec<(Moment, Moment)> {
    let clip = |p: &Pause| (p.from.max(run.from), p.to.unwrap_or(end).min(end));
    let mut spans: Vec<(Moment, Moment)> = run.pauses.iter().map(clip).filter(|(a, b)| a < b).collect();
    spans.sort();
    let mut out: Vec<(Moment, Moment)> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => out.push(span),
        }
    }
    out
}

/// A clock with what it goes by.
struct Scale<'a> {
    clock: Clock,
    time: &'a WorkingTime,
    zone: Tz,
}

impl Scale<'_> {
    /// The last moment of a limit of so many seconds, with these stretches taken out.
    fn due(&self, from: Moment, length: i64, pauses: &[(Moment, Moment)]) -> Moment {
        match self.clock {
            Clock::Calendar => self.calendar_due(from, length, pauses),
            Clock::Business => self.business_due(from, length, pauses),
        }
    }

    /// The pauses are added in calendar time, then the moment moves to the next opening. One that begins before the limit is reached counts
    /// whole, and no limit is reached inside one.
    fn calendar_due(&self, from: Moment, length: i64, pauses: &[(Moment, Moment)]) -> Moment {
        let mut raw = Moment(from.0 + length);
        let mut due = self.time.opening_from(raw, self.zone);
        for (begin, end) in pauses {
            if *begin > due {
                break;
            }
            raw = Moment(raw.0 + end.0 - begin.0);
            due = self.time.opening_from(raw.max(*end), self.zone);
        }
        due
    }

    /// Working time is counted off span by span, leaving the pauses out.
    fn business_due(&self, from: Moment, length: i64, pauses: &[(Moment, Moment)]) -> Moment {
        let mut left = length;
        let mut last = from;
        let days = HORIZON + pauses.last().map_or(0, |(_, end)| end.day(self.zone).since(from.day(self.zone)));
        let mut pauses = pauses.iter().copied().peekable();
        for (open, close) in self.time.spans_from(from, self.zone, days) {
            let mut at = open.max(from);
            while at < close {
                while pauses.next_if(|(_, end)| *end <= at).is_some() {}
                // Up to the next pause or the end of the span.
                let (stop, resume) = match pauses.peek() {
                    Some((begin, end)) if *begin < close => (at.max(*begin), *end),
                    _ => (close, close),
                };
                if stop.0 - at.0 >= left {
                    return Moment(at.0 + left);
                }
                left -= stop.0 - at.0;
                last = stop;
                at = resume;
            }
        }
        // Nothing is ever worked: all time counts.
        Moment(last.0 + left)
    }

    /// Seconds of this clock from one moment to a later one, these stretches left out; 0 when it is not later.
    fn spent(&self, from: Moment, to: Moment, pauses: &[(Moment, Moment)]) -> i64 {
        if to <= from {
            return 0;
        }
        let gross = self.between(from, to);
        gross - pauses.iter().map(|(a, b)| self.between((*a).max(from), (*b).min(to))).sum::<i64>()
    }

    fn between(&self, from: Moment, to: Moment) -> i64 {
        if to <= from {
            return 0;
        }
        match self.clock {
            Clock::Calendar => to.0 - from.0,
            Clock::Business => self.time.worked_seconds(from, to, self.zone),
        }
    }
}

impl WorkingTime {
    /// Seconds of an ordinary working day; 24 hours where the whole week is closed.
    pub fn ordinary_seconds(&self) -> i64 {
        let seconds: i64 = self.hours().ordinary().iter().map(|(from, to)| (*to - *from).num_seconds()).sum();
        if seconds == 0 { DAY } else { seconds }
    }

    /// This moment where it is worked (the closing minute included), else the next opening; the moment itself when there is none.
    pub fn opening_from(&self, at: Moment, zone: Tz) -> Moment {
        let day = at.day(zone);
        for n in 0..=HORIZON {
            for (open, close) in self.moments(day.plus(n), zone) {
                if at <= close {
                    return at.max(open);
                }
            }
        }
        at
    }

    /// The opening hours of a day as moments.
    fn moments(&self, day: Day, zone: Tz) -> impl Iterator<Item = (Moment, Moment)> + '_ {
        // The last second of a day stands for its end.
        let close = move |to: NaiveTime| if to == LAST { day.plus(1).start(zone) } else { day.at(to, zone) };
        self.spans(day).iter().map(move |(from, to)| (day.at(*from, zone), close(*to)))
    }

    /// Opening hours from a moment on, for so many days.
    fn spans_from(&self, from: Moment, zone: Tz, days: i32) -> impl Iterator<Item = (Moment, Moment)> + '_ {
        let first = from.day(zone);
        (0..=days).flat_map(move |n| self.moments(first.plus(n), zone)).filter(move |(_, close)| *close > from)
    }

    /// Seconds of working time between two moments.
    pub fn worked_seconds(&self, from: Moment, to: Moment, zone: Tz) -> i64 {
        let last = to.day(zone);
        let first = from.day(zone);
        let mut sum = 0;
        let mut day = first;
        while day <= last {
            sum += self.moments(day, zone).map(|(open, close)| (close.min(to).0 - open.max(from).0).max(0)).sum::<i64>();
            day = day.plus(1);
        }
        sum
    }
}
