//! A stranger with 45 clients in a file: from typing `touchbase` to a day that can be done, key by key, in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::pty::{Program, split_keys};
use std::path::Path;

/// A home-made Chinese sheet as Excel saves it.
fn chinese(path: &Path) {
    let mut text = String::from("客户名称,联系人,手机,客户行业,最近联系时间,备注\r\n");
    for n in 0..45 {
        text.push_str(&format!("海川{n:02}号阀门厂,王总{n},138{n:08},制造,2026-{:02}-{:02},老客户\r\n", 1 + n % 9, 1 + n % 28));
    }
    let (bytes, _, lost) = encoding_rs::GB18030.encode(&text);
    assert!(!lost);
    std::fs::write(path, bytes).unwrap();
}

/// What Outlook writes on the desktop.
fn outlook(path: &Path) {
    let mut text = String::from(
        "\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Suffix\",\"Company\",\"Department\",\"Job Title\",\
         \"Business Street\",\"Business City\",\"Business Phone\",\"Mobile Phone\",\"Categories\",\"E-mail Address\",\
         \"E-mail Type\",\"E-mail Display Name\",\"Notes\",\"Web Page\"\r\n",
    );
    for n in 0..45 {
        text.push_str(&format!(
            "\"\",\"Anna{n}\",\"\",\"Berg\",\"\",\"Nordwind {n:02} GmbH\",\"\",\"Buyer\",\"Hafen 1\",\"Hamburg\",\
             \"+49 40 555{n:04}\",\"\",\"print\",\"anna{n}@nordwind{n}.example\",\"SMTP\",\"Anna\",\"\",\"\"\r\n"
        ));
    }
    std::fs::write(path, text).unwrap();
}

/// The whole way; `keys` are counted as they are typed.
fn way(lang: &str, name: &str, write: fn(&Path), seen: &[&str]) -> usize {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("Downloads")).unwrap();
    write(&home.path().join("Downloads").join(name));
    let file = home.path().join("book.touchbase");
    // Elsewhere, where no file of somebody else's is the newest.
    let line =
        format!("cd '{}' && exec '{}' --db '{}'", home.path().display(), env!("CARGO_BIN_EXE_touchbase"), file.display());
    let mut t = Program::new("/bin/sh", &["-c", &line])
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path().join(".config"))
        .env("TOUCHBASE_LANG", lang)
        .start();
    let mut typed = 0;
    let mut send = |t: &mut common::pty::Pty, keys: &str| {
        typed += split_keys(keys).len();
        t.send(keys);
    };
    t.wait_text(seen[0]);
    send(&mut t, "i");
    // The file stands first in the list below the line, and Enter on the empty line means the newest one.
    t.wait_text(name);
    send(&mut t, "<Enter>");
    t.wait_text(seen[1]);
    send(&mut t, "<Enter>");
    t.wait_text(seen[2]);
    // The contact plan: the first one, as it stands.
    send(&mut t, "<Enter>");
    t.wait_text("agency");
    t.wait_text(seen[3]);
    send(&mut t, "<Enter>");
    t.wait_text("[x]");
    // The few that matter most, then enough for the first day.
    send(&mut t, "<Enter>");
    t.wait_text(seen[4]);
    send(&mut t, "abq");
    t.wait_gone(seen[4]);
    // What is late or too much for a day, spread.
    send(&mut t, "<Enter>");
    t.wait_text(seen[5]);
    send(&mut t, "<Enter>");
    t.wait_gone(seen[5]);
    // Every line is ticked but the last, which leads to the day.
    send(&mut t, "<Enter>");
    t.wait_gone("[x]");
    t.wait_text("[1 ");
    t.send("q");
    assert_eq!(t.wait_exit(), 0);
    typed
}

#[test]
fn s010_a_stranger_with_a_chinese_sheet_is_at_today_in_a_dozen_keys() {
    let seen = ["欢迎使用", "GBK", "45", "每周", "客户分类：", "每天的客户数"];
    let keys = way("zh-CN", "客户名单.csv", chinese, &seen);
    assert!(keys <= 13, "{keys} keys");
}

#[test]
fn s010_a_stranger_with_an_outlook_file_is_at_today_in_a_dozen_keys() {
    let seen = ["Welcome", "Outlook", "45", "contacts a week", "Sorting clients", "CLIENTS A DAY"];
    let keys = way("en", "contacts.csv", outlook, &seen);
    assert!(keys <= 13, "{keys} keys");
}
