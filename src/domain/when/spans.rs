//! What is counted from now (`+3d`, `in 2h`, `3天后`), and times of day (`15:00`, `3pm`, `下午3点半`).

use super::super::day::{Day, Moment};
use super::scan::Scan;
use super::{Asked, When, clock};
use chrono::NaiveTime;

/// A stretch of time with its direction.
#[derive(Clone, Copy)]
enum Shift {
    Days(i32),
    Months(i32),
    Seconds(i64),
}

/// Units of a stretch: the sort, and how many of it.
#[derive(Clone, Copy)]
enum Unit {
    Days(i32),
    Months(i32),
    Seconds(i64),
}

impl Unit {
    fn times(self, n: u32, sign: i32) -> Shift {
        let n = n as i32 * sign;
        match self {
            Unit::Days(days) => Shift::Days(days * n),
            Unit::Months(months) => Shift::Months(months * n),
            Unit::Seconds(seconds) => Shift::Seconds(seconds * i64::from(n)),
        }
    }
}

const HOUR: Unit = Unit::Seconds(3600);
const MINUTE: Unit = Unit::Seconds(60);
const WEEK: Unit = Unit::Days(7);
const YEAR: Unit = Unit::Months(12);

/// Behind a sign `m` is a month, as in the other short units; `min` is a minute.
const SHORT: &[(&str, Unit)] = &[
    ("d", Unit::Days(1)),
    ("w", WEEK),
    ("mo", Unit::Months(1)),
    ("m", Unit::Months(1)),
    ("y", YEAR),
    ("h", HOUR),
    ("min", MINUTE),
];

/// After `in` and before `ago` an `m` is a minute, as people say it.
const WORDS: &[(&str, Unit)] = &[
    ("days", Unit::Days(1)),
    ("day", Unit::Days(1)),
    ("d", Unit::Days(1)),
    ("weeks", WEEK),
    ("week", WEEK),
    ("w", WEEK),
    ("months", Unit::Months(1)),
    ("month", Unit::Months(1)),
    ("mo", Unit::Months(1)),
    ("years", YEAR),
    ("year", YEAR),
    ("y", YEAR),
    ("hours", HOUR),
    ("hour", HOUR),
    ("hrs", HOUR),
    ("hr", HOUR),
    ("h", HOUR),
    ("minutes", MINUTE),
    ("minute", MINUTE),
    ("mins", MINUTE),
    ("min", MINUTE),
    ("m", MINUTE),
];

const CHINESE: &[(&str, Unit)] = &[
    ("天", Unit::Days(1)),
    ("日", Unit::Days(1)),
    ("周", WEEK),
    ("个星期", WEEK),
    ("星期", WEEK),
    ("个礼拜", WEEK),
    ("礼拜", WEEK),
    ("个月", Unit::Months(1)),
    ("年", YEAR),
    ("个小时", HOUR),
    ("小时", HOUR),
    ("个钟头", HOUR),
    ("分钟", MINUTE),
];

/// What is said with a half.
const HALVES: &[(&str, Unit)] = &[
    ("半个小时", Unit::Seconds(1800)),
    ("半小时", Unit::Seconds(1800)),
    ("半个月", Unit::Days(15)),
    ("半年", Unit::Months(6)),
];

fn shift(mut s: Scan<'_>) -> Option<(Shift, Scan<'_>)> {
    if let Some(sign) = s.one_of(&[("+", 1), ("-", -1)]) {
        let n = s.digits(1..=5)?;
        s.space();
        return s.one_of(SHORT).map(|unit| (unit.times(n, sign), s));
    }
    let mut english = s;
    let ahead = english.eat("in");
    english.space();
    if let Some((n, unit)) = counted(&mut english) {
        if ahead {
            return Some((unit.times(n, 1), english));
        }
        english.space();
        if english.eat("ago") {
            return Some((unit.times(n, -1), english));
        }
    }
    let (n, unit) = match s.one_of(HALVES) {
        Some(unit) => (1, unit),
        None => (s.number()?, s.one_of(CHINESE)?),
    };
    let direction = [("以后", 1), ("之后", 1), ("后", 1), ("以前", -1), ("之前", -1), ("前", -1)];
    s.one_of(&direction).map(|sign| (unit.times(n, sign), s))
}

fn counted(s: &mut Scan<'_>) -> Option<(u32, Unit)> {
    const COUNTS: &[(&str, u32)] = &[
        ("a", 1),
        ("an", 1),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
    ];
    if s.eat("half an hour") {
        return Some((1, Unit::Seconds(1800)));
    }
    let n = s.digits(1..=5).or_else(|| s.one_of(COUNTS))?;
    s.space();
    Some((n, s.one_of(WORDS)?))
}

/// A phrase of hours or minutes from now: an exact moment.
pub(super) fn moment<'a>(mut s: Scan<'a>, asked: Asked<'_>) -> Option<(When, Scan<'a>)> {
    if !asked.in_line && s.one_of(&[("now", ()), ("现在", ())]).is_some() {
        return Some((When::of_moment(asked.now.instant, asked.now.zone), s));
    }
    match shift(s)? {
        (Shift::Seconds(seconds), s) => Some((When::of_moment(Moment(asked.now.instant.0 + seconds), asked.now.zone), s)),
        _ => None,
    }
}

/// A phrase of days, weeks, months or years from today.
pub(super) fn shifted<'a>(s: Scan<'a>, asked: Asked<'_>) -> Option<(Day, Scan<'a>)> {
    let today = asked.now.today();
    match shift(s)? {
        (Shift::Days(days), s) => Some((today.plus(days), s)),
        (Shift::Months(months), s) => Some((today.plus_months(months), s)),
        (Shift::Seconds(_), _) => None,
    }
}

/// A part of the day in Chinese; it says which half an hour of the clock belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
}

impl Part {
    fn hour(self, hour: u32) -> Option<u32> {
        match (self, hour) {
            (Part::Night, 12) => Some(0),
            (Part::Night, 0..=6) | (Part::Morning, 4..=12) | (Part::Noon, 11..=14) => Some(hour),
            (Part::Noon, 1..=2) | (Part::Afternoon, 1..=7) | (Part::Evening, 5..=11) => Some(hour + 12),
            (Part::Afternoon, 12..=19) | (Part::Evening, 17..=23) => Some(hour),
            _ => None,
        }
    }
}

/// A time of day; `part` is one that was said with the day.
pub(super) fn time<'a>(mut s: Scan<'a>, part: Option<Part>) -> Option<(NaiveTime, Scan<'a>)> {
    const PARTS: &[(&str, Part)] = &[
        ("凌晨", Part::Night),
        ("早上", Part::Morning),
        ("早晨", Part::Morning),
        ("上午", Part::Morning),
        ("中午", Part::Noon),
        ("下午", Part::Afternoon),
        ("傍晚", Part::Evening),
        ("晚上", Part::Evening),
    ];
    s.space();
    let part = part.or_else(|| s.one_of(PARTS));
    s.space();
    if s.eat("noon") || (s.is_empty() && part == Some(Part::Noon)) {
        return clock(12, 0, 0).map(|time| (time, s));
    }
    let mut said = s.digits(1..=2);
    let (mut minute, mut second) = (0, 0);
    let half = |s: &mut Scan<'a>| {
        let mut at = *s;
        at.space();
        let found = at.one_of(&[("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)])?;
        *s = at;
        Some(found)
    };
    let mut hour = None;
    if said.is_some() && s.eat(":") {
        minute = s.digits(2..=2)?;
        if s.eat(":") {
            second = s.digits(2..=2)?;
        }
        hour = said;
    }
    if let Some(clock_hour) = said
        && part.is_none()
        && let Some(noon) = half(&mut s)
    {
        hour = Some((1..=12).contains(&clock_hour).then_some(clock_hour % 12 + noon)?);
    }
    if hour.is_none() {
        said = said.or_else(|| s.number());
        s.one_of(&[("点钟", ()), ("点", ()), ("时", ())])?;
        hour = said;
        if let Some(quarter) = s.one_of(&[("半", 30), ("一刻", 15), ("三刻", 45), ("整", 0)]) {
            minute = quarter;
        } else if let Some(said) = s.number() {
            minute = said;
            s.eat("分");
        }
    }
    let hour = match part {
        Some(part) => part.hour(hour?)?,
        None => hour?,
    };
    // A word or figure that goes on is something else: `15:00h`, `3pmx`, `15:000`.
    if s.rest().starts_with(|c: char| c.is_ascii_alphanumeric() || c == ':') {
        return None;
    }
    clock(hour, minute, second).map(|time| (time, s))
}
