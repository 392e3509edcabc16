//! Own CSV files: the headings of the contract, and behind them only the columns that hold something.
//! What is exported is gathered in `portfolio::export`; formulas are disarmed here.

use super::cells::{birthday_text, disarm, join_list};
use super::headings::{self, extra_heading};
use super::record::*;
use crate::domain::action::NewPoint;
use crate::domain::care::Yearly;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::words::PointKind;
use chrono_tz::Tz;
use std::collections::HashSet;
use std::io::{self, Write};

/// A row of the book on its way out.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported<T> {
    /// Its id.
    pub id: Id,
    /// Its client's id (a client's own).
    pub client: Id,
    /// What it says.
    pub record: T,
}

/// One cell. Numbers are written as they are; in text a formula is disarmed.
enum Cell {
    Text(String),
    Number(String),
}

impl Cell {
    fn of(text: &Option<String>) -> Cell {
        Cell::Text(text.clone().unwrap_or_default())
    }

    fn number(n: Option<impl ToString>) -> Cell {
        Cell::Number(n.map(|n| n.to_string()).unwrap_or_default())
    }
}

/// The columns behind the contract's own: heading and cell of each row; a column without any cell is not written.
type Column<'c, T> = (String, Box<dyn Fn(&T) -> Cell + 'c>);

fn write<T>(
    out: &mut dyn Write,
    rows: &[T],
    own: &[&str],
    cells: impl Fn(&T) -> Vec<Cell>,
    more: Vec<Column<'_, T>>,
) -> io::Result<()> {
    let filled = |(_, cell): &Column<'_, T>| {
        rows.iter().any(|row| match cell(row) {
            Cell::Text(text) | Cell::Number(text) => !text.is_empty(),
        })
    };
    let more: Vec<Column<'_, T>> = more.into_iter().filter(filled).collect();
    let mut writer = csv::Writer::from_writer(out);
    let heads = own.iter().map(|head| (*head).to_owned()).chain(more.iter().map(|(head, _)| disarm(head)));
    writer.write_record(heads)?;
    for row in rows {
        let line = cells(row).into_iter().chain(more.iter().map(|(_, cell)| cell(row)));
        writer.write_record(line.map(|cell| match cell {
            Cell::Text(text) => disarm(&text),
            Cell::Number(number) => number,
        }))?;
    }
    writer.flush()
}

fn values(points: &[NewPoint], kind: PointKind) -> Cell {
    Cell::Text(join_list(points.iter().filter(|p| p.kind == kind).map(|p| p.value.as_str())))
}

fn labels(points: &[NewPoint], kind: PointKind) -> Cell {
    let of_kind = || points.iter().filter(|p| p.kind == kind);
    if of_kind().all(|p| p.label.is_none()) {
        return Cell::Text(String::new());
    }
    Cell::Text(join_list(of_kind().map(|p| p.label.as_deref().unwrap_or_default())))
}

/// The columns of contact points that the contract's headings do not hold.
fn point_columns<'c, T: 'c>(points: fn(&T) -> &[NewPoint]) -> Vec<Column<'c, T>> {
    let mut columns: Vec<Column<'c, T>> = Vec::new();
    for (head, label_head, kind) in [
        ("", "email_labels", PointKind::Email),
        ("", "phone_labels", PointKind::Phone),
        ("wechat", "wechat_labels", PointKind::Wechat),
        ("address", "address_labels", PointKind::Address),
        ("url", "url_labels", PointKind::Url),
        ("other_point", "other_point_labels", PointKind::Other),
    ] {
        if !head.is_empty() {
            columns.push((head.to_owned(), Box::new(move |row| values(points(row), kind))));
        }
        columns.push((label_head.to_owned(), Box::new(move |row| labels(points(row), kind))));
    }
    columns
}

/// One column for each name of an extra field.
fn extra_columns<'c, T: 'c>(rows: &[T], extra: fn(&T) -> &[(String, String)]) -> Vec<Column<'c, T>> {
    let mut seen = HashSet::new();
    let names = rows.iter().flat_map(extra).map(|(name, _)| name).filter(|name| seen.insert(name.as_str()));
    let column = |name: &String| -> Column<'c, T> {
        let (heading, name) = (extra_heading(name), name.clone());
        let value = move |row: &T| extra(row).iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone());
        (heading, Box::new(move |row| Cell::of(&value(row))))
    };
    names.map(column).collect()
}

/// A list that is one tag with a bar in it must not be read as two.
fn tags(tags: &[String]) -> Cell {
    let mut cell = join_list(tags.iter().map(String::as_str));
    if tags.len() == 1 && cell.contains(['|', '、', '，']) {
        cell.push(';');
    }
    Cell::Text(cell)
}

/// Clients.
pub fn clients_csv(rows: &[Exported<ClientRecord>], out: &mut dyn Write) -> io::Result<()> {
    type Row = Exported<ClientRecord>;
    let cells = |row: &Row| {
        let c = &row.record;
        vec![
            Cell::Text(c.name.clone()),
            Cell::number(c.kind.map(|k| k.code())),
            Cell::number(c.status.map(|s| s.code())),
            Cell::of(&c.industry),
            Cell::of(&c.region),
            Cell::of(&c.size),
            Cell::of(&c.need),
            Cell::number(c.since),
            Cell::number(c.tier_pin.map(|t| t.code())),
            tags(&c.tags),
            values(&c.points, PointKind::Email),
            values(&c.points, PointKind::Phone),
            Cell::Text(c.birthday.map(birthday_text).unwrap_or_default()),
            Cell::number(c.potential),
            Cell::number(c.fit),
            Cell::number(c.budget.map(|b| b.plain())),
            Cell::of(&c.source),
            Cell::of(&c.note),
        ]
    };
    let mut more: Vec<Column<'_, Row>> = vec![
        (
            "budget_currency".to_owned(),
            Box::new(|r: &Row| Cell::number(r.record.budget.map(|b| b.currency.as_str().to_owned()))),
        ),
        ("preferred_channel".to_owned(), Box::new(|r: &Row| Cell::number(r.record.preferred_channel.map(|c| c.code())))),
        ("response_hours".to_owned(), Box::new(|r: &Row| Cell::number(r.record.response_hours))),
        ("need_type".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.need_type.as_ref().map(|n| n.code.clone())))),
        ("need_why".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.need_type.as_ref().map(|n| n.why.clone())))),
        ("do_not_mention".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.do_not_mention))),
        ("external_id".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.external_id))),
        ("quiet_hours".to_owned(), Box::new(|r: &Row| Cell::number(r.record.quiet))),
        ("language".to_owned(), Box::new(|r: &Row| Cell::number(r.record.language.map(|l| l.code())))),
        ("culture".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.culture))),
    ];
    more.extend(point_columns(|row: &Row| &row.record.points));
    more.extend(extra_columns(rows, |row: &Row| &row.record.extra));
    write(out, rows, headings::own(Kind::Clients), cells, more)
}

/// People.
pub fn people_csv(rows: &[Exported<PersonRecord>], out: &mut dyn Write) -> io::Result<()> {
    type Row = Exported<PersonRecord>;
    let cells = |row: &Row| {
        let p = &row.record;
        vec![
            Cell::of(&p.client),
            Cell::Text(p.name.clone()),
            Cell::of(&p.role),
            values(&p.points, PointKind::Email),
            values(&p.points, PointKind::Phone),
            Cell::Text(p.birthday.map(birthday_text).unwrap_or_default()),
            Cell::of(&p.note),
        ]
    };
    let mut more: Vec<Column<'_, Row>> = vec![("external_id".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.external_id)))];
    more.extend(point_columns(|row: &Row| &row.record.points));
    more.extend(extra_columns(rows, |row: &Row| &row.record.extra));
    write(out, rows, headings::own(Kind::People), cells, more)
}

/// Touches; moments with the offset of the zone.
pub fn touches_csv(rows: &[Exported<TouchRecord>], zone: Tz, out: &mut dyn Write) -> io::Result<()> {
    type Row = Exported<TouchRecord>;
    let cells = |row: &Row| {
        let t = &row.record;
        vec![
            Cell::Text(t.client.clone()),
            Cell::Number(t.channel.code().to_owned()),
            Cell::Number(t.outcome.code().to_owned()),
            Cell::Number(t.direction.code().to_owned()),
            Cell::Number(t.at.rfc3339(zone)),
            Cell::number(t.minutes),
            Cell::of(&t.note),
        ]
    };
    let more: Vec<Column<'_, Row>> = vec![
        ("flag".to_owned(), Box::new(|r: &Row| Cell::number(r.record.flag.map(|f| f.code())))),
        ("person".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.person))),
    ];
    write(out, rows, headings::own(Kind::Touches), cells, more)
}

/// Invoices.
pub fn invoices_csv(rows: &[Exported<InvoiceRecord>], out: &mut dyn Write) -> io::Result<()> {
    let cells = |row: &Exported<InvoiceRecord>| {
        let i = &row.record;
        let cost = i.cost.map(|minor| Money { minor, ..i.amount }.plain());
        vec![
            Cell::Text(i.client.clone()),
            Cell::of(&i.number),
            Cell::number(Some(i.issued)),
            Cell::number(i.due),
            Cell::number(i.paid),
            Cell::Number(i.amount.plain()),
            Cell::number(cost),
            Cell::Number(i.amount.currency.as_str().to_owned()),
            Cell::of(&i.product),
        ]
    };
    write(out, rows, headings::own(Kind::Invoices), cells, Vec::new())
}

/// Cases: exactly the contract's headings; the whole of a case is in the JSON.
pub fn complaints_csv(rows: &[Exported<CaseRecord>], zone: Tz, out: &mut dyn Write) -> io::Result<()> {
    let cells = |row: &Exported<CaseRecord>| {
        let c = &row.record.line;
        vec![
            Cell::Text(c.client.clone()),
            Cell::Number(c.kind.code().to_owned()),
            Cell::Number(c.opened.rfc3339(zone)),
            Cell::Text(c.text.clone()),
            Cell::of(&c.cause),
            Cell::Number(c.status.code().to_owned()),
        ]
    };
    write(out, rows, headings::own(Kind::Complaints), cells, Vec::new())
}

/// Possible work as it stands: its history is in the JSON.
pub fn opportunities_csv(rows: &[Exported<OpportunityWhole>], out: &mut dyn Write) -> io::Result<()> {
    type Row = Exported<OpportunityWhole>;
    let cells = |row: &Row| {
        let o = &row.record.line;
        vec![
            Cell::Text(o.client.clone()),
            Cell::Text(o.title.clone()),
            Cell::Number(o.amount.plain()),
            Cell::Number(o.amount.currency.as_str().to_owned()),
            Cell::number(o.stage.map(|s| s.code())),
            Cell::number(o.probability),
            Cell::number(o.close),
            Cell::of(&o.product),
            Cell::of(&o.note),
        ]
    };
    let more: Vec<Column<'_, Row>> = vec![("person".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.line.person)))];
    write(out, rows, headings::own(Kind::Opportunities), cells, more)
}

/// Yearly dates: the day without its year, which has a column of its own.
pub fn care_csv(rows: &[Exported<CareRecord>], out: &mut dyn Write) -> io::Result<()> {
    let cells = |row: &Exported<CareRecord>| {
        let (c, date) = (&row.record, row.record.date);
        vec![
            Cell::Text(c.client.clone()),
            Cell::of(&c.person),
            Cell::Number(c.kind.code().to_owned()),
            Cell::of(&c.name),
            Cell::Number(Yearly { year: None, ..date }.written()),
            Cell::Number(date.calendar.code().to_owned()),
            Cell::Number(if date.leap { "yes" } else { "" }.to_owned()),
            Cell::number(date.year),
            Cell::number(c.lead),
            Cell::of(&c.note),
        ]
    };
    write(out, rows, headings::own(Kind::Care), cells, Vec::new())
}

/// Survey answers.
pub fn surveys_csv(rows: &[Exported<SurveyRecord>], out: &mut dyn Write) -> io::Result<()> {
    type Row = Exported<SurveyRecord>;
    let cells = |row: &Row| {
        let s = &row.record;
        vec![
            Cell::Text(s.client.clone()),
            Cell::Number(s.kind.code().to_owned()),
            Cell::number(Some(s.score)),
            Cell::number(Some(s.on)),
            Cell::Text(join_list(s.reasons.iter().map(String::as_str))),
        ]
    };
    let more: Vec<Column<'_, Row>> = vec![
        ("channel".to_owned(), Box::new(|r: &Row| Cell::number(r.record.channel.map(|c| c.code())))),
        ("person".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.person))),
        ("note".to_owned(), Box::new(|r: &Row| Cell::of(&r.record.note))),
    ];
    write(out, rows, headings::own(Kind::Surveys), cells, more)
}
