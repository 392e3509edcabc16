//! Playbooks on the command line: begun, taken step by step, ended, listed; one's own files; what is refused, and undo.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};

fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &["--since", "2024-01-08"]);
    cli.client("Greenleaf Tech", &["--since", "2026-11-02"]);
    cli
}

/// Orders a year back, a month apart.
fn orders(cli: &Cli, client: &str, months: &[&str]) {
    for day in months {
        cli.ok(&["invoice", "add", client, "6000", "--issued", day, "--paid", day]);
    }
}

fn items(cli: &Cli, kind: &str) -> Vec<Value> {
    let today = cli.json(&["today"]);
    today["items"].as_array().unwrap().iter().filter(|i| i["kind"] == kind).cloned().collect()
}

#[test]
fn s096_to_s099_a_win_back_from_the_talk_to_the_raised_plan() {
    let mut cli = book();
    orders(&cli, "Northstar", &["2026-03-02", "2026-04-01", "2026-05-04", "2026-06-01", "2026-07-01"]);
    let begun = cli.json(&["playbook", "start", "Northstar", "win-back"]);
    assert!(begun["op"].is_number() && begun["ids"][1]["table"] == "playbook_run", "{begun}");
    assert_eq!(begun["next_due"], "2026-11-23", "the talk comes at once");
    let queue = items(&cli, "playbook");
    assert_eq!(
        (queue.len(), queue[0]["channel"].as_str(), queue[0]["client"]["name"].as_str()),
        (1, Some("call"), Some("Northstar Media"))
    );
    let again = cli.fails(4, &["playbook", "start", "Northstar", "win-back"]);
    assert!(again.contains("runs at this client already"), "{again}");

    // The talk is a contact: step and touch are one undo step.
    cli.at("2026-11-23T10:00:00+08:00");
    let said = cli.ok(&["playbook", "step", "Northstar", "1", "done", "-m", "late twice", "--channel", "call"]);
    assert!(said.contains("Step done") && said.contains("next step 2 of 5"), "{said}");
    assert_eq!(cli.json(&["client", "show", "Northstar"])["last_touch"], "2026-11-23T10:00:00+08:00");
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["client", "show", "Northstar"])["last_touch"], Value::Null, "the touch went with the step");
    assert_eq!(cli.json(&["playbook", "list"])[0]["next"], 1);
    cli.ok(&["redo"]);

    cli.ok(&["playbook", "step", "Northstar", "2", "done", "-m", "free reprint", "--cost", "2000"]);
    let running = &cli.json(&["playbook", "list"])[0];
    assert_eq!(running["cost"], json!([{ "minor": 200_000, "currency": "CNY" }]));
    assert_eq!(running["steps"][1]["note"], "free reprint");
    assert!(running["expected"]["minor"].as_i64().unwrap() > 0, "{running}");
    let text = cli.ok(&["playbook", "list", "Northstar"]);
    assert!(text.contains("3 of 5") && text.contains("remedy CNY 2,000, "), "{text}");

    assert!(cli.fails(4, &["playbook", "step", "Northstar", "3", "skip"]).contains("reason"));
    cli.ok(&["playbook", "step", "Northstar", "3", "skip", "-m", "said on the phone"]);
    cli.ok(&["playbook", "step", "Northstar", "4", "done", "--score", "4"]);
    assert_eq!(cli.json(&["survey", "list", "Northstar"])[0]["score"], 4, "S98: a mark each time");
    let last = cli.ok(&["playbook", "step", "Northstar", "5", "done"]);
    assert!(last.contains("saved or lost"), "{last}");
    assert_eq!(items(&cli, "playbook").len(), 1, "until it is said how it ended it stands in Today");
    let saved = cli.ok(&["playbook", "end", "Northstar", "win-back", "saved", "-m", "ordered again"]);
    assert!(saved.contains("Won back: Northstar Media") && saved.contains("21 Feb"), "S99: 90 days: {saved}");
    assert_eq!((items(&cli, "playbook"), cli.json(&["playbook", "list"])), (vec![], json!([])));
    let ended = &cli.json(&["playbook", "list", "--all"])[0];
    assert_eq!((ended["end"].as_str(), ended["why"].as_str()), (Some("saved"), Some("ordered again")));
    assert!(cli.ok(&["history", "Northstar"]).contains("ordered again"));

    // Taken back to the beginning, one step after the other, each in a run of its own.
    for _ in 0..7 {
        cli.ok(&["undo"]);
    }
    assert_eq!((cli.json(&["playbook", "list", "--all"]), cli.json(&["survey", "list"])), (json!([]), json!([])));
}

#[test]
fn s100_a_lost_win_back_loses_the_client_with_a_reason() {
    let cli = book();
    cli.ok(&["playbook", "start", "Northstar", "win-back"]);
    cli.ok(&["playbook", "start", "Northstar", "business-review"]);
    assert!(cli.fails(4, &["playbook", "end", "Northstar", "win-back", "lost"]).contains("reason"));
    assert!(
        cli.fails(2, &["playbook", "end", "Northstar", "win-back", "lost", "-m", "x", "--reason", "moon"]).contains("price")
    );
    assert!(cli.fails(4, &["playbook", "end", "Northstar", "business-review", "saved"]).contains("Only a win-back"));
    cli.ok(&["playbook", "end", "Northstar", "win-back", "lost", "-m", "went to a rival", "--reason", "competitor"]);
    assert_eq!(cli.json(&["client", "show", "Northstar"])["status"], "lost");
    let ends: Vec<Value> =
        cli.json(&["playbook", "list", "--all"]).as_array().unwrap().iter().map(|r| r["end"].clone()).collect();
    assert!(ends.contains(&json!("lost")) && ends.contains(&json!("stopped")), "{ends:?}");
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["playbook", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn s104_a_new_client_is_offered_its_onboarding_and_an_old_one_is_not() {
    let mut cli = book();
    orders(&cli, "Northstar", &["2024-02-05", "2026-11-18"]);
    assert_eq!(items(&cli, "playbook"), Vec::<Value>::new(), "its first order is older");
    orders(&cli, "Greenleaf", &["2026-11-16"]);
    let offered = items(&cli, "playbook");
    assert_eq!((offered.len(), offered[0]["client"]["name"].as_str()), (1, Some("Greenleaf Tech")));
    assert!(offered[0]["reason"].as_str().unwrap().contains("Onboarding"), "{offered:?}");
    assert_eq!(
        cli.json(&["today", "--as-of", "2026-11-10"])["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|i| i["kind"] == "playbook")
            .count(),
        0
    );
    cli.ok(&["playbook", "start", "Greenleaf", "onboarding-small"]);
    let first = items(&cli, "playbook");
    assert_eq!((first.len(), first[0]["channel"].as_str()), (1, Some("email")), "S59: mails; the offer is gone");
    cli.ok(&["playbook", "end", "Greenleaf", "onboarding-small", "stopped", "-m", "knows us"]);
    assert_eq!(items(&cli, "playbook"), Vec::<Value>::new(), "whoever had one is not offered another");
    cli.ok(&["undo", "--steps", "2"]);
    cli.at("2026-12-20T09:00:00+08:00");
    assert_eq!(items(&cli, "playbook"), Vec::<Value>::new(), "after 30 days nobody is new");
}

#[test]
fn s050_s057_the_review_comes_every_quarter_to_tier_a_and_one_a_day() {
    let cli = Cli::new();
    for name in ["Alpha Press", "Beta Foods", "Gamma Tools"] {
        cli.client(name, &["--since", "2025-01-06"]);
        orders(&cli, name, &["2026-09-01", "2026-10-01", "2026-11-02"]);
        cli.ok(&["client", "pin", name, "A", "-m", "ours"]);
    }
    let offered = items(&cli, "playbook");
    assert_eq!(offered.len(), 0, "a quarter after the first order at the soonest");
    for name in ["Alpha", "Beta", "Gamma"] {
        orders(&cli, name, &["2026-02-02"]);
    }
    let offered = items(&cli, "playbook");
    assert_eq!(offered.len(), 1, "it does not flood Today");
    let name = offered[0]["client"]["name"].as_str().unwrap().to_owned();
    cli.ok(&["playbook", "start", &name, "business-review"]);
    let left: Vec<Value> = items(&cli, "playbook").into_iter().filter(|i| i["client"]["name"] != name.as_str()).collect();
    assert_eq!(left, Vec::<Value>::new(), "the next one comes tomorrow");
}

#[test]
fn ones_own_playbooks_stand_beside_the_shipped_ones_and_a_broken_one_hides_nobody() {
    let mut cli = book();
    let hostile = format!("---\ntitle = Fair\n---\n1. Book\u{202e} it {{+2w, call}}\n{}\u{1b}[2J\n", "x".repeat(9_000));
    cli.file("config/touchbase/playbooks/fair.md", hostile);
    cli.file("config/touchbase/playbooks/broken.md", "---\ntitle = Broken\n---\n1. ok\n2. no {pigeon}\n");
    let names = cli.ok(&["playbook", "list", "--names"]);
    assert!(names.contains("fair") && names.contains("line 5") && names.contains("\"pigeon\""), "{names}");
    assert_eq!(cli.json(&["playbook", "list", "--names"]).as_array().unwrap().len(), 6);
    assert!(cli.fails(1, &["playbook", "start", "Northstar", "broken"]).contains("broken.md, line 5"));
    assert!(cli.fails(3, &["playbook", "start", "Northstar", "nothing"]).contains("win-back, onboarding"));
    let shown = cli.ok(&["playbook", "show", "fair"]);
    assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}') && shown.contains("after 14 days"), "{shown}");
    cli.ok(&["playbook", "start", "Northstar", "fair"]);
    let listed = cli.ok(&["playbook", "list"]);
    assert!(!listed.contains('\u{202e}') && !listed.contains('\u{1b}'), "{listed}");
    // What runs goes on as it was begun, whatever becomes of the file.
    cli.file("config/touchbase/playbooks/fair.md", "gone");
    assert_eq!(cli.json(&["playbook", "list"])[0]["title"], "Fair");
    cli.ok(&["playbook", "end", "Northstar", "fair", "stopped"]);
    cli.speak("zh-CN");
    assert!(cli.ok(&["playbook", "show", "win-back"]).contains("客户挽回"));
}

#[test]
fn what_is_not_there_is_3_what_cannot_be_read_is_2_what_the_rules_refuse_is_4() {
    let cli = book();
    cli.ok(&["playbook", "start", "Northstar", "win-back"]);
    let run = cli.json(&["playbook", "list"])[0]["id"].as_str().unwrap().to_owned();
    let id = format!("#{run}");
    for (code, args, says) in [
        (3, &["playbook", "start", "Nobody", "win-back"][..], "Nobody"),
        (3, &["playbook", "step", "Greenleaf", "1", "done"], "No playbook runs at Greenleaf Tech"),
        (3, &["playbook", "step", "Northstar", "9", "done"], "1 to 5"),
        (3, &["playbook", "end", "Northstar", "onboarding", "stopped"], "No playbook"),
        (2, &["playbook", "step", "Northstar", "two", "done"], "two"),
        (2, &["playbook", "step", "Northstar", "1", "later"], "done, skip"),
        (2, &["playbook", "step", "Northstar", "2", "done", "--cost", "much"], "much"),
        (4, &["playbook", "step", "Northstar", "4", "done", "--score", "6"], "1 to 5"),
        (4, &["playbook", "step", "Northstar", "4", "done", "--score", "11", "--scale", "nps"], "0 to 10"),
        (2, &["playbook", "end", "Northstar", "win-back", "perhaps"], "saved, lost, stopped"),
    ] {
        let said = cli.fails(code, args);
        assert!(said.contains(says), "{args:?}: {said}");
    }
    cli.ok(&["playbook", "step", &id, "1", "done", "-m", "price"]);
    assert!(cli.fails(4, &["playbook", "step", &id, "1", "done"]).contains("done already"));
    cli.ok(&["playbook", "start", "Northstar", "onboarding"]);
    let two = cli.fails(3, &["playbook", "step", "Northstar", "2", "done"]);
    assert!(two.contains("Win-back, next") && two.contains("Onboarding, next"), "{two}");
}
