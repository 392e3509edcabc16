//! Care dates and gifts on the command line: written, listed with the rule that moved them, done with, taken back, warned of.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;

fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &["--since", "2025-01-06", "--language", "en", "--culture", "us"]);
    cli.ok(&["person", "add", "Northstar", "Ms Bei"]);
    cli
}

#[test]
fn s047_a_lunar_date_says_its_next_day_and_the_rule_that_moved_it() {
    let cli = book();
    let said = cli.ok(&["care", "add", "Northstar", "birthday", "农历八月十五", "--person", "Bei", "--lead", "3"]);
    assert!(said.contains("Ms Bei") && said.contains("15 Sep 2027"), "{said}");
    let said = cli.ok(&["care", "add", "Northstar", "birthday", "02-29"]);
    assert!(said.contains("28 Feb 2027") && said.contains("29 February is kept on the 28th"), "{said}");
    let made = cli.json(&["care", "add", "Northstar", "Garden party", "闰六月初一"]);
    assert_eq!((made["next"]["day"].as_str(), made["next"]["rule"].as_str()), (Some("2027-07-04"), Some("no-leap-month")));
    let all = cli.json(&["care", "list", "--year", "2027"]);
    let of = |kind: &str, field: &str| {
        let found = all.as_array().unwrap().iter().find(|c| c["kind"] == kind);
        found.map(|c| c[field].clone()).unwrap_or_default()
    };
    assert_eq!(of("other", "rule").as_str(), Some("no-leap-month"));
    assert_eq!(of("birthday", "rule").as_str(), Some("no-leap-day"));
    let holidays = cli.json(&["care", "holidays", "us", "--year", "2027"]);
    assert!(
        holidays.as_array().unwrap().iter().any(|h| h["code"] == "thanksgiving" || h["name"] == "Thanksgiving"),
        "{holidays}"
    );
    assert_eq!(cli.json(&["client", "show", "Northstar"])["care_dates"].as_array().unwrap().len(), 3);
}

#[test]
fn s047_care_dates_language_and_culture_leave_and_come_back() {
    let cli = book();
    cli.ok(&["care", "add", "Northstar", "birthday", "农历八月十五", "--person", "Bei", "--lead", "3"]);
    cli.ok(&["care", "add", "Northstar", "Garden party", "2020-06-01"]);
    let csv = cli.ok(&["export", "--what", "care"]);
    assert_eq!(csv.lines().next(), Some("client,person,kind,name,date,calendar,leap,year,lead,note"));
    let whole = cli.json(&["export", "--what", "care", "--format", "json"]);
    assert_eq!(whole.as_array().unwrap().len(), 2);
    assert_eq!((whole[0]["date"].as_str(), whole[0]["year"].as_i64()), (Some("06-01"), Some(2020)));
    assert_eq!((whole[1]["calendar"].as_str(), whole[1]["person"].as_str()), (Some("lunar"), Some("Ms Bei")));
    let clients = cli.ok(&["export"]);
    assert!(clients.lines().next().unwrap().ends_with(",language,culture"), "{clients}");
    let people = cli.json(&["export", "--what", "people", "--format", "json"]);
    assert_eq!((people[0]["dates"][0]["date"].as_str(), people[0]["birthday"].as_str()), (Some("08-15"), None));
    // Another book becomes the same, and the same files change nothing.
    let other = Cli::new();
    let files = [cli.file("clients.csv", &clients), cli.file("care.csv", &csv)];
    for again in [false, true] {
        for (file, kind) in files.iter().zip(["clients", "care"]) {
            let report = other.json(&["import", file.to_str().unwrap(), "--as", kind]);
            let changed =
                (report["created"].as_i64(), report["updated"].as_i64(), report["rejected"].as_array().unwrap().len());
            let count = if kind == "care" { 2 } else { 1 };
            assert_eq!(changed, (Some(if again { 0 } else { count }), Some(0), 0), "{kind} {report}");
        }
    }
    assert_eq!((other.ok(&["export"]), other.ok(&["export", "--what", "care"])), (clients, csv));
    let client = &other.json(&["export", "--format", "json"])[0];
    assert_eq!((client["language"].as_str(), client["culture"].as_str()), (Some("en"), Some("us")));
    let list = cli.file("list.csv", "客户名称,语言,文化,电话\n海川阀门,中文,中国,13800138000\n");
    assert_eq!(other.json(&["import", list.to_str().unwrap()])["created"], 1);
    let client = &other.json(&["export", "--format", "json"])[1];
    assert_eq!((client["language"].as_str(), client["culture"].as_str()), (Some("zh-CN"), Some("cn")), "{client}");
}

#[test]
fn s087_a_date_is_changed_greeted_let_pass_and_taken_back() {
    let cli = book();
    cli.ok(&["care", "add", "Northstar", "birthday", "11-23", "--person", "Bei"]);
    cli.ok(&["care", "add", "Northstar", "Founding day", "2019-11-22"]);
    let lines = cli.fails(3, &["care", "done", "Northstar"]);
    assert!(lines.contains("2 care dates"), "{lines}");
    cli.ok(&["care", "done", "Northstar", "Bei", "--channel", "call"]);
    cli.ok(&["care", "done", "Northstar", "--skip"]);
    let done = cli.json(&["care", "list", "--all"]);
    let how: Vec<&str> = done.as_array().unwrap().iter().filter_map(|c| c["done"].as_str()).collect();
    assert_eq!(how, ["skipped", "greeted"]);
    assert_eq!(cli.json(&["client", "show", "Northstar"])["touches"][0]["channel"], "call");
    cli.ok(&["undo", "--steps", "2"]);
    assert_eq!(cli.json(&["client", "show", "Northstar"])["touches"].as_array().unwrap().len(), 0);
    cli.ok(&["care", "edit", "Northstar", "Bei", "--date", "10-15", "--lunar", "--lead", "7"]);
    let changed = cli.json(&["client", "show", "Northstar"]);
    let bei = changed["care_dates"].as_array().unwrap().iter().find(|c| c["kind"] == "birthday").unwrap().clone();
    assert_eq!((bei["calendar"].as_str(), bei["lead"].as_i64()), (Some("lunar"), Some(7)));
    cli.ok(&["care", "remove", "Northstar", "Founding day"]);
    assert_eq!(cli.json(&["client", "show", "Northstar"])["care_dates"].as_array().unwrap().len(), 1);
    for line in [&["care", "add", "Northstar", "birthday", "02-30"][..], &["care", "list", "--year", "20"]] {
        cli.fails(2, line);
    }
    cli.fails(3, &["care", "remove", "Northstar", "wedding"]);
}

#[test]
fn s087_the_same_gift_again_or_one_too_soon_is_written_and_warned_of() {
    let cli = book();
    let first =
        cli.json(&["gift", "add", "Northstar", "Green tea", "--for", "Spring Festival", "--on", "2025-11-20", "--cost", "180"]);
    assert_eq!(first["warnings"].as_array().unwrap().len(), 0);
    let again = cli.json(&["gift", "add", "Northstar", "green  TEA", "--person", "Bei"]);
    let warning = again["warnings"][0].as_str().unwrap();
    assert!(warning.contains("20 Nov 2025") && warning.contains("Spring Festival"), "{warning}");
    let soon = cli.json(&["gift", "add", "Northstar", "A pen"]);
    assert!(soon["warnings"][0].as_str().unwrap().contains("within 30 days"), "{soon}");
    assert_eq!(cli.json(&["gift", "list"]).as_array().unwrap().len(), 3);
    cli.ok(&["gift", "remove", "Northstar", "A pen"]);
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["gift", "list", "Northstar"]).as_array().unwrap().len(), 3);
}
