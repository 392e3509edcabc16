//! `holidays import|list|remove` on the command line: what replaces what, what is refused, how it is taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::{Value, json};

fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Acme", &[]);
    cli
}

fn dates(cli: &Cli, year: &str) -> Vec<String> {
    let all = cli.json(&["holidays", "list", year]);
    let one = |d: &Value| format!("{} {}", d["date"].as_str().unwrap(), d["kind"].as_str().unwrap());
    all.as_array().unwrap().iter().map(one).collect()
}

#[test]
fn s022_an_imported_year_replaces_the_shipped_one_and_can_be_taken_back() {
    let cli = book();
    assert_eq!(dates(&cli, "2026").len(), 39);
    let own = cli.file("own.toml", "[2026]\noff = [\"2026-12-24..2026-12-26 Betriebsferien\"]\nwork = [\"2026-12-19\"]\n");
    let own = own.to_str().unwrap();
    let dry = cli.json(&["holidays", "import", own, "--dry-run"]);
    assert_eq!(
        (&dry["years"], &dry["off"], &dry["work"], &dry["replaced"]),
        (&json!([2026]), &json!(3), &json!(1), &json!(39))
    );
    assert_eq!((&dry["op"], &dry["rejected"], dates(&cli, "2026").len()), (&Value::Null, &json!([]), 39));
    let done = cli.json(&["holidays", "import", own]);
    assert!(done["op"].is_i64(), "{done}");
    assert_eq!(dates(&cli, "2026"), ["2026-12-19 work", "2026-12-24 off", "2026-12-25 off", "2026-12-26 off"]);
    // The same once more is no step.
    let same = cli.json(&["holidays", "import", own]);
    assert_eq!((&same["op"], &same["replaced"]), (&Value::Null, &json!(4)));
    assert!(cli.ok(&["holidays", "import", own]).contains("Nothing changed"));
    assert!(cli.ok(&["history", "--limit", "1"]).contains("Holidays: 4 days"));
    // One step back, one step on.
    assert!(cli.ok(&["undo"]).contains("Holidays"));
    assert_eq!(dates(&cli, "2026").len(), 39);
    cli.ok(&["redo"]);
    assert_eq!(dates(&cli, "2026").len(), 4);
    assert!(cli.ok(&["holidays", "remove", "2026"]).contains("Took back 4 imported holidays"));
    assert_eq!(dates(&cli, "2026").len(), 39, "what is built in counts again");
    // It is known now; whoever looks back sees it, too.
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["holidays", "list", "2026", "--as-of", "2026-01-01"]).as_array().unwrap().len(), 4);
}

#[test]
fn s022_a_second_country_is_added() {
    let cli = book();
    let de =
        cli.file("de.csv", "date,kind,name\n2026-10-03,off,Tag der Einheit\n2026-12-25,off,Weihnachten\n2026-10-10,off,Fest\n");
    let added = cli.json(&["holidays", "import", de.to_str().unwrap(), "--add"]);
    assert_eq!((&added["replaced"], &added["kept"], &added["off"]), (&json!(0), &json!(39), &json!(3)));
    let all = cli.json(&["holidays", "list", "2026"]);
    let of = |date: &str| all.as_array().unwrap().iter().find(|d| d["date"] == date).unwrap().clone();
    assert_eq!(all.as_array().unwrap().len(), 40);
    assert_eq!(of("2026-10-03")["name"], "国庆节", "what both call a day off keeps its name");
    assert_eq!(of("2026-10-10"), json!({ "date": "2026-10-10", "kind": "off", "name": "Fest", "source": "de.csv" }));
    let text = cli.ok(&["holidays", "list"]);
    assert!(text.contains("built in") && text.contains("de.csv") && text.contains("Weihnachten"), "{text}");
}

#[test]
fn s022_days_around_new_year_do_not_replace_a_year() {
    let cli = book();
    let file = cli.file("2027.csv", "2026-12-31,off,eve\n2027-01-01,off,new year\n2027-05-01,off,labour\n");
    let done = cli.json(&["holidays", "import", file.to_str().unwrap()]);
    assert_eq!((&done["years"], &done["edges"], &done["replaced"]), (&json!([2026, 2027]), &json!([2026]), &json!(0)));
    assert_eq!(dates(&cli, "2026").len(), 40);
    let said = cli.ok(&["holidays", "import", file.to_str().unwrap(), "--dry-run"]);
    assert!(said.contains("Of 2026 the file has only days around New Year"), "{said}");
}

#[test]
fn s022_imported_days_count_where_the_configuration_names_no_country() {
    let cli = book();
    cli.file("config/touchbase/config.toml", "holidays = \"none\"\n");
    assert_eq!(cli.json(&["holidays", "list"]), json!([]));
    assert!(cli.ok(&["holidays", "list"]).contains("touchbase holidays import FILE"));
    let file = cli.file("own.csv", "2026-11-24,off,mine\n");
    cli.ok(&["holidays", "import", file.to_str().unwrap()]);
    cli.ok(&["policy", "use", "agency"]);
    cli.ok(&["client", "pin", "Acme", "A", "-m", "x"]);
    cli.ok(&["log", "Acme", "visit", "--at", "2026-11-17 10:00"]);
    let told = cli.json(&["explain", "Acme"]);
    assert_eq!(told["due"]["numbers"][0]["due"], "2026-11-25");
}

#[test]
fn s022_refused_lines_are_named_and_the_others_land() {
    let mut cli = book();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/holidays/");
    let ran = cli.run(&["holidays", "import", &format!("{data}cn-2027.ics")]);
    assert_eq!((ran.code, &*ran.err), (4, ""));
    assert!(ran.out.contains("Holidays of 2027: 24 days off, 3 make-up days."), "{}", ran.out);
    assert!(ran.out.contains("Line 63 rejected: not a whole day (2027-10-01 09:00)"), "{}", ran.out);
    assert!(ran.out.contains("2 cancelled events and observances left out."), "{}", ran.out);
    cli.speak("zh-CN");
    let ran = cli.run(&["holidays", "import", &format!("{data}us-rules.ics"), "--add", "--json"]);
    assert_eq!(ran.code, 4);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["years"], json!([2025, 2026, 2027, 2028]));
    let lines: Vec<&Value> = told["rejected"].as_array().unwrap().iter().map(|r| &r["line"]).collect();
    assert_eq!(lines, [&json!(35), &json!(41), &json!(47), &json!(53), &json!(58), &json!(62)]);
    assert_eq!(told["rejected"][2]["reason"], "一次 73048 天；节假日最多 60 天");
    let list = cli.ok(&["holidays", "list", "2027年"]);
    assert!(list.contains("调休上班") && list.contains("2027年2月5日"), "{list}");
}

#[test]
fn bad_files_and_words_are_refused_with_their_codes() {
    let cli = book();
    let file = |name: &str, text: &[u8]| cli.file(name, text).to_str().unwrap().to_owned();
    let codes = [
        (1, vec!["holidays", "import", "nowhere.ics"], "nowhere.ics"),
        (1, vec!["holidays", "import", "."], "."),
        (2, vec!["holidays", "import"], "FILE"),
        (2, vec!["holidays", "import", "x.ics", "--as-of", "2026-01-01"], "as-of"),
        (2, vec!["holidays", "list", "soon"], "\"soon\" is no year"),
        (2, vec!["holidays", "remove", "20277"], "\"20277\" is no year"),
        (3, vec!["holidays", "remove", "2027"], "no holidays were imported for 2027"),
    ];
    for (code, args, said) in codes {
        let error = cli.fails(code, &args);
        assert!(error.contains(said), "{args:?}: {error}");
    }
    for (name, text) in [("empty.ics", &b""[..]), ("noise.csv", b"\x00\x01\xff\xfe\x00\xff")] {
        cli.fails(1, &["holidays", "import", &file(name, text)]);
    }
    for (name, text) in [
        ("words.txt", &b"hello\nworld\n"[..]),
        ("none.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"),
        ("half.toml", b"[[day]\n"),
        ("old.csv", b"1066-10-14,off,Hastings\n"),
    ] {
        let ran = cli.run(&["holidays", "import", &file(name, text)]);
        assert_eq!((ran.code, ran.err.as_str()), (4, ""), "{name}");
        assert!(ran.out.contains("No holiday taken") && ran.out.contains("Line 1 rejected"), "{name}: {}", ran.out);
    }
    assert_eq!(cli.json(&["history"]).as_array().unwrap().len(), 1, "nothing was written");
}

#[test]
fn a_name_with_control_characters_is_kept_and_shown_on_one_line() {
    let cli = book();
    let file = cli.file("x.toml", "[[day]]\ndate = 2027-05-01\nkind = \"off\"\nname = \"La\\u001b[31mbour\\nDay\"\n");
    cli.ok(&["holidays", "import", file.to_str().unwrap()]);
    assert_eq!(cli.json(&["holidays", "list", "2027"])[0]["name"], "La\u{1b}[31mbour\nDay");
    let text = cli.ok(&["holidays", "list", "2027"]);
    assert!(!text.contains('\u{1b}') && text.lines().count() == 2, "{text:?}");
}

#[test]
fn ten_megabytes_are_read_in_good_time() {
    let cli = book();
    let talk = "so much to say about it ".repeat(430);
    let mut text = String::from("BEGIN:VCALENDAR\n");
    while text.len() < 10 << 20 {
        text.push_str(&format!("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270601\nDESCRIPTION:{talk}\nSUMMARY:x\nEND:VEVENT\n"));
    }
    text.push_str("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270602\nSUMMARY:y\nEND:VEVENT\nEND:VCALENDAR\n");
    let file = cli.file("big.ics", text);
    let told = cli.json(&["holidays", "import", file.to_str().unwrap(), "--dry-run"]);
    assert_eq!((&told["off"], &told["rejected"]), (&json!(2), &json!([])));
}
