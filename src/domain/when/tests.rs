//! Every phrase in both languages and both looks, and that no text makes the reader panic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use chrono::TimeZone;
use proptest::prelude::*;

/// Friday 20 November 2026, 10:00 in `zone`.
fn friday(zone: Tz) -> Now {
    at(zone, 2026, 11, 20)
}

fn at(zone: Tz, year: i32, month: u32, day: u32) -> Now {
    Now { instant: Moment(zone.with_ymd_and_hms(year, month, day, 10, 0, 0).unwrap().timestamp()), zone }
}

fn say(when: When, zone: Tz) -> String {
    let seconds = when.time.is_some_and(|t| t.second() != 0);
    match when.moment(zone) {
        Some(moment) if seconds => moment.local(zone).format("%Y-%m-%d %H:%M:%S").to_string(),
        Some(moment) => moment.local(zone).format("%Y-%m-%d %H:%M").to_string(),
        None => when.day.to_string(),
    }
}

fn read(text: &str, now: &Now, look: Look) -> String {
    parse(text, now, look).map_or_else(|e| e.id.to_owned(), |when| say(when, now.zone))
}

/// Each phrase with what it means looking ahead, and looking back where that differs.
const PHRASES: &[(&str, &str, &str)] = &[
    // figures
    ("2026-11-21", "2026-11-21", ""),
    ("2026-1-5", "2026-01-05", ""),
    ("2026/11/21", "2026-11-21", ""),
    ("2026-11-21T14:30", "2026-11-21 14:30", ""),
    ("2026-11-21 14:30", "2026-11-21 14:30", ""),
    ("2026-11-21t14:30:15", "2026-11-21 14:30:15", ""),
    ("2026-11-21T14:30Z", "2026-11-21 22:30", ""),
    ("2026-11-21T14:30:00+01:00", "2026-11-21 21:30", ""),
    ("2026-11-21 23:30 -0500", "2026-11-22 12:30", ""),
    ("12-05", "2026-12-05", "2025-12-05"),
    ("12-5", "2026-12-05", "2025-12-05"),
    ("11-20", "2026-11-20", ""),
    ("11-19", "2027-11-19", "2026-11-19"),
    ("02-29", "2028-02-29", "2024-02-29"),
    ("12-05 15:00", "2026-12-05 15:00", "2025-12-05 15:00"),
    ("24.12.", "2026-12-24", "2025-12-24"),
    ("5.1.", "2027-01-05", "2026-01-05"),
    ("24.12.2026", "2026-12-24", ""),
    ("24.12. 15:00", "2026-12-24 15:00", "2025-12-24 15:00"),
    // times
    ("15:00", "2026-11-20 15:00", "2026-11-19 15:00"),
    ("9:05", "2026-11-20 09:05", ""),
    ("3pm", "2026-11-20 15:00", "2026-11-19 15:00"),
    ("3:30 pm", "2026-11-20 15:30", "2026-11-19 15:30"),
    ("12am", "2026-11-20 00:00", ""),
    ("at noon", "2026-11-20 12:00", "2026-11-19 12:00"),
    ("１５：３０", "2026-11-20 15:30", "2026-11-19 15:30"),
    // days
    ("today", "2026-11-20", ""),
    ("Tomorrow", "2026-11-21", ""),
    ("yesterday", "2026-11-19", ""),
    ("day after tomorrow", "2026-11-22", ""),
    ("the day before yesterday", "2026-11-18", ""),
    ("tomorrow 9:00", "2026-11-21 09:00", ""),
    ("15:00 tomorrow", "2026-11-21 15:00", ""),
    // weekdays: never today
    ("fri", "2026-11-27", "2026-11-13"),
    ("Friday", "2026-11-27", "2026-11-13"),
    ("sat", "2026-11-21", "2026-11-14"),
    ("thu", "2026-11-26", "2026-11-19"),
    ("thurs", "2026-11-26", "2026-11-19"),
    ("mon", "2026-11-23", "2026-11-16"),
    ("sun", "2026-11-22", "2026-11-15"),
    ("next fri", "2026-11-27", ""),
    ("next mon", "2026-11-23", ""),
    ("next sunday", "2026-11-29", ""),
    ("this wed", "2026-11-18", ""),
    ("last fri", "2026-11-13", ""),
    ("last thu", "2026-11-19", ""),
    ("next week", "2026-11-23", ""),
    ("next month", "2026-12-01", ""),
    ("下个月", "2026-12-01", ""),
    ("thu 15:00", "2026-11-26 15:00", "2026-11-19 15:00"),
    ("on thu at 3 pm", "2026-11-26 15:00", "2026-11-19 15:00"),
    ("by fri", "2026-11-27", "2026-11-13"),
    // counted
    ("+3d", "2026-11-23", ""),
    ("-2w", "2026-11-06", ""),
    ("+1m", "2026-12-20", ""),
    ("+1mo", "2026-12-20", ""),
    ("+1y", "2027-11-20", ""),
    ("+2h", "2026-11-20 12:00", ""),
    ("-30min", "2026-11-20 09:30", ""),
    ("+3d 15:00", "2026-11-23 15:00", ""),
    ("in 3 days", "2026-11-23", ""),
    ("in 1 day", "2026-11-21", ""),
    ("in two weeks", "2026-12-04", ""),
    ("in a month", "2026-12-20", ""),
    ("in 3d", "2026-11-23", ""),
    ("3 days ago", "2026-11-17", ""),
    ("a week ago", "2026-11-13", ""),
    ("in 2h", "2026-11-20 12:00", ""),
    ("in 2 hours", "2026-11-20 12:00", ""),
    ("in 90m", "2026-11-20 11:30", ""),
    ("in 90min", "2026-11-20 11:30", ""),
    ("in half an hour", "2026-11-20 10:30", ""),
    ("2h ago", "2026-11-20 08:00", ""),
    ("now", "2026-11-20 10:00", ""),
    ("eom", "2026-11-30", "2026-10-31"),
    ("end of month", "2026-11-30", "2026-10-31"),
    // months in words
    ("5 dec", "2026-12-05", "2025-12-05"),
    ("dec 5", "2026-12-05", "2025-12-05"),
    ("December 5th", "2026-12-05", "2025-12-05"),
    ("5 dec 2027", "2027-12-05", ""),
    ("Dec 5, 2027", "2027-12-05", ""),
    ("5 may", "2027-05-05", "2026-05-05"),
    ("dec 5 15:00", "2026-12-05 15:00", "2025-12-05 15:00"),
    // Chinese
    ("今天", "2026-11-20", ""),
    ("明天", "2026-11-21", ""),
    ("后天", "2026-11-22", ""),
    ("後天", "2026-11-22", ""),
    ("大后天", "2026-11-23", ""),
    ("昨天", "2026-11-19", ""),
    ("前天", "2026-11-18", ""),
    ("周五", "2026-11-27", "2026-11-13"),
    ("週六", "2026-11-21", "2026-11-14"),
    ("星期五", "2026-11-27", "2026-11-13"),
    ("礼拜天", "2026-11-22", "2026-11-15"),
    ("下周五", "2026-11-27", ""),
    ("下星期一", "2026-11-23", ""),
    ("下个星期一", "2026-11-23", ""),
    ("下下周一", "2026-11-30", ""),
    ("上周五", "2026-11-13", ""),
    ("上周四", "2026-11-12", ""),
    ("本周五", "2026-11-20", ""),
    ("这周日", "2026-11-22", ""),
    ("下周", "2026-11-23", ""),
    ("周五前", "2026-11-27", "when-bad"),
    ("3天后", "2026-11-23", ""),
    ("３天后", "2026-11-23", ""),
    ("三天后", "2026-11-23", ""),
    ("十二天之后", "2026-12-02", ""),
    ("两周后", "2026-12-04", ""),
    ("3个月后", "2027-02-20", ""),
    ("两个星期后", "2026-12-04", ""),
    ("半年后", "2027-05-20", ""),
    ("2小时后", "2026-11-20 12:00", ""),
    ("半小时后", "2026-11-20 10:30", ""),
    ("30分钟前", "2026-11-20 09:30", ""),
    ("3天前", "2026-11-17", ""),
    ("周四15点", "2026-11-26 15:00", "2026-11-19 15:00"),
    ("周四下午3点", "2026-11-26 15:00", "2026-11-19 15:00"),
    ("下午3点", "2026-11-20 15:00", "2026-11-19 15:00"),
    ("下午3点半", "2026-11-20 15:30", "2026-11-19 15:30"),
    ("下午三点一刻", "2026-11-20 15:15", "2026-11-19 15:15"),
    ("15点30分", "2026-11-20 15:30", "2026-11-19 15:30"),
    ("15：30", "2026-11-20 15:30", "2026-11-19 15:30"),
    ("明天上午10点", "2026-11-21 10:00", ""),
    ("明天 上午 10:30", "2026-11-21 10:30", ""),
    ("今晚8点", "2026-11-20 20:00", ""),
    ("明早9点", "2026-11-21 09:00", ""),
    ("中午12点", "2026-11-20 12:00", "2026-11-19 12:00"),
    ("明天中午", "2026-11-21 12:00", ""),
    ("晚上9点", "2026-11-20 21:00", "2026-11-19 21:00"),
    ("下周三下午2点半", "2026-11-25 14:30", ""),
    ("12月5日", "2026-12-05", "2025-12-05"),
    ("12月5号", "2026-12-05", "2025-12-05"),
    ("十二月五日", "2026-12-05", "2025-12-05"),
    ("12月5日15点", "2026-12-05 15:00", "2025-12-05 15:00"),
    ("2026年12月5日", "2026-12-05", ""),
    ("2026年12月5日 下午3点", "2026-12-05 15:00", ""),
    ("明年3月1日", "2027-03-01", ""),
    ("5号", "2026-12-05", "2026-11-05"),
    ("31号", "2026-12-31", "2026-10-31"),
    ("下个月5号", "2026-12-05", ""),
    ("月底", "2026-11-30", "2026-10-31"),
    ("下个月底", "2026-12-31", ""),
    ("年底", "2026-12-31", "2025-12-31"),
    ("现在", "2026-11-20 10:00", ""),
];

#[test]
fn every_phrase_in_both_looks() {
    let now = friday(Tz::Asia__Shanghai);
    for (text, ahead, back) in PHRASES {
        assert_eq!(read(text, &now, Look::Ahead), *ahead, "{text}");
        assert_eq!(read(text, &now, Look::Back), if back.is_empty() { *ahead } else { *back }, "{text} looking back");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    let now = friday(Tz::Asia__Shanghai);
    for text in [
        "",
        " ",
        "soon",
        "12/05",
        "05/12/2026",
        "24.12",
        "32.1.",
        "1.13.2026",
        "24.12.26",
        "下个月初",
        "2026-02-30",
        "2026-13-01",
        "13-01",
        "02-30",
        "25:00",
        "15:60",
        "15:000",
        "3",
        "20261121",
        "may",
        "next",
        "next may",
        "in",
        "in 3",
        "3 days",
        "3d",
        "+3",
        "+3x",
        "+123456d",
        "+-3d",
        "fri fri",
        "fri 3",
        "friday13",
        "tomorrowx",
        "today 25:00",
        "13pm",
        "0am",
        "周八",
        "周",
        "下周末",
        "三",
        "13月1日",
        "2月30日",
        "下午",
        "下午25点",
        "晚上2点",
        "3天",
        "32号",
        "99点",
        "明天后天",
    ] {
        assert_eq!(read(text, &now, Look::Ahead), "when-bad", "{text}");
        assert_eq!(read(text, &now, Look::Back), "when-bad", "{text}");
    }
    for text in ["1899-12-31", "2201-01-01", "+9999y", "-300y", "99999天后", "+99999y", "0001-01-01T00:00Z", "9999-12-31"] {
        assert_eq!(read(text, &now, Look::Ahead), "when-range", "{text}");
    }
    assert_eq!(read("1900-01-01", &now, Look::Back), "1900-01-01");
    assert_eq!(read("2200-12-31", &now, Look::Back), "2200-12-31");
}

#[test]
fn month_ends_and_leap_days() {
    let zone = Tz::Europe__Berlin;
    let (january, leap, last) = (at(zone, 2027, 1, 31), at(zone, 2028, 2, 29), at(zone, 2026, 11, 30));
    assert_eq!(read("+1m", &january, Look::Ahead), "2027-02-28");
    assert_eq!(read("in 3 months", &last, Look::Ahead), "2027-02-28");
    assert_eq!(read("+1y", &leap, Look::Ahead), "2029-02-28");
    assert_eq!(read("02-29", &leap, Look::Ahead), "2028-02-29");
    assert_eq!(read("02-29", &at(zone, 2096, 3, 1), Look::Ahead), "2104-02-29", "1900 and 2100 are no leap years");
    assert_eq!(read("eom", &last, Look::Ahead), "2026-11-30");
    assert_eq!(read("eom", &last, Look::Back), "2026-11-30");
    assert_eq!(read("31号", &last, Look::Ahead), "2026-12-31");
}

#[test]
fn the_week_begins_on_monday() {
    let zone = Tz::Asia__Shanghai;
    // Sunday 22 November: the next calendar week begins tomorrow.
    let sunday = at(zone, 2026, 11, 22);
    for (text, ahead) in [
        ("fri", "2026-11-27"),
        ("next fri", "2026-11-27"),
        ("last fri", "2026-11-20"),
        ("this fri", "2026-11-20"),
        ("sun", "2026-11-29"),
        ("next sun", "2026-11-29"),
        ("下周五", "2026-11-27"),
        ("上周五", "2026-11-13"),
        ("本周五", "2026-11-20"),
        ("下周日", "2026-11-29"),
    ] {
        assert_eq!(read(text, &sunday, Look::Ahead), ahead, "{text}");
    }
    let monday = at(zone, 2026, 11, 16);
    assert_eq!(read("fri", &monday, Look::Ahead), "2026-11-20");
    assert_eq!(read("next fri", &monday, Look::Ahead), "2026-11-27");
    assert_eq!(read("mon", &monday, Look::Back), "2026-11-09");
}

#[test]
fn summer_time() {
    let berlin = at(Tz::Europe__Berlin, 2026, 3, 28);
    // The clocks go from 02:00 to 03:00 on the 29th: the time that is left out becomes the first after the gap.
    assert_eq!(read("tomorrow 02:30", &berlin, Look::Ahead), "2026-03-29 03:30");
    assert_eq!(read("in 24h", &berlin, Look::Ahead), "2026-03-29 11:00");
    assert_eq!(read("+1d 10:00", &berlin, Look::Ahead), "2026-03-29 10:00");
    let end = parse("2026-03-29", &berlin, Look::Ahead).unwrap();
    assert_eq!(end.end(berlin.zone).0 + 1 - end.day.start(berlin.zone).0, 23 * 3600);
    let york = at(Tz::America__New_York, 2026, 10, 31);
    assert_eq!(read("in 24h", &york, Look::Ahead), "2026-11-01 09:00");
    assert_eq!(read("tomorrow 01:30", &york, Look::Ahead), "2026-11-01 01:30");
    assert_eq!(read("2026-11-01T06:30Z", &york, Look::Ahead), "2026-11-01 01:30");
}

#[test]
fn a_bare_date_has_no_moment_of_its_own() {
    let now = friday(Tz::Asia__Shanghai);
    let day = parse("tomorrow", &now, Look::Ahead).unwrap();
    assert_eq!(day.moment(now.zone), None);
    assert_eq!(day.moment_or(clock(9, 0, 0).unwrap(), now.zone).rfc3339(now.zone), "2026-11-21T09:00:00+08:00");
    assert_eq!(day.end(now.zone).rfc3339(now.zone), "2026-11-21T23:59:59+08:00");
    let exact = parse("in 2h", &now, Look::Ahead).unwrap();
    assert_eq!(exact.moment, Some(Moment(now.instant.0 + 7200)));
    assert_eq!(exact.end(now.zone), exact.moment.unwrap());
}

#[test]
fn phrases_are_found_in_lines() {
    let now = friday(Tz::Asia__Shanghai);
    for (line, phrase, means) in [
        ("海川阀门 王总 13800138000 #广交会 fri 报价", "fri", "2026-11-27"),
        ("+3d send quote", "+3d", "2026-11-23"),
        ("send the quote by fri.", "by fri", "2026-11-27"),
        ("call back thu 15:00, he asked", "thu 15:00", "2026-11-26 15:00"),
        ("Lotus Spa next fri at 3pm visit", "next fri at 3pm", "2026-11-27 15:00"),
        ("report in 3 days", "in 3 days", "2026-11-23"),
        ("报价 明天 上午10点 发", "明天 上午10点", "2026-11-21 10:00"),
        ("周五 开会", "周五", "2026-11-27"),
        ("due 2026-12-01 or fri", "2026-12-01", "2026-12-01"),
        ("may 5 invoice", "may 5", "2027-05-05"),
        ("报价 12月5日，别忘", "12月5日", "when"),
        ("Sun Valley Ltd Fri call", "Fri", "2026-11-27"),
    ] {
        let found = find(line, &now, Look::Ahead);
        if means == "when" {
            assert!(found.is_none(), "glued to other text: {line}");
            continue;
        }
        let (range, when) = found.unwrap_or_else(|| panic!("{line}"));
        assert_eq!((&line[range], say(when, now.zone).as_str()), (phrase, means), "{line}");
    }
}

#[test]
fn other_words_and_numbers_are_no_dates() {
    let now = friday(Tz::Asia__Shanghai);
    for line in [
        "Sunny Market 38000",
        "13800138000",
        "+86 138 0013 8000",
        "021-5555-1234",
        "CNY 38,000",
        "may",
        "March Ltd",
        "Satellite Mon-ami",
        "3-4 people",
        "5号 楼",
        "room 12",
        "3 days",
        "Noon Cafe",
        "2026",
        "20261121",
        "明天科技 王总",
        "周五餐厅",
        "now or never",
        "12/05",
        "a4 paper",
        "fri-day",
        "10",
        "1.5",
        "v2.0",
        "",
        "海川阀门 王总",
        "一周 报告",
    ] {
        assert_eq!(find(line, &now, Look::Ahead), None, "{line}");
    }
}

#[test]
fn chinese_phrases_are_found_in_running_text() {
    let now = friday(Tz::Asia__Shanghai);
    for (line, phrase, means) in [
        ("明天下午3点给王总发报价", "明天下午3点", "2026-11-21 15:00"),
        ("给王总打电话，周五前", "周五前", "2026-11-27"),
        ("下周三前发报价", "下周三前", "2026-11-25"),
        ("3天后回访", "3天后", "2026-11-23"),
        ("12月5日，开会", "12月5日", "2026-12-05"),
        ("send quote fri", "fri", "2026-11-27"),
        ("发报价明天10:30", "明天10:30", "2026-11-21 10:30"),
    ] {
        let (range, when) = find_in_text(line, &now, Look::Ahead).unwrap_or_else(|| panic!("{line}"));
        assert_eq!((&line[range], say(when, now.zone).as_str()), (phrase, means), "{line}");
    }
    for line in ["发报价", "138天", "sunday's", "电话13800138000"] {
        assert_eq!(find_in_text(line, &now, Look::Ahead), None, "{line}");
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC{0,40}|(?s).{0,40}|[0-9a-z +:天后周月年日号点半三下上-]{0,24}") {
        for zone in [Tz::Asia__Shanghai, Tz::America__New_York] {
            let now = friday(zone);
            for look in [Look::Ahead, Look::Back] {
                let _ = parse(&text, &now, look);
                for found in [find(&text, &now, look), find_in_text(&text, &now, look)].into_iter().flatten() {
                    prop_assert!(text.get(found.0.clone()).is_some_and(|phrase| !phrase.is_empty()));
                }
            }
        }
    }

    #[test]
    fn every_date_reads_back(days in -25_000i32..84_000) {
        let now = friday(Tz::UTC);
        let day = Day(days);
        prop_assert_eq!(parse(&day.to_string(), &now, Look::Back).unwrap().day, day);
    }

    #[test]
    fn a_bare_weekday_is_never_today(days in 0i32..40_000, which in 0usize..7) {
        let now = Now { instant: Day(days).start(Tz::UTC), zone: Tz::UTC };
        let name = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][which];
        let (ahead, back) = (parse(name, &now, Look::Ahead).unwrap().day, parse(name, &now, Look::Back).unwrap().day);
        prop_assert!((1..=7).contains(&ahead.since(now.today())) && (1..=7).contains(&now.today().since(back)));
        prop_assert_eq!((ahead.weekday(), back.weekday()), (which, which));
    }
}
