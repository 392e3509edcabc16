//! Own CSV headings: rows of clients, people, touches and invoices as records.
//! Recognising columns is `headings`' work, reading single cells `cells`'.

use super::cells::{self, BadDate, DateOrder};
use super::headings::{self, Columns};
use super::record::*;
use super::table::Table;
use super::{ImportError, ImportOptions};
use crate::domain::action::NewPoint;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::message::Message;
use crate::domain::money::Currency;
use crate::domain::words::*;
use std::collections::HashMap;

/// Seconds a touch may lie ahead of now (clocks differ a little).
const AHEAD: i64 = 300;

/// The columns that hold dates, for finding their order.
const DATE_FIELDS: [&str; 7] = ["since", "birthday", "last_contact", "at", "issued", "due", "paid"];

/// Reads a table with own headings or their aliases.
pub fn read(table: &Table<'_>, options: &ImportOptions, now: &Now) -> Result<Parsed, ImportError> {
    let (kind, columns) = headings::recognise(&table.heads, options)?;
    let told: Orders = DATE_FIELDS.iter().map(|field| (*field, options.date_order)).collect();
    let parsed = read_with(table, kind, &columns, &told, options, now);
    // Only when a date could be read both ways do the other dates of its column have to be asked.
    if parsed.rejected.iter().any(|r| r.reason.id == "import-rejected-date-order") {
        return Ok(read_with(table, kind, &columns, &date_orders(table, &columns), options, now));
    }
    Ok(parsed)
}

fn read_with(table: &Table<'_>, kind: Kind, columns: &Columns, orders: &Orders, options: &ImportOptions, now: &Now) -> Parsed {
    let mut parsed = Parsed { kind, records: Vec::new(), rejected: Vec::new(), photos: 0, media: 0, birthdays: Vec::new() };
    let Parsed { records, rejected, .. } = &mut parsed;
    table.rows(rejected, |line, row, rejected| {
        let row = Row { line, row, columns, orders, options, now };
        let record = match kind {
            Kind::Clients | Kind::Contacts => row.client().map(|c| Record::Client(Box::new(c))),
            Kind::People => row.person().map(|p| Record::Person(Box::new(p))),
            Kind::Touches => row.touch().map(Record::Touch),
            Kind::Invoices => row.invoice().map(|i| Record::Invoice(Box::new(i))),
        };
        match record {
            Ok(record) => records.push(record),
            Err(reason) => rejected.push(Rejected { line, reason }),
        }
    });
    parsed
}

/// The order of each date column, from the first value that leaves no choice. Contradicting values decide nothing.
fn date_orders(table: &Table<'_>, columns: &Columns) -> Orders {
    let mut orders = Orders::new();
    let dated: Vec<(&'static str, usize)> = DATE_FIELDS.iter().filter_map(|f| Some((*f, columns.find(f)?))).collect();
    let mut clash = Vec::new();
    table.rows(&mut Vec::new(), |_, row, _| {
        for (field, column) in &dated {
            let Some(order) = row.get(*column).filter(|cell| cell.contains(['/', '-', '／'])).and_then(cells::order_of) else {
                continue;
            };
            match orders.get(field) {
                Some(Some(other)) if *other != order => clash.push(*field),
                _ => _ = orders.insert(field, Some(order)),
            }
        }
    });
    for field in clash {
        orders.insert(field, None);
    }
    orders
}

type Orders = HashMap<&'static str, Option<DateOrder>>;

struct Row<'r> {
    line: u64,
    row: &'r csv::StringRecord,
    columns: &'r Columns,
    orders: &'r Orders,
    options: &'r ImportOptions,
    now: &'r Now,
}

type Cell<T> = Result<T, Message>;

fn bad(id: &'static str, field: &'static str, value: &str) -> Message {
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
    fn at(&self, column: usize) -> Option<&str> {
        self.row.get(column).map(cells::rearm).filter(|cell| !cell.trim().is_empty())
    }

    fn cell(&self, field: &str) -> Option<&str> {
        self.at(self.columns.find(field)?)
    }

    fn text(&self, field: &str) -> Option<String> {
        self.cell(field).map(str::to_owned)
    }

    fn name(&self, field: &'static str) -> Cell<String> {
        match self.cell(field).map(str::trim).filter(|name| !crate::domain::validate::is_blank(name)) {
            Some(name) => Ok(name.to_owned()),
            None => Err(Message::new("import-rejected-missing").with("field", field)),
        }
    }

    fn word<T>(&self, field: &'static str, topic: &str, parse: impl Fn(&str) -> Option<T>) -> Cell<Option<T>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let word = parse(cell).or_else(|| headings::code(topic, cell).and_then(&parse));
        word.map(Some).ok_or_else(|| bad("import-rejected-word", field, cell))
    }

    fn date_error(&self, error: BadDate, field: &'static str, cell: &str) -> Message {
        let id = if error == BadDate::Ambiguous { "import-rejected-date-order" } else { "import-rejected-date" };
        bad(id, field, cell)
    }

    fn order(&self, field: &str) -> Option<DateOrder> {
        self.orders.get(field).copied().flatten()
    }

    fn day(&self, field: &'static str) -> Cell<Option<Day>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let day = cells::day(cell, self.order(field), self.now.zone);
        day.map(Some).map_err(|error| self.date_error(error, field, cell))
    }

    fn number(&self, field: &'static str, from: i64, to: i64) -> Cell<Option<i64>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let text: String = cell.trim().chars().map(cells::half_width).collect();
        let number = text.parse().ok().filter(|n| (from..=to).contains(n));
        number.map(Some).ok_or_else(|| bad("import-rejected-number", field, cell).with("from", from).with("to", to))
    }

    fn money(&self, field: &'static str, named: Option<Currency>) -> Cell<Option<crate::domain::money::Money>> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let money = cells::money(cell, named, self.options.currency.unwrap_or(Currency::CNY));
        money.map(Some).ok_or_else(|| bad("import-rejected-amount", field, cell))
    }

    fn currency(&self, field: &'static str) -> Cell<Option<Currency>> {
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

    fn birthday(&self) -> Cell<Option<Birthday>> {
        let Some(cell) = self.cell("birthday") else { return Ok(None) };
        let birthday = cells::birthday(cell, self.order("birthday"), self.now.zone);
        birthday.map(Some).ok_or_else(|| bad("import-rejected-date", "birthday", cell))
    }

    fn points(&self) -> Vec<NewPoint> {
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
            for column in self.columns.all(field) {
                for value in self.at(column).map(cells::split_list).unwrap_or_default() {
                    let label = labels.next().filter(|label| !label.is_empty());
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

    fn extra(&self) -> Vec<(String, String)> {
        let columns = self.columns.extra.iter();
        columns.filter_map(|(name, column)| Some((name.clone(), self.at(*column)?.to_owned()))).collect()
    }

    fn tags(&self) -> Vec<String> {
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

    fn client(&self) -> Cell<ClientRecord> {
        let named = self.currency("budget_currency")?;
        let tier = match self.cell("tier_pin").map(|cell| (cell, headings::code("tier", cell.trim_end_matches(['=', '?'])))) {
            None | Some((_, Some("none"))) => None,
            Some((cell, code)) => {
                Some(code.and_then(Tier::parse).ok_or_else(|| bad("import-rejected-word", "tier_pin", cell))?)
            }
        };
        let small = |field| -> Cell<Option<u8>> { Ok(self.number(field, 1, 5)?.and_then(|n| u8::try_from(n).ok())) };
        Ok(ClientRecord {
            line: self.line,
            name: self.name("name")?,
            kind: self.word("kind", "kind", ClientKind::parse)?,
            status: self.word("status", "status", Status::parse)?,
            industry: self.text("industry"),
            region: self.text("region"),
            size: self.text("size"),
            need: self.text("need"),
            since: self.day("since")?,
            tier_pin: tier,
            tags: self.tags(),
            points: self.points(),
            birthday: self.birthday()?,
            potential: small("potential")?,
            fit: small("fit")?,
            budget: self.money("budget", named)?,
            preferred_channel: self.word("preferred_channel", "channel", Channel::parse)?,
            response_hours: self.number("response_hours", 1, 8_760)?,
            source: self.text("source"),
            note: self.text("note"),
            do_not_mention: self.text("do_not_mention"),
            external_id: self.text("external_id"),
            last_contact: self.past_day("last_contact")?,
            person: self.cell("person").map(|cell| cell.trim().to_owned()),
            extra: self.extra(),
        })
    }

    fn past_day(&self, field: &'static str) -> Cell<Option<Day>> {
        match self.day(field)? {
            Some(day) if day > self.now.today() => {
                Err(bad("import-rejected-future", field, self.cell(field).unwrap_or_default()))
            }
            day => Ok(day),
        }
    }

    fn person(&self) -> Cell<PersonRecord> {
        Ok(PersonRecord {
            line: self.line,
            client: self.cell("client").map(|cell| cell.trim().to_owned()),
            name: self.name("name")?,
            role: self.text("role"),
            points: self.points(),
            birthday: self.birthday()?,
            note: self.text("note"),
            external_id: self.text("external_id"),
            tags: Vec::new(),
            extra: self.extra(),
        })
    }

    fn touch(&self) -> Cell<TouchRecord> {
        let client = self.name("client")?;
        let channel = self.word("channel", "channel", Channel::parse)?;
        let channel = channel.ok_or_else(|| Message::new("import-rejected-missing").with("field", "channel"))?;
        let cell = self.cell("at").ok_or_else(|| Message::new("import-rejected-missing").with("field", "at"))?;
        let at = cells::moment(cell, self.order("at"), self.now.zone).map_err(|error| self.date_error(error, "at", cell))?;
        // A bare date of today may be read as a noon that has not come; the day is what was meant.
        let at = if cell.contains(':') || at.day(self.now.zone) != self.now.today() {
            at
        } else {
            Moment(at.0.min(self.now.instant.0))
        };
        if at.0 > self.now.instant.0 + AHEAD {
            return Err(bad("import-rejected-future", "at", cell));
        }
        let note = self.text("note").unwrap_or_default();
        // Columns without a place stand behind the note, so that nothing is lost.
        let lines = self.extra().into_iter().map(|(name, value)| format!("{name}: {value}"));
        let note = std::iter::once(note).filter(|note| !note.is_empty()).chain(lines).collect::<Vec<_>>().join("\n");
        Ok(TouchRecord {
            line: self.line,
            client,
            channel,
            outcome: self.word("outcome", "outcome", Outcome::parse)?.unwrap_or(Outcome::Reached),
            direction: self.word("direction", "direction", Direction::parse)?.unwrap_or(Direction::Out),
            at,
            minutes: self.number("minutes", 0, 100_000)?,
            flag: self.word("flag", "flag", Flag::parse)?,
            person: self.cell("person").map(|cell| cell.trim().to_owned()),
            note: Some(note).filter(|note| !note.is_empty()),
        })
    }

    fn invoice(&self) -> Cell<InvoiceRecord> {
        let client = self.name("client")?;
        let named = self.currency("currency")?;
        let amount = self.money("amount", named)?;
        let amount = amount.ok_or_else(|| Message::new("import-rejected-missing").with("field", "amount"))?;
        let issued = self.day("issued")?.ok_or_else(|| Message::new("import-rejected-missing").with("field", "issued"))?;
        let cost = self.money("cost", Some(amount.currency))?;
        let due = self.day("due")?;
        if due.is_some_and(|due| due < issued) {
            return Err(bad("import-rejected-due", "due", self.cell("due").unwrap_or_default()));
        }
        let paid = self.past_day("paid")?;
        if let Some(paid) = paid.filter(|paid| *paid < issued) {
            return Err(Message::new("refused-paid-early").with("day", paid).with("issued", issued));
        }
        Ok(InvoiceRecord {
            line: self.line,
            client,
            number: self.cell("number").map(|cell| cell.trim().to_owned()),
            issued,
            due,
            paid,
            amount,
            cost: cost.map(|cost| cost.minor),
            product: self.text("product"),
            extra: self.extra(),
        })
    }
}
