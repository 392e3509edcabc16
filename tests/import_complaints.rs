//! Cases in lists: recognised in both languages, written once however often the list is imported, and out again as they came in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use touchbase::domain::action::{Action, Face, NewCaseEvent};
use touchbase::domain::day::{Moment, Now};
use touchbase::domain::policy;
use touchbase::domain::words::*;
use touchbase::domain::zone::Holidays;
use touchbase::i18n::{Lang, Words};
use touchbase::interchange::record::Kind;
use touchbase::interchange::{ImportOptions, Report};
use touchbase::portfolio::Clocks;
use touchbase::portfolio::export::export;
use touchbase::portfolio::import::{Imported, run};
use touchbase::store::{Store, Which};

/// Monday, 23 November 2026, 09:04 in Shanghai.
fn now() -> Now {
    Now { instant: Moment(1_795_395_840), zone: chrono_tz::Asia::Shanghai }
}

fn store() -> Store {
    Store::open_memory(now().zone).unwrap()
}

fn import_as(store: &mut Store, text: &str, kind: Option<Kind>) -> Imported {
    let options = ImportOptions { kind, ..ImportOptions::default() };
    run(store, text.as_bytes(), "cases.csv", &options, &now(), &mut |_, _| true).unwrap()
}

fn import(store: &mut Store, text: &str) -> Imported {
    import_as(store, text, None)
}

fn figures(report: &Report) -> (usize, usize, usize, usize) {
    (report.created, report.updated, report.unchanged, report.rejected.len())
}

fn clocks() -> Clocks {
    Clocks::of_policy(&policy::parse(policy::AGENCY).unwrap(), &[], &Holidays::default())
}

fn csv(store: &Store) -> String {
    let mut out = Vec::new();
    export(store, Kind::Complaints, None, &clocks(), &now()).unwrap().csv(now().zone, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn json(store: &Store) -> serde_json::Value {
    export(store, Kind::Complaints, None, &clocks(), &now()).unwrap().json(now().zone)
}

fn said(report: &Report) -> String {
    let words = Words::load(Lang::En);
    report.lines().iter().map(|line| words.say(line, &now())).collect::<Vec<_>>().join("\n")
}

const OWN: &str = "client,kind,opened,text,cause,status\n\
    Northstar Media,complaint,2026-11-20T17:34:00+08:00,\"Print again off, third time\",quality,registered\n\
    Northstar Media,support,2026-11-02T10:00:00+08:00,Upload fails,,closed\n\
    Harbor & Sons,conflict,2026-10-01T09:00:00+08:00,=SUM(A1:A9),own cause,proposed\n";

#[test]
fn own_headings_come_back_as_they_went_out() {
    let mut first = store();
    let report = import(&mut first, OWN).report;
    assert_eq!((report.kind, figures(&report)), (Kind::Complaints, (3, 0, 0, 0)), "{}", said(&report));
    assert_eq!(report.made_by_name, ["Northstar Media", "Harbor & Sons"]);
    let out = csv(&first);
    assert!(out.starts_with("client,kind,opened,text,cause,status\n"), "{out}");
    let mut second = store();
    assert_eq!(figures(&import(&mut second, &out).report), (3, 0, 0, 0));
    assert_eq!(csv(&second), out, "export, import, export: the same bytes");
}

#[test]
fn a_list_imported_twice_changes_nothing() {
    for text in [OWN, "客户,类型,提出时间,内容,原因,状态\n海川阀门,投诉,2026-11-20,印刷第三次出错,质量,已结案\n"]
    {
        let mut store = store();
        import(&mut store, text);
        let again = import(&mut store, text);
        assert_eq!(again.op, None, "{}", said(&again.report));
        assert_eq!(again.report.unchanged, text.lines().count() - 1);
        // What went on since belongs to the case and makes it no other one.
        let out = csv(&store);
        assert_eq!(figures(&import(&mut store, &out).report), (0, 0, text.lines().count() - 1, 0));
    }
}

#[test]
fn two_equal_lines_are_two_cases() {
    let mut store = store();
    let twice = "client,kind,opened,text,cause,status\nA,complaint,2026-11-20T10:00,again,,closed\nA,complaint,2026-11-20T10:00,again,,closed\n";
    assert_eq!(figures(&import(&mut store, twice).report), (2, 0, 0, 0));
    assert_eq!(figures(&import(&mut store, twice).report), (0, 0, 2, 0));
}

#[test]
fn chinese_lists_are_known_and_their_words_read() {
    let mut store = store();
    let report = import(
        &mut store,
        "客户名称,投诉类型,投诉时间,投诉内容,原因,处理状态,联系人,诉求\n\
         海川阀门,投诉,2026-11-20 17:34,印刷第三次出错,产品质量,处理中,王总,免费重印\n\
         绿叶科技,技术支持,2026/11/02,上传失败,网络,已回访,,\n",
    )
    .report;
    assert_eq!((report.kind, figures(&report)), (Kind::Complaints, (2, 0, 0, 0)), "{}", said(&report));
    let cases = json(&store);
    let field = |n: usize, name: &str| cases[n][name].as_str().unwrap_or_default().to_owned();
    assert_eq!(
        (field(0, "kind"), field(0, "cause"), field(0, "status")),
        ("complaint".into(), "quality".into(), "acknowledged".into())
    );
    assert_eq!((field(0, "opened"), field(0, "person")), ("2026-11-20T17:34:00+08:00".into(), "王总".into()));
    assert_eq!(field(0, "demand"), "免费重印");
    assert_eq!(
        (field(1, "kind"), field(1, "cause"), field(1, "status")),
        ("support".into(), "网络".into(), "followed-up".into())
    );
    assert_eq!(field(1, "opened"), "2026-11-02T09:00:00+08:00", "a day alone is its opening");
    assert!(said(&report).contains("One case has a day without a time"), "{}", said(&report));
}

#[test]
fn lists_of_other_programs_keep_what_is_not_understood() {
    let mut store = store();
    let report = import(
        &mut store,
        "Ticket ID,Company,Subject,Type,Created at,Status,Priority\n\
         17,Northstar,Proof is wrong,Incident,2026-11-19 10:12,Escalated,high\n\
         18,Northstar,Price list?,Question,2026-11-18 09:00,Solved,\n\
         ,,,,,,\n\
         19,,No company,Question,2026-11-18 09:00,Solved,\n",
    )
    .report;
    assert_eq!((report.kind, figures(&report)), (Kind::Complaints, (2, 0, 0, 1)), "{}", said(&report));
    let cases = json(&store);
    assert_eq!((cases[1]["kind"].as_str(), cases[1]["status"].as_str()), (Some("support"), Some("registered")));
    let note = cases[1]["events"][0]["text"].as_str().unwrap();
    assert_eq!(note, "Ticket ID: 17\nPriority: high\nStatus: Escalated");
    assert_eq!((cases[0]["kind"].as_str(), cases[0]["status"].as_str()), (Some("enquiry"), Some("resolved")));
    assert!(said(&report).contains("One case does not say where it stands"), "{}", said(&report));
    // What was taken over answered has no first clock, and nobody knows how long it took.
    assert!(cases[0]["first_response"].is_null());
    assert_eq!(cases[1]["first_response"]["limit"].as_str(), Some("2h business"));
}

#[test]
fn an_own_list_refuses_what_it_cannot_read_and_says_where() {
    let mut store = store();
    let report = import(
        &mut store,
        "client,kind,opened,text,cause,status\n\
         A,complaint,2026-11-20T10:00,fine,,closed\n\
         A,grumble,2026-11-20T10:00,kind,,closed\n\
         A,complaint,2026-11-20T10:00,status,,nearly\n\
         A,complaint,someday,date,,closed\n\
         A,complaint,2027-01-01,ahead,,closed\n\
         A,complaint,2026-11-20T10:00,,,closed\n\
         ,complaint,2026-11-20T10:00,nobody,,closed\n",
    )
    .report;
    assert_eq!(figures(&report), (1, 0, 0, 6));
    assert_eq!(report.exit(), 4);
    let lines: Vec<u64> = report.rejected.iter().map(|r| r.line).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 8]);
    assert!(said(&report).contains("grumble") && said(&report).contains("nearly"), "{}", said(&report));
}

#[test]
fn hostile_cells_stay_what_they_are() {
    let text = "client,kind,opened,text,cause,status\n\
        \"'=cmd|x\",complaint,2026-11-20T10:00:00+08:00,\"\u{1b}[31mred\u{7}\n\"\"quoted\"\", and; more\",\"@cause\",closed\n\
        ＝Ｘ,enquiry,2026-11-20T10:00:00+08:00,'-1,,registered\n\
        海川 👩‍👩‍👧,suggestion,1999-12-31T23:59:59+08:00,\u{202e}right to left,,closed\n";
    let mut first = store();
    let report = import(&mut first, text).report;
    assert_eq!(figures(&report), (3, 0, 0, 0), "{}", said(&report));
    let cases = json(&first);
    assert_eq!(cases[0]["text"].as_str(), Some("\u{1b}[31mred\u{7}\n\"quoted\", and; more"));
    let out = csv(&first);
    for line in out.lines() {
        assert!(!line.split(',').any(|cell| cell.starts_with(['=', '+', '-', '@'])), "no formula leaves: {line}");
    }
    let mut second = store();
    import(&mut second, &out);
    assert_eq!(csv(&second), out);
}

#[test]
fn an_import_of_cases_is_one_step_and_an_unknown_client_is_made_for_it() {
    let mut store = store();
    let imported = import(&mut store, OWN);
    assert!(said(&imported.report).contains("Harbor & Sons"));
    let first_day = |store: &Store| {
        let mut days = Vec::new();
        store.stream(&Which::All, &mut |rows| days.push(rows.client.since.to_string())).unwrap();
        days
    };
    assert_eq!(first_day(&store), ["2026-11-02", "2026-10-01"], "there from the first thing known of them");
    store.undo(None, &now(), Face::Cli).unwrap();
    assert!(json(&store).as_array().unwrap().is_empty());
    assert!(store.names().unwrap().is_empty());
}

#[test]
fn a_list_can_be_named_and_mapped_where_nothing_tells_what_it_is() {
    let mut store = store();
    let plain = "客户,日期,描述\n海川阀门,2026-11-20,印刷第三次出错\n";
    assert_eq!(import(&mut store, plain).report.kind, Kind::Clients, "a date and a description are no case");
    let mut store = self::store();
    let report = import_as(&mut store, plain, Some(Kind::Complaints)).report;
    assert_eq!((report.kind, figures(&report)), (Kind::Complaints, (1, 0, 0, 0)));
    let mapped = ImportOptions {
        kind: Some(Kind::Complaints),
        map: [("text", "Was"), ("opened", "Wann"), ("client", "Wer")].map(|(f, h)| (f.to_owned(), h.to_owned())).into(),
        ..ImportOptions::default()
    };
    let file = b"Wer,Wann,Was\nAlder,2026-11-20,broken\n";
    let report = run(&mut store, file, "f", &mapped, &now(), &mut |_, _| true).unwrap().report;
    assert_eq!(figures(&report), (1, 0, 0, 0));
}

#[test]
fn the_whole_case_is_in_the_json() {
    let mut store = store();
    import(
        &mut store,
        "client,kind,opened,text,cause,status\nAlder,complaint,2026-11-23T08:30:00+08:00,broken,quality,registered\n",
    );
    let mut case = None;
    store.stream(&Which::All, &mut |rows| case = rows.complaints.first().map(|c| c.id)).unwrap();
    let event = |kind, text: &str| {
        Action::LogCase(Box::new(NewCaseEvent {
            complaint: case.unwrap(),
            kind,
            at: now().instant,
            text: Some(text.into()),
            rating: None,
            promised: (kind == CaseEventKind::Propose).then(|| Moment(now().instant.0 + 3600)),
            channel: None,
            minutes: Some(5),
            corrects: None,
            fulfils: None,
        }))
    };
    for action in [event(CaseEventKind::Acknowledge, "sorry"), event(CaseEventKind::Propose, "a new one")] {
        store.apply(&action, &now(), Face::Cli).unwrap();
    }
    let cases = json(&store);
    let case = &cases[0];
    assert_eq!((case["no"].as_i64(), case["status"].as_str()), (Some(1), Some("proposed")));
    assert_eq!(case["first_response"]["due"].as_str(), Some("2026-11-23T11:00:00+08:00"), "two hours of work from the opening");
    assert_eq!(case["first_response"]["met"].as_bool(), Some(true));
    assert_eq!(case["events"][1]["text"].as_str(), Some("a new one"));
    assert_eq!(case["events"][1]["promised"].as_str(), Some("2026-11-23T10:04:00+08:00"));
    assert_eq!(case["evidence"], serde_json::json!([]));
    assert!(csv(&store).contains(",proposed\n"), "{}", csv(&store));
}
