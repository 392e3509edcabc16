//! Money: integer minor units with a currency. Sums never mix currencies; rates are the configuration's.

use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::collections::BTreeMap;
use std::fmt;

/// An ISO 4217 currency code, upper case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(pub [u8; 3]);

impl Currency {
    /// The yuan, the default of `invoice add`.
    pub const CNY: Currency = Currency(*b"CNY");

    /// Three ASCII letters in any case.
    pub fn parse(text: &str) -> Option<Currency> {
        let bytes: [u8; 3] = text.trim().as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_alphabetic).then(|| Currency(bytes.map(|b| b.to_ascii_uppercase())))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// Digits behind the decimal point (ISO 4217: 0 for the yen and the like, 3 for the dinars, else 2).
    pub fn digits(&self) -> u32 {
        match &self.0 {
            b"JPY" | b"KRW" | b"VND" | b"CLP" | b"ISK" | b"XAF" | b"XOF" | b"UGX" | b"PYG" | b"RWF" => 0,
            b"BHD" | b"KWD" | b"OMR" | b"TND" | b"JOD" | b"IQD" | b"LYD" => 3,
            _ => 2,
        }
    }
}

/// An amount in minor units (cents, fen) of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    /// Minor units; negative for a credit.
    pub minor: i64,
    /// The currency of the amount.
    pub currency: Currency,
}

/// Units of the base currency for one unit of each other currency, from the configuration.
pub type Rates = BTreeMap<Currency, f64>;

impl Money {
    /// Reads `38000`, `38,000.50`, `¥38,000`, `-12`. `None` for anything else or more decimals than the currency has.
    pub fn parse(text: &str, currency: Currency) -> Option<Money> {
        let cleaned: String = text
            .trim()
            .trim_start_matches(['¥', '￥', '$', '€', '£'])
            .chars()
            .filter(|c| !matches!(c, ',' | '，' | ' ' | '_' | '\u{a0}'))
            .collect();
        let (negative, digits) = match cleaned.strip_prefix('-') {
            Some(rest) => (true, rest.trim_start_matches(['¥', '￥', '$', '€', '£']).to_owned()),
            None => (false, cleaned),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        let scale = currency.digits() as usize;
        let part = if part.len() > scale { part.trim_end_matches('0') } else { part };
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() && part.is_empty() || !all_digits(whole) || !all_digits(part) || part.len() > scale {
            return None;
        }
        let minor: i64 = format!("{whole}{part:0<scale$}").parse().ok()?;
        Some(Money { minor: if negative { -minor } else { minor }, currency })
    }

    /// The amount as a plain decimal number without currency: `38000.50`, the form of CSV files.
    pub fn plain(&self) -> String {
        let digits = self.currency.digits() as usize;
        let text = format!("{:0>width$}", self.minor.unsigned_abs(), width = digits + 1);
        let (whole, part) = text.split_at(text.len() - digits);
        let sign = if self.minor < 0 { "-" } else { "" };
        if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }
}

/// `CNY 38,000` or `CNY 38,000.50`: grouped, decimals only when there are any.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.plain();
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |p| ("-", p));
        let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
        let grouped: Vec<&str> =
            whole.as_bytes().rchunks(3).rev().map(|c| std::str::from_utf8(c).unwrap_or_default()).collect();
        write!(f, "{} {sign}{}", self.currency.as_str(), grouped.join(","))?;
        if part.bytes().any(|b| b != b'0') { write!(f, ".{part}") } else { Ok(()) }
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut out = s.serialize_struct("Money", 2)?;
        out.serialize_field("minor", &self.minor)?;
        out.serialize_field("currency", self.currency.as_str())?;
        out.end()
    }
}
