//! A small book and a screen on it, driven by keys as a terminal would send them; the picture comes back as text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;
use touchbase::app::key::Key;
use touchbase::config::{Config, Messages};
use touchbase::domain::action::*;
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::store::{OpenMode, Store};
use touchbase::tui::child::Lines;
use touchbase::tui::events::Event;
use touchbase::tui::open::{Book, Launch};
use touchbase::tui::run::{Flow, Screen};
use touchbase::tui::theme::Theme;
use unicode_width::UnicodeWidthStr;

pub const ZONE: Tz = chrono_tz::Asia::Shanghai;

pub fn moment(text: &str) -> Moment {
    let t = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Day::from(t.date()).at(t.time(), ZONE)
}

pub fn now(text: &str) -> Now {
    Now { instant: moment(text), zone: ZONE }
}

pub fn day(text: &str) -> Day {
    Day::from(text.parse::<NaiveDate>().unwrap())
}

/// A configuration directory with knowledge notes.
pub const WITH_NOTES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/config");

/// Monday, before the first coffee.
pub fn monday() -> Now {
    now("2026-11-23 09:04")
}

/// The store while a book is made.
pub struct Maker {
    pub store: Store,
}

thread_local! {
    /// The files of this thread's screens; they go with it. In memory where the system has such a folder.
    static FILES: (TempDir, Cell<usize>) = {
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        (dir.unwrap(), Cell::new(0))
    };
}

/// A path that no other screen has.
fn fresh() -> PathBuf {
    FILES.with(|(dir, count)| {
        count.set(count.get() + 1);
        dir.path().join(format!("{}.db", count.get()))
    })
}

/// A store with what `make` left in a file, which is made once in a process and then copied: its schema alone takes longer than most
/// of what is done on the screen.
fn copy(of: &'static OnceLock<Vec<u8>>, make: impl FnOnce(Store) -> Store) -> Store {
    let bytes = of.get_or_init(|| {
        let path = fresh();
        drop(make(Store::open(&path, OpenMode::Create { zone: ZONE }, None).unwrap()));
        std::fs::read(path).unwrap()
    });
    let path = fresh();
    std::fs::write(&path, bytes).unwrap();
    Store::open(&path, OpenMode::Write, None).unwrap()
}

impl Maker {
    pub fn new() -> Maker {
        static EMPTY: OnceLock<Vec<u8>> = OnceLock::new();
        Maker { store: copy(&EMPTY, |store| store) }
    }

    pub fn act(&mut self, action: Action, at: &str) -> Vec<(&'static str, Id)> {
        self.store.apply(&action, &now(at), Face::Cli).unwrap_or_else(|e| panic!("{e}: {action:?}")).ids
    }

    pub fn client(&mut self, name: &str, edit: impl FnOnce(&mut NewClient)) -> Id {
        let mut new = plain(name);
        edit(&mut new);
        let ids = self.act(Action::AddClient(Box::new(new)), "2026-09-01 08:00");
        let id = ids.iter().find(|(what, _)| *what == "client").unwrap().1;
        let today = day("2026-11-20");
        self.act(Action::Verify { client: id, on: today, how: "call".into() }, "2026-11-20 08:00");
        id
    }

    pub fn pin(&mut self, client: Id, tier: Tier) {
        let action = Action::PinTier {
            client,
            tier: Some(tier),
            why: "agreed in spring".into(),
            from: day("2026-09-01"),
            until: None,
            review_on: day("2027-03-01"),
        };
        self.act(action, "2026-09-01 08:30");
    }

    pub fn touch(&mut self, client: Id, channel: Channel, at: &str, note: &str) {
        let touch = NewTouch {
            client,
            person: None,
            channel,
            direction: Direction::Out,
            outcome: Outcome::Reached,
            at: moment(at),
            minutes: None,
            flag: None,
            note: (!note.is_empty()).then(|| note.to_owned()),
            again: None,
        };
        self.act(Action::LogTouch { touch: Box::new(touch), fulfils: None }, at);
    }

    pub fn appointment(&mut self, client: Id, channel: Channel, start: &str, place: Option<&str>, note: Option<&str>) {
        let action = Action::AddAppointment {
            client,
            person: None,
            channel,
            start: moment(start),
            minutes: Some(60),
            place: place.map(str::to_owned),
            note: note.map(str::to_owned),
            replaces: None,
        };
        self.act(action, "2026-11-20 10:00");
    }

    pub fn task(&mut self, client: Id, text: &str, due: &str) {
        let task = NewTask {
            client,
            kind: TaskKind::Own,
            text: text.to_owned(),
            due: day(due),
            due_at: None,
            assignee: None,
            goal: None,
            requirement: None,
        };
        self.act(Action::AddTask(Box::new(task)), "2026-11-13 10:00");
    }

    /// Opens a case; `opened` is also when it is written down.
    pub fn case(&mut self, client: Id, opened: &str, text: &str, edit: impl FnOnce(&mut NewComplaint)) -> Id {
        let mut new = NewComplaint {
            client,
            person: None,
            kind: ComplaintKind::Complaint,
            complex: false,
            opened: moment(opened),
            channel: None,
            text: text.to_owned(),
            demand: None,
            cause: None,
            tier: None,
            other: None,
            mediator: None,
            begun: CaseStatus::Registered,
        };
        edit(&mut new);
        let ids = self.act(Action::OpenComplaint(Box::new(new)), opened);
        ids.iter().find(|(what, _)| *what == "complaint").unwrap().1
    }

    /// Something happened in a case.
    pub fn event(&mut self, case: Id, kind: CaseEventKind, at: &str, text: &str, edit: impl FnOnce(&mut NewCaseEvent)) -> Id {
        let mut new = NewCaseEvent {
            complaint: case,
            kind,
            at: moment(at),
            text: (!text.is_empty()).then(|| text.to_owned()),
            rating: None,
            promised: None,
            channel: None,
            minutes: None,
            corrects: None,
            fulfils: None,
        };
        edit(&mut new);
        let ids = self.act(Action::LogCase(Box::new(new)), at);
        ids.iter().find(|(what, _)| *what == "complaint_event").unwrap().1
    }

    pub fn invoice(&mut self, client: Id, number: &str, issued: &str, due: &str, paid: Option<&str>, amount: i64) {
        let invoice = NewInvoice {
            client,
            number: Some(number.to_owned()),
            issued: day(issued),
            due: Some(day(due)),
            paid: paid.map(day),
            amount: Money { minor: amount, currency: Currency::CNY },
            cost: None,
            product: None,
            engagement: None,
        };
        self.act(Action::AddInvoice(Box::new(invoice)), "2026-11-20 11:00");
    }
}

/// An active client of whom only the name is known.
pub fn plain(name: &str) -> NewClient {
    NewClient {
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
    }
}

pub fn phone(value: &str) -> NewPoint {
    NewPoint { kind: PointKind::Phone, value: value.into(), label: None }
}

pub fn email(value: &str) -> NewPoint {
    NewPoint { kind: PointKind::Email, value: value.into(), label: None }
}

/// A book with every kind of item on Monday 23 November 2026.
pub fn book() -> Maker {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    Maker { store: copy(&BOOK, |store| fill(Maker { store }).store) }
}

fn fill(mut m: Maker) -> Maker {
    let northstar = m.client("Northstar Media", |c| {
        c.industry = Some("media".into());
        c.region = Some("Shanghai".into());
        c.person = Some("Ms Bei".into());
        c.points = vec![phone("021 5550 1234"), email("bei@northstar.example")];
        c.tags = vec!["fair".into(), "print".into()];
        c.need = Some("a calm partner for the yearly relaunch".into());
    });
    m.pin(northstar, Tier::A);
    m.touch(northstar, Channel::Visit, "2026-10-12 15:00", "walked through the relaunch");
    m.touch(
        northstar,
        Channel::Call,
        "2026-11-18 10:00",
        "budget is approved; wants two variants of the cover by the end of the month",
    );
    m.appointment(northstar, Channel::Visit, "2026-11-23 10:30", Some("Gate 4, Ms Bei"), None);
    m.invoice(northstar, "2026-031", "2026-05-04", "2026-06-03", Some("2026-05-25"), 12_800_000);

    let harbor = m.client("Harbor & Sons", |c| c.industry = Some("logistics".into()));
    m.pin(harbor, Tier::B);
    m.touch(harbor, Channel::Visit, "2026-10-05 15:00", "");
    m.touch(harbor, Channel::Call, "2026-11-20 15:00", "no time, asked for Monday");
    m.appointment(harbor, Channel::Call, "2026-11-23 15:00", None, Some("the budget"));

    let yuanshan = m.client("远山设计", |c| {
        c.industry = Some("设计".into());
        c.person = Some("李总".into());
        c.points = vec![phone("138 0013 8000")];
    });
    m.pin(yuanshan, Tier::A);
    m.touch(yuanshan, Channel::Visit, "2026-11-03 15:00", "看了新样稿");
    m.touch(yuanshan, Channel::Call, "2026-11-12 10:00", "等修改后的报价");
    m.task(yuanshan, "发修改后的报价", "2026-11-19");

    let lotus = m.client("Lotus Spa", |c| {
        let point = |kind, value: &str| NewPoint { kind, value: value.into(), label: None };
        c.points = vec![
            phone("021 5550 7777"),
            point(PointKind::Wechat, "lotus-spa"),
            point(PointKind::Address, "Anfu Lu 12, Shanghai"),
        ];
        c.budget = Some(Money { minor: 9_000_000, currency: Currency::CNY });
    });
    m.pin(lotus, Tier::A);
    m.touch(lotus, Channel::Visit, "2026-10-20 15:00", "");
    m.touch(lotus, Channel::Call, "2026-11-16 11:00", "happy with the brochure");
    m.act(
        Action::EditClient {
            client: lotus,
            fields: vec![
                ClientField::DoNotMention(Some("the fire last year".into())),
                ClientField::PreferredChannel(Some(Channel::Call)),
            ],
            points: vec![],
            tags: vec![],
            why: None,
        },
        "2026-11-16 12:00",
    );

    let delta = m.client("Delta Foods", |c| c.industry = Some("food".into()));
    m.pin(delta, Tier::B);
    m.touch(delta, Channel::Visit, "2026-10-26 15:00", "");
    m.touch(delta, Channel::Call, "2026-11-09 11:00", "");

    let kite = m.client("Kite Labs", |c| c.industry = Some("software".into()));
    m.pin(kite, Tier::B);
    m.touch(kite, Channel::Visit, "2026-10-27 15:00", "");
    m.touch(kite, Channel::Call, "2026-11-19 11:00", "");
    m.act(
        Action::AddEngagement(Box::new(NewEngagement {
            client: kite,
            kind: EngagementKind::Retainer,
            title: "Care of the site".into(),
            start: day("2026-01-01"),
            end: Some(day("2026-12-31")),
            notice: Some(day("2026-11-30")),
            renew: None,
            report_every: None,
        })),
        "2026-11-01 10:00",
    );

    let orchid = m.client("Orchid Print", |c| c.points = vec![email("office@orchid.example")]);
    m.pin(orchid, Tier::B);
    m.touch(orchid, Channel::Visit, "2026-11-02 15:00", "");
    m.touch(orchid, Channel::Call, "2026-11-17 11:00", "");
    m.invoice(orchid, "2026-044", "2026-10-15", "2026-11-14", None, 3_800_000);

    m.client("海川阀门", |c| {
        c.status = Status::Lead;
        c.since = day("2026-11-21");
        c.person = Some("王总".into());
        c.tags = vec!["广交会".into()];
    });

    for name in ["Alder Books", "Birch Cafe", "Cedar Dental", "白云茶业", "Elm Garage"] {
        let id = m.client(name, |c| c.points = vec![email("mail@example.com")]);
        m.pin(id, Tier::C);
        m.touch(id, Channel::Email, "2026-10-22 10:00", "");
    }
    m.client("Old Mill", |c| {
        c.status = Status::Lost;
        c.person = Some("Grinder".into());
    });
    m
}

/// A screen with a clock that stands still until it is moved.
pub struct Driver {
    pub book: Book,
    pub terminal: Terminal<TestBackend>,
    pub now: Now,
    pub flow: Flow,
}

impl Driver {
    pub fn open(store: Store, lang: Lang, size: (u16, u16), now: Now) -> Driver {
        Driver::open_in("/nonexistent", store, lang, size, now)
    }

    /// The same with a configuration directory.
    pub fn open_in(config_dir: &str, store: Store, lang: Lang, size: (u16, u16), now: Now) -> Driver {
        // Nothing is opened on the machine of whoever runs the tests.
        let messages = Messages { open: Some("true".to_owned()), ..Messages::default() };
        Driver::with(Config { messages, ..Config::default() }, config_dir, store, lang, size, now)
    }

    /// The same with a configuration.
    pub fn with(config: Config, config_dir: &str, store: Store, lang: Lang, size: (u16, u16), now: Now) -> Driver {
        let launch = Launch {
            store,
            config,
            config_dir: config_dir.into(),
            lang,
            theme: Theme::new(true, false),
            lines: Lines {
                shapes: touchbase::cli::shape::lines(),
                program: env!("CARGO_BIN_EXE_touchbase").into(),
                before: Vec::new(),
            },
            config_file: String::new(),
        };
        let book = Book::open(launch, &now).unwrap_or_else(|e| panic!("{}", e.id));
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut driver = Driver { book, terminal, now, flow: Flow::Continue };
        driver.draw();
        driver
    }

    /// A screen on the book, which was opened before that morning: the month is frozen, the facts are packed.
    pub fn on_book(lang: Lang, size: (u16, u16)) -> Driver {
        static OPENED: OnceLock<Vec<u8>> = OnceLock::new();
        let open = |store| Driver::open(store, lang, size, monday());
        open(copy(&OPENED, |store| {
            let mut before = open(fill(Maker { store }).store);
            before.book.leave();
            before.book.into_store()
        }))
    }

    /// The editor's answer.
    pub fn edited(&mut self, text: std::io::Result<Option<String>>) {
        self.flow = self.book.edited(text, &self.now).unwrap();
        self.draw();
    }

    pub fn event(&mut self, event: Event) {
        self.flow = self.book.handle(event, &self.now).unwrap();
        while self.flow == Flow::Work {
            self.flow = self.book.work(&mut |_| true, &|| self.now.instant).unwrap();
        }
        self.draw();
    }

    /// Keys separated by blanks, `"d x z 1 ctrl-d Enter"`; `'text'` is typed letter by letter.
    pub fn keys(&mut self, keys: &str) -> &mut Driver {
        for part in split(keys) {
            match part.strip_prefix('\'') {
                Some(text) => text.chars().for_each(|c| self.event(Event::Key(Key::char(c)))),
                None => {
                    let key = Key::parse(&part).unwrap_or_else(|| panic!("no key: {part}"));
                    self.event(Event::Key(key));
                }
            }
        }
        self
    }

    pub fn draw(&mut self) {
        let now = self.now;
        let book = &mut self.book;
        // A frame on an empty terminal: the test backend keeps what a wide character hides, a real one does not.
        self.terminal.clear().unwrap();
        self.terminal.draw(|frame| book.draw(frame, &now)).unwrap();
    }

    pub fn picture(&self) -> String {
        picture(self.terminal.backend().buffer())
    }

    pub fn row(&self, n: usize) -> String {
        self.picture().lines().nth(n).unwrap_or_default().to_owned()
    }

    /// The line above the keys.
    pub fn said(&self) -> String {
        let picture = self.picture();
        let lines: Vec<&str> = picture.lines().collect();
        lines[lines.len() - 2].trim().to_owned()
    }

    /// The line of keys.
    pub fn foot(&self) -> String {
        self.picture().lines().last().unwrap_or_default().to_owned()
    }

    /// The name of the selected client.
    pub fn who(&self) -> String {
        self.book.model.client().map(|c| c.name().to_owned()).unwrap_or_default()
    }
}

/// Cases that know nothing of each other, on as many threads as the machine has cores.
pub fn side_by_side<T: Sync>(cases: &[T], each: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            each(case);
            // Its screens are gone: hundreds of files would fill the memory.
            FILES.with(|(dir, _)| {
                std::fs::read_dir(dir.path()).unwrap().for_each(|f| std::fs::remove_file(f.unwrap().path()).unwrap())
            });
        }
    };
    std::thread::scope(|scope| {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            // Joined one by one: the end of the scope alone does not wait until a thread's files are gone.
            if let Err(panic) = thread.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
}

fn split(keys: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut text: Option<String> = None;
    for word in keys.split(' ') {
        match text.take() {
            Some(mut open) => {
                open.push(' ');
                match word.strip_suffix('\'') {
                    Some(end) => {
                        open.push_str(end);
                        out.push(open);
                    }
                    None => {
                        open.push_str(word);
                        text = Some(open);
                    }
                }
            }
            None if word.len() > 1 && word.starts_with('\'') => match word[1..].strip_suffix('\'') {
                Some(all) => out.push(format!("'{all}")),
                None => text = Some(word.to_owned()),
            },
            None if word.is_empty() => {}
            None => out.push(word.to_owned()),
        }
    }
    out
}

/// The buffer as text: the cell behind a wide character is part of it and not written again.
pub fn picture(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += UnicodeWidthStr::width(symbol).max(1) as u16;
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
