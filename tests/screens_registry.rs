//! The registry sweep: every command has its words in both languages, its keys, its place in the help, and does something or says why
//! it cannot.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod board_kit;
mod learning_kit;
mod risk_kit;
mod screen_fixture;

use screen_fixture::*;
use std::collections::HashSet;
use touchbase::app::command::{COMMANDS, Command, Do, Scope, hints};
use touchbase::app::dialog::{Dialog, Question};
use touchbase::app::help::Help;
use touchbase::app::key::Key;
use touchbase::app::msg::Effect;
use touchbase::config::{Config, Messages};
use touchbase::domain::action::{Action, NewRun, NewStep};
use touchbase::domain::message::Message;
use touchbase::domain::words::{Channel, StepKind, Tier};
use touchbase::i18n::{Lang, Words};
use touchbase::store::Store;
use touchbase::text::Mailbox;
use touchbase::tui::run::Flow;

#[test]
fn every_command_has_words_in_both_languages_and_keys_that_can_be_read() {
    for lang in Lang::ALL {
        let words = Words::load(lang);
        for command in COMMANDS {
            for id in [Some(command.title), Some(command.help), command.group].into_iter().flatten() {
                assert!(words.has(id), "{id} in {}", lang.tag());
                assert!(!words.get(id).is_empty());
            }
        }
        assert!(Scope::ALL.iter().all(|s| words.has(s.title())));
    }
    for command in COMMANDS {
        assert!(!command.keys.is_empty());
        for key in command.keys {
            assert!(Key::parse(key).is_some(), "{key}");
        }
    }
    let ids: HashSet<Do> = COMMANDS.iter().map(|c| c.id).collect();
    assert_eq!(ids.len(), COMMANDS.len(), "one line a command");
}

#[test]
fn no_key_means_two_things_at_once() {
    let together = [
        vec![Scope::Values, Scope::Item, Scope::Client, Scope::Judge, Scope::Hand, Scope::Book, Scope::Move, Scope::Always],
        vec![Scope::Calendar, Scope::Always],
        vec![Scope::First, Scope::Always],
        vec![Scope::Sheet, Scope::Panel],
        vec![Scope::Draft, Scope::Panel],
        vec![Scope::Manual, Scope::Panel],
    ];
    let alone = Scope::ALL.map(|s| vec![s]);
    for scopes in together.into_iter().chain(alone) {
        let mut seen = HashSet::new();
        for command in COMMANDS.iter().filter(|c| scopes.contains(&c.scope)) {
            for key in command.keys {
                assert!(seen.insert(Key::parse(key)), "{key} twice in {scopes:?}");
            }
        }
    }
}

#[test]
fn every_command_stands_in_the_help() {
    let book = Driver::on_book(Lang::En, (80, 24));
    let empty = Driver::open(Maker::new().store, Lang::En, (80, 24), monday());
    let mut shown: HashSet<Do> = Help::open(&book.book.model).commands.iter().map(|c| c.id).collect();
    shown.extend(Help::open(&empty.book.model).commands.iter().map(|c| c.id));
    for command in COMMANDS {
        assert!(shown.contains(&command.id), "{:?}", command.id);
    }
}

/// A form with three phones, the caret on the middle one.
const POINTS: &str = "2 / 'kite' Enter E Down Down Down Down Down Down Down Down Down '1' Down '2' Down '3' F10 E \
                      Down Down Down Down Down Down Down Down Down Down";

/// The keys that bring a screen to where the command works.
fn way_to(command: &Command) -> &'static str {
    match command.scope {
        Scope::Case if command.id == Do::Refused => "! 'typo' Enter p 'reprint' Enter",
        Scope::Case if command.id == Do::Reopen => "! 'typo' Enter 4 F Enter",
        Scope::Case => "! 'typo' Enter",
        Scope::CaseMark => "! 'typo' Enter 4 F Enter s",
        // The talk and the remedy are done and the message went out: the next one asks for a mark.
        Scope::StepMark => "W d 'late' Enter d 'reprint' Enter d d",
        Scope::Ending => "W e",
        Scope::Playbook if command.id == Do::PlayUp => "W j",
        Scope::Playbook if command.id == Do::PlayTurn => "2 / 'kite' Enter N",
        Scope::Playbook => "W",
        Scope::Log => "j j c",
        Scope::Snooze if command.id == Do::SnoozeLast => "z 1 z",
        Scope::Snooze => "j z",
        Scope::Skip => "j j j j j j -",
        Scope::New if command.id == Do::NewMilestone => "2 / 'kite' Enter n",
        Scope::New if matches!(command.id, Do::NewCaseNote | Do::NewEvidence | Do::NewImprovement) => "! 'typo' Enter n",
        Scope::New => "n",
        Scope::Survey if command.id == Do::SurveyOne => "s 1",
        Scope::Survey => "s",
        Scope::Flag if command.id == Do::FlagNone => "f c f",
        Scope::Flag => "f",
        Scope::Tier => "j j j j j T",
        Scope::Quadrant if command.id == Do::QuadrantComputed => "I 4 I",
        Scope::Quadrant => "I",
        Scope::Copy if matches!(command.id, Do::CopyMail) => "y",
        Scope::Copy => "/ 'lotus' Enter y",
        Scope::Page if command.id == Do::PageTurn => "Enter",
        Scope::Page => "Enter Enter",
        Scope::Line if command.id == Do::LineComplete => "! 'typo' Enter n d 'Cargo.t'",
        Scope::Line if command.id == Do::LineEditor => "d ; 'x'",
        Scope::Line => "n c 'x'",
        Scope::Form if command.id == Do::FormPick => "n f Down Down Ctrl-u",
        Scope::Form if command.id == Do::FormEditor => "n p BackTab BackTab",
        Scope::Form if command.id == Do::FormRaise => POINTS,
        Scope::Form if command.id == Do::FormLower => POINTS,
        Scope::Form => "2 E 'x'",
        Scope::Picker if command.id == Do::PickToday => "n f Down Down F4 Down",
        Scope::Picker => "n f Down Down F4",
        Scope::Panel if command.id == Do::PanelEnter => "! 'typo' Enter ?",
        Scope::Panel => "?",
        Scope::Manual if command.id == Do::ManualKeys => "? Tab",
        Scope::Manual => "?",
        Scope::Sheet => "B",
        // A case has more than one template that makes sense.
        Scope::Draft => "! 'torn sheets' Enter t",
        Scope::Knowledge if command.id == Do::KnowUp => "! 'torn sheets' Enter t Ctrl-k Down Down",
        Scope::Knowledge if command.id == Do::KnowMore => "! 'torn sheets' Enter t Ctrl-k 'free'",
        Scope::Knowledge if command.id == Do::KnowLess => "! 'torn sheets' Enter t Ctrl-k 'free' PgDn",
        Scope::Knowledge => "! 'torn sheets' Enter t Ctrl-k",
        Scope::Menu if command.id == Do::MenuPick => "0 Tab",
        Scope::Menu => "0",
        Scope::Palette if command.id == Do::PaletteComplete => ": 'client l'",
        Scope::Palette if command.id == Do::PaletteUp => ": Down Down",
        Scope::Palette if command.id == Do::PaletteEnter => ": 'call'",
        Scope::Palette => ": 'd'",
        Scope::Files if command.id == Do::FilesComplete => "i 'tests/data/imp'",
        Scope::Files => "i 'tests/data/import/'",
        Scope::Mapping => "i 'tests/data/import/clients_zh.csv' Enter Down",
        Scope::MapField => "i 'tests/data/import/clients_zh.csv' Enter Space Down",
        Scope::Preset => "C",
        Scope::Loss => "L",
        // On a book whose policy leaves little room.
        Scope::Load if command.id == Do::LoadUndo => "3 F Enter",
        Scope::Load if command.id == Do::LoadUp => "3 F j",
        Scope::Load => "3 F",
        // On a promise of the plan; `u` after something was done.
        Scope::Review if command.id == Do::ReviewUndo => "3 R d",
        Scope::Review if command.id == Do::ReviewAfter => "3 R [",
        Scope::Review if command.id == Do::ReviewUp => "3 R j",
        Scope::Review => "3 R",
        Scope::AtRisk => "5",
        Scope::Calendar if command.id == Do::DayToday => "3 Right",
        Scope::Calendar if command.id == Do::MoveBack => "3 >",
        Scope::Calendar => "3",
        Scope::Visits => "3 +",
        // Marked clients: the counts, then a preview, then what was accepted; a complaint holds news back.
        Scope::Mailing if command.id == Do::MailAnyway => "2 Space j Space j Space j Space j t Right Right Right Right Right",
        Scope::Mailing if command.id == Do::MailLog => "2 Space j Space t Enter y",
        Scope::Mailing if matches!(command.id, Do::MailFile | Do::MailCommand) => "2 Space j Space t A",
        Scope::Mailing if matches!(command.id, Do::MailAll | Do::MailTake | Do::MailNext | Do::MailBack) => "2 Space j Space t",
        Scope::Mailing => "2 Space j Space t Enter",
        // A client that is lost, so that there is a line to choose.
        Scope::LookBack => "j j j L 1 'gone' Enter 2 G L 1 'gone' Enter 5 A",
        // On the cases of a book of their own: the first open improvement, and a period or side that can be left.
        Scope::Values => "2",
        Scope::Decide if command.id == Do::DecideNothing => "2 M k 'a friend' Enter M",
        Scope::Decide => "2 M",
        Scope::Facets => "2 #",
        // On a book with cards in several stages.
        Scope::Board if matches!(command.id, Do::BoardReport | Do::BoardTold) => "D Tab",
        Scope::Board if matches!(command.id, Do::BoardBack | Do::BoardLeft) => "D l",
        Scope::Board if command.id == Do::BoardUndo => "D >",
        Scope::Board => "D",
        Scope::Causes if matches!(command.id, Do::CauseDone) => "A j j j j j j j",
        Scope::Causes if matches!(command.id, Do::CauseUndo) => "A j j j j j j j d",
        Scope::Causes => "A",
        // On a book of its own with more at risk than stand open.
        Scope::Fold => "5 G",
        // Brought to the front by an import of the test.
        Scope::Steps | Scope::Deck | Scope::Levelled => "",
        // Brought to the front by the test.
        Scope::Question => "",
        _ => match command.id {
            Do::Skip => "j j j j j j",
            Do::Playbooks => "W Esc",
            Do::Sort => "n c 'Newcomer' Enter",
            Do::Paid => "G k",
            Do::Note | Do::Undo | Do::Repeat => "d",
            Do::Redo => "d u",
            Do::Up | Do::Top | Do::PageUp | Do::HalfUp => "G",
            Do::BriefUp => "J J",
            Do::ToList | Do::Back => "Enter",
            Do::Today => "2",
            _ => "",
        },
    }
}

/// An import with something to do for every step; then the deck or the preview.
fn import(d: &mut Driver, scope: Scope) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("touches.csv");
    let rows: String = (0..30).map(|n| format!("Newcomer {n:02},call,reached,out,2026-05-{:02}\n", 1 + n % 28)).collect();
    std::fs::write(&path, format!("client,channel,outcome,direction,at\n,call,reached,out,2026-05-01\n{rows}")).unwrap();
    d.keys("i").keys(&format!("'{}'", path.display())).keys("Enter Enter");
    match scope {
        Scope::Deck => {
            d.keys("2 l");
            if let Some(Dialog::Deck(deck)) = d.book.model.dialogs.last_mut() {
                deck.cards.iter_mut().for_each(|card| card.suggested = Some(Tier::C));
            }
        }
        Scope::Levelled => {
            d.keys("3");
        }
        _ => {}
    }
}

/// The book under a policy that leaves little room.
fn tight() -> Store {
    let mut m = book();
    let text = touchbase::domain::policy::AGENCY.replace("capacity = 6 ", "capacity = 1 ");
    m.act(
        Action::UsePolicy { name: "tight".into(), text: text.replace("every = \"7d\"", "every = \"1d\"") },
        "2026-11-20 10:00",
    );
    m.store
}

/// The book with others near the visit of Monday.
fn on_the_road() -> Store {
    let mut m = book();
    for name in ["Near", "Nearer", "Nearest"] {
        let id = m.client(name, |c| c.region = Some("Shanghai".into()));
        m.pin(id, Tier::A);
    }
    m.store
}

/// The book with two playbooks at one client.
fn two_playbooks() -> Store {
    let mut m = book();
    let kite = m.store.names().unwrap().into_iter().find(|n| n.name == "Kite Labs").unwrap().id;
    for name in ["win-back", "onboarding"] {
        let step = NewStep {
            kind: StepKind::Step,
            title: "Call".into(),
            text: None,
            channel: Some(Channel::Call),
            template: None,
            due: day("2026-12-07"),
        };
        let run = NewRun { client: kite, playbook: name.into(), title: name.into(), steps: vec![step] };
        m.act(Action::StartPlaybook(Box::new(run)), "2026-11-20 10:00");
    }
    m.store
}

/// Clients to write to: two with a mail address, one with a complaint open, one without an address.
fn many() -> Store {
    let mut m = Maker::new();
    for name in ["Alder", "Birch", "Cedar", "Dogwood"] {
        let id = m.client(name, |c| c.points = if name == "Dogwood" { vec![] } else { vec![email("mail@example.com")] });
        m.touch(id, Channel::Email, "2026-11-20 10:00", "");
        if name == "Cedar" {
            m.case(id, "2026-11-23 08:30", "typo", |_| {});
        }
    }
    m.store
}

/// A configuration whose mails go nowhere.
fn sends() -> Config {
    let messages = Messages {
        from: Mailbox::new("Ada Lane", "ada@lane.example"),
        maildir: Some(std::env::temp_dir().join(format!("touchbase-registry-{}", std::process::id()))),
        command: Some("cat > /dev/null".into()),
        open: Some("true".into()),
    };
    Config { messages, ..Config::default() }
}

#[test]
fn every_command_can_be_reached_and_does_something() {
    side_by_side(COMMANDS, |command| {
        for key in command.keys {
            let mut d = match command.scope {
                Scope::First => Driver::open(Maker::new().store, Lang::En, (60, 18), monday()),
                Scope::Causes => {
                    let mut cases = Maker::new();
                    learning_kit::fill(&mut cases);
                    Driver::open(cases.store, Lang::En, (60, 18), monday())
                }
                Scope::Board => {
                    let mut cards = Maker::new();
                    board_kit::fill(&mut cards);
                    Driver::open(cards.store, Lang::En, (100, 30), monday())
                }
                // A month has room there.
                Scope::Calendar => Driver::on_book(Lang::En, (80, 24)),
                Scope::Visits => Driver::open(on_the_road(), Lang::En, (60, 18), monday()),
                Scope::Mailing => Driver::with(sends(), "/nonexistent", many(), Lang::En, (60, 18), monday()),
                Scope::Fold => Driver::open(risk_kit::drifting().0.store, Lang::En, (60, 18), monday()),
                Scope::Load => Driver::open(tight(), Lang::En, (60, 18), monday()),
                Scope::Playbook if command.id == Do::PlayTurn => Driver::open(two_playbooks(), Lang::En, (60, 18), monday()),
                Scope::Knowledge => Driver::open_in(WITH_NOTES, book().store, Lang::En, (60, 18), monday()),
                _ => Driver::on_book(Lang::En, (60, 18)),
            };
            d.keys(way_to(command));
            match command.scope {
                Scope::First if matches!(command.id, Do::FirstUndo | Do::FirstRedo) => {
                    d.keys("z 'Europe/Berlin' Enter");
                    if command.id == Do::FirstRedo {
                        d.keys("u");
                    }
                }
                Scope::Question => {
                    let question = Question { message: Message::new("not-here"), yes: Effect::Quit };
                    d.book.model.dialogs.push(Dialog::Question(Box::new(question)));
                    d.draw();
                }
                Scope::Steps | Scope::Deck | Scope::Levelled => import(&mut d, command.scope),
                _ => {}
            }
            let is_up = [
                Do::CauseUp,
                Do::BoardUp,
                Do::FacetUp,
                Do::VisitUp,
                Do::MailUp,
                Do::FirstUp,
                Do::PanelUp,
                Do::FilesUp,
                Do::MapUp,
                Do::FieldUp,
                Do::StepUp,
                Do::PresetUp,
                Do::LossUp,
                Do::BackUp,
                Do::LevelUp,
            ];
            if command.id == Do::StepLess {
                d.keys("PgDn");
            }
            if matches!(command.id, Do::FieldUp | Do::FilesUp) {
                d.keys("Down Down");
            } else if is_up.contains(&command.id) {
                d.keys("j j");
            }
            assert!(command.available(&d.book.model).is_ok(), "{:?}\n{}", command.id, d.picture());
            let state = |d: &Driver| (d.picture(), d.book.model.dialogs.len(), d.book.model.brief, d.book.model.list().index());
            let before = state(&d);
            d.keys(key);
            let leaves = d.flow != Flow::Continue;
            assert!(leaves || state(&d) != before, "{:?} on {key} does nothing:\n{}", command.id, d.picture());
            // A line of the menu may be one that says why it cannot be done now; a way out of the program that is not configured says so.
            let may_refuse = [Do::MenuPick, Do::DraftMailto, Do::DraftCommand, Do::DraftFile].contains(&command.id);
            assert!(d.book.model.error.is_none() || may_refuse, "{:?} on {key}: {}", command.id, d.said());
        }
    });
}

#[test]
fn a_command_that_cannot_be_done_says_why() {
    let mut empty_today = Maker::new();
    empty_today.client("Quiet Corp", |c| c.since = day("2026-11-20"));
    let mut d = Driver::open(empty_today.store, Lang::En, (80, 24), monday());
    for command in COMMANDS.iter().filter(|c| matches!(c.scope, Scope::Item | Scope::Client | Scope::Book | Scope::Move)) {
        if command.available(&d.book.model).is_err() {
            d.keys("Esc").keys(command.keys[0]);
            assert!(d.book.model.error.is_some(), "{:?}", command.id);
            assert!(!d.said().is_empty());
        }
    }
}

#[test]
fn the_help_runs_the_chosen_line_where_the_user_was() {
    let mut d = Driver::on_book(Lang::En, (80, 24));
    d.keys("?");
    let at = match d.book.model.dialogs.last() {
        Some(Dialog::Help(help)) => help.commands.iter().position(|c| c.id == Do::SnoozeWeek).unwrap(),
        _ => panic!("no help"),
    };
    for _ in 0..at {
        d.keys("j");
    }
    d.keys("Enter");
    assert!(d.said().starts_with("Snoozed"), "{}", d.said());
    assert!(d.book.model.dialogs.is_empty());
}

#[test]
fn the_footer_is_the_registry_cut_at_the_width() {
    let mut d = Driver::on_book(Lang::En, (600, 40));
    let foot = d.foot();
    for hint in hints(&d.book.model) {
        let words = d.book.model.words.say(&hint.title, &d.now);
        assert!(foot.contains(&format!("{} {words}", hint.keys)), "{} {words} in {foot}", hint.keys);
    }
    d = Driver::on_book(Lang::En, (60, 18));
    assert!(d.foot().ends_with("? keys"), "{}", d.foot());
    d.keys("z");
    assert!(d.foot().contains("1-9 days"), "{}", d.foot());
}
