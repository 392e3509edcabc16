//! The text of a vCard file: older phones write each property in an encoding of its own and name it there.
//! Files of one encoding are `encoding`'s business; what a card says is `vcard`'s.

use super::encoding::{self, Encoding};
use super::report::ImportError;
use std::borrow::Cow;

/// Whether the bytes begin as a card.
pub fn is_cards(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes.get(..11).is_some_and(|start| start.eq_ignore_ascii_case(b"begin:vcard"))
}

/// The encoding a property names (`TEL;CHARSET=GBK:…`), if it does.
fn named(line: &[u8]) -> Option<Encoding> {
    let colon = line.iter().position(|b| *b == b':')?;
    let head = std::str::from_utf8(&line[..colon]).ok()?;
    head.split(';').find_map(|param| {
        let (name, value) = param.split_once('=')?;
        if name.trim().eq_ignore_ascii_case("charset") { Encoding::parse(value) } else { None }
    })
}

/// The text of all cards, and the encoding that said most of it.
///
/// # Errors
/// Bytes that are text in no encoding, or not in the one named by the user.
pub fn text(bytes: &[u8], said: Option<Encoding>) -> Result<(Cow<'_, str>, Encoding), ImportError> {
    let plain = std::str::from_utf8(bytes).is_ok();
    let lines = || bytes.split_inclusive(|b| *b == b'\n');
    if said.is_none() && plain || !lines().any(|line| !line.is_ascii() && named(line).is_some()) {
        return encoding::decode(bytes, said);
    }
    // What names no encoding is in one, whichever that is.
    let rest: Vec<u8> = lines().filter(|line| named(line).is_none()).flatten().copied().collect();
    let (_, common) = encoding::decode(&rest, said)?;
    let (mut text, mut shown, mut last) = (String::with_capacity(bytes.len()), common, None);
    for line in lines() {
        // A folded line goes on in the encoding of the line before.
        let own = if line.starts_with(b" ") || line.starts_with(b"\t") { last } else { named(line) };
        last = own;
        let own = own.and_then(|encoding| Some((encoding.strict(line)?, encoding)));
        match own {
            Some((line, encoding)) => {
                if !line.is_ascii() && shown == Encoding::UTF_8 {
                    shown = encoding;
                }
                text.push_str(&line);
            }
            None => text.push_str(&common.lossy(line)),
        }
    }
    Ok((Cow::Owned(text), shown))
}
