//! Files of the user's own: beside the shipped ones, above them, and every mistake with its file and line.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::occasion::{Code, DayRule};
use crate::i18n::{Lang, Words};
use std::fs;

/// A configuration directory with these files in `occasions`.
fn with(files: &[(&str, &str)]) -> (tempfile::TempDir, Library) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("occasions")).unwrap();
    for (name, text) in files {
        fs::write(dir.path().join("occasions").join(name), text).unwrap();
    }
    let all = Library::load(dir.path());
    (dir, all)
}

fn codes(culture: &Culture) -> Vec<&str> {
    culture.occasions.iter().map(|o| o.code.as_str()).collect()
}

fn found<'c>(all: &'c Library, code: &str) -> &'c Culture {
    all.find(code).unwrap().unwrap()
}

const FAIR: &str = "[[occasion]]\ncode = \"fair\"\nen = \"Our fair\"\n";

/// What the one own file says in English, without the path of its directory.
fn refused(text: &str) -> String {
    let (dir, all) = with(&[("own.toml", text)]);
    let why = all.find("own").unwrap_err();
    let now = Now { instant: Moment(0), zone: chrono_tz::UTC };
    let said = Words::load(Lang::En).say(&why, &now);
    let plain: String = said.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect();
    plain.replace(&dir.path().join("occasions").display().to_string(), "…")
}

#[test]
fn s047_ones_own_culture_stands_beside_the_shipped_ones() {
    let fair = format!(
        "zh = \"机床行业\"\nwith = [\"cn\"]\nwithout = [\"new-year\", \"labour-day\"]\n{FAIR}weekday = \"-1 mon 5\"\ngreet = true\n"
    );
    let (_dir, all) = with(&[("machines.toml", &fair), ("notes.txt", "not read")]);
    let own = found(&all, "machines");
    assert_eq!(own.names.en, "机床行业", "one name serves for both languages");
    let mut expected = codes(found(&all, "cn"));
    expected.retain(|code| !["new-year", "labour-day"].contains(code));
    expected.push("fair");
    assert_eq!(codes(own), expected);
    assert_eq!(own.occasion(Code::parse("fair").unwrap()).unwrap().rule.day(2026), Day::ymd(2026, 5, 25));
    assert_eq!(all.entries().count(), Library::shipped().entries().count() + 1);
    assert_eq!(found(&all, "机床行业").code, "machines", "found by name too");
    assert_eq!(all.find("nobody").unwrap(), None);
}

#[test]
fn s047_ones_own_file_wins_by_code_and_may_build_on_the_shipped_one() {
    let own = format!("en = \"US\"\nwith = [\"us\"]\n{FAIR}date = \"2-29\"\ngreet = false\n");
    let (_dir, all) = with(&[("us.toml", &own), ("western.toml", "zh = \"西方\"\n")]);
    let expected = ["us-memorial-day", "us-independence-day", "us-thanksgiving", "fair"];
    assert_eq!(codes(found(&all, "us")), expected, "the shipped file, with one's own empty western, and the fair");
    assert_eq!(codes(found(&all, "western")), Vec::<&str>::new());
}

#[test]
fn s047_files_may_name_each_other_and_the_later_word_wins() {
    let a = format!("en = \"A\"\nwith = [\"b\"]\n{FAIR}date = \"1-2\"\ngreet = true\n");
    let b = format!("en = \"B\"\nwith = [\"a\", \"western\"]\nwithout = [\"easter\"]\n{FAIR}date = \"3-4\"\ngreet = false\n");
    let (_dir, all) = with(&[("a.toml", &a), ("b.toml", &b)]);
    let fair = |of: &str| found(&all, of).occasion(Code::parse("fair").unwrap()).unwrap().rule.clone();
    assert_eq!(fair("a"), DayRule::Fixed { month: 1, day: 2 });
    assert_eq!(fair("b"), DayRule::Fixed { month: 3, day: 4 });
    assert_eq!(codes(found(&all, "a")), ["new-year", "good-friday", "christmas", "fair"]);
    // What one file does without, another that stands beside it still has.
    let c = "en = \"C\"\nwith = [\"western\", \"d\"]\n";
    let d = "en = \"D\"\nwithout = [\"christmas\"]\n";
    let (_dir, all) = with(&[("c.toml", c), ("d.toml", d)]);
    assert_eq!(codes(found(&all, "c")), codes(found(&all, "western")));
}

#[test]
fn s047_a_file_with_a_mistake_hides_no_other() {
    let (_dir, all) = with(&[("western.toml", "en = 1\n"), ("own.toml", "en = \"Own\"\nwith = [\"us\"]\n")]);
    assert!(all.find("western").is_err());
    assert_eq!(all.find("us").unwrap_err(), all.find("western").unwrap_err(), "what is taken over from it has its reason");
    assert!(all.find("own").is_err() && all.find("cn").is_ok());
    assert_eq!(all.known().count(), Library::shipped().entries().count() - 5, "western, us, gb, de, fr");
    assert_eq!(all.problems(), [&all.find("western").unwrap_err()], "said once");
    assert_eq!(all.cultures(Language::Zh).get("us"), None);
    let (_dir, all) = with(&[("big.toml", &"#".repeat(70_000))]);
    assert!(all.find("big").is_err());
}

#[test]
fn s047_a_mistake_is_named_with_file_and_line() {
    let begin = "en = \"Own\"\n[[occasion]]\ncode = \"fair\"\nzh = \"展会\"\n";
    let occasion = |rest: &str| refused(&format!("{begin}{rest}"));
    let cases = [
        (refused("en = \"Own\"\nzh = oops\n"), "…/own.toml line 2: this is not TOML"),
        (refused("with = []\n"), "…/own.toml line 1: a name is missing"),
        (
            refused("en = \"Own\"\ngreat = 1\n"),
            "…/own.toml line 2: \"great\" is not known here. Known: en, zh, with, without, occasion",
        ),
        (refused("en = \"Own\"\nwith = [\n  \"cn\",\n  \"mars\",\n]\n"), "…/own.toml line 4: there is no culture \"mars\""),
        (refused("en = \"Own\"\nwith = [\"own\"]\n"), "…/own.toml line 2: there is no culture \"own\""),
        (refused("en = \"Own\"\nwith = \"cn\"\n"), "…/own.toml line 2: with needs a list of codes"),
        (refused("en = \"Own\"\nwithout = [\"New Year\"]\n"), "…/own.toml line 2: \"New Year\" cannot be a code"),
        (refused("en = \"Own\"\noccasion = 3\n"), "…/own.toml line 2: every occasion begins with"),
        (refused("en = \"Own\"\noccasion = [3]\n"), "…/own.toml line 2: every occasion begins with"),
        (refused("en = 3\n"), "…/own.toml line 1: en needs a text in quotes"),
        (refused("en = \"a\\nb\"\n"), "…/own.toml line 1: en needs a text of one line, at most 60 characters"),
        (refused("en = \" \"\n"), "…/own.toml line 1: en needs a text of one line, at most 60 characters"),
        (refused("en = \"Own\"\n\n[[occasion]]\nen = \"x\"\n"), "…/own.toml line 3: \"\" cannot be a code"),
        (refused("en = \"Own\"\n[[occasion]]\ncode = \"春节\"\n"), "…/own.toml line 3: \"春节\" cannot be a code"),
        (refused("en = \"Own\"\n[[occasion]]\ncode = \"x\"\ndate = \"1-1\"\n"), "…/own.toml line 2: a name is missing"),
        (occasion("greet = true\n"), "…/own.toml line 2: one of these says when it is, and only one: date, lunar,"),
        (occasion("date = \"1-1\"\nlunar = \"1-1\"\ngreet = true\n"), "…/own.toml line 2: one of these says when it is"),
        (occasion("date = \"1-1\"\n"), "…/own.toml line 2: greet is missing"),
        (occasion("date = \"1-1\"\ngreet = \"yes\"\n"), "…/own.toml line 6: greet is true or false"),
        (occasion("date = \"1-1\"\ngreet = true\nmourning = true\n"), "…/own.toml line 6: nobody is wished well"),
        (
            occasion("date = \"1-1\"\ngreet = false\nwish = { en = \"Joy\" }\nmourning = true\n"),
            "…/own.toml line 7: nobody is wished well",
        ),
        (
            occasion("date = \"1-1\"\ngreet = true\nwish = \"Joy\"\n"),
            "…/own.toml line 7: wish needs both languages: wish = { en =",
        ),
        (
            occasion("date = \"1-1\"\ngreet = true\nwish = { de = \"Froh\" }\n"),
            "…/own.toml line 7: \"de\" is not known here. Known: en, zh",
        ),
        (
            occasion("date = \"1-1\"\ngreet = true\n[[occasion]]\ncode = \"fair\"\nen = \"x\"\ndate = \"1-2\"\ngreet = true\n"),
            "…/own.toml line 8: \"fair\" stands twice",
        ),
    ];
    for (said, expected) in cases {
        assert!(said.starts_with(expected), "{said}\n{expected}");
    }
}

#[test]
fn s047_a_rule_that_means_no_day_is_refused() {
    let begin = "en = \"Own\"\n[[occasion]]\ncode = \"fair\"\nen = \"Fair\"\ngreet = true\n";
    let bad = [
        ("date", vec!["\"13-1\"", "\"2-30\"", "\"1225\"", "\"12-+5\"", "\"12-\"", "\"2026-12-25\"", "1225", "2026-12-25"]),
        ("lunar", vec!["\"13-1\"", "\"1-31\"", "\"0-1\"", "\"256-1\"", "\"first\"", "15"]),
        ("term", vec!["\"dongzhi\"", "15"]),
        ("easter", vec!["71", "-71", "\"-2\"", "1.5", "99999999999999999999"]),
        ("orthodox_easter", vec!["71", "true"]),
        ("weekday", vec!["\"6 thu 11\"", "\"0 thu 11\"", "\"4 day 11\"", "\"4 thu 13\"", "\"4 thu\"", "\"4 thu 11 2\"", "4"]),
        ("days", vec!["[]", "[\"2026-02-30\"]", "[20260220]", "\"2026-02-20\"", "[\"0026-02-20\"]", "[2026-02-20T10:00:00]"]),
    ];
    for (key, values) in bad {
        for value in values {
            let said = refused(&format!("{begin}{key} = {value}\n"));
            assert!(said.starts_with(&format!("…/own.toml line 6: {key} ")), "{key} = {value}: {said}");
        }
    }
    let days = format!("{begin}days = [2027-03-09, \"2026-03-20\", \"2026-03-20\"]\n");
    let (_dir, all) = with(&[("own.toml", &days)]);
    let listed: Vec<Day> = [(2026, 3, 20), (2027, 3, 9)].into_iter().filter_map(|(y, m, d)| Day::ymd(y, m, d)).collect();
    assert_eq!(
        found(&all, "own").occasions[0].rule,
        DayRule::Listed(listed),
        "in order, each once, as text or as TOML's dates"
    );
}
