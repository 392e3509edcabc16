//! The weeks around the Spring Festival of 2026, day by day, as the real program tells them: what is worked, when contacts fall due, when
//! limits of cases run out, what a leave inside holds. The holidays are those the State Council published; 2027 is made up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::Cli;
use serde_json::Value;
use touchbase::domain::day::Day;
use touchbase::domain::zone::{Holidays, Hours, Mark, WorkingTime};

fn feb(day: u32) -> Day {
    Day::ymd(2026, 2, day).unwrap()
}

/// A book in Shanghai with one client of tier A under `agency`: call every 7 days, grace 1; visit every month, grace 5.
fn book() -> Cli {
    let mut cli = Cli::new();
    cli.at("2026-01-05T09:00:00+08:00");
    cli.client("Acme", &["--since", "2026-01-05"]);
    cli.ok(&["policy", "use", "agency"]);
    cli.ok(&["client", "pin", "Acme", "A", "-m", "largest"]);
    cli
}

/// Due and overdue day of a requirement after a visit on this day; later visits follow in the same book.
fn after_visit(cli: &mut Cli, on: &str, channel: &str) -> (String, String) {
    cli.at(&format!("{on}T10:00:00+08:00"));
    cli.ok(&["log", "Acme", "visit"]);
    due(cli, channel)
}

fn due(cli: &Cli, channel: &str) -> (String, String) {
    let told = cli.json(&["explain", "Acme"]);
    let of = told["due"]["numbers"].as_array().unwrap().iter().find(|r| r["channel"] == channel).unwrap().clone();
    (of["due"].as_str().unwrap().to_owned(), of["overdue_from"].as_str().unwrap().to_owned())
}

fn pair(due: &str, overdue: &str) -> (String, String) {
    (due.to_owned(), overdue.to_owned())
}

/// First answer and solution of a case opened at a moment, without their zone.
fn limits(cli: &mut Cli, opened: &str) -> (String, String) {
    cli.at(&format!("{opened}:00+08:00"));
    let case = cli.json(&["complaint", "open", "Acme", "-m", "late"]);
    let of = |clock: &str| {
        let at = case[clock]["due"].as_str().unwrap();
        assert!(at.ends_with(":00+08:00"), "{at}");
        at[5..16].replace('T', " ")
    };
    (of("first_response"), of("solution"))
}

#[test]
fn s022_every_day_from_9_february_to_6_march_2026() {
    let time = WorkingTime::new(Hours::default(), &[], Holidays::builtin("CN").unwrap());
    // Monday 9 February first; `w` worked, `M` a make-up Saturday, `o` off by the festival, `.` an ordinary weekend.
    let weeks = ["wwwwwMo", "ooooooo", "owwwwM.", "wwwww"];
    for (n, what) in weeks.concat().chars().enumerate() {
        let day = feb(9).plus(n as i32);
        assert_eq!(time.is_working(day), matches!(what, 'w' | 'M'), "{}", day.date());
        let mark = match what {
            'M' => Some((Mark::Work, "春节")),
            'o' => Some((Mark::Off, "春节")),
            _ => None,
        };
        assert_eq!(time.mark(day), mark, "{}", day.date());
        assert_eq!(time.opening(day).to_string(), "09:00:00", "a make-up Saturday opens like a Monday");
    }
    assert_eq!(time.working_days_between(feb(8), feb(28).plus(6)), 16);
    assert_eq!((time.next_working(feb(15)), time.add_working(feb(13), 2)), (feb(24), feb(24)));
    assert_eq!(time.missing_years(feb(1), feb(28)), Vec::<i32>::new());
}

#[test]
fn s024_weekly_calls_and_their_grace_step_over_the_festival() {
    let mut cli = book();
    // A month after 16 January is in the festival; five working days of grace from the 24th are 25, 26, 27, 28 February and 2 March.
    assert_eq!(after_visit(&mut cli, "2026-01-16", "visit"), pair("2026-02-24", "2026-03-03"));
    // A week later is the Friday before; one working day of grace is the make-up Saturday.
    assert_eq!(after_visit(&mut cli, "2026-02-06", "call"), pair("2026-02-13", "2026-02-15"));
    // A week later is the make-up Saturday, which is worked; its grace is the first day back.
    assert_eq!(after_visit(&mut cli, "2026-02-07", "call"), pair("2026-02-14", "2026-02-25"));
    // Every day of the following week comes due in the holidays, and moves to the Tuesday after them.
    for on in ["2026-02-08", "2026-02-09", "2026-02-12", "2026-02-13", "2026-02-14", "2026-02-16"] {
        assert_eq!(after_visit(&mut cli, on, "call"), pair("2026-02-24", "2026-02-26"), "{on}");
    }
    assert_eq!(after_visit(&mut cli, "2026-02-18", "call"), pair("2026-02-25", "2026-02-27"));
    // Friday 27: one working day of grace is the second make-up Saturday, not Monday.
    assert_eq!(after_visit(&mut cli, "2026-02-20", "call"), pair("2026-02-27", "2026-03-01"));
    assert_eq!(after_visit(&mut cli, "2026-02-21", "call"), pair("2026-02-28", "2026-03-03"));
    assert_eq!(after_visit(&mut cli, "2026-02-22", "call"), pair("2026-03-02", "2026-03-04"));
}

#[test]
fn s074_limits_of_complaints_over_the_festival() {
    let mut cli = book();
    // 30 minutes on Friday evening, an hour and a half on the make-up Saturday.
    assert_eq!(limits(&mut cli, "2026-02-13T17:30"), ("02-14 10:30".into(), "02-14 17:30".into()));
    // A day later is in the holidays: the solution is wanted when the office opens again.
    assert_eq!(limits(&mut cli, "2026-02-14T10:00"), ("02-14 12:00".into(), "02-24 09:00".into()));
    // One hour before the last closing, one after the first opening.
    assert_eq!(limits(&mut cli, "2026-02-14T17:00"), ("02-24 10:00".into(), "02-24 09:00".into()));
    // In the middle of the holidays the business clock has not begun.
    assert_eq!(limits(&mut cli, "2026-02-20T11:00"), ("02-24 11:00".into(), "02-24 09:00".into()));
    // On the last day off 24 hours end inside the first day back.
    assert_eq!(limits(&mut cli, "2026-02-23T15:00"), ("02-24 11:00".into(), "02-24 15:00".into()));
    // The evening before the second make-up Saturday; after it the weekend has one day.
    assert_eq!(limits(&mut cli, "2026-02-27T17:00"), ("02-28 10:00".into(), "02-28 17:00".into()));
    assert_eq!(limits(&mut cli, "2026-02-28T16:30"), ("03-02 09:30".into(), "03-02 09:00".into()));
}

#[test]
fn s022_without_the_holidays_the_same_days_are_ordinary() {
    let cli = book();
    cli.file("config/touchbase/config.toml", "holidays = \"none\"\n");
    let mut cli = cli;
    cli.at("2026-02-09T10:00:00+08:00");
    cli.ok(&["log", "Acme", "visit"]);
    assert_eq!(due(&cli, "call"), pair("2026-02-16", "2026-02-18"));
}

fn inside(added: &Value) -> Vec<String> {
    let item =
        |i: &Value| format!("{} {} {}", i["date"].as_str().unwrap(), i["kind"].as_str().unwrap(), i["text"].as_str().unwrap());
    added["inside"]["items"].as_array().unwrap().iter().map(item).collect()
}

#[test]
fn s022_a_leave_that_begins_in_the_festival() {
    let mut cli = book();
    cli.at("2026-02-09T10:00:00+08:00");
    cli.ok(&["log", "Acme", "visit"]);
    cli.at("2026-02-14T10:00:00+08:00");
    cli.ok(&["complaint", "open", "Acme", "-m", "the sign is crooked"]);
    cli.ok(&["appointment", "add", "Acme", "visit", "2026-02-26 15:00", "--place", "their office"]);
    cli.ok(&["task", "add", "Acme", "send the drawing", "--due", "2026-02-25"]);
    cli.ok(&["task", "add", "Acme", "the photos", "--waiting", "--due", "2026-02-24"]);
    cli.ok(&["task", "add", "Acme", "before", "--due", "2026-02-20"]);
    cli.ok(&["engagement", "add", "Acme", "Retainer", "--notice", "2026-02-27", "--end", "2026-03-31"]);
    assert_eq!(due(&cli, "call"), pair("2026-02-24", "2026-02-26"));
    let added = cli.json(&["leave", "add", "2026-02-21", "2026-02-27", "-m", "family"]);
    assert_eq!(
        inside(&added),
        [
            "2026-02-24 owed the photos",
            "2026-02-24 limit the sign is crooked",
            "2026-02-25 promise send the drawing",
            "2026-02-26 appointment their office",
            "2026-02-27 renewal Retainer",
        ]
    );
    assert_eq!(added["inside"]["items"][1]["at"], "2026-02-24T09:00:00+08:00");
    assert_eq!(added["inside"]["contacts"], 0, "the agreed visit is the call, too");
    // The plan waits until the make-up Saturday after the leave. Nobody stops a case's clock by going away.
    cli.ok(&["appointment", "cancel", "Acme"]);
    assert_eq!(due(&cli, "call"), pair("2026-02-28", "2026-03-03"));
    let case = &cli.json(&["complaint", "list"])[0];
    assert_eq!(case["solution"]["due"], "2026-02-24T09:00:00+08:00");
    // Taken back, everything is as it was.
    cli.ok(&["leave", "remove", "2026-02-24"]);
    assert_eq!(due(&cli, "call"), pair("2026-02-24", "2026-02-26"));
}

#[test]
fn s022_a_leave_says_in_words_what_lies_inside() {
    let mut cli = book();
    cli.at("2026-02-14T10:00:00+08:00");
    assert_eq!(cli.ok(&["leave", "add", "2026-03-14"]).lines().count(), 1, "nothing inside, nothing said");
    cli.ok(&["task", "add", "Acme", "send\tthe \u{1b}[31mdrawing", "--due", "2026-02-25"]);
    cli.ok(&["log", "Acme", "visit"]);
    let said = cli.ok(&["leave", "add", "2026-02-24", "2026-02-27"]);
    assert!(said.contains("Inside: 1 thing with a date; 1 contact will wait."), "{said}");
    assert!(said.contains("promise") && said.contains("Acme") && !said.contains('\u{1b}'), "{said}");
    cli.ok(&["undo"]);
    cli.speak("zh-CN");
    let said = cli.ok(&["leave", "add", "2026-02-24", "2026-02-27"]);
    assert!(said.contains("期间：1 件事，1 次沟通要顺延。") && said.contains("承诺"), "{said}");
    // So far ahead nobody can say how many contacts; a leave of a lifetime is looked through all the same.
    let far = cli.json(&["leave", "add", "2027-08-01", "2199-08-01"]);
    assert_eq!(far["inside"], serde_json::json!({ "contacts": null, "items": [] }));
}

#[test]
fn s022_an_imported_year_moves_what_is_due_over_its_new_year() {
    let mut cli = book();
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/holidays/cn-2027.ics");
    // A call of 29 January 2027: without data Friday 5 February is an ordinary day.
    cli.at("2027-01-29T10:00:00+08:00");
    cli.ok(&["log", "Acme", "visit"]);
    assert_eq!(due(&cli, "call"), pair("2027-02-05", "2027-02-09"));
    let ran = cli.run(&["holidays", "import", plan]);
    assert_eq!(ran.code, 4, "one of its events has a time of day: {}", ran.out);
    // 5 to 12 February are off, the 13th and 14th are a weekend; a working day of grace, and then the 17th.
    assert_eq!(due(&cli, "call"), pair("2027-02-15", "2027-02-17"));
    cli.at("2027-02-04T17:30:00+08:00");
    let case = cli.json(&["complaint", "open", "Acme", "-m", "late"]);
    assert_eq!(case["first_response"]["due"], "2027-02-15T10:30:00+08:00");
    assert_eq!(case["solution"]["due"], "2027-02-15T09:00:00+08:00");
    // A make-up Saturday of the imported year is worked.
    cli.at("2027-02-13T10:00:00+08:00");
    cli.ok(&["log", "Acme", "visit"]);
    assert_eq!(due(&cli, "call"), pair("2027-02-20", "2027-02-23"));
    cli.ok(&["holidays", "remove", "2027"]);
    assert_eq!(due(&cli, "call"), pair("2027-02-22", "2027-02-24"));
    cli.ok(&["undo"]);
    assert_eq!(due(&cli, "call"), pair("2027-02-20", "2027-02-23"));
}
