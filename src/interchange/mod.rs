//! Readers and writers of outside formats, and the plan of an import: bytes to records, records and the book to what will be done.
//! Pure: reading the book and writing the plan is `portfolio::import`'s work.

mod cells;
mod charset;
mod columns;
mod contacts;
mod csv_in;
mod csv_out;
mod dates;
mod encoding;
mod headings;
pub mod holidays;
pub mod ics;
mod json_out;
mod merge;
pub mod plan;
mod preview;
pub mod record;
mod report;
mod row;
mod sheet;
mod sources;
mod table;
mod vcard;
mod vcard21;
pub mod vcf;
pub mod vdirsyncer;

pub use cells::{DateOrder, birthday_text, disarm, is_ambiguous, point_key};
pub use columns::{KEEP, LEAVE, takes_many};
pub use csv_out::{
    Exported, care_csv, clients_csv, complaints_csv, invoices_csv, opportunities_csv, people_csv, surveys_csv, touches_csv,
};
pub use encoding::Encoding;
pub use headings::{cause_code, own as own_headings};
pub use json_out::{
    care_json, clients_json, complaints_json, invoices_json, opportunities_json, people_json, surveys_json, touches_json,
};
pub use preview::{ColumnPreview, Format, Preview, preview};
pub use report::{Duplicate, ImportError, Report};
pub use sources::Source;

use crate::domain::day::Now;
use crate::domain::money::Currency;
use record::{Kind, Parsed};

/// What the user said about a file.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportOptions {
    /// `--as`: what the file is about.
    pub kind: Option<Kind>,
    /// `--map FIELD=HEADING`.
    pub map: Vec<(String, String)>,
    /// `--date-order`.
    pub date_order: Option<DateOrder>,
    /// `--tiers pin` (the default): an imported tier column pins.
    pub pin_tiers: bool,
    /// `--dry-run`: everything is checked, nothing written.
    pub dry_run: bool,
    /// Currency of amounts that name none.
    pub currency: Option<Currency>,
    /// `--encoding`; found by itself when it is not said.
    pub encoding: Option<Encoding>,
}

impl Default for ImportOptions {
    fn default() -> ImportOptions {
        ImportOptions {
            kind: None,
            map: Vec::new(),
            date_order: None,
            pin_tiers: true,
            dry_run: false,
            currency: None,
            encoding: None,
        }
    }
}

/// Reads a whole file. vCards are known by their first line, workbooks by theirs; everything else is a table with headings.
///
/// # Errors
/// A file that is none of these, or is not about what was asked for.
pub fn read(bytes: &[u8], options: &ImportOptions, now: &Now) -> Result<Parsed, ImportError> {
    if sheet::is_old_workbook(bytes) {
        return Err(ImportError::OldSheet);
    }
    if sheet::is_workbook(bytes) {
        return csv_in::read(&table::Table::of_sheet(sheet::rows(bytes)?)?, options, now);
    }
    if charset::is_cards(bytes) {
        return match options.kind {
            Some(
                kind @ (Kind::Touches | Kind::Invoices | Kind::Surveys | Kind::Complaints | Kind::Opportunities | Kind::Care),
            ) => Err(ImportError::CardsAs { kind }),
            _ => {
                let (text, encoding) = charset::text(bytes, options.encoding)?;
                let parsed = vcard::read(&text, now);
                // Quoted text inside plain cards names an encoding of its own.
                let named = if encoding == Encoding::UTF_8 { parsed.encoding } else { encoding.name() };
                Ok(Parsed { encoding: named, ..parsed })
            }
        };
    }
    let (text, encoding) = encoding::decode(bytes, options.encoding)?;
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    // Cards in UTF-16 are seen only now.
    if charset::is_cards(text.as_bytes()) {
        return Ok(Parsed { encoding: encoding.name(), ..vcard::read(&text, now) });
    }
    let parsed = csv_in::read(&table::Table::open(&text)?, options, now)?;
    Ok(Parsed { encoding: encoding.name(), ..parsed })
}
