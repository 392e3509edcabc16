//! The configuration file, the user's own versions of shipped files, and the choice of language.
//! Where the files lie is `paths`' business; rules of tiers and contact plans stand in the policy, not here.

use crate::domain::day::WeekStart;
use crate::domain::message::Message;
use crate::domain::money::{Currency, Rates};
use crate::domain::zone::Holidays;
use crate::i18n::Lang;
use crate::text::Mailbox;
use chrono_tz::Tz;
use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// Which holiday calendar is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidayChoice {
    /// China, with make-up days.
    China,
    /// None: the weekly pattern alone.
    Off,
}

/// A look of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeName {
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Weight and contrast before calm.
    HighContrast,
    /// Without colours.
    Mono,
}

impl ThemeName {
    /// Every look, in the order in which they are offered.
    pub const ALL: [ThemeName; 4] = [ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast, ThemeName::Mono];

    /// As it is written in the configuration.
    pub fn code(self) -> &'static str {
        match self {
            ThemeName::Dark => "dark",
            ThemeName::Light => "light",
            ThemeName::HighContrast => "high-contrast",
            ThemeName::Mono => "mono",
        }
    }

    /// Reads what [`ThemeName::code`] writes.
    pub fn parse(text: &str) -> Option<ThemeName> {
        ThemeName::ALL.into_iter().find(|name| name.code() == text)
    }
}

/// Which characters edges are drawn with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Borders {
    /// Box characters, unless the terminal draws them two cells wide.
    #[default]
    Auto,
    /// Box characters.
    Unicode,
    /// ASCII.
    Ascii,
}

impl Borders {
    /// Reads `auto`, `unicode`, `ascii`.
    pub fn parse(text: &str) -> Option<Borders> {
        match text {
            "auto" => Some(Borders::Auto),
            "unicode" => Some(Borders::Unicode),
            "ascii" => Some(Borders::Ascii),
            _ => None,
        }
    }
}

/// What the user has configured.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Language of the interface, `None` when the environment decides.
    pub lang: Option<Lang>,
    /// The user's own name or firm, under messages to clients.
    pub name: Option<String>,
    /// Holiday calendar, `None` when the file's zone decides.
    pub holidays: Option<HolidayChoice>,
    /// The currency in which sums are shown; unset, the one most invoices of the book are in.
    pub currency: Option<Currency>,
    /// Units of `currency` for one unit of each other currency.
    pub rates: Rates,
    /// The look, `None` when the terminal decides.
    pub theme: Option<ThemeName>,
    /// The edges.
    pub borders: Borders,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// The first day of the weeks of the calendar.
    pub week_starts: WeekStart,
    /// Where the knowledge notes lie, as written; `None` for the folder beside the configuration.
    pub notes: Option<String>,
    /// How messages to clients leave the program.
    pub messages: Messages,
    /// The user's own keys, as written.
    pub keys: Vec<KeyBinding>,
}

/// How messages to clients leave the program; what is not set is a way that is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages {
    /// Who writes.
    pub from: Option<Mailbox>,
    /// A command that takes a mail on its standard input.
    pub command: Option<String>,
    /// The Maildir drafts are put in, as written: absolute or below `~`.
    pub maildir: Option<PathBuf>,
    /// What opens a `mailto:` link; unset, what the system has for it.
    pub open: Option<String>,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            lang: None,
            name: None,
            holidays: None,
            currency: None,
            rates: Rates::default(),
            theme: None,
            borders: Borders::Auto,
            mouse: true,
            week_starts: WeekStart::Monday,
            notes: None,
            messages: Messages::default(),
            keys: Vec::new(),
        }
    }
}

/// Keys of the user's own for a command of the screen; what scopes, commands and keys there are is known to `app::keymap`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyBinding {
    /// The scope, where only that is meant.
    pub scope: Option<String>,
    /// The command.
    pub command: String,
    /// Its keys instead of the shipped ones, each one key or several parted by blanks.
    pub keys: Vec<String>,
    /// The line of the file.
    pub line: usize,
}

impl Config {
    /// Reads the configuration; a missing file means the defaults. An error names file, line and key.
    pub fn load(path: &Path) -> Result<Config, Message> {
        match std::fs::read(path) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Config::parse(&text, &path.display().to_string()),
                Err(_) => Err(Message::new("config-not-text").with("file", path.display().to_string())),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Config::default()),
            Err(error) => Err(unreadable(path, &error)),
        }
    }

    /// Reads the text of a configuration; `file` is named in errors.
    pub fn parse(text: &str, file: &str) -> Result<Config, Message> {
        let text = text.trim_start_matches('\u{feff}');
        let at = |id, start: usize| {
            let line = text.get(..start.min(text.len())).unwrap_or(text).matches('\n').count() + 1;
            Message::new(id).with("file", file).with("line", line)
        };
        let table = DeTable::parse(text).map_err(|e| at("config-syntax", e.span().map_or(0, |span| span.start)))?;
        let mut config = Config::default();
        let mut rates: Vec<(Currency, f64, usize)> = Vec::new();
        for (key, value) in table.get_ref() {
            let name: &str = key.get_ref().as_ref();
            let bad = |id| at(id, value.span().start).with("key", name);
            match (name, value.get_ref()) {
                ("lang", DeValue::String(s)) if matches!(s.as_ref(), "en" | "zh-CN") => config.lang = Lang::parse(s),
                ("lang", _) => return Err(bad("config-bad-lang")),
                ("name", DeValue::String(s)) => {
                    config.name = Some(s.trim().to_owned()).filter(|name| !name.is_empty());
                }
                ("name", _) => return Err(bad("config-bad-name")),
                ("holidays", DeValue::String(s)) if s.as_ref() == "CN" => config.holidays = Some(HolidayChoice::China),
                ("holidays", DeValue::String(s)) if s.as_ref() == "none" => config.holidays = Some(HolidayChoice::Off),
                ("holidays", _) => return Err(bad("config-bad-holidays")),
                ("currency", DeValue::String(s)) => {
                    config.currency = Some(Currency::parse(s).ok_or_else(|| bad("config-bad-currency"))?);
                }
                ("currency", _) => return Err(bad("config-bad-currency")),
                ("rates", DeValue::Table(table)) => {
                    for (key, value) in table {
                        let name: &str = key.get_ref().as_ref();
                        let bad = |id| at(id, key.span().start).with("key", format!("rates.{name}"));
                        let currency = Currency::parse(name).ok_or_else(|| bad("config-bad-currency"))?;
                        let rate = number(value.get_ref()).ok_or_else(|| bad("config-bad-rate"))?;
                        rates.push((currency, rate, key.span().start));
                    }
                }
                ("rates", _) => return Err(bad("config-bad-rate")),
                ("theme", DeValue::String(s)) => {
                    config.theme = Some(ThemeName::parse(s).ok_or_else(|| bad("config-bad-theme"))?);
                }
                ("theme", _) => return Err(bad("config-bad-theme")),
                ("borders", DeValue::String(s)) => {
                    config.borders = Borders::parse(s).ok_or_else(|| bad("config-bad-borders"))?;
                }
                ("borders", _) => return Err(bad("config-bad-borders")),
                ("mouse", DeValue::Boolean(on)) => config.mouse = *on,
                ("mouse", _) => return Err(bad("config-bad-mouse")),
                ("week_starts", DeValue::String(s)) => {
                    config.week_starts = WeekStart::parse(s).ok_or_else(|| bad("config-bad-week"))?;
                }
                ("week_starts", _) => return Err(bad("config-bad-week")),
                ("notes", DeValue::Table(table)) => {
                    config.notes =
                        read_notes(table).map_err(|(id, key, start)| at(id, start).with("key", format!("notes.{key}")))?;
                }
                ("notes", _) => return Err(bad("config-bad-notes")),
                ("messages", DeValue::Table(table)) => {
                    config.messages = read_messages(table)
                        .map_err(|(id, key, start)| at(id, start).with("key", format!("messages.{key}")))?;
                }
                ("messages", _) => return Err(bad("config-bad-messages")),
                ("keys", DeValue::Table(table)) => {
                    let line = |start: usize| text.get(..start).unwrap_or(text).matches('\n').count() + 1;
                    read_keys(table, None, &line, &mut config.keys)
                        .map_err(|(key, start)| at("config-bad-keys", start).with("key", key))?;
                }
                ("keys", _) => return Err(bad("config-bad-keys")),
                _ => return Err(at("config-unknown-key", key.span().start).with("key", name)),
            }
        }
        for (currency, rate, start) in rates {
            // The base currency is worth itself; anything else is a mistake about which way round rates are written.
            if Some(currency) == config.currency && rate != 1.0 {
                return Err(at("config-base-rate", start).with("currency", currency.as_str()));
            }
            config.rates.insert(currency, rate);
        }
        Ok(config)
    }

    /// The holidays of a file in `zone`: those configured, or China's in a Chinese zone. The shipped years, and any
    /// `holidays/cn-YEAR.csv` of the user's configuration directory, which replaces a shipped one of the same year.
    pub fn holidays(&self, zone: Tz, config_dir: &Path) -> Result<Holidays, Message> {
        let choice = self.holidays.unwrap_or(if is_chinese(zone) { HolidayChoice::China } else { HolidayChoice::Off });
        if choice == HolidayChoice::Off {
            return Ok(Holidays::default());
        }
        let mut holidays = Holidays::builtin("CN").unwrap_or_default();
        let dir = config_dir.join("holidays");
        let mut files: Vec<_> = std::fs::read_dir(&dir).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        files.sort();
        for path in files {
            let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
            if name.starts_with("cn-") && name.ends_with(".csv") {
                let text = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, &e))?;
                let in_file =
                    |m: Message| Message::new("config-in-file").with("file", path.display().to_string()).with("error", m);
                holidays.merge(Holidays::parse(&text).map_err(in_file)?);
            }
        }
        Ok(holidays)
    }
}

/// The table of knowledge notes. An error is its id, key and place.
fn read_notes(table: &DeTable<'_>) -> Result<Option<String>, (&'static str, String, usize)> {
    let mut dir = None;
    for (key, value) in table {
        let name: &str = key.get_ref().as_ref();
        if name != "dir" {
            return Err(("config-unknown-key", name.to_owned(), key.span().start));
        }
        dir = match value.get_ref() {
            DeValue::String(s) if !s.trim().is_empty() => Some(s.trim().to_owned()),
            _ => return Err(("config-bad-notes", name.to_owned(), value.span().start)),
        };
    }
    Ok(dir)
}

/// The table of messages. An error is its id, key and place.
fn read_messages(table: &DeTable<'_>) -> Result<Messages, (&'static str, String, usize)> {
    let mut read = Messages::default();
    for (key, value) in table {
        let name: &str = key.get_ref().as_ref();
        let bad = |id| (id, name.to_owned(), value.span().start);
        let text = match value.get_ref() {
            DeValue::String(text) => Some(text.trim()).filter(|text| !text.is_empty() && !text.contains(char::is_control)),
            _ => None,
        };
        let command = || text.map(str::to_owned).ok_or_else(|| bad("config-bad-command"));
        match name {
            "from" => read.from = Some(text.and_then(Mailbox::parse).ok_or_else(|| bad("config-bad-from"))?),
            "command" => read.command = Some(command()?),
            "open" => read.open = Some(command()?),
            "maildir" => {
                // From which folder the program is started must not decide where letters lie.
                let path = text.map(PathBuf::from).filter(|path| path.is_absolute() || path.starts_with("~"));
                read.maildir = Some(path.ok_or_else(|| bad("config-bad-maildir"))?);
            }
            _ => return Err(("config-unknown-messages-key", name.to_owned(), key.span().start)),
        }
    }
    Ok(read)
}

/// The table of keys: a command with a key or a list of them, or a scope with such a table of its own. An error is key and place.
fn read_keys(
    table: &DeTable<'_>,
    scope: Option<&str>,
    line: &dyn Fn(usize) -> usize,
    out: &mut Vec<KeyBinding>,
) -> Result<(), (String, usize)> {
    for (key, value) in table {
        let name: &str = key.get_ref().as_ref();
        let full = || scope.map_or_else(|| format!("keys.{name}"), |s| format!("keys.{s}.{name}"));
        let bad = || (full(), value.span().start);
        let keys = match value.get_ref() {
            DeValue::Table(inner) if scope.is_none() => {
                read_keys(inner, Some(name), line, out)?;
                continue;
            }
            DeValue::String(one) => vec![one.to_string()],
            DeValue::Array(many) => many
                .iter()
                .map(|one| if let DeValue::String(s) = one.get_ref() { Ok(s.to_string()) } else { Err(bad()) })
                .collect::<Result<_, _>>()?,
            _ => return Err(bad()),
        };
        let (scope, command) = (scope.map(str::to_owned), name.to_owned());
        out.push(KeyBinding { scope, command, keys, line: line(key.span().start) });
    }
    Ok(())
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    let number: f64 = match value {
        DeValue::Integer(n) => n.to_string().parse().ok()?,
        DeValue::Float(n) => n.to_string().parse().ok()?,
        _ => return None,
    };
    (number.is_finite() && number > 0.0).then_some(number)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Message {
    let why = match error.kind() {
        ErrorKind::PermissionDenied => Message::new("why-permission"),
        ErrorKind::IsADirectory => Message::new("why-directory"),
        ErrorKind::InvalidData => Message::new("why-not-text"),
        _ => Message::new("why-other").with("text", error.to_string()),
    };
    Message::new("config-unreadable").with("file", path.display().to_string()).with("why", why)
}

/// Whether public holidays of China are the sensible default in this zone.
pub fn is_chinese(zone: Tz) -> bool {
    const NAMES: [&str; 7] =
        ["Asia/Shanghai", "Asia/Chongqing", "Asia/Chungking", "Asia/Urumqi", "Asia/Harbin", "Asia/Kashgar", "PRC"];
    NAMES.contains(&zone.name())
}

/// A shipped file, or the user's own of the same name in the configuration directory (`policies/agency.toml`).
pub fn asset(config_dir: &Path, name: &str, shipped: &'static str) -> Result<Cow<'static, str>, Message> {
    let path = config_dir.join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Cow::Owned(text)),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Cow::Borrowed(shipped)),
        Err(e) => Err(unreadable(&path, &e)),
    }
}

/// What says which language to speak, strongest first.
#[derive(Debug, Clone, Copy, Default)]
pub struct LangSources<'a> {
    /// `--lang`.
    pub flag: Option<Lang>,
    /// `TOUCHBASE_LANG`.
    pub touchbase_lang: Option<&'a str>,
    /// `lang` of the configuration.
    pub config: Option<Lang>,
    /// `LC_ALL`.
    pub lc_all: Option<&'a str>,
    /// `LC_MESSAGES`.
    pub lc_messages: Option<&'a str>,
    /// `LANG`.
    pub lang: Option<&'a str>,
}

/// The language of the interface; of the locale variables the first that is set decides, and English is spoken for any other language.
pub fn choose_lang(from: &LangSources<'_>) -> Lang {
    let locale = [from.lc_all, from.lc_messages, from.lang].into_iter().flatten().find(|value| !value.is_empty());
    from.flag
        .or_else(|| from.touchbase_lang.and_then(Lang::parse))
        .or(from.config)
        .or_else(|| locale.and_then(Lang::parse))
        .unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::message::Arg;

    #[test]
    fn a_full_configuration() {
        let text = "lang = \"zh-CN\"\nholidays = \"none\"\ncurrency = \"EUR\"\n\n[rates]\nUSD = 0.92\nCNY = 1\n";
        let config = Config::parse(text, "config.toml").unwrap();
        assert_eq!(
            (config.lang, config.holidays, config.currency.map(|c| c.0)),
            (Some(Lang::Zh), Some(HolidayChoice::Off), Some(*b"EUR"))
        );
        assert_eq!(config.rates.get(&Currency(*b"USD")), Some(&0.92));
        assert_eq!(config.rates.get(&Currency::CNY), Some(&1.0));
        assert_eq!(Config::parse("", "x").unwrap(), Config::default());
        assert_eq!(Config::load(Path::new("/nowhere/at/all.toml")).unwrap(), Config::default());
    }

    #[test]
    fn the_name_under_messages_is_configured() {
        let read = |text: &str| Config::parse(text, "c.toml").unwrap().name;
        assert_eq!(read("name = \" Ada Lane \""), Some("Ada Lane".to_owned()));
        assert_eq!((read(""), read("name = \" \"")), (None, None));
    }

    #[test]
    fn the_ways_out_of_a_message_are_configured() {
        let text = "[messages]\nfrom = \"Ada Lane <ada@lane.example>\"\ncommand = \"msmtp -t\"\nmaildir = \"~/Mail/drafts\"\nopen = \"firefox\"\n";
        let read = Config::parse(text, "c.toml").unwrap().messages;
        let from = Mailbox { name: "Ada Lane".into(), mail: "ada@lane.example".into() };
        assert_eq!((read.from, read.command.as_deref()), (Some(from), Some("msmtp -t")));
        assert_eq!((read.maildir, read.open.as_deref()), (Some("~/Mail/drafts".into()), Some("firefox")));
    }

    #[test]
    fn the_look_is_configured_in_three_keys() {
        let read = |text: &str| Config::parse(text, "c.toml").map(|c| (c.theme, c.borders, c.mouse)).unwrap();
        assert_eq!(read(""), (None, Borders::Auto, true));
        for name in ThemeName::ALL {
            assert_eq!(read(&format!("theme = \"{}\"", name.code())).0, Some(name));
        }
        for (text, borders) in [("auto", Borders::Auto), ("unicode", Borders::Unicode), ("ascii", Borders::Ascii)] {
            assert_eq!(read(&format!("borders = \"{text}\"")).1, borders);
        }
        assert_eq!(read("mouse = false\ntheme = \"light\""), (Some(ThemeName::Light), Borders::Auto, false));
        assert!(read("mouse = true").2);
    }

    #[test]
    fn a_mistake_names_its_file_line_and_key() {
        for (text, id, line, key) in [
            ("lang = \"en\"\nlnag = 1", "config-unknown-key", 2, Some("lnag")),
            ("lang = \"fr\"", "config-bad-lang", 1, Some("lang")),
            ("lang = 3", "config-bad-lang", 1, Some("lang")),
            ("\nname = 3", "config-bad-name", 2, Some("name")),
            ("\n\nholidays = \"DE\"", "config-bad-holidays", 3, Some("holidays")),
            ("currency = \"EURO\"", "config-bad-currency", 1, Some("currency")),
            ("[rates]\nEUR = 0", "config-bad-rate", 2, Some("rates.EUR")),
            ("[rates]\nEUR = \"7.8\"", "config-bad-rate", 2, Some("rates.EUR")),
            ("[rates]\nEuro = 7.8", "config-bad-currency", 2, Some("rates.Euro")),
            ("[rates]\nEUR = nan", "config-bad-rate", 2, Some("rates.EUR")),
            ("rates = 3", "config-bad-rate", 1, Some("rates")),
            ("currency = \"EUR\"\n[rates]\nEUR = 7.8", "config-base-rate", 3, None),
            ("theme = \"blue\"", "config-bad-theme", 1, Some("theme")),
            ("\ntheme = 3", "config-bad-theme", 2, Some("theme")),
            ("theme = \"Dark\"", "config-bad-theme", 1, Some("theme")),
            ("borders = \"round\"", "config-bad-borders", 1, Some("borders")),
            ("lang = \"en\"\nborders = true", "config-bad-borders", 2, Some("borders")),
            ("mouse = \"on\"", "config-bad-mouse", 1, Some("mouse")),
            ("week_starts = \"tuesday\"", "config-bad-week", 1, Some("week_starts")),
            ("week_starts = 1", "config-bad-week", 1, Some("week_starts")),
            ("\n\nmouse = 1", "config-bad-mouse", 3, Some("mouse")),
            ("[notes]\n\ndir = 1", "config-bad-notes", 3, Some("notes.dir")),
            ("[notes]\ndir = \" \"", "config-bad-notes", 2, Some("notes.dir")),
            ("[notes]\nfolder = \"x\"", "config-unknown-key", 2, Some("notes.folder")),
            ("notes = \"x\"", "config-bad-notes", 1, Some("notes")),
            ("[messages]\nfrom = \"Ada\"", "config-bad-from", 2, Some("messages.from")),
            ("[messages]\nfrom = \"Ada <a@b.example>\\nBcc: c@d.example\"", "config-bad-from", 2, Some("messages.from")),
            ("[messages]\ncommand = \" \"", "config-bad-command", 2, Some("messages.command")),
            ("[messages]\n\nopen = 1", "config-bad-command", 3, Some("messages.open")),
            ("[messages]\nmaildir = \"Mail/drafts\"", "config-bad-maildir", 2, Some("messages.maildir")),
            ("[messages]\nmailbox = \"x\"", "config-unknown-messages-key", 2, Some("messages.mailbox")),
            ("messages = 3", "config-bad-messages", 1, Some("messages")),
            ("lang = \"en\"\ncurrency = ", "config-syntax", 2, None),
            ("lang = \"en\"\nlang = \"en\"", "config-syntax", 2, None),
        ] {
            let error = Config::parse(text, "c.toml").unwrap_err();
            assert_eq!(error.id, id, "{text}");
            assert!(error.args.contains(&("file", Arg::Text("c.toml".into()))));
            assert!(error.args.contains(&("line", Arg::Number(line))), "{text}: {:?}", error.args);
            if let Some(key) = key {
                assert!(error.args.contains(&("key", Arg::Text(key.into()))), "{text}: {:?}", error.args);
            }
        }
    }

    #[test]
    fn chinese_zones_have_chinese_holidays() {
        let dir = tempfile::tempdir().unwrap();
        let national = Day::ymd(2026, 10, 1).unwrap();
        let work = |config: &Config, zone| {
            let holidays = config.holidays(zone, dir.path()).unwrap();
            crate::domain::zone::WorkingTime::new(Default::default(), &[], holidays).is_working(national)
        };
        let plain = Config::default();
        assert!(!work(&plain, Tz::Asia__Shanghai));
        assert!(work(&plain, Tz::Europe__Berlin));
        assert!(work(&Config { holidays: Some(HolidayChoice::Off), ..plain.clone() }, Tz::PRC));
        assert!(!work(&Config { holidays: Some(HolidayChoice::China), ..plain }, Tz::UTC));
    }

    #[test]
    fn the_users_own_files_win() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(asset(dir.path(), "policies/agency.toml", "shipped").unwrap(), "shipped");
        std::fs::create_dir_all(dir.path().join("policies")).unwrap();
        std::fs::create_dir_all(dir.path().join("holidays")).unwrap();
        std::fs::write(dir.path().join("policies/agency.toml"), "own").unwrap();
        assert_eq!(asset(dir.path(), "policies/agency.toml", "shipped").unwrap(), "own");
        std::fs::write(dir.path().join("holidays/cn-2027.csv"), "2027-01-01,off,元旦").unwrap();
        let holidays = Config::default().holidays(Tz::Asia__Shanghai, dir.path()).unwrap();
        let work = crate::domain::zone::WorkingTime::new(Default::default(), &[], holidays);
        assert_eq!(work.missing_year(Day::ymd(2027, 1, 1).unwrap()), None);
        std::fs::write(dir.path().join("holidays/cn-2028.csv"), "soon").unwrap();
        assert_eq!(Config::default().holidays(Tz::Asia__Shanghai, dir.path()).unwrap_err().id, "config-in-file");
    }

    #[test]
    fn the_language_is_the_first_that_is_said() {
        let say = |flag, touchbase_lang, config, lc_all, lc_messages, lang| {
            choose_lang(&LangSources { flag, touchbase_lang, config, lc_all, lc_messages, lang })
        };
        assert_eq!(say(Some(Lang::En), Some("zh-CN"), None, None, None, None), Lang::En);
        assert_eq!(say(None, Some("zh-CN"), Some(Lang::En), None, None, None), Lang::Zh);
        assert_eq!(say(None, Some(""), Some(Lang::Zh), Some("en_US.UTF-8"), None, None), Lang::Zh);
        assert_eq!(say(None, None, None, Some(""), None, Some("zh_CN.UTF-8")), Lang::Zh);
        assert_eq!(say(None, None, None, Some("C"), None, Some("zh_CN.UTF-8")), Lang::En);
        assert_eq!(say(None, None, None, None, Some("de_DE"), Some("zh_CN.UTF-8")), Lang::En);
        assert_eq!(say(None, None, None, None, None, None), Lang::En);
    }
}
