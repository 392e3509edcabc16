//! Rows of a table as records: clients, people, touches and invoices.
//! Recognising columns is `headings`' work, reading single cells `cells`', putting a person together `contacts`'.

use super::cells::{self, BadDate, DateOrder};
use super::columns::Columns;
use super::headings::{self, Recognised};
use super::record::*;
use super::sources::Source;
use super::table::Table;
use super::{ImportError, ImportOptions};
use crate::domain::action::NewPoint;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::message::Message;
use crate::domain::money::Currency;
use crate::domain::quiet::QuietHours;
use crate::domain::words::*;
use std::cell::RefCell;
use std::collections::HashMap;

/// Seconds a touch may lie ahead of now (clocks differ a little).
const AHEAD: i64 = 300;

/// The columns that hold dates, for finding their order.
const DATE_FIELDS: [&str; 8] = ["since", "birthday", "last_contact", "at", "issued", "due", "paid", "on"];

/// Reads a table with own headings, their aliases, or those of a known source.
pub fn read(table: &Table<'_>, options: &ImportOptions, now: &Now) -> Result<Parsed, ImportError> {
    let found = headings::recognise(&table.heads, options)?;
    let told: Orders = DATE_FIELDS.iter().map(|field| (*field, options.date_order)).collect();
    let (parsed, ambiguous) = read_with(table, &found, &told, options, now);
    // Only when a date could be read both ways do the other dates of its column have to be asked.
    if ambiguous {
        return Ok(read_with(table, &found, &date_orders(table, &found.columns), options, now).0);
    }
    Ok(parsed)
}

fn read_with(table: &Table<'_>, found: &Recognised, orders: &Orders, options: &ImportOptions, now: &Now) -> (Parsed, bool) {
    let Recognised { kind, source, columns } = found;
    let mut parsed = Parsed::new(*kind, *source);
    let Parsed { records, rejected, notes, photos, .. } = &mut parsed;
    let aside = Aside::default();
    table.rows(rejected, |line, row, rejected| {
        let row = Row { line, row, columns, orders, options, now, source: *source, kind: *kind, aside: &aside };
        let record = match kind {
            Kind::Clients => row.client(),
            Kind::Contacts => row.contact(),
            Kind::People => row.person(),
            Kind::Touches => row.touch().map(Record::Touch),
            Kind::Invoices => row.invoice().map(|i| Record::Invoice(Box::new(i))),
            Kind::Surveys => row.survey().map(|s| Record::Survey(Box::new(s))),
        };
        aside.kept.borrow_mut().clear();
        match record {
            Ok(record) => records.push(record),
            Err(reason) => rejected.push(Rejected { line, reason }),
        }
    });
    *photos = aside.photos.get();
    *notes = aside.notes.take();
    (parsed, aside.ambiguous.get())
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

/// What is found beside the records while rows are read.
#[derive(Default)]
pub(super) struct Aside {
    /// Columns of the row at hand whose value was not understood and is kept as it stands.
    kept: RefCell<Vec<usize>>,
    notes: RefCell<Vec<Message>>,
    /// Pictures left out.
    pub(super) photos: std::cell::Cell<usize>,
    ambiguous: std::cell::Cell<bool>,
}

/// A row and all that is needed to read it.
pub(super) struct Row<'r> {
    pub(super) line: u64,
    row: &'r csv::StringRecord,
    pub(super) columns: &'r Columns,
    orders: &'r Orders,
    options: &'r ImportOptions,
    now: &'r Now,
    pub(super) source: Source,
    kind: Kind,
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
    /// A cell that says something.
    pub(super) fn at(&self, column: usize) -> Option<&str> {
        let cell = self.row.get(column).map(cells::rearm).filter(|cell| !cell.trim().is_empty());
        cell.filter(|cell| self.source == Source::Own || !is_no_date(cell) || !self.may_be_date(column, cell))
    }

    /// Whether zeros in this column can be an empty date: in a field of dates, or in an unknown column when they are parted like one.
    /// An amount or a postcode of zeros stays.
    fn may_be_date(&self, column: usize, cell: &str) -> bool {
        match self.columns.specs.iter().find(|(at, _)| *at == column) {
            Some((_, spec)) => DATE_FIELDS.contains(&spec.field),
            None => cell.chars().filter(|c| "/-.".contains(*c)).count() == 2,
        }
    }

    /// Whether a value that is not understood costs the line. In a list that others wrote it is kept as it stands.
    fn is_strict(&self) -> bool {
        self.source == Source::Own || matches!(self.kind, Kind::Touches | Kind::Invoices | Kind::Surveys)
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

    fn text(&self, field: &str) -> Option<String> {
        self.cell(field).map(str::to_owned)
    }

    fn name(&self, field: &'static str) -> Cell<String> {
        match self.cell(field).map(str::trim).filter(|name| !crate::domain::validate::is_blank(name)) {
            // The last line of many sheets adds up the lines above it.
            Some(name) if !self.is_strict() && cells::is_total(name) => {
                Err(Message::new("import-rejected-total").with("text", name))
            }
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
        if error == BadDate::Ambiguous {
            self.aside.ambiguous.set(true);
        }
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

    fn quiet(&self) -> Cell<Option<QuietHours>> {
        let Some(cell) = self.cell("quiet_hours") else { return Ok(None) };
        QuietHours::typed(cell).map_err(|_| bad("import-rejected-word", "quiet_hours", cell))
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

    /// What a row says about a client, beside its name and addresses.
    pub(super) fn facts(&self) -> Cell<ClientRecord> {
        let named = self.currency("budget_currency")?;
        let tier = match self.cell("tier_pin").map(|cell| (cell, headings::code("tier", cell.trim_end_matches(['=', '?'])))) {
            None | Some((_, Some("none"))) => Ok(None),
            Some((cell, code)) => {
                code.and_then(Tier::parse).map(Some).ok_or_else(|| bad("import-rejected-word", "tier_pin", cell))
            }
        };
        let small =
            |field| -> Cell<Option<u8>> { Ok(self.soft(field, self.number(field, 1, 5))?.and_then(|n| u8::try_from(n).ok())) };
        let last_contact = self.soft("last_contact", self.past_day("last_contact"))?;
        if last_contact.is_none() && self.cell("last_note").is_some() {
            self.aside.kept.borrow_mut().extend(self.columns.find("last_note"));
        }
        Ok(ClientRecord {
            kind: self.soft("kind", self.word("kind", "kind", ClientKind::parse))?,
            status: self.soft("status", self.word("status", "status", Status::parse))?,
            industry: self.text("industry"),
            region: self.text("region"),
            size: self.text("size"),
            need: self.text("need"),
            since: self.soft("since", self.day("since"))?,
            tier_pin: self.soft("tier_pin", tier)?,
            potential: small("potential")?,
            fit: small("fit")?,
            budget: self.soft("budget", self.money("budget", named))?,
            source: self.text("source"),
            last_contact,
            last_note: last_contact.and_then(|_| self.text("last_note")),
            ..ClientRecord::default()
        })
    }

    /// A line of clients: one, with the person it names, or that person alone.
    fn client(&self) -> Cell<Record> {
        let person = self.cell("person").map(|cell| cell.trim().to_owned());
        let strict = self.is_strict();
        let (name, alone) = match (self.name("name"), &person) {
            (Err(_), Some(person)) if !strict && !crate::domain::validate::is_blank(person) => (person.clone(), true),
            (name, _) => (name?, false),
        };
        let mut client = ClientRecord {
            line: self.line,
            name,
            tags: self.tags(),
            points: self.points(),
            birthday: self.soft("birthday", self.birthday())?,
            preferred_channel: self.soft("preferred_channel", self.word("preferred_channel", "channel", Channel::parse))?,
            quiet: self.soft("quiet_hours", self.quiet())?,
            response_hours: self.soft("response_hours", self.number("response_hours", 1, 8_760))?,
            note: self.text("note"),
            do_not_mention: self.text("do_not_mention"),
            external_id: self.text("external_id"),
            extra: self.extra(),
            ..self.facts()?
        };
        self.keep(&mut client.extra, &client.name);
        number_names(&mut client.extra);
        if alone {
            client.kind = client.kind.or(Some(ClientKind::Person));
        }
        let Some(person) = person.filter(|name| !alone && cells::fold(name) != cells::fold(&client.name)) else {
            return Ok(Record::Client(Box::new(client)));
        };
        if strict {
            client.person = Some(person);
            return Ok(Record::Client(Box::new(client)));
        }
        // Whoever is named has the phone; the address is the company's.
        let company = |point: &NewPoint| matches!(point.kind, PointKind::Address | PointKind::Url);
        let (own, theirs) = std::mem::take(&mut client.points).into_iter().partition(company);
        client.points = own;
        Ok(Record::Person(Box::new(PersonRecord {
            line: self.line,
            client: Some(client.name.clone()),
            name: person,
            points: theirs,
            birthday: client.birthday.take(),
            about: Some(Box::new(client)),
            ..PersonRecord::default()
        })))
    }

    fn past_day(&self, field: &'static str) -> Cell<Option<Day>> {
        match self.day(field)? {
            Some(day) if day > self.now.today() => {
                Err(bad("import-rejected-future", field, self.cell(field).unwrap_or_default()))
            }
            day => Ok(day),
        }
    }

    /// A line of people: somebody at a client, a client of their own, or a client alone.
    fn person(&self) -> Cell<Record> {
        let client = self.cell("client").map(|cell| cell.trim().to_owned());
        let mut person = PersonRecord {
            line: self.line,
            client: client.clone(),
            role: self.text("role"),
            points: self.points(),
            birthday: self.soft("birthday", self.birthday())?,
            note: self.text("note"),
            external_id: self.text("external_id"),
            ..PersonRecord::default()
        };
        let mut about = self.facts()?;
        if self.is_strict() {
            (person.name, person.extra) = (self.name("name")?, self.extra());
            person.about = about.or_nothing();
            return Ok(Record::Person(Box::new(person)));
        }
        person.name = self.name("name").unwrap_or_default();
        let columns = self.columns.extra.iter().filter_map(|(name, column)| Some((name, column, self.at(*column)?)));
        for (name, column, value) in columns {
            let of_client = self.columns.heads.get(*column).is_some_and(|head| headings::is_of_client(head));
            let into = if of_client { &mut about.extra } else { &mut person.extra };
            into.push((name.clone(), value.to_owned()));
        }
        self.keep(&mut about.extra, &person.name);
        number_names(&mut about.extra);
        person.about = about.or_nothing();
        super::contacts::place(person, client.unwrap_or_default())
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

    fn survey(&self) -> Cell<SurveyRecord> {
        let client = self.name("client")?;
        let missing = |field| Message::new("import-rejected-missing").with("field", field);
        // A column called NPS or CSAT says which it is; any other needs the word.
        let headed = self.columns.find("score").and_then(|at| SurveyKind::parse(&cells::fold_word(&self.columns.heads[at])));
        let kind = self.word("kind", "survey", SurveyKind::parse)?.or(headed).ok_or_else(|| missing("kind"))?;
        let (low, high) = kind.range();
        let score = self.number("score", low.into(), high.into())?.and_then(|n| u8::try_from(n).ok());
        let score = score.ok_or_else(|| missing("score"))?;
        let on = self.past_day("on")?.ok_or_else(|| missing("on"))?;
        let reasons = self.cell("reasons").map(cells::split_list).unwrap_or_default();
        let note = self.text("note").unwrap_or_default();
        let lines = self.extra().into_iter().map(|(name, value)| format!("{name}: {value}"));
        let note = std::iter::once(note).filter(|note| !note.is_empty()).chain(lines).collect::<Vec<_>>().join("\n");
        Ok(SurveyRecord {
            line: self.line,
            client,
            kind,
            score,
            on,
            reasons: reasons.into_iter().filter(|reason| !reason.is_empty()).collect(),
            channel: self.word("channel", "channel", Channel::parse)?.filter(|channel| *channel != Channel::Unknown),
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
        let paid = self.day("paid")?;
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
