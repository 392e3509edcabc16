//! Outside text made safe for a terminal: what steers, reorders or hides is written out in ASCII, `<1B>` or `<U+202E>`.
//! Stored data stays verbatim; this is for showing it.

use std::borrow::Cow;
use std::fmt::Write;
use unicode_normalization::char::is_combining_mark;

/// Marks that one character may carry; more pile up over the rows above and below.
const MARKS: usize = 4;

/// Text for one row: control characters (also newline and tab), escapes and bidi or invisible characters written out, long runs of
/// combining marks cut. Borrowed when nothing had to be done.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    clean(text, false)
}

/// As [`sanitize`], but newlines stay (a carriage return before one goes) and a tab becomes a space: for notes of several lines.
pub fn sanitize_lines(text: &str) -> Cow<'_, str> {
    clean(text, true)
}

/// A note for one row: runs of white space and newlines become one space, the rest as [`sanitize`].
pub fn one_line(text: &str) -> Cow<'_, str> {
    let plain = !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
        && !text.contains(|c: char| c.is_whitespace() && !matches!(c, ' ' | '\u{3000}'));
    if plain {
        return sanitize(text);
    }
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Cow::Owned(sanitize(&joined).into_owned())
}

/// What becomes of a character.
enum Fate {
    Keep,
    Drop,
    Write,
}

fn clean(text: &str, lines: bool) -> Cow<'_, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b) || (lines && b == b'\n')) {
        return Cow::Borrowed(text);
    }
    let mut out: Option<String> = None;
    let mut marks = 0;
    let mut before: Option<char> = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|&(_, next)| next);
        // None comes before the first, and none among the Chinese characters.
        let mark = c >= '\u{300}' && !('\u{3400}'..='\u{9fff}').contains(&c) && is_combining_mark(c);
        let fate = match c {
            '\n' if lines => Fate::Keep,
            '\r' if lines && after == Some('\n') => Fate::Drop,
            '\t' if lines => Fate::Drop,
            _ if mark && !is_variation(c) => {
                marks += 1;
                if marks > MARKS { Fate::Drop } else { Fate::Keep }
            }
            _ => fate(c, before, after),
        };
        if !mark {
            marks = 0;
        }
        // A mark with nothing to sit on would sit on the frame or the cell before the text.
        let stray = mark && before.is_none_or(|b| b == '\n') && matches!(fate, Fate::Keep);
        if !matches!(fate, Fate::Keep) || stray {
            out.get_or_insert_with(|| text.get(..at).unwrap_or_default().to_owned());
        }
        if let Some(out) = &mut out {
            match fate {
                Fate::Keep => {
                    if stray {
                        out.push(' ');
                    }
                    out.push(c);
                }
                Fate::Drop if c == '\t' => out.push(' '),
                Fate::Drop => {}
                Fate::Write if (c as u32) < 0x100 => drop(write!(out, "<{:02X}>", c as u32)),
                Fate::Write => drop(write!(out, "<U+{:04X}>", c as u32)),
            }
        }
        before = Some(c);
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

fn is_variation(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn fate(c: char, before: Option<char>, after: Option<char>) -> Fate {
    match c {
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Fate::Write,
        // Terminals disagree on the width of what these choose or join, so the plain characters stand side by side.
        c if is_variation(c) => Fate::Drop,
        '\u{200c}' | '\u{200d}' => {
            let script = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{600}'..='\u{dff}'));
            let picture = |c: Option<char>| {
                c.is_some_and(|c| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'))
            };
            if script(before) && script(after) {
                Fate::Keep
            } else if c == '\u{200d}' && picture(before) && picture(after) {
                Fate::Drop
            } else {
                Fate::Write
            }
        }
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => {
            Fate::Write
        }
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => Fate::Write,
        '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' => Fate::Write,
        '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}' => Fate::Write,
        _ => Fate::Keep,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_text_is_borrowed() {
        for text in ["", "Lotus Spa", "海川阀门", "Zoë Ångström", "क्षि", "👍 ok", "می\u{200c}خواهم"] {
            assert!(matches!(sanitize(text), Cow::Borrowed(_)), "{text}");
        }
        assert!(matches!(sanitize_lines("a\nb"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_steers_or_hides_is_written_out() {
        for (from, to) in [
            ("a\x1b[2Jb", "a<1B>[2Jb"),
            ("a\nb\tc", "a<0A>b<09>c"),
            ("\u{9b}31m", "<9B>31m"),
            ("a\x7f", "a<7F>"),
            ("pay\u{202e}lap", "pay<U+202E>lap"),
            ("a\u{200b}b\u{feff}", "a<U+200B>b<U+FEFF>"),
            ("tag\u{e0041}", "tag<U+E0041>"),
            ("👨\u{200d}👩\u{200d}👧", "👨👩👧"),
            ("☎\u{fe0f}", "☎"),
            ("a\u{200d}b", "a<U+200D>b"),
            ("\u{301}x", " \u{301}x"),
        ] {
            assert_eq!(sanitize(from), to);
        }
    }

    #[test]
    fn runs_of_marks_are_cut() {
        let zalgo = format!("e{}x", "\u{301}".repeat(500));
        assert_eq!(sanitize(&zalgo), format!("e{}x", "\u{301}".repeat(4)));
    }

    #[test]
    fn notes_keep_their_lines() {
        assert_eq!(sanitize_lines("a\r\nb\tc\x1b"), "a\nb c<1B>");
        assert_eq!(one_line(" a\r\n\r\nb\t c "), "a b c");
        assert_eq!(one_line("海川 阀门"), "海川 阀门");
    }

    proptest! {
        #[test]
        fn nothing_unsafe_comes_out(text in "\\PC*|(?s).*") {
            let safe = sanitize(&text);
            let unsafe_char = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!safe.chars().any(unsafe_char));
            prop_assert_eq!(sanitize(&safe), safe.clone());
        }
    }
}
