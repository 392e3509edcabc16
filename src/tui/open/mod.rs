//! The shell of the screen: carries its effects out against the store and answers with messages. What keys mean is decided in `app`,
//! how it looks in `view`, when it is called in `run`.

mod attach;
mod fitting;
mod mailing;
mod reading;
mod writing;

use crate::app::command::{COMMANDS, scopes};
use crate::app::dialog::{Dialog, Panel};
use crate::app::key::Key;
use crate::app::keymap::Keymap;
use crate::app::mailing::Wanted;
use crate::app::model::Toast;
use crate::app::mouse::{Hit, Mouse, MouseKind};
use crate::app::msg::{Effect, Msg};
use crate::app::{self, Model};
use crate::config::{Borders, Config, ThemeName};
use crate::domain::day::{Moment, Now};
use crate::domain::message::Message;
use crate::domain::occasion::Cultures;
use crate::i18n::{Lang, Words};
use crate::interchange::ImportOptions;
use crate::manual;
use crate::messages::{Draft, Way};
use crate::occasions;
use crate::playbooks::Library;
use crate::portfolio::CaseFile;
use crate::portfolio::{PortfolioError, Settings, Snapshot, freeze};
use crate::store::{Store, StoreError};
use crate::text::{self};
use crate::tui::asking::{self, Answer, Questions};
use crate::tui::bring;
use crate::tui::child::Lines;
use crate::tui::events::{Caller, Event};
use crate::tui::hits::Hits;
use crate::tui::run::{Flow, Screen, Show};
use crate::tui::theme::Theme;
use crate::tui::view;
use chrono_tz::Tz;
use fitting::Fitting;
use ratatui::Frame;
use std::io;
use std::path::{Path, PathBuf};

/// What the screen is opened with.
pub struct Launch {
    /// The open file.
    pub store: Store,
    /// The configuration.
    pub config: Config,
    /// Where the user's own holiday files and manual pages lie.
    pub config_dir: PathBuf,
    /// The language as found.
    pub lang: Lang,
    /// The look.
    pub theme: Theme,
    /// The command line, for the palette.
    pub lines: Lines,
    /// The configuration's own file, named where its keys are refused.
    pub config_file: String,
}

/// The key under which the file remembers the language chosen on the first-run screen.
pub const LANG_KEY: &str = "lang";

/// The key under which it remembers the look chosen on the screen.
pub const THEME_KEY: &str = "theme";
/// The key under which it remembers how list and brief share the width.
const SPLIT_KEY: &str = "split";

/// Terminals take at most 100,000 bytes of a clipboard sequence; so many become fewer than that in its letters.
const MOST_COPIED: usize = 74_000;

/// What takes long.
enum Work {
    /// A file on its way in.
    Import(String, Box<ImportOptions>),
    /// A command line.
    Line(Vec<String>),
    /// A draft on its way out.
    HandOver(Way, Box<Draft>),
    /// One message to many, being made.
    Mailing(Box<Wanted>),
    /// The messages of a run on their way out, by their places.
    HandAll(Way, Vec<(usize, Draft)>),
}

/// A running screen.
pub struct Book {
    /// What the screen knows.
    pub model: Model,
    store: Store,
    config: Config,
    config_dir: PathBuf,
    settings: Settings,
    theme: Theme,
    /// What the last frame showed where.
    hits: Hits,
    /// What [`Store::data_version`] said when the book was read; `None` while the picture is known to be behind.
    version: Option<i64>,
    bell: bool,
    announced: Option<Message>,
    demo: bool,
    lines: Lines,
    copied: Option<String>,
    work: Option<Work>,
    fitting: Fitting,
}

fn settings(config: &Config, config_dir: &Path, zone: Tz, library: &Library, cultures: Cultures) -> Result<Settings, Message> {
    let holidays = config.holidays(zone, config_dir)?;
    let (currency, rates) = (config.currency, config.rates.clone());
    Ok(Settings { holidays, currency, rates, playbooks: library.offered(), cultures, booked: true })
}

/// Holidays by culture, and the language of the screen.
fn cultures(config_dir: &Path, lang: Lang) -> Cultures {
    occasions::Library::load(config_dir).cultures(lang.language())
}

impl Book {
    /// Reads the book and stands on the first row of Today.
    ///
    /// # Errors
    /// What the store, the policy or a holiday file refuses, in words for the user.
    pub fn open(launch: Launch, now: &Now) -> Result<Book, Message> {
        let Launch { mut store, config, config_dir, lang, theme, lines, config_file } = launch;
        let library = Library::load(&config_dir, lang);
        let settings = settings(&config, &config_dir, store.zone(), &library, cultures(&config_dir, lang))?;
        let now = &Now { zone: store.zone(), ..*now };
        // A file that cannot be written can still be read: the month is then frozen another time.
        let _ = freeze::freeze_month(&mut store, &settings, now);
        let version = Some(store.data_version().map_err(|e| e.message())?);
        let snapshot = Snapshot::load(&store, &settings, now).map_err(|e| e.message())?;
        snapshot.keep_fit(&mut store);
        let mut model = Model::new(Words::load(lang), snapshot, (80, 24));
        model.can_redo = store.can_redo().unwrap_or(false);
        model.pane.share = store.ui_get(SPLIT_KEY).ok().flatten().and_then(|s| s.parse().ok()).filter(|s| *s < 1000);
        model.lines = lines.shapes.clone();
        model.playbooks = library;
        model.calendar.week = config.week_starts;
        let mut book = Book {
            model,
            store,
            config,
            config_dir,
            settings,
            theme,
            hits: Hits::default(),
            version,
            bell: false,
            announced: None,
            demo: false,
            lines,
            copied: None,
            work: None,
            fitting: Fitting::default(),
        };
        book.tell(Msg::Resize(80, 24), now);
        // A mistake in the user's keys is no reason not to open: the program's own keys work, and it says so.
        match Keymap::with(&book.config.keys, &config_file) {
            Ok(keymap) => book.model.keymap = keymap,
            Err(why) => {
                let parts = vec![(None, vec![why]), (None, vec![Message::new("keys-shipped")])];
                book.model.dialogs.push(Dialog::Panel(Panel { title: Message::new("keys-refused"), parts, scroll: 0 }));
            }
        }
        book.model.manual = manual::pages(&book.model.words, &book.model.keymap, &book.config_dir);
        Ok(book)
    }

    /// Whether the user left for the sample portfolio.
    pub fn wants_demo(&self) -> bool {
        self.demo
    }

    /// The file as it is.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The file, to be used after the screen has ended.
    pub fn into_store(self) -> Store {
        self.store
    }

    /// Tells the model, carries out what it asks for, and sees to the model of repeat orders.
    fn tell(&mut self, msg: Msg, now: &Now) -> Flow {
        let flow = self.carry_out(msg, now);
        self.see_to_fit(now);
        flow
    }

    /// The terminal is the shell's again: what was changed is packed, so that the next start reads it faster.
    pub fn leave(&mut self) {
        let _ = self.store.pack_rows(16);
    }

    /// Tells the model, and carries out what it asks for until it asks for nothing.
    fn carry_out(&mut self, msg: Msg, now: &Now) -> Flow {
        let mut flow = Flow::Continue;
        let mut waiting = app::update(&mut self.model, msg, now);
        while !waiting.is_empty() {
            for effect in std::mem::take(&mut waiting) {
                match effect {
                    Effect::Quit => flow = Flow::Quit,
                    Effect::Demo => {
                        self.demo = true;
                        flow = Flow::Quit;
                    }
                    Effect::Suspend => flow = Flow::Suspend,
                    Effect::Redraw => flow = Flow::Redraw,
                    Effect::Edit(text) => flow = Flow::Edit(text),
                    Effect::Import(path, mut options) => {
                        options.currency = Some(self.model.book.currency);
                        self.work = Some(Work::Import(path, options));
                        flow = Flow::Work;
                    }
                    Effect::RunLine(words) => {
                        self.work = Some(Work::Line(words));
                        flow = Flow::Work;
                    }
                    Effect::HandOver(way, draft) => {
                        self.work = Some(Work::HandOver(way, draft));
                        flow = Flow::Work;
                    }
                    Effect::Mailing(wanted) => {
                        self.work = Some(Work::Mailing(wanted));
                        flow = Flow::Work;
                    }
                    Effect::HandAll(way, all) => {
                        self.work = Some(Work::HandAll(way, all));
                        flow = Flow::Work;
                    }
                    // The terminal would throw it away without a word.
                    Effect::Copy(text) if text.len() > MOST_COPIED => {
                        let message = Message::new("copy-too-long").with("bytes", text.len()).with("most", MOST_COPIED);
                        self.model.error = Some(message);
                    }
                    Effect::Copy(text) => {
                        let message =
                            Message::new("toast-copied").with("text", text::truncate(&text::one_line(&text), 40).into_owned());
                        self.model.toast = Some(Toast { message, undo: false, note: false });
                        self.copied = Some(text);
                    }
                    Effect::Announce(message) => {
                        self.bell = true;
                        self.announced = Some(message);
                    }
                    effect => {
                        let now = &self.now(now);
                        if let Some(answer) = self.answer(effect, now) {
                            waiting.extend(app::update(&mut self.model, answer, now));
                        }
                    }
                }
            }
        }
        flow
    }

    /// The same moment in the file's zone, which an effect may have changed.
    fn now(&self, now: &Now) -> Now {
        Now { zone: self.store.zone(), ..*now }
    }

    /// Carries out one effect against the store.
    fn answer(&mut self, effect: Effect, now: &Now) -> Option<Msg> {
        let done = match effect {
            Effect::Apply(action, after) => self.apply(&action, after, now),
            Effect::UndoThis(op) => self.step_back_to(Some(op), now),
            Effect::Undo => match self.store.undo_for_good() {
                Ok(Some((did, rows))) => {
                    Ok(Msg::Ask(Message::new("ask-undo").with("did", did).with("rows", rows), Effect::UndoForGood))
                }
                Ok(None) => self.step_back(true, now),
                Err(error) => Err(busy(&error)),
            },
            Effect::UndoForGood => self.step_back(true, now),
            Effect::Redo => self.step_back(false, now),
            Effect::LoadDetail(id) => match self.store.detail(id) {
                Ok(detail) => Ok(Msg::Detail(id, detail.map(Box::new))),
                // Read at the next key; a brief that is a moment late is no error.
                Err(StoreError::Locked(_)) => return None,
                Err(error) => Err(error.message()),
            },
            Effect::LoadCase(id) => match CaseFile::load(&self.store, id, now.instant, false) {
                Ok(file) => Ok(Msg::Case(id, file.map(Box::new))),
                Err(PortfolioError::Store(StoreError::Locked(_))) => return None,
                Err(error) => Err(error.message()),
            },
            Effect::Attach(case, path) => self.attach(case, &path, now),
            Effect::Complete(path) => Ok(attach::complete(&path)),
            Effect::LoadForm(subject) => self.load_form(subject, now).map(|loaded| Msg::Form(Box::new(loaded))),
            Effect::LoadTimeline(id) => match self.timeline(id, now) {
                Ok(Some(story)) => Ok(Msg::Timeline(Box::new(story))),
                // The same: read at the next key.
                Ok(None) | Err(StoreError::Locked(_)) => return None,
                Err(error) => Err(error.message()),
            },
            Effect::LoadFinder(clients) => {
                self.finder(&clients).map(|finder| Msg::Finder(finder, clients)).map_err(|e| busy(&e))
            }
            Effect::LookThrough(words) => {
                let found = words.into_iter().map(|word| Ok((word.clone(), self.store.clients_with_note(&word)?)));
                found.collect::<Result<_, StoreError>>().map(Msg::Notes).map_err(|e| busy(&e))
            }
            Effect::Reload => self.reload(now).map(|()| Msg::Reloaded),
            Effect::ListFiles(folder) => {
                let entries = bring::list(&folder, now);
                Ok(Msg::Files(folder, entries))
            }
            Effect::LookAt(path, mut options) => {
                options.currency = Some(self.model.book.currency);
                bring::look(&path, &options, now).map(|looked| Msg::Looked(path, options, Box::new(looked)))
            }
            Effect::Deal => self.deal(),
            Effect::LookBack(span, period) => self.look_back(span, period),
            Effect::Review(week, clients) => self.review(week, clients),
            Effect::Draft(client, about) => self.drafts(client, about, now),
            Effect::Prep(client) => self.prep(client, now),
            Effect::ReadNotes => self.knowledge(),
            Effect::Speak(lang) => {
                self.model.words = Words::load(lang);
                self.model.playbooks = Library::load(&self.config_dir, lang);
                self.settings.playbooks = self.model.playbooks.offered();
                self.settings.cultures = cultures(&self.config_dir, lang);
                // Names of holidays are read anew with the book.
                self.version = None;
                self.model.manual = manual::pages(&self.model.words, &self.model.keymap, &self.config_dir);
                // Where the screen was is remembered when that can be written, and forgotten otherwise.
                let _ = self.store.ui_set(LANG_KEY, lang.tag());
                return None;
            }
            Effect::Look(name) => {
                self.theme = self.theme.renamed(name);
                let _ = self.store.ui_set(THEME_KEY, name.code());
                return None;
            }
            Effect::Split(share) => {
                let _ = self.store.ui_set(SPLIT_KEY, &share.to_string());
                return None;
            }
            Effect::Mailing(_) | Effect::HandAll(..) => return None,
            Effect::Quit | Effect::Demo | Effect::Suspend | Effect::Redraw | Effect::Announce(_) => return None,
            Effect::Edit(_) | Effect::Copy(_) | Effect::Import(..) | Effect::RunLine(_) | Effect::HandOver(..) => return None,
        };
        Some(done.unwrap_or_else(Msg::Failed))
    }

    /// A key or the mouse, after looking whether another program wrote meanwhile: what the user sees must be what it acts on.
    fn input(&mut self, msg: Msg, now: &Now) -> Flow {
        self.announced = None;
        match self.follow_others(now) {
            Ok(false) => {}
            Ok(true) => {
                let before = self.model.entry().map(|e| e.id);
                self.tell(Msg::Reloaded, now);
                if before.is_some() && self.model.entry().map(|e| e.id) != before {
                    self.tell(Msg::Failed(Message::new("item-gone")), now);
                    return Flow::Continue;
                }
                // A click was meant for what was drawn before.
                if matches!(msg, Msg::Mouse(..)) {
                    return Flow::Continue;
                }
            }
            Err(message) => {
                self.tell(Msg::Failed(message), now);
                return Flow::Continue;
            }
        }
        self.tell(msg, now)
    }

    /// Nobody typed: what another program wrote meanwhile is read, so that what it agreed on rings here. While something is typed or
    /// chosen the picture stays; the next key looks itself.
    fn look_up(&mut self, now: &Now) {
        if self.model.is_typing() || self.model.prefix.is_some() || !self.model.typed.is_empty() {
            return;
        }
        let before = self.model.entry().map(|e| e.id);
        if matches!(self.follow_others(now), Ok(true)) {
            self.tell(Msg::Reloaded, now);
            if before.is_some() && self.model.entry().map(|e| e.id) != before {
                self.tell(Msg::Failed(Message::new("item-gone")), now);
            }
        }
    }

    /// What the terminal answered: its look follows. Late answers are as good as early ones.
    fn learn(&mut self, answer: Answer) -> Flow {
        let before = self.theme;
        if let Answer::Background(background) = answer {
            self.theme = self.theme.on(Some(background));
        }
        if let Some(wide) = asking::is_wide(answer).filter(|_| self.config.borders == Borders::Auto) {
            self.theme.ascii = wide;
        }
        if self.theme == before { Flow::Continue } else { Flow::Redraw }
    }
}

/// A file that another program holds: the picture stays, and the key can be pressed again.
fn busy(error: &StoreError) -> Message {
    match error {
        StoreError::Locked(_) => Message::new("screen-busy"),
        other => other.message(),
    }
}

/// An action was written, but the book could not be read again: pressing the key once more would do it twice.
fn written_but(error: &Message) -> Message {
    Message::new(app::WRITTEN_UNREAD).with("why", error.clone())
}

fn unread(error: &PortfolioError) -> Message {
    match error {
        PortfolioError::Store(error) => busy(error),
        other => other.message(),
    }
}

impl Screen for Book {
    fn handle(&mut self, event: Event, now: &Now) -> anyhow::Result<Flow> {
        let now = &self.now(now);
        Ok(match event {
            Event::Key(key) => self.input(Msg::Key(key), now),
            Event::Mouse(mouse) => {
                let spot = self.hits.at(mouse.column, mouse.row);
                self.input(Msg::Mouse(mouse, spot), now)
            }
            Event::Answer(answer) => self.learn(answer),
            Event::Paste(text) => self.tell(Msg::Paste(text), now),
            Event::Resize => Flow::Continue,
            Event::Wake => {
                self.look_up(now);
                self.tell(Msg::Wake, now)
            }
            Event::Done => {
                self.fitting.collect();
                self.see_to_fit(now);
                Flow::Continue
            }
        })
    }

    fn draw(&mut self, frame: &mut Frame<'_>, now: &Now) {
        let size = (frame.area().width, frame.area().height);
        let now = &self.now(now);
        if size != self.model.size {
            self.tell(Msg::Resize(size.0, size.1), now);
        }
        self.hits = view::draw_hits(frame, &self.model, &self.theme, now);
    }

    fn next_wake(&self, now: &Now) -> Option<Moment> {
        Some(app::next_wake(&self.model, now))
    }

    fn zone(&self) -> Tz {
        self.store.zone()
    }

    fn title(&self, now: &Now) -> String {
        let name = self.model.words.get("app-name");
        match &self.announced {
            Some(message) => format!("{} - {name}", text::sanitize(&self.model.words.say(message, now))),
            None => name,
        }
    }

    fn is_typing(&self) -> bool {
        self.model.is_typing()
    }

    fn questions(&self) -> Questions {
        let follows = matches!(self.theme.name(), None | Some(ThemeName::HighContrast));
        Questions { glyph: self.config.borders == Borders::Auto && !self.theme.ascii, background: follows }
    }

    fn wants_mouse(&self) -> bool {
        self.config.mouse
    }

    fn is_button(&self, mouse: Mouse) -> bool {
        let spot = self.hits.at(mouse.column, mouse.row);
        mouse.kind == MouseKind::Press && spot.is_some_and(|s| matches!(s.hit, Hit::Command(_)))
    }

    fn take_bell(&mut self) -> bool {
        std::mem::take(&mut self.bell)
    }

    fn take_copy(&mut self) -> Option<String> {
        self.copied.take()
    }

    fn is_guarded(&self, key: Key) -> bool {
        let (keymap, scopes) = (&self.model.keymap, scopes(&self.model));
        let mut guarded = COMMANDS.iter().filter(|c| c.id.moves_on() && scopes.contains(&c.scope));
        guarded.any(|c| keymap.of(c.id).iter().any(|keys| keys.last() == Some(&key)))
    }

    fn work(&mut self, show: &mut Show<'_>, clock: &dyn Fn() -> Moment) -> anyhow::Result<Flow> {
        let now = |book: &Book| Now { instant: clock(), zone: book.store.zone() };
        let began = &now(self);
        let msg = match self.work.take() {
            Some(Work::Import(path, options)) => self.import(&path, *options, show, began).unwrap_or_else(Msg::Failed),
            Some(Work::Line(words)) => {
                let said = self.line(&words, show, began);
                // What the line wrote is later than the key, and what is later than now is not seen.
                let now = &now(self);
                if matches!(self.follow_others(now), Ok(true)) {
                    self.tell(Msg::Reloaded, now);
                }
                said
            }
            Some(Work::HandOver(way, draft)) => self.hand_over(way, &draft, show, began),
            Some(Work::Mailing(wanted)) => self.mailing(*wanted, show, began).unwrap_or_else(Msg::Failed),
            Some(Work::HandAll(way, all)) => self.hand_all(way, all, show, began),
            None => return Ok(Flow::Continue),
        };
        let now = &now(self);
        Ok(self.tell(msg, now))
    }

    fn listen(&mut self, caller: Caller) {
        self.fitting.listen(caller);
    }

    fn edited(&mut self, text: io::Result<Option<String>>, now: &Now) -> anyhow::Result<Flow> {
        let msg = match text {
            Ok(text) => Msg::Edited(text),
            Err(why) => Msg::Failed(Message::new("screen-no-editor").with("why", why.to_string())),
        };
        Ok(self.tell(msg, &self.now(now)))
    }
}

#[cfg(test)]
mod tests;
