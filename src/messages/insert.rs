//! Text put into a draft: above its closing, as paragraphs of its own. What it says is the caller's; it is never read as a template.

use super::Draft;
use crate::text;

/// Lines of a closing, and cells of each: "Kind regards", a name, a firm.
const CLOSING: (usize, usize) = (4, 40);
/// Cells of a line that is a wish at the end and no sentence: 敬礼！
const TINY: usize = 12;

impl Draft {
    /// Puts the plain text of a knowledge note above the closing, and remembers its name (S51). A note that stands in the draft already
    /// is taken out again, as long as nobody changed it there. `true` when it stands in the draft now.
    pub fn insert(&mut self, name: &str, text: &str) -> bool {
        let known = self.notes.iter().position(|known| known == name);
        if let Some(at) = known
            && let Some(without) = without(&self.body, text)
        {
            self.body = without;
            self.notes.remove(at);
            return false;
        }
        self.body = with(&self.body, text);
        if known.is_none() {
            self.notes.push(name.to_owned());
        }
        true
    }
}

/// The body with a text above its closing.
fn with(body: &str, text: &str) -> String {
    let at = closing(body);
    let (above, below) = (body.get(..at).unwrap_or(body).trim_end(), body.get(at..).unwrap_or_default());
    let parts: Vec<&str> = [above, text, below].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// The body without the paragraphs of a text; `None` where they do not stand in it as they were.
fn without(body: &str, text: &str) -> Option<String> {
    let is_end = |part: &str| part.is_empty() || part.ends_with("\n\n");
    let at = body.match_indices(text).map(|(at, _)| at).find(|at| {
        let (above, below) = (body.get(..*at).unwrap_or_default(), body.get(at + text.len()..).unwrap_or_default());
        is_end(above) && (below.is_empty() || below.starts_with("\n\n"))
    })?;
    let (above, below) = (body.get(..at)?.trim_end(), body.get(at + text.len()..)?.trim_start_matches('\n'));
    let parts: Vec<&str> = [above, below].into_iter().filter(|part| !part.is_empty()).collect();
    Some(parts.join("\n\n"))
}

/// Where the closing begins; the end of the body where none is seen. What addresses the client stays above.
fn closing(body: &str) -> usize {
    let mut blocks: Vec<usize> = vec![0];
    blocks.extend(body.match_indices("\n\n").map(|(at, _)| at + 2));
    let block = |n: usize| {
        let end = blocks.get(n + 1).copied().unwrap_or(body.len());
        body.get(blocks[n]..end).unwrap_or_default().trim()
    };
    let last = blocks.len() - 1;
    if last == 0 || !closes(block(last)) {
        return body.len();
    }
    // The name may stand on its own below the greeting.
    let alone = block(last).lines().count() == 1 && last > 1 && short(block(last - 1)) && closes(block(last - 1));
    blocks[if alone { last - 1 } else { last }]
}

/// Whether a paragraph ends a letter: short lines, and no sentence.
fn closes(block: &str) -> bool {
    let lines: Vec<&str> = block.lines().collect();
    let is_item = |line: &str| line.starts_with("- ") || line.starts_with(|c: char| c.is_ascii_digit());
    let fits =
        !lines.is_empty() && lines.len() <= CLOSING.0 && lines.iter().all(|l| text::width(l) <= CLOSING.1 && !is_item(l));
    let wishes = block.ends_with(['!', '！']) && lines.iter().all(|line| text::width(line) <= TINY);
    fits && (wishes || !block.ends_with(['.', '?', '!', ':', ';', '。', '？', '！', '：', '；']))
}

fn short(block: &str) -> bool {
    block.lines().all(|line| text::width(line) <= CLOSING.1 / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s051_a_text_stands_above_the_closing() {
        for (body, shows) in [
            ("Dear A,\n\nText.\n\nKind regards\nAda Lane", "Dear A,\n\nText.\n\nNEW\n\nKind regards\nAda Lane"),
            ("Dear A,\n\nText.\n\nKind regards", "Dear A,\n\nText.\n\nNEW\n\nKind regards"),
            ("Dear A,\n\nText.\n\nKind regards,\n\nAda Lane", "Dear A,\n\nText.\n\nNEW\n\nKind regards,\n\nAda Lane"),
            ("李总，您好：\n\n正文。\n\n祝好\n王", "李总，您好：\n\n正文。\n\nNEW\n\n祝好\n王"),
            ("李总：\n\n正文。\n\n此致\n敬礼！\n\n王", "李总：\n\n正文。\n\nNEW\n\n此致\n敬礼！\n\n王"),
            ("Dear A,\n\nSee you on Friday.", "Dear A,\n\nSee you on Friday.\n\nNEW"),
            ("Dear A,\n\n- one\n- two", "Dear A,\n\n- one\n- two\n\nNEW"),
            ("Just a word", "Just a word\n\nNEW"),
            ("", "NEW"),
        ] {
            assert_eq!(with(body, "NEW"), shows, "{body}");
            assert_eq!(without(shows, "NEW").as_deref(), Some(body), "{body}");
        }
        assert_eq!(without("NEWER\n\nA NEW one", "NEW"), None);
    }
}
