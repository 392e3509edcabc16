//! Readers and writers of outside formats, and the plan of an import: bytes to records, records and the book to what will be done.
//! Pure: reading the book and writing the plan is `portfolio::import`'s work.

mod cells;
mod csv_in;
mod csv_out;
mod google;
mod headings;
mod json_out;
mod merge;
pub mod plan;
pub mod record;
mod report;
mod table;
mod vcard;

pub use cells::{DateOrder, birthday_text, disarm, point_key};
pub use csv_out::{Exported, clients_csv, invoices_csv, people_csv, touches_csv};
pub use headings::own as own_headings;
pub use json_out::{clients_json, invoices_json, people_json, touches_json};
pub use report::{Duplicate, ImportError, Report};

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
}

impl Default for ImportOptions {
    fn default() -> ImportOptions {
        ImportOptions { kind: None, map: Vec::new(), date_order: None, pin_tiers: true, dry_run: false, currency: None }
    }
}

/// Reads a whole file. vCards are known by their first line, everything else is a table with headings.
pub fn read(bytes: &[u8], options: &ImportOptions, now: &Now) -> Result<Parsed, ImportError> {
    let text = table::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    if text.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("begin:vcard")) {
        return match options.kind {
            Some(Kind::Touches | Kind::Invoices) => Err(ImportError::CardsAs { kind: options.kind.unwrap_or(Kind::Contacts) }),
            _ => Ok(vcard::read(text, now)),
        };
    }
    let table = table::Table::open(text)?;
    if options.kind.is_none() && options.map.is_empty() && google::is_google(&table.heads) {
        return Ok(google::read(&table, options, now));
    }
    csv_in::read(&table, options, now)
}
