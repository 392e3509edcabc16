//! The client's own page and the brief beside it: what is shown, what the keys act on, and what happens under it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use touchbase::app::dialog::Dialog;
use touchbase::app::msg::Effect;
use touchbase::app::page::Past;
use touchbase::domain::action::*;
use touchbase::domain::id::Id;
use touchbase::domain::quiet::QuietHours;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::portfolio::timeline::{EventKind, FactRef, Group};

/// The book with a client of whom everything is known: Northstar Media.
fn rich() -> Maker {
    let mut m = book();
    let id = find(&m, "Northstar Media");
    let other = find(&m, "Kite Labs");
    let rival = find(&m, "Orchid Print");
    m.act(
        Action::EditClient {
            client: id,
            fields: vec![
                ClientField::DoNotMention(Some("the cancelled fair".into())),
                ClientField::PreferredChannel(Some(Channel::Call)),
                ClientField::Quiet(QuietHours::new(720, 840)),
                ClientField::ResponseHours(Some(4)),
            ],
            points: vec![],
            tags: vec![],
            why: None,
        },
        "2026-11-20 12:00",
    );
    for (other, kind) in [(other, RelationKind::Conflict), (rival, RelationKind::Competitor)] {
        let relate = Action::Relate { client: id, other, kind, note: Some("same trade fair".into()), on: true };
        m.act(relate, "2026-11-20 12:10");
    }
    m.task(id, "send the two covers", "2026-11-27");
    m.invoice(id, "2025-090", "2025-09-01", "2025-10-01", Some("2025-09-20"), 9_000_000);
    m.invoice(id, "2026-050", "2026-09-15", "2026-10-15", None, 2_400_000);
    for (at, note) in [
        ("2026-02-03 10:00", ""),
        ("2026-02-20 10:00", "sent the plan"),
        ("2026-05-06 11:00", "liked the draft, wants the blue one; asks whether the printer can keep the price of last year"),
        ("2026-08-18 09:30", "on holiday until September"),
    ] {
        m.touch(id, Channel::Call, at, note);
    }
    let survey = NewSurvey {
        client: id,
        person: None,
        kind: SurveyKind::Nps,
        score: 9,
        on: day("2026-06-30"),
        channel: Some(Channel::Call),
        reasons: vec!["fast answers".into(), "good print".into()],
        note: None,
    };
    m.act(Action::AddSurvey(Box::new(survey)), "2026-06-30 12:00");
    m
}

fn find(m: &Maker, name: &str) -> Id {
    m.store.names().unwrap().iter().find(|n| n.name == name).unwrap().id
}

fn open(lang: Lang, size: (u16, u16)) -> Driver {
    Driver::open(rich().store, lang, size, monday())
}

/// The kinds of the events shown.
fn kinds(d: &Driver) -> Vec<EventKind> {
    let page = d.book.model.page.as_ref().unwrap();
    let story = d.book.model.past.of(page.client).unwrap();
    page.shown.iter().map(|n| story.events[*n].kind).collect()
}

const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (200, 60)];

#[test]
fn the_brief_and_the_page() {
    for lang in Lang::ALL {
        for (name, narrow, wide) in
            [("brief", "Enter", ""), ("page", "Enter Enter j j", "Enter j j"), ("marks", "Enter Tab [ [", "Enter [ [")]
        {
            let pictures = SIZES.map(|size| open(lang, size).keys(if size.0 < 100 { narrow } else { wide }).picture());
            insta::assert_snapshot!(format!("{name}_{}", lang.tag()), pictures.join("\n"));
        }
    }
}

#[test]
fn on_a_wide_screen_enter_opens_the_page_at_once_and_esc_leaves_it() {
    let mut d = open(Lang::En, (120, 40));
    assert_eq!(d.who(), "Northstar Media");
    d.keys("Enter");
    let picture = d.picture();
    assert!(picture.contains("[all]") && picture.contains("send the two covers") && picture.contains("REACH"), "{picture}");
    assert!(!picture.contains("Harbor & Sons"), "the list made way:\n{picture}");
    d.keys("Esc");
    assert!(d.book.model.page.is_none() && d.picture().contains("Harbor & Sons"));
    assert_eq!(d.who(), "Northstar Media");
    // The moving keys scroll the brief once it has the focus; Esc first gives that back.
    d.keys("Enter Right j j");
    assert!(d.book.model.brief.scroll > 0);
    d.keys("Esc");
    assert!(d.book.model.page.is_some());
    d.keys("Tab");
    assert!(d.book.model.brief.focus);
    d.keys("Tab h");
    assert!(d.book.model.page.is_none(), "h goes on to the list");
    for key in ["1", "2", "/"] {
        d.keys("Esc 1 Enter").keys(key);
        assert!(d.book.model.page.is_none(), "{key}");
    }
}

#[test]
fn on_a_narrow_screen_the_brief_comes_first_and_esc_goes_back_one_step_at_a_time() {
    for further in ["Enter", "Tab"] {
        let mut d = open(Lang::En, (80, 24));
        d.keys("Enter");
        assert!(d.book.model.brief.open && d.book.model.page.is_none());
        d.keys(further);
        assert!(d.book.model.page.is_some() && d.row(3).contains("Northstar Media"), "{}", d.picture());
        d.keys("Tab");
        assert!(d.book.model.page.is_none() && d.book.model.brief.open && d.picture().contains("REACH"));
        d.keys("Tab Esc");
        assert!(d.book.model.page.is_none() && d.picture().contains("REACH"), "{}", d.picture());
        d.keys("Esc");
        assert!(!d.book.model.brief.open && d.picture().contains("Harbor & Sons"));
        d.keys("Esc");
        assert!(d.book.model.error.is_some(), "Esc never leaves the program");
    }
}

#[test]
fn what_is_ahead_stands_above_today_and_the_cursor_on_what_was_last() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("Enter");
    let picture = d.picture();
    let line = |text: &str| picture.lines().position(|l| l.contains(text)).unwrap_or_else(|| panic!("{text}\n{picture}"));
    let rule = picture.lines().position(|l| l.contains("─ today ─")).unwrap();
    assert!(line("OPEN AND TO COME") < line("10:30 agreed, Gate 4") && line("10:30 agreed") < rule);
    assert!(line("send the two covers") < rule && line("2026-050") < rule);
    assert!(rule < line("budget is approved"));
    let selected = picture.lines().position(|l| l.starts_with('>')).unwrap();
    assert_eq!(selected, rule + 1, "{picture}");
    // Amounts stand at the right edge of the list, one below the other.
    let ends: Vec<usize> = picture
        .lines()
        .filter(|l| l.contains("invoice  2") || l.contains("paid     2"))
        .map(|l| l.split('│').next().unwrap().trim_end().chars().count())
        .collect();
    assert!(ends.len() >= 4 && ends.iter().all(|e| *e == ends[0]), "{ends:?}\n{picture}");
}

#[test]
fn the_kind_filter_turns_round_and_keeps_its_event() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("!").keys("'third typo in print'").keys("Enter Enter G");
    assert_eq!(d.book.model.event().unwrap().kind, EventKind::Status);
    let all = kinds(&d).len();
    let mut seen = 0;
    for group in Group::ALL {
        d.keys("]");
        assert_eq!(d.book.model.page.as_ref().unwrap().kind, Some(group));
        assert!(kinds(&d).iter().all(|k| k.group() == group) && !kinds(&d).is_empty(), "{group:?}");
        seen += kinds(&d).len();
    }
    assert_eq!(seen, all, "every event has its kind");
    d.keys("]");
    assert_eq!(d.book.model.page.as_ref().unwrap().kind, None);
    d.keys("[ [");
    assert_eq!(kinds(&d), [EventKind::Survey]);
    assert!(d.picture().contains("9 of 10") && d.picture().contains("fast answers; good print"), "{}", d.picture());
    d.keys("[");
    assert_eq!(d.book.model.page.as_ref().unwrap().kind, Some(Group::Work));
    // An event that the next filter shows too stays selected.
    let mut d = open(Lang::En, (120, 40));
    d.keys("Enter j j j");
    let here = d.book.model.event().unwrap().clone();
    while d.book.model.page.as_ref().unwrap().kind != Some(here.kind.group()) {
        d.keys("]");
        d.book.model.page.as_ref().unwrap();
    }
    d.keys("[");
    while d.book.model.page.as_ref().unwrap().kind.is_some() {
        d.keys("[");
    }
    let kite = Driver::open(rich().store, Lang::En, (120, 40), monday());
    assert!(kite.book.model.page.is_none());
}

#[test]
fn the_moving_keys_move_in_the_timeline() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("Enter g");
    let at = |d: &Driver| d.book.model.page.as_ref().unwrap().selected;
    let last = kinds(&d).len() - 1;
    for (keys, to) in [("g", 0), ("j Down", 2), ("k Up Up", 0), ("G", last), ("j", last), ("PgUp PgUp", 0), ("PgDn G Home", 0)]
    {
        d.keys(keys);
        assert_eq!(at(&d), to, "{keys}");
        assert_eq!(d.picture().lines().filter(|l| l.starts_with('>')).count(), 1);
    }
    assert_eq!(d.book.model.list().index(), open(Lang::En, (120, 40)).book.model.list().index(), "the list below stays");
}

#[test]
fn e_and_enter_change_the_fact_of_the_line_and_the_brief_the_clients_own() {
    let mut d = open(Lang::En, (120, 40));
    let client = d.book.model.client().unwrap().id();
    for key in ["E", "Enter"] {
        d.keys("Enter g");
        let wanted = d.book.model.event().unwrap().fact;
        assert!(matches!(wanted, Some(FactRef::Invoice(_) | FactRef::Appointment(_))), "{wanted:?}");
        assert_eq!(d.book.model.fact(), wanted);
        d.keys("Right");
        assert_eq!(d.book.model.fact(), Some(FactRef::Client(client)));
        d.keys("Left").keys(key);
        assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Form(_))), "{key}");
        d.keys("Esc Esc");
        assert!(d.book.model.page.is_none());
    }
    // What has no form of its own says so.
    d.keys("Enter");
    while !matches!(d.book.model.event().unwrap().fact, Some(FactRef::Pin(_))) {
        d.keys("j");
    }
    d.keys("E");
    assert!(d.book.model.dialogs.is_empty() && d.book.model.error.is_some() && d.book.model.page.is_some(), "{}", d.said());
}

#[test]
fn actions_are_about_the_pages_client_and_the_page_stays() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("Enter");
    let before = kinds(&d).len();
    d.keys("c ; 'asked for a third cover' Enter c");
    assert!(d.said().contains("Northstar Media"), "{}", d.said());
    assert_eq!(d.who(), "Northstar Media");
    assert!(d.book.model.page.is_some());
    assert!(d.picture().contains("asked for a third cover") && kinds(&d).len() > before, "{}", d.picture());
    // What is due of the client is what `d` and `z` mean, whichever event is selected.
    d.keys("G z 1");
    assert!(d.said().contains("Snoozed") && d.said().contains("Northstar Media"), "{}", d.said());
    d.keys("n t 'call the printer fri' Enter");
    assert!(d.picture().contains("call the printer") && d.book.model.page.is_some());
    d.keys("s 8");
    assert!(kinds(&d).iter().filter(|k| **k == EventKind::Survey).count() == 2, "{}", d.picture());
    d.keys("Space");
    assert!(d.book.model.marks.is_empty() && d.said().contains("marked in the list"), "{}", d.said());
    // A mark in the list does not draw other clients in.
    d.keys("Esc j j j Space k k Enter T c 'quiet year' Enter");
    let pinned = d.book.model.client().unwrap();
    assert_eq!(pinned.tier.label(), "C=", "{}", d.said());
    assert_eq!(d.book.model.marks.len(), 1);
}

#[test]
fn undo_on_the_page_brings_the_timeline_back() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("Enter");
    let before = (kinds(&d), d.picture().lines().skip(3).take(30).map(str::to_owned).collect::<Vec<_>>());
    d.keys("v ; 'signed' Enter v");
    assert!(d.picture().contains("signed"));
    d.keys("u");
    assert!(d.book.model.page.is_some() && d.said().contains("Taken back"), "{}", d.said());
    assert_eq!(before.0, kinds(&d));
    d.keys("g");
    let mut fresh = open(Lang::En, (120, 40));
    fresh.keys("Enter g");
    let lines =
        |d: &Driver| d.picture().lines().skip(3).take(33).map(|l| l.split('│').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&fresh), lines(&d));
}

#[test]
fn a_new_client_typed_on_the_page_stands_in_front() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("Enter n c 'Fresh Corp' Enter");
    assert_eq!(d.who(), "Fresh Corp");
    assert!(d.book.model.page.is_none());
}

#[test]
fn w_explains_the_pages_client() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("2 Enter w");
    let Some(Dialog::Panel(panel)) = d.book.model.dialogs.last() else { panic!("no panel") };
    assert!(!panel.parts.is_empty());
    d.keys("Esc");
    assert!(d.book.model.page.is_some());
}

#[test]
fn a_rung_in_client_is_found_from_the_page() {
    let mut d = open(Lang::En, (120, 40));
    d.keys("Enter / 'alder' Enter c i c");
    assert!(d.said().contains("Alder Books"), "{}", d.said());
}

#[test]
fn what_another_program_wrote_is_read_before_a_key_acts() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.db");
    use touchbase::store::OpenMode;
    let open = |path: &std::path::Path| {
        touchbase::store::Store::open(path, OpenMode::Create { zone: ZONE }, Some(dir.path())).unwrap()
    };
    let mut store = open(&path);
    let add =
        |store: &mut touchbase::store::Store, action: Action, at: &str| store.apply(&action, &now(at), Face::Cli).unwrap();
    let made = add(&mut store, new_client("Delta Foods"), "2026-11-02 09:00");
    let id = made.clients[0];
    add(&mut store, new_client("Orchid Print"), "2026-11-02 09:01");
    let mut d = Driver::open(store, Lang::En, (120, 40), monday());
    d.keys("2 Enter");
    assert_eq!(d.who(), "Delta Foods");
    let mut other = open(&path);
    let task = |text: &str| {
        Action::AddTask(Box::new(NewTask {
            client: id,
            kind: TaskKind::Own,
            text: text.into(),
            due: day("2026-12-04"),
            due_at: None,
            assignee: None,
            goal: None,
            requirement: None,
        }))
    };
    add(&mut other, task("written elsewhere"), "2026-11-23 09:03");
    d.keys("g");
    assert!(d.picture().contains("written elsewhere"), "{}", d.picture());
    // A client who is gone takes the page along, and nothing is done to the next one.
    other.undo(None, &monday(), Face::Cli).unwrap();
    while other.names().unwrap().iter().any(|n| n.id == id) {
        if other.undo(None, &monday(), Face::Cli).unwrap().clients.is_empty() {
            break;
        }
    }
    d.keys("! ");
    assert!(d.book.model.page.is_none() && d.book.model.dialogs.is_empty(), "{}", d.picture());
    assert!(d.book.model.error.is_some());
}

fn new_client(name: &str) -> Action {
    Action::AddClient(Box::new(NewClient {
        name: name.to_owned(),
        kind: ClientKind::Org,
        status: Status::Active,
        industry: None,
        region: None,
        size: None,
        need: None,
        need_type: None,
        since: day("2025-03-03"),
        points: Vec::new(),
        tags: Vec::new(),
        potential: None,
        fit: None,
        budget: None,
        quiet: None,
        language: None,
        culture: None,
        source: None,
        note: None,
        person: None,
        task: None,
    }))
}

#[test]
fn hostile_notes_stay_in_their_lines_and_only_what_is_seen_is_built() {
    let mut m = Maker::new();
    let id = m.client("\u{202e}evil\u{1b}[2J", |c| c.note = Some("x".repeat(100_000)));
    m.pin(id, Tier::A);
    let notes = [
        "\u{1b}[31mred\u{1b}]0;title\u{7}".to_owned(),
        "two\nlines\r\tand tabs".to_owned(),
        "\u{2066}bidi\u{202e}".to_owned(),
        "阀".repeat(100_000),
        "word ".repeat(20_000),
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}".repeat(500),
        "\n".repeat(5_000),
    ];
    for (n, note) in notes.iter().enumerate() {
        m.touch(id, Channel::Call, &format!("2026-10-{:02} 10:00", n + 1), note);
    }
    for size in [(60, 18), (80, 24), (120, 36)] {
        let mut d = Driver::open(m.store, Lang::Zh, size, monday());
        d.keys("2 Enter");
        if size.0 < 100 {
            d.keys("Enter");
        }
        for _ in 0..notes.len() + 2 {
            d.keys("j");
            let buffer = d.terminal.backend().buffer().clone();
            for cell in buffer.content() {
                let bad = |c: char| c.is_control() || matches!(c as u32, 0x202a..=0x202e | 0x2066..=0x2069);
                assert!(!cell.symbol().chars().any(bad), "{:?}", cell.symbol());
            }
            let picture = d.picture();
            assert_eq!(picture.lines().filter(|l| l.starts_with('>')).count(), 1, "{picture}");
            assert!(picture.lines().last().unwrap().contains("Esc"), "{picture}");
        }
        m.store = d.book.into_store();
    }
}

#[test]
fn a_note_that_does_not_fit_its_line_is_shown_whole_beneath_it() {
    let mut d = open(Lang::En, (80, 24));
    let whole = "liked the draft, wants the blue one; asks whether the printer can keep the price of last year";
    d.keys("Enter Enter ]");
    while d.book.model.event().unwrap().note.as_deref().is_none_or(|n| n != whole) {
        d.keys("j");
    }
    let picture = d.picture();
    let at = picture.lines().position(|l| l.starts_with('>')).unwrap();
    let beneath: Vec<&str> = picture.lines().skip(at + 1).take(2).map(str::trim).collect();
    assert_eq!(beneath.join(" "), whole, "{picture}");
}

#[test]
fn warnings_stand_on_top_of_the_brief_and_its_blocks_in_order() {
    let d = open(Lang::En, (200, 60));
    let picture = d.picture();
    let at = |text: &str| picture.lines().position(|l| l.contains(text)).unwrap_or_else(|| panic!("{text}\n{picture}"));
    let order = [
        "! do not mention: the cancelled fair",
        "! in conflict with Kite Labs, same trade fair",
        "! competitor of Orchid Print",
        "WHO ",
        "up from",
        "NEED ",
        "REACH ",
        "WHY ",
        "YOU OWE ",
        "LAST ",
        "PLAN ",
        "MONEY ",
        "TOUCHES ",
        "BILLED ",
        "MARK ",
        "KNOWN ",
        "PEOPLE ",
    ];
    let lines: Vec<usize> = order.iter().map(|text| at(text)).collect();
    assert!(lines.is_sorted(), "{lines:?}\n{picture}");
    assert!(picture.contains("021 5550 1234") && picture.contains("answer agreed within 4 h"));
    assert!(picture.contains("CNY 24,000 open, 39 d late") && picture.contains("9 of 10, Tue 30 Jun"), "{picture}");
    assert!(picture.contains("missing: "), "{picture}");
}

#[test]
fn quiet_hours_stand_with_the_addresses_and_warn_while_they_last() {
    for (lang, hours, warning) in
        [(Lang::En, "not 12:00 to 14:00", "! quiet until 14:00"), (Lang::Zh, "12:00 至 14:00 请勿联系", "! 14:00 前请勿打扰")]
    {
        for (time, inside) in [("11:59", false), ("12:00", true), ("13:59", true), ("14:00", false)] {
            let at = now(&format!("2026-11-23 {time}"));
            let at_size = |size| Driver::open(rich().store, lang, size, at).picture();
            // Double-width characters stand in two cells of the picture.
            let plain = |text: &str| text.split_whitespace().collect::<String>();
            let (wide, foot) = (plain(&at_size((200, 60))), plain(&at_size((80, 24))));
            assert!(wide.contains(&plain(hours)), "{time}: {wide}");
            assert_eq!(
                (wide.contains(&plain(warning)), foot.contains(&plain(warning))),
                (inside, inside),
                "{time}: {wide}\n{foot}"
            );
        }
    }
}

#[test]
fn what_cannot_be_read_is_asked_for_once_a_key() {
    let mut d = open(Lang::En, (120, 40));
    let client = d.book.model.client().unwrap().id();
    d.book.model.past = Past::default();
    assert_eq!(d.book.model.wants_story(), Some(Effect::LoadTimeline(client)));
    assert_eq!(d.book.model.wants_story(), None, "no loop while the file is held");
    d.keys("Ctrl-l");
    assert!(d.book.model.past.of(client).is_some());
}
