//! Playbooks read: the shipped ones in both languages, the user's own beside them, and every mistake with its line.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::message::Arg;
use crate::domain::policy::{AGENCY, parse};
use crate::domain::zone::Holidays;
use std::fs;

fn read(text: &str) -> Result<Playbook, Message> {
    Playbook::parse("own", Source::Own("/p/own.md".into()), text, &["service-terms".to_owned()])
}

fn with_head(body: &str) -> String {
    format!("---\ntitle = Own\n---\n{body}")
}

fn time() -> WorkingTime {
    WorkingTime::new(parse(AGENCY).unwrap().hours, &[], Holidays::default())
}

fn day(text: &str) -> Day {
    Day::from(text.parse::<chrono::NaiveDate>().unwrap())
}

#[test]
fn s096_the_shipped_playbooks_say_the_same_in_both_languages() {
    let dir = tempfile::tempdir().unwrap();
    let both = Lang::ALL.map(|lang| Library::load(dir.path(), lang));
    for (name, _) in both[0].entries() {
        let [en, zh] = both.each_ref().map(|library| library.find(name).unwrap().unwrap().clone());
        assert_ne!(en.title, zh.title);
        let rules = |p: &Playbook| (p.starts, p.tiers.clone(), p.every);
        assert_eq!(rules(&en), rules(&zh), "{name}");
        let steps = |p: &Playbook| p.steps.iter().map(|s| (s.kind, s.channel, s.after, s.template.clone())).collect::<Vec<_>>();
        assert_eq!(steps(&en), steps(&zh), "{name}");
        for step in en.steps.iter().chain(&zh.steps) {
            assert!(step.text.is_some(), "{name}: {}", step.title);
        }
        assert!(!en.about.is_empty() && !zh.about.is_empty());
    }
    let kinds = |name: &str| both[0].find(name).unwrap().unwrap().steps.iter().map(|s| s.kind).collect::<Vec<_>>();
    use StepKind::*;
    assert_eq!(kinds("win-back"), [Reason, Remedy, Step, Mark, Step], "S96, S97, S98");
    let mails = both[0].find("onboarding-small").unwrap().unwrap().steps.iter().all(|s| s.channel == Some(Channel::Email));
    assert!(mails, "S59: mails only");
}

#[test]
fn a_file_of_ones_own_is_taken_apart() {
    let text = "\u{feff}---\r\nname = own\r\ntitle: \"Our way\"\r\n# a remark\r\nfor = a、C\r\nstarts = review\r\nevery = 6mo\r\n---\r\n\
                # Our way\r\nFirst\r\nsecond.\r\n\r\n1. Ask {+0d, call, reason}\r\n   One\r\n     - inside\r\n\r\n   two\r\n\
                ## Later\r\n- [ ] Send it {template=service-terms +2w working email}\r\n3、问问｛+3天，mark｝\r\n2) Just do it\r\n";
    let p = read(text).unwrap();
    assert_eq!((p.title.as_str(), p.about.as_str()), ("Our way", "First\nsecond."));
    assert_eq!((p.tiers.as_slice(), p.starts, p.every), (&[Tier::A, Tier::C][..], Starts::Review, Some(Interval::Months(6))));
    let said: Vec<_> = p.steps.iter().map(|s| (s.title.as_str(), s.after, s.kind, s.channel)).collect();
    assert_eq!(
        said,
        [
            ("Ask", After::Days(0), StepKind::Reason, Some(Channel::Call)),
            ("Send it", After::Working(14), StepKind::Step, Some(Channel::Email)),
            ("问问", After::Days(3), StepKind::Mark, None),
            ("Just do it", After::Days(0), StepKind::Step, None),
        ]
    );
    assert_eq!(p.steps[0].text.as_deref(), Some("One\n  - inside\n\ntwo"));
    assert_eq!((p.steps[1].template.as_deref(), p.steps[3].text.as_deref()), (Some("service-terms"), None));
}

#[test]
fn a_mistake_names_file_and_line() {
    let long = "x".repeat(10_000);
    let many = with_head(&"1. do\n".repeat(101));
    for (text, id, line) in [
        ("", "playbook-no-rule", 1),
        ("title = x\n1. do\n", "playbook-no-rule", 1),
        ("---\ntitle = x\n1. do\n", "playbook-bad-line", 3),
        ("---\ntitle = x\n\n", "playbook-no-rule", 3),
        ("---\nname = own\n---\n1. do\n", "playbook-no-title", 3),
        ("---\ntitle =\n---\n1. do\n", "playbook-too-long", 2),
        ("---\ntitle = x\nname = other\n---\n1. do\n", "playbook-other-name", 3),
        ("---\ntitle = x\nfor = A, D\n---\n1. do\n", "playbook-bad-tiers", 3),
        ("---\ntitle = x\nfor =\n---\n1. do\n", "playbook-bad-tiers", 3),
        ("---\ntitle = x\nstarts = never\n---\n1. do\n", "playbook-bad-starts", 3),
        ("---\ntitle = x\nevery = often\n---\n1. do\n", "playbook-bad-every", 3),
        ("---\ntitle = x\n\nevery = 30d\n---\n1. do\n", "playbook-every-alone", 4),
        ("---\ntitle = x\nstarts = review\n---\n1. do\n", "playbook-no-every", 1),
        ("---\ntitle = x\nstarts = win-back\n---\n1. do\n", "playbook-one-win-back", 1),
        ("---\ntitle = x\nowner = me\n---\n1. do\n", "playbook-bad-line", 3),
        (&with_head("only text\n"), "playbook-no-steps", 4),
        (&with_head("1. do {+3 working}\n"), "playbook-bad-offset", 4),
        (&with_head("1. do {+99999999999d}\n"), "playbook-bad-offset", 4),
        (&with_head("\n1. do {pigeon}\n"), "playbook-bad-word", 5),
        (&with_head("1. do {unknown}\n"), "playbook-bad-word", 4),
        (&with_head("1. do {template=none}\n"), "playbook-no-template", 4),
        (&with_head("1. do {call\n"), "playbook-open-brace", 4),
        (&with_head("1.  \n"), "playbook-too-long", 4),
        (&with_head("1. a\u{1b}[31m\n"), "playbook-too-long", 4),
        (&with_head(&format!("1. {long}\n")), "playbook-too-long", 4),
        (&with_head(&format!("1. do\n\n{long}x\n")), "playbook-too-long", 6),
        (&many, "playbook-many-steps", 104),
    ] {
        let error = read(text).unwrap_err();
        let shown: String = text.chars().take(80).collect();
        assert_eq!(error.id, id, "{shown}");
        assert!(error.args.contains(&("line", Arg::Number(line))), "{shown}: {error:?}");
        assert!(error.args.contains(&("file", Arg::Text("/p/own.md".into()))));
    }
    assert_eq!(read(&with_head(&format!("1. do\n{long}\n"))).unwrap().steps[0].text.as_deref(), Some(long.as_str()));
}

#[test]
fn ones_own_file_wins_others_are_added_and_a_broken_one_hides_nobody() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = dir.path().join("playbooks").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let names = |lang| Library::load(dir.path(), lang).entries().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
    let shipped = names(Lang::En);
    write("zz-fair.md", &with_head("1. Book the stand {+2w}\n"));
    write("onboarding.md", &with_head("1. Lunch {visit}\n"));
    write("zh-CN/onboarding.md", &with_head("1. 吃饭\n"));
    write("business-review.md", "no rule\n");
    write("notes.txt", "no playbook");
    let en = Library::load(dir.path(), Lang::En);
    assert_eq!(names(Lang::En), [shipped, vec!["zz-fair".to_owned()]].concat());
    let first = |lang| Library::load(dir.path(), lang).find("onboarding").unwrap().unwrap().steps[0].title.clone();
    assert_eq!((first(Lang::En).as_str(), first(Lang::Zh).as_str()), ("Lunch", "吃饭"));
    assert_eq!(en.find("business-review").unwrap_err().id, "playbook-no-rule");
    assert_eq!(en.find("nobody").unwrap(), None);
    assert_eq!(en.find("..").unwrap(), None);
    assert_eq!(en.find("Win").unwrap().unwrap().name, "win-back", "the only one with that part");
    let offered: Vec<String> = en.offered().into_iter().map(|o| o.name).collect();
    assert_eq!(offered, ["win-back", "onboarding", "onboarding-small", "zz-fair"]);
}

#[test]
fn steps_fall_on_working_days_and_none_before_the_one_above() {
    let text = "1. a {+0d}\n2. b {+1d}\n3. c {+3d working}\n4. d {+2d}\n5. e {+0d working}\n";
    let p = read(&with_head(text)).unwrap();
    let due = |from: &str| p.begin(Id(1), &time(), day(from)).steps.iter().map(|s| s.due.to_string()).collect::<Vec<_>>();
    // A Friday, and a Saturday.
    assert_eq!(due("2026-11-20"), ["2026-11-20", "2026-11-23", "2026-11-25", "2026-11-25", "2026-11-25"]);
    assert_eq!(due("2026-11-21"), ["2026-11-23", "2026-11-23", "2026-11-26", "2026-11-26", "2026-11-26"]);
    let run = p.begin(Id(7), &time(), day("2026-11-20"));
    assert_eq!((run.client, run.playbook.as_str(), run.title.as_str()), (Id(7), "own", "Own"));
}
