//! Every command of the command line, run as the real binary: what it prints, what it answers in JSON, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};

/// A book with a few clients.
fn book() -> Cli {
    let cli = Cli::new();
    cli.client(
        "Northstar Media",
        &["--industry", "media", "--tag", "fair", "--email", "bei@n.example", "--since", "2026-10-01"],
    );
    cli.client("海川阀门", &["--industry", "制造", "--since", "2026-09-01"]);
    cli.ok(&["client", "pin", "Northstar", "A", "-m", "door opener", "--from", "2026-10-01"]);
    cli
}

/// What every writing command answers.
fn written(answer: &Value) -> &Value {
    assert!(answer["op"].is_i64(), "{answer}");
    assert!(answer["ids"].is_array(), "{answer}");
    assert!(answer["message"].as_str().is_some_and(|m| !m.is_empty()), "{answer}");
    assert!(answer["next_due"].is_null() || answer["next_due"].is_string(), "{answer}");
    for id in answer["ids"].as_array().unwrap() {
        assert!(id["id"].is_string() && id["table"].is_string(), "{answer}");
    }
    answer
}

#[test]
fn today_without_a_terminal_is_what_the_bare_program_prints() {
    let cli = book();
    assert_eq!(cli.ok(&[]), cli.ok(&["today"]));
    assert_eq!(cli.json(&[]), cli.json(&["today"]));
}

#[test]
fn s019_today_has_the_shape_that_scripts_read() {
    let cli = book();
    let today = cli.json(&["today"]);
    assert_eq!(today["as_of"], "2026-11-23T09:04:00+08:00");
    let items = today["items"].as_array().unwrap();
    assert_eq!(today["counts"]["due"], items.len());
    assert_eq!((&today["counts"]["complaints"], &today["counts"]["at_risk"]), (&json!(0), &json!(0)));
    let call = items.iter().find(|i| i["channel"] == "call").unwrap();
    assert_eq!(call["kind"], "contact");
    assert_eq!((&call["client"]["name"], &call["client"]["tier"]), (&json!("Northstar Media"), &json!("A")));
    assert!(call["client"]["id"].is_string());
    assert_eq!(call["due"], "2026-10-08");
    assert_eq!(call["late_days"], 46);
    assert!((1..=4).contains(&call["quadrant"].as_i64().unwrap()));
    assert!(call["priority"].as_f64().unwrap() > 0.0);
    assert!(call["reason"].as_str().unwrap().contains("every 7 d"));
    let one = cli.json(&["today", "--limit", "1"]);
    assert_eq!(one["items"].as_array().unwrap().len(), 1);
    assert_eq!(one["counts"], today["counts"], "the counts are those of the day, not of what is shown");
}

#[test]
fn today_prints_one_row_a_client_with_its_contacts_together() {
    let mut cli = book();
    let text = cli.ok(&["today"]);
    let row = text.lines().find(|l| l.contains("Northstar")).unwrap();
    assert!(row.contains("call, visit") || row.contains("visit, call"), "{text}");
    assert!(row.contains("A="), "{text}");
    assert!(text.lines().next().unwrap().starts_with("Mon 23 Nov 09:04"), "{text}");
    let text = cli.speak("zh-CN").ok(&["today"]);
    assert!(text.starts_with("11月23日 周一 09:04"), "{text}");
    assert!(text.contains("海川阀门") && text.contains("邮件"), "{text}");
}

#[test]
fn as_of_answers_for_the_end_of_that_day() {
    let cli = book();
    cli.ok(&["log", "Northstar", "call", "--at", "2026-10-20 15:00"]);
    let call = |day: &str| {
        let today = cli.json(&["today", "--as-of", day]);
        assert_eq!(today["as_of"], format!("{day}T23:59:59+08:00"));
        today["items"].as_array().unwrap().iter().any(|i| i["channel"] == "call" && i["client"]["name"] == "Northstar Media")
    };
    assert!(!call("2026-10-07"), "the day before it was due");
    assert!(call("2026-10-19"), "the call of the next day has not happened yet");
    assert!(!call("2026-10-20"), "a touch counts on its own day, whenever it was typed");
    assert!(cli.json(&["client", "list", "--as-of", "2026-09-15"]).as_array().unwrap().len() == 1);
}

#[test]
fn log_answers_with_what_was_done_and_the_next_due_day() {
    let mut cli = book();
    assert_eq!(cli.ok(&["log", "Northstar", "visit"]).trim(), "Logged visit, Northstar Media, next call due Mon 30 Nov");
    let answer = cli.json(&["log", "hcfm", "电话", "-m", "对初稿满意"]);
    assert_eq!(written(&answer)["next_due"], "2026-12-23");
    cli.speak("zh-CN");
    assert!(cli.ok(&["log", "haichuan", "拜访"]).starts_with("已记录拜访：海川阀门，下次"), "pinyin finds the client");
    let show = cli.json(&["client", "show", "海川"]);
    assert_eq!(show["touches"].as_array().unwrap().len(), 2);
    assert!(show["touches"].as_array().unwrap().iter().any(|t| t["note"] == "对初稿满意" && t["channel"] == "call"));
}

#[test]
fn s038_log_keeps_direction_outcome_minutes_flag_and_person() {
    let cli = book();
    cli.ok(&["person", "add", "Northstar", "Bei Li", "--phone", "13800138000"]);
    cli.ok(&[
        "log",
        "Northstar",
        "phone",
        "--in",
        "--minutes",
        "25",
        "--flag",
        "competitor",
        "--person",
        "Bei",
        "--at",
        "yesterday 16:00",
    ]);
    let touch = &cli.json(&["client", "show", "Northstar"])["touches"][0];
    assert_eq!(touch["direction"], "in");
    assert_eq!(touch["minutes"], 25);
    assert_eq!(touch["flag"], "competitor");
    assert_eq!(touch["at"], "2026-11-22T16:00:00+08:00");
    assert!(touch["person"].is_string());
}

#[test]
fn an_agreed_contact_becomes_an_appointment_and_is_fulfilled_by_the_contact() {
    let mut cli = book();
    cli.ok(&["log", "Northstar", "call", "--outcome", "callback", "--again", "thu 15:00"]);
    let agreed = cli.json(&["appointment", "list"]);
    assert_eq!((&agreed[0]["start"], &agreed[0]["channel"]), (&json!("2026-11-26T15:00:00+08:00"), &json!("call")));
    cli.at("2026-11-26T15:20:00+08:00");
    cli.ok(&["log", "Northstar", "call"]);
    assert_eq!(cli.json(&["appointment", "list"]), json!([]));
}

#[test]
fn snooze_hides_everything_of_the_client_and_skip_moves_by_whole_intervals() {
    let cli = book();
    written(&cli.json(&["snooze", "Northstar", "+3d"]));
    let today = cli.json(&["today"]);
    assert!(today["items"].as_array().unwrap().iter().all(|i| i["client"]["name"] != "Northstar Media"), "{today}");
    cli.ok(&["undo"]);
    let skipped = cli.json(&["skip", "Northstar", "-m", "on holiday", "--channel", "call"]);
    written(&skipped);
    let plan = cli.json(&["client", "show", "Northstar"])["plan"].clone();
    let call = plan.as_array().unwrap().iter().find(|r| r["channel"] == "call").unwrap().clone();
    assert_eq!(call["due"], "2026-11-26", "every Thursday since 1 October: the first one after today");
}

#[test]
fn pause_stops_the_plan_until_the_day() {
    let cli = book();
    let answer = cli.json(&["pause", "Northstar", "2027-01-15", "-m", "moving"]);
    assert!(written(&answer)["next_due"].as_str().unwrap() >= "2027-01-15", "{answer}");
    cli.ok(&["pause", "Northstar", "today"]);
    assert!(cli.json(&["client", "show", "Northstar"])["paused_until"].is_null());
}

#[test]
fn appointments_are_added_listed_and_called_off() {
    let cli = book();
    written(&cli.json(&["appointment", "add", "Northstar", "visit", "thu 15:00", "--place", "Gate 4", "--minutes", "60"]));
    let list = cli.json(&["appointment", "list", "Northstar"]);
    assert_eq!((&list[0]["place"], &list[0]["minutes"]), (&json!("Gate 4"), &json!(60)));
    assert!(cli.ok(&["appointment", "list"]).contains("Gate 4"));
    written(&cli.json(&["appointment", "cancel", "Northstar"]));
    assert_eq!(cli.json(&["appointment", "list"]), json!([]));
    cli.fails(3, &["appointment", "cancel", "Northstar"]);
}

#[test]
fn s022_own_leave_is_added_listed_and_removed() {
    let cli = book();
    written(&cli.json(&["leave", "add", "2026-12-24", "2027-01-02", "-m", "family"]));
    let list = cli.json(&["leave", "list"]);
    assert_eq!(
        (&list[0]["first"], &list[0]["last"], &list[0]["why"]),
        (&json!("2026-12-24"), &json!("2027-01-02"), &json!("family"))
    );
    assert!(cli.ok(&["leave", "list"]).contains("family"));
    cli.ok(&["leave", "remove", "2026-12-28"]);
    assert_eq!(cli.json(&["leave", "list"]), json!([]));
}

#[test]
fn clients_are_added_edited_tagged_pinned_and_stopped() {
    let cli = book();
    let added = cli.client("Harbor & Sons", &["--kind", "org", "--potential", "4", "--budget", "120000", "--phone", "030 1"]);
    written(&added);
    cli.ok(&["client", "edit", "Harbor", "--region", "Berlin", "--set", "Portal login=bei", "--set", "note=old friend"]);
    cli.ok(&["client", "edit", "Harbor", "--plan", "email=message:10d", "-m", "they asked", "--until", "2027-03-31"]);
    cli.ok(&["client", "tag", "Harbor", "press", "#fair"]);
    cli.ok(&["client", "tag", "Harbor", "--remove", "press"]);
    cli.ok(&["client", "pin", "Harbor", "b", "-m", "growing"]);
    let show = cli.json(&["client", "show", "Harbor"]);
    assert_eq!((&show["region"], &show["tier"], &show["pinned"]), (&json!("Berlin"), &json!("B"), &json!(true)));
    assert_eq!(show["tags"], json!(["fair"]));
    assert_eq!(show["budget"], json!({ "minor": 12_000_000, "currency": "CNY" }));
    assert_eq!(show["extra"][0]["name"], "Portal login");
    assert_eq!(show["note"], "old friend");
    assert_eq!(show["points"][0]["value"], "030 1");
    cli.ok(&["client", "pin", "Harbor", "auto", "-m", "enough"]);
    assert_eq!(cli.json(&["client", "show", "Harbor"])["pinned"], false);
    cli.ok(&["client", "stop", "Harbor", "-m", "moved away"]);
    assert_eq!(cli.json(&["client", "show", "Harbor"])["status"], "stopped");
    cli.ok(&["client", "edit", "Harbor", "--name", "Harbour & Sons", "--status", "active"]);
    assert_eq!(cli.json(&["client", "show", "Harbor & Sons"])["name"], "Harbour & Sons", "found by its former name");
}

#[test]
fn the_quiet_hours_of_a_client_are_set_shown_and_taken_away() {
    let cli = book();
    let quiet = |name: &str| cli.json(&["client", "show", name])["quiet"].clone();
    assert_eq!(quiet("Northstar"), Value::Null);
    cli.ok(&["client", "edit", "Northstar", "--quiet", "12-14"]);
    assert_eq!(quiet("Northstar"), "12:00-14:00");
    assert!(cli.ok(&["client", "show", "Northstar"]).contains("not 12:00 to 14:00"));
    cli.ok(&["client", "edit", "Northstar", "--set", "quiet hours=20:00-9:00"]);
    assert_eq!(quiet("Northstar"), "20:00-09:00");
    cli.ok(&["client", "edit", "Northstar", "--quiet", "none"]);
    assert_eq!(quiet("Northstar"), Value::Null);
    cli.ok(&["client", "add", "Night Owls", "--quiet", "2点到10点半"]);
    assert_eq!(quiet("Night Owls"), "02:00-10:30");
    let exported = cli.ok(&["export"]);
    let last = |line: &str| line.rsplit(',').next().map(str::to_owned);
    assert_eq!(exported.lines().next().and_then(last).as_deref(), Some("quiet_hours"), "{exported}");
    assert!(exported.lines().filter_map(last).any(|cell| cell == "02:00-10:30"), "{exported}");
    let refused = cli.run(&["client", "edit", "Northstar", "--quiet", "lunch"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("lunch") && refused.err.contains("12:00-14:00"), "{}", refused.err);
}

#[test]
fn s008_an_override_changes_the_plan_of_one_client() {
    let cli = book();
    cli.ok(&["client", "edit", "Northstar", "--plan", "电话=10d", "-m", "launch"]);
    let plan = cli.json(&["client", "show", "Northstar"])["plan"].clone();
    let call = plan.as_array().unwrap().iter().find(|r| r["channel"] == "call").unwrap().clone();
    assert_eq!((&call["every"], &call["because"]), (&json!("10d"), &json!("launch")));
    cli.ok(&["client", "edit", "Northstar", "--plan", "call=auto"]);
    cli.fails(4, &["client", "edit", "Northstar", "--plan", "call=9d"]);
    cli.fails(2, &["client", "edit", "Northstar", "--plan", "call=often", "-m", "x"]);
}

#[test]
fn s071_client_list_filters_by_token_and_free_text() {
    let cli = book();
    cli.client("Li Min", &["--kind", "person", "--status", "lead", "--region", "Berlin", "--industry", "Real Estate"]);
    let names = |filter: &[&str]| -> Vec<String> {
        let list = cli.json(&[&["client", "list"], filter].concat());
        list.as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&["tier:A"]), ["Northstar Media"]);
    assert_eq!(names(&["tier:a,-", "status:active"]).len(), 2);
    assert_eq!(names(&["tier:-", "status:合作中"]), ["海川阀门"]);
    assert_eq!(names(&["tag:fair"]), ["Northstar Media"]);
    assert_eq!(names(&["industry:\"real estate\""]), ["Li Min"]);
    assert_eq!(names(&["region:berlin"]), ["Li Min"]);
    assert_eq!(names(&["status:lead"]), ["Li Min"]);
    assert_eq!(names(&["kind:person"]), ["Li Min"]);
    assert_eq!(names(&["due<+7d", "tier:A"]), ["Northstar Media"]);
    assert_eq!(names(&["due>+60d"]), Vec::<String>::new());
    assert_eq!(names(&["haichuan"]), ["海川阀门"]);
    assert_eq!(names(&["bei@n"]), ["Northstar Media"], "an address finds its client");
    assert_eq!(names(&["northstar tag:fair"]), ["Northstar Media"]);
    assert!(cli.fails(2, &["client", "list", "rank>0.5"]).contains("rank>0.5"));
    assert_eq!(names(&["risk>0.5"]), Vec::<String>::new());
    assert_eq!(names(&["risk:unknown", "tier:A"]), ["Northstar Media"]);
    assert!(cli.fails(2, &["client", "list", "risk>5"]).contains("\"5\""));
    let row = &cli.json(&["client", "list", "tier:A"])[0];
    for field in [
        "id",
        "name",
        "status",
        "tier",
        "tier_score",
        "pinned",
        "industry",
        "region",
        "value",
        "last_touch",
        "next_due",
        "risk",
        "tags",
    ] {
        assert!(row.get(field).is_some(), "{field} in {row}");
    }
    assert_eq!(row["risk"], Value::Null);
    assert!(cli.ok(&["client", "list"]).contains("#fair"));
}

#[test]
fn client_show_is_a_readable_page() {
    let mut cli = book();
    cli.ok(&["task", "add", "Northstar", "send the quote", "--due", "fri"]);
    cli.ok(&["invoice", "add", "Northstar", "38000", "--number", "R-1", "--due", "+30d"]);
    cli.ok(&["log", "Northstar", "call", "-m", "two\nlines"]);
    let page = cli.ok(&["client", "show", "Northstar"]);
    for part in ["Northstar Media", "A=", "bei@n.example", "every 7 d", "send the quote", "CNY 38,000", "two lines"] {
        assert!(page.contains(part), "{part} in\n{page}");
    }
    assert!(cli.speak("zh-CN").ok(&["client", "show", "Northstar"]).contains("沟通计划"));
}

#[test]
fn people_are_added_edited_listed_and_removed() {
    let cli = book();
    written(&cli.json(&["person", "add", "Northstar", "Bei Li", "--role", "buyer", "--phone", "138", "--birthday", "02-29"]));
    cli.ok(&["person", "edit", "Northstar", "Bei", "--role", "head of purchasing", "--email", "li@n.example"]);
    let people = cli.json(&["person", "list", "Northstar"]);
    assert_eq!((&people[0]["name"], &people[0]["role"]), (&json!("Bei Li"), &json!("head of purchasing")));
    assert_eq!(people[0]["points"].as_array().unwrap().len(), 2);
    assert!(cli.ok(&["person", "list", "Northstar"]).contains("li@n.example"));
    cli.ok(&["person", "remove", "Northstar", "Bei Li"]);
    assert_eq!(cli.json(&["person", "list", "Northstar"]), json!([]));
    cli.fails(3, &["person", "remove", "Northstar", "Bei Li"]);
    cli.fails(2, &["person", "add", "Northstar", "X", "--birthday", "13-45"]);
}

#[test]
fn s021_tasks_are_added_handed_out_listed_and_done() {
    let cli = book();
    written(&cli.json(&["task", "add", "Northstar", "send the quote", "--due", "-2w"]));
    cli.ok(&["task", "add", "Northstar", "logo files", "--due", "fri 15:00", "--waiting"]);
    cli.ok(&["task", "add", "海川", "translation", "--due", "下周五", "--assignee", "Ren"]);
    let tasks = cli.json(&["task", "list"]);
    let of = |n: usize, field: &str| tasks[n][field].clone();
    assert_eq!((of(0, "due"), of(0, "kind")), (json!("2026-11-09"), json!("own")));
    assert_eq!((of(1, "at"), of(1, "kind")), (json!("2026-11-27T15:00:00+08:00"), json!("waiting")));
    assert_eq!((of(2, "due"), of(2, "kind"), of(2, "assignee")), (json!("2026-12-04"), json!("delegated"), json!("Ren")));
    cli.ok(&["task", "edit", "quote", "--due", "+2d", "--text", "send the new quote"]);
    cli.ok(&["task", "done", "new quote"]);
    cli.ok(&["task", "done", &format!("#{}", of(1, "id").as_str().unwrap())]);
    assert_eq!(cli.json(&["task", "list"]).as_array().unwrap().len(), 1);
    assert!(cli.ok(&["task", "list"]).contains("translation"));
    cli.fails(3, &["task", "done", "quote"]);
}

#[test]
fn invoices_are_added_edited_listed_and_paid() {
    let cli = book();
    written(&cli.json(&[
        "invoice",
        "add",
        "Northstar",
        "38,000.50",
        "--number",
        "R-1",
        "--issued",
        "2026-11-20",
        "--due",
        "+30d",
        "--cost",
        "1000",
        "--product",
        "web",
    ]));
    cli.ok(&["invoice", "add", "海川", "-200", "--currency", "eur", "--issued", "2026-11-02"]);
    let list = cli.json(&["invoice", "list", "Northstar"]);
    assert_eq!(list[0]["amount"], json!({ "minor": 3_800_050, "currency": "CNY" }));
    assert_eq!(list[0]["due"], "2026-12-23");
    cli.ok(&["invoice", "edit", "R-1", "--due", "2026-12-31", "--amount", "39000"]);
    cli.ok(&["invoice", "done", "R-1", "--on", "yesterday"]);
    assert_eq!(cli.json(&["invoice", "list", "Northstar"]), json!([]));
    let paid = &cli.json(&["invoice", "list", "Northstar", "--all"])[0];
    assert_eq!(
        (&paid["paid"], &paid["due"], &paid["amount"]["minor"]),
        (&json!("2026-11-22"), &json!("2026-12-31"), &json!(3_900_000))
    );
    assert!(cli.ok(&["invoice", "list", "--all"]).contains("CNY 39,000"));
    assert_eq!(cli.json(&["client", "list", "tier:A"])[0]["value"], json!({ "minor": 3_900_000, "currency": "CNY" }));
    cli.ok(&["invoice", "paid", "海川"]);
    cli.fails(2, &["invoice", "add", "Northstar", "a lot"]);
    cli.fails(2, &["invoice", "add", "Northstar", "5", "--currency", "money"]);
}

#[test]
fn s029_engagements_are_added_edited_listed_and_done() {
    let cli = book();
    let args = [
        "engagement",
        "add",
        "Northstar",
        "Website 2027",
        "--start",
        "2026-11-02",
        "--end",
        "2027-03-31",
        "--notice",
        "2026-12-15",
    ];
    written(&cli.json(&args));
    cli.ok(&["engagement", "edit", "Website", "--end", "2027-04-30", "--renew", "2027-05-01"]);
    let list = cli.json(&["engagement", "list"]);
    assert_eq!(
        (&list[0]["end"], &list[0]["renew"], &list[0]["kind"]),
        (&json!("2027-04-30"), &json!("2027-05-01"), &json!("project"))
    );
    assert!(cli.ok(&["engagement", "list", "Northstar"]).contains("Website 2027"));
    cli.ok(&["invoice", "add", "Northstar", "500", "--engagement", "Website"]);
    assert_eq!(cli.json(&["invoice", "list"])[0]["engagement"], list[0]["id"]);
    cli.ok(&["engagement", "done", "Website"]);
    assert_eq!(cli.json(&["engagement", "list"]), json!([]));
}

#[test]
fn explain_says_tier_due_day_and_priority() {
    let mut cli = book();
    let parts = cli.json(&["explain", "Northstar"]);
    for key in ["tier", "due", "priority"] {
        assert!(!parts[key]["lines"].as_array().unwrap().is_empty(), "{key} in {parts}");
    }
    let text = cli.ok(&["explain", "Northstar"]);
    assert!(text.contains("door opener") && text.contains("Due day"), "{text}");
    assert!(cli.speak("zh-CN").ok(&["explain", "Northstar"]).contains("door opener"));
}

#[test]
fn tiers_lists_scores_and_the_unsorted() {
    let cli = book();
    cli.ok(&["invoice", "add", "Northstar", "38000"]);
    let tiers = cli.json(&["tiers"]);
    let of = |name: &str| tiers.as_array().unwrap().iter().find(|t| t["name"] == name).unwrap().clone();
    assert_eq!((&of("Northstar Media")["tier"], &of("Northstar Media")["pinned"]), (&json!("A"), &json!(true)));
    assert!(of("Northstar Media")["tier_score"].is_f64());
    assert_eq!(of("海川阀门")["unsorted"], true);
    let text = cli.ok(&["tiers"]);
    assert!(text.contains("Unsorted, 1") && text.contains("海川阀门"), "{text}");
}

#[test]
fn spread_previews_and_then_writes_one_step() {
    let cli = book();
    let moves = cli.json(&["spread"]);
    let n = moves["moves"].as_array().unwrap().len();
    assert!(n >= 2, "{moves}");
    assert_eq!(cli.json(&["spread"]), moves, "a preview writes nothing");
    assert!(cli.ok(&["spread"]).contains("--apply"));
    written(&cli.json(&["spread", "--apply"]));
    assert_eq!(cli.json(&["today"])["counts"]["late"], 0);
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["spread"]), moves);
    cli.fails(2, &["spread", "--apply", "--as-of", "today"]);
}

#[test]
fn undo_redo_and_history_walk_the_journal() {
    let mut cli = book();
    cli.ok(&["log", "Northstar", "call"]);
    let history = cli.json(&["history"]);
    let newest = &history[0];
    assert_eq!((&newest["message"], &newest["undoable"]), (&json!("Logged call, Northstar Media"), &json!(true)));
    assert!(cli.ok(&["undo"]).contains("Logged call, Northstar Media"));
    assert_eq!(cli.json(&["client", "show", "Northstar"])["touches"], json!([]));
    assert!(cli.ok(&["redo"]).contains("Logged call, Northstar Media"));
    cli.ok(&["undo", "--op", &newest["op"].to_string()]);
    cli.ok(&["log", "海川", "call"]);
    let undone = cli.json(&["undo", "--steps", "2"]);
    written(&undone);
    assert_eq!(undone["steps"].as_array().unwrap().len(), 2);
    let mine = cli.json(&["history", "海川"]);
    assert!(mine.as_array().unwrap().iter().all(|h| !h["message"].as_str().unwrap().contains("Northstar")), "{mine}");
    assert!(cli.speak("zh-CN").ok(&["history"]).contains("已记录电话"));
    cli.speak("en").ok(&["log", "海川", "call"]);
    assert!(cli.fails(1, &["redo"]).contains("redo"), "a new action empties what can be redone");
}

#[test]
fn import_reports_and_export_gives_the_same_back() {
    let mut cli = Cli::new();
    let file = cli.file(
        "c.csv",
        "name,industry,since,email,Shoe size\nLotus Spa,wellness,2026-01-05,l@spa.example,42\n,,,,\nBad,x,31-31-2026,,\n",
    );
    let ran = cli.run(&["import", file.to_str().unwrap(), "--json"]);
    assert_eq!(ran.code, 4, "{}", ran.err);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&report["created"], &report["updated"]), (&json!(1), &json!(0)));
    assert!(report["rejected"][0]["line"].is_i64() && report["rejected"][0]["reason"].is_string(), "{report}");
    assert_eq!(cli.json(&["client", "show", "Lotus"])["extra"][0]["value"], "42", "an unknown column is kept");
    let csv = cli.ok(&["export"]);
    assert!(csv.starts_with(
        "name,kind,status,industry,region,size,need,since,tier_pin,tags,email,phone,birthday,potential,fit,budget,source,note"
    ));
    assert!(csv.contains("Lotus Spa,org,active,wellness"));
    let again = cli.file("again.csv", &csv);
    let report = cli.json(&["import", again.to_str().unwrap()]);
    assert_eq!((&report["created"], &report["updated"], &report["unchanged"]), (&json!(0), &json!(0), &json!(1)));
    let dry = cli.file("t.csv", "client,channel,at\nLotus Spa,call,2026-11-20 10:00\nNova,call,2026-11-20\n");
    let report = cli.json(&["import", dry.to_str().unwrap(), "--dry-run"]);
    assert_eq!(report["dry_run"], true);
    assert_eq!(cli.json(&["client", "list"]).as_array().unwrap().len(), 1, "a dry run writes nothing");
    cli.ok(&["import", dry.to_str().unwrap()]);
    assert_eq!(cli.json(&["client", "list"]).as_array().unwrap().len(), 2);
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["client", "list"]).as_array().unwrap().len(), 1);
    assert!(cli.speak("zh-CN").run(&["import", file.to_str().unwrap()]).out.contains("拒"));
}

#[test]
fn export_filters_formats_and_files() {
    let cli = book();
    cli.ok(&["log", "Northstar", "call", "-m", "=1+1"]);
    let touches = cli.ok(&["export", "--what", "touches", "tier:A"]);
    assert!(touches.starts_with("client,channel,outcome,direction,at,minutes,note"), "{touches}");
    assert!(touches.contains("'=1+1"), "a formula is disarmed: {touches}");
    let clients: Value = serde_json::from_str(&cli.ok(&["export", "--format", "json", "tag:fair"])).unwrap();
    assert_eq!(clients.as_array().unwrap().len(), 1);
    let out = cli.path("out.csv");
    cli.ok(&["export", "-o", out.to_str().unwrap()]);
    assert!(std::fs::read_to_string(&out).unwrap().contains("海川阀门"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(out.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    cli.fails(2, &["export", "--what", "dreams"]);
}

#[test]
fn s018_sql_reads_tables_and_views() {
    let cli = book();
    let rows = cli.json(&["sql", "select id, name, tier from v_client order by tier desc"]);
    assert_eq!((&rows[0]["name"], &rows[0]["tier"]), (&json!("Northstar Media"), &json!("A")));
    assert!(rows[0]["id"].is_string(), "ids are strings in JSON");
    assert_eq!(cli.json(&["sql", "select count(*) as n from client"])[0]["n"], 2);
    assert!(cli.ok(&["sql", "select client, channel, due from v_due"]).contains("2026-10-08"));
    assert!(cli.ok(&["sql", "select client, kind from v_today"]).contains("contact"));
    cli.fails(4, &["sql", "delete from client"]);
    cli.fails(2, &["sql", "selec"]);
    assert_eq!(cli.json(&["client", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn s072_policy_shows_the_hours_and_changes_with_a_preview() {
    let mut cli = book();
    let text = cli.ok(&["policy", "show"]);
    assert!(text.contains("Mon") && text.contains("09:00-18:00") && text.contains("half_life"), "{text}");
    let shown = cli.json(&["policy", "show"]);
    assert_eq!((&shown["name"], &shown["hours"]["sat"]), (&json!("agency"), &json!("")));
    let said = cli.ok(&["policy", "use", "solo"]);
    assert!(said.contains("2 get another plan"), "{said}");
    assert_eq!(cli.json(&["policy", "show"])["name"], "solo");
    let text = shown["text"].as_str().unwrap().replace("capacity = 6", "capacity = 3");
    cli.file("config/touchbase/policies/mine.toml", &text);
    written(&cli.json(&["policy", "use", "mine"]));
    assert_eq!(cli.json(&["policy", "show"])["capacity"], 3);
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["policy", "show"])["name"], "solo");
    let file = cli.file("own.toml", &text);
    cli.ok(&["policy", "use", file.to_str().unwrap()]);
    let line = text.lines().position(|l| l.starts_with("half_life")).unwrap() + 1;
    for (from, to, key) in
        [("half_life = 182", "half_life = \"x\"", "half_life"), ("half_life =", "half_life = 182\nhalf_live =", "half_live")]
    {
        cli.file("broken.toml", text.replace(from, to));
        let err = cli.fails(2, &["policy", "use", "broken.toml"]);
        let lines = [format!("line {line},"), format!("line {},", line + 1)];
        assert!(err.contains("broken.toml") && lines.iter().any(|l| err.contains(l)) && err.contains(key), "{err}");
    }
    cli.fails(2, &["policy", "use", "nothing"]);
    assert!(cli.speak("zh-CN").ok(&["policy", "show"]).contains("周一"));
}

#[test]
fn policy_edit_opens_a_draft_and_checks_it() {
    let cli = book();
    let edit = |script: &str| {
        let editor = cli.file("editor.sh", format!("#!/bin/sh\n{script}\n"));
        let mut command = cli.touchbase(&["policy", "edit"]);
        command.env("EDITOR", format!("sh {}", editor.display()));
        common::cli::Ran::of(command.output().unwrap())
    };
    let ran = edit("sed -i 's/capacity = 6/capacity = 4/' \"$1\"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("touchbase policy use agency"), "{}", ran.out);
    assert_eq!(cli.json(&["policy", "show"])["capacity"], 6, "a draft is not in force");
    cli.ok(&["policy", "use", "agency"]);
    assert_eq!(cli.json(&["policy", "show"])["capacity"], 4, "the user's draft wins over the shipped text");
    let ran = edit("sed -i 's/capacity = 4/capacity = many/' \"$1\"");
    assert_eq!(ran.code, 2, "{}", ran.out);
}

#[test]
fn the_zone_is_shown_and_set() {
    let cli = book();
    assert_eq!(cli.ok(&["zone"]).trim(), "Asia/Shanghai");
    written(&cli.json(&["zone", "europe/berlin"]));
    assert_eq!(cli.json(&["zone"])["zone"], "Europe/Berlin");
    assert!(cli.json(&["today"])["as_of"].as_str().unwrap().ends_with("+01:00"));
    cli.ok(&["undo"]);
    assert_eq!(cli.ok(&["zone"]).trim(), "Asia/Shanghai");
    cli.fails(2, &["zone", "Nowhere/Else"]);
}

#[test]
fn the_demo_prints_its_day_or_writes_a_file() {
    let mut cli = Cli::new();
    let text = cli.ok(&["demo"]);
    assert!(text.lines().count() > 8, "{text}");
    assert!(!cli.db().exists(), "the sample leaves the user's file alone");
    let today = cli.json(&["demo"]);
    assert!(!today["items"].as_array().unwrap().is_empty());
    assert!(cli.speak("zh-CN").ok(&["demo"]).chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}')));
    cli.speak("en");
    let file = cli.path("sample.db");
    let said = cli.ok(&["demo", "--clients", "60", "--years", "1", "--seed", "7", "--db", file.to_str().unwrap()]);
    assert!(said.contains(&format!("touchbase --db {}", file.display())), "{said}");
    assert_eq!(cli.json(&["client", "list", "--db", file.to_str().unwrap()]).as_array().unwrap().len(), 60);
    cli.fails(4, &["demo", "--db", file.to_str().unwrap()]);
    cli.fails(2, &["demo", "--clients", "0"]);
}

#[test]
fn places_and_completions_need_no_book() {
    let cli = Cli::new();
    assert_eq!(cli.json(&["config", "path"])["db"], cli.db().display().to_string());
    assert!(cli.ok(&["config", "path"]).contains("config.toml"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(cli.ok(&["completions", shell]).contains("appointment"), "{shell}");
    }
    cli.fails(2, &["completions", "tcsh"]);
    assert!(!cli.db().exists());
}

#[test]
fn help_is_in_the_language_asked_for() {
    let mut cli = Cli::new();
    let help = cli.ok(&["log", "--help"]);
    assert!(help.contains("Usage: touchbase log CLIENT CHANNEL [options]") && help.contains("Example:"), "{help}");
    assert!(cli.ok(&["--lang", "zh-CN", "log", "--help"]).contains("用法： touchbase log CLIENT CHANNEL [选项]"));
    assert!(cli.speak("zh-CN").ok(&["--help"]).contains("今天该联系谁"));
    assert!(cli.ok(&["--lang=en", "--help"]).contains("whom to contact today"));
    cli.file("config/touchbase/config.toml", "lang = \"zh-CN\"\n");
    let mut command = cli.touchbase(&["--help"]);
    let out = command.env_remove("TOUCHBASE_LANG").env("LANG", "en_US.UTF-8").output().unwrap();
    assert!(String::from_utf8(out.stdout).unwrap().contains("用法"), "the configuration wins over the locale");
    assert!(cli.ok(&["--version"]).starts_with("touchbase "));
}

#[test]
fn an_edit_that_changes_nothing_is_not_in_the_history() {
    let cli = book();
    let before = cli.json(&["history"]);
    let same = cli.json(&["client", "edit", "Northstar", "--industry", "media"]);
    assert_eq!((&same["op"], &same["message"]), (&Value::Null, &json!("Nothing changed")));
    assert_eq!(cli.json(&["history"]), before);
    assert!(!cli.ok(&["history"]).contains("taken back"));
}

#[test]
fn what_was_is_found_behind_more_than_is_shown() {
    let mut cli = book();
    cli.ok(&["log", "Northstar", "call", "--note", "the old one"]);
    cli.at("2026-12-01T10:00:00+08:00");
    cli.ok(&["leave", "add", "2026-12-24", "2026-12-31"]);
    cli.ok(&["task", "add", "Northstar", "later", "--due", "2026-12-20"]);
    let then = cli.json(&["history", "--limit", "1", "--as-of", "2026-11-24"]);
    assert!(then[0]["message"].as_str().unwrap().contains("Northstar"), "{then}");
    assert_eq!(then.as_array().unwrap().len(), 1);
    assert!(!cli.ok(&["history", "--limit", "1", "--as-of", "2026-11-24"]).contains("Nothing was done yet"));
    assert_eq!(cli.json(&["leave", "list", "--as-of", "2026-11-24"]).as_array().unwrap().len(), 1, "as the plan counts it");
}
