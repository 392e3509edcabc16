//! The user's core wishes that no other test names, each walked through with the real binary.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::Value;

/// An A client whose visit of this month is done.
fn lotus(cli: &Cli) {
    cli.client("Lotus Spa", &["--since", "2026-01-05", "--industry", "wellness", "--region", "Leeds", "--size", "10-49"]);
    cli.ok(&["client", "pin", "Lotus", "A", "-m", "key account", "--from", "2026-01-05"]);
    cli.ok(&["log", "Lotus", "visit", "--at", "2026-11-10"]);
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect()
}

fn contacts(today: &Value) -> Vec<(&str, &str)> {
    let items = today["items"].as_array().unwrap().iter().filter(|i| i["kind"] == "contact");
    items.map(|i| (i["channel"].as_str().unwrap(), i["due"].as_str().unwrap())).collect()
}

#[test]
fn s004_clients_are_found_by_industry() {
    let cli = Cli::new();
    lotus(&cli);
    cli.client("Delta Foods", &["--industry", "food"]);
    assert_eq!(names(&cli.json(&["client", "list", "industry:wellness"])), ["Lotus Spa"]);
}

#[test]
fn s071_clients_are_found_by_region_and_show_how_long_they_have_been_there() {
    let cli = Cli::new();
    lotus(&cli);
    cli.client("Delta Foods", &["--region", "York"]);
    assert_eq!(names(&cli.json(&["client", "list", "region:leeds"])), ["Lotus Spa"]);
    assert!(cli.ok(&["client", "show", "Lotus"]).contains("client since Mon 5 Jan"));
}

#[test]
fn s008_the_plan_of_one_client_can_differ_with_a_reason_and_an_end() {
    let mut cli = Cli::new();
    lotus(&cli);
    cli.ok(&["client", "edit", "Lotus", "--plan", "call=30d", "-m", "asked for peace", "--until", "2027-01-31"]);
    let due = |cli: &Cli| {
        let explained = cli.json(&["explain", "Lotus"]);
        explained["due"]["numbers"].as_array().unwrap().iter().find(|r| r["channel"] == "call").unwrap()["due"].clone()
    };
    assert_eq!(due(&cli), "2026-12-10");
    assert!(cli.ok(&["explain", "Lotus"]).contains("asked for peace"));
    cli.at("2027-02-01T09:00:00+08:00");
    assert_eq!(due(&cli), "2026-11-17", "the week is back when the exception has ended");
}

#[test]
fn s011_one_place_holds_client_contacts_and_records() {
    let cli = Cli::new();
    lotus(&cli);
    cli.ok(&["person", "add", "Lotus", "Harry Teal", "--phone", "0113 496 0000"]);
    cli.ok(&["invoice", "add", "Lotus", "1200", "--due", "2026-12-01"]);
    cli.ok(&["task", "add", "Lotus", "send the draft", "--due", "fri"]);
    cli.ok(&["log", "Lotus", "call", "-m", "likes green"]);
    let page = cli.ok(&["client", "show", "Lotus"]);
    for part in ["Harry Teal", "0113 496 0000", "CNY 1,200", "send the draft", "likes green"] {
        assert!(page.contains(part), "{part} is missing\n{page}");
    }
}

#[test]
fn s012_what_is_due_is_derived_and_waits_until_it_is_done() {
    let mut cli = Cli::new();
    lotus(&cli);
    assert_eq!(contacts(&cli.json(&["today"])), [("call", "2026-11-17")]);
    cli.at("2026-12-01T09:00:00+08:00");
    assert_eq!(contacts(&cli.json(&["today"])), [("call", "2026-11-17")], "it never rolls on");
    cli.ok(&["log", "Lotus", "call"]);
    assert_eq!(contacts(&cli.json(&["today"])), []);
}

#[test]
fn s018_everything_can_be_taken_to_a_spreadsheet_and_back() {
    let (cli, other) = (Cli::new(), Cli::new());
    lotus(&cli);
    let csv = cli.ok(&["export", "--what", "clients"]);
    let file = other.file("clients.csv", &csv);
    other.ok(&["import", file.to_str().unwrap()]);
    assert_eq!(other.ok(&["export", "--what", "clients"]), csv);
}

#[test]
fn s042_the_first_list_leads_to_a_day_of_work() {
    let cli = Cli::new();
    let file = cli.file(
        "touches.csv",
        "client,channel,outcome,direction,at,minutes,note\nDelta Foods,call,reached,out,2026-09-01,,\nLotus Spa,visit,reached,out,2026-11-20,,\n",
    );
    cli.ok(&["import", file.to_str().unwrap()]);
    assert_eq!(contacts(&cli.json(&["today"])), [("email", "2026-10-08")], "1 October and the week after it are holidays");
}

#[test]
fn s063_a_batch_is_one_item_with_its_clients() {
    let cli = Cli::new();
    for name in ["One", "Two", "Three"] {
        cli.client(name, &["--since", "2026-10-01"]);
        cli.ok(&["client", "pin", name, "C", "-m", "small"]);
    }
    let today = cli.json(&["today"]);
    let items = today["items"].as_array().unwrap();
    assert_eq!((items.len(), &items[0]["kind"], &items[0]["client"]), (1, &"batch".into(), &Value::Null));
    assert_eq!(items[0]["clients"].as_array().unwrap().len(), 3);
}

#[test]
fn s066_s067_a_review_comes_back_by_tier() {
    let mut cli = Cli::new();
    lotus(&cli);
    let reviews = |cli: &Cli| {
        let today = cli.json(&["today"]);
        today["items"].as_array().unwrap().iter().filter(|i| i["kind"] == "review").count()
    };
    cli.at("2026-04-03T09:00:00+08:00");
    assert_eq!(reviews(&cli), 0, "A is checked every 90 days, the first time after 5 April");
    cli.at("2026-04-07T09:00:00+08:00");
    assert_eq!(reviews(&cli), 1);
}

#[test]
fn s005_s072_another_policy_is_previewed_and_can_be_taken_back() {
    let cli = Cli::new();
    lotus(&cli);
    cli.ok(&["policy", "use", "solo"]);
    assert!(cli.ok(&["policy", "show"]).contains("name = \"solo\""));
    assert_eq!(cli.json(&["explain", "Lotus"])["due"]["numbers"][0]["channel"], "message");
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["explain", "Lotus"])["due"]["numbers"][0]["channel"], "call");
}

#[test]
fn s131_clients_needs_and_contacts_stand_together() {
    let cli = Cli::new();
    cli.client("Delta Foods", &["--need", "new packaging"]);
    cli.ok(&["log", "Delta", "meeting", "--minutes", "45", "-m", "three variants"]);
    let shown = cli.json(&["client", "show", "Delta"]);
    assert_eq!(shown["need"], "new packaging");
    assert!(shown.to_string().contains("three variants"));
}

#[test]
fn s005_a_dormant_client_is_named_among_the_tiers() {
    let cli = Cli::new();
    cli.client("Asleep", &["--since", "2023-01-02"]);
    cli.ok(&["invoice", "add", "Asleep", "900", "--issued", "2024-10-01", "--paid", "2024-10-20"]);
    let tiers = cli.ok(&["tiers"]);
    assert!(tiers.contains("Asleep") && tiers.contains("1 client is dormant"), "{tiers}");
    assert_eq!(cli.json(&["client", "list"])[0]["status"], "dormant");
}
