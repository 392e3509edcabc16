//! What an import says afterwards, and why a whole file cannot be read.
//! Which figure a record counts in is decided in `plan`.

use super::record::{Kind, Rejected};
use super::sources::Source;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::i18n::Words;
use serde_json::{Value, json};

/// Why nothing of a file could be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Another encoding.
    #[error("line {line}, byte {byte}: not UTF-8")]
    NotUtf8 {
        /// Line, from 1.
        line: usize,
        /// Byte of the line, from 1.
        byte: usize,
    },
    /// Not the encoding that was named.
    #[error("the file is not {encoding}")]
    NotEncoding {
        /// The encoding named.
        encoding: &'static str,
    },
    /// A workbook that cannot be read.
    #[error("not a workbook")]
    BadSheet,
    /// A workbook of the old format.
    #[error("a workbook of the old format")]
    OldSheet,
    /// A workbook that unpacks to more than anybody's address book.
    #[error("the workbook is too large")]
    LargeSheet,
    /// The headings fit no kind.
    #[error("no kind is recognised by the headings {found}")]
    NoKind {
        /// The headings found.
        found: String,
    },
    /// A needed column is not there.
    #[error("no column for {field}")]
    NoColumn {
        /// The field.
        field: &'static str,
        /// The kind.
        kind: Kind,
        /// The headings found.
        found: String,
    },
    /// `--map` names a field that the kind does not have.
    #[error("no field {field}")]
    NoField {
        /// As typed.
        field: String,
        /// The kind.
        kind: Kind,
        /// The fields there are.
        known: String,
    },
    /// `--map` names a heading that the file does not have.
    #[error("no heading {heading}")]
    NoHeading {
        /// As typed.
        heading: String,
        /// The headings found.
        found: String,
    },
    /// Cards cannot be touches or invoices.
    #[error("a vCard file holds no {}", kind.code())]
    CardsAs {
        /// What was asked for.
        kind: Kind,
    },
}

impl ImportError {
    /// The error in words: what, where, what to do.
    pub fn message(&self) -> Message {
        match self {
            ImportError::Empty => Message::new("import-bad-empty"),
            ImportError::NotUtf8 { line, byte } => Message::new("import-bad-encoding").with("line", *line).with("byte", *byte),
            ImportError::NotEncoding { encoding } => Message::new("import-bad-other-encoding").with("encoding", *encoding),
            ImportError::BadSheet => Message::new("import-bad-sheet"),
            ImportError::OldSheet => Message::new("import-bad-old-sheet"),
            ImportError::LargeSheet => Message::new("import-bad-large-sheet"),
            ImportError::NoKind { found } => Message::new("import-bad-kind").with("found", cut(found)),
            ImportError::NoColumn { field, kind, found } => {
                Message::new("import-bad-column").with("field", *field).with("kind", kind.code()).with("found", cut(found))
            }
            ImportError::NoField { field, kind, known } => Message::new("import-bad-field")
                .with("field", cut(field))
                .with("kind", kind.code())
                .with("known", known.as_str()),
            ImportError::NoHeading { heading, found } => {
                Message::new("import-bad-heading").with("heading", cut(heading)).with("found", cut(found))
            }
            ImportError::CardsAs { kind } => Message::new("import-bad-cards").with("kind", kind.code()),
        }
    }

    /// The exit code: 2 for what was asked wrongly, 1 for the file.
    pub fn exit(&self) -> i32 {
        match self {
            ImportError::NoColumn { .. }
            | ImportError::NoField { .. }
            | ImportError::NoHeading { .. }
            | ImportError::CardsAs { .. } => 2,
            _ => 1,
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A record that was created although the book has somebody of that name.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicate {
    /// Line of the file.
    pub line: u64,
    /// Name in the file.
    pub name: String,
    /// Who is there already; no id when that one comes from the same file.
    pub existing: Option<Id>,
    /// Their name.
    pub existing_name: String,
}

/// Names listed in one line, and remarks listed one by one; what goes beyond is counted.
const NAMED: usize = 10;
const NOTED: usize = 20;

/// The outcome of an import. created + updated + unchanged + rejected are the records of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What the file was about.
    pub kind: Kind,
    /// Records that made something new.
    pub created: usize,
    /// Records that changed something there.
    pub updated: usize,
    /// Records that said nothing new.
    pub unchanged: usize,
    /// Created records that may be somebody known, by normalised name.
    pub duplicates: Vec<Duplicate>,
    /// Refused lines.
    pub rejected: Vec<Rejected>,
    /// Clients made because a touch, invoice or person named them.
    pub made_by_name: Vec<String>,
    /// Columns and properties without a place, kept as own fields.
    pub extra_columns: Vec<String>,
    /// What has no place in the book and stayed behind ("photos left out: 3").
    pub left_out: Vec<Message>,
    /// What was kept otherwise than the file may have meant: a birthday that cannot be read, an address that is none.
    pub notes: Vec<Message>,
    /// What else to do, before the next step.
    pub also: Vec<Message>,
    /// The next step.
    pub next: Message,
    /// Nothing was written.
    pub dry_run: bool,
    /// Where the file comes from.
    pub source: Source,
    /// Its encoding, by name.
    pub encoding: &'static str,
}

impl Report {
    /// 4 when lines were refused, else 0.
    pub fn exit(&self) -> i32 {
        if self.rejected.is_empty() { 0 } else { 4 }
    }

    /// The shape of `import --json`.
    pub fn json(&self, words: &Words, now: &Now) -> Value {
        let rejected: Vec<Value> =
            self.rejected.iter().map(|r| json!({"line": r.line, "reason": words.say(&r.reason, now)})).collect();
        let duplicates: Vec<Value> = self
            .duplicates
            .iter()
            .map(|d| json!({"line": d.line, "name": d.name, "existing": {"id": d.existing, "name": d.existing_name}}))
            .collect();
        json!({
            "kind": self.kind.code(),
            "source": self.source.code(),
            "encoding": self.encoding,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "duplicates": self.duplicates.len(),
            "rejected": rejected,
            "possible_duplicates": duplicates,
            "clients_made_by_name": self.made_by_name,
            "extra_columns": self.extra_columns,
            "left_out": self.left_out.iter().map(|m| words.say(m, now)).collect::<Vec<_>>(),
            "notes": self.notes.iter().map(|m| words.say(m, now)).collect::<Vec<_>>(),
            "also": self.also.iter().map(|m| words.say(m, now)).collect::<Vec<_>>(),
            "dry_run": self.dry_run,
            "next": words.say(&self.next, now),
        })
    }

    /// The report as lines of text.
    pub fn lines(&self) -> Vec<Message> {
        let id = if self.dry_run { "import-figures-dry" } else { "import-figures" };
        let mut lines = vec![
            Message::new(id)
                .with("created", self.created)
                .with("updated", self.updated)
                .with("unchanged", self.unchanged)
                .with("rejected", self.rejected.len()),
        ];
        if self.encoding != "UTF-8" {
            lines.push(Message::new("import-encoding").with("encoding", self.encoding));
        }
        if !self.made_by_name.is_empty() {
            let names: Vec<String> = self.made_by_name.iter().take(NAMED).map(|name| cut(name)).collect();
            let more = self.made_by_name.len() - names.len();
            let made = Message::new("import-made").with("count", self.made_by_name.len()).with("names", names.join(", "));
            lines.push(made.with("more", more));
        }
        for d in &self.duplicates {
            let id = if d.existing.is_some() { "import-duplicate" } else { "import-duplicate-here" };
            lines.push(
                Message::new(id)
                    .with("line", d.line.to_string())
                    .with("name", cut(&d.name))
                    .with("existing", cut(&d.existing_name)),
            );
        }
        if !self.extra_columns.is_empty() {
            let names: Vec<String> = self.extra_columns.iter().take(NAMED).map(|name| cut(name)).collect();
            let more = self.extra_columns.len() - names.len();
            lines.push(Message::new("import-extra-columns").with("names", names.join(", ")).with("more", more));
        }
        lines.extend(self.left_out.iter().cloned());
        lines.extend(self.notes.iter().take(NOTED).cloned());
        if self.notes.len() > NOTED {
            lines.push(Message::new("import-notes-more").with("count", self.notes.len() - NOTED));
        }
        for r in &self.rejected {
            lines.push(Message::new("import-rejected").with("line", r.line.to_string()).with("reason", r.reason.clone()));
        }
        lines.extend(self.also.iter().cloned());
        lines.push(self.next.clone());
        lines
    }
}
