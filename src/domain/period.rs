//! A stretch of days that figures are counted over, with the one before it to compare with: `90d`, `2026-11`, `2026-Q3`, `2026`.
//! What is counted in it is `portfolio`'s business; single dates and moments are read by `when`.

use super::day::Day;
use super::interval::Interval;

/// Days from the first to the last, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day; of everything, the first day there can be.
    pub first: Day,
    /// The last day.
    pub last: Day,
    reach: Reach,
}

/// What a period is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// As many days before it.
    Days,
    /// As many calendar months before it: a quarter with the quarter before.
    Months(i32),
    /// Nothing: it begins with the book.
    Everything,
}

impl Period {
    /// So many days up to and with `today`; at least one.
    pub fn days(n: i32, today: Day) -> Period {
        Period { first: today.plus(1 - n.max(1)), last: today, reach: Reach::Days }
    }

    /// Everything up to `today`.
    pub fn everything(today: Day) -> Period {
        Period { first: Day(i32::MIN), last: today, reach: Reach::Everything }
    }

    /// So many calendar months from the first day of one on.
    fn months(year: i32, month: i32, count: i32) -> Option<Period> {
        let first = Day::ymd(year, u32::try_from(month).ok()?, 1).filter(|_| (1900..=2200).contains(&year))?;
        Some(Period { first, last: first.plus_months(count).plus(-1), reach: Reach::Months(count) })
    }

    /// Reads `90d`, `12w`, `6mo`, `1y` (up to and with today), `2026-11`, `2026-Q3`, `2026`, `all`, and the same in Chinese (`90天`,
    /// `2026年11月`, `2026年三季度`, `全部`).
    pub fn parse(text: &str, today: Day) -> Option<Period> {
        let plain: String = text.trim().chars().map(half_width).collect::<String>().to_lowercase();
        if matches!(plain.as_str(), "all" | "全部") {
            return Some(Period::everything(today));
        }
        match Interval::parse(&plain) {
            // `2026年` is that year, not so many of them.
            Some(Interval::Months(_)) if plain.ends_with('年') && plain.chars().filter(char::is_ascii_digit).count() == 4 => {}
            Some(Interval::Days(n)) => return Some(Period::days(n, today)),
            Some(Interval::Months(n)) => {
                let first = today.plus_months(-n).plus(1);
                return (first <= today).then_some(Period { first, last: today, reach: Reach::Days });
            }
            None => {}
        }
        let year = plain.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
        let rest = plain.get(4..).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))?;
        let rest = rest.trim_start_matches(['年', '-', '/', ' ']);
        if rest.is_empty() {
            return Period::months(year, 1, 12);
        }
        if let Some(quarter) = quarter(rest) {
            return Period::months(year, quarter * 3 - 2, 3);
        }
        let month = rest.strip_suffix('月').unwrap_or(rest);
        let digits = (1..=2).contains(&month.len()) && month.bytes().all(|b| b.is_ascii_digit());
        Period::months(year, month.parse().ok().filter(|_| digits)?, 1)
    }

    /// The period of the same length right before this one; a calendar period is compared with the calendar period before it. `None` for
    /// everything.
    pub fn previous(&self) -> Option<Period> {
        let last = self.first.plus(-1);
        match self.reach {
            Reach::Days => Some(Period { first: self.first.plus(-self.length()), last, ..*self }),
            Reach::Months(count) => Some(Period { first: self.first.plus_months(-count), last, ..*self }),
            Reach::Everything => None,
        }
    }

    /// Whether it holds this day.
    pub fn contains(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Days in it.
    pub fn length(&self) -> i32 {
        self.last.since(self.first).saturating_add(1)
    }

    /// Whether it begins with the book.
    pub fn is_everything(&self) -> bool {
        self.reach == Reach::Everything
    }
}

/// `q3`, `3季度`, `三季度`, `第三季度`.
fn quarter(text: &str) -> Option<i32> {
    let number = match text.strip_prefix('q') {
        Some(number) => number,
        None => text.strip_suffix("季度")?.trim_start_matches('第'),
    };
    match number {
        "1" | "一" => Some(1),
        "2" | "二" => Some(2),
        "3" | "三" => Some(3),
        "4" | "四" => Some(4),
        _ => None,
    }
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Monday 23 November 2026.
    fn today() -> Day {
        Day::ymd(2026, 11, 23).unwrap()
    }

    fn shown(period: Period) -> String {
        format!("{} {}", period.first, period.last)
    }

    #[test]
    fn s083_a_period_is_read_and_compared_with_the_one_before() {
        let cases = [
            ("90d", "2026-08-26 2026-11-23", "2026-05-28 2026-08-25"),
            ("1d", "2026-11-23 2026-11-23", "2026-11-22 2026-11-22"),
            ("２w", "2026-11-10 2026-11-23", "2026-10-27 2026-11-09"),
            ("90天", "2026-08-26 2026-11-23", "2026-05-28 2026-08-25"),
            ("1mo", "2026-10-24 2026-11-23", "2026-09-23 2026-10-23"),
            ("1y", "2025-11-24 2026-11-23", "2024-11-24 2025-11-23"),
            ("2026-11", "2026-11-01 2026-11-30", "2026-10-01 2026-10-31"),
            ("2026-3", "2026-03-01 2026-03-31", "2026-02-01 2026-02-28"),
            ("2024-03", "2024-03-01 2024-03-31", "2024-02-01 2024-02-29"),
            ("2026年11月", "2026-11-01 2026-11-30", "2026-10-01 2026-10-31"),
            ("2026-Q3", "2026-07-01 2026-09-30", "2026-04-01 2026-06-30"),
            ("2026q1", "2026-01-01 2026-03-31", "2025-10-01 2025-12-31"),
            ("2026年三季度", "2026-07-01 2026-09-30", "2026-04-01 2026-06-30"),
            ("2026年第4季度", "2026-10-01 2026-12-31", "2026-07-01 2026-09-30"),
            (" 2026 ", "2026-01-01 2026-12-31", "2025-01-01 2025-12-31"),
            ("2026年", "2026-01-01 2026-12-31", "2025-01-01 2025-12-31"),
        ];
        for (text, period, before) in cases {
            let read = Period::parse(text, today()).unwrap();
            assert_eq!((shown(read), shown(read.previous().unwrap())), (period.to_owned(), before.to_owned()), "{text}");
        }
    }

    #[test]
    fn everything_has_nothing_before_it() {
        for text in ["all", "ALL", "全部"] {
            let all = Period::parse(text, today()).unwrap();
            assert_eq!((all.last, all.previous(), all.is_everything()), (today(), None, true), "{text}");
            assert!(all.contains(Day::ymd(1950, 1, 1).unwrap()) && !all.contains(today().plus(1)));
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "0d",
            "-5d",
            "2026-13",
            "2026-00",
            "2026-0",
            "2026-Q5",
            "2026-Q",
            "1899",
            "2201",
            "20",
            "20266",
            "2026-11-01",
            "2026-q33",
            "季度",
            "年",
            "q3",
            "２０２６-+1",
            "9999999999d",
            "2026-11月x",
            "second",
            "2026-Q３３",
        ] {
            assert_eq!(Period::parse(text, today()), None, "{text}");
        }
    }

    #[test]
    fn the_one_before_ends_where_this_one_begins_and_days_are_as_many() {
        for n in [1, 2, 7, 30, 90, 365, 9999] {
            let period = Period::days(n, today());
            let before = period.previous().unwrap();
            assert_eq!((period.length(), before.length(), before.last), (n, n, period.first.plus(-1)));
            assert!(period.contains(period.first) && period.contains(period.last) && !period.contains(before.last));
        }
        assert_eq!(Period::days(0, today()).length(), 1, "never empty");
    }
}
