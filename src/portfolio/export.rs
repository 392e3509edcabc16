//! The export: clients, people, touches, invoices, answers, cases, possible work and yearly dates of some clients or all, as rows of neutral records.
//! How a file spells them is `interchange`'s business, where it goes a face's.

use super::cases::Clocks;
use super::records;
use crate::domain::complaint::CaseRow;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::interchange::Exported;
use crate::interchange::record::{
    CareRecord, CaseRecord, ClientRecord, InvoiceRecord, Kind, OpportunityWhole, PersonRecord, SurveyRecord, TouchRecord,
};
use crate::interchange::{
    care_csv, care_json, clients_csv, clients_json, complaints_csv, complaints_json, invoices_csv, invoices_json,
    opportunities_csv, opportunities_json, people_csv, people_json, surveys_csv, surveys_json, touches_csv, touches_json,
};
use crate::store::{Store, StoreError, Which};
use chrono_tz::Tz;
use std::collections::HashMap;
use std::io::{self, Write};

/// The rows of an export.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// Clients.
    Clients(Vec<Exported<ClientRecord>>),
    /// People.
    People(Vec<Exported<PersonRecord>>),
    /// Touches, oldest first within a client.
    Touches(Vec<Exported<TouchRecord>>),
    /// Invoices by issue day within a client.
    Invoices(Vec<Exported<InvoiceRecord>>),
    /// Survey answers by day within a client.
    Surveys(Vec<Exported<SurveyRecord>>),
    /// Cases by opening within a client.
    Complaints(Vec<Exported<CaseRecord>>),
    /// Possible work.
    Opportunities(Vec<Exported<OpportunityWhole>>),
    /// Yearly dates by month and day within a client.
    Care(Vec<Exported<CareRecord>>),
}

impl Rows {
    /// Own CSV headings.
    ///
    /// # Errors
    /// What the writer refuses.
    pub fn csv(&self, zone: Tz, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Rows::Clients(rows) => clients_csv(rows, out),
            Rows::People(rows) => people_csv(rows, out),
            Rows::Touches(rows) => touches_csv(rows, zone, out),
            Rows::Invoices(rows) => invoices_csv(rows, out),
            Rows::Surveys(rows) => surveys_csv(rows, out),
            Rows::Complaints(rows) => complaints_csv(rows, zone, out),
            Rows::Opportunities(rows) => opportunities_csv(rows, out),
            Rows::Care(rows) => care_csv(rows, out),
        }
    }

    /// A JSON array.
    pub fn json(&self, zone: Tz) -> serde_json::Value {
        match self {
            Rows::Clients(rows) => clients_json(rows, zone),
            Rows::People(rows) => people_json(rows),
            Rows::Touches(rows) => touches_json(rows, zone),
            Rows::Invoices(rows) => invoices_json(rows),
            Rows::Surveys(rows) => surveys_json(rows),
            Rows::Complaints(rows) => complaints_json(rows, zone),
            Rows::Opportunities(rows) => opportunities_json(rows, zone),
            Rows::Care(rows) => care_json(rows),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Rows::Clients(rows) => rows.len(),
            Rows::People(rows) => rows.len(),
            Rows::Touches(rows) => rows.len(),
            Rows::Invoices(rows) => rows.len(),
            Rows::Surveys(rows) => rows.len(),
            Rows::Complaints(rows) => rows.len(),
            Rows::Opportunities(rows) => rows.len(),
            Rows::Care(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The name by which an import finds each client again: its name, or `#id` where several share it or it looks like an id.
fn references(store: &Store) -> Result<HashMap<Id, String>, StoreError> {
    let names = store.names()?;
    let mut exact: HashMap<&str, usize> = HashMap::new();
    for row in &names {
        *exact.entry(row.name.trim()).or_default() += 1;
    }
    let reference = |row: &crate::store::NameRow| {
        let alone = exact.get(row.name.trim()) == Some(&1);
        let like_an_id = row.name.trim().strip_prefix('#').is_some_and(|rest| rest.parse::<i64>().is_ok());
        if alone && !like_an_id { row.name.clone() } else { format!("#{}", row.id) }
    };
    Ok(names.iter().map(|row| (row.id, reference(row))).collect())
}

/// Gathers the rows of these clients; `None` takes every client. `clocks` are what cases are measured by.
///
/// # Errors
/// What the store refuses.
pub fn export(store: &Store, what: Kind, clients: Option<&[Id]>, clocks: &Clocks, now: &Now) -> Result<Rows, StoreError> {
    let which = match clients {
        None => Which::All,
        Some(ids) => Which::Some(ids.to_vec()),
    };
    let references = references(store)?;
    let name = |id: Id| references.get(&id).map_or("", String::as_str);
    let (mut out_clients, mut out_people) = (Vec::new(), Vec::new());
    let (mut out_touches, mut out_invoices, mut out_surveys) = (Vec::new(), Vec::new(), Vec::new());
    let mut out_cases: Vec<(Id, String, CaseRow)> = Vec::new();
    let (mut out_opportunities, mut out_care) = (Vec::new(), Vec::new());
    let depth = if what == Kind::Touches { usize::MAX } else { 0 };
    store.stream_whole(&which, depth, &mut |rows, detail| {
        let client = rows.client.id;
        let own = name(client);
        match what {
            Kind::Clients | Kind::Contacts => {
                out_clients.push(Exported { id: client, client, record: records::client(rows, detail, now) });
            }
            Kind::People => {
                let people = records::people(detail, own).into_iter();
                out_people.extend(people.map(|(id, record)| Exported { id, client, record }));
            }
            Kind::Touches => {
                let touches = detail.touches.iter().rev();
                out_touches.extend(touches.map(|t| Exported { id: t.row.id, client, record: records::touch(t, detail, own) }));
            }
            Kind::Invoices => {
                let invoices = rows.invoices.iter();
                out_invoices.extend(invoices.map(|i| Exported { id: i.id, client, record: records::invoice(i, own) }));
            }
            Kind::Complaints => {
                let known = rows.complaints.iter().filter(|c| c.opened <= now.instant);
                out_cases.extend(known.map(|c| (client, own.to_owned(), c.clone())));
            }
            Kind::Opportunities => {
                let whole = |o| records::whole_opportunity(o, detail, own, now);
                let rows = rows.opportunities.iter().filter_map(|o| Some((o.id, whole(o)?)));
                out_opportunities.extend(rows.map(|(id, record)| Exported { id, client, record }));
            }
            Kind::Care => {
                let dates = detail.care_dates.iter();
                out_care.extend(dates.map(|c| Exported { id: c.id, client, record: records::care(c, detail, own) }));
            }
            Kind::Surveys => {
                let surveys = rows.surveys.iter();
                out_surveys.extend(surveys.map(|s| Exported { id: s.id, client, record: records::survey(s, detail, own) }));
            }
        }
    })?;
    Ok(match what {
        Kind::People => Rows::People(out_people),
        Kind::Touches => Rows::Touches(out_touches),
        Kind::Invoices => Rows::Invoices(out_invoices),
        Kind::Surveys => Rows::Surveys(out_surveys),
        Kind::Opportunities => Rows::Opportunities(out_opportunities),
        Kind::Care => Rows::Care(out_care),
        Kind::Complaints => Rows::Complaints(cases(store, out_cases, &references, clocks, now)?),
        Kind::Clients | Kind::Contacts => Rows::Clients(out_clients),
    })
}

/// Cases with what the fold leaves out.
fn cases(
    store: &Store,
    rows: Vec<(Id, String, CaseRow)>,
    references: &HashMap<Id, String>,
    clocks: &Clocks,
    now: &Now,
) -> Result<Vec<Exported<CaseRecord>>, StoreError> {
    let mut out = Vec::with_capacity(rows.len());
    for (client, name, row) in rows {
        let Some(detail) = store.case_detail(row.id, now.instant)? else { continue };
        out.push(Exported { id: row.id, client, record: records::case(&row, detail, &name, references, clocks, now) });
    }
    Ok(out)
}

/// Clients and people, as cards are written from.
pub type Cards = (Vec<Exported<ClientRecord>>, Vec<Exported<PersonRecord>>);

/// Gathers the clients and people for cards.
///
/// # Errors
/// What the store refuses.
pub fn cards(store: &Store, clients: Option<&[Id]>, now: &Now) -> Result<Cards, StoreError> {
    let which = clients.map_or(Which::All, |ids| Which::Some(ids.to_vec()));
    let (mut out_clients, mut out_people) = (Vec::new(), Vec::new());
    store.stream_whole(&which, 0, &mut |rows, detail| {
        let client = rows.client.id;
        let people = records::people(detail, &rows.client.name).into_iter();
        out_people.extend(people.map(|(id, record)| Exported { id, client, record }));
        out_clients.push(Exported { id: client, client, record: records::client(rows, detail, now) });
    })?;
    Ok((out_clients, out_people))
}
