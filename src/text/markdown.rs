//! Markdown laid out in lines of cells: headings, paragraphs, lists and fenced blocks, as the manual uses them and no more.
//! Which text is laid out, and how a kind of line looks, is decided by the faces.

use super::cells::{width, wrap};

/// What a laid-out line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A heading, its marks included.
    Heading,
    /// A line of a paragraph or a list.
    Text,
    /// A line of a fenced block, indented.
    Code,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// What it is.
    pub kind: LineKind,
    /// Its text.
    pub text: String,
    /// It begins inside back-ticks that an earlier line opened.
    pub inside: bool,
}

/// Blanks before a line of a fenced block.
const INDENT: &str = "    ";

/// The text in lines of at most `cells` cells. Lines of fenced blocks are broken only where they cannot fit.
pub fn lay_out(text: &str, cells: usize) -> Vec<Laid> {
    let mut out = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            let whole = format!("{INDENT}{line}");
            let lines = if width(&whole) <= cells { vec![whole] } else { hanging(line, INDENT, INDENT, cells) };
            out.extend(lines.into_iter().map(|text| Laid { kind: LineKind::Code, text, inside: false }));
        } else if line.starts_with('#') {
            out.extend(wrap(line, cells).into_iter().map(|text| Laid { kind: LineKind::Heading, text, inside: false }));
        } else {
            let (first, rest) = line.strip_prefix("- ").map_or(("", line), |rest| ("- ", rest));
            let mut inside = false;
            for text in hanging(rest, first, &" ".repeat(first.len()), cells) {
                let ticks = text.matches('`').count();
                out.push(Laid { kind: LineKind::Text, text, inside });
                inside ^= ticks % 2 == 1;
            }
        }
    }
    out
}

/// Wrapped behind `first`, the lines after the first behind `then`, which is as wide.
fn hanging(text: &str, first: &str, then: &str, cells: usize) -> Vec<String> {
    let lines = wrap(text, cells.saturating_sub(width(first)));
    lines.into_iter().enumerate().map(|(n, line)| format!("{}{line}", if n == 0 { first } else { then })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, cells: usize) -> Vec<String> {
        lay_out(text, cells).into_iter().map(|l| l.text).collect()
    }

    #[test]
    fn paragraphs_and_lists_are_broken_at_the_width_and_fenced_lines_are_not() {
        let text = "# The day\n\nOne two three four.\n\n- five six seven\n\n```sh\na  b   c\n```\n";
        let laid = ["# The day", "", "One two", "three four.", "", "- five six", "  seven", "", "    a  b   c"];
        assert_eq!(texts(text, 12), laid);
        assert_eq!(texts("- 海川阀门，报价", 10), ["- 海川阀", "  门，报价"]);
        assert_eq!(texts("```\nabcdefgh\n```", 8), ["    abcd", "    efgh"]);
    }

    #[test]
    fn a_line_knows_whether_it_begins_inside_back_ticks() {
        let laid = lay_out("say `one two three` now", 9);
        let inside: Vec<(&str, bool)> = laid.iter().map(|l| (l.text.as_str(), l.inside)).collect();
        assert_eq!(inside, [("say `one", false), ("two", true), ("three`", true), ("now", false)]);
        assert_eq!(laid[0].kind, LineKind::Text);
    }
}
