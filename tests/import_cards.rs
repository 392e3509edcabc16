//! People written as vCards: read back by this program and by another one, and safe whatever a name holds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::Command;
use touchbase::domain::day::{Moment, Now};
use touchbase::domain::words::*;
use touchbase::interchange::vcf::{Version, write};
use touchbase::interchange::{ImportOptions, Report};
use touchbase::portfolio::export::cards;
use touchbase::portfolio::import::{Imported, run};
use touchbase::store::Store;

fn now() -> Now {
    Now { instant: Moment(1_795_248_000), zone: chrono_tz::Asia::Shanghai } // 2026-11-21
}

fn store() -> Store {
    Store::open_memory(now().zone).unwrap()
}

fn import(store: &mut Store, bytes: &[u8]) -> Imported {
    run(store, bytes, "file", &ImportOptions::default(), &now(), &mut |_, _| true).unwrap()
}

fn figures(report: &Report) -> (usize, usize, usize, usize) {
    (report.created, report.updated, report.unchanged, report.rejected.len())
}

fn written(store: &Store, version: Version) -> String {
    let (clients, people) = cards(store, None, &now()).unwrap();
    write(&clients, &people, version)
}

const LIST: &str = "client,name,role,email,phone,phone_labels,birthday,address,wechat,note
海川阀门有限公司,王小明,经理,wang@haichuan.test,13800138000; 0755-1,手机; 工作传真,--04-15,\"深圳市科技路1号, 3楼\",hcfm,\"一行; 二行, \\末\"
海川阀门有限公司,李娜,,lina@haichuan.test,,,1990-02-03,,,
Harbor & Sons,\"Winter, Ada\",Head of Print,ada@harbor.test,+49 40 1234567,Coffee bar,,,,
,Solo Sam,,sam@solo.test,,,,,,
";

fn book() -> Store {
    let mut store = store();
    import(&mut store, LIST.as_bytes());
    import(&mut store, b"name,kind,tags,phone\nDelta Foods,org,Fair; a\\;b,030 1234\n");
    store
}

#[test]
fn s065_cards_come_back_as_they_went() {
    for version in [Version::Three, Version::Four] {
        let text = written(&book(), version);
        assert_eq!(text.matches("BEGIN:VCARD").count(), 5, "one for each person, one for each client without any");
        let mut copy = store();
        let first = import(&mut copy, text.as_bytes()).report;
        assert_eq!(figures(&first), (5, 0, 0, 0), "{:?}", first.rejected);
        assert_eq!(figures(&import(&mut copy, text.as_bytes()).report), (0, 0, 5, 0), "{version:?}");
        let (clients, people) = cards(&copy, None, &now()).unwrap();
        let wang = &people.iter().find(|p| p.record.name == "王小明").unwrap().record;
        assert_eq!((wang.client.as_deref(), wang.role.as_deref()), (Some("海川阀门有限公司"), Some("经理")));
        assert_eq!((wang.birthday, wang.note.as_deref()), (Some((4, 15, None)), Some("一行; 二行, \\末")));
        let value = |kind: PointKind| wang.points.iter().find(|p| p.kind == kind).map(|p| p.value.as_str());
        assert_eq!(value(PointKind::Phone), Some("13800138000"));
        assert_eq!(value(PointKind::Address), Some("深圳市科技路1号, 3楼"));
        assert_eq!(value(PointKind::Wechat), Some("hcfm"));
        assert_eq!(value(PointKind::Other), Some("0755-1"), "a fax is nobody to call");
        let ada = &people.iter().find(|p| p.record.name == "Winter, Ada").unwrap().record;
        assert_eq!(ada.points.iter().find(|p| p.kind == PointKind::Phone).unwrap().label.as_deref(), Some("Coffee bar"));
        let delta = &clients.iter().find(|c| c.record.name == "Delta Foods").unwrap().record;
        assert_eq!((delta.kind, &delta.tags[..]), (Some(ClientKind::Org), &["Fair".to_owned(), "a;b".to_owned()][..]));
        assert!(clients.iter().any(|c| c.record.name == "Solo Sam" && c.record.kind == Some(ClientKind::Person)));
        // Written again from what was read, the cards are the same but for their order.
        assert_eq!(sorted(&written(&copy, version)), sorted(&text));
    }
}

#[test]
fn s087_lunar_birthdays_and_anniversaries_travel_on_cards() {
    let list = b"client,person,kind,name,date,calendar,leap,year,lead,note
Delta Foods,,birthday,,06-01,lunar,yes,1987,,
Delta Foods,,anniversary,,--0301,,,,,
Harbor & Sons,Ada,birthday,,08-15,lunar,,1979,,
Harbor & Sons,Ada,birthday,,12-30,lunar,,,,
Harbor & Sons,Ada,birthday,,02-29,,,,,
Harbor & Sons,Ada,anniversary,,06-12,,,2010,,
";
    let mut store = store();
    import(&mut store, b"name,kind\nDelta Foods,org\n");
    import(&mut store, list);
    for version in [Version::Three, Version::Four] {
        let text = written(&store, version);
        assert_eq!(text.matches("X-ALTBDAY;CALSCALE=chinese:").count(), 3, "{text}");
        let heading = if version == Version::Four { "\r\nANNIVERSARY:" } else { "\r\nX-ANNIVERSARY:" };
        assert_eq!(text.matches(heading).count(), 2, "{text}");
        let mut copy = self::store();
        let first = import(&mut copy, text.as_bytes()).report;
        assert_eq!(figures(&first), (2, 0, 0, 0), "{:?}", first.rejected);
        let rows = |store: &Store| {
            let (clients, people) = cards(store, None, &now()).unwrap();
            let clients = clients.into_iter().map(|c| (c.record.name, c.record.birthday, c.record.dates));
            let mut rows: Vec<_> =
                clients.chain(people.into_iter().map(|p| (p.record.name, p.record.birthday, p.record.dates))).collect();
            rows.sort_by(|a, b| a.0.cmp(&b.0));
            rows
        };
        assert_eq!(rows(&store).iter().map(|row| row.2.len()).sum::<usize>(), 5);
        assert_eq!(rows(&copy), rows(&store), "{version:?}");
        assert_eq!(figures(&import(&mut copy, text.as_bytes()).report), (0, 0, 2, 0), "{version:?}");
        assert_eq!(sorted(&written(&copy, version)), sorted(&text));
    }
}

#[test]
fn accounts_of_wechat_and_qq_are_found_wherever_a_card_says_them() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Wang\r\nX-SOCIALPROFILE;type=wechat:x-apple:wang88\r\nX-QQ:10001\r\nX-SOCIALPROFILE;type=twitter:https://x.test/wang\r\nEND:VCARD\r\n";
    let parsed = touchbase::interchange::read(card.as_bytes(), &ImportOptions::default(), &now()).unwrap();
    let [touchbase::interchange::record::Record::Client(wang)] = &parsed.records[..] else { panic!("{parsed:?}") };
    let said: Vec<_> = wang.points.iter().map(|p| (p.kind, p.value.as_str(), p.label.as_deref())).collect();
    assert_eq!(said, [(PointKind::Wechat, "wang88", None), (PointKind::Other, "10001", Some("QQ"))]);
    let mut store = store();
    assert_eq!(import(&mut store, card.as_bytes()).report.extra_columns, ["X-SOCIALPROFILE"]);
}

fn sorted(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.replace("\r\n ", "").lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
fn no_name_can_begin_a_property() {
    let mut store = store();
    let hostile = [
        "Eve\r\nEMAIL:eve@evil.test\r\nX",
        "Mal\nEND:VCARD\nBEGIN:VCARD",
        "Sep\u{2028}TEL:1\u{85}TEL:2",
        "semi;colon,comma\\back\\n",
        "\u{202e}rtl",
    ];
    let mut list = csv::Writer::from_writer(Vec::new());
    list.write_record(["client", "name", "phone", "phone_labels", "email"]).unwrap();
    for (n, name) in hostile.iter().enumerate() {
        let label = "x\";TEL:9\r\nNOTE:injected";
        let cells = [
            format!("Firm {name}"),
            (*name).to_owned(),
            format!("138001380{n}\nTEL:7"),
            label.to_owned(),
            format!("a{n}@b.test\nNOTE:x"),
        ];
        list.write_record(cells).unwrap();
    }
    import(&mut store, &list.into_inner().unwrap());
    for version in [Version::Three, Version::Four] {
        let text = written(&store, version);
        let (clients, people) = cards(&store, None, &now()).unwrap();
        assert_eq!(text.matches("\r\nBEGIN:VCARD").count() + 1, people.len(), "{clients:?}");
        for line in text.replace("\r\n ", "").split("\r\n").filter(|line| !line.is_empty()) {
            let name = line.split([':', ';']).next().unwrap();
            let name = name.rsplit('.').next().unwrap();
            let known = [
                "BEGIN",
                "END",
                "VERSION",
                "FN",
                "N",
                "ORG",
                "KIND",
                "X-ABSHOWAS",
                "TITLE",
                "TEL",
                "EMAIL",
                "X-ABLABEL",
                "UID",
            ];
            assert!(known.contains(&name), "{line:?}");
            assert!(!line.contains(['\n', '\r', '\u{85}', '\u{2028}']));
        }
        assert_eq!(text.replace("\r\n ", "").matches("\r\nNOTE:").count(), 0);
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
    }
}

/// The reader of another program: khard, put into a directory of the build. `None` with the reason printed when it is not to be had.
fn khard() -> Option<PathBuf> {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("khard");
    let bin = home.join("bin/khard");
    if bin.exists() {
        return Some(bin);
    }
    let ran = |command: &mut Command| match command.output() {
        Ok(out) if out.status.success() => true,
        Ok(out) => {
            println!("skipped: {}", String::from_utf8_lossy(&out.stderr).lines().last().unwrap_or("it failed"));
            false
        }
        Err(error) => {
            println!("skipped: {error}");
            false
        }
    };
    let made = ran(Command::new("python3").args(["-m", "venv"]).arg(&home));
    let got = made && ran(Command::new(home.join("bin/pip")).args(["install", "-q", "--disable-pip-version-check", "khard"]));
    (got && bin.exists()).then_some(bin)
}

#[test]
fn s065_khard_lists_the_people_of_an_export() {
    let Some(khard) = khard() else { return };
    for version in [Version::Three, Version::Four] {
        let dir = tempfile::tempdir().unwrap();
        let book = dir.path().join("book");
        std::fs::create_dir(&book).unwrap();
        let text = written(&self::book(), version);
        // khard keeps one card a file.
        for (n, card) in text.split_inclusive("END:VCARD\r\n").enumerate() {
            std::fs::write(book.join(format!("{n}.vcf")), card).unwrap();
        }
        let config = dir.path().join("khard.conf");
        std::fs::write(&config, format!("[addressbooks]\n[[book]]\npath = {}\n", book.display())).unwrap();
        let list = |what: &str| {
            let out =
                Command::new(&khard).arg("-c").arg(&config).args([what, "--parsable"]).env("PYTHONUTF8", "1").output().unwrap();
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
            assert_eq!(String::from_utf8_lossy(&out.stderr), "", "{version:?}");
            String::from_utf8(out.stdout).unwrap()
        };
        let names = list("list");
        for name in ["王小明", "李娜", "Winter, Ada", "Solo Sam", "Delta Foods"] {
            assert!(names.contains(name), "{version:?} {name}: {names}");
        }
        assert_eq!(names.lines().count(), 5);
        let phones = list("phone");
        assert!(phones.contains("13800138000") && phones.contains("030 1234"), "{phones}");
        assert!(list("email").contains("wang@haichuan.test"));
        assert!(list("birthdays").contains("李娜"));
    }
}
