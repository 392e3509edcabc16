//! The code of an occasion: a short word that fits into the identity of a row.
//! Which codes there are stands in the files of the cultures.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A code of small ASCII letters, digits and hyphens, at most [`Code::LONGEST`] of them, that begins and ends with a letter or digit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; Code::LONGEST]);

impl Code {
    /// Bytes of the longest code.
    pub const LONGEST: usize = 24;

    /// Reads a code as it is written; none for anything else.
    pub fn parse(text: &str) -> Option<Code> {
        let known = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let fits = !text.is_empty() && text.len() <= Code::LONGEST && text.bytes().all(known);
        if !fits || text.starts_with('-') || text.ends_with('-') {
            return None;
        }
        let mut bytes = [0; Code::LONGEST];
        for (to, from) in bytes.iter_mut().zip(text.bytes()) {
            *to = from;
        }
        Some(Code(bytes))
    }

    /// The code as it is written.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(Code::LONGEST);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Code, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = Code;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the code of an occasion")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Code, E> {
                Code::parse(text).ok_or_else(|| E::custom("no code of an occasion"))
            }
        }
        d.deserialize_str(Read)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_written() {
        for text in ["a", "7", "mid-autumn", "new-year", "abcdefghijklmnopqrstuvwx"] {
            let code = Code::parse(text).unwrap();
            assert_eq!((code.as_str(), code.to_string().as_str()), (text, text));
        }
        let refused = ["", "-", "-a", "a-", "A", "a b", "a_b", "a:b", "春节", "é", "a\0", "abcdefghijklmnopqrstuvwxy"];
        assert_eq!(refused.map(Code::parse), [None; 12]);
    }

    #[test]
    fn codes_are_ordered_like_their_text() {
        let mut codes: Vec<Code> = ["b", "a-b", "ab", "a", "a1"].into_iter().filter_map(Code::parse).collect();
        codes.sort();
        assert_eq!(codes.iter().map(Code::as_str).collect::<Vec<_>>(), ["a", "a-b", "a1", "ab", "b"]);
    }

    #[test]
    fn a_code_is_kept_and_found_again() {
        let code = Code::parse("mid-autumn").unwrap();
        let json = serde_json::to_string(&code).unwrap();
        assert_eq!(json, "\"mid-autumn\"");
        assert_eq!(serde_json::from_str::<Code>(&json).unwrap(), code);
        let bytes = postcard::to_allocvec(&code).unwrap();
        assert_eq!(postcard::from_bytes::<Code>(&bytes).unwrap(), code);
        assert!(serde_json::from_str::<Code>("\"Mid Autumn\"").is_err());
    }
}
