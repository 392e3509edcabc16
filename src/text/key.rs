//! Keys: a name folded for finding and comparing, and a key that sorts names as people of a language expect.

use super::pinyin::{Unit, readings, units};
use crate::i18n::Lang;
use unicode_normalization::UnicodeNormalization;

/// The key under which a name is found and compared: lower case, accents folded, full-width as half-width, white space collapsed,
/// punctuation left out (`Harbor & Sons, Ltd.` is `harbor sons ltd`; `+` and `#` stay behind a letter, so `C++` and `C#` differ).
/// A text of nothing but punctuation keeps it. Folding a key gives the same key.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        text.bytes().for_each(|b| match b.to_ascii_lowercase() {
            letter @ (b'a'..=b'z' | b'0'..=b'9') => out.push(char::from(letter)),
            other => push(&mut out, char::from(other)),
        });
    } else {
        for c in text.nfkc().flat_map(char::to_lowercase) {
            match c {
                'ß' => out.push_str("ss"),
                'æ' => out.push_str("ae"),
                'œ' => out.push_str("oe"),
                'ø' => push(&mut out, 'o'),
                'ł' => push(&mut out, 'l'),
                'đ' | 'ð' => push(&mut out, 'd'),
                'þ' => out.push_str("th"),
                'ı' => push(&mut out, 'i'),
                // Only European letters lose their marks; elsewhere a mark may be a vowel.
                '\u{80}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' => {
                    std::iter::once(c).nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).for_each(|c| push(&mut out, c));
                }
                c => push(&mut out, c),
            }
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    if out.is_empty() && !text.is_empty() {
        return text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    }
    out
}

fn push(out: &mut String, c: char) {
    let after_letter = |out: &str| out.chars().next_back().is_some_and(|b| b.is_alphanumeric() || matches!(b, '+' | '#'));
    match c {
        c if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) => out.push(c),
        '+' | '#' if after_letter(out) => out.push(c),
        '\'' | '’' | '‘' | '´' | '`' => {}
        _ if out.is_empty() || out.ends_with(' ') => {}
        _ => out.push(' '),
    }
}

/// A key whose byte order is the order of names: in Chinese by pinyin, syllable by syllable, names of one character together; in English
/// by the folded name. Numbers sort by value in both.
pub fn sort_key(name: &str, lang: Lang) -> String {
    let key = fold(name);
    let mut out = String::with_capacity(key.len() + 8);
    for unit in units(&key).take(super::pinyin::UNITS) {
        match unit {
            Unit::Han(c) => {
                if lang == Lang::Zh {
                    out.push_str(readings(c).first().copied().unwrap_or("~"));
                    out.push('\u{1}');
                }
                out.push(c);
            }
            Unit::Word(word) => out.push_str(word),
            Unit::Digits(digits) => {
                let digits = digits.trim_start_matches('0');
                let length = digits.len().min(9) as u8;
                out.push(char::from(b'0' + length));
                if length == 9 {
                    out.push(char::from_u32(0x100 + digits.len() as u32).unwrap_or('\u{fff}'));
                }
                out.push_str(digits);
            }
        }
        out.push('\u{1}');
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folding() {
        for (text, key) in [
            ("Harbor & Sons, Ltd.", "harbor sons ltd"),
            ("  Lotus   Spa ", "lotus spa"),
            ("Ｌｏｔｕｓ　ＳＰＡ", "lotus spa"),
            ("Zoë Müller-Straße", "zoe muller strasse"),
            ("Łódź Đông Øresund", "lodz dong oresund"),
            ("O'Brien", "obrien"),
            ("C++ 与 C#", "c++ 与 c#"),
            ("海川（上海）阀门", "海川 上海 阀门"),
            ("ガラス", "ガラス"),
            ("हिन्दी", "हिन्दी"),
            ("İstanbul", "istanbul"),
            ("①号", "1号"),
            ("???", "???"),
            ("", ""),
        ] {
            assert_eq!(fold(text), key, "{text}");
        }
    }

    #[test]
    fn sorting() {
        let order = |names: &[&str], lang| {
            let mut sorted = names.to_vec();
            sorted.sort_by_key(|n| sort_key(n, lang));
            assert_eq!(sorted, names);
        };
        order(&["阿里", "Acme", "百度", "Beta", "张三", "张伟", "章一", "周敏"], Lang::Zh);
        order(&["西安", "先锋"], Lang::Zh);
        order(&["acme 2", "Acme 10", "Ångström", "Beta", "Zoë"], Lang::En);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "[a-zA-Zäöüß&' ,.+#海川（）ａＢ]{0,20}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn any_text_folds(text in "\\PC*") {
            let _ = (fold(&text), sort_key(&text, Lang::Zh), crate::text::initials(&text), crate::text::pinyin(&text));
        }
    }
}
