//! Google Contacts as CSV, both heading sets: rows as people at their organisation, or as clients of their own.
//! What is done with them is `plan`'s business.

use super::ImportOptions;
use super::cells;
use super::record::*;
use super::table::Table;
use crate::domain::action::NewPoint;
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::words::PointKind;

/// Whether these are Google's headings (`E-mail 1 - Value` and the like beside a name).
pub fn is_google(heads: &[String]) -> bool {
    let has = |name: &str| heads.iter().any(|head| head.eq_ignore_ascii_case(name));
    let named =
        has("Given Name") || has("First Name") || has("Name") || has("Organization Name") || has("Organization 1 - Name");
    let listed = heads.iter().any(|head| numbered(head).is_some());
    let of_google =
        has("Group Membership") || has("Labels") || has("File As") || has("Phonetic First Name") || has("Yomi Name");
    named && (listed || of_google)
}

/// `E-mail 2 - Value` as topic, number and part.
fn numbered(head: &str) -> Option<(&str, u32, &str)> {
    let (left, part) = head.split_once(" - ")?;
    let (topic, number) = left.rsplit_once(' ')?;
    Some((topic, number.parse().ok()?, part))
}

/// Several values in one Google cell.
fn split_values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(":::").map(str::trim).filter(|part| !part.is_empty())
}

/// A label without Google's mark of preference.
fn label(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('*').trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// First, middle and last name as one: Chinese, Japanese and Korean names family first and without blanks.
pub fn full_name(prefix: &str, first: &str, middle: &str, last: &str, suffix: &str) -> String {
    let wide = |text: &str| {
        text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
    };
    let parts: Vec<&str> = if wide(first) || wide(last) {
        return format!("{}{}{}", last.trim(), middle.trim(), first.trim());
    } else {
        vec![prefix, first, middle, last, suffix]
    };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Reads all rows.
pub fn read(table: &Table<'_>, options: &ImportOptions, now: &Now) -> Parsed {
    let mut parsed =
        Parsed { kind: Kind::Contacts, records: Vec::new(), rejected: Vec::new(), photos: 0, media: 0, birthdays: Vec::new() };
    let Parsed { records, rejected, photos, .. } = &mut parsed;
    table.rows(rejected, |line, row, rejected| {
        let cells: Vec<(&str, &str)> = table.heads.iter().map(String::as_str).zip(row.iter().map(cells::rearm)).collect();
        match contact(line, &cells, options, now, photos) {
            Ok(record) => records.push(record),
            Err(reason) => rejected.push(Rejected { line, reason }),
        }
    });
    parsed
}

/// The parts of one numbered thing of a row, such as `Address 1`.
#[derive(Default)]
struct Group<'r> {
    topic: &'r str,
    number: u32,
    label: &'r str,
    value: &'r str,
    parts: Vec<(&'r str, &'r str)>,
}

fn groups<'r>(cells: &[(&'r str, &'r str)]) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for (head, cell) in cells {
        let Some((topic, number, part)) = numbered(head) else { continue };
        let at = groups.iter().position(|g| g.topic == topic && g.number == number).unwrap_or_else(|| {
            groups.push(Group { topic, number, ..Group::default() });
            groups.len() - 1
        });
        match part {
            "Label" | "Type" => groups[at].label = cell,
            "Value" | "Formatted" => groups[at].value = cell,
            part => groups[at].parts.push((part, cell)),
        }
    }
    groups
}

fn contact(
    line: u64,
    cells: &[(&str, &str)],
    options: &ImportOptions,
    now: &Now,
    photos: &mut usize,
) -> Result<Record, Message> {
    let get = |names: &[&str]| -> &str {
        let hit =
            cells.iter().find(|(head, cell)| !cell.trim().is_empty() && names.iter().any(|n| head.eq_ignore_ascii_case(n)));
        hit.map_or("", |(_, cell)| *cell)
    };
    let mut person = PersonRecord { line, ..PersonRecord::default() };
    person.name = match get(&["Name"]).trim() {
        "" => full_name(
            get(&["Name Prefix"]),
            get(&["First Name", "Given Name"]),
            get(&["Middle Name", "Additional Name"]),
            get(&["Last Name", "Family Name"]),
            get(&["Name Suffix"]),
        ),
        name => name.to_owned(),
    };
    let organisation = get(&["Organization Name", "Organization 1 - Name"]).trim().to_owned();
    person.role =
        Some(get(&["Organization Title", "Organization 1 - Title"])).filter(|t| !t.trim().is_empty()).map(str::to_owned);
    person.note = Some(get(&["Notes"])).filter(|t| !t.trim().is_empty()).map(str::to_owned);
    let mut extra = Vec::new();
    for (head, cell) in cells.iter().filter(|(_, cell)| !cell.trim().is_empty()) {
        match *head {
            "Birthday" => match cells::birthday(cell, options.date_order, now.zone) {
                Some(birthday) => person.birthday = Some(birthday),
                None => extra.push((head.to_string(), cell.to_string())),
            },
            "Photo" => *photos += 1,
            "Labels" | "Group Membership" => {
                let tags = split_values(cell).filter_map(label).filter(|tag| tag != "myContacts");
                person.tags.extend(tags);
            }
            "Name" | "Name Prefix" | "First Name" | "Given Name" | "Middle Name" | "Additional Name" | "Last Name"
            | "Family Name" | "Name Suffix" | "Organization Name" | "Organization Title" | "Notes" => {}
            "Organization Department" => extra.push(("department".to_owned(), cell.to_string())),
            head if numbered(head).is_none() => extra.push((head.to_owned(), cell.to_string())),
            _ => {}
        }
    }
    for group in groups(cells) {
        take(&mut person, &mut extra, group);
    }
    number_names(&mut extra);
    person.extra = extra;
    if person.name.is_empty() && organisation.is_empty() {
        // A contact of nothing but an address is called by it, as Google shows it.
        person.name = person.points.first().map(|point| point.value.clone()).unwrap_or_default();
    }
    // A company entered as a contact of its own name.
    if cells::fold(&person.name) == cells::fold(&organisation) {
        person.name.clear();
    }
    Ok(match (person.name.is_empty(), organisation.is_empty()) {
        (true, true) => return Err(Message::new("import-rejected-missing").with("field", "name")),
        (true, false) => {
            let mut client = PersonRecord { name: organisation, ..person }.into_client();
            client.kind = Some(crate::domain::words::ClientKind::Org);
            Record::Client(Box::new(client))
        }
        (false, true) => Record::Client(Box::new(person.into_client())),
        (false, false) => Record::Person(Box::new(PersonRecord { client: Some(organisation), ..person })),
    })
}

/// One numbered thing becomes a contact point, or a field of its own name.
fn take(person: &mut PersonRecord, extra: &mut Vec<(String, String)>, group: Group<'_>) {
    let kind = match group.topic {
        "E-mail" => PointKind::Email,
        "Phone" => PointKind::Phone,
        "Website" => PointKind::Url,
        "Address" => PointKind::Address,
        "IM" => PointKind::Other,
        "Organization" => {
            for (part, cell) in group.parts.iter().filter(|(_, cell)| !cell.trim().is_empty()) {
                match *part {
                    // The first organisation is the client and the role; any other is kept as it stands.
                    "Name" | "Title" if group.number == 1 => {}
                    "Department" if group.number == 1 => extra.push(("department".to_owned(), cell.to_string())),
                    part => extra.push((format!("Organization {} - {part}", group.number), cell.to_string())),
                }
            }
            return;
        }
        topic => {
            let mut values: Vec<&str> = split_values(group.value).collect();
            values.extend(group.parts.iter().flat_map(|(_, cell)| split_values(cell)));
            let name = label(group.label).unwrap_or_else(|| format!("{topic} {}", group.number));
            extra.extend(values.into_iter().map(|value| (name.clone(), value.to_owned())));
            return;
        }
    };
    let joined: String;
    let value = if kind == PointKind::Address && group.value.trim().is_empty() {
        let parts: Vec<&str> = group.parts.iter().map(|(_, cell)| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        joined = parts.join(", ");
        &joined
    } else {
        group.value
    };
    // A formatted address may have several lines, but only `:::` parts two addresses.
    let point = |value: &str| NewPoint { kind, value: value.to_owned(), label: label(group.label) };
    let fresh: Vec<NewPoint> = split_values(value).map(point).collect();
    add_points(&mut person.points, &fresh);
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn names_are_put_together_as_they_are_spoken() {
        assert_eq!(full_name("Dr.", "Ada", "", "Lovelace", ""), "Dr. Ada Lovelace");
        assert_eq!(full_name("", "小明", "", "王", ""), "王小明");
        assert_eq!(numbered("E-mail 2 - Value"), Some(("E-mail", 2, "Value")));
        assert_eq!(numbered("Custom Field 1 - Label"), Some(("Custom Field", 1, "Label")));
        assert_eq!(numbered("Notes"), None);
    }
}
