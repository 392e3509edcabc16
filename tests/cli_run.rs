//! One message to many clients with the real binary: forty holiday greetings of which some cannot go, consent, failures by name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use mail_parser::MessageParser;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

/// Mid-Autumn is on the 25th.
const EVE: &str = "2026-09-24T09:04:00+08:00";
const CONFIG: &str = "name = \"Ada Lane\"\n[messages]\nfrom = \"Ada Lane <ada@lane.example>\"\n";

fn folder() -> Cli {
    let mut cli = Cli::new();
    cli.at(EVE);
    cli.file("config/touchbase/config.toml", CONFIG);
    cli
}

/// Forty C clients, every other one Chinese; names that mail programs trip over; three without an address.
fn forty() -> Cli {
    let cli = folder();
    let mut csv = String::from("name,email,tier\n");
    for n in 1..=40 {
        let name = match n {
            1 => "\"North \"\"Star\"\" Media\"".to_owned(),
            3 => "O'Hara & Sons <x@y.example>".to_owned(),
            5 => "\"Line\nBcc: all@evil.example\"".to_owned(),
            n if n % 2 == 0 => format!("北辰{n}号传媒"),
            n => format!("Harbour {n}"),
        };
        let mail = if matches!(n, 38..=40) { String::new() } else { format!("c{n}@client.example") };
        csv.push_str(&format!("{name},{mail},C\n"));
    }
    let file = cli.file("forty.csv", csv);
    cli.ok(&["import", file.to_str().unwrap(), "--as", "clients", "--tiers", "pin"]);
    cli
}

fn run(cli: &Cli, more: &[&str]) -> Value {
    cli.json(&[&["draft", "--filter", "tier:C", "greeting-holiday", "--occasion", "mid-autumn"], more].concat())
}

/// The dates of every plan.
fn plans(cli: &Cli) -> BTreeMap<String, Value> {
    let all = cli.json(&["client", "list"]);
    all.as_array().unwrap().iter().map(|c| (c["name"].as_str().unwrap().to_owned(), c["next_due"].clone())).collect()
}

/// What counts of the rows of a table.
fn count(cli: &Cli, table: &str) -> i64 {
    let rows = cli.json(&["sql", &format!("SELECT count(*) AS n FROM {table}")]);
    rows[0]["n"].as_i64().unwrap_or_else(|| panic!("{rows}"))
}

#[test]
fn s047_forty_greetings_of_which_three_have_no_address_and_one_is_greeted_already() {
    let cli = forty();
    // One was greeted before: it is named and not greeted twice.
    let one = cli.json(&["draft", "Harbour 7", "greeting-holiday", "--occasion", "mid-autumn", "--stdout", "--log"]);
    assert_eq!(one["run"]["ready"].as_array().unwrap().len(), 1, "{one}");
    let (before, touches) = (plans(&cli), count(&cli, "touch"));

    // Counts, names and previews first; nothing is written by looking.
    let shown = cli.ok(&["draft", "tier:C", "greeting-holiday", "--occasion", "mid-autumn"]);
    assert!(shown.starts_with("40 chosen: 36 ready, 3 without address, 1 already greeted\n"), "{shown}");
    let names: Vec<&str> = shown.lines().filter(|line| line.contains("no address") || line.contains("greeted for")).collect();
    assert_eq!(names.len(), 4, "{shown}");
    for name in ["北辰38号传媒", "Harbour 39", "北辰40号传媒", "Harbour 7"] {
        assert!(names.iter().any(|line| line.starts_with(name)), "{name}: {names:?}");
    }
    assert!(shown.contains("Happy Mid-Autumn Festival!") && shown.contains("中秋快乐"), "{shown}");

    // Handed to a Maildir and logged.
    let maildir = cli.path("drafts");
    let done = run(&cli, &["--maildir", maildir.to_str().unwrap(), "--log"]);
    let report = &done["run"];
    assert_eq!((&report["chosen"], &report["purpose"]), (&40.into(), &"greeting".into()));
    let ready = report["ready"].as_array().unwrap();
    assert_eq!((ready.len(), report["left_out"].as_array().unwrap().len()), (36, 4));
    for message in ready {
        let han = message["client"]["name"].as_str().unwrap().starts_with("北辰");
        let text = message["body"].as_str().unwrap();
        assert_eq!(message["lang"], if han { "zh-CN" } else { "en" }, "{message}");
        assert_eq!(text.contains("中秋快乐"), han, "{message}");
        assert!(message["handed"] == true && message["failed"].is_null() && message["channel"] == "email", "{message}");
    }

    // Thirty-six mails, each to its client, each with the headings of one mail and no more.
    let mut to: Vec<String> = Vec::new();
    for entry in fs::read_dir(maildir.join("cur")).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let mail = MessageParser::default().parse(&bytes).unwrap();
        let headings: Vec<String> = mail.headers().iter().map(|h| h.name().to_lowercase()).collect();
        assert!(!headings.iter().any(|name| name == "bcc" || name == "cc"), "{headings:?}");
        assert_eq!(headings.iter().filter(|name| *name == "to").count(), 1);
        let address = mail.to().unwrap().first().unwrap();
        assert_eq!(mail.to().unwrap().iter().count(), 1);
        to.push(address.address().unwrap().to_owned());
        let han = mail.subject().unwrap() == "中秋快乐，阖家团圆";
        assert_eq!(mail.body_text(0).unwrap().contains("感谢您一直以来的信任与支持"), han, "{:?}", mail.subject());
    }
    to.sort();
    let mut expected: Vec<String> = (1..=37).filter(|n| *n != 7).map(|n| format!("c{n}@client.example")).collect();
    expected.sort();
    assert_eq!(to, expected);

    // Logged: a touch, a message and a settled occasion each; the plan stands as it stood.
    assert_eq!((count(&cli, "touch") - touches, count(&cli, "care_done"), count(&cli, "sent_message")), (36, 37, 37));
    assert_eq!(count(&cli, "campaign"), 1);
    assert_eq!(plans(&cli), before);
    let again = run(&cli, &[]);
    assert_eq!(again["counts"], "40 chosen: 0 ready, 37 already greeted, 3 without address");
    assert!(again["left_out"].as_array().unwrap().iter().filter(|l| l["reason"] == "greeted").count() == 37, "{again}");

    // One step takes all of it back, and only that.
    cli.ok(&["undo"]);
    assert_eq!((count(&cli, "touch"), count(&cli, "care_done"), count(&cli, "sent_message")), (touches, 1, 1));
    assert_eq!((count(&cli, "campaign"), plans(&cli)), (0, before));
    cli.ok(&["redo"]);
    assert_eq!(count(&cli, "care_done"), 37);
}

#[test]
fn s047_pythons_mailbox_reads_the_greetings() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped s047_pythons_mailbox_reads_the_greetings: python3 is not installed");
        return;
    }
    let cli = forty();
    let maildir = cli.path("drafts");
    run(&cli, &["--maildir", maildir.to_str().unwrap()]);
    let script = "import mailbox, sys, email.header\n\
        box = mailbox.Maildir(sys.argv[1], create=False)\n\
        for m in box:\n\
        \x20 text = m.get_payload(decode=True).decode('utf-8')\n\
        \x20 subject = str(email.header.make_header(email.header.decode_header(m['Subject'])))\n\
        \x20 print(m.get_flags(), len(m.get_all('To')), m['Bcc'], subject, '中秋快乐' in text, sep='|')\n";
    let out = cli.command("python3").args(["-X", "utf8", "-c", script]).arg(&maildir).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).unwrap();
    assert_eq!(text.lines().count(), 37, "{text}");
    for line in text.lines() {
        let chinese = "DS|1|None|中秋快乐，阖家团圆|True";
        assert!(line == chinese || line == "DS|1|None|Happy Mid-Autumn Festival|False", "{line}");
    }
}

#[test]
fn s016_a_failure_is_named_the_others_go_on_and_nothing_of_it_is_logged() {
    let cli = folder();
    for n in 1..=4 {
        cli.client(&format!("Harbour {n}"), &["--email", &format!("c{n}@client.example"), "--tag", "port"]);
    }
    let touches = count(&cli, "touch");
    let fails = "cat > mail.txt; ! grep -q c2@client.example mail.txt || { echo 'no such user' >&2; exit 67; }";
    let line = ["draft", "tag:port", "monthly-mail", "--exec", fails, "--log"];
    let ran = cli.run(&line);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Harbour 2: Not handed over:") && ran.out.contains("no such user"), "{}", ran.out);
    assert!(ran.out.contains("3 handed over, 1 not"), "{}", ran.out);
    assert_eq!((count(&cli, "touch") - touches, count(&cli, "sent_message")), (3, 3));
    // A command that is not there: one clear line each, nothing logged at all.
    let missing = cli.run(&["draft", "tag:port", "monthly-mail", "--exec", "no-such-mailer-x", "--log"]);
    assert_eq!((missing.code, missing.out.matches("no-such-mailer-x was not found").count()), (1, 4), "{}", missing.out);
    assert_eq!(count(&cli, "sent_message"), 3);
    // Nothing is logged that was not handed over.
    assert!(cli.fails(2, &["draft", "tag:port", "monthly-mail", "--log"]).contains("--log needs a way"));
}

#[test]
fn s052_consent_is_written_down_listed_and_respected() {
    let cli = folder();
    for name in ["Harbour", "Lotus", "Kite"] {
        cli.client(name, &["--email", "a@client.example", "--tag", "all"]);
    }
    cli.ok(&["consent", "add", "Lotus", "email", "withdrawn", "--how", "her mail of 3 March"]);
    cli.ok(&["consent", "add", "Kite", "no"]);
    let list = cli.ok(&["consent", "list"]);
    assert!(list.contains("her mail of 3 March") && list.contains("every channel"), "{list}");
    assert_eq!(cli.json(&["consent", "list", "lotus"]).as_array().unwrap().len(), 1);
    let run = cli.json(&["draft", "tag:all", "news"]);
    let left: Vec<(&str, &str)> = run["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| (l["client"]["name"].as_str().unwrap(), l["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(left, [("Kite", "consent-withdrawn"), ("Lotus", "consent-withdrawn")]);
    cli.ok(&["consent", "remove", "Kite"]);
    cli.ok(&["consent", "add", "Lotus", "given", "email"]);
    assert_eq!(cli.json(&["draft", "tag:all", "news"])["ready"].as_array().unwrap().len(), 3);
    cli.ok(&["undo"]);
    assert_eq!(cli.json(&["draft", "tag:all", "news"])["ready"].as_array().unwrap().len(), 2);
}

#[test]
fn a_name_wins_over_a_filter_and_what_is_neither_is_named() {
    let cli = folder();
    cli.client("tier:C", &["--email", "a@client.example"]);
    cli.client("Harbour", &["--email", "b@client.example", "--tag", "port"]);
    assert_eq!(cli.json(&["draft", "tier:C", "service-terms"])["client"]["name"], "tier:C");
    assert_eq!(cli.json(&["draft", "--filter", "tag:port", "service-terms"])["chosen"], 1);
    assert_eq!(cli.json(&["draft", "tag:port", "service-terms"])["chosen"], 1);
    assert!(cli.fails(2, &["draft", "nonsense:x", "service-terms"]).contains("nonsense:x"));
    assert!(cli.fails(3, &["draft", "nobody", "service-terms"]).contains("nobody"));
    assert!(cli.fails(3, &["draft", "tag:none", "service-terms"]).contains("Nobody passes"));
    assert!(cli.fails(3, &["draft", "tag:port", "nothing"]).contains("service-terms"));
    assert!(cli.fails(2, &["draft", "tag:port", "complaint-propose"]).contains("only one client"));
    assert!(cli.fails(2, &["draft", "tag:port", "news", "--occasion", "qingming"]).contains("mourning"));
    assert!(cli.fails(3, &["draft", "tag:port", "news", "--occasion", "no-such-day"]).contains("mid-autumn"));
    let both = ["draft", "--filter", "tag:port", "Harbour", "news"];
    assert!(cli.fails(2, &both).contains("--filter"));
}

#[test]
fn a_template_with_a_mistake_names_its_place_and_nobody_gets_half_a_letter() {
    let cli = folder();
    cli.client("Harbour", &["--email", "b@client.example", "--tag", "port"]);
    cli.file("config/touchbase/templates/own.txt", "subject: Hi\nchannel: email\n---\nHello\n{{ client.nam }}\n");
    let maildir = cli.path("drafts");
    let said = cli.fails(1, &["draft", "tag:port", "own", "--maildir", maildir.to_str().unwrap(), "--log"]);
    assert!(said.contains("own.txt, line 5") && said.contains("client.nam") && said.lines().count() == 1, "{said}");
    assert!(!maildir.exists() && count(&cli, "sent_message") == 0);
}
