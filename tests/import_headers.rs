//! The heading rows of real exports, each filled with a row somebody could have: every field lands where it belongs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;
use touchbase::domain::action::NewPoint;
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::domain::words::*;
use touchbase::interchange::record::*;
use touchbase::interchange::*;

fn now() -> Now {
    Now { instant: Moment(1_795_248_000), zone: chrono_tz::Asia::Shanghai } // 2026-11-21
}

fn heads(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(format!("{}/tests/data/headers/{name}.csv", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let row = reader.records().next().unwrap().unwrap();
    row.iter().map(str::to_owned).collect()
}

/// The rows of a file: its headings, and under them the cells named.
fn rows(name: &str, people: &[&[(&str, &str)]]) -> Vec<Vec<String>> {
    let heads = heads(name);
    let mut rows = vec![heads.clone()];
    for cells in people {
        for (head, _) in *cells {
            assert!(heads.iter().any(|h| h == head), "{name} has no {head}");
        }
        let cell = |head: &String| cells.iter().find(|(h, _)| h == head).map_or("", |(_, cell)| cell).to_owned();
        rows.push(heads.iter().map(cell).collect());
    }
    rows
}

fn csv_of(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

fn read_rows(name: &str, people: &[&[(&str, &str)]]) -> Parsed {
    let parsed = read(&csv_of(&rows(name, people)), &ImportOptions::default(), &now()).unwrap();
    assert_eq!(parsed.rejected, [], "{name}");
    assert_eq!(parsed.records.len(), people.len(), "{name}");
    parsed
}

fn person(record: &Record) -> &PersonRecord {
    match record {
        Record::Person(person) => person,
        other => panic!("{other:?}"),
    }
}

fn client(record: &Record) -> &ClientRecord {
    match record {
        Record::Client(client) => client,
        other => panic!("{other:?}"),
    }
}

fn said(points: &[NewPoint]) -> Vec<(PointKind, &str, Option<&str>)> {
    points.iter().map(|p| (p.kind, p.value.as_str(), p.label.as_deref())).collect()
}

fn has(extra: &[(String, String)], name: &str, value: &str) -> bool {
    extra.contains(&(name.to_owned(), value.to_owned()))
}

const EN: &[(&str, &str)] = &[
    ("Title", "Ms."),
    ("First Name", "Jane"),
    ("Middle Name", "Q"),
    ("Last Name", "Doe"),
    ("Suffix", "Jr."),
    ("Company", "Harbor & Sons"),
    ("Department", "Print"),
    ("Job Title", "Buyer"),
    ("Business Street", "Kai 4"),
    ("Business City", "Hamburg"),
    ("Business Postal Code", "20457"),
    ("Home Street", "Elm Road 9"),
    ("Home City", "Bremen"),
    ("Business Phone", "+49 40 1234567"),
    ("Business Fax", "+49 40 1234568"),
    ("Home Phone", "0421 55555"),
    ("Mobile Phone", "0170 7654321"),
    ("E-mail Address", "jane@harbor.test"),
    ("E-mail 2 Address", "jane.doe@home.test"),
    ("Birthday", "4/15/1980"),
    ("Anniversary", "0/0/00"),
    ("Notes", "likes tea"),
    ("Spouse", "John"),
    ("Web Page", "https://harbor.test"),
];

#[test]
fn s065_outlook_on_the_desktop_in_english() {
    let more: &[(&str, &str)] = &[
        ("Business Country/Region", "Germany"),
        ("Categories", "Fair;VIP"),
        ("E-mail Type", "SMTP"),
        ("E-mail Display Name", "Jane Doe (jane@harbor.test)"),
        ("Gender", "Unspecified"),
        ("Priority", "Normal"),
        ("Private", "False"),
        ("Sensitivity", "Normal"),
        ("User 1", "gold"),
    ];
    let all: Vec<(&str, &str)> = EN.iter().chain(more).copied().collect();
    let parsed = read_rows("outlook_desktop_en", &[&all, &[("First Name", "Solo"), ("E-mail Address", "s@solo.test")]]);
    assert_eq!((parsed.kind, parsed.source), (Kind::Contacts, Source::Outlook));
    let jane = person(&parsed.records[0]);
    assert_eq!((jane.name.as_str(), jane.client.as_deref()), ("Jane Q Doe Jr.", Some("Harbor & Sons")));
    assert_eq!((jane.role.as_deref(), jane.note.as_deref()), (Some("Buyer"), Some("likes tea")));
    assert_eq!(jane.birthday, Some((4, 15, Some(1980))));
    assert_eq!(jane.tags, ["Fair", "VIP"]);
    use PointKind::*;
    assert_eq!(
        said(&jane.points),
        [
            (Email, "jane@harbor.test", None),
            (Email, "jane.doe@home.test", None),
            (Phone, "0170 7654321", Some("cell")),
            (Phone, "+49 40 1234567", Some("work")),
            (Address, "Kai 4, Hamburg, 20457, Germany", Some("work")),
            (Url, "https://harbor.test", None),
            (Phone, "0421 55555", Some("home")),
            (Address, "Elm Road 9, Bremen", Some("home")),
            (Other, "+49 40 1234568", Some("work fax")),
        ]
    );
    let mut own = jane.extra.clone();
    own.sort();
    let expect = [("Spouse", "John"), ("Title", "Ms."), ("User 1", "gold"), ("department", "Print")];
    assert_eq!(own, expect.map(|(n, v)| (n.to_owned(), v.to_owned())), "what says nothing is left out");
    assert_eq!((client(&parsed.records[1]).name.as_str(), client(&parsed.records[1]).kind), ("Solo", Some(ClientKind::Person)));
}

#[test]
fn s065_outlook_com_and_what_google_writes_for_outlook() {
    for (name, country) in [("outlook_com_live", "Business Country/Region"), ("google_outlook_flavour", "Business Country")] {
        let mut cells: Vec<(&str, &str)> = EN.to_vec();
        cells.retain(|(head, _)| *head != "Anniversary");
        cells.extend([(country, "Germany"), ("Anniversary", "2009-05-01")]);
        let parsed = read_rows(name, &[&cells]);
        assert_eq!(parsed.source, Source::Outlook, "{name}");
        let jane = person(&parsed.records[0]);
        assert_eq!(jane.name, "Jane Q Doe Jr.");
        assert_eq!(jane.birthday, Some((4, 15, Some(1980))));
        assert!(has(&jane.extra, "Anniversary", "2009-05-01"), "{name}: {:?}", jane.extra);
        let points = said(&jane.points);
        assert_eq!(points[0], (PointKind::Email, "jane@harbor.test", None));
        assert!(points.contains(&(PointKind::Phone, "0170 7654321", Some("cell"))));
        assert!(points.contains(&(PointKind::Address, "Kai 4, Hamburg, 20457, Germany", Some("work"))), "{points:?}");
    }
}

const ZH: &[(&str, &str)] = &[
    ("名", "小明"),
    ("姓", "王"),
    ("中文称谓", "先生"),
    ("单位", "海川阀门有限公司"),
    ("部门", "采购部"),
    ("职务", "经理"),
    ("商务地址 街道", "科技路1号"),
    ("商务地址 市/县", "深圳市"),
    ("商务地址 省/市/自治区", "广东省"),
    ("商务地址 邮政编码", "518000"),
    ("商务电话", "0755-12345678"),
    ("商务传真", "0755-12345679"),
    ("移动电话", "13800138000"),
    ("电子邮件地址", "wang@haichuan.test"),
    ("电子邮件 2 地址", "xm@home.test"),
    ("电子邮件类型", "SMTP"),
    ("生日", "1980/4/15"),
    ("纪念日", "0/0/00"),
    ("附注", "喜欢喝茶"),
    ("类别", "广交会;老客户"),
    ("优先级", "普通"),
    ("私有", "False"),
    ("性别", "未指定"),
];

#[test]
fn s065_outlook_on_the_desktop_in_chinese() {
    let parsed = read_rows("outlook_desktop_zh_CN", &[ZH]);
    assert_eq!(parsed.source, Source::Outlook);
    let wang = person(&parsed.records[0]);
    assert_eq!((wang.name.as_str(), wang.client.as_deref()), ("王小明", Some("海川阀门有限公司")));
    assert_eq!((wang.role.as_deref(), wang.note.as_deref()), (Some("经理"), Some("喜欢喝茶")));
    assert_eq!((wang.birthday, &wang.tags[..]), (Some((4, 15, Some(1980))), &["广交会".to_owned(), "老客户".to_owned()][..]));
    use PointKind::*;
    assert_eq!(
        said(&wang.points),
        [
            (Email, "wang@haichuan.test", None),
            (Email, "xm@home.test", None),
            (Phone, "13800138000", Some("手机")),
            (Phone, "0755-12345678", Some("工作")),
            (Address, "广东省深圳市科技路1号, 518000", Some("工作")),
            (Other, "0755-12345679", Some("工作传真")),
        ]
    );
    let mut own = wang.extra.clone();
    own.sort();
    assert_eq!(own, [("department".into(), "采购部".into()), ("中文称谓".into(), "先生".into())] as [(String, String); 2]);
}

#[test]
fn s065_thunderbird() {
    let cells: &[(&str, &str)] = &[
        ("First Name", "小明"),
        ("Last Name", "王"),
        ("Display Name", "小明 王"),
        ("Primary Email", "wang@haichuan.test"),
        ("Secondary Email", "xm@home.test"),
        ("Work Phone", "0755-12345678"),
        ("Mobile Number", "13800138000"),
        ("Fax Number", "0755-1"),
        ("Work Address", "Kai 4"),
        ("Work City", "Hamburg"),
        ("Work ZipCode", "20457"),
        ("Organization", "Harbor & Sons"),
        ("Job Title", "Buyer"),
        ("Web Page 1", "https://harbor.test"),
        ("Birth Year", "1980"),
        ("Birth Month", "4"),
        ("Birth Day", "15"),
        ("Custom 1", "black coffee"),
        ("Notes", "likes tea"),
    ];
    let yearless = &[("Display Name", "Ann Lee"), ("Birth Month", "2"), ("Birth Day", "29"), ("Primary Email", "a@b.test")];
    let parsed = read_rows("thunderbird", &[cells, yearless]);
    assert_eq!(parsed.source, Source::Thunderbird);
    let wang = person(&parsed.records[0]);
    assert_eq!((wang.name.as_str(), wang.client.as_deref()), ("王小明", Some("Harbor & Sons")));
    assert_eq!(wang.birthday, Some((4, 15, Some(1980))));
    let points = said(&wang.points);
    assert_eq!(points[..2].iter().map(|p| p.1).collect::<Vec<_>>(), ["wang@haichuan.test", "xm@home.test"]);
    assert!(points.contains(&(PointKind::Phone, "13800138000", Some("cell"))));
    assert!(points.contains(&(PointKind::Address, "Kai 4, Hamburg, 20457", Some("work"))));
    assert_eq!(wang.extra, [("Custom 1".to_owned(), "black coffee".to_owned())]);
    let ann = client(&parsed.records[1]);
    assert_eq!((ann.name.as_str(), ann.birthday), ("Ann Lee", Some((2, 29, None))));
}

#[test]
fn s065_google_new_and_old() {
    let new: &[(&str, &str)] = &[
        ("First Name", "Ada"),
        ("Last Name", "Winter"),
        ("Name Prefix", "Dr."),
        ("Organization Name", "Harbor & Sons"),
        ("Organization Title", "Head of Print"),
        ("Organization Department", "Print"),
        ("Birthday", "--04-15"),
        ("Notes", "likes tea"),
        ("Labels", "Fair ::: * myContacts"),
        ("E-mail 1 - Label", "* Work"),
        ("E-mail 1 - Value", "ada@harbor.test"),
        ("E-mail 2 - Label", "Home"),
        ("E-mail 2 - Value", "ada@home.test"),
        ("Phone 1 - Label", "Mobile"),
        ("Phone 1 - Value", "0170 1 ::: 0170 2"),
        ("Address 1 - Label", "Work"),
        ("Address 1 - Street", "Kai 4"),
        ("Address 1 - City", "Hamburg"),
        ("Address 1 - Postal Code", "20457"),
        ("Website 1 - Value", "https://harbor.test"),
        ("Event 1 - Label", "Anniversary"),
        ("Event 1 - Value", "2019-05-01"),
        ("Custom Field 1 - Label", "Coffee"),
        ("Custom Field 1 - Value", "black"),
    ];
    let parsed = read_rows("google_contacts_new", &[new, &[("Last Name", "王"), ("First Name", "小明")]]);
    assert_eq!(parsed.source, Source::Google);
    let ada = person(&parsed.records[0]);
    assert_eq!((ada.name.as_str(), ada.role.as_deref()), ("Dr. Ada Winter", Some("Head of Print")));
    assert_eq!((ada.birthday, &ada.tags[..]), (Some((4, 15, None)), &["Fair".to_owned()][..]));
    let points = said(&ada.points);
    assert_eq!(points[0], (PointKind::Email, "ada@harbor.test", Some("Work")));
    assert!(points.contains(&(PointKind::Phone, "0170 2", Some("Mobile"))));
    assert!(points.contains(&(PointKind::Address, "Kai 4, Hamburg, 20457", Some("Work"))));
    assert!(has(&ada.extra, "Anniversary", "2019-05-01") && has(&ada.extra, "Coffee", "black"), "{:?}", ada.extra);
    assert_eq!(client(&parsed.records[1]).name, "王小明");

    let old: &[(&str, &str)] = &[
        ("Name", "Clara Lotus"),
        ("Given Name", "Clara"),
        ("Family Name", "Lotus"),
        ("Group Membership", "Spa ::: * myContacts"),
        ("E-mail 1 - Type", "* Work"),
        ("E-mail 1 - Value", "clara@lotus.test"),
        ("Organization 1 - Name", "Lotus Spa"),
        ("Organization 1 - Title", "Owner"),
        ("Birthday", "1990-02-03"),
        ("Location", "Berlin"),
    ];
    let parsed = read_rows("google_contacts_old", &[old]);
    assert_eq!(parsed.source, Source::GoogleOld);
    let clara = person(&parsed.records[0]);
    assert_eq!((clara.client.as_deref(), clara.role.as_deref()), (Some("Lotus Spa"), Some("Owner")));
    assert_eq!((clara.birthday, &clara.tags[..]), (Some((2, 3, Some(1990))), &["Spa".to_owned()][..]));
    assert_eq!(clara.extra, [("Location".to_owned(), "Berlin".to_owned())]);
}

const ROW_1: &[(&str, &str)] = &[
    ("客户名称", "海川阀门"),
    ("联系人", "王小明"),
    ("手机", "13800138000"),
    ("电话", "0755-12345678"),
    ("QQ", "12345"),
    ("微信", "hcfm"),
    ("地址", "深圳市科技路1号"),
    ("备注", "要开票"),
    ("来源", "广交会"),
    ("客户等级", "A类"),
    ("客户行业", "阀门"),
    ("客户状态", "跟进中"),
    ("客户类型", "代理商"),
    ("创建时间", "2024/3/1 10:20:00"),
    ("更新时间", "2026-11-01"),
    ("最近沟通时间", "2026-11-02"),
    ("沟通内容", "谈了报价"),
    ("归属人", "小李"),
];

fn check_1(parsed: &Parsed) {
    assert_eq!(parsed.source, Source::HomeMade);
    let wang = person(&parsed.records[0]);
    assert_eq!((wang.name.as_str(), wang.client.as_deref()), ("王小明", Some("海川阀门")));
    let points = said(&wang.points);
    assert_eq!(points[0], (PointKind::Phone, "13800138000", Some("手机")));
    assert_eq!(points[1], (PointKind::Phone, "0755-12345678", Some("电话")));
    assert_eq!(points[2], (PointKind::Wechat, "hcfm", None));
    let about = wang.about.as_deref().unwrap();
    assert_eq!(said(&about.points), [(PointKind::Address, "深圳市科技路1号", None)]);
    assert_eq!((about.tier_pin, about.industry.as_deref()), (Some(Tier::A), Some("阀门")));
    assert_eq!((about.source.as_deref(), about.note.as_deref()), (Some("广交会"), Some("要开票")));
    assert_eq!(about.since, Day::ymd(2024, 3, 1));
    assert_eq!((about.last_contact, about.last_note.as_deref()), (Day::ymd(2026, 11, 2), Some("谈了报价")));
    for (name, value) in
        [("QQ", "12345"), ("客户状态", "跟进中"), ("客户类型", "代理商"), ("更新时间", "2026-11-01"), ("归属人", "小李")]
    {
        assert!(has(&about.extra, name, value), "{name}: {:?}", about.extra);
    }
    assert_eq!(about.extra.len(), 5, "an empty column makes no field: {:?}", about.extra);
}

#[test]
fn s065_a_home_made_chinese_list_of_clients() {
    let second: &[(&str, &str)] = &[("客户名称", "海川阀门"), ("联系人", "李娜"), ("手机", "13900139000"), ("归属人", "小张")];
    let lone: &[(&str, &str)] = &[("联系人", "张伟"), ("手机", "13700137000")];
    let bare: &[(&str, &str)] = &[("客户名称", "远山设计"), ("电话", "021-55556666"), ("客户状态", "意向客户")];
    let parsed = read_rows("generic_zh_1", &[ROW_1, second, lone, bare]);
    check_1(&parsed);
    assert_eq!(person(&parsed.records[1]).client.as_deref(), Some("海川阀门"));
    assert_eq!((client(&parsed.records[2]).name.as_str(), client(&parsed.records[2]).kind), ("张伟", Some(ClientKind::Person)));
    let bare = client(&parsed.records[3]);
    assert_eq!((bare.name.as_str(), bare.status), ("远山设计", Some(Status::Lead)));
    assert_eq!(said(&bare.points), [(PointKind::Phone, "021-55556666", Some("电话"))]);
}

#[test]
fn s065_a_home_made_chinese_list_of_people() {
    let row: &[(&str, &str)] = &[
        ("姓名", "王小明"),
        ("公司", "海川阀门"),
        ("职位", "经理"),
        ("电话", "13800138000、0755-12345678"),
        ("邮箱", "wang@haichuan.test"),
        ("行业", "阀门"),
        ("预算", "38000"),
        ("意向度", "高"),
        ("阶段", "报价"),
        ("来源", "展会"),
        ("备注", "要开票"),
    ];
    let firm: &[(&str, &str)] = &[("公司", "远山设计"), ("预算", "五到十万")];
    let lone: &[(&str, &str)] = &[("姓名", "张伟"), ("阶段", "初访"), ("行业", "餐饮")];
    let parsed = read_rows("generic_zh_2", &[row, firm, lone]);
    let wang = person(&parsed.records[0]);
    assert_eq!((wang.client.as_deref(), wang.role.as_deref()), (Some("海川阀门"), Some("经理")));
    assert_eq!(
        said(&wang.points).iter().map(|p| p.1).collect::<Vec<_>>(),
        ["wang@haichuan.test", "13800138000", "0755-12345678"]
    );
    let about = wang.about.as_deref().unwrap();
    assert_eq!((about.industry.as_deref(), about.source.as_deref()), (Some("阀门"), Some("展会")));
    assert_eq!(about.budget.unwrap().minor, 3_800_000);
    assert!(has(&about.extra, "意向度", "高") && has(&about.extra, "阶段", "报价"), "{:?}", about.extra);
    let firm = client(&parsed.records[1]);
    assert_eq!((firm.name.as_str(), firm.kind), ("远山设计", Some(ClientKind::Org)));
    assert!(has(&firm.extra, "预算", "五到十万"), "a budget in words is kept: {:?}", firm.extra);
    let lone = client(&parsed.records[2]);
    assert_eq!((lone.kind, lone.industry.as_deref()), (Some(ClientKind::Person), Some("餐饮")));
    assert!(has(&lone.extra, "阶段", "初访"));
}

#[test]
fn zeros_are_an_empty_date_only_where_dates_stand() {
    let row = [
        ("First Name", "Ada"),
        ("Company", "Kaiser"),
        ("Business Postal Code", "00000"),
        ("Birthday", "0/0/00"),
        ("Anniversary", "0/0/00"),
    ];
    let parsed = read_rows("outlook_desktop_en", &[&row[..]]);
    let ada = person(&parsed.records[0]);
    assert!(ada.points.iter().any(|p| p.value.contains("00000")), "{:?}", ada.points);
    assert_eq!(ada.birthday, None);
    assert!(ada.extra.iter().all(|(name, _)| name != "Anniversary" && name != "Birthday"), "{:?}", ada.extra);
}

#[test]
fn a_version_counts_in_any_letters() {
    let card = "BEGIN:VCARD\nversion:4.0\nFN:Ada\nEND:VCARD\n";
    assert_eq!(read(card.as_bytes(), &ImportOptions::default(), &now()).unwrap().source, Source::VCard4);
}

#[test]
fn a_workbook_of_lone_cells_far_to_the_right_is_refused() {
    let mut row = vec![String::new(); 700];
    row[0] = "n:1".to_owned();
    row[699] = "n:2".to_owned();
    let wide = vec![row; 23_000];
    assert!(matches!(read(&workbook(&wide), &ImportOptions::default(), &now()), Err(ImportError::LargeSheet)));
    let fair = read(&workbook(&wide[..100]), &ImportOptions::default(), &now());
    assert!(!matches!(fair, Err(ImportError::LargeSheet)));
}

/// A workbook of one sheet. A cell that begins with `d:` is a day by serial number, one with `n:` a number; the rest is text.
fn workbook(rows: &[Vec<String>]) -> Vec<u8> {
    let mut strings: Vec<String> = Vec::new();
    let mut sheet = String::new();
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    for (r, row) in rows.iter().enumerate() {
        sheet.push_str(&format!("<row r=\"{}\">", r + 1));
        for (c, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let column = if c < 26 { String::new() } else { char::from(b'A' + (c / 26 - 1) as u8).to_string() };
            let at = format!("{column}{}{}", char::from(b'A' + (c % 26) as u8), r + 1);
            if let Some(serial) = cell.strip_prefix("d:") {
                sheet.push_str(&format!("<c r=\"{at}\" s=\"1\"><v>{serial}</v></c>"));
            } else if let Some(number) = cell.strip_prefix("n:") {
                sheet.push_str(&format!("<c r=\"{at}\"><v>{number}</v></c>"));
            } else {
                strings.push(format!("<si><t xml:space=\"preserve\">{}</t></si>", escape(cell)));
                sheet.push_str(&format!("<c r=\"{at}\" t=\"s\"><v>{}</v></c>", strings.len() - 1));
            }
        }
        sheet.push_str("</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let files = [
        ("[Content_Types].xml".to_owned(), "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>".to_owned()),
        ("_rels/.rels".to_owned(), format!("<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml".to_owned(), format!("<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"空\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"客户\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Type=\"{office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r4\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")),
        ("xl/styles.xml".to_owned(), format!("<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst xmlns=\"{main}\" count=\"{0}\" uniqueCount=\"{0}\">{1}</sst>", strings.len(), strings.concat())),
        ("xl/worksheets/sheet1.xml".to_owned(), format!("<worksheet xmlns=\"{main}\"><sheetData/></worksheet>")),
        ("xl/worksheets/sheet2.xml".to_owned(), format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>")),
    ];
    pack(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
}

fn pack<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        writer.start_file(name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn s065_a_home_made_workbook_with_a_title_above() {
    let mut all = rows("generic_zh_1", &[ROW_1]);
    for (head, cell) in
        [("手机", "n:1.3800138E+10"), ("QQ", "n:12345"), ("最近沟通时间", "d:46328"), ("创建时间", "d:45352.4305")]
    {
        let at = all[0].iter().position(|h| h == head).unwrap();
        all[1][at] = cell.to_owned();
    }
    all.insert(0, vec!["2026年客户名单".to_owned()]);
    let bytes = workbook(&all);
    let parsed = read(&bytes, &ImportOptions::default(), &now()).unwrap();
    assert_eq!(parsed.rejected, []);
    check_1(&parsed);
    assert_eq!(person(&parsed.records[0]).line, 3, "lines are those of the sheet");
    let seen = preview(&bytes, &ImportOptions::default(), &now()).unwrap();
    assert_eq!((seen.format, seen.records, seen.kind), (Format::Sheet, 1, Kind::Clients));

    let people =
        rows("generic_zh_2", &[&[("姓名", "王小明"), ("公司", "海川阀门"), ("电话", "n:13800138000"), ("预算", "n:38000.5")]]);
    let parsed = read(&workbook(&people), &ImportOptions::default(), &now()).unwrap();
    let wang = person(&parsed.records[0]);
    assert_eq!(wang.points[0].value, "13800138000");
    assert_eq!(wang.about.as_deref().unwrap().budget.unwrap().minor, 3_800_050);
}

#[test]
fn a_hostile_workbook_is_refused_in_one_line() {
    let bad = |bytes: &[u8]| read(bytes, &ImportOptions::default(), &now()).unwrap_err();
    assert_eq!(bad(b"PK\x03\x04 and nothing more"), ImportError::BadSheet);
    assert_eq!(bad(&pack([("a.txt", &b"no workbook"[..])].into_iter())), ImportError::BadSheet);
    assert_eq!(bad(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), ImportError::OldSheet);
    // 300 MB of nothing pack into a third of one.
    let zeros = vec![b' '; 60_000_000];
    let bomb = pack((0..5).map(|_| ()).zip(["a", "b", "c", "d", "e"]).map(|(_, name)| (name, &zeros[..])));
    assert!(bomb.len() < 1_000_000);
    assert_eq!(bad(&bomb), ImportError::LargeSheet);
    // One cell in the furthest corner asks for no table of that size.
    let mut corner = workbook(&[vec!["name".to_owned()], vec!["Ada".to_owned()]]);
    assert!(read(&corner, &ImportOptions::default(), &now()).is_ok());
    corner.truncate(corner.len() / 2);
    assert_eq!(bad(&corner), ImportError::BadSheet);
}

/// Every encoding people have, on the same Chinese and Western rows.
#[test]
fn s065_encodings_are_found_without_asking() {
    let zh = String::from_utf8(csv_of(&rows("generic_zh_1", &[ROW_1]))).unwrap();
    let outlook = String::from_utf8(csv_of(&rows("outlook_desktop_zh_CN", &[ZH]))).unwrap();
    let utf16 = |text: &str, big: bool, mark: bool| -> Vec<u8> {
        let text = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    };
    let marked = |text: &str| [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    for (bytes, name) in [
        (marked(&zh), "UTF-8"),
        (utf16(&zh, false, true), "UTF-16LE"),
        (utf16(&zh, true, true), "UTF-16BE"),
        (utf16(&zh, false, false), "UTF-16LE"),
        (utf16(&zh, true, false), "UTF-16BE"),
        (gbk(&zh), "GBK"),
        (encoding_rs::GB18030.encode(&zh.replace("要开票", "𠮷田")).0.into_owned(), "gb18030"),
    ] {
        let parsed = read(&bytes, &ImportOptions::default(), &now()).unwrap();
        assert_eq!(parsed.encoding, name);
        let wang = person(&parsed.records[0]);
        assert_eq!((wang.name.as_str(), wang.client.as_deref()), ("王小明", Some("海川阀门")), "{name}");
        assert_eq!(preview(&bytes, &ImportOptions::default(), &now()).unwrap().encoding, name);
    }
    let parsed = read(&gbk(&outlook), &ImportOptions::default(), &now()).unwrap();
    assert_eq!((parsed.encoding, person(&parsed.records[0]).name.as_str()), ("GBK", "王小明"));
    // Traditional characters of Taiwan, headings among them.
    let big5 = encoding_rs::BIG5.encode("姓名,公司名稱,電話,備註\n陳大文,遠山設計,0912345678,喜歡喝茶\n").0.into_owned();
    let parsed = read(&big5, &ImportOptions::default(), &now()).unwrap();
    assert_eq!((parsed.encoding, person(&parsed.records[0]).client.as_deref()), ("Big5", Some("遠山設計")));
    let western = encoding_rs::WINDOWS_1252.encode("name;phone;note\nJörg Müller;040 1;Straße\n").0.into_owned();
    let parsed = read(&western, &ImportOptions::default(), &now()).unwrap();
    assert_eq!((parsed.encoding, client(&parsed.records[0]).name.as_str()), ("windows-1252", "Jörg Müller"));
    // What is said wins, and what cannot be is refused.
    let named = |name: &str| ImportOptions { encoding: Encoding::parse(name), ..ImportOptions::default() };
    let parsed = read(&western, &named("gbk"), &now());
    assert!(parsed.is_err() || parsed.is_ok_and(|p| client(&p.records[0]).name != "Jörg Müller"));
    assert!(matches!(read(b"name\n\x81\n", &named("big5"), &now()), Err(ImportError::NotEncoding { encoding: "Big5" })));
}

#[test]
fn s065_cards_of_version_2_1_in_several_encodings() {
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let quoted = |bytes: &[u8]| bytes.iter().map(|b| format!("={b:02X}")).collect::<String>();
    let name = quoted(&gbk("王小明"));
    let (soft, rest) = name.split_at(9);
    let mut file = format!(
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:{};{};;;\r\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=GB2312:{soft}=\r\n{rest}\r\nTEL;CELL;VOICE:13800138000\r\nTEL;WORK;FAX:0755-1\r\nEMAIL;PREF;INTERNET:wang@haichuan.test\r\nORG;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:{}\r\nPHOTO;JPEG;ENCODING=BASE64:/9j/4AAQSkZJRgABAQ\r\n AAAQABAAD/2w\r\n\r\nBDAY:1604-04-15\r\nX-ALTBDAY:--0301\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E4=B8=80=0D=0A=E4=BA=8C\r\nEND:VCARD\r\n",
        quoted(&gbk("王")),
        quoted(&gbk("小明")),
        quoted(&gbk("海川阀门")),
    )
    .into_bytes();
    // A second card writes its bytes as they are; a third is of another version and Apple's.
    file.extend(b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=BIG5:");
    file.extend(encoding_rs::BIG5.encode("陳;大文;;;").0.into_owned());
    file.extend(b"\r\nTEL;HOME:02-1234567\r\nEND:VCARD\r\n");
    file.extend(b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Winter;Ada;;;\r\nFN:Ada Winter\r\nitem1.TEL:0170 1234567\r\nitem1.X-ABLabel:_$!<HomePhone>!$_\r\nBDAY;VALUE=date:--04-15\r\nEND:VCARD\r\n");
    let parsed = read(&file, &ImportOptions::default(), &now()).unwrap();
    assert_eq!(parsed.rejected, []);
    assert_eq!((parsed.source, parsed.photos), (Source::VCard21, 1));
    let wang = person(&parsed.records[0]);
    assert_eq!((wang.name.as_str(), wang.client.as_deref()), ("王小明", Some("海川阀门")));
    use PointKind::*;
    let points = said(&wang.points);
    assert!(points.contains(&(Phone, "13800138000", Some("cell"))), "{points:?}");
    assert!(points.contains(&(Other, "0755-1", Some("work fax"))), "{points:?}");
    assert_eq!(points[0].1, "wang@haichuan.test", "preferred first");
    assert_eq!(wang.birthday, Some((4, 15, None)));
    assert!(wang.extra.iter().any(|(name, value)| name == "X-ALTBDAY" && value == "--0301"), "{:?}", wang.extra);
    assert_eq!(wang.note.as_deref(), Some("一\n二"));
    assert_eq!(client(&parsed.records[1]).name, "陳大文");
    let ada = client(&parsed.records[2]);
    assert_eq!((ada.name.as_str(), ada.birthday), ("Ada Winter", Some((4, 15, None))));
    assert_eq!(said(&ada.points), [(Phone, "0170 1234567", Some("HomePhone"))]);
    // A whole file in GBK that names it nowhere.
    let bare = gbk("BEGIN:VCARD\r\nVERSION:2.1\r\nN:王;小明;;;\r\nORG:海川阀门\r\nEND:VCARD\r\n");
    let parsed = read(&bare, &ImportOptions::default(), &now()).unwrap();
    assert_eq!((parsed.encoding, person(&parsed.records[0]).name.as_str()), ("GBK", "王小明"));
}

#[test]
fn a_mapping_changes_what_is_recognised() {
    let bytes = csv_of(&rows("outlook_desktop_en", &[EN]));
    let seen = preview(&bytes, &ImportOptions::default(), &now()).unwrap();
    let field = |seen: &Preview, head: &str| seen.columns.iter().find(|c| c.heading == head).unwrap().field;
    assert_eq!(field(&seen, "Company"), Some("company"));
    assert_eq!(field(&seen, "Business Street"), Some("address"));
    assert_eq!(field(&seen, "Spouse"), None);
    for column in seen.columns.iter().filter_map(|c| c.field) {
        assert!(column == "-" || seen.fields.contains(&column), "{column} can be chosen: {:?}", seen.fields);
    }
    assert_eq!(seen.columns.iter().find(|c| c.heading == "First Name").unwrap().samples, ["Jane"]);
    let map =
        [("note", "Spouse"), ("-", "Home Street"), ("-", "Home City"), ("extra", "Business Fax"), ("wechat", "Home Phone")];
    let map: Vec<(String, String)> = map.map(|(f, h)| (f.to_owned(), h.to_owned())).to_vec();
    let options = ImportOptions { map, ..ImportOptions::default() };
    let seen = preview(&bytes, &options, &now()).unwrap();
    assert_eq!((field(&seen, "Spouse"), field(&seen, "Notes"), field(&seen, "Home City")), (Some("note"), None, Some("-")));
    let parsed = read(&bytes, &options, &now()).unwrap();
    let jane = person(&parsed.records[0]);
    assert_eq!(jane.note.as_deref(), Some("John"));
    assert!(has(&jane.extra, "Notes", "likes tea") && has(&jane.extra, "Business Fax", "+49 40 1234568"), "{:?}", jane.extra);
    let points = said(&jane.points);
    assert!(points.contains(&(PointKind::Wechat, "0421 55555", None)));
    assert!(!points.iter().any(|p| p.1.contains("Elm Road")));
    let unknown = ImportOptions { map: vec![("shoe".into(), "Notes".into())], ..ImportOptions::default() };
    assert!(matches!(read(&bytes, &unknown, &now()), Err(ImportError::NoField { .. })));
}

#[test]
fn a_file_nobody_recognises_can_still_be_looked_at_and_mapped() {
    let bytes = b"wer,wo\nAda,a@b.test\n";
    assert!(read(bytes, &ImportOptions::default(), &now()).is_err());
    let seen = preview(bytes, &ImportOptions::default(), &now()).unwrap();
    assert_eq!((seen.records, seen.columns.len()), (1, 2));
    assert!(seen.columns.iter().all(|c| c.field.is_none()));
    let map = vec![("name".to_owned(), "wer".to_owned()), ("email".to_owned(), "wo".to_owned())];
    let parsed = read(bytes, &ImportOptions { map, ..ImportOptions::default() }, &now()).unwrap();
    assert_eq!(client(&parsed.records[0]).name, "Ada");
}

#[test]
fn a_home_made_birthday_column_is_read_in_the_order_its_dates_tell() {
    let csv = "First Name,Last Name,Birthday\nAda,Lovelace,5/26/1981\nBob,Smith,5/6/1980\n";
    let born = |order| {
        let options = ImportOptions { date_order: order, ..ImportOptions::default() };
        let parsed = read(csv.as_bytes(), &options, &now()).unwrap();
        parsed.records.iter().map(|record| client(record).birthday).collect::<Vec<_>>()
    };
    let ada = Some((5, 26, Some(1981)));
    assert_eq!(born(None), [ada, Some((5, 6, Some(1980)))]);
    assert_eq!(born(Some(DateOrder::Dmy)), [ada, Some((6, 5, Some(1980)))]);
}
