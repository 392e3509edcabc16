//! A phrase read from left to right, and what is brought to one form before reading: width, case, traditional characters.

/// The rest of a phrase that is still to be read.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a>(&'a str);

/// The form phrases are read in: half-width, lower case, simplified characters, single spaces.
pub(super) fn plain(text: &str) -> String {
    let one = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '−' | '–' | '—' => '-',
        '週' => '周',
        '後' => '后',
        '點' => '点',
        '號' => '号',
        '禮' => '礼',
        '個' => '个',
        '兩' => '两',
        '這' => '这',
        '時' => '时',
        '鐘' => '钟',
        '〇' => '零',
        c => c,
    };
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| one(c).to_ascii_lowercase()));
    }
    out
}

impl<'a> Scan<'a> {
    pub fn new(plain: &'a str) -> Scan<'a> {
        Scan(plain)
    }

    pub fn rest(&self) -> &'a str {
        self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn space(&mut self) {
        self.0 = self.0.trim_start_matches(' ');
    }

    /// Takes a literal. One that ends in a letter is a word and must not go on.
    pub fn eat(&mut self, literal: &str) -> bool {
        let Some(rest) = self.0.strip_prefix(literal) else { return false };
        let letter = |c: char| c.is_ascii_alphabetic();
        if literal.ends_with(letter) && rest.starts_with(letter) {
            return false;
        }
        self.0 = rest;
        true
    }

    /// Takes the first literal of the list that fits, and gives its value.
    pub fn one_of<T: Copy>(&mut self, list: &[(&str, T)]) -> Option<T> {
        list.iter().find(|(literal, _)| self.eat(literal)).map(|found| found.1)
    }

    /// Takes a run of ASCII digits of a length in the range; a longer run is not taken at all.
    pub fn digits(&mut self, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let run = self.0.bytes().take_while(u8::is_ascii_digit).count();
        if !length.contains(&run) {
            return None;
        }
        let (digits, rest) = self.0.split_at_checked(run)?;
        self.0 = rest;
        digits.parse().ok()
    }

    /// Takes a number: up to five digits, or Chinese up to 九十九.
    pub fn number(&mut self) -> Option<u32> {
        self.digits(1..=5).or_else(|| self.chinese())
    }

    fn chinese(&mut self) -> Option<u32> {
        const DIGITS: &[(&str, u32)] = &[
            ("零", 0),
            ("一", 1),
            ("二", 2),
            ("两", 2),
            ("三", 3),
            ("四", 4),
            ("五", 5),
            ("六", 6),
            ("七", 7),
            ("八", 8),
            ("九", 9),
        ];
        let first = self.one_of(DIGITS);
        if self.eat("十") {
            return Some(first.unwrap_or(1) * 10 + self.one_of(DIGITS).unwrap_or(0));
        }
        first
    }
}
