//! Notes as files: what is read, what is found, and how it reads in a mail.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use proptest::prelude::*;
use std::fs;
use tempfile::TempDir;

fn shelf(files: &[(&str, &str)]) -> (TempDir, Shelf) {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let shelf = read(dir.path()).unwrap();
    (dir, shelf)
}

fn names(shelf: &Shelf, found: &[usize]) -> Vec<String> {
    found.iter().map(|n| shelf.notes[*n].name.clone()).collect()
}

fn found(shelf: &Shelf, typed: &str) -> Vec<String> {
    names(shelf, &shelf.find(typed, &Used::new(), Lang::En))
}

#[test]
fn s051_a_note_is_a_markdown_file_with_a_title_and_perhaps_tags() {
    let (_dir, shelf) = shelf(&[
        ("refund.md", "tags: money, 退款\nlang: en\n\n# How do *refunds* work?\n\nWithin 7 days.\n"),
        (
            "billing/late.md",
            "---\ntitle: x\ntags:\n  - late\n  - \"#bill\"\nlang: zh-CN\n---\n付款晚了怎么办\n=======\n说明。\n",
        ),
        ("plain.md", "\u{feff}Just a line.\n\n## Further\n\nMore.\n"),
        ("bare.md", "No heading at all: really\n"),
        ("rule.md", "---\n\nA line across, and never closed.\n"),
        ("billing/deeper/no.md", "# Too deep\n"),
        (".hidden/no.md", "# Hidden\n"),
        ("picture.png", "# No note\n"),
        ("code.md", "```\n# no title\n```\n"),
    ]);
    let mut told: Vec<_> = shelf.notes.iter().map(|n| (n.name.as_str(), n.title.as_str(), n.body.trim())).collect();
    told.sort();
    assert_eq!(
        told,
        [
            ("bare", "bare", "No heading at all: really"),
            ("billing/late", "付款晚了怎么办", "说明。"),
            ("code", "code", "```\n# no title\n```"),
            // A heading further down heads what stands below it, too.
            ("plain", "Further", "Just a line.\n\n## Further\n\nMore."),
            ("refund", "How do refunds work?", "Within 7 days."),
            ("rule", "rule", "---\n\nA line across, and never closed."),
        ]
    );
    let of = |name: &str| shelf.notes.iter().find(|n| n.name == name).unwrap();
    assert_eq!((of("refund").tags.as_slice(), of("refund").lang), (&["money".to_owned(), "退款".into()][..], Some(Lang::En)));
    assert_eq!((of("billing/late").tags.join(" "), of("billing/late").lang), ("late bill".into(), Some(Lang::Zh)));
    assert!(shelf.skipped.is_empty() && shelf.left_out().is_none());
}

#[test]
fn s051_what_is_no_text_is_left_out_and_counted() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("good.md"), "# Good\n").unwrap();
    fs::write(dir.path().join("bytes.md"), [0xff, 0xfe, 0]).unwrap();
    fs::write(dir.path().join("zeros.md"), "a\0b").unwrap();
    fs::File::create(dir.path().join("vast.md")).unwrap().set_len(own::LARGEST + 1).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(dir.path().join("pipe.md")).status().unwrap().success());
    fs::create_dir(dir.path().join("folder.md")).unwrap();
    #[cfg(unix)]
    {
        // Round in circles, to nowhere, and to the same folder once more.
        std::os::unix::fs::symlink(dir.path(), dir.path().join("round")).unwrap();
        std::os::unix::fs::symlink("nowhere", dir.path().join("gone.md")).unwrap();
        std::os::unix::fs::symlink("self.md", dir.path().join("self.md")).unwrap();
    }
    let shelf = read(dir.path()).unwrap();
    assert_eq!(shelf.notes.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), ["good"]);
    let skipped: Vec<_> = shelf.skipped.iter().map(|s| s.path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(skipped, ["bytes.md", "pipe.md", "self.md", "vast.md", "zeros.md"]);
    assert!(shelf.left_out().is_some());
}

#[test]
fn s140_a_folder_that_is_not_there_has_no_notes() {
    let dir = tempfile::tempdir().unwrap();
    let shelf = read(&dir.path().join("none")).unwrap();
    assert!(shelf.notes.is_empty() && shelf.skipped.is_empty());
    assert_eq!(shelf.empty().id, "notes-none");
    fs::write(dir.path().join("file"), "").unwrap();
    assert_eq!(read(&dir.path().join("file")).unwrap_err().id, "draft-unreadable");
}

#[test]
fn s140_the_folder_can_be_elsewhere() {
    let config = Path::new("/c");
    assert_eq!(folder(None, config), Path::new("/c/notes"));
    assert_eq!(folder(Some("/z/kasten"), config), Path::new("/z/kasten"));
    assert_eq!(folder(Some("kasten"), config), Path::new("/c/kasten"));
    if let Some(dirs) = BaseDirs::new() {
        assert_eq!(folder(Some("~/kasten"), config), dirs.home_dir().join("kasten"));
        assert_eq!(folder(Some("~"), config), dirs.home_dir());
    }
    assert_eq!(folder(Some("~other/x"), config), Path::new("/c/~other/x"));
}

#[test]
fn s051_notes_are_found_by_title_then_tag_then_text_the_best_first() {
    let (_dir, shelf) = shelf(&[
        ("a.md", "# Opening hours\nA refund is paid at the till.\n"),
        ("b.md", "# Refund policy\nSeven days.\n"),
        ("c.md", "tags: refund\n# Returns\nText.\n"),
        ("d.md", "# 退款政策\n七个工作日内退回原账户。\n"),
        ("e.md", "# Café Zoë\nWe know the owner.\n"),
        ("f.md", "# The refund of a deposit\nAsk for it.\n"),
    ]);
    assert_eq!(found(&shelf, "refund"), ["b", "f", "c", "a"]);
    for (typed, first) in [
        ("tuikuan", "d"),
        ("tkzc", "d"),
        ("退款", "d"),
        ("yuanzhanghu", "d"),
        ("gzrn", "d"),
        ("cafe zoe", "e"),
        ("policy refund", "b"),
        ("deposit refund", "f"),
        ("seven policy", "b"),
        ("till", "a"),
        ("returns text", "c"),
    ] {
        assert_eq!(found(&shelf, typed).first().map(String::as_str), Some(first), "{typed}");
    }
    assert_eq!(found(&shelf, "nothing of the kind"), Vec::<String>::new());
    assert_eq!(found(&shelf, " "), ["e", "a", "b", "c", "f", "d"], "by title, 退 as tui");
}

#[test]
fn s051_among_equals_the_most_used_comes_first_and_another_language_last() {
    let (_dir, shelf) = shelf(&[("a.md", "lang: zh-CN\n# A\n"), ("b.md", "# B\n"), ("c.md", "# C\n")]);
    let used = Used::from([("c".to_owned(), Uses { count: 2, last: None })]);
    assert_eq!(names(&shelf, &shelf.find("", &used, Lang::En)), ["c", "b", "a"]);
    assert_eq!(names(&shelf, &shelf.find("", &used, Lang::Zh)), ["c", "a", "b"]);
}

#[test]
fn s140_a_name_means_one_note_or_names_those_it_may_mean() {
    let (_dir, shelf) = shelf(&[
        ("refund.md", "# Money back\n"),
        ("old/refund.md", "# Money back, before 2024\n"),
        ("hours.md", "# Opening hours\n"),
    ]);
    let one = |name: &str| match shelf.named(name) {
        Named::One(note) => note.name.clone(),
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(one("refund"), "refund", "the path before the file name");
    assert_eq!(
        (one("old/refund.md"), one("Money  back"), one("opening")),
        ("old/refund".into(), "refund".into(), "hours".into())
    );
    assert!(matches!(shelf.named("money"), Named::Many(all) if all.len() == 2));
    assert!(matches!(shelf.named("opning"), Named::None(near) if near.len() == 1));
    assert!(matches!(shelf.named(""), Named::None(_)));
}

#[test]
fn s140_a_new_note_stays_in_its_folder() {
    let folder = Path::new("/n");
    assert_eq!(place(folder, "refund").unwrap(), Path::new("/n/refund.md"));
    assert_eq!(place(folder, "billing/退款.md").unwrap(), Path::new("/n/billing/退款.md"));
    for name in ["", "..", "../x", "/etc/x", "a/b/c", "a//b", ".x", "a\nb", "a\\b", " a", "c:x"] {
        assert_eq!(place(folder, name), None, "{name:?}");
    }
}

#[cfg(unix)]
#[test]
fn s140_a_new_note_is_the_users_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let path = place(&dir.path().join("notes"), "billing/late payment").unwrap();
    create(&path).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(path.parent().unwrap()), mode(&dir.path().join("notes"))), (0o600, 0o700, 0o700));
    assert_eq!(fs::read_to_string(&path).unwrap(), "# late payment\n\n");
    assert!(create(&path).is_err());
    assert!(take_back(&path).unwrap() && !path.exists());
    create(&path).unwrap();
    fs::write(&path, "# late payment\n\nText.\n").unwrap();
    assert!(!take_back(&path).unwrap() && path.exists());
}

#[test]
fn s051_markdown_reads_plain_in_a_mail() {
    for (markdown, reads) in [
        ("## How\n\nWe **do** it *well*, ~~not~~ `so`.", "How\n\nWe do it well, not so."),
        ("[terms](https://a.example/t \"T\") and <https://b.example>", "terms (https://a.example/t) and https://b.example"),
        ("[https://a.example](https://a.example)", "https://a.example"),
        ("[**bold**](https://a.example) [mail](mailto:a@b.example)", "bold (https://a.example) mail (a@b.example)"),
        ("See [the terms][t].\n\n[t]: https://a.example/t", "See the terms (https://a.example/t)."),
        ("[[other-note|the other]] and [[here]]", "the other and here"),
        ("![plan](https://a.example/p.png)", "plan (https://a.example/p.png)"),
        ("* one\n* two\n  + deeper\n- [x] done", "- one\n- two\n  - deeper\n- done"),
        ("1. one\n2. two\n   3) three", "1. one\n2. two\n   3) three"),
        ("Title\n=====\ntext\n\n---\n\nmore", "Title\n\ntext\n\nmore"),
        ("> quoted\n>> twice", "quoted\ntwice"),
        ("```sh\n# *as it is*\n  x\n```", "# *as it is*\n  x"),
        ("| a | **b** |\n|---|:-:|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("2 * 3 * 4, snake_case_name, C# and a*b*c", "2 * 3 * 4, snake_case_name, C# and abc"),
        ("# C#", "C#"),
        ("# closed #", "closed"),
        ("\\*kept\\* \\_too\\_ \\[x\\](y)", "*kept* _too_ [x](y)"),
        ("a **b *c* d** e", "a b c d e"),
        ("**open and *open", "**open and *open"),
        ("[no link] [a](b", "[no link] [a](b"),
        ("one<!-- only for me -->two\n<!-- open", "onetwo\n<!-- open"),
        ("hard\\\nbreak  \nhere", "hard\nbreak\nhere"),
        ("您好，**七天**内[退款](https://a.example)。", "您好，七天内退款 (https://a.example)。"),
        ("{{ 7 * 7 }} {% include 'x' %} {# y #}", "{{ 7 * 7 }} {% include 'x' %} {# y #}"),
        ("a\u{1b}[2J\tb\r\n\r\n\r\nc\u{0}", "a[2J    b\n\nc"),
        ("", ""),
    ] {
        assert_eq!(plain(markdown), reads, "{markdown:?}");
    }
}

#[test]
fn s051_hostile_marks_cost_little() {
    // What looked for its end again and again would take very long here.
    for mark in ["*", "_", "[", "[[", "`", "``a`", "<", "![", "[a](", "**a", "\\", "<!--", "~~", "> ", "- ", "|a"] {
        let line = mark.repeat(16_000 / mark.len());
        assert!(plain(&line).len() <= line.len() + 2);
    }
}

proptest! {
    #[test]
    fn any_text_can_be_a_note(text in "[\\PC\n]{0,300}", typed in "\\PC{0,20}") {
        let (_dir, shelf) = shelf(&[("n.md", &text)]);
        if let Some(note) = shelf.notes.first() {
            prop_assert!(!note.title.contains('\n'));
            let controls = note.plain().chars().filter(|c| c.is_control() && *c != '\n').count();
            prop_assert_eq!(controls, 0);
        }
        let _ = shelf.find(&typed, &Used::new(), Lang::En);
    }

    #[test]
    fn marks_of_any_kind_are_read(text in "[\\[\\]()*_`<>!|#~\\\\ a\n-]{0,200}") {
        let _ = plain(&text);
    }
}
