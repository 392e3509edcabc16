//! Cards of version 2.1 as cards of version 3.0: quoted-printable, encodings named by the property, types without `TYPE=`.
//! What the properties mean is `vcard`'s business.

use super::encoding::{self, Encoding};

/// How a value is laid out, which decides what is escaped in it.
#[derive(Clone, Copy, PartialEq)]
enum Layout {
    /// Parts between semicolons.
    Parts,
    /// A list between commas.
    List,
    /// An address or a date, which has no escapes.
    Bare,
    /// Anything else.
    Text,
}

fn layout(name: &str) -> Layout {
    match name {
        "N" | "ADR" | "ORG" => Layout::Parts,
        "CATEGORIES" | "NICKNAME" => Layout::List,
        "TEL" | "EMAIL" | "URL" | "BDAY" | "UID" | "REV" | "GEO" => Layout::Bare,
        _ => Layout::Text,
    }
}

/// Whether a card has to be rewritten: it says 2.1, or it uses what only 2.1 has.
pub fn is_old(card: &str) -> bool {
    card.lines().take(3).any(|line| line.trim().eq_ignore_ascii_case("VERSION:2.1"))
        || card.lines().any(|line| head(line).to_ascii_uppercase().contains("QUOTED-PRINTABLE"))
}

fn head(line: &str) -> &str {
    line.split(':').next().unwrap_or_default()
}

/// The card as version 3.0, and the encoding its quoted text was in when that is not UTF-8.
pub fn rewrite(card: &str) -> (String, Option<Encoding>) {
    let mut out = String::with_capacity(card.len());
    let mut other = None;
    // How the last value is laid out, where a line without a colon can belong to it.
    let mut before: Option<Layout> = None;
    let mut lines = card.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(colon) = line.find(':') else {
            // A program that does not fold its lines broke the value before.
            if let Some(layout) = before.filter(|_| !line.trim().is_empty()) {
                out.truncate(out.trim_end_matches("\r\n").len());
                escape(&format!("\n{}", line.trim()), layout, &mut out);
                out.push_str("\r\n");
            }
            continue;
        };
        let (left, mut value) = (&line[..colon], line[colon + 1..].to_owned());
        let mut words = left.split(';');
        let name = words.next().unwrap_or_default().trim();
        let (mut params, mut quoted, mut binary, mut charset) = (String::new(), false, false, None);
        for word in words.map(str::trim).filter(|word| !word.is_empty()) {
            let (key, said) = word.split_once('=').map_or(("", word), |(key, said)| (key.trim(), said.trim()));
            let upper = said.to_ascii_uppercase();
            match key.to_ascii_uppercase().as_str() {
                "CHARSET" => charset = Encoding::parse(said),
                "" | "ENCODING" if upper == "QUOTED-PRINTABLE" => quoted = true,
                "" | "ENCODING" if upper == "BASE64" || upper == "B" => binary = true,
                "ENCODING" => {}
                "" => push_type(&mut params, said),
                "TYPE" => said.split(',').for_each(|word| push_type(&mut params, word.trim_matches('"'))),
                _ => {
                    params.push(';');
                    params.push_str(word);
                }
            }
        }
        let bare = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
        if quoted {
            // A `=` at the end of a line says that the text goes on.
            while let Some(rest) = value.trim_end().strip_suffix('=') {
                value.truncate(rest.len());
                let Some(next) = lines.next_if(|next| !next.trim().eq_ignore_ascii_case("END:VCARD")) else { break };
                value.push_str(next);
            }
            let bytes = unquote(&value);
            value = match charset.and_then(|charset| Some((charset.strict(&bytes)?.into_owned(), charset))) {
                Some((text, charset)) => {
                    other = other.or((charset != Encoding::UTF_8 && !text.is_ascii()).then_some(charset));
                    text
                }
                None => match encoding::decode(&bytes, None) {
                    Ok((text, found)) => {
                        other = other.or((found != Encoding::UTF_8).then_some(found));
                        text.into_owned()
                    }
                    Err(_) => String::from_utf8_lossy(&bytes).into_owned(),
                },
            };
        } else {
            let goes_on =
                |next: &&str| next.starts_with([' ', '\t']) || (binary && !next.contains(':') && !next.trim().is_empty());
            while let Some(next) = lines.next_if(goes_on) {
                if !binary {
                    value.push_str(next);
                }
            }
        }
        let picture = binary || matches!(bare.as_str(), "PHOTO" | "LOGO" | "SOUND" | "KEY");
        before = Some(layout(&bare)).filter(|_| !picture && !matches!(bare.as_str(), "BEGIN" | "END" | "VERSION"));
        if picture {
            // Pictures have no place in the book; they are only counted.
            value = "x".to_owned();
            params.clear();
        }
        if bare == "VERSION" {
            value = "3.0".to_owned();
        }
        out.push_str(name);
        out.push_str(&params);
        out.push(':');
        match bare.as_str() {
            "BEGIN" | "END" | "VERSION" => out.push_str(value.trim()),
            _ => escape(&value, layout(&bare), &mut out),
        }
        out.push_str("\r\n");
    }
    (out, other)
}

fn push_type(params: &mut String, word: &str) {
    let word = word.trim().trim_start_matches("X-").trim_start_matches("x-");
    if !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ')) {
        params.push_str(";TYPE=");
        params.push_str(word);
    }
}

fn unquote(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|b| (*b as char).to_digit(16));
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'=', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

/// A value as 3.0 writes it. What 2.1 escapes already stays.
fn escape(value: &str, layout: Layout, out: &mut String) {
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, layout) {
            ('\r', _) if chars.peek() == Some(&'\n') => {}
            ('\r' | '\n', Layout::Bare) => out.push(' '),
            ('\r' | '\n', _) => out.push_str("\\n"),
            ('\0', _) => out.push('\0'),
            (_, Layout::Bare) => out.push(c),
            ('\\', _) => match chars.peek().copied() {
                Some(next @ (';' | ',' | 'n' | 'N' | '\\')) => {
                    chars.next();
                    out.push('\\');
                    out.push(next);
                }
                Some(':') => {}
                _ => out.push_str("\\\\"),
            },
            (';', Layout::Parts) => out.push(';'),
            (';' | ',', Layout::List) => out.push(','),
            (';' | ',', _) => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_a_colon_belongs_to_the_value_before() {
        let card =
            "BEGIN:VCARD\nVERSION:2.1\nstray\nN:Ada\nNOTE:met in Kiel\nasked, for prices\n\nTEL:138\n 00\n99\nEND:VCARD\n";
        let (text, _) = rewrite(card);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1..5], ["VERSION:3.0", "N:Ada", "NOTE:met in Kiel\\nasked\\, for prices", "TEL:138 00 99"]);
    }

    #[test]
    fn quoted_lines_that_go_on_are_joined_in_one_go() {
        let many = 60_000;
        let card =
            format!("BEGIN:VCARD\nVERSION:2.1\nNOTE;QUOTED-PRINTABLE:{}end\nTEL:1\nEND:VCARD\n", "abcdefgh=\n".repeat(many));
        let (text, _) = rewrite(&card);
        let note = text.lines().nth(2).unwrap();
        assert_eq!(note.len(), "NOTE:".len() + many * 8 + "end".len());
        assert_eq!(rewrite("NOTE;QUOTED-PRINTABLE:a=\nEND:VCARD\n").0, "NOTE:a\r\nEND:VCARD\r\n");
    }

    #[test]
    fn what_is_old_is_written_new() {
        let card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5;=D0=A1=C3=F7;;;\r\nTEL;CELL;VOICE:138\r\nTEL;PREF;WORK;X-Desk:021\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:a, b; c=0D=0Anext =\r\nline\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n AAAA\r\n\r\nADR;HOME:;;Kai 4, Haus 2;Hamburg;;20457;\r\nEND:VCARD\r\n";
        let (text, other) = rewrite(card);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], "VERSION:3.0");
        assert_eq!(lines[2], "N:王;小明;;;");
        assert_eq!(lines[3], "TEL;TYPE=CELL;TYPE=VOICE:138");
        assert_eq!(lines[4], "TEL;TYPE=PREF;TYPE=WORK;TYPE=Desk:021");
        assert_eq!(lines[5], "NOTE:a\\, b\\; c\\nnext line");
        assert_eq!(lines[6], "PHOTO:x");
        assert_eq!(lines[7], "ADR;TYPE=HOME:;;Kai 4\\, Haus 2;Hamburg;;20457;");
        assert_eq!(other.unwrap().name(), "GBK");
        assert!(is_old(card) && !is_old("BEGIN:VCARD\nVERSION:3.0\nFN:QUOTED-PRINTABLE\nEND:VCARD\n"));
    }
}
