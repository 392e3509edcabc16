//! Markdown made plain, as it reads in a mail: marks of headings and emphasis go, links show where they lead, lists stay.
//! Nothing in a note is a template or a command: whatever is not one of these marks stands as it was written.

use std::collections::BTreeMap;

/// The text without its marks, blank lines folded, no blanks at its ends. Control characters go.
pub fn plain(text: &str) -> String {
    let text = without_comments(&clean(text));
    let links = definitions(&text);
    let mut out: Vec<String> = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        let words = line.trim();
        if is_fence(words) {
            fenced = !fenced;
        } else if fenced {
            out.push(line.trim_end().to_owned());
        } else if is_rule(words) {
            // Also what underlines a heading.
            out.push(String::new());
        } else if definition(words).is_none() && !is_table_rule(words) {
            out.push(self::line(line, &links));
        }
    }
    let mut folded = String::with_capacity(text.len());
    let mut blank = true;
    for line in out {
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        folded.push_str(&line);
        folded.push('\n');
    }
    folded.trim_end().trim_start_matches('\n').to_owned()
}

/// Line ends as they are here, a tab as blanks, and no other control character.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// What stands in a comment is for whoever keeps the note. One that nothing closes is text.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        let Some((_, behind)) = after.split_once("-->") else { break };
        out.push_str(before);
        rest = behind;
    }
    out + rest
}

/// Whether a line begins or ends a block that stands as it is.
pub(super) fn is_fence(words: &str) -> bool {
    words.starts_with("```") || words.starts_with("~~~")
}

/// The words of a heading.
pub(super) fn heading(words: &str) -> Option<&str> {
    let marks = words.bytes().take_while(|b| *b == b'#').count();
    let rest = words.get(marks..).filter(|rest| (1..=6).contains(&marks) && (rest.is_empty() || rest.starts_with(' ')))?;
    let rest = rest.trim();
    let bare = rest.trim_end_matches('#');
    // Marks behind it are marks; in `C#` it is a letter.
    Some(if bare.is_empty() || bare.ends_with(' ') { bare.trim_end() } else { rest })
}

/// A line across the page, or one that underlines a heading.
fn is_rule(words: &str) -> bool {
    let marks: Vec<char> = words.chars().filter(|c| *c != ' ').collect();
    marks.len() >= 3 && marks.first().is_some_and(|first| "-*_=".contains(*first) && marks.iter().all(|c| c == first))
}

fn is_table_rule(words: &str) -> bool {
    words.contains('|') && words.contains("--") && words.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// `[name]: address` of a link that stands elsewhere.
fn definition(words: &str) -> Option<(String, &str)> {
    let (name, rest) = words.strip_prefix('[')?.split_once("]:")?;
    let address = rest.split_whitespace().next()?.trim_matches(['<', '>']);
    let is_address = address.contains("://") || address.starts_with("mailto:") || address.starts_with('/');
    (!name.is_empty() && !name.contains(']') && is_address).then(|| (name.to_lowercase(), address))
}

fn definitions(text: &str) -> BTreeMap<String, &str> {
    text.lines().filter_map(|line| definition(line.trim())).collect()
}

/// One line: what is set in front of its words, then they.
fn line(line: &str, links: &BTreeMap<String, &str>) -> String {
    let mut words = line.trim();
    // What is quoted is quoted for the user's own eyes: in a mail the mark would say that the other one wrote it.
    while let Some(rest) = words.strip_prefix('>') {
        words = rest.trim_start();
    }
    if let Some(title) = heading(words) {
        return spans(title, links);
    }
    let indent: String = line.chars().take_while(|c| *c == ' ').collect();
    for mark in ["- ", "* ", "+ "] {
        if let Some(rest) = words.strip_prefix(mark) {
            let rest = rest.trim_start();
            let done = ["[ ] ", "[x] ", "[X] "].into_iter().find_map(|task| rest.strip_prefix(task));
            return format!("{indent}- {}", spans(done.unwrap_or(rest), links));
        }
    }
    if let Some(cells) = words.strip_prefix('|').and_then(|row| row.strip_suffix('|')) {
        let cells: Vec<String> = cells.split('|').map(|cell| spans(cell.trim(), links)).collect();
        return cells.join(" | ");
    }
    // A backslash at the end of a line only ends it.
    let words = words.strip_suffix('\\').unwrap_or(words).trim_end();
    let set_in = if is_numbered(words) { indent.as_str() } else { "" };
    format!("{set_in}{}", spans(words, links))
}

fn is_numbered(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && matches!(words.as_bytes().get(digits..digits + 2), Some(b". " | b") "))
}

/// The words of a heading or title without their marks.
pub(super) fn inline(words: &str) -> String {
    spans(words, &BTreeMap::new())
}

/// How deep emphasis and links are read inside each other; what lies deeper stands as it is.
const DEPTH: usize = 6;
/// Bytes within which a bracket is closed.
const NEAR: usize = 1024;

/// Parts a text at the first `mark`, where that is near.
fn near<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let end = (0..=NEAR.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let at = text.get(..end)?.find(mark)?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// Words without emphasis, code marks and link marks.
fn spans(words: &str, links: &BTreeMap<String, &str>) -> String {
    let mut out = String::with_capacity(words.len());
    take(words, links, DEPTH, &mut out);
    out
}

fn take(words: &str, links: &BTreeMap<String, &str>, depth: usize, out: &mut String) {
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let behind = match c {
            _ if depth == 0 => None,
            '\\' => escaped(after, out),
            '`' => code(rest, out),
            '!' if after.starts_with('[') => link(after, links, depth, out),
            '[' => link(rest, links, depth, out),
            '<' => address(after, out),
            '*' | '_' | '~' => emphasis(rest, c, out.chars().next_back(), links, depth, out),
            _ => None,
        };
        rest = behind.unwrap_or_else(|| {
            out.push(c);
            after
        });
    }
}

/// `\*` is a star.
fn escaped<'a>(after: &'a str, out: &mut String) -> Option<&'a str> {
    let c = after.chars().next().filter(char::is_ascii_punctuation)?;
    out.push(c);
    after.get(c.len_utf8()..)
}

/// Between back-ticks nothing is a mark.
fn code<'a>(rest: &'a str, out: &mut String) -> Option<&'a str> {
    let ticks = rest.bytes().take_while(|b| *b == b'`').count();
    let (mark, inner) = rest.split_at_checked(ticks)?;
    let (text, behind) = inner.split_once(mark)?;
    out.push_str(text.trim());
    Some(behind)
}

/// `<https://…>` or `<a@b.c>`.
fn address<'a>(after: &'a str, out: &mut String) -> Option<&'a str> {
    let (text, behind) = near(after, ">")?;
    let is_address = !text.contains(char::is_whitespace) && (text.contains("://") || text.contains('@'));
    out.push_str(Some(text).filter(|_| is_address)?);
    Some(behind)
}

/// `[text](address)`, `[text][name]`, `[name]` of a definition, `[[note]]`, `[[note|text]]`.
fn link<'a>(rest: &'a str, links: &BTreeMap<String, &str>, depth: usize, out: &mut String) -> Option<&'a str> {
    if let Some((name, behind)) = rest.strip_prefix("[[").and_then(|inner| near(inner, "]]")) {
        out.push_str(name.rsplit('|').next().unwrap_or(name).trim());
        return Some(behind);
    }
    let (text, behind) = bracketed(rest, '[', ']')?;
    let (address, behind) = if let Some((target, behind)) = bracketed(behind, '(', ')') {
        // A title in quotes may stand behind the address.
        (target.split_whitespace().next().unwrap_or_default().trim_matches(['<', '>']), behind)
    } else {
        let (name, more) = bracketed(behind, '[', ']').unwrap_or((text, behind));
        let name = if name.is_empty() { text } else { name };
        (*links.get(&name.to_lowercase())?, more)
    };
    let mut shown = String::new();
    take(text, links, depth - 1, &mut shown);
    let bare = |address: &str| address.trim_start_matches("mailto:").to_owned();
    match (shown.is_empty(), bare(address)) {
        (_, address) if address.is_empty() => out.push_str(&shown),
        (true, address) => out.push_str(&address),
        (false, address) if address == shown => out.push_str(&address),
        (false, address) => out.push_str(&format!("{shown} ({address})")),
    }
    Some(behind)
}

/// What stands between two brackets that belong together, and what is behind them.
fn bracketed(rest: &str, open: char, close: char) -> Option<(&str, &str)> {
    if !rest.starts_with(open) {
        return None;
    }
    let mut deep = 0usize;
    for (at, c) in rest.char_indices().take(NEAR) {
        match c {
            c if c == open => deep += 1,
            c if c == close => deep -= 1,
            _ => {}
        }
        if deep == 0 {
            return Some((rest.get(open.len_utf8()..at)?, rest.get(at + close.len_utf8()..)?));
        }
    }
    None
}

/// `*text*`, `**text**`, `_text_`, `~~text~~`; a star between blanks and a line inside a word are none.
fn emphasis<'a>(
    rest: &'a str,
    mark: char,
    before: Option<char>,
    links: &BTreeMap<String, &str>,
    depth: usize,
    out: &mut String,
) -> Option<&'a str> {
    let run = rest.chars().take_while(|c| *c == mark).count().min(3);
    let marks = rest.get(..run).filter(|_| mark != '~' || run == 2)?;
    let inner = rest.get(run..)?;
    let opens = inner.chars().next().is_some_and(|c| !c.is_whitespace() && c != mark);
    if !opens || (mark == '_' && before.is_some_and(char::is_alphanumeric)) {
        return None;
    }
    let closes = |at: usize| {
        let (text, behind) = (inner.get(..at).unwrap_or_default(), inner.get(at + run..).unwrap_or_default());
        let next = behind.chars().next();
        let within_a_word = mark == '_' && next.is_some_and(char::is_alphanumeric);
        !text.is_empty() && !text.ends_with(char::is_whitespace) && next != Some(mark) && !within_a_word
    };
    let at = inner.match_indices(marks).map(|(at, _)| at).take(64).find(|at| closes(*at))?;
    take(inner.get(..at)?, links, depth - 1, out);
    inner.get(at + run..)
}
