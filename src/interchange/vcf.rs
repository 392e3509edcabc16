//! People and clients as vCards 3.0 or 4.0. Nothing a name holds can begin a property: every value is escaped and folded here.
//! What is exported is gathered in `portfolio::export`; cards are read in `vcard`.

use super::cells::birthday_text;
use super::csv_out::Exported;
use super::dates;
use super::record::{Birthday, CardDate, ClientRecord, PersonRecord};
use crate::domain::action::NewPoint;
use crate::domain::id::Id;
use crate::domain::words::{Calendar, CareKind, ClientKind, PointKind};
use std::collections::{HashMap, HashSet};

/// The version written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Version {
    /// 3.0, which every program reads.
    #[default]
    Three,
    /// 4.0.
    Four,
}

impl Version {
    /// Reads `3.0` or `4.0`.
    pub fn parse(word: &str) -> Option<Version> {
        match word {
            "3.0" | "3" => Some(Version::Three),
            "4.0" | "4" => Some(Version::Four),
            _ => None,
        }
    }
}

/// The UID of a client's card that has no other, before its id.
pub const OWN_CLIENT: &str = "touchbase-client-";
/// The UID of a person's card that has no other, before its id.
pub const OWN_PERSON: &str = "touchbase-person-";

/// Bytes of a line before it is folded.
const LINE: usize = 75;

/// One card for each person, with their client as ORG; a client without people is a card of its own.
pub fn write(clients: &[Exported<ClientRecord>], people: &[Exported<PersonRecord>], version: Version) -> String {
    let by_id: HashMap<Id, &ClientRecord> = clients.iter().map(|row| (row.id, &row.record)).collect();
    let with_people: HashSet<Id> = people.iter().map(|row| row.client).collect();
    let mut out = String::new();
    for row in clients.iter().filter(|row| !with_people.contains(&row.id)) {
        let client = &row.record;
        let organisation = client.kind != Some(ClientKind::Person);
        let mut card = Card::new(version, &client.name, organisation);
        if organisation {
            card.line("ORG", &[&client.name]);
            card.raw(if version == Version::Four { "KIND:org" } else { "X-ABSHOWAS:COMPANY" });
        }
        card.rest(&client.points, client.birthday, &client.dates, client.note.as_deref(), &client.tags);
        card.end(client.external_id.as_deref(), &format!("{OWN_CLIENT}{}", row.id), &mut out);
    }
    for row in people {
        let person = &row.record;
        let mut card = Card::new(version, &person.name, false);
        let client = by_id.get(&row.client);
        let organisation = client.map(|client| client.name.as_str()).or(person.client.as_deref()).unwrap_or_default();
        if !organisation.is_empty() {
            card.line("ORG", &[organisation]);
        }
        if let Some(role) = &person.role {
            card.line("TITLE", &[role]);
        }
        let tags = client.map_or(&[][..], |client| &client.tags);
        card.rest(&person.points, person.birthday, &person.dates, person.note.as_deref(), tags);
        card.end(person.external_id.as_deref(), &format!("{OWN_PERSON}{}", row.id), &mut out);
    }
    out
}

/// How many cards [`write()`] makes.
pub fn count(clients: &[Exported<ClientRecord>], people: &[Exported<PersonRecord>]) -> usize {
    let with_people: HashSet<Id> = people.iter().map(|row| row.client).collect();
    people.len() + clients.iter().filter(|row| !with_people.contains(&row.id)).count()
}

struct Card {
    version: Version,
    text: String,
    groups: usize,
}

impl Card {
    fn new(version: Version, name: &str, organisation: bool) -> Card {
        let mut card = Card { version, text: String::new(), groups: 0 };
        card.raw("BEGIN:VCARD");
        card.raw(if version == Version::Four { "VERSION:4.0" } else { "VERSION:3.0" });
        card.line("FN", &[name]);
        // A Chinese name is not cut in two: where the family name ends is not known.
        let (given, family) = match name.trim().rsplit_once(' ') {
            _ if organisation => ("", ""),
            Some((given, family)) => (given, family),
            None => ("", name.trim()),
        };
        card.line("N", &[family, given, "", "", ""]);
        card
    }

    /// A line that is as it must be.
    fn raw(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push_str("\r\n");
    }

    /// A property of one or more parts.
    fn line(&mut self, name: &str, parts: &[&str]) {
        let parts: Vec<String> = parts.iter().map(|part| escape(part)).collect();
        self.fold(&format!("{name}:{}", parts.join(";")));
    }

    fn fold(&mut self, line: &str) {
        fold(line, &mut self.text);
    }

    fn rest(
        &mut self,
        points: &[NewPoint],
        birthday: Option<Birthday>,
        dates: &[CardDate],
        note: Option<&str>,
        tags: &[String],
    ) {
        for point in points {
            self.point(point);
        }
        if let Some(birthday) = birthday {
            let name = match (birthday.2, self.version) {
                // 3.0 has no birthday without its year.
                (None, Version::Three) => "X-BIRTHDAY",
                _ => "BDAY",
            };
            self.fold(&format!("{name}:{}", birthday_text(birthday)));
        }
        for date in dates {
            self.date(date);
        }
        if let Some(note) = note {
            self.line("NOTE", &[note]);
        }
        if !tags.is_empty() {
            let tags: Vec<String> = tags.iter().map(|tag| escape(tag)).collect();
            self.fold(&format!("CATEGORIES:{}", tags.join(",")));
        }
    }

    /// A lunar birthday as Apple's programs write it, an anniversary of the common calendar. For other yearly days cards have no place.
    fn date(&mut self, CardDate { kind, date, .. }: &CardDate) {
        let common = birthday_text((date.month, date.day, date.year));
        match (kind, date.calendar) {
            (CareKind::Birthday, Calendar::Lunar) => {
                self.fold(&format!("X-ALTBDAY;CALSCALE=chinese:{}", dates::lunar_text(*date)));
            }
            // 3.0 has no anniversary; under this name other programs write and read it.
            (CareKind::Anniversary, Calendar::Gregorian) if self.version == Version::Three => {
                self.fold(&format!("X-ANNIVERSARY:{common}"));
            }
            (CareKind::Anniversary, Calendar::Gregorian) => self.fold(&format!("ANNIVERSARY:{common}")),
            _ => {}
        }
    }

    fn point(&mut self, point: &NewPoint) {
        let types = point.label.as_deref().map(types);
        let known = types.as_ref().is_none_or(|types| types.is_some());
        let is_number =
            types.as_ref().is_some_and(|types| types.as_ref().is_some_and(|t| t.iter().any(|t| *t == "FAX" || *t == "PAGER")));
        let (name, parts): (&str, Vec<&str>) = match point.kind {
            PointKind::Phone => ("TEL", vec![&point.value]),
            PointKind::Other if is_number => ("TEL", vec![&point.value]),
            PointKind::Email => ("EMAIL", vec![&point.value]),
            PointKind::Wechat => ("X-WECHAT", vec![&point.value]),
            PointKind::Url => ("URL", vec![&point.value]),
            PointKind::Other => ("IMPP", vec![&point.value]),
            // Where the street ends is not known: the whole stands as one line of the address.
            PointKind::Address => ("ADR", vec!["", "", &point.value, "", "", "", ""]),
        };
        let mut head = name.to_owned();
        let types = types.flatten().unwrap_or_default();
        if !types.is_empty() {
            head = format!("{name};TYPE={}", types.join(","));
        }
        // A label that is no type of the format stands beside its property, as Apple writes it.
        let label = point.label.as_deref().filter(|_| !known).filter(|label| !label.trim().is_empty());
        if label.is_some() {
            self.groups += 1;
            head = format!("item{}.{head}", self.groups);
        }
        if matches!(name, "URL" | "IMPP") {
            let value = point.value.chars().map(|c| if c.is_control() || is_break(c) { ' ' } else { c }).collect::<String>();
            self.fold(&format!("{head}:{}", value.trim()));
        } else {
            self.line(&head, &parts);
        }
        if let Some(label) = label {
            let head = format!("item{}.X-ABLABEL", self.groups);
            self.line(&head, &[label]);
        }
    }

    fn end(mut self, external: Option<&str>, own: &str, out: &mut String) {
        self.line("UID", &[external.filter(|id| !id.trim().is_empty()).unwrap_or(own)]);
        self.raw("END:VCARD");
        out.push_str(&self.text);
    }
}

/// Cuts a line at 75 bytes, never inside a character.
pub(super) fn fold(line: &str, out: &mut String) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// The types of the format that say what a label says; `None` when they cannot.
fn types(label: &str) -> Option<Vec<&'static str>> {
    let whole = match label.trim().to_lowercase().as_str() {
        "mobile" | "手机" | "移动电话" | "手機" => Some(vec!["CELL"]),
        "工作" | "商务" | "办公" => Some(vec!["WORK"]),
        "住宅" | "家庭" => Some(vec!["HOME"]),
        "工作传真" => Some(vec!["WORK", "FAX"]),
        "住宅传真" => Some(vec!["HOME", "FAX"]),
        "传真" | "其他传真" => Some(vec!["FAX"]),
        "寻呼机" => Some(vec!["PAGER"]),
        _ => None,
    };
    let word = |word: &str| match word.to_ascii_lowercase().as_str() {
        "cell" => Some("CELL"),
        "work" => Some("WORK"),
        "home" => Some("HOME"),
        "fax" => Some("FAX"),
        "pager" => Some("PAGER"),
        "car" => Some("CAR"),
        "isdn" => Some("ISDN"),
        _ => None,
    };
    whole.or_else(|| label.split_whitespace().map(word).collect())
}

/// Signs that some reader takes for the end of a line.
fn is_break(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A text value: what would part or end it is escaped, what no card may hold is left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.trim().chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' => out.push_str("\\n"),
            c if is_break(c) => out.push_str("\\n"),
            '\t' => out.push('\t'),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut card = Card { version: Version::Three, text: String::new(), groups: 0 };
        card.line("NOTE", &[&"王".repeat(100)]);
        assert!(card.text.lines().all(|line| line.len() <= LINE), "{}", card.text);
        assert_eq!(card.text.replace("\r\n ", ""), format!("NOTE:{}\r\n", "王".repeat(100)));
    }

    #[test]
    fn a_label_is_a_type_or_stands_beside() {
        assert_eq!(types("work fax"), Some(vec!["WORK", "FAX"]));
        assert_eq!(types("Mobile"), Some(vec!["CELL"]));
        assert_eq!(types("Coffee bar"), None);
    }
}
