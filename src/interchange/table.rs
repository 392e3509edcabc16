//! A text table: encoding, delimiter, headings, and its rows with their line numbers.
//! What the columns mean is `headings`' business.

use super::record::Rejected;
use super::report::ImportError;
use crate::domain::message::Message;

/// Bytes a cell may have.
pub const LONGEST: usize = 100_000;

/// The text of a file: UTF-8 with or without byte-order mark.
pub fn decode(bytes: &[u8]) -> Result<&str, ImportError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        let line = good.iter().filter(|b| **b == b'\n').count() + 1;
        let start = good.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
        ImportError::NotUtf8 { line, byte: good.len() - start + 1 }
    })
}

/// A table opened: its headings, and the text to stream rows from.
pub struct Table<'t> {
    text: &'t str,
    delimiter: u8,
    /// The headings as written.
    pub heads: Vec<String>,
    body_line: u64,
    body: usize,
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The delimiter that parts the heading line into most cells.
fn sniff(text: &str) -> u8 {
    let mut best = (b',', 0);
    for delimiter in *b",;\t" {
        let first = reader(text, delimiter).into_records().next();
        let cells = first.and_then(Result::ok).map_or(0, |record| record.len());
        if cells > best.1 {
            best = (delimiter, cells);
        }
    }
    best.0
}

/// Whether the text ends inside a quoted cell that was never closed.
fn ends_in_quotes(raw: &str, delimiter: u8) -> bool {
    let (mut quoted, mut at_start) = (false, true);
    let mut bytes = raw.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted && bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            b'"' if quoted => quoted = false,
            b'"' if at_start => quoted = true,
            _ => {}
        }
        at_start = !quoted && (byte == delimiter || byte == b'\n' || byte == b'\r');
    }
    quoted
}

impl<'t> Table<'t> {
    /// Reads the heading line.
    pub fn open(text: &'t str) -> Result<Table<'t>, ImportError> {
        let delimiter = sniff(text);
        let mut reader = reader(text, delimiter);
        let mut record = csv::StringRecord::new();
        let mut heads = Vec::new();
        // Lines of nothing but delimiters above the headings are skipped.
        while heads.iter().all(String::is_empty) {
            if !reader.read_record(&mut record).unwrap_or(false) {
                return Err(ImportError::Empty);
            }
            heads = record.iter().map(|cell| super::cells::rearm(cell).trim().to_owned()).collect();
        }
        if heads.iter().any(|head| head.contains('\0')) {
            return Err(ImportError::NoKind { found: heads.join(", ") });
        }
        while heads.last().is_some_and(String::is_empty) {
            heads.pop();
        }
        let body = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        let body_line = text.get(..body).map_or(1, |head| head.matches('\n').count() as u64 + 1);
        Ok(Table { text, delimiter, heads, body_line, body })
    }

    /// Hands every row that is not blank to `each` with its line number; what cannot be a row is refused by itself.
    pub fn rows(&self, rejected: &mut Vec<Rejected>, mut each: impl FnMut(u64, &csv::StringRecord, &mut Vec<Rejected>)) {
        let (mut offset, mut base) = (self.body, self.body_line);
        // A quote that is never closed swallows the rest of the file: that line is refused and reading goes on behind it.
        // A file of nothing but such lines would be read once for each, so after some of them the rest is refused whole.
        for attempt in 0..=50 {
            let Some(rest) = self.text.get(offset..) else { return };
            let Some((line, byte)) = self.stretch(rest, base, attempt, rejected, &mut each) else { return };
            let Some(next) = rest.get(byte..).and_then(|from| from.find('\n')) else { return };
            offset += byte + next + 1;
            base = line + 1;
        }
    }

    /// Reads rows until the end or a quote that is never closed; that row's line and offset are returned.
    fn stretch(
        &self,
        rest: &str,
        base: u64,
        attempt: usize,
        rejected: &mut Vec<Rejected>,
        each: &mut impl FnMut(u64, &csv::StringRecord, &mut Vec<Rejected>),
    ) -> Option<(u64, usize)> {
        let mut reader = reader(rest, self.delimiter);
        let mut record = csv::StringRecord::new();
        let mut counted = (0usize, base);
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(_) => return None,
            }
            let start = record.position().map_or(0, |p| p.byte() as usize);
            // Blank lines stand before the record in its raw text; the line is that of its first cell.
            let start = start + rest.get(start..).map_or(0, |raw| raw.len() - raw.trim_start_matches(['\r', '\n']).len());
            counted.1 += rest.get(counted.0..start).map_or(0, |gap| gap.matches('\n').count() as u64);
            counted.0 = counted.0.max(start);
            let line = counted.1;
            let raw_end = reader.position().byte() as usize;
            if raw_end >= rest.len() && rest.get(start..).is_some_and(|raw| ends_in_quotes(raw, self.delimiter)) {
                let id = if attempt < 50 { "import-rejected-quote" } else { "import-rejected-quotes" };
                rejected.push(Rejected { line, reason: Message::new(id) });
                return Some((line, start));
            }
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if record.iter().any(|cell| cell.contains('\0')) {
                rejected.push(Rejected { line, reason: Message::new("import-rejected-nul") });
                continue;
            }
            if record.iter().any(|cell| cell.len() > LONGEST) {
                rejected.push(Rejected { line, reason: Message::new("import-rejected-long").with("most", LONGEST) });
                continue;
            }
            if record.iter().skip(self.heads.len()).any(|cell| !cell.trim().is_empty()) {
                let reason =
                    Message::new("import-rejected-wide").with("cells", record.len()).with("headings", self.heads.len());
                rejected.push(Rejected { line, reason });
                continue;
            }
            each(line, &record, rejected);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    type Line<T> = (u64, T);

    fn rows(text: &str) -> (Vec<Line<Vec<String>>>, Vec<Line<&'static str>>) {
        let table = Table::open(text).unwrap();
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        table.rows(&mut bad, |line, row, _| good.push((line, row.iter().map(str::to_owned).collect())));
        (good, bad.into_iter().map(|r| (r.line, r.reason.id)).collect())
    }

    #[test]
    fn lines_are_counted_through_quoted_newlines_and_blank_lines() {
        let (good, bad) = rows("a,b\n1,\"x\ny\"\n\n2,z\r\n3\n,,\n4,\n");
        let lines: Vec<(u64, &str)> = good.iter().map(|(l, r)| (*l, r[0].as_str())).collect();
        assert_eq!(lines, [(2, "1"), (5, "2"), (6, "3"), (8, "4")]);
        assert!(bad.is_empty());
    }

    #[test]
    fn delimiters_are_found() {
        for text in ["a;b\n1;2\n", "a\tb\n1\t2\n", "a,b\n1,2\n"] {
            assert_eq!(rows(text).0[0].1, ["1", "2"]);
        }
    }

    #[test]
    fn an_open_quote_costs_one_line() {
        let (good, bad) = rows("a,b\n1,2\n\"3,4\n5,6\n7,8\n");
        assert_eq!(good.iter().map(|(l, _)| *l).collect::<Vec<_>>(), [2, 4, 5]);
        assert_eq!(bad, [(3, "import-rejected-quote")]);
    }

    #[test]
    fn nul_and_cells_without_heading_are_refused() {
        let (good, bad) = rows("a,b\n1\0,2\n1,2,3\n1,2,\n");
        assert_eq!(good.len(), 1);
        assert_eq!(bad, [(2, "import-rejected-nul"), (3, "import-rejected-wide")]);
    }

    #[test]
    fn other_encodings_are_named_with_their_place() {
        let error = decode(b"name\nM\xfcller\n").unwrap_err();
        assert!(matches!(error, ImportError::NotUtf8 { line: 2, byte: 2 }));
    }
}
