//! An Excel workbook as rows of text: the first sheet that holds something, dates as days, numbers in full.
//! What the columns mean is `headings`' business; how much a file may unpack to is decided here.

use super::report::ImportError;
use super::table::LONGEST;
use calamine::{DataRef, Reader, Xlsx};
use chrono::{Days, NaiveDate};
use std::io::{Cursor, Read};

/// Bytes a workbook may unpack to, rows and columns it may have, and the text of all its cells.
const UNPACKED: u64 = 256 * 1024 * 1024;
const ROWS: u32 = 200_000;
const COLUMNS: u32 = 1_000;
const TEXT: usize = 128 * 1024 * 1024;
/// Places of cells in all rows together: a lone cell far to the right makes its row wide.
const PLACES: usize = 16_000_000;

/// Rows with their numbers as the sheet shows them.
pub type Rows = Vec<(u64, csv::StringRecord)>;

/// Whether the bytes are a workbook of Excel 2007 or later.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether the bytes are one of the older format, which is not read.
pub fn is_old_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
}

/// Unpacks everything once and counts, because what a file says of its own size may be a lie.
fn check(bytes: &[u8]) -> Result<(), ImportError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::BadSheet)?;
    if archive.len() > 5_000 {
        return Err(ImportError::LargeSheet);
    }
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let Ok(entry) = archive.by_index(index) else { return Err(ImportError::BadSheet) };
        // Pictures are never unpacked.
        if entry.name().contains("/media/") {
            continue;
        }
        let read = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(|_| ImportError::BadSheet)?;
        left = left.checked_sub(read).ok_or(ImportError::LargeSheet)?;
    }
    Ok(())
}

/// The rows of the first sheet that holds something.
///
/// # Errors
/// What is no workbook, an empty one, or one that is too large.
pub fn rows(bytes: &[u8]) -> Result<Rows, ImportError> {
    check(bytes)?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| ImportError::BadSheet)?;
    let from_1904 = book.has_1904_epoch();
    for name in book.sheet_names() {
        let rows = sheet(&mut book, &name, from_1904)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Err(ImportError::Empty)
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, from_1904: bool) -> Result<Rows, ImportError> {
    // A sheet of charts has no cells.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(Vec::new()) };
    let mut rows: Rows = Vec::new();
    let (mut current, mut row): (Option<u32>, Vec<String>) = (None, Vec::new());
    let (mut text, mut places) = (0, 0);
    let mut close = |at: Option<u32>, row: &mut Vec<String>| {
        if let Some(at) = at.filter(|_| row.iter().any(|cell| !cell.trim().is_empty())) {
            rows.push((u64::from(at) + 1, csv::StringRecord::from(std::mem::take(row))));
        }
        row.clear();
    };
    while let Some(cell) = cells.next_cell().map_err(|_| ImportError::BadSheet)? {
        let (at, column) = cell.get_position();
        let value = written(cell.get_value(), from_1904);
        if value.is_empty() {
            continue;
        }
        text += value.len();
        if at >= ROWS || column >= COLUMNS || value.len() > LONGEST * 10 || text > TEXT {
            return Err(ImportError::LargeSheet);
        }
        if current != Some(at) {
            close(current, &mut row);
            current = Some(at);
        }
        let column = column as usize;
        if row.len() <= column {
            places += column + 1 - row.len();
            if places > PLACES {
                return Err(ImportError::LargeSheet);
            }
            row.resize(column + 1, String::new());
        }
        row[column] = value;
    }
    close(current, &mut row);
    Ok(rows)
}

/// A cell as somebody would type it.
fn written(value: &DataRef<'_>, from_1904: bool) -> String {
    match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(x) => number(*x),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(date) if date.is_datetime() => day(date.as_f64(), from_1904).unwrap_or_else(|| number(date.as_f64())),
        DataRef::DateTime(length) => number(length.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number without exponent and without the dust of binary fractions: a phone stays eleven digits.
fn number(x: f64) -> String {
    if !x.is_finite() {
        return String::new();
    }
    if x.fract() == 0.0 && x.abs() < 1e18 {
        return format!("{x:.0}");
    }
    let text = format!("{x:.10}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}

/// A day as Excel counts it, with the time when it has one.
fn day(serial: f64, from_1904: bool) -> Option<String> {
    let serial = if from_1904 { serial + 1_462.0 } else { serial };
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let whole = serial.floor() as u64;
    // Excel has a 29 February 1900 that never was.
    let whole = if whole < 60 { whole + 1 } else { whole };
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(whole))?;
    let seconds = (serial.fract() * 86_400.0).round() as u32;
    if seconds == 0 || seconds >= 86_400 {
        return Some(day.to_string());
    }
    Some(format!("{day} {:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60))
}

/// The day a bare serial number stands for, as in a column that lost its format.
pub fn bare_day(text: &str) -> Option<NaiveDate> {
    let whole = text.split('.').next().filter(|whole| whole.len() == 5)?;
    let fraction = text.get(whole.len() + 1..).unwrap_or("0");
    if !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let serial: u64 = whole.parse().ok().filter(|n| (10_000..80_000).contains(n))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_written_as_people_type_them() {
        assert_eq!(number(13_800_138_000.0), "13800138000");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(-1.5), "-1.5");
        assert_eq!(day(46_328.0, false).unwrap(), "2026-11-02");
        assert_eq!(day(46_328.5, false).unwrap(), "2026-11-02 12:00:00");
        assert_eq!(day(44_866.0, true).unwrap(), "2026-11-02");
        assert_eq!(day(1.0, false).unwrap(), "1900-01-01");
        assert_eq!(bare_day("46328").unwrap().to_string(), "2026-11-02");
        assert_eq!(bare_day("123456"), None);
    }
}
