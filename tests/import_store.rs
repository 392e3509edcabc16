//! Import into a real store and export out of it: one step in the journal, taken back whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use touchbase::domain::action::Face;
use touchbase::domain::day::{Moment, Now};
use touchbase::domain::policy;
use touchbase::domain::words::*;
use touchbase::domain::zone::Holidays;
use touchbase::interchange::record::Kind;
use touchbase::interchange::{ImportOptions, Report};
use touchbase::portfolio::Clocks;
use touchbase::portfolio::export::{Rows, export};
use touchbase::portfolio::import::{ImportError, Imported, run};
use touchbase::store::{Store, Which};

/// What cases are measured by.
fn clocks() -> Clocks {
    let policy = policy::parse(policy::AGENCY).unwrap();
    Clocks::of_policy(&policy, &[], &Holidays::default())
}

fn now() -> Now {
    Now { instant: Moment(1_795_248_000), zone: chrono_tz::Europe::Berlin } // 2026-11-21 09:00
}

fn store() -> Store {
    Store::open_memory(now().zone).unwrap()
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/import/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn import(store: &mut Store, bytes: &[u8]) -> Imported {
    run(store, bytes, "file", &ImportOptions::default(), &now(), &mut |_, _| true).unwrap()
}

fn figures(report: &Report) -> (usize, usize, usize, usize) {
    (report.created, report.updated, report.unchanged, report.rejected.len())
}

fn csv(store: &Store, what: Kind) -> String {
    let mut out = Vec::new();
    export(store, what, None, &clocks(), &now()).unwrap().csv(now().zone, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const FILES: [&str; 8] = [
    "google_new.csv",
    "google_old.csv",
    "contacts3.vcf",
    "contacts4.vcf",
    "clients_zh.csv",
    "people.csv",
    "touches.csv",
    "invoices.csv",
];

fn full() -> Store {
    let mut store = store();
    for name in FILES {
        let first = import(&mut store, &file(name));
        assert!(first.op.is_some() || first.report.created + first.report.updated == 0, "{name}");
    }
    store
}

#[test]
fn a_file_imported_again_writes_nothing() {
    for name in FILES {
        let mut store = store();
        let first = import(&mut store, &file(name)).report;
        let again = import(&mut store, &file(name));
        let good = first.created + first.updated + first.unchanged;
        assert_eq!(figures(&again.report), (0, 0, good, first.rejected.len()), "{name}");
        assert_eq!(again.op, None, "{name}");
    }
}

#[test]
fn what_was_exported_comes_back_as_it_was() {
    let book = full();
    let mut copy = store();
    for what in Kind::OWN {
        let text = csv(&book, what);
        let report = import(&mut copy, text.as_bytes()).report;
        assert!(report.rejected.is_empty(), "{what:?} {:?}\n{text}", report.rejected);
        if what == Kind::Clients {
            assert_eq!(report.updated + report.unchanged, 0, "{report:?}");
        }
    }
    for what in Kind::OWN {
        let sorted = |store: &Store| {
            let text = csv(store, what);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let heads = reader.headers().unwrap().clone();
            let mut rows: Vec<Vec<(String, String)>> = reader
                .records()
                .map(|row| {
                    let row = row.unwrap();
                    let mut cells: Vec<(String, String)> =
                        heads.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect();
                    cells.sort();
                    cells
                })
                .collect();
            rows.sort();
            rows
        };
        assert_eq!(sorted(&book), sorted(&copy), "{what:?}");
    }
    // And into the very same book nothing is new.
    let mut book = book;
    for what in Kind::OWN {
        let text = csv(&book, what);
        let report = import(&mut book, text.as_bytes()).report;
        assert_eq!((report.created, report.updated, report.rejected.len()), (0, 0, 0), "{what:?} {report:?}\n{text}");
    }
}

#[test]
fn an_import_is_one_step_and_taken_back_whole() {
    let mut store = full();
    let before = Kind::OWN.map(|what| csv(&store, what));
    let text = "name,email,industry,tier_pin,tags,birthday,last_contact,odd\n\
                Harbor & Sons,clara@lotus.test,print,A,x,--05-06,2026-01-05,keep\nNew One,,,B,,,,\n";
    let done = import(&mut store, text.as_bytes());
    assert!(done.op.is_some());
    assert_ne!(before, Kind::OWN.map(|what| csv(&store, what)));
    store.undo(None, &now(), Face::Cli).unwrap();
    assert_eq!(before, Kind::OWN.map(|what| csv(&store, what)));
}

#[test]
fn an_address_updates_the_client_that_has_it() {
    let mut store = store();
    import(&mut store, b"name,email,industry,birthday,odd\nAcme,info@acme.test,print,--01-02,1\n");
    let text = b"name,email,industry,birthday,odd,tags,tier_pin\nAcme Group,INFO@acme.test,media,--01-03,2,vip,A\n";
    let done = import(&mut store, text);
    assert_eq!(figures(&done.report), (0, 1, 0, 0));
    let Rows::Clients(rows) = export(&store, Kind::Clients, None, &clocks(), &now()).unwrap() else { panic!() };
    let client = &rows[0].record;
    assert_eq!((client.name.as_str(), client.industry.as_deref()), ("Acme Group", Some("media")));
    assert_eq!((client.birthday, client.tier_pin), (Some((1, 3, None)), Some(Tier::A)));
    assert_eq!((&client.tags[..], &client.extra[..]), (&["vip".to_owned()][..], &[("odd".to_owned(), "2".to_owned())][..]));
    // The old name still finds it.
    let report = import(&mut store, b"client,channel,at\nAcme,call,2026-11-01\n").report;
    assert!(report.made_by_name.is_empty());
    // A pin of the import is to be looked at in 180 days.
    store
        .stream(&Which::All, &mut |rows| {
            assert_eq!((rows.pins[0].reason.as_str(), rows.pins[0].review_on), ("imported", now().today().plus(180)));
        })
        .unwrap();
}

#[test]
fn a_dry_run_and_a_stop_write_nothing() {
    let mut store = store();
    let options = ImportOptions { dry_run: true, ..ImportOptions::default() };
    let done = run(&mut store, &file("google_new.csv"), "file", &options, &now(), &mut |_, _| true).unwrap();
    assert_eq!((figures(&done.report), done.op), ((4, 0, 0, 1), None));
    let stop = run(&mut store, &file("google_new.csv"), "file", &ImportOptions::default(), &now(), &mut |_, _| false);
    assert!(matches!(stop, Err(ImportError::Stopped)));
    assert_eq!(store.book().unwrap().clients, 0);
}

#[test]
fn a_refused_update_comes_off_the_updates() {
    let mut store = store();
    let head = "client,number,issued,due,amount,currency\n";
    import(&mut store, b"name\nAcme\n");
    import(&mut store, format!("{head}Acme,7,2026-05-01,2026-06-01,12.50,EUR\n").as_bytes());
    let both = format!("{head}Acme,7,2026-05-01,2026-04-01,12.50,EUR\nAcme,8,2026-05-01,2026-06-01,1,EUR\n");
    let done = import(&mut store, both.as_bytes());
    assert_eq!(figures(&done.report), (1, 0, 0, 1));
}

#[test]
fn a_lead_with_an_imported_invoice_is_a_client_and_json_has_the_shape() {
    let mut store = store();
    import(&mut store, b"name,status\nAcme,lead\n");
    import(&mut store, b"client,number,issued,amount,currency\nAcme,7,2026-05-01,12.50,EUR\n");
    let clients = export(&store, Kind::Clients, None, &clocks(), &now()).unwrap().json(now().zone);
    assert_eq!(clients[0]["status"], "active");
    assert!(clients[0]["id"].is_string());
    let invoices = export(&store, Kind::Invoices, None, &clocks(), &now()).unwrap().json(now().zone);
    assert_eq!(invoices[0]["amount"], serde_json::json!({"minor": 1250, "currency": "EUR"}));
    assert_eq!(invoices[0]["client"]["name"], "Acme");
    let ids: Vec<_> = store.names().unwrap().iter().map(|n| n.id).collect();
    assert_eq!(export(&store, Kind::Touches, Some(&ids), &clocks(), &now()).unwrap().len(), 0);
    assert!(export(&store, Kind::Clients, Some(&[]), &clocks(), &now()).unwrap().is_empty());
}

/// `cargo test --release --test import_store -- --ignored --nocapture` prints the time for 500,000 touches.
#[test]
#[ignore = "a measurement"]
fn half_a_million_touches() {
    use std::fmt::Write as _;
    let mut text = String::from("client,channel,outcome,direction,at,minutes,note\n");
    for n in 0..500_000u32 {
        let (month, day, hour) = (n % 10 + 1, n / 10 % 28 + 1, n / 280 % 24);
        writeln!(
            text,
            "Client {},call,reached,out,2026-{month:02}-{day:02}T{hour:02}:{:02}:00Z,5,note {n}",
            n % 10_000,
            n % 60
        )
        .unwrap();
    }
    let mut store = store();
    for _ in 0..2 {
        let begun = std::time::Instant::now();
        let report = import(&mut store, text.as_bytes()).report;
        println!("{:?} in {:?}", figures(&report), begun.elapsed());
    }
}

#[test]
fn a_card_with_twenty_thousand_addresses_takes_moments_not_minutes() {
    let card = |from: usize, to: usize| {
        let mails: String = (from..to).map(|n| format!("EMAIL:a{n}@b.test\r\n")).collect();
        format!("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\r\nUID:u1\r\n{mails}END:VCARD\r\n")
    };
    let mut store = store();
    let started = std::time::Instant::now();
    assert_eq!(figures(&import(&mut store, card(0, 20_000).as_bytes()).report), (1, 0, 0, 0));
    assert_eq!(figures(&import(&mut store, card(0, 20_000).as_bytes()).report), (0, 0, 1, 0));
    assert_eq!(figures(&import(&mut store, card(1, 20_001).as_bytes()).report), (0, 1, 0, 0));
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn the_report_names_a_birthday_that_could_not_be_read() {
    let mut store = store();
    let done = import(&mut store, b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\r\nBDAY:2026-02-31\r\nEND:VCARD\r\n");
    assert_eq!(done.report.left_out.iter().map(|m| m.id).collect::<Vec<_>>(), ["import-left-birthday"]);
    assert!(csv(&store, Kind::Clients).contains("2026-02-31"));
}

#[test]
fn the_step_says_the_figure_of_the_report() {
    let mut store = store();
    import(&mut store, b"name,email,industry\nAcme,a@acme.test,print\n");
    let done = import(&mut store, b"name,email,industry\nAcme,a@acme.test,steel\nLotus,b@lotus.test,spa\n");
    assert_eq!(figures(&done.report), (1, 1, 0, 0));
    let step = &store.history(None, 1, None).unwrap()[0];
    assert_eq!((step.message.id, &step.message.args), ("did-import", &vec![("count", 2_i64.into())]));
}

#[test]
fn s044_survey_answers_come_back_as_they_went() {
    let mut store = store();
    let list = b"client,kind,score,on,reasons,person\nHarbor & Sons,nps,9,2026-10-01,quick; a\\;b,Ada\nHarbor & Sons,csat,4,2026-11-02,,\nHarbor & Sons,csat,7,2026-11-02,,\nNova,nps,0,2027-01-01,,\n";
    let report = import(&mut store, list).report;
    assert_eq!(figures(&report), (2, 0, 0, 2));
    let why: Vec<&str> = report.rejected.iter().map(|r| r.reason.id).collect();
    assert_eq!(why, ["import-rejected-number", "import-rejected-future"]);
    let Rows::Surveys(rows) = export(&store, Kind::Surveys, None, &clocks(), &now()).unwrap() else { panic!() };
    let nps = &rows.iter().find(|row| row.record.kind == SurveyKind::Nps).unwrap().record;
    assert_eq!(
        (nps.score, &nps.reasons[..], nps.person.as_deref()),
        (9, &["quick".to_owned(), "a;b".to_owned()][..], Some("Ada"))
    );
    let out = csv(&store, Kind::Surveys);
    assert!(out.starts_with("client,kind,score,on,reasons"));
    assert_eq!(figures(&import(&mut store, out.as_bytes()).report), (0, 0, 2, 0));
    let mut copy = self::store();
    assert_eq!(figures(&import(&mut copy, out.as_bytes()).report), (2, 0, 0, 0));
    assert_eq!(csv(&copy, Kind::Surveys), out);
    // A column called by the question says which one it is.
    let report = import(&mut copy, "客户,NPS,日期\n海川阀门,8,2026-11-03\n".as_bytes()).report;
    assert_eq!((figures(&report), report.kind), ((1, 0, 0, 0), Kind::Surveys));
}

#[test]
fn s047_care_dates_come_back_as_they_went() {
    let mut store = store();
    let list = b"client,person,kind,name,date,calendar,leap,year,lead,note
Harbor & Sons,Ada,birthday,,08-15,lunar,,1979,3,likes tea
Harbor & Sons,Ada,birthday,,09-30,gregorian,,,,
Harbor & Sons,,anniversary,,2019-03-01,,,,,
Harbor & Sons,,,Garden party,06-01,lunar,yes,,,
Harbor & Sons,,Founding day,,02-29,,,,,\"=two\nlines\"
Harbor & Sons,,birthday,,02-30,,,,,
Harbor & Sons,,birthday,,06-01,lunar,yes,2024,,
Harbor & Sons,,other,,05-01,,,,,
Harbor & Sons,,holiday,Party,05-01,,,,,
Harbor & Sons,,birthday,,05-01,mayan,,,,
Harbor & Sons,,birthday,,1979-05-01,,,1980,,
Harbor & Sons,,birthday,,05-01,,,,soon,
Harbor & Sons,,birthday,,,,,,,
,,birthday,,05-01,,,,,
";
    let imported = import(&mut store, list);
    let report = imported.report;
    assert_eq!((report.kind, figures(&report)), (Kind::Care, (5, 0, 0, 9)));
    let why: Vec<(u64, &str)> = report.rejected.iter().map(|r| (r.line, r.reason.id)).collect();
    // The quoted note takes two lines of the file.
    let expect = [
        (8, "care-no-date"),
        (9, "care-no-date"),
        (10, "import-rejected-missing"),
        (11, "import-rejected-word"),
        (12, "import-rejected-word"),
        (13, "care-no-date"),
        (14, "import-rejected-number"),
        (15, "import-rejected-missing"),
        (16, "import-rejected-missing"),
    ];
    assert_eq!(why, expect);
    let out = csv(&store, Kind::Care);
    let expect = [
        "client,person,kind,name,date,calendar,leap,year,lead,note",
        "Harbor & Sons,,other,Founding day,02-29,gregorian,,,,\"'=two",
        "lines\"",
        "Harbor & Sons,,anniversary,,03-01,gregorian,,2019,,",
        "Harbor & Sons,,other,Garden party,06-01,lunar,yes,,,",
        "Harbor & Sons,Ada,birthday,,08-15,lunar,,1979,3,likes tea",
        "Harbor & Sons,Ada,birthday,,09-30,gregorian,,,,",
    ];
    assert_eq!(out.lines().collect::<Vec<_>>(), expect);
    // Recognised by its headings, once more it says nothing new, and another book becomes the same.
    assert_eq!(figures(&import(&mut store, out.as_bytes()).report), (0, 0, 5, 0));
    let mut copy = self::store();
    assert_eq!(figures(&import(&mut copy, out.as_bytes()).report), (5, 0, 0, 0));
    assert_eq!(csv(&copy, Kind::Care), out);
    // The rest of a birthday that is known, one that moves, and a list as it is kept in China.
    let list = "客户,联系人,类型,名称,日期,历法,闰月,年份,提前天数,备注
Harbor & Sons,Ada,生日,,9月30日,公历,,1979,7,
Harbor & Sons,Ada,生日,,八月十六,农历,否,,,
Harbor & Sons,,其他,Garden party,6-1,农历,是,,,
海川阀门,王总,生日,,闰六月初一,,,,,
";
    let report = import(&mut copy, list.as_bytes()).report;
    assert_eq!((report.kind, figures(&report)), (Kind::Care, (1, 2, 1, 0)));
    let out = csv(&copy, Kind::Care);
    for line in [
        "Harbor & Sons,Ada,birthday,,09-30,gregorian,,1979,7,",
        "Harbor & Sons,Ada,birthday,,08-16,lunar,,,3,likes tea",
        "海川阀门,王总,birthday,,06-01,lunar,yes,,,",
    ] {
        assert!(out.lines().any(|l| l == line), "{line} in {out}");
    }
    assert_eq!(out.lines().count(), 8);
    copy.undo(None, &now(), Face::Cli).unwrap();
    copy.undo(None, &now(), Face::Cli).unwrap();
    assert_eq!(csv(&copy, Kind::Care).lines().count(), 1, "one step back each");
}

#[test]
fn s065_a_home_made_list_lands_in_one_step_and_again_says_nothing_new() {
    let list = "客户名称,联系人,手机,客户等级,归属人,最近沟通时间,沟通内容,备注
海川阀门,王小明,13800138000,A,小李,2026-11-02,谈了报价,甲
海川阀门,李娜,13900139000,,小张,,,乙
远山设计,,021-55556666,B,小李,2026-10-01,,
,张伟,13700137000,,,,,
";
    let mut store = store();
    let gbk = encoding_rs::GBK.encode(list).0.into_owned();
    let first = import(&mut store, &gbk);
    assert_eq!((figures(&first.report), first.report.encoding), ((4, 0, 0, 0), "GBK"));
    assert!(first.report.made_by_name.is_empty(), "a list of clients makes them on purpose");
    assert_eq!(first.report.duplicates, []);
    let Rows::Clients(clients) = export(&store, Kind::Clients, None, &clocks(), &now()).unwrap() else { panic!() };
    assert_eq!(clients.len(), 3);
    let valve = &clients.iter().find(|c| c.record.name == "海川阀门").unwrap().record;
    assert_eq!((valve.tier_pin, valve.note.as_deref()), (Some(Tier::A), Some("甲\n乙")));
    let own = |name: &str| valve.extra.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    assert_eq!((own("归属人"), own("归属人 (2)")), (Some("小李"), Some("小张")));
    let touches = csv(&store, Kind::Touches);
    assert!(touches.contains("海川阀门,unknown,reached,out,2026-11-02") && touches.contains("谈了报价"), "{touches}");
    assert_eq!(figures(&import(&mut store, &gbk).report), (0, 0, 4, 0), "the same file once more");
    store.undo(None, &now(), Face::Cli).unwrap();
    assert!(export(&store, Kind::Clients, None, &clocks(), &now()).unwrap().is_empty(), "one step back");
}
