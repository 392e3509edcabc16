//! Date phrases in both languages (`fri`, `+3d`, `明天下午3点`), read alone or found inside a line.
//! How a moment is written for reading is the business of `i18n`.

mod dates;
mod scan;
mod spans;

use super::day::{Day, Moment, Now};
use super::message::Message;
use chrono::{Datelike, NaiveTime, Timelike};
use chrono_tz::Tz;
use scan::Scan;
use std::ops::Range;

/// Which way an open phrase such as `fri` or `12-05` points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// To what comes: due days, snoozes, appointments.
    Ahead,
    /// To what was: the day of a fact.
    Back,
}

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day, in the zone of the question.
    pub day: Day,
    /// The time of day, when the phrase has one.
    pub time: Option<NaiveTime>,
    /// The exact moment, when the phrase says one that does not depend on a wall clock: `in 2h`, RFC 3339 with an offset.
    pub moment: Option<Moment>,
}

impl When {
    /// The moment, `None` for a bare date.
    pub fn moment(&self, zone: Tz) -> Option<Moment> {
        self.moment.or_else(|| self.time.map(|time| self.day.at(time, zone)))
    }

    /// The moment; a bare date is taken at `default`.
    pub fn moment_or(&self, default: NaiveTime, zone: Tz) -> Moment {
        self.moment(zone).unwrap_or_else(|| self.day.at(default, zone))
    }

    /// The moment; a bare date is taken at its end, as `--as-of` wants it.
    pub fn end(&self, zone: Tz) -> Moment {
        self.moment(zone).unwrap_or_else(|| self.day.end(zone))
    }

    fn of_day(day: Day) -> When {
        When { day, time: None, moment: None }
    }

    fn of_moment(moment: Moment, zone: Tz) -> When {
        When { day: moment.day(zone), time: Some(moment.local(zone).time()), moment: Some(moment) }
    }

    fn in_range(&self) -> bool {
        (1900..=2200).contains(&self.day.date().year())
    }
}

/// The question a phrase is read under.
#[derive(Clone, Copy)]
struct Asked<'a> {
    now: &'a Now,
    look: Look,
    /// The phrase is looked for in a line of other things: what may as well be something else is not taken for a date.
    in_line: bool,
}

/// Reads a phrase. A weekday alone is the next one after today (looking back: the last one before today), never today; `next fri`
/// and `下周五` are the Friday of the next calendar week, `上周五` of the last one, `last fri` the latest Friday before today;
/// a month and day without year is the next one on or after today (looking back: the latest on or before it).
/// A phrase that is no date is refused as `when-bad`, one before 1900 or after 2200 as `when-range`.
pub fn parse(text: &str, now: &Now, look: Look) -> Result<When, Message> {
    let shown: String = text.trim().chars().take(60).collect();
    // Nothing that long is a phrase.
    let plain = if text.len() > 200 { String::new() } else { scan::plain(text) };
    match phrase(&plain, Asked { now, look, in_line: false }) {
        Some(when) if when.in_range() => Ok(when),
        Some(_) => Err(Message::new("when-range").with("text", shown)),
        None => Err(Message::new("when-bad").with("text", shown)),
    }
}

/// The first date phrase of a line, the longest at that place, as whole words between white space: for lines such as
/// `海川阀门 王总 13800138000 #广交会 fri 报价`. Bare numbers, phone numbers, amounts and month names alone are no dates.
/// The range covers the phrase with its `by`, `on` or `at`, not the punctuation behind it.
pub fn find(text: &str, now: &Now, look: Look) -> Option<(Range<usize>, When)> {
    search(text, now, look, false)
}

/// As [`find`], but also takes Chinese phrases out of running text: `明天下午3点给王总发报价`. For lines that hold no names of clients,
/// which may well contain such words (`明天科技`).
pub fn find_in_text(text: &str, now: &Now, look: Look) -> Option<(Range<usize>, When)> {
    search(text, now, look, true)
}

/// Characters of the longest phrase looked for, and of a line that is searched.
const PHRASE: usize = 32;
const LINE: usize = 2000;

fn search(text: &str, now: &Now, look: Look, running: bool) -> Option<(Range<usize>, When)> {
    let asked = Asked { now, look, in_line: true };
    let mut chars: Vec<(usize, char)> = text.char_indices().take(LINE).collect();
    let end = chars.last().map_or(0, |&(at, c)| at + c.len_utf8());
    chars.push((end, ' '));
    let is_han = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let closes = |c: char| matches!(c, ',' | '.' | ';' | '!' | '?' | ')' | '，' | '。' | '；' | '！' | '？' | '）' | '、');
    // Between two characters a phrase may begin or end at white space or closing punctuation, in running text also beside Chinese.
    let edge = |before: char, after: char| {
        before.is_whitespace() || after.is_whitespace() || (running && (is_han(before) || is_han(after) || closes(before)))
    };
    let ends_at = |at: usize| -> bool {
        let Some((&(_, before), &(_, after))) = chars.get(at - 1).zip(chars.get(at)) else { return false };
        let punctuation = || {
            let mut rest = chars.iter().skip(at).map(|c| c.1);
            closes(after) && rest.find(|&c| !closes(c)).is_none_or(char::is_whitespace)
        };
        !before.is_whitespace() && (edge(before, after) || punctuation() || (running && closes(after)))
    };
    for start in 0..chars.len().saturating_sub(1) {
        let (from, first) = *chars.get(start)?;
        let before = start.checked_sub(1).and_then(|at| chars.get(at)).map_or(' ', |c| c.1);
        if first.is_whitespace() || !edge(before, first) {
            continue;
        }
        let last = (start + PHRASE).min(chars.len() - 1);
        for end in (start + 1..=last).rev().filter(|&end| ends_at(end)) {
            let to = chars.get(end)?.0;
            let found = text.get(from..to)?;
            // `Sun Valley` is a name: one capitalised word before another is not taken for a day.
            let upper = |s: &str| s.starts_with(|c: char| c.is_ascii_uppercase());
            let follows = text.get(to..).unwrap_or_default().trim_start_matches(' ');
            if upper(found) && upper(follows) && found.bytes().all(|b| b.is_ascii_alphabetic()) {
                continue;
            }
            let Some(when) = phrase(&scan::plain(found), asked) else { continue };
            if when.in_range() {
                return Some((from..to, when));
            }
        }
    }
    None
}

/// A whole phrase: an exact moment, or a day and a time in either order, one of them at least.
fn phrase(plain: &str, asked: Asked<'_>) -> Option<When> {
    let mut s = Scan::new(plain);
    s.one_of(&[("on", ()), ("by", ()), ("at", ()), ("until", ()), ("@", ())]);
    s.space();
    let done = |s: Scan<'_>, when: When| s.is_empty().then_some(when);
    if let Some((when, s)) = dates::iso_moment(s, asked.now.zone).or_else(|| spans::moment(s, asked)) {
        return done(s, when);
    }
    if let Some((day, part, mut s)) = dates::day(s, asked) {
        if before_suffix(s, asked) {
            return Some(When::of_day(day));
        }
        if s.is_empty() {
            return Some(When::of_day(day));
        }
        s.space();
        s.one_of(&[(",", ()), ("at", ()), ("@", ())]);
        let (time, s) = spans::time(s, part)?;
        return done(s, When { time: Some(time), ..When::of_day(day) });
    }
    let alone = s;
    let (time, mut s) = spans::time(s, None)?;
    if s.is_empty() {
        // `noon` may be a name; a line must say it with digits.
        let vague = asked.in_line && !alone.rest().contains(|c: char| c.is_ascii_digit() || matches!(c, '点' | '时'));
        // Looking back, a time that has not come is yesterday's; a clock a few minutes off is not meant so.
        let today = asked.now.today();
        let ahead = today.at(time, asked.now.zone).0 > asked.now.instant.0 + 300;
        let day = if asked.look == Look::Back && ahead { today.plus(-1) } else { today };
        return (!vague).then(|| When { time: Some(time), ..When::of_day(day) });
    }
    s.space();
    s.one_of(&[(",", ()), ("on", ())]);
    s.space();
    let (day, _, s) = dates::day(s, asked)?;
    done(s, When { time: Some(time), ..When::of_day(day) })
}

/// `周五前`: by that day.
fn before_suffix(mut s: Scan<'_>, asked: Asked<'_>) -> bool {
    asked.look == Look::Ahead && s.one_of(&[("前", ()), ("之前", ()), ("以前", ())]).is_some() && s.is_empty()
}

/// The time of day to the second.
fn clock(hour: u32, minute: u32, second: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, second).map(|t| t.with_nanosecond(0).unwrap_or(t))
}

#[cfg(test)]
mod tests;
