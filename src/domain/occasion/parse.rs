//! The text of a culture's file taken apart: every complaint names file and line.
//! Which file it is and where it lies is `occasions`' business; what is taken over from other cultures is put together there too.

use super::{Code, Culture, DayRule, Names, Occasion};
use crate::domain::day::Day;
use crate::domain::holidays::iso_day;
use crate::domain::message::Message;
use crate::domain::validate::is_blank;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Occasions of one file.
const OCCASIONS: usize = 200;
/// Listed days of one occasion.
const DAYS: usize = 400;
/// Characters of a name.
const NAME: usize = 60;
/// Characters of a wish.
const WISH: usize = 200;
/// Days that an occasion may be away from Easter, so that both lie in one year.
const FROM_EASTER: i32 = 70;

const TOP: [&str; 5] = ["en", "zh", "with", "without", "occasion"];
const RULES: [&str; 7] = ["date", "lunar", "term", "easter", "orthodox_easter", "weekday", "days"];
const OTHERS: [&str; 6] = ["code", "en", "zh", "wish", "greet", "mourning"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A culture as its file has it, before others are added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its own code, names and occasions.
    pub culture: Culture,
    /// Cultures whose occasions it takes over.
    pub with: Vec<Include>,
    /// Of those, the ones it does without.
    pub without: Vec<Code>,
}

/// A culture that another one takes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Include {
    /// Its code.
    pub code: String,
    /// The line that names it.
    pub line: usize,
}

type Value<'a> = Spanned<DeValue<'a>>;
type Read<T> = Result<T, Message>;

/// A file and its text, to say where a mistake stands.
struct Place<'a> {
    file: &'a str,
    text: &'a str,
}

impl Place<'_> {
    fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
    }

    fn bad(&self, at: usize, what: Message) -> Message {
        complaint(self.file, self.line(at), what)
    }
}

/// A mistake in a file of occasions, with its line.
pub(crate) fn complaint(file: &str, line: usize, what: Message) -> Message {
    Message::new("occasion-file").with("file", file).with("line", line).with("what", what)
}

impl Sheet {
    /// Reads the file of a culture.
    ///
    /// # Errors
    /// The first mistake, with file and line.
    pub fn parse(code: &str, file: &str, text: &str) -> Result<Sheet, Message> {
        let text = text.trim_start_matches('\u{feff}');
        let place = Place { file, text };
        let root = DeTable::parse(text).map_err(|error| {
            let what =
                Message::new("occasion-not-toml").with("text", shown(error.message().lines().next().unwrap_or_default()));
            place.bad(error.span().map_or(0, |span| span.start), what)
        })?;
        let table = Table { place: &place, at: 0, table: root.get_ref() };
        table.only(&TOP)?;
        if Code::parse(code).is_none() {
            return Err(table.bad(Message::new("occasion-bad-code").with("text", shown(code))));
        }
        let mut culture = Culture { code: code.to_owned(), names: table.names(NAME)?, occasions: Vec::new() };
        for value in table.list("occasion", "occasion-not-tables")? {
            let DeValue::Table(inner) = value.get_ref() else {
                return Err(place.bad(value.span().start, Message::new("occasion-not-tables")));
            };
            let table = Table { place: &place, at: value.span().start, table: inner };
            let occasion = table.occasion()?;
            if culture.occasion(occasion.code).is_some() {
                return Err(table.bad_at("code", Message::new("occasion-twice").with("text", occasion.code.as_str())));
            }
            if culture.occasions.len() == OCCASIONS {
                return Err(table.bad(Message::new("occasion-too-many").with("most", OCCASIONS)));
            }
            culture.occasions.push(occasion);
        }
        let with = table.codes("with")?.into_iter();
        let with = with.map(|(code, at)| Include { code: code.as_str().to_owned(), line: place.line(at) }).collect();
        let without = table.codes("without")?.into_iter().map(|(code, _)| code).collect();
        Ok(Sheet { culture, with, without })
    }
}

/// One table of the file and where it begins.
struct Table<'a> {
    place: &'a Place<'a>,
    at: usize,
    table: &'a DeTable<'a>,
}

impl<'a> Table<'a> {
    fn get(&self, key: &str) -> Option<&'a Value<'a>> {
        self.table.iter().find(|(known, _)| known.get_ref().as_ref() == key).map(|(_, value)| value)
    }

    fn bad(&self, what: Message) -> Message {
        self.place.bad(self.at, what)
    }

    fn bad_at(&self, key: &str, what: Message) -> Message {
        self.place.bad(self.get(key).map_or(self.at, |value| value.span().start), what)
    }

    fn only(&self, known: &[&str]) -> Read<()> {
        for (key, _) in self.table {
            let name: &str = key.get_ref().as_ref();
            if !known.contains(&name) {
                let what = Message::new("occasion-unknown-key").with("text", shown(name)).with("known", known.join(", "));
                return Err(self.place.bad(key.span().start, what));
            }
        }
        Ok(())
    }

    fn text(&self, key: &'static str) -> Read<Option<&'a str>> {
        match self.get(key).map(|value| value.get_ref()) {
            None => Ok(None),
            Some(DeValue::String(text)) => Ok(Some(text.trim())),
            Some(_) => Err(self.bad_at(key, Message::new("occasion-not-text").with("key", key))),
        }
    }

    fn line_of_text(&self, key: &'static str, most: usize) -> Read<Option<&'a str>> {
        let text = self.text(key)?;
        let fits = |text: &str| text.chars().count() <= most && !text.contains(char::is_control) && !is_blank(text);
        if text.is_none_or(fits) {
            return Ok(text);
        }
        Err(self.bad_at(key, Message::new("occasion-bad-text").with("key", key).with("most", most)))
    }

    /// `en` and `zh`; where one is missing, the other serves for both.
    fn names(&self, most: usize) -> Read<Names> {
        let (en, zh) = (self.line_of_text("en", most)?, self.line_of_text("zh", most)?);
        match (en.or(zh), zh.or(en)) {
            (Some(en), Some(zh)) => Ok(Names { en: en.to_owned(), zh: zh.to_owned() }),
            _ => Err(self.bad(Message::new("occasion-no-name"))),
        }
    }

    fn flag(&self, key: &'static str) -> Read<Option<bool>> {
        match self.get(key).map(|value| value.get_ref()) {
            None => Ok(None),
            Some(DeValue::Boolean(flag)) => Ok(Some(*flag)),
            Some(_) => Err(self.bad_at(key, Message::new("occasion-bad-flag").with("key", key))),
        }
    }

    fn list(&self, key: &str, id: &'static str) -> Read<&'a [Value<'a>]> {
        match self.get(key).map(|value| value.get_ref()) {
            None => Ok(&[]),
            Some(DeValue::Array(list)) => Ok(list),
            Some(_) => Err(self.bad_at(key, Message::new(id).with("key", key))),
        }
    }

    /// A list of codes with where each stands.
    fn codes(&self, key: &'static str) -> Read<Vec<(Code, usize)>> {
        let list = self.list(key, "occasion-not-codes")?.iter();
        let read = list.map(|value| {
            let at = value.span().start;
            let DeValue::String(text) = value.get_ref() else {
                return Err(self.place.bad(at, Message::new("occasion-not-codes").with("key", key)));
            };
            let bad = || self.place.bad(at, Message::new("occasion-bad-code").with("text", shown(text)));
            Code::parse(text).map(|code| (code, at)).ok_or_else(bad)
        });
        read.collect()
    }

    fn occasion(&self) -> Read<Occasion> {
        self.only(&[&OTHERS[..], &RULES[..]].concat())?;
        let code = self.text("code")?.unwrap_or_default();
        let bad_code = || self.bad_at("code", Message::new("occasion-bad-code").with("text", shown(code)));
        let code = Code::parse(code).ok_or_else(bad_code)?;
        let names = self.names(NAME)?;
        let rule = self.rule()?;
        let greet = self.flag("greet")?.ok_or_else(|| self.bad(Message::new("occasion-no-greet")))?;
        let mourning = self.flag("mourning")?.unwrap_or(false);
        let wish = match self.get("wish").map(|value| (value, value.get_ref())) {
            None => None,
            Some((value, DeValue::Table(table))) => {
                let table = Table { place: self.place, at: value.span().start, table };
                table.only(&["en", "zh"])?;
                Some(table.names(WISH)?)
            }
            Some(_) => return Err(self.bad_at("wish", Message::new("occasion-bad-wish"))),
        };
        if mourning && (greet || wish.is_some()) {
            return Err(self.bad_at(if greet { "greet" } else { "wish" }, Message::new("occasion-mourning")));
        }
        Ok(Occasion { code, names, rule, greet, mourning, wish })
    }

    /// The one rule there has to be.
    fn rule(&self) -> Read<DayRule> {
        let mut given = RULES.into_iter().filter_map(|key| self.get(key).map(|value| (key, value)));
        let (Some((key, value)), None) = (given.next(), given.next()) else {
            return Err(self.bad(Message::new("occasion-one-rule").with("known", RULES.join(", "))));
        };
        let (rule, id) = match (key, value.get_ref()) {
            ("days", _) => return self.listed(),
            ("date", DeValue::String(text)) => (fixed(text), "occasion-bad-date"),
            ("date", _) => (None, "occasion-bad-date"),
            ("lunar", DeValue::String(text)) => (lunar(text), "occasion-bad-lunar"),
            ("lunar", _) => (None, "occasion-bad-lunar"),
            ("term", DeValue::String(text)) => ((text.trim() == "qingming").then_some(DayRule::Qingming), "occasion-bad-term"),
            ("term", _) => (None, "occasion-bad-term"),
            ("weekday", DeValue::String(text)) => (weekday(text), "occasion-bad-weekday"),
            ("weekday", _) => (None, "occasion-bad-weekday"),
            (_, DeValue::Integer(number)) => {
                let days = number.as_str().parse().ok().filter(|n| (-FROM_EASTER..=FROM_EASTER).contains(n));
                let rule = if key == "easter" { DayRule::Easter } else { DayRule::OrthodoxEaster };
                (days.map(rule), "occasion-bad-easter")
            }
            _ => (None, "occasion-bad-easter"),
        };
        rule.ok_or_else(|| self.bad_at(key, Message::new(id).with("key", key).with("most", FROM_EASTER)))
    }

    fn listed(&self) -> Read<DayRule> {
        let mut days = Vec::new();
        for value in self.list("days", "occasion-bad-days")? {
            let day = match value.get_ref() {
                DeValue::String(text) => iso_day(text.trim()),
                DeValue::Datetime(date) => iso_day(&date.to_string()),
                _ => None,
            };
            // Another way to write one would be read as a year far away.
            let day = day.filter(|day| (Day::ymd(1900, 1, 1)..Day::ymd(2200, 1, 1)).contains(&Some(*day)));
            days.push(day.ok_or_else(|| self.place.bad(value.span().start, Message::new("occasion-bad-days")))?);
        }
        if days.is_empty() {
            return Err(self.bad_at("days", Message::new("occasion-bad-days")));
        }
        if days.len() > DAYS {
            return Err(self.bad_at("days", Message::new("occasion-too-many").with("most", DAYS)));
        }
        days.sort();
        days.dedup();
        Ok(DayRule::Listed(days))
    }
}

/// `12-25`.
fn fixed(text: &str) -> Option<DayRule> {
    let (month, day) = pair(text)?;
    // A leap year has every day there is.
    Day::ymd(2024, month, day).map(|_| DayRule::Fixed { month, day })
}

/// `8-15`, `last`.
fn lunar(text: &str) -> Option<DayRule> {
    if text.trim() == "last" {
        return Some(DayRule::LunarLast);
    }
    let (month, day) = pair(text)?;
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    ((1..=12).contains(&month) && (1..=30).contains(&day)).then_some(DayRule::Lunar { month, day })
}

/// `4 thu 11`, `-1 mon 5`.
fn weekday(text: &str) -> Option<DayRule> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [nth, day, month] = words[..] else { return None };
    let nth: i32 = nth.parse().ok().filter(|n: &i32| (1..=5).contains(&n.abs()))?;
    let weekday = WEEKDAYS.iter().position(|known| *known == day)?;
    let month: u32 = month.parse().ok().filter(|m| (1..=12).contains(m))?;
    Some(DayRule::Weekday { nth, weekday, month })
}

fn pair(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.trim().split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (digits(month) && digits(day)).then_some((month.parse().ok()?, day.parse().ok()?))
}

/// Text of a file as an error shows it.
fn shown(text: &str) -> String {
    crate::text::truncate(&crate::text::one_line(text), 60).into_owned()
}
