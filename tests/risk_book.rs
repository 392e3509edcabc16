//! Risk through the command line: the public CDNOW 1/10 sample imported as invoices, asked about a day of its past, and judged by what
//! really happened after it. The model's own figures are in `risk_vectors`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use touchbase::domain::day::Day;

const CDNOW: &str = include_str!("data/cdnow_sample.csv");
/// The day that is asked about, and the last day of the data.
const ASKED: &str = "1997-09-30";
const LAST: &str = "1998-06-30";

fn day(text: &str) -> Day {
    Day::from(text.parse::<chrono::NaiveDate>().unwrap())
}

fn name(customer: u32) -> String {
    format!("Customer {customer:05}")
}

/// The sample as invoices, and the days of each customer.
fn invoices() -> (String, BTreeMap<String, Vec<Day>>) {
    let (mut text, mut days) = ("client,issued,amount,currency\n".to_owned(), BTreeMap::<String, Vec<Day>>::new());
    for line in CDNOW.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let customer = name(cells[0].parse().unwrap());
        let _ = writeln!(text, "{customer},{},{},USD", cells[1], cells[2]);
        days.entry(customer).or_default().push(day(cells[1]));
    }
    (text, days)
}

/// The share of pairs, one gone and one not, in which the one that is gone has the higher risk; ties count half.
fn auc(scored: &[(f64, bool)]) -> f64 {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut rank_sum, mut at) = (0.0, 0);
    while at < sorted.len() {
        let end = at + sorted[at..].iter().take_while(|s| s.0 == sorted[at].0).count();
        let rank = (at + 1 + end) as f64 / 2.0;
        rank_sum += rank * sorted[at..end].iter().filter(|s| s.1).count() as f64;
        at = end;
    }
    let gone = sorted.iter().filter(|s| s.1).count() as f64;
    let stayed = sorted.len() as f64 - gone;
    (rank_sum - gone * (gone + 1.0) / 2.0) / (gone * stayed)
}

/// How far what was said lies from what happened, over ten classes of what was said.
fn calibration_error(scored: &[(f64, bool)]) -> f64 {
    let class = |risk: f64| ((risk * 10.0) as usize).min(9);
    let error = |n: usize| {
        let of: Vec<&(f64, bool)> = scored.iter().filter(|s| class(s.0) == n).collect();
        let said: f64 = of.iter().map(|s| s.0).sum();
        let happened = of.iter().filter(|s| s.1).count() as f64;
        (said - happened).abs() / scored.len() as f64
    };
    (0..10).map(error).sum()
}

#[test]
fn s091_the_hold_out_of_cdnow_through_the_command_line() {
    let cli = Cli::new();
    let (csv, days) = invoices();
    let file = cli.file("invoices.csv", csv);
    cli.ok(&["import", file.to_str().unwrap()]);
    let list = cli.json(&["risk", "--min", "0", "--as-of", ASKED]);
    let rows = list.as_array().unwrap();
    assert_eq!(rows.len(), 2357, "everybody bought before, and the newest of them long enough ago");
    let (asked, last) = (day(ASKED), day(LAST));
    let scored: Vec<(f64, bool)> = rows
        .iter()
        .map(|row| {
            let risk = row["risk"].as_f64().unwrap();
            assert!((0.0..=1.0).contains(&risk), "{row}");
            let end = asked.plus(row["horizon_days"].as_f64().unwrap().round() as i32).min(last);
            let days = &days[row["name"].as_str().unwrap()];
            (risk, !days.iter().any(|d| *d > asked && *d <= end))
        })
        .collect();
    let (auc, error) = (auc(&scored), calibration_error(&scored));
    assert!(auc >= 0.795, "AUC {auc}");
    assert!(error <= 0.05, "expected calibration error {error}");

    // What was bought later is neither seen nor booked.
    let cut: String = invoices().0.lines().filter(|l| l.split(',').nth(1).is_none_or(|on| on <= ASKED || on == "issued")).fold(
        String::new(),
        |mut all, line| {
            let _ = writeln!(all, "{line}");
            all
        },
    );
    let before = Cli::new();
    let file = before.file("invoices.csv", cut);
    before.ok(&["import", file.to_str().unwrap()]);
    let known = before.json(&["risk", "--min", "0", "--as-of", ASKED]);
    let figures = |list: &Value| -> BTreeMap<String, (String, String)> {
        let of = |row: &Value| (row["name"].as_str().unwrap().to_owned(), (row["risk"].to_string(), row["state"].to_string()));
        list.as_array().unwrap().iter().map(of).collect()
    };
    assert_eq!(figures(&list), figures(&known));
}

/// A book of a few clients on the Monday of every test, orders every 30 days until some days ago.
fn book() -> Cli {
    let cli = Cli::new();
    let today = day("2026-11-23");
    let mut csv = "client,issued,amount,currency\n".to_owned();
    let mut regular = |name: &str, every: i32, silent: i32, count: i32| {
        for n in 0..count {
            let _ = writeln!(csv, "{name},{},1000,CNY", today.plus(-silent - every * n));
        }
    };
    for n in 0..8 {
        regular(&format!("Steady {n}"), 28 + n, 3 + n, 14);
    }
    regular("Late Co", 30, 100, 12);
    regular("Once Ltd", 30, 300, 1);
    regular("New Ltd", 30, 5, 1);
    let file = cli.file("invoices.csv", csv);
    cli.ok(&["import", file.to_str().unwrap()]);
    cli.client("No Order", &[]);
    cli
}

#[test]
fn risk_in_json_has_every_number_and_null_where_there_is_none() {
    let cli = book();
    let all = cli.json(&["risk", "--min", "0"]);
    let row = |name: &str| all.as_array().unwrap().iter().find(|r| r["name"] == name);
    assert!(row("No Order").is_none() && row("New Ltd").is_none(), "unknown and new clients have no figure");
    let late = row("Late Co").unwrap();
    assert_eq!(late["state"], "known");
    assert_eq!(late["orders"], 12);
    assert_eq!(late["silent_days"], 100);
    assert_eq!(late["usual_days"], 30.0);
    assert_eq!(late["risk"], late["orders_alone"], "no sign beside the orders");
    assert!(late["risk"].as_f64().unwrap() > 0.5, "{late}");
    assert!(late["order_today"].as_f64().unwrap() < late["risk"].as_f64().unwrap());
    assert_eq!(late["signals"][0]["name"], "frequency-drop");
    assert_eq!(late["signals"][0]["weight"], 0.0);
    assert!(late["signals"][0]["evidence"].as_str().unwrap().contains("100"));
    let minor = |value: &Value| value["minor"].as_i64().unwrap();
    assert!(minor(&late["clv12"]["low"]) < minor(&late["clv12"]["middle"]));
    assert!(minor(&late["clv12"]["middle"]) < minor(&late["clv36"]["middle"]));
    assert!(minor(&late["clv12"]["middle"]) < minor(&late["expected"]), "a later order is worth less today");
    assert_eq!(late["at_stake"]["currency"], "CNY");
    let listed = cli.json(&["risk"]);
    assert!(listed.as_array().unwrap().iter().any(|r| r["name"] == "Late Co"));
    assert!(listed.as_array().unwrap().iter().all(|r| r["risk"].as_f64().unwrap() >= 0.5));
}

#[test]
fn a_change_of_level_carries_the_level_of_a_week_ago() {
    let cli = book();
    let was = |day: &str| {
        let all = cli.json(&["risk", "--min", "0", "--as-of", day]);
        let late = all.as_array().unwrap().iter().find(|r| r["name"] == "Late Co").unwrap().clone();
        (late["level"].as_str().unwrap().to_owned(), late["was"].as_str().unwrap().to_owned())
    };
    let mut before: Option<String> = None;
    let mut changes = 0;
    // From its last order to today, week by week: each week says what the one before said, whenever the model hardly moved.
    for week in (0..=14).map(|n| day("2026-08-16").plus(7 * n)) {
        let (level, said) = was(&week.to_string());
        changes += usize::from(before.as_ref().is_some_and(|b| *b == said && *b != level));
        before = Some(level);
    }
    assert!(changes >= 1, "from low to at least medium");
}

#[test]
fn s102_the_filter_and_the_view_of_sql_know_risk() {
    let cli = book();
    let names = |filter: &str| -> Vec<String> {
        let list = cli.json(&["client", "list", filter]);
        let mut all: Vec<String> = list.as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect();
        all.sort();
        all
    };
    assert!(names("risk>0.5").contains(&"Late Co".to_owned()));
    assert_eq!(names("risk>=50%"), names("风险>0.5"));
    assert_eq!(names("risk:unknown"), ["New Ltd", "No Order"]);
    let (high, low) = (names("risk>=0.5"), names("risk<0.5"));
    assert_eq!(high.len() + low.len(), 10, "whoever has no figure is neither");
    cli.fails(2, &["client", "list", "risk:much"]);
    let rows = cli.json(&["sql", "select client, risk, state, clv12 < clv36 as more from v_risk order by risk desc, client"]);
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 12);
    assert!(rows.iter().any(|r| r["client"] == "No Order" && r["risk"] == Value::Null && r["state"] == "no-order"));
    let late = rows.iter().find(|r| r["client"] == "Late Co").unwrap();
    assert_eq!(late["more"], 1);
    let list = cli.json(&["risk", "--min", "0"]);
    let listed = list.as_array().unwrap().iter().find(|r| r["name"] == "Late Co").unwrap();
    assert_eq!(late["risk"], listed["risk"]);
}

#[test]
fn the_kept_fit_changes_no_answer() {
    let cli = book();
    let ask = || (cli.json(&["risk", "--min", "0"]), cli.json(&["explain", "Late Co"]), cli.json(&["today"]));
    let fits = || {
        let db = rusqlite::Connection::open(cli.db()).unwrap();
        db.query_row("SELECT count(*) FROM fit", [], |r| r.get::<_, i64>(0)).unwrap()
    };
    rusqlite::Connection::open(cli.db()).unwrap().execute("DELETE FROM fit", []).unwrap();
    let cold = ask();
    assert_eq!(fits(), 0, "reading writes nothing");
    cli.ok(&["task", "add", "No Order", "say hello", "--due", "2027-01-04"]);
    assert_eq!(fits(), 1, "a writing command keeps what it had to fit");
    let warm = ask();
    assert_eq!(cold.0, warm.0);
    assert_eq!(cold.1, warm.1);
    let db = rusqlite::Connection::open(cli.db()).unwrap();
    db.execute("UPDATE fit SET model = 'nonsense'", []).unwrap();
    drop(db);
    assert_eq!(ask(), warm, "a cache that cannot be read is none");
}

#[test]
fn explain_shows_terms_figures_and_what_would_lower_them() {
    let mut cli = book();
    let text = cli.ok(&["explain", "Late Co"]);
    for part in
        ["no order for 100 d, 3.3 x the usual 30", "12 orders, every 30 d on average (regular); silent 100 d = 3.3 x usual ->"]
    {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(text.contains("probability of no order by") && !text.contains("risk index"), "{text}");
    assert!(text.contains("an order today would make it") && text.contains("over 36"), "{text}");
    cli.ok(&["survey", "add", "Late Co", "nps", "3"]);
    let text = cli.ok(&["explain", "Late Co"]);
    assert!(text.contains("orders alone") && text.contains("risk index"), "{text}");
    assert!(text.contains("+0.80  would not recommend you: 3 of 10") && text.contains("without this it would be"), "{text}");
    let chinese = cli.speak("zh-CN").ok(&["explain", "Late Co"]);
    assert!(chinese.contains("只看订单") && chinese.contains("风险指数，不是概率"), "{chinese}");
}

#[test]
fn with_little_own_history_there_are_reasons_and_no_figure() {
    let cli = Cli::new();
    let mut csv = "client,issued,amount,currency\n".to_owned();
    for n in 0..6 {
        let _ = writeln!(csv, "Late Co,{},1000,CNY", day("2026-08-01").plus(-30 * n));
    }
    let file = cli.file("invoices.csv", csv);
    cli.ok(&["import", file.to_str().unwrap()]);
    cli.ok(&["survey", "add", "Late Co", "nps", "3"]);
    let text = cli.ok(&["explain", "Late Co"]);
    let risk = text.split("\nRisk\n").nth(1).unwrap().split("\n\n").next().unwrap();
    assert!(risk.contains("little own history") && risk.contains("would not recommend you"), "{risk}");
    assert!(risk.contains("6 orders, every 30 d on average"), "{risk}");
    for figure in ["likely", "%", "0.", "worth", "+0.80"] {
        assert!(!risk.contains(figure), "{figure}: {risk}");
    }
}
