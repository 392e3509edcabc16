//! Rows of a table as records: clients, people, touches, invoices, survey answers, cases.
//! Recognising columns is `headings`' work, reading the cells of a row `row`'s, putting a person together `contacts`'.

use super::cells::{self, BadDate};
use super::columns::Columns;
use super::headings::{self, Recognised};
use super::record::*;
use super::row::{Aside, Cell, DATE_FIELDS, Orders, Row, bad};
use super::table::Table;
use super::{ImportError, ImportOptions};
use crate::domain::action::{NeedType, NewPoint};
use crate::domain::care::{Yearly, is_date};
use crate::domain::day::{Moment, Now};
use crate::domain::facts::PINNED_BY_IMPORT;
use crate::domain::message::Message;
use crate::domain::validate;
use crate::domain::words::*;

/// Seconds a touch may lie ahead of now (clocks differ a little).
const AHEAD: i64 = 300;

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
            Kind::Opportunities => row.opportunity().map(|o| Record::Opportunity(Box::new(o))),
            Kind::Care => row.care().map(|c| Record::Care(Box::new(c))),
            Kind::Complaints => row.complaint().map(|c| Record::Complaint(Box::new(c))),
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

impl Row<'_> {
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

    /// What they look for first; a file that does not say how that is known is the word for it.
    fn need_type(&self) -> Option<NeedType> {
        let why = self.text("need_why").unwrap_or_else(|| PINNED_BY_IMPORT.to_owned());
        self.text("need_type").map(|code| NeedType { code, why })
    }

    /// The code of a culture; which of them there are, files say.
    fn culture(&self) -> Cell<Option<String>> {
        let Some(cell) = self.cell("culture") else { return Ok(None) };
        let code = headings::code("culture", cell).map_or_else(|| cell.trim().to_ascii_lowercase(), str::to_owned);
        match validate::culture(Some(&code)) {
            Ok(()) => Ok(Some(code)),
            Err(_) => Err(bad("import-rejected-word", "culture", cell)),
        }
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
            dates: Vec::new(),
            birthday: self.soft("birthday", self.birthday())?,
            preferred_channel: self.soft("preferred_channel", self.word("preferred_channel", "channel", Channel::parse))?,
            quiet: self.soft("quiet_hours", self.quiet())?,
            need_type: self.need_type(),
            language: self.soft("language", self.word("language", "language", Language::parse))?,
            culture: self.soft("culture", self.culture())?,
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

    /// A line of people: somebody at a client, a client of their own, or a client alone.
    fn person(&self) -> Cell<Record> {
        let client = self.cell("client").map(|cell| cell.trim().to_owned());
        let mut person = PersonRecord {
            line: self.line,
            client: client.clone(),
            role: self.text("role"),
            points: self.points(),
            dates: Vec::new(),
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
            note: self.note_with(self.extra()),
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
        Ok(SurveyRecord {
            line: self.line,
            client,
            kind,
            score,
            on,
            reasons: reasons.into_iter().filter(|reason| !reason.is_empty()).collect(),
            channel: self.word("channel", "channel", Channel::parse)?.filter(|channel| *channel != Channel::Unknown),
            person: self.cell("person").map(|cell| cell.trim().to_owned()),
            note: self.note_with(self.extra()),
        })
    }

    /// A line of yearly dates. A word that is no kind is what the day is called; a year may stand in the date or beside it.
    fn care(&self) -> Cell<CareRecord> {
        let client = self.name("client")?;
        let missing = |field| Message::new("import-rejected-missing").with("field", field);
        let named = self.cell("name").map(|name| name.trim().to_owned());
        let (kind, name) = match (self.word("kind", "care-kind", CareKind::parse), self.cell("kind"), named) {
            (Ok(Some(kind)), _, name) => (kind, name),
            (Ok(None), _, Some(name)) => (CareKind::Other, Some(name)),
            (Ok(None), _, None) => return Err(missing("kind")),
            (Err(_), Some(word), None) => (CareKind::Other, Some(word.trim().to_owned())),
            (Err(error), ..) => return Err(error),
        };
        if kind == CareKind::Other && name.is_none() {
            return Err(missing("name"));
        }
        Ok(CareRecord {
            line: self.line,
            client,
            person: self.cell("person").map(|cell| cell.trim().to_owned()),
            kind,
            name,
            date: self.yearly()?,
            lead: self.number("lead", 0, 365)?.and_then(|n| i32::try_from(n).ok()),
            note: self.note_with(self.extra()),
        })
    }

    /// The date of a yearly day, with what stands beside it of calendar, leap month and year.
    fn yearly(&self) -> Cell<Yearly> {
        let cell = self.cell("date").ok_or_else(|| Message::new("import-rejected-missing").with("field", "date"))?;
        let calendar = self.word("calendar", "calendar", Calendar::parse)?;
        let leap = self.word("leap", "yes-no", |word| ["yes", "no"].contains(&word).then(|| word == "yes"))?.unwrap_or(false);
        let (lunar, common) = (calendar == Some(Calendar::Lunar), calendar == Some(Calendar::Gregorian));
        let no_date = |error| match cells::day(cell, self.order("date"), self.now.zone) {
            Ok(day) if !lunar && !leap => Yearly::parse(&day.to_string(), false, false),
            Err(ambiguous @ BadDate::Ambiguous) => Err(self.date_error(ambiguous, "date", cell)),
            _ => Err(error),
        };
        let date = Yearly::parse(cell, lunar, leap).or_else(no_date)?;
        // What the words of the date say must be what the column says.
        if common && date.calendar == Calendar::Lunar {
            return Err(bad("import-rejected-date", "date", cell));
        }
        let year = self.number("year", 1000, 9999)?.and_then(|n| i32::try_from(n).ok());
        let whole = Yearly { year: year.or(date.year), ..date };
        let agree = date.year.is_none() || year.is_none() || date.year == year;
        if !agree || !is_date(whole.calendar, whole.month, whole.day, whole.leap, whole.year) {
            return Err(Message::new("care-no-date").with("text", whole.written()));
        }
        Ok(whole)
    }

    /// The note with the columns that have no place behind it, so that nothing is lost.
    fn note_with(&self, extra: Vec<(String, String)>) -> Option<String> {
        let lines = extra.into_iter().map(|(name, value)| format!("{name}: {value}"));
        let note = self.text("note").into_iter().chain(lines).collect::<Vec<_>>().join("\n");
        Some(note).filter(|note| !note.is_empty())
    }

    /// A line of cases. A word for kind, status or channel that is not understood costs the line in an own file; in a list of others it
    /// is kept in the note, and the case is an open complaint.
    fn complaint(&self) -> Cell<ComplaintRecord> {
        let missing = |field| Message::new("import-rejected-missing").with("field", field);
        let client = self.name("client")?;
        let text = self.cell("text").map(|text| text.trim().to_owned()).ok_or_else(|| missing("text"))?;
        let cell = self.cell("opened").ok_or_else(|| missing("opened"))?;
        let read = cells::day_and_moment(cell, self.order("opened"), self.now.zone);
        let (day, at) = read.map_err(|error| self.date_error(error, "opened", cell))?;
        if at.map_or(day > self.now.today(), |at| at.0 > self.now.instant.0 + AHEAD) {
            return Err(bad("import-rejected-future", "opened", cell));
        }
        let status = self.soft("status", self.word("status", "case-status", CaseStatus::parse))?;
        let kind = self.soft("kind", self.word("kind", "case-kind", ComplaintKind::parse))?;
        let channel = self.soft("channel", self.word("channel", "channel", Channel::parse))?;
        let mut extra = self.extra();
        self.keep(&mut extra, &client);
        Ok(ComplaintRecord {
            line: self.line,
            client,
            kind: kind.unwrap_or(ComplaintKind::Complaint),
            opened: at.unwrap_or_else(|| day.start(self.now.zone)),
            day_only: at.is_none(),
            text,
            cause: self.cell("cause").map(|cause| cause.trim().to_owned()),
            status: status.unwrap_or(CaseStatus::Registered),
            status_unsaid: status.is_none(),
            channel: channel.filter(|channel| *channel != Channel::Unknown),
            demand: self.text("demand"),
            person: self.cell("person").map(|cell| cell.trim().to_owned()),
            note: self.note_with(extra),
        })
    }

    /// A line of possible work. In a list of others a stage, a chance or a day that is not understood is kept in the note.
    fn opportunity(&self) -> Cell<OpportunityRecord> {
        let missing = |field| Message::new("import-rejected-missing").with("field", field);
        let client = self.name("client")?;
        let title = self.cell("title").map(|title| title.trim().to_owned()).ok_or_else(|| missing("title"))?;
        let named = self.currency("currency")?;
        let amount = self.money("amount", named)?.ok_or_else(|| missing("amount"))?;
        if amount.minor < 0 {
            return Err(bad("import-rejected-amount", "amount", self.cell("amount").unwrap_or_default()));
        }
        let share = |cell: &str| crate::text::share(cell).ok_or_else(|| bad("import-rejected-share", "probability", cell));
        let probability = self.soft("probability", self.cell("probability").map(share).transpose())?;
        let stage = self.soft("stage", self.word("stage", "stage", Stage::parse))?;
        let close = self.soft("close", self.day("close"))?;
        let mut extra = self.extra();
        self.keep(&mut extra, &client);
        Ok(OpportunityRecord {
            line: self.line,
            client,
            title,
            amount,
            stage,
            probability,
            close,
            product: self.text("product"),
            person: self.cell("person").map(|cell| cell.trim().to_owned()),
            note: self.note_with(extra),
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
