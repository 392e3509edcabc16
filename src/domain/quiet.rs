//! The hours of the day in which a client does not want to be contacted, as a type that reads, writes and compares them.
//! Who has which is a client's row; where they are shown is the views'.

use super::day::{Moment, Now};
use super::message::Message;
use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// From a minute of the day up to another one, local to the file's zone; over midnight where the second is the smaller one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct QuietHours {
    from: u16,
    to: u16,
}

impl QuietHours {
    /// Hours between two different minutes of the day.
    pub fn new(from: u16, to: u16) -> Option<QuietHours> {
        (from < DAY && to < DAY && from != to).then_some(QuietHours { from, to })
    }

    /// Two times of the day: `12:00-14:00`, `12-14`, `20:00 to 9:00`, `12点到14点半`.
    pub fn parse(text: &str) -> Option<QuietHours> {
        let plain: String = text.chars().map(plain).collect::<String>().to_lowercase().replace(['点', '时'], ":");
        let plain = plain.replace(" to ", "-").replace(['到', '至', '~'], "-");
        let (from, to) = plain.split_once('-')?;
        // Midnight is the end of a day as well as its start.
        QuietHours::new(minute(from).filter(|m| *m < DAY)?, minute(to)? % DAY)
    }

    /// What a user typed: hours, or nothing at all where it is empty or says none.
    ///
    /// # Errors
    /// What hours look like.
    pub fn typed(text: &str) -> Result<Option<QuietHours>, Message> {
        match text.trim().to_lowercase().as_str() {
            "" | "none" | "无" | "没有" => Ok(None),
            text => QuietHours::parse(text).map(Some).ok_or_else(|| Message::new("quiet-bad")),
        }
    }

    /// The first quiet minute of the day.
    pub fn from(self) -> u16 {
        self.from
    }

    /// The first minute that is no longer quiet.
    pub fn to(self) -> u16 {
        self.to
    }

    /// The start as it is written.
    pub fn from_text(self) -> String {
        clock(self.from)
    }

    /// The end as it is written.
    pub fn to_text(self) -> String {
        clock(self.to)
    }

    /// Whether a minute of the day is quiet.
    pub fn contains(self, minute: u16) -> bool {
        if self.from < self.to { (self.from..self.to).contains(&minute) } else { minute >= self.from || minute < self.to }
    }

    /// When the quiet hours end in which `now` lies; `None` outside them.
    pub fn next_end(self, now: &Now) -> Option<Moment> {
        let local = now.instant.local(now.zone);
        let minute = (local.hour() * 60 + local.minute()) as u16;
        if !self.contains(minute) {
            return None;
        }
        let today = now.today();
        let day = if minute < self.to { today } else { today.plus(1) };
        let time = NaiveTime::from_hms_opt(u32::from(self.to / 60), u32::from(self.to % 60), 0)?;
        let end = day.at(time, now.zone);
        // An hour that comes twice: the wall clock has shown the end once already.
        let left = i64::from((self.to + DAY - minute) % DAY) * 60;
        Some(if end > now.instant { end } else { Moment(now.instant.0 + left) })
    }
}

impl fmt::Display for QuietHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", clock(self.from), clock(self.to))
    }
}

impl Serialize for QuietHours {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() { s.collect_str(self) } else { (self.from, self.to).serialize(s) }
    }
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Signs of a Chinese input method, and the dashes of a word processor, as they stand on a keyboard.
fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '：' => ':',
        '–' | '—' | '－' | '−' => '-',
        '～' | '〜' => '~',
        _ => c,
    }
}

/// `12`, `9:30`, `9:半` (half past), up to `24:00`.
fn minute(text: &str) -> Option<u16> {
    let text = text.trim().trim_end_matches('分');
    let (hour, minute) = text.split_once(':').unwrap_or((text, ""));
    let number = |text: &str| match text.trim() {
        "" => Some(0),
        "半" => Some(30),
        text if text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()) => text.parse::<u16>().ok(),
        _ => None,
    };
    if !hour.trim().starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (hour, minute) = (number(hour)?, number(minute)?);
    (minute < 60).then_some(hour * 60 + minute).filter(|m| *m <= DAY)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use chrono_tz::{Asia, Europe};

    #[test]
    fn quiet_hours_are_read_as_people_write_them() {
        for (text, is) in [
            ("12:00-14:00", Some("12:00-14:00")),
            ("12-14", Some("12:00-14:00")),
            (" 9:30 – 10 ", Some("09:30-10:00")),
            ("20:00 to 9", Some("20:00-09:00")),
            ("12点到14点", Some("12:00-14:00")),
            ("12点半至14点15分", Some("12:30-14:15")),
            ("１２：００～１４：００", Some("12:00-14:00")),
            ("20-24", Some("20:00-00:00")),
            ("0-6", Some("00:00-06:00")),
            ("24-6", None),
            ("12-12", None),
            ("0-24", None),
            ("12", None),
            ("12-", None),
            ("-14", None),
            ("半-14", None),
            ("12:60-14", None),
            ("12-25", None),
            ("12:00-14:00-16:00", None),
            ("noon-14", None),
            ("+1-14", None),
            ("", None),
        ] {
            let read = QuietHours::parse(text);
            assert_eq!(read.map(|q| q.to_string()).as_deref(), is, "{text}");
            if let Some(read) = read {
                assert_eq!(QuietHours::parse(&read.to_string()), Some(read), "{text}");
            }
        }
        for none in ["", " ", "none", "None", "无", "没有"] {
            assert_eq!(QuietHours::typed(none), Ok(None), "{none}");
        }
        assert_eq!(QuietHours::typed("lunch"), Err(Message::new("quiet-bad")));
        assert_eq!(QuietHours::typed("12-14"), Ok(QuietHours::new(720, 840)));
        assert_eq!((QuietHours::new(5, 5), QuietHours::new(1440, 5), QuietHours::new(5, 1440)), (None, None, None));
    }

    #[test]
    fn quiet_hours_hold_their_start_but_not_their_end_also_over_midnight() {
        let (noon, night) = (QuietHours::new(720, 840).unwrap(), QuietHours::new(1200, 540).unwrap());
        let late = QuietHours::new(1200, 0).unwrap();
        for (minute, at_noon, at_night, before_midnight) in [
            (0, false, true, false),
            (539, false, true, false),
            (540, false, false, false),
            (719, false, false, false),
            (720, true, false, false),
            (839, true, false, false),
            (840, false, false, false),
            (1199, false, false, false),
            (1200, false, true, true),
            (1439, false, true, true),
        ] {
            let is = (noon.contains(minute), night.contains(minute), late.contains(minute));
            assert_eq!(is, (at_noon, at_night, before_midnight), "{minute}");
        }
    }

    #[test]
    fn the_end_of_quiet_hours_is_of_the_files_zone_and_may_be_tomorrow() {
        let zone = Asia::Shanghai;
        let day = Day::ymd(2026, 11, 23).unwrap();
        let at = |day: Day, minute: u32| day.at(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap(), zone);
        let now = |minute| Now { instant: at(day, minute), zone };
        let (noon, night) = (QuietHours::new(720, 840).unwrap(), QuietHours::new(1200, 540).unwrap());
        assert_eq!(noon.next_end(&now(719)), None);
        assert_eq!(noon.next_end(&now(720)), Some(at(day, 840)));
        assert_eq!(noon.next_end(&now(840)), None);
        assert_eq!(night.next_end(&now(1260)), Some(at(day.plus(1), 540)));
        assert_eq!(night.next_end(&now(60)), Some(at(day, 540)));
        // The same minute of another zone is not quiet.
        assert_eq!(noon.next_end(&Now { instant: at(day, 780), zone: Europe::London }), None);
        // On 25 October 2026 Berlin has 02:00 to 03:00 twice; the second 02:40 is still 15 minutes from the end.
        let second = Moment(1_792_890_000 + 40 * 60);
        let doubled = QuietHours::new(120, 175).unwrap();
        let end = doubled.next_end(&Now { instant: second, zone: Europe::Berlin });
        assert_eq!(end, Some(Moment(second.0 + 15 * 60)));
    }
}
