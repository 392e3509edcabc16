//! The whole program on a terminal in memory. What is measured with it is in the benches.

use super::now;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::path::Path;
use touchbase::app::key::Key;
use touchbase::config::Config;
use touchbase::i18n::Lang;
use touchbase::store::{OpenMode, Store};
use touchbase::tui::events::Event;
use touchbase::tui::open::{Book, Launch};
use touchbase::tui::run::Screen;
use touchbase::tui::theme::Theme;

/// A screen on a copy of a book, so that keys may write.
pub struct Stage {
    /// The program.
    pub book: Book,
    /// What it draws on.
    pub terminal: Terminal<TestBackend>,
    _folder: tempfile::TempDir,
}

impl Stage {
    /// Opens a copy and draws it once.
    pub fn new(path: &Path, (width, height): (u16, u16)) -> Stage {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let copy = folder.path().join("book.db");
        std::fs::copy(path, &copy).unwrap();
        let store = Store::open(&copy, OpenMode::Write, None).unwrap();
        let (config, config_dir) = (Config::default(), folder.path().to_path_buf());
        let launch = Launch {
            store,
            config,
            config_dir,
            lang: Lang::En,
            theme: Theme::new(true, false),
            lines: Default::default(),
            config_file: String::new(),
        };
        let book = Book::open(launch, &now()).unwrap();
        let mut stage = Stage { book, terminal: Terminal::new(TestBackend::new(width, height)).unwrap(), _folder: folder };
        stage.draw();
        stage
    }

    /// A frame.
    pub fn draw(&mut self) {
        let book = &mut self.book;
        self.terminal.draw(|frame| book.draw(frame, &now())).unwrap();
    }

    /// A key, not drawn.
    pub fn tell(&mut self, key: &str) {
        self.book.handle(Event::Key(Key::parse(key).unwrap()), &now()).unwrap();
    }

    /// A key and its frame.
    pub fn press(&mut self, key: &str) {
        self.tell(key);
        self.draw();
        assert_eq!(self.book.model.error, None, "{key}");
    }

    /// The clock's wake and its frame.
    pub fn wake(&mut self) {
        self.book.handle(Event::Wake, &now()).unwrap();
        self.draw();
    }

    /// Keys, each with its frame.
    pub fn rest(&mut self, keys: &[&str]) {
        for key in keys {
            self.press(key);
        }
    }
}
