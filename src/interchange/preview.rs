//! A look at a file before it is imported: what it is, which column goes where, a few values of each. Nothing is planned or written.
//! Reading the rows for good is `read`'s work.

use super::columns::{self, Columns, LEAVE, Part};
use super::encoding::Encoding;
use super::headings::{self, Recognised};
use super::record::{ClientRecord, Kind, PersonRecord, Record};
use super::report::ImportError;
use super::sources::Source;
use super::table::Table;
use super::{ImportOptions, cells, charset, encoding, sheet, vcard};
use crate::domain::action::NewPoint;
use crate::domain::day::Now;

/// How the file is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// vCards.
    Cards,
    /// A text table.
    Table,
    /// A workbook.
    Sheet,
}

/// A column as it will be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnPreview {
    /// What it is called by: its heading, numbered where several are equal, or its place.
    pub heading: String,
    /// Its field; `-` is left out, `None` is kept as an own field.
    pub field: Option<&'static str>,
    /// The first values that are not empty.
    pub samples: Vec<String>,
}

/// What a file looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// How it is laid out.
    pub format: Format,
    /// Where it comes from.
    pub source: Source,
    /// Its encoding, by name.
    pub encoding: &'static str,
    /// What it is about.
    pub kind: Kind,
    /// Its columns; none for cards.
    pub columns: Vec<ColumnPreview>,
    /// What a column can be mapped to.
    pub fields: Vec<&'static str>,
    /// How many rows or cards there are.
    pub records: usize,
    /// Of cards the first few: name and what else they say.
    pub cards: Vec<(String, String)>,
}

/// Rows looked at, values shown of a column, cards shown.
const ROWS: usize = 200;
const VALUES: usize = 5;
const CARDS: usize = 5;

/// Looks at a file. One whose headings say nothing is still shown, so that its columns can be named.
///
/// # Errors
/// A file that cannot be read at all, or a mapping that names what is not there.
pub fn preview(bytes: &[u8], options: &ImportOptions, now: &Now) -> Result<Preview, ImportError> {
    if sheet::is_old_workbook(bytes) {
        return Err(ImportError::OldSheet);
    }
    if sheet::is_workbook(bytes) {
        return table(&Table::of_sheet(sheet::rows(bytes)?)?, Format::Sheet, Encoding::UTF_8, options);
    }
    let (text, encoding) = match charset::is_cards(bytes) {
        true => charset::text(bytes, options.encoding)?,
        false => encoding::decode(bytes, options.encoding)?,
    };
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    if !charset::is_cards(text.as_bytes()) {
        return table(&Table::open(&text)?, Format::Table, encoding, options);
    }
    let (parsed, records) = vcard::read_some(&text, now, CARDS);
    Ok(Preview {
        format: Format::Cards,
        source: parsed.source,
        encoding: if encoding == Encoding::UTF_8 { parsed.encoding } else { encoding.name() },
        kind: Kind::Contacts,
        columns: Vec::new(),
        fields: Vec::new(),
        records,
        cards: parsed.records.iter().filter_map(card).collect(),
    })
}

fn table(table: &Table<'_>, format: Format, encoding: Encoding, options: &ImportOptions) -> Result<Preview, ImportError> {
    let found = match headings::recognise(&table.heads, options) {
        Ok(found) => found,
        Err(ImportError::NoKind { .. } | ImportError::NoColumn { .. }) => {
            let kind = options.kind.unwrap_or(Kind::Contacts);
            let columns = Columns::of(kind, &table.heads, &options.map, None)?;
            Recognised { kind, source: Source::HomeMade, columns }
        }
        Err(error) => return Err(error),
    };
    let rows = table.sample(ROWS);
    let column = |(at, heading): (usize, String)| {
        let spec = found.columns.specs.iter().find(|(column, _)| *column == at).map(|(_, spec)| spec);
        let field = spec.map(|spec| match (spec.field, spec.part) {
            ("email", Part::Label) => "email_labels",
            ("phone", Part::Label) => "phone_labels",
            ("address", Part::Label) => "address_labels",
            ("url", Part::Label) => "url_labels",
            ("other", Part::Label) => "other_labels",
            (field, _) => field,
        });
        let values = rows.iter().filter_map(|row| row.get(at)).map(cells::rearm).filter(|cell| !cell.trim().is_empty());
        ColumnPreview { heading, field, samples: values.take(VALUES).map(short).collect() }
    };
    Ok(Preview {
        format,
        source: found.source,
        encoding: encoding.name(),
        kind: found.kind,
        columns: columns::unique(&table.heads).into_iter().enumerate().map(column).collect(),
        fields: headings::fields(found.kind).into_iter().filter(|field| *field != LEAVE).collect(),
        records: table.count(),
        cards: Vec::new(),
    })
}

/// A value short enough to be looked at.
fn short(value: &str) -> String {
    match value.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

fn card(record: &Record) -> Option<(String, String)> {
    let say = |name: &str, company: Option<&String>, points: &[NewPoint]| {
        let rest: Vec<&str> =
            company.into_iter().map(String::as_str).chain(points.iter().take(3).map(|point| point.value.as_str())).collect();
        (short(name), short(&rest.join(", ")))
    };
    match record {
        Record::Client(client) => {
            let ClientRecord { name, points, .. } = &**client;
            Some(say(name, None, points))
        }
        Record::Person(person) => {
            let PersonRecord { name, client, points, .. } = &**person;
            Some(say(name, client.as_ref(), points))
        }
        Record::Touch(_)
        | Record::Invoice(_)
        | Record::Survey(_)
        | Record::Complaint(_)
        | Record::Opportunity(_)
        | Record::Care(_) => None,
    }
}
