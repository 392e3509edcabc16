//! The figures of clients, decisions about small ones and kinds of need on the command line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::Value;

/// Three clients: one large, one that grows, one that has gone quiet; all pinned, since the book is small.
fn book() -> Cli {
    let home = Cli::new();
    for (name, tier, invoices) in [
        ("Northstar", "A", &[("2025-09-01", "9000"), ("2026-03-01", "9000"), ("2026-09-01", "9000")][..]),
        ("Sprout", "C", &[("2025-10-01", "100"), ("2026-03-01", "120"), ("2026-09-01", "90")][..]),
        ("Vela", "C", &[("2025-03-01", "300")][..]),
    ] {
        home.ok(&["client", "add", name, "--since", "2024-11-01"]);
        home.ok(&["client", "pin", name, tier, "-m", "agreed"]);
        for (issued, amount) in invoices {
            home.ok(&["invoice", "add", name, amount, "--issued", issued, "--paid", "2026-10-01"]);
        }
    }
    home
}

fn of<'a>(list: &'a Value, name: &str) -> &'a Value {
    list.as_array().unwrap().iter().find(|c| c["name"] == name).unwrap()
}

#[test]
fn s054_s062_s068_the_figures_stand_in_json_and_in_sql() {
    let home = book();
    home.ok(&["log", "Northstar", "call", "--minutes", "90"]);
    let list = home.json(&["client", "list"]);
    let (north, sprout, vela) = (of(&list, "Northstar"), of(&list, "Sprout"), of(&list, "Vela"));
    assert_eq!(north["value_past"]["minor"], 1_800_000);
    assert_eq!(north["margin_per_hour"]["minor"], 1_200_000);
    assert_eq!((&north["minutes"], &sprout["minutes"], &sprout["margin_per_hour"]), (&90.into(), &Value::Null, &Value::Null));
    assert_eq!((&north["rfm"]["m"], &vela["rfm"]["r"]), (&5.into(), &1.into()));
    assert_eq!((&sprout["rising"], &north["rising"]), (&true.into(), &false.into()));
    assert!((sprout["growth"].as_f64().unwrap() - 1.1).abs() < 1e-9);
    let expected = home.json(&["client", "list", "--view", "expected"]);
    let worth = &of(&expected, "Northstar")["lifetime_36"];
    assert!(worth["low"]["minor"].as_i64() < worth["high"]["minor"].as_i64(), "{worth}");
    let rising: Vec<Value> = home.json(&["client", "list", "is:rising"]).as_array().unwrap().clone();
    assert_eq!(rising.len(), 1);
    let row = home.json(&["sql", "select value_past, rising, minutes, lifetime_12 from v_client where name = 'Northstar'"]);
    assert_eq!(row[0]["value_past"], 1_800_000);
    assert!(row[0]["lifetime_12"].as_i64().unwrap() > 0);
    // As of an earlier day its own year counts.
    let before = home.json(&["client", "list", "--as-of", "2026-08-01"]);
    assert_eq!(of(&before, "Northstar")["minutes"], Value::Null);
}

#[test]
fn s068_a_view_prints_its_columns_the_largest_first() {
    let home = book();
    for view in ["past", "expected", "share", "rfm", "hour", "pay", "growth"] {
        let text = home.ok(&["client", "list", "--view", view]);
        assert!(text.lines().count() > 3, "{view}: {text}");
    }
    let past = home.ok(&["client", "list", "--view", "past"]);
    assert!(past.lines().nth(1).unwrap().starts_with("Northstar"), "{past}");
    assert_eq!(home.run(&["client", "list", "--view", "nonsense"]).code, 2);
    assert_eq!(home.run(&["client", "list", "growth>much"]).code, 2);
}

#[test]
fn s069_small_clients_are_judged_and_decided_about() {
    let home = book();
    let list = home.json(&["client", "list", "--keep-or-drop"]);
    let rows = list.as_array().unwrap();
    assert_eq!(rows.iter().map(|c| c["name"].as_str().unwrap()).collect::<Vec<_>>(), ["Vela", "Sprout"]);
    assert_eq!((&rows[0]["advice"], &rows[1]["advice"]), (&"let-go".into(), &"keep".into()));
    assert_eq!(home.json(&["client", "list", "--keep-or-drop", "tier:A"]).as_array().unwrap().len(), 1);
    assert_eq!(home.run(&["client", "invest", "Vela", "automate"]).code, 4, "a decision needs its reason");
    home.ok(&["client", "invest", "Vela", "automate", "-m", "two mails a year"]);
    let show = home.json(&["client", "show", "Vela"]);
    assert_eq!(show["investment"]["why"], "two mails a year");
    assert_eq!(show["plan"][0]["channel"], "email");
    home.ok(&["client", "invest", "Vela", "auto"]);
    assert_eq!(home.json(&["client", "show", "Vela"])["investment"], Value::Null);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["client", "show", "Vela"])["investment"]["kind"], "automate");
}

#[test]
fn s070_a_kind_of_need_comes_with_what_shows_it_and_survives_a_round_trip() {
    let home = book();
    assert_eq!(home.run(&["client", "edit", "Vela", "--need-type", "price"]).code, 4, "a guess is none");
    assert_eq!(home.run(&["client", "edit", "Vela", "--need-why", "says so"]).code, 2);
    assert_eq!(home.run(&["client", "edit", "Vela", "--need-type", "speed", "--need-why", "x"]).code, 2);
    home.ok(&["client", "edit", "Vela", "--need-type", "性价比", "--need-why", "asks for three offers"]);
    home.ok(&["client", "add", "Kite", "--need-type", "quality", "--need-why", "sends samples back"]);
    assert_eq!(home.json(&["client", "list", "need:price"]).as_array().unwrap().len(), 1);
    assert!(home.ok(&["history", "Vela"]).contains("kind of need"), "{}", home.ok(&["history", "Vela"]));
    let csv = home.ok(&["export", "--what", "clients"]);
    let copy = Cli::new();
    copy.file("clients.csv", csv.as_bytes());
    copy.ok(&["import", "clients.csv", "--as", "clients"]);
    for name in ["Vela", "Kite"] {
        let (a, b) = (home.json(&["client", "show", name]), copy.json(&["client", "show", name]));
        assert_eq!((&a["need_type"], &a["need_why"]), (&b["need_type"], &b["need_why"]), "{name}");
        assert!(a["need_type"].is_string());
    }
    home.ok(&["client", "edit", "Vela", "--need-type", ""]);
    assert_eq!(home.json(&["client", "show", "Vela"])["need_type"], Value::Null);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["client", "show", "Vela"])["need_why"], "asks for three offers");
}
