//! Letters read back with a parser of mails: what was written is what is read, and nothing begins a heading of its own.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::id::Id;
use crate::domain::words::{Channel, Purpose};
use crate::messages::Source;
use crate::portfolio::fixture::now;
use mail_parser::MessageParser;

pub(in crate::messages) fn draft(to: &str, mail: Option<&str>, subject: &str, body: &str) -> Draft {
    Draft {
        template: "own".into(),
        source: Source::Shipped,
        subject: subject.into(),
        body: body.into(),
        channel: Channel::Email,
        address: mail.map(str::to_owned),
        to: to.into(),
        mail: mail.map(str::to_owned),
        client: Id(1),
        case: None,
        project: None,
        purpose: Purpose::Service,
        greets: None,
        reminds: None,
        event: None,
        promised: None,
        call_first: false,
        unwelcome: Vec::new(),
        notes: Vec::new(),
    }
}

pub(in crate::messages) fn me() -> Mailbox {
    Mailbox::parse("Ada Lane <ada@lane.example>").unwrap()
}

fn letter(draft: &Draft) -> Letter {
    draft.letter(Some(&me()), &now("2026-11-23 09:04")).unwrap()
}

/// What a mail program sees: headings in order, the text.
fn seen(mail: &[u8]) -> (Vec<String>, String) {
    let parsed = MessageParser::new().parse(mail).unwrap();
    let names = parsed.headers().iter().map(|header| header.name().to_owned()).collect();
    (names, parsed.body_text(0).unwrap().replace("\r\n", "\n"))
}

const HEADINGS: [&str; 8] =
    ["Date", "Message-ID", "From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];

#[test]
fn a_letter_is_a_mail_that_says_the_same_when_it_is_read() {
    let text = "叶经理，您好！\n\n感谢您。\n.\nFrom here on: a line that is long, and longer still, so long that a mail cannot carry it \
                as it is and has to break it somewhere, which nobody who reads it must notice.\n\t- indented";
    for (to, subject) in [("叶经理", "合作第 3 年，感谢有您"), ("Leaf, \"Ms\" (Lotus)", "How it goes: 50% & more")]
    {
        let letter = letter(&draft(to, Some("leaf@greenleaf.example"), subject, text));
        let mail = letter.mail();
        let parsed = MessageParser::new().parse(&mail).unwrap();
        let to_read = parsed.to().unwrap().iter().next().unwrap();
        assert_eq!((to_read.name(), to_read.address()), (Some(to), Some("leaf@greenleaf.example")));
        let from = parsed.from().unwrap().iter().next().unwrap();
        assert_eq!((from.name(), from.address()), (Some("Ada Lane"), Some("ada@lane.example")));
        assert_eq!(parsed.subject(), Some(subject));
        assert_eq!(parsed.date().unwrap().to_rfc3339(), "2026-11-23T09:04:00+01:00");
        let (names, body) = seen(&mail);
        assert_eq!(body.trim_end(), text);
        assert_eq!(
            {
                let mut n = names;
                n.sort();
                n
            },
            {
                let mut n = HEADINGS.map(str::to_owned).to_vec();
                n.sort();
                n
            }
        );
        assert!(mail.split(|b| *b == b'\n').all(|line| line.len() <= 998 && line.is_ascii()));
        assert_eq!(mail.iter().filter(|b| **b == b'\n').count(), mail.windows(2).filter(|w| w == b"\r\n").count());
        // With the line ends of this machine it is the same mail.
        let local = letter.local();
        assert!(!local.contains(&b'\r'));
        assert_eq!(seen(&local).1.trim_end(), text);
    }
}

#[test]
fn the_same_letter_has_the_same_id_and_another_has_not() {
    let one = draft("Bei", Some("bei@n.example"), "s", "b");
    let id = |draft: &Draft| letter(draft).id();
    assert_eq!(id(&one), id(&one.clone()));
    for other in [draft("Bei", Some("ott@n.example"), "s", "b"), draft("Bei", Some("bei@n.example"), "sb", ""), {
        let mut edited = one.clone();
        edited.edit("s\n\nb!");
        edited
    }] {
        assert_ne!(id(&one), id(&other));
    }
    let later = one.letter(Some(&me()), &now("2026-11-23 09:05")).unwrap();
    assert_ne!(later.id(), id(&one));
    assert!(String::from_utf8(letter(&one).mail()).unwrap().contains(&format!("Message-ID: <{}@lane.example>\r\n", id(&one))));
}

#[test]
fn s016_no_name_and_no_subject_can_begin_a_heading() {
    let breaks = ["\r\n", "\n", "\r", "\n ", "\u{85}", "\u{2028}", "\u{2029}", "\0", "\u{b}", "\u{c}", "\u{1b}[2J", "\u{202e}"];
    for end in breaks {
        let hostile = format!("Bei{end}Bcc: all@x.example{end}{end}<b>now</b>");
        let of_name = draft(&hostile, Some("bei@n.example"), "s", "text");
        let of_subject = draft("Bei", Some("bei@n.example"), &hostile, "text");
        for draft in [of_name, of_subject] {
            let letter = letter(&draft);
            let mail = letter.mail();
            let (mut names, body) = seen(&mail);
            names.sort();
            assert_eq!(
                names,
                {
                    let mut n = HEADINGS;
                    n.sort_unstable();
                    n
                },
                "{end:?}"
            );
            assert_eq!(body.trim_end(), "text", "{end:?}");
            let parsed = MessageParser::new().parse(&mail).unwrap();
            let to: Vec<_> = parsed.to().unwrap().iter().filter_map(|a| a.address().map(str::to_owned)).collect();
            assert_eq!((to, parsed.bcc().is_none()), (vec!["bei@n.example".to_owned()], true), "{end:?}");
            // As it is read nothing of it steers, reorders or hides.
            let read = format!("{}{}", parsed.subject().unwrap(), letter.to.name);
            assert_eq!(text::sanitize(&read), read, "{end:?}");
            let link = draft.mailto().unwrap();
            assert!(link.is_ascii() && !link.contains(char::is_control) && link.matches(['?', '&']).count() == 2, "{link}");
        }
    }
}

#[test]
fn s016_an_address_that_is_not_one_is_refused_by_name() {
    for bad in
        ["bei@n.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "Bei <bei@n.example>", "bei", "a@b\u{202e}.example"]
    {
        let draft = draft("Bei", Some(bad), "s", "b");
        let why = draft.letter(Some(&me()), &now("2026-11-23 09:04")).unwrap_err();
        assert_eq!(why.id, "handover-bad-mail", "{bad}");
        assert_eq!(draft.mailto().unwrap_err(), why);
    }
    let none = draft("Bei", None, "s", "b");
    assert_eq!(none.mailto().unwrap_err().id, "handover-no-mail");
    let unset = draft("Bei", Some("bei@n.example"), "s", "b").letter(None, &now("2026-11-23 09:04")).unwrap_err();
    assert_eq!(unset.args[0], ("key", "from".into()));
}

#[test]
fn a_link_says_everything_in_signs_that_need_no_quoting() {
    let link = draft("叶", Some("o'neil+x@n.example"), "50% & 您好?", "Dear \"all\",\n\nyes=no#1\n").mailto().unwrap();
    assert_eq!(
        link,
        "mailto:o%27neil%2Bx@n.example?subject=50%25%20%26%20%E6%82%A8%E5%A5%BD%3F&body=Dear%20%22all%22%2C%0D%0A%0D%0Ayes%3Dno%231%0D%0A"
    );
    assert_eq!(draft("", Some("a@b.example"), "", "x").mailto().unwrap(), "mailto:a@b.example?body=x");
}
