//! The encoding of a file: what the user names, what a byte-order mark says, and otherwise what its bytes and headings look like.
//! What the text means is for the formats.

use super::headings;
use super::report::ImportError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How the bytes of a file stand for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

/// So many bytes of the file are weighed when its encoding is guessed.
const WEIGHED: usize = 64 * 1024;

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Encoding = Encoding(UTF_8);

    /// The names a message lists; others that are in use are understood too.
    pub const NAMES: &str = "utf-8, utf-16le, utf-16be, gbk, gb18030, big5, cp1252, shift-jis";

    /// Reads a name such as `gbk` or `cp1252`.
    pub fn parse(name: &str) -> Option<Encoding> {
        let plain: String = name.trim().to_lowercase().chars().filter(|c| !matches!(c, '-' | '_' | ' ')).collect();
        let known = match plain.as_str() {
            "utf8" => UTF_8,
            "utf16" | "utf16le" | "ucs2" => UTF_16LE,
            "utf16be" => UTF_16BE,
            "gb" | "gb2312" | "gbk" | "cp936" => GBK,
            "gb18030" => GB18030,
            "big5" | "cp950" => BIG5,
            "cp1252" | "windows1252" | "latin1" | "ansi" => WINDOWS_1252,
            "shiftjis" | "sjis" | "cp932" => SHIFT_JIS,
            _ => encoding_rs::Encoding::for_label(name.trim().as_bytes()).filter(|e| *e != encoding_rs::REPLACEMENT)?,
        };
        Some(Encoding(known))
    }

    /// Its name as it is shown: `UTF-8`, `GB18030`.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The text, when every byte of it makes sense.
    pub fn strict(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        self.0.decode_without_bom_handling_and_without_replacement(bytes)
    }

    /// The text, with U+FFFD where a byte makes none.
    pub fn lossy(self, bytes: &[u8]) -> Cow<'_, str> {
        self.0.decode_without_bom_handling(bytes).0
    }
}

/// The text of a file and its encoding.
///
/// # Errors
/// Bytes that are text in no encoding, or not in the one named.
pub fn decode(bytes: &[u8], named: Option<Encoding>) -> Result<(Cow<'_, str>, Encoding), ImportError> {
    let (marked, rest) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => (Some(Encoding(encoding)), &bytes[length..]),
        None => (None, bytes),
    };
    // GBK is what GB18030 says in two bytes; either name reads both.
    let named = named.map(|named| if named.0 == GBK { Encoding(GB18030) } else { named });
    let Some(encoding) = named.or(marked) else { return detect(bytes) };
    match encoding.strict(rest) {
        Some(text) => Ok((text, encoding)),
        None if encoding == Encoding::UTF_8 => Err(not_utf8(rest)),
        None => Err(ImportError::NotEncoding { encoding: encoding.name() }),
    }
}

fn not_utf8(bytes: &[u8]) -> ImportError {
    let good = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let before = &bytes[..good];
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    ImportError::NotUtf8 { line, byte: good - start + 1 }
}

fn detect(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), ImportError> {
    let nuls = bytes.iter().take(WEIGHED).filter(|b| **b == 0).count();
    let wide = nuls > 0 && bytes.len().is_multiple_of(2);
    match std::str::from_utf8(bytes) {
        // Every second byte of Latin UTF-16 is nothing; a stray NUL is only a broken cell.
        Ok(_) if wide && nuls * 5 >= bytes.len().min(WEIGHED) => {}
        Ok(text) => return Ok((Cow::Borrowed(text), Encoding::UTF_8)),
        Err(_) => {}
    }
    if wide && let Some(found) = utf16(bytes) {
        return Ok(found);
    }
    if nuls > 0 || mostly_utf8(bytes) {
        return Err(not_utf8(bytes));
    }
    legacy(bytes).ok_or_else(|| not_utf8(bytes))
}

/// UTF-16 without a mark: the byte order in which the signs between cells and lines are found.
fn utf16(bytes: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    let signs = |text: &str| text.chars().filter(|c| matches!(c, '\n' | ',' | ';' | '\t' | ':' | ' ' | 'e')).count();
    let both = [UTF_16LE, UTF_16BE].map(Encoding).into_iter();
    let read = both.filter_map(|encoding| Some((encoding.strict(bytes)?, encoding)));
    let best = read.map(|(text, encoding)| (signs(&text), text, encoding)).max_by_key(|(signs, ..)| *signs)?;
    (best.0 > 0).then_some((best.1, best.2))
}

/// Text that is UTF-8 but for a few broken bytes must not be taken for something else.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes[..bytes.len().min(WEIGHED)].utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4
}

/// The encodings from before Unicode. Headings that the tables know decide; without any, what the characters look like.
fn legacy(bytes: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut sample = &bytes[..bytes.len().min(WEIGHED)];
    detector.feed(sample, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // A sample ends with a line, so that no character is cut in two.
    if sample.len() < bytes.len()
        && let Some(end) = sample.iter().rposition(|b| *b == b'\n')
    {
        sample = &sample[..end];
    }
    let mut best: Option<(f64, Encoding)> = None;
    for encoding in [GB18030, BIG5, WINDOWS_1252, SHIFT_JIS, guess].map(Encoding) {
        if encoding.0 == SHIFT_JIS && guess != SHIFT_JIS {
            continue;
        }
        let Some(text) = encoding.strict(sample) else { continue };
        let known = known_headings(&text) as f64;
        // The guess of a detector trained on long texts only settles what nothing else does.
        let score = known * 10.0 + likeness(encoding, sample, &text) + if encoding.0 == guess { 0.05 } else { 0.0 };
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, encoding));
        }
    }
    let encoding = best?.1;
    let text = encoding.strict(bytes)?;
    // What GB18030 says in two bytes everybody calls GBK.
    let named = if encoding.0 == GB18030 && !GBK.encode(&text).2 { Encoding(GBK) } else { encoding };
    Some((text, named))
}

/// Cells of the first lines that are headings of a known kind and not plain ASCII: what is ASCII looks the same everywhere.
fn known_headings(text: &str) -> usize {
    let lines = text.lines().take(5);
    lines
        .map(|line| {
            let cells = line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"'));
            cells.filter(|cell| !cell.is_ascii() && headings::is_known(cell)).count()
        })
        .max()
        .unwrap_or(0)
}

/// From 0 to 1: how much the text looks like what people write in this encoding.
fn likeness(encoding: Encoding, bytes: &[u8], text: &str) -> f64 {
    let share = |good: usize, all: usize| if all == 0 { 0.0 } else { good as f64 / all as f64 };
    if encoding.0 == WINDOWS_1252 {
        return western(text);
    }
    if encoding.0 == SHIFT_JIS {
        let other = text.chars().filter(|c| !c.is_ascii());
        let (mut good, mut all) = (0, 0);
        for c in other {
            all += 1;
            good += usize::from(matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}'));
        }
        let kana = text.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30ff}')).count();
        return if kana > 0 { share(good, all) } else { 0.0 };
    }
    if encoding.0 != GB18030 && encoding.0 != BIG5 {
        return if western(text) > 0.0 { 0.6 } else { 0.7 };
    }
    // The characters in daily use stand together at the front of both tables.
    let daily = |lead: u8, trail: u8| match encoding.0 == GB18030 {
        true => matches!(lead, 0xa1 | 0xa3 | 0xb0..=0xd7) && trail >= 0xa1,
        false => matches!(lead, 0xa4..=0xc6) || (lead == 0xa1),
    };
    let (mut good, mut all, mut at) = (0, 0, 0);
    while at < bytes.len() {
        let lead = bytes[at];
        if lead < 0x80 {
            at += 1;
            continue;
        }
        let trail = bytes.get(at + 1).copied().unwrap_or(0);
        all += 1;
        // Four bytes are a rare character that stands in a name on purpose.
        if encoding.0 == GB18030 && trail.is_ascii_digit() {
            good += 1;
            at += 4;
            continue;
        }
        good += usize::from(daily(lead, trail));
        at += 2;
    }
    share(good, all)
}

/// Western text has its accented letters one by one between plain ones.
fn western(text: &str) -> f64 {
    let (mut good, mut all) = (0usize, 0usize);
    let mut run: Vec<char> = Vec::new();
    let mut before = ' ';
    for c in text.chars().chain(['\n']) {
        if !c.is_ascii() {
            run.push(c);
            continue;
        }
        if !run.is_empty() {
            let letter = |c: &char| c.is_alphabetic() && !matches!(c, 'ª' | 'º' | 'µ' | 'ƒ');
            let fits = run.iter().all(|c| letter(c) || "€–—‘’‚“”„…•°§«»©®·´²³¡¿£".contains(*c));
            // Two by themselves are rather one character of two bytes.
            let among = before.is_ascii_alphabetic() || c.is_ascii_alphabetic();
            all += run.len();
            good += if fits && (run.len() == 1 || run.len() == 2 && among) { run.len() } else { 0 };
            run.clear();
        }
        before = c;
    }
    if all == 0 { 0.0 } else { good as f64 / all as f64 * 0.97 }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn found(name: &str, text: &str) -> (String, &'static str) {
        let bytes = Encoding::parse(name).unwrap().0.encode(text).0;
        let (text, encoding) = decode(&bytes, None).unwrap();
        (text.into_owned(), encoding.name())
    }

    #[test]
    fn short_lists_of_every_encoding_are_read() {
        let simplified = "姓名,公司,电话\n王小明,海川阀门有限公司,13800138000\n李娜,绿叶科技,13900139000\n";
        let traditional = "姓名,公司,電話\n陳大文,遠山設計有限公司,0912345678\n林美玲,綠葉科技,0922333444\n";
        let plain = "name,company\n王小明,海川阀门\n张伟,深圳远山\n";
        let umlauts = "name,city\nJörg Müller,Köln\nAna Núñez,Málaga\nStraßenbau Weiß,Düren\n";
        for (name, text, expect) in [
            ("gbk", simplified, "GBK"),
            ("gbk", plain, "GBK"),
            ("gbk", "name\n王\n", "GBK"),
            ("big5", traditional, "Big5"),
            ("big5", "name,company\n陳大文,遠山設計\n", "Big5"),
            ("cp1252", umlauts, "windows-1252"),
            ("cp1252", "Name;Straße\nMüller;Größeweg\n", "windows-1252"),
            ("cp1252", "name\nJosé\n", "windows-1252"),
            ("gb18030", "姓名,公司\n王㐂,海川\n𠮷田,绿叶\n", "gb18030"),
            ("shift-jis", "name,note\n田中さくら,お世話になっております\nアリタ,よろしくお願いします\n", "Shift_JIS"),
        ] {
            assert_eq!(found(name, text), (text.to_owned(), expect), "{name}");
        }
    }

    #[test]
    fn utf16_is_known_with_and_without_its_mark() {
        for text in ["name,email\nAda,a@b.test\n", "姓名,公司\n王小明,海川\n"] {
            for (big, mark, name) in
                [(false, true, "UTF-16LE"), (false, false, "UTF-16LE"), (true, true, "UTF-16BE"), (true, false, "UTF-16BE")]
            {
                let marked = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
                let units = marked.encode_utf16();
                let bytes: Vec<u8> = units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect();
                let (read, encoding) = decode(&bytes, None).unwrap();
                assert_eq!((read.as_ref(), encoding.name()), (text, name));
            }
        }
    }

    #[test]
    fn utf8_with_a_broken_byte_is_named_with_its_place() {
        let bytes = "name\n王小明王小明\nM".bytes().chain([0xfc]).chain("ller\n".bytes()).collect::<Vec<u8>>();
        assert!(matches!(decode(&bytes, None), Err(ImportError::NotUtf8 { line: 3, byte: 2 })));
        assert!(decode(&bytes, Encoding::parse("cp1252")).is_ok());
        assert_eq!(Encoding::parse("klingon"), None);
    }
}
