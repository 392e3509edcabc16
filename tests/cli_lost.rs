//! A client that is gone on the command line: with a reason, back-dated, as one undo step, left out of the day, and back again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::json;

/// Two clients; one orders every month and then no more, so that it stands in the list.
fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Northstar Media", &["--since", "2025-01-06"]);
    cli.client("Greenleaf Tech", &["--since", "2025-01-06"]);
    let mut csv = String::from("client,issued,paid,amount\n");
    for month in 1..=10 {
        csv += &format!("Greenleaf Tech,2025-{month:02}-10,2025-{month:02}-20,1000\n");
        csv += &format!("Northstar Media,2026-{month:02}-10,2026-{month:02}-20,1000\n");
    }
    let file = cli.file("invoices.csv", csv);
    cli.ok(&["import", file.to_str().unwrap(), "--as", "invoices"]);
    cli
}

/// The status by the list.
fn status(cli: &Cli, args: &[&str]) -> String {
    let all = cli.json(&[&["client", "list"], args].concat());
    let found = all.as_array().unwrap().iter().find(|c| c["name"] == "Greenleaf Tech").unwrap().clone();
    found["status"].as_str().unwrap().to_owned()
}

fn listed(cli: &Cli) -> bool {
    cli.json(&["risk"]).as_array().unwrap().iter().any(|c| c["name"] == "Greenleaf Tech")
}

#[test]
fn s100_lost_takes_a_reason_and_leaves_the_day_and_the_list() {
    let cli = book();
    cli.ok(&["task", "add", "Greenleaf", "send the last files", "--due", "2026-11-23"]);
    let due = |cli: &Cli| {
        let today = cli.json(&["today"]);
        let items = today["items"].as_array().unwrap().clone();
        let own = items.iter().filter(|i| i["client"]["name"] == "Greenleaf Tech");
        own.map(|i| i["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(listed(&cli), "nothing for a year after an order a month");
    assert!(due(&cli).contains(&"contact".to_owned()));
    fn edit<'a>(why: &[&'a str]) -> Vec<&'a str> {
        [&["client", "edit", "Greenleaf", "--status", "lost"], why].concat()
    }
    cli.fails(4, &edit(&[]));
    cli.fails(4, &edit(&["-m", "  "]));
    cli.fails(4, &edit(&["--reason", "price"]));
    let said = cli.fails(2, &edit(&["-m", "gone", "--reason", "weather"]));
    assert!(said.contains("weather") && said.contains("price, quality") && said.contains("contact-left"), "{said}");
    cli.fails(2, &["client", "edit", "Greenleaf", "--reason", "price"]);
    cli.fails(2, &["client", "edit", "Greenleaf", "--on", "2026-11-01", "--industry", "toys"]);
    cli.fails(4, &edit(&["-m", "gone", "--on", "2026-12-24"]));

    let said = cli.ok(&edit(&["-m", "opened a shop of their own", "--reason", "need-gone"]));
    assert!(said.contains("Lost: Greenleaf Tech"), "{said}");
    assert_eq!((status(&cli, &[]).as_str(), listed(&cli)), ("lost", false));
    assert_eq!(due(&cli), ["task"], "what was promised is still owed");
    cli.fails(4, &edit(&["-m", "again"]));
    assert_eq!(cli.json(&["client", "show", "Greenleaf"])["plan"], json!([]));
    cli.ok(&["undo"]);
    assert_eq!((status(&cli, &[]).as_str(), listed(&cli)), ("active", true));
}

#[test]
fn s100_the_words_alone_keep_their_text_and_a_code_or_its_name_is_the_reason() {
    for (args, code) in [
        (&["-m", "moved to the coast"][..], "other"),
        (&["-m", "price"], "price"),
        (&["-m", "停业"], "closed"),
        (&["-m", "said so", "--reason", "no budget"], "budget"),
    ] {
        let cli = book();
        let made = cli.json(&[&["client", "edit", "Greenleaf", "--status", "lost"], args].concat());
        assert!(made["ids"].as_array().unwrap().iter().any(|id| id["table"] == "risk_outcome"), "{made}");
        let show = cli.json(&["client", "show", "Greenleaf"]);
        assert_eq!(show["outcomes"][0]["reason"], code, "{show}");
        assert_eq!(show["outcomes"][0]["note"], args[1]);
    }
}

#[test]
fn s100_a_loss_with_other_changes_is_one_step() {
    let cli = book();
    cli.ok(&["client", "edit", "Greenleaf", "--status", "lost", "-m", "price", "--industry", "toys", "--tag", "gone"]);
    let show = cli.json(&["client", "show", "Greenleaf"]);
    assert_eq!((&show["status"], &show["industry"], &show["tags"]), (&json!("lost"), &json!("toys"), &json!(["gone"])));
    cli.ok(&["undo"]);
    let show = cli.json(&["client", "show", "Greenleaf"]);
    assert_eq!((&show["status"], &show["industry"], &show["tags"]), (&json!("active"), &json!(null), &json!([])));
    assert_eq!(show["outcomes"], json!([]));
}

#[test]
fn s100_a_client_that_came_back_was_served_before_and_lost_in_between() {
    let cli = book();
    cli.ok(&["client", "edit", "Greenleaf", "--set", "status=lost", "-m", "price"]);
    cli.ok(&["undo"]);
    cli.ok(&["client", "edit", "Greenleaf", "--status", "lost", "-m", "price", "--on", "2026-03-02"]);
    cli.ok(&["client", "edit", "Greenleaf", "--status", "active", "-m", "new owner", "--on", "2026-06-01"]);
    for (day, expected) in [
        ("2026-03-01", "active"),
        ("2026-03-02", "lost"),
        ("2026-05-31", "lost"),
        ("2026-06-01", "active"),
        ("2026-11-23", "active"),
    ] {
        assert_eq!(status(&cli, &["--as-of", day]), expected, "{day}");
    }
    let kinds: Vec<_> = cli.json(&["client", "show", "Greenleaf"])["outcomes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| (o["kind"].as_str().unwrap().to_owned(), o["on"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(kinds, [("returned".into(), "2026-06-01".into()), ("lost".into(), "2026-03-02".into())], "newest first");
    // Lost again: the time in between stays what it was.
    cli.ok(&["client", "edit", "Greenleaf", "--status", "lost", "-m", "closed"]);
    assert_eq!(status(&cli, &["--as-of", "2026-05-31"]), "lost");
    assert_eq!(status(&cli, &["--as-of", "2026-07-01"]), "active");
}

#[test]
fn s100_what_became_of_a_client_is_in_its_story_and_leaves_with_the_export() {
    let cli = book();
    cli.ok(&["client", "edit", "Greenleaf", "--status", "lost", "-m", "too dear", "--reason", "price", "--on", "2026-03-02"]);
    cli.ok(&["client", "edit", "Greenleaf", "--status", "active", "-m", "new owner", "--on", "2026-06-01"]);
    let page = cli.ok(&["client", "show", "Greenleaf"]);
    assert!(page.contains("Lost and won back") && page.contains("lost: price") && page.contains("came back"), "{page}");
    let history = cli.ok(&["history", "Greenleaf"]);
    assert!(history.contains("Lost: Greenleaf Tech (price)") || history.contains("Lost: Greenleaf Tech"), "{history}");
    let whole = cli.json(&["export", "--what", "clients", "--format", "json"]);
    let green = whole.as_array().unwrap().iter().find(|c| c["name"] == "Greenleaf Tech").unwrap().clone();
    let kinds: Vec<_> = green["outcomes"].as_array().unwrap().iter().map(|o| (o["kind"].clone(), o["note"].clone())).collect();
    assert_eq!(kinds, [(json!("lost"), json!("too dear")), (json!("returned"), json!("new owner"))]);
    assert_eq!((&green["playbooks"], &green["decisions"]), (&json!([]), &json!([])));
    // What is not known of it yet is not said.
    let then = cli.json(&["export", "--what", "clients", "--format", "json", "--as-of", "2026-04-01"]);
    let green = then.as_array().unwrap().iter().find(|c| c["name"] == "Greenleaf Tech").unwrap().clone();
    assert_eq!(green["outcomes"].as_array().unwrap().len(), 1);
    let csv = cli.ok(&["export", "--what", "clients"]);
    assert!(!csv.contains("too dear"), "the columns of the file are what they were");
}
