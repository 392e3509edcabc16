//! Text measured in terminal cells: width, cutting, padding, wrapping. All of it works on grapheme clusters.
//! The text is expected to be sanitised already.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells the text takes on a terminal.
pub fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| (0x20..0x7f).contains(&b))
}

/// The text in at most `cells` cells; what was cut ends in `~`.
pub fn truncate(text: &str, cells: usize) -> Cow<'_, str> {
    cut(text, cells).0
}

/// The text in exactly `cells` cells: cut as by [`truncate`], filled with spaces.
pub fn pad(text: &str, cells: usize) -> String {
    let (cut, used) = cut(text, cells);
    let mut out = cut.into_owned();
    out.extend(std::iter::repeat_n(' ', cells - used));
    out
}

/// The cut text and the cells it takes.
fn cut(text: &str, cells: usize) -> (Cow<'_, str>, usize) {
    if is_plain(text) && text.len() <= cells {
        return (Cow::Borrowed(text), text.len());
    }
    if cells == 0 {
        return (Cow::Borrowed(""), 0);
    }
    // Where the text ends if the mark has to follow: the last place that leaves one cell free.
    let (mut used, mut end, mut end_used) = (0, 0, 0);
    for (at, grapheme) in text.grapheme_indices(true) {
        let next = used + grapheme.width();
        if next > cells {
            return (Cow::Owned(format!("{}~", text.get(..end).unwrap_or_default())), end_used + 1);
        }
        used = next;
        if used < cells {
            (end, end_used) = (at + grapheme.len(), used);
        }
    }
    (Cow::Borrowed(text), used)
}

/// The text in lines of at most `cells` cells: broken at spaces, between Chinese characters, and inside a word only when it is longer
/// than a line, then where an address has its joints. Newlines of the text stay; closing punctuation does not begin a line.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let (mut line, mut used) = (String::new(), 0);
        for piece in pieces(paragraph) {
            let word = piece.trim_end_matches(' ');
            if used + width(word) > cells && used > 0 {
                lines.push(line.trim_end().to_owned());
                (line, used) = (String::new(), 0);
            }
            let long = width(word) > cells;
            if !long && is_plain(piece) {
                // A cell a byte, and what of the spaces fits behind it.
                let fits = piece.len().min(cells - used);
                line.push_str(&piece[..fits]);
                used += fits;
                continue;
            }
            for part in if long { joints(piece) } else { vec![piece] } {
                if long && used > 0 && used + width(part.trim_end_matches(' ')) > cells {
                    lines.push(line.trim_end().to_owned());
                    (line, used) = (String::new(), 0);
                }
                for grapheme in part.graphemes(true) {
                    let wide = grapheme.width();
                    if used + wide > cells {
                        if grapheme == " " {
                            continue;
                        }
                        lines.push(line.trim_end().to_owned());
                        (line, used) = (String::new(), 0);
                    }
                    line.push_str(grapheme);
                    used += wide;
                }
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Where a word longer than a line is torn best: before an `@`, behind the marks that divide an address.
fn joints(word: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in word.char_indices() {
        let cut = match c {
            '@' => at,
            '.' | '/' | '?' | '&' | '=' => at + 1,
            _ => continue,
        };
        if cut > start {
            out.push(&word[start..cut]);
            start = cut;
        }
    }
    out.push(&word[start..]);
    out.retain(|part| !part.is_empty());
    out
}

/// What may not be torn: a word with the spaces behind it, or one wide character with the punctuation behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    if is_plain(text) {
        let mut rest = text;
        while let Some(space) = rest.find(' ') {
            let word = rest[space..].find(|c| c != ' ').map_or(rest.len(), |n| space + n);
            out.push(&rest[..word]);
            rest = &rest[word..];
        }
        if !rest.is_empty() || out.is_empty() {
            out.push(rest);
        }
        return out;
    }
    let (mut start, mut before) = (0, "");
    for (at, grapheme) in text.grapheme_indices(true) {
        let wide = grapheme.width() > 1;
        let closes =
            grapheme.starts_with(['，', '。', '！', '？', '；', '：', '、', '）', '》', '」', '』', '”', '’', '%', ',', '.']);
        let breaks = if grapheme == " " { false } else { before == " " || (!closes && (wide || before.width() > 1)) };
        if breaks && at > start {
            out.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        before = grapheme;
    }
    out.push(text.get(start..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn widths() {
        for (text, cells) in [("", 0), ("abc", 3), ("海川", 4), ("Zoë", 3), ("e\u{301}", 1), ("👍", 2), ("ａ", 2)] {
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn cutting_marks_the_cut_and_never_exceeds() {
        for (text, cells, cut) in [
            ("Northstar Media", 15, "Northstar Media"),
            ("Northstar Media", 9, "Northsta~"),
            ("海川阀门", 8, "海川阀门"),
            ("海川阀门", 7, "海川阀~"),
            ("海川阀门", 6, "海川~"),
            ("海川", 1, "~"),
            ("海川", 0, ""),
            ("ab", 1, "~"),
            ("ab", 2, "ab"),
        ] {
            assert_eq!(truncate(text, cells), cut, "{text} in {cells}");
        }
        assert_eq!(pad("海川阀门", 6), "海川~ ");
        assert_eq!(pad("ab", 4), "ab  ");
    }

    #[test]
    fn wrapping() {
        assert_eq!(wrap("send the revised quote", 10), ["send the", "revised", "quote"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("daniel.grant@lotusspa.example Jo", 18), ["daniel.grant", "@lotusspa.example", "Jo"]);
        assert_eq!(wrap("https://a.example/long/path", 12), ["https://a.", "example/", "long/path"]);
        assert_eq!(wrap("周四下午，发报价", 10), ["周四下午，", "发报价"]);
        assert_eq!(wrap("周四下午好，发报价", 10), ["周四下午", "好，发报价"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(wrap("", 5), [""]);
    }

    /// The same text with a wide character behind it goes the way of any text.
    fn any_pieces(text: &str) -> Vec<String> {
        let with = format!("{text} 海");
        let mut out: Vec<String> = pieces(&with).into_iter().map(str::to_owned).collect();
        assert_eq!(out.pop().as_deref(), Some("海"));
        if let Some(last) = out.last_mut() {
            last.pop();
        }
        out
    }

    #[test]
    fn plain_text_is_taken_apart_as_any_other() {
        for text in ["a", "ab cd", " ab  cd", "ab,  cd. (e)", "a  b   c", "https://a.example/b"] {
            assert_eq!(pieces(text), any_pieces(text), "{text}");
        }
        assert_eq!(pieces(""), [""]);
        assert_eq!(pieces("ab  "), ["ab  "]);
        assert_eq!(wrap("ab    cd", 4), ["ab", "cd"]);
        assert_eq!(wrap("  ab cd", 4), ["  ab", "cd"]);
    }

    proptest! {
        #[test]
        fn a_cut_fits(text in "\\PC*", cells in 0usize..30) {
            prop_assert!(width(&truncate(&text, cells)) <= cells);
            prop_assert_eq!(width(&pad(&text, cells)), cells);
        }

        #[test]
        fn lines_fit(text in "[a-z 海川，。]{0,60}", cells in 2usize..20) {
            let lines = wrap(&text, cells);
            prop_assert!(lines.iter().all(|line| width(line) <= cells));
            let letters = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
