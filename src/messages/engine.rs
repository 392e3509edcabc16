//! Fills a text: minijinja, strict and without any way out of the text. What a template can say is `context`'s, where its text lies
//! `template`'s.
//!
//! Whatever comes from the book goes in as a value and is never read as a template again. A name nobody knows is an error, not a blank:
//! a letter with a hole in it must not go out.

use super::language;
use crate::domain::message::Message;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use serde_json::Value;
use std::io::{self, Write};
use std::ops::Range;

/// Steps a text may take: a loop in it ends, the longest honest letter needs some hundreds.
const FUEL: u64 = 20_000;
/// How deep it may nest.
const DEPTH: usize = 60;
/// Bytes of what comes out.
const LARGEST: usize = 64 * 1024;

/// A text to be filled.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// What errors call it: its file, or its name where it is shipped.
    pub name: &'a str,
    /// The text.
    pub source: &'a str,
    /// The line of the file on which it begins, from 1.
    pub line: usize,
}

/// Fills a text with values.
///
/// # Errors
/// One sentence with the place: a name that is not known, with those that are; a text that cannot be read; one that has no end.
pub fn fill(text: Text<'_>, values: &Value) -> Result<String, Message> {
    if let Some((line, word)) = language::foreign(text.source) {
        return Err(Message::new("draft-foreign").with("file", text.name).with("line", text.line + line).with("word", word));
    }
    let mut engine = language::engine();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_auto_escape_callback(|_| AutoEscape::None);
    engine.set_debug(true);
    engine.set_fuel(Some(FUEL));
    engine.set_recursion_limit(DEPTH);
    engine.set_trim_blocks(true);
    engine.set_lstrip_blocks(true);
    let mut out = Bounded::default();
    let filled = engine
        .template_from_named_str("text", text.source)
        .and_then(|template| template.render_captured_to(values, &mut out).map(|_| ()));
    match filled {
        Ok(()) => Ok(String::from_utf8_lossy(&out.bytes).into_owned()),
        Err(error) => Err(refused(&engine, text, values, &error, out.full)),
    }
}

/// Where a text is written to: not without end.
#[derive(Default)]
struct Bounded {
    bytes: Vec<u8>,
    full: bool,
}

impl Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + more.len() > LARGEST {
            self.full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn refused(engine: &Environment<'_>, text: Text<'_>, values: &Value, error: &Error, full: bool) -> Message {
    // An error inside an expression is told by the outer one.
    let line = text.line + error.line().unwrap_or(1).max(1) - 1;
    let at = |id: &'static str| Message::new(id).with("file", text.name).with("line", line);
    if full {
        return at("draft-too-long");
    }
    match error.kind() {
        ErrorKind::OutOfFuel => at("draft-no-end"),
        ErrorKind::UndefinedError => {
            let place = error.range().unwrap_or(0..text.source.len());
            let name = unknown(engine, text.source, place, values);
            at("draft-no-name").with("name", name).with("known", names(values).join(", "))
        }
        _ => {
            let why = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
            at("draft-broken").with("why", why)
        }
    }
}

/// The name behind an error: of those the text asks for and that lead nowhere, the one at the place of the error, or next before it.
fn unknown(engine: &Environment<'_>, source: &str, place: Range<usize>, values: &Value) -> String {
    let leads_nowhere = |name: &String| name.split('.').try_fold(values, |at, step| at.get(step)).is_none();
    let asked = engine.template_from_str(source).map(|t| t.undeclared_variables(true)).unwrap_or_default();
    let ends = |name: &String| {
        let starts = source.match_indices(name.as_str()).map(|(at, _)| at);
        starts.filter(|at| *at < place.end).max()
    };
    let nearest = asked.into_iter().filter(leads_nowhere).filter_map(|name| Some((ends(&name)?, name))).max();
    nearest.map_or_else(|| source.get(place).unwrap_or_default().trim().to_owned(), |(_, name)| name)
}

/// The names of all values, dotted.
pub fn names(values: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let Value::Object(groups) = values else { return out };
    for (group, inner) in groups {
        match inner {
            Value::Object(fields) => out.extend(fields.keys().map(|field| format!("{group}.{field}"))),
            _ => out.push(group.clone()),
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::message::Arg;
    use serde_json::json;

    fn fill_with(source: &str, values: &Value) -> Result<String, Message> {
        fill(Text { name: "own.txt", source, line: 5 }, values)
    }

    fn values() -> Value {
        json!({
            "client": { "name": "Northstar", "need": "" },
            "process": ["look", "mend"],
            "today": "Monday",
        })
    }

    fn arg(message: &Message, name: &str) -> String {
        match message.args.iter().find(|(n, _)| *n == name).map(|(_, arg)| arg) {
            Some(Arg::Text(text)) => text.clone(),
            Some(Arg::Number(n)) => n.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_text_is_filled() {
        let text = "Dear {{ client.name }}, it is {{ today }}.\n{% for step in process %}\n{{ loop.index }}. {{ step }}\n\
                    {% endfor %}\n{% if client.need %}You need {{ client.need }}{% else %}Tell us{% endif %}\n";
        assert_eq!(fill_with(text, &values()).unwrap(), "Dear Northstar, it is Monday.\n1. look\n2. mend\nTell us");
    }

    #[test]
    fn a_name_nobody_knows_is_named_with_its_place_and_those_that_are() {
        for (text, name, line) in [
            ("Hello {{ client.nmae }}", "client.nmae", "5"),
            ("Hello\n\n{{ clint.name }}!", "clint.name", "7"),
            ("{{ nobody }}", "nobody", "5"),
            ("\n{% for x in proces %}{{ x }}{% endfor %}", "proces", "6"),
            ("{% if client.nead %}x{% endif %}", "client.nead", "5"),
            ("{{ client.nmae | upper }}", "client.nmae", "5"),
            ("{{ client.name == client.nmae }}", "client.nmae", "5"),
        ] {
            let error = fill_with(text, &values()).unwrap_err();
            assert_eq!(error.id, "draft-no-name", "{text}: {error:?}");
            assert_eq!((arg(&error, "name").as_str(), arg(&error, "line").as_str()), (name, line), "{text}");
            assert_eq!(arg(&error, "known"), "client.name, client.need, process, today");
            assert_eq!(arg(&error, "file"), "own.txt");
        }
    }

    #[test]
    fn what_comes_from_the_book_is_never_read_as_a_template() {
        for hostile in ["{{ 7*7 }}", "{% include 'x' %}", "{% for i in range(9) %}x{% endfor %}", "{# gone #}", "<b>&\"'", "{{"]
        {
            let values = json!({ "client": { "name": hostile } });
            assert_eq!(fill_with("> {{ client.name }} <", &values).unwrap(), format!("> {hostile} <"));
        }
    }

    #[test]
    fn nothing_of_the_machine_can_be_reached() {
        for text in ["{% include '/etc/passwd' %}", "{% import 'x' as x %}", "{% extends 'x' %}"] {
            let error = fill_with(text, &values()).unwrap_err();
            assert_eq!(error.id, "draft-foreign", "{text}: {error:?}");
            assert_eq!(arg(&error, "line"), "5");
        }
        assert_eq!(fill_with("{{ debug() }}", &values()).unwrap_err().id, "draft-broken");
    }

    #[test]
    fn a_text_ends() {
        let steps = json!({ "process": vec!["step"; 2000], "long": "x".repeat(100) });
        let nested = "{% for a in process %}{% for b in process %}{% if a == b %}{% endif %}{% endfor %}{% endfor %}";
        assert_eq!(fill_with(nested, &steps).unwrap_err().id, "draft-no-end");
        let long = "{% for a in process %}{{ long }}{% endfor %}";
        assert_eq!(fill_with(long, &steps).unwrap_err().id, "draft-too-long");
        let deep = format!("{}1{}", "(".repeat(5000), ")".repeat(5000));
        assert_eq!(fill_with(&format!("{{{{ {deep} }}}}"), &values()).unwrap_err().id, "draft-broken");
    }

    #[test]
    fn a_text_cannot_fill_the_memory() {
        let doubled = |step: &str| format!("\n{}", step.repeat(40));
        for (text, word) in [
            ("\n{% set ns = namespace(x='aaaa') %}{% for i in range(34) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}", "set"),
            (doubled("{% set x = x ~ x %}").as_str(), "set"),
            (doubled("{%- with x = x + x %}").as_str(), "with"),
            (doubled("{% for x in [x ~ x] %}").as_str(), "["),
            (doubled("{% for x in (x, x) %}").as_str(), ","),
            ("\n{% macro f(x) %}{{ f(x) }}{{ f(x) }}{% endmacro %}", "macro"),
            ("\n{% for x in process recursive %}{{ loop(process) }}{% endfor %}", "recursive"),
            ("\n{{ 'x' * 9999999999 }}", "*"),
            ("\n{{ '}}' ~ '\\'' ~ today }}", "~"),
            ("\n{{ today + today }}", "+"),
            ("\n{# {{ #}{{ {'a': today} }}", "{"),
            ("\n{% raw %}{{{% endraw %}", "raw"),
        ] {
            let error = fill_with(text, &values()).unwrap_err();
            assert_eq!(
                (error.id, arg(&error, "word").as_str(), arg(&error, "line").as_str()),
                ("draft-foreign", word, "6"),
                "{text}"
            );
        }
        for filter in ["replace('a')", "join(today)", "indent(999999999)", "format(1)", "list"] {
            assert_eq!(fill_with(&format!("{{{{ today|{filter} }}}}"), &values()).unwrap_err().id, "draft-broken", "{filter}");
        }
        // What is quoted or only text is free to name it.
        assert_eq!(
            fill_with("1 + 1 ~ [2] {%+ if today == '~' +%}{% endif %}{{ 'a, [b]' }}", &values()).unwrap(),
            "1 + 1 ~ [2] a, [b]"
        );
    }

    #[test]
    fn a_text_that_cannot_be_read_says_where_and_why() {
        for text in ["\n{{ client.name", "\n{% if %}", "\n{{ client.name | shout }}", "\n{% endfor %}"] {
            let error = fill_with(text, &values()).unwrap_err();
            assert_eq!((error.id, arg(&error, "line").as_str()), ("draft-broken", "6"), "{text}");
            assert!(!arg(&error, "why").is_empty());
        }
    }
}
