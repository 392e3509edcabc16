//! Which column is which field: the tables of `assets/import/` and the words read for codes.
//! What a cell holds is read in `cells`; the programs with fixed headings (Google, Outlook) are `sources`' business.

use super::cells::fold_word;
use super::columns::{Columns, KEEP, LEAVE, Part, Spec};
use super::record::Kind;
use super::sources::{self, Source};
use super::{ImportError, ImportOptions};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

type Table = BTreeMap<String, BTreeMap<String, Vec<String>>>;

fn table(text: &str) -> Table {
    // The two files are embedded; a test reads them, so an unreadable one cannot be shipped.
    toml::from_str(text).unwrap_or_default()
}

fn headings() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| table(include_str!("../../assets/import/headings.toml")))
}

fn words() -> &'static HashMap<&'static str, HashMap<String, &'static str>> {
    static WORDS: OnceLock<HashMap<&'static str, HashMap<String, &'static str>>> = OnceLock::new();
    static TABLE: OnceLock<Table> = OnceLock::new();
    WORDS.get_or_init(|| {
        let table = TABLE.get_or_init(|| table(include_str!("../../assets/import/words.toml")));
        let mut all = HashMap::new();
        for (topic, codes) in table {
            let mut map = HashMap::new();
            for (code, list) in codes {
                map.insert(fold_word(code), code.as_str());
                map.extend(list.iter().map(|word| (fold_word(word), code.as_str())));
            }
            all.insert(topic.as_str(), map);
        }
        all
    })
}

/// The code a cell means, for a topic of `words.toml` (`channel`, `outcome` …).
pub fn code(topic: &str, cell: &str) -> Option<&'static str> {
    words().get(topic)?.get(&fold_word(cell)).copied()
}

/// The code of the shipped list that a cause means, in either language.
pub fn cause_code(cause: &str) -> Option<&'static str> {
    code("cause", cause)
}

/// The own headings of a kind in the order export writes them.
pub fn own(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Clients => &[
            "name",
            "kind",
            "status",
            "industry",
            "region",
            "size",
            "need",
            "since",
            "tier_pin",
            "tags",
            "email",
            "phone",
            "birthday",
            "potential",
            "fit",
            "budget",
            "source",
            "note",
        ],
        Kind::People => &["client", "name", "role", "email", "phone", "birthday", "note"],
        Kind::Touches => &["client", "channel", "outcome", "direction", "at", "minutes", "note"],
        Kind::Invoices => &["client", "number", "issued", "due", "paid", "amount", "cost", "currency", "product"],
        Kind::Surveys => &["client", "kind", "score", "on", "reasons"],
        Kind::Complaints => &["client", "kind", "opened", "text", "cause", "status"],
        Kind::Opportunities => &["client", "title", "amount", "currency", "stage", "probability", "close", "product", "note"],
        Kind::Care => &["client", "person", "kind", "name", "date", "calendar", "leap", "year", "lead", "note"],
        Kind::Contacts => &[],
    }
}

/// The own field a heading is recognised as.
pub fn field_of(kind: Kind, heading: &str) -> Option<&'static str> {
    in_table(kind.code(), &fold_word(heading))
}

/// Every table's headings, folded: which field they are, the field's own word before another field's alias.
fn lookup() -> &'static HashMap<&'static str, HashMap<String, &'static str>> {
    static LOOKUP: OnceLock<HashMap<&'static str, HashMap<String, &'static str>>> = OnceLock::new();
    LOOKUP.get_or_init(|| {
        let of = |fields: &'static BTreeMap<String, Vec<String>>| {
            let mut map = HashMap::new();
            for field in fields.keys() {
                map.insert(fold_word(field), field.as_str());
            }
            for (field, list) in fields {
                for alias in list {
                    map.entry(fold_word(alias)).or_insert(field.as_str());
                }
            }
            map
        };
        headings().iter().map(|(kind, fields)| (kind.as_str(), of(fields))).collect()
    })
}

fn in_table(table: &str, folded: &str) -> Option<&'static str> {
    lookup().get(table)?.get(folded).copied()
}

/// Columns of a list of people that say something about their client.
const OF_CLIENT: [&str; 13] = [
    "kind",
    "status",
    "industry",
    "region",
    "size",
    "need",
    "since",
    "tier_pin",
    "potential",
    "fit",
    "budget",
    "source",
    "last_contact",
];

/// What a heading means for a kind. People bring what is said about their client, and contacts everything a person has.
pub fn spec_of(kind: Kind, heading: &str) -> Option<Spec> {
    let folded = fold_word(heading);
    let of_client = || in_table("clients", &folded).filter(|field| OF_CLIENT.contains(field) || *field == "last_note");
    if kind == Kind::People {
        return in_table("people", &folded).or_else(of_client).map(Spec::whole);
    }
    if kind != Kind::Contacts {
        return in_table(kind.code(), &folded).map(Spec::whole);
    }
    // Folded, the day of a birthday in three columns reads like the whole of one; only a written gap tells them apart.
    let whole_birthday = folded == "birthday" && !heading.trim().contains([' ', '_', '-']);
    let in_parts = in_table("contacts", &folded).filter(|_| !whole_birthday);
    let field = in_parts.or_else(|| match in_table("people", &folded) {
        Some("client") => Some("company"),
        other => other.or_else(of_client),
    })?;
    let part = match field {
        "street" => Part::Street,
        "city" => Part::City,
        "state" => Part::Region,
        "postal_code" => Part::Code,
        "country" => Part::Country,
        field => return Some(Spec::whole(field)),
    };
    Some(Spec { field: "address", label: None, group: Some(String::new()), part })
}

/// Whether a heading is known to any table, for telling an encoding by it.
pub fn is_known(heading: &str) -> bool {
    let folded = fold_word(heading);
    lookup().keys().any(|table| in_table(table, &folded).is_some()) || is_of_client(heading) || sources::is_known(heading)
}

/// Whether an own field of this heading is said of the client and not of the person in its row.
pub fn is_of_client(heading: &str) -> bool {
    static LIST: OnceLock<HashSet<String>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let fields = headings().get("of_client").and_then(|table| table.get("fields"));
        fields.map(|list| list.iter().map(|word| fold_word(word)).collect()).unwrap_or_default()
    });
    list.contains(&fold_word(heading))
}

/// The fields a column of this kind can be mapped to.
pub fn fields(kind: Kind) -> Vec<&'static str> {
    let of = |table: &str| -> Vec<&'static str> {
        headings().get(table).map(|fields| fields.keys().map(String::as_str).collect()).unwrap_or_default()
    };
    let mut fields = of(kind.code());
    if kind == Kind::Contacts {
        fields.retain(|field| !["street", "city", "state", "postal_code", "country"].contains(field));
        fields.extend(of("people").into_iter().filter(|field| *field != "client" && !field.ends_with("_labels")));
    }
    if matches!(kind, Kind::People | Kind::Contacts) {
        fields.extend(OF_CLIENT.into_iter().chain(["last_note"]));
    }
    // What everybody has comes first.
    let front = ["name", "client", "company", "person", "first", "last", "email", "phone", "wechat", "address"];
    fields.sort_by_key(|field| (front.iter().position(|f| f == field).unwrap_or(front.len()), *field));
    fields.dedup();
    fields
}

/// The heading an extra field is exported under: its name, unless a reader would take that for something else.
pub fn extra_heading(name: &str) -> String {
    let known = || Kind::OWN.into_iter().any(|kind| field_of(kind, name).is_some());
    let plain = name.trim() == name && !name.is_empty() && !name.starts_with("extra:") && !known();
    if plain { name.to_owned() } else { format!("extra:{name}") }
}

/// A file's headings understood: what it is about, where it comes from, which column is which.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// What it is about.
    pub kind: Kind,
    /// Where it comes from.
    pub source: Source,
    /// Its columns.
    pub columns: Columns,
}

/// Whether these are the headings that export writes, or some of them by their own names.
fn is_own(kind: Kind, columns: &Columns) -> bool {
    let own = |(at, spec): &(usize, Spec)| columns.heads.get(*at).is_some_and(|head| fold_word(head) == fold_word(spec.field));
    kind != Kind::Contacts && columns.specs.iter().all(own)
}

/// The field a kind cannot do without and that no column holds.
fn missing(kind: Kind, columns: &Columns) -> Option<&'static str> {
    let needed: &[&'static str] = match kind {
        Kind::Touches => &["client", "channel", "at"],
        Kind::Invoices => &["client", "amount", "issued"],
        Kind::Surveys => &["client", "score", "on"],
        Kind::Complaints => &["client", "opened", "text"],
        Kind::Opportunities => &["client", "title", "amount"],
        Kind::Care => &["client", "date"],
        Kind::People => &["client", "name"],
        Kind::Contacts => {
            let named = ["name", "first", "last", "company"].into_iter().any(|field| columns.find(field).is_some());
            return (!named).then_some("name");
        }
        Kind::Clients => &["name"],
    };
    needed.iter().copied().find(|field| columns.find(field).is_none())
}

/// Whether a heading is one that a list of cases has: `surely` no other list, `perhaps` others too.
fn tells_cases(heads: &[String], how: &str) -> bool {
    let list = headings().get("cases").and_then(|table| table.get(how));
    list.is_some_and(|words| heads.iter().any(|head| words.iter().any(|word| fold_word(word) == fold_word(head))))
}

/// Whether no kind has a field of this name.
fn is_no_field(field: &str) -> bool {
    let mut kinds = Kind::OWN.into_iter().chain([Kind::Contacts]);
    ![LEAVE, KEEP].contains(&field) && !kinds.any(|kind| fields(kind).contains(&field))
}

/// The complaint about a field that is nowhere: said of the kind that the file is without it.
fn no_field(heads: &[String], options: &ImportOptions, at: usize) -> ImportError {
    let mut rest = options.clone();
    let (field, _) = rest.map.remove(at);
    let kind = recognise(heads, &rest).map_or(Kind::Clients, |found| found.kind);
    ImportError::NoField { field, kind, known: fields(kind).join(", ") }
}

/// What the file is about and which column is which: what was said first, then a known source, else the first kind whose needed
/// fields are there.
pub fn recognise(heads: &[String], options: &ImportOptions) -> Result<Recognised, ImportError> {
    let found = || heads.join(", ");
    let whole = |kind| own(kind).iter().all(|own| heads.iter().any(|head| head == own));
    let book = matches!(options.kind, None | Some(Kind::Contacts | Kind::People | Kind::Clients));
    if book
        && !Kind::OWN.into_iter().any(whole)
        && let Some((source, known)) = sources::known(heads)
    {
        let columns = Columns::of(Kind::Contacts, heads, &options.map, Some(known))?;
        return Ok(Recognised { kind: Kind::Contacts, source, columns });
    }
    let done = |kind, columns: Columns| {
        let source = if is_own(kind, &columns) { Source::Own } else { Source::HomeMade };
        Recognised { kind, source, columns }
    };
    if let Some(kind) = options.kind {
        let columns = Columns::of(kind, heads, &options.map, None)?;
        return match missing(kind, &columns) {
            Some(field) => Err(ImportError::NoColumn { field, kind, found: found() }),
            None => Ok(done(kind, columns)),
        };
    }
    if let Some(at) = options.map.iter().position(|(field, _)| is_no_field(field)) {
        return Err(no_field(heads, options, at));
    }
    let mut first_error = None;
    let mut kinds =
        vec![Kind::Touches, Kind::Invoices, Kind::Surveys, Kind::Complaints, Kind::People, Kind::Clients, Kind::Contacts];
    if tells_cases(heads, "surely") {
        // A list of complaints may have a channel and a mark as well.
        kinds.retain(|kind| *kind != Kind::Complaints);
        kinds.insert(0, Kind::Complaints);
    } else if !tells_cases(heads, "perhaps") {
        // A date and a description are what many lists of clients have.
        kinds.retain(|kind| *kind != Kind::Complaints);
    }
    // What has a stage, a chance or a day of signature beside a title and an amount is possible work.
    if heads
        .iter()
        .any(|head| field_of(Kind::Opportunities, head).is_some_and(|field| ["stage", "probability", "close"].contains(&field)))
    {
        kinds.insert(0, Kind::Opportunities);
    }
    // Only a list of yearly dates says which calendar a date follows.
    if heads.iter().any(|head| field_of(Kind::Care, head).is_some_and(|field| ["calendar", "leap"].contains(&field))) {
        kinds.insert(0, Kind::Care);
    }
    // Names in parts are people, whatever else is there.
    let parts = |field: &str| heads.iter().any(|head| in_table("contacts", &fold_word(head)) == Some(field));
    if parts("first") && parts("last") && !Kind::OWN.into_iter().any(whole) {
        kinds.rotate_right(1);
    }
    for kind in kinds {
        match Columns::of(kind, heads, &options.map, None) {
            Ok(columns) if missing(kind, &columns).is_none() => {
                // A list of clients with a contact person each is no list of people, unless it says what they are.
                let contact = columns.find("name").and_then(|column| field_of(Kind::Clients, &heads[column]));
                if kind == Kind::People && contact == Some("person") && columns.find("role").is_none() {
                    continue;
                }
                return Ok(done(kind, columns));
            }
            Ok(_) => {}
            // A field that this kind lacks may be another kind's; a heading that is nowhere is wrong for all.
            Err(error @ ImportError::NoHeading { .. }) => first_error = Some(error),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    Err(first_error.unwrap_or_else(|| ImportError::NoKind { found: found() }))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn heads(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    fn kind_of(line: &str) -> Option<Kind> {
        recognise(&heads(line), &ImportOptions::default()).ok().map(|found| found.kind)
    }

    #[test]
    fn the_tables_can_be_read_and_know_the_own_headings() {
        for kind in Kind::OWN {
            for heading in own(kind) {
                assert_eq!(field_of(kind, heading), Some(*heading), "{kind:?}");
            }
            assert_eq!(kind_of(&own(kind).join(",")), Some(kind));
        }
        assert_eq!(code("channel", "电话"), Some("call"));
        assert_eq!(code("outcome", "No Answer"), Some("no-answer"));
        assert_eq!(code("outcome", "no-answer"), Some("no-answer"));
    }

    #[test]
    fn kinds_are_recognised_by_their_headings() {
        assert_eq!(kind_of("客户名称,联系人,手机,电话,QQ,微信,地址,备注,来源,客户等级"), Some(Kind::Clients));
        assert_eq!(kind_of("姓名,公司,职位,电话,邮箱,行业"), Some(Kind::People));
        assert_eq!(kind_of("客户,渠道,时间,备注"), Some(Kind::Touches));
        assert_eq!(kind_of("Customer,Invoice Date,Total"), Some(Kind::Invoices));
        assert_eq!(kind_of("客户,类型,提出时间,内容,原因,状态"), Some(Kind::Complaints));
        assert_eq!(kind_of("客户名称,投诉时间,投诉内容,渠道,评分"), Some(Kind::Complaints));
        assert_eq!(kind_of("Ticket ID,Subject,Status,Created time,Company Name"), Some(Kind::Complaints));
        assert_eq!(kind_of("客户,创建时间,描述,状态"), Some(Kind::Clients), "a description alone is no case");
        assert_eq!(kind_of("Client,Channel,Date,Subject"), Some(Kind::Touches), "a subject alone is none either");
        assert_eq!(kind_of("ＮＡＭＥ, E-Mail "), Some(Kind::Clients));
        assert_eq!(kind_of("First name,Surname,Company,Email"), Some(Kind::Contacts));
        assert_eq!(kind_of("a,b,c"), None);
    }

    #[test]
    fn a_bare_birthday_is_no_part_of_one() {
        for (heading, field) in [("Birthday", "birthday"), (" BIRTHDAY ", "birthday"), ("Birth Day", "birth_day")] {
            assert_eq!(spec_of(Kind::Contacts, heading).map(|spec| spec.field), Some(field), "{heading}");
        }
        let found = recognise(&heads("First Name,Last Name,Birthday,Company"), &ImportOptions::default()).unwrap();
        assert_eq!((found.kind, found.columns.find("birthday")), (Kind::Contacts, Some(2)));
    }

    #[test]
    fn traditional_headings_and_words_are_their_simplified_twins() {
        for (heading, field) in [
            ("狀態", "status"),
            ("客戶狀態", "status"),
            ("最近聯絡日期", "last_contact"),
            ("最近溝通時間", "last_contact"),
            ("溝通內容", "last_note"),
            ("聯繫人", "person"),
            ("標籤", "tags"),
            ("類型", "kind"),
            ("客戶行業", "industry"),
            ("創建時間", "since"),
            ("級別", "tier_pin"),
        ] {
            assert_eq!(field_of(Kind::Clients, heading), Some(field), "{heading}");
        }
        assert_eq!((code("tier", "A級"), code("tier", "B類")), (Some("A"), Some("B")));
        assert_eq!((code("status", "合作中"), code("status", "潛在客戶")), (Some("active"), Some("lead")));
        for heading in ["账款编号", "帳單號", "单号"] {
            assert_eq!(field_of(Kind::Invoices, heading), Some("number"), "{heading}");
        }
    }

    #[test]
    fn a_mapping_wins_and_a_wrong_one_is_named() {
        let mut options = ImportOptions { map: vec![("name".into(), "firma".into())], ..ImportOptions::default() };
        let found = recognise(&heads("Firma,x"), &options).unwrap();
        assert_eq!((found.kind, found.columns.find("name")), (Kind::Clients, Some(0)));
        options.map = vec![("name".into(), "nothing".into())];
        assert!(matches!(recognise(&heads("Firma,x"), &options), Err(ImportError::NoHeading { .. })));
        options.map = vec![("nonsense".into(), "公司".into())];
        let error = recognise(&heads("姓名,公司,职位,电话"), &options).unwrap_err();
        assert!(matches!(error, ImportError::NoField { kind: Kind::People, .. }), "not of the kind tried first: {error:?}");
        options.map = vec![("nonsense".into(), "Firma".into())];
        options.kind = Some(Kind::Clients);
        assert!(matches!(recognise(&heads("Firma,x"), &options), Err(ImportError::NoField { .. })));
    }
}
