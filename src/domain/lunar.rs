//! Dates of the Chinese lunisolar calendar: the day in a calendar's cell, and the way back from a lunar date.
//! Which days are holidays is `holidays`' business; what is done on a lunar birthday is the care dates'.

use super::day::Day;
use chinese_lunisolar_calendar::{LunarMonth, LunisolarDate, SolarYear};
use chrono::Datelike;

/// A day of the Chinese calendar. Years carry the number of the Gregorian year in which they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LunarDay {
    /// The year, 1901 to 2100.
    pub year: i32,
    /// The month, 1 to 12; a leap month has the number of the one before it.
    pub month: u8,
    /// Whether the month is a leap month.
    pub leap: bool,
    /// The day, 1 to 30.
    pub day: u8,
}

const MONTHS: [&str; 12] = ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月"];
const UNITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

impl LunarDay {
    /// The lunar date of a day; none outside 1901-02-19 to 2101-01-28.
    pub fn of(day: Day) -> Option<LunarDay> {
        let date = day.date();
        // The table ends with the lunar year 2100; its reader would take the year modulo 65,536.
        if !(1901..=2101).contains(&date.year()) {
            return None;
        }
        let found = LunisolarDate::from_date(date).ok()?;
        let month = found.to_lunar_month();
        Some(LunarDay {
            year: i32::from(found.to_lunisolar_year().to_u16()),
            month: month.to_u8(),
            leap: month.is_leap_month(),
            day: found.to_lunar_day().to_u8(),
        })
    }

    /// The words of a calendar's cell in Chinese: the month's name on its first day, else the day's (`正月`, `闰六月`, `廿三`).
    pub fn cell_zh(self) -> String {
        if self.day == 1 { self.month_zh() } else { self.day_zh() }
    }

    /// The words of a calendar's cell in English: the month and day by number, a leap month with `L` (`1/1`, `L6/1`).
    pub fn cell_en(self) -> String {
        format!("{}{}/{}", if self.leap { "L" } else { "" }, self.month, self.day)
    }

    /// The month in Chinese: `正月`, `闰六月`.
    pub fn month_zh(self) -> String {
        let name = MONTHS.get(usize::from(self.month).wrapping_sub(1)).copied().unwrap_or_default();
        format!("{}{name}", if self.leap { "闰" } else { "" })
    }

    /// The day in Chinese: `初一`, `初十`, `十五`, `二十`, `廿三`, `三十`.
    pub fn day_zh(self) -> String {
        let unit = |n: u8| UNITS.get(usize::from(n).wrapping_sub(1)).copied().unwrap_or_default();
        match self.day {
            20 => "二十".to_owned(),
            30 => "三十".to_owned(),
            day @ ..=10 => format!("初{}", unit(day)),
            day @ 11..=19 => format!("十{}", unit(day - 10)),
            day => format!("廿{}", unit(day - 20)),
        }
    }
}

/// The Gregorian day of a lunar date; none when that year has no such month or day (a leap month, the 30th of a short one), or outside the
/// lunar years 1901 to 2100.
pub fn first_day(year: i32, month: u8, leap: bool, day: u8) -> Option<Day> {
    let year = SolarYear::from_u16(u16::try_from(year).ok()?);
    let month = LunarMonth::from_u8_with_leap(month, leap).ok()?;
    let day = chinese_lunisolar_calendar::LunarDay::from_u8(day).ok()?;
    let year = chinese_lunisolar_calendar::LunisolarYear::from_solar_year(year).ok()?;
    LunisolarDate::from_lunisolar_year_lunar_month_day(year, month, day).ok().map(|found| Day::from(found.to_naive_date()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn lunar(year: i32, month: u32, day: u32) -> LunarDay {
        LunarDay::of(Day::ymd(year, month, day).unwrap()).unwrap()
    }

    /// Every month of 120 years as the sky has it: new moons and solar terms counted by another programme, see the head of the file.
    #[test]
    fn every_day_of_1930_to_2049_agrees_with_the_sky() {
        let rows = include_str!("../../tests/data/lunar_months_1930_2049.csv").lines().filter(|l| !l.starts_with('#')).skip(1);
        let (mut days, mut next, mut leaps) = (0, None, 0);
        for row in rows {
            let cells: Vec<&str> = row.split(',').collect();
            let number = |n: usize| cells[n].parse::<i32>().unwrap();
            let first: Day = cells[0].parse::<chrono::NaiveDate>().unwrap().into();
            assert!(next.is_none_or(|day| day == first), "{row}: the months follow each other");
            let (year, month, leap, length) = (number(1), number(2) as u8, number(3) == 1, number(4));
            for n in 0..length {
                let here = LunarDay { year, month, leap, day: n as u8 + 1 };
                assert_eq!(LunarDay::of(first.plus(n)), Some(here), "{row}");
                assert_eq!(first_day(year, month, leap, here.day), Some(first.plus(n)), "{row}");
                days += 1;
            }
            assert_eq!(first_day(year, month, leap, length as u8 + 1), None, "{row}: no day behind the last");
            next = Some(first.plus(length));
            leaps += i32::from(leap);
        }
        assert!(days > 43_000, "{days}");
        assert_eq!(leaps, 44);
    }

    #[test]
    fn leap_months_that_people_remember() {
        assert_eq!(lunar(2020, 5, 23), LunarDay { year: 2020, month: 4, leap: true, day: 1 });
        assert_eq!(lunar(2023, 3, 22), LunarDay { year: 2023, month: 2, leap: true, day: 1 });
        assert_eq!(lunar(2025, 7, 25), LunarDay { year: 2025, month: 6, leap: true, day: 1 });
        assert_eq!(lunar(2033, 12, 22), LunarDay { year: 2033, month: 11, leap: true, day: 1 });
        for (year, month) in [(2020, 5), (2023, 3), (2025, 5), (2033, 7), (2026, 6)] {
            assert_eq!(first_day(year, month, true, 1), None, "{year} has no second month {month}");
        }
    }

    #[test]
    fn a_year_begins_at_the_spring_festival() {
        assert_eq!(lunar(2026, 2, 16), LunarDay { year: 2025, month: 12, leap: false, day: 29 });
        assert_eq!(lunar(2026, 2, 17), LunarDay { year: 2026, month: 1, leap: false, day: 1 });
        assert_eq!(first_day(2027, 1, false, 1), Day::ymd(2027, 2, 6));
        assert_eq!(first_day(2025, 12, false, 30), None, "the last month of 2025 has 29 days");
    }

    #[test]
    fn words_of_a_cell() {
        let words = |month, leap, day| {
            let at = LunarDay { year: 2025, month, leap, day };
            (at.cell_zh(), at.cell_en())
        };
        assert_eq!(words(1, false, 1), ("正月".into(), "1/1".into()));
        assert_eq!(words(6, true, 1), ("闰六月".into(), "L6/1".into()));
        assert_eq!(words(12, false, 1), ("腊月".into(), "12/1".into()));
        assert_eq!(words(6, true, 2), ("初二".into(), "L6/2".into()));
        let day = |day| LunarDay { year: 2025, month: 8, leap: false, day }.cell_zh();
        assert_eq!([day(10), day(11), day(15), day(19)], ["初十", "十一", "十五", "十九"]);
        assert_eq!([day(20), day(21), day(23), day(29), day(30)], ["二十", "廿一", "廿三", "廿九", "三十"]);
        assert_eq!(LunarDay { year: 2025, month: 1, leap: false, day: 1 }.day_zh(), "初一");
    }

    #[test]
    fn outside_the_table_there_is_no_lunar_date() {
        let of = |year, month, day| LunarDay::of(Day::ymd(year, month, day).unwrap());
        assert_eq!(of(1901, 2, 18), None);
        assert_eq!(of(1901, 2, 19).map(|d| (d.year, d.month, d.day)), Some((1901, 1, 1)));
        assert_eq!(of(2101, 1, 28).map(|d| (d.year, d.month, d.day)), Some((2100, 12, 29)));
        assert_eq!((of(2101, 1, 29), of(2200, 5, 5), of(67_562, 5, 5)), (None, None, None));
        assert_eq!((LunarDay::of(Day(i32::MIN)), LunarDay::of(Day(i32::MAX))), (None, None));
        assert_eq!((first_day(1900, 1, false, 1), first_day(2101, 1, false, 1)), (None, None));
        assert_eq!(
            (first_day(-1, 1, false, 1), first_day(2026, 0, false, 1), first_day(2026, 13, false, 1)),
            (None, None, None)
        );
        assert_eq!((first_day(2026, 1, false, 0), first_day(2026, 1, false, 31)), (None, None));
    }
}
