//! Care dates: the day of a year on which a yearly date falls, in either calendar (S47, S87).
//! Which of them ask for something today is `portfolio::care`'s.

mod typed;

pub use typed::Yearly;

use super::day::{Day, Moment};
use super::id::Id;
use super::lunar;
use super::message::Message;
use super::target::Target;
use super::words::{Calendar, CareDone, CareKind};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// A yearly date of a client or of one of its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareDateRow {
    /// Row id.
    pub id: Id,
    /// Whose, where it is not the client's own.
    pub person: Option<Id>,
    /// What it remembers.
    pub kind: CareKind,
    /// What it is called, where the kind does not say it.
    pub name: Option<String>,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31; of a lunar month 1 to 30.
    pub day: u8,
    /// The year it counts from; a lunar one carries the number of the Gregorian year in which it begins.
    pub year: Option<i32>,
    /// Calendar of month and day.
    pub calendar: Calendar,
    /// Of a leap month of the lunar calendar.
    pub leap: bool,
    /// Days before it from which it is shown; none: as the policy says.
    pub lead: Option<i32>,
    /// The name of that person.
    pub whose: Option<String>,
}

/// What was done about a care date of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareDoneRow {
    /// Row id.
    pub id: Id,
    /// Which date: a care date, the anniversary, a holiday.
    pub occasion: Target,
    /// The day it fell on.
    pub day: Day,
    /// When it was done.
    pub at: Moment,
    /// Greeted, or let pass.
    pub how: CareDone,
    /// The contact the greeting was.
    pub touch: Option<Id>,
}

/// How a date found its day in a year that does not have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The year has the very day.
    Exact,
    /// The year has no such leap month: the ordinary month of that number.
    NoLeapMonth,
    /// The month has 29 days: the last of them for the 30th.
    ShortMonth,
    /// Both: the 29th of the ordinary month.
    ShortOrdinaryMonth,
    /// 29 February in another year: the 28th.
    NoLeapDay,
}

impl Rule {
    /// The rule in words; nothing where the year has the very day.
    pub fn words(self) -> Option<Message> {
        Some(Message::new(match self {
            Rule::Exact => return None,
            Rule::NoLeapMonth => "care-rule-no-leap-month",
            Rule::ShortMonth => "care-rule-short-month",
            Rule::ShortOrdinaryMonth => "care-rule-short-ordinary-month",
            Rule::NoLeapDay => "care-rule-no-leap-day",
        }))
    }
}

/// The day of a yearly date in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The day.
    pub day: Day,
    /// The year it belongs to: of the Gregorian calendar, or the lunar year.
    pub year: i32,
    /// How it was found.
    pub rule: Rule,
}

impl CareDateRow {
    /// A date that is in no book: only its days can be asked for.
    pub fn of(date: Yearly) -> CareDateRow {
        let Yearly { month, day, year, calendar, leap } = date;
        CareDateRow {
            id: Id(0),
            person: None,
            kind: CareKind::Other,
            name: None,
            month,
            day,
            year,
            calendar,
            leap,
            lead: None,
            whose: None,
        }
    }

    /// The date itself.
    pub fn yearly(&self) -> Yearly {
        Yearly { month: self.month, day: self.day, year: self.year, calendar: self.calendar, leap: self.leap }
    }

    /// The day of this date in a year of its own calendar; none outside the years that are known (lunar: 1901 to 2100).
    pub fn in_year(&self, year: i32) -> Option<Occurrence> {
        match self.calendar {
            Calendar::Gregorian => gregorian(year, self.month, self.day),
            Calendar::Lunar => lunar(year, self.month, self.leap, self.day),
        }
    }

    /// Its days from `first` to `last`, in order. A lunar date can fall twice into one year of the other calendar, or not at all.
    pub fn between(&self, first: Day, last: Day) -> Vec<Occurrence> {
        let years = match self.calendar {
            Calendar::Gregorian => first.date().year()..=last.date().year(),
            // A lunar year begins in January or February: what falls before belongs to the one before.
            Calendar::Lunar => first.date().year() - 1..=last.date().year(),
        };
        // The year counted from is the first one that has it.
        let from = self.year.unwrap_or(i32::MIN);
        let found = years.filter(|year| *year >= from).filter_map(|year| self.in_year(year));
        found.filter(|o| (first..=last).contains(&o.day)).collect()
    }

    /// The next day of this date, `first` included; none where none comes within two years.
    pub fn next_from(&self, first: Day) -> Option<Occurrence> {
        self.between(first, first.plus(2 * 366)).into_iter().min()
    }

    /// How many years it is then that year.
    pub fn years_in(&self, occurrence: Occurrence) -> Option<i32> {
        self.year.map(|year| occurrence.year - year).filter(|n| *n > 0)
    }
}

/// Whether both calendars know such a date: in some year it is exactly there.
pub fn is_date(calendar: Calendar, month: u8, day: u8, leap: bool, year: Option<i32>) -> bool {
    match calendar {
        // 2000 had a 29 February.
        Calendar::Gregorian => {
            !leap
                && Day::ymd(year.unwrap_or(2000), month.into(), day.into()).is_some()
                && year.is_none_or(|y| (1..=9999).contains(&y))
        }
        Calendar::Lunar => {
            let fits = (1..=12).contains(&month) && (1..=30).contains(&day);
            match year {
                None => fits,
                Some(year) if (1901..=2100).contains(&year) => lunar::first_day(year, month, leap, day).is_some(),
                Some(_) => false,
            }
        }
    }
}

/// A yearly day of the common calendar.
pub fn gregorian(year: i32, month: u8, day: u8) -> Option<Occurrence> {
    let found = |day, rule| Some(Occurrence { day, year, rule });
    match Day::ymd(year, month.into(), day.into()) {
        Some(day) => found(day, Rule::Exact),
        None if (month, day) == (2, 29) => found(Day::ymd(year, 2, 28)?, Rule::NoLeapDay),
        None => None,
    }
}

/// A yearly day of the lunar calendar.
pub fn lunar(year: i32, month: u8, leap: bool, day: u8) -> Option<Occurrence> {
    let at = |leap, day, rule| lunar::first_day(year, month, leap, day).map(|day| Occurrence { day, year, rule });
    let short = |leap, rule| if day == 30 { at(leap, 29, rule) } else { None };
    if leap {
        let there = lunar::first_day(year, month, true, 1).is_some();
        if there {
            return at(true, day, Rule::Exact).or_else(|| short(true, Rule::ShortMonth));
        }
        return at(false, day, Rule::NoLeapMonth).or_else(|| short(false, Rule::ShortOrdinaryMonth));
    }
    at(false, day, Rule::Exact).or_else(|| short(false, Rule::ShortMonth))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn date(calendar: Calendar, month: u8, day: u8, leap: bool, year: Option<i32>) -> CareDateRow {
        CareDateRow {
            id: Id(1),
            person: None,
            kind: CareKind::Birthday,
            name: None,
            month,
            day,
            year,
            calendar,
            leap,
            lead: None,
            whose: None,
        }
    }

    fn ymd(year: i32, month: u32, day: u32) -> Day {
        Day::ymd(year, month, day).unwrap()
    }

    /// Every first, fifteenth, 29th and 30th of every month, ordinary and leap, against the table of another programme: see its head.
    #[test]
    fn s047_a_lunar_birthday_is_right_in_every_year_from_2020_to_2040() {
        let rows =
            include_str!("../../tests/data/lunar_birthdays_2020_2040.csv").lines().filter(|l| !l.starts_with('#')).skip(1);
        let (mut years, mut thirtieth, mut leap) = (std::collections::BTreeSet::new(), [0, 0], [0, 0]);
        for row in rows {
            let cells: Vec<&str> = row.split(',').collect();
            let number = |n: usize| cells[n].parse::<i32>().unwrap();
            let (year, month, is_leap, on) = (number(0), number(1) as u8, number(2) == 1, number(3) as u8);
            let day: Day = cells[4].parse::<chrono::NaiveDate>().unwrap().into();
            let rule = match cells[5] {
                "" => Rule::Exact,
                "29th" => Rule::ShortMonth,
                "ordinary-month" => Rule::NoLeapMonth,
                both => {
                    assert_eq!(both, "ordinary-month+29th");
                    Rule::ShortOrdinaryMonth
                }
            };
            let born = date(Calendar::Lunar, month, on, is_leap, None);
            assert_eq!(born.in_year(year), Some(Occurrence { day, year, rule }), "{row}");
            // And the same day is found from the calendar's side.
            assert_eq!(born.next_from(day).map(|o| o.day), Some(day), "{row}");
            assert!(born.between(day, day).iter().any(|o| o.rule == rule), "{row}");
            years.insert(year);
            if on == 30 {
                thirtieth[usize::from(matches!(rule, Rule::ShortMonth | Rule::ShortOrdinaryMonth))] += 1;
            }
            if is_leap {
                leap[usize::from(matches!(rule, Rule::NoLeapMonth | Rule::ShortOrdinaryMonth))] += 1;
            }
        }
        assert_eq!(years, (2020..=2040).collect());
        // Both ways of each rule are met: eight leap months in these years, and about half of all months with 30 days.
        assert_eq!(leap, [8 * 4, 21 * 10 * 4 - 8 * 4]);
        assert!(thirtieth.iter().all(|n| *n > 200), "{thirtieth:?}");
    }

    #[test]
    fn s047_birthdays_that_almanacs_speak_of() {
        let day = |month, day, leap, year| date(Calendar::Lunar, month, day, leap, None).in_year(year).map(|o| (o.day, o.rule));
        // Five New Year's Eves in a row on a 29th: the last months of the lunar years 2024 to 2028.
        assert_eq!(day(12, 30, false, 2023), Some((ymd(2024, 2, 9), Rule::Exact)));
        assert_eq!(day(12, 30, false, 2024), Some((ymd(2025, 1, 28), Rule::ShortMonth)));
        assert_eq!(day(12, 30, false, 2028), Some((ymd(2029, 2, 12), Rule::ShortMonth)));
        assert_eq!(day(12, 30, false, 2029), Some((ymd(2030, 2, 2), Rule::Exact)));
        // Born in the second sixth month of 1987 or 2025: the next one is 2036.
        assert_eq!(day(6, 1, true, 2025), Some((ymd(2025, 7, 25), Rule::Exact)));
        assert_eq!(day(6, 1, true, 2026), Some((ymd(2026, 7, 14), Rule::NoLeapMonth)));
        assert_eq!(day(6, 1, true, 2036), Some((ymd(2036, 7, 23), Rule::Exact)));
    }

    #[test]
    fn s047_the_29th_of_february_is_kept_on_the_28th() {
        let born = date(Calendar::Gregorian, 2, 29, false, Some(1996));
        assert_eq!(born.in_year(2028).map(|o| (o.day, o.rule)), Some((ymd(2028, 2, 29), Rule::Exact)));
        assert_eq!(born.in_year(2027).map(|o| (o.day, o.rule)), Some((ymd(2027, 2, 28), Rule::NoLeapDay)));
        assert_eq!(born.years_in(born.in_year(2027).unwrap()), Some(31));
        assert_eq!(born.years_in(born.in_year(1996).unwrap()), None);
    }

    #[test]
    fn s047_a_lunar_date_can_come_twice_in_a_year_or_not_at_all() {
        // The twelfth month lies around the turn of the other year.
        let late = date(Calendar::Lunar, 12, 5, false, None);
        let of = |year: i32| late.between(ymd(year, 1, 1), ymd(year, 12, 31)).len();
        let counts: Vec<usize> = (2000..2040).map(of).collect();
        assert_eq!(counts.iter().sum::<usize>(), 40);
        assert!(counts.contains(&0) && counts.contains(&2), "{counts:?}");
    }

    #[test]
    fn s047_a_date_begins_with_its_year() {
        let born = date(Calendar::Gregorian, 5, 1, false, Some(2026));
        assert!(born.between(ymd(2024, 1, 1), ymd(2025, 12, 31)).is_empty());
        assert_eq!(born.between(ymd(2026, 1, 1), ymd(2027, 12, 31)).len(), 2);
        assert_eq!(born.next_from(ymd(2026, 5, 2)).map(|o| o.day), Some(ymd(2027, 5, 1)));
    }

    #[test]
    fn what_no_year_has_is_no_date() {
        for (calendar, month, day, leap, year, fits) in [
            (Calendar::Gregorian, 2, 29, false, None, true),
            (Calendar::Gregorian, 2, 29, false, Some(2027), false),
            (Calendar::Gregorian, 2, 30, false, None, false),
            (Calendar::Gregorian, 2, 3, true, None, false),
            (Calendar::Lunar, 1, 30, false, None, true),
            (Calendar::Lunar, 1, 31, false, None, false),
            (Calendar::Lunar, 13, 1, false, None, false),
            (Calendar::Lunar, 6, 1, true, Some(2025), true),
            (Calendar::Lunar, 6, 1, true, Some(2024), false),
            (Calendar::Lunar, 6, 1, false, Some(1800), false),
        ] {
            assert_eq!(is_date(calendar, month, day, leap, year), fits, "{calendar:?} {month}-{day} {leap} {year:?}");
        }
    }
}
