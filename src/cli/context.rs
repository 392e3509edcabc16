//! What every command works with: words, configuration, printer, and the opened book with its assessment.
//! Which command does what with it lives in the command's own file.

use super::args::Args;
use super::errors::{FAILED, UNKNOWN, USAGE, fail};
use super::output::Output;
use super::pick::ambiguous;
use crate::config::Config;
use crate::domain::action::{Action, Face};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::{Currency, Money};
use crate::domain::occasion::Cultures;
use crate::domain::when::{self, Look};
use crate::i18n::{Lang, Words};
use crate::occasions;
use crate::paths::{self, Paths};
use crate::playbooks::Library;
use crate::portfolio::find::{Found, find};
use crate::portfolio::{Assessed, Settings, Snapshot, care, freeze};
use crate::store::{Applied, OpenMode, Store, StoreError};
use crate::text::fold;
use anyhow::Result;
use chrono_tz::Tz;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::mem::ManuallyDrop;
use std::str::FromStr;

/// One run of the program.
pub struct Context {
    /// The language.
    pub words: Words,
    /// The configuration.
    pub config: Config,
    /// Where the files are.
    pub paths: Paths,
    /// The printer.
    pub out: Output,
    /// The clock, read once in `main`.
    pub instant: Moment,
    /// Whether the language was asked for, not only found in the locale.
    pub lang_given: bool,
}

/// An opened file and everything derived from it.
pub struct Book {
    /// The file.
    pub store: Store,
    /// What the configuration adds.
    pub settings: Settings,
    /// The moment of the question: the clock, or `--as-of`.
    pub now: Now,
    /// The assessed book. It lasts as long as the process: giving a large one back piece by piece would only take time.
    pub snapshot: ManuallyDrop<Snapshot>,
}

/// A day, and the moment on it when a time was named.
#[derive(Debug, Clone, Copy)]
pub struct Then {
    /// The day.
    pub day: Day,
    /// The moment.
    pub at: Option<Moment>,
}

impl Context {
    /// Opens the book for reading, as of `--as-of`.
    pub fn read(&self, args: &Args<'_>) -> Result<Book> {
        let store = Store::open(&self.paths.db, OpenMode::Read, Some(&self.paths.state_dir))?;
        let mut settings = self.settings(store.zone())?;
        let mut now = Now { instant: self.instant, zone: store.zone() };
        if let Some(text) = args.text("as-of") {
            settings.booked = false;
            let then = when::parse(&text, &now, Look::Ahead).map_err(|m| fail(USAGE, m))?;
            now = now.at(then.end(now.zone));
        }
        let snapshot = Snapshot::load(&store, &settings, &now)?;
        Ok(Book { store, settings, now, snapshot: ManuallyDrop::new(snapshot) })
    }

    /// Opens the book for writing.
    pub fn write(&self) -> Result<Book> {
        self.writing(OpenMode::Write)
    }

    /// Opens the book for writing; a missing file is made with the machine's zone.
    pub fn create(&self) -> Result<Book> {
        self.writing(OpenMode::Create { zone: self.machine_zone() })
    }

    /// Opens the book for a trial: nothing is written, and a missing file is not made but taken for an empty one.
    pub fn rehearse(&self) -> Result<Book> {
        let store = match Store::open(&self.paths.db, OpenMode::Read, Some(&self.paths.state_dir)) {
            Err(StoreError::NoDatabase(_)) => Store::open_memory(self.machine_zone())?,
            opened => opened?,
        };
        let settings = self.settings(store.zone())?;
        let now = Now { instant: self.instant, zone: store.zone() };
        let snapshot = Snapshot::load(&store, &settings, &now)?;
        Ok(Book { store, settings, now, snapshot: ManuallyDrop::new(snapshot) })
    }

    /// The clock in the machine's zone, for what is said before a file is open.
    pub fn now(&self) -> Now {
        Now { instant: self.instant, zone: self.machine_zone() }
    }

    /// The zone a new file gets.
    pub fn machine_zone(&self) -> Tz {
        paths::detect_zone(std::env::var("TZ").ok().as_deref())
    }

    /// Refuses a bad date before a file is made for it. Which day it is, is read again in the file's zone.
    pub fn check_when(&self, args: &Args<'_>, name: &str, look: Look) -> Result<()> {
        let now = self.now();
        args.text(name).map_or(Ok(()), |text| when::parse(&text, &now, look).map(|_| ()).map_err(|m| fail(USAGE, m)))
    }

    /// Refuses a bad amount or currency before a file is made for it.
    pub fn check_money(&self, args: &Args<'_>, name: &str) -> Result<()> {
        let currency = currency(args, self.config.currency.unwrap_or(Currency::CNY))?;
        args.text(name).map_or(Ok(()), |text| money(&text, currency).map(|_| ()))
    }

    fn writing(&self, mode: OpenMode) -> Result<Book> {
        let mut store = Store::open(&self.paths.db, mode, Some(&self.paths.state_dir))?;
        let settings = self.settings(store.zone())?;
        let now = Now { instant: self.instant, zone: store.zone() };
        freeze::freeze_month(&mut store, &settings, &now)?;
        let snapshot = Snapshot::load(&store, &settings, &now)?;
        Ok(Book { store, settings, now, snapshot: ManuallyDrop::new(snapshot) })
    }

    /// What the configuration adds to a file of this zone.
    pub fn settings(&self, zone: Tz) -> Result<Settings> {
        let holidays = self.config.holidays(zone, &self.paths.config_dir).map_err(|m| fail(USAGE, m))?;
        let playbooks = self.library().offered();
        let (currency, rates) = (self.config.currency, self.config.rates.clone());
        Ok(Settings { holidays, currency, rates, playbooks, cultures: self.cultures(), booked: true })
    }

    /// Holidays by culture, and the user's language.
    fn cultures(&self) -> Cultures {
        self.occasions().cultures(self.words.lang.language())
    }

    /// The cultures and their holidays, with what is wrong with the files of the user's own.
    pub fn occasions(&self) -> occasions::Library {
        occasions::Library::load(&self.paths.config_dir)
    }

    /// The playbooks in the user's language.
    pub fn library(&self) -> Library {
        Library::load(&self.paths.config_dir, self.words.lang)
    }

    /// A message in the user's language.
    pub fn say(&self, message: &Message, now: &Now) -> String {
        self.words.say(message, now)
    }

    /// The words a client is written to in, where they are not those of the command line.
    pub fn words_for(&self, client: &Assessed, book: &Book) -> Option<Words> {
        let lang = Lang::of(care::language(&client.facts.client, &book.snapshot.cultures));
        (lang != self.words.lang).then(|| Words::load(lang))
    }

    /// A remark beside the answer, on standard error.
    pub fn aside(&self, line: &str) {
        super::output::remark_aside(line);
    }

    /// The name of a code in the user's language: `word("channel", "call")`.
    pub fn word(&self, family: &str, code: &str) -> String {
        self.words.get(&format!("{family}-{code}"))
    }

    /// Column headings by catalogue id, `cli-column-…`.
    pub fn headings(&self, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|c| self.words.get(&format!("cli-column-{c}"))).collect()
    }

    /// Says which currencies of the book have no rate, and where to write one; `None` when all have.
    pub fn missing_rates(&self, book: &Book) -> Option<Message> {
        let missing: BTreeSet<Currency> = book.snapshot.present().flat_map(|c| c.facts.missing_rates.iter().copied()).collect();
        let first = missing.first()?;
        let all: Vec<&str> = missing.iter().map(Currency::as_str).collect();
        let message = Message::new("cli-no-rate")
            .with("currencies", all.join(", "))
            .with("base", book.snapshot.currency.as_str())
            .with("first", first.as_str())
            .with("path", self.paths.config_file.display().to_string());
        Some(message)
    }

    /// What a writing command answers when there was nothing to do.
    pub fn unchanged(&self, book: &Book, message: &Message) -> Result<()> {
        let message = self.say(message, &book.now);
        if self.out.json {
            let answer = json!({ "op": Value::Null, "ids": [], "message": message, "next_due": Value::Null });
            return Ok(self.out.value(&answer)?);
        }
        Ok(self.out.block(&message)?)
    }

    /// What a writing command answers: what was done, and the client's next due day. JSON: `{op, ids, message, next_due}`.
    pub fn answer(&self, book: &Book, applied: &Applied, client: Option<Id>) -> Result<()> {
        self.answer_with(book, applied, client, Map::new())
    }

    /// The same with more fields in its JSON.
    pub fn answer_with(&self, book: &Book, applied: &Applied, client: Option<Id>, more: Map<String, Value>) -> Result<()> {
        if applied.op.is_some() {
            self.out.wrote();
        }
        let message = self.say(&applied.message, &book.now);
        let next = client.and_then(|id| book.snapshot.client(id)).and_then(next_due);
        if self.out.json {
            let ids: Vec<Value> = applied.ids.iter().map(|(table, id)| json!({ "table": table, "id": id })).collect();
            let next = next.map(|(day, _)| day);
            let mut answer = json!({ "op": applied.op, "ids": ids, "message": message, "next_due": next });
            if let Value::Object(answer) = &mut answer {
                answer.extend(more);
            }
            self.out.value(&answer)?;
            return Ok(());
        }
        match next {
            Some((day, channel)) => {
                // What is due already was due before the action, too: it is not "next".
                let id = if day < book.now.today() { "cli-next-late" } else { "cli-next" };
                let next = Message::new(id).with("day", day).with("channel", channel);
                self.out.block(&format!("{message}{}", self.say(&next, &book.now)))?;
            }
            None => self.out.block(&message)?,
        }
        Ok(())
    }
}

/// The earliest due day of a client's plan and its channel.
pub fn next_due(client: &Assessed) -> Option<(Day, crate::domain::words::Channel)> {
    let day = client.next_due?;
    client.plan.iter().find(|r| r.due == day).map(|r| (day, r.channel))
}

impl Book {
    /// The client named on the line.
    pub fn client(&self, text: &str) -> Result<Id> {
        match find(&self.store.names()?, text) {
            Found::One(id) => Ok(id),
            Found::Many(matches) => {
                let shown = |(id, name): &(Id, String)| (*id, Message::new("cli-choice-client").with("name", short(name)));
                Err(ambiguous(text, matches.iter().map(shown)))
            }
            Found::None(near) => {
                let near: Vec<String> = near.iter().map(|n| short(n)).collect();
                let id = if near.is_empty() { "cli-error-no-client" } else { "cli-error-no-client-near" };
                Err(fail(UNKNOWN, Message::new(id).with("text", text).with("near", near.join(", "))))
            }
        }
    }

    /// The client named by an argument that may be missing.
    pub fn maybe_client(&self, args: &Args<'_>) -> Result<Option<Id>> {
        args.text("client").map(|text| self.client(&text)).transpose()
    }

    /// The assessed client of an id that was just found.
    pub fn assessed(&self, id: Id) -> Result<&Assessed> {
        self.snapshot.client(id).ok_or_else(|| fail(FAILED, Message::new("cli-error-vanished")))
    }

    /// Carries an action out and brings the assessment up to date.
    pub fn apply(&mut self, action: &Action) -> Result<Applied> {
        let applied = self.store.apply(action, &self.now, Face::Cli)?;
        if applied.op.is_none() {
            return Ok(applied);
        }
        self.now.zone = self.store.zone();
        let clients: &[Id] = if applied.all { &[] } else { &applied.clients };
        self.snapshot.refresh(&self.store, &self.settings, clients, &self.now)?;
        self.snapshot.settle(&self.store)?;
        self.snapshot.keep_fit(&mut self.store);
        self.store.keep_rows();
        Ok(applied)
    }

    /// Assesses the whole file anew.
    pub fn read_again(&mut self) -> Result<()> {
        *self.snapshot = Snapshot::load(&self.store, &self.settings, &self.now)?;
        Ok(())
    }

    /// A day or moment as the user wrote it.
    pub fn when(&self, text: &str, look: Look) -> Result<Then> {
        let found = when::parse(text, &self.now, look).map_err(|m| fail(USAGE, m))?;
        Ok(Then { day: found.day, at: found.moment(self.now.zone) })
    }

    /// The day of an option, looking ahead or back.
    pub fn day(&self, args: &Args<'_>, name: &str, look: Look) -> Result<Option<Day>> {
        args.text(name).map(|text| Ok(self.when(&text, look)?.day)).transpose()
    }

    /// A moment: the named one, or the opening of the named day.
    pub fn moment(&self, text: &str, look: Look) -> Result<Moment> {
        let then = self.when(text, look)?;
        Ok(then.at.unwrap_or_else(|| self.snapshot.time.opening_moment(then.day, self.now.zone)))
    }

    /// The currency of `--currency`, else the base currency.
    pub fn currency(&self, args: &Args<'_>) -> Result<Currency> {
        currency(args, self.snapshot.currency)
    }
}

fn currency(args: &Args<'_>, base: Currency) -> Result<Currency> {
    let bad = |text: &str| fail(USAGE, Message::new("cli-error-currency").with("text", text));
    args.text("currency").map_or(Ok(base), |text| Currency::parse(&text).ok_or_else(|| bad(&text)))
}

/// An amount as the user wrote it.
pub fn money(text: &str, currency: Currency) -> Result<Money> {
    let bad = Message::new("cli-error-amount").with("text", text).with("currency", currency.as_str());
    Money::parse(text, currency).ok_or_else(|| fail(USAGE, bad))
}

/// A name of any length in a message.
pub fn short(name: &str) -> String {
    crate::text::truncate(&crate::text::one_line(name), 60).into_owned()
}

/// The value of an option as a number.
pub fn number<T: FromStr>(args: &Args<'_>, name: &str) -> Result<Option<T>> {
    let bad = |text: &str| fail(USAGE, Message::new("cli-error-number").with("option", format!("--{name}")).with("text", text));
    args.text(name).map(|text| text.trim().parse().map_err(|_| bad(&text))).transpose()
}

/// The value of an option as one of a fixed list of words: codes, or their names in either language.
pub fn word<T: Copy>(family: &str, text: &str, all: &[T], code: fn(T) -> &'static str) -> Result<T> {
    let key = fold(text);
    let found = all.iter().copied().find(|value| {
        code(*value).eq_ignore_ascii_case(text.trim())
            || crate::i18n::Lang::ALL.iter().any(|lang| {
                let words = Words::load(*lang);
                let name = words.get(&format!("{family}-{}", code(*value)));
                let more = words.get(&format!("cli-also-{family}-{}", code(*value)));
                name.split(['/', '／']).chain(more.split_whitespace()).any(|n| fold(n) == key)
            })
    });
    found.ok_or_else(|| {
        let choices: Vec<&str> = all.iter().map(|v| code(*v)).collect();
        fail(USAGE, Message::new("cli-error-word").with("text", text).with("choices", choices.join(", ")))
    })
}
