//! The look at a file before it is imported: what it is, which column becomes what, and the first values of each. Everything can be
//! changed and is looked at again. What a heading means is decided by `interchange`; reading the file is the shell's work.

use super::command::Do;
use super::dialog::Dialog;
use super::field::Field;
use super::key::Key;
use super::model::Model;
use super::msg::Effect;
use crate::domain::message::Message;
use crate::i18n::Words;
use crate::interchange::record::Kind;
use crate::interchange::{ColumnPreview, DateOrder, Encoding, ImportOptions, KEEP, LEAVE, Preview, takes_many};
use crate::text::{self, NameKeys, Needle};

/// Encodings to go through; before the first one it is found by itself.
const ENCODINGS: [&str; 7] = ["gb18030", "utf-8", "big5", "cp1252", "utf-16le", "utf-16be", "shift-jis"];

/// What the shell found in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    /// What it looks like; none when its bytes are no text.
    pub preview: Option<Preview>,
    /// Why it cannot be imported as it is read now.
    pub problem: Option<Message>,
    /// Lines that would be refused, and the first of them with its reason.
    pub refused: (usize, Option<Message>),
}

/// The choice of a field for one column.
#[derive(Debug, Clone)]
pub struct Choosing {
    /// What is typed of its name.
    pub field: Field,
    /// The fields that fit, in the order shown.
    pub shown: Vec<&'static str>,
    /// The chosen one.
    pub selected: usize,
}

/// The look at a file.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// The path as typed.
    pub path: String,
    /// What was said about the file.
    pub options: ImportOptions,
    /// What was found.
    pub looked: Looked,
    /// The chosen column.
    pub at: usize,
    /// The list of fields, while one is chosen.
    pub choosing: Option<Choosing>,
    /// Why the import did not happen.
    pub error: Option<Message>,
    /// What the file was taken for at first.
    found: Option<Kind>,
    /// How the encoding was named, when it was.
    pub encoding: Option<&'static str>,
}

impl Mapping {
    /// The columns of the file; none for cards.
    pub fn columns(&self) -> &[ColumnPreview] {
        self.looked.preview.as_ref().map_or(&[], |p| &p.columns)
    }

    /// The chosen column.
    pub fn column(&self) -> Option<&ColumnPreview> {
        self.columns().get(self.at)
    }

    /// What the file is read as.
    pub fn kind_shown(&self) -> Option<Kind> {
        self.looked.preview.as_ref().map(|p| p.kind)
    }

    /// What a column can be: left out, kept, or a field of the kind.
    fn choices(&self) -> Vec<&'static str> {
        let fields = self.looked.preview.iter().flat_map(|p| p.fields.iter().copied());
        // The labels beside a value are the business of the programs that write them.
        [LEAVE, KEEP].into_iter().chain(fields.filter(|f| !f.ends_with("_labels"))).collect()
    }

    fn again(&mut self) -> Vec<Effect> {
        self.error = None;
        vec![Effect::LookAt(self.path.clone(), Box::new(self.options.clone()))]
    }

    /// The chosen column becomes this.
    fn put(&mut self, field: &'static str) -> Vec<Effect> {
        let Some(heading) = self.column().map(|c| c.heading.clone()) else { return Vec::new() };
        // A field for one column is taken away from the column that had it.
        let many = [LEAVE, KEEP].contains(&field) || takes_many(field);
        self.options.map.retain(|(f, h)| *h != heading && (f != field || many));
        self.options.map.push((field.to_owned(), heading));
        self.again()
    }

    /// The field before or after the present one.
    fn turn(&mut self, n: isize) -> Vec<Effect> {
        let choices = self.choices();
        let Some(column) = self.column() else { return Vec::new() };
        let now = column.field.unwrap_or(KEEP);
        let at = choices.iter().position(|f| *f == now).unwrap_or(0) as isize;
        let next = (at + n).rem_euclid(choices.len().max(1) as isize) as usize;
        choices.get(next).copied().map_or_else(Vec::new, |field| self.put(field))
    }

    /// The kind after the one shown; what was said of the columns was said of the old one. Cards and mixed lists have a kind that cannot
    /// be named: it comes back behind the last.
    fn kind(&mut self) -> Vec<Effect> {
        let shown = self.options.kind.or(self.found);
        let next = shown.and_then(|kind| Kind::OWN.iter().position(|k| *k == kind)).map_or(0, |at| at + 1);
        let mixed = self.found == Some(Kind::Contacts);
        self.options.kind = Kind::OWN.get(next).or(Kind::OWN.first().filter(|_| !mixed)).copied();
        self.options.map.clear();
        self.again()
    }

    fn encoding(&mut self) -> Vec<Effect> {
        let at = self.encoding.and_then(|name| ENCODINGS.iter().position(|e| *e == name));
        self.encoding = ENCODINGS.get(at.map_or(0, |at| at + 1)).copied();
        self.options.encoding = self.encoding.and_then(Encoding::parse);
        self.options.map.clear();
        self.again()
    }

    fn dates(&mut self) -> Vec<Effect> {
        self.options.date_order = match self.options.date_order {
            None => Some(DateOrder::Dmy),
            Some(DateOrder::Dmy) => Some(DateOrder::Mdy),
            Some(DateOrder::Mdy) => None,
        };
        self.again()
    }

    /// Moves in the columns, or in the fields while one is chosen.
    pub fn step(&mut self, n: isize) {
        let (at, last) = match &mut self.choosing {
            Some(choosing) => (&mut choosing.selected, choosing.shown.len()),
            None => (&mut self.at, self.looked.preview.as_ref().map_or(0, |p| p.columns.len())),
        };
        *at = at.saturating_add_signed(n).min(last.saturating_sub(1));
    }

    fn search(&mut self, words: &Words) {
        let choices = self.choices();
        let kind = self.kind_shown();
        let Some(choosing) = &mut self.choosing else { return };
        let needle = Needle::new(choosing.field.trimmed());
        let fits = |field: &&str| {
            let name = name(words, kind, field);
            needle.is_empty() || text::matches(&needle, &NameKeys::new(&name)).is_some() || needle.contains(&text::fold(field))
        };
        choosing.shown = choices.into_iter().filter(fits).collect();
        choosing.selected = 0;
    }
}

/// What a field is called; some are called otherwise where the file is about something else than clients.
pub fn name(words: &Words, kind: Option<Kind>, field: &str) -> String {
    let id = match field {
        LEAVE => "map-field-leave".to_owned(),
        KEEP => "map-field-keep".to_owned(),
        field => format!("map-field-{field}"),
    };
    let own = kind.map(|kind| format!("map-field-{}-{field}", kind.code())).filter(|own| words.has(own));
    let id = own.unwrap_or(id);
    if words.has(&id) { words.get(&id) } else { field.to_owned() }
}

/// Asks for a look at a file.
pub fn look(path: String) -> Vec<Effect> {
    vec![Effect::LookAt(path, Box::default())]
}

/// The file was looked at, for the first time or again.
pub fn looked(model: &mut Model, path: String, options: ImportOptions, looked: Looked) {
    if let Some(Dialog::Mapping(mapping)) = model.dialogs.last_mut() {
        // A look that failed keeps the columns that were seen before.
        let preview = looked.preview.or_else(|| mapping.looked.preview.take());
        mapping.looked = Looked { preview, ..looked };
        mapping.step(0);
        return;
    }
    let found = looked.preview.as_ref().map(|p| p.kind);
    let mapping = Mapping { path, options, looked, at: 0, choosing: None, error: None, found, encoding: None };
    model.dialogs.push(Dialog::Mapping(Box::new(mapping)));
}

/// A letter of a field's name; a digit takes the line with that number.
pub fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let words = &model.words;
    let Some(Dialog::Mapping(mapping)) = model.dialogs.last_mut() else { return Vec::new() };
    let Some(choosing) = &mut mapping.choosing else { return Vec::new() };
    let digit = key.typed().and_then(|c| c.to_digit(10)).filter(|n| *n > 0);
    if let Some(field) = digit.and_then(|n| choosing.shown.get(n as usize - 1)).copied() {
        mapping.choosing = None;
        return mapping.put(field);
    }
    if choosing.field.key(key) {
        mapping.search(words);
    }
    Vec::new()
}

/// Pasted text is text of the field's name.
pub fn paste(model: &mut Model, text: &str) {
    let words = &model.words;
    if let Some(Dialog::Mapping(mapping)) = model.dialogs.last_mut()
        && let Some(choosing) = &mut mapping.choosing
    {
        choosing.field.paste(text);
        mapping.search(words);
    }
}

/// A key of the look, or of the list of fields.
pub fn run(model: &mut Model, id: Do) -> Vec<Effect> {
    let words = &model.words;
    let Some(Dialog::Mapping(mapping)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::MapImport => return vec![Effect::Import(mapping.path.clone(), Box::new(mapping.options.clone()))],
        Do::MapDown | Do::FieldDown => mapping.step(1),
        Do::MapUp | Do::FieldUp => mapping.step(-1),
        Do::MapNext => return mapping.turn(1),
        Do::MapBack => return mapping.turn(-1),
        Do::MapLeave => return mapping.put(LEAVE),
        Do::MapKeep => return mapping.put(KEEP),
        Do::MapKind => return mapping.kind(),
        Do::MapEncoding => return mapping.encoding(),
        Do::MapDates => return mapping.dates(),
        Do::MapChoose => {
            mapping.choosing = Some(Choosing { field: Field::default(), shown: Vec::new(), selected: 0 });
            mapping.search(words);
        }
        Do::FieldTake => {
            let taken = mapping.choosing.take();
            if let Some(field) = taken.and_then(|c| c.shown.get(c.selected).copied()) {
                return mapping.put(field);
            }
        }
        Do::FieldClose => mapping.choosing = None,
        Do::MapClose => {
            model.dialogs.pop();
        }
        _ => {}
    }
    Vec::new()
}
