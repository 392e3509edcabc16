//! Looking back on the command line: who was lost, whether there was a warning, how often the signs were right, what winning back brought.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};

/// Orders every month from June 2024 until a month counted from there.
fn orders(csv: &mut String, name: &str, months: i32) {
    for n in 0..months {
        let (year, month) = (2024 + (5 + n) / 12, (5 + n) % 12 + 1);
        *csv += &format!("{name},{year}-{month:02}-10,{year}-{month:02}-20,1000\n");
    }
}

/// Ten clients that stay and order; `gone` that stop ordering in December 2025 and are lost in April 2026; one that orders and is lost
/// overnight.
fn book(gone: usize) -> Cli {
    let cli = Cli::new();
    let mut csv = String::from("client,issued,paid,amount\n");
    (0..10).for_each(|n| orders(&mut csv, &format!("Stays {n}"), 30));
    (0..gone).for_each(|n| orders(&mut csv, &format!("Goes {n}"), 18));
    orders(&mut csv, "Overnight", 23);
    let file = cli.file("invoices.csv", csv);
    cli.ok(&["import", file.to_str().unwrap(), "--as", "invoices"]);
    for n in 0..gone {
        let reason = if n == 0 { "price" } else { "need-gone" };
        let name = format!("Goes {n}");
        cli.ok(&["client", "edit", &name, "--status", "lost", "-m", "no more", "--reason", reason, "--on", "2026-04-20"]);
    }
    cli.ok(&[
        "client",
        "edit",
        "Overnight",
        "--status",
        "lost",
        "-m",
        "bought by a rival",
        "--reason",
        "other",
        "--on",
        "2026-04-20",
    ]);
    cli
}

fn row<'a>(all: &'a Value, name: &str) -> &'a Value {
    all["signs"]["rows"].as_array().unwrap().iter().find(|r| r["name"] == name).unwrap()
}

#[test]
fn s100_the_post_mortem_says_who_was_warned_of_and_who_went_overnight() {
    let cli = book(5);
    let all = cli.json(&["risk", "--lost"]);
    let lost = &all["lost"];
    assert_eq!((&lost["count"], &lost["on_list"], &lost["never_on_list"]), (&json!(6), &json!(5), &json!(1)), "{lost}");
    let loss = |name: &str| lost["clients"].as_array().unwrap().iter().find(|c| c["name"] == name).unwrap().clone();
    let goes = loss("Goes 0");
    let lead = goes["lead_days"].as_i64().unwrap();
    // The last order was on 10 November; the warning came some weeks later and held until the end.
    assert!((30..160).contains(&lead) && goes["listed_days"].as_i64() == Some(lead), "{goes}");
    let looks = goes["looks"].as_array().unwrap();
    let days: Vec<i64> = looks.iter().map(|l| l["days"].as_i64().unwrap()).collect();
    assert_eq!(days, [180, 90, 60, 30, 0]);
    assert_eq!((&looks[0]["level"], &looks[4]["listed"]), (&json!("low"), &json!(true)));
    assert_eq!(looks[4]["on"], "2026-04-19", "the last day it was served");
    assert!(goes["value"]["minor"].as_i64().unwrap() > 0, "{goes}");
    assert_eq!((&loss("Overnight")["listed"], &loss("Overnight")["note"]), (&Value::Null, &json!("bought by a rival")));
    let reasons = lost["by_reason"].as_array().unwrap();
    let counts: Vec<(&str, i64)> =
        reasons.iter().map(|r| (r["code"].as_str().unwrap(), r["count"].as_i64().unwrap())).collect();
    assert_eq!(counts[0], ("need-gone", 4));
    assert!(counts.contains(&("price", 1)) && counts.contains(&("other", 1)));
    let sum = |name: &str| lost[name].as_array().unwrap().iter().map(|g| g["count"].as_i64().unwrap()).sum::<i64>();
    assert_eq!((sum("by_reason"), sum("by_tier"), sum("by_tenure")), (6, 6, 6));
    // Another time has no losses, and nobody who came back is forgotten.
    assert_eq!(cli.json(&["risk", "--lost", "--period", "2025"])["lost"]["count"], 0);
    cli.ok(&["client", "edit", "Goes 1", "--status", "active", "-m", "new owner"]);
    let back = cli.json(&["risk", "--lost", "--period", "2026-Q2"]);
    assert_eq!(back["lost"]["count"], 6);
    assert_eq!(back["lost"]["clients"].as_array().unwrap().iter().filter(|c| c["returned"] == "2026-11-23").count(), 1);
}

#[test]
fn s100_what_is_counted_at_a_month_end_is_what_the_list_said_then() {
    let cli = book(5);
    let all = cli.json(&["risk", "--lost", "--period", "2026-Q1"]);
    let ends = ["2026-01-31", "2026-02-28", "2026-03-31"];
    assert_eq!(all["signs"]["month_ends"], json!(ends));
    let (mut listed, mut lost) = (0, 0);
    for end in ends {
        let list = cli.json(&["risk", "--as-of", end]);
        let names: Vec<&str> = list.as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect();
        listed += names.len();
        lost += names.iter().filter(|n| n.starts_with("Goes")).count();
    }
    let list = row(&all, "list");
    assert_eq!((list["of"].as_u64(), list["lost"].as_u64()), (Some(listed as u64), Some(lost as u64)), "{list}");
    assert!(lost > 0 && listed >= lost);
    // Six clients were lost within 180 days of each of the three; ten stayed.
    assert_eq!((&all["signs"]["lost"], &all["signs"]["stayed"]), (&json!(18), &json!(30)));
    let precision = list["precision"].as_f64().unwrap();
    assert!((precision - lost as f64 / listed as f64).abs() < 1e-9);
    assert!((list["recall"].as_f64().unwrap() - lost as f64 / 18.0).abs() < 1e-9);
    let text = cli.ok(&["risk", "--lost", "--period", "2026-Q1"]);
    assert!(text.contains(&format!("({lost} of {listed})")), "{text}");
}

#[test]
fn s100_no_share_is_given_below_five_losses_and_month_ends_too_young_are_not_judged() {
    let cli = book(2);
    let all = cli.json(&["risk", "--lost"]);
    assert_eq!((&all["signs"]["enough"], &row(&all, "list")["precision"]), (&json!(false), &Value::Null));
    let text = cli.ok(&["risk", "--lost"]);
    assert!(text.contains("too few to say") && !text.contains('%'), "{text}");
    // Nobody knows yet who of October's list will be lost by April.
    let young = cli.json(&["risk", "--lost", "--period", "2026-10"]);
    assert_eq!(young["signs"]["month_ends"], json!([]));
    assert!(cli.ok(&["risk", "--lost", "--period", "2026-10"]).contains("Nothing to judge yet"));
    cli.fails(2, &["risk", "--lost", "--period", "soon"]);
    cli.fails(2, &["risk", "--period", "2026"]);
    let chinese = cli.ok(&["--lang", "zh-CN", "risk", "--lost"]);
    assert!(chinese.contains("按原因") && chinese.contains("太少"), "{chinese}");
}

#[test]
fn s100_a_book_without_losses_says_so() {
    let cli = Cli::new();
    cli.client("Northstar", &[]);
    let text = cli.ok(&["risk", "--lost"]);
    assert!(text.contains("Nobody was lost") && text.contains("Nobody was won back"), "{text}");
}
