//! One line of text being typed: the caret, the usual editing keys, paste. Where the real cursor stands is the view's work.

use super::key::{Key, KeyCode};
use crate::text;
use tui_input::{Input, InputRequest};

/// A text field.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
}

impl Field {
    /// A field holding `text`, the caret at its end.
    pub fn new(text: &str) -> Field {
        Field { input: Input::new(text.to_owned()) }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The text without blanks around it.
    pub fn trimmed(&self) -> &str {
        self.input.value().trim()
    }

    /// Characters before the caret.
    pub fn caret(&self) -> usize {
        self.input.cursor()
    }

    /// Puts the caret where a click fell: `cells` cells behind the character `from`.
    pub fn place(&mut self, from: usize, cells: usize) {
        let mut left = cells;
        let mut caret = from;
        let rest: String = self.text().chars().skip(from).collect();
        for (chars, shown) in text::clusters(&rest) {
            let wide = text::width(&shown);
            // The right half of a wide character is nearer to what follows it.
            if left < wide.div_ceil(2).max(1) {
                break;
            }
            left = left.saturating_sub(wide);
            caret += chars;
        }
        self.input.handle(InputRequest::SetCursor(caret));
    }

    /// Inserts pasted text at the caret. Line ends become blanks: a field is one line.
    pub fn paste(&mut self, text: &str) {
        let text = text.trim_end_matches(['\r', '\n']).replace("\r\n", "\n");
        let blank = |c: char| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
        self.insert(text.chars().map(blank).filter(|c| !c.is_control()).collect());
    }

    /// The same for a text that may have several lines: they stay.
    pub fn paste_lines(&mut self, text: &str) {
        self.insert(lines(text));
    }

    /// A field holding what another program wrote, in several lines perhaps, the caret at its end.
    pub fn of_lines(text: &str) -> Field {
        Field::new(lines(text.trim_end()).as_str())
    }

    fn insert(&mut self, pasted: String) {
        // In one piece: letter by letter a long paste would take quadratic time.
        let caret = self.input.cursor();
        let (before, after) = match self.input.value().char_indices().nth(caret) {
            Some((at, _)) => self.input.value().split_at(at),
            None => (self.input.value(), ""),
        };
        let whole = format!("{before}{pasted}{after}");
        self.input = Input::new(whole).with_cursor(caret + pasted.chars().count());
    }

    /// Lets the key edit the text; `false` when it means nothing in a field.
    pub fn key(&mut self, key: Key) -> bool {
        use InputRequest as R;
        let request = match (key.code, key.ctrl, key.alt) {
            (KeyCode::Char(c), false, false) => R::InsertChar(c),
            (KeyCode::Backspace, false, false) | (KeyCode::Char('h'), true, false) => R::DeletePrevChar,
            (KeyCode::Delete, false, false) | (KeyCode::Char('d'), true, false) => R::DeleteNextChar,
            (KeyCode::Left, false, false) | (KeyCode::Char('b'), true, false) => R::GoToPrevChar,
            (KeyCode::Right, false, false) | (KeyCode::Char('f'), true, false) => R::GoToNextChar,
            (KeyCode::Left, true, _) | (KeyCode::Left | KeyCode::Char('b'), _, true) => R::GoToPrevWord,
            (KeyCode::Right, true, _) | (KeyCode::Right | KeyCode::Char('f'), _, true) => R::GoToNextWord,
            (KeyCode::Home, ..) | (KeyCode::Char('a'), true, false) => R::GoToStart,
            (KeyCode::End, ..) | (KeyCode::Char('e'), true, false) => R::GoToEnd,
            (KeyCode::Char('w'), true, false) | (KeyCode::Backspace, _, true) => R::DeletePrevWord,
            (KeyCode::Char('u'), true, false) => R::DeleteFromStart,
            (KeyCode::Char('k'), true, false) => R::DeleteTillEnd,
            (KeyCode::Char('y'), true, false) => R::Yank,
            _ => return false,
        };
        self.input.handle(request);
        true
    }
}

/// Text from elsewhere, its line ends kept: a tab parts words, other control characters are nothing to be typed.
fn lines(text: &str) -> String {
    let text = text.trim_end_matches(['\r', '\n']).replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_takes_letters_paste_and_the_editing_keys() {
        let mut field = Field::new("海川");
        field.paste("阀门\r\n王总\n");
        assert_eq!(field.text(), "海川阀门 王总");
        field.key(Key::plain(KeyCode::Backspace));
        field.key(Key::ctrl('a'));
        field.key(Key::char('x'));
        assert_eq!((field.text(), field.caret()), ("x海川阀门 王", 1));
        assert!(!field.key(Key::plain(KeyCode::Enter)));
    }

    #[test]
    fn lines_from_elsewhere_stay_and_bring_no_control_characters() {
        let field = Field::of_lines("one\ttwo\r\n\u{1b}[31mthree\rfour \n\n");
        assert_eq!(field.text(), "one two\n[31mthree\nfour");
        let mut pasted = Field::default();
        pasted.paste_lines("one\ttwo\r\n\u{1b}[31mthree\rfour\n\n");
        assert_eq!(pasted.text(), field.text());
    }

    #[test]
    fn the_caret_moves_by_what_looks_like_one_character() {
        let mut field = Field::new("e\u{301}👩\u{200d}👧海");
        let mut places = vec![field.caret()];
        for _ in 0..4 {
            field.key(Key::plain(KeyCode::Left));
            places.push(field.caret());
        }
        assert_eq!(places, [6, 5, 2, 0, 0]);
        for place in [2, 5, 6, 6] {
            field.key(Key::plain(KeyCode::Right));
            assert_eq!(field.caret(), place);
        }
        field.key(Key::plain(KeyCode::Home));
        field.key(Key::plain(KeyCode::Delete));
        assert_eq!(field.text(), "👩\u{200d}👧海");
        field.key(Key::plain(KeyCode::Delete));
        assert_eq!(field.text(), "海");
    }

    #[test]
    fn a_click_puts_the_caret_where_it_fell() {
        let mut field = Field::new("ab海川e\u{301}x");
        for (from, cells, caret) in [(0, 0, 0), (0, 1, 1), (0, 2, 2), (0, 3, 3), (0, 4, 3), (0, 5, 4), (0, 6, 4), (0, 7, 6)] {
            field.place(from, cells);
            assert_eq!(field.caret(), caret, "{cells} cells behind {from}");
        }
        field.place(3, 2);
        assert_eq!(field.caret(), 4);
        field.place(0, 500);
        assert_eq!(field.caret(), 7);
        Field::default().place(9, 9);
    }
}
