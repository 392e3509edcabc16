//! A table: delimiter, headings, and its rows with their line numbers, out of text or out of a workbook's sheet.
//! What the columns mean is `headings`' business, what the bytes mean `encoding`'s and `sheet`'s.

use super::headings;
use super::record::Rejected;
use super::report::ImportError;
use super::sheet;
use crate::domain::message::Message;

/// Bytes a cell may have.
pub const LONGEST: usize = 100_000;

/// A table opened: its headings, and where to take rows from.
pub struct Table<'t> {
    /// The headings as written.
    pub heads: Vec<String>,
    body: Body<'t>,
}

enum Body<'t> {
    /// Text to stream rows from, behind the headings.
    Text { text: &'t str, delimiter: u8, line: u64, offset: usize },
    /// Rows of a sheet, behind the headings.
    Sheet(sheet::Rows),
}

/// So many rows may stand above the headings: a title, a date, an empty line.
const ABOVE: usize = 10;

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The delimiter that parts the heading line into most cells; a title above it is no line of cells.
fn sniff(text: &str) -> u8 {
    let cells = |delimiter: u8, lines: usize| {
        let first = reader(text, delimiter).into_records().take(lines).map(|record| record.map_or(0, |record| record.len()));
        first.max().unwrap_or(0)
    };
    for lines in [1, ABOVE] {
        let mut best = (b',', 1);
        for delimiter in *b",;\t" {
            let count = cells(delimiter, lines);
            if count > best.1 {
                best = (delimiter, count);
            }
        }
        if best.1 > 1 {
            return best.0;
        }
    }
    b','
}

/// The row of headings among the first rows: the first one, unless a row below is recognised and those above are a title.
fn heading_row(rows: &[Vec<String>]) -> usize {
    let known = |row: &[String]| row.iter().filter(|cell| !cell.is_empty() && headings::is_known(cell)).count();
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.is_empty()).count();
    let Some(first) = rows.first() else { return 0 };
    if known(first) > 0 {
        return 0;
    }
    let below = rows.iter().position(|row| known(row) >= 2);
    below.filter(|at| rows[..*at].iter().all(|above| filled(above) < filled(&rows[*at]))).unwrap_or(0)
}

fn head_cells(record: &csv::StringRecord) -> Vec<String> {
    record.iter().map(|cell| super::cells::rearm(cell).trim().to_owned()).collect()
}

fn checked(mut heads: Vec<String>) -> Result<Vec<String>, ImportError> {
    if heads.iter().any(|head| head.contains('\0')) {
        return Err(ImportError::NoKind { found: heads.join(", ") });
    }
    while heads.last().is_some_and(String::is_empty) {
        heads.pop();
    }
    Ok(heads)
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
    /// Finds the heading line of a text.
    pub fn open(text: &'t str) -> Result<Table<'t>, ImportError> {
        let delimiter = sniff(text);
        let mut reader = reader(text, delimiter);
        let mut record = csv::StringRecord::new();
        let (mut rows, mut ends) = (Vec::new(), Vec::new());
        while rows.len() < ABOVE && reader.read_record(&mut record).unwrap_or(false) {
            let cells = head_cells(&record);
            // Lines of nothing but delimiters above the headings are skipped.
            if cells.iter().all(String::is_empty) {
                continue;
            }
            rows.push(cells);
            ends.push(usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len()));
        }
        let at = heading_row(&rows);
        let (true, Some(offset)) = (at < rows.len(), ends.get(at).copied()) else { return Err(ImportError::Empty) };
        let heads = checked(rows.swap_remove(at))?;
        let line = text.get(..offset).map_or(1, |head| head.matches('\n').count() as u64 + 1);
        Ok(Table { heads, body: Body::Text { text, delimiter, line, offset } })
    }

    /// Finds the heading row of a sheet.
    pub fn of_sheet(mut rows: sheet::Rows) -> Result<Table<'static>, ImportError> {
        let first: Vec<Vec<String>> = rows.iter().take(ABOVE).map(|(_, row)| head_cells(row)).collect();
        let at = heading_row(&first);
        let body = rows.split_off((at + 1).min(rows.len()));
        let heads = first.into_iter().nth(at).ok_or(ImportError::Empty)?;
        Ok(Table { heads: checked(heads)?, body: Body::Sheet(body) })
    }

    /// The first rows that hold something, for looking at.
    pub fn sample(&self, most: usize) -> Vec<csv::StringRecord> {
        let filled = |row: &csv::StringRecord| row.iter().any(|cell| !cell.trim().is_empty());
        match &self.body {
            Body::Sheet(rows) => rows.iter().map(|(_, row)| row.clone()).filter(filled).take(most).collect(),
            Body::Text { text, delimiter, offset, .. } => {
                let rows = reader(text.get(*offset..).unwrap_or_default(), *delimiter).into_records();
                rows.filter_map(Result::ok).filter(filled).take(most).collect()
            }
        }
    }

    /// How many rows hold something.
    pub fn count(&self) -> usize {
        let mut count = 0;
        self.rows(&mut Vec::new(), |_, _, _| count += 1);
        count
    }

    /// Hands every row that is not blank to `each` with its line number; what cannot be a row is refused by itself.
    pub fn rows(&self, rejected: &mut Vec<Rejected>, mut each: impl FnMut(u64, &csv::StringRecord, &mut Vec<Rejected>)) {
        let (text, delimiter, mut offset, mut base) = match &self.body {
            Body::Text { text, delimiter, line, offset } => (*text, *delimiter, *offset, *line),
            Body::Sheet(rows) => {
                for (line, row) in rows {
                    self.row(*line, row, rejected, &mut each);
                }
                return;
            }
        };
        // A quote that is never closed swallows the rest of the file: that line is refused and reading goes on behind it.
        // A file of nothing but such lines would be read once for each, so after some of them the rest is refused whole.
        for attempt in 0..=50 {
            let Some(rest) = text.get(offset..) else { return };
            let Some((line, byte)) = self.stretch(rest, delimiter, base, attempt, rejected, &mut each) else { return };
            let Some(next) = rest.get(byte..).and_then(|from| from.find('\n')) else { return };
            offset += byte + next + 1;
            base = line + 1;
        }
    }

    /// One row: given on, skipped when blank, or refused.
    fn row(
        &self,
        line: u64,
        record: &csv::StringRecord,
        rejected: &mut Vec<Rejected>,
        each: &mut impl FnMut(u64, &csv::StringRecord, &mut Vec<Rejected>),
    ) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        if record.iter().any(|cell| cell.contains('\0')) {
            rejected.push(Rejected { line, reason: Message::new("import-rejected-nul") });
            return;
        }
        if let Some(column) = record.iter().position(|cell| cell.len() > LONGEST) {
            let head: String = self.heads.get(column).map_or("", String::as_str).chars().take(40).collect();
            let reason = Message::new("import-rejected-long-cell").with("column", column + 1).with("heading", head);
            rejected.push(Rejected { line, reason: reason.with("most", LONGEST) });
            return;
        }
        if record.iter().skip(self.heads.len()).any(|cell| !cell.trim().is_empty()) {
            let reason = Message::new("import-rejected-wide").with("cells", record.len()).with("headings", self.heads.len());
            rejected.push(Rejected { line, reason });
            return;
        }
        each(line, record, rejected);
    }

    /// Reads rows until the end or a quote that is never closed; that row's line and offset are returned.
    fn stretch(
        &self,
        rest: &str,
        delimiter: u8,
        base: u64,
        attempt: usize,
        rejected: &mut Vec<Rejected>,
        each: &mut impl FnMut(u64, &csv::StringRecord, &mut Vec<Rejected>),
    ) -> Option<(u64, usize)> {
        let mut reader = reader(rest, delimiter);
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
            if raw_end >= rest.len() && rest.get(start..).is_some_and(|raw| ends_in_quotes(raw, delimiter)) {
                let id = if attempt < 50 { "import-rejected-quote" } else { "import-rejected-quotes" };
                rejected.push(Rejected { line, reason: Message::new(id) });
                return Some((line, start));
            }
            self.row(line, &record, rejected, each);
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
    fn a_title_above_the_headings_is_skipped() {
        let text = "客户名单,,\n2026年11月,,\n客户名称,联系人,手机\n海川,王总,138\n";
        assert_eq!(Table::open(text).unwrap().heads, ["客户名称", "联系人", "手机"]);
        assert_eq!(rows(text).0[0].0, 4);
        assert_eq!(Table::open("List\nname;email\nAda;a@b.test\n").unwrap().heads, ["name", "email"]);
        assert_eq!(Table::open("firm,x\nname,email\n").unwrap().heads, ["firm", "x"]);
    }
}
