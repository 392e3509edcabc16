//! Finding a name by what is typed: 汉字, pinyin or its beginning, initials, Latin text, or something close.
//! What else a client is found by (people, tags) is tested with [`Needle::contains`].

use super::key::fold;
use super::pinyin::{UNITS, Unit, readings, units};
use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};
use std::cell::RefCell;

/// The score of what only comes near is at most this: fitting scores are higher.
pub const NEAR_AT_MOST: u32 = 320;

/// Bytes of a needle that are looked at; nobody types more.
const TYPED: usize = 48;

/// A name prepared for being found; built once per name.
#[derive(Debug, Clone)]
pub struct NameKeys {
    /// The folded name.
    pub key: String,
    parts: Vec<Part>,
    letters: u64,
    /// What a near miss is compared with: the most usual pinyin, or the key.
    near: Utf32String,
}

/// The spellings of one unit of a name, any beginning of which may be typed.
#[derive(Debug, Clone)]
enum Part {
    Han(char, Vec<&'static str>),
    Other(std::ops::Range<usize>),
}

impl NameKeys {
    /// The keys of a name.
    pub fn new(name: &str) -> NameKeys {
        let key = fold(name);
        let mut near = String::new();
        let mut letters = letters_of(&key);
        let parts: Vec<Part> = units(&key)
            .take(UNITS)
            .map(|unit| match unit {
                Unit::Han(c) => {
                    let sounds = readings(c);
                    near.push_str(sounds.first().copied().unwrap_or_default());
                    letters |= sounds.iter().fold(0, |mask, s| mask | letters_of(s));
                    Part::Han(c, sounds)
                }
                Unit::Word(text) | Unit::Digits(text) => {
                    near.push_str(text);
                    let start = text.as_ptr() as usize - key.as_ptr() as usize;
                    Part::Other(start..start + text.len())
                }
            })
            .collect();
        NameKeys { parts, letters, near: Utf32String::from(near), key }
    }
}

/// Which letters occur, as bits: what is typed can only be found where all its letters are.
fn letters_of(text: &str) -> u64 {
    text.chars().filter(|c| *c != ' ').fold(0, |mask, c| {
        mask | 1u64
            << match c {
                'a'..='z' => c as u32 - 'a' as u32,
                '0'..='9' => c as u32 - '0' as u32 + 26,
                _ => 36 + c as u32 % 28,
            }
    })
}

/// What was typed, prepared once per keystroke.
pub struct Needle {
    key: String,
    /// The key without spaces.
    tight: String,
    letters: u64,
    words: Vec<Needle>,
    matcher: RefCell<Option<Matcher>>,
}

impl Needle {
    /// Prepares what was typed.
    pub fn new(text: &str) -> Needle {
        let key = fold(text);
        let words: Vec<Needle> = if key.contains(' ') { key.split(' ').take(8).map(Needle::new).collect() } else { Vec::new() };
        let mut tight = key.replace(' ', "");
        let end = (0..=TYPED.min(tight.len())).rev().find(|&n| tight.is_char_boundary(n)).unwrap_or(0);
        tight.truncate(end);
        Needle { letters: letters_of(&tight), key, tight, words, matcher: RefCell::new(None) }
    }

    /// Whether nothing was typed: everything matches then.
    pub fn is_empty(&self) -> bool {
        self.key.is_empty()
    }

    /// What was typed, folded.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// The same without blanks.
    pub(super) fn tight(&self) -> &str {
        &self.tight
    }

    /// Whether a folded text (see [`fold`]) contains what was typed, spaces on either side not counting (so a phone number is found
    /// however it is grouped).
    pub fn contains(&self, key: &str) -> bool {
        if key.contains(&self.key) {
            return true;
        }
        let skip = |s: &str| s.bytes().filter(|b| *b != b' ').collect::<Vec<u8>>();
        key.contains(' ') && !self.tight.is_empty() && {
            let (hay, tight) = (skip(key), self.tight.as_bytes());
            hay.windows(tight.len()).any(|w| w == tight)
        }
    }

    fn near(&self, name: &NameKeys) -> Option<u32> {
        let length = self.tight.chars().count();
        if length < 3 || name.near.len() > 256 {
            return None;
        }
        let mut buffer = Vec::new();
        let mut slot = self.matcher.borrow_mut();
        let matcher = slot.get_or_insert_with(|| Matcher::new(Config::DEFAULT));
        let score = matcher.fuzzy_match(name.near.slice(..), Utf32Str::new(&self.tight, &mut buffer))?;
        // 16 points a letter, more where letters stand together, less for gaps: far-scattered letters are no hit.
        let enough = u32::try_from(length).unwrap_or(u32::MAX).saturating_mul(17);
        (u32::from(score) >= enough).then(|| 100 + (u32::from(score) - enough).min(200))
    }
}

/// How well a name fits, higher is better: exact, prefix, prefix of a word, initials, substring, near. `None` when it does not.
pub fn matches(needle: &Needle, name: &NameKeys) -> Option<u32> {
    if needle.is_empty() {
        return Some(0);
    }
    if needle.letters & !name.letters != 0 {
        return None;
    }
    let short = 19u32.saturating_sub(u32::try_from(name.parts.len()).unwrap_or(u32::MAX));
    if needle.key == name.key {
        return Some(1000 + short);
    }
    let spelled = (0..name.parts.len()).filter_map(|start| spelled_from(needle.tight.as_bytes(), name, start)).max();
    let plain = || name.key.contains(&needle.key).then_some(500);
    let words = || {
        let each: Option<Vec<u32>> = needle.words.iter().map(|word| matches(word, name)).collect();
        // Words in any order; one that only comes near does not count.
        each.filter(|e| !e.is_empty()).and_then(|e| e.into_iter().min()).filter(|&worst| worst >= 500).map(|_| 450)
    };
    let score = spelled.or_else(plain).or_else(words).or_else(|| needle.near(name))?;
    Some(score + short)
}

const FULL: u8 = 1;
const FIRST: u8 = 2;
const MIXED: u8 = 4;

/// The score of spelling out the needle from one unit of the name on: whole syllables or words (the last may be begun), first letters
/// only, or a mixture of both. For each typed length the ways in which it can be reached are kept as bits.
fn spelled_from(typed: &[u8], name: &NameKeys, start: usize) -> Option<u32> {
    let mut reached = [0u8; TYPED + 1];
    *reached.first_mut()? = FULL | FIRST;
    let mut whole = false;
    let mut best = 0;
    for (at, part) in name.parts.iter().enumerate().skip(start) {
        let mut next = [0u8; TYPED + 1];
        let mut any = false;
        let mut consume = |spelling: &[u8], single: usize| {
            for from in 0..typed.len() {
                let ways = reached[from];
                if ways == 0 {
                    continue;
                }
                let common = spelling.iter().zip(&typed[from..]).take_while(|(a, b)| a == b).count();
                for taken in single..=common {
                    let (full, ends) = (taken == spelling.len(), from + taken == typed.len());
                    let mut new = MIXED;
                    if full || ends {
                        new |= ways & FULL;
                    }
                    if taken == single {
                        new |= ways & FIRST;
                    }
                    next[from + taken] |= new;
                    any = true;
                    whole |= ends && full && new & FULL != 0 && start == 0 && at + 1 == name.parts.len();
                }
            }
        };
        match part {
            Part::Han(c, sounds) => {
                let mut buffer = [0u8; 4];
                let length = c.len_utf8();
                consume(c.encode_utf8(&mut buffer).as_bytes(), length);
                sounds.iter().for_each(|sound| consume(sound.as_bytes(), 1));
            }
            Part::Other(range) => {
                let text = name.key.get(range.clone()).unwrap_or_default();
                consume(text.as_bytes(), text.chars().next().map_or(1, char::len_utf8));
            }
        }
        best |= next[typed.len()];
        if !any {
            break;
        }
        reached = next;
    }
    let first = start == 0;
    match best {
        _ if whole => Some(960),
        b if b & FULL != 0 => Some(if first { 900 } else { 800 }),
        b if b & FIRST != 0 => Some(if first { 700 } else { 660 }),
        b if b & MIXED != 0 => Some(if first { 640 } else { 600 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    fn score(typed: &str, name: &str) -> Option<u32> {
        matches(&Needle::new(typed), &NameKeys::new(name))
    }

    #[test]
    fn a_chinese_name_is_found_in_every_way() {
        for typed in [
            "海川阀门",
            "海川",
            "川阀",
            "阀门",
            "haichuan",
            "haich",
            "hai",
            "hcfm",
            "hc",
            "haicfm",
            "chuanfa",
            "fm",
            "海chuan",
            "HaiChuan Fa",
            "hachuan",
        ] {
            assert!(score(typed, "海川阀门").is_some(), "{typed}");
        }
        for typed in ["cm", "hf", "上海", "xyz"] {
            assert_eq!(score(typed, "海川阀门"), None, "{typed}");
        }
        assert!(score("cqyh", "重庆银行").is_some());
        assert!(score("chongqing", "重庆银行").is_some());
    }

    #[test]
    fn a_latin_name_is_found_in_every_way() {
        for typed in ["lotus spa", "LOTUS", "lot", "spa", "ls", "lotussp", "spa lotus", "tus", "lotsspa"] {
            assert!(score(typed, "Lotus Spa").is_some(), "{typed}");
        }
        assert!(score("muller", "Zoë Müller").is_some() && score("MÜLLER", "Muller").is_some());
        assert_eq!(score("zebra", "Lotus Spa"), None);
        assert_eq!(score("nia", "Northstar International Media"), Some(score("nia", "Northstar International Media").unwrap()));
    }

    #[test]
    fn better_hits_come_first() {
        let order = ["Ann", "Annabel", "Lee Ann", "Alpha November Nine", "Joanna", "Aurnold Nance"];
        let scores: Vec<u32> = order.iter().map(|name| score("ann", name).unwrap_or(0)).collect();
        assert!(scores.is_sorted_by(|a, b| a > b), "{scores:?}");
        assert!(score("hc", "海川") > score("hc", "上海川味"));
        assert_eq!(score("", "anything"), Some(0));
    }

    #[test]
    fn other_texts_by_substring() {
        let phone = fold("138 0013-8000");
        assert!(Needle::new("13800138000").contains(&phone) && Needle::new("0013 80").contains(&phone));
        assert!(!Needle::new("139").contains(&phone));
    }

    #[test]
    fn hostile_names_cost_little() {
        let long = NameKeys::new(&"a ".repeat(10_000));
        assert!(matches(&Needle::new(&"a".repeat(500)), &long).is_some());
        assert_eq!(matches(&Needle::new(&"ab".repeat(500)), &long), None);
    }

    proptest! {
        #[test]
        fn any_two_texts_can_be_compared(typed in "\\PC{0,80}", name in "\\PC{0,80}") {
            let _ = score(&typed, &name);
        }

        #[test]
        fn a_name_finds_itself(name in "[a-zA-Z0-9海川阀门重庆 ]{1,40}") {
            prop_assert!(score(&name, &name).is_some());
        }
    }
}
