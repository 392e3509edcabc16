//! What one cell can say: dates, amounts, words, lists, birthdays, and the disarming of formulas.
//! Which cell belongs to which field is `headings`' and `csv_in`'s business.

use super::record::Birthday;
use crate::domain::day::{Day, Moment};
use crate::domain::money::{Currency, Money};
use crate::domain::words::PointKind;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Which part of `03/04/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// Day first.
    Dmy,
    /// Month first.
    Mdy,
}

impl DateOrder {
    /// Reads `dmy` or `mdy`.
    pub fn parse(word: &str) -> Option<DateOrder> {
        match word {
            "dmy" => Some(DateOrder::Dmy),
            "mdy" => Some(DateOrder::Mdy),
            _ => None,
        }
    }
}

/// Why a date was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadDate {
    /// Day and month could be either way round.
    Ambiguous,
    /// Not a date.
    Unknown,
}

/// A name folded for comparison.
pub fn fold(text: &str) -> String {
    crate::text::fold(text)
}

/// The simplified twin of a traditional character, of those that headings and words are written with.
fn simplified(c: char) -> char {
    static PAIRS: OnceLock<HashMap<char, char>> = OnceLock::new();
    // The first character beyond ASCII words and punctuation; most text never gets to the table.
    if c < '\u{4e00}' {
        return c;
    }
    let pairs = PAIRS.get_or_init(|| {
        let pair = |pair: &str| {
            let mut chars = pair.chars();
            Some((chars.next()?, chars.next()?))
        };
        include_str!("../../assets/import/traditional.txt").split_whitespace().filter_map(pair).collect()
    });
    pairs.get(&c).copied().unwrap_or(c)
}

/// A heading or word folded: lower case, half width, simplified characters, letters and digits only (a lone `-` stays).
pub fn fold_word(text: &str) -> String {
    let lower = text.chars().map(half_width).flat_map(char::to_lowercase);
    let folded: String = lower.filter(|c| c.is_alphanumeric() || *c == ':').map(simplified).collect();
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

/// A full-width letter, digit or sign as its ASCII twin.
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// What identifies a contact point: a lower-cased address, the digits of a phone number.
pub fn point_key(kind: PointKind, value: &str) -> String {
    match kind {
        PointKind::Phone => {
            let plus = value.trim_start().starts_with(['+', '＋']);
            let digits: String = value.chars().map(half_width).filter(char::is_ascii_digit).collect();
            // +86 and 0086 are the same call; a bare Chinese mobile is the same number without its country.
            let digits = digits.strip_prefix("00").map_or(digits.clone(), str::to_owned);
            match digits.strip_prefix("86") {
                Some(rest) if rest.len() == 11 && rest.starts_with('1') && (plus || digits.len() == 13) => rest.to_owned(),
                _ if digits.is_empty() => value.trim().to_lowercase(),
                _ => digits,
            }
        }
        _ => value.trim().to_lowercase(),
    }
}

fn is_formula_start(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// A cell a spreadsheet will not run: `'` before what looks like a formula. `rearm` is its exact inverse.
pub fn disarm(cell: &str) -> String {
    if cell.trim_start_matches('\'').starts_with(is_formula_start) { format!("'{cell}") } else { cell.to_owned() }
}

/// Takes [`disarm`] back.
pub fn rearm(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(is_formula_start) => rest,
        _ => cell,
    }
}

/// Several values in one cell: `; ` between them, `\;` and `\\` inside.
pub fn join_list<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let escaped: Vec<String> =
        values.into_iter().map(|v| v.replace('\\', "\\\\").replace(';', "\\;").replace('；', "\\；")).collect();
    escaped.join("; ")
}

/// Reads [`join_list`]; empty places are kept so that a second list can run beside the first.
pub fn split_list(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        let last = parts.len() - 1;
        match c {
            '\\' if matches!(chars.peek(), Some(';' | '；' | '\\')) => parts[last].extend(chars.next()),
            ';' | '；' => parts.push(String::new()),
            _ => parts[last].push(c),
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

/// Slashed or dashed parts of a date whose year stands last: first, second, year.
fn year_last(text: &str) -> Option<(u32, u32, i32)> {
    let mut parts = text.split(['/', '-']);
    let (a, b, year) = (parts.next()?.trim(), parts.next()?.trim(), parts.next()?.trim());
    let ok = |s: &str| (1..=2).contains(&s.len()) && s.bytes().all(|c| c.is_ascii_digit());
    if parts.next().is_some() || !ok(a) || !ok(b) || year.len() != 4 {
        return None;
    }
    Some((a.parse().ok()?, b.parse().ok()?, year.parse().ok()?))
}

/// What a date tells about the order of its column, if anything.
pub fn order_of(text: &str) -> Option<DateOrder> {
    let text: String = text.trim().chars().map(half_width).collect();
    let date = text.split([' ', 'T']).next().unwrap_or_default();
    match year_last(date)? {
        (a, 1..=12, _) if a > 12 => Some(DateOrder::Dmy),
        (1..=12, b, _) if b > 12 => Some(DateOrder::Mdy),
        _ => None,
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn month_name(word: &str) -> Option<u32> {
    let word = word.trim_matches(['.', ',']).to_ascii_lowercase();
    let full = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"];
    let hit = MONTHS.iter().position(|m| *m == word || word == "sept" && *m == "sep");
    let hit = hit.or_else(|| full.iter().position(|m| *m == word)).or_else(|| (word == "december").then_some(11));
    hit.map(|i| i as u32 + 1)
}

/// A date without a time: ISO, Chinese, dotted (day first), month names, and slashed in the given order.
fn date(text: &str, order: Option<DateOrder>) -> Result<NaiveDate, BadDate> {
    let make = |y: i32, m: u32, d: u32| {
        NaiveDate::from_ymd_opt(y, m, d).filter(|_| (1000..=9999).contains(&y)).ok_or(BadDate::Unknown)
    };
    let numbers = |sep: &[char]| -> Option<Vec<&str>> {
        let parts: Vec<&str> = text.split(sep).map(str::trim).filter(|p| !p.is_empty()).collect();
        (parts.len() == 3 && parts.iter().all(|p| p.len() <= 4 && p.bytes().all(|c| c.is_ascii_digit()))).then_some(parts)
    };
    let number = |s: &str| s.parse::<u32>().map_err(|_| BadDate::Unknown);
    if text.len() == 8 && text.bytes().all(|c| c.is_ascii_digit()) {
        return make(number(&text[..4])? as i32, number(&text[4..6])?, number(&text[6..])?);
    }
    if let Some(date) = super::sheet::bare_day(text) {
        return Ok(date);
    }
    if let Some(parts) = numbers(&['-', '/', '.', '年', '月', '日', '号']) {
        if parts[0].len() == 4 {
            return make(number(parts[0])? as i32, number(parts[1])?, number(parts[2])?);
        }
        if text.contains('.') && parts[2].len() == 4 {
            return make(number(parts[2])? as i32, number(parts[1])?, number(parts[0])?);
        }
    }
    if let Some((a, b, year)) = year_last(text) {
        let order = match (a, b) {
            (a, _) if a > 12 => DateOrder::Dmy,
            (_, b) if b > 12 => DateOrder::Mdy,
            (a, b) if a == b => DateOrder::Dmy,
            _ => order.ok_or(BadDate::Ambiguous)?,
        };
        return match order {
            DateOrder::Dmy => make(year, b, a),
            DateOrder::Mdy => make(year, a, b),
        };
    }
    let words: Vec<&str> = text.split([' ', '-', ',']).filter(|w| !w.is_empty()).collect();
    if let [a, b, c] = words[..] {
        let (month, day) = match (month_name(a), month_name(b)) {
            (Some(month), None) => (month, b),
            (None, Some(month)) => (month, a),
            _ => return Err(BadDate::Unknown),
        };
        let day = number(day.trim_end_matches(['s', 't', 'h', 'n', 'd', 'r', '.']))?;
        return make(number(c)? as i32, month, day);
    }
    Err(BadDate::Unknown)
}

/// A calendar date; a time behind it is dropped, one with an offset is first brought into the zone.
pub fn day(text: &str, order: Option<DateOrder>, zone: Tz) -> Result<Day, BadDate> {
    let (date, at) = day_and_moment(text, order, zone)?;
    Ok(at.map_or(date, |at| at.day(zone)))
}

/// Whether a date is one only once it is said whether day or month comes first.
pub fn is_ambiguous(text: &str, zone: Tz) -> bool {
    let reads = |order| day(text, order, zone).is_ok();
    !reads(None) && reads(Some(DateOrder::Dmy)) && reads(Some(DateOrder::Mdy))
}

/// A moment: a date with a time, with or without offset; a bare date is noon of that day in the zone.
pub fn moment(text: &str, order: Option<DateOrder>, zone: Tz) -> Result<Moment, BadDate> {
    let (date, at) = day_and_moment(text, order, zone)?;
    Ok(at.unwrap_or_else(|| date.at(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default(), zone)))
}

/// A date, and the moment where the text has a time too.
pub fn day_and_moment(text: &str, order: Option<DateOrder>, zone: Tz) -> Result<(Day, Option<Moment>), BadDate> {
    let text: String = text.trim().chars().map(half_width).collect();
    if text.len() > 64 {
        return Err(BadDate::Unknown);
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(&text) {
        return Ok((Day::from(at.date_naive()), Some(Moment(at.timestamp()))));
    }
    if let Ok(date) = date(&text, order) {
        return Ok((Day::from(date), None));
    }
    // The time is what follows the last `T` or blank before the first colon (or 点/时).
    let Some(colon) = text.find([':', '点', '时']) else {
        return date(&text, order).map(|d| (Day::from(d), None));
    };
    let cut = text[..colon].rfind(['T', 't', ' ', '日', '号']).ok_or(BadDate::Unknown)?;
    let cut_len = text[cut..].chars().next().map_or(1, char::len_utf8);
    let date = date(text[..cut].trim(), order)?;
    let clock = text[cut + cut_len..].trim().replace(['点', '时'], ":").replace('分', "").to_ascii_uppercase();
    let clock = if clock.ends_with(':') { format!("{clock}00") } else { clock };
    let zoned = format!("{}T{}", date.format("%Y-%m-%d"), clock.replace(' ', ""));
    let zoned = zoned.strip_suffix('Z').map_or(zoned.clone(), |z| format!("{z}+00:00"));
    for format in ["%Y-%m-%dT%H:%M:%S%.f%:z", "%Y-%m-%dT%H:%M%:z", "%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%dT%H:%M%z"] {
        if let Ok(at) = DateTime::parse_from_str(&zoned, format) {
            return Ok((Day::from(date), Some(Moment(at.timestamp()))));
        }
    }
    let local = format!("{}T{}", date.format("%Y-%m-%d"), clock);
    for format in ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%I:%M %p", "%Y-%m-%dT%I:%M:%S %p"] {
        if let Ok(at) = NaiveDateTime::parse_from_str(&local, format) {
            return Ok((Day::from(date), Some(Day::from(date).at(at.time(), zone))));
        }
    }
    Err(BadDate::Unknown)
}

/// A birthday: a date, `--MM-DD`, `--MMDD`, `MM-DD`; 1604 is how Apple writes an unknown year.
pub fn birthday(text: &str, order: Option<DateOrder>, zone: Tz) -> Option<Birthday> {
    let text: String = text.trim().chars().map(half_width).collect();
    let bare = text.trim_start_matches('-');
    let parts: Vec<&str> = bare.split(['-', '月', '日', '/']).filter(|p| !p.is_empty()).collect();
    let month_day = match parts[..] {
        [md] if text.starts_with("--") && md.len() == 4 && md.is_ascii() => Some((md[..2].parse(), md[2..].parse())),
        // 2000 was a leap year, so that 29 February passes.
        [m, d] if m.len() <= 2 && d.len() <= 2 => Some((m.parse::<u32>(), d.parse::<u32>())),
        _ => None,
    };
    if let Some((Ok(month), Ok(day))) = month_day {
        return NaiveDate::from_ymd_opt(2000, month, day).map(|_| (month as u8, day as u8, None));
    }
    use chrono::Datelike;
    let date = day(&text, order, zone).ok()?.date();
    let year = (date.year() != 1604).then_some(date.year());
    Some((date.month() as u8, date.day() as u8, year))
}

/// How a birthday is written: `1980-04-15` or `--04-15`.
pub fn birthday_text((month, day, year): Birthday) -> String {
    match year {
        Some(year) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("--{month:02}-{day:02}"),
    }
}

/// An amount with or without a currency in the cell. One that contradicts the column of currencies is none.
pub fn money(text: &str, named: Option<Currency>, default: Currency) -> Option<Money> {
    match named {
        _ if text.len() > 80 => None,
        Some(currency) => Money::parse(text, currency),
        None => Money::read(text, default),
    }
}

/// Whether a name is that of a line that adds up the others.
pub fn is_total(name: &str) -> bool {
    const TOTALS: [&str; 8] = ["合计", "合計", "小计", "小計", "总计", "總計", "total", "subtotal"];
    TOTALS.contains(&fold(name).trim_end_matches([':', '：']))
}

/// A number as it was before a spreadsheet took it for a figure: `13800138000.0`, `1.3800138E+10`. What cannot be told exactly stays.
pub fn undamaged(number: String) -> String {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some((whole, rest)) = number.split_once('.')
        && plain(whole)
        && !rest.is_empty()
        && rest.bytes().all(|b| b == b'0')
    {
        return whole.to_owned();
    }
    let upper = number.to_ascii_uppercase();
    let Some((mantissa, power)) = upper.split_once("E+") else { return number };
    let (whole, digits) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let Some(places) = power.parse::<usize>().ok().filter(|p| *p <= 15) else { return number };
    // Fewer digits than places were rounded away: nobody knows them any more.
    let exact = plain(whole) && (digits.is_empty() || plain(digits)) && digits.len() >= places.saturating_sub(3);
    if !exact || digits.len() > places {
        return number;
    }
    format!("{whole}{digits}{}", "0".repeat(places - digits.len()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    const BERLIN: Tz = chrono_tz::Europe::Berlin;

    fn ymd(y: i32, m: u32, d: u32) -> Day {
        Day::ymd(y, m, d).unwrap()
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let expect = ymd(2026, 11, 21);
        for text in [
            "2026-11-21",
            "2026/11/21",
            "20261121",
            "2026.11.21",
            "21.11.2026",
            "2026年11月21日",
            "21/11/2026",
            "11/21/2026",
            "Nov 21, 2026",
            "21 November 2026",
            "21-Nov-2026",
            "２０２６-11-21",
            "2026-11-21T10:00",
            "2026-11-21 10:00:05",
        ] {
            assert_eq!(day(text, None, BERLIN), Ok(expect), "{text}");
        }
        assert_eq!(day("03/04/2026", None, BERLIN), Err(BadDate::Ambiguous));
        assert_eq!(day("04/04/2026", None, BERLIN), Ok(ymd(2026, 4, 4)));
        assert_eq!(day("03/04/2026", Some(DateOrder::Mdy), BERLIN), Ok(ymd(2026, 3, 4)));
        assert_eq!(day("03/04/2026", Some(DateOrder::Dmy), BERLIN), Ok(ymd(2026, 4, 3)));
        for text in ["", "0/0/00", "2026-02-30", "tomorrow", "99999999", "2026-13-01", ":", "日:", "２０:"] {
            assert_eq!(day(text, None, BERLIN), Err(BadDate::Unknown), "{text}");
        }
    }

    #[test]
    fn a_bare_date_is_noon_and_offsets_are_kept() {
        assert_eq!(moment("2026-07-01", None, BERLIN), Ok(Moment(1_782_900_000)));
        assert_eq!(moment("2026-07-01T12:00", None, BERLIN), Ok(Moment(1_782_900_000)));
        assert_eq!(moment("2026-07-01T10:00:00Z", None, BERLIN), Ok(Moment(1_782_900_000)));
        assert_eq!(moment("2026-07-01 18:00:00+08:00", None, BERLIN), Ok(Moment(1_782_900_000)));
        assert_eq!(moment("2026年7月1日 12点00分", None, BERLIN), Ok(Moment(1_782_900_000)));
        assert_eq!(moment("7/13/2026 3:30 PM", None, BERLIN), moment("2026-07-13T15:30", None, BERLIN));
        assert_eq!(day("2026-07-01T23:30:00Z", None, BERLIN), Ok(ymd(2026, 7, 2)));
    }

    #[test]
    fn birthdays_may_lack_a_year() {
        assert_eq!(birthday("--04-15", None, BERLIN), Some((4, 15, None)));
        assert_eq!(birthday("--0229", None, BERLIN), Some((2, 29, None)));
        assert_eq!(birthday("1604-04-15", None, BERLIN), Some((4, 15, None)));
        assert_eq!(birthday("1980-04-15", None, BERLIN), Some((4, 15, Some(1980))));
        assert_eq!(birthday("4月15日", None, BERLIN), Some((4, 15, None)));
        assert_eq!(birthday("--13-01", None, BERLIN), None);
    }

    #[test]
    fn amounts_with_currencies_and_decimal_commas() {
        let eur = Currency(*b"EUR");
        let read = |text: &str| money(text, None, Currency::CNY).map(|m| (m.minor, m.currency));
        assert_eq!(read("38,000.50"), Some((3_800_050, Currency::CNY)));
        assert_eq!(read("1.234,56 EUR"), Some((123_456, eur)));
        assert_eq!(read("12,5€"), Some((1_250, eur)));
        assert_eq!(read("¥38,000"), Some((3_800_000, Currency::CNY)));
        assert_eq!(read("-12"), Some((-1_200, Currency::CNY)));
        assert_eq!(read("99999999999999999999999"), None);
        assert_eq!(read("about 5"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_formula_is_disarmed_and_comes_back() {
        for text in ["=1+1", "+49 30", "-", "@x", "'=1", "''+", "'quoted'", "plain", "", "\tx", "'"] {
            let cell = disarm(text);
            assert_eq!(rearm(&cell), text);
            assert!(!cell.starts_with(is_formula_start));
        }
    }

    #[test]
    fn lists_keep_what_is_in_them() {
        for list in [vec!["a", "b"], vec!["a;b", "c\\"], vec!["x", "", "y"]] {
            assert_eq!(split_list(&join_list(list.iter().copied())), list);
        }
    }

    #[test]
    fn a_chinese_mobile_is_one_number_with_or_without_its_country() {
        for text in ["13800138000", "+86 138 0013 8000", "0086-138-0013-8000", "8613800138000", "１３８00138000"] {
            assert_eq!(point_key(PointKind::Phone, text), "13800138000", "{text}");
        }
        assert_eq!(point_key(PointKind::Email, " A@X.de "), "a@x.de");
    }

    #[test]
    fn a_phone_that_a_spreadsheet_damaged_is_mended_where_that_is_certain() {
        for (damaged, mended) in [
            ("13800138000.0", "13800138000"),
            ("1.3800138E+10", "13800138000"),
            ("1.38E+10", "1.38E+10"),
            ("1.3800138001E+10", "13800138001"),
            ("021 5550.1234", "021 5550.1234"),
            ("+86 138 0013 8000", "+86 138 0013 8000"),
            ("8.6E+99", "8.6E+99"),
        ] {
            assert_eq!(undamaged(damaged.to_owned()), mended, "{damaged}");
        }
        assert!(is_total("合计") && is_total("Total:") && !is_total("Total Energy"));
    }
}
