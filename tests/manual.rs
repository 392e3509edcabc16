//! The manual says what is true: every command in it runs, every key and every configuration key it names exists, and both languages
//! tell the same. It can be read on the smallest screen, and the man page and the completions are what their readers take.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod screen_fixture;

use common::cli::{Cli, Ran, binary};
use screen_fixture::Driver;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};
use std::process::Command;
use std::sync::LazyLock;
use touchbase::app::command::{COMMANDS, Do, Scope};
use touchbase::app::dialog::Dialog;
use touchbase::app::key::Key;
use touchbase::app::keymap::Keymap;
use touchbase::config::Config;
use touchbase::i18n::{Lang, Words};
use touchbase::manual::{TOPICS, Topic};
use touchbase::text::{self, LineKind, lay_out};

/// A piece of a topic that is not prose.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    /// A line of a fenced block, and the language of that.
    Fenced(String, String),
    /// What stands between back-ticks in a line of prose.
    Inline(String),
}

fn pieces(text: &str) -> Vec<Piece> {
    let (mut out, mut fence) = (Vec::new(), None::<String>);
    for line in text.lines() {
        match (line.strip_prefix("```"), &fence) {
            (Some(language), None) => fence = Some(language.to_owned()),
            (Some(_), Some(_)) => fence = None,
            (None, Some(language)) => out.push(Piece::Fenced(language.clone(), line.to_owned())),
            (None, None) => {
                assert!(line.matches('`').count().is_multiple_of(2), "{line}");
                out.extend(line.split('`').skip(1).step_by(2).map(|code| Piece::Inline(code.to_owned())));
            }
        }
    }
    assert_eq!(fence, None, "a block is left open");
    out
}

/// The command lines of a topic.
fn commands(text: &str) -> Vec<String> {
    let line = |piece| match piece {
        Piece::Fenced(language, line) if language == "sh" => Some(line),
        Piece::Inline(code) if code == "touchbase" || code.starts_with("touchbase ") => Some(code),
        _ => None,
    };
    pieces(text).into_iter().filter_map(line).collect()
}

/// What a command line does, whatever it is done to: the words of the command and the names of its options.
fn shape(line: &str) -> String {
    static TREE: LazyLock<clap::Command> = LazyLock::new(|| touchbase::cli::args::command(&Words::load(Lang::En)));
    let mut at = Some(&*TREE);
    let mut out = Vec::new();
    for word in line.split_whitespace().skip(1) {
        if let Some(sub) = at.and_then(|c| c.find_subcommand(word)) {
            (at, _) = (Some(sub), out.push(word));
        } else {
            at = None;
            if word.starts_with('-') && word.len() > 1 && !word.starts_with(|c: char| c.is_ascii_digit()) {
                out.push(word);
            }
        }
    }
    out.join(" ")
}

fn of_each_topic(each: impl Fn(&Topic, Lang, &str)) {
    for lang in Lang::ALL {
        for topic in TOPICS {
            each(topic, lang, topic.shipped(lang));
        }
    }
}

#[test]
fn both_languages_have_the_same_topics_headings_and_commands() {
    let headings = |text: &str| -> Vec<usize> {
        let mut fenced = false;
        let mut level = |line: &str| {
            fenced ^= line.starts_with("```");
            (!fenced && line.starts_with('#')).then(|| line.bytes().take_while(|b| *b == b'#').count())
        };
        text.lines().filter_map(&mut level).collect()
    };
    for topic in TOPICS {
        let (en, zh) = (topic.shipped(Lang::En), topic.shipped(Lang::Zh));
        assert!(en.starts_with("# ") && zh.starts_with("# "), "{}", topic.code);
        assert_eq!(headings(en), headings(zh), "{}", topic.code);
        let shapes = |text: &str| commands(text).iter().map(|line| shape(line)).collect::<Vec<_>>();
        assert_eq!(shapes(en), shapes(zh), "{}", topic.code);
        let keys = |text: &str| named_keys(text).into_iter().collect::<BTreeSet<_>>();
        assert_eq!(keys(en), keys(zh), "{}", topic.code);
        let han = zh.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
        assert!(han > zh.lines().count(), "{} looks untranslated", topic.code);
    }
}

/// A folder with the sample of a language and the files that the manual imports.
fn sample(lang: Lang) -> Cli {
    let mut cli = Cli::new();
    cli.speak(lang.tag());
    cli.file(
        "contacts.csv",
        "First Name,Last Name,Organization Name,E-mail 1 - Value\nAnn,Lee,Birch Bakery,ann@birch.example\n",
    );
    cli.file("list.csv", "Firma,E-Mail\nTannenhof,info@tannenhof.example\n");
    cli.file("cards.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Tan\nORG:Tan Tea\nEMAIL:bo@tan.example\nEND:VCARD\n");
    cli.file("clients.xlsx", workbook(&[&["Company", "Email"], &["Hofgarten", "post@hofgarten.example"]]));
    cli.file("proof.pdf", "page 3");
    cli.file(
        "holidays-2027.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270501\nSUMMARY:1\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    cli.file("germany.toml", "[2027]\noff = [\"2027-10-03\"]\n");
    cli.ok(&["demo", "--db", "fresh.db"]);
    // Something that can be taken back.
    cli.ok(&["leave", "add", "2027-08-02", "--db", "fresh.db"]);
    cli
}

/// The smallest workbook there is.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &&[&str]| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
    let sheet: String = rows.iter().map(row).collect();
    let files = [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"1\" sheetId=\"1\" \
                 r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>")),
    ];
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A line as a shell runs it. What a pipe would read is left out: the reader may not be installed.
fn run_line(cli: &Cli, line: &str) -> Ran {
    let line = line.split(" | ").next().unwrap();
    let mut command = cli.command("sh");
    let path = std::env::var("PATH").unwrap_or_default();
    let bin = binary().parent().unwrap().display().to_string();
    command.args(["-c", line]).env("PATH", format!("{bin}:{path}")).env("EDITOR", "true");
    Ran::of(command.output().unwrap())
}

fn every_command_runs(lang: Lang) {
    let cli = sample(lang);
    for topic in TOPICS {
        std::fs::copy(cli.path("fresh.db"), cli.db()).unwrap();
        // So that there is something to take back.
        cli.ok(&["client", "add", "Hofladen"]);
        run_all(&cli, topic.code, commands(topic.shipped(lang)));
    }
}

fn run_all(cli: &Cli, place: &str, lines: Vec<String>) {
    for line in lines {
        let ran = run_line(cli, &line);
        assert_eq!(ran.code, 0, "{place}: {line}\n{}{}", ran.out, ran.err);
        assert!(!ran.out.is_empty() || line.contains('>') || line.contains(" -o "), "{line} says nothing");
    }
}

#[test]
fn every_command_of_the_readme_runs() {
    let cli = sample(Lang::En);
    std::fs::copy(cli.path("fresh.db"), cli.db()).unwrap();
    let text = include_str!("../README.md");
    let lines: Vec<String> = pieces(text)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Fenced(language, line) if language == "sh" && line.starts_with("touchbase") => Some(line),
            _ => None,
        })
        .collect();
    assert!(lines.len() > 8, "{lines:?}");
    run_all(&cli, "README.md", lines);
}

#[test]
fn every_command_of_the_english_manual_runs() {
    every_command_runs(Lang::En);
}

#[test]
fn every_command_of_the_chinese_manual_runs() {
    every_command_runs(Lang::Zh);
}

/// The spans of a text that are keys: every word of them is the name of one.
fn named_keys(text: &str) -> Vec<Vec<Key>> {
    let keys = |piece| match piece {
        Piece::Inline(code) => code.split_whitespace().map(Key::parse).collect::<Option<Vec<Key>>>(),
        Piece::Fenced(..) => None,
    };
    pieces(text).into_iter().filter_map(keys).filter(|keys| !keys.is_empty()).collect()
}

/// Where the second keys of a first one stand.
fn seconds(id: Do) -> Option<Scope> {
    Some(match id {
        Do::Log(_) => Scope::Log,
        Do::Snooze => Scope::Snooze,
        Do::Skip => Scope::Skip,
        Do::New => Scope::New,
        Do::Survey => Scope::Survey,
        Do::Flag => Scope::Flag,
        Do::Tier => Scope::Tier,
        Do::Quadrant => Scope::Quadrant,
        Do::Decide => Scope::Decide,
        Do::Copy => Scope::Copy,
        _ => return None,
    })
}

#[test]
fn every_key_named_is_one_of_the_registry() {
    let is = |key: &Key, scope: Option<Scope>| {
        let of = |keys: &[&str]| keys.iter().any(|k| Key::parse(k).as_ref() == Some(key));
        COMMANDS.iter().any(|c| scope.is_none_or(|s| s == c.scope) && of(c.keys))
    };
    let mut count = 0;
    of_each_topic(|topic, lang, text| {
        for keys in named_keys(text) {
            let place = format!("{:?} in {} {}", keys, topic.code, lang.tag());
            assert!(is(&keys[0], None), "{place}");
            let first = COMMANDS
                .iter()
                .find(|c| seconds(c.id).is_some() && c.keys.iter().any(|k| Key::parse(k).as_ref() == Some(&keys[0])));
            for key in &keys[1..] {
                let scope = first.and_then(|c| seconds(c.id));
                assert!(scope.is_some() && (is(key, scope) || *key == keys[0]), "{place}");
            }
        }
    });
    of_each_topic(|_, _, text| assert!(named_keys(text).iter().all(|keys| keys.len() < 5)));
    for topic in TOPICS {
        count += named_keys(topic.shipped(Lang::En)).len();
    }
    assert!(count > 40, "the manual names keys: {count}");
}

#[test]
fn the_topic_of_keys_is_the_registry() {
    for lang in Lang::ALL {
        let words = Words::load(lang);
        let page = Topic::find("keys").unwrap().page(&words, &Keymap::default(), "/nonexistent".as_ref()).unwrap();
        let mut sections: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        let mut scope = String::new();
        for line in page.text.lines() {
            if let Some((_, rest)) = line.split_once("`[keys.").filter(|_| line.starts_with("###")) {
                scope = rest.trim_end_matches("]`").to_owned();
            }
            sections.entry(scope.clone()).or_default().push(line);
        }
        for command in COMMANDS {
            let lines = &sections[command.scope.code()];
            let line = lines.iter().find(|l| l.contains(&format!(" `{}`: {}", command.code(), words.get(command.help))));
            let line = line.unwrap_or_else(|| panic!("{:?}", command.id));
            for key in [command.keys[0], command.keys[command.keys.len() - 1]] {
                assert!(line.contains(&format!("`{key}`")), "{key} in {line}");
            }
        }
    }
}

#[test]
fn the_users_own_keys_stand_in_the_topic_of_keys() {
    let cli = Cli::new();
    cli.file("config/touchbase/config.toml", "[keys]\nundo = \"F9\"\nskip = []\n");
    let text = cli.ok(&["help", "keys"]);
    assert!(text.contains("- `F9` `undo`:") && text.contains("- - `skip`:"), "{text}");
}

/// The keys that the configuration's reader knows.
fn config_keys() -> BTreeSet<String> {
    let source = include_str!("../src/config.rs").split("#[cfg(test)]").next().unwrap();
    let arms = source.lines().filter_map(|l| l.trim_start().strip_prefix("(\"")?.split_once("\", "));
    arms.filter(|(_, rest)| rest.starts_with("DeValue") || rest.starts_with("_)")).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_key_of_the_configuration_is_explained_with_an_example_that_is_read() {
    let known = config_keys();
    assert!(known.len() >= 8 && known.contains("theme"), "{known:?}");
    for lang in Lang::ALL {
        let text = Topic::find("config").unwrap().shipped(lang);
        let toml = |piece| if let Piece::Fenced(l, line) = piece { (l == "toml").then_some(line) } else { None };
        let example = pieces(text).into_iter().filter_map(toml).collect::<Vec<_>>().join("\n");
        let config = Config::parse(&example, "config.toml").unwrap_or_else(|e| panic!("{e:?}"));
        Keymap::with(&config.keys, "config.toml").unwrap_or_else(|e| panic!("{e:?}"));
        let named: BTreeSet<String> = toml::from_str::<toml::Table>(&example).unwrap().keys().cloned().collect();
        assert_eq!(named, known, "{}", lang.tag());
        for key in &known {
            let explained =
                text.lines().any(|l| l.strip_prefix(&format!("- {key}")).is_some_and(|rest| rest.starts_with([':', '：'])));
            assert!(explained, "{key} in {}", lang.tag());
        }
        for theme in touchbase::config::ThemeName::ALL {
            assert!(text.contains(theme.code()));
        }
    }
}

#[test]
fn a_policy_in_the_manual_is_a_part_of_a_policy() {
    for lang in Lang::ALL {
        let text = Topic::find("policy").unwrap().shipped(lang);
        let toml = |piece| if let Piece::Fenced(l, line) = piece { (l == "toml").then_some(line) } else { None };
        let part: toml::Table = pieces(text).into_iter().filter_map(toml).collect::<Vec<_>>().join("\n").parse().unwrap();
        let whole: toml::Table = include_str!("../assets/policies/agency.toml").parse().unwrap();
        let (part, whole) = (&part["plan"]["A"], &whole["plan"]["A"]);
        assert_eq!(part["review"], whole["review"]);
        assert_eq!(part["survey"], whole["survey"]);
        assert_eq!(part["contact"][0], whole["contact"][0]);
    }
}

#[test]
fn the_exit_codes_are_those_of_the_contract() {
    for lang in Lang::ALL {
        let text = Topic::find("scripts").unwrap().shipped(lang);
        let code = |line: &str| line.strip_prefix("- ")?.split_once([':', '：'])?.0.parse::<i32>().ok();
        let codes: Vec<i32> = text.lines().filter_map(code).collect();
        assert_eq!(codes, [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 15], "{}", lang.tag());
    }
}

#[test]
fn help_lists_the_topics_and_shows_one() {
    let mut cli = Cli::new();
    for lang in Lang::ALL {
        cli.speak(lang.tag());
        let list = cli.ok(&["help"]);
        for (topic, line) in TOPICS.iter().zip(list.lines()) {
            assert!(line.starts_with(topic.code), "{line}");
            let title = topic.shipped(lang).lines().next().unwrap().trim_start_matches("# ");
            assert!(line.ends_with(title), "{line}");
            assert!(text::width(line) <= 80, "{line}");
            let page = cli.ok(&["help", topic.code]);
            assert!(page.contains(title.split([' ', '：']).next().unwrap()) && page.starts_with("# "), "{page}");
            assert!(page.lines().all(|l| text::width(l) <= 80), "{page}");
            let json = cli.json(&["help", topic.code]);
            assert_eq!((json["topic"].as_str(), json["title"].as_str()), (Some(topic.code), Some(title)));
            assert!(json["text"].as_str().is_some_and(|t| t.starts_with(&format!("# {title}"))));
        }
        assert_eq!(cli.json(&["help"]).as_array().unwrap().len(), TOPICS.len());
        let refused = cli.fails(2, &["help", "nonsense\u{1b}[2J"]);
        assert_eq!(refused.trim_end().lines().count(), 1, "{refused}");
        assert!(TOPICS.iter().all(|t| refused.contains(t.code)) && !refused.contains('\u{1b}'), "{refused}");
        assert!(cli.ok(&["--help"]).lines().nth(1).unwrap().contains("touchbase help start"));
    }
    assert!(!cli.db().exists(), "reading makes no file");
}

#[test]
fn a_page_of_the_users_own_wins() {
    let cli = Cli::new();
    cli.file("config/touchbase/manual/en/faq.md", "# Ours\n\nAsk Bo.\u{1b}[2J\n");
    assert_eq!(cli.json(&["help", "faq"])["title"], "Ours");
    let text = cli.ok(&["help", "faq"]);
    assert!(text.contains("Ask Bo.") && !text.contains('\u{1b}'), "{text}");
    assert!(cli.ok(&["help"]).contains("faq        Ours"));
    cli.file("config/touchbase/manual/en/today.md", [0xff, 0xfe, 0xff]);
    let refused = cli.fails(2, &["help", "today"]);
    assert!(refused.contains("today.md"), "{refused}");
    assert!(cli.ok(&["help"]).contains("today"));
}

#[test]
fn every_topic_can_be_read_on_the_smallest_screen() {
    of_each_topic(|topic, lang, text| {
        for line in lay_out(text, 56) {
            assert!(
                line.kind != LineKind::Code || text::width(&line.text) <= 56,
                "{} {}: {}",
                topic.code,
                lang.tag(),
                line.text
            );
        }
    });
    screen_fixture::side_by_side(&Lang::ALL, |lang| {
        let lang = *lang;
        let mut d = Driver::on_book(lang, (60, 18));
        d.keys("?");
        for (n, topic) in TOPICS.iter().enumerate() {
            d.keys("Tab");
            let word = d.book.model.words.get(&format!("manual-{}", topic.code));
            let tabs = d.row(3);
            assert!(tabs.contains('[') && tabs.split(['[', ']']).nth(1).unwrap().ends_with(&word), "{tabs}");
            let title = topic.shipped(lang).lines().next().unwrap().trim_start_matches("# ");
            let start: String = title.chars().take(8).collect();
            assert!(d.row(4).trim_start().starts_with(&start), "{}", d.picture());
            let page = d.book.model.manual[n].clone();
            let lines = touchbase::app::help::lines(&page, 60);
            // As often as it takes, and a few times more.
            for _ in 0..lines.len() / 10 + 4 {
                d.keys("PgDn");
            }
            let last: String = lines.last().unwrap().text.trim_start_matches(['-', ' ']).split('`').next().unwrap().to_owned();
            assert!(d.picture().contains(last.trim()), "{last}\n{}", d.picture());
            // One step back is seen at once: the scroll never runs past the end.
            let before = d.picture();
            d.keys("k");
            assert!(d.picture() != before || lines.len() <= 11, "{}", topic.code);
        }
    });
}

#[test]
fn the_pages_are_turned_by_digits_arrows_and_the_mouse_and_the_keys_come_first() {
    let mut d = Driver::on_book(Lang::En, (100, 28));
    let page = |d: &Driver| match d.book.model.dialogs.last() {
        Some(Dialog::Help(help)) => help.page,
        _ => panic!("no help"),
    };
    d.keys("?");
    assert_eq!(page(&d), 0);
    let foot = d.foot();
    assert!(foot.contains("Tab manual") && foot.contains("1-9 topic"), "{foot}");
    d.keys("3");
    assert_eq!(page(&d), 3);
    assert!(d.foot().contains("0 keys") && !d.foot().contains("Enter run"), "{}", d.foot());
    d.keys("Right Right Left");
    assert_eq!(page(&d), 4);
    d.keys("0");
    assert_eq!(page(&d), 0);
    d.keys("Shift-Tab");
    assert_eq!(page(&d), TOPICS.len());
    d.keys("Tab");
    assert_eq!(page(&d), 0);
    // What was chosen on the first page is still chosen after a look into the manual.
    d.keys("j j Tab Shift-Tab");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Help(help)) if help.selected == 2));
    d.keys("Tab Esc");
    assert!(d.book.model.dialogs.is_empty());
}

#[test]
fn the_manual_speaks_the_language_chosen_on_the_screen() {
    let mut d = Driver::open(screen_fixture::Maker::new().store, Lang::En, (80, 24), screen_fixture::monday());
    d.keys("L ? Tab");
    let title = Topic::find("start").unwrap().shipped(Lang::Zh).lines().next().unwrap().trim_start_matches("# ");
    assert!(d.picture().contains(title), "{}", d.picture());
}

#[test]
fn the_man_page_has_every_command_and_is_read_without_a_complaint() {
    let mut cli = Cli::new();
    for lang in Lang::ALL {
        let page = cli.speak(lang.tag()).ok(&["help", "--man"]);
        assert!(page.contains(".TH touchbase 1") && page.contains(".SH NAME"), "{page}");
        touchbase::cli::shape::walk(&mut |path, _| {
            let line = format!("touchbase {}", path.join(" "));
            assert!(page.lines().any(|l| l.starts_with(".SS") && l.replace("\\-", "-").contains(&line)), "{line}");
        });
        let words = Words::load(lang);
        assert!(page.contains(&words.get("cli-log-about")));
        let file = cli.file("touchbase.1", &page);
        let Ok(read) = Command::new("groff").args(["-man", "-Tutf8", "-K", "utf8", "-ww", "-z"]).arg(file).output() else {
            eprintln!("groff is not installed: not tried");
            continue;
        };
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    }
}

#[test]
fn the_completions_are_what_their_shells_take() {
    let cli = Cli::new();
    for shell in ["bash", "zsh", "fish"] {
        let file = cli.file(&format!("completions.{shell}"), cli.ok(&["completions", shell]));
        match cli.command(shell).arg("-n").arg(&file).output() {
            Ok(read) => assert!(read.status.success(), "{shell}: {}", String::from_utf8_lossy(&read.stderr)),
            Err(_) => eprintln!("{shell} is not installed: not tried"),
        }
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.contains("appointment") && text.contains("help"), "{shell}");
    }
}

/// The help names each page of the manual by a text that is composed of its code.
#[test]
fn every_topic_has_a_name_in_the_help() {
    for lang in [Lang::En, Lang::Zh] {
        let words = Words::load(lang);
        for topic in TOPICS {
            let id = format!("manual-{}", topic.code);
            assert_ne!(words.get(&id), id, "{lang:?}");
        }
    }
}
