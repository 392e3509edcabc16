//! What a template may say: names, comparisons, `if` and `for`. Nothing that builds a text out of texts, for that has no bound: a value
//! doubled thirty times fills the memory before a step limit ends it. How a text is filled is `engine`'s.

use minijinja::{Environment, filters};

/// Words a `{% … %}` may begin with.
const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];
/// Signs outside of quotes that build texts or lists.
const BUILDERS: &str = "~+*,[]{";

/// An engine that knows only what takes a value apart or shows it.
pub(super) fn engine<'a>() -> Environment<'a> {
    let mut engine = Environment::empty();
    engine.add_filter("upper", filters::upper);
    engine.add_filter("lower", filters::lower);
    engine.add_filter("capitalize", filters::capitalize);
    engine.add_filter("title", filters::title);
    engine.add_filter("trim", filters::trim);
    engine.add_filter("default", filters::default);
    engine.add_filter("length", filters::length);
    engine.add_filter("first", filters::first);
    engine.add_filter("last", filters::last);
    engine.add_filter("round", filters::round);
    engine.add_test("defined", minijinja::tests::is_defined);
    engine.add_test("undefined", minijinja::tests::is_undefined);
    engine.add_test("none", minijinja::tests::is_none);
    engine
}

/// The first word or sign of a template that it may not use, and the line on which it stands, from 0.
pub(super) fn foreign(source: &str) -> Option<(usize, String)> {
    let mut rest = source;
    while let Some(at) = rest.find(['{']) {
        rest = &rest[at + 1..];
        let found = match rest.as_bytes().first() {
            Some(b'#') => {
                rest = rest.find("#}").map_or("", |end| &rest[end + 2..]);
                None
            }
            Some(b'{') => within(&mut rest, "}}"),
            Some(b'%') => within(&mut rest, "%}"),
            _ => None,
        };
        if let Some(word) = found {
            let read = source.len() - rest.len();
            return Some((source[..read].matches('\n').count(), word));
        }
    }
    None
}

/// Reads one tag to its end, past the brackets that open it, and stops behind what may not stand in it.
fn within(rest: &mut &str, end: &str) -> Option<String> {
    let is_statement = end == "%}";
    // What sets whether the blanks around a tag stay.
    *rest = rest[1..].trim_start_matches(['-', '+']);
    let mut is_first = is_statement;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with(end) {
            *rest = &rest[end.len()..];
            return None;
        }
        if c == '\'' || c == '"' {
            *rest = after_quote(&rest[1..], c);
        } else if c.is_alphanumeric() || c == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            let (word, more) = rest.split_at(length);
            *rest = more;
            if (is_first && !STATEMENTS.contains(&word)) || (is_statement && word == "recursive") {
                return Some(word.to_owned());
            }
            is_first = false;
        } else {
            *rest = &rest[c.len_utf8()..];
            if BUILDERS.contains(c) && !(c == '+' && rest.starts_with(end)) {
                return Some(c.to_string());
            }
        }
    }
    None
}

/// What follows a quoted text.
fn after_quote(text: &str, quote: char) -> &str {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        if c == quote && !is_escaped {
            return &text[at + 1..];
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    ""
}
