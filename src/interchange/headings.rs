//! Which column is which field: the tables of `assets/import/` and the words read for codes.
//! What a cell holds is read in `cells`; the formats with fixed headings (Google) are in their own file.

use super::cells::fold_word;
use super::record::{Kind, number_names};
use super::{ImportError, ImportOptions};
use std::collections::{BTreeMap, HashMap};
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
        Kind::Contacts => &[],
    }
}

/// The own field a heading is recognised as.
pub fn field_of(kind: Kind, heading: &str) -> Option<&'static str> {
    let folded = fold_word(heading);
    let fields = headings().get(kind.code())?;
    // The field's own word wins over another field's alias.
    let own = fields.keys().find(|field| fold_word(field) == folded);
    own.or_else(|| fields.iter().find(|(_, list)| list.iter().any(|h| fold_word(h) == folded)).map(|(field, _)| field))
        .map(String::as_str)
}

/// Several columns may feed these; any other field takes its first column.
const MANY: [&str; 6] = ["email", "phone", "wechat", "address", "url", "other"];

/// What the columns of one file are.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Field and column, in the order of the file.
    fields: Vec<(&'static str, usize)>,
    /// Columns without a field: heading and column.
    pub extra: Vec<(String, usize)>,
}

impl Columns {
    /// The column of a field.
    pub fn find(&self, field: &str) -> Option<usize> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, column)| *column)
    }

    /// Every column of a field.
    pub fn all<'a>(&'a self, field: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.fields.iter().filter(move |(name, _)| *name == field).map(|(_, column)| *column)
    }

    fn of(kind: Kind, heads: &[String], map: &[(String, String)]) -> Result<Columns, ImportError> {
        let mut taken: Vec<Option<&'static str>> = vec![None; heads.len()];
        for (field, heading) in map {
            let known = headings().get(kind.code()).and_then(|fields| fields.keys().find(|f| *f == field));
            let known = known.ok_or_else(|| ImportError::NoField { field: field.clone(), kind, known: fields_of(kind) })?;
            let column = heads.iter().position(|h| h == heading).or_else(|| {
                let folded = fold_word(heading);
                heads.iter().position(|h| fold_word(h) == folded)
            });
            let column = column.ok_or_else(|| ImportError::NoHeading { heading: heading.clone(), found: heads.join(", ") })?;
            taken[column] = Some(known.as_str());
        }
        let mut seen: Vec<&str> = taken.iter().flatten().copied().collect();
        // Own words first, so that `name` beats `company` as the client's name wherever it stands.
        for exact in [true, false] {
            for (slot, head) in taken.iter_mut().zip(heads) {
                let Some(field) = field_of(kind, head).filter(|_| slot.is_none()) else { continue };
                let fits = !exact || fold_word(field) == fold_word(head);
                if fits && (MANY.contains(&field) || !seen.contains(&field)) {
                    seen.push(field);
                    *slot = Some(field);
                }
            }
        }
        let fields = taken.iter().enumerate().filter_map(|(i, f)| f.map(|f| (f, i))).collect();
        let extra = heads.iter().enumerate().filter(|(i, _)| taken[*i].is_none());
        let mut names: Vec<(String, String)> = extra.map(|(i, head)| (extra_name(head, i), i.to_string())).collect();
        number_names(&mut names);
        let extra = names.into_iter().filter_map(|(name, i)| Some((name, i.parse().ok()?))).collect();
        Ok(Columns { fields, extra })
    }
}

/// The name an unknown column is kept under.
fn extra_name(head: &str, column: usize) -> String {
    let name = head.trim();
    let name = name.strip_prefix("extra:").unwrap_or(name);
    if name.is_empty() { format!("column {}", column + 1) } else { name.to_owned() }
}

/// The heading an extra field is exported under: its name, unless a reader would take that for something else.
pub fn extra_heading(name: &str) -> String {
    let known = || Kind::OWN.into_iter().any(|kind| field_of(kind, name).is_some());
    let plain = name.trim() == name && !name.is_empty() && !name.starts_with("extra:") && !known();
    if plain { name.to_owned() } else { format!("extra:{name}") }
}

/// The fields `--map` can name, for a message.
fn fields_of(kind: Kind) -> String {
    let fields: Vec<&str> = headings().get(kind.code()).map(|f| f.keys().map(String::as_str).collect()).unwrap_or_default();
    fields.join(", ")
}

/// What the file is about and which column is which: `--as` and `--map` first, else the first kind whose needed fields are there.
pub fn recognise(heads: &[String], options: &ImportOptions) -> Result<(Kind, Columns), ImportError> {
    let needed = |kind: Kind| -> &[&str] {
        match kind {
            Kind::Touches => &["client", "channel", "at"],
            Kind::Invoices => &["client", "amount"],
            Kind::People => &["client", "name"],
            _ => &["name"],
        }
    };
    let missing = |kind: Kind, columns: &Columns| {
        let gone: Vec<&str> = needed(kind).iter().copied().filter(|f| columns.find(f).is_none()).collect();
        // An invoice needs a day; without one it is something else.
        let day = kind == Kind::Invoices && columns.find("issued").is_none();
        gone.first().copied().or(day.then_some("issued"))
    };
    if let Some(kind) = options.kind {
        let columns = Columns::of(kind, heads, &options.map)?;
        return match missing(kind, &columns) {
            Some(field) => Err(ImportError::NoColumn { field, kind, found: heads.join(", ") }),
            None => Ok((kind, columns)),
        };
    }
    let mut first_error = None;
    for kind in [Kind::Touches, Kind::Invoices, Kind::People, Kind::Clients] {
        match Columns::of(kind, heads, &options.map) {
            Ok(columns) if missing(kind, &columns).is_none() => {
                // A list of clients with a contact person each is no list of people, unless it says what they are.
                let contact = columns.find("name").and_then(|column| field_of(Kind::Clients, &heads[column]));
                if kind == Kind::People && contact == Some("person") && columns.find("role").is_none() {
                    continue;
                }
                return Ok((kind, columns));
            }
            Ok(_) => {}
            // A field that this kind lacks may be another kind's; a heading that is nowhere is wrong for all.
            Err(error @ ImportError::NoHeading { .. }) => first_error = Some(error),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    Err(first_error.unwrap_or(ImportError::NoKind { found: heads.join(", ") }))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn heads(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    fn kind_of(line: &str) -> Option<Kind> {
        recognise(&heads(line), &ImportOptions::default()).ok().map(|(kind, _)| kind)
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
        assert_eq!(kind_of("ＮＡＭＥ, E-Mail "), Some(Kind::Clients));
        assert_eq!(kind_of("a,b,c"), None);
    }

    #[test]
    fn a_mapping_wins_and_a_wrong_one_is_named() {
        let mut options = ImportOptions { map: vec![("name".into(), "firma".into())], ..ImportOptions::default() };
        let (kind, columns) = recognise(&heads("Firma,x"), &options).unwrap();
        assert_eq!((kind, columns.find("name")), (Kind::Clients, Some(0)));
        options.map = vec![("name".into(), "nothing".into())];
        assert!(matches!(recognise(&heads("Firma,x"), &options), Err(ImportError::NoHeading { .. })));
        options.map = vec![("nonsense".into(), "Firma".into())];
        options.kind = Some(Kind::Clients);
        assert!(matches!(recognise(&heads("Firma,x"), &options), Err(ImportError::NoField { .. })));
    }
}
