//! Complaints on the screen: the tab, the sheet of a case at every stage, Today's rows, the brief; in both languages and at every size,
//! with hostile text, and as still as the minute.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use screen_fixture::*;
use std::collections::HashMap;
use touchbase::domain::action::{Action, ComplaintChanges, NewEvidence, NewImprovement};
use touchbase::domain::complaint::Rating;
use touchbase::domain::day::{Moment, Now};
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::portfolio::evidence::fingerprint;
use touchbase::store::SqlValue;
use touchbase::tui::run::Screen;

const SIZES: [(u16, u16); 3] = [(60, 18), (100, 30), (200, 60)];
const PROOF: &str = "tests/data/cases/proof.txt";

/// A case in every state on Monday 23 November 2026, 09:04.
fn cases() -> Maker {
    let mut m = book();
    let ids = ids(&m);
    let of = |name: &str| ids[name];
    let (northstar, harbor, yuanshan) = (of("Northstar Media"), of("Harbor & Sons"), of("远山设计"));
    let (lotus, delta, kite) = (of("Lotus Spa"), of("Delta Foods"), of("Kite Labs"));
    let (orchid, alder) = (of("Orchid Print"), of("Alder Books"));
    use CaseEventKind::*;
    // 1: nobody has answered, since Friday evening.
    m.case(northstar, "2026-11-20 17:34", "third typo in print", |c| {
        c.channel = Some(Channel::Email);
        c.cause = Some("quality".into());
        c.tier = Some(Tier::A);
    });
    // 2: a limit is broken; tried, answered too late, evidence gone and changed.
    let broken = m.case(yuanshan, "2026-11-18 10:00", "名片颜色印错，客户要求重印", |c| {
        c.demand = Some("周三前重印一千张".into());
        c.cause = Some("delivery".into());
    });
    m.event(broken, Attempt, "2026-11-18 11:00", "", |e| e.channel = Some(Channel::Call));
    let answered = m.event(broken, Acknowledge, "2026-11-18 16:10", "道歉", |e| e.channel = Some(Channel::Call));
    m.event(broken, Acknowledge, "2026-11-18 16:10", "道歉，说明流程", |e| {
        (e.channel, e.minutes, e.corrects) = (Some(Channel::Call), Some(12), Some(answered));
        e.promised = Some(moment("2026-11-20 18:00"));
    });
    let found = fingerprint(PROOF.as_ref()).unwrap();
    for (path, sha256) in
        [(PROOF, found.sha256.clone()), (PROOF, "0".repeat(64)), ("/nonexistent/photo of the print.jpg", "9f".repeat(32))]
    {
        let evidence = NewEvidence {
            complaint: broken,
            path: path.into(),
            size: found.size,
            sha256,
            note: Some("from the client".into()),
        };
        m.act(Action::AddEvidence(Box::new(evidence)), "2026-11-18 16:30");
    }
    // 3: the client has to do something first.
    let waiting = m.case(lotus, "2026-11-19 09:10", "how do we change the opening hours on the site?", |c| {
        (c.kind, c.channel) = (ComplaintKind::Enquiry, Some(Channel::Message));
    });
    m.event(waiting, Acknowledge, "2026-11-19 09:40", "", |e| e.channel = Some(Channel::Message));
    m.event(waiting, Waiting, "2026-11-19 09:50", "the password of the site", |_| {});
    // 4: offered, refused, offered again.
    let offered = m.case(harbor, "2026-11-20 09:00", "the trucks came back with the wrong blue", |c| c.complex = true);
    m.event(offered, Acknowledge, "2026-11-20 09:30", "", |e| e.channel = Some(Channel::Call));
    m.event(offered, Propose, "2026-11-20 10:00", "a discount of ten percent", |_| {});
    m.event(offered, Reject, "2026-11-20 11:00", "wants it done again", |_| {});
    m.event(offered, Propose, "2026-11-20 15:00", "new film by Thursday", |e| {
        e.promised = Some(moment("2026-11-26 18:00"));
    });
    // 5: refused, the clock runs on.
    let refused = m.case(kite, "2026-11-20 14:00", "the newsletter went out twice", |_| {});
    m.event(refused, Acknowledge, "2026-11-20 14:20", "", |e| e.channel = Some(Channel::Call));
    m.event(refused, Propose, "2026-11-20 15:00", "an apology to the readers", |_| {});
    m.event(refused, Reject, "2026-11-20 16:30", "", |_| {});
    // 6: put right, to be asked today.
    let resolved = m.case(delta, "2026-11-16 10:00", "photos of last year in the catalogue", |_| {});
    m.event(resolved, Acknowledge, "2026-11-16 10:30", "", |e| e.channel = Some(Channel::Call));
    m.event(resolved, Resolve, "2026-11-18 12:00", "new proof, approved", |_| {});
    m.act(remedy(resolved, 120_000), "2026-11-18 12:30");
    // 7: closed with a mark, after one round of negotiation.
    let closed = m.case(orchid, "2026-11-02 10:00", "a page was missing", |c| c.cause = Some("quality".into()));
    m.event(closed, Acknowledge, "2026-11-02 10:20", "", |e| e.channel = Some(Channel::Call));
    m.event(closed, Propose, "2026-11-02 12:00", "reprint", |_| {});
    m.event(closed, Reject, "2026-11-02 14:00", "too late", |_| {});
    m.event(closed, Resolve, "2026-11-03 12:00", "reprint and courier", |_| {});
    m.event(closed, FollowUp, "2026-11-06 10:00", "", |e| e.rating = Some(Rating::Mark(4)));
    m.event(closed, Close, "2026-11-06 10:01", "", |_| {});
    // 8: closed without a mark.
    let silent = m.case(alder, "2026-10-05 10:00", "link does not work", |c| c.kind = ComplaintKind::Support);
    m.event(silent, Resolve, "2026-10-05 11:00", "", |_| {});
    m.event(silent, Close, "2026-10-12 11:00", "", |e| e.rating = Some(Rating::Unreachable));
    // 9: a conflict between two clients.
    m.case(kite, "2026-11-23 08:50", "they both claim the slogan", |c| {
        (c.kind, c.other, c.mediator) = (ComplaintKind::Conflict, Some(orchid), Some("Ms Gu of the chamber".into()));
    });
    let improvement = |cause: &str, text: &str, owner: Option<&str>, due: Option<&str>| {
        Action::AddImprovement(Box::new(NewImprovement {
            cause: cause.into(),
            text: text.into(),
            owner: owner.map(str::to_owned),
            due: due.map(day),
        }))
    };
    let ids = m.act(improvement("quality", "a second pair of eyes before print", Some("Lin"), None), "2026-11-03 09:00");
    let done = ids.iter().find(|(what, _)| *what == "improvement").unwrap().1;
    m.act(Action::DoneImprovement { improvement: done }, "2026-11-10 09:00");
    m.act(improvement("delivery", "colour proof before each run", None, Some("2026-11-23")), "2026-11-19 09:00");
    m
}

/// The ids of the clients by their names.
fn ids(m: &Maker) -> HashMap<String, Id> {
    let mut out = HashMap::new();
    let mut each = |_: &[String], row: &[SqlValue]| {
        if let [SqlValue::Text(name), SqlValue::Int(id)] = row {
            out.insert(name.clone(), Id(*id));
        }
        true
    };
    m.store.query("SELECT name, id FROM client", &[], &mut each).unwrap();
    out
}

fn remedy(complaint: Id, minor: i64) -> Action {
    Action::EditComplaint {
        complaint,
        changes: Box::new(ComplaintChanges {
            remedy: Some(Some(Money { minor, currency: Currency::CNY })),
            ..ComplaintChanges::default()
        }),
    }
}

fn on_cases(lang: Lang, size: (u16, u16)) -> Driver {
    Driver::open(cases().store, lang, size, monday())
}

/// One scene in one language at the three sizes.
fn scene(name: &str, keys: &str) {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| on_cases(lang, size).keys(keys).picture());
        insta::assert_snapshot!(format!("{name}_{}", lang.tag()), pictures.join("\n"));
    }
}

/// Brings the selection to a case by its number.
fn go_to(d: &mut Driver, no: i64) {
    d.keys("g");
    for _ in 0..40 {
        if d.book.model.case().is_some_and(|c| c.row.no == no) {
            return;
        }
        d.keys("j");
    }
    panic!("case {no} is not in the list\n{}", d.picture());
}

/// The sheet of one case, over the whole width.
fn sheet(no: i64, lang: Lang) -> String {
    let mut d = on_cases(lang, (60, 50));
    d.keys("4");
    go_to(&mut d, no);
    d.keys("Enter");
    d.picture()
}

#[test]
fn s138_complaints_stand_on_top_of_today_with_their_clocks() {
    scene("today", "");
}

#[test]
fn s077_the_tab_of_complaints() {
    scene("tab", "4");
}

#[test]
fn s084_the_sheet_at_every_stage() {
    for lang in Lang::ALL {
        for (name, no) in [
            ("registered", 1),
            ("broken", 2),
            ("waiting", 3),
            ("offered", 4),
            ("refused", 5),
            ("follow_up", 6),
            ("closed", 7),
            ("conflict", 9),
        ] {
            insta::assert_snapshot!(format!("sheet_{name}_{}", lang.tag()), sheet(no, lang));
        }
    }
}

#[test]
fn s079_an_offer_is_dated_when_it_was_made_whatever_was_said_since() {
    let mut m = Maker::new();
    let client = m.client("Northstar Media", |_| {});
    let case = m.case(client, "2026-11-20 09:00", "third typo in print", |_| {});
    m.event(case, CaseEventKind::Propose, "2026-11-20 15:10", "", |_| {});
    m.event(case, CaseEventKind::Acknowledge, "2026-11-20 16:40", "", |_| {});
    let mut d = Driver::open(m.store, Lang::En, (60, 50), monday());
    let picture = d.keys("4 Enter").picture();
    assert!(picture.contains("offered Fri 15:10, they decide"), "{picture}");
}

#[test]
fn s074_the_client_waits_since_it_is_the_users_turn_and_not_at_all_while_it_is_theirs() {
    for (no, watch, open) in [
        (1, Some("on their watch 63 h since Fri 17:34"), None),
        (5, Some("on their watch 64 h since Fri 16:30"), Some("open since Fri 14:00")),
        (4, None, Some("open since Fri 09:00")),
    ] {
        let picture = sheet(no, Lang::En);
        assert_eq!(picture.contains("on their watch"), watch.is_some(), "{picture}");
        assert!(watch.is_none_or(|words| picture.contains(words)), "{picture}");
        assert_eq!(picture.contains("open since"), open.is_some(), "{picture}");
        assert!(open.is_none_or(|words| picture.contains(words)), "{picture}");
    }
}

#[test]
fn s139_an_improvement_whose_cause_came_back() {
    for lang in Lang::ALL {
        let mut d = on_cases(lang, (100, 30));
        d.keys("4");
        while d.book.model.improvement().is_none() {
            d.keys("j");
        }
        insta::assert_snapshot!(format!("improvement_{}", lang.tag()), d.picture());
        // It is a task: done in one key, and it names what it is about.
        d.keys("d");
        assert!(d.said().contains(if lang == Lang::En { "Improvement done" } else { "改进措施已完成" }), "{}", d.said());
    }
}

#[test]
fn s082_the_brief_of_a_client_names_its_cases() {
    let mut d = on_cases(Lang::En, (200, 60));
    d.keys("2 / 'orchid' Enter");
    assert!(d.picture().contains("#7 closed Fri 6 Nov, mark 4 of 5, they refused an offer"), "{}", d.picture());
    d.keys("Esc / 'north' Enter");
    assert!(d.picture().contains("#1 complaint, 1h30 left: third typo in print"), "{}", d.picture());
    let row = d.picture().lines().find(|l| l.starts_with('>')).unwrap().to_owned();
    assert!(row.starts_with(">!! "), "{row}");
}

#[test]
fn s081_a_note_on_a_closed_case_asks_nothing() {
    let mut m = Maker::new();
    let client = m.client("Northstar Media", |_| {});
    let case = m.case(client, "2026-11-19 10:00", "third typo in print", |_| {});
    m.event(case, CaseEventKind::Resolve, "2026-11-19 11:00", "", |_| {});
    m.event(case, CaseEventKind::Close, "2026-11-20 11:00", "", |e| e.rating = Some(Rating::Mark(1)));
    let mut d = Driver::open(m.store, Lang::En, (100, 30), monday());
    d.keys("4");
    go_to(&mut d, 1);
    d.keys("n n 'she was calm' Enter");
    assert!(d.said().contains("Noted"), "{}", d.picture());
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
}

#[test]
fn s138_the_foot_of_a_narrow_screen_is_about_the_case() {
    let mut d = on_cases(Lang::En, (60, 18));
    d.keys("4");
    go_to(&mut d, 1);
    let picture = d.picture();
    let foot: Vec<&str> = picture.lines().collect();
    assert!(foot[13].contains("Northstar Media  A=  021 5550 1234"), "{picture}");
    assert!(foot[14].starts_with(" !! by 10:34, 1h30 left  \"third typo"), "{picture}");
}

#[test]
fn the_countdown_is_exact_to_the_minute_and_still_within_it() {
    let mut m = Maker::new();
    let client = m.client("Northstar Media", |_| {});
    m.case(client, "2026-11-20 17:34", "third typo in print", |_| {});
    let mut d = Driver::open(m.store, Lang::En, (80, 24), monday());
    let picture = |d: &mut Driver, second: i64| {
        d.now = Now { instant: Moment(monday().instant.0 + second), zone: ZONE };
        d.draw();
        d.picture()
    };
    let first = picture(&mut d, 0);
    assert!(first.contains("!! 1h30 left case"), "{first}");
    assert!(first.contains("ANSWER  by 10:34, 1h30 left; on their watch 63 h since Fri 17:34"), "{first}");
    for second in [1, 29, 59] {
        assert_eq!(picture(&mut d, second), first, "{second} seconds on");
    }
    assert!(picture(&mut d, 60).contains("by 10:34, 1h29 left"));
    assert!(picture(&mut d, 90 * 60).contains("by 10:34, 0 min left"), "a moment equal to the limit keeps it");
    let late = picture(&mut d, 91 * 60);
    assert!(late.contains("late 1m") && late.contains("late 1 min, was due 10:34"), "{late}");
}

#[test]
fn s138_the_night_after_a_limit_on_working_time_is_late() {
    for (lang, late, before) in
        [(Lang::En, "was due 18:00", "before it was reopened"), (Lang::Zh, "时限是 18:00", "重新打开之前")]
    {
        let mut m = Maker::new();
        let client = m.client("Northstar Media", |_| {});
        m.case(client, "2026-11-23 16:00", "third typo in print", |_| {});
        let mut d = Driver::open(m.store, lang, (60, 50), now("2026-11-23 20:00"));
        let picture = d.keys("4 Enter").picture();
        assert!(picture.contains(late) && !picture.contains(before), "{picture}");
    }
}

#[test]
fn a_case_opened_in_mid_minute_does_not_make_the_frame_restless() {
    let mut m = Maker::new();
    let client = m.client("Restless", |_| {});
    m.case(client, "2026-11-23 09:00", "half past", |c| c.opened = Moment(c.opened.0 + 30));
    let mut d = Driver::open(m.store, Lang::En, (100, 30), now("2026-11-23 09:10"));
    let mut pictures = Vec::new();
    for second in [0, 20, 40, 59] {
        d.now = Now { instant: Moment(now("2026-11-23 09:10").instant.0 + second), zone: ZONE };
        d.draw();
        pictures.push(d.picture());
    }
    assert!(pictures[0].contains("1h50 left"), "{}", pictures[0]);
    assert!(pictures.iter().all(|p| *p == pictures[0]));
}

#[test]
fn a_list_of_ten_thousand_closed_cases_shows_what_one_of_fifty_does() {
    let many = |count: usize| {
        let mut m = Maker::new();
        let client = m.client("Busy", |_| {});
        let open = m.case(client, "2026-11-23 08:00", "the one that burns", |_| {});
        assert!(open.0 > 0);
        // The newest last, so that the top of both lists is the same.
        let begun = |n: usize| moment("2026-01-05 10:00").0 + 60 * n as i64;
        let closed = (0..count).map(|n| {
            let mut new = closed_case(client);
            new.opened = Moment(begun(10_000 - count + n));
            new.text = format!("old {}", 10_000 - count + n);
            Action::OpenComplaint(Box::new(new))
        });
        m.act(Action::Together(closed.collect()), "2026-11-23 08:30");
        let mut d = Driver::open(m.store, Lang::En, (100, 30), monday());
        d.keys("4");
        d.picture()
    };
    // Numbers count up from the opening of each, and so does the rule that counts them: both are left out.
    let same = |picture: String| {
        picture
            .lines()
            .filter(|l| !l.contains(" closed "))
            .map(|l| l.split('#').next().unwrap().to_owned() + l.split("Busy").nth(1).unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let (few, all) = (many(50), many(10_000));
    assert!(all.contains("10000 closed"), "{all}");
    assert!(all.contains("old 9999") && few.contains("old 9999"), "{few}");
    assert_eq!(same(few), same(all));
}

fn closed_case(client: Id) -> touchbase::domain::action::NewComplaint {
    touchbase::domain::action::NewComplaint {
        client,
        person: None,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: moment("2026-01-05 10:00"),
        channel: None,
        text: String::new(),
        demand: None,
        cause: None,
        tier: None,
        other: None,
        mediator: None,
        begun: CaseStatus::Closed,
    }
}

#[test]
fn hostile_text_stays_in_its_row() {
    let hostile = [
        "\u{1b}[31mred\u{1b}]0;title\u{7}".to_owned(),
        "two\nlines\r\tand tabs".to_owned(),
        "\u{202e}evil\u{2066}bidi".to_owned(),
        "x".repeat(10_000),
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}".to_owned(),
        "阀".repeat(10_000),
    ];
    let mut m = Maker::new();
    for text in &hostile {
        let client = m.client(text, |_| {});
        m.pin(client, Tier::A);
        let case = m.case(client, "2026-11-20 10:00", text, |c| {
            c.demand = Some(text.clone());
            c.mediator = Some(text.clone());
            c.cause = Some(text.chars().take(40).collect());
        });
        m.event(case, CaseEventKind::Acknowledge, "2026-11-20 11:00", text, |e| e.channel = Some(Channel::Call));
        m.event(case, CaseEventKind::Propose, "2026-11-20 12:00", text, |_| {});
        let evidence =
            NewEvidence { complaint: case, path: text.clone(), size: 12, sha256: "a1".repeat(32), note: Some(text.clone()) };
        m.act(Action::AddEvidence(Box::new(evidence)), "2026-11-20 12:30");
        let improvement = NewImprovement {
            cause: text.chars().take(40).collect(),
            text: text.clone(),
            owner: Some(text.clone()),
            due: Some(day("2026-11-20")),
        };
        m.act(Action::AddImprovement(Box::new(improvement)), "2026-11-20 12:40");
    }
    for size in SIZES {
        let mut d = Driver::open(m.store, Lang::Zh, size, monday());
        for keys in ["", "4", "j j", "Enter", "J J J J J J J J J J", "Esc Esc G", "k", "Enter", "Esc Esc 2", "Enter"] {
            d.keys(keys);
            for cell in d.terminal.backend().buffer().content() {
                let symbol = cell.symbol();
                let bad = |c: char| c.is_control() || matches!(c as u32, 0x202a..=0x202e | 0x2066..=0x2069);
                assert!(!symbol.chars().any(bad), "{symbol:?}");
                assert!(symbol.chars().count() < 20, "{symbol:?}");
            }
        }
        m.store = d.book.into_store();
    }
}

#[test]
fn rows_hold_only_ascii_and_wide_characters() {
    for lang in Lang::ALL {
        for size in SIZES {
            for keys in ["", "4", "2"] {
                let mut d = on_cases(lang, size);
                d.keys(keys);
                for c in d.picture().chars().filter(|c| !c.is_ascii() && !matches!(c, '─' | '│' | '┬' | '┴')) {
                    assert_eq!(unicode_width::UnicodeWidthChar::width(c), Some(2), "{c:?} in {} after {keys}", lang.tag());
                }
            }
        }
    }
}

#[test]
fn every_size_is_drawn_without_panic() {
    let mut d = on_cases(Lang::Zh, (80, 24));
    for keys in ["", "4", "Enter", "J J", "Esc G"] {
        d.keys(keys);
        for (width, height) in [(0, 0), (1, 1), (59, 17), (60, 18), (61, 19), (99, 18), (100, 18), (101, 80), (250, 18)] {
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            terminal.draw(|frame| d.book.draw(frame, &d.now)).unwrap();
        }
    }
}

#[test]
fn the_tabs_fit_into_sixty_columns() {
    for (lang, wanted) in [(Lang::En, ["4 Cases 6!", "5 Risk 2"]), (Lang::Zh, ["4 投诉 6!", "5 风险 2"])] {
        for keys in ["", "2", "4"] {
            let mut d = on_cases(lang, (60, 18));
            d.keys(keys);
            assert!(wanted.iter().all(|words| d.row(1).contains(words)), "{}", d.row(1));
        }
    }
}
