//! The filter of `client list` and `export`: tokens such as `tier:A`, `due<+7d`, and free text. Finding one client by name is
//! `portfolio::find`.

use super::client::status;
use super::context::{Book, word};
use super::errors::{USAGE, fail};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::{ClientKind, Status, Tier};
use crate::portfolio::Assessed;
use crate::text::{NameKeys, Needle, fold, matches};
use anyhow::Result;
use std::collections::HashMap;

/// The tokens there are, for the refusal of another one.
const TOKENS: &str = "tier: tag: industry: region: status: kind: due<";

/// A score of [`matches()`] at or below it is only a likeness: good for suggesting, not for choosing.
const LIKENESS: u32 = crate::portfolio::find::NEAR_AT_MOST;

/// One condition.
enum Test {
    Tier(Vec<Option<Tier>>),
    Tag(String),
    Industry(String),
    Region(String),
    Status(Status),
    Kind(ClientKind),
    Due(std::ops::RangeInclusive<Day>),
    Text(Needle),
}

/// A parsed filter; every condition must hold.
pub struct Filter {
    tests: Vec<Test>,
    /// What else a client is found by: people, addresses, aliases.
    more: HashMap<Id, Vec<String>>,
}

impl Filter {
    /// Reads the filter of a command line.
    pub fn parse(book: &Book, words: &[String]) -> Result<Filter> {
        let tests: Vec<Test> = words.iter().flat_map(|w| tokens(w)).map(|t| test(book, &t)).collect::<Result<_>>()?;
        let mut more: HashMap<Id, Vec<String>> = HashMap::new();
        if tests.iter().any(|t| matches!(t, Test::Text(_))) {
            for row in book.store.search_rows()? {
                let people = row.people.into_iter().flat_map(|(_, key, initials)| [key, initials]);
                more.entry(row.client).or_default().extend(people.chain(row.points.iter().map(|p| fold(p))));
            }
            for row in book.store.names()? {
                more.entry(row.id).or_default().extend(row.aliases);
            }
        }
        Ok(Filter { tests, more })
    }

    /// Whether a client passes.
    pub fn passes(&self, client: &Assessed) -> bool {
        self.tests.iter().all(|test| self.holds(test, client))
    }

    fn holds(&self, test: &Test, client: &Assessed) -> bool {
        let row = &client.facts.client;
        let within = |value: &Option<String>, part: &str| value.as_deref().is_some_and(|v| fold(v).contains(part));
        match test {
            Test::Tier(tiers) => tiers.contains(&client.tier.tier),
            Test::Tag(tag) => client.facts.tags.iter().any(|t| fold(t) == *tag),
            Test::Industry(part) => within(&row.industry, part),
            Test::Region(part) => within(&row.region, part),
            Test::Status(status) => client.status == *status,
            Test::Kind(kind) => row.kind == *kind,
            Test::Due(days) => client.next_due.is_some_and(|day| days.contains(&day)),
            Test::Text(needle) => {
                matches(needle, &NameKeys::new(&row.name)).is_some_and(|score| score > LIKENESS)
                    || row.industry.as_deref().is_some_and(|v| needle.contains(&fold(v)))
                    || client.facts.tags.iter().any(|t| needle.contains(&fold(t)))
                    || self.more.get(&row.id).is_some_and(|all| all.iter().any(|key| needle.contains(key)))
            }
        }
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

fn test(book: &Book, token: &str) -> Result<Test> {
    let Some((at, sign)) = token.char_indices().find(|(_, c)| matches!(c, ':' | '：' | '<' | '>' | '《' | '》' | '='))
    else {
        return Ok(Test::Text(Needle::new(token)));
    };
    let (key, value) = (token[..at].trim().to_lowercase(), token[at + sign.len_utf8()..].trim());
    let is = matches!(sign, ':' | '：' | '=');
    Ok(match (key.as_str(), is) {
        ("tier" | "等级", true) => Test::Tier(value.split([',', '，']).map(tier).collect::<Result<_>>()?),
        ("tag" | "标签", true) => Test::Tag(fold(value.trim_start_matches('#'))),
        ("industry" | "行业", true) => Test::Industry(fold(value)),
        ("region" | "地区", true) => Test::Region(fold(value)),
        ("status" | "状态", true) => Test::Status(status(value)?),
        ("kind", true) => Test::Kind(word("clientkind", value, ClientKind::ALL, ClientKind::code)?),
        ("due" | "到期", _) => {
            let (value, equal) = value.strip_prefix('=').map_or((value, false), |v| (v, true));
            let day = book.when(value, Look::Ahead)?.day;
            let edge = |n: i32| if equal { day } else { day.plus(n) };
            Test::Due(match sign {
                '<' | '《' => Day(i32::MIN)..=if equal { day } else { edge(-1) },
                '>' | '》' => edge(1)..=Day(i32::MAX),
                _ => day..=day,
            })
        }
        // A time or an address is text, `http://…` or `15:30`.
        _ if is && !key.chars().all(|c| c.is_ascii_lowercase()) || value.starts_with("//") => Test::Text(Needle::new(token)),
        _ => return Err(fail(USAGE, Message::new("cli-error-filter").with("text", token).with("known", TOKENS))),
    })
}

fn tier(text: &str) -> Result<Option<Tier>> {
    match text.trim() {
        "-" | "－" => Ok(None),
        text => Tier::parse(&text.to_uppercase())
            .map(Some)
            .ok_or_else(|| fail(USAGE, Message::new("cli-error-word").with("text", text).with("choices", "A, B, C, -"))),
    }
}
