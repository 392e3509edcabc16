//! `publish` with the real binary: what stands in the folder, what is left alone, and how it refuses.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::{Cli, binary};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// An A client with a person, visited lately, two promises given.
fn book() -> Cli {
    let cli = Cli::new();
    cli.client(
        "Lotus Spa",
        &["--since", "2026-01-05", "--phone", "+44 113 496 0000", "--note", "owner is divorced", "--tag", "vip"],
    );
    cli.ok(&["client", "pin", "Lotus", "A", "-m", "key account", "--from", "2026-01-05"]);
    cli.ok(&[
        "person",
        "add",
        "Lotus",
        "Li Min",
        "--phone",
        "+44 7700 900001",
        "--email",
        "li@lotus.example",
        "--birthday",
        "12-24",
    ]);
    cli.ok(&["log", "Lotus", "visit", "--at", "2026-11-18", "-m", "wants a lower price"]);
    cli.ok(&["task", "add", "Lotus", "send the quote", "--due", "2026-11-20"]);
    cli.ok(&["task", "add", "Lotus", "call about the logo", "--due", "2026-11-25T15:00"]);
    cli
}

/// The same with a visit agreed.
fn agreed() -> Cli {
    let cli = book();
    cli.ok(&[
        "appointment",
        "add",
        "Lotus",
        "visit",
        "2026-11-26T10:30",
        "--minutes",
        "90",
        "--place",
        "Gate 4; Leeds",
        "-m",
        "budget",
    ]);
    cli
}

/// Every file of a published folder by its path in it.
fn files(root: &Path) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for folder in ["calendar", "tasks", "contacts"] {
        for entry in fs::read_dir(root.join(folder)).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            out.insert(format!("{folder}/{name}"), fs::read_to_string(path).unwrap().replace("\r\n ", ""));
        }
    }
    out
}

/// The value of a property, as it is written.
fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix([':', ';']))
}

/// The titles in a folder.
fn titles(files: &BTreeMap<String, String>, folder: &str) -> Vec<String> {
    let of = files.iter().filter(|(path, _)| path.starts_with(folder));
    let mut all: Vec<String> = of.map(|(_, text)| value(text, "SUMMARY").unwrap().to_owned()).collect();
    all.sort();
    all.dedup();
    all
}

fn published(cli: &Cli, more: &[&str]) -> BTreeMap<String, String> {
    cli.ok(&[&["publish", "phone"], more].concat());
    files(&cli.path("phone"))
}

#[test]
fn s040_the_day_is_published_as_events_to_dos_and_cards() {
    let cli = agreed();
    let all = published(&cli, &[]);
    assert_eq!(
        titles(&all, "calendar/"),
        ["Birthday of Li Min (Lotus Spa)", "Call Lotus Spa (Li Min)", "Visit Lotus Spa (Li Min)"]
            .iter()
            .map(|t| (*t).to_owned())
            .chain(titles(&all, "calendar/").into_iter().filter(|t| t.contains("to greet")))
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    );
    assert_eq!(titles(&all, "tasks/"), ["call about the logo (Lotus Spa)", "send the quote (Lotus Spa)"]);
    let (_, visit) = all.iter().find(|(name, _)| name.contains("appointment")).unwrap();
    assert_eq!(value(visit, "DTSTART"), Some("20261126T023000Z"), "10:30 in Shanghai");
    assert_eq!(value(visit, "DTEND"), Some("20261126T040000Z"), "90 minutes later");
    assert_eq!(value(visit, "TRIGGER"), Some("-PT30M"), "a visit is announced earlier");
    assert_eq!(value(visit, "LOCATION"), Some("Gate 4\\; Leeds"));
    assert_eq!(value(visit, "DESCRIPTION"), Some("Phone: +44 7700 900001\\nPhone: +44 113 496 0000"));
    let due = |text: &str| {
        let found = all.iter().find(|(name, body)| name.starts_with("tasks/") && body.contains(text));
        value(found.unwrap().1, "DUE").map(str::to_owned)
    };
    assert_eq!(due("logo").as_deref(), Some("20261125T070000Z"), "15:00 in Shanghai");
    assert_eq!(due("quote").as_deref(), Some("VALUE=DATE:20261120"), "late is late, not due today");
    let card = all.iter().find(|(name, _)| name.contains("person")).unwrap().1;
    for line in ["VERSION:3.0", "FN:Li Min", "ORG:Lotus Spa", "TEL:+44 7700 900001", "EMAIL:li@lotus.example"] {
        assert!(card.lines().any(|l| l == line), "{line} in {card}");
    }
    assert!(all.iter().any(|(name, card)| name.contains("contacts/touchbase-client") && card.contains("+44 113 496 0000")));
    for (path, text) in &all {
        let uid = value(text, "UID").unwrap();
        let name = path.split_once('/').unwrap().1.rsplit_once('.').unwrap().0;
        assert_eq!(uid, name, "a file is named by what is in it");
    }
}

#[test]
fn s040_a_late_contact_stands_on_today() {
    let mut cli = book();
    cli.at("2026-11-30T09:00:00+08:00");
    let all = published(&cli, &[]);
    let next = all.iter().find(|(name, _)| name.contains("-call.ics")).unwrap().1;
    assert_eq!(value(next, "DTSTART"), Some("VALUE=DATE:20261130"));
    assert!(value(next, "DESCRIPTION").unwrap().starts_with("Was due on 2026-11-25"), "{next}");
}

#[test]
fn s040_an_hour_is_the_hour_of_the_book_in_summer_and_in_winter() {
    let cli = book();
    cli.ok(&["zone", "Europe/Berlin"]);
    cli.client("Delta Foods", &[]);
    cli.ok(&["appointment", "add", "Lotus", "call", "2027-01-15T10:00"]);
    cli.ok(&["appointment", "add", "Delta", "meeting", "2027-07-15T10:00"]);
    let all = published(&cli, &["--only", "calendar"]);
    let of = |title: &str| {
        let found = all.iter().find(|(name, text)| name.contains("appointment") && text.contains(title)).unwrap().1;
        (value(found, "DTSTART").unwrap(), value(found, "DTEND").unwrap(), value(found, "TRIGGER").unwrap())
    };
    assert_eq!(of("Call Lotus"), ("20270115T090000Z", "20270115T100000Z", "-PT15M"));
    assert_eq!(of("Online meeting with Delta"), ("20270715T080000Z", "20270715T090000Z", "-PT15M"));
}

#[test]
fn s047_publish_shows_birthdays_anniversaries_and_holidays_of_twelve_months() {
    let cli = book();
    cli.ok(&["engagement", "add", "Lotus", "Website", "--start", "2025-06-15"]);
    let all = published(&cli, &[]);
    let on = |title: &str| {
        let of = all.values().filter(|text| value(text, "SUMMARY").is_some_and(|s| s.starts_with(title)));
        of.map(|text| value(text, "DTSTART").unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(on("Birthday of Li Min"), ["VALUE=DATE:20261224"], "once in twelve months");
    assert_eq!(on("2 years together"), ["VALUE=DATE:20270615"]);
    assert!(!all.keys().filter(|name| name.contains("holiday")).collect::<Vec<_>>().is_empty(), "{:?}", all.keys());
    let month = published(&cli, &["--months", "1"]);
    assert!(!month.values().any(|text| text.contains("Birthday")), "24 December is beyond a month");
}

#[test]
fn s040_a_second_publish_writes_nothing_and_what_is_done_is_removed() {
    let cli = book();
    let before = published(&cli, &[]);
    let again = cli.json(&["publish", "phone"]);
    assert_eq!((again["written"].as_u64(), again["removed"].as_u64()), (Some(0), Some(0)), "{again}");
    assert_eq!(again["unchanged"].as_u64(), Some(before.len() as u64));
    // A contact that is made on its day renames none of those that come after it.
    cli.ok(&["task", "done", "quote"]);
    let after = published(&cli, &[]);
    let gone: Vec<&String> = before.keys().filter(|name| !after.contains_key(*name)).collect();
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert!(before[gone[0]].contains("send the quote"));
    assert!(after.iter().all(|(name, text)| before.get(name) == Some(text)));
    cli.ok(&["client", "stop", "Lotus", "-m", "closed"]);
    let stopped = published(&cli, &["--only", "calendar,contacts"]);
    assert!(!stopped.keys().any(|name| name.starts_with("contacts/") || name.contains("contact-")), "{:?}", stopped.keys());
    assert!(stopped.keys().any(|name| name.starts_with("tasks/")), "a folder that was not asked for stays as it was");
}

#[test]
fn s040_a_contact_made_on_its_day_leaves_those_that_follow_as_they_are() {
    let mut cli = book();
    cli.at("2026-11-25T18:00:00+08:00");
    let due = published(&cli, &["--only", "calendar"]);
    let next = due.iter().find(|(name, _)| name.contains("-call.ics")).unwrap().1;
    assert_eq!(value(next, "DTSTART"), Some("VALUE=DATE:20261125"), "a week after the visit");
    cli.ok(&["log", "Lotus", "call", "--at", "17:00"]);
    let made = published(&cli, &["--only", "calendar"]);
    let again = |all: &BTreeMap<String, String>| {
        let of = all.iter().filter(|(name, _)| name.contains("-call-")).map(|(name, text)| (name.clone(), text.clone()));
        of.collect::<BTreeMap<_, _>>()
    };
    let (due, made) = (again(&due), again(&made));
    let same = made.iter().filter(|(name, text)| due.get(*name) == Some(text)).count();
    assert!(same >= 9 && same + 1 >= made.len(), "{same} of {}: {:?} {:?}", made.len(), due.keys(), made.keys());
}

#[test]
fn s040_what_is_sensitive_stays_out_unless_it_is_asked_for() {
    let cli = agreed();
    cli.ok(&["invoice", "add", "Lotus", "8123.45", "--number", "2026-7", "--issued", "2026-10-20", "--due", "2026-11-01"]);
    let secrets = ["lower price", "divorced", "budget", "vip", "8123", "8,123", "Tier", "Risk"];
    let all: String = published(&cli, &[]).into_values().collect();
    for secret in secrets {
        assert!(!all.contains(secret), "{secret}");
    }
    assert!(all.contains("Remind Lotus Spa of invoice 2026-7"));
    let all: String = published(&cli, &["--with", "notes,tier", "--with", "risk,money,tags"]).into_values().collect();
    for wanted in ["lower price", "divorced", "budget", "vip", "8123.45", "Tier A", "Risk: "] {
        assert!(all.replace([',', '\\'], "").contains(wanted), "{wanted}");
    }
    assert!(cli.fails(2, &["publish", "phone", "--with", "bank"]).contains("notes, tier, risk, money, tags"));
}

#[test]
fn s040_titles_are_in_the_language_that_was_asked_for() {
    let cli = book();
    let all = published(&cli, &["--lang", "zh-CN"]);
    let titles = titles(&all, "calendar/");
    for title in ["致电 Lotus Spa（Li Min）", "拜访 Lotus Spa（Li Min）"] {
        assert!(titles.iter().any(|t| t == title), "{titles:?}");
    }
}

#[test]
fn s040_hostile_names_stay_in_their_place() {
    let cli = Cli::new();
    cli.client("Evil\r\nEND:VEVENT\r\nBEGIN:VALARM; 绿叶, \\ 科技 🎂", &["--phone", "1\r\nEND:VCARD"]);
    cli.ok(&["task", "add", "Evil", "text\r\nDUE:19700101", "--due", "2026-11-25"]);
    for (path, text) in published(&cli, &[]) {
        let kind = if path.ends_with(".vcf") { "VCARD" } else { "VCALENDAR" };
        assert!(text.starts_with(&format!("BEGIN:{kind}\r\n")) && text.ends_with(&format!("END:{kind}\r\n")), "{text}");
        assert_eq!(
            text.lines().filter(|l| l.starts_with("END:VE") || l.starts_with("END:VT")).count(),
            usize::from(kind != "VCARD")
        );
        assert!(!text.lines().any(|l| l == "BEGIN:VALARM" || l.contains("19700101") && l.starts_with("DUE")), "{text}");
        assert!(!text.contains('\u{1b}'));
    }
}

#[test]
fn s040_a_folder_that_cannot_be_published_to_is_one_clear_line() {
    let cli = book();
    let file = cli.file("file", "mine");
    assert!(cli.fails(2, &["publish", "file"]).contains("not a folder"));
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
    std::os::unix::fs::symlink(cli.path("elsewhere"), cli.path("link")).unwrap();
    assert!(cli.fails(2, &["publish", "link"]).contains("symbolic link"));
    assert!(!cli.path("elsewhere").exists());
    for (option, bad) in [("--months", "0"), ("--months", "61"), ("--months", "x"), ("--again", "-1"), ("--only", "mail")] {
        let err = cli.fails(2, &["publish", "phone", &format!("{option}={bad}")]);
        assert_eq!(err.lines().count(), 1, "{err}");
    }
    assert!(!cli.path("phone").exists(), "nothing is made for a line that is wrong");
    assert_eq!(cli.run(&["publish", ""]).code, 2);
    let none = Cli::new();
    none.fails(10, &["publish", "phone"]);
    assert!(!none.path("phone").exists());
}

#[test]
fn s040_a_full_disk_is_exit_15_and_leaves_what_was_there_whole() {
    let cli = book();
    let before = published(&cli, &[]);
    cli.ok(&["client", "edit", "Lotus", "--name", "Lotus Spa and Garden"]);
    // A limit of no bytes at all stands for a disk without room.
    let line = format!("ulimit -f 0; exec '{}' publish phone", binary().display());
    let mut full = cli.command("sh");
    full.args(["-c", &line]);
    let ran = common::cli::Ran::of(full.output().unwrap());
    assert_eq!(ran.code, 15, "{}{}", ran.out, ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.contains("cannot write"), "{}", ran.err);
    assert_eq!(files(&cli.path("phone")), before, "every file as it was, and no draft beside them");
    assert!(published(&cli, &[]).values().any(|text| text.contains("Lotus Spa and Garden")));
}

#[test]
fn s040_a_run_that_is_killed_leaves_whole_files_and_the_next_one_tidies_up() {
    let cli = Cli::new();
    cli.ok(&["demo", "--db", "book.db"]);
    let root = cli.path("phone");
    for most in [0, 150] {
        let _ = fs::remove_dir_all(&root);
        let mut run = cli.touchbase(&["publish", "phone", "--again", "12"]);
        let mut run = run.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let begun = Instant::now();
        while run.try_wait().unwrap().is_none() && begun.elapsed() < Duration::from_secs(60) {
            if fs::read_dir(root.join("calendar")).is_ok_and(|all| all.count() > most) {
                run.kill().unwrap();
            }
        }
        run.wait().unwrap();
        let whole = |(name, text): (String, String)| name.contains("/.") || text.ends_with("END:VCALENDAR\r\n");
        assert!(files(&root).into_iter().filter(|(name, _)| name.starts_with("calendar/")).all(whole));
        let all = published(&cli, &["--again", "12"]);
        assert!(!all.keys().any(|name| name.contains("/.")), "{:?}", all.keys());
        assert_eq!(cli.json(&["publish", "phone", "--again", "12"])["unchanged"].as_u64(), Some(all.len() as u64));
    }
}

#[test]
fn s040_the_configuration_of_vdirsyncer_names_the_folder_and_needs_no_book() {
    let cli = Cli::new();
    let config = cli.ok(&["publish", "phone/", "--print-vdirsyncer-config"]);
    let path = format!("path = \"{}\"", cli.dir.path().canonicalize().unwrap().join("phone").display());
    let path = if config.contains(&path) { path } else { format!("path = \"{}\"", cli.path("phone").display()) };
    assert_eq!(config.lines().filter(|line| **line == path).count(), 3, "{config}");
    assert_eq!(config.lines().filter(|line| line.starts_with("[pair ")).count(), 3);
    assert_eq!(config.lines().filter(|line| line.starts_with("[storage ")).count(), 6);
    assert!(!cli.path("phone").exists() && !cli.db().exists());
    let zh = cli.ok(&["publish", "phone", "--print-vdirsyncer-config", "--lang", "zh-CN"]);
    assert!(zh.starts_with("# vdirsyncer：把 touchbase 发布的内容"), "{zh}");
    let plain = |text: &str| text.lines().filter(|l| !l.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(plain(&zh), plain(&config), "only the comments differ");
}
