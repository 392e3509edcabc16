//! Conditions as they are typed.

use super::*;
use crate::domain::message::Message;
use crate::portfolio::filter::{Filter, text_passes};
use std::collections::HashSet;

const AT: &str = "2026-11-23 09:04";

fn parse(text: &str) -> Result<(Filter, String), Message> {
    Filter::parse(text, &now(AT))
}

fn book() -> Book {
    let mut book = Book::new();
    let a = book.add("Northstar Media", "2026-11-20");
    book.pin(a, Tier::A);
    book.rows[a].client.industry = Some("Media".into());
    book.rows[a].tags = vec!["Fair".into()];
    let c = book.add("海川阀门", "2026-01-05");
    book.pin(c, Tier::C);
    book.rows[c].client.region = Some("Zürich".into());
    let p = book.add("Li Min", "2026-01-05");
    book.rows[p].client.kind = ClientKind::Person;
    book.rows[p].client.status = Status::Lead;
    book
}

/// Who passes, free text included.
fn passing(text: &str) -> Vec<String> {
    let snapshot = book().at(AT);
    let (filter, _) = parse(text).unwrap();
    let needles = filter.needles();
    let all = snapshot.clients.iter().filter(|c| filter.passes(c) && text_passes(&needles, c, &[]));
    all.map(|c| c.name().to_owned()).collect()
}

#[test]
fn every_token_in_both_languages() {
    let all = ["Northstar Media", "海川阀门", "Li Min"];
    let cases: &[(&str, &[usize])] = &[
        ("", &[0, 1, 2]),
        ("tier:a", &[0]),
        ("等级：A,C", &[0, 1]),
        ("tier:-", &[2]),
        ("tag:fair", &[0]),
        ("标签:#FAIR", &[0]),
        ("industry:med", &[0]),
        ("region:zurich", &[1]),
        ("地区=zür", &[1]),
        ("status:lead", &[2]),
        ("状态：线索", &[2]),
        ("kind:person", &[2]),
        ("kind:个人", &[2]),
        ("类型：个人", &[2]),
        ("due<today", &[1]),
        ("due>today", &[0]),
        ("due<=2026-11-27", &[0, 1]),
        ("due<2026-11-27", &[1]),
        ("due《今天", &[1]),
        ("haichuan", &[1]),
        ("tier:A media", &[0]),
        ("tier:C media", &[]),
        ("\"star media\"", &[0]),
    ];
    for (text, wanted) in cases {
        let wanted: Vec<&str> = wanted.iter().map(|n| all[*n]).collect();
        assert_eq!(passing(text), wanted, "{text}");
    }
}

#[test]
fn what_is_no_condition_is_left_as_free_text() {
    let rest = |text| parse(text).map(|(filter, rest)| (filter.has_conditions(), rest)).unwrap();
    assert_eq!(rest("  tier:A  north  media "), (true, "north media".to_owned()));
    assert_eq!(rest("15:30 https://x.example"), (false, "15:30 https://x.example".to_owned()));
    assert!(parse("   ").unwrap().0.is_empty());
}

#[test]
fn a_token_nobody_knows_and_a_bad_value_are_refused_in_words() {
    let refused = |text| parse(text).unwrap_err().id;
    assert_eq!(refused("rank>0.5"), "cli-error-filter");
    assert_eq!(refused("risk>5"), "cli-error-share");
    assert_eq!(refused("risk:much"), "cli-error-word");
    assert_eq!(refused("colour:red"), "cli-error-filter");
    assert_eq!(refused("tier:D"), "cli-error-word");
    assert_eq!(refused("status:asleep"), "cli-error-word");
    assert_eq!(refused("due<soonish"), "when-bad");
    assert_eq!(refused("tier:"), "cli-error-word");
}

#[test]
fn a_note_is_looked_up_before_anybody_passes() {
    let snapshot = book().at(AT);
    let (mut filter, rest) = parse("note:\"price talk\" tier:A,C").unwrap();
    assert!(filter.wants_notes() && rest.is_empty());
    assert!(!snapshot.clients.iter().any(|c| filter.passes(c)));
    let mut asked = Vec::new();
    let found = |text: &str| {
        asked.push(text.to_owned());
        Ok::<_, ()>(HashSet::from([snapshot.clients[1].id(), snapshot.clients[2].id()]))
    };
    filter.look_up(found).unwrap();
    assert_eq!(asked, ["price talk"]);
    let passing: Vec<&str> = snapshot.clients.iter().filter(|c| filter.passes(c)).map(|c| c.name()).collect();
    assert_eq!(passing, ["海川阀门"]);
}

proptest! {
    /// Whatever is typed, key by key: an answer or a refusal, never a crash.
    #[test]
    fn any_text_is_read(text in "(tier|due|tag|note|等级|[a-z]{0,4})?[:：<>=《 \"]{0,3}\\PC{0,12}") {
        for (at, _) in text.char_indices() {
            let _ = parse(&text[..at]);
        }
        let _ = parse(&text);
    }
}
