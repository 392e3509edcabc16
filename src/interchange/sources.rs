//! The programs whose address books are known by their headings: Google, Outlook, Thunderbird.
//! Their alias tables are in `assets/import/`; home-made sheets are `headings`' business.

use super::cells::fold_word;
use super::columns::{Part, Spec};
use crate::domain::message::Message;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

/// Where a file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// This program's own headings.
    Own,
    /// Google Contacts.
    Google,
    /// Google Contacts with its older headings.
    GoogleOld,
    /// Outlook, on the desktop or the web.
    Outlook,
    /// Thunderbird.
    Thunderbird,
    /// A sheet somebody made.
    HomeMade,
    /// vCard 2.1.
    VCard21,
    /// vCard 3.0.
    VCard3,
    /// vCard 4.0.
    VCard4,
}

impl Source {
    /// The word in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Source::Own => "own",
            Source::Google => "google",
            Source::GoogleOld => "google-old",
            Source::Outlook => "outlook",
            Source::Thunderbird => "thunderbird",
            Source::HomeMade => "home-made",
            Source::VCard21 => "vcard-2.1",
            Source::VCard3 => "vcard-3.0",
            Source::VCard4 => "vcard-4.0",
        }
    }

    /// The source in the user's words.
    pub fn message(self) -> Message {
        Message::new(match self {
            Source::Own => "import-source-own",
            Source::Google => "import-source-google",
            Source::GoogleOld => "import-source-google-old",
            Source::Outlook => "import-source-outlook",
            Source::Thunderbird => "import-source-thunderbird",
            Source::HomeMade => "import-source-home-made",
            Source::VCard21 => "import-source-vcard-21",
            Source::VCard3 => "import-source-vcard-3",
            Source::VCard4 => "import-source-vcard-4",
        })
    }
}

type Aliases = BTreeMap<String, Vec<String>>;

#[derive(Deserialize, Default)]
#[serde(default)]
struct File {
    marks: Vec<String>,
    old_marks: Vec<String>,
    need: usize,
    columns: Aliases,
    numbered: Aliases,
    parts: Aliases,
    defaults: Aliases,
}

struct Table {
    source: Source,
    file: File,
    marks: HashSet<String>,
    columns: HashMap<String, Spec>,
    defaults: HashMap<String, Vec<String>>,
}

fn tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| {
        [
            (Source::Google, include_str!("../../assets/import/google.toml")),
            (Source::Thunderbird, include_str!("../../assets/import/thunderbird.toml")),
            (Source::Outlook, include_str!("../../assets/import/outlook.toml")),
        ]
        .into_iter()
        // The files are embedded; a test reads them, so an unreadable one cannot be shipped.
        .map(|(source, text)| table(source, toml::from_str(text).unwrap_or_default()))
        .collect()
    })
}

fn table(source: Source, file: File) -> Table {
    let fold = |list: &[String]| list.iter().map(|word| fold_word(word)).collect();
    let mut columns = HashMap::new();
    for (key, list) in &file.columns {
        if let Some(spec) = spec(key) {
            columns.extend(list.iter().map(|heading| (fold_word(heading), spec.clone())));
        }
    }
    let defaults = file.defaults.iter().map(|(heading, list)| (fold_word(heading), list.clone())).collect();
    Table { source, marks: fold(&file.marks), columns, defaults, file }
}

/// Every field a column can be, so that the words of the tables need no memory of their own.
const FIELDS: [&str; 22] = [
    "-",
    "name",
    "prefix",
    "first",
    "middle",
    "last",
    "suffix",
    "company",
    "department",
    "role",
    "birthday",
    "birth_year",
    "birth_month",
    "birth_day",
    "note",
    "tags",
    "photo",
    "email",
    "phone",
    "url",
    "address",
    "other",
];

/// Reads a key of a table: `phone:work`, `address:work:street`.
fn spec(key: &str) -> Option<Spec> {
    let mut words = key.split(':');
    let field = words.next().and_then(|field| FIELDS.into_iter().find(|f| *f == field))?;
    let label = words.next().map(str::to_owned);
    let part = words.next().map_or(Some(Part::Whole), Part::parse)?;
    let group = (part != Part::Whole).then(|| label.clone().unwrap_or_default());
    Some(Spec { field, label, group, part })
}

/// `E-mail 2 - Value` as topic, number and part.
pub fn numbered(head: &str) -> Option<(&str, u32, &str)> {
    let (left, part) = head.split_once(" - ")?;
    let (topic, number) = left.rsplit_once(' ')?;
    Some((topic, number.parse().ok()?, part))
}

impl Table {
    fn numbered(&self, head: &str) -> Option<Spec> {
        let (topic, number, part) = numbered(head.trim())?;
        let has = |aliases: &Aliases, word: &str| {
            aliases
                .iter()
                .find(|(_, list)| list.iter().any(|known| known.eq_ignore_ascii_case(word)))
                .map(|(key, _)| key.clone())
        };
        let field = has(&self.file.numbered, topic)?;
        let part = has(&self.file.parts, part).and_then(|word| Part::parse(&word))?;
        let field = FIELDS.into_iter().find(|f| *f == field)?;
        Some(Spec { field, label: None, group: Some(format!("{topic} {number}")), part })
    }

    fn spec_of(&self, head: &str) -> Option<Spec> {
        self.columns.get(&fold_word(head)).cloned().or_else(|| self.numbered(head))
    }
}

/// The source whose marks these headings bear, and what it calls its columns.
pub fn known(heads: &[String]) -> Option<(Source, Vec<Option<Spec>>)> {
    let folded: HashSet<String> = heads.iter().map(|head| fold_word(head)).collect();
    let marked = |table: &&Table| {
        let listed = table.source == Source::Google && heads.iter().any(|head| table.numbered(head).is_some());
        let count = folded.iter().filter(|head| table.marks.contains(*head)).count();
        let names = ["name", "first", "last", "company"];
        let named = heads.iter().any(|head| table.columns.get(&fold_word(head)).is_some_and(|s| names.contains(&s.field)));
        named && (listed || count >= table.file.need.max(1))
    };
    let table = tables().iter().find(marked)?;
    let old = table.file.old_marks.iter().any(|mark| folded.contains(&fold_word(mark)));
    let source = if table.source == Source::Google && old { Source::GoogleOld } else { table.source };
    Some((source, heads.iter().map(|head| table.spec_of(head)).collect()))
}

/// Whether a heading is one of a known source.
pub fn is_known(head: &str) -> bool {
    let folded = fold_word(head);
    tables().iter().any(|table| table.columns.contains_key(&folded) || table.marks.contains(&folded))
}

/// Whether a value only says that nobody said anything.
pub fn says_nothing(source: Source, head: &str, value: &str) -> bool {
    let table = tables().iter().find(|table| table.source == source);
    let listed = table.and_then(|table| table.defaults.get(&fold_word(head)));
    listed.is_some_and(|list| list.iter().any(|default| default.eq_ignore_ascii_case(value.trim())))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_tables_is_understood() {
        for table in tables() {
            assert!(!table.marks.is_empty() && !table.file.columns.is_empty(), "{:?}", table.source);
            for key in table.file.columns.keys() {
                assert!(spec(key).is_some(), "{key}");
            }
            for field in table.file.numbered.keys() {
                assert!(FIELDS.contains(&field.as_str()), "{field}");
            }
            for part in table.file.parts.keys() {
                assert!(Part::parse(part).is_some(), "{part}");
            }
        }
        assert_eq!(numbered("E-mail 2 - Value"), Some(("E-mail", 2, "Value")));
        assert_eq!(numbered("Custom Field 1 - Label"), Some(("Custom Field", 1, "Label")));
        assert_eq!(numbered("Notes"), None);
    }

    #[test]
    fn sources_are_known_by_their_marks() {
        let of = |line: &str| known(&line.split(',').map(str::to_owned).collect::<Vec<_>>()).map(|(source, _)| source);
        assert_eq!(of("First Name,Last Name,E-mail Address,Business Phone,Company"), Some(Source::Outlook));
        assert_eq!(of("姓,名,单位,商务电话,电子邮件地址"), Some(Source::Outlook));
        assert_eq!(of("First Name,Last Name,Display Name,Primary Email"), Some(Source::Thunderbird));
        assert_eq!(of("First Name,Labels,E-mail 1 - Value"), Some(Source::Google));
        assert_eq!(of("Name,Given Name,Group Membership"), Some(Source::GoogleOld));
        assert_eq!(of("name,email,phone"), None);
        assert_eq!(of("客户名称,联系人,手机"), None);
    }
}
