//! Money: integer minor units with a currency. Sums never mix currencies; rates are the configuration's.

use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct};
use std::collections::BTreeMap;
use std::fmt;

/// The codes of ISO 4217 in use; the kuna and the old Zimbabwe dollar still stand in books.
const CODES: &str = "\
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD \
    HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN \
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY \
    TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG HRK ZWL";

/// An ISO 4217 currency code, upper case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Currency(pub [u8; 3]);

impl Currency {
    /// The yuan, the default of `invoice add`.
    pub const CNY: Currency = Currency(*b"CNY");

    /// A code of ISO 4217 in any case.
    pub fn parse(text: &str) -> Option<Currency> {
        let bytes: [u8; 3] = text.trim().as_bytes().try_into().ok()?;
        let currency = Currency(bytes.map(|b| b.to_ascii_uppercase()));
        CODES.split(' ').any(|code| code == currency.as_str()).then_some(currency)
    }

    /// A code as it was stored: it was checked when it came in, and codes are retired but books are not.
    pub fn stored(text: &str) -> Option<Currency> {
        let bytes: [u8; 3] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Currency(bytes))
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Money {
    /// Minor units; negative for a credit.
    pub minor: i64,
    /// The currency of the amount.
    pub currency: Currency,
}

/// Units of the base currency for one unit of each other currency, from the configuration.
pub type Rates = BTreeMap<Currency, f64>;

/// Minor units of `base` for one minor unit of a currency; `None` where there is no rate.
pub fn minor_rate(currency: Currency, base: Currency, rates: &Rates) -> Option<f64> {
    // Minor units differ between currencies (yen have none), so the rate is applied to major units.
    let scale = |c: Currency| 10f64.powi(c.digits() as i32);
    if currency == base { Some(1.0) } else { rates.get(&currency).map(|rate| rate * scale(base) / scale(currency)) }
}

impl Money {
    /// Reads what people type, in this currency: `38000`, `38,000.50`, `¥38,000`, `1.200,50`, `3.5万`, `5000元`, `(500)`. `None` for
    /// anything that could be read in two ways, names another currency, or has more decimals than the currency.
    pub fn parse(text: &str, currency: Currency) -> Option<Money> {
        Money::read(text, currency).filter(|money| money.currency == currency)
    }

    /// As [`Money::parse`], in the currency the text names, else in `default`.
    pub fn read(text: &str, default: Currency) -> Option<Money> {
        let text: String = text.chars().map(half_width).collect();
        let mut rest = text.trim();
        let (mut currency, mut negative) = (None, false);
        let mut agreed = |named: Currency| currency.replace(named).is_none_or(|before| before == named);
        // Parentheses are a minus, the sign stands before or behind the currency; each comes once.
        loop {
            if let Some(inside) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
                if std::mem::replace(&mut negative, true) {
                    return None;
                }
                rest = inside.trim();
            } else if let Some(after) = rest.strip_prefix('-') {
                if std::mem::replace(&mut negative, true) {
                    return None;
                }
                rest = after.trim_start();
            } else if let Some((named, after)) = leading(rest, default) {
                if !agreed(named) {
                    return None;
                }
                rest = after.trim_start();
            } else if let Some((named, before)) = trailing(rest, default) {
                if !agreed(named) {
                    return None;
                }
                rest = before.trim_end();
            } else {
                break;
            }
        }
        let times = TIMES.iter().find_map(|(word, zeros)| Some((rest.strip_suffix(*word)?.trim_end(), *zeros)));
        let (number, zeros) = times.unwrap_or((rest, 0));
        let currency = currency.unwrap_or(default);
        let (whole, part) = decimal(number, currency.digits() as usize, zeros > 0)?;
        let part = part.trim_end_matches('0');
        let shift = (currency.digits() as usize + zeros).checked_sub(part.len())?;
        let digits: i64 = format!("{whole}{part}").parse().ok()?;
        let minor = digits.checked_mul(10_i64.checked_pow(u32::try_from(shift).ok()?)?)?;
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

/// How a currency is written beside its code; where several share a sign, the first is meant unless the default is another of them.
const SIGNS: [(&str, &[&[u8; 3]]); 21] = [
    ("US$", &[b"USD"]),
    ("HK$", &[b"HKD"]),
    ("NT$", &[b"TWD"]),
    ("人民币", &[b"CNY"]),
    ("RMB", &[b"CNY"]),
    ("美元", &[b"USD"]),
    ("欧元", &[b"EUR"]),
    ("英镑", &[b"GBP"]),
    ("日元", &[b"JPY"]),
    ("港元", &[b"HKD"]),
    ("港币", &[b"HKD"]),
    ("元整", &[b"CNY"]),
    ("块钱", &[b"CNY"]),
    ("元", &[b"CNY", b"HKD", b"TWD"]),
    ("块", &[b"CNY"]),
    ("圆", &[b"CNY", b"JPY"]),
    ("円", &[b"JPY"]),
    ("¥", &[b"CNY", b"JPY"]),
    ("$", &[b"USD", b"AUD", b"CAD", b"HKD", b"MXN", b"NZD", b"SGD", b"TWD"]),
    ("€", &[b"EUR"]),
    ("£", &[b"GBP"]),
];
/// Words that multiply, and how many zeros they stand for.
const TIMES: [(&str, usize); 4] = [("万", 4), ("萬", 4), ("亿", 8), ("千", 3)];

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '￥' => '¥',
        '￡' => '£',
        '−' => '-',
        '’' => '\'',
        '。' => '.',
        _ => c,
    }
}

fn meant(among: &[&[u8; 3]], default: Currency) -> Option<Currency> {
    let known = among.iter().find(|code| ***code == default.0).or(among.first())?;
    Some(Currency(**known))
}

/// A currency at the beginning, and what follows it.
fn leading(text: &str, default: Currency) -> Option<(Currency, &str)> {
    let sign = SIGNS.iter().find_map(|(sign, among)| {
        let head = text.get(..sign.len()).filter(|head| head.eq_ignore_ascii_case(sign))?;
        Some((meant(among, default)?, &text[head.len()..]))
    });
    sign.or_else(|| {
        let code = Currency::parse(text.get(..3).filter(|code| code.len() == code.trim().len())?)?;
        text[3..].starts_with(|c: char| !c.is_alphabetic()).then(|| (code, &text[3..]))
    })
}

/// A currency at the end, and what stands before it.
fn trailing(text: &str, default: Currency) -> Option<(Currency, &str)> {
    let from = |length: usize| text.len().checked_sub(length);
    let sign = SIGNS.iter().find_map(|(sign, among)| {
        let at = from(sign.len())?;
        text.get(at..).filter(|tail| tail.eq_ignore_ascii_case(sign))?;
        Some((meant(among, default)?, &text[..at]))
    });
    sign.or_else(|| {
        let at = from(3)?;
        let code = Currency::parse(text.get(at..).filter(|code| code.len() == code.trim().len())?)?;
        text[..at].ends_with(|c: char| !c.is_ascii_alphabetic()).then(|| (code, &text[..at]))
    })
}

/// Cuts a number into the digits before and behind its decimal sign. `scale`: decimals of the currency; `multiplied`: a word that
/// multiplies follows, and then a lone sign is the decimal one.
fn decimal(number: &str, scale: usize, multiplied: bool) -> Option<(String, String)> {
    let is_sign = |c: char| matches!(c, ',' | '.');
    let signs: Vec<(usize, char)> = number.char_indices().filter(|(_, c)| is_sign(*c)).collect();
    let behind = |at: usize| number.len() - at - 1;
    let grouped_before = number.contains([' ', '\'', '_']);
    let is_decimal = match signs.as_slice() {
        [] => false,
        // Alone, a point is decimal and a comma groups, unless what stands behind it says otherwise; a point before three digits says
        // both.
        [(_, _)] if multiplied => true,
        [(at, '.')] if behind(*at) == 3 && scale < 3 && *at > 0 && !grouped_before => return None,
        [(_, '.')] => true,
        [(at, _)] if behind(*at) == 3 && !grouped_before => false,
        [(at, _)] => (1..=2).contains(&behind(*at)),
        // Of two kinds the last is decimal and stands once; one kind several times groups.
        [rest @ .., (_, last)] => rest.iter().all(|(_, c)| c != last),
    };
    let (whole, part) = match signs.last() {
        Some((at, _)) if is_decimal => (&number[..*at], &number[at + 1..]),
        _ => (number, ""),
    };
    let is_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let marks: std::collections::BTreeSet<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = whole.split(|c| marks.contains(&c)).collect();
    // Three digits a group, or four as Chinese counts.
    let even = |size: usize| {
        groups.iter().skip(1).all(|g| g.len() == size) && groups.first().is_some_and(|g| (1..=size).contains(&g.len()))
    };
    let grouped = groups.len() == 1 || (marks.len() == 1 && (even(3) || even(4)) && !whole.starts_with('0'));
    let known = marks.iter().all(|c| matches!(c, ',' | '.' | ' ' | '\'' | '_'));
    let whole: String = groups.concat();
    let some = !(whole.is_empty() && part.is_empty());
    (grouped && known && some && is_digits(&whole) && is_digits(part)).then(|| (whole, part.to_owned()))
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
        let human = s.is_human_readable();
        let mut out = s.serialize_struct("Money", 2)?;
        out.serialize_field("minor", &self.minor)?;
        match human {
            true => out.serialize_field("currency", self.currency.as_str())?,
            false => out.serialize_field("currency", &self.currency)?,
        }
        out.end()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn cur(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[test]
    fn what_people_type_is_read_in_one_way_or_not_at_all() {
        for (text, minor) in [
            ("38000", Some(3_800_000)),
            ("38,000.50", Some(3_800_050)),
            ("38 000,50", Some(3_800_050)),
            ("12 000", Some(1_200_000)),
            ("12\u{a0}000", Some(1_200_000)),
            ("1.200,50", Some(120_050)),
            ("1,200.50", Some(120_050)),
            ("1'200.50", Some(120_050)),
            ("1.200.000", Some(120_000_000)),
            ("1,2000,0000", Some(12_000_000_000)),
            ("1,200", Some(120_000)),
            ("1.200", None),
            ("0.500", None),
            ("12.50", Some(1_250)),
            ("12.5", Some(1_250)),
            ("12,50", Some(1_250)),
            ("12,5", Some(1_250)),
            ("12.5000", Some(1_250)),
            (".5", Some(50)),
            ("5.", Some(500)),
            ("12.345", None),
            ("12.3456", None),
            ("1,23,456", None),
            ("12 34", None),
            ("0,500", None),
            ("1.2.3", None),
            ("1,200.50.1", None),
            ("1,200.345", None),
            ("1_000", Some(100_000)),
            ("５０００", Some(500_000)),
            ("１，２００．５０", Some(120_050)),
            ("5000元", Some(500_000)),
            ("5000 元", Some(500_000)),
            ("5000元整", Some(500_000)),
            ("20块", Some(2_000)),
            ("20块钱", Some(2_000)),
            ("¥5,000", Some(500_000)),
            ("￥ 5000", Some(500_000)),
            ("CNY 38,000", Some(3_800_000)),
            ("38000cny", Some(3_800_000)),
            ("RMB5000", Some(500_000)),
            ("人民币5000元", Some(500_000)),
            ("3.5万", Some(3_500_000)),
            ("1万", Some(1_000_000)),
            ("1.234万", Some(1_234_000)),
            ("1,5万元", Some(1_500_000)),
            ("３．５万", Some(3_500_000)),
            ("2亿", Some(20_000_000_000)),
            ("3千", Some(300_000)),
            ("3万5", None),
            ("1.2345678万", None),
            ("(500)", Some(-50_000)),
            ("（500）", Some(-50_000)),
            ("(¥500)", Some(-50_000)),
            ("-¥5", Some(-500)),
            ("¥-5", Some(-500)),
            ("−5", Some(-500)),
            ("(-5)", None),
            ("--5", None),
            ("500-", None),
            ("$5", None),
            ("5 USD", None),
            ("€5", None),
            ("5元$", None),
            ("5美元", None),
            ("", None),
            ("万", None),
            ("元", None),
            ("-", None),
            (".", None),
            (",", None),
            ("about 5", None),
            ("5k", None),
            ("1e5", None),
            ("0x5", None),
            ("五千", None),
            ("99999999999999999999999", None),
            ("92233720368547758.07", Some(i64::MAX)),
            ("92233720368547758.08", None),
            ("92233720368548万", None),
        ] {
            assert_eq!(Money::parse(text, Currency::CNY).map(|m| m.minor), minor, "{text}");
        }
    }

    #[test]
    fn a_named_currency_is_the_one_meant() {
        for (text, default, read) in [
            ("5 EUR", "CNY", Some((500, "EUR"))),
            ("EUR5", "CNY", Some((500, "EUR"))),
            ("12,5€", "CNY", Some((1_250, "EUR"))),
            ("US$5", "CNY", Some((500, "USD"))),
            ("$5", "CNY", Some((500, "USD"))),
            ("$5", "CAD", Some((500, "CAD"))),
            ("HK$5", "USD", Some((500, "HKD"))),
            ("£5", "EUR", Some((500, "GBP"))),
            ("5元", "EUR", Some((500, "CNY"))),
            ("¥500", "JPY", Some((500, "JPY"))),
            ("3万円", "CNY", Some((30_000, "JPY"))),
            ("3万日元", "CNY", Some((30_000, "JPY"))),
            ("1.5 JPY", "CNY", None),
            ("1.200 KWD", "CNY", Some((1_200, "KWD"))),
            ("¥5 EUR", "CNY", None),
            ("USD 5 USD", "CNY", Some((500, "USD"))),
            ("5 euros", "CNY", None),
        ] {
            let found = Money::read(text, cur(default));
            assert_eq!(found.map(|m| (m.minor, m.currency)), read.map(|(n, c)| (n, cur(c))), "{text}");
        }
    }

    #[test]
    fn what_is_printed_is_read_again() {
        for minor in [0, 5, -5, 100, 3_800_050, 123_456_789_012, -99_999_999] {
            for code in ["CNY", "JPY", "KWD"] {
                let money = Money { minor, currency: cur(code) };
                assert_eq!(Money::parse(&money.plain(), money.currency), Some(money), "{money}");
                assert_eq!(Money::read(&money.to_string(), Currency::CNY), Some(money), "{money}");
            }
        }
    }
}
