//! Import and export without a store: files in, records and plans out, against a small book in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use std::collections::HashMap;
use touchbase::domain::action::NewPoint;
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::quiet::QuietHours;
use touchbase::domain::words::*;
use touchbase::interchange::plan::{BookClient, BookPerson, ClientRef, Existing, ImportPlan, PersonRef, plan};
use touchbase::interchange::record::*;
use touchbase::interchange::*;

fn now() -> Now {
    Now { instant: Moment(1_795_248_000), zone: chrono_tz::Europe::Berlin } // 2026-11-21 09:00
}

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::ymd(y, m, d).unwrap()
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/import/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn read_ok(bytes: &[u8]) -> Parsed {
    read(bytes, &ImportOptions::default(), &now()).unwrap()
}

fn reasons(parsed: &Parsed) -> Vec<(u64, &'static str)> {
    parsed.rejected.iter().map(|r| (r.line, r.reason.id)).collect()
}

/// A book that keeps what plans say.
#[derive(Default, Clone)]
struct Book {
    clients: Vec<BookClient>,
    people: Vec<BookPerson>,
    touches: Vec<Exported<TouchRecord>>,
    invoices: Vec<Exported<InvoiceRecord>>,
    last: i64,
}

impl Book {
    fn id(&mut self) -> Id {
        self.last += 1;
        Id(self.last)
    }

    fn existing(&self) -> Existing {
        let mut existing = Existing::default();
        self.clients.iter().for_each(|c| existing.client(c.clone()));
        self.people.iter().for_each(|p| existing.person(p.clone()));
        for t in &self.touches {
            let r = &t.record;
            existing.touch(t.client, r.at, r.channel, r.direction, r.outcome, r.note.as_deref());
        }
        self.invoices.iter().for_each(|i| existing.invoice(i.client, i.id, i.record.clone()));
        existing
    }

    fn import(&mut self, bytes: &[u8]) -> Report {
        self.import_with(bytes, &ImportOptions::default())
    }

    fn import_with(&mut self, bytes: &[u8], options: &ImportOptions) -> Report {
        let parsed = read(bytes, options, &now()).unwrap();
        let plan = plan(parsed, self.existing(), options, &now(), &mut |_, _| {});
        self.write(plan)
    }

    fn write(&mut self, plan: ImportPlan) -> Report {
        let mut made = Vec::new();
        for record in plan.new_clients {
            let id = self.id();
            made.push(id);
            self.clients.push(BookClient { id, record, aliases: vec![], old_ids: vec![], unknown_days: vec![] });
        }
        let of = |client: ClientRef| match client {
            ClientRef::Old(id) => id,
            ClientRef::New(index) => made[index],
        };
        for (id, before, after) in plan.changed_clients {
            let slot = self.clients.iter_mut().find(|c| c.id == id).unwrap();
            assert_eq!(slot.record, before);
            slot.record = after;
        }
        let mut people = Vec::new();
        for (client, record) in plan.new_people {
            let id = self.id();
            people.push(id);
            self.people.push(BookPerson { id, client: of(client), record });
        }
        for (id, _, before, after) in plan.changed_people {
            let slot = self.people.iter_mut().find(|p| p.id == id).unwrap();
            assert_eq!(slot.record, before);
            slot.record = after;
        }
        for (client, person, record) in plan.touches {
            let (id, client) = (self.id(), of(client));
            if let Some(PersonRef::New(index)) = person {
                assert!(self.people.iter().any(|p| p.id == people[index] && p.client == client));
            }
            if record.channel == Channel::Unknown {
                self.clients.iter_mut().find(|c| c.id == client).unwrap().unknown_days.push(record.at.day(now().zone));
            }
            self.touches.push(Exported { id, client, record });
        }
        for (client, record) in plan.invoices {
            let id = self.id();
            self.invoices.push(Exported { id, client: of(client), record });
        }
        for (id, _, _, after) in plan.changed_invoices {
            self.invoices.iter_mut().find(|i| i.id == id).unwrap().record = after;
        }
        plan.report
    }

    fn named(&self, name: &str) -> &BookClient {
        self.clients.iter().find(|c| c.record.name == name).unwrap_or_else(|| panic!("no client {name}"))
    }

    fn person(&self, name: &str) -> &BookPerson {
        self.people.iter().find(|p| p.record.name == name).unwrap_or_else(|| panic!("no person {name}"))
    }
}

fn same_point(a: &NewPoint, b: &NewPoint) -> bool {
    a.kind == b.kind && point_key(a.kind, &a.value) == point_key(b.kind, &b.value)
}

fn figures(report: &Report) -> (usize, usize, usize, usize) {
    (report.created, report.updated, report.unchanged, report.rejected.len())
}

fn values(points: &[NewPoint], kind: PointKind) -> Vec<&str> {
    points.iter().filter(|p| p.kind == kind).map(|p| p.value.as_str()).collect()
}

/// Every file of the test data, imported twice: the second time says nothing new.
#[test]
fn the_same_file_again_changes_nothing() {
    for name in [
        "google_new.csv",
        "google_old.csv",
        "contacts3.vcf",
        "contacts4.vcf",
        "clients_zh.csv",
        "touches.csv",
        "invoices.csv",
        "people.csv",
    ] {
        let mut book = Book::default();
        let first = book.import(&file(name));
        let (clients, touches) = (book.clients.len(), book.touches.len());
        let second = book.import(&file(name));
        assert_eq!(figures(&second), (0, 0, first.created + first.updated + first.unchanged, first.rejected.len()), "{name}");
        assert_eq!((book.clients.len(), book.touches.len()), (clients, touches), "{name}");
        assert!(second.duplicates.is_empty(), "{name}: {:?}", second.duplicates);
    }
}

#[test]
fn s042_a_google_export_becomes_clients_and_people() {
    let mut book = Book::default();
    let report = book.import(&file("google_new.csv"));
    assert_eq!(figures(&report), (4, 0, 0, 1));
    assert_eq!(report.rejected[0].line, 7);
    let ada = book.person("Ada Winter");
    assert_eq!(ada.client, book.person("Ben Sommer").client);
    assert_eq!(book.named("Harbor & Sons").record.kind, Some(ClientKind::Org));
    assert_eq!(book.named("Harbor & Sons").record.tags, ["Fair 2026"]);
    assert_eq!(values(&ada.record.points, PointKind::Email), ["ada@harbor.test", "ada.w@harbor.test"]);
    assert_eq!(values(&ada.record.points, PointKind::Address), ["Kai 4\n20457 Hamburg"]);
    assert_eq!(ada.record.birthday, Some((4, 15, None)));
    assert_eq!(ada.record.role.as_deref(), Some("Head of Print"));
    for field in [("department", "Marketing"), ("Anniversary", "2019-05-01"), ("Coffee", "black")] {
        assert!(ada.record.extra.contains(&(field.0.to_owned(), field.1.to_owned())), "{field:?}");
    }
    let wang = &book.named("王小明").record;
    assert_eq!((wang.kind, wang.birthday), (Some(ClientKind::Person), Some((2, 29, Some(1988)))));
    assert!(wang.extra.contains(&("role".to_owned(), "设计师".to_owned())));
    assert_eq!(book.named("Delta Foods").record.kind, Some(ClientKind::Org));
    assert_eq!(report.left_out.len(), 1);
    let old = &{
        let mut book = Book::default();
        book.import(&file("google_old.csv"));
        book
    };
    assert_eq!(values(&old.person("Clara Lotus").record.points, PointKind::Address), ["Allee 1, Berlin"]);
    assert!(old.person("Clara Lotus").record.extra.contains(&("Location".to_owned(), "Berlin".to_owned())));
}

#[test]
fn s040_cards_of_version_3_and_4_are_read() {
    let mut book = Book::default();
    let report = book.import(&file("contacts3.vcf"));
    assert_eq!(figures(&report), (2, 0, 0, 1));
    assert_eq!((report.rejected[0].line, report.rejected[0].reason.id), (31, "import-rejected-card-open"));
    let ada = &book.person("Ada Winter").record;
    assert_eq!(values(&ada.points, PointKind::Email), ["first@harbor.test", "ada@harbor.test"]);
    assert_eq!(
        ada.note.as_deref(),
        Some("likes tea, not coffee\nand a very long line that has to be folded by the writer; so it is")
    );
    assert_eq!(ada.birthday, Some((4, 15, None)));
    assert_eq!(values(&ada.points, PointKind::Address), ["Kai 4, Hamburg, 20457, Germany"]);
    assert_eq!(ada.points.iter().find(|p| p.kind == PointKind::Url).unwrap().label.as_deref(), Some("HomePage"));
    assert_eq!(ada.external_id.as_deref(), Some("card-1"));
    assert!(ada.extra.iter().any(|(name, value)| name.eq_ignore_ascii_case("X-SKYPE") && value == "ada.w"));
    assert_eq!(book.named("Harbor & Sons").record.tags, ["Fair", "VIP"]);
    assert_eq!(report.left_out[0].id, "import-left-photos");

    let report = book.import(&file("contacts4.vcf"));
    assert_eq!(figures(&report), (2, 0, 0, 2));
    let why: Vec<&str> = report.rejected.iter().map(|r| r.reason.id).collect();
    assert_eq!(why, ["import-rejected-card-group", "import-rejected-card-version"]);
    let wang = &book.named("王小明").record;
    assert_eq!(values(&wang.points, PointKind::Phone), ["+86-138-0013-8000"]);
    assert_eq!(values(&wang.points, PointKind::Wechat), ["wxm88"]);
    assert_eq!((wang.birthday, wang.kind), (Some((2, 29, None)), Some(ClientKind::Person)));
    assert!(wang.extra.contains(&("lang".to_owned(), "zh".to_owned())));
    assert_eq!(book.named("Delta Foods").record.kind, Some(ClientKind::Org));
}

#[test]
fn the_same_people_from_another_source_update_by_address() {
    let mut book = Book::default();
    book.import(&file("google_new.csv"));
    let report = book.import(&file("contacts3.vcf"));
    assert_eq!(figures(&report), (0, 2, 0, 1), "{report:?}");
    assert_eq!(book.people.len(), 2);
    let report = book.import(&file("contacts4.vcf"));
    assert_eq!((report.created, report.updated), (0, 1), "Delta Foods has nothing new: {report:?}");
}

#[test]
fn a_chinese_list_of_clients() {
    let mut book = Book::default();
    let report = book.import(&file("clients_zh.csv"));
    // In a list that somebody made no line is lost: a tier of another scheme stays as it is written, and is told.
    assert_eq!(figures(&report), (4, 0, 0, 0));
    assert_eq!(report.notes.iter().map(|note| note.id).collect::<Vec<_>>(), ["import-note-kept"]);
    assert_eq!(book.named("绿叶科技").record.extra, [("客户等级".to_owned(), "D类".to_owned())]);
    assert_eq!(book.named("缺名").record.kind, Some(ClientKind::Person), "a person without company");
    let valve = book.named("海川阀门");
    assert_eq!((valve.record.tier_pin, valve.record.status), (Some(Tier::A), Some(Status::Active)));
    assert_eq!(valve.record.tags, ["广交会", "老客户"]);
    assert_eq!(valve.record.note.as_deref(), Some("要求\n开票"));
    assert_eq!(valve.record.extra, [("QQ".to_owned(), "12345".to_owned())]);
    assert_eq!(book.person("王总").client, valve.id);
    let touch = &book.touches[0].record;
    assert_eq!((touch.channel, touch.at.day(now().zone)), (Channel::Unknown, day(2026, 11, 2)));
    assert_eq!(valve.record.since, Some(day(2026, 11, 2)), "there from the earliest fact");
    assert_eq!(book.named("远山设计").record.status, Some(Status::Lead));

    let mut book = Book::default();
    book.import_with(&file("clients_zh.csv"), &ImportOptions { pin_tiers: false, ..ImportOptions::default() });
    assert_eq!(book.named("海川阀门").record.tier_pin, None);
}

#[test]
fn touches_find_their_client_by_name_or_make_it() {
    let mut book = Book::default();
    book.import(b"name\nHarbor & Sons\n");
    let report = book.import(&file("touches.csv"));
    assert_eq!(figures(&report), (3, 0, 0, 3));
    assert_eq!(report.made_by_name, ["New Name"]);
    let lines: Vec<(u64, &str)> = report.rejected.iter().map(|r| (r.line, r.reason.id)).collect();
    assert_eq!(lines, [(5, "import-rejected-word"), (6, "import-rejected-future"), (7, "import-rejected-date")]);
    let first = &book.touches[0].record;
    assert_eq!(first.note.as_deref(), Some("=about the budget\nmood: good"));
    assert_eq!((first.outcome, first.minutes), (Outcome::Reached, Some(12)));
    assert_eq!(book.touches[1].record.outcome, Outcome::NoAnswer);
    let visit = &book.touches[2].record;
    assert_eq!(
        (visit.direction, visit.at),
        (Direction::In, day(2026, 10, 1).at(chrono::NaiveTime::from_hms_opt(12, 0, 0).unwrap(), now().zone))
    );
    assert_eq!(book.named("Harbor & Sons").record.since, Some(day(2026, 11, 9)), "an earlier fact moves the first day back");
    assert_eq!(book.named("New Name").record.since, Some(day(2026, 10, 1)));
}

#[test]
fn invoices_with_their_currency_and_column_order_of_dates() {
    let mut book = Book::default();
    let report = book.import(&file("invoices.csv"));
    assert_eq!(figures(&report), (3, 0, 0, 1));
    assert_eq!(report.rejected[0].reason.id, "import-rejected-amount");
    let eur = Currency::parse("EUR").unwrap();
    assert_eq!(book.invoices[0].record.amount, Money { minor: 1_200_050, currency: eur });
    assert_eq!(book.invoices[0].record.cost, Some(400_000));
    // 13/10 in the same column says that the day stands first.
    assert_eq!(book.invoices[1].record.issued, day(2026, 10, 3));
    assert_eq!(book.invoices[1].record.amount.currency, Currency::CNY);
    assert_eq!(book.invoices[2].record.amount.minor, -5_000);
    // A paid date that has come since is taken over by number.
    let paid = "client,number,issued,paid,amount,currency\nHarbor & Sons,R-1,2026-10-01,2026-11-02,12000.50,EUR\n";
    assert_eq!(figures(&book.import(paid.as_bytes())), (0, 1, 0, 0));
    assert_eq!(book.invoices[0].record.paid, Some(day(2026, 11, 2)));
}

#[test]
fn ambiguous_dates_are_refused_until_the_order_is_said() {
    let text = b"client,issued,amount\nA,03/04/2026,1\nA,05/06/2026,2\n";
    let parsed = read_ok(text);
    assert_eq!(reasons(&parsed), [(2, "import-rejected-date-order"), (3, "import-rejected-date-order")]);
    let options = ImportOptions { date_order: Some(DateOrder::Mdy), ..ImportOptions::default() };
    let parsed = read(text, &options, &now()).unwrap();
    let Record::Invoice(invoice) = &parsed.records[0] else { panic!() };
    assert_eq!(invoice.issued, day(2026, 3, 4));
}

#[test]
fn people_without_a_client_are_clients() {
    let mut book = Book::default();
    let report = book.import(&file("people.csv"));
    assert_eq!(figures(&report), (2, 0, 0, 0));
    assert_eq!(report.made_by_name, ["Harbor & Sons"]);
    assert_eq!(book.named("Solo Sam").record.kind, Some(ClientKind::Person));
    assert_eq!(book.person("Ada Winter").client, book.named("Harbor & Sons").id);
}

#[test]
fn an_address_updates_and_a_name_alone_makes_a_possible_duplicate() {
    let mut book = Book::default();
    book.import(b"name,email,industry\nAcme GmbH,info@acme.test,print\n");
    // Same address, new industry and a new name.
    let report = book.import(b"name,email,industry\nAcme Holding,INFO@acme.test,media\n");
    assert_eq!(figures(&report), (0, 1, 0, 0));
    assert_eq!(book.clients[0].record.industry.as_deref(), Some("media"));
    assert_eq!(book.clients.len(), 1);
    let report = book.import(b"name,industry\nACME HOLDING Ltd.,steel\n");
    assert_eq!(figures(&report), (1, 0, 0, 0));
    assert_eq!(report.duplicates.len(), 1);
    assert_eq!(report.duplicates[0].existing, Some(book.clients[0].id));
    // The same line once more in one file.
    let report =
        book.import("name,industry\n北京山水有限公司,设计\n北京山水有限公司,设计\n北京山水股份有限公司,广告\n".as_bytes());
    assert_eq!(figures(&report), (2, 0, 1, 0));
    assert_eq!(report.duplicates[0].existing_name, "北京山水有限公司");
    assert_eq!(report.duplicates[0].existing, None);
}

#[test]
fn a_shared_switchboard_number_makes_nobody_somebody_else() {
    let text = b"client,name,phone,email\nAcme,Ann,030 1,info@acme.test\nAcme,Bob,030 1,info@acme.test\n";
    let mut book = Book::default();
    assert_eq!(figures(&book.import(text)), (2, 0, 0, 0));
    assert_eq!(figures(&book.import(text)), (0, 0, 2, 0));
    let report = book.import(b"client,name,phone\nAcme,Cleo,030 1\n");
    assert_eq!(figures(&report), (1, 0, 0, 0));
    assert_eq!(book.people.len(), 3);
}

#[test]
fn names_that_two_clients_share_are_settled_or_refused() {
    let mut book = Book::default();
    book.import(b"name,industry\nAcme,print\nAcme,steel\n");
    let report = book.import(b"client,channel,at\nAcme,call,2026-11-01\n#2,call,2026-11-01\n#77,call,2026-11-01\n");
    assert_eq!(figures(&report), (1, 0, 0, 2));
    let why: Vec<&str> = report.rejected.iter().map(|r| r.reason.id).collect();
    assert_eq!(why, ["import-rejected-ambiguous", "import-rejected-no-id"]);
    assert_eq!(book.touches[0].client, Id(2));
    book.import(b"BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nORG:Acme\nEND:VCARD\n");
    assert_eq!(book.person("Ann").client, Id(1));
}

#[test]
fn a_stale_list_makes_no_lead_of_a_client() {
    let mut book = Book::default();
    let list = b"name,status\nAcme,lead\n";
    book.import(list);
    book.clients[0].record.status = Some(Status::Active);
    assert_eq!(figures(&book.import(list)), (0, 0, 1, 0));
    assert_eq!(book.clients[0].record.status, Some(Status::Active));
}

#[test]
fn hostile_files_cost_their_lines_only() {
    let long = "x".repeat(10_000);
    let text = format!(
        "name,note\n{long},a\nbi\u{202e}di,\"line one\nline two\"\nnul\0name,b\nragged\nwide,1,2,3\n,\n\"open,x\ngood,c\n"
    );
    let parsed = read_ok(text.as_bytes());
    assert_eq!(reasons(&parsed), [(5, "import-rejected-nul"), (7, "import-rejected-wide"), (9, "import-rejected-quote")],);
    let names: Vec<String> = parsed
        .records
        .iter()
        .map(|r| match r {
            Record::Client(c) => c.name.chars().take(8).collect(),
            _ => panic!(),
        })
        .collect();
    assert_eq!(names, ["xxxxxxxx", "bi\u{202e}di", "ragged", "good"]);
    assert_eq!(read(b"", &ImportOptions::default(), &now()), Err(ImportError::Empty));
    assert_eq!(read(b"\xef\xbb\xbf \n", &ImportOptions::default(), &now()), Err(ImportError::Empty));
    assert_eq!(read(b"\xff\xfe", &ImportOptions::default(), &now()), Err(ImportError::Empty));
    assert!(matches!(read(b"n\0\xff", &ImportOptions::default(), &now()), Err(ImportError::NotUtf8 { line: 1, byte: 3 })));
    assert!(matches!(read(b"foo,bar\n1,2\n", &ImportOptions::default(), &now()), Err(ImportError::NoKind { .. })));
    let only = read_ok(b"\xef\xbb\xbfname,email\n");
    assert!(only.records.is_empty() && only.rejected.is_empty());
    let parsed = read_ok(b"BEGIN:VCARD\nVERSION:4.0\nFN:A\nBEGIN:VCARD\nVERSION:4.0\nFN:B\nEND:VCARD\nstray\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:nul\0\nEND:VCARD\n");
    let lines = [
        (1, "import-rejected-card-open"),
        (8, "import-rejected-card-stray"),
        (9, "import-rejected-card-end"),
        (10, "import-rejected-nul"),
    ];
    assert_eq!(reasons(&parsed), lines);
    assert_eq!(parsed.records.len(), 1);
}

#[test]
fn every_message_is_in_both_catalogues() {
    use touchbase::i18n::{Lang, Words};
    for lang in Lang::ALL {
        let words = Words::load(lang);
        let mut book = Book::default();
        for name in ["google_new.csv", "contacts3.vcf", "contacts4.vcf", "clients_zh.csv", "touches.csv", "invoices.csv"] {
            let report = book.import(&file(name));
            for message in report.lines() {
                let text = words.say(&message, &now());
                assert!(words.has(message.id) && !text.contains("import-") && !text.contains("{ $"), "{lang:?} {text}");
            }
            assert_eq!(report.json(&words, &now())["rejected"].as_array().unwrap().len(), report.rejected.len());
        }
    }
}

/// All four files of a book, imported into an empty one.
fn round_trip(book: &Book) -> Book {
    let (mut clients, mut people, mut touches, mut invoices) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let zone = now().zone;
    let rows: Vec<_> = book.clients.iter().map(|c| Exported { id: c.id, client: c.id, record: c.record.clone() }).collect();
    clients_csv(&rows, &mut clients).unwrap();
    let rows: Vec<_> = book.people.iter().map(|p| Exported { id: p.id, client: p.client, record: p.record.clone() }).collect();
    people_csv(&rows, &mut people).unwrap();
    touches_csv(&book.touches, zone, &mut touches).unwrap();
    invoices_csv(&book.invoices, &mut invoices).unwrap();
    let mut copy = Book::default();
    for bytes in [&clients, &people, &touches, &invoices] {
        let report = copy.import(bytes);
        assert!(report.rejected.is_empty(), "{:?}\n{}", report.rejected, String::from_utf8_lossy(bytes));
    }
    copy
}

fn tidy(mut client: ClientRecord) -> ClientRecord {
    client.line = 0;
    client.points.sort_by_key(|p| p.kind);
    client.extra.sort();
    client
}

fn text() -> impl Strategy<Value = Option<String>> {
    let hostile = prop_oneof![
        Just("=1+1".to_owned()),
        Just("'+49".to_owned()),
        Just("a;b\\;c；d".to_owned()),
        Just("two\nlines \"quoted\", comma\r\nend".to_owned()),
        Just("\u{202e}بيدي 王".to_owned()),
        Just("-12".to_owned()),
        "[ -~]{1,12}".prop_filter("not blank", |t| !t.trim().is_empty()),
    ];
    proptest::option::of(hostile)
}

fn points() -> impl Strategy<Value = Vec<NewPoint>> {
    let point = (0..PointKind::ALL.len(), "[a-z;\\\\=+'-]{0,6}[a-z0-9]{3}", proptest::option::of("[a-z;]{1,5}"));
    let point = point.prop_map(|(kind, value, label)| NewPoint { kind: PointKind::ALL[kind], value, label });
    proptest::collection::vec(point, 0..4).prop_map(|points| {
        let mut kept: Vec<NewPoint> = Vec::new();
        for point in points {
            if !kept.iter().any(|old| same_point(old, &point)) {
                kept.push(point);
            }
        }
        kept
    })
}

/// Extra fields as a book has them: a name once.
fn fields(drawn: Vec<(String, Option<String>)>) -> Vec<(String, String)> {
    let drawn = drawn.into_iter().filter_map(|(name, value)| Some((name.trim().to_owned(), value?)));
    let mut fields: Vec<(String, String)> = drawn.filter(|(name, _)| !name.is_empty()).collect();
    number_names(&mut fields);
    fields
}

fn client_record() -> impl Strategy<Value = ClientRecord> {
    let words = (text(), text(), text(), text(), text(), text(), text());
    let codes = (0..2usize, 0..5usize, proptest::option::of(0..3usize), proptest::option::of(0..6usize));
    let numbers = (10_000..20_000i32, proptest::option::of(1..6u8), proptest::option::of(-5_000_000..5_000_000i64));
    let lists = (
        proptest::collection::vec("[a-z|、，;]{1,6}[a-z]", 0..3),
        points(),
        proptest::collection::vec(("[a-zA-Z名渠道时间 ]{1,6}", text()), 0..4),
    );
    (words, codes, numbers, lists, "[=A-Z#]?[a-zA-Z王李 ]{0,8}[0-9]{4}").prop_map(|(w, c, n, l, name)| {
        let mut tags = l.0;
        tags.sort();
        tags.dedup();
        ClientRecord {
            name: name.trim().to_owned(),
            kind: Some(ClientKind::ALL[c.0]),
            status: Some(Status::ALL[c.1]),
            tier_pin: c.2.map(|t| Tier::ALL[t]),
            preferred_channel: c.3.map(|t| Channel::LOGGED[t]),
            quiet: n.1.and_then(|m| QuietHours::new(u16::from(m) * 240, 540)),
            since: Some(Day(n.0)),
            potential: n.1,
            fit: n.1,
            budget: n.2.map(|minor| Money { minor, currency: Currency::parse("JPY").unwrap() }),
            birthday: n.1.map(|m| (m, 28, (m > 2).then_some(1980))),
            response_hours: n.1.map(i64::from),
            industry: w.0,
            region: w.1,
            size: w.2,
            need: w.3,
            source: w.4,
            note: w.5,
            do_not_mention: w.6,
            tags,
            points: l.1,
            extra: fields(l.2),
            ..ClientRecord::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_comes_back_as_it_was(
        records in proptest::collection::vec(client_record(), 1..6),
        touches in proptest::collection::vec((0..7usize, 0..4usize, 0..2usize, 1_500_000_000..1_790_000_000i64, text(), proptest::option::of(0..3usize), 0..6usize), 0..8),
        invoices in proptest::collection::vec((text(), 15_000..20_000i32, -9_999_999..9_999_999i64, proptest::option::of(1..99i64), text(), 0..6usize), 0..8),
        people in proptest::collection::vec(("[a-z王]{1,5}", text(), text(), points(), 0..6usize), 0..5),
    ) {
        let mut book = Book::default();
        let mut seen: HashMap<String, usize> = HashMap::new();
        for record in records {
            // Names that fold alike, or two clients of one address, are matched by design: not a matter of the round trip.
            let clash = book.clients.iter().any(|c| c.record.points.iter().any(|p| record.points.iter().any(|q| same_point(p, q))));
            if !clash && seen.insert(touchbase::text::fold(&record.name), 1).is_none() {
                let id = book.id();
                book.clients.push(BookClient { id, record, aliases: vec![], old_ids: vec![], unknown_days: vec![] });
            }
        }
        for (channel, outcome, direction, at, note, flag, client) in touches {
            let at_client = &book.clients[client % book.clients.len()];
            let record = TouchRecord {
                line: 0,
                client: at_client.record.name.clone(),
                channel: Channel::ALL[channel],
                outcome: Outcome::ALL[outcome],
                direction: Direction::ALL[direction],
                at: Moment(at),
                minutes: None,
                flag: flag.map(|f| Flag::ALL[f]),
                person: None,
                note,
            };
            let client = at_client.id;
            book.touches.push(Exported { id: Id(0), client, record });
        }
        for (index, (product, issued, minor, cost, number, client)) in invoices.into_iter().enumerate() {
            let at_client = &book.clients[client % book.clients.len()];
            let currency = Currency::parse("EUR").unwrap();
            let record = InvoiceRecord {
                line: 0,
                client: at_client.record.name.clone(),
                number: number.map(|n| format!("{}{index}", n.trim())),
                issued: Day(issued),
                due: cost.map(|c| Day(issued + c as i32)),
                paid: cost.map(|_| Day(issued)),
                amount: Money { minor, currency },
                cost,
                product,
                extra: vec![],
            };
            let client = at_client.id;
            book.invoices.push(Exported { id: Id(0), client, record });
        }
        for (name, role, note, points, client) in people {
            let at_client = &book.clients[client % book.clients.len()];
            let (client, named) = (at_client.id, at_client.record.name.clone());
            let taken = book.clients.iter().map(|c| &c.record.points).chain(book.people.iter().map(|p| &p.record.points));
            let clash = taken.flatten().any(|p| points.iter().any(|q| same_point(p, q)));
            if !clash && !book.people.iter().any(|p| p.record.name == name) {
                let record = PersonRecord { client: Some(named), name, role, note, points, ..PersonRecord::default() };
                let id = book.id();
                book.people.push(BookPerson { id, client, record });
            }
        }
        let copy = round_trip(&book);
        prop_assert_eq!(copy.clients.len(), book.clients.len());
        for (was, is) in book.clients.iter().zip(&copy.clients) {
            let mut expect = tidy(was.record.clone());
            let of_client = |id: Id| {
                let touched = book.touches.iter().filter(move |t| t.client == id).map(|t| t.record.at.day(now().zone));
                touched.chain(book.invoices.iter().filter(move |i| i.client == id).map(|i| i.record.issued))
            };
            expect.since = of_client(was.id).chain(expect.since).min();
            prop_assert_eq!(expect, tidy(is.record.clone()));
        }
        let touches = |book: &Book| -> Vec<TouchRecord> { book.touches.iter().map(|t| TouchRecord { line: 0, ..t.record.clone() }).collect() };
        prop_assert_eq!(touches(&book), touches(&copy));
        let invoices = |book: &Book| -> Vec<InvoiceRecord> { book.invoices.iter().map(|t| InvoiceRecord { line: 0, ..t.record.clone() }).collect() };
        prop_assert_eq!(invoices(&book), invoices(&copy));
        for (was, is) in book.people.iter().zip(&copy.people) {
            let tidy = |p: &PersonRecord| {
                let mut p = PersonRecord { line: 0, ..p.clone() };
                p.points.sort_by_key(|p| p.kind);
                p
            };
            prop_assert_eq!(tidy(&was.record), tidy(&is.record));
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &ImportOptions::default(), &now());
    }

    #[test]
    fn no_card_makes_a_reader_panic(lines in proptest::collection::vec("(BEGIN:VCARD|END:VCARD|VERSION:[34].0|(item1\\.)?(FN|N|ORG|TEL|EMAIL|BDAY|ADR|NOTE|PHOTO|KIND|X-A|CATEGORIES)(;[A-Z=\",a-z]{0,8}){0,2}:\\PC{0,20}|\\PC{0,10})", 0..30)) {
        let text = format!("BEGIN:VCARD\n{}", lines.join("\n"));
        if let Ok(parsed) = read(text.as_bytes(), &ImportOptions::default(), &now()) {
            plan(parsed, Existing::default(), &ImportOptions::default(), &now(), &mut |_, _| {});
        }
    }

    #[test]
    fn no_table_makes_a_reader_panic(head in 0..4usize, rows in proptest::collection::vec("[\"',;\t0-9A-Za-z/.:=+电话年月日-]{0,40}", 0..20)) {
        let heads = own_headings(Kind::OWN[head]).join(",");
        if let Ok(parsed) = read(format!("{heads}\n{}", rows.join("\n")).as_bytes(), &ImportOptions::default(), &now()) {
            plan(parsed, Existing::default(), &ImportOptions::default(), &now(), &mut |_, _| {});
        }
    }
}
