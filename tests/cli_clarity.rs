//! What the command line says: that it names what it did, tells choices apart, and leads on. Run as the real binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::{Cli, Ran};
use serde_json::json;

fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Delta Foods", &["--since", "2026-10-01"]);
    cli.client("Northstar Media", &["--since", "2026-10-01"]);
    cli
}

#[test]
fn an_exact_text_wins_over_a_part_and_the_message_names_the_task() {
    let mut cli = book();
    cli.ok(&["task", "add", "Delta", "send quote", "--due", "2026-11-27"]);
    cli.ok(&["task", "add", "Delta", "send quote A", "--due", "2026-11-27"]);
    cli.ok(&["task", "add", "Northstar", "call about quote", "--due", "2026-12-01"]);
    let several = cli.fails(3, &["task", "done", "quote"]);
    assert!(several.contains("send quote A, Delta Foods, due Fri 27 Nov"), "{several}");
    assert!(several.contains("call about quote, Northstar Media, due Tue 1 Dec"), "{several}");
    let done = cli.ok(&["task", "done", "send quote"]);
    assert!(done.starts_with("Task done: send quote, Delta Foods"), "{done}");
    assert!(cli.ok(&["history", "--limit", "1"]).contains("Task done: send quote, Delta Foods"));
    let done = cli.speak("zh-CN").ok(&["task", "done", "send quote A"]);
    assert!(done.starts_with("待办“send quote A”已完成：Delta Foods"), "{done}");
}

#[test]
fn an_exact_number_wins_over_a_part_even_when_that_invoice_is_paid() {
    let cli = book();
    cli.ok(&["invoice", "add", "Delta", "1200", "--number", "INV-1", "--issued", "2026-11-02", "--paid", "2026-11-10"]);
    cli.ok(&["invoice", "add", "Delta", "38000", "--number", "INV-10", "--issued", "2026-11-03", "--due", "2026-12-03"]);
    cli.ok(&["invoice", "add", "Delta", "500", "--issued", "2026-11-04"]);
    assert!(cli.fails(4, &["invoice", "done", "INV-1"]).contains("paid already"));
    let several = cli.fails(3, &["invoice", "done", "Delta"]);
    assert!(several.contains("INV-10, CNY 38,000, Delta Foods, issued Tue 3 Nov, due Thu 3 Dec"), "{several}");
    assert!(several.contains("CNY 500, Delta Foods, issued Wed 4 Nov"), "{several}");
    assert!(!several.contains("INV-1,"), "{several}");
    let paid = cli.ok(&["invoice", "done", "INV-10"]);
    assert!(paid.starts_with("Invoice paid: INV-10, CNY 38,000, Delta Foods"), "{paid}");
    assert!(cli.ok(&["invoice", "done", "Delta"]).starts_with("Invoice paid: CNY 500, Delta Foods"), "the only open one left");
}

#[test]
fn a_project_is_done_once_and_an_open_one_is_meant_first() {
    let cli = book();
    cli.ok(&["engagement", "add", "Delta", "Website", "--start", "2026-10-05"]);
    let done = cli.ok(&["engagement", "done", "Website"]);
    assert!(done.starts_with("Project done: Website, Delta Foods"), "{done}");
    assert!(cli.fails(4, &["engagement", "done", "Website"]).contains("done already"));
    cli.ok(&["engagement", "add", "Delta", "Website 2027", "--start", "2026-11-02"]);
    assert!(cli.ok(&["engagement", "done", "Web"]).contains("Website 2027"));
}

#[test]
fn appointments_of_one_client_are_told_apart() {
    let cli = book();
    cli.ok(&["appointment", "add", "Delta", "visit", "2026-11-26 15:00", "--place", "Gate 4"]);
    cli.ok(&["appointment", "add", "Delta", "call", "2026-11-27 10:00"]);
    let several = cli.fails(3, &["appointment", "cancel", "Delta"]);
    assert!(several.contains("visit, Thu 26 Nov 15:00, Delta Foods, Gate 4"), "{several}");
    let id = several.lines().find(|l| l.contains("visit")).unwrap().split_whitespace().next().unwrap().to_owned();
    assert!(cli.ok(&["appointment", "cancel", &id]).starts_with("Called off: visit, Thu 26 Nov 15:00, Delta Foods"));
    assert!(cli.ok(&["appointment", "cancel", "df"]).starts_with("Called off: call"), "initials find the one that is left");
}

#[test]
fn an_appointment_in_the_past_must_be_meant() {
    let cli = book();
    let refused = cli.fails(2, &["appointment", "add", "Delta", "call", "8:00"]);
    assert!(refused.contains("Mon 23 Nov 08:00") && refused.contains("tomorrow 15:00"), "{refused}");
    cli.fails(2, &["appointment", "add", "Delta", "call", "yesterday 15:00"]);
    assert_eq!(cli.json(&["appointment", "list"]), serde_json::json!([]));
    let meant = cli.ok(&["appointment", "add", "Delta", "call", "2026-11-20 15:00"]);
    assert!(meant.contains("in the past"), "{meant}");
    assert!(!cli.ok(&["appointment", "add", "Delta", "call", "10:00"]).contains("in the past"));
}

#[test]
fn a_tag_that_is_not_there_is_not_removed() {
    let cli = book();
    cli.ok(&["client", "tag", "Delta", "fair"]);
    assert!(cli.fails(4, &["client", "tag", "Delta", "--remove", "nosuch"]).contains("has no tag \"nosuch\""));
    assert!(
        cli.ok(&["client", "tag", "Delta", "press", "--remove", "fair"])
            .starts_with("Changed tags of Delta Foods: +press, -fair")
    );
}

#[test]
fn set_refuses_what_has_a_command_and_names_what_becomes_an_own_field() {
    let cli = book();
    assert!(cli.fails(2, &["client", "edit", "Delta", "--set", "tier=A"]).contains("touchbase client pin"));
    assert!(cli.fails(2, &["client", "edit", "Delta", "--set", "Tags=fair"]).contains("touchbase client tag"));
    cli.fails(2, &["client", "edit", "Delta", "--set", "id=7"]);
    let own = cli.ok(&["client", "edit", "Delta", "--set", "industy=food"]);
    assert!(own.starts_with("Changed Delta Foods: own field \"industy\""), "{own}");
    assert!(own.contains("if industry was meant"), "{own}");
    let plain = cli.ok(&["client", "edit", "Delta", "--set", "Portal login=bei", "--region", "Berlin", "--tag", "fair"]);
    assert!(plain.contains("region, own field \"Portal login\", tag"), "{plain}");
    assert_eq!(plain.lines().count(), 1, "{plain}");
    cli.ok(&["client", "edit", "Delta", "--set", "行业=食品"]);
    assert_eq!(cli.json(&["client", "show", "Delta"])["industry"], "食品", "a field's name in either language");
}

#[test]
fn a_currency_without_a_rate_is_named_once() {
    let cli = book();
    cli.ok(&["invoice", "add", "Delta", "100"]);
    cli.ok(&["invoice", "add", "Delta", "200", "--currency", "CNY"]);
    cli.ok(&["invoice", "add", "Delta", "300"]);
    for _ in 0..2 {
        cli.ok(&["invoice", "add", "Northstar", "300", "--currency", "CHF"]);
    }
    for args in [&["client", "list"][..], &["tiers"]] {
        let text = cli.ok(args);
        let said: Vec<&str> = text.lines().filter(|l| l.contains("No rate for")).collect();
        assert_eq!(said.len(), 1, "{text}");
        assert!(said[0].contains("CHF into CNY") && said[0].contains("[rates]") && said[0].contains("config.toml"), "{text}");
    }
    cli.file("config/touchbase/config.toml", "[rates]\nCHF = 8.1\n");
    assert!(!cli.ok(&["tiers"]).contains("No rate"));
}

#[test]
fn policies_and_zones_are_named_and_not_set_twice() {
    let cli = book();
    assert!(cli.ok(&["policy", "use", "solo"]).contains("Policy solo is in force"));
    assert!(cli.ok(&["history", "--limit", "1"]).contains("Policy solo is in force"));
    assert!(cli.ok(&["policy", "use", "solo"]).contains("in force already"));
    assert!(cli.ok(&["zone", "Europe/Berlin"]).contains("now Europe/Berlin"));
    assert!(cli.ok(&["zone", "Europe/Berlin"]).contains("Europe/Berlin already"));
    let again = cli.json(&["zone", "Europe/Berlin"]);
    assert!(again["op"].is_null() && again["message"].is_string(), "{again}");
}

#[test]
fn history_shows_the_reason_that_was_given() {
    let cli = book();
    cli.ok(&["client", "pin", "Delta", "A", "-m", "door opener"]);
    cli.ok(&["skip", "Delta", "-m", "on holiday"]);
    cli.ok(&["client", "stop", "Delta", "-m", "changed agency"]);
    let text = cli.ok(&["history"]);
    for why in ["(door opener)", "(on holiday)", "(changed agency)"] {
        assert!(text.contains(why), "{why}: {text}");
    }
    assert_eq!(cli.json(&["history", "--limit", "1"])[0]["why"], "changed agency");
}

#[test]
fn what_is_due_since_a_past_day_is_not_called_next() {
    let mut cli = Cli::new();
    cli.client("Delta Foods", &["--since", "2026-01-05"]);
    cli.ok(&["client", "pin", "Delta", "A", "-m", "big", "--from", "2026-01-05"]);
    let said = cli.ok(&["log", "Delta", "call"]);
    assert!(said.contains(", visit due since Thu 5 Feb"), "{said}");
    assert_eq!(cli.json(&["log", "Delta", "call"])["next_due"], "2026-02-05");
    let said = cli.speak("zh-CN").ok(&["log", "Delta", "call"]);
    assert!(said.contains("拜访自 2月5日 周四 起待跟进"), "{said}");
}

#[test]
fn an_editor_that_fails_leaves_the_draft_alone() {
    let cli = book();
    for editor in ["false", "nosuch-editor-at-all", "nosuch-editor-at-all -w"] {
        let ran = Ran::of(cli.touchbase(&["policy", "edit"]).env("EDITOR", editor).output().unwrap());
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        assert!(ran.err.contains(editor.split(' ').next().unwrap()), "{}", ran.err);
    }
    assert!(!cli.path("config/touchbase/policies").exists());
}

#[test]
fn a_trial_import_on_a_fresh_path_makes_no_file() {
    let cli = Cli::new();
    let file = cli.file("c.csv", "name\nDelta Foods\n");
    let said = cli.ok(&["import", file.to_str().unwrap(), "--dry-run"]);
    assert!(said.contains("1 to create"), "{said}");
    assert!(!cli.db().exists());
}

#[test]
fn an_import_leads_on_to_the_spread_and_to_unsorted_clients() {
    let cli = Cli::new();
    let rows: String = (0..12).map(|n| format!("Client {n},2024-01-0{}\n", n % 9 + 1)).collect();
    let file = cli.file("c.csv", format!("name,since\n{rows}Broken,soon\n"));
    let ran = cli.run(&["import", file.to_str().unwrap()]);
    assert_eq!(ran.code, 4, "{}", ran.err);
    let last = ran.out.lines().last().unwrap();
    assert!(last.contains("touchbase spread") && last.contains("12 contacts are overdue"), "{}", ran.out);
    assert!(ran.out.contains("12 clients have no tier yet") && ran.out.contains("touchbase client pin"), "{}", ran.out);
    assert!(ran.out.contains("correct the rejected line"), "{}", ran.out);
    let report = cli.run(&["import", file.to_str().unwrap(), "--json"]).out;
    assert!(report.contains("\"also\":["), "{report}");
}

#[test]
fn an_import_names_the_currency_without_a_rate_and_counts_what_it_does_not_list() {
    let cli = Cli::new();
    let rows: String =
        (0..12).map(|n| format!("Client {n},2026-11-0{},100,{}\n", n % 9 + 1, if n == 0 { "CHF" } else { "EUR" })).collect();
    let file = cli.file("i.csv", format!("client,issued,amount,currency\n{rows}"));
    let said = cli.ok(&["import", file.to_str().unwrap()]);
    assert!(said.contains("No rate for CHF into EUR"), "most invoices say which currency is the base: {said}");
    assert!(said.contains("Client 9 and 2 more"), "{said}");
}

#[test]
fn what_an_import_could_not_read_as_meant_is_reported() {
    let cli = Cli::new();
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bei Li\r\nORG:Northstar\r\nEMAIL:bei at northstar\r\nBDAY:some day in May\r\nX-SHOE:42\r\nEND:VCARD\r\n";
    let file = cli.file("c.vcf", card);
    let said = cli.ok(&["import", file.to_str().unwrap()]);
    assert!(said.contains("\"bei at northstar\" is no e-mail address"), "{said}");
    assert!(said.contains("the birthday \"some day in May\" cannot be read"), "{said}");
    let page = cli.ok(&["client", "show", "Northstar"]);
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(at("X-SHOE") > at("Bei Li"), "with the person: {page}");
    assert!(!page.contains("Known facts"), "{page}");
}

#[test]
fn a_file_that_cannot_be_written_is_named_as_typed() {
    let cli = book();
    let said = cli.fails(1, &["export", "-o", "/nodir/x.csv"]);
    assert!(said.contains("/nodir/x.csv: No such file") && !said.contains(".touchbase-"), "{said}");
}

#[test]
fn a_clock_that_cannot_be_read_is_refused() {
    let cli = book();
    let ran = Ran::of(cli.touchbase(&["today"]).env("TOUCHBASE_NOW", "noon").output().unwrap());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("TOUCHBASE_NOW") && ran.err.lines().count() == 1, "{}", ran.err);
    let ran = Ran::of(cli.touchbase(&["today"]).env("TOUCHBASE_LANG", "xx").output().unwrap());
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn many_matches_are_counted_beyond_those_listed() {
    let cli = Cli::new();
    let rows: String = (0..25).map(|n| format!("Delta {n}\n")).collect();
    let file = cli.file("c.csv", format!("name\n{rows}"));
    cli.ok(&["import", file.to_str().unwrap()]);
    let several = cli.fails(3, &["client", "show", "Delta"]);
    assert!(several.contains("fits 25") && several.trim_end().ends_with("and 5 more"), "{several}");
}

#[test]
fn a_list_that_says_every_tier_leaves_nobody_to_be_sorted() {
    let cli = Cli::new();
    let file = cli.file("c.csv", "名称,等级,状态\n海川,A,合作中\n星河,B,合作中\n远山,,线索\n");
    let said = cli.ok(&["import", file.to_str().unwrap()]);
    assert!(
        !said.contains("no tier yet:") && !said.contains("tiers names it"),
        "pinned clients and leads are not counted: {said}"
    );
    let tiers = cli.ok(&["tiers"]);
    assert!(tiers.contains("A=") && !tiers.contains("Unsorted"), "{tiers}");
    assert_eq!(cli.json(&["tiers"])[0]["unsorted"], false);
}

#[test]
fn own_cards_read_back_into_their_book_change_nothing() {
    let cli = Cli::new();
    // The sample is written before the screen is asked for, which needs a terminal.
    cli.run(&["demo", "--db", cli.db().to_str().unwrap()]);
    let cards = cli.ok(&["export", "--format", "vcf"]);
    let file = cli.file("own.vcf", &cards);
    let report = cli.json(&["import", file.to_str().unwrap()]);
    let all = cards.matches("BEGIN:VCARD").count();
    assert!(all > 20, "the sample has people: {all}");
    assert_eq!((&report["created"], &report["updated"], &report["unchanged"]), (&json!(0), &json!(0), &json!(all)), "{report}");
    // Somebody renamed on the telephone is the same person still.
    let renamed = cards.replacen("\r\nFN:", "\r\nFN:Dr. ", 1);
    let file = cli.file("renamed.vcf", &renamed);
    let report = cli.json(&["import", file.to_str().unwrap()]);
    assert_eq!((&report["created"], &report["updated"]), (&json!(0), &json!(1)), "{report}");
}

#[test]
fn a_file_that_cannot_be_opened_is_said_in_words() {
    let mut cli = Cli::new();
    let folder = cli.path(".").display().to_string();
    let said = cli.fails(1, &["import", &folder]);
    assert!(said.contains("is a folder") && !said.contains("os error"), "{said}");
    let said = cli.fails(1, &["import", "nowhere.csv"]);
    assert!(said.contains("There is no file nowhere.csv"), "{said}");
    cli.speak("zh-CN");
    assert!(cli.fails(1, &["import", "nowhere.csv"]).contains("找不到文件"));
    cli.speak("en");
    let huge = cli.file("huge.csv", format!("name,story\nAda,{}\n", "x".repeat(2_000_000)));
    let ran = cli.run(&["import", huge.to_str().unwrap()]);
    assert!(ran.out.contains("column 2 (story)"), "{}", ran.out);
}
