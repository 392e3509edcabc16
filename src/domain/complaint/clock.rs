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

/// How far the clocks look for working time, days: further than from the first day that can be written to the last.
const HORIZON: i32 = 150_000;
/// A long limit is counted off in steps of so many days.
const STEP: i32 = 28;
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

    /// Whether it is past its limit at the moment it was read, or was when it stopped. In the night after a limit on working time it is, by
    /// no minute of its own clock.
    pub fn is_late(&self, now: Moment) -> bool {
        self.stopped.unwrap_or(now) > self.due
    }

    /// Whether it is neither stopped nor standing still.
    pub fn is_running(&self) -> bool {
        self.stopped.is_none() && !self.paused
    }
}

/// Reads a clock at a moment.
pub fn read(limit: Limit, run: &Run, time: &WorkingTime, zone: Tz, now: Moment) -> Reading {
    // Where nothing is ever worked all time counts.
    let clock = if time.is_ever_worked() { limit.clock } else { Clock::Calendar };
    let scale = Scale { clock, time, zone };
    let length = limit.seconds(time).max(1);
    let end = run.stopped.unwrap_or(now).max(run.from);
    // What still stands still does so until now; what was to come when the clock stopped does not count.
    let pauses: Vec<(Moment, Moment)> = joined(run, end);
    let paused = run.stopped.is_none() && run.pauses.iter().any(|p| p.to.is_none());
    let due = scale.due(run.from, length, &pauses);
    let met = match run.stopped {
        Some(at) => Some(at <= due),
        // Standing still moves the limit on with now, unless it was past before.
        None => (now > due).then_some(false),
    };
    let spent = scale.spent(run.from, end, &pauses);
    let left = scale.spent(end, due, &[]) - scale.spent(due, end, &[]);
    let whole = match clock {
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

    /// Working time is counted off span by span, leaving the pauses out. A pause that begins at the very moment of the limit finds it kept:
    /// the limit is then the moment at which work goes on.
    fn business_due(&self, from: Moment, length: i64, pauses: &[(Moment, Moment)]) -> Moment {
        let (mut at, mut left) = (from, length);
        let step = self.time.week_seconds() * i64::from(STEP / 7);
        while left > step {
            let next = at.day(self.zone).plus(STEP).start(self.zone);
            let worked = self.spent(at, next, pauses);
            if worked >= left {
                break;
            }
            (at, left) = (next, left - worked);
            if at.day(self.zone).since(from.day(self.zone)) > HORIZON {
                return Moment(at.0 + left);
            }
        }
        let mut pauses = pauses.iter().copied().peekable();
        while left > 0 {
            let Some((open, close)) = self.time.next_span(at, self.zone) else { return Moment(at.0 + left) };
            at = at.max(open);
            while pauses.next_if(|(_, end)| *end <= at).is_some() {}
            let stop = match pauses.peek() {
                Some((begin, end)) if *begin <= at => {
                    at = *end;
                    continue;
                }
                Some((begin, _)) => close.min(*begin),
                None => close,
            };
            let run = left.min(stop.0 - at.0);
            (at, left) = (Moment(at.0 + run), left - run);
        }
        for (_, end) in pauses.take_while(|(begin, _)| *begin <= at).filter(|(_, end)| *end > at).collect::<Vec<_>>() {
            at = self.time.opening_from(end, self.zone);
        }
        at
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
    /// Whether there is a day of the week that is worked.
    pub fn is_ever_worked(&self) -> bool {
        !self.hours().ordinary().is_empty()
    }

    /// Seconds of an ordinary working day; 24 hours where the whole week is closed.
    pub fn ordinary_seconds(&self) -> i64 {
        let seconds = nominal(self.hours().ordinary());
        if seconds == 0 { DAY } else { seconds }
    }

    /// Seconds of a week without holidays, leave and a change of the clocks.
    fn week_seconds(&self) -> i64 {
        self.hours().0.iter().map(|spans| nominal(spans)).sum()
    }

    /// This moment where it is worked (the closing minute included), else the next opening; the moment itself when there is none.
    pub fn opening_from(&self, at: Moment, zone: Tz) -> Moment {
        self.span_where(at, zone, |close| at <= close).map_or(at, |(open, _)| at.max(open))
    }

    /// The stretch of working time that a moment lies in, else the next one.
    fn next_span(&self, at: Moment, zone: Tz) -> Option<(Moment, Moment)> {
        self.span_where(at, zone, |close| at < close)
    }

    /// The first stretch from the day of a moment on whose closing fits.
    fn span_where(&self, at: Moment, zone: Tz, fits: impl Fn(Moment) -> bool) -> Option<(Moment, Moment)> {
        let first = at.day(zone);
        let days = if self.is_ever_worked() { HORIZON } else { 0 };
        // A day of 24 hours closes on the first moment of the next.
        (-1..days).find_map(|n| self.moments(first.plus(n), zone).find(|(_, close)| fits(*close)))
    }

    /// The opening hours of a day as moments, apart from each other and in order also where the clocks change.
    pub(super) fn moments(&self, day: Day, zone: Tz) -> impl Iterator<Item = (Moment, Moment)> + '_ {
        let mut before = Moment(i64::MIN);
        self.spans(day).iter().filter_map(move |(from, to)| {
            let open = day.at(*from, zone).max(before);
            // The last second of a day stands for its end.
            let close = if *to == LAST { day.plus(1).start(zone) } else { day.at(*to, zone) };
            before = close.max(before);
            (open < close).then_some((open, close))
        })
    }

    /// Seconds of working time between two moments.
    pub fn worked_seconds(&self, from: Moment, to: Moment, zone: Tz) -> i64 {
        let (first, last) = (from.day(zone), to.day(zone));
        let mut sum = 0;
        let mut day = first;
        while day <= last {
            let next = day.plus(7);
            // Whole weeks like any other are not looked at day by day: a case may be open for years.
            if day > first && next <= last && self.is_plain(day, next, zone) {
                sum += self.week_seconds();
                day = next;
            } else {
                sum += self.moments(day, zone).map(|(open, close)| (close.min(to).0 - open.max(from).0).max(0)).sum::<i64>();
                day = day.plus(1);
            }
        }
        sum
    }

    /// Whether nothing makes the days up to `end` other than the weekly hours say: no holiday, no leave, no change of the clocks.
    fn is_plain(&self, first: Day, end: Day, zone: Tz) -> bool {
        !self.has_exception(first, end) && end.start(zone).0 - first.start(zone).0 == i64::from(end.since(first)) * DAY
    }
}

/// Seconds of opening hours on a day on which the clocks do not change.
fn nominal(spans: &[(NaiveTime, NaiveTime)]) -> i64 {
    spans.iter().map(|(from, to)| (*to - *from).num_seconds() + i64::from(*to == LAST)).sum()
}
