//! Text as a field of one row shows it: cluster by cluster (a letter with its marks, a picture put together of several), each made safe.
//! The caret moves by these; how the field is drawn is the screen's.

use super::safe::sanitize;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// What stands for a line end.
const LINE_END: &str = "↵";

/// The clusters of the text: how many characters each has, and how it is shown.
pub fn clusters(text: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    text.graphemes(true).map(|cluster| {
        let shown = if matches!(cluster, "\n" | "\r\n") { Cow::Borrowed(LINE_END) } else { sanitize(cluster) };
        (cluster.chars().count(), shown)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_one_character_is_one() {
        let shown: Vec<_> = clusters("ae\u{301}海👩\u{200d}👧\n\u{1b}").map(|(n, s)| (n, s.into_owned())).collect();
        let expected = [(1, "a"), (2, "e\u{301}"), (1, "海"), (3, "👩👧"), (1, "↵"), (1, "<1B>")];
        assert_eq!(shown, expected.map(|(n, s)| (n, s.to_owned())));
    }
}
