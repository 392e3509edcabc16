//! `draft`: messages from templates on the command line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use touchbase::domain::action::{Action, Face, NewComplaint};
use touchbase::domain::day::{Moment, Now};
use touchbase::domain::words::{CaseStatus, ComplaintKind};
use touchbase::store::{OpenMode, Store};

/// A case of the newest client, opened at a moment of RFC 3339.
fn open_case(cli: &Cli, client: &str, text: &str, at: &str) {
    let mut store = Store::open(&cli.db(), OpenMode::Write, None).unwrap();
    let id = store.names().unwrap().iter().find(|n| n.name == client).unwrap().id;
    let opened = Moment(chrono::DateTime::parse_from_rfc3339(at).unwrap().timestamp());
    let new = NewComplaint {
        client: id,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened,
        channel: None,
        text: text.to_owned(),
        demand: None,
        cause: None,
        person: None,
        other: None,
        mediator: None,
        tier: None,
        begun: CaseStatus::Registered,
    };
    let now = Now { instant: opened, zone: store.zone() };
    store.apply(&Action::OpenComplaint(Box::new(new)), &now, Face::Cli).unwrap();
}

fn book() -> Cli {
    let mut cli = Cli::new();
    cli.at("2026-11-23T09:04:00+08:00");
    cli.client("Northstar Media", &["--email", "bei@northstar.example"]);
    cli.client("Harbor & Sons", &[]);
    cli
}

#[test]
fn a_draft_is_printed_for_a_reader_for_a_pipe_and_as_json() {
    let cli = book();
    open_case(&cli, "Northstar Media", "third typo in print", "2026-11-23T08:30:00+08:00");
    let shown = cli.ok(&["draft", "northstar"]);
    assert!(shown.starts_with("by email to bei@northstar.example\nBetter by phone first"), "{shown}");
    assert!(shown.contains("\nSubject: Your message of Monday 23 November") && shown.contains("I am sorry"), "{shown}");
    let piped = cli.ok(&["draft", "northstar", "complaint-acknowledge", "--case", "1", "--stdout"]);
    assert!(
        piped.starts_with("Your message of Monday 23 November: we are on it (no. 1)\n\nDear Northstar Media team,"),
        "{piped}"
    );
    assert!(piped.contains("by Tuesday 24 November at 09:00 at the latest"));
    let json = cli.json(&["draft", "northstar", "--case", "1"]);
    assert_eq!(json["template"], "complaint-acknowledge");
    assert_eq!(
        (&json["channel"], &json["case"], &json["client"]["name"]),
        (&"email".into(), &1.into(), &"Northstar Media".into())
    );
    assert_eq!(json["promised"], "2026-11-24T09:00:00+08:00");
    assert_eq!(piped, format!("{}\n\n{}\n", json["subject"].as_str().unwrap(), json["body"].as_str().unwrap()));
    // As of before it was opened there is no such case, and nothing was written by any of this.
    assert!(cli.fails(3, &["draft", "northstar", "--case", "1", "--as-of", "2026-11-22"]).contains("no case 1"));
    assert!(!cli.ok(&["history"]).contains("Answered"));
}

#[test]
fn what_is_not_there_is_named() {
    let cli = book();
    let unknown = cli.fails(3, &["draft", "northstar", "sorry\u{1b}[2J"]);
    assert!(unknown.contains("complaint-acknowledge, ") && unknown.contains("service-terms"), "{unknown}");
    assert!(unknown.lines().count() == 1 && !unknown.contains('\u{1b}'));
    assert!(cli.fails(2, &["draft", "northstar"]).contains("service-terms"));
    assert!(cli.fails(2, &["draft"]).contains("CLIENT"));
    assert!(cli.fails(3, &["draft", "northstar", "complaint-acknowledge"]).contains("has none"));
    cli.fails(3, &["draft", "nobody", "service-terms"]);
    cli.fails(2, &["draft", "northstar", "--case", "x"]);
    for text in ["third typo in print", "and a fourth"] {
        open_case(&cli, "Northstar Media", text, "2026-11-23T08:30:00+08:00");
    }
    assert!(cli.fails(3, &["draft", "northstar", "complaint-propose"]).contains("1, 2"));
    assert!(cli.fails(3, &["draft", "harbor", "complaint-propose", "--case", "1"]).contains("Harbor & Sons has no case 1"));
    assert!(cli.ok(&["draft", "northstar", "complaint-propose", "--case", "2"]).contains("and a fourth"));
}

#[test]
fn the_users_own_template_and_name_are_used() {
    let mut cli = book();
    cli.file("config/touchbase/config.toml", "name = \"Ada Lane\"\n");
    assert!(cli.ok(&["draft", "northstar", "service-terms"]).ends_with("Kind regards\nAda Lane\n"));
    let path = cli.file(
        "config/touchbase/templates/service-terms.txt",
        "subject: Ours, {{ client.name }}\n---\nHello {{ client.name }}, {{ me.name }}\u{1b}[2J\n",
    );
    assert_eq!(
        cli.ok(&["draft", "northstar", "service-terms", "--stdout"]),
        "Ours, Northstar Media\n\nHello Northstar Media, Ada Lane<1B>[2J\n"
    );
    let list = cli.json(&["draft", "--list"]);
    let of = |name: &str| list.as_array().unwrap().iter().find(|t| t["template"] == name).unwrap().clone();
    assert_eq!(of("service-terms")["source"], "own");
    assert_eq!(of("service-terms")["file"], path.display().to_string());
    assert_eq!((of("complaint-propose")["source"].as_str(), list.as_array().unwrap().len()), (Some("shipped"), 8));
    assert!(cli.ok(&["draft", "--list"]).contains(&path.display().to_string()));
    let mistake = "subject: x\n---\nHello {{ client.nmae }}\n";
    cli.file("config/touchbase/templates/service-terms.txt", mistake);
    for lang in ["en", "zh-CN"] {
        let said = cli.speak(lang).fails(1, &["draft", "northstar", "service-terms"]);
        assert_eq!(said.lines().count(), 1, "{said}");
        for part in [path.display().to_string().as_str(), " 3", "client.nmae", "client.name", "limits.solution"] {
            assert!(said.contains(part), "{part} in {said}");
        }
    }
    cli.file("config/touchbase/templates/service-terms.txt", "no rule\n");
    assert!(cli.speak("en").ok(&["draft", "--list"]).contains("line 1"));
    assert!(!cli.db().with_extension("x").exists());
}

#[test]
fn the_text_speaks_the_language_asked_for() {
    let mut cli = book();
    let zh = cli.speak("zh-CN").ok(&["draft", "northstar", "service-terms"]);
    assert!(zh.contains("主题：我们为Northstar Media提供的服务说明") && zh.contains("您"), "{zh}");
}
