//! A leave entered, then `spread`, through the real binary: no day over capacity and everybody within the grace where that can be, and
//! who cannot be is named. What comes out is read from `v_due` and counted here, not by the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use common::cli::Cli;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

const CAPACITY: usize = 6;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// So many clients of each tier, each contacted last on some day of the last interval of each of its requirements.
fn book(tiers: [usize; 3], last: &str, seed: u64) -> Cli {
    let mut cli = Cli::new();
    cli.at(&format!("{last}T18:00:00+08:00"));
    let (mut dice, mut clients, mut touches) =
        (Dice(seed), String::from("name,since,tier_pin\n"), String::from("client,channel,outcome,at\n"));
    let plan: [&[(&str, u64)]; 3] = [&[("visit", 30), ("call", 7)], &[("visit", 90), ("call", 14)], &[("email", 30)]];
    for (tier, count) in tiers.into_iter().enumerate() {
        let name = ["A", "B", "C"][tier];
        for n in 0..count {
            writeln!(clients, "{name} {n},2025-01-06,{name}").unwrap();
            for (channel, days) in plan[tier] {
                let at = date(last) - Days::new(dice.roll(*days));
                writeln!(touches, "{name} {n},{channel},reached,{at} 10:00").unwrap();
            }
        }
    }
    for (name, text) in [("clients.csv", clients), ("touches.csv", touches)] {
        let file = cli.file(name, text);
        cli.ok(&["import", file.to_str().unwrap()]);
    }
    cli
}

/// One requirement as `v_due` has it.
#[derive(Debug, Clone, PartialEq)]
struct Due {
    tier: String,
    due: NaiveDate,
    overdue_from: NaiveDate,
}

type Plan = BTreeMap<(String, String), Due>;

fn due(cli: &Cli) -> Plan {
    let rows = cli.json(&["sql", "select client, channel, tier, due, overdue_from from v_due"]);
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_else(|| panic!("{key} in {row}")).to_owned();
    let one = |row: &Value| {
        let due = Due { tier: text(row, "tier"), due: date(&text(row, "due")), overdue_from: date(&text(row, "overdue_from")) };
        ((text(row, "client"), text(row, "channel")), due)
    };
    rows.as_array().unwrap().iter().map(one).collect()
}

fn works(day: NaiveDate, leave: (NaiveDate, NaiveDate)) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !(leave.0..=leave.1).contains(&day)
}

/// Clients of each day; what was due before stands today.
fn holds(plan: &Plan, today: NaiveDate) -> BTreeMap<NaiveDate, BTreeSet<&str>> {
    let mut out: BTreeMap<NaiveDate, BTreeSet<&str>> = BTreeMap::new();
    for ((client, _), r) in plan {
        out.entry(r.due.max(today)).or_default().insert(client);
    }
    out
}

/// How many clients of each tier at most can be kept within the grace of the one of their requirements that can wait least: an augmenting
/// path for one after the other, A first. With more requirements it can only be fewer.
fn most(plan: &Plan, today: NaiveDate, leave: (NaiveDate, NaiveDate)) -> BTreeMap<String, usize> {
    let mut tightest: BTreeMap<&str, (&Due, usize)> = BTreeMap::new();
    for ((client, _), r) in plan.iter().filter(|(_, r)| r.overdue_from > today) {
        let days = window(r, today, leave).len();
        let kept = tightest.entry(client).or_insert((r, days));
        *kept = if days < kept.1 { (r, days) } else { *kept };
    }
    let mut jobs: Vec<(String, Vec<NaiveDate>)> =
        tightest.values().map(|(r, _)| (r.tier.clone(), window(r, today, leave))).collect();
    jobs.sort();
    let mut at: HashMap<NaiveDate, Vec<usize>> = HashMap::new();
    let mut out = BTreeMap::new();
    for n in 0..jobs.len() {
        let kept = find(n, &jobs, &mut at, &mut BTreeSet::new());
        *out.entry(jobs[n].0.clone()).or_insert(0) += usize::from(kept);
    }
    out
}

fn window(r: &Due, today: NaiveDate, leave: (NaiveDate, NaiveDate)) -> Vec<NaiveDate> {
    r.due.max(today).iter_days().take_while(|day| *day < r.overdue_from).filter(|day| works(*day, leave)).collect()
}

fn find(
    n: usize,
    jobs: &[(String, Vec<NaiveDate>)],
    at: &mut HashMap<NaiveDate, Vec<usize>>,
    seen: &mut BTreeSet<NaiveDate>,
) -> bool {
    for day in &jobs[n].1 {
        if !seen.insert(*day) {
            continue;
        }
        let there = at.entry(*day).or_default().clone();
        if there.len() < CAPACITY {
            at.get_mut(day).unwrap().push(n);
            return true;
        }
        for (k, other) in there.into_iter().enumerate() {
            if find(other, jobs, at, seen) {
                at.get_mut(day).unwrap()[k] = n;
                return true;
            }
        }
    }
    false
}

/// Levels the book and checks what comes out; who is named, by tier.
fn level(cli: &Cli, today: &str, leave: (&str, &str)) -> BTreeMap<String, usize> {
    let (today, leave) = (date(today), (date(leave.0), date(leave.1)));
    let before = due(cli);
    let preview = cli.json(&["spread"]);
    assert_eq!(due(cli), before, "a preview writes nothing");
    let answer = cli.json(&["spread", "--apply"]);
    assert_eq!((&answer["beyond"], &answer["over"]), (&preview["beyond"], &preview["over"]));
    let after = due(cli);
    let list = |key: &str| preview[key].as_array().unwrap().clone();
    let of = |one: &Value| (one["client"]["name"].as_str().unwrap().to_owned(), one["channel"].as_str().unwrap().to_owned());

    let moved: BTreeMap<(String, String), NaiveDate> =
        list("moves").iter().map(|m| (of(m), date(m["to"].as_str().unwrap()))).collect();
    let named: BTreeSet<(String, String)> = list("beyond").iter().map(of).collect();
    for (key, r) in &before {
        let now = &after[key];
        assert_eq!(now.due, moved.get(key).copied().unwrap_or(r.due), "{key:?}");
        assert!(now.due >= r.due && now.due.max(today) < now.overdue_from, "{key:?} {r:?} {now:?}");
        assert!(works(now.due.max(today), leave), "{key:?} {now:?}");
        if r.overdue_from > today {
            assert_eq!(now.due.max(today) >= r.overdue_from, named.contains(key), "{key:?} {r:?} {now:?}");
        }
    }
    for one in list("beyond") {
        let r = &before[&of(&one)];
        assert_eq!(one["due"], json!(r.due.to_string()));
        assert_eq!(one["overdue_from"], json!(r.overdue_from.to_string()));
        assert_eq!(one["to"], json!(after[&of(&one)].due.to_string()));
    }
    // No day over capacity, and the days of the preview are the days there are.
    assert_eq!(preview["over"], json!([]));
    let (held, was) = (holds(&after, today), holds(&before, today));
    for (day, clients) in &held {
        assert!(clients.len() <= CAPACITY, "{day} holds {clients:?}");
    }
    for day in list("days") {
        let on = date(day["day"].as_str().unwrap());
        let count = |held: &BTreeMap<NaiveDate, BTreeSet<&str>>| json!(held.get(&on).map_or(0, BTreeSet::len));
        assert_eq!((&day["before"], &day["after"]), (&count(&was), &count(&held)), "{on}");
    }
    // Today of a day to come says the same of it.
    for day in today.iter_days().filter(|day| works(*day, leave)).take(4) {
        let items = cli.json(&["today", "--as-of", &day.to_string()])["items"].clone();
        let mut there = BTreeSet::new();
        for item in items.as_array().unwrap() {
            let falls = |i: &Value| i["due"] == json!(day.to_string());
            match item["kind"].as_str().unwrap() {
                "contact" if falls(item) => drop(there.insert(item["client"]["name"].as_str().unwrap().to_owned())),
                _ => {}
            }
        }
        let known = held.get(&day).cloned().unwrap_or_default();
        assert!(
            there.iter().all(|name| known.contains(name.as_str())) && there.len() <= CAPACITY,
            "{day}: {there:?} {known:?}"
        );
    }
    // A second time nothing moves; one undo step takes all of it back.
    assert_eq!(cli.json(&["spread"])["moves"], json!([]));
    cli.ok(&["undo"]);
    assert_eq!(due(cli), before);

    let mut by_tier: BTreeMap<String, usize> = BTreeMap::new();
    let clients: BTreeSet<(String, &String)> = named.iter().map(|key| (before[key].tier.clone(), &key.0)).collect();
    clients.into_iter().for_each(|(tier, _)| *by_tier.entry(tier).or_insert(0) += 1);
    // Nobody is named who could have been kept: A before B before C.
    let most = most(&before, today, leave);
    for (tier, kept) in &most {
        let all: BTreeSet<&String> =
            before.iter().filter(|(_, r)| r.tier == *tier && r.overdue_from > today).map(|(key, _)| &key.0).collect();
        assert!(all.len() - by_tier.get(tier).unwrap_or(&0) >= *kept, "{tier}: {by_tier:?} named, {most:?} can be kept");
    }
    by_tier
}

#[test]
fn a_leave_ahead_is_levelled_within_every_grace() {
    for seed in [1, 2] {
        let mut cli = book([8, 15, 40], "2026-11-20", seed);
        let leave = ("2026-11-30", "2026-12-11");
        cli.at("2026-11-23T09:04:00+08:00");
        cli.ok(&["leave", "add", leave.0, leave.1]);
        let first = date("2026-12-14");
        assert!(
            holds(&due(&cli), date("2026-11-23"))[&first].len() > 2 * CAPACITY,
            "the leave falls due on its first day after"
        );
        assert_eq!(level(&cli, "2026-11-23", leave), BTreeMap::new(), "nobody has to be late");
    }
}

#[test]
fn back_from_leave_the_day_can_be_done() {
    let mut cli = book([8, 15, 40], "2026-11-27", 3);
    let leave = ("2026-11-30", "2026-12-11");
    cli.ok(&["leave", "add", leave.0, leave.1]);
    cli.at("2026-12-14T09:00:00+08:00");
    level(&cli, "2026-12-14", leave);
}

#[test]
fn who_cannot_be_kept_is_named_and_the_least_important_are_late() {
    // Twenty calls of A may wait until Tuesday, and two days hold twelve clients.
    let mut cli = book([20, 6, 0], "2026-11-27", 4);
    let leave = ("2026-11-30", "2026-12-11");
    cli.ok(&["leave", "add", leave.0, leave.1]);
    cli.at("2026-12-14T09:00:00+08:00");
    let named = level(&cli, "2026-12-14", leave);
    assert_eq!(named.get("A"), Some(&8), "{named:?}");
    let text = cli.ok(&["spread"]);
    assert_eq!(text.matches("No room within its grace: A ").count(), 8, "{text}");
    assert!(text.contains("overdue from Wed 16 Dec"), "{text}");
    let text = cli.speak("zh-CN").ok(&["spread", "--apply"]);
    assert_eq!(text.matches("宽限期内排不下：A ").count(), 8, "{text}");
}
