//! `notes`: knowledge notes on the command line, and in a draft.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;

/// A folder with three notes, and no book.
fn shelf() -> Cli {
    let cli = Cli::new();
    let reprint = "tags: print, mistakes\n\n# When is a reprint free?\n\nA reprint is **free** when the mistake is ours.\n";
    cli.file("config/touchbase/notes/reprint.md", reprint);
    cli.file("config/touchbase/notes/退款.md", "tags: 付款\nlang: zh-CN\n# 退款怎么办理？\n\n七个工作日内退回原账户。\n");
    cli.file("config/touchbase/notes/billing/late.md", "# Late payment\n\nInterest from day 30: {{ 8 }} %.\u{1b}[2J\n");
    cli
}

fn names(cli: &Cli, words: &[&str]) -> Vec<String> {
    let list = cli.json(&[&["notes"], words].concat());
    list.as_array().unwrap().iter().map(|note| note["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn s140_notes_are_listed_and_found_without_a_book() {
    let cli = shelf();
    assert_eq!(names(&cli, &[]), ["billing/late", "reprint", "退款"]);
    assert_eq!(names(&cli, &["free", "print"]), ["reprint"]);
    for words in ["tuikuan", "tkzm", "退款", "fukuan", "yuanzhanghu"] {
        assert_eq!(names(&cli, &[words]), ["退款"], "{words}");
    }
    let shown = cli.ok(&["notes"]);
    assert!(shown.lines().next().unwrap().contains("Last used"), "{shown}");
    assert!(shown.contains("When is a reprint free?") && shown.contains("print, mistakes"), "{shown}");
    let none = cli.ok(&["notes", "nothing", "such"]);
    assert_eq!(none, "No knowledge note says \"nothing such\"\n");
    let json = &cli.json(&["notes", "reprint"])[0];
    assert_eq!(
        (&json["uses"], &json["last_used"], &json["lang"]),
        (&0.into(), &serde_json::Value::Null, &serde_json::Value::Null)
    );
    assert!(!cli.db().exists(), "no book was made");
}

#[test]
fn s140_a_note_is_shown_as_it_would_be_sent() {
    let cli = shelf();
    let shown = cli.ok(&["notes", "show", "late"]);
    assert_eq!(shown, "Late payment\nbilling/late\n\nInterest from day 30: {{ 8 }} %.[2J\n");
    let json = cli.json(&["notes", "show", "reprint"]);
    assert_eq!(json["plain"], "A reprint is free when the mistake is ours.");
    assert_eq!(json["text"], "A reprint is **free** when the mistake is ours.");
    assert_eq!(json["title"], "When is a reprint free?");
    assert!(cli.fails(3, &["notes", "show", "reprnt"]).contains("reprint"));
    assert!(cli.fails(3, &["notes", "show", "zzz\u{1b}[2J"]).lines().count() == 1);
    cli.file("config/touchbase/notes/old/reprint.md", "# When is a reprint free?\n");
    let several = cli.fails(3, &["notes", "show", "When is a reprint free?"]);
    assert!(several.contains("old/reprint, reprint"), "{several}");
}

#[test]
fn s051_a_draft_takes_notes_in_and_counts_nothing() {
    let mut cli = shelf();
    cli.client("Northstar Media", &["--email", "bei@northstar.example"]);
    let plain = cli.ok(&["draft", "northstar", "service-terms", "--stdout"]);
    let line = ["draft", "northstar", "service-terms", "--note", "reprint", "--note", "billing/late", "--note", "reprint"];
    let with = cli.ok(&[&line[..], &["--stdout"]].concat());
    let text = "A reprint is free when the mistake is ours.\n\nInterest from day 30: {{ 8 }} %.[2J\n\nKind regards";
    assert_eq!(with, plain.replace("Kind regards", text));
    let json = cli.json(&line);
    assert_eq!(json["notes"], serde_json::json!(["reprint", "billing/late"]));
    assert_eq!(cli.json(&["notes", "reprint"])[0]["uses"], 0);
    assert!(cli.fails(3, &["draft", "northstar", "service-terms", "--note", "nope"]).contains("nope"));
    cli.file("config/touchbase/notes/empty.md", "# Only a heading\n");
    assert!(cli.fails(3, &["draft", "northstar", "service-terms", "--note", "empty"]).contains("empty.md"));
    cli.speak("zh-CN");
    let zh = cli.ok(&["draft", "northstar", "service-terms", "--note", "退款", "--stdout"]);
    assert!(zh.contains("七个工作日内退回原账户。\n\n祝好"), "{zh}");
}

#[test]
fn s140_without_a_note_one_line_says_how_to_begin() {
    let mut cli = Cli::new();
    for lang in ["en", "zh-CN"] {
        cli.speak(lang);
        let said = cli.ok(&["notes"]);
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains("touchbase notes edit") && said.contains("config/touchbase/notes"), "{said}");
        assert!(cli.fails(3, &["notes", "show", "x"]).contains("touchbase notes edit"));
        assert!(cli.json(&["notes"]).as_array().unwrap().is_empty());
    }
}

#[test]
fn s140_what_is_no_text_is_counted_beside_the_list() {
    let cli = shelf();
    cli.file("config/touchbase/notes/bytes.md", [0xff, 0xfe]);
    cli.file("config/touchbase/notes/more.md", [0xff, 0xfe]);
    let ran = cli.run(&["notes"]);
    assert_eq!((ran.code, ran.err.lines().count()), (0, 1));
    assert!(ran.err.contains("2 files") && ran.err.contains("bytes.md"), "{}", ran.err);
    assert!(ran.out.contains("reprint"));
    assert!(cli.fails(1, &["notes", "edit", "bytes"]).contains("UTF-8"));
}

#[test]
fn s140_the_folder_can_be_a_zettelkasten_elsewhere() {
    let cli = shelf();
    cli.file("kasten/2026/idea.md", "# An idea\n");
    for dir in ["~/kasten", cli.path("kasten").to_str().unwrap(), "../../kasten"] {
        cli.file("config/touchbase/config.toml", format!("[notes]\ndir = \"{dir}\"\n"));
        assert_eq!(names(&cli, &[]), ["2026/idea"], "{dir}");
    }
    for (text, key) in
        [("[notes]\n\ndir = 3\n", "notes.dir"), ("[notes]\nfolder = \"x\"\n", "notes.folder"), ("notes = 1\n", "notes")]
    {
        let path = cli.file("config/touchbase/config.toml", text);
        let said = cli.fails(2, &["notes"]);
        assert!(said.contains(&path.display().to_string()) && said.contains(key) && said.contains("line "), "{said}");
    }
}

/// An editor that writes this text.
#[cfg(unix)]
fn editor(cli: &Cli, script: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let path = cli.file("editor.sh", format!("#!/bin/sh\n{script}\n"));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

#[cfg(unix)]
#[test]
fn s140_a_note_is_written_in_the_users_editor() {
    use std::os::unix::fs::PermissionsExt;
    let cli = Cli::new();
    let edit = |editor: &str, name: &str| {
        let out = cli.touchbase(&["notes", "edit", name]).env("EDITOR", editor).output().unwrap();
        common::cli::Ran::of(out)
    };
    let writes = editor(&cli, "echo 'Seven days.' >> \"$1\"");
    let ran = edit(&writes, "billing/late payment");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let path = cli.path("config/touchbase/notes/billing/late payment.md");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "# late payment\n\nSeven days.\n");
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    // The second time it is the same note, by its title too.
    assert_eq!(edit(&writes, "Late payment").code, 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap().matches("Seven days.").count(), 2);
    assert_eq!(names(&cli, &[]), ["billing/late payment"]);
    // Nothing written: no note.
    let nothing = edit("true", "empty");
    assert_eq!(nothing.code, 0);
    assert!(nothing.out.contains("Nothing was written"), "{}", nothing.out);
    // No editor, or one that fails: one line, and no new note.
    for bad in ["/nonexistent/editor", "false"] {
        let ran = edit(bad, "another");
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{}", ran.err);
        assert!(ran.err.contains("EDITOR"), "{}", ran.err);
    }
    assert_eq!(names(&cli, &[]), ["billing/late payment"]);
    for name in ["../outside", "a/b/c", "/etc/x", ".hidden"] {
        assert_eq!(edit(&writes, name).code, 2, "{name}");
    }
    assert!(!cli.path("config/touchbase/outside.md").exists());
}
