//! The calendar on the command line: a month as a grid, a day by time, the sheets of a day on the road, and what JSON says of each day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::json;

/// Two clients of one region; one of them is visited on Thursday.
fn book() -> Cli {
    let cli = Cli::new();
    let address = ["--region", "Pudong", "--phone", "021 5550 1234", "--since", "2026-09-01"];
    cli.client("Northstar Media", &address);
    cli.client("Lotus Spa", &["--region", "pudong", "--since", "2026-09-01"]);
    for name in ["Northstar", "Lotus"] {
        cli.ok(&["client", "pin", name, "A", "-m", "agreed"]);
    }
    cli.ok(&["log", "Northstar", "visit", "--at", "2026-11-20 15:00"]);
    cli.ok(&[
        "appointment",
        "add",
        "Northstar",
        "visit",
        "thu 10:30",
        "--minutes",
        "90",
        "--place",
        "Gate 4",
        "-m",
        "the cover",
    ]);
    cli.ok(&["task", "add", "Lotus", "send the quote", "--due", "2026-11-25"]);
    cli
}

#[test]
fn s010_a_month_shows_contacts_against_the_room_and_lists_what_has_its_day() {
    let cli = book();
    let said = cli.ok(&["calendar"]);
    let lines: Vec<&str> = said.lines().map(str::trim).collect();
    assert_eq!(lines[0], "November 2026");
    let split = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(split(lines[1]), ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
    let week = lines.iter().position(|l| split(l) == ["*23", "24", "25", "26", "27", "28", "29"]).expect(&said);
    assert_eq!(split(lines[week + 1]), ["1/6", "0/6", "0/6", "1/6", "0/6"]);
    assert!(said.contains("Wed 25 Nov") && said.contains("send the quote"), "{said}");
    assert!(said.contains("10:30-12:00  visit"), "{said}");
    assert!(said.is_ascii(), "nothing Chinese without being asked: {said}");
    assert!(cli.ok(&["calendar", "--lunar"]).contains("10/15"), "15th of the tenth lunar month is 23 November");
}

#[test]
fn s022_holidays_make_up_days_and_leave_stand_in_the_grid_and_in_the_list() {
    let mut cli = book();
    cli.ok(&["leave", "add", "2026-12-07", "2026-12-09"]);
    let said = cli.ok(&["calendar", "dec"]);
    assert!(said.contains("away 7") && said.contains("away 9") && said.contains("own leave, until Wed 9 Dec"), "{said}");
    let said = cli.ok(&["calendar", "2026-10"]);
    assert!(said.contains("off 1") && said.contains("work 10") && said.contains("until Wed 7 Oct"), "{said}");
    cli.speak("zh-CN");
    let said = cli.ok(&["calendar", "2026-02"]);
    for words in ["2026 年 2 月", "休 17", "班 14", "正月", "放假 春节，到 2月23日"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(cli.ok(&["calendar", "十二月"]).starts_with("2026 年 12 月"));
}

#[test]
fn s012_a_day_goes_by_time_and_then_names_the_contacts() {
    let cli = book();
    let said = cli.ok(&["calendar", "thu"]);
    assert!(said.starts_with("Thu 26 Nov   1 contact of 6"), "{said}");
    assert!(said.contains("10:30-12:00  visit  Northstar Media  A=  Gate 4; the cover"), "{said}");
    let said = cli.ok(&["calendar", "today"]);
    assert!(said.contains("CONTACTS") && said.contains("Lotus Spa"), "{said}");
    assert!(cli.ok(&["calendar", "sat"]).contains("Nothing stands on this day"));
    let friday = cli.ok(&["calendar", "2026-11-20"]);
    assert!(friday.contains("CONTACTED") && friday.contains("Northstar Media"), "{friday}");
}

#[test]
fn s045_a_day_on_the_road_is_printed_with_its_sheets_and_who_is_near() {
    let cli = book();
    let said = cli.ok(&["calendar", "thu", "--prep"]);
    for words in [
        "# Sheets for Thu 26 Nov",
        "- **10:30-12:00** visit: Northstar Media (A=)",
        "where: Gate 4",
        "phone: 021 5550 1234",
        "note: the cover",
        "# Northstar Media (A=)",
        "## Another visit on Thu 26 Nov: who of Pudong has one due",
        "Lotus Spa (A=), pudong: visit late, due Thu 8 Oct, never",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let value = cli.json(&["calendar", "thu", "--prep"]);
    assert_eq!(value["meetings"][0]["start"], "2026-11-26T10:30:00+08:00");
    assert_eq!(value["meetings"][0]["place"], "Gate 4");
    assert_eq!(value["meetings"][0]["phones"], json!(["021 5550 1234"]));
    assert_eq!(value["near"][0]["client"]["name"], "Lotus Spa");
    assert_eq!(value["next"], "2026-11-26T12:30:00+08:00");
    assert!(cli.ok(&["calendar", "sat", "--prep"]).contains("Nobody is met on this day."));
}

#[test]
fn s010_json_says_of_each_day_what_the_grid_shows() {
    let cli = book();
    let month = cli.json(&["calendar"]);
    assert_eq!(month["month"], "2026-11");
    let days = month["days"].as_array().unwrap();
    assert_eq!(days.len(), 30);
    let thursday = &days[25];
    assert_eq!(thursday["day"], "2026-11-26");
    assert_eq!((&thursday["working"], &thursday["capacity"], &thursday["timed"]), (&json!(true), &json!(6), &json!(1)));
    assert_eq!(thursday["items"][0]["kind"], "appointment");
    assert_eq!(thursday["lunar"]["text"], "十月十八");
    let october = cli.json(&["calendar", "2026-10"]);
    assert_eq!(october["days"][0]["holiday"], json!({ "kind": "off", "name": "国庆节" }));
    assert_eq!(october["days"][9]["holiday"]["kind"], "work");
    assert_eq!(cli.json(&["calendar", "thu"])["day"], "2026-11-26");
    // As of a day before it was agreed nothing stood there.
    let before = cli.json(&["calendar", "2026-11-26", "--as-of", "2026-11-20"]);
    assert_eq!(before["days"][0]["items"], json!([]));
}

#[test]
fn s022_a_year_without_holidays_is_said_once_beside_the_answer() {
    let cli = book();
    let ran = cli.run(&["calendar", "2027-02"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("February 2027"), "{}", ran.out);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.contains("No holidays of 2027 are known"), "{}", ran.err);
    let json = cli.run(&["calendar", "2027-02", "--json"]);
    assert!(serde_json::from_str::<serde_json::Value>(&json.out).is_ok() && json.err.contains("2027"));
}

#[test]
fn what_is_no_month_and_no_day_is_refused() {
    let cli = book();
    for bad in ["2026-13", "13月", "90d", "soon", "2026-Q4"] {
        cli.fails(2, &["calendar", bad]);
    }
    assert!(cli.fails(2, &["calendar", "dec", "--prep"]).contains("--prep is for one day"));
    cli.fails(2, &["calendar", "mon", "tue"]);
}
