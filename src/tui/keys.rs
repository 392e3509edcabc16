//! Bytes of a terminal decoded into keys and pastes. The loop over the terminal lives in `events`, the meaning of keys in `app`.
//!
//! crossterm's own reader never returns once the terminal is gone and cannot be paused while an editor owns the terminal, so the
//! bytes are read by `events` and decoded here.

use crate::app::key::{Key, KeyCode};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// One key.
    Key(Key),
    /// A bracketed paste, line ends as `\n`.
    Paste(String),
}

const ESC: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";
/// Longer than any sequence a terminal sends; what grows beyond it is noise and is dropped.
const LONGEST_SEQUENCE: usize = 64;

/// The decoder and the bytes that do not make a key yet.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// One step of decoding: how many bytes it used and what they meant, or that more bytes are needed.
enum Step {
    Took(usize, Option<Key>),
    PasteBegins(usize),
    NeedsMore,
}

impl Decoder {
    /// Decodes further bytes.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<Typed>) {
        self.pending.extend_from_slice(bytes);
        let mut at = 0;
        while at < self.pending.len() {
            if let Some(paste) = &mut self.paste {
                let rest = &self.pending[at..];
                if let Some(end) = rest.windows(PASTE_END.len()).position(|w| w == PASTE_END) {
                    paste.extend_from_slice(&rest[..end]);
                    at += end + PASTE_END.len();
                    out.extend(self.paste.take().map(pasted));
                    continue;
                }
                // The end mark may be split over two reads: keep what could be its beginning.
                let keep = rest.len().min(PASTE_END.len() - 1);
                paste.extend_from_slice(&rest[..rest.len() - keep]);
                at += rest.len() - keep;
                break;
            }
            match step(&self.pending[at..]) {
                Step::Took(n, key) => {
                    at += n;
                    out.extend(key.map(Typed::Key));
                }
                Step::PasteBegins(n) => {
                    at += n;
                    self.paste = Some(Vec::new());
                }
                Step::NeedsMore => break,
            }
        }
        self.pending.drain(..at);
    }

    /// Whether bytes are held that would mean something else alone than with more behind them.
    pub fn is_waiting(&self) -> bool {
        self.in_paste() || !self.pending.is_empty()
    }

    /// Whether a paste has begun and not ended.
    pub fn in_paste(&self) -> bool {
        self.paste.is_some()
    }

    /// No more bytes came in time: what is held is all there is. A lone escape byte is the Esc key.
    pub fn settle(&mut self, out: &mut Vec<Typed>) {
        let held = std::mem::take(&mut self.pending);
        if let Some(mut paste) = self.paste.take() {
            paste.extend_from_slice(&held);
            out.push(pasted(paste));
            return;
        }
        match held.as_slice() {
            [ESC] => out.push(Typed::Key(Key::plain(KeyCode::Esc))),
            [ESC, c @ (b'[' | b'O')] => {
                out.push(Typed::Key(Key { code: KeyCode::Char(char::from(*c)), ctrl: false, alt: true }));
            }
            _ => {}
        }
    }
}

fn pasted(bytes: Vec<u8>) -> Typed {
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace('\r', "\n");
    Typed::Paste(text)
}

/// The first key of `bytes`, which are not empty.
fn step(bytes: &[u8]) -> Step {
    if bytes[0] != ESC {
        return character(bytes);
    }
    match bytes.get(1) {
        None => Step::NeedsMore,
        Some(b'[') => control_sequence(bytes),
        Some(b'O') => match bytes.get(2) {
            None => Step::NeedsMore,
            Some(b'M') => Step::Took(3, Some(Key::plain(KeyCode::Enter))),
            Some(c) => Step::Took(3, letter_key(*c).map(Key::plain)),
        },
        // Esc pressed, then something else at once: two keys.
        Some(&ESC) => Step::Took(1, Some(Key::plain(KeyCode::Esc))),
        Some(_) => match character(&bytes[1..]) {
            Step::Took(n, key) => Step::Took(n + 1, key.map(|k| Key { alt: true, ..k })),
            more => more,
        },
    }
}

/// A control byte or a UTF-8 character.
fn character(bytes: &[u8]) -> Step {
    let key = match bytes[0] {
        b'\r' | b'\n' => Key::plain(KeyCode::Enter),
        b'\t' => Key::plain(KeyCode::Tab),
        0x7f | 0x08 => Key::plain(KeyCode::Backspace),
        0 => Key::ctrl(' '),
        c @ 1..=0x1a => Key::ctrl(char::from(c - 1 + b'a')),
        c @ 0x1c..=0x1f => Key::ctrl(char::from(c - 0x1c + b'4')),
        c @ 0x20..=0x7e => Key::char(char::from(c)),
        first => {
            let length = match first {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => return Step::Took(1, None),
            };
            let Some(whole) = bytes.get(..length) else {
                // Only wait while what is there can still become a character.
                let broken = bytes[1..].iter().any(|b| b & 0xc0 != 0x80);
                return if broken { Step::Took(1, None) } else { Step::NeedsMore };
            };
            return match std::str::from_utf8(whole).ok().and_then(|s| s.chars().next()) {
                Some(c) if !c.is_control() => Step::Took(length, Some(Key::char(c))),
                Some(_) => Step::Took(length, None),
                None => Step::Took(1, None),
            };
        }
    };
    Step::Took(1, Some(key))
}

/// `ESC [ … final`.
fn control_sequence(bytes: &[u8]) -> Step {
    // The Linux console writes F1 to F5 as ESC [ [ A to E.
    if bytes.get(2) == Some(&b'[') {
        return match bytes.get(3) {
            None => Step::NeedsMore,
            Some(c @ b'A'..=b'E') => Step::Took(4, Some(Key::plain(KeyCode::F(c - b'A' + 1)))),
            Some(_) => Step::Took(4, None),
        };
    }
    let Some(end) = bytes[2..].iter().position(|b| !(0x20..=0x3f).contains(b)).map(|i| i + 2) else {
        return if bytes.len() > LONGEST_SEQUENCE { Step::Took(bytes.len(), None) } else { Step::NeedsMore };
    };
    let last = bytes[end];
    if !(0x40..=0x7e).contains(&last) {
        // Not a sequence after all: what interrupted it is a key of its own.
        return Step::Took(end, None);
    }
    if (b'<'..=b'?').contains(&bytes[2]) {
        // Private: a report of the terminal (mouse, its own modes), not a key.
        return Step::Took(end + 1, None);
    }
    let numbers: Vec<u32> = String::from_utf8_lossy(&bytes[2..end])
        .split(';')
        .map(|part| part.split(':').next().and_then(|n| n.parse().ok()).unwrap_or(0))
        .collect();
    let number = |i: usize| numbers.get(i).copied().unwrap_or(0);
    let took = end + 1;
    let key = match last {
        b'~' if number(0) == 200 => return Step::PasteBegins(took),
        b'~' if number(0) == 27 => coded(number(2), number(1)),
        b'~' => tilde_key(number(0)).map(|code| modified(code, number(1))),
        b'u' => coded(number(0), number(1)),
        b'Z' => Some(Key::plain(KeyCode::BackTab)),
        c => letter_key(c).map(|code| modified(code, number(1))),
    };
    Step::Took(took, key)
}

/// Keys named by the last letter of their sequence.
fn letter_key(c: u8) -> Option<KeyCode> {
    Some(match c {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// Keys named by a number before `~`.
fn tilde_key(n: u32) -> Option<KeyCode> {
    Some(match n {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F((n - 10) as u8),
        17..=21 => KeyCode::F((n - 11) as u8),
        23 | 24 => KeyCode::F((n - 12) as u8),
        _ => return None,
    })
}

/// The modifiers of a sequence: one more than a mask of shift 1, alt 2, ctrl 4. 0 stands for none.
fn modified(code: KeyCode, modifiers: u32) -> Key {
    let mask = modifiers.saturating_sub(1);
    Key { code, ctrl: mask & 4 != 0, alt: mask & 2 != 0 }
}

/// A key sent as its code point.
fn coded(code: u32, modifiers: u32) -> Option<Key> {
    let shift = modifiers.saturating_sub(1) & 1 != 0;
    let code = match code {
        9 if shift => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        n => {
            let c = char::from_u32(n).filter(|c| !c.is_control())?;
            KeyCode::Char(if shift { c.to_ascii_uppercase() } else { c })
        }
    };
    let key = modified(code, modifiers);
    Some(match key.code {
        KeyCode::Char(c) if key.ctrl => Key { code: KeyCode::Char(c.to_ascii_lowercase()), ..key },
        _ => key,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(bytes: &[u8]) -> Vec<String> {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        decoder.feed(bytes, &mut out);
        decoder.settle(&mut out);
        out.iter()
            .map(|t| match t {
                Typed::Key(key) => key.to_string(),
                Typed::Paste(text) => format!("paste:{text}"),
            })
            .collect()
    }

    #[test]
    fn bytes_become_the_keys_that_were_pressed() {
        let cases: &[(&[u8], &[&str])] = &[
            (b"dD?", &["d", "D", "?"]),
            ("客！".as_bytes(), &["客", "！"]),
            (b"\r\t\x7f\x04\x1a\x00", &["Enter", "Tab", "Backspace", "Ctrl-d", "Ctrl-z", "Ctrl-Space"]),
            (b"\x1b", &["Esc"]),
            (b"\x1bx", &["Alt-x"]),
            (b"\x1b\x1b", &["Esc", "Esc"]),
            (b"\x1b[A\x1b[B\x1bOC\x1b[D", &["Up", "Down", "Right", "Left"]),
            (b"\x1b[1;5C\x1b[1;3D", &["Ctrl-Right", "Alt-Left"]),
            (b"\x1b[H\x1b[4~\x1b[5~\x1b[6~\x1b[3~", &["Home", "End", "PgUp", "PgDn", "Del"]),
            (b"\x1bOP\x1b[12~\x1b[[C\x1b[24~\x1b[15~\x1b[17~", &["F1", "F2", "F3", "F12", "F5", "F6"]),
            (b"\x1b[Z", &["Shift-Tab"]),
            (b"\x1b[97;2u\x1b[100;5u\x1b[27;5;13~", &["A", "Ctrl-d", "Ctrl-Enter"]),
            // Mouse and focus reports of a terminal left in such a mode are nobody's keys.
            (b"\x1b[<0;3;4Mq\x1b[Ij", &["q", "j"]),
            (b"\xff\xc3\x28k", &["(", "k"]),
        ];
        for (bytes, expected) in cases {
            assert_eq!(keys(bytes), *expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_paste_is_one_thing_and_runs_no_keys() {
        assert_eq!(keys(b"\x1b[200~dd\r\nq\x1b[A\x1b[201~j"), ["paste:dd\nq\x1b[A", "j"]);
        assert_eq!(keys(b"\x1b[200~never ended"), ["paste:never ended"]);
    }

    #[test]
    fn a_sequence_split_at_any_byte_means_the_same() {
        let bytes = "d\u{1b}[1;5C客\u{1b}[200~两行\r\nq\u{1b}[201~\u{1b}OPj".as_bytes();
        let whole = keys(bytes);
        for cut in 0..bytes.len() {
            let (mut decoder, mut out) = (Decoder::default(), Vec::new());
            decoder.feed(&bytes[..cut], &mut out);
            decoder.feed(&bytes[cut..], &mut out);
            assert_eq!(out.len(), whole.len(), "cut at {cut}: {out:?}");
            assert!(!decoder.is_waiting());
        }
    }

    proptest! {
        #[test]
        fn no_bytes_panic_or_hold_the_keyboard(bytes: Vec<u8>) {
            let (mut decoder, mut out) = (Decoder::default(), Vec::new());
            decoder.feed(&bytes, &mut out);
            decoder.settle(&mut out);
            out.clear();
            decoder.feed(b"j", &mut out);
            prop_assert_eq!(&out, &[Typed::Key(Key::char('j'))]);
        }
    }
}
