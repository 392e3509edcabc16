//! Finding a client by what a person types: a name, a unique part of it, pinyin, initials, or `#id`.
//! How well a name fits is `text::matches`.

use crate::domain::id::Id;
use crate::store::NameRow;
use crate::text::{NameKeys, Needle, fold, matches};

pub use crate::text::NEAR_AT_MOST;

/// The least score of a name that contains what was typed, as text, pinyin or initials.
const PART: u32 = 500;

/// The outcome of a search for one client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Exactly one.
    One(Id),
    /// Several fit equally: their ids with names, best first.
    Many(Vec<(Id, String)>),
    /// None; the names that come nearest, at most three.
    None(Vec<String>),
}

/// Finds the client that `text` names. An exact name or alias wins over a part of another name, a part over initials.
pub fn find(names: &[NameRow], text: &str) -> Found {
    let text = text.trim();
    if let Some(id) = text.strip_prefix(['#', '＃']).and_then(|t| t.trim().parse().ok()).map(Id) {
        return match names.iter().find(|n| n.id == id) {
            Some(row) => Found::One(row.id),
            None => Found::None(Vec::new()),
        };
    }
    let same: Vec<&NameRow> = names.iter().filter(|n| n.name == text).collect();
    if let [one] = same[..] {
        return Found::One(one.id);
    }
    let key = fold(text);
    let exact: Vec<&NameRow> = names.iter().filter(|n| n.name_key == key || n.aliases.iter().any(|a| fold(a) == key)).collect();
    if !key.is_empty() && !exact.is_empty() {
        return decide(exact);
    }
    let needle = Needle::new(text);
    let mut scored: Vec<(u32, &NameRow)> = if needle.is_empty() {
        Vec::new()
    } else {
        names
            .iter()
            .filter_map(|n| {
                let all = std::iter::once(&n.name).chain(&n.aliases);
                all.filter_map(|name| matches(&needle, &NameKeys::new(name))).max().map(|score| (score, n))
            })
            .collect()
    };
    scored.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    // A part of the name, its pinyin or initials name a client; a mere likeness only suggests one.
    let parts: Vec<&NameRow> = scored.iter().filter(|(score, _)| *score > NEAR_AT_MOST).map(|(_, n)| *n).collect();
    let parts: Vec<&NameRow> = match scored.first() {
        // A name that contains what was typed beats one that only has its words.
        Some((best, _)) if *best >= PART => scored.iter().filter(|(score, _)| *score >= PART).map(|(_, n)| *n).collect(),
        _ => parts,
    };
    if parts.is_empty() {
        return Found::None(scored.into_iter().take(3).map(|(_, n)| n.name.clone()).collect());
    }
    decide(parts)
}

fn decide(rows: Vec<&NameRow>) -> Found {
    match rows[..] {
        [one] => Found::One(one.id),
        _ => Found::Many(rows.into_iter().map(|n| (n.id, n.name.clone())).collect()),
    }
}
