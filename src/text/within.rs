//! Finding what is typed in a longer text: as it stands, or by the sound of its 汉字. Names are found by `find`, which knows more ways.

use super::find::Needle;
use super::key::fold;
use super::pinyin::{Unit, readings, units};

/// Letters from which on the first letters of a text's characters are looked at: fewer occur everywhere.
const INITIALS: usize = 4;

/// A text prepared for being looked through.
#[derive(Debug, Clone, Default)]
pub struct TextKeys {
    key: String,
    /// The most usual sounds of its characters and its other words, without blanks; empty where it has no 汉字.
    sounds: String,
    /// Where each of them begins.
    starts: Vec<u32>,
    /// The first letter of each.
    initials: String,
}

impl TextKeys {
    /// The keys of a text.
    pub fn new(text: &str) -> TextKeys {
        let mut keys = TextKeys { key: fold(text), ..TextKeys::default() };
        if !keys.key.chars().any(super::pinyin::is_han) {
            return keys;
        }
        for unit in units(&keys.key) {
            let sound = match unit {
                Unit::Han(c) => readings(c).first().copied().unwrap_or("~"),
                Unit::Word(text) | Unit::Digits(text) => text,
            };
            keys.starts.push(u32::try_from(keys.sounds.len()).unwrap_or(u32::MAX));
            keys.sounds.push_str(sound);
            keys.initials.extend(sound.chars().next());
        }
        keys
    }

    /// How well it holds what was typed: as it stands, by its sounds, by the first letters of them.
    pub fn holds(&self, needle: &Needle) -> Option<u32> {
        if needle.is_empty() {
            return None;
        }
        if self.key.contains(needle.key()) {
            return Some(300);
        }
        let typed = needle.tight();
        if self.sounds.is_empty() || !typed.is_ascii() {
            return None;
        }
        let begins = |at: usize| u32::try_from(at).is_ok_and(|at| self.starts.binary_search(&at).is_ok());
        if self.sounds.match_indices(typed).any(|(at, _)| begins(at)) {
            return Some(200);
        }
        (typed.len() >= INITIALS && self.initials.contains(typed)).then_some(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s051_a_text_is_found_as_it_stands_by_sound_and_by_initials() {
        let text = TextKeys::new("我们在七个工作日内退款。Café Zoë 的客户另议。");
        let score = |typed: &str| text.holds(&Needle::new(typed));
        for (typed, how) in
            [("退款", 300), ("cafe zoe", 300), ("tuikuan", 200), ("tuiku", 200), ("gongzuori", 200), ("gzrn", 100)]
        {
            assert_eq!(score(typed), Some(how), "{typed}");
        }
        // Not in the middle of a syllable, and two letters alone say nothing.
        for typed in ["uikuan", "tk", "refund", "", "退费"] {
            assert_eq!(score(typed), None, "{typed}");
        }
        assert_eq!(TextKeys::new("plain words").holds(&Needle::new("pw")), None);
    }
}
