//! What the terminal is asked when the screen opens: how wide it draws a box character, and what its background is. The answers come
//! among the keys (`keys`, `events`); what is made of them is decided by the screen.

use super::theme::Background;
use std::time::Duration;

/// So long the first frame waits for the answers. A late one is still taken.
pub const PATIENCE: Duration = Duration::from_millis(150);

/// What the terminal is to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Questions {
    /// Whether a box character takes two cells.
    pub glyph: bool,
    /// What the background is.
    pub background: bool,
}

/// What it answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The cursor is in this column, counted from 1.
    Column(u16),
    /// The background.
    Background(Background),
}

impl Questions {
    /// Whether there is anything to ask.
    pub fn any(self) -> bool {
        self.glyph || self.background
    }

    /// The bytes that ask. The cursor's place is asked for last in any case: every terminal knows that question, so that its answer
    /// tells that no other will come. The second row is used since an answer from the first looks like F3 with a modifier.
    pub fn bytes(self) -> Vec<u8> {
        let background: &[u8] = if self.background { b"\x1b]11;?\x1b\\" } else { b"" };
        let glyph = if self.glyph { "─" } else { "" };
        [background, b"\x1b[2;1H", glyph.as_bytes(), b"\x1b[6n\x1b[2J\x1b[H"].concat()
    }
}

/// Whether an answer says that box characters take two cells; `None` when it says nothing about them.
pub fn is_wide(answer: Answer) -> Option<bool> {
    match answer {
        Answer::Column(2) => Some(false),
        Answer::Column(3) => Some(true),
        _ => None,
    }
}

/// Reads what stands between `ESC ]` and its end: `11;rgb:1e1e/1e1e/1e1e`.
pub fn background(text: &str) -> Option<Background> {
    let colour = text.strip_prefix("11;")?;
    let parts: Vec<&str> = match colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:")) {
        Some(parts) => parts.split('/').collect(),
        None => {
            let hex = colour.strip_prefix('#').filter(|h| h.is_ascii() && h.len() % 3 == 0 && !h.is_empty())?;
            let third = hex.len() / 3;
            vec![hex.get(..third)?, hex.get(third..2 * third)?, hex.get(2 * third..)?]
        }
    };
    let share = |part: Option<&&str>| -> Option<f64> {
        let part = part.filter(|p| (1..=4).contains(&p.len()))?;
        Some(f64::from(u32::from_str_radix(part, 16).ok()?) / f64::from((1u32 << (4 * part.len())) - 1))
    };
    let (red, green, blue) = (share(parts.first())?, share(parts.get(1))?, share(parts.get(2))?);
    let light = 0.299 * red + 0.587 * green + 0.114 * blue > 0.5;
    Some(if light { Background::Light } else { Background::Dark })
}

/// The background as some terminals tell it in `COLORFGBG`: `15;0`, foreground first.
pub fn from_environment(value: &str) -> Option<Background> {
    match value.rsplit(';').next()?.trim().parse::<u8>().ok()? {
        7 | 9..=15 => Some(Background::Light),
        0..=8 => Some(Background::Dark),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_background_is_read_in_every_form() {
        for (text, expected) in [
            ("11;rgb:0000/0000/0000", Some(Background::Dark)),
            ("11;rgb:1e1e/1e1e/2e2e", Some(Background::Dark)),
            ("11;rgb:ffff/ffff/ffff", Some(Background::Light)),
            ("11;rgb:fd/f6/e3", Some(Background::Light)),
            ("11;rgb:0/2b/36", Some(Background::Dark)),
            ("11;rgba:ffff/ffff/eeee/cccc", Some(Background::Light)),
            ("11;#fdf6e3", Some(Background::Light)),
            ("11;#002b36", Some(Background::Dark)),
            ("10;rgb:ffff/ffff/ffff", None),
            ("11;rgb:ffff/ffff", None),
            ("11;rgb:fffff/0/0", None),
            ("11;#12", None),
            ("11;#ééé", None),
            ("11;", None),
            ("", None),
        ] {
            assert_eq!(background(text), expected, "{text}");
        }
    }

    #[test]
    fn the_environment_names_the_background_last() {
        for (value, expected) in [
            ("15;0", Some(Background::Dark)),
            ("0;15", Some(Background::Light)),
            ("0;default;15", Some(Background::Light)),
            ("7;8", Some(Background::Dark)),
            ("0;7", Some(Background::Light)),
            ("0;default", None),
            ("", None),
            ("15;200", None),
        ] {
            assert_eq!(from_environment(value), expected, "{value}");
        }
    }

    #[test]
    fn what_is_not_asked_is_not_sent_and_the_place_of_the_cursor_comes_last() {
        let all = Questions { glyph: true, background: true };
        assert!(all.any() && !Questions::default().any());
        let text = String::from_utf8_lossy(&all.bytes()).into_owned();
        assert!(text.find("]11;?").is_some_and(|at| Some(at) < text.find('─')) && text.find('─') < text.find("[6n"));
        let bytes = Questions { background: true, ..Questions::default() }.bytes();
        assert!(bytes.is_ascii() && bytes.windows(4).any(|b| b == b"\x1b[6n"));
        assert!(!Questions { glyph: true, ..Questions::default() }.bytes().contains(&b']'));
        assert_eq!([1, 2, 3, 4].map(|c| is_wide(Answer::Column(c))), [None, Some(false), Some(true), None]);
    }
}
