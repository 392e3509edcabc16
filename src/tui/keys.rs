//! Bytes of a terminal decoded into keys, pastes, the mouse and the terminal's own answers. The loop over the terminal lives in `events`, the meaning of keys in `app`.
//!
//! crossterm's own reader never returns once the terminal is gone and cannot be paused while an editor owns the terminal, so the
//! bytes are read by `events` and decoded here.

use super::asking::{self, Answer};
use crate::app::key::{Key, KeyCode};
use crate::app::mouse::{Mouse, MouseKind};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// One key.
    Key(Key),
    /// A bracketed paste, line ends as `\n`.
    Paste(String),
    /// The mouse.
    Mouse(Mouse),
    /// The terminal answers what it was asked.
    Answer(Answer),
}

const ESC: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";
/// Longer than any sequence a terminal sends; what grows beyond it is noise and is dropped.
const LONGEST_SEQUENCE: usize = 64;
/// The same for the terminal's answers in words.
const LONGEST_ANSWER: usize = 256;

/// The decoder and the bytes that do not make a key yet.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// One step of decoding: how many bytes it used and what they meant, or that more bytes are needed.
enum Step {
    Took(usize, Option<Key>),
    Told(usize, Option<Typed>),
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
                Step::Told(n, told) => {
                    at += n;
                    out.extend(told);
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

    /// Whether an answer of the terminal has begun and not ended: its rest may be long on the way and is no key.
    pub fn in_answer(&self) -> bool {
        self.paste.is_none() && self.pending.starts_with(b"\x1b]") && self.pending.len() > 2
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
            [ESC, c @ (b'[' | b'O' | b']')] => {
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
        Some(b']') => match bytes.get(2) {
            None => Step::NeedsMore,
            Some(c) if c.is_ascii_digit() => answer(bytes),
            Some(_) => Step::Took(2, Some(Key { alt: true, ..Key::char(']') })),
        },
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

/// `ESC ] number ; words`, ended by a bell or `ESC \`. Whatever it says, it is never keys.
fn answer(bytes: &[u8]) -> Step {
    let Some(end) = bytes.iter().skip(2).position(|b| matches!(*b, 7 | ESC)).map(|n| n + 2) else {
        return if bytes.len() > LONGEST_ANSWER { Step::Took(bytes.len(), None) } else { Step::NeedsMore };
    };
    let took = match (bytes[end], bytes.get(end + 1)) {
        (ESC, None) => return Step::NeedsMore,
        (ESC, Some(b'\\')) => end + 2,
        // What interrupted it is a key of its own.
        (ESC, Some(_)) => end,
        _ => end + 1,
    };
    let words = String::from_utf8_lossy(&bytes[2..end]);
    Step::Told(took, asking::background(&words).map(|b| Typed::Answer(Answer::Background(b))))
}

/// `ESC [ < button ; column ; row M`, or `m` for a release. Only the first button and the wheel mean something here.
fn mouse(text: &str, released: bool) -> Option<Mouse> {
    let mut numbers = text.split(';').map(|n| n.parse::<u16>().ok());
    let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    // Shift, Alt and Ctrl are 4, 8 and 16.
    let kind = match (button & !0b1_1100, released) {
        (0, false) => MouseKind::Press,
        (0, true) => MouseKind::Release,
        (32, false) => MouseKind::Drag,
        (64, false) => MouseKind::WheelUp,
        (65, false) => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)? })
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
    if bytes[2] == b'<' && matches!(last, b'M' | b'm') {
        let told = mouse(&String::from_utf8_lossy(&bytes[3..end]), last == b'm');
        return Step::Told(end + 1, told.map(Typed::Mouse));
    }
    if (b'<'..=b'?').contains(&bytes[2]) {
        // Private: a report of the terminal about its own modes, not a key.
        return Step::Took(end + 1, None);
    }
    let numbers: Vec<u32> = String::from_utf8_lossy(&bytes[2..end])
        .split(';')
        .map(|part| part.split(':').next().and_then(|n| n.parse().ok()).unwrap_or(0))
        .collect();
    let number = |i: usize| numbers.get(i).copied().unwrap_or(0);
    let took = end + 1;
    // The place of the cursor. From the first row it would be F3 with a modifier, which is why nobody asks there; a modifier of 1 is none.
    if last == b'R' && numbers.len() == 2 && (number(0) > 1 || number(1) == 1) {
        let column = u16::try_from(number(1)).ok().map(|column| Typed::Answer(Answer::Column(column)));
        return Step::Told(took, column);
    }
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
        words(&out)
    }

    fn words(typed: &[Typed]) -> Vec<String> {
        let word = |t: &Typed| match t {
            Typed::Key(key) => key.to_string(),
            Typed::Paste(text) => format!("paste:{text}"),
            Typed::Mouse(m) => format!("{:?} {} {}", m.kind, m.column, m.row),
            Typed::Answer(answer) => format!("{answer:?}"),
        };
        typed.iter().map(word).collect()
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
            // Focus reports of a terminal left in such a mode are nobody's keys.
            (b"q\x1b[Ij", &["q", "j"]),
            (b"\x1b]\x1b]x", &["Alt-]", "Alt-]", "x"]),
            (b"\x1b[1;2R\x1b[1;5R\x1bOR", &["F3", "Ctrl-F3", "F3"]),
            (b"\xff\xc3\x28k", &["(", "k"]),
        ];
        for (bytes, expected) in cases {
            assert_eq!(keys(bytes), *expected, "{bytes:?}");
        }
    }

    #[test]
    fn the_mouse_is_its_first_button_and_its_wheel() {
        let cases: &[(&[u8], &[&str])] = &[
            (b"\x1b[<0;3;4M\x1b[<0;3;4m", &["Press 2 3", "Release 2 3"]),
            (b"\x1b[<32;101;31M", &["Drag 100 30"]),
            (b"\x1b[<64;1;1M\x1b[<65;250;80M", &["WheelUp 0 0", "WheelDown 249 79"]),
            (b"\x1b[<4;1;1M\x1b[<16;1;1M\x1b[<8;2;2m", &["Press 0 0", "Press 0 0", "Release 1 1"]),
            // Other buttons, sideways wheels, moving without a button, and what no terminal sends.
            (b"\x1b[<1;1;1M\x1b[<2;1;1M\x1b[<66;1;1M\x1b[<35;1;1M\x1b[<128;1;1Mj", &["j"]),
            (b"\x1b[<0;0;1M\x1b[<0;1M\x1b[<;;M\x1b[<0;99999999;1M\x1b[<0;1;1;1Xk", &["k"]),
        ];
        for (bytes, expected) in cases {
            assert_eq!(keys(bytes), *expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn the_terminals_answers_are_no_keys() {
        let cases: &[(&[u8], &[&str])] = &[
            (b"j\x1b[2;3Rk", &["j", "Column(3)", "k"]),
            (b"\x1b[1;1R", &["Column(1)"]),
            (b"\x1b]11;rgb:ffff/ffff/ffff\x07d", &["Background(Light)", "d"]),
            (b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\x", &["Background(Dark)", "x"]),
            (b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\\x1b]52;c;ZXZpbA==\x07x", &["x"]),
            // One that never ends, and one that a key interrupts.
            (b"\x1b]11;rgb:ff", &[]),
            (b"\x1b]11;rgb:ff\x1b[Ad", &["Up", "d"]),
        ];
        for (bytes, expected) in cases {
            assert_eq!(keys(bytes), *expected, "{}", String::from_utf8_lossy(bytes));
        }
        let mut decoder = Decoder::default();
        decoder.feed(b"\x1b]", &mut Vec::new());
        assert!(!decoder.in_answer(), "this is Alt and a bracket when nothing follows");
        decoder.feed(b"1", &mut Vec::new());
        assert!(decoder.in_answer());
        decoder.feed(&[b'0'; 400], &mut Vec::new());
        assert!(!decoder.is_waiting(), "noise does not hold the keyboard");
    }

    #[test]
    fn a_paste_is_one_thing_and_runs_no_keys() {
        assert_eq!(keys(b"\x1b[200~dd\r\nq\x1b[A\x1b[201~j"), ["paste:dd\nq\x1b[A", "j"]);
        assert_eq!(keys(b"\x1b[200~never ended"), ["paste:never ended"]);
    }

    #[test]
    fn a_sequence_split_at_any_byte_means_the_same() {
        let bytes = "d\u{1b}[1;5C客\u{1b}[200~两行\r\nq\u{1b}[201~\u{1b}OPj\u{1b}[<0;12;7M\u{1b}[<32;13;7M\u{1b}[<0;13;7m\
                     \u{1b}[<65;1;1Mk\u{1b}[2;3R\u{1b}]11;rgb:0/0/0\u{1b}\\\u{1b}]11;rgb:f/f/f\u{7}l"
            .as_bytes();
        let whole = keys(bytes);
        assert_eq!(whole.len(), 15, "{whole:?}");
        for cut in 0..bytes.len() {
            let (mut decoder, mut out) = (Decoder::default(), Vec::new());
            decoder.feed(&bytes[..cut], &mut out);
            decoder.feed(&bytes[cut..], &mut out);
            assert_eq!(words(&out), whole, "cut at {cut}");
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
