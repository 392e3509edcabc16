//! `load` through the real binary: 63 clients under `agency`, and what can be done where they are too many.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;

/// 8 A, 15 B, 40 C, pinned as a list of clients brings them.
fn portfolio() -> Cli {
    let cli = Cli::new();
    let mut rows = String::from("name,tier,since\n");
    for (tier, count) in [("A", 8), ("B", 15), ("C", 40)] {
        rows.extend((1..=count).map(|n| format!("{tier}{n} Works,{tier},2026-11-16\n")));
    }
    let file = cli.file("clients.csv", rows);
    cli.run(&["import", file.to_str().unwrap(), "--tiers", "pin"]);
    cli
}

/// The same under a policy of so many contacts a day.
fn tight(a_day: usize) -> Cli {
    let cli = portfolio();
    let text = touchbase::domain::policy::AGENCY.replace("capacity = 6 ", &format!("capacity = {a_day} "));
    let file = cli.file("tight.toml", text);
    cli.ok(&["policy", "use", file.to_str().unwrap()]);
    cli
}

#[test]
fn s022_the_load_of_8_a_15_b_and_40_c_says_27_7_requirements_and_24_7_contacts_and_where_they_fall() {
    let mut cli = portfolio();
    let text = cli.ok(&["load"]);
    assert!(text.starts_with("27.7 requirements and 24.7 contacts a week are promised; there is room for 30"), "{text}");
    assert!(text.contains("5.3 contacts a week to spare: about 10 more B"), "{text}");
    let of =
        |line: &str| text.lines().find(|l| l.starts_with(line)).map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
    assert_eq!(of("A  ").as_deref(), Some("A 8 9.8 8.0"));
    assert_eq!(of("call  ").as_deref(), Some("call 15.5 12.5"));
    assert_eq!(text.lines().filter(|l| l.starts_with("Mon ")).count(), 8, "eight weeks ahead, none behind: {text}");
    let json = cli.json(&["load"]);
    assert_eq!((&json["promised"]["requirements"], &json["promised"]["contacts"]), (&27.7.into(), &24.7.into()));
    let weeks = json["weeks"].as_array().unwrap();
    assert_eq!((weeks.len(), &weeks[0]["from"], &weeks[0]["until"]), (8, &"2026-11-23".into(), &"2026-11-29".into()));
    let ahead: i64 = weeks.iter().map(|w| w["contacts"].as_i64().unwrap()).sum();
    assert!((170..=215).contains(&ahead), "about 24.7 a week: {ahead}");
    assert_eq!(json["suggestions"].as_array().unwrap().iter().filter(|s| s["kind"] != "spread").count(), 0);
    assert_eq!(json["managed"]["mean"], serde_json::Value::Null);
    let zh = cli.speak("zh-CN").ok(&["load"]);
    assert!(zh.starts_with("每周承诺 27.7 项要求，需 24.7 次沟通；排得下 30 次"), "{zh}");
    assert!(zh.contains("每周还能多 5.3 次沟通：大约可再添 10 个 B 类"), "{zh}");
}

#[test]
fn s048_a_suggestion_is_shown_carried_out_and_taken_back_as_one_step() {
    let cli = tight(4);
    let before = cli.json(&["load"]);
    let kinds: Vec<&str> = before["suggestions"].as_array().unwrap().iter().map(|s| s["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[..5], ["a-to-b", "b-to-c", "seldom", "video", "capacity"]);
    let first = &before["suggestions"][0];
    assert_eq!((&first["n"], &first["saves_requirements"], &first["saves_contacts"]), (&8.into(), &5.2.into(), &4.0.into()));
    assert_eq!(cli.json(&["load"]), before, "a preview writes nothing");
    let facts = cli.ok(&["export", "--format", "json"]);
    for (no, kind) in kinds.iter().enumerate().take(5) {
        let done = cli.json(&["load", "--apply", &(no + 1).to_string()]);
        assert!(done["op"].is_i64(), "{kind}: {done}");
        let then = cli.json(&["load"]);
        let saved = before["promised"]["contacts"].as_f64().unwrap() - then["promised"]["contacts"].as_f64().unwrap();
        let said = before["suggestions"][no]["saves_contacts"].as_f64().unwrap();
        assert!((saved - said).abs() < 0.11, "{kind} says {said} and saves {saved}");
        cli.ok(&["undo"]);
        assert_eq!(cli.json(&["load"]), before, "{kind} is one step");
        assert_eq!(cli.ok(&["export", "--format", "json"]), facts, "{kind}");
    }
    // By its name, too, whatever its number is by then.
    assert!(cli.json(&["load", "--apply", "capacity"])["op"].is_i64());
    assert_eq!(cli.json(&["load"])["capacity"], 25);
}

#[test]
fn s048_who_moves_is_named_and_stands_pinned_until_a_review() {
    let cli = tight(4);
    let text = cli.ok(&["load"]);
    assert!(text.contains("  1  8 A to B saves 5.2 requirements, 4.0 contacts a week"), "{text}");
    assert!(text.contains("A1 Works · A2 Works") && text.contains("until a review on"), "{text}");
    cli.ok(&["load", "--apply", "1"]);
    let shown = cli.json(&["client", "show", "A1 Works"]);
    assert_eq!(shown["tier"], "B", "{shown}");
    let text = cli.ok(&["explain", "A1 Works"]);
    assert!(text.contains("to fit the load"), "{text}");
}

#[test]
fn s022_what_cannot_be_done_is_refused_with_the_usual_codes() {
    let cli = portfolio();
    assert!(cli.fails(2, &["load", "--weeks", "0"]).contains("1 to 53"));
    cli.fails(2, &["load", "--weeks", "54"]);
    cli.fails(2, &["load", "--weeks", "many"]);
    cli.fails(2, &["load", "--apply", "1", "--as-of", "2026-11-20"]);
    assert!(cli.fails(3, &["load", "--apply", "9"]).contains("no suggestion \"9\""));
    assert_eq!(cli.json(&["load", "--weeks", "53"])["weeks"].as_array().unwrap().len(), 53);
    assert_eq!(cli.json(&["load", "--as-of", "2026-11-20"])["weeks"][0]["from"], "2026-11-20");
    Cli::new().fails(10, &["load"]);
}

#[test]
fn s101_s102_the_share_of_new_clients_stands_beside_its_target() {
    let cli = portfolio();
    for who in ["A1 Works", "A2 Works"] {
        cli.ok(&["log", who, "call", "--at", "2026-11-20 10:00", "--minutes", "20"]);
    }
    cli.ok(&["client", "edit", "A1 Works", "--since", "2019-01-01"]);
    let effort = &cli.json(&["load"])["effort"];
    assert_eq!(
        (&effort["share_contacts"], &effort["share_minutes"], &effort["target"]),
        (&0.5.into(), &0.5.into(), &().into())
    );
    let text = format!("{}\n[effort]\nstage = \"start\"\n", touchbase::domain::policy::AGENCY);
    cli.ok(&["policy", "use", cli.file("start.toml", text).to_str().unwrap()]);
    let effort = &cli.json(&["load"])["effort"];
    assert_eq!((&effort["target"], &effort["stage"]), (&0.6.into(), &"start".into()));
    assert!(cli.ok(&["load"]).contains("Target: 60%, a business that starts"));
    let bad = cli.file("bad.toml", format!("{}\n[effort]\nshare = 1\n", touchbase::domain::policy::AGENCY));
    let line = touchbase::domain::policy::AGENCY.lines().count() + 3;
    let said = cli.fails(2, &["policy", "use", bad.to_str().unwrap()]);
    assert!(said.contains("bad.toml") && said.contains(&line.to_string()) && said.contains("effort.share"), "{said}");
}
