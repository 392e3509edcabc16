//! From a file to a sane day: the path line, the look at the file, the import and its steps, contact plan, sorting deck, levelled plan.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use std::fmt::Write as _;
use std::path::PathBuf;
use touchbase::app::dialog::Dialog;
use touchbase::app::files::{FileEntry, Files};
use touchbase::app::imported::Step;
use touchbase::app::msg::Msg;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::tui::events::Event;
use touchbase::tui::run::{Flow, Screen};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 18)];
const SHEET: &str = "tests/data/import/clients_zh.csv";

fn empty(lang: Lang, size: (u16, u16)) -> Driver {
    Driver::open(Maker::new().store, lang, size, monday())
}

fn file(dir: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// `count` clients of a home-made sheet, last contacted one after the other in the past.
fn sheet(count: usize) -> String {
    let mut text = String::from("客户名称,联系人,手机,最近联系\n");
    for n in 0..count {
        let day = day("2026-11-20").plus(-(n as i32) * 7);
        writeln!(text, "客户{n:02},王{n},138{n:08},{day}").unwrap();
    }
    text
}

fn bring(d: &mut Driver, path: &std::path::Path) {
    d.keys("i").keys(&format!("'{}'", path.display())).keys("Enter Enter");
}

fn panel(d: &Driver) -> Vec<(Step, bool)> {
    match d.book.model.dialogs.last() {
        Some(Dialog::Imported(panel)) => panel.steps.iter().map(|s| (s.step, s.done)).collect(),
        _ => panic!("no panel: {}", d.picture()),
    }
}

/// A book of so many imported clients, the panel in front.
fn imported(lang: Lang, size: (u16, u16), count: usize) -> Driver {
    let dir = tempfile::tempdir().unwrap();
    let mut d = empty(lang, size);
    bring(&mut d, &file(&dir, "list.csv", sheet(count).as_bytes()));
    d
}

/// One scene in both languages at the three sizes.
fn scene(name: &str, open: impl Fn(Lang, (u16, u16)) -> Driver) {
    for lang in Lang::ALL {
        let pictures = SIZES.map(|size| open(lang, size).picture());
        insta::assert_snapshot!(format!("{name}_{}", lang.tag()), pictures.join("\n"));
    }
}

#[test]
fn path_line() {
    scene("files", |lang, size| {
        let mut d = empty(lang, size);
        let entry =
            |path: &str, bytes, changed: Option<&str>| FileEntry { path: path.into(), bytes, changed: changed.map(day) };
        let mut files = Files::default();
        let entries = vec![
            entry("~/Downloads/客户名单.csv", 4_321, Some("2026-11-22")),
            entry("~/Downloads/contacts.csv", 812, Some("2026-11-20")),
            entry("~/Desktop/alle Kunden 2025.xlsx", 1_234_567, Some("2025-12-30")),
            entry("work/", 0, None),
        ];
        files.fill(String::new(), entries);
        d.book.model.dialogs.push(Dialog::Files(Box::new(files)));
        d.keys("Down");
        d
    });
}

#[test]
fn look_at_a_file() {
    scene("mapping", |lang, size| {
        let mut d = empty(lang, size);
        d.keys(&format!("i '{SHEET}' Enter Down Down"));
        d
    });
}

#[test]
fn choice_of_a_field() {
    scene("mapping_field", |lang, size| {
        let mut d = empty(lang, size);
        d.keys(&format!("i '{SHEET}' Enter Down Space"));
        d
    });
}

#[test]
fn look_at_cards() {
    scene("mapping_cards", |lang, size| {
        let mut d = empty(lang, size);
        d.keys("i 'tests/data/import/contacts3.vcf' Enter");
        d
    });
}

#[test]
fn report_with_its_steps() {
    scene("imported", |lang, size| imported(lang, size, 45));
}

#[test]
fn contact_plans() {
    scene("preset", |lang, size| {
        let mut d = imported(lang, size, 45);
        d.keys("Enter");
        d
    });
}

#[test]
fn sorting_deck() {
    scene("deck", |lang, size| {
        let mut d = imported(lang, size, 45);
        d.keys("2 a b");
        d
    });
}

#[test]
fn levelled_plan() {
    scene("levelled", |lang, size| {
        let mut d = imported(lang, size, 45);
        d.keys("3");
        d
    });
}

#[test]
fn import_under_way() {
    scene("progress", |lang, size| {
        let mut d = empty(lang, size);
        d.book.model.progress = Some((3, 8));
        d.draw();
        d
    });
}

#[test]
fn s010_enter_alone_leads_from_the_file_to_a_day_that_can_be_done() {
    let mut d = imported(Lang::En, (80, 24), 45);
    assert_eq!(d.book.model.book.clients.len(), 45);
    let late = d.book.model.book.queue.late;
    assert!(late > 6, "{late} are late at first");
    // Plan, taken as it is.
    d.keys("Enter Enter");
    assert_eq!(panel(&d)[0], (Step::Plan, true));
    // Deck: five of each, the rest later.
    d.keys("Enter");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Deck(_))), "{}", d.picture());
    for key in ["a", "b", "c", "n", "l"] {
        for _ in 0..9 {
            d.keys(key);
        }
    }
    assert_eq!(panel(&d)[1], (Step::Sort, true), "the deck goes away behind its last card");
    // Spread.
    d.keys("Enter");
    assert!(d.picture().contains("CLIENTS A DAY"), "{}", d.picture());
    d.keys("Enter");
    assert!(panel(&d).iter().all(|(step, done)| *done || *step == Step::Today), "{:?}", panel(&d));
    d.keys("Enter");
    assert!(d.book.model.dialogs.is_empty());
    let queue = &d.book.model.book.queue;
    assert_eq!(queue.late, 0, "{}", d.picture());
    assert!(queue.to_do() <= queue.capacity, "{} of {}", queue.to_do(), queue.capacity);
}

#[test]
fn the_plan_is_offered_with_its_bill_and_below_15_clients_the_light_one_first() {
    for (count, first) in [(45, "agency"), (8, "solo")] {
        let mut d = imported(Lang::En, (80, 24), count);
        d.keys("1");
        let Some(Dialog::Preset(preset)) = d.book.model.dialogs.last() else { panic!("{}", d.picture()) };
        assert_eq!(preset.offers[0].policy.name, first);
        let week = preset.offers.iter().map(|o| format!("{:.1} contacts a week", o.bill.contacts_per_week()));
        for words in week {
            assert!(d.picture().contains(&words), "{words}: {}", d.picture());
        }
    }
}

#[test]
fn a_plan_is_one_undo_step_and_its_line_is_ticked() {
    let mut d = imported(Lang::En, (80, 24), 8);
    assert_eq!(d.book.model.book.policy.name, "agency");
    d.keys("1 Enter");
    assert_eq!(d.book.model.book.policy.name, "solo");
    assert_eq!(panel(&d)[0], (Step::Plan, true));
    d.keys("Esc u");
    assert_eq!(d.book.model.book.policy.name, "agency");
    // The one in force is taken without a step.
    d.keys("C 2");
    assert!(d.book.model.dialogs.is_empty(), "{}", d.picture());
    assert!(d.book.model.error.is_none());
}

#[test]
fn a_card_takes_one_key_and_u_takes_it_back() {
    let mut d = imported(Lang::En, (80, 24), 12);
    d.keys("Esc S");
    let first = || "客户00";
    assert!(d.picture().contains(first()) && d.picture().contains("1 of 12"), "{}", d.picture());
    d.keys("a");
    let tier = |d: &Driver| d.book.model.book.clients.iter().find(|c| c.name() == first()).unwrap().tier.tier;
    assert_eq!(tier(&d), Some(Tier::A));
    assert!(d.picture().contains("2 of 12"), "{}", d.picture());
    d.keys("l u u");
    assert_eq!(tier(&d), None);
    assert!(d.picture().contains(first()) && d.picture().contains("1 of 12"), "{}", d.picture());
    // Not a client: out of plan and day, and back again.
    d.keys("4");
    let of = |d: &Driver| {
        let client = d.book.model.book.clients.iter().find(|c| c.name() == first()).unwrap();
        (client.status, client.plan.len())
    };
    assert_eq!(of(&d), (Status::Stopped, 0));
    d.keys("u");
    assert_eq!(of(&d).0, Status::Active);
    d.keys("Esc");
    assert!(d.book.model.dialogs.is_empty());
}

#[test]
fn the_preview_writes_nothing_until_enter_and_then_one_step() {
    let mut d = imported(Lang::En, (80, 24), 45);
    let due = |d: &Driver| d.book.model.book.clients.iter().map(|c| c.next_due).collect::<Vec<_>>();
    let before = due(&d);
    d.keys("Esc Z Esc");
    assert_eq!(due(&d), before);
    d.keys("Z Enter");
    assert_ne!(due(&d), before);
    assert!(d.book.model.dialogs.is_empty());
    d.keys("u");
    assert_eq!(due(&d), before);
}

#[test]
fn after_days_away_the_first_line_names_the_key_that_spreads() {
    let mut d = Driver::on_book(Lang::En, (100, 30));
    d.now.instant = day("2026-12-10").at(chrono::NaiveTime::from_hms_opt(9, 0, 0).unwrap(), d.now.zone);
    d.event(Event::Wake);
    assert!(d.picture().contains("Z spreads"), "{}", d.picture());
    d.keys("Z");
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Levelled(_))), "{}", d.picture());
}

#[test]
fn a_column_can_become_something_else_before_the_import() {
    let dir = tempfile::tempdir().unwrap();
    let text = "wer,wo,Lieblingstee\nLotus Spa,Berlin,oolong\nDelta,Hamburg,\n";
    let path = file(&dir, "list.csv", text.as_bytes());
    let mut d = empty(Lang::En, (100, 30));
    d.keys("i").keys(&format!("'{}'", path.display())).keys("Enter");
    assert!(d.picture().contains("wer") && d.picture().contains("Lotus Spa | Delta"), "{}", d.picture());
    // Nothing says who it is about: the import is refused in place.
    d.keys("Enter");
    assert!(d.book.model.is_first_run());
    assert!(matches!(d.book.model.dialogs.last(), Some(Dialog::Mapping(_))), "{}", d.picture());
    // Clients, the first column their name, the second left out.
    d.keys("Tab Space 'name' Enter Down -");
    assert!(d.picture().contains("Enter imports it"), "{}", d.picture());
    d.keys("Enter Esc 2");
    assert_eq!(d.book.model.book.clients.len(), 2);
    d.book.model.clients.step(isize::MIN);
    d.keys("G");
    let names: Vec<&str> = d.book.model.book.clients.iter().map(|c| c.name()).collect();
    assert_eq!(names, ["Lotus Spa", "Delta"]);
    assert!(d.book.model.book.clients.iter().all(|c| c.facts.client.region.is_none()), "left out");
}

#[test]
fn a_wrong_encoding_is_changed_with_a_key() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(&dir, "list.csv", "名称,联系人\n海川阀门,王总\n".as_bytes());
    let mut d = empty(Lang::Zh, (100, 30));
    d.keys("i").keys(&format!("'{}'", path.display())).keys("Enter");
    assert!(d.picture().contains("海川阀门") && d.picture().contains("UTF-8"), "{}", d.picture());
    // It is none of these: that is said in place, and what was seen stays in sight.
    d.keys("e");
    assert!(d.picture().contains("gb18030") && d.picture().contains("海川阀门"), "{}", d.picture());
    d.keys("e");
    assert!(d.picture().contains("海川阀门") && d.picture().contains("UTF-8"), "{}", d.picture());
}

#[test]
fn tab_completes_folders_and_files_and_enter_goes_into_a_folder() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("export")).unwrap();
    std::fs::write(dir.path().join("export/clients-2026.csv"), "name\nAlpha\n").unwrap();
    std::fs::write(dir.path().join("export/clients-2027.csv"), "name\nBeta\n").unwrap();
    std::fs::write(dir.path().join("export/photo.jpg"), "x").unwrap();
    let mut d = empty(Lang::En, (200, 30));
    let text = |d: &Driver| match d.book.model.dialogs.last() {
        Some(Dialog::Files(files)) => files.field.text().to_owned(),
        _ => panic!("{}", d.picture()),
    };
    d.keys("i").keys(&format!("'{}/ex'", dir.path().display())).keys("Tab");
    assert!(text(&d).ends_with("/export/"), "{}", text(&d));
    assert!(!d.picture().contains("photo.jpg"), "only what can be imported: {}", d.picture());
    d.keys("Tab");
    assert!(text(&d).ends_with("/export/clients-202"), "{}", text(&d));
    d.keys("'7' Tab");
    assert!(text(&d).ends_with("clients-2027.csv"), "{}", text(&d));
    d.keys("Enter Enter");
    assert_eq!(d.book.model.book.clients[0].name(), "Beta");
}

#[test]
fn a_path_dropped_on_the_first_screen_opens_the_line() {
    let mut d = empty(Lang::En, (80, 24));
    d.event(Event::Paste(format!("'{SHEET}' ")));
    d.keys("Enter");
    assert!(d.picture().contains("客户名称"), "{}", d.picture());
}

#[test]
fn an_import_that_is_stopped_leaves_nothing_behind() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(&dir, "list.csv", sheet(60).as_bytes());
    let mut d = empty(Lang::En, (80, 24));
    d.keys("i").keys(&format!("'{}'", path.display())).keys("Enter");
    d.flow = d.book.handle(Event::Key(touchbase::app::key::Key::parse("Enter").unwrap()), &d.now).unwrap();
    assert_eq!(d.flow, Flow::Work);
    let mut left = 3;
    let now = d.now;
    d.flow = d
        .book
        .work(
            &mut |_| {
                left -= 1;
                left > 0
            },
            &|| now.instant,
        )
        .unwrap();
    d.draw();
    assert!(d.picture().contains("Stopped: nothing was imported"), "{}", d.picture());
    assert!(d.book.model.is_first_run());
    assert!(d.book.model.progress.is_none());
    // The same file can be brought in at once.
    d.keys("Enter");
    assert_eq!(d.book.model.book.clients.len(), 60);
}

#[test]
fn a_late_answer_about_another_folder_is_dropped() {
    let mut d = empty(Lang::En, (80, 24));
    d.keys("i 'tests/data/import/'");
    let before = d.picture();
    let stray = Msg::Files("/elsewhere/".into(), vec![FileEntry { path: "/elsewhere/x.csv".into(), bytes: 1, changed: None }]);
    touchbase::app::update(&mut d.book.model, stray, &d.now);
    d.draw();
    assert_eq!(d.picture(), before);
}
