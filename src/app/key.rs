//! A key press as the program understands it, independent of any terminal. How bytes become keys lives in `tui::keys`;
//! what a key does lives in the command registry.

use std::fmt;

/// What was pressed. Shift is folded into the character (`D`, `?`) and into [`KeyCode::BackTab`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyCode {
    /// A character, the space bar included.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// The key left of the cursor's character.
    Backspace,
    /// The key right of it.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, 1 to 12.
    F(u8),
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key itself.
    pub code: KeyCode,
    /// Ctrl was held; the character is then lower case.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
}

/// Named keys: how help writes them, and what else a user may write in the configuration.
const NAMES: &[(KeyCode, &str, &[&str])] = &[
    (KeyCode::Enter, "Enter", &["return"]),
    (KeyCode::Esc, "Esc", &["escape"]),
    (KeyCode::Tab, "Tab", &[]),
    (KeyCode::BackTab, "Shift-Tab", &["backtab"]),
    (KeyCode::Backspace, "Backspace", &[]),
    (KeyCode::Delete, "Del", &["delete"]),
    (KeyCode::Up, "Up", &[]),
    (KeyCode::Down, "Down", &[]),
    (KeyCode::Left, "Left", &[]),
    (KeyCode::Right, "Right", &[]),
    (KeyCode::Home, "Home", &[]),
    (KeyCode::End, "End", &[]),
    (KeyCode::PageUp, "PgUp", &["pageup"]),
    (KeyCode::PageDown, "PgDn", &["pagedown"]),
    (KeyCode::Char(' '), "Space", &[]),
];

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Key {
        Key { code, ctrl: false, alt: false }
    }

    /// A character without modifiers.
    pub const fn char(c: char) -> Key {
        Key::plain(KeyCode::Char(c))
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Key {
        Key { code: KeyCode::Char(c), ctrl: true, alt: false }
    }

    /// The character of a key that types one: no Ctrl, no Alt.
    pub fn typed(&self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Reads the form that [`fmt::Display`] writes, in any case of its words: `d`, `D`, `ctrl-d`, `alt-x`, `Enter`, `f1`, `space`, `-`.
    pub fn parse(text: &str) -> Option<Key> {
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            if let Some(after) = strip_word(rest, "ctrl-") {
                (rest, ctrl) = (after, true);
            } else if let Some(after) = strip_word(rest, "alt-") {
                (rest, alt) = (after, true);
            } else {
                break;
            }
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) if !c.is_control() => KeyCode::Char(if ctrl { c.to_ascii_lowercase() } else { c }),
            _ => named(&rest.to_ascii_lowercase())?,
        };
        Some(Key { code, ctrl, alt })
    }
}

/// What follows `prefix` in any case, when something follows.
fn strip_word<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    (head.eq_ignore_ascii_case(prefix) && !rest.is_empty()).then_some(rest)
}

fn named(name: &str) -> Option<KeyCode> {
    if let Some(n) = name.strip_prefix('f').and_then(|n| n.parse().ok()) {
        return (1..=12).contains(&n).then_some(KeyCode::F(n));
    }
    NAMES.iter().find(|(_, shown, more)| shown.eq_ignore_ascii_case(name) || more.contains(&name)).map(|(code, ..)| *code)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if let Some((_, name, _)) = NAMES.iter().find(|(code, ..)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(n) => write!(f, "F{n}"),
            other => write!(f, "{other:?}"),
        }
    }
}

/// The ASCII twin of what a Chinese input method produces (full-width forms and its own punctuation), so that command keys work
/// without switching it off. For command keys only: in a text field the character is what the user wants.
pub fn twin(key: Key) -> Key {
    let KeyCode::Char(c) = key.code else { return key };
    let ascii = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' => '.',
        '、' => '/',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '【' | '「' => '[',
        '】' | '」' => ']',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '￥' | '¥' => '$',
        '—' => '_',
        '…' => '^',
        '·' => '`',
        _ => c,
    };
    Key { code: KeyCode::Char(ascii), ..key }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_as_help_shows_it_and_read_back() {
        let cases = [
            (Key::char('d'), "d"),
            (Key::char('D'), "D"),
            (Key::char('-'), "-"),
            (Key::char(' '), "Space"),
            (Key::ctrl('d'), "Ctrl-d"),
            (Key { code: KeyCode::Char('x'), ctrl: false, alt: true }, "Alt-x"),
            (Key::plain(KeyCode::Enter), "Enter"),
            (Key::plain(KeyCode::BackTab), "Shift-Tab"),
            (Key::plain(KeyCode::F(12)), "F12"),
        ];
        for (key, text) in cases {
            assert_eq!(key.to_string(), text);
            assert_eq!(Key::parse(text), Some(key), "{text}");
        }
        assert_eq!(Key::parse("CTRL-D"), Some(Key::ctrl('d')));
        assert_eq!(Key::parse("ctrl--"), Some(Key::ctrl('-')));
        assert_eq!(Key::parse("f"), Some(Key::char('f')));
        for bad in ["", "f13", "ctrl-", "dd", "hyper-x"] {
            assert_eq!(Key::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn an_input_methods_characters_have_the_twin_of_the_same_key() {
        for (typed, meant) in "ｄＤ１！？：；－＝，。、《》【】".chars().zip("dD1!?:;-=,./<>[]".chars()) {
            assert_eq!(twin(Key::char(typed)), Key::char(meant), "{typed}");
        }
        assert_eq!(twin(Key::char('海')), Key::char('海'));
        assert_eq!(twin(Key::plain(KeyCode::Enter)), Key::plain(KeyCode::Enter));
    }
}
