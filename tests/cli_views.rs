//! The assessed views on the command line: the sheet for a visit, the bill of a policy, the sorting deck, notes in the filter.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::json;

/// Two clients with something to say of them.
fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &["--industry", "media", "--since", "2026-10-01", "--need", "a new brochure"]);
    cli.client("海川阀门", &["--since", "2026-09-01", "--phone", "13800138000"]);
    cli.ok(&["client", "pin", "Northstar", "A", "-m", "door opener", "--from", "2026-10-01"]);
    cli.ok(&["client", "edit", "Northstar", "--set", "do_not_mention=the old logo"]);
    cli.ok(&["log", "Northstar", "call", "-m", "wants a *rebate*"]);
    cli.ok(&["task", "add", "Northstar", "send the quote", "--due", "+3d"]);
    cli
}

#[test]
fn s045_brief_prints_the_sheet_of_each_client() {
    let mut cli = book();
    let text = cli.ok(&["brief", "Northstar", "haichuan"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "# Northstar Media (A=)");
    assert_eq!(lines[2], "> **Do not mention: the old logo**");
    for line in [
        "- Thu 26 Nov: send the quote",
        "  - wants a \\*rebate\\*",
        "- not known yet: phone or WeChat",
        "---",
        "# 海川阀门 (-)",
    ] {
        assert!(lines.contains(&line), "{line}: {text}");
    }
    assert!(!text.contains("May be offered"), "the policy names nothing");
    assert!(cli.speak("zh-CN").ok(&["brief", "Northstar"]).contains("- 11月26日 周四：send the quote"));
    cli.speak("en").fails(3, &["brief", "Northstar", "nobody"]);
    cli.fails(2, &["brief"]);
}

#[test]
fn s085_perks_of_the_policy_stand_on_the_sheet_of_their_tier() {
    let cli = book();
    let text = include_str!("../assets/policies/agency.toml");
    let text = text.replace("# [tiers.perks]", "[tiers.perks]").replace("# A = [", "A = [");
    let path = cli.file("mine.toml", text);
    cli.ok(&["policy", "use", path.to_str().unwrap()]);
    assert!(cli.ok(&["brief", "Northstar"]).contains("## May be offered\n\n- the same person every time\n"));
    assert!(!cli.ok(&["brief", "haichuan"]).contains("May be offered"));
}

#[test]
fn s064_brief_as_json_names_what_is_missing() {
    let cli = book();
    let sheets = cli.json(&["brief", "Northstar"]);
    let sheet = &sheets[0];
    assert_eq!((&sheet["client"]["name"], &sheet["client"]["tier"]), (&json!("Northstar Media"), &json!("A")));
    assert_eq!(sheet["warnings"], json!(["Do not mention: the old logo"]));
    assert_eq!(sheet["sections"]["touches"][0]["note"], "wants a *rebate*");
    assert_eq!(sheet["sections"]["we_owe"][0]["late"], false);
    let known = &sheet["completeness"];
    assert_eq!((&known["urgent"], &known["verified"], &known["points"]), (&json!(true), &json!(0), &json!(0)));
    assert_eq!(known["groups"]["basic"]["missing"][0], "phone or WeChat");
    assert_eq!(known["groups"]["need"]["have"], 1);
}

#[test]
fn policy_show_bill_compares_what_is_in_force_with_the_presets() {
    let cli = Cli::new();
    for (n, tier) in ["A", "A", "A", "B", "B", "B", "C", "C"].iter().enumerate() {
        cli.client(&format!("Client {n}"), &["--since", "2026-09-01"]);
        cli.ok(&["client", "pin", &format!("Client {n}"), tier, "-m", "known"]);
    }
    let text = cli.ok(&["policy", "show", "--bill"]);
    assert_eq!(
        text.lines().next(),
        Some("Contacts a week for these 8 clients: agency 5.0, solo 2.3, factors 5.0, ops 5.0, size 5.0")
    );
    let bill = &cli.json(&["policy", "show", "--bill"])["bill"];
    assert_eq!(bill.as_array().map(Vec::len), Some(5));
    assert_eq!(
        (&bill[0]["policy"], &bill[0]["in_force"], &bill[0]["contacts_per_week"]),
        (&json!("agency"), &json!(true), &json!(5.0))
    );
    assert_eq!((&bill[1]["contacts_per_week"], &bill[1]["clients"]), (&json!(2.3), &json!(8)));
    assert_eq!(
        bill[0]["tiers"][0],
        json!({ "tier": "A", "clients": 3, "contacts_per_week": 3.0, "requirements_per_week": 3.7 })
    );
    assert!(cli.json(&["policy", "show"]).get("bill").is_none());
    cli.ok(&["policy", "use", "solo"]);
    let bill = &cli.json(&["policy", "show", "--bill"])["bill"];
    assert_eq!((&bill[0]["policy"], &bill[1]["policy"]), (&json!("solo"), &json!("agency")));
}

#[test]
fn tiers_sort_lists_the_deck_with_commands_that_work() {
    let mut cli = book();
    cli.client("海川  阀门 \"$(x)\"", &["--tag", "fair"]);
    let deck = cli.json(&["tiers", "--sort"]);
    let names: Vec<&str> = deck.as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 2, "the pinned one is sorted: {names:?}");
    let text = cli.ok(&["tiers", "--sort"]);
    assert!(text.contains("touchbase client pin \"海川阀门\" TIER -m \"sorted by hand\""), "{text}");
    let odd = deck.as_array().unwrap().iter().find(|c| c["tags"] == json!(["fair"])).unwrap();
    let id = odd["id"].as_str().unwrap();
    assert_eq!(
        odd["command"],
        format!("touchbase client pin \"#{id}\" TIER -m \"sorted by hand\""),
        "no shell reads such a name"
    );
    cli.ok(&["client", "pin", &format!("#{id}"), "C", "-m", "sorted by hand"]);
    cli.ok(&["client", "pin", "海川阀门", "B", "-m", "sorted by hand"]);
    assert_eq!(cli.ok(&["tiers", "--sort"]), "Every active client has a tier.\n");
    assert_eq!(cli.json(&["tiers", "--sort"]), json!([]));
    assert_eq!(cli.speak("zh-CN").ok(&["tiers", "--sort"]), "合作中的客户都已分类。\n");
}

#[test]
fn the_filter_looks_through_notes() {
    let cli = book();
    let names = |filter: &[&str]| {
        let found = cli.json(&[&["client", "list"], filter].concat());
        found.as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["note:REBATE"]), ["Northstar Media"]);
    assert_eq!(names(&["note:rebate", "tier:C"]), Vec::<String>::new());
    assert_eq!(names(&["note:brochure"]), ["Northstar Media"], "what they need is a note, too");
    let err = cli.fails(2, &["client", "list", "rank>0.5"]);
    assert!(err.contains("note:"), "{err}");
}

#[test]
fn s072_a_preview_says_who_would_change_tier_and_writes_nothing() {
    let cli = Cli::new();
    for n in 0..12 {
        let name = format!("Client {n}");
        cli.client(&name, &["--since", "2025-09-01", "--budget", if n == 11 { "900000" } else { "1000" }]);
        cli.ok(&["invoice", "add", &name, &format!("{}", 12_000 - 1_000 * n), "--issued", "2026-09-01"]);
    }
    let before = cli.json(&["tiers"]);
    let preview = cli.json(&["tiers", "--preview", "factors"]);
    let moves = preview["moves"].as_array().unwrap();
    assert_eq!(preview["changes"], json!(moves.len()));
    let last = moves.iter().find(|m| m["name"] == "Client 11").unwrap();
    assert_eq!((&last["to"], &last["takes_effect"]), (&json!("A"), &json!("at-once")));
    assert_ne!(last["from"], json!("A"));
    assert!(last["score"]["after"].as_f64().unwrap() > last["score"]["before"].as_f64().unwrap());
    let text = cli.ok(&["tiers", "--preview", "factors"]);
    assert!(text.starts_with(&format!("Under factors {} clients would change tier.", moves.len())), "{text}");
    assert_eq!(cli.json(&["tiers"]), before, "nothing was written");
    assert_eq!(cli.json(&["tiers", "--preview", "agency"])["changes"], json!(0));
    // Once it is in force, these are the tiers; it says so before it takes effect.
    let used = cli.ok(&["policy", "use", "factors"]);
    assert!(used.starts_with(&format!("{} clients change tier", moves.len())), "{used}");
    let after = cli.json(&["tiers"]);
    for m in moves {
        let now = after.as_array().unwrap().iter().find(|c| c["id"] == m["id"]).unwrap();
        assert_eq!(now["computed"], m["to"], "{m}");
    }
    let tier = &cli.json(&["explain", "Client 11"])["tier"]["numbers"];
    assert_eq!((&tier["basis"], &tier["missing"]), (&json!("factors"), &json!(["industry"])));
    assert_eq!(tier["terms"][0]["name"], "budget");
}
