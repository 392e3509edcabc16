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
    assert_eq!((of("complaint-propose")["source"].as_str(), list.as_array().unwrap().len()), (Some("shipped"), 22));
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

const ME: &str = "name = \"Ada Lane\"\n[messages]\nfrom = \"Ada Lane <ada@lane.example>\"\n";
const CONFIG: &str = "config/touchbase/config.toml";

fn touches(cli: &Cli) -> usize {
    cli.ok(&["history"]).lines().filter(|line| line.contains("email")).count()
}

/// The letters of a Maildir, as a program for mails reads them: names of the headings, address, subject, text.
fn letters(folder: &std::path::Path) -> Vec<(Vec<String>, String, String, String)> {
    let files = std::fs::read_dir(folder.join("cur")).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        assert!(path.to_string_lossy().ends_with(":2,DS"), "{path:?}");
        let bytes = std::fs::read(path).unwrap();
        let mail = mail_parser::MessageParser::new().parse(&bytes).unwrap();
        let mut names: Vec<String> = mail.headers().iter().map(|header| header.name().to_owned()).collect();
        names.sort();
        let to: Vec<&str> = mail.to().unwrap().iter().filter_map(|to| to.address()).collect();
        (names, to.join(" "), mail.subject().unwrap().to_owned(), mail.body_text(0).unwrap().into_owned())
    };
    files.map(read).collect()
}

#[test]
fn s016_a_draft_goes_into_a_maildir_to_a_command_or_becomes_a_link_and_is_logged_when_asked() {
    let cli = book();
    cli.file(CONFIG, ME);
    let draft = |more: &[&str]| cli.ok(&[&["draft", "northstar", "service-terms"], more].concat());
    assert!(draft(&["--maildir", "drafts"]).contains("drafts of the Maildir; not logged"));
    let (_, to, subject, text) = letters(&cli.path("drafts")).remove(0);
    assert_eq!((to.as_str(), subject.as_str()), ("bei@northstar.example", "How we work with Northstar Media"));
    assert!(text.starts_with("Dear Northstar Media team,") && text.trim_end().ends_with("Ada Lane"), "{text}");
    assert!(draft(&["--exec", "cat > mail"]).contains("The command took the mail"));
    assert!(std::fs::read_to_string(cli.path("mail")).unwrap().contains("\nSubject: How we work with Northstar Media\n"));
    let link = draft(&["--mailto"]);
    assert!(link.starts_with("mailto:bei@northstar.example?subject=How%20we%20work") && link.lines().count() == 1, "{link}");
    assert_eq!(touches(&cli), 0, "nothing is logged that was not asked for");
    assert!(draft(&["--exec", "cat > /dev/null", "--log"]).contains("email"));
    assert_eq!(touches(&cli), 1);
    let logged = cli.json(&["draft", "northstar", "service-terms", "--maildir", "drafts", "--log"]);
    assert_eq!((&logged["draft"]["channel"], logged["op"].is_i64()), (&"email".into(), true));
    // Where the text goes into a pipe, what was logged stands beside it.
    let ran = cli.run(&["draft", "northstar", "service-terms", "--stdout", "--log"]);
    assert!(ran.code == 0 && ran.out.trim_end().ends_with("Ada Lane") && ran.err.contains("Northstar Media"), "{}", ran.err);
    assert_eq!(touches(&cli), 3);
}

#[test]
fn s016_what_fails_is_one_line_and_logs_nothing() {
    let mut cli = book();
    cli.file(CONFIG, ME);
    let args = |more: &[&'static str]| [&["draft", "northstar", "service-terms", "--log"], more].concat();
    for lang in ["en", "zh-CN"] {
        cli.speak(lang);
        for (more, parts) in [
            (args(&["--exec", "echo 'no account' >&2; exit 78"]), vec!["78", "no account"]),
            (args(&["--exec", "no-such-mailer-x -t"]), vec!["no-such-mailer-x"]),
            (args(&["--maildir", "book.db"]), vec!["book.db"]),
            (args(&["--maildir", "."]), vec!["Maildir"]),
        ] {
            let said = cli.fails(1, &more);
            assert!(parts.iter().all(|part| said.contains(part)), "{said}");
        }
        for more in [&["--stdout", "--mailto"][..], &[], &["--mailto", "--as-of", "2026-11-20"]] {
            cli.fails(2, &args(more));
        }
    }
    cli.speak("en");
    cli.file(CONFIG, "name = \"Ada Lane\"\n");
    assert!(cli.fails(1, &args(&["--maildir", "drafts"])).contains("set from = \"Ada Lane <ada@lane.example>\""));
    assert!(cli.fails(1, &["draft", "harbor", "service-terms", "--log", "--mailto"]).contains("no mail address is known of"));
    assert!(!cli.path("drafts").exists());
    assert_eq!(touches(&cli), 0);
    cli.file(CONFIG, "[messages]\nfrom = \"Ada\"\n");
    assert!(cli.fails(2, &["draft", "--list"]).contains("line 2: messages.from"));
}

#[test]
fn s016_a_hostile_name_is_text_in_the_letter_and_no_heading_of_it() {
    let cli = book();
    cli.file(CONFIG, ME);
    let headings = ["Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"];
    for (n, name) in ["{{ 7*7 }}", "{% for x in y %}", "Leaf\r\nBcc: all@x.example", "Leaf\n\nDear all", "叶\u{202e}\u{7}"]
        .iter()
        .enumerate()
    {
        let mut store = Store::open(&cli.db(), OpenMode::Write, None).unwrap();
        let id = store.names().unwrap().iter().find(|n| n.name.starts_with("Harbor")).unwrap().id;
        let now = Now { instant: Moment(1_795_395_840), zone: store.zone() };
        let fields = vec![touchbase::domain::action::ClientField::Name(format!("Harbor {name}"))];
        let points = vec![];
        store.apply(&Action::EditClient { client: id, fields, points, tags: vec![], why: None }, &now, Face::Cli).unwrap();
        drop(store);
        if n == 0 {
            cli.ok(&["client", "edit", "harbor", "--email", "h@harbor.example"]);
        }
        let folder = format!("drafts-{n}");
        cli.ok(&["draft", "harbor", "service-terms", "--maildir", &folder]);
        let (names, to, subject, text) = letters(&cli.path(&folder)).remove(0);
        assert_eq!((names, to.as_str()), (headings.map(str::to_owned).to_vec(), "h@harbor.example"), "{name:?}");
        assert!(!subject.contains(['\r', '\n', '\u{202e}', '\u{7}']) && !text.contains("49"), "{subject:?}");
        if name.contains('{') {
            assert!(subject.contains(name) && text.contains(name), "{subject} {text}");
        }
    }
}

#[test]
fn s029_a_reminder_is_about_the_invoice_that_is_named_or_overdue_for_longest() {
    let mut cli = book();
    let add = |number: &str, due: &str| {
        cli.ok(&["invoice", "add", "northstar", "500", "--number", number, "--issued", "2026-10-01", "--due", due])
    };
    add("2026-31", "2026-11-10");
    add("2026-30", "2026-11-01");
    assert!(cli.ok(&["draft", "northstar", "invoice-reminder-1"]).contains("Invoice 2026-30: a small reminder"));
    let named = cli.ok(&["draft", "northstar", "invoice-reminder-2", "--invoice", "2026-31"]);
    assert!(named.contains("Invoice 2026-31 is open: second reminder"), "{named}");
    assert!(cli.fails(3, &["draft", "northstar", "invoice-reminder-1", "--invoice", "x"]).contains("2026-30, 2026-31"));
    assert!(cli.fails(3, &["draft", "harbor", "invoice-reminder-1"]).contains("has none that is overdue"));
    assert!(cli.speak("zh-CN").fails(3, &["draft", "harbor", "appointment"]).contains("没有待赴的预约"));
}

#[test]
fn a_client_is_written_to_in_its_own_language() {
    let cli = book();
    cli.client("绿叶科技", &["--email", "leaf@greenleaf.example"]);
    let zh = cli.ok(&["draft", "绿叶", "service-terms"]);
    assert!(zh.starts_with("by email") && zh.contains("为了让您心中有数"), "{zh}");
}

#[test]
fn s052_a_draft_to_who_does_not_want_it_is_written_and_says_so_aside() {
    let cli = book();
    cli.client("Greenleaf", &["--email", "leaf@greenleaf.example"]);
    let quiet = cli.run(&["draft", "greenleaf", "service-terms"]);
    assert!(quiet.err.is_empty(), "{}", quiet.err);
    cli.ok(&["consent", "add", "greenleaf", "email", "withdrawn", "--on", "2026-11-03", "--how", "her call"]);
    let ran = cli.run(&["draft", "greenleaf", "service-terms", "--json"]);
    let said = "no mail: withdrawn Tue 3 Nov (her call)";
    assert!(ran.err.contains(said) && ran.err.contains("may still go"), "{}", ran.err);
    assert!(!ran.out.contains("withdrawn"), "{}", ran.out);
    let shown = cli.ok(&["client", "show", "greenleaf"]);
    assert!(shown.contains(said), "{shown}");
}

#[test]
fn s016_a_letter_with_a_hole_in_it_is_not_sent_and_an_empty_command_is_none() {
    let cli = book();
    cli.file(CONFIG, ME);
    for empty in ["", "   "] {
        let said = cli.fails(2, &["draft", "Northstar", "service-terms", "--exec", empty, "--log"]);
        assert!(said.contains("--exec names no command"), "{said}");
    }
    for more in [&["--exec", "cat"][..], &["--stdout", "--log"], &["--exec", "cat", "--log"]] {
        let said = cli.fails(4, &[&["draft", "Northstar", "news"][..], more].concat());
        assert!(said.lines().count() == 1 && said.contains("in brackets"), "{said}");
    }
    assert!(cli.ok(&["draft", "Northstar", "news", "--stdout"]).contains("[ "), "to be filled by hand");
    let many = cli.run(&["draft", "--filter", "status:active", "news", "--exec", "cat", "--log"]);
    assert!(many.code == 1 && many.out.contains("in brackets"), "{}", many.out);
    assert_eq!(touches(&cli), 0, "nothing is logged as sent");
}

#[test]
fn s016_a_mistake_in_a_template_for_many_is_said_once() {
    let cli = book();
    cli.client("Lotus Spa", &["--email", "spa@lotus.example"]);
    cli.file("config/touchbase/templates/typo.txt", "subject: x\n---\nDear {{ client.nmae }}\n");
    let said = cli.fails(1, &["draft", "--filter", "status:active", "typo"]);
    assert!(said.lines().count() == 1 && said.contains("client.nmae") && said.contains("line 3"), "{said}");
}
