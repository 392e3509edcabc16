//! Marks and relations on the command line: written, listed, shown, explained, taken back, refused with the right exit code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::json;

fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &["--since", "2025-01-06"]);
    cli.client("Greenleaf Tech", &["--since", "2026-11-02"]);
    cli
}

#[test]
fn s044_a_mark_is_added_listed_shown_and_removed() {
    let cli = book();
    cli.ok(&["person", "add", "Northstar", "Ms Bei"]);
    let said = cli.ok(&[
        "survey",
        "add",
        "Northstar",
        "nps",
        "9",
        "--on",
        "2026-11-20",
        "--reason",
        "quick answers",
        "--reason",
        "good print",
        "--channel",
        "call",
        "--person",
        "Bei",
        "-m",
        "in passing",
    ]);
    assert!(said.contains("NPS 9 of 10") && said.contains("Northstar Media"), "{said}");
    let made = cli.json(&["survey", "add", "Greenleaf", "CSAT", "4"]);
    assert_eq!((made["ids"][1]["table"].as_str(), made["op"].is_number()), (Some("survey_answer"), true));
    let all = cli.json(&["survey", "list"]);
    assert_eq!(
        (all[0]["client"]["name"].as_str(), all[0]["score"].as_i64()),
        (Some("Greenleaf Tech"), Some(4)),
        "newest first"
    );
    let one = cli.json(&["survey", "list", "Northstar"]);
    assert_eq!(one[0]["reasons"], json!(["quick answers", "good print"]));
    assert_eq!((one[0]["kind"].as_str(), one[0]["on"].as_str()), (Some("nps"), Some("2026-11-20")));
    assert_eq!((one[0]["channel"].as_str(), one[0]["note"].as_str()), (Some("call"), Some("in passing")));
    assert_eq!(cli.json(&["survey", "list", "--as-of", "2026-11-19"]), json!([]));
    let text = cli.ok(&["survey", "list"]);
    assert!(text.contains("NPS 9/10") && text.contains("CSAT 4/5"), "{text}");

    let page = cli.ok(&["client", "show", "Northstar"]);
    assert!(page.contains("Marks") && page.contains("NPS 9/10") && page.contains("good print"), "{page}");
    let shown = cli.json(&["client", "show", "Northstar"]);
    assert_eq!(shown["surveys"][0]["score"], 9);
    assert_eq!(shown["survey_due"], "2027-11-22", "a year on: without a tier the plan of C holds");
    let sql = "select survey_kind, survey_score, survey_due from v_client where name like 'North%'";
    assert_eq!(cli.json(&["sql", sql])[0], json!({ "survey_kind": "nps", "survey_score": 9, "survey_due": "2027-11-22" }));

    let history = cli.ok(&["history", "Northstar"]);
    assert!(history.contains("Noted NPS 9 of 10"), "{history}");
    cli.ok(&["survey", "remove", "Northstar"]);
    assert_eq!(cli.json(&["survey", "list", "Northstar"]), json!([]));
    let back = cli.ok(&["undo"]);
    assert!(back.contains("Removed the mark 9"), "{back}");
    assert_eq!(cli.json(&["survey", "list", "Northstar"]).as_array().unwrap().len(), 1);
    cli.ok(&["undo", "--steps", "2"]);
    assert_eq!(cli.json(&["survey", "list"]), json!([]));
}

#[test]
fn s044_what_is_off_the_scale_is_4_what_cannot_be_read_is_2_who_is_not_there_is_3() {
    let mut cli = book();
    for (code, args, says) in [
        (4, &["survey", "add", "Northstar", "nps", "11"][..], "NPS goes from 0 to 10"),
        (4, &["survey", "add", "Northstar", "nps", "-1"], "NPS goes from 0 to 10"),
        (4, &["survey", "add", "Northstar", "nps", "300"], "NPS goes from 0 to 10"),
        (4, &["survey", "add", "Northstar", "csat", "0"], "CSAT goes from 1 to 5"),
        (4, &["survey", "add", "Northstar", "nps", "9", "--on", "2026-12-24"], "still to come"),
        (2, &["survey", "add", "Northstar", "stars", "5"], "nps, csat"),
        (2, &["survey", "add", "Northstar", "nps", "ten"], "SCORE needs a whole number"),
        (2, &["survey", "add", "Northstar", "nps", "9", "--on", "someday"], "someday"),
        (2, &["survey", "add", "Northstar", "nps", "9", "--channel", "pigeon"], "pigeon"),
        (3, &["survey", "add", "Nobody", "nps", "9"], "Nobody"),
        (3, &["survey", "add", "Northstar", "nps", "9", "--person", "Bei"], "Bei"),
        (3, &["survey", "remove", "#12"], "touchbase survey list"),
        (2, &["survey", "add", "Northstar", "nps", "9", "--as-of", "today"], "--as-of"),
        (2, &["client", "relate", "Northstar", "rival", "Greenleaf"], "competitor, partner, group, conflict"),
        (3, &["client", "relate", "Northstar", "partner", "Nobody"], "Nobody"),
        (4, &["client", "relate", "Northstar", "partner", "Northstar"], "itself"),
        (4, &["client", "relate", "Northstar", "partner", "Greenleaf", "--end"], "no such relation"),
    ] {
        let err = cli.fails(code, args);
        assert!(err.contains(says), "{args:?}: {err}");
        assert_eq!(err.trim_end().lines().count(), 1, "{err}");
    }
    assert_eq!(cli.json(&["survey", "list"]), json!([]), "nothing was written");
    let err = cli.speak("zh-CN").fails(4, &["survey", "add", "Northstar", "nps", "11"]);
    assert!(err.contains("NPS 为 0 到 10 分"), "{err}");
}

#[test]
fn s044_today_asks_for_the_mark_and_explain_says_why() {
    let cli = book();
    cli.ok(&["client", "pin", "Northstar", "A", "-m", "agreed"]);
    cli.ok(&["client", "pin", "Greenleaf", "A", "-m", "agreed"]);
    let asking = |cli: &Cli| -> Vec<String> {
        let today = cli.json(&["today"]);
        let items = today["items"].as_array().unwrap().iter().filter(|i| i["ask_survey"] == json!(true));
        items.map(|i| format!("{} {}", i["client"]["name"].as_str().unwrap(), i["reason"].as_str().unwrap())).collect()
    };
    let asked = asking(&cli);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(asked[0].starts_with("Northstar Media") && asked[0].ends_with("ask for a mark"), "{asked:?}");
    let why = cli.ok(&["explain", "Northstar"]);
    assert!(why.contains("Next mark") && why.contains("every 90 d") && why.contains("today's contact asks for it"), "{why}");
    assert_eq!(cli.json(&["explain", "Greenleaf"])["survey"]["numbers"]["due"], "2027-02-01");
    cli.ok(&["survey", "add", "Northstar", "nps", "10"]);
    assert!(asking(&cli).is_empty());
}

#[test]
fn relations_stand_on_both_pages_until_they_are_ended() {
    let cli = book();
    let said = cli.ok(&["client", "relate", "Northstar", "conflict", "Greenleaf", "-m", "same pitch in May"]);
    assert!(said.contains("in conflict with Greenleaf Tech"), "{said}");
    for (client, other) in [("Northstar", "Greenleaf Tech"), ("Greenleaf", "Northstar Media")] {
        let page = cli.ok(&["client", "show", client]);
        assert!(page.contains(&format!("in conflict with {other}")) && page.contains("same pitch in May"), "{page}");
        let shown = cli.json(&["client", "show", client]);
        assert_eq!(shown["relations"][0]["kind"], "conflict");
        assert_eq!(shown["relations"][0]["other"]["name"], other);
    }
    cli.ok(&["client", "relate", "Greenleaf", "conflict", "Northstar", "--end"]);
    assert_eq!(cli.json(&["client", "show", "Northstar"])["relations"], json!([]));
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["client", "show", "Northstar"])["relations"].as_array().unwrap().len(), 1);
}
