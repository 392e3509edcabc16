//! Cases on the command line: a whole life in both languages, refusals with their exit codes, JSON, the clock at any moment, the record.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};

/// A book with two clients, on Monday at 09:04.
fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Greenleaf Tech", &["--since", "2025-01-06", "--phone", "138 0000 0000"]);
    cli.client("Lotus Spa", &["--since", "2025-01-06"]);
    cli
}

/// A book with case 1 of Greenleaf, opened now.
fn opened() -> Cli {
    let cli = book();
    cli.ok(&["complaint", "open", "Greenleaf", "-m", "third typo in print"]);
    cli
}

/// An event of case 1.
fn event(cli: &Cli, kind: &str, more: &[&str]) -> String {
    cli.ok(&[&["complaint", "event", "1", kind], more].concat())
}

fn case(cli: &Cli, more: &[&str]) -> Value {
    cli.json(&[&["complaint", "show", "1"], more].concat())
}

/// The one line of a refusal.
fn refused(cli: &Cli, code: i32, args: &[&str], says: &str) {
    let err = cli.fails(code, args);
    assert!(err.contains(says), "{args:?}: {err}");
    assert_eq!(err.trim_end().lines().count(), 1, "{args:?}: {err}");
}

#[test]
fn s077_s082_a_case_from_the_first_word_to_the_written_record() {
    let mut cli = book();
    cli.ok(&["person", "add", "Greenleaf", "Ms Bei"]);
    let said = cli.ok(&[
        "complaint",
        "open",
        "Greenleaf",
        "-m",
        "third typo in print",
        "--cause",
        "Quality",
        "--person",
        "Bei",
        "--channel",
        "call",
        "--demand",
        "a free reprint",
    ]);
    assert_eq!(
        said.trim_end(),
        "Opened complaint 1, Greenleaf Tech; answer by Mon 23 Nov 11:04, 2h left; solution by Tue 24 Nov 09:04"
    );
    cli.at("2026-11-23T09:30:00+08:00");
    assert!(event(&cli, "attempt", &["--channel", "call"]).contains("the clock runs"));
    cli.at("2026-11-23T10:04:00+08:00");
    let said = event(&cli, "acknowledge", &["-m", "sorry, by Wednesday", "--channel", "call", "--promise", "wed"]);
    assert!(said.contains("offer a solution by Tue 24 Nov 09:04, 23h left"), "{said}");
    assert_eq!(case(&cli, &[])["promised"], "2026-11-25T18:00:00+08:00", "a bare day is promised until its closing");
    cli.at("2026-11-23T11:04:00+08:00");
    assert!(event(&cli, "propose", &["-m", "half the price"]).contains("they decide"));
    cli.at("2026-11-23T12:04:00+08:00");
    assert!(event(&cli, "reject", &["-m", "too little"]).contains("offer another solution by"));
    event(&cli, "waiting", &[]);
    cli.at("2026-11-23T16:04:00+08:00");
    event(&cli, "resume", &[]);
    event(&cli, "propose", &["-m", "all of it"]);
    let said = event(&cli, "resolve", &["-m", "reprinted"]);
    assert!(said.contains("ask on Thu 26 Nov"), "three working days later: {said}");
    cli.ok(&["complaint", "edit", "1", "--remedy", "300", "--complex", "yes"]);
    cli.at("2026-11-26T10:00:00+08:00");
    event(&cli, "follow-up", &["--score", "4", "--minutes", "5"]);
    let said = event(&cli, "close", &[]);
    assert_eq!(said.trim_end(), "Closed case 1, Greenleaf Tech", "the mark was given when they were asked");

    let shown = case(&cli, &[]);
    assert_eq!((&shown["status"], &shown["score"], &shown["rounds"]), (&json!("closed"), &json!(4), &json!(1)));
    assert_eq!((&shown["first_response"]["met"], &shown["solution"]["met"]), (&json!(true), &json!(true)));
    assert_eq!(shown["remedy"], json!({ "minor": 30000, "currency": "CNY" }));
    assert_eq!(shown["log"].as_array().unwrap().len(), 10);
    let page = cli.ok(&["complaint", "show", "#1"]);
    for part in ["#1 complaint  Greenleaf Tech", "closed", "Ms Bei", "a free reprint", "4 of 5", "half the price", "CNY 300"] {
        assert!(page.contains(part), "{part} in\n{page}");
    }
    let record = cli.ok(&["complaint", "show", "1", "--format", "md"]);
    for part in [
        "# Case 1 (complaint): Greenleaf Tech\n",
        "| Number | 1 |\n| --- | --- |\n| Client | Greenleaf Tech |",
        "| Cost of the remedy | CNY 300 |",
        "\n## What they want\n\n> a free reprint\n",
        "| First response | 2 h of working time | 2026-11-23 11:04 | kept, Mon 23 Nov 2026 10:04 |",
        "| 1 | 2026-11-23 09:30 | tried, not reached | call |  |",
        "| 2 | 2026-11-23 10:04 | answered | call | sorry, by Wednesday<br>promised by Wed 25 Nov 2026 18:00 |",
        "| 1 | 2026-11-23 11:04 offered<br>half the price | 2026-11-23 12:04 they refused<br>too little |",
        "| 2 | 2026-11-23 16:04 offered<br>all of it | 2026-11-23 16:04 put right<br>reprinted |",
        "- Put right 2026-11-23 16:04: reprinted\n- Mark 2026-11-26 10:00: 4 of 5\n",
        "- Closed 2026-11-26 10:00\n",
    ] {
        assert!(record.contains(part), "{part} in\n{record}");
    }
    // Kept with the client's other records.
    let page = cli.ok(&["client", "show", "Greenleaf"]);
    assert!(page.contains("Cases") && page.contains("4 of 5") && page.contains("1 offer refused"), "{page}");
    let history = cli.ok(&["history", "Greenleaf"]);
    assert!(history.contains("Opened complaint 1") && history.contains("refused the offer, case 1"), "{history}");
    let touches = cli.json(&["client", "show", "Greenleaf"])["touches"].clone();
    let outcomes: Vec<&str> = touches.as_array().unwrap().iter().map(|t| t["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["reached", "no-answer"], "what was said on a channel is a contact, too");
}

#[test]
fn s077_s082_the_same_life_in_chinese() {
    let mut cli = Cli::new();
    cli.speak("zh-CN");
    cli.client("绿叶科技", &["--since", "2025-01-06"]);
    let said = cli.ok(&["complaint", "open", "绿叶", "-m", "印刷第三次出错", "--kind", "投诉", "--cause", "产品质量"]);
    assert!(said.contains("已登记投诉 1：绿叶科技；请在 11月23日 周一 11:04 前回应"), "{said}");
    for (kind, more, says) in [
        ("没联系上", &[][..], "仍在计时"),
        ("已回应", &["-m", "已致歉", "--promise", "周三"], "提出方案"),
        ("提出方案", &["-m", "打五折"], "等对方决定"),
        ("对方不接受", &["-m", "太少"], "另提方案"),
        ("等对方", &[], "resume"),
        ("对方已回复", &[], "另提方案"),
        ("propose", &["-m", "全部重印"], "等对方决定"),
        ("已解决", &["-m", "已重印"], "11月26日 周四 回访"),
        ("回访", &["--score", "联系不上"], "close"),
        ("关闭", &["--score", "2"], "可以重新打开工单"),
        ("重新打开", &["-m", "又出错"], "提出方案"),
    ] {
        let said = event(&cli, kind, more);
        assert!(said.contains(says), "{kind}: {said}");
    }
    let list = cli.ok(&["complaint", "list", "--kind", "投诉", "--cause", "产品质量"]);
    assert!(list.contains("#1") && list.contains("已回应") && list.contains("印刷第三次出错"), "{list}");
    let record = cli.ok(&["complaint", "show", "1", "--format", "md"]);
    for part in [
        "# 工单 1（投诉）：绿叶科技",
        "| 原因 | 产品质量 |",
        "## 协商经过",
        "打五折",
        "- 重新打开 2026-11-23 09:04\n",
        "- 尚未关闭：已回应",
    ] {
        assert!(record.contains(part), "{part} in\n{record}");
    }
    refused(&cli, 4, &["complaint", "event", "1", "reopen"], "不用重新打开");
    refused(&cli, 3, &["complaint", "show", "9"], "没有工单“9”");
}

#[test]
fn s039_what_cannot_be_is_refused_in_one_line() {
    let mut cli = opened();
    let ev = |cli: &Cli, kind: &str, says: &str| refused(cli, 4, &["complaint", "event", "1", kind, "-m", "x"], says);
    for kind in ["follow-up", "close"] {
        ev(&cli, kind, "Case 1 is not put right yet: resolve it first");
    }
    ev(&cli, "reopen", "Case 1 is open: there is nothing to reopen");
    ev(&cli, "reject", "Nothing is offered in case 1: propose a solution first");
    ev(&cli, "resume", "Case 1 is not waiting for the client");
    event(&cli, "waiting", &[]);
    ev(&cli, "waiting", "Case 1 is waiting for the client already: resume it first");
    event(&cli, "resolve", &[]);
    for kind in ["acknowledge", "propose", "reject", "resolve", "waiting"] {
        ev(&cli, kind, "Case 1 is put right already: follow it up, close it or reopen it");
    }
    ev(&cli, "close", "needs a mark 1 to 5, or \"unreachable\"");
    event(&cli, "close", &["--score", "unreachable"]);
    for kind in ["acknowledge", "attempt", "waiting", "resume", "propose", "reject", "resolve", "follow-up", "close"] {
        ev(&cli, kind, "Case 1 is closed: reopen it first");
    }
    event(&cli, "note", &["-m", "a note is always possible"]);
    for (code, args, says) in [
        (
            4,
            &["complaint", "event", "1", "note", "-m", "x", "--at", "2026-11-20"][..],
            "nothing can have happened in it before",
        ),
        (4, &["complaint", "event", "1", "note", "-m", "x", "--at", "2026-12-24"], "lies ahead"),
        (4, &["complaint", "open", "Lotus", "-m", "x", "--at", "2026-12-24"], "lies ahead"),
        (4, &["complaint", "open", "Lotus", "-m", "x", "--with", "Lotus"], "itself"),
        (4, &["complaint", "edit", "1", "--at", "2026-11-23T09:04:30"], "begins before that moment"),
        (2, &["complaint", "open", "Lotus"], "add -m"),
        (2, &["complaint", "open", "Lotus", "-m", "  "], "The text is empty"),
        (
            2,
            &["complaint", "open", "Lotus", "-m", "x", "--kind", "praise"],
            "complaint, enquiry, support, suggestion, conflict",
        ),
        (
            2,
            &["complaint", "open", "Lotus", "-m", "x", "--cause", "moon"],
            "quality, attitude, communication, delivery, price, other",
        ),
        (2, &["complaint", "open", "Lotus", "-m", "x", "--kind", "support", "--with", "Greenleaf"], "--kind conflict"),
        (2, &["complaint", "open", "Lotus", "-m", "x", "--at", "someday"], "someday"),
        (2, &["complaint", "open", "Lotus", "-m", "x", "--channel", "pigeon"], "pigeon"),
        (2, &["complaint", "open", "Lotus", "-m", "x", "--as-of", "today"], "--as-of"),
        (2, &["complaint", "event", "1", "sing"], "acknowledge, attempt, note"),
        (2, &["complaint", "event", "1", "note"], "The text is empty"),
        (2, &["complaint", "event", "1", "note", "-m", "x", "--score", "6"], "1, 2, 3, 4, 5, unreachable"),
        (2, &["complaint", "event", "1", "note", "-m", "x", "--score", "5"], "belongs to a follow-up or a closing"),
        (2, &["complaint", "event", "1", "note", "-m", "x", "--minutes", "many"], "--minutes"),
        (2, &["complaint", "event", "1", "note", "-m", "x", "--corrects", "one"], "--corrects"),
        (2, &["complaint", "edit", "1"], "hing"),
        (2, &["complaint", "edit", "1", "--text", ""], "The text is empty"),
        (2, &["complaint", "edit", "1", "--complex", "perhaps"], "yes, no"),
        (2, &["complaint", "edit", "1", "--remedy", "much"], "much"),
        (2, &["complaint", "edit", "1", "--with", "Lotus"], "--kind conflict"),
        (2, &["complaint", "evidence", "1"], "--remove"),
        (2, &["complaint", "show", "1", "--format", "pdf"], "text, md"),
        (1, &["complaint", "evidence", "1", "nowhere.txt"], "There is no file nowhere.txt"),
        (1, &["complaint", "evidence", "1", "."], ". is a folder"),
        (3, &["complaint", "evidence", "1", "--remove", "1"], "case 1 has no evidence 1"),
        (3, &["complaint", "event", "1", "note", "-m", "x", "--corrects", "9"], "case 1 has no entry 9"),
        (3, &["complaint", "event", "31", "note", "-m", "x"], "no case \"31\""),
        (3, &["complaint", "event", "#31", "note", "-m", "x"], "no case \"#31\""),
        (3, &["complaint", "show", "Lotus"], "no case \"Lotus\""),
        (3, &["complaint", "show", "nobody"], "no case \"nobody\""),
        (3, &["complaint", "open", "Nobody", "-m", "x"], "Nobody"),
        (3, &["complaint", "open", "Lotus", "-m", "x", "--with", "Nobody"], "Nobody"),
        (3, &["complaint", "open", "Lotus", "-m", "x", "--person", "Bei"], "Bei"),
    ] {
        refused(&cli, code, args, says);
    }
    assert_eq!(case(&cli, &[])["log"].as_array().unwrap().len(), 4, "nothing else was written");
    assert_eq!(cli.json(&["complaint", "list", "--all"]).as_array().unwrap().len(), 1);
    cli.speak("zh-CN");
    ev(&cli, "propose", "工单 1 已关闭：请先重新打开");
    let empty = Cli::new();
    for args in [&["complaint", "list"][..], &["complaint", "show", "1"], &["complaint", "open", "X", "-m", "x"]] {
        empty.fails(10, args);
        assert!(!empty.db().exists());
    }
}

#[test]
fn s074_s075_both_clocks_stand_as_they_stood_at_any_moment() {
    let mut cli = book();
    cli.ok(&["complaint", "open", "Greenleaf", "-m", "third typo", "--at", "2026-11-19T17:34"]);
    // Entered on Monday, and the later one first.
    cli.ok(&["complaint", "event", "1", "propose", "-m", "reprint", "--at", "2026-11-20T12:00"]);
    cli.ok(&["complaint", "event", "1", "acknowledge", "-m", "sorry", "--at", "2026-11-20T10:00"]);
    let at = |moment: &str| cli.json(&["complaint", "list", "--as-of", moment]);
    assert_eq!(at("2026-11-19T17:00"), json!([]));
    let clock = |moment: &str, of: &str| {
        let clock = at(moment)[0][of].clone();
        (clock["met"].clone(), clock["due"].as_str().unwrap()[..16].to_owned())
    };
    // 26 minutes on Thursday, the rest from Friday 09:00; a day later it is Friday 17:34.
    let (first, solution) = ("2026-11-20T10:34".to_owned(), "2026-11-20T17:34".to_owned());
    assert_eq!(clock("2026-11-19T17:40", "first_response"), (Value::Null, first.clone()));
    assert_eq!(clock("2026-11-20T10:00", "first_response"), (json!(true), first.clone()));
    assert_eq!(clock("2026-11-20T11:59", "solution"), (Value::Null, solution.clone()));
    assert_eq!(clock("2026-11-20T12:00", "solution"), (json!(true), solution));
    assert_eq!(at("2026-11-20T11:59")[0]["status"], "acknowledged");
    assert_eq!(at("2026-11-20T12:00")[0]["status"], "proposed");
    assert_eq!(at("2026-11-19T18:34")[0]["wait_hours"], json!(1.0));
    let text = cli.ok(&["complaint", "list", "--as-of", "2026-11-20T09:34"]);
    assert!(text.contains("1h left") && text.contains("nobody has answered"), "{text}");
    refused(&cli, 3, &["complaint", "show", "1", "--as-of", "2026-11-18"], "no case \"1\"");
    assert_eq!(case(&cli, &["--as-of", "2026-11-20T11:00"])["log"].as_array().unwrap().len(), 1);
    // A reply that was written down too early moves the answer past its limit.
    cli.ok(&["complaint", "event", "1", "acknowledge", "--corrects", "1", "--at", "2026-11-20T10:35"]);
    let shown = case(&cli, &[]);
    assert_eq!(shown["first_response"]["met"], false);
    let log: Vec<(i64, bool, Value)> = shown["log"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["n"].as_i64().unwrap(), e["counts"].as_bool().unwrap(), e["text"].clone()))
        .collect();
    assert_eq!(log, [(1, false, json!("sorry")), (2, true, json!("sorry")), (3, true, json!("reprint"))], "unnamed parts stay");
    assert_eq!((&shown["log"][0]["corrected_by"], &shown["log"][1]["corrects"]), (&json!(2), &json!(1)));
    let record = cli.ok(&["complaint", "show", "1", "--format", "md"]);
    assert!(record.contains("| ~~answered~~ (corrected by 2) |  | ~~sorry~~ |"), "{record}");
    assert!(record.contains("| answered (in the place of 1) |"), "{record}");
    assert!(record.contains("broken, Fri 20 Nov 2026 10:35, 1 min late"), "{record}");
    cli.ok(&["undo"]);
    assert_eq!(case(&cli, &[])["first_response"]["met"], true);
    cli.at("2026-11-24T09:04:00+08:00");
    cli.ok(&["redo"]);
    assert_eq!(case(&cli, &[])["first_response"]["met"], false);
}

#[test]
fn a_correction_of_one_of_several_events_of_a_moment_keeps_its_place() {
    let cli = opened();
    for kind in ["acknowledge", "propose", "resolve"] {
        event(&cli, kind, &[]);
    }
    event(&cli, "acknowledge", &["--corrects", "1", "-m", "sorry"]);
    assert_eq!(case(&cli, &[])["status"], "resolved");
    event(&cli, "propose", &["--corrects", "2", "-m", "half the price"]);
    let record = cli.ok(&["complaint", "show", "1", "--format", "md"]);
    assert!(record.contains("offered<br>half the price | 2026-11-23 09:04 put right |"), "{record}");
    // Without the offer there is nothing that could have been refused: what was logged later stands in the way.
    event(&cli, "reopen", &[]);
    event(&cli, "propose", &[]);
    event(&cli, "reject", &[]);
    let n = case(&cli, &[])["log"].as_array().unwrap().len();
    refused(&cli, 4, &["complaint", "event", "1", "note", "-m", "x", "--corrects", &(n - 1).to_string()], "does not fit");
}

#[test]
fn s077_the_list_and_the_answers_have_their_json_shapes() {
    let mut cli = book();
    let made = cli.json(&["complaint", "open", "Greenleaf", "-m", "third typo", "--cause", "quality"]);
    assert_eq!((&made["no"], made["op"].is_number()), (&json!(1), true));
    assert_eq!(made["first_response"]["due"], "2026-11-23T11:04:00+08:00");
    assert_eq!(made["solution"]["due"], "2026-11-24T09:04:00+08:00");
    assert!(made["ids"].as_array().unwrap().iter().any(|id| id["table"] == "complaint"), "{made}");
    assert!(made["message"].as_str().unwrap().starts_with("Opened complaint 1"), "{made}");
    cli.ok(&["complaint", "open", "Lotus", "-m", "opening hours?", "--kind", "question", "--at", "2026-11-20 17:00"]);
    cli.ok(&["complaint", "open", "Lotus", "-m", "a newsletter", "--kind", "suggestion"]);
    let list = cli.json(&["complaint", "list"]);
    let nos: Vec<i64> = list.as_array().unwrap().iter().map(|c| c["no"].as_i64().unwrap()).collect();
    assert_eq!(nos, [2, 1, 3], "what is broken or broken first stands first");
    let one = &list[1];
    assert_eq!(
        (&one["client"], &one["kind"], &one["status"]),
        (&json!("Greenleaf Tech"), &json!("complaint"), &json!("registered"))
    );
    assert_eq!(one["opened"], "2026-11-23T09:04:00+08:00");
    for clock in ["first_response", "solution"] {
        assert_eq!((&one[clock]["met"], &one[clock]["used"]), (&Value::Null, &json!(0.0)), "{one}");
    }
    let nos = |args: &[&str]| cli.json(&[&["complaint", "list"], args].concat()).as_array().unwrap().len();
    assert_eq!((nos(&["--client", "Lotus"]), nos(&["--kind", "enquiry"]), nos(&["--cause", "quality"])), (2, 1, 1));
    let answered = cli.json(&["complaint", "event", "Greenleaf", "acknowledge"]);
    assert_eq!((&answered["first_response"]["met"], &answered["status"]), (&json!(true), &json!("acknowledged")));
    refused_with_choices(&cli);
    cli.ok(&["complaint", "event", "2", "resolve"]);
    cli.ok(&["complaint", "event", "2", "close", "--score", "1"]);
    assert_eq!((nos(&[]), nos(&["--all"])), (2, 3));

    // Today has the same figures.
    let today = cli.json(&["today"]);
    let items: Vec<&Value> = today["items"].as_array().unwrap().iter().filter(|i| i["kind"] == "complaint").collect();
    assert_eq!(today["counts"]["complaints"], items.len());
    assert_eq!((&items[0]["no"], &items[0]["status"]), (&json!(1), &json!("acknowledged")));
    assert_eq!(items[0]["solution"]["due"], "2026-11-24T09:04:00+08:00");
    assert_eq!(items[0]["first_response"]["met"], true);
    assert!(cli.ok(&["today"]).contains("ANSWER"));
    let shown = cli.json(&["client", "show", "Lotus"]);
    assert_eq!(shown["complaints"].as_array().unwrap().len(), 2);

    let rows = cli.json(&["sql", "select no, client, kind, status, first_met, score, reopened from v_sla order by no"]);
    assert_eq!(
        rows[1],
        json!({ "no": 2, "client": "Lotus Spa", "kind": "enquiry", "status": "closed", "first_met": 1, "score": 1, "reopened": 0 })
    );
    assert_eq!(cli.json(&["sql", "select count(*) n from complaint_event"])[0]["n"], 3);
    assert_eq!(cli.json(&["sql", "select count(*) n from complaint, evidence, improvement"])[0]["n"], 0);
    cli.at("2026-11-23T11:04:01+08:00");
    cli.ok(&["complaint", "open", "Greenleaf", "-m", "again"]);
    assert_eq!(cli.json(&["complaint", "list", "--client", "Greenleaf"]).as_array().unwrap().len(), 2);
}

/// A client with several open cases names none of them; the cases are listed by number.
fn refused_with_choices(cli: &Cli) {
    let err = cli.fails(3, &["complaint", "show", "Lotus"]);
    assert!(err.contains("#2") && err.contains("#3") && err.contains("a newsletter"), "{err}");
}

#[test]
fn s138_today_reads_well_with_a_case_on_top() {
    let cli = book();
    cli.ok(&["complaint", "open", "Lotus", "-m", "third typo\nin print"]);
    let today = cli.ok(&["today"]);
    let lines: Vec<&str> = today.lines().collect();
    assert!(lines[0].ends_with("next 11:04 case Lotus Spa"), "{today}");
    assert_eq!(lines[1], "ANSWER");
    assert!(lines[2].contains("2h left  case") && lines[2].contains("\"third typo in print\"; nobody has answered"), "{today}");
    event(&cli, "acknowledge", &[]);
    let today = cli.ok(&["today"]);
    assert!(!today.contains("next"), "a limit of tomorrow is not a time of today: {today}");
    event(&cli, "resolve", &[]);
    assert!(!cli.ok(&["today"]).contains("ANSWER"), "back when they are to be asked");
    let then = cli.ok(&["today", "--as-of", "2026-11-26T09:00"]);
    assert!(then.contains("ask today") && then.contains("are they content?"), "{then}");
}

#[test]
fn s081_a_low_mark_says_how_to_reopen() {
    let cli = opened();
    event(&cli, "resolve", &[]);
    let said = event(&cli, "close", &["--score", "2"]);
    assert!(said.contains("touchbase complaint event 1 reopen"), "{said}");
    assert!(!cli.ok(&["complaint", "list"]).contains("#1"));
    event(&cli, "reopen", &["-m", "typo number four"]);
    let shown = case(&cli, &[]);
    assert_eq!((&shown["reopened"], &shown["score"], &shown["status"]), (&json!(1), &Value::Null, &json!("acknowledged")));
    event(&cli, "resolve", &[]);
    assert!(!event(&cli, "close", &["--score", "3"]).contains("reopen"));
}

#[test]
fn s141_s142_a_conflict_stands_on_both_pages() {
    let cli = book();
    let said = cli.ok(&["complaint", "open", "Greenleaf", "-m", "the slogan", "--with", "Lotus", "--mediator", "Ms Bei"]);
    assert!(said.contains("Opened conflict 1"), "{said}");
    for client in ["Greenleaf", "Lotus"] {
        assert_eq!(cli.json(&["client", "show", client])["relations"][0]["kind"], "conflict");
    }
    let shown = case(&cli, &[]);
    assert_eq!((&shown["with"], &shown["mediator"]), (&json!("Lotus Spa"), &json!("Ms Bei")));
    cli.ok(&["complaint", "open", "Lotus", "-m", "again", "--kind", "冲突", "--with", "Greenleaf"]);
    assert_eq!(cli.json(&["client", "show", "Lotus"])["relations"].as_array().unwrap().len(), 1, "they stand so already");
    cli.ok(&["undo", "--steps", "2"]);
    assert_eq!(cli.json(&["client", "show", "Lotus"])["relations"], json!([]), "one step takes both back");
    assert_eq!(cli.json(&["complaint", "list", "--all"]), json!([]));
}

#[test]
fn s082_a_policy_of_old_that_cannot_be_read_does_not_lock_the_book() {
    let cli = book();
    cli.ok(&["policy", "use", "solo"]);
    cli.ok(&["complaint", "open", "Greenleaf", "-m", "third typo in print"]);
    cli.ok(&["policy", "use", "agency"]);
    let file = rusqlite::Connection::open(cli.db()).unwrap();
    let kept = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'policy_version'";
    let triggers: Vec<String> = file.prepare(kept).unwrap().query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
    triggers.iter().for_each(|name| file.execute_batch(&format!("DROP TRIGGER \"{name}\"")).unwrap());
    assert_eq!(file.execute("UPDATE policy_version SET text = 'no such key = 1' WHERE name = 'solo'", []).unwrap(), 1);
    drop(file);
    assert_eq!(case(&cli, &[])["no"], 1);
}

#[test]
fn s079_evidence_is_a_path_and_a_hash_and_changes_are_noticed() {
    let cli = opened();
    let file = cli.file("proof.txt", "page 3");
    cli.ok(&["complaint", "evidence", "1", "proof.txt", "-m", "page 3"]);
    cli.ok(&["complaint", "evidence", "1", "proof.txt"]);
    let evidence = |cli: &Cli| case(cli, &[])["evidence"].clone();
    assert_eq!(evidence(&cli)[0]["path"], file.to_str().unwrap(), "found from anywhere");
    assert_eq!(evidence(&cli)[0]["sha256"], "16283f82099f2d369b0fa47dbfd41b307fc73ac8d730fc995cd2887814ad274d");
    assert_eq!((&evidence(&cli)[0]["size"], &evidence(&cli)[0]["state"]), (&json!(6), &json!("same")));
    cli.file("proof.txt", "page 4");
    assert_eq!(evidence(&cli)[0]["state"], "changed");
    assert!(cli.ok(&["complaint", "show", "1"]).contains("changed since"));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(evidence(&cli)[0]["state"], "gone");
    let record = cli.ok(&["complaint", "show", "1", "--format", "md"]);
    assert!(record.contains("## Evidence") && record.contains("gone or moved"), "{record}");
    // A pipe in its place is not waited for.
    let pipe = file.with_file_name("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    refused(&cli, 1, &["complaint", "evidence", "1", "pipe"], "pipe is no plain file");
    cli.ok(&["complaint", "evidence", "1", "--remove", "2"]);
    assert_eq!(evidence(&cli).as_array().unwrap().len(), 1);
    assert_eq!(evidence(&cli)[0]["note"], "page 3");
    cli.ok(&["undo"]);
    assert_eq!(evidence(&cli).as_array().unwrap().len(), 2);
}

#[test]
fn every_step_of_a_case_is_undone_and_done_again() {
    let cli = book();
    cli.file("proof.txt", "page 3");
    let steps: [&[&str]; 5] = [
        &["complaint", "open", "Greenleaf", "-m", "third typo"],
        &["complaint", "event", "1", "acknowledge", "-m", "sorry", "--channel", "call"],
        &[
            "complaint",
            "edit",
            "1",
            "--cause",
            "delivery",
            "--demand",
            "a reprint",
            "--mediator",
            "Ms Bei",
            "--channel",
            "email",
        ],
        &["complaint", "evidence", "1", "proof.txt"],
        &["complaint", "edit", "1", "--cause", "-", "--demand", "-", "--mediator", "-", "--channel", "-"],
    ];
    let state = |cli: &Cli| (cli.json(&["complaint", "list"]), cli.run(&["complaint", "show", "1", "--json"]).out);
    let mut states = vec![state(&cli)];
    for step in steps {
        cli.ok(step);
        let after = state(&cli);
        assert_ne!(Some(&after), states.last(), "{step:?}");
        states.push(after);
    }
    for before in states.iter().rev().skip(1) {
        cli.ok(&["undo"]);
        assert_eq!(&state(&cli), before);
    }
    for after in &states[1..] {
        cli.ok(&["redo"]);
        assert_eq!(&state(&cli), after);
    }
    let history = cli.ok(&["history"]);
    for said in ["Opened complaint 1", "Answered case 1", "Changed case 1, Greenleaf Tech", "Added evidence to case 1"] {
        assert!(history.contains(said), "{said} in\n{history}");
    }
    let last = case(&cli, &[]);
    for field in ["cause", "demand", "mediator", "channel"] {
        assert_eq!(last[field], Value::Null, "{field}");
    }
}

/// No byte that a terminal obeys.
fn harmless(what: &str, text: &str) {
    for c in text.chars() {
        let bad = (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        assert!(!bad, "{what}: {c:?} in\n{text}");
    }
}

#[test]
fn hostile_text_in_every_field_is_only_text() {
    let hostile =
        "# x | y `z` <b>*bold*</b> [a](b) ~~s~~ \u{1b}[31m\u{7}\u{202e}\n## y\n- z\n| q |\r\n```\n> \\| \u{9b}2J &amp; 1. -";
    let nobody = format!("no{hostile}");
    let mut cli = Cli::new();
    cli.ok(&["client", "add", "--", hostile]);
    cli.client("Other\n| side", &[]);
    cli.ok(&["person", "add", "bold", "--", hostile]);
    cli.file("pro`of| \u{1b}[31m<i>.txt", "x");
    let open = ["complaint", "open", "bold", "-m", hostile, "--demand", hostile, "--mediator", hostile, "--person", "bold"];
    let (open, with) = (&open[..], &["--kind", "conflict", "--with", "Other"][..]);
    harmless("open", &cli.ok(&[open, with].concat()));
    harmless("acknowledge", &event(&cli, "acknowledge", &["-m", hostile]));
    event(&cli, "propose", &["-m", hostile]);
    event(&cli, "reject", &["-m", hostile]);
    event(&cli, "acknowledge", &["--corrects", "1", "-m", hostile]);
    cli.ok(&["complaint", "evidence", "1", "pro`of| \u{1b}[31m<i>.txt", "-m", hostile]);
    event(&cli, "resolve", &["-m", hostile]);
    for lang in ["en", "zh-CN"] {
        cli.speak(lang);
        for args in [
            &["complaint", "list"][..],
            &["complaint", "list", "--json"],
            &["complaint", "show", "1"],
            &["complaint", "show", "1", "--json"],
            &["client", "show", "bold"],
            &["today"],
            &["today", "--json"],
            &["history"],
            &["sql", "select * from v_sla"],
            &["sql", "select text from complaint_event"],
        ] {
            harmless(&format!("{args:?}"), &cli.ok(args));
        }
        let list = cli.ok(&["complaint", "list"]);
        assert_eq!(list.lines().count(), 2, "{list}");
        for args in [
            &["complaint", "show", &nobody][..],
            &["complaint", "event", "1", hostile],
            &["complaint", "event", "1", "close", "--score", hostile],
        ] {
            let err = cli.run(args).err;
            harmless(&format!("{args:?}"), &err);
            assert_eq!(err.trim_end().lines().count(), 1, "{err}");
        }
        let record = cli.ok(&["complaint", "show", "1", "--format", "md"]);
        harmless("record", &record);
        structure(&record);
    }
    assert_eq!(case(&cli, &[])["text"], hostile, "stored as it was typed");
}

/// The record has its own headings and tables and no others, however hostile what stands in it.
fn structure(record: &str) {
    let headings = record.lines().filter(|l| l.starts_with('#')).count();
    let titled = record.lines().filter(|l| l.starts_with("## ")).count();
    assert_eq!((headings, titled), (8, 7), "{record}");
    let mut columns = None;
    for line in record.lines() {
        let allowed = ["# ", "## ", "| ", "> ", "- "].iter().any(|p| line.starts_with(p)) || matches!(line, "" | ">");
        assert!(allowed || !line.starts_with(['`', '<', '~', '+', '*', '=', '1']), "{line}");
        if !line.starts_with('|') {
            columns = None;
            continue;
        }
        let bars = unescaped(line, '|');
        assert_eq!(*columns.get_or_insert(bars), bars, "{line}");
        // The hash and line breaks are the record's own.
        let own = line.replace("<br>", "");
        assert_eq!(unescaped(&own, '<'), 0, "{line}");
        assert!(matches!(unescaped(&own, '`'), 0 | 2), "{line}");
    }
}

/// How often a character stands there without a backslash before it.
fn unescaped(line: &str, wanted: char) -> usize {
    let (mut count, mut escaped) = (0, false);
    for c in line.chars() {
        count += usize::from(c == wanted && !escaped);
        escaped = c == '\\' && !escaped;
    }
    count
}
