//! What files of holidays say, what is refused of them, and that hostile ones end.
//! What is done with the days is tested in `tests/cli_holidays.rs` and `tests/spring_festival.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::domain::day::Moment;

fn now() -> Now {
    // 22 November 2026, 09:04 in Shanghai.
    Now { instant: Moment(1_795_309_440), zone: chrono_tz::Tz::Asia__Shanghai }
}

fn file(text: &str, name: &str) -> HolidayFile {
    read(text.as_bytes(), name, &now()).unwrap()
}

/// Each day as `2027-01-01 off name`.
fn said(file: &HolidayFile) -> Vec<String> {
    file.days.iter().map(|d| format!("{} {} {}", d.day.date(), d.mark.code(), d.name)).collect()
}

fn reasons(file: &HolidayFile) -> Vec<(u64, &'static str)> {
    file.rejected.iter().map(|r| (r.line, r.reason.id)).collect()
}

/// One event as a calendar.
fn event(lines: &str) -> HolidayFile {
    file(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"), "x.ics")
}

fn days(lines: &str) -> Vec<String> {
    let found = event(lines);
    assert_eq!(found.rejected, vec![], "{lines}");
    found.days.iter().map(|d| d.day.date().to_string()).collect()
}

const FESTIVAL: &[&str] =
    &["2027-01-01 off 元旦（休）", "2027-01-02 off 元旦（休）", "2027-01-03 off 元旦（休）", "2027-01-30 work 春节"];

#[test]
fn s022_a_chinese_calendar_with_make_up_days() {
    let bytes = include_bytes!("../../../tests/data/holidays/cn-2027.ics");
    let found = read(bytes, "cn-2027.ics", &now()).unwrap();
    let all = said(&found);
    assert_eq!(all[..4], *FESTIVAL);
    let worked: Vec<&String> = all.iter().filter(|line| line.contains(" work ")).collect();
    assert_eq!(worked, ["2027-01-30 work 春节", "2027-02-20 work 春节（班）", "2027-04-25 work 劳动节 调休上班"]);
    // 8 days by their length, one with midnights of a zone, five with midnights told in UTC, a folded name.
    assert!(all.contains(&"2027-02-12 off 春节".to_owned()) && !all.iter().any(|l| l.starts_with("2027-02-13")));
    assert!(all.contains(&"2027-04-05 off 清明节".to_owned()) && !all.iter().any(|l| l.starts_with("2027-04-06")));
    assert!(all.contains(&"2027-05-01 off 劳动节 放假， 与家人团聚".to_owned()));
    assert!(all.contains(&"2027-05-05 off 劳动节 放假， 与家人团聚".to_owned()));
    assert!(!all.iter().any(|l| l.starts_with("2027-05-06") || l.starts_with("2027-04-30")));
    assert_eq!((found.days.len(), found.left_out), (27, 2), "cancelled and observed is no holiday");
    assert_eq!(reasons(&found), [(63, "holidays-rejected-time")]);
    assert!(found.days.iter().all(|d| d.source.as_deref() == Some("cn-2027.ics")));
}

#[test]
fn the_same_calendar_in_gbk() {
    let utf8 = read(include_bytes!("../../../tests/data/holidays/cn-2027.ics"), "a", &now()).unwrap();
    let gbk = read(include_bytes!("../../../tests/data/holidays/cn-2027-gbk.ics"), "a", &now()).unwrap();
    assert_eq!(said(&gbk), said(&utf8));
}

#[test]
fn yearly_rules_are_counted_out_around_today() {
    let found = read(include_bytes!("../../../tests/data/holidays/us-rules.ics"), "us.ics", &now()).unwrap();
    let of = |name: &str| -> Vec<String> {
        found.days.iter().filter(|d| d.name == name).map(|d| d.day.date().to_string()).collect()
    };
    assert_eq!(of("New Year's Day"), ["2025-01-01", "2026-01-01", "2027-01-01", "2028-01-01"]);
    assert_eq!(of("Thanksgiving"), ["2025-11-27", "2026-11-26", "2027-11-25", "2028-11-23"]);
    assert_eq!(of("Memorial Day"), ["2025-05-26", "2026-05-25", "2027-05-31", "2028-05-29"]);
    assert_eq!(of("Independence Day"), ["2025-07-04"], "not on an exception, not after its end");
    assert_eq!(of("Christmas Day"), ["2025-12-25", "2026-12-25"], "the third and last is that of 2026");
    let ids = ["rule", "order", "span", "date", "date", "open"];
    let found: Vec<String> = reasons(&found).iter().map(|(_, id)| id.replace("holidays-rejected-", "")).collect();
    assert_eq!(found, ids);
}

#[test]
fn where_days_are_listed_a_rule_counts_for_their_years_alone() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20000101\nRRULE:FREQ=YEARLY\nSUMMARY:Neujahr\nEND:VEVENT\n\
                BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270326\nSUMMARY:Karfreitag\nEND:VEVENT\nEND:VCALENDAR\n";
    assert_eq!(said(&file(text, "de.ics")), ["2027-01-01 off Neujahr", "2027-03-26 off Karfreitag"]);
}

#[test]
fn a_moved_occurrence_replaces_the_one_of_its_rule() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:q\nDTSTART;VALUE=DATE:20200610\nRRULE:FREQ=YEARLY\nSUMMARY:Feast\nEND:VEVENT\n\
                BEGIN:VEVENT\nUID:q\nRECURRENCE-ID;VALUE=DATE:20260610\nDTSTART;VALUE=DATE:20260612\nSUMMARY:Feast\nEND:VEVENT\n\
                END:VCALENDAR\n";
    assert_eq!(said(&file(text, "x.ics")), ["2026-06-12 off Feast"]);
}

#[test]
fn how_long_an_event_lasts() {
    assert_eq!(days("DTSTART;VALUE=DATE:20270601"), ["2027-06-01"]);
    assert_eq!(days("DTSTART;VALUE=DATE:20270601\nDTEND;VALUE=DATE:20270603"), ["2027-06-01", "2027-06-02"]);
    assert_eq!(days("DTSTART;VALUE=DATE:20270601\nDTEND;VALUE=DATE:20270601"), ["2027-06-01"]);
    assert_eq!(days("DTSTART:20270601T000000\nDTEND:20270602T235900"), ["2027-06-01", "2027-06-02"]);
    assert_eq!(days("DTSTART;VALUE=DATE:20270601\nDURATION:P1W").len(), 7);
    assert_eq!(days("DTSTART:20270601T000000\nDURATION:PT48H"), ["2027-06-01", "2027-06-02"]);
    assert_eq!(days("DTSTART:20270601T000000Z\nDTEND:20270602T000000Z"), ["2027-06-01"], "midnight as it is written");
    for timed in [
        "DTSTART:20270601T090000",
        "DTSTART:20270601T000000\nDTEND:20270601T080000",
        "DTSTART;VALUE=DATE:20270601\nDURATION:PT90M",
    ] {
        assert_eq!(reasons(&event(timed)), [(2, "holidays-rejected-time")], "{timed}");
    }
}

#[test]
fn words_that_name_a_make_up_day() {
    for works in [
        "国庆节（班）",
        "补班",
        "調休補班",
        "春节调休上班",
        "特别工作日",
        "Special Working Day",
        "Make-up workday",
        "make_up day",
        "Workday in lieu of National Day holiday",
    ] {
        assert!(event::is_make_up(works), "{works}");
    }
    for off in [
        "国庆节（休）",
        "放假",
        "Labour Day",
        "International Workers' Day",
        "Make-up holiday",
        "非工作日",
        "停班停课",
        "Non-working day",
        "",
    ] {
        assert!(!event::is_make_up(off), "{off}");
    }
    let by_category = event("DTSTART;VALUE=DATE:20270925\nSUMMARY:国庆节\nCATEGORIES:补班");
    assert_eq!(said(&by_category), ["2027-09-25 work 国庆节"]);
    let apple = event("DTSTART;VALUE=DATE:20270925\nSUMMARY:加班\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY");
    assert_eq!(said(&apple), ["2027-09-25 off 加班"], "the calendar's own word is stronger than its name");
}

#[test]
fn a_make_up_day_is_not_overwritten_by_the_festival() {
    let off = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261010\nSUMMARY:国庆节\nEND:VEVENT\n";
    let work = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261010\nSUMMARY:国庆节 班\nEND:VEVENT\n";
    for events in [[off, work], [work, off]] {
        let found = file(&format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat()), "x.ics");
        assert_eq!(said(&found), ["2026-10-10 work 国庆节 班"]);
    }
}

#[test]
fn toml_as_a_list_and_by_year() {
    let text = "[[day]]\ndate = 2027-01-01\nkind = \"off\"\nname = \"New Year\"\n\n[[day]]\ndate = \"2027-05-01\"\nlast = 2027-05-02\n\
                kind = \"off\"\n\n[2028]\noff = [\"2028-01-01..2028-01-02 元旦\",\n  \"2028-02-30 none\"]\nwork = [\"2028-01-08\"]\nfree = []\n";
    let found = file(text, "own.toml");
    let wanted = [
        "2027-01-01 off New Year",
        "2027-05-01 off ",
        "2027-05-02 off ",
        "2028-01-01 off 元旦",
        "2028-01-02 off 元旦",
        "2028-01-08 work ",
    ];
    assert_eq!(said(&found), wanted);
    assert_eq!(reasons(&found), [(13, "holidays-rejected-date"), (15, "holidays-rejected-key")]);
    for (text, line, id) in [
        ("[[day]]\ndate = 2027-13-01\nkind = \"off\"", 2, "holidays-rejected-toml"),
        ("[[day]]\ndate = \"2027-13-01\"\nkind = \"off\"", 1, "holidays-rejected-date"),
        ("[[day]]\ndate = 2027-01-01T10:00:00\nkind = \"off\"", 1, "holidays-rejected-date"),
        ("[[day]]\ndate = 2027-01-01\nkind = \"free\"", 1, "holidays-rejected-kind"),
        ("[[day]]\ndate = 2027-01-01", 1, "holidays-rejected-kind"),
        ("\n[[day]]\nkind = \"off\"", 2, "holidays-rejected-date"),
        ("[[day]]\ndate = 2027-01-01\nkind = \"off\"\nwho = 1", 1, "holidays-rejected-key"),
        ("[[day]]\ndate = 2027-01-01\nkind = \"off\"\nlast = 2227-01-01", 1, "holidays-rejected-span"),
        ("country = \"CN\"", 1, "holidays-rejected-key"),
        ("[2027]\noff = \"2027-01-01\"", 2, "holidays-rejected-key"),
        ("[2027]\noff = [3]", 2, "holidays-rejected-date"),
        ("[[day]", 1, "holidays-rejected-toml"),
    ] {
        let found = file(text, "own.toml");
        assert_eq!((reasons(&found), said(&found)), (vec![(line, id)], vec![]), "{text}");
    }
}

#[test]
fn csv_takes_what_it_can() {
    let found = file("date,kind,name\r\n2027-01-01,off,\"New, Year\"\r\nsoon,off,x\r\n2027-01-04,free,x\r\n# no\r\n", "x.csv");
    assert_eq!(said(&found), ["2027-01-01 off New, Year"]);
    assert_eq!(reasons(&found), [(3, "holidays-rejected-date"), (4, "holidays-rejected-kind")]);
    let shipped = file(Holidays::CN_2026, "cn-2026.csv");
    let known: Vec<(Day, Mark)> = Holidays::builtin("CN").unwrap().days().iter().map(|d| (d.day, d.mark)).collect();
    assert_eq!(shipped.days.iter().map(|d| (d.day, d.mark)).collect::<Vec<_>>(), known);
}

#[test]
fn hostile_files_are_refused_and_end() {
    for empty in ["", " \r\n ", "\u{feff}"] {
        assert_eq!(read(empty.as_bytes(), "x.ics", &now()), Err(ImportError::Empty), "{empty:?}");
    }
    assert_eq!(reasons(&file("BEGIN:VCALENDAR\nEND:VCALENDAR", "x")), [(1, "holidays-rejected-no-event")]);
    assert!(read(b"BEGIN:VCALENDAR\n\xff\xfe\x00", "x.ics", &now()).is_err());
    for (lines, id) in [
        ("DTSTART;VALUE=DATE:00010101", "year"),
        ("DTSTART;VALUE=DATE:99991231", "year"),
        ("DTSTART;VALUE=DATE:20270101\nDURATION:P99999999999999D", "span"),
        ("DTSTART;VALUE=DATE:20270101\nDURATION:-P3D", "order"),
        ("DTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270303", "span"),
        ("DTSTART;VALUE=DATE:20270132", "date"),
        ("DTSTART:tomorrow", "date"),
        ("DTSTART;VALUE=DATE:20270101\nRRULE:FREQ=YEARLY;BYSETPOS=1", "rule"),
        ("DTSTART;VALUE=DATE:20270101\nRRULE:nonsense", "rule"),
        ("DTSTART;VALUE=DATE:19500101\nRRULE:FREQ=SECONDLY", "rule"),
    ] {
        let found = event(lines);
        assert_eq!(reasons(&found), [(2, &*format!("holidays-rejected-{id}"))], "{lines}");
        assert!(found.days.is_empty(), "{lines}");
    }
    // A rule that names no day at all, one of every day, and one of steps as wide as they can be.
    assert_eq!(days("DTSTART;VALUE=DATE:20270101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), Vec::<String>::new());
    assert_eq!(days("DTSTART;VALUE=DATE:20270601\nRRULE:FREQ=YEARLY;INTERVAL=65535"), ["2027-06-01"]);
    assert_eq!(days("DTSTART;VALUE=DATE:19500601\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU").len(), 4 * 365 + 1);
    // Names are kept as they are; only what no text may hold is refused.
    assert_eq!(event("DTSTART;VALUE=DATE:20270101\nSUMMARY:a\u{1b}[31mb").days[0].name, "a\u{1b}[31mb");
    let long = format!("DTSTART;VALUE=DATE:20270101\nSUMMARY:{}", "x".repeat(301));
    assert_eq!(reasons(&event(&long)), [(2, "holidays-rejected-name")]);
}

#[test]
fn more_events_than_any_calendar_are_not_read() {
    let one = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nRRULE:FREQ=YEARLY;BYDAY=FR\nEND:VEVENT\n";
    let found = file(&format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", "BEGIN:VEVENT\nEND:VEVENT\n".repeat(20_001)), "x.ics");
    assert_eq!(found.rejected.len(), 20_001);
    assert_eq!(found.rejected.last().map(|r| r.reason.id), Some("holidays-rejected-many"));
    assert_eq!(found.rejected.last().map(|r| r.line), Some(40_002));
    assert_eq!(file(&format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", one.repeat(50)), "x.ics").days.len(), 2 * 52 + 1);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(128))]

    /// Whatever is broken out of a good calendar, or written into it, reading it ends and gives days in order.
    #[test]
    fn broken_calendars_are_read_to_their_end(at in 0usize..3000, len in 0usize..40, junk in "[\\x00-\\x7f节]{0,12}") {
        let mut bytes = include_bytes!("../../../tests/data/holidays/cn-2027.ics").to_vec();
        let at = at.min(bytes.len());
        let end = (at + len).min(bytes.len());
        bytes.splice(at..end, junk.into_bytes());
        if let Ok(found) = read(&bytes, "x.ics", &now()) {
            assert!(found.days.is_sorted_by(|a, b| a.day < b.day));
        }
    }
}
