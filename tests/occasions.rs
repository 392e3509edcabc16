//! Holidays of cultures: every day against calendars counted in another way, and what the shipped files promise (S47).

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use touchbase::domain::day::Day;
use touchbase::domain::occasion::{Code, Culture, DayRule, Occasion};
use touchbase::occasions::Library;

fn culture<'c>(all: &'c Library, code: &str) -> &'c Culture {
    all.find(code).unwrap().unwrap_or_else(|| panic!("no culture {code}"))
}

fn occasion<'c>(all: &'c Library, of: &str, code: &str) -> &'c Occasion {
    culture(all, of).occasion(Code::parse(code).unwrap()).unwrap_or_else(|| panic!("no {code} in {of}"))
}

fn day(text: &str) -> Day {
    text.parse::<chrono::NaiveDate>().unwrap().into()
}

/// The lines of a table without its head.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split(',').collect())
}

#[test]
fn s047_every_holiday_falls_on_the_day_that_other_calendars_have() {
    let all = Library::shipped();
    let mut table: BTreeMap<(&str, &str), Vec<Day>> = BTreeMap::new();
    for row in rows(include_str!("data/occasions_2020_2040.csv")) {
        table.entry((row[0], row[1])).or_default().push(day(row[2]));
    }
    let listed = |rule: &DayRule| matches!(rule, DayRule::Listed(_));
    for ((of, code), expected) in &table {
        let rule = &occasion(&all, of, code).rule;
        let years = if listed(rule) { 2026..=2035 } else { 2020..=2040 };
        let days: Vec<Day> = years.flat_map(|year| rule.days(year)).collect();
        assert_eq!(&days, expected, "{of} {code}");
    }
    // No list and no moving day goes unchecked: what is left falls on the same date of every year, or is checked under another culture.
    for culture in all.known() {
        for occasion in &culture.occasions {
            let code = occasion.code.as_str();
            let fixed = matches!(occasion.rule, DayRule::Fixed { .. });
            let same =
                |((of, known), _): (&(&str, &str), _)| *known == code || self::occasion(&all, of, known).rule == occasion.rule;
            assert!(fixed || table.iter().any(same), "{} {code}", culture.code);
        }
    }
}

#[test]
fn s047_qingming_of_120_years_is_where_the_sun_has_it() {
    let mut years = 0;
    for row in rows(include_str!("data/qingming_1930_2049.csv")) {
        let (year, april) = (row[0].parse().unwrap(), row[1].parse().unwrap());
        assert_eq!(DayRule::Qingming.days(year), [Day::ymd(year, 4, april).unwrap()]);
        years += 1;
    }
    assert_eq!(years, 120);
    assert_eq!(
        (DayRule::Qingming.day(1900), DayRule::Qingming.day(2100)),
        (None, None),
        "the formula was compared for no other years"
    );
}

#[test]
fn s047_nobody_is_wished_well_on_a_day_of_mourning() {
    let all = Library::shipped();
    let mourned = [
        ("cn", "qingming"),
        ("hk", "qingming"),
        ("hk", "chung-yeung"),
        ("tw", "qingming"),
        ("tw", "tw-peace-memorial"),
        ("jp", "jp-obon"),
        ("kr", "kr-memorial-day"),
        ("us", "us-memorial-day"),
        ("us", "good-friday"),
        ("gb", "gb-remembrance-sunday"),
        ("de", "all-saints"),
        ("fr", "fr-armistice"),
        ("islamic", "ashura"),
        ("jewish", "yom-kippur"),
        ("orthodox", "orthodox-good-friday"),
    ];
    for (of, code) in mourned {
        let occasion = occasion(&all, of, code);
        assert!(occasion.mourning && !occasion.greet && occasion.wish.is_none(), "{of} {code}");
    }
    // And no wish falls on such a day of the same culture in the years that matter.
    for culture in all.known() {
        for (year, greeted) in (2020..=2040).flat_map(|year| culture.days(year).into_iter().map(move |d| (year, d))) {
            let mourned = culture.days(year).into_iter().find(|(o, day)| o.mourning && *day == greeted.1);
            assert!(!greeted.0.greet || mourned.is_none(), "{} {greeted:?} {mourned:?}", culture.code);
        }
    }
}

#[test]
fn s047_who_is_greeted_when() {
    let all = Library::shipped();
    let greeted = |of: &str, year: i32| -> Vec<String> {
        let days = culture(&all, of).days(year).into_iter().filter(|(o, _)| o.greet);
        days.map(|(o, day)| format!("{day} {}", o.code)).collect()
    };
    // The eve, not the day behind it: one wish for one festival.
    assert_eq!(greeted("cn", 2027), ["2027-02-05 lunar-new-year-eve", "2027-06-09 dragon-boat", "2027-09-15 mid-autumn"]);
    assert_eq!(greeted("us", 2026), ["2026-01-01 new-year", "2026-11-26 us-thanksgiving", "2026-12-25 christmas"]);
    assert_eq!(greeted("fr", 2026), ["2026-01-01 new-year"], "the file's own line wins over the one taken over");
    assert_eq!(greeted("jp", 2026), ["2026-01-01 new-year"]);
    assert_eq!(greeted("islamic", 2033), ["2033-01-02 eid-al-fitr", "2033-03-11 eid-al-adha", "2033-12-23 eid-al-fitr"]);
}

#[test]
fn s047_a_shipped_code_means_the_same_day_and_name_everywhere() {
    let all = Library::shipped();
    let mut known: BTreeMap<Code, (&Occasion, &str)> = BTreeMap::new();
    for culture in all.known() {
        for occasion in &culture.occasions {
            let (first, of) = *known.entry(occasion.code).or_insert((occasion, &culture.code));
            let same = (&first.rule, &first.names, first.mourning) == (&occasion.rule, &occasion.names, occasion.mourning);
            assert!(same, "{} in {of} and {}", occasion.code, culture.code);
        }
    }
    assert!(known.len() > 40, "{}", known.len());
}

#[test]
fn s047_every_shipped_greeting_has_its_wish_in_both_languages() {
    let all = Library::shipped();
    let codes: BTreeSet<&str> = all.entries().map(|(code, culture)| culture.map(|c| c.code.as_str()).unwrap_or(code)).collect();
    assert_eq!(codes.len(), 15);
    for (code, culture) in all.entries() {
        let culture = culture.unwrap_or_else(|why| panic!("{code}: {why:?}"));
        assert_ne!(culture.names.en, culture.names.zh);
        assert!(culture.occasions.len() <= 12, "{code}: short lists");
        for occasion in &culture.occasions {
            assert!(!occasion.names.en.is_empty() && occasion.names.en != occasion.names.zh, "{code} {}", occasion.code);
            match &occasion.wish {
                Some(wish) => assert_ne!(wish.en, wish.zh),
                None => assert!(!occasion.greet, "{code} {}", occasion.code),
            }
        }
        for year in 2026..=2035 {
            assert_eq!(culture.unknown(year), Vec::<&Occasion>::new(), "{code} {year}");
        }
    }
    // Health, not joy: the Dragon Boat Festival remembers a drowned man.
    for of in ["cn", "hk", "tw"] {
        assert_eq!(occasion(&all, of, "dragon-boat").wish.as_ref().unwrap().zh, "端午安康");
    }
}

#[test]
fn s047_a_year_behind_the_end_of_a_list_is_known_to_be_unknown() {
    let all = Library::shipped();
    let codes = |year| culture(&all, "islamic").unknown(year).iter().map(|o| o.code.to_string()).collect::<Vec<_>>();
    assert_eq!(codes(2036), ["ramadan", "eid-al-fitr", "eid-al-adha", "ashura"]);
    assert_eq!(culture(&all, "islamic").days(2036), []);
    assert_eq!(culture(&all, "cn").unknown(2036), Vec::<&Occasion>::new());
    assert_eq!(culture(&all, "cn").unknown(2101).len(), 7, "the tables of the moon and the sun end as well");
}

#[test]
fn a_stretch_over_the_new_year_is_in_order() {
    let all = Library::shipped();
    let days = culture(&all, "us").between(day("2026-12-25"), day("2027-01-01"));
    assert_eq!(
        days.iter().map(|(o, day)| format!("{day} {}", o.code)).collect::<Vec<_>>(),
        ["2026-12-25 christmas", "2027-01-01 new-year"]
    );
    assert_eq!(culture(&all, "us").between(day("2026-12-26"), day("2026-12-31")), []);
    assert_eq!(culture(&all, "us").between(day("2027-01-01"), day("2026-12-25")), [], "no stretch runs backwards");
}

#[test]
fn a_date_late_in_the_chinese_year_is_found_by_the_gregorian_one() {
    let rule = DayRule::Lunar { month: 12, day: 1 };
    assert_eq!(rule.days(2024), [day("2024-01-11"), day("2024-12-31")], "twice");
    assert_eq!(rule.days(2025), [], "and not at all");
    assert_eq!(rule.days(2026), [day("2026-01-19")]);
    assert_eq!(rule.day(2024), Some(day("2024-01-11")));
    // The 30th of a month of 29 days is its 29th; the leap month of 2025 has no holidays.
    assert_eq!(DayRule::Lunar { month: 12, day: 30 }.days(2026), [day("2026-02-16")]);
    assert_eq!(DayRule::Lunar { month: 6, day: 15 }.days(2025), [day("2025-07-09")]);
}

#[test]
fn weekdays_are_counted_from_either_end() {
    let nth = |nth, weekday, month, year| DayRule::Weekday { nth, weekday, month }.day(year);
    assert_eq!(nth(1, 0, 6, 2026), Some(day("2026-06-01")), "the first day of the month itself");
    assert_eq!(nth(-1, 6, 5, 2026), Some(day("2026-05-31")), "and the last");
    assert_eq!(nth(5, 0, 3, 2026), Some(day("2026-03-30")));
    assert_eq!((nth(5, 0, 4, 2026), nth(-5, 0, 4, 2026)), (None, None), "April 2026 has four Mondays");
    assert_eq!(nth(-5, 0, 3, 2026), Some(day("2026-03-02")));
    assert_eq!(DayRule::Fixed { month: 2, day: 29 }.days(2026), []);
    assert_eq!(DayRule::Fixed { month: 2, day: 29 }.days(2028), [day("2028-02-29")]);
}

#[test]
fn the_example_of_the_manual_is_read() {
    for page in [include_str!("../assets/manual/en/config.md"), include_str!("../assets/manual/zh-CN/config.md")] {
        let example = page.split("```text\n").find(|part| part.contains("[[occasion]]")).unwrap();
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("occasions")).unwrap();
        std::fs::write(dir.path().join("occasions/machines.toml"), example.split("```").next().unwrap()).unwrap();
        let all = Library::load(dir.path());
        assert_eq!(all.problems(), Vec::<&touchbase::domain::message::Message>::new());
        let fair = occasion(&all, "machines", "fair");
        assert_eq!((fair.rule.day(2027), fair.greet), (Some(day("2027-04-26")), true));
        assert!(culture(&all, "machines").occasions.len() > 3, "with those of another culture");
    }
}
