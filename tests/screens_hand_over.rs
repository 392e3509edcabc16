//! A draft handed over from the screen: what arrives, what is said, and that nothing is logged before the user says that it went out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use std::path::Path;
use touchbase::app::dialog::Dialog;
use touchbase::config::{Config, Messages};
use touchbase::domain::action::{Action, NewCareDate};
use touchbase::domain::id::Id;
use touchbase::domain::target::Target;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::text::Mailbox;

fn from() -> Option<Mailbox> {
    Mailbox::parse("Ada Lane <ada@lane.example>")
}

/// A client of this name with a mail address, in front of its drafts.
fn on_draft(name: &str, lang: Lang, size: (u16, u16), messages: Messages) -> Driver {
    let mut m = Maker::new();
    let client = m.client(name, |c| {
        c.person = Some("Ms Leaf".into());
        c.points = vec![email("leaf@greenleaf.example")];
    });
    m.pin(client, Tier::C);
    let config = Config { name: Some("Ada Lane".into()), messages, ..Config::default() };
    let mut d = Driver::with(config, "/nonexistent", m.store, lang, size, monday());
    d.keys("2 t");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Draft(_))), "{}", d.picture());
    d
}

fn client(d: &Driver) -> Id {
    d.book.model.book.clients[0].id()
}

fn touches(d: &Driver) -> usize {
    d.book.store().detail(client(d)).unwrap().unwrap().touches.len()
}

fn sent(d: &Driver) -> Vec<(String, Purpose)> {
    let detail = d.book.store().detail(client(d)).unwrap().unwrap();
    detail.sent.iter().map(|s| (s.template.clone(), s.purpose)).collect()
}

/// The only letter of a Maildir.
fn letter(folder: &Path) -> String {
    let mut files: Vec<_> = std::fs::read_dir(folder.join("cur")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    std::fs::read_to_string(files.remove(0)).unwrap()
}

#[test]
fn s016_f_files_a_draft_and_d_logs_it_as_a_mail() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("drafts");
    for (lang, said) in [(Lang::En, "The mail to Ms Leaf lies in your drafts"), (Lang::Zh, "给Ms Leaf的邮件已放入草稿箱")]
    {
        let _ = std::fs::remove_dir_all(&folder);
        let messages = Messages { from: from(), maildir: Some(folder.clone()), ..Messages::default() };
        let mut d = on_draft("Greenleaf", lang, (100, 30), messages);
        d.keys("f");
        assert!(d.said().starts_with(said) && d.said().contains(" d "), "{}", d.said());
        let letter = letter(&folder);
        assert!(
            letter.contains("From: \"Ada Lane\" <ada@lane.example>\nTo: \"Ms Leaf\" <leaf@greenleaf.example>\n"),
            "{letter}"
        );
        assert!(letter.contains("Date: Mon, 23 Nov 2026 09:04:00 +0800\n") && !letter.contains('\r'), "{letter}");
        assert_eq!((touches(&d), sent(&d)), (0, vec![]), "handing over is not logging");
        d.keys("d");
        assert_eq!((touches(&d), sent(&d)), (1, vec![("monthly-mail".to_owned(), Purpose::Service)]));
        d.keys("u");
        assert_eq!((touches(&d), sent(&d)), (0, vec![]));
    }
}

#[test]
fn every_twin_of_a_key_hands_over_too() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str| dir.path().join(name);
    let messages = Messages {
        from: from(),
        maildir: Some(file("drafts")),
        command: Some(format!("cat > '{}'", file("mail").display())),
        open: Some(format!("f() {{ printf %s \"$1\" > '{}'; }}; f", file("link").display())),
    };
    let mut d = on_draft("Greenleaf", Lang::En, (60, 18), messages);
    d.keys("F6");
    assert!(d.said().starts_with("The mail to Ms Leaf is open"), "{}", d.said());
    let link = std::fs::read_to_string(file("link")).unwrap();
    assert!(link.starts_with(
        "mailto:leaf@greenleaf.example?subject=How%20are%20things%20at%20Greenleaf%3F&body=Dear%20Ms%20Leaf%2C%0D%0A"
    ));
    d.keys("F7");
    assert!(d.said().starts_with("Your command took the mail"), "{}", d.said());
    let mail = std::fs::read_to_string(file("mail")).unwrap();
    assert!(mail.contains("\nSubject: How are things at Greenleaf?\n"), "{mail}");
    d.keys("F8");
    // The same draft at the same moment is the same letter.
    assert_eq!(letter(&file("drafts")), mail);
    assert_eq!(touches(&d), 0);
}

#[test]
fn s016_what_is_not_configured_names_its_key_and_what_fails_says_why_in_one_line() {
    let config = |command: Option<&str>, open: Option<&str>, from: Option<Mailbox>| Messages {
        from,
        command: command.map(str::to_owned),
        open: open.map(str::to_owned),
        maildir: None,
    };
    for (messages, key, parts) in [
        (config(None, None, from()), "c", ["set command", "msmtp -t"]),
        (config(None, None, from()), "f", ["set maildir", "~/Mail/drafts"]),
        (config(Some("cat"), None, None), "c", ["set from", "ada@lane.example"]),
        (config(Some("echo 'no account' >&2; exit 78"), None, from()), "c", ["code 78", "no account"]),
        (config(Some("no-such-mailer-x -t"), None, from()), "c", ["no-such-mailer-x", "was not found"]),
        (config(None, Some("no-such-opener-x"), None), "m", ["no-such-opener-x", "was not found"]),
    ] {
        let mut d = on_draft("Greenleaf", Lang::En, (160, 30), messages);
        d.keys(key);
        assert!(d.said().starts_with("Not handed over: ") && parts.iter().all(|part| d.said().contains(part)), "{}", d.said());
        assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Draft(_))));
        assert_eq!((touches(&d), sent(&d)), (0, vec![]));
    }
}

#[test]
fn s078_without_an_editor_the_text_stays_and_nothing_is_logged() {
    let mut d = on_draft("Greenleaf", Lang::En, (100, 30), Messages::default());
    let before = d.picture();
    d.keys("E");
    d.edited(Err(std::io::Error::other("nosuch-editor: not found")));
    assert!(d.said().contains("nosuch-editor: not found") && d.said().contains("EDITOR"), "{}", d.said());
    assert_eq!(before.lines().nth(5), d.picture().lines().nth(5));
    assert_eq!(touches(&d), 0);
}

#[test]
fn s016_a_hostile_name_stays_text_and_begins_no_heading() {
    let dir = tempfile::tempdir().unwrap();
    for (n, name) in
        ["{{ 7*7 }}", "{% for x in y %}x", "Leaf\r\nBcc: all@x.example", "Leaf\u{202e}\u{1b}[2J"].iter().enumerate()
    {
        let folder = dir.path().join(n.to_string());
        let messages = Messages { from: from(), maildir: Some(folder.clone()), ..Messages::default() };
        let mut d = on_draft(name, Lang::En, (100, 30), messages);
        assert!(!d.picture().contains('\u{1b}') && !d.picture().contains("49"), "{}", d.picture());
        d.keys("f");
        let letter = letter(&folder);
        let (head, _) = letter.split_once("\n\n").unwrap();
        let headings: Vec<&str> = head
            .lines()
            .filter(|line| !line.starts_with([' ', '\t']))
            .filter_map(|line| Some(line.split_once(':')?.0))
            .collect();
        let known =
            ["Date", "Message-ID", "From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];
        assert!(headings.iter().all(|name| known.contains(name)) && headings.len() == 8, "{head}");
        assert_eq!(touches(&d), 0);
    }
}

#[test]
fn s029_t_on_an_invoice_offers_its_reminder_and_d_counts_it() {
    let mut m = Maker::new();
    let client = m.client("Greenleaf", |c| c.points = vec![email("leaf@greenleaf.example")]);
    m.pin(client, Tier::C);
    m.invoice(client, "2026-31", "2026-10-10", "2026-11-10", None, 1_250_000);
    let mut store = m.store;
    for (n, when) in [(1, "2026-11-23 09:04"), (2, "2026-12-01 09:04"), (3, "2026-12-09 09:04")] {
        let mut d = Driver::open(store, Lang::En, (100, 30), now(when));
        while !d.book.model.item().is_some_and(|item| matches!(item.target, Target::Invoice(_))) {
            let at = d.book.model.entry().map(|e| e.id);
            d.keys("j");
            assert_ne!(d.book.model.entry().map(|e| e.id), at, "{when}\n{}", d.picture());
        }
        d.keys("t");
        assert!(d.picture().contains(&format!("invoice-reminder-{n}")), "{when}\n{}", d.picture());
        d.keys("d");
        let reminders = |d: &Driver| {
            d.book.model.book.clients[0].facts.deferrals.iter().filter(|x| x.kind == DeferralKind::Reminder).count()
        };
        assert_eq!((reminders(&d), touches(&d)), (n, n));
        if n == 1 {
            d.keys("u");
            assert_eq!((reminders(&d), touches(&d)), (0, 0), "one undo takes back both");
            d.keys("ctrl-r");
            assert_eq!((reminders(&d), touches(&d)), (1, 1));
        }
        store = d.book.into_store();
    }
}

#[test]
fn on_an_appointment_its_confirmation_is_offered() {
    let mut m = Maker::new();
    let client = m.client("Greenleaf", |c| c.points = vec![email("leaf@greenleaf.example")]);
    m.pin(client, Tier::A);
    m.appointment(client, Channel::Visit, "2026-11-23 15:00", Some("Harbour Street 5"), None);
    let mut d = Driver::open(m.store, Lang::En, (100, 30), monday());
    d.keys("t");
    assert!(d.picture().contains("My visit on Monday 23 November at 15:00"), "{}", d.picture());
    insta::assert_snapshot!("hand_over_keys", d.picture());
}

#[test]
fn s047_t_on_a_birthday_greets_and_d_settles_it() {
    let mut m = Maker::new();
    let client = m.client("绿叶科技", |c| c.points = vec![email("leaf@greenleaf.example")]);
    m.pin(client, Tier::A);
    let new = NewCareDate {
        client,
        person: None,
        kind: CareKind::Birthday,
        name: None,
        month: 11,
        day: 23,
        year: None,
        calendar: Calendar::Gregorian,
        leap: false,
        lead: None,
        note: None,
    };
    m.act(Action::AddCareDate(Box::new(new)), "2026-11-20 09:00");
    m.touch(client, Channel::Visit, "2026-11-20 10:00", "");
    m.touch(client, Channel::Call, "2026-11-20 11:00", "");
    let mut d = Driver::open(m.store, Lang::En, (100, 30), monday());
    let is_care = |d: &Driver| d.book.model.item().is_some_and(|item| matches!(item.target, Target::Care(_)));
    assert!(is_care(&d), "{}", d.picture());
    d.keys("t");
    // They are written to in their own language, whatever the screen speaks.
    assert!(d.picture().contains("greeting-birthday") && d.picture().contains("祝您生日快乐"), "{}", d.picture());
    d.keys("y");
    assert!(is_care(&d) && sent(&d).is_empty(), "copying is not logging");
    d.keys("d");
    assert_eq!((touches(&d), sent(&d)), (3, vec![("greeting-birthday".to_owned(), Purpose::Greeting)]));
    assert!(!is_care(&d) && d.said().contains("绿叶科技"), "{}", d.picture());
    d.keys("u");
    assert!(is_care(&d) && sent(&d).is_empty());
}

#[test]
fn s111_who_does_not_want_mail_is_known_before_one_is_written() {
    for (lang, said, service) in [
        (Lang::En, "no mail: withdrawn Tue 3 Nov (her call)", "an answer or a notice may still go"),
        (Lang::Zh, "不接收邮件：11月3日 周二撤回（her call）", "答复或通知仍可发送"),
    ] {
        let mut d = on_draft("Greenleaf Tech", lang, (200, 60), Messages::default());
        assert!(!d.picture().contains(said), "{}", d.picture());
        // The form is reached by `n m`: of email, withdrawn on that day.
        d.keys("Esc n m 6 Down Down 'nov 3' Down 'her call' Ctrl-s");
        assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
        let seen = d.picture();
        assert!(seen.contains(&format!("! {said}")), "the brief: {seen}");
        d.keys("Enter");
        assert!(d.book.model.page.is_some() && d.picture().contains(said), "the page: {}", d.picture());
        d.keys("Esc t");
        let purpose = |d: &Driver| match d.book.model.dialogs.last() {
            Some(Dialog::Draft(drafts)) => drafts.shown().1.as_ref().ok().map(|draft| draft.purpose),
            _ => panic!("{}", d.picture()),
        };
        let mut seen = Vec::new();
        for _ in 0..12 {
            let picture = d.picture();
            if let Some(purpose) = purpose(&d) {
                assert!(picture.contains(said), "{picture}");
                assert_eq!(picture.contains(service), purpose == Purpose::Service, "{picture}");
                seen.push(purpose);
            }
            d.keys("Tab");
        }
        assert!(seen.contains(&Purpose::Service) && seen.contains(&Purpose::News), "{seen:?}");
        // What is no longer recorded warns of nothing; nothing recorded cannot be forgotten.
        d.keys("Esc n m 6 Down 3 Ctrl-s");
        let gone = d.book.store().detail(client(&d)).unwrap().unwrap().consents;
        assert!(gone.is_empty() && !d.picture().contains(said), "{}", d.picture());
        d.keys("n m 6 Down 3 Ctrl-s");
        assert_eq!(d.book.model.dialogs.len(), 1, "{}", d.picture());
        d.keys("Esc Esc u");
        assert_eq!(d.book.store().detail(client(&d)).unwrap().unwrap().consents.len(), 1);
    }
}
