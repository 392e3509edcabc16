//! The weekly review on the command line: what it says, its JSON, which week it means, and the day it refuses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};

const FRIDAY: &str = "2026-11-20T15:00:00+08:00";
const MONDAY: &str = "2026-11-23T09:00:00+08:00";

/// Three A clients: one called this week, one visited, one not; a late promise and a lead.
fn book() -> Cli {
    let mut cli = Cli::new();
    cli.at(FRIDAY);
    for (name, tier) in [("Northstar", "A"), ("Greenleaf", "A"), ("Lotus", "A"), ("Cedar", "C")] {
        cli.ok(&["client", "add", name, "--since", "2026-01-05"]);
        cli.ok(&["client", "pin", name, tier, "-m", "agreed", "--from", "2026-01-05"]);
    }
    for (name, channel, at) in [
        ("Northstar", "visit", "2026-11-11 10:00"),
        ("Greenleaf", "visit", "2026-11-12 10:00"),
        ("Lotus", "visit", "2026-11-12 12:00"),
        ("Cedar", "email", "2026-11-12 12:00"),
        ("Northstar", "call", "2026-11-17 10:00"),
        ("Greenleaf", "visit", "2026-11-18 10:00"),
    ] {
        cli.ok(&["log", name, channel, "--at", at]);
    }
    cli.ok(&["task", "add", "Lotus", "the offer", "--due", "2026-11-12"]);
    cli
}

fn group(all: &Value, tier: &str, channel: &str) -> Value {
    let groups = all["promises"]["groups"].as_array().unwrap();
    groups.iter().find(|g| g["tier"] == tier && g["channel"] == channel).cloned().unwrap_or_default()
}

#[test]
fn s034_the_review_of_the_week_says_who_was_not_called_what_is_late_and_what_comes() {
    let cli = book();
    let text = cli.ok(&["review"]);
    for line in [
        "Week of Mon 16 Nov to Sun 22 Nov",
        "2 contacts with 2 clients; 2 of 2 calls and visits reached somebody",
        "A, call every 7 d: 2 of 3 kept, 1 still open",
        "no call yet this week",
        "the offer, 8 days late",
        "Mon 23 Nov to Sun 29 Nov",
        "nothing put off three times, no project stands still",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn s024_the_json_has_every_promise_with_its_state() {
    let mut cli = book();
    let all = cli.json(&["review"]);
    assert_eq!(all["week"], json!({ "first": "2026-11-16", "last": "2026-11-22", "current": true, "reviewed": false }));
    let calls = group(&all, "A", "call");
    assert_eq!((&calls["kept"], &calls["open"], &calls["of"]), (&json!(2), &json!(1), &json!(3)));
    let row = |all: &Value, name: &str| {
        let rows = all["promises"]["rows"].as_array().unwrap().clone();
        rows.into_iter().find(|r| r["client"]["name"] == name && r["channel"] == "call").unwrap()
    };
    let kept = row(&all, "Greenleaf");
    assert_eq!((&kept["state"], &kept["by"], &kept["on"]), (&json!("kept"), &json!("visit"), &json!("2026-11-18")));
    assert_eq!(all["owed"][0]["text"], "the offer");
    assert_eq!(all["well"]["contacts"], 2);
    assert_eq!(all["load"]["first"], "2026-11-23");
    cli.at(MONDAY);
    assert_eq!(row(&cli.json(&["review"]), "Lotus")["state"], "broken", "the week is over");
}

#[test]
fn s034_the_week_is_that_of_today_on_monday_the_one_before_and_any_that_is_named() {
    let mut cli = book();
    let first = |cli: &Cli, args: &[&str]| cli.json(&[&["review"], args].concat())["week"]["first"].clone();
    assert_eq!(first(&cli, &[]), "2026-11-16");
    assert_eq!(first(&cli, &["--week", "2026-11-11"]), "2026-11-09");
    cli.at(MONDAY);
    assert_eq!(first(&cli, &[]), "2026-11-16", "nobody was contacted yet");
    assert_eq!(first(&cli, &["--week", "today"]), "2026-11-23");
    assert_eq!(first(&cli, &["--as-of", "2026-11-20"]), "2026-11-16");
    assert_eq!(first(&cli, &["--as-of", "2026-11-11"]), "2026-11-09");
    let said = cli.fails(2, &["review", "--week", "2026-12-07"]);
    assert!(said.contains("has not begun"), "{said}");
}

#[test]
fn s034_as_of_an_earlier_day_knows_nothing_of_what_came_later() {
    let mut cli = book();
    cli.at("2026-11-27T15:00:00+08:00");
    cli.ok(&["log", "Lotus", "call", "--at", "2026-11-20 17:00"]);
    assert_eq!(
        group(&cli.json(&["review", "--week", "2026-11-16"]), "A", "call")["kept"],
        3,
        "called on that Friday after all"
    );
    assert_eq!(group(&cli.json(&["review", "--as-of", "2026-11-19"]), "A", "call")["kept"], 2);
    assert_eq!(group(&cli.json(&["review", "--as-of", "2026-11-19"]), "A", "call")["open"], 1);
}

#[test]
fn s034_the_review_speaks_chinese() {
    let mut cli = book();
    cli.speak("zh-CN");
    let text = cli.ok(&["review"]);
    assert!(text.contains("A 类，电话，每 7 天：3 个中兑现 2 个，未完成 1 个"), "{text}");
    assert!(text.contains("本周还没有电话沟通") && text.contains("无需处理："), "{text}");
}

#[test]
fn an_empty_book_has_a_calm_review() {
    let mut cli = Cli::new();
    cli.at(FRIDAY);
    cli.ok(&["client", "add", "Nobody"]);
    let text = cli.ok(&["review"]);
    assert!(text.contains("Clear: no contacts"), "{text}");
}
