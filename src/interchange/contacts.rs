//! A row of an address book as a person at their company, or as a client of their own: names, addresses and birthdays in parts.
//! Which column is which part stands in `sources` and `headings`; cards are `vcard`'s business.

use super::cells;
use super::columns::{Part, Spec};
use super::record::*;
use super::row::{Cell, Row};
use super::sources::{self, Source, numbered};
use crate::domain::action::NewPoint;
use crate::domain::message::Message;
use crate::domain::validate::is_blank;
use crate::domain::words::{ClientKind, PointKind};

/// Forms of address that are no part of a name.
const COURTESY: [&str; 16] = [
    "mr", "mrs", "ms", "miss", "mister", "sir", "madam", "herr", "frau", "monsieur", "mme", "先生", "女士", "小姐", "太太",
    "夫人",
];

/// Whether a text is written in Chinese, Japanese or Korean.
fn is_wide(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
}

/// First, middle and last name as one: Chinese, Japanese and Korean names family first and without blanks.
pub fn full_name(prefix: &str, first: &str, middle: &str, last: &str, suffix: &str) -> String {
    if is_wide(first) || is_wide(last) {
        return format!("{}{}{}", last.trim(), middle.trim(), first.trim());
    }
    let parts = [prefix, first, middle, last, suffix].into_iter().map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// What kind of address a number of this label is: a fax or a pager is nobody to call.
pub fn number_kind(label: Option<&str>) -> PointKind {
    let label = label.unwrap_or_default().to_lowercase();
    let other =
        ["fax", "传真", "傳真", "pager", "寻呼", "telex", "电报", "tty", "isdn"].iter().any(|word| label.contains(word));
    if other { PointKind::Other } else { PointKind::Phone }
}

/// A label without Google's mark of preference.
fn label(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('*').trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Several values in one cell of Google's.
fn split_values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(":::").map(str::trim).filter(|part| !part.is_empty())
}

/// An address of its parts, as it is written where it is.
fn address(parts: &[(Part, &str)]) -> String {
    let of = |part: Part| parts.iter().filter(move |(p, _)| *p == part).map(|(_, text)| text.trim());
    let all = |order: &[Part]| -> Vec<&str> { order.iter().flat_map(|part| of(*part)).collect() };
    if parts.iter().any(|(_, text)| is_wide(text)) {
        let line = all(&[Part::Region, Part::City, Part::Street, Part::More, Part::Box]).concat();
        let rest = all(&[Part::Code, Part::Country]);
        return std::iter::once(line.as_str()).filter(|line| !line.is_empty()).chain(rest).collect::<Vec<_>>().join(", ");
    }
    all(&[Part::Street, Part::More, Part::Box, Part::City, Part::Region, Part::Code, Part::Country]).join(", ")
}

/// Mobile numbers first, then those at work; an assistant's or a car's come last.
fn rank(label: Option<&str>) -> usize {
    match label {
        Some("cell" | "手机") => 0,
        None | Some("work" | "工作") => 1,
        Some("home" | "住宅") => 2,
        Some("company" | "公司总机") => 3,
        Some("other" | "其他") => 4,
        Some(_) => 5,
    }
}

impl Row<'_> {
    fn first_of(&self, field: &str) -> &str {
        let hits = self.columns.all(field).filter_map(|column| self.at(column));
        hits.map(str::trim).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// A row of an address book.
    pub(super) fn contact(&self) -> Cell<Record> {
        let mut person = PersonRecord { line: self.line, ..PersonRecord::default() };
        let mut extra: Vec<(String, String)> = Vec::new();
        let [first, middle, last] = ["first", "middle", "last"].map(|field| self.first_of(field));
        let wide = is_wide(first) || is_wide(last);
        // Of a Chinese name the title is kept beside it; a Western one bears it, unless it is mere courtesy.
        let mut title = |field| {
            let text = self.first_of(field);
            let courtesy = COURTESY.contains(&text.trim_end_matches('.').to_lowercase().as_str());
            if !text.is_empty() && (wide || courtesy) {
                extra.extend(self.columns.find(field).map(|column| (self.columns.name_of(column), text.to_owned())));
                return "";
            }
            text
        };
        let (prefix, suffix) = (title("prefix"), title("suffix"));
        let named = self.first_of("name");
        person.name = match (named, wide) {
            ("", _) | (_, true) => full_name(prefix, first, middle, last, suffix),
            (name, false) => name.to_owned(),
        };
        let company = self.first_of("company").to_owned();
        let text = |field| Some(self.first_of(field)).filter(|text| !text.is_empty()).map(str::to_owned);
        person.role = text("role");
        person.note = self.cell("note").map(str::to_owned);
        person.external_id = text("external_id");
        extra.extend(text("department").map(|department| ("department".to_owned(), department)));
        person.birthday = match self.soft("birthday", self.birthday())? {
            None => self.birth_parts(&mut extra),
            birthday => birthday,
        };
        if self.columns.all("photo").any(|column| self.at(column).is_some()) {
            self.aside.photos.set(self.aside.photos.get() + 1);
        }
        person.tags = self.labels();
        person.points = self.reached_at();
        let mut about = self.facts()?;
        for (name, column) in &self.columns.extra {
            let Some(value) = self.at(*column) else { continue };
            let head = self.columns.heads.get(*column).map_or("", String::as_str);
            if numbered(head).is_some() || sources::says_nothing(self.source, head, value) {
                continue;
            }
            let into = if super::headings::is_of_client(head) { &mut about.extra } else { &mut extra };
            into.push((name.clone(), value.to_owned()));
        }
        extra.extend(self.numbered_extra());
        self.keep(&mut extra, &person.name);
        number_names(&mut extra);
        person.extra = extra;
        person.about = about.or_nothing();
        place(person, company)
    }

    /// A birthday in three columns. What cannot be one is kept as it stands.
    fn birth_parts(&self, extra: &mut Vec<(String, String)>) -> Option<Birthday> {
        let fields = ["birth_year", "birth_month", "birth_day"];
        let [year, month, day] = fields.map(|field| self.first_of(field));
        let date = || {
            let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
            let year: Option<i32> = year.parse().ok().filter(|year| *year != 1604 && *year > 0);
            chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day)?;
            Some((u8::try_from(month).ok()?, u8::try_from(day).ok()?, year))
        };
        let date = date();
        if date.is_none() {
            for field in fields {
                let column = self.columns.find(field).filter(|_| !self.first_of(field).is_empty());
                extra.extend(column.map(|column| (self.columns.name_of(column), self.first_of(field).to_owned())));
            }
        }
        date
    }

    /// Groups, categories and labels as tags; the group that holds everybody is none.
    fn labels(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for cell in self.columns.all("tags").filter_map(|column| self.at(column)) {
            let parts: Vec<&str> = match self.source {
                Source::Google | Source::GoogleOld => split_values(cell).collect(),
                _ => cell.split([';', '；', ',', '，', '、']).collect(),
            };
            for tag in parts.into_iter().filter_map(label).filter(|tag| tag != "myContacts") {
                if !tags.contains(&tag) {
                    tags.push(tag);
                }
            }
        }
        tags
    }

    /// Every address, number and page of the row, preferred first.
    fn reached_at(&self) -> Vec<NewPoint> {
        const KINDS: [(&str, PointKind); 6] = [
            ("email", PointKind::Email),
            ("phone", PointKind::Phone),
            ("wechat", PointKind::Wechat),
            ("address", PointKind::Address),
            ("url", PointKind::Url),
            ("other", PointKind::Other),
        ];
        let mut found: Vec<NewPoint> = Vec::new();
        for (field, kind) in KINDS {
            let specs: Vec<&(usize, Spec)> = self.columns.specs.iter().filter(|(_, spec)| spec.field == field).collect();
            let mut done: Vec<&str> = Vec::new();
            for (column, spec) in &specs {
                // Most columns of an address book are empty.
                if self.at(*column).is_none() {
                    continue;
                }
                let group = spec.group.as_deref();
                let of_group = || specs.iter().filter(|(_, other)| group.is_some() && other.group.as_deref() == group);
                let said = of_group().find(|(_, s)| s.part == Part::Label).and_then(|(at, _)| self.at(*at)).and_then(label);
                let label = said.or_else(|| spec.label.clone());
                if spec.part == Part::Whole {
                    let values: Vec<String> = match (self.at(*column), kind) {
                        (None, _) => continue,
                        (Some(cell), PointKind::Address) => split_values(cell).map(str::to_owned).collect(),
                        (Some(cell), _) => split_values(cell).flat_map(|part| self.several(kind, part)).collect(),
                    };
                    let kind = if kind == PointKind::Phone { number_kind(label.as_deref()) } else { kind };
                    found.extend(values.into_iter().map(|value| NewPoint { kind, value, label: label.clone() }));
                    continue;
                }
                // The parts of an address make one, unless it stands there whole.
                let Some(group) = group.filter(|group| spec.part != Part::Label && !done.contains(group)) else { continue };
                done.push(group);
                let whole = |(at, s): &&&(usize, Spec)| s.part == Part::Whole && self.at(*at).is_some();
                let same_label = specs.iter().find(|(at, s)| {
                    s.part == Part::Whole
                        && s.group.is_none()
                        && s.label == spec.label
                        && s.label.is_some()
                        && self.at(*at).is_some()
                });
                if of_group().find(whole).is_some() || same_label.is_some() {
                    continue;
                }
                let parts = of_group().filter(|(_, s)| !matches!(s.part, Part::Label | Part::Whole));
                let parts: Vec<(Part, &str)> = parts.filter_map(|(at, s)| Some((s.part, self.at(*at)?))).collect();
                let value = address(&parts);
                if !value.is_empty() {
                    found.push(NewPoint { kind, value, label });
                }
            }
        }
        if matches!(self.source, Source::Outlook | Source::Thunderbird) {
            found.sort_by_key(|point| (point.kind != PointKind::Email, rank(point.label.as_deref())));
        }
        let mut points = Vec::new();
        add_points(&mut points, &found);
        points
    }

    /// Google's numbered things without a place, such as `Custom Field 1` or a second organisation, under their own label.
    fn numbered_extra(&self) -> Vec<(String, String)> {
        let mut extra = Vec::new();
        let cells = || {
            self.columns.extra.iter().filter_map(|(_, column)| {
                let cell = self.at(*column)?;
                let (topic, number, part) = numbered(self.columns.heads.get(*column)?)?;
                Some((topic, number, part, cell))
            })
        };
        for (topic, number, part, cell) in cells() {
            if topic == "Organization" {
                if !matches!(part, "Type" | "Label") {
                    extra.push((format!("Organization {number} - {part}"), cell.to_owned()));
                }
                continue;
            }
            if matches!(part, "Label" | "Type") {
                continue;
            }
            let said = cells().find(|(t, n, p, _)| (*t, *n) == (topic, number) && matches!(*p, "Label" | "Type"));
            let name = said.and_then(|(.., text)| label(text)).unwrap_or_else(|| format!("{topic} {number}"));
            extra.extend(split_values(cell).map(|value| (name.clone(), value.to_owned())));
        }
        extra
    }
}

/// Who a record is: a person at their company, a company, or a client of their own.
pub fn place(mut person: PersonRecord, company: String) -> Cell<Record> {
    if is_blank(&person.name) && is_blank(&company) {
        // A contact of nothing but an address is called by it, as address books show it.
        let says_who = |point: &&NewPoint| point.kind != PointKind::Url && point.kind != PointKind::Address;
        person.name = person.points.iter().find(says_who).map(|point| point.value.clone()).unwrap_or_default();
    }
    // A company entered as a contact of its own name.
    if cells::fold(&person.name) == cells::fold(&company) {
        person.name.clear();
    }
    Ok(match (is_blank(&person.name), is_blank(&company)) {
        (true, true) => return Err(Message::new("import-rejected-missing").with("field", "name")),
        (true, false) => {
            let mut client = PersonRecord { name: company, ..person }.into_client();
            client.kind = Some(ClientKind::Org);
            Record::Client(Box::new(client))
        }
        (false, true) => Record::Client(Box::new(person.into_client())),
        (false, false) => Record::Person(Box::new(PersonRecord { client: Some(company), ..person })),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_are_put_together_as_they_are_spoken() {
        assert_eq!(full_name("Dr.", "Ada", "", "Lovelace", ""), "Dr. Ada Lovelace");
        assert_eq!(full_name("", "John", "Q", "Doe", "Jr."), "John Q Doe Jr.");
        assert_eq!(full_name("", "小明", "", "王", ""), "王小明");
        let parts = [(Part::City, "深圳市"), (Part::Street, "科技路1号"), (Part::Region, "广东省"), (Part::Code, "518000")];
        assert_eq!(address(&parts), "广东省深圳市科技路1号, 518000");
        let parts = [(Part::Box, "PO 9"), (Part::City, "Hamburg"), (Part::Street, "Kai 4"), (Part::Code, "20457")];
        assert_eq!(address(&parts), "Kai 4, PO 9, Hamburg, 20457");
        assert_eq!(number_kind(Some("Work Fax")), PointKind::Other);
        assert_eq!(number_kind(Some("工作")), PointKind::Phone);
    }
}
