//! `opportunity` on the command line: possible work, its stages, its slips, what it makes of a lead.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};

fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &["--since", "2025-01-06"]);
    cli.client("Haichuan Valves", &["--status", "lead"]);
    cli
}

fn only(cli: &Cli, args: &[&str]) -> Value {
    let list = cli.json(args);
    assert_eq!(list.as_array().unwrap().len(), 1, "{list}");
    list[0].clone()
}

const LIST: &[&str] = &["opportunity", "list"];

#[test]
fn s129_an_opportunity_goes_through_its_stages_and_every_one_is_kept() {
    let mut cli = book();
    let made = cli.json(&["opportunity", "add", "northstar", "Website 2027", "120000", "--close", "2026-12-18"]);
    assert!(made["op"].is_i64() && made["message"].as_str().unwrap().contains("Website 2027"), "{made}");
    assert!(made["ids"].as_array().unwrap().iter().any(|id| id["table"] == "opportunity"), "{made}");
    let row = only(&cli, LIST);
    assert_eq!(
        (&row["stage"], &row["probability"], &row["entered"], &row["close"]),
        (&json!("intake"), &json!(0.1), &Value::Null, &json!("2026-12-18"))
    );
    assert_eq!(row["weighted"], json!({ "minor": 1_200_000, "currency": "CNY" }));
    cli.at("2026-11-30T10:00:00+08:00");
    cli.ok(&["opportunity", "edit", "website", "--stage", "proposal", "--probability", "40%"]);
    cli.at("2026-12-17T10:00:00+08:00");
    cli.ok(&["opportunity", "edit", "Website 2027", "--close", "2027-01-15", "-m", "their board meets later"]);
    let row = only(&cli, LIST);
    assert_eq!((&row["stage"], &row["probability"]), (&json!("proposal"), &json!(0.4)));
    assert_eq!(row["weighted"]["minor"], 4_800_000);
    let stages: Vec<&str> = row["states"].as_array().unwrap().iter().map(|s| s["stage"].as_str().unwrap()).collect();
    assert_eq!(stages, ["intake", "proposal", "proposal"]);
    assert_eq!(row["states"][2]["why"], "their board meets later");
    assert_eq!(row["slips"], json!([{ "from": "2026-12-18", "to": "2027-01-15", "days": 28 }]));
    // As of the day before it was put off, nothing had slipped.
    let before = only(&cli, &["opportunity", "list", "--as-of", "2026-12-16"]);
    assert_eq!((&before["close"], &before["slips"]), (&json!("2026-12-18"), &json!([])));
    // What it was is there again after taking the last step back.
    cli.ok(&["undo"]);
    assert_eq!(only(&cli, LIST)["slips"], json!([]));
}

#[test]
fn s129_open_ones_stand_by_expected_signature_with_delay_and_sum() {
    let cli = book();
    cli.ok(&["opportunity", "add", "Northstar", "Later", "1000", "--stage", "proposal", "--close", "2027-02-01"]);
    cli.ok(&["opportunity", "add", "Northstar", "Some day", "500"]);
    cli.ok(&["opportunity", "add", "Haichuan", "Overdue", "2000", "--close", "2026-11-13", "--stage", "follow-up"]);
    cli.ok(&["opportunity", "add", "Northstar", "Gone", "900", "--stage", "needs"]);
    cli.ok(&["opportunity", "edit", "Gone", "--stage", "lost", "-m", "gave it to a cheaper studio"]);
    let titles = |args: &[&str]| -> Vec<String> {
        cli.json(args).as_array().unwrap().iter().map(|o| o["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(titles(LIST), ["Overdue", "Later", "Some day"]);
    assert_eq!(titles(&["opportunity", "list", "--all"]), ["Overdue", "Later", "Some day", "Gone"]);
    assert_eq!(titles(&["opportunity", "list", "northstar"]), ["Later", "Some day"]);
    let text = cli.ok(LIST);
    assert!(text.contains("10 days late"), "{text}");
    // 2,000 at 70 %, 1,000 at 50 %, 500 at 10 %.
    assert!(text.contains("3 open: CNY 3,500, by probability CNY 1,950"), "{text}");
    let shown = cli.json(&["client", "show", "Haichuan"]);
    assert_eq!((&shown["opportunities"][0]["title"], &shown["opportunities"][0]["late_days"]), (&json!("Overdue"), &json!(10)));
    assert!(cli.ok(&["client", "show", "Haichuan"]).contains("Overdue"));
}

#[test]
fn s129_winning_makes_a_lead_a_client_and_losing_needs_a_reason() {
    let cli = book();
    let status = |cli: &Cli| cli.json(&["client", "show", "Haichuan"])["status"].clone();
    cli.ok(&["opportunity", "add", "Haichuan", "Valve film", "45000", "--stage", "proposal"]);
    assert_eq!(status(&cli), "lead");
    let refused = cli.fails(4, &["opportunity", "edit", "Valve", "--stage", "lost"]);
    assert!(refused.contains("reason"), "{refused}");
    assert_eq!(only(&cli, LIST)["stage"], "proposal");
    assert!(cli.ok(&["opportunity", "done", "Haichuan"]).contains("Won: Valve film"));
    assert_eq!(status(&cli), "active");
    assert_eq!(cli.json(LIST), json!([]));
    cli.ok(&["undo"]);
    assert_eq!(status(&cli), "lead");
    assert_eq!(only(&cli, LIST)["stage"], "proposal");
}

#[test]
fn an_opportunity_is_refused_in_words_and_with_the_right_code() {
    let cli = book();
    cli.ok(&["opportunity", "add", "Northstar", "One", "10", "--close", "2026-12-01", "--at", "2026-11-02"]);
    cli.ok(&["opportunity", "add", "Northstar", "Another one", "20"]);
    cli.fails(3, &["opportunity", "add", "Nobody", "X", "10"]);
    cli.fails(3, &["opportunity", "edit", "nothing of the kind", "--amount", "5"]);
    cli.fails(3, &["opportunity", "edit", "Northstar", "--amount", "5"]);
    for bad in ["1.5x", "-0.1", "101%", "nan"] {
        cli.fails(2, &["opportunity", "edit", "Another", "--probability", bad]);
    }
    cli.fails(2, &["opportunity", "edit", "Another", "--stage", "dreaming"]);
    cli.fails(2, &["opportunity", "add", "Northstar", "X", "lots"]);
    cli.fails(2, &["opportunity", "add", "Northstar", " ", "10"]);
    cli.fails(2, &["opportunity", "add", "Northstar", "X", "-10"]);
    cli.fails(2, &["opportunity", "edit", "Another"]);
    cli.fails(2, &["opportunity", "edit", "Another", "-m", "just because"]);
    cli.fails(2, &["opportunity", "list", "--probability", "3"]);
    // What is newer holds, so an older state would change nothing; the day itself is fine whatever the hour.
    assert!(cli.fails(4, &["opportunity", "edit", "Another", "--stage", "needs", "--at", "-3d"]).contains("23 Nov"));
    cli.ok(&["opportunity", "edit", "Another", "--stage", "needs"]);
    cli.ok(&["opportunity", "edit", "Another", "--stage", "proposal", "--at", "today"]);
    cli.fails(4, &["opportunity", "edit", "Another", "--stage", "follow-up", "--at", "+5d"]);
    assert_eq!(cli.json(LIST)[1]["stage"], "proposal");
}

#[test]
fn what_is_entered_can_be_taken_away_again() {
    let mut cli = book();
    cli.ok(&[
        "opportunity",
        "add",
        "Northstar",
        "Website",
        "120000",
        "--currency",
        "EUR",
        "--probability",
        "35",
        "--product",
        "web",
        "-m",
        "Ms Bei decides",
        "--close",
        "fri",
    ]);
    let row = only(&cli, LIST);
    assert_eq!(
        (&row["amount"]["currency"], &row["entered"], &row["product"], &row["note"], &row["close"]),
        (&json!("EUR"), &json!(0.35), &json!("web"), &json!("Ms Bei decides"), &json!("2026-11-27"))
    );
    cli.ok(&["opportunity", "edit", "Website", "--probability", "", "--product", "", "--note", "", "--close", ""]);
    cli.ok(&["opportunity", "edit", "Website", "--title", "Webseite", "--amount", "99.50"]);
    let row = only(&cli, LIST);
    for gone in ["entered", "product", "note", "close"] {
        assert_eq!(row[gone], Value::Null, "{gone}");
    }
    assert_eq!((&row["title"], &row["amount"]), (&json!("Webseite"), &json!({ "minor": 9950, "currency": "EUR" })));
    cli.speak("zh-CN");
    cli.ok(&["opportunity", "edit", "Webseite", "--stage", "方案"]);
    assert!(cli.ok(LIST).contains("方案"));
    assert!(cli.ok(&["history"]).contains("Webseite"));
}

const OWN: &str = "client,title,amount,currency,stage,probability,close,product,note";

#[test]
fn opportunities_go_out_and_come_in_again_without_loss() {
    let cli = book();
    cli.ok(&["person", "add", "Northstar", "Ms Bei"]);
    cli.ok(&[
        "opportunity",
        "add",
        "Northstar",
        "=Website, \"2027\"",
        "120000.50",
        "--close",
        "2026-12-18",
        "--probability",
        "33.3%",
        "--product",
        "web",
        "-m",
        "line one",
        "--person",
        "Bei",
    ]);
    cli.ok(&["opportunity", "edit", "Website", "--stage", "follow-up", "--close", "2027-01-15", "-m", "board meets later"]);
    cli.ok(&["opportunity", "add", "Haichuan", "Film", "3000", "--currency", "USD", "--stage", "needs"]);
    cli.ok(&["opportunity", "add", "Northstar", "Leaflet", "10", "--stage", "proposal", "--close", "2026-11-02"]);
    cli.ok(&["opportunity", "edit", "Leaflet", "--stage", "lost", "-m", "too dear"]);
    let csv = cli.ok(&["export", "--what", "opportunities"]);
    assert_eq!(csv.lines().next().unwrap(), format!("{OWN},person"));
    let file = cli.file("out.csv", &csv);
    let file = file.to_str().unwrap();
    // The same book has all of it already.
    let again = cli.json(&["import", file]);
    assert_eq!((&again["created"], &again["updated"], &again["unchanged"]), (&json!(0), &json!(0), &json!(3)), "{again}");
    // Another book becomes the same.
    let other = Cli::new();
    let made = other.json(&["import", file]);
    assert_eq!((&made["created"], &made["rejected"]), (&json!(3), &json!([])), "{made}");
    let same = other.ok(&["export", "--what", "opportunities"]);
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&same), sorted(&csv));
    assert_eq!(other.json(&["client", "show", "Haichuan"])["status"], "lead");
    // A list knows no reason for a loss, and a loss is dated by the day it was to be signed.
    let lost = other.json(&["opportunity", "list", "--all"]);
    let lost = lost.as_array().unwrap().iter().find(|o| o["stage"] == "lost").unwrap();
    assert_eq!(lost["states"][0]["at"], "2026-11-02T00:00:00+08:00");
    // The history is in the JSON.
    let whole = cli.json(&["export", "--what", "opportunities", "--format", "json"]);
    let website = whole.as_array().unwrap().iter().find(|o| o["product"] == "web").unwrap();
    assert_eq!(website["slips"], json!([{ "from": "2026-12-18", "to": "2027-01-15" }]));
    assert_eq!((&website["states"][0]["stage"], &website["states"][1]["why"]), (&json!("intake"), &json!("board meets later")));
    // One step takes it all back.
    other.ok(&["undo"]);
    assert_eq!(other.json(&["opportunity", "list", "--all"]), json!([]));
}

#[test]
fn a_newer_line_changes_what_it_says_and_keeps_the_way_there() {
    let cli = book();
    cli.ok(&[
        "opportunity",
        "add",
        "Northstar",
        "Website",
        "100",
        "--stage",
        "needs",
        "--close",
        "2026-12-01",
        "-m",
        "keep me",
    ]);
    let file =
        cli.file("new.csv", format!("{OWN}\nNorthstar Media,Website,150,CNY,won,,2026-12-20,,\nNew One,Shop,5,CNY,won,,,,\n"));
    let report = cli.json(&["import", file.to_str().unwrap()]);
    assert_eq!((&report["created"], &report["updated"]), (&json!(1), &json!(1)), "{report}");
    let all = cli.json(&["opportunity", "list", "--all"]);
    let website = all.as_array().unwrap().iter().find(|o| o["title"] == "Website").unwrap();
    assert_eq!(
        (&website["stage"], &website["amount"]["minor"], &website["note"]),
        (&json!("won"), &json!(15000), &json!("keep me"))
    );
    assert_eq!(website["states"].as_array().unwrap().len(), 2);
    assert_eq!(cli.json(&["client", "show", "New One"])["status"], "active");
}

#[test]
fn the_list_of_another_program_is_recognised() {
    let cli = book();
    let text = "Opportunity Name,Account Name,Stage,Amount,Close Date,Probability (%),Owner\n\
                Website,Northstar Media,Negotiation/Review,\"120,000\",2026-12-18,75,Li\n\
                Film,Delta,Waiting for stars,900,2026-12-20,lots,Li\n\
                Bad,Delta,Closed Lost,-5,2026-12-20,0,Li\n";
    let ran = cli.run(&["import", cli.file("crm.csv", text).to_str().unwrap(), "--json"]);
    assert_eq!(ran.code, 4, "{}", ran.err);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&report["created"], &report["rejected"][0]["line"]), (&json!(2), &json!(4)), "{report}");
    let all = cli.json(LIST);
    let find = |title: &str| all.as_array().unwrap().iter().find(|o| o["title"] == title).unwrap().clone();
    let website = find("Website");
    assert_eq!(
        (&website["stage"], &website["probability"], &website["close"]),
        (&json!("follow-up"), &json!(0.75), &json!("2026-12-18"))
    );
    // What is not understood is kept.
    let film = find("Film");
    assert_eq!((&film["stage"], &film["entered"]), (&json!("intake"), &Value::Null));
    for kept in ["Waiting for stars", "lots", "Li"] {
        assert!(film["note"].as_str().unwrap().contains(kept), "{film}");
    }
    let zh = "客户名称,商机名称,销售阶段,预计金额,预计成交日期,赢率\n德达,展会短片,方案报价,45000,2026-12-18,30%\n";
    let report = cli.json(&["import", cli.file("zh.csv", zh).to_str().unwrap()]);
    assert_eq!(report["created"], json!(1), "{report}");
    assert_eq!(cli.json(&["opportunity", "list", "德达"])[0]["stage"], "proposal");
    // The tables are there for questions of one's own.
    let sql = cli.json(&["sql", "select count(*) as n from opportunity o join opportunity_state s on s.opportunity_id = o.id"]);
    assert_eq!(sql[0]["n"], json!(3));
}
