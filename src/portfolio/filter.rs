//! Conditions on clients as a person types them: `tier:A`, `due<+7d`, `note:discount`, and free text beside them. Reading one needs no
//! store, so that it can be done on every key. Finding one client by name is `find`.

use super::assess::Assessed;
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::{self, Look};
use crate::domain::words::{ClientKind, Status, Tier};
use crate::i18n::{Lang, Words};
use crate::portfolio::risk::Level;
use crate::text::{NameKeys, Needle, fold, matches};
use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::OnceLock;

/// The tokens there are, for the refusal of another one.
pub const TOKENS: &str = "tier: tag: industry: region: size: need: status: kind: tenure< due< growth> risk> is:rising note:";

/// A score of [`matches()`] at or below it is only a likeness: good for suggesting, not for choosing.
const LIKENESS: u32 = super::find::NEAR_AT_MOST;

/// One condition.
#[derive(Debug, Clone, PartialEq)]
enum Test {
    Tier(Vec<Option<Tier>>),
    Tag(String),
    Industry(Part),
    Region(Part),
    Size(Part),
    Need(Part),
    /// A client from a day in this span on.
    Since(std::ops::RangeInclusive<Day>),
    Growth(Compare, f64),
    Rising,
    Status(Status),
    Kind(ClientKind),
    Due(std::ops::RangeInclusive<Day>),
    /// An index above (greater) or below so much, or just so much too.
    Risk(Ordering, bool, f64),
    Level(Level),
    /// The text, and the clients whose notes have it once they were looked up.
    Note(String, HashSet<Id>),
}

/// What a text of a client is to be like.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    /// It has this in it.
    With(String),
    /// It is this.
    Whole(String),
    /// There is none.
    None,
}

/// How a number is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compare {
    Less,
    AtMost,
    AtLeast,
    More,
}

impl Compare {
    fn holds(self, x: f64, mark: f64) -> bool {
        match self {
            Compare::Less => x < mark,
            Compare::AtMost => x <= mark,
            Compare::AtLeast => x >= mark,
            Compare::More => x > mark,
        }
    }
}

impl Part {
    /// `food`, `=Food`, `-`.
    fn of(value: &str) -> Part {
        match value.strip_prefix(['=', '＝']) {
            _ if matches!(value, "-" | "－") => Part::None,
            Some(whole) => Part::Whole(fold(whole.trim())),
            None => Part::With(fold(value)),
        }
    }

    fn fits(&self, value: &Option<String>) -> bool {
        let value = value.as_deref().map(str::trim).filter(|v| !v.is_empty());
        match self {
            Part::With(part) => value.is_some_and(|v| fold(v).contains(part)),
            Part::Whole(whole) => value.is_some_and(|v| fold(v) == *whole),
            Part::None => value.is_none(),
        }
    }
}

/// A parsed filter; every condition must hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    tests: Vec<Test>,
    texts: Vec<String>,
}

impl Filter {
    /// Reads what was typed: the conditions, and the free text that is left, its pieces joined by spaces.
    ///
    /// # Errors
    /// A token nobody knows, or a value that is none.
    pub fn parse(text: &str, now: &Now) -> Result<(Filter, String), Message> {
        Filter::parse_words(std::iter::once(text), now)
    }

    /// The same of the words of a command line.
    ///
    /// # Errors
    /// As [`Filter::parse`].
    pub fn parse_words<'a>(words: impl IntoIterator<Item = &'a str>, now: &Now) -> Result<(Filter, String), Message> {
        let mut filter = Filter::default();
        for token in words.into_iter().flat_map(tokens) {
            match test(&token, now)? {
                Some(test) => filter.tests.push(test),
                None => {
                    filter.texts.push(token);
                }
            }
        }
        let rest = filter.texts.join(" ");
        Ok((filter, rest))
    }

    /// Whether there is neither a condition nor free text.
    pub fn is_empty(&self) -> bool {
        self.tests.is_empty() && self.texts.is_empty()
    }

    /// Whether a tier is asked for.
    pub fn names_tier(&self) -> bool {
        self.tests.iter().any(|t| matches!(t, Test::Tier(_)))
    }

    /// Whether there is a condition beside free text.
    pub fn has_conditions(&self) -> bool {
        !self.tests.is_empty()
    }

    /// The pieces of free text, prepared for [`text_passes`].
    pub fn needles(&self) -> Vec<Needle> {
        self.texts.iter().map(|text| Needle::new(text)).collect()
    }

    /// Whether notes are asked for: then [`Filter::look_up`] comes before anything passes.
    pub fn wants_notes(&self) -> bool {
        self.tests.iter().any(|t| matches!(t, Test::Note(..)))
    }

    /// Looks up whose notes have the texts asked for, see [`crate::store::Store::clients_with_note`].
    ///
    /// # Errors
    /// What `find` refuses.
    pub fn look_up<E>(&mut self, mut find: impl FnMut(&str) -> Result<HashSet<Id>, E>) -> Result<(), E> {
        for test in &mut self.tests {
            if let Test::Note(text, clients) = test {
                *clients = find(text)?;
            }
        }
        Ok(())
    }

    /// Whether a client meets every condition; free text is not looked at.
    pub fn passes(&self, client: &Assessed) -> bool {
        self.tests.iter().all(|test| holds(test, client))
    }
}

/// Whether every piece of free text is found in the client's name, industry or tags, or in `more` (folded keys of people and addresses,
/// former names).
pub fn text_passes(needles: &[Needle], client: &Assessed, more: &[String]) -> bool {
    let row = &client.facts.client;
    needles.iter().all(|needle| {
        matches(needle, &NameKeys::new(&row.name)).is_some_and(|score| score > LIKENESS)
            || row.industry.as_deref().is_some_and(|v| needle.contains(&fold(v)))
            || client.facts.tags.iter().any(|t| needle.contains(&fold(t)))
            || more.iter().any(|key| needle.contains(key))
    })
}

fn holds(test: &Test, client: &Assessed) -> bool {
    let row = &client.facts.client;
    match test {
        Test::Tier(tiers) => tiers.contains(&client.tier.tier),
        Test::Tag(tag) => client.facts.tags.iter().any(|t| fold(t) == *tag),
        Test::Industry(part) => part.fits(&row.industry),
        Test::Region(part) => part.fits(&row.region),
        Test::Size(part) => part.fits(&row.size),
        Test::Need(part) => part.fits(&row.need_type),
        Test::Since(days) => days.contains(&row.since),
        Test::Growth(compare, mark) => super::value::growth(&client.facts).is_some_and(|x| compare.holds(x, *mark)),
        Test::Rising => client.rising,
        Test::Status(status) => client.status == *status,
        Test::Kind(kind) => row.kind == *kind,
        Test::Due(days) => client.next_due.is_some_and(|day| days.contains(&day)),
        // Whoever has no index is neither above nor below.
        Test::Risk(side, or_equal, than) => client.risk.index.is_some_and(|index| {
            let found = index.total_cmp(than);
            found == *side || *or_equal && found == Ordering::Equal
        }),
        Test::Level(level) => client.facts.exists && client.risk.level() == *level,
        Test::Note(_, clients) => clients.contains(&row.id),
    }
}

/// Splits at white space outside double quotes.
fn tokens(text: &str) -> Vec<String> {
    let (mut out, mut token, mut quoted) = (Vec::new(), String::new(), false);
    for c in text.chars() {
        match c {
            '"' | '“' | '”' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => out.push(std::mem::take(&mut token)),
            c => token.push(c),
        }
    }
    out.push(token);
    out.retain(|t| !t.is_empty());
    out
}

/// The condition a token names; `None` for free text.
fn test(token: &str, now: &Now) -> Result<Option<Test>, Message> {
    let Some((at, sign)) = token.char_indices().find(|(_, c)| matches!(c, ':' | '：' | '<' | '>' | '《' | '》' | '='))
    else {
        return Ok(None);
    };
    let (key, value) = (token[..at].trim().to_lowercase(), token[at + sign.len_utf8()..].trim());
    let is = matches!(sign, ':' | '：' | '=');
    Ok(Some(match (key.as_str(), is) {
        ("tier" | "等级", true) => Test::Tier(value.split([',', '，']).map(tier).collect::<Result<_, _>>()?),
        ("tag" | "标签", true) => Test::Tag(fold(value.trim_start_matches('#'))),
        ("industry" | "行业", true) => Test::Industry(Part::of(value)),
        ("region" | "地区", true) => Test::Region(Part::of(value)),
        ("size" | "规模", true) => Test::Size(Part::of(value)),
        ("need" | "需求", true) => Test::Need(need(value)),
        ("is" | "是", true) if matches!(fold(value).as_str(), "rising" | "成长中" | "增长中") => Test::Rising,
        ("tenure" | "年限", _) => Test::Since(tenure(sign, value, now).ok_or_else(|| number(token))?),
        ("growth" | "增长", _) => {
            let (compare, mark) = compared(sign, value).ok_or_else(|| number(token))?;
            Test::Growth(compare, mark)
        }
        ("note" | "备注", true) => Test::Note(value.to_owned(), HashSet::new()),
        ("status" | "状态", true) => Test::Status(named(&names().status, value, Status::ALL, Status::code)?),
        ("kind" | "类型", true) => Test::Kind(named(&names().kind, value, ClientKind::ALL, ClientKind::code)?),
        ("due" | "到期", _) => {
            let (value, equal) = value.strip_prefix('=').map_or((value, false), |v| (v, true));
            let day = when::parse(value, now, Look::Ahead)?.day;
            let edge = |n: i32| if equal { day } else { day.plus(n) };
            Test::Due(match sign {
                '<' | '《' => Day(i32::MIN)..=if equal { day } else { edge(-1) },
                '>' | '》' => edge(1)..=Day(i32::MAX),
                _ => day..=day,
            })
        }
        ("risk" | "风险", false) => {
            let (value, or_equal) = value.strip_prefix('=').map_or((value, false), |v| (v, true));
            let side = if matches!(sign, '<' | '《') { Ordering::Less } else { Ordering::Greater };
            let than = share(value).ok_or_else(|| Message::new("cli-error-share").with("text", value))?;
            Test::Risk(side, or_equal, than)
        }
        ("risk" | "风险", true) => Test::Level(named(&names().level, value, &Level::ALL, Level::code)?),
        // A time or an address is text, `http://…` or `15:30`.
        _ if is && !key.chars().all(|c| c.is_ascii_lowercase()) || value.starts_with("//") => return Ok(None),
        _ => return Err(Message::new("cli-error-filter").with("text", token).with("known", TOKENS)),
    }))
}

fn number(token: &str) -> Message {
    Message::new("cli-error-filter-number").with("text", token)
}

/// `<25%`, `>=0.25`, `:0.25` (at least).
fn compared(sign: char, value: &str) -> Option<(Compare, f64)> {
    let (value, equal) = value.strip_prefix(['=', '＝']).map_or((value, false), |v| (v, true));
    let compare = match (sign, equal) {
        ('<' | '《', false) => Compare::Less,
        ('<' | '《', true) => Compare::AtMost,
        ('>' | '》', false) => Compare::More,
        _ => Compare::AtLeast,
    };
    let (number, of) = value.trim().strip_suffix(['%', '％']).map_or((value.trim(), 1.0), |percent| (percent, 100.0));
    let mark = number.trim().parse::<f64>().ok().filter(|x| x.is_finite())?;
    Some((compare, mark / of))
}

/// The days on which somebody with so many years became a client; `tenure:3` means in the fourth year.
fn tenure(sign: char, value: &str, now: &Now) -> Option<std::ops::RangeInclusive<Day>> {
    let (compare, years) = compared(sign, value)?;
    if !(0.0..=1000.0).contains(&years) {
        return None;
    }
    // The days that make so many years are counted as the figures do: 365.25 each.
    let day = |years: f64| now.today().plus(-((years * 365.25).ceil() as i32));
    let (first, last) = (Day(i32::MIN), Day(i32::MAX));
    Some(match (sign, compare) {
        ('<' | '《', Compare::Less) => day(years).plus(1)..=last,
        ('<' | '《', _) => day(years)..=last,
        ('>' | '》', Compare::More) => first..=day(years).plus(-1),
        ('>' | '》', _) => first..=day(years),
        _ => day(years + 1.0).plus(1)..=day(years),
    })
}

/// A need by its code or its name in either language, else a part of the user's own.
fn need(value: &str) -> Part {
    let whole = |code: &str| Part::Whole(fold(code));
    let (text, exact) = value.strip_prefix(['=', '＝']).map_or((value, false), |v| (v.trim(), true));
    let known = names().need.iter().find(|(name, _)| *name == fold(text)).map(|(_, code)| whole(code));
    known.unwrap_or_else(|| if exact { whole(text) } else { Part::of(value) })
}

/// `0.5` or `50%` as a share of 1.
pub fn share(text: &str) -> Option<f64> {
    let (text, of) = text.trim().strip_suffix(['%', '％']).map_or((text.trim(), 1.0), |percent| (percent, 100.0));
    text.parse::<f64>().ok().map(|x| x / of).filter(|x| (0.0..=1.0).contains(x))
}

fn tier(text: &str) -> Result<Option<Tier>, Message> {
    match text.trim() {
        "-" | "－" => Ok(None),
        text => Tier::parse(&text.to_uppercase())
            .map(Some)
            .ok_or_else(|| Message::new("cli-error-word").with("text", text).with("choices", "A, B, C, -")),
    }
}

/// The kinds of need that have names in the catalogue.
const NEEDS: [&str; 3] = ["quality", "price", "service"];

/// Names of values in either language, folded, beside their codes.
type Named<T> = Vec<(String, T)>;

/// What statuses and kinds are called.
struct Names {
    status: Named<Status>,
    kind: Named<ClientKind>,
    need: Named<&'static str>,
    level: Named<Level>,
}

/// The names, read from the catalogues once: a filter is parsed on every key.
fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let languages = Lang::ALL.map(Words::load);
        let mut all = Names { status: Vec::new(), kind: Vec::new(), need: Vec::new(), level: Vec::new() };
        for words in &languages {
            all.status.extend(called(words, "status", Status::ALL, Status::code));
            all.need.extend(NEEDS.iter().map(|code| (fold(&words.get(&format!("need-{code}"))), *code)));
            all.kind.extend(called(words, "clientkind", ClientKind::ALL, ClientKind::code));
            all.level.extend(Level::ALL.map(|level| (fold(&words.get(level.name())), level)));
        }
        all
    })
}

fn called<T: Copy>(words: &Words, family: &str, all: &[T], code: fn(T) -> &'static str) -> Named<T> {
    let name = |value: &T| {
        let name = words.get(&format!("{family}-{}", code(*value)));
        let more = words.get(&format!("cli-also-{family}-{}", code(*value)));
        let all = name.split(['/', '／']).chain(more.split_whitespace()).map(fold).collect::<Vec<_>>();
        all.into_iter().map(|name| (name, *value)).collect::<Vec<_>>()
    };
    all.iter().flat_map(name).collect()
}

/// The value of a code or a name.
fn named<T: Copy>(names: &Named<T>, text: &str, all: &[T], code: fn(T) -> &'static str) -> Result<T, Message> {
    let key = fold(text);
    let by_code = all.iter().copied().find(|v| code(*v).eq_ignore_ascii_case(text.trim()));
    let found = by_code.or_else(|| names.iter().find(|(name, _)| *name == key).map(|(_, value)| *value));
    found.ok_or_else(|| {
        let choices: Vec<&str> = all.iter().map(|v| code(*v)).collect();
        Message::new("cli-error-word").with("text", text).with("choices", choices.join(", "))
    })
}
