//! Entries as other programs read them back: escaped, folded, with their alarms.
//! Which entries there are is `portfolio::publish`.

use super::*;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use proptest::prelude::*;

fn entry(title: &str) -> Entry {
    Entry {
        uid: "touchbase-contact-1-call".to_owned(),
        stamp: Moment(1_795_000_000),
        when: When::Day(Day::ymd(2026, 11, 30).unwrap()),
        title: title.to_owned(),
        place: None,
        text: Vec::new(),
        alarm: None,
    }
}

/// What another reader makes of a property of the first event or to-do.
fn read(text: &str, name: ICalendarProperty) -> Option<String> {
    let calendar = ICalendar::parse(text).unwrap();
    let kinds = [ICalendarComponentType::VEvent, ICalendarComponentType::VTodo];
    let found: Vec<_> = calendar.components.iter().filter(|c| kinds.contains(&c.component_type)).collect();
    assert_eq!(found.len(), 1, "{text}");
    let value = found[0].property(&name)?.values.first()?.as_text()?.to_owned();
    Some(value)
}

#[test]
fn s040_a_day_is_a_whole_day_that_takes_no_time() {
    let text = write(&entry("Call Lotus Spa"));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines,
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//touchbase//touchbase//EN",
            "BEGIN:VEVENT",
            "UID:touchbase-contact-1-call",
            "DTSTAMP:20261118T110640Z",
            "DTSTART;VALUE=DATE:20261130",
            "DTEND;VALUE=DATE:20261201",
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            "SUMMARY:Call Lotus Spa",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
    assert!(text.split("\r\n").all(|line| !line.contains('\n')), "every line ends as the format asks");
}

#[test]
fn s040_a_moment_is_written_in_utc_with_its_end_and_its_alarm() {
    let at = Moment(1_795_000_000);
    let text = write(&Entry { when: When::Span(at, Moment(at.0 + 5400)), alarm: Some(30), ..entry("Visit") });
    for line in ["DTSTART:20261118T110640Z", "DTEND:20261118T123640Z", "TRIGGER:-PT30M", "ACTION:DISPLAY"] {
        assert!(text.lines().any(|l| l == line), "{line} in {text}");
    }
    assert!(!text.contains("TRANSP"), "it takes its time");
    assert!(!write(&Entry { alarm: Some(0), ..entry("Visit") }).contains("VALARM"), "no minutes, no alarm");
}

#[test]
fn s040_a_to_do_is_due_on_a_day_or_at_a_moment() {
    let day = write(&Entry { when: When::DueDay(Day::ymd(2027, 1, 4).unwrap()), ..entry("send it") });
    assert!(day.contains("BEGIN:VTODO\r\n") && day.contains("DUE;VALUE=DATE:20270104\r\n"), "{day}");
    let at = write(&Entry { when: When::DueAt(Moment(1_795_000_000)), ..entry("send it") });
    assert!(at.contains("DUE:20261118T110640Z\r\n"), "{at}");
}

#[test]
fn s040_no_name_can_begin_a_line_of_its_own() {
    for hostile in [
        "Lotus\r\nATTENDEE:mailto:x@example.com",
        "Lotus\u{2028}END:VEVENT",
        "Lotus\u{85}BEGIN:VALARM",
        "Lotus\u{b}X\u{c}Y\u{1d}Z",
        "\u{1b}]0;title\u{7}Lotus",
        "Lotus\0Spa",
    ] {
        let text = write(&Entry {
            place: Some(hostile.to_owned()),
            text: vec![hostile.to_owned(), hostile.to_owned()],
            ..entry(hostile)
        });
        let names: Vec<&str> =
            text.split("\r\n").filter(|l| !l.is_empty()).map(|l| l.split([':', ';']).next().unwrap()).collect();
        let own = ["BEGIN", "VERSION", "PRODID", "BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "TRANSP", "CLASS", "SUMMARY"];
        let rest: Vec<&str> = names[own.len()..].iter().copied().filter(|n| !n.starts_with(' ')).collect();
        assert_eq!(names[..own.len()], own, "{text:?}");
        assert_eq!(rest, ["LOCATION", "DESCRIPTION", "END", "END"], "{text:?}");
        let bad = |c: char| c.is_control() && !matches!(c, '\r' | '\n') || matches!(c, '\u{2028}' | '\u{2029}');
        assert!(!text.contains(bad), "{text:?}");
    }
}

#[test]
fn s040_what_separates_values_comes_back_as_it_was() {
    for name in [
        "Smith, Jones; Söhne \\ Co: \"best\"",
        "拜访 绿叶科技（王总），北京；朝阳",
        "🎂 Café — Nº 5 \\n \\N",
        "\\",
        "ends with \\",
    ] {
        let entry = Entry { place: Some(name.to_owned()), text: vec![name.to_owned(), "second".to_owned()], ..entry(name) };
        let text = write(&entry);
        assert_eq!(read(&text, ICalendarProperty::Summary).as_deref(), Some(name), "{text}");
        assert_eq!(read(&text, ICalendarProperty::Location).as_deref(), Some(name), "{text}");
        assert_eq!(read(&text, ICalendarProperty::Description), Some(format!("{name}\nsecond")), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn s040_lines_are_folded_between_characters_and_read_back(title in "[a-z 王🎂é,;:\\\\\"]{0,400}") {
        let text = write(&entry(&title));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75), "{}", text);
        let wanted = clean(&title);
        let found = read(&text, ICalendarProperty::Summary).unwrap_or_default();
        prop_assert_eq!(found, wanted, "{}", text);
        prop_assert_eq!(&text, &write(&entry(&title)), "the same bytes again");
    }
}
