//! One row of a table: what its cells say, and what is kept as it stands where a cell is not understood.
//! Which record the cells make up is `csv_in`'s and `contacts`' business.

use super::ImportOptions;
use super::cells::{self, BadDate, DateOrder};
use super::columns::Columns;
use super::headings;
use super::record::*;
use super::sources::Source;
use crate::domain::action::NewPoint;
use crate::domain::day::{Day, Now};
use crate::domain::message::Message;
use crate::domain::money::Currency;
use crate::domain::quiet::QuietHours;
use crate::domain::words::*;
use std::cell::RefCell;
use std::collections::HashMap;

/// The columns that hold dates, for finding their order.
pub(super) const DATE_FIELDS: [&str; 11] =
    ["since", "birthday", "last_contact", "at", "issued", "due", "paid", "on", "opened", "close", "date"];

/// What was said or found of the order of each column of dates.
pub(super) type Orders = HashMap<&'static str, Option<DateOrder>>;

/// What is found beside the records while rows are read.
#[derive(Default)]
pub(super) struct Aside {
    /// Columns of the row at hand whose value was not understood and is kept as it stands.
    pub(super) kept: RefCell<Vec<usize>>,
    pub(super) notes: RefCell<Vec<Message>>,
    /// Pictures left out.
    pub(super) photos: std::cell::Cell<usize>,
    pub(super) ambiguous: std::cell::Cell<bool>,
}

/// A row and all that is needed to read it.
pub(super) struct Row<'r> {
    pub(super) line: u64,
    pub(super) row: &'r csv::StringRecord,
    pub(super) columns: &'r Columns,
    pub(super) orders: &'r Orders,
    pub(super) options: &'r ImportOptions,
    pub(super) now: &'r Now,
    pub(super) source: Source,
    pub(super) kind: Kind,
    pub(super) aside: &'r Aside,
}

/// What a cell says, or why the line is refused.
pub(super) type Cell<T> = Result<T, Message>;

/// An empty date as Outlook writes it.
fn is_no_date(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() >= 5
        && cell.len() <= 10
        && cell.chars().filter(|c| *c == '0').count() >= 3
        && cell.chars().all(|c| "0/-.".contains(c))
}

pub(super) fn bad(id: &'static str, field: &'static str, value: &str) -> Message {
    Message::new(id).with("field", field).with("value", shorten(value))
}

/// A cell as it is quoted in a message: long ones are cut.
fn shorten(value: &str) -> String {
    match value.char_indices().nth(40) {
        Some((cut, _)) => format!("{}…", &value[..cut]),
        None => value.to_owned(),
    }
}

impl Row<'_> {
    /// A cell that says something.
    pub(super) fn at(&self, column: usize) -> Option<&str> {
        let cell = self.row.get(column).map(cells::rearm).filter(|cell| !cell.trim().is_empty());
        cell.filter(|cell| self.source == Source::Own || !is_no_date(cell) || !self.may_be_date(column, cell))
    }

    /// Whether zeros in this column can be an empty date: in a field of dates, or in an unknown column when they are parted like one.
    /// An amount or a postcode of zeros stays.
    pub(super) fn may_be_date(&self, column: usize, cell: &str) -> bool {
        match self.columns.specs.iter().find(|(at, _)| *at == column) {
            Some((_, spec)) => DATE_FIELDS.contains(&spec.field),
            None => cell.chars().filter(|c| "/-.".contains(*c)).count() == 2,
        }
    }

    /// Whether a value that is not understood costs the line. In a list that others wrote it is kept as it stands.
    pub(super) fn is_strict(&self) -> bool {
        self.source == Source::Own || matches!(self.kind, Kind::Touches | Kind::Invoices | Kind::Surveys | Kind::Care)
    }

    /// A value that may be kept as it stands instead of costing the line.
    pub(super) fn soft<T>(&self, field: &'static str, read: Cell<Option<T>>) -> Cell<Option<T>> {
        match read {
            Err(_) if !self.is_strict() => {
                self.aside.kept.borrow_mut().extend(self.columns.find(field));
                Ok(None)
            }
            read => read,
        }
    }

    /// Adds what was not understood to the own fields, and says so.
    pub(super) fn keep(&self, extra: &mut Vec<(String, String)>, of: &str) {
        for column in self.aside.kept.take() {
            let (name, Some(value)) = (self.columns.name_of(column), self.at(column)) else { continue };
            // A birthday is told by the plan, wherever it comes from.
            if !name.eq_ignore_ascii_case("birthday") {
                let id = if cells::is_ambiguous(value, self.now.zone) { "import-note-order" } else { "import-note-kept" };
                let note = Message::new(id).with("line", self.line.to_string()).with("name", shorten(of));
                self.aside.notes.borrow_mut().push(note.with("field", shorten(&name)).with("value", shorten(value)));
            }
            extra.push((name, value.to_owned()));
        }
    }

    pub(super) fn cell(&self, field: &str) -> Option<&str> {
        self.at(self.columns.find(field)?)
    }

    pub(super) fn text(&self, field: &str) -> Option<String> {
        self.cell(field).map(str::to_owned)
    }

    pub(super) fn name(&self, field: &'static str) -> Cell<String> {
        match self.cell(field).map(str::trim).filter(|name| !crate::domain::validate::is_blank(name)) {
            // The last line of many sheets adds up the lines above it.
            Some(name) if !self.is_strict() && cells::is_total(name) => {
                Err(Message::new("import-rejected-total").with("text", name))
            }
            Some(name) => Ok(name.to_owned()),
            None => Err(Message::new("import-rejected-missing").with("field", field)),
        }
    }

    pub(super) fn word<T>(&self, field: &'static str, topic: &str, parse: impl Fn(&str) -> Option<T>) -> Cell<Option<T>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let word = parse(cell).or_else(|| headings::code(topic, cell).and_then(&parse));
        word.map(Some).ok_or_else(|| bad("import-rejected-word", field, cell))
    }

    pub(super) fn date_error(&self, error: BadDate, field: &'static str, cell: &str) -> Message {
        if error == BadDate::Ambiguous {
            self.aside.ambiguous.set(true);
        }
        let id = if error == BadDate::Ambiguous { "import-rejected-date-order" } else { "import-rejected-date" };
        bad(id, field, cell)
    }

    pub(super) fn order(&self, field: &str) -> Option<DateOrder> {
        self.orders.get(field).copied().flatten()
    }

    pub(super) fn day(&self, field: &'static str) -> Cell<Option<Day>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let day = cells::day(cell, self.order(field), self.now.zone);
        day.map(Some).map_err(|error| self.date_error(error, field, cell))
    }

    pub(super) fn number(&self, field: &'static str, from: i64, to: i64) -> Cell<Option<i64>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let text: String = cell.trim().chars().map(cells::half_width).collect();
        let number = text.parse().ok().filter(|n| (from..=to).contains(n));
        number.map(Some).ok_or_else(|| bad("import-rejected-number", field, cell).with("from", from).with("to", to))
    }

    pub(super) fn quiet(&self) -> Cell<Option<QuietHours>> {
        let Some(cell) = self.cell("quiet_hours") else { return Ok(None) };
        QuietHours::typed(cell).map_err(|_| bad("import-rejected-word", "quiet_hours", cell))
    }

    pub(super) fn money(&self, field: &'static str, named: Option<Currency>) -> Cell<Option<crate::domain::money::Money>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let money = cells::money(cell, named, self.options.currency.unwrap_or(Currency::CNY));
        money.map(Some).ok_or_else(|| bad("import-rejected-amount", field, cell))
    }

    pub(super) fn currency(&self, field: &'static str) -> Cell<Option<Currency>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let code = match cell.trim() {
            "人民币" | "RMB" | "rmb" | "¥" | "￥" => Some(Currency::CNY),
            "€" => Currency::parse("EUR"),
            "$" | "美元" => Currency::parse("USD"),
            "欧元" => Currency::parse("EUR"),
            other => Currency::parse(other),
        };
        code.map(Some).ok_or_else(|| bad("import-rejected-currency", field, cell))
    }

    pub(super) fn birthday(&self) -> Cell<Option<Birthday>> {
        let Some(cell) = self.cell("birthday") else { return Ok(None) };
        let order = self.order("birthday");
        let birthday = cells::birthday(cell, order, self.now.zone);
        birthday.map(Some).ok_or_else(|| match cells::day(cell, order, self.now.zone) {
            Err(error) if self.source != Source::Own => self.date_error(error, "birthday", cell),
            _ => bad("import-rejected-date", "birthday", cell),
        })
    }

    /// The values of a cell. Own files part them by `;`; others also by commas, blanks' cousins and, between numbers, slashes.
    pub(super) fn several(&self, kind: PointKind, cell: &str) -> Vec<String> {
        let parts = cells::split_list(cell);
        if self.source == Source::Own || !matches!(kind, PointKind::Email | PointKind::Phone) {
            return parts;
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let whole = |text: &&str| if kind == PointKind::Email { text.contains('@') } else { digits(text) >= 7 };
        let split = parts.iter().flat_map(|part| {
            let inner: Vec<&str> = part.split(['、', '，', ',', '/', '\n']).map(str::trim).filter(|p| !p.is_empty()).collect();
            if inner.len() > 1 && inner.iter().all(&whole) { inner } else { vec![part.as_str()] }
        });
        split.map(str::to_owned).collect()
    }

    pub(super) fn points(&self) -> Vec<NewPoint> {
        const POINTS: [(&str, &str, PointKind); 6] = [
            ("email", "email_labels", PointKind::Email),
            ("phone", "phone_labels", PointKind::Phone),
            ("wechat", "wechat_labels", PointKind::Wechat),
            ("address", "address_labels", PointKind::Address),
            ("url", "url_labels", PointKind::Url),
            ("other", "other_labels", PointKind::Other),
        ];
        let mut read: Vec<NewPoint> = Vec::new();
        for (field, labels, kind) in POINTS {
            let labels = self.cell(labels).map(cells::split_list).unwrap_or_default();
            let mut labels = labels.into_iter();
            let columns: Vec<usize> = self.columns.all(field).collect();
            for column in &columns {
                let cell = self.at(*column);
                for value in cell.map(|cell| self.several(kind, cell)).unwrap_or_default() {
                    let label = labels.next().filter(|label| !label.is_empty());
                    // Of several columns of numbers the heading says which is which.
                    let headed = || Some(self.columns.name_of(*column)).filter(|_| columns.len() > 1 && !self.is_strict());
                    let label = label.or_else(headed);
                    let kind = match (kind, self.is_strict()) {
                        (PointKind::Phone, false) => super::contacts::number_kind(label.as_deref()),
                        _ => kind,
                    };
                    let value = if kind == PointKind::Phone { cells::undamaged(value) } else { value };
                    let point = NewPoint { kind, value, label };
                    if !point.value.is_empty() {
                        read.push(point);
                    }
                }
            }
        }
        let mut points = Vec::new();
        add_points(&mut points, &read);
        points
    }

    pub(super) fn extra(&self) -> Vec<(String, String)> {
        let columns = self.columns.extra.iter();
        columns.filter_map(|(name, column)| Some((name.clone(), self.at(*column)?.to_owned()))).collect()
    }

    pub(super) fn tags(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        let cell = self.cell("tags").unwrap_or_default();
        // Own files part tags by `;`; a list of others is often parted by commas or bars.
        let parted = cell.contains([';', '；']);
        let split = cells::split_list(cell).into_iter().flat_map(|part| {
            let inner: Vec<String> =
                if parted { vec![part] } else { part.split(['|', '、', '，']).map(str::to_owned).collect() };
            inner
        });
        for tag in split.map(|tag| tag.trim().trim_start_matches('#').to_owned()) {
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    pub(super) fn past_day(&self, field: &'static str) -> Cell<Option<Day>> {
        match self.day(field)? {
            Some(day) if day > self.now.today() => {
                Err(bad("import-rejected-future", field, self.cell(field).unwrap_or_default()))
            }
            day => Ok(day),
        }
    }
}
