//! Projects on the command line: milestones, reports of progress, renewals, and possible work with its slips.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};

/// Monday 23 November 2026, with a retainer of a year.
fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &["--since", "2025-01-06"]);
    let dates = ["--start", "2026-01-01", "--end", "2026-12-31", "--notice", "2026-11-30", "--kind", "retainer"];
    let every = ["--report-every", "14d"];
    cli.ok(&[&["engagement", "add", "Northstar", "Care of the site"][..], &dates, &every].concat());
    cli
}

fn project(cli: &Cli) -> Value {
    cli.json(&["engagement", "list", "Northstar"])[0].clone()
}

#[test]
fn s021_milestones_are_added_changed_reached_listed_and_removed() {
    let mut cli = book();
    cli.ok(&["milestone", "add", "northstar", "First draft", "--due", "2026-11-26", "-m", "two pages"]);
    cli.ok(&["milestone", "add", "northstar", "Handover", "--due", "2026-12-18", "--engagement", "care"]);
    let list = cli.json(&["milestone", "list"]);
    assert_eq!(
        (&list[0]["title"], &list[0]["due"], &list[0]["note"], &list[0]["engagement"]["title"]),
        (&json!("First draft"), &json!("2026-11-26"), &json!("two pages"), &json!("Care of the site"))
    );
    assert!(cli.ok(&["milestone", "list", "Northstar"]).contains("two pages"));
    cli.ok(&["milestone", "edit", "draft", "--due", "2026-11-27", "--title", "Draft", "-m", ""]);
    cli.at("2026-11-30T10:00:00+08:00");
    let list = cli.json(&["milestone", "list"]);
    assert_eq!((&list[0]["title"], &list[0]["late_days"], &list[0]["note"]), (&json!("Draft"), &json!(3), &Value::Null));
    let today = cli.json(&["today"]);
    let items: Vec<&str> = today["items"].as_array().unwrap().iter().map(|i| i["reason"].as_str().unwrap()).collect();
    assert!(items.iter().any(|r| r.contains("milestone Draft (Care of the site)")), "{items:?}");
    assert!(cli.ok(&["milestone", "done", "draft", "--on", "2026-11-28"]).contains("Milestone reached: Draft"));
    assert!(cli.fails(4, &["milestone", "done", "draft"]).contains("reached already"));
    assert_eq!(cli.json(&["milestone", "list"]).as_array().unwrap().len(), 1);
    assert_eq!(cli.json(&["milestone", "list", "--all"])[1]["done"], "2026-11-28");
    cli.ok(&["milestone", "edit", "draft", "--reopen", "--due", "2026-12-01"]);
    assert_eq!(cli.json(&["milestone", "list"])[0]["due"], "2026-12-01");
    assert!(cli.ok(&["history", "Northstar"]).contains("Milestone open again: Draft"));
    cli.ok(&["milestone", "remove", "draft"]);
    assert_eq!(cli.json(&["milestone", "list"]).as_array().unwrap().len(), 1);
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["milestone", "list"]).as_array().unwrap().len(), 2);
    assert!(cli.fails(2, &["milestone", "add", "Northstar", "x"]).contains("--due"));
    assert!(cli.fails(3, &["milestone", "done", "nothing"]).contains("milestone list"));
}

#[test]
fn a_client_without_a_project_and_one_with_two_are_told_so() {
    let cli = book();
    cli.client("Delta Foods", &[]);
    assert!(cli.fails(3, &["milestone", "add", "Delta", "x", "--due", "+3d"]).contains("engagement add"));
    cli.ok(&["engagement", "add", "Northstar", "Shop", "--start", "2026-11-02"]);
    assert!(cli.fails(3, &["milestone", "add", "Northstar", "x", "--due", "+3d"]).contains("Shop"));
    cli.ok(&["milestone", "add", "Northstar", "x", "--due", "+3d", "--engagement", "shop"]);
}

#[test]
fn s049_a_report_tells_what_the_record_says_since_the_last_one_and_nothing_of_ones_own_notes() {
    let mut cli = book();
    cli.ok(&["milestone", "add", "Northstar", "Old news", "--due", "2026-11-02"]);
    cli.ok(&["milestone", "done", "Old news", "--on", "2026-11-02"]);
    cli.ok(&["milestone", "add", "Northstar", "First draft", "--due", "2026-11-20"]);
    cli.ok(&["milestone", "add", "Northstar", "Handover", "--due", "2026-12-18"]);
    cli.ok(&["engagement", "report", "care", "--done", "--on", "2026-11-09"]);
    assert_eq!((&project(&cli)["reported_on"], &project(&cli)["report_due"]), (&json!("2026-11-09"), &json!("2026-11-23")));
    cli.ok(&["milestone", "done", "First draft", "--on", "2026-11-19"]);
    cli.ok(&["log", "Northstar", "call", "--at", "2026-11-18 15:00", "-m", "he haggles again"]);
    cli.ok(&["task", "add", "Northstar", "send the quote", "--due", "2026-11-25"]);
    cli.ok(&["task", "add", "Northstar", "logo files", "--due", "2026-11-27", "--waiting"]);
    cli.ok(&["task", "add", "Northstar", "check his credit", "--assignee", "Wu"]);
    cli.ok(&["task", "add", "Northstar", "gift for the merger", "--due", "2026-11-25"]);
    cli.ok(&["client", "edit", "Northstar", "--set", "do-not-mention=merger"]);
    cli.ok(&["invoice", "add", "Northstar", "500", "--issued", "2026-11-16", "--number", "17"]);
    let ran = cli.run(&["engagement", "report", "Northstar", "--stdout"]);
    assert!(ran.err.contains("One line is left out"), "{}", ran.err);
    let report = ran.out;
    for part in [
        "Care of the site: how it goes",
        "since Monday 9 November",
        "- First draft, on Thursday 19 November",
        "- Handover, by Friday 18 December",
        "- send the quote, by Wednesday 25 November",
        "- logo files, by Friday 27 November",
        "2 of 3 milestones",
        "no. 17",
        "- Wednesday 18 November: call",
    ] {
        assert!(report.contains(part), "{part} in\n{report}");
    }
    for secret in ["haggles", "credit", "merger", "Old news", "\n\n\n"] {
        assert!(!report.contains(secret), "{secret} in\n{report}");
    }
    cli.ok(&["client", "edit", "Northstar", "--set", "do-not-mention="]);
    let json = cli.json(&["engagement", "report", "Northstar"]);
    assert_eq!(json["template"], "progress-report");
    cli.ok(&["engagement", "report", "Northstar", "--done"]);
    cli.at("2026-11-24T10:00:00+08:00");
    assert_eq!(project(&cli)["report_due"], "2026-12-07");
    assert!(!cli.ok(&["engagement", "report", "Northstar", "--stdout"]).contains("First draft"));
    assert!(cli.fails(2, &["engagement", "report", "Northstar", "--on", "yesterday"]).contains("--done"));
    assert!(cli.fails(2, &["engagement", "report", "Northstar", "--done", "--as-of", "2026-11-01"]).contains("as-of"));
}

#[test]
fn s049_a_project_says_what_it_asks_for_and_is_renewed_for_the_same_term() {
    let mut cli = book();
    cli.at("2026-12-02T10:00:00+08:00");
    let row = project(&cli);
    assert_eq!((&row["notice_days"], &row["needs"]), (&json!(-2), &json!(["notice-passed", "report-due", "still"])));
    assert!(cli.ok(&["engagement", "list"]).contains("notice day passed 2 d ago"));
    cli.ok(&["engagement", "renew", "Northstar"]);
    let row = project(&cli);
    assert_eq!(
        (&row["notice"], &row["end"], &row["start"]),
        (&json!("2027-11-30"), &json!("2027-12-31"), &json!("2026-01-01"))
    );
    cli.ok(&["undo"]);
    assert_eq!(project(&cli)["end"], "2026-12-31");
    cli.ok(&["engagement", "edit", "care", "--end", "", "--report-every", ""]);
    assert_eq!(project(&cli)["report_every"], Value::Null);
    assert!(cli.fails(2, &["engagement", "renew", "care"]).contains("--notice"));
    assert!(cli.fails(2, &["engagement", "edit", "care", "--report-every", "often"]).contains("14d"));
}

#[test]
fn s129_the_list_says_how_the_expected_signature_moved_and_what_each_stage_comes_to() {
    let mut cli = book();
    cli.ok(&["opportunity", "add", "northstar", "Shop", "120000", "--close", "2026-12-01"]);
    cli.ok(&["opportunity", "add", "northstar", "Print", "20000", "--stage", "proposal"]);
    cli.at("2026-11-30T10:00:00+08:00");
    cli.ok(&["opportunity", "edit", "shop", "--close", "2026-12-15"]);
    cli.ok(&["opportunity", "edit", "shop", "--close", "2027-01-15"]);
    let all = cli.run(&["opportunity", "list"]);
    let text = format!("{}{}", all.out, all.err);
    for part in ["Shop: expected signature moved twice: ", " -> ", "first talks: 1, ", "proposal: 1, "] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    let rows = cli.json(&["opportunity", "list"]);
    assert_eq!((&rows[0]["stage_days"], &rows[0]["still_days"]), (&json!(7), &json!(0)));
    assert_eq!(rows[1]["still_days"], 7);
}
